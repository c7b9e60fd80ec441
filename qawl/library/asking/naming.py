"""Who is meant by a name: the identities that bear it, in whatever spelling, or the one whose id it is.

A name is looked up whole, hamza and articles aside; a body or country also under the other names that the bundled tables have for
it; then as another spelling or form of a name. A part of a name, such as a surname alone, lists those who have it. Who has no
identity, such as a speaker whom a decision names, is meant by the folded name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from qawl.arabic.alike.names import Bond
from qawl.arabic.called import capitals_of, ids_of, keys_of
from qawl.arabic.letters import ARTICLE, COUNTERPART, bare_key, bare_words, fold_phrase
from qawl.arabic.people.former import office_of
from qawl.library.across.candidates import Candidates
from qawl.library.across.gathered import founding_id, gathered, told_by
from qawl.library.across.naming.judging import judge
from qawl.library.across.naming.known import Known, RoleOn
from qawl.library.across.naming.people import best_match
from qawl.library.across.own_names import OWN
from qawl.library.across.rulings import are_split
from qawl.library.errors import LibraryError
from qawl.library.rows import NAMED

KINDS = ("person", "organisation", "group", "place")
# What has no table of its own and may speak, take part or stand towards somebody.
ELSEWHERE = (("statements", "speaker_key"), ("participants", "key"), ("relations", "actor_key"), ("relations", "target_key"))
# So many are listed that hold what was asked.
MOST = 30
# What has more words is no name.
MOST_WORDS = 40
# So many roles and lands tell somebody from others.
MOST_TOLD = 3
LAST = "~"  # behind every day
_ID = re.compile(r"[0-9a-f]{6,16}|[a-z]+:\S+")


class Name(Struct, frozen=True, kw_only=True):
    """An identity by what tells it from others: its id, the name as most pages have it, the spellings, the tables it stands in,
    how many pages name it and from when to when, its latest roles, its countries, its stable ids.
    """

    identity: str
    name: str
    names: tuple[str, ...]
    tables: tuple[str, ...]
    pages: int
    since: str | None = None
    until: str | None = None
    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()


class Meant(Struct, frozen=True, kw_only=True):
    """Whom a name means: ``identities`` are one party; none where several may be meant, or nobody.

    ``by_name``: they are told together by the name alone, for nothing tells one from another. ``perhaps`` are identities of the
    same name of whom no page tells anything that would tell them from the one meant. ``keys`` are folded names of what has no
    identity. ``others`` bear the name, hold its words or have its stable id, and are not joined with it.
    """

    asked: str
    identities: tuple[str, ...] = ()
    by_name: bool = False
    perhaps: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    others: tuple[Name, ...] = ()

    @property
    def is_somebody(self) -> bool:
        """Whether somebody is meant, and nobody else can be."""
        return bool(self.identities or self.keys)


class Whose(NamedTuple):
    """Somebody in the tables: by identities, and by the folded names that are his alone where no identity is known.

    ``names`` are all folded names, ``capitals`` those of the capital that stands for a country wherever it is named.
    """

    identities: tuple[str, ...]
    keys: tuple[str, ...]
    names: tuple[str, ...]
    capitals: tuple[str, ...] = ()

    def where(self, identity: str, key: str) -> tuple[str, tuple[Any, ...]]:
        """The condition that the columns of an identity and a key mean him, and its values."""
        terms = [f"{identity} IN ({marks(self.identities)})"]
        terms += [f"({identity} IS NULL AND {key} IN ({marks(self.keys)}))"] if self.keys else []
        terms += [f"{key} IN ({marks(self.capitals)})"] if self.capitals else []
        return f"({' OR '.join(terms)})", (*self.identities, *self.keys, *self.capitals)

    def pages(self) -> tuple[str, tuple[str, ...]]:
        """The query for the numbers of the pages that name him, and its values."""
        terms = [f"SELECT page FROM members WHERE identity IN ({marks(self.identities)})"]
        terms += [f"SELECT page FROM {table} WHERE key IN ({marks(self.capitals)})" for table in NAMED if self.capitals]
        return " UNION ".join(terms), (*self.identities, *(self.capitals * (len(terms) - 1)))

    def is_any(self, other: Whose) -> bool:
        """Whether two share something by which they are known."""
        return bool({*self.identities, *self.keys} & {*other.identities, *other.keys})


def meant(connection: Connection, name: str) -> Meant:
    """Who is asked for. Raises `LibraryError` (bad_value) where there is no word in it, (ambiguous) for a part of two ids."""
    name = name.encode("utf-8", "replace").decode("utf-8")  # half characters become question marks
    if not fold_phrase(name):
        raise LibraryError("bad_value", "no name is given; write it as: qawl who 'NAME'")
    if identity := by_id(connection, name):
        return Meant(asked=name, identities=(identity,))
    called = called_so(connection, name)
    held = holding(connection, name)
    some = called or only(held) or ([] if held else alike(connection, name))
    if some and (one := one_of(connection, some)):
        others = [other for other in dict.fromkeys((*some, *known_as(connection, ids_of(name)), *held)) if other not in one]
        perhaps = tuple(other for other in some if other not in one)
        by_name = len(one) > 1 and is_person(connection, one[0])
        return Meant(asked=name, identities=one, by_name=by_name, perhaps=perhaps, others=named_all(connection, others))
    if some or held:
        return Meant(asked=name, others=named_all(connection, dict.fromkeys((*some, *held))))
    return Meant(asked=name, keys=standing(connection, keys_of(name)))


def by_id(connection: Connection, id: str) -> str | None:
    """The identity of an id, or of the beginning of one that no other has. Raises `LibraryError` (ambiguous)."""
    if own := known_as(connection, (f"{OWN}{id}",)):
        return own[0]
    if not _ID.fullmatch(id):
        return None
    return standing_id(connection, id) or joined_into(connection, id)


def standing_id(connection: Connection, id: str) -> str | None:
    """The identity that has an id now, or the beginning of one that no other has. Raises `LibraryError` (ambiguous)."""
    rows = connection.execute("SELECT identity FROM identities WHERE identity >= ? AND identity < ? LIMIT 2", (id, id + "g"))
    found = [identity for (identity,) in rows]
    if ":" in id or id in found:
        return id if id in found else None
    if len(found) > 1:
        raise LibraryError(
            "ambiguous", "{id} is the beginning of several ids: {found}; write more of it", id=id, found=", ".join(found)
        )
    return found[0] if found else None


def joined_into(connection: Connection, id: str) -> str | None:
    """The identity into which people joined the one that had an id: such an id is told by the place that founded it."""
    query = """
        SELECT p.page, p.capture, m.finding, m.identity FROM rulings r JOIN pages p USING (capture)
        JOIN members m ON m.page = p.page AND m.finding = r.now WHERE r.ruling = 'join'
    """
    for page, capture, finding, identity in connection.execute(query):
        known = told_by(connection, page).get(finding)
        if known and founding_id(capture, known) == id:
            return str(identity)
    return None


def only(identities: Sequence[str]) -> Sequence[str]:
    """The identity where there is one alone."""
    return identities if len(identities) == 1 else []


def called_so(connection: Connection, name: str) -> list[str]:
    """The identities that bear the whole of a name, by the pages, by the bundled tables or by a user's own."""
    return bearing(connection, keys_of(name)) or known_as(connection, ids_of(name)) or own_of(connection, name)


def one_of(connection: Connection, identities: Sequence[str]) -> tuple[str, ...]:
    """The one who is meant by a name that all of these bear; several where they are told together, none where one has to be chosen.

    A body, a group and a place of one name are told together, and those of a kind of whom nothing is known but the name. Beside
    a single one of whom more is known, they may be he.
    """
    if len(identities) == 1:
        return tuple(identities)
    known = {one: found for one in identities if (found := gathered(connection, one))}
    kinds = Counter(one.kind for one in known.values())
    if "person" not in kinds and max(kinds.values(), default=0) == 1:
        return tuple(identities)
    told = [one for one in known if is_told_of(known[one])]
    first = (told or [*known])[:1]
    fit = (
        len(told) < 2 and len(kinds) == 1 and all(may_be_one(connection, first[0], other) for other in known if other not in first)
    )
    return (tuple(first) if told else tuple(known)) if fit else ()


def is_told_of(known: Known) -> bool:
    """Whether pages tell more of somebody than the name."""
    return bool(known.roles or known.countries or known.known_as)


def may_be_one(connection: Connection, one: str, other: str) -> bool:
    """Whether nothing that is known, and nobody, says that two are not one."""
    everybody = Candidates(connection)
    first, second = everybody.known(one), everybody.known(other)
    if first is None or second is None or are_split(connection, one, other):
        return False
    return judge(first, second, everybody.rarity).verdict != "apart"


def is_person(connection: Connection, identity: str) -> bool:
    """Whether an identity is a person."""
    known = gathered(connection, identity)
    return known is not None and known.kind == "person"


def bearing(connection: Connection, keys: Sequence[str]) -> list[str]:
    """The identities that pages call by one of these folded names, those whom most pages name first."""
    found: Counter[str] = Counter()
    for table in NAMED:
        query = f"SELECT identity, count(*) FROM {table} WHERE key IN ({marks(keys)}) GROUP BY identity"
        found.update(dict(connection.execute(query, tuple(keys)).fetchall()))
    return by_count(found)


def by_count(found: Counter[str]) -> list[str]:
    """Those that are found most first."""
    return [one for one, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]]


def known_as(connection: Connection, ids: Sequence[str]) -> list[str]:
    """The identities that are these stable ids."""
    query = f"SELECT identity FROM identities WHERE identity IN ({marks(ids)})"
    return [identity for (identity,) in connection.execute(query, tuple(ids))]


def own_of(connection: Connection, name: str) -> list[str]:
    """The identities that a user's own table calls so."""
    ids = connection.execute("SELECT DISTINCT id FROM own_names WHERE key = ?", (bare_words(name),)).fetchall()
    return known_as(connection, [OWN + id for (id,) in ids])


def alike(connection: Connection, name: str) -> list[str]:
    """The identities of which a name may be another spelling or form, by the name alone: those whose names stand nearest to it."""
    everybody = Candidates(connection)
    found: dict[tuple[int, int], list[str]] = {}
    for kind in KINDS:
        asked = Known(kind=kind, names=(name,))  # type: ignore[arg-type]
        for identity, known in everybody.of(asked, set()).items():
            if (rank := nearness(asked, known)) is not None:
                found.setdefault(rank, []).append(identity)
    return most_named_first(connection, found[min(found)]) if found else []


def nearness(asked: Known, known: Known) -> tuple[int, int] | None:
    """How near names stand to a name, the nearest least; None where they are others."""
    if asked.kind != "person":
        verdict = judge(asked, known).verdict
        return None if verdict == "apart" else (len(Bond), ("join", "propose").index(verdict))
    match = best_match(asked, known)
    return (list(Bond).index(match.bond), -match.alike) if match.may_be_one else None


def most_named_first(connection: Connection, identities: Iterable[str]) -> list[str]:
    """Identities, those first whom most pages name, so many at most."""
    query = "SELECT count(*) FROM members WHERE identity = ?"
    return by_count(Counter({one: connection.execute(query, (one,)).fetchone()[0] for one in identities}))


def holding(connection: Connection, name: str) -> list[str]:
    """The identities that pages call by names that hold all these words; only the index of the names is walked."""
    words = list(dict.fromkeys(bare_key(word) for word in fold_phrase(name).split()))
    if len(words) > MOST_WORDS:
        return []
    # That the letters stand in it at all is seen quickest, and of most names it is all that has to be seen.
    terms = ["instr(key, ?)" for _ in words] + ["(instr(' ' || key || ' ', ?) OR instr(' ' || key || ' ', ?))" for _ in words]
    where = " AND ".join(terms)
    values = [*words, *(value for word in words for value in (f" {word} ", f" {ARTICLE}{word} "))]
    found: Counter[str] = Counter()
    for table in NAMED:
        found.update(dict(connection.execute(f"SELECT key, count(*) FROM {table} WHERE {where} GROUP BY key", values).fetchall()))
    return bearing(connection, by_count(found)) if found else []


def standing(connection: Connection, keys: Sequence[str]) -> tuple[str, ...]:
    """Those of the folded names that stand where there is no identity."""
    found: dict[str, None] = {}
    for table, column in ELSEWHERE:
        rows = connection.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IN ({marks(keys)})", tuple(keys))
        found |= dict.fromkeys(row[0] for row in rows)
    return tuple(found)


# -- who that is in the tables


def whose(connection: Connection, found: Meant) -> Whose:
    """Whom a name means, in the tables."""
    names = dict.fromkeys([*found.keys, *(key for key, _ in keys_of_identities(connection, found.identities))])
    alone = tuple(key for key in names if set(bearing(connection, (key,))) <= set(found.identities))
    return Whose(found.identities, alone, tuple(names))


def somebody(connection: Connection, name: str) -> Whose:
    """The one whom a name means, a country with its capital, and whoever of that name may be he.

    Raises `LibraryError` (bad_value) where several may be meant; nobody is no mistake.
    """
    found = meant(connection, name)
    if not found.is_somebody and found.others:
        raise LibraryError("bad_value", "several are called so; name one of them, or its id: {found}", found=listed(found.others))
    one = whose(connection, replace(found, identities=(*found.identities, *found.perhaps)))
    capitals = tuple(capital for id in found.identities for capital in capitals_of(id))
    return one._replace(names=tuple(dict.fromkeys((*one.names, *capitals))), capitals=capitals)


def speaking_as(connection: Connection, name: str) -> tuple[str, ...]:
    """The identities that bear a name, in any spelling, or the one of an id; none where it is only a part of several names."""
    if not fold_phrase(name):
        return ()
    if by_id(connection, name) is None and (called := called_so(connection, name)):
        return tuple(called)  # whoever bears the whole name; all names need not be walked
    found = meant(connection, name)
    return (*found.identities, *found.perhaps)


def listed(names: Iterable[Name]) -> str:
    """Identities in a line, each with what tells it from the others, and its id."""
    return ", ".join(f"{one.name} ({'; '.join((*one.roles[:1], *one.countries, one.identity))})" for one in names)


def keys_of_identities(connection: Connection, identities: Sequence[str]) -> list[tuple[str, int]]:
    """The folded names under which pages have identities, and in how many each."""
    found: Counter[str] = Counter()
    for table in NAMED:
        query = f"SELECT key, count(*) FROM {table} WHERE identity IN ({marks(identities)}) GROUP BY key"
        found.update(dict(connection.execute(query, tuple(identities)).fetchall()))
    return found.most_common()


def marks(values: Sequence[object]) -> str:
    """Question marks for values, for SQL."""
    return ", ".join("?" * len(values))


def named_all(connection: Connection, identities: Iterable[str]) -> tuple[Name, ...]:
    """Identities by what tells them from others, so many at most."""
    return tuple(named(connection, (identity,)) for identity in list(identities)[:MOST])


def named(connection: Connection, identities: Sequence[str]) -> Name:
    """An identity, or several that are told together, by what tells it from others."""
    forms: Counter[str] = Counter()
    tables: list[str] = []
    for table in NAMED:
        query = f"SELECT name, count(*) FROM {table} WHERE identity IN ({marks(identities)}) GROUP BY name"
        rows = dict(connection.execute(query, tuple(identities)).fetchall())
        tables += [table] if rows else []
        forms.update(rows)
    pages, since, until = connection.execute(
        f"SELECT count(DISTINCT m.page), min(substr(p.published, 1, 10)), max(substr(p.published, 1, 10)) "
        f"FROM members m JOIN pages p USING (page) WHERE m.identity IN ({marks(identities)})",
        tuple(identities),
    ).fetchone()
    knowns = [known for one in identities if (known := gathered(connection, one))]
    return Name(
        identity=identities[0],
        name=most_common(forms) or next((known.names[0] for known in knowns), identities[0]),
        names=tuple(sorted(forms, key=lambda form: (-forms[form], form))),
        tables=tuple(tables),
        pages=pages,
        since=since,
        until=until,
        roles=latest_roles([role for known in knowns for role in known.roles]),
        countries=tuple(dict.fromkeys(country for known in knowns for country in known.countries))[:MOST_TOLD],
        known_as=tuple(dict.fromkeys(known.known_as for known in knowns if known.known_as)),
    )


def latest_roles(roles: Sequence[RoleOn]) -> tuple[str, ...]:
    """The last roles that are not past and tell something, the latest first.

    Past is one too that a page calls so and no later page gives again.
    """
    past: dict[str, str] = {}
    for role in roles:
        if role.former:
            past[office_of(role.text)] = max(past.get(office_of(role.text), ""), role.published or "")
    given = (role for role in roles if not role.former and (role.published or LAST) > past.get(office_of(role.text), ""))
    held = sorted(given, key=lambda role: role.published or "", reverse=True)
    told = list(dict.fromkeys(role.text for role in held))
    return tuple([role for role in told if not tells_little(role, told)] or told)[:MOST_TOLD]


def tells_little(role: str, others: Iterable[str]) -> bool:
    """Whether a role is told by another's alone (نظيره), or as the bare word of one of the others (الوزير beside وزير المياه)."""
    head, *tail = bare_words(role).split()
    longer = (bare_words(other).split() for other in others)
    return head.startswith(COUNTERPART) or (not tail and any(head == other[0] for other in longer if len(other) > 1))


def most_common(forms: Counter[str]) -> str | None:
    """The form that stands most often, the first by letters of several."""
    return min(forms, key=lambda form: (-forms[form], form), default=None)
