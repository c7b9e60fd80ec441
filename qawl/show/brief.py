"""What came since a day, as one printable page or as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from qawl.library.brief import Absence, Brief, Change
from qawl.library.sources import Source
from qawl.library.told import Told
from qawl.model import Event, encode
from qawl.show.failures import reason_line
from qawl.show.look import Look
from qawl.show.strings import Lang, say

if TYPE_CHECKING:  # JSON must not wait for rich
    from rich.console import RenderableType

    from qawl.show.sections import Column, Piece

Row = tuple[str, str]
Cells = list[list["Piece"]]


def show_brief(found: Brief, look: Look) -> Iterator[bytes]:
    """A brief as a page, as a table, or as an object."""
    match look.format:
        case "jsonl":
            yield encode(found) + b"\n"
        case "json":
            yield msgspec.json.format(encode(found), indent=2) + b"\n"
        case "html":
            from qawl.show.brief_page import brief_page

            yield brief_page(found, look.lang).encode()
        case _:
            yield brief_text(found, look).encode()


def is_empty(found: Brief) -> bool:
    """Whether nothing came."""
    return not (found.speakers or found.encounters or found.changes or found.failures)


def span(found: Brief, lang: Lang) -> str:
    """From when to when."""
    from qawl.show.isolate import inset

    ends = (("from_when", found.since), ("until_when", found.until))
    return " · ".join(f"{say(lang, key)} {inset(value)}" for key, value in ends if value)


# -- the table


def brief_text(found: Brief, look: Look) -> str:
    """A brief as text of `look.width` cells a line."""
    from qawl.show.table import print_parts

    return print_parts(brief_parts(found, look.lang), look)


def brief_parts(found: Brief, lang: Lang) -> Iterator[RenderableType]:
    """From when to when, then a table for each kind of news."""
    from qawl.show.sections import titled
    from qawl.show.table import nothing_found, pairs

    yield pairs([(say(lang, "brief"), span(found, lang)), (say(lang, "pages"), str(found.pages))], "bold", lang, rtl=lang == "ar")
    if is_empty(found):
        yield nothing_found(lang, "nothing_new")
    for key, columns, rows in tables(found, lang):
        yield from titled(key, columns, rows, lang)


def tables(found: Brief, lang: Lang) -> Iterator[tuple[str, tuple[Column, ...], Iterator[Cells]]]:
    """The tables of a brief: key of the name, columns, rows."""
    from qawl.show.facts import Facts
    from qawl.show.sections import EVENT_COLUMNS, event_cells
    from qawl.show.told import STATEMENT_COLUMNS, statement_cells

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
    from qawl.show.told import speaker_pieces, what_pieces

    return [[(topic, "bold")], speaker_pieces(told.statement, lang), what_pieces(told.statement, lang)]


def change_cells(one: Change, lang: Lang) -> Cells:
    """When and why an encounter changed, which it is, and what of it is told otherwise."""
    from qawl.show.told import page_pieces

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
    from qawl.show.facts import Facts, plain
    from qawl.show.told import page_pieces

    facts, event = Facts(lang, one.page.outlet, {}), one.event
    return [
        [(one.who.name, "bold"), (say(lang, f"part.{one.who.part}"), "cyan")],
        [(event_name(event, lang), ""), (plain(facts.when(event.when, event.when_reason)), "dim")],
        [(one.who.reason.text if one.who.reason else say(lang, "unknown"), "" if one.who.reason else "dim")],
        [(plain(facts.teller(one.who.according_to)), ""), *page_pieces(one.page, lang)],
    ]


# -- what both forms tell


def event_name(event: Event, lang: Lang) -> str:
    """What an encounter is called: its type and the words that name it, or where it is."""
    from qawl.show.isolate import inset

    named = event.what or event.where
    return f"{say(lang, f'event.{event.type}')} {inset(named.text) if named else ''}".rstrip()


def changed_rows(one: Change, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """What is told otherwise of an encounter: name, before and now; nothing where one of both may not be shown."""
    before, after = one.change.before, one.change.after
    if before and after:
        for (name, old), (_, new) in zip(told(before, lang), told(after, lang), strict=True):
            if old != new:
                yield name, old, new


def told(event: Event, lang: Lang) -> Iterator[Row]:
    """What an encounter tells, each under its name."""
    from qawl.show.facts import PARTS, Facts, plain

    facts = Facts(lang, None, {})
    yield say(lang, "type"), say(lang, f"event.{event.type}")
    yield say(lang, "status"), say(lang, f"status.{event.status}")
    yield say(lang, "when"), plain(facts.when(event.when, event.when_reason))
    for key, words in (("what", event.what), ("where", event.where), ("reason", event.reason)):
        yield say(lang, key), plain(facts.span(words))
    for part in PARTS:
        members = [facts.participant(member, None) for member in event.participants if member.part == part]
        yield say(lang, f"part.{part}"), plain(facts.listed(members)) or say(lang, "none")


def failure(source: Source, lang: Lang) -> str:
    """What could not be read and why, in one line."""
    return reason_line(source.source, source.code or "", source.message or "", lang)
