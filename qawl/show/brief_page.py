"""A brief as one self-contained HTML page, fit to print: no script, nothing from elsewhere, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from qawl.library.asking.brief import Absence, Brief, Change, Spoken, Topic
from qawl.library.asking.told import Encounter, Told, Where
from qawl.model import EXTRACTOR, Event
from qawl.show.facts import MIDDLE, Fact, Facts, Line
from qawl.show.isolate import ISOLATES
from qawl.show.markup import bdi, definition, fill, isolated, page_top
from qawl.show.news import changed_rows, failure, is_empty, span
from qawl.show.spreads import further
from qawl.show.strings import ARROW, Lang, say
from qawl.show.told import colours, day, decided

Section = tuple[str, list[str]]


def brief_page(found: Brief, lang: Lang) -> str:
    """The whole file."""
    sections = [section for section in Sections(found, lang).all() if section[1]]
    nothing = f"<p>{escape(say(lang, 'nothing_new'))}</p>\n" if is_empty(found) else ""
    title = escape(say(lang, "brief"))
    return fill(
        "brief.html",
        top=page_top(lang, title, "page.css", "brief.css"),
        generator=EXTRACTOR,
        title=title,
        about=f"{isolated(span(found, lang))} {MIDDLE} {escape(say(lang, 'pages'))}: {found.pages}",
        contents="".join(link(key, len(cards), lang) for key, cards in sections),
        sections=nothing + "".join(section_html(key, cards, lang) for key, cards in sections),
        note=escape(say(lang, "what_not_true")),
    )


def link(key: str, count: int, lang: Lang) -> str:
    """A link to a section, with how many entries it has."""
    return f'<a href="#{key}">{escape(say(lang, key))} <span class="count">{count}</span></a>\n'


def section_html(key: str, cards: list[str], lang: Lang) -> str:
    """A section under its name."""
    return f'<section id="{key}">\n<h2>{escape(say(lang, key))}</h2>\n{"".join(cards)}</section>\n'


def unmarked(text: str) -> str:
    """Text without isolates of the terminal: HTML has its own."""
    return ISOLATES.sub("", text)


class Sections:
    """The sections of a brief in the words of one language."""

    def __init__(self, found: Brief, lang: Lang) -> None:
        self.found = found
        self.lang = lang

    def all(self) -> Iterator[Section]:
        """Each section with its entries."""
        found = self.found
        yield "stays_away", [self.absence(one) for one in found.absences]
        yield "changed_events", [self.change(one) for one in found.changes]
        yield "by_speaker", [self.speaker(one) for one in found.speakers]
        yield "by_topic", [self.topic(one) for one in found.topics]
        yield "new_events", [self.encounter(one) for one in found.encounters]
        yield "failures", [f"<p>{bdi(failure(one, self.lang))}</p>\n" for one in found.failures]

    def say(self, key: str) -> str:
        """Words of the interface, escaped."""
        return escape(say(self.lang, key))

    # -- statements

    def speaker(self, one: Spoken) -> str:
        """The statements of one speaker."""
        name = bdi(one.speaker) if one.speaker else f'<span class="unknown">{self.say("unknown")}</span>'
        roles = f" {MIDDLE} ".join(map(bdi, one.roles))
        heading = f'<h3>{name} <span class="place">{roles}</span> <span class="count">{len(one.statements)}</span></h3>\n'
        return heading + "".join(self.statement(told) for told in one.statements)

    def topic(self, one: Topic) -> str:
        """The statements under one topic, each behind its speaker."""
        heading = f'<h3>{bdi(one.topic)} <span class="count">{len(one.statements)}</span></h3>\n'
        return heading + "".join(
            self.statement(told, told.statement.speaker or say(self.lang, "unknown")) for told in one.statements
        )

    def statement(self, told: Told, speaker: str | None = None) -> str:
        """What was said, what colours it, which outlet reports it and how sure that is."""
        row = told.statement
        heading = f"<h4>{bdi(speaker)}</h4>\n" if speaker else ""
        lines = (self.colours(told), self.circumstances(told), self.reported(told), self.further(told))
        about = "".join(f'<p class="about">{line}</p>\n' for line in lines if line)
        return f'<div class="card">\n{heading}<blockquote lang="ar" dir="rtl">{escape(row.text)}</blockquote>\n{about}</div>\n'

    def colours(self, told: Told) -> str:
        """That it is told as denied, and its flags."""
        words = colours(told.statement, self.lang)
        return f'<span class="flags">{escape(words)}</span>' if words else ""

    def circumstances(self, told: Told) -> str:
        """Whose view it is, to whom and through whom it was said, where that is told."""
        row = told.statement
        values = (*(("holder", holder) for holder in row.holder), ("said_to", row.said_to), ("via", row.via))
        return f" {MIDDLE} ".join(f"{self.say(key)}: {bdi(value)}" for key, value in values if value)

    def reported(self, told: Told) -> str:
        """Which outlet reports it by which word, the day, the page, the band."""
        row = told.statement
        said = f"{self.say('said_on')}: {bdi(day(row.said_on))}" if row.said_on else ""
        cue = f": {bdi(row.cue)}" if row.cue else ""
        reviewed = isolated(decided(row, self.lang))
        return f" {MIDDLE} ".join(
            filter(None, (f"{self.reports(told.page)}{cue}", said, self.page(told.page), self.say(f"band.{row.band}"), reviewed))
        )

    def further(self, told: Told) -> str:
        """How many more pages report it, which outlets, and which was first."""
        return f" {MIDDLE} ".join(isolated(text) for text, _ in further(told.spread, self.lang))

    def reports(self, page: Where) -> str:
        """Which outlet reports something, or that it is not known."""
        outlet = bdi(page.outlet) if page.outlet else f'<span class="unknown">{self.say("unknown")}</span>'
        return f"{self.say('reports')} {outlet}"

    def page(self, page: Where) -> str:
        """The day of a page and its name, as a link where it has an address of the web."""
        name = bdi(page.document)
        if page.url and page.url.lower().startswith(("http://", "https://")):
            name = f'<a href="{escape(page.url)}" rel="noreferrer">{name}</a>'
        return f"{bdi(day(page.published)) if page.published else self.say('undated')} {MIDDLE} {name}"

    # -- encounters

    def encounter(self, one: Encounter) -> str:
        """An encounter with all who take part or do not."""
        facts = Facts(self.lang, one.page.outlet, {})
        return self.framed(self.event_heading(one.event, facts), self.facts_html(self.event_rows(one.event, facts)), one.page)

    def event_heading(self, event: Event, facts: Facts) -> str:
        """The type of an encounter, its day or that it has none, its status."""
        when = self.line(facts.when(event.when, event.when_reason))
        return f"{self.say(f'event.{event.type}')} {MIDDLE} {when} {MIDDLE} {self.say(f'status.{event.status}')}"

    def event_rows(self, event: Event, facts: Facts) -> Iterator[Fact]:
        """What, where, who, why, and who says so."""
        for key, words in (("what", event.what), ("where", event.where)):
            if words:
                yield facts.fact(key, *facts.span(words))
        yield from facts.participants(event)
        if event.reason:
            yield facts.fact("reason", *facts.span(event.reason))
        yield facts.fact("according_to", *facts.teller(event.according_to))
        yield Fact(say(self.lang, "evidence"), tuple(facts.span(words) for words in event.evidence[:1]))

    def absence(self, one: Absence) -> str:
        """Who stays away from what, according to whom and why."""
        facts = Facts(self.lang, one.page.outlet, {})
        who = f"{bdi(one.who.name)} {MIDDLE} {self.say(f'part.{one.who.part}')}"
        event = definition(say(self.lang, "event"), "<br>".join(filter(None, self.named(one.event, facts))))
        rows = (facts.fact("reason", *facts.span(one.who.reason)), facts.fact("according_to", *facts.teller(one.who.according_to)))
        return self.framed(who, event + self.facts_html(rows), one.page)

    def named(self, event: Event, facts: Facts) -> Iterator[str]:
        """An encounter in a line or two: type, day, status, and what or where it is."""
        yield self.event_heading(event, facts)
        yield self.line(facts.span(event.what)) if event.what else ""
        yield self.line(facts.span(event.where)) if event.where else ""

    def change(self, one: Change) -> str:
        """What is told otherwise of an encounter, and since when."""
        event = one.change.after or one.change.before
        facts = Facts(self.lang, one.page.outlet, {})
        heading = self.event_heading(event, facts) if event else self.say("gone")
        changed = definition(
            say(self.lang, "changed"), f"{bdi(one.change.changed)} {MIDDLE} {self.say(f'cause.{one.change.cause}')}"
        )
        told = "".join(
            definition(name, f"{bdi(unmarked(old))} {ARROW[self.lang]} {bdi(unmarked(new))}")
            for name, old, new in changed_rows(one, self.lang)
        )
        gone = definition(say(self.lang, "status"), self.say("gone")) if one.change.after is None else ""
        return self.framed(heading, changed + gone + told, one.page)

    # -- cards

    def facts_html(self, rows: Iterable[Fact]) -> str:
        """Facts as names and values."""
        return "".join(definition(row.name, "<br>".join(map(self.line, row.lines))) for row in rows)

    def framed(self, heading: str, rows: str, page: Where) -> str:
        """A card of names and values, with the page that tells it."""
        about = f'<p class="about">{self.reports(page)} {MIDDLE} {self.page(page)}</p>\n'
        return f'<div class="card finding">\n<h4>{heading}</h4>\n<dl>\n{rows}</dl>\n{about}</div>\n'

    def line(self, line: Line) -> str:
        """A line of a value; places in the text are left out."""
        shown = [words for words in line if words.kind != "place"]
        return "".join(
            ("" if number == 0 or words.kind == "comma" else " ")
            + (bdi(words.text) if words.kind == "page" else escape(words.text))
            for number, words in enumerate(shown)
        )
