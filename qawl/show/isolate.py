"""Text that keeps its own direction in a terminal that does bidi, and does no harm there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.text import Text

ISOLATE, POP = "\u2068", "\u2069"  # first strong isolate, pop directional isolate: zero cells wide
LTR_MARK, RTL_MARK = "\u200e", "\u200f"
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]+")
DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]")
ISOLATES = re.compile(f"[{ISOLATE}{POP}]")
LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def tame(text: str) -> str:
    """`text` without what would drive the terminal: control characters become spaces, direction marks go."""
    return DIRECTIONS.sub("", CONTROLS.sub(" ", LINE_ENDS.sub("\n", text)))


def inset(text: object) -> str:
    """`text` as an isolate within a line, so that numbers beside Arabic words keep their order."""
    return ISOLATE + ISOLATES.sub("", str(text)) + POP


def has_rtl(text: str) -> bool:
    """Whether a letter or sign of a script that runs from right to left stands in `text`."""
    return RTL.search(text) is not None


def strong_is_rtl(line: str) -> bool | None:
    """The direction that the first strong letter outside isolates gives; None where there is none."""
    depth = 0
    for char in line:
        depth += (char == ISOLATE) - (char == POP)
        if depth == 0 and unicodedata.bidirectional(char) in ("L", "R", "AL"):
            return unicodedata.bidirectional(char) != "L"
    return None


def isolate(line: str, rtl: bool) -> str:
    """One line in an isolate of its own, so that it orders neither its neighbours nor the frame.

    A line whose first strong letter would turn it the wrong way (a Latin name that heads an Arabic line) gets a mark.
    """
    if not line:
        return ""
    mark = "" if bool(strong_is_rtl(line)) == rtl else RTL_MARK if rtl else LTR_MARK
    return ISOLATE + mark + line + POP


def balance(lines: Iterable[str]) -> Iterator[str]:
    """Each line with its isolates closed; one that the line end cuts goes on in the next line."""
    depth = 0
    for line in lines:
        before = depth
        kept = []
        for char in line:
            if char == POP and depth == 0:
                continue
            depth += (char == ISOLATE) - (char == POP)
            kept.append(char)
        yield ISOLATE * before + "".join(kept) + POP * depth


class Isolated:
    """A cell of a table: each piece is wrapped to the column, and each line of it stands in an isolate.

    A piece that holds Arabic runs from the right, unless `rtl` says how all pieces run; it is set to the left of the
    column or, where `right`, to the right. Nothing is cut off: a word too long for the column is folded.
    """

    def __init__(self, *pieces: tuple[str, str], rtl: bool | None = None, right: bool = False) -> None:
        self.pieces = [(tame(text), style) for text, style in pieces if text]
        self.rtl = rtl
        self.right = right

    def lines(self, console: Console, width: int) -> Iterator[tuple[str, str, bool]]:
        """The lines at this width in columns, each with its style and whether it runs from right to left."""
        for text, style in self.pieces:
            rtl = has_rtl(text) if self.rtl is None else self.rtl
            wrapped = Text(text).wrap(console, width, overflow="fold")
            for line in balance(line.plain.rstrip() for line in wrapped):
                yield line, style, rtl

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        for line, style, rtl in self.lines(console, width):
            space = " " * (width - cell_len(line))
            yield Segment(space if self.right else "")
            yield Segment(isolate(line, rtl), console.get_style(style) if style else None)
            yield Segment("" if self.right else space)
            yield Segment.line()

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        measures = [Measurement.get(console, options, Text(text)) for text, _ in self.pieces]
        widest = max((measure.maximum for measure in measures), default=0)
        longest_word = max((measure.minimum for measure in measures), default=0)
        return Measurement(min(longest_word, options.max_width), widest)
