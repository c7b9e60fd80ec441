"""Who is who: names in any spelling, never merged; roles with their days, words, encounters, relations; the agenda of a library."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl import cli
from qawl.library import Library, LibraryError
from qawl.library.asking.agenda import Wanted, may_fall
from qawl.library.asking.naming import Meant, somebody, tells_little
from qawl.library.asking.who import Profile
from qawl.library.rows import TABLES
from qawl.model import Page

PAGES = [
    ("first", "2023-01-10", "جريدة الضفة", "قال وزير الري سالم الكندي إن السد القديم آمن. وأضاف الكندي أن العمل يبدأ غدا."),
    (
        "second",
        "2024-02-01",
        "صحيفة النهر",
        "أكد وزير الزراعة سالم الكندي أن الموسم جيد. وقال وزير الري السابق سالم الكندي إنه راض.",
    ),
    (
        "about",
        "2024-02-03",
        "صحيفة النهر",
        "قالت رئيسة النقابة ريم الحلو إن وزير الزراعة سالم الكندي لم يزر القرية. وذكرت ريم الحلو أن المطر قريب.",
    ),
    ("other", "2024-02-04", "صحيفة النهر", "قال المهندس طارق الكندي إن الجسر مغلق."),
    (
        "meets",
        "2024-02-05",
        "جريدة الضفة",
        "يزور وزير الزراعة سالم الكندي مدينة مراكش يوم 20 مارس 2024 للقاء رئيسة النقابة ريم الحلو.",
    ),
    ("told", "2024-02-06", "جريدة الضفة", "قال وزير الزراعة سالم الكندي لوكالة الأناضول إن القمح وفير."),
    ("lands", "2024-02-07", "مجلة البئر", "أكدت موسكو أن الحوار مفيد. وانتقدت روسيا الولايات المتحدة. وقالت روسيا إن الموقف صعب."),
    (
        "stays",
        None,
        "مجلة البئر",
        "قالت رئيسة النقابة ريم الحلو إن وفد النقابة لن يحضر اجتماع لجنة المياه يوم 3 أبريل 2024 لأن الدعوة وصلت متأخرة.",
    ),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("who") / "qawl.library"
    with Library(folder, create=True) as library:
        pages = [Page(id=id, source=text, outlet=outlet, published=day) for id, day, outlet, text in PAGES]
        assert all(added.outcome == "added" for added in library.add(pages))
    return folder


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with Library(folder) as library:
        yield library


def profile(library: Library, name: str) -> Profile:
    found = library.who(name)
    assert isinstance(found, Profile)
    return found


# -- names


@pytest.mark.parametrize("name", ["سالم الكندي", "سالم كندي", "سَالم الكِندى"])
def test_a_name_is_found_in_other_spellings(library: Library, name: str) -> None:
    assert profile(library, name).name.name == "سالم الكندي"


def test_a_surname_of_several_lists_them_and_joins_none(library: Library) -> None:
    found = library.who("الكندي")
    assert isinstance(found, Meant)
    assert [other.name for other in found.others] == ["سالم الكندي", "طارق الكندي"]


def test_a_part_of_one_name_alone_is_that_name(library: Library) -> None:
    assert profile(library, "الحلو").name.name == "ريم الحلو"


def test_who_is_in_no_page_is_nobody(library: Library) -> None:
    assert library.who("نادر الغائب") == Meant(asked="نادر الغائب")
    for signs in ("\udcff", "%", "_"):
        assert library.who(signs) == Meant(asked=signs.replace("\udcff", "?"))
    with pytest.raises(LibraryError, match="no name"):
        library.who("  ")


def test_a_body_is_found_by_another_name_of_the_tables(library: Library) -> None:
    assert profile(library, "روسيا الاتحادية").name.name == "روسيا"
    assert "موسكو" in somebody(library.store.connection, "روسيا").capitals


# -- a profile


def test_roles_come_with_their_days_and_pages_and_former_ones_apart(library: Library) -> None:
    roles = {(role.role, role.former): role for role in profile(library, "سالم الكندي").roles}
    assert roles["وزير الري", False].until == "2023-01-10"
    assert roles["وزير الزراعة", False].since == "2024-02-01"
    assert [page.document for page in roles["وزير الزراعة", False].pages] == ["second", "about", "meets", "told"]
    assert any(former for _, former in roles)


@pytest.mark.parametrize(
    ("role", "others", "little"),
    [
        ("نظيره", ("وزير الري", "نظيره"), True),
        ("نظيرته التونسية", ("وزيرة الصيد",), True),
        ("الوزير", ("الوزير", "وزير الري"), True),
        ("الوزير", ("الوزير", "رئيس البلدية"), False),
        ("وزير الري", ("وزير الري الليبي", "وزير الري"), False),
    ],
)
def test_a_role_by_another_or_in_one_word_tells_little(role: str, others: tuple[str, ...], little: bool) -> None:
    assert tells_little(role, others) is little


def test_roles_that_tell_little_come_behind_those_that_name_the_office(tmp_path: Path) -> None:
    pages = [
        Page(id="1", source="قال وزير الري سالم الكندي إن السد لن يفتح قبل الخريف.", published="2024-03-02"),
        Page(id="2", source="يلتقي وزير الري التونسي فريد الماطري نظيره سالم الكندي في صحار.", published="2024-03-09"),
    ]
    with Library(tmp_path / "library", create=True) as library:
        list(library.add(pages))
        found = profile(library, "سالم الكندي")
        assert next(role.role for role in found.roles) == "وزير الري"
        assert found.name.roles == ("وزير الري",)


def test_what_somebody_said_comes_newest_first(library: Library) -> None:
    said = profile(library, "سالم الكندي").said
    assert next(told.page.document for told in said) == "told"
    assert [told.page.document for told in said][-1] == "first"
    assert len(said) == profile(library, "سالم الكندي").counts["said"]


def test_statements_that_name_somebody_are_found_by_place(library: Library) -> None:
    about = [(told.page.document, told.statement.speaker) for told in profile(library, "سالم الكندي").said_about]
    assert ("about", "ريم الحلو") in about
    assert all("المطر" not in told.statement.text for told in profile(library, "سالم الكندي").said_about)


def test_what_was_said_to_a_body_is_found(library: Library) -> None:
    agency = profile(library, "الأناضول") if isinstance(library.who("الأناضول"), Profile) else profile(library, "وكالة الأناضول")
    assert [told.statement.speaker for told in agency.said_to] == ["سالم الكندي"]


def test_encounters_and_relations_are_told(library: Library) -> None:
    meets = next(one for one in profile(library, "سالم الكندي").encounters if one.page.document == "meets")
    assert meets.event.when == "2024-03-20"
    russia = profile(library, "روسيا")
    assert [stood.relation.target for stood in russia.towards] == ["الولايات المتحدة"]
    assert [stood.relation.actor for stood in profile(library, "الولايات المتحدة").of_others] == ["روسيا"]


def test_a_capital_that_speaks_speaks_for_its_country(library: Library) -> None:
    assert [told.statement.speaker for told in profile(library, "روسيا").said] == ["موسكو", "روسيا"]


def test_a_list_is_cut_and_its_length_told(library: Library) -> None:
    found = library.who("سالم الكندي", limit=1)
    assert isinstance(found, Profile)
    assert len(found.said) == 1
    assert found.counts["said"] > 1


def test_nothing_looks_at_all_statements(library: Library) -> None:
    connection = library.store.connection
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    for name in ("سالم الكندي", "روسيا", "الكندي"):
        library.who(name)
    library.agenda(Wanted(since="2024-03", until="2024-04", absent=True))
    connection.set_trace_callback(None)
    for query in asked:
        if query.lstrip().upper().startswith("SELECT"):
            for row in connection.execute(f"EXPLAIN QUERY PLAN {query}"):
                assert not scans(row), (query, row["detail"])


def scans(row: sqlite3.Row) -> bool:
    """Whether a step walks a whole table; an index of names may be walked, as may what a subquery has gathered."""
    words = row["detail"].split()
    return words[0] == "SCAN" and words[1] in (*TABLES, "f", "p") and "INDEX" not in words


# -- the agenda of a library


def days(library: Library, **wanted: object) -> list[str | None]:
    return [encounter.event.when for encounter in library.agenda(Wanted(**wanted))]  # type: ignore[arg-type]


def test_the_agenda_is_by_date_and_cut_by_days(library: Library) -> None:
    assert days(library)[:2] == ["2024-03-20", "2024-04-03"]
    assert days(library, since="2024-03-21") == ["2024-04-03"]
    assert days(library, until="2024-03") == ["2024-03-20"]
    assert all(day is None or day.startswith("--") for day in days(library, undated=True))


def test_only_those_from_which_somebody_stays_away(library: Library) -> None:
    assert days(library, absent=True) == ["2024-04-03"]
    assert days(library, absent=True, status=("cancelled",)) == []


@pytest.mark.parametrize(
    ("when", "since", "until", "expected"),
    [
        ("2024-03", "2024-03-15", None, True),
        ("2024-03-10/2024-03-20", "2024-03-15", "2024-03-16", True),
        ("2024-03-10/2024-03-20", "2024-03-21", None, False),
        ("2024-03-10", None, "2024-03-09", False),
        ("--03-10", "2024-01-01", None, False),
        (None, None, "2024", False),
        (None, None, None, True),
    ],
)
def test_what_may_fall_between_two_days(when: str | None, since: str | None, until: str | None, expected: bool) -> None:
    assert may_fall(when, since, until) is expected


# -- what people decide


def test_what_is_suppressed_or_decided_is_so_wherever_it_is_asked_for(tmp_path: Path) -> None:
    text = "قال سالم الكندي إن السد آمن. وذكرت ريم الحلو أن سالم الكندي لم يحضر اجتماع اللجنة يوم 3 أبريل 2024."
    with Library(tmp_path / "qawl.library", create=True) as library:
        list(library.add([Page(id="one", source=text, outlet="جريدة الضفة", published="2024-04-01")]))
        said = profile(library, "سالم الكندي").said[0].statement
        library.decide(said.id, "fix", "speaker", "هاني زيدان", who="نور")
        assert [told.statement.id for told in profile(library, "هاني زيدان").said] == [said.id]
        assert profile(library, "سالم الكندي").said == ()
        assert library.timeline("هاني زيدان", "سالم الكندي").a_to_b == ()
        assert library.check("السد آمن").nearest[0].appearances[0].speaker == "هاني زيدان"
        library.suppress(said.id, who="نور")
        assert library.check("السد آمن").nearest == ()
        library.suppress(page=said.capture, who="نور")
        assert isinstance(library.who("ريم الحلو"), Meant)
        assert library.agenda() == []
        found = library.brief("2024-01-01")
        assert (found.pages, found.speakers, found.encounters, found.changes, found.absences) == (0, (), (), (), ())


# -- the commands


def test_the_command_shows_a_name_and_its_status_tells_what_came_of_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ["--library", str(folder)]
    assert cli.main(["who", "سالم", "الكندي", *at]) == 0
    shown = capsys.readouterr().out
    assert "spellings" not in shown
    assert "وزير الزراعة" in shown
    assert cli.main(["who", "الكندي", *at, "--lang", "ar"]) == 0
    assert "طارق الكندي" in capsys.readouterr().out
    assert cli.main(["who", "نادر الغائب", *at]) == 1
    capsys.readouterr()
    assert cli.main(["who", "سالم الكندي", *at, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["name"]["name"] == "سالم الكندي"


def test_the_agenda_of_a_library_is_a_command_too(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ["agenda", "--library", str(folder)]
    assert cli.main([*at, "--since", "2024-04", "--format", "json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert entry["page"] == "stays"
    assert entry["event"]["when"] == "2024-04-03"
    assert cli.main([*at, "--absent"]) == 0
    assert "stays away" in capsys.readouterr().out
    assert cli.main([*at, "--until", "2024-03", "--ics"]) == 0
    calendar = capsys.readouterr().out
    assert calendar.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20240320" in calendar
    assert cli.main(["agenda", "--library", str(tmp_path / "none")]) == 2


def test_the_agenda_of_pages_is_cut_alike(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGES[4][3], "utf-8")
    assert cli.main(["agenda", str(path), "--since", "2025", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
