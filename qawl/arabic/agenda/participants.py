"""Who takes part in an encounter: attends, hosts, chairs, meets."""

from __future__ import annotations

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.frames.scene import Scene
from qawl.model import Participant


def participants_of(scene: Scene, encounter: Encounter) -> tuple[Participant, ...]:
    """The participants that the clause of an encounter tells, in text order."""
    del scene, encounter
    return ()
