"""Whether two pages are one article, measured on `bench/across`: `python -m bench.copies [--set work|newer|held] [--errors]`.

Each pair is added to a library of its own, then all pairs to one library, where pages of different pairs must stay apart too. Some
texts stand in several pairs: two pages of different pairs are wrongly joined where no chain of pairs that are the same, or of texts
that hold one another, leads from one to the other.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from bench.sets import LINES, numbered_lines
from qawl.library import Library
from qawl.model import Page
from qawl.pages.jsonl import read_line

SETS = ("work", "newer", "held")


class Pair(Struct):
    """Two pages, as lines of JSONL, and whether they are one article."""

    id: str
    kind: str
    same: bool
    a: dict[str, str]
    b: dict[str, str]


class Scored(NamedTuple):
    """A pair, and whether it was joined."""

    pair: Pair
    joined: bool


def pairs(name: str, which: str = "all") -> list[Pair]:
    """The pairs of a set, or those on odd or even lines."""
    return [Pair(**line) for _, line in numbered_lines("pages", name, which)]


def pages_of(pair: Pair) -> Iterator[Page]:
    """The two pages of a pair, as `qawl add` reads lines."""
    for side, told in (("a", pair.a), ("b", pair.b)):
        name = f"{pair.id}-{side}"
        yield read_line(json.dumps({"id": name, **told}, ensure_ascii=False).encode(), name, Page(id=name))


def articles(pages: list[Page]) -> dict[str, str]:
    """Pages added to a new library: their article by their id; one that cannot be read is told, and an article of its own."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library", create=True) as library:
        failed = {added.source: added.message for added in library.add(pages) if added.outcome == "failed"}
        print(*(f"{source}: {message}" for source, message in failed.items()), sep="\n", end="", file=sys.stderr)
        return {page.id: page.id for page in pages} | {row.document: row.article for row in library.rows("pages")}  # type: ignore[attr-defined]


def alone(pair: Pair) -> Scored:
    """A pair in a library of its own."""
    found = articles(list(pages_of(pair)))
    return Scored(pair, len(set(found.values())) == 1)


def together(several: list[Pair]) -> tuple[list[Scored], list[tuple[str, str]]]:
    """All pairs in one library: the pairs, and pages of different stories that were joined."""
    found = articles([page for pair in several for page in pages_of(pair)])
    scored = [Scored(pair, found[f"{pair.id}-a"] == found[f"{pair.id}-b"]) for pair in several]
    story = stories(several)
    by_article: dict[str, list[str]] = {}
    for page, article in found.items():
        by_article.setdefault(article, []).append(page)
    wrong = [two for members in by_article.values() for two in combinations(members, 2) if story[two[0]] != story[two[1]]]
    return scored, wrong


def stories(several: list[Pair]) -> dict[str, str]:
    """Page -> one page of those that are the same as it by the pairs, or hold its text, or stand in it."""
    text = {f"{pair.id}-{side}": told["text"] for pair in several for side, told in (("a", pair.a), ("b", pair.b))}
    root = {page: page for page in text}

    def of(page: str) -> str:
        while root[page] != page:
            page = root[page]
        return page

    same = [(f"{pair.id}-a", f"{pair.id}-b") for pair in several if pair.same]
    for one, other in (*same, *((one, other) for one in text for other in text if text[one] in text[other])):
        root[of(other)] = of(one)
    return {page: of(page) for page in text}


def figures(scored: list[Scored]) -> Iterator[str]:
    """Precision and recall of pairs, and how many of each kind were judged as the set has them."""
    right = sum(one.joined and one.pair.same for one in scored)
    joined, same = sum(one.joined for one in scored), sum(one.pair.same for one in scored)
    yield f"precision {right / max(1, joined):.3f} ({right} of {joined})   recall {right / max(1, same):.3f} ({right} of {same})"
    kinds = Counter((one.pair.kind, one.pair.same) for one in scored)
    for (kind, is_same), count in sorted(kinds.items(), key=lambda item: (not item[0][1], item[0])):
        good = sum(one.joined == is_same for one in scored if (one.pair.kind, one.pair.same) == (kind, is_same))
        yield f"  {kind:14} {'joined' if is_same else 'kept apart':10} {good:3} of {count}"


def main(argv: list[str] | None = None) -> int:
    """Print the figures. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.copies", description=__doc__)
    parser.add_argument("--set", choices=SETS, default="work")
    parser.add_argument("--lines", choices=tuple(LINES), default="all", help="all lines, or the odd or even ones")
    parser.add_argument("--errors", action="store_true", help="also tell the pairs that are judged otherwise than they are marked")
    args = parser.parse_args(argv)
    several = pairs(args.set, args.lines)
    each = [alone(pair) for pair in several]
    all_in_one, wrong = together(several)
    for title, scored in (("each pair in its own library", each), ("all pairs in one library", all_in_one)):
        print("\n".join([title, *figures(scored)]))
        if args.errors:
            print("\n".join(f"  {one.pair.id} {one.pair.kind}" for one in scored if one.joined != one.pair.same))
    print(f"pages of different stories that were joined: {len(wrong)}", *(" ".join(two) for two in wrong), sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
