"""The calendar: an iCalendar parser finds the encounters again, on their days, under names that last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import icalendar
import pytest
from example_record import example_events, example_record
from msgspec.structs import replace

from qawl import cli
from qawl.export.calendar import NEVER, STATUSES, Appointment, appointments_of, calendar_parts, days_of, kept_appointments, title
from qawl.library import Library
from qawl.model import EventStatus, Span
from qawl.pages import open_pages
from qawl.show.entries import Entry
from qawl.show.strings import Lang

SAMPLES = sorted(str(path) for path in Path(str(files("qawl") / "samples")).glob("*.html"))
CAME = datetime(2024, 3, 1, 12, tzinfo=UTC)
VISIT = example_events()[0]


def appointment(event: Any = VISIT, uid: str = "a@qawl", url: str | None = "https://example.org/a", **more: Any) -> Appointment:
    entry = Entry(page="a.html", url=url, outlet="جريدة الضفة", event=event)
    return Appointment(**{"uid": uid, "entry": entry, "came": CAME, "changed": CAME} | more)


def written(*appointments: Appointment, lang: Lang = "en") -> bytes:
    return b"".join(calendar_parts(appointments, lang))


def opened(data: bytes) -> icalendar.Calendar:
    """The calendar as a parser has it, which must complain of nothing."""
    found = icalendar.Calendar.from_ical(data)
    assert isinstance(found, icalendar.Calendar)
    assert [part.errors for part in found.walk() if part.errors] == []
    return found


def entries(*appointments: Appointment, lang: Lang = "en") -> list[icalendar.Event]:
    return list(opened(written(*appointments, lang=lang)).walk("VEVENT"))


def entry(event: Any = VISIT, lang: Lang = "en", **more: Any) -> icalendar.Event:
    (found,) = entries(appointment(event, **more), lang=lang)
    return found


def text_of(event: icalendar.Event, name: str = "description") -> str:
    return str(event[name]).replace("\u2068", "").replace("\u2069", "")


# -- days


@pytest.mark.parametrize(
    ("when", "first", "behind"),
    [
        ("2010-02-09", date(2010, 2, 9), date(2010, 2, 10)),
        ("2010-02-09/2010-02-11", date(2010, 2, 9), date(2010, 2, 12)),
        ("2010-12-31", date(2010, 12, 31), date(2011, 1, 1)),
        ("2012-02-28/2012-02-29", date(2012, 2, 28), date(2012, 3, 1)),
    ],
)
def test_an_entry_ends_on_the_day_behind_its_last(when: str, first: date, behind: date) -> None:
    assert days_of(when) == (first, behind)
    found = entry(replace(VISIT, when=when))
    assert (found["dtstart"].dt, found["dtend"].dt) == (first, behind)
    assert found["dtstart"].params["VALUE"] == found["dtend"].params["VALUE"] == "DATE"


@pytest.mark.parametrize(
    "when",
    [
        *(None, "2010", "2010-02", "2010-02/2010-03", "2015-01-01/2015-06-30"),
        *("--02-02", "--02-09/--02-11", "2010-02-11/2010-02-09", "2010-02-30", "9999-12-31", "٢٠١٠-٠٢-٠٢"),
    ],
)
def test_what_has_no_days_is_in_no_calendar(when: str | None) -> None:
    assert days_of(when) is None
    assert entries(appointment(replace(VISIT, when=when))) == []


# -- an entry


def test_it_says_who_comes_who_stays_away_and_why_and_who_says_so() -> None:
    found = entry()
    assert text_of(found).split("\n") == [
        VISIT.evidence[0].text,
        "status: announced",
        "chairs: ريم القصبي",
        "attends: وفد (12), المعارضة",
        "meets: أهالي القرى",
        "stays away: سامر الدلعوني · according to: ريم القصبي · why: المجلس لم يدعه",
        "not invited: الوزارة · according to: جريدة الضفة (its own voice)",
        "according to: جريدة الضفة (its own voice)",
        "https://example.org/a",
    ]
    assert str(found["summary"]) == "visit: للقاء أهالي القرى"
    assert str(found["location"]) == "الرملة"
    assert str(found["url"]) == "https://example.org/a"
    assert found["transp"] == "TRANSPARENT"


def test_it_speaks_arabic_where_that_is_wanted() -> None:
    found = entry(lang="ar")
    assert str(found["summary"]) == "زيارة: للقاء أهالي القرى"
    assert "يغيب: سامر الدلعوني · بحسب: ريم القصبي · السبب: المجلس لم يدعه" in text_of(found)


@pytest.mark.parametrize(("status", "wanted"), STATUSES.items())
def test_what_is_planned_is_tentative_what_was_held_confirmed_what_is_off_cancelled(status: EventStatus, wanted: str) -> None:
    assert entry(replace(VISIT, status=status))["status"] == wanted
    told = {"announced": "TENTATIVE", "held": "CONFIRMED", "cancelled": "CANCELLED"}
    assert told.get(status, wanted) == wanted


def test_a_title_says_what_many_diaries_do_not_show() -> None:
    assert title(replace(VISIT, status="cancelled"), "en") == "visit (cancelled): للقاء أهالي القرى"
    assert title(replace(VISIT, what=None), "ar") == "زيارة: ريم القصبي، وفد، المعارضة، أهالي القرى"
    assert title(replace(VISIT, what=None, participants=()), "en") == "visit: الرملة"
    assert title(replace(VISIT, what=None, participants=(), where=None), "en") == "visit"


def test_an_entry_is_known_again_by_its_uid_and_its_sequence() -> None:
    later = datetime(2024, 3, 5, 8, tzinfo=UTC)
    found = entry(uid="b@qawl", sequence=2, changed=later)
    assert (str(found["uid"]), found["sequence"]) == ("b@qawl", 2)
    assert (found["dtstamp"].dt, found["last-modified"].dt, found["created"].dt) == (later, later, CAME)


def test_one_uid_is_one_entry() -> None:
    assert len(entries(appointment(), appointment(), appointment(uid="b@qawl"))) == 2


# -- bytes


@pytest.mark.parametrize("words", ["قمة " * 60, "😀" * 90, "ا\u0651" * 90, "a" * 74 + "ب" * 50, "é" * 100])
def test_folding_never_cuts_a_character(words: str) -> None:
    data = written(appointment(replace(VISIT, what=Span(words, 0, len(words)), where=Span(words, 0, len(words)))))
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]  # each line is whole characters
    assert b"\n" not in b"".join(lines)
    (found,) = opened(data).walk("VEVENT")
    assert str(found["summary"]) == f"visit: {words.strip()}"
    assert str(found["location"]) == words.strip()


@pytest.mark.parametrize(
    "evil", ["ا\rATTENDEE:mailto:x@example.org", "ا\r\nEND:VEVENT", "ا\x00\x1bب", "ا\u2028BEGIN:VALARM", "a;b,c\\d\nنص"]
)
def test_the_words_of_a_page_write_no_properties(evil: str) -> None:
    evil_span = Span(evil, 0, len(evil))
    event = replace(VISIT, what=evil_span, where=evil_span, evidence=(evil_span,), reason=evil_span)
    data = written(appointment(event, url=f"https://example.org/{evil}"))
    (found,) = opened(data).walk("VEVENT")
    assert set(found) <= {
        "UID", "SEQUENCE", "DTSTAMP", "CREATED", "LAST-MODIFIED", "DTSTART", "DTEND", "STATUS", "TRANSP", "SUMMARY", "DESCRIPTION",
        "CATEGORIES", "LOCATION", "URL",
    }  # fmt: skip
    assert not set(data.decode()) & {"\x00", "\x1b", "\u2028"}
    assert b"\r" not in data.replace(b"\r\n", b"")


def test_an_address_is_a_uri() -> None:
    assert str(entry(url="https://example.org/خبر?a=1&b=%20#c")["url"]) == "https://example.org/%D8%AE%D8%A8%D8%B1?a=1&b=%20#c"
    assert "url" not in entry(url="javascript:alert(1)")
    assert text_of(entry(url=None)).endswith("\na.html")


def test_an_empty_calendar_is_one() -> None:
    found = opened(written())
    assert (found["version"], found["method"], str(found["x-wr-calname"])) == ("2.0", "PUBLISH", "Agenda")


# -- pages without a library


def test_the_encounters_of_a_page_came_when_it_was_published() -> None:
    record = example_record()
    first, second = appointments_of(record)
    page = record.document
    assert [one.uid for one in (first, second)] == [f"{event.id}-{page.page_sha256}@qawl" for event in record.events]
    undated = appointments_of(replace(record, document=replace(page, published=None, modified=None)))
    assert undated[0].changed == NEVER
    assert "created" not in entries(*undated)[0]
    zoned = replace(page, published="2024-03-05T02:00:00+03:00", modified="2024-03-06")
    told = appointments_of(replace(record, document=zoned))[0]
    assert (told.came, told.changed) == (datetime(2024, 3, 4, 23, tzinfo=UTC), datetime(2024, 3, 6, tzinfo=UTC))


def test_the_command_writes_the_calendar_and_tells_what_is_not_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text("تستضيف الرملة قمة المياه من 9 إلى 11 شباط 2031. ويزور وزير الزراعة سالم الكندي مدينة عمان.", "utf-8")
    out = tmp_path / "agenda.ics"
    assert cli.main(["agenda", str(page), "--ics", "--out", str(out)]) == 0
    (found,) = opened(out.read_bytes()).walk("VEVENT")
    assert (found["dtstart"].dt, found["dtend"].dt) == (date(2031, 2, 9), date(2031, 2, 12))
    assert capsys.readouterr().err == "qawl: encounters without a known day, which are not in the calendar: 1\n"
    first = out.read_bytes()
    assert cli.main(["agenda", str(page), "--ics", "--out", str(out), "--lang", "ar"]) == 0
    assert "وليست في التقويم: 1" in capsys.readouterr().err
    assert cli.main(["agenda", str(page), "--ics", "--out", str(out)]) == 0
    assert out.read_bytes() == first


def test_a_calendar_has_no_other_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["agenda", "page.txt", "--ics", "--format", "json"])
    assert "not allowed with" in capsys.readouterr().err


@pytest.mark.shared
def test_the_page_it_all_grew_from_gives_the_visit_and_not_the_meeting_without_a_day(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "agenda.ics"
    page = str(shared / "seed" / "page.txt")
    assert cli.main(["agenda", page, "--published", "2010-02-03", "--ics", "--out", str(out)]) == 0
    found = list(opened(out.read_bytes()).walk("VEVENT"))
    assert [(one["dtstart"].dt, one["dtend"].dt) for one in found] == [(date(2010, 2, 9), date(2010, 2, 12))]
    assert (str(found[0]["location"]), found[0]["status"]) == ("موسكو", "TENTATIVE")
    assert "not in the calendar" in capsys.readouterr().err
    assert cli.main(["agenda", page, "--ics", "--out", str(out)]) == 0  # without a year there is no day
    assert list(opened(out.read_bytes()).walk("VEVENT")) == []


# -- a library's


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "qawl.library", create=True) as library:
        list(library.add(open_pages(SAMPLES)))
        yield library


def test_the_encounters_of_a_library_are_those_of_its_rows(library: Library) -> None:
    kept = list(kept_appointments(library))
    rows: list[Any] = list(library.rows("events"))
    own = library.store.fact("id")
    assert {one.uid for one in kept} == {f"{row.encounter}@{own}.qawl" for row in rows}
    found = entries(*kept)
    assert len(found) == len({row.encounter for row in rows if days_of(row.date)})
    starts = [one["dtstart"].dt for one in found]
    assert starts == sorted(starts)


def test_the_same_library_gives_the_same_bytes(library: Library, tmp_path: Path) -> None:
    first = written(*kept_appointments(library))
    library.close()
    with Library(tmp_path / "qawl.library") as again:
        assert written(*kept_appointments(again)) == first


def test_an_encounter_that_changed_keeps_its_uid_and_counts_up(library: Library) -> None:
    row = dated_visit(library)
    (before,) = (one for one in kept_appointments(library) if one.entry.event.id == row.id)
    for when in ("2031-05-01", "2031-05-02"):
        library.fix(f"{row.capture}:{row.id}", {"when": when}, who="ليلى")
    (after,) = (one for one in kept_appointments(library) if one.uid == before.uid)
    assert after.entry.event.when == "2031-05-02"
    assert (before.sequence, before.changed) == (0, before.came)
    assert (after.sequence, after.came) == (2, before.came)
    assert after.changed > before.changed or after.changed == before.came  # a second may hold it all


def test_what_rows_do_not_show_is_not_in_the_calendar(library: Library) -> None:
    gone: Any = next(iter(library.rows("events")))
    with library.store.writing() as connection:
        connection.execute("DELETE FROM events WHERE id = ?", (gone.id,))
    assert gone.id not in {one.entry.event.id for one in kept_appointments(library)}


def dated_visit(library: Library) -> Any:
    """One that only one page tells."""
    rows: list[Any] = list(library.rows("events"))
    return next(row for row in rows if days_of(row.date) and sum(one.encounter == row.encounter for one in rows) == 1)


def entry_of(library: Library, uid: str) -> icalendar.Event | None:
    return {str(one["uid"]): one for one in entries(*kept_appointments(library))}.get(uid)


def test_a_decision_brings_an_entry_up_to_date(library: Library) -> None:
    row = dated_visit(library)
    uid = f"{row.encounter}@{library.store.fact('id')}.qawl"
    library.fix(f"{row.capture}:{row.id}", {"status": "cancelled", "when": "2031-05-01/2031-05-02"}, who="ليلى")
    found = entry_of(library, uid)
    assert found is not None
    assert (found["status"], found["dtstart"].dt, found["dtend"].dt) == ("CANCELLED", date(2031, 5, 1), date(2031, 5, 3))
    assert found["sequence"] > 0


@pytest.mark.parametrize("off", ["reject", "suppress"])
def test_what_is_rejected_or_suppressed_is_gone_and_comes_back_as_a_later_version(library: Library, off: str) -> None:
    row = dated_visit(library)
    finding, uid = f"{row.capture}:{row.id}", f"{row.encounter}@{library.store.fact('id')}.qawl"
    before = entry_of(library, uid)
    assert before is not None
    if off == "reject":
        library.decide(finding, "reject", who="ليلى")
    else:
        library.suppress(finding, who="ليلى")
    assert entry_of(library, uid) is None
    if off == "reject":
        library.decide(finding, "accept", who="ليلى")
    else:
        library.restore(finding, who="ليلى")
    after = entry_of(library, uid)
    assert after is not None
    assert after["sequence"] > before["sequence"]
    assert after["description"] == before["description"]


def test_the_calendar_of_a_library_is_the_agenda_that_was_asked_for(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = str(library.store.folder), tmp_path / "agenda.ics"
    assert cli.main(["agenda", "--library", folder, "--ics", "--out", str(out)]) == 0
    assert out.read_bytes() == written(*kept_appointments(library))
    undated = sum(days_of(course.event.when) is None for course in library.agenda())
    assert capsys.readouterr().err.endswith(f": {undated}\n")
    assert cli.main(["agenda", "--library", folder, "--ics", "--out", str(out), "--absent", "--since", "2025"]) == 0
    found = list(opened(out.read_bytes()).walk("VEVENT"))
    assert found
    assert all("stays away" in one["description"] or "not invited" in one["description"] for one in found)
