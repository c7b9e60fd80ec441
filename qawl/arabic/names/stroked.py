"""Names behind a title and its stroke, whatever words they are: السيد/ عبدي هيبي، سفير كذا; السيدة/ أقصى نواز.

Who writes a title so writes a whole name behind it, up to a mark, an office or what was said.
"""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import ALEF, HIS, INITIAL, PLURALS, SLASH, TANWIN
from qawl.arabic.ordinary import is_common, is_known, is_owned, is_several, is_theirs, is_usual_noun, is_verb
from qawl.arabic.places import Places

# A name has so many words.
SHORTEST, LONGEST = 2, 6
# What is no part of a name, and what a name ends before.
NEVER = lexicon.PUNCTUATION | lexicon.FUNCTION | lexicon.TIME | lexicon.NUMBER | lexicon.LATIN | lexicon.PREFIX
CLOSES = lexicon.PUNCTUATION | lexicon.THAT | lexicon.TIME
# What stands behind a title instead of a name, unless it is one too: السيد/ مدير المدرسة.
OTHER = lexicon.ROLE | lexicon.BODY | lexicon.PEOPLE | lexicon.DOCUMENT | lexicon.NATION


def know_stroked_names(tokens: Places, titles: list[int]) -> None:
    """Make a name of the words between a title with its stroke and what ends them."""
    for title in titles:
        stop = stroked_end(tokens, title + 1) if is_stroked(tokens, title) else 0
        for place in range(title + 1, stop):
            if not tokens.kinds[place] & lexicon.ANY_NAME or tokens.kinds[place] & ~lexicon.OF_NAMES:
                tokens.turn(place, lexicon.NAME_UNIT)


def is_stroked(tokens: Places, title: int) -> bool:
    """Whether a stroke ends the title, apart from it or not: السيد/, أ/, الدكتور /; not آب/أغسطس."""
    if title + 1 >= len(tokens) or tokens.kinds[title + 1] & lexicon.MONTH:
        return False
    between = tokens.text[tokens.ends[title] - 1 : tokens.starts[title + 1]]
    return SLASH in between and between[1:].strip() in ("", SLASH)


def stroked_end(tokens: Places, first: int) -> int:
    """Where the name at `first` ends, `first` where none stands or nothing ends it."""
    kinds, place = tokens.kinds, first
    if kinds[first] & OTHER and not kinds[first] & lexicon.NAME:
        return first
    while place < min(len(tokens), first + LONGEST) and may_be_part(tokens, first, place):
        place += 1
    closed = place == len(tokens) or kinds[place] & CLOSES or (kinds[place] & lexicon.HUMAN and not kinds[place] & lexicon.DEFINITE)
    named = any(kinds[at] & lexicon.ANY_NAME for at in range(first, place))
    return place if closed and named and place - first >= SHORTEST else first


def may_be_part(tokens: Places, first: int, place: int) -> bool:
    """Whether a word is a part of a name or may be one there: no object, plural, verb nor noun with a pronoun."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if place > first and len(key) < INITIAL and not kind & NEVER:
        return True
    if kind & NEVER or (kind & OTHER and not kind & lexicon.ANY_NAME):
        return False
    if kind & lexicon.ANY_NAME and not kind & lexicon.DOUBTFUL:
        return True
    if TANWIN in tokens.text[tokens.starts[place] : tokens.ends[place]] or is_theirs(key) or is_several(key):
        return False
    return place == first or is_no_object(tokens, place)


def is_no_object(tokens: Places, place: int) -> bool:
    """Whether an indefinite word behind a given name is no object of a verb: خطاب; not خطابا, هدية, ضيفه."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & lexicon.DEFINITE:
        return bool(kind & lexicon.ANY_NAME)
    if key.endswith(PLURALS) or (key.endswith(ALEF) and is_known(key[:-1])) or is_verb(key):
        return False
    if key.endswith(HIS):
        return not (is_usual_noun(key) or is_common(key) or is_owned(key))
    return True
