"""Bands come from counts: thresholds, the interval, and how small cells are joined."""

from __future__ import annotations

import pytest

from bench.bands import Count, join_small, table_text
from qawl.arabic.bands import band_of, band_of_counts, bands, wilson_lower
from qawl.model import Speaker
from qawl.tables import data_path, table


@pytest.mark.parametrize(("right", "cases", "lower"), [(0, 0, 0.0), (10, 10, 0.7225), (39, 40, 0.8712), (96, 100, 0.9016)])
def test_the_lower_end_of_the_interval(right: int, cases: int, lower: float) -> None:
    assert wilson_lower(right, cases) == pytest.approx(lower, abs=5e-4)


@pytest.mark.parametrize(
    ("right", "cases", "band"),
    [(9, 9, "draft"), (10, 10, "check"), (79, 100, "draft"), (80, 100, "check"), (95, 100, "check"), (96, 100, "publish")],
)
def test_the_band_of_counts(right: int, cases: int, band: str) -> None:
    assert band_of_counts(right, cases) == band


def test_small_cells_join_with_their_rule_and_then_with_their_form() -> None:
    cells = {
        ("a", "name"): Count(50, 60),
        ("a", "role"): Count(20, 25),
        ("a", "surname"): Count(18, 20),
        ("b", "role"): Count(3, 5),
        ("c", "role"): Count(4, 6),
        ("c", "name"): Count(1, 2),
    }
    joined = join_small(cells)
    assert joined[("a", "name")] == (50, 60, "own")
    assert joined[("a", "role")] == joined[("a", "surname")] == (38, 45, "rule")
    assert joined[("b", "role")] == joined[("c", "role")] == (7, 11, "form")
    assert joined[("c", "name")] == (1, 2, "form")


def test_the_table_in_use_holds_counts_only_and_no_cell_twice() -> None:
    rows = table("bands.tsv")
    assert len({(row["rule"], row["form"]) for row in rows}) == len(rows)
    assert all(0 <= int(row["right"]) <= int(row["cases"]) for row in rows)
    assert all(row["joined"] in ("own", "rule", "form") for row in rows)
    counts = {(row["rule"], row["form"]): Count(int(row["right"]), int(row["cases"]), row["joined"]) for row in rows}
    assert table_text(counts) == data_path("bands.tsv").read_text(encoding="utf-8")


def test_nobody_publishes_without_a_speaker_or_a_measure() -> None:
    assert band_of("verb_that", None) == "draft"
    assert band_of("no such rule", Speaker("سامر", "person", form="name")) == "draft"
    for (rule, form), band in bands().items():
        assert band_of(rule, Speaker("سامر", "person", form=form)) == band  # type: ignore[arg-type]
