"""How many a party of an encounter is told to be: 20 وزيرا، وفد من 12 خبيرا، الوفد الذي يضم 12 خبيرا، بكامل أعضائه وهم 12 خبيرا."""

from __future__ import annotations

from qawl.arabic.agenda.part.attendance import MEMBERS
from qawl.arabic.agenda.part.presence import is_delegation
from qawl.arabic.agenda.parts import ATTENDANCE
from qawl.arabic.agenda.tenses import small_word
from qawl.arabic.findings import Range
from qawl.arabic.forms import forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import is_accusative, known_head
from qawl.arabic.letters import OF, THEY_ARE
from qawl.arabic.lexicon import NUMBER, RELATIVE
from qawl.arabic.names.joiners import is_and
from qawl.arabic.numerals import numeral_at
from qawl.arabic.phrases.phrase import Phrase

# So near behind a party stands of how many it is made.
NEAR = 3


def count_of(scene: Scene, phrase: Phrase, clause: Range) -> int | None:
    """How many a party is told to be, behind it or in the clause of its encounter; None where the text gives no number."""
    tokens = scene.tokens
    if phrase.type == "group" and tokens.kinds[phrase.first] & NUMBER:
        return int(tokens.keys[phrase.first]) if tokens.keys[phrase.first].isdecimal() else None
    if phrase.named or phrase.type not in ("organisation", "group", "unnamed"):
        return None
    return of_made(scene, phrase) or of_members(scene, phrase, clause)


def people_at(scene: Scene, place: int) -> int | None:
    """The whole number of people told at `place`: | 12 خبيرا."""
    number = numeral_at(scene.tokens, place)
    if number is None or number.value is None or number.then >= len(scene.tokens) or not float(number.value).is_integer():
        return None
    people = is_accusative(scene.tokens, number.then) or known_head(scene.tokens.keys[number.then]) == "group"
    return int(number.value) if people else None


def of_made(scene: Scene, phrase: Phrase) -> int | None:
    """The number right behind those who are sent, of whom they are made: وفد من | 12 خبيرا، الوفد المكون من | 12 خبيرا."""
    tokens = scene.tokens
    if not is_delegation(scene, phrase):
        return None
    for at in range(phrase.first + 1, min(phrase.stop + NEAR, len(tokens) - 1)):
        if tokens.keys[at] == OF or comprises(tokens.keys[at]):
            return people_at(scene, at + 1)
        if at >= phrase.stop and not tokens.kinds[at] & RELATIVE and small_word(tokens.keys[at]) != "made":
            return None
    return None


def comprises(key: str) -> bool:
    """Whether a verb tells who belongs to those who are sent: وفد | يضم 12 خبيرا."""
    return any(form.row["by"] == MEMBERS for form in forms(ATTENDANCE).get(key))


def of_members(scene: Scene, phrase: Phrase, clause: Range) -> int | None:
    """The number that takes up the members of a body in the clause of its encounter: بكامل أعضائه وهم | 12 خبيرا."""
    tokens = scene.tokens
    for at in range(max(phrase.stop, clause[0]), clause[1] - 3):
        if small_word(tokens.keys[at]) == "members" and is_and(tokens, at + 1) and tokens.keys[at + 2] in THEY_ARE:
            return people_at(scene, at + 3)
    return None
