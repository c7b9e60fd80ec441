"""Who was there by the lines of a list behind a colon: وحضر اللقاء: – فلان – فلان."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import lineup_of
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.extents import list_form
from qawl.arabic.agenda.part.company import MEMBERS, guest_of
from qawl.arabic.agenda.parts import ATTENDS, MEETING, VISIT, Taking
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import BULLETS, DASHES
from qawl.arabic.lexicon import BREAK, COLON, NUMBER, PUNCTUATION
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.where import words_of

# A list has so many lines at most.
LONGEST = 40


def in_lines(scene: Scene, events: list[list[Encounter]], sent: list[str]) -> Iterator[tuple[int, Taking]]:
    """Who is told line by line to be at the last encounter before, or to belong to its delegation, by its number."""
    for colon in words_of(scene.tokens, COLON):
        form = list_form(scene.tokens, colon)
        if form is None or item_at(scene, colon + 1) is None:
            continue
        belongs = form.row["by"] == MEMBERS
        number = guest_of(events, colon, (VISIT, MEETING) if belongs else (MEETING, VISIT))
        if number is not None:
            yield from ((number, Taking(sent[number] if belongs else ATTENDS, who)) for who in in_items(scene, colon + 1))


def in_items(scene: Scene, place: int) -> Iterator[Phrase]:
    """The parties that the lines of a list tell, from the end of the line before it on, up to a line that tells nobody."""
    for _ in range(LONGEST):
        start = item_at(scene, place)
        found = lineup_of(scene, start, place := scene.passage.sentence_stop(start), listed=True) if start is not None else []
        yield from found
        if not found:
            return


def item_at(scene: Scene, place: int) -> int | None:
    """Where a line of a list begins behind its dash, its dot or its number, if one follows what ends at `place`; else None."""
    tokens, end = scene.tokens, len(scene.tokens)
    lines = place
    while place < end and tokens.kinds[place] & PUNCTUATION and not is_bullet(scene, place):
        place += 1
    if place + 2 >= end or not any(kind & BREAK for kind in tokens.kinds[lines:place]):
        return None
    numbered = bool(tokens.kinds[place] & NUMBER and tokens.kinds[place + 1] & PUNCTUATION)
    return place + 2 if numbered else place + 1 if is_bullet(scene, place) else None


def is_bullet(scene: Scene, place: int) -> bool:
    """Whether a mark that opens the line of a list stands at `place`."""
    return scene.tokens.keys[place] in (*DASHES, *BULLETS)
