"""Decisions as a file: a line of JSON each, to be shared and merged into other libraries that have the same captures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from sqlite3 import Connection
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from qawl.library.deciding.binding import anchor, bound, place_of
from qawl.library.deciding.decisions import FORGETTING, Decision, Verdict, decisions_where, kept_decisions, signed
from qawl.library.deciding.fields import must_be, must_fit
from qawl.library.deciding.gone_people import Gone
from qawl.library.deciding.making import carry_out
from qawl.library.deciding.tombstones import stone_of
from qawl.library.errors import LibraryError
from qawl.library.keeping import record_of
from qawl.library.logs import note
from qawl.library.store import Store
from qawl.model import encode

# How far ahead of ours another library's clock may be.
CLOCKS_DIFFER = timedelta(days=1)


class Misfit(Struct, frozen=True):
    """A line that was left out, counted from 1, and why."""

    line: int
    error: LibraryError

    @property
    def reason(self) -> str:
        """Why, in English."""
        return self.error.message


class Imported(Struct, frozen=True):
    """How many decisions came, how many were there already, and which lines do not fit."""

    new: int
    known: int
    misfits: tuple[Misfit, ...]


def export_decisions(connection: Connection) -> Iterator[bytes]:
    """All decisions as lines of JSON, in their order.

    What suppresses goes without the words that it is about, what was decided on suppressed things stays here.
    """
    for kept in kept_decisions(connection):
        if kept.decision.verdict in FORGETTING or not kept.is_hidden:
            yield encode(kept.shown) + b"\n"


def import_decisions(store: Store, lines: Iterable[bytes]) -> Imported:
    """Take in the lines of such a file, in one transaction; what is there already stays, and what does not fit is told."""
    new: dict[str, Decision] = {}
    misfits: list[Misfit] = []
    known = 0
    with store.writing() as connection:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                decision = _read(line)
                if decision.id in new or _is_known(connection, decision):
                    known += 1
                else:
                    new[decision.id] = _fitting(connection, decision)
            except LibraryError as error:
                misfits.append(Misfit(number, error))
        if new:
            carry_out(store, sorted(new.values(), key=lambda decision: decision.order))
            note(connection, "import", {"new": len(new), "known": known, "misfits": len(misfits)})
    return Imported(len(new), known, tuple(misfits))


def _read(line: bytes) -> Decision:
    """The decision of a line; one that was written by hand gets its id. Raises `LibraryError`."""
    try:
        decision = msgspec.json.decode(line, type=Decision)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _wrong("it is no decision ({error})", error=error) from error
    made = _time(decision.made)
    if not decision.who.strip():
        raise _wrong("nobody has made it; `who` is empty")
    decision = replace(decision, made=made)
    return decision if decision.id else signed(decision)


def _wrong(template: str, **details: Any) -> LibraryError:
    return LibraryError("bad_value", template, **details)


def _time(made: str) -> str:
    """When it was made, as the library writes it."""
    try:
        time = datetime.fromisoformat(made)
    except ValueError as error:
        raise _wrong("`made` is no ISO time: {made!r}", made=made) from error
    if time.tzinfo is None:
        raise _wrong("`made` has no time zone: {made!r}; write it with Z, for UTC", made=made)
    if time > datetime.now(UTC) + CLOCKS_DIFFER:
        raise _wrong("it is yet to be made: {made!r}", made=made)
    return time.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _is_known(connection: Connection, decision: Decision) -> bool:
    """Whether the very decision is there. Raises `LibraryError` where its id is that of another one."""
    found = decisions_where(connection, "id = ?", decision.id)
    if found and _said(found[0]) != _said(decision):
        raise _wrong("another decision has its id, {id}", id=decision.id)
    return bool(found)


def _said(decision: Decision) -> tuple[Any, ...]:
    """What a decision says, wherever its words are."""
    value = None if decision.verdict in FORGETTING else decision.value
    about = decision.capture, decision.finding, decision.field, decision.links
    return decision.made, decision.who, decision.why, decision.verdict, value, *about


def _fitting(connection: Connection, decision: Decision) -> Decision:
    """A decision as this library keeps it. Raises `LibraryError` where it does not fit."""
    _check_shape(decision)
    if decision.scope in ("person", "page", "identity"):
        return decision
    there = connection.execute("SELECT 1 FROM pages WHERE capture = ?", (decision.capture,)).fetchone()
    if there is None:
        if stone_of(connection, decision.capture):
            return decision
        raise LibraryError("not_found", "its page is not in this library: {capture}", capture=decision.capture)
    return _with_words(connection, decision)


_OF_FINDINGS: tuple[Verdict, ...] = ("accept", "fix", "reject", "unsure", "withdraw", *FORGETTING)
_SAID_OF: dict[str, tuple[Verdict, ...]] = {"person": FORGETTING, "page": FORGETTING, "identity": ("join", "split", "restore")}


def _check_shape(decision: Decision) -> None:
    if decision.verdict not in _SAID_OF.get(decision.scope, _OF_FINDINGS):
        raise _wrong("{verdict} cannot be said of a {scope}", verdict=decision.verdict, scope=decision.scope)
    if decision.verdict in ("join", "split") and (len(decision.links) != 2 or not all(decision.links)):
        raise _wrong("a {verdict} has two sides in `links`, and somebody on each", verdict=decision.verdict)
    needed = {"person": ("finding",), "identity": ("finding",), "page": ("capture",)}.get(decision.scope, ("capture", "finding"))
    missing = [name for name in needed if not getattr(decision, name)]
    if missing:
        raise _wrong("`{field}` is missing", field=missing[0])
    if decision.scope == "person":
        must_be(Gone | str | None, decision.value)
    if decision.verdict == "fix":
        must_fit(decision.scope, decision.field, decision.value)
    for field, value in decision.machine.items() if decision.scope in ("statement", "event") else ():
        must_fit(decision.scope, field, value)


def _with_words(connection: Connection, decision: Decision) -> Decision:
    """What suppresses comes without the words that it is about: they are those that stand there in this library."""
    if decision.quote:
        return decision
    record = record_of(connection, decision.capture)
    placed = bound(decision, record)
    if placed:
        return replace(decision, **anchor(record, placed))
    if place_of(decision, record) is None:
        raise LibraryError(
            "not_found",
            "its page has no {scope} {finding}, and it has no words to find one by",
            scope=decision.scope,
            finding=decision.finding,
        )
    start, end = place_of(decision, record) or (0, 0)
    text = record.document.title or "" if decision.in_title else record.document.text
    return replace(decision, quote=text[start:end])
