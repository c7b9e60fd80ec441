"""The tables of a record beside that of its statements: encounters, what happened, who stands how towards whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from qawl.model import Action, Event, Record, Relation, Span
from qawl.show.facts import MIDDLE, Fact, Facts, Line, facts_of, plain
from qawl.show.isolate import Isolated
from qawl.show.strings import Lang, say

T = TypeVar("T")
Column = tuple[str, int]  # key of the name, share of the width; 0: as wide as it needs
Piece = tuple[str, str]  # text and style

EVENT_COLUMNS: tuple[Column, ...] = (("when", 5), ("event", 6), ("who", 9), ("told", 5))
ACTION_COLUMNS: tuple[Column, ...] = (("action", 5), ("actor", 6), ("target", 6), ("where", 6))
RELATION_COLUMNS: tuple[Column, ...] = (("actor", 5), ("target", 5), ("stance", 7), ("told", 5))


def in_reading_order(cells: Iterable[T], lang: Lang) -> list[T]:
    """The cells of a row from left to right: an Arabic reader begins at the right."""
    row = list(cells)
    return row[::-1] if lang == "ar" else row


def framed(columns: Sequence[Column], lang: Lang, to_the_right: Sequence[str] = ()) -> Table:
    """A table without rows; the heads named in `to_the_right` stand at the right of their column."""
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1))
    for name, ratio in in_reading_order(columns, lang):
        header = Isolated((say(lang, name), "bold"), right=lang == "ar" or name in to_the_right)
        table.add_column(header, ratio=ratio or None, no_wrap=not ratio)
    return table


def section_parts(record: Record, lang: Lang) -> Iterator[RenderableType]:
    """A table for each kind of finding that the record has, under its name."""
    facts = facts_of(record, lang)
    yield from titled("events", EVENT_COLUMNS, (event_cells(event, facts) for event in record.events), lang)
    yield from titled("actions", ACTION_COLUMNS, (action_cells(action, facts) for action in record.actions), lang)
    yield from titled("relations", RELATION_COLUMNS, (relation_cells(one, facts) for one in record.relations), lang)


def titled(key: str, columns: Sequence[Column], rows: Iterable[Sequence[list[Piece]]], lang: Lang) -> Iterator[RenderableType]:
    """A table under its name, nothing where it has no rows."""
    table = filled(columns, rows, lang)
    if table.row_count:
        yield Isolated((say(lang, key), "bold"), right=lang == "ar")
        yield table


def filled(columns: Sequence[Column], rows: Iterable[Sequence[list[Piece]]], lang: Lang) -> Table:
    """A table with its rows."""
    table = framed(columns, lang)
    for cells in rows:
        row = (Isolated(*pieces, rtl=lang == "ar", right=lang == "ar") for pieces in cells)
        table.add_row(*in_reading_order(row, lang), end_section=True)
    return table


def event_cells(event: Event, facts: Facts, page: str = "") -> list[list[Piece]]:
    """When, what, who and who says so; `page` names the page where the table is one of several pages, and the id is told too."""
    when = [(plain(facts.when(event.when, event.when_reason)), "bold" if event.when else "dim")]
    page_and_id = [(page, "dim"), (event.id, "dim")] if page else []
    number = f"{facts.numbers[event.id]} " if event.id in facts.numbers else ""
    return [
        [*when, (facts.say(f"status.{event.status}"), "cyan")],
        [
            (number + facts.say(f"event.{event.type}"), "bold"),
            *words(facts.span(event.what) if event.what else None),
            *named_span("where", event.where, facts),
        ],
        [piece for fact in facts.participants(event, brief=True) for piece in named_lines(fact)],
        [*words(facts.teller(event.according_to)), *named_span("reason", event.reason, facts), *page_and_id],
    ]


def action_cells(action: Action, facts: Facts) -> list[list[Piece]]:
    """What, by whom, against whom, where and when."""
    code = action.code.plover or action.code.cameo or facts.say("unknown")
    event = words((facts.link("event", action.event),), "dim") if action.event else []
    return [
        [(code, "bold"), *words(facts.span(action.verb), "cyan"), *event],
        words(facts.span(action.source)),
        words(facts.span(action.target)),
        [*words(facts.span(action.where)), *(words(facts.when(action.when, None)) if action.when else [])],
    ]


def relation_cells(relation: Relation, facts: Facts) -> list[list[Piece]]:
    """Whose stance, towards whom, which one and on which condition, and who says so."""
    code = words(facts.code(relation.code)[:-1], "dim") if relation.code else []
    return [
        words((facts.party(relation.actor)[0],), "bold"),
        words((facts.party(relation.target)[0],), "bold"),
        [(facts.stances(relation), "cyan"), *named_span("condition", relation.condition, facts), *code],
        words(facts.teller(relation.according_to)),
    ]


def named_span(key: str, span: Span | None, facts: Facts) -> Iterator[Piece]:
    """The words of a span behind their name, nothing where they are not known."""
    if span:
        yield from named_lines(facts.fact(key, *facts.span(span)))


def named_lines(fact: Fact) -> Iterator[Piece]:
    """The lines of a fact, the first behind its name."""
    for number, line in enumerate(fact.lines):
        yield (f"{fact.name}: {plain(line)}" if number == 0 else f"{MIDDLE} {plain(line)}"), ""


def words(line: Line | None, style: str = "") -> list[Piece]:
    """A line as a piece of a cell, none where there is none."""
    return [(plain(line), style)] if line else []
