"""One statement: its page, and all pages that report the same saying, with the words in which they differ."""

from __future__ import annotations

from sqlite3 import Connection

from msgspec import Struct

from qawl.library.across.appearances import Appearance, appearances
from qawl.library.asking.told import Told, statements_told, with_spreads
from qawl.library.deciding.finding import find
from qawl.library.errors import LibraryError


class Reported(Struct, frozen=True, kw_only=True):
    """A statement with its page and how far its saying went; its ``appearances`` by time, the first first, at least its own.

    An appearance has ``differences``: its words (``quoted``) for those of the first (``written``), places in the text of each. Of
    a page that says it twice, once in its headline, the text is told.
    """

    told: Told
    appearances: tuple[Appearance, ...]


def reported(connection: Connection, finding: str) -> Reported:
    """A statement by the beginning of its id, or `CAPTURE:ID`. Raises `LibraryError` where it is not there or not shown."""
    key = find(connection, finding)
    found = with_spreads(connection, statements_told(connection, "p.capture = ? AND f.id = ?", (key.capture, key.id)))
    if not found:
        raise LibraryError("not_found", f"{finding} is no statement that is shown: it is an encounter, rejected or suppressed")
    told = found[0]
    others = appearances(connection, told.statement.saying) if told.statement.saying else []
    own = Appearance(page=told.page, statement=told.statement, first=True, differences=())
    return Reported(told=told, appearances=tuple(others) or (own,))
