"""Whether two bodies, groups or places in two pages are one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qawl.arabic.alike.forms import Part
from qawl.arabic.alike.latin import is_latin
from qawl.arabic.alike.spellings import Likeness, likeness
from qawl.arabic.letters import bare_words
from qawl.arabic.world.same_bodies import BodyBond, BodyName, body_bond, body_name, own_words, stems_of
from qawl.arabic.world.standing import is_beside
from qawl.library.across.naming.evidence import (
    Evidence,
    both_beside,
    is_near,
    is_within,
    lands_of,
    of_lands,
    other_lands,
    shared_context,
    weight,
)
from qawl.library.across.naming.known import NAMESAKE, Judgement, Known, Reason
from qawl.library.across.naming.seats import lie_elsewhere, side_of

# A body that is told by its head alone, or by a part of its name, was told of in the last days.
LATELY = 60
# A story is told for so many days.
STORY = 14
# A short form that leaves out words that tell little has so many that tell.
FEWEST = 2
# Two places of one name of which each has its own side.
OTHER_SIDE = "other_side"
# What each land has its own of.
STATE = "state"
# Kinds of those beside a body that its name may mean as well, and how such a name stands to them.
BODILY = frozenset({"organisation", "group"})
MAY_MEAN = frozenset({BodyBond.WHOLE, BodyBond.SHORT, BodyBond.BARE, BodyBond.ACRONYM})
# Types of bodies that choose their names.
CHOSEN = frozenset({"company", "party", "agency", "paper", "media", "club"})


def judge_bodies(a: Known, b: Known) -> Judgement:
    """Whether two bodies or groups are one."""
    bond, *names = min(bonds(a, b), key=lambda found: list(BodyBond).index(found[0]))
    told = Reason(bond.value, (names[0], names[1]))
    against = tuple(reason for _, reason in other_lands(a, b))
    if bond == BodyBond.STRANGER or against:
        return Judgement("apart", (told, *against))
    context = list(shared_context(a, b))
    doubted = (*doubts(a, b), *rivals(a, b, names), *lie_elsewhere(a, b))
    reasons = (told, *(reason for _, reason in context), *same_land(a, b), *doubted)
    level = max((level for level, _ in context), default=Evidence.NOTHING)
    joins = not doubted and speaks_for(Pair(a, b, names[0], names[1]), bond, level)
    shown = not is_anybody(a, b, bond, names) and (is_of_weeks(a, b) if bond == BodyBond.HEAD or is_generic(a, b) else True)
    return Judgement("join" if joins else "propose" if shown else "apart", reasons)


def is_of_weeks(a: Known, b: Known) -> bool:
    """Whether pages of the same weeks are alike, or tell of one land within days: then a name that many have is asked about."""
    return is_recent(a, b) and (is_near(a, b) or (any(same_land(a, b)) and is_within(a, b, STORY)))


def is_generic(a: Known, b: Known) -> bool:
    """Whether each land or page has its own of a name, and one of two tells no land: أهالي الحي, وزارة الصحة, مجلس الوزراء."""
    return "group" in (a.kind, b.kind) or (is_of_state(a, b) and not (a.countries and b.countries))


def is_anybody(a: Known, b: Known, bond: BodyBond, names: list[str]) -> bool:
    """Whether one word is all that two groups have in common, as each page has its own: المحتجون, الأهالي, الشعب."""
    return a.kind == b.kind == "group" and (bond == BodyBond.HEAD or any(len(name.split()) == 1 for name in names))


def told_as_one(a: Known, b: Known) -> tuple[Reason, ...]:
    """Where a page calls a body or group by the other's name too: كانت تعرف باسم; other lands and two ids outweigh it."""
    if not {a.kind, b.kind} <= BODILY or (a.known_as and b.known_as) or any(other_lands(a, b)):
        return ()
    for one, other in ((a, b), (b, a)):
        for name in one.called:
            if any(bare_words(name) == bare_words(theirs) or is_name_of(name, theirs) for theirs in other.names):
                return (Reason("called_so", (one.names[0], name)),)
    return ()


def is_name_of(name: str, other: str) -> bool:
    """Whether two names are one in all their words, but for the word for the kind: حكماء البحيرة of مجلس حكماء البحيرة."""
    one, two = body_name(name), body_name(other)
    return body_bond(name, other) in (BodyBond.WHOLE, BodyBond.BARE) or (
        len(own_words(one)) > 1 and own_words(one) == two.tail | two.towns
    )


Bonded = tuple[BodyBond, str, str]


def bonds(a: Known, b: Known) -> Iterator[Bonded]:
    """How each name of the one stands to each of the other; the short form by which a page calls it is no whole name."""
    for one in a.names:
        for two in b.names:
            bond = body_bond(one, two)
            if bond == BodyBond.WHOLE and one.isupper() and two.isupper() and have_strange_names(a, b):
                bond = BodyBond.KIND
            is_short = bond == BodyBond.WHOLE and (is_short_of(one, a) or is_short_of(two, b))
            yield BodyBond.SHORT if is_short else bond, one, two


def have_strange_names(a: Known, b: Known) -> bool:
    """Whether two have an acronym alone in common, and full names without one word that tells: (UNT) of النقل and of النسيج."""
    one, two = (body_name(known.names[0]) for known in (a, b))
    if body_bond(a.names[0], b.names[0]) != BodyBond.STRANGER:
        return False
    mine, theirs = ((name.tail | name.towns) - stems_of("general") for name in (one, two))
    return bool(mine and theirs and mine.isdisjoint(theirs))


def is_short_of(name: str, known: Known) -> bool:
    """Whether a name is a short form of the full one of a body: مجلس الوزراء of مجلس وزراء الصحة العرب."""
    return name != known.names[0] and body_bond(name, known.names[0]) == BodyBond.SHORT


class Pair(NamedTuple):
    """Two bodies, and the names of theirs that are most alike."""

    a: Known
    b: Known
    one: str
    two: str


def speaks_for(pair: Pair, bond: BodyBond, level: Evidence) -> bool:
    """Whether enough speaks for two bodies, by how their names stand to each other and what both have beside them."""
    a, b = pair.a, pair.b
    some, recent = level > Evidence.NOTHING, is_recent(a, b)
    if "group" in (a.kind, b.kind) and not recent and not is_own(pair):
        return False
    if bond in (BodyBond.WHOLE, BodyBond.BARE):
        return is_whole(pair, level, bare=bond == BodyBond.BARE)
    if bond == BodyBond.ACRONYM:
        return some and recent
    if bond == BodyBond.SHORT and not is_named_after_place(pair):
        much = level == Evidence.STRONG and not is_divided(pair)
        told = some or leaves_out_little(pair) or (is_own(pair) and is_near(a, b, lately=True))
        return much or (recent and is_told_well(pair) and told) or (some and is_of_one_story(pair))
    return False


def is_named_after_place(pair: Pair) -> bool:
    """Whether two bodies are named after places, so that a word less is another place: بلدية عين الساقية | الشرقية."""
    return body_name(pair.one).head in stems_of("of_place")


def is_of_one_story(pair: Pair) -> bool:
    """Whether pages of the same days call a body by a short form that says nothing outside of them: الاتحاد التعاوني."""
    short, _ = short_and_full(pair)
    return short.tail <= stems_of("general") and not is_divided(pair) and is_within(pair.a, pair.b, STORY)


def is_whole(pair: Pair, level: Evidence, *, bare: bool) -> bool:
    """Whether two of one name are one: offices of a state of one land alone, others by their own name or what is beside them."""
    a, b = pair.a, pair.b
    if of_lands(a, b):
        return level == Evidence.STRONG and is_own(pair) and not is_of_state(a, b)
    if is_one_of_many(pair):
        return level > Evidence.NOTHING and share_party(a, b)
    told = any(same_land(a, b)) or (level == Evidence.STRONG and not adds_land(pair) and share_party(a, b))
    if level > Evidence.NOTHING and (told or not is_of_state(a, b)):
        return True
    if is_of_state(a, b):
        return any(same_land(a, b)) and not bare
    if "group" in (a.kind, b.kind):
        return False
    long = min(len(body_name(name).tail) for name in (pair.one, pair.two)) > 1
    if is_own(pair) or is_chosen(pair, long):
        return True
    return (any(same_land(a, b)) and (long or not bare)) or (long and is_recent(a, b) and (is_near(a, b) or adds_land(pair)))


def is_chosen(pair: Pair, long: bool) -> bool:
    """Whether both chose their name, one of several words or of a seldom one, and their pages tell of one land."""
    own = any(body_name(name).own for name in (pair.one, pair.two))
    return is_called(pair.a, pair.b) and share_land(pair.a, pair.b) and (long or own)


def is_one_of_many(pair: Pair) -> bool:
    """Whether a land has many of a body: كلية الحقوق, هيئة المحكمة; not المحكمة العليا, nor one by a town or a word of its own."""
    names = [body_name(name) for name in (pair.one, pair.two)]
    if is_own(pair) or any(name.towns or name.tail & stems_of("of_whole_land") for name in names):
        return False
    return any({name.head, *name.tail} & stems_of("one_of_many") for name in names)


def share_party(a: Known, b: Known) -> bool:
    """Whether two have a person or another body beside them both, and no mere words."""
    parties = ("person:", "organisation:")
    return any(one.startswith(parties) and weight(one) > 0 for one in both_beside(a, b))


def share_land(a: Known, b: Known) -> bool:
    """Whether the pages of both name one land, or those of one name none."""
    one, two = lands_of(a), lands_of(b)
    return bool(one & two) or not (one or two)


def adds_land(pair: Pair) -> bool:
    """Whether the two names differ in the land that one tells: الهيئة السودانية للإغاثة والتنمية, هيئة الإغاثة والتنمية."""
    return bool(body_name(pair.one).lands) != bool(body_name(pair.two).lands)


def leaves_out_little(pair: Pair) -> bool:
    """Whether a short form leaves out a town or words that tell little, of one land or where both pages tell of like things."""
    short, full = short_and_full(pair)
    little = stems_of("general")
    if not full.tail - short.tail <= little:
        return False
    if len(short.tail - little) >= FEWEST and is_near(pair.a, pair.b, lately=True):
        return True
    return full.towns == short.towns and bool(full.lands | short.lands) and any(same_land(pair.a, pair.b))


def short_and_full(pair: Pair) -> list[BodyName]:
    """The two names, the shorter one first."""
    return sorted(map(body_name, (pair.one, pair.two)), key=lambda name: len(name.tail) + len(name.towns))


def is_told_well(pair: Pair) -> bool:
    """Whether a short form is of a name of its own, or has two words of it and leaves out none that tells another body."""
    short, full = short_and_full(pair)
    return not is_divided(pair) and (is_own(pair) or len(short.tail) > 1 or left_out(short, full) <= stems_of("general"))


def is_divided(pair: Pair) -> bool:
    """Whether what a short form leaves out tells another body: الشباب, العرب."""
    return bool(left_out(*short_and_full(pair)) & stems_of("divides"))


def left_out(short: BodyName, full: BodyName) -> frozenset[str]:
    """The words and towns that a short form leaves out."""
    return (full.tail | full.towns) - short.tail - short.towns


def is_recent(a: Known, b: Known) -> bool:
    """Whether the pages of two are known to be of the same weeks."""
    return is_within(a, b, LATELY)


def is_of_state(a: Known, b: Known) -> bool:
    """Whether one is an office of a state, of which each land has its own: وزارة الصحة, مجلس الوزراء."""
    return any(STATE in known.bodies or not named_of(known).isdisjoint(stems_of("one_of_land")) for known in (a, b))


def named_of(known: Known) -> set[str]:
    """The head and the words behind it of the full name of a body that tells no land of its own."""
    name = body_name(known.names[0])
    return {name.head, *name.tail}


def rivals(a: Known, b: Known, names: list[str]) -> Iterator[Reason]:
    """Another body beside the two that the shorter name may mean as well: نقابة الأطباء beside نقابة أطباء الأسنان."""
    short, full = sorted(names, key=lambda name: len(body_name(name).tail | body_name(name).towns))
    if body_bond(short, full) not in MAY_MEAN:
        return
    for known in (a, b):
        for other in known.near:
            kind, _, name = other.partition(":")
            if kind in BODILY and ":" not in name and may_mean(short, full, name):
                yield Reason("rival", (name,))
                return


def may_mean(short: str, full: str, other: str) -> bool:
    """Whether a short name may mean another body that is not the one of the full name."""
    return body_bond(short, other) in MAY_MEAN and body_bond(full, other) in (BodyBond.STRANGER, BodyBond.KIND)


def is_own(pair: Pair) -> bool:
    """Whether both names have a word that tells them from all others."""
    return all(is_latin(name) or body_name(name).own for name in (pair.one, pair.two))


def is_called(a: Known, b: Known) -> bool:
    """Whether both are of a kind that chooses its name: companies, parties, papers; not ministries, courts, councils."""
    return all(set(known.bodies) & CHOSEN for known in (a, b))


def same_land(a: Known, b: Known) -> Iterator[Reason]:
    """The one land of both, their own or the only one that their pages name."""
    one, two = lands_of(a), lands_of(b)
    if len(one) == 1 and one == two:
        yield Reason("same_land", tuple(one))


def doubts(a: Known, b: Known) -> Iterator[Reason]:
    """A page that warns of like names."""
    if any(one == NAMESAKE for known in (a, b) for one in known.near):
        yield Reason("namesake_told")


def judge_places(a: Known, b: Known) -> Judgement:
    """Whether two places are one: by name and country; of two countries never, in another spelling proposed.

    Of one name, whatever tells which place it is must not differ, and the pages must tell of one land or be alike.
    """
    names = (a.names[0], b.names[0])
    against = tuple(reason for _, reason in other_lands(a, b))
    if against:
        return Judgement("apart", against)
    elsewhere = tuple(lie_elsewhere(a, b))
    context = tuple(reason for _, reason in shared_context(a, b))
    if {bare_words(name) for name in a.names} & {bare_words(name) for name in b.names}:
        told = (Reason("same_full_name", names), *same_land(a, b), *context, *elsewhere)
        if any(reason.code == OTHER_SIDE and len(reason.words) > 1 for reason in elsewhere):
            return Judgement("apart", told)
        return Judgement("propose" if elsewhere or not is_one_place(a, b) else "join", told)
    like = spelt_alike(*names)
    if like and (context or like == Likeness.SPELT):
        return Judgement("propose", (Reason("near_spelling", names), *context))
    if is_longer_name(*names) and not elsewhere:
        return Judgement("join" if is_by_its_seat(a, b) else "propose", (Reason("short_form", names), *context))
    return Judgement("apart", (Reason("other_name", names),))


def is_one_place(a: Known, b: Known) -> bool:
    """Whether enough speaks for two places of one name and no two lands: the tables, their land, or pages that are alike."""
    if set(a.countries) & set(b.countries) or set(a.seats) & set(b.seats):
        return True
    if of_lands(a, b):
        return False
    seldom = is_within(a, b, STORY) and all(is_site_of_its_own(known.names[0]) for known in (a, b))
    return seldom or any(same_land(a, b)) or is_near(a, b, lately=is_recent(a, b))


def is_site_of_its_own(name: str) -> bool:
    """Whether a site has a name that hardly another one bears: جسر تلمبوش; not مستشفى الأمل, جسر عين الساقية."""
    words = bare_words(name).split()
    return len(words) > 1 and is_beside(words[0], "site") and not is_beside(words[1], "opens_place") and body_name(name).own


def is_by_its_seat(a: Known, b: Known) -> bool:
    """Whether a name goes on with the place in which the other page has it: عين الساقية العكارية, عين الساقية في عكار."""
    pairs = ((a, b), (b, a))
    return any(side_of(bare_words(one.names[0]).split()[-1]) in {side_of(seat) for seat in other.seats} for one, other in pairs)


def is_longer_name(first: str, second: str) -> bool:
    """Whether one name goes on where the other one ends: عين الساقية, عين الساقية الشرقية."""
    short, full = sorted((bare_words(name).split() for name in (first, second)), key=len)
    return len(short) > 1 and short == full[: len(short)]


def spelt_alike(first: str, second: str) -> Likeness:
    """How the names of two places are alike, as one word."""
    one, two = (bare_words(name).replace(" ", "") for name in (first, second))
    return likeness(Part(one), Part(two))
