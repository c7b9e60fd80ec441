"""Fixtures of all tests. Tests that need the shared data are marked `shared` and skip only where it is absent."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # `bench` is no part of what is installed

from bench.shared import absence, shared_path

if TYPE_CHECKING:  # loaded where it is used: most tests need no browser
    from playwright.sync_api import Browser, BrowserContext


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is marked `shared` where the folder is absent, and say which variable would name it."""
    if shared_path() is not None:
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason=absence()))


@pytest.fixture
def shared(request: pytest.FixtureRequest) -> Path:
    """The folder of the shared data. Only a test marked `shared` may ask for it, so that no other test can skip."""
    if request.node.get_closest_marker("shared") is None:
        pytest.fail("a test that uses the shared data must be marked: @pytest.mark.shared")
    folder = shared_path()
    assert folder is not None
    return folder


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A Chromium for the tests of a module."""
    from browsing import open_chromium

    with open_chromium() as browser:
        yield browser


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader at a desk who has chosen nothing yet."""
    made = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield made
    made.close()
