"""Where noun phrases end: at a verb, a mark, a time, a preposition that does not bind, or a new noun."""

from __future__ import annotations

from qawl.arabic.first_names import can_begin, is_before_family, is_before_renowned, is_before_unknown
from qawl.arabic.heads import known_head, speaks_itself
from qawl.arabic.joiners import NAMELY, connectors, is_and, is_before_joining, opens_compound
from qawl.arabic.letters import (
    ABOUT,
    ADDRESSING,
    ALEF,
    ARTICLE,
    BY,
    DOING,
    FEMININE_ENDINGS,
    FEMININE_PLURAL,
    HIS,
    HOUSE,
    IMPERFECT_HEADS,
    NISBA,
    OF,
    ON_WHAT,
    OPEN_TA,
    OR,
    OWNERS,
    PARTICIPLE,
    PLURALS,
    ROUND,
    TA_MARBUTA,
    bare_key,
)
from qawl.arabic.lexicon import (
    ACT,
    ATTENTION,
    BINDS,
    BODY,
    CITY,
    CLOSES,
    COMMA,
    CONJUNCTION,
    CONTRAST,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    EVENT,
    FAMILY,
    FUNCTION,
    GIVEN,
    ISSUES,
    KAN,
    LATIN,
    MANNER,
    MEDIA,
    NAME,
    NATION,
    NOMINAL,
    NUMBER,
    OBJECT,
    OCCASIONAL,
    ODD,
    OPENS,
    ORIGIN,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RANK,
    RELATIVE,
    ROLE,
    SATED,
    SAYING,
    SETTING,
    SINGLE,
    SPAN,
    SPEECH,
    STANDS_FOR,
    STANDS_OVER,
    TIME,
    TITLE,
    UNDERGOES,
    UNION,
    WAKING,
    WHICH,
    WITHHOLD,
    long_places,
    readings,
    word_classes,
)
from qawl.arabic.names import is_addressed, name_end
from qawl.arabic.ordinary import frequencies, is_verb
from qawl.arabic.tokens import Tokens

GOES_ON = DEFINITE | PREFIX | PREPOSITION | NAME | FAMILY | ODD | ROLE | TITLE | COUNTRY | CITY | BODY | NATION

# A feminine perfect that is told by its stem has more letters than this.
LONG_VERB = 4
# A definite adjective without a feminine ending has no more letters behind a feminine noun: الشركة الأم، الصحيفة الأكثر.
LONG_ADJECTIVE = 6
# The acts of verbs that have what is demanded behind ب.
DEMANDS = ("call", "ask")
# What may stand behind ب in an office, though it has the form of a verbal noun: باتحاد الكرة.
SOMEWHERE = BODY | CITY | COUNTRY | DEFINITE | ROLE | NAME | MEDIA
# What no noun behind a verbal noun is.
NO_NOUN = FUNCTION | PREFIX | PUNCTUATION | SPEECH
# A body's name in marks has fewer tokens, its marks included.
LONGEST_TITLE = 6
# How far behind its document a verb may stand that tells of it: وثائق سرية حصلت عليها الوكالة.
LONGEST_TELLING = 3


def phrase_end(tokens: Tokens, first: int, limit: int) -> int:
    """Where the noun phrase that begins at `first` ends: at a verb, a mark, a time, or an indefinite word after a definite one."""
    definite = False
    place = head = first
    while place < limit:
        if withholds(tokens, first, place, limit):
            break
        if name_inside(tokens, place, first):
            if is_behind_body(tokens, first, place):
                break
            place, definite = name_end(tokens, place, limit), False
            if is_to_whom(tokens, place, limit) and not is_purpose_of(tokens, first, place + 1, limit):
                break
            if place < limit and is_object(tokens, first, place):
                break
            head = place if place < limit and is_office(tokens, place) else head
        elif opens_title(tokens, place) and (close := title_close(tokens, head, place, limit)):
            place = close + 1
        elif ends_phrase(tokens, head, place, limit) or (definite and not goes_on_definite(tokens, head, place)):
            break
        else:
            own = bool(tokens.kinds[place] & (DEFINITE | COUNTRY | LATIN)) or (place == first and tokens.is_owned(place))
            definite = own or (definite and not begins_anew(tokens, place) and not opens_construct(tokens, place))
            place += 1
    while place > first and tokens.kinds[place - 1] & (PREFIX | PREPOSITION | CONJUNCTION) and not is_undergone(tokens, place - 1):
        place -= 1
    return place


def is_undergone(tokens: Tokens, place: int) -> bool:
    """Whether a preposition with its pronoun belongs to the participle before it: والدة المجني عليه."""
    return place > 0 and bool(tokens.kinds[place] & SATED and tokens.kinds[place - 1] & UNDERGOES)


def is_behind_body(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a person's name stands behind a definite body, which is called after nobody: اعتقلت الشرطة الفرنسية | سالم الكندي."""
    head, between = tokens.kinds[first], tokens.kinds[first:place]
    if first == place or not head & BODY or head & (TITLE | ROLE) or not tokens.kinds[place] & NAME:
        return False
    return all(kind & DEFINITE for kind in between)


def is_object(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a definite word behind a name is no adjective, so that it is what was done to: وصف الوزير سالم الكندي | المحادثات."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind != DEFINITE or tokens.kinds[place - 1] & DOCUMENT:
        return False
    man = tokens.kinds[first] & (ROLE | TITLE) and not tokens.keys[first].endswith(TA_MARBUTA)
    if key.endswith(FEMININE_PLURAL) or (man and key.endswith(TA_MARBUTA)):
        return True
    return not key.startswith(PARTICIPLE) and not key.endswith((*NISBA, TA_MARBUTA))


def is_office(tokens: Tokens, place: int) -> bool:
    """Whether an office stands behind a name, which has its own prepositions: سالم الكندي | المتحدث باسم الوزارة في المدينة."""
    kind = tokens.kinds[place]
    return bool(kind & ROLE) and not kind & SPEECH


def is_to_whom(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether ل stands behind a person's name, which is complete: قال سعيد النجار للمحكمة."""
    return place < limit and bool(tokens.kinds[place] & PREFIX) and tokens.keys[place][0] in ADDRESSING


def is_purpose_of(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether a definite noun behind ل tells what a body called after somebody is for: مركز الملك سلمان للإغاثة."""
    kinds = tokens.kinds
    if not kinds[first] & BODY or kinds[first] & (DEFINITE | MEDIA) or place >= limit or addressee(tokens, place, limit):
        return False
    return not kinds[place] & (BODY | ROLE | TITLE | PEOPLE | COUNTRY | CITY | NAME)


def begins_anew(tokens: Tokens, place: int) -> bool:
    """Whether another office begins behind و: المبعوث | ومنسق شؤون المنطقة."""
    return is_and(tokens, place - 1) and bool(tokens.kinds[place] & ROLE) and not tokens.kinds[place] & DEFINITE


def opens_construct(tokens: Tokens, place: int) -> bool:
    """Whether a body without article stands behind a preposition, so that its own noun follows: الوزير في حكومة | تصريف الأعمال.

    Behind ل too: المتحدث الرسمي لشرطة | منطقة الشمال.
    """
    led = tokens.kinds[place - 1] & PREPOSITION or tokens.keys[place - 1] in ADDRESSING
    return bool(led and tokens.kinds[place] & (BODY | PEOPLE)) and not tokens.kinds[place] & DEFINITE


def ends_phrase(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether the word at `place` ends any noun phrase: a mark, a time, a verb, a particle, a preposition that does not bind."""
    kind = tokens.kinds[place]
    if place > first and is_undergone(tokens, place):
        return False
    if kind & (ACT | KAN | PUNCTUATION) or tells_time(tokens, first, place, limit):
        return True
    if is_addressed(tokens, first, place) or tells_of_document(tokens, first, place) or tells_of_head(tokens, first, place):
        return True
    if kind & (SAYING | ATTENTION) and kind & DEFINITE and place > first:
        return True
    if begins_adjunct(tokens, first, place, limit) or is_for_meeting(tokens, first, place, limit):
        return True
    if kind & SPEECH and not is_noun_here(tokens, place, first) and not tells_issuer(tokens, first, place):
        return True
    if kind & PREPOSITION:
        return not binds(tokens, place, first, limit) or (bool(tokens.kinds[first] & BODY) and is_taken(tokens, first, place))
    if kind & FUNCTION and (place == first or tokens.keys[place] != OR):
        return True
    if is_object_of_several(tokens, first, place):
        return True
    if is_event(tokens, first, place, limit) or tells_manner(tokens, place, limit) or is_asked_for(tokens, first, place, limit):
        return True
    if is_told_by_one(tokens, first, place, limit):
        return True
    issued = tokens.kinds[first] & DOCUMENT and not (tokens.kinds[first] & DEFINITE and place == first + 1)
    return bool(kind & PREFIX) and not issued and addressee(tokens, place + 1, limit) and not is_of_members(tokens, first, place)


def is_told_by_one(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether ل stands behind one person's office and before another's: الأسير | للمحامي، محامية الطبيب | للقاضي."""
    after = place + 1
    if after >= limit or not tokens.kinds[place] & PREFIX or tokens.keys[place][0] not in ADDRESSING:
        return False
    whole = tokens.kinds[first:place]
    one = len(whole) == 1 or (len(whole) == 2 and not whole[0] & DEFINITE and whole[1] & (ROLE | PEOPLE))
    told = tokens.is_owned(after) or tokens.kinds[after] & (ROLE | TITLE | PEOPLE)
    told = told and not tokens.kinds[after] & (BODY | COUNTRY)
    return bool(one and told and whole[0] & (ROLE | PEOPLE) and whole[-1] & DEFINITE)


def begins_adjunct(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether an adjunct of the clause begins with و before a preposition: الناطقة الرسمية | وبعد كذا; not باسم كذا وباسم كذا."""
    after = place + 1
    if place == first or after >= limit or not is_and(tokens, place) or not tokens.kinds[after] & (PREFIX | PREPOSITION):
        return False
    return tokens.keys[after] not in tokens.keys[first:place]


def is_for_meeting(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether ل tells that somebody comes to meet another one, whose office follows: دعوة من المدير | للقاء رئيس الجمهورية."""
    to = place > first and tokens.kinds[place] & PREFIX and tokens.keys[place][0] in ADDRESSING and place + 2 < limit
    meeting = bool(to) and tokens.kinds[place + 1] & SETTING and not tokens.kinds[place + 1] & DEFINITE
    meets = meeting and tokens.kinds[place + 2] & (ROLE | TITLE)
    return bool(meets) and known_head(tokens.keys[place + 2]) != "group"


def is_of_members(tokens: Tokens, first: int, place: int) -> bool:
    """Whether ل stands before those whom a body with its adjective is for: النقابة الوطنية للعمال, but not النقابة للعمال."""
    head = place - 1
    while head > first and tokens.kinds[head] & DEFINITE and not is_union(tokens.keys[head]):
        head -= 1
    adjective = first <= head < place - 1 and tokens.kinds[head] & DEFINITE and is_union(tokens.keys[head])
    return bool(adjective and tokens.kinds[place + 1] & (PEOPLE | ROLE))


def is_union(key: str) -> bool:
    """Whether a word, its article left off, is one for a body that has members: النقابة, اتحاد."""
    return bool(word_classes().get(bare_key(key), 0) & UNION)


def is_event(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether what an indefinite source told begins here: أكد مصدر محلي | مقتل جندي، أعلن مسؤول كندي | إطلاق القمر."""
    kinds, key = tokens.kinds, tokens.keys[place]
    if not 0 < first < place - 1 or kinds[first] & DEFINITE or not kinds[first - 1] & SPEECH:
        return False
    event = kinds[place] == EVENT or (not kinds[place] and DOING.match(key))
    owner = kinds[place - 1] & (PREFIX | PREPOSITION | BODY | DOCUMENT) or (kinds[place - 1] & ROLE and not kinds[first] & ORIGIN)
    return bool(event) and not owner and place + 1 < limit and not kinds[place + 1] & NO_NOUN


def is_object_of_several(tokens: Tokens, first: int, place: int) -> bool:
    """Whether what several did it to stands right behind them, whose ن lets them own nothing: نشر مستخدمون | صورة، ناشطون | مقطعا.

    Their adjectives have the plural.
    """
    several = place == first + 1 and tokens.kinds[first] & (PEOPLE | ROLE) and not tokens.kinds[first] & DEFINITE
    if not several or not tokens.keys[first].endswith(PLURALS) or tokens.kinds[place] & (DEFINITE | PREFIX | FUNCTION | QUANTITY):
        return False
    key = tokens.keys[place]
    return key.endswith(TA_MARBUTA) or (key.endswith(ALEF) and key[:-1] in frequencies())


def withholds(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether a verb, which may be a name too, tells what the source did not want: مسؤول | رفض ذكر اسمه، | فضل عدم ذكر اسمه."""
    kind = tokens.kinds[place]
    refuses = place + 1 < limit and tokens.kinds[place + 1] & OBJECT and not kind & ~NAMELY and not kind & DEFINITE
    return place > first and bool(kind & WITHHOLD or refuses)


def tells_manner(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether ب stands before a noun that tells how or what was done and not where: بغضب، بتكثيف الجهود; but بكلية الطب."""
    if not tokens.kinds[place] & PREFIX or tokens.keys[place] != BY or place + 1 >= limit or tokens.kinds[place - 1] & STANDS_OVER:
        return False
    kind = tokens.kinds[place + 1]
    if (kind & ROLE and has_pronoun(tokens, place + 1)) or is_matter_of_body(tokens, place):
        return True
    return bool(kind & (OBJECT | SAYING | MANNER)) or (not kind & SOMEWHERE and bool(DOING.match(tokens.keys[place + 1])))


def is_matter_of_body(tokens: Tokens, by: int) -> bool:
    """Whether ب behind a definite body tells with what it does something: رحب الاتحاد | بالقرار; not الشرطة بالمدينة."""
    body, kind = tokens.kinds[by - 1], tokens.kinds[by + 1]
    return bool(body & BODY and body & DEFINITE and kind & DEFINITE) and not kind & ~(DEFINITE | DOCUMENT | WAKING)


def tells_of_head(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a feminine perfect of a known verb stands right behind an indefinite head: طبيب اتصلت به الوكالة."""
    key = tokens.keys[place]
    behind = place == first + 1 and not tokens.kinds[place] and not tokens.kinds[first] & DEFINITE
    return behind and key.endswith(OPEN_TA) and not key.endswith(FEMININE_PLURAL) and len(key) > LONG_VERB and is_verb(key[:-1])


def is_asked_for(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether ب, which the verb before the phrase takes, stands before an ordinary noun: طالبت المنظمة | بإطلاق السجناء."""
    by = tokens.kinds[place] & PREFIX and tokens.keys[place] == BY and place + 1 < limit
    return bool(by) and not tokens.kinds[place + 1] and is_taken(tokens, first, place, DEMANDS)


def is_taken(tokens: Tokens, first: int, place: int, acts: tuple[str, ...] = ()) -> bool:
    """Whether the verb right before a phrase, of one of these acts, takes the preposition at `place`: حذرت المنظمة | من الجوع."""
    verbs = readings(tokens.keys[first - 1]) if first else ()
    return any(tokens.keys[place] in verb.takes and (not acts or verb.act in acts) for verb in verbs)


def tells_time(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether a time begins here: الخميس، الأسبوع الماضي; but not خطيب الجمعة, nor لدى behind an office (السفير لدى عمان)."""
    kind = tokens.kinds[place]
    if tells_of_office(tokens, first, place):
        return False
    if kind & TIME and kind & BINDS:
        return not binds(tokens, place, first, limit)
    if kind & TIME:
        day = kind & DEFINITE and place > first and tokens.kinds[place - 1] & (DEFINITE | COUNTRY)
        return bool(day) or not kind & (NAME | BODY)
    after = WHICH if kind & DEFINITE else WHICH | TIME
    return bool(kind & SPAN) and place > first and place + 1 < limit and bool(tokens.kinds[place + 1] & after)


def tells_of_office(tokens: Tokens, first: int, place: int) -> bool:
    """Whether an adverb tells when an office was held, since a name follows, behind a comma or not: لاعب النهر سابقا، سالم."""
    held = tokens.kinds[place] & TIME and tokens.kinds[first] & ROLE and tokens.keys[place].endswith(ALEF)
    name = place + 2 if place + 1 < len(tokens) and tokens.kinds[place + 1] & COMMA else place + 1
    named = name + 1 < len(tokens) and tokens.kinds[name] & NAME and tokens.kinds[name + 1] & (NAME | FAMILY | ODD)
    return bool(held and first < place and named)


def tells_of_document(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a verb tells of the indefinite document before it: دراسة أجريت، وثائق حصلت عليها الوكالة، استطلاع أجراه المعهد.

    The clause of whoever issued it belongs to its phrase: بيان أصدرته الوزارة.
    """
    kinds, key = tokens.kinds, tokens.keys[place]
    if not follows_document(tokens, first, place):
        return False
    after = kinds[place + 1] if place + 1 < len(tokens) else 0
    if kinds[place] & ISSUES:
        return bool(after & MEDIA) or speaks_itself(tokens.keys[first])
    if kinds[place] & ~GIVEN or key.endswith(FEMININE_PLURAL):
        return False
    if key.endswith(OPEN_TA):
        own = place == first + 1 or is_done_by(tokens, first, place)
        return own or bool(after & (SATED | BODY)) or has_pronoun(tokens, place + 1)
    return has_pronoun(tokens, place) and bool(after & (BODY | PEOPLE | ROLE | COUNTRY))


def is_done_by(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a perfect that general text knows in ي agrees with a feminine document and its adjectives: دراسة واسعة | شملت."""
    feminine = all(key.endswith(TA_MARBUTA) for key in tokens.keys[first:place])
    return feminine and not tokens.kinds[place] and IMPERFECT_HEADS[0] + tokens.keys[place][:-1] in frequencies()


def has_pronoun(tokens: Tokens, place: int) -> bool:
    """Whether a word carries the pronoun of a third person: عليها، أجراه، دراستهم."""
    return place < len(tokens) and (tokens.keys[place].endswith(OWNERS[:3]) or tokens.text[tokens.ends[place] - 1] == HIS)


def tells_issuer(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a verb behind an indefinite document leads to whoever issued it: تقرير نشرته المنظمة, but not نشرته الصحيفة."""
    issues = tokens.kinds[place] & ISSUES and follows_document(tokens, first, place)
    return bool(issues) and not tells_of_document(tokens, first, place)


def follows_document(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the phrase up to `place` is an indefinite document: بيان رسمي، وثائق سرية."""
    near = first < place <= first + LONGEST_TELLING and tokens.kinds[first] & DOCUMENT
    return bool(near) and not any(kind & DEFINITE for kind in tokens.kinds[first:place])


def goes_on_definite(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a phrase goes on at `place` behind a definite word; a country there is the verb's object (طالب الوزراء إسبانيا)."""
    before, kind = tokens.kinds[place - 1], tokens.kinds[place]
    if (kind & RANK and before & (TITLE | RANK)) or tells_of_office(tokens, first, place):
        return True
    if kind & NUMBER and (before & (MEDIA | DOCUMENT) or tokens.keys[place - 1] == HOUSE):
        return True
    if kind & COUNTRY and before & DEFINITE and not kind & NATION and not before & (CITY | COUNTRY):
        return False
    if is_other_land(tokens, first, place):
        return False
    if (tokens.kinds[first] & BODY and is_other_noun(tokens, place)) or is_unlike(tokens, first, place):
        return False
    return bool(tokens.kinds[place] & GOES_ON) or after_join(tokens, place) or tokens.keys[place] in connectors()


def is_other_land(tokens: Tokens, first: int, place: int) -> bool:
    """Whether another country or city begins behind a country, which is then what was told: دعت المكسيك | الولايات المتحدة إلى."""
    lands = COUNTRY | CITY
    if not tokens.kinds[first] & COUNTRY or not tokens.kinds[place] & lands or not tokens.kinds[place - 1] & lands:
        return False
    key, words = tokens.keys[place], tuple(tokens.keys[first : place + 1])
    if any(long[: len(words)] == words for long, _ in long_places().get(words[0], ())):
        return False
    return bool(word_classes().get(key, 0) & lands) or key in long_places()


def is_unlike(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a plain definite word is no adjective of the definite office or body right before it: برر المدير | التأخير.

    By gender: وصف المتحدث | الاتهامات، وصفت المنظمة | الأوضاع; by its form a verbal noun; a document: ختم الرئيس | الخطاب.
    """
    before, key = tokens.keys[place - 1], tokens.keys[place]
    head = tokens.kinds[place - 1] & (ROLE | TITLE | PEOPLE | BODY) and tokens.kinds[first] & tokens.kinds[place - 1] & DEFINITE
    plain = tokens.kinds[place] & DEFINITE and not tokens.kinds[place] & ~(DEFINITE | DOCUMENT | PEOPLE)
    if not head or known_head(before) == "group":
        return False
    if tokens.kinds[place] & DEFINITE and tokens.kinds[place] & DOCUMENT and not tokens.kinds[place - 1] & BODY:
        return True
    if is_body_beside(tokens, place):
        return True
    if not plain:
        return False
    if before.endswith(TA_MARBUTA):
        return place == first + 1 and len(key) > LONG_ADJECTIVE and not key.endswith(FEMININE_ENDINGS)
    if tokens.kinds[place - 1] & BODY:
        return False
    return key.endswith((TA_MARBUTA, FEMININE_PLURAL)) or bool(DOING.match(bare_key(key)))


def is_body_beside(tokens: Tokens, place: int) -> bool:
    """Whether a definite body stands right behind a definite office, so that it is the object: دعا المدير | الهيئة الوطنية إلى."""
    kind, before = tokens.kinds[place], tokens.kinds[place - 1]
    office = before & ROLE and not before & (BODY | PEOPLE | TITLE)
    other = ROLE | TITLE | NATION | NAME | FAMILY | MEDIA
    return bool(office and kind & DEFINITE and kind & BODY and not kind & other) and not tokens.keys[place].endswith(NISBA[0])


def is_other_noun(tokens: Tokens, place: int) -> bool:
    """Whether a definite word behind a feminine nationality is none of its adjectives by gender: أدانت الخارجية التونسية الهجوم."""
    before, kind = tokens.kinds[place - 1], tokens.kinds[place]
    own = before & NATION and before & DEFINITE and tokens.keys[place - 1].endswith(TA_MARBUTA)
    return bool(own and kind & DEFINITE and not kind & (TITLE | ROLE)) and not tokens.keys[place].endswith(FEMININE_ENDINGS)


def opens_title(tokens: Tokens, place: int) -> bool:
    """Whether a mark stands here in which a body's name may stand: a quotation mark, one of a single stroke, or a round bracket."""
    opens = bool(tokens.kinds[place] & (OPENS | SINGLE)) or tokens.keys[place] == ROUND[0]
    return opens and not hangs_on(tokens, place)


def hangs_on(tokens: Tokens, mark: int) -> bool:
    """Whether a mark touches the word before it and not the one behind it, so that it closes: موقع "السهل" أن سكان."""
    touches = mark > 0 and tokens.starts[mark] == tokens.ends[mark - 1] and not tokens.kinds[mark - 1] & PREFIX
    return touches and mark + 1 < len(tokens) and tokens.starts[mark + 1] > tokens.ends[mark]


def title_close(tokens: Tokens, first: int, mark: int, limit: int) -> int | None:
    """The mark that closes a body's name (صحيفة «الساحل»، صحيفة (الساحل)، صحيفة 'الساحل'), None where there is no such name."""
    bears = BODY | ROLE | DOCUMENT | PEOPLE if tokens.kinds[mark] & OPENS else BODY
    if tokens.keys[mark] == ROUND[0] and is_short_for_body(tokens, first, mark):
        return mark + 2
    if not tokens.kinds[first] & bears or mark == first or (told_in_marks(tokens, mark) and not tokens.kinds[first] & MEDIA):
        return None
    places = range(mark + 2, min(mark + LONGEST_TITLE, limit))
    return next((at for at in places if closes_title(tokens, mark, at)), None)


def is_short_for_body(tokens: Tokens, first: int, mark: int) -> bool:
    """Whether brackets hold in one word how a body of the phrase is called: رئيس حزب التجمع الوطني (تواصل)."""
    close = mark + 2
    if close + 1 >= len(tokens) or tokens.keys[close] != ROUND[1] or tokens.kinds[mark + 1] & (NUMBER | FUNCTION | TIME):
        return False
    return any(kind & BODY for kind in tokens.kinds[first:mark]) and bool(tokens.kinds[close + 1] & NAME)


def closes_title(tokens: Tokens, mark: int, place: int) -> bool:
    """Whether the mark at `place` closes what the one at `mark` opens."""
    if tokens.kinds[mark] & SINGLE:
        return bool(tokens.kinds[place] & SINGLE)
    return tokens.keys[place] == ROUND[1] if tokens.keys[mark] == ROUND[0] else bool(tokens.kinds[place] & CLOSES)


def told_in_marks(tokens: Tokens, mark: int) -> bool:
    """Whether a mark opens on ل, so that it holds who was told: قال الوزير «للساحل اليوم»."""
    after = mark + 1
    return after < len(tokens) and bool(tokens.kinds[after] & PREFIX) and tokens.keys[after][0] in ADDRESSING


def name_inside(tokens: Tokens, place: int, first: int) -> bool:
    """Whether a name begins here for certain, so that the phrase goes on to its end."""
    if place > first and tokens.kinds[place - 1] & (PREFIX | PREPOSITION):
        return False
    known = tokens.kinds[place] & NAME or opens_compound(tokens, place) or is_before_joining(tokens, place)
    return (bool(known) or (place > first and is_before_surname(tokens, place))) and can_begin(tokens, place, True)


def is_before_surname(tokens: Tokens, place: int) -> bool:
    """Whether a seldom given name stands before a surname: a strange one, one that the world knows, or any behind an office."""
    return is_before_unknown(tokens, place) or is_before_renowned(tokens, place) or is_before_family(tokens, place)


def addressee(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether those to whom it was said begin here: لوكالة، للصحفيين، لـ«الساحل»، ل(الساحل)، لـالساحل."""
    kind = tokens.kinds[place] if place < limit else 0
    marked = place < limit and opens_title(tokens, place)
    if tokens.keys[place - 1] in ADDRESSING and (marked or (kind & DEFINITE and tokens.keys[place].startswith(ARTICLE))):
        return True
    return tokens.keys[place - 1][0] in ADDRESSING and bool(
        kind & (MEDIA | PEOPLE | LATIN) or (kind & ROLE and are_several(tokens.keys[place]))
    )


def are_several(key: str) -> bool:
    """Whether an office has the form of several people and is no one's: المراسلين, but not الأمين."""
    return key.endswith(PLURALS) and known_head(key) != "unnamed"


def is_occasion(tokens: Tokens, place: int) -> bool:
    """Whether a definite occasion stands here: في الكلمة التي ألقاها، في المؤتمر الصحفي; but not في اللقاء المشترك, a body."""
    told = tokens.kinds[place] & DEFINITE and place + 1 < len(tokens) and tokens.kinds[place + 1] & (RELATIVE | OCCASIONAL)
    return bool(told) and bool(word_classes().get(bare_key(tokens.keys[place]), 0) & SETTING)


def after_join(tokens: Tokens, place: int) -> bool:
    """Whether a prefix or a preposition stands right before, so that a new noun may begin."""
    return bool(tokens.kinds[place - 1] & (PREFIX | PREPOSITION))


def is_noun_here(tokens: Tokens, place: int, first: int) -> bool:
    """Whether a form of a verb of saying is a noun at this place: the head of the phrase, a role, a body, or definite."""
    kind = tokens.kinds[place]
    return place == first or bool(kind & (ROLE | BODY | DOCUMENT | DEFINITE | COUNTRY)) or is_purpose(tokens, place)


def is_purpose(tokens: Tokens, place: int) -> bool:
    """Whether a noun without a pronoun tells what a body is for: قوات المساعدة لإقرار الأمن."""
    before = tokens.kinds[place - 1] & PREFIX and tokens.keys[place - 1] in ADDRESSING
    return bool(before) and not tokens.kinds[place] & SAYING


def comes_from(tokens: Tokens, place: int) -> bool:
    """Whether a preposition leads to where a document comes from: بيان من الوزير، صادر عن الوزارة; not تقرير عن الجيش.

    A part of a document belongs to it: المادة 5 من الدستور.
    """
    kinds, key = tokens.kinds, tokens.keys[place]
    if key == ABOUT:
        return bool(kinds[place - 1] & STANDS_FOR and kinds[place + 1] & (BODY | COUNTRY | ROLE))
    if key == OF and kinds[place - 1] & NUMBER:
        return bool(kinds[place + 1] & DOCUMENT)
    return bool(kinds[place] & BINDS and key != ON_WHAT[0] and kinds[place + 1] & (BODY | COUNTRY | ROLE))


def binds(tokens: Tokens, place: int, first: int, limit: int) -> bool:
    """Whether a preposition inside a phrase belongs to it: مسؤول في الوزارة, but not قال الوزير في بيان."""
    after = place + 1
    if place == first or after >= limit:
        return False
    kind = tokens.kinds[after]
    head = tokens.kinds[first]
    if is_occasion(tokens, after) or kind & CONTRAST:
        return False
    if head & DOCUMENT:
        return comes_from(tokens, place)
    if tokens.keys[place] == ABOUT:
        return bool((head | tokens.kinds[place - 1]) & STANDS_FOR) and not kind & (SETTING | TIME | NUMBER | FUNCTION)
    if not tokens.kinds[place] & BINDS or tokens.is_owned(after):
        return False
    if tokens.keys[place] == ON_WHAT[0]:
        return stands_over(tokens, place, first) and not kind & (MEDIA | SETTING | TIME | NUMBER | FUNCTION)
    several = known_head(tokens.keys[first]) == "group"
    if not kind & (NOMINAL | DEFINITE) and (several or not head & ROLE) and has_pronoun(tokens, after):
        return False
    if tokens.kinds[place] & TIME and not (head & (ROLE | BODY) and kind & (COUNTRY | CITY | BODY)):
        return False
    leads = (several and not head & COUNTRY) or head & (ROLE | TITLE | PEOPLE | DOCUMENT | BODY)
    return bool(leads) and not kind & (SETTING | TIME | NUMBER | DOCUMENT | FUNCTION)


def stands_over(tokens: Tokens, place: int, first: int) -> bool:
    """Whether the phrase up to على tells who stands over something: المشرف العام على المشروع."""
    kinds = tokens.kinds
    return any(kind & STANDS_OVER for kind in (kinds[first], *kinds[max(first, place - 2) : place]))
