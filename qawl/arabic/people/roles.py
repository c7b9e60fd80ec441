"""The roles of a person, each title and office by itself: سعادة | مدير المركز | الدكتور."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qawl.arabic.actors import Actor
from qawl.arabic.findings import Range
from qawl.arabic.heads import known_head
from qawl.arabic.letters import (
    AMONG_THEM,
    AS_WHAT,
    BY,
    DASHES,
    HOLDS,
    IT_IS,
    JOINS_FREELY,
    NISBA,
    PLURALS,
    POST,
    ROUND,
    WORKS,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    CARRIER,
    CITY,
    CLOSES,
    COMMA,
    DEFINITE,
    DETERMINED,
    FOREMOST,
    FUNCTION,
    KAN,
    NAME,
    NAME_UNIT,
    NUMBER,
    OFFICE,
    ONE_OF,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    SATED,
    TITLE,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.names.lone_subjects import is_finite
from qawl.arabic.names.made_offices import is_accusative_office, is_made_office, is_owned, made_limit
from qawl.arabic.people.former import words_of
from qawl.arabic.phrases.entities import before_next
from qawl.arabic.phrases.extents import phrase_end
from qawl.arabic.phrases.kin import offices
from qawl.arabic.phrases.names import find_name
from qawl.arabic.phrases.phrase import is_matter
from qawl.arabic.tokens import Tokens

# An abbreviation in brackets that ends an office has so many tokens: (UMT).
BRACKETED = 3
# A name in brackets behind another has fewer tokens than this: (أبو نزار).
ALIAS = 6
# A role behind a name ends within this many tokens.
LONGEST_ROLE = 14


def add_roles(tokens: Tokens, actor: Actor, roles: Iterable[Range]) -> None:
    """Give a person roles, each title and office by itself, without those that the same place has given."""
    for part in (part for role in roles for part in role_parts(tokens, role)):
        if part not in actor.roles:
            actor.roles.append(part)


def role_parts(tokens: Tokens, role: Range) -> Iterator[Range]:
    """The titles and offices in a role: وزير الصحة | الدكتور, نائب الرئيس | ووزير الدفاع without its و."""
    first, stop = behind_led(tokens, role)
    kinds = tokens.kinds
    stop -= BRACKETED if ends_in_abbreviation(tokens, stop) else 0
    if one_of(tokens, first) > first:
        yield first, stop
        return
    while first < stop and not (kinds[first] & (OFFICE | PEOPLE) or is_office_by_form(tokens, first)):
        first += 1
    for place in range(first + 1, stop):
        last = place == stop - 1 or (kinds[place + 1] & TITLE and kinds[place + 1] & DEFINITE)
        if begins_role(tokens, place) or (last and ends_role(tokens, place)):
            end = place - 1 if kinds[place - 1] & (PREFIX | COMMA) else place
            if end > first:
                yield first, end
            first = place
    if first < stop and known_head(tokens.keys[first]) != "group":
        yield first, stop


def is_trade(tokens: Tokens, place: int) -> bool:
    """Whether a definite relative noun tells what a source is, though other nouns have it as adjective: قالت الحقوقية | سلمى إن."""
    return bool(tokens.kinds[place] & DEFINITE) and tokens.keys[place].endswith(NISBA)


def is_office_by_form(tokens: Tokens, place: int) -> bool:
    """Whether an office stands here that its ending hides from the tables: وزيرا للنقل، مديرها العام."""
    owned = not tokens.kinds[place] & DEFINITE and is_owned(tokens.keys[place])
    return owned or is_made_office(tokens, place)


def behind_led(tokens: Tokens, role: Range) -> Range:
    """A role without the phrase before ب that leads to its office: المؤتمر الصحفي ب|اللاعب، رحب الوزير ب|الفريق.

    Nor with another's, where several are told of: من بينهم وزير الخارجية الفرنسي و|رئيس الوزراء.
    """
    kinds, (first, stop) = tokens.kinds, role
    if first and tokens.keys[first - 1] in AMONG_THEM:
        first = next((at + 1 for at in range(stop - 1, first, -1) if is_and(tokens, at)), first)
    led = (
        at + 1 for at in range(stop - 2, first, -1) if kinds[at] & PREFIX and tokens.keys[at] == BY and leads_to_office(tokens, at)
    )
    return next(led, first), stop


def leads_to_office(tokens: Tokens, place: int) -> bool:
    """Whether ب leads to another's office, which is definite or stands behind a title that is whole: التقى الملك ب|وزير النقل."""
    before, office = tokens.kinds[place - 1], tokens.kinds[place + 1]
    if office & DEFINITE:
        team = office & CARRIER and not tokens.kinds[place + 2] & (NAME | OFFICE)  # بالفريق الأول لكرة القدم
        return bool(office & OFFICE) and not team
    return bool(office & ROLE and before & TITLE and before & DEFINITE) and not office & (BODY | NAME)


def ends_in_abbreviation(tokens: Tokens, stop: int) -> bool:
    """Whether brackets at the end of an office only shorten its body: اتحاد العمال (تواصل); not شركة (النهر), باسم (النهر)."""
    body = tokens.kinds[stop - BRACKETED - 1] if stop > BRACKETED else 0
    named = body & PREPOSITION or (body & BODY and not body & DEFINITE)
    return tokens.keys[stop - 1] == ROUND[1] and not named


def main_office(tokens: Tokens, role: Range) -> Range:
    """The part of a role that says most: سعادة | **مدير المركز** | الدكتور."""
    return max(role_parts(tokens, role), key=lambda part: part[1] - part[0], default=role)


def begins_role(tokens: Tokens, place: int) -> bool:
    """Whether another title or office begins inside a role: a definite title, or a head behind a definite word or a place.

    Several of a title tell whose the office is: نقيب المهندسين.
    """
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    if place > 1 and (before & COMMA or (before & PREFIX and tokens.keys[place - 1] in JOINS_FREELY)):
        before = tokens.kinds[place - 2]
    if not before & (DETERMINED | TITLE | CLOSES) or is_quality(tokens, place) or is_of_court(tokens, place):
        return False
    if kind & TITLE and not before & DEFINITE and known_head(tokens.keys[place]) == "group":
        return False
    return bool(kind & TITLE if kind & DEFINITE else kind & OFFICE)


def is_of_court(tokens: Tokens, place: int) -> bool:
    """Whether an office is that of whose court or bureau is told, behind his titles: مدير ديوان صاحب السمو | حاكم المدينة."""
    kinds, before = tokens.kinds, place - 1
    if kinds[place] & DEFINITE or not kinds[before] & TITLE:
        return False
    while before > 0 and kinds[before] & OFFICE and not kinds[before] & BODY:
        before -= 1
    return bool(kinds[before] & BODY) and not kinds[before] & DEFINITE


def ends_role(tokens: Tokens, place: int) -> bool:
    """Whether an office of one definite word stands behind another: عضو المجلس | النائب; not الأمين العام المساعد."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    office = kind & ROLE and kind & DEFINITE and before & (DEFINITE | CLOSES)
    return bool(office) and not is_quality(tokens, place) and bare_key(tokens.keys[place]) not in offices("under")


def is_quality(tokens: Tokens, place: int) -> bool:
    """Whether an office only tells what kind the one before it is: المحلل **السياسي**, but not الدكتور **المحامي**."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    return tokens.keys[place].endswith(NISBA) and bool(kind & before & DEFINITE and before & ROLE and not before & TITLE)


def role_after(tokens: Tokens, place: int) -> Iterator[Range]:
    """The role that follows a name, directly, after a comma or after the mark that closes on the name."""
    place = behind_alias(tokens, place + bool(tokens.kinds[place] & CLOSES))
    first = place + 1 if tokens.kinds[place] & COMMA else place
    yield from role_told(tokens, first)
    if first < len(tokens) and is_held(tokens, first) and not (is_matter(tokens, first) or is_of_next(tokens, first)):
        limit = made_limit(tokens, first, min(len(tokens), first + LONGEST_ROLE))
        stop = before_next(tokens, first, phrase_end(tokens, first, limit))
        if (name := find_name(tokens, first, stop)) and not is_owner(tokens, name, stop):
            stop = before_another(tokens, first, name[0])
        if stop > first and ((name := find_name(tokens, first, stop)) is None or is_owner(tokens, name, stop)):
            yield first, stop


def is_owner(tokens: Tokens, name: Range, stop: int) -> bool:
    """Whether one word that ends an office tells whose those are of whom it is: رئيس جمعية سكان | بدر،."""
    before = tokens.kinds[name[0] - 1]
    alone = name[1] == name[0] + 1 == stop and not before & (DEFINITE | OFFICE | NAME_UNIT)
    return alone and stop < len(tokens) and bool(tokens.kinds[stop] & COMMA)


def is_of_next(tokens: Tokens, place: int) -> bool:
    """Whether a definite participle tells with its preposition whose office follows: قضية سلمى، | المتهم فيها سالم الكندي."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    return bool(tokens.kinds[place] & DEFINITE and after & SATED)


def behind_alias(tokens: Tokens, place: int) -> int:
    """What stands behind another name in brackets, or in them if it is an office: سالم (أبو نزار) | رئيس اللجنة، (| مديرا)."""
    if tokens.keys[place : place + 1] != [ROUND[0]]:
        return place
    close = next((at for at in range(place + 1, min(place + ALIAS, len(tokens))) if tokens.keys[at] == ROUND[1]), None)
    plain = close and not any(tokens.kinds[at] & (NUMBER | PUNCTUATION | OFFICE) for at in range(place + 1, close))
    return close + 1 if close and plain else place + bool(tokens.kinds[place + 1 : place + 2] and is_held(tokens, place + 1))


def role_told(tokens: Tokens, place: int) -> Iterator[Range]:
    """The role behind a name that a clause or a small word tells: سالم الكندي، | وهو مهندس أمضى عمره هناك، | بصفته مدير الميناء.

    Or what he is one of: سالم الكندي، أحد أبرز قادة الحزب.
    """
    office = told_at(tokens, place)
    noun = one_of(tokens, office)
    if office < place or not (noun > office or may_be_told(tokens, office, office < place + 2)):
        return
    end = phrase_end(tokens, noun, made_limit(tokens, noun, min(len(tokens), noun + LONGEST_ROLE)))
    stop = next((at for at in range(noun + 1, end) if is_finite(tokens, at) and tokens.keys[at] not in words_of("former")), end)
    dashed = tokens.keys[place] in DASHES and not (stop >= len(tokens) or tokens.keys[stop] in DASHES or tokens.kinds[stop] & BREAK)
    if stop > office and not dashed and find_name(tokens, office, stop) is None:
        yield office, stop


def told_at(tokens: Tokens, place: int) -> int:
    """Where an office may begin behind what leads to it: وهو |، بصفته |، الذي يشغل منصب |، كان | مديرا، - |, or at `place`.

    -1 where nothing does.
    """
    keys, joined = tokens.keys, place + is_and(tokens, place)
    if keys[joined : joined + 1] and (keys[joined] in IT_IS or keys[place] in (*AS_WHAT, *DASHES)):
        return joined + 1
    held = place + bool(tokens.kinds[place : place + 1] and tokens.kinds[place] & RELATIVE)
    was = tokens.kinds[held : held + 1] and (tokens.kinds[held] & KAN or keys[held] in WORKS)
    if was and keys[held + 1 : held + 2] and is_accusative_office(keys[held + 1]):
        return held + 1
    if keys[held : held + 1] and keys[held] in HOLDS and keys[held + 1 : held + 2] == [POST]:
        return held + 2
    return place if one_of(tokens, place) > place else -1


def one_of(tokens: Tokens, place: int) -> int:
    """Where those stand of whom somebody is one: أحد أبرز | قادة الحزب; the place itself where he is none of several."""
    if not 0 <= place < len(tokens) - 2 or not tokens.kinds[place] & ONE_OF:
        return place
    several = place + 1 + bool(tokens.kinds[place + 1] & FOREMOST)
    kind, key = tokens.kinds[several], tokens.keys[several]
    plural = (
        key.endswith(PLURALS) if kind & DEFINITE else tokens.kinds[several + 1] & DEFINITE and not kind & (FUNCTION | PUNCTUATION)
    )
    return several if plural or known_head(key) == "group" else place


def may_be_told(tokens: Tokens, place: int, alone: bool) -> bool:
    """Whether an office of one person stands at a place; no definite one in a clause of its own: وهو مهندس; alone: هو المدير."""
    kind = tokens.kinds[place] if place < len(tokens) else PUNCTUATION
    held = is_accusative_office(tokens.keys[place]) or (kind & OFFICE and not kind & (BODY | NAME))
    return bool(held) and (alone or not kind & DEFINITE) and known_head(tokens.keys[place]) != "group"


def before_another(tokens: Tokens, first: int, name: int) -> int:
    """Where a role that follows a name ends before another person's: وزير الخارجية | والأمير سالم، المتحدث باسم رئيس الحزب | سالم.

    `first` where the whole may be the other one's role.
    """
    kinds = tokens.kinds
    joined = next((place for place in range(name - 2, first, -1) if is_and(tokens, place)), None)
    if joined is not None:
        return joined if any(kind & OFFICE for kind in kinds[joined + 1 : name]) else first
    led = next((place for place in range(first + 1, name - 1) if kinds[place] & (PREPOSITION | PREFIX)), name)
    return name if kinds[first] & DEFINITE and any(kind & ROLE for kind in kinds[led + 1 : name]) else first


def is_held(tokens: Tokens, place: int) -> bool:
    """Whether an office that somebody has or is given stands at `place`: مدير المركز، أمير المنطقة، مديرا للمركز."""
    return bool(tokens.kinds[place] & ROLE) or is_office(tokens, place) or is_made_office(tokens, place)


def is_office(tokens: Tokens, place: int) -> bool:
    """Whether a title is that of an office: أمير منطقة الشمال، أمير المنطقة, but not الأمير."""
    kind, after = tokens.kinds[place], tokens.kinds[place + 1] if place + 1 < len(tokens) else PUNCTUATION
    ruled = after & (BODY | CARRIER | CITY) or (after & DEFINITE and not after & (NAME_UNIT | TITLE))
    return bool(kind & TITLE and not kind & DEFINITE and ruled)
