"""The courses of encounters: what all pages that tell of one say, how it went from day to day, and where they differ.

A course is a view of the rows, in the order in which the pages were published; no row is changed by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import groupby
from sqlite3 import Connection
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from qawl.arabic.called import ids_of
from qawl.arabic.letters import fold_phrase
from qawl.library.across.courses.moving import by_stage, is_again, moves_on, when_of
from qawl.library.across.courses.telling import LAND
from qawl.library.asking.told import PAGE, RECORDS, WIDTH, Encounter, Where, events_seen, page_of
from qawl.library.errors import LibraryError
from qawl.model import ABSENT, Event, EventPart, EventStatus, Participant


class Move(Struct, frozen=True, kw_only=True):
    """From which day on an encounter stands how: the day of the page that tells it, null where that has none."""

    day: str | None
    status: EventStatus
    when: str | None
    event: str
    page: Where


class Claim(Struct, frozen=True, kw_only=True):
    """What one page tells where others tell something else; ``part`` of whom is told, ``according_to`` null for its own voice.

    ``opposed``: somebody tells the contrary; of who comes that is another part of the same party, not that others do not name it.
    """

    value: str
    part: EventPart | None = None
    according_to: str | None = None
    opposed: bool = True
    page: Where


class Difference(Struct, frozen=True, kw_only=True):
    """Where pages differ: when or where it is, or who comes."""

    field: Literal["when", "where", "who"]
    claims: tuple[Claim, ...]

    @property
    def is_opposed(self) -> bool:
        """Whether somebody tells the contrary of another, not only what others leave out."""
        return any(claim.opposed for claim in self.claims)


class Course(Encounter, frozen=True, kw_only=True):
    """An encounter over all pages that tell it, as it stands by the latest that moved it: ``event`` and ``page`` are of that one.

    ``event`` also has the day and the place that only others tell, and who comes according to them. ``appearances`` are in the
    order of publishing, ``moves`` are those that changed how it stands. ``off`` is the day on which it is no longer to be, where
    it was put off and no new one is known.
    """

    encounter: str
    appearances: tuple[Encounter, ...]
    moves: tuple[Move, ...]
    differences: tuple[Difference, ...] = ()
    off: str | None = None


def encounters_where(connection: Connection, where: str, values: Sequence[Any] = ()) -> Iterator[str]:
    """The ids of encounters in the order of `courses_told`."""
    wanted = f"SELECT f.encounter FROM events f JOIN pages p USING (page) WHERE {where}"
    query = (
        f"SELECT encounter, min(date) AS first FROM events WHERE encounter IN ({wanted}) GROUP BY encounter "
        "ORDER BY first IS NULL, first LIKE '--%', first, encounter"
    )
    return (str(encounter) for encounter, _ in connection.execute(query, values))


def courses_told(connection: Connection, where: str, values: Sequence[Any] = ()) -> Iterator[Course]:
    """The courses of encounters, by the first day that a page tells; `where` is asked of the events (`f`) and their pages (`p`)."""
    events = lru_cache(RECORDS)(partial(events_seen, connection))
    wanted = f"SELECT f.encounter FROM events f JOIN pages p USING (page) WHERE {where}"
    first = "min(f.date) OVER (PARTITION BY f.encounter)"
    query = (
        f"SELECT {PAGE}, f.id, f.encounter, {first} AS first FROM events f JOIN pages p USING (page) "
        f"WHERE f.encounter IN ({wanted}) ORDER BY first IS NULL, first LIKE '--%', first, f.encounter, f.row"
    )
    for encounter, rows in groupby(connection.execute(query, values), key=lambda row: str(row["encounter"])):
        told = ((page_of(row), row[WIDTH]) for row in rows)
        course = course_of(encounter, [Encounter(event=events(page.capture)[id], page=page) for page, id in told])
        yield in_one_land(connection, course) if any(one.field == "where" for one in course.differences) else course


def course_at(connection: Connection, capture: str, event: str) -> Course:
    """The course of the encounter that a page tells under this id. Raises `LibraryError` (not_found)."""
    told = "SELECT o.encounter FROM events o JOIN pages q USING (page) WHERE q.capture = ? AND o.id = ?"
    found = next(courses_told(connection, f"f.encounter = ({told})", (capture, event)), None)
    if found is None:
        raise LibraryError("not_found", "the page has no encounter {event}", event=event)
    return found


def course_of(encounter: str, told: Iterable[Encounter]) -> Course:
    """The course of an encounter of which pages tell."""
    appearances = sorted(told, key=lambda one: (one.page.published or "", by_stage(one.event.status)))
    moving = [appearances[0]]
    for one in appearances[1:]:
        if moves_on([other.event for other in moving], one.event):
            moving.append(one)
    now = moving[-1]
    when, off = when_of([(one.event, one in moving) for one in appearances])
    others = [one for one in reversed(appearances) if one is not now]
    return Course(
        encounter=encounter,
        event=as_told_by_all(now, others, when) if others else now.event,
        page=now.page,
        appearances=tuple(appearances),
        moves=tuple(
            Move(day=one.page.published, status=one.event.status, when=one.event.when, event=one.event.id, page=one.page)
            for one in moving
        ),
        differences=tuple(differences(appearances)),
        off=off,
    )


def in_one_land(connection: Connection, course: Course) -> Course:
    """A course whose places differ: a land is no other place than a town in it, and the town is told."""
    places = [(one, *land_of(connection, one)) for one in course.appearances if one.event.where]
    towns = [(one, land) for one, land, is_land in places if not is_land]
    lands = {land for _, land in towns if land}
    left = [one for one, land, is_land in places if not (is_land and land in lands)]
    if len(left) == len(places):
        return course
    claims = tuple(where_claims(left))
    others = (one for one in course.differences if one.field != "where")
    told = [one.event.where for one in left]
    return replace(
        course,
        event=course.event if course.event.where in told else replace(course.event, where=told[-1]),
        differences=(*others, *((Difference(field="where", claims=claims),) if claims else ())),
    )


def land_of(connection: Connection, one: Encounter) -> tuple[str | None, bool]:
    """The country in which the place of an event lies, as its page or the bundled tables know it, and whether it is that."""
    text = one.event.where.text if one.event.where else ""
    tables = (
        f"SELECT f.name, f.country, f.known_as FROM {table} f JOIN pages p USING (page)" for table in ("places", "organisations")
    )
    query = " UNION ALL ".join(f"{rows} WHERE p.capture = ?" for rows in tables)
    found = [row for row in connection.execute(query, (one.page.capture,) * 2) if row["name"] in text]
    named = max(found, key=lambda row: len(row["name"]), default=None)
    if named:
        return named["country"], (named["known_as"] or "").startswith(LAND)
    land = next((id.removeprefix(LAND) for id in ids_of(text) if id.startswith(LAND)), None)
    return land, land is not None


def as_told_by_all(now: Encounter, others: Sequence[Encounter], when: str | None) -> Event:
    """The event of the page that moved it last, with what only others tell: where, what about, and who comes, by whose word."""
    event = now.event
    return replace(
        event,
        when=when,
        when_reason=None if when else event.when_reason,
        where=event.where or next((one.event.where for one in others if one.event.where), None),
        what=event.what or next((one.event.what for one in others if one.event.what), None),
        participants=(*(with_reason(one, others) for one in event.participants), *told_by_others(event, others)),
    )


def with_reason(one: Participant, others: Iterable[Encounter]) -> Participant:
    """Who stays away, with the reason that another page gives and by whose word, where the page gives neither."""
    if one.reason or one.according_to or _comes(one):
        return one
    for other in others:
        for told in other.event.participants:
            if told.reason and told.part == one.part and is_again(told, one):
                return replace(one, reason=told.reason, according_to=_by_whom(told, other))
    return one


def told_by_others(event: Event, others: Iterable[Encounter]) -> Iterator[Participant]:
    """Those of whom only other pages tell, or another part; who says so is the page's outlet where it is its own voice."""
    known = list(event.participants)
    for other in others:
        for one in other.event.participants:
            if not any(is_again(one, before) and _stand(one) == _stand(before) for before in known):
                known.append(one)
                yield replace(one, according_to=_by_whom(one, other))


def _by_whom(one: Participant, teller: Encounter) -> str | None:
    """Who says of a participant what a page tells: its own voice is its outlet's."""
    return one.according_to or teller.event.according_to or teller.page.outlet


# -- where pages differ


def differences(appearances: Sequence[Encounter]) -> Iterator[Difference]:
    """Where the pages of an encounter tell different things, each with all that is told."""
    since = max((place for place, one in enumerate(appearances) if one.event.status == "postponed"), default=0)
    for field, claims in (
        ("when", list(when_claims(appearances[since:]))),
        ("where", list(where_claims(appearances))),
        ("who", list(who_claims(appearances))),
    ):
        if claims:
            yield Difference(field=field, claims=tuple(claims))  # type: ignore[arg-type]


def when_claims(appearances: Sequence[Encounter]) -> Iterator[Claim]:
    """The days that pages tell, where two of them do not hold each other."""
    told = [one for one in appearances if one.event.when]
    if any(not _holds(a.event.when or "", b.event.when or "") for a in told for b in told):
        yield from (Claim(value=one.event.when or "", according_to=one.event.according_to, page=one.page) for one in told)


def _holds(a: str, b: str) -> bool:
    """Whether one of two places in time lies within the other."""
    (first, _, last), (start, _, end) = a.partition("/"), b.partition("/")
    last, end = last or first, end or start
    return _within(first, last, start, end) or _within(start, end, first, last)


def _within(first: str, last: str, start: str, end: str) -> bool:
    return first[: len(start)] >= start[: len(first)] and last[: len(end)] <= end[: len(last)]


def where_claims(appearances: Sequence[Encounter]) -> Iterator[Claim]:
    """The places that pages tell, where the words of two have nothing in common."""
    told = [(one, one.event.where.text) for one in appearances if one.event.where]
    words = [set(fold_phrase(text).split()) for _, text in told]
    if any(not a & b for a in words for b in words):
        yield from (Claim(value=text, according_to=one.event.according_to, page=one.page) for one, text in told)


def who_claims(appearances: Sequence[Encounter]) -> Iterator[Claim]:
    """Who comes or does not, as far as somebody tells the contrary or not all pages that name somebody tell it."""
    telling = [one for one in appearances if one.event.participants]
    everybody = [who for one in telling for who in one.event.participants]
    for one in telling:
        for who in one.event.participants:
            others = [other.event.participants for other in telling if other is not one]
            opposed = any(is_again(who, other) and _stand(who) != _stand(other) for other in everybody)
            if opposed or not all(any(is_again(who, other) for other in them) for them in others):
                according_to = who.according_to or one.event.according_to
                yield Claim(value=who.name, part=who.part, according_to=according_to, opposed=opposed, page=one.page)


def _stand(one: Participant) -> str:
    """That somebody comes, stays away or is not invited."""
    return "comes" if _comes(one) else one.part


def _comes(one: Participant) -> bool:
    return one.part not in ABSENT
