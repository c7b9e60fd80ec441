"""Whether a definite word may be an adjective, by its form and by the other gender that general text has of it."""

from __future__ import annotations

from qawl.arabic.letters import ALEF, ARTICLE, FEMININE_PLURAL, HAMZA, NISBA, PLURALS, TA_MARBUTA
from qawl.arabic.ordinary import frequencies

# A masculine adjective stands in the feminine at least this often, as a share of its own count: العامة beside العام.
GENDER_SHARE = 0.1


def is_adjective(key: str) -> bool:
    """Whether a definite word may be an adjective: one with another gender too (العام، العامة), in ي or ا, or a plural."""
    if key.endswith((*NISBA, ALEF, *PLURALS, FEMININE_PLURAL)):
        return True
    known = frequencies()
    if key.endswith(TA_MARBUTA):
        return key[:-1] in known
    return is_elative(key) or (key in known and known.get(key + TA_MARBUTA, 0) >= GENDER_SHARE * known[key])


def is_elative(key: str) -> bool:
    """Whether a definite word is a colour or a comparison, which has a feminine of its own: الأبيض، البيضاء; الأكبر، الكبرى."""
    if not key.startswith(ARTICLE + ALEF):
        return False
    stem = ARTICLE + key[len(ARTICLE) + 1 :]
    return any(stem + ending in frequencies() for ending in (ALEF + HAMZA, NISBA[0]))
