"""Who beside one of two people may be the other one as well, and what rules him out: gender, roles, that both pages have him."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qawl.arabic.alike.forms import name_of
from qawl.arabic.alike.latin import is_latin, match_forms
from qawl.arabic.alike.names import ONE_WORD, Bond, Match
from qawl.arabic.alike.offices import Bearing, bearing
from qawl.arabic.people.namesakes import AGREE
from qawl.library.across.naming.evidence import AGAINST, FOR, FULL, Evidence, gender, gender_of_name, gender_of_roles, people_near
from qawl.library.across.naming.known import NAMESAKE, Known, Reason
from qawl.library.across.naming.sounds import may_sound_like

# A page that warns of like names is believed, whatever speaks for one.
WARNED = "namesake_told"
# Somebody beside has a father of this name, who may be meant.
FATHER_BESIDE = "father_beside"
# Somebody beside is called by other parts of the longer name: عثمان الطيب beside عثمان الكندي, of عثمان الطيب الكندي.
PART_BESIDE = "part_beside"
# Names that two may have so that a page warns of it.
OF_LIKE_NAMES = (Bond.WHOLE, Bond.ENDS, Bond.FAMILY, Bond.GIVEN)
# Two of one family, or of one given and family name, who are not one.
OTHERS = (Bond.RELATIVE, Bond.FATHER)
# Parts of a name that hold the given one.
PARTS = (Bond.FRONT, Bond.INNER)


def rivals_of(a: Known, b: Known, found: Match) -> Iterator[Reason]:
    """Others beside one of the two who may be the other one as well, or are so by their whole name."""
    for one, other in ((a, b), (b, a)):
        for key in people_near(one):
            if may_sound_like(key, other.names[0]):
                yield from (reason for reason in doubts_of(key, one, other, found) if not is_ruled_out(key, one, other))


def doubts_of(key: str, one: Known, other: Known, found: Match) -> Iterator[Reason]:
    """What makes somebody beside the one a doubt whether he is the other."""
    rival = match_forms(key, other.names[0])
    if is_of_father(key, one, other) and not is_beside(key, other):
        yield Reason(FATHER_BESIDE, (key, other.names[0]))
    if is_rival(rival, found):
        better = rival.bond == Bond.WHOLE and (found.bond != Bond.WHOLE or rival.alike > found.alike)
        better = better and not (found.bond in ONE_WORD and match_forms(key, one.names[0]).may_be_one)
        yield Reason("named_beside" if better else "rival", (key, other.names[0]))
    elif found.bond == Bond.ENDS and rival.bond in PARTS:
        yield Reason(PART_BESIDE, (key, other.names[0]))
    elif found.bond == Bond.FAMILY and is_of_house(key, one, other):
        yield Reason("rival", (key, one.names[0]))


def is_rival(rival: Match, found: Match) -> bool:
    """Whether somebody else's name may be the one that was found as well: by as much of it, or as its short form."""
    order = list(Bond)
    if {rival.bond, found.bond} <= {Bond.WHOLE, Bond.ENDS}:
        return rival.alike >= found.alike
    return rival.may_be_one and (order.index(rival.bond), -rival.alike) <= (order.index(found.bond), -found.alike)


def is_of_house(key: str, short: Known, full: Known) -> bool:
    """Whether somebody beside one whom his page calls by the family name alone has that family name, and another given name."""
    if len(name_of(short.names[0]).parts) > 1 or is_beside(key, full):
        return False
    return match_forms(key, short.names[0]).bond == Bond.FAMILY and match_forms(key, full.names[0]).bond in OTHERS


def is_of_father(key: str, one: Known, other: Known) -> bool:
    """Whether a name beside somebody holds his father's name, which is the other's whole name and not his own: a grandfather."""
    father = " ".join(key.split()[1:])
    if len(name_of(father).parts) < 2 or match_forms(father, other.names[0]).bond != Bond.WHOLE:
        return False
    return match_forms(father, one.names[0]).bond != Bond.WHOLE


# -- what rules somebody out


def is_ruled_out(key: str, one: Known, other: Known) -> bool:
    """Whether somebody beside the one is not the other: of another gender, of other roles where theirs agree, on both pages.

    Nor is it a rival who is the other one himself, whom the page calls by his last name too.
    """
    if differs_in_gender(key, one, other) or has_other_roles(key, one, other) or is_told_by_both(key, one, other):
        return True
    if differs_in_article(key, one.names[0], other.names[0]) or is_in_other_script(key, one):
        return True
    return are_names_of_one(key, one.names[0], other.names[0])


def is_in_other_script(key: str, one: Known) -> bool:
    """Whether somebody beside has in Latin letters the name by whose family name alone a page calls somebody: he is meant."""
    name = one.names[0]
    return is_latin(key) and not is_latin(name) and len(name_of(name).parts) == 1 and match_forms(key, name).bond == Bond.FAMILY


def differs_in_article(key: str, name: str, other: str) -> bool:
    """Whether a page has two family names that only article or آل tells apart, and the other page has the one's: خوري, الخوري."""
    rival, mine, theirs = (name_of(form).parts[-1] for form in (key, name, other))
    return rival.key == mine.key == theirs.key and rival[1:] != mine[1:] == theirs[1:]


def are_names_of_one(name: str, last: str, full: str) -> bool:
    """Whether two names are parts of one that their page nowhere has: رائد الكندي and المنصوري of رائد الكندي المنصوري."""
    if len(name_of(last).parts) > 1 or len(name_of(name).parts) < 2 or match_forms(last, full).bond != Bond.FAMILY:
        return False
    return match_forms(name, full).bond in PARTS and not match_forms(name, last).may_be_one


def differs_in_gender(key: str, one: Known, other: Known) -> bool:
    """Whether somebody beside and the other one are a woman and a man: سمير beside سميرة, رائد الكندي beside الوزيرة الكندي."""
    told = {beside.gender for beside in one.beside if beside.name == key} - {""}
    mine = gender_of_name(key) or gender_of_roles(roles_of(key, one)) or (told.pop() if len(told) == 1 else "")
    return {mine, gender(other)} == {"f", "m"}


def roles_of(key: str, one: Known) -> tuple[str, ...]:
    """The roles of somebody beside, as far as they are known."""
    return tuple(role for beside in one.beside if beside.name == key for role in beside.roles)


def has_other_roles(key: str, one: Known, other: Known) -> bool:
    """Whether the roles of the two agree, and those of somebody beside agree with none of the other's, and contradict one."""
    theirs = [role.text for role in other.roles]
    if set(bearings([role.text for role in one.roles], theirs)).isdisjoint(AGREE):
        return False
    hows = set(bearings(roles_of(key, one), theirs))
    return bool(hows & AGAINST.keys()) and not hows & FOR.keys()


def bearings(first: Iterable[str], second: list[str]) -> Iterator[Bearing]:
    """How each of some roles bears on each of others."""
    return (bearing(mine, theirs) for mine in first for theirs in second)


def is_beside(key: str, known: Known) -> bool:
    """Whether somebody has a person of this name beside him too, in full or by a short form: then both pages tell of both."""
    return any(may_sound_like(key, name) and match_forms(key, name).bond in FULL for name in people_near(known))


def is_told_by_both(key: str, one: Known, other: Known) -> bool:
    """Whether the other one has somebody beside him too who is this one, and cannot be whom he is beside."""
    return any(
        may_sound_like(key, name) and match_forms(key, name).bond in FULL and not match_forms(name, one.names[0]).may_be_one
        for name in people_near(other)
    )


# -- pages that warn


def warnings(a: Known, b: Known, found: Match, level: Evidence) -> Iterator[Reason]:
    """A page that warns of like names, where it names nobody else whom it may mean, and no role tells whom."""
    warned = [known for known in (a, b) if NAMESAKE in known.near and not names_another(known)]
    if found.bond in OF_LIKE_NAMES and warned and not (level == Evidence.STRONG and have_one_role(a, b)):
        yield Reason(WARNED)


def names_another(known: Known) -> bool:
    """Whether a page names somebody else of the family of the one whom it tells of by his given name too."""
    return any(match_forms(key, known.names[0]).bond in OTHERS for key in people_near(known))


def have_one_role(a: Known, b: Known) -> bool:
    """Whether two have a role in common, as far as two of one name may be told by it."""
    return not {Bearing.OFFICE, Bearing.TRADE}.isdisjoint(bearings(texts(a), texts(b)))


def have_one_body(a: Known, b: Known) -> bool:
    """Whether two have offices of one body."""
    return Bearing.BODY in bearings(texts(a), texts(b))


def texts(known: Known) -> list[str]:
    """The roles of somebody in their words."""
    return [role.text for role in known.roles]
