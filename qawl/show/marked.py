"""A cell in which some words stand out, each line of it in an isolate of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.text import Text

from qawl.show.isolate import ISOLATES, Isolated, isolate, tame

Mark = tuple[int, int, str]  # from where to where, and the style


class Marked:
    """Pieces of Arabic, each with the places that stand out in it, and lines of notes below; all at the right of the column."""

    def __init__(self, pieces: Sequence[tuple[str, Sequence[Mark]]], notes: Sequence[tuple[str, str]] = ()) -> None:
        self.texts = [marked(text, marks) for text, marks in pieces]
        self.notes = Isolated(*notes, right=True)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for text in self.texts:
            yield from _lines(text, console, options.max_width)
        yield from self.notes.__rich_console__(console, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        measures = [Measurement.get(console, options, text) for text in self.texts]
        notes = self.notes.__rich_measure__(console, options)
        widest = max(notes.maximum, *(measure.maximum for measure in measures))
        longest = max(notes.minimum, *(measure.minimum for measure in measures))
        return Measurement(min(longest, options.max_width), widest)


def marked(text: str, marks: Sequence[Mark]) -> Text:
    """A text without what would drive the terminal, its marked places in their styles."""
    found, done = Text(), 0
    for start, end, style in sorted(marks):
        found.append(_tame(text[done:start]))
        found.append(_tame(text[start:end]), style)
        done = end
    found.append(_tame(text[done:]))
    return found


def _tame(text: str) -> str:
    return ISOLATES.sub("", tame(text))


def _lines(text: Text, console: Console, width: int) -> Iterator[Segment]:
    """The lines of a text at this width, each at the right of it."""
    for line in text.wrap(console, width, overflow="fold"):
        line.rstrip()
        opened, closed = isolate(line.plain, rtl=True).split(line.plain) if line.plain else ("", "")
        yield Segment(" " * (width - line.cell_len) + opened)
        yield from (segment for segment in line.render(console) if segment.text != "\n")
        yield Segment(closed)
        yield Segment.line()
