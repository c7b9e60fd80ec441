"""Pages: bytes to documents. `read_document` reads one page, `open_pages` opens files, standard input and JSONL."""

from __future__ import annotations

import hashlib

from qawl.model import Document, Page, Unreadable
from qawl.pages.decode import decode
from qawl.pages.html import looks_like_html, read_html
from qawl.pages.inputs import open_pages
from qawl.pages.text import read_text

__all__ = ["open_pages", "read_document", "text_of"]

BOM = "\ufeff"


def read_document(page: Page) -> Document:
    """The document of a page.

    Pure: the same page gives the same document, whatever the clock, the locale and the machine. Raises `Unreadable`
    with one of the codes `empty`, `binary`, `no_article`, `language` and `bad_line`, or with that of `page.failure`.
    """
    if page.failure is not None:
        raise Unreadable(page.failure.error.code, page.failure.error.message)
    text, sha256 = _source(page)
    if page.kind == "html" or (page.kind is None and looks_like_html(text)):
        return read_html(page, text, sha256)
    return read_text(page, text, sha256)


def text_of(page: Page) -> str:
    """The page's decoded source, as blocks count it and as the text of a plain page is. Raises `Unreadable`."""
    if page.failure is not None:
        raise Unreadable(page.failure.error.code, page.failure.error.message)
    return _source(page)[0]


def _source(page: Page) -> tuple[str, str]:
    """The page's text without its byte order mark, and the SHA-256 of its bytes, of its UTF-8 where it is text."""
    if isinstance(page.source, bytes):
        return decode(page.source).text, page.sha256 or hashlib.sha256(page.source).hexdigest()
    try:
        data = page.source.encode()
    except UnicodeEncodeError:
        raise Unreadable("bad_line", "the text holds half a character (a lone surrogate); decode it anew") from None
    text = page.source.removeprefix(BOM)
    if not text.strip():
        raise Unreadable("empty", "the text is empty; give a page with text in it")
    return text, page.sha256 or hashlib.sha256(data).hexdigest()
