"""Ordinals of two words behind a name, which count kings and popes and are a part of it: بنديكت | السادس عشر."""

from __future__ import annotations

from functools import cache

from qawl.arabic import lexicon
from qawl.arabic.letters import ARTICLE, OF, fold
from qawl.arabic.places import Places, keep_places
from qawl.tables import table

# What is counted besides persons, and is called by a name too: رمضان السادس عشر.
COUNTED = lexicon.PLACES | lexicon.MONTH | lexicon.BODY | lexicon.ROLE


@cache
def numbers_of(kind: str) -> frozenset[str]:
    """The folded number words of one kind of their table."""
    return frozenset(fold(row["form"]) for row in table("numbers.tsv") if row["kind"] == kind)


def tens() -> frozenset[str]:
    """The second words of eleven to nineteen: عشر، عشرة."""
    return numbers_of("ten")


def join_reigns(tokens: Places, second: list[int]) -> None:
    """Make one surname of each ordinal of two words behind a name; none of a day's: السادس عشر من مايو."""
    joined = {place for place in second if place > 1 and counts_ruler(tokens, place - 1)}
    if not joined:
        return
    for place in joined:
        tokens.ends[place - 1], tokens.kinds[place - 1] = tokens.ends[place], lexicon.DEFINITE | lexicon.FAMILY
    keep_places(tokens, [place not in joined for place in range(len(tokens))])


def counts_ruler(tokens: Places, place: int) -> bool:
    """Whether the ordinal at `place` and the word behind it stand behind somebody's name, or behind what follows his title."""
    key, kind = tokens.keys[place], tokens.kinds[place - 1]
    if key not in numbers_of("ordinal") or not key.startswith(ARTICLE) or kind & (COUNTED | lexicon.FUNCTION | lexicon.PUNCTUATION):
        return False
    after = place + 2
    dated = tokens.keys[after] == OF or tokens.kinds[after] & lexicon.MONTH
    titled = place > 1 and tokens.kinds[place - 2] & lexicon.TITLE and not kind & lexicon.DEFINITE
    return bool(kind & (lexicon.NAME | lexicon.ODD) or titled) and not dated
