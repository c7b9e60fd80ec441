"""Absences in events: which encounter each belongs to, and the encounter of which nothing but absences tells."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from qawl.arabic.agenda.absences import Absence
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.statuses import status_of
from qawl.arabic.agenda.times import when_of
from qawl.arabic.agenda.venues import where_of
from qawl.arabic.agenda.words import TABLE
from qawl.arabic.findings import Range
from qawl.arabic.frames.forms import forms
from qawl.arabic.frames.scene import Scene
from qawl.model import Event, EventStatus, Participant, Span, hash_id

# Parts of somebody who comes.
ABSENT = ("not_attending", "not_invited")


def home_of(absence: Absence, clauses: list[list[Range]]) -> int | None:
    """The number of the event to which an absence belongs, by the clauses of each: its occasion stands in one, or else itself."""
    for place in (absence.occasion[0], absence.place):
        for number, ranges in enumerate(clauses):
            if any(first <= place < stop for first, stop in ranges):
                return number
    return None


def with_absent(participants: Iterable[Participant], absences: list[Absence]) -> tuple[Participant, ...]:
    """Participants with those who stay away, who are no longer told to come."""
    away = {key for absence in absences for key in (absence.who.name, absence.who.ref) if key}
    come = [one for one in participants if one.part in ABSENT or not {one.name, one.ref} & away]
    return (*come, *(absence.who for absence in absences))


def evidence_with(evidence: tuple[Span, ...], scene: Scene, absences: list[Absence]) -> tuple[Span, ...]:
    """The evidence of an event with the clauses of absences that it does not hold."""
    found = list(evidence)
    for span in (scene.span(absence.clause) for absence in absences):
        if not any(other.start <= span.start and span.end <= other.end for other in found):
            found.append(span)
    return tuple(found)


def events_of_absences(scene: Scene, absences: list[Absence]) -> list[Event]:
    """The events of which only absences tell, one for all that stay away from the same encounter."""
    together = groupby(sorted(absences, key=lambda one: (one.occasion, one.place)), key=lambda one: one.occasion)
    return [event_of(scene, list(group)) for _, group in together]


def event_of(scene: Scene, absences: list[Absence]) -> Event:
    """The event of which some absences tell, with the day and the place that the words round its noun give."""
    first = min(absences, key=lambda one: one.place)
    evidence = scene.span(first.clause)
    name, statement = scene.teller(first.place)
    encounter = encounter_of(scene.tokens.keys[first.occasion[0]], first)
    when = when_of(scene, encounter) if encounter else None
    status: EventStatus = "announced" if first.ahead else status_of(scene, encounter) if encounter else "unknown"
    return Event(
        id=hash_id("event", evidence.start, "absence", scene.tokens.starts[first.place]),
        type=first.type,
        where=where_of(scene, encounter) if encounter else None,
        when=when.value if when else None,
        when_reason=when.reason if when else "not_stated",
        status=status,
        participants=tuple(absence.who for absence in absences),
        according_to=name,
        statement=statement,
        evidence=evidence_with((evidence,), scene, absences),
    )


def encounter_of(key: str, absence: Absence) -> Encounter | None:
    """The encounter that the noun of an absence names, where the table of encounters has it."""
    form = next((form for form in forms(TABLE).get(key, ()) if form.row["type"] == absence.type), None)
    return Encounter(absence.occasion[0], form, absence.type, absence.clause) if form else None
