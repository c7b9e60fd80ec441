"""Parquet: typed columns with real nulls, the codebook within, written in groups of rows so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from qawl.export.codebook import codebook_json, entries_of
from qawl.export.sheets import Sheet
from qawl.library.rows import COLUMNS_VERSION, Column
from qawl.model import EXTRACTOR

if TYPE_CHECKING:  # loaded where it is used: nothing else must wait for it
    import pyarrow

GROUP = 16_384  # rows that are held in memory and written together


def write_parquet(sheet: Sheet, out: IO[bytes]) -> None:
    """Write a sheet as Parquet; `out` need not be seekable."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    schema = arrow_schema(sheet)
    with ParquetWriter(out, schema, compression="zstd") as writer:
        for group in _groups(sheet.lines):
            values = zip(*group, strict=True)
            arrays = [pyarrow.array(column, field.type) for column, field in zip(values, schema, strict=True)]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))


def arrow_schema(sheet: Sheet) -> pyarrow.Schema:
    """The types of a sheet, with the descriptions of its columns, and its codebook as the metadata `qawl.codebook`."""
    import pyarrow

    about = {
        "qawl.columns": COLUMNS_VERSION,
        "qawl.program": EXTRACTOR,
        "qawl.table": sheet.name,
        "qawl.codebook": codebook_json(entries_of(sheet.name, sheet.columns)),
    }
    return pyarrow.schema([_field(column) for column in sheet.columns], metadata=about)


def _field(column: Column) -> pyarrow.Field:
    import pyarrow

    types = {
        str: pyarrow.string(),
        int: pyarrow.int64(),
        bool: pyarrow.bool_(),
        tuple: pyarrow.list_(pyarrow.field("element", pyarrow.string(), nullable=False)),
    }
    return pyarrow.field(column.name, types[column.type], column.nullable, {"description": column.description})


def _groups(lines: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    left = iter(lines)
    while group := list(islice(left, GROUP)):
        yield group
