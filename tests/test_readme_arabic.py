"""README.ar.md beside README.md: the same commands and figures, and a link from each to the other."""

from __future__ import annotations

import re

import pytest
from test_docs import ROOT, code_blocks

ENGLISH, ARABIC = ROOT / "README.md", ROOT / "README.ar.md"
SHOWN = re.compile(r"<!-- shown: (\w+) -->\n+```\w*\n(.*?)\n```", re.DOTALL)
COMMENT = re.compile(r" {2,}\S.*| {2,}# .*| # .*")


def commands(page: object) -> list[str]:
    """The commands that a page shows, without what is said beside them."""
    lines = [line for kind, body in code_blocks(page) if not kind for line in body.splitlines()]  # type: ignore[arg-type]
    return [COMMENT.sub("", line).rstrip() for line in lines if re.match(r"qawl |make |python|export |cat ", line)]


def test_both_show_the_same_commands() -> None:
    assert commands(ARABIC) == commands(ENGLISH)
    assert len(commands(ARABIC)) > 30


def test_both_show_what_the_program_prints() -> None:
    english, arabic = (dict(SHOWN.findall(page.read_text("utf-8"))) for page in (ENGLISH, ARABIC))
    assert english == arabic
    assert set(arabic) == {"statement", "golden", "development"}


def test_each_leads_to_the_other() -> None:
    assert "(README.ar.md)" in ENGLISH.read_text("utf-8")
    assert "(README.md)" in ARABIC.read_text("utf-8")


@pytest.mark.parametrize("heading", ["## ما السجل", "## التثبيت", "## الاستعمال", "## الدقة", "## الخصوصية والحدود", "## الرخصة"])
def test_the_arabic_one_is_whole(heading: str) -> None:
    assert heading in ARABIC.read_text("utf-8")


def test_what_runs_from_left_to_right_says_so() -> None:
    """The page runs from right to left, and code and figures would too."""
    text = ARABIC.read_text("utf-8")
    opened = [match.start() for match in re.finditer(r"^```\w*\n", text, re.MULTILINE)][::2]
    for place in opened:
        before = text[:place]
        assert before.rindex('<div dir="ltr">') > before.rindex("</div>") if "</div>" in before else True
