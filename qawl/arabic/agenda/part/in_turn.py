"""Who speaks in his turn behind one who spoke at a meeting: خلال الجلسة قال فلان كذا. كما قال | فلان كذا، من جهته دعا | فلان."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from qawl.arabic.agenda.encounters import Encounter, last_of, meeting_named
from qawl.arabic.agenda.meant import speaker_party
from qawl.arabic.agenda.part.doing import speaking_at
from qawl.arabic.agenda.part.speeches import spoken
from qawl.arabic.agenda.parts import ATTENDS, MEETING, Taking
from qawl.arabic.agenda.words import AGAIN, NAME, Hit, hits_of, keys_by
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import AFTER, AS, bare_key
from qawl.arabic.lexicon import DEFINITE, RESUME, SIDE
from qawl.arabic.names.joiners import is_and
from qawl.model import Party

# In so many tokens before a verb it is told whose turn it is: كما، من جهته، فيما.
TURN_WITHIN = 4


def in_turn(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """The persons who speak in their turn, with the number of the meeting; who only goes on changes nothing."""
    there = sentences_there(scene, events)
    number, before, speaker = None, 0, ""
    for place, party in told_in_order(scene) if there else ():
        if number is None or party.name != speaker:
            turned = number is not None and is_turn(scene, place, before)
            if turned and number is not None:
                yield number, Taking(ATTENDS, speaker_party(party))
            number = number if turned else there.get(scene.passage.sentence_start(place))
        before, speaker = place, party.name


def told_in_order(scene: Scene) -> list[tuple[int, Party]]:
    """The persons who say something with the places of their verbs, in text order."""
    told = ((one.cue, one.speaker) for one in scene.statements if one.speaker and one.speaker.type == "person")
    places = ((bisect_left(scene.tokens.starts, cue.start), speaker) for cue, speaker in told if cue)
    return sorted(places, key=lambda pair: pair[0])


def sentences_there(scene: Scene, events: list[list[Encounter]]) -> dict[int, int]:
    """Where the sentences begin in which somebody speaks at a gathering, each with its number: خلال الجلسة قال فلان، في كلمته."""
    numbers = {place: last_of(events, (MEETING,), place) for place, _ in spoken(scene)}
    nouns = (hit for hit in hits_of(scene.tokens) if hit.by == NAME and hit.form.row["type"] == MEETING)
    numbers |= {hit.place: number_of(events, hit) for hit in nouns if is_spoken_at(scene, hit)}
    told = ((place, number) for place, number in numbers.items() if number is not None)
    gathered = ((place, number) for place, number in told if is_gathering(scene, events[number]))
    return {scene.passage.sentence_start(place): number for place, number in gathered}


def is_gathering(scene: Scene, told: list[Encounter]) -> bool:
    """Whether an encounter is one where some speak to others: قمة، مؤتمر، ندوة; not لقاء."""
    nouns = (one.place for one in told if one.form.tense == "noun")
    return any(bare_key(scene.tokens.keys[place]) not in keys_by(AGAIN) for place in nouns)


def number_of(events: list[list[Encounter]], hit: Hit) -> int | None:
    """The number of the meeting that a noun names again: the one in whose clause it stands, else the last of that name."""
    within = (number for number, told in enumerate(events) if any(one.clause[0] <= hit.place < one.clause[1] for one in told))
    number = next(within, None)
    return meeting_named(events, hit.place, hit.form.lemma) if number is None else number


def is_spoken_at(scene: Scene, hit: Hit) -> bool:
    """Whether somebody says something at a meeting that its noun takes up: وخلال | الجلسة قال فلان; not عقب | الجلسة."""
    tokens, place = scene.tokens, hit.place
    during = bool(tokens.kinds[place] & DEFINITE) and tokens.keys[place - 1] not in AFTER
    return during and bool(speaking_at(scene, Encounter(hit.place, hit.form, "meeting", (hit.place, hit.place + 1))))


def is_turn(scene: Scene, place: int, before: int) -> bool:
    """Whether the verb at `place` tells that it is another's turn behind the one `before`, or goes on with its sentence.

    كما | قال فلان، من جهته | دعا فلان، وخلال الجلسة قال فلان كذا، و| دعا فلان إلى كذا.
    """
    tokens, start = scene.tokens, scene.passage.sentence_start(place)
    near = range(max(start, before + 1, place - TURN_WITHIN), place)
    told = any(tokens.keys[at] == AS or tokens.kinds[at] & (SIDE | RESUME) for at in near)
    return told or (before > start and is_and(tokens, place - 1))
