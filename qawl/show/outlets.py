"""Outlets: their pages, when something of them was fetched last, how their feeds stand, and what was noted of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qawl.library.outlets import Outlet
from qawl.model import encode
from qawl.show.look import Look
from qawl.show.strings import Lang, say
from qawl.show.watched import failing, minute

if TYPE_CHECKING:  # rich is loaded where a table is made
    from qawl.show.sections import Piece

COLUMNS = (("outlet", 6), ("pages", 0), ("last_fetch", 4), ("state", 8), ("failed", 0), ("note", 7))


def show_outlets(outlets: Sequence[Outlet], look: Look) -> Iterator[bytes]:
    """Outlets as lines of JSON, or as a table."""
    if look.format == "jsonl":
        yield from (encode(outlet) + b"\n" for outlet in outlets)
    else:
        from qawl.show.table import titled_text  # JSON must not wait for rich

        yield titled_text("outlets", COLUMNS, (cells(one, look.lang) for one in outlets), look, "no_sources_yet").encode()


def cells(one: Outlet, lang: Lang) -> list[list[Piece]]:
    """Its name, its pages, its last fetch, its state, its failures and its note."""
    return [
        [(one.outlet, "" if one.named else "dim") if one.outlet else (say(lang, "unknown"), "dim italic")],
        [(str(one.pages), "")],
        [(minute(one.last, lang), "dim")],
        [state(one, lang)],
        [(str(one.failures), "red") if one.failures else ("", "")],
        [(one.note or "", ""), (f"{one.noted_by}{say(lang, 'comma')} {minute(one.noted, lang)}" if one.note else "", "dim")],
    ]


def state(one: Outlet, lang: Lang) -> Piece:
    """How its feeds stand."""
    if one.state == "failing":
        return failing(one.failing_since or "", one.code or "", one.message or "", lang), "red"
    return say(lang, f"state.{one.state}"), "green" if one.state == "ok" else "dim"
