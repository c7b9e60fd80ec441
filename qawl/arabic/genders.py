"""The gender of a person, as the given name tells it: هدى is a woman, سالم a man; نور may be either."""

from __future__ import annotations

from functools import cache

from qawl.arabic.actors import Actor
from qawl.arabic.letters import TA_MARBUTA, bare_key, fold
from qawl.arabic.lexicon import ROLE, TITLE, word_classes
from qawl.tables import table


@cache
def gendered_names() -> dict[str, str]:
    """Folded given names that only women (f) or only men (m) bear."""
    return {fold(row["form"]): row["gender"] for row in table("gendered_names.tsv")}


def gender_by_name(person: Actor) -> str:
    """The gender that the first of several names tells; one word alone may be a surname and tells nothing."""
    several = person.type == "person" and len(person.keys) > 1
    return gendered_names().get(person.keys[0], "-") if several else "-"


def is_womans(key: str, classes: int = ROLE | TITLE) -> bool:
    """Whether a role, or another word of these classes, is the feminine of another one: الوزيرة, but not الداعية."""
    role = bare_key(key)
    return role.endswith(TA_MARBUTA) and bool(word_classes().get(role[:-1], 0) & classes)
