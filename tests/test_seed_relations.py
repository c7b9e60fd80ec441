"""The relations of the seed page: those that the shared inventory wants first, and what nobody may be said to do."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

import qawl
from qawl.model import Record, Relation

pytestmark = pytest.mark.shared

WANTED_FIRST = ("L01", "L02", "L03", "L05", "L07", "L12", "L15")
# L07 is the same for these, as its note says.
LEFT_OUT = ("روسيا", "جورجيا", "اوكرانيا")


@pytest.fixture(scope="module")
def record() -> Record:
    from bench.shared import shared_path

    folder = shared_path()
    assert folder is not None
    return qawl.read((folder / "seed" / "page.txt").read_bytes().decode(), kind="text", published="2010-02-02")


@pytest.fixture
def rows(shared: Path) -> dict[str, dict[str, str]]:
    lines = (shared / "seed" / "relations.tsv").read_text(encoding="utf-8").splitlines()
    table = csv.reader((line.removeprefix("# ") for line in lines[1:]), delimiter="\t")
    header = next(table)
    found = {row[0]: dict(zip(header, row, strict=True)) for row in table}
    return found | {f"L07 {land}": {**found["L07"], "target": land} for land in LEFT_OUT}


@pytest.fixture
def entities(shared: Path) -> list[set[str]]:
    """The forms of each entity of the inventory."""
    inventory = json.loads((shared / "seed" / "inventory.json").read_text(encoding="utf-8"))
    return [{bare(mention["text"]) for mention in entity["sample_mentions"]} for entity in inventory["entities"]]


def bare(words: str) -> str:
    """Words with single spaces, without a fused و, and with the article for لل."""
    plain = " ".join(words.split())
    return re.sub("^لل", "ال", re.sub("^و(?=ا)", "", plain))


def is_same(name: str, other: str, entities: list[set[str]]) -> bool:
    """Whether two names are of one entity, in any form that the inventory has."""
    one, two = bare(name), bare(other)
    return one == two or any({one, two} <= forms for forms in entities)


def matches(relation: Relation, row: dict[str, str], entities: list[set[str]]) -> bool:
    condition = "" if row["condition"] == "-" else row["condition"]
    told = relation.condition.text if relation.condition else ""
    return (
        is_same(relation.actor.name, row["actor"], entities)
        and is_same(relation.target.name, row["target"], entities)
        and set(relation.stance) == set(row["stance"].split("+"))
        and (condition in told if condition else not told)
    )


@pytest.mark.parametrize("id", WANTED_FIRST)
def test_a_relation_that_is_wanted_first(
    id: str, record: Record, rows: dict[str, dict[str, str]], entities: list[set[str]]
) -> None:
    row = rows[id]
    assert row["first"] == "yes"
    found = [relation for relation in record.relations if matches(relation, row, entities)]
    assert found
    codes = {relation.code.plover if relation.code else "-" for relation in found}
    assert row["plover"] in codes


def test_all_that_is_wanted_first_is_tried(rows: dict[str, dict[str, str]]) -> None:
    assert set(WANTED_FIRST) == {id for id, row in rows.items() if row["first"] == "yes" and id.startswith("L") and " " not in id}


def test_three_lands_are_left_out_l07(record: Record, rows: dict[str, dict[str, str]], entities: list[set[str]]) -> None:
    for land in LEFT_OUT:
        assert any(matches(relation, rows[f"L07 {land}"], entities) for relation in record.relations), land


def test_every_relation_is_one_of_the_inventory(record: Record, rows: dict[str, dict[str, str]], entities: list[set[str]]) -> None:
    for relation in record.relations:
        assert any(matches(relation, row, entities) for row in rows.values()), relation


def test_russia_does_nothing_but_as_it_is_told_x11_x18(record: Record, entities: list[set[str]]) -> None:
    theirs = [relation for relation in record.relations if is_same(relation.actor.name, "روسيا", entities)]
    assert all(relation.according_to and relation.stance == ("cooperation",) for relation in theirs)
    assert all(relation.according_to is not None for relation in record.relations if "exclusion" in relation.stance)


def test_what_is_said_under_a_condition_never_stands_without_it_x18(record: Record) -> None:
    helped = [relation for relation in record.relations if any("يرحب بذلك" in span.text for span in relation.evidence)]
    assert helped
    assert all(relation.condition for relation in helped)


def test_readiness_and_reservation_both_show_x20(record: Record) -> None:
    ready = [relation for relation in record.relations if any("مستعدون" in span.text for span in relation.evidence)]
    assert [relation.stance for relation in ready] == [("cooperation", "reservation")]


def test_evidence_stands_in_the_page_x24(record: Record) -> None:
    text = record.document.text
    for relation in record.relations:
        for span in (*relation.evidence, *([relation.condition] if relation.condition else [])):
            assert text[span.start : span.end] == span.text
