"""A quotation in hand: the nearest stored statements, what differs, and where they appeared first.

Nothing here says whether a quotation is true: it says what the pages of the library report, and in which words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from sqlite3 import Connection
from typing import NamedTuple, cast

from msgspec import Struct

from qawl.library.cautions import Caution, cautions
from qawl.library.errors import LibraryError
from qawl.library.keeping import select_rows
from qawl.library.rows import PageRow, StatementRow
from qawl.library.view import seen
from qawl.library.wordings import Difference, Step, Worded, align, differences, in_order, met, window, worded
from qawl.model import Band, Record, Span, Statement

# So many statements are held against a quotation.
CANDIDATES = 1000
# So many row ids are asked for at a time.
AT_ONCE = 500

# The stems of a quotation -> row ids of statements that may hold half of them in order, the likeliest first.
Candidates = Callable[[Sequence[str]], Iterable[int]]


class Appearance(Struct, frozen=True, kw_only=True):
    """Where the same words stand: page, outlet and day, whose words they are there, and how sure that is."""

    capture: str
    statement: str
    document: str
    url: str | None
    outlet: str | None
    published: str | None
    in_title: bool
    speaker: str | None
    band: Band


class Nearest(Struct, frozen=True, kw_only=True):
    """A statement near a quotation: ``in_order`` of its words stand there in order, ``share`` of them all.

    ``statement`` is the one of the first appearance, ``document`` its page; ``same`` are the stretches that both have.
    """

    share: float
    in_order: int
    cautions: tuple[Caution, ...]
    differences: tuple[Difference, ...]
    same: tuple[Span, ...]
    statement: Statement
    document: PageRow
    appearances: tuple[Appearance, ...]


class Quoted(Struct, frozen=True, kw_only=True):
    """What a library has of a quotation of so many ``words``; nothing where under half of them stand in order in any statement."""

    quotation: str
    words: int
    nearest: tuple[Nearest, ...]


class _Scored(NamedTuple):
    """Statements of the same words: how many are in order, and how many stand between the first and last of these."""

    in_order: int
    between: int
    rows: list[StatementRow]


def check(connection: Connection, quotation: str, candidates: Candidates, limit: int = 5) -> Quoted:
    """The statements nearest to a quotation, those with most of its words in order first; at most `limit`.

    Raises `LibraryError` (bad_value) where the quotation holds no word.
    """
    asked = worded(quotation)
    if not asked.words:
        raise LibraryError("bad_value", "the quotation holds no word; write it as: qawl check 'WORDS'")
    found = scored(asked, rows_of(connection, list(candidates(asked.stems))))
    pages = pages_of(connection, {row.capture for one in found for row in one.rows})
    ordered = sorted((one._replace(rows=by_day(one.rows, pages)) for one in found), key=lambda one: nearness(one, pages))
    nearest = tuple(nearest_of(connection, asked, one, pages) for one in ordered[:limit])
    return Quoted(quotation=quotation, words=len(asked.words), nearest=nearest)


def rows_of(connection: Connection, ids: list[int]) -> Iterator[StatementRow]:
    """Statements by their row ids."""
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        where = f"f.row IN ({', '.join('?' * len(some))})"
        yield from cast(Iterator[StatementRow], select_rows(connection, "statements", where, some))


def pages_of(connection: Connection, captures: Iterable[str]) -> dict[str, PageRow]:
    """Pages by their captures."""
    found: dict[str, PageRow] = {}
    for capture in captures:
        for page in cast(Iterator[PageRow], select_rows(connection, "pages", "p.capture = ?", (capture,))):
            found[capture] = page
    return found


def scored(asked: Worded, rows: Iterable[StatementRow]) -> list[_Scored]:
    """The statements in which half of the words or more stand in order, those of the same words together."""
    alike: dict[tuple[str, ...], list[StatementRow]] = {}
    for row in rows:
        alike.setdefault(tuple(worded(row.text).stems), []).append(row)
    found = []
    for words, same in alike.items():
        stems = met(asked, worded(same[0].text))
        count = in_order(stems, words)
        if 2 * count >= len(stems):
            first, stop = window(stems, words)
            found.append(_Scored(count, stop - first - count, same))
    return found


def by_day(rows: Iterable[StatementRow], pages: dict[str, PageRow]) -> list[StatementRow]:
    """Statements by the day on which their page was published, unknown days last."""
    return sorted(rows, key=lambda row: (day_order(pages[row.capture]), pages[row.capture].read, row.capture, row.number))


def day_order(page: PageRow) -> tuple[bool, str]:
    """Where a page stands in time, unknown days last."""
    return page.published is None, page.published or ""


def nearness(one: _Scored, pages: dict[str, PageRow]) -> tuple[object, ...]:
    """What makes a statement nearer than another: more words in order, fewer between them, an earlier page, fewer words."""
    first = one.rows[0]
    return -one.in_order, one.between, day_order(pages[first.capture]), len(first.text), first.capture, first.number


def nearest_of(connection: Connection, asked: Worded, one: _Scored, pages: dict[str, PageRow]) -> Nearest:
    """A statement beside the quotation, with all its appearances."""
    first = one.rows[0]
    record = seen(connection, first.capture)
    statement = statement_of(record, first)
    written = said(record, statement, first.in_title)
    steps = align(asked, written)
    return Nearest(
        share=one.in_order / len(asked.words),
        in_order=one.in_order,
        cautions=cautions(steps, asked, written, statement),
        differences=differences(steps, asked, written),
        same=tuple(same_spans(steps, written)),
        statement=statement,
        document=pages[first.capture],
        appearances=tuple(appearance(row, pages[row.capture]) for row in one.rows),
    )


def statement_of(record: Record, row: StatementRow) -> Statement:
    """The statement of a row in the record of its page."""
    found = record.title_statements if row.in_title else record.statements
    return next(statement for statement in found if statement.id == row.id)


def said(record: Record, statement: Statement, in_title: bool) -> Worded:
    """What was said as words of the page's text, or of its title."""
    text = (record.document.title or "") if in_title else record.document.text
    return worded(text, [(piece.start, piece.end) for piece in statement.content])


def same_spans(steps: Iterable[Step], written: Worded) -> Iterator[Span]:
    """The stretches of the page that the quotation has too, in whatever spelling."""
    for step in steps:
        span = written.span(step.written) if step.kind in (None, "spelling") else None
        if span:
            yield span


def appearance(row: StatementRow, page: PageRow) -> Appearance:
    """Where a statement stands."""
    return Appearance(
        capture=row.capture,
        statement=row.id,
        document=page.document,
        url=page.canonical_url or page.url,
        outlet=page.outlet,
        published=page.published,
        in_title=row.in_title,
        speaker=row.speaker,
        band=row.band,
    )
