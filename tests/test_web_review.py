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
from qawl import cli
from qawl.engine.many import read_safely
from qawl.library import Library
from qawl.library.errors import Message
from qawl.model import Failure, Page, Record, Span, Statement
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
    assert Message("nothing was changed: choose what is wrong").told("ar") in unescape(answer.text)
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


def fields_of(html: str) -> dict[str, str]:
    """The hidden fields of the first form of a text."""
    form = html[html.index('method="post"') :]
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[: form.index("</form>")])
    return {key: unescape(value) for key, value in hidden}


def of_other(record: Record) -> Record:
    """A reader that takes somebody else for whoever speaks of spring."""

    def altered(one: Statement) -> Statement:
        if one.speaker is None or "الربيع" not in one.content[0].text:
            return one
        return replace(one, speaker=replace(one.speaker, name="هيئة المرافئ", ref=None))

    return replace(record, statements=tuple(map(altered, record.statements)))


@pytest.mark.parametrize(("choice", "speaker"), [("keep", "ليلى المنصوري"), ("take", "هيئة المرافئ")])
def test_a_disagreement_after_reading_again_is_listed_and_settled(
    browser: TestClient, folder: Path, newer: Callable[[Callable[[Record], Record]], None], choice: str, speaker: str
) -> None:
    send(browser, "/decide", finding=key_of(folder, "الربيع"), verdict="fix", speaker="=ليلى المنصوري")
    assert word("ar", "no_disagreements") in browser.get("/review/disagreements").text
    newer(of_other)
    with Library(folder) as library:
        list(library.reread())
    assert row_of(folder, "الربيع").speaker == "ليلى المنصوري"
    html = browser.get("/review/disagreements").text
    assert word("ar", "machine.differs") in html
    assert "هيئة المرافئ" in html
    form = fields_of(html[html.index('class="item"') :])
    assert send(browser, "/settle", **{**form, "choice": choice}).status_code == 303
    assert row_of(folder, "الربيع").speaker == speaker
    assert word("ar", "no_disagreements") in browser.get("/review/disagreements").text
    assert send(browser, "/settle", **{**form, "choice": choice}).status_code == 404


def test_a_decision_on_what_is_lost_can_be_taken_back(
    browser: TestClient, folder: Path, newer: Callable[[Callable[[Record], Record]], None]
) -> None:
    send(browser, "/decide", finding=key_of(folder, "الربيع"), verdict="fix", kind="mixed")
    newer(lambda record: replace(record, statements=record.statements[1:]))
    with Library(folder) as library:
        list(library.reread())
    html = browser.get("/review/disagreements").text
    assert word("ar", "lost_holds") in html
    send(browser, "/undo", **fields_of(html[html.index('class="item"') :]))
    assert word("ar", "no_disagreements") in browser.get("/review/disagreements").text


@pytest.mark.parametrize(("verdict", "choice"), [("fix", "take"), ("fix", "leave"), ("accept", "take"), ("reject", "take")])
def test_what_was_decided_is_offered_for_the_page_in_other_bytes(
    browser: TestClient, folder: Path, verdict: str, choice: str
) -> None:
    finding = key_of(folder, "الربيع")
    send(browser, "/decide", finding=finding, verdict=verdict, speaker="=ليلى المنصوري")
    with Library(folder) as library:
        (anew,) = library.add([Page(id="two", source="عاجل. " + TEXT, published="2024-03-01", outlet="صحيفة المنارة", url=ADDRESS)])
    html = browser.get("/review/disagreements").text
    form = fields_of(html[html.index('class="item"') :])
    assert form["capture"] == anew.capture
    assert send(browser, "/adopt", **{**form, "choice": choice}).status_code == 303
    with Library(folder) as library:
        assert list(library.proposals()) == []
        found: list[Any] = list(library.rows("statements", "p.capture = ? AND f.text LIKE '%الربيع%'", [anew.capture]))
    wanted = {"fix": "ليلى المنصوري" if choice == "take" else "سالم الحداد", "accept": "سالم الحداد"}
    assert [row.speaker for row in found] == ([] if verdict == "reject" else [wanted[verdict]])


# -- who is who


PEOPLE = [
    ("first", "قال المدرب فهد القاسمي إن الفريق جاهز للمباراة."),
    ("second", "قال الدكتور فهد بن سعيد القاسمي إن العيادة مفتوحة."),
]


@pytest.fixture
def two(folder: Path) -> tuple[str, str]:
    """The ids of two who may be one."""
    with Library(folder) as library:
        list(library.add([Page(id=id, source=text, published="2024-03-04", outlet="جريدة الضفة") for id, text in PEOPLE]))
        (pair,) = library.proposed()
    return pair.one.identity, pair.other.identity


def test_two_are_joined_and_split_and_what_was_split_stays_split(browser: TestClient, folder: Path, two: tuple[str, str]) -> None:
    html = browser.get("/review/people").text
    assert "فهد القاسمي" in html
    assert "فهد بن سعيد القاسمي" in html
    answer = send(browser, "/join", one=two[0], other=two[1], why="رأيتهما", next="/review/people")
    assert word("ar", "take_back") in browser.get(answer.headers["location"]).text
    with Library(folder) as library:
        assert library.proposed() == []
        (second,) = library.rows("pages", "p.document = 'second'")
    pages = browser.get("/review/split", params={"name": two[0]}).text
    assert f'name="page" value="{second.capture}"' in pages  # type: ignore[attr-defined]
    assert send(browser, "/split", one=two[0], page=[second.capture], next="/review/people").status_code == 303  # type: ignore[attr-defined]
    with Library(folder) as library:
        list(library.reread(all=True))
        assert library.proposed() == []
        rows: list[Any] = [*library.rows("people", "f.name LIKE 'فهد%'")]
        assert len({row.identity for row in rows}) == 2
    assert [one[0] for one in decided(folder)] == ["join", "split"]


def test_two_are_kept_apart(browser: TestClient, folder: Path, two: tuple[str, str]) -> None:
    assert send(browser, "/split", one=two[0], other=two[1], next="/review/people").status_code == 303
    assert word("ar", "nothing_waits") in browser.get("/review/people").text
    with Library(folder) as library:
        list(library.reread(all=True))
        assert library.proposed() == []


def test_what_cannot_be_split_is_told_where_the_form_is(browser: TestClient, folder: Path, two: tuple[str, str]) -> None:
    send(browser, "/join", one=two[0], other=two[1])
    none = send(browser, "/split", one=two[0], why="كلام طويل")
    assert none.status_code == 400
    assert "كلام طويل</textarea>" in none.text
    with Library(folder) as library:
        captures = [row.capture for row in library.rows("pages", "p.document IN ('first', 'second')")]  # type: ignore[attr-defined]
    every = send(browser, "/split", one=two[0], page=captures)
    assert every.status_code == 400
    assert 'name="page"' in every.text
    assert word("ar", "library_error.bad_value") in every.text
    twice = send(browser, "/join", one=two[0], other=two[1])
    assert twice.status_code == 400
    assert word("ar", "library_error.bad_value") in twice.text
    assert [one[0] for one in decided(folder)] == ["join"]


# -- the log


def test_the_log_tells_who_when_and_why_and_takes_back(browser: TestClient, folder: Path, two: tuple[str, str]) -> None:
    send(browser, "/decide", finding=key_of(folder, "الربيع"), verdict="fix", speaker="=ليلى المنصوري", why="سمعتها")
    send(browser, "/join", one=two[0], other=two[1], why="رأيتهما")
    html = browser.get("/decisions").text
    for shown in (ME, "سمعتها", "رأيتهما", "ليلى المنصوري", "سالم الحداد"):
        assert shown in html
    ids = re.findall(r'name="decision" value="(\w+)"', html)
    assert len(ids) == 2
    for id in ids:
        send(browser, "/undo", decision=id, next="/decisions")
    assert 'name="decision"' not in browser.get("/decisions").text
    assert row_of(folder, "الربيع").speaker == "سالم الحداد"
    with Library(folder) as library:
        assert len(library.proposed()) == 1
    assert sorted(one[0] for one in decided(folder)) == ["fix", "join", "restore", "withdraw"]


def test_the_file_of_decisions_is_that_of_the_command(browser: TestClient, folder: Path, tmp_path: Path) -> None:
    send(browser, "/decide", finding=key_of(folder, "الربيع"), verdict="reject")
    answer = browser.get("/decisions.jsonl")
    assert "attachment" in answer.headers["content-disposition"]
    assert cli.main(["decisions", "--export", str(tmp_path / "d.jsonl"), "--library", str(folder)]) == 0
    assert answer.content == (tmp_path / "d.jsonl").read_bytes()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_screen_of_review_answers_and_runs_nothing_of_a_page(folder: Path, lang: str) -> None:
    bad = "<script>alert(1)</script>"
    with Library(folder) as library:
        library.decide(key_of(folder, "الربيع"), "fix", "speaker", bad, who=bad, why=bad)
        library.decide(key_of(folder, "التأخير"), "unsure", who=bad, why=bad)
    key = key_of(folder, "الربيع")
    addresses = (
        "/review",
        "/review?of=events",
        f"/review?finding={key}&next=javascript:alert(1)",
        "/review?place=999999999999&done=%3Cscript%3E",
        "/review/people",
        "/review/disagreements",
        "/decisions",
        "/reviewer",
    )
    cookies = {"lang": lang, "reviewer": quote(bad)}
    with TestClient(application(folder), base_url="http://localhost", cookies=cookies) as client:
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert "<script>" not in answer.text
            assert 'href="javascript' not in answer.text


def test_a_long_page_is_shown_near_the_finding_and_every_value_in_words(browser: TestClient, folder: Path) -> None:
    before, behind = "كان الطريق طويلا إلى القرية. " * 90, " ومضى النهار بلا خبر." * 90
    with Library(folder) as library:
        list(library.add([Page(id="long", source=f"{before}{TEXT.partition(chr(10))[0]}{behind}", published="2024-03-01")]))
        (row,) = library.rows("statements", "p.document = 'long' AND f.text LIKE '%الربيع%'")
        (visit,) = library.rows("events", "p.document = 'one' AND f.type = 'visit'")
        key, event = (f"{one.capture}:{one.id}" for one in (row, visit))  # type: ignore[attr-defined]
        library.fix(key, {"kind": "mixed", "speaker": None}, who=ME)
        library.fix(event, {"part:سالم الحداد": "not_attending", "status": "cancelled"}, who=ME)
    html = browser.get("/review", params={"finding": key}).text
    (start, end, shown), = re.findall(r'<p data-start="(\d+)" data-end="(\d+)">(.*?)</p>', html)  # fmt: skip
    words = unescape(re.sub("<[^>]*>", "", shown))
    assert len(words) == int(end) - int(start) < 1500
    assert words == f"{before}{TEXT.partition(chr(10))[0]}{behind}"[int(start) : int(end)]
    for address in (f"/review?finding={key}", f"/review?finding={event}", "/decisions", f"/statement/{key.replace(':', '/')}"):
        html = browser.get(address).text
        assert not re.search(r"<bdi[^>]*>(null|mixed|indirect|cancelled|announced|not_attending)</bdi>", html), address
    assert word("ar", "part.not_attending") in browser.get("/decisions").text


# -- boundaries


def test_words_are_cut_at_what_is_no_letter() -> None:
    text = "«قُلنا»، لا 12."
    assert [text[start:end] for start, end in words_of(text, 0, len(text))] == ["قُلنا", "لا", "12"]


def test_what_stands_between_the_pieces_stays_out() -> None:
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
