"""What people decide about findings: rows of their own beside the record, never edits of it.

A decision is keyed to the capture of its page and holds the words that it is about with what stands around them, so that it is
found again when another version reads the page. Words that may not be shown lie packed in the row, unseen by whoever opens the
database.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from sqlite3 import Connection, Row
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from qawl.arabic.letters import fold_phrase
from qawl.library.errors import LibraryError
from qawl.model import EXTRACTOR, encode, hash_id

Verdict = Literal["accept", "fix", "reject", "unsure", "withdraw", "suppress", "restore", "join", "split"]
Scope = Literal["statement", "event", "person", "page", "identity"]
# How long what somebody gives as who and why may be, in characters.
LONGEST = 2000
# Verdicts that say whether something is shown at all.
FORGETTING: tuple[Verdict, ...] = ("suppress", "restore")


class Anchor(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody whom a page names: its capture, his kind, his id there, and hashes of his folded names, none of which is told."""

    capture: str
    kind: str
    finding: str
    forms: tuple[str, ...] = ()


class Decision(Struct, frozen=True, kw_only=True):
    """What somebody decided: of a finding, of one of its fields, of a page or of a person.

    ``capture`` is empty for a person, who is meant in all pages; ``finding`` is the id of the statement or event, of a person
    `person_key`. ``value`` is what a fix puts in the place of what the machine said (`qawl.library.deciding.fields`);
    ``machine`` what was shown, a value by the name of its field. ``quote`` are the words of the finding
    from ``start`` to ``end``, ``prefix`` and ``suffix`` what stands around them, ``cue`` the place of its reporting word: code
    points of the text whose hash is ``text_sha256``, or of the title. The words are empty where they may not be shown.
    ``made`` is ISO, UTC, to the microsecond. ``links`` are the places of those who are one, or two of them (of an identity).
    The ``value`` of a withdrawal is the id of the decision that it takes back.
    """

    id: str = ""
    made: str
    who: str
    why: str = ""
    verdict: Verdict
    scope: Scope
    capture: str = ""
    finding: str = ""
    field: str = ""
    value: Any = None
    machine: dict[str, Any] = {}
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    in_title: bool = False
    cue: tuple[int, int] | None = None
    text_sha256: str = ""
    links: tuple[tuple[Anchor, ...], ...] = ()
    extractor: str = EXTRACTOR

    @property
    def order(self) -> tuple[str, str]:
        """By what the later of two decisions is told."""
        return self.made, self.id

    @property
    def topic(self) -> str:
        """What of its finding it is about: a field, all of it (empty), or whether it is shown at all."""
        return "shown" if self.verdict in FORGETTING else self.field


# What tells content, and lies packed where that may not be shown.
WORDS = ("field", "value", "machine", "quote", "prefix", "suffix")


def wordless(decision: Decision) -> Decision:
    """A decision without the words that it is about."""
    return replace(decision, field="", value=None, machine={}, quote="", prefix="", suffix="")


def signed(decision: Decision) -> Decision:
    """A decision with the id that its content gives it."""
    parts = (getattr(decision, name) for name in ("made", "who", "verdict", "scope", "capture", "finding", "field"))
    links = (encode(decision.links).decode(),) if decision.links else ()
    return replace(decision, id=hash_id("decision", *parts, encode(decision.value).decode(), *links))


def check_signature(who: str, why: str) -> None:
    """Raises `LibraryError` (bad_value) where nobody is given, or too much."""
    if not who.strip():
        raise LibraryError("bad_value", "a decision says who made it; give a name")
    if max(len(who), len(why)) > LONGEST:
        raise LibraryError("bad_value", "who and why are too long: {most} characters at most", most=LONGEST)


def person_key(name: str) -> str:
    """By what a suppressed person is known without the name: 16 hex digits of the folded name."""
    return hash_id("person", fold_phrase(name))


def latest(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decision that holds for each topic of one finding; decisions come in their order, those taken back do not count."""
    decisions = list(decisions)
    withdrawn = {decision.value for decision in decisions if decision.verdict == "withdraw"}
    return {one.topic: one for one in decisions if one.verdict != "withdraw" and one.id not in withdrawn}


def moment(after: str = "") -> str:
    """The time, ISO, UTC, to the microsecond; always later than `after`."""
    now = datetime.now(UTC)
    if after and now <= (last := datetime.fromisoformat(after)):
        now = last + timedelta(microseconds=1)
    return now.isoformat(timespec="microseconds").replace("+00:00", "Z")


# -- in the database

_COLUMNS = tuple(name for name in Decision.__struct_fields__)
_JSON = {"value", "machine", "cue", "links"}


def put_decision(connection: Connection, decision: Decision, shown: Decision | None = None) -> None:
    """Write a decision as it may be shown; where that is less than all of it, the rest lies packed beside it."""
    shown = shown or (wordless(decision) if decision.verdict in FORGETTING else decision)
    values = [_to_sql(name, value) for name, value in asdict(shown).items()]
    words = zlib.compress(encode({name: getattr(decision, name) for name in WORDS})) if shown != decision else None
    marks = ", ".join("?" * (len(values) + 1))
    connection.execute(f"INSERT OR REPLACE INTO decisions ({_names()}, withheld) VALUES ({marks})", (*values, words))


def _names() -> str:
    return ", ".join(f'"{name}"' for name in _COLUMNS)


def _to_sql(name: str, value: Any) -> Any:
    return encode(value).decode() if name in _JSON else value


class Kept(NamedTuple):
    """A decision, and what of it may be shown."""

    decision: Decision
    shown: Decision

    @property
    def is_hidden(self) -> bool:
        """Whether none of its words may be shown."""
        return self.shown != self.decision and not self.shown.quote


def kept_decisions(connection: Connection, where: str = "1", *values: str) -> Iterator[Kept]:
    """Decisions in the order in which they were made, with their words: for the library's own use."""
    rows = connection.execute(f"SELECT * FROM decisions WHERE {where} ORDER BY made, id", values).fetchall()
    return map(_kept, rows)


def decisions_where(connection: Connection, where: str = "1", *values: str) -> list[Decision]:
    """The same without what is said of showing."""
    return [kept.decision for kept in kept_decisions(connection, where, *values)]


def _kept(row: Row) -> Kept:
    fields = {name: msgspec.json.decode(row[name]) if name in _JSON else row[name] for name in _COLUMNS}
    shown = msgspec.convert(fields, Decision, strict=False)
    if row["withheld"] is None:
        return Kept(shown, shown)
    words = msgspec.json.decode(zlib.decompress(row["withheld"]))
    return Kept(replace(shown, **words), shown)


def of_page(connection: Connection, capture: str) -> list[Decision]:
    """What was decided about a page and its findings, in order."""
    return decisions_where(connection, "capture = ?", capture)


def suppressed_people(connection: Connection) -> list[Decision]:
    """The decisions by which people are suppressed now."""
    last = {decision.finding: decision for decision in decisions_where(connection, "scope = 'person'")}
    return [decision for decision in last.values() if decision.verdict == "suppress"]


def last_made(connection: Connection) -> str:
    """When the last decision of the library was made; empty where there is none."""
    return str(connection.execute("SELECT coalesce(max(made), '') FROM decisions").fetchone()[0])
