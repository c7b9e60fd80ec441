"""Sketches of texts: few hashes of their words in a row, of which texts that hold the same words in a row share some.

The hashes are winnowed (S. Schleimer, D. S. Wilkerson and A. Aiken, 2003): of so many shingles in a row the smallest is kept. A run
of words that two texts share, as long as a window of both, gives both a hash, wherever it stands in them; what a wide window
keeps a narrow one keeps too, so that a short text and a long one are held against each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

SHINGLE = 4  # words
# A text of so many words or more has wide windows, a shorter one narrow ones: half of a short page is found by few words.
LONG = 250
NARROW, WIDE = 3, 8
# Spreads the checksums of like words evenly; 31 bits are four bytes in the database.
_SPREAD, _BITS = 0x9E3779B1, 0x7FFFFFFF


def sketch_of(stems: Sequence[str]) -> set[int]:
    """The sketch of a text by its words; a text of fewer than four words has one hash of them all, no text none."""
    hashes = [_hash(stems[place : place + SHINGLE]) for place in range(max(1, len(stems) - SHINGLE + 1))] if stems else []
    window = WIDE if len(stems) >= LONG else NARROW
    return {min(hashes[place : place + window]) for place in range(max(1, len(hashes) - window + 1))} if hashes else set()


def _hash(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode()) * _SPREAD & _BITS
