"""Encounters that several pages tell: what was announced, who comes according to whom, and what came of it."""

from __future__ import annotations

from sqlite3 import Connection

from qawl.model import Record, hash_id


def take_in(connection: Connection, page: int, record: Record) -> None:
    """Tell which encounters the events of a page are."""
    (capture,) = connection.execute("SELECT capture FROM pages WHERE page = ?", (page,)).fetchone()
    for event in record.events:
        encounter = hash_id("encounter", capture, event.id)
        connection.execute("UPDATE events SET encounter = ? WHERE page = ? AND id = ?", (encounter, page, event.id))
