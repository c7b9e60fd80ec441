"""Saved searches, the feed of a search and the calendar: what programs and people come back to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from lxml import etree
from starlette.testclient import TestClient

from qawl.fetch.listings import read_listing
from qawl.library import Library, LibraryError
from qawl.model import Page
from qawl.web.app import application
from qawl.web.views.feed import ENTRIES

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TEXT = (
    "قال وزير الموانئ سالم الحداد إن الميناء الجديد سيفتح في الربيع. وأضاف أن العمال «لن يدفعوا ثمن التأخير».\n\n"
    "وأعلن الحداد أن وفد النقابة لن يحضر الاجتماع المقرر في صفاقس يوم 14 مارس 2024 لأن الدعوة وصلت متأخرة."
)
OTHER = "قالت رئيسة بلدية صفاقس ليلى الكندي إن الرصيف القديم سيبقى مفتوحا أمام الزوار."
PAYLOAD = '<script>alert("x")</script>]]>&\x0b<img src=x onerror=alert(1)>"'
HOSTILE = f"قال وزير البيئة رامي الفهري إن الشاطئ نظيف {PAYLOAD} وإن الزوار سيعودون إليه قبل نهاية الشهر القادم."
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def pages() -> list[Page]:
    return [
        Page(id="one", source=TEXT, outlet="صحيفة الشراع", published="2024-03-04", url="https://shiraa.example/1"),
        Page(id="two", source=OTHER, outlet="صحيفة الشراع", published="2024-03-01"),
        Page(id="bad", source=HOSTILE, kind="text", outlet=PAYLOAD, title=PAYLOAD, url="javascript:alert(1)"),
        Page(id="again", source="نشرتنا اليوم. " + TEXT, outlet="إذاعة الخليج", published="2024-03-05"),
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library(tmp_path / "news.library", create=True) as library:
        for page in pages():  # in this order
            assert [one.outcome for one in library.add([page])] == ["added"]
    return tmp_path / "news.library"


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient]:
    with TestClient(application(folder), base_url="http://localhost") as made:
        yield made


def feed_of(client: TestClient, address: str) -> etree._Element:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return etree.fromstring(answer.content, etree.XMLParser(resolve_entities=False))  # strict: what is broken raises


def told(feed: etree._Element) -> list[dict[str, str]]:
    return [
        {name: one.findtext(ATOM + name) for name in ("id", "title", "updated", "content")} for one in feed.iter(f"{ATOM}entry")
    ]


def must_be_atom(feed: etree._Element) -> None:
    """What RFC 4287 asks of a feed and its entries."""
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
        assert urlsplit(element.findtext(f"{ATOM}id")).scheme
        assert RFC3339.fullmatch(element.findtext(f"{ATOM}updated"))
        assert all(one.findtext(f"{ATOM}name").strip() for one in element.findall(f"{ATOM}author"))
        assert len(element.findall(f"{ATOM}author")) <= 1
        links = [(one.get("rel"), one.get("type")) for one in element.findall(f"{ATOM}link")]
        assert len(links) == len(set(links))
        assert all(re.match("https?://", one.get("href")) for one in element.findall(f"{ATOM}link"))
        assert ("alternate", "text/html") in links
    assert feed.findall(f"{ATOM}author")
    assert ("self", "application/atom+xml") in [(one.get("rel"), one.get("type")) for one in feed.findall(f"{ATOM}link")]
    ids = [one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    assert all(one.get("term") for one in feed.iter(f"{ATOM}category"))
    assert {one.get("type") for one in feed.iter(f"{ATOM}content")} <= {"html"}


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_search_is_a_feed(client: TestClient, lang: str) -> None:
    address = f"/statements.atom?text={quote('الميناء')}&lang={lang}"
    feed = feed_of(client, address)
    must_be_atom(feed)
    assert feed.get(LANG) == lang
    (entry,) = told(feed)
    assert entry["title"].startswith("سالم الحداد: الميناء الجديد")
    assert '<blockquote lang="ar" dir="rtl">الميناء الجديد سيفتح في الربيع</blockquote>' in entry["content"]
    (link,) = [
        one.get("href")
        for one in feed.iter(f"{ATOM}link")
        if one.getparent().tag == f"{ATOM}entry" and one.get("rel") == "alternate"
    ]
    assert client.get(urlsplit(link).path).status_code == 200
    (itself,) = [one.get("href") for one in feed.findall(f"{ATOM}link") if one.get("rel") == "self"]
    assert client.get(itself).content == client.get(address).content


def test_nothing_found_is_a_feed_too(client: TestClient) -> None:
    feed = feed_of(client, f"/statements.atom?text={quote('الطائرة')}")
    must_be_atom(feed)
    assert told(feed) == []


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}


def test_the_text_of_a_page_stays_text(client: TestClient) -> None:
    feed = feed_of(client, "/statements.atom")
    must_be_atom(feed)
    (hostile,) = [one for one in told(feed) if "الشاطئ" in one["content"]]
    assert 'alert("x")' in unescape(hostile["content"])
    found = Tags(hostile["content"])
    assert found.tags <= {"div", "p", "strong", "bdi", "blockquote", "span"}
    assert found.names <= {"lang", "dir", "class", "data-name"}
    assert "javascript:" not in etree.tostring(feed, encoding="unicode")


def test_what_came_last_is_first_and_a_saying_is_told_once(client: TestClient) -> None:
    """Another page that reports a saying is no news; an old page that came late is."""
    titles = [one["title"] for one in told(feed_of(client, "/statements.atom"))]
    assert "الفهري" in titles[0]
    assert "الكندي" in titles[1]
    assert all("الحداد" in title for title in titles[2:])
    assert len(titles) == 5
    every = told(feed_of(client, "/statements.atom?each=1"))
    assert len(every) == 8
    radio = told(feed_of(client, f"/statements.atom?outlet={quote('إذاعة الخليج')}"))
    assert len(radio) == 3  # of the pages that are asked for the first


def test_an_entry_keeps_its_id_and_tells_when_somebody_changed_it(client: TestClient, folder: Path) -> None:
    def entry() -> dict[str, str]:
        (found,) = told(feed_of(client, f"/statements.atom?text={quote('الرصيف القديم')}&lang=en"))
        return found

    before, tag = entry(), client.get("/statements.atom").headers["etag"]
    with Library(folder) as library:
        (found,) = library.search("الرصيف القديم").answers
        library.decide(f"{found.row.capture}:{found.row.id}", "fix", "speaker", "ليلى كندي", who="نادية")
    after = entry()
    assert after["id"] == before["id"]
    assert after["updated"] > before["updated"]
    assert "ليلى كندي" in after["title"]
    answer = client.get("/statements.atom", headers={"if-none-match": tag})
    assert answer.status_code == 200
    assert client.get("/statements.atom", headers={"if-none-match": answer.headers["etag"]}).status_code == 304
    (first, *_) = told(feed_of(client, "/statements.atom"))
    assert first["id"] == after["id"]  # what changed last is first


def test_what_is_rejected_is_gone_from_the_feed(client: TestClient, folder: Path) -> None:
    with Library(folder) as library:
        (found,) = library.search("الرصيف القديم").answers
        library.decide(f"{found.row.capture}:{found.row.id}", "reject", who="نادية")
    assert told(feed_of(client, f"/statements.atom?text={quote('الرصيف القديم')}")) == []


def test_a_long_feed_is_walked_by_its_links(tmp_path: Path) -> None:
    names = ["سالم", "ليلى", "رامي", "كريم", "هالة", "نادر", "سمير"]
    towns = ["صفاقس", "سوسة", "قابس", "مدنين", "تطاوين", "توزر", "قفصة", "باجة", "جندوبة"]
    texts = [
        f"قال رئيس بلدية {town} {name} الحداد إن سوق {town} رقم {number} سيفتح غدا."
        for number, (town, name) in enumerate((t, n) for t in towns for n in names)
    ]
    with Library(tmp_path / "long.library", create=True) as library:
        list(library.add([Page(id=str(number), source=text) for number, text in enumerate(texts)]))
        total = sum(1 for _ in library.lines("statements"))
    assert total > ENTRIES
    ids, address, steps = [], "/statements.atom?each=1", 0
    with TestClient(application(tmp_path / "long.library"), base_url="http://localhost") as client:
        while address and steps < 9:
            feed = feed_of(client, address)
            must_be_atom(feed)
            ids += [one["id"] for one in told(feed)]
            address = next((one.get("href") for one in feed.findall(f"{ATOM}link") if one.get("rel") == "next"), "")
            steps += 1
    assert len(ids) == len(set(ids)) == total
    assert steps == 1 + total // ENTRIES


def test_our_own_reader_of_feeds_reads_it(client: TestClient) -> None:
    content = client.get("/statements.atom?lang=ar").content
    found = read_listing(content, "http://localhost/statements.atom", datetime.now(UTC), 1 << 20)
    assert (found.kind, found.flaw, found.without_address, found.untrue_dates) == ("feed", None, 0, 0)
    assert len(found.pages) == 5
    assert all(one.address.startswith("http://localhost/statement/") for one in found.pages)
    assert all(one.published and one.changed and one.title for one in found.pages)


def test_the_page_of_a_search_names_its_feed_and_files(client: TestClient) -> None:
    html = client.get("/statements", params={"text": "الميناء", "kind": "indirect"}).text
    found = re.search(r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]+)"', html)
    assert found
    asked = parse_qs(urlsplit(unescape(found[1])).query)
    assert (asked["text"], asked["kind"]) == (["الميناء"], ["indirect"])
    assert len(told(feed_of(client, unescape(found[1])))) == 1
    for address in re.findall(r'href="(/api/[^"]+)"', html):
        assert client.get(unescape(address)).status_code == 200, address


@pytest.mark.parametrize("address", ["/statements", "/sources", "/agenda?view=list", "/who?name=سالم الحداد", "/searches", "/api"])
def test_every_file_that_a_page_offers_is_there(client: TestClient, address: str) -> None:
    for lang in ("ar", "en"):
        client.cookies.set("lang", lang)
        html = client.get(address).text
        files = {unescape(found) for found in re.findall(r'href="((?:/api/|/statements\.atom)[^"]*)"', html)}
        assert files or address == "/searches", address
        for file in files:
            assert client.get(file).status_code == 200, file


# -- saved searches


def send(client: TestClient, page: str, action: str, **values: Any) -> Any:
    """Send a form of a page, with its token."""
    token = re.search(r'name="form_token" value="([^"]+)"', client.get(page).text)
    assert token
    return client.post(action, data={"form_token": token[1], **values}, follow_redirects=False)


def names(client: TestClient) -> list[str]:
    return [
        unescape(one)
        for one in re.findall(r'<h2><a href="/statements\?[^"]*"><bdi[^>]*>([^<]*)</bdi></a></h2>', client.get("/searches").text)
    ]


def test_a_search_is_saved_renamed_asked_again_and_deleted(client: TestClient) -> None:
    asked = f"text={quote('الميناء')}&kind=indirect&kind=mixed&exact=1&sort=newest&offset=20"
    answer = send(client, "/statements?text=الميناء", "/searches", name="الموانئ", asked=asked)
    assert (answer.status_code, answer.headers["location"]) == (303, "/searches")
    assert names(client) == ["الموانئ"]
    (kept,) = re.findall(r'<h2><a href="(/statements\?[^"]*)"', client.get("/searches").text)
    assert parse_qs(urlsplit(unescape(kept)).query) == {
        "text": ["الميناء"], "kind": ["indirect", "mixed"], "exact": ["True"], "sort": ["newest"],
    }  # fmt: skip
    assert client.get(unescape(kept)).status_code == 200
    assert send(client, "/searches", "/searches/rename", name="الموانئ", new="أخبار الموانئ").status_code == 303
    assert names(client) == ["أخبار الموانئ"]
    assert send(client, "/searches", "/searches/delete", name="أخبار الموانئ").status_code == 303
    assert names(client) == []
    assert send(client, "/statements", "/searches/delete", name="أخبار الموانئ").status_code == 404


def test_a_search_without_a_name_is_called_by_what_it_asks(client: TestClient) -> None:
    send(client, "/statements", "/searches", name=" ", asked=f"text={quote('الميناء')}&outlet={quote('صحيفة الشراع')}")
    assert names(client) == ["الميناء · صحيفة الشراع"]
    assert send(client, "/statements", "/searches", name="", asked="").status_code == 400


def test_a_saved_search_that_cannot_be_asked_is_refused(client: TestClient) -> None:
    assert send(client, "/statements", "/searches", name="x", asked="kind=song").status_code == 400
    assert send(client, "/statements", "/searches", name="x", asked="said_from=never").status_code == 400
    assert names(client) == []


def test_nobody_elsewhere_saves_or_deletes(client: TestClient) -> None:
    send(client, "/statements", "/searches", name="الموانئ", asked="text=x")
    for action, values in (("/searches", {"name": "y", "asked": ""}), ("/searches/delete", {"name": "الموانئ"}),
                           ("/searches/rename", {"name": "الموانئ", "new": "y"})):  # fmt: skip
        assert client.post(action, data=values).status_code == 403
        assert client.get(action).status_code in (200, 404, 405)
    assert names(client) == ["الموانئ"]


def test_the_name_of_a_search_is_text(client: TestClient) -> None:
    send(client, "/statements", "/searches", name=PAYLOAD, asked=f"text={quote(PAYLOAD)}&speaker={quote(PAYLOAD)}")
    html = client.get("/searches").text
    assert "<img" not in html
    assert html.count("<script") == client.get("/statements").text.count("<script")
    must_be_atom(feed_of(client, f"/statements.atom?text={quote(PAYLOAD)}"))


def test_searches_of_a_library(folder: Path) -> None:
    with Library(folder) as library:
        library.save_search("ب", {"text": "الميناء"})
        library.save_search("أ", {"kind": ["direct"]})
        library.save_search("ب", {"text": "الرصيف"})
        assert [(one.name, one.asked) for one in library.saved_searches()] == [
            ("أ", {"kind": ["direct"]}),
            ("ب", {"text": "الرصيف"}),
        ]
        wrong: list[Callable[[], object]] = [
            lambda: library.rename_search("ب", "أ"),
            lambda: library.rename_search("ج", "د"),
            lambda: library.save_search("", {}),
            lambda: library.save_search("س", {"colour": "red"}),
            lambda: library.delete_search("ج"),
        ]
        for one in wrong:
            with pytest.raises(LibraryError):
                one()
        copy = library.backup(folder.parent / "copy.library")
    with Library(copy.parent) as library:
        assert [one.name for one in library.saved_searches()] == ["أ", "ب"]


# -- the calendar


def test_a_calendar_that_did_not_change_is_not_sent_again(client: TestClient, folder: Path) -> None:
    answer = client.get("/agenda.ics")
    tag = answer.headers["etag"]
    assert client.get("/agenda.ics", headers={"if-none-match": tag}).status_code == 304
    assert client.get("/agenda.ics?absent=1", headers={"if-none-match": tag}).status_code == 200
    with Library(folder) as library:
        list(library.add([Page(id="new", source="يزور وزير الموانئ سالم الحداد سوسة يوم 20 مارس 2024.", published="2024-03-10")]))
    assert client.get("/agenda.ics", headers={"if-none-match": tag}).status_code == 200


def test_how_to_subscribe_is_told_with_the_address(client: TestClient) -> None:
    html = client.get("/agenda?absent=1&view=list").text
    assert 'href="webcal://localhost/agenda.ics?absent=1"' in html
    assert "http://localhost/agenda.ics?absent=1" in html
