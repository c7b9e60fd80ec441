"""Whether two are one, and who of several is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qawl.arabic.alike.names import Bond
from qawl.arabic.world.same_bodies import BodyBond
from qawl.library.across.naming.bodies import BODILY, is_recent, judge_bodies, judge_places, told_as_one
from qawl.library.across.naming.evidence import CODES_FOR
from qawl.library.across.naming.holders import judge_holder
from qawl.library.across.naming.keys import asks, blocks
from qawl.library.across.naming.known import Judgement, Known, Reason
from qawl.library.across.naming.people import Rarity, called_alike, judge_called, judge_people
from qawl.library.across.naming.rivals import are_names_of_one

__all__ = ["Rarity", "asks", "blocks", "choose", "judge"]
# Names that stand so to each other go before those behind.
ORDER = ("same_id", *dict.fromkeys(bond.value for bond in (*Bond, *BodyBond)))
SPEAKS_FOR = frozenset({*CODES_FOR, "same_context", "same_land"})


def judge(a: Known, b: Known, rarity: Rarity | None = None) -> Judgement:
    """Whether two are one, with the reasons; the same whichever comes first."""
    if a.officer or b.officer:
        return judge_holder(a, b)
    if a.kind == b.kind == "person" and (told := called_alike(a, b)):
        return judge_called(a, b, told)
    if told := told_as_one(a, b):
        found = judge_bodies(a, b) if a.kind == b.kind else None
        return found if found and found.verdict == "join" else Judgement("propose", told)
    if {a.kind, b.kind} == BODILY:
        return judge_kinds(a, b)
    if a.kind != b.kind:
        return Judgement("apart", (Reason("other_kind"),))
    if a.known_as and b.known_as:
        same = a.known_as == b.known_as
        return Judgement("join" if same else "apart", (Reason("same_id" if same else "other_id", (a.known_as, b.known_as)),))
    if a.kind == "person":
        return judge_people(a, b, rarity)
    return judge_places(a, b) if a.kind == "place" else judge_bodies(a, b)


def judge_kinds(a: Known, b: Known) -> Judgement:
    """Whether what one page has as a body and another one as several people may be one: نادي شباب الساحل, شباب الساحل."""
    found = judge_bodies(a, b)
    alike = {reason.code for reason in found.reasons} & {BodyBond.WHOLE.value, BodyBond.BARE.value}
    if alike and found.verdict != "apart" and is_recent(a, b):
        return Judgement("propose", found.reasons)
    return Judgement("apart", (Reason("other_kind"),))


def choose(
    page: Sequence[Known], candidates: Sequence[Sequence[Known]], rarity: Rarity | None = None
) -> list[list[tuple[int, Judgement]]]:
    """For everybody of one page the candidates that may be the same, best first: the place in his own list, and the judgement.

    ``candidates`` has a list for each of the page. At most one, the first, is a `join`. Two of one page are never one: where both
    would join one candidate (the same object in both lists), or one would join two, only the better one does, or none; but for one
    whom the page calls by two names that it nowhere has in one.
    """
    found = [
        Choice(number, place, known, other, judge(other, known, rarity))
        for number, (known, others) in enumerate(zip(page, candidates, strict=True))
        for place, other in enumerate(others)
    ]
    kept = [choice for choice in found if choice.judgement.verdict != "apart"]
    joins = [choice for choice in kept if choice.judgement.verdict == "join"]
    kept = [
        choice if is_best(choice, rivals_of_office(choice, kept) if choice.known.officer else joins) else choice.proposed()
        for choice in kept
    ]
    rows: list[list[tuple[int, Judgement]]] = [[] for _ in page]
    for choice in sorted(kept, key=lambda one: (one.judgement.verdict, one.rank)):
        rows[choice.number].append((choice.place, choice.judgement))
    return rows


class Choice(NamedTuple):
    """Somebody of a page, by his number too, and a candidate of his, by its place too, with the judgement of the two."""

    number: int
    place: int
    known: Known
    other: Known
    judgement: Judgement

    @property
    def rank(self) -> tuple[int, int, int]:
        """How good it is, the best first: how the names stand to each other, how much speaks for it, of bodies the longer name."""
        codes = [reason.code for reason in self.judgement.reasons]
        bond = min(map(ORDER.index, set(codes) & set(ORDER)), default=len(ORDER))
        words = 0 if self.known.kind == "person" else len(self.known.names[0].split())
        return bond, -sum(map(SPEAKS_FOR.__contains__, codes)), -words

    def proposed(self) -> Choice:
        """The same, asked rather than joined, since another one may be meant as well."""
        if self.judgement.verdict != "join":
            return self
        return self._replace(judgement=Judgement("propose", (*self.judgement.reasons, Reason("several"))))


def is_best(choice: Choice, joins: Sequence[Choice]) -> bool:
    """Whether nothing as good would join one of the two to somebody else."""
    others = [one for one in joins if one is not choice and (one.number == choice.number) != (one.other is choice.other)]
    return all(choice.rank < one.rank for one in others if not call_one(choice, one))


def rivals_of_office(choice: Choice, kept: Sequence[Choice]) -> list[Choice]:
    """Who else may hold the office by which a page has somebody, and whom the page names who may be its holder, if not surely."""
    return [one for one in kept if one.number == choice.number or not (one.known.officer or one.judgement.verdict == "join")]


def call_one(first: Choice, second: Choice) -> bool:
    """Whether a page calls one candidate by two names that it nowhere has in one."""
    names = [choice.known.names[0] for choice in (first, second)]
    if first.other is not second.other or first.known.kind != "person":
        return False
    return any(are_names_of_one(name, last, first.other.names[0]) for name, last in (names, names[::-1]))
