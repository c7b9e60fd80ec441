"""Words of any kind inside a name, told by what stands on both sides: عين سالم الكندي | باب مديرا للنقل، فهد | قائد | نادر.

Who is given an office has the whole name before it: between a given name and وزيرا stands nothing else.
"""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import ALEF, GOD, HIS, JOINS_FREELY, ROUND, SERVANT, TA_MARBUTA, TANWIN
from qawl.arabic.names.made_offices import is_accusative_office, is_accusative_quality
from qawl.arabic.names.units import connectors, definite_names, descents, units, usual_given_names
from qawl.arabic.ordinary import is_adverb, is_doing, is_known, is_rare, is_several, is_theirs, is_usual, is_verb
from qawl.arabic.places import Places

# A name has so many words at most.
LONGEST = 9
# What is no part of a name, whatever stands round it.
NEVER = (
    lexicon.PUNCTUATION
    | lexicon.FUNCTION
    | lexicon.PREFIX
    | lexicon.NUMBER
    | lexicon.TIME
    | lexicon.LATIN
    | lexicon.SPEECH
    | lexicon.BODY
    | lexicon.COUNTRY
    | lexicon.NATION
    | lexicon.QUANTITY
    | lexicon.ACCORDING
    | lexicon.APPOSED
    | lexicon.FORMER
    | lexicon.SHARED
    | (lexicon.VERB_ALONE & ~lexicon.ODD)
)
# An office that is a given name too stands in so many full names at least: قائد.
OFTEN_HELD = 10


def know_enclosed_names(tokens: Places, names: list[int]) -> None:
    """Make a part of the name of each word that stands between others of it, or between them and a new office."""
    for first in names:
        if not is_sure(tokens, first) or is_behind_name(tokens, first):
            continue
        stop = run_end(tokens, first)
        if is_made_surname(tokens, stop):
            take_in(tokens, stop)
        last = stop if stop > first + 2 and is_given_office(tokens, first, stop) else 0
        for place in range(first + 1, stop):
            if place < last or is_between(tokens, place, stop) or (place + 1 == stop and ends_name(tokens, place)):
                take_in(tokens, place)


def take_in(tokens: Places, place: int) -> None:
    """Make a part of a name of a word that is none by its classes."""
    kind = tokens.kinds[place]
    if tokens.keys[place] not in connectors() and (not kind & lexicon.ANY_NAME or kind & (lexicon.HUMAN | lexicon.WORK)):
        tokens.turn(place, kind & lexicon.DEFINITE | lexicon.FAMILY | lexicon.ODD)


def is_made_surname(tokens: Places, place: int) -> bool:
    """Whether a definite word that few texts have stands between names and what their bearer is made: سالم | الركيزة عاملا على."""
    if place + 1 >= len(tokens) or tokens.kinds[place] & ~lexicon.DOUBTFUL != lexicon.DEFINITE or is_usual(tokens.keys[place]):
        return False
    return is_accusative_office(tokens.keys[place + 1]) and not is_several(tokens.keys[place])


def is_sure(tokens: Places, place: int) -> bool:
    """Whether a given name that is hardly anything else, or عبد, stands here."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if key == SERVANT:
        return place + 1 < len(tokens) and bool(tokens.kinds[place + 1] & lexicon.DEFINITE)
    usual = key in usual_given_names()
    if kind & lexicon.DEFINITE and key in definite_names():
        return not kind & ~(lexicon.ANY_NAME | lexicon.DEFINITE | lexicon.DOUBTFUL)
    other = kind & (lexicon.DEFINITE | lexicon.COUNTRY | lexicon.CITY | lexicon.SPEECH | (0 if usual else lexicon.HUMAN))
    return bool(kind & lexicon.NAME) and not other and (not kind & lexicon.DOUBTFUL or usual)


def is_behind_name(tokens: Places, place: int) -> bool:
    """Whether a part of a name stands before the word at `place`."""
    before = tokens.kinds[place - 1] if place else 0
    joined = bool(place) and tokens.keys[place - 1] in connectors()
    return joined or bool(before & (lexicon.NAME | lexicon.ODD) and not before & (NEVER | lexicon.HUMAN))


def run_end(tokens: Places, first: int) -> int:
    """Where the words end that may all be of one name."""
    place = first + 1
    while place < min(len(tokens), first + LONGEST) and may_be_part(tokens, place):
        place += 1
    return place


def may_be_part(tokens: Places, place: int) -> bool:
    """Whether a word is a part of a name or may be one: no verb, adverb, plural, nor a noun with a pronoun or in ا."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if key in connectors() or key == GOD:
        return True
    if kind & NEVER or is_accusative(tokens, place):
        return False
    if kind & lexicon.ANY_NAME and not kind & (lexicon.DOUBTFUL | lexicon.HUMAN):
        return True
    if kind & lexicon.HUMAN:
        unit = units().get(key)
        return bool(kind & lexicon.FAMILY) or (unit is not None and unit.held >= OFTEN_HELD)
    return may_be_word_of_name(tokens, place)


def may_be_word_of_name(tokens: Places, place: int) -> bool:
    """Whether a word that is more often another may be one of a name."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if key.endswith(ALEF) and (is_adverb(key) or is_known(key[:-1])):
        return False
    if is_theirs(key) or is_doing(key) or is_several(key) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    return bool(kind & lexicon.ANY_NAME) or not (kind & lexicon.DEFINITE or is_verb(key))


def is_accusative(tokens: Places, place: int) -> bool:
    """Whether a word ends as an object, a predicate or an adverb does: وزيرا، مكلفا، سفيرًا."""
    start, end = tokens.starts[place], tokens.ends[place]
    if TANWIN in tokens.text[start:end]:
        return True
    key = tokens.keys[place]
    return not tokens.kinds[place] & lexicon.ANY_NAME and (is_accusative_office(key) or is_accusative_quality(key))


def is_given_office(tokens: Places, first: int, place: int) -> bool:
    """Whether an office or a participle in the accusative stands here, before which the whole name does: وزيرا، مكلفا.

    Before a participle alone what is definite may be an object: غادر سالم الكندي | البيت مسرورا.
    """
    if place >= len(tokens) or tokens.kinds[place] & lexicon.ANY_NAME or not tokens.keys[place].endswith(ALEF):
        return False
    if is_accusative_office(tokens.keys[place]):
        return True
    objects = (kind & lexicon.DEFINITE and kind & lexicon.DOUBTFUL for kind in tokens.kinds[first + 1 : place])
    return is_accusative_quality(tokens.keys[place]) and not any(objects)


def is_between(tokens: Places, place: int, stop: int) -> bool:
    """Whether an office that many are named, or any word of two fathers, is among names: فهد | قائد | نادر، ولد | باب ولد."""
    if place + 1 >= stop:
        return False
    keys, kinds = tokens.keys, tokens.kinds
    if keys[place - 1] in descents() and keys[place + 1] in descents():
        return True
    unit = units().get(keys[place])
    held = unit is not None and unit.held >= OFTEN_HELD and kinds[place] & lexicon.HUMAN
    if kinds[place] & lexicon.DEFINITE or not (held or is_unknown(tokens, place)) or not ends_given(tokens, place):
        return False
    return is_sure(tokens, place + 1)


def ends_name(tokens: Places, place: int) -> bool:
    """Whether an indefinite word closes a name, since nothing that it could rule follows.

    An office that many are named (سالم | إمام،), any noun before الذي (سالم كبير | عدو الذي), what somebody has in his name and few
    texts have.
    """
    kind, key = tokens.kinds[place], tokens.keys[place]
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else lexicon.PUNCTUATION
    if kind & (lexicon.DEFINITE | lexicon.ANY_NAME) or key.endswith((ALEF, TA_MARBUTA)) or not ends_given(tokens, place):
        return False
    unit = units().get(key)
    joined = after & lexicon.PREFIX and tokens.keys[place + 1] == JOINS_FREELY
    if kind & lexicon.HUMAN:
        ruling = after & lexicon.OPENS and tokens.keys[place + 1] != ROUND[0]  # سالم الكندي رئيس «النهر»
        held = unit is not None and unit.held >= OFTEN_HELD and not ruling
        return held and bool(after & (lexicon.PUNCTUATION | lexicon.THAT) or joined)
    if after & lexicon.RELATIVE and after & lexicon.DEFINITE:
        return True
    closed = after & (lexicon.PUNCTUATION | lexicon.PREFIX | lexicon.PREPOSITION | lexicon.TIME | lexicon.THAT)
    return bool(closed) and unit is not None and not (kind or is_usual(key))


def ends_given(tokens: Places, place: int) -> bool:
    """Whether a given name ends before `place`: سالم، عبد الله، عبد الولي."""
    before = tokens.kinds[place - 1]
    compound = place > 1 and tokens.keys[place - 2] in (SERVANT, *descents())
    return (
        compound
        or tokens.keys[place - 1] == GOD
        or bool(before & lexicon.ANY_NAME and (not before & lexicon.HUMAN or is_sure(tokens, place - 1)))
    )


def is_unknown(tokens: Places, place: int) -> bool:
    """Whether a word has no class and hardly any text has it."""
    return not tokens.kinds[place] and is_rare(tokens.keys[place]) and not is_usual(tokens.keys[place])
