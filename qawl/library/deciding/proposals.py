"""What was decided on a page is proposed for the same page in other bytes: decisions stay with the capture that they are about."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection
from typing import Any

from msgspec import Struct

from qawl.library.deciding.decisions import FORGETTING, Decision, decisions_where, kept_decisions
from qawl.library.deciding.overlay import bindings, judged, upheld
from qawl.library.keeping import record_of
from qawl.model import Record


class Proposal(Struct, frozen=True, kw_only=True):
    """A decision that may hold for a finding of another capture too: ``values`` are what it puts or leaves in place, by field."""

    decision: Decision
    capture: str
    finding: str
    values: dict[str, Any]


_OTHERS = """
WITH decided AS (SELECT DISTINCT capture FROM decisions WHERE scope IN ('statement', 'event'))
SELECT page.capture, other.capture FROM decided CROSS JOIN pages page ON page.capture = decided.capture
CROSS JOIN pages other ON coalesce(other.canonical_url, other.url) = coalesce(page.canonical_url, page.url)
WHERE other.capture <> page.capture ORDER BY other.page, page.page
"""


def proposals(connection: Connection) -> Iterator[Proposal]:
    """Decisions on pages that came from the same address in other bytes, where nobody has decided of the same there."""
    for old, new in connection.execute(_OTHERS).fetchall():
        kept = kept_decisions(connection, "capture = ?", old)
        theirs = [one.decision for one in kept if not one.is_hidden and one.decision.verdict not in FORGETTING]
        ours = decisions_where(connection, "capture = ?", new)
        yield from _proposed(record_of(connection, new), new, theirs, ours)


def _proposed(record: Record, capture: str, theirs: list[Decision], ours: list[Decision]) -> Iterator[Proposal]:
    taken = judged(bindings(record, ours))
    for id, one in judged(bindings(record, theirs)).items():
        known = taken[id].by_topic if id in taken else {}
        for topic, decision in one.by_topic.items():
            if topic not in known and "shown" not in known:
                yield Proposal(decision=decision, capture=capture, finding=id, values=upheld(decision))
