"""The chooser: chances add up, the fit finds what tells right from wrong, and the table has points for what candidates show."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.chooser import Case, Verdict, curve, fit, folds_of, table_text
from qawl.arabic.actors import Actor
from qawl.arabic.findings import Finding
from qawl.arabic.passage import Passage
from qawl.arabic.people.finding import find_people
from qawl.arabic.reporting.statements import find_statements
from qawl.arabic.speakers.candidates import Candidate, candidates, main_trace
from qawl.arabic.speakers.chooser import LEAST_CHANCE, chances, choose, choose_by, points
from qawl.arabic.speakers.past import Past
from qawl.arabic.speakers.traces import Trace
from qawl.tables import data_path

ACTOR = Actor((0, 1), ("سالم",), "person")
OTHER = Actor((1, 2), ("نادر",), "person")


def offered(*figures: str) -> list[Candidate]:
    return [Candidate(actor, (figure,)) for actor, figure in zip((ACTOR, OTHER), figures, strict=False)]


def test_chances_leave_room_for_nobody() -> None:
    assert chances(offered("a", "b"), {"a": 0, "b": 0}) == pytest.approx([1 / 3, 1 / 3])
    assert sum(chances(offered("a", "b"), {"a": 400, "b": -400})) < 1


def test_the_likeliest_is_chosen_and_nobody_where_it_is_not_likely_enough() -> None:
    choice = choose_by(offered("a", "b"), {"a": -100, "b": 300})
    assert choice.candidate is not None
    assert choice.candidate.actor is OTHER
    assert choice.chance > LEAST_CHANCE
    assert choose_by(offered("a", "b"), {}).candidate is None
    assert choose([]) == (None, 0.0)


def test_the_fit_gives_points_to_what_tells_right_from_wrong() -> None:
    cases = [Case([("near", "any"), ("far", "any")], [True, False], 1.0)] * 20
    found = fit(cases)
    assert found == fit(cases)
    assert found["near"] > 0 > found["far"]
    assert choose_by([Candidate(ACTOR, ("near", "any")), Candidate(OTHER, ("far", "any"))], found).candidate is not None


def test_nobody_is_likely_where_nobody_was_right() -> None:
    found = fit([Case([("near",)], [False], 1.0)] * 20)
    assert found["near"] < 0


def test_folds_are_as_even_as_outlets_allow() -> None:
    folds = folds_of(Counter({"a": 9, "b": 3, "c": 3, "d": 2, "e": 2, "f": 1}))
    assert len({folds[outlet] for outlet in "abcde"}) == 5
    assert folds["f"] in (folds["d"], folds["e"])


def test_a_curve_counts_right_wrong_and_nobody() -> None:
    line = next(curve([Verdict(0.9, True), Verdict(0.4, False), Verdict(0.0, False)]))
    assert "right   1  wrong   1  nobody   1" in line


def test_the_table_in_use_is_written_as_the_command_writes_it() -> None:
    assert table_text(points()) == data_path("links.tsv").read_text(encoding="utf-8")


def test_a_subject_is_a_stronger_trace_than_a_later_name() -> None:
    said, named = Trace(3, "said", ACTOR), Trace(9, "later", ACTOR)
    assert main_trace([said, named]) == said
    assert main_trace([Trace(1, "inside", ACTOR), named]) == named


def test_a_candidate_agrees_and_shows_known_figures() -> None:
    passage = Passage("قالت الطبيبة ريم الصافي إن القاعة جاهزة. وأضافت أن الباب مفتوح.")
    people = find_people(passage)
    first, second = (finding for finding in find_statements(passage) if finding.content)
    past = Past(passage, people)
    past.hear(first, people[0])
    shown = figures_of(past, second)
    assert {"cue opening", "came up said", "spoke right before", "subject before itself"} <= shown
    assert shown <= set(points())


def figures_of(past: Past, finding: Finding) -> set[str]:
    return {figure for one in candidates(past, finding, past.spoken(None)) for figure in one.figures}
