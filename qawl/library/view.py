"""What of a record is shown: the machine's findings as people decided about them, without what is suppressed."""

from __future__ import annotations

from qawl.library.projection import Rows, rows_of
from qawl.model import Record


def visible_rows(record: Record, capture: str) -> Rows:
    """The rows of a page as they are searched, listed and exported."""
    return rows_of(record, capture)
