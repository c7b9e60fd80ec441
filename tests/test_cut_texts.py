"""A text that begins or ends anywhere, or has marks where none belong, is read: nothing fails, and every span is what it says."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

import qawl
from bench.marks import GoldPage, golden_pages
from qawl.model import Record, Unreadable

PAGES = golden_pages()
MARKS = '«»"()،.:؟- \n'
STEP = 37


def pieces(text: str) -> Iterator[str]:
    """Beginnings, ends and windows of a text, and its windows with stray marks, the same at each run."""
    chance = random.Random(len(text))
    for cut in range(STEP, len(text), STEP):
        yield text[:cut]
        yield text[-cut:]
        window = text[cut : cut + 400]
        yield window
        letters = list(window)
        for _ in range(len(letters) // 12):
            letters[chance.randrange(len(letters))] = chance.choice(MARKS)
        yield "".join(letters)


def spans(record: Record) -> Iterator[tuple[str, str]]:
    """Each span of a record with the piece of the text at its place."""
    text = record.document.text
    for statement in record.statements:
        for span in (statement.cue, statement.source, *statement.content):
            if span is not None:
                yield span.text, text[span.start : span.end]


@pytest.mark.parametrize("page", PAGES, ids=[page.id for page in PAGES])
def test_a_cut_text_is_read(page: GoldPage) -> None:
    for piece in pieces(page.text):
        try:
            record = qawl.read(piece, kind="text", published=page.published)
        except Unreadable:
            continue
        assert all(said == there and said for said, there in spans(record))


def test_a_name_that_is_cut_behind_a_word_for_a_house_is_read() -> None:
    record = qawl.read('وصل يحيى آل ف" إلى القرية. وقال سالم الكندي إن الطريق مغلق منذ يومين.', kind="text")
    assert [statement.speaker.name for statement in record.statements if statement.speaker] == ["سالم الكندي"]


@pytest.mark.parametrize(
    "text",
    [
        "عقد حزب الوفاق مؤتمره",
        "شرع الوفد في زيارته",
        "شرح ما جرى بعد لقائهما",
        "ستزوره اللجنة التي سيلتقون",
        "عقد اللقاء في خان كبير",
        "ليس الجسر مغلقا كما زعم التاجر)",
        "أعلن المجلس أسماء الفائزين:",
        "وصل الطبيب إلى القرية",
        "الشيخ رائد صلاح: سيد ",
    ],
)
def test_a_text_that_breaks_off_behind_a_word_that_leads_on_is_read(text: str) -> None:
    words = text.split(" ")
    assert all(qawl.read(" ".join(words[:count]), kind="text").document for count in range(2, len(words) + 1))


@pytest.mark.parametrize("text", ["فنحن وفقا لما صرح ل", "وفقا لما صرحه ل", "بحسب ما ذكر ب"])
def test_an_according_phrase_that_breaks_off_names_nobody(text: str) -> None:
    assert all(statement.speaker is None for statement in qawl.read(text, kind="text").statements)
