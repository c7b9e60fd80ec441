"""Names and the phrases that carry them: where a person's name begins and ends, its titles and roles, bodies, groups, countries.

A phrase is read as tokens ``first`` to ``stop`` (exclusive); offsets into the text come from the tokens.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qawl.arabic.letters import (
    ADDRESSING,
    ADVERB_ENDINGS,
    FEMININE_ENDINGS,
    FEMININE_NISBA,
    GOD,
    HIS,
    INITIAL,
    NO_SURNAME_SHAPE,
    OWNERS,
    PLURALS,
    QUALITY_SHAPE,
    SURNAME_SHAPE,
    TA_MARBUTA,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    ASIDE,
    BINDS,
    BODY,
    BREAK,
    CITY,
    CLOSES,
    COMMA,
    CONJUNCTION,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    DOUBTFUL,
    FAMILY,
    FUNCTION,
    KAN,
    LATIN,
    MEDIA,
    MONTH,
    NAME,
    NATION,
    NUMBER,
    OBJECT,
    ODD,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RENOWNED,
    ROLE,
    SETTING,
    SPEECH,
    STOP,
    THAT,
    TIME,
    TITLE,
    definite_names,
    seldom_names,
)
from qawl.arabic.ordinary import family, frequencies, is_adverb, is_common, is_known, is_owned, is_rare, is_usual, is_verb
from qawl.arabic.tokens import Tokens
from qawl.model import PartyType
from qawl.tables import several, table

LONGEST_NAME = 7
# A seldom given name that is an ordinary word too is at most this long: جو, جيل.
SHORT = 3
NO_NAME = FUNCTION | SPEECH | PUNCTUATION | PREFIX | NUMBER | ROLE | TITLE | BODY | DOCUMENT | MONTH | TIME | ACCORDING | SETTING

GOES_ON = DEFINITE | PREFIX | PREPOSITION | NAME | FAMILY | ODD | ROLE | TITLE | COUNTRY | CITY | BODY | NATION

NAMELY = DEFINITE | FAMILY | NAME | ODD | CITY | DOUBTFUL | RENOWNED


class Phrase(NamedTuple):
    """A noun phrase that can speak: tokens ``first``-``stop``, the name in it (``name``-``name_stop``) and its role.

    ``type`` is the type of the party; ``role`` the tokens of the role beside or without a name, None where there is none.
    """

    first: int
    stop: int
    type: PartyType
    name: tuple[int, int]
    role: tuple[int, int] | None
    named: bool


@cache
def connectors() -> dict[str, str]:
    """Folded words inside names: `before` joins with the word after it (بن, عبد), `after` with the word before it (الله, الدين)."""
    return {fold(row["form"]): row["side"] for row in table("name_parts.tsv")}


@cache
def heads() -> dict[str, PartyType]:
    """Folded head words of sources without a name, with the type of the party that they head."""
    found: dict[str, PartyType] = {}
    for row in table("orgs.tsv"):
        found[fold(row["form"])] = "group" if row["type"] == "group" else "organisation"
    for row in table("documents.tsv"):
        found[fold(row["form"])] = "document"
    titles = [row for name in ("titles.tsv", "titles_more.tsv") for row in table(name)]
    found |= {fold(form): "group" for row in titles for form in several(row["plural"])}
    found |= {fold(form): "unnamed" for row in titles for form in (row["form"], row["feminine"]) if form}
    for row in table("people_words.tsv"):
        found[fold(row["form"])] = "group" if row["number"] == "many" else "unnamed"
    return found


def can_begin(tokens: Tokens, place: int, expected: bool) -> bool:
    """Whether a person's name can begin here; `expected`: a title, a role or a verb of saying stands before it."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    side = connectors().get(key)
    if side == "before" and not kind & FUNCTION:
        return begins(key) and place + 1 < len(tokens) and not tokens.kinds[place + 1] & (PUNCTUATION | PREFIX)
    if kind & (FUNCTION | PREFIX | PUNCTUATION | NUMBER | LATIN) or side == "after":
        return False
    if kind & RENOWNED and not kind & ~NAMELY:
        return True
    if kind & DEFINITE:
        return is_definite_name(tokens, place)
    if is_before_renowned(tokens, place):
        return True
    if place + 1 < len(tokens) and is_joining(tokens, place + 1) and not kind & (TITLE | BODY):
        return bool(kind & NAME) or not is_common(key)
    if kind & NAME and not kind & (SPEECH | ROLE | TITLE | BODY | COUNTRY | MONTH | TIME | NATION | PEOPLE):
        return True
    if kind & (NO_NAME | NATION | PEOPLE | COUNTRY | CITY):
        if kind & (BODY | PEOPLE) and not expected:
            return False
        return bool(kind & NAME) and not kind & (TITLE | ROLE | SPEECH) and goes_on(tokens, place)
    if expected and is_before_unknown(tokens, place):
        return True
    return expected and bool(kind & ODD or (kind & FAMILY and (ends_there(tokens, place) or surname_follows(tokens, place))))


def is_before_renowned(tokens: Tokens, place: int) -> bool:
    """Whether a rare word or a seldom given name stands before a surname that the world knows: جو بايدن."""
    kind = tokens.kinds[place]
    if place + 1 >= len(tokens) or kind & (~NAMELY | DEFINITE | RENOWNED) or not tokens.kinds[place + 1] & RENOWNED:
        return False
    if tokens.kinds[place + 1] & DEFINITE and (kind & DOUBTFUL or not kind & (NAME | FAMILY | ODD)):
        return False
    key = tokens.keys[place]
    if len(key) <= SHORT and key in seldom_names():
        return True
    if (kind & DOUBTFUL and is_common(key)) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    return bool(kind & (NAME | FAMILY) or (kind & ODD and not is_known(key)))


def is_before_unknown(tokens: Tokens, place: int) -> bool:
    """Whether a seldom given name stands before a word that no general text knows: جيل بارنيو."""
    if place + 1 >= len(tokens) or tokens.kinds[place] & ~NAMELY or tokens.keys[place] not in seldom_names():
        return False
    return bool(tokens.kinds[place + 1] & ODD) and not tokens.kinds[place + 1] & DEFINITE and ends_there(tokens, place + 1)


def is_definite_name(tokens: Tokens, place: int) -> bool:
    """Whether a given name with the article (المهدي، الوليد) has a surname behind it."""
    if tokens.keys[place] not in definite_names() or tokens.kinds[place] & ~NAMELY or place + 1 >= len(tokens):
        return False
    after = tokens.kinds[place + 1]
    if connectors().get(tokens.keys[place + 1]) == "before":
        return True
    return bool(after & (ODD | FAMILY)) and not after & ~NAMELY and not is_common(tokens.keys[place + 1])


@cache
def openers() -> dict[str, str]:
    """Folded connectors that can open a name, with how: `yes` anywhere (عبد, أبو), `kin` where a name is expected (ابن)."""
    return {fold(row["form"]): row["opens"] for row in table("name_parts.tsv") if row["opens"] != "no"}


def begins(key: str) -> bool:
    """Whether a connector can open a name: عبد and أبو, but not بن."""
    return key in openers()


def goes_on(tokens: Tokens, place: int) -> bool:
    """Whether the next token is plainly a part of a name too."""
    after = place + 1
    if after >= len(tokens):
        return False
    kind = tokens.kinds[after]
    if tokens.keys[after] in connectors():
        return True
    return bool(kind & (NAME | FAMILY | ODD)) and not kind & (FUNCTION | SPEECH | NO_NAME | NATION | PEOPLE)


def continues(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the token at `place` belongs to the name that began at `first`."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if key in connectors():
        return not is_kin(tokens, place)
    if connectors().get(tokens.keys[place - 1]) == "before":
        return not kind & (PUNCTUATION | PREFIX)
    if is_blessing(tokens, place) or (kind & DEFINITE and place > first + 1 and follows_surname(tokens, place)):
        return False
    if kind & (FUNCTION | PUNCTUATION | PREFIX | NUMBER | TIME | ACCORDING | LATIN | ASIDE):
        return False
    if tokens.kinds[place - 1] & RENOWNED and not tokens.kinds[place - 1] & NAME:
        return False
    if kind & (SPEECH | ROLE | BODY | PEOPLE | TITLE | DOCUMENT | SETTING | MEDIA | MONTH):
        before = tokens.kinds[place - 1]
        later = kind & DEFINITE and before & NAME and not before & DEFINITE and is_closed(tokens, place + 1)
        known = bool(kind & FAMILY) and (place == first + 1 or bool(later))
        return known and (bool(kind & DEFINITE) or ends_there(tokens, place) or surname_follows(tokens, place))
    if kind & DEFINITE and place == first + 1 and first and tokens.kinds[first - 1] & TITLE and not kind & ~NAMELY:
        return True
    if place == first + 1 and tokens.kinds[first] & NAME and is_strange_nisba(kind, key):
        return True
    if kind & NATION:
        return place == first + 1 and bool(kind & DEFINITE) and is_nisba(key) and bool(tokens.kinds[first] & NAME)
    if kind & NAME and not kind & DEFINITE and ends_surname(tokens, first, place - 1):
        return False
    if kind & (NAME | FAMILY | ODD) or (kind & CITY and place == first + 1):
        return True
    if kind & ~NAMELY:
        return False
    if place == first_unit_end(tokens, first):
        return bool(tokens.kinds[first] & NAME or place > first + 1) and may_be_surname(tokens, place)
    return bool(tokens.kinds[place - 1] & NAME and tokens.kinds[place - 2] & NAME) and closes_name(tokens, place)


def is_nisba(key: str) -> bool:
    """Whether a nationality is that of one man, as surnames are."""
    return not key.endswith((TA_MARBUTA, *PLURALS))


def first_unit_end(tokens: Tokens, first: int) -> int:
    """Where the first word of a name ends, compounds being one: سالم, عبد الرحمن, نور الدين."""
    place = first + 1
    if place < len(tokens) and (is_joining(tokens, first) or connectors().get(tokens.keys[place]) == "after"):
        return place + 1
    return place


def is_joining(tokens: Tokens, place: int) -> bool:
    """Whether a word goes on with the word after it: عبد, أبو, بن."""
    return connectors().get(tokens.keys[place]) == "before"


def closes_name(tokens: Tokens, place: int) -> bool:
    """Whether a word that no table knows closes a name of two given names or more: نمر فهمي الطويل، محسن فخري زاده."""
    key = tokens.keys[place]
    if not ends_there(tokens, place) or NO_SURNAME_SHAPE.match(key) or is_verb(key) or is_adverb(key):
        return False
    if tokens.kinds[place] & DEFINITE:
        return bool(QUALITY_SHAPE.match(key)) and not tokens.kinds[place - 1] & DEFINITE
    return is_rare(key) and not key.endswith(PLURALS)


def may_be_surname(tokens: Tokens, place: int) -> bool:
    """Whether a word that no table knows as a name can be one behind a first name: no adverb, verb, plural or usual word."""
    key = tokens.keys[place]
    owned = tokens.text[tokens.ends[place] - 1] == HIS and is_owned(key)
    if owned or is_adverb(key) or is_verb(key) or NO_SURNAME_SHAPE.match(key):
        return False
    if tokens.kinds[place] & DEFINITE and key.endswith(FEMININE_ENDINGS) and family(bare_key(key)):
        return False
    if not is_common(key):
        return True
    return ends_there(tokens, place) and (not is_usual(key) or bool(SURNAME_SHAPE.match(tokens.surface(place, place + 1))))


def follows_surname(tokens: Tokens, place: int) -> bool:
    """Whether a usual definite word stands behind a surname, so that it is an adjective: أسامة الكيني المعروف."""
    return is_usual(tokens.keys[place]) and not tokens.kinds[place - 1] & NAME


def ends_surname(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite surname stands at `place`, so that a given name after it is another person's."""
    key = tokens.keys[place]
    own = place > first and bool(tokens.kinds[place] & DEFINITE) and not is_joining(tokens, place - 1)
    return own and key not in definite_names() and key not in connectors()


def is_kin(tokens: Tokens, place: int) -> bool:
    """Whether a word that joins is one for kin before a title or an office: هاري ابن الأمير."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    return openers().get(tokens.keys[place]) == "kin" and bool(after & (TITLE | ROLE))


def is_blessing(tokens: Tokens, place: int) -> bool:
    """Whether a wish begins here: رحمه الله، حفظه الله."""
    joins = place + 1 < len(tokens) and tokens.keys[place + 1] == GOD
    return joins and tokens.text[tokens.ends[place] - 1] == HIS


def is_strange_nisba(kind: int, key: str) -> bool:
    """Whether a definite word in ـية is known to no table and no list, so that it is a woman's surname: الخروصية."""
    known = frequencies()
    return kind == DEFINITE and key.endswith(FEMININE_NISBA) and not known.get(key, 0) and not known.get(bare_key(key), 0)


def surname_follows(tokens: Tokens, place: int) -> bool:
    """Whether a definite surname comes next: هادي والي الظالمي."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    if not after & DEFINITE or after & (NATION | BODY | ROLE):
        return False
    return bool(after & (ODD | FAMILY)) or not (after & ~DEFINITE or is_known(tokens.keys[place + 1]))


def ends_there(tokens: Tokens, place: int) -> bool:
    """Whether the phrase ends with this token, so that a word of two uses is a surname here: فاروق سلطان إن."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else PUNCTUATION
    return bool(after & (PUNCTUATION | FUNCTION | TIME | PREFIX))


def is_closed(tokens: Tokens, place: int) -> bool:
    """Whether a mark, a verb of saying or أن stands at `place`, or the text ends."""
    return place >= len(tokens) or bool(tokens.kinds[place] & (PUNCTUATION | THAT | SPEECH))


def name_end(tokens: Tokens, first: int, stop: int) -> int:
    """Where the name that begins at `first` ends, at most at `stop`."""
    place = first + 1
    limit = min(stop, first + LONGEST_NAME)
    if tokens.kinds[first] & RENOWNED and not tokens.kinds[first] & NAME:
        return place
    while place < limit and continues(tokens, first, place):
        place += 1
    while place > first + 1 and connectors().get(tokens.keys[place - 1]) == "before":
        place -= 1
    return place


def phrase_end(tokens: Tokens, first: int, limit: int) -> int:
    """Where the noun phrase that begins at `first` ends: at a verb, a mark, a time, or an indefinite word after a definite one."""
    definite = False
    place = first
    while place < limit:
        kind = tokens.kinds[place]
        if name_inside(tokens, place, first):
            place, definite = name_end(tokens, place, limit), False
            continue
        if kind & OPENS and (close := title_close(tokens, first, place, limit)):
            place = close + 1
            continue
        if (
            kind & (STOP | BREAK | COMMA | KAN)
            or (kind & TIME and not kind & (NAME | BODY))
            or (kind & SPEECH and not is_noun_here(tokens, place, first))
        ):
            break
        if kind & PREPOSITION and not binds(tokens, place, first, limit):
            break
        if kind & (FUNCTION & ~(PREPOSITION | CONJUNCTION)) and place > first and not kind & PREPOSITION:
            break
        if kind & PUNCTUATION or (kind & CONJUNCTION and place == first):
            break
        if kind & PREFIX and not tokens.kinds[first] & DOCUMENT and addressee(tokens, place + 1, limit):
            break
        if definite and not kind & GOES_ON and not after_join(tokens, place) and tokens.keys[place] not in connectors():
            break
        definite = definite or bool(kind & (DEFINITE | COUNTRY))
        place += 1
    while place > first and tokens.kinds[place - 1] & (PREFIX | PREPOSITION | CONJUNCTION):
        place -= 1
    return place


def title_close(tokens: Tokens, first: int, mark: int, limit: int) -> int | None:
    """The mark that closes a body's name in quotation marks (صحيفة «الساحل»), None where there is no such name."""
    if not tokens.kinds[first] & (BODY | ROLE | DOCUMENT | PEOPLE) or mark == first:
        return None
    closes = (at for at in range(mark + 2, min(mark + 6, limit)) if tokens.kinds[at] & CLOSES)
    return next(closes, None)


def name_inside(tokens: Tokens, place: int, first: int) -> bool:
    """Whether a name begins here for certain, so that the phrase goes on to its end."""
    if place > first and tokens.kinds[place - 1] & (PREFIX | PREPOSITION):
        return False
    joins = place + 1 < len(tokens) and is_joining(tokens, place + 1)
    rare = place > first and (is_before_unknown(tokens, place) or is_before_renowned(tokens, place))
    return (joins or rare or bool(tokens.kinds[place] & NAME) or opens_compound(tokens, place)) and can_begin(tokens, place, True)


def opens_compound(tokens: Tokens, place: int) -> bool:
    """Whether a word that joins opens a name here: عبد الرحيم, أبو خليل."""
    if openers().get(tokens.keys[place]) != "yes" or place + 1 >= len(tokens) or tokens.kinds[place] & FUNCTION:
        return False
    after = tokens.kinds[place + 1]
    return bool(after & (DEFINITE | NAME | ODD)) and not after & (ROLE | TITLE | BODY | NATION)


def addressee(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether those to whom it was said begin here: لوكالة، للصحفيين."""
    kind = tokens.kinds[place] if place < limit else 0
    if kind & OPENS and tokens.keys[place - 1] in ADDRESSING:
        return True
    return tokens.keys[place - 1][0] in ADDRESSING and bool(
        kind & (MEDIA | PEOPLE) or (kind & ROLE and tokens.keys[place].endswith(PLURALS))
    )


def after_join(tokens: Tokens, place: int) -> bool:
    """Whether a prefix or a preposition stands right before, so that a new noun may begin."""
    return bool(tokens.kinds[place - 1] & (PREFIX | PREPOSITION))


def is_noun_here(tokens: Tokens, place: int, first: int) -> bool:
    """Whether a form of a verb of saying is a noun at this place: the head of the phrase, a role, a body, or definite."""
    kind = tokens.kinds[place]
    return place == first or bool(kind & (ROLE | BODY | DOCUMENT | DEFINITE | COUNTRY))


def binds(tokens: Tokens, place: int, first: int, limit: int) -> bool:
    """Whether a preposition inside a phrase belongs to it: مسؤول في الوزارة, but not قال الوزير في بيان."""
    after = place + 1
    if place == first or after >= limit:
        return False
    kind = tokens.kinds[after]
    head = tokens.kinds[first]
    if head & DOCUMENT:
        return bool(kind & (BODY | COUNTRY | ROLE))
    if not tokens.kinds[place] & BINDS or tokens.kinds[place] & TIME:
        return False
    return bool(head & (ROLE | TITLE | PEOPLE | DOCUMENT | BODY)) and not kind & (SETTING | TIME | NUMBER | DOCUMENT | FUNCTION)


def find_name(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """The person's name inside a phrase, None where it holds none; a name behind a preposition or in marks is not its own."""
    head = tokens.kinds[first]
    if not head & (NAME | TITLE) and ((head & BODY and not head & ROLE) or known_head(tokens.keys[first]) == "group"):
        return None
    names = list(names_in(tokens, first, stop))
    return next((name for name in names if name[1] - name[0] > 1), names[0] if names else None)


def names_in(tokens: Tokens, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """The names in a phrase that can be its own, in order."""
    place = first
    while place < stop:
        before = tokens.kinds[place - 1] if place > first else 0
        if tokens.kinds[place] & OPENS:
            place = (title_close(tokens, first, place, stop) or stop) + 1
        elif name_starts(tokens, place, first, before):
            end = name_end(tokens, place, stop)
            if not before & (PREFIX | PREPOSITION) and not names_body(before) and not owns(tokens, first, place):
                yield place, end
            place = end
        else:
            place += 1


def names_body(before: int) -> bool:
    """Whether a name is a body's own, since the body stands before it without an article: حزب آفاق, but رئيس الحكومة سعد."""
    return bool(before & BODY) and not before & DEFINITE


def owns(tokens: Tokens, first: int, name: int) -> bool:
    """Whether the name only tells whose relative, lawyer or witness the head is: زوجة فلان، محامي فلان."""
    head = tokens.kinds[first]
    return name == first + 1 and bool(head & (PEOPLE | ROLE)) and not head & (TITLE | DEFINITE)


def name_starts(tokens: Tokens, place: int, first: int, before: int) -> bool:
    """Whether a name begins at `place` of the phrase that begins at `first`; `before` are the classes of the token before."""
    kind = tokens.kinds[place]
    if before & TITLE and kind & DEFINITE and kind & (ODD | FAMILY) and not kind & (ROLE | TITLE | NATION):
        return not (place + 1 < len(tokens) and is_named_next(tokens, place + 1))
    expected = place == first or bool(before & TITLE) or bool(tokens.kinds[first] & (ROLE | TITLE | PEOPLE))
    if can_begin(tokens, place, expected):
        return True
    plain = not kind & ~NAMELY and not kind & (DEFINITE | CITY)
    return expected and plain and bool(before & DEFINITE) and odd_ends(tokens, place + 1)


def is_named_next(tokens: Tokens, place: int) -> bool:
    """Whether a title or the name itself comes, so that the definite word before it is an adjective: الإمام الأكبر أحمد."""
    kind = tokens.kinds[place]
    return bool(kind & TITLE or (kind & NAME and not kind & DEFINITE))


def odd_ends(tokens: Tokens, place: int) -> bool:
    """Whether a word that no general text knows ends the phrase, so that the word before it is a first name: جيل بارنيو."""
    return place < len(tokens) and bool(tokens.kinds[place] & ODD) and ends_there(tokens, place)


def read_phrase(tokens: Tokens, first: int, limit: int) -> Phrase | None:
    """The noun phrase at `first` as a source, with the appositions that follow it; None where no noun phrase begins there."""
    while first < limit and tokens.kinds[first] & QUANTITY:
        first += 1
    kind = tokens.kinds[first] if first < limit else PUNCTUATION
    if kind & (PUNCTUATION | PREFIX | TIME) or (kind & SETTING and not kind & DOCUMENT):
        return None
    stop = phrase_end(tokens, first, limit)
    if stop == first:
        return None
    name = find_name(tokens, first, stop)
    if name is None or is_weak(tokens, name):
        apposed = apposed_name(tokens, first, stop, limit)
        if apposed or name is None or is_word(tokens, name):
            return apposed or unnamed_phrase(tokens, first, stop)
    role = (first, name[0]) if name[0] > first else None
    if role is None and stop > name[1] and tokens.kinds[name[1]] & (ROLE | TITLE | PEOPLE):
        role = name[1], stop
    after = apposition(tokens, stop, limit)
    return Phrase(first, after[1] if after else stop, "person", name, role or after, True)


def is_weak(tokens: Tokens, name: tuple[int, int]) -> bool:
    """Whether only its rareness speaks for a name."""
    kind = tokens.kinds[name[0]]
    return name[1] - name[0] == 1 and (bool(kind & DOUBTFUL) or not kind & (NAME | FAMILY))


def is_word(tokens: Tokens, name: tuple[int, int]) -> bool:
    """Whether a single word of two uses goes on as a word: أكد الوزير سلامة الركاب."""
    kind = tokens.kinds[name[0]]
    return bool(kind & DOUBTFUL) and not kind & DEFINITE and not ends_there(tokens, name[0])


def apposed_name(tokens: Tokens, first: int, comma: int, limit: int) -> Phrase | None:
    """A name after a role and a comma: `وزير الزراعة، فلان الفلاني،`."""
    start = comma + 1
    if start >= limit or not tokens.kinds[comma] & COMMA or not tokens.kinds[first] & (ROLE | TITLE | PEOPLE):
        return None
    while start < limit and tokens.kinds[start] & TITLE:
        start += 1
    stop = apposed_end(tokens, start, limit)
    closed = stop >= limit or bool(tokens.kinds[stop] & (PUNCTUATION | THAT | TIME | PREPOSITION))
    kind = tokens.kinds[start]
    if not closed or stop == start or kind & (ROLE | BODY | DOCUMENT | SPEECH) or (kind & DEFINITE and not kind & (NAME | FAMILY)):
        return None
    if stop - start < 2 and not can_begin(tokens, start, True):
        return None
    return Phrase(first, stop, "person", (start, stop), (first, comma), True)


def apposed_end(tokens: Tokens, start: int, limit: int) -> int:
    """Where a run of words ends that may all be a name between commas: وزير الزراعة، تاري بوكا،."""
    stop = start
    while stop < min(limit, start + LONGEST_NAME) and is_nameable(tokens, stop, stop == start):
        stop += 1
    return stop


def is_nameable(tokens: Tokens, place: int, opens: bool) -> bool:
    """Whether a word between commas may be of a name: a known part of names, an initial, or one that general text hardly knows."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if key in connectors():
        return True
    if kind & ~NAMELY:
        return bool(kind & FAMILY) and not opens and not kind & (PUNCTUATION | FUNCTION | PREFIX | TIME)
    if kind & (NAME | FAMILY | ODD) or len(key) == INITIAL:
        return True
    return is_rare(key) and not is_verb(key) and not kind & DEFINITE if opens else may_be_surname(tokens, place)


def apposition(tokens: Tokens, comma: int, limit: int) -> tuple[int, int] | None:
    """A role after a comma, up to the next one: `فلان، رئيس الجمعية،`."""
    first = comma + 1
    if first >= limit or not tokens.kinds[comma] & COMMA or not tokens.kinds[first] & (ROLE | PEOPLE | TITLE):
        return None
    stop = phrase_end(tokens, first, limit)
    return (first, stop) if stop > first and (stop >= limit or tokens.kinds[stop] & (COMMA | PUNCTUATION)) else None


def unnamed_phrase(tokens: Tokens, first: int, stop: int) -> Phrase | None:
    """A phrase without a person's name: a body, a country, a group, a document, a role or somebody unnamed."""
    kind = tokens.kinds[first]
    type = type_of(tokens, first)
    if type is None:
        return None
    if type == "document" and (issuer := issuer_of(tokens, first, stop)):
        return issuer
    role = (first, stop) if type == "unnamed" and kind & ROLE else None
    return Phrase(first, stop, type, (first, stop), role, False)


def issuer_of(tokens: Tokens, first: int, stop: int) -> Phrase | None:
    """The body, country or office that issued a document: بيان للوزارة، تقرير صادر عن الهيئة، بيان الحزب."""
    for place in range(first + 1, stop):
        adjective = place == first + 1 and tokens.kinds[first] & tokens.kinds[place] & DEFINITE
        if tokens.kinds[place] & (BODY | COUNTRY | ROLE | PEOPLE) and not tokens.kinds[place] & DOCUMENT and not adjective:
            type = type_of(tokens, place)
            return Phrase(first, stop, type, (place, stop), None, False) if type else None
    return None


def known_head(key: str) -> PartyType | None:
    """What a head of the tables makes, with or without its article."""
    return heads().get(key) or heads().get(bare_key(key))


def type_of(tokens: Tokens, first: int) -> PartyType | None:
    """What kind of party a head word makes; None where it makes none."""
    kind, key = tokens.kinds[first], tokens.keys[first]
    known = known_head(key)
    if kind & (COUNTRY | CITY) and not kind & (ROLE | PEOPLE):
        return "country"
    if known:
        return known
    if kind & LATIN:
        return "organisation"
    if kind & (FUNCTION | SPEECH | NUMBER):
        return None
    if kind & (OBJECT | TIME | SETTING):
        return None
    if kind & DEFINITE:
        return "group" if key.endswith(PLURALS) and len(key) > 5 else "organisation" if kind & ODD else "unnamed"
    last = tokens.text[tokens.ends[first] - 1]
    if last == HIS:
        return head_of_owner(key[:-1])
    return owned_head(key) if last not in ADVERB_ENDINGS else None


def owned_head(key: str) -> PartyType | None:
    """What an indefinite noun makes: a head with a pronoun (محاميه) what its head makes, any other noun somebody unnamed."""
    for pronoun in OWNERS:
        if key.endswith(pronoun):
            return head_of_owner(key[: -len(pronoun)])
    return "group" if key.endswith(PLURALS) else "unnamed"


def head_of_owner(stem: str) -> PartyType | None:
    """What the head before a pronoun makes: محامي of محاميه, محامية of محاميته."""
    return heads().get(stem) or (heads().get(stem[:-1] + TA_MARBUTA) if stem else None)


def is_headed(tokens: Tokens, place: int) -> bool:
    """Whether a table knows the word at `place` as a head of sources, a country or a body."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    return bool(kind & (COUNTRY | CITY | LATIN | BODY | ROLE | PEOPLE)) or key in heads() or bare_key(key) in heads()
