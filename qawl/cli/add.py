"""The commands `add` and `sources`: pages come into a library, and where they came from is told."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from qawl.cli.arguments import Commands, add_form, add_inputs, add_out, add_workers, choose_look, holds_lines, positive
from qawl.cli.library import add_library, on_library
from qawl.cli.messages import complain

if TYPE_CHECKING:  # loaded where they are used: `qawl --help` must not wait for them
    from qawl.fetch.trips import Remark, Trip
    from qawl.library import Library
    from qawl.library.adding import Added
    from qawl.show.strings import Lang


def add_add(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `add` and its options."""
    command = commands.add_parser("add", help="read pages and keep them in a library, with what they say and its proof")
    add_inputs(command, at_least_one=False)
    add_library(command)
    command.add_argument("--retry", action="store_true", help="try again what could not be read; without FILE, all that failed")
    command.add_argument(
        "--most", type=positive, default=1000, metavar="N", help="pages of one feed or sitemap to take (default: %(default)s)"
    )
    add_workers(command)
    add_form(command)
    command.set_defaults(run=on_library(run_add))


def add_sources(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `sources` and its options."""
    command = commands.add_parser("sources", help="list the outlets of a library, or all that pages came from, and what failed")
    add_library(command)
    command.add_argument("--each", action="store_true", help="each file, line and address instead of the outlets")
    command.add_argument("--failed", action="store_true", help="each of them that could not be read")
    command.add_argument("--note", nargs=2, metavar=("OUTLET", "TEXT"), help="note something of an outlet, such as who owns it")
    command.add_argument("--who", metavar="NAME", help="who notes it")
    command.add_argument("--format", choices=["table", "jsonl"], default="table", help="form of the output (default: table)")
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_sources))


def run_add(args: argparse.Namespace) -> int:
    """Add pages to a library, tell what could not be read, and end with how many came. Returns the exit status."""
    import sys

    from qawl.library import Library
    from qawl.pages.folders import files_of
    from qawl.show.added import passed_over, summary
    from qawl.show.failures import reason_line
    from qawl.show.progress import open_bar
    from qawl.show.strings import say

    if not args.files and not args.retry:
        complain(say(args.lang, "no_sources"))
        return 2
    args.files = list(files_of(args.files))
    outcomes: Counter[str] = Counter()
    aside: Counter[str] = Counter()

    def note(added: Added) -> None:
        if added.outcome == "passed_over":
            aside[added.code or ""] += 1
            return
        outcomes[added.outcome] += 1
        if added.code:
            complain(reason_line(added.source, added.code, added.message or "", args.lang))

    with (
        Library(args.library, create=not args.retry or bool(args.files)) as library,
        open_bar(sys.stderr.isatty(), pages_to_come(args) if sys.stderr.isatty() else None) as bar,
    ):
        trip = trip_of(args, library, note, aside)
        for added in bar(add_all(library, args, trip)):
            note(added)
    print(summary(outcomes, args.lang, str(args.library)))
    if aside:
        print(passed_over(aside, args.lang))
    return 2 if not outcomes.keys() - {"failed"} and outcomes else int(bool(outcomes["failed"]))


def pages_to_come(args: argparse.Namespace) -> int | None:
    """How many pages the inputs hold, the lines of their files counted; None where that cannot be told."""
    from qawl.fetch.kinds import kind_of_file
    from qawl.pages.folders import is_address

    if not args.files or any(name == "-" or is_address(name) or kind_of_file(name) for name in args.files):
        return None
    return sum(lines_in(name) if holds_lines(name, args) else 1 for name in args.files)


def lines_in(path: str) -> int:
    """How many lines a file has, none where it cannot be opened."""
    try:
        with open(path, "rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 0


def add_all(library: Library, args: argparse.Namespace, trip: Trip) -> Iterator[Added]:
    """What came of each page of the arguments, or of what had failed where none are given."""
    from qawl.fetch.coming import come, come_again

    arrivals = come(args.files, trip, args.kind) if args.files else come_again(library.failed(), trip, args.kind)
    return library.add_arrivals(arrivals, workers=args.workers, retry=args.retry)


def trip_of(args: argparse.Namespace, library: Library, came: Callable[[Added], object], aside: Counter[str]) -> Trip:
    """What the arguments say of all pages, and what the library knows of them."""
    from qawl.fetch import Limits
    from qawl.fetch.coming import trip_to

    return trip_to(
        library,
        again=args.retry,
        form=args.kind,
        published=args.published,
        outlet=args.outlet,
        limits=Limits(max_bytes=args.max_bytes),
        most=args.most,
        allow_private=args.allow_private,
        tell=lambda remark: complain(remark_line(remark, args.lang)),
        came=came,
        aside=aside,
    )


def remark_line(remark: Remark, lang: Lang) -> str:
    """What is to be said of an input that lists pages, in one line."""
    from qawl.show.messages import told_or_kept
    from qawl.show.strings import say

    number = f": {remark.number}" if remark.number else ""
    detail = f" ({told_or_kept(remark.detail, lang)})" if remark.detail else ""
    return f"{remark.source}: {say(lang, f'remark.{remark.what}')}{number}{detail}"


def run_sources(args: argparse.Namespace) -> int:
    """List the outlets or the sources of a library, or note something of an outlet. Returns the exit status."""
    from qawl.library import Library
    from qawl.show.strings import say
    from qawl.show.writing import open_output

    if args.note and not args.who:
        complain(say(args.lang, "no_who"))
        return 2
    with Library(args.library) as library:
        if args.note:
            library.note_outlet(*args.note, who=args.who)
            return 0
        with open_output(args.out) as out:
            out.writelines(source_lines(library, args))
            out.flush()
    return 0


def source_lines(library: Library, args: argparse.Namespace) -> Iterator[bytes]:
    """The outlets of a library, or each source where that is wanted."""
    from qawl.show.added import show_sources
    from qawl.show.outlets import show_outlets

    if not args.each and not args.failed:
        return show_outlets(library.outlets(), choose_look(args))
    return show_sources((source for source in library.sources() if source.code or not args.failed), choose_look(args))
