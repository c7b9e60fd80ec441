"""A library served to a browser of this machine: for the tests that walk the pages and for the pictures of them."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, Playwright
from starlette.applications import Starlette

from qawl.web.serving import server_of

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ALONE = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run")  # fmt: skip
MISSING = "no Chromium here: install the package chromium (apt install chromium), or name one with QAWL_CHROMIUM"
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


class NoChromium(Exception):
    """This machine has no Chromium; the message says what to install."""


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """The address of the application, served on a free port of the loopback."""
    with socket.socket() as ears:
        ears.bind(("127.0.0.1", 0))
        ears.listen()
        server = server_of(app)
        serving = threading.Thread(target=server.run, kwargs={"sockets": [ears]}, daemon=True)
        serving.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{ears.getsockname()[1]}"
        finally:
            server.should_exit = True
            serving.join()


def open_chromium(playwright: Playwright) -> Browser:
    """The system's Chromium, without a window. Raises `NoChromium`."""
    path = os.environ.get("QAWL_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not path:
        raise NoChromium(MISSING)
    return playwright.chromium.launch(executable_path=path, args=list(ALONE))


def reader(browser: Browser, address: str, size: str = "desktop", **chosen: str) -> BrowserContext:
    """A reader with a window of this size and these settings, for whom nothing moves."""
    width, height = SIZES[size]
    made = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    made.add_cookies([{"name": name, "value": value, "url": address} for name, value in chosen.items()])
    return made


def complaints(page: Page) -> list[str]:
    """What the console of a page complains of from now on."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    return told
