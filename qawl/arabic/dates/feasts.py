"""Feasts, and days counted from the beginning of a feast, a month or a year."""

from __future__ import annotations

from qawl.arabic.dates.calendars import Spot
from qawl.arabic.dates.tails import Found, Tail, month_tail, year_tail
from qawl.arabic.dates.words import Atom, Reader


def feast(reader: Reader, place: int) -> list[Found]:
    """(يوم) عيد الميلاد، ليلة رأس السنة، (أول أيام) عيد الفطر الماضي: a feast on its day, with its sense or year."""
    atom = reader.at(place)
    hijri, day = divmod(atom.number, 10000)
    tail = dated(reader, atom, Spot(month=day // 100, day=day % 100, hijri=bool(hijri)))
    return [Found(tail.spot, None, atom.start, tail.end, tail.then)]


def feast_alone(reader: Reader, place: int) -> list[Found]:
    """عيد الفطر الماضي، عيد الأضحى 2014: a feast without a word for day, where its sense or year dates it."""
    found = feast(reader, place)
    return found if found[0].then != reader.at(place).then else []


def dated(reader: Reader, atom: Atom, spot: Spot) -> Tail:
    """A day of a known month with its sense or its year, where it has one."""
    sense = reader.at(atom.then)
    if sense.kind == "sense" and isinstance(sense.value, int):
        return Tail(spot._replace(step=sense.number), sense.end, sense.then)
    return year_tail(reader, atom.then, spot) or Tail(spot, atom.end, atom.then)


def counted_day(reader: Reader, place: int) -> list[Found]:
    """أول أيام عيد الفطر، ثاني أيام شهر رمضان، أول أيام السنة: a day by its number in what begins with it."""
    nth, place = reader.at(place), reader.at(place).then
    whole = reader.at(place)
    if whole.kind == "feast":
        first = feast(reader, place)[0]
        return [first._replace(first=first.first._replace(day=(first.first.day or 1) + nth.number - 1), start=nth.start)]
    tail = day_of_year(reader, whole, nth) if whole.value == "year" else month_tail(reader, place, Spot(day=nth.number))
    return [Found(tail.spot, None, nth.start, tail.end, tail.then)] if tail else []


def day_of_year(reader: Reader, year: Atom, nth: Atom) -> Tail:
    """(أول أيام) السنة، (أول أيام) عام 2014: one of the first days of a year."""
    this_year = Tail(Spot(month=1, day=nth.number, step=0, unit="year"), year.end, year.then)
    return year_tail(reader, year.then - 1, Spot(month=1, day=nth.number)) or this_year
