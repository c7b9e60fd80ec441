"""The answer of a host as a record keeps it: status, headers, and the page without its transfer coding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from qawl.pages.archives.faults import Damaged
from qawl.pages.archives.warc import MAX_HEAD, Fields, fields_of, first_of

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t][^\n]*)?\r?\n")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\n]*)?\r?\n")
_NUMBER = re.compile(r"[0-9]{1,18}")


class Answer(Struct, frozen=True):
    """``headers`` as they came, one character for each byte (latin-1); ``body`` as it came."""

    status: int
    headers: Fields
    body: bytes

    def header(self, name: str) -> str:
        """The first header of a name (small letters), empty where there is none."""
        return first_of(self.headers, name)


def read_answer(block: bytes) -> Answer:
    """The answer that a block holds. Raises `Damaged` (`header`)."""
    status = _STATUS.match(block)
    end = _BLANK_LINE.search(block, status.end() - 2 if status else 0, MAX_HEAD)
    if status is None or end is None:
        raise Damaged(f"the record holds no answer of HTTP, but {block[:40]!r}; fetch the page again", "header")
    head = block[status.end() : max(end.start(), status.end())]
    return Answer(int(status[1]), fields_of(head.decode("latin-1")), block[end.end() :])


def is_as_promised(answer: Answer) -> bool:
    """Whether a body is as long as the host said, or ends as chunks do."""
    return answer.header("content-length") == str(len(answer.body)) or answer.body.endswith(b"\r\n0\r\n\r\n")


def body_of(answer: Answer) -> bytes:
    """The body without chunks. Raises `Damaged` (`broken`) where it breaks off.

    Many archives keep a body whose chunks were joined, and the header as it came: then it is taken as it is.
    """
    if "chunked" in answer.header("transfer-encoding").lower() and _CHUNK.match(answer.body):
        return b"".join(joined_chunks(answer.body))
    told = answer.header("content-length")
    may_be_cut = not answer.header("content-encoding") and not answer.header("transfer-encoding")
    if may_be_cut and _NUMBER.fullmatch(told) and int(told) > len(answer.body):
        raise Damaged(f"the page breaks off: {len(answer.body)} of {told} bytes are there; fetch it again", "broken")
    return answer.body


def joined_chunks(body: bytes) -> Iterator[bytes]:
    """The content of chunks. Raises `Damaged` (`broken`)."""
    at = 0
    while chunk := _CHUNK.match(body, at):
        start, size = chunk.end(), int(chunk[1], 16)
        if size == 0:
            return
        yield body[start : start + size]
        ending = re.compile(rb"\r?\n").match(body, start + size)
        if ending is None:
            break
        at = ending.end()
    raise Damaged("the page breaks off: its chunks are damaged; fetch it again", "broken")
