"""Encounters as an agenda lists them: those of pages, and those of a library over all pages that tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from qawl.model import Event, EventPart, EventStatus, Record

if TYPE_CHECKING:  # pages are listed without a library
    from qawl.library.asking.courses import Claim, Course, Move
    from qawl.library.asking.told import Encounter


class Entry(Struct, frozen=True, kw_only=True):
    """An encounter with the page that tells it."""

    page: str
    url: str | None
    outlet: str | None
    event: Event


class Source(Struct, frozen=True, kw_only=True):
    """A page that tells an encounter of a library, and how: the id of its event there, status and day."""

    page: str
    url: str | None
    outlet: str | None
    published: str | None
    id: str
    status: EventStatus
    when: str | None
    according_to: str | None


class Step(Struct, frozen=True, kw_only=True):
    """From which day on an encounter stands how, by which page; the day is that of the page."""

    day: str | None
    status: EventStatus
    when: str | None
    page: str
    outlet: str | None


class Saying(Struct, frozen=True, kw_only=True):
    """What a page tells where others tell something else: a day, a place, or who has which part; ``opposed`` as claims are."""

    value: str
    part: EventPart | None
    according_to: str | None
    opposed: bool
    page: str
    outlet: str | None


class KeptEntry(Entry, frozen=True, kw_only=True):
    """An encounter of a library over all pages that tell it: ``event`` as it stands now, the pages, the history, the differences.

    ``off`` is the day on which it is no longer to be, where it was put off and no new day is told.
    """

    encounter: str
    sources: tuple[Source, ...]
    history: tuple[Step, ...]
    differences: dict[str, tuple[Saying, ...]]
    off: str | None = None


def entries_of(record: Record) -> tuple[Entry, ...]:
    """The encounters of a page."""
    page = record.document
    return tuple(
        Entry(page=page.id, url=page.canonical_url or page.url, outlet=page.outlet, event=event) for event in record.events
    )


def kept_entry(course: Course) -> KeptEntry:
    """An encounter of a library."""
    page = course.page
    return KeptEntry(
        page=page.document,
        url=page.url,
        outlet=page.outlet,
        event=course.event,
        encounter=course.encounter,
        sources=tuple(map(_source, course.appearances)),
        history=tuple(map(_step, course.moves)),
        differences={one.field: tuple(map(_saying, one.claims)) for one in course.differences},
        off=course.off,
    )


def _source(told: Encounter) -> Source:
    page, event = told.page, told.event
    return Source(
        page=page.document,
        url=page.url,
        outlet=page.outlet,
        published=page.published,
        id=event.id,
        status=event.status,
        when=event.when,
        according_to=event.according_to,
    )


def _step(move: Move) -> Step:
    return Step(day=move.day, status=move.status, when=move.when, page=move.page.document, outlet=move.page.outlet)


def _saying(claim: Claim) -> Saying:
    page = claim.page
    return Saying(
        value=claim.value,
        part=claim.part,
        according_to=claim.according_to,
        opposed=claim.opposed,
        page=page.document,
        outlet=page.outlet,
    )
