"""A sheet: a table on its way out, its columns and its lines, which come one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from qawl.library import Library
from qawl.library.rows import Column, line_columns


class Sheet(NamedTuple):
    """A table on its way out: a line has a value for each column, in order; str, int, bool, a tuple of str, or None."""

    name: str
    columns: tuple[Column, ...]
    lines: Iterable[tuple[Any, ...]]


def sheet_of(library: Library, table: str) -> Sheet:
    """A table of a library, with what is known of the page beside each finding; in the order of the pages."""
    return Sheet(table, line_columns(table), library.lines(table))
