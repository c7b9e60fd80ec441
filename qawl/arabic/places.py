"""The lists of a text that run side by side, for those who change them before its tokens are whole: محمود ك|هربا."""

from __future__ import annotations

from itertools import compress
from typing import Protocol

from qawl.arabic.lexicon import PUNCTUATION, STOP

# What stands around a text, so that rules may look some words on or one back without asking whether it goes on so far: behind its
# last word so many that are nothing, and before its first one a full stop, which the lists have in their last place.
BEHIND_LAST = 8
NOTHING = "\0"
FULL_STOP = "."


class Places(Protocol):
    """The lists of a text that run side by side, as `tokens.Tokens` has them."""

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]
    kinds: list[int]
    joiners: frozenset[int]
    marks: list[int]

    def __len__(self) -> int:
        """How many words and marks the text has."""

    def is_hyphen(self, place: int) -> bool:
        """Whether a hyphen joins two words of letters."""

    def turn(self, place: int, kind: int) -> None:
        """Give a word other classes, so that the steps that ask about such words come to it."""

    def ask_again(self) -> None:
        """See anew which steps ask about which words, since their places are others now."""


def pad(tokens: Places) -> None:
    """Put what stands around a text behind its last word."""
    tokens.keys += [*[NOTHING] * BEHIND_LAST, FULL_STOP]
    tokens.kinds += [*[0] * BEHIND_LAST, STOP | PUNCTUATION]


def keep_places(tokens: Places, kept: list[bool]) -> None:
    """Leave out the tokens that are not kept; what stays has been made to hold their letters."""
    tokens.starts[:], tokens.ends[:] = compress(tokens.starts, kept), compress(tokens.ends, kept)
    tokens.keys[:], tokens.kinds[:] = compress(tokens.keys, kept), compress(tokens.kinds, kept)
    pad(tokens)
    tokens.ask_again()
