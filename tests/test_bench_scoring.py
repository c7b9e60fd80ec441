"""The scorer: what counts as found, as right, and as nothing at all."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from bench.marks import BadMark, GoldPage, occurrences, place_marks
from bench.scoring import Scores, best_pairs, content_words, name_words, no_scores, pair_statements, same_name, score_page
from qawl.model import Date, Document, Kind, Person, Record, Role, Span, Speaker, Statement, slice_span

TEXT = (
    "قال وزير المياه سامر الدلعوني إن السد سيكتمل قبل الصيف. وأضاف الدلعوني أن المال موجود في الخزينة. "
    "وطالب بوقف الجدل. وقيل إن المهندسين غادروا الموقع أمس."
)
FIRST, SECOND, OPTIONAL, PASSIVE = ("السد سيكتمل قبل الصيف", "المال موجود في الخزينة", "بوقف الجدل", "المهندسين غادروا الموقع أمس")


def mark(content: str, cue: str | None, speaker: str | None = "سامر الدلعوني", **more: Any) -> dict[str, Any]:
    fields = {"kind": "indirect", "cue": cue, "source": None, "speaker": speaker, "speaker_alt": [], "optional": False}
    return fields | {"speaker_type": "person" if speaker else None, "content": [content]} | more


def gold() -> dict[str, Any]:
    return {
        "statements": [
            mark(FIRST, "قال", source="وزير المياه سامر الدلعوني"),
            mark(SECOND, "أضاف", source="الدلعوني"),
            mark(OPTIONAL, "طالب", optional=True),
            mark(PASSIVE, "قيل", None),
        ],
        "people": [{"name": "سامر الدلعوني", "roles": ["وزير المياه"], "mentions": ["سامر الدلعوني", "الدلعوني"]}],
        "dates": [{"text": "قبل الصيف", "value": None}, {"text": "أمس", "value": "2024-03-02"}],
    }


def page(**changes: Any) -> GoldPage:
    return place_marks("page", TEXT, gold() | changes)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return slice_span(TEXT, start, start + len(words))


def said(content: str, name: str | None, kind: Kind = "indirect") -> Statement:
    speaker = Speaker(name, "person", form="name") if name else None
    return Statement(id=content, kind=kind, cue=None, source=None, speaker=speaker, content=(span(content),), rule="test")


def record(*statements: Statement, **found: Any) -> Record:
    document = Document(id="page", text=TEXT, text_sha256=hashlib.sha256(TEXT.encode()).hexdigest(), page_sha256="")
    return Record(document=document, statements=statements, **found)


def scored(*statements: Statement, **found: Any) -> Scores:
    scores = no_scores()
    score_page(page(), record(*statements, **found), scores)
    return scores


def test_marks_find_their_places() -> None:
    first, second, *_ = page().statements
    assert [TEXT[slice(*place)] for place in (first.cue, first.source, *first.content) if place] == [
        "قال",
        "وزير المياه سامر الدلعوني",
        FIRST,
    ]
    assert second.source == (TEXT.rindex("الدلعوني"), TEXT.rindex("الدلعوني") + len("الدلعوني"))


def test_a_mark_that_the_text_does_not_hold_is_named() -> None:
    with pytest.raises(BadMark, match="لا وجود له"):
        page(statements=[mark("لا وجود له", None)])


def test_words_are_found_whole_and_without_what_is_attached() -> None:
    text = "والوزير للوزير بالوزيرة الوزير"
    assert [text[slice(*place)] for place in occurrences(text, "الوزير")] == ["الوزير", "وزير", "الوزير"]


def test_all_right_is_all_points() -> None:
    scores = scored(said(FIRST, "سامر الدلعوني"), said(SECOND, "سامر الدلعوني"), said(PASSIVE, None))
    assert scores["who said what"].f1 == scores["statements"].f1 == scores["tight content"].f1 == scores["kind"].f1 == 1.0


def test_nothing_found_costs_recall_alone() -> None:
    tally = scored()["who said what"]
    assert (tally.precision, tally.recall, tally.f1) == (None, 0.0, 0.0)
    assert (tally.found, tally.wanted) == (0, 3)


def test_a_null_speaker_costs_recall_and_no_precision() -> None:
    tally = scored(said(FIRST, None), said(SECOND, "سامر الدلعوني"))["who said what"]
    assert tally.precision == 1.0
    assert tally.recall == pytest.approx(1 / 3)


def test_a_wrong_speaker_costs_both() -> None:
    tally = scored(said(FIRST, "رنا القصبي"), said(SECOND, "سامر الدلعوني"))["who said what"]
    assert tally.precision == 0.5
    assert tally.recall == pytest.approx(1 / 3)


def test_a_name_where_no_reader_could_tell_is_wrong() -> None:
    assert scored(said(PASSIVE, "سامر الدلعوني"))["who said what"].precision == 0.0


def test_an_optional_statement_neither_counts_nor_costs() -> None:
    assert scored(said(OPTIONAL, "رنا القصبي"))["who said what"] == scored()["who said what"]


def test_a_false_alarm_costs_precision() -> None:
    tally = scored(said(FIRST, "سامر الدلعوني"), said("وزير المياه", "سامر الدلعوني"))["statements"]
    assert (tally.right, tally.found, tally.met, tally.wanted) == (1, 2, 1, 3)


def test_half_of_the_words_find_and_nine_tenths_are_tight() -> None:
    scores = scored(said("السد سيكتمل", "سامر الدلعوني"), said("المال", "سامر الدلعوني"))
    assert (scores["statements"].right, scores["tight content"].right) == (1, 0)


def test_the_opening_word_that_is_no_part_of_the_content() -> None:
    start = TEXT.index("أن المال")
    assert content_words(TEXT, [(start, start + len("أن " + SECOND))]) == content_words(TEXT, page().statements[1].content)


def test_pairs_are_chosen_best_as_a_whole() -> None:
    edges = frozenset({(0, 0, 100), (0, 1, 90), (1, 0, 95)})
    assert dict(best_pairs(edges)[1]) == {0: 1, 1: 0}


def test_the_right_speaker_decides_between_two_of_one_content() -> None:
    pairing = pair_statements(page(), [said(FIRST, "رنا القصبي"), said(FIRST, "سامر الدلعوني")])
    assert pairing.pairs == {1: 0}


@pytest.mark.parametrize(
    ("marked", "given", "person", "same"),
    [
        ("سامر الدلعوني", "الدلعوني", True, True),
        ("سامر الدلعوني", "الدكتور سامر الدلعوني", True, True),
        ("سامر الدلعوني", "سامر", True, False),
        ("سامر أحمد الدلعوني", "سامر أحمد", True, True),
        ("سامر الدلعوني", "سامر الدلعوني رئيس البلدية الكبرى الجديد", True, False),
        ("سامر الدلعوني", "سامر الدلعوني القصبي", True, False),
        ("وزارة المياه والري", "وزارة المياه", False, True),
        ("وزارة المياه والري", "المياه", False, False),
        ("إثيوبيا", "اثيوبيا", False, True),
    ],
)
def test_names(marked: str, given: str, person: bool, same: bool) -> None:
    assert same_name(name_words(marked), name_words(given), frozenset(name_words("رنا القصبي")), person) is same


def test_people_with_their_roles_and_mentions() -> None:
    role = span("وزير المياه")
    found = Person(id="1", name="سامر الدلعوني", roles=(Role(role.text, role.start, role.end),), mentions=(span("سامر الدلعوني"),))
    scores = scored(people=(found, Person(id="2", name="رنا القصبي")))
    assert (scores["people"].precision, scores["people"].recall) == (0.5, 1.0)
    assert (scores["roles"].f1, scores["mentions"].recall) == (1.0, 0.5)


def test_dates_by_value_and_place_and_none_where_the_mark_has_no_value() -> None:
    at, untold = span("أمس"), span("قبل الصيف")
    right = Date(at.text, at.start, at.end, "2024-03-02")
    unscored = Date(untold.text, untold.start, untold.end, "2024-06")
    elsewhere = Date("قال", 0, 3, "2024-03-02")
    tally = scored(dates=(elsewhere, right, unscored))["dates"]
    assert (tally.right, tally.found, tally.met, tally.wanted) == (1, 2, 1, 1)


def test_a_record_of_another_text_is_refused() -> None:
    other = Record(document=Document(id="x", text="نص آخر", text_sha256="", page_sha256=""))
    with pytest.raises(ValueError, match="not the text that was marked"):
        score_page(page(), other, no_scores())
