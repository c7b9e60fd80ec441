"""The records of an archive with their places: plain, or packed with a gzip member for each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from msgspec import Struct

from qawl.pages.archives.captured import address_of, time_of
from qawl.pages.archives.faults import Damaged
from qawl.pages.archives.members import MAGIC, Member, next_member, only_zeros
from qawl.pages.archives.stretches import PIECE, Stretch
from qawl.pages.archives.warc import REACH, Broken, Record, is_boundary, records

ZIP = b"PK"
Found = tuple[str, Record | Broken]  # with its place


class Start(Struct, frozen=True):
    """A page that came before: the byte at which its record begins, and by what it is known there."""

    at: int
    address: str
    received: str


def walk(file: BinaryIO, limit: int, start: int = 0) -> Iterator[Found]:
    """The records of an archive from byte `start` on, in order, blocks of at most `limit` bytes whole.

    A place is the byte at which the record begins; within a gzip member `MEMBER+N`, with N bytes unpacked before it.
    """
    head = bytes_at(file, 0)
    if head.startswith(ZIP):  # it was cut, so that nothing tells where its archives are
        return walk_packed(file, limit, start, among_others=True)
    return walk_packed(file, limit, start) if head == MAGIC else walk_plain(file, limit, start)


def walk_plain(file: BinaryIO, limit: int, start: int) -> Iterator[Found]:
    """The records of an archive as it is."""

    def ends_at(distance: int) -> bool:
        at, end = file.tell(), start + stretch.taken + distance
        if end > size:
            return False
        file.seek(end)
        behind = file.read(REACH)
        file.seek(at)
        return is_boundary(behind)

    size = file.seek(0, os.SEEK_END)
    file.seek(start)
    stretch = Stretch(iter(lambda: file.read(PIECE), b""), ends_at)
    return ((str(start + found.at), found) for found in records(stretch, limit))


def walk_packed(file: BinaryIO, limit: int, start: int, among_others: bool = False) -> Iterator[Found]:
    """The records of an archive packed as gzip; whether other things may stand between its members."""
    at: int | None = start
    while at is not None and (head := bytes_at(file, at)):
        if head == MAGIC:
            member = Member(file, at, limit)
            for found in records(Stretch(member.pieces()), limit):
                yield (f"{at}+{found.at}" if found.at else str(at)), found
            at = next_member(file, at + 1) if member.end is None else member.end
        elif only_zeros(file, at):
            return
        else:
            if not among_others:
                yield str(at), Broken(0, Damaged("no gzip member begins here; the archive is damaged, fetch it again"))
            at = next_member(file, at + 1)


def bytes_at(file: BinaryIO, at: int) -> bytes:
    """As many bytes as show a gzip member."""
    file.seek(at)
    return file.read(len(MAGIC))


def stands_there(file: BinaryIO, start: Start, limit: int) -> bool:
    """Whether an archive has a page where it had it before: then it is the same up to there."""
    _, found = next(walk(file, limit, start.at), ("", None))
    with suppress(Damaged):
        return isinstance(found, Record) and (address_of(found), time_of(found)) == (start.address, start.received)
    return False
