"""The log-in and forged requests in a real browser, which says itself where a request comes from, and which cookies go with it."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import heard
from playwright.sync_api import Browser, Page

from qawl.library import Library
from qawl.web.app import application
from qawl.web.entering import Keys
from qawl.web.words import word
from tools.browser import served as serving

PASSWORD = "كلمة سر طويلة"
FORGED = """<form method="post" action="{target}/logout" enctype="{kind}"><input name="form_token" value="x"></form>
<script>document.forms[0].submit()</script>"""
KINDS = ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("forged") / "empty.library"
    Library(folder, create=True).close()
    with serving(application(folder, keys=Keys(PASSWORD))) as address:
        yield address


@pytest.fixture(scope="module")
def elsewhere(address: str) -> Iterator[int]:
    """The port of a server whose pages send forged forms; the path says of which kind."""

    class Forger(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(FORGED.format(target=address, kind=self.path[1:]).encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Forger)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def log_in(page: Page, address: str) -> None:
    page.goto(f"{address}/agenda?absent=1")
    page.get_by_label(word("ar", "password")).fill(PASSWORD)
    page.get_by_role("button", name=word("ar", "enter")).click()


def test_a_reader_logs_in_and_out_and_nobody_does_it_for_him(chromium: Browser, address: str, elsewhere: int) -> None:
    page = chromium.new_page()
    told = heard(page)
    page.goto(address)
    assert page.get_by_role("navigation").count() == 0
    assert [one for one in Axe().run(page).response["violations"] if one["impact"] in ("serious", "critical")] == []
    page.get_by_label(word("ar", "password")).fill("not this one")
    page.keyboard.press("Enter")
    assert page.get_by_role("alert").inner_text() == word("ar", "password_wrong")
    log_in(page, address)
    assert page.url == f"{address}/agenda?absent=1"
    assert told == []
    for kind in KINDS:  # another port is the same site to a browser, so that all cookies go with what it sends
        page.goto(f"http://127.0.0.1:{elsewhere}/{kind}", wait_until="commit")
        page.wait_for_url(f"{address}/logout")
        assert word("ar", "form_forged") in page.inner_text("main")
    page.goto(f"http://localhost:{elsewhere}/{KINDS[0]}", wait_until="commit")
    page.wait_for_url(f"{address}/")  # from another site it comes without the session, which is still there
    page.goto(f"{address}/agenda")
    page.get_by_role("button", name=word("ar", "leave")).click()
    page.wait_for_url(f"{address}/login")
    page.goto(f"{address}/agenda")
    assert page.get_by_label(word("ar", "password")).is_visible()
    page.close()
