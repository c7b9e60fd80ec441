"""What stands before the noun of a source: هذه المصادر، نفس المصدر، بعض الخبراء، عدد كبير من النواب، أحد المسؤولين."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.dates.words import meanings
from qawl.arabic.letters import OF
from qawl.arabic.lexicon import (
    BODY,
    DEFINITE,
    DEMONSTRATIVE,
    EACH,
    FUNCTION,
    NUMBER,
    ONE_OF,
    PEOPLE,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    ROLE,
    ROUGHLY,
    SAME,
)
from qawl.arabic.tokens import Tokens
from qawl.model import PartyType

# What نفسه and ذاتها tell in the table of dates.
ITSELF = "same"
COUNTS = QUANTITY | ONE_OF | EACH
# Words that may stand between a quantity and its من: عدد كبير من النواب.
LONGEST_QUALITY = 2
# So many words at most tell a share behind its number: في المئة من.
LONGEST_SHARE = 4


class Lead(NamedTuple):
    """Where the name of a party begins, quantity included, where its noun begins, and the class of the quantity, 0 without one."""

    name: int
    noun: int
    quantity: int


def read_lead(tokens: Tokens, first: int, limit: int) -> Lead:
    """What stands before the noun of the phrase at `first`; a demonstrative or نفس belongs to the source and not to its name.

    A body counts only with من: مجموعة من العلماء, but not مجموعة البنك.
    """
    place = first
    while place + 1 < limit and points(tokens, place):
        place += 1
    kind = tokens.kinds[place] if place < limit else 0
    if is_rough(tokens, place) and (behind := read_lead(tokens, place + 1, limit)).quantity:
        return behind._replace(name=place)
    if kind & NUMBER and (noun := behind_share(tokens, place, limit)):
        return Lead(place, noun, QUANTITY)
    if place + 1 >= limit or not kind & COUNTS:
        return Lead(place, place, 0)
    noun = counted(tokens, place, limit)
    if noun >= limit or (kind & BODY and noun == place + 1):
        return Lead(place, place, 0)
    inner = read_lead(tokens, noun, limit)
    return Lead(place, inner.noun, inner.quantity) if inner.quantity else Lead(place, noun, kind & COUNTS)


def is_rough(tokens: Tokens, place: int) -> bool:
    """Whether a word before a number tells that it is about so many: نحو 20 شاهدا، حوالي نصف المشاركين."""
    after = place + 1
    rough = after < len(tokens.starts) and tokens.kinds[place] & ROUGHLY
    return bool(rough) and bool(tokens.kinds[after] & (NUMBER | COUNTS))


def behind_share(tokens: Tokens, place: int, limit: int) -> int | None:
    """Where those begin of whom a number tells how many: 40 في المئة من | المشاركين، 5 من | العمال."""
    for after in range(place + 1, min(place + 1 + LONGEST_SHARE, limit - 1)):
        if tokens.keys[after] == OF:
            several = tokens.kinds[after + 1] & DEFINITE and (after > place + 1 or tokens.kinds[after + 1] & (PEOPLE | ROLE))
            return after + 1 if several else None
        if not tokens.kinds[after] & (PREPOSED | NUMBER | PUNCTUATION | DEFINITE):
            return None
    return None


def points(tokens: Tokens, place: int) -> bool:
    """Whether a word only points at the noun after it: هذه المصادر، ذات المصادر."""
    kind = tokens.kinds[place]
    return bool(kind & SAME) or bool(kind & DEMONSTRATIVE and tokens.kinds[place + 1] & DEFINITE)


def is_itself(tokens: Tokens, place: int) -> bool:
    """Whether a word takes up the noun before it: المصدر نفسه، الوكالة ذاتها."""
    return place < len(tokens.starts) and any(
        value == ITSELF for _, kind, value in meanings().get(tokens.keys[place], ()) if kind == "sense"
    )


def counted(tokens: Tokens, place: int, limit: int) -> int:
    """Where the noun behind a quantity begins: بعض الخبراء، عدد من النواب، عدد كبير من السكان."""
    for after in range(place + 1, min(place + 2 + LONGEST_QUALITY, limit)):
        if tokens.kinds[after] & PREPOSITION and tokens.keys[after] == OF:
            return after + 1
        if tokens.kinds[after] & FUNCTION:
            break
    return place + 1


def counted_type(tokens: Tokens, lead: Lead, type: PartyType) -> PartyType:
    """What kind of party some or one of a kind are: some are a group, one is somebody unnamed, a body or a document."""
    if type == "document":
        return type
    if lead.quantity & ONE_OF:
        return "organisation" if tokens.kinds[lead.noun] & BODY else "unnamed"
    return "group"
