"""Whose an encounter is that a noun names: who holds it, its owner, whom it meets.

عقد | الوزير اجتماعا، زيارة | الوزير، اجتماع طارئ ل| لجنة، لقائه | السفير، مشاركة | الوزير في القمة.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import ahead_or_meant, fits_verb, lineup_of, parties_from, relative_before, subjects_ahead
from qawl.arabic.agenda.clauses import is_comma, is_quality, list_start, next_noun, noun_end
from qawl.arabic.agenda.doers import doers_in
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.extents import opens_list
from qawl.arabic.agenda.meant import last_subject, meant_by
from qawl.arabic.agenda.parts import (
    ATTENDANCE,
    ATTENDS,
    CALL,
    CHAIRS,
    HOSTS,
    MEETING,
    MEETS,
    OWN,
    PARTS,
    PROTEST,
    SIGNING,
    VISIT,
    VOTE,
    Taking,
    Who,
    as_part,
    end_of,
)
from qawl.arabic.agenda.places import is_venue
from qawl.arabic.agenda.tenses import CALLED_OFF, has_turn, is_future_letter, is_negated
from qawl.arabic.agenda.words import ACT, HOLDS, LEADS, PANEL, PAPER, TABLE, WHEN, counts, is_come_for, keys_by, lead_start, ranks
from qawl.arabic.deeds import is_finite
from qawl.arabic.frames.forms import Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ADDRESSING,
    AFTER,
    ALEF,
    ALONG,
    ARTICLE,
    AT_AN_EVENT,
    BETWEEN,
    BY,
    HERS,
    IN,
    OF,
    OF_HIS,
    TAKES_UP,
    TO,
    TO_HIM,
    TO_THE,
    UPON,
    WITH,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    HONOUR,
    LATIN,
    NAME,
    NATION,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    ROLE,
    THAT,
    TIME,
    TITLE,
)
from qawl.arabic.phrases import Phrase
from qawl.model import Party

# So near behind its noun those who protest are told: إضراب عام | من قبل العمال; not وعود من قبل المسؤولين farther on.
BESIDE_PROTEST = 6
# What the noun of a vote needs behind which whoever is elected or wins stands: انتخاب | فلان, فوز | الحزب.
ELECTS, WINS = "elects", "wins"
# How far before an encounter the verb may stand that intends it, and how the table tells it.
INTENDS_REACH = 16
# So near behind an encounter stands what leads to the other side or the place.
NEAR = 4
# So near behind the signature of somebody stands what he signs: توقيعه في تونس أمس | على الاتفاق.
SIGNED_WITHIN = 6
CALLS_TO = "to"
# What a verb needs by which somebody pays a visit: قام بزيارة، أدى زيارة.
PAYS = ("by", "visit")
PASSIVE = "passive"
# How the table tells that whoever holds an encounter only sees it.
SEES = "sees"
# What the table gives the verbs that tell an encounter only with whom something is discussed.
DISCUSSES = "with"
INTENDS, ASKS, LED = "intends", "asks", "led"
# What makes an owner somebody in particular.
PARTICULAR = DEFINITE | COUNTRY | CITY | NAME | LATIN | OPENS


def takers_of_noun(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who holds an encounter that a noun names, and whose it is; who is met where nobody else is its owner."""
    stop = min(encounter.clause[1], encounter.place + BESIDE_PROTEST) if encounter.type == PROTEST else encounter.clause[1]
    row, done = encounter.form.row, doers_in(scene, encounter.place + 1, stop)
    if encounter.held is not None:
        yield from takers_by_holder(scene, encounter, encounter.held)
    yield from who_intends(scene, encounter)
    if encounter.form.pronoun or is_his(scene, encounter):
        taken_in = done and row["object"] == MEETS
        yield from as_part(MEETS if taken_in else row["subject"], meant_owner(scene, encounter))
    yield from as_part(ATTENDS, speaking_at(scene, encounter))
    if encounter.form.pronoun:
        yield from as_part(row["subject"], done.who if done else ())
        if row["object"] == MEETS and not done:
            yield from as_part(MEETS, parties_from(scene, encounter.place + 1, encounter.clause[1]))
        return
    own = part_of_holder(encounter)
    yield from as_part(own if own in PARTS else row["subject"], done.who if done else ())
    yield from takers_by_owner(scene, encounter)


def takers_by_holder(scene: Scene, encounter: Encounter, held: Form) -> Iterator[Taking]:
    """Who holds it by a verb or a verbal noun before its own noun, and whom that calls to it: دعا الوزير | النقابة إلى اجتماع."""
    verb = encounter.clause[0] if encounter.verb is None else encounter.verb
    away = held.row["subject"] in (ATTENDS, CHAIRS) and is_negated(scene.tokens, verb)
    away = away or (is_election(encounter) and has_turn(scene.tokens, verb, *CALLED_OFF))  # أرجأ المجلس الانتخابات
    for who in () if away else without_places(scene, held, holders(scene, encounter, verb, held)):
        yield from as_part(part_of_crowd(encounter, who) or part_of_holder(encounter), [who])
    if held.is_finite and held.row["needs"] == CALLS_TO:
        yield from as_part(ATTENDS, called(scene, verb, encounter.place, held))


def is_election(encounter: Encounter) -> bool:
    """Whether a noun tells that people vote, and no assembly on something: انتخابات، استفتاء؛ not التصويت."""
    return encounter.type == VOTE and "voting" not in encounter.form.row["needs"]


def who_intends(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who intends it, or only comes for it: يعتزم الوزير زيارة صور."""
    own, row, held = part_of_holder(encounter), encounter.form.row, encounter.held
    planned = held is not None and held.tense == "noun" and own in PARTS
    part = ATTENDS if is_come_for(scene.tokens, encounter.place) else own if planned else row["subject"]
    yield from as_part(part, intending(scene, encounter) or intending_behind(scene, encounter))


def takers_by_owner(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Those behind its noun whose it is, and who is met behind them: زيارة | الوزير, استقبال | الوزير السفير."""
    owners = owners_of(scene, encounter)
    yield from as_part(ATTENDS, () if owners else doing_after(scene, encounter))
    if pays_visit(encounter):
        yield from as_part(MEETS, (one for one in owners if one.named or one.role))
        return
    part = part_of_owner(scene, encounter, owners)
    led = bool(owners) and leads_to(scene, owners[0])
    yield from as_part(ATTENDS if led and part == HOSTS and encounter.held else part, owners)
    if owners and encounter.form.row["object"] == MEETS:
        end, stop = owners[-1].stop, encounter.clause[1]
        yield from as_part(MEETS, received(scene, end, stop) or parties_from(scene, end, stop))


def without_places(scene: Scene, held: Form, found: list[Who]) -> list[Who]:
    """Those who hold an encounter without the lands and towns that only see it: شهدت | تونس مظاهرات."""
    if SEES not in held.row["needs"]:
        return found
    return [who for who in found if isinstance(who, Party) or not (who.type == "country" or is_venue(scene.tokens, who.name[0]))]


def part_of_holder(encounter: Encounter) -> str:
    """The part of whoever holds an encounter that a noun names, as its verb tells it or else the noun: ينظم, يعقد | لقاء."""
    own = encounter.held.row["subject"] if encounter.held else OWN
    if own == HOSTS and encounter.type == CALL:
        return MEETS  # whoever takes in a letter: تسلم الوزير رسالة
    if own == HOSTS and encounter.type == VISIT and encounter.form.pronoun:
        return encounter.form.row["subject"]  # whoever announces a visit of his own: أعلن الوزير زيارته
    return encounter.form.row["subject"] if own == OWN else own


def part_of_crowd(encounter: Encounter, who: Who) -> str:
    """The part of people who hold a protest and so attend it: نفذ | عشرات المعلمين وقفة; empty for a body and who calls for it."""
    calls = encounter.held is not None and encounter.held.row["needs"] == CALLS_TO
    return ATTENDS if encounter.type == PROTEST and who.type == "group" and not calls else ""


def holders(scene: Scene, encounter: Encounter, verb: int, held: Form) -> list[Who]:
    """The subject of a verb that holds an encounter: عقد | الوزير اجتماعا، الوزير | يعقد اجتماعا، حضر الاجتماع | الوزير.

    A noun that is spelt as a verb with a pronoun has none: اجتماع لقادة الدول.
    """
    noun, stop = encounter.place, encounter.clause[1]
    if held.pronoun == "ms" and scene.tokens.has_ta(verb):
        return []
    able, sure = active(scene, verb, held)
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
            return list(subjects_ahead(scene, verb))
        found = subjects_ahead(scene, verb) or subject_behind_object(scene, encounter)
    if not found and stop < len(scene.tokens) and opens_list(scene.tokens, stop):
        return []  # its lines tell who: حضر اللقاء:
    apart = bool(found) and found[0].first > noun
    return list(found) if any(fits_verb(scene, form, found, apart) for form in able) else ahead_or_meant(scene, verb, form)


def called(scene: Scene, verb: int, noun: int, held: Form) -> list[Phrase]:
    """Who is called to an encounter: دعا الوزير | النواب إلى اجتماع، الوزير دعا | النواب إلى اجتماع، دعي | النواب إلى اجتماع."""
    found = parties_from(scene, verb + 1, noun)
    if not found or held.tense == PASSIVE:
        return found
    return parties_from(scene, found[-1].stop, noun) or (found if subjects_ahead(scene, verb) else [])


def subject_behind_object(scene: Scene, encounter: Encounter) -> list[Phrase]:
    """The subject of a verb behind the encounter that it holds: حضر الاجتماع | الوزير; none behind an aim or who takes part."""
    tokens, end = scene.tokens, object_end(scene, encounter)
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
    """Where a paper or an encounter ends with what it is of: مذكرة التفاهم |، اتفاقية تعاون |، العقد |، لقاء الصلح |."""
    kinds, end = scene.tokens.kinds, noun_end(scene, paper, stop)
    owned = (
        end == paper + 1 < stop and not kinds[paper] & DEFINITE and not kinds[end] & (ROLE | BODY | PEOPLE | PREFIX | PREPOSITION)
    )
    return noun_end(scene, end, stop) if owned else end


def is_called_after(scene: Scene, noun: int, phrase: Phrase) -> bool:
    """Whether a land or town right behind a noun only tells which it is: بدأ منتدى | تونس; not تستضيف القمة | تونس."""
    near = phrase.type == "country" and phrase.first == noun + 1
    return near and not (scene.tokens.kinds[noun] & DEFINITE or is_accusative(scene.tokens.keys[noun]))


def active(scene: Scene, verb: int, held: Form) -> tuple[list[Form], bool]:
    """The active forms that a verb may be, and whether it can be no passive and no noun: عقد may be all three, أقيم is none."""
    told = forms(TABLE).get(scene.tokens.keys[verb], ())
    alike = [form for form in told if form.row["subject"] == held.row["subject"] and form.row["by"] == held.row["by"]]
    finite = [form for form in alike if form.is_finite and form.tense != "passive"]
    return finite, len(finite) == len(alike)


def holders_of_noun(scene: Scene, verb: int, noun: int, held: Form) -> list[Who]:
    """The owner of a verbal noun that holds an encounter: مشاركة | الوزير في القمة، حضوره الاجتماع."""
    if held.tense != "noun" or verb >= noun:
        return []
    if held.pronoun:
        meant = meant_by(scene, verb, *held.pronoun[:2])
        return [meant] if meant else []
    found = [] if scene.tokens.kinds[verb] & DEFINITE else lineup_of(scene, verb + 1, noun)
    comes = not found and held.row["subject"] == ATTENDS
    return coming_for(scene, verb) if comes else [phrase for phrase in found if is_particular(scene, phrase)]


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
    meant = None if found else meant_by(scene, verb, held.gender, held.number)
    return [meant] if meant else []


def is_of_noun(scene: Scene, noun: int, verb: int) -> bool:
    """Whether a verb behind an encounter's noun tells of that noun, and of none that a preposition leads to between them.

    A pronoun may show that it is no other: رسالة من عشرين سطرا | وجهها الوزير.
    """
    tokens, between = scene.tokens, range(noun + 1, verb)
    if tokens.is_owned(verb) and tokens.keys[verb].endswith(HERS) and tokens.has_ta(noun):
        return not any(tokens.has_ta(at) and not is_quality(tokens, at, False) for at in between)
    return not any(tokens.kinds[at] & PREPOSITION and tokens.keys[at] not in TAKES_UP for at in between)


def intending(scene: Scene, encounter: Encounter) -> list[Who]:
    """The subject of a verb that has an encounter to come or to be put off as its object: يعتزم | الوفد زيارة صور.

    So the owner of a noun that tells who comes to one: مشاركة | الوفد في القمة.
    """
    kinds, start, commas = scene.tokens.kinds, encounter.clause[0], 0
    for verb in range(start - 1, max(scene.passage.sentence_start(start), start - INTENDS_REACH) - 1, -1):
        commas += bool(kinds[verb] & COMMA)
        if kinds[verb] & THAT or (kinds[verb] & RELATIVE and not commas):
            return []
        form = next(iter(forms(ATTENDANCE).get(scene.tokens.keys[verb], ())), None)
        if form and form.tense == "noun" and form.row["by"] == LED and form.row["part"] == ATTENDS:
            return (list(lineup_of(scene, verb + 1, start)) or coming_for(scene, verb)) if not form.pronoun else []
        if form and commas == 1:
            return []
        if form and form.is_finite and form.row["by"] == ASKS:
            return list(asked(scene, verb, start))
        if form and form.is_finite and form.row["by"] == INTENDS:
            found = parties_from(scene, verb + 1, start)
            return list(found) if fits_verb(scene, form, found) else ahead_or_meant(scene, verb, form)
    return []


def intending_behind(scene: Scene, encounter: Encounter) -> list[Who]:
    """The subject of such a verb behind the noun: الزيارة التي يعتزم | الوفد القيام بها, لقاء ينوي | الوزير عقده."""
    kinds, after, stop = scene.tokens.kinds, encounter.place + 1, encounter.clause[1]
    verb = next((at for at in range(after, min(stop, after + NEAR)) if is_finite(scene.passage, at)), None)
    form = next(iter(forms(ATTENDANCE).get(scene.tokens.keys[verb], ())), None) if verb is not None else None
    if verb is None or form is None or form.row["by"] != INTENDS or not form.is_finite:
        return []
    if not (kinds[verb - 1] & RELATIVE or verb == after):
        return []
    found = parties_from(scene, verb + 1, stop)
    return list(found) if fits_verb(scene, form, found) else []


def coming_for(scene: Scene, aim: int) -> list[Who]:
    """Who does something to come to an encounter: توجه | الوزير إلى تونس لحضور القمة; not دعت اللجنة الوزراء لحضور القمة."""
    tokens, start = scene.tokens, scene.passage.sentence_start(aim)
    if not aim or tokens.keys[aim - 1] not in (ADDRESSING, TO_THE) or not tokens.kinds[aim - 1] & PREFIX:
        return []
    subject = last_subject(scene, start, aim - 1, "-", "s") or last_subject(scene, start, aim - 1, "-", "p")
    if subject is None or scene.statement_at(aim) is not scene.statement_at(subject.first):
        return []
    return [] if next_noun(scene, subject.stop, aim - 1) is not None else [subject]


def asked(scene: Scene, verb: int, stop: int) -> list[Phrase]:
    """Who is asked for an encounter: ناشدت الأسرة | السلطات عقد اجتماع, مما يلزم | المسؤولين بعقد اجتماع."""
    found = parties_from(scene, verb + 1, stop)
    second = parties_from(scene, found[-1].stop, stop) if found else []
    return second or (found if relative_before(scene, verb) is not None else [])


def speaking_at(scene: Scene, encounter: Encounter) -> list[Who]:
    """The person who acts in a sentence that tells in its own voice that it was at an encounter: قال | الوزير خلال اللقاء."""
    start = led_start(scene, encounter.clause[0])
    led = start > 0 and (
        scene.tokens.keys[start - 1] in AT_AN_EVENT or opens_in(scene, start) or is_discussed_in(scene, encounter, start)
    )
    if encounter.type != MEETING or not led:
        return []
    if speaker := speaker_in(scene, scene.passage.sentence_start(start), start, scene.passage.sentence_stop(start)):
        return [speaker]
    if opens_in(scene, start):
        return list(speaking_behind(scene, encounter.place))
    subject = last_subject(scene, scene.passage.sentence_start(start), start, "-", "s")
    if subject is None or scene.statement_at(start) is not scene.statement_at(subject.first):
        return []
    return [subject] if subject.named or subject.role else []


def doing_after(scene: Scene, encounter: Encounter) -> list[Who]:
    """Who does something after an encounter that is told to be nobody's, besides it or for it.

    عاد | الوزير بعد زيارة لتونس، عقب لقاء مع كذا؛ يفتتح | الوزير المقر إلى جانب عقد لقاء مع كذا؛ عاد | المبعوث لإجراء لقاءات مع.
    """
    tokens, place = scene.tokens, encounter.place
    start = led_start(scene, encounter.clause[0])
    if start == 0 or tokens.kinds[place] & DEFINITE or not has_another_side(scene, encounter):
        return []
    if (aim := aim_of(scene, encounter)) is not None:
        return [who for who in coming_for(scene, aim) if goes_somewhere(scene, end_of([who], aim - 1))]
    if tokens.keys[start - 1] not in AFTER and not (encounter.held and is_besides(scene, start)):
        return []
    subject = last_subject(scene, scene.passage.sentence_start(start), start, "-", "s")
    return [subject] if subject and scene.statement_at(start) is scene.statement_at(subject.first) else []


def aim_of(scene: Scene, encounter: Encounter) -> int | None:
    """The verbal noun behind ل that holds an encounter: عاد المبعوث ل| إجراء محادثات; None where there is none."""
    start = encounter.clause[0]
    at = next((at for at in (start, start - 1) if at > 0 and scene.tokens.keys[at - 1] in (ADDRESSING, TO_THE)), start)
    holds = any(form.tense == "noun" and form.row["by"] == HOLDS for form in forms(TABLE).get(scene.tokens.keys[at], ()))
    return at if at > 0 and holds and at < encounter.place and scene.tokens.keys[at - 1] in (ADDRESSING, TO_THE) else None


def goes_somewhere(scene: Scene, place: int) -> bool:
    """Whether nobody stands right behind who does something for an aim: عاد المبعوث | إلى صور; not دعا الوزير | نظيره."""
    return bool(scene.tokens.kinds[place] & (PREPOSITION | PREFIX | TIME | PUNCTUATION | CITY | COUNTRY))


def is_besides(scene: Scene, place: int) -> bool:
    """Whether what joins another deed to the one before stands before `place`: إلى جانب | عقد لقاء، فضلا عن | عقد لقاء."""
    keys = scene.tokens.keys
    return any(len(words) > 1 and tuple(keys[max(0, place - len(words)) : place]) == words for words in ALONG)


def has_another_side(scene: Scene, encounter: Encounter) -> bool:
    """Whether what leads to the other side of a meeting, or to where a visit goes, stands near behind its noun."""
    leads = (WITH,) if encounter.type == MEETING else (TO, ADDRESSING, TO_THE) if encounter.type == VISIT else ()
    return any(key in leads for key in scene.tokens.keys[encounter.place + 1 : encounter.place + NEAR])


def speaking_behind(scene: Scene, place: int) -> Iterator[Phrase]:
    """Who does something right behind an encounter that opens its sentence: وفي الندوة، أكد | فلان كذا."""
    stop = scene.passage.sentence_stop(place)
    verb = noun_end(scene, place, stop)
    verb += is_comma(scene, verb)
    found = parties_from(scene, verb + 1, stop) if verb + 1 < stop and is_finite(scene.passage, verb) else []
    yield from (phrase for phrase in found[:1] if phrase.named or phrase.role)


def is_discussed_in(scene: Scene, encounter: Encounter, start: int) -> bool:
    """Whether something was discussed in an encounter of the past: بحث الوزير المشروع في | اجتماع اللجنة; not في اجتماع سيعقد."""
    tokens, future = scene.tokens, range(start, encounter.clause[1])
    if tokens.keys[start - 1] != IN or any(is_future_letter(tokens, at) for at in future):
        return False
    before = range(start - 2, scene.passage.sentence_start(start) - 1, -1)
    verb = next((at for at in before if is_finite(scene.passage, at) or tokens.kinds[at] & (RELATIVE | THAT)), None)
    told = forms(TABLE).get(tokens.keys[verb], ()) if verb is not None else ()
    return any(form.is_finite and form.row["by"] == ACT and form.row["needs"] == DISCUSSES for form in told)


def opens_in(scene: Scene, start: int) -> bool:
    """Whether a sentence opens with an encounter that في leads to: وفي | الندوة قال فلان."""
    tokens, opening = scene.tokens, scene.passage.sentence_start(start)
    return tokens.keys[start - 1] == IN and start - 1 - opening <= bool(tokens.kinds[opening] & PREFIX)


def led_start(scene: Scene, start: int) -> int:
    """Where an encounter begins with what stands before its noun: أشغال | المؤتمر."""
    leads = start > 1 and any(form.row["by"] == LEADS for form in forms(TABLE).get(scene.tokens.keys[start - 1], ()))
    return start - 1 if leads else start


def speaker_in(scene: Scene, first: int, at: int, stop: int) -> Party | None:
    """Who says something in the sentence of an encounter, of whose words it is none: قال | فلان خلال, وخلال الاجتماع قال | فلان."""
    starts, ends = scene.tokens.starts, scene.tokens.ends
    for statement in scene.statements:
        cue, speaker = statement.cue, statement.speaker
        if cue and speaker and speaker.type == "person" and starts[first] <= cue.start < ends[stop - 1]:
            told = any(piece.start <= starts[at] < piece.end for piece in statement.content)
            return None if told else Party(speaker.name, speaker.type, speaker.ref)
    return None


def is_his(scene: Scene, encounter: Encounter) -> bool:
    """Whether ل with a pronoun tells right behind a visit whose it is: زيارة | له إلى تونس."""
    after = scene.tokens.keys[encounter.place + 1 : encounter.place + 2]
    return encounter.type == VISIT and bool(after) and after[0] in OF_HIS


def meant_owner(scene: Scene, encounter: Encounter) -> list[Who]:
    """Whom the pronoun of a noun means: زيارته، اجتماعهم, زيارة له، توقيعه على الاتفاق; of what is signed none: توقيعه."""
    keys, after = scene.tokens.keys, encounter.place + 1
    if encounter.type == SIGNING and UPON not in keys[after : min(encounter.clause[1], after + SIGNED_WITHIN)]:
        return []
    pronoun = encounter.form.pronoun or OF_HIS[scene.tokens.keys[encounter.place + 1]]
    meant = meant_by(scene, encounter.place, *pronoun[:2])
    return [meant] if meant else []


def owners_of(scene: Scene, encounter: Encounter) -> list[Phrase]:
    """Whose an encounter is: زيارة | الوزير، اجتماع | اللجنة، اجتماع طارئ ل| لجنة; who is elected or wins stands in a vote."""
    tokens, place, stop = scene.tokens, encounter.place, encounter.clause[1]
    if encounter.type == VOTE:
        found = lineup_of(scene, place + 1, stop) if encounter.form.row["needs"] in (ELECTS, WINS) else []
        return found[:1] if encounter.form.row["needs"] == WINS else [who for who in found if who.named]
    at = owner_place(scene, encounter)
    led = at + 1 < stop and tokens.kinds[at] & PREFIX and tokens.keys[at] in (ADDRESSING, TO_THE)
    if led and encounter.type == CALL:
        return []
    if not led and (tokens.kinds[place] & DEFINITE or at > place + 1):
        return []
    found = [without_rank(scene, phrase) for phrase in lineup_of(scene, at + bool(led), stop)]
    if not found or (encounter.type == VISIT and is_goal(scene, found[0], bool(led or encounter.held))):
        return []
    return found if led or is_particular(scene, found[0]) else []


def without_rank(scene: Scene, phrase: Phrase) -> Phrase:
    """An owner without the words that tell which or when its encounter is: جلسة مجلس المنطقة | التاسعة، اجتماع اللجنة | المقبل."""
    keys, stop = scene.tokens.keys, phrase.stop
    while not phrase.named and stop > phrase.first + 1 and tells_which(keys[stop - 1]):
        stop -= 1
    if stop == phrase.stop:
        return phrase
    town = stop == phrase.first + 1 and scene.tokens.kinds[phrase.first] & CITY
    return phrase._replace(stop=stop, name=(phrase.name[0], stop), type="country" if town else phrase.type)


def tells_which(key: str) -> bool:
    """Whether a word tells which or when an encounter is: التاسعة، السابع عشر، المقبل، الـ75."""
    return key in ranks() or key in counts() or key in keys_by(WHEN) or key == ARTICLE or key.isdecimal()


def is_goal(scene: Scene, phrase: Phrase, led: bool) -> bool:
    """Whether a visit leads to what stands behind it: زيارة | تونس، زيارة تفقدية ل| لمستشفى; not زيارة ل| وفد النقابة."""
    sent = scene.tokens.keys[phrase.first] in keys_by(PANEL) and not is_venue(scene.tokens, phrase.first)
    officer = phrase.named or phrase.role or phrase.type == "group" or sent
    return phrase.type == "country" or (led and not officer and bool(scene.tokens.kinds[phrase.name[0]] & BODY))


def is_of_kind(scene: Scene, place: int, stop: int) -> bool:
    """Whether a bare noun that tells what an encounter is for stands before ل: مأدبة | غداء لرجال الأعمال، حفل | تكريم للطلبة."""
    tokens, after = scene.tokens, place + 1 + is_comma(scene, place + 1)
    named = DEFINITE | PREFIX | PREPOSITION | ROLE | BODY | PEOPLE | NAME | COUNTRY | HONOUR
    bare = after < stop and not tokens.kinds[place] & named
    return bool(bare and tokens.kinds[after] & PREFIX and tokens.keys[after] in (ADDRESSING, TO_THE))


def owner_place(scene: Scene, encounter: Encounter) -> int:
    """Where the owner of an encounter may stand: behind its noun, or behind its verb and ل: اجتماع عقد أمس | للوزراء."""
    place, stop, tokens = encounter.place, encounter.clause[1], scene.tokens
    end = noun_end(scene, place, stop)
    if end == place + 1 and is_of_kind(scene, end, stop):
        end += 1 + is_comma(scene, end + 1)
    if encounter.verb is None or encounter.verb < place:
        return end
    between = (at for at in range(encounter.verb + 1, stop - 1) if tokens.keys[at] == BETWEEN or tokens.kinds[at] & COMMA)
    behind = (
        at
        for at in range(encounter.verb + 1, next(between, stop - 1))
        if tokens.kinds[at] & PREFIX
        and tokens.keys[at] in (ADDRESSING, TO_THE)
        and tokens.kinds[at + 1] & (ROLE | TITLE | PEOPLE | BODY)
    )
    return next(behind, end)


def is_particular(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase means somebody in particular: اجتماع | وزراء الخارجية, مباحثات | وفد ليبي; not مؤتمر | صحفي."""
    kinds, first = scene.tokens.kinds, phrase.first
    if phrase.named or (phrase.type == "group" and kinds[first] & (PEOPLE | ROLE)):
        return True
    if scene.tokens.keys[first] in keys_by(PANEL) and any(kind & NATION for kind in kinds[first + 1 : phrase.stop]):
        return True
    first += 2 * is_counted(scene, first)
    edge = next((at for at in range(first, phrase.stop) if kinds[at] & (PREFIX | PREPOSITION)), phrase.stop)
    return any(kind & PARTICULAR for kind in kinds[phrase.first : edge])


def is_counted(scene: Scene, place: int) -> bool:
    """Whether من leads to those whom a word at `place` counts, or who sent them: عدد | من الأطباء, وفد | من الغرفة."""
    counts = scene.tokens.kinds[place] & QUANTITY or scene.tokens.keys[place] in keys_by(PANEL)
    return bool(counts) and scene.tokens.keys[place + 1 : place + 2] == [OF]


def part_of_owner(scene: Scene, encounter: Encounter, owners: list[Phrase]) -> str:
    """The part of an owner: met behind لقاء alone (لقاء السفير); several at a conference attend it, a land is where it is.

    Two by their names met each other: لقاء سالم الكندي ونزار العلي.
    """
    row = encounter.form.row
    if not owners:
        return row["subject"]
    if encounter.held is None and met_each_other(scene, encounter, owners):
        return ATTENDS
    end, stop = owners[-1].stop, encounter.clause[1]
    only_there = encounter.held is None and is_attendance(scene, end, stop)
    if row["object"] == MEETS and (only_there or not has_other_side(scene, end, stop)):
        return MEETS
    if row["object"] == MEETS and row["subject"] == HOSTS and leads_to(scene, owners[0]):
        return MEETS
    if row["subject"] == HOSTS and owners[0].type == "country":
        return ""
    return ATTENDS if row["subject"] == HOSTS and row["object"] != MEETS and owners[0].type == "group" else row["subject"]


def pays_visit(encounter: Encounter) -> bool:
    """Whether whoever holds a visit pays it, so that its noun's owner is visited: قام الوزير بزيارة | رئيس البلدية."""
    held = encounter.held
    return encounter.type == VISIT and held is not None and held.row["needs"] in PAYS


def met_each_other(scene: Scene, encounter: Encounter, owners: list[Phrase]) -> bool:
    """Whether two by their names own an encounter, for which nobody else goes: عقب لقاء | سالم الكندي و| نزار العلي."""
    first = encounter.clause[0]
    aimed = first > 0 and scene.tokens.keys[first - 1] in (ADDRESSING, TO_THE)
    return len(owners) == 2 and all(one.named for one in owners) and not aimed


def leads_to(scene: Scene, owner: Phrase) -> bool:
    """Whether a prefix leads to the owner of an encounter: مراسم استقبال ل| لرئيس."""
    return bool(scene.tokens.kinds[owner.first - 1] & PREFIX)


def is_attendance(scene: Scene, place: int, stop: int) -> bool:
    """Whether those who are there too are led to at `place`: للقاء نظيره | بحضور السفير."""
    tokens = scene.tokens
    return place + 1 < stop and tokens.keys[place] == BY and tokens.keys[place + 1] in forms(ATTENDANCE)


def has_other_side(scene: Scene, place: int, stop: int) -> bool:
    """Whether another side stands behind the owner: لقاء الوزير | بالسفير، لقاء الوزير | مع السفير، استقبال الوزير | السفير."""
    tokens = scene.tokens
    if place >= stop:
        return False
    led = tokens.keys[place] in (WITH, BETWEEN, *TO_HIM) or (tokens.keys[place] == BY and tokens.kinds[place] & PREFIX)
    return bool(led) or bool(parties_from(scene, place, stop)) or bool(received(scene, place, stop))


def received(scene: Scene, place: int, stop: int) -> list[Who]:
    """To whom ل leads behind who receives: استقبال الملك | للوزير، استقبال الملك له."""
    tokens = scene.tokens
    if place < stop and tokens.keys[place] in TO_HIM:
        meant = meant_by(scene, place, "f" if tokens.keys[place] == TO_HIM[1] else "m", "s")
        return [meant] if meant else []
    led = place + 1 < stop and tokens.keys[place] in (ADDRESSING, TO_THE) and tokens.kinds[place] & PREFIX
    several = led and scene.tokens.kinds[place + 1] & QUANTITY
    return [who for who in lineup_of(scene, place + 1, stop) if several or is_particular(scene, who)] if led else []


def takers_end(scene: Scene, encounter: Encounter) -> int:
    """Where the owner of an encounter ends, behind which its other side may stand."""
    return max(end_of(owners_of(scene, encounter), 0), encounter.place + 1)
