"""Whether the clause around a date speaks of what is to come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.calendars import AHEAD, PAST, PERHAPS, PLANNED
from qawl.arabic.date_tails import Found
from qawl.arabic.letters import ALEF, ARTICLE, JOINS_FREELY, OPEN_TA, YA, fold
from qawl.arabic.ordinary import frequencies
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# How far back a word of the future colours a day.
CLAUSE = 25
# How far before a verb a word stands that puts it into the past.
NEAR_VERB = 4
# So near before a date stands a verb in the perfect that dates what it tells.
NEAR_DATE = 5
NO_VERB = lexicon.FUNCTION | lexicon.NOMINAL | lexicon.MONTH | lexicon.TIME
# A verb's imperfect stands so often in general text, and so many times as often as a noun of the same letters.
VERB_FROM, VERB_TIMES = 30, 3
CLAUSE_ENDS = lexicon.STOP | lexicon.BREAK | lexicon.SPEECH | lexicon.RELATIVE


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


def months_ahead(tokens: Tokens, found: Found) -> int:
    """How many months ahead a date may lie by the clause before it: سيعود الخميس، تبدأ في 3 مايو، سافر في 3 مايو.

    A weekday lies ahead at `AHEAD` only.
    """
    index, words = token_at(tokens, found.start), tense_words()
    if not found.first.weekday and not words["due"].isdisjoint(tokens.keys[max(0, index - 2) : index]):
        return PLANNED
    aimed = False
    for at in range(index - 1, max(-1, index - CLAUSE), -1):
        key, kind = tokens.keys[at], tokens.kinds[at]
        if key in words["put_off"]:
            return AHEAD if aimed else PAST
        if is_future(key) or is_planned(tokens, at):
            full = AHEAD if found.first.weekday or is_future(key) else PLANNED
            return PAST if was_so(tokens, at) else full
        if key in words["past"] or (index - at <= NEAR_DATE and is_past_verb(key)):
            return PAST
        if kind & CLAUSE_ENDS:
            return PERHAPS
        aimed |= key in words["due"] | words["aim"]
    return PERHAPS


def is_future(key: str) -> bool:
    """Whether a word speaks of what is to come: سوف، المقرر، سيعود."""
    words = tense_words()
    return key in words["future"] or (key.startswith(tuple(words["future_prefix"])) and is_future_verb(key))


@cache
def is_future_verb(key: str) -> bool:
    """Whether a folded word is a verb with the س of the future, by how often it stands with and without it."""
    often = frequencies()
    return len(key) > 4 and often.get(key[1:], 0) > often.get(key, 0) and not lexicon.word_classes().get(key, 0)


@cache
def is_past_verb(key: str) -> bool:
    """Whether a folded word is a verb in the perfect: general text has its imperfect, and hardly a noun of its letters."""
    often = frequencies()
    if len(key) < 3 or lexicon.word_classes().get(key, 0) & ~lexicon.SPEECH or often.get(YA + key[1:], 0) > often.get(YA + key, 0):
        return False
    stem = key.removesuffix(OPEN_TA)
    imperfect = max((often.get(form, 0) for form in imperfects(stem)), default=0)
    return imperfect >= VERB_FROM and imperfect > VERB_TIMES * often.get(ARTICLE + stem, 0)


def imperfects(stem: str) -> Iterator[str]:
    """How the imperfect of a perfect may be written: وصل يصل، أعلن يعلن، زار يزور، أصاب يصيب."""
    bare = stem.removeprefix(ALEF)
    yield YA + stem
    yield YA + (bare if bare != stem else stem.removeprefix(JOINS_FREELY))
    if len(bare) > 2 and bare[-2] == ALEF:
        yield from (YA + bare[:-2] + long + bare[-1] for long in (JOINS_FREELY, YA))


def is_planned(tokens: Tokens, at: int) -> bool:
    """Whether an imperfect verb tells what is planned: أن الدورة تبدأ الخميس، يكشف الوزير الاثنين خطته."""
    key, words = tokens.keys[at], tense_words()
    return key in words["schedule"] or ((key.startswith(YA) or key in words["present"]) and opens_clause(tokens, at))


def opens_clause(tokens: Tokens, at: int) -> bool:
    """Whether a verb opens its clause."""
    before = at - 1
    while before >= 0 and tokens.kinds[before] & lexicon.PREFIX:
        before -= 1
    opens = before < 0 or tokens.kinds[before] & (lexicon.STOP | lexicon.BREAK | lexicon.COMMA)
    return bool(opens) and len(tokens.keys[at]) > 3 and not tokens.kinds[at] & NO_VERB


def was_so(tokens: Tokens, at: int) -> bool:
    """Whether a word stands before a verb that puts it into the past: كان من المقرر أن، لم تبدأ."""
    return not tense_words()["past"].isdisjoint(tokens.keys[max(0, at - NEAR_VERB) : at])
