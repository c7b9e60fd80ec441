"""Statements that are one saying: reported in several pages, in several wordings and cuts.

A saying has the id of the statement that founded it. A statement joins the saying of the one that is most alike, if no member of
that saying speaks against it; sayings are never joined with one another. What a page says again is one saying by its record.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count
from sqlite3 import Connection
from typing import NamedTuple

from qawl.library.across.said.judging import same_saying
from qawl.library.across.said.telling import Reader, Statement, drop_keys, keep_keys, likely
from qawl.model import Record, hash_id

# Two statements of a page are one saying with a third only where so much of each stands in it: it joins what they tell apart.
JOINED = 0.6


class Candidate(NamedTuple):
    """A saying that a statement may belong to, and how alike it is to the likest member, the one of row `like`."""

    score: float
    statement: Statement
    saying: str
    share: float
    like: int


def take_in(connection: Connection, page: int, record: Record) -> None:
    """Tell which sayings the statements of a page are."""
    drop_keys(connection, page)
    taking = Taking(connection, page, record)
    for statement, saying in taking.sayings().items():
        connection.execute("UPDATE statements SET saying = ? WHERE page = ? AND id = ?", (saying, page, statement))
    keep_keys(connection, taking.statements)


class Taking:
    """One page as it is taken in: ``found`` tells the saying of each statement, by its id."""

    def __init__(self, connection: Connection, page: int, record: Record) -> None:
        self.connection = connection
        self.page = page
        self.reader = Reader(connection)
        self.statements = self.reader.of_page(page)
        ids = {one.id for one in self.statements}
        self.repeats = {one.id: one.repeats for one in record.statements if one.repeats in ids}
        self.found: dict[str, str] = {}
        self.shares: dict[str, float] = {}

    def sayings(self) -> dict[str, str]:
        """Id of each statement -> its saying. The title's come last: they may say what the text says."""
        for in_title in (False, True):
            fresh = [one for one in self.statements if one.in_title == in_title and one.id not in self.repeats]
            self._join(fresh)
            for one in fresh:
                self.found.setdefault(one.id, self._new_saying(one))
        for later, first in self.repeats.items():
            self.found[later] = self.found[first]
        return self.found

    def _join(self, fresh: list[Statement]) -> None:
        """Let statements join sayings, the likest first."""
        for candidate in sorted((found for one in fresh for found in self._candidates(one)), key=order):
            if candidate.statement.id not in self.found and self._may_join(candidate):
                self.found[candidate.statement.id] = candidate.saying
                self.shares[candidate.statement.id] = candidate.share

    def _candidates(self, one: Statement) -> Iterator[Candidate]:
        """The sayings with a member that may be one with a statement."""
        for other, saying in self._likely(one):
            judgement = same_saying(one.told, other.told)
            if judgement.verdict == "same":
                yield Candidate(judgement.score, one, saying, judgement.share, other.row)

    def _likely(self, one: Statement) -> Iterator[tuple[Statement, str]]:
        """What a statement is held against, with the sayings: statements of other pages, for one of the title those of the text."""
        for other in self.reader.of_rows(likely(self.connection, one.told, self.page)):
            if other.saying:
                yield other, other.saying
        if one.in_title:
            yield from ((other, self.found[other.id]) for other in self.statements if other.id in self.found)

    def _may_join(self, candidate: Candidate) -> bool:
        """Whether no member of a saying speaks against a statement; what the page says beside it there must be another part."""
        here = [one for one in self.statements if self.found.get(one.id) == candidate.saying]
        parts = [one for one in here if one.in_title == candidate.statement.in_title]
        if parts and min(candidate.share, *(self.shares[one.id] for one in parts)) < JOINED:
            return False
        members = [*here, *self.reader.members(candidate.saying, self.page, candidate.like)]
        return all(same_saying(candidate.statement.told, one.told).verdict != "conflict" for one in members)

    def _new_saying(self, one: Statement) -> str:
        """The id of a saying that a statement founds: its own, unless others go on under that."""
        (capture,) = self.connection.execute("SELECT capture FROM pages WHERE page = ?", (self.page,)).fetchone()
        own = hash_id("saying", capture, one.id)
        others = (hash_id("saying", capture, one.id, number) for number in count(1))
        return next(id for id in chain((own,), others) if not self._is_taken(id))

    def _is_taken(self, saying: str) -> bool:
        """Whether a saying has members."""
        query = "SELECT 1 FROM statements WHERE saying = ? AND page <> ? LIMIT 1"
        return saying in self.found.values() or self.connection.execute(query, (saying, self.page)).fetchone() is not None


def order(one: Candidate) -> tuple[object, ...]:
    """The likest first; of several the saying whose id comes first."""
    return -one.score, one.saying, one.statement.id
