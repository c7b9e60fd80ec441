"""What stands behind a word of a name and tells whether the name ends with it.

فاروق سلطان | إن, سامر نادر سبدرات | قاضي المحكمة, محمود أحمد القط |، 15 عاما.
"""

from __future__ import annotations

from qawl.arabic.letters import ALEF, GOD, HIS, PLURALS, TANWIN, WISHES
from qawl.arabic.lexicon import (
    BODY,
    COUNTRY,
    DEFINITE,
    FUNCTION,
    HUMAN,
    LAST_NAME,
    NAME,
    NATION,
    NUMBER,
    ODD,
    ONE_OF,
    PREFIX,
    PUNCTUATION,
    ROLE,
    SAYING,
    SPEECH,
    THAT,
    TIME,
    VERB_ALONE,
    may_say,
)
from qawl.arabic.ordinary import is_known
from qawl.arabic.tokens import Tokens


def ends_there(tokens: Tokens, place: int) -> bool:
    """Whether the phrase ends with this token, so that a word of two uses is a surname here: فاروق سلطان إن، سامي عريض قال."""
    after = tokens.kinds[place + 1] if place + 1 < len(tokens) else PUNCTUATION
    return bool(after & (PUNCTUATION | FUNCTION | TIME | PREFIX | ONE_OF)) or bool(after & SPEECH and tells_only(tokens, place + 1))


def tells_only(tokens: Tokens, place: int) -> bool:
    """Whether a finite verb of saying, which is nothing else, or what somebody said stands at `place`: قال، قوله."""
    kind = tokens.kinds[place]
    return bool(kind & SAYING) or (not kind & ~(SPEECH | VERB_ALONE) and may_say(tokens.keys[place]))


def is_closed(tokens: Tokens, place: int) -> bool:
    """Whether a mark, a verb of saying or أن stands at `place`, or the text ends."""
    return place >= len(tokens) or bool(tokens.kinds[place] & (PUNCTUATION | THAT | SPEECH))


def surname_follows(tokens: Tokens, place: int) -> bool:
    """Whether a definite surname comes next: هادي والي الظالمي."""
    after = tokens.kinds[place + 1]
    if not after & DEFINITE or after & (NATION | BODY | ROLE):
        return False
    return bool(after & LAST_NAME) or not (after & ~DEFINITE or is_known(tokens.keys[place + 1]))


def has_tanwin(tokens: Tokens, place: int) -> bool:
    """Whether a word is written as an indefinite object or adverb, as no part of a name is: جلس كاندو | مذهولًا."""
    end = tokens.ends[place]
    return TANWIN in tokens.text[end - 2 : end]


def is_counted(tokens: Tokens, place: int) -> bool:
    """Whether an age follows a name, behind a comma or in brackets: محمود أحمد القط، 15 عاما."""
    return bool(tokens.kinds[place] & PUNCTUATION and tokens.kinds[place + 1] & NUMBER)


def is_office_next(tokens: Tokens, place: int) -> bool:
    """Whether an office follows, which an indefinite word cannot go with: سامر نادر سبدرات قاضي المحكمة، نادر سبدرات القاضي."""
    after = tokens.kinds[place + 1]
    if after & DEFINITE:
        return bool(after & ROLE) and not tokens.kinds[place] & DEFINITE
    if not after & HUMAN:
        return False
    rest, whose = tokens.kinds[place + 2], tokens.kinds[place + 3]
    return (
        not after & NAME or bool(rest & DEFINITE) or (not rest & LAST_NAME and bool(whose & (DEFINITE | COUNTRY)))
    )  # أمين شؤون الصحة


def odd_ends(tokens: Tokens, place: int) -> bool:
    """Whether a word that no general text knows ends the phrase, so that the word before it is a first name: جيل بارنيو."""
    if not tokens.kinds[place] & ODD:
        return False
    return ends_there(tokens, place) or is_office_next(tokens, place)


def is_held_by(tokens: Tokens, place: int) -> bool:
    """Whether an office follows a given name that is one too, and cannot have it: ناجي مختار العضو، محمد طالب رئيس اللجنة."""
    after = tokens.kinds[place + 1]
    return bool(tokens.kinds[place] & NAME and after & ROLE)


def is_before_plural(tokens: Tokens, place: int) -> bool:
    """Whether a definite plural follows, as no surname is: كبير إدارييها | التنفيذيين."""
    after = place + 1
    return bool(tokens.kinds[after] & DEFINITE) and tokens.keys[after].endswith(PLURALS)


def is_blessing(tokens: Tokens, place: int) -> bool:
    """Whether a wish begins here: رحمه الله، حفظه الله، رضي الله عنه، كرم الله وجهه."""
    if tokens.keys[place + 1] != GOD:
        return False
    told = place + 2 < len(tokens) and tokens.text[tokens.ends[place + 2] - 1] in (HIS, ALEF)
    return tokens.text[tokens.ends[place] - 1] == HIS or (told and tokens.keys[place] in WISHES)
