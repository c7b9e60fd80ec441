"""What a user typed becomes a tree: any of several lists of what must stand in a statement and what must not.

Words side by side are AND; `AND`, `OR` and `NOT` in capitals, `"…"` a phrase, `word*` a beginning. Everything else is plain words,
and nothing that is typed is an error: a mark without its other half, or an operator without its words, is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from msgspec import Struct

from qawl.arabic.letters import ARTICLE, DASHES, fold
from qawl.library.searching.words import Word, months, words_of

Mode = Literal["folded", "strict", "exact"]
# How a word is compared in each mode: the field of `Word`, which is the field of the index.
FIELDS: dict[Mode, str] = {"folded": "stem", "strict": "strict", "exact": "written"}

# A phrase between marks of one kind, or what stands between blanks and dashes: «روسيا-الناتو» is two words in any order.
_CHUNK = re.compile(rf'"([^"]*)"|“([^“”]*)”|«([^«»]*)»|([^\s"“”«»{re.escape(DASHES)}]+)|["“”«»{re.escape(DASHES)}]')
# The part of the pattern that is no phrase.
BARE = 4
STAR = "*"
AND, OR, NOT = "AND", "OR", "NOT"

# The words that may stand in one place.
Slot = tuple[str, ...]


class Run(Struct, frozen=True):
    """Words that stand side by side, in each place one of several; `beginning`: the last is only how its word begins."""

    slots: tuple[Slot, ...]
    beginning: bool = False


class Asked(Struct, frozen=True):
    """What a statement must hold, and what it must not."""

    must: tuple[Run, ...] = ()
    must_not: tuple[Run, ...] = ()


class Query(Struct, frozen=True):
    """Any of these; nothing at all where there is none. `everything`: nothing was typed, which leaves all statements in."""

    any_of: tuple[Asked, ...] = ()
    everything: bool = False
    mode: Mode = "folded"


class Chunk(NamedTuple):
    """A stretch of what was typed: a phrase in marks, or what stands between blanks, with its words."""

    text: str
    quoted: bool
    words: tuple[Word, ...]

    def is_operator(self) -> bool:
        """Whether it is AND, OR or NOT."""
        return not self.quoted and self.text in (AND, OR, NOT)


def parse(text: str, mode: Mode = "folded") -> Query:
    """The query that `text` is, its words as the index has them in this mode."""
    if not text.strip():
        return Query(everything=True, mode=mode)
    return Query(any_of=tuple(_alternatives(list(_chunks(text)), mode)), mode=mode)


def _chunks(text: str) -> Iterator[Chunk]:
    """What was typed piece by piece; words look at their neighbours in other pieces: كانون الثاني is a month."""
    words = words_of(text)
    starts = [word.start for word in words]
    for match in _CHUNK.finditer(text):
        if match.lastindex:
            start, end = match.span(match.lastindex)
            inside = words[bisect_left(starts, start) : bisect_left(starts, end)]
            yield Chunk(text[start:end], match.lastindex != BARE, tuple(inside))


def _alternatives(chunks: list[Chunk], mode: Mode) -> Iterator[Asked]:
    """The parts between OR, each of which asks for something."""
    start = 0
    for place in [*(place for place, chunk in enumerate(chunks) if chunk.is_operator() and chunk.text == OR), len(chunks)]:
        asked = _asked(chunks[start:place], mode)
        if asked.must or asked.must_not:
            yield asked
        start = place + 1


def _asked(chunks: list[Chunk], mode: Mode) -> Asked:
    """What stands side by side, each thing once."""
    found: dict[bool, dict[Run, None]] = {False: {}, True: {}}
    denied = False
    for chunk in chunks:
        if chunk.is_operator():
            denied = chunk.text == NOT
        elif run := _run(chunk, mode):
            found[denied][run] = None
            denied = False
    return Asked(tuple(found[False]), tuple(found[True]))


def _run(chunk: Chunk, mode: Mode) -> Run | None:
    """The words of a phrase, or of what was written without a blank; None where it holds no word."""
    words = [word for word in chunk.words if word_key(word, mode)]
    if not words:
        return None
    slots = [_slot(word, mode) for word in words]
    beginning = chunk.text.endswith(STAR)
    if beginning:
        slots[-1] = _beginnings(words[-1], mode)
    return Run(tuple(slots), beginning)


def run_of(phrase: str, mode: Mode = "folded") -> Run | None:
    """The words of a phrase side by side; None where it holds no word."""
    return _run(Chunk(phrase, True, tuple(words_of(phrase))), mode)


def word_key(word: Word, mode: Mode) -> str:
    """By what a word is compared in this mode; empty where it is a part of the word before it."""
    return str(getattr(word, FIELDS[mode]))


def _slot(word: Word, mode: Mode) -> Slot:
    """A word with the months that it may be the name of: مارس, كانون."""
    key = word_key(word, mode)
    if mode == "exact":
        return (key,)
    known = months()
    month = (known.single[key],) if key in known.doubtful else ()
    return (key, *month, *known.opening(key))


def _beginnings(word: Word, mode: Mode) -> Slot:
    """How a word of the index may begin that is written so: with its article or without."""
    if mode == "exact":
        return (word.written,)
    key = fold(word.written)
    return (key, key[len(ARTICLE) :]) if key.startswith(ARTICLE) and len(key) > len(ARTICLE) + 1 else (key,)
