"""The case files: each text gives what is written beside it, and every rule of reporting has cases that it must and must not read."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator

import pytest

import qawl
from qawl.arabic import statements
from qawl.arabic.passage import Passage
from qawl.arabic.quotes import Quote
from qawl.arabic.tokens import Tokens
from qawl.cases import Case, cases_path, read_cases
from qawl.model import Span, Statement

Cells = tuple[tuple[str, ...], ...]
ELSEWHERE = {"dates.txt"}


def joined(spans: tuple[Span, ...], join: str) -> str:
    return join.join(span.text.replace("\n", "⏎") for span in spans)


def statements_in(text: str) -> tuple[Statement, ...]:
    return qawl.read(text, kind="text").statements


def said(text: str) -> Cells:
    return tuple(
        (s.kind, s.speaker.name if s.speaker else "-", s.cue.text if s.cue else "-", joined(s.content, " … "))
        for s in statements_in(text)
    )


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
        (person.name, joined(person.roles, " ; "), joined(person.mentions, " ; "))
        for person in qawl.read(text, kind="text").people
    )


def quoted(text: str) -> Cells:
    passage = Passage(text)
    return tuple((between(passage.tokens, quote),) for quote in passage.quotes)


def between(tokens: Tokens, quote: Quote) -> str:
    return tokens.surface(quote.first, quote.stop).replace("\n", "⏎") if quote.first < quote.stop else ""


def pieces(text: str) -> Cells:
    tokens = Tokens(text)
    return (tuple(tokens.surface(place, place + 1) for place in range(len(tokens))),)


READ: dict[str, Callable[[str], Cells]] = {
    "statements.txt": said,
    "speakers.txt": said_by,
    "people.txt": people,
    "quotes.txt": quoted,
    "tokens.txt": pieces,
}
CASES = {name: read_cases(cases_path(name)) for name in READ}


def params() -> Iterator[object]:
    for name, cases in CASES.items():
        for case in cases:
            marks = [pytest.mark.xfail(reason=case.todo, strict=True)] if case.todo else []
            yield pytest.param(name, case, id=case.place, marks=marks)


@pytest.mark.parametrize(("name", "case"), params())
def test_case(name: str, case: Case) -> None:
    assert READ[name](case.text) == case.expected


def test_every_case_file_is_read() -> None:
    assert {path.name for path in cases_path("").iterdir() if path.suffix == ".txt"} == set(READ) | ELSEWHERE


def rules() -> set[str]:
    """Every rule name that a `Finding` of the grammar can carry: first arguments, formed with what an `Opening` was opened by."""
    tree = ast.parse(inspect.getsource(statements))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    opened_by = {
        arg.value
        for call in calls
        if call.func.id == "Opening"
        for arg in call.args[2:3]
        if isinstance(arg, ast.Constant)
    }
    first = [call.args[0] for call in calls if call.func.id == "Finding" and call.args]
    return {name for arg in first for name in names_of(arg, opened_by)}


def names_of(arg: ast.expr, opened_by: set[str]) -> set[str]:
    if isinstance(arg, ast.Constant):
        return {arg.value}
    if isinstance(arg, ast.Name):
        return {getattr(statements, arg.id)}
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


@pytest.mark.parametrize("rule", sorted(rules() - {statements.TURN}))
def test_a_rule_reads_one_of_its_cases(rule: str) -> None:
    assert any(rule == found.rule for case in section(rule) for found in statements_in(case.text))


def test_no_section_is_for_a_rule_that_is_gone() -> None:
    sections = {case.rule for case in CASES["statements.txt"]}
    assert sections - {"chrome"} <= rules()
