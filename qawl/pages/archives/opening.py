"""An archive as pages: what it is, and what is in it, one page at a time."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import BinaryIO

from msgspec.structs import replace

from qawl.model import Page, failure
from qawl.pages.archives.captured import Captured, captured
from qawl.pages.archives.faults import Damaged
from qawl.pages.archives.members import GZIP, places_of
from qawl.pages.archives.members import MAGIC as GZIP_MAGIC
from qawl.pages.archives.wacz import MAGIC as ZIP_MAGIC
from qawl.pages.archives.wacz import begins_wacz, inner_archives, open_zip
from qawl.pages.archives.walking import Found, Start, stands_there, walk
from qawl.pages.archives.warc import MARK, MAX_HEAD, Broken

OLD = b"WARC/0."
SEEN = 1 << 12
WHOLE_FILE = ""


def begins_archive(head: bytes) -> bool:
    """Whether a file that begins with `head` (4 KB of it tell most) is an archive."""
    if head.startswith(GZIP_MAGIC):  # the first member may be a damaged one
        return any(unpacked_head(head[place:]).startswith(MARK) for place in places_of(GZIP_MAGIC, head))
    return head.startswith(MARK) or begins_wacz(head)


def unpacked_head(head: bytes) -> bytes:
    """The first bytes of a file, unpacked where they are gzip and can be."""
    if head.startswith(GZIP_MAGIC):
        with suppress(zlib.error):
            return zlib.decompressobj(GZIP).decompress(head, SEEN)
    return head


def open_archive(
    file: BinaryIO, id: str, given: Page, max_bytes: int, aside: Counter[str], starts: Mapping[str, Start] | None = None
) -> Iterator[Page]:
    """The pages of an archive that may be Arabic, in order, each with how it came; what is damaged is a page with `failure`.

    `file` can be sought in. `given` is what is known of all pages; behind its `origin` and behind `id` the place of each is put:
    ``:BYTE``, in a WACZ ``/NAME:BYTE``. What is passed over is counted in `aside` by its reason. Of an archive in `starts` (by
    its name in a WACZ, else ``""``) what stands before the page named there is left out. Raises `OSError`.
    """
    for place, found in found_in(file, max_bytes + MAX_HEAD, starts or {}):
        here = replace(given, id=f"{id}{place}", origin=f"{given.origin}{place}")
        try:
            if isinstance(found, Broken):
                raise found.damage
            page = captured(found, max_bytes)
        except Damaged as damage:
            yield replace(here, failure=failure(here.id, None, damage.code, damage.message))
            continue
        if isinstance(page, Captured):
            yield replace(here, source=page.content, url=page.came.address, came=page.came)
        else:
            aside[page] += 1


def found_in(file: BinaryIO, limit: int, starts: Mapping[str, Start]) -> Iterator[Found]:
    """The records of a file with their places in it, as they stand behind its name."""
    for name, inner in archives_in(file, limit):
        before = f"/{name}:" if name else ":"
        start = starts[name].at if name in starts else 0
        if isinstance(inner, Damaged):
            yield before[:-1], Broken(0, inner)
        else:
            yield from ((before + place, found) for place, found in whole_walk(inner, limit, start))


def whole_walk(archive: BinaryIO, limit: int, start: int) -> Iterator[Found]:
    """The records of one archive; where it is of an old version, that alone."""
    archive.seek(0)
    if unpacked_head(archive.read(SEEN)).startswith(OLD):
        message = "the archive is of a version before WARC/1.0, which is not read; convert it"
        return iter([("0", Broken(0, Damaged(message)))])
    return walk(archive, limit, start)


def archives_in(file: BinaryIO, limit: int) -> Iterator[tuple[str, BinaryIO | Damaged]]:
    """The archives in a file: itself, or those of a WACZ; of a zip that is cut what can be found in it."""
    file.seek(0)
    if file.read(len(ZIP_MAGIC)) != ZIP_MAGIC:
        yield WHOLE_FILE, file
        return
    try:
        packed = open_zip(file)
    except Damaged as damage:
        yield WHOLE_FILE, damage
        yield WHOLE_FILE, file
    else:
        yield from inner_archives(file, packed, limit)


def starts_that_hold(file: BinaryIO, starts: Mapping[str, Start], max_bytes: int) -> dict[str, Start]:
    """Those of `starts` at which the archive still has the page that it had. Raises `OSError`."""
    limit = max_bytes + MAX_HEAD
    return {
        name: starts[name]
        for name, inner in (archives_in(file, limit) if starts else ())
        if name in starts and not isinstance(inner, Damaged) and stands_there(inner, starts[name], limit)
    }
