"""What users do from end to end, by the command line: each test is a person with a question."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qawl import cli
from qawl.library import Library
from qawl.library.rows import TABLES

PAGES = [
    {
        "id": "harbour",
        "outlet": "صحيفة المرفأ",
        "published": "2024-03-04",
        "title": "الميناء",
        "text": "قالت وزيرة النقل سلمى الحداد يوم الاثنين إن الميناء الجديد سيفتح أبوابه في أبريل المقبل. "
        "وأضافت الحداد «لن نرفع الرسوم هذا العام، وسنبحث مع الصيادين مطالبهم».",
    },
    {
        "id": "fees",
        "outlet": "وكالة السهل",
        "published": "2024-03-05",
        "title": "الحداد: لا زيادة في الرسوم",
        "text": "أكدت سلمى الحداد، وزيرة النقل، أن الرسوم لن ترتفع هذه السنة. وقالت: «لن نرفع الرسوم هذا العام، "
        "وسوف نبحث مع صيادي السمك مطالبهم».\nوقال نقيب السائقين عادل البستاني إن النقابة ترفض الحضور احتجاجا على القرار.",
    },
    {
        "id": "visit",
        "outlet": "إذاعة الجسر",
        "published": "2024-03-09",
        "title": "الحداد في السهل",
        "text": "تصل وزيرة النقل سلمى الحداد غدا إلى بلاد السهل. وقالت البلدية إن الطريق سيغلق.",
    },
    {
        "id": "water",
        "outlet": "موقع الحصاد",
        "published": "2024-04-20",
        "title": "مؤتمر الري",
        "text": "تستضيف مدينة الحصن مؤتمر الري في الفترة من 5 إلى 7 مايو 2024 بمشاركة وزراء خمس دول. "
        "وقال وزير الري طارق النجار إن شركة النهر غير مدعوة إلى المؤتمر.",
    },
    {"id": "undated", "text": "قال مصدر مطلع إن اجتماعا سيعقد يوم 9 فبراير/شباط بين شركة النهر ووزارة الري."},
]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the person works: invented pages in a file, and a library of them."""
    write_pages(tmp_path / "pages.jsonl", PAGES)
    assert cli.main(["add", str(tmp_path / "pages.jsonl"), "--library", str(tmp_path / "lib")]) == 0
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Status, output and complaints of a command on that library."""
    monkeypatch.chdir(folder)
    capsys.readouterr()

    def run(*words: str, library: str = "lib") -> tuple[int, str, str]:
        status = cli.main([words[0], "--library", library, *words[1:]])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


@pytest.fixture
def seed(shared: Path, run: Run) -> Run:
    """The same with a library `seed`, of the shared page alone."""
    assert run("add", str(shared / "seed/page.txt"), library="seed")[0] == 0

    def on_seed(*words: str) -> tuple[int, str, str]:
        return run(*words, library="seed")

    return on_seed


def write_pages(path: Path, pages: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(page, ensure_ascii=False) + "\n" for page in pages), "utf-8")


def found(run: Run, *words: str) -> list[dict[str, Any]]:
    """The statements that a search finds."""
    return [json.loads(line) for line in run("search", *words, "--format", "jsonl")[1].splitlines()]


def saying(run: Run, words: str) -> dict[str, Any]:
    (one,) = [one for one in found(run, words) if words in one["content"][0]["text"]]
    return one


# -- the desk: who stays away, what is on


def test_who_is_not_invited_and_who_says_so(run: Run) -> None:
    (entry,) = json.loads(run("agenda", "--absent", "--format", "json")[1])
    (absent,) = [one for one in entry["event"]["participants"] if one["part"] == "not_invited"]
    assert (absent["name"], absent["according_to"]) == ("شركة النهر", "طارق النجار")
    for lang, words in (("en", "not invited"), ("ar", "غير مدعو")):
        _, shown, _ = run("agenda", "--absent", "--lang", lang)
        assert words in shown
        assert entry["event"]["id"] in shown


def test_what_is_on_these_days_and_what_has_no_year(run: Run) -> None:
    status, shown, told = run("agenda", "--since", "2024-05-06", "--until", "2024-05-06")
    assert status == 0
    assert "2024-05-05" in shown
    assert "--02-09" not in shown
    assert "--undated" in told  # what is left out for want of a year is no secret
    assert "--02-09" in run("agenda", "--undated")[1]


def test_the_calendar_has_what_has_a_day(run: Run) -> None:
    _, calendar, told = run("agenda", "--ics")
    assert "DTSTART;VALUE=DATE:20240505" in calendar
    assert "DTEND;VALUE=DATE:20240508" in calendar
    assert "not in the calendar" in told


@pytest.mark.shared
def test_seed_who_will_not_be_there(seed: Run) -> None:
    (entry,) = json.loads(seed("agenda", "--absent", "--format", "json")[1])
    event = entry["event"]
    stays = {one["name"] for one in event["participants"] if one["part"] == "not_attending"}
    assert stays == {"روسيا", "جورجيا", "اوكرانيا"}
    assert all(one["reason"] for one in event["participants"] if one["part"] == "not_attending")
    assert (event["when"], event["when_reason"]) == (None, "not_stated")


# -- the fact-checker


def test_a_quotation_with_other_words_is_found_with_both_pages(run: Run) -> None:
    status, shown, _ = run("check", "لن نرفع الرسوم هذا العام وسنبحث مع صيادي السمك مطالبهم")
    assert status == 0
    assert "2024-03-04" in shown
    assert "2024-03-05" in shown
    assert saying(run, "وسوف نبحث")["id"] in shown
    assert run("check", "الميناء سيغلق إلى الأبد في كل شتاء")[0] == 1


@pytest.mark.parametrize("typed", ["الحدّاد", "رسوم", "للصيادين", "٩ شباط", "مدعوه", "الرّسـوم", "للرسوم"])
def test_spellings_find_the_same(run: Run, typed: str) -> None:
    assert found(run, typed)
    assert all(one["highlights"] for one in found(run, typed))


@pytest.mark.parametrize(
    "typed",
    ["", "-x", "🙂", '"', "*", "(", "AND", "NOT", "a:b [x TO y] ^2", "\x00", "كلمة " * 10_000, " ".join(map(str, range(5_000)))],
)
def test_whatever_is_typed_is_answered(run: Run, typed: str) -> None:
    assert run("search", "--", typed)[0] in (0, 1)
    assert run("who", "--", typed)[0] in (0, 1, 2)
    assert run("check", "--", typed)[0] in (0, 1, 2)


def test_a_day_that_is_none_is_told(run: Run) -> None:
    status, _, told = run("search", "--said-from", "2024-13")
    assert status == 2
    assert "2024-13" in told


def test_two_names_of_which_one_is_nobody(run: Run) -> None:
    status, shown, _ = run("timeline", "وردان", "شركة النهر")
    assert status == 1
    assert "No page of this library names it." in shown


# -- evidence, checked elsewhere


def test_an_evidence_file_is_checked_without_the_library(run: Run, folder: Path) -> None:
    packed = folder / "claim.qawl.zip"
    assert run("pack", saying(run, "غير مدعوة")["id"], "--out", str(packed))[0] == 0
    shutil.rmtree(folder / "lib")
    assert run("verify", str(packed))[0] == 0
    data = bytearray(packed.read_bytes())
    data[len(data) // 2] ^= 1
    (folder / "bent.qawl.zip").write_bytes(data)
    status, shown, _ = run("verify", str(packed), str(folder / "bent.qawl.zip"))
    assert status == 1
    assert "bent.qawl.zip: " in shown.splitlines()[0]  # which of the two


@pytest.mark.shared
def test_seed_evidence_of_who_stays_away(seed: Run, folder: Path) -> None:
    (one,) = [one for one in found(seed, "جورجيا") if one["cue"]["text"] == "قال"]
    assert seed("pack", one["id"], "--out", str(folder / "s08.qawl.zip"))[0] == 0
    assert seed("verify", str(folder / "s08.qawl.zip"))[0] == 0


# -- the editor: a correction survives


def test_a_correction_survives_reading_anew(run: Run, folder: Path) -> None:
    fixed, rejected = saying(run, "وسنبحث"), saying(run, "غير مدعوة")
    assert run("decide", fixed["id"], "fix", "speaker=منير الشامي", "--who", "ليلى", "--why", "heard it")[0] == 0
    assert run("decide", rejected["id"], "reject", "--who", "ليلى")[0] == 0
    assert run("reread", "--all")[0] == 0
    assert saying(run, "وسنبحث")["speaker"]["name"] == "منير الشامي"
    assert not found(run, "مدعوة")
    assert "heard it" in run("decisions")[1]
    assert run("decisions", "--export", str(folder / "decisions.jsonl"))[0] == 0
    assert run("add", str(folder / "pages.jsonl"), library="elsewhere")[0] == 0
    assert run("decisions", "--import", str(folder / "decisions.jsonl"), library="elsewhere")[0] == 0
    with Library(folder / "elsewhere") as library:
        speakers = {row.text: row.speaker for row in library.rows("statements")}  # type: ignore[attr-defined]
    assert speakers["لن نرفع الرسوم هذا العام، وسنبحث مع الصيادين مطالبهم"] == "منير الشامي"
    assert run("verify")[0] == 0


def test_a_page_that_changed_under_its_name_is_another_page(run: Run, folder: Path) -> None:
    page = folder / "page.txt"
    for text in ("قالت البلدية إن الجسر سيفتح يوم الأحد.", "قالت البلدية إن الجسر لن يفتح يوم الأحد."):
        page.write_text(text, "utf-8")
        assert run("add", str(page), library="city")[0] == 0
    with Library(folder / "city") as library:
        assert library.count("pages") == 2
        assert len({source.capture for source in library.sources()}) == 2


def test_the_same_page_under_two_names_is_read_once(run: Run, folder: Path) -> None:
    for name in ("one.txt", "صفحة أخرى 😀.txt"):
        (folder / name).write_text("قالت البلدية إن الجسر سيفتح يوم الأحد.", "utf-8")
        assert run("add", str(folder / name), library="city")[0] == 0
    with Library(folder / "city") as library:
        assert (library.count("pages"), len(list(library.sources()))) == (1, 2)


# -- the researcher: tables


def test_tables_open_elsewhere_with_their_codebook(run: Run, folder: Path) -> None:
    assert run("export", "--table", "all", "--out", str(folder / "tables"))[0] == 0
    assert {path.stem for path in (folder / "tables").glob("*.csv")} >= set(TABLES)
    with (folder / "tables/statements.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with Library(folder / "lib") as library:
        assert len(rows) == library.count("statements")
    assert run("export", "--speaker", "الحداد", "--out", str(folder / "hers.csv"))[0] == 0
    assert len((folder / "hers.csv").read_text("utf-8").splitlines()) - 1 == len([r for r in rows if "الحداد" in r["speaker"]])


# -- whoever asks to be gone


def test_a_person_is_gone_from_everything_and_stays_so(run: Run, folder: Path) -> None:
    assert run("suppress", "--person", "سلمى الحداد", "--who", "مكتب", "--why", "asked")[0] == 0
    assert not found(run, "الرسوم")
    assert run("who", "سلمى الحداد")[0] == 1
    assert "الحداد" not in run("brief", "--since", "2024-01-01", "--format", "table")[1]
    for table in TABLES:
        assert "الحداد" not in run("export", "--table", table)[1], table
    later = PAGES[1] | {"id": "later", "text": PAGES[1]["text"] + " وقالت البلدية إن الجسر سيفتح."}
    write_pages(folder / "later.jsonl", [later, PAGES[0]])
    assert run("add", str(folder / "later.jsonl"))[0] == 0
    assert not found(run, "الرسوم")
    assert "asked" in run("decisions")[1]
    assert run("restore", "--person", "سلمى الحداد", "--who", "مكتب")[0] == 0
    assert found(run, "الرسوم")
    assert run("verify")[0] == 0


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_name_that_nobody_has_is_told(run: Run, lang: str) -> None:
    status, _, told = run("suppress", "--person", "سلمي الحدداد", "--who", "مكتب", "--lang", lang)
    assert status == 0
    assert told  # it may be misspelt, and the person would still be there
    assert found(run, "الرسوم")


# -- nothing there yet


def test_an_empty_library_answers_everything(run: Run, folder: Path) -> None:
    (folder / "empty.jsonl").write_bytes(b"")
    assert run("add", str(folder / "empty.jsonl"), library="none")[0] == 2
    for words, status in (
        (["search", "كلمة"], 1),
        (["check", "كلمة"], 1),
        (["who", "سلمى"], 1),
        (["timeline", "سلمى", "عادل"], 1),
        (["agenda"], 0),
        (["agenda", "--ics"], 0),
        (["brief", "--since", "2024-01-01"], 0),
        (["sources"], 0),
        (["decisions"], 0),
        (["export"], 0),
        (["verify"], 0),
        (["reread"], 0),
    ):
        assert run(*words, library="none")[0] == status, words
