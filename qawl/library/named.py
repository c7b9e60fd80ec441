"""Which statements of a page name somebody, and which are his: by the places at which the page names him, in whatever form."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator
from sqlite3 import Connection

from msgspec import Struct
from msgspec.json import decode

from qawl.arabic.letters import bare_words, fold_phrase
from qawl.arabic.tokens import Tokens
from qawl.model import Span


class _Entity(Struct, frozen=True):
    """Who or what a record names; the rest of it is not read."""

    id: str
    name: str
    mentions: tuple[Span, ...] = ()


class _Speaker(Struct, frozen=True):
    name: str
    ref: str | None = None
    organisation: str | None = None


class _Said(Struct, frozen=True):
    id: str
    content: tuple[Span, ...]
    speaker: _Speaker | None = None


class _Names(Struct, frozen=True):
    """What of a record is needed here: reading no more of it is three times as fast."""

    statements: tuple[_Said, ...] = ()
    title_statements: tuple[_Said, ...] = ()
    people: tuple[_Entity, ...] = ()
    organisations: tuple[_Entity, ...] = ()
    groups: tuple[_Entity, ...] = ()
    places: tuple[_Entity, ...] = ()


class PageNames:
    """The names of one page with the places of its statements."""

    def __init__(self, connection: Connection, page: int) -> None:
        (packed,) = connection.execute("SELECT record FROM pages WHERE page = ?", (page,)).fetchone()
        self.names = decode(zlib.decompress(packed), type=_Names)

    def entities(self, keys: Collection[str]) -> list[_Entity]:
        """Those whom the page calls by one of the folded names."""
        names = self.names
        everyone = (*names.people, *names.organisations, *names.groups, *names.places)
        return [one for one in everyone if fold_phrase(one.name) in keys]

    def naming(self, keys: Collection[str]) -> Iterator[str]:
        """The ids of the statements in whose words somebody of these names is named, in whatever form."""
        found = self.entities(keys)
        mentions = [mention for one in found for mention in one.mentions]
        forms = {fold_phrase(mention.text) for mention in mentions} | set(keys)
        for statement in self.names.statements:
            if any(piece.start <= one.start and one.end <= piece.end for piece in statement.content for one in mentions):
                yield statement.id
        for statement in self.names.title_statements:
            if any(holds(piece.text, forms) for piece in statement.content):
                yield statement.id

    def spoken_by(self, keys: Collection[str]) -> Iterator[str]:
        """The ids of the statements that somebody of these names makes, or somebody who speaks for a body of them."""
        ids = {one.id for one in self.entities(keys)}
        bare = {bare_words(key) for key in keys}
        for statement in (*self.names.statements, *self.names.title_statements):
            speaker = statement.speaker
            if speaker and (
                (speaker.ref in ids and speaker.ref is not None)
                or fold_phrase(speaker.name) in keys
                or (speaker.organisation is not None and bare_words(speaker.organisation) in bare)
            ):
                yield statement.id


def holds(text: str, forms: Collection[str]) -> bool:
    """Whether one of the folded forms stands in a text as whole words, prefixes aside."""
    words = f" {' '.join(Tokens(text).keys)} "
    return any(f" {form} " in words for form in forms)
