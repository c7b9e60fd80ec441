"""What people decided of who is who: that two are one, or are not; kept by the places at which pages name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from sqlite3 import Connection
from typing import Literal, NamedTuple

import msgspec

from qawl.arabic.letters import fold_phrase
from qawl.library.across.gathered import Told
from qawl.library.across.naming.known import Known
from qawl.library.deciding.decisions import Anchor
from qawl.model import encode, hash_id

Ruling = Literal["join", "split"]
# So many names of a finding are kept to find it again.
MOST_FORMS = 8


class Ruled(NamedTuple):
    """What holds for a finding: which identities it is one with, the oldest first, and which it is not."""

    one_with: tuple[str, ...] = ()
    apart_from: frozenset[str] = frozenset()


def name_hash(name: str) -> str:
    """By what a name is known where it may not be told: 16 hex digits of the folded name."""
    return hash_id("name", fold_phrase(name))


def anchor_of(capture: str, finding: str, known: Known) -> Anchor:
    """What is kept of a finding in order to find it again when another version reads its page."""
    forms = tuple(dict.fromkeys(map(name_hash, known.names[:MOST_FORMS])))
    return Anchor(capture=capture, kind=known.kind, finding=finding, forms=forms)


def anchored(anchor: Anchor, told: Mapping[str, Known]) -> str | None:
    """The finding of a page that is meant: by its id, else the one that shares most names; None where none does."""
    found = told.get(anchor.finding)
    if found and found.kind == anchor.kind:
        return anchor.finding
    forms = set(anchor.forms)
    shared = {id: len(forms & set(map(name_hash, one.names))) for id, one in told.items() if one.kind == anchor.kind}
    best = max(shared, key=lambda id: shared[id], default=None)
    return best if best and shared[best] else None


def put_anchors(connection: Connection, decision: str, ruling: str, made: str, sides: Iterable[Iterable[Anchor]]) -> None:
    """Let a decision hold."""
    drop_anchors(connection, decision)
    rows = [
        (decision, ruling, made, side, one.capture, one.kind, one.finding, encode(one.forms).decode(), one.finding)
        for side, anchors in enumerate(sides)
        for one in anchors
    ]
    connection.executemany("INSERT INTO rulings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def drop_anchors(connection: Connection, decision: str) -> None:
    """Let a decision hold no more."""
    connection.execute("DELETE FROM rulings WHERE decision = ?", (decision,))


def bind(connection: Connection, capture: str, told: Told) -> set[str]:
    """Find again what is decided of those whom a page names; the findings of which something is."""
    bound = set()
    query = "SELECT rowid, kind, finding, forms, now FROM rulings WHERE capture = ?"
    for row, kind, finding, forms, now in connection.execute(query, (capture,)).fetchall():
        anchor = Anchor(capture=capture, kind=kind, finding=finding, forms=msgspec.json.decode(forms, type=tuple[str, ...]))
        found = anchored(anchor, told)
        if found != now:
            connection.execute("UPDATE rulings SET now = ? WHERE rowid = ?", (found, row))
        bound |= {found} if found else set()
    return bound


# The other places of each decision on a finding: on which side, in which page, and as whom they are there.
_OTHERS = """
SELECT mine.ruling, mine.made, mine.side = other.side, p.page, m.finding, m.identity
FROM rulings mine JOIN rulings other ON other.decision = mine.decision AND other.rowid <> mine.rowid
JOIN pages p ON p.capture = other.capture JOIN members m ON m.page = p.page AND m.finding = other.now
WHERE mine.capture = ? AND mine.now = ?
ORDER BY mine.made, mine.decision
"""


def ruled(connection: Connection, capture: str, finding: str) -> Ruled:
    """What holds for a finding of a page, by the latest decision on it and each other one."""
    places: dict[tuple[int, str], tuple[str, Ruling, str]] = {}
    for ruling, made, same_side, page, other, identity in connection.execute(_OTHERS, (capture, finding)):
        if ruling == "join" or not same_side:
            places[page, other] = (made, ruling, identity)
    latest: dict[str, tuple[str, Ruling]] = {}
    for made, ruling, identity in sorted(places.values()):
        latest[identity] = (made, ruling)
    one_with = [identity for identity, (_, ruling) in latest.items() if ruling == "join"]
    apart_from = frozenset(identity for identity, (_, ruling) in latest.items() if ruling == "split")
    return Ruled(tuple(oldest_first(connection, one_with)), apart_from)


def oldest_first(connection: Connection, identities: Iterable[str]) -> list[str]:
    """Identities in the order in which they are kept when they are joined: stable ids, then those whose first page came first."""
    query = "SELECT coalesce(min(page), 0) FROM members WHERE identity = ?"
    return sorted(identities, key=lambda one: (not is_stable(one), connection.execute(query, (one,)).fetchone()[0], one))


def is_stable(identity: str) -> bool:
    """Whether an id is one of the bundled tables or of a user's own."""
    return ":" in identity


class Place(NamedTuple):
    """A finding that a decision means, where it is there: on which side, in which page, and who it is now."""

    side: int
    page: int
    capture: str
    finding: str
    identity: str


def places_of(connection: Connection, decision: str) -> list[Place]:
    """The findings that a decision means, in the order in which their pages came."""
    query = """
        SELECT r.side, p.page, p.capture, m.finding, m.identity FROM rulings r JOIN pages p USING (capture)
        JOIN members m ON m.page = p.page AND m.finding = r.now WHERE r.decision = ? ORDER BY p.page, m.finding
    """
    return [Place(*row) for row in connection.execute(query, (decision,))]


# The latest decision on two identities: on any place of the one and any of the other.
_BETWEEN = """
SELECT x.ruling FROM rulings x JOIN rulings y ON y.decision = x.decision AND (y.side <> x.side OR x.ruling = 'join')
JOIN pages px ON px.capture = x.capture JOIN members mx ON mx.page = px.page AND mx.finding = x.now
JOIN pages py ON py.capture = y.capture JOIN members my ON my.page = py.page AND my.finding = y.now
WHERE mx.identity = ? AND my.identity = ? ORDER BY x.made DESC LIMIT 1
"""


def are_split(connection: Connection, one: str, other: str) -> bool:
    """Whether people decided that two identities are not one."""
    found = connection.execute(_BETWEEN, (one, other)).fetchone()
    return found is not None and found[0] == "split"
