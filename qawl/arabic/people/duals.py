"""Two parties that one dual tells: وفدا تونس وليبيا، طرفي النزاع، حكومتي البلدين؛ and the word for a side: الجانب التونسي."""

from __future__ import annotations

from functools import cache, lru_cache

from qawl.arabic.heads import heads, known_head, people_head
from qawl.arabic.letters import ALEF, CONSTRUCT_DUAL, DUAL, DUALS, OF, OPEN_TA, PLURAL_INDICATIVE, TA_MARBUTA, YA, bare_key, fold
from qawl.arabic.lexicon import (
    BODY,
    DEFINITE,
    DETERMINED,
    LATIN,
    NAME,
    NATION,
    OFFICE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    ROLE,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.ordinary import FORMS_KEPT
from qawl.arabic.phrases.adjectives import is_adjective
from qawl.arabic.phrases.extents import phrase_end
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.phrases.subjects import subject_alone
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# What the table of sides tells of a word for one of two, and what else may be two.
SIDE, LAND = "side", "land"
SOMEBODY = frozenset(("unnamed", "organisation"))
# What stands behind a construct.
OWNERS = DETERMINED | BODY | NAME | LATIN
# So many words at most tell the first owner of a dual.
OWNER_REACH = 6
# The ends of a dual before its owner.
CONSTRUCT_ENDS = (CONSTRUCT_DUAL, OPEN_TA + YA, ALEF, YA)


@lru_cache(maxsize=FORMS_KEPT)
def pair_head(key: str) -> str:
    """The one of which a word is the dual, or the word for a side itself; empty where it is neither."""
    bare = bare_key(key)
    if side_kind(bare):
        return bare
    ones = [known_one(bare.removesuffix(ending)) for ending in (*DUALS, *CONSTRUCT_ENDS) if bare.endswith(ending)]
    one = next(filter(None, ones), "")
    if not one:
        return ""
    single = heads().get(bare) is not None or people_head(bare)
    return "" if single and not side_kind(one) else one


def known_one(stem: str) -> str:
    """The head or the word for a side that a stem is, its ta marbuta opened or cut; empty where it is none."""
    forms_of_one = (stem, stem + TA_MARBUTA, stem[:-1] + TA_MARBUTA if stem.endswith(OPEN_TA) else "")
    return next((form for form in forms_of_one if len(form) > 2 and (is_somebody(form) or side_kind(form))), "")


def is_somebody(head: str) -> bool:
    """Whether a head means an office or a body, or people by a feminine noun: عائلتا فلان وفلان; not شعبان, a month too."""
    return heads().get(head) in SOMEBODY or (heads().get(head) == "group" and head.endswith(TA_MARBUTA))


@cache
def side_words() -> dict[str, str]:
    """Folded words for one of two, with what they tell: a side (طرف) or a land (بلد)."""
    return {fold(row["form"]): row["kind"] for row in table("sides.tsv")}


def side_kind(key: str) -> str:
    """What a bare word for one of two tells, empty where it is none."""
    return side_words().get(key, "")


def is_pair(tokens: Tokens, place: int) -> bool:
    """Whether a dual of somebody stands at `place`: الوزيران، وفدا الحكومة، وزيرين."""
    key = tokens.keys[place]
    return pair_head(key) not in ("", bare_key(key)) and (key.endswith(DUALS) or is_before_owner(tokens, place))


def is_before_owner(tokens: Tokens, place: int) -> bool:
    """Whether a dual before its owner stands at `place`: وفدا | الحكومة، طرفي | النزاع; not وزيرا سابقا."""
    kinds, after = tokens.kinds, place + 1
    if kinds[place] & DEFINITE or after >= len(tokens) or not (kinds[after] & OWNERS or is_joined_to_owner(tokens, place)):
        return False
    return tokens.keys[place].endswith(CONSTRUCT_ENDS) and pair_head(tokens.keys[place]) not in ("", tokens.keys[place])


def is_joined_to_owner(tokens: Tokens, place: int) -> bool:
    """Whether the first owner of a feminine dual is no name by itself, but the second is: حركتي | فتح وحماس."""
    after = place + 1
    joined = is_and(tokens, after + 1) and bool(tokens.kinds[after + 2] & OWNERS)
    return joined and tokens.keys[place].endswith(OPEN_TA + YA) and not tokens.kinds[after] & (PREFIX | PREPOSITION)


def is_nominative(tokens: Tokens, place: int) -> bool:
    """Whether a dual or a plural of somebody shows that it is a subject: وفدا الحكومة، الوزيران، مسؤولون."""
    key = tokens.keys[place]
    if is_pair(tokens, place):
        return key.endswith((DUAL, CONSTRUCT_DUAL, ALEF))
    return key.endswith(PLURAL_INDICATIVE) and known_head(key) == "group"


def pair_at(tokens: Tokens, place: int, limit: int) -> Phrase | None:
    """The party that a dual or a word for a side makes, with what tells whose it is; None where none stands at `place`."""
    if place >= limit or not pair_head(tokens.keys[place]):
        return None
    if is_before_owner(tokens, place):
        stop = max(place + 2, min(phrase_end(tokens, place, limit), limit))
        stop = max(place + 2, subject_alone(tokens, Phrase(place, stop, "group", (place, stop), None, False)).stop)
        stop = both_owners_end(tokens, place, limit) or next(
            (at for at in range(place + 2, stop) if is_next_office(tokens, at)), stop
        )
        return Phrase(place, stop, "group", (place, stop), None, False)
    stop = lands_end(tokens, place + 1, limit)
    if not is_pair(tokens, place):
        side = tokens.kinds[place] & DEFINITE and stop > place + 1
        return Phrase(place, stop, "organisation", (place, stop), None, False) if side else None
    if not tokens.kinds[place] & DEFINITE:
        stop = told_by(tokens, place + 1, limit)
    return Phrase(place, stop, "group", (place, stop), None, False)


def both_owners_end(tokens: Tokens, place: int, limit: int) -> int:
    """Where the second of both owners of a dual ends: وزيري النقل والمياه |، سفيري مصر والسودان |; 0 where one is told."""
    kinds, last = tokens.kinds, min(limit - 1, place + OWNER_REACH)
    joined = next((at for at in range(place + 2, last) if kinds[at] & (PREFIX | PREPOSITION | PUNCTUATION)), last)
    second = joined + 1
    if joined >= last or not is_and(tokens, joined) or not kinds[second] & OWNERS or kinds[second] & (OFFICE | QUANTITY):
        return 0
    at = second + 1
    while at < limit and tells_more(tokens, at):
        at += 1
    return at


def tells_more(tokens: Tokens, place: int) -> bool:
    """Whether an adjective of a dual or of its owner stands at `place`: وزيرا النقل والمياه | التونسيان، والتعليم | العالي."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    return bool(kind & DEFINITE) and not kind & (OFFICE | NAME) and (key.endswith(DUALS) or is_adjective(key))


def is_next_office(tokens: Tokens, place: int) -> bool:
    """Whether the office of another one stands at `place`, behind a whole construct: وزيرا النقل والمياه | رئيس الحكومة."""
    kinds, office = tokens.kinds, place + is_and(tokens, place)
    whole = kinds[office] & ROLE and kinds[place - 1] & DEFINITE
    return bool(whole) and not kinds[office] & (DEFINITE | PREFIX)


def lands_end(tokens: Tokens, place: int, limit: int) -> int:
    """Where the lands of a side or of both end: الجانبين | التونسي والليبي، البلدين | الجارين."""
    while place < limit:
        at = place + is_and(tokens, place)
        definite = at < limit and tokens.kinds[at] & DEFINITE
        if not definite or not (tokens.kinds[at] & NATION or (at == place and tokens.keys[at].endswith(DUALS))):
            break
        place = at + 1
    return place


def told_by(tokens: Tokens, place: int, limit: int) -> int:
    """Where what tells more of an indefinite dual ends: وفدان | رسميان من تونس."""
    while place < limit and tokens.keys[place].endswith(DUALS) and not tokens.kinds[place] & (DEFINITE | PREPOSITION):
        place += 1
    leads = place + 1 < limit and tokens.keys[place] == OF
    return max(place, min(phrase_end(tokens, place + 1, limit), limit)) if leads else place
