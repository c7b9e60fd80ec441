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


@pytest.mark.parametrize(("weekday", "count"), [("الأحد", 2), ("الثلاثاء", 1)])
def test_weekdays_tell_sessions_apart_on_a_page_without_a_date(weekday: str, count: int) -> None:
    text = f"عقد البرلمان الثلاثاء جلسة استثنائية. وشهدت جلسة البرلمان {weekday} خلافا بين النواب."
    assert len(qawl.read(text, kind="text").events) == count


@pytest.mark.parametrize(("when", "count"), [("أمس ", 1), ("", 0)])
def test_an_assembly_sits_on_a_day_though_the_page_does_not_tell_its_own(when: str, count: int) -> None:
    assert len(qawl.read(f"ناقشت لجنة المياه في صحار {when}عددا من المواضيع.", kind="text").events) == count
