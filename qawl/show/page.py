"""Records as one self-contained HTML page: the text with its statements marked, and a card for each, linked both ways.

No script and nothing from elsewhere: the file can be mailed, kept and printed. Pages come one by one: head, sections,
foot.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from qawl.arabic.wording import denies
from qawl.model import EXTRACTOR, DatedValue, Document, Failure, Flag, PartRole, Party, Record, Span, Statement
from qawl.show.cards import Cards
from qawl.show.facts import figure_value
from qawl.show.failures import failure_line
from qawl.show.marks import Segment, cut_segments, find_marks, paragraph_segments, paragraphs
from qawl.show.markup import DIRECTION, bdi, definition, fill, page_top
from qawl.show.strings import Lang, say, say_or_keep, say_source


def page_head(lang: Lang) -> str:
    """The beginning of the file, up to the first page."""
    return fill(
        "head.html",
        top=page_top(lang, say(lang, "reader"), "page.css"),
        title=say(lang, "reader"),
        source=say(lang, "source"),
        cue=say(lang, "cue"),
        content=say(lang, "content"),
        flag=say(lang, "flag"),
    )


def page_foot(lang: Lang) -> str:  # noqa: ARG001 - the foot has no words yet
    """The end of the file."""
    return fill("foot.html", generator=EXTRACTOR)


def page_section(result: Record | Failure, number: int, lang: Lang) -> str:
    """One page of the file; `number`, unique in the file, keeps its anchors apart from those of the others."""
    if isinstance(result, Failure):
        return fill("failure.html", number=number, name=say(lang, "not_read"), message=bdi(failure_line(result, lang)))
    return Section(result, number, lang).html()


class Section:
    """One record on its way to HTML; statements count from 1, those of the title first."""

    def __init__(self, record: Record, number: int, lang: Lang) -> None:
        self.record = record
        self.number = number
        self.lang = lang
        self.statements = (*record.title_statements, *record.statements)
        self.anchored: set[int] = set()

    def html(self) -> str:
        """The section as HTML."""
        document = self.record.document
        return fill(
            "section.html",
            number=self.number,
            text_lang=escape(document.language),
            text_dir=DIRECTION.get(document.language, "auto"),
            title=self.title(),
            about=about(document, self.lang),
            lang=self.lang,
            dir=DIRECTION[self.lang],
            article=self.article(),
            statements_name=say(self.lang, "statements"),
            count=len(self.statements),
            cards="".join(self.cards()),
            findings=self.findings(),
            named=named(self.record, self.lang),
        )

    def findings(self) -> str:
        """The cards of events, actions and relations."""
        anchors = {statement.id: self.card_id(number) for number, statement in enumerate(self.statements)}
        return Cards(self.record, self.number, self.lang, anchors).html()

    def title(self) -> str:
        """The title with its statements marked, or that it is unknown."""
        title = self.record.document.title
        if title is None:
            return unknown(self.lang)
        marks = find_marks(title, self.record.title_statements)
        return self.marked(title, cut_segments(0, len(title), marks))

    def article(self) -> str:
        """The text by paragraphs; without tags it is the document's text, letter by letter."""
        document = self.record.document
        marks = find_marks(document.text, self.record.statements, len(self.record.title_statements))
        roles = paragraph_roles(document)
        return "".join(
            paragraph(self.marked(document.text, segments), role)
            for segments, role in zip(paragraph_segments(document.text, marks), roles, strict=True)
        )

    def marked(self, text: str, segments: Iterable[Segment]) -> str:
        """Text cut into segments, as HTML."""
        return "".join(self.segment(text, segment) for segment in segments)

    def segment(self, text: str, segment: Segment) -> str:
        """One segment, as a link to the card of the innermost statement where it belongs to one."""
        words = escape(text[segment.start : segment.end])
        if not segment.marks:
            return words
        numbers = dict.fromkeys(mark.number for mark in segment.marks)
        badges = "".join(self.badge(number) for number in numbers if number not in self.anchored)
        self.anchored.update(numbers)
        target = self.card_id(segment.marks[-1].number)  # the innermost
        return f'{badges}<a class="{segment_class(segment)}" href="#{target}">{words}</a>'

    def badge(self, number: int) -> str:
        """The statement's number, drawn by the style sheet so that the text stays the document's own."""
        label = f"{say(self.lang, 'statement')} {number + 1}"
        return (
            f'<a class="n" id="{self.text_id(number)}" href="#{self.card_id(number)}" '
            f'data-n="{number + 1}" aria-label="{escape(label)}"></a>'
        )

    def card_id(self, number: int) -> str:
        """The anchor of a card."""
        return f"p{self.number}-s{number + 1}"

    def text_id(self, number: int) -> str:
        """The anchor of a statement in the text."""
        return f"p{self.number}-t{number + 1}"

    def cards(self) -> Iterator[str]:
        """A card for each statement, in order."""
        known = {statement.id: number for number, statement in enumerate(self.statements)}
        for number, statement in enumerate(self.statements):
            yield self.card(statement, number, known)

    def card(self, statement: Statement, number: int, known: dict[str, int]) -> str:
        """All that is recorded of a statement."""
        language = self.record.document.language
        content = " … ".join(span.text for span in statement.content)
        return fill(
            "card.html",
            id=self.card_id(number),
            back=self.text_id(number),
            to_text=say(self.lang, "to_text"),
            label=number + 1,
            speaker=party_name(statement.speaker, self.lang),
            text_lang=escape(language),
            text_dir=DIRECTION.get(language, "auto"),
            content=escape(content),
            rows="".join(definition(name, value) for name, value in self.card_rows(statement, known)),
        )

    def card_rows(self, statement: Statement, known: dict[str, int]) -> Iterator[tuple[str, str]]:
        """Names and values of a card, values as HTML."""
        lang = self.lang
        for key, value in (
            *speaker_rows(statement, lang),
            *word_rows(statement, lang),
            ("said_on", dated(statement.said_on, lang)),
            ("said_to", party_name(statement.said_to, lang)),
            ("via", party_name(statement.via, lang)),
            ("holder", parties(statement.holder, lang)),
            ("topic", span_html(statement.topic, lang)),
            ("flags", flags(statement, lang)),
            ("repeats", self.repeated(statement.repeats, known)),
            ("band", escape(say(lang, f"band.{statement.band}"))),
            ("rule", f"<bdi><code>{escape(statement.rule)}</code></bdi>"),
        ):
            yield say(lang, key), value

    def repeated(self, repeats: str | None, known: dict[str, int]) -> str:
        """A link to the statement that is made again."""
        if repeats is None or repeats not in known:
            return escape(say(self.lang, "none"))
        number = known[repeats]
        return f'<a href="#{self.card_id(number)}">{escape(say(self.lang, "statement"))} {number + 1}</a>'


# -- the text


def paragraph_roles(document: Document) -> Iterator[PartRole]:
    """The role of each paragraph: that of the part which holds its first letter that is no white space."""
    parts = deque(sorted(document.parts, key=lambda part: part.start))
    for start, _ in paragraphs(document.text):
        place = first_letter(document.text, start)
        while parts and parts[0].end <= place:
            parts.popleft()
        yield parts[0].role if parts and parts[0].start <= place else "body"


def first_letter(text: str, start: int) -> int:
    """The first place from `start` on that is no white space."""
    while text[start].isspace():
        start += 1
    return start


def paragraph(words: str, role: PartRole) -> str:
    """A paragraph of the text by its role."""
    tag = "h3" if role in ("heading", "title") else "p"
    return f'<{tag} class="{role}">{words}</{tag}>\n'


def segment_class(segment: Segment) -> str:
    """Which parts of statements the segment is; deep: it is content of several."""
    parts = [mark.part for mark in segment.marks]
    deep = ["deep"] if parts.count("content") > 1 else []
    return " ".join(["m", *dict.fromkeys(parts), *deep])


# -- the cards


def speaker_rows(statement: Statement, lang: Lang) -> Iterator[tuple[str, str]]:
    """Keys and values on the speaker."""
    speaker = statement.speaker
    yield "speaker", party_name(speaker, lang)
    yield "role", value_html(speaker.role if speaker else None, lang)
    yield "organisation", value_html(speaker.organisation if speaker else None, lang)
    yield "form", escape(say(lang, f"form.{speaker.form}")) if speaker else unknown(lang)


def word_rows(statement: Statement, lang: Lang) -> Iterator[tuple[str, str]]:
    """Keys and values on the words: kind, cue, act, source, content."""
    cue = statement.cue
    yield "kind", escape(say(lang, f"kind.{statement.kind}"))
    yield "cue", span_html(cue, lang)
    yield "act", f"{escape(say(lang, f'act.{cue.act}'))} {bdi(f'({cue.lemma})')}" if cue else unknown(lang)
    yield "source", span_html(statement.source, lang)
    yield "content", " ".join(place_html(span) for span in statement.content)


def unknown(lang: Lang) -> str:
    """That a value is unknown."""
    return f'<span class="unknown">{escape(say(lang, "unknown"))}</span>'


def value_html(value: str | None, lang: Lang) -> str:
    """A value, or that it is unknown."""
    return bdi(value) if value else unknown(lang)


def span_html(span: Span | None, lang: Lang) -> str:
    """A span with its offsets, or that it is unknown."""
    return f"{bdi(span.text)} {place_html(span)}" if span else unknown(lang)


def place_html(span: Span) -> str:
    """The offsets of a span in code points."""
    return f'<bdi class="place">{span.start}–{span.end}</bdi>'


def party_name(party: Party | None, lang: Lang) -> str:
    """A party with its type, or that it is unknown."""
    if party is None:
        return unknown(lang)
    return f'{bdi(party.name)} <span class="place">{escape(say(lang, f"type.{party.type}"))}</span>'


def parties(holders: tuple[Party, ...], lang: Lang) -> str:
    """Several parties, or that there are none."""
    separator = say(lang, "comma") + " "
    return separator.join(party_name(holder, lang) for holder in holders) or escape(say(lang, "none"))


def dated(value: DatedValue | None, lang: Lang) -> str:
    """A value with its source, or that it is unknown."""
    if value is None:
        return unknown(lang)
    return f'{bdi(value.value)} <bdi class="place">{escape(say_source(lang, value.source))}</bdi>'


def flags(statement: Statement, lang: Lang) -> str:
    """That it is told as denied, and the flags with the words that carry them, or that there are none."""
    denied = [escape(say(lang, "turn.denial"))] if denies(statement) else []
    return (say(lang, "comma") + " ").join((*denied, *(flag_html(one, lang) for one in statement.flags))) or escape(
        say(lang, "none")
    )


def flag_html(flag: Flag, lang: Lang) -> str:
    """A flag with the words that carry it."""
    return f"{escape(say(lang, f'flag.{flag.flag}'))} {' '.join(span_html(word, lang) for word in flag.words)}"


# -- what is known of the page


def about(document: Document, lang: Lang) -> str:
    """Outlet, author, time and address, each under its name."""
    values = (
        ("outlet", document.outlet),
        ("author", document.author),
        ("published", document.published),
        ("page", document.canonical_url or document.url or document.id),
    )
    return " · ".join(f"{escape(say(lang, key))}: {value_html(value, lang)}" for key, value in values)


def named(record: Record, lang: Lang) -> str:
    """Who and what is named, dates, lengths of time and numbers, each list under its name where there is one."""
    lists = (
        ("people", [(person.name, ", ".join(unique(person.roles))) for person in record.people]),
        ("organisations", [(body.name, say_or_keep(lang, "body", body.type)) for body in record.organisations]),
        ("groups", [(group.name, "") for group in record.groups]),
        ("places", [(place.name, place.country or "") for place in record.places]),
        ("dates", [(date.text, date.value or say(lang, "unknown")) for date in record.dates]),
        ("durations", [(duration.text, duration.value) for duration in record.durations]),
        ("figures", [(figure.text, figure_value(figure, lang)) for figure in record.figures]),
    )
    return "".join(name_list(say(lang, key), rows) for key, rows in lists if rows)


def unique(spans: tuple[Span, ...]) -> list[str]:
    """The words of the spans, each once."""
    return list(dict.fromkeys(span.text for span in spans))


def name_list(name: str, rows: list[tuple[str, str]]) -> str:
    """Names with what is said of them, under a heading."""
    entries = "".join(f"<dt>{bdi(first)}</dt><dd>{bdi(second)}</dd>\n" for first, second in without_repeats(rows))
    return f'<h3>{escape(name)}</h3>\n<dl class="named">\n{entries}</dl>\n'


def without_repeats(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Rows without those that repeat the one before."""
    return [row for row, _ in groupby(rows)]
