"""How the names of two bodies stand to each other: in full, one a short form of the other, or by its head alone."""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from qawl.arabic.actors import keys_of
from qawl.arabic.alike.forms import Part
from qawl.arabic.alike.latin import VOWELS, is_latin, latin_words, sounds_like
from qawl.arabic.alike.spellings import Likeness
from qawl.arabic.letters import ADDRESSING, FEMININE_PLURAL, NISBA, PLURALS, TA_MARBUTA, fold
from qawl.arabic.lexicon import BODY, CITY, FUNCTION, word_classes
from qawl.arabic.ordinary import frequencies
from qawl.arabic.phrases.kin import in_common_words
from qawl.arabic.phrases.offices import lands_in, stem
from qawl.arabic.tokens import Tokens
from qawl.arabic.world.extent import key_behind_for
from qawl.tables import several, table

# A word that general text has less often is of its own kind: it tells one body from all others.
OWN = 60
ENDINGS = (FEMININE_PLURAL, *PLURALS, *reversed(NISBA), TA_MARBUTA)
SHORTEST = 2
# So many letters with dots between them are a body's.
FEWEST_INITIALS = 3


class BodyBond(Enum):
    """How two names of bodies stand to each other."""

    WHOLE = "same_full_name"
    BARE = "without_kind"  # the name without the word for its kind: بدر للنقل of شركة بدر للنقل
    SHORT = "short_form"  # the same head, and of the other words only such as the longer name has
    ACRONYM = "same_acronym"  # one word by which a page tells that the body goes
    KIND = "other_kind_word"  # one name behind two words for its kind: حزب الأفق beside حركة الأفق
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
    """The words of a body's name, in the one name for all that mean the same: الخارجية الروسية as وزارة الخارجية."""
    keys = name_keys(form)
    lands = lands_in(keys)
    bare = tuple(key for key in keys if key not in lands)
    same = synonyms().get(tuple(map(stem, bare)))
    return named_by(keys if same is None else (*same, *lands))


def name_keys(form: str) -> tuple[str, ...]:
    """The bare keys of a body's name without small words."""
    tokens = Tokens(form)
    keys = keys_of(tokens, (0, len(tokens)))
    words = (key_behind_for(key) or key for key in keys if not word_classes().get(key, 0) & FUNCTION)
    return in_common_words(("", *words))[1:]


def named_by(keys: tuple[str, ...]) -> BodyName:
    """The name that bare keys make."""
    lands = lands_in(keys)
    towns = {stem(key) for key in keys[1:] if word_classes().get(key, 0) & CITY and key not in lands}
    tail = {singular(key) for key in keys[1:] if key not in lands and stem(key) not in towns}
    tail = tail - stems_of("charged") or tail
    own = any(frequencies().get(key, 0) < OWN and not key.isascii() for key in own_keys(keys) if key not in lands)
    return BodyName(stem(keys[0]) if keys else "", frozenset(tail), frozenset(lands.values()), frozenset(towns), own)


def own_keys(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The words that may tell a body from others of its kind: those behind its head, or the head where it is no word for a body."""
    return keys[1:] if keys and word_classes().get(keys[0], 0) & BODY else keys


@cache
def synonyms() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The stems of each name of `body_synonyms.tsv` -> the keys of the one name for all that mean the same."""
    return {
        tuple(map(stem, name_keys(form))): name_keys(row["form"])
        for row in table("body_synonyms.tsv")
        for form in (row["form"], *several(row["variants"]))
    }


@cache
def stems_of(kind: str) -> frozenset[str]:
    """The stems, as heads and as words of a tail have them, of the words of a class of `world_words.tsv`."""
    words = [fold(row["form"]) for row in table("world_words.tsv") if row["class"] == kind]
    return frozenset(form for word in words for key in name_keys(word) for form in (stem(key), singular(key)))


def singular(key: str) -> str:
    """A word without the endings of plurals and adjectives: صيادي and صيادين are one."""
    return next((key.removesuffix(end) for end in ENDINGS if key.endswith(end) and len(key) > len(end) + SHORTEST), key)


def body_bond(first: str, second: str) -> BodyBond:
    """How the names of two bodies stand to each other; the same whichever comes first."""
    if is_latin(first) or is_latin(second):
        return latin_bond(first, second)
    if are_initials(first, second) or are_initials(second, first):
        return BodyBond.ACRONYM
    one, two = body_name(first), body_name(second)
    names = one._replace(tail=without_for(one.tail, two.tail)), two._replace(tail=without_for(two.tail, one.tail))
    short, full = sorted(names, key=lambda name: (len(name.tail) + len(name.towns), name))
    if not short.head:
        return BodyBond.STRANGER
    if short.lands and full.lands and not short.lands & full.lands:
        return BodyBond.STRANGER
    if not heads_alike(short, full):
        return bond_of_kinds(short, full)
    mine, theirs = short.tail | short.towns, full.tail | full.towns
    if mine == theirs:
        return BodyBond.WHOLE if mine or short.own else BodyBond.HEAD
    if mine and mine <= theirs:
        return BodyBond.SHORT
    return BodyBond.STRANGER if mine else BodyBond.HEAD


def are_initials(short: str, full: str) -> bool:
    """Whether letters with dots between them are those with which the words of a name begin: ج.ع.ص of الجمعية العربية للصيد."""
    letters = initials_in(short)
    return bool(letters) and initials_of(full)[: len(letters)] == letters


def initials_in(form: str) -> str:
    """The letters of a form that is nothing but letters with dots between them; nothing of another one."""
    letters = fold(form).strip(".").split(".")
    return "".join(letters) if len(letters) >= FEWEST_INITIALS and all(len(letter) == 1 for letter in letters) else ""


@lru_cache(maxsize=1 << 14)
def initials_of(form: str) -> str:
    """The letters with which the words of a name begin, without article and small words."""
    return "".join(key[0] for key in name_keys(form))


def without_for(words: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """The words of a name, without their ل where the other name has them so: لمجهزي of الرابطة المغربية لمجهزي المراكب."""
    return frozenset(word[1:] if word[0] == ADDRESSING and word[1:] in theirs else word for word in words)


def bond_of_kinds(short: BodyName, full: BodyName) -> BodyBond:
    """How two names of other heads stand to each other: one may lack the word for its kind, or have another one."""
    theirs = full.tail | full.towns
    mine = {short.head, singular(short.head), *short.tail, *short.towns}
    if is_one_word(short) and short.own and mine & theirs:
        return BodyBond.BARE if theirs <= mine and full.head in stems_of("bears_name") else BodyBond.ACRONYM
    if full.head not in stems_of("bears_name"):
        return BodyBond.STRANGER
    if short.head in stems_of("bears_name"):
        return BodyBond.KIND if short.tail | short.towns == theirs and (short.own or len(theirs) > 1) else BodyBond.STRANGER
    if word_classes().get(short.head, 0) & BODY or not short.tail:
        return BodyBond.STRANGER
    heads = {short.head, singular(short.head)}
    if not heads & theirs or not (short.tail | short.towns) <= theirs:
        return BodyBond.STRANGER
    return BodyBond.BARE if theirs <= mine else BodyBond.SHORT


def own_words(name: BodyName) -> frozenset[str]:
    """The words of a name without the one for its kind: of شركة بدر للنقل and of بدر للنقل the same."""
    head = frozenset() if name.head in stems_of("bears_name") else frozenset({singular(name.head)})
    return name.tail | name.towns | head


def heads_alike(one: BodyName, other: BodyName) -> bool:
    """Whether two names have one head."""
    return one.head == other.head


def is_one_word(name: BodyName) -> bool:
    """Whether a name is one word, and no word for a body: ضمان; not الهيئة."""
    return not (name.tail or name.towns) and not word_classes().get(name.head, 0) & BODY


def is_spelt_out(latin: str) -> bool:
    """Whether an acronym is said letter by letter, so that it sounds like no word: CNN; not NATO."""
    return latin.isupper() and not set(VOWELS) & set(latin.casefold())


def latin_bond(first: str, second: str) -> BodyBond:
    """How two names of bodies stand to each other, of which one at least is in Latin letters."""
    if is_latin(first) and is_latin(second):
        short, full = sorted((latin_words(first), latin_words(second)), key=len)
        return BodyBond.WHOLE if short == full else BodyBond.SHORT if short == full[: len(short)] else BodyBond.STRANGER
    latin, arabic = (first, second) if is_latin(first) else (second, first)
    tokens = Tokens(arabic)
    keys = [key for key in keys_of(tokens, (0, len(tokens))) if not word_classes().get(key, 0) & BODY]
    words = latin_words(latin)
    if not keys or not words or is_spelt_out(latin):
        return BodyBond.STRANGER
    joined = max(
        sounds_like("".join(words), Part("".join(keys))), sounds_like(words[0], Part(keys[0])) if len(keys) == 1 else Likeness.OTHER
    )
    apart = (
        len(words) == len(keys)
        and min(sounds_like(word, Part(key)) for word, key in zip(words, keys, strict=True)) >= Likeness.SPELT
    )
    return BodyBond.WHOLE if apart or joined >= Likeness.SPELT else BodyBond.STRANGER
