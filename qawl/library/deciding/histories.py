"""How encounters changed since they came: what a calendar needs to know an entry again."""

from __future__ import annotations

from sqlite3 import Connection

from msgspec import Struct


class History(Struct, frozen=True, kw_only=True):
    """The past of an encounter: ``first`` is its id when it came, ``changes`` how often it changed since; ISO times, UTC."""

    first: str
    changes: int
    came: str
    changed: str


def history_of(connection: Connection, capture: str, event: str) -> History:
    """The past of the encounter that is `event` now, in the page of a capture that the library has."""
    page, came = connection.execute("SELECT page, added FROM pages WHERE capture = ?", (capture,)).fetchone()
    first = first_id(connection, page, event)
    changes, changed = connection.execute(
        "SELECT count(*), max(changed) FROM event_changes WHERE page = ? AND event = ?", (page, first)
    ).fetchone()
    return History(first=first, changes=changes, came=came, changed=changed or came)


def first_id(connection: Connection, page: int, event: str) -> str:
    """The id under which an encounter came, by the last change that made it what it is."""
    found = connection.execute(
        "SELECT event FROM event_changes WHERE page = ? AND now = ? ORDER BY number DESC LIMIT 1", (page, event)
    ).fetchone()
    return str(found[0]) if found else event
