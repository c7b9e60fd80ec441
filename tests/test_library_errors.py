"""What a library says where something goes wrong: each message stands in the table in both languages, with the same places."""

from __future__ import annotations

import ast
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest

import qawl
from qawl.library.errors import ErrorCode, LibraryError, Message
from qawl.show.strings import LANGS
from qawl.tables import read_table
from qawl.web.words import word

ROWS = {row["en"]: row["ar"] for row in read_table(Path(str(files("qawl") / "library" / "errors.tsv")))}
ROOT = Path(qawl.__file__).parent
# What makes a message, and which of its arguments is the template.
MAKERS = {"LibraryError": 1, "Message": 0, "_wrong": 0}


def templates() -> set[str]:
    """Every template that the code says; one that is chosen between two counts as both."""
    calls = (
        node for path in ROOT.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    )
    given = (call.args[MAKERS[name]] for call in calls if (name := named(call.func)) in MAKERS)
    chosen = (side for node in given for side in ((node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,)))
    return {side.value for side in chosen if isinstance(side, ast.Constant)}


def named(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_every_message_is_in_the_table_and_every_row_is_said() -> None:
    assert templates() == set(ROWS)


@pytest.mark.parametrize("template", ROWS)
def test_both_languages_have_the_same_places(template: str) -> None:
    assert places(template) == places(ROWS[template])
    assert ROWS[template] != template or template == "{error}"


@pytest.mark.parametrize(
    ("error", "en", "ar"),
    [
        (
            LibraryError("not_found", "there is no {what} {wanted} in this library", what=Message("page"), wanted="ab12"),
            "there is no page ab12 in this library",
            "لا صفحة في هذه المكتبة هي ab12",
        ),
        (LibraryError("bad_value", "{name!r} is no name", name="{}"), "'{}' is no name", "«{}» ليس اسما"),
    ],
)
def test_a_message_is_told_in_either_language(error: LibraryError, en: str, ar: str) -> None:
    assert (error.told("en"), error.told("ar"), error.message) == (en, ar, en)
    assert str(error) == f"{en} ({error.code})"


def test_a_message_without_its_detail_breaks_where_it_is_made() -> None:
    missing: dict[str, Any] = {}
    with pytest.raises(KeyError):
        LibraryError("bad_value", "{name!r} is no name", **missing)


@pytest.mark.parametrize("code", get_args(ErrorCode))
def test_each_reason_why_a_library_cannot_be_used_has_a_heading_in_both_languages(code: str) -> None:
    told = {word(lang, f"library_error.{code}") for lang in LANGS}
    assert len(told) == 2
    assert all(told)
