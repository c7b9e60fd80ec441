"""What of a record is shown: the machine's findings as people decided about them, without what is suppressed."""

from __future__ import annotations

from sqlite3 import Connection

from qawl.library.keeping import record_of
from qawl.library.projection import Rows, rows_of
from qawl.model import Record


def seen(connection: Connection, capture: str) -> Record:
    """The record of a page as it is shown. Raises `LibraryError` where there is no such page."""
    return record_of(connection, capture)


def visible_rows(record: Record, capture: str) -> Rows:
    """The rows of a page as they are searched, listed and exported."""
    return rows_of(record, capture)
