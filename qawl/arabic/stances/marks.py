"""Words in a content that carry a flag, or look as if they did."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.findings import Range


class Mark(NamedTuple):
    """Tokens that carry flags by their shape; none where they carry one only with others, or look as if they did."""

    flags: tuple[str, ...]
    words: tuple[Range, ...]
    shape: str

    @property
    def place(self) -> int:
        """The first token."""
        return self.words[0][0]

    @property
    def then(self) -> int:
        """The token behind the last one."""
        return self.words[-1][1]
