"""What a search of a library answers: statements as a record has them, with their page and the words that answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from sqlite3 import Connection
from typing import Any, cast

import msgspec
from msgspec import Struct

from qawl.library.highlights import Highlight, highlights_of
from qawl.library.index import Index
from qawl.library.keeping import read_row, select_lines, selected
from qawl.library.rows import StatementRow
from qawl.library.search import Hit, How, Search, Tier, Value, rowids, search
from qawl.library.view import seen
from qawl.model import Record, Statement

# So many rows are fetched at a time.
CHUNK = 500


class Cited(Struct, frozen=True, kw_only=True):
    """The page that a statement stands in."""

    id: str
    capture: str
    url: str | None
    canonical_url: str | None
    outlet: str | None
    title: str | None
    author: str | None
    published: str | None


class Answer(Struct, frozen=True, kw_only=True):
    """A statement that answers: as the record has it and as a row, its page, the words that answer, and how sure they are."""

    statement: Statement
    row: StatementRow
    document: Cited
    highlights: tuple[Highlight, ...]
    how: How
    score: float

    def as_json(self) -> dict[str, Any]:
        """The statement in the shape of the record, with `document` and `highlights` beside."""
        beside = {"in_title": self.row.in_title, "document": self.document, "highlights": self.highlights, "how": self.how}
        return cast(dict[str, Any], msgspec.to_builtins(self.statement) | msgspec.to_builtins(beside))


class Found(Struct, frozen=True):
    """What was found: how many statements in all, those of the page wanted, and how many have which value."""

    total: int
    answers: tuple[Answer, ...]
    facets: dict[str, tuple[Value, ...]]


def answer(connection: Connection, index: Index, asked: Search) -> Found:
    """What a search answers. A statement that is gone from the database is gone from the answer. Raises `LibraryError`."""
    hits = search(index, asked)
    record = lru_cache(maxsize=asked.limit)(lambda capture: seen(connection, capture))
    rows = dict(statement_rows(connection, [hit.rowid for hit in hits.hits]))
    answers = (_answer(record(rows[hit.rowid].capture), rows[hit.rowid], hit, hits.tiers) for hit in hits.hits if hit.rowid in rows)
    return Found(hits.total, tuple(one for one in answers if one), hits.facets)


def _answer(record: Record, row: StatementRow, hit: Hit, tiers: tuple[Tier, ...]) -> Answer | None:
    """The statement of a row in its record; None where it is shown no more."""
    statements = record.title_statements if row.in_title else record.statements
    statement = next((one for one in statements if one.id == row.id), None)
    if statement is None:
        return None
    highlights = highlights_of(statement, tiers)
    return Answer(
        statement=statement, row=row, document=cited(record, row.capture), highlights=highlights, how=hit.how, score=hit.score
    )


def cited(record: Record, capture: str) -> Cited:
    """What is told of the page beside its statement."""
    page = record.document
    return Cited(
        id=page.id,
        capture=capture,
        url=page.url,
        canonical_url=page.canonical_url,
        outlet=page.outlet,
        title=page.title,
        author=page.author,
        published=page.published,
    )


def statement_rows(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, StatementRow]]:
    """The rows of statements with their ids; those that are gone are left out."""
    query = f"SELECT f.row, {selected('statements')} FROM statements f JOIN pages p USING (page) WHERE {among(numbers)}"
    for row, *values in connection.execute(query, numbers):
        yield row, cast(StatementRow, read_row(StatementRow, values))


def among(numbers: Sequence[int]) -> str:
    """The condition that a statement is one of so many."""
    return f"f.row IN ({', '.join('?' * len(numbers))})"


def all_lines(connection: Connection, index: Index, asked: Search) -> Iterator[tuple[Any, ...]]:
    """All that answers a search, whatever its limit, as lines of a table, in the order in which it came into the library."""
    rest = rowids(index, asked)
    while chunk := list(islice(rest, CHUNK)):
        yield from select_lines(connection, "statements", among(chunk), chunk)
