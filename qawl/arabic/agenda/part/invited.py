"""Who is invited to an encounter and by whom: تلقى | الوزير دعوة من | نظيره لزيارة تونس، وجه | الرئيس دعوة إلى | نظيره."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.agents import ahead_or_meant, fits_verb, lineup_of, parties_from
from qawl.arabic.agenda.clauses import noun_end
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, HOSTS, OWN, Taking, Who, as_part
from qawl.arabic.agenda.tenses import is_negated
from qawl.arabic.agenda.words import lead_start
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ADDRESSING, INVITATION, OF, TO, TO_THE, WHERE
from qawl.arabic.lexicon import RELATIVE, THAT

# So far before an encounter the invitation to it may stand, and before that the verb that gives or takes it.
REACH = 20
# How the table of attendance tells who takes an invitation and who gives one.
GUEST, INVITES = "guest", "invites"
GIVES_OR_TAKES = (GUEST, INVITES)


def invited(scene: Scene, encounter: Encounter) -> Iterator[Taking]:
    """Whoever takes or gives an invitation to an encounter, who gives it behind من and who takes it behind إلى."""
    tokens, start = scene.tokens, lead_start(scene.tokens, encounter.place)
    noun = invitation_before(scene, start)
    if noun is None:
        return
    verb, form = verb_of(scene, noun)
    if verb is None or form is None:
        return
    end = noun_end(scene, noun, start)
    led = end + 1 < start and (tokens.keys[end] == OF or tokens.keys[end] in (TO, ADDRESSING, TO_THE))
    takes = form.row["by"] == GUEST
    others = lineup_of(scene, end + led, start) if led or takes else []  # لبى دعوة | الوزير لزيارة صور
    given = tokens.keys[end] == OF or not led
    if given == takes:
        yield from as_part(HOSTS if given else ATTENDS, others)
    yield from as_part(ATTENDS if takes else HOSTS, subject_of(scene, verb, form, noun))


def invitation_before(scene: Scene, start: int) -> int | None:
    """The invitation that leads to an encounter at `start`: | دعوة من نظيره لزيارة؛ None where none does."""
    tokens, opening = scene.tokens, scene.passage.sentence_start(start)
    for at in range(start - 1, max(opening, start - REACH) - 1, -1):
        if tokens.kinds[at] & (THAT | RELATIVE) or tokens.keys[at] == WHERE:
            return None
        if tokens.keys[at].startswith(INVITATION) and not tokens.is_owned(at):
            return at
    return None


def verb_of(scene: Scene, noun: int) -> tuple[int | None, Form | None]:
    """The verb before an invitation that gives or takes it: | تلقى الوزير دعوة؛ none where it is denied."""
    tokens, opening = scene.tokens, scene.passage.sentence_start(noun)
    for at in range(noun - 1, max(opening, noun - REACH) - 1, -1):
        told = (one for one in forms(ATTENDANCE).get(tokens.keys[at]) if one.is_finite)
        form = next((one for one in told if one.row["by"] in GIVES_OR_TAKES or is_sending(one)), None)
        if form:
            return (None, None) if is_negated(tokens, at) else (at, form)
    return None, None


def is_sending(form: Form) -> bool:
    """Whether a verb tells that something is sent, an invitation too: وجه فلان دعوة."""
    return form.row["by"] == "verb" and form.row["part"] == OWN and not form.pronoun


def subject_of(scene: Scene, verb: int, form: Form, stop: int) -> list[Who]:
    """The subject of a verb before what it gives or takes: تلقى | الوزير دعوة، الوزير | تلقى دعوة."""
    found = parties_from(scene, verb + 1, stop)
    return list(found) if fits_verb(scene, form, found) else ahead_or_meant(scene, verb, form)
