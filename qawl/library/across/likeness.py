"""How much of two pages is the same, word by word, and what stands between the stretches that both have."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from qawl.library.searching.words import Word, words_of_page
from qawl.model import Document, Person, Place

Range = tuple[int, int]
# The parts of a page that are its article; menus, lists of other articles and headings may change while it stays the same.
ARTICLE_PARTS = ("lead", "body", "caption")
# So many words in a row make a stretch; fewer stand in any two texts.
STRETCH = 3
STOP = re.compile(r"[.!?؟\n]")
# What ends the town and day before a report, or the name of who sends it.
HEAD_END = re.compile(r"\s[-–—]+\s|[:)]")


class Named(NamedTuple):
    """Where a text names somebody or some place, whose full name in it is ``name``."""

    start: int
    end: int
    name: str


class Prose(NamedTuple):
    """The article of a page as words, the text that they stand in, and where it names people and places, by their full names."""

    text: str
    words: list[Word]
    people: list[Named]
    places: list[Named]

    @property
    def stems(self) -> list[str]:
        """What is compared."""
        return [word.stem for word in self.words]

    def written(self, words: Range) -> str:
        """The text from the first to the last of some words."""
        first, stop = words
        return self.text[self.words[first].start : self.words[stop - 1].end] if first < stop else ""

    def before(self, place: int) -> str:
        """What stands between a word and the one before it; a line end where there is none."""
        if not 0 < place < len(self.words):
            return "\n"
        return self.text[self.words[place - 1].end : self.words[place].start]

    def sentence_begins(self, place: int) -> bool:
        """Whether a sentence begins right before a word, or nothing stands there."""
        return STOP.search(self.before(place)) is not None


class Gap(NamedTuple):
    """What two pages have where they differ: words of the one and of the other. ``head`` is a town and day, or who sends it."""

    one: Range
    other: Range
    head: bool = False


class Likeness(NamedTuple):
    """Two pages side by side: the stretches that both have, as words from and up to in each."""

    one: Prose
    other: Prose
    stretches: list[tuple[Range, Range]]

    @property
    def common(self) -> int:
        """How many words stand in the stretches."""
        return sum(stop - first for (first, stop), _ in self.stretches)

    @property
    def of_one(self) -> float:
        """Which share of the first page the other one has."""
        return self.common / max(1, len(self.one.words))

    @property
    def of_shorter(self) -> float:
        """Which share of the shorter page the longer one has."""
        return self.common / max(1, min(len(self.one.words), len(self.other.words)))

    @property
    def of_longer(self) -> float:
        """Which share of the longer page the shorter one has."""
        return self.common / max(1, len(self.one.words), len(self.other.words))

    def gaps(self) -> Iterator[Gap]:
        """What differs between the stretches, and in the sentences in which the first begins and the last ends."""
        if not self.stretches:
            return
        yield from self._ahead()
        for (one, other), (next_one, next_other) in pairwise(self.stretches):
            yield from parts_of(self.one, (one[1], next_one[0]), self.other, (other[1], next_other[0]))
        one, other = self.stretches[-1]
        yield Gap((one[1], sentence_end(self.one, one[1])), (other[1], sentence_end(self.other, other[1])))

    def _ahead(self) -> Iterator[Gap]:
        one, other = self.stretches[0]
        first, then = sentence_start(self.one, one[0]), sentence_start(self.other, other[0])
        middle, centre = head_end(self.one, first, one[0]), head_end(self.other, then, other[0])
        yield Gap((first, middle), (then, centre), head=True)
        yield Gap((middle, one[0]), (centre, other[0]))


def prose_of(document: Document, people: Sequence[Person] = (), towns: Sequence[Place] = ()) -> Prose:
    """The article of a page; all of its text where no part is known for one."""
    text = document.text
    places = [(part.start, part.end) for part in document.parts if part.role in ARTICLE_PARTS] or [(0, len(text))]
    words = [word for place in places for word in words_in(text, place) if word.stem]
    return Prose(text, words, named(people), named(towns))


def words_in(text: str, place: Range) -> Iterator[Word]:
    """The words of a text that begin in a part of it."""
    words = words_of_page(text)
    return islice(words, *(bisect_left(words, at, key=attrgetter("start")) for at in place))


def named(known: Sequence[Person | Place]) -> list[Named]:
    """Where people or places are named."""
    return [Named(span.start, span.end, one.name) for one in known for span in one.mentions]


def likeness(one: Prose, other: Prose) -> Likeness:
    """Two pages side by side."""
    least = min(STRETCH, len(one.words), len(other.words))
    stretches = [
        ((step.src_start, step.src_end), (step.dest_start, step.dest_end))
        for step in LCSseq.opcodes(one.stems, other.stems)
        if step.tag == "equal" and step.src_end - step.src_start >= least
    ]
    return Likeness(one, other, stretches)


def parts_of(one: Prose, own: Range, other: Prose, its: Range) -> Iterator[Gap]:
    """A gap; where only one page has whole sentences in it, these apart from what is before and behind them."""
    mine, theirs = sentences_in(one, own), sentences_in(other, its)
    if mine is None or theirs is None or (mine[0] < mine[1] and theirs[0] < theirs[1]):
        yield Gap(own, its)
    else:
        yield from (Gap((own[0], mine[0]), (its[0], theirs[0])), Gap(mine, theirs), Gap((mine[1], own[1]), (theirs[1], its[1])))


def sentences_in(prose: Prose, words: Range) -> Range | None:
    """The whole sentences among some words, none where one ends and another begins; None where all stand in one sentence."""
    begin = [place for place in range(words[0], words[1] + 1) if prose.sentence_begins(place)]
    return (begin[0], begin[-1]) if begin else None


def sentence_start(prose: Prose, place: int) -> int:
    """The first word of the sentence that goes on at a place."""
    while not prose.sentence_begins(place):
        place -= 1
    return place


def sentence_end(prose: Prose, place: int) -> int:
    """The place behind the last word of the sentence that has come to a place."""
    while not prose.sentence_begins(place):
        place += 1
    return place


def head_end(prose: Prose, first: int, stop: int) -> int:
    """The place behind a town and day, or behind who sends it, at the beginning of a sentence."""
    ends = [place for place in range(first + 1, stop + 1) if HEAD_END.search(prose.before(place))]
    return ends[-1] if ends else first
