"""Whether two written words may be one part of a name: إسحاق and إسحق, شتاينهاوزر and ستينهاوسر; not السمان and السماني."""

from __future__ import annotations

from enum import IntEnum
from functools import cache, lru_cache

from qawl.arabic.alike.forms import Part
from qawl.arabic.letters import (
    ALEF,
    ARTICLE,
    BY,
    FATHER,
    FOREIGN_DIGRAPHS,
    FOREIGN_NEAR,
    FOREIGN_SOUNDS,
    HAMZA,
    HUSHED_AND_HISSED,
    SON,
    TA_MARBUTA,
    bare_key,
    fold,
    foreign_sound,
)
from qawl.arabic.name_units import known_abroad, units
from qawl.tables import several, table

# What one letter more or less costs, and a long vowel.
LETTER, VOWEL = 1.0, 0.2
# Two foreign names are one spelling where their difference costs no more than this for each consonant, near up to that.
ONE, NEAR = 0.13, 0.42
# A foreign name that is told by its sounds has so many consonants at least.
FEWEST = 2
# Two sounds that desks take for each other so often that no key tells them apart.
HUSHED, HISSED = HUSHED_AND_HISSED


class Likeness(IntEnum):
    """How two words are alike: not at all; so that it may be; in two spellings of one name; letter for letter."""

    OTHER = 0
    NEAR = 1
    SPELT = 2
    SAME = 3


def likeness(first: Part, second: Part) -> Likeness:
    """How the words of two names are alike."""
    return _likeness(*sorted((first, second)))


@lru_cache(maxsize=1 << 14)
def _likeness(first: Part, second: Part) -> Likeness:
    if first.key == second.key:
        return Likeness.SAME
    if plain(first.key) == plain(second.key) or descended(first) & descended(second):
        return Likeness.SPELT
    if is_at_home(first) and is_at_home(second):
        return Likeness.OTHER
    return abroad(first.key, second.key)


@lru_cache(maxsize=1 << 14)
def plain(key: str) -> str:
    """A key without what desks leave out or write otherwise: the last hamza, ه or ا at the end; the one spelling of the table."""
    found = spellings().get(key, key)
    bare = found.removesuffix(HAMZA)
    return bare[:-1] + TA_MARBUTA if bare.endswith(ALEF) and len(bare) > len(ALEF) + FEWEST else bare


@cache
def spellings() -> dict[str, str]:
    """Bare folded spelling of a name -> the one that stands for all."""
    rows = table("name_spellings.tsv")
    return {bare_key(fold(form)): bare_key(fold(row["form"])) for row in rows for form in several(row["variants"])}


def descended(part: Part) -> frozenset[str]:
    """The ways of joining بن with the name behind it: بنشقرون, بلمهدي, بالرجب; nothing for a name that has neither."""
    if part.link == "son":
        joined = (SON + part.key, BY + ARTICLE + part.key, BY + ARTICLE[1:] + part.key)
        return frozenset(joined)
    return frozenset((part.key,)) if part.key.startswith((SON, BY)) and len(part.key) > len(SON) + FEWEST else frozenset()


@lru_cache(maxsize=1 << 14)
def is_at_home(part: Part) -> bool:
    """Whether a word is a name of Arabs, or has a form that only these have, so that its vowels are not free."""
    if part.definite or part.link == "house" or part.key.startswith(FATHER[1:]):
        return True
    key = part.key
    return (key in units() or ARTICLE + key in units()) and key not in known_abroad()


@lru_cache(maxsize=1 << 14)
def blurred(part: Part) -> str:
    """The consonants of a word, so that all its spellings have one, and few other words: شتاينهاوزر and ستينهاوسر."""
    key = plain(part.key)
    for led in (SON, BY + ARTICLE, BY + ARTICLE[1:]):
        if key.startswith(led) and len(key) > len(led) + FEWEST and not part.link:
            key = key.removeprefix(led)
            break
    sounds = foreign_sound(spoken(bare_key(key))).replace(HUSHED, HISSED)
    return "".join(letter for place, letter in enumerate(sounds) if not place or letter != sounds[place - 1]) or key


def abroad(first: str, second: str) -> Likeness:
    """How two foreign words are alike, by the letters that desks write for one sound, and their vowels."""
    length = max(len(foreign_sound(first)), len(foreign_sound(second)))
    if min(len(first), len(second)) <= FEWEST:
        return Likeness.OTHER
    share = distance(spoken(first), spoken(second)) / length if length else LETTER
    return Likeness.SPELT if share <= ONE else Likeness.NEAR if share <= NEAR else Likeness.OTHER


@lru_cache(maxsize=1 << 14)
def spoken(key: str) -> str:
    """A foreign word with its sounds of two letters made one, and no letter twice but at its head, where none is long: ببانه."""
    for two, one in FOREIGN_DIGRAPHS.items():
        key = key.replace(two, one)
    letters = [FOREIGN_SOUNDS.get(letter, letter) for letter in key]
    return "".join(letter for place, letter in enumerate(letters) if place < 2 or letter != letters[place - 1])


def distance(first: str, second: str) -> float:
    """The cost of turning one word into the other; their first letters stand for each other."""
    row = [0.0]
    for letter in second[1:]:
        row.append(row[-1] + cost(letter))
    for mine in first[1:]:
        above, row = row, [row[0] + cost(mine)]
        for place, theirs in enumerate(second[1:]):
            row.append(min(above[place] + exchange(mine, theirs), above[place + 1] + cost(mine), row[-1] + cost(theirs)))
    return exchange(first[0], second[0]) + row[-1]


@cache
def cost(letter: str) -> float:
    """The cost of a letter that only one word has."""
    return LETTER if foreign_sound(letter) else VOWEL


@cache
def exchange(mine: str, theirs: str) -> float:
    """The cost of a letter in place of another one."""
    if mine == theirs or foreign_sound(mine) == foreign_sound(theirs) != "":
        return 0.0
    return FOREIGN_NEAR.get(frozenset((mine, theirs)), LETTER)
