"""A record as a table for the terminal: who said what, by which words, where."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table

from qawl.model import Document, Failure, Record, Span, Statement
from qawl.show.failures import failure_line
from qawl.show.isolate import Isolated, inset
from qawl.show.look import Look
from qawl.show.strings import Lang, say

T = TypeVar("T")

NARROWEST = 40  # cells; below this a table is no table


def table_text(result: Record | Failure, look: Look) -> str:
    """The result as text of `look.width` cells a line, each line ended by a newline."""
    parts = failure_parts(result, look.lang) if isinstance(result, Failure) else record_parts(result, look.lang)
    return print_parts(parts, look)


def print_parts(parts: Iterable[RenderableType], look: Look) -> str:
    """What rich makes of the parts, without blanks at the ends of lines."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=max(look.width, NARROWEST),
        force_terminal=look.color,
        no_color=not look.color,
        color_system="standard" if look.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    for part in parts:
        console.print(part)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().split("\n")[:-1])


def failure_parts(result: Failure, lang: Lang) -> Iterator[RenderableType]:
    """Why a page could not be read."""
    yield pairs([(say(lang, "not_read"), failure_line(result, lang))], "red", lang)


def record_parts(record: Record, lang: Lang) -> Iterator[RenderableType]:
    """What is known of the page, its statements, and whom and when it names."""
    yield pairs(about(record.document, lang), "bold", lang)
    yield statement_table(record, lang) if record.statements or record.title_statements else nothing_found(lang)
    yield pairs(named(record, lang), "dim", lang)


def nothing_found(lang: Lang) -> Isolated:
    """A line that says so."""
    return Isolated((" " + say(lang, "no_statements"), "dim"), right=lang == "ar")


def pairs(rows: Iterable[tuple[str, str]], style: str, lang: Lang, rtl: bool | None = None) -> Table:
    """Names and values side by side, without a frame; `rtl` says how the values run (None: as their letters do)."""
    right = lang == "ar"
    grid = Table.grid(padding=(0, 2, 0, 1), expand=True)
    grid.add_column(no_wrap=not right, ratio=1 if right else None)
    grid.add_column(no_wrap=right, ratio=None if right else 1)
    for name, value in rows:
        cells = (Isolated((name, "dim"), right=right), Isolated((value, style), rtl=rtl, right=right))
        grid.add_row(*in_reading_order(cells, lang))
    return grid


def in_reading_order(cells: Iterable[T], lang: Lang) -> list[T]:
    """The cells of a row from left to right: an Arabic reader begins at the right."""
    row = list(cells)
    return row[::-1] if lang == "ar" else row


def about(document: Document, lang: Lang) -> Iterator[tuple[str, str]]:
    """Title, outlet, time and id of the page, each under its name."""
    unknown = say(lang, "unknown")
    yield say(lang, "title"), document.title or unknown
    yield say(lang, "outlet"), document.outlet or unknown
    yield say(lang, "published"), document.published or unknown
    yield say(lang, "page"), document.id


COLUMNS = (("who", 6), ("how", 5), ("what", 13), ("where", 0))  # name and share of the width; 0: as wide as it needs


def statement_table(record: Record, lang: Lang) -> Table:
    """The statements, those of the title first."""
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1))
    for name, ratio in in_reading_order(COLUMNS, lang):
        header = Isolated((say(lang, name), "bold"), right=lang == "ar" or name == "what")
        table.add_column(header, ratio=ratio or None, no_wrap=not ratio)
    for statement in record.title_statements:
        table.add_row(*statement_cells(statement, say(lang, "title"), lang), end_section=True)
    for statement in record.statements:
        table.add_row(*statement_cells(statement, "", lang), end_section=True)
    return table


def statement_cells(statement: Statement, place: str, lang: Lang) -> list[Isolated]:
    """Who, how, what and where; `place` stands before the offsets."""
    right = lang == "ar"
    cells = (
        Isolated(*who(statement, lang), right=right),
        Isolated(*how(statement, lang), right=right),
        Isolated(*((span.text, "") for span in statement.content), right=True),
        Isolated((place, "dim"), *((f"{span.start}-{span.end}", "dim") for span in statement.content), right=right),
    )
    return in_reading_order(cells, lang)


def who(statement: Statement, lang: Lang) -> Iterator[tuple[str, str]]:
    """Speaker, role and organisation, each with its style."""
    speaker = statement.speaker
    if speaker is None:
        yield say(lang, "unknown"), "dim italic"
        return
    yield speaker.name, "bold"
    yield speaker.role or "", "dim"
    yield speaker.organisation or "", "dim"


def how(statement: Statement, lang: Lang) -> Iterator[tuple[str, str]]:
    """Cue, kind and flags, each with its style."""
    yield statement.cue.text if statement.cue else "", "cyan"
    yield say(lang, f"kind.{statement.kind}"), "dim"
    for flag in statement.flags:
        yield say(lang, f"flag.{flag.flag}"), "yellow"
    if statement.repeats:
        yield say(lang, "repeated"), "yellow"


def named(record: Record, lang: Lang) -> Iterator[tuple[str, str]]:
    """People and dates, briefly: name with roles and the number of mentions, words with their value."""
    separator = say(lang, "comma") + " "
    if record.people:
        people = (described(person.name, person.roles, len(person.mentions)) for person in record.people)
        yield say(lang, "people"), separator.join(people)
    if record.dates:
        dates = (f"{inset(date.text)} = {inset(date.value or say(lang, 'unknown'))}" for date in record.dates)
        yield say(lang, "dates"), separator.join(dates)


def described(name: str, roles: Iterable[Span], mentions: int) -> str:
    """A name, its roles, and how often it is mentioned."""
    titles = "/".join(dict.fromkeys(role.text for role in roles))
    return " ".join([inset(name), *([f"({inset(titles)})"] if titles else []), inset(f"×{mentions}")])
