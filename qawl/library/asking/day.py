"""A day of the news: what the pages say that were published on it."""

from __future__ import annotations

from sqlite3 import Connection

from msgspec import Struct

from qawl.library.asking.brief import Spoken, by_speaker
from qawl.library.asking.told import sayings_told
from qawl.library.where import DAY

# Behind every hour of a day in the order of texts.
BEHIND = "~"


class Day(Struct, frozen=True, kw_only=True):
    """What was published on ``day``, an ISO day; ``earlier`` and ``later`` are the days next to it that have statements, ``newest``
    is the last of all.

    All days are null in a library without a dated page that tells a statement.
    """

    day: str | None
    newest: str | None = None
    earlier: str | None = None
    later: str | None = None
    pages: int = 0
    speakers: tuple[Spoken, ...] = ()

    @property
    def statements(self) -> int:
        """How many sayings there are."""
        return sum(len(one.statements) for one in self.speakers)


def day_of(connection: Connection, day: str | None, last: str) -> Day:
    """What was published on a day, on the newest one where none is named; none after `last` is looked at, since pages err."""
    newest = before(connection, last + BEHIND)
    shown = day or newest
    if shown is None:
        return Day(day=None)
    published, span = "p.published >= ? AND p.published < ?", (shown, shown + BEHIND)
    return Day(
        day=shown,
        newest=newest,
        earlier=before(connection, shown),
        later=after(connection, shown + BEHIND, last + BEHIND),
        pages=int(connection.execute(f"SELECT count(*) FROM pages p WHERE {published}", span).fetchone()[0]),
        speakers=tuple(by_speaker(sayings_told(connection, f"{published} AND f.repeats IS NULL", span))),
    )


# A page with a whole day that tells a statement.
_TELLS = f"length(p.published) >= {DAY} AND EXISTS (SELECT 1 FROM statements f WHERE f.page = p.page)"


def before(connection: Connection, time: str) -> str | None:
    """The last day before a time on which a page was published that tells a statement."""
    return _day(connection, "p.published < ? ORDER BY p.published DESC", (time,))


def after(connection: Connection, time: str, last: str) -> str | None:
    """The first such day from a time on, up to another."""
    return _day(connection, "p.published >= ? AND p.published < ? ORDER BY p.published", (time, last))


def _day(connection: Connection, which: str, values: tuple[str, ...]) -> str | None:
    found = connection.execute(f"SELECT p.published FROM pages p WHERE {_TELLS} AND {which} LIMIT 1", values).fetchone()
    return str(found[0])[:DAY] if found else None
