"""WACZ: a zip file with archives in its folder `archive/`. Nothing is written where a name in it says."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import BinaryIO

from qawl.pages.archives.faults import Damaged
from qawl.pages.archives.members import BOMB
from qawl.pages.archives.stretches import PIECE

MAGIC = b"PK\x03\x04"
FOLDER = "archive/"
FIRST = (b"archive/", b"datapackage", b"indexes/", b"pages/")
ENDINGS = (".warc", ".warc.gz")
LOCAL = struct.Struct("<4s22xHH")  # a local head: mark, then the lengths of name and extra fields
IS_ENCRYPTED = 0x1
# What zipfile raises for a file that is no zip, or one that it does not read.
BAD_ZIP = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OverflowError, struct.error, zlib.error)


def begins_wacz(head: bytes) -> bool:
    """Whether a file that begins so is a zip whose first entry is one of a WACZ."""
    return head.startswith(MAGIC) and head[LOCAL.size :].startswith(FIRST)


def is_inner(name: str) -> bool:
    """Whether an entry is an archive, by its name."""
    return name.lower().endswith(ENDINGS) and (name.startswith(FOLDER) or leads_out(name))


def leads_out(name: str) -> bool:
    """Whether a name is a path to outside of the zip."""
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def open_zip(file: BinaryIO) -> zipfile.ZipFile:
    """A file as a zip. Raises `Damaged`."""
    try:
        return zipfile.ZipFile(file)
    except BAD_ZIP as error:
        raise Damaged(f"the file is no whole zip ({error}); fetch it again") from None


def inner_archives(file: BinaryIO, packed: zipfile.ZipFile, limit: int) -> Iterator[tuple[str, BinaryIO | Damaged]]:
    """The archives in a WACZ by their names, each open until the next is asked for; where one cannot be read, why.

    A damage of which no name can be told has none.
    """
    entries = sorted((entry for entry in packed.infolist() if is_inner(entry.filename)), key=lambda entry: entry.header_offset)
    if not entries:
        yield "", Damaged(f"there is no archive in it: a WACZ has .warc.gz files in its folder {FOLDER}")
    free = 0
    for entry in entries:
        name = "" if leads_out(entry.filename) else entry.filename
        try:
            must_be_readable(entry, free, limit)
            if entry.compress_type == zipfile.ZIP_STORED:
                yield name, io.BufferedReader(Window(file, *place_of(file, entry)), PIECE)
            else:
                yield from copied(packed, entry)
        except Damaged as damage:
            yield name, damage
        free = max(free, entry.header_offset + entry.compress_size)


def must_be_readable(entry: zipfile.ZipInfo, free: int, limit: int) -> None:
    """Raises `Damaged` for an entry that is not what a WACZ has. Entries before it end at byte `free`."""
    if leads_out(entry.filename):
        raise Damaged(
            f"the name {entry.filename[:80]!r} in it leads out of it; nobody who means well names so, and it is passed over"
        )
    if entry.flag_bits & IS_ENCRYPTED:
        raise Damaged("the archive in it is encrypted; unpack it, and add what is in it")
    if entry.header_offset < free:
        raise Damaged("the archive in it lies within another one; the zip was made to harm or is damaged, fetch it again")
    if entry.file_size > max(limit, BOMB * entry.compress_size):
        raise Damaged(f"the archive in it unpacks to more than {BOMB} times its size; it is passed over", "too_large")


def copied(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[tuple[str, BinaryIO | Damaged]]:
    """An entry that is packed, unpacked into a file without a name; of a damaged one what stands before the damage, and that."""
    damage = None
    with TemporaryFile() as copy:
        try:
            with packed.open(entry) as content:
                for piece in iter(lambda: content.read(PIECE), b""):
                    copy.write(piece)
        except BAD_ZIP as error:
            damage = Damaged(f"the archive in it cannot be unpacked ({error}); fetch it again, or unpack it by hand")
        copy.seek(0)
        yield entry.filename, copy
    if damage:
        yield entry.filename, damage


def place_of(file: BinaryIO, entry: zipfile.ZipInfo) -> tuple[int, int]:
    """Where the content of an entry begins, and its size. Raises `Damaged`."""
    file.seek(entry.header_offset)
    head = file.read(LOCAL.size)
    if len(head) < LOCAL.size or not head.startswith(MAGIC):
        raise Damaged("the zip names an archive where there is none; fetch it again")
    _, name, extra = LOCAL.unpack(head)
    return entry.header_offset + LOCAL.size + name + extra, entry.compress_size


class Window(io.RawIOBase):
    """A stretch of a file as a file of its own. It shares the file's position, so nobody else reads meanwhile."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file, self._start, self._size = file, start, size
        self._at = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place, as files do."""
        self._at = max(0, place + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence])
        return self._at

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        """Read as much as there is room for."""
        self._file.seek(self._start + self._at)
        data = self._file.read(min(len(into), max(0, self._size - self._at)))
        into[: len(data)] = data
        self._at += len(data)
        return len(data)
