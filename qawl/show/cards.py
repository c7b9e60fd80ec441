"""Events, actions and relations as cards of the HTML page, each under its number and linked to the findings that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from qawl.model import Action, Event, Record, Relation
from qawl.show.facts import Fact, Line, Words, facts_of
from qawl.show.markup import bdi, definition, fill
from qawl.show.strings import ARROW, Lang, say


class Cards:
    """The cards of one record beside those of its statements; `number` is that of the page in the file.

    ``anchors`` holds the anchor of each statement's card by the statement's id.
    """

    def __init__(self, record: Record, number: int, lang: Lang, anchors: Mapping[str, str]) -> None:
        self.record = record
        self.number = number
        self.lang = lang
        self.facts = facts_of(record, lang)
        self.anchors = {**anchors, **{event.id: self.anchor("e", place) for place, event in enumerate(record.events, 1)}}

    def html(self) -> str:
        """The sections of cards, each where the record has findings of its kind."""
        record = self.record
        return "".join(
            (
                self.section("events", map(self.event, range(1, len(record.events) + 1), record.events)),
                self.section("actions", map(self.action, range(1, len(record.actions) + 1), record.actions)),
                self.section("relations", map(self.relation, range(1, len(record.relations) + 1), record.relations)),
            )
        )

    def section(self, key: str, cards: Iterable[str]) -> str:
        """Cards under their heading and number, nothing where there are none."""
        made = list(cards)
        heading = f'<h3>{escape(say(self.lang, key))} <span class="count">{len(made)}</span></h3>\n'
        return heading + "".join(made) if made else ""

    def event(self, place: int, event: Event) -> str:
        """An encounter: its type, its day or that it has none, and all that is known of it."""
        when = (Words("·", "note"), *self.facts.when(event.when, None))
        name = (Words(self.facts.say(f"event.{event.type}"), "note"), *when)
        return self.card("e", place, self.line(name), self.facts.event(event))

    def action(self, place: int, action: Action) -> str:
        """What happened: its code and all that is known of it."""
        name = action.code.plover or action.code.cameo or say(self.lang, "unknown")
        return self.card("a", place, bdi(name), self.facts.action(action))

    def relation(self, place: int, relation: Relation) -> str:
        """A relation: from whom to whom, and all that is known of it."""
        name = f"{bdi(relation.actor.name)} {ARROW[self.lang]} {bdi(relation.target.name)}"
        return self.card("r", place, name, self.facts.relation(relation))

    def card(self, kind: str, place: int, name: str, facts: Iterable[Fact]) -> str:
        """A card with its facts as names and values."""
        rows = "".join(definition(fact.name, "<br>".join(map(self.line, fact.lines))) for fact in facts)
        return fill("finding.html", id=self.anchor(kind, place), label=place, name=name, rows=rows)

    def anchor(self, kind: str, place: int) -> str:
        """The anchor of a card."""
        return f"p{self.number}-{kind}{place}"

    def line(self, line: Line) -> str:
        """A line of a value."""
        return "".join(self.words(line))

    def words(self, line: Line) -> Iterator[str]:
        """The words of a line as HTML, what means another finding as a link to it."""
        for number, words in enumerate(line):
            space = " " if number and words.kind != "comma" else ""
            yield space + self.marked(words)

    def marked(self, words: Words) -> str:
        """Words as HTML by their kind."""
        if words.to in self.anchors:
            return f'<a href="#{self.anchors[words.to]}">{escape(words.text)}</a>'
        match words.kind:
            case "page":
                return bdi(words.text)
            case "place":
                return f'<bdi class="place">{escape(words.text)}</bdi>'
            case _:
                return escape(words.text)
