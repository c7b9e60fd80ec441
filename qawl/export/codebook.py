"""The codebook: what each column of each table means, made of the types that the tables themselves are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import astuple

from qawl.export.sheets import Sheet
from qawl.library.rows import COLUMNS_VERSION, TABLES, Column, columns, line_columns
from qawl.model import EXTRACTOR, encode

ColumnType = Literal["text", "integer", "boolean", "list"]
TYPES: dict[type, ColumnType] = {str: "text", int: "integer", bool: "boolean", tuple: "list"}
INTRODUCTION = f"""\
# Codebook

The columns of the tables (`{COLUMNS_VERSION}`), as {EXTRACTOR} exports them.

- An `integer` is whole and has 64 bits. A `list` holds texts: an array in Parquet and JSONL, a JSON array in a cell of CSV. It may
  be empty and is never null.
- In CSV a null is a cell with nothing in it, not even quotation marks; a `boolean` is `true` or `false`. A text that a spreadsheet
  would take for a formula (it begins with `=`, `+`, `-` or `@`) has an apostrophe in front, unless `--no-guard` was given.
- Offsets count Unicode code points of the text of the page, from 0, half open.
- A date is an ISO prefix or interval, as exact as its source: `2010-02-02`, `2010-02`, `2010`, `2010-02-09/2010-02-11`, and
  `--02-02` where the year is not known. That is why it is a text and not a day.
- `capture` and `id` together are the key of a finding; `capture` and `event` are the key of the encounter of a participant.
"""


class Entry(Struct, frozen=True, kw_only=True):
    """What a column means."""

    table: Annotated[str, Meta(description="the table")]
    column: Annotated[str, Meta(description="the column")]
    type: Annotated[ColumnType, Meta(description="text, integer, boolean, or a list of texts")]
    nullable: Annotated[bool, Meta(description="whether a value can be missing")]
    values: Annotated[tuple[str, ...], Meta(description="all values that there can be; empty where the list is open")]
    description: Annotated[str, Meta(description="what it means")]


def codebook(tables: Iterable[str] = TABLES) -> tuple[Entry, ...]:
    """An entry for each column of tables of a library, as they are exported."""
    return tuple(entry for table in tables for entry in entries_of(table, line_columns(table)))


def entries_of(table: str, columns: tuple[Column, ...]) -> Iterator[Entry]:
    """An entry for each of these columns."""
    for column in columns:
        yield Entry(
            table=table,
            column=column.name,
            type=TYPES[column.type],
            nullable=column.nullable,
            values=column.values,
            description=column.description,
        )


def codebook_sheet(entries: Iterable[Entry]) -> Sheet:
    """A codebook as a sheet, to be written as CSV or JSONL."""
    return Sheet("codebook", columns(Entry), map(astuple, entries))


def codebook_json(entries: Iterable[Entry]) -> bytes:
    """A codebook as JSON: ``{"columns", "program", "tables": {name: [{"column", "type", …}]}}``."""
    tables = {table: [_without_table(entry) for entry in group] for table, group in _by_table(entries)}
    return msgspec.json.format(encode({"columns": COLUMNS_VERSION, "program": EXTRACTOR, "tables": tables}), indent=1) + b"\n"


def codebook_markdown(entries: Iterable[Entry]) -> str:
    """A codebook as a page of Markdown, a section for each table."""
    return INTRODUCTION + "".join(_section(table, group) for table, group in _by_table(entries))


def _by_table(entries: Iterable[Entry]) -> Iterator[tuple[str, Iterator[Entry]]]:
    return groupby(entries, lambda entry: entry.table)


def _without_table(entry: Entry) -> dict[str, object]:
    return {name: value for name, value in msgspec.structs.asdict(entry).items() if name != "table"}


def _section(table: str, entries: Iterable[Entry]) -> str:
    about = (TABLES[table].__doc__ or "").strip() if table in TABLES else ""
    head = f"\n## `{table}`\n\n{about}\n\n| column | type | null | values | meaning |\n|---|---|---|---|---|\n"
    return head + "".join(_row(entry) for entry in entries)


def _row(entry: Entry) -> str:
    null = "can be null" if entry.nullable else ""
    values = ", ".join(f"`{value}`" for value in entry.values)
    return f"| `{entry.column}` | {entry.type} | {null} | {values} | {entry.description.replace('|', chr(92) + '|')} |\n"
