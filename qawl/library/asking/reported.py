"""One statement: its page, and all pages that report the same saying, with the words in which they differ."""

from __future__ import annotations

from sqlite3 import Connection

from msgspec import Struct

from qawl.library.across.appearances import Appearance, appearances
from qawl.library.asking.told import Told, statements_told, with_spreads
from qawl.library.deciding.finding import Key, find, meant
from qawl.library.errors import LibraryError


class Reported(Struct, frozen=True, kw_only=True):
    """A statement with its page and how far its saying went; its ``appearances`` by time, the first first, at least its own.

    An appearance has ``differences``: its words (``quoted``) for those of the first (``written``), places in the text of each. Of
    a page that says it twice, once in its headline, the text is told.
    """

    told: Told
    appearances: tuple[Appearance, ...]


def reported(connection: Connection, finding: str) -> Reported:
    """A statement by the beginning of its id, or `CAPTURE:ID`. Raises `LibraryError` where it is not there or not shown.

    Pages of the same words may have it under the same id: where all are one saying, that of the first page is told.
    """
    key = first_of_saying(connection, meant(connection, finding)) or find(connection, finding)
    found = with_spreads(connection, statements_told(connection, "p.capture = ? AND f.id = ?", (key.capture, key.id)))
    if not found:
        raise LibraryError(
            "not_found", "{finding} is no statement that is shown: it is an encounter, rejected or suppressed", finding=finding
        )
    told = found[0]
    others = appearances(connection, told.statement.saying) if told.statement.saying else []
    own = Appearance(page=told.page, statement=told.statement, first=True, differences=())
    return Reported(told=told, appearances=tuple(others) or (own,))


def first_of_saying(connection: Connection, keys: list[Key]) -> Key | None:
    """Which of several statements came first, where all of them are one saying; else None."""
    query = "SELECT f.saying FROM statements f JOIN pages p USING (page) WHERE p.capture = ? AND f.id = ?"
    found = [connection.execute(query, key).fetchone() for key in keys]
    sayings: set[str | None] = {row[0] if row else None for row in found}
    saying = sayings.pop() if len(sayings) == 1 else None
    if saying is None or len(keys) == 1:
        return None
    shown = (Key(one.page.capture, one.statement.id) for one in appearances(connection, saying))
    return next((key for key in shown if key in keys), None)
