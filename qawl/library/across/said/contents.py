"""What a statement holds, for comparing: its words with their roots and senses, which of them are negated, its numbers."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from qawl.arabic.letters import ARTICLE, HIS, TO_THE, fold
from qawl.arabic.lexicon import CITY, COUNTRY, FUNCTION, NATION, PREFIX, PUNCTUATION, RELATIVE
from qawl.arabic.ordinary import frequencies, is_feminine_verb, is_owned, is_theirs, is_verb
from qawl.arabic.tokens import Tokens
from qawl.library.across.said.negations import Hold, around_negations, negated_words
from qawl.library.across.said.numbers import DAYS_LONG, Figure, Time, numbers_of, stands_in
from qawl.library.across.said.roots import KEPT, roots
from qawl.library.across.said.senses import is_lacking, kinds_of, opposites_of, senses_of
from qawl.library.across.said.weights import is_idle, weight_of
from qawl.library.searching.words import Word, words_of

NUMBER_WEIGHT = 4.0
# So many contents are kept: those of a page, and those that they are held against.
CONTENTS_KEPT = 1 << 10
# What general text has less often may be a name.
NAME_BELOW = 40
PLACES = CITY | COUNTRY | NATION


class Unit(Struct, frozen=True, gc=False):
    """A word that carries meaning: its stem, roots and senses, its weight, whether it is a place's.

    ``negated``: how far a negation of it holds; None where there is none. ``of_next``: it is the next one's: طريق العقبة.
    ``how_many``: how many of it a number tells, and ``rank``: the how manieth it is; None where nothing tells. ``acts``: it may be
    a verb, by its form. ``lacks``: it tells that something is not there or not done.
    """

    stem: str
    roots: frozenset[str]
    senses: frozenset[int]
    opposites: frozenset[int]
    kinds: frozenset[int]
    weight: float
    negated: Hold | None
    is_place: bool
    of_next: bool
    how_many: float | None
    rank: float | None
    acts: bool = False
    lacks: bool = False

    @property
    def denies(self) -> bool:
        """Whether it is negated, without limits."""
        return self.negated in ("negates", "far", "since")


class Content(NamedTuple):
    """A statement as units in order, its numbers, its negations, whether it tells how long something takes, and of the most.

    ``numbers``: lengths of time in days; ``alone``: those of a unit alone, خلال أسبوع. ``days``: weekdays, months, hours.
    """

    units: tuple[Unit, ...]
    numbers: frozenset[Figure]
    alone: frozenset[float]
    days: frozenset[Time]
    negations: int
    takes_time: bool
    tells_most: bool

    @property
    def weight(self) -> float:
        """All units and numbers."""
        return sum(unit.weight for unit in self.units) + NUMBER_WEIGHT * len(self.numbers)

    @property
    def lengths(self) -> frozenset[float]:
        """All lengths of time in days."""
        return self.alone | {value for kind, value in self.numbers if kind == DAYS_LONG}


@lru_cache(maxsize=CONTENTS_KEPT)
def content_of(text: str) -> Content:
    """What a statement holds."""
    tokens = Tokens(text)
    kinds = dict(zip(tokens.starts, tokens.kinds, strict=False))
    words = [word for word in words_of(text) if word.stem]
    numbers = numbers_of(tokens, words)
    negated = negated_words(text, words)
    kept = {
        place: kind
        for place, word in enumerate(words)
        if not stands_in(word, numbers.places) and carries(word, kind := kinds_at(kinds, word))
    }
    units = [
        in_place(
            unit_of(words[place].stem),
            negated.get(place),
            bool(kind & PLACES),
            place + 1 in kept and is_of_next(text, words, place),
            numbers.counted.get(place),
            numbers.ranks.get(place),
            may_be_verb(text, words, place, kinds),
        )
        for place, kind in kept.items()
    ]
    takes_time, tells_most = (any(word.stem in around for word in words) for around in map(around_negations, ("takes", "most")))
    return Content(tuple(units), numbers.figures, numbers.alone, numbers.days, len(negated), takes_time, tells_most)


def in_place(
    unit: Unit, negated: Hold | None, is_place: bool, of_next: bool, how_many: float | None, rank: float | None, acts: bool
) -> Unit:
    """A word as a unit where it stands; of most nothing is told."""
    if not (negated or is_place or of_next or acts or how_many is not None or rank is not None):
        return unit
    return replace(unit, negated=negated, is_place=is_place, of_next=of_next, how_many=how_many, rank=rank, acts=acts)


def may_be_verb(text: str, words: list[Word], place: int, kinds: dict[int, int]) -> bool:
    """Whether a word without article is a verb by its form, and not behind a relative one: يستقبل; not سرقة, الذي يصل."""
    word = words[place]
    if word.stem.endswith(HIS) or led_by(text, word).endswith((ARTICLE, TO_THE)):
        return False
    if place and kinds_at(kinds, words[place - 1]) & RELATIVE:
        return False
    return is_verb(word.stem) or is_feminine_verb(word.stem)


def kinds_at(kinds: dict[int, int], word: Word) -> int:
    """The classes of a word, its prefixes aside."""
    for place in range(word.end - 1, word.start - 1, -1):
        if place in kinds:
            return kinds[place]
    return 0


def carries(word: Word, kind: int) -> bool:
    """Whether a word carries meaning; a lone letter is the sign of a unit: كلم/س."""
    if kind & (PREFIX | PUNCTUATION) or is_idle(word.stem) or (len(word.stem) == 1 and word.stem.isalpha()):
        return False
    return not kind & FUNCTION


def is_of_next(text: str, words: list[Word], place: int) -> bool:
    """Whether a word without article stands right before a definite one, whose it is then: طريق العقبة, لترميم سورها."""
    word, owner = words[place], words[place + 1]
    if led_by(text, word).endswith((ARTICLE, TO_THE)) or not text[word.end : owner.start].isspace():
        return False
    lead, key = led_by(text, owner), fold(text[owner.start : owner.end])
    owned = is_theirs(key) or is_owned(key) or frequencies().get(key, 0) < NAME_BELOW
    return lead == ARTICLE or (not lead and owned)


def led_by(text: str, word: Word) -> str:
    """The prefixes and the article that a word is written with."""
    return fold(text[word.start : word.end]).removesuffix(word.stem)


@lru_cache(maxsize=KEPT // 2)
def unit_of(stem: str) -> Unit:
    """A word as a unit, without what its place in a statement tells of it."""
    found = roots(stem)
    looked_up = (senses_of(stem, found), opposites_of(stem, found), kinds_of(stem, found))
    return Unit(stem, found, *looked_up, weight_of(stem), None, False, False, None, None, False, is_lacking(stem, found))
