"""The two whom a dual of an office names: وزيرا الخارجية | سالم الكندي و| رامي الحمدان، وزيرا خارجية مصر | فلان وتونس | فلان."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.findings import Range
from qawl.arabic.heads import known_head
from qawl.arabic.lexicon import BODY, COUNTRY, DEFINITE, DETERMINED, FUNCTION, NATION, PREPOSED, ROLE, SPEECH
from qawl.arabic.names.first import can_begin
from qawl.arabic.names.joiners import is_and
from qawl.arabic.names.reach import name_end
from qawl.arabic.people.duals import is_pair, pair_head
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_where

# What may stand between the dual and the first name: of what both are, and where.
OWNS = DETERMINED | PREPOSED | BODY | NATION
LANDS = COUNTRY | NATION
# So many words at most tell of what both are.
REACH = 5
# A name has so many words at least.
LEAST = 2

Pair = tuple[Range, Range]


def named_pairs(tokens: Tokens) -> Iterator[Pair]:
    """The names of the two who hold the office that a dual tells, in text order."""
    for place in words_where(tokens, pair_head):
        if not tokens.kinds[place] & FUNCTION and is_office_of_two(tokens, place) and (pair := pair_at(tokens, place)):
            yield pair


def is_office_of_two(tokens: Tokens, place: int) -> bool:
    """Whether the dual of an office of persons stands at `place`: وزيرا الخارجية، الرئيسان; not وفدا تونس."""
    return is_pair(tokens, place) and known_head(pair_head(tokens.keys[place])) == "unnamed"


def pair_at(tokens: Tokens, place: int) -> Pair | None:
    """The two who hold the office at `place`; None where no two names follow it."""
    end = len(tokens)
    first = next((at for at in range(place + 1, min(end, place + 1 + REACH)) if not may_own(tokens, at)), end)
    one = name_at(tokens, first)
    if one is None or not is_and(tokens, one[1]):
        return None
    after = one[1] + 1
    after += after + 1 < end and bool(tokens.kinds[after] & LANDS) and not can_begin(tokens, after, True)
    other = name_at(tokens, after)
    return (one, other) if other else None


def may_own(tokens: Tokens, place: int) -> bool:
    """Whether a word tells of what both are: وزيرا | الخارجية، رئيسا | مجلسي | النواب، and so no name begins with it."""
    kind = tokens.kinds[place]
    return bool(kind & (OWNS | ROLE)) and not kind & SPEECH and (bool(kind & DEFINITE) or not can_begin(tokens, place, True))


def name_at(tokens: Tokens, place: int) -> Range | None:
    """The name of two words or more that begins at `place`; None where none does."""
    if place + 1 >= len(tokens) or not can_begin(tokens, place, True):
        return None
    stop = name_end(tokens, place, len(tokens))
    return (place, stop) if stop - place >= LEAST else None
