"""How often somebody speaks over time: statements by the day, month or year in which they were published, all and by topic."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from sqlite3 import Connection
from typing import Literal

from msgspec import Struct

from qawl.library.asking.naming import Meant, whose
from qawl.library.asking.told import SAYINGS
from qawl.library.asking.who import spoken_by

Unit = Literal["day", "month", "year"]
# Letters of each in an ISO day, and over how many of them the next is told.
LETTERS: dict[Unit, int] = {"day": 10, "month": 7, "year": 4}
MOST_DAYS, MOST_MONTHS = 45, 36
MOST_TOPICS = 5


class Row(Struct, frozen=True, kw_only=True):
    """How many sayings each period has under a topic; under all, and without one, where ``topic`` is null."""

    topic: str | None
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many there are in all periods; one that is reported in two of them counts in both."""
        return sum(self.counts)


class OverTime(Struct, frozen=True, kw_only=True):
    """``periods`` are ISO days, months or years without a gap, the first row is that of all sayings, the others those of most
    topics. Pages without a whole day of publishing are left out.
    """

    unit: Unit
    periods: tuple[str, ...]
    rows: tuple[Row, ...]


def over_time(connection: Connection, found: Meant) -> OverTime:
    """How often somebody speaks; no period where no dated page tells a statement of his."""
    where, values = spoken_by(whose(connection, found))
    told = f"FROM statements f JOIN pages p USING (page) WHERE {where} AND length(p.published) >= {LETTERS['day']}"
    ends = connection.execute(f"SELECT min(p.published), max(p.published) {told}", values).fetchone()
    if ends[0] is None:
        return OverTime(unit="day", periods=(), rows=())
    unit, periods = periods_between(*(date.fromisoformat(end[: LETTERS["day"]]) for end in ends))
    query = f"SELECT substr(p.published, 1, {LETTERS[unit]}), f.topic, {SAYINGS} {told} GROUP BY 1, 2"
    by_topic: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
    for period, topic, count in connection.execute(query, values):
        by_topic[topic][period] += count
    return OverTime(unit=unit, periods=periods, rows=tuple(rows(by_topic, periods)))


def periods_between(first: date, last: date) -> tuple[Unit, tuple[str, ...]]:
    """The days from one to another, both in; where these are many the months, else the years."""
    days = (last - first).days + 1
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if days <= MOST_DAYS:
        return "day", tuple((first + timedelta(days=number)).isoformat() for number in range(days))
    if len(months) <= MOST_MONTHS:
        return "month", tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in months)
    return "year", tuple(f"{year:04}" for year in range(first.year, last.year + 1))


def rows(by_topic: dict[str | None, Counter[str]], periods: tuple[str, ...]) -> Iterator[Row]:
    """The row of all, then those of the topics that have most."""
    everything = sum(by_topic.values(), Counter[str]())
    yield Row(topic=None, counts=tuple(everything[period] for period in periods))
    topics = sorted((topic for topic in by_topic if topic), key=lambda topic: (-by_topic[topic].total(), topic))
    for topic in topics[:MOST_TOPICS]:
        yield Row(topic=topic, counts=tuple(by_topic[topic][period] for period in periods))
