"""Villages, quarters, sites and other small places that no table knows, by the word for their kind or by how such names open.

قرية | الزهور; بلدة | كفر الزعتر; في | عين السنبل بقضاء الشوف; جسر الصفصافة; not قرية نائية, حي سكني, عين الصواب, سد الفجوة.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from qawl.arabic.findings import Range
from qawl.arabic.kept import kept
from qawl.arabic.letters import ARTICLE, BY, FEMININE_NISBA, FEMININE_PLURAL, GOD, IN, NISBA, OF, PLURALS, TA_MARBUTA, bare_key
from qawl.arabic.lexicon import (
    ANY_NAME,
    BODY,
    DEFINITE,
    FUNCTION,
    NAME,
    NAME_UNIT,
    NATION,
    NUMBER,
    OFFICE,
    PEOPLE,
    PLACES,
    PREFIX,
    PUNCTUATION,
    SPEECH,
    TIME,
    TITLE,
)
from qawl.arabic.ordinary import frequencies, is_verb
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_among, words_where
from qawl.arabic.world.known import CITY_KIND, known_at
from qawl.arabic.world.standing import beside, is_beside

# What is no part of a place's name.
NO_NAME = OFFICE | FUNCTION | PREFIX | PUNCTUATION | NUMBER | SPEECH | PEOPLE | BODY | TIME
# A word of everyday speech behind a word for a kind tells what sort of place it is: قرية صغيرة.
EVERYDAY = 60
# A word that general text has less often names a place behind what opens such names: في تل السنبل, not عين الصواب.
SELDOM = 600
# A strange name has so many letters.
SHORTEST = 4
# A place called after somebody has a title and so many names at most.
MOST_NAMES = 4
# What stands before a place.
LEADS = ("leads_to_place", "behind_place", "lives_there")


@cache
def village_words() -> frozenset[str]:
    """The folded words at which the name of such a place, or the word for its kind, may begin."""
    return frozenset(key for key, classes in beside().items() if classes & {"village", "district", "site", "opens_place"})


def is_village_word(key: str) -> bool:
    """Whether the name of such a place, or the word for its kind, may begin with a folded word."""
    return key in village_words()


def is_lead(key: str) -> bool:
    """Whether a place stands behind a folded word."""
    return any(is_beside(key, use) for use in LEADS) or key in (IN, BY, OF)


@kept
def small_places(tokens: Tokens) -> dict[int, Range]:
    """Where the word for the kind of a small place stands, or its name -> its name; once told, it is one wherever it stands."""
    found = {place: name for place in words_where(tokens, is_village_word) if (name := village_at(tokens, place))}
    for place in words_where(tokens, is_lead):
        if place + 1 not in found and (name := lived_in(tokens, place + 1)):
            found[place + 1] = name
    known = {words for first, _ in found.values() if (words := own_words(tokens, first))}
    for place in words_among(tokens, {words[0] for words in known}):
        if place not in found and (stop := again(tokens, place, known)):
            found[place] = with_side(tokens, (place, stop))
    return found


def own_words(tokens: Tokens, first: int) -> tuple[str, ...]:
    """The words by which a text may name a place again: two that open as such names do, or one that everyday speech hardly has."""
    if is_beside(tokens.keys[first], "opens_place"):
        return tuple(tokens.keys[first : first + 2])
    site = is_beside(tokens.keys[first], "site")
    return () if site or not is_seldom(tokens.keys[first]) or tokens.kinds[first] & (NAME_UNIT | NO_NAME) else (tokens.keys[first],)


def again(tokens: Tokens, place: int, known: Collection[tuple[str, ...]]) -> int | None:
    """Where one of the known names that stands at a place ends."""
    return next((place + size for size in (2, 1) if tuple(tokens.keys[place : place + size]) in known), None)


def is_seldom(key: str) -> bool:
    """Whether everyday speech hardly has a word, with its article or without."""
    return max(frequencies().get(key, 0), frequencies().get(bare_key(key), 0)) < EVERYDAY


def lived_in(tokens: Tokens, first: int) -> Range | None:
    """A place of a strange name, told by who lives there or by what lies around it: أهالي الصفصافة, في كالتافورني الإيطالية.

    Not أهالي المفقودين, في اضطرابات شمالي البلاد.
    """
    if first + 1 >= len(tokens) or tokens.kinds[first] & (NO_NAME | NATION | NAME_UNIT):
        return None
    key, before = tokens.keys[first], tokens.keys[first - 1]
    if (
        not is_seldom(key)
        or len(key) < SHORTEST
        or tokens.is_owned(first)
        or is_verb(key)
        or key.endswith((*PLURALS, FEMININE_PLURAL))
    ):
        return None
    name = with_side(tokens, (first, first + 1))
    if is_beside(before, "lives_there") and tokens.kinds[first - 1] & PEOPLE:
        return name if tokens.kinds[first] & DEFINITE else None
    after, kind = tokens.keys[first + 1], tokens.kinds[first + 1]
    of_land = kind & NATION and kind & DEFINITE and after.endswith(FEMININE_NISBA) and not key.endswith(TA_MARBUTA)
    plain = key.endswith((TA_MARBUTA, *NISBA)) and not tokens.kinds[first] & DEFINITE
    return name if of_land or (not plain and is_within(tokens, name[1])) else None


def village_at(tokens: Tokens, place: int) -> Range | None:
    """The name of a small place that begins behind a word for its kind at `place`, or at `place` itself."""
    key = tokens.keys[place]
    if is_beside(key, "village") and (name := name_behind(tokens, place + 1)):
        return name
    if is_beside(key, "district") and (name := seldom_name(tokens, place + 1)):
        return name
    if is_beside(key, "site") and (name := city_behind(tokens, place + 1) or seldom_name(tokens, place + 1)):
        return place, name[1]
    if is_beside(key, "opens_place") and (name := opened_name(tokens, place)) and is_told(tokens, name):
        return name
    return None


def name_behind(tokens: Tokens, first: int) -> Range | None:
    """The name of a place behind the word for its kind: one that opens as such names do, a definite word, or a strange one."""
    if first >= len(tokens) or tokens.kinds[first] & NO_NAME:
        return honoured_name(tokens, first)
    if is_beside(tokens.keys[first], "opens_place") and (name := opened_name(tokens, first)):
        return name
    key, kind = tokens.keys[first], tokens.kinds[first]
    if kind & DEFINITE or key == GOD:
        return None if kind & NATION or key == GOD else with_side(tokens, (first, first + 1))
    strange = frequencies().get(key, 0) < EVERYDAY and not key.endswith((TA_MARBUTA, *NISBA)) and not is_verb(key)
    return with_side(tokens, (first, first + 1)) if strange and not tokens.is_owned(first) else None


def honoured_name(tokens: Tokens, first: int) -> Range | None:
    """A place called after somebody of rank: جسر | الشيخ مرهون, حي | الأميرة سلمى."""
    stop = first + 1
    if stop >= len(tokens) or not tokens.kinds[first] & TITLE or not tokens.kinds[first] & DEFINITE:
        return None
    while stop < len(tokens) and stop < first + MOST_NAMES and tokens.kinds[stop] & ANY_NAME and not tokens.kinds[stop] & NO_NAME:
        stop += 1
    return (first, stop) if stop > first + 1 else None


def seldom_name(tokens: Tokens, first: int) -> Range | None:
    """A name behind a word that has other uses, so that everyday speech hardly has it: جسر | الصفصافة; not سد | الفجوة."""
    name = name_behind(tokens, first)
    if name is None or is_beside(tokens.keys[first], "opens_place") or tokens.kinds[first] & TITLE:
        return name
    return name if is_seldom(tokens.keys[first]) else None


def city_behind(tokens: Tokens, first: int) -> Range | None:
    """The city after which a site is called that is none of its streets and markets: جسر | حلب; not طريق حلب."""
    hit = known_at(tokens, first)
    if hit is None or hit.known[0].kind != CITY_KIND or is_beside(tokens.keys[first - 1], "loose"):
        return None
    return with_side(tokens, (hit.first, hit.stop))


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
    return is_within(tokens, stop)


def is_within(tokens: Tokens, stop: int) -> bool:
    """Whether what stands behind a name tells in what it lies: | بقضاء الشوف, | شمالي حلب."""
    if stop + 1 >= len(tokens):
        return False
    held = tokens.keys[stop] in (IN, BY) and is_beside(tokens.keys[stop + 1], "holds_places")
    by_side = is_beside(tokens.keys[stop], "behind_place") and bool(tokens.kinds[stop + 1] & PLACES)
    return held or is_beside(tokens.keys[stop], "holds_places") or by_side


def names_place(opens: str, key: str) -> bool:
    """Whether a definite word that general text hardly has stands behind what opens places alone: تل | السدر; not أم | السعد."""
    if is_beside(opens, "opens_people") or not key.startswith(ARTICLE):
        return False
    return max(frequencies().get(key, 0), frequencies().get(bare_key(key), 0)) < SELDOM
