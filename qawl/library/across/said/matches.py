"""Two contents side by side: which words stand for each other, and what one has in place of what the other has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from qawl.library.across.said.contents import NUMBER_WEIGHT, Content, Unit
from qawl.library.across.said.numbers import DAYS_LONG, Figure, counting, endings
from qawl.library.across.said.roots import FEWEST, is_plural_of
from qawl.library.across.said.senses import surely_senses_of

# So many words before what both have a negation belongs to it.
AHEAD = 2
STEM, ROOT, SENSE, SHORT_ROOT = 1.0, 0.9, 0.8, 0.5
# What stands in place of something else has so many words at most; so many where most of the rest is the same.
REPLACED, REPLACED_IN_MOST, IN_MOST = 2, 6, 0.6
IN_PLACE_OF_ONE = 3
# Behind numbers up to this one stands the plural.
MOST_IN_PLURAL = 10


class Met(NamedTuple):
    """A word of the one content that stands for a word of the other, and how surely."""

    one: int
    other: int
    by: float


class Alike(NamedTuple):
    """Two words that stand for each other."""

    one: Unit
    other: Unit
    by: float

    @property
    def is_sure(self) -> bool:
        """Whether they are one by more than a sense of a root of two letters, which many words may have."""
        if self.by != SENSE or not self.one.senses & self.other.senses:
            return True
        sure = (surely_senses_of(unit.stem, unit.roots) for unit in (self.one, self.other))
        return not next(sure).isdisjoint(next(sure))


class Matches(NamedTuple):
    """What two contents have of each other.

    ``share`` is that of the one that tells less, ``of_both`` that of the other; ``weight`` is what both have. ``frame`` is the
    share of the shorter that stands in the other word for word in order; ``replaced``: a word there stands in place of another.
    ``numbers``: they tell other numbers, count other things, or name other days. ``evened``: what one negates the other tells by a
    word of lacking, or negates one; ``kept_from``: such a word keeps from what the other tells as done.
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
    numbers: bool
    evened: bool
    kept_from: bool

    @property
    def agreeing(self) -> int:
        """How many words and numbers both have, without words that only a short root makes alike."""
        pairs = (Alike(self.a.units[pair.one], self.b.units[pair.other], pair.by) for pair in self.met)
        return sum(pair.is_sure for pair in pairs) + numbers_of_both(self.a, self.b)

    @property
    def matter_alone(self) -> bool:
        """Whether both speak of the same things, and each does something else: سفن القمح تدخل يوميا, سفن القمح تتأخر.

        Then no verb of the one stands for a word of the other, all that meets is the same word, both tell no number, and none
        negates, which may be the contrary of what the other affirms.
        """
        if self.a.numbers & self.b.numbers or self.a.negations or self.b.negations:
            return False
        if any(pair.by in (SENSE, SHORT_ROOT) for pair in self.met):
            return False
        if any(self.a.units[pair.one].acts or self.b.units[pair.other].acts for pair in self.met):
            return False
        acting = [any(unit.acts for unit in content.units) for content in (self.a, self.b)]
        return all(acting)

    @property
    def counts_alone(self) -> bool:
        """Whether both tell a number of the same thing, and hardly anything else: ألف شاب تقدموا, ألف شاب نجحوا."""
        counted = [self.a.units[pair.one].how_many and self.b.units[pair.other].how_many for pair in self.met]
        others = [pair.by for pair, number in zip(self.met, counted, strict=True) if not number]
        more = min(len(self.a.units), len(self.b.units)) > len(self.met)
        return (
            bool(self.a.numbers & self.b.numbers) and any(counted) and more and len(others) < 2 and all(by < ROOT for by in others)
        )

    @property
    def negated_in_one(self) -> bool:
        """Whether a word of both is negated in one alone, or one has a negation amid what both have and the other none."""
        if self.evened:
            return False
        if self.kept_from:
            return True
        pairs = [
            (self.a.units[pair.one], self.b.units[pair.other], pair.by)
            for pair in self.met
            if not (is_behind_denied(self.a, pair.one) or is_behind_denied(self.b, pair.other))
        ]
        both, most = bool(self.a.negations and self.b.negations), self.a.tells_most or self.b.tells_most
        if any(is_denied_in_one(one, other, by, both, most) for one, other, by in pairs):
            return True
        if takes_as_long(self.a, self.b) or takes_as_long(self.b, self.a):
            return any(by == SENSE and bool(one.negated) != bool(other.negated) for one, other, by in pairs)
        sides = ((self.a, self.b, [pair.one for pair in self.met]), (self.b, self.a, [pair.other for pair in self.met]))
        return any(not other.negations and is_negated_amid(one, places) for one, other, places in sides)


def is_behind_denied(content: Content, place: int) -> bool:
    """Whether a word that is not negated stands right behind one that is, so that it may be too: لم يتقاضوا رواتب, بلا رواتب."""
    before = content.units[max(0, place - AHEAD) : place]
    return not content.units[place].negated and any(unit.denies for unit in before)


def is_negated_amid(content: Content, places: list[int]) -> bool:
    """Whether a word that the other content lacks is negated, not within limits, amid those that it has or right before them."""
    amid = range(max(0, min(places) - AHEAD), max(places)) if places else range(0)
    return any(content.units[place].negated in ("negates", "until", "far") for place in amid if place not in places)


def is_denied_in_one(one: Unit, other: Unit, by: float, both: bool, most: bool) -> bool:
    """Whether one of two words is negated.

    Within limits that tells of the same word alone, up to a time of its root too; of being, where only one of the contents
    negates; from a time on, where none tells of the most.
    """
    if bool(one.negated) == bool(other.negated) or are_opposite(one, other):
        return False
    hold = one.negated or other.negated
    if hold == "far":
        return not both
    if hold == "since":
        return by != SHORT_ROOT and not most
    return by == STEM or hold == "negates" or (hold == "until" and by == ROOT)


def takes_as_long(one: Content, other: Content) -> bool:
    """Whether one tells how long something takes, and the other before when it is not: يتطلب أسبوعا, لن يكون قبل سبعة أيام."""
    return one.takes_time and not one.negations and bool(one.lengths & other.lengths)


def matches_of(a: Content, b: Content) -> Matches:
    """What two contents have of each other."""
    met = matched(a, b)
    both = NUMBER_WEIGHT * numbers_of_both(a, b)
    of_a = both + sum(pair.by * a.units[pair.one].weight for pair in met)
    of_b = both + sum(pair.by * b.units[pair.other].weight for pair in met)
    shares = sorted((of_a / max(a.weight, 1.0), of_b / max(b.weight, 1.0)))
    free_a = set(range(len(a.units))) - {pair.one for pair in met}
    free_b = set(range(len(b.units))) - {pair.other for pair in met}
    evened = is_evened(a, b, free_a, free_b)
    told_a, told_b = (free - denying(of, free) if evened else free for of, free in ((a, free_a), (b, free_b)))
    frame, replaced = frame_of(a, b, told_a, told_b)
    return Matches(
        a, b, tuple(met), shares[1], shares[0], min(of_a, of_b), frame, replaced,
        opposites=any(-side in opposites_in(b, told_b) for side in opposites_in(a, told_a))
        or any(say_contrary(a.units[pair.one], b.units[pair.other]) for pair in met),
        other_places=any(a.units[one].is_place for one in free_a) and any(b.units[other].is_place for other in free_b),
        of_others=any(is_of_other(a, b, pair, free_a, free_b) for pair in met),
        numbers=numbers_differ(a, b) or counts_differ(a, b, met) or counts_others(a, b, free_a, free_b) or days_differ(a, b),
        evened=evened,
        kept_from=any(
            is_kept_from(a.units, b.units[one.other], one.one, free_a) or is_kept_from(b.units, a.units[one.one], one.other, free_b)
            for one in met
        ),
    )  # fmt: skip


def denying(content: Content, free: set[int]) -> set[int]:
    """The places of words that tell of lacking, of those that the other content does not have, and of negated ones."""
    return {place for place in free if content.units[place].lacks or content.units[place].denies}


def is_evened(a: Content, b: Content, free_a: set[int], free_b: set[int]) -> bool:
    """Whether with their words of lacking two contents negate as much: بلا رواتب, رواتب متأخرة; لا نقص في الخبز, الخبز متوفر."""
    lacking = [sum(of.units[place].lacks for place in free) for of, free in ((a, free_a), (b, free_b))]
    negations = [sum(unit.denies for unit in of.units) for of in (a, b)]
    return any(lacking) and not (sum(lacking) + sum(negations)) % 2


def is_kept_from(units: tuple[Unit, ...], other: Unit, place: int, free: set[int]) -> bool:
    """Whether a word of lacking stands right before what the other content tells: رفض استقبال الوفد, استقبل الوفد."""
    if other.denies or place - 1 not in free:
        return False
    before = units[place - 1]
    return before.lacks and not before.denies and (other.acts or not before.acts)


def numbers_of_both(a: Content, b: Content) -> int:
    """How many numbers both tell."""
    return len(a.numbers & b.numbers) + len(told_alone(a, b)) + len(told_alone(b, a))


def told_alone(one: Content, other: Content) -> set[Figure]:
    """The lengths of time that one tells by a number and the other by a unit alone: سبعة أيام, أسبوعا."""
    return {(kind, value) for kind, value in one.numbers - other.numbers if kind == DAYS_LONG and value in other.alone}


def numbers_differ(a: Content, b: Content) -> bool:
    """Whether each tells a number that the other has not, or another length of time."""
    of_a, of_b = a.numbers - b.numbers - told_alone(a, b), b.numbers - a.numbers - told_alone(b, a)
    return bool(of_a and of_b) or takes_longer(of_a, a, b) or takes_longer(of_b, b, a)


def takes_longer(left: frozenset[Figure] | set[Figure], one: Content, other: Content) -> bool:
    """Whether one tells a length of time by a number where the other tells another one by a unit alone: ثلاثة أسابيع, أسبوعا."""
    return any(kind == DAYS_LONG for kind, _ in left) and bool(other.alone - one.lengths) and not one.lengths & other.lengths


def counts_differ(a: Content, b: Content, met: list[Met]) -> bool:
    """Whether of a word of both there are one or two in the one, more in the other, or it has another rank."""
    pairs = [(a.units[pair.one], b.units[pair.other]) for pair in met]
    if any(one.rank and other.rank and one.rank != other.rank for one, other in pairs):
        return True
    if any(is_once(one, a) and is_once(other, b) and one.how_many != other.how_many for one, other in pairs):
        return True
    if any(is_one_of_kind(one, other) or is_one_of_kind(other, one) for one, other in pairs):
        return True
    return any(is_few(few, many, of) for one, other in pairs for few, many, of in ((one, other, a), (other, one, b)))


def is_once(unit: Unit, content: Content) -> bool:
    """Whether a number counts a word that stands once."""
    return unit.how_many is not None and sum(other.stem == unit.stem for other in content.units) == 1


def is_one_of_kind(special: Unit, general: Unit) -> bool:
    """Whether one word is a single one of a kind, and the other tells of many by the word of the kind: حارس جديد, لاعبين جدد."""
    many = endings("many")
    of_kind = any(-kind in general.kinds for kind in special.kinds if kind < 0)
    return of_kind and general.stem.endswith(many) and not special.stem.endswith(many)


def is_few(few: Unit, many: Unit, of: Content) -> bool:
    """Whether a word means one or two of what is more in the other content, a number that the one `of` it does not have."""
    if many.how_many is None:
        return few.how_many is None and is_dual_of(many.stem, few.stem)
    if many.how_many in {value for _, value in of.numbers}:
        return False
    return few.how_many == 1 < many.how_many or (few.how_many is None and is_dual(few.stem, many.stem, many.how_many))


def is_dual(stem: str, beside: str, count: float) -> bool:
    """Whether a word tells of two, by its ending, which the same word behind a number does not have."""
    if stem == beside or beside.endswith(endings("both")) or count <= 2:
        return False
    return stem.endswith(endings("two")) or (count <= MOST_IN_PLURAL and stem.endswith(endings("both")))


def is_dual_of(stem: str, single: str) -> bool:
    """Whether a word is two of another one that is written as a single one: هدفين, هدفا; سيارتين, سيارة."""
    if stem == single:
        return False
    pairs = [(end, single_end) for end in endings("two") + endings("both") for single_end in endings("one")]
    return any(stem.endswith(end) and stem.removesuffix(end) + single_end == single for end, single_end in pairs)


def counts_others(a: Content, b: Content, free_a: set[int], free_b: set[int]) -> bool:
    """Whether one number counts other things in each: ثلاثون معلما, ثلاثون ممرضا."""
    of_a, of_b = things_counted(a, free_a), things_counted(b, free_b)
    return any(number in of_b for number in of_a)


def things_counted(content: Content, free: set[int]) -> set[float]:
    """The numbers of things that the other content does not have; people or things in general are any, and a verb is none."""
    units = (content.units[place] for place in free)
    things = (unit for unit in units if not unit.acts and unit.stem not in counting("general"))
    return {unit.how_many for unit in things if unit.how_many and unit.how_many > 1}


def days_differ(a: Content, b: Content) -> bool:
    """Whether each names a weekday, a month, an hour, or how often, that the other has not."""
    return bool({kind for kind, _ in a.days - b.days} & {kind for kind, _ in b.days - a.days})


def opposites_in(content: Content, places: Iterable[int]) -> set[int]:
    """The sides of the opposites that words at some places have."""
    return {side for place in places for side in content.units[place].opposites}


def is_one_of_many(one: Unit, other: Unit, behind: int, free: set[int]) -> bool:
    """Whether a word tells of one that is something else's, where the other content tells of many: سد الوادي, السدود."""
    if not one.roots & other.roots:
        return False
    return one.of_next and behind in free and not (one.acts or other.acts) and is_plural_of(other.stem, one.stem)


def is_of_other(a: Content, b: Content, pair: Met, free_a: set[int], free_b: set[int]) -> bool:
    """Whether a word of both is something else's in each: طريق العقبة, طريق الميناء; or in one, and the other tells of many."""
    one, other = a.units[pair.one], b.units[pair.other]
    if is_one_of_many(one, other, pair.one + 1, free_a) or is_one_of_many(other, one, pair.other + 1, free_b):
        return True
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


def say_contrary(one: Unit, other: Unit) -> bool:
    """Whether two words that meet by one of their senses contradict each other by another one."""
    return are_opposite(one, other) and bool(one.negated) == bool(other.negated)


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
    return frame, any(left & free_a and right & free_b and stand_for_each_other(left, right, most) for left, right in run)


def stand_for_each_other(left: set[int], right: set[int], most: int) -> bool:
    """Whether what stands between words of both is in place of each other: a few words in each, or one and hardly more."""
    few, many = sorted((len(left), len(right)))
    return many <= most or (few == 1 and many <= IN_PLACE_OF_ONE)
