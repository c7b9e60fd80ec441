"""What a search of a library answers: statements as a record has them, with their page and the words that answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from sqlite3 import Connection
from typing import Any, cast

import msgspec
from msgspec import Struct

from qawl.library.highlights import Highlight, highlights_of
from qawl.library.index import Index
from qawl.library.keeping import read_row, selected
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
        outlet=page.outlet,
        title=page.title,
        author=page.author,
        published=page.published,
    )


def statement_rows(connection: Connection, numbers: Iterable[int]) -> Iterator[tuple[int, StatementRow]]:
    """The rows of statements with their ids, in the order of the ids; those that are gone are left out."""
    rest = iter(numbers)
    while chunk := list(islice(rest, CHUNK)):
        found = connection.execute(
            f"SELECT f.row, {selected('statements')} FROM statements f JOIN pages p USING (page) "
            f"WHERE f.row IN ({', '.join('?' * len(chunk))}) ORDER BY f.row",
            chunk,
        )
        yield from ((row, cast(StatementRow, read_row(StatementRow, values))) for row, *values in found)


def all_rows(connection: Connection, index: Index, asked: Search) -> Iterator[StatementRow]:
    """The rows of all that answers a search, whatever its limit, in the order in which they came into the library."""
    yield from (row for _, row in statement_rows(connection, rowids(index, asked)))
