"""Whether an encounter is planned, under way, held, put off, called off, proposed or denied, as the page stands."""

from __future__ import annotations

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.frames.scene import Scene
from qawl.model import EventStatus


def status_of(scene: Scene, encounter: Encounter) -> EventStatus:
    """The status that the clause of an encounter tells."""
    del scene
    tense = (encounter.held or encounter.form).tense
    return "announced" if tense == "future" else "held"
