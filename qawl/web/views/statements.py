"""Statements: what the library has on words, speakers and days, with what is counted of all that answer."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import ImmutableMultiDict
from starlette.requests import Request
from starlette.responses import Response

from qawl.library.searching.search import Search
from qawl.show.found import NAMED
from qawl.web.passages import highlighted
from qawl.web.rendering import page

PAGE = 20  # statements of a page
# What can be asked by the address: fields of `Search` with one value, those with several, and switches.
SINGLE = (
    "speaker", "said_to", "role", "organisation", "topic", "outlet", "said_from", "said_until", "published_from", "published_until",
)  # fmt: skip
SEVERAL = ("kind", "band", "flags", "event_parts")
SWITCHES = ("exact", "latin", "each")
# The facets that are shown; a value of each is a filter of the same name.
FACETS = ("speaker", "outlet", "organisation", "topic", "kind", "flags", "event_parts", "band")


def find_statements(request: Request) -> Response:
    """The statements that answer, a page of them."""
    asked = asked_of(request.query_params)
    with request.app.state.shelf.library() as library:
        found = library.search(Search.of(asked | {"limit": PAGE}))
    answers = [(one, highlighted(one.statement.content, one.highlights)) for one in found.answers]
    start = asked.get("offset", 0)
    return page(
        request,
        "statements.html",
        asked=asked,
        found=found,
        answers=answers,
        facets=FACETS,
        named=NAMED,
        several=SEVERAL,
        start=start,
        more=start + len(answers) < found.total,
        size=PAGE,
    )


def asked_of(given: ImmutableMultiDict[str, str]) -> dict[str, Any]:
    """What an address asks for, as fields of `Search`; what is empty is not asked."""
    asked: dict[str, Any] = {"text": given.get("text", "").strip(), "sort": given.get("sort") or "newest"}
    asked |= {name: given[name].strip() for name in SINGLE if given.get(name, "").strip()}
    asked |= {name: values for name in SEVERAL if (values := tuple(filter(None, given.getlist(name))))}
    asked |= {name: True for name in SWITCHES if given.get(name)}
    if given.get("offset", "").isdecimal():
        asked["offset"] = int(given["offset"])
    return asked
