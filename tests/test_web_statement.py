"""The page of a statement: why, what is unknown, what proves it, who decided, and what may be taken along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

import qawl
from qawl.export.unpack import check_pack
from qawl.library import Library
from qawl.model import Page, Span, Statement
from qawl.web.app import application
from qawl.web.citing import fragment

OUTLET = "صحيفة المرسى"
ADDRESS = "https://marsa.example/17"
TEXT = "قال وزير الموانئ سالم الحداد إن الرصيف الجديد سيفتح في الربيع وإن السفن ستعود إليه.\nوأضاف أن العمال لن يدفعوا ثمن التأخير."
OTHER = TEXT.replace("في الربيع", "مطلع الربيع").replace("لن يدفعوا", "لا يدفعون")
HTML = (
    '<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>الرصيف</title></head><body><article><h1>الرصيف</h1>'
    "<p>قالت مديرة المنارة <b>هند البيطار</b> إن الضوء سيعود هذه الليلة بعد إصلاح طويل.</p>"
    "<p>وكانت المنارة قد أطفئت قبل شهر بعد عاصفة كسرت زجاجها وأغرقت قاربين صغيرين قبالة الساحل.</p>"
    "<script>alert(1)</script></article></body></html>"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("statement") / "news.library"
    pages = [
        Page(id="first", source=TEXT, outlet=OUTLET, published="2024-03-04", url=ADDRESS, kind="text"),
        Page(id="second", source=OTHER, outlet="إذاعة الخليج", published="2024-03-05", kind="text"),
        Page(id="html", source=HTML, kind="html", url="https://manar.example/1"),
    ]
    with Library(where, create=True) as library:
        assert [one.outcome for one in library.add(pages)] == ["added"] * 3
        library.note_outlet(OUTLET, "تملكها شركة <المرسى>", who="ليلى")
        (second,) = [row for row in library.rows("statements") if "يدفعون" in row.text]  # type: ignore[attr-defined]
        library.fix(f"{second.capture}:{second.id}", {"speaker": "منير الشامي"}, who="ليلى", why="سمعتها في النشرة")  # type: ignore[attr-defined]
    return where


@pytest.fixture(scope="module")
def browser(folder: Path) -> Iterator[TestClient]:
    with TestClient(application(folder), base_url="http://localhost", cookies={"lang": "en"}) as client:
        yield client


def address_of(browser: TestClient, text: str) -> str:
    found = re.search(
        r'href="(/statement/[^"/]+/[^"/]+)"', browser.get("/statements", params={"text": text, "exact": "1", "each": "1"}).text
    )
    assert found
    return found[1]


def shown(html: str) -> str:
    """The words that a reader sees."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_each_field_tells_why_by_words_of_the_page(browser: TestClient) -> None:
    html = browser.get(address_of(browser, "لن يدفعوا")).text
    told = [shown(one) for one in re.findall(r'<details class="why">(.*?)</details>', html, re.S)]
    assert any("last speaker" in one and "سالم الحداد" in one and "line 1" in one for one in told)
    assert any("a verb of saying and that" in one for one in told)
    assert re.search(r'href="/page/\w{64}#p1"', html)


def test_what_is_unknown_is_named_with_its_reason(browser: TestClient) -> None:
    html = browser.get(address_of(browser, "لن يدفعوا")).text
    unknown = shown(html[html.index("unknown-fields") : html.index("h-appears")])
    assert "the page names nobody who was told it" in unknown
    assert "no day stands with it" in unknown
    assert "سالم" not in unknown


def test_the_note_on_an_outlet_stands_with_its_statements_and_is_escaped(browser: TestClient) -> None:
    html = browser.get(address_of(browser, "لن يدفعوا")).text
    assert "تملكها شركة &lt;المرسى&gt;" in html


def test_what_a_person_decided_is_told_with_what_was_before(browser: TestClient) -> None:
    html = browser.get(address_of(browser, "لا يدفعون")).text
    history = shown(html[html.index('class="rulings"') : html.index("h-cite")])
    for word in ("منير الشامي", "ليلى", "سمعتها في النشرة", "سالم الحداد", qawl.model.EXTRACTOR):
        assert word in history
    assert "ليلى decided so" in shown(html)


def test_wordings_of_other_pages_are_told_apart_in_words(browser: TestClient) -> None:
    html = browser.get(address_of(browser, "في الربيع")).text
    differences = shown(html[html.index('class="differences"') : html.index("h-proof")])
    assert "in the first: في" in differences
    assert "here: مطلع" in differences


def test_the_evidence_file_is_saved_and_whole_elsewhere(browser: TestClient, tmp_path: Path) -> None:
    address = address_of(browser, "لن يدفعوا")
    answer = browser.get(f"{address}/evidence")
    assert answer.headers["content-disposition"].startswith("attachment;")
    saved = tmp_path / "claim.qawl.zip"
    saved.write_bytes(answer.content)
    assert check_pack(saved).damages == ()
    assert f"qawl verify {address.rpartition('/')[2]}.qawl.zip" in browser.get(address).text


def test_the_bytes_of_a_page_are_saved_and_never_opened(browser: TestClient) -> None:
    capture = address_of(browser, "الضوء").split("/")[2]
    answer = browser.get(f"/page/{capture}/capture")
    assert sha256(answer.content).hexdigest() == capture
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_the_source_is_shown_as_text_with_the_place_marked(browser: TestClient) -> None:
    html = browser.get(address_of(browser, "الضوء")).text
    link = re.search(r'href="(/page/\w+/source\?[^"#]+)#here"', html)
    assert link
    source = browser.get(unescape(link[1])).text
    assert "<script>alert" not in source
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    marked = re.search(r'<mark id="here">(.*?)</mark>', source, re.S)
    assert marked
    assert unescape(marked[1]) == "قالت مديرة المنارة <b>هند البيطار</b> إن الضوء سيعود هذه الليلة بعد إصلاح طويل."


@pytest.mark.parametrize("place", ["-1", "x", "9" * 30, "٣"])
def test_a_place_that_is_none_marks_nothing(browser: TestClient, place: str) -> None:
    capture = address_of(browser, "الضوء").split("/")[2]
    answer = browser.get(f"/page/{capture}/source", params={"from": place, "to": "4"})
    assert answer.status_code == 200


def test_where_something_is_suppressed_neither_bytes_nor_source_nor_pack_is_given(tmp_path: Path) -> None:
    with Library(tmp_path, create=True) as library:
        list(library.add([Page(id="first", source=TEXT, outlet=OUTLET, kind="text")]))
        one, other = library.rows("statements")
        library.suppress(f"{other.capture}:{other.id}", who="مكتب", why="طُلب ذلك")  # type: ignore[attr-defined]
    with TestClient(application(tmp_path), base_url="http://localhost") as client:
        capture, id = one.capture, one.id  # type: ignore[attr-defined]
        for address in (f"/page/{capture}/capture", f"/page/{capture}/source", f"/statement/{capture}/{id}/evidence"):
            answer = client.get(address)
            assert answer.status_code == 403, address
            assert "يدفعوا" not in answer.text
        assert "يدفعوا" not in client.get(f"/statement/{capture}/{id}").text


def of(text: str, words: str) -> Statement:
    start = text.rindex(words)
    return Statement(
        id="1", kind="direct", cue=None, source=None, speaker=None, content=(Span(words, start, start + len(words)),), rule="hand"
    )


def test_a_fragment_names_whole_words_of_one_paragraph() -> None:
    text = "قال إن الباب مغلق منذ الأمس\u00a0 وإن المفتاح ضاع في البحر أمام الميناء القديم\nوعاد"
    found = fragment(
        "https://a.example/x#y", text, of(text, "الباب مغلق منذ الأمس\u00a0 وإن المفتاح ضاع في البحر أمام الميناء القديم\nوعاد")
    )
    assert found
    assert [unquote(part) for part in found.partition("text=")[2].split(",")] == [
        "الباب مغلق منذ الأمس",
        "البحر أمام الميناء القديم",
    ]
    assert found.startswith("https://a.example/x#:~:text=")


def test_a_fragment_names_what_stands_before_where_its_words_stand_twice() -> None:
    text = "الباب مغلق.\nقال سالم إن الباب مغلق."
    found = fragment("https://a.example/x", text, of(text, "الباب مغلق"))
    assert found
    assert unquote(found.partition("text=")[2]) == "قال سالم إن-,الباب مغلق"
