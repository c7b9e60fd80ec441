"""Feeds that are watched: how they stand, and what came of polling them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qawl.fetch.watching import Polled
from qawl.library.watched import Feed
from qawl.model import encode
from qawl.show.look import Look
from qawl.show.messages import reason
from qawl.show.strings import Lang, say

if TYPE_CHECKING:  # rich is loaded where a table is made
    from qawl.show.sections import Piece

COLUMNS = (("feed", 10), ("polled", 4), ("due", 4), ("state", 8))
MINUTE = len("2024-03-31T18:30")


def show_feeds(feeds: Sequence[Feed], look: Look) -> Iterator[bytes]:
    """Feeds as lines of JSON, or as a table."""
    if look.format == "jsonl":
        yield from (encode(feed) + b"\n" for feed in feeds)
    else:
        from qawl.show.table import titled_text  # JSON must not wait for rich

        yield titled_text("feeds", COLUMNS, (cells(feed, look.lang) for feed in feeds), look, "no_feeds").encode()


def cells(feed: Feed, lang: Lang) -> list[list[Piece]]:
    """Its address and name, when it answered last, when it is asked next, and how it stands."""
    return [
        [(feed.address, ""), (feed.outlet or feed.title or "", "dim")],
        [(minute(feed.polled, lang), "dim")],
        [(minute(feed.due, lang), "dim")],
        [state_of(feed, lang), (waiting(feed, lang), "dim")],
    ]


def minute(time: str | None, lang: Lang) -> str:
    """A time to the minute, in UTC as it is kept."""
    return time[:MINUTE].replace("T", " ") + " UTC" if time else say(lang, "never")


def state_of(feed: Feed, lang: Lang) -> Piece:
    """Whether a feed is well, or since when it fails and why."""
    if feed.failures:
        return failing(feed.failing_since or "", feed.code or "", feed.message or "", lang), "red"
    return (say(lang, "state.ok"), "green") if feed.polled else (say(lang, "state.not_polled"), "dim")


def failing(since: str, code: str, message: str, lang: Lang) -> str:
    """Since when something fails, and why."""
    return f"{say(lang, 'state.failing')} {minute(since, lang)}: {reason(code, message, lang)}"


def waiting(feed: Feed, lang: Lang) -> str:
    """How many pages of a feed are still to be brought; nothing where none is."""
    return f"{say(lang, 'pages_waiting')}: {feed.waiting}" if feed.waiting else ""


def polled_line(event: Polled, lang: Lang) -> str:
    """What came of a feed, in one line; nothing where nothing is new, or where it is told as a failure."""
    match event.outcome:
        case "listed" if event.new:
            words = f"{say(lang, 'pages_listed')}: {event.listed}{say(lang, 'comma')} {say(lang, 'pages_new')}: {event.new}"
        case "moved":
            words = f"{say(lang, 'feed_moved')} {event.to}"
        case "gone":
            words = say(lang, "feed_gone")
        case _:
            return ""
    return f"{event.address}: {words}"
