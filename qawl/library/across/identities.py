"""Who is who in all pages: people, bodies, groups and places under their spellings and in changing roles.

Somebody of a page is one with the identity that people decided on, that a stable id tells, or that is judged to be the same
without asking; else he founds a new one. What he may be beside that is proposed. A page that is written again finds its
identities again, and who tells nothing new stays who he is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from sqlite3 import Connection

from qawl.arabic.letters import fold_phrase
from qawl.library.across.candidates import Candidates
from qawl.library.across.gathered import (
    Told,
    add_to,
    former_identities,
    gather_anew,
    gathered,
    identities_on,
    keep_members,
    keep_told,
    new_identity,
    told_by,
    told_of,
)
from qawl.library.across.naming.bodies import told_as_one
from qawl.library.across.naming.judging import choose, judge
from qawl.library.across.naming.known import Judgement, Known
from qawl.library.across.naming.officers import officer_id
from qawl.library.across.own_names import OwnNames
from qawl.library.across.rulings import Ruled, bind, ruled
from qawl.library.rows import NAMED
from qawl.model import Party, Record

# So many identities are proposed for somebody of a page, the likeliest.
MOST_PROPOSED = 5

# By the id of a finding, who it may be beside who it is.
Proposed = dict[str, list[str]]


def take_in(connection: Connection, page: int, record: Record) -> None:
    """Tell who the people, bodies, groups and places of a page are, and the parties to what it tells."""
    told = OwnNames(connection).named(told_of(record))
    found = Taking(connection, page, told).identities()
    for table in NAMED:
        rows = [(found[one.id], page, one.id) for one in getattr(record, table)]
        connection.executemany(f"UPDATE {table} SET identity = ? WHERE page = ? AND id = ?", rows)
    held = {id: one for id, one in found.items() if not (known := gathered(connection, one)) or not known.officer}
    _take_in_parties(connection, page, record, held)


class Taking:
    """One page as it is taken in: what it tells of everybody now, and what it told before."""

    def __init__(self, connection: Connection, page: int, told: Told) -> None:
        self.connection = connection
        self.page = page
        self.told = told
        (self.capture,) = connection.execute("SELECT capture FROM pages WHERE page = ?", (page,)).fetchone()
        self.before = told_by(connection, page)
        self.were = identities_on(connection, page)
        self.former = former_identities(connection, self.capture)
        self.found: dict[str, str] = {}
        self.proposed: Proposed = {}

    def identities(self) -> dict[str, str]:
        """The identities of everybody whom the page names, by their ids; kept, with what is known of them and proposed."""
        bound = bind(self.connection, self.capture, self.told)
        rulings = {id: ruled(self.connection, self.capture, id) for id in bound}
        stays = self._settle(rulings)
        self._judge([id for id in self.told if id not in self.found], rulings)
        self._propose_called()
        self._keep(stays)
        return self.found

    # -- what needs no judging

    def _settle(self, rulings: Mapping[str, Ruled]) -> set[str]:
        """Those whom a decision, a stable id, or their past tells; which of them told the very same before."""
        past = past_of(self.before, self.told)
        stays = set()
        for id, known in self.told.items():
            holds = rulings.get(id, Ruled())
            was = self.were.get(past.get(id, "")) or self.former.get(id)
            is_same = self.before.get(past.get(id, "")) == known
            if holds.one_with:
                self.found[id] = was if was in holds.one_with else holds.one_with[0]
            elif known.known_as and known.known_as not in holds.apart_from:
                self.found[id] = known.known_as
            elif was and was not in holds.apart_from and (is_same or self._may_be(known, was)):
                self.found[id] = was
            if is_same and past[id] == id and id in self.found and self.found[id] == self.were.get(id):
                stays.add(id)
        return stays

    def _may_be(self, known: Known, identity: str) -> bool:
        """Whether somebody of whom the page tells something else now may be who he was; all others may be gone meanwhile."""
        others = Candidates(self.connection).known(identity)
        return others is None or judge(known, others).verdict != "apart"

    # -- what does

    def _judge(self, ids: list[str], rulings: Mapping[str, Ruled]) -> None:
        """Those of whom nobody knew: who they are, and who they may be beside that."""
        everybody = Candidates(self.connection)
        here = set(self.found.values())
        candidates = [everybody.of(self.told[id], here | rulings.get(id, Ruled()).apart_from) for id in ids]
        judged = choose([self.told[id] for id in ids], [[*some.values()] for some in candidates], everybody.rarity)
        for id, some, verdicts in zip(ids, candidates, judged, strict=True):
            self._settle_by(id, [*some], verdicts)

    def _settle_by(self, id: str, candidates: list[str], verdicts: list[tuple[int, Judgement]]) -> None:
        one_with = [candidates[place] for place, found in verdicts if found.verdict == "join"]
        self.found[id] = one_with[0] if one_with else new_identity(self.connection, self.capture, self.told[id])
        if not one_with:  # so that a second of the same name on the page founds another one
            add_to(self.connection, self.found[id], self.told[id])
        others = (candidates[place] for place, found in verdicts if found.verdict == "propose")
        self.proposed[id] = [identity for identity in others if identity != self.found[id]][:MOST_PROPOSED]

    def _propose_called(self) -> None:
        """Two of this page of which it says that one is called as the other: مجلس الصحراء، الذي كان يعرف باسم لجنة الواحات."""
        called = [id for id, known in self.told.items() if known.called]
        for id in called:
            for other, known in self.told.items():
                if self.found[other] != self.found[id] and told_as_one(self.told[id], known):
                    self.proposed[id] = [*self.proposed.get(id, ()), self.found[other]][:MOST_PROPOSED]

    # -- what is kept

    def _keep(self, stays: set[str]) -> None:
        keep_members(self.connection, self.page, self.capture, self.found)
        if self.told != self.before:
            keep_told(self.connection, self.page, self.told)
        self._keep_proposed(stays)
        changed = {self.were[id] for id in self.were if id not in stays}
        gather_anew(self.connection, changed)
        for id, identity in self.found.items():
            if id not in stays and identity not in changed:
                add_to(self.connection, identity, self.told[id])

    def _keep_proposed(self, stays: set[str]) -> None:
        gone = ((self.page, id) for id in self.were if id not in stays)
        self.connection.executemany("DELETE FROM proposals WHERE page = ? AND finding = ?", gone)
        rows = ((self.page, id, other) for id, others in self.proposed.items() for other in others)
        self.connection.executemany("INSERT OR IGNORE INTO proposals (page, finding, other) VALUES (?, ?, ?)", rows)


def past_of(before: Told, told: Told) -> dict[str, str]:
    """Whom a page named before as each of those whom it names now, by their ids: of the same id, else of a name of theirs."""
    past = {id: id for id in told if id in before}
    left = {id: set(map(fold_phrase, known.names)) for id, known in before.items() if id not in past}
    for id, known in told.items():
        if id in past or not left:
            continue
        names = set(map(fold_phrase, known.names))
        best = max((old for old in left if before[old].kind == known.kind), key=lambda old: len(names & left[old]), default=None)
        if best and names & left[best]:
            past[id] = best
            del left[best]
    return past


# -- the parties to what a page tells


def _take_in_parties(connection: Connection, page: int, record: Record, found: dict[str, str]) -> None:
    named = dict(_by_name(record, found))

    def identity(party: Party | None) -> str | None:
        if party is None:
            return None
        if party.type == "unnamed":  # whom the page has by an office alone, where he is known by name
            return found.get(officer_id(record, party.name))
        return found.get(party.ref or "") or named.get(fold_phrase(party.name))

    statements = (*record.statements, *record.title_statements)
    _update(connection, "statements SET speaker_identity = ?", page, ((identity(one.speaker), one.id) for one in statements))
    sides = ((identity(one.actor), identity(one.target), one.id) for one in record.relations)
    _update(connection, "relations SET actor_identity = ?, target_identity = ?", page, sides)
    for event in record.events:
        parts = [(identity(one), page, event.id, number) for number, one in enumerate(event.participants)]
        connection.executemany("UPDATE participants SET identity = ? WHERE page = ? AND event = ? AND number = ?", parts)


def _update(connection: Connection, what: str, page: int, values: Iterable[tuple[str | None, ...]]) -> None:
    rows = [(*some[:-1], page, some[-1]) for some in values]
    connection.executemany(f"UPDATE {what} WHERE page = ? AND id = ?", rows)


def _by_name(record: Record, found: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Who is called by the names of a page, for parties that point to none of its findings."""
    for table in reversed(NAMED):
        yield from ((fold_phrase(one.name), found[one.id]) for one in getattr(record, table))
