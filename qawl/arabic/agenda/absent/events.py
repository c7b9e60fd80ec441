"""Absences in events: which encounter each belongs to, and the encounter of which nothing but absences tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from qawl.arabic.agenda.absent.finding import Absence
from qawl.arabic.agenda.absent.words import plural_occasions, with_senses
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.features import is_any
from qawl.arabic.agenda.statuses import status_of
from qawl.arabic.agenda.tenses import CALLED_OFF
from qawl.arabic.agenda.times import day_of, is_exact, when_of
from qawl.arabic.agenda.venues import where_of
from qawl.arabic.agenda.words import TABLE, is_told_which
from qawl.arabic.forms import forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import fold
from qawl.arabic.lexicon import DEFINITE
from qawl.model import ABSENT, Event, EventStatus, Participant, Span, hash_id

TALKS = frozenset(("talk",))


def home_of(scene: Scene, absence: Absence, events: list[list[Encounter]]) -> int | None:
    """The number of the event to which an absence belongs, each given by its encounters of one type.

    It is the one whose noun is the absence's own, in whose clause that or the absence stands, or that the same noun names before.
    """
    fits = (is_noun_of, is_in_clause_of, is_told_in, is_named_before, is_named_behind)
    alike = [number for number, told in enumerate(events) if told[0].type == absence.type]
    return next(
        (number for fit in fits for number in reversed(alike) if any(fit(scene, absence, one) for one in events[number])), None
    )


def is_noun_of(_: Scene, absence: Absence, encounter: Encounter) -> bool:
    """Whether the noun of an encounter is that of an absence."""
    return encounter.place == absence.occasion[0]


def is_in_clause_of(_: Scene, absence: Absence, encounter: Encounter) -> bool:
    """Whether the noun of an absence stands in the clause of an encounter."""
    return encounter.clause[0] <= absence.occasion[0] < encounter.clause[1]


def is_told_in(_: Scene, absence: Absence, encounter: Encounter) -> bool:
    """Whether an absence is told in the clause of an encounter."""
    return encounter.clause[0] <= absence.place < encounter.clause[1]


def is_named_before(scene: Scene, absence: Absence, encounter: Encounter) -> bool:
    """Whether the noun of an absence takes up that of an encounter before it: عقدت قمة … لم تحضر تونس القمة."""
    if is_any(scene, encounter.place) and is_told_which(scene.tokens, absence.occasion[0]):
        return False
    key = scene.tokens.keys[absence.occasion[0]]
    taken_up = scene.tokens.kinds[absence.occasion[0]] & DEFINITE or key in plural_occasions()
    return (
        bool(taken_up)
        and encounter.place < absence.place
        and is_alike(key, encounter)
        and not is_of_other_day(scene, absence, encounter)
    )


def is_of_other_day(scene: Scene, absence: Absence, encounter: Encounter) -> bool:
    """Whether somebody was away on another day than that of an encounter: جلسة غدا … قاطعت الحكومة الجلسة | أمس."""
    missed = encounter_of(scene.tokens.keys[absence.occasion[0]], absence)
    day, other = (day_of(scene, one) if one else None for one in (missed, encounter))
    return bool(day and other and is_exact(day) and is_exact(other) and day.date.value != other.date.value)


def is_named_behind(scene: Scene, absence: Absence, encounter: Encounter) -> bool:
    """Whether an encounter behind an absence takes up its noun: لم تحضر تونس قمة المناخ … عقدت | القمة أمس."""
    taken_up = scene.tokens.kinds[encounter.place] & DEFINITE
    return bool(taken_up) and encounter.place > absence.place and is_alike(scene.tokens.keys[absence.occasion[0]], encounter)


def is_alike(key: str, encounter: Encounter) -> bool:
    """Whether the folded noun of an absence is that of an encounter, or both name talks: المحادثات، المباحثات."""
    alike = encounter.form.lemma in {form.lemma for form in forms(TABLE).get(key)}
    return alike or (bool(with_senses(key, TALKS)) and bool(with_senses(fold(encounter.form.lemma), TALKS)))


def coming(
    scene: Scene, encounter: Encounter, participants: tuple[Participant, ...], absences: list[Absence]
) -> Iterator[Participant]:
    """Who comes by a mention: where its noun is only what somebody stays away from, whom the words from it on name.

    لن يشارك فلان في لقاء | الوزير: the minister alone.
    """
    own = [one for one in absences if is_only_missed(encounter, one)]
    told = scene.passage.text[scene.tokens.starts[encounter.place] : scene.tokens.ends[encounter.clause[1] - 1]] if own else ""
    return (one for one in participants if not own or any(word in told for word in one.name.split()))


def is_only_missed(encounter: Encounter, absence: Absence) -> bool:
    """Whether the word of an absence before the noun of an encounter holds it: قاطع الحزب | القمة; not غاب | وعقدت القمة."""
    behind = absence.place < encounter.place == absence.occasion[0]
    return behind and (encounter.verb is None or encounter.verb <= absence.place)


def with_absent(participants: Iterable[Participant], absences: list[Absence]) -> tuple[Participant, ...]:
    """Participants with those who stay away, who are no longer told to come; who was to be met by nobody else only attends."""
    away = {key for absence in absences for key in (absence.who.name, absence.who.ref) if key}
    come = [one for one in participants if one.part in ABSENT or not {one.name, one.ref} & away]
    if absences and all(one.part in ("meets", *ABSENT) for one in come):
        come = [replace(one, part="attends") if one.part == "meets" else one for one in come]
    return (*come, *(absence.who for absence in absences))


def evidence_with(evidence: tuple[Span, ...], scene: Scene, absences: list[Absence]) -> tuple[Span, ...]:
    """The evidence of an event with the clauses of absences that it does not hold, in text order, each from its beginning."""
    found = list(evidence)
    for span in (scene.span(absence.clause) for absence in absences):
        found = [from_start_of(scene, span, other) for other in found]
        if not any(other.start <= span.start < other.end or span.start <= other.start < span.end for other in found):
            found.append(span)
    return tuple(sorted(found, key=lambda span: span.start))


def from_start_of(scene: Scene, span: Span, other: Span) -> Span:
    """The words of an encounter that stand in the clause of an absence, with what leads to them: | يرفض الوزير لقاء السفير."""
    if not span.start < other.start or not other.end <= span.end:
        return other
    return Span(scene.passage.text[span.start : other.end], span.start, other.end)


def events_of_absences(scene: Scene, absences: list[Absence]) -> list[Event]:
    """The events of which only absences tell, one for all that stay away from the same encounter, or from one that takes it up."""
    together = groupby(sorted(absences, key=lambda one: (one.occasion, one.place)), key=lambda one: one.occasion)
    groups: list[list[Absence]] = []
    for group in (list(told) for _, told in together):
        home = next((other for other in reversed(groups) if takes_up(scene, group[0], other[0])), None)
        if home is None:
            groups.append(group)
        else:
            home.extend(group)
    return [event_of(scene, group) for group in groups]


def takes_up(scene: Scene, absence: Absence, other: Absence) -> bool:
    """Whether the noun of an absence takes up that of one told before: مقاطعة هذه الانتخابات … مقاطعة | الانتخابات."""
    keys, place = scene.tokens.keys, absence.occasion[0]
    lemmas = {form.lemma for form in forms(TABLE).get(keys[other.occasion[0]])}
    alike = not lemmas.isdisjoint(form.lemma for form in forms(TABLE).get(keys[place]))
    definite = bool(scene.tokens.kinds[place] & DEFINITE) and not is_told_which(scene.tokens, place)
    return alike and definite and absence.type == other.type


def event_of(scene: Scene, absences: list[Absence]) -> Event:
    """The event of which some absences tell, with the day and the place that the words round its noun give."""
    first = min(absences, key=lambda one: one.place)
    evidence = scene.span(first.clause)
    name, statement = scene.teller(first.place)
    encounter = encounter_of(scene.tokens.keys[first.occasion[0]], first)
    when = when_of(scene, encounter) if encounter else None
    told: EventStatus = status_of(scene, encounter) if encounter else "unknown"
    status: EventStatus = "announced" if first.ahead else kept_from(told)
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


def kept_from(status: EventStatus) -> EventStatus:
    """The status of an encounter of which only absences tell: who is kept from it, or refuses to come, calls nothing off."""
    return "held" if status in (*CALLED_OFF, "denied") else status


def encounter_of(key: str, absence: Absence) -> Encounter | None:
    """The encounter that the noun of an absence names, where the table of encounters has it."""
    form = next((form for form in forms(TABLE).get(key) if form.row["type"] == absence.type), None)
    return Encounter(absence.occasion[0], form, absence.type, absence.clause) if form else None
