"""How many people may have one name, as the lists of names tell."""

from __future__ import annotations

from functools import cache, lru_cache

from qawl.arabic.alike.forms import Part
from qawl.arabic.letters import ARTICLE, FATHER, SERVANT
from qawl.arabic.names.units import units

# A word that no list of names has is borne by fewer than one in so many.
UNHEARD = 0.4
# A word that opens so many full names of the lists is a given name.
GIVEN = 2


@cache
def counted() -> dict[str, tuple[int, int]]:
    """Bare joined unit of names -> the full names that it opens, and those that hold it behind another word."""
    found: dict[str, tuple[int, int]] = {}
    for key, unit in units().items():
        bare = joined(key)
        first, later = found.get(bare, (0, 0))
        found[bare] = (first + unit.opened, later + unit.held - unit.opened)
    return found


def joined(key: str) -> str:
    """A unit of names as a part of a name has it: عبد الرحمن is عبدرحمن, ابو زيد is بوزيد."""
    words = [word.removeprefix(ARTICLE) if len(word) > len(ARTICLE) + 1 else word for word in key.split()]
    one = "".join(words)
    if key.startswith(SERVANT + ARTICLE):
        one = SERVANT + key.removeprefix(SERVANT + ARTICLE)
    return one.removeprefix(FATHER[0]) if one.startswith(FATHER) else one


@cache
def everybody() -> int:
    """The full names of the lists."""
    return sum(unit.opened for unit in units().values())


def opens_names(key: str) -> bool:
    """Whether a part of a name is a given name of the lists."""
    return counted().get(key, (0, 0))[0] >= GIVEN


def opened(key: str) -> int:
    """How many full names of the lists a part of a name opens."""
    return counted().get(key, (0, 0))[0]


def is_listed(key: str) -> bool:
    """Whether the lists of names have a part of a name at all."""
    return key in counted()


@lru_cache(maxsize=1 << 14)
def share_of(part: Part, first: bool) -> float:
    """The share of people who have this part of a name, as their given name or behind it."""
    opened, later = counted().get(part.key, (0, 0))
    return max(opened if first else later, UNHEARD) / everybody()


def share(parts: tuple[Part, ...]) -> float:
    """The share of people who have all these parts."""
    found = share_of(parts[0], True) if parts else 1.0
    for part in parts[1:]:
        found *= share_of(part, False)
    return found
