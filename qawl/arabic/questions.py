"""The question that a verb of saying answers in its own sentence: سأل القاضي المتهم عن الحادث فقال إن كذا."""

from __future__ import annotations

from qawl.arabic.letters import SO, WAS_ASKED
from qawl.arabic.lexicon import SPEECH, readings
from qawl.arabic.passage import Passage


def question_before(passage: Passage, place: int) -> int | None:
    """The verb of asking, active or passive, which the verb at `place` answers behind ف: سأل القاضي المتهم عن الحادث | فقال."""
    keys = passage.tokens.keys
    if not place or keys[place - 1] != SO:
        return None
    for verb in range(place - 2, passage.sentence_start(place) - 1, -1):
        if keys[verb] in WAS_ASKED:
            return verb
        if passage.tokens.kinds[verb] & SPEECH and (found := readings(keys[verb])):
            return verb if found[0].act == "ask" and found[0].tense == "perfect" else None
    return None


def is_ours(key: str) -> bool:
    """Whether we ourselves may be the subject of a verb, as of سألنا."""
    return any(reading.object.startswith("-") for reading in readings(key))
