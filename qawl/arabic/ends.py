"""Where reported content ends: with its sentence, before the next saying, or where the author takes over again."""

from __future__ import annotations

from collections.abc import Callable

from qawl.arabic.findings import TURN, Finding, Range
from qawl.arabic.lexicon import (
    ACCORDING,
    COMMA,
    COMMENT,
    CONJUNCTION,
    DEFINITE,
    DEMONSTRATIVE,
    KAN,
    NAME,
    NEGATION,
    OPENS,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    RESUME,
    SAYING_PHRASE,
    SPEECH,
    THAT,
    WITHHOLD,
)
from qawl.arabic.passage import Passage
from qawl.arabic.sources import is_joined

LEADS = PREFIX | CONJUNCTION | KAN | PREPOSITION | ACCORDING | SAYING_PHRASE | RESUME | DEMONSTRATIVE
GOES_ON = THAT | OPENS | CONJUNCTION | RELATIVE | NEGATION
# No reported clause has more tokens than this.
LONGEST_CONTENT = 1000
TURNS = RESUME | RELATIVE | COMMA | CONJUNCTION | PREPOSITION | KAN | COMMENT


def close_content(passage: Passage, finding: Finding, found: list[Finding], number: int) -> Range:
    """Where reported content ends: with its sentence, or before the next cue that does not belong to what was said."""
    first = finding.content[0][0]
    stop = min(passage.sentence_stop(max(first, finding.content[0][1] - 1)), first + LONGEST_CONTENT)
    while number < len(found) and (other := found[number]).place < stop:
        number += 1
        cut = cut_before(passage, other, first)
        if cut is not None and cut > first + 1:
            stop = min(stop, cut)
            break
    return passage.trim(first, author_resumes(passage, first, stop))


def cut_before(passage: Passage, other: Finding, first: int) -> int | None:
    """Where content that begins at `first` ends if `other` is the next saying and not one inside it."""
    kinds = passage.tokens.kinds
    place = other.place
    if other.form != "participle" and kinds[place - 1] & THAT and kinds[place - 2] & CONJUNCTION:
        place -= 2
    while place > first and kinds[place - 1] & LEADS:
        place -= 1
    if other.rule == TURN and other.form != "participle" and not (is_joined(passage, other.place) and kinds[place - 1] & COMMA):
        return None
    if other.rule == "according" and other.content[0][0] < other.place:
        return place
    if other.form == "participle":
        return place
    if is_joined(passage, other.place) or kinds[place - 1] & COMMA or place - 1 in passage.closing:
        return place
    return None


def author_resumes(passage: Passage, first: int, stop: int) -> int:
    """Where the author takes over again inside a sentence, else `stop`."""
    kinds = passage.tokens.kinds
    for place in range(first + 2, stop):
        if kinds[place] & TURNS and not passage.inside(place):
            for rule in RESUMPTIONS:
                if (end := rule(passage, place)) and end > first + 1:
                    return end
    return stop


def speaks(passage: Passage, place: int) -> bool:
    """Whether a verb of saying stands at `place`, perhaps after قد or a negation."""
    kinds = passage.tokens.kinds
    while place < len(kinds) and kinds[place] & (KAN | NEGATION):
        place += 1
    return place < len(kinds) and bool(kinds[place] & SPEECH)


def meanwhile(passage: Passage, place: int) -> int | None:
    """، فيما أعلن فلان كذا: another one speaks; but not فيما بقي الباب مغلقا."""
    kinds = passage.tokens.kinds
    return place if kinds[place] & RESUME and kinds[place - 1] & COMMA and speaks(passage, place + 1) else None


def which_is_what(passage: Passage, place: int) -> int | None:
    """وهو ما نفته النقابة: the author sets another's word against what was said."""
    kinds = passage.tokens.kinds
    told = kinds[place] & RELATIVE and kinds[place - 1] & (PRONOUN | DEMONSTRATIVE) and kinds[place - 2] & PREFIX
    return place - 2 if told and speaks(passage, place + 1) else None


def comment(passage: Passage, place: int) -> int | None:
    """في إشارة إلى كذا، ما أثار جدلا: the author explains what was said, or tells what came of it."""
    kinds = passage.tokens.kinds
    if not kinds[place] & COMMENT or (kinds[place - 1] & RELATIVE and not kinds[place - 2] & COMMA):
        return None
    return place - 1 if kinds[place - 1] & (PREPOSITION | RELATIVE | CONJUNCTION) else None


def withheld(passage: Passage, place: int) -> int | None:
    """إلا أنه رفض تسميته، لكنها لم تحدد موعدا، دون أن يكشف اسمه: what the speaker did not say."""
    kinds = passage.tokens.kinds
    if not kinds[place] & (CONJUNCTION | WITHHOLD):
        return None
    after = place + 1
    while after < len(kinds) and kinds[after] & (THAT | NEGATION | KAN):
        after += 1
    if after >= len(kinds) or (after == place + 1 and not kinds[place] & PREPOSITION):
        return None
    unsaid = WITHHOLD | SPEECH if (kinds[place] & WITHHOLD and after > place + 1) or kinds[after - 1] & NEGATION else WITHHOLD
    return place if kinds[after] & unsaid else None


def after_quotation(passage: Passage, place: int) -> int | None:
    """أن كذا «كذا وكذا»، بعد ساعات من وصوله: a comma after quoted speech ends the report, unless the clause goes on."""
    kinds = passage.tokens.kinds
    quote = passage.closing.get(place - 1)
    if not kinds[place] & COMMA or quote is None or not quote.is_speech:
        return None
    after = place + 1
    while after < len(kinds) and kinds[after] & PREFIX:
        after += 1
    return None if after >= len(kinds) or kinds[after] & GOES_ON else place


def it_was(passage: Passage, place: int) -> int | None:
    """وكان الحارس كذا: the author tells what was before."""
    kinds = passage.tokens.kinds
    told = kinds[place] & KAN and kinds[place - 1] & PREFIX and not kinds[place - 2] & COMMA
    return place - 1 if told and kinds[place + 1] & (DEFINITE | NAME) else None


RESUMPTIONS: list[Callable[[Passage, int], int | None]] = [meanwhile, which_is_what, comment, withheld, after_quotation, it_was]
