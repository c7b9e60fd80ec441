"""On which condition something is told: إذا | وافقت تونس | فإن المجلس يرحب بذلك، يرحب المجلس بذلك إذا | وافقت تونس."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from qawl.arabic.findings import Range
from qawl.arabic.frames.scene import Scene
from qawl.arabic.kept import kept
from qawl.arabic.letters import IN, IN_CASES, ON_CONDITIONS, SO
from qawl.arabic.lexicon import COMMA, PREFIX, PUNCTUATION, SUPPOSES, THAT
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_among, words_of


def condition_of(scene: Scene, place: int, limits: Range) -> Range | None:
    """The condition under which what stands at `place` is told within its sentence, None where there is none."""
    return next((words for words in conditions(scene, limits) if not words[0] <= place < words[1]), None)


def is_supposed(scene: Scene, place: int, limits: Range) -> bool:
    """Whether what stands at `place` is itself the condition of something else."""
    return any(first <= place < stop for first, stop in conditions(scene, limits))


@kept
def conditions(scene: Scene, limits: Range) -> tuple[Range, ...]:
    """The conditions in a range of tokens, each without the word that leads to it."""
    return tuple(conditions_told(scene, limits))


def conditions_told(scene: Scene, limits: Range) -> Iterator[Range]:
    """The same, one after the other."""
    leading = may_lead(scene.tokens)
    for place in leading[bisect_left(leading, limits[0]) : bisect_left(leading, limits[1])]:
        if leads_to_condition(scene, place):
            first = place + 1
            while first < limits[1] and scene.tokens.kinds[first] & THAT:
                first += 1
            stop = next((at for at in range(first + 1, limits[1]) if ends_condition(scene, at)), limits[1])
            if first < stop:
                yield scene.passage.trim(first, stop)


@kept
def may_lead(tokens: Tokens) -> list[int]:
    """Where words stand that may lead to a condition, in order."""
    return sorted({*words_of(tokens, SUPPOSES), *words_among(tokens, (*IN_CASES, *ON_CONDITIONS))})


def leads_to_condition(scene: Scene, place: int) -> bool:
    """Whether إذا, لو, في حال or شريطة أن stands at `place`."""
    tokens = scene.tokens
    key = tokens.keys[place]
    if tokens.kinds[place] & SUPPOSES:
        return True
    if key in IN_CASES:
        return bool(place) and tokens.keys[place - 1] == IN
    return key in ON_CONDITIONS and bool(tokens.kinds[place + 1] & THAT)


def ends_condition(scene: Scene, place: int) -> bool:
    """Whether a condition ends before `place`: a comma or another mark, or ف before what follows from it."""
    tokens = scene.tokens
    if tokens.kinds[place] & (COMMA | PUNCTUATION):
        return True
    return bool(tokens.kinds[place] & PREFIX) and tokens.keys[place] == SO
