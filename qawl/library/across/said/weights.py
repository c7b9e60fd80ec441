"""How much a word of a statement tells: the seldomer it is, the more; words of time, place and degree tell hardly anything."""

from __future__ import annotations

from functools import cache, lru_cache
from math import log

from qawl.arabic.letters import ARTICLE, FUTURE
from qawl.arabic.ordinary import frequencies
from qawl.library.across.said.roots import KEPT, said_table
from qawl.library.searching.words import words_of
from qawl.tables import several

# A word weighs as much as it is seldom; one that stands more often than once in so many words of general text weighs least.
COMMON = 6.0
LEAST, MOST = 0.3, 8.0
# What is added to how often a word stands, so that chance does not tell between seldom ones.
SMOOTH = 50


def is_idle(stem: str) -> bool:
    """Whether a word tells hardly anything, with what tells of the future before it or without: ستكون."""
    return stem in idle_words() or (stem.startswith(FUTURE) and stem[1:] in idle_words())


@cache
def idle_words() -> frozenset[str]:
    """Words of time, place and degree that tell hardly anything by themselves."""
    return frozenset(word.stem for row in said_table("idle_words.tsv") for form in several(row["forms"]) for word in words_of(form))


@lru_cache(maxsize=KEPT)
def weight_of(stem: str) -> float:
    """How much a word tells."""
    known = frequencies()
    often = known.get(stem, 0) + known.get(ARTICLE + stem, 0)
    return min(MOST, max(LEAST, log(all_words() / (often + SMOOTH)) - COMMON))


@cache
def all_words() -> int:
    """How many words the list of frequencies counts."""
    return sum(frequencies().values())
