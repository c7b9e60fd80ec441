"""What answers a search, the latest first: what came last, or was changed last by somebody who decided, or by reading again.

A saying that several pages report is told once, by the first of its pages that answer: another page that reports it is no news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from sqlite3 import Connection
from typing import Any, cast

from msgspec import Struct

from qawl.library.asking.told import Told
from qawl.library.keeping import read_row, selected
from qawl.library.rows import StatementRow
from qawl.library.searching.answers import among, with_identities
from qawl.library.searching.index import Index
from qawl.library.searching.search import Inquiry, Search, check, rowids_down
from qawl.library.where import PAGE, WIDTH, page_of

# So many statements are looked at together.
TOGETHER = 100


class News(Struct, frozen=True, kw_only=True):
    """A statement and its page: when it ``came``, and when it was ``updated``, by reading or a decision; ISO times, UTC.

    ``row`` is its place in the order in which statements came or changed.
    """

    told: Told
    came: str
    updated: str
    row: int


def news(connection: Connection, index: Index, asked: Search, most: int, below: int | None = None) -> list[News]:
    """The latest statements that answer, `most` at most, those below a row where one is named.

    Raises `LibraryError` (bad_value).
    """
    check(asked)
    searcher = index.searcher()
    if searcher is None:
        return []
    inquiry = Inquiry(searcher, with_identities(connection, asked))
    firsts = latest(connection, inquiry, below)
    return told(connection, list(islice(firsts, most)))


def latest(connection: Connection, inquiry: Inquiry, below: int | None) -> Iterator[int]:
    """The rows that answer, the latest first, each saying by the first of its pages."""
    rows = rowids_down(inquiry, below, TOGETHER)
    while chunk := list(islice(rows, TOGETHER)):
        yield from chunk if inquiry.asked.each else firsts(connection, inquiry, chunk)


def firsts(connection: Connection, inquiry: Inquiry, rows: Sequence[int]) -> Iterator[int]:
    """Those of some rows that no earlier page tells that answers too."""
    sayings = f"SELECT saying FROM statements f WHERE {among(rows)} AND saying IS NOT NULL"
    prints = connection.execute(f"SELECT row, saying, page FROM statements WHERE saying IN ({sayings})", rows).fetchall()
    answering = inquiry.those_of([row for row, _, _ in prints])
    first: dict[str, tuple[int, int]] = {}
    for row, saying, page in prints:
        if row in answering:
            first[saying] = min(first.get(saying, (page, row)), (page, row))
    own = {row: saying for row, saying, _ in prints}
    return (row for row in rows if row not in own or first.get(own[row], (0, row))[1] == row)


def told(connection: Connection, rows: Sequence[int]) -> list[News]:
    """Statements by their rows, in the same order; what is gone is left out."""
    decided = "SELECT max(d.made) FROM decisions d WHERE d.capture = p.capture AND d.finding = f.id"
    read = "replace(p.read, 'Z', '.000000Z')"  # to the microsecond, as decisions are
    query = (
        f"SELECT {PAGE}, f.row, p.added, max({read}, coalesce(({decided}), '')), {selected('statements')} "
        f"FROM statements f JOIN pages p USING (page) WHERE {among(rows)}"
    )
    found = {one.row: one for one in map(news_of, connection.execute(query, rows))}
    return [found[row] for row in rows if row in found]


def news_of(found: Sequence[Any]) -> News:
    """The news of a row that `told` selected."""
    row, came, updated, *values = tuple(found)[WIDTH:]
    statement = cast(StatementRow, read_row(StatementRow, values))
    return News(told=Told(statement=statement, page=page_of(found)), came=came, updated=updated, row=row)
