"""What came since a day, as one printable page or as a table."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from qawl.library.asking.brief import Brief
from qawl.model import encode
from qawl.show.look import Look


def show_brief(found: Brief, look: Look) -> Iterator[bytes]:
    """A brief as a page, as a table, or as an object."""
    match look.format:
        case "jsonl":
            yield encode(found) + b"\n"
        case "json":
            yield msgspec.json.format(encode(found), indent=2) + b"\n"
        case "html":
            from qawl.show.brief_page import brief_page

            yield brief_page(found, look.lang).encode()
        case _:
            from qawl.show.brief_table import brief_text

            yield brief_text(found, look).encode()
