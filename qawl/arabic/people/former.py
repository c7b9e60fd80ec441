"""Whether a role is held no more: وزير الخارجية السابق; not رئيس الحكومة السابقة, سفير الاتحاد السوفيتي السابق."""

from __future__ import annotations

from functools import cache

from qawl.arabic.findings import Range
from qawl.arabic.letters import MENS_IN_TA, TA_MARBUTA, bare_key, bare_words, fold
from qawl.arabic.lexicon import PREPOSED, PUNCTUATION
from qawl.arabic.tokens import Tokens
from qawl.tables import table


@cache
def words_of(name: str) -> frozenset[str]:
    """The folded words of a class of `world_words.tsv`."""
    return frozenset(fold(row["form"]) for row in table("world_words.tsv") if row["class"] == name)


def is_former(tokens: Tokens, role: Range) -> bool:
    """Whether a word in a role, or right behind it, tells that it is held no more, and agrees with the office in gender."""
    first, stop = role
    for place in range(first + 1, min(stop + 1, len(tokens))):
        if tokens.kinds[place] & (PREPOSED | PUNCTUATION) and place >= stop:
            return False
        if bare_key(tokens.keys[place]) in words_of("former"):
            return agrees(tokens, first, place)
    return False


def agrees(tokens: Tokens, office: int, place: int) -> bool:
    """Whether what tells of the past may be told of the office: it has its gender, and no land stands before it that is gone."""
    if bare_key(tokens.keys[place - 1]) in words_of("gone_land"):
        return False
    if bare_key(tokens.keys[office]) in MENS_IN_TA:
        return True
    return tokens.keys[office].endswith(TA_MARBUTA) == tokens.keys[place].endswith(TA_MARBUTA)


def office_of(role: str) -> str:
    """The bare words of a role without what tells that it is past: وزير الخارجية السابق -> وزير خارجيه."""
    return " ".join(word for word in bare_words(role).split() if word not in words_of("former"))
