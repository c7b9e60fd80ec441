"""Figures and lengths of time: the cases, and the table by its own examples."""

from __future__ import annotations

import json

import pytest

import qawl
from qawl.arabic.letters import fold_phrase
from qawl.arabic.numerals import value_of
from qawl.cases import Case, cases_path, read_cases
from qawl.model import Duration, Figure, Record
from qawl.tables import Row, table

CASES = read_cases(cases_path("figures.txt"))
# Classes whose examples tell a number in spite of the word, or none because of it.
WITHOUT_NUMBER = ("label", "of_day", "adverb")
BESIDE = ("age", "counts")


def read(text: str) -> Record:
    return qawl.read(text, kind="text", published="2015-08-10")


def cells(found: Figure | Duration) -> tuple[str, ...]:
    if isinstance(found, Duration):
        return found.text, found.value
    value = "null" if found.value is None else f"{found.value:g}" if found.value < 1e6 else str(int(found.value))
    return found.text, value, found.unit or "-"


def quantities(text: str) -> tuple[tuple[str, ...], ...]:
    record = read(text)
    return tuple(cells(found) for found in sorted((*record.figures, *record.durations), key=lambda found: found.start))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_case(case: Case) -> None:
    assert quantities(case.text) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_places_are_true_to_the_text_and_only_what_is_vague_has_no_value(case: Case) -> None:
    record = read(case.text)
    text = record.document.text
    assert all(text[found.start : found.end] == found.text for found in (*record.figures, *record.durations))
    assert all(figure.vague == (figure.value is None) for figure in record.figures)


@pytest.mark.parametrize("row", table("quantities.tsv"), ids=lambda row: f"{row['form']}-{row['class']}")
def test_the_example_of_a_row_tells_what_it_is(row: Row) -> None:
    found = quantities(row["example"])
    form, kind = fold_phrase(row["form"]), row["class"]
    assert form in fold_phrase(row["example"])
    if kind in WITHOUT_NUMBER:
        assert found == ()
    elif kind in BESIDE:
        assert [form in fold_phrase(cells[0]) for cells in found] == [False]
        assert kind != "age" or len(found[0]) == 3
    else:
        assert len(found) == 1
        assert kind in ("lasts", "whole") or form in fold_phrase(found[0][0])


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("12", 12), ("0", 0), ("05", None), ("1,500", 1500), ("1.500", None), ("1.200.000", 1200000), ("12.5", 12.5),
        ("12,5", 12.5), ("0.5", 0.5), ("12٫5", 12.5), ("1٬500", 1500),
    ],
)  # fmt: skip
def test_the_value_of_digits(digits: str, value: float | None) -> None:
    assert value_of(digits) == value


def test_a_value_is_a_number_in_json() -> None:
    record = json.loads(read("وصل 12 خبيرا.").to_json())
    assert record["figures"] == [{"text": "12 خبيرا", "start": 4, "end": 12, "value": 12, "unit": "خبيرا", "vague": False}]
