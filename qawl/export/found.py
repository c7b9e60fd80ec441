"""What a search found as a sheet: the lines of its statements as they are exported."""

from __future__ import annotations

from typing import Any, get_args

from msgspec.structs import astuple

from qawl.export.sheets import Sheet
from qawl.library import Library
from qawl.library.rows import BESIDE, Column, line_columns
from qawl.library.searching.answers import Answer, Found
from qawl.library.searching.search import How, Search

STATEMENTS = "statements"
HOW = Column(
    "how", str, False, get_args(How), "by what it answers the search: its word, another name of an office, a probable slip"
)
PAGES = Column("pages", int, False, (), "how many pages report the saying")


def sheet_of_answers(found: Found) -> Sheet:
    """The statements of an answer, in its order, with how each answers and how many pages report it."""
    return Sheet(STATEMENTS, (*line_columns(STATEMENTS), HOW, PAGES), map(_line, found.answers))


def _line(answer: Answer) -> tuple[Any, ...]:
    beside = (getattr(answer.document, "id" if name == "document" else name) for name in BESIDE)
    return (*astuple(answer.row), *beside, answer.how, answer.spread.pages if answer.spread else 1)


def sheet_of_search(library: Library, asked: Search) -> Sheet:
    """All that answers a search, whatever its limit, in the order in which it came into the library; the lines stream."""
    return Sheet(STATEMENTS, line_columns(STATEMENTS), library.search_lines(asked))
