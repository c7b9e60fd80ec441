"""Review: what waits for a decision, one finding at a time; and how each decision is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple, get_args

from starlette.requests import Request
from starlette.responses import Response

from qawl.library import Library, LibraryError
from qawl.library.asking.waiting import Queue, Waiting
from qawl.library.deciding.decisions import Decision
from qawl.model import Event, EventStatus, EventType, Kind
from qawl.show.decided import value_told
from qawl.show.facts import facts_of
from qawl.web.rendering import page
from qawl.web.reviewing import Subject, beginnings, endings, fields_shown, named_near, subject_of, surroundings
from qawl.web.settings import local, settings_of
from qawl.web.signing import reviewer_of

MOST_KEYS = 9  # people who are chosen by a digit


class Asked(NamedTuple):
    """What is to be reviewed: the place of a queue, or a ``finding``, and then ``back`` is where the reviewer comes from."""

    queue: Queue
    place: int
    finding: str
    back: str


def asked_of(given: Mapping[str, str]) -> Asked:
    """What an address or a form asks for; what makes no sense is not asked."""
    queue: Queue = "events" if given.get("of") == "events" else "statements"
    place = given.get("place", "")
    return Asked(queue, int(place[:9]) if place.isdecimal() else 0, given.get("finding", ""), local(given.get("next", "/review")))


def show_review(request: Request) -> Response:
    """The finding that is asked for, or that waits at a place of the queue."""
    asked = asked_of(request.query_params)
    with request.app.state.shelf.library() as library:
        return reviewed(request, library, asked, done=done_of(library, request))


def reviewed(
    request: Request,
    library: Library,
    asked: Asked,
    *,
    done: tuple[Decision, ...] = (),
    typed: Mapping[str, str] | None = None,
    error: LibraryError | None = None,
    status: int = 200,
) -> Response:
    """The page of a finding with all that can be decided; with what was ``typed`` and why that does not do, where it was sent."""
    waits = None if asked.finding else library.waiting(asked.queue, asked.place) or library.waiting(asked.queue)
    finding = asked.finding or (f"{waits.capture}:{waits.id}" if waits else "")
    subject = subject_of(library, finding) if finding else None
    return page(
        request,
        "review.html",
        status,
        asked=asked,
        waits=waits,
        lengths=library.how_many_wait(),
        back=asked.back if asked.finding else address_of(asked.queue, waits),
        subject=subject,
        typed=typed or {},
        error=error,
        done=done,
        reviewer=reviewer_of(request),
        value_told=partial(value_told, lang=settings_of(request).lang),
        **(shown_of(request, subject) if subject else {}),
    )


def address_of(queue: Queue, waits: Waiting | None) -> str:
    """Where a queue goes on once its finding is decided: what comes behind it has its place then."""
    return f"/review?of={queue}&place={waits.place if waits else 0}"


def shown_of(request: Request, subject: Subject) -> dict[str, Any]:
    """What a template shows of a finding."""
    lang, paragraphs = settings_of(request).lang, surroundings(subject)
    shown: dict[str, Any] = {"document": subject.record.document, "paragraphs": paragraphs, "most_keys": MOST_KEYS}
    if isinstance(subject.finding, Event):
        choices = {"status": get_args(EventStatus), "type": get_args(EventType)}
        return shown | {"facts": list(facts_of(subject.record, lang).event(subject.finding)), "choices": choices}
    return shown | {
        "fields": fields_shown(subject, lang),
        "named": named_near(subject),
        "kinds": get_args(Kind),
        "beginnings": beginnings(subject, paragraphs),
        "endings": endings(subject, paragraphs),
    }


def done_of(library: Library, request: Request) -> tuple[Decision, ...]:
    """The decisions that were just made, by the ids in the address; what is none is passed over."""
    found = []
    for id in request.query_params.getlist("done")[:MOST_KEYS]:
        try:
            found.append(library.decision(id))
        except LibraryError:
            continue
    return tuple(found)
