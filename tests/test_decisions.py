"""People's decisions: over the findings and never in them, whatever the machine reads next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from qawl import cli
from qawl.library import Library, LibraryError
from qawl.library.rows import TABLES
from qawl.model import Page

PAGE = (
    "😀 قال وزير الزراعة سالم الكندي إن الموسم جيد هذا العام. وأضاف أن الأسعار لن ترتفع قبل الصيف.\n"
    "وأعلنت هيئة المياه أن السد سيفتح يوم الأحد. ويزور سالم الكندي مدينة صحار في 5 مارس 2024 للقاء ليلى المنصوري."
)
TITLE = "سالم الكندي: لن ننسى الحقول بعد الصيف"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "qawl.library", create=True) as library:
        list(library.add([Page(id="page", source=PAGE, title=TITLE, published="2024-03-01")]))
        yield library


def statements(library: Library, where: str = "1") -> list[Any]:
    return list(library.rows("statements", where, more="ORDER BY f.number"))


def saying(library: Library, words: str) -> Any:
    (row,) = [row for row in statements(library) if words in row.text]
    return row


def events(library: Library) -> list[Any]:
    return list(library.rows("events"))


def change(library: Library) -> int:
    return int(library.store.fact("changed"))


# -- verdicts


def test_a_decision_is_seen_at_once_and_the_record_stays(library: Library) -> None:
    row = saying(library, "الأسعار")
    read, before = library.record(row.capture), change(library)
    decision = library.decide(row.id, "accept", who="ليلى", why="سمعته")
    row = saying(library, "الأسعار")
    assert (row.decided, row.decided_by, row.speaker) == ("accept", "ليلى", "سالم الكندي")
    assert library.record(row.capture) == read
    assert change(library) > before
    assert (decision.quote, decision.why, decision.verdict) == (row.text, "سمعته", "accept")


def test_a_fixed_speaker_keeps_source_and_cue(library: Library) -> None:
    row = saying(library, "السد")
    library.decide(row.id, "fix", "speaker", "ليلى المنصوري", who="ن")
    fixed = saying(library, "السد")
    assert (fixed.speaker, fixed.speaker_type, fixed.decided) == ("ليلى المنصوري", "person", "fix")
    assert (fixed.source, fixed.cue, fixed.id) == (row.source, row.cue, row.id)
    record = library.seen(row.capture)
    known = {person.name: person.id for person in record.people}
    assert {one.speaker.ref for one in record.statements if one.id == row.id and one.speaker} == {known.get("ليلى المنصوري")}
    library.decide(row.id, "fix", "speaker", "من لا تذكره الصفحة", who="ن")
    (ref,) = [one.speaker.ref for one in library.seen(row.capture).statements if one.id == row.id and one.speaker]
    assert ref is None


def test_a_speaker_that_nobody_can_tell_makes_a_draft(library: Library) -> None:
    row = saying(library, "الموسم")
    library.decide(row.id, "fix", "speaker", None, who="ن")
    row = saying(library, "الموسم")
    assert (row.speaker, row.speaker_key, row.band) == (None, None, "draft")


def test_what_is_rejected_is_out_of_the_rows_and_comes_back(library: Library) -> None:
    row, before = saying(library, "السد"), statements(library)
    library.decide(row.id, "reject", who="ن")
    assert [one.id for one in statements(library)] == [one.id for one in before if one.id != row.id]
    library.decide(row.id, "unsure", who="ن")
    assert saying(library, "السد").decided == "unsure"


def test_the_latest_decision_of_a_field_holds_and_all_are_kept(library: Library) -> None:
    row = saying(library, "السد")
    for kind in ("direct", "mixed"):
        library.decide(row.id, "fix", "kind", kind, who="ن")
    library.decide(row.id, "fix", "said_on", "2024-03-02", who="م")
    row = saying(library, "السد")
    assert (row.kind, row.said_on, row.decided_by) == ("mixed", "2024-03-02", "م")
    assert [(one.field, one.value) for one in library.decisions()] == [
        ("kind", "direct"), ("kind", "mixed"), ("said_on", "2024-03-02"),
    ]  # fmt: skip


def test_several_fields_are_fixed_together_or_not_at_all(library: Library) -> None:
    row = saying(library, "السد")
    with pytest.raises(LibraryError, match="does not fit"):
        library.fix(row.id, {"kind": "mixed", "said_on": "yesterday"}, who="ن")
    assert saying(library, "السد") == row
    library.fix(row.id, {"said_to": "صحيفة الضفة", "holder": ["سالم الكندي"], "role": "متحدث"}, who="ن")
    row = saying(library, "السد")
    assert (row.said_to, row.holder, row.role) == ("صحيفة الضفة", ("سالم الكندي",), "متحدث")


def test_boundaries_are_places_in_code_points(library: Library) -> None:
    row = saying(library, "الموسم")
    assert PAGE[row.start : row.end] == row.text  # the emoji before it is one code point
    library.decide(row.id, "fix", "content", f"{row.start}-{row.start + 10}", who="ن")
    fixed = saying(library, "الموسم")
    assert (fixed.text, fixed.start, fixed.end) == (PAGE[row.start : row.start + 10], row.start, row.start + 10)
    library.decide(row.id, "fix", "source", "سالم الكندي", who="ن")
    assert saying(library, "الموسم").source == "سالم الكندي"


def test_a_statement_of_the_title_is_decided_on_too(library: Library) -> None:
    (row,) = [row for row in statements(library) if row.in_title]
    decision = library.decide(row.id, "fix", "speaker", "ليلى المنصوري", who="ن")
    assert (decision.in_title, decision.quote) == (True, row.text)
    (row,) = [row for row in statements(library) if row.in_title]
    assert row.speaker == "ليلى المنصوري"


def test_encounters_are_decided_on(library: Library) -> None:
    visit = next(event for event in events(library) if event.type == "visit")
    library.fix(visit.id, {"status": "postponed", "when": "2024-03-09", "part:سالم الكندي": "not_attending"}, who="ن")
    (row,) = [event for event in events(library) if event.id == visit.id]
    assert (row.status, row.date, row.decided) == ("postponed", "2024-03-09", "fix")
    (part,) = library.rows("participants", "f.event = ? AND f.name = ?", [visit.id, "سالم الكندي"])
    assert part.part == "not_attending"  # type: ignore[attr-defined]
    library.decide(visit.id, "reject", who="ن")
    assert visit.id not in {event.id for event in events(library)}
    assert not list(library.rows("participants", "f.event = ?", [visit.id]))


def test_how_an_encounter_changed_is_written_down(library: Library) -> None:
    visit = next(event for event in events(library) if event.type == "visit")
    library.decide(visit.id, "accept", who="ن")
    assert list(library.event_changes()) == []
    for status in ("postponed", "cancelled"):
        library.decide(visit.id, "fix", "status", status, who="ن")
    first, second = library.event_changes()
    assert first.before
    assert first.after
    assert (first.before.status, first.after.status, first.cause) == ("announced", "postponed", "decision")
    assert (second.event, second.now) == (visit.id, visit.id)


# -- what is asked wrongly


@pytest.mark.parametrize(
    ("verdict", "field", "value", "told"),
    [
        ("fix", "colour", "red", "cannot be decided on"),
        ("fix", "kind", "loud", "direct, indirect, mixed"),
        ("fix", "content", "90-20", "begins before it ends"),
        ("fix", "source", "كلمات ليست هنا", "words that stand in the page"),
        ("fix", None, None, "FIELD=VALUE"),
        ("reject", "kind", None, "said of the whole"),
        ("accept", "kind", "mixed", "another value is a fix"),
        ("maybe", None, None, "no verdict"),
    ],
)
def test_what_does_not_fit_is_told(library: Library, verdict: Any, field: str | None, value: Any, told: str) -> None:
    row, before = saying(library, "السد"), change(library)
    with pytest.raises(LibraryError, match=told):
        library.decide(row.id, verdict, field, value, who="ن")
    assert (saying(library, "السد"), change(library), library.decisions()) == (row, before, [])


def test_a_finding_is_named_by_the_beginning_of_its_id(library: Library) -> None:
    row = saying(library, "السد")
    library.decide(f"{row.capture[:8]}:{row.id[:6]}", "accept", who="ن")
    assert saying(library, "السد").decided == "accept"
    list(library.add([Page(id="again", source=PAGE + "\n")]))
    with pytest.raises(LibraryError, match="no statement or encounter"):
        library.decide("0123456789abcdef", "accept", who="ن")
    with pytest.raises(LibraryError, match="no id"):
        library.decide("السد", "accept", who="ن")
    with pytest.raises(LibraryError, match="who made it"):
        library.decide(row.id, "accept", who=" ")


def test_rows_are_as_the_proof_wants_them(library: Library) -> None:
    library.decide(saying(library, "السد").id, "fix", "speaker", "ليلى المنصوري", who="ن")
    library.decide(saying(library, "الموسم").id, "reject", who="ن")
    assert [damage for checked in library.verify() for damage in checked.damages] == []


# -- as a file


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    """Another library that has the same page."""
    with Library(tmp_path / "other.library", create=True) as library:
        list(library.add([Page(id="page", source=PAGE, title=TITLE, published="2024-03-01")]))
        yield library


def test_decisions_go_from_one_library_to_another(library: Library, other: Library) -> None:
    library.decide(saying(library, "السد").id, "fix", "speaker", "ليلى المنصوري", who="ن", why="سمعتها")
    library.decide(saying(library, "الأسعار").id, "reject", who="ن")
    library.suppress(saying(library, "الموسم").id, who="م")
    lines = list(library.export_decisions())
    assert "الموسم" not in b"".join(lines).decode()
    assert other.import_decisions(lines).new == 3
    for table in ("statements", "people", "events", "participants"):
        assert list(other.rows(table)) == list(library.rows(table))
    before = change(other)
    again = other.import_decisions(lines)
    assert (again.new, again.known, again.misfits, change(other)) == (0, 3, (), before)
    assert list(other.export_decisions()) == lines
    assert [entry.detail["new"] for entry in other.log()] == [3]


def test_two_files_are_merged_and_the_later_decision_holds(library: Library, other: Library) -> None:
    row = saying(library, "السد")
    library.decide(row.id, "fix", "kind", "direct", who="ن")
    other.decide(row.id, "fix", "kind", "mixed", who="م")
    other.decide(row.id, "fix", "said_on", "2024-02-28", who="م")
    ours, theirs = list(library.export_decisions()), list(other.export_decisions())
    library.import_decisions(theirs)
    other.import_decisions(ours)
    assert list(library.export_decisions()) == list(other.export_decisions())
    assert saying(library, "السد") == saying(other, "السد")
    assert (saying(library, "السد").kind, len(library.decisions())) == ("mixed", 3)


def test_a_suppressed_person_and_page_are_suppressed_where_the_file_goes(library: Library, other: Library) -> None:
    library.suppress(person="سالم الكندي", who="م")
    lines = list(library.export_decisions())
    assert "الكندي" not in b"".join(lines).decode()
    other.import_decisions(lines)
    assert "الكندي" not in repr([list(other.rows(table)) for table in TABLES])
    capture = saying(library, "السد").capture
    library.suppress(page=capture, who="م")
    other.import_decisions(library.export_decisions())
    assert list(other.rows("pages")) == []
    library.restore(page=capture, who="م")
    other.import_decisions(library.export_decisions())
    assert len(list(other.rows("pages"))) == 1


def test_a_page_can_be_suppressed_before_it_comes(library: Library, tmp_path: Path) -> None:
    library.suppress(page=saying(library, "السد").capture, who="م")
    with Library(tmp_path / "empty.library", create=True) as empty:
        empty.import_decisions(library.export_decisions())
        (added,) = empty.add([Page(id="page", source=PAGE)])
        assert added.outcome == "suppressed"


def test_what_was_decided_on_suppressed_things_is_not_exported(library: Library) -> None:
    row = saying(library, "السد")
    library.decide(row.id, "fix", "role", "متحدثة", who="ن")
    library.suppress(row.id, who="م")
    (line,) = library.export_decisions()
    assert msgspec.json.decode(line)["verdict"] == "suppress"
    library.restore(row.id, who="م")
    assert [msgspec.json.decode(line)["verdict"] for line in library.export_decisions()] == ["fix", "suppress", "restore"]
    assert saying(library, "السد").decided == "fix"


def line_with(library: Library, **values: Any) -> bytes:
    """A line of the file with other values."""
    (line,) = library.export_decisions()
    return msgspec.json.encode(msgspec.json.decode(line) | values)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"capture": "0" * 64}, "not in this library"),
        ({"verdict": "like"}, "no decision"),
        ({"field": "colour"}, "no field"),
        ({"value": "loud"}, "does not fit"),
        ({"made": "yesterday"}, "no ISO time"),
        ({"made": "9999-01-01T00:00:00Z"}, "yet to be made"),
        ({"made": "2024-01-01T00:00:00"}, "no time zone"),
        ({"who": ""}, "nobody"),
        ({"scope": "page"}, "cannot be said of a page"),
        ({"finding": ""}, "missing"),
    ],
)
def test_a_line_that_does_not_fit_is_told(library: Library, other: Library, values: dict[str, Any], told: str) -> None:
    library.decide(saying(library, "السد").id, "fix", "kind", "mixed", who="ن")
    result = other.import_decisions([b"\n", line_with(library, id="", **values), b"{broken", *library.export_decisions()])
    assert (result.new, [misfit.line for misfit in result.misfits]) == (1, [2, 3])
    assert told in result.misfits[0].reason
    assert saying(other, "السد").kind == "mixed"


def test_another_decision_with_a_known_id_is_told(library: Library) -> None:
    library.decide(saying(library, "السد").id, "fix", "kind", "mixed", who="ن")
    result = library.import_decisions([line_with(library, why="أخرى")])
    assert "has its id" in result.misfits[0].reason


def test_a_line_may_be_written_by_hand(library: Library) -> None:
    row = saying(library, "السد")
    line = {
        "made": "2024-03-03T10:00:00+03:00",
        "who": "ن",
        "verdict": "fix",
        "scope": "statement",
        "field": "kind",
        "value": "mixed",
    }
    written = msgspec.json.encode(line | {"capture": row.capture, "finding": row.id})
    assert library.import_decisions([written]).new == 1
    assert library.import_decisions([written]).known == 1
    assert saying(library, "السد").kind == "mixed"
    (decision,) = library.decisions()
    assert (decision.made, decision.quote) == ("2024-03-03T07:00:00.000000Z", row.text)


# -- the same page in other bytes


def test_a_decision_is_proposed_for_the_page_that_comes_anew(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    address = "https://example.org/1"
    one, two = library.add([Page(id="a", source="1 " + PAGE, url=address), Page(id="b", source="عاجل. " + PAGE, url=address)])
    (row,) = library.rows("statements", "p.capture = ? AND f.text LIKE '%السد%'", [one.capture])
    library.decide(f"{one.capture}:{row.id}", "fix", "speaker", "ليلى المنصوري", who="ن")  # type: ignore[attr-defined]
    (proposal,) = library.proposals()
    (other,) = library.rows("statements", "p.capture = ? AND f.text LIKE '%السد%'", [two.capture])
    assert (proposal.capture, proposal.finding) == (two.capture, other.id)  # type: ignore[attr-defined]
    assert other.speaker == "هيئة المياه"  # type: ignore[attr-defined]
    assert proposal.values["speaker"]["name"] == "ليلى المنصوري"
    assert cli.main(["decisions", "--proposals", "--library", str(library.store.folder)]) == 0
    assert "ليلى" in capsys.readouterr().out
    library.fix(f"{two.capture}:{proposal.finding}", proposal.values, who="م")
    assert [found.capture for found in library.proposals()] == []


# -- the commands


def test_the_commands_decide_list_and_move(
    library: Library, other: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row, file = saying(library, "السد"), str(tmp_path / "decisions.jsonl")
    here, there = (["--library", str(one.store.folder)] for one in (library, other))
    said = ["speaker=ليلى المنصوري", "said_on=2024-02-28", 'holder=["سالم الكندي"]', "via=null"]
    assert cli.main(["decide", row.id[:6], "fix", *said, "--who", "ن", "--why", "سمعتها", *here]) == 0
    assert "speaker = ليلى المنصوري" in capsys.readouterr().out
    row = saying(library, "السد")
    assert (row.speaker, row.said_on, row.holder, row.via) == ("ليلى المنصوري", "2024-02-28", ("سالم الكندي",), None)
    assert cli.main(["decisions", "--export", file, *here]) == 0
    assert cli.main(["decisions", "--import", file, *there]) == 0
    assert "4 taken in" in capsys.readouterr().out
    assert saying(other, "السد") == row
    Path(file).write_text("{}\n")
    assert cli.main(["decisions", "--import", file, *there]) == 1
    assert f"{file}:1: it is no decision" in capsys.readouterr().err
    for lang, word in (("en", "fixed"), ("ar", "صُحّح")):
        assert cli.main(["decisions", "--lang", lang, *here]) == 0
        assert word in capsys.readouterr().out
    out = str(tmp_path / "listed.jsonl")
    assert cli.main(["decisions", "--format", "jsonl", "--out", out, *here]) == 0
    assert len(Path(out).read_text("utf-8").splitlines()) == 4


def test_the_commands_tell_what_is_wrong(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    here = ["--library", str(library.store.folder)]
    for asked, told in (
        (["decide", "0123456789abcdef", "accept"], "not_found"),
        (["decide", saying(library, "السد").id, "fix", "kind"], "no FIELD=VALUE"),
        (["decide", saying(library, "السد").id, "fix", "holder=[broken"], "no JSON"),
        (["suppress"], "one thing"),
        (["restore", "--person", "سالم الكندي"], "nobody was suppressed"),
    ):
        assert cli.main([*asked, "--who", "ن", *here]) == 2
        assert told in capsys.readouterr().err
    with pytest.raises(SystemExit):
        cli.main(["decide", "0123", "accept", *here])
    assert "--who" in capsys.readouterr().err


def test_ids_that_begin_alike_are_told_in_few_letters(tmp_path: Path) -> None:
    said = "\n\n".join(f"قال وزير الري سالم الكندي إن السد رقم {number} مغلق." for number in range(17))
    with Library(tmp_path / "library", create=True) as library:
        list(library.add([Page(id="1", source=said)]))
        letters = Counter(answer.row.id[0] for answer in library.search("السد", limit=20).answers)
        ((letter, several),) = letters.most_common(1)
        assert several > 1  # seventeen ids, sixteen letters
        with pytest.raises(LibraryError) as problem:
            library.reported(letter)
        assert re.search(r" [0-9a-f]{12}:[0-9a-f]{16}, ", str(problem.value))
