"""Who may enter where a password is asked, and what no server answers: over a real connection."""

from __future__ import annotations

import re
import socket
import time
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qawl import cli
from qawl.library import Library
from qawl.show.strings import strings
from qawl.web import entering, shelf
from qawl.web import serving as server
from qawl.web.app import ROUTES, application
from qawl.web.entering import GUESSES, OPEN, Keys
from qawl.web.limits import ADDRESS, HEADERS, PARAMETERS
from qawl.web.words import word
from qawl.web.writing import Form, changes, led_to
from tools.browser import served as serving

PASSWORD, TOKEN = "كلمة سر طويلة", "token-of-programs"
BROWSER = {"accept": "text/html,*/*"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("entry") / "empty.library"
    Library(where, create=True).close()
    return where


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entering, "WRONG_SECONDS", 0.0)


@pytest.fixture
def closed(folder: Path) -> Iterator[str]:
    """A server that asks for a password or a token."""
    with serving(application(folder, keys=Keys(PASSWORD, TOKEN))) as address:
        yield address


@pytest.fixture
def browser(closed: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=closed, headers=BROWSER) as client:
        yield client


def log_in(browser: httpx.Client, password: str, onwards: str = "/agenda") -> httpx.Response:
    found = re.search(r'name="form_token" value="(\w+)"', browser.get("/login").text)
    assert found
    return browser.post("/login", data={"form_token": found[1], "password": password, "next": onwards})


def basic(secret: str) -> dict[str, str]:
    return {"authorization": "Basic " + b64encode(f"anyone:{secret}".encode()).decode()}


def test_without_a_password_no_page_is_shown(browser: httpx.Client) -> None:
    for route in ROUTES:
        if not OPEN.fullmatch(route.path):
            address = re.sub(r"\{.*?\}", "abc", route.path)
            answer = browser.get(address + "?x=1")
            assert answer.status_code == 303, address
            assert urlsplit(answer.headers["location"]).path == "/login"
            program = httpx.get(f"{browser.base_url}".rstrip("/") + address)
            assert program.status_code == 401
            assert program.headers["www-authenticate"].startswith("Basic")
    assert browser.post("/logout").status_code == 303
    assert browser.get("/static/qawl.css").status_code == 200
    assert browser.get("/settings?lang=en").status_code == 303


def test_a_reader_logs_in_reads_and_logs_out(browser: httpx.Client) -> None:
    assert browser.get("/agenda?absent=1").headers["location"] == "/login?next=%2Fagenda%3Fabsent%3D1"
    wrong = log_in(browser, "password")
    assert word("ar", "password_wrong") in browser.get(wrong.headers["location"]).text
    assert browser.get("/agenda").status_code == 303
    entered = log_in(browser, PASSWORD)
    assert (entered.status_code, entered.headers["location"]) == (303, "/agenda")
    cookie = entered.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=lax", "max-age="))
    page = browser.get("/agenda")
    assert page.status_code == 200
    session = browser.cookies["qawl_session"]
    found = re.search(r'action="/logout"><input type="hidden" name="form_token" value="(\w+)"', page.text)
    assert found
    assert browser.post("/logout").status_code == 403
    assert browser.post("/logout", data={"form_token": found[1]}).headers["location"] == "/login"
    browser.cookies.set("qawl_session", session)
    assert browser.get("/agenda").status_code == 303  # what was kept of it opens nothing any more


def test_a_form_belongs_to_the_session_in_which_it_was_shown(browser: httpx.Client) -> None:
    log_in(browser, PASSWORD)
    found = re.search(r'name="form_token" value="(\w+)"', browser.get("/agenda").text)
    assert found
    log_in_again = httpx.Client(base_url=browser.base_url, headers=BROWSER)
    log_in_again.cookies.set("qawl_form", browser.cookies["qawl_form"])
    log_in(log_in_again, PASSWORD)
    assert log_in_again.post("/logout", data={"form_token": found[1]}).status_code == 403


def test_a_log_in_cannot_be_forged(browser: httpx.Client) -> None:
    assert browser.post("/login", data={"password": PASSWORD}).status_code == 403
    assert browser.post("/login", data={"password": PASSWORD}, headers={"origin": "http://evil.example"}).status_code == 403
    assert log_in(browser, PASSWORD, "https://evil.example/").headers["location"] == "/"
    assert browser.get("/login?next=//evil.example").headers["location"] == "/"


def test_a_session_ends(browser: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entering, "LIFE", 0.0)
    log_in(browser, PASSWORD)
    assert browser.get("/agenda").status_code == 303


def test_programs_say_a_token(closed: str) -> None:
    for headers in ({"authorization": f"Bearer {TOKEN}"}, {"authorization": f"bearer  {TOKEN}"}, basic(TOKEN), basic(PASSWORD)):
        assert httpx.get(f"{closed}/agenda.ics", headers=headers).status_code == 200, headers
    for said in (
        "Bearer",
        f"Bearer {TOKEN[:-1]}",
        f"Digest {TOKEN}",
        TOKEN,
        "Basic !!!",
        *basic("").values(),
        *basic("x").values(),
    ):
        assert httpx.get(f"{closed}/agenda.ics", headers={"authorization": said}).status_code == 401, said


def test_the_api_refuses_in_its_own_form(closed: str) -> None:
    answer = httpx.get(f"{closed}/api/statements")
    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
    assert answer.json()["code"] == "password_wanted"
    assert httpx.get(f"{closed}/api/statements", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_who_guesses_is_not_listened_to_for_a_while(closed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = {"url": f"{closed}/agenda.ics"}
    assert {httpx.get(**ask, headers=basic("wrong")).status_code for _ in range(GUESSES)} == {401}
    answer = httpx.get(**ask, headers=basic(TOKEN))
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    monkeypatch.setattr(entering, "WINDOW", 0.0)
    assert httpx.get(**ask, headers=basic(TOKEN)).status_code == 200


def test_where_nothing_is_asked_nobody_logs_in(folder: Path) -> None:
    with serving(application(folder)) as address:
        assert httpx.get(f"{address}/login?next=/who").headers["location"] == "/who"
        assert "/logout" not in httpx.get(f"{address}/agenda").text


# -- starting


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_other_machines_are_not_served_without_a_password(folder: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    for host in ("0.0.0.0", "::"):
        assert cli.main(["serve", str(folder), "--host", host, "--lang", lang]) == 2
        told = capsys.readouterr().err
        assert strings()["serve.needs_password"][lang] in told
        assert all(way in told for way in ("--password-file", "--token-file", "QAWL_PASSWORD", "QAWL_TOKEN"))


def test_a_password_that_keeps_nobody_out_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    short = tmp_path / "short"
    short.write_text("  1234567 \n")
    for options in (["--password-file", str(short)], ["--token-file", str(tmp_path / "none")]):
        assert cli.main(["serve", str(folder), "--host", "0.0.0.0", *options]) == 2
        assert options[1] in capsys.readouterr().err
    monkeypatch.setenv("QAWL_TOKEN", "")
    assert cli.main(["serve", str(folder)]) == 2
    assert "QAWL_TOKEN" in capsys.readouterr().err


def test_a_server_for_others_says_that_nothing_is_encrypted(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It starts, asks for the password of the file, and answers under the name that is allowed."""
    file, seen = tmp_path / "password", list[tuple[int, int, int]]()
    file.write_text(f" {PASSWORD}\n", "utf-8")

    def instead(app: Starlette) -> object:
        class Server:
            def run(self, sockets: list[socket.socket]) -> None:
                with serving(app) as address:
                    token = basic(PASSWORD)
                    names = ({}, {"host": "qawl.example:80"}, {"host": "evil.example"})
                    seen.append(tuple(httpx.get(f"{address}/agenda", headers=token | name).status_code for name in names))  # type: ignore[arg-type]
                sockets[0].close()

        return Server()

    original = server.server_of
    monkeypatch.setattr(server, "server_of", instead)
    monkeypatch.setattr("tools.browser.server_of", original)
    port = free_port()
    options = ["--host", "0.0.0.0", "--port", str(port), "--password-file", str(file), "--allow-host", "Qawl.example"]
    assert cli.main(["serve", str(folder), *options]) == 0
    assert strings()["serve.in_clear"]["en"] in capsys.readouterr().err
    assert seen == [(200, 200, 400)]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as ears:
        return int(ears.getsockname()[1])


# -- what no server answers


@pytest.fixture(scope="module")
def slow() -> list[str]:
    """What the view that is sent slowly got."""
    return []


@pytest.fixture(scope="module")
def open_app(folder: Path, slow: list[str]) -> Starlette:
    app = application(folder)

    def keep(_: Request, form: Form) -> Response:
        slow.append(form.text("note"))
        return led_to("/")

    def break_down(_: Request) -> Response:
        raise RuntimeError("a secret of the machine")

    app.router.routes[:0] = [Route("/slow", changes(seconds=0.3)(keep), methods=["POST"]), Route("/broken", break_down)]
    return app


@pytest.fixture(scope="module")
def address(open_app: Starlette) -> Iterator[str]:
    with serving(open_app) as address:
        yield address


def say(address: str, request: bytes, wait: float = 10.0) -> bytes:
    """What a server answers to these very bytes until it ends the connection, or a while nothing comes."""
    parts = urlsplit(address)
    with socket.create_connection((str(parts.hostname), int(parts.port or 0)), timeout=wait) as line:
        line.sendall(request)
        pieces = []
        while piece := line.recv(65536):
            pieces.append(piece)
        return b"".join(pieces)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_what_is_too_large_is_told_in_the_language_of_the_reader(address: str, lang: str) -> None:
    cookies = {"cookie": f"lang={lang}; qawl_form={'x' * 43}"}
    for target, headers, status, key in (
        ("/?text=" + "x" * ADDRESS, {}, 414, "address_long"),
        ("/statements?" + "flags=x&" * PARAMETERS, {}, 414, "address_long"),
        ("/", {"x-long": "x" * HEADERS}, 431, "headers_large"),
        ("/slow", None, 413, "too_large"),
    ):
        if headers is None:
            answer = httpx.post(address + target, content=b"x" * 400_000, headers=cookies)
            assert answer.headers["connection"] == "close"
        else:
            answer = httpx.get(address + target, headers=cookies | headers)
        assert answer.status_code == status, target[:20]
        assert word(lang, key) in answer.text  # type: ignore[arg-type]


def test_the_longest_quotation_is_not_too_long(address: str) -> None:
    assert httpx.get(address + "/check", params={"quotation": "ق" * 5000}).status_code == 200


def test_who_sends_slowly_is_told_so_and_holds_nothing(address: str, slow: list[str]) -> None:
    kind = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 50\r\n"
    head = b"POST /slow HTTP/1.1\r\nHost: localhost\r\nCookie: qawl_form=" + b"x" * 43 + b"\r\n" + kind + b"\r\n"
    parts = urlsplit(address)
    lines = [socket.create_connection((str(parts.hostname), int(parts.port or 0)), timeout=10) for _ in range(50)]
    for line in lines:
        line.sendall(head + b"note=")
    assert httpx.get(address + "/agenda").status_code == 200  # there are more of them than threads, and holdings
    for line in lines:
        with line:
            assert line.recv(65536).startswith(b"HTTP/1.1 408")
    assert slow == []


def test_a_head_that_does_not_end_ends_the_connection(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "HEAD_SECONDS", 0.2)
    for request in (b"", b"GET / HTTP/1.1\r\nHost: loc", b"GET /agenda.ics HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HT"):
        try:
            answered = say(address, request)
        except ConnectionResetError:
            answered = b""
        assert answered.startswith(b"HTTP/1.1 200" if b"ics" in request else b"")


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/%2e%2e%2fapp.py", "/static/..%5capp.py",
        "/static/....//app.py", "/static//etc/passwd", "/static/%2fetc%2fpasswd", "/static/fonts/../../words.tsv",
        "/static/%252e%252e/app.py",
        "/static/qawl.css%00.html", "/static/%c0%ae%c0%ae/app.py", "/static/fonts", "/static/", "/page/..%2f..%2fqawl.sqlite",
        "/page/%2e%2e",
        "/statement/../../etc/passwd", "//etc/passwd", "/../etc/passwd", "/static/" + "a/" * 2000, "/static/" + "a" * 3000,
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_folder(address: str, path: str) -> None:
    answer = say(address, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 404"), answer[:200]
    assert b"root:" not in answer
    assert b"Starlette" not in answer


def test_an_accident_is_told_calmly_and_its_trace_goes_to_the_log(address: str, caplog: pytest.LogCaptureFixture) -> None:
    answer = httpx.get(f"{address}/broken")
    assert answer.status_code == 500
    assert word("ar", "broken") in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    for _ in range(200):  # it is written when the answer has gone
        if not caplog.text:
            time.sleep(0.02)
    assert "Traceback" in caplog.text
    assert "a secret of the machine" in caplog.text


def test_a_name_in_broken_letters_is_nobody(address: str) -> None:
    for name in ("محمد علي".encode().decode("latin-1"), "\ufffd", "\x00", "Ø Ù", "ß ð", "' OR 1=1 --", "%%%", "\u202e"):
        assert httpx.get(f"{address}/who", params={"name": name}).status_code in (400, 404), name


def test_no_address_changes_anything_without_the_token_of_its_form(address: str) -> None:
    """Whatever screens there are: each that takes what is sent refuses what has no token, and what comes from elsewhere."""
    taking = [re.sub(r"\{.*?\}", "abc", route.path) for route in ROUTES if "POST" in (route.methods or ())]
    assert len(taking) > 5
    for path in taking:
        for headers in (
            {},
            {"cookie": f"qawl_form={'x' * 43}"},
            {"origin": "http://evil.example"},
            {"sec-fetch-site": "same-site"},
        ):
            answer = httpx.post(address + path, data={"form_token": "x"}, headers=headers)
            assert answer.status_code == 403, (path, headers)


def test_an_address_does_not_take_any_method(address: str) -> None:
    for method, path in (("POST", "/"), ("DELETE", "/agenda"), ("GET", "/logout"), ("PUT", "/static/qawl.css")):
        answer = httpx.request(method, address + path)
        assert answer.status_code == 405, path
        assert answer.headers["allow"], path
        assert word("ar", "not_so") in answer.text


def test_who_waits_for_the_library_too_long_is_told(open_app: Starlette, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "WAITING", 0.1)
    held = [open_app.state.shelf.library() for _ in range(shelf.HOLDINGS)]
    for one in held:
        one.__enter__()
    answer, of_api = httpx.get(f"{address}/agenda"), httpx.get(f"{address}/api/statements")
    for one in held:
        one.__exit__(None, None, None)
    assert (of_api.status_code, of_api.json()["code"]) == (503, "busy")
    assert answer.status_code == 503
    assert word("ar", "busy") in answer.text
    assert int(answer.headers["retry-after"]) > 0
    assert httpx.get(f"{address}/agenda").status_code == 200


def test_only_names_of_this_machine_are_answered(address: str) -> None:
    for host, status in (
        ("localhost", 200), ("LOCALHOST:99", 200), ("127.0.0.1", 200), ("[::1]:8173", 200), ("192.168.1.7", 200),
        ("evil.example", 400), ("localhost.evil.example", 400), ("127.0.0.1.evil.example", 400), ("", 400), ("[::1", 400),
        ("a@localhost@b", 400),
    ):  # fmt: skip
        assert httpx.get(f"{address}/agenda", headers={"host": host}).status_code == status, host
