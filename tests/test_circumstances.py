"""How an encounter stands, when and where it is, who says so and why: the case file, with its near-misses."""

from __future__ import annotations

import pytest

import qawl
from qawl.arabic.agenda.headers import header_day
from qawl.arabic.dates.finding import find_dates
from qawl.arabic.passage import Passage
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


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("الأحد 3 مايو 2020", "2020-05-03"),
        ("تاريخ النشر: 3 مايو 2020", "2020-05-03"),
        ("انتخابات 3 مايو 2020", None),
        ("وقع في 3 مايو 2020 زلزال.", None),
        ("الأحد 3 مايو", None),
    ],
)
def test_a_date_at_the_head_is_the_day_of_a_page_that_tells_none(head: str, day: str | None) -> None:
    passage = Passage(f"{head}\nالتقى وزير النقل سالم الكندي السفير نزار العلي اليوم.")
    assert header_day(passage, find_dates(passage.tokens, None)) == day


@pytest.mark.parametrize(
    ("body", "status", "day"),
    [
        ("أعلنت لجنة المعلمين أمس الاعتصام الثلاثاء في الحادية عشرة أمام الوزارة.", "announced", "2021-05-11"),
        ("اعتصم المعلمون الثلاثاء أمام الوزارة.", "held", "2021-05-04"),
    ],
)
def test_the_text_tells_the_week_of_the_day_of_a_headline(body: str, status: str, day: str) -> None:
    (event,) = events_in(f"اعتصام للمعلمين الثلاثاء أمام الوزارة\n{body}")
    assert event[1:3] == (status, day)
