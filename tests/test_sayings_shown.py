"""What is shown of sayings that several pages report: one answer each, counts that count them, all appearances of one."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from sqlite3 import Connection
from typing import Any

import duckdb
import pandas
import pytest

from qawl import cli
from qawl.export.codebook import codebook
from qawl.export.files import write_folder
from qawl.export.pack import packed
from qawl.export.sheets import sheet_of
from qawl.export.unpack import check_pack
from qawl.library import Library
from qawl.library.across import sayings
from qawl.library.asking.who import Profile
from qawl.library.rows import StatementRow
from qawl.library.searching import counting
from qawl.library.searching.answers import Found
from qawl.model import Page, Record, hash_id

OUTLETS = ("جريدة الضفة", "وكالة السهل", "إذاعة الجبل")
SPEAKERS = ("سالم الكندي", "ليلى الصباغ", "منير الشامي")
PORTS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")


def one_saying_a_port(connection: Connection, page: int, record: Record) -> None:
    """What is said of one port by one speaker is one saying here: these tests are of what is shown of sayings."""
    for statement in (*record.statements, *record.title_statements):
        port = next((port for port in PORTS if port in statement.content[0].text), statement.id)
        speaker = statement.speaker.name if statement.speaker else ""
        saying = hash_id(port, speaker)
        connection.execute("UPDATE statements SET saying = ? WHERE page = ? AND id = ?", (saying, page, statement.id))


@pytest.fixture(autouse=True)
def known_sayings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sayings, "take_in", one_saying_a_port)


def page_of(chance: Random, number: int) -> Page:
    """A page that reports one to three things about ports, some words of which differ."""
    said = (
        f"قال {'المهندس ' * chance.randrange(2)}{chance.choice(SPEAKERS)} "
        f"{'للصحفيين ' * chance.randrange(2)}إن الميناء {chance.choice(PORTS)} "
        f"{chance.choice(('لن يغلق', 'سيفتح', 'جاهز'))}{chance.choice(('', ' قريبا', ' هذا العام'))}."
        for _ in range(chance.randint(1, 3))
    )
    day = f"2024-0{chance.randint(1, 3)}-1{chance.randrange(10)}"
    text = "\n".join((f"نشرة الموانئ رقم {number}.", *said))  # no two pages are the same bytes
    return Page(id=f"page-{number}", source=text, kind="text", outlet=chance.choice(OUTLETS), published=day)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library", create=True) as library:
        yield library


def fill(library: Library, pages: int = 40, batches: int = 4) -> None:
    """Pages that come in several runs, the index brought up after each."""
    chance = Random(5)
    made = [page_of(chance, number) for number in range(pages)]
    for batch in range(batches):
        assert all(added.outcome == "added" for added in library.add(made[batch::batches]))


ASKED: tuple[dict[str, object], ...] = (
    {},
    {"text": "قريبا"},
    {"text": "يغلق OR جاهز"},
    {"text": "الميناء NOT سيفتح"},
    {"outlet": OUTLETS[1]},
    {"text": "الميناء", "speaker": "الصباغ", "published_from": "2024-02"},
    {"flags": "negated"},
    {"text": "لا_شيء_كهذا"},
)


def each(library: Library, asked: dict[str, object]) -> Found:
    """Every statement that answers."""
    return library.search(**asked, each=True, limit=10_000)  # type: ignore[arg-type]


def sayings_of(found: Found) -> list[str | None]:
    return [answer.row.saying for answer in found.answers]


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_saying_is_one_answer_and_counts_once(library: Library, asked: dict[str, object]) -> None:
    fill(library)
    statements, found = each(library, asked), library.search(**asked, limit=10_000)  # type: ignore[arg-type]
    assert statements.total == len(statements.answers) == len({(a.row.capture, a.row.id) for a in statements.answers})
    assert sorted(map(str, sayings_of(found))) == sorted({*map(str, sayings_of(statements))})
    assert found.total == len(found.answers)
    assert found.exact
    if not asked:
        assert statements.total > found.total > 10


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_facets_count_sayings(library: Library, asked: dict[str, object]) -> None:
    fill(library)
    answers = each(library, asked).answers
    facets = library.search(**asked).facets  # type: ignore[arg-type]
    for facet, values in (
        ("speaker", [(a.row.speaker_key, a.row.saying) for a in answers]),
        ("outlet", [(a.document.outlet, a.row.saying) for a in answers]),
        ("kind", [(a.row.kind, a.row.saying) for a in answers]),
        ("flags", [(flag, a.row.saying) for a in answers for flag in a.row.flags]),
        ("published", [((a.document.published or "")[:7], a.row.saying) for a in answers]),
    ):
        wanted = Counter(value for value, _ in set(values))
        assert {value.key: value.count for value in facets[facet]} == wanted, facet


def test_a_filter_leaves_what_its_facet_counts(library: Library) -> None:
    fill(library)
    for value in library.search("الميناء").facets["outlet"]:
        assert library.search("الميناء", outlet=value.value).total == value.count


def test_pages_of_an_answer_hold_each_saying_once(library: Library) -> None:
    fill(library)
    for sort in ("rank", "newest", "oldest"):
        whole = sayings_of(library.search("الميناء", sort=sort, limit=100))
        parts = [library.search("الميناء", sort=sort, limit=4, offset=at) for at in range(0, len(whole) + 4, 4)]
        assert [one for part in parts for one in sayings_of(part)] == whole
        assert {part.total for part in parts} == {len(whole)}


def test_the_best_or_first_appearance_stands_for_a_saying(library: Library) -> None:
    fill(library)
    newest = library.search("", sort="newest", limit=100)
    days: dict[str | None, list[str]] = {}
    for answer in each(library, {}).answers:
        days.setdefault(answer.row.saying, []).append(answer.row.said_on or (answer.document.published or "")[:10])
    for answer in newest.answers:
        assert (answer.row.said_on or (answer.document.published or "")[:10]) == max(days[answer.row.saying])


def test_a_saying_tells_how_many_pages_report_it_and_who_was_first(library: Library) -> None:
    pages = [
        ("a", OUTLETS[0], "2024-02-02", "قال سالم الكندي إن الميناء الأول لن يغلق."),
        ("b", OUTLETS[1], "2024-02-01", "قال سالم الكندي إن الميناء الأول لن يغلق هذا العام."),
        ("c", OUTLETS[1], "2024-02-03", "قال سالم الكندي إن الميناء الثاني جاهز."),
    ]
    for id, outlet, day, text in pages:
        list(library.add([Page(id=id, source=text, kind="text", outlet=outlet, published=day)]))
    first, second = sorted(library.search("الميناء").answers, key=lambda answer: answer.spread is None)
    assert first.spread is not None
    assert (first.spread.pages, first.spread.outlets, first.spread.first.document) == (2, (OUTLETS[1], OUTLETS[0]), "b")
    assert second.spread is None
    (only,) = library.search("العام").answers  # what does not answer is told of too
    assert only.spread == first.spread


def test_a_saying_whose_other_page_is_gone_still_counts_once(library: Library) -> None:
    for number in range(3):
        text = f"قال سالم الكندي إن الميناء الأول جاهز{' قريبا' * number}."
        list(library.add([Page(id=f"page-{number}", source=text, kind="text")]))
    assert (library.search("جاهز").total, each(library, {"text": "جاهز"}).total) == (1, 3)
    captures = [str(row.capture) for row in library.rows("pages")]  # type: ignore[attr-defined]
    for left, capture in ((2, captures[0]), (1, captures[2])):
        library.suppress(page=capture, who="ليلى")
        assert (library.search("جاهز").total, each(library, {"text": "جاهز"}).total) == (1, left)
    assert library.search("جاهز").answers[0].spread is None


def test_of_very_many_the_counts_are_estimates_and_say_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(library, pages=120, batches=1)
    exact = library.search("الميناء")
    monkeypatch.setattr(counting, "MOST_SHARED", 150)
    monkeypatch.setattr(counting, "MOST_OF_VALUES", 100)
    about = library.search("الميناء")
    assert (exact.exact, about.exact) == (True, False)
    assert about.total == pytest.approx(exact.total, rel=0.5)
    statements = {facet: {value.key: value.count for value in values} for facet, values in each(library, {}).facets.items()}
    for facet, values in about.facets.items():
        assert all(1 <= value.count <= statements[facet][value.key] for value in values), facet


# -- the command


def run(capsys: pytest.CaptureFixture[str], library: Library, *words: str) -> str:
    assert cli.main([words[0], "--library", str(library.store.folder), *words[1:]]) == 0
    return capsys.readouterr().out


def test_the_command_shows_a_saying_once_and_each_on_demand(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    for number, day in enumerate(("2024-02-02", "2024-02-01")):
        text = f"قال سالم الكندي إن الميناء الأول لن يغلق{' قريبا' * number}."
        list(library.add([Page(id=f"page-{number}", source=text, kind="text", outlet=OUTLETS[number], published=day)]))
    for lang, more, first in (("en", "more pages: 1", "first in:"), ("ar", "صفحات أخرى: 1", "أولا في:")):
        shown = run(capsys, library, "search", "الميناء", "--lang", lang)
        assert more in shown
        assert first in shown
    (line,) = run(capsys, library, "search", "الميناء", "--format", "jsonl").splitlines()
    assert json.loads(line)["spread"]["first"]["published"] == "2024-02-01"
    assert len(run(capsys, library, "search", "الميناء", "--each", "--format", "jsonl").splitlines()) == 2
    assert json.loads(run(capsys, library, "search", "الميناء", "--format", "json"))["total"] == 1
    heading, row = run(capsys, library, "search", "الميناء", "--format", "csv").splitlines()
    assert (heading.split(",")[-1], row.split(",")[-1]) == ('"pages"', "2")
    assert isinstance(next(iter(library.rows("statements"))), StatementRow)


# -- one statement, and what is asked of a library


REPORTED = (
    ("later", OUTLETS[1], "2024-02-02", "قال وزير الموانئ سالم الكندي إن الميناء الأول لن يغلق في هذا العام."),
    ("first", OUTLETS[0], "2024-02-01", "قال وزير الموانئ سالم الكندي لوكالة السهل للأنباء إن الميناء الأول لن يغلق من هذا العام."),
    ("other", OUTLETS[2], "2024-02-01", "قال وزير الموانئ سالم الكندي إن الميناء الثاني جاهز."),
)


@pytest.fixture
def reported(library: Library) -> Library:
    for id, outlet, day, text in REPORTED:
        address = f"https://news.example/{id}"
        list(library.add([Page(id=id, source=text, kind="text", outlet=outlet, published=day, url=address)]))
    return library


def ids(library: Library) -> dict[str, str]:
    """The ids of the statements by their page."""
    return {answer.document.id: answer.row.id for answer in library.search("الميناء", each=True).answers}


def test_a_statement_has_all_its_appearances_by_time_and_what_differs(reported: Library) -> None:
    for asked in ("first", "later"):
        found = reported.reported(ids(reported)[asked])
        assert found.told.page.document == asked
        assert [(one.page.document, one.first) for one in found.appearances] == [("first", True), ("later", False)]
        (difference,) = found.appearances[1].differences
        assert difference.written is not None
        assert difference.quoted is not None
        assert (difference.written.text, difference.quoted.text) == ("من", "في")
    alone = reported.reported(ids(reported)["other"])
    assert [(one.page.document, one.first) for one in alone.appearances] == [("other", True)]
    assert alone.told.spread is None


def test_the_command_shows_a_statement_everywhere_that_it_appears(reported: Library, capsys: pytest.CaptureFixture[str]) -> None:
    id = ids(reported)["later"]
    for lang, words in (("en", "the page does not say"), ("ar", "لا تذكره الصفحة")):
        shown = run(capsys, reported, "statement", id, "--lang", lang)
        assert words in shown  # to whom it was said
        assert all(one in shown for one in (*OUTLETS[:2], "news.example", "2024-02-01", "2024-02-02", ids(reported)["first"]))
        assert OUTLETS[2] not in shown
    lines = run(capsys, reported, "statement", id, "--format", "jsonl").splitlines()
    assert [json.loads(line)["page"]["document"] for line in lines] == ["first", "later"]
    assert json.loads(run(capsys, reported, "statement", id, "--format", "json"))["told"]["spread"]["pages"] == 2


def test_a_statement_that_is_not_there_is_told(reported: Library, capsys: pytest.CaptureFixture[str]) -> None:
    id = ids(reported)["later"]
    reported.suppress(id, who="ليلى")
    for wrong in (id, "0000", "no id"):
        assert cli.main(["statement", "--library", str(reported.store.folder), wrong]) == 2
        assert "qawl: " in capsys.readouterr().err
    assert [one.page.document for one in reported.reported(ids(reported)["first"]).appearances] == ["first"]


def test_a_profile_has_a_saying_once_as_the_first_page_tells_it(reported: Library) -> None:
    profile = reported.who("سالم الكندي")
    assert isinstance(profile, Profile)
    assert [told.page.document for told in profile.said] == ["first", "other"]
    assert profile.counts["said"] == 2
    assert profile.said[0].spread is not None
    assert profile.said[0].spread.pages == 2


def test_a_brief_has_a_saying_once_and_tells_that_it_is_older(reported: Library, capsys: pytest.CaptureFixture[str]) -> None:
    (spoken,) = reported.brief("2024-01-01").speakers
    assert sorted(told.page.document for told in spoken.statements) == ["first", "other"]
    for form in ("html", "table"):
        shown = run(capsys, reported, "brief", "--since", "2024-01-01", "--format", form, "--lang", "ar")
        assert "صفحات أخرى: 1" in shown
        assert "أولا في" in shown


def test_a_timeline_has_a_saying_once(library: Library) -> None:
    for number, words in enumerate(("", " قريبا")):
        text = f"انتقدت روسيا الولايات المتحدة. وقالت روسيا إن الولايات المتحدة لن تغلق الميناء الأول{words}."
        list(library.add([Page(id=f"page-{number}", source=text, kind="text", published=f"2024-02-0{number + 1}")]))
    points = [point for point in library.timeline("روسيا", "الولايات المتحدة").a_to_b if point.statement]
    assert [(point.page.document, point.spread and point.spread.pages) for point in points] == [("page-0", 2)]


def test_a_quotation_finds_a_saying_once_with_how_far_it_went(reported: Library, capsys: pytest.CaptureFixture[str]) -> None:
    (near,) = reported.check("الميناء الأول لن يغلق").nearest
    assert near.document.document == "first"
    assert near.spread is not None
    assert (near.spread.pages, near.spread.first.document) == (2, "first")
    assert "more pages: 1" in run(capsys, reported, "check", "الميناء الأول لن يغلق")


# -- tables for other programs


def shown_code(holding: str) -> str:
    """The block of code in docs/export.md that holds some words."""
    blocks = (Path(__file__).parents[1] / "docs/export.md").read_text("utf-8").split("```")[1::2]
    (found,) = [block.partition("\n")[2] for block in blocks if holding in block]
    return found.strip()


@pytest.fixture
def exported(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Three pages that report one saying, and one that reports another; their tables in the current folder."""
    told = "نقلت {} الخبر. وقال وزير الري سالم الكندي إن روسيا ترفض مقترح فرنسا بشأن الميناء {}."
    days = (("الأول", "2024-03-05"), ("الأول", "2024-03-06"), ("الأول", "2024-04-01"), ("الثاني", "2024-04-02"))
    for number, (port, day) in enumerate(days):
        text = told.format(OUTLETS[number % 3], port)
        assert [added.outcome for added in library.add([Page(source=text, outlet=OUTLETS[number % 3], published=day)])] == ["added"]
    write_folder([sheet_of(library, table) for table in ("statements", "relations", "pages")], "parquet", tmp_path / "tables")
    monkeypatch.chdir(tmp_path)
    return library


def test_a_dyad_month_table_counts_sayings(exported: Library) -> None:
    assert exported.count("relations") == 4
    found = duckdb.sql(shown_code("actor_identity")).fetchall()
    assert found == [("iso:RU", "iso:FR", "2024-03", 1), ("iso:RU", "iso:FR", "2024-04", 1)]


def test_a_speaker_month_table_counts_sayings(exported: Library) -> None:
    *lines, last = shown_code("drop_duplicates").splitlines()
    names: dict[str, Any] = {"pandas": pandas}
    exec("\n".join(lines), names)
    assert [int(count) for count in eval(last, names)] == [1, 1]
    assert exported.count("statements") == 4


def test_every_table_tells_what_is_one_over_all_pages() -> None:
    linked = {"pages": {"article"}, "statements": {"saying", "speaker_identity"}, "events": {"encounter"}, "people": {"identity"}}
    for table, wanted in linked.items():
        told = {entry.column: entry for entry in codebook([table])}
        assert wanted <= told.keys()
        assert all("the same" in told[name].description for name in wanted)


# -- evidence


def test_an_evidence_file_lists_all_pages_that_report_a_saying(reported: Library, tmp_path: Path) -> None:
    data = packed(reported.evidence(ids(reported)["later"]))
    (tmp_path / "later.zip").write_bytes(data)
    assert check_pack(tmp_path / "later.zip").damages == ()
    with zipfile.ZipFile(tmp_path / "later.zip") as archive:
        report = archive.read("report.html").decode()
        appearances = json.loads(archive.read("appearances.json"))
    assert [(one["page"]["document"], one["first"]) for one in appearances] == [("first", True), ("later", False)]
    assert report.count("https://news.example/first") == 2  # in both languages
    for words in (
        "مواضع الورود",
        "Appearances",
        "ألفاظ أخرى: <bdi>من</bdi> ← <bdi>في</bdi>",
        "other words: <bdi>من</bdi> → <bdi>في</bdi>",
    ):
        assert words in report
    reported.suppress(page=appearances[0]["page"]["capture"], who="ليلى")
    left = reported.evidence(ids(reported)["later"]).appearances
    assert [(one.page.document, one.first) for one in left] == [("later", True)]
