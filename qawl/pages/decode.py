"""Bytes to text: which encoding a page is in, found from the bytes; what the page declares is only a hint.

Order: byte order mark, UTF-16 by its pattern, strict UTF-8, UTF-8 with a few broken places, then windows-1256 against
ISO-8859-6 by how much the result looks like Arabic.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from qawl.arabic.letters import ARTICLE
from qawl.model import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF-": "a PDF file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a zip archive (or an office document)",
    b"PK\x05\x06": "an empty zip archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "an SQLite database",
    b"RIFF": "an audio or video file",
    b"OggS": "an audio or video file",
    b"ID3": "an audio file",
}
_SAMPLE = 1 << 16
# Fewer bytes than this show no pattern.
_FEWEST = 6
_CONTROLS = bytes(n for n in range(32) if n not in b"\t\n\v\f\r\x1b\x1a")
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)|encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)", re.I)
_FAMILIES = {"windows-1256": ("1256",), "iso-8859-6": ("8859-6", "arabic", "asmo", "ecma-114")}
_ARTICLE = re.compile(f"(?<![\u0621-\u064a]){ARTICLE}(?=[\u0621-\u064a])")
_ARABIC = re.compile("[\u0621-\u064a]")
_ODD = re.compile(
    "[\ufffd\u0080-\u009f]|(?<=[\u0621-\u064a])[\u0152-\u0192\u00e0-\u00ff\u0679-\u06d2\u2020-\u2030\u20ac\u00a1-\u00aa]"
)
_HINT_WEIGHT = 1.05


class Decoded(NamedTuple):
    """The text of a page without its byte order mark, and the name of the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text of `data`, line ends as they are. Raises `Unreadable` `empty` or `binary`."""
    if not data.strip():
        raise Unreadable("empty", "the input is empty; give a page with text in it")
    found = _by_mark(data) or _by_pattern(data)
    if found is None:
        _refuse_binary(data)
        found = _as_utf8(data) or _as_single_byte(data)
    if not found.text.strip():
        raise Unreadable("empty", "the input holds nothing but white space; give a page with text in it")
    return found


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    return None


def _by_pattern(data: bytes) -> Decoded | None:
    if len(data) < _FEWEST:
        return None
    """UTF-16 without a mark: every other byte of Arabic or ASCII text is 06 or 00."""
    sample = data[: _SAMPLE & ~1]
    pairs = len(sample) // 2
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        low = sample[0::2] if encoding == "utf-16-le" else sample[1::2]
        if pairs and _high_bytes(high) > 0.7 * pairs and low.count(0) < 0.05 * pairs and high.count(0) + high.count(6):
            return Decoded(data.decode(encoding, "replace"), encoding)
    return None


def _high_bytes(half: bytes) -> int:
    return half.count(0) + half.count(6)


def _refuse_binary(data: bytes) -> None:
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None)
    if kind:
        raise Unreadable("binary", f"the input is {kind}, no page; give its text or its HTML")
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in sample or controls > 0.02 * len(sample):
        raise Unreadable("binary", "the input is binary data, no page; give text or HTML")


def _as_utf8(data: bytes) -> Decoded | None:
    """Strict UTF-8, or UTF-8 with a few broken places among many whole letters."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return Decoded(text, "utf-8") if text.count("\ufffd") * 20 < beyond_ascii else None


def _as_single_byte(data: bytes) -> Decoded:
    hint = declared(data)
    scored = []
    for encoding in ("windows-1256", "iso-8859-6"):
        text = data[:_SAMPLE].decode(encoding, "replace")
        weight = _HINT_WEIGHT if encoding == hint else 1.0
        scored.append((looks_arabic(text) * weight, encoding == "windows-1256", encoding))
    best = max(scored)[2]
    return Decoded(data.decode(best, "replace"), best)


def declared(data: bytes) -> str | None:
    """The single-byte Arabic encoding that the first bytes declare, if they do."""
    found = _DECLARED.search(data[:4096])
    name = (found[1] or found[2]).decode("ascii").lower() if found else ""
    return next((family for family, parts in _FAMILIES.items() if any(part in name for part in parts)), None)


def looks_arabic(text: str) -> float:
    """How much a decoded text looks like Arabic: its letters and articles, less what follows no Arabic letter."""
    return len(_ARABIC.findall(text)) + 20 * len(_ARTICLE.findall(text)) - 5 * len(_ODD.findall(text)) + 1
