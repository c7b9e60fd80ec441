"""Which words of a text to mark, and for which statement: marks nest and overlap, so the text is cut into segments."""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from qawl.model import Record, Span, Statement

Part = Literal["source", "cue", "content", "flag"]
# What else of a page may be marked, finding by finding.
Layer = Literal["event", "action", "relation", "person", "date"]
JOINERS = "\u200c\u200d"
LONGEST_WORD = 100  # characters; what is longer is no word, and must not be walked for every mark in it


class Mark(Struct, frozen=True):
    """A stretch of a text, on whole words, that is a `part` of the statement `number` (from 0), or of the finding of a layer."""

    start: int
    end: int
    number: int
    part: Part | Layer


class Segment(Struct, frozen=True):
    """A stretch of a text that is marked alike all along; the mark that reaches furthest comes first."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()


def find_marks(text: str, statements: Sequence[Statement], first: int = 0) -> list[Mark]:
    """The marks of the statements in `text`, numbered from `first`."""
    return [
        Mark(*whole_words(text, start, end), number, part)
        for number, statement in enumerate(statements, first)
        for part, start, end in places(statement)
        if start < end
    ]


def find_layers(record: Record) -> list[Mark]:
    """The marks of encounters, actions and relations by their evidence, of people by their mentions, and of dates."""
    found: list[tuple[Layer, Iterable[Iterable[Span]]]] = [
        ("event", (one.evidence for one in record.events)),
        ("action", (one.evidence for one in record.actions)),
        ("relation", (one.evidence for one in record.relations)),
        ("person", (one.mentions for one in record.people)),
        ("date", ([date] for date in record.dates)),
    ]
    return [
        Mark(*whole_words(record.document.text, span.start, span.end), number, layer)
        for layer, findings in found
        for number, spans in enumerate(findings)
        for span in spans
        if span.start < span.end
    ]


def places(statement: Statement) -> Iterator[tuple[Part, int, int]]:
    """The parts of a statement with their start and end in code points."""
    if statement.source:
        yield "source", statement.source.start, statement.source.end
    if statement.cue:
        yield "cue", statement.cue.start, statement.cue.end
    for span in statement.content:
        yield "content", span.start, span.end
    for flag in statement.flags:
        for span in flag.words:
            yield "flag", span.start, span.end


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The place widened to the words that it cuts: from the cue of «وقالت» to the whole word."""
    first, last = max(0, start - LONGEST_WORD), min(len(text), end + LONGEST_WORD)
    while first < start < len(text) and in_word(text[start - 1]) and in_word(text[start]):
        start -= 1
    while 0 < end < last and in_word(text[end - 1]) and in_word(text[end]):
        end += 1
    return start, end


def in_word(char: str) -> bool:
    """Letters, digits, vowel marks and the joiners between letters."""
    return char.isalnum() or char in JOINERS or unicodedata.category(char).startswith("M")


def mark_order(mark: Mark) -> tuple[int, int, int, str]:
    """Marks that begin first, and of these the longest, come first."""
    return mark.start, -mark.end, mark.number, mark.part


def cut_segments(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The text from `start` to `end` in segments without gap or overlap, cut wherever a mark begins or ends."""
    inside = sorted((mark for mark in marks if mark.start < end and start < mark.end), key=mark_order)
    edges = {start, end}.union(*((max(mark.start, start), min(mark.end, end)) for mark in inside))
    waiting = deque(inside)
    active: list[Mark] = []
    for left, right in pairwise(sorted(edges)):
        while waiting and waiting[0].start <= left:
            active.append(waiting.popleft())
        active = [mark for mark in active if mark.end > left]
        yield Segment(left, right, tuple(active))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text that hold more than white space, without their line ends."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def paragraph_segments(text: str, marks: Iterable[Mark]) -> Iterator[list[Segment]]:
    """The segments of each paragraph of `text`."""
    waiting = deque(sorted(marks, key=mark_order))
    active: list[Mark] = []
    for start, end in paragraphs(text):
        while waiting and waiting[0].start < end:
            active.append(waiting.popleft())
        active = [mark for mark in active if mark.end > start]
        yield list(cut_segments(start, end, active))
