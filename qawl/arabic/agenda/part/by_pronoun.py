"""The other side of an encounter by a pronoun behind what leads to it: قال الوزير إن السفير التقى | به، تحدث | معه، اتصل | بي."""

from __future__ import annotations

from qawl.arabic.agenda.agents import antecedent, relative_before
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.meant import ONE, OWN, may_be_he, meant_by_pronoun, speaker_party, those_meant
from qawl.arabic.agenda.parts import CALL, MEETS, Taking, Who
from qawl.arabic.agenda.sides import pronoun_behind
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import BY, TO, WITH
from qawl.arabic.phrases.phrase import Phrase
from qawl.model import Party

# What the verb of a visit needs that has who or what is visited as its object.
VISITS = "object"


def met_pronoun(scene: Scene, encounter: Encounter) -> str:
    """The gender and number of the other side that a pronoun tells, with its verb or near behind; empty where none does.

    What somebody visits may be a place, but for whoever speaks: زاره السفير, زارني السفير.
    """
    form = encounter.form
    if form.is_finite and form.pronoun:
        if form.row["needs"] == VISITS and form.pronoun in OWN:
            return form.pronoun
        return form.pronoun if form.row["object"] == MEETS else ""
    if form.row["with"] != MEETS:
        return ""
    lead, pronoun = pronoun_behind(scene.tokens, encounter.place, encounter.clause[1])
    led = lead == WITH or (lead == BY and encounter.place == encounter.verb) or (lead in (BY, TO) and encounter.type == CALL)
    return pronoun if led else ""


def met_by_pronoun(scene: Scene, encounter: Encounter, told: list[Taking]) -> list[Who]:
    """Whom a pronoun means with whom somebody meets: another one than those told to act; nobody where that is not sure."""
    pronoun = met_pronoun(scene, encounter)
    if not pronoun or pronoun in OWN:
        return meant_by_pronoun(scene, encounter.place, pronoun) if pronoun else []
    relative = relative_before(scene, encounter.verb) if encounter.verb is not None else None
    meant: list[Who] = list(antecedent(scene, relative)) if relative is not None else speaking(scene, encounter.place, pronoun)
    acting, meant = [taking.who for taking in told], meant or those_meant(scene, encounter.place, *pronoun[:2])
    return [who for who in meant if acting and not any(is_same(scene, who, one) for one in acting)]


def speaking(scene: Scene, place: int, pronoun: str) -> list[Who]:
    """The person in whose words, told by others, a pronoun of one stands."""
    statement = scene.statement_at(place)
    speaker = statement.speaker if statement and statement.kind == "indirect" else None
    fits = speaker and speaker.type == "person" and pronoun[1:] == ONE and may_be_he(scene, speaker, pronoun[0])
    return [speaker_party(speaker)] if speaker and fits else []


def is_same(scene: Scene, one: Who, other: Who) -> bool:
    """Whether two are one party of the page."""
    both = [scene.party(who) if isinstance(who, Phrase) else who for who in (one, other)]
    return key_of(both[0]) == key_of(both[1])


def key_of(party: Party) -> str:
    """What tells a party of the page from others."""
    return party.ref or party.name
