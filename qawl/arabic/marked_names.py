"""The marks in which a body's name stands: صحيفة «الساحل»، صحيفة (الساحل)، رئيس حزب التجمع الوطني (تواصل)."""

from __future__ import annotations

from qawl.arabic.letters import ADDRESSING, ROUND
from qawl.arabic.lexicon import BODY, CLOSES, DOCUMENT, FUNCTION, MEDIA, NAME, NUMBER, OPENS, PEOPLE, PREFIX, ROLE, SINGLE, TIME
from qawl.arabic.tokens import Tokens

# A body's name in marks has fewer tokens, its marks included.
LONGEST_TITLE = 6


def opens_title(tokens: Tokens, place: int) -> bool:
    """Whether a mark stands here in which a body's name may stand: a quotation mark, one of a single stroke, or a round bracket."""
    opens = bool(tokens.kinds[place] & (OPENS | SINGLE)) or tokens.keys[place] == ROUND[0]
    return opens and not hangs_on(tokens, place)


def hangs_on(tokens: Tokens, mark: int) -> bool:
    """Whether a mark touches the word before it and not the one behind it, so that it closes: موقع "السهل" أن سكان."""
    touches = mark > 0 and tokens.starts[mark] == tokens.ends[mark - 1] and not tokens.kinds[mark - 1] & PREFIX
    return touches and mark + 1 < len(tokens) and tokens.starts[mark + 1] > tokens.ends[mark]


def title_close(tokens: Tokens, first: int, mark: int, limit: int) -> int | None:
    """The mark that closes a body's name (صحيفة «الساحل»، صحيفة (الساحل)، صحيفة 'الساحل'), None where there is no such name."""
    bears = BODY | ROLE | DOCUMENT | PEOPLE if tokens.kinds[mark] & OPENS else BODY
    if tokens.keys[mark] == ROUND[0] and is_short_for_body(tokens, first, mark):
        return mark + 2
    if not tokens.kinds[first] & bears or mark == first or (told_in_marks(tokens, mark) and not tokens.kinds[first] & MEDIA):
        return None
    places = range(mark + 2, min(mark + LONGEST_TITLE, limit))
    return next((at for at in places if closes_title(tokens, mark, at)), None)


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
    return tokens.keys[place] == ROUND[1] if tokens.keys[mark] == ROUND[0] else bool(tokens.kinds[place] & CLOSES)


def told_in_marks(tokens: Tokens, mark: int) -> bool:
    """Whether a mark opens on ل, so that it holds who was told: قال الوزير «للساحل اليوم»."""
    after = mark + 1
    return after < len(tokens) and bool(tokens.kinds[after] & PREFIX) and tokens.keys[after][0] in ADDRESSING
