"""Bodies, countries, places and groups with their mentions and ids: the case file with its near-misses, tables, ids."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import qawl
from qawl.arabic.tokens import Tokens
from qawl.arabic.world.known import by_id, known_at
from qawl.arabic.world.mentions import seconds, wakes
from qawl.arabic.world.offices import office_named, offices
from qawl.cases import Case, cases_path, read_cases
from qawl.model import Record
from qawl.tables import several, table

CASES = read_cases(cases_path("world.txt"))


def named_in(record: Record) -> Iterator[tuple[str, ...]]:
    """A cell each: what it is, name, id and land, mentions."""
    for body in record.organisations:
        yield body.type, body.name, body.known_as or body.country or "-", *(span.text for span in body.mentions)
    for group in record.groups:
        yield "group", group.name, "-", *(span.text for span in group.mentions)
    for place in record.places:
        yield "place", place.name, place.known_as or place.country or "-", *(span.text for span in place.mentions)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_what_is_named_is_found(case: Case) -> None:
    if case.todo:
        pytest.xfail(case.todo)
    assert tuple(named_in(qawl.read(case.text, kind="text"))) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_mentions_are_the_text_and_ids_are_unique(case: Case) -> None:
    record = qawl.read(case.text, kind="text")
    found = (*record.people, *record.organisations, *record.groups, *record.places)
    assert all(record.document.text[span.start : span.end] == span.text for party in found for span in party.mentions)
    assert len({party.id for party in found}) == len(found)
    refs = {party.ref for told in record.statements for party in (told.speaker, told.said_to, told.via) if party and party.ref}
    assert refs <= {party.id for party in found}


@pytest.mark.parametrize("row", table("bodies.tsv"), ids=lambda row: row["id"])
def test_every_body_is_known_by_all_its_names(row: dict[str, str]) -> None:
    for form in (row["form"], *several(row["variants"]), *several(row["short"])):
        tokens = Tokens(f"عن {form} .")
        hit = known_at(tokens, 1)
        assert hit is not None, form
        assert (hit.known[0].id, hit.stop) == (row["id"], len(tokens) - 1), form


def test_ids_are_of_their_own() -> None:
    ids = [
        row["id"] for name in ("bodies.tsv", "world_places.tsv", "office_synonyms.tsv") for row in table(name) if row["id"] != "-"
    ]
    assert len(ids) == len(set(ids))
    assert len(table("bodies.tsv")) > 250
    items = [row["wikidata"] for row in table("bodies.tsv") if row["wikidata"] != "-"]
    assert len(items) == len(set(items))


def test_metonyms_lead_to_what_the_tables_have() -> None:
    assert {id for row in table("metonyms.tsv") for id in several(row["known_as"]) if id != "-"} <= by_id().keys()


def test_offices_are_one_under_all_their_names() -> None:
    assert office_named("السكرتير العام") == office_named("الأمين العام")
    assert office_named("الوزير الأول") == office_named("رئيس الوزراء")
    assert office_named("بائع الخضار") is None
    assert all(office_named(name) == office for office in offices() for name in (office.name, *office.others))


def test_few_words_wake_the_reading_of_names() -> None:
    assert not {"في", "من", "قال", "هذا", "التي"} & wakes()
    assert seconds("مجلس")


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("قال وزير الخارجية السابق سالم الكندي إن الطريق مفتوح.", True),
        ("قالت هالة النوري وزيرة الصحة السابقة إن الطريق مفتوح.", True),
        ("قال سالم الكندي الرئيس الأسبق للنادي إن الطريق مفتوح.", True),
        ("قال الرئيس المخلوع سالم الكندي إن الطريق مفتوح.", True),
        ("قال وزير الخارجية سالم الكندي إن الطريق مفتوح.", False),
        ("قال رئيس الحكومة السابقة سالم الكندي إن الطريق مفتوح.", False),
        ("قال سفير الاتحاد السوفيتي السابق سالم الكندي إن الطريق مفتوح.", False),
    ],
)
def test_a_role_that_is_held_no_more_is_told_so(text: str, former: bool) -> None:
    (person,) = qawl.read(text, kind="text").people
    assert any(role.former for role in person.roles) is former


def test_a_headline_points_to_the_body_of_the_text() -> None:
    record = qawl.read("تريد روسيا علاقات أوثق.", kind="text", title="روسيا: نريد علاقات أوثق")
    (state,) = record.organisations
    assert [told.speaker.ref for told in record.title_statements if told.speaker] == [state.id]


def test_very_long_texts_have_each_state_once() -> None:
    record = qawl.read("تريد روسيا علاقات أوثق. وهطل المطر على الوادي.\n" * 1500, kind="text")
    (state,) = record.organisations
    assert (state.known_as, len(state.mentions)) == ("iso:RU", 1500)


def test_a_paper_whose_name_begins_with_that_of_a_land_is_not_the_land() -> None:
    record = qawl.read("أعلنت مصر مشاركتها في القمة. وذكرت صحيفة «مصر ويكس» التابعة للمعارضة أن الوفد غادر صباحا.")
    named = {body.name: body for body in record.organisations}
    assert named["مصر"].known_as == "iso:EG"
    assert named["مصر ويكس"].known_as is None
    assert len({body.id for body in record.organisations}) == len(record.organisations)
