"""People decide: what they say is written beside the findings, and the pages that it is about are written anew at once.

All of it happens in one transaction: whoever reads sees either none of a decision or all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from sqlite3 import Connection
from typing import Any

from msgspec.structs import replace

from qawl.library.deciding.binding import Placed, anchor, findings_of, scope_of
from qawl.library.deciding.decisions import (
    Decision,
    Scope,
    Verdict,
    check_signature,
    decisions_where,
    last_made,
    moment,
    of_page,
    put_decision,
    signed,
    suppressed_people,
)
from qawl.library.deciding.event_changes import Cause
from qawl.library.deciding.fields import field_name, field_of, page_of, values_of
from qawl.library.deciding.finding import Key, find, find_page
from qawl.library.deciding.forgetting import Names
from qawl.library.deciding.joining import carry_out_rulings, restored, ruling_of
from qawl.library.deciding.suppressing import suppressed_as, who_goes
from qawl.library.deciding.tombstones import put_away, stone_of, take_back
from qawl.library.errors import LibraryError
from qawl.library.keeping import record_of, unpack_record
from qawl.library.logs import note
from qawl.library.refreshing import page_before, refresh, withhold, write_page
from qawl.library.store import Store
from qawl.library.view import as_decided, shown_page
from qawl.model import Document, Record, encode

# The verdicts on a finding that can be taken back by themselves.
TAKEN_BACK = ("accept", "fix", "reject", "unsure")

# -- decisions on findings


def decide(store: Store, finding: str, verdict: Verdict, changes: Mapping[str, Any], *, who: str, why: str) -> list[Decision]:
    """Write a verdict on a finding, and with `fix` or `accept` one for each field of `changes`, in one transaction.

    `finding` is as `find` takes it. Raises `LibraryError` where it is not there or a value does not fit.
    """
    check_signature(who, why)
    if verdict not in TAKEN_BACK:
        raise LibraryError("bad_value", "{verdict!r} is no verdict: accept, fix, reject or unsure", verdict=verdict)
    if (verdict == "fix") != bool(changes) and verdict in ("fix", "reject"):
        raise LibraryError("bad_value", "a fix names FIELD=VALUE; reject is said of the whole")
    if verdict != "fix" and any(value is not None for value in changes.values()):
        raise LibraryError("bad_value", "{verdict} names a field without a value; another value is a fix", verdict=verdict)
    with store.writing() as connection:
        key = find(connection, finding)
        with changing(store, [key.capture], "decision"):
            made = []
            for field, value in changes.items() or [("", None)]:
                made.append(_about(connection, key, verdict, field_name(field), value, who, why))
                put_decision(connection, made[-1])
    return made


def _about(connection: Connection, key: Key, verdict: Verdict, field: str, value: Any, who: str, why: str) -> Decision:
    """A decision on a finding: with its words, and with what is shown now of what is decided."""
    record = record_of(connection, key.capture)
    placed = _placed(record, key)
    page = shown_page(connection, record, key.capture)
    now = next((one for one in _placeds(page.record) if one.finding.id == key.id), placed)
    machine = values_of(now.finding)
    if field:
        asked = field_of(now.finding, field)
        machine = {field: asked.read(now.finding)}
        value = asked.check(value, now.finding, page_of(record, now.in_title)) if verdict == "fix" else None
    if verdict == "fix":  # what the machine said, not what somebody fixed before
        machine = {field: field_of(placed.finding, field).read(placed.finding)}
    return _signed(
        connection,
        verdict=verdict,
        scope=scope_of(placed.finding),
        capture=key.capture,
        finding=key.id,
        field=field,
        value=value,
        machine=machine,
        who=who,
        why=why,
        extractor=record.extractor,
        **anchor(record, placed),
    )


def _placed(record: Record, key: Key) -> Placed:
    """A finding as the machine read it."""
    found = next((one for one in _placeds(record) if one.finding.id == key.id), None)
    if found is None:
        raise LibraryError(
            "not_found", "{id} is no longer found on its page; `qawl decisions --disagreements` tells what changed", id=key.id
        )
    return found


def _placeds(record: Record) -> Iterator[Placed]:
    yield from findings_of(record, "statement")
    yield from findings_of(record, "event")


def _signed(connection: Connection, *, verdict: Verdict, scope: Scope, who: str, why: str, **more: Any) -> Decision:
    """A decision made now, later than all that the library has, with its id."""
    made = moment(last_made(connection))
    return signed(Decision(made=made, verdict=verdict, scope=scope, who=who.strip(), why=why.strip(), **more))


@contextmanager
def changing(store: Store, captures: Iterable[str], cause: Cause) -> Iterator[None]:
    """What is decided within is seen in the rows of these pages behind it; inside the caller's transaction."""
    before = {capture: page_before(store.connection, capture) for capture in captures}
    yield
    for capture, record in before.items():
        refresh(store, capture, cause, record)


# -- what is suppressed


def suppress(
    store: Store, verdict: Verdict, *, finding: str = "", page: str = "", person: str = "", who: str, why: str
) -> Decision:
    """Suppress or restore a statement or encounter, a page, or a person, at once and in all pages.

    One of `finding` (as `find` takes it), `page` (as `find_page` does) and `person` (a name) is given; to restore, `finding` may be
    the id of a decision, which is taken back. Raises `LibraryError`.
    """
    check_signature(who, why)
    if sum(map(bool, (finding, page, person))) != 1:
        raise LibraryError("bad_value", "say one thing that is meant: a statement, a page or a person")
    with store.writing() as connection:
        taken = _taken_back(connection, finding, who, why) if verdict == "restore" and finding else None
        if taken:
            decision = taken
        elif finding:
            decision = _on_finding(connection, verdict, find(connection, finding), who, why)
        elif page:
            decision = _on_page(connection, verdict, find_page(connection, page), who, why)
        else:
            decision = _on_person(connection, verdict, person, who, why)
        carry_out(store, [decision])
        detail = {"decision": decision.id, "scope": decision.scope, "who": decision.who, "why": decision.why}
        note(connection, verdict, detail)
    return decision


def _taken_back(connection: Connection, id: str, who: str, why: str) -> Decision | None:
    """What takes back the decision of an id: one of who is who, or on a finding; None where it is the id of none."""
    ruling = ruling_of(connection, id)
    if ruling:
        return restored(connection, ruling, who=who, why=why)
    before = decisions_where(connection, f"id = ? AND verdict IN {TAKEN_BACK}", id)
    return _withdrawn(connection, before[0], who, why) if before else None


def _withdrawn(connection: Connection, decision: Decision, who: str, why: str) -> Decision:
    """The decision that takes back one on a finding, so that what held before it holds. Raises `LibraryError`."""
    there = "capture = ? AND verdict = 'withdraw' AND value = ?"
    if decisions_where(connection, there, decision.capture, encode(decision.id).decode()):
        raise LibraryError("bad_value", "{id} was taken back before", id=decision.id)
    more = {"who": who.strip(), "why": why.strip(), "made": moment(last_made(connection))}
    return signed(replace(decision, verdict="withdraw", value=decision.id, machine={}, **more))


def _on_finding(connection: Connection, verdict: Verdict, key: Key, who: str, why: str) -> Decision:
    """A finding is suppressed with its words, and restored with those with which it was suppressed."""
    if verdict == "restore":
        there = "capture = ? AND finding = ? AND verdict = 'suppress'"
        before = decisions_where(connection, there, *key)
        if not before:
            raise LibraryError("not_found", "{id} was not suppressed", id=key.id)
        return signed(replace(before[-1], verdict="restore", who=who, why=why, made=moment(last_made(connection))))
    record = record_of(connection, key.capture)
    placed = _placed(record, key)
    about = anchor(record, placed)
    about |= {"capture": key.capture, "finding": key.id, "extractor": record.extractor}
    return _signed(connection, verdict=verdict, scope=scope_of(placed.finding), who=who, why=why, **about)


def _on_page(connection: Connection, verdict: Verdict, capture: str, who: str, why: str) -> Decision:
    """A page, by its capture."""
    if verdict == "restore" and stone_of(connection, capture) is None:
        raise LibraryError("not_found", "the page {capture} was not suppressed", capture=capture)
    return _signed(connection, verdict=verdict, scope="page", capture=capture, who=who, why=why)


def _on_person(connection: Connection, verdict: Verdict, name: str, who: str, why: str) -> Decision:
    """A person by a name or an id; what is known of him lies packed in the row."""
    if verdict == "restore":
        before = suppressed_as(connection, name)
        return signed(replace(before, verdict="restore", who=who, why=why, made=moment(last_made(connection))))
    return _signed(connection, verdict=verdict, scope="person", who=who, why=why, **who_goes(connection, name))


def carry_out(store: Store, decisions: Iterable[Decision]) -> None:
    """Write decisions, of whatever time, and what follows from them: pages, people, findings, then who is who.

    Inside the caller's transaction.
    """
    decisions = list(decisions)
    pages = [decision for decision in decisions if decision.scope == "page"]
    people = [decision for decision in decisions if decision.scope == "person"]
    others = [decision for decision in decisions if decision.scope in ("statement", "event")]
    for decision in pages:
        put_decision(store.connection, decision)
    for capture in dict.fromkeys(decision.capture for decision in pages):
        _stand_or_go(store, capture)
    _carry_out_on_people(store, people)
    by_capture: dict[str, list[Decision]] = {}
    for decision in others:
        by_capture.setdefault(decision.capture, []).append(decision)
    for capture, about in by_capture.items():
        with changing(store, [capture], _cause(about)):
            for decision in about:
                put_decision(store.connection, decision)
    carry_out_rulings(store, (decision for decision in decisions if decision.scope == "identity"))


def _cause(decisions: Iterable[Decision]) -> Cause:
    """Why a page changes: what suppresses goes before all else, for it leaves no words behind."""
    verdicts = {decision.verdict for decision in decisions}
    return "suppress" if "suppress" in verdicts else "restore" if "restore" in verdicts else "decision"


def _stand_or_go(store: Store, capture: str) -> None:
    """Let a page be there, or not, as the last decision on it says."""
    connection = store.connection
    last = decisions_where(connection, "scope = 'page' AND capture = ?", capture)[-1]
    stone = stone_of(connection, capture)
    if last.verdict == "suppress" and stone is None:
        put_away(store, last, _document(connection, capture))
        withhold(connection, capture, None)
    elif last.verdict == "restore" and stone:
        _bring_back(store, capture)


def _document(connection: Connection, capture: str) -> Document | None:
    """The text of a page that goes; None where it is not there, or its record is damaged."""
    try:
        return record_of(connection, capture).document
    except LibraryError:
        return None


def _bring_back(store: Store, capture: str) -> None:
    kept = take_back(store.connection, capture)
    if kept:
        page = write_page(store, capture, kept.record, kept.given, kept.read, "restore", None, kept.added)
        store.connection.execute("UPDATE event_changes SET page = ? WHERE page = ?", (page, kept.page))


def _carry_out_on_people(store: Store, decisions: list[Decision]) -> None:
    """Write again all pages that name one of these people."""
    if not decisions:
        return
    connection = store.connection
    before = suppressed_people(connection)
    for decision in decisions:
        put_decision(connection, decision)
    for capture in list(_pages_that_name(connection, decisions)):  # one at a time: they may be many
        page = as_decided(record_of(connection, capture), of_page(connection, capture), before)
        refresh(store, capture, _cause(decisions), page.record)


def _pages_that_name(connection: Connection, decisions: list[Decision]) -> Iterator[str]:
    """The captures of pages that name one of these people, in their text, their title or what was read in them."""
    for capture, packed in connection.execute("SELECT capture, record FROM pages"):
        record = unpack_record(packed)
        if Names.of(record, decisions).any_in(record):
            yield capture
