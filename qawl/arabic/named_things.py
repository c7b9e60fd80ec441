"""Things that are called after persons: شارع | الملك فيصل, في المستشفى الجامعي | محمد السادس."""

from __future__ import annotations

from qawl.arabic.first_names import can_begin
from qawl.arabic.joiners import is_and
from qawl.arabic.letters import ABOUT, ADDRESSING, SAINT, TO_THE, WAY, bare_key
from qawl.arabic.lexicon import CARRIER, DEFINITE, NAME, PREFIX, PREPOSITION, ROLE, SPEECH, TITLE, word_classes
from qawl.arabic.name_units import descents
from qawl.arabic.names import name_end
from qawl.arabic.tokens import Tokens


def is_called(tokens: Tokens, place: int) -> bool:
    """Whether a thing stands before the name at `place`, a title between them or not, that is called by it: شارع الملك فيصل."""
    if is_shrine(tokens, place):
        return True
    while place > 0 and tokens.kinds[place - 1] & TITLE:
        place -= 1
    return place > 0 and (is_carrier(tokens, place - 1) or is_told_carrier(tokens, place - 1))


def is_told_carrier(tokens: Tokens, place: int) -> bool:
    """Whether an adjective stands at `place` behind a thing that is called after a person: في المستشفى الجامعي | محمد السادس.

    Behind an office and ل its holder may follow: الأمين العام للجامعة الدولية | سالم الكندي.
    """
    if place < 2 or not tokens.kinds[place] & tokens.kinds[place - 1] & DEFINITE:
        return False
    thing = word_classes().get(bare_key(tokens.keys[place - 1]), 0) & CARRIER
    led = tokens.keys[place - 2] in (ADDRESSING, TO_THE) and any(
        kind & ROLE for kind in tokens.kinds[max(0, place - 4) : place - 2]
    )
    if led:
        return False
    return bool(thing and tokens.kinds[place - 2] & (PREPOSITION | PREFIX)) and not is_and(tokens, place - 2)


def is_carrier(tokens: Tokens, place: int) -> bool:
    """Whether a thing stands at `place` that is called after a person: طريق فلان, but not عن طريق فلان."""
    means = place > 0 and tokens.keys[place] == WAY and tokens.keys[place - 1] == ABOUT
    return bool(tokens.kinds[place] & CARRIER) and not tokens.kinds[place] & DEFINITE and not means


def is_shrine(tokens: Tokens, place: int) -> bool:
    """Whether the name at `place` is a saint's and so a place's: سيدي موسى, but not الرئيس سيدي محمد, سيدي ولد سالم."""
    first = place - 1 if place and tokens.keys[place - 1] == SAINT else place
    if tokens.keys[first] != SAINT or any(key in descents() for key in tokens.keys[first + 1 : first + 3]):
        return False
    return first == 0 or not tokens.kinds[first - 1] & (TITLE | ROLE | SPEECH | NAME)


def called_end(tokens: Tokens, place: int) -> int:
    """Where the name ends by which a thing is called that stands before `place`: شارع | الملك فيصل بن سالم."""
    while place < len(tokens) and tokens.kinds[place] & TITLE:
        place += 1
    named = place < len(tokens) and tokens.kinds[place] & NAME and can_begin(tokens, place, False)
    return name_end(tokens, place, len(tokens)) if named else 0
