"""Why a statement's fields are what they are: sentences in both languages, which rest on words of the page."""

from __future__ import annotations

import re

import pytest
from test_cases import rules

import qawl
from qawl.model import Record, Statement
from qawl.show.strings import LANGS, strings
from qawl.show.why import reasons

TEXT = "\n".join(
    (
        "وقال وزير الموانئ سالم الحداد يوم 4 مارس إن الرصيف الجديد سيفتح في الربيع.",
        "وأضاف أن العمال لن يدفعوا ثمن التأخير.",
        "وأشار الحداد إلى أن السفن ستعود قريبا.",
        "وحسب قوله «تريد النقابة أن يبقى المرفأ القديم مفتوحا».",
        "وأكد الوزير لوكالة السهل أن الرسوم لن ترتفع أمس.",
        "وقيل إن الطريق سيغلق.",
    )
)
RECORD = qawl.read(TEXT, kind="text", published="2024-03-05")


def said(words: str, record: Record = RECORD) -> Statement:
    (found,) = [one for one in record.statements if words in one.content[0].text]
    return found


def told(words: str, field: str, lang: str = "en") -> str:
    sentences = reasons(RECORD, said(words), lang)[field]  # type: ignore[arg-type]
    return re.sub("[\u2068\u2069]", "", " ".join(one.text for one in sentences))


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("الربيع", ("beside “قال”", "line 1")),
        ("ثمن التأخير", ("“أضاف” names no subject", "last speaker, سالم الحداد", "line 1", "“سالم الحداد”")),
        ("ستعود", ("a part of the name", "“الحداد”", "سالم الحداد")),
        ("مفتوحا", ("a pronoun", "سالم الحداد", "line 3")),
        ("لن ترتفع", ("an office", "“الوزير”", "سالم الحداد")),
        ("سيغلق", ("does not say",)),
    ],
)
def test_the_way_to_the_speaker_is_told(words: str, parts: tuple[str, ...]) -> None:
    sentence = told(words, "speaker")
    assert [part for part in parts if part not in sentence] == [], sentence


def test_the_way_is_told_in_arabic_too() -> None:
    assert told("ثمن التأخير", "speaker", "ar") == (
        "«أضاف» بلا فاعل ظاهر، فهو يتبع آخر قائل: سالم الحداد، وآخر ذكر له في السطر 1 («سالم الحداد»)"
    )


def test_a_day_without_a_year_says_so_and_a_day_that_goes_on_says_from_where() -> None:
    first = qawl.read(TEXT, kind="text")
    (stated, *_) = reasons(first, said("الربيع", first), "en")["said_on"]
    assert "يوم 4 مارس" in stated.text
    assert stated.line == 1
    assert any("no year" in one.text for one in reasons(first, said("الربيع", first), "en")["said_on"])
    assert "statement before" in told("ثمن التأخير", "said_on")


def test_what_is_unknown_has_its_reason() -> None:
    assert "nobody who was told" in told("الربيع", "said_to")
    assert "وكالة السهل" in told("لن ترتفع", "said_to")
    assert "draft" in told("سيغلق", "band")


@pytest.mark.parametrize("lang", LANGS)
def test_every_field_of_every_statement_has_whole_sentences(lang: str) -> None:
    for statement in RECORD.statements:
        for field, sentences in reasons(RECORD, statement, lang).items():  # type: ignore[arg-type]
            assert sentences or field == "flags", field
            for one in sentences:
                assert "{" not in one.text
                assert 0 <= one.line <= TEXT.count("\n") + 1


def test_every_rule_is_told_in_words() -> None:
    assert {f"rule.{name}" for name in rules() - {"turn"}} | {"rule.call"} <= set(strings())
