"""Absences that a noun tells: عدم مشاركة تونس في، ألغى مشاركته، رفض حضور، غياب الوزير عن، مقاطعة الحزب للانتخابات، مقعد شاغر."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.absent.guards import DECIDING, governor, is_denied, is_habit, is_never, refusal_of
from qawl.arabic.agenda.absent.occasions import (
    OBJECT,
    aim,
    goes_on,
    leads,
    met_around,
    missed,
    occasion_noun,
    told_around,
    told_before,
)
from qawl.arabic.agenda.absent.parties import Parties, Phrases, parties_at, parties_of
from qawl.arabic.agenda.absent.reasons import is_reason
from qawl.arabic.agenda.absent.subjects import acting, subject_of, whose
from qawl.arabic.agenda.absent.verbs import AWAY, Away, is_before_it, is_vote, sent_by
from qawl.arabic.agenda.absent.words import is_word, occasion_type
from qawl.arabic.findings import Range
from qawl.arabic.forms import Form
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import HERS, HIS, IN_ORDER_TO, OF, TO_THE
from qawl.arabic.lexicon import AMID, DEFINITE, PREFIX, PREPOSITION, PUNCTUATION
from qawl.arabic.passage import Passage

ANNOUNCE = "announce"
# How far before بدلا من who acts may end: أرسل | الوزير برقية إلى المؤتمر بدلا من الحضور.
STEAD_REACH = 20
# How far behind an absence the one who is away may be named: الغائب الأبرز عن القمة كان | الوزير.
NAMED_REACH = 12
# What takes an encounter up behind ل.
TO_IT = (IN_ORDER_TO + HIS, IN_ORDER_TO + HERS)
# How many words from a noun on its adjectives may go, with what leads to whose it is.
QUALITIES = 4


def instead_of(passage: Passage, noun: int) -> int | None:
    """Where بدلا من or its like begins that stands right before a noun."""
    return next((noun - back for back in (1, 2) if is_word(passage.tokens, noun - back, "instead")), None)


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
    """عدم مشاركة تونس في القمة; whose own pronoun or article means who decides or acts before: قرر الحزب عدم المشاركة.

    A meeting without the press (دون حضور الصحفيين) is only closed to it.
    """
    passage = scene.passage
    owner = owner_of(passage, noun, form)
    occasion = occasion_of(passage, noun, form, owner)
    reach = STEAD_REACH if instead_of(passage, noun) is not None else 0
    who = parties_of(scene, owner) if owner else whose(scene, first, form, reach) if occasion else ()
    if owner and is_word(passage.tokens, owner[0].first, "press") and is_word(passage.tokens, first, "without"):
        return
    if occasion and who:
        yield Away(noun, who, AWAY, occasion, first, noun + 1, announcer(scene, first))


def announcer(scene: Scene, place: int) -> Parties:
    """Who announces an absence, told by a noun at `place`: أعلن | الحزب عدم مشاركته; nobody where he only decides."""
    decision = governor(scene.passage, place, DECIDING)
    if decision is None or decision[1].row["sense"] != ANNOUNCE:
        return ()
    if decision[1].is_finite:
        return subject_of(scene, *decision, place).who
    return parties_of(scene, parties_at(scene.passage, decision[0] + 1, place))


def by_absence(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """غياب الوزير عن القمة، في غياب تونس عقدت القمة، مقاطعة الحزب للانتخابات، قرر مقاطعة القمة."""
    passage = scene.passage
    if is_denied(passage, noun) or refusal_of(passage, noun):
        return
    owner = owner_of(passage, noun, form) or owner_told(passage, noun, form)
    after = owner[-1].stop if owner else noun + 1
    after = past_quality(passage, after) if form.pronoun else after
    occasion = missed(passage, noun, after, form) or of_purpose(passage, after)
    if occasion is None and owner and is_around(passage, noun, form) and not is_ruled_out(passage, noun):
        occasion = told_around(passage, after) or met_around(passage, noun)
    if occasion is None and owner and is_seen(passage, noun):
        occasion = told_around(passage, after)
    if occasion and is_habit(passage, noun, form, occasion) and governor(passage, noun, DECIDING) is None:
        return
    who = parties_of(scene, owner) if owner else whose(scene, noun, form) if occasion else ()
    if occasion and who:
        yield Away(noun, who, AWAY, occasion, noun, noun + 1, announcer(scene, noun))


def by_campaign(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """أطلق حزب النهوض حملة لمقاطعة الانتخابات، حملة لجمع البطاقات من السكان لمقاطعتها; of elections alone."""
    passage = scene.passage
    if form.pronoun or OBJECT not in form.row["takes"] or passage.tokens.keys[noun - 1] != IN_ORDER_TO:
        return
    occasion = occasion_noun(passage, noun + 1, passage.sentence_stop(noun))
    campaign = campaign_before(passage, noun)
    if occasion is None or campaign is None or not is_vote(passage, occasion):
        return
    who = parties_of(scene, joining(passage, campaign, noun - 1)) or acting(scene, campaign)
    several = tuple(party for party in who if party.type in ("organisation", "group"))
    if several:
        yield Away(noun, several, AWAY, occasion, campaign, occasion[1])


def campaign_before(passage: Passage, noun: int) -> int | None:
    """Where a campaign is told before a noun, no mark between: | حملة لمقاطعة الانتخابات."""
    for at in range(noun - 1, max(passage.sentence_start(noun), noun - STEAD_REACH) - 1, -1):
        if passage.tokens.kinds[at] & PUNCTUATION:
            return None
        if is_word(passage.tokens, at, "campaign"):
            return at
    return None


def joining(passage: Passage, first: int, stop: int) -> Phrases:
    """Those behind من right before `stop` who join a campaign: حملة لجمع البطاقات من | السكان."""
    places = (at + 1 for at in range(first, stop) if passage.tokens.keys[at] == OF)
    found = (parties_at(passage, at, stop) for at in places)
    return next((phrases for phrases in found if phrases and phrases[-1].stop == stop), ())


def owner_told(passage: Passage, noun: int, form: Form) -> Phrases:
    """The party behind ل or من whose deed a noun with an adjective is: غياب لافت | للوزراء، مقاطعة واسعة | من الأحزاب."""
    tokens = passage.tokens
    if form.pronoun or tokens.kinds[noun] & DEFINITE:
        return ()
    for at in range(noun + 1, min(noun + 1 + QUALITIES, len(tokens) - 1)):
        if tokens.keys[at] in (IN_ORDER_TO, TO_THE, OF):
            return parties_at(passage, at + 1) if at > noun + 1 else ()
        if tokens.kinds[at] & (PUNCTUATION | PREPOSITION | PREFIX | DEFINITE):
            return ()
    return ()


def past_quality(passage: Passage, place: int) -> int:
    """The token behind an adjective with the article that tells how: مقاطعته الكاملة | للقمة؛ مقاطعته | القمة."""
    tokens = passage.tokens
    quality = place + 1 < len(tokens) and tokens.kinds[place] & DEFINITE and not occasion_type(tokens.keys[place])
    return place + 1 if quality and tokens.kinds[place + 1] & (PREFIX | PREPOSITION) else place


def of_purpose(passage: Passage, place: int) -> Range | None:
    """The encounter behind ل at `place`, or its pronoun: مقاطعة الحزب | للانتخابات، مقاطعته | لها."""
    tokens = passage.tokens
    if tokens.keys[place] in TO_IT:
        return told_before(passage, place)
    if place + 1 >= len(tokens) or tokens.keys[place] not in (IN_ORDER_TO, TO_THE):
        return None
    return occasion_noun(passage, place + 1, passage.sentence_stop(place))


def is_around(passage: Passage, noun: int, form: Form) -> bool:
    """Whether a noun only tells how an encounter went: في غياب، بغياب، وسط مقاطعة; not في مقاطعة, which is a province."""
    leads = AMID if OBJECT in form.row["takes"] else PREPOSITION | PREFIX | AMID
    near = noun > 0 and (bool(passage.tokens.kinds[noun - 1] & leads) or is_word(passage.tokens, noun - 1, "amid"))
    return near or is_reason(passage, noun)


def is_ruled_out(passage: Passage, noun: int) -> bool:
    """Whether an encounter is ruled out in somebody's absence: لن ينعقد المؤتمر | في غياب تونس."""
    first = max(passage.sentence_start(noun), noun - NAMED_REACH)
    return any(is_never(passage, at + 1) for at in range(first, noun - 1))


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
    who = parties_of(scene, owner) if owner else whose(scene, noun, form)
    if who:
        yield Away(noun, who, AWAY, occasion, noun, noun + 1, announcer(scene, noun))


def before_what(passage: Passage, place: int) -> Range | None:
    """The encounter behind قبل or its like at `place`: انسحابهم | قبيل الانتخابات."""
    if not is_word(passage.tokens, place, "before"):
        return None
    return occasion_noun(passage, place + 1, passage.sentence_stop(place))


def by_sending_nobody(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """قررت النقابة عدم إرسال وفد إلى المؤتمر، عدم إيفاد تونس ممثلا إلى القمة، لم تتمكن تونس من إيفاد ممثل إليها."""
    passage = scene.passage
    sent = sent_by(passage, noun)
    lacking = is_word(passage.tokens, noun - 1, "lack")
    refusal = refusal_of(passage, noun) if sent and not lacking else None
    if sent is None or not (lacking or refusal):
        return
    if refusal:
        yield from unable_to_send(scene, noun, sent, *refusal)
        return
    owner = owner_of(passage, noun, form) if sent > noun + 1 else ()
    occasion = aim(passage, sent + 1)
    who = parties_of(scene, owner) if owner else whose(scene, noun - 1, form) if occasion else ()
    if occasion and who:
        yield Away(noun, who, AWAY, occasion, noun - 1, noun + 1, announcer(scene, noun - 1))


def unable_to_send(scene: Scene, noun: int, sent: int, place: int, form: Form) -> Iterator[Away]:
    """رفضت تونس إرسال وفد إلى القمة، لم تتمكن من | إيفاد ممثل عنها إلى القمة."""
    occasion = aim(scene.passage, sent + 1)
    who = subject_of(scene, place, form, noun).who if occasion and form.is_finite else ()
    if occasion and who:
        yield Away(noun, who, AWAY, occasion, place, occasion[1])


def by_absentee(scene: Scene, place: int, form: Form) -> Iterator[Away]:
    """الغائب الأبرز عن القمة كان الوزير، كان الوزير أبرز الغائبين عن القمة."""
    passage = scene.passage
    tokens = passage.tokens
    if is_denied(passage, place):
        return
    stop = passage.sentence_stop(place)
    lead = next((at for at in range(place + 1, min(stop, place + 4)) if leads(passage, at, form)), None)
    occasion = occasion_noun(passage, lead + 1, stop) if lead else None
    if occasion is None:
        return
    behind = range(occasion[1], min(stop, occasion[1] + NAMED_REACH))
    named = next((parties_at(passage, at + 1) for at in behind if is_word(tokens, at, "be")), ())
    named = named or parties_at(passage, occasion[1]) or told_of(passage, place)
    if named:
        yield Away(place, parties_of(scene, named), AWAY, occasion, place, occasion[1])


def told_of(passage: Passage, place: int) -> Phrases:
    """Of whom an absentee right behind tells: كان الوزير سالم الكندي | غائبا عن القمة، الوزير سالم الكندي | الغائب عن القمة."""
    start = max(passage.sentence_start(place), place - NAMED_REACH)
    found = (parties_at(passage, at, place) for at in range(start, place))
    return next((phrases for phrases in found if phrases and phrases[-1].stop == place), ())


def by_empty_seat(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """ظل مقعد الوزارة شاغرا في القمة، خلا مقعد تونس، ترك الوزير مقعده خاليا في الجلسة."""
    passage = scene.passage
    owner = owner_of(passage, noun, form)
    left = told_of(passage, noun) if form.pronoun else ()
    who = parties_of(scene, owner or left) if owner or left else acting(scene, noun) if form.pronoun else ()
    if not who:
        return
    sentence = range(passage.sentence_start(noun), passage.sentence_stop(noun))
    occasion = told_around(passage, noun) if any(is_word(passage.tokens, at, "vacant") for at in sentence) else None
    if occasion and not is_vote(passage, occasion):
        yield Away(noun, who, AWAY, occasion, noun, owner[-1].stop if owner else noun + 1)
