"""What a statement holds, for comparing: its words with their roots and senses, which of them are negated, its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from math import log
from typing import Literal, NamedTuple

from qawl.arabic.letters import ARTICLE, FUTURE, TO_THE, fold
from qawl.arabic.lexicon import CITY, COUNTRY, FUNCTION, NATION, PREFIX, PREPOSITION, PUNCTUATION
from qawl.arabic.ordinary import frequencies, is_owned, is_theirs
from qawl.arabic.tokens import Tokens
from qawl.arabic.wording import negates, numbers_in
from qawl.library.across.said.roots import KEPT, roots, said_table
from qawl.library.across.said.senses import kinds_of, opposites_of, senses_of
from qawl.library.searching.words import Word, words_of
from qawl.tables import several, table

# A word weighs as much as it is seldom; one that stands more often than once in so many words of general text weighs least.
COMMON = 6.0
LEAST, MOST, NUMBER_WEIGHT = 0.3, 8.0, 4.0
# What general text has less often may be a name.
NAME_BELOW = 40
# What is added to how often a word stands, so that chance does not tell between seldom ones.
SMOOTH = 50
# Behind a negation so many words are looked at for the one that it negates, and behind that for one that opens it.
REACH, OPENED_WITHIN = 3, 6
# A unit stands so many letters behind its number at most.
BESIDE = 2
PLAIN, DAYS_LONG, DENIED = "", "days", "not "
DAYS = {"D": 1.0, "W": 7.0, "M": 30.0, "Y": 365.0}
TIME_PLACES = ("PT",)
PLACES = CITY | COUNTRY | NATION


Range = tuple[int, int]
# What is counted where it is time, with `DENIED` before it where the number itself is negated, and how much.
Figure = tuple[str, float]
# A negation that holds, one that has an exception (لا … إلا), one up to a time or a condition, one of being: لن يكون لدينا قمح.
Hold = Literal["negates", "opens", "until", "far"]


class Unit(NamedTuple):
    """A word that carries meaning: its stem, roots and senses, its weight, whether it is a place's.

    ``negated``: how far a negation of it holds; None where there is none. ``of_next``: it is the next one's: طريق العقبة.
    """

    stem: str
    roots: frozenset[str]
    senses: frozenset[int]
    opposites: frozenset[int]
    kinds: frozenset[int]
    weight: float
    negated: Hold | None
    is_place: bool
    of_next: bool


class Content(NamedTuple):
    """A statement as units in order, its numbers (lengths of time in days), and how many negations it has."""

    units: tuple[Unit, ...]
    numbers: frozenset[Figure]
    negations: int

    @property
    def weight(self) -> float:
        """All units and numbers."""
        return sum(unit.weight for unit in self.units) + NUMBER_WEIGHT * len(self.numbers)


@lru_cache(maxsize=KEPT // 8)
def content_of(text: str) -> Content:
    """What a statement holds."""
    tokens = Tokens(text)
    kinds = dict(zip(tokens.starts, tokens.kinds, strict=True))
    words = [word for word in words_of(text) if word.stem]
    numbers, counted = numbers_of(text, words)
    negated = negated_words(text, words)
    kept = [
        place
        for place, word in enumerate(words)
        if not any(start <= word.start < end for start, end in counted) and carries(word, kinds_at(kinds, word))
    ]
    units = [
        unit_of(
            words[place], negated.get(place), kinds_at(kinds, words[place]), place + 1 in kept and is_of_next(text, words, place)
        )
        for place in kept
    ]
    return Content(tuple(units), numbers, len(negated))


def kinds_at(kinds: dict[int, int], word: Word) -> int:
    """The classes of a word, its prefixes aside."""
    return next((kinds[place] for place in range(word.end - 1, word.start - 1, -1) if place in kinds), 0)


def carries(word: Word, kind: int) -> bool:
    """Whether a word carries meaning."""
    if kind & (PREFIX | PUNCTUATION) or is_idle(word.stem):
        return False
    return not kind & FUNCTION


def is_idle(stem: str) -> bool:
    """Whether a word tells hardly anything, with what tells of the future before it or without: ستكون."""
    return stem in idle_words() or (stem.startswith(FUTURE) and stem[1:] in idle_words())


@cache
def idle_words() -> frozenset[str]:
    """Words of time, place and degree that tell hardly anything by themselves."""
    return frozenset(word.stem for row in said_table("idle_words.tsv") for form in several(row["forms"]) for word in words_of(form))


def is_of_next(text: str, words: list[Word], place: int) -> bool:
    """Whether a word without article stands right before a definite one, whose it is then: طريق العقبة, لترميم سورها."""
    word, owner = words[place], words[place + 1]
    if led_by(text, word).endswith((ARTICLE, TO_THE)) or not text[word.end : owner.start].isspace():
        return False
    lead, key = led_by(text, owner), fold(text[owner.start : owner.end])
    owned = is_theirs(key) or is_owned(key) or frequencies().get(key, 0) < NAME_BELOW
    return lead == ARTICLE or (not lead and owned)


def led_by(text: str, word: Word) -> str:
    """The prefixes and the article that a word is written with."""
    return fold(text[word.start : word.end]).removesuffix(word.stem)


def unit_of(word: Word, negated: Hold | None, kind: int, of_next: bool) -> Unit:
    """A word as a unit."""
    found = roots(word.stem)
    return Unit(
        word.stem,
        found,
        senses_of(word.stem, found),
        opposites_of(word.stem, found),
        kinds_of(word.stem, found),
        weight_of(word.stem),
        negated,
        bool(kind & PLACES),
        of_next,
    )


@lru_cache(maxsize=KEPT)
def weight_of(stem: str) -> float:
    """How much a word tells."""
    known = frequencies()
    often = known.get(stem, 0) + known.get(ARTICLE + stem, 0)
    return min(MOST, max(LEAST, log(all_words() / (often + SMOOTH)) - COMMON))


@cache
def all_words() -> int:
    """How many words the list of frequencies counts."""
    return sum(frequencies().values())


# -- negations


def negated_words(text: str, words: list[Word]) -> dict[int, Hold]:
    """The places of the words that a negation before them negates, and how far it holds."""
    found: dict[int, Hold] = {}
    for place in range(len(words)):
        if is_negation(text, words, place):
            at = next((at for at in range(place + 1, min(len(words), place + 1 + REACH)) if tells(words[at])), place)
            contrasts = place + 1 < len(words) and leads(text, words[place + 1])
            hold = hold_of([other.stem for other in words[at + 1 : at + 1 + OPENED_WITHIN]])
            found[at] = "opens" if contrasts else "far" if hold == "negates" and at > place + 1 else hold
    return found


def leads(text: str, word: Word) -> bool:
    """Whether a preposition stands behind a negation, which then tells what is meant from what is not: لا في الصيف."""
    tokens = Tokens(text, word.start, word.end)
    leading = len(tokens) > 0 and bool(tokens.kinds[0] & PREPOSITION) and word.stem in idle_words()
    return leading or word.stem in around_negations("resumes")


def hold_of(behind: list[str]) -> Hold:
    """How far a negation holds, by what stands behind the word that it negates."""
    if around_negations("opens").intersection(behind):
        return "opens"
    conditional = any(a in around_negations("perhaps") and b in around_negations("going_on") for a, b in pairwise(behind))
    return "until" if conditional or around_negations("until").intersection(behind) else "negates"


def is_negation(text: str, words: list[Word], place: int) -> bool:
    """Whether a word negates what stands behind it; ما only where it is hardly a relative one, and ما لم is a condition."""
    word = words[place]
    if word.stem in around_negations("perhaps"):
        return is_not_relative(text, words, place)
    conditional = place and words[place - 1].stem in around_negations("perhaps") and word.stem in around_negations("going_on")
    return not conditional and (is_negating(text[word.start : word.end]) or word.stem in around_negations("negates"))


@lru_cache(maxsize=KEPT)
def is_negating(form: str) -> bool:
    """Whether a written word negates; kept, since most words come again and again."""
    return negates(form)


def is_not_relative(text: str, words: list[Word], place: int) -> bool:
    """Whether ما stands at the head of a clause or behind a definite noun, and nothing takes it up again."""
    behind = [word.stem for word in words[place + 1 : place + 1 + OPENED_WITHIN]]
    if not behind or behind[0] in around_negations("going_on") or set(behind) & around_negations("resumes"):
        return False
    before = words[place - 1] if place else None
    return before is None or not text[before.end : words[place].start].isspace() or ARTICLE in text[before.start : before.end][:4]


@cache
def around_negations(use: str) -> frozenset[str]:
    """Words of one use from the table of negations."""
    return frozenset(word.stem for row in said_table("negations.tsv") if row["use"] == use for word in words_of(row["form"]))


def tells(word: Word) -> bool:
    """Whether a word may be what is negated."""
    return not is_idle(word.stem) and weight_of(word.stem) > LEAST


# -- numbers


def numbers_of(text: str, words: list[Word]) -> tuple[frozenset[Figure], list[Range]]:
    """The numbers of a text with what they count where that is time, and the places of the words that they are told in.

    One that a negation stands right before is not told but denied: وليس 47.
    """
    found: dict[Range, Figure] = {}
    for number in numbers_in(text):
        if number.value is not None:
            unit = next((word for word in words if word.start >= number.end), None)
            days = units_of_time().get(unit.stem) if unit and unit.start - number.end <= BESIDE else None
            end = unit.end if unit and days else number.end
            found[number.start, end] = (DAYS_LONG, number.value * days) if days else (PLAIN, number.value)
    for word in words:
        if any(start <= word.start < end for start, end in found):
            continue
        if two := duals().get(word.stem):
            found[word.start, word.end] = (DAYS_LONG, two)
        elif part := parts().get(word.stem):
            found[word.start, word.end] = (PLAIN, part)
    return frozenset(as_told(text, words, *each) for each in found.items()), list(found)


def as_told(text: str, words: list[Word], place: Range, figure: Figure) -> Figure:
    """A number, marked where a negation stands right before it."""
    before = max((at for at, word in enumerate(words) if word.end <= place[0]), default=None)
    if before is None or not text[words[before].end : place[0]].isspace() or not is_negation(text, words, before):
        return figure
    return DENIED + figure[0], figure[1]


@cache
def units_of_time() -> dict[str, float]:
    """Stem of a unit of time -> its length in days."""
    return {word.stem: days for row, days in lengths("time", "times") for word in words_of(row)}


@cache
def duals() -> dict[str, float]:
    """Stem of two units of time -> their length in days."""
    return {word.stem: 2 * days for row, days in lengths("two") for word in words_of(row)}


def lengths(*classes: str) -> Iterator[tuple[str, float]]:
    """The forms of units of time with their lengths in days."""
    for row in table("quantities.tsv"):
        if row["class"] in classes:
            lead, count, unit = row["value"].split("|")
            share = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}[unit] if lead in TIME_PLACES else DAYS[unit]
            yield row["form"], float(count) * share


@cache
def parts() -> dict[str, float]:
    """Stem of a part -> its value: نصف."""
    return {
        word.stem: float(row["value"])
        for row in said_table("parts.tsv")
        for form in several(row["forms"])
        for word in words_of(form)
    }
