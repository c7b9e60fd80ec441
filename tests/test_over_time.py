"""Periods of counts over time."""

from __future__ import annotations

from datetime import date

import pytest

from qawl.library.asking.over_time import periods_between


@pytest.mark.parametrize(
    ("first", "last", "unit", "periods"),
    [
        (date(2024, 2, 28), date(2024, 3, 1), "day", ["2024-02-28", "2024-02-29", "2024-03-01"]),
        (date(2023, 11, 30), date(2024, 2, 1), "month", ["2023-11", "2023-12", "2024-01", "2024-02"]),
        (date(2019, 12, 31), date(2023, 1, 1), "year", ["2019", "2020", "2021", "2022", "2023"]),
    ],
)
def test_periods_have_no_gap_and_are_not_many(first: date, last: date, unit: str, periods: list[str]) -> None:
    assert periods_between(first, last) == (unit, tuple(periods))
