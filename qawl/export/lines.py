"""JSONL: an object on each line."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.export.sheets import Sheet
from qawl.model import encode


def json_lines(sheet: Sheet) -> Iterator[bytes]:
    """A sheet as JSONL: each line has every column, null where there is no value; a list is an array."""
    names = [column.name for column in sheet.columns]
    for values in sheet.lines:
        yield encode(dict(zip(names, values, strict=True))) + b"\n"
