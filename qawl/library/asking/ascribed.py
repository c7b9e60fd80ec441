"""A quotation that comes with its attribution («قال فلان إن …»): what is quoted in it, and whose words it says they are."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.letters import bare_words
from qawl.arabic.wording import denies
from qawl.library.asking.wordings import Range
from qawl.model import Page, Record, Span, Speaker, Statement, Unreadable, slice_span
from qawl.reading import read_page

# How a text names somebody by his name.
BY_NAME = ("name", "surname", "fronted", "headline")


class Ascribed(NamedTuple):
    """The pieces of a quotation that are quoted, the speaker that it names and the phrase or word that ascribes them.

    ``denied``: it tells them as denied.
    """

    pieces: tuple[Range, ...]
    speaker: Speaker | None
    source: Span | None
    denied: bool


def ascribed(quotation: str) -> Ascribed | None:
    """What a quotation ascribes to one speaker; None where it ascribes nothing, or words to several."""
    statements = read(quotation)
    names = {statement.speaker.name if statement.speaker else None for statement in statements}
    if len(names) != 1:
        return None
    first = statements[0]
    pieces = sorted({(piece.start, piece.end) for statement in statements for piece in statement.content})
    source = first.source or first.cue
    return Ascribed(tuple(pieces), first.speaker, source and plain(source), all(map(denies, statements)))


def read(quotation: str) -> tuple[Statement, ...]:
    """The statements that are read in a quotation, none where nothing can be read of it."""
    try:
        return read_page(Page(source=quotation, kind="text")).statements
    except Unreadable:
        return ()


def plain(span: Span) -> Span:
    """A span without what else is known of it."""
    return Span(span.text, span.start, span.end)


def is_other(one: Speaker | None, statement: Statement) -> bool:
    """Whether a quotation names another speaker than the page: none of both names is a part of the other."""
    other = statement.speaker
    if one is None or one.form not in BY_NAME:
        return False
    if other is None or other.type == "unnamed":
        return True
    names = set(bare_words(one.name).split()), set(bare_words(other.name).split())
    return not (names[0] <= names[1] or names[1] <= names[0])


def named_at(record: Record, statement: Statement) -> Span | None:
    """Where a page names the speaker of a statement: in its source phrase, else where it names him first."""
    if statement.source or statement.speaker is None:
        return statement.source
    found = next((one.mentions for one in record.named if one.id == statement.speaker.ref and one.mentions), None)
    return slice_span(record.document.text, found[0].start, found[0].end) if found else None
