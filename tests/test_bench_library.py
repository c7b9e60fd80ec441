"""The benchmark of the library measures what it says; how fast anything is, is no test's business."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench.library import QUERIES, answer_plainly, make, plain_table, queries
from bench.newsroom import STATEMENTS, records, stories
from qawl.library import Library
from qawl.model import Span


def test_invented_records_slice_their_text_and_are_the_same_every_time() -> None:
    made = list(records(3))
    assert made == list(records(3))
    for record in made:
        assert len(record.statements) == STATEMENTS
        spans: list[Span] = [piece for one in record.statements for piece in (*one.content, one.source, one.cue) if piece]
        spans += [mention for person in record.people for mention in person.mentions]
        assert all(record.document.text[span.start : span.end] == span.text for span in spans)


def test_stories_differ() -> None:
    assert len({story.text for story in stories(20)}) == 20


def test_queries_are_of_the_kinds_that_are_told() -> None:
    asked = list(queries())
    assert Counter(name for name, _ in asked) == {"frequent word": QUERIES // 2, "two words": QUERIES // 4, "filters": QUERIES // 4}


def test_the_library_and_the_plain_table_hold_the_same_statements(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(tmp_path / "library", 3)
    assert "statements" in capsys.readouterr().out
    with Library(tmp_path / "library") as library:
        plain = plain_table(library.store.connection, tmp_path / "plain.sqlite")
        (count,) = plain.execute("SELECT count(*) FROM statements").fetchone()
        assert count == library.search("").total == 3 * STATEMENTS
        for _, search in list(queries())[:20]:
            answer_plainly(plain, search)
