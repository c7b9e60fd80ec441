"""Words that tell a protest: تظاهر | السكان، احتج | السكان أمام البلدية، اعتصام | في الساحة، مسيرة | يوم الأحد."""

from __future__ import annotations

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.sides import Side, behind, has_day, has_subject, is_somewhere
from qawl.arabic.agenda.words import Hit
from qawl.arabic.findings import Range
from qawl.arabic.letters import ALEF, BEFORE_A_HOUSE, BY, IN, THAT_HE

# So many tokens may stand between a verb and its place, and behind a noun up to its day.
NEAR = 16
DAY = 25


def is_crowd(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody is the subject, and ب does not follow at once: تظاهر السكان; not تظاهر بالنوم."""
    after = hit.place + 1
    pretends = after < len(clauses.tokens) and clauses.tokens.keys[after] in (BY, *THAT_HE)
    return not pretends and has_subject(clauses, hit, clause)


def is_in_street(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether people gather against something somewhere: احتج السكان | أمام البلدية; not احتج النائب على القرار."""
    keys = clauses.tokens.keys
    first: Side | None = next(iter(behind(clauses, hit, clause)), None)
    many = first is not None and first.phrase.type == "group"
    return many and any(keys[at] in (IN, *BEFORE_A_HOUSE) for at in range(hit.place + 1, min(clause[1], hit.place + NEAR)))


def is_march(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a march has its day, and is nobody's career: مسيرة | يوم الأحد; not مسيرته."""
    return not hit.form.pronoun and has_day(clauses, hit, clause, DAY)


def is_protest(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the day or the place of a protest is told."""
    return has_day(clauses, hit, clause, DAY) or is_somewhere(clauses, hit, clause)


def is_rising(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a protest has its day or place, and احتجاجا tells no aim only."""
    return is_protest(clauses, hit, clause) and not clauses.tokens.keys[hit.place].endswith(ALEF)
