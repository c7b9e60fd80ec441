"""The person whose name alone stands at a place: one of the page, one told by a given name, or one whose name stands in marks."""

from __future__ import annotations

from qawl.arabic.findings import Range
from qawl.arabic.frames.scene import Scene
from qawl.arabic.kept import kept
from qawl.arabic.letters import ROUND, SLASH
from qawl.arabic.lexicon import CLOSES, COMMA, DEFINITE, DOUBTFUL, FAMILY, LAST_NAME, NAME, NATION, OPENS, ROLE, STOP, TITLE
from qawl.arabic.names.joiners import is_and
from qawl.arabic.ordinary import is_common
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# What a surname is besides.
SURNAME = LAST_NAME | DEFINITE | NATION | DOUBTFUL


def person_at(scene: Scene, place: int, limit: int) -> Phrase | None:
    """The person of the page whose name alone stands at `place`, though no table knows it."""
    name = next((name for name in names_from(scene).get(place, ()) if name[1] <= limit), None)
    return Phrase(*name, "person", name, None, True) if name else None


@kept
def names_from(scene: Scene) -> dict[int, list[Range]]:
    """Where names of the people of the page begin, with those that begin there."""
    found: dict[int, list[Range]] = {}
    for actor in scene.cast.people:
        for name in actor.mentions:
            found.setdefault(name[0], []).append(name)
    return found


def name_at(scene: Scene, place: int, limit: int) -> Phrase | None:
    """The person whose name alone stands at `place`, of the page or told by a given name, in marks or not: | (سالم الكندي)."""
    tokens = scene.tokens
    if found := person_at(scene, place, limit):
        return found
    if opens_name(tokens, place):
        return name_in_marks(scene, place, limit)
    if is_titled_name(tokens, place, limit):
        return Phrase(place, place + 2, "person", (place, place + 2), None, True)
    phrase = read_phrase(tokens, place, limit) if tokens.kinds[place] & NAME else None
    named = phrase is not None and phrase.named and phrase.name[0] == place
    return phrase._replace(stop=phrase.name[1]) if phrase and named else None


def opens_name(tokens: Tokens, place: int) -> bool:
    """Whether a mark stands at `place` in which a name may stand: |(سالم الكندي)، |«سالم الكندي»، |/سالم الكندي/."""
    return bool(tokens.kinds[place] & OPENS) or tokens.keys[place] in (ROUND[0], SLASH)


def name_in_marks(scene: Scene, mark: int, limit: int) -> Phrase | None:
    """The person whose name alone stands in the marks that open at `mark`, marks included; a stroke may stand before it alone.

    One word is a name there only if the page has it for one.
    """
    tokens = scene.tokens
    one = name_at(scene, mark + 1, limit) if mark + 1 < limit and not opens_name(tokens, mark + 1) else None
    if one is None or (one.stop == mark + 2 and person_at(scene, mark + 1, limit) is None):
        return None
    closes = one.stop < limit and bool(tokens.kinds[one.stop] & CLOSES or tokens.keys[one.stop] in (ROUND[1], SLASH))
    return one._replace(first=mark, stop=one.stop + closes) if closes or tokens.keys[mark] == SLASH else None


def is_titled_name(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether a given name that is a title too stands before a surname that ends an item of a list: | سلطان الكندي، نزار العلي."""
    kind, after = tokens.kinds[place], place + 1
    if not kind & NAME or not kind & TITLE or kind & DEFINITE or after >= limit or not tokens.kinds[after] & DEFINITE:
        return False
    surname = not tokens.kinds[after] & ~SURNAME and (tokens.kinds[after] & FAMILY or not is_common(tokens.keys[after]))
    ends = after + 1 >= limit or tokens.kinds[after + 1] & (COMMA | STOP) or is_and(tokens, after + 1)
    return bool(surname and ends)


def is_followed_by_name(scene: Scene, place: int, limit: int) -> bool:
    """Whether a comma or و and another person's name stand at `place`."""
    tokens = scene.tokens
    at = place + (place < limit and bool(tokens.kinds[place] & COMMA))
    at += at < limit and is_and(tokens, at)
    return place < at < limit and name_at(scene, behind_title(tokens, at), limit) is not None


def behind_title(tokens: Tokens, place: int) -> int:
    """The place behind a mere title with the article before a name: الدكتور | سالم الكندي; else `place`."""
    kind = tokens.kinds[place]
    return place + bool(kind & TITLE and kind & DEFINITE and not kind & (ROLE | NAME))
