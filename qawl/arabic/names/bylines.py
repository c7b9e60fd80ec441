"""Who wrote a report, by where his name stands at its head, whatever words it has: عمان - أمل الكندي -، بيروت ـ من عقل الحلبي:."""

from __future__ import annotations

from qawl.arabic import lexicon
from qawl.arabic.letters import BYLINE_ENDS, HIS, INITIAL, JOINS_FREELY, OF, WROTE
from qawl.arabic.ordinary import is_adverb, is_several, is_verb
from qawl.arabic.places import Places

# So many words tell a place or who wrote at most, and a name has so many at least and at most.
LONGEST_PLACE = 3
SHORTEST, LONGEST = 2, 4
# What no name of a byline is.
OTHER = lexicon.FUNCTION | lexicon.PUNCTUATION | lexicon.PREFIX | lexicon.NUMBER | lexicon.LATIN
NEVER = OTHER | lexicon.BODY | lexicon.MEDIA | lexicon.TIME
PLACES = lexicon.CITY | lexicon.COUNTRY


def know_bylines(tokens: Places, dashes: list[int]) -> None:
    """Make names of the words between the place that opens a line with its dash and the next dash."""
    for dash in dashes:
        if opens_line(tokens, dash):
            for first, stop in names_behind(tokens, dash):
                for place in range(first, stop):
                    tokens.turn(place, tokens.kinds[place] & lexicon.DEFINITE | lexicon.NAME_UNIT)


def opens_line(tokens: Places, dash: int) -> bool:
    """Whether a town or a land and nothing else stands between the beginning of a line and a dash."""
    place = dash - 1
    if place > 0 and tokens.kinds[place] == lexicon.DEFINITE:  # القدس المحتلة
        place -= 1
    while place >= 0 and dash - place <= LONGEST_PLACE and tokens.kinds[place] & PLACES:
        place -= 1
    return place < dash - 1 and (place < 0 or bool(tokens.kinds[place] & lexicon.BREAK))


def names_behind(tokens: Places, dash: int) -> list[tuple[int, int]]:
    """The names between a dash, with من or without it, and the next dash, one or two that و joins; none where something else is."""
    first = dash + 1
    if first < len(tokens) and tokens.keys[first] in (OF, WROTE):
        first += 1
    names: list[tuple[int, int]] = []
    place = first
    while place < len(tokens) and place - first <= LONGEST and not ends_byline(tokens, place):
        if tokens.keys[place] == JOINS_FREELY and tokens.kinds[place] & lexicon.PREFIX:
            names.append((first, place))
            first = place + 1
        place += 1
    names.append((first, place))
    return names if place < len(tokens) and ends_byline(tokens, place) and all(is_name(tokens, *name) for name in names) else []


def ends_byline(tokens: Places, place: int) -> bool:
    """Whether a dash, a colon or the end of the line stands at `place`."""
    return tokens.keys[place] in BYLINE_ENDS or bool(tokens.kinds[place] & lexicon.BREAK)


def is_name(tokens: Places, first: int, stop: int) -> bool:
    """Whether words may all be of a name, the first one without article, the last one a part of names, or with the article."""
    words = range(first, stop)
    if not SHORTEST <= len(words) <= LONGEST or any(tokens.kinds[place] & NEVER & ~lexicon.SPEECH for place in words):
        return False
    last, given = tokens.kinds[stop - 1], tokens.kinds[first]
    known = last & lexicon.ANY_NAME or (last & lexicon.DEFINITE and given & lexicon.NAME and not given & lexicon.DOUBTFUL)
    sure = given & lexicon.NAME and not given & lexicon.DOUBTFUL
    if given & (lexicon.DEFINITE | PLACES) or (given & lexicon.ROLE and not sure) or not known:
        return False
    return all(len(tokens.keys[place]) > INITIAL and is_nameable(tokens, place) for place in words)


def is_nameable(tokens: Places, place: int) -> bool:
    """Whether a word is a part of names or no verb, adverb, plural and noun with a pronoun."""
    key = tokens.keys[place]
    if tokens.kinds[place] & lexicon.ANY_NAME:
        return True
    return not (is_verb(key) or is_adverb(key) or is_several(key) or tokens.text[tokens.ends[place] - 1] == HIS)
