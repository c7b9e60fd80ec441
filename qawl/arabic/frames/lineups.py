"""Parties that stand side by side, each read by itself: وزير النقل سالم الكندي، وأعضاء اللجنة، وعدد من السكان.

A phrase that can speak (`entities.read_source`) takes several as one group and goes on over a place; here each one counts, up to
the words that name it, and an accusative (وفدا، عددا من النواب) and a number (20 وزيرا) are parties too.
"""

from __future__ import annotations

from qawl.arabic.frames.charges import each_by_charge
from qawl.arabic.frames.cuts import behind_standing, opens_clause, takes_up
from qawl.arabic.frames.joined import is_anothers, stands_for
from qawl.arabic.frames.joints import behind_aside, behind_each, behind_wish, next_place
from qawl.arabic.frames.named_at import behind_title, is_followed_by_name, name_at, person_at
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.party_ends import opens_office
from qawl.arabic.frames.scene import Scene
from qawl.arabic.frames.unknown_names import unknown_name, with_holder, with_name_behind, with_strange_end
from qawl.arabic.heads import known_head
from qawl.arabic.letters import ADDRESSING, BORNE, BY, DELEGATIONS, IN, OF, SIDE_OF_TALKS, TO_POST, bare_key
from qawl.arabic.lexicon import (
    BODY,
    CLOSES,
    COMMA,
    DEFINITE,
    NAME,
    NATION,
    OFFICE,
    OPENS,
    PORTFOLIO,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    ROLE,
    STOP,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.tokens import Tokens

# So many parties at most stand side by side.
LONGEST_LINEUP = 30
# So many tokens at most tell where somebody of a list is.
SETTING = 8
# So many tell more of a group before others of the list.
MORE = 14
# So many tell where the office of one of them is.
POST = 9


def lineup_at(scene: Scene, place: int, limit: int | None = None, listed: bool = False) -> list[Phrase]:
    """The parties side by side from `place` on: | الوزير سالم الكندي، | ونائبه، | وعدد من السكان; empty where none begins there.

    In a list commas alone part those told by office and name, or by name: وزير النقل سالم الكندي، | مدير الميناء نزار العلي.
    So they do behind كل من, and behind the office of several: النواب | سالم الكندي، | نزار العلي.
    """
    stop = scene.passage.sentence_stop(place) if limit is None else limit
    found: list[Phrase] = []
    opened, place = place, behind_each(scene.tokens, place)
    listed = listed or place > opened
    while len(found) < LONGEST_LINEUP and (
        phrase := first_named(scene, place, stop) or party_at(scene, place, stop) or named_like(scene, found, place, stop)
    ):
        listed = listed or (phrase.first > place and phrase.named)
        if several := each_by_charge(scene, phrase.first, stop):
            found += several[:-1]
            phrase, listed = several[-1], True
        elif one := first_of_several(scene, phrase, stop):
            phrase, listed = one, True
        phrase = with_bearer(scene, with_name_behind(scene.tokens, for_side(scene, phrase, stop), stop), stop)
        if listed:
            phrase = with_next_office(scene.tokens, with_holder(scene.tokens, with_strange_end(scene, phrase, stop), stop), stop)
            phrase = with_own_office(scene, phrase, stop)
        phrase = with_bearers(scene, phrase, stop)
        found.append(phrase)
        place = next_of_list(scene, phrase, stop, listed)
        if place < stop and (takes_up(scene.tokens, place) or opens_clause(scene, place)):
            break
    return found


def with_bearer(scene: Scene, phrase: Phrase, limit: int) -> Phrase:
    """An office of a body in marks with the name of its bearer behind it: المدير العام ل«ساحل»، المهندس | سالم الكندي."""
    kinds, led = scene.tokens.kinds, phrase.stop
    if phrase.named or led + 1 >= limit or not (kinds[led] & PREFIX and kinds[led + 1] & (OPENS | CLOSES)):
        return phrase
    bearer = scene.cast.roster.known(phrase)
    near = (name for name in bearer.mentions if led < name[0] < led + POST and name[1] <= limit) if bearer else ()
    name = next(iter(near), None)
    return phrase._replace(stop=name[1], type="person", name=name, named=True) if name else phrase


def next_of_list(scene: Scene, phrase: Phrase, stop: int, listed: bool) -> int:
    """Where the party behind another one begins; the end of the text where none does."""
    tokens = scene.tokens
    if (sent := behind_sent(scene, phrase.stop, stop)) > phrase.stop:
        return next_place(tokens, sent, stop)
    after = behind_wish(tokens, behind_charges(scene, phrase, stop), stop)
    after = behind_aside(tokens, after, stop) if phrase.named else after
    after = behind_post(scene, phrase, after, stop)
    if not listed:
        return next_place(tokens, behind_more(scene, phrase, after, stop), stop)
    after = behind_more(scene, phrase, behind_setting(scene, phrase, after, stop), stop)
    place = next_place(tokens, after, stop)
    return next_named(scene, phrase, after, stop) if place == len(tokens) else place


def behind_sent(scene: Scene, place: int, stop: int) -> int:
    """Where whoever stands for a party ends, told behind a comma or not, else `place`: الوزارة ممثلة بالوكيل سالم | والشركة."""
    first = place + (place < stop and bool(scene.tokens.kinds[place] & COMMA))
    after = behind_standing(scene.tokens, first) if stands_for(scene.tokens.keys[first]) else first
    who = party_at(scene, after, stop) if first < after < stop else None
    return who.stop if who else place


def behind_charges(scene: Scene, phrase: Phrase, limit: int) -> int:
    """Where the charges of an office behind its bearer's name end: فلان، وزير النقل والمرافق والمجتمعات الساحلية |.

    Behind a comma, or where the first of them tells people, they are others: فلان، وزير النقل | والطلبة والعمال; not behind ل:
    فلان نائب المدير لشؤون التعليم والطلاب |.
    """
    tokens, end = scene.tokens, phrase.stop
    if not phrase.named or end == phrase.name[1]:
        return end
    end += 2 * (is_of_affairs(tokens, phrase.name[1], end) and are_people_joined(tokens, end, limit))
    if not is_charge(tokens, end, limit):
        return end
    found = charges(tokens, end, limit)
    people = known_head(bare_key(tokens.keys[end + 1])) == "group" and not tokens.kinds[end + 1] & PORTFOLIO
    closed = found[-1] >= limit or tokens.kinds[found[-1]] & PUNCTUATION or tokens.keys[found[-1]] == IN
    several = len(found) > 2 or is_doing(tokens, end + 1, limit)
    return found[-1] if several and closed and not people else end


def charges(tokens: Tokens, place: int, limit: int) -> list[int]:
    """Where each of the charges of an office ends that و joins from `place` on: وزير النقل | والمرافق | وبناء المدن |."""
    found = [place]
    while is_charge(tokens, found[-1], limit):
        after = range(found[-1] + 2 + is_doing(tokens, found[-1] + 1, limit), limit)
        found.append(next((at for at in after if not tokens.kinds[at] & DEFINITE or tokens.kinds[at] & OFFICE), limit))
    return found


def are_people_joined(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether و joins several people with the article at `place`: | والطلاب; not | والوزير."""
    joined = place + 1 < limit and is_and(tokens, place) and bool(tokens.kinds[place + 1] & DEFINITE)
    return joined and known_head(bare_key(tokens.keys[place + 1])) == "group"


def is_of_affairs(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether an office ends with that for which it is, behind ل: نائب المدير | لشؤون التعليم والطلاب."""
    led = stop - 3 > first and tokens.keys[stop - 3] == ADDRESSING and bool(tokens.kinds[stop - 3] & PREFIX)
    return led and bool(tokens.kinds[stop - 1] & ~tokens.kinds[stop - 2] & DEFINITE)


def is_charge(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether و joins a noun with the article at `place` that is no officer, or a task: | والمياه، | وبناء المدن; not | والمدير."""
    joined = place + 1 < limit and is_and(tokens, place)
    if joined and is_doing(tokens, place + 1, limit):
        return True
    return joined and bool(tokens.kinds[place + 1] & DEFINITE) and not tokens.kinds[place + 1] & (OFFICE | NAME)


def is_doing(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether what is done to something with the article stands at `place`: وزير الطرق و| بناء المدن، و| تنمية الأرياف."""
    owned = place + 1 < limit and bool(tokens.kinds[place + 1] & DEFINITE) and not tokens.kinds[place + 1] & (OFFICE | NAME)
    some = tokens.kinds[place] & (DEFINITE | OFFICE | NAME | BODY | PREFIX | PREPOSITION | PUNCTUATION)
    return owned and not some and known_head(bare_key(tokens.keys[place])) is None


def with_own_office(scene: Scene, phrase: Phrase, limit: int) -> Phrase:
    """Somebody of a list with the definite office right behind his name, if it goes on: سالم الكندي | الأمين العام ونائبه."""
    tokens, at = scene.tokens, phrase.stop
    if not phrase.named or at != phrase.name[1] or at + 1 >= limit or not tokens.kinds[at] & DEFINITE:
        return phrase
    office = party_at(scene, at, limit) if tokens.kinds[at] & ROLE and not tokens.kinds[at] & NATION else None
    if office is None or office.named or office.type != "unnamed":
        return phrase
    return phrase._replace(stop=office.stop) if office.stop < limit and is_and(tokens, office.stop) else phrase


def with_bearers(scene: Scene, phrase: Phrase, limit: int) -> Phrase:
    """Those who bear an honour with who they are right behind it: بعض أصحاب السمو | أفراد الأسرة."""
    if phrase.stop >= limit or phrase.type != "group" or scene.tokens.keys[phrase.stop - 1] not in BORNE:
        return phrase
    who = party_at(scene, phrase.stop, limit)
    return phrase._replace(stop=who.stop, name=(phrase.name[0], who.stop)) if who and who.type == "group" else phrase


def for_side(scene: Scene, phrase: Phrase, limit: int) -> Phrase:
    """Who is there for the body of a side, if he is named behind it: ومن جانب البنك | سالم الكندي; else the phrase."""
    sided = phrase.first and scene.tokens.keys[phrase.first - 1] in SIDE_OF_TALKS and phrase.type in ("organisation", "country")
    other = party_at(scene, phrase.stop, limit) if sided and phrase.stop < limit else None
    return other if other and other.named else phrase


def behind_setting(scene: Scene, phrase: Phrase, place: int, limit: int) -> int:
    """The place behind where somebody of a list is, or what more tells him, if an office or a number follows.

    مدراء الدوائر | في المؤسسة | ومدير القسم، رئيس الأركان | العامة، | وقائد الشرطة.
    """
    tokens = scene.tokens
    if next_place(tokens, place, limit) < len(tokens):
        return place  # أعضاء المجلس | إلى جانب السفراء والوزير
    rest = place < limit and bool(tokens.kinds[place] & DEFINITE) and not tokens.kinds[place] & (OFFICE | NAME)
    led = place < limit and (tokens.kinds[place] & PREPOSITION or (tokens.keys[place] == BY and tokens.kinds[place] & PREFIX))
    whole = led and tokens.keys[place] == OF  # منتسبي الكلية من أساتذة وطلبة
    if phrase.named or whole or not (led or rest) or place + 1 >= limit or takes_up(tokens, place + 1):
        return place
    at = end_of_adjunct(scene, place + 1, min(limit, place + SETTING))
    return at if at < limit and goes_on_at(scene, phrase, at, limit) else place


def goes_on_at(scene: Scene, phrase: Phrase, place: int, limit: int) -> bool:
    """Whether another one of a list begins behind a comma or و at `place`: في المجلس، | ووزير النقل، في المجلس، | النائب فلان."""
    tokens = scene.tokens
    other = place + bool(tokens.kinds[place] & COMMA)
    joined = other + 1 < limit and is_and(tokens, other)
    first = behind_each(tokens, other + joined) if other + joined < limit else limit
    if first >= limit or not (joined or other > place) or takes_up(tokens, first) or opens_clause(scene, first):
        return False
    if joined and (tokens.kinds[first] & QUANTITY or opens_office(tokens, first)):
        return True
    who = party_at(scene, first, limit)
    if who is None:
        return False
    titled = who.named and who.first < who.name[0]
    return (
        titled or (joined and (who.type == "group" or who.role is not None)) or (other > place and are_others(scene, phrase, first))
    )


def end_of_adjunct(scene: Scene, place: int, limit: int) -> int:
    """Where the words that a preposition leads end: before و, a mark or a verb."""
    tokens = scene.tokens
    near = range(place, limit)
    return next((at for at in near if is_and(tokens, at) or tokens.kinds[at] & PUNCTUATION or is_finite(scene.passage, at)), limit)


def behind_post(scene: Scene, phrase: Phrase, place: int, limit: int) -> int:
    """The place behind where an office is if somebody by name or several follow: فلان مدير القسم | في السفارة | والأستاذ فلان."""
    tokens, kinds = scene.tokens, scene.tokens.kinds
    led = place < limit and (tokens.keys[place] in (IN, *TO_POST) or (tokens.keys[place] == BY and kinds[place] & PREFIX))
    if not led or not phrase.named or phrase.stop <= phrase.name[1] or place + 1 >= limit or takes_up(tokens, place + 1):
        return place
    end = end_of_adjunct(scene, place + 1, min(limit, place + POST))
    joined = end + (end < limit and bool(kinds[end] & COMMA))
    follows = joined + 1 < limit and is_and(tokens, joined) and kinds[joined + 1] & (OFFICE | QUANTITY | NAME)
    sent = joined + 1 < limit and is_and(tokens, joined) and bare_key(tokens.keys[joined + 1]) in DELEGATIONS
    if not (follows or sent) or any(person_at(scene, at, end) for at in range(place + 1, end)):
        return place
    other = party_at(scene, joined + 1, limit)
    return end if other and (other.named or sent or kinds[joined + 1] & QUANTITY) else place


def behind_more(scene: Scene, phrase: Phrase, place: int, limit: int) -> int:
    """The place behind what else is told of a group, if others are counted behind و: شخصيات بارزة | على الساحة | وعدد من الطلبة."""
    tokens = scene.tokens
    led = place < limit and (tokens.kinds[place] & PREPOSITION or (tokens.keys[place] == BY and tokens.kinds[place] & PREFIX))
    if phrase.type != "group" or not led:
        return place
    near = range(place + 1, min(limit - 1, place + MORE))
    end = next((at for at in near if tokens.kinds[at] & PUNCTUATION or is_finite(scene.passage, at)), limit)
    counted = (at for at in near if at < end and is_and(tokens, at) and tokens.kinds[at + 1] & QUANTITY)
    return next(counted, place)


def with_next_office(tokens: Tokens, phrase: Phrase, limit: int) -> Phrase:
    """An officer of a list with his second office and his name behind a comma: مدير الهيئة، | عضو اللجنة فلان، ومدير الميناء.

    Where commas alone part a list they are two.
    """
    comma = phrase.stop
    if phrase.named or phrase.type != "unnamed" or comma + 2 >= limit or not tokens.kinds[comma] & COMMA:
        return phrase
    other = read_phrase(tokens, comma + 1, limit) if opens_office(tokens, comma + 1) else None
    if other is None or not other.named or any(tokens.kinds[at] & COMMA for at in range(comma + 1, other.name[0])):
        return phrase
    end = other.name[1] + (other.name[1] < limit and bool(tokens.kinds[other.name[1]] & COMMA))
    goes_on = end >= limit or is_and(tokens, end) or bool(tokens.kinds[end] & STOP)
    return other._replace(first=phrase.first, stop=other.name[1]) if goes_on else phrase


def first_named(scene: Scene, place: int, limit: int) -> Phrase | None:
    """The first of several whose names stand right behind the office of them all: النواب | سالم الكندي، نزار العلي."""
    tokens = scene.tokens
    if place + 1 >= limit or not tokens.kinds[place] & DEFINITE or known_head(bare_key(tokens.keys[place])) != "group":
        return None
    one = name_at(scene, place + 1, limit)
    return one if one and one.stop > one.first + 1 and is_followed_by_name(scene, one.stop, limit) else None


def first_of_several(scene: Scene, phrase: Phrase, limit: int) -> Phrase | None:
    """The first of several whom one office and their names tell: النواب | سالم الكندي ونزار العلي; not أنصار الوزير سالم الكندي."""
    kinds, head = scene.tokens.kinds, phrase.first
    if phrase.type != "group":
        return None
    for at in range(head + 1, min(phrase.stop + 1, limit)):
        whole = kinds[at - 1] & DEFINITE and (at == head + 1 or not kinds[at - 1] & OFFICE)
        if whole and (one := name_at(scene, behind_title(scene.tokens, at), limit)):
            return one._replace(first=at) if is_followed_by_name(scene, one.stop, limit) else None
    return None


def next_named(scene: Scene, phrase: Phrase, place: int, limit: int) -> int:
    """Where another one with a name begins behind a comma and a named party; the end of the text where none does.

    His own office may stand between: سالم الكندي، وزير الطرق وبناء المدن، و| نزار العلي.
    """
    tokens = scene.tokens
    if place + 1 >= limit or not tokens.kinds[place] & COMMA:
        return len(tokens)
    if (addressed := behind_each(tokens, place + 1)) > place + 1:
        return addressed
    if are_others(scene, phrase, place + 1):
        return place + 1
    if not phrase.named:
        return len(tokens)
    other = name_at(scene, place + 1, limit) or named_like(scene, [phrase], place + 1, limit)
    if (other is not None and other.stop > other.first + 1) or is_anothers(tokens, place, limit):
        return place + 1
    office = party_at(scene, place + 1, limit) if opens_office(tokens, place + 1) else None
    return next_place(tokens, charges(tokens, office.stop, limit)[-1], limit) if office and not office.named else len(tokens)


def named_like(scene: Scene, found: list[Phrase], place: int, limit: int) -> Phrase | None:
    """A name of two words that nobody knows behind one told by a name alone in a list: سالم الكندي، | عودة النوايشي، نزار العلي."""
    bare = bool(found) and found[-1].named and found[-1].first == found[-1].name[0]
    return unknown_name(scene.tokens, place, limit) if bare else None


def are_others(scene: Scene, phrase: Phrase, place: int) -> bool:
    """Whether people behind a comma are others of a list, as no office of one is: مدير المعهد، | ممثلي الطلبة، | المدير الفرعي."""
    tokens, group = scene.tokens, known_head(bare_key(scene.tokens.keys[place])) == "group"
    if tokens.kinds[place] & BODY or takes_up(tokens, place) or opens_clause(scene, place):
        return False
    officer = phrase.type == "group" and bool(tokens.kinds[place] & ROLE) and place + 1 < len(tokens)
    return group or bool(officer and not (tokens.kinds[place] & NATION or tokens.kinds[place + 1] & PUNCTUATION))
