"""The web pages as a browser gets them: what stands in them, in both languages, and that a page's text can do no harm."""

from __future__ import annotations

import ast
import re
import socket
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import icalendar
import pytest
from starlette.testclient import TestClient

import qawl
from qawl import cli
from qawl.library import Library
from qawl.model import Page
from qawl.show.strings import LANGS, strings
from qawl.web.app import application
from qawl.web.settings import local
from qawl.web.words import words

WEB = Path(qawl.__file__).parent / "web"
OUTLET = "صحيفة المنارة"
VISIT = (
    "قال وزير الموانئ سالم الحداد إن الميناء الجديد سيفتح في الربيع. وأضاف أن العمال «لن يدفعوا ثمن التأخير».\n\n"
    "وأعلن الحداد أن وفد النقابة لن يحضر الاجتماع المقرر في صفاقس يوم 14 مارس 2024 لأن الدعوة وصلت متأخرة."
)
PAYLOAD = '<script>alert("x")</script><img src=x onerror=alert(1)>"\'><svg onload=alert(2)>'
HOSTILE = (
    f"قال وزير الموانئ سالم الحداد إن الرصيف جاهز {PAYLOAD} وإن السفن ستعود إليه قبل نهاية الشهر، "
    f"وأضاف: «{PAYLOAD} لا خوف على العمال».\n\n"
    "وكانت أعمال الترميم قد بدأت قبل عامين بعد عاصفة دمرت جزءا من الرصيف وأغرقت قوارب صغيرة. "
    "وتقول البلدية إن المرفأ القديم سيبقى مفتوحا أمام الزوار في أيام العطل والأعياد."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("web") / "news.library"
    pages = [
        Page(id="visit", source=VISIT, outlet=OUTLET, published="2024-03-04", title="الميناء", url="https://manara.example/ميناء"),
        Page(id="again", source="نشرتنا اليوم. " + VISIT, outlet="إذاعة الخليج", published="2024-03-05", title="في الميناء"),
        Page(
            id="hostile",
            source=HOSTILE,
            kind="text",
            outlet=PAYLOAD,
            title=PAYLOAD,
            published="2024-03-06",
            url="javascript:alert(1)",
        ),
    ]
    with Library(where, create=True) as library:
        assert [one.outcome for one in library.add(pages)] == ["added"] * 3
    return where


@pytest.fixture(scope="module")
def browser(folder: Path) -> Iterator[TestClient]:
    with TestClient(application(folder), base_url="http://localhost") as client:
        yield client


def capture_of(browser: TestClient, outlet: str) -> str:
    found = re.search(r'href="/page/(\w+)"', browser.get("/statements", params={"outlet": outlet}).text)
    assert found
    return found[1]


def statement_of(browser: TestClient, text: str, outlet: str = "") -> str:
    found = re.search(r'href="(/statement/[^"]+)"', browser.get("/statements", params={"text": text, "outlet": outlet}).text)
    assert found
    return found[1]


def addresses(browser: TestClient) -> list[str]:
    statement = statement_of(browser, "الربيع")
    page = f"/page/{capture_of(browser, 'المنارة')}"
    return [
        "/",
        "/statements",
        "/statements?text=الميناء",
        statement,
        page,
        "/who",
        "/who?name=سالم الحداد",
        "/agenda",
        "/agenda?view=list",
        "/agenda?view=undated",
        "/check?quotation=لن يدفعوا ثمن التأخير",
        "/sources",
        "/quality",
        "/timeline",
        "/timeline?a=سالم الحداد&b=وفد النقابة",
    ]


class Tags(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_answers_in_both_languages(browser: TestClient, lang: str) -> None:
    for address in addresses(browser):
        answer = browser.get(address, cookies={"lang": lang})
        assert answer.status_code == 200, address
        assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}"' in answer.text


def test_a_statement_stands_in_its_page_letter_by_letter(browser: TestClient) -> None:
    html = browser.get(statement_of(browser, "الربيع")).text
    context = html[html.index('class="text"') : html.index("</div>", html.index('class="text"'))]
    marked = [unescape(words) for words in re.findall(r'<mark class="m content[^"]*">([^<]*)</mark>', context)]
    assert "".join(marked) == "الميناء الجديد سيفتح في الربيع"
    assert OUTLET in html
    assert "إذاعة الخليج" in html  # the other page that reports it


def test_what_answers_is_marked_on_whole_words(browser: TestClient) -> None:
    html = browser.get("/statements", params={"text": "عمال"}).text
    assert '<mark class="word">العمال</mark>' in html


def test_the_live_page_opens_at_whole_words_of_the_statement(browser: TestClient) -> None:
    html = browser.get(statement_of(browser, "الربيع", OUTLET)).text
    found = re.search(r'href="(https://manara\.example/[^"]+)"', html)
    assert found
    address, _, fragment = unescape(found[1]).partition("#:~:text=")
    assert address == "https://manara.example/ميناء"
    assert unquote(fragment) == "الميناء الجديد سيفتح في الربيع"


def test_the_reader_holds_the_whole_text_and_links_words_with_cards(browser: TestClient) -> None:
    tags = Tags(browser.get(f"/page/{capture_of(browser, 'المنارة')}").text)
    assert all(paragraph in "".join(tags.words) for paragraph in VISIT.split("\n\n"))
    ids = {attributes.get("id") for _, attributes in tags.tags}
    links = [str(attributes["href"])[1:] for tag, attributes in tags.tags if tag == "a" and str(attributes["href"]).startswith("#")]
    assert len(links) > 4
    assert set(links) <= ids


def test_who_stays_away_is_told_with_who_says_so_and_why(browser: TestClient) -> None:
    html = browser.get("/agenda", params={"absent": "1"}, cookies={"lang": "ar"}).text
    assert "وفد النقابة" in html
    assert strings()["part.not_attending"]["ar"] in html
    assert "الدعوة وصلت متأخرة" in html


def test_the_agenda_is_a_calendar_too(browser: TestClient) -> None:
    answer = browser.get("/agenda.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert icalendar.Calendar.from_ical(answer.content).name == "VCALENDAR"


def test_a_changed_quotation_is_set_beside_the_words_of_the_page(browser: TestClient) -> None:
    html = browser.get("/check", params={"quotation": "العمال سيدفعوا ثمن التأخير"}).text
    assert "<del>" in html
    assert "لن يدفعوا ثمن التأخير" in html


def test_text_of_a_page_never_runs(browser: TestClient) -> None:
    capture = capture_of(browser, "script")
    for address in (
        "/",
        "/statements",
        f"/page/{capture}",
        statement_of(browser, "الرصيف"),
        "/sources",
        f"/statements?text={PAYLOAD}",
        f"/who?name={PAYLOAD}",
    ):
        answer = browser.get(address)
        tags = Tags(answer.text)
        assert [attributes for tag, attributes in tags.tags if tag == "script" and "src" not in attributes] == [], address
        assert not [tag for tag, _ in tags.tags if tag in ("img", "svg", "iframe")], address
        assert not [name for _, attributes in tags.tags for name in attributes if name.startswith("on")], address
        assert not [1 for _, attributes in tags.tags if str(attributes.get("href")).startswith("javascript:")], address
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_nothing_comes_from_other_hosts(browser: TestClient) -> None:
    for address in addresses(browser):
        for tag, attributes in Tags(browser.get(address).text).tags:
            source = attributes.get("src") or (
                attributes.get("href") if tag == "link" and attributes.get("rel") != "alternate" else None
            )
            assert source is None or source.startswith("/static/"), (address, source)
            assert source is None or browser.get(source).status_code == 200, source
    css = (WEB / "static" / "fonts.css").read_text("utf-8")
    fonts = set(re.findall(r'url\("(.*?)"\)', css))
    assert len(fonts) == 3
    assert {browser.get(font).status_code for font in fonts} == {200}


def test_another_host_is_refused(browser: TestClient) -> None:
    """A name elsewhere that leads to this machine (DNS rebinding) reads nothing."""
    assert browser.get("/", headers={"host": "evil.example"}).status_code == 400


def test_what_is_not_there_is_said(browser: TestClient) -> None:
    for address, status in (
        ("/nothing", 404),
        ("/page/abc", 404),
        ("/statement/abc/def", 404),
        ("/who?name=كنزة", 404),
        ("/statements?kind=song", 400),
    ):
        answer = browser.get(address)
        assert answer.status_code == status, address
        assert "</html>" in answer.text


def test_what_the_library_cannot_do_is_told_in_the_readers_language(browser: TestClient) -> None:
    for lang, told in (("ar", "لا صفحة لقطتها abc"), ("en", "there is no page with the capture abc")):
        browser.cookies.set("lang", lang)
        assert told in unescape(browser.get("/page/abc").text)
    browser.cookies.clear()


def test_a_choice_is_kept_and_leads_back(browser: TestClient) -> None:
    answer = browser.get("/settings", params={"lang": "en", "theme": "dark", "next": "/agenda?absent=1"}, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/agenda?absent=1"
    assert {"lang=en", "theme=dark"} <= {cookie.split(";")[0] for cookie in answer.headers.get_list("set-cookie")}
    browser.cookies.clear()


def test_a_name_that_no_page_has_is_told_so(browser: TestClient) -> None:
    assert "لا تذكره أي صفحة في هذه المكتبة" in browser.get("/who?name=كنزة").text


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "agenda"])
def test_nobody_is_sent_elsewhere(address: str) -> None:
    assert local(address) == "/"


def test_the_words_of_the_pages_are_complete_in_both_languages() -> None:
    for key, row in words().items():
        assert all(row[lang].strip() for lang in LANGS), key
        assert re.search("[\u0600-\u06ff]", row["ar"]), key
    assert list(words()) == sorted(words())
    assert not set(words()) & (set(strings()) - {"check"})


def asked() -> set[str]:
    """The keys that templates and code ask for, whole or as the beginning of one."""
    templates = "\n".join(path.read_text("utf-8") for path in (WEB / "templates").glob("*.html"))
    found = set(re.findall(r"\b(?:t|word)\((?:settings\.other, )?'([\w.]+)'", templates))
    code = [ast.parse(path.read_text("utf-8")) for path in WEB.rglob("*.py")]
    return found | {
        node.value for tree in code for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    used = asked()
    assert [key for key in words() if key not in used and key.rpartition(".")[0] + "." not in used] == []
    whole = {key for key in used if re.fullmatch(r"[a-z_]+(\.[a-z_]+)?", key)}
    templates = "\n".join(path.read_text("utf-8") for path in (WEB / "templates").glob("*.html"))
    assert {key for key in whole if re.search(rf"\bt\('{re.escape(key)}'\)", templates)} <= set(words()) | set(strings())


def test_no_text_of_a_template_is_in_one_language_alone() -> None:
    """What stands in a template outside tags and expressions is no word, but for the name."""
    for path in (WEB / "templates").glob("*.html"):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<[^>]*>", " ", path.read_text("utf-8"), flags=re.S)
        assert set(re.findall(r"(?<![/\w])[^\W\d_]{2,}", text)) <= {"Qawl", "qawl", "قول"}, path.name


def test_a_port_that_is_taken_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as ears:
        port = ears.getsockname()[1]
        assert cli.main(["serve", str(folder), "--port", str(port)]) == 2
    assert f"127.0.0.1:{port}" in capsys.readouterr().err


def test_what_may_change_under_its_address_is_not_kept_for_ever(browser: TestClient) -> None:
    style = next(attributes["href"] for tag, attributes in Tags(browser.get("/").text).tags if tag == "link")
    assert style
    assert "immutable" in browser.get(style).headers["cache-control"]
    assert "immutable" not in browser.get(style.partition("?")[0]).headers["cache-control"]
