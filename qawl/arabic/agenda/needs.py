"""What makes an encounter of a verb or a noun: whom it needs beside it, what tells that a noun takes place."""

from __future__ import annotations

from bisect import bisect_left

from qawl.arabic.findings import Range
from qawl.arabic.frames.arguments import phrase_at
from qawl.arabic.frames.forms import Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import BETWEEN, BY, IN, TO, UPON, WITH
from qawl.arabic.lexicon import BODY, CITY, COUNTRY, FAMILY, LATIN, NAME, PEOPLE, PREFIX, ROLE, TITLE

PARTY = ROLE | TITLE | BODY | PEOPLE | COUNTRY | NAME
SOMEBODY = ROLE | TITLE | PEOPLE | BODY | NAME | FAMILY
PLACE = CITY | COUNTRY | BODY | LATIN


def has_needed(scene: Scene, place: int, form: Form, clause: Range) -> bool:
    """Whether the clause of a verb has what makes it an encounter."""
    need = form.row["needs"]
    test = NEEDS.get(need)
    return test is None or test(scene, place, clause)


def has_party(scene: Scene, place: int, clause: Range) -> bool:
    """Two parties."""
    kinds = scene.tokens.kinds
    return sum(bool(kinds[at] & SOMEBODY) for at in range(place + 1, clause[1])) >= 2


def has_object(scene: Scene, place: int, clause: Range) -> bool:
    """A party or place."""
    kinds = scene.tokens.kinds
    return any(kinds[at] & (PARTY | PLACE) for at in range(place + 1, clause[1]))


def has_with(scene: Scene, place: int, clause: Range) -> bool:
    """مع and somebody."""
    tokens = scene.tokens
    return any(tokens.keys[at] == WITH and tokens.kinds[at + 1] & PARTY for at in range(place + 1, clause[1] - 1))


def has_goal(scene: Scene, place: int, clause: Range) -> bool:
    """إلى and a place, behind somebody."""
    tokens, kinds = scene.tokens, scene.tokens.kinds
    for at in range(place + 1, clause[1] - 1):
        if tokens.keys[at] in (TO, UPON) and kinds[at + 1] & PLACE:
            return any(kinds[before] & SOMEBODY for before in range(place + 1, at))
    return False


def has_in(scene: Scene, place: int, clause: Range) -> bool:
    """في and a place."""
    tokens = scene.tokens
    return any(tokens.keys[at] == IN for at in range(place + 1, clause[1] - 1))


def has_by(scene: Scene, place: int, clause: Range) -> bool:
    """ب and somebody."""
    tokens, kinds = scene.tokens, scene.tokens.kinds
    return any(kinds[at] & PREFIX and tokens.keys[at] == BY and kinds[at + 1] & SOMEBODY for at in range(place + 1, clause[1] - 1))


def has_paper(scene: Scene, place: int, clause: Range) -> bool:
    """What is signed."""
    known, keys = forms("encounters.tsv"), scene.tokens.keys
    return any(form.row["by"] == "paper" for at in range(place + 1, clause[1]) for form in known.get(keys[at], ()))


NEEDS = {
    "party": has_party,
    "officer": has_party,
    "object": has_object,
    "with": has_with,
    "to": has_goal,
    "in": has_in,
    "by": has_by,
    "paper": has_paper,
}


def is_told(scene: Scene, noun: int, form: Form, clause: Range) -> bool:
    """Whether a noun alone tells an encounter: by who is in it (مع, بين) or by its day."""
    tokens = scene.tokens
    if form.row["needs"] == "paper":
        return has_paper(scene, noun, clause)
    near = range(noun + 1, min(clause[1], noun + 8))
    for at in near:
        if at + 1 < len(tokens.keys) and tokens.keys[at] in (WITH, BETWEEN) and phrase_at(scene.passage, at + 1):
            return True
    if form.row["type"] == "visit" and (form.pronoun or phrase_at(scene.passage, noun + 1)):
        return has_goal(scene, noun - 1, clause) or any(tokens.kinds[at] & (COUNTRY | CITY) for at in near)
    return has_day(scene, noun, clause)


def has_day(scene: Scene, noun: int, clause: Range) -> bool:
    """Whether a day stands in the clause."""
    at = bisect_left(scene.days, noun, key=lambda day: day.first)
    return at < len(scene.days) and scene.days[at].first < min(clause[1], noun + 10)
