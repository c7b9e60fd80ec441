"""Findings with the page that tells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from sqlite3 import Connection
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from qawl.library.across.spreads import Spread, spreads_of
from qawl.library.keeping import read_row, selected
from qawl.library.rows import TABLES, RelationRow, StatementRow
from qawl.library.view import seen
from qawl.library.where import BY_TIME
from qawl.library.where import PAGE as PAGE
from qawl.library.where import WIDTH as WIDTH
from qawl.library.where import Where as Where
from qawl.library.where import page_of as page_of
from qawl.library.where import page_of_capture as page_of_capture
from qawl.model import Band, Event

# By the day a thing was said, else published; what has none comes last either way.
NEWEST = "ORDER BY coalesce(f.said_on, p.published) IS NULL, coalesce(f.said_on, p.published) DESC, f.row"
# How many statements there are, those of one saying once.
SAYINGS = "count(DISTINCT coalesce(f.saying, f.row))"

BY_DATE = "ORDER BY f.date IS NULL, f.date LIKE '--%', f.date, f.row"
# So many pages are kept at hand while encounters are listed, whose order is not that of the pages.
RECORDS = 64


# Bands that are wanted; none of them is all of them.
Bands = tuple[Band, ...]


def of_bands(bands: Bands) -> tuple[str, Bands]:
    """The condition that a statement (`f`) is of one of these bands, and its values."""
    return (f"f.band IN ({', '.join('?' * len(bands))})", bands) if bands else ("1", ())


class Told(Struct, frozen=True, kw_only=True):
    """A statement and its page; ``spread`` is how far its saying went, null where no other page reports it or nobody asked."""

    statement: StatementRow
    page: Where
    spread: Spread | None = None

    @property
    def denied(self) -> bool:
        """Whether the page tells it as denied, doubted or ruled out."""
        return self.statement.denied

    @property
    def day(self) -> str | None:
        """When it was said, else published."""
        return self.statement.said_on or self.page.published


class Encounter(Struct, frozen=True, kw_only=True):
    """An encounter as its page tells it, and the page."""

    event: Event
    page: Where


class Stood(Struct, frozen=True, kw_only=True):
    """How one party stands towards another, and the page that tells it."""

    relation: RelationRow
    page: Where


def select_with_pages(
    connection: Connection, table: str, where: str, values: Sequence[Any] = (), more: str = ""
) -> Iterator[tuple[Struct, Where]]:
    """Rows of a table of findings (`f`), each with its page (`p`)."""
    row = TABLES[table]
    query = f"SELECT {PAGE}, {selected(table)} FROM {table} f JOIN pages p USING (page) WHERE {where} {more}"
    for found in connection.execute(query, values):
        yield read_row(row, tuple(found[WIDTH:])), page_of(found)


def statements_told(connection: Connection, where: str, values: Sequence[Any] = (), more: str = NEWEST) -> Iterator[Told]:
    """Statements with their pages."""
    for row, page in select_with_pages(connection, "statements", where, values, more):
        yield Told(statement=cast(StatementRow, row), page=page)


def sayings_told(connection: Connection, where: str, values: Sequence[Any] = (), more: str = NEWEST) -> list[Told]:
    """The same, each saying once, told by the first page among these, and with its spread."""
    places = f"row_number() OVER (PARTITION BY coalesce(f.saying, f.row) ORDER BY {BY_TIME}) AS place"
    told = f"SELECT f.row AS told, {places} FROM statements f JOIN pages p USING (page) WHERE {where}"
    first = f"f.row IN (SELECT told FROM ({told}) WHERE place = 1)"
    return with_spreads(connection, statements_told(connection, first, values, more))


def with_spreads(connection: Connection, told: Iterable[Told]) -> list[Told]:
    """Statements with how far their sayings went."""
    found = list(told)
    spreads = spreads_of(connection, (one.statement.saying for one in found))
    return [replace(one, spread=spreads.get(one.statement.saying or "")) for one in found]


def once(told: Iterable[Told]) -> Iterator[Told]:
    """The first of each saying."""
    met: set[str] = set()
    for one in told:
        saying = one.statement.saying
        if saying not in met:
            yield one
        if saying:
            met.add(saying)


def relations_told(connection: Connection, where: str, values: Sequence[Any] = (), more: str = "") -> Iterator[Stood]:
    """Relations with their pages, those of the newest pages first."""
    order = more or "ORDER BY p.published IS NULL, p.published DESC, f.row"
    for row, page in select_with_pages(connection, "relations", where, values, order):
        yield Stood(relation=cast(RelationRow, row), page=page)


def encounters_told(connection: Connection, where: str, values: Sequence[Any] = (), more: str = BY_DATE) -> Iterator[Encounter]:
    """Encounters with their pages, by date: those without a year and then the undated last."""
    events = lru_cache(RECORDS)(partial(events_seen, connection))
    query = f"SELECT {PAGE}, f.id FROM events f JOIN pages p USING (page) WHERE {where} {more}"
    for found in connection.execute(query, values):
        page = page_of(found)
        yield Encounter(event=events(page.capture)[found[WIDTH]], page=page)


def events_seen(connection: Connection, capture: str) -> dict[str, Event]:
    """The encounters of a page by their ids, as they are shown."""
    return {event.id: event for event in seen(connection, capture).events}
