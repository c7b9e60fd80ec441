"""How the parties of a passage stand towards each other."""

from __future__ import annotations

from qawl.arabic.frames.scene import Scene
from qawl.model import Event, Relation


def find_relations(scene: Scene, events: tuple[Event, ...]) -> tuple[Relation, ...]:
    """The relations that a passage tells, in text order."""
    del scene, events
    return ()
