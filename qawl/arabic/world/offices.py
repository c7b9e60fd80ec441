"""Which names of offices mean one office, for whoever searches one by another's words: السكرتير العام, الأمين العام."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from qawl.arabic.letters import bare_key, fold_phrase
from qawl.tables import several, table


class Office(NamedTuple):
    """An office under all its names: its stable id, the usual name, and the others."""

    id: str
    name: str
    others: tuple[str, ...]


@cache
def offices() -> tuple[Office, ...]:
    """The offices of `office_synonyms.tsv`."""
    return tuple(Office(row["id"], row["form"], tuple(several(row["variants"]))) for row in table("office_synonyms.tsv"))


def office_words(name: str) -> tuple[str, ...]:
    """A name of an office as bare keys, so that السكرتير العام and سكرتير عام are one."""
    return tuple(bare_key(word) for word in fold_phrase(name).split(" "))


@cache
def by_words() -> dict[tuple[str, ...], Office]:
    """The offices by the bare keys of each of their names; the first that has a name keeps it."""
    found: dict[tuple[str, ...], Office] = {}
    for office in offices():
        for name in (office.name, *office.others):
            found.setdefault(office_words(name), office)
    return found


def office_named(name: str) -> Office | None:
    """The office that goes by this name, None where the table knows none."""
    return by_words().get(office_words(name))
