"""Why a statement's fields are what they are, in plain words: the rule, the words of the page, the way to the speaker.

What is told here stands in the record: nothing is read again, and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from qawl.arabic.bands import counts_of
from qawl.library.deciding.decisions import Decision
from qawl.model import DatedValue, Party, Record, Span, Speaker, Statement
from qawl.show.decided import value_told
from qawl.show.explain import NEAR, words_after, words_before
from qawl.show.isolate import inset, tame
from qawl.show.strings import Lang, say, say_or_keep

SURE = "_sure"  # what a rule's name ends with where it finds on sure ground
DAY = 10  # letters of a time that are its day


class Because(NamedTuple):
    """A sentence, names and words of the page in isolates; ``line`` of the text, from 1, is where to look it up, 0 for nowhere."""

    text: str
    line: int = 0


def reasons(record: Record, statement: Statement, lang: Lang) -> dict[str, tuple[Because, ...]]:
    """Why each field of a statement is what it is, or unknown, by the field's name."""
    return {name: tuple(found) for name, found in Reasons(record, statement, lang).all()}


def decided_so(decision: Decision, field: str, lang: Lang) -> Because:
    """That a person decided on a field, when, and what the machine said."""
    values = {"who": decision.who, "day": decision.made[:DAY], "before": value_told(field, decision.machine.get(field), lang)}
    return Because(filled(lang, "because.decided", **values))


def filled(lang: Lang, key: str, **values: object) -> str:
    """A sentence of the table with its gaps filled, each value in an isolate."""
    return say(lang, key).format(**{name: inset(tame(str(value))) for name, value in values.items()})


class Reasons:
    """The reasons of one statement, in the words of one language."""

    def __init__(self, record: Record, statement: Statement, lang: Lang) -> None:
        self.record = record
        self.one = statement
        self.lang = lang
        self.in_title = statement in record.title_statements
        self.text = (record.document.title or "") if self.in_title else record.document.text
        self.place = min(span.start for span in (statement.cue, statement.source, *statement.content) if span)
        self.spans = {party.id: party.mentions for party in record.named}

    def all(self) -> Iterator[tuple[str, Iterable[Because]]]:
        """Each field with its reasons."""
        one = self.one
        yield "speaker", self.speaker(one.speaker)
        yield "role", self.words_with("because.role", one.speaker.role if one.speaker else None)
        yield "organisation", self.words_with("because.organisation", one.speaker.organisation if one.speaker else None)
        yield "kind", [self.because(f"because.kind.{one.kind}")]
        yield "cue", self.cue()
        yield "content", map(self.content, one.content)
        yield "said_to", self.party("because.said_to", one.said_to)
        yield "via", self.party("because.via", one.via)
        yield "said_on", self.said_on(one.said_on)
        yield "holder", self.holders(one.holder)
        yield "topic", self.topic(one.topic)
        yield "flags", self.flags()
        yield "outlet", self.known("outlet", self.record.document.sources.outlet)
        yield "published", self.known("published", self.record.document.sources.published)
        yield "band", [self.band(one.speaker)]
        yield "rule", self.rule()

    def because(self, key: str, at: Span | None = None, **values: object) -> Because:
        """A sentence that may name the place ``{where}`` of `at`, which is where to look it up."""
        isolated = {name: inset(tame(str(value))) for name, value in values.items()}
        text = say(self.lang, key).format(**isolated, where=self.where(at))
        return Because(" ".join(text.split()), 0 if at is None or self.in_title else self.line(at))

    def where(self, at: Span | None) -> str:
        """In which line or paragraph it stands, in words."""
        if at is None:
            return ""
        if self.in_title:
            return say(self.lang, "because.in_title")
        return filled(self.lang, "because.in_paragraph" if self.record.document.blocks else "because.in_line", n=self.line(at))

    def line(self, at: Span) -> int:
        """The line of the text, from 1."""
        return line_of(self.record.document.text, at.start)

    # -- who

    def speaker(self, speaker: Speaker | None) -> Iterator[Because]:
        """How the speaker was found: the words beside the cue, and the way from them to the name."""
        if speaker is None:
            yield Because(say(self.lang, "found.unknown"))
            return
        beside = self.one.source or self.one.cue or self.one.content[0]
        values = {"cue": self.one.cue.text if self.one.cue else ":", "source": beside.text, "speaker": speaker.name}
        if speaker.form in ("name", "fronted", "headline"):
            yield self.because(f"because.form.{speaker.form}", beside, **values)
        elif (named := self.named_before(speaker)) is None or named.start >= beside.start:
            yield self.because("because.form.unnamed" if speaker.form == "role" else f"found.{speaker.form}", beside, **values)
        else:
            carried = "carried" if speaker.form == "dropped" and self.goes_on(speaker) else speaker.form
            yield self.because(f"because.form.{carried}", named, **values, name=named.text)

    def named_before(self, party: Party) -> Span | None:
        """Where somebody was named last before the statement, or first of all where that is behind it."""
        spans = [span for span in self.spans.get(party.ref or "", ()) if not self.in_title]
        return next((span for span in reversed(spans) if span.start < self.place), spans[0] if spans else None)

    def goes_on(self, speaker: Speaker) -> bool:
        """Whether the statement before has the same speaker."""
        before = [one for one in self.record.statements if one.content[0].start < self.place and one != self.one]
        last = before[-1].speaker if before else None
        return last is not None and (last.ref or last.name) == (speaker.ref or speaker.name)

    def party(self, key: str, party: Party | None) -> Iterator[Because]:
        """Where somebody stands who was told, or who relays."""
        if party is None:
            yield self.because(f"{key}.none")
        else:
            yield self.because(key, self.nearest(party.name), name=party.name)

    def holders(self, holders: tuple[Party, ...]) -> Iterator[Because]:
        """Whose view it is, by which words."""
        for holder in holders:
            yield self.because("because.holder", self.nearest(holder.name), name=holder.name)
        if not holders:
            yield self.because("because.holder.none")

    # -- how, when, about what

    def cue(self) -> Iterator[Because]:
        """The reporting word, and of which verb it is a form."""
        cue = self.one.cue
        if cue is None:
            yield self.because("because.cue.none")
        elif cue.text == cue.lemma and " " in cue.text:
            yield self.because("because.cue.itself", cue, cue=cue.text)
        else:
            yield self.because("because.cue", cue, cue=cue.text, lemma=cue.lemma)

    def content(self, span: Span) -> Because:
        """What stands before the first word and behind the last."""
        before = words_before(self.text, span.start, NEAR).rpartition("\n")[2].strip()
        after = words_after(self.text, span.end, NEAR).partition("\n")[0].strip()
        edges = [("before", before), ("after", after)]
        parts = [filled(self.lang, f"because.content.{name}", words=words) for name, words in edges if words]
        whole = f"{say(self.lang, 'comma')} ".join(parts) or say(self.lang, "because.content.line")
        return Because(whole, 0 if self.in_title else self.line(span))

    def words_with(self, key: str, words: str | None) -> Iterator[Because]:
        """Where words stand that tell more of the speaker."""
        if words is None:
            yield self.because(f"{key}.none")
        else:
            yield self.because(key, self.nearest(words), words=words)

    def said_on(self, said: DatedValue | None) -> Iterator[Because]:
        """From which words the day is, and from what it was counted."""
        if said is None:
            yield self.because("because.said_on.none")
            return
        if said.source == "inherited":
            yield self.because("because.said_on.inherited")
        else:
            yield self.dated(said)
        if said.value.startswith("--"):
            yield self.because("because.said_on.no_year")

    def dated(self, said: DatedValue) -> Because:
        """The expression of the page that gives the day."""
        fitting = [date for date in self.record.dates if date.value == said.value and not self.in_title]
        date = min(fitting, key=lambda date: abs(date.start - self.place), default=None)
        words = date.text if date else said.value
        if said.source == "explicit":
            return self.because("because.said_on", date, words=words)
        counted = self.record.document.published if said.source == "from:published" else said.source.removeprefix("from:")
        key = "because.said_on.published" if said.source == "from:published" else "because.said_on.counted"
        return self.because(key, date, words=words, day=(counted or "")[:DAY])

    def topic(self, topic: Span | None) -> Iterator[Because]:
        """Under which heading it stands, or what leads to it."""
        if topic is None:
            yield self.because("because.topic.none")
            return
        heads = any(part.role == "heading" and part.start <= topic.start < part.end for part in self.record.document.parts)
        yield self.because("because.topic.heading" if heads else "because.topic", topic, words=topic.text)

    def flags(self) -> Iterator[Because]:
        """The words that carry each flag."""
        for flag in self.one.flags:
            for span in flag.words:
                yield self.because("because.flag", span, flag=say(self.lang, f"flag.{flag.flag}"), words=span.text)

    # -- the page, and the machine

    def known(self, field: str, source: str | None) -> Iterator[Because]:
        """Where what is known of the page came from."""
        if source is None:
            yield self.because(f"because.{field}.none")
        else:
            yield self.because("because.known", source=say_or_keep(self.lang, "from", source))

    def band(self, speaker: Speaker | None) -> Because:
        """How often findings like this one were right where people checked them."""
        if speaker is None:
            return self.because("because.band.no_speaker")
        counts = counts_of(self.one.rule, speaker)
        if counts is None:
            return self.because("because.band.none")
        return self.because("because.band", right=counts[0], cases=counts[1])

    def rule(self) -> Iterator[Because]:
        """What the rule looks for, and that it stands on sure ground where it does."""
        yield Because(say_or_keep(self.lang, "rule", self.one.rule.removesuffix(SURE)))
        if self.one.rule.endswith(SURE):
            yield self.because("because.sure")

    # -- words of the page

    def nearest(self, words: str) -> Span | None:
        """The place of words that is nearest to the statement, in the text that it stands in."""
        before = self.text.rfind(words, 0, self.end + len(words))
        start = before if before >= 0 else self.text.find(words)
        return Span(words, start, start + len(words)) if start >= 0 else None

    @property
    def end(self) -> int:
        """Where the statement ends."""
        return max(span.end for span in (self.one.cue, self.one.source, *self.one.content) if span)


def line_of(text: str, place: int) -> int:
    """The line of a text, from 1, in which a place stands."""
    return text.count("\n", 0, place) + 1
