"""What a search of a library answers: statements as a record has them, with their page and the words that answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from sqlite3 import Connection
from typing import Any, cast

import msgspec
from msgspec import Raw, Struct
from msgspec.json import decode
from msgspec.structs import replace

from qawl.library.across.spreads import Spread, spreads_of
from qawl.library.asking.naming import speaking_as
from qawl.library.errors import LibraryError
from qawl.library.keeping import read_row, select_lines, selected, unpack
from qawl.library.rows import StatementRow
from qawl.library.searching.counting import Value
from qawl.library.searching.highlights import Highlight, highlights_of
from qawl.library.searching.index import Index
from qawl.library.searching.search import Hit, How, Search, Tier, rowids, search
from qawl.library.view import seen, shown_as_read
from qawl.model import Record, Statement, encode

# So many rows are fetched at a time.
CHUNK = 500


class Cited(Struct, frozen=True, kw_only=True):
    """The page that a statement stands in."""

    id: str
    capture: str = ""
    url: str | None = None
    canonical_url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None


class Sayings(Struct, frozen=True):
    """Of a record what an answer needs; nothing else of it is unpacked, and of its statements only those that are shown."""

    document: Cited
    statements: tuple[Raw, ...] = ()
    title_statements: tuple[Raw, ...] = ()

    def statement(self, row: StatementRow) -> Statement | None:
        """The statement of a row; None where it is shown no more. Raises `LibraryError` where it is damaged."""
        statements = (*self.statements, *self.title_statements)
        likely = statements[row.number : row.number + 1]  # unless some before it are shown no more
        found = (_statement(raw, row) for raw in (*likely, *statements) if row.id.encode() in bytes(raw))
        return next((one for one in found if one.id == row.id), None)


def _statement(raw: Raw, row: StatementRow) -> Statement:
    try:
        return decode(raw, type=Statement)
    except ValueError as error:
        raise LibraryError(
            "damaged",
            "statement {id} cannot be unpacked ({error}); `qawl verify` tells which are, `qawl reread` mends it",
            id=row.id,
            error=error,
        ) from error


class Answer(Struct, frozen=True, kw_only=True):
    """A statement that answers: as the record has it and as a row, its page, the words that answer, and how sure they are;
    ``spread`` is how far its saying went, where several pages report it.
    """

    statement: Statement
    row: StatementRow
    document: Cited
    highlights: tuple[Highlight, ...]
    how: How
    score: float
    spread: Spread | None = None

    def as_json(self) -> dict[str, Any]:
        """The statement in the shape of the record, with `document` and `highlights` beside."""
        beside = {"in_title": self.row.in_title, "document": self.document, "highlights": self.highlights, "how": self.how}
        beside |= {"saying": self.row.saying, "spread": self.spread}
        return cast(dict[str, Any], msgspec.to_builtins(self.statement) | msgspec.to_builtins(beside))


class Found(Struct, frozen=True):
    """What was found: how many sayings in all (statements, where each was wanted), those of the page wanted, and how many have
    which value; whether these numbers are exact.
    """

    total: int
    answers: tuple[Answer, ...]
    facets: dict[str, tuple[Value, ...]]
    exact: bool = True


def answer(connection: Connection, index: Index, asked: Search) -> Found:
    """What a search answers. A statement that is gone from the database is gone from the answer. Raises `LibraryError`."""
    hits = search(index, with_identities(connection, asked))
    rows = dict(statement_rows(connection, [hit.rowid for hit in hits.hits]))
    pages = sayings(connection, list({row.capture for row in rows.values()}))
    spreads = spreads_of(connection, (rows[hit.rowid].saying for hit in hits.hits if hit.saying is not None and hit.rowid in rows))
    answers = (_answer(pages, rows[hit.rowid], hit, hits.tiers, spreads) for hit in hits.hits if hit.rowid in rows)
    counts = hits.counts
    return Found(counts.total, tuple(one for one in answers if one), named(connection, counts.facets), counts.exact)


def with_identities(connection: Connection, asked: Search) -> Search:
    """A search for the words of somebody by a name, as one for all that he says under any name, or by an id."""
    found = speaking_as(connection, asked.speaker) if asked.speaker else ()
    return replace(asked, speaker_identities=(*asked.speaker_identities, *found)) if found else asked


def _answer(
    pages: dict[str, Sayings], row: StatementRow, hit: Hit, tiers: tuple[Tier, ...], spreads: dict[str, Spread]
) -> Answer | None:
    page = pages.get(row.capture)
    statement = page.statement(row) if page else None
    if page is None or statement is None:
        return None
    document = replace(page.document, capture=row.capture)
    highlights = highlights_of(statement, tiers)
    return Answer(
        statement=statement,
        row=row,
        document=document,
        highlights=highlights,
        how=hit.how,
        score=hit.score,
        spread=spreads.get(row.saying or ""),
    )


def sayings(connection: Connection, captures: Sequence[str]) -> dict[str, Sayings]:
    """What is said in pages, as it is shown."""
    as_read = shown_as_read(connection, captures)
    query = f"SELECT capture, record FROM pages WHERE capture IN ({', '.join('?' * len(captures))})"
    return {
        capture: unpack(packed, Sayings) if capture in as_read else _of_record(seen(connection, capture))
        for capture, packed in connection.execute(query, captures).fetchall()
    }


def _of_record(record: Record) -> Sayings:
    document = {name: getattr(record.document, name) for name in Cited.__struct_fields__ if name != "capture"}
    statements, titles = (tuple(Raw(encode(one)) for one in some) for some in (record.statements, record.title_statements))
    return Sayings(Cited(**document), statements, titles)


def named(connection: Connection, facets: Mapping[str, tuple[Value, ...]]) -> dict[str, tuple[Value, ...]]:
    """The facets, speakers under a name that a page writes."""
    speakers = {"speaker": tuple(_named(connection, value) for value in facets["speaker"])} if "speaker" in facets else {}
    return {**facets, **speakers}


def _named(connection: Connection, value: Value) -> Value:
    found = connection.execute("SELECT speaker FROM statements WHERE speaker_key = ? LIMIT 1", (value.key,)).fetchone()
    return replace(value, value=found[0]) if found else value


def statement_rows(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, StatementRow]]:
    """The rows of statements with their ids; those that are gone are left out."""
    query = f"SELECT f.row, {selected('statements')} FROM statements f JOIN pages p USING (page) WHERE {among(numbers)}"
    for row, *values in connection.execute(query, numbers):
        yield row, cast(StatementRow, read_row(StatementRow, values))


def among(numbers: Sequence[int]) -> str:
    """The condition that a statement is one of so many."""
    return f"f.row IN ({', '.join('?' * len(numbers))})"


def some_lines(
    connection: Connection, index: Index, asked: Search, after: int, most: int = CHUNK
) -> tuple[list[tuple[Any, ...]], int | None]:
    """The next lines of all that answers, behind the row `after`, and the last row of them; None where no more are left."""
    rows = list(islice(rowids(index, with_identities(connection, asked), after + 1, most), most))
    return (list(select_lines(connection, "statements", among(rows), rows)), rows[-1]) if rows else ([], None)


def all_lines(connection: Connection, index: Index, asked: Search) -> Iterator[tuple[Any, ...]]:
    """All that answers a search, whatever its limit, as lines of a table, in the order in which it came into the library."""
    rest = rowids(index, with_identities(connection, asked))
    while chunk := list(islice(rest, CHUNK)):
        yield from select_lines(connection, "statements", among(chunk), chunk)
