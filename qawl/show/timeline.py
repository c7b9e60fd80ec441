"""Two parties over time: a table for each direction, a sentence in each row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import asdict

from qawl.library.asking.timeline import Point, Timeline
from qawl.model import encode
from qawl.show.look import Look
from qawl.show.strings import ARROW, Lang, say

if TYPE_CHECKING:  # JSON must not wait for rich
    from rich.console import RenderableType

    from qawl.show.sections import Piece


def show_timeline(found: Timeline, look: Look) -> Iterator[bytes]:
    """Both directions: a table, an object, or an object on each line that tells its direction."""
    match look.format:
        case "jsonl":
            for direction in ("a_to_b", "b_to_a"):
                yield from (encode({"direction": direction} | asdict(point)) + b"\n" for point in getattr(found, direction))
        case "json":
            yield msgspec.json.format(encode(found), indent=2) + b"\n"
        case _:
            yield timeline_text(found, look).encode()


def timeline_text(found: Timeline, look: Look) -> str:
    """The same as text of `look.width` cells a line."""
    from qawl.show.table import print_parts

    return print_parts(timeline_parts(found, look.lang), look)


def timeline_parts(found: Timeline, lang: Lang) -> Iterator[RenderableType]:
    """The table of each direction under its name, then the encounters of both; that there is nothing, or nobody of a name."""
    from qawl.show.isolate import Isolated, inset
    from qawl.show.sections import EVENT_COLUMNS, filled, titled
    from qawl.show.table import nothing_found
    from qawl.show.who import encounter_cells

    for name in (name for name, keys in ((found.a, found.a_keys), (found.b, found.b_keys)) if not keys):
        yield Isolated((f"{inset(name)}: {say(lang, 'nobody')}", "dim"), right=lang == "ar")
    for one, other, points in ((found.a, found.b, found.a_to_b), (found.b, found.a, found.b_to_a)):
        yield Isolated((f"{inset(one)} {ARROW[lang]} {inset(other)}", "bold"), right=lang == "ar")
        columns = (("when", 4), ("stance", 4), ("what", 11), ("told", 6))
        yield filled(columns, (cells(point, lang) for point in points), lang) if points else nothing_found(lang, "no_points")
    yield from titled("events", EVENT_COLUMNS, (encounter_cells(one, (), lang) for one in found.encounters), lang)


def cells(point: Point, lang: Lang) -> list[list[Piece]]:
    """When, how it stands, the sentence with what colours it, and who tells it where."""
    from qawl.show.spreads import further
    from qawl.show.told import condition_pieces, page_pieces, stances, teller

    who = [(point.speaker, "bold"), (point.role or "", "dim")] if point.speaker else []
    told = [] if point.speaker == point.according_to else [(teller(point.according_to, point.page, lang), "")]
    return [
        when_pieces(point, lang),
        [(stances(point.stance, lang) or say(lang, "no_stance"), "cyan" if point.stance else "dim"), *sides(point, lang)],
        [*words(point, lang), *condition_pieces(point.condition, lang)],
        [*who, *told, *page_pieces(point.page, lang, point.band), (point.statement or "", "dim"), *further(point.spread, lang)],
    ]


def when_pieces(point: Point, lang: Lang) -> list[Piece]:
    """The day it was said, or that of publication."""
    from qawl.show.told import day

    if point.day is None:
        return [(say(lang, "undated"), "dim")]
    return [(day(point.day), "" if point.is_published else "bold"), (say(lang, "published") if point.is_published else "", "dim")]


def sides(point: Point, lang: Lang) -> list[Piece]:
    """Who stands towards whom, in the names that the page has."""
    from qawl.show.isolate import inset

    return [(f"{inset(point.actor)} {ARROW[lang]} {inset(point.target)}", "dim")] if point.actor and point.target else []


def words(point: Point, lang: Lang) -> list[Piece]:
    """The whole sentence, that it is told as denied, its flags, and where they are not all of it the words that show the stance."""
    from qawl.show.told import flag_names

    sentence = point.text or point.evidence or say(lang, "none")
    shown = f"{say(lang, 'evidence')}: {point.evidence}" if point.text and point.evidence not in (None, point.text) else ""
    denied = [(say(lang, "turn.denial"), "bold red")] if point.denied else []
    return [(sentence, ""), *denied, (flag_names(point.flags, lang), "yellow"), (shown, "dim")]
