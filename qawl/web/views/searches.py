"""Saved searches: kept under a name, asked again, followed as a feed, renamed and deleted."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import ImmutableMultiDict
from starlette.requests import Request
from starlette.responses import Response

from qawl.show.found import NAMED
from qawl.web.rendering import page
from qawl.web.views.statements import asked_of
from qawl.web.writing import Form, changes, led_to

LIST = "/searches"


def list_searches(request: Request) -> Response:
    """All searches that are saved."""
    with request.app.state.shelf.library() as library:
        saved = library.saved_searches()
    return page(request, "searches.html", saved=saved, named=NAMED)


@changes()
def save_search(request: Request, form: Form) -> Response:
    """Keep a search, which the form has as the address has it, under the name that is given, else under its words."""
    asked = asked_of(ImmutableMultiDict(parse_qsl(form.text("asked"))))
    asked.pop("offset", None)
    with request.app.state.shelf.library() as library:
        library.save_search(form.text("name") or words_of(asked), asked)
    return led_to(LIST)


def words_of(asked: dict[str, Any]) -> str:
    """What a search asks for, as its name."""
    values = (value for name, value in asked.items() if name != "sort" and value is not True and value)
    return " · ".join(value if isinstance(value, str) else " ".join(value) for value in values)


@changes()
def rename_search(request: Request, form: Form) -> Response:
    """Give a saved search another name."""
    with request.app.state.shelf.library() as library:
        library.rename_search(form.text("name"), form.text("new"))
    return led_to(LIST)


@changes()
def delete_search(request: Request, form: Form) -> Response:
    """Take a saved search away."""
    with request.app.state.shelf.library() as library:
        library.delete_search(form.text("name"))
    return led_to(LIST)
