"""How fast the web pages of a large library are: `python -m bench.serving [--statements N]` (100,000)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.growth import BATCH, Desk, record_of_news, write
from bench.newsroom import SEED, STATEMENTS
from qawl.library import Library
from qawl.library.store import Store
from qawl.model import Record

STATEMENTS_THERE = 100_000
OUT = Path("out")


def library_of(statements: int) -> Path:
    """The folder of a library of so many invented statements; made once, whole or not at all."""
    folder = OUT / f"serving-{statements}.library"
    if not folder.exists():
        half = folder.with_suffix(".half")
        with Library(half, create=True) as library:
            fill(library.store, statements)
            library.index()
        half.rename(folder)
    return folder


def fill(store: Store, statements: int) -> None:
    """Take in news, copies, reprints and visits among them, as `qawl add` does, up to so many statements."""
    made: Iterator[Record] = (
        record_of_news(one, number) for number, one in enumerate(Desk(SEED).news(statements // (STATEMENTS // 2)))
    )
    there = 0
    while there < statements and (batch := list(islice(made, BATCH))):
        write(store, batch)
        there += sum(len(record.statements) for record in batch)


def main(argv: list[str] | None = None) -> int:
    """Print the figures. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.serving", description=__doc__)
    parser.add_argument("--statements", type=int, default=STATEMENTS_THERE, metavar="N")
    args = parser.parse_args(argv)
    library_of(args.statements)
    return 0


if __name__ == "__main__":
    sys.exit(main())
