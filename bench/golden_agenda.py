"""The marked encounters, actions, relations and flags of a golden page as those of its record."""

from __future__ import annotations

from bench.marks import ActionMark, EventMark, GoldPage, ParticipantMark, Place, RelationMark, StatementMark, meets
from qawl.model import Action, Code, Event, Flag, Participant, Party, Person, Relation, Span, Statement, hash_id, slice_span

VERSION = "marked"


def flags_of(page: GoldPage, mark: StatementMark) -> tuple[Flag, ...]:
    """The flags of a marked statement."""
    return tuple(Flag(flag.flag, tuple(slice_span(page.text, *place) for place in flag.words)) for flag in mark.flags)


def events_of(page: GoldPage, people: tuple[Person, ...], statements: tuple[Statement, ...]) -> tuple[Event, ...]:
    """The marked encounters of a page."""
    return tuple(event_of(page, mark, people, statements) for mark in page.events)


def event_of(page: GoldPage, mark: EventMark, people: tuple[Person, ...], statements: tuple[Statement, ...]) -> Event:
    """A marked encounter; it names the statement in which its first evidence stands."""
    return Event(
        id=hash_id("event", mark.evidence),
        type=mark.type,
        where=span_if(page, mark.where),
        when=mark.when,
        when_reason=None if mark.when else "not_stated",
        status=mark.status,
        participants=tuple(participant_of(who, mark, people) for who in mark.participants),
        according_to=mark.according_to,
        reason=span_if(page, mark.reason),
        statement=statement_at(mark.evidence[0], statements),
        evidence=tuple(slice_span(page.text, *place) for place in mark.evidence),
    )


def participant_of(who: ParticipantMark, mark: EventMark, people: tuple[Person, ...]) -> Participant:
    """A marked participant, tied to the person of that name; who stays away does so according to whoever tells the encounter."""
    absent = who.part in ("not_attending", "not_invited")
    party = party_named(who.name, people)
    return Participant(
        who.name, who.type, party.ref if party else None, part=who.part, according_to=mark.according_to if absent else None
    )


def party_named(name: str, people: tuple[Person, ...]) -> Party | None:
    """The person of that name as a party."""
    return next((Party(person.name, "person", person.id) for person in people if person.name == name), None)


def statement_at(place: Place, statements: tuple[Statement, ...]) -> str | None:
    """The id of the last statement in whose content a place lies."""
    inside = [it.id for it in statements for piece in it.content if meets(place, (piece.start, piece.end))]
    return inside[-1] if inside else None


def actions_of(page: GoldPage, events: tuple[Event, ...]) -> tuple[Action, ...]:
    """The marked actions of a page; one that an encounter tells too names it."""
    return tuple(action_of(page, mark, events) for mark in page.actions)


def action_of(page: GoldPage, mark: ActionMark, events: tuple[Event, ...]) -> Action:
    """A marked action with its verb as evidence."""
    verb = slice_span(page.text, *mark.verb)
    same = (event.id for event in events if event.type == "protest" and holds(event.evidence, verb))
    return Action(
        id=hash_id("action", mark.verb),
        code=Code(mark.plover, None, VERSION),
        source=span_if(page, mark.source),
        verb=verb,
        target=span_if(page, mark.target),
        event=next(same, None) if mark.plover == "PROTEST" else None,
        evidence=(verb,),
    )


def holds(evidence: tuple[Span, ...], verb: Span) -> bool:
    """Whether a verb stands in a piece of evidence."""
    return any(span.start <= verb.start and verb.end <= span.end for span in evidence)


def relations_of(page: GoldPage, people: tuple[Person, ...]) -> tuple[Relation, ...]:
    """The marked relations of a page."""
    return tuple(relation_of(page, mark, people) for mark in page.relations)


def relation_of(page: GoldPage, mark: RelationMark, people: tuple[Person, ...]) -> Relation:
    """A marked relation; a party that is no person of the page is a body."""
    actor, target = (party_named(name, people) or Party(name, "organisation") for name in (mark.actor, mark.target))
    return Relation(
        id=hash_id("relation", mark.evidence, mark.actor, mark.target),
        actor=actor,
        target=target,
        stance=mark.stance,
        condition=span_if(page, mark.condition),
        evidence=(slice_span(page.text, *mark.evidence),),
    )


def span_if(page: GoldPage, place: Place | None) -> Span | None:
    """The span of a place, None where there is none."""
    return slice_span(page.text, *place) if place else None
