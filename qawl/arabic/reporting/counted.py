"""What a colon counts up, which nobody says: أعلن النادي أسماء الفائزين: فلان وفلان، ذكر شروطا منها: كذا وكذا، نشر في: كذا."""

from __future__ import annotations

from qawl.arabic.findings import Opening
from qawl.arabic.letters import ABOUT, SAID, SUCH_AS
from qawl.arabic.lexicon import (
    COMMA,
    COMPRISES,
    COUNTED,
    DEFINITE,
    DEMONSTRATIVE,
    FAMILY,
    NAME_UNIT,
    NEGATION,
    NUMBER,
    OUTRIGHT,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    QUESTION,
    SATED,
    THAT,
    TIME,
)
from qawl.arabic.passage import Passage
from qawl.arabic.reporting.that_clauses import may_be_willed
from qawl.arabic.verbs import Reading

# What opens a clause that somebody says, and no thing that is counted.
SAYS = NEGATION | PRONOUN | DEMONSTRATIVE | QUESTION | OUTRIGHT
# What may stand before an object: the end of a subject, the number of what is counted.
BEFORE_OBJECT = NAME_UNIT | DEFINITE | SATED | TIME | COMMA | QUANTITY | NUMBER

# Acts of verbs that have behind عن what they tell: كشف عن قائمة الفائزين; but not تحدث عن شروط العقد.
TELLS_OF = ("announce", "report")


def counts_out(passage: Passage, cue: int, reading: Reading, opening: Opening) -> bool:
    """Whether the colon behind a verb opens a list or a line of the page; in marks only where it is comprised: مدن تشمل: «إربد»."""
    tokens, last = passage.tokens, opening.gap - 1
    if tokens.kinds[last] & COMPRISES and last > cue:
        return True
    if opening.quote or last == cue or says_clause(passage, opening.start):
        return False
    kind = tokens.kinds[last]
    if (kind & PREPOSITION and not kind & SATED) or tokens.keys[last] == SUCH_AS or is_dated(passage, cue, opening):
        return True
    if reading.lemma == SAID:
        return False
    if kind & PRONOUN or (kind & COUNTED and not kind & FAMILY):
        return last > cue + 1
    counted = (place for place in range(cue + 1, last) if tokens.kinds[place] & COUNTED)
    return any(is_counted(passage, cue, reading, place) for place in counted)


def is_dated(passage: Passage, cue: int, opening: Opening) -> bool:
    """Whether a line of the page tells the day: نشر بتاريخ: 23/09/2020."""
    kinds = passage.tokens.kinds
    return opening.gap == cue + 3 and bool(kinds[cue + 1] & PREFIX and kinds[opening.start] & NUMBER)


def says_clause(passage: Passage, start: int) -> bool:
    """Whether what stands behind a colon is a clause: لا نية لنا، أن الباب مغلق; but not what is wanted: أن يكون مقيما."""
    tokens, after = passage.tokens, start + 1
    if tokens.kinds[start] & THAT and after < len(tokens):
        return not may_be_willed(tokens.keys[after], tokens.kinds[after])
    return bool(tokens.kinds[start] & SAYS)


def is_counted(passage: Passage, cue: int, reading: Reading, place: int) -> bool:
    """Whether a noun of what is counted up is the object of the verb: ذكر الطاهي مقادير الطبق، أعلن عن قائمة الفائزين.

    One in the source or behind another preposition is none: قال رئيس لجنة الأسعار، قال عن شروط العقد.
    """
    tokens, before = passage.tokens, place - 1
    if tokens.kinds[place] & FAMILY and not names_things(passage, place):
        return False
    return before == cue or bool(tokens.kinds[before] & BEFORE_OBJECT) or (tokens.keys[before] == ABOUT and reading.act in TELLS_OF)


def names_things(passage: Passage, place: int) -> bool:
    """Whether a word that is a name too has behind it those whom it counts: أسماء اللاعبين; but not الفنانة أسماء الجلاصي."""
    tokens, after = passage.tokens, place + 1
    kind = tokens.kinds[after]
    return bool(kind & DEFINITE) and not kind & NAME_UNIT
