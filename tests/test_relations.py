"""Relations: who stands how towards whom, on which condition, by whose word; and what is none."""

from __future__ import annotations

import msgspec
import pytest

import qawl
from qawl.arabic.forms import NONE
from qawl.arabic.frames.scene import Scene
from qawl.arabic.stances.codes import HELD, PLANNED, VERSION, code_of_encounter
from qawl.arabic.stances.meetings import relations_of_events
from qawl.arabic.stances.relations import RULES
from qawl.arabic.stances.sides import Sides
from qawl.arabic.stances.stance_words import BOND, DEED, TABLE
from qawl.cases import Case, cases_path, read_cases
from qawl.model import Event, Participant, Relation, Span
from qawl.tables import several, table

RELATIONS = read_cases(cases_path("relations.txt"))
STANCES = {"cooperation", "tension", "exclusion", "reservation", NONE}


def told(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            one.actor.name,
            one.target.name,
            "+".join(one.stance),
            (one.code.plover or "-") if one.code else "-",
            one.condition.text if one.condition else "-",
            one.according_to or "-",
        )
        for one in qawl.read(text, kind="text", published="2015-08-10").relations
    )


@pytest.mark.parametrize("case", RELATIONS, ids=lambda case: case.place)
def test_a_relation(case: Case) -> None:
    assert told(case.text) == case.expected


def test_a_relation_that_is_told_again_has_more_evidence() -> None:
    (relation,) = qawl.read("ندد حزب الراية بقرار الحكومة. وندد حزب الراية بموقف الحكومة.", kind="text").relations
    assert [span.text for span in relation.evidence] == ["ندد حزب الراية بقرار الحكومة", "ندد حزب الراية بموقف الحكومة"]


def test_each_party_that_is_joined_is_a_target() -> None:
    assert [row[1] for row in told("اتهم حزب الراية تونس وليبيا بالكذب.")] == ["تونس", "ليبيا"]


def test_a_stance_told_in_a_statement_names_it() -> None:
    record = qawl.read("قالت الوزيرة هدى الصباغ إن تونس تريد علاقات أوثق مع ليبيا.", kind="text")
    assert [relation.statement for relation in record.relations] == [record.statements[0].id]


@pytest.mark.parametrize(
    "text", ["ندد", "ندد ب", "نريد", "إذا", "الحزب مستعد ل", "أعرب عن", "فرض", "بين", "علاقات مع", "حرص", "في حال"]
)
def test_what_breaks_off_tells_nothing(text: str) -> None:
    assert told(text) == ()
    assert told(f"{text} {text}") == ()


# -- encounters


def of_events(*events: Event) -> tuple[Relation, ...]:
    """The relations that events alone tell."""
    found: list[Relation] = []

    def spy(scene: Scene, _: tuple[Event, ...]) -> tuple[Relation, ...]:
        found.extend(relations_of_events(Sides(scene), events))
        return ()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("qawl.reading.find_relations", spy)
        qawl.read("زار المجلس الوزارة", kind="text")
    return tuple(found)


def event(status: str, type: str = "visit") -> Event:
    party = {"type": "organisation", "ref": None}
    return Event(
        id="1" * 16,
        type=type,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        participants=(
            Participant("المجلس", part="attends", **party),  # type: ignore[arg-type]
            Participant("الوزارة", part="meets", **party),  # type: ignore[arg-type]
            Participant("النقابة", part="not_invited", **party),  # type: ignore[arg-type]
        ),
        evidence=(Span("زار المجلس الوزارة", 0, 18),),
    )


def test_whoever_meets_the_other_side_cooperates() -> None:
    (planned,), (held,) = (of_events(event(status)) for status in ("announced", "held"))
    assert (planned.actor.name, planned.target.name, planned.stance) == ("المجلس", "الوزارة", ("cooperation",))
    assert (planned.code, held.code) == (PLANNED, HELD["visit"])


@pytest.mark.parametrize("status", ["cancelled", "denied", "proposed", "postponed", "unknown"])
def test_what_does_not_take_place_tells_no_relation(status: str) -> None:
    assert of_events(event(status)) == ()
    assert code_of_encounter("visit", status) is None  # type: ignore[arg-type]


def test_where_two_clauses_tell_of_the_two_nobody_knows_that_they_met() -> None:
    apart = msgspec.structs.replace(event("held"), evidence=(Span("زار المجلس", 0, 10), Span("الوزارة", 11, 18)))
    assert of_events(apart) == ()


def test_where_they_meet_is_nobody_whom_they_meet() -> None:
    assert of_events(msgspec.structs.replace(event("held", "meeting"), where=Span("الوزارة", 11, 18))) == ()


def test_whoever_is_not_invited_is_left_out_by_the_hosts() -> None:
    hosted = msgspec.structs.replace(
        event("cancelled"),
        participants=(
            Participant("المجلس", "organisation", part="hosts"),
            Participant("النقابة", "organisation", part="not_invited", according_to="سالم الكندي"),
        ),
    )
    (relation,) = of_events(hosted)
    assert (relation.actor.name, relation.target.name, relation.stance, relation.code) == (
        "المجلس",
        "النقابة",
        ("exclusion",),
        None,
    )


def test_a_protest_is_no_meeting_of_two_sides() -> None:
    assert of_events(event("held", "protest")) == ()


# -- the table


def test_every_row_tells_its_stance_and_how() -> None:
    for row in table(TABLE):
        assert row["by"] in {*RULES, BOND, DEED}, row
        assert row["stance"] in STANCES, row
        assert (row["by"] in RULES and row["by"] != "voices") == (row["stance"] != NONE), row
        assert row["towards"] in (NONE, "power", "state", "deed"), row
        assert (row["by"] in ("holds", "envoys")) == bool(several(row["object"].replace(NONE, ""))), row


def test_every_kind_of_row_has_its_cases() -> None:
    names = {"tells": "told", "holds": "held", "makes": "made", "wants": "wanted", "voices": "voiced"}
    for by in RULES:
        cases = [case for case in RELATIONS if case.rule == names.get(by, by)]
        assert any(case.expected for case in cases), by
        assert any(not case.expected for case in cases), by


def test_the_codes_name_their_mapping() -> None:
    assert {code.version for code in (PLANNED, *HELD.values())} == {VERSION}
