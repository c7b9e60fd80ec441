"""A month as a calendar page: weeks of seven days with the encounters of each, and what falls into the month without a day."""

from __future__ import annotations

from calendar import Calendar, monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from qawl.library.asking.courses import Course
from qawl.web.settings import Months, Settings

WHOLE = 10  # letters of an ISO day
MONDAY, SATURDAY = 1, 6
# Where the week begins on Monday, by whose names of months a reader has; elsewhere among Arabs on Saturday.
MAGHREB: tuple[Months, ...] = ("tn", "ma", "mr")


class Entry(Struct, frozen=True):
    """An encounter on one of its days; ``begins`` and ``ends`` tell whether it does so on that day."""

    course: Course
    begins: bool
    ends: bool


class Square(Struct, frozen=True):
    """A day of the month with its entries; a square of another month has no day."""

    day: date | None
    entries: tuple[Entry, ...] = ()


class Month(Struct, frozen=True):
    """Weeks of squares from the first weekday on (1 is Monday), and the encounters that fall into the month on an unknown day."""

    weekdays: tuple[int, ...]
    weeks: tuple[tuple[Square, ...], ...]
    some_day: tuple[Course, ...]


def first_weekday(settings: Settings) -> int:
    """On which day a week begins for a reader: in the Arab East on Saturday, in the Maghreb and by ISO 8601 on Monday."""
    return MONDAY if settings.lang == "en" or settings.months in MAGHREB else SATURDAY


def month_of(month: str, courses: Iterable[Course], first: int) -> Month:
    """The calendar page of an ISO month, its weeks beginning with this weekday. Raises `ValueError` where it is none."""
    year, number = map(int, month.split("-"))
    known = [(course, span) for course in courses if (span := days_of(course.event.when))]
    some_day = tuple(course for course in courses if not days_of(course.event.when))
    weeks = Calendar(first - 1).monthdatescalendar(year, number)
    return Month(
        weekdays=(*range(first, 8), *range(1, first)),
        weeks=tuple(tuple(square(day, known) if day.month == number else Square(None) for day in week) for week in weeks),
        some_day=some_day,
    )


def square(day: date, known: Iterable[tuple[Course, tuple[date, date]]]) -> Square:
    """A day with what is on it, what goes on from the days before first."""
    found = [(span, course) for course, span in known if span[0] <= day <= span[1]]
    found.sort(key=lambda one: (one[0][0], -one[0][1].toordinal()))
    return Square(day, tuple(Entry(course, day == span[0], day == span[1]) for span, course in found))


def days_of(when: str | None) -> tuple[date, date] | None:
    """The first and last day of an encounter; None where a day of it is not known."""
    first, _, last = (when or "").partition("/")
    try:
        return date.fromisoformat(first[:WHOLE]), date.fromisoformat((last or first)[:WHOLE])
    except ValueError:
        return None


def beside(month: str) -> tuple[str, str]:
    """The months before and after an ISO month."""
    year, number = map(int, month.split("-"))
    first = date(year, number, 1)
    last = first + timedelta(days=monthrange(year, number)[1])
    return f"{first - timedelta(days=1):%Y-%m}", f"{last:%Y-%m}"
