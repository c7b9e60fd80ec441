"""Names that no table knows, of somebody in a list: جان كريستوف | أوجيه، ورئيس الجهاز، مدير الديوان، السيد | إيساغا جاكانا."""

from __future__ import annotations

from qawl.arabic.frames.named_at import is_followed_by_name
from qawl.arabic.frames.party_ends import opens_office
from qawl.arabic.frames.scene import Scene
from qawl.arabic.heads import is_accusative, known_head
from qawl.arabic.letters import ACCUSATIVE_PLURAL, DEED_OF_SEVERAL, MERE_TITLES, NISBA
from qawl.arabic.lexicon import (
    COMMA,
    DEFINITE,
    DETERMINED,
    DOUBTFUL,
    EVENT,
    LAST_NAME,
    NAME,
    NAME_UNIT,
    NATION,
    ODD,
    PREPOSED,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    STOP,
    TIME,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.ordinary import is_adverb, is_common, is_no_noun
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# So many words at the end of a name may be known to nobody.
STRANGE = 2
# A name behind a mere title has fewer tokens, and none of these in it.
LONGEST_NAME, NO_NAME = 7, PREPOSED | PUNCTUATION | ROLE | RELATIVE

# What ends the words of an officer and his name, what makes his office whole, and what the words of a name may be besides.
ENDS_HOLDER = PREPOSED | PUNCTUATION | RELATIVE | TIME
GIVEN, SURNAME = NAME_UNIT | ODD | DOUBTFUL, LAST_NAME | DEFINITE | DOUBTFUL


def with_strange_end(scene: Scene, phrase: Phrase, limit: int) -> Phrase:
    """Somebody of a list with the words of his name that nobody knows, if the list goes on: جان كريستوف | أوجيه، ورئيس الجهاز."""
    tokens, place = scene.tokens, phrase.stop
    if not phrase.named or phrase.name[1] != place:
        return phrase
    at = place
    while at < min(limit, place + STRANGE) and not tokens.kinds[at] & ~ODD and is_no_noun(tokens.keys[at]):
        at += 1
    at += at == place < limit and lacks_surname(scene, phrase, limit) and may_be_surname(tokens, place)
    goes_on = at < limit and (tokens.kinds[at] & COMMA or is_and(tokens, at))
    return phrase._replace(stop=at, name=(phrase.name[0], at)) if at > place and goes_on else phrase


def lacks_surname(scene: Scene, phrase: Phrase, limit: int) -> bool:
    """Whether one given name alone tells an officer, or somebody before other names: أمين عام الوزارة | شادي، خلدون | حينا.

    So it does where one more word and a comma stand before his office: كريستوف | بيجو، مبعوث الهيئة.
    """
    first, stop = phrase.name
    given = stop == first + 1 and scene.tokens.kinds[first] & NAME
    if not given or phrase.first < first:
        return bool(given)
    office = stop + 2 < limit and bool(scene.tokens.kinds[stop + 1] & COMMA) and opens_office(scene.tokens, stop + 2)
    return office or (stop + 1 < limit and is_followed_by_name(scene, stop + 1, limit))


def may_be_surname(tokens: Tokens, place: int) -> bool:
    """Whether a bare noun that is something else too may be a surname: شادي | مساعدة، ورئيس الهيئة."""
    return not tokens.kinds[place] & (NO_NAME & ~ROLE | DEFINITE | TIME) and not is_accusative(tokens, place)


def with_name_behind(tokens: Tokens, phrase: Phrase, limit: int) -> Phrase:
    """An officer with a name that no table knows, told by a mere title behind a comma: مدير الديوان، السيد | إيساغا جاكانا."""
    title = phrase.stop + 1
    if phrase.named or phrase.type != "unnamed" or title + 2 >= limit or not tokens.kinds[phrase.stop] & COMMA:
        return phrase
    if tokens.keys[title] not in MERE_TITLES:
        return phrase
    end = next((at for at in range(title + 1, min(limit, title + LONGEST_NAME)) if tokens.kinds[at] & NO_NAME), title)
    return phrase._replace(stop=end, type="person", name=(title + 1, end), named=True) if end > title + 2 else phrase


def is_deed(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the lone word that names somebody is no name by its ending, nor known: كما | سلّموه دعوة، ، | متمنين له كذا."""
    first, key = phrase.name[0], tokens.keys[phrase.name[0]]
    if not phrase.named or phrase.name[1] > first + 1 or tokens.kinds[first] & ~ODD:
        return False
    several = key.endswith(ACCUSATIVE_PLURAL) and first > 0 and bool(tokens.kinds[first - 1] & COMMA)
    return several or key.endswith(DEED_OF_SEVERAL)


def with_holder(tokens: Tokens, phrase: Phrase, limit: int) -> Phrase:
    """An officer of a list with a name of two words that nobody knows: محافظ صور | فضاء البقالي، ومدير الشرطة."""
    if phrase.named or phrase.type != "unnamed":
        return phrase
    end = next((at for at in range(phrase.first + 1, limit) if tokens.kinds[at] & ENDS_HOLDER), limit)
    first = end - 2
    goes_on = end >= limit or tokens.kinds[end] & (COMMA | STOP) or is_and(tokens, end)
    if goes_on and first == phrase.first + 1 and is_holder_of_one(tokens, first):
        return phrase._replace(stop=end, type="person", name=(first, end), named=True)
    if first < max(phrase.first + 2, phrase.stop - 2) or not goes_on or not tokens.kinds[first - 1] & DETERMINED:
        return phrase
    given = not tokens.kinds[first] & ~GIVEN and not tokens.is_owned(first) and known_head(tokens.keys[first]) is None
    family = tokens.kinds[end - 1] & DEFINITE and not tokens.kinds[end - 1] & ~SURNAME and tokens.keys[end - 1].endswith(NISBA)
    if not (given and family) or is_adverb(tokens.keys[first]) or is_common(tokens.keys[end - 1]):
        return phrase
    return phrase._replace(stop=end, type="person", name=(first, end), named=True)


def is_holder_of_one(tokens: Tokens, place: int) -> bool:
    """Whether a bare noun and a given name behind an office of one definite word are both a name: السفير | أنوار سعيد."""
    whole = tokens.kinds[place - 1] & DEFINITE and not tokens.kinds[place] & ~GIVEN and not tokens.is_owned(place)
    given = tokens.kinds[place + 1] & NAME and not tokens.kinds[place + 1] & (DEFINITE | NATION)
    return bool(whole and given) and not is_adverb(tokens.keys[place]) and not tokens.has_ta(place)


def unknown_name(tokens: Tokens, place: int, limit: int) -> Phrase | None:
    """Two words between commas that may be a given name and a surname: | عودة النوايشي،; not | رئيس المجلس،."""
    end = place + 2
    if end > limit or not (end == limit or tokens.kinds[end] & (COMMA | STOP) or is_and(tokens, end)):
        return None
    kind, given = tokens.kinds[place], tokens.kinds[place] & NAME_UNIT
    if kind & ~(GIVEN | EVENT) or (kind & EVENT and not given) or tokens.is_owned(place) or known_head(tokens.keys[place]):
        return None
    surname = tokens.kinds[end - 1] & DEFINITE and not tokens.kinds[end - 1] & ~SURNAME and not is_common(tokens.keys[end - 1])
    return Phrase(place, end, "person", (place, end), None, True) if surname else None
