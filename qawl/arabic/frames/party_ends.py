"""Where the words end that name one party: before a place, before what ب leads to, before another land."""

from __future__ import annotations

from qawl.arabic.clitics import is_owned_noun
from qawl.arabic.heads import is_event, is_somebodys, known_head
from qawl.arabic.letters import ACCUSATIVE_PLURAL, ADDRESSING, BY, IN, PLURALS, bare_key
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COMMA,
    COUNTRY,
    DEFINITE,
    NAME,
    NATION,
    NUMBER,
    PERSONAL,
    PLACES,
    PREFIX,
    PREPOSED,
    PUNCTUATION,
    QUANTITY,
    ROLE,
    TIME,
    TITLE,
    TOWN,
)
from qawl.arabic.people.duals import is_pair, pair_at
from qawl.arabic.phrases.adjectives import is_adjective
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.phrases.subjects import is_in_marks, subject_alone
from qawl.arabic.tokens import Tokens
from qawl.arabic.world.known import known_at


def is_honoured_behind(tokens: Tokens, place: int) -> bool:
    """Whether the honour of somebody else stands at `place` behind what is definite: عن البلدية | سعادة المهندس سالم الكندي."""
    kinds = tokens.kinds
    return bool(kinds[place] & TITLE and kinds[place - 1] & DEFINITE) and not kinds[place] & (DEFINITE | ROLE)


def opens_office(tokens: Tokens, place: int) -> bool:
    """Whether an office in full stands at `place`: نظيره | وزير النقل."""
    return bool(tokens.kinds[place] & ROLE) and not tokens.kinds[place] & DEFINITE


def alone(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A party without what stands behind the words that name it: an object, a place: المعارضة | في جنيف، سالم الكندي | نظيره."""
    both = pair_at(tokens, phrase.first, phrase.stop) if tokens.kinds[phrase.first] & DEFINITE else None
    if both and is_pair(tokens, phrase.first):
        return both
    if phrase.named:
        apposed = phrase.name[1] < phrase.stop and is_apposed(tokens, phrase.name[1])
        office = range(phrase.name[1] + 1, phrase.stop if apposed else 0)
        return phrase._replace(
            stop=next((at for at in office if ends_office(tokens, at)), phrase.stop if apposed else phrase.name[1])
        )
    phrase = subject_alone(tokens, phrase)
    if phrase.type == "country" and (
        stop := next((at for at in range(phrase.first + 1, phrase.stop) if is_title_of(tokens, at)), 0)
    ):
        return phrase._replace(stop=stop, name=(phrase.name[0], stop))
    tells = tells_own if phrase.type == "unnamed" and not is_somebodys(tokens, phrase.first) else tells_place
    ends = (tells, is_second_land, are_others)
    told = (at for at in range(phrase.first + 1, phrase.stop) if any(is_end(tokens, at) for is_end in ends))
    stop = next((at for at in told if not is_in_marks(tokens, phrase.first, at)), phrase.stop)
    stop -= stop > phrase.first + 1 and is_honoured_behind(tokens, stop - 1)
    role = (phrase.role[0], min(phrase.role[1], stop)) if phrase.role else None
    return phrase._replace(stop=stop, name=(phrase.name[0], stop), role=role)


def ends_office(tokens: Tokens, place: int) -> bool:
    """Whether an office behind a name ends before a place, or before people behind the town of it: والي صور | المهنئين."""
    several = tokens.kinds[place] & DEFINITE and tokens.keys[place].endswith(ACCUSATIVE_PLURAL) and not tokens.kinds[place] & NATION
    return tells_place(tokens, place) or bool(several and tokens.kinds[place - 1] & CITY)


def is_second_land(tokens: Tokens, place: int) -> bool:
    """Whether a land or a town stands at `place` right behind the land of an office: غادر رئيس وزراء مالطا | تونس."""
    kinds = tokens.kinds
    return bool(kinds[place] & PLACES and kinds[place - 1] & COUNTRY) and begins_name(tokens, place)


def are_others(tokens: Tokens, place: int) -> bool:
    """Whether people stand behind a definite word as the subject of the verb: شارك في اجتماع مجلس الإدارة | ممثلون عن الغرف."""
    key, whole = tokens.keys[place], tokens.kinds[place - 1] & DEFINITE and not tokens.kinds[place] & DEFINITE
    return bool(whole) and key.endswith(PLURALS[0]) and known_head(key) == "group"


def begins_name(tokens: Tokens, place: int) -> bool:
    """Whether a name of the tables begins at `place`, and none before it goes on over it: مالطا | تونس; not كوريا الجنوبية."""
    before = known_at(tokens, place - 1)
    return known_at(tokens, place) is not None and before is not None and before.stop == place


def is_title_of(tokens: Tokens, place: int) -> bool:
    """Whether the office of a land in an encounter stands at `place`: برئاسة تونس | الرئيس الحالي للمجلس."""
    kind = tokens.kinds[place]
    return bool(kind & ROLE and kind & DEFINITE) and not kind & (NATION | BODY)


def tells_own(tokens: Tokens, place: int) -> bool:
    """Whether ب leads from an office to what its bearer has, or to people: أمير المنطقة | بمكتبه، صاحب الغبطة | بالآباء.

    So does في to a town that is told as one, or to what is somebody's: ملك البلاد | في مدينة صور، وزير النقل | في مكتبه.
    """
    if tokens.keys[place] == IN:
        return bool(tokens.kinds[place + 1] & TOWN) or tokens.is_owned(place + 1) or is_owned_noun(tokens.keys[place + 1])
    led = tokens.keys[place] == BY and bool(tokens.kinds[place] & PREFIX)
    return led and (tokens.is_owned(place + 1) or known_head(bare_key(tokens.keys[place + 1])) == "group")


def is_apposed(tokens: Tokens, place: int) -> bool:
    """Whether what stands behind a name tells its bearer's office: سالم الكندي | رئيس البلدية; not سالم الكندي | نظيره."""
    kind = tokens.kinds[place]
    if kind & COMMA:
        return bool(tokens.kinds[place + 1] & ROLE)
    reigns = kind & TITLE and not kind & DEFINITE and is_owner(tokens, place + 1)
    several = known_head(tokens.keys[place]) == "group"
    return bool(kind & ROLE or reigns) and not several and not is_somebodys(tokens, place)


def is_owner(tokens: Tokens, place: int) -> bool:
    """Whether what a title is of stands at `place`: أمير | البلاد، أمير | منطقة الساحل; not شيخ | في صور."""
    kind, after = tokens.kinds[place], tokens.kinds[place + 1] if place + 1 < len(tokens) else 0
    joined = kind & (PREPOSED | PUNCTUATION | PERSONAL | TIME)
    return bool(kind & (DEFINITE | PLACES | BODY) or (not joined and after & (DEFINITE | PLACES | TOWN)))


def tells_place(tokens: Tokens, place: int) -> bool:
    """Whether a place or what ب leads to stands behind a whole party: المعارضة | في جنيف، وفد من النقابة | مدينة صور."""
    whole = tokens.kinds[place - 1] & (DEFINITE | NAME | PLACES) or tokens.is_owned(place - 1)
    if tokens.keys[place] == ADDRESSING and tokens.kinds[place] & PREFIX and is_event(tokens, place + 1):
        return True
    return bool(whole) if leads_in(tokens, place) and not tells_where(tokens, place) else tells_where(tokens, place)


def leads_in(tokens: Tokens, place: int) -> bool:
    """Whether في or ب stands at `place`."""
    return tokens.keys[place] == IN or (tokens.keys[place] == BY and bool(tokens.kinds[place] & PREFIX))


def tells_where(tokens: Tokens, place: int) -> bool:
    """Whether it is told where, behind whatever names a party: وفدا أردنيا | في مكتبه، خبراء من عشر دول | مدينة صور."""
    kinds = tokens.kinds
    if leads_in(tokens, place):
        return tokens.is_owned(place + 1) or bool(kinds[place + 1] & (TOWN | CITY))
    town = kinds[place] & (PLACES | TOWN) and not kinds[place] & (DEFINITE | NATION | NAME)
    told = kinds[place - 1] & (DEFINITE | NATION) or kinds[place - 2] & (NUMBER | QUANTITY)
    return bool(town and (told or (kinds[place] & TOWN and not kinds[place - 1] and is_adjective(tokens.keys[place - 1]))))
