"""Where the machine and people say different things: the human value stays, and what the machine says now is told beside it."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection
from typing import Any, Literal

from msgspec import Struct

from qawl.library.deciding.binding import findings_of
from qawl.library.deciding.decisions import Decision, decisions_where, kept_decisions, latest
from qawl.library.deciding.fields import Finding, field_of, same
from qawl.library.deciding.joining import is_lost, is_taken_back, judged, with_names
from qawl.library.deciding.overlay import Judged, bindings
from qawl.library.deciding.overlay import judged as judged_findings
from qawl.library.keeping import record_of
from qawl.model import Record

State = Literal["agrees", "differs", "lost"]


class Disagreement(Struct, frozen=True, kw_only=True):
    """A decision beside what the machine says now.

    ``state``: the machine now `agrees` with the person; it `differs`, from the person and from what it said when they decided;
    the finding is `lost`, there is none any more that the decision could be about. ``finding`` is the id of the finding now;
    ``field`` is empty for all of it.
    """

    decision: Decision
    state: State
    finding: str | None
    field: str
    decided: Any
    before: Any
    now: Any


def disagreements(connection: Connection) -> Iterator[Disagreement]:
    """All of them, page by page in the order of their captures, then those of who is who; nothing of what is suppressed."""
    pages = "SELECT DISTINCT d.capture FROM decisions d JOIN pages USING (capture) WHERE scope IN ('statement', 'event') ORDER BY 1"
    for (capture,) in connection.execute(pages).fetchall():
        decisions = [kept.decision for kept in kept_decisions(connection, "capture = ?", capture) if not kept.is_hidden]
        yield from of_record(record_of(connection, capture), decisions)
    for decision in decisions_where(connection, "scope = 'identity' AND verdict <> 'restore'"):
        if not is_taken_back(connection, decision):
            yield from of_ruling(connection, decision)


# What the machine says of two by itself where it agrees with a decision.
_AGREES = {"join": "join", "split": "apart"}


def of_ruling(connection: Connection, decision: Decision) -> Iterator[Disagreement]:
    """That of a decision of who is who, where the machine judges otherwise than it did, or names none of one side any more."""
    before, now = decision.machine.get("verdict"), judged(connection, decision.links)
    if now != before and (now is not None or any(is_lost(connection, side) for side in decision.links)):
        agrees = now == _AGREES[decision.verdict]
        yield Disagreement(
            decision=with_names(connection, decision),
            state="agrees" if agrees else "differs" if now else "lost",
            finding=decision.finding,
            field="identity",
            decided=decision.verdict,
            before=before,
            now=now,
        )


def of_record(record: Record, decisions: list[Decision]) -> Iterator[Disagreement]:
    """Those of one page; `record` is what the machine says now."""
    by_finding = bindings(record, decisions)
    findings = {placed.finding.id: placed.finding for scope in ("statement", "event") for placed in findings_of(record, scope)}
    for id, one in judged_findings(by_finding).items():
        yield from _about(findings[id], one)
    yield from _lost(by_finding.get("", []))


def _about(finding: Finding, one: Judged) -> Iterator[Disagreement]:
    for field, (decided, decision) in one.values.items():
        before, now = decision.machine.get(field), field_of(finding, field).read(finding)
        state = _state(decided, before, now)
        if state and not one.rejected:
            yield Disagreement(
                decision=decision, state=state, finding=finding.id, field=field, decided=decided, before=before, now=now
            )


def _state(decided: Any, before: Any, now: Any) -> State | None:
    """How the machine stands to a person now; None where it says what it said when they decided."""
    if same(now, before):
        return None
    return "agrees" if same(now, decided) else "differs"


def _lost(decisions: list[Decision]) -> Iterator[Disagreement]:
    """What holds of findings that are gone; where somebody had rejected one, the machine agrees."""
    by_finding: dict[str, list[Decision]] = {}
    for decision in decisions:
        by_finding.setdefault(decision.finding, []).append(decision)
    for about in by_finding.values():
        for decision in latest(about).values():
            yield Disagreement(
                decision=decision,
                state="agrees" if decision.verdict == "reject" else "lost",
                finding=None,
                field=decision.field,
                decided=decision.value,
                before=decision.machine.get(decision.field),
                now=None,
            )
