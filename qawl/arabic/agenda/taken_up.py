"""Who takes part in an encounter by what later sentences tell of it, which are no mentions of their own.

عقدت القمة أمس … وقال فلان في كلمته أمام | القمة; so the results of a vote.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from qawl.arabic.agenda.company import in_company
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.owners import intending, speaking_at
from qawl.arabic.agenda.participants import participant_of, somebody
from qawl.arabic.agenda.parts import ATTENDS, MEETING, VOTE, Taking
from qawl.arabic.agenda.results import results_in
from qawl.arabic.agenda.words import NAME, hits_of
from qawl.arabic.frames.scene import Scene
from qawl.arabic.lexicon import DEFINITE
from qawl.model import Participant


def taken_up(scene: Scene, events: list[list[Encounter]]) -> dict[int, list[Participant]]:
    """Who takes part in each event, by its number, by later sentences alone."""
    found: dict[int, list[Participant]] = {}
    for number, taking in (*at_meetings(scene, events), *in_votes(scene, events), *in_company(scene, events)):
        found.setdefault(number, []).extend(participant_of(scene, one) for one in somebody(scene, [taking]))
    return found


def at_meetings(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who speaks at a meeting that was told before, or takes part in it."""
    if not any(told[0].type == MEETING for told in events):
        return
    clauses = sorted({encounter.clause for told in events for encounter in told})
    for hit in hits_of(scene.tokens):
        if hit.by != NAME or hit.form.row["type"] != MEETING or not scene.tokens.kinds[hit.place] & DEFINITE:
            continue
        before = bisect_right(clauses, (hit.place, len(scene.tokens)))
        if not before or any(first <= hit.place < stop for first, stop in clauses[:before]):
            continue
        number = home_of(events, hit.place, hit.form.lemma)
        if number is not None:
            again = Encounter(hit.place, hit.form, "meeting", (hit.place, hit.place + 1))
            yield from ((number, Taking(ATTENDS, who)) for who in (*speaking_at(scene, again), *intending(scene, again)))


def home_of(events: list[list[Encounter]], place: int, lemma: str) -> int | None:
    """The last meeting that the same noun named before `place`; the only one there is, whatever its words."""
    before = [number for number, told in enumerate(events) if told[0].type == MEETING and told[0].place < place]
    named = [number for number in before if any(one.form.lemma == lemma and one.place < place for one in events[number])]
    return named[-1] if named else before[0] if len(before) == 1 else None


def in_votes(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who stood in a vote of the page by its results; the last vote told before them, else the first."""
    votes = [number for number, told in enumerate(events) if told[0].type == VOTE]
    if not votes:
        return
    for place, taking in results_in(scene, (0, len(scene.tokens))):
        before = [number for number in votes if events[number][0].place <= place]
        yield before[-1] if before else votes[0], taking
