"""A library served on a port of this machine, and the system's Chromium to walk it: shared by the tests that need a real browser.

Chromium is the system's; where there is none, the tests fail and say which package to install.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from qawl.web.app import application

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ALONE = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run")  # fmt: skip
LONG = 20_000  # milliseconds: the machine may have other things to do

expect.set_options(timeout=LONG)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of a library."""
    with socket.socket() as ears:
        ears.bind(("127.0.0.1", 0))
        ears.listen()
        server = uvicorn.Server(uvicorn.Config(application(folder), log_level="warning"))
        serving = threading.Thread(target=server.run, kwargs={"sockets": [ears]}, daemon=True)
        serving.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{ears.getsockname()[1]}"
        server.should_exit = True
        serving.join()


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    path = os.environ.get("QAWL_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert path, "no Chromium here: install the package chromium (apt install chromium), or name one with QAWL_CHROMIUM"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ALONE)
        yield browser
        browser.close()


def heard(page: Page) -> list[str]:
    """What the console of a page complains of from now on."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    return told
