"""The people of a page: who is named, by which forms, and with which roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from qawl.arabic.entities import before_next, find_name, is_matter, is_nationality, read_phrase, strange_end
from qawl.arabic.extents import phrase_end
from qawl.arabic.findings import Range
from qawl.arabic.first_names import can_begin, is_child
from qawl.arabic.heads import known_head
from qawl.arabic.joiners import NAMELY, connectors, is_joining, last_unit, openers, opens_compound
from qawl.arabic.letters import ARTICLE, HOUSE, JOINS_FREELY, NISBA, ROUND, bare_key
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    CARRIER,
    CITY,
    CLOSES,
    COMMA,
    COUNTRY,
    DEFINITE,
    DOUBTFUL,
    FAMILY,
    FUNCTION,
    NAME,
    NATION,
    NOMINAL,
    ODD,
    OPENS,
    PEOPLE,
    PREFIX,
    PUNCTUATION,
    RENOWNED,
    ROLE,
    SETTING,
    SPEECH,
    STOP,
    TIME,
    TITLE,
    WAKING,
    descents,
    dotted_names,
    may_say,
    syllables,
    usual_given_names,
)
from qawl.arabic.lists import listed_names
from qawl.arabic.marked_names import LONGEST_TITLE
from qawl.arabic.name_tails import ends_there
from qawl.arabic.named_things import is_called, is_carrier
from qawl.arabic.names import name_end
from qawl.arabic.ordinary import is_common, is_several
from qawl.arabic.passage import Passage
from qawl.arabic.tokens import Tokens
from qawl.arabic.weights import is_likely
from qawl.model import PartyType

# An abbreviation in brackets that ends an office has so many tokens: (UMT).
BRACKETED = 3
# A name and its roles end within this many tokens.
FARTHEST = 20
# Classes of words at which a name, or a title or an office before one, may begin.
WAKES = NAME | TITLE | ROLE | RENOWNED | PEOPLE | NATION
# A name with the roles beside it.
Named = tuple[Range, tuple[Range, ...]]


@dataclass(eq=False)
class Actor:
    """One party of the page: its fullest name as tokens, and all that the page says of it.

    ``keys`` are the bare keys of the name's words; ``roles`` and ``mentions`` are token ranges in text order.
    """

    name: Range
    keys: tuple[str, ...]
    type: PartyType
    gender: str = "-"
    number: str = "s"
    roles: list[Range] = field(default_factory=list)
    mentions: list[Range] = field(default_factory=list)


def keys_of(tokens: Tokens, span: Range) -> tuple[str, ...]:
    """Bare keys of the words of a range, prefixes and marks left out."""
    skip = PREFIX | PUNCTUATION
    return tuple(bare_key(tokens.keys[i]) for i in range(*span) if not tokens.kinds[i] & skip)


def name_keys(tokens: Tokens, span: Range) -> tuple[str, ...]:
    """Bare keys of the words of a person's name, compounds joined as others write them: عبد الفتاح and عبدالفتاح are one."""
    keys: list[str] = []
    joins = False
    for place in range(*span):
        key, kind = tokens.keys[place], tokens.kinds[place]
        if kind & (PREFIX | PUNCTUATION):
            continue
        if keys and (joins or connectors().get(key) == "after"):
            keys[-1] += key
        else:
            keys.append(bare_key(key))
        joins = openers().get(key) == "yes" or key == HOUSE
    return tuple(keys)


def find_people(passage: Passage) -> list[Actor]:
    """Every person named in the passage, with roles and mentions, in order of first mention."""
    tokens = passage.tokens
    named = with_listed(tokens, without_called(tokens, sorted(_named_places(tokens))))
    people: list[Actor] = []
    for name, roles in sorted(named, key=lambda found: (-len(keys_of(tokens, found[0])), found[0])):
        keys = name_keys(tokens, name)
        actor = bearer(people, keys) or (bearer(people, keys[1:]) if is_joining(tokens, name[0]) and len(keys) > 1 else None)
        if actor is None:
            people.append(actor := Actor(name, keys, "person"))
        actor.mentions.append(name)
        add_roles(tokens, actor, roles)
    add_surnames(tokens, people)
    for person in people:
        person.mentions = sorted(set(person.mentions))
        person.roles.sort()
    know_again(tokens, people)
    return sorted(people, key=lambda person: person.mentions[0])


def know_again(tokens: Tokens, people: list[Actor]) -> None:
    """Let a surname be one wherever it stands for its person: no table knows it (أضاف أويدا «كذا»), or it is a verb too (روته)."""
    for first, stop in (mention for person in people for mention in person.mentions):
        if stop == first + 1 and not tokens.kinds[first]:
            tokens.kinds[first] = FAMILY | ODD
        elif stop == first + 1 and tokens.kinds[first] & RENOWNED:
            tokens.kinds[first] &= ~SPEECH


def bearer(people: list[Actor], keys: tuple[str, ...]) -> Actor | None:
    """The first person whom a name, a part of it or the first name alone names."""
    return next((person for person in people if same_name(person.keys, keys)), None) or first_named(people, keys)


def without_called(tokens: Tokens, named: list[Named]) -> list[Named]:
    """The names found but those of one word by which the page calls a thing elsewhere: بلدة السيدة زينب."""
    alone = {tokens.keys[first] for (first, stop), _ in named if stop == first + 1 and not tokens.kinds[first] & RENOWNED}
    called = {key for place, key in enumerate(tokens.keys) if key in alone and is_called(tokens, place)}
    persons = [found for found in named if found[0][1] > found[0][0] + 1 or tokens.keys[found[0][0]] not in called]
    return without_bodies(tokens, persons)


def without_bodies(tokens: Tokens, named: list[Named]) -> list[Named]:
    """The names found but those without a role by which the page calls a body in marks: حركة «أنصار الدين»."""
    held = {keys_of(tokens, name) for name, roles in named if roles}
    bodies = set(names_of_bodies(tokens)) - held
    return [found for found in named if keys_of(tokens, found[0]) not in bodies]


def names_of_bodies(tokens: Tokens) -> Iterator[tuple[str, ...]]:
    """What stands in marks right behind bodies without an article, as bare keys."""
    kinds = tokens.kinds
    for mark in range(1, len(tokens) - 1):
        if not kinds[mark] & OPENS or not kinds[mark - 1] & BODY or kinds[mark - 1] & (DEFINITE | ROLE | TITLE):
            continue
        ends = (place for place in range(mark + 2, min(len(tokens), mark + LONGEST_TITLE)) if kinds[place] & CLOSES)
        if (close := next(ends, None)) is not None:
            yield keys_of(tokens, (mark + 1, close))


def with_listed(tokens: Tokens, named: list[Named]) -> list[Named]:
    """The names found, with those that only their place in a list tells; a listed name takes the place of a part of it."""
    listed = list(listed_names(tokens, [name for name, _ in named]))
    covered = {place for name in listed for place in range(*name)}
    roles = {name[0]: role for name, role in named}
    return [found for found in named if found[0][0] not in covered] + [(name, roles.get(name[0], ())) for name in listed]


def add_roles(tokens: Tokens, actor: Actor, roles: Iterable[Range]) -> None:
    """Give a person roles, each title and office by itself, without those that the same place has given."""
    for part in (part for role in roles for part in role_parts(tokens, role)):
        if part not in actor.roles:
            actor.roles.append(part)


def role_parts(tokens: Tokens, role: Range) -> Iterator[Range]:
    """The titles and offices in a role: وزير الصحة | الدكتور, نائب الرئيس | ووزير الدفاع without its و."""
    first, stop = role
    kinds = tokens.kinds
    stop -= BRACKETED if tokens.keys[stop - 1] == ROUND[1] else 0
    while first < stop and not kinds[first] & (ROLE | TITLE | PEOPLE):
        first += 1
    for place in range(first + 1, stop):
        if begins_role(tokens, place) or (place == stop - 1 and ends_role(tokens, place)):
            end = place - 1 if kinds[place - 1] & (PREFIX | COMMA) else place
            if end > first:
                yield first, end
            first = place
    if first < stop and known_head(tokens.keys[first]) != "group":
        yield first, stop


def main_office(tokens: Tokens, role: Range) -> Range:
    """The part of a role that says most: سعادة | **مدير المركز** | الدكتور."""
    return max(role_parts(tokens, role), key=lambda part: part[1] - part[0], default=role)


def begins_role(tokens: Tokens, place: int) -> bool:
    """Whether another title or office begins inside a role: a definite title, or a head behind a definite word."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    if place > 1 and (before & COMMA or (before & PREFIX and tokens.keys[place - 1] in JOINS_FREELY)):
        before = tokens.kinds[place - 2]
    if not before & (DEFINITE | COUNTRY | TITLE) or is_quality(tokens, place):
        return False
    return bool(kind & TITLE if kind & DEFINITE else kind & (ROLE | TITLE))


def ends_role(tokens: Tokens, place: int) -> bool:
    """Whether an office of one definite word stands behind another: عضو المجلس | النائب."""
    office = tokens.kinds[place] & ROLE and tokens.kinds[place] & tokens.kinds[place - 1] & DEFINITE
    return bool(office) and not is_quality(tokens, place)


def is_quality(tokens: Tokens, place: int) -> bool:
    """Whether an office only tells what kind the one before it is: المحلل **السياسي**, but not الدكتور **المحامي**."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    return tokens.keys[place].endswith(NISBA) and bool(kind & before & DEFINITE and before & ROLE and not before & TITLE)


def first_named(people: list[Actor], keys: tuple[str, ...]) -> Actor | None:
    """The one person whose first name alone this is."""
    owners = [person for person in people if keys == person.keys[:1]]
    return owners[0] if len(owners) == 1 else None


def same_name(full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a shorter or equal name is the same person's: the same words, its last or first ones, or both ends."""
    if full == other:
        return True
    if len(other) > 1 and len(full) > 2 and (full[0], full[-1]) == (other[0], other[-1]):
        return set(other) <= set(full)
    return len(other) < len(full) and (full[-len(other) :] == other or (len(other) > 1 and full[: len(other)] == other))


def _named_places(tokens: Tokens) -> Iterator[tuple[Range, tuple[Range, ...]]]:
    done = 0
    joins = openers().keys() | descents()
    for place, (kind, key, after) in enumerate(zip(tokens.kinds, tokens.keys, (*tokens.keys[1:], ""), strict=False)):
        if kind & CARRIER and is_carrier(tokens, place):
            done = max(done, called_end(tokens, place + 1))
        if place < done or kind & FUNCTION or not (kind & WAKES or key in joins or after in joins):
            continue
        if not (kind & WAKES or opens_compound(tokens, place) or is_child(tokens, place)):
            continue
        found = named_at(tokens, place)
        if found:
            done = max(found[0][1], *(stop for _, stop in found[1])) if found[1] else found[0][1]
            yield found


def named_at(tokens: Tokens, place: int) -> Named | None:
    """A person's name with its roles where a name, a title or a role begins at `place`."""
    kind = tokens.kinds[place]
    begins = can_begin(tokens, place, False)
    if asks(tokens, place) or tells_occasion(tokens, place):
        return None
    called = kind & (TITLE | ROLE) or (kind & PEOPLE and kind & DEFINITE) or (place and introduces(tokens, place))
    if called and not (kind & NAME and begins):
        return called_at(tokens, place)
    return plain_name(tokens, place) if begins else None


def asks(tokens: Tokens, place: int) -> bool:
    """Whether a word is a verb and no office since its subject follows: طالب النائب سالم الكندي، طالب رئيس البلدية."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    return bool(tokens.kinds[place] & ROLE and after & (ROLE | TITLE)) and may_say(tokens.keys[place])


def tells_occasion(tokens: Tokens, place: int) -> bool:
    """Whether a relative adjective that is an office too only tells what an occasion is: مؤتمر صحفي."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1] if place else 0
    occasion = before & SETTING and kind & ROLE and not (kind & NAME or (kind | before) & DEFINITE)
    return bool(occasion) and tokens.keys[place].endswith(NISBA)


def called_at(tokens: Tokens, place: int) -> Named | None:
    """The name behind the title, the office or the nationality at `place`."""
    phrase = read_phrase(tokens, place, min(len(tokens), place + FARTHEST))
    if phrase is None or not phrase.named or phrase.name[0] == place or is_called(tokens, phrase.name[0]):
        return None
    if phrase.name[1] - phrase.name[0] == 1 and not is_alone(tokens, phrase.name[0]):
        return None
    roles = (phrase.role,) if phrase.role else ()
    return phrase.name, (*roles, *(role for role in role_after(tokens, phrase.name[1]) if role not in roles))


def plain_name(tokens: Tokens, place: int) -> Named | None:
    """The name that begins at `place`, or before it, with the role behind it."""
    limit = min(len(tokens), place + FARTHEST)
    renowned = tokens.kinds[place] & RENOWNED
    first = first_word(tokens, place)
    stop = name_end(tokens, first, limit)
    if is_called(tokens, first):
        return None
    if len(keys_of(tokens, (first, stop))) < 2:
        stands = bool(renowned) or is_lone_name(tokens, first)
    else:
        stands = not may_be_verb(tokens, first) and is_likely(tokens, first, stop)
    return ((first, stop), tuple(role_after(tokens, stop))) if stands else None


def first_word(tokens: Tokens, place: int) -> int:
    """Where the name begins whose known part stands at `place`: a first name, a word that joins or a hyphen may lead to it."""
    renowned = tokens.kinds[place] & RENOWNED
    if renowned and place and can_begin(tokens, place - 1, False):
        place -= 1
    if renowned and place and is_joining(tokens, place - 1):
        place -= 1
    if tokens.is_hyphen(place - 1) and tokens.kinds[place - 2] & (NAME | FAMILY | ODD):
        place -= 2
    return place


def introduces(tokens: Tokens, place: int) -> bool:
    """Whether a nationality introduces somebody: عبر التركي فاتح تيريم عن سعادته، تغلب على الكرواتي دراغو ميلينيتش."""
    if tokens.kinds[place - 1] & SPEECH and is_nationality(tokens, place):
        return True
    if place + 1 >= len(tokens) or not is_noun_of_its_own(tokens, place) or is_several(tokens.keys[place + 1]):
        return False
    return strange_end(tokens, place + 1, len(tokens)) > place + 1


def is_noun_of_its_own(tokens: Tokens, place: int) -> bool:
    """Whether one person's nationality qualifies no noun before it: على الكرواتي، فازت الكرواتية, but not اللاعب الكرواتي."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    if not (kind & NATION and kind & DEFINITE) or kind & (ROLE | TITLE) or not tokens.keys[place].endswith(NISBA):
        return False
    return not before & (NOMINAL | DEFINITE | ODD) and not (before & CLOSES)


def is_alone(tokens: Tokens, place: int) -> bool:
    """Whether a single word behind a role or title is a name: one that is hardly anything else, or any behind a title."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    if before & BODY and kind & DEFINITE and tokens.keys[place].endswith(NISBA):
        return bool(kind & RENOWNED)
    if kind & RENOWNED or (kind & NAME and not kind & DOUBTFUL):
        return True
    again = tokens.count(tokens.keys[place]) > 1
    short = tokens.ends[place - 1] - tokens.starts[place - 1] == 1
    if before & TITLE and kind & DEFINITE:
        nisba = tokens.keys[place].endswith(NISBA)
        surname = (kind & FAMILY and not kind & DOUBTFUL) or (nisba and not is_common(tokens.keys[place]))
        return bool(before & DEFINITE or short) and (again or bool(surname))
    return bool(before & TITLE and (before & DEFINITE or short)) or (again and not kind & DEFINITE and ends_there(tokens, place))


def is_lone_name(tokens: Tokens, place: int) -> bool:
    """Whether a given name stands alone for a person: a usual one, or any that speaks and is said again."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & ~NAMELY or kind & (DOUBTFUL | DEFINITE) or not kind & NAME or key in dotted_names():
        return False
    if place and tokens.keys[place - 1] in descents():
        return False
    speaks = place > 0 and bool(tokens.kinds[place - 1] & SPEECH)
    usual = key in usual_given_names() and not may_go_on(tokens, place + 1)
    return (speaks or usual) and tokens.count(key) > 1


def may_go_on(tokens: Tokens, place: int) -> bool:
    """Whether an unknown word at `place` may be the surname that the tables lack."""
    return place < len(tokens) and not tokens.kinds[place] & ~NAMELY and not tokens.kinds[place] & DEFINITE


def called_end(tokens: Tokens, place: int) -> int:
    """Where the name ends by which a thing is called that stands before `place`: شارع | الملك فيصل بن سالم."""
    while place < len(tokens) and tokens.kinds[place] & TITLE:
        place += 1
    named = place < len(tokens) and tokens.kinds[place] & NAME and can_begin(tokens, place, False)
    return name_end(tokens, place, min(len(tokens), place + FARTHEST)) if named else 0


def may_be_verb(tokens: Tokens, place: int) -> bool:
    """Whether a name at the head of a sentence may be its verb (شهد حريقا, شهد سالم حريقا): before no part of a name, or always."""
    before = tokens.kinds[place - 1] if place else BREAK
    if before & PREFIX and place > 1:
        before = tokens.kinds[place - 2]
    kind, after = tokens.kinds[place], tokens.kinds[place + 1]
    verb = kind & (SPEECH | WAKING) and kind & DOUBTFUL
    return bool(before & (STOP | BREAK)) and (bool(verb) or not (after & (NAME | FAMILY) or tokens.keys[place + 1] in connectors()))


def role_after(tokens: Tokens, place: int) -> Iterable[Range]:
    """The role that follows a name, directly or after a comma."""
    first = place + 1 if place < len(tokens) and tokens.kinds[place] & COMMA else place
    if first < len(tokens) and (tokens.kinds[first] & ROLE or is_office(tokens, first)) and not is_matter(tokens, first):
        stop = before_next(tokens, first, phrase_end(tokens, first, min(len(tokens), first + 14)))
        if stop > first and find_name(tokens, first, stop) is None:
            yield first, stop


def is_office(tokens: Tokens, place: int) -> bool:
    """Whether a title is that of an office: أمير منطقة الشمال، أمير المنطقة, but not الأمير."""
    kind, after = tokens.kinds[place], tokens.kinds[place + 1] if place + 1 < len(tokens) else PUNCTUATION
    ruled = after & (BODY | CARRIER | CITY) or (after & DEFINITE and not after & (NAME | FAMILY | TITLE))
    return bool(kind & TITLE and not kind & DEFINITE and ruled)


def add_surnames(tokens: Tokens, people: list[Actor]) -> None:
    """Every later mention of a person by surname alone, of one word or more: الحلبي, بن عيسى, عبد العزيز."""
    owners: dict[tuple[str, ...], list[Actor]] = {}
    for person in people:
        owners.setdefault(keys_of(tokens, family_name(tokens, person.name)), []).append(person)
    lengths: dict[str, set[int]] = {}
    for keys in owners:
        lengths.setdefault(keys[-1], set()).add(len(keys))
    taken = {i for person in people for mention in person.mentions for i in range(*mention)}
    forms = {*lengths, *(ARTICLE + key for key in lengths)}
    for place in [place for place, key in enumerate(tokens.keys) if key in forms]:
        for first in (place + 1 - length for length in lengths.get(bare_key(tokens.keys[place]), ())):
            named = owners.get(keys_of(tokens, (max(first, 0), place + 1)), []) if place not in taken else []
            if len(named) > 1:
                named = [person for person in named if tokens.keys[person.name[1] - 1] == tokens.keys[place]]
            if len(named) == 1 and is_surname_here(tokens, first):
                named[0].mentions.append((first, place + 1))


def family_name(tokens: Tokens, name: Range) -> Range:
    """The part of a name that stands alone for it: the last one, of East Asian names the first one."""
    first, stop = name
    if stop > first + 1 and all(key in syllables() for key in keys_of(tokens, name)):
        return first, first + 1
    return last_unit(tokens, first, stop), stop


def is_surname_here(tokens: Tokens, place: int) -> bool:
    """Whether a word that ends a name elsewhere is a name at this place."""
    kind = tokens.kinds[place]
    if kind & (FUNCTION | PUNCTUATION | TIME) or is_called(tokens, place):
        return False
    before = tokens.kinds[place - 1] if place else 0
    return bool(kind & (ODD | NAME | FAMILY)) or bool(before & (TITLE | SPEECH))
