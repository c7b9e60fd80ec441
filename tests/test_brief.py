"""What came since a day: by speaker and topic, encounters new and changed, who stays away, what failed; a page that prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest

from qawl import cli
from qawl.library import Library
from qawl.library.asking.brief import Brief, moment
from qawl.model import Page, encode

AWAY = "قالت ريم الحلو إن وفد النقابة لن يحضر اجتماع لجنة المياه يوم 3 أبريل 2024 لأن الدعوة وصلت متأخرة."
PAGES = [
    ("old", "2024-01-01", "جريدة الضفة", None, "قال سالم الكندي إن السد القديم آمن."),
    ("new", "2024-03-01", "جريدة الضفة", None, "قال وزير الري سالم الكندي إن السد لن يفتح غدا. وأضاف الكندي أن العمل مستمر."),
    ("denial", "2024-03-02", "صحيفة النهر", "https://nahr.example/2", "نفى المدير هاني زيدان أن تكون المياه ملوثة."),
    ("away", "2024-03-03", None, "javascript:alert(1)", AWAY),
    ("hostile", "2024-03-04", "<b>خبر</b>", None, "قال هاني زيدان: «أغلقوا <script>alert(1)</script> الباب»."),
]
SINCE, OLD = "2024-03-10", "2024-02-01T06:00:00Z"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("brief")
    folder = root / "qawl.library"
    with Library(folder, create=True) as library:
        pages = [Page(id=id, source=text, outlet=outlet, published=day, url=url) for id, day, outlet, url, text in PAGES]
        assert all(added.outcome == "added" for added in library.add(pages))
        assert [added.outcome for added in library.add([Page(id="empty", source="", origin=str(root / "empty.txt"))])] == ["failed"]
        with library.store.writing() as connection:
            connection.execute("UPDATE pages SET added = ? WHERE document = 'old'", (OLD,))
        change_encounter(library)
    return folder


def change_encounter(library: Library) -> None:
    """Write down that an encounter was told otherwise before, as reading a page again does."""
    (encounter,) = [one for one in library.agenda() if one.page.document == "away"]
    before = encode({**json.loads(encode(encounter.event)), "when": "2024-04-02"}).decode()
    with library.store.writing() as connection:
        connection.execute(
            'INSERT INTO event_changes (page, event, "now", changed, cause, "before", "after")'
            " SELECT page, ?, ?, '2030-01-01T00:00:00Z', 'reread', ?, ? FROM pages WHERE document = 'away'",
            (encounter.event.id, encounter.event.id, before, encode(encounter.event).decode()),
        )


@pytest.fixture
def brief(folder: Path) -> Iterator[Brief]:
    with Library(folder) as library:
        yield library.brief(SINCE)


# -- what is in it


def test_only_what_came_since_is_in_it(brief: Brief) -> None:
    told = {one.page.document for speaker in brief.speakers for one in speaker.statements}
    assert "old" not in told
    assert told >= {"new", "denial", "away"}
    assert brief.pages == len(PAGES) - 1


def test_up_to_a_day(folder: Path) -> None:
    with Library(folder) as library:
        found = library.brief("2024-02-01", "2024-02-01")
        assert [one.page.document for speaker in found.speakers for one in speaker.statements] == ["old"]
        assert (found.failures, found.changes) == ((), ())
        assert library.brief("2024-02-01", "2024-02-01T05:00:00Z").pages == 0


def test_statements_stand_by_speaker_those_who_say_most_first(brief: Brief) -> None:
    assert brief.speakers[0].speaker == "سالم الكندي"
    assert brief.speakers[0].roles == ("وزير الري",)
    assert len(brief.speakers[0].statements) == 2


def test_who_stays_away_is_told_once_as_it_is_told_now(brief: Brief) -> None:
    (absence,) = brief.absences
    assert absence.who.part == "not_attending"
    assert absence.who.reason
    assert absence.event.when == "2024-04-03"
    assert absence.page.document == "away"


def test_what_changed_and_what_failed(brief: Brief) -> None:
    (change,) = brief.changes
    assert change.change.before
    assert change.change.before.when == "2024-04-02"
    assert [failed.code for failed in brief.failures] == ["empty"]


@pytest.mark.parametrize(
    ("value", "whole", "expected"),
    [
        ("2024-03-31", False, "2024-03-31T00:00:00Z"),
        ("2024-03-31", True, "2024-04-01T00:00:00Z"),
        ("2024-03-31T01:00:00+03:00", True, "2024-03-30T22:00:00Z"),
        ("2024-03-31T01:00:00", False, "2024-03-31T01:00:00Z"),
    ],
)
def test_a_day_is_taken_in_utc(value: str, whole: bool, expected: str) -> None:
    assert moment(value, whole_day=whole) == expected


# -- the page


@pytest.fixture(params=["en", "ar"])
def page(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> str:
    out = tmp_path / "brief.html"
    assert cli.main(["brief", "--since", SINCE, "--library", str(folder), "--lang", request.param, "--out", str(out)]) == 0
    return out.read_text("utf-8")


def test_the_page_stands_alone_and_harms_nobody(page: str) -> None:
    tree = lxml.html.fromstring(page)
    assert tree.xpath("//script | //link | //img | //iframe | //*[@onclick]") == []
    assert [link for link in tree.xpath("//a/@href") if not link.startswith("#")] != []
    assert all(link.startswith(("#", "https://nahr.example/")) for link in tree.xpath("//a/@href"))
    assert "default-src 'none'" in page
    assert "<script>" not in page
    assert "<b>" not in page
    assert "@media print" in page


def test_the_page_runs_in_its_language_and_statements_in_theirs(page: str) -> None:
    tree = lxml.html.fromstring(page)
    lang = tree.get("lang")
    assert tree.get("dir") == {"ar": "rtl", "en": "ltr"}[lang]
    quotes = tree.xpath("//blockquote")
    assert quotes
    assert all(quote.get("dir") == "rtl" and quote.get("lang") == "ar" for quote in quotes)
    assert not set("\u2066\u2067\u2068\u2069") & set(page)


def test_the_day_in_the_head_keeps_its_order(page: str) -> None:
    (head,) = lxml.html.fromstring(page).xpath("//header")
    assert "2024-03-10" in head.xpath(".//bdi/text()")


def test_every_link_within_the_page_leads_somewhere(page: str) -> None:
    tree = lxml.html.fromstring(page)
    assert {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")} <= set(tree.xpath("//*/@id"))


def test_a_statement_has_its_outlet_its_flags_and_its_denial(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.html"
    assert cli.main(["brief", "--since", SINCE, "--library", str(folder), "--out", str(out)]) == 0
    tree = lxml.html.fromstring(out.read_text("utf-8"))
    (denied,) = [card for card in tree.xpath("//section[@id='by_speaker']//div[@class='card']") if "ملوثة" in card.text_content()]
    words = denied.text_content()
    assert "told as denied" in words
    assert "as reported by صحيفة النهر" in words
    (negated,) = [
        card for card in tree.xpath("//section[@id='by_speaker']//div[@class='card']") if "لن يفتح" in card.text_content()
    ]
    assert "negated" in negated.text_content()
    assert "unknown" in "".join(card.text_content() for card in tree.xpath("//section[@id='stays_away']"))


def test_the_other_forms(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ["brief", "--library", str(folder)]
    assert cli.main([*at, "--since", SINCE, "--format", "table", "--lang", "ar"]) == 0
    shown = capsys.readouterr().out
    assert "من يغيب" in shown
    assert "2024-04-02" in shown
    assert cli.main([*at, "--since", SINCE, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["pages"] == len(PAGES) - 1
    assert cli.main([*at, "--since", "2040-01-01", "--format", "table"]) == 0
    assert "Nothing new" in capsys.readouterr().out
