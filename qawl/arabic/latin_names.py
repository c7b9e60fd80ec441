"""Names of people in Latin letters, told by the office or people before them: قال المدير الإقليمي Ole Brandt إن.

Each of their words begins with a capital and goes on in small letters, unless it is an initial: so AG and FIFA are none. A name
behind a body, or behind an office that it would complete (رئيس Nordbank), is not known to be a person's.
"""

from __future__ import annotations

import re

from qawl.arabic import lexicon
from qawl.arabic.places import Places

# Brandt, J., O'Hara, Saint-Just; and what stands between two of them: van der.
CAPITALISED = re.compile(r"[^\W\d_a-z](?:\.|[^\W\d_]?['’\-]?[^\W\d_]*[a-zà-ÿ][^\W\d_]*(?:-[^\W\d_]+)?)")
PARTICLES = frozenset(("al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "la", "le", "ten", "van", "von", "zu"))
SHORTEST, LONGEST = 2, 4
# What tells that a person comes: an office or a people, whole by its article; and what takes the person away.
PERSON = lexicon.ROLE | lexicon.TITLE | lexicon.PEOPLE | lexicon.NATION
WHOLE = lexicon.DEFINITE | lexicon.COUNTRY
THING = lexicon.BODY | lexicon.MEDIA | lexicon.DOCUMENT | lexicon.SETTING
# An office is looked for so many words back.
REACH = 4


def know_latin_names(tokens: Places, latin: list[int]) -> None:
    """Make names of Latin words behind a whole office or people, and of their surnames again: الممثلة Lia Moreno … وقالت Moreno."""
    stop, surnames = 0, set[str]()
    for first in latin:
        if first < stop:
            continue
        stop = run_end(tokens, first)
        named = SHORTEST <= stop - first <= LONGEST and is_capitalised(tokens, stop - 1) and tells_person(tokens, first - 1)
        if named or (stop == first + 1 and tokens.keys[first] in surnames):
            surnames.add(tokens.keys[stop - 1])
            for place in range(first, stop):
                tokens.turn(place, lexicon.NAME | lexicon.FAMILY)


def run_end(tokens: Places, first: int) -> int:
    """Where the words end that may be of the name that begins at `first`; there itself where none begins."""
    place = first
    while place < len(tokens.keys) and (is_capitalised(tokens, place) or (place > first and tokens.keys[place] in PARTICLES)):
        place += 1
    return place


def is_capitalised(tokens: Places, place: int) -> bool:
    """Whether a Latin word is written as a part of a name."""
    written = tokens.text[tokens.starts[place] : tokens.ends[place]]
    return bool(tokens.kinds[place] & lexicon.LATIN and CAPITALISED.fullmatch(written))


def tells_person(tokens: Places, place: int) -> bool:
    """Whether an office or a people, and no body, ends at `place` and is whole: نائبة الرئيس، المدير الإقليمي، مديرها العام."""
    if place < 0 or not tokens.kinds[place] & WHOLE:
        return False
    for at in range(place, max(-1, place - REACH), -1):
        kind = tokens.kinds[at]
        if kind & (lexicon.ROLE | lexicon.TITLE | lexicon.PEOPLE):
            return True
        if kind & (THING | lexicon.PUNCTUATION | lexicon.FUNCTION | lexicon.PREFIX) or not kind & (
            lexicon.DEFINITE | lexicon.COUNTRY
        ):
            return at < place and bool(tokens.kinds[place] & lexicon.NATION) and not kind & THING
    return False
