"""The days on which an encounter may be, as its page tells them."""

from __future__ import annotations

from datetime import date, timedelta

from qawl.model import EventStatus

Days = tuple[date, date]

NO_YEAR = "--"
DAY, MONTH = 10, 7  # letters of an ISO day, and of a month
# Around the day of its page, an encounter without a day may be so many days before and behind it.
AROUND: dict[EventStatus, tuple[int, int]] = {
    "announced": (1, 120),
    "proposed": (1, 365),
    "unknown": (30, 120),
    "held": (30, 0),
    "under_way": (4, 3),
    "postponed": (10, 240),
    "cancelled": (30, 60),
    "denied": (30, 60),
}
# What goes on began so many days before at most.
BEGAN = timedelta(days=4)
# A strike or a sit-in that goes on or ends began so many days before at most.
SAT = timedelta(days=30)
# A week is told from Monday to Sunday, so many days from its first.
WEEK, WEEKEND = 6, timedelta(days=2)
# What is put off was to be so many days before the page at most, and so many behind it.
WAS_TO_BE = (timedelta(days=10), timedelta(days=120))


def days_told(when: str | None) -> Days | None:
    """The first and the last day of a place in time; None where it is none, or none of a known year."""
    if when is None or when.startswith(NO_YEAR):
        return None
    first, _, last = when.partition("/")
    try:
        return _first(first), _last(last or first)
    except ValueError:
        return None


def _first(prefix: str) -> date:
    return date.fromisoformat((prefix + "-01-01")[:DAY] if len(prefix) <= MONTH else prefix[:DAY])


def _last(prefix: str) -> date:
    if len(prefix) > MONTH:
        return date.fromisoformat(prefix[:DAY])
    year, month = int(prefix[:4]), int(prefix[5:MONTH] or 12)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def days_when_told(status: EventStatus, published: date | None) -> Days | None:
    """The days on which an encounter of this status may be, by the day of its page alone."""
    if published is None:
        return None
    before, behind = AROUND[status]
    return published - timedelta(days=before), published + timedelta(days=behind)


def up_to_page(days: Days, status: EventStatus, published: date) -> Days:
    """The days of a stretch that may be meant on the page's day: what was held this month is over, what is planned comes yet."""
    first, last = days
    if not first < published < last:
        return days
    if status == "held":
        return first, published
    return (published, last) if status in ("announced", "proposed") else days


def of_week(days: Days) -> Days:
    """A stretch of days; a week from Monday on also with the two days before, since it begins on Saturday or Sunday for many."""
    first, last = days
    return (first - WEEKEND, last) if first.weekday() == 0 and length(days) == WEEK else days


def meet(a: Days, b: Days) -> bool:
    """Whether two stretches have a day in common."""
    return a[0] <= b[1] and b[0] <= a[1]


def length(days: Days) -> int:
    """How many days lie between the first and the last."""
    return (days[1] - days[0]).days
