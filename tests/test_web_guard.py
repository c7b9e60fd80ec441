"""Safety of the web pages: changes come from the pages themselves and in bounds, and what is refused is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from qawl.library import Library
from qawl.web.app import application
from qawl.web.words import word
from qawl.web.writing import FIELDS, Form, changes, field, led_to, remember

HOME = "http://localhost"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("guard") / "empty.library"
    Library(where, create=True).close()
    return where


class Notes:
    """A page with a form that changes something, as a screen has one."""

    def __init__(self, folder: Path) -> None:
        self.kept: list[tuple[str, list[str], int]] = []
        self.app = application(folder)
        self.app.router.routes[:0] = [
            Route("/form", self.show, methods=["GET"]),
            Route("/form", changes(most=4000, seconds=5)(self.keep), methods=["POST"]),
        ]

    def show(self, request: Request) -> Response:
        answer = HTMLResponse(field(request) + field(request))
        remember(request, answer)
        return answer

    def keep(self, _: Request, form: Form) -> Response:
        file = form.file("file")
        self.kept.append((form.text("note"), form.texts("flag"), len(file.file.read()) if file else -1))
        return led_to("/form")


@pytest.fixture
def notes(folder: Path) -> Notes:
    return Notes(folder)


@pytest.fixture
def reader(notes: Notes) -> Iterator[TestClient]:
    with TestClient(notes.app, base_url=HOME, follow_redirects=False) as client:
        yield client


def token_of(reader: TestClient) -> str:
    """The token of the form that this reader is shown."""
    first, second = re.findall(r'name="form_token" value="(\w+)"', reader.get("/form").text)
    assert first == second
    return str(first)


def test_a_form_of_the_page_is_taken_and_leads_elsewhere(notes: Notes, reader: TestClient) -> None:
    own = {"form_token": token_of(reader), "note": " نعم ", "flag": ["a", "b"]}
    headers = {"origin": HOME, "sec-fetch-site": "same-origin"}
    assert reader.post("/form", data=own, headers=headers).status_code == 303
    assert reader.post("/form", data=own, files={"file": ("page.html", b"12345")}).status_code == 303
    assert notes.kept == [("نعم", ["a", "b"], -1), ("نعم", ["a", "b"], 5)]


def test_the_cookie_goes_nowhere_else_and_stays(reader: TestClient) -> None:
    cookie = reader.get("/form").headers["set-cookie"].lower()
    assert {"httponly", "samesite=strict"} <= {part.strip() for part in cookie.split(";")}
    assert "set-cookie" not in reader.get("/form").headers


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9000"},
        {"origin": "http://localhost.evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": HOME, "sec-fetch-site": "cross-site"},
    ],
)
def test_what_says_that_it_comes_from_elsewhere_changes_nothing(notes: Notes, reader: TestClient, headers: dict[str, str]) -> None:
    own = {"form_token": token_of(reader), "note": "x"}
    for lang in ("ar", "en"):
        reader.cookies.set("lang", lang)
        answer = reader.post("/form", data=own, headers=headers)
        assert answer.status_code == 403
        assert word(lang, "form_forged") in answer.text  # type: ignore[arg-type]
    assert notes.kept == []


def test_without_the_token_of_this_reader_nothing_is_changed(notes: Notes, reader: TestClient, folder: Path) -> None:
    own = token_of(reader)
    of_another = token_of(TestClient(notes.app, base_url=HOME))
    elsewhere = TestClient(Notes(folder).app, base_url=HOME)
    elsewhere.cookies.update(reader.cookies)
    of_another_server = token_of(elsewhere)
    cookie = reader.cookies["qawl_form"]
    for forged in (None, "", of_another, of_another_server, cookie, own.upper(), own + "0", "ا"):
        answer = reader.post("/form", data={"note": "x"} | ({} if forged is None else {"form_token": forged}))
        assert answer.status_code == 403, forged
        assert word("ar", "form_old") in answer.text
    assert notes.kept == []


def test_who_never_saw_a_form_sends_nothing(notes: Notes, reader: TestClient) -> None:
    """The reader has no cookie yet: neither no token nor one that the forger got for himself is taken, nor an empty cookie."""
    got = token_of(TestClient(notes.app, base_url=HOME))
    for sent in ({}, {"form_token": got}, {"form_token": ""}):
        assert reader.post("/form", data=sent).status_code == 403
    reader.cookies.set("qawl_form", "")
    assert reader.post("/form", data={"form_token": ""}).status_code == 403
    assert notes.kept == []


def test_what_is_no_form_changes_nothing(notes: Notes, reader: TestClient) -> None:
    """A page elsewhere can send text of its own, which looks like a form or like JSON, with no question asked before."""
    own = token_of(reader)
    for kind, body in (
        ("text/plain", f"form_token={own}&note=x"),
        ("application/json", f'{{"form_token": "{own}"}}'),
        ("multipart/form-data", f"form_token={own}"),
        ("multipart/form-data; boundary=x", f"form_token={own}"),
    ):
        assert reader.post("/form", content=body.encode(), headers={"content-type": kind}).status_code in (400, 403), kind
    assert notes.kept == []


def test_a_form_has_its_bounds(notes: Notes, reader: TestClient) -> None:
    own = {"form_token": token_of(reader)}
    long = own | {"note": "x" * 5000}
    answer = reader.post("/form", data=long)
    assert answer.status_code == 413
    assert word("ar", "too_large") in answer.text
    pieces = iter([b"note=", *[b"x" * 100] * 50])
    assert reader.post("/form", content=pieces, headers={"content-type": "application/x-www-form-urlencoded"}).status_code == 413
    assert reader.post("/form", data=own, files={"file": ("a", b"x" * 5000)}).status_code == 413
    assert reader.post("/form", data=own | {"f": ["1"] * (FIELDS + 1)}).status_code == 400
    assert notes.kept == []
