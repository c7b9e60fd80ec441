"""Given names that are ordinary words too, told by where they stand: رئيس البلدية | كامل سالم العبادي، الدكتور | عودة سالم."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import HOUSE, SERVANT, SON_OF
from qawl.arabic.names.given import ENDS_OFFICE, LONGEST_OFFICE, OFTEN_FIRST
from qawl.arabic.names.units import descents, seldom_names, units
from qawl.arabic.places import Places

# What a word that is a given name too may be besides.
OTHERWISE = lexicon.OFFICE | lexicon.NAME_UNIT | lexicon.ODD | lexicon.DOUBTFUL | lexicon.EVENT
ABLE = OTHERWISE | lexicon.TIME | lexicon.MONTH | lexicon.FIGURE
# What is no given name for certain.
UNSURE = lexicon.DETERMINED | lexicon.OFFICE | lexicon.DOUBTFUL
SAYS = lexicon.THAT | lexicon.COLON
CLOSES = SAYS | lexicon.PUNCTUATION | lexicon.TIME | lexicon.PREPOSITION
# A name goes on for fewer tokens.
LONGEST_NAME = 6


def is_surely_given(key: str, kind: int) -> bool:
    """Whether a word is a given name that is hardly anything else: سالم, عبد الرحيم."""
    return kind & (lexicon.NAME | UNSURE) == lexicon.NAME or key == SERVANT


def know_word_given_names(tokens: Places, given: list[int]) -> None:
    """Mark each ordinary word that opens somebody's name, before a sure given name and behind his title or his office.

    A title without article that is a given name too is one behind another and behind a verb: محمد سيد أحمد، قال سيد عبد الرحيم.
    """
    kinds = tokens.kinds
    for place in [sure - 1 for sure in given if sure > 1]:
        plain = not kinds[place] & ~ABLE and kinds[place] & (lexicon.NAME | UNSURE) != lexicon.NAME
        if plain and may_open(tokens, place) and (is_presented(tokens, place) or is_no_title(tokens, place)):
            tokens.turn(place, lexicon.NAME_UNIT)


def know_titled_times(tokens: Places, times: list[int]) -> None:
    """Mark each time of the day that is somebody's given name: الشيخ | صباح | الخالد."""
    for place in [place for place in times if 0 < place < len(tokens) - 1 and is_titled_time(tokens, place)]:
        tokens.turn(place, lexicon.NAME_UNIT)


def is_titled_time(tokens: Places, place: int) -> bool:
    """Whether a time of the day that many are called stands between a title and a house: الشيخ | صباح | الخالد; not صباح الأحد."""
    kinds, house = tokens.kinds, tokens.kinds[place + 1]
    often = tokens.keys[place] in units() and units()[tokens.keys[place]].opened >= OFTEN_FIRST
    titled = often and is_sure_title(kinds[place - 1]) and not kinds[place] & lexicon.DEFINITE
    named = house & lexicon.DEFINITE and house & lexicon.NAME_UNIT
    return bool(titled and named) and not house & (lexicon.TIME | lexicon.FUNCTION | lexicon.ROLE | lexicon.MONTH)


def is_no_title(tokens: Places, place: int) -> bool:
    """Whether a title without article stands where none does: right behind a given name or a verb of saying."""
    behind = tokens.kinds[place - 1] & lexicon.SPEECH or is_surely_given(tokens.keys[place - 1], tokens.kinds[place - 1])
    return bool(tokens.kinds[place] & lexicon.TITLE and behind)


def may_open(tokens: Places, place: int) -> bool:
    """Whether a word opens full names, often if it is a rank too: رائد; none that joins others does: بن, آل."""
    key = tokens.keys[place]
    if key not in seldom_names() or key in descents() or key in (HOUSE, SON_OF):
        return False
    return not tokens.kinds[place] & lexicon.TITLE or units()[key].opened >= OFTEN_FIRST


def is_presented(tokens: Places, place: int) -> bool:
    """Whether a title or a whole office stands before a name that ends there; who goes on to say is none's return: عودة."""
    stop = end_of_names(tokens, place + 1)
    after = tokens.kinds[stop] if stop < len(tokens) else lexicon.PUNCTUATION
    if tokens.kinds[place] & lexicon.EVENT and not after & SAYS:
        return False
    before = tokens.kinds[place - 1]
    if is_sure_title(before):
        return True
    full = stop > place + 2 or after & CLOSES
    return bool(full and before & lexicon.DETERMINED) and ends_office(tokens, place)


def is_sure_title(kind: int) -> bool:
    """Whether a word is a title with its article, or one that is no given name too: الشيخ، د.، بروفيسور; not شيخ."""
    return bool(kind & lexicon.TITLE) and bool(kind & lexicon.DEFINITE or not kind & (lexicon.NAME | lexicon.ROLE))


def end_of_names(tokens: Places, place: int) -> int:
    """Where the names end that stand from `place` on."""
    limit = min(len(tokens), place + LONGEST_NAME)
    while place < limit and (tokens.kinds[place] & lexicon.ANY_NAME or tokens.keys[place] in descents()):
        place += 1
    return place


def ends_office(tokens: Places, place: int) -> bool:
    """Whether an office ends before `place`: رئيس البلدية |."""
    for start in range(place - 1, max(-1, place - LONGEST_OFFICE), -1):
        if tokens.kinds[start] & ENDS_OFFICE:
            return False
        if tokens.kinds[start] & lexicon.ROLE:
            return True
    return False
