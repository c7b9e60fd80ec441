"""How much the words of a name without title or office speak for a person: كرم الكندي, but not كرم الضيافة.

The first word and the best of the others are weighed apart. A usual given name may stand before anything; a word of two uses
needs another that is hardly anything but a part of names.
"""

from __future__ import annotations

from qawl.arabic.letters import ALEF, ARTICLE, DUALS, FEMININE_PLURAL, GOD, NISBA, PLURALS, SERVANT, TA_MARBUTA, bare_key
from qawl.arabic.lexicon import (
    BODY,
    DEFINITE,
    DOUBTFUL,
    FAMILY,
    LAST_NAME,
    NAME,
    NATION,
    OFFICE,
    PLACES,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RANK,
    RENOWNED,
    TITLE,
    word_classes,
)
from qawl.arabic.names.lone_subjects import is_personal
from qawl.arabic.names.units import connectors, credits, family_syllables, known_abroad, syllables, units, usual_given_names
from qawl.arabic.ordinary import is_adverb, is_common, is_known, is_rare, is_several, is_usual, is_usual_noun
from qawl.arabic.tokens import Tokens

# A name of this weight stands.
ENOUGH = 1
# A family name of so few letters is a word too: شي, لي.
SYLLABLE = 2
# A given name that opens so many full names is no rare one.
KNOWN_FIRST = 10


def is_likely(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the words of a name speak for a person together."""
    if stop == first + 2 and tokens.kinds[first] & DOUBTFUL and is_plural_noun(tokens, first + 1):
        return False
    rest = max(rest_weight(tokens, place) for place in range(first + 1, stop))
    told = is_personal(tokens, first) or (first > 0 and tokens.keys[first - 1] in credits())
    return first_weight(tokens, first) + rest + (rest >= 0 and told) >= ENOUGH


def is_plural_noun(tokens: Tokens, place: int) -> bool:
    """Whether a definite word of no class is a plural that general text may have: جميل المدارات، أدى المديران; not نمر السليحات."""
    key = tokens.keys[place]
    heard = is_known(key) or is_known(bare_key(key)) or is_several(bare_key(key))
    if tokens.kinds[place] & ~DOUBTFUL != DEFINITE:
        return False
    pair = key.endswith(DUALS[0]) and word_classes().get(bare_key(key)[:-2], 0) & OFFICE
    return bool(pair) or (key.endswith(FEMININE_PLURAL) and heard)


def first_weight(tokens: Tokens, place: int) -> int:
    """What the first word of a name tells: 3 for a usual given name, less for a rarer one, nothing for one of two uses."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if key.startswith(SERVANT + ARTICLE):
        return 3
    if kind & RENOWNED or not kind & NAME:
        return 3 if key not in connectors() else 0 if kind & DOUBTFUL else 1
    if len(key) <= SYLLABLE and key in family_syllables() and tokens.keys[place + 1] not in syllables():
        return 0
    if key in usual_given_names():
        return 2 if kind & DOUBTFUL else 3
    if kind & DOUBTFUL:
        return -1 if kind & RANK or (kind & NATION and key.endswith(NISBA)) else 0
    return 2 if key not in units() or units()[key].opened >= KNOWN_FIRST else 1


def rest_weight(tokens: Tokens, place: int) -> int:
    """What another word of a name tells: 2 where it is hardly anything else, less than nothing for an ordinary noun."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & (PREFIX | PUNCTUATION) or key == GOD:
        return 0
    if kind & RENOWNED or key in connectors() or f"{tokens.keys[place - 1]} {key}" in units():
        return 2
    if kind & DEFINITE:
        return definite_weight(kind, key) - is_led_noun(tokens, place)
    if kind & (OFFICE | BODY):
        return 0
    if is_several_things(kind, key):
        return -3
    if not kind and is_usual_noun(key) and tokens.keys[place - 1] not in known_abroad():
        return -2
    if not kind and key.endswith(PLURALS) and key[:-2].endswith(NISBA[0]) and is_several(key):
        return -2
    if not kind & NAME and key.endswith(ALEF) and is_adverb(tokens.keys[place - 1]):
        return -2
    if kind & (LAST_NAME | NAME) and not kind & DOUBTFUL:
        return 2 if kind & NAME else 1
    return 1 if key in usual_given_names() or (kind & (LAST_NAME | NAME) and not is_common(key)) else 0


def is_led_noun(tokens: Tokens, place: int) -> bool:
    """Whether a usual definite noun stands behind a word that a preposition leads to: في توفيق | الرؤوس; not قال أشرف القدرة."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    led = place > 1 and tokens.kinds[place - 2] & PREPOSITION and kind & ~DOUBTFUL == DEFINITE
    return bool(led) and is_common(key) and not key.endswith(NISBA)


def is_several_things(kind: int, key: str) -> bool:
    """Whether a word is a usual plural in ات that is no given name: أكبر | حركات التمرد; not بركات."""
    return key.endswith(FEMININE_PLURAL) and not kind & NAME and is_common(key) and is_common(ARTICLE + key)


def definite_weight(kind: int, key: str) -> int:
    """What a definite word behind a first name tells: a surname, or the noun that the first word stands before."""
    if kind & LAST_NAME and not kind & DOUBTFUL:
        return 2 if kind & FAMILY or not key.endswith(PLURALS) else -2
    if kind & PLACES:
        return -2
    if kind & TITLE and kind & FAMILY:
        return 0
    if key in units():
        return 0 if is_usual(key) else 1
    seen = is_known(key) or is_known(bare_key(key))
    strange = is_rare(key) and is_rare(bare_key(key)) and not (seen and key.endswith((TA_MARBUTA, *PLURALS, FEMININE_PLURAL)))
    return 1 if strange or (key.endswith(NISBA) and not is_common(key)) else -2
