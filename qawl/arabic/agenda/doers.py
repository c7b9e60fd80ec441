"""Who does what a passive verb or a verbal noun tells: استقبل الوفد من قبل | الوزير، تم عقد الاجتماع من طرف | اللجنة."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.agenda.agents import lineup_of
from qawl.arabic.agenda.parts import ATTENDANCE, FROM
from qawl.arabic.forms import forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import OF, SIDES_OF_DOERS
from qawl.arabic.lexicon import DEFINITE, ROLE, TITLE
from qawl.arabic.phrases.phrase import Phrase

# So near before من stands what is from somebody.
NEAR = 2


class Doers(NamedTuple):
    """Those who do something, and the place of the من that leads to them."""

    lead: int
    who: list[Phrase]


def doers_in(scene: Scene, first: int, stop: int) -> Doers | None:
    """The first who are told between two tokens to do something: من قبل | الوزير، من طرف | اللجنة.

    Not قبل ذلك, من طرف آخر, nor whoever only invites: بدعوة كريمة من قبل الوزير.
    """
    keys = scene.tokens.keys
    for at in range(first, stop - 2):
        if (
            keys[at] == OF
            and keys[at + 1] in SIDES_OF_DOERS
            and not is_asking(scene, at)
            and (found := lineup_of(scene, at + 2, stop))
        ):
            return Doers(at, found) if is_somebody_in_particular(scene, found[0]) else None
    return None


def is_asking(scene: Scene, place: int) -> bool:
    """Whether an invitation stands near before `place`, from whom it is: بدعوة كريمة | من قبل، بطلب | من طرف."""
    near = scene.tokens.keys[max(0, place - NEAR) : place]
    return any(form.row["by"] == FROM for key in near for form in forms(ATTENDANCE).get(key))


def is_somebody_in_particular(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name, an office or a whole noun tells who it is: الوزير، رئيس البلدية، لجنة المياه; not طرف ثالث."""
    kinds = scene.tokens.kinds
    return (
        phrase.named
        or bool(kinds[phrase.first] & (ROLE | TITLE))
        or any(kind & DEFINITE for kind in kinds[phrase.first : phrase.stop])
    )
