"""A file of names as people make it in a spreadsheet: CSV with a head line `name,id[,kind,country]`, in UTF-8 or UTF-16."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from typing import NamedTuple, cast, get_args

from qawl.arabic.letters import fold_phrase
from qawl.library.across.naming.known import KnownKind
from qawl.library.across.own_names import OwnName
from qawl.library.errors import LibraryError

COLUMNS = ("name", "id", "kind", "country")
NEEDED = COLUMNS[:2]
SEPARATORS = ",;\t"
# What is longer is no name and no id.
LONGEST = 300
_COUNTRY = re.compile("[A-Z]{2}")


class Wrong(NamedTuple):
    """A line that was left out, counted from 1, and why."""

    line: int
    reason: str


def read_names(data: bytes) -> Iterator[OwnName | Wrong]:
    """The lines of a table, or what is wrong with one. Raises `LibraryError` (bad_value) where the file is no such table."""
    text = decoded(data)
    head = text.partition("\n")[0]
    separator = max(SEPARATORS, key=head.count)
    lines = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    try:
        columns = head_of(next(lines, []))
        for cells in lines:
            if any(cell.strip() for cell in cells):
                yield row_of(dict(zip(columns, map(str.strip, cells), strict=False)), lines.line_num, len(cells) - len(columns))
    except csv.Error as error:
        raise LibraryError(
            "bad_value", "line {line}: {error}; put quotation marks around what holds some", line=lines.line_num, error=error
        ) from error


def decoded(data: bytes) -> str:
    """The text of a file. Raises `LibraryError` where it is neither UTF-8 nor UTF-16 that says so."""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise LibraryError(
            "bad_value", "line {line}: this is not UTF-8; save the file as UTF-8 (in Excel: CSV UTF-8)", line=line
        ) from error


def head_of(cells: list[str]) -> list[str]:
    """The names of the columns. Raises `LibraryError` where they are not those of a table of names."""
    columns = [cell.strip().lower() for cell in cells]
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown or any(columns.count(column) != 1 for column in NEEDED) or len({*columns}) < len(columns):
        raise LibraryError(
            "bad_value", "line 1: the first line is name,id or name,id,kind,country; here it is {cells!r}", cells=",".join(cells)
        )
    return columns


def row_of(cells: dict[str, str], line: int, more: int) -> OwnName | Wrong:
    """A line of the table, or what is wrong with it."""
    name, id, kind, country = (cells.get(column) or None for column in COLUMNS)
    reasons = {
        "it has more cells than the first line": more > 0,
        "it has no name": not fold_phrase(name or ""),
        "it has no id": not id,
        "an id has no spaces": " " in (id or ""),
        f"name and id have {LONGEST} characters at most": max(len(name or ""), len(id or "")) > LONGEST,
        f"the kind is one of {', '.join(get_args(KnownKind))}, or empty: {kind!r}": kind and kind not in get_args(KnownKind),
        f"the country is its ISO 3166 code of two letters, such as JO, or empty: {country!r}": country
        and not _COUNTRY.fullmatch(country.upper()),
    }
    reason = next((reason for reason, is_so in reasons.items() if is_so), None)
    if reason or name is None or id is None:
        return Wrong(line, reason or "it is empty")
    return OwnName(name=name, id=id, kind=cast("KnownKind | None", kind), country=country and country.upper())
