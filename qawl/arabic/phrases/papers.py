"""Newspapers and other media by their own names.

صحيفة هآرتس العبرية is called هآرتس; كتبت النهار الجديد الجزائرية names one without telling what it is.
"""

from __future__ import annotations

from functools import cache

from qawl.arabic.letters import ARTICLE, FEMININE_ENDINGS, FEMININE_NISBA, NISBA, OF, PLURALS, bare_key, fold
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    DEFINITE,
    DOCUMENT,
    FUNCTION,
    HUMAN,
    LATIN,
    MEDIA,
    NATION,
    ODD,
    PLACES,
    PREFIX,
    PUNCTUATION,
    WORK,
    word_classes,
)
from qawl.arabic.ordinary import frequencies
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# What a newspaper without its head is not called after.
NO_PAPER = HUMAN | BODY | FUNCTION | PREFIX | PUNCTUATION
# What stands behind a medium's head that is no name of its own: صحيفة سورية، قناة الوزير.
NO_NAME = NO_PAPER & ~BODY | NATION | DOCUMENT
# How far behind its name the title of what it printed may stand: كتبت المرفأ اللبنانية أمس تحت عنوان.
TITLE_REACH = 4


@cache
def papers() -> frozenset[str]:
    """Folded first words of the names of well-known newspapers that are ordinary words too: الأهرام، الحياة، القدس."""
    return frozenset(fold(row["form"]) for row in table("papers.tsv"))


def is_paper(tokens: Tokens, name: tuple[int, int]) -> bool:
    """Whether a phrase can only be a newspaper's name, since its adjective agrees with صحيفة and not with its own head.

    القدس العربي; النهار الجديد الجزائرية; الأهرام المصرية.
    """
    first, stop = name
    kinds, keys = tokens.kinds, tokens.keys
    if stop - first < 2 or not kinds[first] & DEFINITE or kinds[first] & NO_PAPER:
        return False
    if kinds[first] & CITY:
        return bool(kinds[first + 1] & DEFINITE) and keys[first + 1].endswith(NISBA[0])
    end = before_land(tokens, name)
    if end == stop or (keys[end - 1].endswith((*FEMININE_ENDINGS, *PLURALS)) and keys[first] not in papers()):
        return False
    adjective = end - first > 1 and bool(kinds[first + 1] & DEFINITE) and not kinds[first + 1] & NO_PAPER
    return adjective or keys[first] in papers() or prints_next(tokens, stop)


def before_land(tokens: Tokens, name: tuple[int, int]) -> int:
    """Where a name ends before its land: الحياة | اللندنية، هآرتس | العبرية, القدس العربي | من لندن; its end where none is told."""
    kinds, last = tokens.kinds, name[1] - 1
    if last > name[0] + 1 and kinds[last] & PLACES and tokens.keys[last - 1] == OF:
        return last - 1
    known = kinds[last] & NATION or (last > name[0] + 1 and kinds[last - 1] & MEDIA)
    land = known and kinds[last] & DEFINITE and tokens.keys[last].endswith(FEMININE_NISBA)
    return last if land and last > name[0] else name[1]


def prints_next(tokens: Tokens, place: int) -> bool:
    """Whether what was printed comes soon: تحت عنوان، مقالا بعنوان."""
    return any(kind & WORK for kind in tokens.kinds[place : place + TITLE_REACH])


def paper_name(tokens: Tokens, name: tuple[int, int]) -> tuple[int, int]:
    """The own name of a newspaper, a station or a site, without what it is and its land; the whole where that is no own name.

    صحيفة هآرتس العبرية -> هآرتس; but صحيفة محلية, وكالة الأنباء السعودية, and فرانس 24, whose first word never has an article.
    """
    first = name[0]
    end = before_land(tokens, name)
    if not tokens.kinds[first] & MEDIA:
        return (first, end) if is_paper(tokens, name) else name
    if not word_classes().get(bare_key(tokens.keys[first]), 0) & MEDIA:  # سي إن إن, نيويورك تايمز
        return first, end
    if tokens.kinds[first] & DEFINITE or end == first + 1 or ARTICLE + tokens.keys[first] not in frequencies():
        return name
    return (first + 1, end) if is_own_name(tokens, first) else name


def is_own_name(tokens: Tokens, head: int) -> bool:
    """Whether an own name stands behind a medium's head: صحيفة الشرق، مجلة فوربس; not صحيفة محلية، قناة الحكومة، إذاعة سطيف."""
    kind, key = tokens.kinds[head + 1], tokens.keys[head + 1]
    if kind & NO_NAME or (kind & PLACES and tokens.keys[head] not in daily()):
        return False
    strange = kind & (ODD | LATIN | MEDIA) or key not in frequencies()
    return bool(strange) or (tokens.keys[head] in daily() and bool(kind & DEFINITE))


@cache
def daily() -> frozenset[str]:
    """Folded heads of what is printed: صحيفة، جريدة، مجلة."""
    return frozenset(fold(row["form"]) for row in table("orgs.tsv") if row["type"] == "paper")
