"""The command `watch`: feeds are polled for as long as it runs, and what they list comes into a library."""

from __future__ import annotations

import argparse
import re
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from qawl.cli.add import remark_line
from qawl.cli.arguments import MAX_BYTES, Commands, add_form, add_out, choose_look, positive
from qawl.cli.library import add_library, on_library
from qawl.cli.messages import complain

if TYPE_CHECKING:  # loaded where they are used: `qawl --help` must not wait for them
    from qawl.fetch.trips import Trip
    from qawl.fetch.watching import Polled
    from qawl.library import Library
    from qawl.library.adding import Added
    from qawl.show.strings import Lang

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 24 * 3600}
SHORTEST = 60


class Stopped(BaseException):
    """The user, or the system, wants the watching to end."""


class Stop:
    """Heeds the signals to stop: at once where nothing is lost, else as soon as what is being written stands."""

    def __init__(self) -> None:
        self.wanted = False
        self.may = False

    def heed(self, _: int, __: FrameType | None) -> None:
        """What a signal does."""
        self.wanted = True
        if self.may:
            raise Stopped

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Within, a signal breaks off; one that came before does so too. Raises `Stopped`."""
        self.may = True
        try:
            if self.wanted:
                raise Stopped
            yield
        finally:
            self.may = False


def add_watch(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `watch` and its options."""
    command = commands.add_parser("watch", help="poll feeds on a schedule, and keep the pages that they list")
    command.add_argument("addresses", nargs="*", metavar="ADDRESS", help="feeds and sitemaps to watch from now on")
    command.add_argument("--feeds", type=Path, metavar="FILE", help="the same from a file: an address a line, or OPML")
    add_library(command)
    command.add_argument("--every", type=duration, metavar="TIME", help="time between two polls, as 90s, 15m, 2h or 1d (15m)")
    command.add_argument("--outlet", metavar="NAME", help="who publishes the pages of these feeds")
    command.add_argument("--once", action="store_true", help="poll each feed once, fetch what is new, and end")
    only = command.add_mutually_exclusive_group()
    only.add_argument("--list", action="store_true", help="list the feeds that are watched, and how they stand")
    only.add_argument("--remove", action="append", metavar="ADDRESS", help="watch this feed no longer; its pages stay")
    command.add_argument(
        "--most", type=positive, default=1000, metavar="N", help="pages of one feed or sitemap to take (default: %(default)s)"
    )
    command.add_argument(
        "--max-bytes", type=positive, default=MAX_BYTES, metavar="N", help="largest page to read (default: %(default)s)"
    )
    command.add_argument("--allow-private", action="store_true", help="fetch from machines of this network too")
    command.add_argument("--format", choices=["table", "jsonl"], default="table", help="form of --list (default: table)")
    add_out(command)
    add_form(command)
    command.set_defaults(run=on_library(run_watch))


def duration(text: str) -> int:
    """A time as `90s`, `15m`, `2h` or `1d`, in seconds; a minute at least."""
    match = re.fullmatch(r"([0-9]{1,6})([smhd])", text)
    seconds = int(match[1]) * UNITS[match[2]] if match else 0
    if seconds < SHORTEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no time of a minute or more; write it as 90s, 15m, 2h or 1d")
    return seconds


def run_watch(args: argparse.Namespace) -> int:
    """Take up the feeds that are given, then watch, list or remove. Returns the exit status."""
    from qawl.fetch.fetched import NotFetched
    from qawl.library import Library
    from qawl.show.messages import told_or_kept
    from qawl.show.strings import say

    try:
        addresses = list(feeds_given(args))
    except (NotFetched, ValueError) as error:
        complain(told_or_kept(error.message if isinstance(error, NotFetched) else str(error), args.lang))
        return 2
    with Library(args.library, create=bool(addresses)) as library:
        library.watch(addresses, every=args.every, outlet=args.outlet)
        for address in args.remove or ():
            library.unwatch(address)
        if args.list:
            return list_feeds(library, args)
        if args.remove:
            return 0
        if not library.feeds():
            complain(say(args.lang, "no_feeds"))
            return 2
        return watch(library, args)


def feeds_given(args: argparse.Namespace) -> Iterator[str]:
    """The addresses of the arguments and of `--feeds`. Raises `NotFetched` for what is none, `OSError`."""
    from qawl.fetch.addresses import read_address
    from qawl.fetch.subscriptions import addresses_in

    named = addresses_in(args.feeds.read_bytes()) if args.feeds else []
    yield from (str(read_address(address)) for address in [*args.addresses, *named])


def list_feeds(library: Library, args: argparse.Namespace) -> int:
    """List the feeds that are watched. Returns the exit status."""
    from qawl.show.watched import show_feeds
    from qawl.show.writing import open_output

    with open_output(args.out) as out:
        out.writelines(show_feeds(library.feeds(), choose_look(args)))
    return 0


def watch(library: Library, args: argparse.Namespace) -> int:
    """Watch until a signal comes, or all is done that was to be done once. Returns the exit status."""
    from qawl.fetch.watching import Watch
    from qawl.library.watched import only_watcher
    from qawl.show.added import summary
    from qawl.show.strings import say

    stop, outcomes = Stop(), Counter[str]()
    with only_watcher(library.store), heeded(stop):
        try:
            for event in Watch(library, trip_of(args), interruptible=stop.interruptible).run(args.once):
                note(event, outcomes, args.lang)
        except Stopped:
            print(say(args.lang, "watch_stopped"))
        library.bring_up_index()
    print(summary(outcomes, args.lang, str(args.library)), flush=True)
    return int(bool(outcomes["failed"] or outcomes["feed_failed"])) if args.once else 0


@contextmanager
def heeded(stop: Stop) -> Iterator[None]:
    """SIGINT and SIGTERM tell to stop; afterwards they do what they did before."""
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(one, stop.heed) for one in signals]
    try:
        yield
    finally:
        for one, old in zip(signals, before, strict=True):
            signal.signal(one, old)


def trip_of(args: argparse.Namespace) -> Trip:
    """What the arguments say of all pages."""
    from qawl.fetch import Limits
    from qawl.fetch.trips import Trip

    return Trip(
        limits=Limits(max_bytes=args.max_bytes),
        most=args.most,
        allow_private=args.allow_private,
        tell=lambda remark: complain(remark_line(remark, args.lang)),
    )


def note(event: Polled | Added, outcomes: Counter[str], lang: Lang) -> None:
    """Count what came of a feed or page, and tell it where it is worth a line."""
    from qawl.library.adding import Added
    from qawl.show.failures import reason_line
    from qawl.show.watched import polled_line

    if isinstance(event, Added):
        outcomes[event.outcome] += 1
    elif event.outcome == "failed":
        outcomes["feed_failed"] += 1
    if event.code:
        name = event.source if isinstance(event, Added) else event.address
        complain(reason_line(name, event.code, event.message or "", lang))
    if not isinstance(event, Added) and (line := polled_line(event, lang)):
        print(line, flush=True)
