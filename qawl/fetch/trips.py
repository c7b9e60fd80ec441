"""What holds for all pages that one command brings, and an input that brings several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import BinaryIO, Literal, NamedTuple

from msgspec import Struct, field

from qawl.fetch.fetched import Limits
from qawl.fetch.manners import Manners
from qawl.library.adding import Added
from qawl.library.arrivals import Given
from qawl.library.resuming import Before
from qawl.model import Listed

MOST = 1000  # pages of one list that are taken


class Remark(NamedTuple):
    """Something to be said of an input that is no failure of a page: a key of the interface's table, how many, and details."""

    source: str
    what: str
    number: int = 0
    detail: str = ""


class Trip(Struct, frozen=True, kw_only=True):
    """What the caller knows of the pages, how they may be fetched, and which are there already.

    ``form``, ``published`` and ``outlet`` hold for every page; ``listed`` is what a list said of a page that is asked for
    again. ``most`` is how many pages of one list are taken. ``manners`` remembers hosts (None: those of this process).
    ``known`` tells of an address whether its page need not be fetched, ``before`` what came of an archive earlier; ``came``
    takes what need not be looked at again, ``mended`` each input that lists pages and could be read, ``tell`` what is to be
    said of one, and ``aside`` counts by reasons what archives have beside pages.
    """

    form: Literal["html", "text"] | None = None
    published: str | None = None
    outlet: str | None = None
    limits: Limits = Limits()
    most: int = MOST
    allow_private: bool = False
    manners: Manners | None = None
    listed: Listed | None = None
    known: Callable[[str], bool] = lambda _: False
    before: Callable[[str, Given], Before | None] = lambda _, __: None
    came: Callable[[Added], object] = lambda _: None
    mended: Callable[[str], object] = lambda _: None
    tell: Callable[[Remark], object] = lambda _: None
    aside: Counter[str] = field(default_factory=Counter)


class Input(NamedTuple):
    """An input that is no page: `source` is its path, or the address asked for; `address` the one that answered."""

    source: str
    stream: BinaryIO
    address: str | None = None
