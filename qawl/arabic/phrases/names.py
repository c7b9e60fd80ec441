"""Where the person's name stands inside a phrase: وزير النقل | سالم الكندي، الإمام الأكبر | أحمد، مسلي آل معمر."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.heads import is_construct, known_head
from qawl.arabic.kept import kept
from qawl.arabic.letters import HOUSE, NISBA, NOBLES, ROUND, bare_key
from qawl.arabic.lexicon import (
    BODY,
    CARRIER,
    CITY,
    DEFINITE,
    DOCUMENT,
    DOUBTFUL,
    FAMILY,
    NAME,
    NATION,
    ODD,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RENOWNED,
    ROLE,
    SPEECH,
    TITLE,
    word_classes,
)
from qawl.arabic.names.first import can_begin, goes_on, is_parent
from qawl.arabic.names.joiners import NAMELY
from qawl.arabic.names.reach import name_end
from qawl.arabic.names.seats import is_seat_there
from qawl.arabic.names.strange import may_be_first, strange_end, told_end
from qawl.arabic.names.tails import is_blessing, is_office_next, odd_ends
from qawl.arabic.names.units import definite_names, descents, is_usual_definite
from qawl.arabic.ordinary import is_adverb, is_common, is_usual, is_verb
from qawl.arabic.phrases.bearers import bears_name, names_body
from qawl.arabic.phrases.kin import head_length
from qawl.arabic.phrases.lone import stands_alone
from qawl.arabic.phrases.marked import title_close
from qawl.arabic.tokens import Tokens


@kept
def find_name(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """The person's name inside a phrase, None where it holds none; a name behind a preposition or in marks is not its own."""
    head = tokens.kinds[first]
    if not head & (NAME | TITLE) and ((head & BODY and not head & ROLE) or known_head(tokens.keys[first]) == "group"):
        return None
    names = list(names_in(tokens, first, stop))
    alone = names[0] if names and not (head & DOCUMENT and tokens.kinds[names[0][0]] & DOUBTFUL) else None
    if alone and alone[0] == first and stands_alone(tokens, first, alone[1]):
        return alone
    return next((name for name in names if name[1] - name[0] > 1), alone)


def names_in(tokens: Tokens, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """The names in a phrase that can be its own, in order."""
    place = first
    while place < stop:
        before = tokens.kinds[place - 1] if place > first else 0
        if tokens.kinds[place] & OPENS:
            place = (title_close(tokens, first, place, stop) or stop) + 1
        elif tokens.keys[place] == ROUND[0] and (close := title_close(tokens, first, place, stop)):
            place = close + 1
        elif name_starts(tokens, place, first, before):
            end = name_end(tokens, place, stop)
            end = max(end, strange_end(tokens, place, stop) if end == place + 1 else told_end(tokens, place, stop))
            if not before & (PREFIX | PREPOSITION) and not bears_name(tokens, first, place):
                yield before_house(tokens, first, place), end
            place = place + 1 if is_strange_body(tokens, place, end) else end
        else:
            place += 1


def is_strange_body(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a body's strange name stands before a full name that begins anew: مجموعة فاغنر | يفغيني بريغوجين."""
    kinds = tokens.kinds
    strange = kinds[place] & ODD and not kinds[place] & (~NAMELY | NAME)
    opens = kinds[place + 1] if strange and end > place + 2 else 0
    named = opens & NAME and (not opens & DOUBTFUL or kinds[end - 1] & FAMILY)
    return bool(named) and names_body(tokens, place)


def before_house(tokens: Tokens, first: int, place: int) -> int:
    """Where a name begins that holds a house, behind a first name that no table knows: مسلي آل معمر."""
    if place > first and tokens.keys[place - 1] == HOUSE:
        place -= 1
    before = tokens.kinds[place - 1] if place > first else PUNCTUATION
    given = tokens.keys[place] == HOUSE and not before & (~NAMELY | DEFINITE) and not is_common(tokens.keys[place - 1])
    return place - 1 if given else place


def name_starts(tokens: Tokens, place: int, first: int, before: int) -> bool:
    """Whether a name begins at `place` of the phrase that begins at `first`; `before` are the classes of the token before.

    None does within an office of two words: الإمام الأكبر. A given name with the article opens one: السيد المنذر سالم.
    """
    kind = tokens.kinds[place]
    if place > first and is_seat_there(tokens, place):
        return False
    if before & kind & DEFINITE and head_length((bare_key(tokens.keys[place - 1]), bare_key(tokens.keys[place])), "also") > 1:
        return False
    if before & TITLE and not before & DEFINITE and kind & DEFINITE and (kind & (BODY | CARRIER) or is_carrier(tokens, place)):
        return False
    if before & TITLE and before & BODY and kind & DEFINITE and tokens.keys[place].endswith(NISBA):
        surname = kind & (RENOWNED | FAMILY) and not kind & DOUBTFUL
        if place > first + 1 or not surname:
            return False
    if place > first and tokens.keys[place - 1] in NOBLES and not kind & NAME:
        return False
    if kind & BODY and kind & DEFINITE and place > first and before & (TITLE | ROLE) and not before & DEFINITE:
        return False
    if before & TITLE and not before & DEFINITE and kind & DEFINITE and kind & ODD and not tokens.keys[place].endswith(NISBA):
        if is_parent(tokens, place + 1):
            return True
        return tokens.ends[place - 1] - tokens.starts[place - 1] == 1
    if before & TITLE and kind & DEFINITE and kind & (ODD | FAMILY) and not kind & (ROLE | TITLE | NATION):
        given = (kind & ODD and tokens.keys[place] in definite_names()) or is_usual_definite(tokens.keys[place])
        return bool(given) or not (place + 1 < len(tokens) and is_named_next(tokens, place + 1))
    if place == first and not kind & NAME and is_construct(tokens, place):
        return False
    expected = place == first or bool(before & TITLE) or bool(tokens.kinds[first] & (ROLE | TITLE | PEOPLE))
    if can_begin(tokens, place, expected):
        return True
    plain = not kind & (~NAMELY | DEFINITE | CITY) and not is_blessing(tokens, place)
    if expected and plain and (place == first or before & DEFINITE) and strange_end(tokens, place, len(tokens)) > place:
        return True
    if place == first and plain and opens_with_office(tokens, place):
        return True
    if not (expected and plain and before & DEFINITE):
        return False
    return ((bool(before & TITLE) or goes_on(tokens, place)) and may_be_first(tokens, place)) or odd_ends(tokens, place + 1)


def is_carrier(tokens: Tokens, place: int) -> bool:
    """Whether a noun of what is called by a name stands with its article before one with it: شيخ | الجامع الأزهر."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    return bool(word_classes().get(bare_key(tokens.keys[place]), 0) & CARRIER and after & DEFINITE)


def opens_with_office(tokens: Tokens, place: int) -> bool:
    """Whether a strange surname and an office stand behind the subject of a verb of saying: قال فيران توريانو رئيس النادي."""
    says = place > 0 and tokens.kinds[place - 1] & SPEECH and place + 1 < len(tokens)
    if not says or not tokens.kinds[place + 1] & ODD or not is_office_next(tokens, place + 1):
        return False
    key = tokens.keys[place]
    return not (is_usual(key) or is_verb(key) or is_adverb(key))


def is_named_next(tokens: Tokens, place: int) -> bool:
    """Whether a title or the name itself comes, so that the definite word before it is an adjective: الإمام الأكبر أحمد."""
    kind = tokens.kinds[place]
    return bool(kind & TITLE or (kind & NAME and not kind & DEFINITE and tokens.keys[place] not in descents()))
