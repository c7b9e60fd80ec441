"""The report of an evidence file: one page in Arabic and English, with no script and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from msgspec.structs import replace

from qawl.library.across.appearances import Appearance
from qawl.library.deciding.decisions import Decision
from qawl.library.proving.evidence import Came, Evidence
from qawl.model import EXTRACTOR, encode
from qawl.show.markup import DIRECTION, bdi, definition, fill, isolated, page_top
from qawl.show.page import Section, about, value_html
from qawl.show.reported import difference_line
from qawl.show.strings import Lang, say

LANGUAGES: tuple[Lang, ...] = ("ar", "en")


def report(evidence: Evidence) -> str:
    """The report as HTML; the same for the same evidence."""
    language = evidence.record.document.language
    text = section(evidence, 1, "ar")
    title = " · ".join(escape(say(lang, "evidence_of")) for lang in LANGUAGES)
    return fill(
        "evidence.html",
        top=page_top("ar", title, "page.css", "evidence.css"),
        generator=EXTRACTOR,
        title=title,
        halves="".join(half(evidence, number, lang) for number, lang in enumerate(LANGUAGES, 1)),
        text_lang=escape(language),
        text_dir=DIRECTION.get(language, "auto"),
        headline=text.title(),
        article=text.article(),
    )


def section(evidence: Evidence, number: int, lang: Lang) -> Section:
    """The page with nothing but the statement on it."""
    alone = {"statements": (), "title_statements": ()} | {evidence.place: (evidence.statement,)}
    return Section(replace(evidence.record, **alone), number, lang)


def half(evidence: Evidence, number: int, lang: Lang) -> str:
    """All that is told in one language."""
    return fill(
        "evidence_half.html",
        lang=lang,
        dir=DIRECTION[lang],
        title=escape(say(lang, "evidence_of")),
        about=about(evidence.record.document, lang),
        card="".join(section(evidence, number, lang).cards()),
        appearances=appearances(evidence, lang),
        proof_name=escape(say(lang, "proof")),
        proof="".join(definition(say(lang, key), value) for key, value in proof_rows(evidence, lang)),
        decisions=decisions(evidence.about, lang),
    )


def appearances(evidence: Evidence, lang: Lang) -> str:
    """The pages of the library that report the same saying, counted and listed by time, with the words that differ."""
    found = evidence.appearances
    if not found:
        return ""
    rows = "".join(definition(reported_on(one, lang), appearance(one, evidence, lang)) for one in found)
    heading = f'{escape(say(lang, "appearances"))} <span class="count">{len(found)}</span>'
    return f"<h3>{heading}</h3>\n<dl>\n{rows}</dl>\n"


def reported_on(one: Appearance, lang: Lang) -> str:
    """When a page was published, as it tells."""
    return one.page.published or say(lang, "undated")


def appearance(one: Appearance, evidence: Evidence, lang: Lang) -> str:
    """A page that reports it: whether it was first, outlet, address or name, the capture of another page, words, what differs."""
    page, own = one.page, one.page.capture == evidence.capture
    told = (page.outlet or say(lang, "unknown"), page.url or page.document, *(() if own else (page.capture,)))
    notes = [say(lang, key) for key, holds in (("was_first", one.first), ("this_page", own)) if holds]
    lines = [" · ".join([*map(escape, notes), *map(bdi, told)]), bdi(one.statement.text)]
    return "<br>".join([*lines, *(isolated(difference_line(difference, lang)) for difference in one.differences)])


def proof_rows(evidence: Evidence, lang: Lang) -> Iterator[tuple[str, str]]:
    """Keys and values on the page's bytes and how they came, values as HTML."""
    document = evidence.record.document
    yield "statement_id", code(evidence.statement.id)
    yield "capture_hash", code(evidence.capture)
    yield "capture_size", bdi(len(evidence.data))
    yield "text_hash", code(document.text_sha256)
    yield "read_by", bdi(evidence.record.extractor)
    yield "library_id", code(evidence.library)
    for came in evidence.came:
        yield from came_rows(came, lang)


def came_rows(came: Came, lang: Lang) -> Iterator[tuple[str, str]]:
    """Keys and values on a way in which the page came."""
    yield "came_from", bdi(came.source)
    yield "answered_from", value_html(came.address, lang)
    yield "received", bdi(came.received)
    yield "received_by", bdi(came.tool)
    yield "headers", "<br>".join(bdi(f"{name}: {value}") for name, value in came.headers) or escape(say(lang, "none"))


def decisions(found: tuple[Decision, ...], lang: Lang) -> str:
    """What people decided of the statement, each with who, when and why; nothing where nobody did."""
    if not found:
        return ""
    rows = "".join(f"<dt>{bdi(one.made)}</dt><dd>{decided(one, lang)}</dd>\n" for one in found)
    return f"<h3>{escape(say(lang, 'decisions_on_it'))}</h3>\n<dl>\n{rows}</dl>\n"


def decided(decision: Decision, lang: Lang) -> str:
    """A decision in a line."""
    verdict = say(lang, f"verdict.{decision.verdict}")
    fixed = f"{decision.field} = {encode(decision.value).decode()}" if decision.verdict == "fix" else ""
    return " · ".join(bdi(part) for part in (decision.who, verdict, fixed, decision.why) if part)


def code(text: str) -> str:
    """A hash or an id."""
    return f"<bdi><code>{escape(text)}</code></bdi>"
