"""Quotation marks: which of them open, which close, and what stands between.

A mark opens or closes by its neighbours and its shape, not by counting; so one that is never closed, reversed or stuck to the wrong
word costs no more than its own quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.letters import EXCLAIMS, JOINS_FREELY
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    CALLED,
    CLOSES,
    COLON,
    COMMA,
    DEFINITE,
    DETERMINED,
    MEDIA,
    NAME,
    OFFICE,
    OPENS,
    PREFIX,
    PUNCTUATION,
    QUOTE,
    ROLE,
    SINGLE,
    SPEECH,
    STOP,
    THAT,
    WORK,
)
from qawl.arabic.tokens import Tokens

BEFORE_OPENING = " \t\n\r\u00a0\u202f\u2009:(،,-–."
REACH = 600
SPEECH_WORDS = 4
# A medium is called by so many words at most.
LONGEST_MEDIUM = 7
CRY_WORDS = 2
# How many words a body's name has at most up to its first definite one: هيئة تحرير الشام.
LONGEST_CONSTRUCT = 3


class Quote(NamedTuple):
    """Quoted tokens ``first`` to ``stop`` (exclusive), the marks outside; ``open`` and ``close`` are the marks' tokens.

    ``close`` is `stop` where the mark is never closed. ``words`` counts the words inside. ``is_title`` is True where a word before
    the marks says that they hold a name: فيلم «…»، تحت عنوان «…». ``exclaims`` is True where it ends as a question or a cry does.
    """

    open: int
    first: int
    stop: int
    close: int
    words: int
    is_title: bool = False
    exclaims: bool = False

    @property
    def is_speech(self) -> bool:
        """Whether it is long enough to be what somebody said, and not a name or a word held at a distance."""
        return self.words >= (CRY_WORDS if self.exclaims else SPEECH_WORDS) and not self.is_title


def side(tokens: Tokens, mark: int) -> int:
    """What a mark's neighbours say: `OPENS`, `CLOSES`, or 0 where they leave it open."""
    text, start, end = tokens.text, tokens.starts[mark], tokens.ends[mark]
    word_after = end < len(text) and text[end].isalnum()
    free_before = start == 0 or text[start - 1] in BEFORE_OPENING or (word_after and touches_clitic(tokens, mark))
    if free_before and word_after:
        return OPENS
    if not free_before and not word_after:
        return CLOSES
    return 0


def touches_clitic(tokens: Tokens, mark: int) -> bool:
    """Whether a letter that stands before words, and nothing else, touches a mark, so that it closes nothing: و«كذا»، بـ«كذا»."""
    if mark < 2 or not tokens.kinds[mark - 1] & PREFIX:
        return False
    return tokens.ends[mark - 1] == tokens.starts[mark] and tokens.ends[mark - 2] < tokens.starts[mark - 1]


def goes_with_last(tokens: Tokens, mark: int) -> bool:
    """Whether only و touches a mark behind another one: «كذا» و«كذا»."""
    return touches_clitic(tokens, mark) and bool(tokens.kinds[mark - 2] & QUOTE)


def role_of(tokens: Tokens, mark: int, opened: int | None) -> int:
    """Whether a mark opens or closes a quotation, by its neighbours, its shape, and the mark that is open."""
    shape, seen = tokens.kinds[mark] & QUOTE, side(tokens, mark)
    if tokens.kinds[mark] & SINGLE:
        return seen
    if opened is None and not opens_words(tokens, mark):
        return CLOSES
    if shape != QUOTE:
        if opened is not None and seen != OPENS and is_reversed(tokens, opened):
            return CLOSES
        return seen if seen and seen != shape and (opened is not None) == (seen == CLOSES) else shape
    if opened is not None:
        return OPENS if seen == OPENS else CLOSES
    return OPENS


def opens_words(tokens: Tokens, mark: int) -> bool:
    """Whether words follow a mark at once, so that it can open a quotation: not `…".` and not the second of `…""`.

    Behind a colon they may follow in the next line.
    """
    kinds, after = tokens.kinds, mark + 1
    while mark and kinds[mark - 1] & COLON and kinds[after] & BREAK:
        after += 1
    if mark and kinds[mark - 1] & QUOTE and side(tokens, mark) == CLOSES:
        return False
    return after < len(tokens) and not kinds[after] & (STOP | COMMA | BREAK)


def is_reversed(tokens: Tokens, opened: int) -> bool:
    """Whether a quotation was opened by a mark that closes by its shape: »كذا«."""
    return tokens.kinds[opened] & QUOTE == CLOSES


def find_quotes(tokens: Tokens) -> list[Quote]:
    """The outermost quotations of a text in order."""
    kinds = tokens.kinds
    single = single_marks(tokens)
    marks = [place for place in tokens.marks if kinds[place] & QUOTE or place in single]
    return list(_pair(tokens, marks))


def single_marks(tokens: Tokens) -> set[int]:
    """The marks of one stroke that quote: one that opens, and the next, which closes in its paragraph. Others are apostrophes."""
    kinds, opened, found = tokens.kinds, -1, set[int]()
    for place in tokens.marks:
        if kinds[place] & BREAK:
            opened = -1
        elif kinds[place] & SINGLE:
            seen = side(tokens, place)
            if seen == CLOSES and opened >= 0:
                found |= {opened, place}
            opened = place if seen == OPENS else -1
    return found


def _pair(tokens: Tokens, marks: list[int]) -> Iterator[Quote]:
    opened: int | None = None
    depth = 0
    for number, mark in enumerate(marks):
        if opened is not None and (tokens.kinds[mark] ^ tokens.kinds[opened]) & SINGLE:
            continue
        role = role_of(tokens, mark, opened)
        if opened is None and role == CLOSES and strays(tokens, marks, number):
            role = OPENS
        if opened is not None and unclosed_before(tokens, opened, mark, role):
            yield unclosed(tokens, opened, mark)
            opened, depth, role = None, 0, role_of(tokens, mark, None)
        if opened is None:
            if role == OPENS:
                opened, depth = mark, 0
        elif opens_anew(tokens, opened, mark, role):
            opened = mark
        elif role == CLOSES and depth == 0:
            yield quote(tokens, opened, mark, mark)
            opened = None
        else:
            depth = max(0, depth + (1 if role == OPENS and closes_again(tokens, marks, number) else -1))
    if opened is not None:
        yield unclosed(tokens, opened, len(tokens))


def strays(tokens: Tokens, marks: list[int], number: int) -> bool:
    """Whether a mark that closes by its shape opens all the same: behind a colon, or stuck to the word before.

    There another one closes its paragraph, or a verb of saying is the word: وأضاف” كذا.
    """
    if not opens_words(tokens, marks[number]):
        return False
    if leads(tokens, marks[number]):
        return True
    if number + 1 == len(marks) or (side(tokens, marks[number + 1]) == OPENS and not touches_clitic(tokens, marks[number + 1])):
        return False
    return not any(kind & BREAK for kind in tokens.kinds[marks[number] : marks[number + 1]])


def leads(tokens: Tokens, mark: int) -> bool:
    """Whether a colon or a verb of saying stands before a mark, so that none can be closed there."""
    before = tokens.kinds[mark - 1] if mark else 0
    return bool(before & COLON) or (bool(before & SPEECH) and not before & DEFINITE)


def opens_anew(tokens: Tokens, opened: int, mark: int, role: int) -> bool:
    """Whether a quotation is opened twice, with nothing or no more than أن between the marks: «إن «كذا»."""
    return mark == opened + 1 or (role == OPENS and mark == opened + 2 and bool(tokens.kinds[opened + 1] & THAT))


def closes_again(tokens: Tokens, marks: list[int], number: int) -> bool:
    """Whether a mark that opens within a quotation is closed by the next one and the outer one by another.

    Others may be joined to the inner one by و: «كذا «كذا» و«كذا» كذا».
    """
    last = number + 2
    while last + 1 < len(marks) and goes_with_last(tokens, marks[last]) and marks[last] < marks[number] + REACH:
        last += 2
    if last >= len(marks) or side(tokens, marks[last]) == OPENS:
        return False
    return not any(kind & BREAK for kind in tokens.kinds[marks[number] : marks[last]])


def unclosed_before(tokens: Tokens, opened: int, mark: int, role: int) -> bool:
    """Whether the quotation opened at `opened` was never closed before `mark`: the paragraph ended and the mark opens anew, or
    a new sentence says something with a colon: "كذا. وأضاف: "كذا".
    """
    if mark - opened > REACH or says_anew(tokens, opened, mark):
        return True
    crossed = any(tokens.kinds[i] & BREAK for i in range(opened, mark))
    return crossed and (role == OPENS or side(tokens, mark) == OPENS)


def says_anew(tokens: Tokens, opened: int, mark: int) -> bool:
    """Whether a sentence that opens with وأضاف or its like stands between two marks, and leads to the second with its colon."""
    kinds = tokens.kinds
    if not kinds[mark - 1] & COLON or side(tokens, mark) == CLOSES:
        return False
    head = next((at + 1 for at in range(mark - 1, opened, -1) if kinds[at] & STOP), mark)
    return head + 1 < mark and tokens.keys[head] == JOINS_FREELY and bool(kinds[head + 1] & SPEECH)


def unclosed(tokens: Tokens, opened: int, limit: int) -> Quote:
    """A quotation that is never closed: to the end of its sentence, or of its paragraph if the next one opens with a mark again."""
    stop, ends = opened + 1, BREAK if limit < len(tokens) and tokens.kinds[limit - 1] & BREAK else STOP | BREAK
    while stop < limit and not tokens.kinds[stop] & ends:
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
    exclaims = stop > first and tokens.keys[stop - 1] in EXCLAIMS
    is_title = (
        holds_title(tokens, opened)
        or (words <= LONGEST_MEDIUM and holds_medium(tokens, opened))
        or (words >= SPEECH_WORDS and holds_body(tokens, opened, first, stop))
        or holds_owner(tokens, opened, close)
    )
    return Quote(opened, first, stop, close, words, is_title, exclaims)


def holds_title(tokens: Tokens, opened: int) -> bool:
    """Whether the words before an opening mark say that it holds a name or a title: فيلم «…»، تحت عنوان «…»، الملقب بـ«…»."""
    before = opened - 1
    if before > 0 and tokens.kinds[before] & PREFIX:
        return bool(tokens.kinds[before - 1] & CALLED)
    return opened > 0 and bool(tokens.kinds[before] & (WORK | CALLED))


def holds_medium(tokens: Tokens, opened: int) -> bool:
    """Whether the kind of a medium stands right before an opening mark, so that it holds its name: قناة «إن بي سي نيوز»."""
    before = tokens.kinds[opened - 1] if opened else 0
    return bool(before & MEDIA) and not before & DEFINITE


def holds_owner(tokens: Tokens, opened: int, close: int) -> bool:
    """Whether an office stands right before the marks and its holder right behind them: رئيس «تجمع أهل الساحل» النائب فلان."""
    office = tokens.kinds[opened - 1] if opened else 0
    holder = tokens.kinds[close + 1]
    return bool(office & ROLE) and not office & DEFINITE and bool(holder & (OFFICE | NAME)) and not holder & SPEECH


def holds_body(tokens: Tokens, opened: int, first: int, stop: int) -> bool:
    """Whether a body's name is all that stands between marks that no colon opens: «المرصد الوطني لحقوق السكان»."""
    kinds = tokens.kinds
    if not kinds[first] & BODY or (opened and kinds[opened - 1] & COLON):
        return False
    nouns = DETERMINED | PREFIX
    own = next((at for at in range(first, min(stop, first + LONGEST_CONSTRUCT)) if kinds[at] & nouns), stop)
    if any(kind & SPEECH for kind in kinds[first:own]):
        return False
    return own < stop and all(kinds[at] & nouns or is_construct_behind(tokens, at, stop) for at in range(own, stop))


def is_construct_behind(tokens: Tokens, place: int, stop: int) -> bool:
    """Whether a noun without article stands between a preposition and its definite word: لـ|حقوق السكان."""
    kinds = tokens.kinds
    return bool(kinds[place - 1] & PREFIX) and place + 1 < stop and bool(kinds[place + 1] & DEFINITE)
