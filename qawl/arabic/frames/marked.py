"""Bodies that are told in marks or in Latin letters: «الجبهة الوطنية»، "حماس"، Ocean Motors."""

from __future__ import annotations

from qawl.arabic.lexicon import BODY, CLOSES, COUNTRY, LATIN, OPENS, PREFIX
from qawl.arabic.people.duals import is_pair
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# So many words a body in marks may have.
LONGEST = 6


def body_in_marks(tokens: Tokens, mark: int, limit: int) -> Phrase | None:
    """The body whose name alone stands in the marks that open at `mark`: | «الجبهة الوطنية»؛ not «قمة عربية», «مجلس» المدينة."""
    if mark + 2 >= limit or not tokens.kinds[mark] & OPENS:
        return None
    inside = range(mark + 1, min(limit, mark + LONGEST + 2))
    close = next((at for at in inside if tokens.kinds[at] & CLOSES), mark)
    if close <= mark + 1 or goes_on(tokens, close + 1, limit):
        return None
    one = read_phrase(tokens, mark + 1, close)
    body = one is not None and one.type == "organisation" and one.stop == close
    told = body or latin_end(tokens, mark + 1, close) == close
    return Phrase(mark, close + 1, "organisation", (mark + 1, close), None, False) if told else None


def goes_on(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether a body or a land stands right behind marks, which then hold only a part of the name: «مجلس الشيوخ» | الاتحاد."""
    return place < limit and bool(tokens.kinds[place] & (BODY | COUNTRY)) and not tokens.kinds[place] & PREFIX


def in_latin(tokens: Tokens, place: int, limit: int) -> Phrase | None:
    """The body whose name in Latin letters begins at `place`: | Ocean Motors."""
    end = latin_end(tokens, place, limit)
    return Phrase(place, end, "organisation", (place, end), None, False) if end > place else None


def latin_end(tokens: Tokens, place: int, limit: int) -> int:
    """Where the Latin words end that begin at `place`; `place` where there are none."""
    while place < limit and tokens.kinds[place] & LATIN:
        place += 1
    return place


def is_another_in_marks(tokens: Tokens, first: int, place: int) -> bool:
    """Whether a body in marks at `place` is another one than that of `first`: حركة «البحر» و| «السلام»؛ not حركتا كذا وكذا."""
    return not is_pair(tokens, first) and body_in_marks(tokens, place, len(tokens)) is not None
