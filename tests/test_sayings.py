"""One saying in several pages: what is joined, what never is, and where it appears."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from qawl.library import Library
from qawl.library.where import moment_of
from qawl.model import Page


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "sayings.library", create=True) as library:
        yield library


def add(library: Library, *pages: tuple[str, str, str]) -> None:
    """Pages of day, outlet and text, each under its number."""
    made = [Page(id=f"{day} {outlet}", source=text, kind="text", outlet=outlet, published=day) for day, outlet, text in pages]
    assert all(added.outcome == "added" for added in library.add(made))


def test_a_saying_of_one_page_has_one_appearance(library: Library) -> None:
    add(library, ("2024-05-01", "الجسر", "قال الوزير سامي الراوي إن الميناء سيفتح يوم الأحد."))
    (row,) = library.rows("statements")
    (only,) = library.appearances(row.saying)  # type: ignore[attr-defined]
    assert (only.first, only.differences, only.page.outlet, only.statement.id) == (True, (), "الجسر", row.id)  # type: ignore[attr-defined]


def test_an_unknown_saying_has_no_appearances(library: Library) -> None:
    assert library.appearances("0" * 16) == []


def test_moments_of_several_zones_stand_in_order() -> None:
    times = ["2024-05-01T09:00:00+03:00", "2024-05-01T07:00:00Z", "2024-05-01", "2024-05-02T00:30:00+03:00", "2024-05-02"]
    assert sorted(times, key=moment_of) == [times[0], times[1], times[3], times[2], times[4]]


def sayings(library: Library) -> dict[str, list[str]]:
    """Saying -> the days and outlets of the pages that report it, in the order in which they came."""
    found: dict[str, list[str]] = {}
    for page, saying in library.store.connection.execute(
        "SELECT p.document, f.saying FROM statements f JOIN pages p USING (page) ORDER BY f.row"
    ):
        found.setdefault(saying, []).append(page)
    return found


CLAIM = ("2024-05-01", "الجسر", "قال الوزير سامي الراوي إن الميناء الجديد سيستقبل السفن الكبيرة قبل نهاية العام.")
AGAIN = ("2024-05-01", "المرفأ", "أكد الوزير سامي الراوي أن السفن الكبيرة ستدخل المرفأ الجديد قبل انقضاء السنة.")
DENIAL = ("2024-05-02", "الجسر", "قال الوزير سامي الراوي إن الميناء الجديد لن يستقبل السفن الكبيرة قبل نهاية العام.")
DENIED = ("2024-05-02", "النهر", "نفى الوزير سامي الراوي أن يكون الميناء الجديد سيستقبل السفن الكبيرة قبل نهاية العام.")
OTHERS = (
    ("2024-05-01", "النهر", "قالت المديرة هند الكندي إن الميناء الجديد سيستقبل السفن الكبيرة قبل نهاية العام."),
    ("2024-05-01", "البئر", "قال الوزير سامي الراوي إن رسوم الرسو ستبقى على حالها."),
    ("2024-05-02", "السهل", "قال الوزير سامي الراوي إن المطار الجديد سيستقبل السفن الكبيرة قبل نهاية العام."),
    ("2024-07-09", "البئر", "صباح الثلاثاء: قال الوزير سامي الراوي إن الميناء الجديد سيستقبل السفن الكبيرة قبل نهاية العام."),
)


def test_other_words_are_one_saying(library: Library) -> None:
    add(library, CLAIM, AGAIN)
    assert list(sayings(library).values()) == [["2024-05-01 الجسر", "2024-05-01 المرفأ"]]


@pytest.mark.parametrize("other", [DENIAL, DENIED, *OTHERS])
def test_what_only_sounds_alike_stays_apart(library: Library, other: tuple[str, str, str]) -> None:
    add(library, CLAIM, other)
    assert len(sayings(library)) == 2


@pytest.mark.parametrize("pages", list(permutations((CLAIM, AGAIN, DENIAL, DENIED))))
def test_a_claim_and_its_denial_are_never_one(library: Library, pages: tuple[tuple[str, str, str], ...]) -> None:
    add(library, *pages)
    claims, denials = ({f"{day} {outlet}" for day, outlet, _ in some} for some in ((CLAIM, AGAIN), (DENIAL, DENIED)))
    assert all(not (claims & set(found) and denials & set(found)) for found in sayings(library).values())
