"""Who may be one, and a user's own table of names, as lines and tables."""

from __future__ import annotations

from collections.abc import Iterable

from qawl.library.across.own_names import OwnName
from qawl.library.asking.naming import Name
from qawl.library.asking.proposed import Proposed
from qawl.library.deciding.own_names import NamesTaken
from qawl.model import encode
from qawl.show.look import Look
from qawl.show.sections import Column, Piece
from qawl.show.strings import Lang, say
from qawl.show.who import described, reason_text

PROPOSED: tuple[Column, ...] = (("who", 8), ("may_be", 8), ("why", 7))
NAMES: tuple[Column, ...] = (("name", 8), ("id", 5), ("kind", 4), ("country", 3))


def show_proposed(found: Iterable[Proposed], look: Look) -> Iterable[bytes]:
    """Pairs that may be one, as lines of JSON, or as a table."""
    if look.format == "jsonl":
        return (encode(one) + b"\n" for one in found)
    return [_table("who_may_be", PROPOSED, (proposed_cells(one, look.lang) for one in found), look)]


def proposed_cells(one: Proposed, lang: Lang) -> list[list[Piece]]:
    """The two, and why they may be one."""
    return [
        *(name_pieces(name, lang) for name in (one.one, one.other)),
        [(reason_text(reason, lang), "") for reason in one.reasons],
    ]


def name_pieces(name: Name, lang: Lang) -> list[Piece]:
    """A name with what tells it from others."""
    return [(name.name, "bold"), (described(name, lang), "dim")]


def show_names(rows: Iterable[OwnName], look: Look) -> Iterable[bytes]:
    """The table of names, as lines of JSON, or as a table."""
    if look.format == "jsonl":
        return (encode(row) + b"\n" for row in rows)
    return [_table("own_names", NAMES, map(own_cells, rows), look)]


def own_cells(row: OwnName) -> list[list[Piece]]:
    """A line of the table."""
    return [[(row.name, "bold")], [(row.id, "")], [(row.kind or "", "dim")], [(row.country or "", "dim")]]


def names_line(taken: NamesTaken, what: str, lang: Lang) -> str:
    """How many names came or went, and in how many pages that is seen, in a line."""
    counts = {f"names.{what}": taken.names, "names.pages": taken.pages, "taken.misfits": len(taken.wrong)}
    return f"{say(lang, 'comma')} ".join(
        f"{count} {say(lang, key)}" for key, count in counts.items() if count or key != "taken.misfits"
    )


def _table(title: str, columns: tuple[Column, ...], rows: Iterable[list[list[Piece]]], look: Look) -> bytes:
    from qawl.show.table import titled_text  # JSON must not wait for rich

    return titled_text(title, columns, rows, look).encode()
