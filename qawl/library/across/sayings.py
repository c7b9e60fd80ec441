"""Statements that are one saying: reported in several pages, in several wordings and cuts."""

from __future__ import annotations

from sqlite3 import Connection

from qawl.model import Record, hash_id


def take_in(connection: Connection, page: int, record: Record) -> None:
    """Tell which sayings the statements of a page are."""
    (capture,) = connection.execute("SELECT capture FROM pages WHERE page = ?", (page,)).fetchone()
    for statement in (*record.statements, *record.title_statements):
        saying = hash_id("saying", capture, statement.id)
        connection.execute("UPDATE statements SET saying = ? WHERE page = ? AND id = ?", (saying, page, statement.id))
