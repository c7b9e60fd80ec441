"""What a speaker did not tell, as the author adds: لكنه لم يحدد موعدا، دون أن يكشف اسمه، ورفض الإفصاح عن كذا."""

from __future__ import annotations

from qawl.arabic.letters import ADDRESSING, AS, DID_NOT, DOES_NOT, IMPERFECT_HEADS, IN_REACH, OPEN_TA, TO_THE
from qawl.arabic.lexicon import (
    BODY,
    COMMA,
    CONTRAST,
    DEFINITE,
    DOCUMENT,
    EXCEPTS,
    KAN,
    NAME,
    NEGATION,
    PREFIX,
    PREPOSITION,
    SPEECH,
    THAT,
    UNSAID,
    WAKING,
    WITHHOLD,
)
from qawl.arabic.passage import Passage

# How far behind دون stands what was not told: دون مزيد من التفاصيل.
UNSAID_REACH = 4
# How far behind its verb, over its subject: وامتنع المتحدث باسمه عن التعليق.
REFUSED_REACH = 6


def withholds(passage: Passage, place: int) -> bool:
    """Whether a verb stands at `place` that tells what could not be learnt, perhaps after a negation: لم يتسن التأكد منه."""
    kinds = passage.tokens.kinds
    place = passage.skip(place, NEGATION)
    return bool(kinds[place] & WITHHOLD) or passage.tokens.keys[place] in IN_REACH


def withheld(passage: Passage, place: int) -> int | None:
    """إلا أنه رفض تسميته، لكنها لم تحدد موعدا، من دون أن يكشف اسمه: what the speaker did not say; not كما لا يحدد, إذا لم يعلن."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    if not kinds[place] & (CONTRAST | EXCEPTS | WITHHOLD) and keys[place] != AS:
        return None
    after = passage.skip(place + 1, THAT | NEGATION | KAN)
    if after >= len(passage.tokens) or (after == place + 1 and not kinds[place] & PREPOSITION) or keys[after - 1] == DOES_NOT:
        return None
    unsaid = WITHHOLD | SPEECH if (kinds[place] & WITHHOLD and after > place + 1) or kinds[after - 1] & NEGATION else WITHHOLD
    refused = kinds[after] & WAKING and not (kinds[after - 1] & NEGATION or kinds[place] & WITHHOLD)
    refused = refused and not any(kind & (UNSAID | WITHHOLD) for kind in kinds[after + 1 : after + UNSAID_REACH])
    start = place - 1 if kinds[place] & PREPOSITION and kinds[place - 1] & PREPOSITION else place
    return start if kinds[after] & unsaid and not refused else None


def not_told(passage: Passage, place: int) -> int | None:
    """، ولم يوضح متى، ولم يدل بتفاصيل، ورفض الكشف عن كذا: what the speaker did not say, without another clause of his before it."""
    kinds = passage.tokens.kinds
    if kinds[place] & WITHHOLD and kinds[place - 1] & PREFIX:
        reach = REFUSED_REACH if kinds[place - 2] & COMMA else 2
        return place - 1 if any(kind & UNSAID for kind in kinds[place + 1 : place + reach]) else None
    if kinds[place] & WITHHOLD and kinds[place] & PREPOSITION and kinds[place - 1] & COMMA:
        return place if any(kind & (UNSAID | WITHHOLD) for kind in kinds[place + 1 : place + UNSAID_REACH]) else None
    if passage.tokens.keys[place] != DID_NOT or not kinds[place - 1] & PREFIX or place + 1 >= len(passage.tokens):
        return None
    tells = withholds(passage, place + 1) or kinds[place + 1] & SPEECH
    return place - 1 if tells and kinds[place - 2] & COMMA else None


def keeps_silent(passage: Passage, place: int) -> str:
    """The gender of the verb of who withholds something, - where its subject may follow: لكنها لم تحدد موعدا؛ ولم تحدد الوزارة."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    verb = place if kinds[place] & WITHHOLD and not kinds[place] & PREPOSITION else passage.skip(place + 1, THAT | NEGATION | KAN)
    if verb + 1 >= len(passage.tokens) or (kinds[verb + 1] & (DEFINITE | NAME | BODY | DOCUMENT) and not kinds[verb + 1] & UNSAID):
        return "-"
    if keys[verb + 1] in (ADDRESSING, TO_THE) or kinds[verb - 1] & PREPOSITION:
        return "-"
    imperfect = {IMPERFECT_HEADS[0]: "m", OPEN_TA: "f"}.get(keys[verb][0]) if kinds[verb - 1] & (NEGATION | THAT) else None
    return imperfect or ("f" if keys[verb].endswith(OPEN_TA) else "m")


# What tells of who withholds something.
SILENCES = (withheld, not_told)
