"""Two lands that meet, as adjectives tell them: المحادثات المصرية الهندية، قمة روسية أمريكية; each as the page names it."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.clauses import noun_end
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.parts import ATTENDS, CALL, MEETING, SIGNING, Taking
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import bare_key
from qawl.arabic.lexicon import COUNTRY, DEFINITE, NATION, PUNCTUATION, STOP
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.offices import lands
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_of

# So many words behind the noun may stand before the two lands: المحادثات الثنائية | المصرية الهندية.
BEHIND = 3


def lands_meeting(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """The two lands whose encounter it is, if the page names both."""
    if encounter.form.tense != "noun" or encounter.type not in (MEETING, CALL, SIGNING):
        return
    pair = pair_behind(scene, encounter)
    named = [land_named(scene, land) for land in pair]
    if len(named) == 2 and all(named):
        yield from (Taking(ATTENDS, phrase) for phrase in named if phrase)


def pair_behind(scene: Scene, encounter: Encounter) -> tuple[str, ...]:
    """The two lands of the adjectives right behind an encounter's noun; empty where there are no two."""
    tokens, place = scene.tokens, encounter.place
    definite = tokens.kinds[place] & DEFINITE
    found: list[str] = []
    for at in range(place + 1, min(max(noun_end(scene, place, len(tokens)), place + 2 * BEHIND), len(tokens))):
        kind = tokens.kinds[at]
        land = lands().get(bare_key(tokens.keys[at]), "") if kind & NATION and kind & DEFINITE == definite else ""
        if land:
            found.append(land)
        elif (found and not (is_and(tokens, at) or (kind & PUNCTUATION and not kind & STOP))) or (not found and at > place + 1):
            break
    return tuple(found) if len(found) == len(set(found)) == 2 else ()


def land_named(scene: Scene, land: str) -> Phrase | None:
    """Where the page names a land first, None where it does not."""
    tokens = scene.tokens
    places = (at for at in words_of(tokens, COUNTRY) if not tokens.kinds[at] & NATION and land_at(tokens, at) == land)
    return next((party_at(scene, at, min(at + 2, len(tokens))) for at in places), None)


def land_at(tokens: Tokens, place: int) -> str:
    """The land that a word, or it and the next one, names: روسيا، الولايات المتحدة."""
    one, two = (bare_key(key) for key in (tokens.keys[place], tokens.keys[place + 1]))
    return lands().get(f"{one} {two}") or lands().get(one, "")
