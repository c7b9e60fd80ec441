"""An HTML page as a document: the article's text, block by block, each with its place in the page's source."""

from __future__ import annotations

import hashlib

from qawl.model import Block, Document, Page, Part, Sources, Unreadable
from qawl.pages.language import check_language
from qawl.pages.main_text import MainBlock, judge, main_blocks
from qawl.pages.metadata import Particulars, read_particulars
from qawl.pages.scan import scan


def looks_like_html(text: str) -> bool:
    """Whether a text without a stated kind is HTML: it begins as a page does, or block tags stand all over it."""
    start = text[:4000].lstrip().lower()
    if start.startswith(("<!doctype html", "<html", "<head", "<body", "<?xml")) or "<html" in start or "<body" in start:
        return True
    return start.startswith("<") and any(f"</{tag}>" in text[:100_000].lower() for tag in ("p", "div", "article", "h1"))


def read_html(page: Page, source: str, page_sha256: str) -> Document:
    """The document of an HTML page. Raises `Unreadable` `no_article` or `language`."""
    outline = scan(source)
    judged, stands = judge(outline)
    about = read_particulars(outline, stands, page)
    blocks = main_blocks(outline, judged, about.title)
    if not blocks:
        raise Unreadable("no_article", "no article was found in the page; give the page of a single article, or its text")
    text = "\n".join(block.segment.text for block in blocks)
    check_language(text)
    return _document(page, about, blocks, text, page_sha256)


def _document(page: Page, about: Particulars, blocks: list[MainBlock], text: str, page_sha256: str) -> Document:
    parts, places = [], []
    start = 0
    for block in blocks:
        end = start + len(block.segment.text)
        place = (block.segment.start, block.segment.end) if block.segment.tight else None
        parts.append(Part(block.role, start, end))
        places.append(Block(start, end, place))
        start = end + 1
    return Document(
        id=page.id,
        url=page.url,
        canonical_url=about.canonical_url,
        outlet=about.outlet,
        title=about.title,
        author=about.author,
        published=about.published,
        modified=about.modified,
        sources=Sources(**about.sources),
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        page_sha256=page_sha256,
        parts=tuple(parts),
        blocks=tuple(places),
    )
