"""What is no absence though it sounds like one: denied, threatened, only thought of, a habit, a match, a trial."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.absent.words import INVITING, MISSING, is_word, plural_occasions, with_senses
from qawl.arabic.agenda.tenses import tense_at
from qawl.arabic.findings import Range
from qawl.arabic.forms import Form
from qawl.arabic.letters import IMPERFECT_HEADS, OWN_HEADS, fold
from qawl.arabic.lexicon import COMMA, DEFINITE, KAN, NAME, PREFIX, PREPOSITION, PUNCTUATION, RELATIVE, STOP, THAT
from qawl.arabic.passage import Passage

UNREAL = frozenset(("unreal",))
# What is not decided or announced may still be otherwise.
OPEN = frozenset(("decide", "announce"))
NEVER = "never"
OBJECT = "object"
# How far behind an encounter stands what makes it a trial: جلسة | المحكمة.
BENCH_REACH = 4
# How far before a word what governs it may stand.
REACH = 25


def negator(passage: Passage, place: int) -> int | None:
    """Where the word stands that negates the imperfect at `place`, right before it: لم يحضر، لن تشارك، ألا يشارك."""
    lies = place and is_word(passage.tokens, place - 1, "not", NEVER)
    return place - 1 if lies and may_be_imperfect(passage.tokens.keys[place]) else None


def may_be_imperfect(key: str) -> bool:
    """Whether a folded form begins as an imperfect: يحضر، أحضر."""
    return key.startswith((*IMPERFECT_HEADS, *(fold(head) for head, _ in OWN_HEADS)))


def is_never(passage: Passage, place: int) -> bool:
    """Whether لن negates the verb at `place`."""
    return is_word(passage.tokens, place - 1, NEVER)


def is_denied(passage: Passage, place: int) -> bool:
    """Whether a verb or a noun at `place` is negated, or lacks, by what stands before it: لم يغب، عدم الغياب."""
    tokens, before = passage.tokens, place - 1
    while before >= 0 and tokens.kinds[before] & (PREFIX | PREPOSITION) and not is_word(tokens, before, "lack"):
        before -= 1
    return is_word(tokens, before, "not", NEVER, "is_not", "lack")


def is_unreal(passage: Passage, place: int, is_verb: bool) -> bool:
    """Whether what is told at `place` is only thought of: behind لو, قد, a threat, a call, a denial, before أن or not."""
    # A verb is not governed by that of a relative before it: الحزب الذي يدعو إلى كذا | قاطع.
    tokens = passage.tokens
    first = max(passage.sentence_start(place), place - REACH)
    for at in range(place - 1, first - 1, -1):
        if tokens.kinds[at] & (PUNCTUATION | RELATIVE):
            return False
        if (is_word(tokens, at, "may") and not is_certain(passage, at)) or is_call(passage, at, place):
            return True
        if is_denied(passage, at) and is_left_open(passage, at, place):
            return True
        told = is_verb and at > 0 and tokens.kinds[at - 1] & RELATIVE
        if not told and any(not form.pronoun for form in with_senses(tokens.keys[at], UNREAL)):
            return True
    return False


def is_left_open(passage: Passage, place: int, stop: int) -> bool:
    """Whether a decision is told at `place`, and no reason of it: لم يقرر | مقاطعة القمة; not لم يوضح سبب غيابه."""
    explains = any(is_word(passage.tokens, at, "cause") for at in range(place + 1, stop))
    return bool(with_senses(passage.tokens.keys[place], OPEN)) and not explains


def hangs_on(passage: Passage, place: int) -> bool:
    """Whether what is told at `place` hangs on something told behind it in its clause: سيقاطع القمة | إذا، لن يحضر | ما لم."""
    tokens = passage.tokens
    for at in range(place + 1, passage.sentence_stop(place)):
        if is_word(tokens, at, "if"):
            return True
        if tokens.kinds[at] & COMMA and not is_word(tokens, at + 1, "if"):
            return False
    return False


def is_taken_back(passage: Passage, place: int) -> bool:
    """Whether the sentence of `place` goes on to take back what is told there: أعلن أنه سيقاطع القمة إلا أنه | تراجع."""
    return any(is_word(passage.tokens, at, "taken_back") for at in range(place + 1, passage.sentence_stop(place)))


def is_certain(passage: Passage, place: int) -> bool:
    """Whether قد stands before a perfect, which it makes certain: وقد غاب; not قد يغيب."""
    tokens = passage.tokens
    behind = tokens.keys[place + 1]
    return (
        bool(tokens.kinds[place] & KAN) and not behind.startswith(tuple(IMPERFECT_HEADS)) and not is_word(tokens, place + 1, "not")
    )


def is_call(passage: Passage, place: int, noun: int) -> bool:
    """Whether a call for what stands at `noun` does, with nothing but its preposition between: دعوات إلى | مقاطعة."""
    tokens = passage.tokens
    between = tokens.kinds[place + 1 : noun]
    led = bool(between) and all(kind & (PREFIX | PREPOSITION) for kind in between)
    return led and any(not form.is_finite for form in with_senses(tokens.keys[place], INVITING))


def is_of_other_kind(passage: Passage, place: int, occasion: Range) -> bool:
    """Whether the sentence of `place` tells of a habit, a match or a trial, or of what somebody cut short."""
    tokens = passage.tokens
    sentence = range(passage.sentence_start(place), passage.sentence_stop(place))
    if any(is_word(tokens, at, "sport", "court") and not is_surname(passage, at) for at in sentence):
        return True
    if is_told_of_habit(passage, place):
        return True
    if any(is_word(tokens, at, "bench") for at in range(occasion[1], occasion[1] + BENCH_REACH)):
        return True
    noisy = is_word(tokens, occasion[0], "spoken") or any(is_word(tokens, at, "noise") for at in sentence)
    return noisy and any(OBJECT in form.row["takes"] for form in with_senses(tokens.keys[place], MISSING))


def is_surname(passage: Passage, place: int) -> bool:
    """Whether a word stands behind a given name, and is its surname: فيصل | الدوري."""
    return place > 0 and bool(passage.tokens.kinds[place - 1] & NAME)


def is_told_of_habit(passage: Passage, place: int) -> bool:
    """Whether a word of habit stands in the clause of `place`: لا يحضر الوزير الجلسات | عادة."""
    tokens = passage.tokens
    first, stop = place, place
    while first > 0 and not tokens.kinds[first - 1] & PUNCTUATION:
        first -= 1
    while stop < len(tokens) and not tokens.kinds[stop] & PUNCTUATION:
        stop += 1
    return any(is_word(tokens, at, "habit") for at in range(first, stop))


def is_habit(passage: Passage, verb: int, form: Form, occasion: Range) -> bool:
    """Whether a noun or an imperfect without لن tells of several known encounters: لا يحضر الوزير الاجتماعات، غيابه عن الجلسات."""
    single = form.tense not in ("imperfect", "noun") or is_word(passage.tokens, verb - 1, NEVER, "did_not")
    return not single and passage.tokens.keys[occasion[0]] in plural_occasions() and is_known_occasion(passage, occasion)


def is_known_occasion(passage: Passage, occasion: Range) -> bool:
    """Whether the encounter is a known one: القمة، مؤتمر المانحين."""
    kinds = passage.tokens.kinds
    behind = kinds[occasion[1]]
    return bool((kinds[occasion[0]] | behind) & DEFINITE)


def governors(passage: Passage, place: int, senses: frozenset[str], through: int = 0) -> Iterator[tuple[int, Form]]:
    """Words of the senses before `place`, the nearest first, up to أن, a relative unless `through`, or a verb behind a comma.

    What may be a noun with its owner is one: رفضه | المشاركة.
    """
    tokens = passage.tokens
    first = max(passage.sentence_start(place), place - REACH)
    ends = (STOP | THAT | RELATIVE) & ~through
    for at in range(place - 1, first - 1, -1):
        if tokens.kinds[at] & ends or (tokens.kinds[at] & COMMA and tense_at(tokens, at + 1)):
            return
        found = with_senses(tokens.keys[at], senses)
        if found and not (found[0].pronoun and tokens.has_ta(at)):
            yield at, next((form for form in found if form.pronoun and not form.is_finite), found[0])


def governor(passage: Passage, place: int, senses: frozenset[str], through: int = 0) -> tuple[int, Form] | None:
    """The nearest word of the senses before `place`, as `governors` gives it."""
    return next(governors(passage, place, senses, through), None)


REFUSING = frozenset(("refuse", "drop", "avoid", "excuse", "accept"))
DECIDING = frozenset(("decide", "announce", "explain"))


def refusal_of(passage: Passage, place: int, through: int = 0) -> tuple[int, Form] | None:
    """The refusal that governs what stands at `place`: رفض | المشاركة، اعتذر عن | عدم الحضور، لم يتمكن من | الحضور."""
    for at, form in governors(passage, place, REFUSING | DECIDING, through):
        if form.row["sense"] in DECIDING:
            if form.is_finite and not through:
                return None
            continue
        if is_denied(passage, at) == (form.row["sense"] == "accept"):
            return at, form
        if form.row["sense"] != "accept":
            return None
    return None
