"""Who intends an encounter, is asked for it or comes for it: يعتزم | الوفد زيارة صور، توجه | الوزير إلى تونس لحضور القمة."""

from __future__ import annotations

from qawl.arabic.agenda.agents import ahead_or_meant, fits_verb, lineup_of, parties_from, relative_before, subjects_ahead
from qawl.arabic.agenda.clauses import is_led, next_noun
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.meant import last_subject, meant_by_pronoun, those_meant
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, LED, Who
from qawl.arabic.agenda.words import TABLE
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ADDRESSING, PLURALS, TO_THE, WHAT
from qawl.arabic.lexicon import COMMA, DEFINITE, PREFIX, RELATIVE, THAT
from qawl.arabic.reporting.deeds import is_finite

# How far before an encounter the verb may stand that intends it.
INTENDS_REACH = 16
# So near behind an encounter stands what leads to the other side or the place.
NEAR = 4
# How the table tells that a verb calls somebody to an encounter: دعا الوزير | النقابة إلى اجتماع.
CALLS_TO = "to"
# How the table of attendance tells who intends one and who is asked for one.
INTENDS, READY, ASKS, SENDS = "intends", "ready", "asks", "sends"
# So near before an encounter stands that somebody is sent to it.
SENT_WITHIN = 9


def intending(scene: Scene, encounter: Encounter) -> list[Who]:
    """The subject of a verb that has an encounter to come or to be put off as its object: يعتزم | الوفد زيارة صور.

    So the owner of a noun that tells who comes to one: مشاركة | الوفد في القمة.
    """
    kinds, start, commas = scene.tokens.kinds, encounter.clause[0], 0
    for verb in range(start - 1, max(scene.passage.sentence_start(start), start - INTENDS_REACH) - 1, -1):
        commas += bool(kinds[verb] & COMMA)
        if kinds[verb] & THAT or (kinds[verb] & RELATIVE and not commas):
            return []
        form = next(iter(forms(ATTENDANCE).get(scene.tokens.keys[verb])), None)
        if form and form.tense == "noun" and form.row["by"] == LED and form.row["part"] == ATTENDS:
            if commas:
                return []  # بحضور فلان، افتتح المعرض
            return (list(lineup_of(scene, verb + 1, start)) or coming_for(scene, verb)) if not form.pronoun else []
        if form and form.tense == "noun" and form.row["by"] in (INTENDS, READY):
            return willing(scene, verb, form, start)
        if form and commas == 1:
            return []
        if (form and form.is_finite and form.row["by"] == ASKS) or (not commas and calls_to(scene, verb)):
            return asked(scene, verb, start, form.pronoun if form else "")
        if form and form.is_finite and form.row["by"] == INTENDS:
            found = parties_from(scene, verb + 1, start)
            return list(found) if fits_verb(scene, form, found) else ahead_or_meant(scene, verb, form)
    return []


def calls_to(scene: Scene, verb: int) -> bool:
    """Whether a verb calls somebody to an encounter: دعا | النقابة إلى عقد لقاء."""
    told = forms(TABLE).get(scene.tokens.keys[verb])
    return any(form.is_finite and form.row["needs"] == CALLS_TO for form in told) and not is_led(scene, verb)


def willing(scene: Scene, place: int, form: Form, stop: int) -> list[Who]:
    """Whose the will to hold an encounter is: رغبته في لقاء كذا، استعداد | الحزب لعقد لقاء، إنها مستعدة للقاء كذا."""
    gender, number = form.pronoun[:1], form.pronoun[1:2]
    if form.row["by"] == READY:
        if not scene.tokens.kinds[place - 1] & THAT:
            return list(subjects_ahead(scene, place))
        gender = "f" if scene.tokens.has_ta(place) else "m"
        number = "p" if scene.tokens.keys[place].endswith(PLURALS) else "s"
    elif not form.pronoun:
        return [] if scene.tokens.kinds[place] & DEFINITE else list(lineup_of(scene, place + 1, stop))
    return those_meant(scene, place, gender, number)


def intending_behind(scene: Scene, encounter: Encounter) -> list[Who]:
    """The subject of such a verb behind the noun: الزيارة التي يعتزم | الوفد القيام بها, لقاء ينوي | الوزير عقده."""
    kinds, after, stop = scene.tokens.kinds, encounter.place + 1, encounter.clause[1]
    verb = next((at for at in range(after, min(stop, after + NEAR)) if is_finite(scene.passage, at)), None)
    form = next(iter(forms(ATTENDANCE).get(scene.tokens.keys[verb])), None) if verb is not None else None
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


def sending(scene: Scene, place: int) -> list[Who]:
    """Who sends others to an encounter: أعلنت | مصر و| الأردن إيفاد ممثلين إلى القمة، أوفدت | كندا خبراء للمشاركة في القمة."""
    tokens, start = scene.tokens, scene.passage.sentence_start(place)
    near = range(place - 1, max(start, place - SENT_WITHIN) - 1, -1)
    sent = next((at for at in near if any(form.row["by"] == SENDS for form in forms(ATTENDANCE).get(tokens.keys[at]))), None)
    verbs = range(sent, start - 1, -1) if sent is not None else ()
    verb = next((at for at in verbs if is_finite(scene.passage, at)), None)
    return list(parties_from(scene, verb + 1, place if verb == sent else sent)) if verb is not None and sent is not None else []


def asked(scene: Scene, verb: int, stop: int, pronoun: str) -> list[Who]:
    """Who is asked for an encounter: ناشدت الأسرة | السلطات عقد اجتماع, مما يلزم | المسؤولين بعقد اجتماع، وطالبته بعقد اجتماع."""
    if pronoun:
        return meant_by_pronoun(scene, verb, pronoun)
    found = parties_from(scene, verb + 1, stop)
    second = parties_from(scene, found[-1].stop, stop) if found else []
    caused = relative_before(scene, verb) is not None or scene.tokens.keys[verb - 1] == WHAT
    return list(second or (found if caused else []))
