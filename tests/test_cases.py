"""The case files: each text gives what is written beside it; every rule has cases that it must read and must leave alone."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import qawl
from qawl import arabic
from qawl.arabic import findings
from qawl.arabic.findings import TURN
from qawl.arabic.passage import Passage
from qawl.arabic.quotes import Quote
from qawl.arabic.speakers.sureness import SURE
from qawl.arabic.tokens import Tokens
from qawl.cases import Case, cases_path, read_cases
from qawl.model import Party, Span, Statement

Cells = tuple[tuple[str, ...], ...]
DAY = "2021-05-05"  # a Wednesday


def joined(spans: tuple[Span, ...], join: str) -> str:
    return join.join(span.text.replace("\n", "⏎") for span in spans)


def statements_in(text: str) -> tuple[Statement, ...]:
    return qawl.read(text, kind="text").statements


def said(text: str) -> Cells:
    return tuple(
        (s.kind, s.speaker.name if s.speaker else "-", s.cue.text if s.cue else "-", joined(s.content, " … "))
        for s in statements_in(text)
    )


def sources(text: str) -> Cells:
    return tuple((s.source.text if s.source else "-", joined(s.content, " … ")) for s in statements_in(text))


def said_by(text: str) -> Cells:
    return tuple(
        (
            s.kind,
            s.speaker.name if s.speaker else "-",
            s.speaker.form if s.speaker else "-",
            s.cue.text if s.cue else "-",
            joined(s.content, " … "),
        )
        for s in statements_in(text)
    )


def people(text: str) -> Cells:
    return tuple(
        (person.name, joined(person.roles, " ; "), joined(person.mentions, " ; ")) for person in qawl.read(text, kind="text").people
    )


def quoted(text: str) -> Cells:
    passage = Passage(text)
    return tuple((between(passage.tokens, quote),) for quote in passage.quotes)


def between(tokens: Tokens, quote: Quote) -> str:
    return tokens.surface(quote.first, quote.stop).replace("\n", "⏎") if quote.first < quote.stop else ""


def pieces(text: str) -> Cells:
    tokens = Tokens(text)
    return (tuple(tokens.surface(place, place + 1) for place in range(len(tokens))),)


def said_again(text: str) -> Cells:
    by_id = {statement.id: statement for statement in statements_in(text)}
    again = (statement for statement in by_id.values() if statement.repeats)
    return tuple((joined(s.content, " … "), joined(by_id[s.repeats or ""].content, " … ")) for s in again)


def name_of(party: Party | None) -> str:
    return party.name if party else "-"


def told(text: str) -> Cells:
    statements = qawl.read(text, kind="text", published=DAY).statements
    return tuple(
        (
            name_of(s.speaker),
            name_of(s.said_to),
            name_of(s.via),
            f"{s.said_on.value} {s.said_on.source}" if s.said_on else "-",
            joined(s.content, " … "),
        )
        for s in statements
    )


def headlined(text: str) -> Cells:
    title, _, body = text.partition("\n")
    statements = qawl.read(body, kind="text", title=title).title_statements
    return tuple((s.kind, name_of(s.speaker), name_of(s.said_to), joined(s.content, " … ")) for s in statements)


READ: dict[str, Callable[[str], Cells]] = {
    "statements.txt": said,
    "speakers.txt": said_by,
    "sources.txt": sources,
    "people.txt": people,
    "repeats.txt": said_again,
    "told.txt": told,
    "titles.txt": headlined,
    "quotes.txt": quoted,
    "tokens.txt": pieces,
}
CASES = {name: read_cases(cases_path(name)) for name in READ}


def params() -> Iterator[object]:
    """Every case; one that is known to fail must be unmarked the day it passes."""
    for name, cases in CASES.items():
        for case in cases:
            marks = [pytest.mark.xfail(reason=case.todo, strict=True)] if case.todo else []
            yield pytest.param(name, case, id=case.place, marks=marks)


@pytest.mark.parametrize(("name", "case"), list(params()))
def test_case(name: str, case: Case) -> None:
    assert READ[name](case.text) == case.expected


def test_every_case_file_is_read() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [path.name for path in cases_path("").glob("*.txt") if f'"{path.name}"' not in tests] == []


def calls(name: str) -> Iterator[ast.Call]:
    """Every call of `name` in the modules that know Arabic."""
    for path in sorted((Path(arabic.__file__).parent / "reporting").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield node


def rules() -> set[str]:
    """Every rule name that a `Finding` can carry: its first argument, formed with what an `Opening` was opened by."""
    opened_by = {arg.value for call in calls("Opening") for arg in call.args[2:3] if isinstance(arg, ast.Constant)}
    return {name for call in calls("Finding") for name in names_of(call.args[0], opened_by)}


def names_of(arg: ast.expr, opened_by: set[str]) -> set[str]:
    if isinstance(arg, ast.Constant):
        return {arg.value}
    if isinstance(arg, ast.Name):
        return {getattr(findings, arg.id)}
    assert isinstance(arg, ast.JoinedStr), f"a rule's name must be plain to read: {ast.unparse(arg)}"
    prefix = "".join(part.value for part in arg.values if isinstance(part, ast.Constant))
    return {prefix + by for by in opened_by}


def section(rule: str) -> list[Case]:
    return [case for case in CASES["statements.txt"] if case.rule == rule]


def test_the_rules_are_found() -> None:
    assert {"verb_that", "verb_quote", "according", "name_colon", "turn"} <= rules()


@pytest.mark.parametrize("rule", sorted(rules()))
def test_a_rule_has_cases_that_it_must_and_must_not_read(rule: str) -> None:
    cases = section(rule)
    assert len([case for case in cases if case.expected]) >= 4
    assert len([case for case in cases if not case.expected]) >= 3


@pytest.mark.parametrize("rule", sorted(rules() - {TURN}))
def test_a_rule_reads_one_of_its_cases(rule: str) -> None:
    assert any(rule == found.rule.removesuffix(SURE) for case in section(rule) for found in statements_in(case.text))


def test_no_section_is_for_a_rule_that_is_gone() -> None:
    sections = {case.rule for case in CASES["statements.txt"]}
    assert sections - {"chrome"} <= rules()
