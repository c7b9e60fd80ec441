"""Who is told by name to be one of those who protest: المتظاهر فلان، فلان، أحد المحتجين."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.clauses import is_comma
from qawl.arabic.agenda.encounters import Encounter, last_of
from qawl.arabic.agenda.part.doing import speaking_at
from qawl.arabic.agenda.parts import ATTENDS, PROTEST, Taking, Who
from qawl.arabic.agenda.words import NAME, hits_of
from qawl.arabic.frames.named_at import person_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import BETWEEN, PLURALS
from qawl.arabic.lexicon import DEFINITE, ONE_OF
from qawl.arabic.phrases.phrase import Phrase

# So near behind the word for one of several stands what he organised: أحد منظمي | المسيرة، أحد المشاركين في | المسيرة.
ORGANISED_WITHIN = 4


def protesting(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who is one of those who protest, with the number of the last protest told before."""
    if not any(told[0].type == PROTEST for told in events):
        return
    for hit in hits_of(scene.tokens):
        if hit.by == NAME and hit.form.row["type"] == PROTEST and (who := there_by_noun(scene, hit.place)):
            number = last_of(events, (PROTEST,), hit.place)
            yield from ((number, Taking(ATTENDS, one)) for one in who if number is not None)
        if hit.form.tense == "noun" and hit.form.row["needs"] == "people" and (one := one_of_them(scene, hit.place)):
            number = last_of(events, (PROTEST,), hit.place)
            yield from [(number, Taking(ATTENDS, one))] if number is not None else ()


def there_by_noun(scene: Scene, place: int) -> list[Who]:
    """Who is at a protest that its noun takes up: قال | فلان خلال المسيرة، | فلان، أحد منظمي المسيرة."""
    if not scene.tokens.kinds[place] & DEFINITE:
        return []
    near = range(place - 1, max(0, place - ORGANISED_WITHIN), -1)
    one = next((at for at in near if scene.tokens.kinds[at] & ONE_OF), None)
    organiser = named_before(scene, one) if one is not None else None
    found = next((hit for hit in hits_of(scene.tokens) if hit.place == place), None)
    again = Encounter(place, found.form, "protest", (place, place + 1)) if found else None
    return [organiser] if organiser else speaking_at(scene, again) if again else []


def one_of_them(scene: Scene, place: int) -> Phrase | None:
    """The person by the noun of those who protest: المتظاهر | فلان، أحد المتظاهرين | فلان، بين المتظاهرين | فلان.

    Or before it: | فلان، أحد المتظاهرين.
    """
    tokens, stop = scene.tokens, scene.passage.sentence_stop(place)
    alone = bool(tokens.kinds[place] & DEFINITE) and not tokens.keys[place].endswith(PLURALS)
    among = place > 1 and bool(tokens.kinds[place - 1] & ONE_OF or tokens.keys[place - 1] == BETWEEN)
    if not (alone or among):
        return None
    behind = place + 1 + (among and is_comma(scene, place + 1))
    return person_at(scene, behind, stop) or (named_before(scene, place - 1) if among else None)


def named_before(scene: Scene, place: int) -> Phrase | None:
    """The person whose name ends before a comma at the word for one of several: | سالم الكندي، أحد المتظاهرين."""
    end = place - 1 if is_comma(scene, place - 1) else place
    names = ((one, name) for one in scene.cast.people for name in one.mentions)
    return next((Phrase(*name, "person", one.name, None, True) for one, name in names if name[1] == end), None)
