"""Who is elected to what: persons named before an office without article: انتخب | سالم الكندي رئيسا و| نزار العلي نائبا له."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.words import TABLE, poll_words
from qawl.arabic.forms import forms
from qawl.arabic.frames.named_at import person_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ABOUT, ALEF, OF
from qawl.arabic.lexicon import COMMA, DEFINITE, ROLE, word_classes
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.tables import several

# What the verbs and nouns of an election need in the table.
ELECTING = frozenset(("elects", "chooses"))
# So many words may tell for which party somebody stands: سالم الكندي عن | حزب الساحل | رئيسا.
FOR_WHOM = 6


def is_electing(key: str) -> bool:
    """Whether a verb or a noun tells of an election to an office: انتخب، انتخاب، اختار."""
    return any(not ELECTING.isdisjoint(several(form.row["needs"])) for form in forms(TABLE).get(key))


def elected(scene: Scene, first: int, stop: int) -> Iterator[Phrase]:
    """The persons between two tokens who each stand before the office to which they are elected."""
    for place in range(first, stop):
        person = person_at(scene, place, stop)
        if person is not None and is_before_office(scene.tokens, end_of_pair(scene, person.stop, stop), stop):
            yield person


def end_of_pair(scene: Scene, place: int, stop: int) -> int:
    """Where another person ends whom و adds, as both are elected to one: سالم الكندي و| نزار العلي | أعضاء; else `place`."""
    other = person_at(scene, place + 1, stop) if place + 1 < stop and is_and(scene.tokens, place) else None
    several = other is not None and other.stop < stop and scene.tokens.keys[other.stop] in poll_words("member")
    return other.stop if other and several else place


def is_before_office(tokens: Tokens, place: int, stop: int) -> bool:
    """Whether an office without article stands at `place`, past for whom somebody stands: | رئيسا، | عن حزب الساحل، رئيسا."""
    if place < stop and tokens.keys[place] in (ABOUT, OF):
        near = range(place + 1, min(place + FOR_WHOM, stop))
        place = next((at for at in near if is_new_office(tokens, at)), stop)
    elif place < stop and tokens.kinds[place] & COMMA:
        place += 1
    return place < stop and (is_new_office(tokens, place) or tokens.keys[place] in poll_words("member"))


def is_new_office(tokens: Tokens, place: int) -> bool:
    """Whether an accusative office stands at `place`: رئيسا، نائبا، أمينة | للصندوق."""
    key = tokens.keys[place]
    accusative = key.endswith(ALEF) and bool(word_classes().get(key.removesuffix(ALEF), 0) & ROLE)
    return accusative or (bool(tokens.kinds[place] & ROLE) and not tokens.kinds[place] & DEFINITE and tokens.has_ta(place))
