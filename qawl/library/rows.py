"""The rows of a library: what its tables, its exports and its codebook have in common.

A row type is a table, a field a column; its description is the column's entry in the codebook. Rows are a view of the
records and of what people decided about them: they can be made anew at any time, and nothing but them is searched, listed
or exported.
"""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct

from qawl.arabic.wording import is_denied
from qawl.model import Act, Band, EventPart, EventStatus, EventType, FlagName, Form, Kind, PartyType, Stance

Decided = Annotated[str | None, Meta(description="what a person decided: accept, fix or unsure; null where nobody has")]
Capture = Annotated[str, Meta(description="SHA-256 of the bytes of the page, the key of its capture")]
Id = Annotated[str, Meta(description="id of the finding in its record; with the capture it is the key of the finding")]
Count = Annotated[int, Meta(description="how many times it is named in the page")]
Identity = Annotated[str | None, Meta(description="id of the same person, body, group or place in all pages")]


def _said(what: str) -> Meta:
    return Meta(description=what)


class StatementRow(Struct, frozen=True, kw_only=True):
    """One statement."""

    capture: Capture
    id: Id
    number: Annotated[int, _said("its place among the statements of the page, from 0")]
    in_title: Annotated[bool, _said("whether it stands in the title, outside the text; then the offsets count in the title")]
    kind: Annotated[Kind, _said("direct, indirect or mixed, by the quotation marks alone")]
    text: Annotated[str, _said("what was said, the pieces joined by ` … `")]
    start: Annotated[int, _said("code point of the text at which what was said begins")]
    end: Annotated[int, _said("code point behind its last")]
    source: Annotated[str | None, _said("the whole phrase that names the source")]
    cue: Annotated[str | None, _said("the reporting word")]
    cue_lemma: Annotated[str | None, _said("its dictionary form")]
    act: Annotated[Act | None, _said("what kind of saying the word tells; deny: what was said is told as denied")]
    speaker: Annotated[str | None, _said("who says it, in the fullest form of the page; null where the page does not tell")]
    speaker_key: Annotated[str | None, _said("the speaker's name folded, by which two spellings are one")]
    speaker_type: Annotated[PartyType | None, _said("person, organisation, country, group, document or unnamed")]
    speaker_form: Annotated[Form | None, _said("how the text refers to the speaker here")]
    role: Annotated[str | None, _said("the speaker's role as the text gives it")]
    organisation: Annotated[str | None, _said("the body that the speaker speaks for")]
    holder: Annotated[tuple[str, ...], _said("whose wish or view is reported, where it is not the speaker's own")]
    said_to: Annotated[str | None, _said("whom it was told")]
    via: Annotated[str | None, _said("the agency or paper that relays it")]
    said_on: Annotated[str | None, _said("when it was said: an ISO prefix or interval")]
    said_on_source: Annotated[str | None, _said("where the day comes from: explicit, inherited or from:published")]
    topic: Annotated[str | None, _said("the heading or fronted topic that it stands under")]
    flags: Annotated[tuple[FlagName, ...], _said("what colours it: negated, conditional, wish …")]
    event_parts: Annotated[
        tuple[EventPart, ...], _said("the parts that the encounters told in it give to those who take part or do not")
    ]
    repeats: Annotated[str | None, _said("id of the earlier statement of the page that it makes again")]
    band: Annotated[Band, _said("publish, check or draft, by the measured precision of its rule")]
    rule: Annotated[str, _said("the rule that found it")]
    saying: Annotated[str | None, _said("id of the saying: the same in all pages that report it")] = None
    speaker_identity: Identity = None
    decided: Decided = None
    decided_by: Annotated[str | None, _said("who decided last")] = None

    @property
    def denied(self) -> bool:
        """Whether the page tells it as denied, doubted or ruled out."""
        return is_denied(self.act, self.cue_lemma)


class PageRow(Struct, frozen=True, kw_only=True):
    """A page that was read."""

    capture: Capture
    document: Annotated[str, _said("the page's id: its file name, a line's own id, or its address")]
    url: Annotated[str | None, _said("its address")]
    canonical_url: Annotated[str | None, _said("the address that the page gives itself")]
    outlet: Annotated[str | None, _said("who published it")]
    title: Annotated[str | None, _said("its title")]
    author: Annotated[str | None, _said("who wrote it")]
    published: Annotated[str | None, _said("when it was published: an ISO date or time")]
    modified: Annotated[str | None, _said("when it was changed last")]
    language: Annotated[str, _said("its language")]
    text_sha256: Annotated[str, _said("SHA-256 of its text")]
    extractor: Annotated[str, _said("program and version that read it")]
    read: Annotated[str, _said("when it was read: ISO time, UTC")]
    article: Annotated[str | None, _said("id of the article: the same in all its copies")] = None


class PersonRow(Struct, frozen=True, kw_only=True):
    """A person named in a page."""

    capture: Capture
    id: Id
    name: Annotated[str, _said("the fullest form of the page, without title")]
    key: Annotated[str, _said("the name folded, by which two spellings are one")]
    roles: Annotated[tuple[str, ...], _said("the roles that the page gives")]
    former_roles: Annotated[tuple[str, ...], _said("the roles that the page says are past")]
    mentions: Count
    identity: Identity = None


class OrganisationRow(Struct, frozen=True, kw_only=True):
    """A body named in a page."""

    capture: Capture
    id: Id
    name: Annotated[str, _said("its name as the page has it")]
    key: Annotated[str, _said("the name folded")]
    type: Annotated[str, _said("body, state, agency, paper, party, company …")]
    known_as: Annotated[str | None, _said("stable id in the bundled table")]
    country: Annotated[str | None, _said("ISO 3166 code of the country whose it is")]
    mentions: Count
    identity: Identity = None


class GroupRow(Struct, frozen=True, kw_only=True):
    """Several people without a name of their own."""

    capture: Capture
    id: Id
    name: Annotated[str, _said("as the page has it")]
    key: Annotated[str, _said("the name folded")]
    mentions: Count
    identity: Identity = None


class PlaceRow(Struct, frozen=True, kw_only=True):
    """A place named in a page."""

    capture: Capture
    id: Id
    name: Annotated[str, _said("as the page has it")]
    key: Annotated[str, _said("the name folded")]
    country: Annotated[str | None, _said("ISO 3166 code of its country")]
    known_as: Annotated[str | None, _said("stable id in the bundled table")]
    mentions: Count
    identity: Identity = None


class EventRow(Struct, frozen=True, kw_only=True):
    """An encounter, planned, held or called off."""

    capture: Capture
    id: Id
    type: Annotated[EventType, _said("visit, meeting, call, signing, vote or protest")]
    status: Annotated[EventStatus, _said("how the page stands to it: announced, held, cancelled …")]
    what: Annotated[str | None, _said("the words that name it")]
    place: Annotated[str | None, _said("where")]
    date: Annotated[str | None, _said("when: an ISO prefix or interval")]
    date_reason: Annotated[str | None, _said("why no date is given")]
    according_to: Annotated[str | None, _said("who says so; null is the page's own voice")]
    reason: Annotated[str | None, _said("why it is off or put off, in the page's words")]
    statement: Annotated[str | None, _said("id of the statement that tells it")]
    evidence: Annotated[str | None, _said("the clause that first tells it")]
    encounter: Annotated[str | None, _said("id of the encounter: the same in all pages that tell it")] = None
    decided: Decided = None
    decided_by: Annotated[str | None, _said("who decided last")] = None


class ParticipantRow(Struct, frozen=True, kw_only=True):
    """Somebody who takes part in an encounter, or does not."""

    capture: Capture
    event: Annotated[str, _said("id of the encounter")]
    number: Annotated[int, _said("place in the list, from 0")]
    name: Annotated[str, _said("as the page has it, without title")]
    key: Annotated[str, _said("the name folded")]
    type: Annotated[PartyType, _said("person, organisation, country, group, document or unnamed")]
    part: Annotated[EventPart, _said("attends, hosts, chairs, meets, not_attending or not_invited")]
    count: Annotated[int | None, _said("how many they are")]
    according_to: Annotated[str | None, _said("who says so; null is the page's own voice")]
    reason: Annotated[str | None, _said("why, in the page's words")]
    identity: Identity = None


class ActionRow(Struct, frozen=True, kw_only=True):
    """What happened by force or in the street."""

    capture: Capture
    id: Id
    plover: Annotated[str | None, _said("PLOVER code")]
    cameo: Annotated[str | None, _said("CAMEO code")]
    version: Annotated[str, _said("version of the mapping to codes")]
    verb: Annotated[str, _said("the word that tells it")]
    source: Annotated[str | None, _said("who did it")]
    target: Annotated[str | None, _said("to whom")]
    place: Annotated[str | None, _said("where")]
    date: Annotated[str | None, _said("when: an ISO prefix or interval")]
    event: Annotated[str | None, _said("id of the encounter that it is too")]
    evidence: Annotated[str | None, _said("the clause that tells it")]


class RelationRow(Struct, frozen=True, kw_only=True):
    """How one party stands towards another."""

    capture: Capture
    id: Id
    actor: Annotated[str, _said("who")]
    actor_key: Annotated[str, _said("the name folded")]
    actor_type: Annotated[PartyType, _said("person, organisation, country, group, document or unnamed")]
    target: Annotated[str, _said("towards whom")]
    target_key: Annotated[str, _said("the name folded")]
    target_type: Annotated[PartyType, _said("person, organisation, country, group, document or unnamed")]
    stance: Annotated[
        tuple[Stance, ...], _said("cooperation, tension, exclusion, reservation, neutral; more than one where the words hold both")
    ]
    plover: Annotated[str | None, _said("PLOVER code, null where none fits")]
    cameo: Annotated[str | None, _said("CAMEO code, null where none fits")]
    version: Annotated[str | None, _said("version of the mapping to codes")]
    condition: Annotated[str | None, _said("on what it depends, in the page's words")]
    according_to: Annotated[str | None, _said("who says so; null is the page's own voice")]
    statement: Annotated[str | None, _said("id of the statement that tells it")]
    evidence: Annotated[str | None, _said("the words that show it")]
    actor_identity: Identity = None
    target_identity: Identity = None


Row = (
    PageRow | StatementRow | PersonRow | OrganisationRow | GroupRow | PlaceRow | EventRow | ParticipantRow | ActionRow | RelationRow
)  # fmt: skip
# The tables, by name.
TABLES: dict[str, type[Struct]] = {
    "pages": PageRow,
    "statements": StatementRow,
    "people": PersonRow,
    "organisations": OrganisationRow,
    "groups": GroupRow,
    "places": PlaceRow,
    "events": EventRow,
    "participants": ParticipantRow,
    "actions": ActionRow,
    "relations": RelationRow,
}


# Those of whom and what pages name.
NAMED = ("people", "organisations", "groups", "places")
# The columns that pages only have beside one another: no record tells them, `qawl.library.across` fills them in.
LINKED = frozenset({"article", "saying", "speaker_identity", "encounter", "identity", "actor_identity", "target_identity"})


class Column(NamedTuple):
    """A column: ``type`` is str, int, bool or tuple (several texts); ``values`` are the members of a closed list."""

    name: str
    type: type
    nullable: bool
    values: tuple[str, ...]
    description: str


@cache
def columns(row: type[Struct]) -> tuple[Column, ...]:
    """The columns of a table, in order, from the types of its row."""
    hints = get_type_hints(row, include_extras=True)
    return tuple(_column(name, hints[name]) for name in row.__struct_fields__)


def _column(name: str, hint: Any) -> Column:
    bare, *about = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    plain = [part for part in _parts(bare) if part is not NoneType]
    description = next((meta.description for meta in about if isinstance(meta, Meta)), None) or ""
    return Column(name, _kind(plain), NoneType in _parts(bare), _values(bare), description)


def _parts(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _kind(plain: list[Any]) -> type:
    (only,) = plain
    if get_origin(only) is tuple:
        return tuple
    return only if isinstance(only, type) else str


def _values(hint: Any) -> tuple[str, ...]:
    """The members of a closed list, of the list's own or of its elements."""
    found: list[str] = []
    for part in _parts(hint):
        inner = get_args(part)[0] if get_origin(part) is tuple else part
        found += [value for value in get_args(inner) if isinstance(value, str)]
    return tuple(found)


# What the columns are called and mean; counted up where one goes or means something else.
COLUMNS_VERSION = "qawl.columns/1"
# The columns of its page that stand beside a finding when it leaves the library.
BESIDE = ("document", "url", "canonical_url", "outlet", "title", "published")


def line_columns(table: str) -> tuple[Column, ...]:
    """The columns of a table as it is exported: those of its row; of a finding also those of `BESIDE`, from its page."""
    own = columns(TABLES[table])
    if TABLES[table] is PageRow:
        return own
    page = {column.name: column for column in columns(PageRow)}
    beside = (page[name] for name in BESIDE)
    return own + tuple(column._replace(description=f"of the page: {column.description}") for column in beside)
