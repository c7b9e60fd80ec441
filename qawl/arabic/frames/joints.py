"""What stands between the parties of a list: و, commas, إضافة إلى, wishes, somebody's side, كل من, السيدات والسادة."""

from __future__ import annotations

from qawl.arabic.letters import (
    ABOUT,
    ALEF,
    ALONG,
    BEARERS,
    BORNE,
    COURTESIES,
    EACH,
    EXALTED,
    HIS,
    OF,
    ROUND,
    SIDE_OF_TALKS,
    SIDES_OF_DOERS,
    THEN,
    THROUGH,
)
from qawl.arabic.lexicon import (
    CLOSES,
    COLON,
    COMMA,
    COUNTRY,
    DEFINITE,
    DEMONSTRATIVE,
    HUMAN,
    NAME,
    NATION,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    STOP,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.names.tails import is_blessing
from qawl.arabic.tokens import Tokens

# So many words at most stand in the brackets behind whoever was named.
ASIDE = 12
# Who somebody is told by.
SOMEBODY = HUMAN | NAME | QUANTITY


def behind_each(tokens: Tokens, place: int) -> int:
    """The place behind what opens a list or points to it: كل من، كلا من، السيدات والسادة، أصحاب السعادة، هذا الوفد."""
    if tokens.kinds[place] & DEMONSTRATIVE and tokens.kinds[place + 1] & DEFINITE:
        return place + 1
    opens = tokens.keys[place : place + 2]
    if len(opens) > 1 and opens[1] == OF and opens[0] in (EACH, EACH + ALEF):
        colon = tokens.kinds[place + 2] & (COLON | COMMA)
        return behind_each(tokens, place + 2 + bool(colon))
    if len(opens) > 1 and opens[0] == BEARERS and opens[1] in BORNE:
        return behind_each(tokens, place + 2)
    if opens and opens[0] in COURTESIES:
        after = place + 1 + (place + 1 < len(tokens) and (is_and(tokens, place + 1) or bool(tokens.kinds[place + 1] & COLON)))
        told = after < len(tokens) and not tokens.kinds[after] & (PREFIX | PREPOSITION | PUNCTUATION)
        return behind_each(tokens, after) if told else place
    return place


def next_place(tokens: Tokens, stop: int, limit: int) -> int:
    """Where the next of a list begins behind و, ثم, a comma, إضافة إلى; the end of the text where the list ends at `stop`."""
    place = stop
    while place < limit and tokens.kinds[place] & (COMMA | CLOSES):
        place += 1
    joined = place < limit - 1 and (is_and(tokens, place) or tokens.keys[place] == THEN)
    place += joined
    place = behind_way(tokens, place, limit) if joined else place
    along = next((words for words in ALONG if tuple(tokens.keys[place : place + len(words)]) == words), ())
    place = behind_side(tokens, place + len(along), limit)
    return behind_each(tokens, place) if (joined or along) and place < limit else len(tokens)


def behind_way(tokens: Tokens, place: int, limit: int) -> int:
    """The place behind by what means others of a list are there: وعبر الاتصال المرئي | فلان; else `place`: عبر الوزير عن أسفه."""
    if place + 2 >= limit or tokens.keys[place] != THROUGH or tokens.kinds[place + 1] & SOMEBODY:
        return place
    definite = range(place + 1 + (not tokens.kinds[place + 1] & DEFINITE), limit)
    end = next((at for at in definite if not tokens.kinds[at] & DEFINITE), place)
    return end if end > definite.start and tokens.kinds[end] & SOMEBODY else place


def behind_wish(tokens: Tokens, place: int, limit: int) -> int:
    """The place behind a wish for whoever was named and the marks round it: – حفظه الله ورعاه – |; `place` where none stands.

    A ruler is exalted before it: السلطان سالم | المعظم | أمس.
    """
    place += place < limit and tokens.keys[place] in EXALTED
    at = place
    while at < limit and tokens.kinds[at] & PUNCTUATION:
        at += 1
    if at + 1 >= limit or not is_blessing(tokens, at):
        return place
    at += 2
    if at + 1 < limit and is_and(tokens, at) and tokens.text[tokens.ends[at + 1] - 1] == HIS:
        at += 2
    closed = at < limit and tokens.kinds[at] & PUNCTUATION and not tokens.kinds[at] & (COMMA | STOP)
    return at + bool(closed)


def behind_aside(tokens: Tokens, place: int, limit: int) -> int:
    """The place behind what brackets tell of whoever was named, if others follow: فلان (رئيس الجلسة) | وفلان؛ else `place`."""
    if place >= limit or tokens.keys[place] != ROUND[0]:
        return place
    close = next((at for at in range(place + 2, min(limit, place + ASIDE)) if tokens.keys[at] == ROUND[1]), limit)
    after = close + 1
    goes_on = after < limit and (tokens.kinds[after] & COMMA or is_and(tokens, after))
    return after if goes_on else place


def behind_side(tokens: Tokens, place: int, limit: int) -> int:
    """The place behind what tells of which side somebody is; `place` where none is told.

    من الجانب الأردني: | وزير المياه، من قبل الجانب الأردني | فلان.
    """
    if place + 2 >= limit or tokens.keys[place] not in (OF, ABOUT):
        return place
    side = place + 1 + (tokens.keys[place + 1] in SIDES_OF_DOERS and tokens.keys[place + 2] in SIDE_OF_TALKS)
    if tokens.keys[side] not in SIDE_OF_TALKS or side + 1 >= limit:
        return place
    at = side + 1
    while at < limit and tokens.kinds[at] & (NATION | COUNTRY) and (at == side + 1 or tokens.kinds[at] & DEFINITE):
        at += 1
    return at + (at < limit and bool(tokens.kinds[at] & (COLON | COMMA)))
