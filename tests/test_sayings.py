"""One saying in several pages: what is joined, what never is, and where it appears."""

from __future__ import annotations

from collections.abc import Iterator
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
