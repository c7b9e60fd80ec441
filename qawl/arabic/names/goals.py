"""Towns to which somebody goes by a verb that has its goal as its object, and which are no name of his: زار الرئيس | عدن."""

from __future__ import annotations

from functools import cache

from qawl.arabic.forms import forms_where
from qawl.arabic.lexicon import CITY, DEFINITE, NAME_UNIT, OFFICE
from qawl.arabic.names.units import descents
from qawl.arabic.tokens import Tokens

# The verbs of encounters, and the object of those that lead to a place.
TABLE, PLACE = "encounters.tsv", "place"


def is_goal(tokens: Tokens, place: int) -> bool:
    """Whether a town stands behind a verb of going and the title or office of whoever goes: يزور الملك | صنعاء.

    Before a name or a word of descent it is somebody's own: حضر الشيخ | الخليل بن سالم.
    """
    kinds, after = tokens.kinds, place + 1
    if place < 2 or not kinds[place] & CITY or tokens.keys[place - 2] not in leading():
        return False
    named = kinds[after] & NAME_UNIT or tokens.keys[after] in descents()
    goer = kinds[place - 1]
    return bool(goer & OFFICE and goer & DEFINITE) and not named


@cache
def leading() -> frozenset[str]:
    """The finite forms of verbs that lead to a place, folded."""
    return frozenset(key for key, form in forms_where(TABLE, lambda row: row["object"] == PLACE) if form.is_finite)
