"""Archives made by hand: records of WARC, whole or broken on purpose, plain, packed as gzip, or in a WACZ."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

DATE = "2024-03-05T10:20:30Z"
HTML = "text/html; charset=utf-8"
ADDRESS = "https://news.example/page"


def record(
    kind: str,
    block: bytes,
    address: str | None = ADDRESS,
    *,
    content_type: str = "application/http; msgtype=response",
    size: object = None,
    version: str = "1.0",
    date: str | None = DATE,
    more: str = "",
) -> bytes:
    """A record of WARC; `size` is what it says of its block instead of the truth, `more` are lines of its head."""
    lines = [f"WARC/{version}", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:example:{kind}>"]
    lines += [f"WARC-Date: {date}"] * (date is not None) + [f"WARC-Target-URI: {address}"] * (address is not None)
    lines += [f"Content-Type: {content_type}", f"Content-Length: {len(block) if size is None else size}"]
    return "\r\n".join(lines).encode() + b"\r\n" + more.encode() + b"\r\n" + block + b"\r\n\r\n"


def answer(body: bytes, *, status: str = "200 OK", kind: str = HTML, more: str = "", size: object = None) -> bytes:
    """An answer of HTTP; `size` is what it says of its body instead of the truth, empty for nothing."""
    told = "" if size == "" else f"Content-Length: {len(body) if size is None else size}\r\n"
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{told}{more}\r\n".encode() + body


def response(body: bytes, address: str | None = ADDRESS, **more: object) -> bytes:
    """A record of a page that came as it should."""
    return record("response", answer(body, **more), address)  # type: ignore[arg-type]


def chunked(body: bytes, size: int = 1000) -> bytes:
    """A body in chunks."""
    chunks = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n" for chunk in chunks) + b"0\r\n\r\n"


def packed(records: Iterable[bytes], level: int = 6) -> bytes:
    """Records as the members of a gzip file, one each."""
    return b"".join(gzip.compress(one, level, mtime=0) for one in records)


def write_wacz(path: Path, archives: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> Path:
    """A WACZ with archives by their names."""
    with zipfile.ZipFile(path, "w", compression) as wacz:
        for name, data in archives.items():
            wacz.writestr(name, data)
        wacz.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": []}))
    return path
