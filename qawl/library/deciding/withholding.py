"""What may be said of decisions on a page of which something is suppressed: their words may be among those that went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from qawl.arabic.letters import fold
from qawl.library.deciding.binding import CONTEXT, Range, findings_of, place_of
from qawl.library.deciding.decisions import Decision, wordless
from qawl.library.deciding.fields import Finding, page_of
from qawl.library.deciding.forgetting import Forgotten
from qawl.model import Record, encode


class _Texts(NamedTuple):
    """A text as it was and as it is shown."""

    whole: str
    covered: str

    def differ(self, place: Range) -> bool:
        """Whether some of a place is covered."""
        start, end = max(0, place[0]), place[1]
        return self.whole[start:end] != self.covered[start:end]


def sayable_decisions(before: Record, left: Forgotten, by_finding: Mapping[str, list[Decision]]) -> dict[str, Decision]:
    """By its id what may be said of each decision on a page; `before` is the record before anything was suppressed."""
    touched = left.gone | set(_touched(before, left.record))
    return {
        decision.id: wordless(decision) if id in touched else _sayable(decision, before, left)
        for id, decisions in by_finding.items()
        for decision in decisions
    }


def _touched(before: Record, after: Record) -> Iterator[str]:
    """The findings that are no longer what they were."""
    shown = {finding.id: finding for finding in _findings(after)}
    yield from (finding.id for finding in _findings(before) if shown.get(finding.id) != finding)


def _findings(record: Record) -> Iterator[Finding]:
    for scope in ("statement", "event"):
        yield from (placed.finding for placed in findings_of(record, scope))


def _sayable(decision: Decision, before: Record, left: Forgotten) -> Decision:
    """A decision with what is covered around its words covered there too; without any words where they are covered themselves."""
    texts = _Texts(page_of(before, decision.in_title).text, page_of(left.record, decision.in_title).text)
    place = place_of(decision, before)
    if place is None or texts.differ(place) or _names(decision, left.names):
        return wordless(decision)
    start, end = place
    if not texts.differ((start - CONTEXT, end + CONTEXT)):
        return decision
    return replace(decision, prefix=texts.covered[max(0, start - CONTEXT) : start], suffix=texts.covered[end : end + CONTEXT])


def _names(decision: Decision, names: set[str]) -> bool:
    """Whether the values of a decision name one of these people."""
    said = fold(encode([decision.field, decision.value, decision.machine]).decode())
    return any(name in said for name in names)
