"""Plan and outcome in invented chains: what pages of ten fields tell of one encounter, and what is nearly one.

    python -m bench.plans [--chains 20] [--seed 1] [--kind KIND] [--field FIELD] [--show]

So many chains of each kind are made of the sentences of `plans.tsv`, with parties, places, matters and days of their own, and are
added and counted as `bench.chains` does. In the first kinds of `COURSES` one encounter moves from page to page. In the others
another one is told: in a page of its own (of another party, place, matter or day; a rumour), or beside it in one page.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from bench.chains import chain_of, print_counts, show
from qawl.tables import read_table, several

FIRST_DAY, DAYS = date(2024, 1, 8), 350
LATER = (21, 28, 35)  # so many days behind one is the next of its row, or what was put off
WEEK = 7
GOES_ON = "\N{ARABIC COMMA}"  # with which the sentence before goes on
MARK = re.compile(r"\[(?:(\d) )?(?:(\w+)\|)?([^\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")
# What another encounter differs by: the slot, and the values of that slot which both take.
CHANGED = {
    "party": ("a", "=a"),
    "office": ("a", "=office"),
    "branch": ("a", "=branch"),
    "place": ("town", "=town"),
    "topic": ("topic", "=topic"),
    "number": ("topic", "=number"),
}


class Step(NamedTuple):
    """A page of a chain: which sort of sentence tells it, of which encounter, how that stands, and which sort follows."""

    sentence: str
    status: str = "held"
    event: str = "1"
    beside: str = "fill"


PLAN, HELD, SHORT = Step("plan", "announced"), Step("held"), Step("short")
COURSES: dict[str, tuple[Step, ...]] = {
    "held": (PLAN, HELD),
    "short": (PLAN, SHORT),
    "retold": (HELD, HELD, SHORT),
    "postponed": (PLAN, Step("postponed", "postponed"), HELD),
    "cancelled": (PLAN, Step("cancelled", "cancelled")),
    "next": (HELD, Step("held", event="2")),
    "planned_next": (HELD, Step("plan", "announced", "2"), Step("held", event="2")),
    "rumour": (HELD, Step("denied", "denied", "2"), SHORT),
    **{change: (PLAN, Step("held", event="2"), HELD) for change in CHANGED},
    **{
        beside: (PLAN, Step("held", beside=beside), SHORT)
        for beside in ("unlike", "like", "after", "before", "earlier", "similar", "beside", "also")
    },
}
APART = ("next", "planned_next")  # the other encounter is the same on another day


@cache
def sentences() -> dict[tuple[str, str], list[str]]:
    """The sentences and values of `plans.tsv` by field and kind."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in read_table(Path(__file__).with_suffix(".tsv")):
        several_told = row["kind"].startswith(("=", "day ")) or row["kind"] == "fill"
        found.setdefault((row["field"], row["kind"]), []).extend(several(row["text"]) if several_told else [row["text"]])
    return found


def told(field: str, kind: str) -> list[str]:
    """What a field has of a kind, else what all have."""
    return sentences().get((field, kind)) or sentences().get(("all", kind), [])


def fields() -> list[str]:
    """The fields of the table, but for what all share."""
    return [field for field in dict.fromkeys(field for field, _ in sentences()) if field != "all"]


class Maker:
    """Makes the lines of one field, as `bench/across` has them."""

    def __init__(self, field: str, chance: Random) -> None:
        self.field, self.chance = field, chance

    def line(self, number: int, kind: str) -> dict[str, Any]:
        """A chain of a kind."""
        day = FIRST_DAY + timedelta(self.chance.randrange(DAYS))
        slots, days = dict(zip("12", self.slots(kind), strict=True)), {"1": day, "2": day}
        if kind in APART:
            days["2"] = day + timedelta(self.chance.choice(LATER))
        published, pages, marks = day - timedelta(self.chance.randint(6, 9)), [], []
        for place, step in enumerate(COURSES[kind]):
            before = days[step.event]
            if step.status == "postponed":
                days[step.event] += timedelta(self.chance.choice(LATER))
                published += timedelta(self.chance.randint(1, 3))
            elif step.status == "held":
                published = max(published, before + timedelta(self.chance.randint(0, 1)))
            elif step.status == "denied":
                published += timedelta(1)
            elif step.status in ("announced", "cancelled") and place:
                published = min(before, published + timedelta(2))
            day_slots = {"w": self.day(days[step.event], published), "old": self.day(before, published)}
            text = self.text(step, slots, day_slots)
            marks += [{"page": place, **mark} for mark in self.marks(text, step)]
            pages.append({"text": MARK.sub(r"\3", text), "published": published.isoformat(), "outlet": f"outlet {place}"})
        return {"id": f"{self.field}-{kind}-{number}", "kind": kind, "pages": pages, "events": marks}

    def slots(self, kind: str) -> tuple[dict[str, str], dict[str, str]]:
        """The slots of both encounters: the other one has another party, place or matter, but not where it is only another day."""
        first = {slot: self.chance.choice(told(self.field, f"={slot}") or [""]) for slot in ("a", "b", "topic", "town")}
        if kind in APART:
            return first, first
        slot, values = CHANGED[kind if kind in CHANGED else self.chance.choice(several(told(self.field, "near")[0]))]
        mine, theirs = self.chance.sample(told(self.field, values), 2)
        return {**first, slot: mine}, {**first, slot: theirs}

    def text(self, step: Step, slots: dict[str, dict[str, str]], days: dict[str, str]) -> str:
        """The sentences of a page, with their marks."""
        first = self.filled(self.chance.choice(told(self.field, step.sentence)), {**slots[step.event], **days})
        behind = self.chance.choice(told(self.field, step.beside))
        behind = self.filled(behind, slots["2"])
        return f"{first.removesuffix('.')}{behind}" if behind.startswith(GOES_ON) else f"{first} {behind}".strip()

    def filled(self, sentence: str, slots: dict[str, str]) -> str:
        """A sentence with its slots filled, those of a noun in it too."""
        while SLOT.search(sentence):
            sentence = SLOT.sub(
                lambda slot: slots[slot[1]] if slot[1] in slots else self.chance.choice(self.values(slot[1])), sentence
            )
        return sentence

    def values(self, slot: str) -> list[str]:
        return told(self.field, slot) or told(self.field, f"={slot}")

    def marks(self, text: str, step: Step) -> Iterator[dict[str, str]]:
        """The marks of a page, in the order of its text."""
        for found in MARK.finditer(text):
            yield {"event": f"e{found[1] or step.event}", "words": found[3], "status": found[2] or step.status}

    def day(self, day: date, published: date) -> str:
        """A day as a page tells it on which it came out so many days before or behind."""
        ahead = (day - published).days
        kind = f"day {ahead}" if -1 <= ahead <= 1 else "day past" if ahead < 0 else "day within a week"
        chosen = self.chance.choice(told("all", kind if ahead < WEEK else "day ahead"))
        names = {"weekday": told("all", "=weekday")[day.weekday()], "month": told("all", "=month")[day.month - 1]}
        return self.filled(chosen, {**names, "number": str(day.day)})


def lines(number: int, seed: int, kinds: list[str], only: list[str]) -> Iterator[dict[str, Any]]:
    """So many chains of each kind, from field to field; none of a kind that a field does not have."""
    chance = Random(seed)
    for kind in kinds:
        having = [field for field in only if kind not in CHANGED or kind in several(told(field, "near")[0])]
        for place in range(number if having else 0):
            yield Maker(having[place % len(having)], chance).line(place, kind)


def main() -> None:
    """Print what comes of the chains by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chains", type=int, default=20, help="how many of each kind (default: 20)")
    parser.add_argument("--seed", type=int, default=1, help="other chains by another number (default: 1)")
    parser.add_argument("--kind", choices=list(COURSES), action="append", help="only chains of this kind")
    parser.add_argument("--field", choices=fields(), action="append", help="only chains of this field")
    parser.add_argument("--show", action="store_true", help="print each chain that is not right, with its pages")
    args = parser.parse_args()
    found = []
    for line in lines(args.chains, args.seed, args.kind or list(COURSES), args.field or fields()):
        found.append(chain_of(line))
        if args.show and not found[-1].is_right:
            print(*show(found[-1]), *(f"    {page['published']} {page['text']}" for page in line["pages"]), sep="\n")
    print_counts(found)


if __name__ == "__main__":
    main()
