"""Feeds and sitemaps: what they list, however broken, and the pages that `qawl add` brings by them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_fetch import Host, reply, to

from qawl import cli
from qawl.fetch import NotFetched
from qawl.fetch.addresses import plain_address
from qawl.fetch.listings import HEAD, Listing, listing_kind, read_listing
from qawl.library import Library

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOME = "https://paper.example/feeds/news"
ITEM = (
    "<item><title>افتتاح الجسر</title><link>https://paper.example/a?x=1&amp;y=2</link>"
    "<pubDate>Tue, 03 Mar 2026 10:00:00 +0300</pubDate></item>"
)


def rss(items: str = ITEM, head: str = '<?xml version="1.0" encoding="utf-8"?>', names: str = "") -> str:
    return f'{head}<rss version="2.0" {names}><channel><title>جريدة الضفة</title>{items}</channel></rss>'


def listing(text: str | bytes, address: str | None = HOME) -> Listing:
    return read_listing(text.encode() if isinstance(text, str) else text, address, NOW, 1 << 24)


def addresses(text: str | bytes, address: str | None = HOME) -> list[str]:
    return [entry.address for entry in listing(text, address).pages]


def one(text: str | bytes) -> tuple[str, str | None, str | None]:
    (entry,) = listing(text).pages
    return entry.address, entry.title, entry.published


WHOLE = ("https://paper.example/a?x=1&y=2", "افتتاح الجسر", "2026-03-03T10:00:00+03:00")


# -- what is a feed


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (rss().encode(), "feed"),
        (b"\xef\xbb\xbf\n <?xml version='1.0'?><!-- <html> --><rss>", "feed"),
        (rss(head='<?xml version="1.0" encoding="utf-16"?>').encode("utf-16"), "feed"),
        (b"<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "feed"),
        (b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed"),
        (b"<!DOCTYPE rss [" + b"<!ENTITY a 'b'>" * 999, "feed"),
        (b"<urlset>", "sitemap"),
        (gzip.compress(b"<?xml version='1.0'?><sitemapindex>"), "sitemap"),
        (b"<!DOCTYPE html><html><body><rss><item>", None),
        (b"<html><!-- <rss> -->", None),
        (b'{"text": "jsonfeed.org"}', None),
        (gzip.compress(b"<html>"), None),
        (b"\x1f\x8bnot packed", None),
        (b"", None),
    ],
)
def test_a_feed_is_known_by_how_it_begins(head: bytes, kind: str | None) -> None:
    assert listing_kind(head) == kind


@given(st.binary(max_size=300))
def test_any_bytes_are_a_feed_or_not(head: bytes) -> None:
    assert listing_kind(head) in ("feed", "sitemap", None)


def test_a_page_is_no_feed() -> None:
    with pytest.raises(NotFetched) as caught:
        listing("<!DOCTYPE html><html><body>لا شيء</body></html>")
    assert caught.value.code == "no_list"


# -- what it lists


@pytest.mark.parametrize(
    "data",
    [
        rss().encode(),
        b"\n\n  " + rss().encode(),
        rss(head='<?xml version="1.0" encoding="utf-16"?>').encode("utf-16"),
        rss(head='<?xml version="1.0" encoding="windows-1256"?>').encode("cp1256"),
        rss().encode("cp1256"),  # says UTF-8
        rss(head="").encode("cp1256"),
        rss(head='<?xml version="1.0" encoding="iso-8859-1"?>').encode(),  # and is UTF-8
        rss(head='<?xml version="1.0" encoding="no-such"?>').encode(),
        gzip.compress(rss().encode()),
        rss().replace("<link>https://paper.example", "<link>\n https://paper.example").encode(),
        rss().replace("https://paper.example/a", "../a").encode(),
        rss().replace("https://paper.example", "").encode(),
        rss().replace("<title>افتتاح الجسر", "<title><![CDATA[افتتاح الجسر]]>").encode(),
        rss().replace("x=1&amp;y=2", "utm_source=rss&amp;x=1&amp;y=2&amp;fbclid=7#part").encode(),
        rss(ITEM + ITEM.replace("x=1", "at_medium=RSS&amp;x=1").replace("افتتاح", "إغلاق")).encode(),
    ],
)
def test_an_entry_is_whole_however_it_is_written(data: bytes) -> None:
    assert one(data) == WHOLE


@pytest.mark.parametrize(
    "data",
    [
        rss(ITEM.replace("&amp;", "&")),
        rss().replace("افتتاح الجسر", "\x0bافتتاح&nbsp;الجسر"),
        rss(ITEM.replace("</item>", "<dc:creator>ليلى</dc:creator></item>")),
        rss(ITEM + "<item><title>مقطو").removesuffix("</channel></rss>"),
        rss(ITEM + "<a>" * 5000),
        rss(ITEM + "<item>&#11;&undefined;</item>"),
    ],
)
def test_broken_xml_is_told_and_read_all_the_same(data: str) -> None:
    found = listing(data)
    assert found.flaw
    assert (found.pages[0].address, found.pages[0].title, found.pages[0].published) == WHOLE


def test_addresses_of_a_mended_feed_are_not_changed() -> None:
    """The parser drops what `&amp;` stands for once it has met an error."""
    assert addresses(rss("<item><title>ا & ب</title><link>https://paper.example/0</link></item>" + ITEM))[1] == WHOLE[0]


def test_a_feed_that_is_broken_from_the_start_on_is_told() -> None:
    with pytest.raises(NotFetched, match="broken") as caught:
        listing("<rss" + " a=" * 1000)
    assert caught.value.code == "no_list"
    assert caught.value.message.isprintable()


def test_where_a_feed_is_broken_is_told_without_marks_that_move_a_cursor() -> None:
    for flaw in ("<![CDATA[\x9b\xad \u202e", "</\u2028>", "<\u202e>"):
        assert (listing(rss(ITEM + flaw)).flaw or "").isprintable()


def test_an_empty_feed_lists_nothing() -> None:
    assert listing(rss("")) == Listing(kind="feed", title="جريدة الضفة")


BOMB = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


@pytest.mark.parametrize(
    "head",
    [BOMB + "]>", '<!DOCTYPE rss [<!ENTITY j "' + "x" * 10**6 + '">]>', '<!DOCTYPE rss [<!ENTITY j SYSTEM "file:///etc/passwd">]>'],
)
def test_no_entity_is_declared(head: str) -> None:
    (entry,) = listing(rss(ITEM.replace("افتتاح", "&j;" * 1000), head)).pages
    assert entry.title
    assert len(entry.title) <= 1000
    assert set(entry.title) <= set("&j; الجسر")


def test_atom() -> None:
    found = listing(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://paper.example/n/"><title>جريدة الضفة</title>'
        '<link rel="self" href="feed"/><entry><title type="html">قال &lt;b&gt;الوزير&lt;/b&gt;</title>'
        '<link rel="edit" href="e/1"/><link href="1"/><published>2026-03-03T10:00:00+03:00</published>'
        "<updated>2026-03-04T10:00:00Z</updated></entry>"
        '<entry><title>ب</title><link rel="alternate" href="2"/><updated>2026-03-04T10:00:00Z</updated></entry></feed>'
    )
    first, second = found.pages
    assert (first.address, first.title, first.published) == ("https://paper.example/n/1", "قال الوزير", "2026-03-03T10:00:00+03:00")
    assert (second.address, second.published, second.changed) == ("https://paper.example/n/2", None, "2026-03-04T10:00:00Z")
    assert found.title == "جريدة الضفة"


def test_rdf() -> None:
    data = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://paper.example/"><title>ض</title></channel>'
        '<item rdf:about="https://paper.example/1"><title>ت</title><dc:date>2026-03-03T10:00:00+03:00</dc:date></item></rdf:RDF>'
    )
    assert one(data) == ("https://paper.example/1", "ت", "2026-03-03T10:00:00+03:00")


def test_json_feed() -> None:
    items = [{"id": 1, "url": "/1", "title": "ت", "date_published": "2026-03-03T10:00:00+03:00"}, {"id": "2"}, 7]
    found = listing(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "ض", "items": items}))
    assert [(entry.address, entry.title) for entry in found.pages] == [("https://paper.example/1", "ت")]
    assert (found.title, found.without_address) == ("ض", 1)


def test_a_sitemap_with_news() -> None:
    data = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">'
        "<url><loc>https://paper.example/1</loc><lastmod>2026-03-04</lastmod><n:news><n:publication><n:name>الضفة</n:name>"
        "</n:publication><n:publication_date>2026-03-03</n:publication_date><n:title>ت</n:title></n:news></url>"
        "<url><loc>https://paper.example/2</loc><lastmod>2026-03-02</lastmod></url></urlset>"
    )
    first, second = listing(data).pages
    assert (first.title, first.published, first.changed, first.outlet) == ("ت", "2026-03-03", "2026-03-04", "الضفة")
    assert (second.published, second.changed) == (None, "2026-03-02")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<guid>https://paper.example/g</guid>", "https://paper.example/g"),
        ('<guid isPermaLink="false">https://paper.example/g</guid>', None),
        ("<guid>77</guid>", None),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>http://[x</link>", None),
        ('<a:link href="http://[x"/>', None),
        ('<a:link xml:base="http://[y" href="/l"/>', "https://paper.example/l"),
        (f"<link>/{'x' * 9000}</link>", None),
        ("<link>http://me:secret@paper.example/</link>", None),
        ('<a:link href="/l"/>', "https://paper.example/l"),
        ("<link>https://proxy.example/1</link><f:origLink>https://paper.example/o</f:origLink>", "https://paper.example/o"),
        ("<link>/خبر</link>", "https://paper.example/%D8%AE%D8%A8%D8%B1"),
    ],
)
def test_an_address_is_told_or_there_is_none(inside: str, expected: str | None) -> None:
    found = listing(rss(f"<item>{inside}</item>", names='xmlns:a="http://www.w3.org/2005/Atom" xmlns:f="urn:f"'))
    assert [entry.address for entry in found.pages] == ([expected] if expected else [])
    assert found.without_address == (expected is None)


@pytest.mark.parametrize(
    ("told", "expected", "untrue"),
    [
        ("Tue, 03 Mar 2026 10:00:00 GMT", "2026-03-03T10:00:00+00:00", 0),
        ("2026-03-05T08:00:00+14:00", "2026-03-05T08:00:00+14:00", 0),
        ("الثلاثاء، 3 مارس 2026", "2026-03-03", 0),
        ("2031-01-01T00:00:00Z", None, 1),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None, 1),
        ("أمس", None, 0),
        ("1 " * 1000, None, 0),
        (f"Tue, 03 Mar 2026 10:00:00 +{'9' * 30}", None, 0),
        (f"Tue, 03 Mar {'9' * 5000} 10:00:00 GMT", None, 0),
    ],
)
def test_a_time_that_cannot_be_true_is_left_out(told: str, expected: str | None, untrue: int) -> None:
    found = listing(rss(f"<item><link>/1</link><pubDate>{told}</pubDate></item>"))
    assert (found.pages[0].published, found.untrue_dates) == (expected, untrue)


def test_links_of_a_file_are_joined_to_what_the_feed_says_of_itself() -> None:
    assert addresses(rss("<link>https://paper.example/x/</link><item><link>1</link></item>"), None) == ["https://paper.example/x/1"]
    assert listing(rss("<item><link>1</link></item>"), None).without_address == 1


def test_thousands_of_entries() -> None:
    items = "".join(f"<item><link>/{number}</link></item>" for number in range(5000))
    assert len(addresses(rss(items))) == 5000


def test_a_list_without_end_is_read_up_to_a_point() -> None:
    found = listing(rss("<item><link>/1</link></item>" * 100_001))
    assert len(found.pages) == 1
    assert "100000" in (found.flaw or "")


def test_what_unpacks_to_too_much_is_given_up() -> None:
    with pytest.raises(NotFetched) as caught:
        read_listing(gzip.compress(rss(" " * 10**6).encode()), HOME, NOW, 10**5)
    assert caught.value.code == "too_large"


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [*"<>&;]'\"/", "<item>", "<link>", "</item>", "<![CDATA[", "<!--", "&#0;", "&amp;", "http://a/", "<!DOCTYPE"]
        )
    )
)
def test_any_feed_is_read_or_told(parts: list[str]) -> None:
    with suppress(NotFetched):
        assert all(entry.address.startswith("http") for entry in listing(rss("".join(parts))).pages)


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("http://a.example/?utm_medium=x", "http://a.example/"),
        ("http://a.example/1?id=7&UTM_Source=x&b=%D8%A8", "http://a.example/1?id=7&b=%D8%A8"),
        ("http://a.example/1?gallery=2", "http://a.example/1?gallery=2"),
        ("HTTP://A.example:80/#x", "http://a.example/"),
    ],
)
def test_what_only_tells_the_way_is_left_out_of_an_address(address: str, plain: str) -> None:
    assert plain_address(address) == plain


# -- the pages that are listed


def story(number: int) -> bytes:
    said = f"قال وزير الأشغال سالم الجابري إن الجسر رقم {number} سيفتح غدا أمام الناس."
    return f"<html><body><article><h1>افتتاح الجسر {number}</h1><p>{said}</p></article></body></html>".encode()


@pytest.fixture
def host() -> Iterator[Host]:
    here = Host()
    here.pages |= {f"/{number}": reply(story(number)) for number in range(9)}
    yield here
    here.close()


def items(*numbers: int) -> str:
    return "".join(
        f"<item><title>خبر {n}</title><link>/{n}</link><pubDate>Tue, 03 Mar 2026 10:00:00 +0300</pubDate></item>" for n in numbers
    )


def feed(*numbers: int) -> bytes:
    return reply(rss(items(*numbers)).encode(), "Content-Type: application/rss+xml")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pause between two requests, and hosts that nobody remembers."""
    monkeypatch.setattr("qawl.fetch.fetching.OUR_MANNERS.sleep", lambda _: None)
    monkeypatch.setattr("qawl.fetch.fetching.OUR_MANNERS.rules", {})
    monkeypatch.setattr("qawl.fetch.fetching.OUR_MANNERS.turns", {})


def add(tmp_path: Path, *inputs: str) -> int:
    return cli.main(["add", *inputs, "--allow-private", "--library", str(tmp_path / "lib")])


def test_the_pages_of_a_feed_are_added_with_what_it_says_of_them(host: Host, tmp_path: Path) -> None:
    host.pages["/feed"] = feed(1, 2)
    assert add(tmp_path, host.at("/feed")) == 0
    with Library(tmp_path / "lib") as library:
        rows = list(library.rows("pages"))
        assert [row.url for row in rows] == [host.at("/1"), host.at("/2")]  # type: ignore[attr-defined]
        document = library.record(rows[0].capture).document  # type: ignore[attr-defined]
        assert (document.title, document.outlet, document.published) == (
            "افتتاح الجسر 1",
            "جريدة الضفة",
            "2026-03-03T10:00:00+03:00",
        )
        assert (document.sources.title, document.sources.outlet, document.sources.published) == ("h1", "feed", "feed")
        assert [checked.damages for checked in library.verify(again=True)][-1] == ()


def test_an_address_is_read_without_a_library_and_so_are_the_pages_of_its_feed(
    host: Host, capsys: pytest.CaptureFixture[str]
) -> None:
    host.pages["/feed"] = feed(1, 2)
    assert cli.main(["read", host.at("/3"), host.at("/feed"), "--allow-private", "--format", "jsonl"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["document"]["url"] for record in records] == [host.at("/3"), host.at("/1"), host.at("/2")]
    assert [record["statements"][0]["speaker"]["name"] for record in records] == ["سالم الجابري"] * 3


@pytest.mark.parametrize(("lang", "why"), [("en", "no such page"), ("ar", "لا صفحة كهذه")])
def test_an_address_that_cannot_be_read_is_told(host: Host, lang: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read", host.at("/none"), host.at("/1"), "--allow-private", "--format", "jsonl", "--lang", lang]) == 1
    told = capsys.readouterr()
    assert why in told.err
    assert json.loads(told.out.splitlines()[0])["error"]["code"] == "missing"


def test_machines_of_this_network_are_not_asked_unless_it_is_said(host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read", host.at("/1")]) == 2
    assert "--allow-private" in capsys.readouterr().err


def test_what_is_there_is_not_asked_for_again(host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    host.pages["/feed"] = feed(1, 2)
    assert add(tmp_path, host.at("/feed")) == 0
    host.pages["/feed"] = feed(1, 2, 3)
    assert add(tmp_path, host.at("/feed")) == 0
    assert "1 added, 2 known already" in capsys.readouterr().out
    assert [host.asked.count(f"/{number}") for number in (1, 2, 3)] == [1, 1, 1]


def test_a_file_that_is_a_feed_brings_its_pages(host: Host, tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_text(rss(items(1, 2).replace("<link>", f"<link>{host.at('')}")), "utf-8")
    assert add(tmp_path, str(path)) == 0
    with Library(tmp_path / "lib") as library:
        assert library.count("pages") == 2


def test_a_page_that_is_forbidden_or_gone_does_not_stop_the_others(
    host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host.pages |= {"/robots.txt": reply(b"User-agent: *\nDisallow: /2"), "/feed": feed(1, 2, 77, 3)}
    assert add(tmp_path, host.at("/feed")) == 1
    told = capsys.readouterr()
    assert "2 added, 2 failed" in told.out
    assert "(robots)" in told.err
    assert "/2" not in host.asked


def test_a_feed_that_failed_is_mended_when_it_comes(host: Host, tmp_path: Path) -> None:
    assert add(tmp_path, host.at("/feed")) == 2
    host.pages["/feed"] = feed(1)
    assert add(tmp_path, "--retry") == 0
    with Library(tmp_path / "lib") as library:
        assert [source.source for source in library.sources()] == [host.at("/1")]


def test_a_page_that_is_tried_again_keeps_what_its_feed_said(host: Host, tmp_path: Path) -> None:
    host.pages |= {"/feed": feed(1), "/1": reply(b"", status="503 Busy")}
    assert add(tmp_path, host.at("/feed")) == 2
    host.pages["/1"] = reply(story(1))
    assert add(tmp_path, "--retry") == 0
    with Library(tmp_path / "lib") as library:
        (row,) = library.rows("pages")
        assert row.outlet == "جريدة الضفة"  # type: ignore[attr-defined]


def test_what_a_feed_says_is_gone_with_the_person_that_it_names(host: Host, tmp_path: Path) -> None:
    host.pages["/feed"] = reply(rss("<item><title>كلام سالم الجابري</title><link>/1</link></item>").encode())
    assert add(tmp_path, host.at("/feed")) == 0
    with Library(tmp_path / "lib") as library:
        library.suppress(person="سالم الجابري", who="ليلى")
        kept = [
            value for table in ("pages", "arrivals") for (value,) in library.store.connection.execute(f"SELECT given FROM {table}")
        ]
        assert not [value for value in kept if "الجابري" in str(value)]
        library.restore(person="سالم الجابري", who="ليلى")
        (given_now,) = library.store.connection.execute("SELECT given FROM pages").fetchone()
        assert "الجابري" in given_now


def test_the_sitemaps_of_an_index_are_asked_for_and_a_circle_ends(host: Host, tmp_path: Path) -> None:
    def index(*paths: str) -> bytes:
        return reply(
            f"<sitemapindex>{''.join(f'<sitemap><loc>{host.at(path)}</loc></sitemap>' for path in paths)}</sitemapindex>".encode()
        )

    one_page = f"<urlset><url><loc>{host.at('/1')}</loc></url></urlset>".encode()
    host.pages |= {
        "/index": index("/a.xml.gz", "/inner", "/gone", "/index"),
        "/a.xml.gz": reply(gzip.compress(one_page), "Content-Type: application/gzip"),
        "/inner": index("/index", "/b.xml"),
        "/b.xml": reply(one_page.replace(b"/1<", b"/2<")),
    }
    assert add(tmp_path, host.at("/index")) == 1
    assert [host.asked.count(path) for path in ("/index", "/inner", "/a.xml.gz", "/b.xml", "/1", "/2")] == [1] * 6
    with Library(tmp_path / "lib") as library:
        assert [source.source for source in library.sources() if source.code] == [host.at("/gone")]


def test_no_more_pages_of_a_list_are_taken_than_are_wanted(host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = "<item><link>/5</link><pubDate>Wed, 04 Mar 2026 10:00:00 +0300</pubDate></item>"
    host.pages["/feed"] = reply(rss(items(1, 2) + newer).encode())
    assert add(tmp_path, host.at("/feed"), "--most", "2") == 0
    assert "pages that are left out, the newest were taken (--most takes more): 1" in capsys.readouterr().err
    assert [path for path in host.asked if path in ("/1", "/2", "/5")] == ["/5", "/1"]


def test_what_is_wrong_with_a_feed_is_told_in_both_languages(
    host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host.pages["/feed"] = reply(rss(items(1) + "<item><title>ا & ب</title></item>").encode())
    assert add(tmp_path, host.at("/feed")) == 0
    assert "entries that name no page: 1" in capsys.readouterr().err
    assert add(tmp_path, host.at("/feed"), "--lang", "ar") == 0
    assert "مداخل لا تسمي صفحة" in capsys.readouterr().err


def test_a_feed_sent_on_elsewhere_lists_pages_of_where_it_came_from(host: Host, tmp_path: Path) -> None:
    other = Host()
    other.pages |= {"/x/feed": reply(rss("<item><link>1</link></item>").encode()), "/x/1": reply(story(1))}
    host.pages["/feed"] = to(other.at("/x/feed"), "301 Moved")
    assert add(tmp_path, host.at("/feed")) == 0
    assert other.asked[-1] == "/x/1"
    other.close()


def test_a_feed_of_a_machine_that_is_not_public_is_refused(host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    host.pages["/feed"] = feed(1)
    assert cli.main(["add", host.at("/feed"), "--library", str(tmp_path / "lib")]) == 2
    assert "(private)" in capsys.readouterr().err
    assert HEAD >= 1024
