"""What adding a page costs as a library grows: `python -m bench.growth [--pages N]` (100,000, about an hour), printed step by step.

Invented pages are written as `qawl add` writes those that it has read: kept, packed, their rows made, and taken in beside all
others. One in five is a near-copy of a page that came shortly before (printed with a line more, edited, halved, among other
reports), one in five tells sayings of another page among its own, one in twenty is a bulletin whose figures alone are new, and each
outlet ends its pages alike. A page should cost at most twice as much in the last tenth as in the first, and memory stay flat.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import wraps
from itertools import islice
from pathlib import Path
from random import Random
from sqlite3 import Connection
from time import perf_counter, process_time
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from bench.library import resident, tell
from bench.newsroom import FIRST_DAY, SEED, Story, Verb, World, record_of, stories
from qawl.library import Library
from qawl.library.across import articles, encounters, identities, sayings
from qawl.library.arrivals import Given
from qawl.library.captures import keep
from qawl.library.keeping import pack_record
from qawl.library.refreshing import write_page
from qawl.library.store import Store
from qawl.model import Event, Participant, Place, Record, Span, hash_id, slice_span
from qawl.tables import table

PAGES = 100_000
BATCH = 200
WARM = 100  # pages that are made and not added
TENTHS, LINES = 10, 50
WHEN = "2024-03-31T00:00:00Z"
# Shares of pages: near-copies, those with sayings of other pages, bulletins, those that tell of a visit.
COPIED, REPEATED, BULLETINS, VISITS = 0.2, 0.2, 0.05, 0.3
# Pages of a day: the 100,000 take ten years. Such a share come late, of any day since three years before.
DAILY, OLD, YEARS = 27, 0.1, 1_095
LATELY = 2_000  # a page is copied while it is among so many last ones
EDITED = 0.08  # of the words of an edited copy
# What is timed: making the pages too, which costs the same all the time, so that it tells how busy the machine was.
COLUMNS = ("making", "all", "articles", "identities", "sayings", "encounters")
MEMORY = "memory"
COUNTED = {
    "pages": "SELECT count(*) FROM pages",
    "articles": "SELECT count(DISTINCT article) FROM pages",
    "names of people": "SELECT count(DISTINCT key) FROM people",
    "people": "SELECT count(*) FROM identities WHERE kind = 'person'",
    "sayings": "SELECT count(DISTINCT saying) FROM statements",
    "encounters": "SELECT count(DISTINCT encounter) FROM events",
}
STEPS = {"articles": articles, "identities": identities, "sayings": sayings, "encounters": encounters}


class News(NamedTuple):
    """A story, and the town that its first line names where it tells of a visit there by who says it."""

    story: Story
    town: str | None


class Desk:
    """Makes news out of stories, some of it out of news that came before."""

    def __init__(self, seed: int) -> None:
        self.chance, self.world = Random(seed), World(seed)
        self.towns = [row["form"] for row in table("cities.tsv")]
        self.lately: deque[News] = deque(maxlen=LATELY)

    def news(self, pages: int) -> Iterator[News]:
        """So many pages of news, in the order in which they come."""
        for number, story in enumerate(stories(pages, SEED)):
            made = self._made(number, story._replace(day=self._day(number)))
            self.lately.append(made)
            yield made._replace(story=made.story._replace(lines=[*made.story.lines, self._ending(made.story)]))

    def _day(self, number: int) -> date:
        """The day on which a page comes; a page from an archive is of a day long before."""
        came = number // DAILY
        return FIRST_DAY + timedelta(days=self.chance.randint(-YEARS, came) if self.chance.random() < OLD else came)

    def _made(self, number: int, story: Story) -> News:
        what = self.chance.random()
        if what < BULLETINS:
            return News(self._bulletin(number, story), None)
        if self.lately and what < BULLETINS + COPIED:
            return self._copy(self.chance.choice(self.lately), story)
        if self.lately and what < BULLETINS + COPIED + REPEATED:
            told = self.chance.choice(self.lately).story
            return News(Story(told.day, story.outlet, [*story.lines[2:], *told.lines[:2]]), None)
        return self._with_visit(story) if self.chance.random() < VISITS else News(story, None)

    def _with_visit(self, story: Story) -> News:
        town = self.chance.choice(self.towns)
        (verb, who, said), *others = story.lines
        return News(story._replace(lines=[(verb, who, f"{town} {said}"), *others]), town)

    def _copy(self, news: News, story: Story) -> News:
        """A page in other print: with a line more, edited, halved, or before other reports."""
        lines = news.story.lines
        printed = self.chance.choice(
            [
                [*lines, story.lines[0]],
                [(verb, who, self._edited(said)) for verb, who, said in lines],
                lines[: max(2, len(lines) // 2)],
                [*lines, *story.lines[5:]],
            ]
        )
        return News(Story(news.story.day + timedelta(days=self.chance.randint(0, 1)), story.outlet, printed), news.town)

    def _edited(self, said: str) -> str:
        first, *words = said.split()
        return " ".join(
            [first, *(self.chance.choice(self.world.words) if self.chance.random() < EDITED else word for word in words)]
        )

    def _bulletin(self, number: int, story: Story) -> Story:
        """The same words of an outlet as ever, with other figures."""
        form = Random(story.outlet)
        lines = [(form.choice(self.world.verbs), self.world.somebody(form), self.world.text(form)) for _ in range(4)]
        return story._replace(lines=[(verb, who, f"{said} {number + 10 * place}") for place, (verb, who, said) in enumerate(lines)])

    def _ending(self, story: Story) -> tuple[Verb, Any, str]:
        form = Random(f"{story.outlet} ending")
        return form.choice(self.world.verbs), self.world.somebody(form), self.world.text(form)


def record_of_news(news: News, number: int) -> Record:
    """The record that a page of news would give, with its visit."""
    record = record_of(news.story, number)
    if news.town is None or not record.statements:
        return record
    first = record.statements[0]
    assert first.speaker
    at = first.content[0].start
    town = slice_span(record.document.text, at, at + len(news.town))
    place = Place(id=hash_id(record.document.text_sha256, "place"), name=news.town, mentions=(town,))
    return replace(record, places=(place,), events=(visit(record, town, first.speaker.name, first.speaker.ref, first.content),))


def visit(record: Record, town: Span, name: str, ref: str | None, evidence: tuple[Span, ...]) -> Event:
    """A visit that a record tells of, on the day after it was published."""
    who = Participant(name=name, type="person", ref=ref, part="attends")
    identifier = hash_id(record.document.text_sha256, "visit")
    day = record.document.published
    return Event(id=identifier, type="visit", where=town, when=day, status="announced", participants=(who,), evidence=evidence)


# -- the clock


class Clock:
    """Seconds of this process by what they were spent on; what other processes take of the machine does not count."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    def timed(self, name: str, run: Callable[..., Any]) -> Callable[..., Any]:
        """A function whose seconds are counted under a name."""

        @wraps(run)
        def counted(*given: Any) -> Any:
            began = process_time()
            try:
                return run(*given)
            finally:
                self.spent[name] += process_time() - began

        return counted

    def since(self) -> dict[str, float]:
        """What was spent since it was asked last."""
        spent, self.spent = self.spent, defaultdict(float)
        return spent


def write(store: Store, batch: list[Record]) -> None:
    """Write records as `qawl add` writes those that it has read, in one transaction."""
    with store.writing() as connection:
        for record in batch:
            key = record.document.page_sha256
            keep(connection, key, record.document.text.encode())
            given = msgspec.json.encode(Given(id=record.document.id, form="text")).decode()
            write_page(store, key, pack_record(record), given, WHEN, "reread", None)


def left_out(connection: Connection, page: int, record: Record) -> None:
    """A step that is not taken."""


def grow(folder: Path, pages: int, without: Sequence[str] = ()) -> None:
    """Add pages, and print what one costs, step by step, and the memory, as it goes, so that a run that is cut tells too."""
    clock, lines, began = Clock(), list[dict[str, float]](), perf_counter()
    for name, step in STEPS.items():
        step.take_in = left_out if name in without else clock.timed(name, step.take_in)  # type: ignore[attr-defined]
    written = clock.timed("all", write)
    made = clock.timed("making", lambda number: list(islice(news, number)))
    news = (record_of_news(one, number) for number, one in enumerate(Desk(SEED).news(WARM + pages)))
    list(islice(news, WARM))
    print("milliseconds a page".ljust(24), *(f"{name:>12}" for name in COLUMNS), f"{'memory, MB':>12}", flush=True)
    done = told = 0
    with Library(folder, create=True) as library:
        while batch := made(min(BATCH, max(1, pages // LINES))):
            written(library.store, batch)
            done += len(batch)
            if done * LINES // pages > told * LINES // pages:
                lines.append(
                    {name: 1000 * seconds / (done - told) for name, seconds in clock.since().items()} | {MEMORY: resident()}
                )
                told = done
                print(
                    f"{done:>10,} pages".ljust(24), *(f"{lines[-1].get(name, 0):12.2f}" for name in (*COLUMNS, MEMORY)), flush=True
                )
        counted = {name: library.store.connection.execute(query).fetchone()[0] for name, query in COUNTED.items()}
    tell_growth(lines)
    tell(", ".join(COUNTED), ", ".join(f"{number:,}" for number in counted.values()))
    tell("all of it, seconds on the wall", f"{perf_counter() - began:,.0f}")
    tell("on disk, MB", f"{sum(file.stat().st_size for file in folder.rglob('*') if file.is_file()) / 1e6:,.0f}")


def tell_growth(lines: list[dict[str, float]]) -> None:
    """Print how much more a page costs at the end than at the beginning, step by step, and the memory after each tenth."""
    first, last = lines[: LINES // TENTHS], lines[-(LINES // TENTHS) :]
    grown = {name: cost_of(last, name) / (cost_of(first, name) or 1) for name in COLUMNS}
    for name in COLUMNS:
        tell(f"last tenth : first tenth, {name}", f"{grown[name]:.2f}", "at most 2")
    tell("the same of all, measured by making", f"{grown['all'] / (grown['making'] or 1):.2f}", "at most 2 on a busy machine")
    sizes = [line[MEMORY] for line in lines[LINES // TENTHS - 1 :: LINES // TENTHS]]
    tell("memory after each tenth, MB", ", ".join(f"{size:,.0f}" for size in sizes), "to stay flat")


def cost_of(lines: Sequence[dict[str, float]], name: str) -> float:
    """What was spent on something in some lines; nothing where it was left out."""
    return sum(line.get(name, 0.0) for line in lines)


def main(argv: list[str] | None = None) -> int:
    """Print the figures. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES, help="how many pages are added (%(default)s)")
    parser.add_argument("--without", choices=STEPS, nargs="+", default=[], help="steps of taking a page in that are left out")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as work:
        grow(Path(work) / "library", args.pages, args.without)
    return 0


if __name__ == "__main__":
    sys.exit(main())
