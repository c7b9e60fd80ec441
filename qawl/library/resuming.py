"""What a library has of an archive from before, so that adding it again goes on where it ended."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from sqlite3 import Row

from qawl.library.adding import Added
from qawl.library.arrivals import Given, given_of, says_more
from qawl.library.store import Store
from qawl.model import EXTRACTOR
from qawl.pages.archives import Start

# Behind the name of an archive, in a WACZ also that of the archive in it, the byte of a record; within a gzip member `MEMBER+N`.
# Without a byte it is the archive as a whole, of which each run tells anew.
_PLACE = re.compile(r"(?:/(?P<name>[^:]+))?(?::(?P<at>\d+)(?:\+\d+)?)?")
_WHOLE = sys.maxsize


class Before:
    """What came of an archive, given the same facts, in earlier runs of this version.

    ``starts`` are the last pages that came of it, by the name of the archive in a WACZ, else ``""``; there are none where the
    facts are others, or all is wanted `again`, so that every page has to be looked at.
    """

    def __init__(self, store: Store, source: str, given: Given, again: bool = False) -> None:
        self._store, self._source = store, source
        rows = [(found, row) for row in self._rows() if (found := _PLACE.fullmatch(row["source"], len(source)))]
        self._came: dict[str, list[tuple[int, Row]]] = defaultdict(list)
        for found, row in rows:
            self._came[found["name"] or ""].append((int(found["at"]) if found["at"] else _WHOLE, row))
        same = all(row["tool"] == EXTRACTOR and not says_more(given, given_of(row["given"])) for _, row in rows)
        self.starts = self._last_pages() if same and not again else {}

    def _rows(self) -> list[Row]:
        """All arrivals whose source is the archive or a place in it."""
        return self._store.connection.execute(
            "SELECT source, capture, address, received, tool, given, code, message FROM arrivals"
            " WHERE source = ? OR (source > ? AND source < ?) OR (source > ? AND source < ?)",
            (self._source, f"{self._source}:", f"{self._source};", f"{self._source}/", f"{self._source}0"),
        ).fetchall()

    def _last_pages(self) -> dict[str, Start]:
        """The last page of each archive that begins a gzip member, or stands in none."""
        pages = {
            name: [(at, row) for at, row in came if row["capture"] and "+" not in row["source"].rpartition(":")[2]]
            for name, came in self._came.items()
        }
        last = {name: max(found, key=lambda page: page[0]) for name, found in pages.items() if found}
        return {name: Start(at, row["address"] or "", row["received"]) for name, (at, row) in last.items()}

    def until(self, starts: Mapping[str, Start]) -> Iterator[Added]:
        """What came of the pages and damages before these."""
        for name, start in starts.items():
            for at, row in sorted(self._came[name], key=lambda page: page[0]):
                if at < start.at:
                    outcome = "failed" if row["code"] else "known"
                    yield Added(row["source"], outcome, row["capture"] or None, row["code"], row["message"])  # type: ignore[arg-type]

    def mend(self, starts: Mapping[str, Start], met: set[str]) -> None:
        """Forget damages that are there no more: those behind `starts` that were not met again."""
        mended = [
            (row["source"],)
            for name, came in self._came.items()
            for at, row in came
            if not row["capture"] and row["source"] not in met and (name not in starts or at >= starts[name].at)
        ]
        if mended:
            with self._store.writing() as connection:
                connection.executemany("DELETE FROM arrivals WHERE source = ? AND capture = ''", mended)


def archive_of(source: str) -> str:
    """The archive that a source is a place in; the source itself where it is none."""
    found = re.fullmatch(r"(.+?)(?:/archive/[^:]+)?(?::\d+(?:\+\d+)?)?", source)
    return found[1] if found else source
