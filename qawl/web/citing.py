"""A statement for use elsewhere: as a desk cites it, and as an address that opens the live page at its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from qawl.library.asking.told import Told
from qawl.model import Statement
from qawl.show.isolate import inset
from qawl.show.marks import whole_words
from qawl.web.days import day_text
from qawl.web.settings import Settings
from qawl.web.words import word

ENDS = 4  # words of the beginning and of the end that find a passage
# Words with one plain space between them: a browser may see other white space otherwise than the capture has it.
RUN = re.compile(r"[^\s]+(?: [^\s]+)*")


def citation(told: Told, settings: Settings) -> str:
    """Who said what or denied it, in which page, on which day, in one line: an unknown speaker is named so.

    Each value is an isolate, so that names, days and the address keep their order in a line of either language.
    """
    row, page, lang = told.statement, told.page, settings.lang
    comma = f"{word(lang, 'comma')} "
    who = comma.join(inset(value) for value in (row.speaker or word(lang, "unknown_speaker"), row.role) if value)
    day = page.published and day_text(page.published, settings)
    where = comma.join(inset(value) for value in (page.outlet, day, page.url) if value)
    quoted = inset(f"«{row.text}»" if row.kind == "direct" else row.text)
    denied = f" ({word(lang, 'turn.denial')})" if row.denied else ""
    return f"{who}{denied}: {quoted}" + (f" ({where})" if where else "")


def fragment(url: str | None, text: str, statement: Statement) -> str | None:
    """The address of the live page with a text fragment that opens it at what was said; None where the page has no address.

    `text` is that in which the statement stands. The passage is named by its first and last words, whole words of one paragraph
    (WICG, URL text fragments); where the text has its first words before too, what stands right before it is named with them.
    """
    if not url or not url.startswith(("http://", "https://")):
        return None
    return f"{url.partition('#')[0]}#:~:text={','.join(directive(text, statement))}"


def directive(text: str, statement: Statement) -> Iterator[str]:
    """The parts of the text directive: the words before the passage where they are needed, its first words, its last."""
    span = statement.content[0]
    start, end = whole_words(text, span.start, span.end)
    passage = text[start:end].partition("\n")[0].rstrip()
    runs = [run.split(" ") for run in RUN.findall(passage)]
    whole = len(runs) == 1 and len(runs[0]) <= 2 * ENDS
    ends = [passage] if whole else [" ".join(runs[0][:ENDS]), " ".join(runs[-1][-ENDS:])]
    if text.find(ends[0]) < start and (before := right_before(text, start)):
        yield f"{encoded(before)}-"
    yield from map(encoded, ends)


def right_before(text: str, start: int) -> str:
    """The last words of the paragraph before a place."""
    runs = RUN.findall(text[text.rfind("\n", 0, start) + 1 : start])
    return " ".join(runs[-1].split(" ")[-ENDS:]) if runs else ""


def encoded(words: str) -> str:
    """Words as the directive takes them: its own marks are no part of them."""
    return quote(words, safe="").replace("-", "%2D")
