"""What is typed becomes a query, whatever it is; and what a query finds beside its own words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.library.rows import StatementRow
from qawl.library.searching.highlights import highlights_of
from qawl.library.searching.index import Index, Indexed
from qawl.library.searching.nearby import neighbours, prefixed, slips_of, with_latin, with_prefixes, with_slips, with_synonyms
from qawl.library.searching.queries import Asked, Mode, Query, Run, parse, run_of
from qawl.library.searching.search import Search, Tier, search
from qawl.library.searching.words import MONTH, words_of
from qawl.model import Span, Statement


def run(*words: str, beginning: bool = False) -> Run:
    return Run(tuple((word,) for word in words), beginning)


def only(text: str) -> Asked:
    (asked,) = parse(text).any_of
    return asked


def test_words_side_by_side_are_all_wanted() -> None:
    assert only("الجسر والنهر") == only("جسر AND نهر") == Asked((run("جسر"), run("نهر")))


def test_a_word_typed_twice_is_wanted_once() -> None:
    assert only("الجسر جسر") == Asked((run("جسر"),))


def test_or_parts_what_is_wanted() -> None:
    assert parse("جسر نهر OR سد").any_of == (Asked((run("جسر"), run("نهر"))), Asked((run("سد"),)))


def test_not_denies_the_word_or_phrase_behind_it() -> None:
    assert only('جسر NOT نهر سد NOT "ضفة قديمة"') == Asked((run("جسر"), run("سد")), (run("نهر"), run("ضفه", "قديمه")))


@pytest.mark.parametrize("text", ['"لا يريد"', "لايريد", "“لا يريد”", "«لا يريد»", '"لايريد"'])
def test_a_phrase_in_any_marks_or_written_together(text: str) -> None:
    assert only(text) == Asked((run("لا", "يريد"),))


def test_words_that_a_dash_joins_stand_in_any_order() -> None:
    assert only("الناتو-روسيا") == only("الناتو – روسيا") == Asked((run("ناتو"), run("روسيا")))
    assert only('"الناتو-روسيا"') == Asked((run("ناتو", "روسيا"),))


def test_arabic_and_or_are_plain_words() -> None:
    assert only("جسر أو نهر") == Asked((run("جسر"), run("او"), run("نهر")))
    assert only("جسر و نهر") == Asked((run("جسر"), run("نهر")))


def test_operators_in_small_letters_or_in_marks_are_words() -> None:
    assert only('or "NOT"') == Asked((run("or"), run("not")))


def test_a_beginning_is_looked_for_with_its_article_and_without() -> None:
    assert only("المدر*") == Asked((Run((("المدر", "مدر"),), True),))
    assert only('"باب المدر*"').must[0].slots == (("باب",), ("المدر", "مدر"))


@pytest.mark.parametrize("text", ["", "  ", "\n\t\u00a0"])
def test_nothing_typed_leaves_everything_in(text: str) -> None:
    assert parse(text) == Query(everything=True)


@pytest.mark.parametrize("text", ["!!!", '"', "AND", "NOT", "OR OR", "*", "و", '""', "\x00"])
def test_what_holds_no_word_finds_nothing(text: str) -> None:
    assert parse(text) == Query()


@pytest.mark.parametrize("text", ['"جسر نهر', 'جسر" نهر', "جسر AND نهر AND", "AND جسر OR NOT OR نهر", "«جسر نهر"])
def test_a_mark_or_an_operator_without_its_other_half_is_left_out(text: str) -> None:
    words = {slot for asked in parse(text).any_of for wanted in asked.must for slot in wanted.slots}
    assert words == {("جسر",), ("نهر",)}


def test_exact_keeps_what_is_typed() -> None:
    assert parse("والأوروبيّة*", "exact").any_of == (Asked((run("والأوروبيّة", beginning=True),)),)
    assert parse("المدرسة", "strict").any_of == (Asked((run("مدرسة"),)),)


def test_a_month_is_known_across_the_words_that_name_it() -> None:
    assert only("كانون الثاني 2010") == only("يناير 2010")


def test_a_name_that_may_be_a_month_is_looked_for_as_both() -> None:
    assert len(only("مارس").must[0].slots[0]) == 2
    assert len(only("كانون").must[0].slots[0]) == 3


# -- beside the words


@pytest.mark.parametrize(
    ("word", "form"), [("تظاهره", "بتظاهره"), ("اباتوري", "لاباتوري"), ("بمداولات", "مداولات"), ("ليلونغوي", "يلونغوي")]
)
def test_a_prefix_that_stayed_on_its_word_is_looked_for(word: str, form: str) -> None:
    assert form in prefixed(word)
    (asked,) = with_prefixes(parse(word), {form}.__contains__).any_of
    assert asked.must[0].slots == ((word, form),)


@pytest.mark.parametrize("word", ["زير", "2010", "rome", f"{MONTH}2"])
def test_short_words_and_numbers_have_no_forms_with_prefixes(word: str) -> None:
    assert list(prefixed(word)) == []


def test_a_known_word_is_no_other_word_with_a_prefix() -> None:
    assert "كتاب" not in prefixed("تاب")
    assert "باحث" not in prefixed("احث")
    assert "ولايه" not in prefixed("لايه")


def test_an_office_goes_by_its_other_names_too() -> None:
    asked = with_synonyms(parse("السكرتير العام للرابطة")).any_of
    assert Asked((run("امين", "عام"), run("رابطه"))) in asked
    assert asked[0] == only("السكرتير العام للرابطة")


def test_an_office_within_a_phrase_goes_by_its_other_names() -> None:
    assert Asked((run("وزيره", "خارجيه", "جديد"),)) in with_synonyms(parse('"وزير الخارجية الجديد"')).any_of


def test_of_two_offices_the_longer_one_is_named() -> None:
    asked = with_synonyms(parse('"نائب رئيس الوزراء"')).any_of
    assert Asked((run("نايب", "رييس", "حكومه"),)) in asked
    assert Asked((run("نايب", "وزير", "اول"),)) not in asked


def test_exact_goes_by_no_other_name() -> None:
    exact = parse("السكرتير العام", "exact")
    assert with_synonyms(exact) == with_slips(exact, lambda _: True) == with_latin(exact, lambda _: True) == exact


@pytest.mark.parametrize("slip", ["جكماء", "خكماء", "حكماءء", "حمكاء", "ححكماء"])
def test_a_slip_differs_by_dots_by_a_letter_or_by_two_swapped(slip: str) -> None:
    assert slip in slips_of("حكماء")


@pytest.mark.parametrize(
    ("word", "form"), [("حكماء", "حكما"), ("قطار", "قظار"), ("مدينه", "مدين"), ("رجال", "زجال"), ("جبال", "حبال")]
)
def test_short_forms_and_known_words_are_no_slips(word: str, form: str) -> None:
    assert form not in slips_of(word)


@pytest.mark.parametrize(
    ("word", "form"), [("تفجيرات", "تفجيرا"), ("عناصرها", "عناصره"), ("وزاريه", "وزاري"), ("استقلاليه", "استقلاله")]
)
def test_a_word_with_another_ending_is_no_slip(word: str, form: str) -> None:
    assert form not in slips_of(word)


@pytest.mark.parametrize(
    ("word", "written"),
    [("وزاره", "ورارة"), ("رساله", "رساالة"), ("اجراءات", "اجرءات"), ("ولايه", "الولايية"), ("ملايين", "مايين")],
)
def test_a_slip_is_found_as_the_index_has_it(word: str, written: str) -> None:
    (found,) = words_of(written)
    assert found.stem in slips_of(word)


def test_only_what_stands_in_a_page_is_looked_for() -> None:
    (asked,) = with_slips(parse("الحكماء"), {"جكماء"}.__contains__).any_of
    assert asked == Asked((Run((("حكماء", "جكماء"),)),))


@settings(deadline=None)
@given(st.text(alphabet="بتثجحخدرسفق", min_size=1, max_size=8))
def test_neighbours_are_one_letter_away(word: str) -> None:
    for near in neighbours(word):
        assert abs(len(near) - len(word)) <= 1
        assert len(near) != len(word) or sum(a != b for a, b in zip(near, word, strict=True)) <= 2


# -- nothing that is typed is an error


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    found = Index.open(tmp_path_factory.mktemp("library") / "index")
    row = StatementRow(
        capture="0" * 64, id="0" * 16, number=0, in_title=False, kind="direct", text="الجسر جاهز والنهر هادئ", start=0, end=22,
        source="المهندس سالم", cue="قال", cue_lemma="قال", act="say", speaker="سالم الكندي", speaker_key="سالم الكندي",
        speaker_type="person", speaker_form="name", role="المهندس", organisation=None, holder=(), said_to=None, via=None,
        said_on=None, said_on_source=None, topic=None, flags=(), event_parts=(), repeats=None, band="publish", rule="verb",
    )  # fmt: skip
    found.update([], [Indexed(rowid=1, row=row)], 1)
    return found


TYPED = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60) | st.lists(
    st.sampled_from(
        [
            "AND",
            "OR",
            "NOT",
            '"',
            "«",
            "»",
            "*",
            "(",
            ")",
            "جسر",
            "الجس*",
            "\\",
            "[",
            "+",
            "^",
            "~2",
            ":",
            "\x00",
            "\u202e",
            "ـ",
            "2",
            "/",
        ]
    ),
    max_size=30,
).map(" ".join)


@settings(deadline=None)
@given(TYPED, st.sampled_from(["folded", "strict", "exact"]), st.booleans(), st.sampled_from(["rank", "newest", "oldest"]))
def test_nothing_that_is_typed_crashes(index: Index, text: str, mode: str, latin: bool, sort: str) -> None:
    asked = Search(text=text, exact=mode == "exact", ta_marbuta=mode == "strict", latin=latin, sort=sort, speaker=text or None)  # type: ignore[arg-type]
    assert search(index, asked).counts.total in (0, 1)


@pytest.mark.parametrize(
    "text",
    [
        "جسر " * 10_000,
        '"' + "جسر نهر " * 5_000 + '"',
        "(" * 10_000,
        "جسر OR " * 10_000,
        "ا" * 10_000 + "*",
        " ".join(f"كلمة{n}" for n in range(10_000)),
    ],
)
def test_long_queries_are_answered(index: Index, text: str) -> None:
    assert search(index, Search(text=text)).counts.total in (0, 1)


# -- highlights


@settings(deadline=None)
@given(
    st.text(alphabet='لاويدتنعبمر ـَ.-"«»2٢x\u200f\u00a0', max_size=60), st.sampled_from(["folded", "strict", "exact"]), st.data()
)
def test_a_word_of_the_text_stands_out_where_it_stands(text: str, mode: Mode, data: st.DataObject) -> None:
    words = [text[word.start : word.end] for word in words_of(text)]
    typed = data.draw(st.sampled_from(words)) if words else "كلمة"
    said = Statement(
        id="0" * 16, kind="direct", cue=None, source=None, speaker=None, content=(Span(text, 7, 7 + len(text)),), rule="x"
    )
    found = highlights_of(said, [Tier("word", parse(typed, mode))])
    assert all(text[one.start - 7 : one.end - 7] == one.text for one in found)
    assert [(one.start, one.end) for one in found] == sorted({(one.start, one.end) for one in found})
    if words and run_of(typed, mode):
        assert found
