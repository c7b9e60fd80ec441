"""What is said of a page, an address or a file with which something is wrong, in either language.

Records and libraries keep such a message in English; ``messages.tsv`` has the template of each in both, so that what was
written down long ago can be told in Arabic too.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from qawl.show.strings import Lang, say_or_keep
from qawl.tables import read_table


class Template(NamedTuple):
    """A message with places: the English as a pattern, a group for each place, and the Arabic to fill."""

    english: re.Pattern[str]
    arabic: str


def reason(code: str, message: str | None, lang: Lang) -> str:
    """Why something failed: its message, or what its code means where it has none in this language."""
    return told(message or "", lang) or say_or_keep(lang, "failure", code)


def told(message: str, lang: Lang) -> str:
    """A message in a language; empty where that language has none for it."""
    return message if lang == "en" else _in_arabic(message)


def told_or_kept(message: str, lang: Lang) -> str:
    """The same, and as it is where the language has none: what a parser or the operating system says is told in its own words."""
    return told(message, lang) or message


def _in_arabic(message: str) -> str:
    for template in _templates():
        if fit := template.english.fullmatch(message):
            return template.arabic.format_map({place: _in_arabic(words) or words for place, words in fit.groupdict().items()})
    return ""


@cache
def _templates() -> tuple[Template, ...]:
    """Those with most words of their own first: the others fit more than is meant."""
    rows = read_table(Path(str(files("qawl") / "show" / "messages.tsv")))
    rows.sort(key=lambda row: -sum(len(words) for words, *_ in Formatter().parse(row["en"])))
    return tuple(Template(_pattern(row["en"]), row["ar"]) for row in rows)


def _pattern(english: str) -> re.Pattern[str]:
    parts = (
        f"{re.escape(words)}(?P<{place}>.+?)" if place else re.escape(words) for words, place, *_ in Formatter().parse(english)
    )
    return re.compile("".join(parts), re.DOTALL)
