"""The library that is served: held open a few times, since each holding answers one reader at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue

from qawl.library import Library
from qawl.web.refusing import Refused

HOLDINGS = 4
WAITING = 8.0  # seconds that a reader waits for a holding
CLOSING = 5.0  # seconds that who is still reading has when the shelf is closed


class Shelf:
    """The library of a folder, opened as often as readers want it at once, `HOLDINGS` at most: who comes then waits a little.

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
        """The library, for this reader alone. Raises `Refused` (503) where none is free for too long."""
        held = self._taken()
        try:
            held = held or Library(self.folder)
            yield held
        finally:
            self._free.put(held)

    def _taken(self) -> Library | None:
        try:
            return self._free.get(timeout=WAITING)
        except Empty:
            raise Refused(503, "busy") from None

    def close(self) -> None:
        """Close what is open; a holding that is still read in is left to the end of the process."""
        for _ in range(HOLDINGS):
            try:
                held = self._free.get(timeout=CLOSING)
            except Empty:
                return
            if held:
                held.close()
