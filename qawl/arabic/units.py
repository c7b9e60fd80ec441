"""What a number counts: 12 | خبيرا، 5 ملايين | دولار أمريكي، 30 | في المئة، عشرات | القتلى."""

from __future__ import annotations

from qawl.arabic.findings import Range
from qawl.arabic.letters import ALEF, BROKEN_ENDS, FEMININE_PLURAL, OF, PLURALS, VERB_PLURAL, YA
from qawl.arabic.lexicon import (
    DEFINITE,
    FUNCTION,
    LATIN,
    MONTH,
    NATION,
    NUMBER,
    PEOPLE,
    PLACES,
    PREFIX,
    PUNCTUATION,
    QUANTITY,
    ROLE,
    SPEECH,
    TIME,
)
from qawl.arabic.numerals import Numeral, is_definite, word_at
from qawl.arabic.ordinary import is_known, is_verb
from qawl.arabic.tokens import Tokens

NO_UNIT = PLACES | PUNCTUATION | FUNCTION | PREFIX | NUMBER | QUANTITY | LATIN | MONTH | TIME
# From here to a hundred the counted noun stands in the accusative: خبيرا.
ACCUSATIVE_FROM, ACCUSATIVE_TO = 11, 99
SOUND_PLURALS = (FEMININE_PLURAL, *PLURALS)
# A number in one word below this may be a part of a name, too: ست بروميتش.
FEW = 10
# A unit has so many letters at least; كم and ين stand in the table.
SHORTEST = 3


def unit_of(tokens: Tokens, number: Numeral) -> Range | None:
    """The tokens of the unit behind a number, a percent sign or word too."""
    place = number.then
    if percent := word_at(tokens, place, "percent"):
        return place, percent.then
    if tokens.keys[place] == OF:
        return of_several(tokens, number, place + 1)
    return counted(tokens, number, place)


def counted(tokens: Tokens, number: Numeral, place: int) -> Range | None:
    """The counted noun, with the adjective of a currency or a measure."""
    if place >= len(tokens) or not may_be_counted(tokens, number, place):
        return None
    return place, place + 1 + has_adjective(tokens, place)


def may_be_counted(tokens: Tokens, number: Numeral, place: int) -> bool:
    """Whether a word may be what a number counts: no verb, no adverb; not فقد الملايين | بيوتهم."""
    key, kind = tokens.keys[place], tokens.kinds[place]
    if word_at(tokens, place, "money", "measure"):
        return True
    if kind & NO_UNIT or len(key) < SHORTEST or word_at(tokens, place, "adverb", "lasts"):
        return False
    if is_definite(tokens, number):
        return False
    accusative = takes_accusative(number)
    if is_verb_form(key, 0 if accusative and key.endswith(ALEF) else kind):
        return False
    if is_few(number) and not (is_known(key) or key.endswith(SOUND_PLURALS)):
        return False
    if kind & DEFINITE:
        return number.value is None
    return accusative or not key.endswith(ALEF) or key.endswith(BROKEN_ENDS)


def is_few(number: Numeral) -> bool:
    """Whether a number is one word that tells few."""
    return not number.in_digits and number.value is not None and number.value < FEW


def is_verb_form(key: str, kind: int) -> bool:
    """Whether a word behind a number is rather a verb: 12 يعملون، 12 قالوا."""
    verb = key.endswith(VERB_PLURAL) or (key.startswith(YA) and is_verb(key))
    return not kind & (PEOPLE | ROLE) and (verb or bool(kind & SPEECH))


def takes_accusative(number: Numeral) -> bool:
    """Whether the noun behind a number stands in the accusative: 12 خبيرا، 150 خبيرا."""
    return number.value is not None and ACCUSATIVE_FROM <= number.value % 100 <= ACCUSATIVE_TO


def of_several(tokens: Tokens, number: Numeral, place: int) -> Range | None:
    """The several of whom a number counts some: 12 من | الخبراء، آلاف من | السيارات."""
    if (
        place >= len(tokens)
        or tokens.kinds[place] & NO_UNIT
        or not (number.value is None or tokens.kinds[place] & (DEFINITE | PEOPLE))
    ):
        return None
    return place, place + 1


def has_adjective(tokens: Tokens, place: int) -> bool:
    """Whether an adjective goes on with a currency or a measure: دولار | أمريكي، متر | مربع."""
    after = place + 1
    if after >= len(tokens):
        return False
    money = word_at(tokens, place, "money") and tokens.kinds[after] & NATION
    return bool(money or (word_at(tokens, place, "measure") and word_at(tokens, after, "square")))
