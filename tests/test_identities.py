"""Whether two names in two pages are one person, body or place: each rule with an example and with what it must keep apart."""

from __future__ import annotations

import pytest

from qawl.arabic.alike.forms import name_of
from qawl.arabic.alike.latin import match_latin, sounds_like
from qawl.arabic.alike.names import match
from qawl.arabic.alike.offices import bearing
from qawl.arabic.alike.spellings import Likeness, likeness
from qawl.library.across.naming.judging import judge
from qawl.library.across.naming.known import Known, RoleOn
from qawl.tables import table


def person(name: str, *roles: str, day: str = "2024-03-05", near: tuple[str, ...] = ()) -> Known:
    return Known(
        kind="person", names=(name,), roles=tuple(RoleOn(role, published=day) for role in roles), published=(day,), near=near
    )


@pytest.mark.parametrize(
    ("first", "second", "bond"),
    [
        ("رائد عبد الجبار الكندي", "رائد عبدالجبار الكندى", "same_full_name"),
        ("رائد بن سالم الكندي", "رائد سالم الكندي", "same_full_name"),
        ("حسن أبو زيد", "حسن ابوزيد", "same_full_name"),
        ("منير ولد أحمد", "منير بن أحمد", "same_full_name"),
        ("رائد سالم فهد الكندي", "رائد الكندي", "short_form"),
        ("رائد سالم الكندي", "رائد سالم", "first_part"),
        ("بن عيسى رائد", "رائد بن عيسى", "turned"),
        ("رائد سالم الكندي", "الكندي", "family_name"),
        ("رائد سالم الكندي", "رائد", "given_name"),
        ("رائد سالم الكندي", "رائد ماجد الكندي", "other_father"),
        ("رائد سالم الكندي", "سالم الكندي", "father_and_child"),
        ("رائد بن سالم الكندي", "سالم بن رائد الكندي", "father_and_child"),
        ("الكندي الأب", "الكندي الابن", "elder_and_younger"),
        ("رائد الكندي", "ماجد الكندي", "other_given_name"),
        ("رائد الكندي", "رائد الحلبي", "other_name"),
    ],
)
def test_how_two_names_stand_to_each_other(first: str, second: str, bond: str) -> None:
    assert match(first, second).bond.value == bond
    assert match(second, first).bond.value == bond


@pytest.mark.parametrize(
    ("first", "second", "like"),
    [
        ("شتراوسهوفر", "ستراوسهوفر", Likeness.SPELT),
        ("غرينوالد", "جرينوالد", Likeness.SPELT),
        ("بن عمران", "بنعمران", Likeness.SPELT),
        ("إسحاق", "إسحق", Likeness.SPELT),
        ("السمان", "السماني", Likeness.OTHER),
        ("سالم", "سليم", Likeness.OTHER),
        ("الخضير", "الحضير", Likeness.OTHER),
        ("هانسن", "يانسن", Likeness.NEAR),
        ("كلاوزن", "برانديس", Likeness.OTHER),
    ],
)
def test_spellings_of_one_word(first: str, second: str, like: Likeness) -> None:
    assert likeness(name_of(first).parts[-1], name_of(second).parts[-1]) == like


@pytest.mark.parametrize("row", table("latin_letters.tsv"), ids=lambda row: row["latin"])
def test_latin_letters_are_written_so(row: dict[str, str]) -> None:
    assert sounds_like(row["written"].lower(), name_of(row["spelt"]).parts[-1]) >= Likeness.SPELT


@pytest.mark.parametrize(
    ("latin", "arabic", "bond"),
    [
        ("Nils Hovland", "نيلس هوفلاند", "same_full_name"),
        ("Hovland", "نيلس هوفلاند", "family_name"),
        ("Nils Hovland", "بيتر هاملين", "other_name"),
    ],
)
def test_latin_beside_arabic(latin: str, arabic: str, bond: str) -> None:
    assert match_latin(latin, arabic).bond.value == bond


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        ("وزير خارجية النرويج", "وزير الخارجية النرويجي", "same_office"),
        ("أمينة عامة لوزارة البيئة", "وزيرة البيئة", "same_body"),
        ("المدرب", "مدرب منتخب السلة", "same_trade"),
        ("رئيس بلدية قوص", "رئيس بلدية دسوق", "other_office"),
        ("سفير النرويج", "السفير الفرنسي", "other_land"),
        ("القاضي", "المدرب", "other_field"),
        ("ابنه", "وزير البيئة", ""),
        ("الدكتور", "وزير البيئة", ""),
    ],
)
def test_how_two_roles_bear_on_each_other(first: str, second: str, how: str) -> None:
    assert bearing(first, second).value == bearing(second, first).value == how


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (person("رائد عبد الجبار الكندي"), person("رائد عبدالجبار الكندى"), "join"),
        (person("محمد علي", "وزير البيئة"), person("محمد علي", "وزير البيئة السابق"), "join"),
        (person("محمد علي"), person("محمد علي"), "propose"),
        (person("محمد علي", "القاضي"), person("محمد علي", "المدرب"), "propose"),
        (person("علي حسين محمود", "القاضي"), person("علي حسين محمود", "المدرب"), "propose"),
        (person("رائد سالم الكندي", "وزير البيئة"), person("رائد ماجد الكندي", "وزير البيئة"), "apart"),
        (person("رائد سالم الكندي"), person("سالم الكندي"), "apart"),
        (person("رائد الكندي", "رئيس بلدية قوص"), person("ماجد الكندي", "رئيس بلدية قوص"), "apart"),
        (person("سالم الكندي", "وزير البيئة"), person("هدى الحلبي", "وزيرة البيئة"), "apart"),
        (person("سالم الكندي", "وزير البيئة"), person("الكندي", "وزير البيئة"), "join"),
        (person("سالم الكندي", "وزير البيئة"), person("الكندي", "وزير البيئة", day="2021-01-01"), "propose"),
        (person("سالم الكندي"), person("الكندي"), "apart"),
    ],
)
def test_judgement_of_people(first: Known, second: Known, verdict: str) -> None:
    assert judge(first, second).verdict == judge(second, first).verdict == verdict
