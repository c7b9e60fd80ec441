"""A quotation beside the statements nearest to it: what turns the sense first, then the words that differ and where they stand.

It is told what pages report, never whether it is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from qawl.arabic.wording import denies
from qawl.library.asking.cautions import Caution
from qawl.library.asking.checking import Appearance, Nearest, Quoted
from qawl.library.asking.wordings import Difference
from qawl.model import Span, encode
from qawl.show.look import Look
from qawl.show.strings import ARROW, Lang, say

if TYPE_CHECKING:  # JSON must not wait for rich
    from rich.console import RenderableType

    from qawl.show.facts import Facts

Row = tuple[str, str]


def show_checked(checked: Quoted, look: Look) -> Iterator[bytes]:
    """What a library has of a quotation: a table, an object, or an object on each line for each statement near it."""
    match look.format:
        case "jsonl":
            yield from (encode(one) + b"\n" for one in checked.nearest)
        case "json":
            yield msgspec.json.format(encode(checked), indent=2) + b"\n"
        case _:
            yield checked_text(checked, look).encode()


def checked_text(checked: Quoted, look: Look) -> str:
    """The same as text of `look.width` cells a line."""
    from qawl.show.table import nothing_found, print_parts

    if not checked.nearest:
        return print_parts([nothing_found(look.lang, "not_in_library")], look)
    return print_parts(checked_parts(checked, look.lang), look)


def checked_parts(checked: Quoted, lang: Lang) -> Iterator[RenderableType]:
    """Whose words the quotation says they are, where it does, and every statement near it."""
    from qawl.show.table import pairs

    if checked.ascribed_to:
        yield pairs([(say(lang, "ascribed_to"), checked.ascribed_to)], "bold", lang)
    for one in checked.nearest:
        yield from nearest_parts(one, checked.words, lang)


def nearest_parts(nearest: Nearest, words: int, lang: Lang) -> Iterator[RenderableType]:
    """One statement: what turns the sense, whose words it is, what differs, where it stands."""
    from rich.text import Text

    from qawl.show.facts import Facts
    from qawl.show.isolate import Isolated
    from qawl.show.table import pairs

    facts = Facts(lang, nearest.document.outlet, {})
    heading = f"{say(lang, 'in_order')}: {nearest.in_order} / {words}"
    yield Isolated((heading, "bold underline"), right=lang == "ar")
    for caution in nearest.cautions:
        yield Isolated((caution_line(caution, lang), "bold red"), right=lang == "ar")
    yield pairs(rows(nearest, facts), "", lang, rtl=lang == "ar")
    yield Text()


def caution_line(caution: Caution, lang: Lang) -> str:
    """What turns the sense, in one line: what it is, the words of the quotation, the words of the page."""
    sides = (("quotation", caution.quoted), ("page", caution.written))
    told = (f"{say(lang, side)}: {words(span, lang)}" for side, span in sides)
    return f"! {say(lang, f'turn.{caution.turn}')} · " + " · ".join(told)


def words(span: Span | None, lang: Lang, place: bool = False) -> str:
    """Words in an isolate with their place where it is wanted, or that there are none."""
    from qawl.show.isolate import inset

    if span is None:
        return say(lang, "none")
    return f"{inset(span.text)} {inset(f'{span.start}-{span.end}')}" if place else inset(span.text)


def rows(nearest: Nearest, facts: Facts) -> Iterator[Row]:
    """Names and values of a statement near the quotation."""
    from qawl.show.facts import plain
    from qawl.show.spreads import first_in, more_pages

    lang, statement = facts.lang, nearest.statement
    first, *others = nearest.appearances
    yield say(lang, "reported_by"), place_of(first, lang, whose=False)
    yield say(lang, "words_of"), speaker(nearest, lang)
    yield say(lang, "cue"), words(statement.cue, lang)
    yield say(lang, "content"), " … ".join(piece.text for piece in statement.content)
    for key, party in (*(("holder", one) for one in statement.holder), ("said_to", statement.said_to), ("via", statement.via)):
        if party:
            yield say(lang, key), words_of(party.name, lang)
    if statement.said_on:
        yield say(lang, "said_on"), words_of(statement.said_on.value, lang)
    if denies(statement):
        yield say(lang, "flags"), say(lang, "turn.denial")
    for flag in statement.flags:
        yield say(lang, "flags"), plain(facts.flag(flag))
    yield say(lang, "band"), say(lang, f"band.{statement.band}")
    yield say(lang, "id"), words_of(statement.id, lang)
    if first.decided:
        yield say(lang, f"verdict.{first.decided}"), words_of(first.decided_by, lang)
    for difference in nearest.differences:
        yield say(lang, f"difference.{difference.kind}"), change(difference, lang)
    for other in others:
        yield say(lang, "also"), place_of(other, lang)
    if nearest.spread:
        yield say(lang, "saying"), f"{more_pages(nearest.spread, lang)} · {first_in(nearest.spread, lang)}"


def words_of(name: str | None, lang: Lang) -> str:
    """A name, or that it is unknown."""
    from qawl.show.isolate import inset

    return inset(name) if name else say(lang, "unknown")


def speaker(nearest: Nearest, lang: Lang) -> str:
    """Whose words they are there, with role and organisation as the page gives them."""
    from qawl.show.isolate import inset

    found = nearest.statement.speaker
    told = (found.name, found.role, found.organisation) if found else ()
    return " · ".join(inset(value) for value in told if value) or say(lang, "unknown")


def change(difference: Difference, lang: Lang) -> str:
    """The words of the quotation and those of the page with their place there, an arrow between them where there are both."""
    sides = ((difference.quoted, False), (difference.written, True))
    return f" {ARROW[lang]} ".join(words(span, lang, place) for span, place in sides if span)


def place_of(one: Appearance, lang: Lang, whose: bool = True) -> str:
    """Where words stand: outlet, day and page, and whose they are there."""
    from qawl.show.isolate import inset

    told = [one.outlet or say(lang, "unknown"), one.published or say(lang, "undated"), one.document]
    if whose:
        told += [one.speaker or say(lang, "unknown"), say(lang, f"band.{one.band}")]
    if one.in_title:
        told.append(say(lang, "title"))
    return " · ".join(map(inset, told))
