"""A name in Latin letters beside one in Arabic: James Appathurai, جيمس أباثوراي."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import islice, product

from qawl.arabic.alike.forms import Name, Part, name_of
from qawl.arabic.alike.names import Bond, Match, match
from qawl.arabic.alike.spellings import Likeness, abroad
from qawl.arabic.letters import ALEF, ARABIC_LETTER, SON, VOWELS_FIRST
from qawl.tables import several, table

NOTHING = "-"
# So many ways of writing one Latin word are tried at most.
MOST_WAYS = 256
VOWELS = "aeiou"
_WORDS = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
# The article before a family name in Latin letters, alone or joined: Al-Kindi, Elazhary.
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ar|as|ash)(?=.{3})")
# Latin words inside names that Arabic writes with another word, or not at all, and those behind the names of companies.
_LINKS = frozenset({"al", "el", "ul", "bin", "ibn", "ben", "bint", "ould", "abu", "abd"})
_LEGAL = frozenset({"ag", "gmbh", "sa", "ltd", "inc", "llc", "plc", "co", "corp", "spa", "nv", "bv", "se", "sarl", "srl", "group"})


def is_latin(form: str) -> bool:
    """Whether a name has no Arabic letter, but Latin ones."""
    return not ARABIC_LETTER.search(form) and bool(_WORDS.search(form))


@lru_cache(maxsize=1 << 12)
def latin_words(form: str) -> tuple[str, ...]:
    """The words of a Latin name, small and without accents, without those that tell what kind of company it is."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", form.casefold()) if not unicodedata.combining(letter))
    words = [word.replace("'", "").replace("’", "") for whole in _WORDS.findall(plain) for word in whole.split("-")]
    kept = [word for word in words if word not in _LEGAL]
    return tuple(kept or words)


@cache
def written() -> dict[str, tuple[str, ...]]:
    """Latin letters -> the Arabic ones that are written for them."""
    return {
        row["latin"]: tuple("" if form == NOTHING else form for form in several(row["arabic"]))
        for row in table("latin_letters.tsv")
    }


@cache
def letters() -> re.Pattern[str]:
    """What is looked up of a Latin word, the longer ones first."""
    return re.compile("|".join(sorted(written(), key=lambda latin: (-len(latin), latin))))


@lru_cache(maxsize=1 << 12)
def in_arabic(word: str) -> tuple[str, ...]:
    """The ways of writing a Latin word in Arabic letters."""
    choices = [written()[found[0]] for found in letters().finditer(word)]
    if word[:1] in VOWELS and choices:
        choices[0] = (*VOWELS_FIRST[:2], ALEF + choices[0][0], *choices[0])
    return tuple(dict.fromkeys("".join(way) for way in islice(product(*choices), MOST_WAYS)))


@lru_cache(maxsize=1 << 14)
def sounds_like(latin: str, part: Part) -> Likeness:
    """How a Latin word is like a part of a name in Arabic letters."""
    keys = (part.key, SON + part.key) if part.link == "son" else (part.key,)
    bare = _ARTICLE.sub("", latin)
    words = (latin, bare) if part.definite and bare != latin else (latin,)
    ways = (way for word in words for way in in_arabic(word) if way)
    return max((abroad(way, key) for way in ways for key in keys), default=Likeness.OTHER)


def match_forms(first: str, second: str) -> Match:
    """How two written names stand to each other, whichever script they have."""
    latin = is_latin(first), is_latin(second)
    if all(latin):
        return match_two_latin(first, second)
    if any(latin):
        return match_latin(first, second) if latin[0] else match_latin(second, first)
    return match(first, second)


def match_latin(latin: str, arabic: str) -> Match:
    """How a Latin name stands to one in Arabic letters: whole, the family name alone, or another one."""
    words, name = tuple(word for word in latin_words(latin) if word not in _LINKS), name_of(arabic)
    if not words or not name.parts:
        return Match(Bond.STRANGER)
    if len(words) > 1 and len(words[0]) == 1:
        return by_initial(words, name)
    if len(words) == len(name.parts):
        likes = [sounds_like(word, part) for word, part in zip(words, name.parts, strict=True)]
        bond = Bond.WHOLE if len(words) > 1 else Bond.FAMILY
        return Match(bond, name.parts, min(likes), likes[-1]) if min(likes) else Match(Bond.STRANGER)
    return ends_alike(words, name)


def by_initial(words: tuple[str, ...], name: Name) -> Match:
    """How a Latin name of an initial and a family name stands to one in Arabic: as its family name alone, unless its letter is
    another one.
    """
    last = sounds_like(words[-1], name.parts[-1])
    fits = len(name.parts) == 1 or any(way and name.parts[0].key.startswith(way) for way in in_arabic(words[0]))
    return Match(Bond.FAMILY, name.parts[-1:], last) if fits and last else Match(Bond.STRANGER)


def ends_alike(words: tuple[str, ...], name: Name) -> Match:
    """How a Latin name stands to one of more or fewer parts: by its ends, or as the family name alone."""
    first, last = sounds_like(words[0], name.parts[0]), sounds_like(words[-1], name.parts[-1])
    if len(words) > 1 and len(name.parts) > 1 and first and last:
        return Match(Bond.ENDS, (name.parts[0], name.parts[-1]), min(first, last))
    if last and min(len(words), len(name.parts)) == 1:
        return Match(Bond.FAMILY, name.parts[-1:], last)
    return Match(Bond.STRANGER)


def match_two_latin(first: str, second: str) -> Match:
    """How two names in Latin letters stand to each other."""
    short, full = sorted((latin_words(first), latin_words(second)), key=lambda words: (len(words), words))
    parts = tuple(Part(word) for word in short)
    if len(short) > 1 and 1 in (len(short[0]), len(full[0])):
        alike = short[0][0] == full[0][0] and short[-1] == full[-1]
        return Match(Bond.FAMILY, parts[-1:]) if alike else Match(Bond.STRANGER)
    if short == full:
        return Match(Bond.WHOLE if len(short) > 1 else Bond.FAMILY, parts)
    if len(short) > 1 and (short[0], short[-1]) == (full[0], full[-1]):
        return Match(Bond.ENDS, parts)
    return Match(Bond.FAMILY, parts) if len(short) == 1 and short[0] == full[-1] else Match(Bond.STRANGER)
