"""Whose an encounter is by who announces, plans, threatens or calls for it, and who heads those who are sent to it.

أعلنت | وزارة النقل تنظيم مؤتمر، هددت | النقابة بإضراب، دعا | الحزب إلى مظاهرة.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import ahead_or_meant, fits_verb, parties_from
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.meant import those_meant
from qawl.arabic.agenda.part.intents import CALLS_TO
from qawl.arabic.agenda.part.owners import part_of_holder
from qawl.arabic.agenda.parts import ATTENDS, CHAIRS, HOSTS, PROTEST, Taking, Who, as_part
from qawl.arabic.agenda.tenses import CALLED_OFF, has_turn, is_negated, tense_at, turn_at
from qawl.arabic.agenda.verb_statuses import LEAD_REACH
from qawl.arabic.agenda.words import NAME, TABLE, poll_words
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import DELEGATIONS, TO_IT, bare_key, fold
from qawl.arabic.lexicon import COLON, RELATIVE, STOP, THAT

# What somebody does who is to hold what he tells of, and who calls for a protest too.
ANNOUNCES = "announces"
OWN_TURNS, CALLS = (ANNOUNCES, "intended", "planned"), (ANNOUNCES, "intended", "planned", "proposed")
ENDS = THAT | RELATIVE | STOP | COLON


def called_behind(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who called for a protest, told behind it with its pronoun or left out: مسيرة جابت الشوارع، دعا إليها | اتحاد العمال."""
    tokens, place = scene.tokens, encounter.place
    if encounter.type != PROTEST or encounter.form.is_finite:
        return
    for verb in range(place + 1, scene.passage.sentence_stop(place) - 2):
        if tokens.kinds[verb] & ENDS & ~RELATIVE or is_of_another_type(tokens.keys[verb]):
            return
        if tokens.keys[verb + 1] in TO_IT and (form := calling(tokens.keys[verb])):
            found = parties_from(scene, verb + 2, scene.passage.sentence_stop(place), listed=True)
            meant = [] if found else those_meant(scene, place, form.gender, form.number)
            yield from as_part(HOSTS, found if fits_verb(scene, form, found) else meant)
            return


def is_of_another_type(key: str) -> bool:
    """Whether a word names an encounter that is no protest: احتجاج على | اجتماع دعا إليه الوزير."""
    nouns = (form.row for form in forms(TABLE).get(key) if form.tense == "noun" and form.row["by"] == NAME)
    return any(row["type"] != PROTEST for row in nouns)


def calling(key: str) -> Form | None:
    """The finite verb that calls people to something: دعا، تدعو."""
    return next((form for form in forms(TABLE).get(key) if form.is_finite and form.row["needs"] == CALLS_TO), None)


def heading_delegation(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who heads those who are sent to an encounter, told before it: ترأس | الوزير وفد بلاده إلى اجتماعات المنظمة."""
    tokens, place = scene.tokens, encounter.place
    for verb in range(place - 1, max(scene.passage.sentence_start(place), place - LEAD_REACH) - 1, -1):
        if tokens.kinds[verb] & ENDS & ~RELATIVE:
            return
        if form := chairing(tokens.keys[verb]):
            sent = next((at for at in range(verb + 1, place) if bare_key(tokens.keys[at]) in DELEGATIONS), verb)
            found = parties_from(scene, verb + 1, sent)
            yield from as_part(ATTENDS, found if fits_verb(scene, form, found) else ())
            return


def chairing(key: str) -> Form | None:
    """The finite verb of who chairs or heads: ترأس، يقود."""
    return next((form for form in forms(TABLE).get(key) if form.is_finite and form.row["subject"] == CHAIRS), None)


def announced_by(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Whoever announces an encounter to come, threatens or calls for a protest, or the body that tells that its strike is off."""
    held = encounter.held
    of_noun = held is not None and held.tense == "noun"
    if encounter.form.is_finite or not (of_noun or encounter.type == PROTEST):
        return
    if has_turn(scene.tokens, encounter.clause[0], *CALLED_OFF):
        # who tells that a meeting or a march is put off may be anybody: أعلن الناطق | تأجيل القمة
        strikes = fold(encounter.form.lemma) in poll_words("strike")
        found = announcers(scene, encounter, (ANNOUNCES,)) if strikes else []
        yield from as_part(HOSTS, (who for who in found if who.type == "organisation"))
        return
    yield from as_part(part_of_holder(encounter) if of_noun else encounter.form.row["subject"], announcers(scene, encounter))


def announcers(scene: Scene, encounter: Encounter, turns: tuple[str, ...] = ()) -> list[Who]:
    """The subject of the nearest verb before an encounter, if it announces, plans, threatens or calls for it.

    A person who announces one may speak for others: أعلن الناطق سالم الكندي عقد مؤتمر; not يعتزم سالم الكندي عقد مؤتمر.
    """
    tokens, start = scene.tokens, encounter.clause[0]
    turns = turns or (CALLS if encounter.type == PROTEST else OWN_TURNS)
    for verb in range(start - 1, max(scene.passage.sentence_start(start), start - LEAD_REACH) - 1, -1):
        if tokens.kinds[verb] & ENDS:
            return []
        if not tense_at(tokens, verb):
            continue
        turn = turn_at(tokens, verb)
        if turn is None or not turn.is_finite or not has_turn(tokens, verb, *turns) or is_negated(tokens, verb):
            return []
        found = parties_from(scene, verb + 1, start)
        told: list[Who] = list(found) if fits_verb(scene, turn, found) else ahead_or_meant(scene, verb, turn)
        only_tells = encounter.type != PROTEST and has_turn(tokens, verb, ANNOUNCES)
        return [who for who in told if not (only_tells and who.type in ("person", "unnamed"))]
    return []
