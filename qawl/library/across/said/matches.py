"""Two contents side by side: which words stand for each other, and what one has in place of what the other has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from qawl.library.across.said.contents import NUMBER_WEIGHT, Content, Figure, Unit
from qawl.library.across.said.roots import FEWEST

# So many words before what both have a negation belongs to it.
AHEAD = 2
STEM, ROOT, SENSE, SHORT_ROOT = 1.0, 0.9, 0.8, 0.5
# What stands in place of something else has so many words at most; so many where most of the rest is the same.
REPLACED, REPLACED_IN_MOST, IN_MOST = 2, 6, 0.6


class Met(NamedTuple):
    """A word of the one content that stands for a word of the other, and how surely."""

    one: int
    other: int
    by: float


class Matches(NamedTuple):
    """What two contents have of each other.

    ``share`` is that of the one that tells less, ``of_both`` that of the other; ``weight`` is what both have. ``frame`` is the
    share of the shorter that stands in the other word for word in order; ``replaced``: a word there stands in place of another.
    """

    a: Content
    b: Content
    met: tuple[Met, ...]
    share: float
    of_both: float
    weight: float
    frame: float
    replaced: bool
    opposites: bool
    other_places: bool
    of_others: bool

    @property
    def negated_in_one(self) -> bool:
        """Whether a word of both is negated in one alone, or one has a negation amid what both have and the other none."""
        pairs = [(self.a.units[pair.one], self.b.units[pair.other], pair.by) for pair in self.met]
        both = bool(self.a.negations and self.b.negations)
        if any(is_denied_in_one(one, other, by, both) for one, other, by in pairs):
            return True
        sides = ((self.a, self.b, [pair.one for pair in self.met]), (self.b, self.a, [pair.other for pair in self.met]))
        return any(not other.negations and is_negated_amid(one, places) for one, other, places in sides)


def is_negated_amid(content: Content, places: list[int]) -> bool:
    """Whether a word that the other content lacks is negated, not within limits, amid those that it has or right before them."""
    amid = range(max(0, min(places) - AHEAD), max(places)) if places else range(0)
    return any(content.units[place].negated in ("negates", "until", "far") for place in amid if place not in places)


def is_denied_in_one(one: Unit, other: Unit, by: float, both: bool) -> bool:
    """Whether one of two words is negated.

    Within limits that tells of the same word alone, up to a time of its root too; of being, where only one of the contents negates.
    """
    if bool(one.negated) == bool(other.negated) or are_opposite(one, other):
        return False
    hold = one.negated or other.negated
    if hold == "far":
        return not both
    return by == STEM or hold == "negates" or (hold == "until" and by == ROOT)


def matches_of(a: Content, b: Content) -> Matches:
    """What two contents have of each other."""
    met = matched(a, b)
    both = NUMBER_WEIGHT * len(a.numbers & b.numbers)
    of_a = both + sum(pair.by * a.units[pair.one].weight for pair in met)
    of_b = both + sum(pair.by * b.units[pair.other].weight for pair in met)
    shares = sorted((of_a / max(a.weight, 1.0), of_b / max(b.weight, 1.0)))
    free_a = set(range(len(a.units))) - {pair.one for pair in met}
    free_b = set(range(len(b.units))) - {pair.other for pair in met}
    frame, replaced = frame_of(a, b, free_a, free_b)
    return Matches(
        a, b, tuple(met), shares[1], shares[0], min(of_a, of_b), frame, replaced,
        opposites=any(-side in opposites_in(b, free_b) for side in opposites_in(a, free_a)),
        other_places=any(a.units[one].is_place for one in free_a) and any(b.units[other].is_place for other in free_b),
        of_others=any(is_of_other(a, b, pair, free_a, free_b) for pair in met),
    )  # fmt: skip


def opposites_in(content: Content, places: Iterable[int]) -> set[int]:
    """The sides of the opposites that words at some places have."""
    return {side for place in places for side in content.units[place].opposites}


def is_of_other(a: Content, b: Content, pair: Met, free_a: set[int], free_b: set[int]) -> bool:
    """Whether a word of both is something else's in each: طريق العقبة, طريق الميناء."""
    if not (a.units[pair.one].of_next and b.units[pair.other].of_next):
        return False
    return pair.by >= ROOT and pair.one + 1 in free_a and pair.other + 1 in free_b


def matched(a: Content, b: Content) -> list[Met]:
    """The words of both that stand for each other, one to one: by stem, else by root, else by sense."""
    found: list[Met] = []
    free, left = list(range(len(a.units))), set(range(len(b.units)))
    for by, asked, signs in STEPS:
        places, still = by_signs(b, left, signs), []
        for one in free:
            meets = [place for sign in asked(a.units[one]) for place in places.get(sign, ()) if place in left]
            if meets:
                found.append(Met(one, min(meets), by))
                left.discard(min(meets))
            else:
                still.append(one)
        free = still
    return found


Sign = str | tuple[str, int] | tuple[str, int, bool]


def by_signs(content: Content, among: set[int], signs: Callable[[Unit], Iterable[Sign]]) -> dict[Sign, list[int]]:
    """Sign -> the places among some at which a word has it."""
    found: dict[Sign, list[int]] = {}
    for place in among:
        for sign in signs(content.units[place]):
            found.setdefault(sign, []).append(place)
    return found


def stem_of(unit: Unit) -> tuple[str, ...]:
    """By what two words are one."""
    return (unit.stem,)


def roots_of(unit: Unit) -> Iterable[str]:
    """The roots that a word may have; those of two letters many words may have."""
    return unit.roots


def long_roots_of(unit: Unit) -> list[str]:
    """The roots of three letters, or of two with the place of the weak one."""
    return [root for root in unit.roots if len(root) > FEWEST]


def senses_of(unit: Unit) -> list[Sign]:
    """For what a word may stand: its near synonyms, those of which it is the general word or a special one, what it contradicts."""
    if not (unit.senses or unit.kinds or unit.opposites):
        return []
    contrary = (("opposite", side, bool(unit.negated)) for side in unit.opposites)
    return [*(("sense", row) for row in unit.senses), *(("kind", row) for row in unit.kinds), *contrary]


def senses_asked(unit: Unit) -> list[Sign]:
    """By what another word may stand for a word: near synonyms, a general and a special one, a word and the negated contrary."""
    if not (unit.senses or unit.kinds or unit.opposites):
        return []
    contrary = (("opposite", -side, not unit.negated) for side in unit.opposites)
    return [*(("sense", row) for row in unit.senses), *(("kind", -row) for row in unit.kinds), *contrary]


# How surely words stand for each other that meet so: what is asked of a word of the one, and what the words of the other have.
STEPS: tuple[tuple[float, Callable[[Unit], Iterable[Sign]], Callable[[Unit], Iterable[Sign]]], ...] = (
    (STEM, stem_of, stem_of),
    (ROOT, long_roots_of, long_roots_of),
    (SENSE, senses_asked, senses_of),
    (SHORT_ROOT, roots_of, roots_of),
)


class Outline(NamedTuple):
    """A content as it is looked at before it is matched: by step what its words have; of each word its weight and what it asks."""

    numbers: frozenset[Figure]
    weight: float
    have: tuple[frozenset[Sign], ...]
    asked: tuple[tuple[float, tuple[frozenset[Sign], ...]], ...]


def outline_of(content: Content) -> Outline:
    """The outline of a content."""
    have = tuple(frozenset(sign for unit in content.units for sign in signs(unit)) for _, _, signs in STEPS)
    asked = tuple((unit.weight, tuple(frozenset(asked(unit)) for _, asked, _ in STEPS)) for unit in content.units)
    return Outline(content.numbers, content.weight, have, asked)


def most_shared(a: Outline, b: Outline) -> float:
    """The share that two contents have of each other at most, as if a word could stand for several."""
    both = NUMBER_WEIGHT * len(a.numbers & b.numbers)
    return max((both + reach(one, other)) / max(one.weight, 1.0) for one, other in ((a, b), (b, a)))


def reach(one: Outline, other: Outline) -> float:
    """The weight of the words of the one for which some word of the other may stand."""
    found = 0.0
    for weight, asked in one.asked:
        for (by, _, _), signs, have in zip(STEPS, asked, other.have, strict=True):
            if not have.isdisjoint(signs):
                found += by * weight
                break
    return found


def are_opposite(one: Unit, other: Unit) -> bool:
    """Whether two words say the contrary of each other."""
    return any(-side in other.opposites for side in one.opposites)


def frame_of(a: Content, b: Content, free_a: set[int], free_b: set[int]) -> tuple[float, bool]:
    """Which share of the shorter stands in the other word for word in its order, and whether a word there is replaced."""
    stems, others = [unit.stem for unit in a.units], [unit.stem for unit in b.units]
    same = 0.0
    run: list[tuple[set[int], set[int]]] = []
    own: set[int] = set()
    theirs: set[int] = set()
    for step in LCSseq.opcodes(stems, others):
        if step.tag == "equal":
            same += sum(a.units[place].weight for place in range(step.src_start, step.src_end))
            run.append((own, theirs))
            own, theirs = set(), set()
        else:
            own |= set(range(step.src_start, step.src_end))
            theirs |= set(range(step.dest_start, step.dest_end))
    run.append((own, theirs))
    shorter = min(sum(unit.weight for unit in content.units) for content in (a, b))
    frame = same / max(shorter, 1.0)
    most = REPLACED_IN_MOST if frame >= IN_MOST else REPLACED
    return frame, any(left & free_a and right & free_b and max(len(left), len(right)) <= most for left, right in run)
