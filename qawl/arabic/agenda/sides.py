"""Who stands round a verb or a noun of an encounter, as far as it takes to tell that it is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.words import Hit
from qawl.arabic.findings import Range
from qawl.arabic.frames.arguments import phrase_at, subject_before
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COUNTRY,
    DEFINITE,
    FAMILY,
    LATIN,
    MEDIA,
    NAME,
    NATION,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    ROLE,
    TIME,
    TITLE,
)
from qawl.arabic.phrases import Phrase
from qawl.arabic.subjects import before_met, subject_alone

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


def sides(clauses: Clauses, first: int, stop: int, verb: int | None = None) -> Iterator[Side]:
    """The parties from `first` to `stop` in order, the subject right behind `verb` without its object."""
    tokens, at, found = clauses.tokens, first, 0
    while at < stop and found < MOST:
        phrase = phrase_at(clauses.passage, at) if tokens.kinds[at] & HEADS else None
        if phrase is None:
            at += 1
            continue
        if verb is not None and found == 0:
            phrase = before_met(tokens, verb, phrase)
        phrase = subject_alone(tokens, phrase)
        led = at and tokens.kinds[at - 1] & LEADS
        yield Side(tokens.keys[at - 1] if led else "", phrase)
        at, found = max(phrase.stop, at + 1), found + 1


def behind(clauses: Clauses, hit: Hit, clause: Range) -> list[Side]:
    """The parties behind a verb in its clause."""
    return list(sides(clauses, hit.place + 1, min(clause[1], hit.place + REACH), hit.place))


def before(clauses: Clauses, hit: Hit) -> Phrase | None:
    """The party that heads the clause of a verb and stands before it."""
    return subject_before(clauses.passage, hit.place)


def is_media(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a medium is meant, to which somebody only speaks: مقابلة مع | قناة الساحل."""
    kinds = clauses.tokens.kinds
    return any(kind & MEDIA for kind in kinds[phrase.first : phrase.stop + MEDIUM]) or bool(kinds[phrase.first] & LATIN)


def has_place(clauses: Clauses, first: int, stop: int) -> bool:
    """Whether a city or a country stands in a range."""
    return any(kind & PLACES and not kind & NATION for kind in clauses.tokens.kinds[first:stop])


def ends_phrase(kind: int) -> bool:
    """Whether a token ends what stands round a noun."""
    return bool(kind & PUNCTUATION)


def is_quality(kind: int) -> bool:
    """Whether a token may be an adjective or a time behind a noun."""
    return bool(kind & (NATION | TIME | DEFINITE)) or not kind
