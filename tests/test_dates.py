"""Dates: the cases, the tables by their own examples, anchors, places, and lines with a visible date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

import pytest

from qawl.arabic.dates.calendars import Present, Spot, century, hijri_value, months_of, value_of, week_of
from qawl.arabic.dates.finding import find_dates, find_visible_date
from qawl.arabic.dates.rules import read_dates
from qawl.arabic.letters import fold, fold_phrase
from qawl.arabic.tokens import Tokens
from qawl.cases import Case, cases_path, read_cases
from qawl.tables import Row, table

MONDAY = "2015-08-10"
TABLES = ("weekdays.tsv", "numbers.tsv", "relative_dates.tsv", "date_words.tsv", "date_tense.tsv", "known_days.tsv")
CASES = read_cases(cases_path("dates.txt"))


def text_and_day(case: Case) -> tuple[str, str | None]:
    """The text of a case without its line of publication, and that day."""
    lines = case.text.split("\n")
    days = [line[1:].strip() for line in lines if line.startswith("@")]
    return "\n".join(line for line in lines if not line.startswith("@")), days[0] if days else None


def pairs(text: str, published: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((date.text, date.value or "null") for date in find_dates(Tokens(text), published))


def params() -> Iterator[object]:
    for case in CASES:
        marks = [pytest.mark.xfail(reason=case.todo)] if case.todo else []
        yield pytest.param(case, id=case.place, marks=marks)


@pytest.mark.parametrize("case", list(params()))
def test_case(case: Case) -> None:
    assert pairs(*text_and_day(case)) == case.expected


@pytest.mark.parametrize("name", TABLES)
def test_the_example_of_a_row_holds_its_form_and_a_date(name: str) -> None:
    silent = [row for row in table(name) if not (holds(row) and (row.get("kind") == "hundred" or dated(row)))]
    assert silent == []


def dated(row: Row) -> bool:
    """Whether the example of a row gives a date."""
    return bool(find_dates(Tokens(row["example"]), MONDAY))


def holds(row: Row) -> bool:
    """Whether the example of a row has its form; a known day may be written with any name of its month."""
    return fold_phrase(row["form"]) in fold_phrase(row["example"]) or "leads" in row


@pytest.mark.parametrize("row", table("date_guards.tsv"), ids=lambda row: row["form"])
def test_the_example_of_a_guard_holds_no_date(row: Row) -> None:
    assert fold(row["form"]) in fold_phrase(row["example"])
    assert not find_dates(Tokens(row["example"]), MONDAY)


@pytest.mark.parametrize("name", TABLES)
def test_no_form_stands_twice(name: str) -> None:
    forms = [fold_phrase(row["form"]) for row in table(name)]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("row", table("known_days.tsv"), ids=lambda row: row["form"])
def test_a_known_day_has_its_year(row: Row) -> None:
    assert [value for _, value in pairs(row["example"], MONDAY)] == [row["value"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_places_are_in_order_and_true_to_the_text(case: Case) -> None:
    text, published = text_and_day(case)
    dates = find_dates(Tokens(text), published)
    assert all(text[date.start : date.end] == date.text for date in dates)
    assert all(one.end <= other.start for one, other in pairwise(dates))


@pytest.mark.parametrize(
    ("text", "published", "anchor"),
    [
        ("وصل أمس", MONDAY, "published"),
        ("وصل أمس", MONDAY + "T10:00:00+03:00", "published"),
        ("وصل أمس", None, None),
        ("وصل في 3 مايو 2014", MONDAY, None),
        ("3 مارس 2014\nوصل الوفد أمس", None, "2014-03-03"),
        ("في 3 يناير 2012 ثم في 14 فبراير من العام نفسه", MONDAY, "2012-01-03"),
        ("في 3 يناير 2012 ثم في العام نفسه", MONDAY, "2012-01-03"),
        ("في يونيو 2012 وفي الشهر نفسه من عام 2011", MONDAY, "2012-06"),
        ("وصل يوم الخميس، ويعود في 3 سبتمبر", MONDAY, "published"),
        ("وصل اليوم الخميس 19 يوليو 2012 ويعود غدا", None, "2012-07-19"),
        ("يحتفل الناس في 3 مايو من كل عام", MONDAY, None),
    ],
)
def test_anchor(text: str, published: str | None, anchor: str | None) -> None:
    assert find_dates(Tokens(text), published)[-1].anchor == anchor


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("كتبت سعاد الخضر - الأحد 3 مايو 2015 الساعة 10:20", "2015-05-03"),
        ("نشر في: ٠٣/٠٥/٢٠١٥ 10:20", "2015-05-03"),
        ("14 رجب 1436 هـ - 3 مايو 2015 م", "2015-05-03"),
        ("14 رجب 1436 هـ", "2015-05-03"),
        ("مايو 2015", None),
        ("كتبت سعاد الخضر أمس", None),
    ],
)
def test_visible_date(line: str, value: str | None) -> None:
    date = find_visible_date(line)
    assert (date.value if date else None) == value


def test_a_text_without_dates_gives_none() -> None:
    assert find_dates(Tokens("الباب مغلق والنافذة مفتوحة."), MONDAY) == ()
    assert find_dates(Tokens(""), None) == ()


def test_reading_needs_no_present() -> None:
    assert [found.first for found in read_dates(Tokens("في 3 مايو"))] == [Spot(month=5, day=3)]


def test_calendar_values() -> None:
    assert century(19) == "1801/1900"
    assert months_of("2012", 1, 3) == "2012-01-01/2012-03-31"
    assert hijri_value(1436, 10, 25) == MONDAY
    assert hijri_value(1200, 1, 1) is None
    assert value_of(Spot(step=0, unit="week"), Present(MONDAY), ahead=0) == "2015-08-10/2015-08-16"
    assert value_of(Spot(year=2015, month=2, day=30), Present(), ahead=0) is None
    assert week_of(datetime.date(2015, 8, 16)) == "2015-08-10/2015-08-16"
