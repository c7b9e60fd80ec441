"""A quotation in hand: what is near it in a library, what differs, and what must be told first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl import cli
from qawl.library import Library, LibraryError
from qawl.library.asking.checking import Nearest, Quoted
from qawl.library.asking.wordings import align, differences, worded
from qawl.model import Page

PAGES = [
    ("late", "قال وزير الري سالم الكندي إن السد لن يفتح قبل 25 مارس.", "جريدة الضفة", "2024-03-05"),
    ("early", "قال وزير الري سالم الكندي إن السد لن يُفتح قبل ٢٥ مارس.", "صحيفة النهر", "2024-03-04"),
    ("undated", "أكد وزير الري سالم الكندي أن السد لن يفتح قبل 25 مارس.", "مجلة البئر", None),
    ("nomore", "قال هاني زيدان إن القناة القديمة ما عادت تكفي القرية.", "مجلة البئر", "2024-03-12"),
    ("doubt", "استبعد المدير هاني زيدان أن ترتفع الأجرة.", "مجلة البئر", "2024-03-11"),
    ("denied", "نفى المدير هاني زيدان أن تكون المياه ملوثة.", "مجلة البئر", "2024-03-07"),
    ("fused", "قالت رئيسة النقابة ريم الحلو: «لايريد العمال الإضراب إذا دفعت الأجور».", "جريدة الضفة", "2024-03-08"),
    (
        "series",
        "قال سالم الكندي إن الموسم الشتوي كان وفيرا. وأضاف الكندي أن الأسعار ستنخفض في الأسواق.",
        "صحيفة النهر",
        "2024-03-10",
    ),
    ("long", "قال هاني زيدان إن الخزان القديم لا يتسرب، وإن العمل في النفق الغربي مستمر بلا توقف.", "جريدة الضفة", "2024-03-09"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("check") / "qawl.library"
    with Library(folder, create=True) as library:
        pages = [Page(id=id, source=text, outlet=outlet, published=day) for id, text, outlet, day in PAGES]
        titled = Page(id="titled", source="انعقد الاجتماع في القاعة الكبرى صباح الأحد.", title="الكندي: النهر يكفي المدينة كلها")
        assert all(added.outcome == "added" for added in library.add([*pages, titled]))
    return folder


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with Library(folder) as library:
        yield library


def nearest(library: Library, quotation: str) -> Nearest:
    found: Quoted = library.check(quotation)
    return found.nearest[0]


def turns(found: Nearest) -> list[tuple[str, str | None, str | None]]:
    return [(one.turn, one.quoted and one.quoted.text, one.written and one.written.text) for one in found.cautions]


def changes(found: Nearest) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.quoted and one.quoted.text, one.written and one.written.text) for one in found.differences]


# -- found or not


def test_the_same_words_are_found_with_all_their_appearances_the_earliest_first_and_the_undated_last(library: Library) -> None:
    found = nearest(library, "السد لن يفتح قبل 25 مارس")
    assert found.share == 1
    assert [one.document for one in found.appearances] == ["early", "late", "undated"]
    assert found.appearances[0].outlet == "صحيفة النهر"
    assert found.document.document == "early"
    assert found.statement.speaker
    assert found.statement.speaker.name == "سالم الكندي"
    assert found.cautions == ()


def test_half_of_the_words_in_order_is_found_and_less_is_not(library: Library) -> None:
    assert nearest(library, "المياه ملوثة جدا اليوم").in_order == 2
    assert library.check("المياه ملوثة جدا اليوم هنا").nearest == ()
    assert library.check("ملوثة المياه دائما").nearest == ()


def test_a_statement_of_a_title_is_found(library: Library) -> None:
    found = nearest(library, "النهر يكفي المدينة")
    assert found.appearances[0].in_title
    assert changes(found) == [("behind", None, "كلها")]


def test_a_quotation_without_a_word_is_a_mistake(library: Library) -> None:
    with pytest.raises(LibraryError, match="no word"):
        library.check("«…»")
    assert library.check("\udcff المياه ملوثة").quotation == "? المياه ملوثة"


# -- what turns the sense


def test_a_negation_that_the_quotation_lacks_is_told_first(library: Library) -> None:
    found = nearest(library, "السد يفتح قبل 20 مارس")
    assert turns(found) == [("negation", None, "لن"), ("number", "20", "٢٥")]


def test_a_negation_before_the_quoted_part_is_told_also_where_it_is_fused(library: Library) -> None:
    found = nearest(library, "يريد العمال الإضراب")
    assert turns(found) == [("negation", None, "لا"), ("conditional", None, "إذا")]


def test_a_negation_of_several_words_is_told(library: Library) -> None:
    assert ("negation", None, "ما") in turns(nearest(library, "القناة القديمة تكفي القرية"))


def test_a_negation_that_the_page_lacks_is_told(library: Library) -> None:
    found = nearest(library, "العمل في النفق الغربي ليس مستمرا بلا توقف")
    assert ("negation", "ليس", None) in turns(found)


def test_a_negation_of_another_clause_is_not_told(library: Library) -> None:
    assert turns(nearest(library, "العمل في النفق الغربي مستمر بلا توقف")) == []


def test_one_negation_for_another_is_a_change_and_no_turn(library: Library) -> None:
    found = nearest(library, "السد لا يفتح قبل 25 مارس")
    assert changes(found)[0] == ("changed", "لا", "لن")
    assert turns(found) == []


def test_what_the_page_tells_as_denied_is_told_as_such(library: Library) -> None:
    assert turns(nearest(library, "المياه ملوثة")) == [("denial", None, "نفى")]
    assert turns(nearest(library, "ترتفع الأجرة")) == [("denial", None, "استبعد")]


def test_the_same_number_in_words_is_no_other_number(library: Library) -> None:
    assert "number" not in {turn for turn, _, _ in turns(nearest(library, "السد لن يفتح قبل خمسة وعشرين مارس"))}


def test_whose_words_they_are_is_no_part_of_what_is_quoted(library: Library) -> None:
    found = library.check("نفى المدير هاني زيدان أن تكون المياه ملوثة")
    assert (found.ascribed_to, found.words, found.nearest[0].in_order) == ("هاني زيدان", 3, 3)
    assert turns(found.nearest[0]) == []


def test_another_speaker_and_a_denial_that_is_told_as_a_claim_are_told(library: Library) -> None:
    found = nearest(library, "أكدت الوزيرة ليلى الحداد أن المياه ملوثة.")
    assert turns(found) == [("denial", None, "نفى"), ("speaker", "الوزيرة ليلى الحداد", "المدير هاني زيدان")]


def test_a_surname_is_no_other_speaker(library: Library) -> None:
    assert turns(nearest(library, "قال الوزير الكندي إن السد لن يفتح قبل 25 مارس.")) == []


# -- what differs


def test_words_differ_apart_from_their_spelling(library: Library) -> None:
    found = nearest(library, "لا يريد العمّال الاضراب اذا صرفت الأجور")
    assert changes(found) == [("spelling", "الاضراب اذا", "الإضراب إذا"), ("changed", "صرفت", "دفعت")]


def test_what_is_left_out_at_an_ellipsis_is_told_as_such(library: Library) -> None:
    found = nearest(library, "«العمل … مستمر بلا توقف»")
    assert ("left_out", None, "في النفق الغربي") in changes(found)
    assert ("missing", None, "في النفق الغربي") in changes(nearest(library, "«العمل مستمر بلا توقف»"))


def test_places_are_code_points_of_quotation_and_page(library: Library) -> None:
    quotation = "صرفت الأجور إذا لايريد العمال الإضراب إذا صرفت الأجور"
    found = nearest(library, quotation)
    text = library.record(found.document.capture).document.text
    for one in found.differences:
        assert one.quoted is None or quotation[one.quoted.start : one.quoted.end] == one.quoted.text
        assert one.written is None or text[one.written.start : one.written.end] == one.written.text
    assert all(text[span.start : span.end] == span.text for span in found.same)


@pytest.mark.parametrize(
    ("quotation", "statement"),
    [
        ("الجسر مغلق", "الجسر"),
        ("فتح الجسر", "الجسر فتح الجسر"),
        ("والجسر للمدينة", "جسر المدينة"),
        ("في في في", "في الدار في"),
        ("أ ب ج د", "د ج ب أ"),
    ],
)
def test_the_stretches_of_both_sides_cover_every_word_once(quotation: str, statement: str) -> None:
    quoted, written = worded(quotation), worded(statement)
    steps = align(quoted, written)
    assert [place for step in steps for place in range(*step.quoted)] == list(range(len(quoted.words)))
    assert [place for step in steps for place in range(*step.written)] == list(range(len(written.words)))
    assert len(differences(steps, quoted, written)) == sum(step.kind is not None for step in steps)


def test_a_quotation_of_two_statements_goes_on_in_the_next_one(library: Library) -> None:
    found = nearest(library, "«الموسم الشتوي كان وفيرا، الأسعار ستنخفض في الأسواق»")
    record = library.record(found.document.capture)
    assert found.share == 1
    assert found.goes_on == (record.statements[1].id,)
    assert [span.text for span in found.same] == ["الموسم الشتوي كان وفيرا", "الأسعار ستنخفض في الأسواق"]


# -- the command


def test_the_command_shows_it_and_its_status_tells_what_came_of_it(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["--library", str(folder)]
    assert cli.main(["check", "السد يفتح قبل 25 مارس", *at]) == 0
    shown = capsys.readouterr().out
    assert shown.index("negation differs") < shown.index("first reported by") < shown.index("صحيفة النهر")
    assert "جريدة الضفة" in shown
    assert cli.main(["check", "كلام لم يرد في أي مكان", *at, "--lang", "ar"]) == 1
    assert "ليس في هذه المكتبة" in capsys.readouterr().out
    assert cli.main(["check", "كلام", "--library", str(tmp_path / "none")]) == 2


def test_the_command_gives_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ["--library", str(folder), "--format"]
    assert cli.main(["check", "المياه ملوثة", *at, "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["words"] == 2
    assert found["nearest"][0]["statement"]["cue"]["lemma"] == "نفى"
    assert cli.main(["check", "المياه ملوثة", *at, "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out) == found["nearest"][0]
    assert cli.main(["check", "كلام لم يرد", *at, "json"]) == 1
    assert json.loads(capsys.readouterr().out)["nearest"] == []
