"""The numbers of a statement: what they count, lengths of time in days, parts, ranks, and the days and months that it names."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from qawl.arabic.letters import ALEF, ARTICLE, HIS, OWNERS, fold
from qawl.arabic.tokens import Tokens
from qawl.arabic.wording import Number, numbers_among
from qawl.library.across.said.negations import is_negation
from qawl.library.across.said.roots import said_table
from qawl.library.searching.words import MONTH, Word, words_of
from qawl.tables import several, table

# A unit stands so many letters behind its number at most.
BESIDE = 2
PLAIN, DAYS_LONG, DENIED = "", "days", "not "
# A year has twelve months of thirty days, so that six months are half of one.
DAYS = {"D": 1.0, "W": 7.0, "M": 30.0, "Y": 360.0}
TIME_PLACES = ("PT",)
HUNDRED, PAIR = 100.0, 2.0
# So exact are numbers that are calculated: 24 hours are a day.
EXACT = 6
LONGEST_SHARE = 12

Range = tuple[int, int]
# What is counted where it is time, with `DENIED` before it where the number itself is negated, and how much.
Figure = tuple[str, float]
# A kind of time and which one of it: weekday, 7.
Time = tuple[str, str]


class Numbers(NamedTuple):
    """The numbers of a text.

    ``alone``: lengths in days of units that stand alone (خلال أسبوع). ``places``: where words are that tell numbers. ``counted``,
    ``ranks``: place of a word -> how many, the how manieth. ``days``: weekdays, months, hours, how often.
    """

    figures: frozenset[Figure]
    alone: frozenset[float]
    places: list[Range]
    counted: dict[int, float]
    ranks: dict[int, float]
    days: frozenset[Time]


def numbers_of(tokens: Tokens, words: list[Word]) -> Numbers:
    """The numbers of a text; one that a negation stands right before is not told but denied: وليس 47."""
    text = tokens.text
    found: dict[Range, Figure] = {}
    counted: dict[int, float] = {}
    for number in numbers_among(tokens):
        if number.value is not None:
            noun = behind(words, number)
            place, figure = measured(text, words, noun, number, number.value)
            found[place] = figure
            if noun is not None and place[1] == number.end:
                counted[noun] = number.value
    for at, word in enumerate(words):
        if (word.stem in duals() or word.stem in parts()) and not stands_in(word, found) and (told := in_a_word(text, words, at)):
            found[told[0]] = told[1]
    free = [place for place, word in enumerate(words) if not stands_in(word, found)]
    units = units_of_time()
    alone = frozenset(units[words[place].stem] for place in free if words[place].stem in units and is_alone(text, words, place))
    ones = {place - 1: 1.0 for place in free if place and words[place].stem in counting("one")}
    figures = frozenset(as_told(text, words, *each) for each in found.items())
    return Numbers(figures, alone, list(found), ones | counted, ranks_of(words), days_of(text, words))


def stands_in(word: Word, places: Collection[Range]) -> bool:
    """Whether a word stands in one of some places."""
    return bool(places) and any(start <= word.start < end for start, end in places)


def behind(words: list[Word], number: Number) -> int | None:
    """The place of the word right behind a number, that behind من: ثلاثة من العمال."""
    at = next((place for place, word in enumerate(words) if word.start >= number.end), None)
    if at is None or words[at].start - number.end > BESIDE:
        return None
    return at + 1 if words[at].stem in counting("of") and at + 1 < len(words) else at


def measured(text: str, words: list[Word], at: int | None, number: Number, value: float) -> tuple[Range, Figure]:
    """A number with the unit of time or the sign of a share behind it, and where both stand."""
    unit = words[at] if at is not None else None
    days = units_of_time().get(unit.stem) if unit else None
    if unit and days:
        return (number.start, unit.end), (DAYS_LONG, round(value * days, EXACT))
    if end := end_of_share(text, number.end):
        return (number.start, end), (PLAIN, round(value / HUNDRED, EXACT))
    return (number.start, number.end), (PLAIN, value)


def end_of_share(text: str, start: int) -> int | None:
    """Where the sign or phrase ends that makes a number before it a share of a hundred: %, في المئة; None where there is none."""
    blanks = len(text[start:]) - len(text[start:].lstrip())
    rest = fold(text[start + blanks : start + blanks + LONGEST_SHARE])
    found = next((form for form in shares() if rest.startswith(form)), None)
    return start + blanks + len(found) if found else None


@cache
def shares() -> tuple[str, ...]:
    """The folded signs and phrases behind a share of a hundred."""
    return tuple(fold(row["form"]) for row in table("quantities.tsv") if row["class"] == "percent")


def in_a_word(text: str, words: list[Word], place: int) -> tuple[Range, Figure] | None:
    """What one word tells: two units of time, a part or a pair; نصف of the unit of time behind it."""
    word = words[place]
    if two := duals().get(word.stem):
        return (word.start, word.end), (DAYS_LONG, two)
    part = parts().get(word.stem)
    if not part or (part == PAIR and is_definite(text, word)) or is_ranked(text, words, place):
        return None
    if end := end_of_share(text, word.end):
        return (word.start, end), (PLAIN, round(part / HUNDRED, EXACT))
    unit = words[place + 1] if place + 1 < len(words) else None
    if unit and part < 1 and (days := units_of_time().get(unit.stem)):
        return (word.start, unit.end), (DAYS_LONG, round(part * days, EXACT))
    return (word.start, word.end), (PLAIN, part)


def is_ranked(text: str, words: list[Word], place: int) -> bool:
    """Whether a definite part has an ordinal behind it, and so is a time: الربع الأول, النصف الثاني."""
    return place + 1 < len(words) and is_definite(text, words[place]) and words[place + 1].stem in ordinals()


def as_told(text: str, words: list[Word], place: Range, figure: Figure) -> Figure:
    """A number, marked where a negation stands right before it."""
    before = max((at for at, word in enumerate(words) if word.end <= place[0]), default=None)
    if before is None or not text[words[before].end : place[0]].isspace() or not is_negation(text, words, before):
        return figure
    return DENIED + figure[0], figure[1]


def is_alone(text: str, words: list[Word], place: int) -> bool:
    """Whether a unit of time stands for one of it: خلال أسبوع, يستغرق شهرا; not شهر رمضان, هذا العام, عام 2030."""
    word = words[place]
    if word.stem not in units_of_time() or ARTICLE in fold(text[word.start : word.end])[: len(ARTICLE) + 1]:
        return False
    follows = words[place + 1] if place + 1 < len(words) else None
    if follows and (follows.stem.isdecimal() or follows.stem.startswith(MONTH) or is_definite(text, follows)):
        return False
    before = words[place - 1].stem if place else ""
    return before in counting("measured") or (word.stem.endswith(ALEF) and before not in counting("any"))


def is_definite(text: str, word: Word) -> bool:
    """Whether a word has the article."""
    return fold(text[word.start : word.end]).startswith(ARTICLE)


def ranks_of(words: list[Word]) -> dict[int, float]:
    """Place of a word -> its rank, by the ordinal behind it: الشحنة الثانية."""
    return {place - 1: ordinals()[word.stem] for place, word in enumerate(words) if place and word.stem in ordinals()}


@cache
def ordinals() -> dict[str, float]:
    """Stem of an ordinal -> its number."""
    rows = (row for row in table("numbers.tsv") if row["kind"] == "ordinal")
    return {word.stem: float(row["value"]) for row in rows for word in words_of(row["form"])}


def days_of(text: str, words: list[Word]) -> frozenset[Time]:
    """The weekdays, months, days of months, hours and how often, each with its kind.

    No months where it tells of one by the day of its page: هذا الشهر. The night of a weekday is also that of the one before it.
    """
    by_day = (word for place, word in enumerate(words) if not place or words[place - 1].stem not in counting("night"))
    weekdays = {("weekday", day) for word in by_day if (day := weekday_of(fold(text[word.start : word.end])))}
    this_month = any(units_of_time().get(word.stem) == DAYS["M"] and is_definite(text, word) for word in words)
    months = {("month", word.stem) for word in words if word.stem.startswith(MONTH) and not this_month}
    return frozenset(weekdays | months | set(days_of_months(words)) | set(hows_often(words)))


def days_of_months(words: list[Word]) -> Iterator[Time]:
    """The days of months by their ordinals, and the hours and days of more: الخامس من مايو, الساعة الثامنة."""
    ranks = ordinals()
    for place, word in enumerate(words):
        if (rank := ranks.get(word.stem)) is not None:
            follows = [other.stem for other in words[place + 1 : place + 3] if other.stem not in counting("of")][:1]
            if follows and follows[0].startswith(MONTH):
                yield "day", str(rank)
            if place and words[place - 1].stem in units_of_time():
                yield words[place - 1].stem, str(rank)


def hows_often(words: list[Word]) -> Iterator[Time]:
    """How often something is: كل يوم, أسبوعيا."""
    units, ends, every = units_of_time(), endings("every"), counting("every")
    for place, word in enumerate(words):
        unit = (
            next((word.stem.removesuffix(end) for end in ends if word.stem.endswith(end)), "") if word.stem.endswith(ends) else ""
        )
        if unit in units:
            yield "every", str(units[unit])
        elif word.stem in units and place and words[place - 1].stem in every:
            yield "every", str(units[word.stem])


def weekday_of(form: str) -> str | None:
    """The weekday that a folded form names, with a letter fused before it or without."""
    return weekdays().get(form) or weekdays().get(form[1:])


@cache
def weekdays() -> dict[str, str]:
    """Folded form with the article -> the weekday by its number."""
    return {fold(row["form"]): row["number"] for row in table("weekdays.tsv") if row["form"].startswith(ARTICLE)}


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
    """Stem of a part or of a pair, with whose it is or without -> its value: نصف, نصفها, مرتين."""
    return {
        word.stem + owner: float(row["value"])
        for row in said_table("parts.tsv")
        for form in several(row["forms"])
        for word in words_of(form)
        for owner in ("", HIS, *OWNERS)
    }


@cache
def counting(use: str) -> frozenset[str]:
    """Stems of one use from the table of words round numbers."""
    return frozenset(word.stem for row in said_table("counting.tsv") if row["use"] == use for word in words_of(row["form"]))


@cache
def endings(use: str) -> tuple[str, ...]:
    """The endings that tell of one, of two, of many, of two or many (`both`), or how often something is (`every`)."""
    return tuple(row["form"] for row in said_table("counting.tsv") if row["use"] == f"ends_{use}")
