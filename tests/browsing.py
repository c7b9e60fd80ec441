"""A library served on a port of this machine, and the system's Chromium to walk it: shared by the tests that need a real browser.

Chromium is the system's; where there is none, the tests fail and say which package to install.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, expect, sync_playwright

from qawl.web.app import application
from tools import browser
from tools.browser import complaints as heard

__all__ = ["follow", "heard", "open_chromium", "served"]
LONG = 20_000  # milliseconds: the machine may have other things to do

expect.set_options(timeout=LONG)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of a library."""
    with browser.served(application(folder)) as address:
        yield address


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with sync_playwright() as playwright:
        opened = browser.open_chromium(playwright)
        yield opened
        opened.close()


def follow(link: Locator) -> None:
    """Go where a link or a button leads, until the page stands there whole: a count of what is half loaded is too low."""
    link.click()
    link.page.wait_for_load_state()
