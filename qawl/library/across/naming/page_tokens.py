"""The tokens of a page, told once for all of those whom it names."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from qawl.arabic.tokens import Tokens


@lru_cache(maxsize=1 << 2)
def tokens_of(text: str) -> Tokens:
    """The tokens of a whole text; kept, since they are asked for each of those whom a page names."""
    return Tokens(text)


def token_at(text: str, place: int) -> tuple[Tokens, int]:
    """The tokens of a text, and the number of the first one that stands at a code point or behind it."""
    tokens = tokens_of(text)
    return tokens, bisect_left(tokens.starts, place)
