"""Numbers with what they count, and lengths of time: 12 خبيرا، الملايين، لمدة ثلاثة أيام.

One walk over the tokens wakes at digits and at words that begin a number or a length of time. No part of a date is either one, no
number that only names (المادة 12, الـ12), none that stands beside another one (3-1) and no bare one, unless a word that counts
leads to it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from qawl.arabic.dates.durations import Length, counted_length, is_age, length_at
from qawl.arabic.dates.words import guards
from qawl.arabic.findings import Range
from qawl.arabic.letters import ARTICLE, DASHES, JOINS_FREELY, OR, ROUND, TO, bare_key
from qawl.arabic.lexicon import BREAK, LATIN, NUMBER, PREFIX, PUNCTUATION
from qawl.arabic.numerals import CARDINALS, Numeral, ends_with, forms_of, is_definite, meanings, numeral_at, word_at
from qawl.arabic.passage import Passage
from qawl.arabic.record import span_of
from qawl.arabic.tokens import Tokens
from qawl.arabic.units import unit_of
from qawl.arabic.where import words_of, words_where
from qawl.model import Date, Duration, Figure

# What a number or a length of time may begin with.
HEADS = (*CARDINALS, "hundred", "hundreds", "scale", "dual", "vague", "half", "quarter", "two", "lasts")
# Years in digits; a number among them counts only before a noun that is often counted.
YEARS = range(1900, 2101)
# What joins digits to others that they are no number without: 3-1, 10:30, 1/3, 5+1.
JOINTS = (*DASHES, "/", ":", "+", "×")
# What stands between the two ends of a range.
RANGE = (TO, OR)
NUMBERS = (*CARDINALS, "hundred", "hundreds", "scale", "dual")
LENGTHS = (*NUMBERS, "time", "times", "two")
BRACKETS = (*ROUND, "[", "]")


class Amount(NamedTuple):
    """A number with its unit: tokens ``first`` to ``then``, those of what leaves it open before it included."""

    first: int
    then: int
    value: float | None
    unit: Range | None


@cache
def wakes() -> frozenset[str]:
    """The keys that may begin a number or a length of time."""
    found = [(key, kind) for key, forms in meanings().items() for _, kind, _ in forms]
    return frozenset([key for key, kind in found if kind in HEADS] + [ARTICLE + key for key, kind in found if kind == "times"])


def find_quantities(passage: Passage, dates: tuple[Date, ...]) -> tuple[tuple[Duration, ...], tuple[Figure, ...]]:
    """The lengths of time and the figures of a passage in text order; no part of one of the dates is either."""
    tokens = passage.tokens
    places = sorted({*words_of(tokens, NUMBER), *words_where(tokens, wakes().__contains__)})
    durations: list[Duration] = []
    figures: list[Figure] = []
    starts, then = [date.start for date in dates], 0
    for place in places:
        if place < then or is_dated(dates, starts, tokens.starts[place]) or passage.is_chrome(place):
            continue
        found, then = quantity_at(tokens, place)
        if found is None or is_dated(dates, starts, tokens.starts[then - 1]):
            continue
        if isinstance(found, Length):
            durations.append(duration_of(passage, found))
        else:
            figures.append(figure_of(passage, found))
    return tuple(durations), tuple(figures)


def is_dated(dates: tuple[Date, ...], starts: list[int], at: int) -> bool:
    """Whether the code point `at` stands in one of the dates, which begin at `starts`."""
    number = bisect_right(starts, at) - 1
    return number >= 0 and at < dates[number].end


def duration_of(passage: Passage, length: Length) -> Duration:
    """A length of time as a part of the record."""
    span = span_of(passage, (length.first, length.then))
    return Duration(span.text, span.start, span.end, length.value)


def figure_of(passage: Passage, amount: Amount) -> Figure:
    """A number as a part of the record."""
    span = span_of(passage, (amount.first, amount.then))
    unit = passage.tokens.surface(*amount.unit) if amount.unit else None
    return Figure(span.text, span.start, span.end, amount.value, unit, amount.value is None)


def quantity_at(tokens: Tokens, place: int) -> tuple[Length | Amount | None, int]:
    """The length of time or the number that begins at `place`, None where it is neither, and the token behind its words."""
    if length := length_at(tokens, place):
        return (None if is_end(tokens, length.first, length.then, LENGTHS) else length), length.then
    number = numeral_at(tokens, place)
    if number is None:
        return None, place + 1
    length = counted_length(tokens, number)
    if is_name(tokens, number) or is_end(tokens, number.first, number.then, NUMBERS):
        return None, number.then
    if length is None:
        amount = amount_at(tokens, number)
        return amount, amount.then if amount else number.then
    if is_age(tokens, number, length):
        return Amount(number.first, number.then + 1, number.value, (number.then, number.then + 1)), number.then + 1
    return (None if is_end(tokens, length.first, length.then, LENGTHS) else length), length.then


def amount_at(tokens: Tokens, number: Numeral) -> Amount | None:
    """A number with its unit and with what leaves it open: أكثر من 12 خبيرا; None for a bare one to which nothing leads."""
    if number.value is None and (word_at(tokens, number.then, "time", "times") or is_told(tokens, number.first - 1)):
        return None
    rough = ends_with(tokens, number.first, "rough")
    sign = ends_with(tokens, number.first, "sign")
    unit = (number.first - sign, number.first) if sign else unit_of(tokens, number)
    if unit is None and not (rough or counts_alone(tokens, number)):
        return None
    if is_year(tokens, number) and not (unit and is_often_counted(tokens, unit)):
        return None
    first, then = number.first - (rough or sign), max(number.then, unit[1] if unit else 0)
    return Amount(first, then, number.value, unit)


def is_told(tokens: Tokens, place: int) -> bool:
    """Whether a number with the article stands at `place`, so that what follows is not vague: العشرة | مليارات."""
    return place >= 0 and (bare_key(tokens.keys[place]),) in forms_of("ten") | forms_of("one")


def counts_alone(tokens: Tokens, number: Numeral) -> bool:
    """Whether a number counts without a unit: الملايين، 5 ملايين، قتل 12 في."""
    if number.value is None:
        return is_definite(tokens, number)
    return (number.scaled and (number.in_digits or number.then > number.first + 1)) or bool(
        ends_with(tokens, number.first, "counts")
    )


def is_year(tokens: Tokens, number: Numeral) -> bool:
    """Whether four digits may be a year."""
    return number.in_digits and not number.scaled and len(tokens.keys[number.first]) == 4 and number.value in YEARS


def is_often_counted(tokens: Tokens, unit: Range) -> bool:
    """Whether a unit is one that makes no year of the number before it."""
    key = tokens.keys[unit[0]]
    return key in guards()["counted"] or any(word_at(tokens, unit[0], kind) for kind in ("money", "measure", "percent", "sign"))


def is_name(tokens: Tokens, number: Numeral) -> bool:
    """Whether a number only names, or is a part of something else: الـ12، المادة 12، كوفيد 19، [12]، 10 صباحا."""
    before, then = number.first - 1, number.then
    while before >= 0 and tokens.kinds[before] & PREFIX:
        before -= 1
    key = tokens.keys[before] if before >= 0 else ""
    after = tokens.keys[then]
    if key == ARTICLE or (before >= 0 and tokens.kinds[before] & LATIN) or word_at(tokens, then, "of_day"):
        return True
    if before >= 0 and word_at(tokens, before, "label"):
        return True
    opens_line = before < 0 or tokens.kinds[before] & BREAK
    if opens_line and tokens.kinds[then] & PUNCTUATION and number.in_digits and not word_at(tokens, then, "percent"):
        return True
    return (key in BRACKETS and after in BRACKETS) or is_joined(tokens, number.first - 1, -1) or is_joined(tokens, then, 1)


def is_joined(tokens: Tokens, joint: int, step: int) -> bool:
    """Whether a mark joins a number to another one: 3-1، 10:30."""
    other = joint + step
    return 0 < other < len(tokens) and tokens.keys[joint] in JOINTS and bool(tokens.kinds[other] & NUMBER)


def is_end(tokens: Tokens, first: int, then: int, kinds: tuple[str, ...]) -> bool:
    """Whether a number or a length is one end of a range, which has no value: من 20 إلى 30 شخصا، بين 20 و30 شخصا."""
    joints = RANGE if kinds is LENGTHS else (*RANGE, JOINS_FREELY)
    before = first - 2
    if before >= 0 and tokens.keys[before + 1] in joints and is_number(tokens, before, kinds):
        return True
    return then + 1 < len(tokens) and tokens.keys[then] in joints and is_number(tokens, then + 1, kinds)


def is_number(tokens: Tokens, place: int, kinds: tuple[str, ...]) -> bool:
    """Whether digits or a word of one of the kinds stand at `place`."""
    return bool(tokens.kinds[place] & NUMBER) or word_at(tokens, place, *kinds) is not None
