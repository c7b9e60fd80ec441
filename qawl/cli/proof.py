"""The command `verify`: is what was kept still as it came?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from qawl.cli.arguments import Commands, add_form, add_out, add_workers
from qawl.cli.library import add_library, on_library

if TYPE_CHECKING:  # loaded where it is used: `qawl --help` must not wait for it
    from qawl.library.proof import Checked


def add_verify(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `verify` and its options."""
    command = commands.add_parser("verify", help="check that a library is as it was written, to the byte")
    add_library(command)
    command.add_argument("--format", choices=["table", "jsonl"], default="table", help="form of the output (default: table)")
    add_out(command)
    add_workers(command)
    add_form(command)
    command.set_defaults(run=on_library(run_verify))


def run_verify(args: argparse.Namespace) -> int:
    """Check a library. Returns the exit status: 0 where it is whole, 1 where something is damaged."""
    return tell(args, str(args.library), checked_library(args))


def checked_library(args: argparse.Namespace) -> Iterable[Checked]:
    """What was found in the library, stretch by stretch."""
    from qawl.library import Library, LibraryError
    from qawl.library.proof import damaged
    from qawl.show.progress import open_bar

    try:
        with Library(args.library) as library, open_bar(sys.stderr.isatty(), None) as bar:
            yield from bar(library.verify(workers=args.workers))
    except LibraryError as error:
        if error.code != "damaged":
            raise
        yield damaged("database", None, error.message)


def tell(args: argparse.Namespace, what: str, found: Iterable[Checked]) -> int:
    """Write each damage as it is found, and in the end what was checked. Returns the exit status."""
    from qawl.library.proof import Checked
    from qawl.show.proved import damage_json, damage_line, verdict
    from qawl.show.writing import open_output

    total = Checked()
    with open_output(args.out) as out:
        for checked in found:
            for damage in checked.damages:
                line = damage_json(damage) if args.format == "jsonl" else f"{damage_line(damage, args.lang)}\n".encode()
                out.write(line)
            total += checked
        if args.format == "table":
            out.write(f"{verdict(total, args.lang, what)}\n".encode())
        out.flush()
    return int(bool(total.damages))
