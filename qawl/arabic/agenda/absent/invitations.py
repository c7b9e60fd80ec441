"""Who was not asked to come: لم يُدعَ، عدم دعوة الوزير، لم توجه الدعوة إلى، أغفل دعوة، استُثني من المدعوين، سقط اسمه من الدعوات."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.absent.barred import barred_at
from qawl.arabic.agenda.absent.guards import governor, is_denied, is_known_occasion, negator
from qawl.arabic.agenda.absent.nouns import announcer, owner_of
from qawl.arabic.agenda.absent.occasions import aim, leads, stands_for_it, told_before
from qawl.arabic.agenda.absent.parties import Parties, Phrases, parties_at, parties_of
from qawl.arabic.agenda.absent.subjects import acting, agrees, heads_clause, last_acting, subject_of
from qawl.arabic.agenda.absent.verbs import AWAY, UNASKED, Away, boycott_behind, called_away_from, is_vote
from qawl.arabic.agenda.absent.words import is_word
from qawl.arabic.agenda.meant import meant_by
from qawl.arabic.forms import Form
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ALEF_MAKSURA, DAMMA, OF
from qawl.arabic.lexicon import CITY, COUNTRY, DEFINITE, PUNCTUATION, RELATIVE
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.phrases.subjects import second_party
from qawl.model import Party

# How far behind leaving out the preposition may stand that leads to the encounter.
LEFT_REACH = 15
GIVING = frozenset(("give",))
DONE = frozenset(("done",))
GETTING = frozenset(("get",))
TAKING_BACK = frozenset(("drop", "recall"))
# How far behind an invitation whom it was sent to may stand.
SENT_REACH = 8
OMITTING = frozenset(("omit",))


def by_not_inviting(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """لم يُدعَ الوزير إلى القمة، الوزير لن يدعى إلى القمة."""
    passage = scene.passage
    if negator(passage, verb) is None:
        return
    subject = subject_of(scene, verb, form)
    occasion = None if parties_at(passage, subject.after) else aim(passage, subject.after)
    if occasion and subject.who and (is_surely_passive(passage, verb) or is_known_occasion(passage, occasion)):
        yield Away(verb, subject.who, UNASKED, occasion, verb - 1, occasion[1])


def is_surely_passive(passage: Passage, verb: int) -> bool:
    """Whether a form of دعا can only be passive: with its damma, or with ى: يُدعَ، تدعى."""
    surface = passage.tokens.surface(verb, verb + 1)
    return DAMMA in surface or surface.endswith(ALEF_MAKSURA)


def by_not_summoning(scene: Scene, verb: int, _: Form) -> Iterator[Away]:
    """لم تدع اللجنة الوزير إلى القمة."""
    passage = scene.passage
    phrases = parties_at(passage, verb + 1) if negator(passage, verb) is not None else ()
    if not phrases:
        return
    second = second_party(passage.tokens, phrases[0]) if len(phrases) == 1 else None
    invited = parties_at(passage, second if second and second > phrases[0].first else phrases[-1].stop)
    occasion = aim(passage, invited[-1].stop) if invited else None
    if occasion:
        yield Away(verb, parties_of(scene, invited), UNASKED, occasion, verb - 1, occasion[1])


def by_invitation(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """عدم دعوة الوزير إلى القمة، أغفلوا دعوة الوزير، لم توجه الدعوة إلى الوزير، لم يتلق الوزير دعوة إلى القمة."""
    passage = scene.passage
    omitting = governor(passage, noun, OMITTING, through=RELATIVE)
    done = governor(passage, noun, DONE)
    giving, getting = governor(passage, noun, GIVING), governor(passage, noun, GETTING)
    if is_word(passage.tokens, noun - 1, "lack"):
        yield from of_invited_or_owned(scene, noun, form, noun - 1)
    elif omitting and not is_denied(passage, omitting[0]):
        yield from of_invited(scene, noun, owner_of(passage, noun, form), omitting[0])
    elif done and is_denied(passage, done[0]):
        yield from of_invited_or_owned(scene, noun, form, done[0])
    elif giving and is_denied(passage, giving[0]) and is_to_them(passage, (giving[0], noun), form):
        yield from by_not_getting(scene, noun, *giving)
    elif giving and is_denied(passage, giving[0]) and leads(passage, giving[0] + 1, form):
        yield from of_invited(scene, noun, parties_at(passage, giving[0] + 2, noun), giving[0])
    elif giving and is_denied(passage, giving[0]) and leads(passage, noun + 1, form):
        yield from of_invited(scene, noun, parties_at(passage, noun + 2), giving[0])
    elif (withdrawn := governor(passage, noun, TAKING_BACK)) and not is_denied(passage, withdrawn[0]):
        yield from of_invited(scene, noun, owner_of(passage, noun, form) or addressed(passage, noun, form), withdrawn[0])
    elif getting and is_denied(passage, getting[0]):
        yield from by_not_getting(scene, noun, *getting)


def by_call(scene: Scene, noun: int, form: Form) -> Iterator[Away]:
    """دعوة حزب النهوض إلى مقاطعة الانتخابات، جدد الحزب دعوته إلى مقاطعتها; only a body that calls on voters stays away itself."""
    passage = scene.passage
    away = boycott_behind(passage, noun)
    occasion = called_away_from(passage, away) if away is not None else None
    if away is None or occasion is None or not is_vote(passage, occasion) or is_denied(passage, noun):
        return
    owner = parties_at(passage, noun + 1, away) if not form.pronoun else ()
    callers = parties_of(scene, owner[:1]) or (acting(scene, noun) if form.pronoun else ())
    bodies = tuple(party for party in callers if party.type == "organisation")
    if bodies:
        yield Away(noun, bodies, AWAY, occasion, noun, occasion[1])


def is_to_them(passage: Passage, places: tuple[int, ...], form: Form) -> bool:
    """Whether a pronoun right behind giving or the invitation tells to whom: لم توجه | إليها دعوة، لم توجه دعوة | إليها."""
    return any(stands_for_it(passage, place + 1, form) for place in places)


def addressed(passage: Passage, noun: int, form: Form) -> Phrases:
    """Whom an invitation was sent to, behind the first إلى or ل near it: الدعوة التي وجهها إلى | الوزير."""
    for at in range(noun + 1, min(passage.sentence_stop(noun), noun + SENT_REACH)):
        if passage.tokens.kinds[at] & PUNCTUATION:
            return ()
        if leads(passage, at, form):
            return parties_at(passage, at + 1)
    return ()


def of_invited_or_owned(scene: Scene, noun: int, form: Form, first: int) -> Iterator[Away]:
    """Whom an invitation does not reach, behind it or by its pronoun: عدم دعوة | الوزير، عدم دعوته."""
    invited = owner_of(scene.passage, noun, form)
    yield from of_invited(scene, noun, invited, first) if invited else of_owned(scene, noun, form, first)


def of_owned(scene: Scene, noun: int, form: Form, first: int) -> Iterator[Away]:
    """انتقد الحزب عدم دعوته إلى القمة، قال الوزير إنه لم تتم دعوته إلى القمة."""
    occasion = aim(scene.passage, noun + 1) if form.pronoun else None
    who = asked_by_pronoun(scene, first, form) if occasion else ()
    if occasion and who:
        yield Away(noun, who, UNASKED, occasion, first, noun + 1)


def asked_by_pronoun(scene: Scene, place: int, form: Form) -> Parties:
    """Whom the pronoun of an invitation means: who acts before `place`, else who says it."""
    phrase = last_acting(scene.passage, place)
    if phrase:
        return parties_of(scene, (phrase,)) if agrees(scene.tokens, form._replace(gender=form.pronoun[0]), (phrase,)) else ()
    meant = meant_by(scene, place, form.pronoun[0], form.pronoun[1])
    return (meant,) if isinstance(meant, Party) else parties_of(scene, (meant,)) if meant else ()


def by_not_getting(scene: Scene, noun: int, verb: int, form: Form) -> Iterator[Away]:
    """لم يتلق الوزير دعوة إلى القمة."""
    who = subject_of(scene, verb, form).who if form.is_finite else acting(scene, verb - 1)
    occasion = aim(scene.passage, noun + 1) or told_before(scene.passage, noun)
    if occasion and who:
        teller = () if form.is_finite else announcer(scene, verb - 1)
        yield Away(noun, who, UNASKED, occasion, verb - 1, noun + 1, teller)


def of_invited(scene: Scene, noun: int, invited: Phrases, first: int) -> Iterator[Away]:
    """The absence of those whom an invitation does not reach, from what they were to be asked to."""
    passage = scene.passage
    occasion = (aim(passage, invited[-1].stop) or told_before(passage, noun)) if invited else None
    if occasion:
        yield Away(noun, parties_of(scene, invited), UNASKED, occasion, first, invited[-1].stop)


def by_leaving_out(scene: Scene, place: int, form: Form) -> Iterator[Away]:
    """استُثني الوزير من قائمة المدعوين إلى القمة، استبعد الحزب من المشاركة في الحوار، استبعاد تونس من القمة."""
    passage = scene.passage
    if is_denied(passage, place):
        return
    reach = range(place + 1, min(passage.sentence_stop(place), place + LEFT_REACH))
    ways = sorted((at for at in reach if leads(passage, at, form)), key=lambda at: passage.tokens.keys[at] != OF)
    for lead in ways:
        left = tuple(phrase for phrase in barred_at(passage, place + 1, lead) if not is_town(passage, phrase))
        occasion = aim(passage, lead) if left else None
        if occasion and not is_object_behind(passage, occasion[1]):
            yield Away(place, parties_of(scene, left), UNASKED, occasion, place, occasion[1])
            return


def is_object_behind(passage: Passage, place: int) -> bool:
    """Whether somebody without article stands behind what was taken for an encounter: استبعدت مفوضية الانتخابات | خمسة مرشحين."""
    return place < len(passage.tokens) and not passage.tokens.kinds[place] & DEFINITE and bool(parties_at(passage, place))


def by_falling(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """سقط اسم الوزير من قائمة المدعوين إلى القمة، غاب اسمه عنها، لم يرد اسمه فيها."""
    passage = scene.passage
    gone = is_word(passage.tokens, verb + 1, "name") and is_denied(passage, verb) == (form.row["sense"] == "appear")
    named = parties_at(passage, verb + 2) if gone else ()
    if not named or not is_listed(passage, named[-1].stop, form):
        return
    occasion = aim(passage, named[-1].stop + 2) or told_before(passage, verb)
    if occasion:
        yield Away(verb, parties_of(scene, named), UNASKED, occasion, verb, named[-1].stop)


def by_lacking_name(scene: Scene, verb: int, form: Form) -> Iterator[Away]:
    """خلت قائمة المدعوين إلى القمة من اسم الوزير."""
    passage = scene.passage
    tokens = passage.tokens
    if is_denied(passage, verb) or not is_word(tokens, verb + 1, "card"):
        return
    reach = range(verb + 2, min(passage.sentence_stop(verb) - 1, verb + LEFT_REACH))
    name = next((at + 1 for at in reach if leads(passage, at, form) and is_word(tokens, at + 1, "name")), None)
    named = parties_at(passage, name + 1) if name else ()
    occasion = (aim(passage, verb + 2) or told_before(passage, verb)) if named else None
    if occasion:
        yield Away(verb, parties_of(scene, named), UNASKED, occasion, verb, named[-1].stop)


def is_listed(passage: Passage, place: int, form: Form) -> bool:
    """Whether a list of those asked, or what asks them, stands behind the preposition at `place`: من | قائمة المدعوين."""
    return leads(passage, place, form) and is_word(passage.tokens, place + 1, "card", "listed")


def by_not_covering(scene: Scene, verb: int, _: Form) -> Iterator[Away]:
    """لم تشمل الدعوات الوزير، لم تتضمن قائمة المدعوين الوزير."""
    passage = scene.passage
    tokens = passage.tokens
    if negator(passage, verb) is None or not (is_word(tokens, verb + 1, "card") or is_card_before(passage, verb)):
        return
    place = verb + 1
    while is_word(tokens, place, "card", "listed", "name"):
        place += 1
    left = parties_at(passage, place)
    occasion = (aim(passage, left[-1].stop) or aim(passage, place) or told_before(passage, verb)) if left else None
    if occasion:
        yield Away(verb, parties_of(scene, left), UNASKED, occasion, verb - 1, left[-1].stop)


def is_card_before(passage: Passage, verb: int) -> bool:
    """Whether what asks people to come heads the clause of a verb: الدعوات التي وجهت إلى القادة | لم تتضمن اسم الرئيس."""
    first = max(passage.sentence_start(verb), verb - LEFT_REACH)
    return any(is_word(passage.tokens, at, "card") and heads_clause(passage, at) for at in range(first, verb))


def is_town(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is a town, which may be what is talked of: استثناء القدس من المفاوضات."""
    kind = passage.tokens.kinds[phrase.name[0]]
    return bool(kind & CITY) and not kind & COUNTRY
