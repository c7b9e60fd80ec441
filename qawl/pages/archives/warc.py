"""Records of WARC (ISO 28500): a head of fields, a block of as many bytes as it says, two ends of lines.

Nothing that a record says is believed before it is seen: where its block does not end as it should, the next record is looked for
behind its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from msgspec import Struct

from qawl.pages.archives.faults import Damaged
from qawl.pages.archives.stretches import BLANK, Stretch

Fields = tuple[tuple[str, str], ...]
MAX_HEAD = 1 << 16
REACH = 64  # so far behind a block the next record is looked for
NEXT = b"\nWARC/1."
MARK = b"WARC/"
END = b"\r\n\r\n"
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_VERSION = re.compile(rb"WARC/(\d+\.\d+)[ \t]*\r?$")
_SIZE = re.compile(r"[0-9]{1,18}")


class Record(Struct, frozen=True):
    """A record: ``at`` counts the bytes before it in its stretch; of a ``block`` that is too large the first bytes are there.

    ``sure`` is False where its end looks right and what follows does not: it says too little of its size, or what follows is
    damaged.
    """

    at: int
    fields: Fields
    block: bytes
    size: int
    sure: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether the block is all there."""
        return len(self.block) == self.size

    def field(self, name: str) -> str:
        """The first field of a name (small letters), empty where there is none."""
        return first_of(self.fields, name)


class Broken(Struct, frozen=True):
    """A record that is none: where, and why."""

    at: int
    damage: Damaged


def records(stretch: Stretch, limit: int) -> Iterator[Record | Broken]:
    """The records of a stretch, blocks of at most `limit` bytes whole; for what is none of them a `Broken` each."""
    while True:
        start = stretch.taken
        try:
            if not stretch.skip_blank():
                return
            start = stretch.taken
            found: Record | Broken = read_record(stretch, limit)
        except Damaged as damage:
            found = Broken(start, damage)
        yield found
        if isinstance(found, Broken) and not resumes(stretch):
            return


def resumes(stretch: Stretch) -> bool:
    """Go on to the next record behind one that is none; whether there is one."""
    with suppress(Damaged):  # there is no more to tell of this stretch
        return stretch.skip_to(NEXT)
    return False


def read_record(stretch: Stretch, limit: int) -> Record:
    """The record that begins where the stretch is. Raises `Damaged`, and is then behind its head at most."""
    at = stretch.taken
    fields = read_head(stretch)
    size = size_of(fields)
    if size > limit:
        return large_record(stretch, at, fields, size)
    if not stretch.holds(size):
        raise Damaged(f"the record says that it has {size} bytes, but {len(stretch.buffer)} follow; {FETCH_AGAIN}")
    rest = behind(stretch, size)
    sure = is_boundary(rest)
    if not sure and not rest.startswith(END):
        raise wrong_size(size)
    return Record(at, fields, stretch.take(size), size, sure)


FETCH_AGAIN = "it was cut, or its Content-Length is wrong; fetch the archive again"


def wrong_size(size: int) -> Damaged:
    """The failure of a record whose Content-Length is not its length."""
    return Damaged(f"the record does not end after the {size} bytes that it says it has; its Content-Length is wrong")


def behind(stretch: Stretch, size: int) -> bytes:
    """Some bytes from so many on."""
    stretch.holds(size + REACH)
    return bytes(stretch.buffer[size : size + REACH])


def is_boundary(rest: bytes) -> bool:
    """Whether a block ends before these bytes: only ends of lines follow, then the next record or nothing."""
    following = rest.lstrip(BLANK)
    return not following or following.startswith(MARK)


def large_record(stretch: Stretch, at: int, fields: Fields, size: int) -> Record:
    """A record that is larger than asked for, of which only the beginning is held. Raises `Damaged`."""
    stretch.holds(MAX_HEAD)
    beginning = bytes(stretch.buffer[:MAX_HEAD])
    if stretch.ends_at and not stretch.ends_at(size):
        raise wrong_size(size)
    if not stretch.skip(size):
        raise Damaged(f"the record says that it has {size} bytes, which is more than there are; {FETCH_AGAIN}")
    if not is_boundary(behind(stretch, 0)):
        raise wrong_size(size)
    return Record(at, fields, beginning, size)


def read_head(stretch: Stretch) -> Fields:
    """The fields of the record that begins here. Raises `Damaged` where it is none, and takes its first line alone."""
    end = end_of_head(stretch)
    line, _, rest = (stretch.buffer[:end] if end else stretch.buffer[:MAX_HEAD]).partition(b"\n")
    version = _VERSION.match(line)
    if version is None:
        stretch.take(1)
        raise Damaged(f"no record of WARC begins here, but {bytes(line[:40])!r}; the next one is looked for")
    if not version[1].startswith(b"1."):
        stretch.take(len(line))
        raise Damaged(f"the record is WARC/{version[1].decode()}, but only WARC/1.0 and WARC/1.1 are read; convert the archive")
    if end is None:
        stretch.take(len(line))
        raise Damaged("the head of the record has no end; it was cut, or the archive is damaged; fetch it again")
    stretch.take(end)
    return fields_of(rest.decode("utf-8", "replace"))


def end_of_head(stretch: Stretch) -> int | None:
    """Where the blank line behind a head ends, None where there is none."""
    for reach in (1 << 11, MAX_HEAD):
        stretch.holds(reach)
        if found := _BLANK_LINE.search(stretch.buffer, 0, MAX_HEAD):
            return found.end()
    return None


def fields_of(head: str) -> Fields:
    """The fields of a head, in order, as they stand; a line that begins with white space goes on with the one before."""
    fields: list[tuple[str, str]] = []
    for line in head.split("\n"):
        name, colon, value = line.rstrip("\r").partition(":")
        if line[:1] in (" ", "\t") and fields:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {line.strip()}")
        elif colon:
            fields.append((name.strip(), value.strip()))
    return tuple(fields)


def first_of(fields: Fields, name: str) -> str:
    """The first field of a name (small letters), empty where there is none."""
    return next((value for key, value in fields if key.lower() == name), "")


def size_of(fields: Fields) -> int:
    """How many bytes a record says that its block has. Raises `Damaged`."""
    told = first_of(fields, "content-length")
    if not _SIZE.fullmatch(told):
        raise Damaged(f"the Content-Length of the record is no number of bytes: {told[:40]!r}; the next record is looked for")
    return int(told)
