"""The two encounters of the page it all grew from: who comes, who stays away, who says so and why, and what nobody may add."""

from __future__ import annotations

from pathlib import Path

import pytest

import qawl
from qawl.model import Event, Participant, Record

pytestmark = pytest.mark.shared

SPOKESMAN = "جيمس اباتوري"
AWAY = ("not_attending", "not_invited")


@pytest.fixture
def text(shared: Path) -> str:
    return (shared / "seed" / "page.txt").read_bytes().decode()


@pytest.fixture
def record(text: str) -> Record:
    return qawl.read(text, kind="text")


def encounter(record: Record, words: str) -> Event:
    """The one encounter whose evidence holds these words."""
    (event,) = [event for event in record.events if any(words in span.text for span in event.evidence)]
    return event


@pytest.fixture
def visit(record: Record) -> Event:
    return encounter(record, "سيقوم بزيارة موسكو")


@pytest.fixture
def meeting(record: Record) -> Event:
    return encounter(record, "نتوجه الى اسطنبول")


def by_part(event: Event, *parts: str) -> list[Participant]:
    return [who for who in event.participants if who.part in parts]


def test_the_visit_is_announced_and_has_its_days_and_its_place_v1(visit: Event) -> None:
    assert (visit.type, visit.status, visit.where and visit.where.text) == ("visit", "announced", "موسكو")
    assert visit.when == "--02-09/--02-11"
    assert visit.according_to == SPOKESMAN


def test_the_year_comes_from_the_page_alone_x07(text: str) -> None:
    told = qawl.read(text, kind="text", published="2010-02-02")
    assert encounter(told, "سيقوم بزيارة موسكو").when == "2010-02-09/2010-02-11"


def test_who_visits_and_whom_they_meet_v1(visit: Event) -> None:
    coming = {who.name for who in by_part(visit, "attends", "chairs")}
    assert any("حكماء" in name or "جكماء" in name for name in coming)
    assert [who.name for who in by_part(visit, "chairs")] in ([], ["مادلين اولبرايت"])
    assert by_part(visit, *AWAY) == []


def test_who_chairs_the_council_that_comes_and_how_many_it_has_r04_r07(visit: Event) -> None:
    assert [who.name for who in by_part(visit, "chairs")] == ["مادلين اولبرايت"]
    assert [who.count for who in by_part(visit, "attends")] == [12]


def test_nothing_tells_that_the_visit_took_place_x12(record: Record) -> None:
    moscow = [event for event in record.events if event.type == "visit"]
    assert moscow
    assert {event.status for event in moscow} == {"announced"}
    assert not any(event.status in ("held", "under_way") for event in record.events)


def test_the_meeting_has_a_place_and_no_day_x09(meeting: Event) -> None:
    assert (meeting.type, meeting.status) == ("meeting", "announced")
    assert meeting.where is not None
    assert meeting.where.text == "اسطنبول"
    assert (meeting.when, meeting.when_reason) == (None, "not_stated")


def test_who_stays_away_who_says_so_and_why_v2(meeting: Event) -> None:
    away = by_part(meeting, "not_attending")
    assert {who.name for who in away} == {"روسيا", "جورجيا", "اوكرانيا"}
    assert {who.according_to for who in away} == {SPOKESMAN}
    assert all(who.reason and "المشاركين هم فقط" in " ".join(who.reason.text.split()) for who in away)


def test_only_the_outlet_says_who_was_not_invited_x11(meeting: Event) -> None:
    (who,) = by_part(meeting, "not_invited")
    assert (who.name, who.according_to) == ("وزير الدفاع الروسي", None)


def test_the_heading_of_the_visit_is_no_event_of_its_own(record: Record) -> None:
    assert all("مجلس" not in event.evidence[0].text or event.status == "announced" for event in record.events)


def test_the_meeting_hoped_for_is_the_visit_m15_x23(record: Record, visit: Event, meeting: Event) -> None:
    hoped = record.document.text.index("اللقاء\u00a0درجة")
    assert not any(span.start <= hoped < span.end for span in meeting.evidence)
    assert any(span.start <= hoped < span.end for span in visit.evidence)
