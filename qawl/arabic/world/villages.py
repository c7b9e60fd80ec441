"""Villages, quarters and other small places that no table knows, by the word for their kind or by how such names open.

قرية | الزهور; بلدة | كفر الزعتر; في | عين السنبل بقضاء الشوف; not قرية نائية, حي سكني, عين الصواب.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from qawl.arabic.findings import Range
from qawl.arabic.letters import ARTICLE, BY, FEMININE_NISBA, GOD, IN, NISBA, TA_MARBUTA, bare_key
from qawl.arabic.lexicon import (
    BODY,
    DEFINITE,
    FUNCTION,
    NAME,
    NATION,
    NUMBER,
    OFFICE,
    PEOPLE,
    PLACES,
    PREFIX,
    PUNCTUATION,
    SPEECH,
    TIME,
)
from qawl.arabic.ordinary import frequencies, is_verb
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_where
from qawl.arabic.world.standing import beside, is_beside

# What is no part of a place's name.
NO_NAME = OFFICE | FUNCTION | PREFIX | PUNCTUATION | NUMBER | SPEECH | PEOPLE | BODY | TIME
# A word of everyday speech behind a word for a kind tells what sort of place it is: قرية صغيرة.
EVERYDAY = 60
# A word that general text has less often names a place behind what opens such names: في تل السنبل, not عين الصواب.
SELDOM = 600
# What stands before a place.
LEADS = ("leads_to_place", "behind_place", "lives_there")


@cache
def village_words() -> frozenset[str]:
    """The folded words at which the name of such a place, or the word for its kind, may begin."""
    return frozenset(key for key, classes in beside().items() if classes & {"village", "opens_place"})


def village_at(tokens: Tokens, place: int, known: Collection[tuple[str, ...]]) -> Range | None:
    """The name of a small place that begins behind a word for its kind at `place`, or at `place` itself.

    ``known`` are the first words of those that the text has had: one of these is one wherever it stands.
    """
    key = tokens.keys[place]
    if is_beside(key, "village") and (name := name_behind(tokens, place + 1)):
        return name
    if not is_beside(key, "opens_place") or not (name := opened_name(tokens, place)):
        return None
    if first_words_of(tokens, name) in known or is_told(tokens, name) or is_named_elsewhere(tokens, name):
        return name
    return None


def first_words_of(tokens: Tokens, name: Range) -> tuple[str, ...]:
    """The first two words of a name, without what tells the side."""
    return tuple(tokens.keys[name[0] : name[0] + 2])


def name_behind(tokens: Tokens, first: int) -> Range | None:
    """The name of a place behind the word for its kind: one that opens as such names do, a definite word, or a strange one."""
    if first >= len(tokens) or tokens.kinds[first] & NO_NAME:
        return None
    if is_beside(tokens.keys[first], "opens_place") and (name := opened_name(tokens, first)):
        return name
    key, kind = tokens.keys[first], tokens.kinds[first]
    if kind & DEFINITE or key == GOD:
        return None if kind & NATION or key == GOD else with_side(tokens, (first, first + 1))
    strange = frequencies().get(key, 0) < EVERYDAY and not key.endswith((TA_MARBUTA, *NISBA)) and not is_verb(key)
    return with_side(tokens, (first, first + 1)) if strange and not tokens.is_owned(first) else None


def opened_name(tokens: Tokens, first: int) -> Range | None:
    """A name of two words that opens as names of places do: كفر الزعتر."""
    after = first + 1
    if after >= len(tokens) or tokens.kinds[after] & (NO_NAME | NATION):
        return None
    return with_side(tokens, (first, after + 1))


def with_side(tokens: Tokens, name: Range) -> Range:
    """A name with the adjective behind it that tells which of that name it is: عين السنبل | الشرقية, دير الزيتون | الفوقا."""
    stop = name[1]
    return (name[0], stop + 1) if stop < len(tokens) and tells_side(tokens, stop) else name


def tells_side(tokens: Tokens, place: int) -> bool:
    """Whether a word is an adjective of a side, a size or an age, or of a place that is no land: الشرقية, الكبرى, العكارية."""
    key, kind = tokens.keys[place], tokens.kinds[place]
    if not kind & DEFINITE or kind & FUNCTION:
        return False
    nisba = key.endswith((FEMININE_NISBA, *NISBA)) and not kind & (OFFICE | NATION | NAME)
    return nisba or is_beside(bare_key(key), "tells_side")


def is_told(tokens: Tokens, name: Range) -> bool:
    """Whether what stands around a name tells that it is a place: في عين السنبل بقضاء الشوف, أهالي عين السنبل."""
    first, stop = name
    before = tokens.keys[first - 1] if first else ""
    led = any(is_beside(before, use) for use in LEADS) and names_place(tokens.keys[first], tokens.keys[first + 1])
    if led or is_beside(before, "lives_there") or (stop > first + 2 and is_beside(tokens.keys[first], "opens_surely")):
        return True
    held = stop + 1 < len(tokens) and tokens.keys[stop] in (IN, BY) and is_beside(tokens.keys[stop + 1], "holds_places")
    beside_it = stop < len(tokens) and is_beside(tokens.keys[stop], "holds_places")
    by_side = stop + 1 < len(tokens) and is_beside(tokens.keys[stop], "behind_place") and bool(tokens.kinds[stop + 1] & PLACES)
    return held or beside_it or by_side


def names_place(opens: str, key: str) -> bool:
    """Whether a definite word that general text hardly has stands behind what opens places alone: تل | السدر; not أم | السعد."""
    if is_beside(opens, "opens_people") or not key.startswith(ARTICLE):
        return False
    return max(frequencies().get(key, 0), frequencies().get(bare_key(key), 0)) < SELDOM


def is_named_elsewhere(tokens: Tokens, name: Range) -> bool:
    """Whether the text has these first two words behind a word for the kind of a place: قرية عين السنبل."""
    words = tokens.keys[name[0] : name[0] + 2]
    places = words_where(tokens, lambda key: key == words[0])
    return any(
        place and tokens.keys[place : place + 2] == words and is_beside(tokens.keys[place - 1], "village") for place in places
    )
