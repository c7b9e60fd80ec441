"""What can be asked of each address, as types: parameters are read, checked and described by them alone."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct, ValidationError
from starlette.requests import Request

from qawl.library.asking.waiting import Queue
from qawl.library.searching.search import Sort
from qawl.model import Band, EventPart, EventStatus, FlagName, Kind
from qawl.web.api.problems import BadQuestion

# What is shown where no band is asked for: drafts are found by rules that are often wrong.
TRUSTED: tuple[Band, ...] = ("publish", "check")

Day = Annotated[str, Meta(pattern=r"^\d{4}(-\d\d){0,2}$", examples=["2024-03-05", "2024-03", "2024"])]
Time = Annotated[
    str, Meta(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$", examples=["2024-03-05", "2024-03-05T09:00Z"])
]
Words = Annotated[str, Meta(max_length=500)]
Capture = Annotated[str, Meta(pattern=r"^[0-9a-f]{6,64}$")]
Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{1,64}$")]
P = TypeVar("P", bound=Struct)


class Nothing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing is asked but the address."""


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a list."""

    limit: Annotated[int, Meta(ge=1, le=500)] = 50
    offset: Annotated[int, Meta(ge=0, le=100_000)] = 0


class OfStatements(Part, frozen=True, kw_only=True):
    """A search: the same as the page of statements understands."""

    text: Words = ""
    exact: bool = False
    ta_marbuta: bool = False
    latin: bool = False
    speaker: Words | None = None
    said_to: Words | None = None
    role: Words | None = None
    organisation: Words | None = None
    topic: Words | None = None
    outlet: Words | None = None
    kind: tuple[Kind, ...] = ()
    band: tuple[Band, ...] = TRUSTED
    flags: tuple[FlagName, ...] = ()
    event_parts: tuple[EventPart, ...] = ()
    said_from: Day | None = None
    said_until: Day | None = None
    published_from: Day | None = None
    published_until: Day | None = None
    each: bool = False
    sort: Sort = "newest"
    facets: bool = True


class OfStatement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement."""

    capture: Capture
    id: Id


class OfPage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One page."""

    capture: Capture


class OfSomebody(Part, frozen=True, kw_only=True):
    """A person or body."""

    name: Annotated[str, Meta(min_length=1, max_length=500)]
    limit: Annotated[int, Meta(ge=1, le=200)] = 20
    on: Day | None = None
    band: tuple[Band, ...] = TRUSTED


class OfAgenda(Part, frozen=True, kw_only=True):
    """Encounters."""

    who: Annotated[str, Meta(min_length=1, max_length=500)] | None = None
    since: Day | None = None
    until: Day | None = None
    over: Day | None = None
    undated: bool = False
    status: tuple[EventStatus, ...] = ()
    absent: bool = False


class OfTwo(Part, frozen=True, kw_only=True):
    """Two parties."""

    a: Annotated[str, Meta(min_length=1, max_length=500)]
    b: Annotated[str, Meta(min_length=1, max_length=500)]
    since: Day | None = None
    until: Day | None = None
    band: tuple[Band, ...] = TRUSTED


class OfQuotation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A quotation in hand."""

    quotation: Annotated[str, Meta(min_length=1, max_length=5_000)]
    limit: Annotated[int, Meta(ge=1, le=20)] = 5


class OfBrief(Part, frozen=True, kw_only=True):
    """What came since a time."""

    since: Time | None = None
    until: Time | None = None
    band: tuple[Band, ...] = TRUSTED


class OfDay(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day of the news."""

    day: Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$", examples=["2024-03-05"])] | None = None
    band: tuple[Band, ...] = TRUSTED


class OfQueue(Part, frozen=True, kw_only=True):
    """What waits for a decision."""

    of: Queue = "statements"


class OfDecisions(Part, frozen=True, kw_only=True):
    """What people decided."""

    capture: Capture | None = None


class OfSheet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a list is written as CSV."""

    excel: bool = False


# -- reading them

_PLACE = re.compile(r" - at `\$\.(\w+).*`$")
SHOWN = 80  # letters of a wrong value that are told
_MISSING = re.compile(r"missing required field `(\w+)`")
# What says which part of a list is wanted, in which order, and what is counted beside: a table is the whole list.
OF_PART = ("limit", "offset", "sort", "facets")
# Parameters by name, and whether each may be given several times.
Names = dict[str, bool]


def asked_of(request: Request, kind: type[P]) -> P:
    """What a request asks, as its type; what is empty is not asked. Raises `BadQuestion`."""
    return convert(given_by(request, names_of(kind)), kind)


def given_by(request: Request, names: Names) -> dict[str, Any]:
    """The parameters of a request as they were written. Raises `BadQuestion` for unknown ones and what is told twice."""
    query = request.query_params
    known = names.keys() - request.path_params.keys()
    if unknown := tuple(sorted(set(query) - known)):
        message = f"there is no parameter {', '.join(unknown)} here; there are: {', '.join(sorted(known)) or 'none'}"
        raise BadQuestion("unknown_parameter", message, unknown)
    given = {name: [value for value in query.getlist(name) if value.strip()] for name in query}
    if twice := tuple(name for name, values in given.items() if len(values) > 1 and not names[name]):
        raise BadQuestion("bad_value", f"{', '.join(twice)} can be given once", twice)
    values = {name: values if names[name] else values[0].strip() for name, values in given.items() if values}
    return values | request.path_params


def convert(given: dict[str, Any], kind: type[P]) -> P:
    """What is asked, of its parameters as they were written. Raises `BadQuestion`."""
    try:
        return msgspec.convert(given, kind, strict=False)
    except ValidationError as error:
        raise _refused(str(error), given) from error


def _refused(message: str, given: dict[str, Any]) -> BadQuestion:
    if missing := _MISSING.search(message):
        return BadQuestion("missing_parameter", f"the parameter {missing[1]} is missing", (missing[1],))
    place = _PLACE.search(message)
    name = place[1] if place else ""
    told = str(given.get(name))[:SHOWN]
    return BadQuestion("bad_value", f"{name} is {told!r}: {_PLACE.sub('', message)}", (name,))


def names_of_table(kind: type[Struct]) -> Names:
    """The parameters of a list that is asked for as a table."""
    names = names_of(kind) | names_of(OfSheet)
    return {name: several for name, several in names.items() if name not in OF_PART}


@cache
def names_of(kind: type[Struct]) -> Names:
    """The parameters of a type, what says which part of a list is wanted last."""
    shape = msgspec.inspect.type_info(kind)
    assert isinstance(shape, msgspec.inspect.StructType)
    fields = sorted(shape.fields, key=lambda field: field.name in OF_PART)
    return {field.name: isinstance(field.type, msgspec.inspect.VarTupleType) for field in fields}
