"""Where the author takes over again inside a sentence: what follows a report and is no part of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from qawl.arabic.kept import kept
from qawl.arabic.letters import (
    ALEF,
    AS,
    ATTENDED,
    BY,
    CIRCUMSTANCES,
    CLOSING,
    IMPERFECT_HEADS,
    IN_REPLY,
    JOINS_FREELY,
    OTHER,
    TANWIN,
    THAT_MATTER,
    WHEREBY,
    bare_key,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    ASKED,
    CAME,
    COMMA,
    COMMENT,
    CONJUNCTION,
    CONTRAST,
    DEED,
    DEFINITE,
    DEMONSTRATIVE,
    DESPITE,
    DOCUMENT,
    EXCEPTS,
    GIVES,
    KAN,
    MATTER,
    MEDIA,
    MOMENT,
    NAME,
    NEGATION,
    NOTES,
    OPENS,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    REFUTES,
    RELATIVE,
    REPLIES,
    RESUME,
    SAYING,
    SETTING,
    SIDE,
    SPEECH,
    THANKS,
    THAT,
    TIME,
    TOPIC,
    WITHHOLD,
    readings,
    word_classes,
)
from qawl.arabic.passage import Passage
from qawl.arabic.reporting.silences import SILENCES, keeps_silent, not_told, withheld, withholds
from qawl.arabic.reporting.sources import source_at
from qawl.arabic.reporting.that_clauses import may_be_willed
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import THAT_FOLLOWS
from qawl.arabic.where import words_among, words_of

GOES_ON = THAT | OPENS | CONJUNCTION | RELATIVE | NEGATION
SMALL = RESUME | RELATIVE | COMMA | CONJUNCTION | PREPOSITION | DEMONSTRATIVE | KAN | NEGATION
TURNS = SPEECH | SMALL | WITHHOLD | COMMENT | ACCORDING | DEED | REFUTES | CAME | GIVES | NOTES | REPLIES | SIDE
# How far behind its verb stands whom or what thanks are given: وخص الحارس سالم الكندي بالشكر.
THANKS_REACH = 6
# How many tokens may stand between كان and its قد.
PLUPERFECT = 6
# What tells who said it behind وذلك وفقا.
TELLS_OF_IT = SPEECH | SAYING | SETTING | MEDIA
# How far behind لكن the verb of who denies it may stand.
DENIER_REACH = 12
# How far before its إلا أن رغم stands.
DESPITE_REACH = 25
# Acts of verbs that tell of other things too: جاء، سجل، نقل، أضاف.
PLAINLY = ("say", "report")
# Acts that no author puts into what another one says behind كما.
DOES = ("warn", "call", "ask", "praise", "accuse", "deny", "promise")


@kept
def turning_places(tokens: Tokens) -> list[int]:
    """Where the words stand with which an author may take over again, in order."""
    return sorted({*words_of(tokens, TURNS), *words_among(tokens, ATTENDED)})


def author_resumes(passage: Passage, first: int, stop: int, inner: bool = False, gender: str = "-") -> int:
    """Where the author takes over again inside a sentence, or who tells of another's words (`inner`), else `stop`.

    ``gender`` is that of the verb of who speaks: another's silence belongs to what was said.
    """
    rules = [*RESUMPTIONS, upshot] if inner else RESUMPTIONS
    turning = turning_places(passage.tokens)
    for place in turning[bisect_left(turning, first + 2) : bisect_left(turning, stop)]:
        if not passage.inside(place):
            for rule in rules:
                if (end := rule(passage, place)) and end > first + 1:
                    if rule in SILENCES and keeps_silent(passage, place) not in ("-", gender) and gender != "-":
                        continue
                    return end
    return stop


def speaks(passage: Passage, place: int) -> bool:
    """Whether a verb of saying stands at `place`, perhaps after قد or a negation."""
    kinds = passage.tokens.kinds
    place = passage.skip(place, KAN | NEGATION)
    return bool(kinds[place] & SPEECH)


def meanwhile(passage: Passage, place: int) -> int | None:
    """، فيما أعلن فلان كذا: another one speaks; but not فيما بقي الباب مغلقا, فيما عدا كذا, فيما جاء الهدف."""
    kinds = passage.tokens.kinds
    if not kinds[place] & RESUME or not kinds[place - 1] & COMMA or not speaks(passage, place + 1):
        return None
    plain = kinds[place + 1] & SPEECH and all(reading.act in PLAINLY for reading in readings(passage.tokens.keys[place + 1]))
    return None if kinds[place + 1] & EXCEPTS or (plain and not source_at(passage, place + 2)) else place


def at_the_time(passage: Passage, place: int) -> int | None:
    """، في وقت أعلن فيه فلان كذا، في الوقت الذي أكدت فيه الوزارة كذا: another one speaks."""
    kinds = passage.tokens.kinds
    opens = kinds[place] & PREPOSITION and kinds[place - 1] & COMMA and kinds[place + 1] & MOMENT
    return place if opens and speaks(passage, passage.skip(place + 2, RELATIVE)) else None


def came_then(passage: Passage, place: int) -> int | None:
    """، جاء ذلك خلال كذا، يأتي هذا بعد كذا، وجاء هذا الإعلان بعد كذا، وتأتي هذه التصريحات بعد كذا: when it was said."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if not kinds[place] & CAME or place + 2 >= len(passage.tokens) or not kinds[place + 1] & DEMONSTRATIVE:
        return None
    start = place - 1 if kinds[place - 1] & PREFIX else place
    past = tokens.keys[place][0] not in IMPERFECT_HEADS
    if not past and start == place and kinds[place - 1] & COMMA and kinds[place + 2] & (TIME | RESUME | CONTRAST):
        return place
    what = kinds[place + 2] & DOCUMENT if past else word_classes().get(bare_key(tokens.keys[place + 2]), 0) & SETTING
    that = past and tokens.keys[place + 1] == THAT_MATTER
    if that and kinds[place + 2] & PREPOSITION and not kinds[start - 1] & (RELATIVE | THAT | KAN | NEGATION | CONJUNCTION):
        return start
    return start if kinds[start - 1] & COMMA and (what or that) else None


def did_besides(passage: Passage, place: int) -> int | None:
    """، كما حذر الوزير من كذا، كما دعا المدير إلى كذا: what else somebody did by speaking."""
    kinds, start = passage.tokens.kinds, place - 1
    if passage.tokens.keys[start] != AS or not kinds[start - 1] & COMMA or not kinds[place] & SPEECH:
        return None
    does = any(reading.act in DOES and reading.tense == "perfect" for reading in readings(passage.tokens.keys[place]))
    return start if does and source_at(passage, place + 1) else None


def told_besides(passage: Passage, place: int) -> int | None:
    """كما ذكر التقرير أن كذا: another's saying with a clause of its own, no comma before it; not كما ذكر التقرير."""
    tokens, start = passage.tokens, place - 1
    if tokens.keys[start] != AS or not tokens.kinds[place] & SPEECH:
        return None
    source = source_at(passage, place + 1)
    return start if source and tokens.kinds[source.stop] & THAT else None


def denied_by_another(passage: Passage, place: int) -> int | None:
    """، لكن النادي نفى ذلك، إلا أن رئيس النادي نفى الخبر: another one denies what was said."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if not kinds[place + 1] & (DEMONSTRATIVE | DEFINITE):
        return None
    told = (reading for reading in readings(tokens.keys[place]) if reading.act == "deny" and reading.tense == "perfect")
    if not any(kinds[place + 1] & DEMONSTRATIVE or THAT_FOLLOWS in reading.takes for reading in told):
        return None
    for at in range(place - 2, max(1, place - DENIER_REACH), -1):
        if kinds[at] & CONTRAST or (kinds[at] & EXCEPTS and kinds[at + 1] & THAT):
            start = at - 1 if kinds[at - 1] & PREFIX else at
            return start if kinds[start - 1] & COMMA else None
        if kinds[at] & (PUNCTUATION | SPEECH) or (kinds[at] & THAT and not kinds[at - 1] & EXCEPTS):
            return None
    return None


def gave_thanks(passage: Passage, place: int) -> int | None:
    """، وقدم شكره للحارس، كما رفع الشكر إلى كذا، وخص الحارس بالشكر: what the speaker did by speaking."""
    kinds = passage.tokens.kinds
    joined = kinds[place - 1] & PREFIX or passage.tokens.keys[place - 1] == AS
    if not kinds[place] & GIVES or not joined or not kinds[place - 2] & COMMA:
        return None
    return place - 1 if any(kind & THANKS for kind in kinds[place + 1 : place + THANKS_REACH]) else None


def which_is_what(passage: Passage, place: int) -> int | None:
    """وهو ما نفته النقابة، الأمر الذي نفته النقابة، وهي التهمة التي نفتها، وهو ما لم يتسن كذا: the author's own word."""
    kinds = passage.tokens.kinds
    if not kinds[place] & RELATIVE:
        return None
    if kinds[place - 1] & MATTER and kinds[place - 2] & COMMA:
        after = kinds[place + 1] & (COMMENT | WITHHOLD)
        return place - 1 if after or speaks(passage, place + 1) else None
    what = place - 1 if kinds[place] & DEFINITE and kinds[place - 1] & DEFINITE and kinds[place - 3] & PREFIX else place
    told = kinds[what - 1] & (PRONOUN | DEMONSTRATIVE) and kinds[what - 2] & PREFIX
    return what - 2 if told and (speaks(passage, place + 1) or withholds(passage, place + 1)) else None


def upshot(passage: Passage, place: int) -> int | None:
    """قال إنه أكد أن الباب مغلق، مما أخره، وهو ما أخره، الأمر الذي أخره: what came of it, in the words of who tells it."""
    kinds = passage.tokens.kinds
    if kinds[place] & RELATIVE and kinds[place - 1] & MATTER:
        place -= 1
    elif kinds[place] & RELATIVE and kinds[place - 1] & (PRONOUN | DEMONSTRATIVE):
        place -= 2 if kinds[place - 2] & PREFIX else 1
    elif not (kinds[place] & MATTER and kinds[place] & CONJUNCTION):
        return None
    return place if kinds[place - 1] & COMMA else None


def comment(passage: Passage, place: int) -> int | None:
    """في إشارة إلى كذا، ما أثار جدلا: the author explains what was said, or tells what came of it."""
    kinds = passage.tokens.kinds
    if not kinds[place] & COMMENT or (kinds[place - 1] & RELATIVE and not kinds[place - 2] & COMMA):
        return None
    return place - 1 if kinds[place - 1] & (PREPOSITION | RELATIVE | CONJUNCTION) else None


def from_another_side(passage: Passage, place: int) -> int | None:
    """، من جهته دعا فلان إلى كذا، ومن جانبه، وبدوره أشاد: another one's turn. ، هذا وقد غادر فلان: another matter."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    in_turn = bool(kinds[place] & SIDE and tokens.keys[place - 1] == BY)
    start = place - in_turn
    start -= bool(kinds[start - 1] & PREFIX)
    if not kinds[start - 1] & COMMA or place + 2 >= len(passage.tokens):
        return None
    side = kinds[place + 1] & SPEECH if in_turn else kinds[place] & PREPOSITION and kinds[place + 1] & SIDE
    other = kinds[place] & DEMONSTRATIVE and tokens.keys[place + 1][0] == JOINS_FREELY
    other = other and (tokens.keys[place + 1] == JOINS_FREELY or kinds[place + 1] & KAN) and not kinds[place + 2] & DEMONSTRATIVE
    return start if side or other else None


def another_matter(passage: Passage, place: int) -> int | None:
    """، على صعيد آخر، وفي سياق متصل: another matter; but not من جهة، ومن جهة أخرى."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    start = place - bool(kinds[place - 1] & PREFIX)
    if not kinds[place] & PREPOSITION or not kinds[start - 1] & COMMA or place + 2 >= len(passage.tokens):
        return None
    topic = tokens.keys[place + 1]
    if not kinds[place + 1] & TOPIC or tokens.keys[place + 2] not in OTHER:
        return None
    return None if topic in tokens.keys[max(0, place - DESPITE_REACH) : place] else start


def told_there(passage: Passage, place: int) -> int | None:
    """، وذلك في تصريح للصحفيين، وذلك خلال لقائه: where it was said; but not وذلك في إطار كذا."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if tokens.keys[place] != THAT_MATTER or not kinds[place - 1] & PREFIX or place + 2 >= len(passage.tokens):
        return None
    if tokens.keys[place + 1] not in WHEREBY or tokens.keys[place + 2] in CIRCUMSTANCES:
        return None
    return place - 1 if kinds[place + 2] & SETTING else None


def gathering(passage: Passage, place: int) -> int | None:
    """، وحضر اللقاء فلان، وفي ختام الحفل كرم فلان: what happened where it was said."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    what = place + 1
    if what >= len(passage.tokens):
        return None
    if kinds[place] & PREPOSITION and tokens.keys[what] in CLOSING:
        what = place + 2
    elif tokens.keys[place] not in ATTENDED:
        return None
    start = place
    while kinds[start - 1] & (PREFIX | KAN):
        start -= 1
    if not kinds[what] & DEFINITE or not kinds[start - 1] & COMMA:
        return None
    return start if word_classes().get(bare_key(tokens.keys[what]), 0) & SETTING else None


def author_notes(passage: Passage, place: int) -> int | None:
    """، يذكر أن كذا، ومن الجدير بالذكر أن كذا، فيما تجدر الإشارة إلى أن كذا: a background of the author's own."""
    kinds, start = passage.tokens.kinds, place
    while kinds[start - 1] & (PREFIX | PREPOSITION | RESUME):
        start -= 1
    return start if kinds[place] & NOTES and kinds[start - 1] & COMMA else None


def in_reply(passage: Passage, place: int) -> int | None:
    """، تعليقا على كذا، ردا على سؤال: why it was said; but not ردا على هجوم."""
    kinds = passage.tokens.kinds
    if not kinds[place] & REPLIES or not kinds[place - 1] & COMMA or place + 2 >= len(passage.tokens):
        return None
    return place if passage.tokens.keys[place] != IN_REPLY or kinds[place + 2] & ASKED else None


def after_quotation(passage: Passage, place: int) -> int | None:
    """أن كذا «كذا وكذا»، بعد ساعات من وصوله: a comma after quoted speech ends the report, unless وأن or a predicate follows."""
    kinds = passage.tokens.kinds
    quote = passage.closing.get(place - 1)
    if not kinds[place] & COMMA or quote is None or not quote.is_speech:
        return None
    after = passage.skip(place + 1, PREFIX)
    predicate = after == place + 1 and after < len(passage.tokens) and may_be_willed(passage.tokens.keys[after], kinds[after])
    return None if after >= len(passage.tokens) or kinds[after] & GOES_ON or (predicate and not kinds[after] & SPEECH) else place


def attributed(passage: Passage, place: int) -> int | None:
    """، وفقا لما نقلته «الساحل»، وذلك بحسب بيان: the phrase is no part of what was said; but not وذلك وفقا للقانون."""
    kinds = passage.tokens.kinds
    if not kinds[place] & ACCORDING:
        return None
    after = passage.skip(place + 1, PREFIX | PREPOSITION | RELATIVE)
    if after >= len(passage.tokens):
        return None
    if kinds[place - 1] & DEMONSTRATIVE and kinds[place - 2] & PREFIX:
        return place - 2 if kinds[after] & TELLS_OF_IT else None
    as_told = kinds[after] & SPEECH and kinds[after - 1] & RELATIVE
    return place if kinds[place - 1] & COMMA and as_told else None


def refuted(passage: Passage, place: int) -> int | None:
    """إلا أن هذا الادعاء كاذب، والحقيقة أن كذا: the author sets what was claimed right; but not رغم كذا، إلا أن هذا الادعاء."""
    kinds, start = passage.tokens.kinds, place
    if not kinds[place] & REFUTES:
        return None
    while kinds[start - 1] & (THAT | DEMONSTRATIVE) and not kinds[start - 1] & CONJUNCTION:
        start -= 1
    if kinds[start - 1] & PREFIX:
        return start - 1 if kinds[place + 1] & THAT else None
    if any(kind & DESPITE for kind in kinds[max(0, start - DESPITE_REACH) : start]):
        return None
    return start - 1 if kinds[start - 1] & (CONJUNCTION | NEGATION) else None


def deed(passage: Passage, place: int) -> int | None:
    """، مقدما شكره لكذا: what the speaker did by speaking."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    alone = keys[place].endswith(ALEF) and not keys[place - 1].endswith(ALEF)
    return place if kinds[place] & DEED and (kinds[place - 1] & COMMA or alone) else None


def it_was(passage: Passage, place: int) -> int | None:
    """وكان الحارس كذا، وكان الحارس قد فعل كذا: the author tells what was before; not وكان ندا قويا."""
    kinds = passage.tokens.kinds
    if not kinds[place] & KAN or not kinds[place - 1] & PREFIX:
        return None
    told = not kinds[place - 2] & COMMA or any(kind & KAN for kind in kinds[place + 2 : place + PLUPERFECT])
    subject = passage.skip(place + 1, OPENS | PUNCTUATION)
    if not told or not kinds[subject] & (DEFINITE | NAME):
        return None
    return None if TANWIN in passage.tokens.surface(subject, subject + 1) else place - 1


RESUMPTIONS: list[Callable[[Passage, int], int | None]] = [
    meanwhile,
    at_the_time,
    came_then,
    did_besides,
    told_besides,
    denied_by_another,
    gave_thanks,
    which_is_what,
    comment,
    withheld,
    not_told,
    from_another_side,
    another_matter,
    told_there,
    gathering,
    author_notes,
    in_reply,
    after_quotation,
    attributed,
    refuted,
    deed,
    it_was,
]
