"""What ل leads to behind a noun phrase: those who were told, or a part of it.

قال سعيد النجار | للمحكمة، الأسير | للمحامي; but النقابة الوطنية للعمال، مركز الملك سلمان للإغاثة.
"""

from __future__ import annotations

from qawl.arabic.clitics import is_ours
from qawl.arabic.heads import is_proper_body, known_head
from qawl.arabic.letters import ABOUT, ADDRESSING, ARTICLE, DOING, OF, PLURALS, TAKES_FOR, TO_THE, bare_key
from qawl.arabic.lexicon import (
    BODY,
    COLON,
    COMMA,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    DOUBTFUL,
    HEARS,
    LATIN,
    MEDIA,
    NAME,
    NAME_UNIT,
    ODD,
    OFFICE,
    OPENS,
    ORIGIN,
    PEOPLE,
    PLACES,
    PREFIX,
    QUANTITY,
    ROLE,
    SAYING,
    SERVES,
    SETTING,
    SPEECH,
    STANDS_FOR,
    THAT,
    UNION,
    word_classes,
)
from qawl.arabic.ordinary import is_common, is_rare
from qawl.arabic.phrases.marked import holds_body, opens_title
from qawl.arabic.tokens import Tokens

# To whom people may belong, and what opens what they said.
OWNS_PEOPLE = OFFICE | BODY | PEOPLE | COUNTRY | DOCUMENT | SAYING
OPENS_SAYING = THAT | COLON | OPENS | COMMA


def addressee(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether those to whom it was said begin here: لوكالة، للصحفيين، لـ«الساحل»، ل(الساحل)، لـالساحل."""
    if place >= limit:
        return False
    kind, marked = tokens.kinds[place], opens_title(tokens, place) and not holds_body(tokens, place + 1)
    if tokens.keys[place - 1] in ADDRESSING and (marked or (kind & DEFINITE and tokens.keys[place].startswith(ARTICLE))):
        return True
    if tokens.keys[place - 1][0] not in ADDRESSING:
        return False
    if kind & (MEDIA | PEOPLE | LATIN | HEARS) or (kind & ROLE and are_several(tokens.keys[place])):
        return True
    medium = is_called_as_medium(tokens, place, limit) or is_named_medium(tokens, place)
    return medium or is_ours(tokens.keys[place]) or are_counted(tokens, place, limit)


def is_named_medium(tokens: Tokens, place: int) -> bool:
    """Whether a medium's own name stands behind لل, which took its article: للأناضول."""
    return tokens.keys[place - 1] == TO_THE and bool(word_classes().get(ARTICLE + tokens.keys[place], 0) & MEDIA)


def are_counted(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether a noun only counts those who were told: لعدد | من الصحفيين، لجمع | من الصحفيين."""
    of, after = place + 1, place + 2
    counts = after < limit and tokens.kinds[place] & QUANTITY and tokens.keys[of] == OF
    return bool(counts and tokens.kinds[after] & (PEOPLE | ROLE))


def is_called_as_medium(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether a definite noun has behind it what only media are called: للساحل نيوز."""
    after = place + 1
    medium = after < limit and tokens.kinds[after] & MEDIA and not tokens.kinds[after] & DEFINITE
    return bool(medium and tokens.kinds[place] & DEFINITE)


def are_several(key: str) -> bool:
    """Whether an office has the form of several people and is no one's: المراسلين, but not الأمين."""
    return key.endswith(PLURALS) and known_head(key) != "unnamed"


def is_told(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether ل leads to those who were told, and not to those whom a body is for or whose a document is: الوزير | للصحفيين."""
    if is_told_by_one(tokens, first, place, limit) or is_told_by_party(tokens, first, place, limit):
        return True
    if is_apart(tokens, first, place, limit) or is_told_by_several(tokens, first, place, limit):
        return True
    if tokens.kinds[first] & MEDIA and tokens.kinds[first] & DEFINITE and place > first + 1:  # الموقع الرسمي لشبكة الساحل
        return False
    issued = tokens.kinds[first] & DOCUMENT and not (tokens.kinds[first] & DEFINITE and place == first + 1)
    told = tokens.kinds[place] & PREFIX and not issued and addressee(tokens, place + 1, limit)
    return bool(told) and not is_of_members(tokens, first, place)


def is_apart(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether ل stands apart from the medium that was told, behind a source or before a strange word: مصادر مطلعة | لـ يقين 24."""
    after = place + 1
    if after >= limit or tokens.keys[place] not in ADDRESSING or tokens.starts[after] == tokens.ends[place]:
        return False
    if tokens.keys[place - 1].startswith(TAKES_FOR):
        return False
    source = tokens.kinds[first] & (ORIGIN | PEOPLE) and not tokens.kinds[first] & DEFINITE
    return bool(source) or (not tokens.kinds[after] & ~ODD and is_rare(tokens.keys[after]))


def is_told_by_several(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether one definite word behind ل is all that parts people without an article from what they said: مسعفون | للساحل إن.

    No body or party that they may belong to, nor what they do: جنود للحكومة، ممثلون للشركة، متطوعون للإنقاذ.
    """
    kinds, after = tokens.kinds, place + 1
    people = known_head(tokens.keys[first]) == "group" or not kinds[first] & ROLE
    several = people and kinds[first] & PEOPLE and not kinds[first] & (DEFINITE | STANDS_FOR)
    if not several or after >= limit or tokens.keys[place] != TO_THE or kinds[after] & OWNS_PEOPLE:
        return False
    return not DOING.match(tokens.keys[after]) and (after + 1 == limit or bool(kinds[after + 1] & OPENS_SAYING))


def is_told_by_one(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether ل stands behind one person's office and before another's: الأسير | للمحامي، محامية الطبيب | للقاضي.

    Not behind who stands for another: مدير مكتب النائب الأول | لرئيس المجلس.
    """
    after = place + 1
    if after >= limit or not leads_to_whom(tokens, place, limit):
        return False
    whole = tokens.kinds[first:place]
    one = len(whole) == 1 or (len(whole) == 2 and not whole[0] & DEFINITE and whole[1] & (ROLE | PEOPLE))
    officer = tokens.kinds[after] & OFFICE and known_head(tokens.keys[after]) == "unnamed"
    person = tokens.kinds[after] & (OFFICE | PEOPLE) or is_name_led(tokens, after)
    told = tokens.is_owned(after) or person if one else officer
    told = told and not tokens.kinds[after] & (BODY | COUNTRY)
    if not one and any(kind & STANDS_FOR and kind & DEFINITE for kind in whole[-2:]):
        return False
    head = OFFICE | PEOPLE if one else ROLE | PEOPLE | BODY
    return bool(told and (one or not whole[0] & DEFINITE) and whole[0] & head and whole[-1] & DEFINITE)


def is_told_by_party(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether ل leads from a body, a land or a source that says so to a person: قالت الحكومة | للوليد.

    Not from a body that one person may have (المكتب الإعلامي للوزير), nor from a council with its adjective to an office.
    """
    kinds, after = tokens.kinds, place + 1
    if not first or after >= limit or not kinds[first - 1] & SPEECH or not leads_to_whom(tokens, place, limit):
        return False
    whole = kinds[place - 1] & (PLACES | DEFINITE) or is_proper_body(tokens, place - 1)
    if not kinds[first] & ORIGIN and not (whole and kinds[first] & (PLACES | BODY)):
        return False
    if place == first + 1 and kinds[first] & DEFINITE and is_name_led(tokens, after):
        return True
    if kinds[first] & (ROLE | SERVES) or word_classes().get(bare_key(tokens.keys[first]), 0) & SERVES:
        return False
    return is_name_led(tokens, after)


def is_name_led(tokens: Tokens, place: int) -> bool:
    """Whether a person's name stands behind ل, with its article where that belongs to it: لسالم، للحريري; not للسلام."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & (OFFICE | PLACES | BODY | PEOPLE | MEDIA):
        return False
    if kind & DEFINITE and tokens.keys[place - 1] == TO_THE:
        surname = kind & NAME_UNIT and not kind & DOUBTFUL and not is_common(key)
        return bool(surname or word_classes().get(ARTICLE + key, 0) & NAME_UNIT)
    return bool(kind & NAME and not kind & DOUBTFUL)


def leads_to_whom(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether ل stands here, so that the name or the office before it is complete: قال سعيد النجار | للمحكمة."""
    return place < limit and bool(tokens.kinds[place] & PREFIX) and tokens.keys[place][0] in ADDRESSING


def is_purpose_of(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether a definite noun behind ل tells what a body called after somebody is for: مركز الملك سلمان للإغاثة."""
    kinds = tokens.kinds
    if not kinds[first] & BODY or kinds[first] & (DEFINITE | MEDIA) or place >= limit or addressee(tokens, place, limit):
        return False
    return not kinds[place] & (OFFICE | PLACES | BODY | PEOPLE | NAME)


def is_purpose(tokens: Tokens, place: int) -> bool:
    """Whether a noun without a pronoun tells what a body is for: قوات المساعدة لإقرار الأمن."""
    before = tokens.kinds[place - 1] & PREFIX and tokens.keys[place - 1] in ADDRESSING
    return bool(before) and not tokens.kinds[place] & SAYING


def is_for_meeting(tokens: Tokens, first: int, place: int, limit: int) -> bool:
    """Whether ل tells that somebody comes to meet another one, whose office follows: دعوة من المدير | للقاء رئيس الجمهورية."""
    to = place > first and place + 2 < limit and leads_to_whom(tokens, place, limit)
    meeting = to and tokens.kinds[place + 1] & SETTING and not tokens.kinds[place + 1] & DEFINITE
    meets = meeting and tokens.kinds[place + 2] & OFFICE
    return bool(meets) and known_head(tokens.keys[place + 2]) != "group"


def is_called_for(tokens: Tokens, first: int, place: int) -> bool:
    """Whether ل leads from a complete noun to a verbal noun with من or عن of its own: دعا الحزب | للانتقال من كذا إلى كذا."""
    noun, after = place + 1, place + 2
    if after >= len(tokens) or not place > first or not tokens.kinds[place - 1] & DEFINITE:
        return False
    return tokens.keys[after] in (OF, ABOUT) and bool(DOING.match(bare_key(tokens.keys[noun])))


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
