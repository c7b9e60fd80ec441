"""How the parts of a name sound: a look at whether two people may be one, before their names are compared."""

from __future__ import annotations

from functools import lru_cache

from qawl.arabic.alike.forms import name_of
from qawl.arabic.alike.latin import is_latin
from qawl.arabic.alike.spellings import blurred


def may_sound_like(first: str, second: str) -> bool:
    """Whether one of two names may be the other one, by the consonants of their parts alone.

    Two parts of full names that are alike are never both so by a near spelling alone; of one word and in Latin letters all may be.
    """
    return len(sounds_of(first)) < 2 or len(sounds_of(second)) < 2 or have_part_alike(first, second)


def have_part_alike(first: str, second: str) -> bool:
    """Whether a part of two names sounds alike; of Latin letters nobody knows, so that it may."""
    one, other = sounds_of(first), sounds_of(second)
    return not one or not other or not one.isdisjoint(other)


@lru_cache(maxsize=1 << 14)
def sounds_of(name: str) -> frozenset[str]:
    """The consonants of each part of a name; of a Latin one nothing."""
    return frozenset() if is_latin(name) else frozenset(map(blurred, name_of(name).parts))
