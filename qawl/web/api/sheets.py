"""Lists as CSV and JSONL, which stream.

The library is borrowed for a stretch of lines at a time and given back before they are sent: who reads slowly keeps nobody waiting,
and no list of statements, pages or encounters is held whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import chain, islice
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from qawl.export.asked import (
    AgendaRow,
    CopyRow,
    DecisionRow,
    DisagreementRow,
    PointRow,
    ProposedRow,
    SavedRow,
    agenda_row,
    copy_row,
    decision_row,
    disagreement_row,
    point_rows,
    proposed_row,
    saved_row,
    sheet_of_rows,
)
from qawl.export.sheets import Sheet
from qawl.library import Library
from qawl.library.asking.agenda import Wanted
from qawl.library.asking.waiting import Queue, Waiting
from qawl.library.outlets import Outlet
from qawl.library.rows import line_columns
from qawl.library.searching.search import Search
from qawl.library.sources import Source
from qawl.library.watched import Feed
from qawl.web.api import parameters as asks
from qawl.web.api.views import search_of, wanted_of

# Lends the library to one reader: `with lend() as library`.
Lend = Callable[[], AbstractContextManager[Library]]
Line = tuple[Any, ...]
# So many lines are sent at a time.
TOGETHER = 200


def in_stretches(lend: Lend, stretch: Callable[[Library, Any], tuple[list[Line], Any]], start: Any) -> Iterator[Line]:
    """Lines, a stretch of them at a time: `stretch` takes where the one before ended and tells where its own does, at last None.

    What changes meanwhile is told as it then stands: a page that is read anew may come again with its new lines.
    """
    place = start
    while place is not None:
        with lend() as library:
            lines, place = stretch(library, place)
        yield from lines


def blocks(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines put together, `TOGETHER` at a time."""
    rest = iter(lines)
    while some := list(islice(rest, TOGETHER)):
        yield b"".join(some)


def begun(parts: Iterator[bytes]) -> Iterator[bytes]:
    """The same parts, the first of them made already: what cannot be answered is told before anything is sent."""
    first = next(parts, b"")
    return chain((first,), parts)


# -- the sheets


def statements(lend: Lend, asked: asks.OfStatements) -> Sheet:
    """All statements that answer, in the order in which they came."""
    search = Search.of(search_of(asked))
    lines = in_stretches(lend, lambda library, after: library.next_lines(search, after), -1)
    return Sheet("statements", line_columns("statements"), lines)


def pages(lend: Lend, _: asks.Part) -> Sheet:
    """All pages, in the order in which they came."""
    lines = in_stretches(lend, lambda library, after: library.some_lines("pages", after, TOGETHER), 0)
    return Sheet("pages", line_columns("pages"), lines)


def agenda(lend: Lend, asked: asks.OfAgenda) -> Sheet:
    """The encounters that are wanted, by the first day that a page tells."""
    wanted = wanted_of(asked)
    with lend() as library:
        ids = library.encounters(wanted)
    lines = in_stretches(lend, lambda library, start: _courses(library, wanted, ids, start), 0)
    return sheet_of_rows("agenda", AgendaRow, ())._replace(lines=lines)


def _courses(library: Library, wanted: Wanted, ids: list[str], start: int) -> tuple[list[Line], int | None]:
    stop = start + TOGETHER
    courses = library.courses(ids[start:stop], wanted)
    return [_line(agenda_row(course)) for course in courses], stop if stop < len(ids) else None


def _line(row: Struct) -> Line:
    return tuple(asdict(row).values())


def sources(lend: Lend, _: asks.Part) -> Sheet:
    """All outlets."""
    with lend() as library:
        return sheet_of_rows("sources", Outlet, library.outlets())


def feeds(lend: Lend, _: asks.Part) -> Sheet:
    """All feeds."""
    with lend() as library:
        return sheet_of_rows("feeds", Feed, library.feeds())


def failures(lend: Lend, _: asks.Part) -> Sheet:
    """All that could not be read."""
    with lend() as library:
        return sheet_of_rows("failures", Source, list(library.failures()))


def decisions(lend: Lend, asked: asks.OfDecisions) -> Sheet:
    """All decisions, in the order in which they were made."""
    with lend() as library:
        found = library.decisions(asked.capture)
    return sheet_of_rows("decisions", DecisionRow, map(decision_row, found))


def disagreements(lend: Lend, _: asks.Part) -> Sheet:
    """All disagreements."""
    with lend() as library:
        found = list(library.disagreements())
    return sheet_of_rows("disagreements", DisagreementRow, map(disagreement_row, found))


def proposed(lend: Lend, _: asks.Part) -> Sheet:
    """Who may be the same."""
    with lend() as library:
        found = library.proposed()
    return sheet_of_rows("proposed", ProposedRow, map(proposed_row, found))


def timeline(lend: Lend, asked: asks.OfTwo) -> Sheet:
    """The points of both directions."""
    with lend() as library:
        found = library.timeline(asked.a, asked.b, asked.since, asked.until, asked.band)
    return sheet_of_rows("timeline", PointRow, point_rows(found))


def copies(lend: Lend, asked: asks.OfPage) -> Sheet:
    """The pages of an article."""
    with lend() as library:
        found = library.copies(asked.capture)
    return sheet_of_rows("copies", CopyRow, map(copy_row, found))


def searches(lend: Lend, _: asks.Part) -> Sheet:
    """The searches that are saved."""
    with lend() as library:
        found = library.saved_searches()
    return sheet_of_rows("searches", SavedRow, map(saved_row, found))


def review(lend: Lend, asked: asks.OfQueue) -> Sheet:
    """All that waits for a decision, in the order of the queue."""
    lines = in_stretches(lend, lambda library, start: _waiting(library, asked.of, start), 0)
    return sheet_of_rows("review", Waiting, ())._replace(lines=lines)


def _waiting(library: Library, queue: Queue, start: int) -> tuple[list[Line], int | None]:
    found = library.waiting_part(queue, start, 10 * TOGETHER)
    return [_line(one) for one in found], start + len(found) if found else None
