"""Names that no table knows, of somebody in a list: جان كريستوف | أوجيه، ورئيس الجهاز، مدير الديوان، السيد | إيساغا جاكانا."""

from __future__ import annotations

from qawl.arabic.heads import is_accusative
from qawl.arabic.joiners import is_and
from qawl.arabic.letters import ACCUSATIVE_PLURAL, DEED_OF_SEVERAL, MERE_TITLES
from qawl.arabic.lexicon import COMMA, DEFINITE, NAME, ODD, PREFIX, PREPOSITION, PUNCTUATION, RELATIVE, ROLE, TIME
from qawl.arabic.ordinary import is_no_noun
from qawl.arabic.phrases import Phrase
from qawl.arabic.tokens import Tokens

# So many words at the end of a name may be known to nobody.
STRANGE = 2
# A name behind a mere title has fewer tokens, and none of these in it.
LONGEST_NAME, NO_NAME = 7, PUNCTUATION | PREFIX | PREPOSITION | ROLE | RELATIVE


def behind_strange(tokens: Tokens, phrase: Phrase, place: int, limit: int) -> int:
    """The place behind words that nobody knows and that go on with a name in a list: جان كريستوف | أوجيه | ورئيس الجهاز."""
    at = place
    while phrase.named and at < min(limit, place + STRANGE) and not tokens.kinds[at] & ~ODD and is_no_noun(tokens.keys[at]):
        at += 1
    at += at == place < limit and phrase.stop == place and lacks_surname(tokens, phrase) and may_be_surname(tokens, place)
    goes_on = at < limit and (tokens.kinds[at] & COMMA or is_and(tokens, at))
    return at if goes_on else place


def lacks_surname(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether an officer of a list is told by one given name alone: أمين عام الوزارة | شادي."""
    first, stop = phrase.name
    return phrase.named and phrase.first < first and stop == first + 1 and bool(tokens.kinds[first] & NAME)


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
