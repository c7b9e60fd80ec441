"""Encounters in a row that one verb tells: استقبل الوزير السفير، | ثم النائب، | فوفدا من الغرفة.

Whoever meets one after the other meets each by himself, so that each is an encounter of its own, by the verb of the first.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.agenda.encounters import Encounter, is_talk
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.parts import MEETING, MEETS
from qawl.arabic.agenda.places import is_place
from qawl.arabic.agenda.words import attending_keys, ranks
from qawl.arabic.frames.lineups import lineup_at
from qawl.arabic.letters import ALEF, DELEGATIONS, IN_A_ROW, SO, THEN, bare_key
from qawl.arabic.lexicon import COMMA, PREFIX, THAT
from qawl.arabic.names.joiners import is_and
from qawl.arabic.tokens import Tokens

# So near behind its verb it is told that one meets several one after the other: استقبل الوزير | على التوالي.
ROW_REACH = 12
# Who may be met in his turn.
GUESTS = ("person", "unnamed", "group", "organisation")


def with_rows(clauses: Clauses, found: list[Encounter]) -> list[Encounter]:
    """The encounters of a passage with those that a verb tells in a row, each behind the first."""
    told: list[Encounter] = []
    for number, encounter in enumerate(found):
        told += in_row(clauses, encounter, found[number + 1 :])
    return sorted(told, key=lambda encounter: encounter.place)


def in_row(clauses: Clauses, first: Encounter, others: list[Encounter]) -> list[Encounter]:
    """An encounter up to the next of its row, and those of its row."""
    if not opens_row(first):
        return [first]
    joints = list(joints_of(clauses, first, others))
    if not joints:
        return [first]
    passage, ends = clauses.passage, [*joints[1:], clauses.stop(joints[-1])]
    head = first._replace(clause=passage.trim(first.clause[0], min(first.clause[1], joints[0])), row=first.place)
    parts = [passage.trim(at + 1, min(end, clauses.stop(at))) for at, end in zip(joints, ends, strict=True)]
    rest = (head._replace(place=at, verb=at, clause=part, apart=first.place) for at, part in zip(joints, parts, strict=True))
    return [head, *rest]


def opens_row(encounter: Encounter) -> bool:
    """Whether a verb tells who meets whom, without a pronoun: استقبل، التقى; not استقبله."""
    form = encounter.form
    met = encounter.type == MEETING and form.is_finite and form.row["object"] == MEETS and not is_talk(encounter)
    return met and encounter.place == encounter.verb and not form.pronoun


def joints_of(clauses: Clauses, first: Encounter, others: list[Encounter]) -> Iterator[int]:
    """Where the words stand that lead to the next who is met, up to another verb of meeting or what somebody says."""
    tokens, passage = clauses.tokens, clauses.passage
    taken = (one.verb for one in others if one.verb is not None and one.verb > first.place and not is_talk(one))
    stop = min([passage.sentence_stop(first.place), *taken])
    turns = in_turn(clauses, first)
    for at in range(first.place + 2, stop - 1):
        if tokens.kinds[at] & THAT:
            return
        if (leads_on(clauses, at) or at in turns) and is_met(clauses, at + 1, stop):
            yield at


def leads_on(clauses: Clauses, place: int) -> bool:
    """Whether ثم or ف leads to the next: ، | ثم السفير، | فالسفير."""
    tokens = clauses.tokens
    return tokens.keys[place] == THEN or (tokens.keys[place] == SO and bool(tokens.kinds[place] & PREFIX))


def in_turn(clauses: Clauses, first: Encounter) -> frozenset[int]:
    """The commas, or و behind them, before each but the first where all are met one after the other: استقبل على التوالي السفير، |
    والنائب; not those who are told to be of a delegation.
    """
    tokens, stop = clauses.tokens, clauses.passage.sentence_stop(first.place)
    if row_word(tokens, first.place, stop) is None:
        return frozenset()
    commas = [at for at in range(first.place + 2, stop - 2) if tokens.kinds[at] & COMMA and tokens.keys[at - 1] not in IN_A_ROW]
    mixed = next((at for at in range(first.place, stop) if tokens.keys[at] in attending_keys()), stop)
    return frozenset(at + is_and(tokens, at + 1) for at in commas if at < mixed)


def is_met(clauses: Clauses, place: int, stop: int) -> bool:
    """Whether somebody begins at `place` who may be met, and who does nothing himself: ثم | السفير; not فالوزير | يرى."""
    who = next(iter(lineup_at(clauses.scene, place, stop)), None)
    if who is None or who.type not in GUESTS or is_place(clauses.tokens, place):
        return False
    sent = bare_key(clauses.tokens.keys[place]).removesuffix(ALEF) in DELEGATIONS
    told = clauses.tokens.keys[place].endswith(ALEF)  # وفدا من الغرفة | عرض له مطالبه
    return (who.named or who.type == "unnamed" or sent) and (told or not (who.stop < stop and clauses.is_verb(who.stop)))


def row_word(tokens: Tokens, verb: int, stop: int) -> int | None:
    """Where it is told behind a verb that one is met after the other: استقبل الوزير على | التوالي السفير، والنائب."""
    return next((at for at in range(verb + 1, min(stop, verb + ROW_REACH)) if is_in_a_row(tokens, at)), None)


def is_in_a_row(tokens: Tokens, place: int) -> bool:
    """Whether it is told at `place` that one is met after the other: على | التوالي، تباعا; not للمرة الثالثة على | التوالي."""
    told = tokens.keys[place] in IN_A_ROW
    return told and not any(key in ranks() for key in tokens.keys[max(0, place - 2) : place])
