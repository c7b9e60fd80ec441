"""How an encounter stands, when and where it is, who says so and why: the case file, with its near-misses."""

from __future__ import annotations

import pytest

import qawl
from qawl.cases import Case, cases_path, read_cases
from qawl.model import Span

PUBLISHED = "2021-05-05"  # a Wednesday
CASES = read_cases(cases_path("circumstances.txt"))


def told(value: Span | str | None) -> str:
    return value.text if isinstance(value, Span) else value or "-"


def events_in(text: str) -> tuple[tuple[str, ...], ...]:
    found = qawl.read(text, kind="text", published=PUBLISHED).events
    return tuple(tuple(map(told, (e.type, e.status, e.when, e.where, e.according_to, e.reason))) for e in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_an_encounter_has_its_circumstances(case: Case) -> None:
    if case.todo:
        pytest.xfail(case.todo)
    assert events_in(case.text) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_where_no_day_is_told_it_says_so(case: Case) -> None:
    for event in qawl.read(case.text, kind="text", published=PUBLISHED).events:
        assert (event.when is None) == (event.when_reason is not None)
