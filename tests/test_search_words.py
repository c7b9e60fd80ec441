"""Index words: what a search takes for one word, and where it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.arabic.letters import fold
from qawl.library.searching.latin import arabic_sounds, latin_sounds, names_like, sounds_of
from qawl.library.searching.words import MONTH, WORD, library_table, months, spellings, stems_of, whole_words, words_of
from qawl.tables import several

ALIKE = [
    "أوثق اوثق أَوْثَقُ أوثـق",
    "إسطنبول اسطنبول بإسطنبول باسطنبول لاسطنبول استانبول",
    "الميناء ميناء والميناء بالميناء للميناء وللميناء كالميناء فالميناء",
    "الألمان المان للألمان بالألمان",
    "المدرسة مدرسة المدرسه",
    "الأوروبي الاوربي أوروبي",
    "مسؤول مسئول المسئول",
    "ڤيينا فيينا",
    "١٢ 12 ۱۲",
    "1000 1,000 ١٬٠٠٠ 1.000",
    "3.5 ٣٫٥ 3,5",
]
APART = [("قتلوا", "يُقتلون"), ("الله", "له"), ("التي", "تي"), ("التزام", "تزام"), ("كتاب", "كاتب"), ("وزير", "زير"), ("12", "1.2")]


def stem(word: str) -> str:
    (found,) = stems_of(word)
    return found[0]


@pytest.mark.parametrize("forms", ALIKE)
def test_spellings_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_ta_marbuta_is_kept_beside_the_stem() -> None:
    assert stems_of("والمكتبة") == (("مكتبه", "مكتبة"),)
    assert stems_of("والمكتبه") == (("مكتبه", "مكتبه"),)


@pytest.mark.parametrize("text", ["لا يريد أحد", "لايريد أحد", "ولايريد أحد"])
def test_what_is_written_together_is_two_words(text: str) -> None:
    assert [word.stem for word in words_of(text)] == ["لا", "يريد", "احد"]


@pytest.mark.parametrize("word", ["لاعب", "لاجئين", "لاتين", "لافتة"])
def test_what_only_begins_like_a_negation_is_one_word(word: str) -> None:
    assert len(words_of(word)) == 1


def test_names_of_servants_are_two_words_both_ways() -> None:
    assert [word.stem for word in words_of("عبدالرحمن")] == [word.stem for word in words_of("عبد الرحمن")]


def test_two_words_in_one_have_its_place_and_it_is_written_once() -> None:
    text = "قال: لايريد"
    _, first, second = words_of(text)
    assert text[first.start : first.end] == text[second.start : second.end] == "لايريد"
    assert (first.written, second.written) == ("لايريد", "")


@pytest.mark.parametrize("text", ["روسيا – الناتو", "روسيا-الناتو", "«روسيا» والناتو", "روسيا الناتو", "روسيا و الناتو"])
def test_marks_and_lone_prefixes_are_no_words(text: str) -> None:
    assert [word.stem for word in words_of(text)] == ["روسيا", "ناتو"]


@pytest.mark.parametrize(
    "text", ["2 فبراير 2010", "2 شباط 2010", "2 فبراير/شباط 2010", "2 شباط (فبراير) 2010", "٢ فيفري ٢٠١٠", "2 شباطفبراير 2010"]
)
def test_names_of_one_month_are_one_word(text: str) -> None:
    assert [word.stem for word in words_of(text) if word.stem] == ["2", f"{MONTH}2", "2010"]


def test_a_month_of_two_words_is_one() -> None:
    words = words_of("في 5 كانون الثاني/يناير المقبل")
    assert [word.stem for word in words] == ["في", "5", f"{MONTH}1", "", "", "مقبل"]
    assert [word.written for word in words] == ["في", "5", "كانون", "الثاني", "يناير", "المقبل"]


def test_a_month_that_is_another_word_needs_a_date_beside_it() -> None:
    assert words_of("مارس المدير ضغوطا")[0].stem == "مارس"
    assert words_of("في مارس الماضي")[1].stem == f"{MONTH}3"
    assert words_of("من أب سوري")[1].stem == "اب"
    assert words_of("12 آب")[1].stem == f"{MONTH}8"


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80)
    | st.text(alphabet='لاويدتنعبالله 1٢,."«»-ـَ\u200f\u00a0', max_size=60)
)
def test_words_stand_where_they_say(text: str) -> None:
    words = words_of(text)
    assert all(WORD.fullmatch(text[word.start : word.end]) for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)
    assert not any(re.search(r"\s", word.stem + word.strict + word.written) for word in words)


@settings(deadline=None)
@given(st.text(alphabet="لاويدتنعبالهكفمرس", min_size=1, max_size=12))
def test_spelling_does_not_change_a_stem(word: str) -> None:
    marked = "ـ".join(word) + "َ"
    assert [found[0] for found in stems_of(marked)] == [found[0] for found in stems_of(word)]


# -- names in Latin letters


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("abbas", "عباس"), ("mahmoud", "محمود"), ("mohammed", "محمد"), ("muhammad", "محمد"), ("hussein", "حسين"),
        ("hossein", "حسين"), ("youssef", "يوسف"),
        ("yusuf", "يوسف"), ("gamal", "جمال"), ("jamal", "جمال"), ("fatima", "فاطمة"), ("salah", "صلاح"),
        ("musa", "موسى"), ("omar", "عمر"), ("walid", "وليد"), ("netanyahu", "نتنياهو"), ("guterres", "غوتيريس"), ("putin", "بوتين"),
    ],
)  # fmt: skip
def test_a_name_in_latin_letters_sounds_as_it_is_written_in_arabic(latin: str, arabic: str) -> None:
    assert arabic_sounds(fold(arabic)) in latin_sounds(latin)


def test_long_vowels_tell_names_apart() -> None:
    assert "محمد" not in names_like("mahmoud")
    assert "محمود" in names_like("mahmoud")


def test_a_name_of_one_sound_has_none() -> None:
    assert sounds_of("يا") == []


# -- tables


def test_every_spelling_leads_to_its_word_and_its_example_holds_it() -> None:
    for row in library_table("spellings.tsv"):
        kept = [word.stem for word in words_of(row["form"])]
        assert any(form in spellings() for form in map(fold, several(row["variants"]))), row
        for other in several(row["variants"]):
            assert [word.stem for word in words_of(other)] == kept, row
        assert kept[0] in [word.stem for word in words_of(row["example"])], row


def test_no_spelling_is_kept_under_another_one() -> None:
    assert not {part for kept in spellings().values() for part in kept.split()} & spellings().keys()


def test_whole_words_stay_whole_in_their_examples() -> None:
    for row in library_table("whole_words.tsv"):
        assert fold(row["form"]) in [word.stem for word in words_of(row["example"])], row
    assert all(word.startswith("ال") for word in whole_words())


def test_doubtful_months_are_months_in_their_examples() -> None:
    for row in library_table("doubtful_months.tsv"):
        assert months().single[fold(row["form"])] in [word.stem for word in words_of(row["example"])], row


@pytest.mark.parametrize("name", ["spellings.tsv", "whole_words.tsv", "doubtful_months.tsv"])
def test_tables_are_sorted_and_hold_a_form_once(name: str) -> None:
    forms = [row["form"] for row in library_table(name)]
    assert forms == sorted(forms)
    assert len({fold(form) for form in forms}) == len(forms)
