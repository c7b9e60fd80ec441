"""A month as a page of a calendar."""

from __future__ import annotations

from datetime import date

import pytest

from qawl.library.asking.courses import Course
from qawl.library.where import Where
from qawl.model import Event
from qawl.web.months import MONDAY, SATURDAY, beside, days_of, first_weekday, month_of
from qawl.web.settings import Settings

PAGE = Where(capture="a", document="a", url=None, outlet=None, published=None)


def course(when: str | None) -> Course:
    event = Event(id=str(when), type="meeting", when=when)
    return Course(event=event, page=PAGE, encounter=str(when), appearances=(), moves=())


def test_weeks_begin_on_the_day_of_the_language() -> None:
    """1 March 2024 was a Friday: the last day of a week that begins on Saturday."""
    arabic, english = (month_of("2024-03", [], first_weekday(Settings(lang=lang))) for lang in ("ar", "en"))
    assert (arabic.weekdays[0], english.weekdays[0]) == (SATURDAY, MONDAY)
    assert first_weekday(Settings(months="ma")) == MONDAY
    assert [square.day for square in arabic.weeks[0]] == [None] * 6 + [date(2024, 3, 1)]
    assert [square.day for square in english.weeks[0]][3:5] == [None, date(2024, 3, 1)]
    assert all(len(week) == 7 for week in (*arabic.weeks, *english.weeks))


def test_what_lasts_days_stands_on_each_of_them_also_over_the_end_of_the_month() -> None:
    found = month_of("2024-03", [course("2024-02-28/2024-03-02"), course("2024-03-31/2024-04-01")], SATURDAY)
    days = {
        square.day.day: [(one.begins, one.ends) for one in square.entries] for week in found.weeks for square in week if square.day
    }
    assert {day: entries for day, entries in days.items() if entries} == {
        1: [(False, False)],
        2: [(False, True)],
        31: [(True, False)],
    }


def test_what_has_no_day_is_told_apart() -> None:
    found = month_of("2024-03", [course("2024-03"), course("2024"), course("2024-03-05")], MONDAY)
    assert [one.event.when for one in found.some_day] == ["2024-03", "2024"]


@pytest.mark.parametrize(
    ("when", "days"), [(None, None), ("--03-05", None), ("2024-13-40", None), ("2024-02-01", 0), ("2024-02-01/2024-02-03", 2)]
)
def test_days_are_those_that_are_known(when: str | None, days: int | None) -> None:
    span = days_of(when)
    assert (span and (span[1] - span[0]).days) == (None if days is None else days)


def test_months_beside() -> None:
    assert beside("2024-01") == ("2023-12", "2024-02")
    assert beside("2024-12") == ("2024-11", "2025-01")
