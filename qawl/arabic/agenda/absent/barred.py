"""Who was kept from coming, and who was not among those who came or were asked: منعه من الحضور، حال دون حضوره، ليس بين الحاضرين."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.absent.guards import NEVER, governor, is_denied, refusal_of
from qawl.arabic.agenda.absent.nouns import occasion_of, owner_of
from qawl.arabic.agenda.absent.occasions import aim, ends_there, leads, missed, stands_for_it, told_around, told_before
from qawl.arabic.agenda.absent.parties import Phrases, next_party, parties_at, parties_of
from qawl.arabic.agenda.absent.subjects import subject_before, subject_of
from qawl.arabic.agenda.absent.verbs import AWAY, UNASKED, Away
from qawl.arabic.agenda.absent.words import is_word
from qawl.arabic.forms import Form
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import IN_ORDER_TO, TO_THE
from qawl.arabic.lexicon import COMMA, PREFIX, PREPOSITION, TIME
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.subjects import before_party, second_party
from qawl.model import EventPart

BARRING = frozenset(("bar",))
ALLOWING = frozenset(("allow",))
BEFALLING = "befall"
OBTAINING = "obtain"
GRANTING = frozenset(("grant", OBTAINING))
PREVENTING = frozenset(("prevent", BEFALLING))
# How far before who came or was asked a negation may stand: ليست جمعية … من بين الجهات | الحاضرة.
NOT_REACH = 20


def by_barring(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """منعت الإدارة الوزير من حضور القمة، مُنع الوزير من المشاركة فيها، لم يسمح للوزير بحضور القمة."""
    passage = scene.passage
    barring = governor(passage, noun, BARRING | ALLOWING)
    if barring is None or not leads(passage, noun - 1, barring[1]):
        return
    place = barring[0]
    if barring[1].row["sense"] in ALLOWING:
        barred = not_allowed(passage, place, noun - 1)
    else:
        barred = (
            () if is_denied(passage, place) else barred_at(passage, place + 1, noun - 1) or barred_before(passage, *barring, noun)
        )
    occasion = occasion_of(passage, noun, form, ())
    if barred and occasion:
        yield Away(noun, parties_of(scene, barred), AWAY, occasion, place, noun + 1)


def not_allowed(passage: Passage, place: int, stop: int) -> Phrases:
    """Who is not allowed something, behind ل: لم تسمح السلطات | للنائب بالحضور، رفضت السماح | للوفد بالمشاركة."""
    if not is_denied(passage, place) and not refusal_of(passage, place):
        return ()
    lead = next((at for at in range(place + 1, stop) if passage.tokens.keys[at] in (IN_ORDER_TO, TO_THE)), None)
    return parties_at(passage, lead + 1, stop) if lead else ()


def barred_at(passage: Passage, place: int, stop: int) -> Phrases:
    """Who is barred, the last of the parties from `place` to `stop`: منعت | إدارة المجلس | العضوة سوسن الكندي | من الحضور."""
    phrases = parties_at(passage, place)
    if not phrases:
        return ()
    last = phrases[-1]
    if last.stop < stop:
        return barred_at(passage, passage.skip(last.stop, TIME | COMMA), stop)
    met = second_party(passage.tokens, last) if last.stop == stop and len(phrases) == 1 else None
    if met is not None and met > last.first:
        return parties_at(passage, met) or (before_party(passage.tokens, last, met),)
    return phrases if last.stop == stop else ()


def barred_before(passage: Passage, verb: int, form: Form, noun: int) -> Phrases:
    """Who is barred and heads the clause of a verb, behind which nobody stands: النواب | منعوا من الحضور، النائب الذي | منع منه."""
    return subject_before(passage, verb, form) if form.is_finite and verb + 2 == noun else ()


def by_preventing(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """تعذر على الوزير حضور القمة، حال المرض دون حضور الوزير القمة، لم يتسن للوزير حضور القمة."""
    passage = scene.passage
    preventing = governor(passage, noun, PREVENTING)
    if preventing is None or is_denied(passage, preventing[0]) != (preventing[1].row["sense"] == BEFALLING):
        return
    place, verb = preventing
    owner = owner_of(passage, noun, form)
    who = parties_at(passage, place + 2) if leads(passage, place + 1, verb) and not owner else owner
    if stands_for_it(passage, place + 1, verb):
        who = subject_before(passage, place, verb)
    occasion = (occasion_of(passage, noun, form, owner) or (told_around(passage, noun) if owner else None)) if who else None
    if occasion:
        yield Away(noun, parties_of(scene, who), AWAY, occasion, place, noun + 1)


def by_permit(scene: Scene, noun: int, _: Form) -> Iterator[Away]:
    """رفضت السلطات منح الوزير تأشيرة لحضور القمة، لم يحصل الوفد على تصريح للمشاركة فيها."""
    passage = scene.passage
    granting = governor(passage, noun, GRANTING)
    if granting is None or not (is_denied(passage, granting[0]) or refusal_of(passage, granting[0])):
        return
    place, grant = granting
    if grant.row["sense"] == OBTAINING:
        behind = parties_of(scene, parties_at(passage, place + 1, noun))
        who = subject_of(scene, place, grant, noun).who if grant.is_finite else behind
    else:
        who = parties_of(scene, barred_at(passage, place + 1, noun))
    occasion = aim(passage, noun + 1)
    if who and occasion:
        yield Away(noun, who, AWAY, occasion, place, occasion[1])


def by_not_being_there(scene: Scene, place: int, form: Form) -> Iterator[Away]:
    """ليس الوزير من بين الحاضرين في القمة، لن يكون الوزير حاضرا في القمة."""
    yield from not_among(scene, place, form, AWAY)


def by_not_being_asked(scene: Scene, place: int, form: Form) -> Iterator[Away]:
    """الشركة غير مدعوة إلى الملتقى، لن يكون الوزير مدعوا إلى القمة، ليس بين المدعوين."""
    yield from not_among(scene, place, form, UNASKED)


def not_among(scene: Scene, place: int, form: Form, part: EventPart) -> Iterator[Away]:
    """Who is not said of what stands at `place`, or not among those that do."""
    passage = scene.passage
    denial = denial_before(passage, place)
    if denial is None:
        return
    behind = parties_at(passage, denial + 1, place) if denial + 1 < place else ()
    linked = is_word(passage.tokens, denial + 1, "be")
    behind = behind or (parties_at(passage, denial + 2, place) if linked else ())
    who = behind or subject_before(passage, denial, form)
    if behind and behind[-1].stop < place and is_word(passage.tokens, behind[-1].stop + 1, "not"):
        who = (*behind, *parties_at(passage, next_party(passage.tokens, behind[-1].stop, place)))
    occasion = missed(passage, place, place + 1, form) or aim(passage, place + 1)
    if occasion is None and form.row["sense"] == "present" and ends_there(passage, passage.skip(place + 1, TIME)):
        occasion = told_before(passage, place)
    if who and occasion:
        yield Away(place, parties_of(scene, who), part, occasion, denial, occasion[1])


def denial_before(passage: Passage, place: int) -> int | None:
    """Where a predicate at `place` is negated: غير | مدعو، لم يكن الوزير | مدعوا، ليس الوزير من بين | المدعوين.

    What a preposition leads to is no predicate: لم يكن يسمح | بالمشاركة.
    """
    tokens = passage.tokens
    if is_word(tokens, place - 1, "is_not"):
        return place - 1
    first = max(passage.sentence_start(place), place - NOT_REACH)
    among = any(is_word(tokens, at, "among") for at in range(max(first, place - 4), place))
    led = tokens.kinds[place - 1] & (PREFIX | PREPOSITION) and not among
    for at in range(place - 2, first - 1, -1):
        linked = not led and is_word(tokens, at + 1, "be") and is_word(tokens, at, "not", NEVER)
        if linked or (among and is_word(tokens, at, "is_not")):
            return at
    return None
