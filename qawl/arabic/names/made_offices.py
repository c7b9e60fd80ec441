"""Offices that somebody is given, in the accusative without article: عين سالم الكندي | وزيرا للنقل، ومحمد الراوي | مديرا عاما."""

from __future__ import annotations

from qawl.arabic.letters import ADDRESSING, ALEF, BY, IN, IN_NAME_OF, JOINS_FREELY, MIM, OWNERS, SERVANT, TO_THE
from qawl.arabic.lexicon import DEFINITE, DOUBTFUL, NAME, OFFICE, ROLE, word_classes
from qawl.arabic.ordinary import is_known
from qawl.arabic.places import Places

# A participle in the accusative has so many letters at least: مكلفا.
SHORTEST_QUALITY = 5
# What leads to that of which somebody is made the head.
LEADS = (ADDRESSING, TO_THE, BY, IN, IN_NAME_OF)


def is_made_office(tokens: Places, place: int) -> bool:
    """Whether an office in the accusative stands here with what it is of or what kind it is: وزيرا | للنقل، مديرا | عاما."""
    after = place + 1
    if after >= len(tokens) or not is_accusative_office(tokens.keys[place]):
        return False
    return tokens.keys[after] in LEADS or (tokens.keys[after].endswith(ALEF) and not tokens.kinds[after] & DEFINITE)


def is_accusative_office(key: str) -> bool:
    """Whether a folded word in ا is an office without it: وزيرا، واليا، مدربا."""
    return key.endswith(ALEF) and bool(word_classes().get(key[:-1], 0) & OFFICE)


def is_accusative_quality(key: str) -> bool:
    """Whether a folded word in ا may be a participle, which tells what somebody is made or how he comes: مكلفا، مساعدا."""
    return key[0] == MIM and key.endswith(ALEF) and len(key) >= SHORTEST_QUALITY and is_known(key[:-1])


def is_owned(key: str) -> bool:
    """Whether a folded word is an office with its owner: سفيرنا، مديرها."""
    return is_office_before(key, OWNERS)


def is_office_before(key: str, endings: tuple[str, ...]) -> bool:
    """Whether a folded word is an office and one of some endings."""
    stems = (key.removesuffix(end) for end in endings if key.endswith(end) and key != end)
    return any(word_classes().get(stem, 0) & (ROLE | NAME) == ROLE for stem in stems)


def made_limit(tokens: Places, first: int, limit: int) -> int:
    """Where an office that somebody is given ends at the latest, before how or who is next; any other at `limit`.

    رئيسا للاتحاد | خلفا لفلان; مديرا | وعبد الله نادر طبيبا.
    """
    if not is_made_office(tokens, first):
        return limit
    ends = (at for at in range(first + 1, limit) if (at > first + 1 and tells_how(tokens, at)) or is_next_given(tokens, at))
    return next(ends, limit)


def is_next_given(tokens: Places, place: int) -> bool:
    """Whether و and a given name that is no office too stand at `place`: مديرا | وعبد الله."""
    if tokens.keys[place] != JOINS_FREELY or place + 1 >= len(tokens):
        return False
    kind = tokens.kinds[place + 1]
    return tokens.keys[place + 1] == SERVANT or bool(kind & NAME and not kind & (OFFICE | DEFINITE | DOUBTFUL))


def tells_how(tokens: Places, place: int) -> bool:
    """Whether a word in ا of no class stands here, which agrees with none before it: خلفا، بدلا."""
    before = tokens.keys[place - 1]
    return tokens.keys[place].endswith(ALEF) and not tokens.kinds[place] and not before.endswith(ALEF) and before != JOINS_FREELY
