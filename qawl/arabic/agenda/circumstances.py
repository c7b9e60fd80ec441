"""What an encounter is about, and why it is put off."""

from __future__ import annotations

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.tenses import CALLED_OFF, has_turn, small_word, tense_at
from qawl.arabic.findings import Range
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import IN_ORDER_TO, TO
from qawl.arabic.lexicon import COMMA, DEFINITE, PREFIX, PUNCTUATION, TIME
from qawl.arabic.phrases.extents import phrase_end
from qawl.model import EventStatus, Span

# So far behind its clause the reason may stand: أجل المجلس الجلسة، وقرر عقدها الأحد، | بسبب الحداد.
FURTHER = 40
# So near the beginning of the next sentence it takes up what was decided: وجاء هذا | القرار.
OPENING = 5
# So near behind it the reason of that begins: القرار على خلفية | الحداد.
NEXT = 3
# So near behind the words أسباب التأجيل stands what leads to them.
LED = 6


def what_of(scene: Scene, encounter: Encounter) -> Span | None:
    """What an encounter is about (لقاء حول | أزمة المياه، اجتمع لبحث | الأزمة), else what the text calls it (القمة الثلاثية)."""
    topic = topic_of(scene, encounter)
    if topic is None and not encounter.form.is_finite and scene.tokens.kinds[encounter.place] & DEFINITE:
        stop = phrase_end(scene.tokens, encounter.place, encounter.clause[1])
        topic = (encounter.place, stop) if stop > encounter.place + 1 else None
    return scene.span(topic) if topic else None


def topic_of(scene: Scene, encounter: Encounter) -> Range | None:
    """The tokens of what an encounter is about, up to a mark or a day."""
    tokens, stop = scene.tokens, encounter.clause[1]
    for at in range(encounter.place + 1, stop - 1):
        word = small_word(tokens.keys[at])
        if word == "about" or (word == "discuss" and tokens.kinds[at - 1] & PREFIX):
            end = next((place for place in range(at + 1, stop) if tokens.kinds[place] & (PUNCTUATION | TIME)), stop)
            return (at + 1, end) if end > at + 1 else None
    return None


def reason_of(scene: Scene, encounter: Encounter, status: EventStatus) -> Span | None:
    """The words that give the reason why an encounter of this status is put off or called off: أجل اللقاء بسبب | الحداد."""
    if status not in CALLED_OFF:
        return None
    first, stop = encounter.clause
    end = scene.passage.sentence_stop(encounter.place)
    reason = reason_in(scene, first, max(stop, min(end, stop + FURTHER))) or reason_behind(scene, end)
    return scene.span(reason) if reason else None


def reason_behind(scene: Scene, start: int) -> Range | None:
    """The reason that the next sentence gives for what was decided: تأجلت الجلسة. وجاء التأجيل | بسبب الحداد."""
    start = scene.passage.skip(start, PUNCTUATION)
    if start >= len(scene.tokens):
        return None
    stop = scene.passage.sentence_stop(start)
    decided = next((at for at in range(start, min(stop, start + OPENING)) if is_decision(scene, at)), None)
    reason = reason_in(scene, decided, min(stop, decided + FURTHER)) if decided is not None else None
    return reason if reason and decided is not None and reason[0] - decided <= NEXT else None


def is_decision(scene: Scene, at: int) -> bool:
    """Whether a word with the article takes up that something was put off or called off: هذا | القرار، | التأجيل."""
    tokens = scene.tokens
    off = bool(tokens.kinds[at] & DEFINITE) and has_turn(tokens, at, *CALLED_OFF) and tense_at(tokens, at) is None
    return off or small_word(tokens.keys[at]) == "decision"


def told_at(scene: Scene, cause: int, stop: int) -> int | None:
    """Where the reason begins of which a putting off is told to have it: أسباب التأجيل تعود ل | استشارة الأعضاء."""
    if cause + 1 >= stop or not has_turn(scene.tokens, cause + 1, *CALLED_OFF):
        return None
    near = range(cause + 2, min(stop, cause + LED))
    led = next((at for at in near if scene.tokens.keys[at] in (IN_ORDER_TO, TO)), None)
    return led + 1 if led is not None else None


def reason_in(scene: Scene, first: int, stop: int) -> Range | None:
    """The tokens of the reason that a clause gives, up to a comma: بسبب | الحداد، نظرا ل | سوء الطقس، | احتجاجا على القرار."""
    tokens = scene.tokens
    for at in range(first + 1, stop):
        if (word := small_word(tokens.keys[at])) in ("reason", "cause"):
            start = at if word == "cause" else scene.passage.skip(at + 1, PREFIX)
            start = told_at(scene, at, stop) or start
            end = next((place for place in range(start, stop) if tokens.kinds[place] & COMMA), stop)
            return (start, end) if end > start else None
    return None
