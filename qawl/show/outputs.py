"""The forms in which results leave: a result as bytes, and the bytes of many results as one output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from qawl.model import Failure, Record, encode
from qawl.show.look import Look


def show(result: Record | Failure, number: int, look: Look) -> bytes:
    """One result as UTF-8; `number` counts the results of one output from 1."""
    # What a form needs is imported where it is used: json must not wait for rich.
    match look.format:
        case "jsonl":
            return encode(result) + b"\n"
        case "json":
            return msgspec.json.format(encode(result), indent=2)
        case "html":
            from qawl.show.page import page_section

            return page_section(result, number, look.lang).encode()
        case "table":
            from qawl.show.table import table_text

            return table_text(result, look).encode()
        case "explain":
            from qawl.show.explain import explain_text

            return explain_text(result, look).encode()


def join(pieces: Iterable[bytes], look: Look) -> Iterator[bytes]:
    """One output of all the shown results, as they come."""
    match look.format:
        case "jsonl":
            return iter(pieces)
        case "json":
            return join_json(iter(pieces))
        case "html":
            from qawl.show.page import page_foot, page_head

            return chain([page_head(look.lang).encode()], pieces, [page_foot(look.lang).encode()])
        case _:
            return join_lines(pieces)


def join_json(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """An object for one result, an array for any other number; the first waits until it is known which."""
    first = next(pieces, None)
    if first is None:
        yield b"[]\n"
        return
    second = next(pieces, None)
    if second is None:
        yield first + b"\n"
        return
    yield b"[\n" + first
    for piece in chain([second], pieces):
        yield b",\n" + piece
    yield b"\n]\n"


def join_lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """An empty line between two results."""
    for number, piece in enumerate(pieces):
        yield b"\n" + piece if number else piece
