"""What waits for a decision, in its order, and decisions that are taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from qawl import cli
from qawl.library import Library, LibraryError
from qawl.model import Page

SAID = "قال وزير الموانئ سالم الحداد إن الميناء الجديد سيفتح في الربيع."
MORE = "وأضاف أن العمال «لن يدفعوا ثمن التأخير»."
VISIT = "ويزور سالم الحداد مدينة صفاقس في 5 مارس 2024 للقاء ليلى المنصوري."
DOUBTFUL = "وقالت مصادر إن الرصيف القديم سيهدم قبل الصيف."


PAGES = [
    Page(id="one", source=f"{SAID} {MORE}\n{DOUBTFUL}", published="2024-03-01", outlet="صحيفة المنارة"),
    Page(id="two", source=f"في نشرتنا اليوم. {SAID}\n{VISIT}", published="2024-03-02", outlet="إذاعة الخليج"),
]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "news.library", create=True) as library:
        assert [one.outcome for one in library.add(PAGES)] == ["added", "added"]
        yield library


def queue(library: Library, name: Any = "statements") -> list[str]:
    """The ids of all that waits, in order, each with its page."""
    found = []
    while (one := library.waiting(name, len(found))) is not None:
        assert one.place == len(found)
        found.append(f"{one.capture}:{one.id}")
    return found


def rows(library: Library, keys: list[str]) -> list[Any]:
    by_key = {f"{row.capture}:{row.id}": row for row in library.rows("statements")}  # type: ignore[attr-defined]
    return [by_key[key] for key in keys]


def test_the_most_doubtful_and_most_used_come_first(library: Library) -> None:
    waiting = rows(library, queue(library))
    assert len(waiting) == len(list(library.rows("statements")))
    bands = [("draft", "check", "publish").index(row.band) for row in waiting]
    assert bands == sorted(bands)
    of_a_band = [row.saying for row in waiting if row.band == waiting[-1].band]
    shared = [len([1 for row in waiting if row.saying == saying]) for saying in of_a_band]
    assert shared == sorted(shared, reverse=True)
    assert 2 in shared


def test_what_was_decided_waits_no_more(library: Library) -> None:
    before = queue(library)
    for verdict, key in zip(("accept", "unsure", "reject"), before, strict=False):
        library.decide(key, verdict, who="ليلى")  # type: ignore[arg-type]
    assert queue(library) == before[3:]
    events = queue(library, "events")
    assert library.how_many_wait() == {"statements": len(before) - 3, "events": len(events)}
    library.decide(events[0], "fix", "status", "held", who="ليلى")
    assert queue(library, "events") == events[1:]


def test_nothing_looks_at_all_statements(library: Library) -> None:
    asked: list[str] = []
    connection = library.store.connection
    connection.set_trace_callback(asked.append)
    library.waiting()
    library.how_many_wait()
    connection.set_trace_callback(None)
    for query in (one for one in asked if "statements" in one):
        steps = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
        assert [
            step for step in steps if step.startswith("SCAN") and step.split()[1] in ("f", "statements") and "INDEX" not in step
        ] == []


# -- taken back


def test_what_is_taken_back_leaves_the_machine_s_word(library: Library) -> None:
    key = queue(library)[0]
    (before,) = rows(library, [key])
    decision = library.decide(key, "fix", "speaker", "ليلى المنصوري", who="ليلى")
    taken = library.restore(decision.id, who="منى", why="زلة")
    assert rows(library, [key]) == [before]
    assert queue(library)[0] == key
    assert (taken.verdict, taken.value, taken.who, taken.why) == ("withdraw", decision.id, "منى", "زلة")
    assert [one.verdict for one in library.decisions()] == ["fix", "withdraw"]


def test_what_held_before_holds_again(library: Library) -> None:
    key = queue(library)[0]
    library.decide(key, "fix", "kind", "mixed", who="ليلى")
    second = library.decide(key, "fix", "kind", "direct", who="ليلى")
    library.restore(second.id, who="ليلى")
    assert [(row.kind, row.decided) for row in rows(library, [key])] == [("mixed", "fix")]


def test_a_rejected_statement_comes_back(library: Library) -> None:
    before = queue(library)
    decision = library.decide(before[0], "reject", who="ليلى")
    library.restore(decision.id, who="ليلى")
    assert queue(library) == before
    list(library.reread(all=True))
    assert queue(library) == before
    assert list(library.disagreements()) == []


def test_nothing_is_taken_back_twice(library: Library) -> None:
    decision = library.decide(queue(library)[0], "accept", who="ليلى")
    taken = library.restore(decision.id, who="ليلى")
    for id in (decision.id, taken.id):
        with pytest.raises(LibraryError):
            library.restore(id, who="ليلى")


def test_it_goes_with_the_file_of_decisions(library: Library, tmp_path: Path) -> None:
    key = queue(library)[0]
    decision = library.decide(key, "fix", "kind", "mixed", who="ليلى")
    library.restore(decision.id, who="ليلى")
    lines = list(library.export_decisions())
    assert [msgspec.json.decode(line)["verdict"] for line in lines] == ["fix", "withdraw"]
    with Library(tmp_path / "other.library", create=True) as other:
        list(other.add(PAGES))
        assert other.import_decisions(reversed(lines)).new == 2
        assert [row.decided for row in rows(other, queue(other)[:1])] == [None]


def test_the_command_takes_back_too(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    decision = library.decide(queue(library)[0], "accept", who="ليلى")
    assert cli.main(["restore", decision.id, "--who", "منى", "--library", str(library.store.folder), "--lang", "en"]) == 0
    assert "taken back" in capsys.readouterr().out
    assert len(queue(library)) == library.how_many_wait()["statements"]


def test_decisions_are_proposed_without_looking_at_all_pages(library: Library) -> None:
    asked: list[str] = []
    library.decide(queue(library)[0], "accept", who="ليلى")
    connection = library.store.connection
    connection.set_trace_callback(asked.append)
    assert list(library.proposals()) == []
    connection.set_trace_callback(None)
    steps = [row["detail"] for query in asked if "pages" in query for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert any("pages_address" in step for step in steps)
    assert [step for step in steps if step.startswith(("SCAN page", "SCAN other"))] == []
