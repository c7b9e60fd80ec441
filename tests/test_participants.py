"""Who takes part in encounters, and who only stands near."""

from __future__ import annotations

import pytest

import qawl
from qawl.cases import Case, cases_path, read_cases

DAY = "2015-08-10"
PARTICIPANTS = read_cases(cases_path("participants.txt"))


def told(text: str) -> tuple[tuple[str, ...], ...]:
    events = qawl.read(text, kind="text", published=DAY).events
    return tuple((p.part, p.name, str(p.count)) if p.count else (p.part, p.name) for event in events for p in event.participants)


@pytest.mark.parametrize("case", PARTICIPANTS, ids=lambda case: case.place)
def test_a_participant(case: Case) -> None:
    assert told(case.text) == case.expected
