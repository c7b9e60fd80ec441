"""Counts over time as bars, to be drawn at the server: small multiples, one above the other, over one axis.

Time runs from left to right in both languages: a chart is not mirrored.
"""

from __future__ import annotations

from msgspec import Struct

from qawl.library.asking.over_time import OverTime, Row

STEP, GAP, HEIGHT = 10, 2, 40  # units of a drawing: of a period, between two bars, of the highest bar
FEW = 16


class Bar(Struct, frozen=True):
    """A period with its count, and where its bar stands: from the left and from the top, how wide and how high."""

    period: str
    count: int
    x: float
    y: float
    width: float
    height: float


class Line(Struct, frozen=True):
    """A row of bars under a topic, and how many sayings they are."""

    topic: str | None
    total: int
    bars: tuple[Bar, ...]


class Plot(Struct, frozen=True):
    """Rows of bars of one width; the row of all is drawn to its own measure, those of topics to one that they share."""

    width: int
    height: int
    lines: tuple[Line, ...]


def plot_of(found: OverTime) -> Plot | None:
    """The drawing of counts over time; None where there is one period alone, which shows no time."""
    if len(found.periods) < 2:
        return None
    everything, *topics = found.rows
    most = max((count for row in topics for count in row.counts), default=1)
    lines = (line(everything, found.periods, max(everything.counts)), *(line(row, found.periods, most) for row in topics))
    return Plot(STEP * len(found.periods), HEIGHT, lines)


def line(row: Row, periods: tuple[str, ...], most: int) -> Line:
    """A row of bars, the highest being `most`."""
    width = width_of(len(periods))
    counted = enumerate(zip(periods, row.counts, strict=True))
    return Line(row.topic, row.total, tuple(bar(place, period, count, most, width) for place, (period, count) in counted))


def bar(place: int, period: str, count: int, most: int, width: float) -> Bar:
    """The bar of a period, in the middle of its step."""
    height = round(HEIGHT * count / most, 1)
    return Bar(period, count, round(STEP * place + (STEP - width) / 2, 2), HEIGHT - height, width, height)


def width_of(periods: int) -> float:
    """How wide a bar is: of few periods no wider than if there were `FEW`."""
    return round((STEP - GAP) * min(1, periods / FEW), 2)
