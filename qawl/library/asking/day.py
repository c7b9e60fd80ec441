"""A day of the news: what the pages say that were published on it, and how encounters moved by them."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection

from msgspec import Struct

from qawl.library.asking.moved import Moved, encounters_published
from qawl.library.asking.told import SAYINGS, Bands, Told, of_bands, sayings_told
from qawl.library.deciding.event_changes import EventChange, changes_without_page
from qawl.library.where import DAY

# Behind every hour of a day in the order of texts.
BEHIND = "~"
# So many sayings, speakers, topics and encounters of a day are told; the rest are counted.
MOST_SAYINGS, MOST_NAMES, MOST_ENCOUNTERS = 12, 12, 40
ON_DAY = "p.published >= ? AND p.published < ?"
# A statement that is none of its page's own over again.
FIRST = "f.repeats IS NULL"
_STATEMENTS = f"FROM pages p JOIN statements f USING (page) WHERE {ON_DAY} AND {FIRST}"
# Where it is reported most comes first, then what was published last.
_WIDEST = "count(DISTINCT page) DESC, max(p.published) DESC, min(f.row)"
_SAYING = "coalesce(f.saying, f.row)"


class Counted(Struct, frozen=True, kw_only=True):
    """A speaker or topic, how many sayings it has, and the id of the speaker where one is known."""

    name: str
    count: int
    identity: str | None = None


class Day(Struct, frozen=True, kw_only=True):
    """What was published on ``day``, an ISO day; ``earlier`` and ``later`` are the days next to it that have statements, ``newest``
    is the last of all. ``sayings`` are those that most pages report, ``count`` tells how many
    there are, ``waiting`` how many of them are not fit to publish and not decided. ``changes`` are those of encounters
    that people or reading again made on the day, of the newest day since then.

    All days are null in a library without a dated page that tells a statement.
    """

    day: str | None
    newest: str | None = None
    earlier: str | None = None
    later: str | None = None
    pages: int = 0
    outlets: int = 0
    count: int = 0
    waiting: int = 0
    sayings: tuple[Told, ...] = ()
    speakers: tuple[Counted, ...] = ()
    topics: tuple[Counted, ...] = ()
    encounters: tuple[Moved, ...] = ()
    changes: tuple[EventChange, ...] = ()


def day_of(connection: Connection, day: str | None, last: str, bands: Bands = ()) -> Day:
    """What was published on a day, on the newest one where none is named; none after `last` is looked at, since pages err.

    The sayings are those of these `bands`, or of all; what is counted is of all.
    """
    newest = before(connection, last + BEHIND)
    shown = day or newest
    if shown is None:
        return Day(day=None)
    span = (shown, shown + BEHIND)
    pages, outlets = connection.execute(f"SELECT count(*), count(DISTINCT p.outlet) FROM pages p WHERE {ON_DAY}", span).fetchone()
    return Day(
        day=shown,
        newest=newest,
        earlier=before(connection, shown),
        later=after(connection, shown + BEHIND, last + BEHIND),
        pages=pages,
        outlets=outlets,
        count=count(connection, span),
        waiting=count(connection, span, "AND f.band <> 'publish' AND f.decided IS NULL"),
        sayings=tuple(widest(connection, span, bands)),
        speakers=tuple(speakers(connection, span)),
        topics=tuple(topics(connection, span)),
        encounters=tuple(encounters(connection, span)),
        changes=tuple(changes_without_page(connection, shown, BEHIND if shown == newest else span[1], MOST_ENCOUNTERS)),
    )


Span = tuple[str, str]


def count(connection: Connection, span: Span, which: str = "") -> int:
    """How many sayings a day has, or such of them."""
    return int(connection.execute(f"SELECT {SAYINGS} {_STATEMENTS} {which}", span).fetchone()[0])


def widest(connection: Connection, span: Span, bands: Bands = ()) -> list[Told]:
    """The sayings of a day that most pages report, each told by the first page of the day."""
    banded, wanted = of_bands(bands)
    query = f"SELECT {_SAYING} {_STATEMENTS} AND {banded} GROUP BY 1 ORDER BY {_WIDEST} LIMIT {MOST_SAYINGS}"
    chosen = [saying for (saying,) in connection.execute(query, (*span, *wanted))]
    marks = ", ".join("?" * len(chosen))
    among = f"{ON_DAY} AND {FIRST} AND {banded} AND {_SAYING} IN ({marks})"
    told = sayings_told(connection, among, (*span, *wanted, *chosen), "ORDER BY f.row")
    places = {saying: place for place, saying in enumerate(chosen)}
    return sorted(told, key=lambda one: places.get(one.statement.saying, len(places)))


def speakers(connection: Connection, span: Span) -> Iterable[Counted]:
    """Who says most on a day."""
    query = (
        f"SELECT max(f.speaker), {SAYINGS} AS said, f.speaker_identity {_STATEMENTS} AND f.speaker IS NOT NULL "
        f"GROUP BY coalesce(f.speaker_identity, f.speaker_key) ORDER BY said DESC, min(f.row) LIMIT {MOST_NAMES}"
    )
    return (Counted(name=name, count=said, identity=identity) for name, said, identity in connection.execute(query, span))


def topics(connection: Connection, span: Span) -> Iterable[Counted]:
    """What headings most of a day stands under."""
    query = (
        f"SELECT f.topic, {SAYINGS} AS said {_STATEMENTS} AND f.topic IS NOT NULL "
        f"GROUP BY f.topic ORDER BY said DESC, min(f.row) LIMIT {MOST_NAMES}"
    )
    return (Counted(name=topic, count=said) for topic, said in connection.execute(query, span))


def encounters(connection: Connection, span: Span) -> list[Moved]:
    """The encounters that pages of a day tell of and that are new or moved on, those that moved first."""
    told = encounters_published(connection, *span, MOST_ENCOUNTERS)
    return sorted((one for one in told if one.before is None or one.moved_on), key=lambda one: one.before is None)


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
