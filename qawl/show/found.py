"""What a search found, for people and for programs: a table with the words that answer, or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import json

from qawl.library.searching.answers import Answer, Found
from qawl.library.searching.counting import Value
from qawl.library.searching.highlights import Highlight
from qawl.model import encode
from qawl.show.isolate import inset, tame
from qawl.show.look import Look
from qawl.show.spreads import further
from qawl.show.strings import Lang, say, say_or_keep

COLUMNS = (("who", 5), ("how", 5), ("what", 11), ("where", 6))
# The facets whose values have names in the interface, with the kind of name.
NAMED = {"kind": "kind", "band": "band", "flags": "flag", "event_parts": "part"}
HIGHLIGHT = {"word": "bold green", "synonym": "bold cyan", "probable_slip": "bold yellow"}
# Letters of a time that are its day.
DAY = 10
# So many values of a facet stand in its line.
FACET_VALUES = 5


def show_found(found: Found, look: Look) -> bytes:
    """The answer as UTF-8 in the form that is wanted."""
    match look.format:
        case "jsonl":
            return b"".join(encode(answer.as_json()) + b"\n" for answer in found.answers)
        case "json":
            counts = {"total": found.total, "exact": found.exact, "facets": found.facets}
            return json.format(encode(counts | {"statements": [answer.as_json() for answer in found.answers]}), indent=2) + b"\n"
        case _:
            return found_text(found, look).encode()


# -- the table


def found_text(found: Found, look: Look) -> str:
    """How many there are, the statements with the words that answer, and what is counted of all."""
    from rich.console import RenderableType  # imported here: JSON must not wait for rich

    from qawl.show.sections import framed, in_reading_order
    from qawl.show.table import nothing_found, pairs, print_parts

    lang = look.lang
    if not found.total:
        return print_parts([nothing_found(lang, "nothing_found")], look)
    table = framed(COLUMNS, lang, to_the_right=("what",))
    for answer in found.answers:
        table.add_row(*in_reading_order(cells(answer, lang), lang), end_section=True)
    parts: list[RenderableType] = [table, pairs(facet_lines(found, lang), "dim", lang)]
    return print_parts(parts, look)


def cells(answer: Answer, lang: Lang) -> list[Any]:
    """Who, how, what and where."""
    from qawl.show.facts import Facts
    from qawl.show.isolate import Isolated
    from qawl.show.marked import Marked
    from qawl.show.table import how, who

    right, facts = lang == "ar", Facts(lang, answer.document.outlet, {})
    words = [(piece.text, marks(answer.highlights, piece.start, piece.end)) for piece in answer.statement.content]
    return [
        Isolated(*who(answer.statement, lang), right=right),
        Isolated(*how(answer.statement, facts), (say(lang, f"band.{answer.row.band}"), "dim"), right=right),
        Marked(words, list(notes(answer, lang))),
        Isolated(*where(answer, lang), *further(answer.spread, lang), right=right),
    ]


def marks(highlights: Iterable[Highlight], start: int, end: int) -> list[tuple[int, int, str]]:
    """The places within a piece of what was said that are highlighted, with their style."""
    inside = (one for one in highlights if one.where == "content" and start <= one.start and one.end <= end)
    return [(one.start - start, one.end - start, HIGHLIGHT[one.how]) for one in inside]


def notes(answer: Answer, lang: Lang) -> Iterator[tuple[str, str]]:
    """What was found where it is not the word itself: the words as they stand, under what they are."""
    for reason in ("synonym", "probable_slip"):
        words = dict.fromkeys(one.text for one in answer.highlights if one.how == reason)
        if words:
            yield f"{say(lang, f'how.{reason}')}: {' '.join(map(inset, words))}", HIGHLIGHT[reason]


def where(answer: Answer, lang: Lang) -> Iterator[tuple[str, str]]:
    """Outlet, day, page and the id by which other commands know the statement, each with its style."""
    page, row = answer.document, answer.row
    day = row.said_on or (page.published or "")[:DAY]
    yield (page.outlet, "") if page.outlet else (say(lang, "unknown"), "dim italic")
    yield (day, "dim") if day else (say(lang, "undated"), "dim italic")
    yield say(lang, "title") if row.in_title else "", "cyan"
    yield page.id, "dim"
    yield row.id, "cyan"


def facet_lines(found: Found, lang: Lang) -> Iterator[tuple[str, str]]:
    """How many were found, and how many of them have which value."""
    yield say(lang, "found"), f"{found.total}" if found.exact else f"{say(lang, 'about')} {found.total}"
    for facet, values in found.facets.items():
        if values:
            shown = (f"{inset(facet_value(facet, value, lang))} {inset(value.count)}" for value in values[:FACET_VALUES])
            yield say(lang, f"facet.{facet}"), (say(lang, "comma") + " ").join(shown)


def facet_value(facet: str, value: Value, lang: Lang) -> str:
    """A value as the interface names it."""
    return tame(say_or_keep(lang, NAMED[facet], value.value) if facet in NAMED else value.value)
