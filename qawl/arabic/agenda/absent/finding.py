"""Who stays away from an encounter or is not asked to come, who says so and why: لن تشارك تونس في القمة، لم يُدعَ الوزير."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from qawl.arabic.agenda.absent.barred import by_barring, by_not_being_asked, by_not_being_there, by_permit, by_preventing
from qawl.arabic.agenda.absent.exceptions import by_exception
from qawl.arabic.agenda.absent.guards import REFUSING, hangs_on, is_never, is_of_other_kind, is_taken_back, is_unreal
from qawl.arabic.agenda.absent.invitations import (
    by_call,
    by_falling,
    by_invitation,
    by_lacking_name,
    by_leaving_out,
    by_not_covering,
    by_not_inviting,
    by_not_summoning,
)
from qawl.arabic.agenda.absent.nouns import by_absence, by_absentee, by_campaign, by_empty_seat, by_sending_nobody, by_withdrawal
from qawl.arabic.agenda.absent.occasions import OBJECT
from qawl.arabic.agenda.absent.reasons import reason_behind, reason_owed, reason_told_later
from qawl.arabic.agenda.absent.refusals import (
    by_excusing,
    by_not_coming,
    by_refusing_invitation,
    by_refusing_talks,
    by_refusing_to_answer,
    by_refusing_to_meet,
    by_refusing_to_sign,
)
from qawl.arabic.agenda.absent.verbs import (
    Away,
    by_calling,
    by_deputing,
    by_missing,
    by_not_attending,
    by_not_meeting,
    by_not_sending,
    by_recalling,
    by_sending_instead,
    by_standing_in,
    by_withdrawing,
)
from qawl.arabic.agenda.absent.words import LEADS, occasion_type, verbs_and_nouns, with_senses
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.tenses import tense_at
from qawl.arabic.findings import Range
from qawl.arabic.forms import Form
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ARTICLE, JOINS_FREELY, WRITTEN_TA_MARBUTA, fold
from qawl.arabic.lexicon import KAN, PUNCTUATION
from qawl.arabic.tokens import Tokens
from qawl.model import EventType, Participant, Party, Span

# So far before an absence those may stand of whom nothing else is told.
TOLD_REACH = 10
Rule = Callable[[Scene, int, Form], Iterator[Away]]
# The rules by sense, for finite verbs and for nouns, in the order in which they are asked.
FINITE: dict[str, tuple[Rule, ...]] = {
    "attend": (by_not_attending,),
    "travel": (by_not_attending,),
    "miss": (by_missing,),
    "withdraw": (by_withdrawing,),
    "meet": (by_not_meeting,),
    "receive": (by_not_meeting,),
    "send": (by_not_sending, by_sending_instead),
    "charge": (by_sending_instead,),
    "recall": (by_recalling,),
    "stand_in": (by_standing_in,),
    "depute": (by_deputing,),
    "invite": (by_not_inviting,),
    "summon": (by_not_summoning, by_calling),
    "leave_out": (by_leaving_out,),
    "excuse": (by_excusing,),
    "fall": (by_falling,),
    "appear": (by_falling,),
    "lack_name": (by_lacking_name,),
    "cover": (by_not_covering,),
}
NOUN: dict[str, tuple[Rule, ...]] = {
    "attend": (by_barring, by_not_coming, by_preventing),
    "travel": (by_barring, by_not_coming, by_preventing),
    "enter": (by_barring,),
    "miss": (by_campaign, by_absence),
    "meet": (by_refusing_to_meet,),
    "receive": (by_refusing_to_meet,),
    "talk": (by_refusing_to_meet,),
    "sign": (by_refusing_to_sign,),
    "hold": (by_refusing_talks,),
    "resume": (by_refusing_talks,),
    "withdraw": (by_withdrawal,),
    "send": (by_sending_nobody,),
    "absentee": (by_absentee,),
    "present": (by_not_being_there,),
    "asked": (by_not_being_asked,),
    "seat": (by_empty_seat,),
    "permit": (by_permit,),
    "answer": (by_refusing_to_answer,),
    "invite": (by_call, by_invitation, by_refusing_invitation),
    "leave_out": (by_leaving_out,),
    "excuse": (by_excusing,),
    "except": (by_exception,),
}


class Absence(NamedTuple):
    """Somebody who stays away: ``place`` is the token that tells it, ``occasion`` the encounter's tokens, ``clause`` all of it.

    ``type`` is that of the encounter by its noun; ``ahead`` tells that the encounter is still to come.
    """

    place: int
    occasion: Range
    clause: Range
    who: Participant
    type: EventType
    ahead: bool


def find_absences(scene: Scene) -> list[Absence]:
    """The absences of a passage in text order."""
    told = verbs_and_nouns()
    found: list[Absence] = []
    for place in told.places(scene.tokens):
        for away in ways_at(scene, place):
            found.extend(absence for absence in absences_of(scene, away) if not any(is_same(absence, other) for other in found))
    return found


def ways_at(scene: Scene, place: int) -> Iterator[Away]:
    """The absences that the word at `place` tells by one of its readings, none where they are not real or of another kind."""
    passage = scene.passage
    if passage.is_chrome(place):
        return
    for form in forms_at(scene, place):
        rules = FINITE if form.is_finite else NOUN
        aways = next((aways for rule in rules.get(form.row["sense"], ()) if (aways := list(rule(scene, place, form)))), [])
        if aways:
            unreal = is_unreal(passage, min(aways[0].first, place), form.is_finite) or hangs_on(passage, place)
            unreal = unreal or is_taken_back(passage, place)
            if not unreal and not is_of_other_kind(passage, place, aways[0].occasion):
                yield from aways
            return


def forms_at(scene: Scene, place: int) -> Iterator[Form]:
    """What the word at `place` may be; with no pronoun where ة is written or the verb has no object: غابة، جلسة."""
    tokens = scene.tokens
    feminine = scene.passage.text[tokens.ends[place] - 1] == WRITTEN_TA_MARBUTA
    for form in verbs_and_nouns()[tokens.keys[place]]:
        owned = form.pronoun and (feminine or (form.is_finite and OBJECT not in form.row["takes"]))
        if not owned:
            yield form


def is_same(absence: Absence, other: Absence) -> bool:
    """Whether two words of one sentence tell the same absence."""
    return absence.who.name == other.who.name and absence.who.part == other.who.part and absence.occasion == other.occasion


def absences_of(scene: Scene, away: Away) -> Iterator[Absence]:
    """An absence for each of those who are away, with who says so and why."""
    reason = reason_owed(scene, away.place, away.occasion[1]) or reason_behind(scene, away.after)
    clause = clause_of(scene, away, reason)
    reason = reason or reason_told_later(scene, away.after)
    type, ahead = type_of(scene, away), is_ahead(scene, away)
    for party in (told_by_absence(scene, away, party) for party in away.who):
        who = Participant(party.name, party.type, party.ref, part=away.part, according_to=teller_of(scene, away), reason=reason)
        yield Absence(away.place, away.occasion, clause, who, type, ahead)


def told_by_absence(scene: Scene, away: Away, party: Party) -> Party:
    """Several of whom nothing is told but that they stay away, named by the words that tell it: مرشحون | انسحبوا من الانتخابات."""
    if party.type != "group" or " " in party.name or party.name.startswith(ARTICLE):
        return party
    tokens, stop = scene.tokens, away.occasion[1]
    first = next(
        (at for at in range(away.place - 1, away.place - TOLD_REACH, -1) if at >= 0 and tokens.keys[at] == fold(party.name)), None
    )
    if first is None or any(kind & PUNCTUATION for kind in tokens.kinds[first:stop]) or not is_told(tokens, first + 1):
        return party
    return Party(scene.span((first, stop)).text, party.type, party.ref)


def is_told(tokens: Tokens, place: int) -> bool:
    """Whether a verb tells of those right before it: مرشحون | أعلنوا، مرشحون | كانوا قد أعلنوا."""
    return bool(tokens.kinds[place] & KAN or tense_at(tokens, place))


def teller_of(scene: Scene, away: Away) -> str | None:
    """Who says that somebody stays away, None for the author."""
    if scene.statement_at(away.place) or not away.teller:
        return scene.teller(away.place)[0]
    return away.teller[0].name


def type_of(scene: Scene, away: Away) -> EventType:
    """What encounter it is from which somebody stays away; a meeting by its verb otherwise: لن يلتقيه."""
    told = occasion_type(scene.tokens.keys[away.occasion[0]])
    return told if told and told != LEADS else "meeting"  # type: ignore[return-value]


def is_ahead(scene: Scene, away: Away) -> bool:
    """Whether the encounter is still to come when somebody stays away from it: لن يحضر، سيغيب، أعلن عدم مشاركته."""
    passage = scene.passage
    if is_never(passage, away.place) or any(party in away.who for party in away.teller):
        return True
    return any(form.tense == "future" for form in verbs_and_nouns()[scene.tokens.keys[away.place]])


def before_refusal(scene: Scene, first: int, stop: int) -> int:
    """Where a clause ends before و and another refusal: عدم حضورهم الجلسة | ورفضهم كذا."""
    tokens = scene.tokens
    joined = (
        at for at in range(first + 1, stop - 1) if tokens.keys[at] == JOINS_FREELY and with_senses(tokens.keys[at + 1], REFUSING)
    )
    return next(joined, stop)


def clause_of(scene: Scene, away: Away, reason: Span | None) -> Range:
    """The words that tell an absence: from its verb or its subject to the end of what belongs to it, the reason included."""
    starts, first = scene.tokens.starts, min(away.first, away.place)
    stop = max(before_refusal(scene, away.place, Clauses(scene).stop(away.place)), away.occasion[1], away.place + 1)
    while reason is not None and stop < len(starts) and starts[stop] < reason.end:
        stop += 1
    return first, stop
