"""How fast and how large a library is (`python -m bench.library`, about twenty minutes; `--quick`, about one and rougher).

A library of a million invented statements is made, every third page of which is an earlier one again; then 200 queries are asked
of it, each for 20 rows with highlights and facets, and the same of a plain SQLite FTS5 table beside it; then text pages are added,
beside reading them alone. Targets are printed beside the figures; a figure that misses its target is told, not punished, for
machines differ.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import cast

import msgspec
from msgspec.structs import replace

from bench.newsroom import records, stories
from qawl.engine.many import read_safely
from qawl.library import Library
from qawl.library.arrivals import Given
from qawl.library.captures import keep
from qawl.library.keeping import pack_record, put_page, put_rows
from qawl.library.projection import Rows, page_row
from qawl.library.rows import PersonRow, StatementRow
from qawl.library.searching.search import Search
from qawl.library.searching.words import words_of
from qawl.library.store import Store
from qawl.library.view import visible_rows
from qawl.model import Page, hash_id

MEGABYTE = 1_000_000
SEED = 7
REPRINTS = 1 / 3  # of the pages: their statements are sayings of earlier pages
QUERIES = 200
ROWS = 20
FREQUENT = 0.01  # a word is frequent that a larger share of the statements has
SAMPLE = 500  # pages from which words are drawn
BATCH = 500
PARTS = 4  # of adding, after each of which memory is looked at
WHEN = "2024-03-31T00:00:00Z"


@dataclass(frozen=True)
class Size:
    """How much is measured: pages of ten statements in the library, and text pages added."""

    pages: int
    added: int


FULL = Size(pages=100_000, added=10_000)
QUICK = Size(pages=2_000, added=300)


def main(argv: list[str] | None = None) -> int:
    """Print the figures. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.library", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a small library and few pages")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the library in DIR, or ask the one that is there")
    args = parser.parse_args(argv)
    size = QUICK if args.quick else FULL
    with tempfile.TemporaryDirectory() as work:
        folder = args.keep or Path(work) / "million"
        if not folder.exists():
            make(folder, size.pages)
        ask(folder, Path(work))
        add(Path(work), size.added)
    return 0


def tell(name: str, value: str, target: str = "") -> None:
    """A figure, its target behind it."""
    print(f"{name:44} {value:>24}   {target}", flush=True)


# -- a library of invented statements


def make(folder: Path, pages: int) -> None:
    """A library of so many invented pages, and its index."""
    began = time.perf_counter()
    with Library(folder, create=True) as library:
        write(library.store, pages)
        written = time.perf_counter()
        library.index()
        (statements,) = library.store.connection.execute("SELECT count(*) FROM statements").fetchone()
    done = time.perf_counter()
    bytes_there = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    tell("statements", f"{statements:,}")
    tell("written, seconds", f"{written - began:.0f}")
    tell("indexed, seconds", f"{done - written:.0f}")
    tell("on disk, MB", f"{bytes_there / MEGABYTE:,.0f}", "under 3,000 for a million")
    tell("peak memory, MB", f"{peak_memory():,.0f}")


def write(store: Store, pages: int) -> None:
    """Write the records of invented pages as `qawl add` writes those that it has read."""
    made = records(pages, reprints=REPRINTS)
    while batch := list(islice(made, BATCH)):
        with store.writing() as connection:
            for record in batch:
                key = record.document.page_sha256
                keep(connection, key, record.document.text.encode())
                given = msgspec.json.encode(Given(id=record.document.id, form="text")).decode()
                page = put_page(connection, page_row(record, key, WHEN), pack_record(record), given, store.next_change())
                put_rows(connection, page, linked(visible_rows(connection, record, key)))


def linked(rows: Rows) -> Rows:
    """Rows of a page as if it had been taken in beside all others: the same words are one saying, the same name one person."""
    people, statements = cast(list[PersonRow], rows["people"]), cast(list[StatementRow], rows["statements"])
    return rows | {
        "people": [replace(row, identity=hash_id("person", row.key)) for row in people],
        "statements": [
            replace(row, saying=hash_id("saying", row.speaker, row.text), speaker_identity=hash_id("person", row.speaker_key))
            for row in statements
        ],
    }


def peak_memory() -> float:
    """The largest resident size of this process until now, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE


def resident() -> float:
    """The resident size of this process now, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / MEGABYTE


# -- queries


def queries() -> Iterator[tuple[str, Search]]:
    """What is asked, each with its class: half on frequent words, a quarter of two words, a quarter with filters."""
    chance = Random(SEED)
    sample = list(records(SAMPLE, reprints=REPRINTS))
    said = [(statement, record) for record in sample for statement in record.statements]
    counts = Counter(word for statement, _ in said for word in set(statement.content[0].text.split()))
    frequent = sorted(word for word, count in counts.items() if count > FREQUENT * len(said))
    for number in range(QUERIES):
        statement, record = chance.choice(said)
        words = statement.content[0].text.split()
        if number % 2:
            yield "frequent word", Search(text=chance.choice(frequent), limit=ROWS)
        elif number % 4:
            yield "two words", Search(text=" ".join(chance.sample(words, 2)), limit=ROWS)
        else:
            assert statement.speaker
            year = (record.document.published or "")[:4]
            text, speaker = chance.choice(words), statement.speaker.name
            yield "filters", Search(text=text, speaker=speaker, said_from=year, said_until=year, limit=ROWS)


def ask(folder: Path, work: Path) -> None:
    """Time the queries on the library, and on a plain FTS5 table of the same words."""
    asked = list(queries())
    with Library(folder) as library:
        plain = plain_table(library.store.connection, work / "plain.sqlite")
        for _, search in asked[:ROWS]:  # warm
            library.search(search)
        ours = [(name, timed(lambda search=search: library.search(search))) for name, search in asked]  # type: ignore[misc]
        theirs = [(name, timed(lambda search=search: answer_plainly(plain, search))) for name, search in asked]  # type: ignore[misc]
    for name in ("frequent word", "two words", "filters"):
        tell(f"{name}, median ms", f"{median(time for kind, time in ours if kind == name):.1f}")
    milliseconds = [time for _, time in ours]
    tell("all queries, median ms", f"{median(milliseconds):.1f}", "under 20")
    tell("all queries, 95th percentile ms", f"{quantiles(milliseconds, n=20)[-1]:.1f}", "under 100")
    tell("plain FTS5, median ms", f"{median(time for _, time in theirs):.1f}")
    tell("plain FTS5, 95th percentile ms", f"{quantiles([time for _, time in theirs], n=20)[-1]:.1f}")
    tell("plain FTS5 : library, medians", f"{median(time for _, time in theirs) / median(milliseconds):.1f}")


def timed(run: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000


def plain_table(source: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """A plain FTS5 table of the same statements: folded words without their prefixes, the rows beside."""
    plain = sqlite3.connect(path)
    plain.execute("CREATE VIRTUAL TABLE found USING fts5 (words, content='')")
    plain.execute("CREATE TABLE statements (row INTEGER PRIMARY KEY, speaker_key TEXT, said_on TEXT, text TEXT)")
    plain.execute("CREATE INDEX statements_speaker ON statements (speaker_key)")
    for row in source.execute("SELECT row, text, speaker_key, said_on FROM statements"):
        plain.execute("INSERT INTO found (rowid, words) VALUES (?, ?)", (row["row"], stems(row["text"])))
        plain.execute("INSERT INTO statements VALUES (?, ?, ?, ?)", (row["row"], row["speaker_key"], row["said_on"], row["text"]))
    plain.commit()
    return plain


def stems(text: str) -> str:
    """The words of a text as the index has them."""
    return " ".join(word.stem for word in words_of(text) if word.stem)


def answer_plainly(plain: sqlite3.Connection, search: Search) -> None:
    """The same rows by FTS5, ranked; it counts nothing and marks nothing."""
    words = " ".join(f'"{stem}"' for stem in stems(search.text).split())
    where, values = "found MATCH ?", [words]
    if search.speaker:
        where += " AND speaker_key = ? AND said_on BETWEEN ? AND ?"
        values += [" ".join(search.speaker.split()), f"{search.said_from}-01-01", f"{search.said_until}-12-31"]
    plain.execute(
        f"SELECT text FROM found JOIN statements ON row = found.rowid WHERE {where} ORDER BY rank LIMIT {ROWS}", values
    ).fetchall()


# -- adding


def add(work: Path, pages: int) -> None:
    """Read invented text pages alone, then add them to a library: words a second, and how memory grows."""
    made = [Page(id=f"page-{number}", source=story.text.encode(), kind="text") for number, story in enumerate(stories(pages, SEED))]
    words = sum(len(page.source.split()) for page in made)
    for page in made[: pages // 10]:  # warm
        read_safely(page)
    reading = timed(lambda: [read_safely(page) and None for page in made]) / 1000
    tell("text pages", f"{pages:,}")
    tell("reading alone, words a second", f"{words / reading:,.0f}")
    sizes: list[float] = []
    began = time.perf_counter()
    with Library(work / "added", create=True) as library:
        for number, _ in enumerate(library.add(made), 1):
            if number % (pages // PARTS) == 0:
                sizes.append(resident())
        library.index()
    adding = time.perf_counter() - began
    tell("adding, words a second", f"{words / adding:,.0f}", "half of reading alone or more")
    tell("adding : reading alone", f"{reading / adding:.2f}", "0.5 or more")
    tell("memory after each quarter of them, MB", ", ".join(f"{size:,.0f}" for size in sizes), "to stay flat")


if __name__ == "__main__":
    sys.exit(main())
