"""Offices that somebody is given, in the accusative without article: عين سالم الكندي | وزيرا للنقل، ومحمد الراوي | مديرا عاما."""

from __future__ import annotations

from qawl.arabic.letters import ADDRESSING, ALEF, BY, IN, JOINS_FREELY, TO_THE
from qawl.arabic.lexicon import DEFINITE, ROLE, TITLE, word_classes
from qawl.arabic.tokens import Tokens

# What leads to that of which somebody is made the head.
LEADS = (ADDRESSING, TO_THE, BY, IN)


def is_made_office(tokens: Tokens, place: int) -> bool:
    """Whether an office in the accusative stands here with what it is of or what kind it is: وزيرا | للنقل، مديرا | عاما."""
    after = place + 1
    if after >= len(tokens.keys) or not is_accusative_office(tokens.keys[place]):
        return False
    return tokens.keys[after] in LEADS or (tokens.keys[after].endswith(ALEF) and not tokens.kinds[after] & DEFINITE)


def is_accusative_office(key: str) -> bool:
    """Whether a folded word in ا is an office without it: وزيرا، واليا، مدربا."""
    return key.endswith(ALEF) and bool(word_classes().get(key[:-1], 0) & (ROLE | TITLE))


def made_limit(tokens: Tokens, first: int, limit: int) -> int:
    """Where an office that somebody is given ends at the latest, before how: رئيسا للاتحاد | خلفا لفلان; any other at `limit`."""
    if not is_made_office(tokens, first):
        return limit
    how = (at for at in range(first + 2, limit) if tells_how(tokens, at))
    return next(how, limit)


def tells_how(tokens: Tokens, place: int) -> bool:
    """Whether a word in ا of no class stands here, which agrees with none before it: خلفا، بدلا."""
    before = tokens.keys[place - 1]
    return tokens.keys[place].endswith(ALEF) and not tokens.kinds[place] and not before.endswith(ALEF) and before != JOINS_FREELY
