"""A page is taken in beside those that are there, when it is written: which of its findings other pages have too.

The columns of `qawl.library.rows.LINKED` are filled in here, and nowhere else; each step may use those of the steps before it.
"""

from __future__ import annotations

from sqlite3 import Connection

from qawl.library.across import articles, encounters, identities, sayings
from qawl.model import Record


def take_in(connection: Connection, page: int, record: Record) -> None:
    """Link the findings of a page, whose rows are written; inside the caller's transaction. `record` is as it is shown."""
    articles.take_in(connection, page, record)
    identities.take_in(connection, page, record)
    sayings.take_in(connection, page, record)
    encounters.take_in(connection, page, record)
