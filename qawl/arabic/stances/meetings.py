"""Relations that encounters tell: who meets whom, whose land is visited, who is left out by whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from qawl.arabic.letters import CONJUNCTIONS, ONLY, PREPOSITIONS, WE
from qawl.arabic.stances.codes import code_of_encounter
from qawl.arabic.stances.sides import Sides, same_party
from qawl.arabic.stances.whose import head_before, limits_of
from qawl.arabic.world.known import COUNTRY_KIND, by_id, capitals
from qawl.model import Event, Group, Organisation, Participant, Party, Place, Relation, Span, Stance, Statement, hash_id

MEETS = ("visit", "meeting", "signing")
STANDS = ("announced", "under_way", "held")
# What may be left out by who speaks for the hosts: a person who does not come is mostly only busy.
BODIES = ("organisation", "country", "group")


class Land(NamedTuple):
    """A land as the page names it, and its code."""

    party: Party
    code: str


def relations_of_events(sides: Sides, events: tuple[Event, ...]) -> Iterator[Relation]:
    """The relations that the encounters of a passage tell."""
    for event in events:
        if event.type in MEETS and event.status in STANDS:
            yield from meetings(event)
            yield from visits(sides, event)
        yield from exclusions(sides, event)


def with_part(event: Event, *parts: str) -> list[Participant]:
    """Those who have one of the parts in an event."""
    return [one for one in event.participants if one.part in parts]


def of_event(event: Event, one: Party, other: Party, stance: Stance, evidence: Span) -> Relation:
    """A relation that an event tells by some of its words."""
    actor, target = (Party(party.name, party.type, party.ref) for party in (one, other))
    return Relation(
        id=hash_id("relation", event.id, actor.name, target.name, stance),
        actor=actor,
        target=target,
        stance=(stance,),
        code=code_of_encounter(event.type, event.status) if stance == "cooperation" else None,
        according_to=event.according_to,
        statement=event.statement,
        evidence=(evidence,),
    )


# -- who meets whom


def meetings(event: Event) -> Iterator[Relation]:
    """Whoever attends stands in cooperation with the other side, where one clause tells of both."""
    for one in with_part(event, "attends"):
        for other in with_part(event, "meets"):
            clause = next((span for span in event.evidence if names(span, one) and names(span, other)), None)
            placed = event.where is not None and other.name in event.where.text
            if clause and not placed and other.type != "group" and not same_party(one, other):
                yield of_event(event, one, other, "cooperation", clause)


def names(clause: Span, party: Party) -> bool:
    """Whether the words of a party stand in a clause, alone or behind a fused و, not within others: الصين in الصيني."""
    fused = f"[{CONJUNCTIONS}{PREPOSITIONS}]?"
    return re.search(rf"(?<!\w){fused}{re.escape(party.name)}(?!\w)", clause.text) is not None


# -- whose land is visited


def visits(sides: Sides, event: Event) -> Iterator[Relation]:
    """A visitor from elsewhere stands in cooperation with the land that he visits, or whose capital."""
    land = land_of(sides, event.where) if event.type == "visit" else None
    if land:
        visitors: list[Party] = [*with_part(event, "attends")] or heading(sides, event)
        for visitor in visitors:
            if is_from_elsewhere(sides, visitor, land):
                yield of_event(event, visitor, land.party, "cooperation", event.evidence[0])


def heading(sides: Sides, event: Event) -> list[Party]:
    """The party that heads the clause of a visit ahead, where nobody is told to take part: إن المجلس | الذي … سيزور."""
    place = bisect_left(sides.tokens.starts, event.evidence[0].start)
    ahead = event.status == "announced" and place < len(sides.tokens)
    side = head_before(sides, place, limits_of(sides, place), ahead=True) if ahead else None
    return [side.party] if side else []


def land_of(sides: Sides, where: Span | None) -> Land | None:
    """The land that is visited: a country, or the one whose capital it is, as the page names it; a town is none."""
    found = sides.named.get(where.start) if where else None
    one = found[1] if found else None
    if one is None or isinstance(one, Group) or one.known_as is None:
        return None
    state = capitals().get(one.known_as) or by_id().get(one.known_as)
    if state is None or state.kind != COUNTRY_KIND or state.country is None:
        return None
    named = next((body for body in sides.scene.named.organisations if body.known_as == state.id), one)
    return Land(Party(named.name, "country", named.id), state.country)


def is_from_elsewhere(sides: Sides, visitor: Party, land: Land) -> bool:
    """Whether a visitor is another land's, or belongs to a body that is known in the world: مجلس حكماء | الناتو in Moscow."""
    if same_party(visitor, land.party):
        return False
    start = sides.tokens.text.find(visitor.name)
    own = [one for at, (_, one) in sides.named.items() if start <= at < start + len(visitor.name)]
    codes = {country_of(one) for one in own} - {None}
    if land.code in codes:
        return False
    return bool(codes) or any(isinstance(one, Organisation) and one.known_as for one in own)


def country_of(one: Organisation | Group | Place) -> str | None:
    """The code of the country that something is or lies in."""
    if isinstance(one, Place):
        return one.country
    state = by_id().get(one.known_as or "") if isinstance(one, Organisation) else None
    return state.country if state else None


# -- who is left out


def exclusions(sides: Sides, event: Event) -> Iterator[Relation]:
    """Whoever is not invited is left out by the hosts; who stays away, by those who speak for the gathering and say so."""
    hosts = with_part(event, "hosts")
    for absent in with_part(event, "not_invited", "not_attending"):
        by: list[Party] = list(hosts) if absent.part == "not_invited" else speaks_for(sides, event, absent)
        for one in by:
            if not same_party(one, absent):
                relation = of_event(event, one, absent, "exclusion", clause_of(event, absent))
                statement = statement_of(sides, event, absent)
                yield replace(relation, according_to=absent.according_to, statement=statement.id if statement else None)


def clause_of(event: Event, absent: Participant) -> Span:
    """The evidence that names who is left out, else the first."""
    return next((span for span in event.evidence if absent.name in span.text), event.evidence[0])


def speaks_for(sides: Sides, event: Event, absent: Participant) -> list[Party]:
    """The body in whose name it is said that a body or a land does not come: of the hosts, or of نحن where only some may come."""
    statement = statement_of(sides, event, absent)
    side = sides.spoken_for(statement)
    if statement is None or side is None or absent.type not in BODIES or side.party.type not in BODIES:
        return []
    if side.is_one_of(absent):
        return []
    hosts = any(side.is_one_of(host) for host in with_part(event, "hosts", "chairs"))
    return [side.party] if hosts or is_for_some(statement) else []


def statement_of(sides: Sides, event: Event, absent: Participant) -> Statement | None:
    """The statement in which its speaker says that somebody stays away."""
    clause = clause_of(event, absent)
    for statement in sides.scene.statements:
        speaks = statement.speaker is not None and statement.speaker.name == absent.according_to
        if speaks and any(piece.start <= clause.start and clause.end <= piece.end for piece in statement.content):
            return statement
    return None


def is_for_some(statement: Statement) -> bool:
    """Whether those who say نحن also say that only some take part."""
    words = [word for piece in statement.content for word in piece.text.split()]
    return WE in words and ONLY in words
