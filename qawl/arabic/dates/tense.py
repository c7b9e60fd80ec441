"""Whether the clause around a date speaks of what is to come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.dates.calendars import AHEAD, PAST, PERHAPS, PLANNED
from qawl.arabic.dates.tails import Found
from qawl.arabic.letters import (
    ALEF,
    ARTICLE,
    BEFORE,
    FEMININE_ENDINGS,
    HERS,
    HIS,
    IMPERFECT_HEADS,
    IN,
    IN_ORDER_TO,
    JOINS_FREELY,
    OF,
    OPEN_TA,
    TO_THE,
    YA,
    fold,
)
from qawl.arabic.ordinary import frequencies
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# A shorter word with ا is rather a noun: أبو، أهم.
SHORTEST_WITH_ALEF = 4
# How far back a word of the future colours a day.
CLAUSE = 25
# How far before a verb a word stands that puts it into the past.
NEAR_VERB = 4
# So near before a date stands a verb in the perfect that dates what it tells.
NEAR_DATE = 5
VERBAL = lexicon.SPEECH | lexicon.WAKING | lexicon.DONE
# So near before it one in a relative clause.
NEXT_TO = 2
NO_VERB = lexicon.FUNCTION | lexicon.NOMINAL | lexicon.MONTH | lexicon.TIME
# A verb's imperfect stands so often in general text, and so many times as often as a noun of the same letters.
VERB_FROM, VERB_TIMES = 30, 3
# So many times as often with ي in its place as with ي before it stands an imperfect with ت.
HERS_TIMES = 20
# Behind these a day is that of its clause, and of no noun: أنه يسافر إلى صور | الأحد; not أنه يأسف لحادث | الأحد.
FREE = lexicon.DEFINITE | lexicon.PLACES | lexicon.NAME | lexicon.TIME
CLAUSE_ENDS = lexicon.SENTENCE_END | lexicon.SPEECH | lexicon.RELATIVE


def token_at(tokens: Tokens, offset: int) -> int:
    """The number of the token that holds a code point."""
    return bisect_right(tokens.starts, offset) - 1


@cache
def tense_words() -> dict[str, frozenset[str]]:
    """Folded words that tell a tense, by class."""
    classes: dict[str, set[str]] = {}
    for row in table("date_tense.tsv"):
        classes.setdefault(row["class"], set()).add(fold(row["form"]))
    return {name: frozenset(forms) for name, forms in classes.items()}


@cache
def moving_words(kind: str) -> frozenset[str]:
    """Folded words of a class that tell that something was moved to another day: moved, moves, date."""
    return frozenset(fold(row["form"]) for row in table("date_moves.tsv") if row["class"] == kind)


def months_ahead(tokens: Tokens, found: Found) -> int:
    """How many months ahead a date may lie by its clause: سيعود الخميس، تبدأ في 3 مايو، سافر في 3 مايو، منذ 3 مايو.

    A weekday lies ahead at `AHEAD` only.
    """
    index, words = token_at(tokens, found.start), tense_words()
    before = tokens.keys[max(0, index - 2) : index]
    if before[-1:] and before[-1] in words["since"]:
        return PAST
    if is_set_after(tokens, index, found.then):
        return AHEAD if found.first.weekday else PLANNED
    if found.first.weekday and is_told_after(tokens, index, found.then):
        return AHEAD
    if is_denied_after(tokens, index, found.then):
        return PAST
    told = told_before(tokens, index, bool(found.first.weekday))
    if found.first.weekday and told == PERHAPS and before[-1:] == [OF] and before[0] in words["due"]:
        return AHEAD  # اعتبارا من الأحد
    return max(told, PLANNED) if not found.first.weekday and not words["due"].isdisjoint(before) else told


def is_set_after(tokens: Tokens, index: int, then: int) -> bool:
    """Whether what stands behind a date tells that it lies ahead: (حددت) الخميس موعدا، الخميس ستبدأ, where it opens its clause."""
    if then >= len(tokens.starts):
        return False
    return tokens.keys[then] in tense_words()["set"] or (
        is_future(tokens, then) and opens_clause(tokens, index, lexicon.PREPOSED | lexicon.TIME)
    )


def is_told_after(tokens: Tokens, index: int, then: int) -> bool:
    """Whether an imperfect of what is to come stands behind a day that opens its clause: أما الأحد، فيطرأ; وفي يوم الأحد يطرأ."""
    past = tense_words()["past"]
    while tokens.kinds[then] & (lexicon.COMMA | lexicon.PREFIX | lexicon.NEGATION) and tokens.keys[then] not in past:
        then += 1
    kind, shaped = tokens.kinds[then], tokens.keys[then].startswith(YA) or agrees_as_hers(tokens, then)
    verb = kind & lexicon.KAN or (shaped and is_verb(tokens, then) and not kind & lexicon.SPEECH)
    return (
        bool(verb)
        and is_imperfect(tokens.keys[then])
        and opens_clause(tokens, index, lexicon.PREPOSED | lexicon.TIME | lexicon.CONJUNCTION)
    )


def is_denied_after(tokens: Tokens, index: int, then: int) -> bool:
    """Whether what had not happened by a date that opens its clause stands behind it: حتى الاثنين لم يصدر بيان."""
    past = tokens.kinds[then] & lexicon.NEGATION and tokens.keys[then] in tense_words()["past"]
    return bool(past) and opens_clause(tokens, index, lexicon.PREPOSED | lexicon.TIME | lexicon.THAT)


def told_before(tokens: Tokens, index: int, weekday: bool) -> int:
    """What the clause before the date at `index` tells of it."""
    words, aimed = tense_words(), is_aimed_at(tokens, index)
    held, otherwise = False, PERHAPS
    for at in range(index - 1, max(-1, index - CLAUSE), -1):
        key, kind = tokens.keys[at], tokens.kinds[at]
        if kind & lexicon.THAT:
            held = is_imperfect(tokens.keys[at + 1]) and bool(is_verb(tokens, at + 1) or tokens.kinds[at + 1] & lexicon.KAN)
        if held and key in words["decides"]:
            return AHEAD if weekday else PLANNED
        if key in words["holding"]:
            held, otherwise = True, PAST if index - at <= NEAR_DATE and is_perfect(tokens, at) else otherwise
            continue
        if key in words["put_off"] and (aimed or not kind & lexicon.DEFINITE):
            return AHEAD if aimed else PAST
        future = is_future(tokens, at)
        if future or is_planned(tokens, at, index):
            if was_so(tokens, at):
                return PAST if weekday or words["future"].isdisjoint(tokens.keys[max(0, at - NEAR_VERB) : at + 1]) else PLANNED
            return AHEAD if weekday or future else PLANNED
        if is_behind(tokens, at) or (index - at <= NEAR_DATE and is_perfect(tokens, at)):
            return AHEAD if is_supposed(tokens, at) else PAST
        if kind & CLAUSE_ENDS and not kind & lexicon.PREPOSITION:
            return otherwise
        aimed |= key in words["due"] | words["aim"]
    return otherwise


def is_perfect(tokens: Tokens, at: int) -> bool:
    """Whether a verb in the perfect stands here, by its letters and its subject: عقدت المنظمة; not تعقد المنظمة, قبل تولي كذا."""
    led = at > 0 and tokens.keys[at - 1] == BEFORE
    return not led and is_past_verb(tokens.keys[at]) and not agrees_as_hers(tokens, at)


def is_aimed_at(tokens: Tokens, index: int) -> bool:
    """Whether ل or a session stands right before a date, to which something may be put off: للخميس، لجلسة 8 مايو; not في جلسة."""
    before = ["", *tokens.keys[max(0, index - 2) : index]]
    return before[-1] in (IN_ORDER_TO, TO_THE) or (before[-1] in tense_words()["session"] and before[-2] != IN)


def is_supposed(tokens: Tokens, at: int) -> bool:
    """Whether a verb or its لم stands in a condition, which puts nothing into the past: إذا استمر، إن لم تفتح."""
    near = tokens.keys[max(0, at - 2) : at]
    unless = at > 0 and tokens.kinds[at] & lexicon.NEGATION and tokens.kinds[at - 1] & lexicon.THAT
    return bool(unless) or not tense_words()["if"].isdisjoint(near)


def is_behind(tokens: Tokens, at: int) -> bool:
    """Whether a word puts into the past what stands behind it: كان، منذ، قد انعقد; not قد ينعقد."""
    key, words = tokens.keys[at], tense_words()
    may = at + 1 < len(tokens.starts) and key in words["may"] and tokens.keys[at + 1].startswith(tuple(IMPERFECT_HEADS))
    return key in words["since"] or (key in words["past"] | words["may"] and not may)


def is_future(tokens: Tokens, at: int) -> bool:
    """Whether a word speaks of what is to come: سوف، المقرر، سيعود، قد يعود, and a verb of saying behind such a word: ستنشر."""
    key, words = tokens.keys[at], tense_words()
    surname = at and tokens.kinds[at] & lexicon.LAST_NAME and tokens.kinds[at - 1] & lexicon.NAME
    if tokens.kinds[at] & lexicon.NAME or surname:  # جاك سيلا
        return False
    if key in words["may"] and at + 1 < len(tokens.starts) and is_imperfect(tokens.keys[at + 1]):
        return True
    if key in words["future"] or (key.startswith(tuple(words["future_prefix"])) and is_future_verb(key)):
        return True
    return bool(at and tokens.kinds[at] & lexicon.SPEECH) and tokens.keys[at - 1] in words["future"]


@cache
def is_future_verb(key: str) -> bool:
    """Whether a folded word is a verb with the س of the future, by how often it stands with and without it."""
    often = frequencies()
    return len(key) > 3 and often.get(key[1:], 0) > often.get(key, 0) and not lexicon.word_classes().get(key, 0)


@cache
def is_past_verb(key: str) -> bool:
    """Whether a folded word is a verb in the perfect: general text has its imperfect, and hardly a noun of its letters."""
    often = frequencies()
    if (
        len(key) < (SHORTEST_WITH_ALEF if key.startswith(ALEF) else 3)
        or lexicon.word_classes().get(key, 0) & ~VERBAL
        or is_imperfect(key)
    ):
        return False
    stem = key.removesuffix(OPEN_TA)
    imperfect = max((often.get(form, 0) for form in imperfects(stem)), default=0)
    return imperfect >= VERB_FROM and imperfect > VERB_TIMES * often.get(ARTICLE + stem, 0)


def is_imperfect(key: str) -> bool:
    """Whether a folded word is rather an imperfect: تلعب, for يلعب stands more often than يتلعب."""
    often = frequencies()
    return key.startswith(tuple(IMPERFECT_HEADS)) and often.get(YA + key[1:], 0) > often.get(YA + key, 0)


@cache
def is_of_her(key: str) -> bool:
    """Whether a folded word is an imperfect in ت and no perfect, by its shape: تستمع, which is يستمع for him; not تعادل, تمكن."""
    often = frequencies()
    his = often.get(YA + key[1:], 0)
    shaped = key.startswith(OPEN_TA) and len(key) > 4 and key[2] != ALEF
    return shaped and his >= VERB_FROM and his > HERS_TIMES * often.get(YA + key, 0)


def imperfects(stem: str) -> Iterator[str]:
    """How the imperfect of a perfect may be written: وصل يصل، أعلن يعلن، زار يزور، أصاب يصيب، جر(ت) يجري."""
    bare = stem.removeprefix(ALEF)
    yield YA + stem
    yield YA + (bare if bare != stem else stem.removeprefix(JOINS_FREELY))
    yield YA + bare + YA
    if len(bare) > 2 and bare[-2] == ALEF:
        yield from (YA + bare[:-2] + long + bare[-1] for long in (JOINS_FREELY, YA))


def is_planned(tokens: Tokens, at: int, date: int) -> bool:
    """Whether an imperfect verb tells what is planned: أن الدورة تبدأ الخميس، يكشف الوزير الاثنين خطته، أنه يسافر الأحد."""
    key, words = tokens.keys[at], tense_words()
    if key in words["schedule"]:
        return True
    dated = at > 0 and date - at <= NEXT_TO and bool(tokens.kinds[at - 1] & lexicon.RELATIVE)
    owned = at > 0 and bool(tokens.kinds[at - 1] & lexicon.THAT) and tokens.keys[at - 1].endswith((HIS, HERS))
    owned = owned and date - at <= NEAR_DATE and bool(tokens.kinds[date - 1] & FREE)
    verb = (key.startswith(YA) or is_of_her(key) or agrees_as_hers(tokens, at)) and is_verb(tokens, at)
    present = key in words["present"] or key.removesuffix(HERS).removesuffix(HIS) in words["present"]
    return (verb or present) and (dated or owned or opens_clause(tokens, at))


def agrees_as_hers(tokens: Tokens, at: int) -> bool:
    """Whether a word in ت is an imperfect by its feminine subject, as no perfect is: تصدر المحكمة، تدخل الهدنة."""
    key, after = tokens.keys[at], at + 1
    if not key.startswith(OPEN_TA) or key.endswith(OPEN_TA) or not tokens.kinds[after] & lexicon.DEFINITE:
        return False
    often = frequencies()
    his = often.get(YA + key[1:], 0)
    return tokens.keys[after].endswith(FEMININE_ENDINGS) and his >= VERB_FROM and his > VERB_TIMES * often.get(ARTICLE + key, 0)


def is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a word with the letters of an imperfect may be one."""
    return len(tokens.keys[at]) > 2 and not tokens.kinds[at] & NO_VERB


def opens_clause(tokens: Tokens, at: int, over: int = lexicon.PREFIX) -> bool:
    """Whether a word opens its clause, words of the classes `over` before it left out."""
    before = at - 1
    while before >= 0 and tokens.kinds[before] & over:
        before -= 1
    return before < 0 or bool(tokens.kinds[before] & (lexicon.SENTENCE_END | lexicon.COMMA))


def was_so(tokens: Tokens, at: int) -> bool:
    """Whether a word stands before a verb that puts it into the past: كان من المقرر أن، لم تبدأ; not إذا كان, عندما تبدأ."""
    words = tense_words()
    near = (n for n in range(max(0, at - NEAR_VERB), at) if tokens.keys[n] not in words["since"])
    return any(is_behind(tokens, n) and not (n and tokens.keys[n - 1] in words["if"]) for n in near)
