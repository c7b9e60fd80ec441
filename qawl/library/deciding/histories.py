"""How encounters changed since they came: what a calendar needs to know an entry again."""

from __future__ import annotations

from sqlite3 import Connection

from msgspec import Struct

from qawl.model import hash_id


class History(Struct, frozen=True, kw_only=True):
    """The past of an encounter: ``encounter`` is its id over pages, ``first`` the id under which what the page tells came.

    ``changes`` is how often it changed since it came, by any page; ISO times, UTC.
    """

    encounter: str
    first: str
    changes: int
    came: str
    changed: str


def history_of(connection: Connection, capture: str, event: str) -> History:
    """The past of the encounter that is `event` now, in the page of a capture that the library has."""
    page, added = connection.execute("SELECT page, added FROM pages WHERE capture = ?", (capture,)).fetchone()
    first = first_id(connection, page, event)
    found = connection.execute("SELECT encounter FROM events WHERE page = ? AND id = ?", (page, event)).fetchone()
    encounter = found[0] if found else first_encounter(connection, page, first)
    (came,) = connection.execute(
        "SELECT min(p.added) FROM events f JOIN pages p USING (page) WHERE f.encounter = ?", (encounter,)
    ).fetchone()
    changes, changed = connection.execute(
        "SELECT count(*), max(changed) FROM event_changes WHERE encounter = ?", (encounter,)
    ).fetchone()
    came = came or added
    return History(encounter=encounter, first=first, changes=changes, came=came, changed=max(changed or came, came))


def first_id(connection: Connection, page: int, event: str) -> str:
    """The id under which what a page tells came, by the last change that made it what it is."""
    found = connection.execute(
        "SELECT event FROM event_changes WHERE page = ? AND now = ? ORDER BY number DESC LIMIT 1", (page, event)
    ).fetchone()
    return str(found[0]) if found else event


def first_encounter(connection: Connection, page: int, first: str) -> str:
    """The id over pages of an encounter that a page was the first to tell, under the id `first`."""
    (capture,) = connection.execute("SELECT capture FROM pages WHERE page = ?", (page,)).fetchone()
    return hash_id("encounter", capture, first)
