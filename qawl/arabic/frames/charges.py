"""Several officers told by one office, each by what is in his charge and his name: وزراء الخارجية فلان والدفاع فلان."""

from __future__ import annotations

from qawl.arabic.frames.named_at import name_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import known_head
from qawl.arabic.lexicon import COMMA, DEFINITE, OFFICE, PREPOSED, PUNCTUATION, ROLE, TIME
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# So many words at most tell what is in somebody's charge: وزراء النقل والمياه والموارد الطبيعية | فلان.
LONGEST_CHARGE = 7
# So many words at most are his name, and none of these is in it.
LONGEST_NAME = 5
ENDS_NAME = PREPOSED | OFFICE | PUNCTUATION | DEFINITE | TIME


def each_by_charge(scene: Scene, place: int, limit: int) -> list[Phrase]:
    """Those whom one office tells by the charge and the name of each: وزراء الخارجية | سالم الكندي والدفاع | نزار العلي."""
    tokens, found = scene.tokens, list[Phrase]()
    if tokens.kinds[place] & DEFINITE or not tokens.kinds[place] & ROLE or known_head(tokens.keys[place]) != "group":
        return found
    while one := behind_charge(scene, found[-1].stop if found else place + 1, limit, bool(found)):
        found.append(one)
    return found if len(found) > 1 else []


def behind_charge(scene: Scene, place: int, limit: int, listed: bool = False) -> Phrase | None:
    """The person whose name stands behind what is in his charge: الصحة | سالم الكندي، والنقل والمياه | نزار العلي.

    In a list that has begun nobody needs to know the name: والطاقة | ألب أرسلان بيرقدار.
    """
    tokens = scene.tokens
    place += place < limit and bool(tokens.kinds[place] & COMMA)
    for at in range(place, min(limit, place + LONGEST_CHARGE)):
        if tokens.kinds[at] & DEFINITE or is_and(tokens, at):
            continue
        if at == place or is_and(tokens, at - 1):
            return None
        one = name_at(scene, at, limit)
        return whole_name(tokens, one, limit) if one else strange_name(tokens, at, limit) if listed else None
    return None


def whole_name(tokens: Tokens, one: Phrase, limit: int) -> Phrase:
    """A person of the list with the rest of his name that nobody knows: علي يرلي | قايا."""
    stop = name_stop(tokens, one.name[1], limit) if one.stop == one.name[1] else one.stop
    return one._replace(stop=stop, name=(one.name[0], stop)) if one.stop == one.name[1] else one


def strange_name(tokens: Tokens, place: int, limit: int) -> Phrase | None:
    """A name of two words or more that goes on to the next charge or to the end."""
    stop = name_stop(tokens, place, limit)
    return Phrase(place, stop, "person", (place, stop), None, True) if stop > place + 1 else None


def name_stop(tokens: Tokens, place: int, limit: int) -> int:
    """Where the words without article that begin at `place` end, if the next of the list or a mark stands there; else `place`."""
    stop = next((at for at in range(place, min(limit, place + LONGEST_NAME)) if tokens.kinds[at] & ENDS_NAME), limit)
    ends = stop >= limit or tokens.kinds[stop] & PUNCTUATION or is_and(tokens, stop)
    return stop if stop - place < LONGEST_NAME and ends else place
