"""Places that are given names too, or that no list knows, between an office and who holds it: والي | بشار | سالم الدوري."""

from __future__ import annotations

from qawl.arabic.compounds import is_holder
from qawl.arabic.letters import ADDRESSING, TO_THE
from qawl.arabic.lexicon import BODY, DEFINITE, ODD, PREFIX, PREPOSITION, ROLE, SEAT, STANDS_FOR, TOWN
from qawl.arabic.tokens import Tokens

# What leads to the place that a body serves: المجلس البلدي | ل|بشار، | لل|علا.
SERVES = (ADDRESSING, TO_THE)


def is_seat_there(tokens: Tokens, place: int) -> bool:
    """Whether the seat of an office or whom it serves stands at `place`, and its holder by a given name behind.

    عمدة | لصيفر | سالم الدوري، بلدية | بشار | سالم، النائب عن | العلا | سالم، رئيس المجلس البلدي | لميدلت | سالم.
    """
    before = tokens.kinds[place - 1] if place else 0
    if not before & (SEAT | TOWN | PREPOSITION | PREFIX | DEFINITE) or not is_holder(tokens, place + 1):
        return False
    if before & (SEAT | TOWN) and not before & DEFINITE:
        return True
    if before & PREPOSITION and tokens.kinds[place - 2] & STANDS_FOR:
        return True
    if before & PREFIX and tokens.keys[place - 1] in SERVES:
        return place > 1 and is_of_body(tokens, place - 2)
    served = tokens.kinds[place] == ODD and tokens.keys[place].startswith(ADDRESSING) and before & DEFINITE
    return bool(served) and is_of_body(tokens, place - 1)


def is_of_body(tokens: Tokens, place: int) -> bool:
    """Whether a body with its adjective ends at `place` that an office without article has: رئيس المجلس | البلدي."""
    if not tokens.kinds[place] & BODY:
        place -= 1
    office = tokens.kinds[place - 1] if place > 0 else 0
    return bool(tokens.kinds[place] & BODY and tokens.kinds[place] & DEFINITE and office & ROLE) and not office & DEFINITE
