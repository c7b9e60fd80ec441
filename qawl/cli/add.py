"""The commands `add` and `sources`: pages come into a library, and where they came from is told."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qawl.cli.arguments import Commands, add_form, add_inputs, add_out, add_workers, choose_look, holds_lines
from qawl.cli.library import add_library, on_library
from qawl.cli.messages import complain

if TYPE_CHECKING:  # loaded where they are used: `qawl --help` must not wait for them
    from qawl.fetch.trips import Trip
    from qawl.library import Library
    from qawl.library.adding import Added
    from qawl.library.arrivals import Arrival


def add_add(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `add` and its options."""
    command = commands.add_parser("add", help="read pages and keep them in a library, with what they say and its proof")
    add_inputs(command, at_least_one=False)
    add_library(command)
    command.add_argument("--retry", action="store_true", help="try again what could not be read; without FILE, all that failed")
    command.add_argument("--allow-private", action="store_true", help="fetch from machines of this network too")
    add_workers(command)
    add_form(command)
    command.set_defaults(run=on_library(run_add))


def add_sources(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `sources` and its options."""
    command = commands.add_parser("sources", help="list where the pages of a library came from, and what failed")
    add_library(command)
    command.add_argument("--failed", action="store_true", help="only what could not be read")
    command.add_argument("--format", choices=["table", "jsonl"], default="table", help="form of the output (default: table)")
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_sources))


def run_add(args: argparse.Namespace) -> int:
    """Add pages to a library, tell what could not be read, and end with how many came. Returns the exit status."""
    import sys

    from qawl.library import Library
    from qawl.pages.folders import files_of
    from qawl.show.added import summary
    from qawl.show.failures import reason_line
    from qawl.show.progress import open_bar
    from qawl.show.strings import say

    if not args.files and not args.retry:
        complain(say(args.lang, "no_sources"))
        return 2
    args.files = list(files_of(args.files))
    outcomes: Counter[str] = Counter()
    with (
        Library(args.library, create=not args.retry or bool(args.files)) as library,
        open_bar(sys.stderr.isatty(), pages_to_come(args) if sys.stderr.isatty() else None) as bar,
    ):
        for added in bar(add_all(library, args)):
            outcomes[added.outcome] += 1
            if added.code:
                complain(reason_line(added.source, added.code, added.message or "", args.lang))
    print(summary(outcomes, args.lang, str(args.library)))
    return 2 if not outcomes.keys() - {"failed"} and outcomes else int(bool(outcomes["failed"]))


def pages_to_come(args: argparse.Namespace) -> int | None:
    """How many pages the inputs hold, the lines of their files counted; None where that cannot be told."""
    if not args.files or "-" in args.files:
        return None
    return sum(lines_in(name) if holds_lines(name, args) else 1 for name in args.files)


def lines_in(path: str) -> int:
    """How many lines a file has, none where it cannot be opened."""
    try:
        with open(path, "rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 0


def add_all(library: Library, args: argparse.Namespace) -> Iterator[Added]:
    """What came of each page of the arguments, or of what had failed where none are given."""
    return library.add_arrivals(arrivals(library, args), workers=args.workers, retry=args.retry)


def arrivals(library: Library, args: argparse.Namespace) -> Iterator[Arrival]:
    """The pages of the arguments as they arrive: those of files first, then those of addresses."""
    if args.files:
        yield from come(args.files, args, args.published, args.outlet)
    else:
        for failed in list(library.failed()):
            given = failed.given
            yield from [failed] if failed.data is not None else come([failed.source], args, given.published, given.outlet)


def come(names: list[str], args: argparse.Namespace, published: str | None, outlet: str | None) -> Iterator[Arrival]:
    """The pages of files, of what lists or holds pages, and of addresses, in this order."""
    from qawl.fetch.kinds import from_address, from_file, is_address, kind_of_file
    from qawl.library.arrivals import arrivals_of
    from qawl.library.store import now
    from qawl.pages import open_pages

    trip = trip_of(args, published, outlet)
    files = [name for name in names if not is_address(name)]
    kinds = {name: None if args.kind else kind_of_file(name) for name in files}
    plain = [name for name in files if not kinds[name]]
    pages = open_pages(plain, kind=args.kind, published=published, outlet=outlet, max_bytes=args.max_bytes)
    yield from arrivals_of(pages, now(), published, outlet)
    for name, kind in kinds.items():
        yield from from_file(name, kind, trip) if kind else ()
    for name in names:
        yield from from_address(name, trip) if is_address(name) else ()


def trip_of(args: argparse.Namespace, published: str | None, outlet: str | None) -> Trip:
    """What the arguments say of all pages."""
    from qawl.fetch import Limits
    from qawl.fetch.trips import Trip

    limits = Limits(max_bytes=args.max_bytes)
    return Trip(form=args.kind, published=published, outlet=outlet, limits=limits, allow_private=args.allow_private, tell=complain)


def run_sources(args: argparse.Namespace) -> int:
    """List the sources of a library. Returns the exit status."""
    from qawl.library import Library
    from qawl.show.added import show_sources
    from qawl.show.writing import open_output

    look = choose_look(args)
    with Library(args.library) as library, open_output(args.out) as out:
        listed = (source for source in library.sources() if source.code or not args.failed)
        out.writelines(show_sources(listed, look))
        out.flush()
    return 0
