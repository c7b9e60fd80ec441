"""How fast the web pages of a large library are: `python -m bench.serving [--statements N]`, printed beside what must be reached.

A library of so many invented statements (100,000), with copies, reprints and visits among them, is made once and kept under
`out/`. A real server of it runs in a process of its own. It is asked for each kind of page, one after the other, over one
connection: what is told is the time until the whole answer is here, and what of it the server's processor worked. Then comes what
a browser fetches for a first page, and at last fifty readers at once, who wait a second between pages.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from itertools import cycle, islice
from pathlib import Path
from random import Random
from socket import create_server
from statistics import median, quantiles
from time import monotonic, perf_counter, sleep
from typing import NamedTuple
from urllib.parse import urlencode

from bench.growth import BATCH, Desk, record_of_news, write
from bench.library import queries, tell
from bench.newsroom import SEED, STATEMENTS
from qawl.library import Library
from qawl.library.schema import statements_of_schema
from qawl.library.searching.search import Search
from qawl.library.store import Store
from qawl.model import Record

THERE = 100_000  # statements
OUT = Path("out")
KILOBYTE = 1_000
ASKED = 60  # pages of each kind
WARM, FEW = 8, 8
READERS, WAIT, MINUTE = 50, 1.0, 60.0  # seconds between two pages of a reader, and of it all
MOST_MS, MOST_KB, MOST_CROWD_MS = 100, 150, 500
# The kinds of pages; those that must be fast are told with the most that they may take.
SCREENS = ("search", "statement", "reader", "today", "person", "agenda", "month", "check", "sources", "review")
BOUND = ("search", "statement")

Walk = dict[str, list[str]]  # kind of page -> addresses


# -- a library


def library_of(statements: int) -> Path:
    """The folder of a library of so many invented statements; made once for each schema, whole or not at all."""
    schema = sha256(statements_of_schema().encode()).hexdigest()[:8]
    folder = OUT / f"serving-{statements}-{schema}.library"
    if not folder.exists():
        half = folder.with_suffix(".half")
        with Library(half, create=True) as library:
            fill(library.store, statements)
            library.index()
        half.rename(folder)
    return folder


def fill(store: Store, statements: int) -> None:
    """Take in news, copies, reprints and visits among them, as `qawl add` does, up to so many statements."""
    news = enumerate(Desk(SEED).news(statements // (STATEMENTS // 2)))
    made: Iterator[Record] = (record_of_news(one, number) for number, one in news)
    there = 0
    while there < statements and (batch := list(islice(made, BATCH))):
        write(store, batch)
        there += sum(len(record.statements) for record in batch)


def walk(folder: Path) -> Walk:
    """Addresses of each kind of page, drawn from what is in the library."""
    chance = Random(SEED)
    found = defaultdict[str, list[str]](list)
    with Library(folder) as library:
        rows = library.store.connection.execute(
            "SELECT id, capture, speaker, text, published FROM statements JOIN pages USING (page) ORDER BY id LIMIT 2000"
        ).fetchall()
    for row in chance.sample(rows, min(len(rows), ASKED + WARM)):
        words = row["text"].split()
        words[chance.randrange(len(words))] = "لن"
        found["statement"].append(f"/statement/{row['capture']}/{row['id']}")
        found["reader"].append(f"/page/{row['capture']}")
        found["person"].append(f"/who?{urlencode({'name': row['speaker']})}")
        found["check"].append(f"/check?{urlencode({'quotation': ' '.join(words)})}")
        found["month"].append(f"/agenda?{urlencode({'month': row['published'][:7]})}")
    found["search"] = [address_of(search) for _, search in islice(queries(), ASKED + WARM)]
    return found | {"today": ["/"], "agenda": ["/agenda"], "sources": ["/sources"], "review": ["/review"]}


def address_of(search: Search) -> str:
    """The address of a search."""
    names = ("text", "speaker", "said_from", "said_until")
    return f"/statements?{urlencode({name: getattr(search, name) for name in names if getattr(search, name)})}"


# -- a server


class Serving(NamedTuple):
    """A server that runs."""

    port: int
    process: int

    def worked(self) -> float:
        """Seconds that its process has worked until now."""
        numbers = Path(f"/proc/{self.process}/stat").read_text("utf-8").rpartition(")")[2].split()
        return sum(map(int, numbers[11:13])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(folder: Path) -> Iterator[Serving]:
    """A server of a library, which runs in a process of its own."""
    with create_server(("127.0.0.1", 0)) as ears:
        port = int(ears.getsockname()[1])
    command = [sys.executable, "-m", "qawl.cli", "serve", str(folder), "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        until_answered(port)
        yield Serving(port, server.pid)
    finally:
        server.terminate()
        server.wait()


def until_answered(port: int) -> None:
    """Wait until the server answers, a minute at most."""
    for _ in range(600):
        try:
            return Reader(port).read("/login") and None
        except OSError:
            sleep(0.1)
    raise TimeoutError("the server does not answer")


class Reader:
    """Somebody who reads pages over one connection."""

    def __init__(self, port: int) -> None:
        self.line = HTTPConnection("127.0.0.1", port, timeout=60)

    def read(self, address: str) -> tuple[int, bytes]:
        """Status and body of a page, as it is transferred."""
        self.line.request("GET", address, headers={"Accept-Encoding": "gzip", "Accept": "text/html"})
        answer = self.line.getresponse()
        return answer.status, answer.read()

    def timed(self, address: str) -> tuple[int, float]:
        """Status of a page, and milliseconds until all of it was here."""
        began = perf_counter()
        status, _ = self.read(address)
        return status, 1000 * (perf_counter() - began)


# -- what is told


def tell_screens(server: Serving, addresses: Walk) -> None:
    """How long each kind of page takes, one reader asking for one after the other."""
    reader = Reader(server.port)
    for kind in SCREENS:
        asked = list(islice(cycle(addresses[kind]), ASKED + WARM))
        for address in asked[:WARM]:
            reader.read(address)
        before = server.worked()
        answers = [reader.timed(address) for address in asked[WARM:]]
        worked = 1000 * (server.worked() - before) / ASKED
        times, bad = [time for _, time in answers], sum(status >= 400 for status, _ in answers)
        figures = f"{median(times):.1f}  {quantiles(times, n=20)[-1]:.1f}  {worked:.1f}"
        tell(f"{kind}: median, 95th percentile, worked", figures, f"median under {MOST_MS}" if kind in BOUND else "")
        if bad:
            tell(f"{kind}: errors", f"{bad} of {len(answers)}", "0")


def tell_first_page(server: Serving, addresses: Walk) -> None:
    """What a browser is sent for a first page and the styles and scripts that it loads, fonts aside: the largest of a few."""
    for kind in ("today", "search", "statement", "reader"):
        sizes = [weight(server.port, address) for address in addresses[kind][:FEW]]
        tell(f"first page, {kind}, KB", f"{max(sizes) / KILOBYTE:.0f}", f"under {MOST_KB}")


def weight(port: int, address: str) -> int:
    """Bytes of a page with all that it loads, as they are transferred."""
    reader = Reader(port)
    return sum(len(reader.read(part)[1]) for part in (address, *parts_of(port, address)))


def parts_of(port: int, address: str) -> list[str]:
    """The styles and scripts of a page."""
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", address)
    html = line.getresponse().read().decode()
    return re.findall(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"', html)


def tell_crowd(server: Serving, addresses: Walk, seconds: float) -> None:
    """Many readers at once, each on a walk of its own through search, statements and readers, the other pages now and then."""
    kinds = ("search", "statement", "reader", "search", "statement", "person", "search", "statement", "today", "check")
    answers: list[tuple[int, float]] = []
    until = monotonic() + seconds

    def read(number: int) -> None:
        chance, reader = Random(number), Reader(server.port)
        sleep(WAIT * number / READERS)
        while monotonic() < until:
            kind = chance.choice(kinds)
            try:
                answers.append(reader.timed(chance.choice(addresses[kind])))
            except (OSError, HTTPException):
                answers.append((0, 0.0))
                reader = Reader(server.port)
            sleep(WAIT)

    crowd = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    times = [time for status, time in answers if status == 200]
    errors = Counter(status for status, _ in answers if status != 200)
    tell(f"{READERS} readers, pages", f"{len(answers):,}")
    tell(f"{READERS} readers, errors", str(dict(errors) or 0), "0")
    tell(f"{READERS} readers, median ms", f"{median(times):.0f}")
    tell(f"{READERS} readers, 95th percentile ms", f"{quantiles(times, n=20)[-1]:.0f}", f"under {MOST_CROWD_MS}")


def load() -> str:
    """How many processes want the machine, of how many that it can run."""
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.serving", description=__doc__)
    parser.add_argument("--statements", type=int, default=THERE, metavar="N", help="statements of the library (%(default)s)")
    parser.add_argument("--seconds", type=float, default=MINUTE, metavar="S", help="how long fifty readers read (%(default)s)")
    args = parser.parse_args(argv)
    folder = library_of(args.statements)
    addresses = walk(folder)
    tell("statements", f"{args.statements:,}")
    tell("load before", load())
    with served(folder) as server:
        tell("milliseconds of a page", "")
        tell_screens(server, addresses)
        tell_first_page(server, addresses)
        tell_crowd(server, addresses, args.seconds)
    tell("load after", load())
    return 0


if __name__ == "__main__":
    sys.exit(main())
