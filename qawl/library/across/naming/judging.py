"""Whether two are one, and by which keys somebody who may be one is found."""

from __future__ import annotations

from collections.abc import Sequence

from qawl.arabic.letters import bare_words
from qawl.library.across.naming.bodies import judge_bodies, judge_places
from qawl.library.across.naming.known import Judgement, Known, Reason
from qawl.library.across.naming.people import Rarity, judge_people


def blocks(known: Known) -> tuple[str, ...]:
    """The keys under which somebody is kept, so that whoever may be the same is found by `asks`."""
    return tuple(dict.fromkeys(f"{known.kind}:{key}" for name in known.names if (key := bare_words(name))))


def asks(known: Known) -> tuple[str, ...]:
    """The keys to look candidates up by, among those that `blocks` gave for others."""
    return blocks(known)


def judge(a: Known, b: Known, rarity: Rarity | None = None) -> Judgement:
    """Whether two are one, with the reasons; the same whichever comes first."""
    if a.kind != b.kind:
        return Judgement("apart", (Reason("other_kind"),))
    if a.known_as and b.known_as:
        same = a.known_as == b.known_as
        return Judgement("join" if same else "apart", (Reason("same_id" if same else "other_id", (a.known_as, b.known_as)),))
    if a.kind == "person":
        return judge_people(a, b, rarity)
    return judge_places(a, b) if a.kind == "place" else judge_bodies(a, b)


def choose(
    page: Sequence[Known], candidates: Sequence[Sequence[Known]], rarity: Rarity | None = None
) -> list[list[tuple[int, Judgement]]]:
    """For everybody of one page the candidates that may be the same, best first: the place in his own list, and the judgement.

    ``candidates`` has a list for each of the page. At most one, the first, is a `join`. Two of one page are never one: where both
    would join one candidate (the same object in both lists), or one would join two, only the better one does, or none.
    """
    judged = [
        [(place, judge(other, known, rarity)) for place, other in enumerate(others)]
        for known, others in zip(page, candidates, strict=True)
    ]
    kept = [[(place, found) for place, found in row if found.verdict != "apart"] for row in judged]
    return [sorted(row, key=lambda one: one[1].verdict) for row in kept]
