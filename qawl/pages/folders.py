"""Inputs by their names: folders as the pages in them, and what is an address."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

PAGES = (".html", ".htm", ".xhtml", ".txt", ".jsonl", ".ndjson", ".warc", ".warc.gz", ".wacz")


def files_of(paths: Iterable[str]) -> Iterator[str]:
    """The paths of files as they are, of folders the pages in them and in their folders, by name; hidden ones are left out.

    A folder without a page stands for itself: that it cannot be read is told where it is opened.
    """
    for path in paths:
        yield from list(_pages_in(path)) or [path]


def _pages_in(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(names) if _is_page(name))


def _is_page(name: str) -> bool:
    return name.lower().endswith(PAGES) and not name.startswith(".")


def is_address(name: str) -> bool:
    """Whether an input is an address to fetch."""
    return name.lower().startswith(("http://", "https://"))
