"""Where a person's name begins: with a given name, or with a word that is one only before a surname.

سالم الكندي, عبد الرحيم, جو | بايدن, اللواء | نجم | الدليمي.
"""

from __future__ import annotations

from qawl.arabic.heads import is_construct
from qawl.arabic.kept import kept
from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    CONSTRUCT_DUAL,
    CRESCENT,
    DAUGHTER,
    DOUBLED_VERB,
    FATHER,
    FEMININE_PLURAL,
    HIS,
    HOUSE,
    MASTER,
    NISBA,
    OPEN_TA,
    OVERSAW,
    OWNERS,
    PREPOSITIONS,
    SEATED_YA,
    SLASH,
    SON,
    SONS_OF,
    TA_MARBUTA,
    UPON,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    ACT,
    BODY,
    BREAK,
    CARRIER,
    CITY,
    CLAUSAL,
    CLOSES,
    COLON,
    COMMA,
    COUNTED,
    COUNTRY,
    DEFINITE,
    DEGREE,
    DIES,
    DOCUMENT,
    DOES,
    DOUBTFUL,
    EVENT,
    FAMILY,
    FUNCTION,
    GIVES,
    KAN,
    LATIN,
    MEETS,
    MONTH,
    NAME,
    NATION,
    NEGATION,
    NUMBER,
    ODD,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RANK,
    RENOWNED,
    ROLE,
    SAYING,
    SETTING,
    SPEECH,
    STOP,
    THAT,
    TIME,
    TITLE,
    word_classes,
)
from qawl.arabic.names.genders import is_womans
from qawl.arabic.names.given import OFTEN_FIRST
from qawl.arabic.names.goals import is_goal
from qawl.arabic.names.joiners import (
    NAMELY,
    begins_compound,
    first_unit_end,
    is_before_joining,
    is_before_tail,
    is_nameable_behind,
    opens_compound,
)
from qawl.arabic.names.seats import is_seat_there
from qawl.arabic.names.surnames import may_be_surname
from qawl.arabic.names.tails import (
    ends_there,
    is_before_plural,
    is_blessing,
    is_closed,
    is_office_next,
    surname_follows,
    tells_only,
)
from qawl.arabic.names.units import (
    connectors,
    credits,
    definite_names,
    descents,
    is_usual_definite,
    known_abroad,
    openers,
    seldom_names,
    units,
    usual_given_names,
    word_names,
)
from qawl.arabic.names.word_given import ends_office, is_sure_title
from qawl.arabic.ordinary import (
    is_adverb,
    is_common,
    is_doing,
    is_known,
    is_no_noun,
    is_no_surname,
    is_rare,
    is_several,
    is_strange,
    is_unheard,
    is_usual,
    is_usual_noun,
    is_verb,
    may_act,
)
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import by_word

# A seldom given name that is an ordinary word too is at most this long: جو.
SHORT = 2
# Behind the first word of a name stand at most so many more.
LONGEST_RUN = 3
# So many tokens behind who oversees stands what.
OVERSEEN = 24
NO_NAME = FUNCTION | SPEECH | PUNCTUATION | PREFIX | NUMBER | ROLE | TITLE | BODY | DOCUMENT | MONTH | TIME | ACCORDING | SETTING
# What no name begins with, and what a given name that is a word of this kind too does not begin.
NO_BEGINNING = FUNCTION | PREFIX | PUNCTUATION | NUMBER | LATIN
ORDINARY = SPEECH | ROLE | TITLE | BODY | COUNTRY | MONTH | TIME | NATION | PEOPLE

# How a woman's office ends with a pronoun.
OWNED_ENDS = tuple(OPEN_TA + owner for owner in (HIS, *OWNERS))
# What a given name may be besides where a list of people has it: أسماء، عالية.
LISTS = COUNTED | DEGREE | EVENT
NO_GIVEN = FUNCTION | DEFINITE | SPEECH | TIME | BODY | COUNTRY | CITY | NUMBER


@kept
def can_begin(tokens: Tokens, place: int, expected: bool) -> bool:
    """Whether a person's name can begin here; `expected`: a title, a role or a verb of saying stands before it."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & NO_BEGINNING:
        return False
    if is_of_line(tokens, place):
        return True
    side = connectors().get(key)
    if side == "before" and not kind & (FUNCTION | CITY):
        return begins_compound(tokens, place)
    before_father = tokens.keys[place + 1 : place + 2] and tokens.keys[place + 1] in descents()
    if (
        side == "after"
        or is_no_first_name(tokens, place)
        or (before_father and kind & PEOPLE and not is_titled_daughter(tokens, place))
    ):
        return False
    if is_child(tokens, place) or is_before_tail(tokens, place) or (kind & RENOWNED and not kind & ~NAMELY):
        return True
    if kind & DEFINITE:
        titled = place and tokens.kinds[place - 1] & TITLE and not kind & (TITLE | ROLE)
        return is_definite_name(tokens, place) or bool(before_father and (titled or (kind & NAME and not kind & DOUBTFUL)))
    if is_before_renowned(tokens, place) or is_named_office(tokens, place):
        return True
    if is_titled_first(tokens, place) or is_titled_pair(tokens, place):
        return True
    if is_often_given(tokens, place):
        return True
    if expected and is_before_family(tokens, place):
        return True
    if is_given_compound(tokens, place):
        return True
    if is_before_joining(tokens, place) and (kind & NAME or not (kind & (TITLE | BODY | PEOPLE) or is_seat(tokens, place))):
        return bool(kind & (NAME | ODD)) or not (is_common(key) or is_several(key)) or is_of_officer(tokens, place)
    return begins_alone(tokens, place, expected)


def is_of_officer(tokens: Tokens, place: int) -> bool:
    """Whether a word that opens full names stands between a whole office or a verb of saying and أبو: وزير النقل | خير أبو صعب."""
    known = tokens.keys[place] in units() and units()[tokens.keys[place]].opened and tokens.keys[place + 1] == FATHER
    before = tokens.kinds[place - 1] if place else 0
    if before & SPEECH:
        return bool(known) and tells_only(tokens, place - 1)
    return bool(known and before & (DEFINITE | COUNTRY | CITY)) and ends_office(tokens, place)


def is_given_compound(tokens: Tokens, place: int) -> bool:
    """Whether a word and الدين or الله open full names together, and a part of one follows: خير الدين العمري، فتح الله الكندي."""
    joined = connectors().get(tokens.keys[place + 1] if place + 2 < len(tokens.starts) else "") == "after"
    if not joined or tokens.kinds[place] & CITY:
        return False
    unit = units().get(f"{tokens.keys[place]} {tokens.keys[place + 1]}")
    return (
        bool(unit and (unit.opened or unit.goes_on))
        and bool(tokens.kinds[place + 2] & (NAME | FAMILY | ODD))
        and not tokens.kinds[place + 2] & ~NAMELY
    )


def is_no_first_name(tokens: Tokens, place: int) -> bool:
    """Whether a word begins no name whatever follows: a particle, a land, a thing of somebody's, a wish, one of a clan's sons."""
    kind = tokens.kinds[place]
    if kind & NO_BEGINNING or (kind & (COUNTRY | CITY) and (is_land_there(tokens, place) or is_goal(tokens, place))):
        return True
    if is_seat_there(tokens, place):
        return True
    if kind & CARRIER and place + 1 < len(tokens.starts):
        after = tokens.keys[place + 1]
        if tokens.kinds[place + 1] & DEFINITE or openers().get(after) == "kin":
            return True
    if is_construct(tokens, place) or is_blessing(tokens, place) or tokens.keys[place] in credits():
        return True
    if tokens.keys[place] == CRESCENT and place + 1 < len(tokens.starts) and tokens.kinds[place + 1] & MONTH:
        return True
    if DOUBLED_VERB.fullmatch(tokens.surface(place, place + 1)) or is_ordinal(tokens, place):
        return True
    if is_owned_office(tokens.keys[place]) and not kind & NAME:
        return True
    if tokens.is_owned(place) and word_classes().get(tokens.keys[place][:-1], 0) & BODY:
        return True
    return is_denied(tokens, place) or is_overseeing(tokens, place) or (place > 0 and tokens.keys[place - 1] == SONS_OF)


def is_ordinal(tokens: Tokens, place: int) -> bool:
    """Whether a given name that is an ordinal too counts the most of several: ثاني أكبر المدن."""
    most, several = (*tokens.kinds[place + 1 : place + 3], 0, 0)[:2]
    if not tokens.kinds[place] & RANK or most & DEFINITE or tokens.keys[place + 1 : place + 2] == []:
        return False
    elative = tokens.keys[place + 1][0] == ALEF and is_common(tokens.keys[place + 1])
    return elative and bool((most & DOUBTFUL and several & DEFINITE) or not most & ~FUNCTION)


def is_owned_office(key: str) -> bool:
    """Whether a word is a woman's office with a pronoun: رئيستها, مديرته."""
    if not key.endswith(OWNED_ENDS):
        return False
    base = next((key.removesuffix(end) for end in OWNED_ENDS if key.endswith(end)), "")
    return bool(base) and is_womans(base + TA_MARBUTA)


def is_denied(tokens: Tokens, place: int) -> bool:
    """Whether a given name that is another word too stands behind a negation: لا فخر أكبر من كذا، ولا سيما المحروقات."""
    return place > 0 and bool(tokens.kinds[place - 1] & NEGATION and tokens.kinds[place] & (DOUBTFUL | CLAUSAL))


def is_overseeing(tokens: Tokens, place: int) -> bool:
    """Whether a given name is the verb that opens a sentence, before a titled name and على: أشرف | السيد سالم الكندي على الحفل."""
    after = place + 2
    if tokens.keys[place] != OVERSAW or after >= len(tokens.starts) or (place and not tokens.kinds[place - 1] & (STOP | BREAK)):
        return False
    titled = tokens.kinds[place + 1] & TITLE and tokens.kinds[place + 1] & DEFINITE and tokens.kinds[after] & NAME
    return bool(titled) and UPON in tokens.keys[after : after + OVERSEEN]


def begins_alone(tokens: Tokens, place: int, expected: bool) -> bool:
    """Whether an indefinite word begins a name by what it is, no word for a family or a known surname behind it."""
    kind = tokens.kinds[place]
    if kind & NAME and (not kind & ORDINARY or (expected and is_no_adjective(tokens, place))):
        return True
    if kind & (NO_NAME | NATION | PEOPLE | COUNTRY | CITY):
        if kind & (BODY | PEOPLE) and not expected:
            return False
        return bool(kind & NAME) and not kind & (TITLE | ROLE | SPEECH) and goes_on(tokens, place) and not is_place(tokens, place)
    if expected and (is_before_unknown(tokens, place) or is_first_of_subject(tokens, place)):
        return True
    if kind & ODD and not kind & FAMILY and tokens.keys[place][0] == ALEF and may_act(tokens.keys[place]):
        return False
    if is_before_plural(tokens, place):
        return False
    return expected and bool(kind & ODD or (kind & FAMILY and (ends_there(tokens, place) or surname_follows(tokens, place))))


def is_child(tokens: Tokens, place: int) -> bool:
    """Whether the word at `place` is a name because a word of descent follows: سلطان بن راشد; not الوزير, لقاءات بن راشد."""
    after = place + 1
    if after >= len(tokens.starts) or tokens.keys[after] not in descents() or not is_nameable_behind(tokens, after):
        return False
    kind, key, before = tokens.kinds[place], tokens.keys[place], tokens.kinds[place - 1] if place else 0
    if kind & DEFINITE:
        quality = before & DEFINITE and key.endswith(NISBA)
        return not kind & TITLE and (key in definite_names() or not (kind & ~NAMELY or is_known(key) or quality))
    borne = before & (CITY | COUNTRY | DEFINITE) and not before & FUNCTION and key in seldom_names()
    apart = (before & (COMMA | TITLE) or borne) and tokens.kinds[after + 1] & NAME
    if is_titled_daughter(tokens, place):
        return True
    several = key.endswith(FEMININE_PLURAL) and not kind & FAMILY
    return bool(kind & NAME) or not (kind & ~NAMELY or (is_common(key) and not apart) or is_verb(key) or several)


def is_of_line(tokens: Tokens, place: int) -> bool:
    """Whether a father and his father or house follow, so that a word is a given name whatever it means: قائد | بن سعد الكندي.

    A definite one is if names have it: الأخضر | بن سعد بن خالد; not الشيخ بن سعد بن خالد. No noun is: جامعة بن سعد بن خالد.
    """
    father, kind, key = place + 2, tokens.kinds[place], tokens.keys[place]
    if father >= len(tokens.starts) or tokens.keys[place + 1] not in descents() or kind & (NO_BEGINNING | BODY | CARRIER | EVENT):
        return False
    named = key in units() and units()[key].opened
    house = first_unit_end(tokens, father)
    if tokens.keys[house : house + 1] and tokens.keys[house] not in (*descents(), HOUSE):
        nisba = tokens.kinds[house] & DEFINITE and tokens.kinds[house] & FAMILY and tokens.keys[house].endswith(NISBA)
        return bool(named and nisba and tokens.kinds[father] & NAME) and not kind & DEFINITE
    if house >= len(tokens.starts):
        return False
    if kind & DEFINITE:
        return bool(named) and not kind & (TITLE | ROLE | NATION)
    return bool(named) or not (kind & ~NAMELY or is_common(key) or is_verb(key) or key in connectors())


def is_titled_daughter(tokens: Tokens, place: int) -> bool:
    """Whether any word between a title or a whole office and بنت is a woman's name: الشيخة | طفلة | بنت سالم."""
    father = place + 2
    if not place or father >= len(tokens.starts) or tokens.keys[place + 1] != DAUGHTER or not tokens.kinds[father] & NAME:
        return False
    titled = tokens.kinds[place - 1] & TITLE or (tokens.kinds[place - 1] & DEFINITE and ends_office(tokens, place))
    return bool(titled) and not tokens.kinds[place] & (FUNCTION | PREFIX | PUNCTUATION | NUMBER | DEFINITE)


def is_definite_name(tokens: Tokens, place: int) -> bool:
    """Whether a given name with the article (المهدي، الوليد) has a surname behind it; behind an office الأمين is one too.

    Before a man and his father it honours: الفاضل | عامر بن سعيد. The thing before it may be called so: مسجد الفاتح | عبد العزيز.
    """
    if place and tokens.kinds[place - 1] & CARRIER and not is_parent(tokens, place + 1):
        return False
    if is_said_of_several(tokens, place) or is_bodys_quality(tokens, place):
        return False
    if tokens.keys[place] in units() and tokens.kinds[place + 1 : place + 2] and is_renowned_house(tokens.kinds[place + 1]):
        named = place and tokens.kinds[place - 1] & (NAME | FAMILY) and not tokens.kinds[place - 1] & DOUBTFUL
        return not (named or tokens.kinds[place] & (FUNCTION | SPEECH | TIME | ROLE | BODY | NATION))
    office = ROLE if place and tokens.kinds[place - 1] & DEFINITE else 0
    if place + 1 >= len(tokens.starts) or tokens.kinds[place] & ~(NAMELY | office):
        return False
    after = tokens.kinds[place + 1]
    if tokens.keys[place] not in definite_names():
        return is_seldom_definite(tokens, place)
    if connectors().get(tokens.keys[place + 1]) == "before":
        return True
    if is_presented(tokens, place) and (is_usual_definite(tokens.keys[place]) or not is_usual(tokens.keys[place])):
        return True
    if is_no_quality(tokens, place) and tokens.keys[place + 1] in definite_names():
        return True
    house = after & DEFINITE and after & FAMILY and tokens.keys[place + 1].endswith(NISBA)
    if after & ~NAMELY or (place + 2 < len(tokens.starts) and tokens.keys[place + 2] == SON and not house):
        return False
    if is_no_quality(tokens, place) and after & NAME and surname_follows(tokens, place + 1):  # نقابة الصحة | الصحبي نزار الدريدي
        return True
    sure = after & NAME and not after & DOUBTFUL
    if sure or (not after and is_unheard(tokens.keys[place + 1]) and ends_there(tokens, place + 1)):
        return True
    return bool(after & (ODD | FAMILY)) and not is_common(tokens.keys[place + 1])


def is_bodys_quality(tokens: Tokens, place: int) -> bool:
    """Whether a nisba that is a seldom given name stands behind a body with its article: الديوان الملكي | الهاشمي."""
    body = place and tokens.kinds[place - 1] & BODY and tokens.kinds[place - 1] & DEFINITE
    return bool(body) and tokens.keys[place].endswith(NISBA) and not is_usual_definite(tokens.keys[place])


def is_said_of_several(tokens: Tokens, place: int) -> bool:
    """Whether a seldom given name with the article stands before several others, and so honours them: الفاضل أحمد … الفاضل عامر."""
    keys, word = tokens.keys, tokens.keys[place]
    if tokens.count(word) == 1 or is_usual_definite(word) or place + 1 >= len(tokens.starts) or not tokens.kinds[place + 1] & NAME:
        return False
    return any(
        tokens.kinds[at + 1] & NAME and keys[at + 1] != keys[place + 1]
        for at in by_word(tokens)[word]
        if at + 1 < len(tokens.starts)
    )


def is_no_quality(tokens: Tokens, place: int) -> bool:
    """Whether a definite word is none of the noun before it, feminine or a rank: حزب الأمة | الصديق، اللواء الركن | الصادق."""
    if place and tokens.kinds[place - 1] & RANK:
        return True
    before = tokens.keys[place - 1] if place else ""
    return before.endswith(TA_MARBUTA) and bool(tokens.kinds[place - 1] & DEFINITE) and not tokens.keys[place].endswith(TA_MARBUTA)


def is_seldom_definite(tokens: Tokens, place: int) -> bool:
    """Whether a definite word that opens a full name is a given one behind a verb, before a sure one: قال | المعتصم | سالم رئيس."""
    kind, after, before = tokens.kinds[place], tokens.kinds[place + 1], tokens.kinds[place - 1] if place else 0
    borne = tokens.keys[place] in units() and units()[tokens.keys[place]].opened and kind & NAME and not kind & DOUBTFUL
    sure = after & NAME and not after & (~NAMELY | DEFINITE | DOUBTFUL)
    return bool(borne and sure) and bool(before & (SPEECH | COMMA | PREFIX | TITLE))


def is_renowned_house(kind: int) -> bool:
    """Whether a word is a definite surname that the world knows and nothing else: الإبراهيمي."""
    return bool(kind & RENOWNED and kind & DEFINITE) and not kind & ~(NAMELY | DEFINITE | RENOWNED)


def is_presented(tokens: Tokens, place: int) -> bool:
    """Whether a title, an office or a verb of saying stands before a given name, a surname and what ends a source behind it.

    قال وزير النقل الطيب النجار إن، أكد الهادي الحكيم رئيس اللجنة أن، أوضح مختار الخطيب أن.
    """
    if place + 1 >= len(tokens.starts):
        return False
    before, after = tokens.kinds[place - 1] if place else 0, tokens.kinds[place + 1]
    introduced = before & (DEFINITE | COUNTRY | CITY | RANK) or (before & SPEECH and tells_only(tokens, place - 1))
    if not introduced or not after & FAMILY or after & (FUNCTION | SPEECH | TIME | BODY | CITY | COUNTRY | PREFIX):
        return False
    return is_closed(tokens, place + 2) or is_office_next(tokens, place + 1) or is_definite_office(tokens, place + 2)


def is_often_given(tokens: Tokens, place: int) -> bool:
    """Whether a word that opens many full names, whatever it is besides, is a given name where it stands: قال رامي الخطيب إن."""
    key = tokens.keys[place]
    often = key in units() and units()[key].opened >= OFTEN_FIRST and not tokens.kinds[place] & (NO_GIVEN & ~SPEECH)
    return often and (is_second_verb(tokens, place) or (not tokens.kinds[place] & SPEECH and is_presented(tokens, place)))


def is_second_verb(tokens: Tokens, place: int) -> bool:
    """Whether a given name that is a verb too stands right behind a verb, and a surname behind it: قدم | تامر الشاذلي استقالته.

    So one that is another word, before what is a surname and nothing else: ألقى | كامل الصواف كلمة.
    """
    if not place or place + 1 >= len(tokens.starts) or not tokens.kinds[place] & (NAME | FAMILY):
        return False
    before, after = tokens.kinds[place - 1], tokens.kinds[place + 1]
    key = tokens.keys[place - 1]
    acts = before & (ACT | DOES | GIVES | MEETS) or (not before & ~DOUBTFUL and may_act(key) and not is_usual_noun(key))
    if not acts or before & (DEFINITE | NAME | FUNCTION):
        return False
    sure = tokens.kinds[place] & SPEECH or not after & DOUBTFUL
    return bool(sure and after & DEFINITE and after & FAMILY) and not after & ~NAMELY


def is_listed_pair(tokens: Tokens, place: int) -> bool:
    """Whether a word that is a given name too and a sure one are all of a name among others: دينا سالم، | أسماء جلال |، ونور.

    So behind the title of a work: «كذا» ل|عالية سالم.
    """
    key, last = tokens.keys[place], place + 1
    says = SPEECH if tokens.kinds[place] & NAME else 0  # كتب سامي حسن و| تامر كمال:
    if (
        last >= len(tokens.starts)
        or key not in units()
        or units()[key].opened < OFTEN_FIRST
        or tokens.kinds[place] & ~(NAMELY | LISTS | says)
    ):
        return False
    written = tokens.text[tokens.ends[place] - 1] != SEATED_YA  # هادئ وجدي
    given = written and tokens.kinds[last] & NAME and not tokens.kinds[last] & (~NAMELY | DEFINITE)
    sure = given and (not tokens.kinds[last] & DOUBTFUL or tokens.keys[last] in usual_given_names())
    return bool(sure) and is_among(tokens, place) and ends_there(tokens, last)


def is_among(tokens: Tokens, place: int) -> bool:
    """Whether a word stands where a name of a list may begin: behind a comma, behind و and a name, behind a title's mark and ل."""
    before, second = tokens.kinds[place - 1] if place else 0, tokens.kinds[place - 2] if place > 1 else 0
    if before & PREFIX:
        return bool(second & (CLOSES if tokens.keys[place - 1] == ADDRESSING else NAME | FAMILY | ODD | COMMA))
    return bool(before & COMMA)


def is_definite_office(tokens: Tokens, place: int) -> bool:
    """Whether an office of one man with its article stands at `place`: الهادي الحكيم | الأمين العام."""
    kind = tokens.kinds[place] if place < len(tokens.starts) else 0
    return bool(kind & ROLE and kind & DEFINITE) and not kind & SPEECH


def is_parent(tokens: Tokens, place: int) -> bool:
    """Whether a word of descent stands at `place`: الوليد | بن سالم."""
    return place < len(tokens.starts) and tokens.keys[place] in descents()


def is_before_renowned(tokens: Tokens, place: int) -> bool:
    """Whether a rare word or a seldom given name stands before a surname that the world knows: جو بايدن."""
    kind = tokens.kinds[place]
    if place + 1 >= len(tokens.starts) or not tokens.kinds[place + 1] & RENOWNED:
        return False
    if kind & COUNTRY and place and tokens.kinds[place - 1] & NATION:
        return bool(tokens.kinds[place - 1] & DEFINITE)
    if not kind & ~(NAMELY | SPEECH) and tokens.keys[place] in seldom_names() and is_behind_office(tokens, place):
        return not is_doing(tokens.keys[place])
    if kind & (~NAMELY | DEFINITE | RENOWNED):
        return False
    key = tokens.keys[place]
    if tokens.kinds[place + 1] & DEFINITE and (kind & DOUBTFUL or not kind & (NAME | FAMILY | ODD)):
        return False
    if len(key) <= SHORT and key in seldom_names():
        return True
    if (kind & DOUBTFUL and is_common(key)) or tokens.text[tokens.ends[place] - 1] == HIS:
        return False
    if not kind & NAME and key.endswith(OPEN_TA):  # وتماهت موريسون
        return False
    told = place > 0 and tokens.kinds[place - 1] & SPEECH and tells_only(tokens, place - 1)
    return bool(
        kind & (NAME | FAMILY) or (kind & ODD and (told or not is_known(key) or is_foreign_word(tokens, place)))
    ) or is_unheard(key)


def is_foreign_word(tokens: Tokens, place: int) -> bool:
    """Whether a word that is no noun, which has the article too, stands where no verb does: عن | دان، التركي | دان."""
    before = tokens.kinds[place - 1] if place else 0
    return bool(before & (PREPOSITION | DEFINITE | COMMA)) and is_no_noun(tokens.keys[place])


def is_behind_office(tokens: Tokens, place: int) -> bool:
    """Whether a title or an office told in full ends before `place`, a slash between or none: رئيس الوزراء |، مدير الميناء /|."""
    if place and tokens.keys[place - 1] == SLASH:
        place -= 1
    before = tokens.kinds[place - 1] if place else 0
    titled = before & TITLE and before & DEFINITE
    return bool(titled) or (bool(before & (DEFINITE | COUNTRY | CITY)) and ends_office(tokens, place))


def is_before_unknown(tokens: Tokens, place: int) -> bool:
    """Whether a first name stands before a word that no general text knows: a seldom one (جيل بارنيو), or any behind an office.

    One that is an Arabic word is none elsewhere: الخبير دان هوجز, قال دان هوجز; not من بيت هوجز.
    """
    after = place + 1
    if after >= len(tokens.starts) or tokens.kinds[place] & ~NAMELY or tokens.kinds[after] & (~NAMELY | DEFINITE):
        return False
    if not (ends_there(tokens, after) or is_office_next(tokens, after)):
        return False
    key, before = tokens.keys[place], tokens.kinds[place - 1] if place else 0
    behind = before & (DEFINITE | COUNTRY | CITY)
    if key in word_names():
        return bool((behind or before & (SPEECH | ACCORDING)) and tokens.kinds[after] & (ODD | RENOWNED))
    if key in seldom_names():
        return bool(tokens.kinds[after] & ODD)
    known = tokens.kinds[after] & RENOWNED or (is_unheard(tokens.keys[after]) and not is_no_surname(tokens.keys[after]))
    dual = key.endswith(CONSTRUCT_DUAL) and is_several(key)
    return bool(behind and known) and is_no_noun(key) and not (is_no_surname(key) or dual)


def is_first_of_subject(tokens: Tokens, place: int) -> bool:
    """Whether a seldom given name or a rare word opens who speaks: قال معزز أحمد إن، بحسب أحلام يوسف، أسماء سليم قالت."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens.starts) else 0
    known = after & NAME and not after & (~NAMELY | DEFINITE)
    if not (known or is_before_joining(tokens, place)) or not may_be_given(tokens, place):
        return False
    before, last = tokens.kinds[place - 1] if place else BREAK, run_end(tokens, place + 1)
    closing = tokens.kinds[last + 1] if last + 1 < len(tokens.starts) else BREAK
    if before & SPEECH and tells_only(tokens, place - 1):
        return bool(closing & THAT) or (ends_there(tokens, last) and not tokens.kinds[place] & (EVENT | DIES))
    if tokens.kinds[place] & (EVENT | DIES):
        return False
    if before & PREPOSITION:
        return bool(closing & SAYING)
    if before & (BREAK | STOP):
        office = closing & COMMA and last + 2 < len(tokens.starts) and tokens.kinds[last + 2] & ROLE
        tells = office or closing & COLON or (closing & SPEECH and tells_only(tokens, last + 1))
        return bool(tells) and tokens.keys[place] in seldom_names()
    return bool(before & (ACCORDING | KAN)) and ends_there(tokens, last)


def may_be_given(tokens: Tokens, place: int) -> bool:
    """Whether a word is a given name that few bear, or no ordinary word: أسماء, لواحظ; but not رئيسته."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & (NO_NAME | NATION | PEOPLE | COUNTRY | DEFINITE | LATIN) or len(key) <= SHORT:
        return False
    plain = is_several(key) or is_verb(key) or is_verb(key.removesuffix(OPEN_TA))
    strange = kind & (ODD | FAMILY) and is_rare(key) and not plain and tokens.text[tokens.ends[place] - 1] != HIS
    return key in seldom_names() or bool(strange)


def run_end(tokens: Tokens, place: int) -> int:
    """The last of the words of a name that go on from `place` to what ends a phrase: سليم |، يوسف | حسين | إن."""
    last = place
    while last < place + LONGEST_RUN and not ends_there(tokens, last) and not tokens.kinds[last + 1] & ~NAMELY:
        last += 1
    return last


def is_titled_first(tokens: Tokens, place: int) -> bool:
    """Whether a word of no class between a definite title and a sure given name is one: الدكتور هايل داود، الجندي باو روبرت."""
    before = tokens.kinds[place - 1] if place else 0
    ranked = before & ROLE and before & DEFINITE and is_no_noun(tokens.keys[place])
    titled = is_sure_title(before) and (not before & (CARRIER | ROLE) or tokens.keys[place - 1] == MASTER + TA_MARBUTA)
    if is_strange_behind_office(tokens, place):
        return True
    if not (titled or ranked) or tokens.kinds[place] & ~(FAMILY | ODD | DOUBTFUL | (CITY | TITLE if titled else 0)):
        return False
    key, after = tokens.keys[place], tokens.kinds[place + 1] if place + 1 < len(tokens.starts) else 0
    if tokens.kinds[place] & CITY and tokens.keys[place + 1] not in known_abroad():
        return False
    if tokens.kinds[place] & TITLE and key not in seldom_names():
        return False
    sure = after & NAME and not after & (DEFINITE | DOUBTFUL | ROLE | TITLE)
    sure = sure or (titled and after & NAME and tokens.keys[place + 1] in usual_given_names() and not after & ~NAMELY)
    return bool(sure) and (key in seldom_names() or not (is_usual(key) or is_verb(key) or is_adverb(key)))


def is_strange_behind_office(tokens: Tokens, place: int) -> bool:
    """Whether a word that no text has opens a name between a whole office and a sure given name: الزعيم المحلي | تيوكو إسكندر."""
    before, after = tokens.kinds[place - 1] if place else 0, tokens.kinds[place + 1] if place + 1 < len(tokens.starts) else 0
    sure = after & NAME and not after & (~NAMELY | DEFINITE | DOUBTFUL)
    if tokens.kinds[place] or not sure or not before & DEFINITE or not ends_office(tokens, place):
        return False
    return is_unheard(tokens.keys[place]) and not is_no_surname(tokens.keys[place])


def is_titled_pair(tokens: Tokens, place: int) -> bool:
    """Whether two words that may be names are all behind an office and a title: مدير الأمن العميد | شلال شائع، وقائد اللواء."""
    after = place + 1
    if place < 2 or after >= len(tokens.starts) or not tokens.kinds[place - 1] & TITLE or not tokens.kinds[place - 1] & DEFINITE:
        return False
    if not tokens.kinds[place - 2] & (DEFINITE | COUNTRY | CITY) or not ends_there(tokens, after):
        return False
    pair = tokens.kinds[place], tokens.kinds[after]
    named = all(kind & (FAMILY | NAME) and not kind & (~NAMELY | DEFINITE) for kind in pair)
    return named and not (is_verb(tokens.keys[place]) or is_verb(tokens.keys[after]))


def is_before_family(tokens: Tokens, place: int) -> bool:
    """Whether a seldom given name, whatever else it means, stands between an office and a surname: اللواء نجم الدليمي.

    What is done to him is no name: أكد المدرب عودة الدليمي.
    """
    if place == 0 or tokens.keys[place] not in seldom_names():
        return False
    if not tokens.kinds[place - 1] & (DEFINITE | COUNTRY | CITY) and (
        not is_sure_title(tokens.kinds[place - 1]) or tokens.kinds[place] & ROLE
    ):
        return False
    after = tokens.kinds[place + 1] if place + 1 < len(tokens.starts) else 0
    says = place + 2 < len(tokens.starts) and tokens.kinds[place + 2] & SPEECH and tells_only(tokens, place + 2)
    if tokens.kinds[place] & EVENT and not (tokens.kinds[place - 1] & TITLE or says):
        return False
    if tokens.kinds[place] & TITLE and after & NAME and not after & (~NAMELY | DEFINITE | DOUBTFUL):
        return ends_there(tokens, place + 1)
    if tokens.kinds[place] & ROLE and after & (CITY | COUNTRY):
        return False
    strange = after & (FAMILY | ODD) or (place + 1 < len(tokens.starts) and is_strange(tokens.keys[place + 1]))
    surname = after & DEFINITE and strange and not after & ~NAMELY and may_be_surname(tokens, place + 1)
    ends = ends_there(tokens, place + 1) or (not tokens.kinds[place] & EVENT and is_office_next(tokens, place + 1))
    return bool(surname) and not is_usual(tokens.keys[place + 1]) and ends


def is_named_office(tokens: Tokens, place: int) -> bool:
    """Whether a given name that is an office too stands before others that end the phrase: رائد حمدان، قال سلطان الكندي إن."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if not (kind & (NAME | FAMILY) and kind & (ROLE | TITLE)) or kind & (DEFINITE | SPEECH) or key not in units():
        return False
    after = tokens.kinds[place + 1] if place + 1 < len(tokens.starts) else 0
    before = tokens.kinds[place - 1] if place else 0
    if kind & TITLE and before & SPEECH and is_surname_of_source(tokens, place + 1):
        return True
    if kind & TITLE and before & ROLE and before & DEFINITE and is_strange_house(tokens, place + 1):
        return True
    if (units()[key].opened < OFTEN_FIRST and kind & DOUBTFUL) or after & (~NAMELY | RENOWNED):
        return False
    if before & TITLE and before & DEFINITE and after & (NAME | FAMILY):
        return True
    if kind & TITLE and after & DEFINITE and after & FAMILY and before & DEFINITE:
        return ends_there(tokens, place + 1) or is_closed(tokens, place + 2) or is_office_next(tokens, place + 1)
    if kind & TITLE and ((after & NAME and not after & DEFINITE) or is_before_joining(tokens, place)):
        return ends_there(tokens, run_end(tokens, place + 1))
    if after & DOUBTFUL:
        return False
    if not after and is_unheard(tokens.keys[place + 1]) and is_office_next(tokens, place + 1):
        return True
    if after & DEFINITE:
        office = kind & ROLE and before & FAMILY and before & DEFINITE  # سالم الكندي | أمين السر
        given = not office and tokens.keys[place + 1] in definite_names() and is_closed(tokens, place + 2)
        return given or (bool(after & ODD) and tokens.keys[place + 1].endswith(NISBA))
    return bool(after & (NAME | FAMILY)) and ends_there(tokens, place + 1)


def is_strange_house(tokens: Tokens, place: int) -> bool:
    """Whether a surname that is no usual word stands at `place`, or a definite word of hardly any text: الفنان أمير كرارة."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & (~NAMELY | CITY):
        return False
    return is_strange(key) if kind & DEFINITE else bool(kind & (FAMILY | ODD)) and not is_common(key)


def is_surname_of_source(tokens: Tokens, place: int) -> bool:
    """Whether a surname that is an adjective stands before what ends a source: قال سلطان | الكندي إن."""
    kind = tokens.kinds[place] if place < len(tokens.starts) else 0
    if not kind & FAMILY or not kind & DEFINITE or kind & ~NAMELY or not tokens.keys[place].endswith(NISBA):
        return False
    return is_closed(tokens, place + 1) or is_definite_office(tokens, place + 1)


def goes_on(tokens: Tokens, place: int) -> bool:
    """Whether the next token is plainly a part of a name too."""
    after = place + 1
    if after >= len(tokens.starts):
        return False
    kind = tokens.kinds[after]
    if tokens.keys[after] in connectors():
        return True
    return bool(kind & (NAME | FAMILY | ODD)) and not kind & (FUNCTION | SPEECH | NO_NAME | NATION | PEOPLE)


def is_land_there(tokens: Tokens, place: int) -> bool:
    """Whether a land or a town that is a given name too stands behind a preposition or an indefinite office and is the place.

    السفير في تونس | سالم الدوري، المدير بتونس | سالم الدوري، رئيس وزراء تونس | سالم الدوري، مدير أمن عدن | سالم الدوري.
    So it is before a man's full name: الأمين العام لحركة أمل تونس | سالم الدوري.
    """
    kind = tokens.kinds[place]
    if place and kind & (COUNTRY | CITY) and is_town_there(tokens, place):
        return True
    if not place or not kind & COUNTRY:
        return False
    before = tokens.kinds[place - 1]
    man = tokens.kinds[place + 1 : place + 3]
    if len(man) > 1 and man[0] & NAME and not man[0] & (DOUBTFUL | COUNTRY) and man[1] & (NAME | FAMILY) and not before & TITLE:
        return True
    led = before & PREPOSITION or (before & PREFIX and tokens.keys[place - 1] in PREPOSITIONS)
    return bool(led) or bool(before & ROLE and not before & DEFINITE)


def is_town_there(tokens: Tokens, place: int) -> bool:
    """Whether a town ends an office, and a usual given name or a title follows: جامعة عدن | سالم، محافظ عدن | الدكتور.

    Behind a preposition a father's name follows as well: رئيس اللجنة في الخليل | أبو عامر.
    """
    if tokens.kinds[place - 1] & PREPOSITION and tokens.keys[place + 1 : place + 2] == [FATHER]:
        return True
    after, last = (tokens.kinds[place + 1], tokens.kinds[place + 2]) if place + 2 < len(tokens.starts) else (0, 0)
    named = after & NAME and not after & DEFINITE and (not after & DOUBTFUL or last & (FAMILY | ODD))
    if not named and not (after & TITLE and after & DEFINITE):
        return False
    before, head = tokens.kinds[place - 1], tokens.kinds[place - 2] if place > 1 else 0
    ruled = before & (ROLE | BODY) or (head & ROLE and not head & DEFINITE and not before & FUNCTION)
    return bool(ruled) and not before & DEFINITE


def is_seat(tokens: Tokens, place: int) -> bool:
    """Whether a place stands before somebody's name and is no part of it: والي طنطا | عبد الخالق."""
    return bool(tokens.kinds[place] & (CITY | COUNTRY)) and opens_compound(tokens, place + 1)


def is_place(tokens: Tokens, place: int) -> bool:
    """Whether a land or city that is a given name too has no name behind it but a strange word or a place: تونس قرطاج."""
    after = tokens.kinds[place + 1]
    return bool(tokens.kinds[place] & (COUNTRY | CITY)) and bool(after & (CITY | COUNTRY) or not after & (NAME | FAMILY))


def is_no_adjective(tokens: Tokens, place: int) -> bool:
    """Whether a nationality without article that is a given name too stands behind a definite title: العقيد تركي الفلاسي."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1] if place else 0
    other = kind & ORDINARY & ~(NATION | PEOPLE)
    return bool(kind & NATION and not other and before & TITLE and before & DEFINITE) and tokens.keys[place] in seldom_names()
