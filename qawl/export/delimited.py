"""CSV: every text in quotation marks, numbers and truths bare, nothing between the commas where a value is null.

A text that a spreadsheet would take for a formula gets an apostrophe in front, which `unguarded` takes away again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from qawl.export.sheets import Sheet
from qawl.model import encode

BOM = b"\xef\xbb\xbf"
# What spreadsheets begin a formula with, also in full width and behind blanks. Behind apostrophes too: so one more in front is
# undone by one less, whatever the text was.
FORMULA = re.compile(r"['\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]")

Cell = Callable[[Any], str]


def csv_lines(sheet: Sheet, *, bom: bool = False, guard: bool = True) -> Iterator[bytes]:
    r"""A sheet as CSV in UTF-8, a line at a time with ``\n`` at its end, the names of the columns first.

    `bom` puts a byte order mark in front, for Excel; without `guard` what looks like a formula stays as it is. Lists are JSON.
    """
    quote = _guarded if guard else quoted
    cells = [_cell(column.type, quote) for column in sheet.columns]
    yield (BOM if bom else b"") + _line(quoted(column.name) for column in sheet.columns)
    for values in sheet.lines:
        yield _line("" if value is None else cell(value) for cell, value in zip(cells, values, strict=True))


def _line(cells: Iterator[str]) -> bytes:
    return (",".join(cells) + "\n").encode()


def _cell(kind: type, quote: Cell) -> Cell:
    """How the values of a column are written."""
    if kind is tuple:
        return lambda value: quoted(encode(value).decode())
    if kind is bool:
        return lambda value: "true" if value else "false"
    return str if kind is int else quote


def quoted(text: str) -> str:
    """A text as a cell, which no line end, blank or comma within can break."""
    return '"' + text.replace('"', '""') + '"'


def _guarded(text: str) -> str:
    return quoted(guarded(text))


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text[:1] == "'" and FORMULA.match(text) else text
