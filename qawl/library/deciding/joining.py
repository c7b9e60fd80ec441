"""People decide who is who: two identities are one, or are not; some pages of one tell of somebody else.

A decision keeps the places at which pages name those who are meant, so that it holds when pages are read again, come later, or come
to another library. Of two decisions on the same places the later one holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from sqlite3 import Connection

from msgspec.structs import replace

from qawl.library.across.candidates import Candidates
from qawl.library.across.gathered import gather_anew, members_of, move, new_identity, reset, told_by, told_of
from qawl.library.across.naming.judging import judge
from qawl.library.across.naming.known import Known, merged
from qawl.library.across.rulings import (
    Place,
    anchor_of,
    anchored,
    are_split,
    bind,
    drop_anchors,
    is_stable,
    oldest_first,
    places_of,
    put_anchors,
    ruled,
)
from qawl.library.asking.naming import Meant, listed, meant, named
from qawl.library.deciding.decisions import (
    Anchor,
    Decision,
    Verdict,
    check_signature,
    decisions_where,
    last_made,
    moment,
    put_decision,
    signed,
)
from qawl.library.deciding.finding import find_page
from qawl.library.errors import LibraryError
from qawl.library.keeping import record_of
from qawl.library.refreshing import page_before, refresh
from qawl.library.store import Store

# So many places of an identity are kept with a decision, the first ones.
MOST_ANCHORS = 50
# So many pages are listed, by the beginnings of their captures, where some of them are to be named.
MOST_SHOWN, SHORT_CAPTURE = 20, 12

Sides = tuple[tuple[Anchor, ...], ...]


# -- who is meant


def identity_of(connection: Connection, name: str) -> str:
    """The one identity that a name or an id means. Raises `LibraryError` where that is nobody or several."""
    found = meant(connection, name)
    if len(found.identities) == 1:
        return found.identities[0]
    raise nobody_or_several(connection, name, found)


def nobody_or_several(connection: Connection, name: str, found: Meant) -> LibraryError:
    """Why a name means no one identity."""
    several = found.others or tuple(named(connection, (one,)) for one in found.identities)
    if not several:
        return LibraryError("not_found", "no page of this library names {name}", name=name)
    return LibraryError(
        "ambiguous", "several are called {name}; give the id of one of them: {several}", name=name, several=listed(several)
    )


def two_sides(connection: Connection, one: str, other: str) -> Sides:
    """The first places of two identities."""
    return anchors_of(connection, one)[:MOST_ANCHORS], anchors_of(connection, other)[:MOST_ANCHORS]


def sides_of_pages(connection: Connection, name: str, captures: Sequence[str]) -> tuple[str, Sides]:
    """Whom some pages name so, in these and in all others. Raises `LibraryError` where that is nobody, or several."""
    found = meant(connection, name)
    bearing = found.identities or tuple(one.identity for one in found.others)
    there = [identity for identity in bearing if any(one.capture in captures for one in anchors_of(connection, identity))]
    if len(there) != 1:
        raise (
            nobody_or_several(connection, name, found)
            if there
            else LibraryError("not_found", "these pages do not name {name}", name=name)
        )
    places = anchors_of(connection, there[0])
    gone = tuple(one for one in places if one.capture in captures)
    left = tuple(one for one in places if one.capture not in captures)
    if missing := set(captures) - {one.capture for one in gone}:
        raise LibraryError("not_found", "the page {capture} does not name {name}", capture=min(missing)[:12], name=name)
    if not left:
        raise LibraryError("bad_value", "no other page names {name}; there is nobody to split from", name=name)
    return there[0], (gone, left[:MOST_ANCHORS])


def anchors_of(connection: Connection, identity: str) -> tuple[Anchor, ...]:
    """The places at which pages name an identity."""
    return tuple(
        anchor_of(capture, finding, known)
        for page, capture, finding in members_of(connection, identity)
        if (known := told_by(connection, page).get(finding))
    )


# -- decisions


def ruling(connection: Connection, verdict: Verdict, identity: str, sides: Sides, *, who: str, why: str) -> Decision:
    """A decision on two sides, with what the machine says of them now. Raises `LibraryError` (bad_value) where nobody signs it."""
    check_signature(who, why)
    decision = Decision(
        made=moment(last_made(connection)),
        verdict=verdict,
        scope="identity",
        finding=identity,
        machine={"verdict": judged(connection, sides)},
        links=sides,
        who=who,
        why=why,
    )
    return signed(decision)


def join(store: Store, one: str, other: str, *, who: str, why: str) -> Decision:
    """Decide that two are one, each by a name or an id. Raises `LibraryError`."""
    with store.writing() as connection:
        first, second = identity_of(connection, one), identity_of(connection, other)
        if first == second:
            raise LibraryError("bad_value", "{one} and {other} are one here already: {first}", one=one, other=other, first=first)
        if is_stable(first) and is_stable(second):
            raise LibraryError(
                "bad_value", "{first} and {second} are two in the tables; they cannot be joined", first=first, second=second
            )
        decision = ruling(connection, "join", first, two_sides(connection, first, second), who=who, why=why)
        carry_out_rulings(store, [decision])
    return decision


def split(store: Store, name: str, pages: Sequence[str] = (), *, other: str = "", who: str, why: str) -> Decision:
    """Decide that some pages name somebody else so, or that two are not one. Raises `LibraryError`."""
    if bool(pages) == bool(other):
        raise LibraryError("bad_value", "name the pages that tell of somebody else, or who else it is")
    with store.writing() as connection:
        if other:
            first, second = identity_of(connection, name), identity_of(connection, other)
            if first == second:
                raise are_one(connection, name, other, first)
            sides = two_sides(connection, first, second)
        else:
            first, sides = sides_of_pages(connection, name, [find_page(connection, page) for page in pages])
        decision = ruling(connection, "split", first, sides, who=who, why=why)
        carry_out_rulings(store, [decision])
    return decision


def are_one(connection: Connection, name: str, other: str, identity: str) -> LibraryError:
    """Why two cannot be split who are one identity: which pages have them, of which those of one can be named."""
    captures = dict.fromkeys(anchor.capture[:SHORT_CAPTURE] for anchor in anchors_of(connection, identity))
    shown = ", ".join([*captures][:MOST_SHOWN]) + (", …" if len(captures) > MOST_SHOWN else "")
    return LibraryError(
        "bad_value",
        "{name} and {other} are one here: {identity}; name the pages that tell of somebody else, of these: {shown}",
        name=name,
        other=other,
        identity=identity,
        shown=shown,
    )


def restored(connection: Connection, decision: Decision, *, who: str, why: str) -> Decision:
    """The decision that takes back one of who is who. Raises `LibraryError` where that was done before."""
    if is_taken_back(connection, decision):
        raise LibraryError("bad_value", "{id} was taken back before", id=decision.id)
    made = moment(last_made(connection))
    return signed(Decision(made=made, verdict="restore", scope="identity", finding=decision.id, who=who, why=why))


def with_names(connection: Connection, decision: Decision) -> Decision:
    """A decision of who is who with the names by which pages have those whom it is about, as they are shown now."""
    if decision.scope != "identity" or not decision.links:
        return decision
    sides = (known_of_side(connection, side[:1]) or known_of_side(connection, side) for side in decision.links)
    return replace(decision, quote=" / ".join(side.names[0] for side in sides if side))


def ruling_of(connection: Connection, id: str) -> Decision | None:
    """The decision of who is who that has an id, or the beginning of one."""
    where = "scope = 'identity' AND verdict <> 'restore' AND id >= ? AND id < ?"
    found = decisions_where(connection, where, id, id + "g") if id else []
    return found[0] if len(found) == 1 else None


# -- what they do


def carry_out_rulings(store: Store, decisions: Iterable[Decision]) -> None:
    """Write decisions of who is who, of whatever time, and let them be seen; inside the caller's transaction."""
    connection = store.connection
    for decision in decisions:
        put_decision(connection, decision)
        if decision.verdict == "restore":
            _take_back(store, decision.finding)
        elif not is_taken_back(connection, decision):
            hold(connection, decision)
            write_again(store, _joined(connection, decision) if decision.verdict == "join" else _parted(connection, decision))


def is_taken_back(connection: Connection, decision: Decision) -> bool:
    """Whether somebody has taken a decision back."""
    return bool(decisions_where(connection, "scope = 'identity' AND verdict = 'restore' AND finding = ?", decision.id))


def hold(connection: Connection, decision: Decision) -> None:
    """Let a decision hold, in the pages that are there."""
    put_anchors(connection, decision.id, decision.verdict, decision.made, decision.links)
    for capture in {one.capture for side in decision.links for one in side}:
        found = connection.execute("SELECT page FROM pages WHERE capture = ?", (capture,)).fetchone()
        if found:
            bind(connection, capture, told_by(connection, found[0]))


def _joined(connection: Connection, decision: Decision) -> list[Place]:
    """Those whom a decision makes one: whom it means and all who are one with them, unless a later decision keeps them apart."""
    first, *others = oldest_first(connection, {place.identity for place in places_of(connection, decision.id)}) or [""]
    moved: list[Place] = []
    for other in others:
        if not (is_stable(first) and is_stable(other)) and not are_split(connection, first, other):
            moved += members_as_places(connection, other)
            move(connection, other, first)
    if moved:
        gather_anew(connection, [first, *others])
    return moved


def _parted(connection: Connection, decision: Decision) -> list[Place]:
    """Those of the first side who are still one with some of the second become another one."""
    leaving: dict[str, list[Place]] = {}
    for place in places_of(connection, decision.id):
        if place.side == 0 and place.identity in ruled(connection, place.capture, place.finding).apart_from:
            leaving.setdefault(place.identity, []).append(place)
    for identity, places in leaving.items():
        first = places[0]
        new = new_identity(connection, first.capture, told_by(connection, first.page)[first.finding])
        for place in places:
            move(connection, identity, new, (place.page, place.finding))
        gather_anew(connection, [identity, new])
    return [place for places in leaving.values() for place in places]


def _take_back(store: Store, decision: str) -> None:
    """Let a decision hold no more: who is who of those whom it means is judged anew."""
    connection = store.connection
    identities = {place.identity for place in places_of(connection, decision)}
    drop_anchors(connection, decision)
    judge_anew(store, identities)


def judge_anew(store: Store, identities: Iterable[str]) -> int:
    """Judge anew who the members of these identities are; what people decided holds. How many pages were written again."""
    connection = store.connection
    identities = set(identities)
    places = [place for one in identities | asked_about(connection, identities) for place in members_as_places(connection, one)]
    reset(connection, {place.identity for place in places})
    write_again(store, places)
    for decision in decisions_where(connection, "scope = 'identity' AND verdict = 'join'"):
        if not is_taken_back(connection, decision):
            write_again(store, _joined(connection, decision))
    return len({place.page for place in places})


def asked_about(connection: Connection, identities: set[str]) -> set[str]:
    """Those of whom it is asked whether they are one of these: who is judged anew beside them could else be joined with them."""
    members = "members m JOIN proposals p ON p.page = m.page AND p.finding = m.finding"
    query = f"SELECT p.other FROM {members} WHERE m.identity = ?1 UNION SELECT m.identity FROM {members} WHERE p.other = ?1"
    asked = (row[0] for one in identities for row in connection.execute(query, (one,)))
    return {one for one in asked if not is_stable(one)}


def write_again(store: Store, places: Iterable[Place]) -> None:
    """Write the pages of these places again, in the order in which they came."""
    for _, capture in sorted({(place.page, place.capture) for place in places}):
        refresh(store, capture, "decision", page_before(store.connection, capture))


def members_as_places(connection: Connection, identity: str) -> list[Place]:
    """The places of an identity."""
    return [Place(0, page, capture, finding, identity) for page, capture, finding in members_of(connection, identity)]


def judged(connection: Connection, sides: Sides) -> str | None:
    """What the machine says of two sides by itself; None where one of them is nowhere."""
    first, second = (known_of_side(connection, side) for side in sides)
    return judge(first, second, Candidates(connection).rarity).verdict if first and second else None


def known_of_side(connection: Connection, side: Iterable[Anchor]) -> Known | None:
    """What is known of those whom one side means."""
    known = [one for anchor in side if (one := known_at(connection, anchor))]
    return reduce(merged, known) if known else None


def is_lost(connection: Connection, side: Iterable[Anchor]) -> bool:
    """Whether pages of one side are there, and the machine finds none any more of those whom it means."""
    there = [anchor for anchor in side if connection.execute("SELECT 1 FROM pages WHERE capture = ?", (anchor.capture,)).fetchone()]
    return bool(there) and not any(anchored(anchor, told_of(record_of(connection, anchor.capture))) for anchor in there)


def known_at(connection: Connection, anchor: Anchor) -> Known | None:
    """What a page tells of whom an anchor means."""
    row = connection.execute("SELECT page FROM pages WHERE capture = ?", (anchor.capture,)).fetchone()
    told = told_by(connection, row[0]) if row else {}
    found = anchored(anchor, told)
    return told[found] if found else None
