"""Plan and outcome: whether the pages of a chain are joined where they tell one encounter, and kept apart where they do not.

    python -m bench.chains [--set work|fresh|late|newer|held] [--half odd|even] [--show]

The pages of each line of `bench/across/chains.SET.jsonl` are added in their order to a library of their own. What is marked is
matched to the event whose evidence shares most with it. Printed by kind: how many marks the reader finds, how many with their
status; chains that are right (all marks of each of its events in one encounter, the last with its status, and no wrong join);
events told by several pages that are joined as far as they are found; and wrong joins, marks of two events in one encounter.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.sets import numbered_lines
from qawl.library import Library
from qawl.model import Event, Page, Record


@dataclass(frozen=True)
class Found:
    """A mark, the event that was found for it and the encounter that this is; null where none was."""

    event: str
    page: int
    words: str
    status: str
    told: str | None = None
    encounter: str | None = None


@dataclass(frozen=True)
class Chain:
    """What came of a line."""

    id: str
    kind: str
    marks: tuple[Found, ...]

    def of(self, event: str) -> list[Found]:
        return [mark for mark in self.marks if mark.event == event]

    @property
    def events(self) -> list[str]:
        return list(dict.fromkeys(mark.event for mark in self.marks))

    @property
    def wrong(self) -> list[tuple[Found, Found]]:
        pairs = combinations([mark for mark in self.marks if mark.encounter], 2)
        return [(a, b) for a, b in pairs if a.encounter == b.encounter and a.event != b.event]

    @property
    def is_right(self) -> bool:
        return not self.wrong and all(is_whole(self.of(event)) for event in self.events)

    @property
    def told_again(self) -> list[list[Found]]:
        """The events of which several pages have marks that were found."""
        found = ([mark for mark in self.of(event) if mark.encounter] for event in self.events)
        return [marks for marks in found if len({mark.page for mark in marks}) > 1]


@dataclass
class Counts:
    """Sums of a kind."""

    chains: int = 0
    right: int = 0
    marks: int = 0
    found: int = 0
    status: int = 0
    again: int = 0
    joined: int = 0
    wrong: int = 0

    def add(self, chain: Chain) -> None:
        self.chains += 1
        self.right += chain.is_right
        self.marks += len(chain.marks)
        self.found += sum(mark.encounter is not None for mark in chain.marks)
        self.status += sum(mark.told == mark.status for mark in chain.marks)
        self.again += len(chain.told_again)
        self.joined += sum(is_one(marks) for marks in chain.told_again)
        self.wrong += bool(chain.wrong)


def is_one(marks: Sequence[Found]) -> bool:
    """Whether marks are all found, and in one encounter."""
    return len({mark.encounter for mark in marks}) == 1 and marks[0].encounter is not None


def is_whole(marks: Sequence[Found]) -> bool:
    """The same, with the status of the last."""
    return is_one(marks) and marks[-1].told == marks[-1].status


def chains(name: str, half: str | None) -> Iterator[Chain]:
    """What comes of the lines of a set, of all or of every other one."""
    for _, line in numbered_lines("chains", name, half or "all"):
        yield chain_of(line)


def chain_of(line: dict[str, Any]) -> Chain:
    """Add the pages of a line to a library of its own, and match the marks."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "chain", create=True) as library:
        captures = []
        for page in line["pages"]:
            given = {key: page.get(key) for key in ("title", "published", "outlet", "url")}
            (added,) = library.add([Page(source=page["text"], **given)])
            captures.append(added.capture or "")
        rows: list[Any] = list(library.rows("events"))
        homes = {(row.capture, row.id): row.encounter for row in rows}
        marks = []
        for number, capture in enumerate(captures):
            record = library.record(capture)
            ours = [mark for mark in line["events"] if mark["page"] == number]
            for mark, event in zip(ours, matched(record, ours), strict=True):
                told = (event.status, homes[capture, event.id]) if event else (None, None)
                marks.append(Found(mark["event"], number, mark["words"], mark["status"], *told))
    return Chain(line["id"], line["kind"], tuple(marks))


def matched(record: Record, marks: Sequence[dict[str, Any]]) -> Iterator[Event | None]:
    """The event of a page for each of its marks, in the order of the text: the one whose evidence shares most with it.

    Of several that hold all of it, it is the one that tells least besides: a session is not the vote in whose clause it stands.
    """
    start = 0
    for mark in marks:
        place = record.document.text.find(mark["words"], start)
        if place < 0:
            raise ValueError(f"words that the page does not have: {mark['words']}")
        start = place + 1
        stop = place + len(mark["words"])
        shared = [(*letters_shared(event, place, stop), event) for event in record.events]
        letters, _, best = max(shared, key=lambda one: one[:2], default=(0, 0, None))
        yield best if letters else None


def letters_shared(event: Event, start: int, end: int) -> tuple[int, int]:
    """How many letters of a stretch the evidence of an event has, and less than 0 by as many as that evidence has besides."""
    spans = [span for span in event.evidence if span.start < end and span.end > start]
    shared = sum(min(end, span.end) - max(start, span.start) for span in spans)
    return shared, shared - sum(span.end - span.start for span in spans)


def show(chain: Chain) -> Iterator[str]:
    """A chain with its marks, those of each encounter under one letter."""
    encounters = dict.fromkeys(one.encounter for one in chain.marks if one.encounter)
    letters = {id: chr(ord("A") + place) for place, id in enumerate(encounters)}
    yield f"{chain.id} {chain.kind} {'right' if chain.is_right else 'WRONG JOIN' if chain.wrong else '-'}"
    for mark in chain.marks:
        told = "" if mark.told in (None, mark.status) else f" (told as {mark.told})"
        yield f"  {mark.event} {mark.page} {letters.get(mark.encounter or '', '-')} {mark.status}{told}: {mark.words}"


def main() -> None:
    """Print what comes of a set by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--set", choices=["work", "fresh", "late", "newer", "held"], default="work", help="which file of chains (default: work)"
    )
    parser.add_argument("--half", choices=["odd", "even"], help="only every other line, from the first or the second")
    parser.add_argument("--show", action="store_true", help="print each chain with what was found")
    args = parser.parse_args()
    found = []
    for chain in chains(args.set, args.half):
        found.append(chain)
        if args.show:
            print(*show(chain), sep="\n")
    print_counts(found)


def print_counts(found: Sequence[Chain]) -> None:
    """Print what came of chains by kind and of all."""
    kinds: dict[str, Counts] = {}
    total = Counts()
    for chain in found:
        kinds.setdefault(chain.kind, Counts()).add(chain)
        total.add(chain)
    print(f"{'kind':18} chains  right  marks found as told  told again joined  wrong")
    for kind, counts in [*sorted(kinds.items()), ("all", total)]:
        print(
            f"{kind:18} {counts.chains:6} {counts.right:6} {counts.marks:6} {counts.found:5} {counts.status:7}"
            f" {counts.again:11} {counts.joined:6} {counts.wrong:6}"
        )
    print(f"right: {total.right / (total.chains or 1):.2f}; wrong joins: {total.wrong}")


if __name__ == "__main__":
    main()
