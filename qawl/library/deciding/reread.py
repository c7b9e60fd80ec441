"""Pages are read anew from their captures, with what was given of them; what people decided stays.

What an older version read is replaced, page by page in whole transactions, so that a run that was killed goes on where it ended.
A page that can no longer be read keeps the record that it has.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from qawl.library.adding import Reading, add, batches, readings_of
from qawl.library.arrivals import Arrival, given_of, page_of, unsealed
from qawl.library.captures import bytes_of
from qawl.library.deciding.finding import find_page
from qawl.library.errors import LibraryError
from qawl.library.keeping import unpacked
from qawl.library.logs import note
from qawl.library.refreshing import page_before, write_page
from qawl.library.sources import failed_sources
from qawl.library.store import Store, now
from qawl.model import EXTRACTOR, Page

Outcome = Literal["read_again", "unchanged", "failed"]


class Reread(Struct, frozen=True, kw_only=True):
    """What came of a page: it was `read_again`, it is `unchanged`, or it `failed` and stays as it was, with the reason."""

    capture: str
    outcome: Outcome
    code: str | None = None
    message: str | None = None


class _Waiting(NamedTuple):
    """A page to read; what is wrong with its capture where that cannot be opened."""

    capture: str
    damage: LibraryError | None


def outdated(store: Store) -> list[str]:
    """The captures of pages that another version read, in the order in which they came."""
    return _captures(store, "extractor <> ?", EXTRACTOR)


def everything(store: Store) -> list[str]:
    """The captures of all pages."""
    return _captures(store, "1")


def _captures(store: Store, where: str, *values: str) -> list[str]:
    return [row[0] for row in store.connection.execute(f"SELECT capture FROM pages WHERE {where} ORDER BY page", values)]


def reread(store: Store, captures: Iterable[str], *, workers: int = 1) -> Iterator[Reread]:
    """Read the pages of these captures anew; what came of each, in order, once it is safe on disk.

    `captures` are hashes, beginnings of hashes or addresses. Raises `LibraryError` where there is no such page.
    """
    wanted = [find_page(store.connection, capture) for capture in captures]
    yield from _logged(store, _read_anew(store, wanted, workers))


def reread_failed(store: Store, *, workers: int = 1) -> Iterator[Reread]:
    """Read again what could not be read and of which the bytes are there."""
    failed = (arrival for arrival in list(failed_sources(store.connection)) if arrival.data is not None)
    yield from _logged(store, _retried(store, failed, workers))


def _retried(store: Store, failed: Iterable[Arrival], workers: int) -> Iterator[Reread]:
    for added in add(store, failed, workers=workers, retry=True):
        outcome: Outcome = "failed" if added.outcome == "failed" else "read_again" if added.outcome == "added" else "unchanged"
        yield Reread(capture=added.capture or "", outcome=outcome, code=added.code, message=added.message)


def _logged(store: Store, done: Iterator[Reread]) -> Iterator[Reread]:
    """What was done, and a line in the log of it, unless nothing was."""
    counts: Counter[str] = Counter()
    for one in done:
        counts[one.outcome] += 1
        yield one
    if counts["read_again"] or counts["failed"]:
        with store.writing() as connection:
            note(connection, "reread", {"extractor": EXTRACTOR, **counts})


def _read_anew(store: Store, captures: list[str], workers: int) -> Iterator[Reread]:
    waiting: deque[_Waiting] = deque()

    def pages() -> Iterator[Page | None]:
        for capture in captures:
            page, damage = _page(store, capture)
            waiting.append(_Waiting(capture, damage))
            yield page

    for batch in batches((waiting.popleft(), reading) for reading in readings_of(pages(), workers)):
        with store.writing():
            done = [_keep(store, one, reading) for one, reading in batch]
        yield from done


def _page(store: Store, capture: str) -> tuple[Page | None, LibraryError | None]:
    """The page of a capture as it came, or why it cannot be opened; neither where it is gone meanwhile."""
    found = store.connection.execute("SELECT given FROM pages WHERE capture = ?", (capture,)).fetchone()
    if found is None:
        return None, None
    try:
        return replace(page_of(bytes_of(store.connection, capture), given_of(found["given"])), line=None), None
    except LibraryError as error:
        return None, error


def _keep(store: Store, one: _Waiting, reading: Reading) -> Reread:
    """Write what came of a page, where that is something new; inside the caller's transaction."""
    if one.damage:
        return Reread(capture=one.capture, outcome="failed", code=one.damage.code, message=one.damage.message)
    if reading.failure:
        error = reading.failure.error
        return Reread(capture=one.capture, outcome="failed", code=error.code, message=error.message)
    found = store.connection.execute("SELECT record, given FROM pages WHERE capture = ?", (one.capture,)).fetchone()
    if found is None or reading.packed is None or unpacked(found["record"]) == unpacked(reading.packed):
        return Reread(capture=one.capture, outcome="unchanged")
    before = page_before(store.connection, one.capture)
    write_page(store, one.capture, reading.packed, unsealed(found["given"]), now(), "reread", before)
    return Reread(capture=one.capture, outcome="read_again")
