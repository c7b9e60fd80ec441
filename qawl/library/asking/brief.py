"""What came since a day, for the desk: new statements by speaker and topic, encounters, who stays away, what failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from sqlite3 import Connection

from msgspec import Struct

from qawl.arabic.letters import fold_phrase
from qawl.library.asking.moved import Moved, encounters_moved
from qawl.library.asking.naming import most_common
from qawl.library.asking.told import Bands, Encounter, Told, Where, encounters_told, of_bands, page_of_capture, sayings_told
from qawl.library.deciding.event_changes import EventChange, event_changes
from qawl.library.sources import Source, sources
from qawl.model import ABSENT, Event, Participant

DAY = 10  # letters of an ISO day


class Spoken(Struct, frozen=True, kw_only=True):
    """New statements of one speaker under all names, the newest first; ``speaker`` null where the pages do not tell who speaks."""

    speaker: str | None
    identity: str | None = None
    roles: tuple[str, ...]
    statements: tuple[Told, ...]


class Topic(Struct, frozen=True, kw_only=True):
    """New statements under one heading or fronted topic."""

    topic: str
    statements: tuple[Told, ...]


class Change(Struct, frozen=True, kw_only=True):
    """An encounter that changed, and its page."""

    change: EventChange
    page: Where


class Absence(Struct, frozen=True, kw_only=True):
    """Somebody who stays away from an encounter, or is not invited to it; the encounter and the page."""

    who: Participant
    event: Event
    page: Where


class Brief(Struct, frozen=True, kw_only=True):
    """What a library took in from ``since`` to before ``until`` (ISO times, UTC; null is now).

    What several pages report is one statement, that of the first page that came; its ``spread`` tells of all, older ones too.
    """

    since: str
    until: str | None
    pages: int
    speakers: tuple[Spoken, ...]
    topics: tuple[Topic, ...]
    encounters: tuple[Encounter, ...]
    changes: tuple[Change, ...]
    absences: tuple[Absence, ...]
    failures: tuple[Source, ...]


def brief(connection: Connection, since: str, until: str | None = None, bands: Bands = ()) -> Brief:
    """What came from a day or time on, up to another; a day is taken whole, in UTC, and so is a time without a zone.

    Of the statements those of these `bands`, or all.
    """
    first, stop = moment(since), moment(until, whole_day=True) if until else None
    span = (first, stop or "~")
    added = "p.added >= ? AND p.added < ?"
    banded, values = of_bands(bands)
    told = sayings_told(connection, f"{added} AND f.repeats IS NULL AND {banded}", (*span, *values))
    encounters = list(encounters_moved(connection, *span))
    changes = (*changes_of(connection, first, stop), *moves_of(encounters))
    return Brief(
        since=first,
        until=stop,
        pages=int(connection.execute(f"SELECT count(*) FROM pages p WHERE {added}", span).fetchone()[0]),
        speakers=tuple(by_speaker(told)),
        topics=tuple(by_topic(told)),
        encounters=tuple(one.now for one in encounters if one.before is None),
        changes=changes,
        absences=tuple(absences_of(encounters_told(connection, added, span), changes)),
        failures=tuple(sources(connection, "a.code IS NOT NULL AND a.last_tried >= ? AND a.last_tried < ?", span)),
    )


def moment(value: str, whole_day: bool = False) -> str:
    """An ISO day or time as a time in UTC: the beginning of a day, or where `whole_day` that of the next one."""
    time = datetime.fromisoformat(value)
    time = time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    if whole_day and len(value) == DAY:
        time += timedelta(days=1)
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")


def by_speaker(told: Iterable[Told]) -> list[Spoken]:
    """Statements by speaker: those who say most first, the unknown last."""
    groups: dict[str | None, list[Told]] = {}
    for one in told:
        groups.setdefault(one.statement.speaker_identity or one.statement.speaker_key, []).append(one)
    found = [spoken(key, group) for key, group in groups.items()]
    return sorted(found, key=lambda one: (one.speaker is None, -len(one.statements), one.speaker or ""))


def spoken(key: str | None, group: list[Told]) -> Spoken:
    """The statements of one speaker, with the roles in which the pages name him."""
    rows = [one.statement for one in group]
    names = Counter(row.speaker for row in rows if row.speaker)
    roles = tuple(dict.fromkeys(row.role for row in rows if row.role)) if key else ()
    return Spoken(speaker=most_common(names), identity=rows[0].speaker_identity, roles=roles, statements=tuple(group))


def by_topic(told: Iterable[Told]) -> list[Topic]:
    """Statements by the heading or fronted topic that they stand under, those with most first."""
    groups: dict[str, list[Told]] = {}
    for one in told:
        if one.statement.topic:
            groups.setdefault(fold_phrase(one.statement.topic), []).append(one)
    found = [Topic(topic=group[0].statement.topic or "", statements=tuple(group)) for group in groups.values()]
    return sorted(found, key=lambda one: (-len(one.statements), one.topic))


def changes_of(connection: Connection, since: str, until: str | None) -> Iterator[Change]:
    """The encounters that changed, in the order of their changes."""
    for change in event_changes(connection, since):
        if change.cause != "page" and (until is None or change.changed < until):
            yield Change(change=change, page=page_of_capture(connection, change.capture))


def moves_of(encounters: Iterable[Moved]) -> Iterator[Change]:
    """The encounters that were known and that a page has moved on."""
    for one in encounters:
        if one.before and one.moved_on:
            event, page = one.now.event, one.now.page
            change = EventChange(
                capture=page.capture,
                event=event.id,
                now=event.id,
                changed=one.changed,
                cause="page",
                before=one.before.event,
                after=event,
                encounter=one.now.encounter,
            )
            yield Change(change=change, page=page)


def absences_of(encounters: Iterable[Encounter], changes: Iterable[Change]) -> Iterator[Absence]:
    """Who stays away from encounters that are new, or as they are told now; each once."""
    now = {one.change.event: (one.change.after, one.page) for one in changes}
    told = [(one.event, one.page) for one in encounters] + [(event, page) for event, page in now.values() if event]
    seen: set[tuple[str, str]] = set()
    for event, page in told:
        if (page.capture, event.id) not in seen:
            seen.add((page.capture, event.id))
            yield from (Absence(who=one, event=event, page=page) for one in event.participants if one.part in ABSENT)
