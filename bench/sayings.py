"""Which statements are one saying, measured on the pairs of bench/across (`python -m bench.sayings`; bench/across/README.md).

Each pair goes into a library of its own, and then all pairs of the set into one, where what is joined across pairs is wrong. A
statement is the marked one where it shares at least half of the letters of the shorter of the two; a pair is joined where two such
statements, one of each page, have one saying. Precision is the share of the joined pairs that are the same; recall is told of all
pairs that are the same, and of those of them whose statements the reader found.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from sqlite3 import Connection
from typing import cast

from bench.sets import LINES, numbered_lines
from qawl.library import Library
from qawl.library.across import sayings
from qawl.library.rows import StatementRow
from qawl.model import Page, Record

SIDES = ("a", "b")
SHARED = 0.5


@dataclass(frozen=True)
class Pair:
    """A line of the set."""

    number: int
    id: str
    kind: str
    same: bool
    pages: tuple[dict[str, str], dict[str, str]]
    words: tuple[str, str]

    def made(self) -> list[Page]:
        """Its two pages, as they would come."""
        return [
            Page(
                id=self.id + side,
                source=page["text"],
                kind="text",
                outlet=page["outlet"],
                published=page["published"],
                title=page.get("title"),
            )
            for side, page in zip(SIDES, self.pages, strict=True)
        ]


@dataclass(frozen=True)
class Outcome:
    """What came of a pair: whether the reader found both statements, and whether they are one saying."""

    pair: Pair
    found: bool
    joined: bool


def pairs_of(name: str, lines: str = "all") -> Iterator[Pair]:
    """The pairs of a set, or those on odd or even lines."""
    for number, one in numbered_lines("statements", name, lines):
        yield Pair(number, one["id"], one["kind"], one["same"], (one["a"], one["b"]), (one["a_words"], one["b_words"]))


def rows_of(library: Library, document: str) -> list[StatementRow]:
    """The statements of a page, without those of its title."""
    return cast(
        list[StatementRow], list(library.rows("statements", "p.document = ? AND NOT f.in_title", (document,), "ORDER BY f.row"))
    )


def marked(rows: Iterable[StatementRow], text: str, words: str) -> list[StatementRow]:
    """The statements that are the marked one."""
    start = text.index(words)
    stop = start + len(words)
    return [row for row in rows if min(row.end, stop) - max(row.start, start) >= SHARED * min(row.end - row.start, len(words))]


def outcome(library: Library, pair: Pair) -> Outcome:
    """What came of a pair whose pages are in a library."""
    first, second = (
        marked(rows_of(library, pair.id + side), page["text"], words)
        for side, page, words in zip(SIDES, pair.pages, pair.words, strict=True)
    )
    shared = {row.saying for row in first} & {row.saying for row in second}
    return Outcome(pair, bool(first and second), bool(shared))


def apart(pairs: list[Pair], folder: Path) -> list[Outcome]:
    """Each pair in a library of its own."""
    found = []
    for pair in pairs:
        with Library(folder / pair.id, create=True) as library:
            list(library.add(pair.made()))
            found.append(outcome(library, pair))
    return found


def together(pairs: list[Pair], folder: Path) -> tuple[list[Outcome], list[tuple[str, str]]]:
    """All pairs in one library, and the statements of different pairs that were joined there."""
    with Library(folder / "together", create=True) as library:
        with timed() as seconds:
            began = time.process_time()
            list(library.add(page for pair in pairs for page in pair.made()))
            whole = time.process_time() - began
        pages = 2 * len(pairs)
        print(f"of {whole / pages * 1000:.1f} ms a page, {sum(seconds) / pages * 1000:.1f} ms are for its sayings")
        found = [outcome(library, pair) for pair in pairs]
        return found, across_pairs(library)


@contextmanager
def timed() -> Iterator[list[float]]:
    """The seconds that the sayings of each page take, while pages are added."""
    take_in, seconds = sayings.take_in, list[float]()

    def timed_take_in(connection: Connection, page: int, record: Record) -> None:
        began = time.process_time()
        take_in(connection, page, record)
        seconds.append(time.process_time() - began)

    sayings.take_in = timed_take_in
    try:
        yield seconds
    finally:
        sayings.take_in = take_in


def across_pairs(library: Library) -> list[tuple[str, str]]:
    """The texts of statements of different pairs that have one saying."""
    by_saying: dict[str, list[tuple[str, str]]] = {}
    query = "SELECT f.saying, p.document, f.text FROM statements f JOIN pages p USING (page)"
    for saying, document, text in library.store.connection.execute(query):
        by_saying.setdefault(saying, []).append((document[:-1], text))
    return [
        (one, other) for texts in by_saying.values() for (pair, one), (second, other) in combinations(texts, 2) if pair != second
    ]


def figures(outcomes: list[Outcome], wrong: int = 0) -> str:
    """Precision, recall of all, and recall of what was found; with the counts that they are made of."""
    same = [one for one in outcomes if one.pair.same]
    joined = [one for one in outcomes if one.joined]
    right = sum(one.pair.same for one in joined)
    found = [one for one in same if one.found]
    return "  ".join(
        [
            f"precision {share(right, len(joined) + wrong)}",
            f"recall {share(right, len(same))}",
            f"of those found {share(sum(one.joined for one in found), len(found))}",
        ]
    )


def share(some: int, of: int) -> str:
    """A share with its counts."""
    return f"{some / of:.3f} ({some}/{of})" if of else f"   -  ({some}/{of})"


def by_kind(outcomes: list[Outcome]) -> Iterator[str]:
    """A line for each kind: how many pairs, of how many the reader found both statements, how many are joined."""
    yield f"{'kind':24} {'pairs':>6} {'found':>6} {'joined':>6}"
    for kind in sorted(
        {one.pair.kind for one in outcomes}, key=lambda kind: (not next(o.pair.same for o in outcomes if o.pair.kind == kind), kind)
    ):
        of = [one for one in outcomes if one.pair.kind == kind]
        yield f"{kind:24} {len(of):6} {sum(one.found for one in of):6} {sum(one.joined for one in of):6}" + (
            "" if of[0].pair.same else "   to keep apart"
        )


def main(argv: list[str] | None = None) -> int:
    """Print the figures. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.sayings", description=__doc__)
    parser.add_argument("--set", default="work", choices=("work", "fresh", "newer", "held"), help="which pairs")
    parser.add_argument("--lines", default="all", choices=tuple(LINES), help="all lines, or the odd or even ones")
    parser.add_argument(
        "--errors", action="store_true", help="tell the ids of what is missed, and of what is joined and should not be"
    )
    args = parser.parse_args(argv)
    pairs = list(pairs_of(args.set, args.lines))
    with tempfile.TemporaryDirectory() as work:
        alone = apart(pairs, Path(work))
        beside, wrong = together(pairs, Path(work))
    print(*by_kind(alone), sep="\n")
    print(f"\neach pair alone: {figures(alone)}")
    print(f"all in one library: {figures(beside, len(wrong))}; joined across pairs: {len(wrong)}")
    if args.errors:
        for one in alone:
            if one.joined != one.pair.same:
                print(
                    one.pair.number,
                    one.pair.id,
                    one.pair.kind,
                    "not found" if not one.found else "missed" if one.pair.same else "WRONG",
                )
        for texts in wrong:
            print("across pairs:", *texts, sep="\n   ")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
