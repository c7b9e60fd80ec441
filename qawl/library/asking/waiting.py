"""What waits for somebody to decide about it, in the order in which a decision does most: the most doubtful and most used first.

Statements come by their band (draft, check, publish), of each band those first that most pages report, of these those of whom most
statements tell; the copies of a saying stand together, the others page by page. Encounters come first that lack a day or a status,
of these those that most pages tell. What was decided is not among them.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    CASE WHEN reports.times > 1 THEN f.saying END, f.page, f.number LIMIT ? OFFSET ?
),
placed AS (SELECT row, times, row_number() OVER () AS place FROM next)
SELECT p.capture, f.id, placed.times FROM placed JOIN statements f USING (row) JOIN pages p USING (page) ORDER BY placed.place
"""
_EVENTS = """
WITH told AS (SELECT encounter, count(*) AS times FROM events WHERE encounter IS NOT NULL GROUP BY encounter)
SELECT p.capture, f.id, coalesce(told.times, 1) AS times FROM events f JOIN pages p USING (page)
LEFT JOIN told ON told.encounter = f.encounter WHERE f.decided IS NULL
ORDER BY (f.date IS NULL) + (f.status = 'unknown') DESC, times DESC, f.encounter, f.page, f.id LIMIT ? OFFSET ?
"""


class Waiting(Struct, frozen=True, kw_only=True):
    """A finding that waits, its place in the queue (from 0), and in how many places of all pages it stands."""

    capture: str
    id: str
    place: int
    times: int


def waiting(connection: Connection, queue: Queue, place: int = 0) -> Waiting | None:
    """What waits at a place of a queue, from 0; None behind its end."""
    return next(iter(waiting_part(connection, queue, place, 1)), None)


def waiting_part(connection: Connection, queue: Queue, start: int, most: int) -> list[Waiting]:
    """What waits from a place of a queue on, `most` at most."""
    found = _statements(connection, start, most) if queue == "statements" else connection.execute(_EVENTS, (most, start))
    return [Waiting(capture=capture, id=id, place=place, times=times) for place, (capture, id, times) in enumerate(found, start)]


def _statements(connection: Connection, start: int, most: int) -> Iterator[tuple[str, str, int]]:
    """Band by band."""
    for band, number in _of_bands(connection).items():
        if start < number and most > 0:
            yield from map(tuple, connection.execute(_OF_BAND, (band, most, start)))
            most -= number - start
        start = max(start - number, 0)


def _of_bands(connection: Connection) -> dict[str, int]:
    """How many statements of each band wait, the most doubtful first."""
    found = dict(connection.execute("SELECT band, count(*) FROM statements WHERE decided IS NULL GROUP BY band").fetchall())
    return {band: found.get(band, 0) for band in BANDS}


def how_many_wait(connection: Connection) -> dict[Queue, int]:
    """How long the queues are."""
    events: int = connection.execute("SELECT count(*) FROM events WHERE decided IS NULL").fetchone()[0]
    return {"statements": sum(_of_bands(connection).values()), "events": events}
