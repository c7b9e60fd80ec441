"""Pages that are one article: under several addresses, in several outlets, between other menus, edited, cut or embedded.

A page is held against those that share the rarest hashes of its sketch, word by word. It joins the article of the page most like
it, unless words turn it into something else than what a page of that article tells, or a page of the article has little of it.
An article has the id of the page that came first, and keeps it when that page is gone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from sqlite3 import Connection
from typing import NamedTuple

from msgspec import Struct

from qawl.library.across.likeness import Likeness, Prose, likeness, prose_of
from qawl.library.across.sketches import sketch_of
from qawl.library.across.turns import Turn, title_takes_back, turns
from qawl.library.keeping import select_rows, unpack
from qawl.library.rows import PageRow
from qawl.library.searching.words import words_of
from qawl.model import Document, Person, Place, Record, hash_id

# A hash leads to so many pages at most, the first that have it: what more have is the form of an outlet, or one article again.
MOST = 24
# So many pages are held against a page, and so many of one article.
COMPARED, MEMBERS = 6, 4
# So many hashes must be shared, and such a share of the smaller sketch: an outlet's last lines are not worth a look.
SHARED, SHARE = 2, 0.1
# So much of the shorter of two pages the other one has where they are one article; more where the longer has much else, for a
# report of the next day repeats a paragraph too. So much it has of every page of the article.
SAME, WITHIN, KIN = 0.6, 0.75, 0.5
# So much of the longer of two pages is the same where it has not much else.
WHOLE = 0.5
# So many words must be the same, but for pages that are nearly all the same.
FEWEST = 12
# Two pages of one address are one though a number was brought up to date, where so much of the longer is the same.
BROUGHT_UP = 0.9
UPDATES: frozenset[Turn] = frozenset(("number", "day", "person", "place"))


class Told(Struct):
    """What of a record tells which article it is."""

    document: Document
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()


class Reading(NamedTuple):
    """A page as it is held against others."""

    document: Document
    prose: Prose

    @classmethod
    def of(cls, told: Told | Record) -> Reading:
        """The page of a record."""
        return cls(told.document, prose_of(told.document, told.people, told.places))


class Neighbour(NamedTuple):
    """A page that was held against the one that is taken in: its article, and whether the two are one article, or cannot be."""

    page: int
    article: str
    pages: Likeness
    same: bool
    turned: bool

    @property
    def nearness(self) -> float:
        """How near it is: which share of both is the same."""
        return self.pages.of_shorter + self.pages.of_longer


def take_in(connection: Connection, page: int, record: Record) -> None:
    """Tell which article a page is."""
    reading = Reading.of(record)
    connection.execute("DELETE FROM shingles WHERE page = ?", (page,))
    holders = {shingle: _holders(connection, shingle) for shingle in sketch_of(reading.prose.stems)}
    article = _joined(connection, page, reading, holders) or _own_id(connection, page, record.document)
    connection.execute("UPDATE pages SET article = ? WHERE page = ?", (article, page))
    rows = ((shingle, page) for shingle, pages in holders.items() if len(pages) < MOST)
    connection.executemany("INSERT INTO shingles (hash, page) VALUES (?, ?)", rows)


def articles_of(connection: Connection, article: str) -> Iterator[PageRow]:
    """The pages of an article in the order of time: by when they were published, else when they came."""
    order = "ORDER BY coalesce(datetime(p.published), p.published, datetime(p.added)), p.page"
    for row in select_rows(connection, "pages", "p.article = ?", (article,), order):
        assert isinstance(row, PageRow)
        yield row


def _holders(connection: Connection, shingle: int) -> list[int]:
    """The first pages that have a hash."""
    found = connection.execute("SELECT page FROM shingles WHERE hash = ? ORDER BY page LIMIT ?", (shingle, MOST))
    return [page for (page,) in found]


def _candidates(connection: Connection, holders: dict[int, list[int]]) -> list[int]:
    """The pages that share enough hashes, those first that share the rarest and most."""
    weights: dict[int, float] = defaultdict(float)
    times = Counter(page for pages in holders.values() for page in pages)
    for pages in holders.values():
        for page in pages:
            weights[page] += 1 / len(pages)
    enough = min(SHARED, len(holders))
    ordered = sorted((page for page in weights if times[page] >= enough), key=lambda page: (-weights[page], page))
    return [page for page in ordered[: 2 * COMPARED] if times[page] >= SHARE * min(len(holders), _size(connection, page))][
        :COMPARED
    ]


def _size(connection: Connection, page: int) -> int:
    """How many hashes are noted for a page."""
    (size,) = connection.execute("SELECT count(*) FROM shingles WHERE page = ?", (page,)).fetchone()
    return int(size)


def _joined(connection: Connection, page: int, reading: Reading, holders: dict[int, list[int]]) -> str | None:
    """The article that a page belongs to: the one it had, else that of the page most like it; None where there is none."""
    (former,) = connection.execute("SELECT article FROM pages WHERE page = ?", (page,)).fetchone()
    neighbours = [_neighbour(connection, reading, other) for other in _candidates(connection, holders)]
    same = sorted((one for one in neighbours if one.same), key=lambda one: (one.article == former, one.nearness), reverse=True)
    articles = dict.fromkeys(one.article for one in same)
    return next((article for article in articles if _fits(connection, page, reading, article, neighbours)), None)


def _fits(connection: Connection, page: int, reading: Reading, article: str, neighbours: Iterable[Neighbour]) -> bool:
    """Whether nothing of an article is turned by a page, and all of it has some of the page."""
    known = {one.page: one for one in neighbours if one.article == article}
    found = connection.execute("SELECT page FROM pages WHERE article = ? AND page <> ? LIMIT ?", (article, page, MEMBERS))
    others = [other for (other,) in found if other not in known][: max(0, MEMBERS - len(known))]
    members = [*known.values(), *(_neighbour(connection, reading, other) for other in others)]
    return all(one.pages.of_shorter >= KIN and not one.turned for one in members)


def _neighbour(connection: Connection, reading: Reading, other: int) -> Neighbour:
    """A page of the library beside the one that is taken in."""
    record, article = connection.execute("SELECT record, article FROM pages WHERE page = ?", (other,)).fetchone()
    its = _read(record)
    pages = likeness(reading.prose, its.prose)
    turned = pages.of_shorter >= KIN and is_turned(reading, its, pages)
    return Neighbour(other, article, pages, is_same(pages) and not turned, turned)


@lru_cache(maxsize=256)
def _read(packed: bytes) -> Reading:
    """A page of the library; kept, for those that end as all of their outlet's do are met again and again."""
    return Reading.of(unpack(packed, Told))


def is_same(pages: Likeness) -> bool:
    """Whether two pages have as much in common as pages of one article."""
    if pages.common < FEWEST and pages.of_longer < BROUGHT_UP:
        return False
    return pages.of_shorter >= (SAME if pages.of_longer >= WHOLE else WITHIN)


def is_turned(one: Reading, other: Reading, pages: Likeness) -> bool:
    """Whether one of two pages alike tells something else than the other."""
    if pages.one.stems == pages.other.stems:
        return False
    found = set(turns(pages))
    if title_takes_back(_title(one)) != title_takes_back(_title(other)):
        found.add("retraction")
    if pages.of_longer >= BROUGHT_UP and _address(one) and _address(one) == _address(other):
        found -= UPDATES
    return bool(found)


def _title(reading: Reading) -> list[str]:
    return [word.stem for word in words_of(reading.document.title or "")]


def _address(reading: Reading) -> str | None:
    return reading.document.canonical_url or reading.document.url


def _own_id(connection: Connection, page: int, document: Document) -> str:
    """The id of an article that a page begins: the beginning of its capture, unless others have it whom the page left."""
    (capture,) = connection.execute("SELECT capture FROM pages WHERE page = ?", (page,)).fetchone()
    own = str(capture[:16])
    taken = connection.execute("SELECT 1 FROM pages WHERE article = ? AND page <> ?", (own, page)).fetchone()
    return hash_id("article", capture, document.text_sha256) if taken else own
