"""What was done to a library as a whole, and when."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection
from typing import Any

from msgspec import Struct
from msgspec.json import decode

from qawl.library.store import now
from qawl.model import encode


class LogEntry(Struct, frozen=True, kw_only=True):
    """One thing that was done: ``detail`` says how, of whom and by whom."""

    number: int
    at: str
    what: str
    detail: dict[str, Any]


def note(connection: Connection, what: str, detail: dict[str, Any]) -> None:
    """Write down what is done; inside the caller's transaction."""
    connection.execute("INSERT INTO log (at, what, detail) VALUES (?, ?, ?)", (now(), what, encode(detail).decode()))


def log_entries(connection: Connection) -> Iterator[LogEntry]:
    """All that was done, in order."""
    for row in connection.execute("SELECT number, at, what, detail FROM log ORDER BY number"):
        yield LogEntry(number=row["number"], at=row["at"], what=row["what"], detail=decode(row["detail"]))
