"""What holds for all pages that one command brings, and an input that brings several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import BinaryIO, Literal, NamedTuple

from msgspec import Struct, field

from qawl.fetch.fetched import Limits
from qawl.library.adding import Added
from qawl.library.arrivals import Given
from qawl.library.resuming import Before


class Trip(Struct, frozen=True, kw_only=True):
    """What the caller knows of the pages, how they may be fetched, and which are there already.

    ``form``, ``published`` and ``outlet`` hold for every page. ``known`` tells of an address whether its page need not be
    fetched; ``tell`` says something to the user that is no failure of a page. ``before`` tells what came of an archive earlier,
    ``came`` takes what of that need not be looked at again, and ``aside`` counts by reasons what archives have beside pages.
    """

    form: Literal["html", "text"] | None = None
    published: str | None = None
    outlet: str | None = None
    limits: Limits = Limits()
    allow_private: bool = False
    known: Callable[[str], bool] = lambda _: False
    tell: Callable[[str], object] = lambda _: None
    before: Callable[[str, Given], Before | None] = lambda _, __: None
    came: Callable[[Added], object] = lambda _: None
    aside: Counter[str] = field(default_factory=Counter)


class Input(NamedTuple):
    """An input that is no page: `source` is its path, or the address asked for; `address` the one that answered."""

    source: str
    stream: BinaryIO
    address: str | None = None
