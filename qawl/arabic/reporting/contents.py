"""The content that an opening begins, and whether its end is still open: «لا نية لأحد» في هذه المدينة."""

from __future__ import annotations

from qawl.arabic.findings import Opening, Range
from qawl.arabic.letters import ACCUSATIVE, PREPOSITIONS
from qawl.arabic.lexicon import (
    ACCORDING,
    BINDS,
    COMMA,
    COMMENT,
    CONJUNCTION,
    DEFINITE,
    PREFIX,
    SENTENCE_END,
    SETTING,
    SPEECH,
    STOP,
    THAT,
    TIME,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.quotes import Quote
from qawl.arabic.verbs import FINITE, URGES


def content_of(passage: Passage, opening: Opening) -> tuple[tuple[Range, ...], bool]:
    """The content that an opening begins and whether its end is still open: a closed quotation that stands alone is all of it."""
    quote = opening.quote
    if quote and opening.start < quote.open:
        return ((opening.start, behind(passage, quote)),), clause_goes_on(passage, quote)
    if quote and opening.by == "quote" and clause_goes_on(passage, quote):
        return ((quote.open, behind(passage, quote)),), True
    if quote and (opening.by == "quote" or stands_alone(passage, quote) or (opening.by == "colon" and quote.is_speech)):
        return (said_in(passage, quote),), False
    if quote:
        return ((quote.open, behind(passage, quote)),), True
    return ((opening.start, opening.start + 1),), True


def behind(passage: Passage, quote: Quote) -> int:
    """The token behind a quotation's mark, at most the end of the text, where one may never be closed."""
    return min(quote.close + 1, len(passage.tokens))


def said_in(passage: Passage, quote: Quote) -> Range:
    """What of a quotation is the speaker's own: all of it, or up to a cue of the author's inside the marks: «كذا، مبينا أن كذا»."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    for place in range(quote.first + 2, quote.stop):
        if kinds[place] & SPEECH and kinds[place - 1] & COMMA and tokens.keys[place].endswith(ACCUSATIVE):
            reading = readings(tokens.keys[place])[0]
            if reading.tense == "participle" and reading.act not in URGES and not kinds[place] & DEFINITE:
                return passage.trim(quote.first, place)
    return quote.first, quote.stop


def stands_alone(passage: Passage, quote: Quote) -> bool:
    """Whether the reported clause ends with the quotation: a full stop inside, or a mark, a new line or a new cue after it.

    A name in marks is the subject of the verb right behind it: قال فلان إن «الساحل» أعلنت كذا.
    """
    kinds = passage.tokens.kinds
    after = quote.close + 1
    if after >= len(passage.tokens) or kinds[quote.stop - 1] & STOP or kinds[after] & SENTENCE_END:
        return True
    if kinds[after] & COMMA:
        return not goes_on_with_that(passage, after + 1)
    if not quote.is_speech and kinds[after] & SPEECH and readings(passage.tokens.keys[after])[0].tense in FINITE:
        return False
    after = passage.skip(after, PREFIX | CONJUNCTION)
    return bool(kinds[after] & (SPEECH | ACCORDING))


def goes_on_with_that(passage: Passage, place: int) -> bool:
    """Whether a reported clause goes on with وأن at `place`."""
    kinds = passage.tokens.kinds
    return bool(kinds[place] & PREFIX) and bool(kinds[place + 1] & THAT)


def clause_goes_on(passage: Passage, quote: Quote) -> bool:
    """Whether a prepositional phrase of the clause follows its quotation: «لا نية لأحد» في هذه المدينة."""
    kinds, after = passage.tokens.kinds, quote.close + 1
    if after + 1 >= len(passage.tokens) or kinds[quote.stop - 1] & STOP:
        return False
    begins = kinds[after] & BINDS and not kinds[after] & TIME
    fused = kinds[after] & PREFIX and passage.tokens.keys[after] in PREPOSITIONS
    return bool(begins or fused) and not kinds[after + 1] & (SETTING | TIME | COMMENT | SPEECH | CONJUNCTION)
