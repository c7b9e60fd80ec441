"""Pages that are one article: under several addresses, in several outlets, between other menus, cut or embedded."""

from __future__ import annotations

from sqlite3 import Connection

from qawl.model import Record


def take_in(connection: Connection, page: int, record: Record) -> None:  # noqa: ARG001
    """Tell which article a page is."""
    connection.execute("UPDATE pages SET article = substr(capture, 1, 16) WHERE page = ?", (page,))
