"""Watching feeds, against a host on this machine and by a clock that is set by hand; and as a process that is killed."""

from __future__ import annotations

import gzip
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from test_feeds import items, rss, story
from test_fetch import Behaviour, Host, reply, to

from qawl import cli
from qawl.fetch import Limits, Manners
from qawl.fetch.subscriptions import addresses_in
from qawl.fetch.trips import Remark, Trip
from qawl.fetch.watching import Clock, Polled, Watch, iso
from qawl.library import Library
from qawl.library.adding import Added
from qawl.library.watched import Feed, next_pages, take_listed
from qawl.model import Listed

START = 1772625600.0  # 2026-03-04T12:00:00Z
QUARTER, HOUR, DAY = 900.0, 3600.0, 24 * 3600.0
BUSY = reply(b"", status="503 Busy")


class Over(Exception):
    """The time for which the feeds were to be watched."""


class Hand:
    """A clock that is set by hand: sleeping takes no time."""

    def __init__(self) -> None:
        self.time = START
        self.end = START
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        if self.time + seconds > self.end:
            self.time = self.end
            raise Over
        self.time += seconds

    def clock(self) -> Clock:
        return Clock(lambda: self.time, self.sleep, lambda: 0.0)


class Desk:
    """A library that watches, and the time by which it does."""

    def __init__(self, folder: Path) -> None:
        self.library = Library(folder, create=True)
        self.hand = Hand()
        self.remarks: list[Remark] = []
        self.pause = 0.0
        self.manners: Manners | None = None

    def watch(self, seconds: float = DAY, once: bool = False, **more: Any) -> list[Polled | Added]:
        """What came in so many seconds."""
        self.hand.end = self.hand.time + seconds
        limits = Limits(seconds=2, silence=1, pause=self.pause, max_bytes=10**6)
        trip = Trip(limits=limits, allow_private=True, tell=self.remarks.append, manners=self.manners, **more)
        came: list[Polled | Added] = []
        with suppress(Over):
            for event in Watch(self.library, trip, self.hand.clock()).run(once):
                came.append(event)  # noqa: PERF402 what came before the time was over is kept
        return came

    def take(self, *addresses: str, **more: Any) -> int:
        """Watch these feeds from now on."""
        return self.library.watch(addresses, time=iso(self.hand.time), **more)

    def feed(self) -> Feed:
        (feed,) = self.library.feeds()
        return feed

    @property
    def pages(self) -> list[str]:
        return sorted(row.url for row in self.library.rows("pages"))  # type: ignore[attr-defined]


def polls(came: list[Polled | Added]) -> list[str]:
    return [event.outcome for event in came if isinstance(event, Polled)]


def outcomes(came: list[Polled | Added]) -> Counter[str]:
    return Counter(event.outcome for event in came if isinstance(event, Added))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    here = Desk(tmp_path / "lib")
    yield here
    here.library.close()


def site() -> Host:
    here = Host()
    here.pages |= {f"/{number}": reply(story(number)) for number in range(30)}
    here.pages["/feed"] = feed(1, 2)
    return here


@pytest.fixture
def host() -> Iterator[Host]:
    here = site()
    yield here
    here.close()


@pytest.fixture
def other() -> Iterator[Host]:
    here = site()
    yield here
    here.close()


def feed(*numbers: int, headers: tuple[str, ...] = ()) -> bytes:
    return reply(rss(items(*numbers)).encode(), *headers)


def one_after_the_other(*answers: Behaviour) -> Behaviour:
    """A path that answers so, and with the last of these for ever."""
    left = list(answers)

    def answer(wire: socket.socket) -> None:
        now = left.pop(0) if len(left) > 1 else left[0]
        wire.sendall(now) if isinstance(now, bytes) else now(wire)

    return answer


# -- polling


def test_what_a_feed_lists_comes_once(desk: Desk, host: Host) -> None:
    desk.take(host.at("/feed"))
    came = desk.watch(HOUR)
    assert outcomes(came) == {"added": 2}
    assert (host.asked.count("/feed"), host.asked.count("/1"), host.asked.count("/2")) == (5, 1, 1)
    host.pages["/feed"] = feed(3, 1, 2)
    assert outcomes(desk.watch(HOUR)) == {"added": 1}
    assert desk.pages == [host.at("/1"), host.at("/2"), host.at("/3")]


def test_a_page_keeps_what_its_feed_says_of_it(desk: Desk, host: Host) -> None:
    desk.take(host.at("/feed"))
    desk.watch(QUARTER)
    for row in desk.library.rows("pages"):
        assert (row.outlet, row.published) == ("جريدة الضفة", "2026-03-03T10:00:00+03:00")  # type: ignore[attr-defined]


def test_feeds_are_polled_as_often_as_is_wanted(desk: Desk, host: Host, other: Host) -> None:
    desk.take(host.at("/feed"), every=600)
    desk.take(other.at("/feed"), every=1800)
    desk.watch(HOUR)
    assert (host.asked.count("/feed"), other.asked.count("/feed")) == (7, 3)


def test_only_what_is_new_is_asked_for(desk: Desk, host: Host) -> None:
    headers = ('ETag: W/"a-7"', "Last-Modified: Tue, 03 Mar 2026 10:00:00 GMT")
    host.pages["/feed"] = one_after_the_other(feed(1, headers=headers), reply(b"", status="304 Not Modified"))
    desk.take(host.at("/feed"))
    came = desk.watch(2 * QUARTER)
    assert polls(came) == ["listed", "unchanged", "unchanged"]
    asked = [head for head in host.heads if head.startswith("GET /feed")]
    assert "If-None-Match" not in asked[0]
    for head in asked[1:]:
        assert 'If-None-Match: W/"a-7"\r\n' in head
        assert "If-Modified-Since: Tue, 03 Mar 2026 10:00:00 GMT\r\n" in head
    assert desk.feed().polled == iso(START + 2 * QUARTER)


def test_a_host_that_says_unchanged_of_what_is_not_known_is_told(desk: Desk, host: Host) -> None:
    host.pages["/feed"] = reply(b"", status="304 Not Modified")
    desk.take(host.at("/feed"))
    assert polls(desk.watch(60)) == ["failed"]


@pytest.mark.parametrize("etag", ["x" * 9000, "", '"\u00e9\t"', "\x01"])
def test_what_cannot_be_sent_back_is_not(desk: Desk, host: Host, etag: str) -> None:
    host.pages["/feed"] = feed(1, headers=(f"ETag: {etag}",))
    desk.take(host.at("/feed"))
    came = desk.watch(QUARTER)
    assert not any("If-None-Match" in head for head in host.heads)
    assert desk.feed().etag is None
    assert set(polls(came)) <= {"listed", "failed"}


def test_an_etag_goes_to_no_other_address(desk: Desk, host: Host, other: Host) -> None:
    host.pages["/feed"] = one_after_the_other(feed(1, headers=('ETag: "mine"',)), to(other.at("/feed")))
    desk.take(host.at("/feed"))
    desk.watch(QUARTER)
    assert any('"mine"' in head for head in host.heads)
    assert not any('"mine"' in head for head in other.heads)


# -- what goes wrong


def test_a_feed_that_fails_is_asked_less_and_less_often(desk: Desk, host: Host) -> None:
    times: list[float] = []
    host.pages["/feed"] = lambda wire: (times.append(desk.hand.time - START), wire.sendall(BUSY))[1]
    desk.take(host.at("/feed"))
    desk.watch(7 * DAY)
    gaps = [after - before for before, after in pairwise(times)]
    assert gaps[:6] == [QUARTER * 2**step for step in range(6)]
    assert gaps[-2:] == [DAY, DAY]
    failing = desk.feed()
    assert (failing.failures, failing.failing_since, failing.code) == (len(times), iso(START), "status")
    host.pages["/feed"] = feed(1)
    desk.watch(DAY)
    well = desk.feed()
    assert (well.failures, well.failing_since, well.code) == (0, None, None)


@pytest.mark.parametrize(("status", "asked"), [("429 Too Many", "7200"), ("503 Busy", "Wed, 04 Mar 2099 14:00:00 GMT")])
def test_a_host_is_given_the_time_that_it_asks_for(desk: Desk, host: Host, status: str, asked: str) -> None:
    host.pages["/feed"] = reply(b"", f"Retry-After: {asked}", status=status)
    desk.take(host.at("/feed"))
    desk.watch(60)
    wait = 7200 if asked.isdigit() else 7 * DAY
    assert desk.feed().due == iso(START + wait)


def slow(wire: socket.socket) -> None:
    wire.sendall(b"HTTP/1.1 200 OK\r\n\r\n<rss>")
    time.sleep(1.5)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (reply(b"", status="404 Not Found"), "status"),
        (reply(b"", status="500 Oops"), "status"),
        (reply(b"<!DOCTYPE html><html><p>nothing</p></html>"), "no_list"),
        (reply(b"<rss" + b" a=" * 99), "no_list"),
        (reply(b"\x89PNG\r\n\x1a\n" + bytes(99)), "no_list"),
        (reply(b""), "empty"),
        (to("/feed"), "redirects"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 200_000, "header"),
        (b"HTTP/1.1 200 OK\r\nX: y\x00z\r\n\r\n", "header"),
        (reply(rss().encode(), length=10**5), "broken"),
        (reply(rss().encode(), length=10**12), "too_large"),
        (reply(gzip.compress(bytes(10**7)), "Content-Encoding: gzip"), "too_large"),
        (reply(gzip.compress(b"<rss>" + bytes(10**7))), "too_large"),
        (reply(rss().encode(), "Content-Encoding: gzip"), "encoding"),
        (slow, "timeout"),
    ],
)
def test_what_is_wrong_with_a_feed_is_kept(desk: Desk, host: Host, answer: Behaviour, code: str) -> None:
    host.pages["/feed"] = answer
    desk.take(host.at("/feed"))
    (polled,) = desk.watch(60)
    assert isinstance(polled, Polled)
    assert (polled.outcome, polled.code) == ("failed", code)
    assert (desk.feed().code, desk.feed().message) == (code, polled.message)
    assert polled.message
    assert polled.message.isprintable()


def test_a_page_in_place_of_a_feed_names_its_feeds(desk: Desk, host: Host) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed.xml"><link href="/x.css" rel="stylesheet">'
    host.pages["/feed"] = reply(f"<!DOCTYPE html><html><head>{head}</head><body></body></html>".encode())
    desk.take(host.at("/feed"))
    desk.watch(60)
    assert host.at("/feed.xml") in (desk.feed().message or "")


def test_a_feed_that_sends_on_to_a_machine_that_is_not_public_is_refused(desk: Desk, host: Host) -> None:
    host.pages["/feed"] = to("http://10.0.0.1/feed")
    desk.take(host.at("/feed"))
    trip = Trip(limits=Limits(seconds=2, silence=1, pause=0))
    (event,) = list(Watch(desk.library, trip, desk.hand.clock()).run(once=True))
    assert (event.outcome, event.code) == ("failed", "private")


def test_a_feed_that_is_gone_for_good_is_dropped_and_its_pages_stay(desk: Desk, host: Host) -> None:
    host.pages["/feed"] = one_after_the_other(feed(1), reply(b"", status="410 Gone"))
    desk.take(host.at("/feed"))
    assert polls(desk.watch(DAY)) == ["listed", "gone"]
    assert desk.library.feeds() == []
    assert desk.pages == [host.at("/1")]


def test_a_feed_that_moves_for_good_is_watched_where_it_went(desk: Desk, host: Host, other: Host) -> None:
    host.pages |= {
        "/feed": to("/newer", "301 Moved"),
        "/newer": to(other.at("/feed"), "308 Moved"),
        "/for-now": to("/feed", "302 X"),
    }
    desk.take(host.at("/feed"), host.at("/for-now"))
    came = desk.watch(60)
    assert ("moved", other.at("/feed")) in [(event.outcome, event.to) for event in came if isinstance(event, Polled)]
    assert {feed.address for feed in desk.library.feeds()} == {other.at("/feed"), host.at("/for-now")}
    desk.watch(QUARTER)
    assert (host.asked.count("/feed"), other.asked.count("/1")) == (3, 1)


def test_two_feeds_that_move_to_one_address_are_one(desk: Desk, host: Host) -> None:
    host.pages |= {"/a": to("/feed", "301 Moved"), "/b": to("/feed", "301 Moved")}
    desk.take(host.at("/a"), host.at("/b"), host.at("/feed"))
    desk.watch(60)
    assert [feed.address for feed in desk.library.feeds()] == [host.at("/feed")]
    assert desk.pages == [host.at("/1"), host.at("/2")]


def test_what_robots_txt_forbids_is_not_asked_for(desk: Desk, host: Host) -> None:
    host.pages |= {"/robots.txt": reply(b"User-agent: qawl\nDisallow: /2\nDisallow: /secret"), "/secret": feed(3)}
    desk.take(host.at("/feed"), host.at("/secret"))
    came = desk.watch(DAY)
    assert not {"/2", "/secret", "/3"} & set(host.asked)
    assert outcomes(came) == {"added": 1, "failed": 1}
    assert [feed.code for feed in desk.library.feeds() if feed.failures] == ["robots"]


# -- pages that do not come


def test_a_page_that_fails_is_tried_a_few_times(desk: Desk, host: Host) -> None:
    host.pages["/2"] = BUSY
    desk.take(host.at("/feed"))
    desk.watch(3 * DAY)
    assert (host.asked.count("/1"), host.asked.count("/2")) == (1, 4)
    (failed,) = [source for source in desk.library.sources() if source.code]
    assert (failed.source, failed.tries) == (host.at("/2"), 4)


def test_a_page_that_comes_in_the_end_is_kept(desk: Desk, host: Host) -> None:
    host.pages["/2"] = one_after_the_other(BUSY, BUSY, reply(story(2)))
    desk.take(host.at("/feed"))
    desk.watch(3 * DAY)
    assert desk.pages == [host.at("/1"), host.at("/2")]
    assert [source.code for source in desk.library.sources()] == [None, None]


def test_a_page_that_is_not_there_is_asked_for_once(desk: Desk, host: Host) -> None:
    del host.pages["/2"]
    desk.take(host.at("/feed"))
    desk.watch(3 * DAY)
    assert host.asked.count("/2") == 1


def test_a_page_that_was_added_otherwise_is_not_asked_for(desk: Desk, host: Host, tmp_path: Path) -> None:
    assert cli.main(["add", host.at("/1"), "--allow-private", "--library", str(tmp_path / "lib")]) == 0
    desk.take(host.at("/feed"))
    desk.watch(60)
    assert (host.asked.count("/1"), host.asked.count("/2")) == (1, 1)


def test_a_page_that_is_suppressed_is_not_asked_for_again(desk: Desk, host: Host) -> None:
    desk.take(host.at("/feed"))
    desk.watch(60)
    desk.library.suppress(page=host.at("/1"), who="ليلى")
    desk.watch(DAY)
    assert host.asked.count("/1") == 1
    assert host.at("/1") not in "".join(str(tuple(row)) for row in desk.library.store.connection.execute("SELECT * FROM listed"))


# -- manners


def test_the_pages_of_a_host_are_asked_for_with_the_pause_that_it_wants(desk: Desk, host: Host) -> None:
    times: list[float] = []

    def timed(body: bytes) -> Callable[[socket.socket], None]:
        return lambda wire: (times.append(desk.hand.time), wire.sendall(body))[1]

    host.pages |= {f"/{number}": timed(reply(story(number))) for number in range(1, 6)}
    host.pages |= {"/robots.txt": reply(b"User-agent: *\nCrawl-delay: 90"), "/feed": timed(feed(1, 2, 3, 4, 5))}
    desk.take(host.at("/feed"), every=int(DAY))
    assert outcomes(desk.watch(HOUR)) == {"added": 5}
    gaps = [after - before for before, after in pairwise(times)]
    assert len(gaps) == 5
    assert all(gap >= 90 for gap in gaps)


def test_a_host_that_wants_pauses_holds_up_no_other(desk: Desk, host: Host) -> None:
    """By names: both are this machine, but each has a turn of its own."""
    order: list[str] = []

    def named(name: str, body: bytes) -> Callable[[socket.socket], None]:
        return lambda wire: (order.append(name), wire.sendall(body))[1]

    far = Host()
    far.pages["/robots.txt"] = reply(b"User-agent: *\nCrawl-delay: 50")
    far.pages |= {f"/{n}": named(f"far{n}", reply(story(n))) for n in (1, 2)}
    host.pages |= {f"/{n}": named(f"near{n}", reply(story(n))) for n in (3, 4)}
    both = "".join(f"<item><link>{far.at(f'/{n}', 'localhost')}</link></item>" for n in (1, 2))
    both += "".join(f"<item><link>{host.at(f'/{n}')}</link></item>" for n in (3, 4))
    host.pages["/feed"] = reply(rss(both).encode())
    desk.take(host.at("/feed"), every=int(DAY))
    assert outcomes(desk.watch(HOUR)) == {"added": 4}
    assert order[-1].startswith("far")
    assert {order[0][:3], order[1][:3], order[2][:3]} == {"far", "nea"}
    far.close()


def test_a_wait_longer_than_a_fetch_may_take_puts_a_page_off(desk: Desk, host: Host) -> None:
    host.pages["/robots.txt"] = reply(b"User-agent: *\nCrawl-delay: 7200")
    desk.take(host.at("/feed"), every=int(7 * DAY))
    desk.watch(HOUR)
    assert desk.pages == []
    desk.watch(4 * HOUR)
    assert desk.pages == [host.at("/1"), host.at("/2")]


def test_a_host_that_was_asked_too_often_is_left_in_peace_with_all_its_pages(desk: Desk, host: Host) -> None:
    times: list[float] = []
    busy = reply(b"", "Retry-After: 1800", status="429 Too Many")
    host.pages |= {
        "/feed": feed(*range(1, 9)),
        **{f"/{n}": lambda wire: (times.append(desk.hand.time), wire.sendall(busy))[1] for n in range(1, 9)},
    }
    desk.take(host.at("/feed"), every=int(DAY))
    desk.watch(HOUR)
    assert len(times) == 3
    assert all(after - before >= 1800 for before, after in pairwise(times))


def test_thousands_of_pages_wait_and_the_next_one_is_found_at_once(desk: Desk, host: Host) -> None:
    desk.take(host.at("/feed"))
    pages = [(f"http://h{n % 7}.example/{n}", f"h{n % 7}.example", Listed()) for n in range(5000)]
    with desk.library.store.writing() as connection:
        assert take_listed(connection, host.at("/feed"), pages, iso(START)) == 5000
        assert take_listed(connection, host.at("/feed"), pages, iso(START)) == 0
    assert sorted(page.host for page in next_pages(connection, iso(START))) == [f"h{n}.example" for n in range(7)]
    assert next_pages(connection, iso(START - 1)) == []
    steps: list[int] = []
    connection.set_progress_handler(lambda: steps.append(1), 100)
    next_pages(connection, iso(START))
    assert len(steps) < 50  # in hundreds of SQLite's steps: it does not walk over them
    connection.set_progress_handler(None, 0)


# -- sitemaps


def sitemap(*entries: str) -> bytes:
    return reply(f"<urlset>{''.join(f'<url>{entry}</url>' for entry in entries)}</urlset>".encode())


def test_an_index_is_watched_and_only_sitemaps_that_changed_are_asked_for(desk: Desk, host: Host) -> None:
    old, new = (
        f"<loc>{host.at(path)}</loc><lastmod>{day}</lastmod>" for path, day in (("/old", "2020-01-01"), ("/new", "2026-03-04"))
    )
    host.pages |= {
        "/index": reply(f"<sitemapindex><sitemap>{old}</sitemap><sitemap>{new}</sitemap></sitemapindex>".encode()),
        "/old": sitemap(f"<loc>{host.at('/1')}</loc>"),
        "/new": sitemap(f"<loc>{host.at('/2')}</loc>"),
    }
    desk.take(host.at("/index"))
    assert outcomes(desk.watch(60)) == {"added": 2}
    host.pages["/new"] = sitemap(f"<loc>{host.at('/2')}</loc>", f"<loc>{host.at('/3')}</loc>")
    assert outcomes(desk.watch(QUARTER)) == {"added": 1}
    assert (host.asked.count("/old"), host.asked.count("/new")) == (1, 2)


def test_a_sitemap_that_could_not_be_had_is_asked_for_again_though_the_index_did_not_change(desk: Desk, host: Host) -> None:
    index = f"<sitemapindex><sitemap><loc>{host.at('/map')}</loc></sitemap></sitemapindex>".encode()
    host.pages |= {"/index": reply(index, 'ETag: "1"'), "/map": one_after_the_other(BUSY, sitemap(f"<loc>{host.at('/1')}</loc>"))}
    desk.take(host.at("/index"))
    desk.watch(QUARTER)
    assert [remark.what for remark in desk.remarks] == ["lost_list"]
    assert desk.pages == [host.at("/1")]


# -- remembering


def test_once_polls_each_feed_that_does_not_fail_once(desk: Desk, host: Host) -> None:
    desk.take(host.at("/feed"), host.at("/none"))
    assert sorted(polls(desk.watch(once=True))) == ["failed", "listed"]
    assert polls(desk.watch(once=True)) == ["listed"]
    assert host.asked.count("/none") == 1


def test_nothing_is_lost_whenever_the_process_ends(desk: Desk, host: Host, tmp_path: Path) -> None:
    """The feed has an ETag, so it will not tell twice what it lists."""
    host.pages["/feed"] = one_after_the_other(feed(1, 2, 3, headers=('ETag: "1"',)), reply(b"", status="304 Not Modified"))
    desk.take(host.at("/feed"))
    came = iter(Watch(desk.library, Trip(limits=Limits(pause=0), allow_private=True), desk.hand.clock()).run())
    next(came)
    next(came)
    came.close()  # after a page was added, before it is closed
    desk.library.close()
    again = Desk(tmp_path / "lib")
    assert again.feed().waiting == 3
    again.watch(HOUR)
    assert again.pages == [host.at(f"/{number}") for number in (1, 2, 3)]
    assert [host.asked.count(f"/{number}") for number in (1, 2, 3)] == [1, 1, 1]
    again.library.close()


def test_what_is_wrong_with_a_feed_is_told_once(desk: Desk, host: Host) -> None:
    host.pages["/feed"] = reply(rss(items(1) + "<item>a & b</item>").encode())
    desk.take(host.at("/feed"))
    assert len(polls(desk.watch(HOUR))) == 5
    assert [remark.what for remark in desk.remarks] == ["broken", "without_address"]


def test_two_feeds_that_list_the_same_page_bring_it_once(desk: Desk, host: Host) -> None:
    host.pages["/more"] = reply(rss(items(2, 3).replace("/2<", "/2?utm_source=more<")).encode())
    desk.take(host.at("/feed"), host.at("/more"))
    assert outcomes(desk.watch(60)) == {"added": 3}
    assert host.asked.count("/2") == 1


def test_a_feed_given_again_stays_as_it_is_but_for_what_is_said_anew(desk: Desk, host: Host) -> None:
    assert desk.take(host.at("/feed"), every=600) == 1
    desk.watch(60)
    before = desk.feed()
    assert desk.take(host.at("/feed"), outlet="صوت الوادي") == 0
    after = desk.feed()
    assert (after.every, after.outlet, after.polled) == (600, "صوت الوادي", before.polled)


def test_a_library_that_another_process_writes_to_is_waited_for(desk: Desk, host: Host, tmp_path: Path) -> None:
    desk.take(host.at("/feed"))
    desk.library.store.connection.execute("PRAGMA busy_timeout = 1")
    with Library(tmp_path / "lib") as other, other.store.writing():
        desk.watch(9)
    assert desk.remarks[0].what == "locked"
    assert outcomes(desk.watch(60)) == {"added": 2}


# -- outlets


def test_outlets_tell_their_pages_their_feeds_and_what_failed(desk: Desk, host: Host) -> None:
    host.pages["/2"] = BUSY
    desk.take(host.at("/feed"))
    desk.watch(60)
    desk.library.add([])
    (outlet,) = desk.library.outlets()
    assert (outlet.outlet, outlet.pages, outlet.feeds, outlet.state, outlet.failures) == ("جريدة الضفة", 1, 1, "ok", 1)
    host.pages["/feed"] = BUSY
    desk.watch(QUARTER)
    (outlet,) = desk.library.outlets()
    assert (outlet.state, outlet.failing_since, outlet.failures) == ("failing", iso(START + QUARTER), 2)


def test_an_outlet_without_a_feed_is_not_polled(desk: Desk, host: Host, tmp_path: Path) -> None:
    assert cli.main(["add", host.at("/1"), "--allow-private", "--library", str(tmp_path / "lib")]) == 0
    (outlet,) = desk.library.outlets()
    assert (outlet.outlet, outlet.named, outlet.pages, outlet.state) == ("127.0.0.1", False, 1, "not_polled")


def test_a_note_of_an_outlet_is_shown_with_who_wrote_it(
    desk: Desk, host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.take(host.at("/feed"))
    desk.watch(60)
    folder = ["--library", str(tmp_path / "lib")]
    note = ["sources", "--note", "جريدة الضفة", "تملكها شركة الجسر", *folder]
    assert cli.main(note) == 2
    assert cli.main([*note, "--who", "ليلى"]) == 0
    assert cli.main(["sources", *folder]) == 0
    shown = capsys.readouterr().out
    assert "تملكها شركة الجسر" in shown
    assert "ليلى" in shown
    assert cli.main(["sources", "--note", "جريدة الضفة", "", "--who", "ليلى", *folder]) == 0
    assert desk.library.outlets()[0].note is None
    assert cli.main(["sources", "--note", "لا أحد", "x", "--who", "ليلى", *folder]) == 2
    assert cli.main(["sources", "--each", "--lang", "ar", *folder]) == 0
    assert host.at("/1") in capsys.readouterr().out


# -- the command


def test_a_file_of_feeds() -> None:
    assert addresses_in("# جريدة\n\nhttps://a.example/1\n  https://b.example/2 \r\n".encode()) == [
        "https://a.example/1",
        "https://b.example/2",
    ]
    opml = b'<opml><body><outline text="x"><outline xmlUrl="https://a.example/1"/></outline></body></opml>'
    assert addresses_in(opml) == ["https://a.example/1"]
    for broken in (b"", b"<opml><body>", b"\x89PNG\r\n\x1a\n"):
        with pytest.raises(ValueError, match="file of feeds"):
            addresses_in(broken)


def test_feeds_are_listed_and_removed(host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ["--library", str(tmp_path / "lib"), "--allow-private"]
    subscriptions = tmp_path / "feeds.txt"
    subscriptions.write_text(host.at("/none") + "\n", "utf-8")
    assert cli.main(["watch", host.at("/feed"), "--feeds", str(subscriptions), "--once", *folder]) == 1
    told = capsys.readouterr()
    assert "pages listed: 2, new: 2" in told.out
    assert "(status)" in told.err
    for lang, failing in (("en", "fails since"), ("ar", "تتعذر منذ")):
        assert cli.main(["watch", "--list", "--lang", lang, *folder]) == 0
        assert failing in capsys.readouterr().out
    assert cli.main(["watch", "--list", "--format", "jsonl", *folder]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert cli.main(["watch", "--remove", host.at("/none"), *folder]) == 0
    assert cli.main(["watch", "--remove", host.at("/none"), *folder]) == 2
    assert cli.main(["watch", "--once", *folder]) == 0


@pytest.mark.parametrize(
    "arguments",
    [["not an address"], ["ftp://example.org/"], ["--list"], [], ["--feeds", "no-such-file"], ["https://a:b@example.org/"]],
)
def test_a_command_that_cannot_watch_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert cli.main(["watch", *arguments, "--library", str(tmp_path / "lib")]) == 2
    assert capsys.readouterr().err.startswith("qawl: ")
    assert not (tmp_path / "lib").exists()


@pytest.mark.parametrize("time", ["5s", "0m", "15", "x", "-5m", "٥m"])
def test_a_time_that_is_none_is_refused(time: str) -> None:
    with pytest.raises(SystemExit):
        cli.main(["watch", "--every", time])


# -- a process that is stopped and killed

RUN = [sys.executable, "-c", "from qawl.cli import main; raise SystemExit(main())"]


def process(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [*RUN, "watch", *arguments, "--allow-private", "--library", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"})


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def pages_in(folder: Path) -> list[str]:
    with Library(folder) as library:
        return sorted(row.url for row in library.rows("pages"))  # type: ignore[attr-defined]


def test_a_process_that_is_killed_and_one_that_is_stopped_lose_nothing_and_read_nothing_twice(host: Host, tmp_path: Path) -> None:
    folder = tmp_path / "lib"
    host.pages["/feed"] = one_after_the_other(feed(1, 2, 3, 4, headers=('ETag: "1"',)), reply(b"", status="304 Not Modified"))
    first = process(folder, host.at("/feed"))
    wait_for(lambda: len(host.asked) >= 4)  # robots.txt, the feed, two pages
    first.kill()
    first.communicate()
    after_kill = len(pages_in(folder))
    second = process(folder)
    asked = len(host.asked)
    wait_for(lambda: len(host.asked) > asked + 1)
    second.send_signal(signal.SIGTERM)
    out, err = second.communicate(timeout=30)
    assert (second.returncode, err) == (0, b"")
    assert b"goes on where it was" in out
    third = process(folder, "--once")
    third.communicate(timeout=60)
    assert third.returncode == 0
    assert after_kill < 4
    assert pages_in(folder) == [host.at(f"/{number}") for number in (1, 2, 3, 4)]
    with Library(folder) as library:
        assert [source.tries for source in library.sources()] == [1] * 4
        assert library.feeds()[0].waiting == 0
        assert [checked.damages for checked in library.verify()][-1] == ()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_process_that_waits_or_hangs_in_a_fetch_stops_at_once(host: Host, tmp_path: Path, how: signal.Signals) -> None:
    hanging = []
    host.pages["/2"] = lambda _: (hanging.append(1), time.sleep(8))[1]
    host.pages["/feed"] = feed(2)
    watching = process(tmp_path / "lib", host.at("/feed"))
    wait_for(lambda: bool(hanging))
    watching.send_signal(how)
    watching.communicate(timeout=5)
    assert watching.returncode == 0
    with Library(tmp_path / "lib") as library:
        assert library.feeds()[0].waiting == 1


def test_two_processes_do_not_watch_for_one_library(host: Host, tmp_path: Path) -> None:
    watching = process(tmp_path / "lib", host.at("/feed"))
    wait_for(lambda: "/feed" in host.asked)
    second = process(tmp_path / "lib", "--once")
    _, err = second.communicate(timeout=60)
    watching.terminate()
    watching.communicate(timeout=30)
    assert second.returncode == 2
    assert b"another process watches" in err
