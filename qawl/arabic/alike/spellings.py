"""Whether two written words may be one part of a name: إسحاق and إسحق, شتاينهاوزر and ستينهاوسر; not السمان and السماني."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache

from qawl.arabic.alike.forms import Part, links, name_of
from qawl.arabic.letters import (
    ALEF,
    ARTICLE,
    BY,
    FAITH,
    FATHER,
    FOREIGN_DIGRAPHS,
    FOREIGN_NEAR,
    FOREIGN_SOUNDS,
    GLIDES_WRITTEN_OTHERWISE,
    HAMZA,
    HUSHED_AND_HISSED,
    JOINS_FREELY,
    SERVANT,
    SON,
    TA_MARBUTA,
    bare_key,
    fold,
    foreign_sound,
)
from qawl.arabic.names.units import known_abroad, units
from qawl.tables import several, table

# What one letter more or less costs, and a long vowel.
LETTER, VOWEL = 1.0, 0.2
# Two foreign names are one spelling where their difference costs no more than this for each consonant, near up to that.
ONE, NEAR = 0.13, 0.42
# A foreign name that is told by its sounds has so many consonants at least.
FEWEST = 2
# What a name of faith ends with as one word: حسامدين; and a vowel before what may be an article: أول.
FAITH_ENDING, OPEN_VOWEL = FAITH[len(ARTICLE) :], JOINS_FREELY
# Two sounds that desks take for each other so often that no key tells them apart.
HUSHED, HISSED = HUSHED_AND_HISSED
# A hamza before a glide, and one written twice.
_GLIDES = re.compile(GLIDES_WRITTEN_OTHERWISE)


class Likeness(IntEnum):
    """How two words are alike: not at all; as a name and its pet form; nearly; in two spellings of one name; letter for letter."""

    OTHER = 0
    CALLED = 1
    NEAR = 2
    SPELT = 3
    SAME = 4


def likeness(first: Part, second: Part) -> Likeness:
    """How the words of two names are alike."""
    return _likeness(*sorted((first, second)))


@lru_cache(maxsize=1 << 14)
def _likeness(first: Part, second: Part) -> Likeness:
    if first.key == second.key:
        return Likeness.SAME
    if plain(first.key) == plain(second.key) or descended(first) & descended(second) or is_shortened(first, second):
        return Likeness.SPELT
    if is_led_by_vowel(first, second):
        return Likeness.SPELT
    called = called_for(first) & called_for(second) or is_without_faith(first.key, second.key) or lacks_particle(first, second)
    otherwise = Likeness.CALLED if called else Likeness.OTHER
    return otherwise if is_at_home(first) and is_at_home(second) else max(otherwise, abroad(first.key, second.key))


def is_led_by_vowel(first: Part, second: Part) -> bool:
    """Whether one foreign name opens with what the other has as an article: أولبرايتون, البرايتون."""
    for one, other in ((first, second), (second, first)):
        if (
            one.definite
            and not other.definite
            and not is_at_home(other)
            and other.key.startswith((ALEF + OPEN_VOWEL + ARTICLE[1:], ARTICLE))
        ):
            return other.key.removeprefix(ALEF).removeprefix(OPEN_VOWEL).removeprefix(ARTICLE[1:]) == one.key
    return False


def is_without_faith(first: str, second: str) -> bool:
    """Whether one name is the other without الدين, as people call him: حسام الدين, حسام."""
    short, full = sorted((first, second), key=len)
    return full == short + FAITH_ENDING and len(short) > FEWEST


def lacks_particle(first: Part, second: Part) -> bool:
    """Whether one foreign surname is the other without what leads to it, as some desks leave it out: فون هاغن, هاغن."""
    short, full = sorted((plain(first.key), plain(second.key)), key=len)
    return (
        len(short) > FEWEST + 1 and full.endswith(short) and full.removesuffix(short) in particles() and not is_at_home(Part(short))
    )


@cache
def particles() -> frozenset[str]:
    """The folded words that lead to a foreign surname, and two of them: فون، فاندير."""
    single = [form for form, link in links().items() if link == "abroad"]
    return frozenset((*single, *(one + other for one in single for other in single)))


@lru_cache(maxsize=1 << 14)
def plain(key: str) -> str:
    """A key without what desks leave out or write otherwise: the last hamza, ه or ا at the end; the one spelling of the table.

    A hamza before و or ي, one of these twice, and the letters of other lands are written otherwise too: رءوف, رؤوف; عگيلي.
    """
    found = spellings().get(key, key)
    bare = _GLIDES.sub(r"\1", "".join(FOREIGN_SOUNDS.get(letter, letter) for letter in found.removesuffix(HAMZA)))
    return bare[:-1] + TA_MARBUTA if bare.endswith(ALEF) and len(bare) > len(ALEF) + FEWEST else bare


@cache
def spellings() -> dict[str, str]:
    """Bare folded spelling of a name -> the one that stands for all."""
    rows = table("name_spellings.tsv")
    return {bare_key(fold(form)): bare_key(fold(row["form"])) for row in rows for form in several(row["variants"])}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Bare folded pet form -> the given names that it is for: ميدو for محمد."""
    found: dict[str, set[str]] = {}
    for row in table("nicknames.tsv"):
        full = name_of(row["form"]).parts[0].key
        for form in (row["form"], *several(row["variants"])):
            found.setdefault(name_of(form).parts[0].key, set()).add(full)
    return {form: frozenset(full) for form, full in found.items()}


def called_for(part: Part) -> frozenset[str]:
    """The given names for which people are called so, of a given name itself: طوني for أنطوان; of a surname with article none."""
    surname = part.definite and not part.key.startswith(SERVANT)
    return frozenset() if surname else nicknames().get(part.key, frozenset())


def is_shortened(first: Part, second: Part) -> bool:
    """Whether one has the article, alone or behind أبو, as the Maghreb speaks it: لخضر and الأخضر, بلقاسم and أبو القاسم."""
    for spoken_so, written in ((first, second), (second, first)):
        if spoken_so.definite or spoken_so.link:
            continue
        bare = spoken_so.key.removeprefix(ARTICLE[1:])
        if written.definite and bare != spoken_so.key and written.key in (bare, ALEF + bare):
            return True
        father = spoken_so.key.removeprefix(BY + ARTICLE[1:])
        if father != spoken_so.key and written.key == FATHER[1:] + father:
            return True
    return False


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
