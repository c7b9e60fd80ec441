"""What a passage tells as done by force or in the street."""

from __future__ import annotations

from qawl.arabic.frames.scene import Scene
from qawl.model import Action, Event


def find_actions(scene: Scene, events: tuple[Event, ...]) -> tuple[Action, ...]:
    """The actions of a passage in text order; one that is an encounter of `events` too names it."""
    del scene, events
    return ()
