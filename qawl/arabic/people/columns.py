"""Names that open the lines of a list side by side: - سالم نادر: 320 صوتا ⏎ - جمال بركوني من قابس إلى صفاقس.

Where the lines of a text open with names of people mostly, so do the others, whatever words these names are.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.findings import Range
from qawl.arabic.letters import ITEM_MARKS
from qawl.arabic.lexicon import BREAK, NAME, NUMBER, ODD, TITLE
from qawl.arabic.people.lists import LEAST, LONGEST_LINE, item_end
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_of

# The lines of a column begin at most so many tokens after each other.
LONGEST_ITEM = 40


def column_names(tokens: Tokens, sure: list[Range]) -> Iterator[Range]:
    """Names that open a line among lines side by side most of which open with a sure name."""
    ends = dict(sure)
    column: list[int] = []
    for first, near in line_starts(tokens):
        if not near:
            yield from doubtful_items(tokens, ends, column)
            column = []
        column.append(first)
    yield from doubtful_items(tokens, ends, column)


def line_starts(tokens: Tokens) -> Iterator[tuple[int, bool]]:
    """Where each line begins behind its number, dash and title, and whether it is near the line before."""
    begins = [at + 1 for at in words_of(tokens, BREAK)]
    last = -LONGEST_ITEM
    for place in (0, *begins):
        first = place
        while first < len(tokens) and (tokens.kinds[first] & (NUMBER | TITLE) or tokens.keys[first] in ITEM_MARKS):
            first += 1
        if first >= len(tokens) or tokens.kinds[first] & BREAK:
            continue
        yield first, place - last <= LONGEST_ITEM
        last = place


def doubtful_items(tokens: Tokens, ends: dict[int, int], column: list[int]) -> Iterator[Range]:
    """The names that open the lines of a column and are not sure, if those of most lines are."""
    known = [first for first in column if first in ends]
    if len(known) <= LEAST or 2 * len(known) < len(column):
        return
    for first in column:
        stop = item_end(tokens, ends, first) if first not in ends else first
        if LEAST <= stop - first <= LONGEST_LINE and any(tokens.kinds[at] & (NAME | ODD) for at in range(first, stop)):
            yield first, stop
