"""How two names stand to each other: one in full, one a part of the other, father and son, or two of one family."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from qawl.arabic.alike.forms import Name, Part, name_of
from qawl.arabic.alike.rarity import is_listed, opened, opens_names, share_of
from qawl.arabic.alike.spellings import Likeness, blurred, is_at_home, likeness
from qawl.arabic.letters import BEFORE_GIVEN, FATHER
from qawl.arabic.names.units import syllables

# A word that opens names is no part of one where the next word opens so many times as many.
SURELY = 5
# Two given names heard alike have so many consonants at least.
LONG = 3


class Bond(Enum):
    """How two names stand to each other."""

    WHOLE = "same_full_name"  # every part
    ENDS = "short_form"  # the given and the family name of a longer one: سلمى القباني of سلمى نور الدين القباني
    FRONT = "first_part"  # the first parts: عبد الستار ناهي of عبد الستار ناهي الحمداني
    INNER = "some_parts"  # the given name and others that stand within
    TURNED = "turned"  # the family name first: بوعلام محمد
    FAMILY = "family_name"  # the last part alone, or a part that a person goes by
    GIVEN = "given_name"  # the first alone
    LOOSE = "shared_parts"  # all but a word at an end that no list of names has, and may be none: أدى ممدوح شاكر
    FATHER = "other_father"  # the given and the family name, but another father's name between them
    CHILD = "father_and_child"  # one is the other one's father: خالد العمري beside سامي خالد العمري
    AGE = "elder_and_younger"  # الأب beside الابن
    RELATIVE = "other_given_name"  # the family name, another given name
    STRANGER = "other_name"


ONE_WORD = (Bond.FAMILY, Bond.GIVEN)
MAY_BE_ONE = (Bond.WHOLE, Bond.ENDS, Bond.FRONT, Bond.INNER, Bond.TURNED, *ONE_WORD, Bond.LOOSE)


class Match(NamedTuple):
    """How two names stand to each other, the parts that they share, and how the least alike of these, and the last, are alike."""

    bond: Bond
    shared: tuple[Part, ...] = ()
    alike: Likeness = Likeness.SAME
    last: Likeness = Likeness.SAME

    @property
    def may_be_one(self) -> bool:
        """Whether two with these names may be one."""
        return self.bond in MAY_BE_ONE


def match(first: str, second: str) -> Match:
    """How two names stand to each other; the same whichever comes first."""
    return _match(*sorted((first, second)))


@lru_cache(maxsize=1 << 14)
def _match(first: str, second: str) -> Match:
    names = sorted((own_name(first), own_name(second)), key=lambda name: (len(name.parts), name.keys))
    short, full = names[0], names[1]
    if not short.parts:
        return Match(Bond.STRANGER)
    found = alone(short.parts[0], full.parts) if len(short.parts) == 1 else several(short.parts, full.parts)
    tells_apart = found.may_be_one and {short.age, full.age} == {"elder", "younger"}
    return Match(Bond.AGE) if tells_apart else found


@lru_cache(maxsize=1 << 14)
def own_name(form: str) -> Name:
    """The parts of a name without a kunya or an honour before the given name: أبو فهد رائد الكندي, مولاي رائد الكندي; not أبو بكر
    سالم الكندي.
    """
    name = name_of(form)
    leads = len(name.parts) > 2 and (is_called_father(name.parts[0]) or name.parts[0].key in BEFORE_GIVEN)
    return name._replace(parts=name.parts[1:]) if leads and opens_names(name.parts[1].key) else name


def is_called_father(part: Part) -> bool:
    """Whether a part names somebody after a child, and is no given name itself: أبو فهد; not أبو بكر, أبو الفضل."""
    child = part.key.removeprefix(FATHER[1:])
    return child != part.key and not part.definite and opens_names(child) and not opened(part.key)


def alone(word: Part, full: tuple[Part, ...]) -> Match:
    """How one word stands to a name: as its family name, its given name, or a word within it that nobody is given."""
    likes = [likeness(word, part) for part in full]
    if len(full) == 1:
        return Match(Bond.FAMILY, full, likes[0]) if likes[0] else Match(Bond.STRANGER)
    if likes[-1]:
        return Match(Bond.FAMILY, full[-1:], likes[-1])
    if likes[0] and not word.link:
        return Match(Bond.GIVEN, full[:1], likes[0])
    if likes[0] and full[0].link:
        return Match(Bond.FAMILY, full[:1], likes[0])
    inner = [(like, part) for like, part in zip(likes[1:-1], full[1:-1], strict=True) if like and not opens_names(part.key)]
    return Match(Bond.FAMILY, (inner[0][1],), inner[0][0]) if inner else Match(Bond.STRANGER)


def several(short: tuple[Part, ...], full: tuple[Part, ...]) -> Match:
    """How two names of several parts stand to each other."""
    ordered = in_order(short, full)
    if ordered:
        return Match(Bond.FATHER) if has_other_father(short, full) else without_given(ordered, short, full)
    if lineage := by_lineage(short, full) or by_house(short, full):
        return lineage
    if is_child(short, full) or is_child(full, short):
        return Match(Bond.CHILD)
    if found := of_syllables(short, full):
        return found
    if found := turned(short, full):
        return found
    first, last = likeness(short[0], full[0]), likeness(short[-1], full[-1])
    if first and last:
        return Match(Bond.FATHER)
    if last and is_heard_abroad(short, full):
        return Match(Bond.WHOLE, full, Likeness.NEAR, last)
    if loose := without_strange_ends(short, full):
        return loose
    return Match(Bond.RELATIVE) if last else Match(Bond.STRANGER)


def without_given(found: Match, short: tuple[Part, ...], full: tuple[Part, ...]) -> Match:
    """What two names in order tell where the given one is missing: بن سالم الكندي twice, or once beside سالم الكندي."""
    sons = [name[0].link == "son" for name in (short, full)]
    bond = found.bond if not any(sons) else Bond.FAMILY if all(sons) else Bond.LOOSE
    return found._replace(bond=bond)


def turned(short: tuple[Part, ...], full: tuple[Part, ...]) -> Match | None:
    """Two names of which one has the family name first, all of it or two words: not رائد بن فهد beside فهد آل رائد."""
    if "house" in (short[-1].link, full[-1].link):
        return None
    for one, other in (((short[-1], *short[:-1]), full), (short, (full[-1], *full[:-1]))):
        found = in_order(one, other) if is_led_alike(one, other) else None
        if found and (found.bond == Bond.WHOLE or (found.bond == Bond.ENDS and len(short) == 2)):
            return found._replace(bond=Bond.TURNED)
    return None


def of_syllables(short: tuple[Part, ...], full: tuple[Part, ...]) -> Match | None:
    """An East Asian name whose given one a desk writes as one word, before the family name or behind it: كيم جاي هون, جيهون كيم."""
    if len(short) != 2 or len(full) != 3 or not all(part.key in syllables() for part in full):
        return None
    given = Part(full[1].key + full[2].key)
    for first, last, bond in ((*short, Bond.WHOLE), (short[1], short[0], Bond.TURNED)):
        alike = likeness(first, full[0]), likeness(last, given)
        if min(alike) >= Likeness.NEAR and alike[0] >= Likeness.SPELT:
            return Match(bond, (full[0], given), min(alike), alike[1])
    return None


def is_led_alike(one: tuple[Part, ...], other: tuple[Part, ...]) -> bool:
    """Whether the first and the last parts of two names have article and بن alike: not رائد بن سالم beside سالم بن رائد."""
    pairs = ((one[0], other[0]), (one[-1], other[-1]))
    return all((mine.link == "son") == (theirs.link == "son") and mine.definite == theirs.definite for mine, theirs in pairs)


def has_other_father(short: tuple[Part, ...], full: tuple[Part, ...]) -> bool:
    """Whether بن tells two fathers: رائد بن سالم آل كندي of رائد بن فهد بن سالم آل كندي; at the end it may lead to the family.

    Whoever has no family name behind his lineage is no رائد سالم either, by a grandfather's name: رائد بن فهد بن سالم.
    """
    if full[1].link != "son" or likeness(short[1], full[1]):
        return False
    if short[1].link != "son":
        return len(short) == len(full) - 1 == 2 and full[2].link == "son" and opens_names(short[1].key)
    return len(short) > 2 or not likeness(short[1], full[-1])


def by_lineage(short: tuple[Part, ...], full: tuple[Part, ...]) -> Match | None:
    """A name without the given one, as it begins with بن or ولد: بن يونس بن قدور of رائد بن يونس بن قدور, or of رائد قدور; ولد
    أحمد سالم of رائد الأمين أحمد سالم.
    """
    for one, other in ((short, full), (full, short)):
        if one[0].link == "son" and len(other) == 2 and other[0].link != "son" and likeness(one[-1], other[-1]):
            return Match(Bond.FAMILY, other[-1:], likeness(one[-1], other[-1]))
    found = in_order(short, full[1:]) if short[0].link == "son" and len(full) > len(short) else None
    if found is None and short[0].link == "son" and len(full) > len(short) > 1 and (end := in_order(short, full[-len(short) :])):
        return end._replace(bond=Bond.LOOSE)
    return found._replace(bond=Bond.FAMILY) if found and found.bond in (Bond.WHOLE, Bond.ENDS) else None


def by_house(short: tuple[Part, ...], full: tuple[Part, ...]) -> Match | None:
    """A family name of two words behind others, the first of which hardly anybody is given: ضو البيت of رائد سالم ضو البيت."""
    likes = [likeness(mine, theirs) for mine, theirs in zip(short, full[-len(short) :], strict=True)]
    behind = len(full) > len(short) and all(likes) and not short[0].link
    return Match(Bond.LOOSE, short, min(likes), likes[-1]) if behind and not opens_names(short[0].key) else None


def is_heard_abroad(short: tuple[Part, ...], full: tuple[Part, ...]) -> bool:
    """Whether before one foreign surname stand two given names of the same consonants: أليكساندر, ألكسندر; not سالم, سليم."""
    heard = len(short) == len(full) == 2 and blurred(short[0]) == blurred(full[0])
    return heard and not is_at_home(short[1]) and not is_at_home(full[1]) and len(blurred(short[0])) >= LONG


def without_strange_ends(short: tuple[Part, ...], full: tuple[Part, ...]) -> Match | None:
    """Two names of which one is in order where words at its ends are left out that may be none of it."""
    for mine in trimmed(short):
        for theirs in trimmed(full):
            one, other = sorted((mine, theirs), key=len)
            found = in_order(one, other) if (mine, theirs) != (short, full) else None
            if found and len(one) > 1:
                return found._replace(bond=Bond.LOOSE)
    return None


def trimmed(name: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """A name, and the same without a first word that is no given name, or a last one that no list of names has."""
    first = len(name) > 2 and SURELY * opened(name[0].key) < opened(name[1].key)
    bare = name[1:] if first else name
    last = len(bare) > 2 and not is_listed(bare[-1].key)
    return list(dict.fromkeys((name, bare, bare[:-1] if last else bare)))


def in_order(short: tuple[Part, ...], full: tuple[Part, ...]) -> Match | None:
    """A name whose parts all stand in another one in their order, the given names first in both."""
    likes, shared = [likeness(short[0], full[0])], [more_usual(short[0], full[0], True)]
    if not likes[0]:
        return None
    place = 1
    for part in short[1:]:
        found = next((at for at in range(place, len(full)) if likeness(part, full[at])), None)
        if found is None:
            return None
        likes.append(likeness(part, full[found]))
        shared.append(more_usual(part, full[found], False))
        place = found + 1
    return Match(bond_of(short, full), tuple(shared), min(likes), likes[-1])


def more_usual(mine: Part, theirs: Part, first: bool) -> Part:
    """Of two spellings of a part the one that more people have: محمد rather than محمودا."""
    return theirs if share_of(theirs, first) > share_of(mine, first) else mine


def bond_of(short: tuple[Part, ...], full: tuple[Part, ...]) -> Bond:
    """Which parts of a longer name a shorter one has."""
    if len(short) == len(full):
        return Bond.WHOLE
    if likeness(short[-1], full[-1]):
        return Bond.ENDS
    return Bond.FRONT if all(likeness(mine, theirs) for mine, theirs in zip(short, full, strict=False)) else Bond.INNER


def is_child(child: tuple[Part, ...], parent: tuple[Part, ...]) -> bool:
    """Whether one is told as the child of the other: سامي خالد العمري of خالد العمري, ناجي بن صالح of صالح بن ناجي."""
    behind = child[1:]
    if (
        len(behind) < 2
        or (not opens_names(child[0].key) and child[0].key.startswith(FATHER[1:]))
        or not likeness(behind[-1], parent[-1])
        or likeness(child[0], parent[0])
    ):
        return False
    return bool(likeness(behind[0], parent[0]))
