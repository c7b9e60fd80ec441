"""A record as people decided about it: fixed where it was fixed, without what was rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from qawl.library.deciding.binding import bound
from qawl.library.deciding.decisions import Decision, latest
from qawl.library.deciding.fields import field_of, page_of
from qawl.model import Event, Participant, Record, Relation, Statement

F = TypeVar("F", Statement, Event)


class Judged(NamedTuple):
    """What people decided about one finding: the decision that holds for each topic, in the order in which they were made."""

    by_topic: dict[str, Decision]

    @property
    def rejected(self) -> bool:
        """Whether it is no finding."""
        whole = self.by_topic.get("")
        return whole is not None and whole.verdict == "reject"

    @property
    def last(self) -> Decision | None:
        """The last decision about what it says."""
        about = [decision for topic, decision in self.by_topic.items() if topic != "shown"]
        return max(about, key=lambda decision: decision.order, default=None)

    @property
    def values(self) -> dict[str, tuple[Any, Decision]]:
        """What people say of its fields, each with the decision by which it holds; the later decision wins."""
        found: dict[str, tuple[Any, Decision]] = {}
        for decision in sorted(self.by_topic.values(), key=lambda decision: decision.order):
            found |= {name: (value, decision) for name, value in upheld(decision).items()}
        return found


def upheld(decision: Decision) -> dict[str, Any]:
    """The values that a decision puts or leaves in place: the one that fixes, or those that were accepted."""
    if decision.verdict == "fix":
        return {decision.field: decision.value}
    return decision.machine if decision.verdict == "accept" else {}


def bindings(record: Record, decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The decisions about each finding of a record, by its id, in order; those that find none are under the empty id."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.scope in ("statement", "event"):
            placed = bound(decision, record)
            found.setdefault(placed.finding.id if placed else "", []).append(decision)
    return found


def judged(by_finding: Mapping[str, list[Decision]]) -> dict[str, Judged]:
    """What holds for each finding that somebody decided about."""
    return {id: Judged(latest(decisions)) for id, decisions in by_finding.items() if id}


def decided_record(record: Record, about: Mapping[str, Judged]) -> Record:
    """The record with what was fixed, without what was rejected."""
    if not any(topic != "shown" for one in about.values() for topic in one.by_topic):
        return record
    statements = tuple(_decided(one, about, record, False) for one in record.statements)
    title_statements = tuple(_decided(one, about, record, True) for one in record.title_statements)
    events = tuple(_decided(one, about, record, False) for one in record.events)
    gone = {id for id, one in about.items() if one.rejected}
    told = _retold(record, (*statements, *title_statements))
    return without(
        replace(
            record,
            statements=statements,
            title_statements=title_statements,
            events=tuple(_told_event(event, told) for event in events),
            relations=tuple(_told_relation(relation, told) for relation in record.relations),
        ),
        gone,
    )


def _decided(finding: F, about: Mapping[str, Judged], record: Record, in_title: bool) -> F:
    one = about.get(finding.id)
    return fixed(finding, one, record, in_title) if one else finding


def fixed(finding: F, one: Judged, record: Record, in_title: bool) -> F:
    """A finding with the values that people gave its fields."""
    page = page_of(record, in_title)
    for name, (value, _) in one.values.items():
        field = field_of(finding, name)
        finding = finding if field.read(finding) == value else field.write(finding, value, page)
    return finding


# -- what hangs on a statement

Retold = dict[tuple[str, str], str]


def _retold(before: Record, after: Iterable[Statement]) -> Retold:
    """Who tells now what a statement tells, by the statement and who told it before; only where that changed."""
    old = {one.id: one.speaker.name for one in (*before.statements, *before.title_statements) if one.speaker}
    new = {one.id: one.speaker.name for one in after if one.speaker}
    return {(id, name): new[id] for id, name in old.items() if id in new and new[id] != name}


def _told_event(event: Event, told: Retold) -> Event:
    if not event.statement or not told:
        return event
    parts = tuple(_teller(one, event.statement, told) for one in event.participants)
    return replace(_teller(event, event.statement, told), participants=parts)


def _told_relation(relation: Relation, told: Retold) -> Relation:
    return _teller(relation, relation.statement, told) if relation.statement else relation


T = TypeVar("T", Event, Relation, Participant)


def _teller(finding: T, statement: str, told: Retold) -> T:
    """What a statement tells is told by whoever says the statement."""
    name = told.get((statement, finding.according_to or ""))
    return replace(finding, according_to=name) if name else finding


def without(record: Record, gone: set[str]) -> Record:
    """A record without some of its statements and events, and without what points to them."""
    if not gone:
        return record
    return replace(
        record,
        statements=_kept(record.statements, gone),
        title_statements=_kept(record.title_statements, gone),
        events=tuple(
            replace(event, statement=None) if event.statement in gone else event for event in record.events if event.id not in gone
        ),
        actions=tuple(replace(one, event=None) if one.event in gone else one for one in record.actions),
        relations=tuple(replace(one, statement=None) if one.statement in gone else one for one in record.relations),
    )


def _kept(statements: tuple[Statement, ...], gone: set[str]) -> tuple[Statement, ...]:
    return tuple(replace(one, repeats=None) if one.repeats in gone else one for one in statements if one.id not in gone)
