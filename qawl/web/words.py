"""The words that only the web pages say, in both languages, from ``words.tsv``; what the shell says too stays with `qawl.show`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from qawl.show.strings import Lang, say
from qawl.tables import read_table


@cache
def words() -> dict[str, dict[str, str]]:
    """key -> language -> text, as the table has it."""
    path = Path(str(files("qawl") / "web" / "words.tsv"))
    return {row["key"]: row for row in read_table(path)}


def word(lang: Lang, key: str) -> str:
    """The text of `key` in `lang`. Raises `KeyError` for a key that neither table has."""
    row = words().get(key)
    return row[lang] if row else say(lang, key)
