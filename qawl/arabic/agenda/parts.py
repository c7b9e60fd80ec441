"""The parts in an encounter, and who takes one, as the rules tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from qawl.arabic.phrases.phrase import Phrase
from qawl.model import Party

ATTENDS, HOSTS, CHAIRS, MEETS = "attends", "hosts", "chairs", "meets"
PARTS = (ATTENDS, HOSTS, CHAIRS, MEETS)
# What a table gives an object that is where an encounter is, and a verb whose part the noun that it holds tells.
PLACE, OWN = "place", "own"
VISIT, MEETING, CALL, SIGNING, VOTE, PROTEST = "visit", "meeting", "call", "signing", "vote", "protest"
# The table of what else of a sentence tells who takes part.
ATTENDANCE = "attendance.tsv"
# How that table tells with ب who comes along.
BESIDE = "beside"
# How it tells that a preposition leads to its noun (بحضور), that من may stand behind that (بدعوة من).
LED, FROM = "led", "from"
# How the table of encounters tells that whatever has one as its object only sees it: شهدت | تونس مظاهرات.
SEES = "sees"

Who = Phrase | Party


class Taking(NamedTuple):
    """Somebody with a part in an encounter, as the phrase that names him or as the party that is meant."""

    part: str
    who: Who


def as_part(part: str, found: Iterable[Who]) -> Iterator[Taking]:
    """Everybody found with one part; nobody where the table gives none to them."""
    if part in PARTS:
        yield from (Taking(part, who) for who in found)


def end_of(found: Iterable[Who], least: int) -> int:
    """Where the last of the phrases found ends, `least` where none stands behind it."""
    return max((who.stop for who in found if isinstance(who, Phrase)), default=least)
