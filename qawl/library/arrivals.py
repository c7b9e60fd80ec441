"""How pages come to a library, and how they are made again from their captures."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from qawl.model import EXTRACTOR, Listed, Page
from qawl.pages.jsonl import read_line

STANDARD_INPUT = "-"
# How the source of a page begins that a person gave in the browser, as a file or as text: what follows is a label, and no path.
UPLOADED, PASTED = "upload:", "pasted:"


class Given(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the caller knew of a page: with the capture it is all that reading needs."""

    id: str
    form: Literal["html", "text", "line"] | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    listed: Listed | None = None


class Arrival(Struct, frozen=True, kw_only=True):
    """A page as it came: ``data`` are its bytes as received, None where nothing came; then ``code`` and ``message`` say why.

    ``source`` is the path, the path and line, or the address asked for; ``address`` the one that answered; ``received`` ISO, UTC.
    """

    source: str
    page: Page
    given: Given
    data: bytes | None
    received: str
    address: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    code: str | None = None
    message: str | None = None
    tool: str = EXTRACTOR


def arrivals_of(pages: Iterable[Page], received: str, published: str | None = None, outlet: str | None = None) -> Iterator[Arrival]:
    """The pages of files as arrivals; `published` and `outlet` are what the caller gave to all of them."""
    for page in pages:
        given = Given(id=page.id, form=_form(page), published=published, outlet=outlet)
        if page.line is None:  # a line tells its own facts, and its capture keeps them
            given = replace(
                given, title=page.title, published=published or page.published, outlet=outlet or page.outlet, url=page.url
            )
        arrival = Arrival(source=_source(page), page=page, given=given, data=_data(page), received=received)
        yield _failed(arrival) if arrival.data is None else _as_it_came(arrival)


def _as_it_came(arrival: Arrival) -> Arrival:
    came = arrival.page.came
    return replace(arrival, received=came.received, address=came.address, headers=came.headers) if came else arrival


def _failed(arrival: Arrival) -> Arrival:
    error = arrival.page.failure.error if arrival.page.failure else None
    return replace(arrival, code=error.code, message=error.message) if error else arrival


def _form(page: Page) -> Literal["html", "text", "line"] | None:
    return "line" if page.line is not None else page.kind


def _data(page: Page) -> bytes | None:
    if page.line is not None:
        return page.line
    if page.failure:
        return None
    return page.source.encode() if isinstance(page.source, str) else page.source


def _source(page: Page) -> str:
    """The path from the root, so that the same file is the same source wherever the command runs."""
    origin = page.origin or page.id
    return origin if origin.split(":")[0] == STANDARD_INPUT else os.path.abspath(origin)


def came_by_hand(source: str) -> bool:
    """Whether a person gave it in the browser, so that it can be asked for nowhere else."""
    return source.startswith((UPLOADED, PASTED))


def name_of(source: str) -> str:
    """What a source is called: the name of a file without its folders, and without the mark of what came by hand."""
    return source.partition(":")[2] if came_by_hand(source) else PurePath(source).name


def page_of(data: bytes, given: Given) -> Page:
    """The page that a capture is, as it was when it came."""
    known = Page(id=given.id, title=given.title, published=given.published, outlet=given.outlet, url=given.url, listed=given.listed)
    if given.form == "line":
        return read_line(data, given.id, known)
    return replace(known, source=data, kind=given.form)


FACTS = ("title", "published", "outlet", "form")


def says_more(given: Given, before: Given) -> bool:
    """Whether `given` tells a fact of a page that is not the one it was read with; of its addresses the first stands."""
    told = any(getattr(given, fact) not in (None, getattr(before, fact)) for fact in FACTS)
    return told or bool(given.url and not before.url)


def merged(given: Given, before: Given) -> Given:
    """What is known of a page that came before: new facts over old ones."""
    new = {fact: value for fact in FACTS if (value := getattr(given, fact)) is not None}
    return replace(before, url=before.url or given.url, **new)


def came_hash(source: str, capture: str, address: str | None, headers: str, received: str) -> str:
    """The hash of how a page came; `headers` is JSON as `arrivals.headers` keeps it."""
    return hashlib.sha256(msgspec.json.encode((source, capture, address, headers, received))).hexdigest()


def given_of(kept: str | bytes) -> Given:
    """What the caller knew, as `arrivals.given` keeps it: JSON, sealed where it tells what may not be shown."""
    return msgspec.json.decode(unsealed(kept), type=Given)


def sealed(text: str) -> bytes:
    """What was given, unseen by whoever opens the database."""
    return zlib.compress(text.encode())


def unsealed(kept: str | bytes) -> str:
    """What was given as JSON, sealed or not. Raises `ValueError` where it is damaged."""
    try:
        return kept if isinstance(kept, str) else zlib.decompress(kept).decode()
    except zlib.error as error:
        raise ValueError(str(error)) from error
