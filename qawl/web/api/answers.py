"""What is answered, as types: the answers and their description are made of the same ones."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from msgspec import Struct

from qawl.library.across.appearances import Appearance
from qawl.library.across.spreads import Spread
from qawl.library.asking.brief import Brief
from qawl.library.asking.courses import Course
from qawl.library.asking.day import Counted
from qawl.library.asking.naming import Name
from qawl.library.asking.ruled import Ruled
from qawl.library.asking.timeline import Timeline
from qawl.library.asking.told import Told, Where
from qawl.library.asking.waiting import Waiting
from qawl.library.asking.who import Profile
from qawl.library.deciding.event_changes import EventChange
from qawl.library.outlets import OutletNote
from qawl.library.rows import EventRow, StatementRow
from qawl.library.searching.answers import Cited
from qawl.library.searching.counting import Value
from qawl.library.searching.highlights import Highlight
from qawl.library.searching.search import How
from qawl.model import Span, Statement
from qawl.show.strings import Lang
from qawl.web.quality import Counted as BandCounted
from qawl.web.quality import Credit, Figure

T = TypeVar("T")
EvidenceOf = Literal["content", "cue", "source", "topic", "flag"]


class Paged(Struct, frozen=True, kw_only=True):
    """A part of one list or of several: ``total`` is how long the longest is, ``offset`` what was passed over."""

    total: int
    limit: int
    offset: int


class Listed(Paged, Generic[T], frozen=True, kw_only=True):
    """A part of a list."""

    items: tuple[T, ...]


class Links(Struct, frozen=True, kw_only=True):
    """Addresses of this server: the same in the API, as a page, and in the reader of its page."""

    api: str
    html: str
    reader: str


class Answering(Struct, frozen=True, kw_only=True):
    """A statement that answers a search, with its page, the words that answer and how sure they are.

    ``spread`` is how far its saying went, where several pages report it.
    """

    statement: StatementRow
    page: Cited
    highlights: tuple[Highlight, ...]
    how: How
    spread: Spread | None
    links: Links


class Statements(Paged, frozen=True, kw_only=True):
    """Statements that answer a search, each saying once; ``facets`` count all of them, ``exact`` says whether counts are exact."""

    exact: bool
    items: tuple[Answering, ...]
    facets: dict[str, tuple[Value, ...]]


class Evidence(Struct, frozen=True, kw_only=True):
    """Words of the page that show something of a statement: places in the text, or in the title where the statement stands there.

    ``start`` and ``end`` count code points, ``utf16_start`` and ``utf16_end`` what JavaScript and Java count.
    """

    of: EvidenceOf
    text: str
    start: int
    end: int
    utf16_start: int
    utf16_end: int


class Cite(Struct, frozen=True, kw_only=True):
    """A citation in a line, in each language."""

    ar: str
    en: str


class Why(Struct, frozen=True, kw_only=True):
    """A reason in words, names in isolates (U+2068, U+2069); ``line`` of the text is where to look it up, 0 for nowhere."""

    text: str
    line: int


class OneStatement(Struct, frozen=True, kw_only=True):
    """A statement with all that is known of it; null is unknown.

    ``statement`` has the columns of the tables, ``record`` is it as the record of its page has it, ``evidence`` the places of its
    words. ``appearances`` are all pages that report it by time, with what differs. ``live`` opens the live page at its words, null
    where the page has no address. ``why`` tells for each field why it is what it is, in both languages, ``ruled`` what people
    decided, ``note`` what was noted of the outlet.
    """

    statement: StatementRow
    page: Where
    spread: Spread | None
    record: Statement
    evidence: tuple[Evidence, ...]
    appearances: tuple[Appearance, ...]
    citations: Cite
    live: str | None
    why: dict[Lang, dict[str, tuple[Why, ...]]]
    ruled: Ruled
    note: OutletNote | None
    links: Links


class OneDay(Struct, frozen=True, kw_only=True):
    """What was published on a day: as `Day` has it, its sayings of the bands that are asked for, counts of all."""

    day: str | None
    newest: str | None
    earlier: str | None
    later: str | None
    pages: int
    outlets: int
    count: int
    waiting: int
    sayings: tuple[Told, ...]
    speakers: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    encounters: tuple[MovedOn, ...]
    changes: tuple[EventChange, ...]


class MovedOn(Struct, frozen=True, kw_only=True):
    """An encounter as it stands now and as it stood before, null where it is new; ``changed`` is when."""

    now: Course
    before: Course | None
    changed: str


class Waits(Waiting, frozen=True, kw_only=True):
    """What waits for a decision, with what it is: a statement or an encounter."""

    statement: StatementRow | None
    event: EventRow | None


class Versions(Struct, frozen=True, kw_only=True):
    """Of the program, of records, of the columns of tables, of the schema of libraries; and what made this library."""

    extractor: str
    record: str
    columns: str
    library: int
    made_by: str


class Quality(Struct, frozen=True, kw_only=True):
    """What was measured of the program, the weakest first, what the bands rest on, under which licences all of it stands."""

    measured: str
    figures: tuple[Figure, ...]
    weakest: tuple[Figure, ...]
    bands: tuple[BandCounted, ...]
    credits: tuple[Credit, ...]
    libraries: tuple[Credit, ...]
    versions: Versions


class Somebody(Paged, frozen=True, kw_only=True):
    """Whom a name means: ``profile`` is what there is of him; null where several may be meant, the ``others``."""

    profile: Profile | None
    others: tuple[Name, ...]


class TwoParties(Paged, frozen=True, kw_only=True):
    """What one says of the other and how it stands towards it, the directions apart."""

    timeline: Timeline


class Briefed(Paged, frozen=True, kw_only=True):
    """What came since a time; ``totals`` tells how long each list is."""

    brief: Brief
    totals: dict[str, int]


def links_of(capture: str, id: str) -> Links:
    """The addresses of a statement."""
    own = f"/statement/{capture}/{id}"
    return Links(api=f"/api{own}", html=own, reader=f"/page/{capture}")


def places_of(text: str, statement: Statement) -> tuple[Evidence, ...]:
    """The words of `text` that a statement is made of, by what they show, in the order of a reader's questions."""
    flags = tuple(words for flag in statement.flags for words in flag.words)
    spans: tuple[tuple[EvidenceOf, tuple[Span | None, ...]], ...] = (
        ("content", statement.content),
        ("cue", (statement.cue,)),
        ("source", (statement.source,)),
        ("topic", (statement.topic,)),
        ("flag", flags),
    )
    return tuple(_place(text, of, span) for of, some in spans for span in some if span)


def _place(text: str, of: EvidenceOf, span: Span) -> Evidence:
    first = utf16(text[: span.start])
    return Evidence(
        of=of,
        text=span.text,
        start=span.start,
        end=span.end,
        utf16_start=first,
        utf16_end=first + utf16(text[span.start : span.end]),
    )


def utf16(text: str) -> int:
    """How many units of UTF-16 a text has."""
    return len(text) + sum(letter > "\uffff" for letter in text)
