"""What colours a statement: its flags with their words, whose view it reports, and what it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import qawl
from qawl.arabic.letters import fold_phrase
from qawl.arabic.stances.flag_shapes import SHAPES
from qawl.arabic.stances.flag_words import forms_of
from qawl.cases import Case, cases_path, read_cases
from qawl.model import Flag, Statement
from qawl.tables import Row, several, table

Cells = tuple[tuple[str, ...], ...]
# Rows that carry no flag of their own but help one, and that flag.
HELPERS = {"assent": "reservation", "choice": "reservation"}
SILENT = ("agent", "rather")


def statements_in(text: str) -> tuple[Statement, ...]:
    return qawl.read(text, kind="text").statements


def flags_in(text: str) -> tuple[Flag, ...]:
    return tuple(flag for statement in statements_in(text) for flag in statement.flags)


def flagged(text: str) -> Cells:
    return tuple((flag.flag, " … ".join(words.text for words in flag.words)) for flag in flags_in(text))


def viewed(text: str) -> Cells:
    return tuple(("; ".join(party.name for party in it.holder),) for it in statements_in(text) if it.holder)


def about(text: str) -> Cells:
    return tuple((it.topic.text,) for it in statements_in(text) if it.topic)


READ: dict[str, Callable[[str], Cells]] = {"flags.txt": flagged, "views.txt": viewed, "topics.txt": about}
CASES = [(name, case) for name in READ for case in read_cases(cases_path(name))]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[case.place for _, case in CASES])
def test_case(name: str, case: Case) -> None:
    assert READ[name](case.text) == case.expected


@pytest.mark.parametrize("row", table("topic_leads.tsv"), ids=lambda row: row["form"])
def test_the_example_of_a_lead_has_its_topic(row: Row) -> None:
    assert [fold_phrase(cells[0]) in fold_phrase(row["example"]) for cells in about(row["example"])] == [True]


def test_the_ids_of_holders_are_those_of_the_record() -> None:
    record = qawl.read("وقال سالم الكندي إن وزارة النقل تريد فتح الجسر. وقالت وزارة النقل إن الجسر قديم.", kind="text")
    (holder,) = record.statements[0].holder
    assert holder.ref == record.statements[1].speaker.ref is not None


def rows() -> list[Row]:
    return [row for row in table("flag_words.tsv") if row["shape"] not in SILENT]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["form"])
def test_the_example_of_a_row_carries_its_flag(row: Row) -> None:
    found = {flag.flag: " ".join(fold_phrase(words.text) for words in flag.words) for flag in flags_in(row["example"])}
    helped = HELPERS.get(row["shape"])
    wanted = {helped} if helped else set(several(row["flag"].replace("-", "")))
    assert wanted <= set(found), found
    assert helped or all(fold_phrase(row["form"]) in found[flag] for flag in wanted), found
    if not wanted:
        assert not any(fold_phrase(row["form"]) in words for words in found.values()), found


def test_who_did_it_takes_the_passive_away() -> None:
    agents = [row for row in table("flag_words.tsv") if row["shape"] == "agent"]
    assert agents
    assert [flags_in(row["example"]) for row in agents] == [()] * len(agents)


@pytest.mark.parametrize("row", table("flag_verbs.tsv"), ids=lambda row: row["lemma"])
def test_the_example_of_a_verb_carries_its_flag(row: Row) -> None:
    example, verb = row["example"], row["imperfect"]
    if row["shape"] == "damma":
        assert flags_in(example) == ()
        example = example.replace(verb, verb[0] + "ُ" + verb[1:])
    (flag,) = flags_in(example)
    assert flag.flag == row["flag"]
    assert fold_phrase(verb) == fold_phrase(flag.words[0].text)


def test_every_shape_is_one_that_the_tables_name() -> None:
    named = {row["shape"] for name in ("flag_words.tsv", "flag_verbs.tsv") for row in table(name)}
    assert set(SHAPES) - {"mine"} == named - {"choice", "agent", "outside"}


def test_a_verb_has_forms_of_the_first_person() -> None:
    wish = next(row for row in table("flag_verbs.tsv") if row["lemma"] == "أراد")
    assert {"يريد", "تريد", "يريدون", "نريد", "أريد", "يريدها"} <= set(forms_of(wish))
