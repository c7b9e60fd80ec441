"""Which statements of a page name somebody, and which are his: by the places at which the page names him, in whatever form."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from sqlite3 import Connection

from qawl.arabic.letters import bare_words, fold_phrase
from qawl.arabic.tokens import Tokens
from qawl.library.asking.naming import Whose, marks
from qawl.model import Entity, Record


class PageNames:
    """The names of one page, as it is shown, with the places of its statements."""

    def __init__(self, connection: Connection, page: int, record: Record) -> None:
        self.connection = connection
        self.page = page
        self.record = record

    def entities(self, one: Whose) -> list[Entity]:
        """Those of the page who are somebody."""
        query = f"SELECT finding FROM members WHERE page = ? AND identity IN ({marks(one.identities)})"
        found = {finding for (finding,) in self.connection.execute(query, (self.page, *one.identities))}
        return [entity for entity in self.record.named if entity.id in found or fold_phrase(entity.name) in one.capitals]

    def naming(self, one: Whose) -> Iterator[str]:
        """The ids of the statements in whose words somebody is named, in whatever form."""
        found = self.entities(one)
        mentions = [mention for entity in found for mention in entity.mentions]
        forms = {fold_phrase(mention.text) for mention in mentions} | {fold_phrase(entity.name) for entity in found} | {*one.keys}
        for statement in self.record.statements:
            if any(piece.start <= span.start and span.end <= piece.end for piece in statement.content for span in mentions):
                yield statement.id
        for statement in self.record.title_statements:
            if any(holds(piece.text, forms) for piece in statement.content):
                yield statement.id

    def spoken_by(self, one: Whose) -> Iterator[str]:
        """The ids of the statements that somebody makes, or somebody who speaks for him, a body, on this page."""
        statements = (*self.record.statements, *self.record.title_statements)
        speakers = [statement.speaker for statement in statements if statement.speaker]
        entities = self.entities(one)
        bare = {bare_words(key) for key in (*one.keys, *one.capitals, *(entity.name for entity in entities))}
        refs = {entity.id for entity in entities}
        refs |= {speaker.ref for speaker in speakers if speaker.ref and bare_words(speaker.organisation or "") in bare}
        for statement in statements:
            speaker = statement.speaker
            if speaker and (speaker.ref in refs if speaker.ref else fold_phrase(speaker.name) in (*one.keys, *one.capitals)):
                yield statement.id


def holds(text: str, forms: Collection[str]) -> bool:
    """Whether one of the folded forms stands in a text as whole words, prefixes aside."""
    words = f" {' '.join(Tokens(text).words())} "
    return any(f" {form} " in words for form in forms)
