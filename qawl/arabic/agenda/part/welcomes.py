"""Who waited for somebody that arrived, and so received him on his visit: وكان في استقباله فلان."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from qawl.arabic.agenda.agents import lineup_of, parties_from, subjects_ahead
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.noun_ends import WAITS_REACH, is_of_waiting
from qawl.arabic.agenda.part.whose import meant_owner
from qawl.arabic.agenda.parts import ATTENDS, HOSTS, Taking, Who, as_part, end_of
from qawl.arabic.frames.party_ends import opens_office
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import DELEGATIONS, FOREMOST, WELCOMERS, bare_key
from qawl.arabic.lexicon import COLON, DEFINITE, KAN, NATION, ROLE, TITLE
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_among


def is_welcome(scene: Scene, encounter: Encounter) -> bool:
    """Whether a noun tells who waited for somebody that arrived: وكان في | استقباله رئيس البلدية."""
    return is_of_waiting(scene.tokens, encounter.place)


def welcomed(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Who arrived, and who waited for him: وكان في استقبال | الوفد | رئيس البلدية، عدد من السكان كانوا في استقباله."""
    behind, stop = encounter.place + 1, encounter.clause[1]
    guests = meant_owner(scene, encounter) if encounter.form.pronoun else guests_at(scene, behind, stop)
    yield from as_part(ATTENDS, guests)
    after = behind if encounter.form.pronoun else end_of(guests, behind)
    waited = list(parties_from(scene, after, stop, listed=True) or behind_colon(scene, stop)) or waiting_before(
        scene, encounter.place
    )
    yield from as_part(HOSTS, (who for who in waited if who.name not in [guest.name for guest in guests]))


def behind_colon(scene: Scene, place: int) -> list[Phrase]:
    """Who waited, told by a list: وكان في استقبال الوفد بالمطار: | الوزير، والسفير."""
    colon = place + 1 < len(scene.tokens) and bool(scene.tokens.kinds[place] & COLON)
    return lineup_of(scene, place + 1, scene.passage.sentence_stop(place + 1), listed=True) if colon else []


def waiting_first(scene: Scene) -> Iterator[tuple[int, list[Who]]]:
    """Who waited first for somebody that arrived, with the place: كان | الوزير على رأس المستقبلين، في مقدمة مستقبليه | الوزير."""
    tokens = scene.tokens
    for place in [foremost + 1 for foremost in words_among(tokens, FOREMOST) if 0 < foremost < len(tokens) - 1]:
        if not bare_key(tokens.keys[place]).startswith(WELCOMERS):
            continue
        start, stop = scene.passage.sentence_start(place), scene.passage.sentence_stop(place)
        was = next((at for at in range(place - 1, start - 1, -1) if tokens.kinds[at] & KAN), None)
        if was is not None:
            told = parties_from(scene, was + 1, place - 2) or parties_from(scene, place + 1, stop, listed=True)
            found = told or subjects_ahead(scene, was)
            yield place, list(found)


def guests_at(scene: Scene, place: int, stop: int) -> list[Who]:
    """Who arrived, up to the office of who waited for him: في استقبال | المبعوث الأممي | مستشار الوزير."""
    kinds = scene.tokens.kinds
    if kinds[place] & DEFINITE:
        offices = (at for at in range(place + 1, stop) if kinds[at - 1] & DEFINITE and opens_officer(scene, at))
        stop = next(offices, stop)
    found = lineup_of(scene, place, stop)
    along = takewhile(lambda one: is_and(scene.tokens, one.first - 1) and are_with_him(scene.tokens, one.first), found[1:])
    guests = [*found[:1], *along]
    after = guests[-1].stop if guests else stop
    if after + 1 < stop and is_and(scene.tokens, after) and are_with_him(scene.tokens, after + 1):
        guests[-1] = guests[-1]._replace(stop=after + 2)
    return list(guests)


def are_with_him(tokens: Tokens, place: int) -> bool:
    """Whether those at `place` come with whoever arrived: في استقبال الوزير و| نائبيه، و| الوفد المرافق له."""
    sent = tokens.kinds[place] & DEFINITE and bare_key(tokens.keys[place]) in DELEGATIONS
    return bool(sent) or tokens.is_owned(place)


def opens_officer(scene: Scene, place: int) -> bool:
    """Whether an office in full, or one with the article behind no title, begins at `place`: في استقبال الكندي | الرئيس التركي."""
    kind, before = scene.tokens.kinds[place], scene.tokens.kinds[place - 1]
    another = kind & DEFINITE and kind & ROLE and not kind & NATION and not before & (TITLE | ROLE)
    return bool(another) or opens_office(scene.tokens, place)


def waiting_before(scene: Scene, place: int) -> list[Who]:
    """Who waited, where he stands before كان or behind it: | عدد من السكان كانوا في استقباله، كان | الوزير في استقباله."""
    kinds = scene.tokens.kinds
    was = next((at for at in range(place - 1, max(0, place - WAITS_REACH), -1) if kinds[at] & KAN), None)
    if was is None:
        return []
    return list(parties_from(scene, was + 1, place - 1, listed=True) or subjects_ahead(scene, was))
