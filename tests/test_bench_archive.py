"""The invented crawl is what it says, and the benchmark of archives sees what was made; nothing here is timed."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.archive import Crawl, in_turn, walk
from bench.crawl import FAULTS, MAKERS, SHARES, Press, crawl
from qawl.model import Page, Record
from qawl.pages.language import may_be_arabic
from qawl.reading import read_or_fail


def test_the_crawl_is_the_same_every_time_and_mixed_as_it_is_told() -> None:
    made = list(crawl(200))
    assert made == list(crawl(200))
    counts = Counter(one.what for one in made)
    assert set(counts) == set(SHARES)
    assert counts["arabic"] == 200 * SHARES["arabic"] // 1000
    assert all(one.page in gzip.decompress(one.data) for one in made if one.page)


def test_arabic_pages_can_be_read_and_others_are_seen_to_be_others() -> None:
    press = Press()
    assert all(isinstance(read_or_fail(Page(source=page)), Record) for page in press.arabic(2))
    assert not may_be_arabic(press.foreign(press.persian_text, "fa"))
    assert not may_be_arabic(press.foreign(press.foreign_text, "en"))
    abroad = press.abroad()
    assert may_be_arabic(abroad)
    assert not isinstance(read_or_fail(Page(source=abroad)), Record)


def test_there_is_a_maker_for_all_that_is_in_the_crawl() -> None:
    assert {*MAKERS, "arabic", "broken"} == set(SHARES)


def test_what_was_made_is_what_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = Crawl(tmp_path, 1000 * len(FAULTS) // SHARES["broken"])
    walk(made)
    assert made.as_made
    assert made.made["broken"] >= len(FAULTS) - 1
    assert "MISSED" not in capsys.readouterr().out


def test_pages_are_taken_in_turn() -> None:
    order: list[str] = []

    def pages(name: str) -> Iterator[bool]:
        return (order.append(name) is None for _ in range(120))

    in_turn(pages("a"), pages("b"))
    assert "".join(order).startswith("a" * 50 + "b" * 100 + "a" * 50)
    assert Counter(order) == {"a": 120, "b": 120}
