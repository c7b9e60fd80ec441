"""People named side by side: among others who surely are people, a word of two uses is a name too.

``وضمت القائمة: مالك شلبية، وأحمد الجعيدي، ومحمود مرضي`` names three people, though مالك and مرضي are words as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.findings import Range
from qawl.arabic.joiners import NAMELY, is_and, is_joining
from qawl.arabic.letters import EACH, HIS, IMPERFECT_HEADS, OF, THEY
from qawl.arabic.lexicon import (
    CLOSES,
    COLON,
    COMMA,
    DEFINITE,
    DOUBTFUL,
    FAMILY,
    FUNCTION,
    NAME,
    ODD,
    OPENS,
    PREFIX,
    PUNCTUATION,
    ROLE,
    SPEECH,
    TIME,
    TITLE,
)
from qawl.arabic.name_units import connectors, definite_names, seldom_names
from qawl.arabic.names import LONGEST_NAME
from qawl.arabic.ordinary import frequencies, is_adverb, is_known, is_several, is_usual, is_verb
from qawl.arabic.tokens import Tokens

# So many sure names make a list of people.
LEAST = 2
# A verb has this many letters with the letter of its imperfect: يفتح.
IMPERFECT_FROM = 4
# What stands in brackets behind a name is at most this long: (23 عاما).
BRACKETS = 6
# What may stand before the first name of a list, besides a colon.
INTRODUCES = frozenset((THEY, OF))


def listed_names(tokens: Tokens, sure: list[Range]) -> Iterator[Range]:
    """Names that only their place in a list tells, or tells to their end; `sure` are the other names, in text order."""
    ends = dict(sure)
    done = 0
    for place in sorted({*ends, *introduced(tokens)}):
        if place < done:
            continue
        items = read_list(tokens, ends, place)
        done = items[-1][1] if items else place
        told = place not in ends and tokens.keys[place - 1] == OF
        if (told and len(items) >= LEAST) or sum(first in ends for first, _ in items) >= LEAST:
            yield from (item for item in items if ends.get(item[0]) != item[1])


def introduced(tokens: Tokens) -> Iterator[int]:
    """Where a list may begin: behind a colon, هم or كل من."""
    keys, kinds = tokens.keys, tokens.kinds
    for place in [place for place, kind in enumerate(kinds[:-1]) if kind & COLON or keys[place] in INTRODUCES]:
        opens = keys[place] != OF or (place > 0 and keys[place - 1] == EACH)
        if opens and not kinds[place + 1] & PUNCTUATION:
            yield place + 1


def read_list(tokens: Tokens, ends: dict[int, int], place: int) -> list[Range]:
    """The names side by side from `place` on."""
    items: list[Range] = []
    while place < len(tokens.keys) and (stop := item_end(tokens, ends, place)) > place:
        items.append((place, stop))
        place = next_item(tokens, stop)
    return items


def next_item(tokens: Tokens, stop: int) -> int:
    """Where the name after a comma, an and or both begins; where the text ends if none comes."""
    kinds = tokens.kinds
    if stop < len(tokens.keys) and kinds[stop] & OPENS:
        stop = next((at + 1 for at in range(stop, min(stop + BRACKETS, len(tokens.keys))) if kinds[at] & CLOSES), stop)
    place = stop + 1 if stop < len(tokens.keys) and kinds[stop] & COMMA else stop
    if is_and(tokens, place):
        place += 1
    return place if place > stop else len(tokens.keys)


def item_end(tokens: Tokens, ends: dict[int, int], place: int) -> int:
    """Where the name at `place` of a list ends, `place` where none stands."""
    stop = place
    while stop < min(len(tokens.keys), place + LONGEST_NAME) and may_be_part(tokens, stop, stop == place):
        stop += 1
    if place in ends:
        return ends[place]
    return stop if stop > place + 1 and is_closed_off(tokens, stop) else place


def is_closed_off(tokens: Tokens, stop: int) -> bool:
    """Whether a name in a list may end here: before a mark, another word that is joined, or a particle."""
    return stop >= len(tokens.keys) or bool(tokens.kinds[stop] & (PUNCTUATION | PREFIX | FUNCTION | TIME))


def may_be_part(tokens: Tokens, place: int, opens: bool) -> bool:
    """Whether a word in a list of people may be of a name; `opens`: as its first word."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if key in connectors() and (place == 0 or not opens or is_joining(tokens, place)):
        return not opens or not kind & FUNCTION
    if kind & ~(NAMELY | TITLE | ROLE | SPEECH) or (kind & (TITLE | ROLE | SPEECH) and not kind & (NAME if opens else FAMILY)):
        return False
    doubtful = kind & DOUBTFUL or not kind & NAME
    if opens and doubtful and len(key) < IMPERFECT_FROM and IMPERFECT_HEADS[0] + key in frequencies():
        return False
    if kind & NAME or (kind & (FAMILY | ODD) and not opens):
        return not (opens and kind & DEFINITE) or key in definite_names()
    if is_verb(key) or is_adverb(key) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    if opens:
        return not kind & DEFINITE and (key in seldom_names() or bool(kind & (FAMILY | ODD)) or not is_known(key))
    return bool(kind & DEFINITE) or not (is_several(key) or is_usual(key))
