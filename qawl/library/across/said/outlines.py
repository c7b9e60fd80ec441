"""What a content is looked at for before it is matched word by word: signs of its words and numbers, kept beside the statement.

Two words may stand for each other only where they share a sign, so the look tells how much of two contents can be the same at most.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from msgspec.structs import replace

from qawl.library.across.said.contents import NUMBER_WEIGHT, Content, unit_of
from qawl.library.across.said.matches import STEPS, Sign
from qawl.library.across.said.numbers import DAYS_LONG
from qawl.library.across.said.roots import FEWEST, KEPT

# The last bits of a sign tell by which step it is met, the surest first.
STEP_BITS = 2
STEP = (1 << STEP_BITS) - 1
BY = tuple(by for by, _, _ in STEPS)
SHORT = len(STEPS) - 1
# Numbers are met as a stem is: as they are, or a length of time by its unit alone, خلال أسبوع.
NUMBER, ALONE = "number", "alone"
# The weight of all, how many words and numbers there are, and how many signs.
HEAD = Struct("<fHI")
FEW, MOST_WORDS = 0xFF, 0xFFFF


class Outline(NamedTuple):
    """A content as it is looked at: its weight, that of each word and number, and which of them ask for a sign."""

    weight: float
    weights: tuple[float, ...]
    asked: dict[int, list[int]]


def outline_of(content: Content) -> Outline:
    """A content as it is held against others."""
    asked: dict[int, list[int]] = {}
    weights = []
    for place, (weight, _, signs) in enumerate(looked_at(content)):
        weights.append(weight)
        for sign in signs:
            asked.setdefault(sign, []).append(place)
    return Outline(content.weight, tuple(weights), asked)


def packed(content: Content) -> bytes:
    """A content as it is kept for others to be held against."""
    words = list(looked_at(content))[:MOST_WORDS]
    signs = [(sign, place) for place, (_, signs, _) in enumerate(words) for sign in signs]
    shape = layout(len(words), len(signs))
    return HEAD.pack(content.weight, len(words), len(signs)) + shape.pack(
        *(weight for weight, _, _ in words), *(sign for sign, _ in signs), *(place for _, place in signs)
    )


@lru_cache(maxsize=KEPT // 16)
def layout(words: int, signs: int) -> Struct:
    """The weight of each word, the signs of all, and which word has each."""
    return Struct(f"<{words}f{signs}I{signs}{'B' if words <= FEW else 'H'}")


Signs = tuple[int, ...]


def looked_at(content: Content) -> Iterator[tuple[float, Signs, Signs]]:
    """The words and numbers of a content: what each weighs, the signs that it has, and those that it asks for in others."""
    for unit in content.units:
        yield unit.weight, *signs_of(unit.stem, bool(unit.negated))
    for kind, value in content.numbers:
        had = number_of((f"{NUMBER} {kind}", value), 0)
        yield NUMBER_WEIGHT, (had,), (had, number_of((ALONE, value), 0)) if kind == DAYS_LONG else (had,)
    for value in content.alone:
        yield NUMBER_WEIGHT, (number_of((ALONE, value), 0),), (number_of((f"{NUMBER} {DAYS_LONG}", value), 0),)


@lru_cache(maxsize=KEPT // 4)
def signs_of(stem: str, negated: bool) -> tuple[Signs, Signs]:
    """The signs that a word has, and those that it asks for in others, the surest first."""
    unit = replace(unit_of(stem), negated="negates" if negated else None)
    steps = [(step, had(unit), asked(unit)) for step, (_, asked, had) in enumerate(STEPS)]
    sides = ([(step, sign) for step, *sides in steps for sign in sides[side]] for side in (0, 1))
    had, asked = (
        tuple(dict.fromkeys(number_of(sign, step) for step, sign in side if step < SHORT or is_short(sign))) for side in sides
    )
    return had, asked


def is_short(root: Sign) -> bool:
    """Whether a root has two letters; a longer one is met before."""
    return len(root) <= FEWEST


def number_of(sign: Sign | tuple[str, float], step: int) -> int:
    """A sign as a number of 32 bits."""
    return crc32(repr(sign).encode()) >> STEP_BITS << STEP_BITS | step


def most_shared(one: Outline, kept: bytes) -> tuple[float, float, float]:
    """What two contents have of each other at most, as if a word could stand for several; the other one is packed.

    The share of the one that tells more, that of the other, and how much what both have weighs.
    """
    weight, words, signs = HEAD.unpack_from(kept)
    values = layout(words, signs).unpack_from(kept, HEAD.size)
    asked, own, its = one.asked, dict[int, float](), dict[int, float]()
    for sign, owner in zip(values[words : words + signs], values[words + signs :], strict=True):
        if sign in asked:
            by = BY[sign & STEP]
            its.setdefault(owner, by)
            for place in asked[sign]:
                if by > own.get(place, 0.0):
                    own[place] = by
    of_own = sum([by * one.weights[place] for place, by in own.items()])
    of_its = sum([by * values[place] for place, by in its.items()])
    less, more = sorted((of_own / max(one.weight, 1.0), of_its / max(weight, 1.0)))
    return less, more, min(of_own, of_its)
