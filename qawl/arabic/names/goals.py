"""Towns to which somebody goes by a verb that has its goal as its object, and which are no name of his: زار الرئيس | عدن."""

from __future__ import annotations

from functools import cache

from qawl.arabic.forms import forms_where
from qawl.arabic.lexicon import CITY, DEFINITE, FAMILY, NAME_UNIT, OFFICE, PREPOSITION, PUNCTUATION
from qawl.arabic.names.units import descents
from qawl.arabic.places import Places

# The verbs of encounters, and the object of those that lead to a place.
TABLE, PLACE = "encounters.tsv", "place"
# So far before his name stands the verb that tells that somebody with an office goes.
OFFICE_REACH = 6


def is_goal(tokens: Places, place: int) -> bool:
    """Whether a town stands behind a verb of going and the title or office of whoever goes: يزور الملك | صنعاء.

    Before a name or a word of descent it is somebody's own: حضر الشيخ | الخليل بن سالم.
    """
    kinds, after = tokens.kinds, place + 1
    if place < 2 or not kinds[place] & CITY or tokens.keys[place - 2] not in leading():
        return False
    named = kinds[after] & NAME_UNIT or tokens.keys[after] in descents()
    goer = kinds[place - 1]
    return bool(goer & OFFICE and goer & DEFINITE) and not named


def is_behind_goer(tokens: Places, first: int, place: int) -> bool:
    """Whether a town stands behind the whole name of whoever goes there, who may have an office: يزور الوزير كينجي ساتو | صفاقس.

    Not where it is told already where he goes: زار صور الوزير كينجي ساتو.
    """
    kinds, after = tokens.kinds, place + 1
    if place < first + 2 or not kinds[place] & CITY or (after < len(tokens) and kinds[after] & (NAME_UNIT | FAMILY)):
        return False
    for at in range(first - 1, max(-1, first - 1 - OFFICE_REACH), -1):
        if tokens.keys[at] in leading():
            return not kinds[at + 1] & CITY
        if kinds[at] & (PUNCTUATION | PREPOSITION):
            return False
    return False


@cache
def leading() -> frozenset[str]:
    """The finite forms of verbs that lead to a place, folded."""
    return frozenset(key for key, form in forms_where(TABLE, lambda row: row["object"] == PLACE) if form.is_finite)
