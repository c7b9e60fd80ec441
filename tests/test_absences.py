"""Absences: who stays away from what, who says so and why, and what is none; the command that scores them."""

from __future__ import annotations

import inspect

import pytest

import qawl
from qawl.arabic.agenda.absent import barred, exceptions, invitations, nouns, refusals, verbs
from qawl.cases import Case, cases_path, read_cases

ABSENCES = read_cases(cases_path("absences.txt"))
ABSENT = ("not_attending", "not_invited")


def absent(text: str) -> tuple[tuple[str, ...], ...]:
    """Who stays away by the events of a text, each once."""
    people = (who for event in qawl.read(text, kind="text").events for who in event.participants if who.part in ABSENT)
    return tuple((who.name, who.part, who.according_to or "-", who.reason.text if who.reason else "-") for who in people)


@pytest.mark.parametrize("case", ABSENCES, ids=lambda case: case.place)
def test_an_absence(case: Case) -> None:
    assert absent(case.text) == case.expected


def test_two_absences_from_one_encounter_are_one_event() -> None:
    text = "أعلنت نقابة الأطباء مقاطعة هذه الانتخابات. وأعلنت نقابة المعلمين مقاطعة الانتخابات."
    (event,) = qawl.read(text, kind="text").events
    assert [who.name for who in event.participants] == ["نقابة الأطباء", "نقابة المعلمين"]


def test_every_rule_has_cases_that_it_reads() -> None:
    modules = (verbs, nouns, refusals, exceptions, barred, invitations)
    rules = {name for module in modules for name, _ in inspect.getmembers(module, inspect.isfunction) if name.startswith("by_")}
    assert rules - {"by_refusing", "by_not_getting"} == {case.rule for case in ABSENCES if case.expected}
