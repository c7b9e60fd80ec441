"""What is handed to a worker at once: runs of items of about one weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

CHUNK_WEIGHT = 1 << 16  # enough work for the way to a worker and back to cost nothing beside it
CHUNK_ITEMS = 32
CHUNKS_PER_WORKER = 4  # chunks under way for each worker: one slow chunk at the head does not stop the others
WINDOW_WEIGHT = 1 << 23  # above this, only as many chunks are under way as keep every worker busy


class WorkerError(Exception):
    """A worker process died, or could not start. The message says what to do."""


def cut_chunks(items: Iterable[T], weight: Callable[[T], int] | None) -> Iterator[tuple[list[T], int]]:
    """Runs of items of about `CHUNK_WEIGHT`, each with its weight."""
    chunk: list[T] = []
    total = 0
    for item in items:
        chunk.append(item)
        total += weight(item) if weight else CHUNK_WEIGHT // CHUNK_ITEMS
        if total >= CHUNK_WEIGHT or len(chunk) >= CHUNK_ITEMS:
            yield chunk, total
            chunk, total = [], 0
    if chunk:
        yield chunk, total
