"""The encounters of a library by date: who comes, who stays away, who says so and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from qawl.arabic.letters import fold_phrase
from qawl.library.asking.courses import Course, courses_told
from qawl.library.asking.naming import meant, whose
from qawl.model import ABSENT, Event, EventStatus

NO_YEAR = "--"
# Behind every day of a month or year in the order of texts.
BEHIND = "~"
# The last day of an encounter as a row tells it, behind all days where it is a month or year that holds them.
LAST = f"substr(f.date, instr(f.date, '/') + 1) || '{BEHIND}'"
MONTH = 7  # letters of an ISO month


class Wanted(Struct, frozen=True, kw_only=True):
    """Which encounters: those that may fall between two ISO prefixes, both in; ``over``: those that have ended before this day;
    ``undated``: those without a day of a known year.

    ``status``: one of these; ``absent``: only where somebody stays away or is not invited; ``who``: only where one of this name or
    id, or with these words in his name, takes part or does not, with ``absent`` where he is who stays away. Nothing asked for is
    everything.
    """

    since: str | None = None
    until: str | None = None
    over: str | None = None
    undated: bool = False
    status: tuple[EventStatus, ...] = ()
    absent: bool = False
    who: str | None = None


class Months(Struct, frozen=True, kw_only=True):
    """A month of the agenda, and the months next to it that have encounters, null where there are none."""

    month: str
    earlier: str | None
    later: str | None


def agenda(connection: Connection, wanted: Wanted) -> list[Course]:
    """The courses of the encounters that are wanted, by date: those without a year and then the undated last.

    Raises `LibraryError` (bad_value) where there is no word in ``who``.
    """
    where, values = condition(connection, wanted)
    return in_order(course for course in courses_told(connection, where, values) if is_wanted(course.event, wanted))


def agenda_part(connection: Connection, wanted: Wanted, most: int, start: int = 0, newest_first: bool = False) -> list[Course]:
    """A part of them, `most` at most, from a place in their order on. Raises as `agenda` does.

    The order is that of the days that the rows tell; where pages differ, some may be missing that another part has.
    """
    where, values = condition(connection, wanted)
    day, turn = ("max(f.date)", "DESC") if newest_first else ("min(f.date)", "ASC")
    part = (
        "SELECT f.encounter FROM events f JOIN pages p USING (page) "
        f"WHERE {where} GROUP BY f.encounter ORDER BY {day} {turn}, min(f.row) LIMIT ? OFFSET ?"
    )
    told = courses_told(connection, f"f.encounter IN ({part})", (*values, most, start))
    found = in_order(course for course in told if is_wanted(course.event, wanted))
    return found[::-1] if newest_first else found


def in_order(courses: Iterable[Course]) -> list[Course]:
    """Courses by date, those without a year and then the undated last."""
    return sorted(courses, key=lambda one: (one.event.when is None, is_undated(one.event.when), one.event.when or ""))


def months(connection: Connection, month: str | None, clock: str) -> Months:
    """A month, `clock` being that which now is: where none is named, this one if anything falls into it or the year that follows,
    else the last before it that has encounters.
    """
    year_on = f"{int(clock[:4]) + 1:04}{clock[4:]}"
    coming = _month(connection, "f.date >= ? AND f.date < ? ORDER BY f.date", (clock, year_on + BEHIND))
    shown = month or (clock if coming else _last_before(connection, clock) or clock)
    later = _month(connection, "f.date >= ? ORDER BY f.date", (shown + BEHIND,))
    return Months(month=shown, earlier=_last_before(connection, shown), later=later)


def _last_before(connection: Connection, month: str) -> str | None:
    return _month(connection, "f.date >= '0' AND f.date < ? ORDER BY f.date DESC", (month,))


def _month(connection: Connection, which: str, values: tuple[str, ...]) -> str | None:
    found = connection.execute(
        f"SELECT f.date FROM events f WHERE length(f.date) >= {MONTH} AND {which} LIMIT 1", values
    ).fetchone()
    return str(found[0])[:MONTH] if found else None


def courses_wanted(connection: Connection, encounters: Sequence[str], wanted: Wanted) -> list[Course]:
    """Those of some encounters that are wanted, by the first day that a page tells."""
    marks = ", ".join("?" * len(encounters))
    courses = courses_told(connection, f"f.encounter IN ({marks})", encounters)
    return [course for course in courses if is_wanted(course.event, wanted)]


def condition(connection: Connection, wanted: Wanted) -> tuple[str, list[Any]]:
    """What SQL can tell of it by its indexes, each of what some page tells of the encounter; more may come than is wanted."""
    terms: list[tuple[str, list[Any]]] = []
    if wanted.until:
        terms.append(("f.date <= ?", [wanted.until + BEHIND]))
    if wanted.since or wanted.until or wanted.over:
        terms.append(("f.date >= '0'", []))
    if wanted.since:
        terms.append((f"{LAST} >= ?", [wanted.since]))
    if wanted.over:
        terms.append((f"f.date < ? AND {LAST} < ?", [wanted.over, wanted.over]))
    if wanted.undated:
        terms.append((_some("(g.date IS NULL OR g.date < '0')"), []))
    if wanted.status:
        terms.append((_some(f"g.status IN ({', '.join('?' * len(wanted.status))})"), list(wanted.status)))
    if wanted.who or wanted.absent:
        terms.append(taking_part(connection, wanted))
    return " AND ".join(term for term, _ in terms) or "1", [value for _, values in terms for value in values]


def taking_part(connection: Connection, wanted: Wanted) -> tuple[str, list[Any]]:
    """That somebody takes part or stays away, as it is wanted."""
    where, values = whose_part(connection, wanted.who) if wanted.who else ("1", ())
    part = f" AND a.part IN ({', '.join('?' * len(ABSENT))})" if wanted.absent else ""
    who = f"SELECT 1 FROM participants a WHERE a.page = g.page AND a.event = g.id AND {where}{part}"
    return _some(f"EXISTS ({who})"), [*values, *(ABSENT if part else ())]


def whose_part(connection: Connection, name: str) -> tuple[str, tuple[Any, ...]]:
    """That a participant (`a`) is one of a name or id, or has the words in his name; where several may be meant, any of them."""
    found = meant(connection, name)
    if not found.is_somebody:
        found = replace(found, identities=tuple(one.identity for one in found.others))
    where, values = whose(connection, found).where("a.identity", "a.key")
    return f"({where} OR instr(a.key, ?))", (*values, fold_phrase(name))


def _some(term: str) -> str:
    return f"EXISTS (SELECT 1 FROM events g WHERE g.encounter = f.encounter AND {term})"


def is_wanted(event: Event, wanted: Wanted) -> bool:
    """Whether an encounter is among those wanted."""
    return (
        may_fall(event.when, wanted.since, wanted.until)
        and (wanted.over is None or (may_fall(event.when, None, wanted.over) and not may_fall(event.when, wanted.over, None)))
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
