"""Line ends that end nothing."""

from __future__ import annotations

import textwrap

import pytest

from qawl.arabic.lines import soft_ends
from qawl.arabic.passage import Passage
from qawl.arabic.reporting.statements import find_statements

REPORT = (
    "قال مدير الميناء سالم الكندي في مؤتمر صحفي عقده أمس إن الرصيف الجديد سيفتح في الربيع المقبل وإن العمل فيه بدأ قبل "
    "عامين بتمويل من الحكومة، مشيرا إلى أن السفن الكبيرة سترسو فيه للمرة الأولى منذ بنائه. وأضاف أن عدد العمال تضاعف."
)


def contents(text: str) -> list[str]:
    passage = Passage(text)
    found = find_statements(passage)
    return [" ".join(passage.tokens.surface(*span).split()) for finding in found for span in finding.content]


@pytest.mark.parametrize("width", [45, 60, 80, 100])
def test_a_text_reads_the_same_at_any_width(width: int) -> None:
    wrapped = "\n".join(textwrap.wrap(f"{REPORT} {REPORT}", width))
    assert contents(wrapped) == contents(f"{REPORT} {REPORT}")


def test_the_short_last_line_of_a_paragraph_ends_it() -> None:
    first, second = "\n".join(textwrap.wrap(REPORT, 60)), "\n".join(textwrap.wrap(f"وصل الوفد، {REPORT}", 60))
    text = f"{first}\n{second}"
    soft = soft_ends(text, 0, len(text))
    assert len(first) not in soft
    assert len(soft) == text.count("\n") - 1


def test_a_headline_over_a_wrapped_text_is_no_part_of_it() -> None:
    headline = "الرصيف الجديد في ميناء الساحل يفتح أبوابه للسفن الكبيرة في الربيع المقبل"
    text = f"{headline}\n" + "\n".join(textwrap.wrap(REPORT, 60))
    assert len(headline) not in soft_ends(text, 0, len(text))


def test_paragraphs_of_one_line_each_are_no_wrapped_text() -> None:
    text = "\n".join(["وصل الوفد إلى المدينة صباحا", "زار الوفد الميناء والسوق والمتحف ثم عاد إلى الفندق"] * 4)
    assert soft_ends(text, 0, len(text)) == frozenset()
