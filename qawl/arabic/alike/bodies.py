"""How the names of two bodies stand to each other: in full, one a short form of the other, or by its head alone."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from qawl.arabic.actors import keys_of
from qawl.arabic.alike.forms import Part
from qawl.arabic.alike.latin import is_latin, latin_words, sounds_like
from qawl.arabic.alike.spellings import Likeness
from qawl.arabic.kin import in_common_words
from qawl.arabic.letters import FEMININE_PLURAL, NISBA, PLURALS, TA_MARBUTA
from qawl.arabic.lexicon import BODY, CITY, FUNCTION, word_classes
from qawl.arabic.offices import lands_in, stem
from qawl.arabic.ordinary import frequencies
from qawl.arabic.tokens import Tokens

# A word that general text has less often is of its own kind: it tells one body from all others.
OWN = 60
ENDINGS = (FEMININE_PLURAL, *PLURALS, *reversed(NISBA), TA_MARBUTA)
SHORTEST = 2


class BodyBond(Enum):
    """How two names of bodies stand to each other."""

    WHOLE = "same_full_name"
    SHORT = "short_form"  # the same head, and of the other words only such as the longer name has
    ACRONYM = "same_acronym"  # one word by which a page tells that the body goes
    HEAD = "same_kind"  # the head alone: الاتحاد
    STRANGER = "other_name"


class BodyName(NamedTuple):
    """The name of a body: its head (`هيئة`), the stems behind it, the lands and towns in it, whether a word is of its own kind."""

    head: str
    tail: frozenset[str]
    lands: frozenset[str]
    towns: frozenset[str]
    own: bool


@lru_cache(maxsize=1 << 14)
def body_name(form: str) -> BodyName:
    """The words of a body's name."""
    tokens = Tokens(form)
    keys = in_common_words(("", *(key for key in keys_of(tokens, (0, len(tokens))) if not word_classes().get(key, 0) & FUNCTION)))[
        1:
    ]
    lands = lands_in(keys)
    towns = {stem(key) for key in keys[1:] if word_classes().get(key, 0) & CITY and key not in lands}
    tail = {singular(key) for key in keys[1:] if key not in lands and stem(key) not in towns}
    own = any(frequencies().get(key, 0) < OWN and not key.isascii() for key in keys[1:] if key not in lands)
    return BodyName(stem(keys[0]) if keys else "", frozenset(tail), frozenset(lands.values()), frozenset(towns), own)


def singular(key: str) -> str:
    """A word without the endings of plurals and adjectives: صيادي and صيادين are one."""
    return next((key.removesuffix(end) for end in ENDINGS if key.endswith(end) and len(key) > len(end) + SHORTEST), key)


def body_bond(first: str, second: str) -> BodyBond:
    """How the names of two bodies stand to each other; the same whichever comes first."""
    if is_latin(first) or is_latin(second):
        return latin_bond(first, second)
    short, full = sorted((body_name(first), body_name(second)), key=lambda name: (len(name.tail) + len(name.towns), name))
    if not short.head or not heads_alike(short, full):
        return BodyBond.ACRONYM if is_one_word(short) and short.head in full.tail and short.own else BodyBond.STRANGER
    if short.lands and full.lands and not short.lands & full.lands:
        return BodyBond.STRANGER
    mine, theirs = short.tail | short.towns, full.tail | full.towns
    if mine == theirs:
        return BodyBond.WHOLE if mine or short.own else BodyBond.HEAD
    if mine and mine <= theirs:
        return BodyBond.SHORT
    return BodyBond.STRANGER if mine else BodyBond.HEAD


def heads_alike(one: BodyName, other: BodyName) -> bool:
    """Whether two names have one head."""
    return one.head == other.head


def is_one_word(name: BodyName) -> bool:
    """Whether a name is one word, and no word for a body: ضمان; not الهيئة."""
    return not (name.tail or name.towns) and not word_classes().get(name.head, 0) & BODY


def latin_bond(first: str, second: str) -> BodyBond:
    """How two names of bodies stand to each other, of which one at least is in Latin letters."""
    if is_latin(first) and is_latin(second):
        short, full = sorted((latin_words(first), latin_words(second)), key=len)
        return BodyBond.WHOLE if short == full else BodyBond.SHORT if short == full[: len(short)] else BodyBond.STRANGER
    latin, arabic = (first, second) if is_latin(first) else (second, first)
    tokens = Tokens(arabic)
    keys = [key for key in keys_of(tokens, (0, len(tokens))) if not word_classes().get(key, 0) & BODY]
    words = latin_words(latin)
    if not keys or not words:
        return BodyBond.STRANGER
    joined = max(
        sounds_like("".join(words), Part("".join(keys))), sounds_like(words[0], Part(keys[0])) if len(keys) == 1 else Likeness.OTHER
    )
    apart = (
        len(words) == len(keys)
        and min(sounds_like(word, Part(key)) for word, key in zip(words, keys, strict=True)) >= Likeness.SPELT
    )
    return BodyBond.WHOLE if apart or joined >= Likeness.SPELT else BodyBond.STRANGER
