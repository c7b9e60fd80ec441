"""All that proves a statement: the bytes of its page, how they came, what was read in them and what people decided of it."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Literal

from msgspec import Struct
from msgspec.json import decode

from qawl.library.across.appearances import Appearance, appearances
from qawl.library.arrivals import Given, given_of
from qawl.library.captures import bytes_of
from qawl.library.deciding.decisions import Decision, of_page
from qawl.library.deciding.finding import find
from qawl.library.deciding.tombstones import must_be_shown
from qawl.library.errors import LibraryError
from qawl.library.keeping import record_of
from qawl.library.store import Store
from qawl.library.view import is_whole
from qawl.model import Record, Statement


class Came(Struct, frozen=True, kw_only=True):
    """A way in which a page came: the file or address asked for, the address that answered, when, its headers, by what program.

    ``source`` is a file's name without its folders.
    """

    source: str
    address: str | None
    received: str
    tool: str
    headers: tuple[tuple[str, str], ...]


class Evidence(Struct, frozen=True, kw_only=True):
    """What an evidence file holds; ``record`` is as the machine read it, ``library`` the id of the library.

    ``appearances`` are the pages of the library that report the same saying, by time; none of a statement that is not shown.
    """

    library: str
    capture: str
    data: bytes
    given: Given
    came: tuple[Came, ...]
    record: Record
    statement: Statement
    decisions: tuple[Decision, ...]
    appearances: tuple[Appearance, ...] = ()

    @property
    def place(self) -> Literal["statements", "title_statements"]:
        """Where in the record the statement stands; in the title, its offsets count there."""
        return "title_statements" if self.statement in self.record.title_statements else "statements"

    @property
    def about(self) -> tuple[Decision, ...]:
        """The decisions on the statement itself, in their order."""
        return tuple(one for one in self.decisions if one.finding == self.statement.id)


def evidence_of(store: Store, finding: str) -> Evidence:
    """What proves a statement, by the beginning of its id or by `CAPTURE:ID`.

    Raises `LibraryError` where there is none, where several begin so, and where something of its page is suppressed: the
    page's bytes would tell it.
    """
    with store.reading() as connection:
        capture, id = find(connection, finding)
        must_be_shown(connection, capture)
        record = record_of(connection, capture)
        decisions = tuple(of_page(connection, capture))
        if not is_whole(connection, record, capture):
            raise LibraryError(
                "suppressed", "something of this page is suppressed, and its bytes would tell it: it cannot be packed"
            )
        (given,) = connection.execute("SELECT given FROM pages WHERE capture = ?", (capture,)).fetchone()
        return Evidence(
            library=store.fact("id"),
            capture=capture,
            data=bytes_of(connection, capture),
            given=given_of(given),
            came=tuple(_came(store, capture)),
            record=record,
            statement=statement_of(record, id),
            decisions=decisions,
            appearances=tuple(_appearances(connection, capture, id)),
        )


def _appearances(connection: Connection, capture: str, id: str) -> list[Appearance]:
    query = "SELECT f.saying FROM statements f JOIN pages p USING (page) WHERE p.capture = ? AND f.id = ?"
    found = connection.execute(query, (capture, id)).fetchone()
    return appearances(connection, found[0]) if found and found[0] else []


def statement_of(record: Record, id: str) -> Statement:
    """The statement of a record, of its title too. Raises `LibraryError` where the id is not that of one."""
    found = next((one for one in (*record.statements, *record.title_statements) if one.id == id), None)
    if found is None:
        raise LibraryError("not_found", "{id} is no statement that this version reads; only statements are packed", id=id)
    return found


def _came(store: Store, capture: str) -> list[Came]:
    query = "SELECT source, address, received, tool, headers FROM arrivals WHERE capture = ? ORDER BY received, source"
    return [
        Came(
            source=_without_folders(row["source"]),
            address=row["address"],
            received=row["received"],
            tool=row["tool"],
            headers=tuple((name, value) for name, value in decode(row["headers"])),
        )
        for row in store.connection.execute(query, (capture,))
    ]


def _without_folders(source: str) -> str:
    """A file's name; who looks at the evidence is not told how the disk of its maker is laid out."""
    return source if source.lower().startswith(("http://", "https://")) else source.rpartition("/")[2]
