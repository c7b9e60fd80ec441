"""What a page says of itself, and where it says it."""

from __future__ import annotations

import json

import msgspec
import pytest

from qawl.model import Document, Page
from qawl.pages import read_document
from qawl.pages.dates import iso_time, visible_date

TITLE = "حديقة الميناء تعود إلى أهل الواحة"
BODY = "<p>وقالت رئيسة البلدية هناء الدلال إن الدخول سيكون مجانيا في الشهر الأول، مضيفة أن المقاعد جديدة كلها.</p>" * 1
BODY += "<p>وأوضح المهندس سامي البحري أن العمال زرعوا ثلاثمئة شجرة، وأن السقاية ستعتمد على مياه الأمطار وحدها.</p>"
FOOTER = "<footer>© 2024 صحيفة الواحة</footer>"


def sources_of(document: Document) -> dict[str, str]:
    """Where what is known of a page came from, as it stands in the record."""
    told: dict[str, str] = msgspec.to_builtins(document.sources)
    return told


def read(head: str = "", above: str = "", below: str = "", **known: str) -> Document:
    html = f"<html><head>{head}</head><body><div>{above}<h1>{TITLE}</h1>{below}{BODY}</div>{FOOTER}</body></html>"
    return read_document(Page(source=html, kind="html", **known))  # type: ignore[arg-type]


def ld(**thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **thing})}</script>'


def og(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def test_json_ld_comes_first() -> None:
    head = og("og:title", "غير هذا") + og("og:site_name", "Waha") + og("article:published_time", "2020-01-01")
    head += ld(
        headline=TITLE,
        datePublished="2021-05-03T10:20:00+03:00",
        dateModified="2021-05-04T00:00:00Z",
        publisher={"name": "صحيفة الواحة"},
        author=[{"@type": "Person", "name": "سامي الدلال"}],
    )
    document = read(head)
    assert (document.title, document.outlet, document.author) == (TITLE, "صحيفة الواحة", "سامي الدلال")
    assert (document.published, document.modified) == ("2021-05-03T10:20:00+03:00", "2021-05-04T00:00:00Z")
    assert set(sources_of(document).values()) == {"json-ld"}


def test_opengraph_comes_second() -> None:
    head = og("og:title", TITLE) + og("og:site_name", "صحيفة الواحة") + og("article:published_time", "2021-05-03T10:20+0300")
    document = read(head, below="<time datetime='2020-01-01'>1 يناير</time>")
    assert (document.title, document.outlet, document.published) == (TITLE, "صحيفة الواحة", "2021-05-03T10:20+03:00")
    assert sources_of(document) == {"title": "opengraph", "outlet": "opengraph", "published": "opengraph"}


def test_broken_json_ld_is_as_if_it_were_not_there() -> None:
    document = read('<script type="application/ld+json">{"@type": "NewsArticle", </script>' + og("og:title", TITLE))
    assert document.sources.title == "opengraph"


def test_json_ld_of_other_things_tells_nothing() -> None:
    other = '<script type="application/ld+json">{"@type": "WebSite", "datePublished": "2001-01-01"}</script>'
    assert read(other).published is None


@pytest.mark.parametrize(
    ("below", "published", "modified"),
    [
        ("<time datetime='2021-05-03T10:20:00+03:00'>3 مايو</time>", "2021-05-03T10:20:00+03:00", None),
        ("<time itemprop='dateModified' datetime='2021-05-04'>4</time>", None, "2021-05-04"),
        ("<div>الاثنين 3 مايو/أيار 2021 - 10:20</div>", "2021-05-03", None),
        ("<div>٣ جانفي ٢٠٢١</div>", "2021-01-03", None),
        ("<div>21 رمضان 1442 هـ - 3 مايو 2021 م</div>", "2021-05-03", None),
        ("<div>2021/05/03</div>", "2021-05-03", None),
        ("<div>03.05.2021 10:20</div>", "2021-05-03", None),
        ("<div>نشر: 3 مايو 2021، آخر تحديث: 4 مايو 2021</div>", "2021-05-03", "2021-05-04"),
        ("<div>آخر تحديث: 4 مايو 2021</div>", None, "2021-05-04"),
        ("<div class=related><time datetime='2019-01-01'>1</time> 1 يناير 2019</div>", None, None),
        ("<p>افتتحت الحديقة القديمة في 3 مايو 1950 بحضور أهل المدينة.</p>", None, None),
        ("", None, None),
    ],
)
def test_times_shown_by_the_headline(below: str, published: str | None, modified: str | None) -> None:
    document = read(below=below)
    assert (document.published, document.modified) == (published, modified)


def test_the_year_of_a_footer_and_the_day_of_the_visit_are_no_dates_of_the_article() -> None:
    assert read(above="<div class='today'>الأحد 9 مايو 2021</div>").published is None


@pytest.mark.parametrize(
    "address", ["/2021/05/03/garden", "/2021/local/5/3/a.html", "/news/2021-05-03-1.77", "/local/202105031044893040-garden"]
)
def test_the_address_tells_the_day_where_nothing_else_does(address: str) -> None:
    document = read(f'<link rel="canonical" href="https://waha.example{address}">')
    assert (document.published, document.sources.published) == ("2021-05-03", "url")
    assert document.canonical_url == f"https://waha.example{address}"


@pytest.mark.parametrize("tail", [" - صحيفة الواحة", " | صحيفة الواحة", " — محليات — صحيفة الواحة"])
def test_the_outlet_is_cut_from_the_title(tail: str) -> None:
    document = read(f"<title>{TITLE}{tail}</title>")
    assert (document.title, document.outlet) == (TITLE, "صحيفة الواحة")
    assert sources_of(document) == {"title": "h1", "outlet": "title"}


def test_a_title_that_was_cut_short_is_completed_from_the_headline() -> None:
    assert read(og("og:title", TITLE[:28] + "...")).title == TITLE


def test_a_title_with_a_dash_of_its_own_stays_whole() -> None:
    document = read(og("og:title", "الواحة - حديقة جديدة للأهالي"))
    assert document.title == "الواحة - حديقة جديدة للأهالي"


@pytest.mark.parametrize("author", ["صحيفة الواحة", "https://facebook.com/waha", "admin", "محرر 3"])
def test_an_author_is_a_name_and_not_the_outlet(author: str) -> None:
    assert read(og("og:site_name", "صحيفة الواحة") + f'<meta name="author" content="{author}">').author is None


def test_what_the_caller_knows_wins() -> None:
    document = read(ld(headline="غير هذا"), title=TITLE, outlet="الواحة", published="2022-01-01")
    assert (document.title, document.outlet, document.published) == (TITLE, "الواحة", "2022-01-01")
    assert set(sources_of(document).values()) == {"given"}


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2021-05-03", "2021-05-03"),
        ("2021-05-03T10:20:00Z", "2021-05-03T10:20:00Z"),
        ("2021-05-03 10:20:00+03", "2021-05-03T10:20:00+03:00"),
        ("2021-05-03T10:20:00.000+0300", "2021-05-03T10:20:00.000+03:00"),
        ("2021-05-03 10:20:00 GST", "2021-05-03"),
        ("Mon, 03 May 2021 10:20:00 +0300", "2021-05-03T10:20:00+03:00"),
        ("2021-02-30", None),
        ("03/05", None),
        (None, None),
        (1620000000, None),
    ],
)
def test_iso_times(written: object, read_as: str | None) -> None:
    assert iso_time(written) == read_as


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("الاثنين، 28 آب/أغسطس 2013", "2013-08-28"),
        ("3 من مايو عام 2021", "2021-05-03"),
        ("3 مايو عام 2021", "2021-05-03"),
        ("21 رمضان 1442 هـ", "2021-05-03"),
        ("15 كانون الثاني (يناير) 2021", "2021-01-15"),
        ("31 فبراير 2021", None),
        ("بين عامي 2019 و2021", None),
    ],
)
def test_visible_dates(text: str, day: str | None) -> None:
    assert visible_date(text) == day
