"""How encounters change when their page is read again or when somebody decides: what was told before, and what is told now.

What a page tells is the same as before by its id, else by its type and the words that tell it. A page that comes to an encounter
of other pages changes it too (`qawl.library.across.encounters`). The number of all changes of an encounter is its SEQUENCE.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from sqlite3 import Connection, Row
from typing import Any, Literal, NamedTuple

from msgspec import Struct
from msgspec.json import decode

from qawl.library.deciding.binding import overlap
from qawl.library.deciding.histories import first_encounter, first_id
from qawl.library.store import now
from qawl.model import Event, Participant, Record, encode

Cause = Literal["reread", "decision", "suppress", "restore", "page"]


class EventChange(Struct, frozen=True, kw_only=True):
    """One change: ``event`` is the id under which the encounter first stood, ``now`` its id (null: it is gone).

    ``before`` and ``after`` are the encounter as it was told then and afterwards; null where it was not there, or may not be shown,
    and where another page came to it. ``encounter`` is its id over pages.
    """

    capture: str
    event: str
    now: str | None
    changed: str
    cause: Cause
    before: Event | None
    after: Event | None
    encounter: str | None = None


def told(event: Event | None) -> Any:
    """What an encounter tells, without where that stands."""
    if event is None:
        return None
    places = (event.what, event.where, event.reason)
    return (
        event.type,
        event.status,
        event.when,
        event.according_to,
        *(span.text if span else None for span in places),
        *map(_part, event.participants),
    )


def _part(one: Participant) -> Any:
    return one.name, one.type, one.part, one.count, one.according_to, one.reason.text if one.reason else None


class Pair(NamedTuple):
    """An encounter before and after."""

    before: Event | None
    after: Event | None


def pairs(before: Record, after: Record) -> Iterator[Pair]:
    """Which encounter became which; those that went stand alone, and so do those that came."""
    old, new = ({event.id: event for event in record.events} for record in (before, after))
    same = {id: id for id in old.keys() & new.keys()} | _by_words(before, after, old.keys() - new.keys(), new.keys() - old.keys())
    for id, event in old.items():
        yield Pair(event, new[same[id]] if id in same else None)
    yield from (Pair(None, event) for id, event in new.items() if id not in same.values())


def _by_words(before: Record, after: Record, left: set[str], right: set[str]) -> dict[str, str]:
    """Encounters of one type whose evidence shares words: by their places, in another text by the words alone."""
    measure = _shared_places if before.document.text_sha256 == after.document.text_sha256 else _shared_words
    old = [event for event in before.events if event.id in left]
    new = [event for event in after.events if event.id in right]
    found = ((measure(one, other), one.id, other.id) for one, other in product(old, new) if one.type == other.type)
    return _best(entry for entry in found if entry[0])


def _shared_places(one: Event, other: Event) -> int:
    return sum(overlap((a.start, a.end), (b.start, b.end)) for a, b in product(one.evidence, other.evidence))


def _shared_words(one: Event, other: Event) -> int:
    return sum(len(text) for text in {span.text for span in one.evidence} & {span.text for span in other.evidence})


def _best(shared: Iterable[tuple[int, str, str]]) -> dict[str, str]:
    """Each encounter with the one it shares most with, once each."""
    found: dict[str, str] = {}
    for _, one, other in sorted(shared, key=lambda entry: (-entry[0], entry[1:])):
        if one not in found and other not in found.values():
            found[one] = other
    return found


# -- in the database


def note_changes(connection: Connection, page: int, before: Record, after: Record, cause: Cause, held: Mapping[str, str]) -> int:
    """Write down how the encounters of a page changed; how many did. One that comes new has not changed.

    `held` are the encounters over pages that those of the page were before, by their ids.
    """
    count = 0
    for old, new in pairs(before, after):
        known = old or new
        assert known is not None
        root = first_id(connection, page, known.id)
        if cause == "suppress" and old != new:
            connection.execute("UPDATE event_changes SET before = NULL, after = NULL WHERE page = ? AND event = ?", (page, root))
        if told(old) == told(new) and old and new and old.id == new.id:
            continue
        if old is None and not _has_changed(connection, page, root):
            continue
        encounter = (old and held.get(old.id)) or first_encounter(connection, page, root)
        _put(connection, page, root, Pair(None if cause == "suppress" else old, new), cause, encounter)
        count += 1
    return count


def _put(connection: Connection, page: int, root: str, pair: Pair, cause: Cause, encounter: str) -> None:
    before, after = (encode(event).decode() if event else None for event in pair)
    connection.execute(
        'INSERT INTO event_changes (page, event, "now", changed, cause, "before", "after", encounter) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (page, root, pair.after.id if pair.after else None, now(), cause, before, after, encounter),
    )


def _has_changed(connection: Connection, page: int, event: str) -> bool:
    return connection.execute("SELECT 1 FROM event_changes WHERE page = ? AND event = ?", (page, event)).fetchone() is not None


_CHANGES = """
SELECT p.capture, c.event, c.now, c.changed, c.cause, c.before, c.after, c.encounter FROM event_changes c JOIN pages p USING (page)
"""


def event_changes(connection: Connection, since: str = "", capture: str | None = None) -> Iterator[EventChange]:
    """The changes from a time on, in their order; of all pages, or of one."""
    where = "WHERE c.changed >= ? AND p.capture = coalesce(?, p.capture) ORDER BY c.number"
    yield from map(_change, connection.execute(_CHANGES + where, (since, capture)))


def changes_without_page(connection: Connection, since: str, until: str, most: int) -> list[EventChange]:
    """The last changes from a time to before another that came of people and of reading again, not of a page; the newest first."""
    where = "WHERE c.changed >= ? AND c.changed < ? AND c.cause <> 'page' ORDER BY c.number DESC LIMIT ?"
    return [*map(_change, connection.execute(_CHANGES + where, (since, until, most)))]


def _change(row: Row) -> EventChange:
    fields = dict(row)
    for name in ("before", "after"):
        fields[name] = decode(fields[name], type=Event) if fields[name] else None
    return EventChange(**fields)
