"""A page as it came, for whoever wants to see it before anything was made of it."""

from __future__ import annotations

from sqlite3 import Connection

from msgspec import Struct

from qawl.library.arrivals import given_of, page_of
from qawl.library.captures import bytes_of
from qawl.library.deciding.tombstones import must_be_shown
from qawl.library.errors import LibraryError
from qawl.library.keeping import record_of
from qawl.library.view import is_whole
from qawl.pages import text_of


class Original(Struct, frozen=True, kw_only=True):
    """The bytes of a page, and these decoded: the source of which the blocks of its document tell their places."""

    data: bytes
    text: str


def original_of(connection: Connection, capture: str) -> Original:
    """A page as it came. Raises `LibraryError` where it is not there, and where something of it is suppressed: it would tell it."""
    must_be_shown(connection, capture)
    if not is_whole(connection, record_of(connection, capture), capture):
        raise LibraryError("suppressed", "something of this page is suppressed, and its bytes would tell it: they are not shown")
    data = bytes_of(connection, capture)
    (given,) = connection.execute("SELECT given FROM pages WHERE capture = ?", (capture,)).fetchone()
    return Original(data=data, text=text_of(page_of(data, given_of(given))))
