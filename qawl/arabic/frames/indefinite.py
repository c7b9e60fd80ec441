"""Indefinite parties in the accusative and those that a number counts: وفدا من النقابة، عددا من النواب، 20 وزيرا."""

from __future__ import annotations

from qawl.arabic.forms import forms
from qawl.arabic.frames.party_ends import tells_where
from qawl.arabic.heads import is_accusative, is_headed, known_head
from qawl.arabic.letters import (
    ABOUT,
    ALEF,
    ALL_IN_ALL,
    ALONG,
    DELEGATIONS,
    DOING,
    LEVEL,
    OF,
    PLURAL_CONSTRUCT,
    PLURAL_INDICATIVE,
    REPRESENTS,
    STATES,
    THOUSANDS,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    CLOSES,
    COUNTED,
    DEFINITE,
    EVENT,
    FUNCTION,
    HUMAN,
    LATIN,
    NATION,
    NUMBER,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    ROLE,
    ROUGHLY,
    SETTING,
    SINGLE,
    THAT,
    TIME,
    TITLE,
    word_classes,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.ordinary import frequencies
from qawl.arabic.phrases.adjectives import is_adjective
from qawl.arabic.phrases.extents import phrase_end
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.model import PartyType

# What heads a party behind و.
HEADS = HUMAN | BODY | LATIN | QUANTITY
# A name in marks has so many tokens at most.
MARKED = 6
# What ends what an indefinite head is told more by.
ENDS_COUNTED = PUNCTUATION | FUNCTION | PREFIX | TIME | NUMBER | COUNTED


def counted_party(tokens: Tokens, place: int, limit: int) -> Phrase | None:
    """An indefinite party in the accusative, or one that a number counts: وفدا من النقابة، عددا من السكان، 20 وزيرا."""
    noun = behind_number(tokens, place, limit)
    if noun >= limit or (noun == place and not is_accusative(tokens, place)):
        return None
    if noun > place and not is_countable(tokens, noun):
        return None
    stop = counted_end(tokens, noun, limit)
    head = tokens.keys[noun].removesuffix(ALEF)
    classes = word_classes().get(head, 0) | tokens.kinds[noun]
    several = noun > place or classes & QUANTITY
    type: PartyType | None = "group" if several else known_head(head) or known_head(tokens.keys[noun])
    if type is None or type == "document":
        return None
    words = place, stop
    return Phrase(place, stop, type, words, words if type == "unnamed" and classes & ROLE else None, False)


def behind_number(tokens: Tokens, place: int, limit: int) -> int:
    """The noun behind a number that counts it, `place` where none stands there: أكثر من 30 | طبيبا، نحو 10 آلاف | شخص."""
    at = place + bool(place + 1 < limit and tokens.kinds[place] & ROUGHLY and tokens.kinds[place + 1] & NUMBER)
    if at + 2 < limit and tokens.keys[at + 1] == OF and tokens.kinds[at + 2] & NUMBER:
        at += 2
    if at + 1 >= limit or not tokens.kinds[at] & NUMBER:
        return place
    at += 1
    at += at + 1 < limit and tokens.keys[at] in THOUSANDS
    return behind_number(tokens, at + 1, limit) if at + 2 < limit and is_and(tokens, at) and tokens.kinds[at + 1] & NUMBER else at


def is_countable(tokens: Tokens, noun: int) -> bool:
    """Whether people, bodies or lands stand at `noun`, in the accusative or not: وزيرا، دولة، أعضاء."""
    kind, key = tokens.kinds[noun], tokens.keys[noun]
    if kind & (SETTING | TIME) or kind & DEFINITE:
        return False
    return is_headed(tokens, noun) or is_accusative(tokens, noun) or key in STATES or known_head(bare_key(key)) is not None


def counted_end(tokens: Tokens, noun: int, limit: int) -> int:
    """Where what tells more of an indefinite party ends: وفدا | من النقابة، عددا من النواب، دولة عربية وأمريكية."""
    stop = noun + 1
    while stop < limit and not tokens.kinds[stop] & ENDS_COUNTED and goes_with(tokens, noun, stop) and not brings(tokens, stop):
        stop += 1
    stop += stop - 1 > noun and stop < limit and tokens.keys[stop] == LEVEL
    return behind_whole(tokens, stop, limit)


def brings(tokens: Tokens, place: int) -> bool:
    """Whether a verb at `place` tells who belongs to a party: وفدا | ضم عددا من السكان، وفدا | يتألف من ثلاثة نواب."""
    return is_made_of(tokens, place) or any(
        form.is_finite and form.row["by"] == "members" for form in forms("attendance.tsv").get(tokens.keys[place])
    )


def is_made_of(tokens: Tokens, place: int) -> bool:
    """Whether a verb or a participle at `place` tells with من of whom a delegation is made: وفد | مكون من فلان وفلان."""
    if place + 1 >= len(tokens) or tokens.keys[place + 1] != OF:
        return False
    return any(form.row["by"] == "made" for form in forms("attendance.tsv").get(tokens.keys[place]))


def behind_whole(tokens: Tokens, place: int, limit: int) -> int:
    """Where what من or عن leads to ends, which tells of whom a party is: وفدا | من النقابة، ممثلون | عن الأحزاب; else `place`.

    من بينها tells who is among it.
    """
    if place >= limit - 1 or tokens.keys[place] not in (OF, ABOUT) or is_abstained(tokens, place):
        return place
    if tokens.keys[place + 1] == ALL_IN_ALL:
        return place  # 33 عضوا | من أصل 35
    if (close := behind_marks(tokens, place + 1, limit)) > place + 1:
        return close
    if tokens.kinds[place + 1] & (PUNCTUATION | COUNTED):
        return place
    behind = phrase_end(tokens, place + 1, limit)
    behind -= behind < limit and bool(tokens.kinds[behind] & THAT and tokens.kinds[behind - 1] & PREPOSITION)  # على | أن
    ends = (at for at in range(place + 2, behind) if tells_where(tokens, at) or begins_others(tokens, place, at))
    behind = next(ends, behind)
    return behind if behind > place + 1 else place


def begins_others(tokens: Tokens, led: int, place: int) -> bool:
    """Whether و joins others than those whom من or عن at `led` tells: ممثلين عن النقابات | ورئيس البلدية."""
    return is_joined_officer(tokens, place) or are_joined_others(tokens, place) or are_beside_bodies(tokens, led, place)


def are_joined_others(tokens: Tokens, place: int) -> bool:
    """Whether و joins several who are none of those told before, as their ending or عن shows.

    So is a second delegation: وفدا من النقابة | ووفدا من الغرفة.
    عدد من رجال الأعمال | وممثلو الغرف، حشد من المشايخ | وممثلين عن النقابات; not عدد من مشايخ وممثلين عن القبائل.
    """
    after = place + 1
    if after + 1 >= len(tokens) or not is_and(tokens, place) or tokens.kinds[after] & DEFINITE:
        return False
    key = tokens.keys[after]
    if key.endswith(ALEF) and key.removesuffix(ALEF) in DELEGATIONS:
        return True
    if known_head(bare_key(key)) != "group":
        return False
    told = tokens.kinds[place - 1] & DEFINITE and bare_key(key).startswith(REPRESENTS) and tokens.keys[after + 1] == ABOUT
    return bool(told) or key.endswith((PLURAL_CONSTRUCT, PLURAL_INDICATIVE))


def are_beside_bodies(tokens: Tokens, led: int, place: int) -> bool:
    """Whether و joins people to bodies or lands behind عن: ممثلون عن الوزارات | ونواب; not ممثلون عن العمال وأصحاب العمل."""
    after = place + 1
    if tokens.keys[led] != ABOUT or after >= len(tokens) or not is_and(tokens, place):
        return False
    people, kind = (PEOPLE | ROLE), tokens.kinds[after]
    several = kind & people and not kind & (DEFINITE | BODY) and known_head(bare_key(tokens.keys[after])) == "group"
    return bool(several) and not any(tokens.kinds[at] & people for at in range(led + 1, place))


def is_joined_officer(tokens: Tokens, place: int) -> bool:
    """Whether و joins an officer in full to several: ممثلين عن النقابات | ورئيس البلدية; not ممثلين عن رؤساء ووزراء."""
    kinds, after = tokens.kinds, place + 1
    if not is_and(tokens, place) or kinds[after] & DEFINITE:
        return False
    return bool(kinds[after] & (QUANTITY | TITLE) or (kinds[after] & ROLE and known_head(tokens.keys[after]) == "unnamed"))


def is_abstained(tokens: Tokens, place: int) -> bool:
    """Whether عن leads to what people did not do: امتنع خمسة نواب | عن التصويت; not ممثلون | عن الأحزاب."""
    key = bare_key(tokens.keys[place + 1])
    done = tokens.kinds[place + 1] & EVENT or (DOING.match(key) and known_head(key) is None)
    return tokens.keys[place] == ABOUT and bool(done)


def behind_marks(tokens: Tokens, place: int, limit: int) -> int:
    """Where a name in marks that begins at `place` ends: وفدا من | «النهضة»; `place` where none does."""
    if not tokens.kinds[place] & (OPENS | SINGLE):
        return place
    closes = range(place + 2, min(limit, place + MARKED))
    return next((at + 1 for at in closes if tokens.kinds[at] & (CLOSES | SINGLE)), place)


def goes_with(tokens: Tokens, noun: int, place: int) -> bool:
    """Whether an indefinite adjective tells more of an indefinite noun: وفدا | تونسيا | رفيعا, دولة | عربية."""
    kind, key = tokens.kinds[place], tokens.keys[place]
    if kind & DEFINITE or (kind & HEADS and not kind & NATION) or tuple(tokens.keys[place : place + 2]) in ALONG:
        return False
    accusative = key.endswith(ALEF) and tokens.keys[noun].endswith(ALEF)
    return accusative or bool(kind & NATION) or (key in frequencies() and is_adjective(key))
