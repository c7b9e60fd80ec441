"""How far a saying went: how many pages report it, in which outlets, and who was first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from sqlite3 import Connection
from typing import NamedTuple

from msgspec import Struct

from qawl.library.where import PAGE, WIDTH, Where, moment_of, page_of

# So many sayings are asked for at a time.
AT_ONCE = 500


class Spread(Struct, frozen=True, kw_only=True):
    """How far a saying went: how many ``pages`` report it, in which ``outlets``, as far as they are known, by time, and the
    ``first`` of the pages.
    """

    pages: int
    outlets: tuple[str, ...]
    first: Where


class _Reported(NamedTuple):
    saying: str
    page: Where
    added: str


def spreads_of(connection: Connection, sayings: Iterable[str | None]) -> dict[str, Spread]:
    """The spread of these sayings, as far as several pages report them: what stands in one page alone has none."""
    wanted = sorted({saying for saying in sayings if saying})
    found: dict[str, Spread] = {}
    for start in range(0, len(wanted), AT_ONCE):
        found |= _spreads(connection, wanted[start : start + AT_ONCE])
    return found


def _spreads(connection: Connection, sayings: Sequence[str]) -> dict[str, Spread]:
    found = groupby(_reported(connection, sayings), lambda one: one.saying)
    spreads = ((saying, spread_of(pages)) for saying, pages in found)
    return {saying: spread for saying, spread in spreads if spread.pages > 1}


def _reported(connection: Connection, sayings: Sequence[str]) -> Iterator[_Reported]:
    marks = ", ".join("?" * len(sayings))
    query = f"SELECT {PAGE}, f.saying, p.added FROM statements f JOIN pages p USING (page) WHERE f.saying IN ({marks})"
    for row in connection.execute(f"{query} ORDER BY f.saying, p.page", sayings):
        yield _Reported(row[WIDTH], page_of(row), row[WIDTH + 1])


def spread_of(reported: Iterable[_Reported]) -> Spread:
    """The spread of a saying, from who reports it; as `qawl.library.across.appearances` has it in the order of time."""
    by_time = sorted(reported, key=lambda one: (moment_of(one.page.published or one.added), one.added, one.page.capture))
    pages = {one.page.capture: one.page for one in by_time}
    outlets = dict.fromkeys(page.outlet for page in pages.values() if page.outlet)
    return Spread(pages=len(pages), outlets=tuple(outlets), first=by_time[0].page)
