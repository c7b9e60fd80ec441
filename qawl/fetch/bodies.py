"""Bodies of answers: unpacked piece by piece, and never more of them than is allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from qawl.fetch.fetched import NotFetched

PIECE = 1 << 16
GZIP = zlib.MAX_WBITS | 16
GZIP_MAGIC = b"\x1f\x8b"
# Codings that were not asked for and are not read; any other word (`utf-8` is a common slip) says nothing.
FOREIGN = {"br", "zstd", "deflate", "compress", "x-compress", "dcb", "dcz"}


def unpacked(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The body as it was before the host packed it, in pieces of at most `PIECE` bytes where it did.

    `encoding` is the header `Content-Encoding`. Raises `NotFetched` (`encoding`) for one that was not asked for.
    """
    codings = [coding for coding in encoding.lower().replace(" ", "").split(",") if coding not in ("", "identity")]
    if any(coding in FOREIGN for coding in codings) or len(codings) > 1:
        raise NotFetched("encoding", f"the page comes packed as {encoding[:40]!r}, but only gzip is read; save the page by hand")
    return gunzipped(pieces) if codings in (["gzip"], ["x-gzip"]) else iter(pieces)


def gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The content of one gzip member or several; zeros behind a member are filling. Raises `NotFetched` (`encoding`)."""
    member = None
    try:
        for piece in pieces:
            rest = piece
            while rest := rest if member else rest.lstrip(b"\0"):
                member = member or zlib.decompressobj(GZIP)
                yield member.decompress(rest, PIECE)
                rest, member = (member.unused_data, None) if member.eof else (member.unconsumed_tail, member)
    except zlib.error as error:
        raise NotFetched("encoding", f"the page says that it is packed as gzip, but is not ({error}); save it by hand") from None
    if member and not member.eof:
        raise NotFetched("encoding", "the packed page ends too early; try again later")


def limited(pieces: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    """The pieces, as long as they are no more than `max_bytes` together. Raises `NotFetched` (`too_large`)."""
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > max_bytes:
            raise too_large(max_bytes)
        yield piece


def cut(pieces: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    """The first `max_bytes` bytes of the pieces."""
    left = max_bytes
    for piece in pieces:
        yield piece[:left]
        left -= len(piece)
        if left <= 0:
            return


def too_large(max_bytes: int) -> NotFetched:
    """The failure of a page that goes on past the bytes it may have."""
    return NotFetched("too_large", f"the page is larger than {max_bytes} bytes; allow more, or save it by hand")
