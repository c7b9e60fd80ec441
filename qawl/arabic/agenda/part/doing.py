"""Who is at an encounter by what he says there, or does after it, besides it or for it.

قال | الوزير خلال اللقاء، عاد | الوزير بعد زيارة لتونس، يفتتح | الوزير المقر إلى جانب عقد لقاء مع كذا.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import parties_from
from qawl.arabic.agenda.clauses import is_comma, noun_end
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.meant import last_subject
from qawl.arabic.agenda.part.intents import NEAR, coming_for
from qawl.arabic.agenda.parts import CALL, MEETING, PROTEST, VISIT, Who, end_of
from qawl.arabic.agenda.tenses import is_future_letter
from qawl.arabic.agenda.words import ACT, HOLDS, LEADS, TABLE
from qawl.arabic.forms import forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ADDRESSING, AFTER, ALONG, AT_AN_EVENT, HIS, IN, OWNERS, TO, TO_THE, WHAT, WITH
from qawl.arabic.lexicon import CITY, COUNTRY, DEFINITE, PREFIX, PREPOSITION, PUNCTUATION, RELATIVE, THAT, TIME
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.deeds import is_finite
from qawl.model import Party

# The tenses of what was held: الجلسة التي | عقدت أمس، حفل | أقيم أمس.
PAST = ("perfect", "passive")
# What the table gives the verbs that tell an encounter only with whom something is discussed.
DISCUSSES = "with"


def speaking_at(scene: Scene, encounter: Encounter) -> list[Who]:
    """The person who acts in a sentence that tells in its own voice that it was at an encounter: قال | الوزير خلال اللقاء."""
    start = led_start(scene, encounter.clause[0])
    led = start > 0 and (
        scene.tokens.keys[start - 1] in AT_AN_EVENT
        or opens_in(scene, start)
        or is_discussed_in(scene, encounter, start)
        or is_done_in(scene, encounter, start)
        or (encounter.type == CALL and scene.tokens.keys[start - 1] == IN)
    )
    if encounter.type not in (MEETING, CALL, PROTEST) or not led or is_what_shows(scene, start - 2):
        return []
    if speaker := speaker_in(scene, scene.passage.sentence_start(start), start, scene.passage.sentence_stop(start)):
        return [speaker]
    if opens_in(scene, start):
        return list(speaking_behind(scene, encounter.place))
    subject = last_subject(scene, scene.passage.sentence_start(start), start, "-", "s")
    if subject is None or scene.statement_at(start) is not scene.statement_at(subject.first):
        return []
    return [subject] if subject.named or subject.role else []


def is_what_shows(scene: Scene, place: int) -> bool:
    """Whether ما and a verb at `place` tell what was seen: وهو ما | انعكس خلال القمة; not وهو ما | أكده خلال القمة."""
    tokens = scene.tokens
    told = place > 0 and tokens.keys[place - 1] == WHAT and is_finite(scene.passage, place)
    return told and not tokens.keys[place].endswith((HIS, *OWNERS))


def doing_after(scene: Scene, encounter: Encounter) -> list[Who]:
    """Who does something after an encounter that is told to be nobody's, besides it or for it.

    عاد | الوزير بعد زيارة لتونس، عقب لقاء مع كذا؛ يفتتح | الوزير المقر إلى جانب عقد لقاء مع كذا؛ عاد | المبعوث لإجراء لقاءات مع.
    """
    tokens, place = scene.tokens, encounter.place
    start = led_start(scene, encounter.clause[0])
    owned = place + 1 < len(tokens) and tokens.kinds[place + 1] & DEFINITE  # زيارة | المنصوري
    if start == 0 or owned or tokens.kinds[place] & DEFINITE or not has_another_side(scene, encounter):
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
    holds = any(form.tense == "noun" and form.row["by"] == HOLDS for form in forms(TABLE).get(scene.tokens.keys[at]))
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
    told = forms(TABLE).get(tokens.keys[verb]) if verb is not None else ()
    return any(form.is_finite and form.row["by"] == ACT and form.row["needs"] == DISCUSSES for form in told)


def is_done_in(scene: Scene, encounter: Encounter, start: int) -> bool:
    """Whether something was done in an encounter that is told to have been held: تسلم الكاتب الجائزة في | حفل أقيم أمس."""
    tokens, verb = scene.tokens, encounter.verb
    told = verb is not None and verb > encounter.place and encounter.held is not None and encounter.held.tense in PAST
    return told and tokens.keys[start - 1] == IN


def opens_in(scene: Scene, start: int) -> bool:
    """Whether a sentence opens with an encounter that في or its like leads to: وفي | الندوة قال فلان، وخلال | اللقاء عرض فلان."""
    tokens, opening = scene.tokens, scene.passage.sentence_start(start)
    return tokens.keys[start - 1] in (IN, *AT_AN_EVENT) and start - 1 - opening <= bool(tokens.kinds[opening] & PREFIX)


def led_start(scene: Scene, start: int) -> int:
    """Where an encounter begins with what stands before its noun: أشغال | المؤتمر."""
    leads = start > 1 and any(form.row["by"] == LEADS for form in forms(TABLE).get(scene.tokens.keys[start - 1]))
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
