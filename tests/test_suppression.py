"""What is suppressed is gone at once, wherever one looks; that it went is told, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qawl import cli
from qawl.library import Library, LibraryError
from qawl.library.rows import TABLES
from qawl.model import Page

PAGE = (
    "😀 قال وزير الزراعة سالم الكندي إن الموسم جيد هذا العام. وأضاف الكندي أن الأسعار لن ترتفع قبل الصيف.\n"
    "وأعلنت هيئة المياه أن السد سيفتح يوم الأحد. وأكدت ليلى المنصوري أن سالم الكندي وعد بزيارة السد.\n"
    "وقالت ليلى المنصوري إن المدينة مستعدة. ويزور سالم الكندي مدينة صحار في 5 مارس 2024 للقاء ليلى المنصوري."
)
OTHER = "قال سالم بن علي الكندي إن الطريق آمن. وأكد سالم الكندي أن العمل مستمر. وقالت البلدية إن الجسر سيفتح."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "qawl.library", create=True) as library:
        pages = [
            Page(id="one", source=PAGE, title="سالم الكندي: لن ننسى الحقول بعد الصيف", url="https://example.org/1"),
            Page(id="two", source=OTHER),
        ]
        list(library.add(pages))
        yield library


def statements(library: Library) -> list[Any]:
    return list(library.rows("statements", more="ORDER BY f.page, f.number"))


def saying(library: Library, words: str) -> Any:
    (row,) = [row for row in statements(library) if words in row.text]
    return row


def capture_of(library: Library, document: str) -> str:
    (row,) = library.rows("pages", "p.document = ?", [document])
    return row.capture  # type: ignore[attr-defined, no-any-return]


def written(library: Library) -> str:
    """All that somebody reads who opens the database with another tool; what is packed cannot be read so."""
    return "\n".join(re.sub("X'[0-9A-F]*'", "", line) for line in library.store.connection.iterdump())


# -- a statement


def test_a_suppressed_statement_is_gone_with_its_words(library: Library) -> None:
    row = saying(library, "السد سيفتح")
    library.decide(row.id, "fix", "role", "متحدثة", who="ن", why="سمعتها")
    library.suppress(row.id, who="م", why="طلب")
    assert row.id not in {one.id for one in statements(library)}
    assert "سيفتح يوم" not in written(library)
    assert "متحدثة" not in written(library)
    record = library.seen(row.capture)
    assert "سيفتح يوم" not in record.document.text
    assert len(record.document.text) == len(PAGE)
    assert all(span.text == record.document.text[span.start : span.end] for one in record.statements for span in one.content)
    library.restore(row.id, who="م")
    assert saying(library, "السد سيفتح").role == "متحدثة" or saying(library, "السد سيفتح").decided == "fix"
    assert "سيفتح يوم" in library.seen(row.capture).document.text


def test_who_suppressed_and_why_is_told_and_nothing_of_the_content(library: Library) -> None:
    row = saying(library, "السد سيفتح")
    library.suppress(row.id, who="م", why="طلب")
    (decision,) = library.decisions()
    assert (decision.verdict, decision.who, decision.why, decision.finding) == ("suppress", "م", "طلب", row.id)
    assert (decision.quote, decision.prefix, decision.suffix, decision.value, decision.machine) == ("", "", "", None, {})
    (entry,) = library.log()
    assert (entry.what, entry.detail["scope"], entry.detail["who"]) == ("suppress", "statement", "م")


# -- a person


def test_a_suppressed_person_is_gone_from_all_pages(library: Library) -> None:
    library.suppress(person="سالم الكندي", who="م", why="طلب")
    texts = " ".join(row.text for row in statements(library))
    assert "الموسم" not in texts  # what he says
    assert "الأسعار" not in texts  # under his surname
    assert "وعد بزيارة" not in texts  # what names him
    assert "الطريق" not in texts  # a longer form of the same entry
    assert "السد سيفتح" in texts
    assert "المدينة مستعدة" in texts
    assert "الجسر" in texts
    again = Page(id="one", source=PAGE, title="سالم الكندي: لن ننسى الحقول بعد الصيف", url="https://example.org/1")
    assert [added.outcome for added in library.add([again])] == ["known"]
    assert "الكندي" not in written(library)
    for table in TABLES:
        assert "الكندي" not in repr(list(library.rows(table)))
    for document in ("one", "two"):
        assert "الكندي" not in library.seen(capture_of(library, document)).to_json().decode()


def test_a_suppressed_person_has_no_part_in_an_encounter(library: Library) -> None:
    (visit,) = library.rows("events", "f.type = 'visit' AND f.date IS NOT NULL")
    library.suppress(person="سالم الكندي", who="م")
    assert not list(library.rows("participants", "f.key LIKE '%كندي%'"))
    (change,) = [change for change in library.event_changes() if change.event == visit.id]  # type: ignore[attr-defined]
    assert (change.cause, change.before) == ("suppress", None)


def test_a_suppressed_person_writes_no_pages_and_lends_no_name(library: Library) -> None:
    words = (
        "قالت هيئة المياه إن السد آمن اليوم وإن العمل فيه مستمر. "
        "وتستضيف مؤسسة سالم الكندي في صحار يوم 7 مارس 2024 اجتماعا مع هيئة المياه."
    )
    html = f'<html><head><meta name="author" content="سالم الكندي"></head><body><article><p>{words}</p></article></body></html>'
    list(library.add([Page(id="three", source=html.encode())]))
    assert [row.author for row in library.rows("pages", "p.document = 'three'")] == ["سالم الكندي"]  # type: ignore[attr-defined]
    library.suppress(person="سالم الكندي", who="م")
    assert "الكندي" not in written(library)
    assert "السد آمن" in " ".join(row.text for row in statements(library))


def test_a_title_that_names_somebody_by_surname_is_covered(library: Library) -> None:
    words = "قال سالم الكندي إن النهر عال. ورأى الكندي أن المطر قريب. وقالت البلدية إن الحديقة مفتوحة."
    for number, title in enumerate(("رسالة للكندي قبل المطر", "الكندي: لن ننسى الحقول بعد الصيف", "كندية في البلدية")):
        list(library.add([Page(id=f"x{number}", source=f"{words} {number}", title=title)]))
    library.suppress(person="سالم الكندي", who="م")
    titles = [row.title for row in library.rows("pages", "p.document LIKE 'x%'", more="ORDER BY p.document")]  # type: ignore[attr-defined]
    assert titles == ["رسالة ██████ قبل المطر", "██████: ██ ████ ██████ ███ █████", "كندية في البلدية"]
    assert not list(library.rows("statements", "f.in_title"))


def test_a_person_stays_gone_when_pages_come_later(library: Library) -> None:
    library.suppress(person="سَالم الكندي", who="م")
    list(library.add([Page(id="three", source="قال سالم الكندي إن النهر عال. وقالت البلدية إن الحديقة مفتوحة.")]))
    texts = " ".join(row.text for row in statements(library))
    assert "النهر" not in texts
    assert "الحديقة" in texts


def test_the_words_around_other_decisions_are_covered(library: Library) -> None:
    """What stands before and behind the words of a decision may be what is suppressed."""
    library.decide(saying(library, "السد سيفتح").id, "accept", who="ن")
    library.decide(saying(library, "المدينة مستعدة").id, "fix", "speaker", "سالم الكندي", who="ن")
    library.decide(saying(library, "المدينة مستعدة").id, "fix", "speaker", "ليلى المنصوري", who="ن")
    library.suppress(person="سالم الكندي", who="م")
    library.suppress(saying(library, "المدينة").id, who="م")
    assert "الكندي" not in written(library)
    assert "مستعدة" not in written(library)
    accepted, *_ = library.decisions()
    assert accepted.quote == "السد سيفتح يوم الأحد"
    assert "█" in accepted.suffix
    assert saying(library, "السد سيفتح").decided == "accept"


def test_the_past_of_an_encounter_loses_what_is_suppressed(library: Library) -> None:
    (visit,) = library.rows("events", "f.type = 'visit' AND f.date IS NOT NULL")
    library.decide(visit.id, "fix", "status", "cancelled", who="ن")  # type: ignore[attr-defined]
    library.suppress(person="سالم الكندي", who="م")
    changes = [change for change in library.event_changes() if change.event == visit.id]  # type: ignore[attr-defined]
    assert [(change.cause, change.before) for change in changes] == [("decision", None), ("suppress", None)]
    assert "الكندي" not in written(library)
    history = library.history(capture_of(library, "one"), visit.id)  # type: ignore[attr-defined]
    assert history.first == visit.id  # type: ignore[attr-defined]
    assert history.changes >= len(changes)


def test_a_restored_person_is_as_before(library: Library) -> None:
    before = {table: list(library.rows(table)) for table in TABLES}
    library.suppress(person="سالم الكندي", who="م")
    library.restore(person="سالم الكندي", who="م")
    assert {table: list(library.rows(table)) for table in TABLES} == before
    with pytest.raises(LibraryError, match="nobody was suppressed"):
        library.restore(person="سالم الكندي", who="م")


# -- a page


def test_a_suppressed_page_is_gone_and_does_not_come_back(library: Library) -> None:
    capture = capture_of(library, "one")
    row = saying(library, "السد سيفتح")
    library.decide(row.id, "fix", "role", "متحدثة", who="ن")
    library.suppress(page=capture[:12], who="م", why="طلب")
    assert {row.capture for table in TABLES for row in library.rows(table)} == {capture_of(library, "two")}  # type: ignore[attr-defined]
    assert {source.capture for source in library.sources()} == {capture_of(library, "two")}
    assert "المدينة" not in written(library)
    assert "متحدثة" not in written(library)
    for asked in (library.seen, library.record, library.capture):
        with pytest.raises(LibraryError, match=r"suppressed on .* by م: طلب"):
            asked(capture)
    (added,) = library.add([Page(id="again", source=PAGE, url="https://example.org/1")])
    assert added.outcome == "suppressed"
    assert len(list(library.rows("pages"))) == 1
    (stone,) = library.tombstones()
    assert (stone.capture, stone.who, stone.why) == (capture, "م", "طلب")


def test_a_suppressed_page_does_not_come_back_in_other_bytes(library: Library) -> None:
    html = "<html><head><title>س</title></head><body><article><p>{}</p></article>{}</body></html>"
    text = "قالت هيئة المياه إن السد آمن اليوم وإن العمل فيه مستمر حتى نهاية العام المقبل كما كان مقررا له من قبل."
    (added,) = library.add([Page(id="a", source=html.format(text, "").encode(), url="https://example.org/2")])
    library.suppress(page="https://example.org/2", who="م")
    (again,) = library.add([Page(id="b", source=html.format(text, "<!-- 2 -->").encode(), url="https://example.org/2")])
    assert (again.outcome, again.capture == added.capture) == ("suppressed", False)


def test_a_restored_page_is_as_before(library: Library) -> None:
    before = {table: list(library.rows(table)) for table in TABLES}
    sources = list(library.sources())
    capture = capture_of(library, "one")
    library.suppress(page=capture, who="م")
    library.restore(page=capture, who="م")
    assert {table: sorted(library.rows(table), key=repr) for table in TABLES} == {
        table: sorted(rows, key=repr) for table, rows in before.items()
    }
    assert list(library.sources()) == sources
    assert library.tombstones() == []


def test_a_library_with_suppressed_things_is_sound(library: Library) -> None:
    library.suppress(page=capture_of(library, "two"), who="م")
    library.suppress(saying(library, "السد سيفتح").id, who="م")
    library.suppress(person="ليلى المنصوري", who="م")
    assert [damage for checked in library.verify() for damage in checked.damages] == []


def test_one_thing_is_meant(library: Library) -> None:
    with pytest.raises(LibraryError, match="one thing"):
        library.suppress(who="م")
    with pytest.raises(LibraryError, match="no page"):
        library.suppress(page="https://example.org/none", who="م")
    with pytest.raises(LibraryError, match="was not suppressed"):
        library.restore(page=capture_of(library, "one"), who="م")
    with pytest.raises(LibraryError, match="was not suppressed"):
        library.restore(saying(library, "السد سيفتح").id, who="م")


# -- search and the commands


def test_what_is_suppressed_is_gone_from_search_and_its_counts(library: Library) -> None:
    assert library.search("السد سيفتح").total == 1
    row = saying(library, "السد سيفتح")
    library.suppress(row.id, who="م")
    assert library.search("السد سيفتح").total == 0
    library.restore(row.id, who="م")
    assert library.search("السد سيفتح").total == 1
    library.suppress(person="سالم الكندي", who="م")
    assert library.search("الكندي").total == library.search("الموسم").total == 0
    library.suppress(page=capture_of(library, "one"), who="م")
    found = library.search("")
    assert {answer.row.capture for answer in found.answers} == {capture_of(library, "two")}
    assert found.total == len(statements(library))
    library.restore(page=library.tombstones()[0].capture, who="م")
    assert library.search("السد سيفتح").total == 1


def test_the_commands_suppress_and_restore(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    here = ["--who", "م", "--library", str(library.store.folder)]
    before = statements(library)
    for what in ([saying(library, "السد سيفتح").id[:8]], ["--page", "https://example.org/1"], ["--person", "سالم الكندي"]):
        assert cli.main(["suppress", *what, *here]) == 0
        assert len(statements(library)) < len(before)
        if what[0] == "--page":
            what = ["--page", library.tombstones()[0].capture]
        assert cli.main(["restore", *what, *here]) == 0
        assert sorted(statements(library), key=repr) == sorted(before, key=repr)
    told = capsys.readouterr().out
    assert "suppressed (person)" in told
    assert "الكندي" not in told


def test_whoever_asks_to_be_gone_is_told_how_far_it_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "lib"
    with Library(folder, create=True) as library:
        list(library.add([Page(id="a", source="قال الوزير سالم الكندي إن الجسر سيفتح يوم الأحد.")]))
    suppress = ["suppress", "--person", "سالم الكندي", "--who", "منى", "--why", "طلب", "--library", str(folder)]
    assert cli.main(suppress) == 0
    assert "every spelling" in capsys.readouterr().err
