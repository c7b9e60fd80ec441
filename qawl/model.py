"""The types that all rooms share; the record of docs/record.md is made of them.

Offsets count Unicode code points of ``Document.text`` and are half open: ``text[start:end]`` is the quoted string, always.
Every type is immutable; `encode` and `decode` turn a record into JSON and back.
"""

from __future__ import annotations

import hashlib
from typing import Any, Literal

import msgspec
from msgspec import Struct

VERSION = "0.1.0"
SCHEMA = "qawl.record/1"
EXTRACTOR = f"qawl {VERSION}"

Kind = Literal["direct", "indirect", "mixed"]
Act = Literal["say", "assert", "deny", "warn", "announce", "call", "hope", "ask", "promise", "think", "accuse", "praise", "report"]
PartyType = Literal["person", "organisation", "country", "group", "document", "unnamed"]
Form = Literal["name", "surname", "role", "pronoun", "dropped", "fronted", "headline"]
Band = Literal["publish", "check", "draft"]
PartRole = Literal["title", "lead", "heading", "body", "caption", "related", "chrome"]
FlagName = Literal[
    "negated", "addition", "conditional", "restricted", "future", "obligation", "possibility", "wish", "hope", "opinion",
    "reservation", "passive", "translated",
]  # fmt: skip
EventType = Literal["visit", "meeting", "call", "signing", "vote", "protest"]
EventStatus = Literal["announced", "under_way", "held", "postponed", "cancelled", "proposed", "denied", "unknown"]
EventPart = Literal["attends", "hosts", "chairs", "meets", "not_attending", "not_invited"]
# The parts of those who stay away or were not asked to come.
ABSENT: tuple[EventPart, ...] = ("not_attending", "not_invited")
Stance = Literal["cooperation", "tension", "exclusion", "reservation", "neutral"]
PageKind = Literal["html", "text"]
FailureCode = Literal[
    "missing", "empty", "binary", "too_large", "no_article", "language", "bad_line", "crashed", "archive", "broken", "header",
]  # fmt: skip


class Unreadable(Exception):
    """A page that cannot be read. ``code`` is one of `FailureCode`; ``message`` says what is wrong and what to do."""

    def __init__(self, code: FailureCode, message: str) -> None:
        super().__init__(code, message)
        self.code: FailureCode = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


class Came(Struct, frozen=True):
    """How a page came to whoever archived it: the ``address`` that answered, ``headers`` as they came, one character for each byte
    (latin-1), and ``received``, ISO, UTC."""

    address: str
    headers: tuple[tuple[str, str], ...]
    received: str


class Listed(Struct, frozen=True):
    """What the feed or sitemap that lists a page says of it; it counts where the page itself says nothing."""

    title: str | None = None
    published: str | None = None
    outlet: str | None = None


class Page(Struct, frozen=True, kw_only=True):
    """A page as it came in, before anything is known of it.

    ``source`` is its bytes or its text; ``kind`` is guessed from the content where it is None. What the caller knows
    (``title``, ``published`` as ISO date or time, ``outlet``, ``url``) wins over what the page says of itself.
    ``line`` is the line of JSONL that the source was read from and ``sha256`` its hash; ``origin`` is the path it came from, of a
    line with its number.
    ``came`` says how a page of an archive came there, ``listed`` what a feed or sitemap says of it, which stands back behind what
    the page says. ``failure`` stands in for a source that could not even be opened.
    """

    id: str = "-"
    source: bytes | str = b""
    kind: PageKind | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    sha256: str | None = None
    line: bytes | None = None
    origin: str | None = None
    came: Came | None = None
    listed: Listed | None = None
    failure: Failure | None = None


class Span(Struct, frozen=True):
    """A piece of ``Document.text`` (of the title, in ``title_statements``): ``text == document.text[start:end]``."""

    text: str
    start: int
    end: int


class Cue(Span, frozen=True):
    """The reporting word or phrase, without a leading و; ``lemma`` is its dictionary form."""

    lemma: str
    act: Act


class Role(Span, frozen=True):
    """A title or role as the text gives it; ``former`` where the text says it is past."""

    former: bool = False


class Party(Struct, frozen=True):
    """Who is meant: ``ref`` is the id of the person, organisation, group or place of this record that it is, or null."""

    name: str
    type: PartyType
    ref: str | None = None


class Speaker(Party, frozen=True, kw_only=True):
    """Whose words they are; ``form`` is how the text refers to the speaker here."""

    form: Form
    role: str | None = None
    organisation: str | None = None


class DatedValue(Struct, frozen=True):
    """A place in time with where it comes from: explicit, inherited or from:published."""

    value: str
    source: str


class Flag(Struct, frozen=True):
    """What colours a statement, with the words that carry it."""

    flag: FlagName
    words: tuple[Span, ...]


class Statement(Struct, frozen=True, kw_only=True):
    """One saying: whose it is, by which words it is reported, and what was said."""

    id: str
    kind: Kind
    cue: Cue | None
    source: Span | None
    speaker: Speaker | None
    holder: tuple[Party, ...] = ()
    content: tuple[Span, ...]
    said_on: DatedValue | None = None
    said_to: Party | None = None
    via: Party | None = None
    topic: Span | None = None
    flags: tuple[Flag, ...] = ()
    repeats: str | None = None
    band: Band = "draft"
    rule: str


class Person(Struct, frozen=True, kw_only=True):
    """A person named in the page: ``name`` is the fullest form without title, ``mentions`` every occurrence in text order."""

    id: str
    name: str
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()


class Organisation(Struct, frozen=True, kw_only=True):
    """A body with a name; ``known_as`` is its stable id in the bundled table, ``country`` the ISO 3166 code of whose it is."""

    id: str
    name: str
    type: str
    known_as: str | None = None
    country: str | None = None
    mentions: tuple[Span, ...] = ()


class Group(Struct, frozen=True, kw_only=True):
    """Several people without a name of their own."""

    id: str
    name: str
    mentions: tuple[Span, ...] = ()


class Place(Struct, frozen=True, kw_only=True):
    """A place; ``country`` is its ISO 3166 code, ``known_as`` the stable id of the bundled table."""

    id: str
    name: str
    country: str | None = None
    known_as: str | None = None
    mentions: tuple[Span, ...] = ()


class Date(Span, frozen=True):
    """An expression that places something on a calendar; ``anchor`` is what a relative one was resolved from."""

    value: str | None
    anchor: str | None = None


class Duration(Span, frozen=True):
    """A length of time, ISO 8601."""

    value: str


class Figure(Span, frozen=True):
    """A number with its unit; ``value`` is null where it is vague."""

    value: float | None
    unit: str | None
    vague: bool


class Participant(Party, frozen=True, kw_only=True):
    """Who takes part in an event, or does not, according to whom and why."""

    part: EventPart
    count: int | None = None
    according_to: str | None = None
    reason: Span | None = None


class Event(Struct, frozen=True, kw_only=True):
    """An encounter: planned, held or called off."""

    id: str
    type: EventType
    what: Span | None = None
    where: Span | None = None
    when: str | None = None
    when_reason: str | None = None
    status: EventStatus = "unknown"
    participants: tuple[Participant, ...] = ()
    according_to: str | None = None
    reason: Span | None = None
    statement: str | None = None
    evidence: tuple[Span, ...] = ()


class Code(Struct, frozen=True):
    """A coding hint with the version of its mapping."""

    plover: str | None
    cameo: str | None
    version: str


class Action(Struct, frozen=True, kw_only=True):
    """What happened by force or in the street."""

    id: str
    code: Code
    source: Span | None = None
    verb: Span
    target: Span | None = None
    where: Span | None = None
    when: str | None = None
    event: str | None = None
    evidence: tuple[Span, ...] = ()


class Relation(Struct, frozen=True, kw_only=True):
    """How one party stands towards another; both directions are two relations."""

    id: str
    actor: Party
    target: Party
    stance: tuple[Stance, ...]
    code: Code | None = None
    condition: Span | None = None
    according_to: str | None = None
    statement: str | None = None
    evidence: tuple[Span, ...] = ()


class Part(Struct, frozen=True):
    """A stretch of the text with its place in the page's make-up."""

    role: PartRole
    start: int
    end: int


class Block(Struct, frozen=True):
    """A block of the text and where it stands in the page's decoded source; ``page`` is null where that is not known."""

    start: int
    end: int
    page: tuple[int, int] | None


class Sources(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Where what is known of a page came from: `json-ld`, `opengraph`, `visible`, `given` …; what is not known is left out."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None


class Document(Struct, frozen=True, kw_only=True):
    """A page as text, with what is known of it and where each piece of knowledge came from."""

    id: str
    url: str | None = None
    canonical_url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str = "ar"
    sources: Sources = Sources()
    text: str
    text_sha256: str
    page_sha256: str
    parts: tuple[Part, ...] = ()
    blocks: tuple[Block, ...] = ()


Entity = Person | Organisation | Group | Place


class Record(Struct, frozen=True, kw_only=True):
    """All that one page says, each finding with its place in the text."""

    schema: str = SCHEMA
    extractor: str = EXTRACTOR
    document: Document
    statements: tuple[Statement, ...] = ()
    title_statements: tuple[Statement, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    groups: tuple[Group, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[Date, ...] = ()
    durations: tuple[Duration, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    actions: tuple[Action, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def named(self) -> tuple[Entity, ...]:
        """Everybody and everything that the page names: people, organisations, groups, places."""
        return (*self.people, *self.organisations, *self.groups, *self.places)

    def to_json(self) -> bytes:
        """The record as one line of UTF-8 JSON, the same bytes for the same record."""
        return encode(self)

    @classmethod
    def from_json(cls, data: bytes | str) -> Record:
        """The record that `to_json` wrote. Raises `msgspec.ValidationError` where the shape is not that of a record."""
        return msgspec.json.decode(data, type=cls)


class PageName(Struct, frozen=True):
    """What is known of a page that could not be read."""

    id: str
    url: str | None = None


class Problem(Struct, frozen=True):
    """Why a page could not be read."""

    code: FailureCode
    message: str


class Failure(Struct, frozen=True, kw_only=True):
    """What stands in the place of a record for a page that could not be read."""

    schema: str = SCHEMA
    extractor: str = EXTRACTOR
    document: PageName
    error: Problem


def failure(id: str, url: str | None, code: FailureCode, message: str) -> Failure:
    """The failure record of the page `id`."""
    return Failure(document=PageName(id, url), error=Problem(code, message))


_encoder = msgspec.json.Encoder()


def encode(value: Any) -> bytes:
    """UTF-8 JSON of any of these types, keys in the order of the fields."""
    return _encoder.encode(value)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what stands for a page: its record, or the record of why it could not be read."""
    either, parts = msgspec.json.schema_components((Record, Failure), ref_template="#/$defs/{name}")
    return {"anyOf": list(either), "$defs": parts}


def hash_id(*parts: object) -> str:
    """16 hex digits that are the same on every run for the same parts."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def slice_span(text: str, start: int, end: int) -> Span:
    """The span of `text` from `start` to `end`."""
    return Span(text[start:end], start, end)
