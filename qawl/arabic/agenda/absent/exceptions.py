"""Who alone of all does not come or is not asked: حضر القمة جميع القادة باستثناء رئيس ليبيا، دعيت كل الأحزاب ما عدا حزب النهوض."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.absent.guards import governors, is_denied
from qawl.arabic.agenda.absent.occasions import told_around
from qawl.arabic.agenda.absent.parties import parties_at, parties_of
from qawl.arabic.agenda.absent.verbs import AWAY, UNASKED, Away
from qawl.arabic.agenda.absent.words import verbs_and_nouns
from qawl.arabic.agenda.tenses import tense_at
from qawl.arabic.findings import Range
from qawl.arabic.forms import Form
from qawl.arabic.frames.scene import Scene
from qawl.arabic.lexicon import COMMA, EACH, PUNCTUATION, QUANTITY, RELATIVE
from qawl.arabic.passage import Passage

COMING = frozenset(("attend", "meet"))
ASKED = frozenset(("invite", "get"))


def by_exception(scene: Scene, place: int, _: Form) -> Iterator[Away]:
    """حضر القمة جميع القادة باستثناء رئيس ليبيا، شاركت كل الأحزاب ما عدا حزب النهوض في الحوار."""
    passage = scene.passage
    first = place - bool(place and passage.tokens.kinds[place - 1] & RELATIVE)
    deed = deed_of_all(passage, first)
    who = parties_at(passage, place + 1) if deed else ()
    if deed is None or not who:
        return
    occasion = told_around(passage, first) or meeting_of(deed)
    if occasion:
        part = UNASKED if deed[1].row["sense"] in ASKED else AWAY
        yield Away(place, parties_of(scene, who), part, occasion, deed[0], who[-1].stop)


def deed_of_all(passage: Passage, place: int) -> tuple[int, Form] | None:
    """The last verb before an exception, where it is of coming or being asked and tells it of all: حضر | جميع القادة."""
    tokens = passage.tokens
    told = next(
        ((at, form) for at, form in governors(passage, place, COMING | ASKED) if form.is_finite or asks_all(passage, at)), None
    )
    if told is None or is_denied(passage, told[0]):
        return None
    between = range(told[0] + 1, place - bool(tokens.kinds[place - 1] & COMMA))
    known = verbs_and_nouns()
    other = any(tokens.kinds[at] & PUNCTUATION or (tense_at(tokens, at) and tokens.keys[at] not in known) for at in between)
    return told if not other and any(tokens.kinds[at] & (EACH | QUANTITY) for at in between) else None


def asks_all(passage: Passage, place: int) -> bool:
    """Whether a noun at `place` tells that all were asked: دعوة | جميع القادة."""
    return bool(passage.tokens.kinds[place + 1] & (EACH | QUANTITY))


def meeting_of(deed: tuple[int, Form]) -> Range | None:
    """The encounter that a verb of meeting is itself: اجتمع."""
    return (deed[0], deed[0] + 1) if deed[1].row["sense"] == "meet" else None
