"""The API as an application of its own: each route answers JSON, those with a sheet CSV and JSONL too; what fails is a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route as Address

from qawl.export.delimited import csv_lines
from qawl.export.lines import json_lines
from qawl.library import LibraryError
from qawl.model import encode
from qawl.web.api.answers import Paged
from qawl.web.api.openapi import document
from qawl.web.api.parameters import OfSheet, asked_of, convert, given_by, names_of_table
from qawl.web.api.problems import BadQuestion, badly_asked, failed, of_http, of_library, of_refusal
from qawl.web.api.routes import ROUTES, Route
from qawl.web.api.sheets import begun, blocks
from qawl.web.refusing import Refused
from qawl.web.shelf import Shelf
from qawl.web.tags import is_known, tag_of, tagged, tagged_by_content, unchanged

JSON, TEXT = "application/json", "text/plain; charset=utf-8"
FORMS: dict[str, str] = {"csv": "text/csv; charset=utf-8; header=present", "jsonl": "application/jsonl"}

Endpoint = Callable[[Request], Response]


def api(shelf: Shelf) -> Starlette:
    """The API of the library of a shelf, to be mounted."""
    app = Starlette(
        routes=[*addresses(), Address("/openapi.json", describe)],
        exception_handlers={
            LibraryError: of_library,
            BadQuestion: badly_asked,
            Refused: of_refusal,
            HTTPException: of_http,
            Exception: failed,
        },
    )
    app.state.shelf = shelf
    return app


def addresses() -> Iterator[Address]:
    """What is answered on each address; tables stand before what they could be taken for."""
    for route in ROUTES:
        if route.sheet:
            yield from (Address(f"{route.path}.{form}", streaming(route, form)) for form in FORMS)
        yield Address(route.path, answering(route))


def answering(route: Route) -> Endpoint:
    """What answers a route as JSON."""

    def answer(request: Request) -> Response:
        asked = asked_of(request, route.asked)
        tag = None
        with request.app.state.shelf.library() as library:
            if route.counted:
                tag = tag_of(request, library.revision())
                if is_known(request, tag):
                    return unchanged(tag)
            found = route.ask(library, asked)
        made = written(found)
        made.headers.update(links(request, found))
        return tagged(made, tag) if tag else tagged_by_content(request, made)

    return answer


def written(found: Any) -> Response:
    """An answer: text as it is, all else as JSON."""
    return Response(found, media_type=TEXT) if isinstance(found, str) else Response(encode(found), media_type=JSON)


def links(request: Request, found: Any) -> dict[str, str]:
    """The header that leads to the next part of a list and to the one before."""
    if not isinstance(found, Paged):
        return {}
    before, after = max(found.offset - found.limit, 0), found.offset + found.limit
    parts = {"prev": before if found.offset else None, "next": after if after < found.total else None}
    told = [f'<{at(request, offset)}>; rel="{name}"' for name, offset in parts.items() if offset is not None]
    return {"Link": ", ".join(told)} if told else {}


def at(request: Request, offset: int) -> str:
    """The address of another part of the same list."""
    rest = [(name, value) for name, value in request.query_params.multi_items() if name != "offset" and value]
    return f"{request.url.path}?{urlencode([*rest, ('offset', offset)])}"


def streaming(route: Route, form: str) -> Endpoint:
    """What answers a route as a table, which streams."""

    def answer(request: Request) -> Response:
        given = given_by(request, names_of_table(route.asked))
        how = convert({name: given.pop(name) for name in OfSheet.__struct_fields__ if name in given}, OfSheet)
        asked = convert(given, route.asked)
        tag = None
        if route.counted:
            with request.app.state.shelf.library() as library:
                tag = f"W/{tag_of(request, library.revision())}"  # what changes meanwhile is told as it then stands
            if is_known(request, tag):
                return unchanged(tag)
        assert route.sheet
        sheet = route.sheet(request.app.state.shelf.library, asked)
        parts = begun(blocks(json_lines(sheet) if form == "jsonl" else csv_lines(sheet, bom=how.excel)))
        headers = {"Content-Disposition": f'attachment; filename="{sheet.name}.{form}"'}
        made = StreamingResponse((part for part in parts if request.method != "HEAD"), headers=headers, media_type=FORMS[form])
        return tagged(made, tag) if tag else made

    return answer


def describe(request: Request) -> Response:
    """The description of the API itself (OpenAPI)."""
    return tagged_by_content(request, Response(encode(document()), media_type=JSON))
