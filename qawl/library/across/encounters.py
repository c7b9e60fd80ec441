"""Encounters that several pages tell: what was announced, who comes according to whom, and what came of it.

What a page tells of its encounters is kept as it is compared (`tellings`), and found by who and what it names around its days
(`encounter_keys`). An encounter has the id of its founder, the telling that came first; which tellings are one is decided anew for
those that a page that comes may belong to, in the order of publishing.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from sqlite3 import Connection

from msgspec.json import decode
from msgspec.structs import replace

from qawl.library.across.courses.joining import Group, Member, Place, encounters_of, score_of
from qawl.library.across.courses.judging import lands_of
from qawl.library.across.courses.sides import own_name
from qawl.library.across.courses.telling import LAND, NOTHING, Setting, Side, Telling, tellings_of
from qawl.library.across.courses.vocabulary import weight_of
from qawl.library.deciding.histories import first_encounter, first_id
from qawl.library.rows import NAMED
from qawl.library.store import now
from qawl.model import Record, encode, hash_id

# A key leads to so many pages at most before a day and so many behind it, the nearest, and not farther than so many days.
NEAREST, FARTHEST = 30, 300
# So many of the pages that share most with a page are compared with it.
COMPARED = 24
# An encounter of more tellings is joined as it stands.
LARGE = 24
# So many words of an office lead to it.
MOST_WORDS = 4


def take_in(connection: Connection, page: int, record: Record) -> None:
    """Tell which encounters the events of a page are, and write down which encounters that moves."""
    before = _left_behind(connection, page)
    tellings = tellings_of(record, _identities(connection, page))
    if not tellings:
        return
    connection.execute(
        "INSERT INTO tellings (page, setting, told, encounters) VALUES (?, ?, ?, '{}')",
        (page, _pack(encode(tellings[0].setting)), _pack(encode([_bare(one) for one in tellings]))),
    )
    keys = _keys(tellings)
    members = [Member(Place(page, number), telling) for number, telling in enumerate(tellings)]
    near = _near(connection, page, members, keys)
    connection.executemany("INSERT OR IGNORE INTO encounter_keys (key, day, page) VALUES (?, ?, ?)", ((*key, page) for key in keys))
    _settle(connection, page, members, near, before)


def held_by(connection: Connection, page: int) -> dict[str, str]:
    """The encounters of a page's events by their ids, as they were taken in last."""
    row = connection.execute("SELECT encounters FROM tellings WHERE page = ?", (page,)).fetchone()
    return decode(row[0], type=dict[str, str]) if row else {}


def leave(connection: Connection, page: int) -> None:
    """Write down that a page goes which told encounters that other pages tell too."""
    for event, encounter in held_by(connection, page).items():
        forget_moves(connection, encounter)
        if connection.execute("SELECT 1 FROM events WHERE encounter = ? AND page <> ?", (encounter, page)).fetchone():
            _note(connection, page, first_id(connection, page, event), None, "suppress", encounter)


def forget_moves(connection: Connection, encounter: str) -> None:
    """Let of an encounter's moves be seen only that there were some: what may not be shown may be told in them."""
    connection.execute("UPDATE event_changes SET before = NULL, after = NULL WHERE encounter = ? AND cause = 'page'", (encounter,))


# -- what is kept to be compared


def _left_behind(connection: Connection, page: int) -> dict[str, str]:
    before = held_by(connection, page)
    connection.execute("DELETE FROM tellings WHERE page = ?", (page,))
    connection.execute("DELETE FROM encounter_keys WHERE page = ?", (page,))
    return before


def _identities(connection: Connection, page: int) -> dict[str, str]:
    query = " UNION ALL ".join(f"SELECT id, identity FROM {table} WHERE page = :page AND identity IS NOT NULL" for table in NAMED)
    return dict(map(tuple, connection.execute(query, {"page": page})))


def _bare(telling: Telling) -> Telling:
    return replace(telling, setting=NOTHING)


def _pack(data: bytes) -> bytes:
    return zlib.compress(data, 1)


def _kept(connection: Connection, pages: Iterable[int]) -> Iterator[tuple[Member, str]]:
    """The tellings of pages, each with the id of its encounter."""
    for page in pages:
        row = connection.execute("SELECT setting, told, encounters FROM tellings WHERE page = ?", (page,)).fetchone()
        setting = decode(zlib.decompress(row["setting"]), type=Setting)
        homes = decode(row["encounters"], type=dict[str, str])
        for number, telling in enumerate(decode(zlib.decompress(row["told"]), type=list[Telling])):
            yield Member(Place(page, number), replace(telling, setting=setting)), homes[telling.event]


def _keys(tellings: Sequence[Telling]) -> set[tuple[int, int]]:
    """By what and around which days the encounters of a page are found: names, places and rare words, as numbers."""
    names = {name for one in tellings for side in one.sides for name in side.names}
    words = {word for one in tellings for word in (*one.topic, *one.rare_towns) if weight_of(word)}
    sides = [side for one in tellings for side in one.sides]
    words |= {word for side in sides for word in side.words if weight_of(word) > 1 or word in own_name(side)}
    lands = {LAND + land for one in tellings for land in (*one.lands, *lands_of(one))}
    named = {place for place in tellings[0].setting.places if not place.startswith(LAND)}
    places = {place for one in tellings for place in (*one.towns, *one.near)} | named | lands
    offices = {office for one in tellings for side in one.sides for office in offices_of(side)}
    days = {day.toordinal() for one in tellings for day in (one.published, one.days[0] if one.dated and one.days else None) if day}
    called = {word for one in tellings for word in (*one.title, *one.peoples, one.sitting, *numbered(one)) if word}
    known = names | words | places | offices | called | tellings[0].setting.company
    return {(_number(key), day) for key in known for day in days or {0}}


def numbered(one: Telling) -> Iterator[str]:
    """What is told of an encounter by its number in its row: جلسة 28."""
    if one.ordinal is not None:
        yield from (f"{noun} {one.ordinal}" for noun in one.nouns)


def offices_of(side: Side) -> Iterator[str]:
    """Two words each by which somebody is told without his name: وزيرة برتغالية."""
    words = side.office if side.type == "person" else side.words if side.type == "unnamed" else ()
    return (" ".join(pair) for pair in combinations(sorted(words)[:MOST_WORDS], 2))


def _number(key: str) -> int:
    return int(hash_id(key), 16) >> 1


# -- which encounters it may be


def _near(connection: Connection, page: int, members: list[Member], keys: set[tuple[int, int]]) -> dict[Place, tuple[Member, str]]:
    """The tellings of the encounters that those of a page may belong to, each with the id of its encounter."""
    votes: Counter[int] = Counter()
    for key, day in keys:
        found = _pages_of(connection, key, day, page)
        for one in found:
            votes[one] += 1 / len(found)  # type: ignore[assignment]
    likeliest = [one for one, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:COMPARED]]
    homes = {home for _, home in _kept(connection, sorted(likeliest))}
    pages = {
        row[0]
        for home in homes
        for row in connection.execute(
            "SELECT DISTINCT page FROM events WHERE encounter = ? AND page <> ? ORDER BY page LIMIT ?", (home, page, LARGE)
        )
    }
    compared: dict[str, Group] = {home: [] for home in homes}
    for other, home in _kept(connection, sorted(pages)):
        if home in homes:
            compared[home].append(other)
    return {
        other.place: (other, home)
        for home, encounter in compared.items()
        if any(may_fit(member, encounter) for member in members)
        for other in encounter
    }


def may_fit(member: Member, encounter: Group) -> bool:
    """Whether a telling fits an encounter as far as it is told, or one of its tellings: all of it may tell more."""
    return bool(score_of([member], encounter)) or any(score_of([member], [other]) for other in encounter)


def _pages_of(connection: Connection, key: int, day: int, page: int) -> set[int]:
    before = "SELECT page FROM encounter_keys WHERE key = ? AND day BETWEEN ? AND ? AND page <> ? ORDER BY day DESC LIMIT ?"
    behind = "SELECT page FROM encounter_keys WHERE key = ? AND day BETWEEN ? AND ? AND page <> ? ORDER BY day LIMIT ?"
    found = [
        *connection.execute(before, (key, day - FARTHEST, day, page, NEAREST)),
        *connection.execute(behind, (key, day + 1, day + FARTHEST, page, NEAREST)),
    ]
    return {row[0] for row in found}


# -- which it is


def _settle(
    connection: Connection, page: int, members: list[Member], near: dict[Place, tuple[Member, str]], before: dict[str, str]
) -> None:
    """Give each telling its encounter, and write down which encounters gained or lost a page."""
    homes = {place: home for place, (_, home) in near.items()}
    told_by = _tellings(connection, {place.page for place in near})
    groups = encounters_of([*members, *(member for member, _ in near.values())], told_by)
    taken: set[str] = set()
    told: dict[Place, str] = {}
    for group in sorted(groups, key=lambda group: min(member.place for member in group)):
        id = _id_of(connection, group, homes, taken)
        taken.add(id)
        told |= {member.place: id for member in group}
    moved = [(member, told[member.place]) for group in groups for member in group if homes.get(member.place) != told[member.place]]
    events = {member.place: member.telling.event for group in groups for member in group}
    for member, home in moved:
        connection.execute(
            "UPDATE events SET encounter = ? WHERE page = ? AND id = ?", (home, member.place.page, member.telling.event)
        )
    for one in {member.place.page for member, _ in moved}:
        _remember(connection, one, {events[place]: home for place, home in told.items() if place.page == one})
    _note_moves(connection, page, groups, homes, told, before)


def _tellings(connection: Connection, pages: Iterable[int]) -> dict[int, list[Telling]]:
    """All that pages tell of encounters."""
    found: dict[int, list[Telling]] = {}
    for member, _ in _kept(connection, sorted(pages)):
        found.setdefault(member.place.page, []).append(member.telling)
    return found


def _remember(connection: Connection, page: int, told: dict[str, str]) -> None:
    known = held_by(connection, page) | told
    connection.execute("UPDATE tellings SET encounters = ? WHERE page = ?", (encode(known).decode(), page))


def _id_of(connection: Connection, group: Group, homes: dict[Place, str], taken: set[str]) -> str:
    """The id that a telling of the group has, the one that came first before others; else one of its own."""
    for member in sorted(group, key=lambda member: member.place):
        home = homes.get(member.place)
        if home and home not in taken:
            return home
    founder = min(group, key=lambda member: member.place)
    return _own_id(connection, founder, taken | set(homes.values()))


def _own_id(connection: Connection, founder: Member, others: set[str]) -> str:
    page = founder.place.page
    id = first_encounter(connection, page, first_id(connection, page, founder.telling.event))
    while id in others or connection.execute("SELECT 1 FROM events WHERE encounter = ? AND page <> ?", (id, page)).fetchone():
        id = hash_id(id, "again")
    return id


def _note_moves(
    connection: Connection, page: int, groups: list[Group], homes: dict[Place, str], told: dict[Place, str], before: dict[str, str]
) -> None:
    """A page that came to an encounter of others, or left one, moves it."""
    had = _pages_by_encounter([*((place.page, home) for place, home in homes.items()), *((page, home) for home in before.values())])
    has = _pages_by_encounter([(place.page, home) for place, home in told.items()])
    events = {told[member.place]: member.telling.event for group in groups for member in group if member.place.page == page}
    for encounter in sorted(had):
        if had[encounter] - {page} and had[encounter] != has.get(encounter, set()):
            event = events.get(encounter)
            _note(connection, page, first_id(connection, page, event) if event else "", event, "page", encounter)


def _pages_by_encounter(pairs: Iterable[tuple[int, str]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for page, encounter in pairs:
        found.setdefault(encounter, set()).add(page)
    return found


def _note(connection: Connection, page: int, event: str, id: str | None, cause: str, encounter: str) -> None:
    connection.execute(
        'INSERT INTO event_changes (page, event, "now", changed, cause, encounter) VALUES (?, ?, ?, ?, ?, ?)',
        (page, event, id, now(), cause, encounter),
    )
