"""Who stands round a verb or a noun of an encounter, as far as it takes to tell that it is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.words import Hit
from qawl.arabic.findings import Range
from qawl.arabic.frames.arguments import heads_before
from qawl.arabic.frames.lineups import party_at
from qawl.arabic.letters import ALEF, NISBA
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COUNTRY,
    DEFINITE,
    FAMILY,
    LATIN,
    MEDIA,
    NAME,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    QUANTITY,
    ROLE,
    SATED,
    TITLE,
)
from qawl.arabic.phrases import Phrase

HEADS = ROLE | TITLE | BODY | PEOPLE | COUNTRY | NAME | FAMILY | LATIN | QUANTITY
PLACES = CITY | COUNTRY
LEADS = PREPOSITION | PREFIX
# So many parties are looked for in a clause.
MOST = 6
# So far behind a verb they are.
REACH = 30
# Behind somebody who asks stands within so many tokens for whom: مع فلان من قناة الساحل.
MEDIUM = 3


class Side(NamedTuple):
    """A party in a clause and the key of what leads it: مع | الوزير; empty where nothing does."""

    lead: str
    phrase: Phrase


def sides(clauses: Clauses, first: int, stop: int) -> Iterator[Side]:
    """The parties from `first` to `stop` in order."""
    tokens, at, found = clauses.tokens, first, 0
    while at < stop and found < MOST:
        phrase = party_at(clauses.scene, at, stop) if tokens.kinds[at] & HEADS or tokens.keys[at].endswith(ALEF) else None
        if phrase is None:
            at += 1
            continue
        led = at and tokens.kinds[at - 1] & LEADS and not tokens.kinds[at - 1] & SATED
        yield Side(tokens.keys[at - 1] if led else "", phrase)
        at, found = max(phrase.stop, at + 1), found + 1


def behind(clauses: Clauses, hit: Hit, clause: Range) -> list[Side]:
    """The parties behind a verb in its clause."""
    return list(sides(clauses, hit.place + 1, min(clause[1], hit.place + REACH)))


def before(clauses: Clauses, hit: Hit) -> Phrase | None:
    """The party that heads the clause of a verb and stands before it, the nearest first."""
    found = (party_at(clauses.scene, place, hit.place) for place in heads_before(clauses.passage, hit.place))
    return next((phrase for phrase in found if phrase), None)


def is_adjective(clauses: Clauses, place: int) -> bool:
    """Whether the word at `place`, that may be an officer, tells of the body before it: وفد | برلماني."""
    kinds = clauses.tokens.kinds
    nisba = clauses.tokens.keys[place].endswith(NISBA) and bool(kinds[place] & ROLE)
    return nisba and place > 0 and bool(kinds[place - 1] & (BODY | PEOPLE)) and not kinds[place - 1] & DEFINITE


def is_media(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a medium is meant, to which somebody only speaks: مقابلة مع | قناة الساحل."""
    kinds = clauses.tokens.kinds
    return any(kind & MEDIA for kind in kinds[phrase.first : phrase.stop + MEDIUM]) or bool(kinds[phrase.first] & LATIN)
