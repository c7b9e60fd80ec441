"""Which of several candidates a saying without a subject carries on: each figure has its points, the sum says how likely.

The points are hundredths of a logit, learned from marked pages (`python -m bench.chooser`) and kept in a table that can be read.
"""

from __future__ import annotations

from functools import cache
from math import exp
from typing import NamedTuple

from qawl.arabic.speakers.candidates import Candidate
from qawl.tables import table

# Below this chance nobody is named: at it 94 of 100 links left out of the fit on half a are right, and two in three right below it.
LEAST_CHANCE = 0.6
POINTS = 100


class Choice(NamedTuple):
    """The best candidate and how likely it is the one; ``candidate`` is None where nobody is likely enough."""

    candidate: Candidate | None
    chance: float


@cache
def points() -> dict[str, int]:
    """The points of each figure."""
    return {row["figure"]: int(row["points"]) for row in table("links.tsv")}


def chances(offered: list[Candidate], weights: dict[str, int]) -> list[float]:
    """How likely each candidate is the one, nobody of them being one more possibility, with no points."""
    sums = [sum(weights.get(figure, 0) for figure in candidate.figures) / POINTS for candidate in offered]
    shares = [exp(each) for each in sums]
    return [share / (1 + sum(shares)) for share in shares]


def choose(offered: list[Candidate]) -> Choice:
    """The likeliest candidate, if likely enough; of two alike the one that came up first."""
    return choose_by(offered, points())


def choose_by(offered: list[Candidate], weights: dict[str, int], least: float = LEAST_CHANCE) -> Choice:
    """The likeliest candidate by these points."""
    if not offered:
        return Choice(None, 0.0)
    found = chances(offered, weights)
    best = max(range(len(offered)), key=found.__getitem__)
    return Choice(offered[best] if found[best] >= least else None, found[best])
