"""One statement with all pages that report the same saying, by time, and the words in which they differ from the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from qawl.library.across.appearances import Appearance
from qawl.library.asking.reported import Reported
from qawl.library.asking.told import Told
from qawl.library.asking.wordings import Difference
from qawl.model import encode
from qawl.show.look import Look
from qawl.show.strings import ARROW, Lang, say

if TYPE_CHECKING:  # JSON must not wait for rich
    from rich.console import RenderableType

    from qawl.show.sections import Piece

COLUMNS = (("when", 4), ("told", 6), ("content", 11), ("differences", 8))
Row = tuple[str, str]


def show_reported(found: Reported, look: Look) -> Iterator[bytes]:
    """A statement as a table, as an object, or an object on each line for each appearance."""
    match look.format:
        case "jsonl":
            yield from (encode(one) + b"\n" for one in found.appearances)
        case "json":
            yield msgspec.json.format(encode(found), indent=2) + b"\n"
        case _:
            yield reported_text(found, look).encode()


def reported_text(found: Reported, look: Look) -> str:
    """The same as text of `look.width` cells a line."""
    from qawl.show.table import print_parts

    return print_parts(parts(found, look.lang), look)


def parts(found: Reported, lang: Lang) -> Iterator[RenderableType]:
    """What is known of the statement, then its appearances."""
    from qawl.show.sections import titled
    from qawl.show.table import pairs

    yield pairs(about(found, lang), "bold", lang, rtl=lang == "ar")
    yield from titled("appearances", COLUMNS, (cells(one, lang) for one in found.appearances), lang)


def about(found: Reported, lang: Lang) -> Iterator[Row]:
    """The statement: who, what, to whom, through whom, when, in which page; what the page does not tell is said to be so."""
    from qawl.show.isolate import inset
    from qawl.show.spreads import first_in
    from qawl.show.told import colours, day, decided

    row, page = found.told.statement, found.told.page
    not_stated = say(lang, "when.not_stated")
    who = " · ".join(inset(value) for value in (row.speaker, row.role, row.organisation) if value)
    yield say(lang, "speaker"), who or not_stated
    yield say(lang, "content"), row.text
    yield say(lang, "kind"), say(lang, f"kind.{row.kind}")
    for key, value in (("cue", row.cue), *(("holder", one) for one in row.holder)):
        if value:
            yield say(lang, key), inset(value)
    yield say(lang, "said_to"), inset(row.said_to) if row.said_to else not_stated
    yield say(lang, "via"), inset(row.via) if row.via else not_stated
    yield say(lang, "said_on"), inset(day(row.said_on)) if row.said_on else not_stated
    if coloured := colours(row, lang):
        yield say(lang, "flags"), coloured
    yield say(lang, "outlet"), inset(page.outlet) if page.outlet else say(lang, "unknown")
    yield say(lang, "published"), inset(page.published) if page.published else say(lang, "undated")
    yield say(lang, "page"), inset(page.url or page.document)
    yield say(lang, "band"), " · ".join(filter(None, (say(lang, f"band.{row.band}"), decided(row, lang))))
    yield say(lang, "statement_id"), inset(row.id)
    yield say(lang, "pages"), f"{pages_of(found)}"
    if found.told.spread:
        yield say(lang, "saying"), first_in(found.told.spread, lang)


def pages_of(found: Reported) -> int:
    """How many pages report it."""
    return found.told.spread.pages if found.told.spread else 1


def cells(one: Appearance, lang: Lang) -> list[list[Piece]]:
    """When, by whom and where, in which words, and how they differ from the first."""
    from qawl.show.told import day_pieces, page_pieces, speaker_pieces

    told = Told(statement=one.statement, page=one.page)
    address = [(one.page.url, "dim")] if one.page.url else []
    return [
        [*day_pieces(told, lang), (say(lang, "was_first") if one.first else "", "bold green")],
        [*page_pieces(one.page, lang, one.statement.band), *address, (one.statement.id, "dim")],
        [(one.statement.text, ""), *speaker_pieces(one.statement, lang)[:1]],
        [(difference_line(difference, lang), "yellow") for difference in one.differences] or [(same_words(one, lang), "dim")],
    ]


def same_words(one: Appearance, lang: Lang) -> str:
    """That nothing differs; of the first nothing is said."""
    return "" if one.first else say(lang, "same_words")


def difference_line(difference: Difference, lang: Lang) -> str:
    """What differs: its kind, the words of the first, and those that stand here for them."""
    from qawl.show.isolate import inset

    kind = say(lang, f"wording.{difference.kind}")
    first, here = (inset(span.text) if span else "" for span in (difference.written, difference.quoted))
    return f"{kind}: " + f" {ARROW[lang]} ".join(filter(None, (first, here)))
