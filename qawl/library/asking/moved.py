"""Encounters of which pages tell that came in a stretch of time: those that are new, and those that were known and moved on."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection
from typing import NamedTuple

from qawl.library.asking.courses import Course, course_of, courses_told


class Moved(NamedTuple):
    """An encounter as all pages tell it that came until the end of a stretch, and as those before it did; None where it is new."""

    now: Course
    before: Course | None
    changed: str

    @property
    def moved_on(self) -> bool:
        """Whether it was known, and stands otherwise now or is on another day."""
        if self.before is None:
            return False
        before, now = self.before.event, self.now.event
        return (before.status, before.when) != (now.status, now.when)


def encounters_moved(connection: Connection, since: str, until: str) -> Iterator[Moved]:
    """The encounters that pages tell that came from one ISO time on and before another, by date."""
    for course in courses_told(connection, "p.added >= ? AND p.added < ?", (since, until)):
        added = when_added(connection, course.encounter)
        now = [one for one in course.appearances if added[one.page.capture] < until]
        before = [one for one in now if added[one.page.capture] < since]
        last = max(time for time in added.values() if time < until)
        known = course if len(now) == len(course.appearances) else course_of(course.encounter, now)
        yield Moved(known, course_of(course.encounter, before) if before else None, last)


def when_added(connection: Connection, encounter: str) -> dict[str, str]:
    """When each page that tells an encounter came, by its capture."""
    query = "SELECT p.capture, p.added FROM events f JOIN pages p USING (page) WHERE f.encounter = ?"
    return {str(capture): str(added) for capture, added in connection.execute(query, (encounter,))}
