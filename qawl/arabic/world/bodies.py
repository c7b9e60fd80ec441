"""Bodies that their own words name: وزارة الخارجية الروسية, مجلس الأمن القومي, صحيفة «الساحل»; المجلس takes one up.

What only tells the kind is none: شركة كبيرة، حكومة جديدة، مجلسه.
"""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.findings import Range
from qawl.arabic.heads import is_ministry, is_proper_body
from qawl.arabic.letters import ARTICLE, NISBA, TA_MARBUTA, bare_key
from qawl.arabic.lexicon import (
    ANY_NAME,
    BODY,
    CLOSES,
    DEFINITE,
    DETERMINED,
    DOUBTFUL,
    EVENT,
    LATIN,
    NAME,
    NATION,
    PORTFOLIO,
    PREPOSED,
    PUNCTUATION,
    ROLE,
    word_classes,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.marked import opens_title, title_close
from qawl.arabic.phrases.parties import body_type, own_name
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.arabic.world.extent import ends_definite, name_stop
from qawl.arabic.world.known import nations
from qawl.arabic.world.standing import is_beside

# What makes the name of a body one of its own, behind its head.
NAMES = ANY_NAME | DETERMINED | LATIN
# Bodies of these types have no name that would be theirs alone.
NAMELESS = ("group", "land", "type")
PLACE_TYPE = "place"
# A body's name has no more tokens; a longer phrase has run over what its verb takes.
LONGEST = 9


class Body(NamedTuple):
    """A body in a text: the words that name it, the whole phrase, its type, and whether it only takes up one named before."""

    words: Range
    whole: Range
    type: str
    is_short: bool

    @property
    def is_place(self) -> bool:
        """Whether it is a place and no body: مطار، مستشفى."""
        return self.type == PLACE_TYPE


def body_at(passage: Passage, place: int) -> Body | None:
    """The body whose name begins at `place`, None where none is named."""
    tokens = passage.tokens
    type = body_type(tokens, (place, place + 1))
    if type in NAMELESS or (names_field(tokens, place) and not is_field(tokens, place)):
        return None
    stop = name_stop(tokens, place, min(passage.sentence_stop(place), place + LONGEST))
    whole, words = name_in_marks(passage, (place, stop))
    if words[1] == place + 1:
        return alone(passage, place, type)
    if words[0] == place and (is_weak(passage, place) or is_beside(tokens.keys[place + 1], "of_traffic")):
        return None
    return Body(words, whole, type, False) if is_named(passage, whole, words) else None


def is_weak(passage: Passage, head: int) -> bool:
    """Whether a head mostly tells of something else, and what stands behind it makes it no body: مبادرة, رئاسة المدير."""
    tokens, after = passage.tokens, head + 1
    key, bare = tokens.keys[head], bare_key(tokens.keys[head])
    if is_beside(bare, "nation_head") and tokens.kinds[head] & DEFINITE and tokens.keys[after] in nations():
        return False
    if has_members(tokens, head):
        return False
    if is_beside(key, "held_by"):
        return not is_beside(tokens.keys[after], "of_presidency")
    return is_beside(bare, "weak_head") and (bare == key or not is_beside(bare, "held_by") or tokens.keys[after] not in nations())


def has_members(tokens: Tokens, head: int) -> bool:
    """Whether those who make up a body stand in construct behind its head, or what it is for: تجمع | منتجي الزيتون, منتدى | صون
    الطيور; not حملة | صون الطيور.
    """
    key, kind = tokens.keys[head + 1], tokens.kinds[head + 1]
    members = (key.endswith(NISBA[0]) or is_beside(tokens.keys[head], "assembly")) and not kind & (DEFINITE | NATION)
    told = is_beside(tokens.keys[head], "for_head") and is_beside(key, "for_field")
    return members and told and ends_definite(tokens, head + 2, head + LONGEST)


def name_in_marks(passage: Passage, name: Range) -> tuple[Range, Range]:
    """A name with the marks right behind it, and what they hold, which names a body: صحيفة «الساحل»; else the name twice."""
    tokens, (first, stop) = passage.tokens, name
    if not tokens.kinds[stop] & PUNCTUATION or not opens_title(tokens, stop):
        return name, name
    close = title_close(tokens, first, stop, passage.sentence_stop(first))
    if close is None:
        return name, name
    whole = first, close + 1
    return whole, own_name(tokens, Phrase(first, close + 1, "organisation", whole, None, False))


def names_field(tokens: Tokens, place: int) -> bool:
    """Whether a word is what a ministry is for, with its article or without: الخارجية، خارجية."""
    kind = tokens.kinds[place]
    return bool((kind if kind & DEFINITE else word_classes().get(ARTICLE + tokens.keys[place], 0)) & PORTFOLIO)


def is_field(tokens: Tokens, place: int) -> bool:
    """Whether a field stands for its ministry: قالت الخارجية الروسية; not وزير الخارجية الروسية, السياسة الخارجية الروسية."""
    before = tokens.kinds[place - 1] if place else 0
    adjective = before & DEFINITE and tokens.keys[place - 1].endswith(TA_MARBUTA)
    return is_ministry(tokens, place) and not adjective and not (before & (ROLE | BODY | EVENT) and not before & DEFINITE)


def alone(passage: Passage, place: int, type: str) -> Body | None:
    """A body of one word: one that is called so (رويترز), or one that takes up another (المجلس); a field is none (الصحة)."""
    tokens, words = passage.tokens, (place, place + 1)
    kind = tokens.kinds[place]
    if is_proper_body(tokens, place) and not kind & (NAME | DOUBTFUL):
        return Body(words, words, type, False)
    if kind & PORTFOLIO or not kind & DEFINITE:
        return None
    return Body(words, words, type, True)


def is_named(passage: Passage, whole: Range, words: Range) -> bool:
    """Whether a name is definite, or stands in marks as a name does: وزارة الصحة, شركة «النسيم», "مجلس حكماء"; not شركة كبيرة."""
    tokens, first = passage.tokens, whole[0]
    if words != whole or is_proper_body(tokens, first):
        return True
    if tokens.is_owned(first):
        return False
    return bool(tokens.kinds[first] & DEFINITE) or decides(tokens, whole) or in_marks(passage, whole)


def decides(tokens: Tokens, name: Range) -> bool:
    """Whether something definite or a name stands behind a head before a preposition or a mark ends its construct."""
    for place in range(name[0] + 1, name[1]):
        kind = tokens.kinds[place]
        if kind & NATION and not kind & DEFINITE:
            return False
        if kind & NAMES:
            return True
        if kind & (PREPOSED | PUNCTUATION):
            return False
    return False


def in_marks(passage: Passage, name: Range) -> bool:
    """Whether marks stand round a whole name."""
    quote = passage.inside(name[0])
    kinds = passage.tokens.kinds
    return quote is not None and quote.first == name[0] and bool(kinds[name[1]] & CLOSES)
