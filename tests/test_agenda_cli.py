"""The command `qawl agenda`: the encounters of pages by date."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from example_record import example_document, example_events, example_record

from qawl import cli
from qawl.model import Event, Failure, Record, failure
from qawl.show.agenda import in_order, show_agenda, when_order
from qawl.show.entries import Entry, entries_of
from qawl.show.look import Look

RECORD = example_record()


def entry(when: str | None, page: str = "a.html") -> Entry:
    event = msgspec.structs.replace(example_events()[0], when=when)
    return Entry(page=page, url=None, outlet="جريدة الضفة", event=event)


def shown(entries: list[Entry], **look: Any) -> str:
    return b"".join(show_agenda(entries, Look(**look))).decode()


def plain(text: str) -> str:
    return " ".join(re.sub("[\u200e\u200f\u2068\u2069]", "", text).split())


# -- order


def test_the_dated_come_first_then_those_without_a_year_then_the_undated() -> None:
    days = ["2024-03", "2024-03-09/2024-03-11", "2024-03-10", "2025", "--02-02", None]
    mixed = [entry(when) for when in (None, "2025", "--02-02", "2024-03-10", "2024-03", "2024-03-09/2024-03-11")]
    assert [one.event.when for one in in_order(mixed)] == days


def test_those_of_one_day_stay_in_the_order_of_their_pages() -> None:
    mixed = [entry("2024", "b"), entry(None, "c"), entry("2024", "a"), entry(None, "b")]
    assert [one.page for one in in_order(mixed)] == ["b", "a", "c", "b"]
    assert when_order(None) > when_order("--12-31") > when_order("2999")


def test_an_entry_knows_the_page_that_tells_it() -> None:
    document = msgspec.structs.replace(example_document(), url="https://example.org/a", canonical_url="https://example.org/b")
    found = entries_of(msgspec.structs.replace(RECORD, document=document))
    assert [(one.page, one.url, one.outlet) for one in found] == [("sadd.html", "https://example.org/b", "جريدة الضفة")] * 2
    assert tuple(one.event for one in found) == RECORD.events


# -- forms


def test_the_table_says_who_comes_who_stays_away_who_says_so_and_why() -> None:
    text = plain(shown(in_order(entries_of(RECORD)), width=300))
    for words in (
        "2024-03-09 – 2024-03-11 visit chairs: ريم القصبي جريدة الضفة (its own voice)",
        "announced للقاء أهالي القرى attends: وفد (12), المعارضة sadd.html",
        "where: الرملة",
        "stays away: سامر الدلعوني · according to: ريم القصبي · why: المجلس لم يدعه",
        "unknown (the page does not say) meeting ريم القصبي",
        "postponed why: لا تصدق ذلك",
    ):
        assert words in text


def test_the_table_speaks_arabic() -> None:
    text = plain(shown(in_order(entries_of(RECORD)), width=300, lang="ar"))
    assert "يغيب: سامر الدلعوني · بحسب: ريم القصبي · السبب: المجلس لم يدعه" in text
    assert plain(shown([], lang="ar")) == "لم يُعثر على لقاءات."


def test_json_is_an_array_and_jsonl_an_object_a_line() -> None:
    entries = list(entries_of(RECORD))
    array = json.loads(shown(entries, format="json"))
    lines = [json.loads(line) for line in shown(entries, format="jsonl").splitlines()]
    assert array == lines
    assert list(array[0]) == ["page", "url", "outlet", "event"]
    assert msgspec.convert(array[0]["event"], Event) == RECORD.events[0]
    assert json.loads(shown([], format="json")) == []
    assert shown([], format="jsonl") == ""


# -- the command


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two pages that tell encounters and one that cannot be read."""

    def read(page: Any) -> Record | Failure:
        if page.id == "gone.txt":
            return failure(page.id, None, "missing", "there is no such file")
        return msgspec.structs.replace(RECORD, document=msgspec.structs.replace(RECORD.document, id=page.id))

    monkeypatch.setattr("qawl.engine.many.read_safely", read)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("نص", "utf-8")
    return [str(tmp_path / name) for name in ("a.txt", "b.txt", "gone.txt")]


def test_the_encounters_of_all_pages_are_one_list(pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "agenda.jsonl"
    assert cli.main(["agenda", *pages[:2], "--format", "jsonl", "--out", str(out)]) == 0
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [(line["event"]["when"], line["page"]) for line in lines] == [
        ("2024-03-09/2024-03-11", "a.txt"),
        ("2024-03-09/2024-03-11", "b.txt"),
        (None, "a.txt"),
        (None, "b.txt"),
    ]
    assert capsys.readouterr().err == ""


def test_a_page_that_cannot_be_read_is_told_and_stops_no_other(
    pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "agenda.json"
    assert cli.main(["agenda", *pages, "--format", "json", "--out", str(out)]) == 1
    assert len(json.loads(out.read_text("utf-8"))) == 4
    assert "gone.txt" in capsys.readouterr().err
    assert cli.main(["agenda", pages[2], "--out", str(out)]) == 2


def test_without_pages_it_is_said_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["agenda"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("qawl: no pages are given and there is no library here; name files")
    assert "--library" in told


def test_it_is_said_in_arabic_where_that_is_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["agenda", "--lang", "ar"]) == 2
    assert "لم تُعطَ صفحات" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["x", "--format", "html"], ["x", "--lang", "fr"], ["x", "--workers", "0"]])
def test_wrong_arguments_are_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["agenda", *arguments])
    assert ended.value.code == 2
    assert "usage: qawl agenda" in capsys.readouterr().err
