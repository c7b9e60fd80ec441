"""What an according phrase is about: the clause before it, behind it or on both sides: كذا، بحسب فلان، كذا."""

from __future__ import annotations

from qawl.arabic.findings import Range
from qawl.arabic.letters import DASHES, HIS, OWNERS, PERHAPS, SO, TO, UPON, WRITTEN_TA_MARBUTA
from qawl.arabic.lexicon import (
    BODY,
    COLON,
    COMMA,
    CONJUNCTION,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    LATIN,
    MEDIA,
    MONTH,
    NUMBER,
    OPENS,
    PEOPLE,
    PLACES,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    RESUME,
    ROLE,
    SAYING,
    SETTING,
    SPAN,
    SPEECH,
    THAT,
    TIME,
    TOPIC,
    WITHHOLD,
)
from qawl.arabic.numerals import numeral_at
from qawl.arabic.passage import Passage
from qawl.arabic.reporting.clauses import is_joined

# How many tokens may describe a source after its head.
DESCRIPTION = 25
# How many tokens a dateline may have.
DATELINE = 10
# How many tokens an adjunct between commas may have.
ASIDE_REACH = 8
# So many tokens make a clause: not بحسب صحيفة الساحل شبه الرسمية.
SHORTEST_CLAUSE = 3
# Prepositions of what a verb needs.
NEEDED = (TO, UPON)
# What tells where something was said behind one: على صفحته، على «فيسبوك».
NOT_NEEDED = SETTING | SPEECH | MEDIA | LATIN | OPENS
# What stands between what was said and an according phrase: ، وذلك بحسب.
JOINTS = PREPOSED | CONJUNCTION | DEMONSTRATIVE
# How long a clause is whose number comes behind an according phrase.
COUNTED_REACH = 8
# What counts.
COUNTS = NUMBER | QUANTITY
# What tells when, before the clause.
LEADING = PREPOSED | TIME | SPAN | MONTH | SETTING | NUMBER
# What can be no verb that tells of a document.
NAMED = PLACES | DEFINITE | BODY | ROLE | PREFIX


def content_around(passage: Passage, cue: int, after: int) -> tuple[tuple[Range, ...], bool] | None:
    """What an according phrase is about: the quotation or clause after it where it stands first, else the clause before it."""
    kinds = passage.tokens.kinds
    start = clause_head(passage, passage.sentence_start(cue))
    first = passage.skip(start, PREFIX | PUNCTUATION | CONJUNCTION)
    if after < len(passage.tokens) and after in passage.opening and passage.opening[after].is_speech:
        quote = passage.opening[after]
        return ((quote.first, quote.stop),), False
    head = cue - 1 if kinds[cue - 1] & PREPOSITION else cue
    leads = is_predicate_behind(passage, cue, after) or opens_that(passage, passage.skip(after, COMMA))
    if first >= head or leads or (is_joined(passage, head) and kinds[head - 2] & COMMA):
        return content_after(passage, after)
    before = cue
    while before > first and (kinds[before - 1] & JOINTS or passage.sets_off(before - 1)):
        before -= 1
    closed = passage.closing.get(before - 1)
    if closed and closed.is_speech and (closed.open <= first or kinds[closed.open - 1] & COLON):
        return ((closed.first, closed.stop),), False
    if rest := clause_goes_on(passage, first, before, after):
        return None if is_told(passage, start, before, rest[0]) else (((start, before), rest), False)
    if only_leads(passage, first, before) and (clause := content_after(passage, after)):
        return clause
    return (((start, before),), False) if before - first >= 3 else None


def is_predicate_behind(passage: Passage, cue: int, after: int) -> bool:
    """Whether somebody's own word for it stands between a subject and its clause with أن: السبب، حسب قوله، أن كذا."""
    kinds = passage.tokens.kinds
    that = passage.skip(after, COMMA)
    return after == cue + 2 and bool(kinds[after - 1] & SAYING) and bool(kinds[that] & THAT)


def content_after(passage: Passage, after: int) -> tuple[tuple[Range, ...], bool] | None:
    """The quotation or clause that follows an according phrase: وفقا للتقرير الذي نشر أمس، فإن كذا."""
    kinds = passage.tokens.kinds
    after = bare = past_description(passage, past_aside(passage, after))
    while after < len(passage.tokens) and (kinds[after] & (COMMA | COLON | THAT) or opens_that(passage, after)):
        after += 1
    if after >= len(passage.tokens) or passage.sentence_stop(after) - after < (SHORTEST_CLAUSE if after == bare else 1):
        return None
    if kinds[after] & RELATIVE and kinds[after] & DEFINITE:  # the source itself is described
        return None
    opened = passage.opening.get(after)
    if opened and opened.is_speech:
        return ((opened.first, opened.stop),), False
    return ((after, after + 1),), True


def past_aside(passage: Passage, comma: int) -> int:
    """Where an aside between commas ends before فإن: ، في وقت سابق، فإن؛ الذي حضر، فإن؛ دراسة، نشرت أمس، فإن; else `comma`."""
    kinds = passage.tokens.kinds
    if comma + 1 >= len(passage.tokens) or not kinds[comma] & COMMA:
        return comma
    told_of = kinds[comma + 1] & (RELATIVE | ROLE) or (kinds[comma - 1] & DOCUMENT and not kinds[comma - 1] & DEFINITE)
    if not told_of and not kinds[comma + 1] & (PREPOSITION | TIME):
        return comma
    ends = range(comma + 2, min(passage.sentence_stop(comma), comma + (DESCRIPTION if told_of else ASIDE_REACH)))
    after = (place for place in ends if kinds[place] & COMMA or told_of)
    end = next((place for place in after if opens_that(passage, place + 1)), comma)
    clause = kinds[comma + 1] & ROLE and any(kind & SPEECH for kind in kinds[comma + 2 : end])
    return comma if clause else end


def past_description(passage: Passage, after: int) -> int:
    """Where what else describes a source ends, at its comma or فإن: الذي نشر، في المدينة، أمس؛ `after` where nothing does."""
    kinds = passage.tokens.kinds
    if after >= len(passage.tokens) or opens_that(passage, after):
        return after
    stop = min(passage.sentence_stop(after), after + DESCRIPTION)
    end = next((place for place in range(after, stop) if kinds[place] & COMMA or opens_that(passage, place)), after)
    begins = kinds[after] & (PREPOSED | RELATIVE | NUMBER | TIME) or tells_of_text(passage, after)
    begins = begins or is_said_of_text(passage, after)
    return end if begins or opens_that(passage, end) else after


def is_said_of_text(passage: Passage, after: int) -> bool:
    """Whether an adjective stands behind a definite document with more of it behind: الأرقام | الأخيرة للعام الماضي."""
    kinds = passage.tokens.kinds
    if not kinds[after - 1] & DOCUMENT or not kinds[after - 1] & DEFINITE or after + 1 >= len(passage.tokens):
        return False
    adjective = kinds[after] & DEFINITE and not kinds[after] & (PLACES | BODY | ROLE | PEOPLE)
    return bool(adjective and kinds[after + 1] & (PREPOSED | NUMBER | COMMA))


def tells_of_text(passage: Passage, verb: int) -> bool:
    """Whether a word tells of the indefinite document before it: تقرير نشرته الوكالة، بيان أصدره النادي، دراسة حديثة،."""
    tokens, before = passage.tokens, passage.tokens.kinds[verb - 1]
    if not before & DOCUMENT or before & DEFINITE or tokens.kinds[verb] & NAMED:
        return False
    if tokens.kinds[verb + 1] & COMMA and not tokens.kinds[verb] & PUNCTUATION:
        return True
    return tokens.keys[verb].endswith((HIS, *OWNERS)) and passage.text[tokens.ends[verb] - 1] != WRITTEN_TA_MARBUTA


def clause_head(passage: Passage, start: int) -> int:
    """Where a sentence begins that may have marks or a dateline before it: بيروت (الساحل) - كذا."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    places = range(start, min(start + DATELINE, len(passage.tokens)))
    dash = max((place for place in places if keys[place][0] in DASHES), default=start)
    if any(kinds[place] & (PLACES | LATIN) for place in range(start, dash)):
        start = dash
    while kinds[start] & PUNCTUATION and not kinds[start] & OPENS:
        start += 1
    return start


def clause_goes_on(passage: Passage, first: int, before: int, after: int) -> Range | None:
    """What follows an according phrase where its clause goes on: تعيش المدينة، بحسب المصلحة، على أربع ساعات.

    Behind a phrase without a comma before it a preposition must need the verb: يعود غضبه بحسب المصدر إلى كذا.
    """
    kinds = passage.tokens.kinds
    stop = passage.sentence_stop(after)
    start = after + 1 if after < len(passage.tokens) and passage.sets_off(after) else after
    if before > first and start < stop and counts_what(passage, first, before, start):
        return passage.trim(start, stop)
    if before == first or start + 2 >= stop or not (is_needed(passage, start) or (start > after and passage.sets_off(before))):
        return None
    if kinds[start] & (SPEECH | PREFIX | CONJUNCTION | RESUME | RELATIVE | WITHHOLD):
        return None
    return passage.trim(start, stop)


def is_told(passage: Passage, start: int, before: int, rest: int) -> bool:
    """Whether an aside stands within what another says, and cuts nothing there: قال فلان إن الجسر |، بحسب المصلحة، | ضعيف.

    Not where an adjunct follows that may be the author's: قال فلان إن الجسر مغلق |، بحسب الوكالة، | في خطوة كذا.
    """
    kinds = passage.tokens.kinds
    speech = next((at for at in range(start, before) if kinds[at] & SPEECH), before)
    goes_on = not kinds[rest] & PREPOSITION or is_needed(passage, rest)
    return goes_on and any(kinds[at] & THAT for at in range(speech + 1, before - 1))


def only_leads(passage: Passage, first: int, before: int) -> bool:
    """Whether only the time or the topic stands before an according phrase: منذ بداية العام بحسب المصلحة | ارتفعت الأسعار.

    Not where a comma parts the topic from its clause: ردا على مخاوف الناس، الأسعار ثابتة، بحسب الوزير.
    """
    kinds = passage.tokens.kinds
    topic = kinds[first] & TOPIC and not any(kind & COMMA for kind in kinds[first:before])
    return before > first and (bool(topic) or all(kind & LEADING for kind in kinds[first:before]))


def counts_what(passage: Passage, first: int, before: int, number: int) -> bool:
    """Whether a number behind an according phrase is what the clause before it leads to: بلغ عددهم، بحسب المصلحة، | مليونا."""
    kinds = passage.tokens.kinds
    if before - first > COUNTED_REACH or any(kind & NUMBER for kind in kinds[first:before]):
        return False
    return bool(kinds[number] & COUNTS) or numeral_at(passage.tokens, number) is not None


def is_needed(passage: Passage, place: int) -> bool:
    """Whether a preposition at `place` leads to what a verb before needs, and not to an occasion: إلى البيت; not على صفحته."""
    tokens = passage.tokens
    return tokens.keys[place] in NEEDED and place + 1 < len(tokens) and not tokens.kinds[place + 1] & NOT_NEEDED


def opens_that(passage: Passage, place: int) -> bool:
    """Whether ف stands before إن or قد at `place`: فإن، فقد."""
    tokens = passage.tokens
    if place + 1 >= len(tokens) or tokens.keys[place] != SO:
        return False
    return bool(tokens.kinds[place + 1] & THAT) or tokens.keys[place + 1] == PERHAPS
