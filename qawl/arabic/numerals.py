"""Numbers as texts write them, in digits and in words: 12, 1,500, ٣٥٠ مليون, خمسة وعشرون ألفا, مليونا شخص, عشرات الآلاف."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from qawl.arabic.letters import ALEF, ARTICLE, FRACTION, JOINS_FREELY, bare_key
from qawl.arabic.lexicon import FUNCTION, PREFIX, PUNCTUATION, TIME
from qawl.arabic.ordinary import FORMS_KEPT
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# The kinds of numbers.tsv that count; its ordinals name.
CARDINALS = ("one", "ten", "tens")
HALVES = ("half", "quarter")
# The digits of a group that a blank, a comma or a dot parts from those before it: 12 500.
GROUP = 3
NO_NOUN = FUNCTION | PREFIX | PUNCTUATION | TIME
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[,٬.]\d{3})+$")
DECIMAL = re.compile(r"\d+[.,٫]\d+$")
NO_DIGIT = re.compile(r"\D")
DOT, COMMA, NOUGHT = ".", ",", "0"
BLANKS = (" ", "\u00a0", "\u202f")


class Word(NamedTuple):
    """What a word or phrase is to a number, the number it adds, and the token behind it."""

    kind: str
    value: str
    then: int

    @property
    def number(self) -> float:
        """What it adds or is multiplied by."""
        return float(self.value)


class Numeral(NamedTuple):
    """A number: tokens ``first`` to ``then``; ``value`` is None where it is vague; ``scaled`` where it has a word like مليون."""

    first: int
    then: int
    value: float | None
    scaled: bool
    in_digits: bool


@cache
def meanings() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """First key of a form -> its keys, what it is and what it adds, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for form, kind, value in senses():
        keys = Tokens(form).words()
        found.setdefault(keys[0], []).append((keys, kind, value))
    return {key: tuple(sorted(forms, key=lambda form: -len(form[0]))) for key, forms in found.items()}


def senses() -> Iterator[tuple[str, str, str]]:
    """Every form with what it is and what it adds, without the numbers that only name what was told: الثلاثة."""
    for row in table("numbers.tsv"):
        if row["kind"] in CARDINALS and not row["form"].startswith(ARTICLE):
            yield row["form"], row["kind"], row["value"]
    for row in table("quantities.tsv"):
        yield row["form"], row["class"], row["value"]


@cache
def forms_of(kind: str) -> frozenset[tuple[str, ...]]:
    """The keys of the forms of one kind."""
    return frozenset(keys for forms in meanings().values() for keys, of, _ in forms if of == kind)


@cache
def lengths_of(kind: str) -> tuple[int, ...]:
    """How many tokens the forms of one kind have, the longest first."""
    return tuple(sorted({len(keys) for keys in forms_of(kind)}, reverse=True))


def word_at(tokens: Tokens, place: int, *kinds: str) -> Word | None:
    """The longest word at `place` that is of one of the kinds."""
    if place < len(tokens.starts):
        for keys, kind, value in meanings_of(tokens.keys[place], kinds):
            then = place + len(keys)
            if len(keys) == 1 or tuple(tokens.keys[place:then]) == keys:
                return Word(kind, value, then)
    return None


@lru_cache(maxsize=FORMS_KEPT)
def meanings_of(key: str, kinds: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """The meanings of some kinds among those of the forms that begin with a key."""
    return tuple([meaning for meaning in meanings().get(key, ()) if meaning[1] in kinds])


def ends_with(tokens: Tokens, place: int, kind: str) -> int:
    """How many tokens right before `place` are a phrase of a kind: أكثر من | 12."""
    forms = forms_of(kind)
    return next((n for n in lengths_of(kind) if n <= place and tuple(tokens.keys[place - n : place]) in forms), 0)


def numeral_at(tokens: Tokens, place: int) -> Numeral | None:
    """The number that begins at `place`."""
    part = word_at(tokens, place, *HALVES)
    if part and (scale := word_at(tokens, part.then, "scale")):
        return Numeral(place, scale.then, part.number * scale.number, True, False)
    found = scaled_at(tokens, place)
    return found or vague_at(tokens, place)


def vague_at(tokens: Tokens, place: int) -> Numeral | None:
    """A number that is none: الملايين، عشرات الآلاف."""
    word = word_at(tokens, place, "vague")
    if word is None:
        return None
    then = word.then
    while more := word_at(tokens, then, "vague", "scale"):
        then = more.then
    return Numeral(place, then, None, True, False)


def is_definite(tokens: Tokens, number: Numeral) -> bool:
    """Whether a vague number has the article: الملايين; not آلاف, whose letters only look so."""
    key = tokens.keys[number.first]
    return number.value is None and key.startswith(ARTICLE) and (bare_key(key),) in forms_of("vague")


def scaled_at(tokens: Tokens, place: int) -> Numeral | None:
    """A number with its scales and what is added to them: 5 ملايين و200 ألف، مليون ونصف."""
    head = below_thousand(tokens, place)
    value, then = head if head else (1.0, place)
    scale, least = word_at(tokens, then, "scale"), 0.0
    if head is None and scale and scale.then == then + 1 and is_vague(tokens, place):
        return None
    if head is None and scale and is_two(tokens, scale.then):
        value = 2.0
    while scale:
        value, then, least = value * scale.number, scale.then, scale.number
        scale = word_at(tokens, then, "scale")
    if head is None and not least:
        dual = word_at(tokens, place, "dual")
        if dual is None:
            return None
        value, then, least = dual.number, dual.then, dual.number / 2
    if least:
        more, then = added(tokens, then, least)
        value += more
    return Numeral(place, then, value, bool(least), tokens.keys[place][:1].isdecimal())


def is_vague(tokens: Tokens, place: int) -> bool:
    """Whether a scale without a number before it is a plural that tells none: آلاف."""
    return word_at(tokens, place, "vague") is not None


def is_two(tokens: Tokens, then: int) -> bool:
    """Whether a scale in ا without a number before it is two of them, by the noun behind it: مليونا | شخص; not بلغ مليونا."""
    return tokens.keys[then - 1].endswith(ALEF) and then < len(tokens.starts) and not tokens.kinds[then] & NO_NOUN


def added(tokens: Tokens, place: int, least: float) -> tuple[float, int]:
    """What و adds to a number of thousands or more, and the token behind it: مليون | ونصف المليون، ألف | وخمسمئة."""
    if place + 1 >= len(tokens.starts) or tokens.keys[place] != JOINS_FREELY:
        return 0.0, place
    if part := word_at(tokens, place + 1, *HALVES):
        return part.number * least, part.then
    more = scaled_at(tokens, place + 1)
    if more is None or more.value is None or more.value >= least:
        return 0.0, place
    return more.value, more.then


def below_thousand(tokens: Tokens, place: int) -> tuple[float, int] | None:
    """A number in digits, or one in words up to the hundreds, and the token behind it: ثلاثمئة وخمسة وعشرون."""
    if place < len(tokens.starts) and tokens.keys[place][:1].isdecimal():
        return digits_at(tokens, place)
    hundreds = word_at(tokens, place, "hundreds", "hundred")
    value, then = (hundreds.number, hundreds.then) if hundreds else (0.0, place)
    ones = word_at(tokens, place, "one")
    if ones and (hundred := word_at(tokens, ones.then, "hundred")):
        value, then = ones.number * hundred.number, hundred.then
    if not value:
        return below_hundred(tokens, place)
    more = below_hundred(tokens, then + 1) if tokens.keys[then] == JOINS_FREELY else None
    return (value + more[0], more[1]) if more else (value, then)


def below_hundred(tokens: Tokens, place: int) -> tuple[float, int] | None:
    """A number in words below a hundred, and the token behind it: خمسة، خمسة عشر، خمسة وعشرون، عشرون."""
    first = word_at(tokens, place, *CARDINALS)
    if first is None or first.kind != "one":
        return (first.number, first.then) if first else None
    if ten := word_at(tokens, first.then, "ten"):
        return first.number + ten.number, ten.then
    joined = tokens.keys[first.then] == JOINS_FREELY
    if joined and (tens := word_at(tokens, first.then + 1, "tens")):
        return first.number + tens.number, tens.then
    return (first.number, first.then) if first.number > 2 else None


def digits_at(tokens: Tokens, place: int) -> tuple[float, int] | None:
    """A number in digits, with the groups that blanks part from it, and the token behind it; None where it may be two: 1.500."""
    key, then = tokens.keys[place], place + 1
    if key.isdecimal() and len(key) <= GROUP and key[0] != NOUGHT:
        while is_group(tokens, then):
            key, then = key + tokens.keys[then], then + 1
    if is_decimal(tokens, then):
        key, then = f"{key}{DOT}{tokens.keys[then + 1]}", then + 2
    value = value_of(key)
    return None if value is None else (value, then)


def is_decimal(tokens: Tokens, place: int) -> bool:
    """Whether a ر that touches the digits before it parts them from those behind it, as some desks write: 71ر76."""
    if place + 1 >= len(tokens.starts) or tokens.keys[place] != FRACTION or tokens.ends[place - 1] != tokens.starts[place]:
        return False
    return tokens.keys[place + 1].isdecimal()


def is_group(tokens: Tokens, place: int) -> bool:
    """Whether three digits stand one blank behind others: 12 | 500."""
    if place >= len(tokens.starts) or len(tokens.keys[place]) != GROUP or not tokens.keys[place].isdecimal():
        return False
    return tokens.text[tokens.ends[place - 1] : tokens.starts[place]] in BLANKS


def value_of(digits: str) -> float | None:
    """The value of digits with their marks: 1,500 and 1.500.000 are thousands, 12.5 and 12,5 have a part; 1.500 may be either."""
    if digits.isdecimal():
        return None if len(digits) > 1 and digits[0] == NOUGHT else float(digits)
    if THOUSANDS.match(digits) and (digits.count(DOT) != 1 or COMMA in digits):
        return float(NO_DIGIT.sub("", digits))
    if DECIMAL.match(digits) and not THOUSANDS.match(digits):
        return float(NO_DIGIT.sub(DOT, digits))
    return None
