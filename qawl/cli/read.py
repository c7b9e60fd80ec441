"""The commands `read` and `explain`: pages in, what they say out."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from qawl.cli.arguments import Commands, add_inputs, add_output, choose_look, page_count, wants_bar
from qawl.cli.messages import Shown, Tally, complain
from qawl.model import Failure, Page, Record, failure

if TYPE_CHECKING:  # loaded where it is used: `qawl --help` must not wait for it
    from qawl.show.look import Look

Numbered = tuple[int, Page]
T = TypeVar("T")


def add_read(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `read` and its options."""
    command = commands.add_parser("read", help="read pages and show who said what, and what else they tell")
    add_inputs(command)
    command.add_argument(
        "--format", choices=["table", "json", "jsonl", "html"], default="table", help="form of the output (default: table)"
    )
    add_output(command)
    command.set_defaults(run=run_read)


def add_explain(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `explain`: the options of `read` but for the format."""
    command = commands.add_parser("explain", help="show why each finding was made: its rule and what the rule saw")
    add_inputs(command)
    add_output(command)
    command.set_defaults(run=run_read, format="explain")


def run_read(args: argparse.Namespace) -> int:
    """Read the pages, show each as it comes, and say which could not be read."""
    from qawl.engine import WorkerError
    from qawl.show.outputs import join
    from qawl.show.progress import open_bar
    from qawl.show.writing import open_output

    look = choose_look(args)
    tally = Tally(args.lang)
    try:
        with open_output(args.out) as out, open_bar(wants_bar(args), page_count(args)) as bar:
            for piece in join(tally.count(bar(shown_pages(args, look))), look):
                out.write(piece)
                out.flush()  # whoever reads along gets each page when it is read
    except WorkerError as error:
        complain(str(error))
        return 2
    return tally.status()


def shown_pages(args: argparse.Namespace, look: Look) -> Iterator[Shown]:
    """Every page of the arguments as it is shown, in order."""
    return map_pages(partial(read_and_show, look=look), partial(show_crash, look=look), args, look)


def map_pages(job: Callable[[Numbered], T], on_crash: Callable[[Numbered], T], args: argparse.Namespace, look: Look) -> Iterator[T]:
    """What a job makes of every page of the arguments, in order, in as many processes as wanted."""
    from qawl.engine import map_in_order

    aside: Counter[str] = Counter()
    pages = pages_of(args, aside)
    yield from map_in_order(
        job,
        enumerate(pages, 1),
        args.workers,
        weight=page_weight,
        on_crash=on_crash,
        initializer=partial(warm_up, look),
        preload=("qawl.cli.read", "qawl.engine.many", "qawl.show.outputs"),
    )
    if aside:
        tell_aside(aside, args)


def pages_of(args: argparse.Namespace, aside: Counter[str]) -> Iterator[Page]:
    """The pages of files, of folders and of addresses, in the order in which they are given."""
    from qawl.pages import open_pages
    from qawl.pages.folders import files_of, is_address

    known = {"kind": args.kind, "published": args.published, "outlet": args.outlet, "max_bytes": args.max_bytes}
    for fetched, names in groupby(files_of(args.files), is_address):
        paths = list(names)
        yield from fetched_pages(paths, args, aside) if fetched else open_pages(paths, aside=aside, **known)


def fetched_pages(addresses: list[str], args: argparse.Namespace, aside: Counter[str]) -> Iterator[Page]:
    """The pages at addresses, and those that a feed or sitemap there lists; what does not come is a page with its failure."""
    from qawl.fetch import Limits
    from qawl.fetch.coming import come
    from qawl.fetch.trips import Trip

    trip = Trip(
        form=args.kind,
        published=args.published,
        outlet=args.outlet,
        limits=Limits(max_bytes=args.max_bytes),
        allow_private=args.allow_private,
        aside=aside,
    )
    for arrival in come(addresses, trip, args.kind):
        lost = failure(arrival.page.id, arrival.page.url, "missing", arrival.message or "") if arrival.code else None
        yield replace(arrival.page, failure=arrival.page.failure or lost)


def tell_aside(aside: Counter[str], args: argparse.Namespace) -> None:
    """Say what archives have beside pages that were read."""
    from qawl.show.added import passed_over

    complain(passed_over(aside, args.lang))


def read_and_show(numbered: Numbered, look: Look) -> Shown:
    """Read one page and show what came of it; this is what runs in the workers."""
    from qawl.engine.many import read_safely

    number, page = numbered
    return show_result(read_safely(page), number, look)


def show_crash(numbered: Numbered, look: Look) -> Shown:
    """What stands in the place of a page that killed its worker twice."""
    from qawl.engine.many import crashed

    number, page = numbered
    return show_result(crashed(page), number, look)


def show_result(result: Record | Failure, number: int, look: Look) -> Shown:
    """What came of one page, in the wanted format; the failure beside it where it could not be read."""
    from qawl.show.outputs import show

    return Shown(show(result, number, look), result if isinstance(result, Failure) else None)


def page_weight(numbered: Numbered) -> int:
    """How heavy a numbered page is for the workers, in characters or bytes."""
    from qawl.engine.many import page_weight as weight

    return weight(numbered[1])


def warm_up(look: Look) -> None:
    """Load in a new worker, once, what every page needs: the interface's own Arabic words are text enough for that."""
    from qawl.engine.many import read_safely
    from qawl.show.strings import strings

    words = ". ".join(row["ar"] for row in strings().values())
    show_result(read_safely(Page(source=words, kind="text")), 0, look)
