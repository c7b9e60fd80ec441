"""Names that stand in marks: a body's (صحيفة «الساحل»، صحيفة (الساحل)) or a person's (الفنانة السورية «فلانة»)."""

from __future__ import annotations

from qawl.arabic.heads import known_head
from qawl.arabic.letters import ADDRESSING, IN_NAME_OF, ROUND
from qawl.arabic.lexicon import (
    ANY_NAME,
    BODY,
    CLOSES,
    DEFINITE,
    DOCUMENT,
    FUNCTION,
    MEDIA,
    NAME,
    NUMBER,
    OFFICE,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSED,
    PUNCTUATION,
    ROLE,
    SEAT,
    SINGLE,
    SPEECH,
    TIME,
    WORK,
)
from qawl.arabic.names.strange import apposed_end
from qawl.arabic.phrases.bearers import names_body
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# A body's name in marks has fewer tokens, its marks included.
LONGEST_TITLE = 6


def opens_title(tokens: Tokens, place: int) -> bool:
    """Whether a mark stands here in which a body's name may stand: a quotation mark, one of a single stroke, or a round bracket."""
    kind = tokens.kinds[place]
    if not kind & PUNCTUATION:
        return False
    if kind & CLOSES and not kind & OPENS:
        return is_turned(tokens, place)
    return (bool(kind & (OPENS | SINGLE)) or tokens.keys[place] == ROUND[0]) and not hangs_on(tokens, place)


def is_turned(tokens: Tokens, mark: int) -> bool:
    """Whether a closing mark stands where one opens, before its word and apart from others but for a clitic: لـ”الساحل”."""
    after = mark + 1
    if not tokens.kinds[mark] & CLOSES or after >= len(tokens) or tokens.starts[after] != tokens.ends[mark]:
        return False
    apart = mark and (tokens.starts[mark] > tokens.ends[mark - 1] or bool(tokens.kinds[mark - 1] & PREFIX))
    return bool(apart) and not tokens.kinds[after] & PUNCTUATION


def hangs_on(tokens: Tokens, mark: int) -> bool:
    """Whether a mark touches the word before it and not the one behind it, so that it closes: موقع "السهل" أن سكان."""
    touches = mark > 0 and tokens.starts[mark] == tokens.ends[mark - 1] and not tokens.kinds[mark - 1] & PREFIX
    return touches and mark + 1 < len(tokens) and tokens.starts[mark + 1] > tokens.ends[mark]


def title_close(tokens: Tokens, first: int, mark: int, limit: int) -> int | None:
    """The mark that closes a body's name (صحيفة «الساحل»، صحيفة (الساحل)، صحيفة 'الساحل'), None where there is no such name."""
    named = tokens.kinds[mark] & (OPENS | CLOSES) or is_spoken_for(tokens, mark) or holds_body(tokens, mark + 1)
    bears = BODY | ROLE | DOCUMENT | PEOPLE if named else BODY
    if tokens.keys[mark] == ROUND[0] and is_short_for_body(tokens, first, mark):
        return mark + 2
    if not tokens.kinds[first] & bears or mark == first or (told_in_marks(tokens, mark) and not tokens.kinds[first] & MEDIA):
        return None
    places = range(mark + 2, min(mark + LONGEST_TITLE, limit))
    return next((at for at in places if closes_title(tokens, mark, at)), None)


def holds_body(tokens: Tokens, place: int) -> bool:
    """Whether a body that is no medium stands in marks by its whole name, whose office is before it: الرئيس لـ«حزب الأمل»."""
    return bool(tokens.kinds[place] & BODY) and not tokens.kinds[place] & (MEDIA | DEFINITE)


def is_spoken_for(tokens: Tokens, mark: int) -> bool:
    """Whether the mark opens whom a spokesman speaks for: المتحدث باسم (الساحل) سالم الكندي."""
    before = mark - 2
    return before >= 0 and tokens.keys[mark - 1] == IN_NAME_OF and bool(tokens.kinds[before] & SEAT)


def is_short_for_body(tokens: Tokens, first: int, mark: int) -> bool:
    """Whether brackets hold in one word how a body of the phrase is called: رئيس حزب التجمع الوطني (تواصل)."""
    close = mark + 2
    if close + 1 >= len(tokens) or tokens.keys[close] != ROUND[1] or tokens.kinds[mark + 1] & (NUMBER | FUNCTION | TIME):
        return False
    return any(kind & BODY for kind in tokens.kinds[first:mark]) and bool(tokens.kinds[close + 1] & NAME)


def closes_title(tokens: Tokens, mark: int, place: int) -> bool:
    """Whether the mark at `place` closes what the one at `mark` opens."""
    if tokens.kinds[mark] & SINGLE:
        return bool(tokens.kinds[place] & SINGLE)
    turned = not tokens.kinds[mark] & OPENS and tokens.kinds[place] & OPENS
    return tokens.keys[place] == ROUND[1] if tokens.keys[mark] == ROUND[0] else bool(tokens.kinds[place] & CLOSES or turned)


def told_in_marks(tokens: Tokens, mark: int) -> bool:
    """Whether a mark opens on ل, so that it holds who was told: قال الوزير «للساحل اليوم»."""
    after = mark + 1
    return bool(tokens.kinds[after] & PREFIX) and tokens.keys[after][0] in ADDRESSING


def marks_behind_office(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """The marks behind an office that may hold a person's name, and no work's or body's: زعيمة الحزب «هالة النوري»."""
    mark = next((place for place in range(first + 1, stop) if tokens.kinds[place] & OPENS), None)
    if mark is None or not tokens.kinds[first] & OFFICE:
        return None
    close = title_close(tokens, first, mark, stop)
    if close is None or tokens.kinds[mark - 1] & (PREPOSED | WORK) or names_body(tokens, mark):
        return None
    body = close - mark == 2 and any(kind & BODY for kind in tokens.kinds[first:mark])
    return None if body else (mark, close)


def strange_name_in_marks(tokens: Tokens, first: int, limit: int) -> Phrase | None:
    """A person whose name, known to no table, stands in marks right behind a title or an office and its adjectives.

    What follows the marks must tell that they hold no work: الفنانة السورية «فلانة» إن.
    """
    kinds, mark = tokens.kinds, first
    if not kinds[first] & (OFFICE | PEOPLE) or is_of_another(tokens, first):
        return None
    while mark < limit and kinds[mark] & DEFINITE and not kinds[mark] & (BODY | DOCUMENT | SPEECH):
        mark += 1
    if mark == first or mark >= limit or not kinds[mark] & OPENS:
        return None
    close = apposed_end(tokens, mark + 1, limit)
    if close == mark + 2 and mark + 3 < limit and kinds[mark + 3] & CLOSES and not kinds[close] & ~DEFINITE:
        close = mark + 3
    if close == mark + 1 or close + 1 >= len(tokens) or not kinds[close] & CLOSES:
        return None
    if not kinds[close + 1] & FUNCTION and not (kinds[close + 1] & ROLE and not kinds[close + 1] & DEFINITE):
        return None
    named = close - mark > 2 or kinds[mark + 1] & ANY_NAME
    return in_marks(first, mark, close) if named else None


def is_of_another(tokens: Tokens, first: int) -> bool:
    """Whether a head belongs to somebody else, whose name may stand in marks: رجال الرئيس «فلان»، والد الطفلة «فلانة»."""
    kind = tokens.kinds[first]
    own = kind & PEOPLE and not kind & (OFFICE | DEFINITE)
    return bool(own) or known_head(tokens.keys[first]) == "group"


def in_marks(first: int, mark: int, close: int) -> Phrase:
    """The phrase of a person whose name stands between two marks, behind its role."""
    return Phrase(first, close + 1, "person", (mark + 1, close), (first, mark), True)
