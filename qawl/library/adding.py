"""Pages come into a library: read, kept with their evidence, and written in whole transactions.

What is there already is passed over without being read, so that a run that was killed goes on where it ended.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import Literal, NamedTuple, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from qawl.engine.here import map_in_order
from qawl.engine.many import crashed, page_weight, read_safely, warm_up
from qawl.library.arrivals import Arrival, Given, came_hash, given_of, merged, page_of, says_more, sealed
from qawl.library.captures import keep, sha256
from qawl.library.deciding.tombstones import is_like_a_suppressed, stone_of
from qawl.library.keeping import pack_record, unpack_record
from qawl.library.refreshing import page_before, write_page
from qawl.library.store import Store, now
from qawl.model import EXTRACTOR, Failure, Page, encode

Outcome = Literal["added", "read_again", "known", "suppressed", "passed_over", "failed"]
T = TypeVar("T")
BATCH_SECONDS = 1.0  # so much work may be lost when the process is killed; the next run does it again
BATCH_PAGES = 500


class Added(Struct, frozen=True):
    """What came of a page: its capture (None where nothing came), and why it could not be read where that is so.

    A page of an archive in another language is passed over, and not kept: nobody asked for that one.
    """

    source: str
    outcome: Outcome
    capture: str | None
    code: str | None = None
    message: str | None = None


class Reading(NamedTuple):
    """What reading a page gave, small enough to travel: the packed record, or the failure."""

    packed: bytes | None
    failure: Failure | None


class _Incoming(NamedTuple):
    """An arrival on its way: its capture's key, what it is to be read with, and what came of it where that is known already."""

    arrival: Arrival
    key: str
    given: Given
    known: Added | None


def add(store: Store, arrivals: Iterable[Arrival], *, workers: int = 1, retry: bool = False) -> Iterator[Added]:
    """Read the pages that the library does not have, and keep them; what came of each, in order, once it is safe on disk.

    A page is known by its bytes and by what was given of it: one that comes with other facts is read again with these. Pages
    that this version could not read are tried again where `retry` is set. Raises `LibraryError` where the library cannot be
    written.
    """
    waiting: deque[_Incoming] = deque()

    def to_read() -> Iterator[Page | None]:
        for arrival in arrivals:
            incoming = _see(store, arrival, retry)
            waiting.append(incoming)
            yield None if incoming.known else _page(incoming)

    for batch in batches((waiting.popleft(), reading) for reading in readings_of(to_read(), workers)):
        with store.writing():
            done = [_keep(store, incoming, reading) for incoming, reading in batch]
        yield from done


def readings_of(pages: Iterable[Page | None], workers: int) -> Iterator[Reading]:
    """What reading each page gave, in order, read ahead only as far as the workers need."""
    return map_in_order(
        read_packed, pages, workers, weight=weight_of, on_crash=crashed_page, initializer=warm_up, preload=("qawl.library.adding",)
    )


def read_packed(page: Page | None) -> Reading:
    """Read a page; this is what runs in the workers. None stands for a page that need not be read."""
    if page is None:
        return Reading(None, None)
    result = read_safely(page)
    return Reading(None, result) if isinstance(result, Failure) else Reading(pack_record(result), None)


def weight_of(page: Page | None) -> int:
    """How heavy a page is for the workers."""
    return page_weight(page) if page else 1024


def crashed_page(page: Page | None) -> Reading:
    """What stands for a page that killed its worker."""
    return Reading(None, crashed(page) if page else None)


def batches(pairs: Iterable[T]) -> Iterator[list[T]]:
    """Pages that are written together: so many, or those of so many seconds."""
    batch: list[T] = []
    began = monotonic()
    for pair in pairs:
        batch.append(pair)
        if len(batch) >= BATCH_PAGES or monotonic() - began >= BATCH_SECONDS:
            yield batch
            batch, began = [], monotonic()
    if batch:
        yield batch


# -- what is known already


def _see(store: Store, arrival: Arrival, retry: bool) -> _Incoming:
    """An arrival beside what the library has of it."""
    if arrival.data is None:
        return _Incoming(arrival, "", arrival.given, Added(arrival.source, "failed", None, arrival.code, arrival.message))
    key = sha256(arrival.data)
    if stone_of(store.connection, key):
        return _Incoming(arrival, key, arrival.given, Added(arrival.source, "suppressed", key))
    before = _given_before(store, key)
    if before is not None and not says_more(arrival.given, before):
        return _Incoming(arrival, key, before, Added(arrival.source, "known", key))
    given = merged(arrival.given, before) if before else arrival.given
    return _Incoming(arrival, key, given, None if retry else _failed_before(store, arrival, key))


def _given_before(store: Store, key: str) -> Given | None:
    """What the page of a capture was read with; None where there is no such page."""
    found = store.connection.execute("SELECT given FROM pages WHERE capture = ?", (key,)).fetchone()
    return given_of(found[0]) if found else None


def _failed_before(store: Store, arrival: Arrival, key: str) -> Added | None:
    """How this version failed to read the very same page, given the same facts."""
    found = store.connection.execute(
        "SELECT code, message FROM arrivals WHERE source = ? AND capture = ? AND tool = ? AND given = ? AND code IS NOT NULL",
        (arrival.source, key, arrival.tool, _json(arrival.given)),
    ).fetchone()
    if found is None:
        return None
    return Added(arrival.source, "failed", key, found["code"], found["message"])


def _page(incoming: _Incoming) -> Page:
    """The page to read: as it came, or made of its capture where the library knows more of it."""
    if incoming.given is incoming.arrival.given or incoming.arrival.data is None:
        return replace(incoming.arrival.page, line=None, came=None)
    return replace(page_of(incoming.arrival.data, incoming.given), line=None)


# -- writing


def _keep(store: Store, incoming: _Incoming, reading: Reading) -> Added:
    """Write what came of an arrival; inside the caller's transaction."""
    if incoming.key and _is_suppressed(store, incoming, reading):
        return Added(incoming.arrival.source, "suppressed", incoming.key)
    if incoming.known:
        if incoming.known.outcome == "known" or not incoming.key:
            _put_arrival(store, incoming, incoming.known.code, incoming.known.message)
        return incoming.known
    arrival = incoming.arrival
    assert arrival.data is not None
    error = reading.failure.error if reading.failure else None
    if error and error.code == "language" and arrival.page.came:
        return Added(arrival.source, "passed_over", incoming.key, error.code, error.message)
    keep(store.connection, incoming.key, arrival.data)
    _put_arrival(store, incoming, error.code if error else None, error.message if error else None)
    if reading.packed is None:
        return Added(arrival.source, "failed", incoming.key, error.code if error else None, error.message if error else None)
    before = _given_before(store, incoming.key)
    if before and not says_more(incoming.given, before):  # it came twice in one run, or another writer was first
        return Added(arrival.source, "known", incoming.key)
    given, packed = incoming.given, reading.packed
    if before and (given := merged(incoming.given, before)) != incoming.given:  # what it came with meanwhile counts too
        packed = read_packed(page_of(arrival.data, given)).packed or packed
    keep_reading(store, incoming.key, given, packed)
    return Added(arrival.source, "read_again" if before else "added", incoming.key)


def _is_suppressed(store: Store, incoming: _Incoming, reading: Reading) -> bool:
    """Whether a page was suppressed, in these bytes or in others, while it was on its way or before."""
    if stone_of(store.connection, incoming.key):
        return True
    return reading.packed is not None and is_like_a_suppressed(store.connection, unpack_record(reading.packed).document)


def keep_reading(store: Store, key: str, given: Given, packed: bytes) -> None:
    """Write the record of a page and its rows; inside the caller's transaction."""
    before = page_before(store.connection, key)
    write_page(store, key, packed, _json(given), now(), "reread", before)


def _put_arrival(store: Store, incoming: _Incoming, code: str | None, message: str | None) -> None:
    """Note how a page came. One that came so before is only counted where it failed, and was tried, again."""
    arrival = incoming.arrival
    came = (arrival.source, incoming.key, arrival.address, encode(arrival.headers).decode(), arrival.received)
    if incoming.key:  # something came now: that nothing came before is mended
        store.connection.execute("DELETE FROM arrivals WHERE source = ? AND capture = ''", (arrival.source,))
    store.connection.execute(
        """
        INSERT INTO arrivals (source, capture, address, headers, received, came_sha256, tool, given, code, message, last_tried)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (source, capture) DO UPDATE SET
          tries = tries + (excluded.code IS NOT NULL), last_tried = excluded.last_tried, tool = excluded.tool,
          given = excluded.given, code = excluded.code, message = excluded.message
        WHERE excluded.code IS NOT NULL OR code IS NOT NULL OR given <> excluded.given
        """,
        (*came, came_hash(*came), EXTRACTOR, _as_kept(store, incoming.key, arrival.given), code, message, now()),
    )


def _as_kept(store: Store, key: str, given: Given) -> str | bytes:
    """What was given as the page of the capture keeps it: sealed where its title may not be shown."""
    found = store.connection.execute("SELECT typeof(given) FROM pages WHERE capture = ?", (key,)).fetchone()
    return sealed(_json(given)) if found and found[0] == "blob" else _json(given)


def _json(given: Given) -> str:
    return msgspec.json.encode(given).decode()
