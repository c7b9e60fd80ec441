"""A statement for use elsewhere: as a desk cites it, and as an address that opens the live page at its words."""

from __future__ import annotations

from urllib.parse import quote

from qawl.library.asking.told import Told
from qawl.model import Document, Statement
from qawl.show.marks import whole_words
from qawl.show.strings import Lang
from qawl.web.rendering import day
from qawl.web.words import word

ENDS = 4  # words of the beginning and of the end that find a passage


def citation(told: Told, lang: Lang) -> str:
    """Who said what, in which page, on which day, in one line: an unknown speaker is named so, else what is unknown is left out."""
    row, page = told.statement, told.page
    who = f"{word(lang, 'comma')} ".join(filter(None, (row.speaker or word(lang, "unknown_speaker"), row.role)))
    where = f"{word(lang, 'comma')} ".join(filter(None, (page.outlet, day(page.published), page.url)))
    quoted = f"«{row.text}»" if row.kind == "direct" else row.text
    return f"{who}: {quoted}" + (f" ({where})" if where else "")


def fragment(url: str | None, document: Document, statement: Statement) -> str | None:
    """The address of the live page with a text fragment that opens it at what was said; None where the page has no address.

    The passage is named by its first and last words, which are whole words of one paragraph each (WICG, URL text fragments).
    """
    if not url or not url.startswith(("http://", "https://")):
        return None
    span = statement.content[0]
    start, end = whole_words(document.text, span.start, span.end)
    words = document.text[start:end].split("\n")[0].split()
    whole = len(words) <= 2 * ENDS
    ends = [" ".join(words)] if whole else [" ".join(words[:ENDS]), " ".join(words[-ENDS:])]
    return f"{url.partition('#')[0]}#:~:text={','.join(quote(end, safe='').replace('-', '%2D') for end in ends)}"
