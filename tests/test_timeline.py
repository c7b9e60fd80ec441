"""Two parties over time: directions apart, a sentence for each point, names by any name that the pages have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl import cli
from qawl.library import Library, LibraryError
from qawl.library.asking.timeline import Point, Timeline
from qawl.library.rows import TABLES
from qawl.model import Page

PAGES = [
    (
        "criticism",
        "2024-03-02",
        "جريدة الضفة",
        "انتقدت روسيا الولايات المتحدة. وقال المتحدث باسم الخارجية إيغور سالم إن الطقس بارد.",
    ),
    ("capital", "2024-03-04", "صحيفة النهر", "أكدت موسكو أن واشنطن لا تفي بوعودها."),
    ("answer", "2024-03-05", "صحيفة النهر", "قالت واشنطن إنها ستتعاون مع روسيا إذا عاد الوفد."),
    ("undated", None, "مجلة البئر", "وانتقدت روسيا الولايات المتحدة بشدة."),
    ("neither", "2024-03-06", "مجلة البئر", "قالت روسيا إن الموسم جيد. وأكدت الولايات المتحدة أن المطر قريب."),
    ("people", "2024-03-07", "مجلة البئر", "قال سالم الكندي إن ريم الحلو لم تحضر. ونفت ريم الحلو أن يكون الكندي غاضبا."),
    ("namesake", "2024-03-08", "مجلة البئر", "قال المهندس طارق الكندي إن الجسر مغلق."),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("timeline") / "qawl.library"
    with Library(folder, create=True) as library:
        pages = [Page(id=id, source=text, outlet=outlet, published=day) for id, day, outlet, text in PAGES]
        assert all(added.outcome == "added" for added in library.add(pages))
    return folder


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with Library(folder) as library:
        yield library


@pytest.fixture
def lands(library: Library) -> Timeline:
    return library.timeline("روسيا", "الولايات المتحدة")


def documents(points: tuple[Point, ...]) -> list[str]:
    return [point.page.document for point in points]


def test_directions_stand_apart_and_in_order_of_days_the_undated_last(lands: Timeline) -> None:
    assert documents(lands.a_to_b) == ["criticism", "capital", "undated"]
    assert documents(lands.b_to_a) == ["answer"]


def test_a_statement_that_does_not_name_the_other_is_no_point(lands: Timeline) -> None:
    assert "neither" not in documents(lands.a_to_b + lands.b_to_a)


def test_other_names_give_the_same(library: Library, lands: Timeline) -> None:
    other = library.timeline("روسيا الاتحادية", "أمريكا")
    assert (other.a_to_b, other.b_to_a) == (lands.a_to_b, lands.b_to_a)


def test_a_capital_speaks_for_its_country(lands: Timeline) -> None:
    point = next(point for point in lands.a_to_b if point.page.document == "capital")
    assert point.speaker == "موسكو"
    assert "negated" in point.flags
    assert point.text
    assert "واشنطن" in point.text


def test_a_point_has_its_sentence_its_stance_and_its_condition(lands: Timeline) -> None:
    criticism = lands.a_to_b[0]
    assert criticism.stance == ("tension",)
    assert criticism.evidence
    assert criticism.statement is None
    assert criticism.according_to is None
    answer = lands.b_to_a[0]
    assert "conditional" in answer.flags
    assert answer.day == "2024-03-05"
    assert answer.is_published


def test_people_are_named_by_their_surnames_too(library: Library) -> None:
    found = library.timeline("سالم الكندي", "ريم الحلو")
    assert [(point.speaker, point.denied) for point in found.a_to_b] == [("سالم الكندي", False)]
    assert [(point.speaker, point.denied) for point in found.b_to_a] == [("ريم الحلو", True)]


def test_encounters_of_both_are_told_once_over_all_their_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = [
        Page(
            id="plan", source="يجتمع وزير الري سالم الكندي مع المديرة ريم الحلو في صحار يوم 10 مارس 2024.", published="2024-03-02"
        ),
        Page(id="held", source="اجتمع وزير الري سالم الكندي والمديرة ريم الحلو أمس في صحار.", published="2024-03-11"),
        Page(id="other", source="اجتمع وزير الري سالم الكندي والسفير نزار العلي أمس في صحار.", published="2024-05-11"),
    ]
    with Library(tmp_path / "both", create=True) as library:
        list(library.add(pages))
        (one,) = library.timeline("سالم الكندي", "ريم الحلو").encounters
        assert [told.page.document for told in one.appearances] == ["plan", "held"]
        assert library.timeline("ريم الحلو", "نزار العلي").encounters == ()
        assert library.timeline("سالم الكندي", "ريم الحلو", "2024-04").encounters == ()
    assert cli.main(["timeline", "سالم الكندي", "ريم الحلو", "--library", str(tmp_path / "both")]) == 0
    assert "2024-03-10" in capsys.readouterr().out


def test_days_cut_it(library: Library) -> None:
    found = library.timeline("روسيا", "الولايات المتحدة", since="2024-03-03", until="2024-03-04")
    assert documents(found.a_to_b) == ["capital"]
    assert found.b_to_a == ()


def test_a_name_that_several_have_and_one_given_twice_are_mistakes(library: Library) -> None:
    with pytest.raises(LibraryError, match=r"طارق الكندي \(.*\), سالم الكندي \(.*\)"):
        library.timeline("الكندي", "ريم الحلو")
    with pytest.raises(LibraryError, match="one name"):
        library.timeline("روسيا", "موسكو")


def test_who_stands_in_no_page_has_no_points(library: Library) -> None:
    found = library.timeline("نادر الغائب", "روسيا")
    assert (found.a_to_b, found.b_to_a) == ((), ())


def test_nothing_looks_at_all_statements(library: Library) -> None:
    connection = library.store.connection
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    library.timeline("روسيا", "الولايات المتحدة")
    connection.set_trace_callback(None)
    for query in asked:
        if query.lstrip().upper().startswith("SELECT"):
            details = [row["detail"].split() for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
            assert not any(words[0] == "SCAN" and words[1] in (*TABLES, "f", "p") and "INDEX" not in words for words in details)


def test_the_command_shows_both_directions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ["--library", str(folder)]
    assert cli.main(["timeline", "روسيا", "الولايات المتحدة", *at]) == 0
    shown = capsys.readouterr().out
    assert shown.count("→") >= 2
    assert "tension" in shown
    assert cli.main(["timeline", "نادر الغائب", "روسيا", *at, "--lang", "ar"]) == 1
    assert capsys.readouterr().out.count("لا شيء هنا") == 2
    assert cli.main(["timeline", "الكندي", "روسيا", *at]) == 2
    capsys.readouterr()
    assert cli.main(["timeline", "روسيا", "الولايات المتحدة", *at, "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["direction"] for line in lines] == ["a_to_b"] * 3 + ["b_to_a"]
    assert "score" not in lines[0]
