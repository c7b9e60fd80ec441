"""The library that is served: held open a few times, since each holding answers one reader at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import LifoQueue

from qawl.library import Library

HOLDINGS = 4


class Shelf:
    """The library of a folder, opened as often as readers want it at once, `HOLDINGS` at most: who comes then waits.

    Raises `LibraryError` as `Library` does.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._free: LifoQueue[Library | None] = LifoQueue()
        for _ in range(HOLDINGS - 1):
            self._free.put(None)  # opened when it is wanted
        self._free.put(Library(folder))

    @contextmanager
    def library(self) -> Iterator[Library]:
        """The library, for this reader alone."""
        held = self._free.get()
        try:
            held = held or Library(self.folder)
            yield held
        finally:
            self._free.put(held)

    def close(self) -> None:
        """Close what is open; who still waits is not served any more."""
        for _ in range(HOLDINGS):
            held = self._free.get()
            if held:
                held.close()
