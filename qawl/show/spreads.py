"""How far a saying went, in a few lines: how many more pages report it, which outlets, who was first."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.library.across.spreads import Spread
from qawl.show.isolate import inset
from qawl.show.strings import Lang, say

# Letters of a time that are its day.
DAY = 10
# So many outlets are named.
OUTLETS = 5


def further(spread: Spread | None, lang: Lang) -> Iterator[tuple[str, str]]:
    """That other pages report a saying too and which was first, each line with its style; nothing where a single page does."""
    if spread:
        yield more_pages(spread, lang), "magenta"
        yield first_in(spread, lang), "magenta"


def more_pages(spread: Spread, lang: Lang) -> str:
    """How many other pages report it, and the outlets of all."""
    named = [inset(outlet) for outlet in spread.outlets[:OUTLETS]] + (["…"] if len(spread.outlets) > OUTLETS else [])
    outlets = f" ({(say(lang, 'comma') + ' ').join(named)})" if named else ""
    return f"{say(lang, 'more_pages')}: {spread.pages - 1}{outlets}"


def first_in(spread: Spread, lang: Lang) -> str:
    """Which page was first: its outlet and day, as far as they are known."""
    page = spread.first
    day = (page.published or "")[:DAY] or say(lang, "undated")
    return f"{say(lang, 'first_in')}: {inset(page.outlet or page.document)} · {inset(day)}"
