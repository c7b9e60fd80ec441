"""Captures: the bytes of pages as they came, once each, under their hash."""

from __future__ import annotations

import hashlib
import zlib
from sqlite3 import Connection

from qawl.library.errors import LibraryError

LEVEL = 6


def sha256(data: bytes) -> str:
    """The key of a capture."""
    return hashlib.sha256(data).hexdigest()


def keep(connection: Connection, key: str, data: bytes) -> None:
    """Keep the bytes of a page; those that are there already stay."""
    insert = "INSERT INTO captures (sha256, size, packed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
    connection.execute(insert, (key, len(data), zlib.compress(data, LEVEL)))


def unpack(packed: bytes, size: int) -> bytes:
    """The bytes that `keep` packed, never more than a little over `size`. Raises `ValueError` where they are damaged."""
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(packed, size + 1)
    except zlib.error as error:
        raise ValueError(f"it cannot be unpacked ({error})") from error
    if len(data) <= size and not stream.eof:
        raise ValueError("it is cut short")
    return data


def bytes_of(connection: Connection, key: str) -> bytes:
    """The bytes of a capture. Raises `LibraryError` where there is none, or where it can no longer be unpacked."""
    found = connection.execute("SELECT packed, size FROM captures WHERE sha256 = ?", (key,)).fetchone()
    if found is None:
        raise LibraryError("not_found", "there is no capture {key}; the command `qawl sources --each` lists what is there", key=key)
    try:
        return unpack(*found)
    except ValueError as error:
        raise LibraryError(
            "damaged", "the capture {key} is damaged: {error}; take it from a backup", key=key, error=error
        ) from error
