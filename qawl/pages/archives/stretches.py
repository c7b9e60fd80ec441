"""A stretch of an archive: bytes that follow each other, looked at ahead and taken from the front, never all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

PIECE = 1 << 16
BLANK = b"\r\n"


class Stretch:
    """All of a plain archive, or one gzip member of a packed one, unpacked.

    ``buffer`` holds what was looked at and not taken; ``taken`` counts the bytes before it. ``ends_at`` tells whether a block may
    end so many bytes ahead, where that can be seen without reading up to there. Whatever is asked may raise `Damaged`.
    """

    def __init__(self, pieces: Iterator[bytes], ends_at: Callable[[int], bool] | None = None) -> None:
        self._pieces = pieces
        self.ends_at = ends_at
        self.buffer = bytearray()
        self.taken = 0

    def holds(self, size: int) -> bool:
        """Whether so many bytes follow; they are in `buffer` then."""
        while len(self.buffer) < size:
            piece = next(self._pieces, None)
            if piece is None:
                return False
            self.buffer += piece
        return True

    def take(self, size: int) -> bytes:
        """The next bytes, at most those in `buffer`."""
        with memoryview(self.buffer) as view:
            taken = bytes(view[:size])
        self._drop(len(taken))
        return taken

    def skip(self, size: int) -> bool:
        """Go on by so many bytes and hold none of them; False where fewer follow."""
        while size > len(self.buffer):
            size -= len(self.buffer)
            self._drop(len(self.buffer))
            if not self.holds(1):
                return False
        self._drop(size)
        return True

    def skip_blank(self) -> bool:
        """Go on behind ends of lines; whether anything follows them."""
        while self.holds(1):
            self._drop(len(self.buffer) - len(self.buffer.lstrip(BLANK)))
            if self.buffer:
                return True
        return False

    def skip_to(self, mark: bytes) -> bool:
        """Go on to where `mark` stands next; False, and at the end, where it stands nowhere."""
        while (found := self.buffer.find(mark)) < 0:
            self._drop(max(0, len(self.buffer) - len(mark) + 1))
            if not self.holds(len(self.buffer) + 1):
                self._drop(len(self.buffer))
                return False
        self._drop(found)
        return True

    def _drop(self, size: int) -> None:
        del self.buffer[:size]
        self.taken += size
