"""Which finding of a record a decision is about, also when another version of the reader has moved, split or renamed it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from qawl.library.deciding.decisions import Decision, Scope
from qawl.library.deciding.fields import Finding, page_of
from qawl.model import Event, Record, Span

# So many code points are kept of what stands before and behind the words of a decision.
CONTEXT = 40
# Words that two findings share, of all that either has, to be one finding.
ALIKE = 0.5

Range = tuple[int, int]


class Placed(NamedTuple):
    """A finding with where it stands: whether in the title, its words, and its reporting word."""

    finding: Finding
    in_title: bool
    words: Range
    cue: Range | None


def findings_of(record: Record, scope: str) -> list[Placed]:
    """The statements or the events of a record."""
    if scope == "event":
        return [Placed(event, False, _range(event.evidence[:1]), None) for event in record.events]
    return [
        Placed(one, in_title, _range(one.content), (one.cue.start, one.cue.end) if one.cue else None)
        for in_title, statements in ((False, record.statements), (True, record.title_statements))
        for one in statements
    ]


def _range(spans: tuple[Span, ...]) -> Range:
    """From the first of several places to the last."""
    return (spans[0].start, spans[-1].end) if spans else (0, 0)


def anchor(record: Record, placed: Placed) -> dict[str, Any]:
    """What of a finding a decision keeps in order to find it again."""
    text = page_of(record, placed.in_title).text
    start, end = placed.words
    return {
        "quote": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
        "start": start,
        "end": end,
        "in_title": placed.in_title,
        "cue": placed.cue,
        "text_sha256": record.document.text_sha256,
    }


def place_of(decision: Decision, record: Record) -> Range | None:
    """Where the words of a decision stand in a record now; None where they do not."""
    if decision.start is None or decision.end is None:
        return None
    text, quote = page_of(record, decision.in_title).text, decision.quote
    if decision.text_sha256 == record.document.text_sha256 and quote in ("", text[decision.start : decision.end]):
        return decision.start, decision.end
    starts = [match.start() for match in re.finditer(re.escape(quote), text)] if quote else []
    if not starts:
        return None
    start = max(starts, key=lambda start: _likeness(decision, text, start))
    return start, start + len(quote)


def _likeness(decision: Decision, text: str, start: int) -> tuple[int, int]:
    """How well a place fits: by what stands around it, then by how near it is to the old one."""
    end = start + len(decision.quote)
    before, behind = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    same = _common(before[::-1], decision.prefix[::-1]) + _common(behind, decision.suffix)
    return same, -abs(start - (decision.start or 0))


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def bound(decision: Decision, record: Record) -> Placed | None:
    """The finding that a decision is about: by its id, else by its words; None where there is none any more."""
    findings = findings_of(record, decision.scope)
    by_id = next((placed for placed in findings if placed.finding.id == decision.finding), None)
    return by_id or _by_words(decision, record, findings)


def _by_words(decision: Decision, record: Record, findings: list[Placed]) -> Placed | None:
    words = place_of(decision, record)
    if words is None:
        return None
    shift = words[0] - (decision.start or 0)
    cue = (decision.cue[0] + shift, decision.cue[1] + shift) if decision.cue else None
    fitting = [one for one in findings if one.in_title == decision.in_title and _fits(one, words, cue)]
    return max(fitting, key=lambda one: alike(one.words, words), default=None)


def _fits(placed: Placed, words: Range, cue: Range | None) -> bool:
    """One finding has the same reporting word or most of the words; none has the other's reporting word among its own."""
    if cue and placed.cue and overlap(placed.cue, cue):
        return overlap(placed.words, words) > 0
    nested = (cue and overlap(placed.words, cue)) or (placed.cue and overlap(words, placed.cue))
    return not nested and alike(placed.words, words) >= ALIKE


def overlap(one: Range, other: Range) -> int:
    """How many code points two places share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def alike(one: Range, other: Range) -> float:
    """What two places share, of all that either has."""
    shared = overlap(one, other)
    return shared / ((one[1] - one[0]) + (other[1] - other[0]) - shared or 1)


def scope_of(finding: Finding) -> Scope:
    """The scope of decisions about a finding."""
    return "event" if isinstance(finding, Event) else "statement"
