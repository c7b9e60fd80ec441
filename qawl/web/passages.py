"""The text of a page as it is shown: its paragraphs in pieces, each with what it is of a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from qawl.library.across.appearances import Appearance
from qawl.library.searching.highlights import Highlight
from qawl.model import Document, PartRole, Span, Statement
from qawl.show.marks import Mark, Segment, cut_segments, find_marks, paragraph_segments, whole_words
from qawl.show.page import paragraph_roles
from qawl.show.why import line_of

HEADINGS = ("title", "heading")


class Piece(Struct, frozen=True):
    """Words that are marked alike: ``classes`` says as what, ``keys`` of which findings, the innermost last.

    A statement has its number as its key, an encounter, an action and a relation theirs behind a letter: 3, e1, a1, r2.
    """

    text: str
    classes: str = ""
    keys: tuple[str, ...] = ()
    first: tuple[str, ...] = ()  # the findings that begin here


class Paragraph(Struct, frozen=True):
    """A paragraph with the part of the page that it is, and its place in code points of the text; ``line`` counts from 1."""

    pieces: tuple[Piece, ...]
    role: PartRole
    start: int
    end: int
    line: int

    @property
    def is_heading(self) -> bool:
        """Whether it heads others."""
        return self.role in HEADINGS

    @property
    def first(self) -> tuple[str, ...]:
        """The findings that begin here."""
        return tuple(key for piece in self.pieces for key in piece.first)


def paragraphs_of(
    document: Document, statements: Sequence[Statement], first: int = 0, layers: Sequence[Mark] = ()
) -> list[Paragraph]:
    """The paragraphs of a text with its statements marked, numbered from `first`, and with other `layers`."""
    marks = [*find_marks(document.text, statements, first), *layers]
    met: set[str] = set()
    return [
        Paragraph(
            tuple(pieces(document.text, segments, met)),
            role,
            segments[0].start,
            segments[-1].end,
            line_of(document.text, segments[0].start),
        )
        for segments, role in zip(paragraph_segments(document.text, marks), paragraph_roles(document), strict=True)
    ]


def title_pieces(title: str, statements: Sequence[Statement]) -> tuple[Piece, ...]:
    """The title with its statements marked, numbered from 0."""
    return tuple(pieces(title, cut_segments(0, len(title), find_marks(title, statements)), set()))


def pieces(text: str, segments: Iterable[Segment], met: set[str]) -> Iterator[Piece]:
    """The pieces of segments; `met` holds the findings that have begun, and learns of more."""
    for segment in segments:
        keys = tuple(dict.fromkeys(filter(None, map(key_of, segment.marks))))
        parts = " ".join(dict.fromkeys(mark.part for mark in segment.marks))
        new = tuple(key for key in keys if key not in met)
        met.update(new)
        yield Piece(text[segment.start : segment.end], parts, keys, new)


LETTERS = {"event": "e", "action": "a", "relation": "r"}


def key_of(mark: Mark) -> str:
    """The key of the finding that a mark is of; empty where it has no card."""
    return "" if mark.part in ("person", "date") else f"{LETTERS.get(mark.part, '')}{mark.number + 1}"


def context(document: Document, statement: Statement) -> list[Paragraph]:
    """The paragraphs that hold a statement with its cue and its source, nothing else marked."""
    spans = [span for span in (statement.cue, statement.source, *statement.content) if span]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return [one for one in paragraphs_of(document, [statement]) if one.start < end and start < one.end]


def highlighted(content: Sequence[Span], highlights: Iterable[Highlight]) -> list[list[tuple[str, str]]]:
    """What was said, piece by piece, as (words, how they answer or nothing): on whole words, so that letters stay joined."""
    found = [one for one in highlights if one.where == "content"]
    return [list(_highlighted(span, [one for one in found if span.start <= one.start and one.end <= span.end])) for span in content]


def wordings(one: Appearance) -> list[tuple[str, str]]:
    """The words of an appearance in pieces, as (words, how they differ from the first or nothing)."""
    text, place = one.statement.text, 0
    found: list[tuple[str, str]] = []
    differing = [(other.quoted, other.kind) for other in one.differences if other.quoted]
    for span, kind in sorted(differing, key=lambda pair: pair[0].start):
        found += [(text[place : span.start], ""), (span.text, kind)]
        place = span.end
    return [piece for piece in (*found, (text[place:], "")) if piece[0]]


def _highlighted(span: Span, found: Sequence[Highlight]) -> Iterator[tuple[str, str]]:
    how = [""] * len(span.text)
    for one in found:
        start, end = whole_words(span.text, one.start - span.start, one.end - span.start)
        how[start:end] = [one.how] * (end - start)
    place = 0
    for name, same in groupby(how):
        size = len(list(same))
        yield span.text[place : place + size], name
        place += size
