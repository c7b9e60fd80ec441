"""The golden records: valid, true to the marks, and what `fill` would write today."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import jsonschema
import pytest

from bench.agenda_scores import score_agenda
from bench.golden import filled_json, read_golden, record_path, statement_id
from bench.marks import FOLDER, GoldPage, golden_pages
from bench.scoring import no_scores, score_page
from qawl.model import Record, Span, schema

PAGES = golden_pages()
EVERY = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)


def stored(page: GoldPage) -> Record:
    return Record.from_json(record_path(page).read_bytes())


def marks(page: GoldPage) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((FOLDER / f"{page.id}.gold.json").read_text(encoding="utf-8"))
    return gold


def spans(value: Any) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in spans(item)]
    return [span for name in getattr(value, "__struct_fields__", ()) for span in spans(getattr(value, name))]


def test_twelve_pages_in_twelve_styles() -> None:
    assert len(PAGES) == 12
    assert all(page.statements and page.people and page.dates for page in PAGES)


@EVERY
def test_is_what_fill_would_write(page: GoldPage) -> None:
    assert record_path(page).read_bytes() == filled_json(page), (
        "run python -m bench.golden fill, and say in the commit why it changed"
    )


@EVERY
def test_is_valid_against_the_schema(page: GoldPage) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(record_path(page).read_bytes()))


@EVERY
def test_spans_slice_to_their_text(page: GoldPage) -> None:
    record = stored(page)
    assert record.document.text == page.text
    found = spans((record.statements, record.people, record.dates, record.events, record.actions, record.relations))
    assert len(found) > 30
    assert all(page.text[span.start : span.end] == span.text for span in found)


@EVERY
def test_statements_are_the_marks(page: GoldPage) -> None:
    kept = [
        (
            it.kind,
            it.cue.text if it.cue else None,
            it.source.text if it.source else None,
            it.speaker.name if it.speaker else None,
            it.speaker.type if it.speaker else None,
            [piece.text for piece in it.content],
            it.via.name if it.via else None,
        )
        for it in stored(page).statements
    ]
    fields = ("kind", "cue", "source", "speaker", "speaker_type", "content", "via")
    assert kept == [tuple(mark.get(field) for field in fields) for mark in marks(page)["statements"]]
    assert {(it.rule, it.band) for it in stored(page).statements} == {("hand", "draft")}


@EVERY
def test_people_and_dates_are_the_marks(page: GoldPage) -> None:
    record, gold = stored(page), marks(page)
    assert [(one.name, Counter(role.text for role in one.roles), {it.text for it in one.mentions}) for one in record.people] == [
        (one["name"], Counter(one["roles"]), set(one["mentions"])) for one in gold["people"]
    ]
    assert [(date.text, date.value) for date in record.dates] == [(date["text"], date["value"]) for date in gold["dates"]]


@EVERY
def test_ids_are_unique_and_references_lead_somewhere(page: GoldPage) -> None:
    record = stored(page)
    ids = [it.id for it in (*record.statements, *record.people, *record.events, *record.actions, *record.relations)]
    assert len(ids) == len(set(ids))
    references = {it.speaker.ref for it in record.statements if it.speaker and it.speaker.ref}
    references |= {who.ref for event in record.events for who in event.participants if who.ref}
    assert references <= {person.id for person in record.people}


@EVERY
def test_agrees_with_its_own_marks_in_everything(page: GoldPage) -> None:
    scores = no_scores()
    score_page(page, stored(page), scores)
    score_agenda(page, stored(page), scores)
    wrong = {figure: tally for figure, tally in scores.items() if tally.f1 not in (1.0, None)}
    assert wrong.keys() <= {"chrome"}  # the one figure that is not of marks: parts are filled by qawl


def test_ids_of_statements_are_made_as_the_reader_makes_them() -> None:
    record = read_golden(PAGES[0])
    assert record.statements
    for it in record.statements:
        assert it.id == statement_id(record.document, [span for span in (it.cue, it.source, *it.content) if span])
