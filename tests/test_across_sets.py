"""The sets of bench/across: every line has the form that their README tells, and what is marked stands in its page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent / "bench" / "across"
FILES = sorted(FOLDER.glob("*.jsonl"))
KINDS = ("statements", "pages", "names", "chains")
SETS = ("work", "fresh", "late", "newer", "held")
FIELDS = {
    "statements": {"id", "kind", "same", "a", "b", "a_words", "b_words"},
    "pages": {"id", "kind", "same", "a", "b"},
    "names": {"id", "kind", "pages", "mentions"},
    "chains": {"id", "kind", "pages", "events"},
}
MARKS = {"names": ("mentions", {"who", "page", "words"}), "chains": ("events", {"event", "page", "words", "status"})}
STATUSES = {"announced", "under_way", "held", "postponed", "cancelled", "proposed", "denied"}
EVERY_FILE = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


def lines(file: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


def kind_of(file: Path) -> str:
    return file.name.split(".")[0]


def pages_of(line: dict[str, Any]) -> list[dict[str, str]]:
    return line["pages"] if "pages" in line else [line["a"], line["b"]]


def page_faults(page: dict[str, str]) -> Iterator[str]:
    if not {"text", "outlet", "published"} <= set(page) <= {"text", "title", "outlet", "published", "url"}:
        yield f"fields {sorted(page)}"
    elif not all(isinstance(value, str) and value.strip() for value in page.values()):
        yield "an empty field"
    else:
        date.fromisoformat(page["published"][:10])


def pair_faults(line: dict[str, Any]) -> Iterator[str]:
    if not isinstance(line["same"], bool):
        yield "same is true or false"
    if line["a"]["text"] == line["b"]["text"] and not line["same"]:
        yield "one page twice is the same page"
    for side in ("a", "b"):
        words = line.get(f"{side}_words", line[side]["text"])
        if not words.strip() or words not in line[side]["text"]:
            yield f"{side}_words do not stand in the page: {words}"


def mark_faults(line: dict[str, Any], field: str, keys: set[str]) -> Iterator[str]:
    if not line[field] or not 2 <= len(line["pages"]) <= 5:
        yield "two to five pages and some marks"
    for mark in line[field]:
        if set(mark) != keys or not 0 <= mark["page"] < len(line["pages"]):
            yield f"mark {mark}"
        elif not mark["words"].strip() or mark["words"] not in line["pages"][mark["page"]]["text"]:
            yield f"does not stand in page {mark['page']}: {mark['words']}"
        elif mark.get("status", "held") not in STATUSES:
            yield f"status {mark['status']}"


def faults(kind: str, line: dict[str, Any]) -> Iterator[str]:
    if set(line) != FIELDS[kind]:
        yield f"fields {sorted(line)}"
        return
    for page in pages_of(line):
        yield from page_faults(page)
    yield from mark_faults(line, *MARKS[kind]) if kind in MARKS else pair_faults(line)


def test_the_sets_are_there_and_nothing_else_is() -> None:
    assert {file.name for file in FILES} >= {f"{kind}.work.jsonl" for kind in KINDS}
    assert {file.name for file in FILES} <= {f"{kind}.{name}.jsonl" for kind in KINDS for name in SETS}


@EVERY_FILE
def test_a_line_has_its_form_and_its_words_stand_in_its_pages(file: Path) -> None:
    found = [(line["id"], fault) for line in lines(file) for fault in faults(kind_of(file), line)]
    assert found == []


def apart(kind: str, line: dict[str, Any]) -> bool:
    if kind in ("statements", "pages"):
        return not line["same"]
    key = "who" if kind == "names" else "event"
    return len({mark[key] for mark in line[MARKS[kind][0]]}) > 1


@EVERY_FILE
def test_a_set_holds_near_misses(file: Path) -> None:
    """Something to keep apart: a pair that is not the same, a family or chain with several who or events."""
    assert [line["id"] for line in lines(file) if apart(kind_of(file), line)]


@pytest.mark.parametrize("kind", KINDS)
def test_an_id_stands_once_over_all_files_of_a_kind(kind: str) -> None:
    ids = Counter(line["id"] for file in FILES if kind_of(file) == kind for line in lines(file))
    assert [id for id, times in ids.items() if times > 1] == []


def test_the_pages_of_a_chain_stand_in_the_order_of_time() -> None:
    chains = [line for file in FILES if kind_of(file) == "chains" for line in lines(file)]
    days = {line["id"]: [page["published"] for page in line["pages"]] for line in chains}
    assert [id for id, published in days.items() if published != sorted(published)] == []


def test_fault_finding_finds_faults() -> None:
    page = {"text": "قال الوزير إن السوق هادئة.", "outlet": "الميناء", "published": "2024-02-11"}
    pair = {"id": "x", "kind": "cut", "same": True, "a": page, "b": page, "a_words": "السوق هادئة", "b_words": "السوق هادئه"}
    assert [fault.split(":")[0] for fault in faults("statements", pair)] == ["b_words do not stand in the page"]
    event = {"event": "e1", "page": 2, "words": "قال", "status": "held"}
    assert len(list(faults("chains", {"id": "x", "kind": "same", "pages": [page, page], "events": [event]}))) == 1
