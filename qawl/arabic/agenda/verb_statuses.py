"""How an encounter stands by a verb: its tense, and what leads to it.

سيزور، زار، يزور حاليا، لم يلتق، قد يزور، إذا زار، من المقرر أن يزور، نفى أن يكون التقى.
"""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.tenses import FUTURE, IMPERFECT, has_turn, is_joining, is_negated, small_word, tense_at, turn_at
from qawl.arabic.agenda.times import day_of, is_ahead
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import DID_NOT, MAY_BE
from qawl.arabic.lexicon import BREAK, COLON, DESPITE, KAN, PREFIX, PREPOSITION, STOP, THAT, TIME
from qawl.model import EventStatus

# How far before a verb what leads to it may stand, how far before أن, and how far before a verb its أن يكون.
LEAD_REACH, THAT_REACH, BE_REACH = 25, 8, 12
# A headline has so many tokens at most.
HEADLINE = 25
# What a word of event_turns.tsv makes of the encounter that it leads to.
LED: dict[str, EventStatus] = {
    "postponed": "postponed",
    "cancelled": "cancelled",
    "proposed": "proposed",
    "possible": "proposed",
    "planned": "announced",
    "ahead": "announced",
    "next": "announced",
    "announces": "announced",
    "denied": "denied",
    "begun": "under_way",
    "going_on": "under_way",
    "now": "under_way",
    "ended": "held",
    "past": "held",
}
# What a small word makes of it.
SMALL: dict[str, EventStatus] = {
    "behind": "held",
    "during": "held",
    "before": "announced",
    "can": "proposed",
    "without": "denied",
    "now": "under_way",
    "soon": "announced",
}
# What a small word right before a verb makes of it.
BEFORE: dict[str, EventStatus] = {"not": "denied", "never": "denied", "will": "announced", "if": "unknown"}
# What an adjective behind an encounter tells.
ADJECTIVES = ("ahead", "next", "now", "possible", "past")
ENDS = STOP | BREAK | COLON


class Standing(NamedTuple):
    """How an encounter stands by one mention; ``sure`` where words tell it, and not only that none tells otherwise."""

    status: EventStatus
    sure: bool = True


def standing_by_verb(scene: Scene, encounter: Encounter, verb: int) -> Standing:
    """How an encounter stands by a finite verb, its tense and what leads to it."""
    tense = tense_at(scene.tokens, verb)
    led = before_verb(scene, verb, tense)
    return Standing(led) if led else by_tense(scene, encounter, verb, tense)


def by_tense(scene: Scene, encounter: Encounter, verb: int, tense: str | None) -> Standing:
    """What the tense of a verb alone tells."""
    if tense == FUTURE:
        return Standing("announced")
    if tense == IMPERFECT:
        return present(scene, encounter, verb)
    return Standing("under_way" if has_turn(scene.tokens, verb, "begun") else "held")


def before_verb(scene: Scene, verb: int, tense: str | None) -> EventStatus | None:
    """What leads to a verb: لم يلتق، سوف يزور، قد يزور، إذا زار، كان يزور، من المقرر أن يزور."""
    tokens, start = scene.tokens, scene.passage.sentence_start(verb)
    was = False
    for at in range(verb - 1, max(start, verb - LEAD_REACH) - 1, -1):
        kind, word = tokens.kinds[at], small_word(tokens.keys[at])
        if kind & THAT:
            return before_that(scene, at)
        if word in BEFORE:
            return stays_away(tokens.keys[at]) if BEFORE[word] == "denied" and is_joining(tokens.keys[verb]) else BEFORE[word]
        if word == "may" and tense == IMPERFECT:
            return "unknown"
        if not kind & (PREFIX | KAN):
            return "held" if was and tense == IMPERFECT else before_be(scene, at)
        was = was or bool(kind & KAN)
    return "held" if was and tense == IMPERFECT else None


def stays_away(negation: str) -> EventStatus:
    """How an encounter stands to which somebody does not come: لم يحضر القمة, which was held, لن يحضر القمة."""
    return {DID_NOT: "held"}.get(negation, "announced")  # type: ignore[return-value]


def before_be(scene: Scene, place: int) -> EventStatus | None:
    """What leads to أن يكون, behind which a subject stands before its verb: نفى أن يكون | الوزير | التقى."""
    tokens, start = scene.tokens, scene.passage.sentence_start(place)
    for at in range(place, max(start, place - BE_REACH), -1):
        if tokens.kinds[at] & (ENDS | THAT):
            return None
        if tokens.keys[at] in MAY_BE and tokens.kinds[at - 1] & THAT:
            return before_that(scene, at - 1)
    return None


def before_that(scene: Scene, that: int) -> EventStatus | None:
    """What leads to an encounter behind أن: من المقرر أن، دعا إلى أن، يمكن أن، بعد أن، دون أن."""
    tokens, start = scene.tokens, scene.passage.sentence_start(that)
    for at in range(that - 1, max(start, that - THAT_REACH) - 1, -1):
        if tokens.kinds[at] & DESPITE:
            return None
        if (turn := turn_at(tokens, at)) and turn.row["turn"] != "announces":
            return "denied" if is_negated(tokens, at) else LED[turn.row["turn"]]
        if status := SMALL.get(small_word(tokens.keys[at])):
            return status
        if tokens.kinds[at] & ENDS or tense_at(tokens, at):
            return None
    return None


def present(scene: Scene, encounter: Encounter, verb: int) -> Standing:
    """What an imperfect tells: يزور حاليا، يجتمع غدا، and in a headline what was or will be."""
    tokens = scene.tokens
    for at in range(*encounter.clause):
        word = small_word(tokens.keys[at])
        if word in ("now", "soon"):
            return Standing(SMALL[word])
        if (turn := turn_at(tokens, at)) and turn.row["turn"] in ADJECTIVES:
            return Standing(LED[turn.row["turn"]])
    if (ahead := is_ahead(scene, encounter)) is not None:
        return Standing("announced" if ahead else "held")
    if is_headline(scene, verb):
        return Standing("held", False)
    dated = any(tokens.kinds[at] & TIME and not tokens.kinds[at] & PREPOSITION for at in range(*encounter.clause))
    return Standing("announced" if dated or day_of(scene, encounter) else "under_way")


def is_headline(scene: Scene, place: int) -> bool:
    """Whether a token stands in a short line without a full stop, whose present tells what was."""
    passage = scene.passage
    start, stop = passage.paragraph_start(place), passage.paragraph_stop(place)
    return passage.is_title(place) or (0 < stop - start <= HEADLINE and not scene.tokens.kinds[stop - 1] & STOP)
