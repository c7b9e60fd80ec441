"""What one party says of another as lanes over time: a lane for each stance, a dot for each sentence.

Time runs from left to right in both languages, as in the other charts; both directions share one axis. No dot weighs more
than another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from qawl.library.asking.timeline import Point, Timeline
from qawl.model import Stance

WIDTH = 1000  # units of a drawing
SIDE = 15  # of them left free at either end
# In the order of the lanes; the last is of sentences that only name the other.
LANES: tuple[Stance | None, ...] = ("cooperation", "tension", "exclusion", "reservation", "neutral", None)
EDGES = {4: "-01-01", 7: "-01"}  # what makes the first day of a year and of a month


class Dot(Struct, frozen=True):
    """A sentence by its number in the list below, and where it stands from the left."""

    number: int
    x: float
    point: Point


class Lane(Struct, frozen=True):
    """The sentences of one stance that have a day."""

    stance: Stance | None
    dots: tuple[Dot, ...]


class Way(Struct, frozen=True):
    """One direction: who of whom, its lanes, and all its sentences with their numbers."""

    one: str
    other: str
    lanes: tuple[Lane, ...]
    points: tuple[tuple[int, Point], ...]


def ways_of(found: Timeline) -> tuple[Way, Way]:
    """Both directions over one axis, sentences counted through."""
    days = [day for point in (*found.a_to_b, *found.b_to_a) if (day := first_day(point))]
    ends = (min(days), max(days)) if days else None
    there = [*enumerate(found.a_to_b, 1)]
    back = [*enumerate(found.b_to_a, len(there) + 1)]
    return way(found.a, found.b, there, ends), way(found.b, found.a, back, ends)


def way(one: str, other: str, points: Sequence[tuple[int, Point]], ends: tuple[date, date] | None) -> Way:
    """One direction."""
    dots = [Dot(number, place(day, *ends), point) for number, point in points if ends and (day := first_day(point))]
    return Way(one, other, tuple(lanes(dots)), tuple(points))


def lanes(dots: Sequence[Dot]) -> Iterable[Lane]:
    """The lanes that have a dot; a sentence of several stances stands in each of theirs."""
    for stance in LANES:
        of_it = tuple(dot for dot in dots if (stance in dot.point.stance if stance else not dot.point.stance))
        if of_it:
            yield Lane(stance, of_it)


def place(day: date, first: date, last: date) -> float:
    """How far from the left a day stands."""
    share = (day - first).days / ((last - first).days or 1)
    return round(SIDE + share * (WIDTH - 2 * SIDE), 1)


def first_day(point: Point) -> date | None:
    """The day of a sentence, the first of its month or year; None where no year is known."""
    told = (point.day or "").partition("/")[0][:10]
    try:
        return date.fromisoformat(told + EDGES.get(len(told), ""))
    except ValueError:
        return None
