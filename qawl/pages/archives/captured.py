"""A record as a page with how it came, or as what it is instead."""

from __future__ import annotations

import re
from base64 import b32encode
from datetime import datetime
from hashlib import md5, sha1, sha256
from typing import Literal

from msgspec import Struct

from qawl.model import Came
from qawl.pages.archives.answers import body_of, is_as_promised, read_answer
from qawl.pages.archives.faults import Damaged
from qawl.pages.archives.packed import unpacked
from qawl.pages.archives.warc import Fields, Record, wrong_size
from qawl.pages.html import looks_like_html
from qawl.pages.language import may_be_arabic

# Why a record is passed over: what it is instead of a page to read.
Reason = Literal["request", "metadata", "revisit", "other_record", "no_page", "not_html", "language"]
TYPES: dict[str, Reason] = {"request": "request", "metadata": "metadata", "warcinfo": "metadata", "revisit": "revisit"}
WHOLE = (200, 203)
HTML = ("text/html", "application/xhtml+xml")
HASHES = {"sha1": sha1, "sha256": sha256, "sha-256": sha256, "md5": md5}
UNKNOWN = ("", "application/octet-stream")
SNIFFED = 4096
_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z")


class Captured(Struct, frozen=True):
    """A page of an archive: its bytes as a reader's machine has them, and how they came there."""

    content: bytes
    came: Came


def captured(record: Record, limit: int) -> Captured | Reason:
    """The page that a record holds, of at most `limit` bytes, or why it is none to read. Raises `Damaged`."""
    kind = record.field("warc-type").lower()
    if kind not in ("response", "resource"):
        return TYPES.get(kind, "other_record")
    address = address_of(record)
    if not address.lower().startswith(("http://", "https://")):
        return "other_record"
    return response(record, address, limit) if kind == "response" else resource(record, address, limit)


def response(record: Record, address: str, limit: int) -> Captured | Reason:
    """The page of an answer of HTTP."""
    answer = read_answer(record.block)
    if answer.status not in WHOLE:
        return "no_page"
    if not is_html(answer.header("content-type"), answer.body):
        return "not_html"
    must_be_whole(record)
    must_be_what_it_was(record, is_as_promised(answer))
    return page(unpacked(body_of(answer), answer.header("content-encoding"), limit), record, address, answer.headers)


def resource(record: Record, address: str, limit: int) -> Captured | Reason:
    """The page that a record holds as it is, without an answer of HTTP."""
    kind = record.field("content-type")
    if not is_html(kind, record.block):
        return "not_html"
    must_be_whole(record)
    must_be_what_it_was(record)
    return page(unpacked(record.block, "", limit), record, address, (("Content-Type", kind),) if kind else ())


def page(content: bytes, record: Record, address: str, headers: Fields) -> Captured | Reason:
    """A page with how it came, where it may be Arabic."""
    if not content:
        raise Damaged("the page is empty; fetch it again", "empty")
    if not may_be_arabic(content):
        return "language"
    return Captured(content, Came(address, headers, time_of(record)))


def must_be_whole(record: Record) -> None:
    """Raises `Damaged` for a page of which a part is missing."""
    if not record.is_whole:
        raise Damaged(f"the record has {record.size} bytes, more than a page may have; raise --max-bytes", "too_large")
    if reason := record.field("warc-truncated"):
        raise Damaged(f"the page was cut when it was archived ({reason[:40]}); fetch it again", "broken")


def must_be_what_it_was(record: Record, is_as_promised: bool = False) -> None:
    """Raises `Damaged` for a block that is not the one whose hash its archiver wrote down, or may be a part of it."""
    method, _, told = record.field("warc-block-digest").partition(":")
    make = HASHES.get(method.lower())
    if make is None:
        if not record.sure and not is_as_promised:
            raise wrong_size(record.size)
        return
    digest = make(record.block)
    if told.lower() not in (digest.hexdigest(), b32encode(digest.digest()).decode().lower()):
        raise Damaged(f"the record is not what its WARC-Block-Digest says ({method}); it was damaged or changed, fetch it again")


def is_html(kind: str, body: bytes) -> bool:
    """Whether a body is HTML: by what it is said to be, by its beginning where that is not said."""
    said = kind.partition(";")[0].strip().lower()
    return said in HTML or (said in UNKNOWN and looks_like_html(body[:SNIFFED].decode("latin-1")))


def address_of(record: Record) -> str:
    """The address that was asked. Raises `Damaged`."""
    address = record.field("warc-target-uri").strip("<> ")
    if not address or not address.isprintable():
        raise Damaged("the record does not say from which address it came (WARC-Target-URI); fetch the page again")
    return address


def time_of(record: Record) -> str:
    """When it came: ISO, UTC, to the second. Raises `Damaged`."""
    told = record.field("warc-date")
    if (found := _TIME.fullmatch(told)) and is_time(found[1]):
        return f"{found[1]}Z"
    raise Damaged(f"the record does not say when it came (WARC-Date): {told[:40]!r}; fetch the page again")


def is_time(text: str) -> bool:
    """Whether a text is an ISO time."""
    try:
        return bool(datetime.fromisoformat(text))
    except ValueError:
        return False
