"""What a library tells part by part, for those who must not hold it long, and by bands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from qawl.library import Library
from qawl.library.asking.agenda import Wanted
from qawl.model import Page

TEXTS = (
    "قال وزير الموانئ سالم الحداد إن الميناء الجديد سيفتح في الربيع. ودعا الحداد إلى فتح الرصيف القديم.\n\n"
    "وأعلن الحداد أن وفد النقابة لن يحضر الاجتماع المقرر في صفاقس يوم 14 مارس 2024 لأن الدعوة وصلت متأخرة.",
    "قالت رئيسة البلدية ليلى الكندي إنها ستزور تونس يوم 20 مارس 2024. وأضافت أن الرصيف جاهز.",
    "أكد مدير المتحف رامي الفهري أن المعرض سيفتح في الصيف. وتابع أن الزوار سيدخلون مجانا.",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    pages = [Page(id=f"{number}", source=text, published=f"2024-03-0{number + 1}") for number, text in enumerate(TEXTS)]
    with Library(tmp_path_factory.mktemp("parts") / "news.library", create=True) as made:
        assert all(one.outcome == "added" for one in made.add(pages))
        yield made


def walked(stretch: Callable[[Any], tuple[list[Any], Any]], start: Any) -> list[Any]:
    found, place = [], start
    while place is not None:
        lines, place = stretch(place)
        found += lines
    return found


def test_lines_by_stretches_are_all_lines(library: Library) -> None:
    whole = list(library.search_lines(""))
    assert walked(lambda after: library.next_lines("", after), -1) == whole
    assert len(whole) > 3
    assert walked(lambda after: library.some_lines("statements", after, 1), 0) == list(library.lines("statements"))


def test_encounters_by_ids_are_those_of_the_agenda(library: Library) -> None:
    for wanted in (Wanted(), Wanted(absent=True), Wanted(since="2024-03-20")):
        ids = library.encounters(wanted)
        found = [course for id in ids for course in library.courses([id], wanted)]
        assert found == library.agenda(wanted)
        assert found


def test_statements_are_told_by_bands(library: Library) -> None:
    every = library.who("سالم الحداد")
    drafts, others = (library.who("سالم الحداد", bands=bands) for bands in (("draft",), ("publish", "check")))
    assert {one.statement.band for one in drafts.said} == {"draft"}
    assert drafts.counts["said"] + others.counts["said"] == every.counts["said"] == len(every.said)
    told = {bands: library.brief("2000-01-01", bands=bands).speakers for bands in ((), ("draft",), ("publish", "check"))}
    sizes = {bands: sum(len(one.statements) for one in speakers) for bands, speakers in told.items()}
    assert sizes[()] == sizes[("draft",)] + sizes[("publish", "check")] > sizes[("draft",)] > 0


def test_a_revision_stands_while_nothing_changes(library: Library) -> None:
    before = library.revision()
    library.search("الميناء")
    assert library.revision() == before
    (first, *_) = library.search("الميناء").answers
    library.decide(f"{first.row.capture}:{first.row.id}", "unsure", who="نادية")
    assert library.revision() != before
