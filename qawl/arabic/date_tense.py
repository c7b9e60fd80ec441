"""Whether the clause around a date speaks of what is to come."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.date_tails import Found
from qawl.arabic.letters import YA, fold
from qawl.arabic.ordinary import frequencies
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# How far back a word of the future colours a day.
CLAUSE = 25
# How far before a verb a word stands that puts it into the past.
NEAR_VERB = 4
NO_VERB = lexicon.FUNCTION | lexicon.NOMINAL | lexicon.MONTH | lexicon.TIME
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


def is_ahead(tokens: Tokens, found: Found) -> bool:
    """Whether the clause before a date speaks of what is to come: سيعود الخميس، يبدأ السبت، دعا إلى إضراب الأحد."""
    index, words = token_at(tokens, found.start), tense_words()
    aimed = False
    for at in range(index - 1, max(-1, index - CLAUSE), -1):
        aimed |= tokens.keys[at] in words["due"] | words["aim"]
        if tokens.keys[at] in words["put_off"]:
            return aimed
        if tokens.keys[at] in words["past"]:
            return False
        if is_future(tokens.keys[at]) or (found.first.weekday and is_planned(tokens, at)):
            return not was_so(tokens, at)
        if tokens.kinds[at] & CLAUSE_ENDS:
            return False
    return False


def leans_ahead(tokens: Tokens, found: Found) -> bool:
    """Whether a day or month may as well lie ahead as behind: تبدأ الدورة في 5 سبتمبر، بحلول ديسمبر."""
    index = token_at(tokens, found.start)
    if not tense_words()["due"].isdisjoint(tokens.keys[max(0, index - 2) : index]):
        return True
    for at in range(index - 1, max(-1, index - CLAUSE), -1):
        if is_planned(tokens, at):
            return not was_so(tokens, at)
        if tokens.keys[at] in tense_words()["past"] or tokens.kinds[at] & CLAUSE_ENDS:
            return False
    return False


def is_future(key: str) -> bool:
    """Whether a word speaks of what is to come: سوف، المقرر، سيعود."""
    words = tense_words()
    return key in words["future"] or (key.startswith(tuple(words["future_prefix"])) and is_future_verb(key))


@cache
def is_future_verb(key: str) -> bool:
    """Whether a folded word is a verb with the س of the future, by how often it stands with and without it."""
    often = frequencies()
    return len(key) > 4 and often.get(key[1:], 0) > often.get(key, 0) and not lexicon.word_classes().get(key, 0)


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
