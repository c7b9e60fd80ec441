"""The addresses of the API, for people: what each answers, what it is asked, and an example of this library to click."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import Response

from qawl.library import Library
from qawl.web.api.parameters import names_of
from qawl.web.api.routes import ROOT, ROUTES, Route
from qawl.web.api.serving import FORMS
from qawl.web.rendering import page, query


class Shown(NamedTuple):
    """A route with the names of its parameters and an example: its address, the same to read, and its tables; none where the
    library has nothing to show.
    """

    route: Route
    names: list[str]
    example: str | None
    shown: str
    tables: dict[str, str]


def show_api(request: Request) -> Response:
    """All addresses."""
    with request.app.state.shelf.library() as library:
        values = examples(library)
    return page(request, "api.html", routes=[shown(route, values) for route in ROUTES])


def examples(library: Library) -> dict[str, Any]:
    """Values for parameters that a library has answers for; under the name of a route those that it alone has."""
    told: Any = next(library.rows("statements", "f.speaker IS NOT NULL AND f.band <> 'draft'", (), "LIMIT 1"), None)
    stood: Any = next(library.rows("relations", more="LIMIT 1"), None)
    event: Any = next(library.rows("events", more="LIMIT 1"), None)
    values: dict[str, Any] = {"limit": 10}
    if told:
        values |= {"capture": told.capture, "id": told.id, "name": told.speaker, "speaker": told.speaker, "quotation": told.text}
    if stood:
        values |= {"a": stood.actor_identity or stood.actor, "b": stood.target_identity or stood.target}
    return values | {"event": {"capture": event.capture, "id": event.id} if event else {"capture": None}}


# Which parameters an example has.
ASKED = {
    "statements": ("speaker", "limit"),
    "who": ("name",),
    "agenda": ("limit",),
    "timeline": ("a", "b"),
    "check": ("quotation",),
    "brief": ("limit",),
}


def shown(route: Route, values: dict[str, Any]) -> Shown:
    """A route with an example of these values."""
    path = f"{ROOT}{route.path}"
    needed = {*(name for name in ("capture", "id") if f"{{{name}}}" in path), *ASKED.get(route.name, ())}
    names = [name for name in names_of(route.asked) if f"{{{name}}}" not in path]
    values = values | values.get(route.name, {})
    if not all(values.get(name) for name in needed):
        return Shown(route, names, None, "", {})
    path, asked = path.format(**values), {name: values[name] for name in ASKED.get(route.name, ())}
    example = address(path, asked)
    table = {name: value for name, value in asked.items() if name != "limit"}
    tables = {form: address(f"{path}.{form}", table) for form in FORMS} if route.sheet else {}
    return Shown(route, names, example, unquote(example), tables)


def address(path: str, asked: dict[str, Any]) -> str:
    """An address with its parameters."""
    return f"{path}?{query(asked)}" if asked else path
