"""Who was there by a verb that leaves the encounter out that was told before: كما يشارك فلان، وحضر أيضا فلان."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import fits_verb, lineup_of
from qawl.arabic.agenda.encounters import Encounter, last_of
from qawl.arabic.agenda.part.by_side import attends
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, MEETING, SIGNING, VISIT, Taking
from qawl.arabic.forms import forms
from qawl.arabic.frames.joints import behind_each
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ALONG, AS
from qawl.arabic.lexicon import PUNCTUATION, TIME
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.phrase import Phrase

# Later sentences tell of these who was there too.
TOLD_ON = (MEETING, SIGNING, VISIT)
# So far behind an encounter who else is there may be told without its noun.
NEAR = 80


def told_on(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who else was there, by the number of the encounter."""
    clauses = [encounter.clause for told in events for encounter in told]
    for place, found in without_noun(scene):
        if any(first <= place < stop for first, stop in clauses):
            continue
        number = last_of(events, TOLD_ON, place)
        if number is not None and place - events[number][-1].place < NEAR:
            yield from ((number, Taking(ATTENDS, who)) for who in found)


def without_noun(scene: Scene) -> Iterator[tuple[int, list[Phrase]]]:
    """Who is there by a verb that leaves out where, with the places of the verbs: كما يشارك | فلان، وحضر أيضا | فلان."""
    tokens = scene.tokens
    told = forms(ATTENDANCE)
    for verb in filter(None, told.places(tokens)):
        form = next((form for form in told[tokens.keys[verb]] if attends(form) and not form.pronoun), None)
        if form is None or not (is_and(tokens, verb - 1) or tokens.keys[verb - 1] == AS):
            continue
        stop = scene.passage.sentence_stop(verb)
        first = verb + 1 + (verb + 1 < stop and (tokens.keys[verb + 1],) in ALONG)
        found = lineup_of(scene, first, stop, listed=True)
        at_once = bool(found) and found[0].first == behind_each(tokens, first)
        if at_once and fits_verb(scene, form, found) and not goes_to_another(scene, found[-1].stop, stop):
            yield verb, found


def goes_to_another(scene: Scene, place: int, stop: int) -> bool:
    """Whether what somebody attends or where he comes to stands behind him, and no list ends there: حضر الوزير | إلى صور."""
    tokens = scene.tokens
    return place < stop and not tokens.kinds[place] & (PUNCTUATION | TIME) and not is_and(tokens, place)
