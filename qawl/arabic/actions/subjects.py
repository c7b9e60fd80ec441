"""Where the subject and the object of a verb stand: behind it, or its subject before it at the head of the clause."""

from __future__ import annotations

from qawl.arabic.actions.nouns import COUNTS, NAMED, is_finite_word, noun_range
from qawl.arabic.actions.words import PERFECT, acts, frames, is_a
from qawl.arabic.findings import Range
from qawl.arabic.letters import (
    ABOUT,
    ARTICLE,
    BARE_THAT,
    CONJUNCTIONS,
    DASHES,
    FEMININE_PLURAL,
    IMPERFECT_HEADS,
    JOINS_FREELY,
    OWNERS,
    PARTICIPLE,
    TA_MARBUTA,
    TATWEEL,
    VERB_PLURAL,
)
from qawl.arabic.lexicon import (
    BODY,
    COLON,
    COMMA,
    CONJUNCTION,
    DEFINITE,
    KAN,
    MONTH,
    NEGATION,
    NUMBER,
    OPENS,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    RELATIVE,
    SENTENCE_END,
    SPAN,
    SPEECH,
    THAT,
    TIME,
    WHICH,
    may_say,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.ordinary import is_only_imperfect, is_verb
from qawl.arabic.passage import Passage

# How far from a verb its subject may begin before it.
SUBJECT_REACH = 25
# How far before a verb the one may stand that tells who saw it done.
SEEN_WITHIN = 9
# How far behind a subject its object may stand.
ASIDE_WITHIN = 16
PARTS = SENTENCE_END | THAT | COLON


def behind(passage: Passage, place: int) -> Range | None:
    """The noun phrase behind a verb or its subject, a time between them or not: خطفوا | أمس | القنصل."""
    while place + 1 < len(passage.tokens) and is_time(passage, place):
        place += 1
    return noun_range(passage, place) if place < len(passage.tokens) else None


def object_behind(passage: Passage, place: int) -> Range | None:
    """The object behind a subject that ends at `place`, a time, a clause on the subject or what stands between commas passed over.

    هاجم مسلحون | أمس | المخفر، اقتحمت القوات |، اليوم الإثنين، | المخيم.
    """
    tokens = passage.tokens
    stop = min(passage.sentence_stop(max(place - 1, 0)), place + ASIDE_WITHIN)
    while place < stop:
        if tokens.kinds[place] & (COMMA | RELATIVE) and (end := aside_stop(passage, place, stop)):
            place = end
        elif is_time(passage, place):
            place += 1
        else:
            break
    if place >= stop or is_circumstance(passage, place) or is_date(passage, place):
        return None
    return noun_range(passage, place)


def aside_stop(passage: Passage, place: int, stop: int) -> int | None:
    """Where an adverbial between commas or a clause on a noun ends that begins at `place`: ، اليوم الإثنين، |."""
    kinds = passage.tokens.kinds
    adverbial = place + 1 < stop and kinds[place + 1] & (PREPOSED | TIME | RELATIVE) and not is_and(passage.tokens, place + 1)
    if not adverbial and not kinds[place] & RELATIVE:
        return None
    return next((at + 1 for at in range(place + 1, stop) if kinds[at] & COMMA), None)


def is_circumstance(passage: Passage, place: int) -> bool:
    """Whether a participle tells how the subject before it was: قوات الجار | معززة بالدبابات."""
    key, kind = passage.tokens.keys[place], passage.tokens.kinds[place]
    return key.startswith(PARTICIPLE.removeprefix(ARTICLE)) and key.endswith(TA_MARBUTA) and not kind & (DEFINITE | BODY | COUNTS)


def is_time(passage: Passage, place: int) -> bool:
    """Whether a word belongs to a time between a verb and its object: أمس الثلاثاء، الأسبوع الماضي."""
    kind = passage.tokens.kinds[place]
    if is_a(passage.tokens.keys[place], "aside"):
        return True
    if is_a(passage.tokens.keys[place], "background") or is_a(passage.tokens.keys[place], "edge"):
        return False
    kinds = passage.tokens.kinds
    after_time = place > 0 and kinds[place - 1] & (TIME | SPAN)
    led = kind & PREPOSITION and kinds[place + 1] & (TIME | SPAN | NUMBER)
    return bool(kind & (TIME | SPAN)) or bool(after_time and (kind & WHICH or led))


def subject_before(passage: Passage, verb: int) -> Range | None:
    """The noun phrase that heads the clause of a verb and stands before it: أن | مسلحين خطفوا; None where the verb opens it."""
    if (saw := seeing(passage, verb)) is not None:
        return seen_subject(passage, saw, verb)
    head = clause_head(passage, verb)
    if head is None:
        return None
    return joined_subject(passage, head, verb) or headed_subject(passage, head, verb)


def seeing(passage: Passage, verb: int) -> int | None:
    """The perfect that tells who saw done what an imperfect tells, before whom he saw: شاهد | السكان مسلحين يطلقون النار."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    if keys[verb][0] not in IMPERFECT_HEADS:
        return None
    for at in range(verb - 2, max(passage.sentence_start(verb), verb - SEEN_WITHIN) - 1, -1):
        if kinds[at] & (PARTS | COMMA | RELATIVE | CONJUNCTION) or keys[at] == ABOUT or is_verb_of_tables(passage, at):
            return None
        if is_a(keys[at], "saw"):
            return None if at and kinds[at - 1] & NEGATION else at
    return None


def seen_subject(passage: Passage, saw: int, verb: int) -> Range | None:
    """Whom somebody saw do it, right before the verb and behind who saw it: شاهد السكان | مسلحين | يطلقون النار."""
    kinds = passage.tokens.kinds
    known = saw > 0 and kinds[saw - 1] & THAT and passage.tokens.keys[saw - 1] not in BARE_THAT
    starts = (at for at in range(saw + 1 if known else saw + 2, verb) if not kinds[at - 1] & PREPOSED)
    phrases = (noun_range(passage, at, verb) for at in starts)
    return next((found for found in phrases if found and found[1] == verb), None)


def clause_head(passage: Passage, verb: int) -> int | None:
    """Where the clause of a verb begins whose subject may stand before it; None behind a mark, أنه or a preposition."""
    tokens, last = passage.tokens, verb - 1
    while last >= 0 and (tokens.kinds[last] & KAN or tokens.keys[last] in CONJUNCTIONS):
        last -= 1
    start = max(passage.sentence_start(verb), verb - SUBJECT_REACH)
    if last < start or tokens.kinds[last] & (PARTS | COMMA | OPENS | CONJUNCTION) or is_a(tokens.keys[last], "while"):
        return None
    head = next((at for at in (start_behind(passage, place, last) for place in range(last, start - 1, -1)) if at), start)
    if head > start and tokens.kinds[head - 1] & THAT and tokens.keys[head - 1] not in BARE_THAT:
        return None
    while head < verb and tokens.kinds[head] & (KAN | PREFIX | OPENS):
        if tokens.kinds[head] & PREFIX and tokens.keys[head] not in CONJUNCTIONS:
            return None
        head += 1
    return head if head < verb else None


def start_behind(passage: Passage, place: int, last: int) -> int | None:
    """Where a clause begins that `place` parts from what stands before: behind أن, or behind the comma after another verb."""
    kinds = passage.tokens.kinds
    if kinds[place] & (PARTS | RELATIVE):
        return place + 1
    if place < last and is_verb_of_tables(passage, place):
        return next((at + 1 for at in range(place, last) if kinds[at] & COMMA), last + 1)
    return None


def headed_subject(passage: Passage, head: int, verb: int) -> Range | None:
    """The noun phrase at the head of a clause, if no other verb, dash or date stands between it and the verb and it agrees."""
    keys = passage.tokens.keys
    if is_finite_word(passage, head) or is_date(passage, head) or is_verb_of_tables(passage, head):
        return None
    if any(keys[at][0] in DASHES + TATWEEL for at in range(head, verb)):
        return None
    found = noun_range(passage, head, verb)
    if any(passage.tokens.kinds[at] & KAN for at in range(head + 1, verb - 2)):
        return None
    if found is None or disagrees(keys[found[0]], keys[verb]):
        return None
    return None if any(is_other_verb(passage, at) for at in range(found[1], verb)) else found


def disagrees(noun: str, verb: str) -> bool:
    """Whether a plural of women heads the phrase before a verb of men, which then tells of others: زوجات جنود | قتلوا أربعة."""
    return noun.endswith(FEMININE_PLURAL) and verb.endswith(VERB_PLURAL)


def joined_subject(passage: Passage, start: int, verb: int) -> Range | None:
    """The subject that و joins right before a verb, behind another verb: المسرح يغلق أبوابه | والممثلون | يعتصمون."""
    tokens = passage.tokens
    for at in range(verb - 2, start, -1):
        if tokens.keys[at] == JOINS_FREELY and (tokens.kinds[at + 1] & DEFINITE or tokens.keys[at + 1].endswith(OWNERS)):
            found = noun_range(passage, at + 1, verb)
            other = any(may_be_imperfect(tokens.keys[place]) or is_other_verb(passage, place) for place in range(start, at))
            return found if found and found[1] == verb and other else None
    return None


def may_be_imperfect(key: str) -> bool:
    """Whether a word is an imperfect by its form: يغلق, تغلق."""
    return is_only_imperfect(key) or (key[0] == IMPERFECT_HEADS[0] and is_verb(key))


def is_date(passage: Passage, place: int) -> bool:
    """Whether a day and a month stand at `place`: 3 مايو | قتل."""
    kinds = passage.tokens.kinds
    return bool(kinds[place] & NUMBER and kinds[place + 1] & MONTH)


def is_other_verb(passage: Passage, place: int) -> bool:
    """Whether a word between a subject and its verb is another verb: رجال | أفرجوا عن سائحتين خطفتا."""
    kind, key = passage.tokens.kinds[place], passage.tokens.keys[place]
    if kind & (KAN | PREPOSITION | TIME | PREFIX | RELATIVE | DEFINITE | NAMED) or key[0] in IMPERFECT_HEADS:
        return False
    return (
        (key.endswith(VERB_PLURAL) and is_finite_word(passage, place))
        or (bool(kind & SPEECH) and may_say(key))
        or is_verb_of_tables(passage, place)
    )


def is_verb_of_tables(passage: Passage, place: int) -> bool:
    """Whether a verb of an action or of a frame stands at `place` in the perfect."""
    key = passage.tokens.keys[place]
    return any(form.tense in PERFECT for form in (*acts().get(key), *frames().get(key)))
