"""Whether the parties of two tellings are one, may stand for each other, or are strangers: وزارة النفط, وزارة الزراعة."""

from __future__ import annotations

from collections.abc import Sequence

from qawl.arabic.alike.forms import name_of
from qawl.arabic.alike.names import Bond, match
from qawl.arabic.alike.offices import Bearing, bearing
from qawl.arabic.alike.spellings import Likeness, is_at_home
from qawl.arabic.letters import bare_key
from qawl.arabic.lexicon import ROLE, word_classes
from qawl.library.across.courses.telling import Side, Telling
from qawl.library.across.courses.vocabulary import SHORTEST, lands_told, numbers, roots_of, weight_of, words
from qawl.model import ABSENT, PartyType

# Parties that may only be beside those of whom a page tells.
BESIDE: tuple[PartyType, ...] = ("unnamed", "group")
# What two parties have in common weighs so much: a person, a body, an office, a word.
PERSON, BODY, OFFICE, WORD = 4, 3, 3, 1
# So many words that only tell what sort of body it is tell it together: خبراء المصرف المركزي.
TELLING = 3
# How two full names of one stand to each other.
NAMED = (Bond.WHOLE, Bond.ENDS, Bond.FRONT, Bond.TURNED)
MARKS = frozenset('«»"“”')  # between which the name of a body stands


def strangers(a: Telling, b: Telling) -> list[tuple[Side, Side]]:
    """Parties of two tellings that keep them apart: neither page knows that of the other, and they may not stand for each other."""
    mine, theirs = present(a), present(b)
    visits = a.type != b.type and "visit" in (a.type, b.type)  # which names not whom the visitor meets
    if visits and any(are_one(one, other) for one in mine for other in theirs):
        return other_visitors(a, b) if a.type == "visit" else [(one, other) for other, one in other_visitors(b, a)]
    if a.type == b.type == "visit" and (guests := other_guests(mine, theirs)):
        return guests
    if a.type == b.type and (apart := others_of_sort(mine, theirs) or other_hosts(mine, theirs)):
        return apart
    left = [one for one in mine if tells_who(one) and not any(are_one(one, other) for other in theirs) and not knows(b, one)]
    right = [one for one in theirs if tells_who(one) and not any(are_one(one, other) for other in mine) and not knows(a, one)]
    if leaves_out(b, mine, theirs):
        right = [one for one in right if one.type not in BESIDE]
    if leaves_out(a, theirs, mine):
        left = [one for one in left if one.type not in BESIDE]
    ends = {a.type, b.type} == {"call"}  # each call has another one at its end
    polls = {a.type, b.type} == {"vote"}  # who calls the voters is none of them
    pairs = [
        (one, other) for one in left for other in right if not (polls and one.type != other.type) and not only_hosts(one, other)
    ]
    return [(one, other) for one, other in pairs if ends or are_others(one, other)]


def other_visitors(visit: Telling, meeting: Telling) -> list[tuple[Side, Side]]:
    """Who comes, and whom the same host meets elsewhere, where neither page knows the one of the other."""
    comes = [one for one in present(visit) if one.type == "person" and one.part == "attends" and not knows(meeting, one)]
    met = [other for other in present(meeting) if other.type == "person" and not knows(visit, other)]
    if any(are_one(one, other) for one in comes for other in present(meeting)):
        return []
    return [(one, other) for one in comes for other in met if not any(are_one(other, side) for side in present(visit))]


def other_guests(mine: Sequence[Side], theirs: Sequence[Side]) -> list[tuple[Side, Side]]:
    """The guests of two visits where each page names its own, though it may name the other one elsewhere."""
    guests = [[one for one in sides if one.type == "person" and one.part == "attends"] for sides in (mine, theirs)]
    if any(are_one(one, other) for one in mine for other in theirs):
        return []
    return [(one, other) for one in guests[0] for other in guests[1]]


def other_hosts(mine: Sequence[Side], theirs: Sequence[Side]) -> list[tuple[Side, Side]]:
    """Those who receive somebody where each page names its own, though it may name the other elsewhere: a guest meets several."""
    hosts = [[one for one in sides if one.part == "hosts" and is_officer(one) and tells_who(one)] for sides in (mine, theirs)]
    if any(are_one(one, other) for one in mine for other in theirs if "hosts" in (one.part, other.part)):
        return []
    return [(one, other) for one in hosts[0] for other in hosts[1] if are_others(one, other)]


def is_officer(side: Side) -> bool:
    """Whether a party is one person, by name or by office: وزير المياه; not وفد, نواب."""
    if side.type == "person":
        return True
    words_first = (name.split(maxsplit=1)[0] for name in side.names if side.type == "unnamed")
    return any(word_classes().get(bare_key(word), 0) & ROLE for word in words_first)


def others_of_sort(mine: Sequence[Side], theirs: Sequence[Side]) -> list[tuple[Side, Side]]:
    """Those of one sort of whom each page has its own, though it may name the other one elsewhere: وفد أوغندي, وفد إثيوبي.

    Where two of them meet, each page may tell of one: وزير البيئة مع وفد لبناني, مباحثات وزير الصحة اللبناني.
    """
    pairs = [(one, other) for one in mine for other in theirs if one.part == other.part and are_of_sort(one, other)]
    if any(is_told(one, theirs) or is_told(other, mine) for one, other in pairs):
        return []
    return [(one, other) for one, other in pairs if tell_apart(one, other)]


def is_told(one: Side, sides: Sequence[Side]) -> bool:
    """Whether somebody among others may be the same."""
    return any(are_one(one, other) for other in sides)


def are_of_sort(one: Side, other: Side) -> bool:
    """Whether two parties without a name of their own are called alike by their first word: وفد, معلمو."""
    if {one.type, other.type} & {"person", "country"}:
        return False
    heads = [{roots_of(name)[0] for name in side.names if " " in name} for side in (one, other)]
    return bool(heads[0] & heads[1])


def tell_apart(one: Side, other: Side) -> bool:
    """Whether what tells which of a sort they are is in each another one: a land, a town, or words that name no sort."""
    if of_other_land(one, other) or of_other_town(one, other):
        return True
    mine, theirs = (side.words - words("body") - words("bare") - numbers() for side in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def only_hosts(one: Side, other: Side) -> bool:
    """Whether one is only the land that has the others as its guests: قطر, وزيرا خارجية البلدين."""
    return any(side.type == "country" and side.part == "hosts" for side in (one, other))


def tells_who(one: Side) -> bool:
    """Whether a name tells more than what sort of body it is: لجنة المياه, البرلمان; not الأمانة العامة, nor 40 نائبا."""
    words_of_sort = words("body") | words("bare") | numbers()
    if one.words <= words("conflict"):
        return False
    several = one.type == "group"  # الكتل, النواب
    bare = several or one.words & words("bare") or any(word.isdecimal() or word in numbers() for word in one.words)
    sort_alone = all(word in words_of_sort or word.isdecimal() for word in one.words)
    return bool(one.words) and not (one.type != "person" and bare and sort_alone)


def words_told(telling: Telling) -> set[str]:
    """The words by which a clause tells what it is about and who takes part."""
    return {*telling.topic, *(word for side in telling.sides for word in side.words)}


def leaves_out(page: Telling, sides: list[Side], told: list[Side]) -> bool:
    """Whether a page names a party elsewhere of which it does not tell here, so that those of whom it tells may only be beside."""
    return any(one.words and not any(are_one(one, other) for other in told) and knows(page, one) for one in sides)


def present(telling: Telling) -> list[Side]:
    """Those who take part."""
    return [side for side in telling.sides if side.part not in ABSENT]


def knows(telling: Telling, one: Side) -> bool:
    """Whether a page names somebody who is party to none of its other encounters."""
    words_told = own_name(one) or {word for word in one.words if len(word) >= SHORTEST}
    named = bool(one.names & (telling.setting.company | telling.setting.names)) or (
        bool(words_told) and words_told <= telling.setting.words
    )
    return named and not one.names & telling.others


def own_name(side: Side) -> frozenset[str]:
    """The words by which a body is called in marks, without what sort it is: شركة «تلال»; none where no mark tells."""
    quoted = side.type == "organisation" and any(not MARKS.isdisjoint(name) for name in side.names)
    return side.words - words("body") - words("bare") if quoted else frozenset()


def are_others(one: Side, other: Side) -> bool:
    """Whether two parties, neither of which the other page knows, may not stand for each other."""
    if one.type == other.type == "person":
        return True
    if "person" in (one.type, other.type):
        return "organisation" in (one.type, other.type) and not (one.words | one.office) & (other.words | other.office)
    return of_other_land(one, other) or tell_others(one.words, other.words)


def of_other_land(one: Side, other: Side) -> bool:
    """Whether both are told with a land, and not the same: وزارة العمل الليبية, وزارة العمل التونسية."""
    mine, theirs = lands_told(one.words), lands_told(other.words)
    return bool(mine and theirs) and not mine & theirs


def of_other_town(one: Side, other: Side) -> bool:
    """Whether both are told with a town, and not the same: المجلس البلدي في صور, المجلس البلدي لمدينة صيدا."""
    return bool(one.towns and other.towns) and one.towns.isdisjoint(other.towns)


def tell_others(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether names share nothing but what sort of body it is: وزارة النفط, وزارة الزراعة."""
    return not mine & theirs or share_sort_alone(mine, theirs)


def share_sort_alone(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether names have what sort of body it is in common, and each more that the other has not."""
    shared = mine & theirs
    return bool(shared and mine - theirs and theirs - mine) and shared <= words("body") | words("bare")


def are_one(one: Side, other: Side) -> bool:
    """Whether two parties may be one: وزير المياه, الوزير سالم الكندي."""
    return likeness(one, other) > 0


def likeness(one: Side, other: Side) -> int:
    """How much two parties have in common; 0 where they may be two."""
    if "country" in (one.type, other.type):
        return WORD if one.names & other.names else 0
    if of_other_town(one, other):
        return 0
    if in_marks(one) & in_marks(other):
        return BODY
    if one.names & other.names and not (one.type == other.type == "organisation" and share_sort_alone(one.words, other.words)):
        plain = other.words <= words("body") and len(other.words) < TELLING
        return PERSON if one.type == "person" else WORD if plain else BODY
    if not one.words or not other.words:
        return 0
    if one.type == other.type == "person":
        return BODY if one.words <= other.words or other.words <= one.words or are_spelt_otherwise(one, other) else 0
    if "unnamed" in (one.type, other.type) and have_one_office(one, other):
        return OFFICE
    if are_of_assembly(one, other) or are_of_assembly(other, one):
        return OFFICE
    if "person" in (one.type, other.type):
        return max(_office(one, other), _office(other, one))
    if one.words <= other.words or other.words <= one.words:
        fewer = min(one.words, other.words, key=len)
        telling = len(fewer) > 1 or (are_delegations(one, other) and any(weight_of(word) > 1 for word in fewer))
        return OFFICE if telling and not fewer <= words("body") else WORD
    return 0


def are_spelt_otherwise(one: Side, other: Side) -> bool:
    """Whether two desks may write one foreign name so: ليندا هارغريفز, ليندا هارجريفس; in one office the family name tells it."""
    full = [[name for name in side.names if " " in name] for side in (one, other)]
    found = [match(mine, theirs) for mine in full[0] for theirs in full[1]]
    if any(each.bond in NAMED and each.alike >= Likeness.NEAR for each in found):
        return True
    abroad = not any(is_at_home(name_of(name).parts[-1]) for names in full for name in names)
    return abroad and any(each.bond == Bond.RELATIVE for each in found) and have_one_office(one, other)


def are_delegations(*sides: Side) -> bool:
    """Whether delegations are told, which are called by who sends them: وفد صفاقس, وفد من غرفة صفاقس."""
    return all(any(set(roots_of(name)[:1]) & words("delegation") for name in side.names) for side in sides)


def in_marks(side: Side) -> frozenset[str]:
    """What stands in marks in the name of a party: خبراء | «حقول», وفد من منظمة | «حقول»."""
    return frozenset(
        word.strip("«»") for name in side.names for word in name.split() if word.startswith("«") and word.endswith("»")
    )


def are_of_assembly(one: Side, other: Side) -> bool:
    """Whether one is called an assembly alone, and the other is the lower house of a land: البرلمان, مجلس النواب العراقي."""
    return one.words == words("assembly") and words("house") < other.words


def have_one_office(one: Side, other: Side) -> bool:
    """Whether some role of theirs is one office by other words: الوزير الأول الليبي, رئيس وزراء ليبيا."""
    return any(bearing(role, another) is Bearing.OFFICE for role in one.roles for another in other.roles)


def _office(one: Side, other: Side) -> int:
    """How much the office of a person is what another page calls him by."""
    shared = other.words & one.office
    if one.type != "person" or not shared or shared not in (one.office, other.words):
        return 0
    return OFFICE if len(shared) > 1 else WORD
