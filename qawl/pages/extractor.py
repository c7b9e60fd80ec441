"""The vote of trafilatura: which text of a page it takes for the article."""

from __future__ import annotations

import re

from qawl.pages.scan import Outline

# Beyond these trafilatura takes minutes or runs out of stack, and no news page is near them.
MAX_SOURCE = 3_000_000
MAX_DEPTH = 150
MAX_ELEMENTS = 20_000

_SPACE = re.compile(r"\s+")
_XML = re.compile(r"^\s*<\?xml[^>]*\?>")


class Votes:
    """The paragraphs that were voted for, asked with a text without its white space."""

    def __init__(self, paragraphs: list[str]) -> None:
        squeezed = [_SPACE.sub("", paragraph) for paragraph in paragraphs]
        self._whole = set(squeezed)
        self._all = "\n".join(squeezed)

    def __contains__(self, squeezed: str) -> bool:
        return bool(squeezed) and (squeezed in self._whole or (len(squeezed) >= 15 and squeezed in self._all))


def voted_text(outline: Outline) -> Votes:
    """What trafilatura takes for the article; nothing where the page is too deep or too large for it."""
    if outline.depth > MAX_DEPTH or len(outline.elements) > MAX_ELEMENTS or len(outline.source) > MAX_SOURCE:
        return Votes([])
    import trafilatura

    found = trafilatura.bare_extraction(_XML.sub("", outline.source), include_comments=False, with_metadata=False)
    body = getattr(found, "body", None)
    return Votes([] if body is None else ["".join(element.itertext()) for element in body.iterchildren()])
