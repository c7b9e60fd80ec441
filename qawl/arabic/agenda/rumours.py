"""Encounters of which only a rumour tells that the same sentence calls false: الأنباء عن لقاء بينهما | لا أساس لها."""

from __future__ import annotations

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.tenses import is_negated, small_word, tense_at
from qawl.arabic.agenda.verb_statuses import ENDS, LEAD_REACH
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import OTHER_THAN, WHAT, bare_key
from qawl.arabic.lexicon import DEFINITE, THAT
from qawl.arabic.tokens import Tokens

# So far behind an encounter it may stand that the rumour of it is false.
REACH = 45


def is_called_false(scene: Scene, encounter: Encounter) -> bool:
    """Whether an encounter stands in a rumour and what stands behind it calls that false: ما نشر عن لقائهما | غير صحيح."""
    place = encounter.place
    if not is_rumoured(scene, place):
        return False
    stop = min(scene.passage.sentence_stop(place), place + REACH)
    return any(calls_false(scene.tokens, at) for at in range(place + 1, stop))


def is_rumoured(scene: Scene, place: int) -> bool:
    """Whether a rumour, or ما before a verb, leads to the encounter at `place`: الشائعات حول | لقاء، ما نشر عن | لقاء."""
    tokens = scene.tokens
    for at in range(place - 1, max(scene.passage.sentence_start(place), place - LEAD_REACH) - 1, -1):
        if small_word(bare_key(tokens.keys[at])) == "rumour" or (tokens.keys[at] == WHAT and tense_at(tokens, at + 1)):
            return True
        if tokens.kinds[at] & (ENDS | THAT):
            return False
    return False


def calls_false(tokens: Tokens, at: int) -> bool:
    """Whether the word at `at` says that something is not so: لا | أساس لها، عارية، غير | صحيحة، مجرد | شائعات، بأنها | شائعات."""
    word, before = small_word(tokens.keys[at]), tokens.keys[at - 1]
    if word == "rumour" and tokens.kinds[at - 1] & THAT and not tokens.kinds[at] & DEFINITE:
        return True
    if word == "true":
        return before == OTHER_THAN
    if small_word(before) == "merely":
        return small_word(bare_key(tokens.keys[at])) in ("rumour", "untrue")
    return word == "untrue" or (word == "false" and is_negated(tokens, at))
