"""Places in time: what a date expression says, and which day, month or year that is.

A value is an ISO prefix (`2010-02-02`, `2010-02`, `2010`), an interval of two of them, or `--02-02` where the year is
unknown.
Nothing here knows a word, the clock of the machine or its locale.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

Parts = tuple[int, int, int]
FIRST_YEAR, LAST_YEAR = 1800, 2100
HIJRI_FIRST, HIJRI_LAST = 1343, 1500
UMM_AL_QURA = ("1924-08-01", "2077-11-16")
# Without an era such a year is Hijri in the news: few papers write of the fifteenth century.
HIJRI_NOW = range(1400, 1451)

# How many months ahead of the present a day or month without year may lie: none where its clause tells the past, all of them where
# it speaks of what is to come, some where it tells what is planned, and a few where nothing tells.
PAST, PERHAPS, PLANNED, AHEAD = 0, 3, 5, 12


class Spot(NamedTuple):
    """What an expression says of one place in time.

    ``step`` counts ``unit`` (day week month quarter year) from the present, or is "every"; without a unit it is the sense of a
    weekday or month: -1 the last one, 1 the next. ``same`` takes what is missing from the date told before, ``same_part`` the
    months, with ``same`` too those of the year before. ``near``: it lies beside the present, on either side, so many
    days away as ``offset`` says.
    ``again``: the day (`day`) or the month (`month`) of the present in that year.
    ``months``: only those months of the year. ``season``: the month stands for the year of a season. ``value``: settled
    already (a century).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    step: int | None = None
    unit: str = ""
    hijri: bool = False
    same: bool = False
    same_part: bool = False
    near: bool = False
    offset: int | None = None
    months: tuple[int, int] | None = None
    season: bool = False
    value: str | None = None
    again: str = ""

    @property
    def full(self) -> bool:
        """Whether it says day, month and year."""
        return None not in (self.year, self.month, self.day)

    @property
    def explicit(self) -> bool:
        """Whether nothing but its own words is needed to place it."""
        return self.value is not None or self.year is not None


class Present(NamedTuple):
    """From where relative expressions count: ``at`` an ISO prefix, as precise as it is known, or None.

    ``days`` gives the year of days (of months with day 0) that the text dates elsewhere, ``told`` the date told before,
    ``part`` the last months of a year that were told.
    """

    at: str | None = None
    days: Mapping[tuple[int, int], int] = {}
    told: str | None = None
    part: str | None = None


def date_of(prefix: str | None) -> datetime.date | None:
    """The day of a full ISO prefix, else None."""
    return datetime.date.fromisoformat(prefix) if prefix and len(prefix) == 10 else None


def parts_of(prefix: str | None) -> tuple[int, ...]:
    """Year, month and day as far as a prefix gives them."""
    return tuple(int(part) for part in prefix.split("-")) if prefix else ()


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """The prefix of a year, month or day: `2010-02`; without a year `--02-02`."""
    head = "-" if year is None else f"{year:04d}"
    return "-".join([head, *(f"{part:02d}" for part in (month, day) if part is not None)])


def exists(year: int | None, month: int | None, day: int | None, hijri: bool = False) -> bool:
    """Whether such a day can stand in a calendar; an unknown year is a leap year."""
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None or month is None:
        return True
    return 1 <= day <= (30 if hijri else days_in(year or 2000, month))


def days_in(year: int, month: int) -> int:
    """How many days a Gregorian month has."""
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (following - datetime.timedelta(days=1)).day


def add_months(prefix: str, count: int) -> str:
    """The month that lies `count` months after that of a prefix."""
    year, month = parts_of(prefix)[:2]
    months = year * 12 + month - 1 + count
    return iso(months // 12, months % 12 + 1)


def week_of(day: datetime.date, count: int = 0) -> str:
    """The week from Monday to Sunday that holds `day`, or the one `count` weeks later."""
    monday = day + datetime.timedelta(days=7 * count - day.weekday())
    return f"{monday}/{monday + datetime.timedelta(days=6)}"


def interval(first: str | None, last: str | None) -> str | None:
    """From the beginning of one value to the end of another."""
    if first is None or last is None:
        return None
    return f"{first.split('/')[0]}/{last.split('/')[-1]}"


def century(number: int) -> str:
    """The years of a century: 19 -> `1801/1900`."""
    return f"{number * 100 - 99:04d}/{number * 100:04d}"


def hijri_value(year: int, month: int | None, day: int | None) -> str | None:
    """The Gregorian day of a Hijri day by Umm al-Qura; of a month or year the interval. None outside its tables."""
    if not HIJRI_FIRST <= year <= HIJRI_LAST:
        return None
    from hijridate import Hijri

    if day is not None and month is not None:
        return str(Hijri(year, month, day).to_gregorian()) if day <= Hijri(year, month, 1).month_length() else None
    ends = Hijri(year, month or 12, 1)
    first = Hijri(year, month or 1, 1).to_gregorian()
    return f"{first}/{Hijri(year, month or 12, ends.month_length()).to_gregorian()}"


def hijri_parts(day: datetime.date) -> Parts | None:
    """The Hijri year, month and day of a Gregorian one by Umm al-Qura; None outside its tables."""
    if not UMM_AL_QURA[0] <= str(day) <= UMM_AL_QURA[1]:
        return None
    from hijridate import Gregorian

    return Gregorian.fromdate(day).to_hijri().datetuple()


def value_of(spot: Spot, present: Present, ahead: int) -> str | None:
    """The value of an expression, None where it cannot be told. `ahead`: how many months ahead it may lie."""
    if spot.same_part and spot.same:
        part = present.part
        return in_year(part, str(int(part[:4]) - 1)) if part else value_of(spot._replace(same=False), present, ahead)
    value = _whole(spot, present, min(ahead, PERHAPS) if spot.months else ahead)
    if spot.season and value:
        return value[:4] if value[0] != "-" else None
    if spot.again:
        part = present.at and (present.at if spot.again == "day" else present.at[:7])
        return in_year(part, value) if value and part and len(present.at or "") == 10 else None
    if spot.same_part and value and present.part:
        return in_year(present.part, value)
    if spot.months and value:
        return months_of(value[:4] if spot.month and value[0] != "-" else value, *spot.months)
    return value


def is_part(value: str) -> bool:
    """Whether a value is a month, or whole months of one year."""
    ends = value.split("/")
    return value[0] != "-" and len({end[:4] for end in ends}) == 1 and all(len(end) > 4 for end in ends) and len(value) != 10


def in_year(part: str, year: str) -> str:
    """Months of one year in another."""
    ends = [parts_of(end) for end in part.split("/")]
    moved = ((int(year), month, min(day[0], days_in(int(year), month)) if day else None) for _, month, *day in ends)
    return "/".join(iso(*end) for end in moved)


def months_of(value: str, first: int, last: int) -> str | None:
    """Some months of a year as an interval; of a month, its first or second half."""
    given = () if "/" in value or value.startswith("-") else parts_of(value)
    if len(given) == 1:
        return f"{value}-{first:02d}-01/{value}-{last:02d}-{days_in(given[0], last)}"
    if len(given) == 2 and (first, last) in ((1, 6), (7, 12)):
        return f"{value}-01/{value}-15" if first == 1 else f"{value}-16/{value}-{days_in(*given)}"
    return None


def _whole(spot: Spot, present: Present, ahead: int) -> str | None:
    if spot.value is not None:
        return spot.value
    if spot.year is not None:
        return placed(spot, spot.year)
    if spot.unit == "every":
        return None
    if spot.same and spot.unit == "quarter":
        return quarter_of(present.part, spot.step or 0) if present.part and len(present.part) > 7 else None
    if spot.same:
        return completed(spot, present.told)
    if spot.unit:
        return stepped(spot, present)
    if spot.month is not None:
        return in_its_year(spot, present, ahead)
    return on_weekday(spot, present, ahead)


def placed(spot: Spot, year: int) -> str | None:
    """A spot in its year."""
    if spot.hijri:
        return hijri_value(year, spot.month, spot.day)
    return iso(year, spot.month, spot.day) if exists(year, spot.month, spot.day) else None


def completed(spot: Spot, told: str | None) -> str | None:
    """A spot whose year or month is that of the date told before, or lies `step` after it."""
    given = parts_of(told) if told and "/" not in told and told[0] != "-" else ()
    if not given:
        return None
    if spot.unit == "month":
        year, month = parts_of(add_months(iso(*given[:2]), spot.step or 0)) if len(given) > 1 else (given[0], None)
        return iso(year, month, spot.day) if month and exists(year, month, spot.day) else None
    return placed(spot, given[0] + (spot.step or 0))


def stepped(spot: Spot, present: Present) -> str | None:
    """A unit counted from the present, or a day or month in such a unit."""
    step, at = spot.step or 0, present.at
    if spot.unit == "year":
        known = present.days.get((spot.month or 0, spot.day or 0))
        year = parts_of(at)[0] + step if at else known
        return None if year is None else placed(spot, year)
    if spot.unit == "month":
        if len(parts_of(at)) < 2 or at is None:
            return None
        year, month = parts_of(add_months(at, step))
        return iso(year, month, spot.day) if exists(year, month, spot.day) else None
    if spot.unit == "quarter":
        return quarter_of(at, step) if at and len(parts_of(at)) > 1 else None
    today = date_of(at)
    if today is None:
        return None
    if spot.unit == "week" and spot.weekday is not None:
        return str(after(today + datetime.timedelta(days=7 * step - today.weekday()), spot.weekday))
    return week_of(today, step) if spot.unit == "week" else beside(today, step, spot.weekday)


def quarter_of(prefix: str, count: int) -> str | None:
    """The quarter of a year that lies `count` quarters after that of a prefix."""
    year, month = parts_of(add_months(prefix.split("/")[0], 3 * count))
    first = (month - 1) // 3 * 3 + 1
    return months_of(iso(year), first, first + 2)


def beside(today: datetime.date, step: int, weekday: int | None) -> str:
    """Today, yesterday, tomorrow …; where the weekday says otherwise it decides: the nearest one."""
    day = today + datetime.timedelta(days=step)
    return str(day if weekday is None else before(day + datetime.timedelta(days=3), weekday))


def before(day: datetime.date, weekday: int) -> datetime.date:
    """The latest such weekday up to `day`, the day itself included."""
    return day - datetime.timedelta(days=(day.isoweekday() - weekday) % 7)


def after(day: datetime.date, weekday: int) -> datetime.date:
    """The first such weekday from `day` on, the day itself included."""
    return day + datetime.timedelta(days=(weekday - day.isoweekday()) % 7)


def on_weekday(spot: Spot, present: Present, ahead: int) -> str | None:
    """A weekday: the nearest in the past, the present day included, unless its words or its clause say otherwise."""
    today = date_of(present.at)
    if today is None or spot.weekday is None:
        return None
    a_day = datetime.timedelta(days=1)
    if spot.step is None:
        return str(after(today, spot.weekday) if ahead == AHEAD else before(today, spot.weekday))
    if spot.step == 0:
        monday = today - datetime.timedelta(days=today.weekday())
        return str(after(monday, spot.weekday))
    weeks = datetime.timedelta(days=7 * (abs(spot.step) - 1))
    if spot.step < 0:
        return str(before(today - a_day, spot.weekday) - weeks)
    return str(after(today + a_day, spot.weekday) + weeks)


def in_its_year(spot: Spot, present: Present, ahead: int) -> str | None:
    """A day or month without its year."""
    known = None if spot.hijri or spot.day is None else present.days.get((spot.month or 0, spot.day or 0))
    if known is not None:
        return placed(spot, known)
    now = parts_of(present.at)
    if spot.hijri:
        today = date_of(present.at)
        now = (today and hijri_parts(today)) or ()
        if not now or (spot.day is None and spot.step is None):
            return None
    if len(now) < 2:
        if now and spot.step == 1:
            return placed(spot, now[0])
        if not now and spot.step in (-1, 0) and (year_told := present.days.get((spot.month or 0, 0))):
            return placed(spot, year_told)
        return None if spot.hijri or spot.step is not None else iso(None, spot.month, spot.day)
    year = chosen_year(spot, now, ahead)
    return placed(spot, year + (spot.step + 1 if spot.step and spot.step < -1 else 0))


def chosen_year(spot: Spot, now: tuple[int, ...], ahead: int) -> int:
    """The year of a day or month by its sense, weekday or the tense of its clause; `now` is in the spot's calendar."""
    year = now[0]
    here = now[1:3] if spot.day is not None else now[1:2]
    there = (spot.month or 0, spot.day or 0)[: len(here)]
    past, future = year - (there > here), year + (there < here)
    if spot.step == 0 or spot.near:
        return nearest_year(there[0], now[1], year)
    if spot.step is not None:
        return year - (there >= here) if spot.step < 0 else year + (there <= here)
    fitting = [y for y in (future, past) if spot.weekday is not None and fits(spot, y)]
    if len(set(fitting)) == 1:
        return fitting[0]
    return future if ahead == AHEAD or (future - year) * 12 + there[0] - now[1] <= ahead - 1 else past


def nearest_year(month: int, present: int, year: int) -> int:
    """The year in which a month lies nearest to the present one."""
    return min((year, year - 1, year + 1), key=lambda y: abs((y - year) * 12 + month - present))


def fits(spot: Spot, year: int) -> bool:
    """Whether the weekday of a spot is right in a year."""
    day = date_of(placed(spot, year)) if spot.day else None
    return day is not None and day.isoweekday() == spot.weekday
