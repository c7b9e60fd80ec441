"""Who is told to be among the parties of an encounter: وزراء بينهم | فلان، دول منها | تونس، الوزراء وهم | فلان و| فلان."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qawl.arabic.agenda.agents import lineup_of
from qawl.arabic.agenda.clauses import behind_adjunct, is_led, next_noun, past_times
from qawl.arabic.agenda.parts import Taking
from qawl.arabic.agenda.tenses import small_word
from qawl.arabic.frames.named_at import is_followed_by_name, name_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import IN, INCLUDING, ROUND, THEY_ARE
from qawl.arabic.lexicon import COLON, COMMA, PEOPLE, PUNCTUATION, QUANTITY, ROLE
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.phrase import Phrase

# The class of a small word that tells who is among others: بينهم، منها.
AMONG = "among"
# So many words may lead to it: و، من، في.
LEADS = 3
# So many words behind several what they did may end in a list of their names.
LISTED_WITHIN = 16
# So many parties a list has at least that only هم tells.
LEAST = 2


def among(scene: Scene, known: Iterable[Taking]) -> Iterator[Taking]:
    """Whoever is told to be among those who take part, each with their part."""
    for taking in known:
        if isinstance(taking.who, Phrase) and not taking.who.named:
            yield from (Taking(taking.part, phrase) for phrase in told_among(scene, taking.who))


def told_among(scene: Scene, whole: Phrase) -> list[Phrase]:
    """The parties told right behind a group to be among it, or to be those who it is."""
    tokens, stop = scene.tokens, scene.passage.sentence_stop(whole.stop - 1)
    place = past_times(scene, whole.stop, stop)
    if place + 1 < stop and tokens.keys[place] == IN:
        place = past_times(scene, behind_adjunct(scene, place, stop), stop)
    while place < stop and tokens.kinds[place] & PUNCTUATION:
        place += 1
    start, every = behind_among(scene, place, stop), False
    if start is None:
        start, every = behind_they(scene, place, stop), True
    if start is None:
        start = behind_list(scene, whole.stop, stop)
    if start is None and whole.stop < stop and tokens.keys[whole.stop] == ROUND[0]:
        return listed_in_brackets(scene, whole.stop, stop)
    if start is None and is_several(scene, whole):
        start, every = listed_later(scene, place, stop), True
    if start is None:
        return []
    first = next_noun(scene, start, stop) if not tokens.kinds[start] & COLON else start + 1
    found = lineup_of(scene, first, stop, listed=True) if first is not None else []
    return found if len(found) >= LEAST or not every else []


def behind_list(scene: Scene, place: int, stop: int) -> int | None:
    """Where the names of those who a group is begin behind a comma or a colon: أعضاء اللجنة، | سالم الكندي، نزار العلي."""
    if place + 1 >= stop or not scene.tokens.kinds[place] & (COMMA | COLON):
        return None
    one = name_at(scene, place + 1, stop)
    full = one is not None and one.stop > one.first + 1 and is_followed_by_name(scene, one.stop, stop)
    return place + 1 if full else None


def listed_in_brackets(scene: Scene, mark: int, stop: int) -> list[Phrase]:
    """The parties that brackets behind a group tell one by one, all that they hold: النقابات (| نقابة المعلمين، | اتحاد العمال)."""
    tokens, found, at = scene.tokens, list[Phrase](), mark + 1
    close = next((at for at in range(at, stop) if tokens.keys[at] == ROUND[1]), mark)
    while at < close and (side := lineup_of(scene, at, close, listed=True)):
        found += side
        at = side[-1].stop + bool(tokens.kinds[side[-1].stop] & COMMA)
    return found if at == close and len(found) >= LEAST else []


def is_several(scene: Scene, whole: Phrase) -> bool:
    """Whether a party is several people, whose names a list may tell farther on: مرشحو الحزب; not الوفد."""
    return whole.type == "group" and bool(scene.tokens.kinds[whole.first] & (PEOPLE | ROLE | QUANTITY))


def listed_later(scene: Scene, place: int, stop: int) -> int | None:
    """The place behind وهم and a colon that end what several did: فاز مرشحو الحزب بالمقاعد وهم: | سالم الكندي، نزار العلي."""
    tokens = scene.tokens
    colon = next((at for at in range(place, min(stop, place + LISTED_WITHIN)) if tokens.kinds[at] & COLON), None)
    told = colon is not None and colon > place and tokens.keys[colon - 1] in THEY_ARE[:2]
    return colon if told else None


def behind_among(scene: Scene, place: int, stop: int) -> int | None:
    """The place behind what tells who is among others: من بينهم |، على رأسهم |، أبرزها |، بما في ذلك |; None where nothing does."""
    tokens = scene.tokens
    if words := next((words for words in INCLUDING if tuple(tokens.keys[place : place + len(words)]) == words), ()):
        return place + len(words) if place + len(words) < stop else None
    for at in range(place, min(place + LEADS, stop - 1)):
        if small_word(tokens.keys[at]) == AMONG:
            return at + 1
        if not (is_led(scene, at) or is_and(tokens, at)):
            return None
    return None


def behind_they(scene: Scene, place: int, stop: int) -> int | None:
    """The place behind هم or هي and a colon, before a list of all who they are: الوزراء وهم |، الدول هي: |."""
    tokens = scene.tokens
    place += is_and(tokens, place)
    if place + 1 >= stop or tokens.keys[place] not in THEY_ARE:
        return None
    colon = bool(tokens.kinds[place + 1] & COLON)
    return place + 1 if colon or (tokens.keys[place] in THEY_ARE[:2] and not tokens.kinds[place + 1] & COMMA) else None
