"""Pages in the database: their record as it was read, and the rows that are made of it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from sqlite3 import Connection
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.json import decode as decode_json
from msgspec.structs import astuple

from qawl.library.captures import LEVEL
from qawl.library.errors import LibraryError
from qawl.library.projection import Rows
from qawl.library.rows import BESIDE, LINKED, TABLES, Column, PageRow, columns, line_columns
from qawl.library.schema import FINDINGS, finding_columns
from qawl.model import Record, encode

S = TypeVar("S", bound=Struct)


def pack_record(record: Record) -> bytes:
    """A record as `pages.record` keeps it: its JSON, zlib."""
    return zlib.compress(encode(record), LEVEL)


def unpacked(packed: bytes) -> bytes | None:
    """The JSON of a packed record, None where it is damaged."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None


def unpack_record(packed: bytes) -> Record:
    """The record that `pack_record` packed. Raises `LibraryError` where it is damaged."""
    return unpack(packed, Record)


def unpack(packed: bytes, shape: type[S]) -> S:
    """What a shape takes of a packed record; it leaves out what it has no field for. Raises `LibraryError` where it is damaged."""
    try:
        return decode_json(zlib.decompress(packed), type=shape)
    except (zlib.error, ValueError) as error:
        raise LibraryError(
            "damaged", "a record cannot be unpacked ({error}); `qawl verify` tells which, `qawl reread` mends it", error=error
        ) from error


def record_of(connection: Connection, capture: str) -> Record:
    """The record of a page as the machine read it. Raises `LibraryError` where there is none."""
    found = connection.execute("SELECT record FROM pages WHERE capture = ?", (capture,)).fetchone()
    if found is None:
        raise LibraryError("not_found", "there is no page with the capture {capture}", capture=capture)
    return unpack_record(found[0])


def put_page(connection: Connection, row: PageRow, packed: bytes, given: str | bytes, change: int, added: str | None = None) -> int:
    """Write a page, new or read again; returns its number. Its rows are written by `put_rows`.

    `added` is when it came, where that is not when it was read.
    """
    names = [column.name for column in columns(PageRow)]
    values = [*sql_values(row), given, added or row.read, change, packed]
    kept = [name for name in names[1:] if name not in LINKED]  # which article it is, is told when it is taken in
    updates = ", ".join(f'"{name}" = excluded."{name}"' for name in (*kept, "given", "changed", "record"))
    found = connection.execute(
        f"INSERT INTO pages ({_quoted(names)}, given, added, changed, record) VALUES ({_marks(len(values))}) "
        f"ON CONFLICT (capture) DO UPDATE SET {updates} RETURNING page",
        values,
    ).fetchone()
    return int(found[0])


def put_rows(connection: Connection, page: int, rows: Rows) -> None:
    """Replace all findings of a page."""
    for table in FINDINGS:
        connection.execute(f"DELETE FROM {table} WHERE page = ?", (page,))
        if found := rows.get(table):
            connection.executemany(_insert(table), ((page, *sql_values(row)[1:]) for row in found))


@cache
def _insert(table: str) -> str:
    names = [column.name for column in finding_columns(FINDINGS[table])]
    return f"INSERT INTO {table} (page, {_quoted(names)}) VALUES ({_marks(len(names) + 1)})"


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def sql_values(row: Struct) -> tuple[Any, ...]:
    """The values of a row as the database keeps them: lists as JSON."""
    return tuple(map(_to_sql, astuple(row)))


def _to_sql(value: Any) -> Any:
    return encode(value).decode() if isinstance(value, tuple) else value


def select_rows(
    connection: Connection, table: str, where: str = "1", values: Sequence[Any] = (), more: str = ""
) -> Iterator[Struct]:
    """The rows of a table, as they stream from the database.

    `where` may name the columns of the table (as `f`) and of its page (as `p`); `more` is what follows, such as ORDER BY.
    """
    row = TABLES[table]
    for found in connection.execute(f"SELECT {selected(table)} FROM {_source(table)} WHERE {where} {more}", values):
        yield read_row(row, tuple(found))


def _source(table: str) -> str:
    return "pages p" if TABLES[table] is PageRow else f"{table} f JOIN pages p USING (page)"


def select_lines(connection: Connection, table: str, where: str = "1", values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
    """The lines of a table as it is exported, in the order of its pages: the values of `rows.line_columns`."""
    finding = TABLES[table] is not PageRow
    beside = [f'p."{name}"' for name in BESIDE] if finding else []
    order = "p.page, f.row" if finding else "p.page"
    query = f"SELECT {', '.join([selected(table), *beside])} FROM {_source(table)} WHERE {where} ORDER BY {order}"
    kept_otherwise = [(place, column) for place, column in enumerate(line_columns(table)) if column.type in (tuple, bool)]
    for found in connection.execute(query, values):
        line = list(found)
        for place, column in kept_otherwise:
            line[place] = _from_sql(column, line[place])
        yield tuple(line)


def some_lines(connection: Connection, table: str, after: int, most: int) -> tuple[list[tuple[Any, ...]], int | None]:
    """The lines of a table that the next pages have, behind the page `after`, and the last of these; None where none is left."""
    query = "SELECT max(page) FROM (SELECT page FROM pages WHERE page > ? ORDER BY page LIMIT ?)"
    (last,) = connection.execute(query, (after, most)).fetchone()
    lines = list(select_lines(connection, table, "p.page > ? AND p.page <= ?", (after, last))) if last else []
    return lines, last


def count_rows(connection: Connection, table: str) -> int:
    """How many rows a table of `rows.TABLES` has."""
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(count)


@cache
def selected(table: str) -> str:
    """The columns of a table in the order of its row, for SELECT; its page is `p`, the table itself `f`."""
    if TABLES[table] is PageRow:
        return ", ".join(f'p."{column.name}"' for column in columns(PageRow))
    return ", ".join(["p.capture", *(f'f."{column.name}"' for column in finding_columns(TABLES[table]))])


def read_row(row: type[Struct], values: Sequence[Any]) -> Struct:
    """The row of values that were selected by `selected`."""
    return row(**{column.name: _from_sql(column, value) for column, value in zip(_columns(row), values, strict=True)})


@cache
def _columns(row: type[Struct]) -> tuple[Column, ...]:
    return columns(row)


def _from_sql(column: Column, value: Any) -> Any:
    if value is None or column.type not in (tuple, bool):
        return value
    return bool(value) if column.type is bool else tuple(decode_json(value))
