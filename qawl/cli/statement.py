"""The command `statement`: one statement, and everywhere that it appears."""

from __future__ import annotations

import argparse

from qawl.cli.arguments import Commands, add_form, add_out, choose_look
from qawl.cli.library import add_library, on_library


def add_statement(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `statement` and its options."""
    command = commands.add_parser("statement", help="show a statement with all pages that report it, who was first, what differs")
    command.add_argument("statement", metavar="STATEMENT", help="its id, the beginning of one, or CAPTURE:ID")
    add_library(command)
    command.add_argument(
        "--format", choices=["table", "json", "jsonl"], default="table", help="form of the output (default: table)"
    )
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_statement))


def run_statement(args: argparse.Namespace) -> int:
    """Show a statement. Returns the exit status: 2 where there is none, which is told."""
    from qawl.library import Library
    from qawl.show.reported import show_reported
    from qawl.show.writing import open_output

    with Library(args.library) as library, open_output(args.out) as out:
        out.writelines(show_reported(library.reported(args.statement), choose_look(args)))
        out.flush()
    return 0
