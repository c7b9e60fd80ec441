"""Pages with their people renamed: the marks still stand in the text, and nothing but names has changed."""

from __future__ import annotations

from typing import Any

import pytest

from bench.renamed import lands, renamed, renamer, renames_of

TEXT = "قال سالم الكندي إن الباب مغلق. وأضاف الكندي: لا نعرف السبب. ووفقا للكندي فإن عبد الرحيم المرزوقي غائب."
PAGE: dict[str, Any] = {
    "id": "1",
    "title": "الكندي: الباب مغلق",
    "text": TEXT,
    "gold": {
        "people": [{"name": "سالم الكندي"}, {"name": "عبد الرحيم المرزوقي"}],
        "statements": [{"speaker": "سالم الكندي", "content": ["لا نعرف السبب"], "at": TEXT.index("لا نعرف")}],
    },
}


@pytest.mark.parametrize("seed", ["1", "2", "3", "4"])
def test_marks_stand_in_the_renamed_text(seed: str) -> None:
    page = renamed(PAGE, seed)
    statement = page["gold"]["statements"][0]
    assert page["text"][statement["at"] :].startswith(statement["content"][0])
    assert all(person["name"] in page["text"] for person in page["gold"]["people"])
    assert statement["speaker"] == page["gold"]["people"][0]["name"] != "سالم الكندي"
    assert "كندي" not in page["text"] + page["title"]


def test_the_same_page_and_seed_give_the_same_names() -> None:
    assert renamed(PAGE, "1") == renamed(PAGE, "1")
    assert len({renamed(PAGE, str(seed))["text"] for seed in range(8)}) > 1


def test_what_joins_and_what_it_needs_stay() -> None:
    assert not {"عبد", "الرحيم"} & renames_of(PAGE, "1").keys()
    assert "عبد الرحيم" in renamed(PAGE, "1")["text"]


def test_clitics_stay_and_longer_words_are_no_names() -> None:
    rename = renamer({"سالم": "زياد"})
    assert rename("وسالم، لسالم، سالمة وسلامة") == "وزياد، لزياد، سالمة وسلامة"


def test_every_land_has_every_part() -> None:
    world = lands()["world"]
    assert all(lands()[land].keys() == {"man", "woman", "family", "plain"} for land in lands() if land != "world")
    assert world.keys() == {"first", "last"}
