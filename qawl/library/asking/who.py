"""Who is who in a library: where somebody is named, roles with their days, what they said and what was said, whom they meet.

A person or body is an identity here: all pages that name it, in whatever spelling. Namesakes are apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from sqlite3 import Connection
from typing import Any

from msgspec import Struct
from msgspec.json import decode

from qawl.arabic.called import capitals_of
from qawl.arabic.letters import bare_words, fold_phrase
from qawl.library.across.gathered import gathered
from qawl.library.asking.courses import courses_told
from qawl.library.asking.named import PageNames
from qawl.library.asking.naming import Meant, Name, Whose, marks, meant, named, tells_little, whose
from qawl.library.asking.proposed import Proposed, proposed
from qawl.library.asking.told import (
    NEWEST,
    PAGE,
    SAYINGS,
    WIDTH,
    Bands,
    Encounter,
    Stood,
    Told,
    Where,
    of_bands,
    once,
    page_of,
    relations_told,
    sayings_told,
    statements_told,
    with_spreads,
)
from qawl.library.rows import NAMED
from qawl.library.view import all_seen

# A page that gives somebody a role, whether it calls it past, and the role.
Given = tuple[Where, bool, str]
# So many pages are looked through for statements that name somebody, the newest first.
MOST_PAGES = 500


class Mention(Struct, frozen=True, kw_only=True):
    """A page that names somebody: under which name, as what (a table of the library), how often."""

    name: str
    table: str
    mentions: int
    page: Where


class RoleHeld(Struct, frozen=True, kw_only=True):
    """A role that pages give somebody, from the first page that does (``since``) to the last; ``former``: they say it is past."""

    role: str
    former: bool
    since: str | None
    until: str | None
    pages: tuple[Where, ...]


class Profile(Struct, frozen=True, kw_only=True):
    """What a library has of somebody; lists are cut at the limit, ``counts`` tells how long they are where that is known. What
    several pages report is listed and counted once.

    ``keys`` are the folded names; ``by_name``: several identities of whom nothing is known but the name are told together.
    ``said_about`` are the statements of the newest pages that name somebody; ``proposed`` who may be the same;
    ``said_by_office`` what those of these say whom a page has by an office alone; ``others`` bear the name or hold its words, and
    are not joined with it.
    """

    name: Name
    keys: tuple[str, ...]
    pages: tuple[Mention, ...]
    roles: tuple[RoleHeld, ...]
    said: tuple[Told, ...]
    said_to: tuple[Told, ...]
    said_about: tuple[Told, ...]
    said_by_office: tuple[Told, ...]
    encounters: tuple[Encounter, ...]
    towards: tuple[Stood, ...]
    of_others: tuple[Stood, ...]
    counts: dict[str, int]
    by_name: bool
    proposed: tuple[Proposed, ...]
    others: tuple[Name, ...]


def who(connection: Connection, name: str, limit: int = 20, on: str | None = None, bands: Bands = ()) -> Profile | Meant:
    """What a library has of a name, or of an id; where several may be meant, or nobody, who that is.

    `on` is an ISO prefix: only the roles of that time. `bands` are those of the statements that are told; none is all. Raises
    `LibraryError`.
    """
    found = meant(connection, name)
    return profile(connection, found, limit, on, bands) if found.is_somebody else found


def profile(connection: Connection, found: Meant, limit: int, on: str | None = None, bands: Bands = ()) -> Profile:
    """All that is known of somebody."""
    one = whose(connection, found)
    pages = list(mentions(connection, one))
    may_be = tuple(proposed(connection, one.identities))
    officers = (*one.identities, *(pair.other.identity for pair in may_be))
    said = spoken_by(one, bands)
    towards = one.where("f.actor_identity", "f.actor_key")
    of_others = one.where("f.target_identity", "f.target_key")
    encounters = list(encounters_of(connection, one))
    to_them = [*once(reversed([*of(said_to(connection, one), bands)]))][::-1]  # of each saying the first page
    return Profile(
        name=named(connection, one.identities) if one.identities else nameless(found),
        keys=one.names,
        pages=tuple(pages[:limit]),
        roles=tuple(roles(connection, one, on)),
        said=tuple(sayings_told(connection, *said, f"{NEWEST} LIMIT {limit}")),
        said_to=tuple(with_spreads(connection, to_them[:limit])),
        said_about=tuple(with_spreads(connection, islice(once(of(said_about(connection, one), bands)), limit))),
        said_by_office=tuple(with_spreads(connection, islice(once(of(by_office(connection, officers), bands)), limit))),
        encounters=tuple(encounters[:limit]),
        towards=tuple(islice(relations_told(connection, *towards), limit)),
        of_others=tuple(islice(relations_told(connection, *of_others), limit)),
        counts={
            "pages": len({mention.page.capture for mention in pages}),
            "said": count(connection, "statements", *said, SAYINGS),
            "said_to": len(to_them),
            "encounters": len(encounters),
            "towards": count(connection, "relations", *towards),
            "of_others": count(connection, "relations", *of_others),
        },
        by_name=found.by_name,
        proposed=may_be,
        others=found.others,
    )


def of(told: Iterable[Told], bands: Bands) -> Iterator[Told]:
    """The statements of these bands; all where none is named."""
    return (one for one in told if not bands or one.statement.band in bands)


def spoken_by(one: Whose, bands: Bands = ()) -> tuple[str, tuple[Any, ...]]:
    """What finds the statements of somebody, those of the capital that speaks for a country too, and its values."""
    speaks, values = speaking(one)
    banded, wanted = of_bands(bands)
    return f"{speaks} AND {banded}", (*values, *wanted)


def speaking(one: Whose) -> tuple[str, tuple[Any, ...]]:
    """What finds the statements of somebody in all bands."""
    his, values = one.where("f.speaker_identity", "f.speaker_key")
    capitals = tuple(capital for id in one.identities for capital in capitals_of(id))
    if not capitals:
        return his, values
    speaks = f"(f.speaker_key IN ({marks(capitals)}) AND f.speaker_type = 'country')"
    return f"({his} OR {speaks})", (*values, *capitals)


def nameless(found: Meant) -> Name:
    """The name of whom no page names beside what he says or does."""
    return Name(identity="", name=found.asked, names=(found.asked,), tables=(), pages=0)


def count(connection: Connection, table: str, where: str, values: Sequence[object], what: str = "count(*)") -> int:
    """How many rows of a table there are, or how many of `what`."""
    return int(connection.execute(f"SELECT {what} FROM {table} f WHERE {where}", values).fetchone()[0])


def mentions(connection: Connection, one: Whose) -> Iterator[Mention]:
    """The pages that name somebody, the newest first, undated ones last."""
    tables = " UNION ALL ".join(
        f"SELECT page, '{table}' AS kind, name, mentions FROM {table} WHERE identity IN ({marks(one.identities)})"
        for table in NAMED
    )
    query = f"SELECT {PAGE}, n.kind, n.name, n.mentions FROM ({tables}) n JOIN pages p USING (page)"
    order = "ORDER BY p.published IS NULL, p.published DESC, p.page"
    for row in connection.execute(f"{query} {order}", one.identities * len(NAMED)):
        table, name, times = row[WIDTH:]
        yield Mention(name=name, table=table, mentions=times, page=page_of(row))


def roles(connection: Connection, one: Whose, on: str | None = None) -> list[RoleHeld]:
    """The roles that pages give somebody, or gave at a time, the latest first, then those that tell little, former ones last."""
    given = list(roles_given(connection, one))
    held: dict[tuple[bool, str], list[Where]] = {}
    for page, former, role in given if on is None else given_on(given, on):
        held.setdefault((former, role), []).append(page)
    found = [role_held(role, former, pages) for (former, role), pages in held.items()]
    texts = [role.role for role in found]
    latest = sorted(found, key=lambda role: role.until or "", reverse=True)
    return sorted(latest, key=lambda role: (role.former, tells_little(role.role, texts)))


def roles_given(connection: Connection, one: Whose) -> Iterator[Given]:
    """Each role that a page gives somebody."""
    query = f"SELECT {PAGE}, f.roles, f.former_roles FROM people f JOIN pages p USING (page)"
    for row in connection.execute(f"{query} WHERE f.identity IN ({marks(one.identities)})", one.identities):
        for former, column in enumerate(row[WIDTH:]):
            yield from ((page_of(row), bool(former), role) for role in decode(column))


def given_on(given: Iterable[Given], on: str) -> list[Given]:
    """What proves a role at a time, an ISO prefix: pages of that time that give it; where there are none, the last page before
    and the first one after that give any, if both give it. What only an earlier or a later page gives is none of that time.
    """
    dated = [(page.published[: len(on)], page, role) for page, former, role in given if page.published and not former]
    now = [one for one in dated if one[0] == on]
    last = max((day for day, _, _ in dated if day < on), default=None)
    first = min((day for day, _, _ in dated if day > on), default=None)
    before, after = ({role for day, _, role in dated if day == end} for end in (last, first))
    around = [one for one in dated if one[0] in (last, first) and one[2] in before & after]
    return [(page, False, role) for _, page, role in now or around]


def role_held(role: str, former: bool, pages: list[Where]) -> RoleHeld:
    """A role with the days of the pages that give it."""
    ordered = sorted(pages, key=lambda page: (page.published is None, page.published or ""))
    days = [page.published for page in ordered if page.published]
    return RoleHeld(
        role=role, former=former, since=days[0] if days else None, until=days[-1] if days else None, pages=tuple(ordered)
    )


def said_to(connection: Connection, one: Whose) -> Iterator[Told]:
    """What was said to somebody, by the pages that name him, the newest first."""
    bare = {bare_words(key) for key in one.names}
    pages, values = one.pages()
    for told in statements_told(connection, f"f.page IN ({pages}) AND f.said_to IS NOT NULL", values):
        if bare_words(told.statement.said_to or "") in bare:
            yield told


def said_about(connection: Connection, one: Whose) -> Iterator[Told]:
    """Statements that name somebody, those of the newest pages first."""
    pages, values = one.pages()
    query = f"SELECT page, capture FROM pages WHERE page IN ({pages}) ORDER BY published IS NULL, published DESC, page LIMIT ?"
    newest = connection.execute(query, (*values, MOST_PAGES)).fetchall()
    for (page, _), record in zip(newest, all_seen(connection, [capture for _, capture in newest]), strict=True):
        ids = tuple(PageNames(connection, page, record).naming(one))
        if ids:
            yield from statements_told(connection, f"f.page = ? AND f.id IN ({marks(ids)})", (page, *ids), "ORDER BY f.number")


def by_office(connection: Connection, identities: Iterable[str]) -> Iterator[Told]:
    """What those of these identities say whom pages have by an office alone."""
    for identity in identities:
        known = gathered(connection, identity)
        if known and known.officer:
            keys = tuple(map(fold_phrase, known.names))
            there = f"f.page IN (SELECT page FROM members WHERE identity = ?) AND f.speaker_key IN ({marks(keys)})"
            yield from statements_told(connection, f"{there} AND f.speaker_type = 'unnamed'", (identity, *keys))


def encounters_of(connection: Connection, one: Whose) -> Iterator[Encounter]:
    """The encounters in which somebody takes part, or does not, by date, each once over all pages that tell it."""
    where, values = one.where("identity", "key")
    yield from courses_told(connection, f"(f.page, f.id) IN (SELECT page, event FROM participants WHERE {where})", values)
