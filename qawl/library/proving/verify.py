"""`qawl verify`: is all in a library still as it was written, down to each byte and each offset?

Captures are taken stretch by stretch, each stretch in one view of the database, so that memory is flat and a writer may work
meanwhile. What cannot be read is one more damage, never the end of the search.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from sqlite3 import Connection, Row
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from qawl.engine.here import map_in_order
from qawl.library.arrivals import came_hash, given_of
from qawl.library.captures import unpack
from qawl.library.deciding.decisions import decisions_where
from qawl.library.errors import LibraryError
from qawl.library.keeping import count_rows, selected, sql_values, unpack_record
from qawl.library.projection import page_row
from qawl.library.proving.proof import Checked, Damage, check_bytes, check_record, damaged, shown
from qawl.library.rows import LINKED, columns
from qawl.library.schema import FINDINGS, page_columns
from qawl.library.store import Store, told
from qawl.library.view import shown_page, shown_rows
from qawl.model import Record

STRETCH = 200  # captures that are checked in one view of the database
_FAULTS = 100  # of the database as a whole, that SQLite tells of

Values = tuple[Any, ...]
Pairs = tuple[tuple[str, str], ...]


class Stretch(NamedTuple):
    """Captures by their row numbers, from ``first`` to before ``last``, of the library in ``folder``; read ``again`` or not."""

    folder: Path
    first: int
    last: int
    again: bool = False


def verify(store: Store, workers: int = 1, again: bool = False) -> Iterator[Checked]:
    """Check the whole library, a stretch at a time: first the database, then each capture with all that was made of it.

    Lazily, in the order of the captures, in `workers` processes; `again` reads each page anew too. Nothing is changed.
    Raises `LibraryError` where the library cannot be opened.
    """
    yield check_database(store.connection) + check_index(store)
    yield from map_in_order(check_stretch, stretches(store, again), workers, preload=("qawl.library.proving.verify",))


def stretches(store: Store, again: bool) -> Iterator[Stretch]:
    """The captures of a library, cut into pieces of work."""
    with told(store.path):
        (last,) = store.connection.execute("SELECT coalesce(max(rowid), 0) FROM captures").fetchone()
    for first in range(1, last + 1, STRETCH):
        yield Stretch(store.folder, first, min(first + STRETCH, last + 1), again)


# -- the database


def check_database(connection: Connection) -> Checked:
    """Whether the file is sound, every row belongs to a page, every page to a capture, and every arrival can be read."""
    damages: list[Damage] = []
    for check in (_integrity, _orphans, _arrivals, _decisions):
        try:
            damages += check(connection)
        except sqlite3.DatabaseError as error:
            damages.append(Damage(where="database", message=f"it cannot be read ({error})"))
    return Checked(damages=tuple(dict.fromkeys(damages)))


def _integrity(connection: Connection) -> Iterator[Damage]:
    for (message,) in connection.execute(f"PRAGMA integrity_check({_FAULTS})"):
        if message != "ok":
            yield Damage(where="database", message=" ".join(message.split()))


def _orphans(connection: Connection) -> Iterator[Damage]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Damage(where="database", message=f"row {row} of {table} names a row of {parent} that is not there")
    lost = "SELECT capture FROM pages WHERE NOT EXISTS (SELECT 1 FROM captures WHERE sha256 = pages.capture)"
    for (key,) in connection.execute(lost):
        yield Damage(where="capture", capture=key, message="it is gone; its page is still there")
    lost = "SELECT capture, source FROM arrivals WHERE capture <> '' AND capture NOT IN (SELECT sha256 FROM captures)"
    for key, source in connection.execute(lost):
        yield Damage(where="capture", capture=key, message=f"it is gone; it came from {source}")


def _arrivals(connection: Connection) -> Iterator[Damage]:
    for row in connection.execute("SELECT source, capture, address, headers, received, came_sha256, given FROM arrivals"):
        *came, hashed, given = row
        if came_hash(*came) != hashed:
            yield Damage(
                where="arrival", capture=row["capture"] or None, message=f"how it came from {row['source']} has another hash"
            )
        try:
            msgspec.json.decode(row["headers"], type=Pairs)
            given_of(given)
        except ValueError as error:
            message = f"how it came from {row['source']} cannot be read ({error})"
            yield Damage(where="arrival", capture=row["capture"] or None, message=message)


def _decisions(connection: Connection) -> Iterator[Damage]:
    for id, capture in connection.execute("SELECT id, capture FROM decisions").fetchall():
        try:
            decisions_where(connection, "id = ?", id)
        except (ValueError, zlib.error) as error:
            yield Damage(where="decision", capture=capture or None, finding=id, message=f"it cannot be read ({error})")


# -- the index


def check_index(store: Store) -> Checked:
    """Whether the index, where there is one that is up to date, holds each statement; one that is behind or gone is no damage."""
    from qawl.library.searching.steps import index_of

    index = index_of(store)
    with store.reading() as connection:
        changed = int(store.fact("changed"))
        if not changed or index.change != changed:
            return Checked()
        due, searcher = count_rows(connection, "statements"), index.searcher()
    mend = f"take {index.folder} away and the next search makes it anew"
    if searcher is None:
        return damaged("index", None, f"it cannot be opened; {mend}")
    if searcher.num_docs != due and index.change == changed:
        return damaged("index", None, f"it holds {searcher.num_docs} statements, not {due}; {mend}")
    return Checked()


# -- a stretch of captures


def check_stretch(stretch: Stretch) -> Checked:
    """Check the captures of a stretch; this is what runs in the workers."""
    store = Store(stretch.folder)
    try:
        store.connection.execute("BEGIN")  # one view of the database, whatever is written meanwhile
        return sum(
            (check_capture(store.connection, number, stretch.again) for number in range(stretch.first, stretch.last)), Checked()
        )
    finally:
        store.close()


def check_capture(connection: Connection, number: int, again: bool = False) -> Checked:
    """Check a capture, and the page that was read from it if there is one; `number` is its row."""
    try:
        found = connection.execute("SELECT sha256, size, packed FROM captures WHERE rowid = ?", (number,)).fetchone()
        return _check_kept(connection, found, again) if found else Checked()
    except sqlite3.DatabaseError as error:
        return damaged("database", None, f"the capture in row {number}, or what was read from it, cannot be read ({error})")


def _check_kept(connection: Connection, capture: Row, again: bool) -> Checked:
    key, size, packed = capture
    try:
        data = unpack(packed, size)
    except ValueError as error:
        return Checked(captures=1) + damaged("capture", key, str(error)) + check_page(connection, key, None, again)
    told = tuple(check_bytes(key, size, data))
    return Checked(captures=1, bytes=len(data), damages=told) + check_page(connection, key, None if told else data, again)


def check_page(connection: Connection, key: str, data: bytes | None, again: bool) -> Checked:
    """Check the page of a capture; `data` are its bytes, None where they are damaged, for of others nothing can be told."""
    page = connection.execute("SELECT * FROM pages WHERE capture = ?", (key,)).fetchone()
    if page is None:
        return Checked()
    try:
        record = unpack_record(page["record"])
    except LibraryError as error:
        return Checked(pages=1) + damaged("record", key, f"it cannot be unpacked ({error.__cause__})")
    return Checked(pages=1) + _check_read(record, page, data, again) + check_rows(connection, page, record)


def _check_read(record: Record, page: Row, data: bytes | None, again: bool) -> Checked:
    try:
        given = given_of(page["given"])
    except ValueError as error:
        return damaged("record", page["capture"], f"what was given of the page cannot be read ({error})")
    return Checked() if data is None else check_record(record, page["capture"], data, given, again=again)


# -- rows


def check_rows(connection: Connection, page: Row, record: Record) -> Checked:
    """Whether the rows of a page are those of its record and of what people decided of it, column by column."""
    key, count = page["capture"], 1
    try:
        due = shown_page(connection, record, key)
    except (ValueError, zlib.error) as error:
        return damaged("decision", key, f"what people decided of the page cannot be read, and its rows not be compared ({error})")
    wanted = shown_rows(due, key)
    names = [column.name for column in page_columns()]
    own = [tuple(page[name] for name in names)]
    damages = list(_compare("pages", names, own, [sql_values(page_row(due.record, key, page["read"]))]))
    for table, row in FINDINGS.items():
        query = f"SELECT {selected(table)} FROM {table} f JOIN pages p USING (page) WHERE f.page = ? ORDER BY f.row"
        found = [tuple(one) for one in connection.execute(query, (page["page"],))]
        count += len(found)
        damages += _compare(table, [column.name for column in columns(row)], found, list(map(sql_values, wanted.get(table, ()))))
    return Checked(rows=count, damages=tuple(replace(one, capture=key) for one in damages))


def _only(places: Sequence[int], values: Sequence[Any]) -> Values:
    return tuple(values[place] for place in places)


def _compare(table: str, names: Sequence[str], found: list[Values], wanted: list[Values]) -> Iterator[Damage]:
    """How rows differ from what they should be: in their order where none is missing, else those that have no like.

    What pages only have beside one another is no part of it.
    """
    own = [place for place, name in enumerate(names) if name not in LINKED]
    names, found, wanted = _only(own, names), [_only(own, row) for row in found], [_only(own, row) for row in wanted]
    place = names.index("id") if "id" in names else None

    def id_of(row: Values) -> str | None:
        return None if place is None else row[place]

    if len(found) == len(wanted):
        for there, due in zip(found, wanted, strict=True):
            yield from _differences(table, id_of(due), zip(names, there, due, strict=True)) if there != due else ()
        return
    for row in (Counter(wanted) - Counter(found)).elements():
        yield Damage(where="rows", finding=id_of(row), message=f"a row of {table} is missing")
    for row in (Counter(found) - Counter(wanted)).elements():
        yield Damage(where="rows", finding=id_of(row), message=f"there is a row of {table} too many")


def _differences(table: str, id: str | None, values: Iterable[tuple[str, Any, Any]]) -> Iterator[Damage]:
    for name, there, due in values:
        if there != due:
            yield Damage(where="rows", finding=id, message=f"the field {table}.{name} is {_told(there)}, not {_told(due)}")


def _told(value: Any) -> str:
    return "null" if value is None else shown(str(value))
