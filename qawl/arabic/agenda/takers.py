"""Who takes part in an encounter, round its verb and its noun: subject, owner, object, مع and بين.

التقى | الوزير | نظيره، زيارة | الوزير، أجرى | الوزير محادثات مع | نظيره، لقاء بين | الوزير و| السفير.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.agenda.clauses import is_comma, is_led, next_noun, noun_end
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.meant import gender_of_phrase, meant_by
from qawl.arabic.agenda.words import TABLE
from qawl.arabic.clauses import SUBJECT_REACH
from qawl.arabic.deeds import clause_mark
from qawl.arabic.entities import read_phrase
from qawl.arabic.frames.forms import Form, forms
from qawl.arabic.frames.lineups import lineup_at, party_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.joiners import is_and
from qawl.arabic.letters import ADDRESSING, ALEF, BETWEEN, BY, OF, TAKES_UP, TO, TO_THE, WITH
from qawl.arabic.lexicon import (
    BREAK,
    CITY,
    COMMA,
    CONJUNCTION,
    COUNTRY,
    DEFINITE,
    KAN,
    NEGATION,
    PREFIX,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    STOP,
    THAT,
    TIME,
    TITLE,
)
from qawl.arabic.phrases import Phrase, is_known
from qawl.model import Party

ATTENDS, HOSTS, CHAIRS, MEETS = "attends", "hosts", "chairs", "meets"
# What the table gives an object that is where an encounter is, and a holder whose part the noun tells.
PLACE, OWN = "place", "own"
VISIT, MEETING, CALL = "visit", "meeting", "call"
# The table of what else tells who takes part, and how it tells that somebody holds an encounter with others.
ATTENDANCE, WITH_OTHERS = "attendance.tsv", "with"
# How far behind a noun مع or بين may stand.
LED_REACH = 12
# How far before its relative pronoun the noun may begin.
NOUN_REACH = 14
# What may stand between a verb and what is before it.
BEFORE_VERB = KAN | NEGATION | TIME | PUNCTUATION
HEADS_CLAUSE = STOP | BREAK | PUNCTUATION | CONJUNCTION | THAT


class Taking(NamedTuple):
    """Somebody with a part in an encounter, as the phrase that names him or as the party that is meant."""

    part: str
    who: Phrase | Party


def takers(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who has a part in an encounter by its verb or its noun."""
    if encounter.place == encounter.verb:
        yield from takers_of_verb(scene, encounter)
    else:
        yield from takers_of_noun(scene, encounter)


def takers_of_verb(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """The subject of a verb that is an encounter, whom it meets and with whom."""
    row, (_, stop) = encounter.form.row, encounter.clause
    subjects, objects = subject_and_object(scene, encounter.place, encounter.form, stop)
    yield from as_part(row["subject"], subjects)
    yield from as_part(row["object"], objects)
    behind = objects or subjects
    after = max((phrase.stop for phrase in behind if isinstance(phrase, Phrase)), default=encounter.place + 1)
    after = max(after, encounter.place + 1)
    yield from led_takers(scene, encounter, after, stop)


def as_part(part: str, found: list[Phrase | Party]) -> Iterator[Taking]:
    """Everybody found with one part; nobody where the table gives none to them."""
    if part in (ATTENDS, HOSTS, CHAIRS, MEETS):
        yield from (Taking(part, who) for who in found)


def subject_and_object(scene: Scene, verb: int, form: Form, stop: int) -> tuple[list[Phrase | Party], list[Phrase | Party]]:
    """The parties that are subject and object of a verb: التقى | الوزير | نظيره، الوزير | يلتقي | نظيره، والتقى | نظيره."""
    if form.tense == "passive":
        return [], []
    first = parties_from(scene, verb + 1, stop)
    wants = form.row["object"] in (MEETS, ATTENDS)
    if form.pronoun or not wants:
        behind = first if fits_verb(scene, form, first) and not is_goal(form, first) else []
        return list(behind) or ahead_or_meant(scene, verb, form), []
    if fits_verb(scene, form, first):
        if second := parties_from(scene, first[-1].stop, stop):
            return list(first), list(second)
        if led_directly(scene, first[-1].stop):
            return list(first), []
        if (office := apposed_office(scene, first[-1])) and not subjects_ahead(scene, verb):
            return [*first[:-1], first[-1]._replace(stop=office.first)], [office]
    return ahead_or_meant(scene, verb, form), list(first)


def is_goal(form: Form, found: list[Phrase]) -> bool:
    """Whether the place that a verb leads to stands behind it, not its subject: سيزور | تونس."""
    return form.row["object"] == PLACE and found[0].type == "country"


def apposed_office(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The office right behind a name as a party of its own: التقى سالم الكندي | رئيس الحكومة."""
    if not phrase.named or phrase.name[0] != phrase.first or phrase.stop == phrase.name[1] or is_comma(scene, phrase.name[1]):
        return None
    return party_at(scene, phrase.name[1], phrase.stop)


def led_directly(scene: Scene, place: int) -> bool:
    """Whether مع or ب leads to the other side right behind a subject: التقى الوزير | بنظيره، التقى الوزير | مع السفير."""
    tokens = scene.tokens
    return place < len(tokens) and (tokens.keys[place] == WITH or (tokens.keys[place] == BY and bool(tokens.kinds[place] & PREFIX)))


def parties_from(scene: Scene, place: int, stop: int) -> list[Phrase]:
    """The parties side by side at the next free noun; empty where that is no party."""
    at = next_noun(scene, place, stop)
    return lineup_of(scene, at, stop) if at is not None else []


def lineup_of(scene: Scene, place: int, stop: int) -> list[Phrase]:
    """The parties side by side at `place`, up to the first that is an encounter itself and nobody: المؤتمر، اللقاء."""
    found = lineup_at(scene, place, stop) if place < stop else []
    end = next((number for number, phrase in enumerate(found) if names_encounter(scene, phrase)), len(found))
    return found[:end]


def names_encounter(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is headed by a noun of encounters."""
    return any(form.tense == "noun" for form in forms(TABLE).get(scene.tokens.keys[phrase.name[0]], ())) and not phrase.named


def fits_verb(scene: Scene, form: Form, found: list[Phrase]) -> bool:
    """Whether parties behind a verb can be its subject by gender and number: a plural has its subject before it."""
    if not found or form.number != "s":
        return False
    own = gender_of_phrase(scene, found[0])
    return "-" in (own, form.gender) or own == form.gender or found[0].type in ("group", "country")


def ahead_or_meant(scene: Scene, verb: int, form: Form) -> list[Phrase | Party]:
    """The subject before a verb, or whom it means where it has none."""
    if (relative := relative_before(scene, verb)) is not None:
        return list(antecedent(scene, relative))
    if found := subjects_ahead(scene, verb):
        return list(found)
    meant = meant_by(scene, verb, form.gender, form.number)
    return [meant] if meant else []


def relative_before(scene: Scene, verb: int) -> int | None:
    """The relative pronoun that leads to a verb, كان, قد and a negation between them or not: الذي | كان قد زار."""
    kinds, before = scene.tokens.kinds, verb - 1
    while before >= 0 and kinds[before] & (KAN | NEGATION) and not kinds[before] & RELATIVE:
        before -= 1
    return before if before >= 0 and kinds[before] & RELATIVE else None


def subjects_ahead(scene: Scene, verb: int) -> list[Phrase]:
    """The parties that head the clause of a verb: | الوزير يزور، أن | الوزير سيزور."""
    kinds = scene.tokens.kinds
    start = max(scene.passage.sentence_start(verb), verb - SUBJECT_REACH)
    for place in range(verb - 1, start - 1, -1):
        if kinds[place] & RELATIVE:
            return []
        heads = clause_mark(scene.passage, place) & HEADS_CLAUSE and not kinds[place] & (PUNCTUATION | PREFIX)
        if heads and (found := lineup_of(scene, place, verb)) and reaches(scene, found[-1].stop, verb):
            return found
    return []


def reaches(scene: Scene, place: int, verb: int) -> bool:
    """Whether nothing but times, places and what tells more of the subject stands between it and its verb."""
    if is_comma(scene, place) and any(scene.tokens.kinds[at] & COMMA for at in range(place + 1, verb)):
        return True
    return next_noun(scene, place, verb) is None and not any(scene.tokens.kinds[at] & (THAT | STOP) for at in range(place, verb))


def antecedent(scene: Scene, relative: int) -> list[Phrase]:
    """The party right before a relative pronoun: الوفد | الذي يزور، سالم الكندي، رئيس البلدية، | الذي زار."""
    end = relative - 1 if is_comma(scene, relative - 1) else relative
    start = max(scene.passage.sentence_start(relative), end - NOUN_REACH)
    for place in range(start, end):
        if scene.tokens.kinds[place] & (PUNCTUATION | PREFIX):
            continue
        phrase = read_phrase(scene.tokens, place, end)
        if phrase and phrase.stop == end and is_known(scene.tokens, phrase):
            return [phrase]
    return []


def takers_of_noun(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who holds an encounter that a noun names, whose it is, with whom and between whom."""
    place, (_, stop) = encounter.place, encounter.clause
    held = encounter.held
    if held is not None:
        verb = encounter.clause[0] if encounter.verb is None else encounter.verb
        yield from as_part(part_of_holder(encounter, held), holders(scene, encounter, verb, held))
    owners = owners_of(scene, encounter)
    yield from as_part(encounter.form.row["subject"], owners)
    after = max((phrase.stop for phrase in owners if isinstance(phrase, Phrase)), default=place + 1)
    yield from led_takers(scene, encounter, max(after, place + 1), stop)


def part_of_holder(encounter: Encounter, held: Form) -> str:
    """The part of the subject of a verb that holds an encounter; one that only does it has the part that the noun tells."""
    own = held.row["subject"]
    return encounter.form.row["subject"] if own == OWN else own


def holders(scene: Scene, encounter: Encounter, verb: int, held: Form) -> list[Phrase | Party]:
    """The subject of a verb that holds an encounter: عقد | الوزير اجتماعا، الوزير | يعقد اجتماعا، حضر الاجتماع | الوزير."""
    noun, stop = encounter.place, encounter.clause[1]
    form = active(scene, verb, held)
    if form is None:
        return []
    if verb > noun:
        return holders_behind(scene, verb, form, stop)
    found = parties_from(scene, verb + 1, noun)
    if not found and next_noun(scene, verb + 1, noun) is None:
        if form is not held and not is_accusative(scene.tokens.keys[noun]):
            return list(subjects_ahead(scene, verb))
        found = parties_from(scene, noun_end(scene, noun, stop), stop)
    return list(found) if fits_verb(scene, form, found) else ahead_or_meant(scene, verb, form)


def active(scene: Scene, verb: int, held: Form) -> Form | None:
    """The active form that a verb may be where it may be passive or a noun too: عقد; None where it is no other: أقيم، إجراء."""
    if held.is_finite and held.tense != "passive":
        return held
    alike = (form for form in forms(TABLE).get(scene.tokens.keys[verb], ()) if form.row is held.row)
    return next((form for form in alike if form.is_finite and form.tense != "passive"), None)


def is_accusative(key: str) -> bool:
    """Whether a noun is in the accusative, and so what somebody does: عقد | اجتماعا."""
    return key.endswith(ALEF)


def holders_behind(scene: Scene, verb: int, held: Form, stop: int) -> list[Phrase | Party]:
    """The subject of a verb behind its noun, which a pronoun takes up: الزيارة التي يقوم بها | الوزير، اجتماع عقده | الوزير."""
    after = verb + 1
    led = after < stop and scene.tokens.keys[after] in TAKES_UP
    if not held.pronoun and not led:
        return []
    found = parties_from(scene, after + led, stop)
    if fits_verb(scene, held, found):
        return list(found)
    meant = None if found else meant_by(scene, verb, held.gender, held.number)
    return [meant] if meant else []


def owners_of(scene: Scene, encounter: Encounter) -> list[Phrase | Party]:
    """Whose an encounter is: زيارة | الوزير، اجتماع | اللجنة، اجتماع طارئ ل| لجنة، زيارته."""
    tokens, place, stop = scene.tokens, encounter.place, encounter.clause[1]
    if encounter.form.pronoun:
        meant = meant_by(scene, place, *encounter.form.pronoun[:2]) if encounter.type != "signing" else None
        return [meant] if meant else []
    at = noun_end(scene, place, stop)
    led = at + 1 < stop and tokens.kinds[at] & PREFIX and tokens.keys[at] in (ADDRESSING, TO_THE)
    if led and encounter.type == "call":
        return []
    if not led and (tokens.kinds[place] & DEFINITE or at > place + 1):
        return []
    found = lineup_of(scene, at + bool(led), stop)
    if encounter.type == "visit" and found and found[0].type == "country":
        return []
    return list(found)


def led_takers(scene: Scene, encounter: Encounter, first: int, stop: int) -> Iterator[Taking]:
    """The other side behind مع, ب or إلى, and both sides behind بين."""
    for at in range(first, min(stop - 1, first + LED_REACH)):
        if scene.tokens.keys[at] == BETWEEN:
            yield from both_sides(scene, at + 1, stop)
            return
        part = part_behind(scene, encounter, first, at)
        if part and (found := lineup_of(scene, at + 1, stop)) and may_meet(scene, first, at, found[0]):
            yield from as_part(part, list(found))
            return


def part_behind(scene: Scene, encounter: Encounter, first: int, at: int) -> str | None:
    """The part of those to whom the word at `at` leads: مع السفير، اتصل ب| السفير، رسالة إلى السفير، اتصالا من السفير."""
    key, prefix = scene.tokens.keys[at], scene.tokens.kinds[at] & PREFIX
    if key == WITH or (key == BY and prefix and at == first and encounter.type in (MEETING, CALL)):
        other = encounter.form.row["with"]
        return ATTENDS if encounter.type == VISIT else other
    if encounter.type != CALL:
        return None
    return MEETS if key in (TO, ADDRESSING, TO_THE) else ATTENDS if key == OF else None


def may_meet(scene: Scene, first: int, at: int, phrase: Phrase) -> bool:
    """Whether what مع leads to belongs to the encounter and to nothing else: لا العلاقات مع روسيا، لا بالتعاون مع الشركة.

    A person or an office may stand farther: بحث سبل التعاون مع السفير.
    """
    tokens = scene.tokens
    if at == first or tokens.keys[at] != WITH:
        return True
    others = any(form.row["by"] == WITH_OTHERS for form in forms(ATTENDANCE).get(tokens.keys[at - 1], ()))
    if others and at > 1 and is_led(scene, at - 2):
        return False
    return is_officer(scene, phrase) or is_near(scene, first, at)


def is_near(scene: Scene, first: int, at: int) -> bool:
    """Whether only adjectives, times and commas stand before مع: محادثات موسعة، أمس، | مع السفير."""
    kinds = scene.tokens.kinds
    return next_noun(scene, first, at) is None or not any(kind & (DEFINITE | PREFIX) for kind in kinds[first:at])


def is_officer(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a person or an office."""
    return phrase.named or bool(scene.tokens.kinds[phrase.first] & (ROLE | TITLE))


def both_sides(scene: Scene, place: int, stop: int) -> Iterator[Taking]:
    """Those between whom an encounter is: of two where the first is a person the second is met, else all attend."""
    found = lineup_of(scene, place, stop)
    if found and len(found) == 1 and (again := second_between(scene, found[0].stop, stop)) is not None:
        found += lineup_of(scene, again, stop)
    one = len(found) == 2 and (is_officer(scene, found[0]) or is_officer(scene, found[1]))
    yield from (Taking(MEETS if number and one else ATTENDS, phrase) for number, phrase in enumerate(found))


def second_between(scene: Scene, place: int, stop: int) -> int | None:
    """Where the second begins behind وبين: بين الوزير وبين | السفير."""
    tokens = scene.tokens
    return place + 2 if place + 2 < stop and is_and(tokens, place) and tokens.keys[place + 1] == BETWEEN else None


def is_town(scene: Scene, phrase: Phrase) -> bool:
    """Whether a party is only a town, where others meet."""
    kind = scene.tokens.kinds[phrase.name[0]]
    return phrase.type == "country" and bool(kind & CITY) and not kind & COUNTRY
