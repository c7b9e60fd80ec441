"""Whether two people in two pages are one: how their names stand to each other, and how much more must speak for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from qawl.arabic.alike.forms import name_of
from qawl.arabic.alike.latin import is_latin, latin_words, match_forms
from qawl.arabic.alike.names import ONE_WORD, Bond, Match
from qawl.arabic.alike.offices import Bearing, bearing, field_of, office_of
from qawl.arabic.alike.rarity import is_listed, opened, opens_names, share, share_of
from qawl.arabic.alike.spellings import Likeness, blurred, is_at_home
from qawl.arabic.letters import bare_words, foreign_sound
from qawl.library.across.naming.evidence import (
    CODES_AGAINST,
    CODES_FOR,
    Evidence,
    evidence,
    gender,
    is_near,
    is_within,
    of_lands,
    share_somebody,
)
from qawl.library.across.naming.known import TWO_OFFICES, Judgement, Known, Reason, RoleOn
from qawl.library.across.naming.rivals import FATHER_BESIDE, PART_BESIDE, WARNED, have_one_body, have_one_role, rivals_of, warnings
from qawl.tables import table

# How many people of a library have a family name, by its bare key.
Rarity = Callable[[str], int]

NEVER = 9
# What must speak for two whose names stand so to each other: to join a rare name, a usual one, and to propose.
NEEDED: dict[Bond, tuple[int, int, int]] = {
    Bond.WHOLE: (Evidence.NOTHING, Evidence.SOME, Evidence.AGAINST),
    Bond.ENDS: (Evidence.NOTHING, Evidence.STRONG, Evidence.DOUBT),
    Bond.FRONT: (Evidence.SOME, Evidence.STRONG, Evidence.DOUBT),
    Bond.INNER: (Evidence.SOME, Evidence.STRONG, Evidence.DOUBT),
    Bond.TURNED: (Evidence.SOME, Evidence.STRONG, Evidence.DOUBT),
    Bond.FAMILY: (Evidence.SOME, Evidence.STRONG, Evidence.SOME),
    Bond.LOOSE: (NEVER, NEVER, Evidence.NOTHING),
    Bond.GIVEN: (Evidence.STRONG, Evidence.STRONG, Evidence.SOME),
}
# A part of a name, which something is enough for in pages of the same weeks.
IN_ORDER = (Bond.ENDS, Bond.TURNED)
SELDOM, RARE, VERY_RARE = 1e-6, 1e-7, 1e-10
# A family name that the lists have once at most, and one that few bear, as shares of people.
SINGLE, FEW_BEAR = 2e-5, 5e-5
# Fields that one person may have, one after the other.
COMPATIBLE = {"health", "state"}
# Given names are all that two share.
NO_FAMILY = "no_family_name"
# A role of men is told of one who is a woman elsewhere.
OTHER_GENDER = "other_gender"
# One says something when the other one has been dead for some days.
AFTER_DEATH, DAYS_AFTER = "after_death", 7
# A page may tell of two people in one.
TOLD_AS_TWO = "told_as_two"
# Their trades are of two fields.
OTHER_FIELD = "other_field"
# How a name that is not the same letter for letter is told.
SPELLINGS = {Likeness.SPELT: "spelling", Likeness.NEAR: "near_spelling", Likeness.CALLED: "nickname"}
# A role that two have in common.
ROLES_AGREE = (Bearing.OFFICE.value, Bearing.TRADE.value)
# A name of more people is anybody's.
ANYBODYS = 1e-4
# A family name that more people of a library have is a usual one; one that so few have means one of these.
MANY, FEW = 20, 3
# A name of so many parts has a family name behind the father's.
LINEAGE = 3
# A given name that opens more of the full names of the lists is everybody's.
USUAL_GIVEN = 150
# A foreign family name of so many consonants is hardly two people's.
LONG = 3
# One of so many tells him for a year.
VERY_LONG = 5
# A family name alone means somebody whom pages of the last days told of, of the last months where much speaks for him, or of the
# last year with the same role, of the last years where few have the name too. A story is told for some days.
STORY, LATELY, SEASON, YEAR, YEARS = 14, 60, 120, 365, 1095


def judge_people(a: Known, b: Known, rarity: Rarity | None = None) -> Judgement:
    """Whether two people are one."""
    found = best_match(a, b)
    if not found.may_be_one:
        return other_people(found, a, b)
    if found.bond == Bond.FAMILY and (by_age := judge_by_age(found, a, b, rarity)):
        return by_age
    level, told = evidence(a, b)
    doubts = (
        *rivals_of(a, b, found),
        *warnings(a, b, found, level),
        *without_family(found),
        *after_death(a, b),
        *told_as_two(a, b),
    )
    reasons = (*reasons_of(found, a, b), *told, *doubts)
    if any(reason.code == "named_beside" for reason in doubts):
        return Judgement("apart", reasons)
    join, propose = needed(found, a, b, rarity)
    join = max(join, asked_for(found, a, b, told, rarity))
    codes = {reason.code for reason in told}
    if is_recent(a, b) and not codes.isdisjoint(ROLES_AGREE) and (is_lineage(found) or level == Evidence.STRONG):
        join = min(join, Evidence.SOME) if is_lineage(found) else join
        doubts = tuple(doubt for doubt in doubts if doubt.code != NO_FAMILY)
    if level >= join and all(is_settled(doubt, level, codes) for doubt in doubts):
        return Judgement("join", reasons)
    return Judgement("propose" if level >= propose else "apart", reasons)


def asked_for(found: Match, a: Known, b: Known, told: tuple[Reason, ...], rarity: Rarity | None) -> int:
    """What must speak for two whatever their names are: much where both have an office, a usual name or one word alone."""
    codes = {reason.code for reason in told}
    if gender(a) and gender(b) and gender(a) != gender(b):
        return NEVER
    if is_by_initial(a) or is_by_initial(b):
        usual = blurred(found.shared[-1]) in usual_abroad()["family"]
        return Evidence.STRONG if usual or not is_recent(a, b) else Evidence.SOME
    if found.bond in ONE_WORD and not is_clear(a, b, told):
        return Evidence.STRONG if is_recent(a, b) or is_known_by_role(a, b) else NEVER
    if OTHER_FIELD in codes and is_of_given_names(found):
        return NEVER
    if found.bond == Bond.WHOLE and change_trade(a, b, told) and not is_rare(found, rarity, RARE):
        return Evidence.STRONG
    common = (is_anybodys(found) and of_lands(a, b)) or (is_of_given_names(found) and not is_rare(found, rarity, RARE))
    if (common or are_of_two_fields(a, b) or differ_in_house(a, b)) and CODES_FOR.isdisjoint(codes):
        return Evidence.STRONG
    if OTHER_GENDER in codes and not is_near(a, b, lately=is_recent(a, b)):
        return Evidence.SOME
    return Evidence.AGAINST


def judge_by_age(found: Match, a: Known, b: Known, rarity: Rarity | None) -> Judgement | None:
    """Whether father or son by a surname with his age is the one whom another page tells so, or may be: الكندي الأب."""
    if not any(name_of(known.names[0]).age for known in (a, b)):
        return None
    level, told = evidence(a, b)
    reasons = (*reasons_of(found, a, b), *told)
    if {a.age, b.age} == {"elder", "younger"}:
        return Judgement("apart", (Reason(Bond.AGE.value, (a.names[0], b.names[0])), *told))
    sure = a.age == b.age and has_few(found, rarity) and is_within(a, b, YEAR)
    return Judgement("join" if sure and level >= Evidence.NOTHING else "propose" if level >= Evidence.DOUBT else "apart", reasons)


def called_alike(a: Known, b: Known) -> tuple[Reason, ...]:
    """Where a page calls somebody by the other's full name too: وعرفه الناس باسم رامي الحلو."""
    for one, other in ((a, b), (b, a)):
        for name in one.called:
            if any(match_forms(name, theirs).bond == Bond.WHOLE for theirs in other.names if " " in theirs):
                return (Reason("called_so", (one.names[0], name)),)
    return ()


def judge_called(a: Known, b: Known, told: tuple[Reason, ...]) -> Judgement:
    """Whether two are one of whom a page tells that both names are one person's: joined where something else says so too."""
    level, more = evidence(a, b)
    return Judgement("join" if level > Evidence.NOTHING else "propose", (*told, *more))


def other_people(found: Match, a: Known, b: Known) -> Judgement:
    """Two of other names, of whom a desk may have one otherwise: it asks in one office and the same weeks where the father's name
    is another one, in one office or trade and within a year where the names sound alike: الظاهري, الضاهري.
    """
    reason = Reason(found.bond.value, (a.names[0], b.names[0]))
    heard = found.bond == Bond.STRANGER and sound_alike(a, b)
    if not (heard and is_within(a, b, YEAR)) and not (found.bond == Bond.FATHER and is_recent(a, b)):
        return Judgement("apart", (reason,))
    reason = Reason(SPELLINGS[Likeness.NEAR], reason.words) if heard else reason
    level, told = evidence(a, b)
    asks = level == Evidence.STRONG and not {one.code for one in told}.isdisjoint(ROLES_AGREE if heard else ROLES_AGREE[:1])
    return Judgement("propose" if asks else "apart", (reason, *told))


def sound_alike(a: Known, b: Known) -> bool:
    """Whether two have full names of which all parts have the same consonants as they are heard."""
    mine, theirs = ({tuple(map(blurred, name_of(name).parts)) for name in known.names if not is_latin(name)} for known in (a, b))
    return any(len(name) > 1 for name in mine & theirs)


def is_settled(doubt: Reason, level: Evidence, codes: set[str]) -> bool:
    """Whether what speaks for two outweighs a doubt: one office all but a warning, one story a grandfather whom no page names."""
    if doubt.code == FATHER_BESIDE and "same_context" in codes:
        return level >= Evidence.SOME
    if doubt.code in (AFTER_DEATH, TOLD_AS_TWO):
        return False
    if doubt.code == PART_BESIDE and level == Evidence.STRONG:
        return True
    return Bearing.OFFICE.value in codes and doubt.code != WARNED


def after_death(a: Known, b: Known) -> Iterator[Reason]:
    """That one says something on a page which is some days later than one that tells the other one's death."""
    for dead, other in ((a, b), (b, a)):
        if dead.died and other.spoke and (date.fromisoformat(other.spoke) - date.fromisoformat(dead.died)).days > DAYS_AFTER:
            yield Reason(AFTER_DEATH, (dead.names[0], other.names[0]))


def told_as_two(a: Known, b: Known) -> Iterator[Reason]:
    """That the page of one has him in two offices that hardly one has, so that it may tell of two."""
    for known in (a, b):
        if TWO_OFFICES in known.near:
            yield Reason(TOLD_AS_TWO, (known.names[0],))


def is_lineage(found: Match) -> bool:
    """Whether a lineage is told as far as the father or on: رائد بن سالم of رائد بن سالم بن فهد."""
    return found.bond == Bond.FRONT and found.shared[1].link == "son"


def is_anybodys(found: Match) -> bool:
    """Whether a name is one that many people of every land have: محمد عبد الله."""
    return share(found.shared) > ANYBODYS


def is_of_given_names(found: Match) -> bool:
    """Whether a name has no family name, but those of a man, his father and grandfather, as many have them: رائد سالم فهد."""
    named = all(opens_names(part.key) and not part.definite and not part.link for part in found.shared)
    return named and len(found.shared) >= LINEAGE


def change_trade(a: Known, b: Known, told: tuple[Reason, ...]) -> bool:
    """Whether both have offices, of which none speaks for one: الكاتب, النائب; what is past is none."""
    return all(any(not role.former for role in offices(known)) for known in (a, b)) and CODES_FOR.isdisjoint(
        reason.code for reason in told
    )


def are_of_two_fields(a: Known, b: Known) -> bool:
    """Whether two are of trades that hardly anybody has one after the other: المصارع, المحافظ; a doctor may hold any office."""
    one, two = ({field_of(role.text) for role in known.roles} - {""} for known in (a, b))
    return bool(one and two) and not one & two and one | two != COMPATIBLE


def differ_in_house(a: Known, b: Known) -> bool:
    """Whether one is of a house and the other one has its name with an article, as their pages write it: آل كندي, الكندي."""
    one, two = (name_of(known.names[0]).parts[-1:] for known in (a, b))
    if not one or not two or one[0].key != two[0].key:
        return False
    return {(one[0].link, one[0].definite), (two[0].link, two[0].definite)} == {("house", False), ("", True)}


def offices(known: Known) -> list[RoleOn]:
    """The roles of somebody that tell an office."""
    return [role for role in known.roles if office_of(role.text)]


def best_match(a: Known, b: Known) -> Match:
    """How the names of two stand to each other: those that tell most, a father's other name before all."""
    fullest = match_forms(a.names[0], b.names[0])
    if fullest.bond in (Bond.FATHER, Bond.CHILD, Bond.AGE):
        return fullest
    found = [match_forms(one, two) for one in several(a) for two in several(b)]
    order = list(Bond)
    best = min((fullest, *found), key=lambda one: (order.index(one.bond), -one.alike, one.shared))
    return best._replace(bond=Bond.LOOSE) if best.may_be_one and tell_two(a, b, fullest) else best


def tell_two(a: Known, b: Known, fullest: Match) -> bool:
    """Whether two have other family names behind what is one: رائد بن فهد الحلبي beside رائد بن فهد الكندي, called رائد بن فهد."""
    if fullest.may_be_one or min(len(name_of(known.names[0]).parts) for known in (a, b)) < LINEAGE:
        return False
    return not any(match_forms(name, other.names[0]).bond == Bond.WHOLE for one, other in ((a, b), (b, a)) for name in one.names)


def several(known: Known) -> Iterator[str]:
    """The forms of a name that have more than one word, in Latin letters any; of one word alone the name."""
    full = [name for name in known.names if len(name_of(name).parts) > 1 or is_latin(name)]
    yield from full or known.names[:1]
    yield from cut(known)


def cut(known: Known) -> Iterator[str]:
    """The full name as far as the part by which pages call him: خالد شمران of خالد شمران الربيعي where they call him شمران."""
    words = known.names[0].split()
    keys = [bare_words(word) for word in words]
    for name in known.names[1:]:
        called = bare_words(name).split()
        for stop in range(len(called) + 1, len(words)):
            if keys[stop - len(called) : stop] == called:
                yield " ".join(words[:stop])


def is_rare(found: Match, rarity: Rarity | None, least: float) -> bool:
    """Whether a smaller share of people than ``least`` has the parts that two names share, in no library too many."""
    if rarity and len(found.shared) > 1 and rarity(found.shared[-1].key) > MANY:
        return False
    return len(found.shared) > 1 and share(found.shared) < least


def is_foreign(found: Match) -> bool:
    """Whether no part of a name is one that Arabs have, so that hardly two whom the pages name bear it."""
    return not any(is_at_home(part) for part in found.shared)


def is_by_initial(known: Known) -> bool:
    """Whether a page has somebody by an initial and a family name alone: J. Novak."""
    words = latin_words(known.names[0]) if is_latin(known.names[0]) else ()
    return len(words) > 1 and len(words[0]) == 1


def is_usual_abroad(found: Match) -> bool:
    """Whether a foreign name is one that many have, a given and a family name of which the news is full: ديفيد براون."""
    return all(
        blurred(part) in usual_abroad()[kind]
        for kind, part in zip(("given", "family"), (found.shared[0], found.shared[-1]), strict=True)
    )


@cache
def usual_abroad() -> dict[str, frozenset[str]]:
    """The sounds of the most usual given names and family names of other lands, by which of the two they are."""
    rows = [(row["kind"], blurred(name_of(row["form"]).parts[0])) for row in table("usual_abroad.tsv")]
    return {kind: frozenset(sound for which, sound in rows if which == kind) for kind in ("given", "family")}


def needed(found: Match, a: Known, b: Known, rarity: Rarity | None) -> tuple[int, int]:
    """What must speak for two by their names, to join and to propose: more for a spelling that is only near, less for full ones."""
    rare, common, propose = NEEDED[found.bond]
    near = is_near(a, b, lately=is_recent(a, b))
    if found.bond == Bond.WHOLE:
        rare = whole_name(found, is_near(a, b) or are_women(a, b) or is_one_name_lately(found, a, b))
    join = rare if is_rare(found, rarity, SELDOM if near and not is_of_given_names(found) else RARE) else common
    if found.bond in IN_ORDER and is_recent(a, b):
        join = min(join, Evidence.SOME)
    if found.bond == Bond.FRONT and is_of_one_story(a, b) and is_rare(found, rarity, RARE):
        join = min(join, Evidence.NOTHING)
    if found.bond in ONE_WORD:
        join, propose = one_word(found, a, b, rarity), propose_by_one_word(found, a, b, rarity)
    if found.alike == Likeness.CALLED:
        sure = is_recent(a, b) and is_rare(found, rarity, RARE)
        return Evidence.SOME if sure else NEVER, propose + 1
    if found.alike == Likeness.NEAR and not (near and is_heard_otherwise(found) and is_recent(a, b)):
        return join + 2, propose + 1
    return join, propose


def is_one_name_lately(found: Match, a: Known, b: Known) -> bool:
    """Whether pages of the same weeks tell a name, and alike whose son somebody is: not رائد ولد الأمير and رائد الأمير."""
    one, other = ([part.link for part in name_of(known.names[0]).parts] for known in (a, b))
    return one == other and is_recent(a, b) and not is_usual_abroad(found)


def is_of_one_story(a: Known, b: Known) -> bool:
    """Whether pages of the same days tell of like things beside two."""
    return is_within(a, b, STORY) and is_near(a, b, lately=True)


def is_heard_otherwise(found: Match) -> bool:
    """Whether a foreign name has one family name, and a given one that two desks may hear so: يواخيم and جواكيم."""
    return found.bond == Bond.WHOLE and found.last > Likeness.NEAR and is_foreign(found)


def whole_name(found: Match, likely: bool) -> int:
    """What must speak for two of one seldom full name; less where their pages make it likely."""
    if share(found.shared) < VERY_RARE:
        return Evidence.DOUBT
    foreign = is_foreign(found) and not is_usual_abroad(found)
    return Evidence.NOTHING if likely or foreign else Evidence.SOME


def one_word(found: Match, a: Known, b: Known, rarity: Rarity | None) -> int:
    """What must speak for two of whom one is called by a family or given name alone, to join them.

    After some weeks much, and a role of both or a name that few of the library have; before, less for such a name.
    """
    if not is_recent(a, b):
        return after_weeks(found, a, b, rarity)
    if found.bond == Bond.FAMILY and is_linked(a, b) and not is_inner(found, a, b) and is_within(a, b, LATELY):
        return Evidence.SOME
    if found.bond != Bond.FAMILY or is_inner(found, a, b) or not has_few(found, rarity):
        return Evidence.STRONG
    likely, abroad = is_near(a, b, lately=True), is_from_abroad(a, b, found)
    if is_seldom_family(found, SINGLE) or (likely and is_seldom_family(found, FEW_BEAR) and is_within(a, b, STORY)):
        return Evidence.NOTHING
    return Evidence.STRONG if not likely else Evidence.NOTHING if abroad or are_women(a, b) else Evidence.SOME


def is_linked(a: Known, b: Known) -> bool:
    """Whether a name alone is that of a house or a forefather: ولد السالك, آل مزيد."""
    return any(len(parts) == 1 and parts[0].link for parts in (name_of(known.names[0]).parts for known in (a, b)))


def after_weeks(found: Match, a: Known, b: Known, rarity: Rarity | None) -> int:
    """What must speak for two after some weeks: the less the fewer have the name and the more both pages tell."""
    if found.bond == Bond.FAMILY and not is_inner(found, a, b) and has_few(found, rarity):
        single, near = is_seldom_family(found, SINGLE), is_near(a, b, lately=True)
        if is_hardly_anybody_elses(found, a, b, rarity) and is_within(a, b, YEAR) and is_near(a, b):
            return Evidence.SOME
        if single and near and is_within(a, b, SEASON):
            return Evidence.NOTHING
        if single and near and is_from_abroad(a, b, found) and is_within(a, b, YEAR):
            return Evidence.NOTHING
        beside = is_seldom_family(found, FEW_BEAR) and share_somebody(a, b)
        if (single and is_within(a, b, YEAR)) or (beside and is_within(a, b, YEARS)):
            return Evidence.SOME
        if is_within(a, b, YEARS if single else YEAR):
            return Evidence.STRONG
    told = is_known_by_role(a, b) or is_known_by_name(found, a, b, rarity)
    family = found.bond == Bond.FAMILY or not opens_names(found.shared[0].key)
    return Evidence.STRONG if family and told else NEVER


def is_seldom_family(found: Match, most: float) -> bool:
    """Whether the lists of names have a family name for no more than this share of people."""
    return share_of(found.shared[-1], False) <= most


def is_hardly_anybody_elses(found: Match, a: Known, b: Known, rarity: Rarity | None) -> bool:
    """Whether a foreign family name is so long, and so seldom in the library, that it means one of the few who have it."""
    long = len(foreign_sound(found.shared[-1].key)) >= VERY_LONG
    return found.bond == Bond.FAMILY and long and is_from_abroad(a, b, found) and has_few(found, rarity)


def is_inner(found: Match, a: Known, b: Known) -> bool:
    """Whether a name alone stands within the full one, behind which is another: الكندي of رائد الكندي الحلبي."""
    full = max((name_of(known.names[0]).parts for known in (a, b)), key=len)
    return found.shared[-1] in full[1:-1] and found.shared[-1] != full[-1]


def is_from_abroad(a: Known, b: Known, found: Match) -> bool:
    """Whether a family name and the given name before it are foreign, and it is long enough to be nobody else's."""
    full = max((name_of(known.names[0]).parts for known in (a, b)), key=len)
    return not any(map(is_at_home, (*full, *found.shared))) and len(foreign_sound(found.shared[-1].key)) >= LONG


def are_women(a: Known, b: Known) -> bool:
    """Whether pages tell of two that they are women, of whom the news has few of one family."""
    return gender(a) == gender(b) == "f"


def is_clear(a: Known, b: Known, told: tuple[Reason, ...]) -> bool:
    """Whether nothing speaks against two of whom one is called by one word, and the page that has the full name came first."""
    short, full = sorted((a, b), key=lambda known: len(name_of(known.names[0]).parts))
    is_told = len(name_of(full.names[0]).parts) > 1 and (
        min(full.published, default="") <= max(short.published, default="") or is_within(a, b, LATELY if are_women(a, b) else STORY)
    )
    return is_told and not any(reason.code in CODES_AGAINST for reason in told)


def propose_by_one_word(found: Match, a: Known, b: Known, rarity: Rarity | None) -> int:
    """What must speak for two of whom one is called by a family or given name alone, to ask whether they are one."""
    if is_recent(a, b):
        if found.bond == Bond.FAMILY and are_women(a, b):
            return Evidence.DOUBT
        key = found.shared[-1]
        family = bool(key.link or key.definite) and (rarity is None or rarity(key.key) <= FEW)
        clear = found.bond == Bond.FAMILY and (family or not is_listed(key.key) or has_few(found, rarity))
    else:
        told = len(found.shared) > 1 or is_from_abroad(a, b, found) or has_few(found, rarity)
        longest = YEARS if is_from_abroad(a, b, found) else YEAR
        clear = found.bond == Bond.FAMILY and is_within(a, b, longest) and told
    near = is_near(a, b) if found.bond == Bond.FAMILY else is_given_lately(found, a, b)
    return Evidence.NOTHING if clear or near else NEEDED[found.bond][2]


def is_given_lately(found: Match, a: Known, b: Known) -> bool:
    """Whether a page calls somebody by a given name that is not everybody's, some days beside one who has it."""
    return opened(found.shared[0].key) <= USUAL_GIVEN and is_within(a, b, STORY)


def has_few(found: Match, rarity: Rarity | None) -> bool:
    """Whether few people of the library have a family name that is no given name, so that it means one of them: not بن سالم."""
    key = found.shared[-1].key
    return not opens_names(key) and (rarity is None or rarity(key) <= FEW)


def is_known_by_role(a: Known, b: Known) -> bool:
    """Whether pages tell of two by a role of both and of something else that both have, in one year or of an office held before."""
    return is_near(a, b) and (had_one_office(a, b) or (is_within(a, b, YEAR) and have_one_role(a, b)))


def is_known_by_name(found: Match, a: Known, b: Known, rarity: Rarity | None) -> bool:
    """Whether few of the library have a family name: in some months, a long foreign one in a year, with role and story in years."""
    if not has_few(found, rarity):
        return False
    told = is_near(a, b) and (have_one_role(a, b) or have_one_body(a, b))
    return is_within(a, b, YEARS if told else YEAR if is_from_abroad(a, b, found) else SEASON)


def had_one_office(a: Known, b: Known) -> bool:
    """Whether one of two is told to have held the office that the other one has or had."""
    pairs = ((one, two) for one in a.roles for two in b.roles if one.former or two.former)
    return any(bearing(one.text, two.text) == Bearing.OFFICE for one, two in pairs)


def is_recent(a: Known, b: Known) -> bool:
    """Whether the pages of two are known to be of the same weeks."""
    return is_within(a, b, LATELY)


def reasons_of(found: Match, a: Known, b: Known) -> Iterator[Reason]:
    """How the names stand to each other, as a reason to show."""
    names = (a.names[0], b.names[0])
    yield Reason(found.bond.value, names)
    if found.alike in SPELLINGS:
        yield Reason(SPELLINGS[found.alike], names)


def without_family(found: Match) -> Iterator[Reason]:
    """Given names are all that two names share: محمد صالح beside محمد صالح العمري."""
    if found.bond in (Bond.FRONT, Bond.INNER) and all(opens_names(part.key) and not part.link for part in found.shared):
        yield Reason(NO_FAMILY, tuple(part.key for part in found.shared))
