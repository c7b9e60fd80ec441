"""The import table: a room imports only rooms to its left, no two modules import each other, the code holds no Arabic word."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import qawl

ROOMS = (
    "model", "tables", "cases", "arabic", "pages", "reading", "engine", "library", "fetch", "show", "export", "web", "cli",
)  # fmt: skip
# The packages of the Arabic room; what lies beside them is for all of them.
ARABIC = (
    "dates", "names", "phrases", "alike", "people", "reporting", "world", "speakers", "frames", "actions", "stances", "agenda",
)  # fmt: skip
ROOT = Path(qawl.__file__).parent
# What the package offers; it stands outside the rooms, and only the command line may ask it for the version.
FRONT = "qawl"
LETTERS = "qawl.arabic.letters"
# A word is two letters side by side, or a string of letters alone; a range of code points in a pattern is none.
WORD = re.compile("[\u0621-\u064a]{2}|^[\u0621-\u064a]+$")


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_name(path): path for path in sorted(ROOT.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in FILES.items()}


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else FRONT


def imported(name: str) -> Iterator[tuple[str, bool]]:
    """Modules of the package that a module imports, and whether it does so as it is loaded."""
    tree = TREES[name]
    late = {
        id(inner)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(outer)
    }
    for node in ast.walk(tree):
        for target in targets(node, name):
            if target.split(".")[0] == "qawl":
                yield target, id(node) not in late


def targets(node: ast.AST, name: str) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    assert not node.level, f"{name}: write imports in full"
    base = node.module or ""
    return [f"{base}.{alias.name}" if f"{base}.{alias.name}" in FILES else base for alias in node.names]


def test_every_module_is_in_a_room() -> None:
    assert {room_of(name) for name in FILES} <= {*ROOMS, FRONT}


@pytest.mark.parametrize("name", sorted(set(FILES) - {FRONT}))
def test_a_room_imports_only_rooms_to_its_left(name: str) -> None:
    own = ROOMS.index(room_of(name))
    wrong = [target for target, _ in imported(name) if target != FRONT and ROOMS.index(room_of(target)) > own]
    assert wrong == []
    assert room_of(name) == "cli" or FRONT not in {target for target, _ in imported(name)}


def arabic_package(module: str) -> int:
    """The place of the Arabic package that holds a module; -1 of what is for all of them."""
    parts = module.split(".")
    return ARABIC.index(parts[2]) if parts[:2] == ["qawl", "arabic"] and parts[2:3] and parts[2] in ARABIC else -1


@pytest.mark.parametrize("package", ARABIC)
def test_an_arabic_package_imports_only_those_to_its_left(package: str) -> None:
    own = ARABIC.index(package)
    inside = [name for name in FILES if arabic_package(name) == own]
    assert inside
    assert [(name, target) for name in inside for target, _ in imported(name) if arabic_package(target) > own] == []


def test_no_two_modules_import_each_other() -> None:
    ahead = {name: {target for target, _ in imported(name) if target != name} for name in FILES}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"an import circle: {' -> '.join((*path, name))}"
        if name not in done:
            for target in sorted(ahead[name]):
                visit(target, (*path, name))
            done.add(name)

    for name in sorted(ahead):
        visit(name, ())


def docstrings(tree: ast.Module) -> set[int]:
    """Every string that stands as a statement: docstrings of modules, classes, functions and fields."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}


@pytest.mark.parametrize("name", sorted(set(FILES) - {LETTERS}))
def test_no_arabic_word_stands_in_the_code(name: str) -> None:
    tree = TREES[name]
    free = docstrings(tree)
    words = [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in free and WORD.search(node.value)
    ]
    assert words == []
