"""The sides of an encounter: the other one behind مع, ب or إلى, and both behind بين."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from qawl.arabic.agenda.agents import lineup_of, names
from qawl.arabic.agenda.clauses import company_stop, is_led, is_quality, next_noun, past_times, tells_company
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.meant import ONE, both_before, those_meant
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, CALL, MEETING, MEETS, SEES, SIGNING, VISIT, Taking, as_part
from qawl.arabic.agenda.places import is_place, is_venue
from qawl.arabic.agenda.words import ACT, TABLE
from qawl.arabic.agenda.words import NAME as NAMED
from qawl.arabic.forms import forms
from qawl.arabic.frames.joints import behind_each
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ADDRESSING,
    BETWEEN,
    BETWEEN_HIM,
    BETWEEN_THEM,
    BY,
    COUNTERPART,
    DELEGATIONS,
    DOING,
    EACH,
    GOALS,
    IN,
    OF,
    WITH,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    CLOSES,
    COMMA,
    COUNTRY,
    DEFINITE,
    NAME,
    NUMBER,
    PEOPLE,
    PREFIX,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    TIME,
    TITLE,
    TOWN,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.people.duals import is_pair
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.tokens import Tokens

# What a verb needs by which an assembly hears somebody: استمعت اللجنة إلى | الوزير.
HEARING = "hearing"
# How far behind a noun مع or بين may stand.
LED_REACH = 12
# How the table of attendance tells that somebody holds an encounter with others.
WITH_OTHERS = "with"
# So many tokens may tell more of a side before مع.
APPOSED = 12
# What is no tie that two may have: who and where somebody is, and when.
NO_TIE = BODY | CITY | COUNTRY | NAME | NUMBER | PEOPLE | PUNCTUATION | ROLE | TIME | TITLE | TOWN


def led_takers(scene: Scene, encounter: Encounter, first: int, stop: int) -> Iterator[Taking]:
    """The other side behind مع, ب or إلى, and both sides behind بين or told before بينهما."""
    first = behind_company(scene, past_times(scene, first, stop), stop)
    for at in range(first, min(stop - 1, first + LED_REACH)):
        if tells_another(scene, at) or (encounter.type == VISIT and (is_by_another(scene, at) or sees_another(scene, at))):
            return
        if scene.tokens.keys[at] in BETWEEN_HIM and (again := second_between(scene, at + 1, stop)) is not None:
            yield from between_him(scene, at, again, stop)
            return
        if scene.tokens.keys[at] == BETWEEN_THEM and not is_of_another(scene, first, at):
            yield from as_part(ATTENDS, both_before(scene, encounter.clause[0]))
            return
        if scene.tokens.keys[at] == BETWEEN:
            own = is_own_between(scene, first, at) or signs_between(scene, encounter, first, at)
            sides = both_sides(scene, at + 1, stop) if own else ()
            sides = (side._replace(part=ATTENDS) for side in sides) if sees_tie(encounter) else sides
            yield from sides if encounter.type == VISIT else map(partial(as_land, scene), sides)
            return
        part = part_behind(scene, encounter, first, at)
        after = at + 1 + leads_to_each(scene.tokens, at)
        if part and (found := lineup_of(scene, after, stop, listed=after > at + 1)) and may_meet(scene, first, at, found[0]):
            yield from as_part(part, [*found, *with_more(scene, found[-1].stop, stop)])
            if encounter.type == CALL and scene.tokens.keys[at] == OF:  # رسالة من الوزير | إلى السفير
                yield from led_takers(scene, encounter, found[-1].stop, stop)
            return


def behind_company(scene: Scene, place: int, stop: int) -> int:
    """The place behind those who are there too, if the other side follows: اجتمع الوزير | بحضور نائبه | مع السفير; else `place`."""
    led = place + (place < stop and is_and(scene.tokens, place))
    told = led + 1 < stop and is_led(scene, led) and tells_company(scene, led + 1)
    end = company_stop(scene, led + 2, stop) if told else None
    end = end + bool(scene.tokens.kinds[end] & CLOSES) if end is not None and end < stop else stop
    after = past_times(scene, end, stop)
    return after if after < stop and scene.tokens.keys[after] == WITH else place


def sees_tie(encounter: Encounter) -> bool:
    """Whether an encounter only sees what is between two who are there: شهدت | الجلسة مشادات بين النائب والوزير."""
    told = encounter.held if encounter.verb == encounter.place - 1 else None
    return told is not None and SEES in told.row["needs"] and told.is_finite


def tells_another(scene: Scene, place: int) -> bool:
    """Whether a verb at `place` tells of another encounter: زيارة إلى صور | يلتقي خلالها مع الوزير."""
    told = () if scene.tokens.has_ta(place) else forms(TABLE).get(scene.tokens.keys[place])
    return any(form.row["by"] == ACT and form.tense == "imperfect" for form in told)


def sees_another(scene: Scene, place: int) -> bool:
    """Whether another encounter without the article stands at `place`, which a visit brings: تشهد الزيارة | محادثات مع الوزير."""
    tokens = scene.tokens
    told = (form for form in forms(TABLE).get(tokens.keys[place]) if form.tense == "noun" and form.row["by"] == NAMED)
    if tokens.kinds[place] & (DEFINITE | BODY) or scene.is_in_day(place):
        return False  # زار يوم السبت | جمعية الصيادين
    return any(form.row["type"] in (MEETING, CALL, SIGNING) for form in told)


def is_by_another(scene: Scene, place: int) -> bool:
    """Whether ب leads to another encounter at `place`: اختتم زيارة إلى صور ب| لقاء مع الوزير."""
    tokens = scene.tokens
    led = place > 0 and tokens.keys[place - 1] == BY and bool(tokens.kinds[place - 1] & PREFIX)
    return led and not tokens.kinds[place] & DEFINITE and names(scene, place, (NAMED,))


def with_more(scene: Scene, place: int, stop: int) -> Iterator[Phrase]:
    """Those to whom مع or ب leads again behind و: مع الوزير | ومع السفير، بأعضاء اللجنة | وبمدير المدرسة."""
    tokens = scene.tokens
    while place + 2 < stop and is_and(tokens, place) and leads_again(tokens, place + 1):
        found = lineup_of(scene, place + 2, stop)
        yield from found
        place = found[-1].stop if found else stop


def leads_to_each(tokens: Tokens, place: int) -> bool:
    """Whether ب leads to several who are listed, in one word: التقى الوفد | بكل من فلان وفلان."""
    return tokens.keys[place] == BY + EACH and tokens.keys[place + 1 : place + 2] == [OF]


def leads_again(tokens: Tokens, place: int) -> bool:
    """Whether مع, or ب to an officer or people, leads to one more who is met: ب| مدير المدرسة; not ب| حضور."""
    if tokens.keys[place] == WITH:
        return True
    led = tokens.keys[place] == BY and tokens.kinds[place] & PREFIX and tokens.keys[place + 1] not in forms(ATTENDANCE)
    return bool(led and tokens.kinds[place + 1] & (ROLE | TITLE | PEOPLE))


def part_behind(scene: Scene, encounter: Encounter, first: int, at: int) -> str | None:
    """The part of those to whom the word at `at` leads: مع السفير، اتصل ب| السفير، رسالة إلى السفير، اتصالا من السفير."""
    key, prefix = scene.tokens.keys[at], scene.tokens.kinds[at] & PREFIX
    each = leads_to_each(scene.tokens, at)
    if (
        key == WITH
        or each
        or (key == BY and prefix and encounter.type in (MEETING, CALL) and leads_to_met(scene, encounter, first, at))
    ):
        return ATTENDS if encounter.type == VISIT else encounter.form.row["with"]
    if encounter.type != CALL:
        return MEETS if at == first and key in GOALS and meets_at(scene, encounter, at + 1) else None
    received = encounter.held is not None and encounter.held.row["subject"] == ATTENDS  # تلقى الوزير اتصالا من | السفير
    return MEETS if key in GOALS or (key == OF and received) else ATTENDS if key == OF else None


def meets_at(scene: Scene, encounter: Encounter, place: int) -> bool:
    """Whether إلى leads to who is heard, or to an officer with whom somebody sits: اجتمع الوزير إلى | السفير."""
    officer = scene.tokens.kinds[place] & (ROLE | TITLE) and encounter.type == MEETING and encounter.form.row["object"] != MEETS
    return encounter.form.row["needs"] == HEARING or bool(officer and encounter.form.row["with"] == MEETS)


def leads_to_met(scene: Scene, encounter: Encounter, first: int, at: int) -> bool:
    """Whether ب leads to who is met: right behind who meets him, an officer or a delegation farther on; no place, not بحضور."""
    tokens, after = scene.tokens, at + 1
    if (
        tokens.keys[after] in forms(ATTENDANCE)
        or is_venue(tokens, after)
        or (encounter.type == MEETING and (is_place(tokens, after) or is_where_held(scene, encounter, after)))
    ):
        return False
    peer = tokens.keys[after].startswith(COUNTERPART)
    after = behind_each(tokens, after)
    officer = peer or (tokens.kinds[after] & (ROLE | TITLE) and not tokens.is_owned(after))
    officer = officer or bare_key(tokens.keys[after]) in DELEGATIONS
    return at == first or bool(officer and (encounter.place == encounter.verb or encounter.type == CALL))


def is_where_held(scene: Scene, encounter: Encounter, place: int) -> bool:
    """Whether a body behind ب is where an encounter is held: أقيم الحفل ب| مديرية الفنون؛ not اجتمع ب| لجنة المياه."""
    kind, held = scene.tokens.kinds[place], encounter.place != encounter.verb and encounter.held is not None
    return bool(held and kind & BODY and not kind & (ROLE | TITLE | PEOPLE | NAME))


def may_meet(scene: Scene, first: int, at: int, phrase: Phrase) -> bool:
    """Whether what مع leads to belongs to the encounter and to nothing else: not العلاقات مع روسيا, not بالتعاون مع الشركة.

    A person or an office may stand farther: بحث سبل التعاون مع السفير.
    """
    tokens = scene.tokens
    if at == first or tokens.keys[at] != WITH:
        return True
    if any(tells_company(scene, between) for between in range(first, at)):
        return False
    others = any(form.row["by"] == WITH_OTHERS for form in forms(ATTENDANCE).get(tokens.keys[at - 1]))
    if others and at > 1 and is_led(scene, at - 2):
        return False
    return is_officer(scene, phrase) or is_near(scene, first, at)


def is_near(scene: Scene, first: int, at: int) -> bool:
    """Whether only adjectives, times and commas stand before مع: محادثات موسعة، أمس، | مع السفير، اتفاقية شراكة وتعاون | مع البنك.

    Not what is to be done: لتعزيز التعاون | مع البنك.
    """
    tokens, between = scene.tokens, range(first, at)
    if any(tokens.keys[n] == ADDRESSING and tokens.kinds[n] & PREFIX and DOING.match(tokens.keys[n + 1]) for n in between):
        return False
    if next_noun(scene, first, at) is None:
        return True
    return not any(tokens.kinds[n] & (DEFINITE | PREFIX) and not is_and(tokens, n) for n in between)


def is_officer(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a person or an office."""
    return phrase.named or bool(scene.tokens.kinds[phrase.first] & (ROLE | TITLE))


def both_sides(scene: Scene, place: int, stop: int) -> Iterator[Taking]:
    """Those between whom an encounter is: of two where one is a person the second is met, else all attend."""
    if scene.is_in_day(place):
        return
    found = lineup_of(scene, place, stop, listed=True)
    if len(found) == 1 and (again := second_between(scene, found[0].stop, stop)) is not None:
        found += lineup_of(scene, again, stop)
    if len(found) == 1 and not is_pair(scene.tokens, found[0].first):
        found = parted(scene, found[0]) or found
    met = met_behind(scene, found[-1].stop, stop, len(found) == 1) if found else []
    one = len(found) == 2 and any(is_officer(scene, phrase) for phrase in found) and not is_pair(scene.tokens, place)
    yield from (Taking(MEETS if number and one and not met else ATTENDS, phrase) for number, phrase in enumerate(found))
    yield from as_part(MEETS, met)


def met_behind(scene: Scene, place: int, stop: int, alone: bool) -> list[Phrase]:
    """Those whom both sides met, right behind them, or, where بين leads to one, behind what more tells of him.

    بين الوزير ونائبه | مع السفير، بين الوزير، رئيس الوفد إلى صور، | مع السفير.
    """
    tokens = scene.tokens
    place += place < stop and bool(tokens.kinds[place] & CLOSES)
    apart = (at + 1 for at in range(place, min(stop - 1, place + APPOSED)) if tokens.kinds[at] & COMMA)
    place = next((at for at in apart if alone and tokens.keys[at] == WITH), place)
    return lineup_of(scene, place + 1, stop) if place + 1 < stop and tokens.keys[place] == WITH else []


def as_land(scene: Scene, taking: Taking) -> Taking:
    """A town between which and another side an encounter is as the party that it stands for: محادثات بين | بيروت و| صندوق النقد."""
    who = taking.who
    return taking._replace(who=scene.party(who)) if isinstance(who, Phrase) and who.type == "country" else taking


def between_him(scene: Scene, place: int, second: int, stop: int) -> Iterator[Taking]:
    """Who is meant by a pronoun, and who stands behind it: لقاء | بينه وبين | السفير."""
    yield from as_part(ATTENDS, those_meant(scene, place, "f" if scene.tokens.keys[place] == BETWEEN_HIM[1] else "m", ONE))
    yield from as_part(MEETS, lineup_of(scene, second, stop)[:1])


def is_own_between(scene: Scene, first: int, at: int) -> bool:
    """Whether بين leads to the sides of an encounter, not to two told before: محادثات حول التعاون | بين البلدين."""
    both = is_pair(scene.tokens, at + 1) and scene.tokens.kinds[at + 1] & DEFINITE
    return not is_of_another(scene, first, at) and (not both or is_near(scene, first, at))


def signs_between(scene: Scene, encounter: Encounter, first: int, at: int) -> bool:
    """Whether a paper tells what it is for before those who sign it: اتفاق صور للسلام | بين الحكومة والجبهة."""
    kinds = scene.tokens.kinds
    told = any(kinds[between] & (PUNCTUATION | RELATIVE) or is_finite(scene.passage, between) for between in range(first, at))
    return encounter.type == SIGNING and not told and not is_pair(scene.tokens, at + 1)


def is_of_another(scene: Scene, first: int, at: int) -> bool:
    """Whether another noun that two may have stands before بين: العلاقات | بين البلدين; not لقاء في صور | بين فلان وفلان."""
    tokens, noun = scene.tokens, at - 1
    noun -= is_quality(tokens, noun, bool(tokens.kinds[noun - 1] & DEFINITE)) and not is_led(scene, noun - 1)
    if noun <= first or tokens.kinds[noun] & NO_TIE or tokens.is_owned(noun) or is_finite(scene.passage, noun):
        return False
    town = tokens.keys[noun - 1] in (IN, BY) and not tokens.kinds[noun] & DEFINITE
    return not town and not any(is_venue(tokens, place) for place in (noun, noun - 1)) and not scene.is_in_day(noun)


def parted(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """The two that were read as one, by the last و: بين وفد من الحكومة | والاتحاد الأوروبي; empty where they are not two."""
    joins = (at for at in range(phrase.stop - 2, phrase.first, -1) if is_and(scene.tokens, at))
    at = next(joins, None)
    if at is None:
        return []
    one, other = party_at(scene, phrase.first, at), party_at(scene, at + 1, phrase.stop)
    return [one, other] if one and other else []


def second_between(scene: Scene, place: int, stop: int) -> int | None:
    """Where the second begins behind وبين: بين الوزير وبين | السفير."""
    tokens = scene.tokens
    return place + 2 if place + 2 < stop and is_and(tokens, place) and tokens.keys[place + 1] == BETWEEN else None
