"""Things that are called after persons: شارع | الملك فيصل, في المستشفى الجامعي | محمد السادس."""

from __future__ import annotations

from qawl.arabic.heads import known_head
from qawl.arabic.letters import ABOUT, ARTICLE, BY, IN, NAMING, NISBA, QUARTERS, SAINT, TA_MARBUTA, WAY, bare_key
from qawl.arabic.lexicon import (
    BODY,
    CARRIER,
    CLOSES,
    COMMA,
    DEFINITE,
    MANNER,
    NAME,
    NATION,
    OFFICE,
    OPENS,
    PEOPLE,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    ROLE,
    SENTENCE_END,
    SPEECH,
    THAT,
    TITLE,
    TOWN,
    WORK,
    word_classes,
)
from qawl.arabic.names.first import can_begin, is_parent
from qawl.arabic.names.joiners import is_and, ordinals
from qawl.arabic.names.reach import name_end
from qawl.arabic.names.units import descents, openers
from qawl.arabic.ordinary import is_proper
from qawl.arabic.tokens import Tokens

# How many tokens before the name of its holder an office may begin.
OFFICE_REACH = 8
# A list of quarters has so many tokens at most, and none of these.
LONGEST_LIST = 40
# A name in a work's title begins within so many tokens of its mark.
LONGEST_WORK = 5
NO_QUARTER = OFFICE | SENTENCE_END | THAT | SPEECH | PREPOSITION | PEOPLE


def is_called(tokens: Tokens, place: int) -> bool:
    """Whether a thing stands before the name at `place`, a title or a mark between them or not, that is called by it.

    شارع الملك فيصل، مديرية الشيخ عثمان، مدرسة «سالم الكندي». Several of a title are none: اتحاد المهندسين | سالم الكندي.
    """
    if is_shrine(tokens, place) or is_among_quarters(tokens, place) or is_within_title(tokens, place):
        return True
    if place and tokens.kinds[place - 1] & OPENS:
        place -= 1
    if place and openers().get(tokens.keys[place - 1]) == "yes":
        place -= 1
    while place > 0 and tokens.kinds[place - 1] & TITLE and known_head(tokens.keys[place - 1]) != "group":
        place -= 1
    if place and tokens.kinds[place - 1] & (TOWN | DEFINITE | ROLE) == TOWN:
        return True
    return place > 0 and (is_carrier(tokens, place - 1) or is_told_carrier(tokens, place - 1) or is_told_craft(tokens, place - 1))


def is_within_title(tokens: Tokens, place: int) -> bool:
    """Whether a name stands behind other words of a work's title in marks, or is all of it: فيلم "رسائل الشيخ سالم"."""
    if is_title(tokens, place):
        return True
    for mark in range(place - 2, max(0, place - LONGEST_WORK), -1):
        if tokens.kinds[mark] & OPENS:
            return bool(tokens.kinds[mark - 1] & WORK) and not tokens.kinds[mark - 1] & ROLE and not tokens.kinds[place - 1] & OPENS
        if tokens.kinds[mark] & PUNCTUATION:
            return False
    return False


def is_title(tokens: Tokens, place: int) -> bool:
    """Whether a name is all that marks hold behind a work without article: فيلم "نور الكندي"; not باسم "نور الكندي"."""
    kind = tokens.kinds[place - 2] if place > 1 and tokens.kinds[place - 1] & OPENS else 0
    if not kind & WORK or kind & (DEFINITE | ROLE | BODY) or tokens.keys[place - 2] in NAMING:
        return False
    return bool(tokens.kinds[name_end(tokens, place, len(tokens))] & CLOSES)


def is_among_quarters(tokens: Tokens, place: int) -> bool:
    """Whether a comma stands before a name in a list of quarters or villages: أحياء النهضة، | كرم الزيتون |، المروج."""
    if not place or not tokens.kinds[place - 1] & COMMA:
        return False
    for at in range(place - 2, max(-1, place - LONGEST_LIST), -1):
        if tokens.keys[at] in QUARTERS:
            return True
        if tokens.kinds[at] & NO_QUARTER:
            return False
    return False


def is_told_carrier(tokens: Tokens, place: int) -> bool:
    """Whether an adjective stands at `place` behind a thing that is called after a person: في المستشفى الجامعي | محمد السادس.

    Behind an office its holder may follow, a king apart: الأمين العام للجامعة الدولية | سالم الكندي.
    Not في المطار السفير.
    """
    if place < 2 or not tokens.kinds[place] & tokens.kinds[place - 1] & DEFINITE:
        return False
    if tokens.kinds[place] & OFFICE and not tokens.keys[place].endswith(NISBA):
        return False
    if is_of_office(tokens, place) and tokens.keys[place + 2] not in ordinals():
        return False
    thing = word_classes().get(bare_key(tokens.keys[place - 1]), 0) & CARRIER
    return bool(thing and tokens.kinds[place - 2] & PREPOSED) and not is_and(tokens, place - 2)


def is_told_craft(tokens: Tokens, place: int) -> bool:
    """Whether a definite word goes with a craft or a storm before it: حاملة الطائرات | سالم الكندي، العاصفة المدارية | سلمى."""
    if place < 1 or not tokens.kinds[place] & DEFINITE or tokens.kinds[place] & (NAME | TITLE):
        return False
    craft = ARTICLE + bare_key(tokens.keys[place - 1])
    return bool(word_classes().get(craft, 0) & CARRIER) and not is_commanded(tokens, place - 1)


def is_commanded(tokens: Tokens, place: int) -> bool:
    """Whether somebody's office stands before a craft, so that a name behind it is his: قائد السفينة | سالم الكندي."""
    return place > 0 and bool(tokens.kinds[place - 1] & ROLE)


def is_of_office(tokens: Tokens, place: int) -> bool:
    """Whether the adjective at `place` ends an office before its holder: رئيس القسم في الجامعة الهاشمية | سالم الكندي.

    اللاعب في المستشفى الجامعي is only there, the member of what has a nationality is not: القيادي في الحركة الليبية.
    """
    start = max(0, place - OFFICE_REACH)
    apart = (at for at in range(place, start, -1) if tokens.kinds[at] & (PUNCTUATION | SPEECH))
    offices = [kind for kind in tokens.kinds[next(apart, start) : place] if kind & ROLE]
    where = tokens.keys[place - 2] in (IN, BY) and not tokens.kinds[place] & NATION
    return any(not (where and kind & DEFINITE) for kind in offices)


def is_carrier(tokens: Tokens, place: int) -> bool:
    """Whether a thing stands at `place` that is called after a person: طريق فلان، السفينة فلان; not عن طريق فلان, طالبان, مكتبه."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if not kind & CARRIER or kind & DEFINITE:
        return bool(kind & CARRIER and not kind & BODY) and not is_commanded(tokens, place)
    means = place > 0 and key == WAY and tokens.keys[place - 1] == ABOUT
    return not (means or is_own_name(tokens, place) or tokens.is_owned(place))


def is_own_name(tokens: Tokens, place: int) -> bool:
    """Whether the word of a body at `place` is its name and tells of no kind of bodies: أرامكو، طالبان، حماس; not رابطة."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    return bool(kind & BODY) and not key.endswith(TA_MARBUTA) and bool(kind & MANNER or is_proper(key))


def is_shrine(tokens: Tokens, place: int) -> bool:
    """Whether the name at `place` is a saint's and so a place's: سيدي موسى, but not الرئيس سيدي محمد, سيدي ولد سالم."""
    first = place - 1 if place and tokens.keys[place - 1] == SAINT else place
    if tokens.keys[first] != SAINT or any(key in descents() for key in tokens.keys[first + 1 : first + 3]):
        return False
    return first == 0 or not tokens.kinds[first - 1] & (OFFICE | SPEECH | NAME)


def called_end(tokens: Tokens, place: int) -> int:
    """Where the name ends by which a thing is called that stands before `place`: شارع | الملك فيصل بن سالم."""
    while tokens.kinds[place] & TITLE:
        place += 1
    if place + 1 >= len(tokens):
        return 0
    named = (tokens.kinds[place] & NAME and can_begin(tokens, place, False)) or is_parent(tokens, place + 1)
    return name_end(tokens, place, len(tokens)) if named else 0
