"""The command `check`: a quotation in hand, and what a library has of it."""

from __future__ import annotations

import argparse

from qawl.cli.arguments import Commands, add_form, add_out, choose_look, positive
from qawl.cli.library import add_library, on_library


def add_check(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `check` and its options."""
    command = commands.add_parser("check", help="find a quotation in a library: nearest statements, differences, first appearance")
    command.add_argument(
        "quotation", nargs="+", metavar="QUOTATION", help="the words to look for; - reads them from standard input"
    )
    add_library(command)
    command.add_argument("--limit", type=positive, default=5, metavar="N", help="most statements to show (default: %(default)s)")
    command.add_argument(
        "--format", choices=["table", "json", "jsonl"], default="table", help="form of the output (default: table)"
    )
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_check))


def run_check(args: argparse.Namespace) -> int:
    """Show the statements nearest to the quotation. Returns the exit status: 0 found, 1 not in this library."""
    import sys

    from qawl.library import Library
    from qawl.show.checked import show_checked
    from qawl.show.writing import open_output

    piped = args.quotation == ["-"]
    quotation = sys.stdin.buffer.read().decode("utf-8", "replace") if piped else " ".join(args.quotation)
    with Library(args.library) as library, open_output(args.out) as out:
        checked = library.check(quotation, args.limit)
        out.writelines(show_checked(checked, choose_look(args)))
        out.flush()
    return 0 if checked.nearest else 1
