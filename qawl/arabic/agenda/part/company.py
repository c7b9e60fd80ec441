"""Who comes along by later sentences: زار الرئيس صور … ويرافقه فلان، ويرافق الرئيس في زيارته فلان، وضم الوفد المرافق فلانا.

So who heads a delegation that was told (الوفد الذي ترأسه فلان), and who is with somebody (وكان الوزير مرفوقا بفلان، برفقته فلان).
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import fits_verb, lineup_of, parties_from
from qawl.arabic.agenda.clauses import behind_made, list_start
from qawl.arabic.agenda.encounters import Encounter, last_of
from qawl.arabic.agenda.meant import named_phrase
from qawl.arabic.agenda.part.other_sides import leads_to_each
from qawl.arabic.agenda.part.presence import is_delegation
from qawl.arabic.agenda.part.speeches import speaking
from qawl.arabic.agenda.part.takers import officer_before
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, BESIDE, CHAIRS, LED, MEETING, VISIT, Taking
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.joints import behind_each
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ALEF, BY, DELEGATIONS, IN_COMPANY, TAKES_UP, bare_key, fold
from qawl.arabic.lexicon import COLON, COMMA, COUNTRY, DEFINITE, PREFIX, RELATIVE, ROLE, TITLE
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.phrase import Phrase

# How the table of attendance tells who comes with another and who belongs to a party.
JOINED, MEMBERS, SPEAKS, MARCH, MADE = "joined", "members", "speaks", "march", "made"
# So many words may tell when and how before those with whom somebody is: مرفوقا، خلال هذه الزيارة، ب.
BESIDE_REACH = 12
# So near behind a verb of coming along the encounter itself may stand: ويرافق الرئيس | في زيارته.
NAMED_WITHIN = 6
# So many words may tell more of a delegation before its members: ضم الوفد التونسي المرافق له:
TOLD_MORE = 5


def in_company(scene: Scene, events: list[list[Encounter]], sent: list[str]) -> Iterator[tuple[int, Taking]]:
    """Who comes along to the last visit told before, or meeting where no visit is told, by its number.

    ``sent`` has the part that the delegation of each event has, which is that of whoever belongs to it.
    """
    if not any(told[0].type in (VISIT, MEETING) for told in events):
        return
    clauses = [encounter.clause for told in events for encounter in told]
    for place in forms(ATTENDANCE).places(scene.tokens):
        form = joining(scene.tokens.keys[place])
        if form is None or any(first <= place < stop for first, stop in clauses):
            continue
        types = (MEETING,) if form.row["by"] == SPEAKS else (VISIT, MEETING)
        number = on_visit_behind(scene, events, place, form)
        number = guest_of(events, place, types) if number is None else number
        if number is not None:
            sides = form.row["by"] in (MEMBERS, MARCH, MADE) or form.row["part"] == CHAIRS or is_beside_head(scene, place, form)
            part = sent[number] if sides else ATTENDS
            yield from ((number, Taking(part, who)) for who in company_at(scene, place, form))
    yield from by_office(scene, events, sent)


def by_office(scene: Scene, events: list[list[Encounter]], sent: list[str]) -> Iterator[tuple[int, Taking]]:
    """Who has an office in a delegation that came before: وصل وفد. وقال رئيس الوفد | سالم الكندي، قالت ليلى، عضو الوفد."""
    for person in scene.cast.people:
        offices = (first for first, stop in person.roles if any(is_delegation_at(scene, at) for at in range(first + 1, stop)))
        for place in offices:
            number = guest_of(events, place, (VISIT, MEETING))
            if number is not None and has_delegation(scene, events[number]):
                yield number, Taking(sent[number], named_phrase(person))


def is_beside_head(scene: Scene, place: int, form: Form) -> bool:
    """Whether somebody comes with whoever heads a delegation in the same sentence: ورأس الوفد الوزير | يرافقه فلان."""
    ahead = range(scene.passage.sentence_start(place), place)
    return form.row["by"] == JOINED and bool(form.pronoun) and any(is_delegation_at(scene, at) for at in ahead)


def has_delegation(scene: Scene, told: list[Encounter]) -> bool:
    """Whether a delegation is told in the clauses of an encounter: استقبل الوزير | وفدا من النقابة."""
    clauses = (scene.tokens.keys[first:stop] for encounter in told for first, stop in [encounter.clause])
    return any(bare_key(key).removesuffix(ALEF) in DELEGATIONS for keys in clauses for key in keys)


def joining(key: str) -> Form | None:
    """The form that a folded word is, if it tells who comes with another, belongs to a party or heads one: يرافقه، مرفوقا، ضم."""
    return next((form for form in forms(ATTENDANCE).get(key) if joins(form)), None)


def joins(form: Form) -> bool:
    """Whether a form tells who comes along."""
    heads = form.row["by"] == MARCH or form.row["part"] == CHAIRS
    verb = form.is_finite and (heads or form.row["by"] in (JOINED, MEMBERS, SPEAKS))
    return form.row["by"] in (BESIDE, MADE) or verb or is_with_him(form)


def is_with_him(form: Form) -> bool:
    """Whether a noun with a pronoun tells in whose company others are: وكان | برفقته المدير، و| بصحبتها المدير."""
    return form.row["by"] == LED and bool(form.pronoun) and IN_COMPANY[0] in fold(form.row["noun"]).split("|")


def on_visit_behind(scene: Scene, events: list[list[Encounter]], place: int, form: Form) -> int | None:
    """The visit on which somebody is told to come along, behind the verb: يرافق الوزير | في زيارته إلى صور المدير."""
    stop = scene.passage.sentence_stop(place)
    near = (number for number, told in enumerate(events) for one in told if one.type == VISIT and place < one.place < stop)
    return next(near, None) if form.row["by"] == JOINED else None


def guest_of(events: list[list[Encounter]], place: int, types: tuple[str, ...]) -> int | None:
    """The last encounter of the first of the types of which one was told before `place`; None where none was.

    The one named right behind the verb comes first: ويرافق الرئيس | في زيارته فلان.
    """
    named = (number for number, told in enumerate(events) if any(place < one.place < place + NAMED_WITHIN for one in told))
    if (number := next(named, None)) is not None and events[number][0].type in types:
        return number
    return next((number for type in types if (number := last_of(events, (type,), place)) is not None), None)


def company_at(scene: Scene, verb: int, form: Form) -> list[Phrase]:
    """Who comes along by a verb: يرافقه | فلان، يرافق الرئيس | فلان، ضم الوفد | فلانا; nobody where its object is no delegation."""
    tokens, stop = scene.tokens, scene.passage.sentence_stop(verb)
    if form.row["by"] == MEMBERS:
        after = list_start(scene, verb + 1, stop) if is_of_delegation(scene, verb) else behind_delegation(scene, verb + 1, stop)
        return parties_from(scene, after, stop, listed=True) if after is not None else []
    if form.row["by"] == MADE:
        whole = is_of_delegation(scene, verb) or is_delegation_at(scene, verb + 1)
        after = behind_made(scene, verb, stop) if whole else None
        return parties_from(scene, after, stop, listed=True) if after is not None else []
    if form.row["by"] == SPEAKS:
        return speaking(scene, verb, form, stop)
    if is_with_him(form):
        return lineup_of(scene, verb + 1, stop, listed=True)
    if form.row["by"] == BESIDE:
        first = beside_start(scene, verb, stop)
        return lineup_of(scene, first, stop, listed=True) if first is not None else []
    if form.row["by"] != JOINED and not form.pronoun:
        after = behind_delegation(scene, verb + 1, stop)
        return parties_from(scene, after, stop)[:1] if after is not None else []
    if form.row["by"] != JOINED:
        found = parties_from(scene, verb + 1, stop) if is_relative_of_delegation(scene, verb) else []
        return found if fits_verb(scene, form, found) else []
    after = verb + 1 + (verb + 1 < stop and tokens.keys[verb + 1] in TAKES_UP)
    found = parties_from(scene, after, stop, listed=True)
    if not form.pronoun and not (found and officer_before(scene, found[0])):
        whom = parties_from(scene, after, stop)
        found = parties_from(scene, whom[0].stop, stop, listed=True) if len(whom) == 1 else []
    return [*found, *members_behind(scene, found, stop)] if fits_verb(scene, form, found, not form.pronoun) else []


def members_behind(scene: Scene, found: list[Phrase], stop: int) -> list[Phrase]:
    """Who belongs to the delegation that comes along: ويرافق الرئيس وفد يضم | فلانا و| فلانا; nobody where none is told."""
    place = found[-1].stop if found and is_delegation(scene, found[-1]) else stop
    place += place < stop and bool(scene.tokens.kinds[place] & (COMMA | RELATIVE))
    form = joining(scene.tokens.keys[place]) if place + 1 < stop else None
    after = behind_made(scene, place, stop) if form and form.row["by"] == MADE else place + 1
    told = form is not None and after is not None and form.row["by"] in (MADE, MEMBERS)
    return parties_from(scene, list_start(scene, after, stop), stop, listed=True) if told and after is not None else []


def beside_start(scene: Scene, place: int, stop: int) -> int | None:
    """Where those begin with whom somebody is: مرفوقا، خلال الزيارة، ب| نائبه، بكل من | فلان; None where ب leads to nobody."""
    tokens = scene.tokens
    near = range(place + 1, min(stop - 1, place + BESIDE_REACH))
    each = (at + 2 for at in near if leads_to_each(tokens, at))
    led = (at + 1 for at in near if tokens.keys[at] == BY and tokens.kinds[at] & PREFIX and party_at(scene, at + 1, stop))
    return next(each, None) or next(led, None)


def is_delegation_at(scene: Scene, place: int) -> bool:
    """Whether a delegation that was told stands at `place`: الوفد، وفد | الحركة؛ not وفد رفيع."""
    kinds, after = scene.tokens.kinds, place + 1
    owned = kinds[after] & (DEFINITE | COUNTRY) and not kinds[after] & PREFIX
    return bool(kinds[place] & DEFINITE or owned) and bare_key(scene.tokens.keys[place]) in DELEGATIONS


def is_relative_of_delegation(scene: Scene, verb: int) -> bool:
    """Whether a relative clause of a delegation begins with a verb: الوفد الذي | يترأسه."""
    return verb > 1 and bool(scene.tokens.kinds[verb - 1] & RELATIVE) and is_delegation_at(scene, verb - 2)


def is_of_delegation(scene: Scene, verb: int) -> bool:
    """Whether a delegation opens the sentence of a verb, or stands before it: الوفد الذي يرأسه فلان | يضم، وفد الحركة | يضم."""
    if any(at >= 0 and is_delegation_at(scene, at) for at in (verb - 1, verb - 2)):
        return True
    start = scene.passage.sentence_start(verb)
    start += is_and(scene.tokens, start)
    return start < verb and is_delegation_at(scene, start)


def behind_delegation(scene: Scene, place: int, stop: int) -> int | None:
    """Where the members of a delegation are told behind it: الوفد المرافق: | فلان، وفلان; None where none stands at `place`.

    What tells more of it may stand between commas before كلا من.
    """
    tokens = scene.tokens
    if place >= stop or not is_delegation_at(scene, place):
        return None
    at = place + 1
    while at < min(stop, place + TOLD_MORE) and is_of_whole(scene, at):
        at += 1
    if at < stop and tokens.kinds[at] & COMMA:
        closes = (comma + 1 for comma in range(at + 1, stop - 1) if tokens.kinds[comma] & COMMA)
        at = next((first for first in closes if behind_each(tokens, first) > first), at)
    return at + (at < stop and bool(tokens.kinds[at] & COLON))


def is_of_whole(scene: Scene, place: int) -> bool:
    """Whether a word tells more of a delegation, and no officer begins there: الوفد | التونسي، وفد | الغرفة; not الوفد | الوزير."""
    kind = scene.tokens.kinds[place]
    return bool(kind & (DEFINITE | COUNTRY) and not kind & (ROLE | TITLE)) or scene.tokens.keys[place] in TAKES_UP
