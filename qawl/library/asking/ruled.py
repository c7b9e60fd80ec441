"""What people decided of one finding, and how the machine stands to it now."""

from __future__ import annotations

from sqlite3 import Connection

from msgspec import Struct

from qawl.library.deciding.decisions import Decision, kept_decisions
from qawl.library.deciding.disagreements import Disagreement, of_record
from qawl.library.deciding.overlay import bindings, judged
from qawl.library.keeping import record_of


class Ruled(Struct, frozen=True, kw_only=True):
    """The ``decisions`` on a finding in the order in which they were made; by field the one that ``holds``, under the empty name
    the one on the whole; and where the machine says something else now than it did. Nothing of what is suppressed.
    """

    decisions: tuple[Decision, ...]
    holds: dict[str, Decision]
    disagreements: tuple[Disagreement, ...]


def ruled(connection: Connection, capture: str, id: str) -> Ruled:
    """What people decided of a finding of a page; empty where nobody did. Raises `LibraryError`."""
    decisions = [kept.shown for kept in kept_decisions(connection, "capture = ?", capture) if not kept.is_hidden]
    if not decisions:
        return Ruled(decisions=(), holds={}, disagreements=())
    record = record_of(connection, capture)
    about = bindings(record, decisions).get(id, [])
    one = judged({id: about}).get(id)
    upheld = {name: decision for name, (_, decision) in one.values.items() if decision.verdict == "fix"} if one else {}
    whole = {"": one.by_topic[""]} if one and "" in one.by_topic else {}
    return Ruled(
        decisions=tuple(about),
        holds=whole | upheld,
        disagreements=tuple(found for found in of_record(record, about) if found.finding == id),
    )
