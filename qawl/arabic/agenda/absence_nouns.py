"""Absences that a noun tells: عدم مشاركة تونس في، ألغى مشاركته، رفض حضور، غياب الوزير عن، مقاطعة الحزب للانتخابات، مقعد شاغر."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.absence_guards import DECIDING, governor, is_denied, is_habit, refusal_of
from qawl.arabic.agenda.absence_occasions import OBJECT, aim, goes_on, missed, occasion_noun, told_around, told_before
from qawl.arabic.agenda.absence_parties import (
    Parties,
    Phrases,
    acting,
    parties_at,
    parties_of,
    subject_of,
)
from qawl.arabic.agenda.absence_verbs import AWAY, Away, is_before_it, is_met, is_vote
from qawl.arabic.agenda.absence_words import is_word
from qawl.arabic.findings import Range
from qawl.arabic.frames.forms import Form
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import IN_ORDER_TO, TO_THE
from qawl.arabic.lexicon import AMID, DEFINITE, PREFIX, PREPOSITION, TIME
from qawl.arabic.passage import Passage

ANNOUNCE = "announce"
# How far before بدلا من who acts may end: أرسل | الوزير برقية إلى المؤتمر بدلا من الحضور.
STEAD_REACH = 20
# How far behind an absence the one who is away may be named: الغائب الأبرز عن القمة كان | الوزير.
NAMED_REACH = 12


def by_not_coming(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """عدم حضور الوزير القمة، دون مشاركة تونس، بدلا من الحضور، رفض الحزب المشاركة في القمة."""
    passage = scene.passage
    lacking = is_word(passage.tokens, noun - 1, "lack")
    refusal = refusal_of(passage, noun)
    if refusal and (not lacking or refusal[1].row["sense"] == "excuse"):
        yield from by_refusing(scene, noun, form, refusal)
    elif lacking:
        yield from of_owner(scene, noun, form, noun - 1)
    elif (stead := instead_of(passage, noun)) is not None:
        yield from of_owner(scene, noun, form, stead)


def instead_of(passage: Passage, noun: int) -> int | None:
    """Where بدلا من or its like begins that stands right before a noun."""
    return next((noun - back for back in (1, 2) if is_word(passage.tokens, noun - back, "instead")), None)


def by_refusing(scene: Scene, noun: int, form: Form, refusal: tuple[int, Form]) -> Iterator[Away]:
    """رفض الحزب المشاركة في المؤتمر، اعتذر عن عدم حضور القمة، ألغت الفرقة مشاركتها في الحفل; رفض المنظمون مشاركة الحزب."""
    passage = scene.passage
    owner = owner_of(passage, noun, form)
    who, first = refuser(scene, noun, *refusal)
    who = parties_of(scene, owner) or who
    occasion = occasion_of(passage, noun, form, owner)
    if occasion and not who:
        who = parties_of(scene, parties_at(passage, passage.skip(max(occasion[1], noun + 1), TIME)))
    if occasion and who:
        yield Away(noun, who, AWAY, occasion, first, noun + 1, () if owner else announcer(scene, first))


def refuser(scene: Scene, noun: int, place: int, form: Form) -> tuple[Parties, int]:
    """Who refuses what stands at `noun`, and where the telling of it begins: رفض | الحزب، قرر الحزب | رفض كذا.

    Nobody where several are told by their taking part: رفضت | الأطراف المشاركة في الحوار.
    """
    if form.is_finite:
        definite = scene.tokens.kinds[noun] & DEFINITE
        if definite and any(one.first < noun < one.stop and one.type == "group" for one in parties_at(scene.passage, place + 1)):
            return (), place
        subject = subject_of(scene, place, form, noun)
        return subject.who, place
    return parties_of(scene, parties_at(scene.passage, place + 1, noun)) or acting(scene, place), place


def by_refusing_to_meet(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """رفض الوزير لقاء السفير، امتنع عن الاجتماع مع الوفد."""
    passage = scene.passage
    refusal = refusal_of(passage, noun)
    if refusal is None or not (form.pronoun or is_met(passage, noun + 1, form)):
        return
    who, first = refuser(scene, noun, *refusal)
    if who and is_right_behind(scene, noun, *refusal):
        yield Away(noun, who, AWAY, (noun, noun + 1), first, noun + 1)


def is_right_behind(scene: Scene, noun: int, verb: int, form: Form) -> bool:
    """Whether only a time and a preposition stand between a verb with its subject and a noun: رفض الوزير أمس | لقاء السفير."""
    passage = scene.passage
    after = subject_of(scene, verb, form, noun).after if form.is_finite else verb + 1
    return passage.skip(after, TIME | PREPOSITION | PREFIX) == noun


def owner_of(passage: Passage, noun: int, form: Form) -> Phrases:
    """The party behind a noun whose deed it is: مشاركة | تونس في القمة; none behind an article or a pronoun."""
    if form.pronoun or passage.tokens.kinds[noun] & DEFINITE:
        return ()
    return parties_at(passage, noun + 1)


def occasion_of(passage: Passage, noun: int, form: Form, owner: Phrases) -> Range | None:
    """The encounter of a noun of attending, behind its owner or itself; one told of before where the noun stands alone."""
    after = owner[-1].stop if owner else noun + 1
    found = missed(passage, noun, after, form)
    if found is None and form.row["sense"] == "travel":
        found = aim(passage, after)
    alone = (passage.tokens.kinds[noun] & DEFINITE or owner or form.pronoun) and form.row["sense"] == "attend"
    return told_before(passage, noun) if found is None and alone and not goes_on(passage, after) else found


def of_owner(scene: Scene, noun: int, form: Form, first: int) -> Iterator[Away]:
    """عدم مشاركة تونس في القمة; whose own pronoun or article means who decides or acts before: قرر الحزب عدم المشاركة."""
    passage = scene.passage
    owner = owner_of(passage, noun, form)
    occasion = occasion_of(passage, noun, form, owner)
    reach = STEAD_REACH if instead_of(passage, noun) is not None else 0
    who = parties_of(scene, owner) or (acting(scene, first, reach=reach) if occasion else ())
    if occasion and who:
        yield Away(noun, who, AWAY, occasion, first, noun + 1, () if owner else announcer(scene, first))


def announcer(scene: Scene, place: int) -> Parties:
    """Who announces his own absence, told by a noun at `place`: أعلن | الحزب عدم مشاركته; nobody where he only decides."""
    decision = governor(scene.passage, place, DECIDING)
    announces = decision and decision[1].is_finite and decision[1].row["sense"] == ANNOUNCE
    return subject_of(scene, *decision, place).who if decision and announces else ()


def by_absence(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """غياب الوزير عن القمة، في غياب تونس عقدت القمة، مقاطعة الحزب للانتخابات، قرر مقاطعة القمة."""
    passage = scene.passage
    if is_denied(passage, noun) or refusal_of(passage, noun):
        return
    owner = owner_of(passage, noun, form)
    after = owner[-1].stop if owner else noun + 1
    occasion = missed(passage, noun, after, form) or of_purpose(passage, after)
    if occasion is None and owner and is_around(passage, noun, form):
        occasion = told_around(passage, after)
    if occasion is None and owner and is_seen(passage, noun):
        occasion = told_around(passage, after)
    if occasion and is_habit(passage, noun, form, occasion) and governor(passage, noun, DECIDING) is None:
        return
    who = parties_of(scene, owner) or (acting(scene, noun) if occasion else ())
    if occasion and who:
        yield Away(noun, who, AWAY, occasion, noun, noun + 1, () if owner else announcer(scene, noun))


def of_purpose(passage: Passage, place: int) -> Range | None:
    """The encounter behind ل at `place`: مقاطعة الحزب | للانتخابات."""
    tokens = passage.tokens
    if place + 1 >= len(tokens) or tokens.keys[place] not in (IN_ORDER_TO, TO_THE):
        return None
    return occasion_noun(passage, place + 1, passage.sentence_stop(place))


def is_around(passage: Passage, noun: int, form: Form) -> bool:
    """Whether a noun only tells how an encounter went: في غياب، بغياب، وسط مقاطعة; not في مقاطعة, which is a province."""
    leads = AMID if OBJECT in form.row["takes"] else PREPOSITION | PREFIX | AMID
    return noun > 0 and bool(passage.tokens.kinds[noun - 1] & leads)


def is_seen(passage: Passage, noun: int) -> bool:
    """Whether the encounter is told to have seen an absence: شهد المؤتمر | غياب الوزير."""
    first = max(passage.sentence_start(noun), noun - NAMED_REACH)
    return any(is_word(passage.tokens, at, "saw") for at in range(first, noun))


def by_withdrawal(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """أعلن المرشح انسحابه من الانتخابات، قرر الحزب الانسحاب من المحادثات قبل انطلاقها."""
    passage = scene.passage
    owner = owner_of(passage, noun, form)
    after = owner[-1].stop if owner else noun + 1
    occasion = missed(passage, noun, after, form) or before_what(passage, after)
    if is_denied(passage, noun) or refusal_of(passage, noun):
        return
    if occasion is None or not is_before_it(passage, noun, occasion):
        return
    who = parties_of(scene, owner) or acting(scene, noun)
    if who:
        yield Away(noun, who, AWAY, occasion, noun, noun + 1, () if owner else announcer(scene, noun))


def before_what(passage: Passage, place: int) -> Range | None:
    """The encounter behind قبل or its like at `place`: انسحابهم | قبيل الانتخابات."""
    if not is_word(passage.tokens, place, "before"):
        return None
    return occasion_noun(passage, place + 1, passage.sentence_stop(place))


def by_absentee(scene: Scene, place: int, form: Form) -> Iterator[Away]:
    """الغائب الأبرز عن القمة كان الوزير، كان الوزير أبرز الغائبين عن القمة."""
    passage = scene.passage
    tokens = passage.tokens
    if is_denied(passage, place):
        return
    stop = passage.sentence_stop(place)
    lead = next((at for at in range(place + 1, min(stop, place + 4)) if tokens.keys[at] == form.row["takes"]), None)
    occasion = occasion_noun(passage, lead + 1, stop) if lead else None
    if occasion is None:
        return
    behind = range(occasion[1], min(stop, occasion[1] + NAMED_REACH))
    named = next((parties_at(passage, at + 1) for at in behind if is_word(tokens, at, "be")), ())
    named = named or parties_at(passage, occasion[1])
    if named:
        yield Away(place, parties_of(scene, named), AWAY, occasion, place, occasion[1])


def by_empty_seat(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """ظل مقعد الوزارة شاغرا في القمة، خلا مقعد تونس."""
    passage = scene.passage
    owner = owner_of(passage, noun, form)
    if not owner:
        return
    sentence = range(passage.sentence_start(noun), passage.sentence_stop(noun))
    occasion = told_around(passage, noun) if any(is_word(passage.tokens, at, "vacant") for at in sentence) else None
    if occasion and not is_vote(passage, occasion):
        yield Away(noun, parties_of(scene, owner), AWAY, occasion, noun, owner[-1].stop)
