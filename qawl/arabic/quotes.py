"""Quotation marks: which of them open, which close, and what stands between.

A mark opens or closes by its neighbours and its shape, not by counting; so one that is never closed, reversed or stuck to the wrong
word costs no more than its own quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.lexicon import BREAK, CLOSES, OPENS, PREFIX, PUNCTUATION, QUOTE, SPEECH, STOP, WORK
from qawl.arabic.tokens import Tokens

BEFORE_OPENING = " \t\n\r\u00a0\u202f\u2009:(،,-–."
REACH = 600
SPEECH_WORDS = 4


class Quote(NamedTuple):
    """Quoted tokens ``first`` to ``stop`` (exclusive), the marks outside; ``open`` and ``close`` are the marks' tokens.

    ``close`` is `stop` where the mark is never closed. ``words`` counts the words inside. ``is_title`` is True where a word before
    the marks says that they hold a name: فيلم «…»، تحت عنوان «…».
    """

    open: int
    first: int
    stop: int
    close: int
    words: int
    is_title: bool = False

    @property
    def is_speech(self) -> bool:
        """Whether it is long enough to be what somebody said, and not a name or a word held at a distance."""
        return self.words >= SPEECH_WORDS and not self.is_title


def side(tokens: Tokens, mark: int) -> int:
    """What a mark's neighbours say: `OPENS`, `CLOSES`, or 0 where they leave it open."""
    text, start, end = tokens.text, tokens.starts[mark], tokens.ends[mark]
    free_before = start == 0 or text[start - 1] in BEFORE_OPENING
    word_after = end < len(text) and text[end].isalnum()
    if free_before and word_after:
        return OPENS
    if not free_before and not word_after:
        return CLOSES
    return 0


def role_of(tokens: Tokens, mark: int, is_open: bool) -> int:
    """Whether a mark opens or closes a quotation, by its neighbours, its shape, and whether one is open."""
    shape, seen = tokens.kinds[mark] & QUOTE, side(tokens, mark)
    if shape != QUOTE:
        return seen if seen and seen != shape and is_open == (seen == CLOSES) else shape
    if is_open:
        return OPENS if seen == OPENS and not resumes(tokens, mark + 1) else CLOSES
    return OPENS


def resumes(tokens: Tokens, place: int) -> bool:
    """Whether the author speaks on at `place`: `"…"وأضاف`."""
    kinds = tokens.kinds
    while place < len(kinds) and kinds[place] & PREFIX:
        place += 1
    return place < len(kinds) and bool(kinds[place] & SPEECH)


def find_quotes(tokens: Tokens) -> list[Quote]:
    """The outermost quotations of a text in order."""
    kinds = tokens.kinds
    marks = [place for place, kind in enumerate(kinds) if kind & QUOTE]
    return list(_pair(tokens, marks))


def _pair(tokens: Tokens, marks: list[int]) -> Iterator[Quote]:
    opened: int | None = None
    depth = 0
    for number, mark in enumerate(marks):
        role = role_of(tokens, mark, opened is not None)
        if opened is not None and unclosed_before(tokens, opened, mark, role):
            yield unclosed(tokens, opened, mark)
            opened, depth, role = None, 0, role_of(tokens, mark, False)
        if opened is None:
            if role == OPENS:
                opened, depth = mark, 0
        elif role == CLOSES and depth == 0:
            yield quote(tokens, opened, mark, mark)
            opened = None
        else:
            depth = max(0, depth + (1 if role == OPENS and closes_again(tokens, marks, number) else -1))
    if opened is not None:
        yield unclosed(tokens, opened, len(tokens))


def closes_again(tokens: Tokens, marks: list[int], number: int) -> bool:
    """Whether a mark that opens within a quotation is closed by the next one and the outer one by another."""
    return number + 2 < len(marks) and BREAK not in (tokens.kinds[i] for i in range(marks[number], marks[number + 2]))


def unclosed_before(tokens: Tokens, opened: int, mark: int, role: int) -> bool:
    """Whether the quotation opened at `opened` was never closed before `mark`: the paragraph ended and the mark opens anew."""
    if mark - opened > REACH:
        return True
    crossed = any(tokens.kinds[i] & BREAK for i in range(opened, mark))
    return crossed and (role == OPENS or side(tokens, mark) == OPENS)


def unclosed(tokens: Tokens, opened: int, limit: int) -> Quote:
    """A quotation that is never closed: to the end of its sentence."""
    stop = opened + 1
    while stop < limit and not tokens.kinds[stop] & (STOP | BREAK):
        stop += 1
    return quote(tokens, opened, stop, stop)


def quote(tokens: Tokens, opened: int, stop: int, close: int) -> Quote:
    """The quotation between two marks, without the line ends at its edges, and with its words counted."""
    kinds, first = tokens.kinds, opened + 1
    while first < stop and kinds[first] & BREAK:
        first += 1
    while stop > first and kinds[stop - 1] & BREAK:
        stop -= 1
    skip = PUNCTUATION | PREFIX
    words = sum(not kind & skip for kind in kinds[first:stop])
    return Quote(opened, first, stop, close, words, holds_title(tokens, opened))


def holds_title(tokens: Tokens, opened: int) -> bool:
    """Whether the word before an opening mark names a kind of thing that has a name or a title: فيلم «…»، تحت عنوان «…»."""
    return opened > 0 and bool(tokens.kinds[opened - 1] & WORK)
