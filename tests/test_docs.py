"""The documentation: what it names is there, what is there is named, and what it shows runs."""

from __future__ import annotations

import argparse
import ast
import csv
import doctest
import json
import re
import shlex
from collections.abc import Iterator
from functools import cache
from inspect import getmembers, isclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec
import pytest
from test_cases import rules as rule_names
from test_cases import said
from test_imports import ROOMS

import qawl
from qawl import model
from qawl.arabic import lexicon, verbs
from qawl.arabic.reporting import rules
from qawl.cases import Case, read_cases
from qawl.cli import build_parser
from qawl.tables import table_lines

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
DATA = ROOT / "qawl" / "arabic" / "data"
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
PAGES = sorted(
    [*ROOT.glob("*.md"), *(page for folder in ("docs", "qawl", "bench", "tools") for page in (ROOT / folder).rglob("*.md"))]
)
EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
# Where each room's modules may be described, beside docs/architecture.md.
ROOM_PAGES = {
    "arabic": ("arabic.md", "dates.md", "agenda.md", "actions.md", "stances.md", "world.md"),
    "pages": ("pages.md", "archives.md"),
    "engine": ("engine.md",),
    "library": ("library.md", "across.md"),
    "fetch": ("fetch.md",),
    "show": ("show.md",),
    "export": ("export.md",),
    "web": ("web.md",),
    "cli": ("cli.md",),
}


@cache
def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def code_blocks(page: Path) -> Iterator[tuple[str, str]]:
    """The fenced blocks of a page: what stands behind the fence, and the lines."""
    for indent, kind, body in re.findall(r"^( *)```(\w*)\n(.*?)^ *```$", read(page), re.DOTALL | re.MULTILINE):
        yield kind, re.sub(f"^{indent}", "", body, flags=re.MULTILINE)


def block(page: Path, kind: str) -> str:
    (found,) = [body for name, body in code_blocks(page) if name == kind]
    return found


def prose(page: Path) -> str:
    return re.sub(r"^ *```.*?^ *```$", "", read(page), flags=re.DOTALL | re.MULTILINE)


def table_rows(text: str) -> list[list[str]]:
    """The rows of the tables of a text, without heads and rules; `\\|` is a bar within a cell."""
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in row] for row in rows]
    return [row for number, row in enumerate(cells) if not is_rule(row) and not is_rule([*cells, []][number + 1])]


def is_rule(row: list[str]) -> bool:
    return bool(row) and all(set(cell) <= set("-:") and cell for cell in row)


def sections(page: Path) -> dict[str, str]:
    """The text under each heading of a page, by the heading's words."""
    parts = re.split(r"^#+ (.+)$", prose(page), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


# -- the command line


def commands() -> dict[str, argparse.ArgumentParser]:
    (action,) = [action for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(action.choices)


def options(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    return (action for action in parser._actions if action.option_strings and "--help" not in action.option_strings)


def test_every_command_is_documented() -> None:
    text = read(DOCS / "cli.md")
    assert [name for name in commands() if f"qawl {name}" not in text] == []


def test_every_option_and_its_choices_are_documented() -> None:
    text = read(DOCS / "cli.md").replace("\\|", "|")
    for parser in (build_parser(), *commands().values()):
        for option in options(parser):
            assert option.option_strings[0] in text
            assert not option.choices or "|".join(sorted(option.choices)) in {
                "|".join(sorted(choices.split("|"))) for choices in re.findall(r"[a-z_]+(?:\|[a-z_]+)+", text)
            }


def test_every_option_that_is_documented_exists() -> None:
    known = {
        name for parser in (build_parser(), *commands().values()) for option in options(parser) for name in option.option_strings
    }
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", read(DOCS / "cli.md"))) <= known


def shown_commands() -> Iterator[str]:
    for page in (README, CONTRIBUTING, DOCS / "cli.md"):
        lines = [line for kind, body in code_blocks(page) if not kind for line in body.splitlines()]
        for line in lines:
            command = re.split(r" {2,}| # ", line.rpartition("| ")[2])[0]
            if command.startswith("qawl ") and "…" not in command and not command.startswith("qawl: "):
                yield command


@pytest.mark.parametrize("command", sorted(set(shown_commands())))
def test_a_command_that_is_shown_is_accepted(command: str) -> None:
    words = shlex.split(command.replace("$(qawl samples)", "page.html"))[1:]
    assert words == ["--version"] or build_parser().parse_args(words).run


@EVERY_PAGE
def test_what_is_said_to_be_made_can_be_made(page: Path) -> None:
    text = read(page)
    targets = set(re.findall(r"^([a-z-]+):", read(ROOT / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)) <= targets
    for module in re.findall(r"python -m (bench\.\w+)", text):
        assert (ROOT / f"{module.replace('.', '/')}.py").is_file()


# -- the record


def record_types() -> list[type[msgspec.Struct]]:
    return [
        kind for _, kind in getmembers(model, isclass) if issubclass(kind, msgspec.Struct) and kind.__module__ == model.__name__
    ]


@pytest.mark.parametrize("kind", record_types(), ids=lambda kind: kind.__name__)
def test_every_field_is_documented(kind: type[msgspec.Struct]) -> None:
    section = sections(DOCS / "record.md")[f"`{kind.__name__}`"]
    own = list(kind.__annotations__)
    assert [cells[0].strip("`") for cells in table_rows(section)][: len(own)] == own
    (base,) = kind.__bases__
    assert base is msgspec.Struct or f"A `{base.__name__}`, and:" in section


def closed_lists() -> dict[str, tuple[str, ...]]:
    return {name: get_args(value) for name, value in vars(model).items() if get_origin(value) is Literal}


@pytest.mark.parametrize("name", sorted(closed_lists()))
def test_every_value_of_a_closed_list_is_documented(name: str) -> None:
    assert [value for value in closed_lists()[name] if f"`{value}`" not in read(DOCS / "record.md")] == []


# -- tables, rules, modules, rooms


def described_columns(name: str) -> set[str]:
    """The words with which the pages describe the columns of a table."""
    rows = [row for page in (DOCS / "arabic.md", DATA / "SOURCES.md") for row in table_rows(read(page))]
    return {word for row in rows if f"`{name}`" in row[0] for word in re.findall(r"\w+", row[1])}


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.tsv")))
def test_every_table_and_its_columns_are_documented(name: str) -> None:
    _, header = next(table_lines(DATA / name))
    assert set(header) - described_columns(name) == set()


def test_every_table_that_is_documented_exists() -> None:
    rows = [row for page in (DOCS / "arabic.md", DATA / "SOURCES.md") for row in table_rows(read(page))]
    named = {name for row in rows for name in re.findall(r"^`(\w+\.tsv)`", row[0])}
    assert [name for name in named if not (DATA / name).is_file()] == []


def test_every_rule_is_documented() -> None:
    rows = table_rows(sections(DOCS / "arabic.md")["The rules"])
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row[2])} == rule_names()
    bodies = [ast.parse(read(path)).body for path in (ROOT / "qawl" / "arabic" / "reporting").glob("*.py")]
    functions = {node.name for body in bodies for node in body if isinstance(node, ast.FunctionDef)}
    assert {row[0].strip("`") for row in rows} <= functions
    assert {rule.__name__ for rule in rules.VERB_RULES} <= {row[0].strip("`") for row in rows}


def modules() -> list[Path]:
    return [path.relative_to(ROOT / "qawl") for path in sorted((ROOT / "qawl").rglob("*.py")) if path.name != "__init__.py"]


@pytest.mark.parametrize("module", modules(), ids=str)
def test_every_module_is_documented(module: Path) -> None:
    pages = ["architecture.md", *ROOM_PAGES.get(module.parts[0], ())]
    name = f"`{module.stem}`" if len(module.parts) == 1 else f"`{'/'.join(module.parts[1:])}`"
    assert any(name in read(DOCS / page) for page in pages)


def test_the_rooms_are_those_that_the_imports_are_held_to() -> None:
    rows = table_rows(sections(DOCS / "architecture.md")["The rooms"])
    assert [row[0].strip("`") for row in rows] == list(ROOMS)
    for row in rows:
        here = any((ROOT / "qawl" / name).exists() for name in (f"{row[0].strip('`')}.py", row[0].strip("`")))
        assert here != ("not there yet" in row[1])


# -- links


def slug(heading: str) -> str:
    """The anchor that a heading gets: small letters, hyphens for spaces, no marks."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@EVERY_PAGE
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if not re.match(r"[a-z]+:", target):
            path, _, anchor = target.partition("#")
            goal = (page.parent / path).resolve() if path else page
            assert goal.exists(), target
            assert ROOT in (goal, *goal.parents), target
            assert not anchor or anchor in map(slug, sections(goal)), target


# -- what the pages show


@EVERY_PAGE
def test_python_that_is_shown_runs(page: Path) -> None:
    """Blocks with `>>>` run in order, each page in a session of its own, and print what stands there."""
    shown = "\n".join(body for kind, body in code_blocks(page) if kind == "python" and ">>>" in body)
    test = doctest.DocTestParser().get_doctest(shown, {}, page.name, str(page), 0)
    failed, _ = doctest.DocTestRunner(verbose=False).run(test)
    assert failed == 0


def filled_fields(value: Any) -> Any:
    """A record without what is null or empty."""
    if isinstance(value, dict):
        return {key: filled_fields(item) for key, item in value.items() if item is not None and item != []}
    return [filled_fields(item) for item in value] if isinstance(value, list) else value


def test_the_statement_that_the_readme_shows_is_read_from_the_sample() -> None:
    record = json.loads(qawl.read((ROOT / "qawl" / "samples" / "summit.html").read_bytes()).to_json())
    assert json.loads(block(README, "json")) in filled_fields(record["statements"])


# -- the walk of CONTRIBUTING.md: a verb, a rule, a case


def cases_of(text: str, tmp_path: Path) -> list[Case]:
    path = tmp_path / "walk.txt"
    path.write_text(text, encoding="utf-8")
    return read_cases(path)


def test_the_verb_of_the_walk_makes_its_case_pass(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, header = next(table_lines(DATA / "verbs.tsv"))
    (cells,) = csv.reader([block(CONTRIBUTING, "row").rstrip("\n")], delimiter="\t", quoting=csv.QUOTE_NONE)
    row = dict(zip(header, cells, strict=True))
    assert "\\t".join(cells) in read(CONTRIBUTING)
    known = verbs.verb_readings() | {form: (reading,) for form, reading in verbs.readings_of(row)}
    classes = lexicon.word_classes() | dict.fromkeys(dict(verbs.readings_of(row)), lexicon.SPEECH)
    with_new_words(monkeypatch, known, classes)
    for case in cases_of(block(CONTRIBUTING, "case"), tmp_path):
        assert said(case.text) == case.expected


def with_new_words(monkeypatch: pytest.MonkeyPatch, known: dict[str, Any], classes: dict[str, int]) -> None:
    monkeypatch.setattr("qawl.arabic.lexicon.verb_readings", lambda: known)
    monkeypatch.setattr("qawl.arabic.lexicon.word_classes", lambda: classes)
    monkeypatch.setattr("qawl.arabic.tokens._analysed", {})


def test_the_rule_of_the_walk_reads_its_cases(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also in the copy of somebody who has just walked it."""
    names: dict[str, Any] = {}
    exec(compile(block(CONTRIBUTING, "rule"), "walk", "exec"), names)
    walked = names["saying_pointed_at"]
    others = [rule for rule in rules.VERB_RULES if rule.__name__ != walked.__name__]
    order = ", ".join(rule.__name__ for rule in [*others, walked])
    assert f"VERB_RULES: list[Rule] = [{order}]" in read(CONTRIBUTING)
    monkeypatch.setattr(rules, "VERB_RULES", [*others, walked])
    for case in cases_of(block(CONTRIBUTING, "cases"), tmp_path):
        assert said(case.text) == case.expected, case.text
