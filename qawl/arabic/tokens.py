"""Tokens: places in the text, with folding key and word classes; clitics are tokens of their own.

Nothing rewrites the text. Each surface form is analysed once and kept; a text is then four lists that run side by side.
"""

from __future__ import annotations

import re
from bisect import insort
from functools import cache
from typing import Any

from qawl.arabic import lexicon
from qawl.arabic.knowing import STEPS, steps_asking
from qawl.arabic.letters import (
    ARABIC_LETTERS,
    HIS,
    INVISIBLE,
    JOINS_FREELY,
    MARKS,
    SLASH,
    TATWEEL,
    TITLE_LETTERS,
    WRITTEN_TA_MARBUTA,
)
from qawl.arabic.lines import NARROWEST, soft_ends
from qawl.arabic.names.syllables import HYPHEN
from qawl.arabic.pieces import analyse
from qawl.arabic.places import pad
from qawl.arabic.where import by_word

_ARABIC = f"[{ARABIC_LETTERS}{MARKS}{TATWEEL}\u200c\u200d\u00ad]"
_OTHER = rf"(?:(?![{ARABIC_LETTERS}])[^\W\d_])"
# A word of another script, with the hyphens and apostrophes within: Al-Rashidi, O'Neill.
_WORD = rf"{_OTHER}(?:{_OTHER}|\d)*(?:['’-]{_OTHER}(?:{_OTHER}|\d)*)*"
# Letters that full stops shorten, their stops included: initials (د.ب.أ، سي.إن.إن) are one word, else each is: أ.د. سالم, د .سالم,
# a title's too where its stop stands apart: د . سالم. Not the year's: 2013 م.
_LETTER = f"[{ARABIC_LETTERS}]"
_INITIALS = rf"(?:{_LETTER}{{1,2}}\.){{2,}}{_LETTER}{{1,2}}(?!{_LETTER}|\.)"
_APART = rf"[{TITLE_LETTERS}] \.(?= (?!{JOINS_FREELY})(?:{_LETTER}{{3}}|[{TITLE_LETTERS}] ?\.))"
_SHORTENED = (
    rf"(?<![{ARABIC_LETTERS}{TATWEEL}\d])(?<!\d )(?:{_INITIALS}|{_LETTER}\.(?= ?{_LETTER})|{_LETTER} \.(?={_LETTER})|{_APART})"
)
# A title's first letters before its stroke: د/ سالم, أ.د/ سالم, م / سالم; و/أو is none.
_INITIALED = rf"(?<![{ARABIC_LETTERS}{TATWEEL}\d])(?:[{TITLE_LETTERS}]\.? ?){{1,2}}/(?= ?{_LETTER}{{2}})"
# The same behind و: ود. سالم, ود/ سالم.
_AND_TITLE = rf"(?<![{ARABIC_LETTERS}{TATWEEL}\d]){JOINS_FREELY}(?=[{TITLE_LETTERS}](?:\. ?|/ ?)(?!{JOINS_FREELY}){_LETTER}{{3}})"
_TITLE_BEHIND = rf"(?<=\s{JOINS_FREELY})(?:[{TITLE_LETTERS}]\.(?= ?{_LETTER}{{3}})|[{TITLE_LETTERS}]/(?= ?{_LETTER}{{3}}))"
# Most are plain words, which are asked for first: three letters in a row begin nothing that is shortened.
TOKEN = re.compile(
    rf"{_LETTER}{{3}}{_ARABIC}*|{_INITIALED}|{_SHORTENED}|{_AND_TITLE}|{_TITLE_BEHIND}|&?quot;|[{ARABIC_LETTERS}]{_ARABIC}*|{_WORD}|\d+(?:[.,٫٬]\d+)*|\n|\.\.+|''|\(\(|\)\)|’’|‘‘|``|<<|>>|--+|[^\w\s{INVISIBLE}]|_"
)
# Two dots, which many desks write for a comma.
PAUSE = ".."
# The author who resumes behind them has his verb within so many tokens.
RESUMES_WITHIN = 5
# What stands behind a title and its stroke: a word of two letters or more.
NAMED_BEHIND = re.compile(rf" ?{_LETTER}{{2}}")
# The word behind a title and its colon.
WORD_BEHIND = re.compile(rf" ?({_LETTER}{{2}}{_ARABIC}*) {_LETTER}")

# A piece with the steps that ask about it.
Asked = tuple[int, int, str, int, tuple[int, ...]]
_analysed: dict[str, tuple[Asked, ...]] = {}
CACHE_SIZE = 200_000
LINE_END = "\n"
COLON = ":"
# Marks of which each one is asked whether it parts anything.
PARTING = (LINE_END, SLASH, COLON)
# An office that is told in full and a title have so many words at least.
TITLED = 3
# What no line ends in that is a sentence.
LEADS_ON = lexicon.THAT | lexicon.BINDS | lexicon.RELATIVE | lexicon.PREFIX


class Tokens:
    """A text, or the part of it from `start` to `stop`, as places.

    ``starts`` and ``ends`` are code points, ``keys`` folded forms, ``kinds`` bits of `lexicon` (both go on some places behind the
    last word, where nothing stands); ``joiners`` are the places of words
    that join others in names, ``marks`` those of marks and line ends in order; ``answers`` are kept of questions (`kept`).
    """

    __slots__ = ("_asked", "_parts", "answers", "ends", "joiners", "keys", "kinds", "marks", "starts", "text")

    def __init__(self, text: str, start: int = 0, stop: int | None = None) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[str] = []
        self.kinds: list[int] = []
        self.joiners: frozenset[int] = frozenset()
        self.marks: list[int] = []
        self._parts: bool | None = None
        self._asked: list[list[int]] = [[] for _ in STEPS]
        self.answers: dict[Any, Any] | None = None
        self._fill(start, len(text) if stop is None else stop)

    def __len__(self) -> int:
        """How many words there are; rules that are asked of every word take `len(tokens.starts)`, which is quicker."""
        return len(self.starts)

    def _fill(self, start: int, stop: int) -> None:
        starts, ends, keys, kinds, asked = self.starts, self.ends, self.keys, self.kinds, self._asked
        seen, text = _analysed, self.text
        soft = soft_ends(text, start, stop)
        for match in TOKEN.finditer(text, start, stop):
            at = match.start()
            pieces = seen.get(match[0])
            if pieces is None:
                if self._is_nothing(match[0], at, soft):
                    continue
                pieces = _keep(match[0])
            for start, end, key, kind, steps in pieces:
                for step in steps:
                    asked[step].append(len(keys))
                starts.append(at + start)
                ends.append(at + end)
                keys.append(key)
                kinds.append(kind)
        pad(self)
        self._know_pauses()
        for know, places in zip(STEPS, asked, strict=True):
            if places:
                know.do(self, places.copy())
        self._asked = []
        self.answers = {}

    def turn(self, place: int, kind: int) -> None:
        """Give a word other classes, so that the steps that ask about such words come to it."""
        before, after = steps_asking(self.keys[place], self.kinds[place]), steps_asking(self.keys[place], kind)
        self.kinds[place] = kind
        for step in set(before).symmetric_difference(after):
            if step in before:
                self._asked[step].remove(place)
            else:
                insort(self._asked[step], place)

    def know_again(self, place: int, kind: int) -> None:
        """Give a word other classes when all steps are done; what was answered about the text is asked anew."""
        self.kinds[place] = kind
        self.answers = {}

    def ask_again(self) -> None:
        """See anew which steps ask about which words, since their places are others now."""
        for places in self._asked:
            places.clear()
        for place, (key, kind) in enumerate(zip(self.keys[: len(self)], self.kinds, strict=False)):
            for step in steps_asking(key, kind):
                self._asked[step].append(place)

    def _is_nothing(self, word: str, at: int, soft: frozenset[int]) -> bool:
        """Whether a line's end or a stroke parts nothing where it stands; neither is kept, so that each one is asked about."""
        if word == LINE_END:
            return at in soft or self._goes_on(at)
        return (word == SLASH and self._is_after_title(at + len(SLASH))) or (word == COLON and self._is_in_name(at + len(COLON)))

    def _know_pauses(self) -> None:
        """Two dots between words of a line are a comma where they only pause: كانت واضحة.. انتهى العهد."""
        for place in range(1, len(self.keys)) if PAUSE in self.keys else ():
            if self.keys[place] == PAUSE and self._goes_on_behind(place):
                self.turn(place, lexicon.COMMA | lexicon.PUNCTUATION)

    def _goes_on_behind(self, place: int) -> bool:
        """Whether two dots between words of a line only pause: كانت واضحة.. انتهى العهد; but not واضحة.. وقال المدير."""
        behind = self.kinds[place + 1 : place + RESUMES_WITHIN]
        parted = not behind or (self.kinds[place - 1] | behind[0]) & lexicon.PUNCTUATION
        return not (parted or any(kind & lexicon.SPEECH for kind in behind))

    def _is_after_title(self, end: int) -> bool:
        """Whether a stroke that ends at `end` only parts a title from the name behind it: الدكتور/ سالم، العميد الركن/ سالم."""
        if not self.kinds or self.ends[-1] < end - len(SLASH) - 1:
            return False
        ranked = self.kinds[-1] & lexicon.RANK and any(kind & lexicon.TITLE for kind in self.kinds[-2:-1])
        return bool(self.kinds[-1] & lexicon.TITLE or ranked) and bool(NAMED_BEHIND.match(self.text, end))

    def _is_in_name(self, end: int) -> bool:
        """Whether a colon that ends at `end` parts a title behind a whole office from its name: رئيس الغرفة الأستاذ: سالم."""
        if len(self.kinds) < TITLED or not self.kinds[-1] & lexicon.TITLE or not self.kinds[-1] & lexicon.DEFINITE:
            return False
        whole = self.kinds[-2] & lexicon.DETERMINED
        if any(kind & lexicon.TITLE for kind in self.kinds[-1 - TITLED : -1]):
            return False
        name = WORD_BEHIND.match(self.text, end) if whole else None
        kind = analyse(name[1])[0][3] if name else 0
        return bool(kind & lexicon.NAME) and not kind & (lexicon.DEFINITE | lexicon.SPEECH)

    def _goes_on(self, end: int) -> bool:
        """Whether a line of some length goes on in the next one, since it ends in a word that stands before others: في, إن."""
        if (
            not self.kinds
            or not self.kinds[-1] & LEADS_ON
            or self.kinds[-1] & lexicon.SATED
            or not self.text[end + 1 : end + 2].strip()
        ):
            return False
        first = self.text.rfind(LINE_END, 0, end) + 1
        return end - first >= NARROWEST and first < self.ends[-1]

    def is_hyphen(self, place: int) -> bool:
        """Whether a hyphen joins two words of letters at `place`: جيه-إن."""
        if self.keys[place] != HYPHEN or not 0 < place < len(self) - 1:
            return False
        joined = self.ends[place - 1] == self.starts[place] and self.ends[place] == self.starts[place + 1]
        return joined and not (self.kinds[place - 1] | self.kinds[place + 1]) & (lexicon.PUNCTUATION | lexicon.NUMBER)

    def words(self) -> tuple[str, ...]:
        """The folded forms of the text, and nothing of what stands behind it."""
        return tuple(self.keys[: len(self)])

    def count(self, key: str) -> int:
        """How many tokens have this folded form."""
        return len(by_word(self).get(key, ()))

    def is_owned(self, place: int) -> bool:
        """Whether a noun carries the pronoun ه: زميله; nobody can tell in a text that writes no ة."""
        if self.text[self.ends[place] - 1] != HIS:
            return False
        if self._parts is None:
            self._parts = WRITTEN_TA_MARBUTA in self.text
        return self._parts

    def has_ta(self, place: int) -> bool:
        """Whether a word is written with ة, as no verb is and nothing with a pronoun: وقفة; not وقفه."""
        return self.text[self.ends[place] - 1] == WRITTEN_TA_MARBUTA

    def surface(self, first: int, stop: int) -> str:
        """The text from the first token to the one before `stop`."""
        return self.text[self.starts[first] : self.ends[stop - 1]]


def _keep(word: str) -> tuple[Asked, ...]:
    if word in PARTING:
        return _part(word)
    if len(_analysed) >= CACHE_SIZE:
        _analysed.clear()
    pieces = _analysed[word] = _asked(word)
    return pieces


@cache
def _part(mark: str) -> tuple[Asked, ...]:
    return _asked(mark)


def _asked(word: str) -> tuple[Asked, ...]:
    return tuple([(start, end, key, kind, steps_asking(key, kind)) for start, end, key, kind in analyse(word)])
