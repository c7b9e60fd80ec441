"""When and where an encounter is, what it is called, why it is put off, and who says so."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.frames.scene import Scene
from qawl.model import Span


class When(NamedTuple):
    """A value in time, or why there is none: not_stated, ambiguous."""

    value: str | None
    reason: str | None


def when_of(scene: Scene, encounter: Encounter) -> When:
    """When an encounter is."""
    del scene, encounter
    return When(None, "not_stated")


def where_of(scene: Scene, encounter: Encounter) -> Span | None:
    """The place of an encounter, without its preposition."""
    del scene, encounter
    return None


def what_of(scene: Scene, encounter: Encounter) -> Span | None:
    """What the text calls an encounter: القمة الثلاثية."""
    del scene, encounter
    return None


def reason_of(scene: Scene, encounter: Encounter) -> Span | None:
    """The words that give the reason why an encounter is put off or called off."""
    del scene, encounter
    return None


def according_to(scene: Scene, encounter: Encounter) -> tuple[str | None, str | None]:
    """Who tells of an encounter by name, and the id of the statement; None, None in the page's own voice."""
    return scene.teller(encounter.place)
