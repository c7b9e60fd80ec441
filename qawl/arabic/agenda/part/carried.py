"""Who takes part by the encounter told before: توجه | الوزير إلى صور للقاء السفير، زار | الوزير صور أمس. وسيلتقي السفير.

Whoever goes somewhere for an encounter is in it; whoever is left out of one is who acts in the one before, if no other can be.
"""

from __future__ import annotations

from msgspec.structs import replace

from qawl.arabic.agenda.agents import is_within, relative_before
from qawl.arabic.agenda.clauses import next_noun, noun_end
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.meant import MANY, ONE, OWN, TWO, may_be_he
from qawl.arabic.agenda.part.both import PERSONS
from qawl.arabic.agenda.part.by_pronoun import met_pronoun
from qawl.arabic.agenda.part.doing import is_besides
from qawl.arabic.agenda.part.held_by import active
from qawl.arabic.agenda.part.owners import part_of_holder
from qawl.arabic.agenda.parts import ATTENDS, CHAIRS, HOSTS, MEETING, MEETS, PARTS, SIGNING, VISIT
from qawl.arabic.agenda.tenses import is_future_letter, small_word, tense_at
from qawl.arabic.agenda.words import is_come_for, poll_words
from qawl.arabic.forms import Form
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ADDRESSING, ALEF, ALEF_MAKSURA, BY, DELEGATIONS, IN, IN_ORDER_TO, TO_THE, WHERE, fold
from qawl.arabic.lexicon import BREAK, COMMA, CONJUNCTION, DEFINITE, KAN, NEGATION, PREFIX, ROLE, STOP, THAT
from qawl.arabic.names.joiners import is_and
from qawl.arabic.reporting.deeds import clause_mark
from qawl.model import EventPart, Participant

ACTS = (ATTENDS, HOSTS, CHAIRS)
# So many tokens behind the encounter before one may leave its subject out.
REACH = 60
OPENS = STOP | BREAK | COMMA | CONJUNCTION | THAT


def goes_for(scene: Scene, encounter: Encounter, visit: Encounter) -> bool:
    """Whether somebody visits a place for an encounter of its sentence: توجه إلى صور | لإجراء مباحثات, لحضور | القمة العربية."""
    first = encounter.clause[0]
    led = first > 0 and (scene.tokens.keys[first - 1] in (ADDRESSING, TO_THE) or is_come_for(scene.tokens, encounter.place))
    here = scene.passage.sentence_start(first) <= visit.place < first
    return led and here and visit.type == VISIT and encounter.type != VISIT


def is_aim_of(scene: Scene, encounter: Encounter, visit: Encounter) -> bool:
    """Whether somebody visits a place for an encounter, or to join it, which then is there: توجه إلى صور | للمشاركة في القمة."""
    tokens, first = scene.tokens, encounter.clause[0]
    at = first
    while at > visit.place and (tokens.keys[at - 1] == IN or small_word(tokens.keys[at - 1]) in ("joining", "holding")):
        at -= 1
    led = tokens.keys[at - 1] in (ADDRESSING, TO_THE, IN_ORDER_TO) and bool(tokens.kinds[at - 1] & PREFIX)
    return led and visit.type == VISIT and visit.place < at and is_in_sentence(scene, encounter, visit)


def goes_on_from(scene: Scene, encounter: Encounter, before: Encounter) -> bool:
    """Whether a verb tells of an encounter behind another one of its sentence: زار صور، حيث | التقى السفير، و| أجرى محادثات."""
    verb = encounter.verb
    held = verb is not None and verb < encounter.place and tense_at(scene.tokens, verb) is not None
    return (held or encounter.form.is_finite) and is_in_sentence(scene, encounter, before)


def is_in_sentence(scene: Scene, encounter: Encounter, before: Encounter) -> bool:
    """Whether another encounter is told before one in its sentence."""
    return scene.passage.sentence_start(encounter.place) <= before.place < encounter.place


def visitors(told: tuple[Participant, ...], meeting: tuple[Participant, ...]) -> list[Participant]:
    """Who visits a place, without whom he meets there."""
    met = {participant.name for participant in meeting}
    return [participant for participant in told if participant.part == ATTENDS and participant.name not in met]


def with_met(meeting: tuple[Participant, ...], encounter: Encounter) -> tuple[Participant, ...]:
    """Those in a meeting to which somebody goes, the first of them as the one whom he meets: للقاء | نظيره بحضور السفير."""
    if encounter.verb is not None or encounter.form.row["object"] != MEETS:
        return meeting
    first = next((participant for participant in meeting if participant.part == ATTENDS), None)
    return tuple(replace(one, part=MEETS) if one is first else one for one in meeting)


def are_told_alone(meeting: tuple[Participant, ...], met: tuple[Participant, ...]) -> bool:
    """Whether nobody is told to act in a meeting but whom it is with: للقاء | نظيره; not لحضور لقاء الوزيرين."""
    return meeting != met or not any(participant.part in ACTS for participant in meeting)


def guests_of(scene: Scene, visit: Encounter, before: Encounter, told: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Whose visit a pronoun tells in the sentence of who receives him: استقبل الوزير | السفير بمناسبة زيارته للبلاد."""
    pronoun, hosts = visit.form.pronoun, before.form.row["subject"] == HOSTS
    here = scene.passage.sentence_start(visit.place) <= before.place < visit.place
    told_of = visit.verb is None or visit.verb > visit.place
    if not pronoun or visit.type != VISIT or not told_of or not hosts or not here:
        return ()
    guests = [one for one in told if one.part == MEETS and (pronoun[1:] != ONE or may_be_he(scene, one, pronoun[0]))]
    return tuple(replace(one, part=ATTENDS) for one in (guests[:1] if pronoun[1:] == ONE else guests))


def received_again(
    encounter: Encounter, before: Encounter, told: tuple[Participant, ...], own: tuple[Participant, ...]
) -> list[Participant]:
    """Whom several are meant by the pronoun of who receives them: those met before, or who came: كما | استقبلهم الوزير."""
    form, near = encounter.form, encounter.place - before.clause[1] <= REACH
    receives = form.is_finite and form.row["subject"] == HOSTS and form.row["object"] == MEETS
    if not (near and receives and form.pronoun and form.pronoun[1:] != ONE) or any(one.part == MEETS for one in own):
        return []
    came = (ATTENDS, CHAIRS) if before.type == VISIT else ()
    guests = [one for one in told if one.part == MEETS] or [one for one in told if one.part in came]
    return [replace(one, part=MEETS) for one in guests]


def officer_who_visits(
    scene: Scene, encounter: Encounter, own: tuple[Participant, ...], visit: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Those in an encounter, with who pays the visit told before for an officer who is called a guest: سيزور | الوزير الضيف صور."""
    guests = [one for one in visit if one.part == ATTENDS and one.type == "person"]
    tokens, words = scene.tokens, range(encounter.clause[0] + 1, encounter.clause[1])
    called = next((at for at in words if tokens.keys[at] in poll_words("guest") and tokens.kinds[at] & DEFINITE), None)
    officer = party_at(scene, called - 1, called + 1) if called is not None and tokens.kinds[called - 1] & ROLE else None
    if officer is None or len(guests) != 1 or any(one.ref == guests[0].ref for one in own):
        return own
    told = scene.party(officer)
    return tuple(
        replace(one, name=guests[0].name, type=guests[0].type, ref=guests[0].ref)
        if (one.ref or one.name) == (told.ref or told.name)
        else one
        for one in own
    )


def met_before(
    scene: Scene, encounter: Encounter, before: Encounter, told: tuple[Participant, ...], own: tuple[Participant, ...]
) -> list[Participant]:
    """The other side of the encounter before, if a pronoun tells whom one of its two meets: زار الوزير السفير. و| التقى به أمس.

    So it is if one of the two says that they meet: التقى الوزير السفير. وقال الوزير: | سنلتقي غدا.
    """
    acting = [one for one in own if one.part in ACTS]
    if len(acting) != 1 or len(own) > 1 or encounter.place - before.clause[1] > REACH:
        return []
    same = next((one for one in told if (one.ref or one.name) == (acting[0].ref or acting[0].name)), None)
    if same and is_of_us(encounter):
        sides = [one for one in told if one.part in PARTS]
        return [replace(one, part=met_or_there(one), count=None) for one in sides if one is not same] if len(sides) == 2 else []
    pronoun = met_pronoun(scene, encounter)
    others = [one for one in told if one.type in PERSONS and same and (one.part == MEETS) != (same.part == MEETS)]
    fits = len(others) == 1 and pronoun[1:] == ONE and pronoun not in OWN and may_be_he(scene, others[0], pronoun[0])
    return [replace(others[0], part=MEETS, count=None)] if fits else []


def is_of_us(encounter: Encounter) -> bool:
    """Whether somebody says by a verb that he and another one meet: سنلتقي غدا."""
    form = encounter.form
    return form.is_own and form.number == MANY and encounter.type == MEETING and not form.pronoun


def met_or_there(one: Participant) -> EventPart:
    """The part that one of two has again: who is met is, whoever else is there."""
    return MEETS if one.part == MEETS else ATTENDS  # type: ignore[return-value]


def those_besides(scene: Scene, encounter: Encounter, before: Encounter, told: tuple[Participant, ...]) -> bool:
    """Whether an encounter of which only who is met is told is held by those of the one before in its sentence.

    يلتقي الوزيران المدير فضلا عن | عقد لقاء مع السفير، اختتم الوزير زيارة إلى صور ب| لقاء مع السفير.
    """
    first = encounter.clause[0]
    if {one.part for one in told} != {MEETS} or encounter.form.pronoun or not is_in_sentence(scene, encounter, before):
        return False
    by = scene.tokens.keys[first - 1] == BY and bool(scene.tokens.kinds[first - 1] & PREFIX) and before.type == VISIT
    return by or is_besides(scene, first)


def left_out(scene: Scene, encounter: Encounter, told: tuple[Participant, ...], number: str = ONE) -> str:
    """The gender of the one, or of several, whom an encounter leaves out as its subject; empty where somebody else may be it."""
    signs = encounter.type == SIGNING and number != TWO
    if signs or any(participant.part in ACTS for participant in told):
        return ""
    if encounter.verb is None:
        pronoun = encounter.form.pronoun
        return pronoun[0] if pronoun[1:] == number and encounter.form.row["subject"] in PARTS else ""
    form = encounter.form if encounter.verb == encounter.place else held_within(scene, encounter)
    if form is None or not form.is_finite or form.tense == "passive" or form.number != number:
        return ""
    if form.pronoun:
        return form.gender if is_held_by_another(scene, encounter, told) else ""
    alone = number != ONE or is_alone(scene, encounter, form, told)  # before its subject a verb tells of one
    return form.gender if opens_clause(scene, encounter.verb) and alone else ""


def is_held_by_another(scene: Scene, encounter: Encounter, told: tuple[Participant, ...]) -> bool:
    """Whether a verb right behind the noun of an encounter leaves out who holds it: عقب مكالمة | أجراها مع السفير."""
    place, verb = encounter.place, encounter.verb or 0
    behind = verb > place and noun_end(scene, place, verb) == verb
    return behind and any(participant.part == MEETS for participant in told)


def held_within(scene: Scene, encounter: Encounter) -> Form | None:
    """The verb that holds an encounter, active where it may be both and is told to be within the one before: عقد | خلالها لقاء.

    So where its last letter shows it behind و: و| أجرى لقاء.
    """
    held, verb, tokens = encounter.held, encounter.verb, scene.tokens
    if held is None or verb is None or held.tense != "passive":
        return held
    shown = tokens.text[tokens.ends[verb] - 1] == ALEF_MAKSURA and is_joined(scene, encounter)
    if not shown and small_word(tokens.keys[verb + 1]) != "within":
        return held
    return next(iter(active(scene, verb, held)[0]), held)


def opens_clause(scene: Scene, verb: int) -> bool:
    """Whether nothing stands before a verb in its clause: من المقرر أن | يلتقي، كان | سيزور، و | سيلتقي; زيارة | يلتقي خلالها."""
    kinds, first = scene.tokens.kinds, verb
    while first > 0 and (kinds[first - 1] & (KAN | NEGATION) or is_future_letter(scene.tokens, first - 1)):
        first -= 1
    if relative_before(scene, verb) is not None:
        return is_within(scene, verb)
    joined = first > 0 and is_and(scene.tokens, first - 1)
    within = verb + 1 < len(kinds) and small_word(scene.tokens.keys[verb + 1]) == "within"
    return joined or within or bool(clause_mark(scene.passage, first) & OPENS)


def is_joined(scene: Scene, encounter: Encounter) -> bool:
    """Whether و or حيث joins the verb of an encounter to what was told before it."""
    if encounter.verb is None or encounter.verb == 0:
        return False
    before = encounter.verb - 1 - is_future_letter(scene.tokens, encounter.verb - 1)
    return is_and(scene.tokens, before) or scene.tokens.keys[before] == WHERE


def is_alone(scene: Scene, encounter: Encounter, form: Form, told: tuple[Participant, ...]) -> bool:
    """Whether no noun behind a verb can be its subject: the encounter that it holds, or whom it meets, comes first.

    How many it holds may stand before: عقد خلالها | سلسلة لقاءات.
    """
    verb = encounter.verb or 0
    if form is not encounter.form:
        noun = next_noun(scene, verb + 1, encounter.place) if verb < encounter.place else verb
        return noun is None or (noun == encounter.place - 1 and party_at(scene, noun, encounter.place) is None)
    return any(participant.part == MEETS for participant in told)


def actor_before(scene: Scene, gender: str, distance: int, told: tuple[Participant, ...], joined: bool) -> Participant | None:
    """The one who acts in the encounter before, if he is not too far and can be meant by this gender.

    He is a person, a delegation, or a body whose next deed is joined by و: الشركة التي زارت صور و| أجرت محادثات مع الوزير.
    """
    acting = [participant for participant in told if participant.part in ACTS]
    types = ("person", "unnamed", "organisation") if joined else ("person",)
    sent = bool(acting) and fold(acting[0].name.split(" ")[0]).removesuffix(ALEF) == DELEGATIONS[0]
    able = bool(acting) and (acting[0].type in types or (sent and gender == "m"))
    one = acting[0] if able and distance <= REACH else None
    return one if one and may_be_he(scene, one, gender) else None


def several_before(distance: int, told: tuple[Participant, ...]) -> list[Participant]:
    """Those who come to the encounter before, if they are several and not too far: وصل | الوفد. وعقدوا لقاء."""
    coming = [participant for participant in told if participant.part in (ATTENDS, CHAIRS)] if distance <= REACH else []
    return coming if len(coming) > 1 or any(one.type in ("group", "organisation") for one in coming) else []


def both_before(distance: int, told: tuple[Participant, ...]) -> list[Participant]:
    """The two who act in the encounter before, or who acts and whom he meets: التقى | الوزير | السفير، ووقعا اتفاقية."""
    near = [one for one in told if one.part in PARTS] if distance <= REACH else []
    acting = [one for one in near if one.part in ACTS]
    sides = acting if len(acting) > 1 else near
    return sides if len(sides) == 2 and all(one.type != "group" for one in sides) else []


def part_of_actor(encounter: Encounter) -> EventPart:
    """The part of whoever acts in an encounter, as its verb or its noun tells it: يرأس | منتدى, يعقد | لقاء."""
    part = part_of_holder(encounter)
    return part if part in ACTS else ATTENDS  # type: ignore[return-value]
