"""Which statements of a page name somebody, and which are his: by the places at which the page names him, in whatever form."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from qawl.arabic.letters import bare_words, fold_phrase
from qawl.arabic.tokens import Tokens
from qawl.model import Group, Organisation, Person, Place, Record

Entity = Person | Organisation | Group | Place


class PageNames:
    """The names of one page, as it is shown, with the places of its statements."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def entities(self, keys: Collection[str]) -> list[Entity]:
        """Those whom the page calls by one of the folded names."""
        return [one for one in everyone(self.record) if fold_phrase(one.name) in keys]

    def naming(self, keys: Collection[str]) -> Iterator[str]:
        """The ids of the statements in whose words somebody of these names is named, in whatever form."""
        found = self.entities(keys)
        mentions = [mention for one in found for mention in one.mentions]
        forms = {fold_phrase(mention.text) for mention in mentions} | set(keys)
        for statement in self.record.statements:
            if any(piece.start <= one.start and one.end <= piece.end for piece in statement.content for one in mentions):
                yield statement.id
        for statement in self.record.title_statements:
            if any(holds(piece.text, forms) for piece in statement.content):
                yield statement.id

    def spoken_by(self, keys: Collection[str]) -> Iterator[str]:
        """The ids of the statements that somebody of these names makes, or somebody who speaks for a body of them on this page."""
        bare = {bare_words(key) for key in keys}
        statements = (*self.record.statements, *self.record.title_statements)
        speakers = [statement.speaker for statement in statements if statement.speaker]
        refs = {one.id for one in self.entities(keys)}
        refs |= {one.ref for one in speakers if one.ref and one.organisation and bare_words(one.organisation) in bare}
        for statement in statements:
            speaker = statement.speaker
            if speaker and (speaker.ref in refs or fold_phrase(speaker.name) in keys):
                yield statement.id


def everyone(record: Record) -> tuple[Entity, ...]:
    """All whom and what a record names."""
    return (*record.people, *record.organisations, *record.groups, *record.places)


def holds(text: str, forms: Collection[str]) -> bool:
    """Whether one of the folded forms stands in a text as whole words, prefixes aside."""
    words = f" {' '.join(Tokens(text).keys)} "
    return any(f" {form} " in words for form in forms)
