"""Who takes part in an encounter by what later sentences tell of it, which are no mentions of their own.

عقدت القمة أمس … وقال فلان في كلمته أمام | القمة; so the results of a vote.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from qawl.arabic.agenda.agents import lineup_of, parties_from
from qawl.arabic.agenda.encounters import Encounter, last_of, meeting_named
from qawl.arabic.agenda.part.among import among
from qawl.arabic.agenda.part.attendance import attending
from qawl.arabic.agenda.part.by_lines import in_lines
from qawl.arabic.agenda.part.by_side import represented, sided, signing_sides
from qawl.arabic.agenda.part.company import in_company
from qawl.arabic.agenda.part.doing import speaking_at
from qawl.arabic.agenda.part.finding import participant_of, somebody
from qawl.arabic.agenda.part.in_turn import in_turn
from qawl.arabic.agenda.part.intents import intending, sending
from qawl.arabic.agenda.part.presenting import presented
from qawl.arabic.agenda.part.protesters import protesting
from qawl.arabic.agenda.part.retold import by_later_verb, opens_sentence
from qawl.arabic.agenda.part.speeches import given_by, spoken
from qawl.arabic.agenda.part.takers import signers
from qawl.arabic.agenda.part.told_on import TOLD_ON, told_on
from qawl.arabic.agenda.part.welcomes import waiting_first
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, HOSTS, MEETING, SIGNING, VISIT, VOTE, Taking, Who
from qawl.arabic.agenda.results import results_in
from qawl.arabic.agenda.tenses import small_word
from qawl.arabic.agenda.words import ACT, NAME, TABLE, Hit, hits_of
from qawl.arabic.forms import forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ABOUT, ADDRESSING, CHANCES, GOES_AHEAD, OF, TAKES_UP, THAT_MATTER, TO_THE, bare_key
from qawl.arabic.lexicon import DEFINITE, PREFIX
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.where import by_word, words_among
from qawl.model import Participant

# The class of a small word for those who are there.
PRESENT = "present"
# So near before what is signed stands who saw it: حضر | مراسم التوقيع.
WITNESS_REACH = 3
# Where somebody may stand for another.
FOR_SOMEBODY = (MEETING, SIGNING)


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
        *in_turn(scene, events),
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
        number = meeting_named(events, hit.place, hit.form.lemma)
        if number is not None:
            again = Encounter(hit.place, hit.form, "meeting", (hit.place, hit.place + 1))
            yield from ((number, Taking(ATTENDS, who)) for who in there_again(scene, hit, again))
            if any(told.form.lemma == hit.form.lemma for told in events[number]):
                yield from ((number, taking) for taking in attending(scene, again, []))


def there_again(scene: Scene, hit: Hit, again: Encounter) -> Iterator[Who]:
    """Who is at a meeting that its noun takes up, by what he says there, intends or sends, or whom it gives a chance."""
    yield from (*speaking_at(scene, again), *intending(scene, again), *sending(scene, hit.place))
    yield from (*there_by_verb(scene, hit), *given_chance(scene, hit))


def given_chance(scene: Scene, hit: Hit) -> list[Phrase]:
    """For whom an encounter was an occasion: شكل هذا اللقاء مناسبة ل| لوفد المصري، كان اللقاء فرصة ل| سكان الحي."""
    tokens, stop = scene.tokens, scene.passage.sentence_stop(hit.place)
    near = range(hit.place + 1, min(stop - 2, hit.place + WITNESS_REACH))
    at = next((at + 1 for at in near if tokens.keys[at] in CHANCES), stop)
    leads = [to for to in range(at, stop) if tokens.kinds[to] & PREFIX and tokens.keys[to] in (ADDRESSING, TO_THE)]
    return lineup_of(scene, at + 1, leads[1] if len(leads) > 1 else stop) if leads[:1] == [at] else []


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
    if any(told[0].type == MEETING for told in events):
        yield from at_last_meeting(events, sided(scene))
    if any(told[0].type in FOR_SOMEBODY for told in events):
        yield from at_last_meeting(events, represented(scene), FOR_SOMEBODY)


def at_last_meeting(
    events: list[list[Encounter]], told: Iterable[tuple[int, Sequence[Who]]], types: tuple[str, ...] = (MEETING,)
) -> Iterator[tuple[int, Taking]]:
    """Those told at some places as who was there at the last meeting told before each."""
    for place, found in told:
        number = last_of(events, types, place)
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
            told_for = signers(scene, hit.place + 1, scene.passage.sentence_stop(hit.place))
            yield from ((number, Taking(ATTENDS, who)) for who in told_for if number is not None)
    for place, found in signing_sides(scene) if signed else ():
        if (number := last_of(events, (SIGNING,), place)) is not None and not any(f <= place < s for f, s in clauses):
            yield from ((number, Taking(ATTENDS, who)) for who in found)


def among_present(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who is told to be among those present at the last meeting told before: ومن بين الحضور | فلان، من أبرز المشاركين | فلان.

    So who is before them all: وتقدم الحضور | فلان.
    """
    ahead = [verb + 1 for verb in words_among(scene.tokens, GOES_AHEAD) if opens_sentence(scene, verb)]
    for place in sorted([of + 2 for of in words_among(scene.tokens, (OF,))] + ahead):
        if place >= len(scene.tokens) or not are_present(scene, place):
            continue
        number = last_of(events, (MEETING,), place)
        if number is not None:
            after = place + 1 + (scene.tokens.keys[place + 1 : place + 2] != [] and scene.tokens.keys[place + 1] in TAKES_UP)
            found = parties_from(scene, after, scene.passage.sentence_stop(place), listed=True)
            yield from ((number, Taking(ATTENDS, who)) for who in found)


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


def in_votes(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who stood in a vote of the page by its results; the last vote told before them, else the first."""
    votes = [number for number, told in enumerate(events) if told[0].type == VOTE]
    if not votes:
        return
    for place, taking in results_in(scene, (0, len(scene.tokens))):
        before = [number for number in votes if events[number][0].place <= place]
        yield before[-1] if before else votes[0], taking
