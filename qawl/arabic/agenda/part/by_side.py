"""Who was there for which side by later sentences: وحضر عن الجانب الأردني: فلان، ومن الجانب المصري فلان، وترأس الوفد فلان."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from qawl.arabic.agenda.agents import fits_verb, parties_from, subjects_ahead
from qawl.arabic.agenda.clauses import is_comma, is_led, list_start
from qawl.arabic.agenda.parts import ATTENDANCE, CHAIRS, SIGNING
from qawl.arabic.agenda.words import ACT, TABLE, ranks
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.joints import behind_side
from qawl.arabic.frames.named_at import person_at
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ABOUT, DELEGATIONS, NISBA, OF, SIDE_OF_TALKS, bare_key
from qawl.arabic.lexicon import COUNTRY, DEFINITE, KAN, NATION, RESUME, ROLE, TITLE
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_among
from qawl.arabic.world.known import known_at

# So far before a side stands the verb that tells who was there.
VERB_REACH = 6


def sided(scene: Scene) -> Iterator[tuple[int, list[Phrase]]]:
    """The places of the words for a side, with those who were there for it."""
    yield from told_for(scene, lambda start, at: opens(scene, start, at) or follows_verb(scene, start, at))
    for at in forms(ATTENDANCE).places(scene.tokens):
        if (form := heading(scene.tokens.keys[at])) is not None and (found := heads_of_side(scene, at, form)):
            yield at, found


def signing_sides(scene: Scene) -> Iterator[tuple[int, list[Phrase]]]:
    """The places of the words for a side, with those who signed for it: ووقع من الجانب المصري | فلان، ومن الجانب القطري | فلان."""
    yield from told_for(scene, lambda start, at: at > start and signs(scene, at - 1))


def told_for(scene: Scene, tells: Callable[[int, int], bool]) -> Iterator[tuple[int, list[Phrase]]]:
    """The words for a side of which the words of their sentence before them tell, or those for another side, with their people."""
    told: int | None = None
    for at in words_among(scene.tokens, (OF, ABOUT)):
        if not leads_to_side(scene, at):
            continue
        start = scene.passage.sentence_start(at)
        if (told == start or tells(start, at)) and (found := there_for(scene, at)):
            told = start
            yield at, found


def leads_to_side(scene: Scene, at: int) -> bool:
    """Whether the words for a side stand behind من or عن at a place: من | الجانب المصري، عن | جانب المجلس; not من جانب آخر."""
    keys = scene.tokens.keys
    return at + 3 < len(scene.tokens) and keys[at + 1] in SIDE_OF_TALKS and side_end(scene, at) is not None


def side_end(scene: Scene, at: int) -> int | None:
    """Where the words for a side end: من الجانب المصري |، من جانب مجلس الجهة |; None where they tell of none."""
    tokens, stop = scene.tokens, scene.passage.sentence_stop(at)
    if tokens.kinds[at + 1] & DEFINITE:
        end = behind_side(tokens, at, stop)
        return end if end > at + 2 else at + 3 if is_adjective_of_side(tokens, at + 2) else None
    body = party_at(scene, at + 2, stop)
    if body is None or body.type not in ("organisation", "country") or body.first != at + 2:
        return None
    named = (n for n in range(body.first + 1, body.stop) if tokens.kinds[n] & TITLE and tokens.kinds[n] & DEFINITE)
    alone = body.first + 1 if tokens.kinds[body.first] & DEFINITE and person_at(scene, body.first + 1, stop) else body.stop
    return min(next(named, body.stop), alone)


def is_adjective_of_side(tokens: Tokens, place: int) -> bool:
    """Whether an adjective at `place` tells which side: الجانب | الأندلسي; not الجانب | الثاني."""
    return bool(tokens.kinds[place] & DEFINITE) and tokens.keys[place].endswith(NISBA) and tokens.keys[place] not in ranks()


def opens(scene: Scene, start: int, at: int) -> bool:
    """Whether the words for a side open their sentence: و| من الجانب المصري فلان."""
    return at - start <= 1 and (at == start or is_and(scene.tokens, start))


def follows_verb(scene: Scene, start: int, at: int) -> bool:
    """Whether a verb right before the words for a side tells who was there: حضر اللقاء | من الجانب المصري فلان."""
    near = range(at - 1, max(start, at - VERB_REACH) - 1, -1)
    return any(attends(form) for n in near for form in forms(ATTENDANCE).get(scene.tokens.keys[n]))


def signs(scene: Scene, place: int) -> bool:
    """Whether a verb at `place` tells that somebody signs: ووقع، ويوقع."""
    told = forms(TABLE).get(scene.tokens.keys[place])
    return any(form.is_finite and form.row["by"] == ACT and form.row["type"] == SIGNING for form in told)


def attends(form: Form) -> bool:
    """Whether a form is a finite verb that tells who was there: حضر، شارك."""
    return form.is_finite and form.row["by"] == "verb" and form.row["part"] == "attends"


def there_for(scene: Scene, at: int) -> list[Phrase]:
    """Who was there for the side at a place, behind another verb of attending or none; nobody where he does something else."""
    tokens, stop = scene.tokens, scene.passage.sentence_stop(at)
    first = side_end(scene, at) or stop
    first += is_comma(scene, first)
    if first < stop and any(attends(form) for form in forms(ATTENDANCE).get(tokens.keys[first])):
        first += 1
        first += first < stop and is_led(scene, first)
        first += first < stop and bool(tokens.kinds[first] & DEFINITE and not tokens.kinds[first] & (ROLE | TITLE))
    elif first < stop and is_finite(scene.passage, first):
        return []
    return parties_from(scene, list_start(scene, first, stop), stop, listed=True)


def represented(scene: Scene) -> Iterator[tuple[int, list[Phrase]]]:
    """Who stood for a land or a body, with the places of the verbs: ومثل تونس في الاجتماع | فلان، ومثل النقابة | فلان."""
    there = forms(ATTENDANCE)
    for verb in there.places(scene.tokens):
        form = next((form for form in there[scene.tokens.keys[verb]] if stands(form)), None)
        led = verb > 0 and (is_and(scene.tokens, verb - 1) or bool(scene.tokens.kinds[verb - 1] & (RESUME | KAN)))
        if form is None or not (verb == scene.passage.sentence_start(verb) or led):
            continue
        stop = scene.passage.sentence_stop(verb)
        end = represented_end(scene, verb + 1, stop)
        found = parties_from(scene, end, stop, listed=True) if end else []
        if found and fits_verb(scene, form, found) and found[0].type in ("person", "unnamed"):
            yield verb, found


def represented_end(scene: Scene, place: int, stop: int) -> int:
    """Where the land or the body at `place` ends for which somebody stands, 0 where none does."""
    land = known_at(scene.tokens, place) if place < stop and scene.tokens.kinds[place] & COUNTRY else None
    body = party_at(scene, place, stop) if land is None and place < stop else None
    return land.stop if land else body.stop if body and body.type == "organisation" else 0


def stands(form: Form) -> bool:
    """Whether a form is a finite verb of standing for somebody, who is no pronoun: مثل، يمثل."""
    return form.is_finite and not form.pronoun and form.tense != "passive" and form.row["by"] == "stands"


def heading(key: str) -> Form | None:
    """The finite verb without a pronoun of who heads something: ترأس."""
    told = forms(ATTENDANCE).get(key)
    return next((form for form in told if form.is_finite and not form.pronoun and form.row["part"] == CHAIRS), None)


def heads_of_side(scene: Scene, verb: int, form: Form) -> list[Phrase]:
    """Who heads one side: ترأس الجانب المصري | فلان، ترأس | فلان الوفد المصري، | فلان ترأس الجانب المصري."""
    stop = scene.passage.sentence_stop(verb)
    if (end := side_at(scene, verb + 1, stop)) > verb + 1:
        found = parties_from(scene, end, stop)[:1]
        return found if fits_verb(scene, form, found, True) else subjects_ahead(scene, verb)[:1]
    found = parties_from(scene, verb + 1, stop)[:1]
    return found if found and fits_verb(scene, form, found) and side_at(scene, found[0].stop, stop) > found[0].stop else []


def side_at(scene: Scene, place: int, stop: int) -> int:
    """Where the words of a side or its delegation end that begin at `place`, else `place`: الجانب المصري |، الوفد المصري |."""
    tokens = scene.tokens
    if place + 1 >= stop or not tokens.kinds[place] & DEFINITE or not tokens.kinds[place + 1] & NATION:
        return place
    side = tokens.keys[place] in SIDE_OF_TALKS or bare_key(tokens.keys[place]) in DELEGATIONS
    return place + 2 if side else place
