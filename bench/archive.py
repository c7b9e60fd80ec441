"""How fast pages are read out of an archive (`make bench-archive`, about eight minutes; `--quick`, under one and rougher).

An archive of 20,000 records as CC-NEWS has them is made of invented pages (`bench.crawl`), with other languages, images,
redirects and broken records among them, and its Arabic pages are written as files beside. Then archive and files are read in
turn, fifty pages at a time, so that both meet the same machine; and added to a library each in the same way. Targets are printed
beside the figures; one that is missed is told, not punished, for machines differ. Where something was not read as it was made, it
ends with 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.crawl import FAULTS, write_crawl
from bench.library import MEGABYTE, PARTS, resident, tell
from qawl.engine.many import read_safely
from qawl.fetch import Limits
from qawl.fetch.archived import pages_of_archive
from qawl.fetch.trips import Input, Trip
from qawl.library import Library
from qawl.library.adding import Added
from qawl.model import Record
from qawl.pages import open_pages

FULL, QUICK = 20_000, 2_000
STEP = 50  # pages of one kind before those of the other
MAX_BYTES = 1 << 26
LEAST = 0.70


def main(argv: list[str] | None = None) -> int:
    """Print the figures. Returns 0; 1 where something was not read as it was made."""
    parser = argparse.ArgumentParser(prog="python -m bench.archive", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} records")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes that read what is added (default: 1)")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="qawl-bench-") as work:
        crawl = Crawl(Path(work), QUICK if args.quick else FULL)
        walk(crawl)
        read(crawl)
        add(crawl, args.workers)
    return int(not crawl.as_made)


class Crawl:
    """An archive, the same Arabic pages as files, and how many records it has of what."""

    def __init__(self, work: Path, records: int) -> None:
        self.work, self.archive = work, work / "crawl.warc.gz"
        folder = work / "pages"
        folder.mkdir()
        began = time.perf_counter()
        self.made = write_crawl(self.archive, folder, records)
        self.files = sorted(map(str, folder.iterdir()))
        self.as_made = True
        tell("records", f"{records:,}")
        tell("made, seconds", f"{time.perf_counter() - began:.0f}")
        tell("archive, MB", f"{self.archive.stat().st_size / MEGABYTE:,.0f}")

    def compare(self, name: str, found: int, made: int) -> None:
        """Tell a number beside what it has to be."""
        self.as_made &= found == made
        tell(name, f"{found:,}", f"{made:,} were made" if found == made else f"MISSED: {made:,} were made")


def walk(crawl: Crawl) -> None:
    """Walk past all records and read none."""
    aside: Counter[str] = Counter()
    pages = failed = size = 0
    before, began = resident(), time.perf_counter()
    for page in open_pages([str(crawl.archive)], aside=aside):
        pages, failed, size = pages + (not page.failure), failed + bool(page.failure), size + len(page.source)
    seconds = time.perf_counter() - began
    made = crawl.made
    crawl.compare("pages to read", pages, made["arabic"] + made["other language, menus in Arabic"])
    crawl.compare("broken records, each with its reason", failed, made["broken"])
    crawl.compare(
        "passed over: in other languages", aside["language"], made["other language"] + made["other language, letters of Arabic"]
    )
    crawl.compare("passed over: images", aside["not_html"], made["image"])
    crawl.compare("passed over: redirects and errors", aside["no_page"], made["no page"])
    for what in ("request", "metadata", "revisit"):
        crawl.compare(f"passed over: {what}", aside[what], made[what])
    tell("kinds of broken records", f"{len(FAULTS)}")
    tell("HTML of the pages to read, MB", f"{size / MEGABYTE:,.0f}")
    tell("walked past, records a second", f"{sum(made.values()) / seconds:,.0f}")
    tell("memory that walking took, MB", f"{resident() - before:,.0f}", "does not grow with the archive")


# -- archive and files in turn


def read(crawl: Crawl) -> None:
    """Read the pages of the archive, and those of the files."""
    for _ in islice(pages_read(crawl.files), STEP):  # warm
        pass
    archive, files = in_turn(pages_read([str(crawl.archive)]), pages_read(crawl.files))
    told("reading", crawl, archive, files)


def pages_read(paths: list[str]) -> Iterator[bool]:
    """Read pages; whether each became a record."""
    return (isinstance(read_safely(page), Record) for page in open_pages(paths))


def add(crawl: Crawl, workers: int) -> None:
    """Add the pages of the archive to a library, and those of the files to another; then the archive once more."""
    memory = Memory(len(crawl.files))
    with Library(crawl.work / "of-archive", create=True) as of_archive, Library(crawl.work / "of-files", create=True) as of_files:
        outcomes: Counter[str] = Counter()
        from_archive = (memory.look(came(one, outcomes)) for one in added(crawl, of_archive, workers, []))
        from_files = (one.outcome == "added" for one in of_files.add(open_pages(crawl.files), workers=workers))
        archive, files = in_turn(from_archive, from_files)
        told(f"adding, {workers} workers" if workers > 1 else "adding", crawl, archive, files)
        crawl.compare("pages added from the archive", outcomes["added"], len(crawl.files))
        crawl.compare("failed, of all that was added", outcomes["failed"], crawl.made["broken"])
        crawl.compare("passed over when read", outcomes["passed_over"], crawl.made["other language, menus in Arabic"])
        tell("memory after each quarter of adding both, MB", ", ".join(f"{size:,.0f}" for size in memory.sizes), "to stay flat")
        began, known = time.perf_counter(), list[Added]()
        again = [*added(crawl, of_archive, workers, known), *known]
        crawl.compare("known when it is added again", sum(one.outcome == "known" for one in again), len(crawl.files))
        tell("added again, seconds", f"{time.perf_counter() - began:.1f}")


def added(crawl: Crawl, library: Library, workers: int, known: list[Added]) -> Iterator[Added]:
    """What came of the archive in a library; `known` takes what need not be looked at again."""
    with crawl.archive.open("rb") as stream:
        trip = Trip(limits=Limits(max_bytes=MAX_BYTES), before=library.before, came=known.append)
        yield from library.add_arrivals(pages_of_archive(Input(str(crawl.archive), stream), trip), workers=workers)


def came(one: Added, outcomes: Counter[str]) -> bool:
    """Count what came of a page; whether it was added."""
    outcomes[one.outcome] += 1
    return one.outcome == "added"


class Memory:
    """How large the process was after each part of so many pages."""

    def __init__(self, pages: int) -> None:
        self.part, self.pages, self.sizes = max(1, pages // PARTS), 0, list[float]()

    def look(self, is_page: bool) -> bool:
        """Count a page, and look where a part is through."""
        self.pages += is_page
        if is_page and self.pages % self.part == 0:
            self.sizes.append(resident())
        return is_page


def in_turn(one: Iterator[bool], other: Iterator[bool]) -> tuple[float, float]:
    """Seconds that each takes to its end, `STEP` pages of one, then of the other; who is first changes."""
    seconds = [0.0, 0.0]
    runs = [(0, one), (1, other)]
    going = {0, 1}
    while going:
        for place, pages in runs:
            began = time.perf_counter()
            if sum(islice(filter(None, pages), STEP)) < STEP:
                going.discard(place)
            seconds[place] += time.perf_counter() - began
        runs.reverse()
    return seconds[0], seconds[1]


def told(what: str, crawl: Crawl, archive: float, files: float) -> None:
    """The speeds of both and their ratio."""
    pages = len(crawl.files)
    tell(f"{what}: pages a second from the archive", f"{pages / archive:.1f}")
    tell(f"{what}: pages a second from files", f"{pages / files:.1f}")
    tell(
        f"{what}: archive : files", f"{files / archive:.2f}", f"{LEAST:.2f} or more{'' if files >= LEAST * archive else ', MISSED'}"
    )


if __name__ == "__main__":
    sys.exit(main())
