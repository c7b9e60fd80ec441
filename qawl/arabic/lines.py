"""Line ends that end nothing: text that was broken to a width, or in the middle of a phrase."""

from __future__ import annotations

from itertools import pairwise

# The longest line of a text that is broken to a width has so many code points.
NARROWEST, WIDEST = 40, 120
# So many line ends must fit the width, and this share of those that no mark ends.
FEWEST = 3
SHARE = 0.9
ENDS = '.!؟?:»"”'


def soft_ends(text: str, start: int, stop: int) -> frozenset[int]:
    """The code points of line ends that only break a text to its width: the next line's first word had no room before them.

    A headline may be longer than the width.
    """
    lines = text[start:stop].split("\n")
    if len(lines) <= FEWEST:
        return frozenset()
    width = max(map(len, lines[1:]))
    if not NARROWEST <= width <= WIDEST:
        return frozenset()
    soft: list[int] = []
    hard = 0
    at = start
    for line, after in pairwise(lines):
        at += len(line) + 1
        word = after.split(None, 1)
        if not line.strip() or not word or len(line) > width:
            continue
        if len(line.rstrip()) + 1 + len(word[0]) > width:
            soft.append(at - 1)
        elif line.rstrip()[-1] not in ENDS:
            hard += 1
    return frozenset(soft) if len(soft) >= FEWEST and len(soft) >= SHARE * (len(soft) + hard) else frozenset()
