"""What people ask of a library, as tables: what is nested stands in columns of its own, lists of texts in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import astuple

from qawl.export.sheets import Sheet
from qawl.library.across.naming.known import Reason
from qawl.library.asking.copies import Copy
from qawl.library.asking.courses import Course
from qawl.library.asking.proposed import Proposed
from qawl.library.asking.timeline import Point, Timeline
from qawl.library.deciding.decisions import Decision, Scope, Verdict
from qawl.library.deciding.disagreements import Disagreement, State
from qawl.library.rows import columns
from qawl.library.saved import SavedSearch
from qawl.model import ABSENT, EventStatus, EventType, Participant, encode


def _said(what: str) -> Meta:
    return Meta(description=what)


class AgendaRow(Struct, frozen=True, kw_only=True):
    """An encounter over all pages that tell it."""

    encounter: Annotated[str, _said("id of the encounter: the same in all pages that tell it")]
    type: Annotated[EventType, _said("visit, meeting, call, signing, vote or protest")]
    status: Annotated[EventStatus, _said("how it stands by the latest page that moved it")]
    what: Annotated[str | None, _said("the words that name it")]
    place: Annotated[str | None, _said("where")]
    date: Annotated[str | None, _said("when: an ISO prefix or interval")]
    date_reason: Annotated[str | None, _said("why no date is given")]
    off: Annotated[str | None, _said("the day on which it is no longer to be")]
    according_to: Annotated[str | None, _said("who says so; null is the page's own voice")]
    reason: Annotated[str | None, _said("why it is off or put off, in the page's words")]
    hosts: Annotated[tuple[str, ...], _said("who hosts it")]
    chairs: Annotated[tuple[str, ...], _said("who chairs it")]
    attends: Annotated[tuple[str, ...], _said("who comes")]
    meets: Annotated[tuple[str, ...], _said("who is met")]
    not_attending: Annotated[tuple[str, ...], _said("who stays away")]
    not_invited: Annotated[tuple[str, ...], _said("who is not invited")]
    absent_according_to: Annotated[
        tuple[str, ...], _said("who says so of each that stays away and then of each not invited; empty is the page's own voice")
    ]
    absent_reasons: Annotated[tuple[str, ...], _said("why, of each in the same order; empty where no page tells")]
    pages: Annotated[int, _said("how many pages tell it")]
    capture: Annotated[str, _said("of the latest page that moved it")]
    url: Annotated[str | None, _said("its address")]
    outlet: Annotated[str | None, _said("who published it")]
    published: Annotated[str | None, _said("when")]


class DecisionRow(Struct, frozen=True, kw_only=True):
    """What somebody decided."""

    id: Annotated[str, _said("hash of what was decided, by whom and when")]
    made: Annotated[str, _said("ISO time, UTC")]
    who: Annotated[str, _said("who decided")]
    why: Annotated[str, _said("and why")]
    verdict: Annotated[Verdict, _said("what was decided")]
    scope: Annotated[Scope, _said("of what")]
    capture: Annotated[str, _said("of the page; empty for somebody in all pages")]
    finding: Annotated[str, _said("id of the finding when it was decided")]
    field: Annotated[str, _said("what was decided of it; empty for all of it")]
    value: Annotated[str | None, _said("JSON: what it is instead")]
    machine: Annotated[str | None, _said("JSON: what was shown when the decision was made, by the name of the field")]
    quote: Annotated[str, _said("the words decided upon; empty where they may not be shown")]
    extractor: Annotated[str, _said("program and version that had read the page")]


class DisagreementRow(Struct, frozen=True, kw_only=True):
    """A decision beside what the machine says now."""

    decision: Annotated[str, _said("id of the decision")]
    made: Annotated[str, _said("when it was made: ISO time, UTC")]
    who: Annotated[str, _said("who decided")]
    state: Annotated[State, _said("whether the machine agrees now, differs, or lost the finding")]
    capture: Annotated[str, _said("of the page")]
    finding: Annotated[str | None, _said("id of the finding now; null where it is lost")]
    field: Annotated[str, _said("of which field; empty for all of it")]
    decided: Annotated[str | None, _said("JSON: what the person decided")]
    before: Annotated[str | None, _said("JSON: what the machine said then")]
    now: Annotated[str | None, _said("JSON: what it says now")]


class ProposedRow(Struct, frozen=True, kw_only=True):
    """Two identities that may be one."""

    one: Annotated[str, _said("id of the one")]
    one_name: Annotated[str, _said("its name")]
    one_pages: Annotated[int, _said("how many pages name it")]
    other: Annotated[str, _said("id of the other")]
    other_name: Annotated[str, _said("its name")]
    other_pages: Annotated[int, _said("how many pages name it")]
    reasons: Annotated[tuple[str, ...], _said("JSON of each reason that speaks for it")]


class PointRow(Struct, frozen=True, kw_only=True):
    """A sentence of one party about another."""

    direction: Annotated[Literal["a_to_b", "b_to_a"], _said("who of whom")]
    day: Annotated[str | None, _said("when it was said, else published")]
    is_published: Annotated[bool, _said("whether the day is that of publishing")]
    actor: Annotated[str | None, _said("who")]
    target: Annotated[str | None, _said("towards whom")]
    stance: Annotated[tuple[str, ...], _said("how it stands towards it; empty where it only names it")]
    text: Annotated[str | None, _said("what was said")]
    evidence: Annotated[str | None, _said("the words that show the stance")]
    condition: Annotated[str | None, _said("on what it depends")]
    flags: Annotated[tuple[str, ...], _said("what colours the statement")]
    denied: Annotated[bool, _said("whether the page tells it as denied")]
    speaker: Annotated[str | None, _said("who says it")]
    role: Annotated[str | None, _said("in which role")]
    according_to: Annotated[str | None, _said("who says so; null is the page's own voice")]
    band: Annotated[str | None, _said("publish, check or draft; null outside statements")]
    statement: Annotated[str | None, _said("id of the statement")]
    saying: Annotated[str | None, _said("id of the saying")]
    capture: Annotated[str, _said("of the page")]
    url: Annotated[str | None, _said("its address")]
    outlet: Annotated[str | None, _said("who published it")]
    published: Annotated[str | None, _said("when")]


class CopyRow(Struct, frozen=True, kw_only=True):
    """A page of an article."""

    capture: Annotated[str, _said("of the page")]
    document: Annotated[str, _said("the page's id")]
    url: Annotated[str | None, _said("its address")]
    outlet: Annotated[str | None, _said("who published it")]
    title: Annotated[str | None, _said("its title")]
    published: Annotated[str | None, _said("when")]
    percent: Annotated[int, _said("of the words of the page that was asked for, so many of a hundred stand in it in order")]


class SavedRow(Struct, frozen=True, kw_only=True):
    """A search that is saved."""

    name: Annotated[str, _said("its name")]
    asked: Annotated[str, _said("JSON: what it asks for")]
    saved: Annotated[str, _said("when it was saved: ISO time, UTC")]


def sheet_of_rows(name: str, kind: type[Struct], rows: Iterable[Struct]) -> Sheet:
    """Rows of one type as a sheet."""
    return Sheet(name, columns(kind), map(astuple, rows))


def agenda_row(course: Course) -> AgendaRow:
    """An encounter as a line."""
    event, page = course.event, course.page
    absent = [one for part in ABSENT for one in of_part(event.participants, part)]
    return AgendaRow(
        encounter=course.encounter,
        type=event.type,
        status=event.status,
        what=event.what.text if event.what else None,
        place=event.where.text if event.where else None,
        date=event.when,
        date_reason=event.when_reason,
        off=course.off,
        according_to=event.according_to,
        reason=event.reason.text if event.reason else None,
        hosts=names(event.participants, "hosts"),
        chairs=names(event.participants, "chairs"),
        attends=names(event.participants, "attends"),
        meets=names(event.participants, "meets"),
        not_attending=names(event.participants, "not_attending"),
        not_invited=names(event.participants, "not_invited"),
        absent_according_to=tuple(one.according_to or "" for one in absent),
        absent_reasons=tuple(one.reason.text if one.reason else "" for one in absent),
        pages=len({one.page.capture for one in course.appearances}),
        capture=page.capture,
        url=page.url,
        outlet=page.outlet,
        published=page.published,
    )


def names(participants: Iterable[Participant], part: str) -> tuple[str, ...]:
    """The names of those who have a part."""
    return tuple(one.name for one in of_part(participants, part))


def of_part(participants: Iterable[Participant], part: str) -> Iterator[Participant]:
    """Those who have a part."""
    return (one for one in participants if one.part == part)


def decision_row(one: Decision) -> DecisionRow:
    """A decision as a line."""
    same = {name: getattr(one, name) for name in DecisionRow.__struct_fields__ if name not in ("value", "machine")}
    return DecisionRow(**same, value=_json(one.value), machine=_json(one.machine or None))


def disagreement_row(one: Disagreement) -> DisagreementRow:
    """A disagreement as a line."""
    return DisagreementRow(
        decision=one.decision.id,
        made=one.decision.made,
        who=one.decision.who,
        state=one.state,
        capture=one.decision.capture,
        finding=one.finding,
        field=one.field,
        decided=_json(one.decided),
        before=_json(one.before),
        now=_json(one.now),
    )


def proposed_row(one: Proposed) -> ProposedRow:
    """A proposal as a line."""
    return ProposedRow(
        one=one.one.identity,
        one_name=one.one.name,
        one_pages=one.one.pages,
        other=one.other.identity,
        other_name=one.other.name,
        other_pages=one.other.pages,
        reasons=tuple(map(_reason, one.reasons)),
    )


def _reason(reason: Reason) -> str:
    return encode(reason).decode()


def point_rows(found: Timeline) -> Iterator[PointRow]:
    """The points of both directions as lines."""
    yield from (point_row("a_to_b", point) for point in found.a_to_b)
    yield from (point_row("b_to_a", point) for point in found.b_to_a)


def point_row(direction: Literal["a_to_b", "b_to_a"], point: Point) -> PointRow:
    """A point as a line."""
    page = point.page
    own = {name: getattr(point, name) for name in PointRow.__struct_fields__ if hasattr(point, name)}
    return PointRow(direction=direction, **own, capture=page.capture, url=page.url, outlet=page.outlet, published=page.published)


def saved_row(one: SavedSearch) -> SavedRow:
    """A saved search as a line."""
    return SavedRow(name=one.name, asked=encode(one.asked).decode(), saved=one.saved)


def copy_row(one: Copy) -> CopyRow:
    """A copy as a line."""
    same = {name: getattr(one.page, name) for name in CopyRow.__struct_fields__ if name != "percent"}
    return CopyRow(**same, percent=round(100 * one.share))


def _json(value: object) -> str | None:
    return None if value is None else encode(value).decode()
