"""Lengths of time: ثلاثة أيام، يومين، نصف ساعة، لمدة شهر، سنة ونصف."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.letters import ARTICLE, JOINS_FREELY, OF, ROUND, bare_key
from qawl.arabic.lexicon import COMMA, FUNCTION, NAME_UNIT, PREFIX, PUNCTUATION
from qawl.arabic.numerals import HALVES, Numeral, Word, forms_of, meanings, numeral_at, word_at
from qawl.arabic.tokens import Tokens

# What half of a unit is, and a quarter: نصف ساعة, نصف قرن.
PARTS = {
    "PT|1|H": ("PT", 60, "M"),
    "P|1|D": ("PT", 24, "H"),
    "P|1|Y": ("P", 12, "M"),
    "P|10|Y": ("P", 10, "Y"),
    "P|100|Y": ("P", 100, "Y"),
}
# The units of time from the longest on.
RANKS = ("Y", "M", "W", "D", "TH", "TM", "TS")
# Years stand so near to a word of age.
AGE_REACH = 4


class Length(NamedTuple):
    """A length of time: tokens ``first`` to ``then``, and its ISO 8601 duration."""

    first: int
    then: int
    value: str


def length_at(tokens: Tokens, place: int) -> Length | None:
    """The length of time without a number that begins at `place`: يومين، نصف ساعة، لمدة | شهر."""
    if two := word_at(tokens, place, "two"):
        return with_rest(tokens, place, two, 2)
    if tokens.keys[place].startswith(ARTICLE):
        return told_length(tokens, place)
    part = word_at(tokens, place, *HALVES)
    if part and (unit := word_at(tokens, part.then, "time")) and unit.value in PARTS:
        return Length(place, unit.then, share_of(unit, part))
    lasts = word_at(tokens, place, "lasts")
    one = word_at(tokens, lasts.then, "time") if lasts else None
    return with_rest(tokens, one.then - 1, one, 1) if one and stands_alone(tokens, one.then) else None


def told_length(tokens: Tokens, place: int) -> Length | None:
    """Units with their article whose number stands behind them: السنوات | الخمس، الأيام | الـ10."""
    unit = next((value for keys, kind, value in meanings().get(bare_key(tokens.keys[place]), ()) if kind == "times"), None)
    if unit is None or place + 1 >= len(tokens):
        return None
    key, then = tokens.keys[place + 1], place + 2
    if key == ARTICLE and then < len(tokens) and tokens.keys[then].isdecimal():
        return Length(place, then + 1, iso(Word("times", unit, then), float(tokens.keys[then])))
    few = (value for keys, kind, value in meanings().get(bare_key(key), ()) if kind in ("one", "ten") and len(keys) == 1)
    count = next(few, None) if key.startswith(ARTICLE) else None
    return Length(place, then, iso(Word("times", unit, then), float(count))) if count else None


def stands_alone(tokens: Tokens, place: int) -> bool:
    """Whether a unit of time ends before `place`: لمدة شهر | في، لمدة شهر | كامل; not خلال عقد | اجتماع."""
    free = place >= len(tokens) or tokens.kinds[place] & (PUNCTUATION | PREFIX | FUNCTION)
    return bool(free) or word_at(tokens, place, "whole") is not None


def counted_length(tokens: Tokens, number: Numeral) -> Length | None:
    """The length of time of which a number counts the units: ثلاثة | أيام; None where the number is vague."""
    unit = word_at(tokens, number.then, "time", "times")
    return with_rest(tokens, number.first, unit, number.value) if unit and number.value is not None else None


def with_rest(tokens: Tokens, first: int, unit: Word, count: float) -> Length | None:
    """So many units, and what و adds to them: سنة | ونصف، سنة | وستة أشهر."""
    value, then = iso(unit, count), unit.then
    if then + 1 >= len(tokens) or tokens.keys[then] != JOINS_FREELY:
        return Length(first, then, value)
    if half := word_at(tokens, then + 1, *HALVES):
        return Length(first, half.then, joined(value, share_of(unit, half))) if unit.value in PARTS else None
    number = numeral_at(tokens, then + 1)
    more = counted_length(tokens, number) if number else word_after(tokens, then + 1)
    return Length(first, more.then, joined(value, more.value)) if more else Length(first, then, value)


def word_after(tokens: Tokens, place: int) -> Length | None:
    """Two units at `place`: سنة | وشهرين."""
    two = word_at(tokens, place, "two")
    return Length(place, two.then, iso(two, 2)) if two else None


def rank(value: str) -> int:
    """The place of the last unit of a duration among all: P2Y is 0, PT30M is 5."""
    return RANKS.index(("T" if "T" in value else "") + value[-1])


def joined(value: str, more: str) -> str:
    """Two durations as one: P1Y and P6M are P1Y6M, P2D and PT12H are P2DT12H; of one unit they are added up."""
    if rank(value) == rank(more):
        head = value[: 2 if "T" in value else 1]
        return f"{head}{float(value[len(head) : -1]) + float(more[len(head) : -1]):g}{value[-1]}"
    return value + more.removeprefix("PT" if "T" in value else "P")


def share_of(unit: Word, part: Word) -> str:
    """The duration of a part of a unit: نصف ساعة is PT30M."""
    head, whole, letter = PARTS[unit.value]
    return f"{head}{whole * part.number:g}{letter}"


def iso(unit: Word, count: float) -> str:
    """An ISO 8601 duration: P3D, PT30M."""
    head, size, letter = unit.value.split("|")
    total = count * int(size)
    return f"{head}{int(total) if total == int(total) else total}{letter}"


def is_age(tokens: Tokens, number: Numeral, length: Length) -> bool:
    """Whether years beside a word of age, behind a name or set off are somebody's age: عمره 30 عاما، (30 عاما)، سالم، 30 عاما،."""
    before, then = number.first - 1, number.then + 1
    if not length.value.endswith(RANKS[0]) or before < 0:
        return False
    if any(word_at(tokens, place, "age") for place in range(max(0, before + 1 - AGE_REACH), before + 1)):
        return True
    if tokens.keys[before] in ROUND or tokens.kinds[before] & NAME_UNIT:
        return True
    behind = tokens.keys[then + 1 : then + 2] if tokens.keys[then] == OF else []
    set_off = tokens.kinds[before] & COMMA and tokens.kinds[then] & COMMA
    return bool(set_off) or any((key,) in forms_of("age") for key in behind)
