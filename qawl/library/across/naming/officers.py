"""Those whom a page has by a definite office alone, and does not name there.

وقال محافظ صحار إن السد آمن، ورد المحافظ السابق، زار وزير النفط الحقل.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from qawl.arabic.alike.offices import office_of
from qawl.arabic.letters import CONJUNCTIONS, PREPOSITIONS, bare_key, fold_phrase
from qawl.arabic.lexicon import BODY, DEFINITE, HUMAN, PLACES, PREFIX, PREPOSED
from qawl.arabic.names.joiners import is_and
from qawl.arabic.people.former import is_former
from qawl.arabic.people.former import words_of as words_of_class
from qawl.arabic.phrases.adjectives import is_adjective
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.parties import is_definite
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_of
from qawl.library.across.naming.page_tokens import tokens_of
from qawl.model import Party, Person, Record, Role, Span, hash_id

# In these parts of a page nobody does anything.
SILENT = ("chrome", "related")
# What stands before an office that is a part of another one: نائب | المحافظ، ديوان | المحافظ.
PART_OF = HUMAN | BODY
# An office has so many words at most.
LONGEST = 8


def officers(record: Record) -> Iterator[Person]:
    """Those whom a page has by a definite office alone, the longest first."""
    taken = [(span.start, span.end) for one in record.people for span in (*one.mentions, *one.roles)]
    taken += [(part.start, part.end) for part in record.document.parts if part.role in SILENT]
    for words in sorted({*told(record.document.text, taken), *speaking(record)}, key=lambda words: (-len(words), words)):
        spans = tuple(standing(record.document.text, words, taken)) if is_office(words) else ()
        if spans:
            taken += [(span.start, span.end) for span in spans]
            tokens = Tokens(words)
            role = Role(words, spans[0].start, spans[0].end, former=is_former(tokens, (0, len(tokens))))
            yield Person(id=officer_id(record, words), name=words, roles=(role,), mentions=spans)


def officer_id(record: Record, words: str) -> str:
    """The id of whom a page has by an office alone."""
    return hash_id("officer", record.document.page_sha256, fold_phrase(words))


def told(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The offices of a text that have no name and stand in nothing taken, but for parts of others: قال نائب المحافظ للوزير."""
    tokens = tokens_of(text)
    for place in words_of(tokens, HUMAN):
        start = tokens.starts[place]
        whole = not (place and tokens.kinds[place - 1] & PART_OF) and not any(first <= start < end for first, end in taken)
        phrase = read_phrase(tokens, place, min(len(tokens), place + LONGEST)) if whole else None
        if phrase and phrase.type == "unnamed":
            first, stop = office_in(tokens, phrase)
            yield text[tokens.starts[first] : tokens.ends[stop - 1]]


def office_in(tokens: Tokens, phrase: Phrase) -> tuple[int, int]:
    """The words of an office without what is told of it, with what tells that it is past: المدير الجديد | مهندس بحري."""
    first, whole = phrase.first, bool(tokens.kinds[phrase.first] & DEFINITE)
    stop = next((at for at in range(first + 1, phrase.stop) if is_told(tokens, at, whole)), phrase.stop)
    past = stop < len(tokens) and bare_key(tokens.keys[stop]) in words_of_class("former")
    return first, stop + past


def is_told(tokens: Tokens, place: int, whole: bool) -> bool:
    """Whether what stands behind a definite word is told of an office, or done to somebody: المحافظ | القرى, but المدير | العام.

    ``whole``: the office begins with its article, so that nothing but adjectives belong to it. A preposition leads on to a place.
    """
    kinds = tokens.kinds
    if kinds[place] & PREFIX or (kinds[place] & PREPOSED and kinds[place + 1] & PLACES):
        return False
    if kinds[place] & PREPOSED or not kinds[place - 1] & DEFINITE:
        return bool(kinds[place] & PREPOSED)
    return not kinds[place] & DEFINITE or (whole and not is_adjective(tokens.keys[place]))


def speaking(record: Record) -> Iterator[str]:
    """The parties without a name: who speaks, and who takes part."""
    parties: Iterable[Party | None] = (
        *(said.speaker for said in record.statements),
        *(one for event in record.events for one in event.participants),
    )
    yield from (party.name for party in parties if party and party.type == "unnamed")


@lru_cache(maxsize=1 << 12)
def is_office(words: str) -> bool:
    """Whether words are one definite office: المحافظ، وزير العدل; not مصدر أمني، الأمين والمدير."""
    tokens = Tokens(words)
    several = any(is_and(tokens, place) for place in range(len(tokens)))
    return not several and office_of(words) is not None and is_definite(tokens, (0, len(tokens)))


def standing(text: str, words: str, taken: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """Where words stand in a text, with or without a particle, but for what is somebody's."""
    for found in re.finditer(rf"(?<!\w)[{CONJUNCTIONS}]?[{PREPOSITIONS}]?({re.escape(words)})(?!\w)", text):
        if not any(start < found.end(1) and found.start(1) < end for start, end in taken):
            yield Span(found[1], found.start(1), found.end(1))
