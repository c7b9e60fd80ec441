"""What a colon counts up, which nobody says: مدن تشمل: كذا وكذا، ذكر شروطا منها: كذا وكذا، نشر في: كذا."""

from __future__ import annotations

from qawl.arabic.findings import Opening
from qawl.arabic.letters import SAID, SUCH_AS
from qawl.arabic.lexicon import (
    COMPRISES,
    COUNTED,
    DEMONSTRATIVE,
    FAMILY,
    NEGATION,
    OUTRIGHT,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    SATED,
    THAT,
)
from qawl.arabic.passage import Passage
from qawl.arabic.that_clauses import may_be_willed
from qawl.arabic.verbs import Reading

# What opens a clause that somebody says, and no thing that is counted.
SAYS = NEGATION | PRONOUN | DEMONSTRATIVE | QUESTION | OUTRIGHT


def counts_out(passage: Passage, cue: int, reading: Reading, opening: Opening) -> bool:
    """Whether the colon behind a verb opens a list or a line of the page; in marks only where it is comprised: مدن تشمل: «إربد»."""
    tokens, last = passage.tokens, opening.gap - 1
    if tokens.kinds[last] & COMPRISES and last > cue:
        return True
    if opening.quote or last == cue or says_clause(passage, opening.start):
        return False
    kind = tokens.kinds[last]
    if (kind & PREPOSITION and not kind & SATED) or tokens.keys[last] == SUCH_AS:
        return True
    counted = kind & PRONOUN or (kind & COUNTED and not kind & FAMILY)
    return bool(counted) and last > cue + 1 and reading.lemma != SAID


def says_clause(passage: Passage, start: int) -> bool:
    """Whether what stands behind a colon is a clause: لا نية لنا، أن الباب مغلق; but not what is wanted: أن يكون مقيما."""
    tokens, after = passage.tokens, start + 1
    if tokens.kinds[start] & THAT and after < len(tokens):
        return not may_be_willed(tokens.keys[after], tokens.kinds[after])
    return bool(tokens.kinds[start] & SAYS)
