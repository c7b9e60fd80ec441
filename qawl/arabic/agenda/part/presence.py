"""Who is there by a noun that a preposition leads to: بحضور | فلان، برئاسة | فلان، بدعوة من | فلان."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from qawl.arabic.agenda.agents import lineup_of, names
from qawl.arabic.agenda.clauses import is_comma, is_how_many, is_led, list_start
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.meant import meant_by_pronoun
from qawl.arabic.agenda.part.among import behind_list
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, CHAIRS, FROM, LED, MEETS, SEES, VISIT, Taking, Who
from qawl.arabic.agenda.places import is_place, is_venue
from qawl.arabic.agenda.tenses import small_word
from qawl.arabic.agenda.words import NAME, TABLE
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.cuts import is_what_body_does
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    BETWEEN,
    BY,
    DELEGATIONS,
    GOALS,
    IN,
    IN_COMPANY,
    LEADS_TO_PRESENT,
    MEMBERSHIP,
    OF,
    SIDES_OF_DOERS,
    THAT_MATTER,
    TO_THE,
    UPON,
    WITH,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    COLON,
    COMMA,
    DEFINITE,
    EACH,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    QUANTITY,
    RELATIVE,
    ROLE,
    TIME,
    TITLE,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.people.duals import is_pair
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# So near behind an encounter or who takes part in it stands what tells of others.
NEAR = 4
# So near behind the verb that tells an encounter to see them: شهد حفل افتتاح المعرض أمس | حضور الوزير.
SEEN = 9
# So far before it where a relative clause tells more of the encounter.
RELATED = 14
# So many tokens may stand between two nouns that one preposition leads.
LISTED = 25
# So many may chair together.
BOTH = 2
# So many adjectives may tell how many come.
QUALITIES = 3
# So many words may tell all members of a body before their names: جميع أعضائه الحاضرين، فلان، فلان.
ALL_OF_THEM = 4
# So many tokens behind a party may tell whose it is.
OWNED_WITHIN = 6
# How the small words tell that something is done upon a call: تلبية لدعوته، استجابة لدعوته.
ANSWERS = ("joining", "cause")
# What heads somebody.
SOMEBODY = BODY | PEOPLE | ROLE | TITLE


def led_taking(scene: Scene, encounter: Encounter, place: int, form: Form, stop: int, known: list[Taking]) -> Iterator[Taking]:
    """Those behind بحضور، بمشاركة، برئاسة, and behind برفقته; else whom the pronoun of برئاسته، بحضورها means.

    Who heads a delegation takes part as it does: وفدا برئاسة | فلان.
    Two may chair together; of more only the first does. A group behind whoever chairs only attends: برئاسة فلان | وعدد من النواب.
    No body chairs.
    """
    if form.tense != "noun" or scene.tokens.kinds[place] & DEFINITE or not is_led_there(scene, place, form):
        return
    if form.pronoun:
        beside = lineup_of(scene, place + 1, stop, listed=True) if form.row["part"] == ATTENDS else []
        meant = meant_by_pronoun(scene, place, form.pronoun) if not beside and form.row["by"] == LED else []
        yield from (Taking(ATTENDS, phrase) for phrase in beside)
        yield from (Taking(form.row["part"], who) for who in meant)
        return
    after, part = behind_led(scene, place, form, stop), part_led(scene, encounter, place, form, known)
    if after is None or part is None:
        return
    found = those_led(scene, after, stop)
    found = without_others(scene, found) if part == CHAIRS else found
    for number, phrase in enumerate(found):
        if part != CHAIRS or (may_chair(scene, phrase) and (not number or len(found) == BOTH)):
            yield Taking(part, phrase)
        elif number:
            yield Taking(ATTENDS, phrase)


def without_others(scene: Scene, found: list[Phrase]) -> list[Phrase]:
    """Those who chair together, without a list behind a comma: الاجتماع الذي عقد برئاسة | فلان وفلان |، كل من فلان وفلان."""
    return found[:1] + list(takewhile(lambda one: not opens_other_list(scene, one.first - 1), found[1:]))


def opens_other_list(scene: Scene, place: int) -> bool:
    """Whether a comma without و, or كل من, stands before somebody of a list; not the office of two: وعضوي المجلس | فلان وفلان."""
    return is_comma(scene, place) or scene.tokens.keys[place] == OF


def behind_led(scene: Scene, place: int, form: Form, stop: int) -> int | None:
    """Where those begin to whom the noun at `place` leads: بحضور كبير من | السكان، بدعوة من | فلان؛ None where it leads to none."""
    tokens = scene.tokens
    after = behind_quality(tokens, place + 1, stop)
    if after < stop and tokens.keys[after] == OF:
        after += 1 + (after + 2 < stop and tokens.keys[after + 1] in SIDES_OF_DOERS)
    elif (form.row["by"] == FROM and not is_answered(scene, place)) or is_only_quality(tokens, after, stop):
        return None
    if tokens.keys[place + 2 : place + 3] == [BETWEEN] and after == place + 1:
        after += 2
    return list_start(scene, after, stop)


def is_answered(scene: Scene, place: int) -> bool:
    """Whether what is done upon a call is told before the noun of that: استجابة ل| دعوة النقابة، بناء على | طلب الوزير."""
    keys = scene.tokens.keys
    parted = place > 1 and keys[place - 1] in (ADDRESSING, UPON)
    return (parted or keys[place][0] == ADDRESSING) and place > parted and small_word(keys[place - 1 - parted]) in ANSWERS


def part_led(scene: Scene, encounter: Encounter, place: int, form: Form, known: list[Taking]) -> str | None:
    """The part of those to whom the noun at `place` leads: that of whom they head, else its own; None where it is of another."""
    key = scene.tokens.keys[place]
    led = is_led(scene, place - 1) or key[0] == BY or key in IN_COMPANY
    apart = form.row["by"] == FROM or (form.row["part"] == ATTENDS and led)
    part = (None if apart else part_of_headed(scene, place - 1, known)) or form.row["part"]
    if part == CHAIRS and heads_another(scene, encounter, place - 1, known):
        return None
    if encounter.type != VISIT or part != ATTENDS:
        return part
    if is_of_aim(scene, encounter, place) or is_of_main(scene, encounter, place):
        return None
    return CHAIRS if form.row["part"] == CHAIRS else part


def those_led(scene: Scene, place: int, stop: int) -> list[Phrase]:
    """Those who stand behind بحضور and its like; the members of a body by their names where a list tells them all."""
    found = lineup_of(scene, place, stop, listed=True)
    everybody = not found or (not found[0].named and bool(scene.tokens.kinds[place] & (EACH | QUANTITY)))
    return (named_members(scene, place, stop) if everybody else []) or found


def named_members(scene: Scene, place: int, stop: int) -> list[Phrase]:
    """Those whom a list names behind a few words for all of them: بحضور جميع أعضائها، | سالم الكندي، نزار العلي."""
    marks = (at for at in range(place + 1, min(stop, place + ALL_OF_THEM)) if scene.tokens.kinds[at] & (COMMA | COLON))
    start = behind_list(scene, next(marks, stop), stop)
    return lineup_of(scene, start, stop, listed=True) if start is not None else []


def is_of_aim(scene: Scene, encounter: Encounter, place: int) -> bool:
    """Whether what tells who is there belongs to what a visit is paid for: سافر للمشاركة في القمة | بمشاركة رؤساء الدول."""
    keys, near = scene.tokens.keys, range(encounter.place + 1, place - 1)
    aims = (at + 1 for at in near if keys[at] in (ADDRESSING, TO_THE) and small_word(keys[at + 1]) == "joining")
    return (aim := next(aims, None)) is not None and any(names(scene, at, (NAME,)) for at in range(aim + 1, place - 1))


def is_of_main(scene: Scene, encounter: Encounter, place: int) -> bool:
    """Whether what tells who is there takes up the clause round a relative one: استقبل السفير الذي يزور صور، وذلك | بحضوره."""
    verb, keys = encounter.verb, scene.tokens.keys
    told = verb is not None and bool(scene.tokens.kinds[verb - 1] & RELATIVE)
    return told and keys[place - 2 : place] == [THAT_MATTER, BY]


def may_chair(scene: Scene, phrase: Phrase) -> bool:
    """Whether a person, an officer or a land may chair: برئاسة | الوزير، برئاسة | تونس; not المستشار برئاسة | الجمهورية."""
    land = phrase.type == "country" and is_place(scene.tokens, phrase.name[0])
    return land or phrase.type in ("person", "unnamed")


def behind_quality(tokens: Tokens, place: int, stop: int) -> int:
    """The place of من behind what tells how many come: بحضور كبير | من السكان; else `place`."""
    at = place
    while at < min(stop, place + QUALITIES) and is_how_many(tokens, at):
        at += 1
    return at if at < stop and tokens.keys[at] == OF else place


def is_only_quality(tokens: Tokens, place: int, stop: int) -> bool:
    """Whether two adjectives of the noun stand at `place`, and nobody: برعاية | ملكية سامية; not برعاية | جامعة الساحل."""
    somebody = any(kind & SOMEBODY for kind in tokens.kinds[place : place + 2]) or (place < stop and is_pair(tokens, place))
    return place + 1 < stop and not somebody and all(is_how_many(tokens, at) for at in (place, place + 1))


def is_led_there(scene: Scene, place: int, form: Form) -> bool:
    """Whether a preposition leads to who is there, and none that tells another thing: بحضور، وسط حضور; not دون حضور، لرعاية.

    Members are told beside another one: برئاسة فلان و| عضوية فلان.
    """
    tokens = scene.tokens
    if is_what_body_does(tokens, place):
        return False
    if tokens.keys[place] == MEMBERSHIP:
        return goes_on_led(scene, place)
    if tokens.keys[place][0] == BY or tokens.keys[place] in IN_COMPANY or goes_on_led(scene, place) or is_answered(scene, place):
        return True
    led = place > 0 and is_led(scene, place - 1)
    if not led and form.row["part"] == ATTENDS and is_seen(scene, place):
        return True
    theirs = form.row["part"] not in (ATTENDS, CHAIRS) and not (form.row["by"] == LED and tokens.keys[place - 1] in GOALS)
    return led and (theirs or tokens.keys[place - 1] in LEADS_TO_PRESENT)


def is_seen(scene: Scene, place: int) -> bool:
    """Whether an encounter is told to see who is there: شهد الحفل | حضور الوزير، شهد الحفل الذي أقيم أمس | حضورا من الوزراء."""
    tokens, start = scene.tokens, scene.passage.sentence_start(place)
    near = range(max(start, place - SEEN), place)
    far = (
        at
        for at in range(max(start, place - RELATED), near.start)
        if tokens.kinds[at + 2 : at + 3] != [] and tokens.kinds[at + 2] & RELATIVE
    )
    told = (form for at in (*near, *far) for form in forms(TABLE).get(tokens.keys[at]))
    return any(form.is_finite and SEES in form.row["needs"].split("|") for form in told)


def part_of_headed(scene: Scene, place: int, known: list[Taking]) -> str | None:
    """The part of the delegation that ends before `place`, a comma or الذي there, which is its head's too, or of whoever is met."""
    place -= bool(scene.tokens.kinds[place - 1] & RELATIVE)
    ends = (place, place - is_comma(scene, place - 1), owned_start(scene, place))
    headed = (taking for taking in known if isinstance(taking.who, Phrase) and taking.who.stop in ends)
    return next((taking.part for taking in headed if is_other_side(scene, taking) or is_delegation(scene, taking.who)), None)


def is_other_side(scene: Scene, taking: Taking) -> bool:
    """Whether somebody is met, or signs with another: وقع فلان اتفاقية مع | الجامعة."""
    first = taking.who.first if isinstance(taking.who, Phrase) else 0
    return taking.part == MEETS or (first > 0 and scene.tokens.keys[first - 1] == WITH)


def owned_start(scene: Scene, place: int) -> int:
    """Where ل leads from a party to whose it is, up to `place`: الاتحاد الأهلي | لأبناء صور برئاسة فلان; else `place`."""
    tokens = scene.tokens
    near = range(place - 1, max(0, place - OWNED_WITHIN), -1)
    led = next((at for at in near if tokens.kinds[at] & (PREFIX | PREPOSITION | COMMA)), place)
    return led if led < place and tokens.keys[led] in (ADDRESSING, TO_THE) and tokens.kinds[led] & PREFIX else place


def heads_another(scene: Scene, encounter: Encounter, place: int, known: list[Taking]) -> bool:
    """Whether a body that has no part in the encounter is told before `place` to be headed: باعتماد اللجنة | برئاسة فلان."""
    kinds, at = scene.tokens.kinds, place - 1
    while at > encounter.place and kinds[at] & DEFINITE and not kinds[at] & (BODY | TIME):
        at -= 1
    if at <= encounter.place + 1 or not kinds[at] & BODY or not kinds[place - 1] & DEFINITE:
        return False
    if scene.tokens.keys[at - 1] in (IN, BY) or is_venue(scene.tokens, at - 1):
        return False
    return not any(isinstance(taking.who, Phrase) and taking.who.first <= at < taking.who.stop for taking in known)


def is_delegation(scene: Scene, who: Who) -> bool:
    """Whether a party is one that is sent: وفدا من النقابة، البعثة."""
    return isinstance(who, Phrase) and bare_key(scene.tokens.keys[who.first]).removesuffix(ALEF) in DELEGATIONS


def goes_on_led(scene: Scene, place: int) -> bool:
    """Whether و joins a noun to one that a preposition led before it: برئاسة فلان، و| حضور فلان, بإشراف فلان و| مشاركة فلان."""
    tokens, found = scene.tokens, forms(ATTENDANCE)
    if not place or not is_and(tokens, place - 1):
        return False
    before = range(max(scene.passage.sentence_start(place), place - LISTED) + 1, place - 1)
    told = ((at, form) for at in before for form in found.get(tokens.keys[at]))
    return any(form.row["by"] == LED and (tokens.keys[at][0] == BY or is_led(scene, at - 1)) for at, form in told)
