"""Who bears an office of which it is told where it is: المبعوث إلى ليبيا | فلان، السفير غير المقيم لدى السلطنة سعادة | فلان."""

from __future__ import annotations

from qawl.arabic.frames.named_at import name_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import OTHER_THAN, TO_POST
from qawl.arabic.lexicon import DEFINITE, PLACES, PREFIX, PUNCTUATION, ROLE, TITLE
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.world.known import known_at

# So many tokens tell behind لدى where somebody is sent: لدى دولة الكويت الشقيقة.
POSTED = 5


def named_behind_post(scene: Scene, place: int, limit: int) -> Phrase | None:
    """The person whose name stands behind where his office is, with a title behind what no table has for a land."""
    tokens = scene.tokens
    place += 2 * (tokens.keys[place] == OTHER_THAN and place + 2 < limit and bool(tokens.kinds[place + 1] & DEFINITE))
    if tokens.keys[place] not in TO_POST or place + 1 >= limit:
        return None
    land = known_at(tokens, place + 1) if tokens.kinds[place + 1] & PLACES else None
    if land and land.stop < limit and (one := name_at(scene, land.stop, limit)):
        return one
    near = range(place + 2, min(limit, place + POSTED))
    end = next((at for at in near if tokens.kinds[at] & (TITLE | PUNCTUATION | PREFIX | ROLE)), limit)
    titled = end < limit and tokens.kinds[end] & TITLE and not tokens.kinds[end] & ROLE
    return named_behind_titles(scene, end, limit) if titled else None


def named_behind_titles(scene: Scene, place: int, limit: int) -> Phrase | None:
    """The person whose name stands right behind mere titles: سعادة السيد | سالم الكندي."""
    while place + 1 < limit and scene.tokens.kinds[place] & TITLE and name_at(scene, place, limit) is None:
        place += 1
    return name_at(scene, place, limit)
