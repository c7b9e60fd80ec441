"""Two wordings side by side: which words of a quotation stand in a statement in the same order, and what differs.

Words are compared by their stems, as a search compares them. What differs is told in the words of both, with their places.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.distance import LCSseq

from qawl.arabic.letters import fold, letters_long
from qawl.arabic.wording import opens_clause, spelled_alike
from qawl.library.searching.words import Word, words_of
from qawl.model import Span, slice_span

DifferenceKind = Literal["changed", "missing", "added", "left_out", "form", "spelling", "before", "behind"]
ELLIPSIS = re.compile(r"…|\.\.|\[\s*\]")
STOP = re.compile(r"[.!?؟\n]")

Range = tuple[int, int]


class Worded(NamedTuple):
    """A text, or pieces of it, as words; places are code points of the whole text."""

    text: str
    words: tuple[Word, ...]
    pieces: tuple[int, ...] = ()  # the number of the piece of each word

    @property
    def stems(self) -> list[str]:
        """What is compared."""
        return [word.stem for word in self.words]

    def span(self, words: Range) -> Span | None:
        """The text from the first to the last of some words; None where there are none."""
        first, stop = words
        return slice_span(self.text, self.words[first].start, self.words[stop - 1].end) if first < stop else None

    def form(self, place: int) -> str:
        """A word as it is written."""
        return self.text[self.words[place].start : self.words[place].end]

    def between(self, place: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.words[place - 1].end : self.words[place].start] if 0 < place < len(self.words) else ""


class Difference(Struct, frozen=True, kw_only=True):
    """What the quotation has (places in it) for what the page has (places in its text, or its title).

    ``left_out``: the quotation says so with an ellipsis. ``form``: prefix, article or the name of a month alone; ``spelling``:
    hamza, ya, digits … alone. ``before`` and ``behind``: the rest of the statement, of which only a part is quoted.
    """

    kind: DifferenceKind
    quoted: Span | None = None
    written: Span | None = None


class Step(NamedTuple):
    """A stretch of both: words from and up to, of the quotation and of the page; ``kind`` is None where they are the same."""

    kind: DifferenceKind | None
    quoted: Range
    written: Range


def worded(text: str, pieces: Iterable[Range] | None = None) -> Worded:
    """The words of a text, or of pieces of it."""
    places = [(0, len(text))] if pieces is None else pieces
    words = [(word, number) for number, piece in enumerate(places) for word in apart(text, words_of(text, *piece)) if word.stem]
    return Worded(text, tuple(word for word, _ in words), tuple(number for _, number in words))


def apart(text: str, words: Sequence[Word]) -> Iterator[Word]:
    """Words each with a place of its own, those of one written word too: لايريد."""
    if all(one.start != other.start for one, other in pairwise(words)):
        yield from words
        return
    for (start, end), shared in groupby(words, lambda word: (word.start, word.end)):
        *ahead, last = shared
        for word in ahead:
            middle = start + letters_long(text[start:end], len(word.stem))
            yield replace(word, end=middle)
            start = middle
        yield replace(last, start=start)


def met(quoted: Worded, written: Worded) -> list[str]:
    """The stems of a quotation; a word that is written as one of the page has its stem: a lone مارس that a day tells there."""
    known = set(written.stems)
    forms = {fold(written.form(place)): word.stem for place, word in enumerate(written.words)}
    return [
        word.stem if word.stem in known else forms.get(fold(quoted.form(place)), word.stem)
        for place, word in enumerate(quoted.words)
    ]


def in_order(quoted: Sequence[str], written: Sequence[str]) -> int:
    """How many words of a quotation stand in a statement in the same order, whatever stands between them."""
    return int(LCSseq.similarity(quoted, written))


def window(quoted: Sequence[str], written: Sequence[str]) -> Range:
    """The narrowest stretch of a statement in which as many words stand in order as in the whole; of several the first."""
    most = in_order(quoted, written)
    stop = bisect_left(range(len(written)), most, key=lambda stop: in_order(quoted, written[:stop]))
    head = list(reversed(written[:stop]))
    return stop - bisect_left(range(stop), most, key=lambda size: in_order(quoted[::-1], head[:size])), stop


def align(quoted: Worded, written: Worded) -> list[Step]:
    """The stretches of both side by side, from the beginning of the statement to its end."""
    stems = met(quoted, written)
    first, stop = window(stems, written.stems)
    middle = list(joined(stems, written.stems[first:stop], first))
    middle, first, stop = with_edges(middle, written, first, stop)
    count = len(quoted.words)
    ahead = [Step("before", (0, 0), (0, first))] if first else []
    behind = [Step("behind", (count, count), (stop, len(written.words)))] if stop < len(written.words) else []
    return [*ahead, *(step for one in middle for step in refined(one, quoted, written)), *behind]


def joined(quoted: Sequence[str], written: Sequence[str], first: int) -> Iterator[Step]:
    """What is the same and what is not, in turn; `first` is the place of `written` in the statement."""
    for same, steps in groupby(LCSseq.opcodes(quoted, written), lambda step: step.tag == "equal"):
        run = list(steps)
        own = (run[0].src_start, run[-1].src_end)
        other = (first + run[0].dest_start, first + run[-1].dest_end)
        kind: DifferenceKind = "missing" if own[0] == own[1] else "added" if other[0] == other[1] else "changed"
        yield Step(None if same else kind, own, other)


def with_edges(steps: list[Step], written: Worded, first: int, stop: int) -> tuple[list[Step], int, int]:
    """What a quotation has more at its ends stands for what the statement has there, as far as its clause goes."""
    if steps and steps[0].kind == "added":
        size = steps[0].quoted[1] - steps[0].quoted[0] + 1
        ahead = back(written, first, size)
        if ahead < first:
            steps = [Step("changed", steps[0].quoted, (ahead, first)), *steps[1:]]
            first = ahead
    if len(steps) > 1 and steps[-1].kind == "added":
        size = steps[-1].quoted[1] - steps[-1].quoted[0] + 1
        end = on(written, stop, size)
        if end > stop:
            steps = [*steps[:-1], Step("changed", steps[-1].quoted, (stop, end))]
            stop = end
    return steps, first, stop


def back(written: Worded, place: int, size: int) -> int:
    """Up to so many words back from a place, no further than its clause."""
    first = place
    while first > max(0, place - size) and not parts(written, first):
        first -= 1
    return first


def on(written: Worded, place: int, size: int) -> int:
    """Up to so many words on from a place, no further than its clause."""
    stop = place
    while stop < min(len(written.words), place + size) and not parts(written, stop):
        stop += 1
    return stop


def parts(written: Worded, place: int) -> bool:
    """Whether a sentence ends, or another clause of what was said begins, right before a word."""
    if place >= len(written.words):
        return False
    return STOP.search(written.between(place)) is not None or opens_clause(written.form(place))


def refined(step: Step, quoted: Worded, written: Worded) -> Iterator[Step]:
    """A step with what an ellipsis owns to, and words of the same stem by whether they are written alike."""
    if step.kind == "missing" and ELLIPSIS.search(quoted.between(step.quoted[0])):
        yield step._replace(kind="left_out")
    elif step.kind is not None:
        yield step
    else:
        places = zip(range(*step.quoted), range(*step.written), strict=True)
        for (kind, _), run in groupby(
            places, lambda pair: (form_kind(quoted.form(pair[0]), written.form(pair[1])), written.pieces[pair[1]])
        ):
            pairs = list(run)
            yield Step(kind, (pairs[0][0], pairs[-1][0] + 1), (pairs[0][1], pairs[-1][1] + 1))


def form_kind(one: str, other: str) -> DifferenceKind | None:
    """How two forms of one stem differ, if they do."""
    if spelled_alike(one, other):
        return None
    return "spelling" if fold(one) == fold(other) else "form"


def differences(steps: Iterable[Step], quoted: Worded, written: Worded) -> tuple[Difference, ...]:
    """What differs, in order."""
    return tuple(
        Difference(kind=step.kind, quoted=quoted.span(step.quoted), written=written.span(step.written))
        for step in steps
        if step.kind
    )
