"""The command `timeline`: two parties over time."""

from __future__ import annotations

import argparse

from qawl.cli.arguments import Commands, add_form, add_out, choose_look, iso_prefix
from qawl.cli.library import add_library, on_library


def add_timeline(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `timeline` and its options."""
    command = commands.add_parser("timeline", help="tell what two parties say of each other over time, the directions apart")
    command.add_argument("a", metavar="A", help="a person, body or country, by any name")
    command.add_argument("b", metavar="B", help="another one")
    command.add_argument("--since", type=iso_prefix, metavar="DAY", help="only from this day, month or year on")
    command.add_argument("--until", type=iso_prefix, metavar="DAY", help="only up to this day, month or year")
    add_library(command)
    command.add_argument(
        "--format", choices=["table", "json", "jsonl"], default="table", help="form of the output (default: table)"
    )
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_timeline))


def run_timeline(args: argparse.Namespace) -> int:
    """Show both directions. Returns the exit status: 0 something stands between them, 1 nothing does."""
    from qawl.library import Library
    from qawl.show.timeline import show_timeline
    from qawl.show.writing import open_output

    with Library(args.library) as library, open_output(args.out) as out:
        found = library.timeline(args.a, args.b, args.since, args.until)
        out.writelines(show_timeline(found, choose_look(args)))
        out.flush()
    return 0 if found.a_to_b or found.b_to_a or found.encounters else 1
