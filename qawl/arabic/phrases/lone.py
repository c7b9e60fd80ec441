"""A single word that may be a person's name, since it heads the phrase or only its rareness speaks for it.

أكد المقريف رئيس الحزب، أشاد الكندي | بأداء فلان; but مسؤول أمني رفيع، أكد الوزير سلامة الركاب.
"""

from __future__ import annotations

from qawl.arabic.lexicon import (
    BODY,
    DEFINITE,
    DETERMINED,
    DOCUMENT,
    DOUBTFUL,
    FIGURE,
    LAST_NAME,
    MANNER,
    NAME,
    NAME_UNIT,
    PEOPLE,
    PREFIX,
    PREPOSED,
    PUNCTUATION,
    ROLE,
    SPEECH,
    TITLE,
    WORK,
)
from qawl.arabic.names.joiners import NAMELY, is_and
from qawl.arabic.names.tails import ends_there
from qawl.arabic.ordinary import is_common
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens


def stands_alone(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a surname that heads a phrase stands apart from what follows.

    أشاد الكندي | بأداء فلان، امتدح كنتور | أداء فلان، نفى كنتور | مزاعم فلان.
    """
    head, kind = tokens.kinds[first], tokens.kinds[after] if after < len(tokens) else PUNCTUATION
    if after - first > 1 or head & ~(NAMELY | DEFINITE) or head & TITLE:
        return False
    if kind & PREPOSED:
        return not is_and(tokens, after)
    if is_others_document(tokens, first, after):
        return True
    return not head & (DOUBTFUL | DEFINITE) and not kind & ~(WORK | FIGURE | MANNER) and is_common(tokens.keys[after])


def is_others_document(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a document stands behind a surname, which owns none there, and so is what somebody else said: مزاعم فلان."""
    head, kind = tokens.kinds[first], tokens.kinds[after] if after < len(tokens) else PUNCTUATION
    return bool(kind & DOCUMENT) and not kind & (NAMELY | PUNCTUATION) and not head & DOUBTFUL and bool(head & LAST_NAME)


def surname_before_office(tokens: Tokens, first: int, stop: int) -> Phrase | None:
    """A person whose surname alone stands before the office: أكد المقريف رئيس الحزب."""
    kind, office = tokens.kinds[first], first + 1
    surname = kind & DEFINITE and kind & LAST_NAME and not kind & ~NAMELY and not is_common(tokens.keys[first])
    if not surname or office >= stop or not tokens.kinds[office] & ROLE or tokens.kinds[office] & (DEFINITE | SPEECH):
        return None
    return Phrase(first, stop, "person", (first, office), (office, stop), True)


def definite_surname(tokens: Tokens, first: int, name: tuple[int, int] | None) -> Phrase | None:
    """A person whose surname heads the phrase, another one's name behind a preposition: أشاد الكندي | بأداء سالم الحارثي.

    So before what another one said: نفى كنتور | مزاعم سالم الحارثي.
    """
    after = first + 1
    definite = name and name[0] > after and tokens.kinds[first] & DEFINITE
    other = name and (definite or is_others_document(tokens, first, after)) and stands_alone(tokens, first, after)
    if not other or not tokens.kinds[first] & LAST_NAME or is_common(tokens.keys[first]):
        return None
    return Phrase(first, after, "person", (first, after), None, True)


def is_weak(tokens: Tokens, name: tuple[int, int]) -> bool:
    """Whether only its rareness speaks for a name."""
    kind = tokens.kinds[name[0]]
    return name[1] - name[0] == 1 and (bool(kind & DOUBTFUL) or not kind & NAME_UNIT)


def is_quality(tokens: Tokens, first: int, name: tuple[int, int]) -> bool:
    """Whether a single word of two uses tells more of an indefinite head: مسؤول أمني رفيع."""
    kinds = tokens.kinds
    if name[1] - name[0] > 1 or not kinds[name[0]] & DOUBTFUL or not first < name[0]:
        return False
    known = DETERMINED | NAME | TITLE | BODY | PREFIX
    return bool(kinds[first] & (ROLE | PEOPLE)) and not any(kind & known for kind in kinds[first : name[0]])


def is_word(tokens: Tokens, name: tuple[int, int]) -> bool:
    """Whether a single word of two uses goes on as a word: أكد الوزير سلامة الركاب."""
    kind = tokens.kinds[name[0]]
    return bool(kind & DOUBTFUL) and not kind & DEFINITE and not ends_there(tokens, name[0])
