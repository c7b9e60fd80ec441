"""Several people told by a plural that no table has, by its shape: المهتمين، الصناعيين، عدد من الداعمين."""

from __future__ import annotations

from qawl.arabic.heads import head_of_owner, is_construct, is_event, known_head
from qawl.arabic.letters import BELONGING, BY, COUNTERPARTS, HIS, IN, OWNERS, PEOPLE_SHAPE, UPON, bare_key
from qawl.arabic.lexicon import (
    AMID,
    CITY,
    DEFINITE,
    DOUBTFUL,
    EVENT,
    MANNER,
    NAME,
    NUMBER,
    ODD,
    PREFIX,
    PUNCTUATION,
    STANDS_OVER,
    TIME,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.extents import phrase_end
from qawl.arabic.phrases.leads import read_lead
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# What else such a word may be to the tables.
PLAIN = DEFINITE | DOUBTFUL | ODD | NAME | STANDS_OVER
# So many tokens behind a participle tell what for.
WHAT_FOR = 5


def are_people(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the noun of a phrase is a plural of people by its shape, whatever leads to it: عدد من | المهتمين، خريجي الجامعة."""
    noun = read_lead(tokens, phrase.first, phrase.stop).noun
    told = noun == phrase.first > 0 and is_and(tokens, noun - 1)
    theirs = told and are_theirs(tokens, noun)
    return is_construct(tokens, noun) or is_peopled(tokens, noun) or theirs or are_counterparts(tokens, noun)


def are_counterparts(tokens: Tokens, place: int) -> bool:
    """Whether somebody's counterparts stand at `place`: زار أعضاء المجلس | نظراءهم."""
    return tokens.keys[place].startswith(COUNTERPARTS) and tokens.keys[place].endswith((HIS, *OWNERS))


def are_theirs(tokens: Tokens, place: int) -> bool:
    """Whether people whom a pronoun tells stand at `place`: مدير الجامعة و| نوابه."""
    key = tokens.keys[place]
    stems = (key.removesuffix(ending) for ending in (HIS, *OWNERS) if key.endswith(ending))
    return known_head(key) is None and any(head_of_owner(stem) == "group" for stem in stems)


def with_what_for(tokens: Tokens, phrase: Phrase, limit: int) -> Phrase:
    """A phrase of people told by a lone participle, with what that needs: العاملين | في الشركة، القائمين | على المشروع."""
    stop = phrase.stop if phrase.named else behind_what_for(tokens, phrase, limit)
    return phrase._replace(stop=stop, name=(phrase.name[0], stop)) if stop > phrase.stop else phrase


def behind_what_for(tokens: Tokens, phrase: Phrase, limit: int) -> int:
    """Where what a lone participle needs behind it ends, else the end of its phrase: المعلمين | برئاسة الوزير."""
    noun, at = read_lead(tokens, phrase.first, phrase.stop).noun, phrase.stop
    kinds = tokens.kinds
    if noun + 1 != at or at + 1 >= limit or not kinds[noun] & DEFINITE or not PEOPLE_SHAPE.match(bare_key(tokens.keys[noun])):
        return at
    led = tokens.keys[at] in (IN, UPON, BELONGING) or (tokens.keys[at] == BY and kinds[at] & PREFIX)
    if not led or kinds[at + 1] & (NUMBER | TIME | EVENT | PUNCTUATION | CITY | MANNER | AMID) or is_event(tokens, at + 1):
        return at
    stop = phrase_end(tokens, at + 1, min(limit, at + WHAT_FOR))
    return next((joint for joint in range(at + 1, stop) if is_and(tokens, joint)), stop)


def is_peopled(tokens: Tokens, noun: int) -> bool:
    """Whether a definite plural has a shape that people alone have: المهتمين، الصناعيين، الداعمين."""
    kind = tokens.kinds[noun]
    return bool(kind & DEFINITE) and not kind & ~PLAIN and PEOPLE_SHAPE.match(bare_key(tokens.keys[noun])) is not None
