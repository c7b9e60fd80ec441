"""Towards whom a stance is: the object, the party behind a preposition, whose deed it was, whom a bond ties.

انتقد الحزب | الحكومة، ندد الحزب ب | الحكومة، رحب الحزب بقرار | الحكومة، يريد الحزب علاقات مع | الحكومة.
"""

from __future__ import annotations

from qawl.arabic.findings import Range
from qawl.arabic.forms import NONE, Form
from qawl.arabic.letters import ADDRESSING, ALEF, BETWEEN, HERS, HIS, OWNERS, THAT_MATTER, WITH, bare_key, fold
from qawl.arabic.lexicon import (
    COMMA,
    DEFINITE,
    DEMONSTRATIVE,
    NEGATION,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SPEECH,
    THAT,
    TIME,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.stances.sides import Side, Sides
from qawl.arabic.stances.stance_words import BOND, DEED, HOLDS, MAKES, TELLS, WANTS, noun_by
from qawl.tables import Row, several

# How far behind its verb the preposition of a target may stand, and behind a bond the one whom it ties.
LEAD_REACH = 12
BOND_REACH = 9
# So far behind whoever has the stance its noun may stand: يريد المجلس أن تكون له | علاقات.
NOUN_REACH = 7
# So many tokens at most stand between the commas that set something off.
ASIDE_REACH = 10
# What nothing that belongs to a noun goes past.
CUTS = PUNCTUATION | THAT | SPEECH | NEGATION | RELATIVE
POWERS = ("person", "organisation", "country", "unnamed")
STATES = ("organisation", "country")


def leads_of(row: Row) -> tuple[str, ...]:
    """The folded prepositions that lead to the target of a row, none where it is the object."""
    return tuple(fold(lead) for lead in several(row["leads"].replace(NONE, "")))


def is_lead(sides: Sides, place: int, leads: tuple[str, ...]) -> bool:
    """Whether one of the prepositions stands at `place`: ب, على, ل and لل."""
    key = sides.tokens.keys[place]
    if not sides.tokens.kinds[place] & PREPOSED:
        return False
    return key in leads or (ADDRESSING in leads and key == ADDRESSING * 2)


def lead_behind(sides: Sides, first: int, stop: int, leads: tuple[str, ...]) -> int | None:
    """Where the first of the prepositions stands in a range, before any mark or other clause."""
    for place in range(first, min(stop, first + LEAD_REACH)):
        if sides.tokens.kinds[place] & CUTS and not sides.tokens.kinds[place] & PREPOSITION:
            return None
        if is_lead(sides, place, leads):
            return place
    return None


def targets(sides: Sides, row: Row, actor: Side, stop: int) -> list[Side]:
    """Towards whom a verb's row tells the stance of `actor`, behind whom the clause goes on until `stop`."""
    leads = leads_of(row)
    if not leads:
        return allowed(row, met(sides, object_at(sides, actor.stop, stop), actor, stop, row["towards"] == DEED))
    lead = lead_behind(sides, actor.stop, stop, leads)
    return allowed(row, met(sides, lead + 1, actor, stop, row["towards"] == DEED)) if lead is not None else []


def object_at(sides: Sides, place: int, stop: int) -> int:
    """Where the object begins behind a subject: past a time, past وحلفاؤها, past what two commas set off.

    اتهم الوزير، وفقا للصحيفة، | تونس; اتهمت تونس وحلفاؤها | ليبيا.
    """
    passage, tokens = sides.scene.passage, sides.tokens
    if is_and(tokens, place) and place + 2 < stop and tokens.keys[place + 1].endswith(OWNERS):
        place += 2
    if place < stop and tokens.kinds[place] & COMMA:
        commas = (at for at in range(place + 1, min(stop, place + ASIDE_REACH)) if tokens.kinds[at] & COMMA)
        place = next(commas, place - 1) + 1
    return passage.skip(place, TIME)


def allowed(row: Row, found: list[Side]) -> list[Side]:
    """Those of the parties that a row can be told of."""
    types = {"power": POWERS, "state": STATES}.get(row["towards"])
    return [side for side in found if types is None or side.party.type in types]


def met(sides: Sides, place: int, actor: Side, stop: int, by_deed: bool = False) -> list[Side]:
    """The parties that what begins at `place` means: themselves, whose deed it is, or whom a bond ties to the actor."""
    if place >= stop:
        return []
    if noun_by(sides.tokens, place, BOND):
        return tied(sides, place, actor, stop)
    if deed := noun_by(sides.tokens, place, DEED):
        if deed.pronoun or sides.tokens.kinds[place] & DEFINITE:
            return []
        return others(actor, sides.all_at(place + 1, stop)[:1])
    return [] if by_deed else others(actor, sides.all_at(place, stop))


def others(actor: Side, found: list[Side]) -> list[Side]:
    """The parties that are not the actor."""
    return [side for side in found if not actor.is_one_of(side.party)]


def tied(sides: Sides, bond: int, actor: Side, stop: int) -> list[Side]:
    """Whom a bond ties to the actor: علاقات أوثق مع | تونس، التعاون بين | تونس | والمجلس, where one of the two is the actor."""
    tokens = sides.tokens
    for place in range(bond + 1, min(stop, bond + BOND_REACH)):
        if tokens.keys[place] == WITH:
            return others(actor, sides.all_at(place + 1, stop))
        if tokens.keys[place] == BETWEEN:
            pair = sides.all_at(place + 1, stop)[:2]
            rest = others(actor, pair)
            return rest if len(pair) == 2 and len(rest) == 1 else []
        if tokens.kinds[place] & CUTS:
            return []
    return []


def bond_behind(sides: Sides, actor: Side, stop: int) -> int | None:
    """The bond that somebody wants, near behind him, with no other party and nothing that ends it between."""
    for place in range(actor.stop, min(stop, actor.stop + NOUN_REACH)):
        kind = sides.tokens.kinds[place]
        if kind & (PUNCTUATION | NEGATION) or ends_bond(sides, place):
            return None
        if noun_by(sides.tokens, place, BOND):
            return place
        side = None if kind & (PREPOSED | THAT) else sides.at(place, stop)
        if side and not actor.is_one_of(side.party):
            return None
    return None


def ends_bond(sides: Sides, place: int) -> bool:
    """Whether a noun at `place` tells the end of a bond: قطع العلاقات، إنهاء التعاون."""
    makes = noun_by(sides.tokens, place, "makes")
    return makes is not None and makes.row["stance"] == "tension"


def stance_noun(sides: Sides, actor: Side, stop: int) -> tuple[int, Form] | None:
    """The noun of a stance or a wish that somebody voices: أعرب عن | دعمه، أكد | حرص تونس; its place and form."""
    for place in range(actor.stop, min(stop, actor.stop + NOUN_REACH)):
        kind = sides.tokens.kinds[place]
        if kind & (PUNCTUATION | NEGATION | THAT):
            return None
        told = next((form for by in (TELLS, WANTS, MAKES, HOLDS) if (form := noun_by(sides.tokens, place, by))), None)
        if told and told.tense == "noun":
            return place, told
    return None


def object_named(sides: Sides, row: Row, first: int, stop: int) -> int | None:
    """Where one of the nouns stands that a verb must have as its object: فرض المجلس | عقوبات."""
    nouns = {bare_key(fold(noun)) for noun in several(row["object"])}
    for place in range(first, min(stop, first + NOUN_REACH)):
        key = bare_key(sides.tokens.keys[place])
        if key in nouns or (key.endswith(ALEF) and key[:-1] in nouns):
            return place
        if sides.tokens.kinds[place] & CUTS:
            return None
    return None


def takes_up(sides: Sides, place: int) -> bool:
    """Whether ب or another preposition at `place` leads to ذلك, which takes up what was told before: يرحب المجلس ب | ذلك."""
    return sides.tokens.keys[place + 1] == THAT_MATTER


def subject_of(sides: Sides, words: Range) -> Side | None:
    """The first party in a range of tokens: whose deed a condition is."""
    for place in range(*words):
        if not sides.tokens.kinds[place] & PREPOSED and (side := sides.at(place, words[1])):
            return side
    return None


def proposed_by(sides: Sides, noun: int) -> list[Side]:
    """Whom talks taken up by هذه bind, as their earlier mention tells: هذه المناقشات <- مناقشة المبادرة التي اقترحتها | تونس."""
    tokens, known = sides.tokens, noun_by(sides.tokens, noun, BOND)
    for place in range(noun - 1, max(0, noun - 120), -1):
        told = noun_by(sides.tokens, place, BOND)
        if told and known and told.row is known.row:
            return proposers(sides, place)
        if tokens.kinds[place] & DEMONSTRATIVE and told:
            return []
    return []


def proposers(sides: Sides, noun: int) -> list[Side]:
    """Who proposed what a noun is about, or with whom it is, by its own sentence."""
    tokens, stop = sides.tokens, sides.scene.passage.sentence_stop(noun)
    for place in range(noun + 1, min(stop - 1, noun + LEAD_REACH)):
        if tokens.keys[place] == WITH:
            return sides.all_at(place + 1, stop)
        if tokens.kinds[place] & RELATIVE and place + 2 < stop and tokens.keys[place + 1].endswith((HERS, HIS)):
            return sides.all_at(place + 2, stop)[:1]
        if tokens.kinds[place] & PUNCTUATION or is_and(tokens, place):
            return []
    return []
