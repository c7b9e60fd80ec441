"""The words of the interface, in English and Arabic, from ``strings.tsv``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from qawl.tables import read_table

Lang = Literal["en", "ar"]
LANGS: tuple[Lang, ...] = ("en", "ar")
# From one thing to the next, as the language runs.
ARROW: dict[Lang, str] = {"ar": "←", "en": "→"}


@cache
def strings() -> dict[str, dict[str, str]]:
    """key -> language -> text, as the table has it."""
    path = Path(str(files("qawl") / "show" / "strings.tsv"))
    return {row["key"]: row for row in read_table(path)}


def say(lang: Lang, key: str) -> str:
    """The text of `key` in `lang`. Raises `KeyError` for a key that the table lacks."""
    return strings()[key][lang]


def say_or_keep(lang: Lang, kind: str, value: str) -> str:
    """A value of an open list, such as the reason why a date is unknown, in words where the table has some, else as it is."""
    row = strings().get(f"{kind}.{value}")
    return row[lang] if row else value


def say_source(lang: Lang, source: str) -> str:
    """Where a date comes from, in words where the table has some, else as the record says it."""
    return say_or_keep(lang, "dated", source)
