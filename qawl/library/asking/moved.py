"""Encounters of which pages tell that came, or were published, in a stretch of time: the new ones, and those that moved on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from sqlite3 import Connection
from typing import NamedTuple

from qawl.library.asking.courses import Course, course_of, courses_told


class Moved(NamedTuple):
    """An encounter as all pages tell it until the end of a stretch, and as those before it did; None where it is new."""

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
        yield moved_between(course, when_added(connection, course.encounter), since, until)


def encounters_published(connection: Connection, since: str, until: str, most: int) -> Iterator[Moved]:
    """The encounters that pages tell that were published then, those first chosen of which earlier pages tell; by date."""
    told_before = "SELECT 1 FROM events e JOIN pages q USING (page) WHERE e.encounter = f.encounter AND q.published < ?1"
    chosen = (
        "SELECT f.encounter FROM events f JOIN pages p USING (page) WHERE p.published >= ?1 AND p.published < ?2 "
        f"GROUP BY f.encounter ORDER BY EXISTS ({told_before}) DESC, min(f.row) LIMIT ?3"
    )
    for course in courses_told(connection, f"f.encounter IN ({chosen})", (since, until, most)):
        published = {one.page.capture: one.page.published or "" for one in course.appearances}
        yield moved_between(course, published, since, until)


def moved_between(course: Course, times: Mapping[str, str], since: str, until: str) -> Moved:
    """How an encounter moved from one time to before another, by the times of the pages that tell it."""
    now = [one for one in course.appearances if times[one.page.capture] < until]
    before = [one for one in now if times[one.page.capture] < since]
    last = max(time for time in times.values() if time < until)
    known = course if len(now) == len(course.appearances) else course_of(course.encounter, now)
    return Moved(known, course_of(course.encounter, before) if before else None, last)


def when_added(connection: Connection, encounter: str) -> dict[str, str]:
    """When each page that tells an encounter came, by its capture."""
    query = "SELECT p.capture, p.added FROM events f JOIN pages p USING (page) WHERE f.encounter = ?"
    return {str(capture): str(added) for capture, added in connection.execute(query, (encounter,))}
