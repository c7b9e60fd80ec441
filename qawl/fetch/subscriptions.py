"""A file of feeds: an address a line, or OPML as readers of feeds write it."""

from __future__ import annotations

from io import BytesIO

from qawl.model import Unreadable
from qawl.pages.decode import decode


def addresses_in(content: bytes) -> list[str]:
    """The addresses in a file; blank lines and those that begin with # say nothing. Raises `ValueError` for broken OPML."""
    try:
        text = decode(content).text
    except Unreadable as error:
        raise ValueError(f"the file of feeds cannot be read: {error}") from None
    if text.lstrip().startswith("<"):
        return _of_opml(text)
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _of_opml(text: str) -> list[str]:
    from lxml.etree import XMLSyntaxError, iterparse

    try:
        outlines = iterparse(BytesIO(text.encode("utf-8", "replace")), tag="outline", resolve_entities=False, no_network=True)
        return [address for _, outline in outlines if (address := outline.get("xmlUrl"))]
    except XMLSyntaxError as error:
        raise ValueError(f"the file of feeds is broken OPML ({error.msg}); mend it, or write an address a line") from None
