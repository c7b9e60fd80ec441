"""A brief as tables of the terminal, one for each kind of news."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType

from qawl.library.asking.brief import Absence, Brief, Change
from qawl.library.asking.told import Told
from qawl.show.facts import Facts, plain
from qawl.show.look import Look
from qawl.show.news import changed_rows, event_name, failure, is_empty, span
from qawl.show.sections import EVENT_COLUMNS, Column, event_cells, titled
from qawl.show.strings import Lang, say
from qawl.show.table import nothing_found, pairs, print_parts
from qawl.show.told import STATEMENT_COLUMNS, Cells, page_pieces, speaker_pieces, statement_cells, what_pieces


def brief_text(found: Brief, look: Look) -> str:
    """A brief as text of `look.width` cells a line."""
    return print_parts(brief_parts(found, look.lang), look)


def brief_parts(found: Brief, lang: Lang) -> Iterator[RenderableType]:
    """From when to when, then a table for each kind of news."""
    yield pairs([(say(lang, "brief"), span(found, lang)), (say(lang, "pages"), str(found.pages))], "bold", lang, rtl=lang == "ar")
    if is_empty(found):
        yield nothing_found(lang, "nothing_new")
    for key, columns, rows in tables(found, lang):
        yield from titled(key, columns, rows, lang)


def tables(found: Brief, lang: Lang) -> Iterator[tuple[str, tuple[Column, ...], Iterator[Cells]]]:
    """The tables of a brief: key of the name, columns, rows."""
    said = (told for speaker in found.speakers for told in speaker.statements)
    yield "by_speaker", STATEMENT_COLUMNS, (statement_cells(told, lang) for told in said)
    under = ((topic.topic, told) for topic in found.topics for told in topic.statements)
    yield "by_topic", (("topic", 5), ("speaker", 4), ("what", 10)), (topic_cells(topic, told, lang) for topic, told in under)
    new = (event_cells(one.event, Facts(lang, one.page.outlet, {}), one.page.document) for one in found.encounters)
    yield "new_events", EVENT_COLUMNS, new
    changed = (("changed", 4), ("event", 5), ("before_change", 6), ("after_change", 6))
    yield "changed_events", changed, (change_cells(one, lang) for one in found.changes)
    away = (("who", 5), ("event", 6), ("reason", 7), ("told", 5))
    yield "stays_away", away, (absence_cells(one, lang) for one in found.absences)
    yield "failures", (("not_read", 1),), ([[(failure(one, lang), "red")]] for one in found.failures)


def topic_cells(topic: str, told: Told, lang: Lang) -> Cells:
    """The topic, who says it, and what is said."""
    return [[(topic, "bold")], speaker_pieces(told.statement, lang), what_pieces(told, lang)]


def change_cells(one: Change, lang: Lang) -> Cells:
    """When and why an encounter changed, which it is, and what of it is told otherwise."""
    change = one.change
    rows = list(changed_rows(one, lang))
    event = change.after or change.before
    named = [(event_name(event, lang), "bold")] if event else []
    return [
        [(change.changed, ""), (say(lang, f"cause.{change.cause}"), "dim")],
        [*named, *page_pieces(one.page, lang)],
        [(f"{name}: {before}", "") for name, before, _ in rows],
        [(f"{name}: {after}", "") for name, _, after in rows] or [(say(lang, "gone"), "red")],
    ]


def absence_cells(one: Absence, lang: Lang) -> Cells:
    """Who stays away, from what and when, why, and who says so."""
    facts, event = Facts(lang, one.page.outlet, {}), one.event
    return [
        [(one.who.name, "bold"), (say(lang, f"part.{one.who.part}"), "cyan")],
        [(event_name(event, lang), ""), (plain(facts.when(event.when, event.when_reason)), "dim")],
        [(one.who.reason.text if one.who.reason else say(lang, "unknown"), "" if one.who.reason else "dim")],
        [(plain(facts.teller(one.who.according_to)), ""), *page_pieces(one.page, lang)],
    ]
