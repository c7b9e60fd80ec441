"""Who may be the same, for people to decide: pairs of identities with the reasons that speak for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection

from msgspec import Struct

from qawl.library.across.candidates import Candidates
from qawl.library.across.naming.judging import judge
from qawl.library.across.naming.known import Reason
from qawl.library.across.rulings import are_split
from qawl.library.asking.naming import Name, marks, named

_PAIRS = """
SELECT DISTINCT m.identity, p.other FROM proposals p JOIN members m USING (page, finding)
JOIN identities i ON i.identity = p.other WHERE m.identity <> p.other
"""


class Proposed(Struct, frozen=True, kw_only=True):
    """Two identities that may be one: each by what tells it from others, and why they may be."""

    one: Name
    other: Name
    reasons: tuple[Reason, ...]


def proposed(connection: Connection, identities: Sequence[str] | None = None) -> Iterator[Proposed]:
    """All that is proposed and not decided, or what is of some identities, these first in each pair; as it would be judged now."""
    everybody = Candidates(connection)
    for one, other in pairs(connection, identities):
        first, second = everybody.known(one), everybody.known(other)
        if first is None or second is None or are_split(connection, one, other):
            continue
        judgement = judge(first, second, everybody.rarity)
        if judgement.verdict != "apart":
            yield Proposed(one=named(connection, (one,)), other=named(connection, (other,)), reasons=judgement.reasons)


def most_pages_first(connection: Connection, found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs of identities, people before bodies and places, those first of whom most pages tell: there a decision does most."""
    people = {one for (one,) in connection.execute("SELECT identity FROM identities WHERE kind = 'person'")}
    pages = dict(connection.execute("SELECT identity, count(*) FROM members GROUP BY identity").fetchall())
    return sorted(found, key=lambda pair: (not people.issuperset(pair), -sum(pages.get(one, 0) for one in pair), pair))


def pairs(connection: Connection, identities: Sequence[str] | None) -> list[tuple[str, str]]:
    """The pairs of identities that were proposed, each once; of all, those first of whom most pages tell."""
    if identities is None:
        found = connection.execute(_PAIRS).fetchall()
        return most_pages_first(connection, {(min(one, other), max(one, other)) for one, other in found})
    among = f"IN ({marks(identities)})"
    found = [(one, other) for one, other in connection.execute(f"{_PAIRS} AND m.identity {among}", tuple(identities))]
    found += [(other, one) for one, other in connection.execute(f"{_PAIRS} AND p.other {among}", tuple(identities))]
    return [(one, other) for one, other in dict.fromkeys(found) if other not in identities]
