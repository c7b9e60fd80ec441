"""Absences that a noun tells by what governs it: عدم حضور القمة، رفض المشاركة فيها، رفض لقاء السفير، رفض استئناف المحادثات."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.absent.guards import DECIDING, REFUSING, governor, is_denied, refusal_of
from qawl.arabic.agenda.absent.nouns import announcer, instead_of, occasion_of, of_owner, owner_of
from qawl.arabic.agenda.absent.occasions import aim, leads, occasion_noun, past_times, told_before
from qawl.arabic.agenda.absent.parties import Parties, parties_at, parties_of
from qawl.arabic.agenda.absent.reasons import is_reason
from qawl.arabic.agenda.absent.subjects import deciding, subject_of, told_by_participle, whose
from qawl.arabic.agenda.absent.verbs import AWAY, Away, is_met
from qawl.arabic.agenda.absent.words import GOING, INVITING, is_word, occasion_type, past_adverbs, with_senses
from qawl.arabic.agenda.parts import ATTENDANCE, LED
from qawl.arabic.agenda.words import PAPER, keys_by
from qawl.arabic.findings import Range
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ANY, BY, IN_ORDER_TO, OF, TO_THE, WITH, bare_key
from qawl.arabic.lexicon import COMMA, DEFINITE, EACH, PREFIX, PREPOSITION, PUNCTUATION, QUANTITY, RELATIVE, ROLE, THAT, TIME, TITLE
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# An apology to those who came is none for not coming: اعتذر للحضور.
TO_SOMEBODY = (IN_ORDER_TO, TO_THE)
# How far behind talks the other side may stand: محادثات | سلام مباشرة مع الحكومة.
SIDE_REACH = 4
# So near before not coming stands the excuse for it: الاعتذار عن عدم | الحضور.
EXCUSED = 4
# So near behind an excuse it is told from whom it is: اعتذارا جديدا | من الحكومة.
FROM = 3
DONE = frozenset(("done",))
PERMITTING = frozenset(("grant", "permit", "obtain", "allow"))
TALKS = ("meeting", "call")
# What somebody may refuse to be asked to: not رفض الدعوة إلى إضراب.
ASKED_TO = ("meeting", "visit")


def by_not_coming(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """عدم حضور الوزير القمة، دون مشاركة تونس، بدلا من الحضور، لم يسجل حضور الوزير، رفض الحزب المشاركة في القمة."""
    passage = scene.passage
    lacking = is_word(passage.tokens, noun - 1, "lack")
    if not lacking and is_reason(passage, noun):
        return
    refusal = refusal_of(passage, noun)
    if lacking and is_not_excused(passage, noun):
        return
    if refusal and (not lacking or refusal[1].row["sense"] == "excuse"):
        yield from by_refusing(scene, noun, form, refusal)
    elif lacking:
        yield from of_owner(scene, noun, form, noun - 1)
    elif with_senses(passage.tokens.keys[noun - 1], DONE) and is_denied(passage, noun - 1):
        yield from of_owner(scene, noun, form, noun - 2)
    elif (stead := instead_of(passage, noun)) is not None:
        yield from of_owner(scene, noun, form, stead)


def is_not_excused(passage: Passage, noun: int) -> bool:
    """Whether nobody excuses himself for not coming at `noun`: دون الاعتذار عن عدم | حضورها."""
    near = governor(passage, noun, REFUSING)
    return near is not None and noun - near[0] <= EXCUSED and is_denied(passage, near[0])


def by_refusing(scene: Scene, noun: int, form: Form, refusal: tuple[int, Form]) -> Iterator[Away]:
    """رفض الحزب المشاركة في المؤتمر، اعتذر عن عدم حضور القمة، ألغت الفرقة مشاركتها في الحفل; رفض المنظمون مشاركة الحزب."""
    passage = scene.passage
    sense, lead = refusal[1].row["sense"], passage.tokens.keys[noun - 1]
    if is_permission_between(passage, refusal[0], noun) or (sense == "drop" and is_company(passage.tokens, noun)):
        return
    if (sense == "drop" and is_invitation_between(passage, refusal[0], noun)) or (sense == "excuse" and lead in TO_SOMEBODY):
        return
    owner = owner_of(passage, noun, form)
    who, first = refuser(scene, noun, *refusal)
    who = parties_of(scene, owner) if owner else who
    occasion = occasion_of(passage, noun, form, owner)
    if occasion and not who:
        who = parties_of(scene, parties_at(passage, past_times(passage, max(occasion[1], noun + 1))))
    if occasion and who:
        yield Away(noun, who, AWAY, occasion, first, noun + 1, announcer(scene, first))


def is_permission_between(passage: Passage, place: int, noun: int) -> bool:
    """Whether it is leave to come that is refused: رفضت السلطات | منح الوزير تأشيرة لحضور القمة."""
    return any(with_senses(passage.tokens.keys[at], PERMITTING) for at in range(place + 1, noun))


def is_company(tokens: Tokens, noun: int) -> bool:
    """Whether ب leads to who is there: علق المجلس جلسته ب| حضور الحكومة; not علق حضوره."""
    led = tokens.keys[noun - 1] == BY and tokens.kinds[noun - 1] & PREFIX and not tokens.kinds[noun] & DEFINITE
    return bool(led) and any(one.row["by"] == LED for one in forms(ATTENDANCE).get(tokens.keys[noun]))


def tells_others(passage: Passage, noun: int, place: int) -> bool:
    """Whether those at `place` are told by their coming at `noun`: الأطراف | المشاركة في الحوار; not المعلمون | العودة إليه."""
    told = passage.tokens.kinds[noun] & DEFINITE and is_word(passage.tokens, noun, "listed")
    return bool(told) and any(one.first < noun < one.stop and one.type == "group" for one in parties_at(passage, place))


def by_excusing(scene: Scene, place: int, form: Form) -> Iterator[Away]:
    """اعتذر الفنان عن حفله، اعتذار الوزير عن القمة; not اعتذر عن تأخير القمة."""
    passage = scene.passage
    if is_denied(passage, place):
        return
    if form.is_finite:
        who, _, after = subject_of(scene, place, form)
    else:
        owner = owner_of(passage, place, form)
        who = parties_of(scene, owner) if owner else whose(scene, place, form)
        after = owner[-1].stop if owner else place + 1
    if form.is_finite and not leads(passage, after, form) and not leads_to_somebody(passage, after):
        yield from backing_out(scene, place)
        return
    direct = leads(passage, after, form) and after + 1 < len(passage.tokens) and occasion_type(passage.tokens.keys[after + 1])
    occasion = occasion_noun(passage, after + 1, passage.sentence_stop(place)) if direct else None
    if occasion and who:
        yield Away(place, who, AWAY, occasion, place, occasion[1])


def leads_to_somebody(passage: Passage, place: int) -> bool:
    """Whether somebody stands at `place` to whom one apologises: اعتذر | للحاضرين، اعتذر | من الشعب."""
    return passage.tokens.keys[place] in (*TO_SOMEBODY, OF)


def backing_out(scene: Scene, place: int) -> Iterator[Away]:
    """كان مقررا أن يشارك الوزير في الندوة إلا أنه | اعتذر."""
    passage = scene.passage
    first = passage.sentence_start(place)
    planned = next(((at, form) for at in range(place - 1, first, -1) for form in planned_at(passage, at)), None)
    occasion = told_before(passage, place) if planned else None
    if planned is None or occasion is None or occasion[0] < planned[0]:
        return
    who = subject_of(scene, *planned).who
    if who:
        yield Away(place, who, AWAY, occasion, place, place + 1)


def planned_at(passage: Passage, place: int) -> tuple[Form, ...]:
    """The attending that somebody is told to have planned at `place`: كان مقررا أن | يشارك، كان | سيشارك."""
    forms = with_senses(passage.tokens.keys[place], GOING)
    after_that = bool(passage.tokens.kinds[place - 1] & THAT)
    return tuple(form for form in forms if form.tense == "future" or (after_that and form.tense in ("imperfect", "jussive")))


def is_invitation_between(passage: Passage, place: int, noun: int) -> bool:
    """Whether it is an invitation to what stands at `noun` that is called off: ألغى المنظمون | دعوة الوزير لحضور القمة."""
    return any(with_senses(bare_key(passage.tokens.keys[at]), INVITING) for at in range(place + 1, noun))


def refuser(scene: Scene, noun: int, place: int, form: Form) -> tuple[Parties, int]:
    """Who refuses what stands at `noun`, and where the telling of it begins: رفض | الحزب، قرر الحزب | رفض كذا.

    Nobody where several are told by their taking part: رفضت | الأطراف المشاركة في الحوار.
    """
    if form.is_finite:
        if tells_others(scene.passage, noun, place + 1):
            return (), place
        return subject_of(scene, place, form, noun).who or deciding(scene, place), place
    if form.tense == "participle":
        return told_by_participle(scene, place, form), place
    owner = parties_at(scene.passage, place + 1, noun) or from_whom(scene.passage, place, noun)
    return parties_of(scene, owner) if owner else whose(scene, place, form), place


def from_whom(passage: Passage, place: int, noun: int) -> tuple[Phrase, ...]:
    """Those from whom an excuse or a refusal at `place` comes: تلقى اعتذارا جديدا من | الحكومة."""
    led = next((at for at in range(place + 1, min(noun, place + FROM)) if passage.tokens.keys[at] == OF), None)
    return parties_at(passage, led + 1, noun) if led is not None else ()


def by_refusing_to_meet(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """رفض الوزير لقاء السفير، امتنع عن الاجتماع مع الوفد، رفضت النقابة الحوار مع الوزارة."""
    met = form.pronoun or is_met(scene.passage, noun + 1, form)
    yield from refused(scene, noun, (noun, noun + 1) if met else None)


def by_refusing_talks(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """رفض الحزب إجراء محادثات مع الحكومة، رفض عرضا باستئناف المفاوضات، رفض العودة إلى الحوار."""
    passage = scene.passage
    place = noun + 1 + leads(passage, noun + 1, form)
    talks = occasion_noun(passage, past_adverbs(passage.tokens, place), passage.sentence_stop(noun))
    if talks is None or occasion_type(passage.tokens.keys[talks[0]]) not in TALKS:
        return
    if form.row["sense"] != "resume" and not has_other_side(passage, talks[1]):
        return
    if is_word(passage.tokens, noun - 1, "lack"):
        yield from deciding_against(scene, noun, talks)
    else:
        yield from refused(scene, noun, talks)


def deciding_against(scene: Scene, noun: int, talks: Range) -> Iterator[Away]:
    """قرر الحزب عدم عقد لقاء مع الوزير، أعلن عدم العودة إلى الحوار."""
    decision = governor(scene.passage, noun, DECIDING)
    who = subject_of(scene, *decision, noun).who if decision and decision[1].is_finite else ()
    if who:
        yield Away(noun, who, AWAY, talks, noun - 1, noun + 1, announcer(scene, noun - 1))


def by_refusing_invitation(scene: Scene, noun: int, _: Form) -> Iterator[Away]:
    """رفض الحزب دعوة الرئيس إلى الحوار، رفض دعوة لزيارة تونس، لم تقبل النقابة الدعوة إلى اللقاء; not إلى إضراب، إلى أي جلسة."""
    occasion = aim(scene.passage, noun + 1)
    one = occasion and scene.tokens.keys[occasion[0] - 1] not in ANY
    asked = occasion and one and occasion_type(scene.tokens.keys[occasion[0]]) in ASKED_TO
    yield from refused(scene, noun, occasion if asked else None)


def by_refusing_to_sign(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """رفض الحزب التوقيع على الاتفاق، امتنعت تونس عن توقيع المعاهدة."""
    paper = noun + 1 + leads(scene.passage, noun + 1, form)
    signed = scene.tokens.keys[paper] in keys_by(PAPER)
    yield from refused(scene, noun, (noun, noun + 1) if signed else None)


def by_refusing_to_answer(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """رفض الوزير الرد على مكالمات السفير; not الرد على الأسئلة، على اتصالات الصحيفة."""
    passage = scene.passage
    led = leads(passage, noun + 1, form)
    call = occasion_noun(passage, noun + 2, passage.sentence_stop(noun)) if led else None
    if call and occasion_type(passage.tokens.keys[call[0]]) == "call":
        callers = parties_at(passage, call[1])
        yield from refused(scene, noun, call if callers and callers[0].type in ("person", "unnamed") else None)


def has_other_side(passage: Passage, place: int) -> bool:
    """Whether مع with somebody follows from `place` on, with nothing but adjectives between: محادثات | سلام مباشرة مع الحكومة."""
    for at in range(place, min(passage.sentence_stop(place - 1) - 1, place + SIDE_REACH)):
        if passage.tokens.keys[at] == WITH:
            return bool(parties_at(passage, at + 1)) or bool(passage.tokens.kinds[at + 1] & (ROLE | TITLE))
        if passage.tokens.kinds[at] & (PUNCTUATION | PREFIX | PREPOSITION):
            return False
    return False


def refused(scene: Scene, noun: int, occasion: Range | None) -> Iterator[Away]:
    """The absence of whoever refuses what stands at `noun`, right behind the refusal, from an encounter."""
    refusal = refusal_of(scene.passage, noun, through=RELATIVE) if occasion else None
    if occasion is None or refusal is None or refusal[1].row["sense"] not in ("refuse", "accept"):
        return
    who, first = refuser(scene, noun, *refusal)
    if who and is_object(scene, noun, *refusal):
        told = is_announced(scene.passage, first) or refusal[1].tense == "noun"
        teller = announcer(scene, first) if told else ()
        yield Away(noun, who, AWAY, occasion, first, noun + 1, teller)


def is_announced(passage: Passage, place: int) -> bool:
    """Whether what stands at `place` is the object of who announces it, and so a noun: أكد الوزير | رفض الحزب لقاء السفير."""
    decision = governor(passage, place, DECIDING)
    who = parties_at(passage, decision[0] + 1, place) if decision else ()
    return bool(who) and who[-1].stop == place


def is_object(scene: Scene, noun: int, refusal: int, form: Form) -> bool:
    """Whether a noun is what is refused, only a time, prepositions or an offer of it between.

    رفض الوزير أمس | لقاء السفير، رفض الحزب عرضا تونسيا ب | استئناف المحادثات، رفض فكرة | اللقاء; not رفض طلب تأجيل | المحادثات.
    """
    passage = scene.passage
    tokens = passage.tokens
    if form.is_finite:
        after = subject_of(scene, refusal, form, noun).after
    else:
        owner = parties_at(passage, refusal + 1, noun)
        after = owner[-1].stop if owner else refusal + 1
    place = passage.skip(past_adverbs(tokens, after), TIME | COMMA | PREPOSITION | PREFIX | EACH | QUANTITY)
    place += place < noun and tokens.keys[place] in ANY
    if place < noun and is_offer(passage, place):
        led = tokens.kinds[noun - 1] & (PREPOSITION | PREFIX) or place + 1 == noun
        return bool(led) and not any(kind & (PUNCTUATION | THAT) for kind in tokens.kinds[place:noun])
    return place == noun


def is_offer(passage: Passage, place: int) -> bool:
    """Whether an offer or an invitation stands at `place`: رفض | عرضا، رفض | دعوة."""
    tokens = passage.tokens
    return is_word(tokens, place, "offer") or bool(with_senses(bare_key(tokens.keys[place]), INVITING))
