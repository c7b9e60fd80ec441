"""Review in the browser: decisions by forms, what they do to the library, and that nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

import qawl.library.store
from qawl.engine.many import read_safely
from qawl.library import Library
from qawl.model import Failure, Page, Record
from qawl.web.app import application
from qawl.web.reviewing import moved, words_of
from qawl.web.words import word

ME = "ليلى"
TEXT = (
    "قال وزير الموانئ سالم الحداد إن الميناء الجديد سيفتح في الربيع. وأضاف أن العمال «لن يدفعوا ثمن التأخير».\n\n"
    "وأعلنت هيئة المرافئ أن الرصيف القديم سيهدم قبل الصيف. ويزور سالم الحداد مدينة صفاقس في 5 مارس 2024 للقاء ليلى المنصوري."
)
ADDRESS = "https://manara.example/ميناء"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library(tmp_path / "news.library", create=True) as library:
        pages = [Page(id="one", source=TEXT, published="2024-03-01", outlet="صحيفة المنارة", url=ADDRESS, title="الميناء")]
        assert [one.outcome for one in library.add(pages)] == ["added"]
    return tmp_path / "news.library"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who writes waits for no other one."""
    monkeypatch.setattr(qawl.library.store, "WAIT", 0.05)


@pytest.fixture
def nobody(folder: Path) -> Iterator[TestClient]:
    """A browser of somebody who has not given a name."""
    with TestClient(application(folder), base_url="http://localhost", follow_redirects=False) as client:
        yield client


@pytest.fixture
def browser(nobody: TestClient) -> TestClient:
    nobody.cookies.set("reviewer", quote(ME))
    return nobody


def row_of(folder: Path, words: str) -> Any:
    with Library(folder) as library:
        return next(library.rows("statements", "f.text LIKE ?", [f"%{words}%"]), None)


def key_of(folder: Path, words: str) -> str:
    row = row_of(folder, words)
    return f"{row.capture}:{row.id}"


def send(browser: TestClient, address: str, **form: Any) -> Any:
    """Send a form as the pages do, with their token."""
    token = re.search(r'name="form_token" value="(\w+)"', browser.get("/reviewer").text)
    assert token
    return browser.post(address, data={"form_token": token[1], **form})


def selected(html: str, name: str) -> str:
    """The value that a list of choices shows."""
    choices = html[html.index(f'name="{name}"') :]
    found = re.search(r'value="([^"]*)" selected', choices[: choices.index("</select>")])
    assert found
    return found[1]


def decided(folder: Path) -> list[tuple[str, str, str, str]]:
    with Library(folder) as library:
        return [(one.verdict, one.field, one.who, one.why) for one in library.decisions()]


# -- one at a time


def test_what_waits_is_shown_with_its_sentence_and_what_the_machine_says(browser: TestClient, folder: Path) -> None:
    with Library(folder) as library:
        first = library.waiting()
        assert first
        (row,) = library.rows("statements", "f.id = ?", [first.id])
    html = browser.get("/review", headers={"cookie": f"reviewer={quote(ME)}; lang=en"}).text
    context = html[html.index('class="text"') :]
    marked = [unescape(words) for words in re.findall(r'<mark class="m content[^"]*">([^<]*)</mark>', context)]
    assert "".join(marked) == row.text  # type: ignore[attr-defined]
    for shown in (row.speaker, row.rule, word("en", f"band.{row.band}"), ME):  # type: ignore[attr-defined]
        assert shown in html


@pytest.mark.parametrize("verdict", ["accept", "reject", "unsure"])
def test_a_verdict_is_kept_with_who_when_and_why_and_leads_to_the_next(browser: TestClient, folder: Path, verdict: str) -> None:
    html = browser.get("/review").text
    finding = unescape(re.search(r'name="finding" value="([^"]+)"', html)[1])  # type: ignore[index]
    answer = send(browser, "/decide", finding=finding, verdict=verdict, why="سمعته", next="/review?of=statements&place=0")
    assert answer.status_code == 303
    assert decided(folder) == [(verdict, "", ME, "سمعته")]
    after = browser.get(answer.headers["location"]).text
    assert word("ar", f"verdict.{verdict}") in after
    assert f'name="finding" value="{finding}"' not in after


def test_the_queue_is_walked_without_deciding(browser: TestClient) -> None:
    def at(place: int) -> str:
        html = browser.get("/review", params={"place": place}).text
        return str(re.search(r'name="finding" value="([^"]+)"', html)[1])  # type: ignore[index]

    first = browser.get("/review").text
    onward = unescape(re.search(r'rel="next" href="([^"]+)"', first)[1])  # type: ignore[index]
    assert 'rel="prev"' not in first
    assert at(1) in browser.get(onward).text
    assert len({at(0), at(1), at(2)}) == 3
    assert at(10_000) == at(0)


def test_a_speaker_is_fixed_to_one_of_the_page(browser: TestClient, folder: Path) -> None:
    finding = key_of(folder, "الربيع")
    html = browser.get("/review", params={"finding": finding}).text
    assert 'value="=ليلى المنصوري"' in html
    send(browser, "/decide", finding=finding, verdict="fix", speaker="=ليلى المنصوري", kind="indirect")
    row = row_of(folder, "الربيع")
    assert (row.speaker, row.decided, row.decided_by) == ("ليلى المنصوري", "fix", ME)
    assert decided(folder) == [("fix", "speaker", ME, "")]
    changed = browser.get("/review", params={"finding": finding}).text
    assert "<del><bdi>سالم الحداد</bdi></del>" in changed


@pytest.mark.parametrize(
    ("form", "speaker"),
    [
        ({"speaker": "unknown"}, None),
        ({"speaker": "typed", "speaker_typed": "نادر الغائب"}, "نادر الغائب"),
        ({"speaker": "keep", "speaker_typed": "نادر الغائب"}, "نادر الغائب"),
    ],
)
def test_a_speaker_is_typed_or_unknown(browser: TestClient, folder: Path, form: dict[str, str], speaker: str | None) -> None:
    assert send(browser, "/decide", finding=key_of(folder, "الربيع"), verdict="fix", **form).status_code == 303
    assert row_of(folder, "الربيع").speaker == speaker


def test_boundaries_are_moved_by_words_and_the_kind_is_chosen(browser: TestClient, folder: Path) -> None:
    before = row_of(folder, "الربيع")
    html = browser.get("/review", params={"finding": key_of(folder, "الربيع")}).text
    starts = [int(one) for one in re.findall(r'<option value="(\d+)"', html[html.index('name="start"') : html.index('name="end"')])]
    later = starts[starts.index(before.start) + 1]
    assert int(selected(html, "start")) == before.start
    send(browser, "/decide", finding=key_of(folder, "الربيع"), verdict="fix", start=later, end=before.end, kind="mixed")
    after = row_of(folder, "سيفتح في الربيع")
    assert (after.text, after.kind) == (before.text.split(" ", 1)[1], "mixed")
    assert {one[1] for one in decided(folder)} == {"content", "kind"}


def test_a_fix_that_changes_nothing_is_told_and_nothing_typed_is_lost(browser: TestClient, folder: Path) -> None:
    row = row_of(folder, "الربيع")
    answer = send(browser, "/decide", finding=key_of(folder, "الربيع"), verdict="fix", kind=row.kind, why="كلام طويل")
    assert answer.status_code == 400
    assert word("ar", "nothing_changed") in unescape(answer.text)
    assert "كلام طويل</textarea>" in answer.text
    answer = send(browser, "/decide", finding=key_of(folder, "الربيع"), verdict="fix", start=row.end, end=row.start, kind="mixed")
    assert answer.status_code == 400
    assert selected(answer.text, "kind") == "mixed"
    assert decided(folder) == []


def test_an_encounter_is_decided_about(browser: TestClient, folder: Path) -> None:
    html = browser.get("/review", params={"of": "events"}).text
    finding = re.search(r'name="finding" value="([^"]+)"', html)[1]  # type: ignore[index]
    send(browser, "/decide", finding=finding, of="events", verdict="fix", status="cancelled", type=selected(html, "type"))
    with Library(folder) as library:
        assert {row.status for row in library.rows("events", "f.decided = 'fix'")} == {"cancelled"}  # type: ignore[attr-defined]
        assert finding.partition(":")[2] not in browser.get("/review", params={"of": "events"}).text


# -- who decides


def test_the_name_is_asked_once_and_what_was_sent_goes_with_it(nobody: TestClient, folder: Path) -> None:
    finding = key_of(folder, "الربيع")
    asked = send(nobody, "/decide", finding=finding, verdict="accept", why="سمعته", next="/review?of=statements&place=0")
    assert asked.status_code == 200
    assert decided(folder) == []
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', asked.text))
    again = nobody.post("/decide", data={**{key: unescape(value) for key, value in hidden.items()}, "why": "سمعته", "who": "منى"})
    assert again.status_code == 303
    assert decided(folder) == [("accept", "", "منى", "سمعته")]
    assert send(nobody, "/decide", finding=key_of(folder, "التأخير"), verdict="accept").status_code == 303
    assert decided(folder)[-1][2] == "منى"


def test_the_name_is_shown_and_can_be_another(browser: TestClient) -> None:
    assert ME in browser.get("/review").text
    answer = send(browser, "/reviewer", who="منى", next="/review")
    assert answer.headers["location"] == "/review"
    browser.cookies.clear()
    browser.cookies.set("reviewer", answer.cookies["reviewer"])
    assert f"<strong><bdi>{'منى'}</bdi></strong>" in browser.get("/review").text


# -- taken back, and locked


def test_the_last_decision_is_taken_back(browser: TestClient, folder: Path) -> None:
    before = row_of(folder, "الربيع")
    answer = send(
        browser, "/decide", finding=key_of(folder, "الربيع"), verdict="fix", speaker="unknown", kind="mixed", next="/review"
    )
    html = browser.get(answer.headers["location"]).text
    ids = re.findall(r'name="decision" value="(\w+)"', html)
    assert len(ids) == 2
    assert send(browser, "/undo", decision=ids, next="/review").status_code == 303
    assert row_of(folder, "الربيع") == before
    assert [one[0] for one in decided(folder)] == ["fix", "fix", "withdraw", "withdraw"]


@pytest.mark.usefixtures("impatient")
def test_while_another_writes_a_clear_page_says_so_and_keeps_what_was_typed(browser: TestClient, folder: Path) -> None:
    finding = key_of(folder, "الربيع")
    decision = (
        send(browser, "/decide", finding=key_of(folder, "التأخير"), verdict="accept", next="/x").headers["location"].split("=")[1]
    )
    with Library(folder) as other, other.store.writing():
        fixed = send(browser, "/decide", finding=finding, verdict="fix", speaker="typed", speaker_typed="نادر الغائب", why="سمعته")
        undone = send(browser, "/undo", decision=decision, why="زلة", next="/review")
    for answer in (fixed, undone):
        assert answer.status_code == 503
        assert word("ar", "library_error.locked") in answer.text
    assert 'value="نادر الغائب"' in fixed.text
    assert "سمعته</textarea>" in fixed.text
    assert f'name="decision" value="{decision}"' in undone.text
    assert "زلة</textarea>" in undone.text
    assert [one[0] for one in decided(folder)] == ["accept"]


def test_without_the_token_nothing_is_changed(browser: TestClient, folder: Path) -> None:
    for address in ("/decide", "/undo", "/reviewer"):
        assert browser.post(address, data={"finding": key_of(folder, "الربيع"), "verdict": "reject"}).status_code == 403
    assert decided(folder) == []


def test_what_is_not_there_cannot_be_decided(browser: TestClient, folder: Path) -> None:
    assert browser.get("/review", params={"finding": "abc:def"}).status_code == 404
    assert send(browser, "/decide", finding="abc:def", verdict="accept").status_code == 404
    assert send(browser, "/decide", finding=key_of(folder, "الربيع"), verdict="suppress").status_code == 400
    assert decided(folder) == []


# -- people and the machine


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Record], Record]], None]:
    """Another version of the reader, which finds what `alter` makes of today's findings."""

    def install(alter: Callable[[Record], Record]) -> None:
        def read(page: Page) -> Record | Failure:
            record = read_safely(page)
            return record if isinstance(record, Failure) else replace(alter(record), extractor="qawl 99")

        monkeypatch.setattr("qawl.library.adding.read_safely", read)
        monkeypatch.setattr("qawl.library.deciding.reread.EXTRACTOR", "qawl 99")

    return install


def test_decisions_of_the_browser_survive_reading_again(browser: TestClient, folder: Path) -> None:
    send(browser, "/decide", finding=key_of(folder, "الربيع"), verdict="fix", speaker="=ليلى المنصوري", kind="mixed")
    send(browser, "/decide", finding=key_of(folder, "التأخير"), verdict="accept")
    send(browser, "/decide", finding=key_of(folder, "الرصيف"), verdict="reject")
    with Library(folder) as library:
        before = sorted(map(repr, library.rows("statements")))
        list(library.reread(all=True))
        assert sorted(map(repr, library.rows("statements"))) == before
    row = row_of(folder, "الربيع")
    assert (row.speaker, row.kind, row.decided) == ("ليلى المنصوري", "mixed", "fix")
    assert row_of(folder, "التأخير").decided == "accept"
    assert row_of(folder, "الرصيف") is None


# -- boundaries


def test_words_are_cut_at_what_is_no_letter() -> None:
    text = "«قُلنا»، لا 12."
    assert [text[start:end] for start, end in words_of(text, 0, len(text))] == ["قُلنا", "لا", "12"]


def test_what_stands_between_the_pieces_stays_out() -> None:
    from qawl.model import Span

    content = (Span("ab", 10, 20), Span("cd", 30, 40))
    assert moved(content, 5, 45) == "5-20,30-45"
    assert moved(content, 32, 40) == "32-40"
    assert moved(content, 10, 18) == "10-18"


# -- where a finding is shown


def test_the_statement_page_and_the_reader_have_the_same_forms(browser: TestClient, folder: Path) -> None:
    row = row_of(folder, "الربيع")
    for address in (f"/statement/{row.capture}/{row.id}", f"/page/{row.capture}"):
        html = browser.get(address).text
        assert f'name="finding" value="{row.capture}:{row.id}"' in html
        answer = send(browser, "/decide", finding=f"{row.capture}:{row.id}", verdict="accept", next=f"{address}?a=b#s1")
        assert re.fullmatch(rf"{address}\?a=b&done=\w+#s1", answer.headers["location"])
        shown = browser.get(answer.headers["location"]).text
        assert word("ar", "take_back") in shown
        assert f"{word('ar', 'verdict.accept')} · <bdi>{ME}" in shown
    html = browser.get(f"/page/{row.capture}").text
    with Library(folder) as library:
        events = [f"{one.capture}:{one.id}" for one in library.rows("events")]  # type: ignore[attr-defined]
    assert all(f'name="finding" value="{event}"' in html for event in events)


def test_who_rejects_a_statement_on_its_page_comes_to_the_page_that_tells_it(browser: TestClient, folder: Path) -> None:
    row = row_of(folder, "الربيع")
    address = f"/statement/{row.capture}/{row.id}"
    answer = send(browser, "/decide", finding=f"{row.capture}:{row.id}", verdict="reject", next=address)
    assert answer.headers["location"].startswith(f"/page/{row.capture}?done=")
    assert browser.get(answer.headers["location"]).status_code == 200
    assert (
        send(browser, "/decide", finding=key_of(folder, "التأخير"), verdict="accept", next="//evil.example")
        .headers["location"]
        .startswith("/?done=")
    )
