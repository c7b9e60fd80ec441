"""Who stays away from an encounter or is not asked to come, who says so and why: لن تشارك تونس في القمة، لم يُدعَ الوزير."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.findings import Range
from qawl.arabic.frames.scene import Scene
from qawl.model import Participant


class Absence(NamedTuple):
    """Somebody who stays away: ``place`` is the token that tells it, ``occasion`` the encounter's tokens, ``clause`` all of it."""

    place: int
    occasion: Range | None
    clause: Range
    who: Participant


def find_absences(scene: Scene) -> list[Absence]:
    """The absences of a passage in text order."""
    del scene
    return []
