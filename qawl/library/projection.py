"""A record becomes the rows of the tables."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from qawl.arabic.letters import fold_phrase
from qawl.library.rows import (
    ActionRow,
    EventRow,
    GroupRow,
    OrganisationRow,
    PageRow,
    ParticipantRow,
    PersonRow,
    PlaceRow,
    RelationRow,
    StatementRow,
)
from qawl.model import Action, Event, EventPart, Group, Organisation, Party, Person, Place, Record, Relation, Span, Statement

BREAK = " … "

Rows = dict[str, list[Struct]]


def rows_of(record: Record, capture: str) -> Rows:
    """The rows of a page, by the name of their table; the page's own row is `page_row`."""
    return {
        "statements": list(statement_rows(record, capture)),
        "people": [person_row(person, capture) for person in record.people],
        "organisations": [organisation_row(body, capture) for body in record.organisations],
        "groups": [group_row(group, capture) for group in record.groups],
        "places": [place_row(place, capture) for place in record.places],
        "events": [event_row(event, capture) for event in record.events],
        "participants": [row for event in record.events for row in participant_rows(event, capture)],
        "actions": [action_row(action, capture) for action in record.actions],
        "relations": [relation_row(relation, capture) for relation in record.relations],
    }


def page_row(record: Record, capture: str, read: str) -> PageRow:
    """The row of the page itself; `read` is when it was read."""
    page = record.document
    return PageRow(
        capture=capture,
        document=page.id,
        url=page.url,
        canonical_url=page.canonical_url,
        outlet=page.outlet,
        title=page.title,
        author=page.author,
        published=page.published,
        modified=page.modified,
        language=page.language,
        text_sha256=page.text_sha256,
        extractor=record.extractor,
        read=read,
    )


def statement_rows(record: Record, capture: str) -> Iterator[StatementRow]:
    """The statements of a page: those of the text, then those of a title outside it."""
    parts = parts_by_statement(record.events)
    number = 0
    for in_title, statements in ((False, record.statements), (True, record.title_statements)):
        for statement in statements:
            yield statement_row(statement, capture, number, in_title, parts.get(statement.id, ()))
            number += 1


def parts_by_statement(events: tuple[Event, ...]) -> dict[str, tuple[EventPart, ...]]:
    """What parts the encounters told in a statement give, in the order of the record."""
    parts: dict[str, dict[EventPart, None]] = {}
    for event in events:
        if event.statement:
            parts.setdefault(event.statement, {}).update(dict.fromkeys(one.part for one in event.participants))
    return {statement: tuple(found) for statement, found in parts.items()}


def statement_row(
    statement: Statement, capture: str, number: int, in_title: bool, event_parts: tuple[EventPart, ...]
) -> StatementRow:
    """The row of a statement."""
    speaker, cue, said_on = statement.speaker, statement.cue, statement.said_on
    return StatementRow(
        capture=capture,
        id=statement.id,
        number=number,
        in_title=in_title,
        kind=statement.kind,
        text=BREAK.join(piece.text for piece in statement.content),
        start=statement.content[0].start,
        end=statement.content[-1].end,
        source=_text(statement.source),
        cue=_text(cue),
        cue_lemma=cue.lemma if cue else None,
        act=cue.act if cue else None,
        speaker=speaker.name if speaker else None,
        speaker_key=fold_phrase(speaker.name) if speaker else None,
        speaker_type=speaker.type if speaker else None,
        speaker_form=speaker.form if speaker else None,
        role=speaker.role if speaker else None,
        organisation=speaker.organisation if speaker else None,
        holder=tuple(party.name for party in statement.holder),
        said_to=_name(statement.said_to),
        via=_name(statement.via),
        said_on=said_on.value if said_on else None,
        said_on_source=said_on.source if said_on else None,
        topic=_text(statement.topic),
        flags=tuple(dict.fromkeys(flag.flag for flag in statement.flags)),
        event_parts=event_parts,
        repeats=statement.repeats,
        band=statement.band,
        rule=statement.rule,
    )


def person_row(person: Person, capture: str) -> PersonRow:
    """The row of a person."""
    return PersonRow(
        capture=capture,
        id=person.id,
        name=person.name,
        key=fold_phrase(person.name),
        roles=tuple(dict.fromkeys(role.text for role in person.roles if not role.former)),
        former_roles=tuple(dict.fromkeys(role.text for role in person.roles if role.former)),
        mentions=len(person.mentions),
    )


def organisation_row(body: Organisation, capture: str) -> OrganisationRow:
    """The row of a body."""
    return OrganisationRow(
        capture=capture,
        id=body.id,
        name=body.name,
        key=fold_phrase(body.name),
        type=body.type,
        known_as=body.known_as,
        country=body.country,
        mentions=len(body.mentions),
    )


def group_row(group: Group, capture: str) -> GroupRow:
    """The row of a group."""
    return GroupRow(capture=capture, id=group.id, name=group.name, key=fold_phrase(group.name), mentions=len(group.mentions))


def place_row(place: Place, capture: str) -> PlaceRow:
    """The row of a place."""
    return PlaceRow(
        capture=capture,
        id=place.id,
        name=place.name,
        key=fold_phrase(place.name),
        country=place.country,
        known_as=place.known_as,
        mentions=len(place.mentions),
    )


def event_row(event: Event, capture: str) -> EventRow:
    """The row of an encounter, without those who take part."""
    return EventRow(
        capture=capture,
        id=event.id,
        type=event.type,
        status=event.status,
        what=_text(event.what),
        place=_text(event.where),
        date=event.when,
        date_reason=event.when_reason,
        according_to=event.according_to,
        reason=_text(event.reason),
        statement=event.statement,
        evidence=_first(event.evidence),
    )


def participant_rows(event: Event, capture: str) -> Iterator[ParticipantRow]:
    """A row for each who takes part in an encounter, or does not."""
    for number, one in enumerate(event.participants):
        yield ParticipantRow(
            capture=capture,
            event=event.id,
            number=number,
            name=one.name,
            key=fold_phrase(one.name),
            type=one.type,
            part=one.part,
            count=one.count,
            according_to=one.according_to,
            reason=_text(one.reason),
        )


def action_row(action: Action, capture: str) -> ActionRow:
    """The row of an action."""
    return ActionRow(
        capture=capture,
        id=action.id,
        plover=action.code.plover,
        cameo=action.code.cameo,
        version=action.code.version,
        verb=action.verb.text,
        source=_text(action.source),
        target=_text(action.target),
        place=_text(action.where),
        date=action.when,
        event=action.event,
        evidence=_first(action.evidence),
    )


def relation_row(relation: Relation, capture: str) -> RelationRow:
    """The row of a relation."""
    code = relation.code
    return RelationRow(
        capture=capture,
        id=relation.id,
        actor=relation.actor.name,
        actor_key=fold_phrase(relation.actor.name),
        actor_type=relation.actor.type,
        target=relation.target.name,
        target_key=fold_phrase(relation.target.name),
        target_type=relation.target.type,
        stance=relation.stance,
        plover=code.plover if code else None,
        cameo=code.cameo if code else None,
        version=code.version if code else None,
        condition=_text(relation.condition),
        according_to=relation.according_to,
        statement=relation.statement,
        evidence=_first(relation.evidence),
    )


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _name(party: Party | None) -> str | None:
    return party.name if party else None


def _first(spans: tuple[Span, ...]) -> str | None:
    return spans[0].text if spans else None
