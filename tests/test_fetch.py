"""Fetching: what comes of an address, against a host on this machine that answers badly, and who is never visited."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
import ssl
import subprocess
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

import httpcore
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.fetch import Code, Fetched, Limits, Manners, NotFetched, Redirect, fetch
from qawl.fetch.addresses import read_address
from qawl.fetch.asking import AGENT
from qawl.fetch.bodies import PIECE, unpacked
from qawl.fetch.networks import is_public
from qawl.show.strings import LANGS, say

QUICK = Limits(seconds=2, silence=1, pause=0)
PAGE = "<p>قال الربان سالم الجابري إن الميناء مفتوح.</p>".encode()
PUBLIC = "8.8.4.4"
Behaviour = bytes | Callable[[socket.socket], None]


def reply(body: bytes = PAGE, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """An answer whose length is told; `headers` in the spelling in which they go over the wire, one character a byte."""
    head = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body) if length is None else length}", "", ""]
    return "\r\n".join(head).encode("latin-1") + body


def to(goal: str, status: str = "302 Found") -> bytes:
    return reply(b"", f"Location: {goal}", status=status)


class Host:
    """A host on this machine: what it answers under each path, and what it was asked."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Behaviour] = {"/robots.txt": reply(b"", status="404 Not Found"), "/": reply()}
        self.heads: list[str] = []
        self.tls = tls
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                threading.Thread(target=self.answer, args=(connection,), daemon=True).start()

    def answer(self, connection: socket.socket) -> None:
        with suppress(OSError), connection, self.tls.wrap_socket(connection, True) if self.tls else connection as wire:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = wire.recv(4096)
                if not piece:
                    return
                head += piece
            self.heads.append(head.decode("latin-1"))
            page = self.pages.get(self.asked[-1], reply(b"", status="404 Not Found"))
            wire.sendall(page) if isinstance(page, bytes) else page(wire)

    def close(self) -> None:
        with suppress(OSError):  # wakes the thread that waits for a visitor
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    @property
    def asked(self) -> list[str]:
        """The paths that were asked for."""
        return [head.split(" ")[1] for head in self.heads]

    def at(self, path: str = "/", name: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{name}:{self.port}{path}"

    def get(self, path: str = "/", **options: Any) -> Fetched:
        return get(self.at(path), **options)

    def code(self, path: str = "/", **options: Any) -> str:
        return code(self.at(path), **options)


def get(address: str, **options: Any) -> Fetched:
    return fetch(address, **{"limits": QUICK, "manners": Manners(), "allow_private": True, **options})


def refusal(address: str, **options: Any) -> NotFetched:
    with pytest.raises(NotFetched) as caught:
        get(address, **options)
    assert caught.value.message.isprintable()
    return caught.value


def code(address: str, **options: Any) -> str:
    return refusal(address, **options).code


@pytest.fixture
def host() -> Iterator[Host]:
    here = Host()
    yield here
    here.close()


@pytest.fixture
def other() -> Iterator[Host]:
    here = Host()
    yield here
    here.close()


# -- a page and its proof


def test_a_page_comes_with_its_proof(host: Host) -> None:
    host.pages["/"] = reply(PAGE, "X-B: 1", "x-a: 2", "X-B: 3")
    page = host.get(time="2026-05-04T03:02:01Z")
    assert page == Fetched(
        content=PAGE,
        status=200,
        headers=(("X-B", "1"), ("x-a", "2"), ("X-B", "3"), ("Content-Length", str(len(PAGE)))),
        address=host.at(),
        final=host.at(),
        redirects=(),
        ip="127.0.0.1",
        time="2026-05-04T03:02:01Z",
    )
    assert page.header("x-b") == "1"
    assert page.header("X-C") is None


def test_what_was_fetched_can_be_kept_as_json(host: Host) -> None:
    host.pages["/old"] = to("/")
    page = host.get("/old")
    assert msgspec.json.decode(msgspec.json.encode(page), type=Fetched) == page


def test_the_time_is_that_of_the_clock_where_none_is_given(host: Host) -> None:
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", host.get().time)


def test_a_request_says_who_asks_and_brings_nothing_along(host: Host) -> None:
    host.get()
    assert host.asked == ["/robots.txt", "/"]
    for head in host.heads:
        assert f"User-Agent: {AGENT}\r\n" in head
        assert f"Host: 127.0.0.1:{host.port}\r\n" in head
        assert "cookie" not in head.lower()
        assert "authorization" not in head.lower()
    assert re.fullmatch(r"qawl/\d\S* \([\w -]+\)", AGENT)


def test_letters_of_any_script_may_stand_in_an_address(host: Host) -> None:
    path = "/%D8%AE%D8%A8%D8%B1/%D8%A7%D9%84%D8%B1%D8%A8%D8%A7%D9%86?q=%D9%86%D8%B9%D9%85"
    host.pages[path] = reply()
    names: list[str] = []

    def resolve(name: str) -> list[str]:
        names.append(name)
        return ["127.0.0.1"]

    address = f"\u200fhttp://ميناء.example:{host.port}/خبر/الربان?q=نعم#أول \u200e"
    page = get(address, resolve=resolve)
    assert (page.content, page.address) == (PAGE, address)
    assert page.final == f"http://xn--ggbl3get.example:{host.port}{path}"
    assert set(names) == {"xn--ggbl3get.example"}
    assert f"Host: xn--ggbl3get.example:{host.port}\r\n" in host.heads[-1]


def test_a_host_name_may_be_written_with_letters_and_their_marks_apart(host: Host) -> None:
    names: list[str] = []
    for name in ("أخبار.example", "ا\u0654خبار.example"):
        get(f"http://{name}:{host.port}/", resolve=lambda name: names.append(name) or ["127.0.0.1"])
    assert len(set(names)) == 1


def test_a_body_in_chunks_or_up_to_the_end_of_the_connection_is_whole(host: Host) -> None:
    host.pages["/chunks"] = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: 1\r\n\r\n"
    )
    host.pages["/end"] = b"HTTP/1.0 200 OK\r\n\r\nabcde"
    assert host.get("/chunks").content == host.get("/end").content == b"abcde"


# -- redirects


def test_redirects_are_followed_and_told(host: Host, other: Host) -> None:
    host.pages |= {"/a": to("b?x=1", "301 Moved"), "/b?x=1": to(other.at("/c#part"), "308 Permanent Redirect")}
    other.pages["/c"] = reply()
    page = host.get("/a")
    assert page.final == other.at("/c")
    assert page.redirects == (
        Redirect(address=host.at("/a"), status=301, to=host.at("/b?x=1"), ip="127.0.0.1"),
        Redirect(address=host.at("/b?x=1"), status=308, to=other.at("/c"), ip="127.0.0.1"),
    )


@pytest.mark.parametrize("goal", ["/خبر", "/%D8%AE%D8%A8%D8%B1"])
def test_a_redirect_may_be_written_in_the_bytes_of_utf8(host: Host, goal: str) -> None:
    host.pages |= {"/a": to(goal.encode().decode("latin-1")), "/%D8%AE%D8%A8%D8%B1": reply()}
    assert host.get("/a").content == PAGE


def test_only_few_redirects_are_followed(host: Host) -> None:
    host.pages |= {f"/{step}": to(f"/{step + 1}") for step in range(6)} | {"/6": reply()}
    assert len(host.get("/1").redirects) == 5
    assert host.code("/0") == "redirects"
    assert host.code("/1", limits=msgspec.structs.replace(QUICK, redirects=0)) == "redirects"


def test_a_circle_of_redirects_is_told(host: Host) -> None:
    host.pages |= {"/self": to("/self"), "/a": to("/b"), "/b": to("/a")}
    for path in ("/self", "/a"):
        error = refusal(host.at(path))
        assert (error.code, "circle" in error.message) == ("redirects", True)
    assert host.asked.count("/a") == 1


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("file:///etc/passwd", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://a:b@127.0.0.1/", "address"),
        ("http://\x1b[2J/", "address"),
        ("http://[::1/", "address"),
        ("http://2130706433/", "address"),
        ("http://127.0.0.1:99999/", "address"),
        ("x" * 9000, "address"),
        ("", "status"),
    ],
)
def test_a_redirect_to_what_is_no_page_is_refused(host: Host, goal: str, expected: str) -> None:
    host.pages["/a"] = to(goal)
    error = refusal(host.at("/a"))
    assert error.code == expected
    assert host.asked == ["/robots.txt", "/a"]
    assert expected == "status" or f"sent on by {host.at('/a')}" in error.message


def test_no_cookie_goes_anywhere(host: Host, other: Host) -> None:
    host.pages["/a"] = reply(b"", "Set-Cookie: who=me", f"Location: {host.at('/b')}", status="302 Found")
    host.pages["/b"] = reply(b"", "Set-Cookie: who=me; Domain=127.0.0.1", f"Location: {other.at()}", status="302 Found")
    assert host.get("/a").content == PAGE
    assert not any("who=me" in head for head in host.heads + other.heads)


# -- what is no page


@pytest.mark.parametrize("status", [201, 204, 205, 206, 300, 304, 400, 401, 403, 404, 410, 418, 429, 451, 500, 502, 503, 599])
def test_a_status_that_brings_no_page_is_told(host: Host, status: int) -> None:
    host.pages["/"] = reply(b"" if status in (204, 304) else PAGE, status=f"{status} X")
    error = refusal(host.at())
    assert (error.code, str(status) in error.message) == ("status", True)


def test_a_host_that_asks_to_wait_is_heard(host: Host) -> None:
    host.pages["/"] = reply(b"", "Retry-After: 120", status="503 Busy")
    assert "120 seconds" in refusal(host.at()).message
    host.pages["/"] = reply(b"", "Retry-After: \x1b[2J", status="503 Busy")
    assert host.code() == "status"


@pytest.mark.parametrize(
    "answer",
    [
        reply(b""),
        reply(gzip.compress(b""), "Content-Encoding: gzip"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
)
def test_an_empty_page_is_told(host: Host, answer: bytes) -> None:
    host.pages["/"] = answer
    assert host.code() == "empty"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("example.com/page", "scheme"),
        ("ftp://example.com/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("data:text/html,x", "scheme"),
        ("", "scheme"),
        ("http://", "address"),
        ("http:///page", "address"),
        ("http://me:secret@example.com/", "address"),
        ("http://me@example.com/", "address"),
        ("http://good.example\\@127.0.0.1/", "address"),
        ("http://example.com:0/", "address"),
        ("http://example.com:65536/", "address"),
        ("http://example.com:x/", "address"),
        ("http://exa mple.com/", "address"),
        ("http://example..com/", "address"),
        ("http://.example.com/", "address"),
        ("http://" + "a" * 64 + ".com/", "address"),
        ("http://%31%32%37.0.0.1/", "address"),
        ("http://example.com/\r\nX: y", "address"),
        ("http://example.com/\x00", "address"),
        ("http://example.com/\ud800", "address"),
        ("http://[fe80::1%25lo]/", "address"),
        ("http://[example]/", "address"),
        ("http://-_-\u200f.example/", "address"),
        ("http://example.com/" + "a" * 9000, "address"),
    ],
)
def test_what_is_no_address_is_told(address: str, expected: str) -> None:
    assert code(address, resolve=never) == expected


def never(name: str) -> list[str]:
    raise AssertionError(f"{name} was looked up")


@settings(max_examples=200)
@given(st.text("ht:/@.[]%?#0x19aأ١ \u0654\u200f\r\x00\ud800ß-", max_size=20), st.booleans())
def test_any_text_is_an_address_that_can_be_asked_for_or_is_told(text: str, absolute: bool) -> None:
    with suppress(NotFetched):
        url = read_address(f"http://{text}" if absolute else text)
        assert str(url).isascii()
        assert read_address(str(url)) == url


def test_a_password_is_not_repeated_in_the_message() -> None:
    assert "secret" not in refusal("http://me:secret@example.com/").message


def test_every_code_has_its_words_in_both_languages() -> None:
    assert all(say(lang, f"failure.{code}") for lang in LANGS for code in get_args(Code))


# -- sizes


def test_a_page_may_be_as_large_as_is_allowed_and_no_larger(host: Host) -> None:
    host.pages["/chunks"] = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n"
    host.pages["/"] = reply(b"abcde")
    for path in ("/", "/chunks"):
        assert host.get(path, limits=msgspec.structs.replace(QUICK, max_bytes=5)).content == b"abcde"
        assert host.code(path, limits=msgspec.structs.replace(QUICK, max_bytes=4)) == "too_large"


def test_a_page_that_says_it_is_too_large_is_not_read(host: Host) -> None:
    host.pages["/"] = reply(b"", length=10**12)
    assert host.code() == "too_large"


def endless(head: bytes, piece: bytes) -> Behaviour:
    def send(wire: socket.socket) -> None:
        wire.sendall(head)
        while True:
            wire.sendall(piece)

    return send


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.0 200 OK\r\n\r\n", b"x" * 4096),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"400\r\n" + b"x" * 1024 + b"\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 99),
    ],
)
def test_a_page_without_end_is_given_up(host: Host, head: bytes, piece: bytes) -> None:
    host.pages["/"] = endless(head, piece)
    assert host.code(limits=msgspec.structs.replace(QUICK, max_bytes=10**5)) == "too_large"


def test_a_small_page_that_unpacks_to_a_large_one_is_given_up(host: Host) -> None:
    packed = gzip.compress(bytes(10**7))
    host.pages["/"] = reply(packed, "Content-Encoding: gzip")
    assert len(packed) < 10**5
    assert host.code(limits=msgspec.structs.replace(QUICK, max_bytes=10**5)) == "too_large"
    assert len(host.get(limits=msgspec.structs.replace(QUICK, max_bytes=10**7)).content) == 10**7


def test_a_packed_page_is_unpacked_in_small_pieces() -> None:
    pieces = list(unpacked([gzip.compress(bytes(10**7))], "gzip"))
    assert (sum(map(len, pieces)), max(map(len, pieces))) == (10**7, PIECE)


def test_a_length_that_lies(host: Host) -> None:
    host.pages |= {"/short": reply(b"abcdef", length=3), "/long": reply(b"abc", length=6)}
    assert host.get("/short").content == b"abc"
    assert host.code("/long") == "broken"


# -- packed pages


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("X-GZIP", gzip.compress(PAGE)),
        ("identity, gzip", gzip.compress(PAGE)),
        ("gzip", gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:])),
        ("gzip", gzip.compress(PAGE) + bytes(512)),
        ("identity", PAGE),
        ("UTF-8", PAGE),
    ],
)
def test_a_packed_page_is_unpacked(host: Host, coding: str, body: bytes) -> None:
    host.pages["/"] = reply(body, f"Content-Encoding: {coding}")
    page = host.get()
    assert (page.content, page.header("content-encoding")) == (PAGE, coding)


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", PAGE),
        ("gzip", gzip.compress(PAGE)[:-9]),
        ("gzip", gzip.compress(PAGE)[:-8] + bytes(8)),
        ("gzip", gzip.compress(PAGE) + b"more"),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE))),
        ("deflate", zlib.compress(PAGE)),
        ("br", PAGE),
        ("zstd", PAGE),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_told(host: Host, coding: str, body: bytes) -> None:
    host.pages["/"] = reply(body, f"Content-Encoding: {coding}")
    assert host.code() == "encoding"


def test_a_large_packed_page_is_whole(host: Host) -> None:
    content = b"".join(b"%d " % (number * number % 9973) for number in range(200_000)) + bytes(300_000)
    host.pages["/"] = reply(gzip.compress(content), "Content-Encoding: gzip")
    assert host.get().content == content


# -- time

HURRIED = Limits(seconds=0.4, silence=0.25, pause=0)


def drip(head: bytes, piece: bytes) -> Behaviour:
    """Sends a little often enough for no single wait to be long."""

    def send(wire: socket.socket) -> None:
        wire.sendall(head)
        while not threading.Event().wait(0.02):
            wire.sendall(piece)

    return send


def silent(wire: socket.socket) -> None:
    wire.recv(1)


@pytest.mark.parametrize(
    "behaviour",
    [
        drip(b"HTTP/1.0 200 OK\r\n\r\n", b"x"),
        drip(b"HTTP/1.1 200 OK\r\nX: ", b"x"),
        drip(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        silent,
    ],
)
def test_a_slow_host_is_given_up(host: Host, behaviour: Behaviour) -> None:
    host.pages["/"] = behaviour
    assert host.code(limits=HURRIED) == "timeout"


def test_the_time_is_that_of_all_steps(host: Host) -> None:
    def late(goal: str) -> Behaviour:
        def send(wire: socket.socket) -> None:
            threading.Event().wait(0.12)
            wire.sendall(to(goal))

        return send

    host.pages |= {f"/{step}": late(f"/{step + 1}") for step in range(4)} | {"/4": reply()}
    assert host.get("/3").content == PAGE
    assert host.code("/0", limits=HURRIED) == "timeout"


def test_patience_with_a_silent_host_ends_with_the_time(host: Host) -> None:
    done = threading.Event()
    host.pages["/"] = lambda _: done.wait(3) and None
    assert host.code(limits=Limits(seconds=0.3, silence=60)) == "timeout"
    done.set()


def test_a_resolver_without_an_answer_is_left_behind() -> None:
    done = threading.Event()
    assert code("http://example.com/", limits=HURRIED, resolve=lambda _: done.wait(9) and []) == "timeout"
    done.set()


# -- connections


@pytest.mark.parametrize("found", [OSError("unknown name"), UnicodeError("label too long"), []])
def test_a_name_without_a_host_is_told(found: Exception | list[str]) -> None:
    def resolve(_: str) -> list[str]:
        if isinstance(found, Exception):
            raise found
        return found

    assert code("http://example.com/", resolve=resolve) == "dns"


def test_a_host_that_does_not_listen_is_told(host: Host) -> None:
    host.close()
    error = refusal(host.at())
    assert (error.code, "/robots.txt" in error.message) == ("connect", True)


def test_the_next_machine_of_a_host_is_tried(host: Host) -> None:
    page = get(host.at(name="news.example"), resolve=lambda _: ["127.0.0.9", "127.0.0.1"])
    assert (page.content, page.ip) == (PAGE, "127.0.0.1")


@pytest.mark.parametrize("piece", [b"", b"HTTP/1.1 200 OK\r\nX:", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc"])
def test_an_answer_that_breaks_off_is_told(host: Host, piece: bytes) -> None:
    host.pages["/"] = piece
    assert host.code() == "broken"


def test_proxies_of_the_environment_are_not_used(host: Host, other: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, other.at())
    assert host.get().content == PAGE
    assert other.heads == []


# -- hostile headers


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nX: a\rSet-Cookie: b\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: a\x00b\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX y: a\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n: a\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 10**6 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 10**5 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 0x5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: sideways\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        b"HTTP/1.1 2000 OK\r\n\r\n",
        b"<p>no head at all</p>\r\n" * 9 + b"\r\n",
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"\r\n\r\n\x00\xff",
    ],
)
def test_a_head_that_is_not_http_is_told(host: Host, head: bytes) -> None:
    host.pages["/"] = head
    assert host.code() == "header"


def test_many_strange_headers_are_kept_byte_by_byte(host: Host) -> None:
    strange = ["\xe9\xff", "خبر".encode().decode("latin-1"), "\x1b[2J", "a\tb", ""]
    host.pages["/"] = reply(PAGE, *(f"X-{number}: {value}" for number, value in enumerate(strange)), *["Y: 1"] * 5000)
    headers = host.get().headers
    assert [value for _, value in headers[: len(strange)]] == strange
    assert headers.count(("Y", "1")) == 5000


def test_a_bad_chunk_is_told(host: Host) -> None:
    host.pages["/"] = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n"
    assert host.code() == "broken"


# -- robots.txt and other manners


def rules(*lines: str) -> bytes:
    return reply("\n".join(lines).encode())


@pytest.mark.parametrize(
    ("lines", "allowed"),
    [
        (("User-agent: *", "Disallow: /"), False),
        (("User-agent: Qawl", "Disallow: /news"), False),
        (("User-agent: *", "Disallow: /", "", "User-agent: qawl", "Allow: /news/"), True),
        (("User-agent: *", "Disallow: /news/", "Allow: /news/خبر"), True),
        (("User-agent: *", "Disallow: /*/خبر$"), False),
        (("User-agent: *", "Disallow: /*%D8%AE"), False),
        (("User-agent: otherbot", "Disallow: /"), True),
        (("User-agent: https", "Disallow: /"), True),
        (("User-agent: *", "Disallow:"), True),
        (("<!DOCTYPE html><title>\x00</title>",), True),
    ],
)
def test_robots_txt_is_kept_to(host: Host, lines: tuple[str, ...], allowed: bool) -> None:
    host.pages |= {"/robots.txt": rules(*lines), "/news/%D8%AE%D8%A8%D8%B1": reply()}
    if allowed:
        assert host.get("/news/خبر").content == PAGE
    else:
        assert host.code("/news/خبر") == "robots"
        assert host.asked == ["/robots.txt"]


@pytest.mark.parametrize("status", ["204 No Content", "401 X", "403 X", "404 X", "410 X"])
def test_a_robots_txt_that_is_not_there_forbids_nothing(host: Host, status: str) -> None:
    host.pages["/robots.txt"] = reply(b"", status=status)
    assert host.get().content == PAGE


@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        (reply(b"", status="500 X"), "robots"),
        (reply(b"", status="503 X"), "robots"),
        (reply(b"", status="429 X"), "robots"),
        (to("/robots.txt"), "robots"),
        (b"nonsense\r\n\r\n", "robots"),
        (reply(b"User-agent: *", length=99), "robots"),
        (b"", "robots"),
        (silent, "timeout"),
    ],
)
def test_a_robots_txt_that_cannot_be_had_forbids_everything(host: Host, behaviour: Behaviour, expected: str) -> None:
    host.pages["/robots.txt"] = behaviour
    error = refusal(host.at(), limits=HURRIED)
    assert (error.code, host.at("/robots.txt") in error.message) == (expected, True)
    assert "/" not in host.asked


def test_each_origin_on_the_way_has_rules_of_its_own(host: Host, other: Host) -> None:
    host.pages["/a"] = to(other.at("/b"))
    other.pages |= {"/robots.txt": rules("User-agent: *", "Disallow: /b"), "/b": reply()}
    assert host.code("/a") == "robots"
    assert other.asked == ["/robots.txt"]


def test_a_robots_txt_may_stand_elsewhere(host: Host, other: Host) -> None:
    host.pages["/robots.txt"] = to(other.at("/rules"))
    other.pages["/rules"] = rules("User-agent: *", "Disallow: /closed")
    assert host.get().content == PAGE
    assert host.code("/closed") == "robots"


def test_rules_are_asked_for_once_in_a_run(host: Host) -> None:
    manners = Manners()
    for _ in range(3):
        host.get(manners=manners)
    assert host.asked.count("/robots.txt") == 1


def test_rules_grow_old_and_those_that_could_not_be_had_sooner(host: Host) -> None:
    time = [0.0]
    manners = Manners(now=lambda: time[0])
    host.pages["/robots.txt"] = reply(b"", status="500 X")
    assert [host.code(manners=manners), host.code(manners=manners)] == ["robots", "robots"]
    host.pages["/robots.txt"] = rules("User-agent: *", "Disallow: /closed")
    time[0] += 100
    assert host.get(manners=manners).content == PAGE
    time[0] += 3600
    assert host.code("/closed", manners=manners) == "robots"
    host.pages["/robots.txt"] = reply(b"", status="404 X")
    host.pages["/closed"] = reply()
    time[0] += 24 * 3600
    assert host.get("/closed", manners=manners).content == PAGE
    assert host.asked.count("/robots.txt") == 3


def test_only_the_beginning_of_a_huge_robots_txt_is_read(host: Host) -> None:
    host.pages["/robots.txt"] = endless(b"HTTP/1.0 200 OK\r\n\r\nUser-agent: *\nDisallow: /closed\n", b"#" * 1023 + b"\n")
    assert host.get().content == PAGE
    assert host.code("/closed") == "robots"


def test_a_rule_with_many_stars_does_not_hold_up(host: Host) -> None:
    host.pages |= {"/robots.txt": rules("User-agent: *", f"Disallow: /{'*1' * 12}*Z"), "/" + "1" * 60: reply()}
    assert host.get("/" + "1" * 60).content == PAGE


class Waiting:
    """A clock that stands still but for waiting."""

    def __init__(self) -> None:
        self.time = 0.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds

    def manners(self) -> Manners:
        return Manners(now=lambda: self.time, sleep=self.sleep)


def test_the_pause_that_a_host_asks_for_is_made(host: Host) -> None:
    host.pages |= {"/robots.txt": rules("User-agent: *", "Crawl-delay: 7.5"), "/a": to("/")}
    waiting = Waiting()
    manners = waiting.manners()
    host.get(manners=manners)
    assert waiting.waits == []
    host.get("/a", manners=manners)
    assert waiting.waits == [7.5, 7.5]
    host.get(manners=manners, limits=msgspec.structs.replace(QUICK, pause=9))
    assert waiting.waits[2:] == [7.5]
    host.get(manners=manners)
    assert waiting.waits[3:] == [9]


def test_hosts_are_given_a_pause_where_they_ask_for_none(host: Host) -> None:
    waiting = Waiting()
    manners = waiting.manners()
    for _ in range(3):
        host.get(manners=manners, limits=msgspec.structs.replace(QUICK, pause=2))
    assert waiting.waits == [2, 2]
    assert Limits().pause > 0


def test_waiting_is_no_part_of_the_time_of_a_fetch(host: Host) -> None:
    host.pages["/robots.txt"] = rules("User-agent: *", "Crawl-delay: 0.45")
    manners = Manners()
    for _ in range(2):
        assert host.get(manners=manners, limits=HURRIED).content == PAGE


def test_a_turn_too_far_away_is_told(host: Host) -> None:
    host.pages["/robots.txt"] = rules("User-agent: *", "Crawl-delay: 3600")
    manners = Waiting().manners()
    host.get(manners=manners)
    error = refusal(host.at(), manners=manners)
    assert (error.code, "3600" in error.message) == ("wait", True)


# -- who is never visited

PRIVATE = [
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "168.63.129.16",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1",
    "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:7f00:1", "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:7f00:1::1", "2001:2::1", "2001:10::1",
    "2001:20::1", "2001:db8::1", "2002:7f00:1::1", "2002:a00:1::", "2002:c0a8:101::1", "3fff::1", "4000::1", "5f00::1", "fc00::1",
    "fd00:ec2::254", "fe80::1", "fe80::1%lo", "fec0::1", "ff02::1", "ff0e::1",
]  # fmt: skip


@pytest.mark.parametrize("ip", PRIVATE)
def test_a_machine_that_is_not_public_is_refused(ip: str) -> None:
    assert not is_public(ip)
    assert code("http://news.example/", allow_private=False, resolve=lambda _: [ip]) == "private"
    assert code("http://news.example/", allow_private=False, resolve=lambda _: [PUBLIC, ip]) == "private"


@pytest.mark.parametrize(
    "ip",
    ["8.8.4.4", "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.169.0.1",
     "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.4.4", "64:ff9b::8.8.4.4", "2002:808:404::1"],
)  # fmt: skip
def test_a_public_machine_is_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "name",
    ["127.0.0.1", "localhost", "LOCALHOST", "[::1]", "[0:0:0:0:0:0:0:1]", "[::]", "[::ffff:127.0.0.1]",
     "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "0.0.0.0", "169.254.169.254", "[fd00:ec2::254]", "127。0。0。1"],
)  # fmt: skip
def test_this_machine_is_refused_under_its_names(host: Host, name: str) -> None:
    assert code(host.at(name=name), allow_private=False) == "private"
    assert host.heads == []


@pytest.mark.parametrize(
    "name",
    ["2130706433", "0x7f000001", "0x7f.0x0.0x0.0x1", "0X7F.1", "017700000001", "0177.0.0.1", "127.1", "127.0.1", "0", "0x",
     "127.0.0.1.", "127.000.000.001", "127.0.0.256", "1.2.3.4.5", "0x08.8.8.8", "١٢٧.0.0.1", "１２７.0.0.1"],
)  # fmt: skip
def test_a_number_has_one_spelling(host: Host, name: str) -> None:
    assert code(host.at(name=name), allow_private=False, resolve=never) == "address"
    assert host.heads == []


@pytest.fixture
def host_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if 127.0.0.1 were public, and it alone of all that are not."""
    monkeypatch.setattr("qawl.fetch.fetching.is_public", lambda ip: ip == "127.0.0.1" or is_public(ip))


@pytest.mark.usefixtures("host_is_public")
@pytest.mark.parametrize("name", ["127.0.0.2", "10.0.0.1", "[::1]", "[::ffff:127.0.0.2]", "169.254.169.254", "inside.example"])
def test_a_redirect_to_a_machine_that_is_not_public_is_refused(host: Host, name: str) -> None:
    host.pages["/a"] = to(host.at("/secret", name=name))
    known = {"127.0.0.1": "127.0.0.1", "inside.example": "10.1.1.1"}
    error = refusal(host.at("/a"), allow_private=False, resolve=lambda name: [known.get(name, name)])
    assert (error.code, host.at("/a") in error.message) == ("private", True)
    assert host.asked == ["/robots.txt", "/a"]


@pytest.mark.usefixtures("host_is_public")
def test_a_robots_txt_on_a_machine_that_is_not_public_is_refused(host: Host) -> None:
    host.pages["/robots.txt"] = to(host.at("/robots.txt", name="127.0.0.2"))
    assert host.code(allow_private=False) == "private"
    assert host.asked == ["/robots.txt"]


@pytest.mark.usefixtures("host_is_public")
def test_a_name_that_changes_between_two_requests_is_checked_again(host: Host) -> None:
    answers = [["127.0.0.1"], ["127.0.0.2"]]
    assert code(host.at(name="news.example"), allow_private=False, resolve=lambda _: answers.pop(0)) == "private"
    assert host.asked == ["/robots.txt"]


def test_a_name_is_looked_up_once_for_a_connection_and_the_number_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [[PUBLIC], ["127.0.0.1"]]
    tried: list[str] = []

    def connect(_: httpcore.SyncBackend, name: str, *__: object) -> httpcore.NetworkStream:
        tried.append(name)
        raise httpcore.ConnectError("not today")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    assert code("http://news.example/", allow_private=False, resolve=lambda _: answers.pop(0)) == "connect"
    assert tried == [PUBLIC]


def test_the_machine_that_was_connected_to_is_checked_as_well(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = httpcore.SyncBackend.connect_tcp
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", lambda self, _, *rest: whole(self, "127.0.0.1", *rest))
    assert code(host.at(name="news.example"), allow_private=False, resolve=lambda _: [PUBLIC]) == "private"
    assert host.heads == []


# -- TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for news.example, and its key."""
    if not shutil.which("openssl"):
        pytest.skip("openssl makes the certificate of this test")
    folder = tmp_path_factory.mktemp("tls")
    key, proof = folder / "key.pem", folder / "proof.pem"
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example"]
    command = ["openssl", "req", "-x509", *curve, "-keyout", str(key), "-out", str(proof), *names]
    subprocess.run(command, check=True, capture_output=True)
    return proof, key


@pytest.fixture
def secure(certificate: tuple[Path, Path]) -> Iterator[Host]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    here = Host(context)
    yield here
    here.close()


def test_tls_proves_the_name_and_not_the_number(secure: Host, certificate: tuple[Path, Path]) -> None:
    trust = ssl.create_default_context(cafile=str(certificate[0]))

    def resolve(_: str) -> list[str]:
        return ["127.0.0.1"]

    page = get(secure.at(name="news.example", scheme="https"), resolve=resolve, tls=trust)
    assert (page.content, page.ip) == (PAGE, "127.0.0.1")
    assert code(secure.at(name="other.example", scheme="https"), resolve=resolve, tls=trust) == "tls"
    assert code(secure.at(name="127.0.0.1", scheme="https"), resolve=resolve, tls=trust) == "tls"
    assert code(secure.at(name="news.example", scheme="https"), resolve=resolve) == "tls"


@pytest.mark.parametrize(("words", "expected"), [(b"220 news.example ready\r\n", "tls"), (b"", "timeout")])
def test_a_host_that_speaks_no_tls_is_told(words: bytes, expected: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def greet() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.sendall(words)
                connection.recv(1) and done.wait(9)

        done = threading.Event()
        threading.Thread(target=greet, daemon=True).start()
        assert code(f"https://127.0.0.1:{listener.getsockname()[1]}/", limits=HURRIED) == expected
        done.set()
