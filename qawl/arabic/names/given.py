"""Where a given name stands in a text whose surnames are still to be found, and what introduces it: الوزير | خالد العدوة."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import GOD, SERVANT
from qawl.arabic.ordinary import is_several
from qawl.arabic.places import Places

INTRODUCES = lexicon.OFFICE | lexicon.SPEECH
NAMELY = lexicon.ANY_NAME | lexicon.DOUBTFUL | lexicon.CITY
# What stands in no office, and how many tokens an office has at most.
ENDS_OFFICE = lexicon.PUNCTUATION | lexicon.THAT | lexicon.RELATIVE | lexicon.TIME
LONGEST_OFFICE = 12
# A given name that is an office or a preposition too opens at least so many full names: رائد, أمير, باسم.
OFTEN_FIRST = 20


def is_given(tokens: Places, place: int, introduced: bool) -> bool:
    """Whether a given name stands at `place`, or any word that may be one behind what introduces a person."""
    kind = tokens.kinds[place] if place >= 0 else lexicon.BREAK
    if kind & ~NAMELY:
        return False
    expected = introduced and (kind & lexicon.ODD or tokens.keys[place + 1] == GOD)
    return bool(kind & lexicon.NAME or expected) or tokens.keys[place] == SERVANT


def is_introduced(tokens: Places, place: int) -> bool:
    """Whether the title, office or nationality of one person, or a verb of saying, stands before `place`."""
    before = tokens.kinds[place - 1] if place > 0 else 0
    national = before & lexicon.NATION and before & lexicon.DEFINITE
    return bool(before & INTRODUCES or national) and not is_several(tokens.keys[place - 1])


def first_of_given(tokens: Places, place: int) -> int:
    """Where the given name before `place` begins: محمد, عبد الله."""
    return place - 2 if place > 1 and tokens.keys[place - 1] == GOD else place - 1
