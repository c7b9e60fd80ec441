"""What was to be, on a page that tells that it was called off: ألغى الرئيس زيارته. وكان من المقرر أن | يلتقي نظيره."""

from __future__ import annotations

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.tenses import FUTURE, has_turn, tense_at
from qawl.arabic.agenda.verb_statuses import BE_REACH, ENDS
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import IS_DONE, WAS
from qawl.arabic.lexicon import KAN

# Words that tell of a plan.
PLANS = ("ahead", "planned", "intended")


def was_to_be(scene: Scene, encounter: Encounter) -> bool:
    """Whether an encounter was only planned: كان من المقرر أن | يلتقي، كان | سيلتقي، كان مقررا أن يتم عقد | القمة."""
    tokens, first = scene.tokens, encounter.clause[0]
    verb = encounter.verb if encounter.verb is not None else first
    start = max(scene.passage.sentence_start(first), first - BE_REACH)
    planned = tense_at(tokens, verb) == FUTURE
    for at in range(first - 1, start - 1, -1):
        if tokens.kinds[at] & KAN and tokens.keys[at].startswith(WAS):
            return planned
        if has_turn(tokens, at, *PLANS):
            planned = True
        elif tokens.kinds[at] & ENDS or (tense_at(tokens, at) and tokens.keys[at] not in IS_DONE):
            return False
    return False
