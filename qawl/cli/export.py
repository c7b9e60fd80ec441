"""The command `export`: the tables of a library for other programs, with their codebook."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qawl.cli.arguments import Commands
from qawl.cli.library import add_library, on_library
from qawl.cli.messages import complain

if TYPE_CHECKING:  # loaded where they are used: `qawl --help` must not wait for them
    from qawl.export.sheets import Sheet
    from qawl.library import Library

# The names of `qawl.library.rows.TABLES`, which a test holds.
TABLES = (
    "statements", "pages", "people", "organisations", "groups", "places", "events", "participants", "actions", "relations",
)  # fmt: skip
ALL = "all"


def add_export(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `export` and its options."""
    command = commands.add_parser("export", help="write the tables of a library as CSV, JSONL or Parquet, with their codebook")
    add_library(command)
    command.add_argument("--table", choices=[*TABLES, ALL], default="statements", help="which table (default: statements)")
    command.add_argument("--format", choices=["csv", "jsonl", "parquet"], default="csv", help="form of the output (default: csv)")
    command.add_argument(
        "--out", type=Path, metavar="FILE|DIR", help="write to FILE, which appears when all is written, or into the folder DIR"
    )
    command.add_argument(
        "--codebook", action="store_true", help="tell what the columns mean, beside FILE; without --out, that alone"
    )
    command.add_argument("--bom", action="store_true", help="begin CSV with a byte order mark, by which Excel knows UTF-8")
    command.add_argument(
        "--exact", action="store_true", help="leave text in CSV as it is, also what a spreadsheet takes for a formula"
    )
    command.add_argument("--lang", choices=["en", "ar"], default="en", help="language of messages (default: en)")
    command.set_defaults(run=on_library(run_export))


def run_export(args: argparse.Namespace) -> int:
    """Export tables of a library, or tell what their columns mean. Returns the exit status."""
    from qawl.show.strings import say

    if args.out is None and args.codebook:
        return print_codebook(args)
    folder = args.table == ALL or (args.out is not None and args.out.is_dir())
    if args.out is None and (folder or (args.format == "parquet" and sys.stdout.isatty())):
        complain(say(args.lang, "needs_folder" if folder else "needs_file"))
        return 2
    return export_folder(args) if folder else export_file(args)


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


def export_file(args: argparse.Namespace) -> int:
    """One table into one file, or onto standard output."""
    from qawl.export.codebook import entries_of
    from qawl.export.files import write_codebook, write_sheet
    from qawl.export.sheets import sheet_of
    from qawl.library import Library
    from qawl.show.writing import open_output

    with Library(args.library) as library, open_output(args.out) as out:
        sheet = sheet_of(library, args.table)
        write_sheet(watched(sheet, library, args), args.format, out, bom=args.bom, exact=args.exact)
    if args.codebook:
        write_codebook(entries_of(sheet.name, sheet.columns), args.out.with_suffix(".codebook"))
    return 0


def export_folder(args: argparse.Namespace) -> int:
    """Tables into a folder, all of one moment."""
    from qawl.export.files import write_folder
    from qawl.export.sheets import sheet_of
    from qawl.library import Library

    with Library(args.library) as library, library.store.reading():
        sheets = (watched(sheet_of(library, table), library, args) for table in tables_of(args))
        write_folder(sheets, args.format, args.out, bom=args.bom, exact=args.exact)
    return 0


def watched(sheet: Sheet, library: Library, args: argparse.Namespace) -> Sheet:
    """A sheet whose lines are counted on standard error as they pass, where somebody is there to see it."""
    from qawl.show.progress import open_bar

    wanted = args.out is not None and sys.stderr.isatty()

    def lines() -> Iterator[tuple[Any, ...]]:
        with open_bar(wanted, library.count(sheet.name)) as bar:
            yield from bar(sheet.lines)

    return sheet._replace(lines=lines())
