"""What holds for all pages that one command brings, and an input that brings several."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, Literal, NamedTuple

from msgspec import Struct

from qawl.fetch.fetched import Limits


class Trip(Struct, frozen=True, kw_only=True):
    """What the caller knows of the pages, how they may be fetched, and which are there already.

    ``form``, ``published`` and ``outlet`` hold for every page. ``known`` tells of an address whether its page need not be
    fetched; ``tell`` says something to the user that is no failure of a page.
    """

    form: Literal["html", "text"] | None = None
    published: str | None = None
    outlet: str | None = None
    limits: Limits = Limits()
    allow_private: bool = False
    known: Callable[[str], bool] = lambda _: False
    tell: Callable[[str], object] = lambda _: None


class Input(NamedTuple):
    """An input that is no page: `source` is its path, or the address asked for; `address` the one that answered."""

    source: str
    stream: BinaryIO
    address: str | None = None
