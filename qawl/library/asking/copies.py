"""All pages of an article: who had it first, who has it too, and how much of it."""

from __future__ import annotations

from sqlite3 import Connection

from msgspec import Struct

from qawl.library.across.articles import articles_of
from qawl.library.across.likeness import likeness, prose_of
from qawl.library.errors import LibraryError
from qawl.library.rows import PageRow
from qawl.library.view import seen


class Copy(Struct, frozen=True, kw_only=True):
    """A page of an article; ``share`` of the words of the page that was asked for stand in it in the same order."""

    page: PageRow
    share: float


def copies(connection: Connection, capture: str) -> list[Copy]:
    """The pages of the article of a page, itself among them, the first first. Raises `LibraryError` (not_found)."""
    found = connection.execute("SELECT article FROM pages WHERE capture = ?", (capture,)).fetchone()
    if found is None:
        raise LibraryError("not_found", "there is no page with the capture {capture}", capture=capture)
    asked = prose_of(seen(connection, capture).document)
    return [
        Copy(page=page, share=likeness(asked, prose_of(seen(connection, page.capture).document)).of_one)
        for page in articles_of(connection, found["article"])
    ]
