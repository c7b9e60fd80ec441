"""The command `who`: what a library has of a name."""

from __future__ import annotations

import argparse

from qawl.cli.arguments import Commands, add_form, add_out, choose_look, iso_prefix, positive
from qawl.cli.library import add_library, on_library


def add_who(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `who` and its options."""
    command = commands.add_parser("who", help="tell what a library has of a person or body: roles, words, encounters, relations")
    command.add_argument(
        "name",
        nargs="+",
        metavar="NAME",
        help="a name in any spelling, or the id of an identity; a part of a name lists who has it",
    )
    command.add_argument("--on", type=iso_prefix, metavar="DATE", help="only the roles of this day, month or year")
    add_library(command)
    command.add_argument("--limit", type=positive, default=20, metavar="N", help="most entries of a list (default: %(default)s)")
    command.add_argument(
        "--format", choices=["table", "json", "jsonl"], default="table", help="form of the output (default: table)"
    )
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_who))


def run_who(args: argparse.Namespace) -> int:
    """Show what there is of a name. Returns the exit status: 0 something, 1 no page names it."""
    from qawl.library import Library
    from qawl.library.asking.naming import Meant
    from qawl.show.who import show_who
    from qawl.show.writing import open_output

    with Library(args.library) as library, open_output(args.out) as out:
        found = library.who(" ".join(args.name), args.limit, args.on)
        out.writelines(show_who(found, choose_look(args)))
        out.flush()
    return 1 if isinstance(found, Meant) and not found.others else 0
