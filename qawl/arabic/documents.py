"""Which verbs tell of a document and which lead to whoever issued it.

دراسة | أجريت، وثائق | حصلت عليها الوكالة; but تقرير نشرته المنظمة.
"""

from __future__ import annotations

from qawl.arabic.adjuncts import has_pronoun
from qawl.arabic.heads import speaks_itself
from qawl.arabic.letters import FEMININE_PLURAL, IMPERFECT_HEADS, OPEN_TA, TA_MARBUTA
from qawl.arabic.lexicon import BODY, COUNTRY, DEFINITE, DOCUMENT, GIVEN, ISSUES, MEDIA, PEOPLE, ROLE, SATED
from qawl.arabic.ordinary import frequencies
from qawl.arabic.tokens import Tokens

# How far behind its document a verb may stand that tells of it: وثائق سرية حصلت عليها الوكالة.
LONGEST_TELLING = 3


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


def tells_issuer(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a verb behind an indefinite document leads to whoever issued it: تقرير نشرته المنظمة, but not نشرته الصحيفة."""
    issues = tokens.kinds[place] & ISSUES and follows_document(tokens, first, place)
    return bool(issues) and not tells_of_document(tokens, first, place)


def follows_document(tokens: Tokens, first: int, place: int) -> bool:
    """Whether the phrase up to `place` is an indefinite document: بيان رسمي، وثائق سرية."""
    near = first < place <= first + LONGEST_TELLING and tokens.kinds[first] & DOCUMENT
    return bool(near) and not any(kind & DEFINITE for kind in tokens.kinds[first:place])
