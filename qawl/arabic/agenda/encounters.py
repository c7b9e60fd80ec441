"""Where a passage tells of an encounter: its verb or noun, its type and the clause that is its evidence.

زار الوزير | المدينة، عقد المجلس | اجتماعا، القمة | التي ستعقد غدا، مباحثات | بين الوزير والسفير.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.agenda.extents import clause_range
from qawl.arabic.agenda.needs import has_needed, is_told
from qawl.arabic.findings import Range
from qawl.arabic.frames.forms import NONE, Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.model import EventType

TABLE = "encounters.tsv"
# How a row makes an encounter, as its column `by` tells.
ACT, HOLDS, NAME, PAPER, SET = "act", "holds", "name", "paper", "set"
# So many tokens may stand between a verb that holds an encounter and its noun, and between the noun and its verb behind it.
HOLD_REACH = 25
TELL_REACH = 8


class Encounter(NamedTuple):
    """An encounter as tokens.

    ``place`` is the verb that tells it (زار) or the noun that names it (اجتماع), ``form`` what the table has for it; ``clause`` the
    evidence, from its verb or noun to the end of what belongs to it. ``verb`` is the verb of its clause: `place` itself, or one
    that holds it (عقد | اجتماعا), whose form is then ``held``; None where the noun stands alone.
    """

    place: int
    form: Form
    type: EventType
    clause: Range
    verb: int | None = None
    held: Form | None = None


class Hit(NamedTuple):
    """A token that a row of the table knows, and what it may be."""

    place: int
    form: Form


def find_encounters(scene: Scene) -> list[Encounter]:
    """The encounters of a passage in text order, every mention by itself; of one type in one clause the first only."""
    found: list[Encounter] = []
    for encounter in told(scene, hits(scene)):
        if not any(is_within(encounter, earlier) for earlier in found[-3:]):
            found.append(encounter)
    return found


def is_within(encounter: Encounter, earlier: Encounter) -> bool:
    """Whether an encounter only goes on with the clause of an earlier one of its type: عقد اجتماعا ناقش فيه الاجتماع كذا."""
    return encounter.type == earlier.type and encounter.clause[0] < earlier.clause[1]


def hits(scene: Scene) -> list[Hit]:
    """The tokens that the table knows, in order."""
    known, tokens = forms(TABLE), scene.tokens
    return [Hit(place, form) for place, key in enumerate(tokens.keys) if key in known for form in known[key]]


def told(scene: Scene, found: list[Hit]) -> Iterator[Encounter]:
    """What the known tokens tell: acts, and nouns with what holds them."""
    holder: Hit | None = None
    for number, hit in enumerate(found):
        by = hit.form.row["by"]
        if scene.passage.is_chrome(hit.place):
            continue
        if by == HOLDS:
            holder = hit
        elif by == ACT and hit.form.is_finite:
            if (encounter := act_at(scene, hit)) is not None:
                yield encounter
        elif by in (ACT, NAME):
            held = holder if holder and holds(scene, holder, hit.place) else None
            if (encounter := noun_at(scene, hit, held, found[number + 1 : number + 8])) is not None:
                yield encounter


def act_at(scene: Scene, hit: Hit) -> Encounter | None:
    """The encounter that a verb tells, None where its clause lacks what makes it one."""
    clause = clause_range(scene, hit.place)
    if not has_needed(scene, hit.place, hit.form, clause):
        return None
    return Encounter(hit.place, hit.form, type_of(hit.form), clause, hit.place)


def noun_at(scene: Scene, hit: Hit, held: Hit | None, behind: list[Hit]) -> Encounter | None:
    """The encounter that a noun names, None where nothing tells that it is or will be."""
    start = held.place if held else hit.place
    clause = (start, clause_range(scene, hit.place)[1])
    if held is None:
        held = next((other for other in behind if tells_behind(hit.place, other, clause)), None)
    if held is None and not is_told(scene, hit.place, hit.form, clause):
        return None
    verb = held.place if held and held.form.is_finite else None
    return Encounter(hit.place, hit.form, type_of(hit.form), clause, verb, held.form if held else None)


def holds(scene: Scene, verb: Hit, noun: int) -> bool:
    """Whether a verb stands before a noun in one clause and near enough to hold it: عقد وزير النقل أمس | اجتماعا."""
    return noun - verb.place <= HOLD_REACH and noun < clause_range(scene, verb.place)[1]


def tells_behind(noun: int, other: Hit, clause: Range) -> bool:
    """Whether a verb behind a noun tells that it takes place: القمة | ستعقد غدا، المؤتمر | المنعقد في صور."""
    near = other.place - noun <= TELL_REACH and other.place < clause[1]
    return near and other.form.row["by"] in (HOLDS, SET) and (other.form.row["by"] == SET or other.form.is_finite)


def type_of(form: Form) -> EventType:
    """The type of encounter that a form tells."""
    type: EventType = form.row["type"]  # type: ignore[assignment]
    assert form.row["type"] != NONE
    return type
