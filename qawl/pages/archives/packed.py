"""Pages as hosts packed them (`Content-Encoding`), unpacked in bounded pieces, and no more of them than is allowed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

from qawl.pages.archives.faults import Damaged
from qawl.pages.archives.stretches import PIECE

RAW = -zlib.MAX_WBITS
MOST_CODINGS = 2
ZSTD = b"\x28\xb5\x2f\xfd"


def unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """The page that a body holds. Many archives keep it unpacked and the header as it came: then it is taken as it is.

    Raises `Damaged` (`broken`, `too_large`).
    """
    codings = [coding for coding in encoding.lower().replace(" ", "").split(",") if coding]
    if len(codings) > MOST_CODINGS:
        raise Damaged(f"the page is packed {len(codings)} times, of which {MOST_CODINGS} are undone; save it by hand", "broken")
    for coding in reversed(codings):
        body = without(coding, body, limit)
    if len(body) > limit:
        raise too_large(limit)
    return body


def without(coding: str, body: bytes, limit: int) -> bytes:
    """A body unpacked; a word that names no packing (`utf-8` is a common slip) says nothing."""
    if coding == "zstd" and body.startswith(ZSTD):
        raise Damaged("the page is packed as zstd, which is not read; save it by hand", "broken")
    if coding not in UNPACKERS:
        return body
    whole = bytearray()
    try:
        for piece in UNPACKERS[coding](body):
            whole += piece
            if len(whole) > limit:
                raise too_large(limit)
    except UNPACKING_ERRORS as error:
        if not whole and body.lstrip().startswith(b"<"):
            return body
        raise Damaged(f"the page is packed as {coding}, and damaged ({error}); fetch it again", "broken") from None
    return bytes(whole)


def too_large(limit: int) -> Damaged:
    """The failure of a page that unpacks to more bytes than it may have."""
    return Damaged(f"the page is larger than {limit} bytes; raise --max-bytes, or leave it out", "too_large")


class NotPacked(Exception):
    """A body is not, or not wholly, what its header says."""


UNPACKING_ERRORS = (zlib.error, NotPacked)


def gunzipped(body: bytes) -> Iterator[bytes]:
    """The content of gzip, of one member or several."""
    while body := body.lstrip(b"\0"):
        inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
        yield from inflated(inflater, body)
        body = inflater.unused_data


def deflated(body: bytes) -> Iterator[bytes]:
    """The content of deflate, which hosts send with and without the head of zlib."""
    has_head = body[:1] == b"\x78" and int.from_bytes(body[:2], "big") % 31 == 0
    return inflated(zlib.decompressobj(zlib.MAX_WBITS if has_head else RAW), body)


def inflated(inflater: zlib._Decompress, body: bytes) -> Iterator[bytes]:
    """What zlib makes of a body."""
    rest = body
    while not inflater.eof:
        piece = inflater.decompress(rest, PIECE)
        if not piece and not inflater.eof:
            raise NotPacked("it ends too early")
        yield piece
        rest = inflater.unconsumed_tail


def unbrotlied(body: bytes) -> Iterator[bytes]:
    """The content of brotli."""
    import brotli

    unpacker = brotli.Decompressor()
    rest = body
    try:
        while not unpacker.is_finished():
            piece = unpacker.process(rest, output_buffer_limit=PIECE)
            if not piece and not unpacker.is_finished():
                raise NotPacked("it ends too early")
            yield piece
            rest = b""
    except brotli.error as error:
        raise NotPacked(str(error)) from None


UNPACKERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": gunzipped,
    "x-gzip": gunzipped,
    "deflate": deflated,
    "br": unbrotlied,
}
