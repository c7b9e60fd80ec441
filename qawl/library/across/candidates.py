"""Which identities somebody may be: those that stand under one of the keys of the name, few of them, never all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from sqlite3 import Connection

from qawl.library.across.gathered import FAMILY, gathered, office_asks
from qawl.library.across.naming.judging import asks
from qawl.library.across.naming.known import Known

# So many identities of one key are looked at, the newest, and so many of all keys, those with most keys: by names, by offices.
MOST_OF_KEY, MOST, MOST_OF_OFFICE = 48, 16, 8
# Those of one family name are counted up to here: a name that so many have is a common one.
MOST_COUNTED = 200


class Candidates:
    """The identities of a library as candidates for those whom one page names; each is one object, however often it is found."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._known: dict[str, Known | None] = {}
        self._counted: dict[str, int] = {}

    def of(self, known: Known, but: set[str]) -> dict[str, Known]:
        """Those who may be somebody, by their ids, without some."""
        by_name = () if known.officer else self._under_most(asks(known), but, MOST)
        by_office = self._under_most(office_asks(known), but, MOST_OF_OFFICE)
        likely = dict.fromkeys((*by_name, *by_office))
        return {identity: one for identity in likely if (one := self.known(identity)) is not None}

    def _under_most(self, keys: Iterable[str], but: set[str], most: int) -> list[str]:
        found: Counter[str] = Counter()
        for key in keys:
            found.update(self._under(key))
        return [identity for identity, _ in found.most_common() if identity not in but][:most]

    def _under(self, key: str) -> list[str]:
        query = "SELECT identity FROM name_keys WHERE key = ? ORDER BY rowid DESC LIMIT ?"
        return [identity for (identity,) in self.connection.execute(query, (key, MOST_OF_KEY))]

    def known(self, identity: str) -> Known | None:
        """What is known of an identity."""
        if identity not in self._known:
            self._known[identity] = gathered(self.connection, identity)
        return self._known[identity]

    def rarity(self, family: str) -> int:
        """How many people have a family name, by its bare key."""
        if family not in self._counted:
            query = "SELECT count(*) FROM (SELECT 1 FROM name_keys WHERE key = ? LIMIT ?)"
            self._counted[family] = self.connection.execute(query, (f"{FAMILY}:{family}", MOST_COUNTED)).fetchone()[0]
        return self._counted[family]
