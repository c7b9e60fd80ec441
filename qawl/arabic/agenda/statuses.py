"""Whether an encounter is planned, under way, held, put off, called off, proposed or denied, as the page stands.

A verb tells by its tense and what leads to it (سيزور، لم يلتق، يعتزم أن يزور); a noun by what leads to it (تأجيل الاجتماع، دعا إلى
لقاء، خلال اللقاء), by what stands behind it (الاجتماع المقبل، القمة التي ستعقد), and by the verb that holds it (عقد اجتماعا).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.tenses import FUTURE, IMPERFECT, PERFECT, small_word, tense_at, turn_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import TO, UPON
from qawl.arabic.lexicon import BREAK, COLON, KAN, NATION, NEGATION, PREFIX, PREPOSITION, RELATIVE, STOP, THAT, TIME
from qawl.model import EventStatus

# How far before an encounter what leads to it may stand, how far behind what tells of it, how far before أن.
LEAD_REACH, BEHIND_REACH, THAT_REACH = 25, 16, 6
# What a word of event_turns.tsv makes of the encounter that it leads to.
LED: dict[str, EventStatus] = {
    "postponed": "postponed",
    "cancelled": "cancelled",
    "proposed": "proposed",
    "possible": "proposed",
    "planned": "announced",
    "ahead": "announced",
    "denied": "denied",
    "begun": "under_way",
    "going_on": "under_way",
    "now": "under_way",
    "ended": "held",
    "past": "held",
}
# What a small word right before an encounter makes of it.
SMALL: dict[str, EventStatus] = {
    "behind": "held",
    "before": "announced",
    "can": "proposed",
    "without": "denied",
    "now": "under_way",
    "soon": "announced",
}
# Turns of which the verbal noun only leads on: دعا إلى | استئناف | المحادثات.
PHASES = ("begun", "going_on", "ended")
# Turns that outweigh what stands behind the encounter.
STRONG = ("postponed", "cancelled", "proposed", "denied", "planned", "ahead")
# What an adjective behind an encounter tells.
ADJECTIVES = ("ahead", "now", "possible", "past")
ENDS = STOP | BREAK | COLON


class Lead(NamedTuple):
    """What leads to an encounter: the status that it gives, and whether it outweighs what stands behind the encounter."""

    status: EventStatus
    strong: bool


def status_of(scene: Scene, encounter: Encounter) -> EventStatus:
    """The status that the clause of an encounter tells."""
    if encounter.form.is_finite:
        return status_of_verb(scene, encounter, encounter.place)
    lead = lead_of(scene, encounter)
    if lead and lead.strong:
        return lead.status
    return told_behind(scene, encounter) or (lead.status if lead else "held")


def status_of_verb(scene: Scene, encounter: Encounter, verb: int) -> EventStatus:
    """The status that a finite verb gives its encounter, by its tense and what leads to it."""
    tense = tense_at(scene.tokens, verb)
    return before_verb(scene, verb, tense) or by_tense(scene, encounter, verb, tense)


def by_tense(scene: Scene, encounter: Encounter, verb: int, tense: str | None) -> EventStatus:
    """What the tense of a verb alone tells."""
    if tense == FUTURE:
        return "announced"
    if tense == IMPERFECT:
        return present(scene, encounter, verb)
    turn = turn_at(scene.tokens, verb)
    return "under_way" if turn and turn.row["turn"] == "begun" else "held"


def before_verb(scene: Scene, verb: int, tense: str | None) -> EventStatus | None:
    """What leads to a verb: لم يلتق، سوف يزور، قد يزور، إذا زار، كان يزور، من المقرر أن يزور."""
    tokens, start = scene.tokens, scene.passage.sentence_start(verb)
    was = False
    for at in range(verb - 1, max(start, verb - LEAD_REACH) - 1, -1):
        kind, word = tokens.kinds[at], small_word(tokens.keys[at])
        if kind & THAT:
            return before_that(scene, at)
        if word == "not":
            return "denied"
        if word == "will":
            return "announced"
        if word == "if" or (word == "may" and tense == IMPERFECT):
            return "unknown"
        if not kind & (PREFIX | KAN):
            break
        was = was or bool(kind & KAN)
    return "held" if was and tense == IMPERFECT else None


def before_that(scene: Scene, that: int) -> EventStatus | None:
    """What leads to an encounter behind أن: من المقرر أن، دعا إلى أن، يمكن أن، بعد أن، دون أن."""
    tokens, start = scene.tokens, scene.passage.sentence_start(that)
    for at in range(that - 1, max(start, that - THAT_REACH) - 1, -1):
        if turn := turn_at(tokens, at):
            return LED[turn.row["turn"]]
        if status := SMALL.get(small_word(tokens.keys[at])):
            return status
        if tokens.kinds[at] & ENDS or tense_at(tokens, at):
            return None
    return None


def present(scene: Scene, encounter: Encounter, verb: int) -> EventStatus:
    """What an imperfect tells: يزور حاليا، يجتمع غدا، and in a headline what was."""
    tokens, passage = scene.tokens, scene.passage
    for at in range(*encounter.clause):
        word = small_word(tokens.keys[at])
        if word in ("now", "soon"):
            return SMALL[word]
        if (turn := turn_at(tokens, at)) and turn.row["turn"] in ADJECTIVES:
            return LED[turn.row["turn"]]
    if is_headline(scene, verb):
        return "held"
    first = bisect_left(scene.days, encounter.clause[0], key=lambda day: day.first)
    dated = any(day.first < encounter.clause[1] for day in scene.days[first : first + 1]) or any(
        tokens.kinds[at] & TIME and not tokens.kinds[at] & PREPOSITION for at in range(*encounter.clause)
    )
    return "announced" if dated or passage.quote_at(verb) else "under_way"


def is_headline(scene: Scene, place: int) -> bool:
    """Whether a token stands in a line without a full stop, whose present tells what was."""
    passage = scene.passage
    stop = passage.paragraph_stop(place)
    return passage.is_title(place) or (passage.paragraph_start(place) == 0 and stop > 0 and not scene.tokens.kinds[stop - 1] & STOP)


def lead_of(scene: Scene, encounter: Encounter) -> Lead | None:
    """What leads to the noun of an encounter, the nearest word that tells something first."""
    tokens, place = scene.tokens, encounter.place
    start = max(scene.passage.sentence_start(place), place - LEAD_REACH)
    direct, setting = True, False
    for at in range(place - 1, start - 1, -1):
        key, kind = tokens.keys[at], tokens.kinds[at]
        word = small_word(key)
        if kind & (ENDS | THAT | RELATIVE):
            return None
        if direct and word in SMALL:
            return small_lead(scene, at, word)
        if kind & PREFIX or (direct and (word == "holding" or kind & NATION)):
            continue
        turn, tense = turn_at(tokens, at), tense_at(tokens, at)
        if turn and (direct or (turn.is_finite and not setting)) and not (turn.row["turn"] in PHASES and not turn.is_finite):
            return led_by(scene, encounter, at, direct)
        if tense:
            return held_by(scene, encounter, at, tense)
        if kind & PREPOSITION:
            setting = setting or (direct and key not in (UPON, TO))
        elif not (turn and turn.row["turn"] in PHASES):
            direct = False
    return None


def small_lead(scene: Scene, place: int, word: str) -> Lead:
    """What a small word right before an encounter makes; behind a future it is to come: سيسافر بعد | زيارة الوفد."""
    start = max(scene.passage.sentence_start(place), place - LEAD_REACH)
    if word == "behind" and any(tense_at(scene.tokens, at) == FUTURE for at in range(start, place)):
        return Lead("announced", False)
    return Lead(SMALL[word], word in ("can", "without"))


def held_by(scene: Scene, encounter: Encounter, verb: int, tense: str) -> Lead | None:
    """What a verb before an encounter makes of it: one that holds it by its tense, another one only where it is to come."""
    if verb == encounter.verb or tense == FUTURE:
        return Lead(status_of_verb(scene, encounter, verb), False)
    return None


def led_by(scene: Scene, encounter: Encounter, place: int, direct: bool) -> Lead | None:
    """What a word of `event_turns.tsv` before an encounter makes of it; one behind a negation calls nothing off."""
    turn = turn_at(scene.tokens, place)
    assert turn is not None
    name = turn.row["turn"]
    if turn.is_finite:
        if before_verb(scene, place, PERFECT) == "denied":
            return Lead("denied", True) if name == "planned" else None
        tense = tense_at(scene.tokens, place)
        if name == "begun" and tense != PERFECT:
            return Lead(by_tense(scene, encounter, place, tense), False)
        if name in ("ended", "going_on"):
            return Lead("held" if tense == PERFECT else "under_way", False)
    return Lead(LED[name], name in STRONG and (direct or turn.is_finite))


def told_behind(scene: Scene, encounter: Encounter) -> EventStatus | None:
    """What stands behind the noun of an encounter: الاجتماع المقبل، القمة التي ستعقد، اجتماع عقد أمس، اللقاء تأجل."""
    tokens, place = scene.tokens, encounter.place
    related = False
    for at in range(place + 1, min(encounter.clause[1], place + BEHIND_REACH)):
        kind, turn = tokens.kinds[at], turn_at(tokens, at)
        if kind & (ENDS | THAT):
            return None
        if turn and (turn.row["turn"] in ADJECTIVES or (turn.is_finite and turn.row["turn"] in ("postponed", "cancelled"))):
            return LED[turn.row["turn"]]
        if small_word(tokens.keys[at]) == "soon":
            return "announced"
        if (tense := tense_at(tokens, at)) and not small_word(tokens.keys[at]):
            return status_of_verb(scene, encounter, at) if related or tense == FUTURE or at == encounter.verb else None
        related = bool(kind & RELATIVE) or (related and bool(kind & (KAN | NEGATION | PREFIX)))
    return None
