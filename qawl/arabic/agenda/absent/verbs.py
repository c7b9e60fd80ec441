"""Absences that a finite verb tells: غاب عن، قاطع، لم يحضر، لن يشارك في، رفض أن يشارك في، انسحب من … قبل، لن يرسل وفدا، ناب عنه."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.agenda.absent.guards import is_denied, is_habit, is_never, negator, refusal_of
from qawl.arabic.agenda.absent.occasions import (
    OBJECT,
    aim,
    complement,
    ends_there,
    is_card,
    leads,
    missed,
    occasion_noun,
    past_times,
    stands_for_it,
    told_before,
)
from qawl.arabic.agenda.absent.parties import Parties, parties_at, parties_of
from qawl.arabic.agenda.absent.reasons import reason_start
from qawl.arabic.agenda.absent.subjects import (
    Subject,
    left_out,
    pronoun_before,
    speaker_meant,
    subject_before,
    subject_behind,
    subject_of,
)
from qawl.arabic.agenda.absent.words import GOING, LEADS, MISSING, is_word, occasion_type, past_adverbs, phrase_of, with_senses
from qawl.arabic.agenda.meant import meant_by
from qawl.arabic.findings import Range
from qawl.arabic.forms import Form
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import known_head
from qawl.arabic.letters import ANY, HIS, JOINS_FREELY, NONE_BUT, OF, OWNERS, TO, bare_key
from qawl.arabic.lexicon import CITY, COUNTRY, DEFINITE, PREFIX, PREPOSITION, PUNCTUATION, THAT, TIME
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.subjects import before_party, second_party
from qawl.model import EventPart, Party

AWAY: EventPart = "not_attending"
UNASKED: EventPart = "not_invited"


# How far behind its verb may stand whom somebody sends.
SENT_REACH = 12
# How far behind وجه the invitation may stand.
GIVEN_REACH = 6


# How many words may tell how long before an encounter something was: قبل | أقل من يومين من القمة.
TIME_LENGTH = 4


# How many words a verb and the attending that it leads to are: غاب عن الحضور.
ATTENDING_LENGTH = 3


class Away(NamedTuple):
    """Who is absent from what: ``place`` tells it, its telling begins at ``first``, a reason may stand from ``after`` on.

    ``teller`` is who announces it where no statement holds it: أعلن | الحزب مقاطعة القمة.
    """

    place: int
    who: Parties
    part: EventPart
    occasion: Range
    first: int
    after: int
    teller: Parties = ()


def by_missing(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """غاب الوزير عن القمة، قاطع الحزب الانتخابات، تغيبت عنه تونس، غاب عن القمة الوزير."""
    passage = scene.passage
    if is_denied(passage, verb):
        return
    subject = subject_of(scene, verb, form)
    occasion = missed(passage, verb, subject.after, form) or contrasted(passage, verb, subject.after, form)
    if occasion is None or is_habit(passage, verb, form, occasion):
        return
    subject = subject if subject.who else behind_occasion(scene, verb, occasion)
    if subject.who:
        yield Away(verb, subject.who, AWAY, occasion, verb, verb + 1)


def contrasted(passage: Passage, verb: int, after: int, form: Form) -> Range | None:
    """The encounter that others of the sentence attend, where nothing stands behind who is away: يحضر القمة قادة | ويغيب آخرون.

    Where the reason stands there it may be one of the sentences before: وحضر القمة عشرون قائدا. | وغاب الوزير لأسباب صحية.
    """
    joined = verb > 0 and passage.tokens.keys[verb - 1] == JOINS_FREELY and after > verb + 1
    if OBJECT in form.row["takes"] or not joined:
        return None
    occasion, first = told_before(passage, verb), passage.sentence_start(verb)
    if after < len(passage.tokens) and reason_start(passage, after, passage.sentence_stop(after)) is not None:
        return occasion
    return occasion if ends_there(passage, after) and occasion and occasion[0] >= first else None


def behind_occasion(scene: Scene, verb: int, occasion: Range) -> Subject:
    """The subject that stands behind the encounter or attending: غاب عن القمة | الوزير، غاب عن الحضور | الوزير."""
    after = behind_owner(scene.passage, occasion) if occasion[0] > verb else verb + ATTENDING_LENGTH
    phrases = parties_at(scene.passage, past_times(scene.passage, after))
    return Subject(parties_of(scene, phrases), verb, after)


def behind_owner(passage: Passage, occasion: Range) -> int:
    """Where what follows an encounter begins, behind whose it is or where: اجتماع | المجلس | النائب، اجتماع صور | اتحاد الموانئ."""
    tokens, after = passage.tokens, occasion[1]
    whole = after >= len(tokens) or tokens.kinds[occasion[0]] & DEFINITE or is_owned(tokens.keys[occasion[0]])
    if whole or tokens.kinds[after] & (PREPOSITION | PREFIX | TIME | PUNCTUATION):
        return after
    if tokens.kinds[after] & (CITY | COUNTRY):
        return after + 1
    owner = parties_at(passage, after)
    return (second_party(tokens, owner[0]) or owner[0].stop) if len(owner) == 1 else after


def by_not_attending(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """لم يحضر الوزير القمة، لن تشارك تونس في المؤتمر، قرر الحزب ألا يشارك فيه، رفض أن يحضر القمة."""
    passage = scene.passage
    if negator(passage, verb) is None:
        yield from by_refusing_to(scene, verb, form)
        return
    if is_of_the_only_ones(passage, verb):
        return
    subject = subject_of(scene, verb, form)
    occasion = missed(passage, verb, subject.after, form)
    if occasion is None and form.row["sense"] == "travel" and not is_given(passage, verb):
        occasion = aim(passage, subject.after)
    if occasion is None and is_left(passage, subject.after, form):
        occasion = told_before(passage, verb)
    if occasion and subject.who and not is_habit(passage, verb, form, occasion):
        yield Away(verb, subject.who, AWAY, occasion, verb - 1, verb + 1)


def is_of_the_only_ones(passage: Passage, verb: int) -> bool:
    """Whether it is told of a few alone that they did come: لم | يحضر الاجتماع سوى المدير; not لم يحضر إلا أنه اتصل."""
    tokens = passage.tokens
    near = range(verb + 1, min(passage.sentence_stop(verb) - 1, verb + GIVEN_REACH))
    return any(tokens.keys[at] in NONE_BUT and not tokens.kinds[at + 1] & THAT for at in near)


def is_given(passage: Passage, verb: int) -> bool:
    """Whether a form of توجه is one of وجه, since what is given stands behind it: لم توجه إليها | دعوة."""
    reach = range(verb + 1, min(passage.sentence_stop(verb), verb + GIVEN_REACH))
    return any(with_senses(passage.tokens.keys[at], frozenset(("invite",))) for at in reach)


def is_left(passage: Passage, after: int, form: Form) -> bool:
    """Whether an invitation told of before is not followed, or nothing more is told: لم يلب | الدعوة، لم يحضر |، لن نشارك |."""
    return is_card(passage, after) or (form.row["sense"] == "attend" and ends_there(passage, past_adverbs(passage.tokens, after)))


def by_refusing_to(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """رفض الوزير أن يحضر القمة، امتنع عن أن يشارك في المؤتمر."""
    passage = scene.passage
    refusal = refusal_of(passage, verb - 1) if verb > 1 and passage.tokens.kinds[verb - 1] & THAT else None
    if refusal is None or not refusal[1].is_finite:
        return
    subject = subject_of(scene, *refusal)
    occasion = complement(passage, verb + 1, form)
    if occasion and subject.who:
        yield Away(verb, subject.who, AWAY, occasion, refusal[0], verb + 1)


def by_not_meeting(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """لن يلتقي الوزير السفير."""
    passage = scene.passage
    if not is_never(passage, verb):
        return
    subject = subject_of(scene, verb, form)
    met = bool(form.pronoun) or is_met(passage, subject.after, form)
    if not met and subject.after > verb + 1 and (before := subject_before(passage, verb, form)):
        subject, met = Subject(parties_of(scene, before), before[0].first, subject.after), True
    if subject.who and met:
        yield Away(verb, subject.who, AWAY, (verb, verb + 1), verb - 1, verb + 1)


def is_met(passage: Passage, place: int, form: Form) -> bool:
    """Whether somebody to meet stands at `place`, a preposition before him or not: لقاء | السفير، الاجتماع | مع السفير.

    One who is received is a person or was sent: رفض استقبال | المبعوث; not استقبال | اللاجئين.
    """
    place += leads(passage, place, form)
    met = parties_at(passage, place + (passage.tokens.keys[place] in ANY))
    if not met and is_owned_officer(passage, place):
        return True
    alone = met and (met[0].type == "person" or is_word(passage.tokens, met[0].first, "delegate"))
    return bool(met if form.row["sense"] != "receive" else alone)


def is_owned_officer(passage: Passage, place: int) -> bool:
    """Whether somebody by his office and his owner stands at `place`: رفض لقاء | محاميه."""
    key = passage.tokens.keys[place]
    return any(key.endswith(owner) and known_head(key.removesuffix(owner)) == "unnamed" for owner in (HIS, *OWNERS))


def by_calling(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """دعا حزب النهوض الناخبين إلى مقاطعة الانتخابات; only a body that calls on voters stays away itself."""
    passage = scene.passage
    noun = boycott_behind(passage, verb)
    occasion = None if noun is None or is_denied(passage, verb) else called_away_from(passage, noun)
    if occasion is None or not is_vote(passage, occasion):
        return
    callers = (*subject_behind(passage, verb, form, noun)[:1], *subject_before(passage, verb, form)[-1:])
    bodies = [party for party in parties_of(scene, callers) if party.type == "organisation"]
    if bodies:
        yield Away(verb, (bodies[0],), AWAY, occasion, verb, occasion[1])


def called_away_from(passage: Passage, noun: int) -> Range | None:
    """The encounter of a boycott or of not coming at `noun`: مقاطعة | الانتخابات، عدم المشاركة في | الانتخابات."""
    coming = with_senses(passage.tokens.keys[noun], GOING)
    found = (complement(passage, noun + 1, form) for form in coming)
    return next((one for one in found if one), None) if coming else occasion_noun(passage, noun + 1, passage.sentence_stop(noun))


def boycott_behind(passage: Passage, verb: int) -> int | None:
    """Where a boycott or not coming stands behind إلى and its verb: دعا الناخبين إلى | مقاطعة الانتخابات، إلى عدم | التوجه."""
    tokens = passage.tokens
    for at in range(verb + 1, min(passage.sentence_stop(verb) - 1, verb + SENT_REACH)):
        if tokens.keys[at - 1] != TO:
            continue
        if any(OBJECT in form.row["takes"] for form in with_senses(tokens.keys[at], MISSING)):
            return at
        if is_word(tokens, at, "lack") and with_senses(tokens.keys[at + 1], GOING):
            return at + 1
    return None


def by_withdrawing(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """انسحب الحزب من المحادثات قبل انطلاقها، وقبل يومين من المحادثات انسحبت منها الشركة، انسحب المرشح من الانتخابات."""
    yield from (away for away in by_missing(scene, verb, form) if is_before_it(scene.passage, verb, away.occasion))


def is_before_it(passage: Passage, place: int, occasion: Range) -> bool:
    """Whether a withdrawal at `place` comes before the encounter: from elections it always does."""
    return is_vote(passage, occasion) or is_before(passage, place, occasion)


def is_vote(passage: Passage, occasion: Range) -> bool:
    """Whether the encounter is an election."""
    return occasion_type(passage.tokens.keys[occasion[0]]) == "vote"


def is_before(passage: Passage, place: int, occasion: Range) -> bool:
    """Whether قبل or its like in the sentence of `place` leads to an encounter, or how it begins: قبل القمة، قبيل انطلاقها."""
    sentence = range(passage.sentence_start(place), passage.sentence_stop(place))
    return any(is_word(passage.tokens, at, "before") and is_start(passage, at + 1, occasion) for at in sentence)


def is_start(passage: Passage, place: int, occasion: Range) -> bool:
    """Whether an encounter or its beginning is told behind قبل, a time between: قبل | يومين من القمة; not قبل | التصويت فيها."""
    tokens = passage.tokens
    near = range(place, min(len(tokens), place + TIME_LENGTH))
    place = next((at + 1 for at in near if tokens.keys[at] == OF), place)
    if place >= len(tokens) or is_word(tokens, place, "ending"):
        return False
    type, alike = occasion_type(tokens.keys[place]), bare_key(tokens.keys[place]) == bare_key(tokens.keys[occasion[0]])
    return bool(tokens.kinds[place] & THAT) or alike or bool(type and (type == LEADS or is_owned(tokens.keys[place])))


def is_owned(key: str) -> bool:
    """Whether a folded noun has an owner, which is the encounter told: افتتاحه، انطلاقها."""
    return key.endswith((HIS, *OWNERS))


def by_not_sending(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """لن ترسل النقابة وفدا إلى المؤتمر."""
    passage = scene.passage
    sent = sent_by(passage, verb)
    occasion = aim(passage, sent + 1) if sent and negator(passage, verb) is not None else None
    subject = subject_of(scene, verb, form, sent)
    if occasion and subject.who:
        yield Away(verb, subject.who, AWAY, occasion, verb - 1, verb + 1)


def by_recalling(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """سحب الحزب وفده من المؤتمر قبل انطلاقه، سحب المرشح ترشيحه للانتخابات."""
    passage = scene.passage
    sent = sent_by(passage, verb)
    if sent is None or is_denied(passage, verb):
        return
    subject = subject_of(scene, verb, form, sent)
    occasion = aim(passage, sent + 1)
    if occasion and subject.who and is_before_it(passage, verb, occasion):
        yield Away(verb, subject.who, AWAY, occasion, verb, verb + 1)


def sent_by(passage: Passage, verb: int) -> int | None:
    """Where those stand whom somebody sends or recalls by a verb: ترسل النقابة | وفدا."""
    stop = min(passage.sentence_stop(verb), verb + SENT_REACH)
    return next((at for at in range(verb + 1, stop) if is_word(passage.tokens, at, "delegate")), None)


def by_standing_in(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """ناب عن الوزير في المؤتمر وكيل الوزارة، ناب المدير عن الوزير في المؤتمر."""
    passage = scene.passage
    tokens = passage.tokens
    behind = subject_behind(passage, verb, form)
    place = behind[-1].stop if behind else verb + 1
    if is_denied(passage, verb) or place + 1 >= len(tokens) or tokens.keys[place] != form.row["takes"]:
        return
    absent = parties_at(passage, place + 1)
    occasion = aim(passage, absent[-1].stop) if absent else None
    if occasion:
        yield Away(verb, parties_of(scene, absent), AWAY, occasion, verb, occasion[1])


def by_sending_instead(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """كلف الرئيس وزير الخارجية بتمثيله في القمة، أوفد الوزير بدلا منه وكيل الوزارة إلى القمة; a land is always stood for."""
    passage = scene.passage
    stop = passage.sentence_stop(verb)
    instead = next((found for at in range(verb + 1, stop) if (found := phrase_of(passage.tokens, at, "for_him"))), None)
    if instead is None or is_denied(passage, verb):
        return
    subject = sender_of(scene, verb, form)
    who = tuple(party for party in subject.who if party.type in ("person", "unnamed"))
    occasion = aim(passage, instead[1]) or aim(passage, subject.after) or told_before(passage, verb)
    if occasion and who:
        yield Away(verb, who, AWAY, occasion, verb, occasion[1] if occasion[0] > verb else instead[1])


def sender_of(scene: Scene, verb: int, form: Form) -> Subject:
    """Who sends somebody: the subject; whom a verb without one means before somebody of his: كلف | نائبه."""
    subject = subject_of(scene, verb, form)
    if (that := pronoun_before(scene.passage, verb)) is not None:
        return Subject(speaker_meant(scene, that) or left_out(scene, verb, form), that, subject.after)
    if subject.after == verb + 1 or not is_owned(scene.tokens.keys[verb + 1]):
        return subject
    meant = meant_by(scene, verb, form.gender, form.number)
    who = (meant,) if isinstance(meant, Party) else parties_of(scene, (meant,)) if meant else ()
    return Subject(who, verb, subject.after)


def by_deputing(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """أناب الوزير عنه في المؤتمر وكيل الوزارة."""
    passage = scene.passage
    behind = () if is_denied(passage, verb) else subject_behind(passage, verb, form)
    if len(behind) != 1:
        return
    second = second_party(passage.tokens, behind[0])
    who = before_party(passage.tokens, behind[0], second) if second and second > behind[0].first else behind[0]
    occasion = aim(passage, who.stop) or told_before(passage, verb)
    apart = second or (who.stop < len(passage.tokens) and (stands_for_it(passage, who.stop, form) or parties_at(passage, who.stop)))
    if occasion and apart:
        yield Away(verb, parties_of(scene, (who,)), AWAY, occasion, verb, verb + 1)
