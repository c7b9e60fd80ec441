"""Days, times and numbers as the pages show them; and that nothing of this touches the text of a page."""

from __future__ import annotations

import itertools

import pytest

from qawl.arabic.dates.month import month_names
from qawl.web.days import day_markup, day_text, moment_markup, number_text
from qawl.web.rendering import environment, shown, tongue
from qawl.web.settings import CHOICES, Settings
from qawl.web.words import words

ARABIC, ENGLISH = Settings(), Settings(lang="en")
EASTERN = Settings(digits="arabic", months="sy")


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2010-02-02", "2 فبراير 2010", "2 February 2010"),
        ("2010-02", "فبراير 2010", "February 2010"),
        ("2010", "2010", "2010"),
        ("--02-02", "2 فبراير (السنة غير مذكورة)", "2 February (year not stated)"),
        ("--02", "فبراير (السنة غير مذكورة)", "February (year not stated)"),
        ("2010-02-09/2010-02-11", "من 9 إلى 11 فبراير 2010", "9–11 February 2010"),
        ("2010-02-26/2010-03-02", "من 26 فبراير إلى 2 مارس 2010", "26 February – 2 March 2010"),
        ("2009-12-30/2010-01-02", "من 30 ديسمبر 2009 إلى 2 يناير 2010", "30 December 2009 – 2 January 2010"),
        ("2015-01-01/2015-06-30", "من 1 يناير إلى 30 يونيو 2015", "1 January – 30 June 2015"),
        ("2015-01/2015-03", "من يناير إلى مارس 2015", "January – March 2015"),
        ("1970/1979", "من 1970 إلى 1979", "1970–1979"),
        ("--02-09/--02-11", "من 9 إلى 11 فبراير (السنة غير مذكورة)", "9–11 February (year not stated)"),
        ("--02-26/--03-02", "من 26 فبراير إلى 2 مارس (السنة غير مذكورة)", "26 February – 2 March (year not stated)"),
        ("2025-10-09T11:20:00+03:00", "9 أكتوبر 2025", "9 October 2025"),
        ("2025-10-09 11:20", "9 أكتوبر 2025", "9 October 2025"),
    ],
)
def test_a_place_in_time_is_told_as_precisely_as_it_is_known(value: str, arabic: str, english: str) -> None:
    assert day_text(value, ARABIC) == arabic
    assert day_text(value, ENGLISH) == english


@pytest.mark.parametrize("value", ["yesterday", "2010-13-01", "2010-02-09/", "-", "1/2/3", "--", "2010-02-40"])
def test_what_is_no_place_in_time_stays_as_it_is(value: str) -> None:
    assert day_text(value, EASTERN) == value
    assert "<time" not in day_markup(value, EASTERN)


def test_what_a_page_gives_as_its_day_is_escaped() -> None:
    assert str(day_markup("<script>", ARABIC)) == "&lt;script&gt;"


def test_machines_are_told_each_end() -> None:
    assert '<time datetime="2010-02-09">9</time>' in day_markup("2010-02-09/2010-02-11", ENGLISH)
    assert '<time datetime="2010-02-11">11 February 2010</time>' in day_markup("2010-02-09/2010-02-11", ENGLISH)
    assert '<time datetime="--02-02">2 February</time>' in day_markup("--02-02", ENGLISH)
    assert "<time" not in day_markup("--02", ENGLISH)  # HTML cannot tell it


def test_the_day_of_the_week_is_told_where_it_is_known() -> None:
    assert day_text("2010-02-09", ARABIC, weekday=True) == "الثلاثاء 9 فبراير 2010"
    assert day_text("2010-02-09/2010-02-11", ENGLISH, weekday=True) == "Tuesday 9 – Thursday 11 February 2010"
    for value in ("2010-02", "--02-09", "2010-02-30"):
        assert day_text(value, ARABIC, weekday=True) == day_text(value, ARABIC)


def test_an_hour_stands_with_the_clock_that_it_was_written_by() -> None:
    assert moment_markup("2025-10-09T11:20:00+03:00", ENGLISH).striptags() == "9 October 2025, 11:20 UTC+03:00"
    assert moment_markup("2025-10-09T11:20:00Z", EASTERN).striptags() == "٩ تشرين الأول ٢٠٢٥، ١١:٢٠ UTC"
    assert 'datetime="2025-10-09T11:20:00+03:00"' in moment_markup("2025-10-09T11:20:00+03:00", ENGLISH)
    assert moment_markup("2025-10", ENGLISH) == day_markup("2025-10", ENGLISH)


def test_months_have_the_names_of_the_country_and_digits_those_that_are_wanted() -> None:
    told = {months: day_text("2010-02-02", Settings(months=months)) for months in CHOICES["months"]}  # type: ignore[arg-type]
    assert told == {
        "eg": "2 فبراير 2010",
        "sy": "2 شباط 2010",
        "both": "2 شباط/فبراير 2010",
        "tn": "2 فيفري 2010",
        "ma": "2 فبراير 2010",
        "mr": "2 فبراير 2010",
    }
    assert day_text("2010-02-02", EASTERN) == "٢ شباط ٢٠١٠"
    assert day_text("2010-02-02", Settings(lang="en", digits="arabic", months="sy")) == "2 February 2010"


def test_every_choice_of_months_names_all_twelve() -> None:
    for months, month in itertools.product(CHOICES["months"], range(1, 13)):
        assert day_text(f"2010-{month:02}", Settings(months=months)) != f"2010-{month:02}"  # type: ignore[arg-type]
    assert [words()[f"month.{month}"]["ar"] for month in range(1, 13)] == list(month_names("EG"))


def test_numbers_have_their_thousands_parted() -> None:
    assert (number_text(1204, ARABIC), number_text(0.5, ARABIC)) == ("1,204", "0.5")
    assert (number_text(1204, EASTERN), number_text(12.5, EASTERN)) == ("١٬٢٠٤", "١٢٫٥")


def rendered(source: str, settings: Settings, **values: object) -> str:
    return environment(settings).from_string(source).render(values)


def test_numbers_are_written_as_they_are_wanted_and_the_digits_of_a_text_stay() -> None:
    assert rendered("{{ one|bdi }} {{ text|bdi }} {{ text|shown }}", EASTERN, one=12, text="عام 2010") == (
        "<bdi>١٢</bdi> <bdi>عام 2010</bdi> عام 2010"
    )
    assert rendered("{{ when|day|bdi }}", EASTERN, when="2010-02-02") == (
        '<bdi><time datetime="2010-02-02">٢ شباط ٢٠١٠</time></bdi>'
    )
    assert rendered("{{ when|day or 'x' }}", ARABIC, when=None) == "x"


def test_a_name_is_not_told_to_be_in_the_language_of_the_page() -> None:
    assert rendered("{{ x|bdi }}", ENGLISH, x="سالم") == '<bdi lang="ar">سالم</bdi>'
    assert rendered("{{ x|bdi }}", ARABIC, x="سالم") == "<bdi>سالم</bdi>"
    assert rendered("{{ x|bdi }}", ARABIC, x="Salem <b>") == '<bdi lang="">Salem &lt;b&gt;</bdi>'


def test_words_of_a_page_have_their_own_language_and_direction() -> None:
    assert tongue("قال سالم") == 'lang="ar" dir="rtl"'
    assert tongue("قال سالم: Hello") == 'lang="ar" dir="rtl"'
    assert tongue("We are here") == 'lang="" dir="ltr"'
    assert tongue("Nous voici", "fr") == 'lang="fr" dir="auto"'


def test_what_turns_a_text_is_shown_and_turns_no_other() -> None:
    assert shown("قال \u202eسالم\u202c <b>") == (
        'قال <bdi class="turn" data-name="RLO">\u202e</bdi>سالم<bdi class="turn" data-name="PDF">\u202c</bdi> &lt;b&gt;'
    )
    assert shown("سالم\u200f!") == 'سالم<span class="turn" data-name="RLM">\u200f</span>!'
