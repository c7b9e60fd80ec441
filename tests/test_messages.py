"""What is said of pages, addresses and files that fail: each message of the code stands in the table, in both languages."""

from __future__ import annotations

import argparse
import ast
import os
import re
from collections.abc import Iterator
from errno import EACCES, EADDRINUSE, EEXIST, EISDIR, ENOENT, ENOSPC, ENOTDIR
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

import qawl
from qawl.fetch import NotFetched
from qawl.fetch.addresses import read_address
from qawl.fetch.fetching import ADVICE
from qawl.model import Unreadable
from qawl.pages.decode import decode
from qawl.show.failures import reason_line
from qawl.show.messages import reason, told, told_or_kept
from qawl.tables import read_table

ROOT = Path(qawl.__file__).parent
ROWS = {row["en"]: row["ar"] for row in read_table(Path(str(files("qawl") / "show" / "messages.tsv")))}
# Rows for what the code puts together of a message and a note.
NOTED = {"{message} (sent on by {sender})", "{message} (when asked for {url})", "{advice} (it asks to wait {seconds} seconds)"}
# What the operating system says.
SYSTEM = {os.strerror(number) for number in (ENOENT, EACCES, EISDIR, ENOTDIR, EEXIST, ENOSPC, EADDRINUSE)}
# What the parser of the command line says, as its module has it: %s and %(name)s are places.
PARSER = {
    re.sub(r"%(?:\(\w+\))?[sr]", "{}", node.value)
    for node in ast.walk(ast.parse(Path(argparse.__file__).read_text("utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}
# What carries a message, and which of its arguments it is.
MAKERS = {
    "ArgumentTypeError": 0,
    "Unreadable": 1,
    "Damaged": 0,
    "NotFetched": 1,
    "NotPacked": 0,
    "_damage": 0,
    "damaged": 2,
    "_bad": 1,
    "_failed": 2,
}
KEYWORDS = {"Damage": "message", "Polled": "message"}


def shape(template: str) -> str:
    """A message with its places without their names."""
    return "".join(words + ("{}" if place else "") for words, place, *_ in Formatter().parse(template))


def shapes_in(node: ast.AST) -> Iterator[str]:
    """Of a text of the code; both where it is one of two."""
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.JoinedStr(parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
        case ast.IfExp(_, first, second):
            yield from (*shapes_in(first), *shapes_in(second))


def called(function: ast.expr) -> str:
    """The name that a call calls, without its module."""
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


@cache
def nodes() -> tuple[ast.AST, ...]:
    return tuple(node for path in ROOT.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def carried() -> set[str]:
    """The messages that are made where a failure is."""
    calls = [(called(node.func), node) for node in nodes() if isinstance(node, ast.Call)]
    placed = [call.args[at] for name, call in calls if (at := MAKERS.get(name, 99)) < len(call.args)]
    named = [word.value for name, call in calls for word in call.keywords if word.arg and KEYWORDS.get(name) == word.arg]
    return {text for node in (*placed, *named) for text in shapes_in(node)}


def test_every_message_of_a_failure_is_in_the_table() -> None:
    found = carried()
    assert len(found) > 100
    assert found - {shape(row) for row in ROWS} == set()


def test_every_row_is_said_somewhere() -> None:
    written = {text for node in nodes() for text in shapes_in(node)}
    assert {row for row in ROWS if shape(row) not in written | PARSER} == NOTED | SYSTEM


@pytest.mark.parametrize("row", ROWS)
def test_both_languages_have_the_same_places_once(row: str) -> None:
    places = [[place for _, place, *_ in Formatter().parse(words) if place] for words in (row, ROWS[row])]
    assert sorted(places[0]) == sorted(places[1])
    assert len(set(places[0])) == len(places[0])


@pytest.mark.parametrize("row", ROWS)
def test_each_row_tells_itself(row: str) -> None:
    places = {place: f"⟨{place}⟩" for _, place, *_ in Formatter().parse(row) if place}
    assert told(row.format_map(places), "ar") == ROWS[row].format_map(places)
    assert told(row.format_map(places), "en") == row.format_map(places)


@pytest.mark.parametrize("address", ["ftp://example.org/a", "http://", "https://example.org:99999/", "https://a:b@example.org/"])
def test_what_is_wrong_with_an_address_is_told_in_arabic(address: str) -> None:
    with pytest.raises(NotFetched) as caught:
        read_address(address)
    line = told(caught.value.message, "ar")
    assert line
    assert not re.search("[a-z]{3,}", line.replace(repr(address), "").replace("http", ""))


@pytest.mark.parametrize("data", [b"", b"  \n", b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n", b"\x1f\x8b\x08 x", b"\x00\x01\x02" * 99])
def test_why_a_file_is_no_page_is_told_in_arabic(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    line = told(caught.value.message, "ar")
    assert line
    assert not re.search("[a-z]{3,}", line.replace("gzip", ""))


@pytest.mark.parametrize("status", ADVICE)
def test_a_message_within_a_message_is_told_too(status: int) -> None:
    line = told(f"the host answers {status}: {ADVICE[status]} (sent on by https://example.org/x)", "ar")
    assert line == f"يجيب الموقع بالرمز {status}: {ROWS[ADVICE[status]]} (أحال إليه https://example.org/x)"


def test_what_the_table_lacks_is_told_by_its_code_or_kept() -> None:
    assert told("no such thing was ever said", "ar") == ""
    assert told_or_kept("no such thing was ever said", "ar") == "no such thing was ever said"
    assert reason("empty", "no such thing was ever said", "ar") == reason("empty", None, "ar") == "لا شيء فيه"
    assert reason_line("a.html", "empty", "the input is empty; give a page with text in it", "ar") == (
        "a.html: المدخل فارغ؛ أعط صفحة فيها نص (empty)"
    )
