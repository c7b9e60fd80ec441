"""Who takes part in an encounter by a later verb that takes it up: كما حضره | فلان، وتحدث في الندوة | فلان، وشارك فيها | فلان.

The verb's pronoun or its noun must be that of an encounter told before.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import fits_verb, parties_from
from qawl.arabic.agenda.clauses import is_led
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.part.among import among
from qawl.arabic.agenda.part.attendance import MARCH, VERB, bears, behind_object, works_of
from qawl.arabic.agenda.parts import ATTENDANCE, MEETING, PARTS, PROTEST, SIGNING, Taking
from qawl.arabic.agenda.tenses import is_future_letter, is_negated
from qawl.arabic.agenda.words import NAME, TABLE
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import AS, CAME, FEMININE_PLURAL, GOALS, HERS, TAKES_UP
from qawl.arabic.lexicon import KAN, NEGATION, RELATIVE, RESUME, THAT
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.phrase import Phrase

# What a later verb may take up with a pronoun.
RETOLD = (MEETING, PROTEST, SIGNING)


def by_later_verb(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who was at an encounter told before, by its number, by a verb that opens its sentence or goes on with one that does."""
    clauses = [encounter.clause for told in events for encounter in told]
    told = forms(ATTENDANCE)
    last: tuple[int, int | None] = (-1, None)
    for place in told.places(scene.tokens):
        form = next((one for one in told[scene.tokens.keys[place]] if tells_who(one)), None)
        if form is None or not bears(scene, place, form) or any(first <= place < stop for first, stop in clauses):
            continue
        number = taken_up_by(scene, events, place, form)
        here = scene.passage.sentence_start(place), number
        leads = opens_sentence(scene, place) or told_to_be(scene, place, form)
        if number is None or not (leads or (here == last and is_and(scene.tokens, place - 1))):
            continue
        there = there_by(scene, events[number][0], place, form)
        found = [Taking(form.row["part"], who) for who in there if fits_verb(scene, form, there, True)]
        last = here if found else last
        yield from ((number, taking) for taking in (*found, *among(scene, found)))


def tells_who(form: Form) -> bool:
    """Whether a form is a finite verb that tells who is at an encounter: حضر، ترأس، يقود."""
    return form.is_finite and form.row["by"] in (VERB, MARCH) and form.row["part"] in PARTS


def taken_up_by(scene: Scene, events: list[list[Encounter]], place: int, form: Form) -> int | None:
    """The number of the last encounter that a verb can take up, by its pronoun in gender: عقدت ندوة. و| حضرها; not و| حضره.

    Only a protest is led; without a pronoun a meeting is meant, or what the noun behind the verb names: وشارك في | المسيرة.
    """
    gender = gender_taken(scene, place, form)
    types = RETOLD if gender else named_types(scene, place) or (MEETING,)
    types = tuple(type for type in types if form.row["by"] != MARCH or type == PROTEST)
    before = (number for number in range(len(events) - 1, -1, -1) if events[number][0].place < place)
    able = (number for number in before if events[number][0].type in types)
    return next((number for number in able if not gender or gender in genders_of(scene, events[number], place)), None)


def gender_taken(scene: Scene, place: int, form: Form) -> str:
    """The gender of the pronoun with which a verb takes something up, empty where it has none: حضره، شارك فيها، شارك في أعمالها."""
    after = scene.tokens.keys[place + 1]
    if form.pronoun[1:] == "s":
        return form.pronoun[0]
    if works := works_of(scene.tokens, place + 1 + is_led(scene, place + 1)):
        return works
    return ("f" if after.endswith(HERS) else "m") if after in TAKES_UP else ""


def named_types(scene: Scene, place: int) -> tuple[str, ...]:
    """The types of encounters that the noun behind a verb and its preposition may name."""
    keys = scene.tokens.keys[place + 1 : place + 3]
    nouns = (form.row for key in keys for form in forms(TABLE).get(key) if form.tense == "noun" and form.row["by"] == NAME)
    return tuple(row["type"] for row in nouns)


def genders_of(scene: Scene, told: list[Encounter], place: int) -> str:
    """The genders in which an encounter may be taken up at `place`, by the nouns that named it before; both after a verb alone."""
    tokens = scene.tokens
    nouns = [one.place for one in told if one.form.tense == "noun" and one.place < place]
    told_by_noun = "".join("f" if tokens.has_ta(at) or tokens.keys[at].endswith(FEMININE_PLURAL) else "m" for at in nouns)
    return told_by_noun or "mf"


def there_by(scene: Scene, encounter: Encounter, place: int, form: Form) -> list[Phrase]:
    """Those whom a verb tells to have been at a meeting that it takes up, or that it needs not name: حضر | عدد من الطلبة."""
    stop = scene.passage.sentence_stop(place)
    if (after := behind_object(scene, encounter, place, form, stop)) is not None:
        return parties_from(scene, after, stop, listed=True)
    alone = form.lemma == CAME and form.tense == "perfect"
    found = parties_from(scene, place + 1, stop, listed=True) if alone else []
    return [] if found and leads_elsewhere(scene, found[-1].stop) else found


def leads_elsewhere(scene: Scene, place: int) -> bool:
    """Whether it is told where those who came went: حضر المدير | إلى مكتبه."""
    return scene.tokens.keys[place] in GOALS


def opens_sentence(scene: Scene, place: int) -> bool:
    """Whether nothing but و, كما or فيما stands before a verb in its sentence: كما | حضره، و| حضره، فيما | حضر."""
    start = scene.passage.sentence_start(place)
    start += is_and(scene.tokens, start)
    led = place > start and (scene.tokens.keys[place - 1] == AS or bool(scene.tokens.kinds[place - 1] & RESUME))
    return place - led <= start


def told_to_be(scene: Scene, place: int, form: Form) -> bool:
    """Whether a verb with the encounter as its pronoun stands behind قد, أن or what tells the future: أن | يحضرها، قد | ترأسها."""
    tokens = scene.tokens
    first = place - is_future_letter(tokens, place - 1)
    led = first > 0 and bool(tokens.kinds[first - 1] & (THAT | KAN)) and not tokens.kinds[first - 1] & (RELATIVE | NEGATION)
    taken = bool(form.pronoun) or tokens.keys[place + 1] in TAKES_UP
    return taken and not is_negated(tokens, place) and (led or (first < place and opens_sentence(scene, first)))
