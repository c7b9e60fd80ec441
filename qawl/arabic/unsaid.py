"""What the text tells not to have been said: دون أن يؤكد أن، لم يسبق أن قال، ليس صحيحا أن فلانا قال، ما قال إن، عدم القول إن."""

from __future__ import annotations

from qawl.arabic.letters import NON, WHAT
from qawl.arabic.lexicon import NEGATION, PREFIX, PREPOSITION, PUNCTUATION, THAT, UNTRUE
from qawl.arabic.passage import Passage

# How many tokens may stand between أن and the word of saying in its clause, and between the negation and what it negates.
CLAUSE = 8
NEAR = 3


def is_unsaid(passage: Passage, cue: int) -> bool:
    """Whether the text denies that the word of saying at `cue` was said at all."""
    if cue == 0:
        return False
    return passage.tokens.keys[cue - 1] == NON or opens_denied(passage, cue) or is_in_denied(passage, cue)


def opens_denied(passage: Passage, cue: int) -> bool:
    """Whether ما opens the sentence right before a verb of saying, so that it negates it: وما قال إن."""
    start = passage.sentence_start(cue)
    start += bool(passage.tokens.kinds[start] & PREFIX)
    return start == cue - 1 and passage.tokens.keys[start] == WHAT


def is_in_denied(passage: Passage, cue: int) -> bool:
    """Whether the cue stands in a clause of أن that is told to be untrue, or not to be."""
    kinds = passage.tokens.kinds
    for place in range(cue - 1, max(passage.sentence_start(cue), cue - CLAUSE), -1):
        if kinds[place] & THAT:
            before = place - 1
            near = kinds[max(0, before - NEAR) : before]
            return bool(kinds[before] & UNTRUE) and bool(kinds[before] & PREPOSITION or any(kind & NEGATION for kind in near))
        if kinds[place] & PUNCTUATION:
            return False
    return False
