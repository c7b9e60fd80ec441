"""Who stays away, measured on `bench/absences`: `python -m bench.absent [--set work|held] [--errors]`.

An absence is found where the name and the part agree: a name where one holds all words of the other and no word more than the
text's other names allow. For those found, who says so and why are compared where either side has one; reasons agree where half
of their words are shared.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import qawl
from qawl.arabic.letters import ARTICLE, fold
from qawl.model import ABSENT, Participant

SENTENCES = Path(__file__).resolve().parent / "absences" / "absences.jsonl"

Line = dict[str, Any]


def lines(name: str) -> Iterator[Line]:
    """The lines of one set."""
    with SENTENCES.open(encoding="utf-8") as file:
        yield from (line for line in map(json.loads, file) if line["set"] == name)


def words(text: str) -> list[str]:
    """The folded words of a name or a reason, without article."""
    return [fold(word).removeprefix(fold(ARTICLE)) for word in text.split()]


def same_name(want: str | None, got: str | None) -> bool:
    """Whether two names mean the same one: equal, or the words of one stand in the other in order."""
    if want is None or got is None:
        return want is got
    first, second = sorted((words(want), words(got)), key=len)
    left = iter(second)
    return bool(first) and all(word in left for word in first)


def same_reason(want: str | None, got: str | None) -> bool:
    """Whether two reasons share half of their words."""
    if want is None or got is None:
        return want is got
    first, second = set(words(want)), set(words(got))
    return 2 * len(first & second) >= len(first | second)


def found_in(text: str) -> list[Participant]:
    """The absent of a text."""
    events = qawl.read(text, kind="text").events
    return [who for event in events for who in event.participants if who.part in ABSENT]


def judge(line: Line, tally: dict[str, list[int]], show: bool) -> None:
    """Count what is found of a line and what is right of it."""
    left = list(line["absences"])
    for who in found_in(line["text"]):
        hit = next((one for one in left if same_name(one["name"], who.name)), None)
        right = compared(hit, who) if hit else {}
        tally["got"][0] += right.get("part", False)
        tally["got"][1] += 1
        for field, value in right.items():
            tally[field][0] += value
            tally[field][1] += 1
        if hit:
            left.remove(hit)
        if show and not (right and all(right.values())):
            wrong = [field for field, value in right.items() if not value] or "extra"
            print(line["id"], wrong, who.name, who.part, who.according_to, who.reason and who.reason.text, sep=" | ")
    tally["want"][1] += len(line["absences"])
    if show and left:
        print(line["id"], "missed", *(one["name"] for one in left), sep=" | ")


def compared(want: dict[str, str | None], got: Participant) -> dict[str, bool]:
    """Which fields of somebody who was found are right."""
    return {
        "part": want["part"] == got.part,
        "according_to": same_name(want["according_to"], got.according_to),
        "reason": same_reason(want["reason"], got.reason.text if got.reason else None),
    }


def main() -> None:
    """Print precision, recall and F1 of the absences of a set, and how many fields are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=("work", "held"), default="work")
    parser.add_argument("--errors", action="store_true", help="show what is missed or wrong")
    args = parser.parse_args()
    tally: dict[str, list[int]] = {name: [0, 0] for name in ("got", "want", "part", "according_to", "reason")}
    for line in lines(args.set):
        judge(line, tally, args.errors)
    (hits, got), want = tally["got"], tally["want"][1]
    precision, recall, f1 = hits / max(1, got), hits / max(1, want), 2 * hits / max(1, got + want)
    print(f"absences      P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({hits} of {got} found, {hits} of {want} wanted)")
    for name in ("part", "according_to", "reason"):
        right, all_found = tally[name]
        print(f"{name:13s} {right} of {all_found} ({right / max(1, all_found):.1%})")


if __name__ == "__main__":
    main()
