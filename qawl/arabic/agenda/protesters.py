"""Who is told by name to be one of those who protest: المتظاهر فلان، فلان، أحد المحتجين."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.clauses import is_comma
from qawl.arabic.agenda.encounters import Encounter, last_of
from qawl.arabic.agenda.parts import ATTENDS, PROTEST, Taking
from qawl.arabic.agenda.words import hits_of
from qawl.arabic.frames.named_at import person_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import PLURALS
from qawl.arabic.lexicon import DEFINITE, ONE_OF
from qawl.arabic.phrases import Phrase


def protesting(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who is one of those who protest, with the number of the last protest told before."""
    if not any(told[0].type == PROTEST for told in events):
        return
    for hit in hits_of(scene.tokens):
        if hit.form.tense == "noun" and hit.form.row["needs"] == "people" and (one := one_of_them(scene, hit.place)):
            number = last_of(events, (PROTEST,), hit.place)
            yield from [(number, Taking(ATTENDS, one))] if number is not None else ()


def one_of_them(scene: Scene, place: int) -> Phrase | None:
    """The person by the noun of those who protest: المتظاهر | فلان، أحد المتظاهرين | فلان، | فلان، أحد المتظاهرين."""
    tokens, stop = scene.tokens, scene.passage.sentence_stop(place)
    alone = bool(tokens.kinds[place] & DEFINITE) and not tokens.keys[place].endswith(PLURALS)
    among = place > 1 and bool(tokens.kinds[place - 1] & ONE_OF)
    if not (alone or among):
        return None
    behind = place + 1 + (among and is_comma(scene, place + 1))
    return person_at(scene, behind, stop) or (named_before(scene, place - 1) if among else None)


def named_before(scene: Scene, place: int) -> Phrase | None:
    """The person whose name ends before a comma at the word for one of several: | سالم الكندي، أحد المتظاهرين."""
    end = place - 1 if is_comma(scene, place - 1) else place
    names = ((one, name) for one in scene.cast.people for name in one.mentions)
    return next((Phrase(*name, "person", one.name, None, True) for one, name in names if name[1] == end), None)
