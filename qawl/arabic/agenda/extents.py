"""How far the clause of an encounter goes: from its verb or noun to the end of what belongs to it in that sentence."""

from __future__ import annotations

from qawl.arabic.deeds import is_finite
from qawl.arabic.findings import Range
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import CONJUNCTIONS
from qawl.arabic.lexicon import COLON, COMMA, CONTRAST, KAN, NEGATION, PREFIX, RELATIVE, RESUME, SPEECH, THAT, readings
from qawl.arabic.verbs import FINITE

LONGEST = 60


def clause_range(scene: Scene, place: int) -> Range:
    """The tokens from `place` to the end of what belongs to its clause."""
    passage = scene.passage
    stop = min(passage.sentence_stop(place), place + LONGEST)
    piece = scene.piece_at(place)
    stop = min(stop, piece.stop) if piece else stop
    at = next((at for at in range(place + 1, stop) if ends_before(scene, at)), stop)
    return passage.trim(place, max(at, place + 1))


def ends_before(scene: Scene, place: int) -> bool:
    """Whether something else begins at `place`: أن, a colon, another clause behind a comma or و, a saying."""
    kinds = scene.tokens.kinds
    kind, before = kinds[place], kinds[place - 1]
    if kind & (THAT | COLON):
        return True
    if kind & SPEECH and not before & (RELATIVE | NEGATION) and any(r.tense in FINITE for r in readings(scene.tokens.keys[place])):
        return is_finite(scene.passage, place)
    if kind & COMMA and place + 1 < len(kinds):
        return opens_another(scene, place + 1)
    return joins(scene, place) and is_verb(scene, place + 1)


def opens_another(scene: Scene, place: int) -> bool:
    """Whether another clause begins behind a comma: ، حيث، ، فيما، ، وأكد، ، مشيرا."""
    kinds = scene.tokens.kinds
    at = place + 1 if joins(scene, place) else place
    if at >= len(kinds):
        return True
    if kinds[at] & (RESUME | CONTRAST):
        return True
    if kinds[at] & SPEECH and any(reading.tense == "participle" for reading in readings(scene.tokens.keys[at])):
        return True
    return is_verb(scene, at)


def joins(scene: Scene, place: int) -> bool:
    """Whether و or ف stands at `place`."""
    return bool(scene.tokens.kinds[place] & PREFIX) and scene.tokens.keys[place] in CONJUNCTIONS


def is_verb(scene: Scene, place: int) -> bool:
    """Whether a verb stands at `place`, perhaps behind كان, قد or a negation."""
    kinds = scene.tokens.kinds
    if place < len(kinds) and kinds[place] & (KAN | NEGATION):
        return True
    return place < len(kinds) and is_finite(scene.passage, place)
