"""Fixtures of all tests. Tests that need the shared data are marked `shared` and skip only where it is absent."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # `bench` is no part of what is installed

from bench.shared import absence, shared_path


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
