"""What stands behind a day or a month and dates it: its month, its year, or how far it lies from the present."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.dates.calendars import (
    FIRST_YEAR,
    HIJRI_FIRST,
    HIJRI_LAST,
    HIJRI_NOW,
    LAST_YEAR,
    Spot,
    date_of,
    hijri_parts,
    hijri_value,
)
from qawl.arabic.dates.words import Atom, Reader, guards
from qawl.arabic.letters import ALEF, ARTICLE, IN, PLURALS, TA_MARBUTA, TATWEEL

# A year of two figures is one of the last century; a smaller number may count something.
SHORT_YEARS = range(40, 100)
PLURAL_SENSES = (TA_MARBUTA, *PLURALS)
CLOSING = {"(": ")", "/": "/", "«": "»", "“": "”", '"': '"', "[": "]"}
NUMBERS = ("number", "digits")
DASHES = ("-", "–", "—", TATWEEL)
BACKSLASH = "\\"
# What parts the numbers of a date.
STROKES = frozenset(["/", BACKSLASH, *DASHES])
COUNTING = ("%", "٪", "$", "€", ":", "/", BACKSLASH, *NUMBERS, *DASHES)


class Found(NamedTuple):
    """An expression that was read: its place in time (from first to last), its code points, and the place after it.

    ``twin`` is the Hijri day that the same expression gives beside its Gregorian one.
    """

    first: Spot
    last: Spot | None
    start: int
    end: int
    then: int
    twin: Spot | None = None


class Tail(NamedTuple):
    """Month and year after a day, or a year after a month, with the code point and the place after them."""

    spot: Spot
    end: int
    then: int


def opened(found: list[Found], opener: Atom) -> list[Found]:
    """The same dates, the first beginning with a word before it."""
    return [found[0]._replace(start=opener.start), *found[1:]] if found else []


def is_year(number: int) -> bool:
    """Whether a number can be a Gregorian year of a page."""
    return FIRST_YEAR <= number < LAST_YEAR


def is_hijri(number: int) -> bool:
    """Whether a number can be a Hijri year of a page."""
    return HIJRI_FIRST <= number < HIJRI_LAST


def year_tail(reader: Reader, place: int, spot: Spot) -> Tail | None:
    """من عام 2014، عام 2014، 2014م، من العام الماضي، من العام نفسه: the year of a spot."""
    lead = reader.skip(place, "of", "comma")
    atom = reader.at(lead)
    if atom.kind == "same" or (atom.kind == "this" and reader.at(atom.then).value == "year"):
        return sense_tail(spot, atom, reader.at(atom.then)) if reader.at(atom.then).value == "year" else None
    named = atom.kind == "unit" and atom.value == "year"
    if named:
        after = reader.at(atom.then)
        if after.kind == "sense":
            return with_figures(reader, sense_tail(spot, after, after))
        atom = after
    if named or (spot.day is not None and lead == place):
        atom = whole_year(reader, atom)
    in_words = named and atom.kind == "number" and is_year(atom.number)
    if not in_words and (atom.kind != "digits" or not (named or is_year(atom.number) or spot.hijri)):
        return None
    return numbered_year(reader, atom, spot)


def whole_year(reader: Reader, atom: Atom) -> Atom:
    """(عام) 67، (5 حزيران) 67: the year that two figures stand for, unless they count something."""
    return short_year(reader, atom) if atom.end - atom.start == 2 else atom


def short_year(reader: Reader, atom: Atom) -> Atom:
    """A number of two figures as the year of the last century that it stands for, unless it counts something."""
    short = is_short(reader, atom) and atom.number in SHORT_YEARS and not counts(reader, atom.then)
    return atom._replace(value=1900 + atom.number) if short else atom


def with_figures(reader: Reader, tail: Tail) -> Tail:
    """(من) العام الماضي 2014: the year that figures give once more."""
    year = reader.at(tail.then)
    if tail.spot.same or year.kind != "digits" or not is_year(year.number) or counted(reader, year.then):
        return tail
    offset = tail.spot.step if tail.spot.month is None else None
    return Tail(tail.spot._replace(step=None, unit="", year=year.number, offset=offset), year.end, year.then)


def is_short(reader: Reader, atom: Atom) -> bool:
    """Whether a number has two figures, its article left out: 67، الـ67."""
    return atom.kind == "digits" and atom.end - reader.tokens.starts[atom.then - 1] == 2


def sense_tail(spot: Spot, sense: Atom, last: Atom) -> Tail:
    """A spot in this year, last year, or the year told before; `last` is the atom that it ends with."""
    same = not isinstance(sense.value, int)
    dated = spot._replace(step=told_step(sense), unit="year", same=same)
    return Tail(dated, last.end, last.then)


def other_year(reader: Reader, place: int) -> Tail | None:
    """(الشهر نفسه) من العام الماضي، في العام الماضي: the year in which months told before are meant."""
    return year_tail(reader, place + (reader.tokens.keys[place] == IN), Spot())


def same_in(reader: Reader, tail: Tail) -> Spot:
    """The months told before in another year; that before theirs in من العام السابق, whatever the present is."""
    before = tail.spot.step == -1 and reader.word_at(tail.then - 1) in guards()["previous"]
    return tail.spot._replace(same_part=True, same=before)


def told_step(sense: Atom) -> int | None:
    """How far a unit lies from the present, or from the one told before: 1 in العام التالي, None in العام نفسه."""
    return sense.number if isinstance(sense.value, int) else 1 if sense.value == "following" else None


def numbered_year(reader: Reader, atom: Atom, spot: Spot) -> Tail | None:
    """1998، 1998م، 1436هـ: the digits of a year with its era."""
    era = reader.at(atom.then)
    last = era if era.kind == "era" else atom
    if era.value == "before":
        return None
    hijri = era.value == "hijri" if era.kind == "era" else spot.hijri or atom.number in HIJRI_NOW
    if spot.month is not None and spot.hijri and is_year(atom.number):
        return Tail(gregorian_year_of(spot, atom.number), last.end, last.then)
    fitting = (is_hijri(atom.number) or era.kind == "era") if hijri else 100 <= atom.number < LAST_YEAR
    return Tail(spot._replace(year=atom.number, hijri=hijri), last.end, last.then) if fitting else None


def gregorian_year_of(spot: Spot, year: int) -> Spot:
    """A Hijri month with a Gregorian year: the one that begins in that year."""
    middle = date_of(f"{year}-07-01")
    about = ((middle and hijri_parts(middle)) or (0,))[0]
    begins = {about + n: hijri_value(about + n, spot.month, None) or "" for n in (-1, 0, 1)}
    return spot._replace(year=next((n for n, value in begins.items() if value.startswith(str(year))), about))


def month_tail(reader: Reader, place: int, spot: Spot) -> Tail | None:
    """من مايو/أيار الماضي، شهر مايو 2014، من الشهر (الجاري)، من ذات الشهر، (12) الجاري، (12) منه: the month of a spot."""
    figures, figured, behind = reader.at(place - 1).kind == "digits", reader.at(place).kind == "month", place
    place = reader.skip(place, "of")
    atom = reader.at(place)
    if atom.kind == "sense" and atom.number in (-1, 0, 1) and figures and not reader.tokens.keys[place].endswith(PLURAL_SENSES):
        return month_sense(spot, atom, atom)
    if atom.kind == "of_it" and (figures or is_led(reader, place)):
        return Tail(spot._replace(unit="month", same=True), atom.end, atom.then)
    if atom.kind in ("this", "same") and reader.at(atom.then).value == "month":
        return month_sense(spot, atom, reader.at(atom.then))
    if atom.kind == "unit" and atom.value == "month":
        after = reader.at(atom.then)
        if after.kind == "sense":
            return month_sense(spot, after, after)
        if after.kind != "month" and behind < place and is_definite(reader, place) and (figures or is_day(reader, behind)):
            return Tail(spot._replace(step=0, unit="month"), atom.end, atom.then)
        atom = after
    tail = named_month(reader, atom, spot) if atom.kind == "month" else None
    score = tail and figured and tail.then == atom.then and reader.tokens.keys[atom.then - 1] in guards()["score"]
    return None if score else tail


def is_day(reader: Reader, place: int) -> bool:
    """Whether a number in words before من الشهر is a day: led as one, or of two parts (الثامن والعشرون); not الثلث الثالث."""
    first = first_of_number(reader, place)
    return is_led(reader, place) or (first < place - 1 and is_definite(reader, first))


def first_of_number(reader: Reader, place: int) -> int:
    """Where a number in words that ends before a place begins."""
    first = place - 1
    while reader.at(first - 1).then == place or reader.at(first - 1).kind == "and":
        first -= 1
    return first


def is_led(reader: Reader, place: int) -> bool:
    """Whether a number in words before a place is a day by what leads it: في التاسع منه, and not الجزء التاسع منه."""
    first = first_of_number(reader, place)
    return is_definite(reader, first) and reader.at(first - 1).kind in ("year_lead", "day", "to")


def month_sense(spot: Spot, sense: Atom, last: Atom) -> Tail:
    """A day of this or last month, or of the month told before."""
    same = not isinstance(sense.value, int)
    return Tail(spot._replace(step=None if same else sense.number, unit="month", same=same), last.end, last.then)


def named_month(reader: Reader, atom: Atom, spot: Spot) -> Tail:
    """مايو، مايو/أيار، مايو (أيار) الماضي، مايو 2014."""
    hijri, number = divmod(atom.number, 100)
    dated, last = spot._replace(month=number, hijri=bool(hijri)), twin_month(reader, atom)
    sense = reader.at(last.then)
    if sense.kind == "sense" and isinstance(sense.value, int):
        dated, last = dated._replace(step=sense.number), sense
    tail = year_tail(reader, last.then, dated) or dashed_year(reader, last.then, dated)
    if tail is None or (dated.step is not None and tail.spot.unit):
        return Tail(dated, last.end, last.then)
    return tail


def dashed_year(reader: Reader, place: int, spot: Spot) -> Tail | None:
    """مايو - 2014: the year of a month behind a dash."""
    year = reader.at(reader.skip(place, *DASHES))
    behind = place != year.then - 1 and year.kind == "digits" and is_year(year.number)
    return numbered_year(reader, year, spot) if behind and not counted(reader, year.then) else None


def twin_month(reader: Reader, atom: Atom) -> Atom:
    """The last atom of a month written by both of its names: فبراير/شباط، فبراير (شباط)، فبراير شباط."""
    mark = reader.at(atom.then)
    other = reader.at(mark.then) if mark.kind in ("/", "(", *DASHES) else mark
    if other.kind != "month" or atom.number > 100 or (other.value != atom.value and mark.kind != "("):
        return atom
    return closed(reader, mark, other)


def counted(reader: Reader, place: int) -> bool:
    """Whether what stands after a number shows that it counts something: a noun, %, a decimal or a time of day."""
    atom, index = reader.at(place), place
    return reader.word_at(index) in guards()["counted"] or atom.kind in COUNTING


def counts(reader: Reader, place: int) -> bool:
    """Whether a noun stands at a place that what is before it may count: in the accusative, or a known one."""
    word = reader.word_at(place)
    return counted(reader, place) or (word.endswith(ALEF) and len(word) > 3)


def closed(reader: Reader, opening: Atom, last: Atom) -> Atom:
    """The mark that closes what `opening` opened before `last`, else `last`."""
    mark = reader.at(last.then)
    return mark if CLOSING.get(opening.kind) == mark.kind else last


def is_definite(reader: Reader, place: int) -> bool:
    """Whether the word at a place has the article."""
    return 0 <= place < len(reader.tokens) and reader.tokens.keys[place].startswith(ARTICLE)
