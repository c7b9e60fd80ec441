"""What a passage tells as done by force or in the street."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.actions.links import Link
from qawl.arabic.actions.nouns import noun_range
from qawl.arabic.actions.parties import sides_of
from qawl.arabic.actions.told import is_unreal, link_of
from qawl.arabic.actions.triggers import Trigger, triggers
from qawl.arabic.actions.voices import Sides
from qawl.arabic.actions.words import MAPPING, is_a
from qawl.arabic.findings import Range
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import BY, CONJUNCTIONS, IN, OPEN_TA, VERB_PLURAL
from qawl.arabic.lexicon import CLOSES, COMMA, PLACES, SENTENCE_END, THAT
from qawl.arabic.passage import Passage
from qawl.model import Action, Code, Event, Span, hash_id

# How far behind the word the place may stand.
PLACE_REACH = 20
# How far behind the verb before it one may stand that goes on with its subject.
CARRIED_WITHIN = 25
PROTEST = "protest"


def find_actions(scene: Scene, events: tuple[Event, ...]) -> tuple[Action, ...]:
    """The actions of a passage in text order; one that is an encounter of `events` too names it."""
    found: list[Action] = []
    last: Told | None = None
    for trigger, link in told_in(scene.passage):
        source, target = sides_of(scene.passage, trigger, link)
        if source is None and last and goes_on(scene.passage, last, trigger):
            source = last.source
        last = Told(trigger, source)
        found.append(action_of(scene, trigger, (source, target), events))
    return tuple(found)


class Told(NamedTuple):
    """An action that was told, with its source."""

    trigger: Trigger
    source: Range | None


def goes_on(passage: Passage, last: Told, trigger: Trigger) -> bool:
    """Whether a verb without a subject goes on with the one before it: اقتحم مسلحون المكتب | وخطفوا الحارس."""
    tokens, place = passage.tokens, trigger.place
    if not (trigger.is_verb and last.trigger.is_verb and last.source) or place - last.trigger.place > CARRIED_WITHIN:
        return False
    joined = place > 0 and tokens.keys[place - 1] in CONJUNCTIONS
    alike = tokens.keys[place].endswith((VERB_PLURAL, OPEN_TA)) and trigger.form.tense == "perfect"
    one = passage.sentence_start(place) == passage.sentence_start(last.trigger.place)
    return bool(joined and alike and one)


def told_in(passage: Passage) -> Iterator[tuple[Trigger, Link]]:
    """The words of actions that are told as done, each with what tells it."""
    last: Link | None = None
    unreal = -1
    for trigger in triggers(passage):
        link = link_of(passage, trigger, last)
        if link is None and is_unreal(passage, trigger):
            unreal = trigger.place
        elif link and not (link.role == "causes" and unreal >= max(passage.sentence_start(trigger.place), last.act if last else 0)):
            last = link._replace(act=trigger.place)
            yield trigger, last


def action_of(scene: Scene, trigger: Trigger, sides: Sides, events: tuple[Event, ...]) -> Action:
    """An action with all that its clause tells of it."""
    source, target = sides
    verb = scene.span((trigger.first, trigger.place + 1))
    clause = clause_of(scene.passage, trigger.place, [side for side in (source, target) if side])
    where = where_of(scene.passage, trigger.place)
    row = trigger.form.row
    return Action(
        id=hash_id("action", row["plover"], verb.text, verb.start),
        code=Code(row["plover"], row["cameo"], MAPPING),
        source=scene.span(source) if source else None,
        verb=verb,
        target=scene.span(target) if target else None,
        where=scene.span(where) if where else None,
        when=next((day.date.value for day in scene.days if clause[0] <= day.first < clause[1]), None),
        event=event_at(events, verb) if row["plover"] == "PROTEST" else None,
        evidence=(scene.span(clause),),
    )


def clause_of(passage: Passage, place: int, sides: list[Range]) -> Range:
    """The clause that tells an action, with both its sides: from behind أن or a stop to the next comma or stop."""
    kinds = passage.tokens.kinds
    start, stop = passage.sentence_start(place), passage.sentence_stop(place)
    least = min((place, *(first for first, _ in sides)))
    most = max((place + 1, *(end for _, end in sides)))
    first = next((at + 1 for at in range(least - 1, start - 1, -1) if kinds[at] & (SENTENCE_END | THAT)), start)
    last = next((at for at in range(most, stop) if kinds[at] & (COMMA | CLOSES)), stop)
    return passage.trim(first, last)


def where_of(passage: Passage, place: int) -> Range | None:
    """The place in the clause of an action: a city or country behind في or ب, or what a word like بلدة heads."""
    tokens = passage.tokens
    for at in range(place + 1, min(place + PLACE_REACH, passage.sentence_stop(place) - 1)):
        if tokens.kinds[at] & (COMMA | THAT):
            return None
        led = tokens.keys[at] in (IN, BY)
        if not led and not is_a(tokens.keys[at], "edge"):
            continue
        found = noun_range(passage, at + 1)
        known = found and (is_a(tokens.keys[at + 1], "place") or (led and holds_place(passage, found)))
        if found and known:
            return found
    return None


def holds_place(passage: Passage, words: Range) -> bool:
    """Whether a city or a country is named in a phrase."""
    return any(kind & PLACES for kind in passage.tokens.kinds[slice(*words)])


def event_at(events: tuple[Event, ...], verb: Span) -> str | None:
    """The protest of `events` in whose evidence the word of an action stands."""
    for event in events:
        if event.type == PROTEST and any(span.start <= verb.start < span.end for span in event.evidence):
            return event.id
    return None
