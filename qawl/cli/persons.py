"""The commands `join`, `split` and `names`: people say who is who."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from qawl.cli.arguments import Commands, add_form, add_out, choose_look, positive
from qawl.cli.library import add_library, on_library
from qawl.cli.messages import complain

if TYPE_CHECKING:  # loaded where it is used: `qawl --help` must not wait for it
    from qawl.library import Library

SOME_DO_NOT_FIT = 1


def add_join(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `join` and its options."""
    command = commands.add_parser("join", help="say that two names mean one person or body; without names, list who may be one")
    command.add_argument("names", nargs="*", metavar="NAME", help="two of them, each a name or an id as `qawl who` tells it")
    add_saying(command)
    command.add_argument("--limit", type=positive, default=20, metavar="N", help="most pairs of the list (default: %(default)s)")
    command.add_argument("--format", choices=["table", "jsonl"], default="table", help="form of the list (default: table)")
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_join))


def add_split(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `split` and its options."""
    command = commands.add_parser("split", help="say that pages mean somebody else by a name, or that two are not one")
    command.add_argument("name", metavar="NAME", help="a name, or an id as `qawl who` tells it")
    command.add_argument("pages", nargs="*", metavar="PAGE", help="pages that mean somebody else: id, address, or capture")
    command.add_argument("--from", dest="other", default="", metavar="NAME", help="who else it is not, in place of pages")
    add_saying(command)
    add_form(command)
    command.set_defaults(run=on_library(run_split))


def add_names(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `names` and its options."""
    command = commands.add_parser("names", help="take in a table of names of your own, list it, take names out of it")
    command.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="CSV: name,id and perhaps kind,country; - is standard input"
    )
    only = command.add_mutually_exclusive_group()
    only.add_argument("--remove", action="append", metavar="ID", help="take all names of an id out of the table")
    only.add_argument("--clear", action="store_true", help="take all names out of the table")
    add_library(command)
    command.add_argument("--format", choices=["table", "jsonl"], default="table", help="form of the list (default: table)")
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_names))


def add_saying(command: argparse.ArgumentParser) -> None:
    """Who says so, and why, and of which library."""
    command.add_argument("--who", default="", metavar="NAME", help="who decides")
    command.add_argument("--why", default="", metavar="TEXT", help="why")
    add_library(command)


def run_join(args: argparse.Namespace) -> int:
    """Join two, or list who may be one. Returns the exit status."""
    from qawl.library import Library, LibraryError
    from qawl.show.persons import show_proposed
    from qawl.show.writing import open_output

    if len(args.names) not in (0, 2):
        raise LibraryError("bad_value", "two names are joined; write one of several words in quotation marks")
    with Library(args.library) as library:
        if args.names:
            print_decided(library, library.join(*args.names, who=args.who, why=args.why).id, args)
            return 0
        with open_output(args.out) as out:
            out.writelines(show_proposed(library.proposed(args.limit), choose_look(args)))
            out.flush()
    return 0


def run_split(args: argparse.Namespace) -> int:
    """Split pages off from somebody, or two from one another. Returns the exit status."""
    from qawl.library import Library

    with Library(args.library) as library:
        decision = library.split(args.name, args.pages, other=args.other, who=args.who, why=args.why)
        print_decided(library, decision.id, args)
    return 0


def print_decided(library: Library, id: str, args: argparse.Namespace) -> None:
    """Tell what was decided, with the names of those whom it is about."""
    from qawl.show.decided import decision_line

    (decision,) = (one for one in library.decisions() if one.id == id)
    print(decision_line(decision, args.lang))


def run_names(args: argparse.Namespace) -> int:
    """Take names in or out, or list them. Returns the exit status."""
    from qawl.library import Library
    from qawl.show.persons import names_line, show_names
    from qawl.show.writing import open_output

    with Library(args.library) as library:
        if args.remove or args.clear:
            print(names_line(library.remove_names(None if args.clear else args.remove), "gone", args.lang))
            return 0
        if args.file:
            taken = library.take_names(sys.stdin.buffer.read() if str(args.file) == "-" else args.file.read_bytes())
            for line, reason in taken.wrong:
                complain(f"{args.file}:{line}: {reason}")
            print(names_line(taken, "new", args.lang))
            return SOME_DO_NOT_FIT if taken.wrong else 0
        with open_output(args.out) as out:
            out.writelines(show_names(library.own_names(), choose_look(args)))
            out.flush()
    return 0
