"""Encounters: their types and their evidence, and what is none."""

from __future__ import annotations

import pytest

import qawl
from qawl.cases import Case, cases_path, read_cases

DAY = "2015-08-10"
EVENTS = read_cases(cases_path("events.txt"))


def told(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple((event.type, event.evidence[0].text) for event in qawl.read(text, kind="text", published=DAY).events)


@pytest.mark.parametrize("case", EVENTS, ids=lambda case: case.place)
def test_an_event(case: Case) -> None:
    assert told(case.text) == case.expected
