"""The encounters that a passage tells of."""

from __future__ import annotations

from qawl.arabic.frames.scene import Scene
from qawl.model import Event


def find_events(scene: Scene) -> tuple[Event, ...]:
    """The encounters of a passage in text order, each once however often it is mentioned."""
    del scene
    return ()
