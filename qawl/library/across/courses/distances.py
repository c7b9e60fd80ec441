"""How long ago an encounter was that a page remembers: قبل شهرين، منذ ثلاثة أعوام، بعد أسبوع من لقائهما."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from qawl.library.across.courses.vocabulary import words
from qawl.library.across.courses.windows import Days
from qawl.library.searching.words import Word, words_of
from qawl.tables import read_table, table

# So many words of a number, and what says that it is about so many, stand before the unit.
REACH = 4
# Of a unit without a number it may be from so many to so many.
SOME = (2, 10)
# What a page tells after something happened some days before the page.
SINCE = timedelta(days=5)


class Unit(NamedTuple):
    """A length of time in days, and how many of it a form tells."""

    days: int
    many: int | None


def days_ago(clause: Sequence[Word], published: date | None) -> Days | None:
    """The days on which what a clause tells was, by how long ago it says; None where it does not say."""
    return next(_told(clause, published), None) if published else None


def _told(clause: Sequence[Word], published: date) -> Iterator[Days]:
    for place, word in enumerate(clause):
        for at in range(place + 1, min(len(clause), place + 1 + REACH)):
            unit = units().get(clause[at].stem)
            if unit and all(_goes_between(one) for one in clause[place + 1 : at]):
                behind = at + 1 < len(clause) and clause[at + 1].stem in of()
                if word.stem in (since() if behind else ago()):
                    yield _before(published, unit, _count(clause[place + 1 : at], unit), SINCE if behind else timedelta())
                break


def _before(published: date, unit: Unit, count: int | None, early: timedelta) -> Days:
    """The days so long before, half a unit more or less; ``early`` is how much longer ago it may be."""
    fewest, most = (count, count) if count else SOME
    half = timedelta(days=unit.days // 2 + 1)
    return published - most * timedelta(days=unit.days) - half - early, published - fewest * timedelta(days=unit.days) + half


def _goes_between(word: Word) -> bool:
    return word.stem in numbers() or word.stem.isdecimal() or word.stem in about()


def _count(between: Sequence[Word], unit: Unit) -> int | None:
    told = [int(word.stem) if word.stem.isdecimal() else numbers().get(word.stem, 0) for word in between]
    return sum(told) or unit.many


@cache
def units() -> dict[str, Unit]:
    """Stem -> the length of time."""
    rows = read_table(Path(str(files("qawl") / "library" / "across" / "courses" / "distances.tsv")))
    return {_stem(row["form"]): Unit(int(row["days"]), int(row["count"]) if row["count"].isdecimal() else None) for row in rows}


@cache
def numbers() -> dict[str, int]:
    """Stem of a number in words -> the number."""
    return {_stem(row["form"]): int(row["value"]) for row in table("numbers.tsv") if row["kind"] in ("one", "ten", "tens")}


def _stem(form: str) -> str:
    return words_of(form)[0].stem


@cache
def ago() -> frozenset[str]:
    """What stands before a length of time ago."""
    return words("ago")


@cache
def since() -> frozenset[str]:
    """What stands before a length of time after something."""
    return words("since")


@cache
def about() -> frozenset[str]:
    """What says that it is only about so long."""
    return words("about")


@cache
def of() -> frozenset[str]:
    """What stands behind a length of time that is counted from something else: قبل أسبوع | من الانتخابات."""
    return words("of")
