"""A record as a table for the terminal: who said what, by which words, where; and what else it tells."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, RenderableType
from rich.table import Table

from qawl.arabic.wording import denies
from qawl.model import Document, Failure, Record, Span, Statement
from qawl.show.facts import Facts, facts_of, figure_value, plain
from qawl.show.failures import failure_line
from qawl.show.isolate import Isolated, inset
from qawl.show.look import Look
from qawl.show.sections import Column, Piece, framed, in_reading_order, section_parts, titled
from qawl.show.strings import Lang, say

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
    yield from section_parts(record, lang)
    yield pairs(named(record, lang), "dim", lang)


def nothing_found(lang: Lang, key: str = "no_statements") -> Isolated:
    """A line that says so, in the words of `key`."""
    return Isolated((" " + say(lang, key), "dim"), right=lang == "ar")


def titled_text(
    name: str, columns: Sequence[Column], rows: Iterable[Sequence[list[Piece]]], look: Look, nothing: str = "no_sources_yet"
) -> str:
    """A table under its name as text; where it has no rows, the words of `nothing`."""
    parts = list(titled(name, columns, rows, look.lang))
    return print_parts(parts or [nothing_found(look.lang, nothing)], look)


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
    table = framed(COLUMNS, lang, to_the_right=("what",))
    facts = facts_of(record, lang)
    for statement in record.title_statements:
        table.add_row(*statement_cells(statement, say(lang, "title"), facts), end_section=True)
    for statement in record.statements:
        table.add_row(*statement_cells(statement, "", facts), end_section=True)
    return table


def statement_cells(statement: Statement, place: str, facts: Facts) -> list[Isolated]:
    """Who, how, what and where; `place` stands before the offsets."""
    lang = facts.lang
    right = lang == "ar"
    cells = (
        Isolated(*who(statement, lang), right=right),
        Isolated(*how(statement, facts), right=right),
        Isolated(*((span.text, "") for span in statement.content), right=True),
        Isolated((place, "dim"), *((f"{span.start}-{span.end}", "dim") for span in statement.content), right=right),
    )
    return in_reading_order(cells, lang)


def who(statement: Statement, lang: Lang) -> Iterator[tuple[str, str]]:
    """Speaker, role and organisation, and whose view it is, each with its style."""
    speaker = statement.speaker
    if speaker is None:
        yield say(lang, "unknown"), "dim italic"
    else:
        yield speaker.name, "bold"
        yield speaker.role or "", "dim"
        yield speaker.organisation or "", "dim"
    for holder in statement.holder:
        yield f"{say(lang, 'holder')}: {inset(holder.name)}", "yellow"


def how(statement: Statement, facts: Facts) -> Iterator[tuple[str, str]]:
    """Cue, kind, that it is told as denied, flags with their words, and topic, each with its style."""
    yield statement.cue.text if statement.cue else "", "cyan"
    yield facts.say(f"kind.{statement.kind}"), "dim"
    yield facts.say("turn.denial") if denies(statement) else "", "bold red"
    for flag in statement.flags:
        yield plain(facts.flag(flag)), "yellow"
    if statement.topic:
        yield f"{facts.say('topic')}: {inset(statement.topic.text)}", "dim"
    if statement.repeats:
        yield facts.say("repeated"), "yellow"


def named(record: Record, lang: Lang) -> Iterator[tuple[str, str]]:
    """Who, what and when is named, briefly: names with the number of mentions, words with their value."""
    for key, entries in named_lists(record, lang):
        if entries:
            yield say(lang, key), (say(lang, "comma") + " ").join(entries)


def named_lists(record: Record, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """The lists of what a record names, each under the key of its name."""
    yield "people", [described(one.name, [role.text for role in one.roles], one.mentions) for one in record.people]
    yield "organisations", [described(one.name, known(one.known_as), one.mentions) for one in record.organisations]
    yield "groups", [described(one.name, [], one.mentions) for one in record.groups]
    yield "places", [described(one.name, known(one.country), one.mentions) for one in record.places]
    yield "dates", [valued(date.text, date.value or say(lang, "unknown")) for date in record.dates]
    yield "durations", [valued(one.text, one.value) for one in record.durations]
    yield "figures", [valued(one.text, figure_value(one, lang)) for one in record.figures]


def described(name: str, notes: Iterable[str], mentions: Sequence[Span]) -> str:
    """A name, what is noted of it, and how often it is mentioned."""
    noted = "/".join(dict.fromkeys(notes))
    return " ".join([inset(name), *([f"({inset(noted)})"] if noted else []), inset(f"×{len(mentions)}")])


def known(note: str | None) -> list[str]:
    """A note in a list, none where it is not known."""
    return [note] if note else []


def valued(words: str, value: str) -> str:
    """Words with what they come to."""
    return f"{inset(words)} = {inset(value)}"
