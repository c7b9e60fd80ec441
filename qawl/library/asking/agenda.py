"""The encounters of a library by date: who comes, who stays away, who says so and why."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Any

from msgspec import Struct

from qawl.library.asking.courses import Course, courses_told
from qawl.model import Event, EventStatus

ABSENT = ("not_attending", "not_invited")
NO_YEAR = "--"
# Behind every day of a month or year in the order of texts.
BEHIND = "~"


class Wanted(Struct, frozen=True, kw_only=True):
    """Which encounters: those that may fall between two ISO prefixes, both in; ``undated``: those without a day of a known year.

    ``status``: one of these; ``absent``: only where somebody stays away or is not invited. Nothing asked for is everything.
    """

    since: str | None = None
    until: str | None = None
    undated: bool = False
    status: tuple[EventStatus, ...] = ()
    absent: bool = False


def agenda(connection: Connection, wanted: Wanted) -> list[Course]:
    """The courses of the encounters that are wanted, by date: those without a year and then the undated last."""
    where, values = condition(wanted)
    found = [course for course in courses_told(connection, where, values) if is_wanted(course.event, wanted)]
    return sorted(found, key=lambda course: (course.event.when is None, is_undated(course.event.when), course.event.when or ""))


def condition(wanted: Wanted) -> tuple[str, list[Any]]:
    """What SQL can tell of it by its indexes, each of what some page tells of the encounter; more may come than is wanted."""
    terms: list[tuple[str, list[Any]]] = []
    if wanted.until:
        terms.append(("f.date <= ?", [wanted.until + BEHIND]))
    if wanted.since or wanted.until:
        terms.append(("f.date >= '0'", []))
    if wanted.undated:
        terms.append((_some("(g.date IS NULL OR g.date < '0')"), []))
    if wanted.status:
        terms.append((_some(f"g.status IN ({', '.join('?' * len(wanted.status))})"), list(wanted.status)))
    if wanted.absent:
        stays = "SELECT 1 FROM participants a WHERE a.page = g.page AND a.event = g.id AND a.part IN (?, ?)"
        terms.append((_some(f"EXISTS ({stays})"), list(ABSENT)))
    return " AND ".join(term for term, _ in terms) or "1", [value for _, values in terms for value in values]


def _some(term: str) -> str:
    return f"EXISTS (SELECT 1 FROM events g WHERE g.encounter = f.encounter AND {term})"


def is_wanted(event: Event, wanted: Wanted) -> bool:
    """Whether an encounter is among those wanted."""
    return (
        may_fall(event.when, wanted.since, wanted.until)
        and (not wanted.undated or is_undated(event.when))
        and (not wanted.status or event.status in wanted.status)
        and (not wanted.absent or any(one.part in ABSENT for one in event.participants))
    )


def is_undated(when: str | None) -> bool:
    """Whether no day of a known year is given."""
    return when is None or when.startswith(NO_YEAR)


def may_fall(when: str | None, since: str | None, until: str | None) -> bool:
    """Whether a place in time may lie between two days; a month may where one of its days may, the undated never."""
    if since is None and until is None:
        return True
    if when is None or is_undated(when):
        return False
    first, _, last = when.partition("/")
    return (since is None or not is_before(last or first, since)) and (until is None or not is_before(until, first))


def is_before(one: str, other: str) -> bool:
    """Whether a day, month or year ends before another begins."""
    size = min(len(one), len(other))
    return one[:size] < other[:size]
