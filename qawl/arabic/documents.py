"""Documents: which verb tells of one, which leads to whoever issued it, and who that is.

دراسة | أجريت، وثائق | حصلت عليها الوكالة; but تقرير نشرته المنظمة، بيان للوزارة.
"""

from __future__ import annotations

from qawl.arabic.heads import speaks_itself, type_of
from qawl.arabic.letters import (
    ADDRESSING,
    FEMININE_ENDINGS,
    FEMININE_PLURAL,
    IMPERFECT_HEADS,
    NISBA,
    OPEN_TA,
    ROUND,
    SENT,
    TA_MARBUTA,
)
from qawl.arabic.lexicon import (
    BODY,
    CLOSES,
    COUNTRY,
    DEFINITE,
    DETERMINED,
    DOCUMENT,
    GIVEN,
    ISSUES,
    MEDIA,
    NAME,
    OFFICE,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSED,
    PUBLISHED,
    ROLE,
    SATED,
    STANDS_FOR,
    WORK,
)
from qawl.arabic.names.first import can_begin
from qawl.arabic.names.reach import name_end
from qawl.arabic.ordinary import frequencies
from qawl.arabic.phrases.adjuncts import has_pronoun
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# How far behind its document a verb may stand that tells of it: وثائق سرية حصلت عليها الوكالة.
LONGEST_TELLING = 3


# Behind what the marks in a document's phrase may hold who issued it; elsewhere they hold its title: تقرير حمل عنوان «كذا».
OWNS_MARKS = PREPOSED | OFFICE | BODY | MEDIA | ISSUES | STANDS_FOR


def tells_of_document(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a verb tells of the indefinite document before it: دراسة أجريت، وثائق حصلت عليها الوكالة، استطلاع أجراه المعهد.

    The clause of whoever issued it belongs to its phrase: بيان أصدرته الوزارة.
    """
    kinds, key = tokens.kinds, tokens.keys[place]
    if not follows_document(tokens, first, place):
        return False
    after = kinds[place + 1]
    if kinds[place] & ISSUES:
        return bool(after & MEDIA) or speaks_itself(tokens.keys[first])
    if not kinds[place] and after & WORK and not after & DEFINITE:
        return True
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


def tells_issuer(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a verb behind an indefinite document leads to whoever issued it: تقرير نشرته المنظمة, but not نشرته الصحيفة."""
    issues = tokens.kinds[place] & ISSUES and follows_document(tokens, first, place)
    return bool(issues) and not tells_of_document(tokens, first, place)


def follows_document(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the phrase up to `place` is an indefinite document: بيان رسمي، وثائق سرية."""
    near = first < place <= first + LONGEST_TELLING and tokens.kinds[first] & DOCUMENT
    return bool(near) and not any(kind & DEFINITE for kind in tokens.kinds[first:place])


def issuer_of(tokens: Tokens, first: int, stop: int) -> Phrase | None:
    """The body, country or office that issued a document: بيان للوزارة، تقرير صادر عن الهيئة، بيان الحزب, none in brackets."""
    for place in range(first + 1, stop):
        if tokens.keys[place] == ROUND[0]:
            return None
        if place > first + 1 and tokens.kinds[place] & OPENS and not tokens.kinds[place - 1] & OWNS_MARKS:
            return None
        if place == first + 1 and (writer := writer_of(tokens, first, stop)):
            return writer
        adjective = place == first + 1 and (
            tokens.kinds[first] & tokens.kinds[place] & DEFINITE or is_loose_adjective(tokens, first, stop)
        )
        if tokens.kinds[place] & (BODY | COUNTRY | ROLE | PEOPLE) and not tokens.kinds[place] & DOCUMENT and not adjective:
            type = type_of(tokens, place)
            return Phrase(first, stop, type, (place, stop_of_issuer(tokens, place, stop)), None, False) if type else None
    return None


def writer_of(tokens: Tokens, first: int, stop: int) -> Phrase | None:
    """The person whose text ل tells right behind it: تغريدة لسالم الكندي; not رسالة لسالم الكندي, which was sent to him."""
    name = first + 2
    if name >= stop or tokens.keys[first + 1] != ADDRESSING or not tokens.kinds[first + 1] & PREFIX or tokens.keys[first] in SENT:
        return None
    if not tokens.kinds[name] & NAME or not can_begin(tokens, name, False):
        return None
    end = name_end(tokens, name, stop)
    return Phrase(first, stop, "person", (name, end), None, True) if end > name + 1 else None


def is_loose_adjective(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a relative adjective stands behind an indefinite noun: تقارير صحفية إسبانية, مذكرة داخلية; not بيان داخلية البلد."""
    kinds, place = tokens.kinds, first + 1
    if kinds[first] & DEFINITE or kinds[place] & DEFINITE or not tokens.keys[place].endswith(NISBA):
        return False
    return place + 1 >= stop or not kinds[place + 1] & (DETERMINED | BODY | NAME)


def stop_of_issuer(tokens: Tokens, place: int, stop: int) -> int:
    """Where the name of who issued a document ends before what is told of the document: تقرير | المنظمة | السنوي."""
    kinds, body = tokens.kinds, tokens.kinds[place] & DEFINITE and tokens.keys[place].endswith(TA_MARBUTA)
    if kinds[place - 1] & OPENS:
        return next((at for at in range(place + 1, stop) if kinds[at] & CLOSES), stop)
    if body and place + 1 < stop and kinds[place + 1] & DEFINITE and not tokens.keys[place + 1].endswith(FEMININE_ENDINGS):
        return place + 1
    return next((at for at in range(place + 1, stop) if kinds[at] & PUBLISHED and kinds[at - 1] & DEFINITE), stop)
