"""Who takes part in an encounter: attends, hosts, chairs, meets."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.attendance import attending
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.takers import CHAIRS, Taking, is_town, takers
from qawl.arabic.frames.scene import Scene
from qawl.arabic.lexicon import NUMBER
from qawl.arabic.phrases import Phrase
from qawl.model import Participant, Party


def participants_of(scene: Scene, encounter: Encounter) -> tuple[Participant, ...]:
    """The participants that the clause of an encounter tells, each once, in text order."""
    found: dict[str, Participant] = {}
    for taking in takings(scene, encounter):
        participant = participant_of(scene, taking)
        known = found.get(participant.name)
        if known is None or participant.part == CHAIRS:
            found[participant.name] = participant
    return tuple(found.values())


def takings(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who takes part, with towns where others only meet left out."""
    known = list(takers(scene, encounter))
    for taking in (*known, *attending(scene, encounter, known)):
        if not (isinstance(taking.who, Phrase) and is_town(scene, taking.who)):
            yield taking


def participant_of(scene: Scene, taking: Taking) -> Participant:
    """Somebody with a part as a participant of the record."""
    who = taking.who
    party = who if isinstance(who, Party) else scene.party(who)
    count = count_of(scene, who) if isinstance(who, Phrase) else None
    part = taking.part
    return Participant(name=party.name, type=party.type, ref=party.ref, part=part, count=count)  # type: ignore[arg-type]


def count_of(scene: Scene, phrase: Phrase) -> int | None:
    """How many a group is told to be: 20 of 20 وزيرا; None where the text gives no number."""
    tokens = scene.tokens
    if phrase.type != "group" or not tokens.kinds[phrase.first] & NUMBER or not tokens.keys[phrase.first].isdecimal():
        return None
    return int(tokens.keys[phrase.first])
