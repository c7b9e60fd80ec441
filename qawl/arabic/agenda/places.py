"""What is a place: a city or a country, behind لل too, or a noun of a place: صور، للأردن، مدينة، قاعة، البلاد."""

from __future__ import annotations

from functools import cache

from qawl.arabic.letters import ARTICLE, HIS, IN, OPEN_TA, OWNERS, TA_MARBUTA, TO_THE, WRITTEN_ANNA, WRITTEN_INNA, bare_key, fold
from qawl.arabic.lexicon import DEFINITE, PLACES, PREFIX, PREPOSITION, ROLE, TOWN, word_classes
from qawl.arabic.tokens import Tokens
from qawl.tables import table

SEAT = "seat"


@cache
def venue_heads() -> dict[str, str]:
    """Folded nouns of places, without the article -> `place` where a city must follow (وسط صور), `land` of lands."""
    return {fold(row["form"]): row["needs"] for row in table("venues.tsv") if row["needs"] != SEAT}


@cache
def seats() -> frozenset[str]:
    """Folded nouns of bodies that have a house of their own."""
    return frozenset(fold(row["form"]) for row in table("venues.tsv") if row["needs"] == SEAT)


@cache
def over() -> frozenset[str]:
    """Folded nouns of places whose hamza stands above the first letter: أحياء."""
    return frozenset(fold(row["form"]) for row in table("venues.tsv") if row["form"].startswith(WRITTEN_ANNA))


def is_place(tokens: Tokens, at: int) -> bool:
    """Whether a city or a country stands at `at`, behind لل too; what is an office too only in or as a town: في | السفيرة."""
    kind = tokens.kinds[at]
    if kind & ROLE and kind & DEFINITE and not (at and (tokens.keys[at - 1] == IN or tokens.kinds[at - 1] & TOWN)):
        return False
    if at and tokens.keys[at - 1] == TO_THE and tokens.kinds[at - 1] & PREFIX:
        kind |= word_classes().get(ARTICLE + tokens.keys[at], 0)
    return bool(kind & PLACES) and not kind & (PREFIX | PREPOSITION)


def venue_head(tokens: Tokens, at: int) -> str | None:
    """What the table has for the noun of a place at `at`, None where it is none: قاعة، المقر، مكتبه، قاعتها، وسط | صور."""
    heads, key = venue_heads(), tokens.keys[at]
    owner = next((end for end in OWNERS if key.endswith(end)), HIS if tokens.is_owned(at) else "")
    owned = key.removesuffix(owner)
    owned = owned[:-1] + TA_MARBUTA if owner and owned.endswith(OPEN_TA) else owned
    if key in over() and tokens.text[tokens.starts[at]] == WRITTEN_INNA:
        return None  # no place is written so: إحياء
    told = next((heads[form] for form in (key, bare_key(key), owned) if form in heads), None)
    return None if told == "place" and not (at + 1 < len(tokens) and is_place(tokens, at + 1)) else told


def is_venue(tokens: Tokens, at: int) -> bool:
    """Whether the noun at `at` heads a place: قاعة، المقر، مدينة، مكتبه، وسط صور."""
    return bool(tokens.kinds[at] & TOWN) or venue_head(tokens, at) is not None


def is_seat(tokens: Tokens, at: int) -> bool:
    """Whether a body stands at `at` that has a house of its own: وزارة المياه، المجلس."""
    return bare_key(tokens.keys[at]) in seats()


def is_own_place(tokens: Tokens, at: int) -> bool:
    """Whether somebody's own place stands behind في at `at`, which nobody else owns: استقبل الوزير في | مكتبه السفير."""
    owned = tokens.keys[at].endswith((HIS, *OWNERS)) and not tokens.has_ta(at)
    return at > 0 and tokens.keys[at - 1] == IN and owned and is_venue(tokens, at)


def is_land(tokens: Tokens, at: int) -> bool:
    """Whether a city, a country or the noun of a land or town stands at `at`: صور، البلاد، محافظة صور."""
    return is_place(tokens, at) or bool(tokens.kinds[at] & TOWN) or venue_head(tokens, at) == "land"
