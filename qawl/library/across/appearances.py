"""Where a saying appears: the statements of all pages that report it, in the order of time, and what differs between them."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection
from typing import NamedTuple

from msgspec import Struct

from qawl.library.asking.wordings import Difference, align, differences, worded
from qawl.library.keeping import read_row, selected
from qawl.library.rows import StatementRow
from qawl.library.where import PAGE, WIDTH, Where, moment_of


class Appearance(Struct, frozen=True, kw_only=True):
    """A statement of a page that reports a saying; ``first`` is one of them.

    ``differences`` are those of its words (``quoted``, places in its text) against the words of the first (``written``, places in
    the text of that); the first has none.
    """

    page: Where
    statement: StatementRow
    first: bool
    differences: tuple[Difference, ...]


class _Reported(NamedTuple):
    page: Where
    statement: StatementRow
    added: str


def appearances(connection: Connection, saying: str) -> list[Appearance]:
    """All appearances of a saying in the order of time; empty where there is no such saying.

    Time is when a page was published; a day without an hour stands behind the hours of that day, and what was published nobody
    knows when counts from when it came. A headline is left out where the page says it in its text, and so is what a page says again
    in the same words; in other words, both wordings are there.
    """
    reported = sorted(once_a_page(_reported(connection, saying)), key=_when)
    return [_appearance(one, reported[0]) for one in reported]


def _reported(connection: Connection, saying: str) -> list[_Reported]:
    columns = f"{selected('statements')}, {PAGE}, p.added"
    query = f"SELECT {columns} FROM statements f JOIN pages p USING (page) WHERE f.saying = ? ORDER BY f.row"
    found = []
    for line in connection.execute(query, (saying,)):
        row = read_row(StatementRow, tuple(line)[: -WIDTH - 1])
        assert isinstance(row, StatementRow)
        capture, document, url, outlet, published, added = tuple(line)[-WIDTH - 1 :]
        where = Where(capture=capture, document=document, url=url, outlet=outlet, published=published)
        found.append(_Reported(where, row, added))
    return found


def once_a_page(reported: list[_Reported]) -> Iterator[_Reported]:
    """Without what a page reports twice: its headline, and what it says again in the same words."""
    first = {(one.page.capture, one.statement.id): one.statement.text for one in reported}
    in_text = {one.page.capture for one in reported if not one.statement.in_title}
    for one in reported:
        earlier = first.get((one.page.capture, one.statement.repeats or ""))
        again = earlier is not None and worded(earlier).stems == worded(one.statement.text).stems
        if not again and not (one.statement.in_title and one.page.capture in in_text):
            yield one


def _when(one: _Reported) -> tuple[object, ...]:
    return *moment_of(one.page.published or one.added), one.added, one.page.capture, one.statement.number


def _appearance(one: _Reported, first: _Reported) -> Appearance:
    is_first = one is first
    return Appearance(
        page=one.page,
        statement=one.statement,
        first=is_first,
        differences=() if is_first else against(one.statement.text, first.statement.text),
    )


def against(text: str, first: str) -> tuple[Difference, ...]:
    """What differs between two wordings of a saying."""
    quoted, written = worded(text), worded(first)
    return differences(align(quoted, written), quoted, written) if quoted.words and written.words else ()
