"""What the text tells not to have been said: دون أن يؤكد أن، لم يسبق أن قال، ليس صحيحا أن فلانا قال، ما قال إن، عدم القول إن."""

from __future__ import annotations

from qawl.arabic.letters import NON, OF, UPON, WHAT
from qawl.arabic.lexicon import CLAUSAL, NEGATION, PREFIX, PUNCTUATION, SATED, THAT, UNTRUE
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
            return is_denied(passage, place - 1) or is_denied_of(passage, place)
        if kinds[place] & PUNCTUATION:
            return False
    return False


def is_denied(passage: Passage, before: int) -> bool:
    """Whether what stands before أن denies it: دون أن، من غير أن، ليس صحيحا أن، لا دليل على أن."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    if keys[before] == UPON and before > 1:
        before -= 1
    near = kinds[max(0, before - NEAR) : before]
    if kinds[before] & UNTRUE:
        return bool(kinds[before] & CLAUSAL) or any(kind & NEGATION for kind in near)
    return bool(kinds[before] & CLAUSAL and kinds[before] & NEGATION) and keys[before - 1] == OF


def is_denied_of(passage: Passage, that: int) -> bool:
    """Whether somebody did not do what أن tells, who stands between: لم يسبق للمدير أن قال."""
    kinds = passage.tokens.kinds
    leads = range(that - 2, max(passage.sentence_start(that), that - CLAUSE), -1)
    lead = next((at for at in leads if kinds[at] & UNTRUE), 0)
    return lead > 0 and bool(kinds[lead - 1] & NEGATION and kinds[lead + 1] & (PREFIX | SATED))
