"""A search as an Atom feed (RFC 4287): what came or changed last, for readers of feeds."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response

from qawl.library.searching.news import News
from qawl.library.searching.search import Search
from qawl.web.rendering import as_written, environment, query
from qawl.web.settings import CHOICES, Settings, settings_of
from qawl.web.tags import is_known, tag_of, tagged, unchanged
from qawl.web.views.statements import asked_of

ENTRIES = 50  # of a part of a feed
ROW = re.compile(r"\d{1,15}", re.ASCII)
# What no XML holds.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def statements_feed(request: Request) -> Response:
    """The latest statements that answer a search, in the language that the address names, else the reader's."""
    asked, settings = searched(request), settings_for(request)
    below = request.query_params.get("below", "")
    with request.app.state.shelf.library() as library:
        tag = tag_of(request, library.revision(), str(request.base_url), repr(settings))
        if is_known(request, tag):
            return unchanged(tag)
        found = library.news(Search.of(asked), ENTRIES, int(below) if ROW.fullmatch(below) else None)
        own, made = library.store.fact("id"), library.store.fact("created")
    feed = written(request, settings, asked, found, own, max((one.updated for one in found), default=made))
    return tagged(Response(feed, media_type="application/atom+xml; charset=utf-8"), tag)


def searched(request: Request) -> dict[str, Any]:
    """The search of an address; order and place in it are those of a feed."""
    return {name: value for name, value in asked_of(request.query_params).items() if name not in ("sort", "offset")}


def settings_for(request: Request) -> Settings:
    """The settings of the reader, in the language that the address names: a reader of feeds has no cookies."""
    settings, lang = settings_of(request), request.query_params.get("lang", "")
    return replace(settings, lang=lang) if lang in CHOICES["lang"] else settings


def written(request: Request, settings: Settings, asked: dict[str, Any], found: list[News], own: str, updated: str) -> str:
    """The feed as XML. What no XML holds is left out."""
    lang = {"lang": settings.lang}
    more = {"below": found[-1].row} if len(found) == ENTRIES else None
    text = environment(as_written(settings)).get_template("feed.xml").render(
        id=f"urn:qawl:{own}:search:{sha256(query(asked).encode()).hexdigest()[:16]}",
        asked=asked,
        found=found,
        updated=updated,
        itself=urljoin(str(request.base_url), request.url.path + (f"?{request.url.query}" if request.url.query else "")),
        page=urljoin(str(request.base_url), f"/statements?{query(asked)}"),
        next=urljoin(str(request.base_url), f"/statements.atom?{query(asked | lang | more)}") if more else None,
        base=str(request.base_url).rstrip("/"),
        direction=settings.direction,
    )  # fmt: skip
    return NO_XML.sub("", text)
