"""The page it all grew from, as marked in the shared data: who says what there, and what no reader may get wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import qawl
from qawl.model import Page, Record, Statement
from qawl.reading import read_page

pytestmark = pytest.mark.shared

SPEAKER = "جيمس اباتوري"
CHROME = ("مباشر", "تابعوا RT على", "هذا الموقع يستخدم")


@pytest.fixture
def text(shared: Path) -> str:
    return (shared / "seed" / "page.txt").read_bytes().decode()


@pytest.fixture
def marks(shared: Path) -> list[dict[str, Any]]:
    line = (shared / "seed" / "gold.jsonl").read_text(encoding="utf-8").splitlines()[0]
    statements: list[dict[str, Any]] = json.loads(line)["gold"]["statements"]
    return statements


@pytest.fixture
def record(text: str) -> Record:
    return qawl.read(text, kind="text")


def plain(words: str) -> str:
    """The words with one space between them: the marks do not keep the page's other white space."""
    return " ".join(words.split())


def as_told(statement: Statement) -> tuple[str, str | None, str | None, tuple[str, ...]]:
    cue = statement.cue.text if statement.cue else None
    return (
        statement.kind,
        statement.speaker and statement.speaker.name,
        cue,
        tuple(map(plain, (piece.text for piece in statement.content))),
    )


def test_every_statement_stands_there_and_none_besides(record: Record, marks: list[dict[str, Any]]) -> None:
    wanted = [(mark["kind"], mark["speaker"], mark["cue"], tuple(map(plain, mark["content"]))) for mark in marks]
    assert [as_told(statement) for statement in record.statements] == wanted


def test_nothing_is_said_by_chrome_x01(record: Record) -> None:
    silent = [part for part in record.document.parts if part.role == "chrome"]
    assert [record.document.text[part.start : part.end][:18].startswith(CHROME) for part in silent] == [True] * 3
    spans = [span for statement in record.statements for span in (*statement.content, statement.cue, statement.source) if span]
    assert not any(part.start < span.end and span.start < part.end for part in silent for span in spans)


def test_what_the_lead_says_too_counts_once_x02(record: Record) -> None:
    by_id = {statement.id: statement for statement in record.statements}
    again = [statement for statement in record.statements if statement.repeats]
    assert len(record.statements) - len(again) == 14
    pairs = [(by_id[it.repeats or ""], it) for it in again]
    assert [(first.kind, first.cue and first.cue.text) for first, _ in pairs] == [("indirect", "صرح"), ("direct", "حسب قوله")]
    assert all(first.content[0].end < later.content[0].start for first, later in pairs)


def test_quotations_are_paired_as_they_stand_x03(record: Record, text: str) -> None:
    quoted = [statement for statement in record.statements if statement.kind == "direct"]
    for statement in quoted:
        (piece,) = statement.content
        assert text[: piece.start].rstrip().endswith('"')
        assert text[piece.end :].lstrip().startswith('"')
    assert not any("حكماء" in piece.text and len(piece.text) < 20 for it in record.statements for piece in it.content)


def test_the_headline_is_no_direct_quotation_x04(record: Record) -> None:
    headline = record.statements[0]
    assert (headline.kind, headline.speaker and headline.speaker.form) == ("indirect", "headline")


def test_one_man_says_all_of_it_x05(record: Record) -> None:
    assert {statement.speaker and statement.speaker.name for statement in record.statements[1:]} == {SPEAKER}


def test_who_goes_on_speaks_on_the_day_that_was_told(record: Record) -> None:
    days = [statement.said_on and (statement.said_on.value, statement.said_on.source) for statement in record.statements]
    sources = ["explicit", "inherited", "explicit", *["inherited"] * 12]
    assert days == [None, *(("--02-02", source) for source in sources)]


def test_nobody_is_told_or_relays_x10(record: Record) -> None:
    assert {(statement.said_to, statement.via) for statement in record.statements} == {(None, None)}


def test_no_year_is_made_up_x07(record: Record) -> None:
    assert [date.value for date in record.dates] == ["--02-02", "--02-02", "--02-09/--02-11"]
    assert record.document.published is None


def test_a_known_day_gives_the_year_and_says_so(text: str) -> None:
    dated = read_page(Page(source=text, kind="text", published="2010-02-02"))
    assert [date.value for date in dated.dates] == ["2010-02-02", "2010-02-02", "2010-02-09/2010-02-11"]
    assert all(date.anchor for date in dated.dates)


def test_spelling_stays_as_it_stands_x21(record: Record) -> None:
    assert any("جكماء" in piece.text for statement in record.statements for piece in statement.content)


def test_nothing_claims_to_be_verbatim_x22(record: Record) -> None:
    assert b"verbatim" not in record.to_json()


def test_every_span_slices_to_its_words_x24(record: Record, text: str) -> None:
    assert record.document.text == text
    spans = [span for it in record.statements for span in (*it.content, it.cue, it.source) if span]
    spans += [span for person in record.people for span in (*person.mentions, *person.roles)]
    assert all(text[span.start : span.end] == span.text for span in [*spans, *record.dates])
