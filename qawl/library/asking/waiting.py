"""What waits for somebody to decide about it, in the order in which a decision does most: the most doubtful and most used first.

Statements come by their band (draft, check, publish), of each band those first that most pages report, of these those of whom most
statements tell; the copies of a saying stand together, the others page by page. Encounters come first that lack a day or a status,
of these those that most pages tell. What was decided is not among them.
"""

from __future__ import annotations

from sqlite3 import Connection
from typing import Literal

from msgspec import Struct

Queue = Literal["statements", "events"]
# From the most doubtful to the surest.
BANDS = ("draft", "check", "publish")

_OF_BAND = """
WITH reports AS (SELECT saying, count(*) AS times FROM statements WHERE saying IS NOT NULL GROUP BY saying HAVING times > 1),
quoted AS (SELECT speaker_identity, count(*) AS times FROM statements WHERE speaker_identity IS NOT NULL GROUP BY speaker_identity),
next AS (
  SELECT f.row, coalesce(reports.times, 1) AS times FROM statements f
  LEFT JOIN reports ON reports.saying = f.saying LEFT JOIN quoted ON quoted.speaker_identity = f.speaker_identity
  WHERE f.decided IS NULL AND f.band = ?
  ORDER BY times DESC, coalesce(quoted.times, 0) DESC,
    CASE WHEN reports.times > 1 THEN f.saying END, f.page, f.number LIMIT 1 OFFSET ?
)
SELECT p.capture, f.id, next.times FROM next JOIN statements f USING (row) JOIN pages p USING (page)
"""
_EVENTS = """
WITH told AS (SELECT encounter, count(*) AS times FROM events WHERE encounter IS NOT NULL GROUP BY encounter)
SELECT p.capture, f.id, coalesce(told.times, 1) AS times FROM events f JOIN pages p USING (page)
LEFT JOIN told ON told.encounter = f.encounter WHERE f.decided IS NULL
ORDER BY (f.date IS NULL) + (f.status = 'unknown') DESC, times DESC, f.encounter, f.page, f.id LIMIT 1 OFFSET ?
"""


class Waiting(Struct, frozen=True, kw_only=True):
    """A finding that waits, its place in the queue (from 0), and in how many places of all pages it stands."""

    capture: str
    id: str
    place: int
    times: int


def waiting(connection: Connection, queue: Queue, place: int = 0) -> Waiting | None:
    """What waits at a place of a queue, from 0; None behind its end."""
    if queue == "events":
        return _at(connection, _EVENTS, (place,), place)
    left = place
    for band, number in _of_bands(connection).items():
        if left < number:
            return _at(connection, _OF_BAND, (band, left), place)
        left -= number
    return None


def _at(connection: Connection, query: str, values: tuple[object, ...], place: int) -> Waiting | None:
    found = connection.execute(query, values).fetchone()
    return Waiting(capture=found[0], id=found[1], place=place, times=found[2]) if found else None


def _of_bands(connection: Connection) -> dict[str, int]:
    """How many statements of each band wait, the most doubtful first."""
    found = dict(connection.execute("SELECT band, count(*) FROM statements WHERE decided IS NULL GROUP BY band").fetchall())
    return {band: found.get(band, 0) for band in BANDS}


def how_many_wait(connection: Connection) -> dict[Queue, int]:
    """How long the queues are."""
    events: int = connection.execute("SELECT count(*) FROM events WHERE decided IS NULL").fetchone()[0]
    return {"statements": sum(_of_bands(connection).values()), "events": events}
