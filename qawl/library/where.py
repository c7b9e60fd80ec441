"""The page that tells a finding, as all answers name it, and when it did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from sqlite3 import Connection
from typing import Any

from msgspec import Struct

# The columns of a page (`p`) that `page_of` takes, and how many they are.
PAGE = "p.capture, p.document, coalesce(p.canonical_url, p.url), p.outlet, p.published"
WIDTH = 5
# Characters of a day: 2024-02-11.
DAY = 10
_TIME = "coalesce(p.published, p.added)"
# Statements (`f`) of pages (`p`) in the order of time, as `moment_of` has it.
BY_TIME = ", ".join(
    (
        f"coalesce(date({_TIME}), {_TIME})",
        f"length({_TIME}) <= {DAY}",
        f"coalesce(datetime({_TIME}), {_TIME})",
        "p.added",
        "p.capture",
        "f.number",
    )
)


class Where(Struct, frozen=True, kw_only=True):
    """The page that tells a finding."""

    capture: str
    document: str
    url: str | None
    outlet: str | None
    published: str | None


def page_of(found: Sequence[Any]) -> Where:
    """The page of a row that begins with the columns of `PAGE`."""
    capture, document, url, outlet, published = found[:WIDTH]
    return Where(capture=capture, document=document, url=url, outlet=outlet, published=published)


def page_of_capture(connection: Connection, capture: str) -> Where:
    """The page of a capture that the library shows."""
    return page_of(connection.execute(f"SELECT {PAGE} FROM pages p WHERE p.capture = ?", (capture,)).fetchone())


def moment_of(time: str) -> tuple[str, bool, str]:
    """An ISO date or time for sorting: the day, whether the hour is unknown, and the hour; hours of other zones in UTC."""
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return time, True, ""
    if moment.tzinfo:
        moment = moment.astimezone(UTC)
    return moment.date().isoformat(), len(time) <= DAY, moment.time().isoformat()
