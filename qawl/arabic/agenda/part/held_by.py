"""Who holds an encounter by a verb or a verbal noun: عقد | الوزير اجتماعا، اجتماع عقده | الوزير، مشاركة | الوزير في القمة."""

from __future__ import annotations

from qawl.arabic.agenda.agents import (
    ahead_or_meant,
    antecedent,
    fits_verb,
    lineup_of,
    may_be_subject,
    parties_from,
    relative_before,
    subjects_ahead,
)
from qawl.arabic.agenda.clauses import is_comma, is_quality, list_start, next_noun, noun_end
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.extents import opens_list
from qawl.arabic.agenda.meant import meant_by_pronoun, those_meant
from qawl.arabic.agenda.part.intents import CALLS_TO, coming_for
from qawl.arabic.agenda.part.whose import is_goal, is_particular, owners_of
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, PROTEST, SIGNING, VISIT, VOTE, Who
from qawl.arabic.agenda.words import PAPER, SET, TABLE, keys_by, lead_start
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.named_at import person_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ADDRESSING, ALEF, ALEF_MAKSURA, HERS, IN, MINE, TA_MARBUTA, TAKES_UP, bare_key
from qawl.arabic.lexicon import BODY, COLON, COMMA, DEFINITE, ODD, PEOPLE, PREFIX, PREPOSITION, RELATIVE, ROLE, TIME
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.tokens import Tokens
from qawl.tables import several

PASSIVE = "passive"
# What a verb needs that an encounter itself may do: اختتم الملتقى.
ITSELF = "self"
# What is no matter of an encounter behind its noun: حفل | الوزير.
NO_MATTER = ROLE | BODY | PEOPLE | PREFIX | PREPOSITION


def holders(scene: Scene, encounter: Encounter, verb: int, held: Form) -> list[Who]:
    """The subject of a verb that holds an encounter: عقد | الوزير اجتماعا، الوزير | يعقد اجتماعا، حضر الاجتماع | الوزير.

    A noun that is spelt as a verb with a pronoun has none: اجتماع لقادة الدول.
    """
    noun, stop = encounter.place, encounter.clause[1]
    if held.pronoun == "ms" and scene.tokens.has_ta(verb):
        return []
    if encounter.type == PROTEST and "sees" in several(held.row["needs"]):
        return [who for who in parties_from(scene, verb + 1, noun) if who.named]  # شهدت | الجهة إضرابا
    able, sure = active(scene, verb, held)
    sure = sure or is_written_active(scene.tokens, verb)
    if not able:
        return holders_of_noun(scene, verb, noun, held)
    form = able[0]
    if verb > noun:
        return holders_behind(scene, noun, verb, form, stop)
    if held.row["needs"] == CALLS_TO and (ahead := subjects_ahead(scene, verb)):
        return list(ahead)
    found = parties_from(scene, verb + 1, noun)
    if not found and next_noun(scene, verb + 1, lead_start(scene.tokens, noun)) is None:
        if not sure and not is_accusative(scene.tokens.keys[noun]):
            ahead = subjects_ahead(scene, verb)
            first = ahead[0].first if ahead else verb
            told = any(is_finite(scene.passage, at) for at in (first - 1, first) if 0 <= at < verb)  # أكد | الوزير عقد اجتماع
            return [] if told else list(ahead or doing_by_relative(scene, verb, form))
        found = subjects_ahead(scene, verb) or subject_behind_object(scene, encounter)
        if not found and may_be_its_own(scene, verb, noun, form):
            return []
    if not found and stop < len(scene.tokens) and opens_list(scene.tokens, stop):
        return []  # its lines tell who: حضر اللقاء:
    apart = bool(found) and found[0].first > noun
    if any(fits_verb(scene, form, found, apart) for form in able):
        return list(found)
    return [] if form.row["needs"] == ITSELF else ahead_or_meant(scene, verb, form)  # انعقدت أمس الدورة، وفق الوزارة


def doing_by_relative(scene: Scene, verb: int, form: Form) -> list[Phrase]:
    """Whom a relative clause tells to hold an encounter: | النقابة التي نظمت مسيرة; not المدينة التي نظمت فيها مسيرة."""
    relative = relative_before(scene, verb)
    found = antecedent(scene, relative) if relative is not None else []
    there = scene.tokens.keys[verb + 1] in TAKES_UP
    return [who for who in found if not there and who.type != "country" and may_be_subject(scene, form, who)]


def called(scene: Scene, verb: int, noun: int, held: Form) -> list[Who]:
    """Who is called to an encounter: دعا الوزير | النواب إلى اجتماع، الوزير دعا | النواب إلى اجتماع، دعي | النواب إلى اجتماع.

    So is whom a pronoun means: دعته الوزارة إلى اجتماع.
    """
    if held.pronoun:
        return meant_by_pronoun(scene, verb, held.pronoun)
    found = parties_from(scene, verb + 1, noun)
    if not found or held.tense == PASSIVE:
        return list(found)
    return list(parties_from(scene, found[-1].stop, noun) or (found if subjects_ahead(scene, verb) else []))


def subject_behind_object(scene: Scene, encounter: Encounter) -> list[Phrase]:
    """The subject of a verb behind the encounter that it holds: حضر الاجتماع | الوزير; none behind an aim or who takes part."""
    tokens, end = scene.tokens, object_end(scene, encounter)
    if behind := behind_own_relative(scene, encounter, end):
        return behind
    found = parties_from(scene, list_start(scene, end, encounter.clause[1]), encounter.clause[1], listed=True)
    if found and is_called_after(scene, encounter.place, found[0]):
        found = found[1:]
    if not found or (encounter.type == VISIT and is_goal(scene, found[0], False)):
        return []
    if encounter.type == VOTE and found[0].first == encounter.place + 1 and not tokens.kinds[encounter.place] & DEFINITE:
        return []  # قام المجلس بانتخاب | رئيسه
    aims = (tokens.keys[at] == ADDRESSING and tokens.kinds[at] & PREFIX for at in range(end, found[0].first))
    told = (tokens.keys[at] in forms(ATTENDANCE) for at in range(end, found[0].first))
    return [] if any(aims) or any(told) else found


def behind_own_relative(scene: Scene, encounter: Encounter, place: int) -> list[Phrase]:
    """The parties behind the relative clause of an encounter, whose own subject stands in it: حضر اللقاء الذي عقد أمس | الوزير.

    حضر الندوة التي نظمتها الوزارة، | المدير، حضر اللقاء المنعقد أمس | المدير; not الندوة التي نظمتها | الوزارة.
    """
    tokens, stop = scene.tokens, encounter.clause[1]
    place += tokens.kinds[place] & (DEFINITE | RELATIVE) == DEFINITE  # حفل | التوقيع الذي أقيم أمس
    if bare_key(tokens.keys[place - 1]) in keys_by(SET):
        return list(parties_from(scene, place, stop, listed=True))
    verb = place + is_comma(scene, place) + 1
    if verb + 1 >= stop or not tokens.kinds[verb - 1] & RELATIVE:
        return []
    ends = COLON | (COMMA if is_comma(scene, place) else 0)  # حضر اللقاء الذي عقد أمس: | الوزير
    closes = next((at + 1 for at in range(verb, stop) if tokens.kinds[at] & ends), stop)
    if behind := parties_from(scene, closes, stop, listed=True) if closes < stop else ():
        return list(behind)
    led = tokens.keys[verb + 1] in TAKES_UP
    if not led and not any(form.pronoun for form in forms(TABLE).get(tokens.keys[verb])):
        return list(parties_from(scene, verb + 1, stop, listed=True))
    doing = parties_from(scene, verb + 1 + led, stop)
    return list(parties_from(scene, doing[-1].stop, stop, listed=True)) if doing else []


def object_end(scene: Scene, encounter: Encounter) -> int:
    """Where an encounter's noun ends with whose it is, if somebody stands behind: حضر اجتماع اللجنة | الوزير.

    So does a paper that is signed: حضر توقيع المذكرة | الوزير.
    """
    stop, end = encounter.clause[1], noun_end(scene, encounter.place, encounter.clause[1])
    if encounter.type == SIGNING and end < stop and scene.tokens.keys[end] in keys_by(PAPER):
        return paper_end(scene, end, stop)
    owners = owners_of(scene, encounter) if end == encounter.place + 1 else []
    behind = owners[-1].stop if owners and owners[0].first == end else paper_end(scene, encounter.place, stop)
    return behind if parties_from(scene, behind, stop) else end


def paper_end(scene: Scene, paper: int, stop: int) -> int:
    """Where a paper or an encounter ends with what it is of: مذكرة التفاهم |، اتفاقية تعاون |، العقد |، حفل توقيع العقد |."""
    kinds, end = scene.tokens.kinds, noun_end(scene, paper, stop)
    owned = end == paper + 1 < stop and not kinds[paper] & DEFINITE and not kinds[end] & NO_MATTER
    return paper_end(scene, end, stop) if owned and person_at(scene, end, stop) is None else end


def is_called_after(scene: Scene, noun: int, phrase: Phrase) -> bool:
    """Whether a land or town right behind a noun only tells which it is: بدأ منتدى | تونس; not تستضيف القمة | تونس."""
    near = phrase.type == "country" and phrase.first == noun + 1
    return near and not (scene.tokens.kinds[noun] & DEFINITE or is_accusative(scene.tokens.keys[noun]))


def active(scene: Scene, verb: int, held: Form) -> tuple[list[Form], bool]:
    """The active forms that a verb may be, and whether it can be no passive and no noun: عقد may be all three, أقيم is none."""
    told = forms(TABLE).get(scene.tokens.keys[verb])
    alike = [form for form in told if form.row["subject"] == held.row["subject"] and form.row["by"] == held.row["by"]]
    finite = [form for form in alike if form.is_finite and form.tense != "passive"]
    return finite, len(finite) == len(alike)


def is_written_active(tokens: Tokens, verb: int) -> bool:
    """Whether the last letter of a verb shows that it is no passive, if the page tells ى and ي apart: أجرى; not أجري."""
    apart = any(key == IN and tokens.surface(at, at + 1).endswith(MINE) for at, key in enumerate(tokens.keys))
    return apart and tokens.surface(verb, verb + 1).endswith(ALEF_MAKSURA)


def holders_of_noun(scene: Scene, verb: int, noun: int, held: Form) -> list[Who]:
    """The owner of a verbal noun that holds an encounter: مشاركة | الوزير في القمة، حضوره الاجتماع."""
    if held.tense != "noun" or verb >= noun:
        return []
    if held.pronoun:
        return meant_by_pronoun(scene, verb, held.pronoun)
    found = [] if scene.tokens.kinds[verb] & DEFINITE else lineup_of(scene, verb + 1, noun)
    comes = not found and held.row["subject"] == ATTENDS
    return coming_for(scene, verb) if comes else [phrase for phrase in found if is_particular(scene, phrase)]


def may_be_its_own(scene: Scene, verb: int, noun: int, form: Form) -> bool:
    """Whether the encounter right behind a verb may do itself what that tells: واختتمت | الندوة; not اختتم | الجولة."""
    key = scene.tokens.keys[noun]
    told = noun == verb + 1 and scene.tokens.kinds[noun] & DEFINITE and ITSELF in several(form.row["needs"])
    return bool(told) and form.number == "s" and key.endswith(TA_MARBUTA) == (form.gender == "f")


def is_accusative(key: str) -> bool:
    """Whether a noun is in the accusative, and so what somebody does: عقد | اجتماعا."""
    return key.endswith(ALEF)


def holders_behind(scene: Scene, noun: int, verb: int, held: Form, stop: int) -> list[Who]:
    """The subject of a verb behind its noun, which a pronoun takes up: الزيارة التي يقوم بها | الوزير، اجتماع عقده | الوزير."""
    after = verb + 1
    led = after < stop and scene.tokens.keys[after] in TAKES_UP
    if not (held.pronoun or led) or not is_of_noun(scene, noun, verb):
        return []
    found = parties_from(scene, after + led, stop)
    if fits_verb(scene, held, found):
        return list(found)
    return [] if found or is_by_unknown(scene, after + led) else those_meant(scene, verb, held.gender, held.number)


def is_by_unknown(scene: Scene, place: int) -> bool:
    """Whether the subject of a verb stands at `place`, whoever that is: الزيارة التي أداها | المنصوري; not التي أداها | اليوم."""
    kind = scene.tokens.kinds[place] if place < len(scene.tokens) else 0
    return bool(kind & (DEFINITE | ODD)) and not kind & TIME


def is_of_noun(scene: Scene, noun: int, verb: int) -> bool:
    """Whether a verb behind an encounter's noun tells of that noun, and of none that a preposition leads to between them.

    A pronoun may show that it is no other: رسالة من عشرين سطرا | وجهها الوزير.
    """
    tokens, between = scene.tokens, range(noun + 1, verb)
    if tokens.is_owned(verb) and tokens.keys[verb].endswith(HERS) and tokens.has_ta(noun):
        return not any(tokens.has_ta(at) and not is_quality(tokens, at, False) for at in between)
    return not any(tokens.kinds[at] & PREPOSITION and tokens.keys[at] not in TAKES_UP for at in between)
