"""One man under several spellings and in several offices; namesakes; what people decide of who is who."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from qawl import cli
from qawl.library import Library, LibraryError
from qawl.library.asking.naming import Meant
from qawl.library.asking.who import Profile
from qawl.library.rows import TABLES
from qawl.model import Page

PAGES = [
    ("first", "2011-03-01", "قال ممثل المجلس في الإقليم هانس فيرلاندر إن المفاوضات تبدأ في الربيع. وأضاف فيرلاندر أن الوفد جاهز."),
    ("second", "2014-06-02", "أكد نائب مدير المعهد هانز فرلاندر أن التقرير ينشر غدا."),
    ("third", "2019-09-03", "ذكر المبعوث الخاص هانز فيرلندر أن الجولة المقبلة في الخريف."),
    ("other", "2019-09-04", "قال الطبيب هانز فيرلندر إن العيادة تفتح أبوابها يوم السبت."),
]


def page(id: str, day: str, text: str) -> Page:
    return Page(id=id, source=text, published=day, outlet="جريدة الضفة", url=f"https://example.org/{id}")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "qawl.library", create=True) as library:
        list(library.add([page(*one) for one in PAGES]))
        yield library


def identity(library: Library, document: str) -> str:
    (row,) = library.rows("people", "p.document = ?", [document])
    return str(row.identity)  # type: ignore[attr-defined]


def identity_of(library: Library, name: str) -> str:
    (row,) = library.rows("people", "f.name = ?", [name])
    return str(row.identity)  # type: ignore[attr-defined]


def identities(library: Library) -> dict[str, str]:
    return {row.document: identity(library, row.document) for row in library.rows("pages")}  # type: ignore[attr-defined]


def profile(library: Library, name: str, **more: Any) -> Profile:
    found = library.who(name, **more)
    assert isinstance(found, Profile)
    return found


def join_all(library: Library) -> None:
    for document in ("second", "third"):
        if identity(library, document) != identity(library, "first"):
            library.join(identity(library, "first"), identity(library, document), who="ليلى", why="سيرته")


def keep_doctor_apart(library: Library) -> None:
    if identity(library, "other") == identity(library, "third"):
        library.split(identity(library, "third"), ["other"], who="م")


def read_again(library: Library) -> None:
    """Write all pages again, as when another version has read them."""
    from qawl.library.refreshing import refresh

    with library.store.writing() as connection:
        for (capture,) in connection.execute("SELECT capture FROM pages ORDER BY page").fetchall():
            refresh(library.store, capture, "reread", None)


# -- join and split


def test_joined_spellings_are_one_with_all_that_each_says(library: Library) -> None:
    keep_doctor_apart(library)
    join_all(library)
    for name in ("هانس فيرلاندر", "هانز فرلاندر", identity(library, "first")[:8]):
        one = profile(library, name)
        assert {told.page.document for told in one.said} == {"first", "second", "third"}
        assert {"هانس فيرلاندر", "هانز فرلاندر", "هانز فيرلندر"} <= {*one.name.names}


def test_the_id_of_one_who_was_joined_leads_to_the_one_he_is_now(library: Library) -> None:
    keep_doctor_apart(library)
    doctor, envoy = identity(library, "other"), identity(library, "first")
    library.join(envoy, doctor, who="ليلى")
    assert identity(library, "other") == envoy != doctor
    assert profile(library, doctor).name.identity == envoy


def test_what_was_joined_holds_when_pages_are_read_again_and_later(library: Library) -> None:
    join_all(library)
    before = identities(library)
    read_again(library)
    assert identities(library) == before
    library.suppress(page="https://example.org/first", who="م")
    library.restore(page=library.tombstones()[0].capture, who="م")
    assert identities(library)["first"] == identities(library)["second"]


def test_pages_that_are_split_off_stay_apart_from_later_pages_too(library: Library) -> None:
    join_all(library)
    if identity(library, "other") != identity(library, "first"):
        library.join(identity(library, "other"), identity(library, "first"), who="م")
    library.split(identity(library, "first"), ["other"], who="ليلى", why="طبيب")
    apart = identities(library)
    assert apart["other"] not in {apart[document] for document in ("first", "second", "third")}
    assert apart["first"] == apart["second"] == apart["third"]
    read_again(library)
    list(library.add([page("fifth", "2021-01-05", "قال المبعوث الخاص هانز فيرلندر إن المهمة انتهت.")]))
    read_again(library)
    assert {document: one for document, one in identities(library).items() if document != "fifth"} == apart
    assert all({one.one.identity, one.other.identity} != {apart["first"], apart["other"]} for one in library.proposed())


def test_who_is_split_is_listed_by_what_differs(library: Library) -> None:
    keep_doctor_apart(library)
    join_all(library)
    found = library.who("هانز فيرلندر")
    assert isinstance(found, Meant)
    assert {one.identity for one in found.others} == {identity(library, "first"), identity(library, "other")}
    (doctor,) = (one for one in found.others if one.identity == identity(library, "other"))
    assert doctor.roles == ("الطبيب",)
    assert (doctor.since, doctor.until) == ("2019-09-04", "2019-09-04")


def test_a_decision_is_taken_back(library: Library) -> None:
    list(library.add([page("nobody", "2019-09-05", "قالت الشاعرة ريم الحلو إن الديوان يصدر قريبا.")]))
    before = identities(library)
    pair = identity(library, "first"), identity(library, "nobody")
    assert pair[0] != pair[1]
    decision = library.join(*pair, who="م")
    assert identity(library, "first") == identity(library, "nobody")
    library.restore(decision.id, who="م", why="خطأ")
    assert identities(library) == before
    with pytest.raises(LibraryError, match="taken back before"):
        library.restore(decision.id, who="م")


def test_the_later_decision_holds(library: Library) -> None:
    join_all(library)
    library.split(identity(library, "first"), ["second"], who="م")
    assert identity(library, "first") != identity(library, "second")
    library.join(identity(library, "second"), identity(library, "first"), who="ن")
    assert identity(library, "first") == identity(library, "second")
    read_again(library)
    assert identity(library, "first") == identity(library, "second")


def test_decisions_go_to_another_library_whatever_the_order_of_pages(library: Library, tmp_path: Path) -> None:
    join_all(library)
    library.split(identity(library, "first"), ["second"], who="م")  # what nobody decided may hang on who came first
    library.join(identity(library, "second"), identity(library, "first"), who="م")
    library.split(identity(library, "first"), ["third"], who="م")
    lines = list(library.export_decisions())
    assert "هان" not in b"".join(lines).decode()
    with Library(tmp_path / "other.library", create=True) as other:
        list(other.add([page(*one) for one in reversed(PAGES)]))
        assert other.import_decisions(lines).misfits == ()
        assert identity(other, "first") == identity(other, "second") != identity(other, "third")
        assert list(other.export_decisions()) == lines
    with Library(tmp_path / "empty.library", create=True) as empty:
        assert empty.import_decisions(lines).misfits == ()
        list(empty.add([page(*one) for one in PAGES]))
        assert identity(empty, "first") == identity(empty, "second") != identity(empty, "third")


@pytest.mark.parametrize(
    ("asked", "told"),
    [(("هانس فيرلاندر", "لا أحد هنا"), "no page of this library names"), (("هانس فيرلاندر", "هانس فيرلاندر"), "one here already")],
)
def test_what_cannot_be_joined_is_told(library: Library, asked: tuple[str, str], told: str) -> None:
    with pytest.raises(LibraryError, match=told):
        library.join(*asked, who="م")


def test_what_cannot_be_split_is_told(library: Library) -> None:
    keep_doctor_apart(library)
    first = identity(library, "first")
    with pytest.raises(LibraryError, match="name the pages"):
        library.split(first, who="م")
    with pytest.raises(LibraryError, match="no page nowhere"):
        library.split(first, ["nowhere"], who="م")
    with pytest.raises(LibraryError, match="no other page"):
        library.split(identity(library, "other"), ["other"], who="م")


# -- a user's own table


def test_names_of_one_id_are_one_and_of_two_ids_never(library: Library) -> None:
    table = "name;id;kind\nهانس فيرلاندر;H1;person\nهانز فرلاندر;H1;\nهانز فيرلندر;H2;\n"
    taken = library.take_names(table.encode("utf-8-sig"))
    assert (taken.names, taken.wrong) == (3, ())
    assert [identity(library, document) for document in ("first", "second", "third")] == ["own:H1", "own:H1", "own:H2"]
    assert profile(library, "H1").counts["said"] == 3
    with pytest.raises(LibraryError, match="two in the tables"):
        library.join("own:H1", "own:H2", who="م")
    list(library.add([page("fifth", "2021-01-05", "قال هانز فرلاندر إن المهمة انتهت.")]))
    assert identity(library, "fifth") == "own:H1"
    read_again(library)
    assert identity(library, "second") == "own:H1"


def test_the_table_is_listed_and_names_are_taken_out(library: Library) -> None:
    before = identities(library)
    library.take_names("id,name\nH1,هانس فيرلاندر\nH1,هانز فرلاندر\n".encode("utf-16"))
    assert [(row.name, row.id) for row in library.own_names()] == [("هانز فرلاندر", "H1"), ("هانس فيرلاندر", "H1")]
    library.remove_names(["H1"])
    assert (library.own_names(), identities(library)) == ([], before)
    with pytest.raises(LibraryError, match="no id H1"):
        library.remove_names(["H1"])


def test_what_is_wrong_with_a_line_is_told_with_its_number(library: Library) -> None:
    wrong = [",H1,,", "هانس,,,", "هانس فيرلاندر,H 1,,", "هانس فيرلاندر,H1,hero,", "هانس فيرلاندر,H1,,Jordan"]
    table = "\n".join(["name,id,kind,country", *wrong, '"هانز', 'فرلاندر",H3,person,jo', "a,b,,,x", ""])
    taken = library.take_names(table.encode())
    assert taken.names == 1
    assert [line for line, _ in taken.wrong] == [2, 3, 4, 5, 6, 9]
    assert [row.country for row in library.own_names()] == ["JO"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the first line is name,id"),
        ("الاسم,المعرف\n".encode(), "the first line is name,id"),
        (b"name,id,colour\n", "the first line is name,id"),
        (b"name,id\n" + "هانس,1\n".encode("cp1256"), "line 2: this is not UTF-8"),
        ('name,id\n"هانس,1\n'.encode(), "line 2"),
    ],
)
def test_what_is_no_table_of_names_is_told(library: Library, data: bytes, told: str) -> None:
    with pytest.raises(LibraryError, match=told):
        library.take_names(data)


# -- the commands


def test_the_commands_join_split_and_list(library: Library, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    at = ["--library", str(library.store.folder)]
    list(library.add([page("pen", "2019-09-05", "قال الكاتب نادر الحلو إن الديوان يصدر قريبا.")]))
    assert cli.main(["join", *at]) == 0
    first, pen = identity(library, "first"), identity_of(library, "نادر الحلو")
    assert cli.main(["join", "هانس فيرلاندر", "نادر الحلو", "--who", "م", "--why", "اسم مستعار", *at]) == 0
    told = capsys.readouterr().out
    assert "joined" in told
    assert "نادر الحلو" in told
    assert identity_of(library, "نادر الحلو") == first
    assert cli.main(["split", first, "pen", "--who", "م", *at]) == 0
    assert identity_of(library, "نادر الحلو") != first
    decision = library.decisions()[-1].id
    assert cli.main(["restore", decision[:8], "--who", "م", *at]) == 0
    assert identity_of(library, "نادر الحلو") == first
    assert pen != first
    assert cli.main(["decisions", *at, "--lang", "ar"]) == 0
    assert cli.main(["join", "هانس", *at]) == 2
    assert cli.main(["split", first, "pen", *at]) == 2
    assert "who made it" in capsys.readouterr().err
    table = tmp_path / "names.csv"
    table.write_text("name,id\nهانس فيرلاندر,H1\n,H2\n", "utf-8")
    assert cli.main(["names", str(table), *at]) == 1
    assert f"{table}:3: it has no name" in capsys.readouterr().err
    for lang in ("en", "ar"):
        assert cli.main(["names", *at, "--lang", lang]) == 0
        assert "H1" in capsys.readouterr().out
    assert cli.main(["names", "--clear", *at]) == 0
    assert library.own_names() == []


# -- whoever asks to be gone


def gone(library: Library, words: str) -> bool:
    shown = [library.seen(row.capture).to_json().decode() for row in library.rows("pages")]  # type: ignore[attr-defined]
    return all(words not in page for page in (*shown, *(repr(list(library.rows(table))) for table in TABLES)))


def test_who_is_suppressed_is_gone_under_all_spellings(library: Library) -> None:
    keep_doctor_apart(library)
    list(library.add([page("alone", "2011-03-09", "قال فيرلاندر إن المفاوضات تبدأ في الربيع. وقالت البلدية إن الجسر سيفتح.")]))
    if identity(library, "alone") != identity(library, "first"):
        library.join(identity(library, "first"), identity(library, "alone"), who="م")
    join_all(library)
    before = {table: sorted(library.rows(table), key=repr) for table in TABLES}
    library.suppress(person="هانس فيرلاندر", who="م")
    assert all(gone(library, words) for words in ("فيرلاندر", "فرلاندر", "المفاوضات", "الجولة"))
    assert not gone(library, "الجسر")
    library.restore(person="هانز فرلاندر", who="م")
    assert {table: sorted(library.rows(table), key=repr) for table in TABLES} == before


def test_a_form_of_the_name_that_no_page_has_is_enough(library: Library) -> None:
    keep_doctor_apart(library)
    join_all(library)
    library.suppress(page="https://example.org/other", who="م")
    library.suppress(person="Hans Vierlander", who="م")
    assert gone(library, "فيرلاندر")
    library.restore(person="Hans Vierlander", who="م")
    assert not gone(library, "فيرلاندر")


def test_who_is_suppressed_by_id_leaves_namesakes(library: Library) -> None:
    keep_doctor_apart(library)
    join_all(library)
    doctor = identity(library, "other")
    one = identity(library, "third")
    library.suppress(person=one, who="م")
    assert gone(library, "الجولة")
    assert not gone(library, "العيادة")
    assert identity(library, "other") == doctor
    library.restore(person=one, who="م")
    assert identity(library, "third") == one


def test_spellings_are_suppressed_where_the_file_of_decisions_goes(library: Library, tmp_path: Path) -> None:
    keep_doctor_apart(library)
    join_all(library)
    library.suppress(person="هانس فيرلاندر", who="م")
    lines = [line for line in library.export_decisions() if b'"person"' in line]
    assert "فرلاندر" not in b"".join(lines).decode()
    with Library(tmp_path / "other.library", create=True) as other:
        other.import_decisions(lines)
        list(other.add([page(*one) for one in PAGES[:2]]))
        assert gone(other, "فرلاندر")


# -- one man, four pages, twelve years

MAN = [
    (
        "2009",
        "2009-04-02",
        "أعلن ممثل حلف شمال الأطلسي في القوقاز وآسيا الوسطى ادغار هولمبرغ أن الحلف يفتح مكتبا في الإقليم. "
        "وأضاف هولمبرغ أن المكتب صغير.",
    ),
    ("2013", "2013-11-20", "قال نائب مساعد الأمين العام لحلف شمال الأطلسي إدغار هولمبيرغ إن التعاون مع دول القوقاز مستمر."),
    (
        "2017",
        "2017-05-11",
        "ذكر الممثل الخاص للأمين العام لحلف الناتو لجنوب القوقاز وآسيا الوسطى إدغار هولمبيرج أن الزيارة كانت مفيدة.",
    ),
    (
        "2021",
        "2021-09-15",
        "قال الممثل الخاص للأمين العام لحلف شمال الأطلسي لجنوب القوقاز وآسيا الوسطى أدغار هولمبرج إن الحوار لم ينقطع.",
    ),
]
WRONG = ("wrong", "2017-06-01", "قال مدرب المنتخب إدغار هولمبيرج إن الفريق جاهز للمباراة.")
FIFTH = (
    "fifth",
    "2022-02-01",
    "قال الممثل الخاص للأمين العام لحلف شمال الأطلسي لجنوب القوقاز وآسيا الوسطى إدغار هولمبيرج إن المهمة انتهت.",
)


@pytest.fixture
def man(tmp_path: Path) -> Iterator[Library]:
    """A library of the man's four pages, after one confirmation at most, which `join` without names asks for."""
    with Library(tmp_path / "man.library", create=True) as library:
        list(library.add([page(*one) for one in MAN]))
        if asked := library.proposed():
            library.join(asked[0].one.identity, asked[0].other.identity, who="ليلى")
        yield library


def test_one_man_in_four_pages_over_twelve_years_is_one(man: Library) -> None:
    assert len(set(identities(man).values())) == 1
    for name in ("إدغار هولمبيرغ", "ادغار هولمبرج", "Edgar Holmberg", "هولمبيرك", "Holmberg"):
        one = profile(man, name)
        assert {told.page.document for told in one.said} == {"2009", "2013", "2017", "2021"}
        assert len(one.name.names) == 4
        assert [role.since for role in one.roles] == ["2021-09-15", "2017-05-11", "2013-11-20", "2009-04-02"]


def test_no_role_leaks_to_another_date(man: Library) -> None:
    def roles(on: str) -> list[str]:
        return [role.role for role in profile(man, "إدغار هولمبيرغ", on=on).roles]

    assert roles("2009") == ["ممثل حلف شمال الأطلسي في القوقاز وآسيا الوسطى"]
    assert roles("2013-11") == ["نائب مساعد الأمين العام لحلف شمال الأطلسي"]
    assert roles("2017-05-11")[0].startswith("الممثل الخاص")
    assert roles("2011") == roles("2015") == roles("2008") == roles("2025") == []


def test_a_wrong_candidate_is_split_and_stays_split(man: Library) -> None:
    (one,) = set(identities(man).values())
    list(man.add([page(*WRONG)]))
    if identity(man, "wrong") == one:
        man.split(one, ["wrong"], who="ليلى", why="مدرب كرة")
    else:
        man.split(one, other=identity(man, "wrong"), who="ليلى", why="مدرب كرة")
    coach = identity(man, "wrong")
    assert coach != one
    read_again(man)
    list(man.add([page(*FIFTH)]))
    read_again(man)
    assert identities(man) == dict.fromkeys(("2009", "2013", "2017", "2021", "fifth"), one) | {"wrong": coach}
    assert all({pair.one.identity, pair.other.identity} != {one, coach} for pair in man.proposed())


# -- search and timeline


def test_a_speaker_is_found_under_all_spellings(library: Library) -> None:
    keep_doctor_apart(library)
    join_all(library)
    for speaker in ("هانس فيرلاندر", "هانز فرلاندر", identity(library, "first")):
        said = library.search("", speaker=speaker).answers
        assert {"first", "second", "third"} <= {answer.document.id for answer in said}
    assert {answer.document.id for answer in library.search("", speaker=identity(library, "other")).answers} == {"other"}
    decision = library.split(identity(library, "first"), ["second"], who="م")
    assert "second" not in {answer.document.id for answer in library.search("", speaker="هانس فيرلاندر").answers}
    library.restore(decision.id, who="م")
    assert "second" in {answer.document.id for answer in library.search("", speaker="هانس فيرلاندر").answers}
    assert library.search("", speaker="؟!").total == 0


def test_where_the_machine_says_otherwise_than_people_is_told(library: Library, tmp_path: Path) -> None:
    list(library.add([page("pen", "2019-09-05", "قال الكاتب نادر الحلو إن الديوان يصدر قريبا.")]))
    library.join(identity(library, "first"), identity(library, "pen"), who="م")
    assert list(library.disagreements()) == []
    (line,) = library.export_decisions()
    decision = msgspec.json.decode(line) | {"id": "", "machine": {"verdict": "join"}}
    with Library(tmp_path / "other.library", create=True) as other:
        list(other.add([page(*one) for one in PAGES] + [page("pen", "2019-09-05", "قال الكاتب نادر الحلو إن الديوان يصدر قريبا.")]))
        assert other.import_decisions([msgspec.json.encode(decision)]).new == 1
        (one,) = other.disagreements()
        assert (one.state, one.decided, one.before, one.now) == ("differs", "join", "join", "apart")
        for wrong in ({"links": []}, {"verdict": "accept"}, {"finding": ""}):
            assert other.import_decisions([msgspec.json.encode(decision | wrong)]).misfits


def test_a_page_is_taken_in_without_looking_at_all_others(library: Library) -> None:
    join_all(library)
    connection, asked = library.store.connection, list[str]()
    connection.set_trace_callback(asked.append)
    list(
        library.add([page("fifth", "2021-01-05", "قال المبعوث الخاص هانز فيرلندر إن المهمة انتهت. وقالت البلدية إن الجسر سيفتح.")])
    )
    connection.set_trace_callback(None)
    tables = ("members", "former_members", "identities", "name_keys", "told", "proposals", "rulings", "people", "pages", "p", "m")
    for query in asked:
        if query.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE")):
            for row in connection.execute(f"EXPLAIN QUERY PLAN {query}"):
                words = row["detail"].split()
                assert not (words[0] == "SCAN" and words[1] in tables), (query, row["detail"])


def test_a_library_with_such_decisions_is_sound_and_its_copy_has_them(library: Library, tmp_path: Path) -> None:
    keep_doctor_apart(library)
    join_all(library)
    library.take_names("name,id\nريم الحلو,R1\n".encode())
    before = identities(library)
    assert [damage for checked in library.verify() for damage in checked.damages] == []
    library.backup(tmp_path / "copy")
    with Library(tmp_path / "copy") as copy:
        assert identities(copy) == before
        list(copy.add([page("fifth", "2021-01-05", "قالت ريم الحلو إن المهمة انتهت.")]))
        assert identity(copy, "fifth") == "own:R1"


# -- whom a page has by an office alone

IN_OFFICE = [
    ("named", "2024-03-05", "أعلن محافظ صحار سالم الكندي افتتاح سد الوادي في صحار."),
    ("office", "2024-03-07", "قال محافظ صحار إن سد الوادي آمن."),
    ("elsewhere", "2024-03-07", "قال محافظ صلالة إن سد الوادي آمن."),
    ("head", "2024-04-20", "زار نواب سد الوادي في صحار. وقال المحافظ إن الماء وفير."),
    ("later", "2024-11-07", "قال محافظ صحار إن موسم القمح وفير."),
    ("past", "2025-11-07", "قال محافظ صحار السابق إن الشتاء طويل."),
]


@pytest.fixture
def governor(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "qawl.library", create=True) as library:
        list(library.add([page(*one) for one in IN_OFFICE]))
        yield library


def test_whom_a_page_has_by_an_office_alone_is_joined_where_nobody_else_can_be_meant(governor: Library) -> None:
    found = profile(governor, "سالم الكندي")
    assert [told.page.document for told in found.said] == ["office"]
    assert {pair.other.name for pair in found.proposed} == {"المحافظ", "محافظ صحار السابق"}
    assert all(pair.reasons[0].code == "by_office" for pair in found.proposed)
    assert {told.page.document for told in found.said_by_office} == {"head", "past"}


def test_people_decide_whether_an_office_is_his(governor: Library) -> None:
    offered = {pair.other.name: pair.other.identity for pair in profile(governor, "سالم الكندي").proposed}
    governor.join("سالم الكندي", offered["محافظ صحار السابق"], who="ليلى", why="لم يسبقه أحد")
    governor.split("سالم الكندي", other=offered["المحافظ"], who="ليلى", why="محافظ آخر")
    governor.split("سالم الكندي", [capture(governor, "office")], who="ليلى", why="خلفه يومها")
    list(governor.add([page("again", "2024-03-09", "زار محافظ صحار سالم الكندي سد الوادي.")]))
    found = profile(governor, "سالم الكندي")
    assert [told.page.document for told in found.said] == ["past"]
    assert not {pair.other.name for pair in found.proposed} & {"المحافظ", "محافظ صحار السابق"}


def test_an_office_comes_before_the_name_of_its_holder(tmp_path: Path) -> None:
    with Library(tmp_path / "qawl.library", create=True) as library:
        list(library.add([page(*one) for one in (IN_OFFICE[1], ("named", "2024-03-09", IN_OFFICE[0][2]))]))
        found = profile(library, "سالم الكندي")
        assert not found.said
        assert [told.page.document for told in found.said_by_office] == ["office"]


def test_of_two_holders_none_is_joined(tmp_path: Path) -> None:
    with Library(tmp_path / "qawl.library", create=True) as library:
        other = ("other", "2024-03-06", "قال محافظ صحار فهد المنصوري إن سد الوادي قديم.")
        list(library.add([page(*one) for one in (IN_OFFICE[0], other, IN_OFFICE[1])]))
        assert [told.page.document for told in profile(library, "سالم الكندي").said_by_office] == ["office"]
        assert [told.page.document for told in profile(library, "فهد المنصوري").said_by_office] == ["office"]


def capture(library: Library, document: str) -> str:
    (row,) = library.rows("pages", "p.document = ?", [document])
    return str(row.capture)  # type: ignore[attr-defined]
