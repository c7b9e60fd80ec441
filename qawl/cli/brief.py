"""The command `brief`: what came since a day, for the desk."""

from __future__ import annotations

import argparse

from qawl.cli.arguments import Commands, add_form, add_out, choose_look, iso_time
from qawl.cli.library import add_library, on_library


def add_brief(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `brief` and its options."""
    command = commands.add_parser("brief", help="print what came since a day: statements, encounters, who stays away, what failed")
    command.add_argument(
        "--since", type=iso_time, required=True, metavar="DATE", help="from this day or time on (UTC, or with a zone)"
    )
    command.add_argument("--until", type=iso_time, metavar="DATE", help="up to this day or time")
    add_library(command)
    command.add_argument(
        "--format", choices=["html", "table", "json", "jsonl"], default="html", help="form of the output (default: html)"
    )
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_brief))


def run_brief(args: argparse.Namespace) -> int:
    """Print what came. Returns the exit status: 0, also where nothing did."""
    from qawl.library import Library
    from qawl.show.brief import show_brief
    from qawl.show.writing import open_output

    with Library(args.library) as library, open_output(args.out) as out:
        out.writelines(show_brief(library.brief(args.since, args.until), choose_look(args)))
        out.flush()
    return 0
