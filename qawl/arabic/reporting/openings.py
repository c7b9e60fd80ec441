"""What opens a saying after its cue: أن, a colon, a quotation or the word of a question: سأل متى يفتح الميناء."""

from __future__ import annotations

from qawl.arabic.findings import Opening
from qawl.arabic.letters import DASHES, IF, QUESTION_MARK, SEMICOLONS
from qawl.arabic.lexicon import (
    ACCORDING,
    ASKED,
    BREAK,
    COLON,
    KAN,
    NUMBER,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUESTION,
    RELATIVE,
    ROLE,
    SENTENCE_END,
    SPEECH,
    THAT,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.passage import Passage
from qawl.arabic.quotes import Quote
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.reporting.quotations import after_mark, is_said
from qawl.arabic.reporting.rivals import PARENTHESIS, REACH, breaks_off
from qawl.arabic.reporting.that_clauses import after_that, is_of_other, reports_nothing
from qawl.arabic.verbs import JUDGED, Reading

# What a verb's row says of it where an indirect question may follow.
QUESTIONS = "question"
# So far before its text stands a question that came in: سؤال ورد إليه نصه.
ASKED_BEFORE = 5
# What can open the content of a saying, or end the search for what does.
OPENS_OR_ENDS = PUNCTUATION | THAT | QUESTION | RELATIVE | PRONOUN | ACCORDING | SPEECH


def find_opening(passage: Passage, cue: int, reading: Reading) -> Opening | None:
    """What opens the saying after a cue: أن, a colon, or a quotation; None where something else comes first."""
    kinds = passage.tokens.kinds
    place, limit = cue, min(len(passage.tokens), cue + REACH, passage.sentence_stop(cue) + 1)
    relative, last = False, None
    while (place := next_sign(passage, place + 1, limit)) < limit:
        kind, quote = kinds[place], passage.opening.get(place)
        if kind & COLON and not parts_hour(passage, place):
            return None if puts_question(passage, cue, place, reading) else after_colon(passage, place, reading)
        if quote and is_said(passage, cue, quote, reading):
            return None if last and names_several(passage, cue, last, reading) else after_mark(passage, cue, place, quote, reading)
        if below := below_verb(passage, cue, place, reading):
            return Opening(cue + 1, below.first, "quote", below)
        if ends_search(passage, place):
            return None
        if quote:
            place, last = quote.close, quote
        elif kind & THAT and not reports_nothing(passage, place):
            return None if is_of_other(passage, cue, place) else after_that(passage, cue, place, reading)
        elif QUESTIONS in reading.takes and is_question(passage, place):
            return after_question(passage, cue, place)
        elif kind & ACCORDING and passage.sets_off(place - 1):
            place = parenthesis_end(passage, place, limit)
        elif kind & RELATIVE or (kind & PRONOUN and kinds[place - 1] & PREFIX):
            relative = True
        elif kind & SPEECH and breaks_off(passage, place, relative):
            return None
    return None


def below_verb(passage: Passage, cue: int, place: int, reading: Reading) -> Quote | None:
    """The quotation that opens the line below a verb that goes on telling and stands alone in its line: وتابع⏎«كذا»."""
    kinds = passage.tokens.kinds
    alone = place == cue + 1 and kinds[place] & BREAK and passage.skip(passage.paragraph_start(cue), PREFIX) == cue
    told = reading.tense == "perfect" and reading.act == "say" and "quote" in reading.takes
    quote = passage.opening.get(passage.skip(place, BREAK)) if alone and told else None
    return quote if quote and quote.is_speech else None


def names_several(passage: Passage, cue: int, last: Quote, reading: Reading) -> bool:
    """Whether the quotation behind another is one of what a participle names in marks: مشيرا إلى «كذا»، وكذلك «كذا وكذا»."""
    named = reading.tense == "participle" and JUDGED not in reading.takes
    return named and last.open > cue + 1 and passage.tokens.keys[last.open - 1] in reading.takes


def puts_question(passage: Passage, cue: int, colon: int, reading: Reading) -> bool:
    """Whether what a colon opens is the question that is answered: أجاب فلان على سؤال فلانة: كذا؟ على سؤال ورد إليه نصه: كذا؟"""
    first = max(0, cue - (ASKED_BEFORE if reading.tense == "noun" else 2))
    asked = reading.act != "ask" and any(kind & ASKED for kind in passage.tokens.kinds[first:colon])
    if not asked:
        return False
    quote = passage.opening.get(colon + 1)
    end = quote.stop - 1 if quote else passage.sentence_stop(colon)
    return passage.tokens.keys[end] == QUESTION_MARK


def parts_hour(passage: Passage, colon: int) -> bool:
    """Whether a colon stands between two numbers: عند الساعة 06:38."""
    kinds = passage.tokens.kinds
    return 0 < colon < len(passage.tokens) - 1 and bool(kinds[colon - 1] & kinds[colon + 1] & NUMBER)


def next_sign(passage: Passage, place: int, limit: int) -> int:
    """The first token from `place` on that may open the content of a saying or end the search for it, at most `limit`."""
    kinds = passage.tokens.kinds
    return next((at for at in range(place, limit) if kinds[at] & OPENS_OR_ENDS), limit)


def ends_search(passage: Passage, place: int) -> bool:
    """Whether nothing from `place` on can open the content: the sentence ends, a semicolon stands there, a mark is never closed.

    A semicolon before an office or أن stands for a comma: كشف فلان؛ رئيس القطاع أن.
    """
    kinds, quote = passage.tokens.kinds, passage.opening.get(place)
    if quote:
        return bool(kinds[quote.close] & SENTENCE_END)
    if passage.tokens.keys[place] in SEMICOLONS:
        after = place + 1
        return after + 1 >= len(passage.tokens) or not kinds[after] & (THAT | ROLE) or bool(kinds[after + 1] & KAN)
    return bool(kinds[place] & SENTENCE_END and not passage.points_to(place))


def is_question(passage: Passage, place: int) -> bool:
    """Whether an indirect question begins: سأل متى يفتح، تساءل عما إذا كان، شرح كيف بدأ."""
    kinds = passage.tokens.kinds
    return bool(kinds[place] & QUESTION) or bool(kinds[place] & RELATIVE and passage.tokens.keys[place + 1] == IF)


def after_question(passage: Passage, cue: int, place: int) -> Opening:
    """The question word opens the content as أن does, and belongs to it; a preposition before it does not: حول ماذا فعلوا."""
    gap = place
    if gap > cue + 1 and passage.tokens.kinds[gap - 1] & PREPOSITION:
        gap -= 1
    return Opening(gap, place, "that", None)


def parenthesis_end(passage: Passage, place: int, limit: int) -> int:
    """The mark that ends what tells between marks who relays: ، بحسب ما نقلت عنه الوكالة، ; `place` itself where none does."""
    kinds = passage.tokens.kinds
    ends = (at for at in range(place + 1, min(limit, place + PARENTHESIS)) if kinds[at] & (PUNCTUATION | THAT))
    mark = next(ends, place)
    return mark if passage.sets_off(mark) else place


def after_colon(passage: Passage, place: int, reading: Reading) -> Opening | None:
    """A colon opens the content, or the quotation that follows it; behind a pronoun it opens a list: وهي: كذا وكذا."""
    start = place + 1
    kinds = passage.tokens.kinds
    while kinds[start] & BREAK or passage.tokens.keys[start] in DASHES + ":":
        start += 1
    if kinds[start + 1] & THAT and passage.tokens.keys[start] in reading.takes:
        start += 1
    listed = place > 1 and kinds[place - 1] & PRONOUN and kinds[place - 2] & PREFIX
    if start >= len(passage.tokens) or not reading.takes & {"quote", "colon"} or listed:
        return None
    if kinds[start] & THAT and start + 1 in passage.opening:
        return Opening(place, start + 1, "that", passage.opening[start + 1])
    quote = passage.opening.get(start)
    if quote is None and goes_on_telling(passage, place, start):
        return None
    return Opening(place, quote.first if quote else start, "colon", quote)


def goes_on_telling(passage: Passage, colon: int, start: int) -> bool:
    """Whether the page goes on with a deed on the line behind a colon, whose quotation it lost: قال مازحا: / وأثار كلامه الضحك."""
    lost = any(kind & BREAK for kind in passage.tokens.kinds[colon:start])
    return lost and is_and(passage.tokens, start) and is_finite(passage, start + 1)
