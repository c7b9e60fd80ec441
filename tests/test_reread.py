"""Pages are read again by another version: what the machine finds is replaced, what people decided stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from qawl import cli
from qawl.engine.many import read_safely
from qawl.library import Library
from qawl.model import Event, Failure, Page, Record, Span, Statement, failure

TEXT = (
    "😀 قال وزير الزراعة سالم الكندي إن الموسم جيد هذا العام. وأضاف أن الأسعار لن ترتفع قبل الصيف.\n"
    "وأعلنت هيئة المياه أن السد سيفتح يوم الأحد. ويزور سالم الكندي مدينة صحار في 5 مارس 2024 للقاء ليلى المنصوري."
)
NEWER = "qawl 99"
Alter = Callable[[Record], Record]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "qawl.library", create=True) as library:
        list(
            library.add(
                [Page(id="page", source=TEXT, published="2024-03-01"), Page(id="other", source="قالت البلدية إن الجسر آمن.")]
            )
        )
        yield library


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Alter], None]:
    """Another version of the reader, which finds what `alter` makes of today's findings."""

    def install(alter: Alter, version: str = NEWER) -> None:
        def read(page: Page) -> Record | Failure:
            record = read_safely(page)
            return record if isinstance(record, Failure) else replace(alter(record), extractor=version)

        monkeypatch.setattr("qawl.library.adding.read_safely", read)
        monkeypatch.setattr("qawl.library.deciding.reread.EXTRACTOR", version)

    return install


def statement(change: Callable[[Statement], Statement | None], words: str) -> Alter:
    """A reader that finds another statement, or none, where today's finds the one with these words."""

    def alter(record: Record) -> Record:
        found = (change(one) if words in one.content[0].text else one for one in record.statements)
        return replace(record, statements=tuple(one for one in found if one))

    return alter


def encounter(change: Callable[[Event], Event | None]) -> Alter:
    def alter(record: Record) -> Record:
        found = (change(one) if one.type == "visit" else one for one in record.events)
        return replace(record, events=tuple(one for one in found if one))

    return alter


def moved(one: Statement) -> Statement:
    """The same saying with another boundary, and so another id."""
    start, end = one.content[0].start, one.content[0].end + 1
    return replace(one, id="0" * 16, content=(Span(TEXT[start:end], start, end),))


def of_other(one: Statement) -> Statement:
    assert one.speaker
    return replace(one, speaker=replace(one.speaker, name="ليلى المنصوري", ref=None))


def saying(library: Library, words: str) -> Any:
    (row,) = library.rows("statements", "f.text LIKE ?", [f"%{words}%"])
    return row


def outcomes(library: Library, **how: Any) -> list[str]:
    return [one.outcome for one in library.reread(**how)]


def states(library: Library) -> list[tuple[str, str, str | None]]:
    return [(one.state, one.field, one.finding) for one in library.disagreements()]


# -- decisions stay


def test_a_fix_survives_a_moved_boundary(library: Library, newer: Callable[[Alter], None]) -> None:
    library.decide(saying(library, "السد").id, "fix", "speaker", "ليلى المنصوري", who="ن")
    newer(statement(moved, "السد"))
    assert outcomes(library) == ["read_again", "read_again"]
    row = saying(library, "السد")
    assert (row.id, row.speaker, row.decided, row.text[-1]) == ("0" * 16, "ليلى المنصوري", "fix", ".")
    assert states(library) == []


def test_a_fix_survives_another_speaker_of_the_machine(library: Library, newer: Callable[[Alter], None]) -> None:
    row = saying(library, "السد")
    library.decide(row.id, "fix", "speaker", "سالم الكندي", who="ن")
    newer(statement(of_other, "السد"))
    list(library.reread())
    assert saying(library, "السد").speaker == "سالم الكندي"
    (one,) = library.disagreements()
    assert (one.state, one.field, one.now["name"], one.before["name"]) == ("differs", "speaker", "ليلى المنصوري", "هيئة المياه")


def test_it_is_told_where_the_machine_now_agrees(library: Library, newer: Callable[[Alter], None]) -> None:
    row = saying(library, "الأسعار")
    library.decide(row.id, "fix", "speaker", "ليلى المنصوري", who="ن")
    newer(statement(of_other, "الأسعار"))
    list(library.reread())
    assert states(library) == [("agrees", "speaker", row.id)]


def test_a_decision_on_what_the_machine_lost_is_listed(library: Library, newer: Callable[[Alter], None]) -> None:
    kept, rejected = saying(library, "السد"), saying(library, "الأسعار")
    library.decide(kept.id, "fix", "kind", "mixed", who="ن")
    library.decide(rejected.id, "reject", who="ن")
    newer(lambda record: replace(record, statements=record.statements[:1]))
    list(library.reread())
    assert states(library) == [("lost", "kind", None), ("agrees", "", None)]
    assert len(library.decisions()) == 2
    newer(lambda record: record, "qawl 100")  # type: ignore[call-arg]
    list(library.reread())
    assert saying(library, "السد").kind == "mixed"
    assert states(library) == []


def test_what_was_accepted_holds(library: Library, newer: Callable[[Alter], None]) -> None:
    row = saying(library, "الأسعار")
    library.decide(row.id, "accept", who="ن")
    newer(statement(of_other, "الأسعار"))
    list(library.reread())
    assert saying(library, "الأسعار").speaker == "سالم الكندي"
    assert states(library) == [("differs", "speaker", row.id)]


def test_what_was_rejected_stays_away_when_it_moves(library: Library, newer: Callable[[Alter], None]) -> None:
    library.decide(saying(library, "السد").id, "reject", who="ن")
    newer(statement(moved, "السد"))
    list(library.reread())
    assert not list(library.rows("statements", "f.text LIKE '%السد%'"))


def test_what_was_suppressed_stays_away_however_it_is_cut(library: Library, newer: Callable[[Alter], None]) -> None:
    row = saying(library, "السد")
    library.suppress(row.id, who="م")

    def cut(one: Statement) -> Statement:
        start, end = row.start + 5, row.end
        return replace(moved(one), cue=None, source=None, content=(Span(TEXT[start:end], start, end),))

    newer(statement(cut, "السد"))
    list(library.reread())
    assert "سيفتح" not in repr(list(library.rows("statements")))
    assert "سيفتح" not in library.seen(row.capture).document.text


def test_a_decision_on_words_within_others_does_not_go_to_those(library: Library, newer: Callable[[Alter], None]) -> None:
    """قال سالم … وأضاف أن: the wider statement that another version sees in its place is a statement of its own."""
    row = saying(library, "الأسعار")
    library.decide(row.id, "fix", "speaker", "ليلى المنصوري", who="ن")

    def widened(record: Record) -> Record:
        if len(record.statements) < 2:
            return record
        first, second, *others = record.statements
        start, end = second.content[0].start - 9, second.content[0].end
        assert second.cue
        assert start <= second.cue.start
        wide = replace(first, id="1" * 16, content=(Span(TEXT[start:end], start, end),))
        return replace(record, statements=(first, wide, *others))

    newer(widened)
    list(library.reread())
    assert [one[0] for one in states(library)] == ["lost"]
    assert saying(library, "الأسعار").speaker == "سالم الكندي"


def test_words_are_found_again_in_another_text(library: Library, newer: Callable[[Alter], None]) -> None:
    """Another version may find more or less of a page: then the words count, not the places."""
    row = saying(library, "السد")
    library.decide(row.id, "fix", "speaker", "ليلى المنصوري", who="ن")
    library.decide(row.id, "fix", "content", f"{row.start}-{row.end - 6}", who="ن")

    def longer(record: Record) -> Record:
        other = read_safely(Page(id=record.document.id, source="قالت البلدية إن الطريق مغلق.\n" + record.document.text))
        assert isinstance(other, Record)
        return other

    newer(longer)
    list(library.reread())
    fixed = saying(library, "السد")
    assert (fixed.speaker, fixed.text, fixed.start > row.start) == ("ليلى المنصوري", row.text[:-6], True)
    assert library.seen(row.capture).document.text[fixed.start : fixed.end] == fixed.text


# -- what is read, and what is written


def test_only_what_another_version_read_is_read_again(library: Library, newer: Callable[[Alter], None]) -> None:
    before = int(library.store.fact("changed"))
    assert outcomes(library) == []
    assert outcomes(library, all=True) == ["unchanged", "unchanged"]
    assert int(library.store.fact("changed")) == before
    assert list(library.log()) == []
    newer(lambda record: record)
    (capture,) = {row.capture for row in library.rows("pages", "p.document = 'page'")}  # type: ignore[attr-defined]
    assert outcomes(library, captures=[capture[:10]]) == ["read_again"]
    assert outcomes(library) == ["read_again"]
    assert outcomes(library) == []
    assert [entry.detail for entry in library.log()] == [{"extractor": NEWER, "read_again": 1}] * 2


def test_a_run_that_is_stopped_goes_on(library: Library, newer: Callable[[Alter], None], monkeypatch: pytest.MonkeyPatch) -> None:
    newer(lambda record: record)
    monkeypatch.setattr("qawl.library.adding.BATCH_PAGES", 1)
    run = library.reread()
    next(run)
    run.close()  # type: ignore[attr-defined]
    assert outcomes(library) == ["read_again"]


def test_a_page_that_can_no_longer_be_read_stays(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(library.rows("statements"))
    monkeypatch.setattr("qawl.library.adding.read_safely", lambda page: failure(page.id, None, "crashed", "it broke"))
    assert [(one.outcome, one.code) for one in library.reread(all=True)] == [("failed", "crashed")] * 2
    assert list(library.rows("statements")) == before


def test_what_failed_is_read_again_from_its_bytes(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("qawl.library.adding.read_safely", lambda page: failure(page.id, None, "crashed", "it broke"))
        list(library.add([Page(id="third", source="قالت البلدية إن الحديقة مفتوحة.")]))
    assert outcomes(library, failed=True) == ["read_again"]
    assert saying(library, "الحديقة").speaker == "البلدية"


def test_a_suppressed_page_is_not_read_again(library: Library, newer: Callable[[Alter], None]) -> None:
    (capture,) = {row.capture for row in library.rows("pages", "p.document = 'page'")}  # type: ignore[attr-defined]
    library.suppress(page=capture, who="م")
    newer(lambda record: record)
    assert outcomes(library) == ["read_again"]
    assert len(list(library.rows("pages"))) == 1


def test_a_damaged_record_is_mended(library: Library) -> None:
    row = saying(library, "السد")
    library.decide(row.id, "fix", "kind", "mixed", who="ن")
    library.store.connection.execute("UPDATE pages SET record = x'00' WHERE capture = ?", (row.capture,))
    assert outcomes(library, captures=[row.capture]) == ["read_again"]
    assert saying(library, "السد").kind == "mixed"


def test_workers_read_the_same(library: Library) -> None:
    assert outcomes(library, all=True, workers=2) == ["unchanged", "unchanged"]


# -- encounters


def test_changes_of_encounters_keep_their_root(library: Library, newer: Callable[[Alter], None]) -> None:
    (visit,) = library.rows("events", "f.type = 'visit'")
    first = visit.id  # type: ignore[attr-defined]

    newer(encounter(lambda event: replace(event, id="2" * 16, when="2024-03-06")))
    list(library.reread())
    newer(encounter(lambda event: replace(event, id="3" * 16, when="2024-03-06", status="held")), "qawl 100")  # type: ignore[call-arg]
    list(library.reread())
    one, two = library.event_changes()
    assert one.before
    assert one.after
    assert (one.event, one.now, one.before.when, one.after.when) == (first, "2" * 16, "2024-03-05", "2024-03-06")
    assert (two.event, two.now, two.cause) == (first, "3" * 16, "reread")
    history = library.history(one.capture, "3" * 16)
    assert (history.first, history.changes) == (first, 2)


def test_an_encounter_that_goes_is_told_and_one_that_comes_is_not(library: Library, newer: Callable[[Alter], None]) -> None:
    newer(encounter(lambda _: None))
    list(library.reread())
    (gone,) = library.event_changes()
    assert (gone.now, gone.after) == (None, None)
    newer(lambda record: record, "qawl 100")  # type: ignore[call-arg]
    list(library.reread())
    _, again = library.event_changes()
    assert (again.event, again.now, again.before) == (gone.event, gone.event, None)


def test_nothing_is_written_of_encounters_that_stay_as_they_are(library: Library, newer: Callable[[Alter], None]) -> None:
    newer(lambda record: record)
    list(library.reread())
    assert list(library.event_changes()) == []


# -- the command


def test_the_command_reads_again_and_tells(
    library: Library, newer: Callable[[Alter], None], capsys: pytest.CaptureFixture[str]
) -> None:
    here = ["--library", str(library.store.folder)]
    row = saying(library, "السد")
    library.decide(row.id, "fix", "speaker", "سالم الكندي", who="ن")
    newer(statement(of_other, "السد"))
    assert cli.main(["reread", row.capture[:8], *here]) == 0
    assert cli.main(["reread", *here]) == 0
    told = capsys.readouterr().out
    assert told.count("1 read again") == 2
    assert cli.main(["decisions", "--disagreements", *here]) == 0
    assert "machine differs" in capsys.readouterr().out
    assert cli.main(["reread", row.capture, "--all", *here]) == 2
    assert cli.main(["reread", "0" * 64, *here]) == 2
    assert "no page" in capsys.readouterr().err
