"""Pages added in the browser: by an address, a text or files; where that leads, what is refused, and that nothing gets in by it."""

from __future__ import annotations

import gzip
import re
import socket
import sqlite3
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from threading import Event
from typing import Any

import httpcore
import httpx
import msgspec
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from test_archives import responses, story
from test_fetch import PUBLIC, Host, reply, rules, to
from test_web import PAYLOAD, Tags

from bench.warcs import packed, response, write_wacz
from qawl.fetch import Manners
from qawl.fetch.networks import is_public
from qawl.library import Library
from qawl.library.arrivals import Arrival
from qawl.library.sources import Source
from qawl.web.app import application
from qawl.web.asked import FACT, TEXT, Asked, label_of, pasted
from qawl.web.asked import arrivals as asked_arrivals
from qawl.web.tasks import Tasks
from qawl.web.words import word

TEXT_OF_PAGE = (
    "قال أمين المتحف حازم الرفاعي إن القاعة الكبرى ستفتح أبوابها في الخريف. وأضاف أن الزوار «لن يدفعوا شيئا في الأسبوع الأول»."
)
FACTS = {"title": "القاعة الكبرى", "outlet": "جريدة الضفة", "published": "2025-09-02", "url": "https://diffa.example/hall"}
Files = list[tuple[str, bytes]]


class Desk:
    """Someone who adds pages in a browser without a script."""

    def __init__(self, client: TestClient, folder: Path) -> None:
        self.client = client
        self.folder = folder

    @property
    def app(self) -> Starlette:
        app: Any = self.client.app
        assert isinstance(app, Starlette)
        return app

    def token(self, page: str = "/add") -> str:
        found = re.search(r'name="form_token" value="(\w+)"', self.client.get(page).text)
        assert found
        return found[1]

    def post(self, where: str = "/add", files: Files = (), page: str = "/add", **fields: str) -> httpx.Response:  # type: ignore[assignment]
        sent = [("files", file) for file in files] or None
        return self.client.post(where, data={"form_token": self.token(page), **fields}, files=sent)

    def ended(self, sent: httpx.Response) -> httpx.Response:
        """The page of a task that was begun by what was sent, once nothing more comes of it."""
        assert sent.status_code == 303, sent.text
        address = sent.headers["location"]
        for _ in range(2000):
            if self.client.get(f"{address}.json").json()["ended"]:
                break
            time.sleep(0.01)
        return self.client.get(address)

    def add(self, files: Files = (), **fields: str) -> httpx.Response:  # type: ignore[assignment]
        return self.ended(self.post(files=files, **fields))

    def reader(self, **fields: str) -> str:
        """What the reader shows to which adding leads."""
        answer = self.add(**fields)
        assert answer.status_code == 303, words_of(answer)
        assert answer.headers["location"].startswith("/page/")
        return words_of(self.client.get(answer.headers["location"]))

    def sources(self) -> list[Source]:
        with Library(self.folder) as library:
            return list(library.sources())


def words_of(answer: httpx.Response) -> str:
    """The text of a page without its tags."""
    return " ".join("".join(Tags(answer.text).words).split())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "desk.library"
    Library(folder, create=True).close()
    app = application(folder)
    app.state.tasks.workers = 1  # else each test would start processes
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as client:
        yield Desk(client, folder)


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """A host on this machine, which counts its visitors; no pauses are made between them, and no rules remembered."""
    monkeypatch.setattr("qawl.fetch.fetching.OUR_MANNERS", Manners(sleep=lambda _: None))
    here = Host()
    yield here
    here.close()


@pytest.fixture
def host_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if 127.0.0.1 were public, and it alone of all that are not."""
    monkeypatch.setattr("qawl.fetch.fetching.is_public", lambda ip: ip == "127.0.0.1" or is_public(ip))


# -- the three ways


def test_a_text_is_read_with_what_is_known_of_it(desk: Desk) -> None:
    html = desk.reader(text=TEXT_OF_PAGE, **FACTS)
    assert "القاعة الكبرى ستفتح أبوابها في الخريف" in html
    assert all(FACTS[name] in html for name in ("title", "outlet", "url"))
    with Library(desk.folder) as library:
        (row,) = library.rows("pages")
        (source,) = library.sources()
        assert (row.published, library.capture(row.capture).decode()) == (FACTS["published"], TEXT_OF_PAGE)  # type: ignore[attr-defined]
    assert source.source.startswith("pasted:")


def test_what_is_known_already_is_said_and_linked(desk: Desk) -> None:
    desk.reader(text=TEXT_OF_PAGE, **FACTS)
    again = desk.add(text=TEXT_OF_PAGE, **FACTS)
    assert again.status_code == 200
    assert word("ar", "outcome_of.known") in words_of(again)
    assert re.search(r'<a href="/page/\w+">', again.text)


def test_lines_of_a_text_come_as_they_were_pasted(desk: Desk) -> None:
    desk.reader(text=TEXT_OF_PAGE.replace(". ", ".\r\n\r\n"))
    with Library(desk.folder) as library:
        (row,) = library.rows("pages")
        assert library.capture(row.capture).decode() == TEXT_OF_PAGE.replace(". ", ".\n\n")  # type: ignore[attr-defined]


@pytest.mark.usefixtures("host_is_public")
def test_an_address_is_fetched_and_leads_to_the_reader(desk: Desk, host: Host) -> None:
    host.pages["/a"] = reply(story(7), "Content-Type: text/html; charset=utf-8")
    html = desk.reader(address=host.at("/a"), outlet="صحيفة الواحة")
    assert "الجسر رقم 7" in html
    assert "صحيفة الواحة" in html
    assert host.asked == ["/robots.txt", "/a"]


@pytest.mark.usefixtures("host_is_public")
def test_robots_txt_is_kept_to(desk: Desk, host: Host) -> None:
    host.pages["/robots.txt"] = rules("User-agent: *", "Disallow: /")
    assert word("ar", "failure.robots") in words_of(desk.add(address=host.at("/a")))
    assert host.asked == ["/robots.txt"]


def test_files_are_listed_with_what_came_of_each(desk: Desk) -> None:
    lines = [{"id": "1", "title": "الخريف", "text": TEXT_OF_PAGE}, {"id": "2"}]
    answer = desk.add(
        [
            ("نص.txt", TEXT_OF_PAGE.encode()),
            ("lines.jsonl", b"\n".join(map(msgspec.json.encode, lines))),
            ("page.html", story(3)),
            ("english.txt", b"Nothing in this text is written in the letters that are read here, whatever one tries to do."),
        ],
        outlet="جريدة الضفة",
    )
    said = words_of(answer)
    assert answer.status_code == 200
    assert len(re.findall(r'<a href="/page/\w+">', answer.text)) > 2
    assert all(word("ar", f"failure.{code}") in said for code in ("bad_line", "language"))
    assert word("ar", "same_article") in said  # the text came twice, in other bytes
    assert {source.source for source in desk.sources()} == {
        "upload:نص.txt", "upload:lines.jsonl:1", "upload:lines.jsonl:2", "upload:page.html", "upload:english.txt",
    }  # fmt: skip


def test_a_wacz_is_read_too(desk: Desk, tmp_path: Path) -> None:
    write_wacz(
        tmp_path / "a.wacz", {"archive/a.warc.gz": packed([response(story(n), f"https://diffa.example/{n}") for n in range(2)])}
    )
    assert f"{word('ar', 'outcome.added')} 2" in words_of(desk.add([("a.wacz", (tmp_path / "a.wacz").read_bytes())]))
    assert {source.address for source in desk.sources()} == {"https://diffa.example/0", "https://diffa.example/1"}


def test_an_archive_is_read_page_by_page_and_what_is_damaged_is_told(desk: Desk) -> None:
    whole = packed(responses(3))
    said = words_of(desk.add([("news.warc.gz", whole[:-40])]))
    assert f"{word('ar', 'outcome.added')} 2" in said
    assert f"{word('ar', 'outcome.failed')} 1" in said
    assert word("ar", "failure.archive") in said
    assert "news.warc.gz:" in said


@pytest.mark.usefixtures("host_is_public")
def test_a_feed_that_is_sent_brings_its_pages(desk: Desk, host: Host) -> None:
    host.pages["/1"] = reply(story(1), "Content-Type: text/html; charset=utf-8")
    feed = f"<rss><channel><item><link>{host.at('/1')}</link></item></channel></rss>"
    page = desk.add([("feed.xml", feed.encode())]).headers["location"]
    assert host.asked == ["/robots.txt", "/1"]
    again = desk.add([("feed.xml", feed.encode())])  # what is known is linked, and not asked for again
    assert f'<a href="{page}">' in again.text
    assert host.asked == ["/robots.txt", "/1"]


def test_it_goes_on_while_the_page_tells_how(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()
    whole = Tasks._do
    monkeypatch.setattr(Tasks, "_do", lambda self, task: go_on.wait(20) and whole(self, task))
    address = desk.post(text=TEXT_OF_PAGE).headers["location"]
    waiting = desk.client.get(address)
    assert re.search(r'<noscript><meta http-equiv="refresh" content="\d"></noscript>', waiting.text)
    told = desk.client.get(f"{address}.json").json()
    assert (told["state"], told["ended"], told["told"]) == ("waiting", False, word("ar", "task.waiting"))
    go_on.set()
    ended = desk.ended(httpx.Response(303, headers={"location": address}))
    assert ended.headers["location"].startswith("/page/")


def test_how_a_file_goes_is_told_in_parts(desk: Desk) -> None:
    lines = b"\n".join(msgspec.json.encode({"id": str(n), "text": f"{TEXT_OF_PAGE} {n}"}) for n in range(3))
    address = desk.post(files=[("lines.jsonl", lines)]).headers["location"]
    desk.ended(httpx.Response(303, headers={"location": address}))
    assert desk.client.get(f"{address}.json").json()["told"] == f"{word('ar', 'task.done')}، {word('ar', 'outcome.added')}: 3"


# -- what is refused


def spelled(host: Host) -> list[tuple[str, str]]:
    """This machine in many spellings, and what else is no page for us; each with what is said of it."""
    inside = [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "127.0.0.2",
        "0.0.0.0",
    ]
    odd = ["0x7f000001", "2130706433", "0177.0.0.1", "127.1", "0x7f.1"]
    return [
        *((host.at("/secret", name=name), "not_added.private") for name in inside),
        ("http://169.254.169.254/latest/meta-data/", "not_added.private"),
        ("http://10.0.0.1:22/", "not_added.private"),
        ("https://[fd00::1]/", "not_added.private"),
        *((host.at("/secret", name=name), "not_added.address") for name in odd),
        (host.at("/secret", name="127.0.0.1").replace("http://", "http://user:word@"), "not_added.address"),
        (f"http://news.example@127.0.0.1:{host.port}/", "not_added.address"),
        ("http://127.0.0.1:0/", "not_added.address"),
        ("http://127.0.0.1:65536/", "not_added.address"),
        ("http://", "not_added.address"),
        ("file:///etc/passwd", "not_added.scheme"),
        (f"gopher://127.0.0.1:{host.port}/_GET", "not_added.scheme"),
        (f"ftp://127.0.0.1:{host.port}/", "not_added.scheme"),
        ("javascript:alert(1)", "not_added.scheme"),
        ("data:text/html,<p>x", "not_added.scheme"),
        ("/etc/passwd", "not_added.scheme"),
        (f"//127.0.0.1:{host.port}/", "not_added.scheme"),
    ]


def test_only_public_pages_are_fetched(desk: Desk, host: Host) -> None:
    for address, key in spelled(host):
        for lang in ("ar", "en"):
            desk.client.cookies.set("lang", lang)
            answer = desk.add(address=address)
            assert answer.status_code == 200, address
            assert word(lang, key) in words_of(answer), (address, words_of(answer))  # type: ignore[arg-type]
    assert host.heads == []
    with Library(desk.folder) as library:
        assert library.count("pages") == 0
        assert not [one.source for one in library.sources() if not one.source.startswith("http") or "word" in one.source]


@pytest.mark.usefixtures("host_is_public")
@pytest.mark.parametrize("inside", ["127.0.0.2", "[::1]", "169.254.169.254", "localhost.", "0x7f000002"])
def test_a_redirect_inside_is_not_followed(desk: Desk, host: Host, inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    resolves(monkeypatch, {"localhost.": ["127.0.0.3"]})
    host.pages["/a"] = to(host.at("/secret", name=inside))
    said = words_of(desk.add(address=host.at("/a")))
    assert word("ar", "not_added.address" if inside.startswith("0x") else "not_added.private") in said
    assert host.asked == ["/robots.txt", "/a"]


def resolves(monkeypatch: pytest.MonkeyPatch, known: dict[str, list[str]]) -> None:
    """Let names lead where they are said to, a further time to the next machine."""
    ask = socket.getaddrinfo

    def look_up(name: Any, *rest: Any, **more: Any) -> Any:
        answers = known.get(name)
        if not answers:
            return ask(name, *rest, **more)
        ip = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 0))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.usefixtures("host_is_public")
def test_a_name_that_leads_elsewhere_the_second_time_is_checked_again(
    desk: Desk, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolves(monkeypatch, {"news.example": ["127.0.0.1", "127.0.0.2"]})
    assert word("ar", "not_added.private") in words_of(desk.add(address=host.at("/secret", name="news.example")))
    assert host.asked == ["/robots.txt"]


def test_the_machine_that_was_checked_is_the_one_that_is_asked(desk: Desk, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def connect(_: httpcore.SyncBackend, name: str, *__: object, **___: object) -> httpcore.NetworkStream:
        tried.append(name)
        raise httpcore.ConnectError("not today")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    resolves(monkeypatch, {"news.example": [PUBLIC, "127.0.0.1"]})
    assert word("ar", "failure.connect") in words_of(desk.add(address=host.at("/secret", name="news.example")))
    assert tried == [PUBLIC]
    assert host.heads == []


def test_a_feed_or_an_archive_that_is_sent_leads_nowhere_inside(desk: Desk, host: Host) -> None:
    links = [host.at(f"/{name}", name=name) for name in ("127.0.0.1", "localhost", "[::1]")]
    feed = "".join(f"<item><link>{link}</link></item>" for link in links)
    index = "".join(f"<sitemap><loc>{link}</loc></sitemap>" for link in links)
    said = words_of(
        desk.add(
            [
                ("feed.xml", f"<rss><channel>{feed}</channel></rss>".encode()),
                ("index.xml", f"<sitemapindex>{index}</sitemapindex>".encode()),
                ("a.warc.gz", packed([response(story(1), links[0])])),
            ]
        )
    )
    assert f"{word('ar', 'outcome.failed')} 6" in said
    assert host.heads == []


def test_a_name_is_a_label_and_no_path(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret.txt").write_text(TEXT_OF_PAGE, "utf-8")
    broken = b"<?xml version='1.0'?><rss"
    names = [
        "../../secret.txt",
        str(tmp_path / "secret.txt"),
        "C:\\desk\\secret.txt",
        "https://diffa.example/secret.txt",
        "secret.txt",
    ]
    for name in names:
        assert label_of(name) == "upload:secret.txt"
        assert word("ar", "failure.no_list") in words_of(desk.add([(name, broken)]))
    assert desk.ended(desk.post("/sources/again", page="/sources")).status_code == 200
    assert [one.source for one in desk.sources()] == ["upload:secret.txt"]
    with Library(desk.folder) as library:
        assert library.count("pages") == 0


@pytest.mark.parametrize("name", ["", "..", "/", "a\nb", "‮gpj.exe", "-", "x" * 3000, "\x00", "con:", PAYLOAD])
def test_any_name_is_a_label_that_can_be_seen(name: str) -> None:
    label = label_of(name)
    assert label.startswith("upload:")
    assert label.isprintable()
    assert 0 < len(label.removeprefix("upload:")) <= 120
    assert not set("/\\:") & set(label.removeprefix("upload:"))


def test_what_unpacks_to_too_much_is_given_up(desk: Desk) -> None:
    bomb = gzip.compress(b"<rss><channel>" + bytes(40 * 2**20))
    record = packed([response(gzip.compress(bytes(40 * 2**20)), "https://diffa.example/x", more="Content-Encoding: gzip\r\n")])
    said = words_of(desk.add([("feed.gz", bomb), ("a.warc.gz", record)]))
    assert f"{word('ar', 'outcome.failed')} 2" in said or word("ar", "not_added.too_large") in said
    with Library(desk.folder) as library:
        assert library.count("pages") == 0


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({}, "nothing_sent"),
        ({"text": " \n "}, "nothing_sent"),
        ({"text": "قال " * (TEXT // 4 + 1)}, "too_long"),
        ({"text": TEXT_OF_PAGE, "title": "س" * (FACT + 1)}, "too_long"),
        ({"text": TEXT_OF_PAGE, "published": "2024-02-30"}, "bad_day"),
        ({"text": TEXT_OF_PAGE, "published": "yesterday"}, "bad_day"),
        ({"text": TEXT_OF_PAGE, "url": "javascript:alert(1)"}, "scheme"),
        ({"text": TEXT_OF_PAGE, "url": "https://user:word@diffa.example/"}, "address"),
    ],
)
def test_what_cannot_be_so_is_said_and_nothing_is_kept(desk: Desk, fields: dict[str, str], key: str) -> None:
    answer = desk.add(**fields)
    assert word("ar", f"not_added.{key}") in words_of(answer)
    if fields.get("text", "").strip():  # what was typed is there still, to be mended
        assert fields["text"].strip() in unescape(answer.text)
    assert desk.sources() == []


def test_only_these_pages_add(desk: Desk) -> None:
    token = desk.token()
    fresh = TestClient(desk.app, base_url="http://localhost", follow_redirects=False)
    file = {"files": ("a.txt", TEXT_OF_PAGE.encode())}
    forged = [
        desk.client.post("/add", data={"text": TEXT_OF_PAGE}),
        desk.client.post("/add", data={"form_token": "0" * 64}, files=file),
        desk.client.post("/add", data={"form_token": token}, files=file, headers={"origin": "http://evil.example"}),
        fresh.post("/add", data={"form_token": token}, files=file),
        desk.client.post("/sources/again"),
        desk.client.post("/sources/note", data={"outlet": "x", "note": "y", "who": "z"}),
    ]
    assert [answer.status_code for answer in forged] == [403] * len(forged)
    assert desk.sources() == []


def test_more_than_is_taken_is_refused_before_it_is_read(desk: Desk) -> None:
    token = desk.token()
    huge = {"content-length": str(600 << 20)}
    assert desk.client.post("/add", data={"form_token": token, "text": "x"}, headers=huge).status_code == 413
    long = {"form_token": (None, token), "text": (None, "x" * (9 * TEXT))}
    assert desk.client.post("/add", files=long).status_code == 400
    assert desk.sources() == []


def test_what_is_pasted_never_runs(desk: Desk) -> None:
    hostile = f"{TEXT_OF_PAGE}\n\nوأكد الرفاعي أن {PAYLOAD} جاهز، وقال «{PAYLOAD} لن يتأخر»."
    reader = desk.add(text=hostile, title=PAYLOAD, outlet=PAYLOAD, url="https://diffa.example/'\"><script>alert(1)</script>")
    pages = [
        reader.headers["location"],
        "/sources",
        "/statements",
        f"/sources?note={PAYLOAD}",
        desk.post(address=PAYLOAD).headers["location"],
    ]
    listed = desk.post(files=[(PAYLOAD, hostile.encode()), ('"><img src=x>.jsonl', b'{"id":"<svg onload=alert(1)>"}')])
    desk.ended(listed)
    for address in [*pages, listed.headers["location"]]:
        tags = Tags(desk.client.get(address).text).tags
        assert len(tags) > 20, address
        assert [attributes for tag, attributes in tags if tag == "script" and "src" not in attributes] == [], address
        assert not [tag for tag, _ in tags if tag in ("img", "svg", "iframe")], address
        assert not [name for _, attributes in tags for name in attributes if name.startswith("on")], address
        assert not [1 for _, attributes in tags if str(attributes.get("href")).startswith("javascript:")], address


# -- what goes wrong here


def test_a_library_that_another_program_writes_to_is_told_and_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qawl.library.store.WAIT", 0.05)
    other = sqlite3.connect(desk.folder / "library.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = desk.add(files=[("a.txt", TEXT_OF_PAGE.encode())])
    assert word("ar", "library_error.locked") in words_of(answer)
    other.execute("ROLLBACK")
    other.close()
    again = re.search(r'action="(/add/[^"]+/again)"', answer.text)
    assert again
    assert desk.ended(desk.post(again[1])).headers["location"].startswith("/page/")


def test_what_breaks_is_told_and_the_next_task_is_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("qawl.web.tasks.arrivals", lambda *_: 1 / 0)
        assert word("ar", "not_added.broke") in words_of(desk.add(text=TEXT_OF_PAGE))
    assert desk.add(text=TEXT_OF_PAGE).status_code == 303


@pytest.mark.usefixtures("host_is_public")
def test_what_failed_is_tried_again_from_the_sources(desk: Desk, host: Host) -> None:
    for name in ("/a", "/b"):
        desk.add(address=host.at(name))
    host.pages |= {name: reply(story(n), "Content-Type: text/html; charset=utf-8") for n, name in enumerate(("/a", "/b"))}
    one = desk.ended(desk.post("/sources/again", page="/sources", source=host.at("/b")))
    assert one.headers["location"].startswith("/page/")
    assert [(one.source, one.code) for one in desk.sources()] == [(host.at("/a"), "status"), (host.at("/b"), None)]
    desk.ended(desk.post("/sources/again", page="/sources"))
    assert [one.code for one in desk.sources()] == [None, None]


def test_a_task_that_is_forgotten_is_not_found(desk: Desk) -> None:
    assert desk.client.get("/add/nothing").status_code == 404
    assert desk.client.get("/add/nothing.json").status_code == 404


# -- tasks


@pytest.fixture
def tasks(tmp_path: Path) -> Tasks:
    Library(tmp_path / "tasks.library", create=True).close()
    return Tasks(tmp_path / "tasks.library", workers=1)


def asked(number: int = 0) -> Asked:
    return Asked(text=f"{TEXT_OF_PAGE} ({number})")


def test_only_so_many_wait_and_are_remembered(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qawl.web.tasks.WAITING", 2)
    monkeypatch.setattr("qawl.web.tasks.KEPT", 5)
    monkeypatch.setattr(tasks, "_begin", lambda _: None)
    states = [tasks.put(asked(number)).code for number in range(4)]
    assert states == [None, None, "busy", "busy"]
    for number in range(10):
        last = tasks.put(asked(number))
    assert tasks.find(last.id) is last
    assert len(tasks._all) == 5


def test_files_are_kept_to_be_tried_again_as_long_as_there_is_room(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qawl.web.tasks.WEIGHT", 10 * len(TEXT_OF_PAGE))
    monkeypatch.setattr(tasks, "_begin", lambda task: task.fail("locked", ""))
    first, second, third = (tasks.put(asked(number)) for number in range(3))
    assert [task.asked.is_there for task in (first, second, third)] == [False, True, True]


def test_what_was_begun_is_written_and_the_rest_told_when_the_server_ends(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    def two(*_: object) -> Iterator[Arrival]:
        tasks._closing.set()  # the server ends while the first page is on its way
        yield pasted(asked(1))
        yield pasted(asked(2))

    monkeypatch.setattr("qawl.web.tasks.arrivals", two)
    begun = tasks.put(asked(1))
    while not begun.has_ended:
        time.sleep(0.01)
    waiting = tasks._all["x"] = type(begun)(asked(3), id="x")
    assert tasks.close() == [begun, waiting]
    assert (begun.state, waiting.state) == ("broken_off", "broken_off")
    with Library(tasks.folder) as library:
        assert [source.source for source in library.sources()] == [pasted(asked(1)).source]
    assert tasks.put(asked(4)).code == "busy"


def test_a_task_that_is_stopped_keeps_what_was_read_and_can_go_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    reached, go_on = Event(), Event()

    def slowly(*given: Any) -> Iterator[Arrival]:
        for arrival in whole(*given):
            reached.set()
            assert go_on.wait(20)
            yield arrival

    whole = asked_arrivals
    monkeypatch.setattr("qawl.web.tasks.arrivals", slowly)
    lines = b"\n".join(msgspec.json.encode({"id": str(n), "text": f"{TEXT_OF_PAGE} {n}"}) for n in range(3))
    begun = desk.post(files=[("lines.jsonl", lines)])
    waiting = desk.post(text=TEXT_OF_PAGE)
    assert reached.wait(20)
    for task in (begun, waiting):
        address = task.headers["location"]
        assert desk.post(f"{address}/stop", page=address).headers["location"] == address
    go_on.set()
    said = words_of(desk.ended(begun))
    assert word("ar", "task.stopped") in said
    assert f"{word('ar', 'outcome.added')} 1" in said
    assert word("ar", "task.stopped") in words_of(desk.ended(waiting))
    assert [one.source for one in desk.sources()] == ["upload:lines.jsonl:1"]
    again = words_of(desk.ended(desk.post(f"{begun.headers['location']}/again", page=begun.headers["location"])))
    assert f"{word('ar', 'outcome.added')} 2" in again


@pytest.mark.usefixtures("host_is_public")
def test_of_a_long_list_the_newest_pages_are_taken(desk: Desk, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qawl.web.tasks.MOST", 1)
    host.pages["/1"] = reply(story(1), "Content-Type: text/html; charset=utf-8")
    items = "".join(f"<url><loc>{host.at(f'/{n}')}</loc><lastmod>2026-01-0{2 - n}</lastmod></url>" for n in (0, 1))
    host.pages["/0"] = host.pages["/1"]
    said = words_of(desk.add([("map.xml", f"<urlset>{items}</urlset>".encode()), ("broken.xml", b"<?xml version='1.0'?><rss")]))
    assert f"{word('ar', 'of_list.more_pages')} 1" in said
    assert len(host.asked) == 2


def test_a_page_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    """So that a page that kills its reader does not take these pages with it."""
    Library(tmp_path / "own.library", create=True).close()
    own = Tasks(tmp_path / "own.library")
    task = own.put(asked())
    own.close(60)
    assert (task.state, task.outcomes) in (("done", {"added": 1}), ("broken_off", {"added": 1}), ("broken_off", {}))


# -- notes


def test_an_outlet_is_noted_of(desk: Desk) -> None:
    desk.reader(text=TEXT_OF_PAGE, outlet="جريدة الضفة")
    shown = desk.client.get("/sources", params={"note": "جريدة الضفة"}).text
    assert '<input type="hidden" name="outlet" value="جريدة الضفة">' in shown
    assert (
        desk.post("/sources/note", page="/sources?note=x", outlet="جريدة الضفة", note="تملكها بلدية الضفة", who="منى").status_code
        == 303
    )
    assert "تملكها بلدية الضفة" in desk.client.get("/sources").text
    assert desk.post("/sources/note", page="/sources?note=x", outlet="لا أحد", note="س", who="منى").status_code == 404


def test_feeds_that_are_watched_are_shown_with_how_they_stand(desk: Desk) -> None:
    with Library(desk.folder) as library:
        library.watch(["https://diffa.example/feed"], outlet="جريدة الضفة")
        with library.store.writing() as connection:
            connection.execute("UPDATE feeds SET failures = 2, failing_since = '2026-01-02T03:04:05Z', code = 'timeout'")
    said = words_of(desk.client.get("/sources"))
    assert "https://diffa.example/feed" in said
    assert word("ar", "failure.timeout") in said
    desk.add(text=TEXT_OF_PAGE, published="2026-01-02")
    assert word("ar", "failure.timeout") in words_of(desk.client.get("/"))
