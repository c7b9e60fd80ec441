"""The members of a gzip file, one after the other; behind a damaged one the next is looked for.

An archive has a member for each record, so that a damaged one costs no other. Nothing is unpacked but in bounded pieces.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from qawl.pages.archives.faults import Damaged
from qawl.pages.archives.stretches import PIECE

MAGIC = b"\x1f\x8b\x08"
WARC = b"WARC/"
CRUMB = 256
GZIP = zlib.MAX_WBITS | 16
# No page and no film packs so well: what is larger than a page may be and unpacks to so many times its size is a bomb.
BOMB = 200


class Member:
    """A gzip member that starts at byte `start` of a file; `end` is where it ends, None until all of it was unpacked."""

    def __init__(self, file: BinaryIO, start: int, limit: int) -> None:
        self.file, self.start, self.limit = file, start, limit
        self.end: int | None = None

    def pieces(self) -> Iterator[bytes]:
        """What is in it. Raises `Damaged`: it breaks off, is no gzip, or unpacks to far more than its size."""
        inflater = zlib.decompressobj(GZIP)
        self.file.seek(self.start)
        packed = unpacked = 0
        while not inflater.eof:
            if not (data := inflater.unconsumed_tail):
                data = self.file.read(PIECE)
                packed += len(data)
            if not data:
                raise Damaged(
                    "the archive ends in the middle of a record; fetch it again and add it again: what came is passed over"
                )
            before = inflater.copy()
            try:
                piece = inflater.decompress(data, PIECE)
            except zlib.error as error:
                yield from up_to_damage(before, data)
                raise Damaged(f"the gzip member is damaged ({error}); fetch the archive again") from None
            unpacked += len(piece)
            if unpacked > max(self.limit, BOMB * packed):
                raise Damaged(
                    f"the gzip member unpacks to more than {unpacked - 1} bytes, {BOMB} times its size; it is passed over",
                    "too_large",
                )
            if piece:
                yield piece
        self.end = self.start + packed - len(inflater.unused_data)


def up_to_damage(inflater: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    """What unpacks before the damage in a stretch of a member; zlib itself gives nothing of the stretch."""
    with suppress(zlib.error):
        while piece := inflater.decompress(data, CRUMB):
            yield piece
            data = inflater.unconsumed_tail


def next_member(file: BinaryIO, start: int) -> int | None:
    """Where the first member at or behind `start` begins that holds a record; None where there is none."""
    at, before = start, b""
    while True:
        file.seek(at)
        piece = file.read(PIECE)
        window = before + piece
        for place in places_of(MAGIC, window):
            if begins_a_record(file, found := at - len(before) + place):
                return found
        if not piece:
            return None
        at, before = at + len(piece), window[1 - len(MAGIC) :]


def places_of(mark: bytes, window: bytes) -> Iterator[int]:
    """Where `mark` stands in some bytes."""
    place = window.find(mark)
    while place >= 0:
        yield place
        place = window.find(mark, place + 1)


def begins_a_record(file: BinaryIO, start: int) -> bool:
    """Whether a gzip member begins there whose content begins as a record of WARC does."""
    file.seek(start)
    head = file.read(1 << 12)
    try:
        return zlib.decompressobj(GZIP).decompress(head, len(WARC)) == WARC
    except zlib.error:
        return False


def only_zeros(file: BinaryIO, start: int) -> bool:
    """Whether nothing but zeros stands behind `start`: filling, which is no damage."""
    file.seek(start)
    return all(not piece.strip(b"\0") for piece in iter(lambda: file.read(PIECE), b""))
