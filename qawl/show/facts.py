"""What is recorded of events, actions and relations, as names and values that the table, the page and the reasons all show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from qawl.model import ABSENT, Action, Code, Event, EventPart, Figure, Flag, Participant, Party, Record, Relation, Span
from qawl.show.isolate import inset
from qawl.show.strings import Lang, say, say_or_keep

# Those who act come first, those who stay away last.
PARTS: tuple[EventPart, ...] = ("hosts", "chairs", "attends", "meets", "not_attending", "not_invited")
MIDDLE = "·"
UNSAID = ""  # the name of nobody


class Words(NamedTuple):
    """Words of a value: the page's own, a note of the interface's, a place in the text; ``to``: the finding that is meant."""

    text: str
    kind: Literal["page", "note", "place", "comma"] = "page"
    to: str | None = None


Line = tuple[Words, ...]


class Fact(NamedTuple):
    """A name and its value, which has one or more lines."""

    name: str
    lines: tuple[Line, ...]


class Facts:
    """The facts of the findings of one page, in the words of one language.

    ``outlet`` is who speaks where nobody is named, ``numbers`` the numbers under which the statements and events are shown.
    """

    def __init__(self, lang: Lang, outlet: str | None, numbers: Mapping[str, int]) -> None:
        self.lang = lang
        self.outlet = outlet
        self.numbers = numbers

    # -- events

    def event(self, event: Event) -> Iterator[Fact]:
        """All of an event: what, when, where, status, who takes part or does not, who says so."""
        yield self.fact("type", note(self.say(f"event.{event.type}")))
        yield self.fact("what", *self.span(event.what))
        yield self.fact("when", *self.when(event.when, event.when_reason))
        yield self.fact("where", *self.span(event.where))
        yield self.fact("status", note(self.say(f"status.{event.status}")))
        yield from self.participants(event)
        if event.reason:
            yield self.fact("reason", *self.span(event.reason))
        yield from self.told(event.according_to, event.statement, event.evidence)

    def participants(self, event: Event, brief: bool = False) -> Iterator[Fact]:
        """A fact for each part that somebody has: those present in one line, those absent in a line each.

        Of the absent it is told who says so and why; where `brief`, not who says so if the same says that there is the event.
        """
        said = event.according_to if brief else UNSAID
        for part in PARTS:
            members = tuple(self.participant(one, said) for one in event.participants if one.part == part)
            if members:
                yield Fact(self.say(f"part.{part}"), members if part in ABSENT else (self.listed(members),))

    def participant(self, one: Participant, said: str | None) -> Line:
        """A participant with the headcount; of an absent one also who says so, if it is not `said` already, and why."""
        line = [Words(one.name)]
        if one.count is not None:
            line.append(note(f"({one.count})"))
        if one.part in ABSENT and one.according_to != said:
            line += [note(f"{MIDDLE} {self.say('according_to')}:"), *self.teller(one.according_to)]
        if one.reason:
            line += [note(f"{MIDDLE} {self.say('reason')}:"), *self.span(one.reason)]
        return tuple(line)

    # -- actions and relations

    def action(self, action: Action) -> Iterator[Fact]:
        """All of an action: its code, who did what to whom, where and when, and the event that it is too."""
        yield self.fact("code", *self.code(action.code))
        yield self.fact("actor", *self.span(action.source))
        yield self.fact("verb", *self.span(action.verb))
        yield self.fact("target", *self.span(action.target))
        yield self.fact("where", *self.span(action.where))
        yield self.fact("when", *self.when(action.when, None))
        if action.event:
            yield self.fact("event", self.link("event", action.event))
        yield self.evidence(action.evidence)

    def relation(self, relation: Relation) -> Iterator[Fact]:
        """All of a relation: whose stance towards whom, on which condition, with which code, and who says so."""
        yield self.fact("actor", *self.party(relation.actor))
        yield self.fact("target", *self.party(relation.target))
        yield self.fact("stance", note(self.stances(relation)))
        if relation.condition:
            yield self.fact("condition", *self.span(relation.condition))
        yield self.fact("code", *self.code(relation.code))
        yield from self.told(relation.according_to, relation.statement, relation.evidence)

    def stances(self, relation: Relation) -> str:
        """The stances of a relation, in words."""
        return f"{self.say('comma')} ".join(self.say(f"stance.{stance}") for stance in relation.stance)

    # -- what colours a statement

    def flag(self, flag: Flag) -> Line:
        """A flag with the words that carry it."""
        words = [piece for word in flag.words for piece in self.span(word)]
        return (note(f"{self.say(f'flag.{flag.flag}')}:" if words else self.say(f"flag.{flag.flag}")), *words)

    # -- values

    def fact(self, key: str, *line: Words) -> Fact:
        """A value of one line under the name that `key` has."""
        return Fact(self.say(key), (line,))

    def say(self, key: str) -> str:
        """A word of the interface."""
        return say(self.lang, key)

    def told(self, according_to: str | None, statement: str | None, evidence: tuple[Span, ...]) -> Iterator[Fact]:
        """Who tells a finding, in which statement and by which words."""
        yield self.fact("according_to", *self.teller(according_to))
        if statement:
            yield self.fact("statement", self.link("statement", statement))
        yield self.evidence(evidence)

    def teller(self, according_to: str | None) -> Line:
        """Who says so: a name, or the outlet in its own words."""
        if according_to:
            return (Words(according_to),)
        return (Words(self.outlet or self.say("page")), note(f"({self.say('own_voice')})"))

    def evidence(self, spans: tuple[Span, ...]) -> Fact:
        """The words of the page by which a finding was made, a line each."""
        return Fact(self.say("evidence"), tuple(self.span(span) for span in spans) or ((note(self.say("none")),),))

    def link(self, key: str, id: str) -> Words:
        """The number of another finding, which the page makes a link."""
        return note(f"{self.say(key)} {self.numbers[id]}", id) if id in self.numbers else note(id)

    def span(self, span: Span | None) -> Line:
        """The words of a span with their place, or that they are not known."""
        if span is None:
            return (note(self.say("unknown")),)
        return (Words(span.text), Words(f"{span.start}-{span.end}", "place"))

    def party(self, party: Party) -> Line:
        """A party with its type."""
        return (Words(party.name), note(f"({self.say(f'type.{party.type}')})"))

    def when(self, value: str | None, reason: str | None) -> Line:
        """A place in time, or that it is unknown and why."""
        if value:
            return (Words(value.replace("/", " – ")),)  # an interval may be wrapped between its ends
        why = [note(f"({say_or_keep(self.lang, 'when', reason)})")] if reason else []
        return (note(self.say("unknown")), *why)

    def code(self, code: Code | None) -> Line:
        """A code in its systems with the version of the mapping, or that none fits."""
        if code is None:
            return (note(self.say("no_code")),)
        systems = (("PLOVER", code.plover), ("CAMEO", code.cameo))
        return (*(Words(f"{system} {value}") for system, value in systems if value), note(f"({code.version})"))

    def listed(self, lines: Iterable[Line]) -> Line:
        """Several values in one line, with commas between them."""
        comma = Words(self.say("comma"), "comma")
        return tuple(words for line in lines for words in (comma, *line))[1:]


def note(text: str, to: str | None = None) -> Words:
    """Words of the interface's."""
    return Words(text, "note", to)


def plain(line: Line, places: bool = False) -> str:
    """A line as text, the words of the page in isolates; with its places in the text or without them."""
    shown = (words for words in line if places or words.kind != "place")
    return "".join(
        words.text if words.kind == "comma" else f" {words.text if words.kind == 'note' else inset(words.text)}" for words in shown
    ).lstrip(" ")


def figure_value(figure: Figure, lang: Lang) -> str:
    """The number of a figure and its unit, or that the words are vague."""
    number = say(lang, "vague") if figure.value is None else f"{figure.value:.15g}"
    return f"{number} {figure.unit or ''}".strip()


def facts_of(record: Record, lang: Lang) -> Facts:
    """The facts of a record, whose statements are numbered with those of the title first."""
    statements = (one.id for one in (*record.title_statements, *record.statements))
    events = (one.id for one in record.events)
    return Facts(lang, record.document.outlet, {id: number for ids in (statements, events) for number, id in enumerate(ids, 1)})
