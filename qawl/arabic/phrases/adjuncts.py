"""Which prepositions and times belong to a noun phrase, and which begin an adjunct of its clause.

مسؤول في الوزارة، خطيب الجمعة; but قال الوزير | في بيان، وعد الوزير | بتكثيف الجهود، قال الوزير | الخميس.
"""

from __future__ import annotations

from qawl.arabic.heads import is_proper_body, known_head
from qawl.arabic.letters import ABOUT, ACTING, ARTICLE, BY, DOING, HELD_WHEN, HIS, OF, ON_WHAT, OWNERS, TO, bare_key
from qawl.arabic.lexicon import (
    AMID,
    BINDS,
    BODY,
    CARRIER,
    CITY,
    COMMA,
    CONTRAST,
    COUNTRY,
    DEFINITE,
    DIES,
    DOCUMENT,
    FUNCTION,
    HUMAN,
    MANNER,
    MEDIA,
    NAME,
    NAME_UNIT,
    NATION,
    NOMINAL,
    NUMBER,
    OBJECT,
    OCCASIONAL,
    ODD,
    PEOPLE,
    PLACES,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    QUANTITY,
    RELATIVE,
    ROLE,
    SATED,
    SAYING,
    SENT,
    SETTING,
    SPAN,
    SPEECH,
    STANDS_FOR,
    STANDS_OVER,
    TIME,
    TOWN,
    UNDERGOES,
    WAKING,
    WHICH,
    readings,
    word_classes,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.names.made_offices import is_accusative_office
from qawl.arabic.phrases.adjectives import is_adjective
from qawl.arabic.tokens import Tokens

# The acts of verbs that have what is demanded, threatened or promised behind ب.
DEMANDS = ("call", "ask", "warn", "promise")
# What ends a noun that needs no other, and what somebody may be from.
COMPLETE = NAME_UNIT | PLACES | DEFINITE
SOMEBODY = HUMAN | PLACES | BODY | CARRIER | NATION | NAME | QUANTITY | NUMBER
# The acts of verbs that have whom or what they praise behind ب, and how far behind one ب the other may stand.
PRAISES = ("praise", "accuse")
PRAISE_REACH = 8
# What may stand behind ب in an office, though it has the form of a verbal noun: باتحاد الكرة.
SOMEWHERE = PLACES | BODY | DEFINITE | ROLE | NAME | MEDIA
# What no verbal noun is, though it has the form of one.
ELSE_THAN_DEED = HUMAN | NAME_UNIT | PLACES | BODY | DOCUMENT | NATION | MEDIA


def binds(tokens: Tokens, place: int, first: int, limit: int) -> bool:
    """Whether a preposition inside a phrase belongs to it: مسؤول في الوزارة, رئيس البعثة إلى ليبيا; not قال الوزير | في بيان."""
    after = place + 1
    if place == first or after >= limit:
        return False
    kind = tokens.kinds[after]
    head = tokens.kinds[first] | (ROLE if is_accusative_office(tokens.keys[first]) else 0)
    if is_occasion(tokens, after) or kind & CONTRAST:
        return False
    if head & DOCUMENT:
        return comes_from(tokens, place)
    if tokens.keys[place] == OF and ((head & DEFINITE and kind & (PREPOSITION | AMID)) or is_grievance(tokens, first, place)):
        return False
    if tokens.keys[place] == TO:
        sent = head & SENT or (head & ROLE and tokens.kinds[first + 1] & SENT)
        return bool(sent and kind & PLACES) and not is_taken(tokens, first, place)
    if tokens.keys[place] == ABOUT:
        return stands_for(tokens, first, place) and not kind & (SETTING | TIME | NUMBER | FUNCTION)
    if not tokens.kinds[place] & BINDS or tokens.is_owned(after):
        return False
    if tokens.keys[place] == ON_WHAT[0]:
        return stands_over(tokens, place, first) and not kind & (MEDIA | SETTING | TIME | NUMBER | FUNCTION)
    several = known_head(tokens.keys[first]) == "group"
    if not kind & (NOMINAL | DEFINITE) and (several or not head & ROLE) and has_pronoun(tokens, after):
        return False
    if tokens.kinds[place] & TIME and not (head & (ROLE | BODY) and kind & (PLACES | BODY)):
        return False
    leads = (several and not head & COUNTRY) or head & (HUMAN | DOCUMENT | BODY)
    return bool(leads) and not kind & (SETTING | TIME | NUMBER | DOCUMENT | FUNCTION | DIES)


def stands_for(tokens: Tokens, first: int, about: int) -> bool:
    """Whether somebody stands for what عن leads to: نائب | عن القرية; not where the verb takes it: كشف مسؤول محلي | عن خطة."""
    if tokens.kinds[about - 1] & STANDS_FOR:
        return True
    verbs = readings(tokens.keys[first - 1]) if first else ()
    thing = not (tokens.kinds[first] & DEFINITE or tokens.kinds[about + 1] & (PLACES | DEFINITE | BODY | NAME))
    taken = thing and any(tokens.keys[about] in verb.takes and verb.act != "report" for verb in verbs)
    return bool(tokens.kinds[first] & STANDS_FOR) and not taken


def is_grievance(tokens: Tokens, first: int, of: int) -> bool:
    """Whether من behind a complete noun leads to what is suffered, not to where somebody is from: شكا سكان الحي | من سوء الطريق."""
    before, kind = tokens.kinds[of - 1], tokens.kinds[of + 1]
    if not before & COMPLETE or kind & SOMEBODY:
        return False
    says = first and tokens.kinds[first - 1] & SPEECH
    return is_taken(tokens, first, of) or not (says or kind & DEFINITE)


def comes_from(tokens: Tokens, place: int) -> bool:
    """Whether a preposition leads to where a document comes from: بيان من الوزير، صادر عن الوزارة; not تقرير عن الجيش.

    A part of a document belongs to it (المادة 5 من الدستور), the place that it tells of does not: تقارير واردة | من إقليم كذا.
    """
    kinds, key = tokens.kinds, tokens.keys[place]
    if key == ABOUT:
        return bool(kinds[place - 1] & STANDS_FOR and kinds[place + 1] & (BODY | COUNTRY | ROLE))
    if key == OF and kinds[place - 1] & NUMBER:
        return bool(kinds[place + 1] & DOCUMENT)
    if key == OF and kinds[place + 1] & TOWN:
        return False
    return bool(kinds[place] & BINDS and key != ON_WHAT[0] and kinds[place + 1] & (BODY | COUNTRY | ROLE))


def stands_over(tokens: Tokens, place: int, first: int) -> bool:
    """Whether the phrase up to على tells who stands over something: المشرف العام على المشروع."""
    kinds = tokens.kinds
    return any(kind & STANDS_OVER for kind in (kinds[first], *kinds[max(first, place - 2) : place]))


def is_occasion(tokens: Tokens, place: int) -> bool:
    """Whether a definite occasion stands here: في الكلمة التي ألقاها، في المؤتمر الصحفي; but not في اللقاء المشترك, a body."""
    told = tokens.kinds[place] & DEFINITE and tokens.kinds[place + 1] & (RELATIVE | OCCASIONAL)
    return bool(told) and bool(word_classes().get(bare_key(tokens.keys[place]), 0) & SETTING)


def has_pronoun(tokens: Tokens, place: int) -> bool:
    """Whether a word carries the pronoun of a third person: عليها، أجراه، دراستهم."""
    return place < len(tokens) and (tokens.keys[place].endswith(OWNERS[:3]) or tokens.text[tokens.ends[place] - 1] == HIS)


def is_undergone(tokens: Tokens, place: int) -> bool:
    """Whether a preposition with its pronoun belongs to the participle before it: والدة المجني عليه."""
    return place > 0 and bool(tokens.kinds[place] & SATED and tokens.kinds[place - 1] & UNDERGOES)


def begins_adjunct(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether an adjunct of the clause begins with و before a preposition: الناطقة الرسمية | وبعد كذا; not باسم كذا وباسم كذا."""
    after = place + 1
    if place == first or after >= limit or not is_and(tokens, place) or not tokens.kinds[after] & PREPOSED:
        return False
    return tokens.keys[after] not in tokens.keys[first:place]


def tells_time(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether a time begins here: الخميس، الأسبوع الماضي; but not خطيب الجمعة, nor لدى behind an office (السفير لدى عمان)."""
    kind = tokens.kinds[place]
    if tells_of_office(tokens, first, place):
        return False
    if kind & TIME and kind & BINDS:
        return not binds(tokens, place, first, limit)
    if kind & TIME:
        before = place - 1
        whole = place > first and (tokens.kinds[before] & (DEFINITE | COUNTRY) or is_proper_body(tokens, before))
        day = kind & DEFINITE and (whole or is_anybody(tokens, first, place))
        return bool(day) or not kind & (NAME | BODY)
    after = WHICH if kind & DEFINITE else WHICH | TIME
    return bool(kind & SPAN) and place > first and place + 1 < limit and bool(tokens.kinds[place + 1] & after)


def is_anybody(tokens: Tokens, first: int, place: int) -> bool:
    """Whether indefinite people, described or not, stand from `first` to `place`, who are of no day: مصادر محلية | الجمعة."""
    kinds = tokens.kinds
    if not first < place <= first + 2 or not kinds[first] & PEOPLE or kinds[first] & DEFINITE:
        return False
    return place == first + 1 or (
        not kinds[first + 1] & (DEFINITE | PEOPLE | BODY) and is_adjective(ARTICLE + tokens.keys[first + 1])
    )


def tells_of_office(tokens: Tokens, first: int, place: int) -> bool:
    """Whether an adverb tells when an office was held, since a name follows, behind a comma or not: لاعب النهر سابقا، سالم.

    Not التقى وزير النقل غدا سالم.
    """
    held = tokens.keys[place] in HELD_WHEN and tokens.kinds[first] & ROLE
    name = place + 2 if tokens.kinds[place + 1] & COMMA else place + 1
    named = tokens.kinds[name] & NAME and tokens.kinds[name + 1] & (NAME_UNIT | ODD)
    return bool(held and first < place and named)


def tells_manner(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether ب stands before a noun that tells how or what was done, not where: بغضب، بتكثيف الجهود، بموقعها; but بكلية الطب."""
    if not tokens.kinds[place] & PREFIX or tokens.keys[place] != BY or place + 1 >= limit or tokens.kinds[place - 1] & STANDS_OVER:
        return False
    kind = tokens.kinds[place + 1]
    if tokens.keys[place + 1] in ACTING:
        return False
    if (
        is_several(tokens, place + 1)
        or (kind & ROLE and has_pronoun(tokens, place + 1))
        or is_matter_of_body(tokens, place)
        or is_with_its_own(tokens, place)
    ):
        return True
    if kind & WAKING and kind & DEFINITE and (tokens.kinds[place - 1] & COMPLETE or is_proper_body(tokens, place - 1)):
        return True
    return bool(kind & (OBJECT | SAYING | MANNER)) or (not kind & SOMEWHERE and bool(DOING.match(tokens.keys[place + 1])))


def is_several(tokens: Tokens, place: int) -> bool:
    """Whether several people stand here, in whom nobody has an office: التقى والي السيل | بالشيوخ, رحب المدير | بأهالي الحي."""
    kind = tokens.kinds[place]
    return bool(kind & (PEOPLE | ROLE)) and not kind & (BODY | CITY | NAME) and known_head(bare_key(tokens.keys[place])) == "group"


def is_with_its_own(tokens: Tokens, by: int) -> bool:
    """Whether ب behind a body stands before what is the body's own: وزارة الزراعة | بموقعها، الشرطة | بصفحتها."""
    place, body = by + 1, tokens.kinds[by - 1] & (BODY | DEFINITE)
    ending = tokens.keys[place].endswith(OWNERS[:3]) or tokens.is_owned(place)
    return bool(body) and ending and not tokens.kinds[place] & (DEFINITE | NOMINAL)


def is_matter_of_body(tokens: Tokens, by: int) -> bool:
    """Whether ب behind a definite body tells with what it does something: رحب الاتحاد | بالقرار; not الشرطة بالمدينة."""
    body, kind = tokens.kinds[by - 1], tokens.kinds[by + 1]
    return bool(body & BODY and body & DEFINITE and kind & DEFINITE) and not kind & ~(DEFINITE | DOCUMENT | WAKING)


def is_asked_for(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether ب, which the verb before the phrase takes, stands before an ordinary noun: طالبت المنظمة | بإطلاق السجناء.

    A verb of praise needs whom it praises: أشاد رئيس النادي | بفريق السيل.
    """
    by = tokens.kinds[place] & PREFIX and tokens.keys[place] == BY and place + 1 < limit
    if not by:
        return False
    if not tokens.kinds[place + 1]:
        return is_taken(tokens, first, place, DEMANDS)
    if is_verbal_noun(tokens, place + 1):
        return is_taken(tokens, first, place, DEMANDS)
    return is_taken(tokens, first, place, PRAISES) and is_last_by(tokens, place, limit)


def is_verbal_noun(tokens: Tokens, place: int) -> bool:
    """Whether a definite verbal noun stands here by its form, which is nobody and nowhere: بالإفراج، بالاستقالة; not بالاتحاد."""
    kind = tokens.kinds[place]
    return bool(kind & DEFINITE and not kind & ELSE_THAN_DEED and DOING.match(bare_key(tokens.keys[place])))


def is_last_by(tokens: Tokens, by: int, limit: int) -> bool:
    """Whether no other ب follows that leads to what is praised: أشاد المدير | بالفريق, but not مدير الأمن بالميناء | بجهود."""
    near = range(by + 2, min(limit, by + PRAISE_REACH, len(tokens)))
    return not any(tokens.kinds[at] & PREFIX and tokens.keys[at] == BY for at in near)


def is_taken(tokens: Tokens, first: int, place: int, acts: tuple[str, ...] = ()) -> bool:
    """Whether the verb right before a phrase, of one of these acts, takes the preposition at `place`: حذرت المنظمة | من الجوع."""
    verbs = readings(tokens.keys[first - 1]) if first else ()
    return any(tokens.keys[place] in verb.takes and (not acts or verb.act in acts) for verb in verbs)
