"""The fields of findings that people can fix: what they say, what may be put there instead, and how it is put there.

The value of a field is plain JSON: a text, null, a place `{"text", "start", "end"}`, a party `{"name", "type"}`, or a list of
these. A part in an encounter is the field `part:NAME`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Annotated, Any, NamedTuple, NoReturn, cast, get_args

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from qawl.arabic.letters import fold_phrase
from qawl.library.errors import LibraryError, Message
from qawl.model import (
    DatedValue,
    Event,
    EventPart,
    EventStatus,
    EventType,
    Form,
    Kind,
    Participant,
    Party,
    PartyType,
    Record,
    Span,
    Speaker,
    Statement,
)

Finding = Statement | Event
PART = "part:"
# What stands for the source of a day that a person told.
DECIDED = "decided"
_TIME = r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d-\d\d)"
_WHEN = re.compile(rf"{_TIME}(?:/{_TIME})?", re.ASCII)
When = Annotated[str, Meta(pattern=rf"^{_TIME}(?:/{_TIME})?$")]
_PLACE = re.compile(r"(\d+)-(\d+)", re.ASCII)


class PlaceValue(Struct, frozen=True):
    """The value of a field that is a place in the text."""

    text: Annotated[str, Meta(min_length=1)]
    start: Annotated[int, Meta(ge=0)]
    end: int


class PartyValue(Struct, frozen=True):
    """The value of a field that is a party."""

    name: Annotated[str, Meta(min_length=1)]
    type: PartyType


class PartValue(PartyValue, frozen=True):
    """The value of a part in an encounter."""

    part: EventPart


Places = Annotated[list[PlaceValue], Meta(min_length=1)]


class Page(NamedTuple):
    """What a finding stands in: the record, and the text that its offsets count in."""

    record: Record
    text: str


class Field(NamedTuple):
    """A field: its value as JSON, the finding with another value, and a value as somebody writes it, checked.

    `write` gives the finding as it is where the value no longer fits the page; `check` raises `LibraryError`. ``shape`` is the
    type of the value.
    """

    read: Callable[[Any], Any]
    write: Callable[[Any, Any, Page], Any]
    check: Callable[[Any, Any, Page], Any]
    shape: Any


def page_of(record: Record, in_title: bool) -> Page:
    """The text that findings of a record count in."""
    return Page(record, record.document.title or "" if in_title else record.document.text)


def field_of(finding: Finding, name: str) -> Field:
    """The field of that name. Raises `LibraryError` where such a finding has none."""
    fields = STATEMENT_FIELDS if isinstance(finding, Statement) else EVENT_FIELDS
    if name.startswith(PART) and isinstance(finding, Event):
        return _part(name.removeprefix(PART))
    if name not in fields:
        known = ", ".join((*fields, f"{PART}NAME") if isinstance(finding, Event) else fields)
        raise LibraryError("bad_value", "{name!r} cannot be decided on here; these can: {known}", name=name, known=known)
    return fields[name]


def must_fit(scope: str, name: str, value: Any) -> None:
    """Raises `LibraryError` where a finding of that kind has no such field, or no such value of it."""
    fields = STATEMENT_FIELDS if scope == "statement" else EVENT_FIELDS
    field = _part(name) if scope == "event" and name.startswith(PART) else fields.get(name)
    if field is None:
        raise LibraryError("bad_value", "a {scope} has no field {name!r} that can be decided on", scope=scope, name=name)
    must_be(field.shape, value)


def must_be(shape: Any, value: Any) -> None:
    """Raises `LibraryError` where a value has not the shape of its field."""
    try:
        msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise _wrong("{error}", value, error=error) from error


def field_name(name: str) -> str:
    """A field's name as decisions keep it: that of a part has the name of whose part it is folded."""
    return PART + fold_phrase(name.removeprefix(PART)) if name.startswith(PART) else name


def values_of(finding: Finding) -> dict[str, Any]:
    """The values of all fields of a finding."""
    names = [*STATEMENT_FIELDS] if isinstance(finding, Statement) else [*EVENT_FIELDS, *_parts(finding)]
    return {name: field_of(finding, name).read(finding) for name in names}


def _parts(event: Event) -> Iterator[str]:
    return (PART + fold_phrase(one.name) for one in event.participants)


def same(one: Any, other: Any) -> bool:
    """Whether two values of a field say the same: names by their folded form, places by their words."""
    return bool(_bare(one) == _bare(other))


def _bare(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_bare(item) for item in value]
    if isinstance(value, dict):
        return value["text"] if "text" in value else {**value, "name": fold_phrase(value["name"])}
    return value


# -- values as people write them


def _wrong(wanted: str, value: Any, **details: Any) -> LibraryError:
    return LibraryError("bad_value", "{value!r} does not fit: {wanted}", value=value, wanted=Message(wanted, **details))


def _text(value: Any, *_: Any) -> str | None:
    if value is None or (isinstance(value, str) and value.strip()):
        return value
    raise _wrong("a text or null is wanted", value)


def _one_of(kind: Any) -> Callable[..., str]:
    values = get_args(kind)

    def check(value: Any, *_: Any) -> str:
        if value not in values:
            raise _wrong("one of {values} is wanted", value, values=", ".join(values))
        return str(value)

    return check


def _when(value: Any, *_: Any) -> str | None:
    if value is None or (isinstance(value, str) and _WHEN.fullmatch(value)):
        return value
    raise _wrong("a date is wanted, such as 2024-03-05, 2024-03, 2024-03-05/2024-03-07 or --03-05", value)


def _party(value: Any, _: Any, page: Page) -> dict[str, str] | None:
    if value is None:
        return None
    if isinstance(value, str) and value.strip():
        return {"name": value, "type": _known(page.record, value)[0]}
    if isinstance(value, dict) and isinstance(value.get("name"), str) and value.get("type") in get_args(PartyType):
        return {"name": value["name"], "type": value["type"]}
    raise _wrong('a name, {{"name": …, "type": …}} or null is wanted', value)


def _parties(value: Any, finding: Any, page: Page) -> list[dict[str, str]]:
    several = value if isinstance(value, list) else [value]
    return [party for one in several if (party := _party(one, finding, page))]


def _known(record: Record, name: str) -> tuple[PartyType, str | None]:
    """What a record has under a folded name: its type and id; a person without one where it has nothing."""
    key = fold_phrase(name)
    return next(
        (
            (kind, entry.id)
            for kind, entry in _entries(record)
            if fold_phrase(entry.name) == key or any(fold_phrase(span.text) == key for span in entry.mentions)
        ),
        ("person", None),
    )


def _entries(record: Record) -> Iterator[tuple[PartyType, Any]]:
    yield from (("person", person) for person in record.people)
    yield from (("country" if body.type == "state" else "organisation", body) for body in record.organisations)
    yield from (("group", group) for group in record.groups)
    yield from (("country", place) for place in record.places)


def _span(value: Any, finding: Any, page: Page) -> dict[str, Any] | None:
    """A place: its words, `START-END`, or the place itself."""
    if value is None:
        return None
    if isinstance(value, str) and (match := _PLACE.fullmatch(value)):
        return _at(page, int(match[1]), int(match[2]), value)
    if isinstance(value, str) and value.strip():
        start = nearest(page.text, value, start_of(finding))
        return _absent(value) if start is None else _at(page, start, start + len(value), value)
    if isinstance(value, dict):
        must_be(PlaceValue, value)
        return _as_span(_to_span(value, page)) or _absent(value)
    if isinstance(value, list | tuple) and len(value) == 2 and all(isinstance(end, int) for end in value):
        return _at(page, value[0], value[1], value)
    raise _wrong("words of the page or their place as START-END are wanted", value)


def _absent(value: Any) -> NoReturn:
    raise _wrong("words that stand in the page are wanted, or their place as START-END", value)


def _at(page: Page, start: int, end: int, value: Any) -> dict[str, Any]:
    if not 0 <= start < end <= len(page.text):
        raise _wrong("the text has {length} characters, and a place begins before it ends", value, length=len(page.text))
    return {"text": page.text[start:end], "start": start, "end": end}


def _spans(value: Any, finding: Any, page: Page) -> list[dict[str, Any]]:
    if isinstance(value, str) and re.fullmatch(rf"{_PLACE.pattern}(?:,{_PLACE.pattern})*", value, re.ASCII):
        value = value.split(",")
    several = value if isinstance(value, list) and not all(isinstance(end, int) for end in value) else [value]
    spans = [span for one in several if (span := _span(one, finding, page))]
    if not spans or any(one["end"] > other["start"] for one, other in pairwise(spans)):
        raise _wrong("pieces are wanted in the order of the text, at least one", value)
    return spans


def start_of(finding: Finding) -> int:
    """Where the words of a finding begin."""
    return finding.content[0].start if isinstance(finding, Statement) else finding.evidence[0].start if finding.evidence else 0


def nearest(text: str, words: str, place: int) -> int | None:
    """Where `words` stand in a text, nearest to a place; None where they do not."""
    found = [match.start() for match in re.finditer(re.escape(words), text)]
    return min(found, key=lambda start: abs(start - place), default=None)


# -- values in findings


def _as_party(party: Party | None) -> dict[str, Any] | None:
    return {"name": party.name, "type": party.type} if party else None


def _as_span(span: Span | None) -> dict[str, Any] | None:
    return {"text": span.text, "start": span.start, "end": span.end} if span else None


def _to_party(value: dict[str, Any], page: Page) -> Party:
    return Party(value["name"], value["type"], _known(page.record, value["name"])[1])


def _to_span(value: dict[str, Any], page: Page) -> Span | None:
    """The place of words in a page, also where another version of the reader has moved them; None where they are not there."""
    words, start = value["text"], value["start"]
    if page.text[start : value["end"]] != words:
        found = nearest(page.text, words, start)
        if found is None:
            return None
        start = found
    return Span(words, start, start + len(words))


def _plain(name: str, check: Callable[..., Any], shape: Any) -> Field:
    """A field that holds a plain value."""
    return Field(lambda finding: getattr(finding, name), lambda finding, value, _: replace(finding, **{name: value}), check, shape)


def _of_speaker(name: str) -> Field:
    """A field of the speaker; where nobody speaks it stays as it is."""

    def write(finding: Statement, value: Any, _: Page) -> Statement:
        return replace(finding, speaker=replace(finding.speaker, **{name: value})) if finding.speaker else finding

    def check(value: Any, finding: Statement, _: Page) -> str | None:
        if finding.speaker is None:
            raise LibraryError("bad_value", "nobody says this yet: fix the speaker before the {name}", name=name)
        return _text(value)

    return Field(lambda finding: getattr(finding.speaker, name, None), write, check, str | None)


def _of_party(name: str) -> Field:
    def write(finding: Statement, value: Any, page: Page) -> Statement:
        return replace(finding, **{name: _to_party(value, page) if value else None})

    return Field(lambda finding: _as_party(getattr(finding, name)), write, _party, PartyValue | None)


def _of_span(name: str) -> Field:
    def write(finding: Finding, value: Any, page: Page) -> Finding:
        span = _to_span(value, page) if value else None
        return finding if value and span is None else replace(finding, **{name: span})

    return Field(lambda finding: _as_span(getattr(finding, name)), write, _span, PlaceValue | None)


def _write_speaker(finding: Statement, value: Any, page: Page) -> Statement:
    """Another speaker, with the form, role and body that the source gives; without one a statement is a draft."""
    if value is None:
        return replace(finding, speaker=None, band="draft")
    party = _to_party(value, page)
    before = finding.speaker
    if before is None:
        return replace(finding, speaker=Speaker(party.name, party.type, party.ref, form=_form(finding, party.name)))
    return replace(finding, speaker=replace(before, name=party.name, type=party.type, ref=party.ref))


def _form(finding: Statement, name: str) -> Form:
    """How the text refers to a speaker that a person told."""
    if finding.source is None:
        return "dropped"
    return "name" if f" {fold_phrase(name)} " in f" {fold_phrase(finding.source.text)} " else "role"


def _write_holder(finding: Statement, value: Any, page: Page) -> Statement:
    return replace(finding, holder=tuple(_to_party(party, page) for party in value))


def _write_content(finding: Statement, value: Any, page: Page) -> Statement:
    spans = [_to_span(piece, page) for piece in value]
    return finding if None in spans else replace(finding, content=tuple(cast("list[Span]", spans)))


def _write_said_on(finding: Statement, value: Any, _: Page) -> Statement:
    if value is not None and finding.said_on and finding.said_on.value == value:
        return finding
    return replace(finding, said_on=DatedValue(value, DECIDED) if value else None)


def _part(key: str) -> Field:
    """The part that somebody has in an encounter: one of `EventPart`, or null for who has none."""
    name = fold_phrase(key)

    def read(event: Event) -> Any:
        return next((_as_participant(one) for one in event.participants if fold_phrase(one.name) == name), None)

    def write(event: Event, value: Any, page: Page) -> Event:
        others = [one for one in event.participants if fold_phrase(one.name) != name]
        if value is None:
            return replace(event, participants=tuple(others))
        if len(others) == len(event.participants):
            party = _to_party(value, page)
            return replace(event, participants=(*others, Participant(party.name, party.type, party.ref, part=value["part"])))
        changed = (replace(one, part=value["part"]) if fold_phrase(one.name) == name else one for one in event.participants)
        return replace(event, participants=tuple(changed))

    def check(value: Any, event: Event, page: Page) -> Any:
        if value is None:
            return None
        if isinstance(value, dict):
            value = value.get("part")
        part = _one_of(EventPart)(value)
        known = read(event) or _party(key, event, page)
        return {**known, "part": part} if known else None

    return Field(read, write, check, PartValue | None)


def _as_participant(one: Participant) -> dict[str, Any]:
    return {"name": one.name, "type": one.type, "part": one.part}


STATEMENT_FIELDS: dict[str, Field] = {
    "speaker": Field(lambda finding: _as_party(finding.speaker), _write_speaker, _party, PartyValue | None),
    "role": _of_speaker("role"),
    "organisation": _of_speaker("organisation"),
    "kind": _plain("kind", _one_of(Kind), Kind),
    "content": Field(lambda finding: [_as_span(piece) for piece in finding.content], _write_content, _spans, Places),
    "source": _of_span("source"),
    "said_to": _of_party("said_to"),
    "via": _of_party("via"),
    "holder": Field(lambda finding: [_as_party(party) for party in finding.holder], _write_holder, _parties, list[PartyValue]),
    "said_on": Field(lambda finding: finding.said_on.value if finding.said_on else None, _write_said_on, _when, When | None),
    "topic": _of_span("topic"),
}
EVENT_FIELDS: dict[str, Field] = {
    "type": _plain("type", _one_of(EventType), EventType),
    "status": _plain("status", _one_of(EventStatus), EventStatus),
    "when": Field(
        lambda event: event.when,
        lambda event, value, _: event if event.when == value else replace(event, when=value, when_reason=None),
        _when,
        When | None,
    ),
    "where": _of_span("where"),
    "what": _of_span("what"),
    "reason": _of_span("reason"),
    "according_to": _plain("according_to", _text, str | None),
}


def read_value(text: str) -> Any:
    """A value as the command line has it: JSON where it is null, a list or an object; else the text itself."""
    if text == "null" or text[:1] in ("{", "["):
        try:
            return msgspec.json.decode(text)
        except msgspec.DecodeError as error:
            raise _wrong("it is no JSON ({error})", text, error=error) from error
    return text
