"""Why each finding of a record was made: its rule, what the rule saw, and how the speaker was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from qawl.model import Cue, Date, Failure, Group, Organisation, Person, Place, Record, Span, Speaker, Statement
from qawl.show.facts import Fact, facts_of, figure_value, plain
from qawl.show.isolate import Isolated, inset, tame
from qawl.show.look import Look
from qawl.show.strings import Lang, say, say_or_keep, say_source
from qawl.show.table import about, failure_parts, nothing_found, pairs, print_parts

EDGE = 24  # characters of the text shown at each edge of a content
NEAR = 16  # characters shown before and after it

Row = tuple[str, str]


def explain_text(result: Record | Failure, look: Look) -> str:
    """The reasons as text of `look.width` cells a line."""
    if isinstance(result, Failure):
        return print_parts(failure_parts(result, look.lang), look)
    return print_parts(Explanation(result, look.lang).parts(), look)


class Explanation:
    """The reasons of one record, in the words of one language."""

    def __init__(self, record: Record, lang: Lang) -> None:
        self.record = record
        self.lang = lang
        self.mentions = {party.id: party.mentions for party in record.named}
        self.facts = facts_of(record, lang)
        self.numbers = self.facts.numbers

    def say(self, key: str) -> str:
        """A word of the interface in the language of the explanation."""
        return say(self.lang, key)

    def parts(self) -> Iterator[RenderableType]:
        """All of it, from what is known of the page to its dates."""
        document = self.record.document
        yield pairs(about(document, self.lang), "bold", self.lang)
        for statement in self.record.title_statements:
            yield from self.numbered(statement, document.title or "")
        for statement in self.record.statements:
            yield from self.numbered(statement, document.text)
        if not self.record.statements and not self.record.title_statements:
            yield nothing_found(self.lang)
        yield from self.encounters_and_relations()
        yield from self.all_named()

    def encounters_and_relations(self) -> Iterator[RenderableType]:
        """Events, actions and relations, each with the words by which it was found."""
        for number, event in enumerate(self.record.events, 1):
            yield from self.finding("event", str(number), self.rows(self.facts.event(event)))
        for number, action in enumerate(self.record.actions, 1):
            yield from self.finding("action", str(number), self.rows(self.facts.action(action)))
        for number, relation in enumerate(self.record.relations, 1):
            yield from self.finding("relation", str(number), self.rows(self.facts.relation(relation)))

    def all_named(self) -> Iterator[RenderableType]:
        """Who and what is named, and the dates, lengths of time and numbers."""
        record = self.record
        for person in record.people:
            yield from self.finding("person", "", self.person(person))
        for body in record.organisations:
            yield from self.finding("organisation", "", self.organisation(body))
        for group in record.groups:
            yield from self.finding("group", "", self.mentioned(group))
        for place in record.places:
            yield from self.finding("place", "", self.location(place))
        for date in record.dates:
            yield from self.finding("date", "", self.date(date))
        for duration in record.durations:
            yield from self.finding("duration", "", self.measure(duration, duration.value))
        for figure in record.figures:
            yield from self.finding("figure", "", self.measure(figure, figure_value(figure, self.lang)))

    def numbered(self, statement: Statement, text: str) -> Iterator[RenderableType]:
        """A statement under its number."""
        yield from self.finding("statement", str(self.numbers[statement.id]), self.statement(statement, text))

    def finding(self, key: str, label: str, rows: Iterable[Row]) -> Iterator[RenderableType]:
        """One finding: its heading and its rows of name and value."""
        rtl = self.lang == "ar"
        yield Text()
        yield Isolated((f"{self.say(key)} {label}".strip(), "bold underline"), right=rtl)
        yield pairs(rows, "", self.lang, rtl=rtl)

    # -- a statement

    def statement(self, statement: Statement, text: str) -> Iterator[Row]:
        """Why a statement was made: rule, kind, cue, source, content, speaker and what stands around it."""
        yield self.say("rule"), statement.rule
        yield self.say("kind"), self.say(f"kind.{statement.kind}")
        yield self.say("cue"), self.cue(statement.cue)
        yield self.say("source"), self.place(statement.source)
        for span in statement.content:
            yield from self.content(span, text)
        yield from self.speaker(statement.speaker)
        yield from self.circumstances(statement)

    def cue(self, cue: Cue | None) -> str:
        """The cue with its place, lemma and act."""
        if cue is None:
            return self.say("none")
        lemma = f"{self.say('lemma')}: {inset(cue.lemma)}"
        return f"{self.place(cue)} · {lemma} · {self.say('act')}: {self.say(f'act.{cue.act}')}"

    def content(self, span: Span, text: str) -> Iterator[Row]:
        """The edges of the content, and what stands just outside them: marks, a colon, the particle."""
        yield self.say("content"), inset(f"{span.start}-{span.end}")
        yield self.say("before"), self.quoted(words_before(text, span.start, NEAR))
        yield self.say("first"), self.quoted(words_after(span.text, 0, EDGE))
        if len(span.text) > EDGE:
            yield self.say("last"), self.quoted(words_before(span.text, len(span.text), EDGE))
        yield self.say("after"), self.quoted(words_after(text, span.end, NEAR))

    def speaker(self, speaker: Speaker | None) -> Iterator[Row]:
        """Who speaks, how the text refers to them here and what carries the link."""
        if speaker is None:
            yield self.say("speaker"), f"{self.say('unknown')}: {self.say('found.unknown')}"
            return
        yield self.say("speaker"), f"{inset(speaker.name)} ({self.say(f'type.{speaker.type}')})"
        yield self.say("form"), f"{self.say(f'form.{speaker.form}')}: {self.say(f'found.{speaker.form}')}"
        if speaker.role:
            yield self.say("role"), speaker.role
        if speaker.organisation:
            yield self.say("organisation"), speaker.organisation
        yield self.say("mentions"), self.carried_by(self.mentions.get(speaker.ref or "", ()))

    def circumstances(self, statement: Statement) -> Iterator[Row]:
        """To whom, by whom and when it was said, and the rest that was noted."""
        for key, party in (("said_to", statement.said_to), ("via", statement.via)):
            if party:
                yield self.say(key), party.name
        for holder in statement.holder:
            yield self.say("holder"), holder.name
        if statement.said_on:
            source = say_source(self.lang, statement.said_on.source)
            yield self.say("said_on"), f"{inset(statement.said_on.value)} ({inset(source)})"
        if statement.topic:
            yield self.say("topic"), self.place(statement.topic)
        for flag in statement.flags:
            yield self.say("flags"), plain(self.facts.flag(flag), places=True)
        if statement.repeats:
            number = self.numbers.get(statement.repeats, statement.repeats)
            yield self.say("repeats"), f"{self.say('statement')} {number}"
        yield self.say("band"), self.say(f"band.{statement.band}")

    def rows(self, facts: Iterable[Fact]) -> Iterator[Row]:
        """Facts as rows, one for each line of a value, with the places of its words."""
        for fact in facts:
            for line in fact.lines:
                yield fact.name, plain(line, places=True)

    # -- who and what is named, and when

    def person(self, person: Person) -> Iterator[Row]:
        """A person with the places of roles and mentions."""
        yield self.say("name"), person.name
        if person.roles:
            yield self.say("roles"), self.carried_by(person.roles)
        yield self.say("mentions"), self.carried_by(person.mentions)

    def organisation(self, body: Organisation) -> Iterator[Row]:
        """A body with its type, the id that the bundled table has for it, and its mentions."""
        yield self.say("name"), body.name
        yield self.say("type"), say_or_keep(self.lang, "body", body.type)
        yield self.say("known_as"), body.known_as or self.say("unknown")
        yield self.say("mentions"), self.carried_by(body.mentions)

    def location(self, place: Place) -> Iterator[Row]:
        """A place with its country and what it is known as."""
        yield self.say("name"), place.name
        yield self.say("country"), place.country or self.say("unknown")
        yield self.say("known_as"), place.known_as or self.say("unknown")
        yield self.say("mentions"), self.carried_by(place.mentions)

    def mentioned(self, group: Group) -> Iterator[Row]:
        """A group with its mentions."""
        yield self.say("name"), group.name
        yield self.say("mentions"), self.carried_by(group.mentions)

    def measure(self, words: Span, value: str) -> Iterator[Row]:
        """A length of time or a number with its value."""
        yield self.say("words"), self.place(words)
        yield self.say("value"), value

    def date(self, date: Date) -> Iterator[Row]:
        """A date with its value and what it was resolved from."""
        yield self.say("date"), self.place(date)
        yield self.say("value"), date.value or self.say("unknown")
        if date.value:
            yield self.say("anchor"), date.anchor or self.say("explicit")

    # -- words and places

    def place(self, span: Span | None) -> str:
        """A span with its offsets in code points."""
        return f"{inset(span.text)} {inset(f'{span.start}-{span.end}')}" if span else self.say("none")

    def carried_by(self, spans: Iterable[Span]) -> str:
        """Several spans with their offsets, or that there are none."""
        return f"{self.say('comma')} ".join(map(self.place, spans)) or self.say("none")

    def quoted(self, words: str) -> str:
        """Words of the page, line ends made visible."""
        return inset(tame(words).replace("\n", " ¶ ")) if words else self.say("none")


def words_before(text: str, place: int, size: int) -> str:
    """About `size` characters before `place`, cut between words where there are any."""
    start = place - size
    if start <= 0:
        return text[:place]
    words = text[start:place]
    whole = words if text[start - 1].isspace() else words.partition(" ")[2]
    return "…" + (whole.lstrip() or words)


def words_after(text: str, place: int, size: int) -> str:
    """About `size` characters from `place` on, cut between words where there are any."""
    end = place + size
    if end >= len(text):
        return text[place:]
    words = text[place:end]
    whole = words if text[end].isspace() else words.rpartition(" ")[0]
    return (whole.rstrip() or words) + "…"
