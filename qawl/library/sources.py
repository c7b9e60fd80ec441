"""Where pages came from, and what could not be read and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from sqlite3 import Connection

from msgspec import Struct
from msgspec.json import decode

from qawl.library.arrivals import Arrival, given_of, page_of
from qawl.library.captures import bytes_of
from qawl.model import Page


class Source(Struct, frozen=True, kw_only=True):
    """A file, a line of a file or an address, and what came of it; ``code`` is null where it was read."""

    source: str
    capture: str | None
    address: str | None
    received: str
    tries: int
    last_tried: str
    outlet: str | None
    code: str | None
    message: str | None


def sources(connection: Connection, where: str = "1", values: Sequence[str] = ()) -> Iterator[Source]:
    """All sources by name, the lines of a file as they follow; `where` may name the columns of arrivals (as `a`)."""
    for row in connection.execute(
        f"""
        SELECT a.source, nullif(a.capture, '') AS capture, a.address, a.received, a.tries, a.last_tried, p.outlet, a.code, a.message
        FROM arrivals a LEFT JOIN pages p ON p.capture = a.capture
        WHERE {where} ORDER BY rtrim(a.source, '0123456789'), length(a.source), a.source, a.received
        """,
        values,
    ):
        yield Source(**dict(row))


def failed_lately(connection: Connection, most: int) -> list[Source]:
    """What could not be read, what was tried last first."""
    where = (
        "(a.source, a.capture) IN (SELECT source, capture FROM arrivals WHERE code IS NOT NULL ORDER BY last_tried DESC LIMIT ?)"
    )
    return sorted(sources(connection, where, (str(most),)), key=lambda one: one.last_tried, reverse=True)


def is_there(connection: Connection, address: str) -> bool:
    """Whether a page came from this address, or from one that sent us on to it; also one that could not be read."""
    query = "SELECT 1 FROM arrivals WHERE capture <> '' AND (source = ? OR address = ?) LIMIT 1"
    return connection.execute(query, (address, address)).fetchone() is not None


def forget_failure(connection: Connection, source: str) -> None:
    """Nothing came from this source before, and now it is mended; inside the caller's transaction."""
    connection.execute("DELETE FROM arrivals WHERE source = ? AND capture = ''", (source,))


def failed_sources(connection: Connection) -> Iterator[Arrival]:
    """What failed, as arrivals to try again: from the capture where one came, else empty-handed."""
    failed = connection.execute("SELECT * FROM arrivals WHERE code IS NOT NULL ORDER BY source").fetchall()
    for row in failed:
        given = given_of(row["given"])
        data = bytes_of(connection, row["capture"]) if row["capture"] else None
        page = Page(id=given.id) if data is None else page_of(data, given)
        yield Arrival(
            source=row["source"],
            page=page,
            given=given,
            data=data,
            received=row["received"],
            address=row["address"],
            headers=tuple((name, value) for name, value in decode(row["headers"])),
            code=row["code"],
            message=row["message"],
        )
