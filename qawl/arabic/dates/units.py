"""Months by their name, and units counted from the present: this year, last week, two months ago."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.dates.calendars import Spot
from qawl.arabic.dates.tails import (
    DASHES,
    NUMBERS,
    Found,
    Tail,
    closed,
    is_year,
    month_tail,
    named_month,
    opened,
    other_year,
    same_in,
    told_step,
    year_tail,
)
from qawl.arabic.dates.words import Atom, Reader, guards, meanings
from qawl.arabic.dates.years import PARTING, centuries, century_of, part_of_century, year_of_era, years
from qawl.arabic.letters import SUCH_AS


def month_alone(reader: Reader, place: int) -> list[Found]:
    """مايو، مايو/أيار 2014، مايو الماضي، يوليو وأغسطس."""
    atom = reader.at(place)
    tail = named_month(reader, atom, Spot())
    if tail.then == atom.then and (tail.spot.hijri or is_shy(reader, place) or is_a_name(reader, place)):
        return []
    return month_pair(reader, atom, tail) or [Found(tail.spot, None, atom.start, tail.end, tail.then)]


def month_told(reader: Reader, place: int) -> list[Found]:
    """A month, a Hijri one too, that the word before it makes one."""
    atom = reader.at(place)
    tail = named_month(reader, atom, Spot())
    return month_pair(reader, atom, tail) or [Found(tail.spot, None, atom.start, tail.end, tail.then)]


def is_shy(reader: Reader, place: int) -> bool:
    """Whether a month that is another word too has nothing before it that makes it a month."""
    before = meanings().get(reader.key_before(place), ())
    evidence = any(kind in ("year_lead", "of", "edge", "unit", "list", "to") for _, kind, _ in before)
    return reader.tokens.keys[place] in guards()["shy"] and not evidence


def is_a_name(reader: Reader, place: int) -> bool:
    """Whether a lone month or day stands in marks, or after the word for a paper: مجلة (أكتوبر)، «فبراير»."""
    marked = place > 0 and reader.at(place - 1).kind not in ("/", *DASHES) and encloses(reader.tokens.kinds[place - 1])
    return marked or reader.key_before(place) in guards()["paper"]


def encloses(kind: int) -> bool:
    """Whether the classes are those of a mark that parts no sentences: a bracket, a quotation mark, a slash."""
    return bool(kind & lexicon.PUNCTUATION) and not kind & PARTING


def month_pair(reader: Reader, atom: Atom, tail: Tail) -> list[Found]:
    """يوليو وأغسطس 2014: two months that follow each other."""
    joint = reader.at(tail.then)
    other = reader.at(joint.then)
    if joint.kind not in ("and", *DASHES) or other.kind != "month" or other.number != atom.number + 1 or tail.spot.explicit:
        return []
    end = named_month(reader, other, Spot())
    first = end.spot._replace(month=tail.spot.month)
    return [Found(first, end.spot, atom.start, end.end, end.then)]


def unit(reader: Reader, place: int) -> list[Found]:
    """الشهر الماضي، عام 2014، القرن التاسع عشر، شهر مايو."""
    atom, after = reader.at(place), reader.at(reader.at(place).then)
    if atom.value == "year" and (after.kind == "digits" or (after.kind == "number" and is_year(after.number))):
        return years(reader, place)
    if atom.value == "week" and after.kind == "number":
        tail = month_tail(reader, after.then, Spot())
        return [Found(tail.spot, None, atom.start, tail.end, tail.then)] if tail else []
    if atom.value == "year" and after.kind == "era":
        return year_of_era(reader, atom, after)
    if atom.value == "month" and after.kind == "month":
        return opened(month_told(reader, atom.then), atom)
    if atom.value == "century":
        return century_of(reader, atom)
    if atom.value == "centuries":
        return centuries(reader, atom)
    whole = reader.at(reader.skip(after.then, "of"))
    if atom.value == "decade" and after.kind == "number" and whole.value == "century":
        return part_of_century(reader, atom, after, whole)
    if after.kind == "sense" and after.value in ("same", "following"):
        return told_unit(reader, atom, atom, after)
    if after.kind != "sense" or not isinstance(after.value, int):
        return []
    if atom.value == "decade" or is_general(reader, place, atom) or is_counted(reader, place):
        return []
    return [unit_from(reader, atom, after, after)]


def same_unit(reader: Reader, place: int) -> list[Found]:
    """نفس العام، ذلك الشهر: the year or month told before."""
    same, atom = reader.at(place), reader.at(reader.at(place).then)
    return told_unit(reader, same, atom, atom) if atom.kind == "unit" else []


def told_unit(reader: Reader, first: Atom, atom: Atom, last: Atom) -> list[Found]:
    """العام نفسه، العام التالي، الشهر نفسه من عام 2014: the year or month told, the one after it, or that month in another year."""
    if atom.value not in ("year", "month"):
        return []
    tail = other_year(reader, last.then) if atom.value == "month" else None
    if tail is not None and not tail.spot.same:
        return [Found(same_in(reader, tail), None, first.start, tail.end, tail.then)]
    return [Found(Spot(step=told_step(last), unit=str(atom.value), same=True), None, first.start, last.end, last.then)]


def unit_from(reader: Reader, atom: Atom, sense: Atom, last: Atom) -> Found:
    """A unit by its distance from the present, or by its year in figures: العام المقبل 2016، العام الماضي (2015)."""
    mark = reader.at(last.then)
    year = reader.at(mark.then) if mark.kind == "(" else mark
    if atom.value == "year" and year.kind == "digits" and is_year(year.number):
        close = closed(reader, mark, year)
        return Found(Spot(year=year.number, offset=sense.number), None, atom.start, close.end, close.then)
    return Found(Spot(step=sense.number, unit=str(atom.value)), None, atom.start, last.end, last.then)


def is_general(reader: Reader, place: int, atom: Atom) -> bool:
    """Whether the word for year means general: الأمين العام السابق."""
    return atom.value == "year" and reader.key_before(place) in guards()["general"]


def is_counted(reader: Reader, place: int) -> bool:
    """Whether a number right before a unit without article counts many of them: الخمسين سنة الماضية، 20 سنة الماضية."""
    before = reader.at(place - 1) if place else None
    counts = before is not None and before.kind in ("number", "digits") and before.then == place
    return counts and not reader.tokens.kinds[place] & lexicon.DEFINITE


def like_this(reader: Reader, place: int) -> list[Found]:
    """مثل هذا اليوم من عام 1997، مثل هذا الشهر من العام الماضي، مثل هذا اليوم قبل عشر سنوات: today in another year."""
    if not place or reader.tokens.keys[place - 1] != SUCH_AS:
        return []
    this = reader.at(place)
    named = this if this.kind == "today" else reader.at(this.then)
    again = "day" if named.kind == "today" and named.value == 0 else "month" if named.value == "month" else ""
    if not again:
        return []
    if tail := year_tail(reader, named.then, Spot()):
        return [Found(tail.spot._replace(again=again), None, this.start, tail.end, tail.then)]
    back = [found for found in ago(reader, reader.skip(named.then, "of", "comma")) if found.first.unit == "year"]
    return [found._replace(first=found.first._replace(again=again), start=this.start) for found in back]


def this_unit(reader: Reader, place: int) -> list[Found]:
    """هذا العام، هذه السنة، هذا الصيف، نفس السنة."""
    if again := like_this(reader, place):
        return again
    this, atom = reader.at(place), reader.at(reader.at(place).then)
    if this.value == "same":
        return same_unit(reader, place)
    if this.value != 0 or atom.kind not in ("unit", "season") or atom.value in ("century", "decade"):
        return []
    if atom.kind == "season":
        return [Found(Spot(step=0, unit="year"), None, this.start, atom.end, atom.then)]
    return [unit_from(reader, atom, this, atom)._replace(start=this.start)]


def pair(reader: Reader, place: int) -> list[Found]:
    """اليومين الماضيين، العامين المقبلين: two units that end or begin at the present."""
    atom, sense = reader.at(place), reader.at(reader.at(place).then)
    if sense.kind != "sense" or sense.value not in (-1, 1):
        return []
    near, far = Spot(step=sense.number, unit=str(atom.value)), Spot(step=2 * sense.number, unit=str(atom.value))
    first, last = (far, near) if sense.number < 0 else (near, far)
    return [Found(first, last, atom.start, sense.end, sense.then)]


def ago(reader: Reader, place: int) -> list[Found]:
    """قبل عامين، قبل عام، قبل يومين، قبل 3 سنوات، قبل أربعة أيام: years and days counted back from the present."""
    word, atom = reader.at(place), reader.at(reader.at(place).then)
    count, last = 1, atom
    if atom.kind in NUMBERS and 2 < atom.number <= 100:
        count, last = atom.number, reader.at(atom.then)
        if last.kind not in ("list", "days", "count") and last.value != "year":
            return []
    elif atom.kind == "two":
        count = 2
    elif atom.kind != "unit" or atom.value != "year":
        return []
    unit = "day" if last.kind == "days" else str(last.value)
    if unit not in ("year", "day") or goes_on(reader, last.then):
        return []
    return [Found(Spot(step=-count, unit=unit), None, word.start, last.end, last.then)]


def goes_on(reader: Reader, place: int) -> bool:
    """Whether the time counted back is not that of the present: قبل عامين من الحرب, or not whole: قبل عامين ونصف."""
    after = reader.at(place)
    half = after.kind == "and" and reader.at(after.then).kind == "share"
    return half or after.kind in ("of", "digits", "sense", "month")
