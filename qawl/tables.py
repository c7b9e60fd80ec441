"""Read a table of language knowledge, and check it.

A table is UTF-8 with `#` comment lines, a header row and tab separated cells. Cells that hold several values part them with `|`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

Row = dict[str, str]


class BadTable(ValueError):
    """A table that breaks its own rules; the message names file, line and fault."""


def data_path(name: str) -> Path:
    """Where the bundled table `name` lies."""
    return Path(__file__).parent / "arabic" / "data" / name


def table_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every line that is no comment and not empty, the header first."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line and line[0] != "#" and not line.isspace():
            yield number, line.split("\t")


def read_table(path: Path) -> list[Row]:
    """The rows of a table as dictionaries. Raises `BadTable` where a row has not as many cells as the header."""
    lines = table_lines(path)
    _, header = next(lines)
    rows, columns = [], len(header)
    for number, cells in lines:
        if len(cells) != columns:
            raise BadTable(f"{path.name}:{number}: {len(cells)} cells under a header of {columns}")
        rows.append(dict(zip(header, cells)))  # noqa: B905
    return rows


@cache
def table(name: str) -> list[Row]:
    """The rows of the bundled table `name`, read once, for several rooms ask for it; whoever changes a row makes a copy."""
    return read_table(data_path(name))


def several(cell: str) -> list[str]:
    """The values of a cell that may hold several: `a|b` -> `["a", "b"]`."""
    return [value for value in cell.split("|") if value]
