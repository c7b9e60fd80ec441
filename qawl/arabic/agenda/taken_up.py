"""Who takes part in an encounter by what later sentences tell of it, which are no mentions of their own.

عقدت القمة أمس … وقال فلان في كلمته أمام | القمة; so the results of a vote.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from qawl.arabic.agenda.agents import fits_verb, parties_from
from qawl.arabic.agenda.among import among
from qawl.arabic.agenda.attendance import attending, bears, behind_object
from qawl.arabic.agenda.by_lines import in_lines
from qawl.arabic.agenda.by_side import represented, sided, signing_sides
from qawl.arabic.agenda.company import in_company
from qawl.arabic.agenda.doing import speaking_at
from qawl.arabic.agenda.encounters import Encounter, last_of
from qawl.arabic.agenda.intents import intending
from qawl.arabic.agenda.participants import participant_of, somebody
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, HOSTS, MEETING, PARTS, SIGNING, VISIT, VOTE, Taking, Who
from qawl.arabic.agenda.presenting import presented
from qawl.arabic.agenda.protesters import protesting
from qawl.arabic.agenda.results import results_in
from qawl.arabic.agenda.speeches import given_by, spoken
from qawl.arabic.agenda.takers import signers
from qawl.arabic.agenda.tenses import is_future_letter, is_negated, small_word
from qawl.arabic.agenda.told_on import TOLD_ON, told_on
from qawl.arabic.agenda.welcomes import waiting_first
from qawl.arabic.agenda.words import ACT, NAME, TABLE, Hit, hits_of
from qawl.arabic.frames.forms import Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.joiners import is_and
from qawl.arabic.letters import ABOUT, AS, CAME, GOALS, OF, TAKES_UP, THAT_MATTER, bare_key
from qawl.arabic.lexicon import DEFINITE, KAN, NEGATION, PREFIX, RELATIVE, RESUME, THAT
from qawl.arabic.phrases import Phrase
from qawl.arabic.where import by_word, words_among
from qawl.model import Participant

# The class of a small word for those who are there.
PRESENT = "present"
# So near before what is signed stands who saw it: حضر | مراسم التوقيع.
WITNESS_REACH = 3


def taken_up(scene: Scene, events: list[list[Encounter]], sent: list[str], visits: list[int]) -> dict[int, list[Participant]]:
    """Who takes part in each event, by its number, by later sentences alone.

    ``sent`` has the parts of their delegations, ``visits`` the numbers of the visits of now.
    """
    found: dict[int, list[Participant]] = {}
    for number, taking in (
        *at_meetings(scene, events),
        *in_votes(scene, events),
        *in_company(scene, events, sent),
        *for_sides(scene, events),
        *signed_for(scene, events),
        *on_arrival(scene, events, visits),
        *among_present(scene, events),
        *in_lines(scene, events, sent),
        *by_later_verb(scene, events),
        *when_that_was(scene, events),
        *told_on(scene, events),
        *at_last_meeting(events, (*given_by(scene), *spoken(scene))),
        *protesting(scene, events),
        *presented(scene, events),
    ):
        found.setdefault(number, []).extend(participant_of(scene, one) for one in somebody(scene, [taking]))
    return found


def at_meetings(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who speaks at a meeting that was told before, or takes part in it."""
    if not any(told[0].type in TOLD_ON for told in events):
        return
    clauses = sorted({encounter.clause for told in events for encounter in told})
    for hit in hits_of(scene.tokens):
        if hit.by != NAME or hit.form.row["type"] not in TOLD_ON or not is_told(scene, hit):
            continue
        before = bisect_right(clauses, (hit.place, len(scene.tokens)))
        if not before or any(first <= hit.place < stop for first, stop in clauses[:before]):
            continue
        if hit.form.row["type"] == SIGNING:
            yield from witnesses(scene, events, hit)
            continue
        if hit.form.row["type"] == VISIT:
            yield from on_visit(scene, events, hit)
            continue
        number = home_of(events, hit.place, hit.form.lemma)
        if number is not None:
            again = Encounter(hit.place, hit.form, "meeting", (hit.place, hit.place + 1))
            acting = (*speaking_at(scene, again), *intending(scene, again), *there_by_verb(scene, hit))
            yield from ((number, Taking(ATTENDS, who)) for who in acting)
            if any(told.form.lemma == hit.form.lemma for told in events[number]):
                yield from ((number, taking) for taking in attending(scene, again, []))


def is_told(scene: Scene, hit: Hit) -> bool:
    """Whether the noun of an encounter takes up one that was told: الاجتماع, a visit by whose it is too: زيارة | الوزير."""
    kinds, after = scene.tokens.kinds, hit.place + 1
    owned = hit.form.row["type"] == VISIT and bool(kinds[after] & DEFINITE) and not kinds[after] & PREFIX
    return takes_up_noun(scene, hit.place) or owned


def on_visit(scene: Scene, events: list[list[Encounter]], hit: Hit) -> Iterator[tuple[int, Taking]]:
    """Who else is told by a later sentence to be on the last visit: وكانت زيارة الوزير برفقة فلان، بدعوة من فلان."""
    number = last_of(events, (VISIT,), hit.place)
    again = Encounter(hit.place, hit.form, "visit", (hit.place, hit.place + 1))
    yield from ((number, taking) for taking in attending(scene, again, []) if number is not None)


def takes_up_noun(scene: Scene, place: int) -> bool:
    """Whether a noun takes an encounter up: الحفل، حفل | الاستقبال as a whole, and not the second word of that."""
    kinds = scene.tokens.kinds
    if kinds[place] & DEFINITE:
        return not (place and is_encounter(scene, place - 1) and not kinds[place - 1] & DEFINITE)
    return bool(kinds[place + 1] & DEFINITE) and is_encounter(scene, place + 1)


def is_encounter(scene: Scene, place: int) -> bool:
    """Whether the noun of an encounter stands at `place`."""
    told = forms(TABLE).get(scene.tokens.keys[place])
    return any(form.tense == "noun" and form.row["by"] == NAME for form in told)


def for_sides(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who was there for which side at the last meeting told before: ومن الجانب المصري | فلان."""
    if not any(told[0].type == MEETING for told in events):
        return
    yield from at_last_meeting(events, (*sided(scene), *represented(scene)))


def at_last_meeting(events: list[list[Encounter]], told: Iterable[tuple[int, Sequence[Who]]]) -> Iterator[tuple[int, Taking]]:
    """Those told at some places as who was there at the last meeting told before each."""
    for place, found in told:
        number = last_of(events, (MEETING,), place)
        if number is not None:
            yield from ((number, Taking(ATTENDS, who)) for who in found)


def on_arrival(scene: Scene, events: list[list[Encounter]], visits: list[int]) -> Iterator[tuple[int, Taking]]:
    """Who waited first for somebody on the last of the visits told before, else on the first: كان | الوزير على رأس المستقبلين."""
    for place, hosts in waiting_first(scene) if visits else ():
        before = [number for number in visits if events[number][0].place < place]
        yield from (((before or visits[:1])[-1], Taking(HOSTS, who)) for who in hosts)


def witnesses(scene: Scene, events: list[list[Encounter]], hit: Hit) -> Iterator[tuple[int, Taking]]:
    """Who saw the last paper signed that was told before: حضر مراسم التوقيع | فلان، تم التوقيع بحضور | فلان."""
    number = last_of(events, (SIGNING,), hit.place)
    if number is None:
        return
    again = Encounter(hit.place, hit.form, "signing", (hit.place, hit.place + 1))
    takings = [*(Taking(ATTENDS, who) for who in there_by_verb(scene, hit)), *attending(scene, again, [])]
    yield from ((number, taking) for taking in (*takings, *among(scene, takings)))


def there_by_verb(scene: Scene, hit: Hit) -> list[Phrase]:
    """Who is there by a verb right before the noun of an encounter: حضر مراسم التوقيع | فلان، وتحدث في الندوة | فلان."""
    found, stop = forms(ATTENDANCE), scene.passage.sentence_stop(hit.place)
    near = range(hit.place - 1, max(scene.passage.sentence_start(hit.place), hit.place - WITNESS_REACH) - 1, -1)
    there = any(form.is_finite and form.row["part"] == ATTENDS for at in near for form in found.get(scene.tokens.keys[at]))
    return parties_from(scene, hit.place + 1, stop, listed=True) if there else []


def signed_for(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who signed for whom the last paper told before, which that verb alone does not name: ووقع عن الجانب المصري | فلان."""
    signed = [number for number, told in enumerate(events) if told[0].type == SIGNING]
    clauses = [encounter.clause for number in signed for encounter in events[number]]
    for hit in hits_of(scene.tokens) if signed else ():
        tells = hit.by == ACT and hit.form.is_finite and hit.form.row["type"] == SIGNING
        inside = any(first <= hit.place < stop for first, stop in clauses)
        if tells and scene.tokens.keys[hit.place + 1 : hit.place + 2] == [ABOUT] and not inside:
            number = last_of(events, (SIGNING,), hit.place)
            who = next(signers(scene, hit.place + 1, scene.passage.sentence_stop(hit.place)), None)
            yield from [(number, Taking(ATTENDS, who))] if number is not None and who else ()
    for place, found in signing_sides(scene) if signed else ():
        if (number := last_of(events, (SIGNING,), place)) is not None and not any(f <= place < s for f, s in clauses):
            yield from ((number, Taking(ATTENDS, who)) for who in found)


def among_present(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who is told to be among those present at the last meeting told before: ومن بين الحضور | فلان، من أبرز المشاركين | فلان."""
    for place in [of + 2 for of in words_among(scene.tokens, (OF,))]:
        if place >= len(scene.tokens) or not are_present(scene, place):
            continue
        number = last_of(events, (MEETING,), place)
        if number is not None:
            after = place + 1 + (scene.tokens.keys[place + 1 : place + 2] != [] and scene.tokens.keys[place + 1] in TAKES_UP)
            found = parties_from(scene, after, scene.passage.sentence_stop(place), listed=True)
            yield from ((number, Taking(ATTENDS, who)) for who in found)


def by_later_verb(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who was at the last meeting told before, by a sentence whose verb tells it: كما حضره | فلان، وتحدث في الندوة | فلان."""
    clauses = [encounter.clause for told in events for encounter in told]
    told = forms(ATTENDANCE)
    for place in told.places(scene.tokens):
        form = next(
            (
                one
                for one in told[scene.tokens.keys[place]]
                if one.is_finite and one.row["by"] == "verb" and one.row["part"] in PARTS
            ),
            None,
        )
        if form is None or not (opens_sentence(scene, place) or told_to_be(scene, place, form)) or not bears(scene, place, form):
            continue
        number = last_of(events, (MEETING,), place)
        if number is not None and not any(first <= place < stop for first, stop in clauses):
            there = there_by(scene, events[number][0], place, form)
            found = [Taking(form.row["part"], who) for who in there if fits_verb(scene, form, there, True)]
            yield from ((number, taking) for taking in (*found, *among(scene, found)))


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
    taken = bool(form.pronoun) or (tokens.keys[place + 1 : place + 2] != [] and tokens.keys[place + 1] in TAKES_UP)
    return taken and not is_negated(tokens, place) and (led or (first < place and opens_sentence(scene, first)))


def when_that_was(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who was at the last meeting told before by a sentence that takes it all up: جاء ذلك أمس بحضور | فلان، وذلك بحضور | فلان."""
    for place in by_word(scene.tokens).get(THAT_MATTER, ()):
        number = last_of(events, (MEETING,), place)
        if number is not None and (opens_sentence(scene, place - 1) or opens_sentence(scene, place)):
            again = events[number][0]._replace(place=place, clause=(place, place + 1), verb=None, held=None)
            yield from ((number, taking) for taking in attending(scene, again, []))


def are_present(scene: Scene, place: int) -> bool:
    """Whether those who are at an encounter are told at `place`: المشاركين، الحضور."""
    key = scene.tokens.keys[place]
    there = (form for form in forms(ATTENDANCE).get(bare_key(key)) if scene.tokens.kinds[place] & DEFINITE)
    return small_word(key) == PRESENT or any(form.tense == "noun" and form.row["part"] == ATTENDS for form in there)


def home_of(events: list[list[Encounter]], place: int, lemma: str) -> int | None:
    """The last meeting that the same noun named before `place`; the only one there is, whatever its words."""
    before = [number for number, told in enumerate(events) if told[0].type == MEETING and told[0].place < place]
    named = [number for number in before if any(one.form.lemma == lemma and one.place < place for one in events[number])]
    return named[-1] if named else before[0] if len(before) == 1 else None


def in_votes(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who stood in a vote of the page by its results; the last vote told before them, else the first."""
    votes = [number for number, told in enumerate(events) if told[0].type == VOTE]
    if not votes:
        return
    for place, taking in results_in(scene, (0, len(scene.tokens))):
        before = [number for number in votes if events[number][0].place <= place]
        yield before[-1] if before else votes[0], taking
