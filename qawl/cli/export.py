"""The command `export`: the tables of a library, or all that a search finds, for other programs, with their codebook."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qawl.cli.arguments import Commands, add_language
from qawl.cli.library import add_library, on_library
from qawl.cli.messages import complain
from qawl.cli.search import NOTHING_FOUND, add_filters, add_words, asked_for, filters_of

if TYPE_CHECKING:  # loaded where they are used: `qawl --help` must not wait for them
    from qawl.export.sheets import Sheet
    from qawl.library import Library

STATEMENTS = "statements"
# The names of `qawl.library.rows.TABLES`, which a test holds.
TABLES = (
    STATEMENTS, "pages", "people", "organisations", "groups", "places", "events", "participants", "actions", "relations",
)  # fmt: skip
ALL = "all"


def add_export(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `export` and its options."""
    command = commands.add_parser("export", help="write a library, or what a search finds in it, as CSV, JSONL or Parquet")
    add_words(command)
    add_library(command)
    add_filters(command)
    command.add_argument("--table", choices=[*TABLES, ALL], default=STATEMENTS, help="which table (default: statements)")
    command.add_argument("--format", choices=["csv", "jsonl", "parquet"], default="csv", help="form of the output (default: csv)")
    command.add_argument(
        "--out", type=Path, metavar="FILE|DIR", help="write to FILE, which appears when all is written, or into the folder DIR"
    )
    command.add_argument(
        "--codebook", action="store_true", help="tell what the columns mean, beside FILE; without --out, that alone"
    )
    command.add_argument("--bom", action="store_true", help="begin CSV with a byte order mark, by which Excel knows UTF-8")
    command.add_argument(
        "--no-guard", dest="guard", action="store_false", help="leave text in CSV as it is, also what a spreadsheet would run"
    )
    add_language(command)
    command.set_defaults(run=on_library(run_export))


def run_export(args: argparse.Namespace) -> int:
    """Export tables or what a search finds, or tell what the columns mean. Returns the exit status: 1 where nothing is found."""
    from qawl.library import Library
    from qawl.show.strings import say

    if args.out is None and args.codebook:
        return print_codebook(args)
    if problem := what_is_missing(args):
        complain(say(args.lang, problem))
        return 2
    with Library(args.library) as library:
        found = [found_by_search(library, args)] if is_search(args) else [known(library, table) for table in tables_of(args)]
        with library.store.reading():
            write(found, args)
    return NOTHING_FOUND if is_search(args) and not found[0][1] else 0


def what_is_missing(args: argparse.Namespace) -> str | None:
    """The key of what is to be said where the arguments do not fit together."""
    if is_search(args) and args.table != STATEMENTS:
        return "search_is_of_statements"
    if args.out is None and args.table == ALL:
        return "needs_folder"
    return "needs_file" if args.out is None and args.format == "parquet" and sys.stdout.isatty() else None


def is_search(args: argparse.Namespace) -> bool:
    """Whether only some statements are wanted."""
    return bool(args.words) or any(filters_of(args).values())


def tables_of(args: argparse.Namespace) -> tuple[str, ...]:
    """The tables that are asked for."""
    return TABLES if args.table == ALL else (args.table,)


def print_codebook(args: argparse.Namespace) -> int:
    """The codebook alone, on standard output; it needs no library."""
    from qawl.export.codebook import codebook, codebook_markdown
    from qawl.show.writing import open_output

    with open_output(None) as out:
        out.write(codebook_markdown(codebook(tables_of(args))).encode())
        out.flush()
    return 0


# -- sheets, and how many lines they have


def known(library: Library, table: str) -> tuple[Sheet, int]:
    """A whole table."""
    from qawl.export.sheets import sheet_of

    return sheet_of(library, table), library.count(table)


def found_by_search(library: Library, args: argparse.Namespace) -> tuple[Sheet, int]:
    """All that a search finds."""
    from qawl.export.found import sheet_of_search

    asked = asked_for(args, limit=1, facets=())
    return sheet_of_search(library, asked), library.search(asked).total


def watched(sheet: Sheet, count: int) -> Sheet:
    """A sheet whose lines are counted on standard error as they pass."""
    from qawl.show.progress import open_bar

    def lines() -> Iterator[tuple[Any, ...]]:
        with open_bar(True, count) as bar:
            yield from bar(sheet.lines)

    return sheet._replace(lines=lines())


# -- files


def write(counted: list[tuple[Sheet, int]], args: argparse.Namespace) -> None:
    """The sheets as files of a folder, or the only one as a file or onto standard output."""
    from qawl.export.files import write_folder

    seen = args.out is not None and sys.stderr.isatty()
    sheets = [watched(sheet, count) if seen else sheet for sheet, count in counted]
    if args.table == ALL or (args.out is not None and args.out.is_dir()):
        write_folder(sheets, args.format, args.out, bom=args.bom, guard=args.guard)
    else:
        write_file(sheets[0], args)


def write_file(sheet: Sheet, args: argparse.Namespace) -> None:
    """One sheet into one file, or onto standard output."""
    from qawl.export.codebook import entries_of
    from qawl.export.files import write_codebook, write_sheet
    from qawl.show.writing import open_output

    with open_output(args.out) as out:
        write_sheet(sheet, args.format, out, bom=args.bom, guard=args.guard)
    if args.codebook:
        write_codebook(entries_of(sheet.name, sheet.columns), args.out.with_suffix(".codebook"))
