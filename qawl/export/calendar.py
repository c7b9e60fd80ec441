"""A calendar (iCalendar, RFC 5545) of encounters: an all-day entry for each whose days are known.

An entry keeps its UID however often the encounter changes, and counts the changes in SEQUENCE, so that a diary that has it
already brings it up to date. No clock is asked: the same library gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

from qawl.library import Library
from qawl.library.asking.agenda import Wanted
from qawl.model import ABSENT, EXTRACTOR, Event, EventStatus, Record
from qawl.show.agenda import when_order
from qawl.show.courses import difference_lines, history_lines, source_lines
from qawl.show.entries import Entry, KeptEntry, entries_of, kept_entry
from qawl.show.facts import PARTS, Facts, note, plain
from qawl.show.isolate import CONTROLS, LINE_ENDS, tame
from qawl.show.strings import Lang, say

if TYPE_CHECKING:  # loaded where it is used: nothing else must wait for it
    import icalendar

DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?", re.ASCII)
ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f]+")
# So many days may an entry last; more are a season, half a year or a year of another calendar, and no days on which to go there.
LONGEST = timedelta(days=31)
URI_MARKS = "%/:?#[]@!$&'()*+,;=~"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # when a page came that does not tell: a calendar must say something
STATUSES: dict[EventStatus, str] = {
    "announced": "TENTATIVE",
    "proposed": "TENTATIVE",
    "postponed": "TENTATIVE",  # its date is the new one
    "unknown": "TENTATIVE",
    "under_way": "CONFIRMED",
    "held": "CONFIRMED",
    "cancelled": "CANCELLED",
    "denied": "CANCELLED",
}
# What a title says, since many diaries do not show STATUS.
TOLD_IN_TITLE = ("proposed", "postponed", "cancelled", "denied")


class Appointment(Struct, frozen=True, kw_only=True):
    """An encounter as a calendar needs it; ``sequence`` is how often it changed since it came."""

    uid: str
    entry: Entry
    came: datetime
    changed: datetime
    sequence: int = 0


def appointments_of(record: Record) -> tuple[Appointment, ...]:
    """The encounters of a page that stands in no library: they came when it was published."""
    page = record.document
    came = _moment(page.published)
    changed = max(came, _moment(page.modified))
    return tuple(
        Appointment(uid=f"{entry.event.id}-{page.page_sha256}@qawl", entry=entry, came=came, changed=changed)
        for entry in entries_of(record)
    )


def kept_appointments(library: Library, wanted: Wanted | None = None) -> Iterator[Appointment]:
    """The encounters of a library that are wanted, by date."""
    own = library.store.fact("id")
    for course in library.agenda(wanted):
        past = library.history(course.page.capture, course.event.id)
        yield Appointment(
            uid=f"{course.encounter}@{own}.qawl",
            entry=kept_entry(course),
            came=_moment(past.came),
            changed=_moment(past.changed),
            sequence=past.changes,
        )


def in_order_of_days(appointments: Iterable[Appointment]) -> list[Appointment]:
    """Appointments by date; those of one day stay in the order of the pages."""
    return sorted(appointments, key=lambda one: when_order(one.entry.event.when))


def _moment(time: str | None) -> datetime:
    """An ISO date or time in UTC; one without a zone is taken for UTC."""
    if time is None:
        return NEVER
    try:
        moment = datetime.fromisoformat(time)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # a year or a month alone
        return NEVER


def days_on(entry: Entry) -> tuple[date, date] | None:
    """The days of an entry: those on which it is, else those on which it is no longer to be; the second is behind the last."""
    return days_of(entry.event.when or (entry.off if isinstance(entry, KeptEntry) else None))


def days_of(when: str | None) -> tuple[date, date] | None:
    """The first day of a place in time and the day behind its last.

    None where no days are told: a month, a year, a day without its year, or more than `LONGEST`.
    """
    match = DAYS.fullmatch(when or "")
    if match is None:
        return None
    try:
        first = date.fromisoformat(match[1])
        behind = date.fromisoformat(match[2] or match[1]) + timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return (first, behind) if first < behind <= first + LONGEST else None


# -- the file


def calendar_parts(appointments: Iterable[Appointment], lang: Lang) -> Iterator[bytes]:
    """A calendar of the appointments whose days are known, piece by piece; of those with one UID the first."""
    head, end, tail = _shell(lang).to_ical().partition(b"END:VCALENDAR")
    yield head
    seen: set[str] = set()
    for appointment in appointments:
        days = days_on(appointment.entry)
        if days and appointment.uid not in seen:
            seen.add(appointment.uid)
            yield _entry(appointment, days, lang).to_ical()
    yield end + tail


def _shell(lang: Lang) -> icalendar.Calendar:
    """A calendar without entries."""
    from icalendar import Calendar

    shell = Calendar()
    shell.add("version", "2.0")
    shell.add("prodid", f"-//Qawl//{EXTRACTOR}//{lang.upper()}")
    shell.add("method", "PUBLISH")
    shell.add("x-wr-calname", say(lang, "agenda"))
    return shell


def _entry(appointment: Appointment, days: tuple[date, date], lang: Lang) -> icalendar.Event:
    """An appointment on its days, the second of which is the one behind the last."""
    import icalendar

    known, event = appointment.entry, appointment.entry.event
    entry = icalendar.Event()
    entry.add("uid", appointment.uid)
    entry.add("sequence", appointment.sequence)
    entry.add("dtstamp", appointment.changed)
    if appointment.came != NEVER:
        entry.add("created", appointment.came)
        entry.add("last-modified", appointment.changed)
    entry.add("dtstart", days[0])
    entry.add("dtend", days[1])
    entry.add("status", status_of(known))
    entry.add("transp", "TRANSPARENT")  # what others do takes no time of the reader's
    entry.add("summary", title(event, lang))
    entry.add("description", description(known, lang))
    entry.add("categories", [say(lang, f"event.{event.type}")])
    if event.where:
        entry.add("location", _one_line(event.where.text))
    if known.url and ADDRESS.fullmatch(known.url):
        entry.add("url", quote(known.url, safe=URI_MARKS))
    return entry


def status_of(entry: Entry) -> str:
    """TENTATIVE, CONFIRMED or CANCELLED: what was put off to no day that is known is off on the day that it had."""
    is_off = isinstance(entry, KeptEntry) and entry.off and not entry.event.when
    return "CANCELLED" if is_off else STATUSES[entry.event.status]


# -- its words


def title(event: Event, lang: Lang) -> str:
    """What it is, how it stands where that is not plain, and what it is about; else who takes part, else where."""
    kind = say(lang, f"event.{event.type}")
    state = f" ({say(lang, f'status.{event.status}')})" if event.status in TOLD_IN_TITLE else ""
    present = f"{say(lang, 'comma')} ".join(names_of_present(event))
    about = event.what.text if event.what else present or (event.where.text if event.where else "")
    return _one_line(f"{kind}{state}: {about}" if about else f"{kind}{state}")


def names_of_present(event: Event) -> list[str]:
    """The names of those who take part, hosts first."""
    parts = (part for part in PARTS if part not in ABSENT)
    return [one.name for part in parts for one in event.participants if one.part == part]


def description(entry: Entry, lang: Lang) -> str:
    """The clause that tells it, how it stands, who comes, who stays away and why and who says so, and where it is written."""
    event, facts = entry.event, Facts(lang, entry.outlet, {})
    told = [
        facts.fact("status", note(say(lang, f"status.{event.status}"))),
        *facts.participants(event),
        *([facts.fact("reason", *facts.span(event.reason))] if event.reason else []),
        facts.fact("according_to", *facts.teller(event.according_to)),
    ]
    lines = [f"{fact.name}: {_line(plain(line))}" for fact in told for line in fact.lines]
    clause = [event.evidence[0].text] if event.evidence else []
    address = [entry.url] if entry.url else [entry.page]
    return _harmless("\n".join([*clause, *lines, *course(entry, lang), *address]))


def course(entry: Entry, lang: Lang) -> list[str]:
    """How it went, where the pages differ and which they are, of an encounter that several tell."""
    if not isinstance(entry, KeptEntry) or len(entry.sources) < 2:
        return []
    return [_line(line) for line in (*history_lines(entry, lang), *difference_lines(entry, lang), *source_lines(entry, lang))]


def _one_line(text: str) -> str:
    return " ".join(tame(text).split())


def _line(text: str) -> str:
    return " ".join(text.split())


def _harmless(text: str) -> str:
    """`text` without what would end a line of the file, or drive what shows it."""
    return CONTROLS.sub(" ", LINE_ENDS.sub("\n", text))
