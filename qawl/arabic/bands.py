"""Bands: how far a finding can be trusted, by the measured precision of its rule with the form of its speaker.

The counts come from annotated text (`make bands`); nothing here is set by hand.
"""

from __future__ import annotations

from functools import cache
from math import sqrt

from qawl.model import Band, Speaker
from qawl.tables import table

# The quantile of the normal distribution for a two-sided interval of 95 %.
Z = 1.959964
PUBLISH_FROM = 0.90
DRAFT_BELOW = 0.80
FEWEST_CASES = 10


def wilson_lower(right: int, cases: int) -> float:
    """The lower end of the 95 % interval of a share (Wilson 1927); 0 where there are no cases."""
    if not cases:
        return 0.0
    share, weight = right / cases, Z * Z / cases
    return (share + weight / 2 - Z * sqrt((share * (1 - share) + weight / 4) / cases)) / (1 + weight)


def band_of_counts(right: int, cases: int) -> Band:
    """The band of findings that were right `right` times in `cases`."""
    if cases < FEWEST_CASES or right / cases < DRAFT_BELOW:
        return "draft"
    return "publish" if wilson_lower(right, cases) >= PUBLISH_FROM else "check"


@cache
def counts() -> dict[tuple[str, str], tuple[int, int]]:
    """How many findings of each rule with each form of the speaker were right, of how many that were measured."""
    return {(row["rule"], row["form"]): (int(row["right"]), int(row["cases"])) for row in table("bands.tsv")}


@cache
def bands() -> dict[tuple[str, str], Band]:
    """The band of each rule with each form of the speaker that was measured."""
    return {key: band_of_counts(*counted) for key, counted in counts().items()}


def counts_of(rule: str, speaker: Speaker) -> tuple[int, int] | None:
    """How many findings of this kind were right, of how many; None where they were not measured."""
    return counts().get((rule, speaker.form))


def band_of(rule: str, speaker: Speaker | None) -> Band:
    """The band of a finding; one without a speaker is a draft, and so is one whose rule was never measured."""
    return bands().get((rule, speaker.form), "draft") if speaker else "draft"
