"""What a page, or all pages so far, tell of somebody: what is judged, and the judgement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeVar

from msgspec import Struct

KnownKind = Literal["person", "organisation", "group", "place"]
Verdict = Literal["join", "propose", "apart"]
T = TypeVar("T")

# Stands in what is near somebody where a page warns that two of like names are not one.
NAMESAKE = "namesake:"
# The same where a page has somebody in two offices that hardly one has.
TWO_OFFICES = "offices:two"
# Before the ISO code of a land that the page names.
LAND = "land:"
# So much of each is kept of somebody whom many pages name.
MOST_NAMES, MOST_ROLES, MOST_DAYS, MOST_NEAR, MOST_PHRASES = 16, 24, 64, 160, 60


class RoleOn(Struct, frozen=True, gc=False):
    """A role as a page of the day ``published`` (ISO, None: unknown) has it; ``former`` where the page calls it past."""

    text: str
    former: bool = False
    published: str | None = None


class Beside(Struct, frozen=True, gc=False):
    """Somebody of like name whom a page names beside another one: his folded name, his roles there, the gender told before him."""

    name: str
    roles: tuple[str, ...] = ()
    gender: str = ""


class Known(Struct, frozen=True, kw_only=True, gc=False):
    """What one page, or an identity so far, tells of somebody.

    ``names`` are the forms that pages have, the fullest first, Latin ones too. ``known_as`` is a stable id of the bundled tables or
    of a user's own; two that differ are never one. ``countries`` are ISO codes that his roles and bodies tell; ``bodies`` are the
    names of the bodies in his roles, of a body itself its type; ``published`` are the days of the pages. ``near`` is the
    context: others whom the same pages name, as `person:KEY`, `organisation:KEY`, `place:KEY` (a stable id in place of the key
    where there is one), whom he is not, `land:CODE` for the lands of the pages, `word:KEY` for seldom words beside his name, and
    `namesake:` where a page warns of like names. ``called`` are other names that a page tells of a body or group. ``gender`` is
    `f` or `m` where a verb before the name tells it. ``beside`` are the people of like name whom the same pages name with a role or
    a gender; ``phrases`` are two words each that stand together near his name. ``age`` is `elder` or `younger` where a page tells
    him from his son or his father of one family. ``sides`` and ``seats`` are the words right behind a place or a body that tell it
    from another one of its name (الشرقية; the place in which it lies). ``died`` is the first day of a page that tells somebody's
    death, ``spoke`` the last of one on which he says something. ``officer``: a page has him by an office
    alone, which is his name and his role.
    """

    kind: KnownKind
    names: tuple[str, ...]
    roles: tuple[RoleOn, ...] = ()
    known_as: str | None = None
    countries: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    gender: str = ""
    beside: tuple[Beside, ...] = ()
    phrases: tuple[str, ...] = ()
    age: str = ""
    sides: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    died: str = ""
    spoke: str = ""
    officer: bool = False


class Reason(Struct, frozen=True):
    """Why: ``code`` names the rule, ``words`` are what it saw, of the first and of the second."""

    code: str
    words: tuple[str, ...] = ()


class Judgement(Struct, frozen=True):
    """Whether two are one: `join` without asking, `propose` to somebody who decides, `apart`."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()


def merged(first: Known, second: Known) -> Known:
    """What is known of somebody by both; the second is the newer one. An office alone tells nothing of its holder."""
    if first.officer != second.officer:
        return second if first.officer else first
    names = sorted(unique(*first.names, *second.names), key=lambda name: -len(name.split()))
    return Known(
        kind=first.kind,
        names=tuple(names[:MOST_NAMES]),
        roles=last(unique(*first.roles, *second.roles), MOST_ROLES),
        known_as=first.known_as or second.known_as,
        countries=tuple(unique(*first.countries, *second.countries)),
        bodies=last(unique(*first.bodies, *second.bodies), MOST_ROLES),
        published=last(sorted({*first.published, *second.published}), MOST_DAYS),
        near=last(unique(*first.near, *second.near), MOST_NEAR),
        gender=first.gender or second.gender,
        age=first.age or second.age,
        sides=tuple(unique(*first.sides, *second.sides)),
        seats=last(unique(*first.seats, *second.seats), MOST_NAMES),
        died=min(filter(None, (first.died, second.died)), default=""),
        spoke=max(first.spoke, second.spoke),
        called=last(unique(*first.called, *second.called), MOST_NAMES),
        phrases=last(unique(*first.phrases, *second.phrases), MOST_PHRASES),
        beside=last(unique(*first.beside, *second.beside), MOST_NAMES),
        officer=first.officer,
    )


def unique(*values: T) -> list[T]:
    """The values in their order, each once."""
    return list(dict.fromkeys(values))


def last(values: Iterable[T], most: int) -> tuple[T, ...]:
    """The last of the values, so many at most."""
    return tuple(values)[-most:]
