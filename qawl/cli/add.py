"""The commands `add` and `sources`: pages come into a library, and where they came from is told."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qawl.cli.arguments import Commands, add_form, add_inputs, add_out, add_workers, choose_look, page_count
from qawl.cli.library import add_library, on_library
from qawl.cli.messages import complain, failure_message

if TYPE_CHECKING:  # loaded where they are used: `qawl --help` must not wait for them
    from qawl.library import Library
    from qawl.library.adding import Added
    from qawl.library.arrivals import Arrival


def add_add(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `add` and its options."""
    command = commands.add_parser("add", help="read pages and keep them in a library, with what they say and its proof")
    add_inputs(command, at_least_one=False)
    add_library(command)
    command.add_argument("--retry", action="store_true", help="try again what could not be read; without FILE, all that failed")
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
    from qawl.show.progress import open_bar
    from qawl.show.strings import say

    if not args.files and not args.retry:
        complain(say(args.lang, "no_sources"))
        return 2
    args.files = list(files_of(args.files))
    outcomes: Counter[str] = Counter()
    with (
        Library(args.library, create=not args.retry or bool(args.files)) as library,
        open_bar(sys.stderr.isatty(), page_count(args) if args.files else None) as bar,
    ):
        for added in bar(add_all(library, args)):
            outcomes[added.outcome] += 1
            if added.failure:
                complain(failure_message(added.failure, args.lang))
    print(summary(outcomes, args.lang, str(args.library)))
    return 2 if not outcomes.keys() - {"failed"} and outcomes else int(bool(outcomes["failed"]))


def add_all(library: Library, args: argparse.Namespace) -> Iterator[Added]:
    """What came of each page of the arguments, or of what had failed where none are given."""
    return library.add_arrivals(arrivals(library, args), workers=args.workers, retry=args.retry)


def arrivals(library: Library, args: argparse.Namespace) -> Iterator[Arrival]:
    """The pages of the arguments as they arrive."""
    from qawl.library.arrivals import arrivals_of
    from qawl.library.store import now
    from qawl.pages import open_pages

    if args.files:
        pages = open_pages(args.files, kind=args.kind, published=args.published, outlet=args.outlet, max_bytes=args.max_bytes)
        yield from arrivals_of(pages, now(), args.published, args.outlet)
        return
    for failed in list(library.failed()):
        if failed.data is None:
            given = failed.given
            pages = open_pages([failed.source], published=given.published, outlet=given.outlet, max_bytes=args.max_bytes)
            yield from arrivals_of(pages, now(), given.published, given.outlet)
        else:
            yield failed


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
