"""Where reported content ends: with its sentence, before the next saying, or where the author takes over again."""

from __future__ import annotations

from qawl.arabic.findings import CALL, TURN, Finding, Range
from qawl.arabic.letters import AS, BEFORE, DASHES, FUTURE, IN, JOINS_FREELY, SO
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    COLON,
    COMMA,
    CONJUNCTION,
    CONTRAST,
    COUNTRY,
    DEMONSTRATIVE,
    DESPITE,
    DOCUMENT,
    EXCEPTS,
    HUMAN,
    KAN,
    NAME,
    ONE_OF,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    RESUME,
    SATED,
    SAYING_PHRASE,
    SPEECH,
    SUBORDINATE,
    THAT,
    TIME,
    VERB_ALONE,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.according_contents import is_needed
from qawl.arabic.reporting.calls import matter_stop
from qawl.arabic.reporting.clauses import before_verb, is_joined, topic_start, turns_to
from qawl.arabic.reporting.own_words import speech_stop
from qawl.arabic.reporting.resumptions import author_resumes
from qawl.arabic.verbs import FINITE

LEADS = PREPOSED | CONJUNCTION | KAN | ACCORDING | SAYING_PHRASE | RESUME | DEMONSTRATIVE
# Letters of a verb that is written like its noun.
ROOT = 3
# Tenses whose gender and number are those of who speaks.
AGREES = (*FINITE, "participle")
# What behind a verb is no noun that it acts on: a mark, what it takes, when, who.
NO_OBJECT = HUMAN | PREPOSED | PUNCTUATION | TIME | NAME | BODY | COUNTRY | ONE_OF
# No reported clause has more tokens than this.
LONGEST_CONTENT = 1000
# How many tokens of a subject may stand between لكن and a verb of saying.
CONTRAST_REACH = 12
# So near the head of a content stands رغم.
DESPITE_REACH = 4
# How many tokens of a subject that no table knows may stand between a verb and the preposition that it takes.
SUBJECT = 3


def close_content(passage: Passage, finding: Finding, found: list[Finding], number: int, inner: bool = False) -> Range:
    """Where reported content ends: with its sentence, or before the next cue that does not belong to what was said.

    `inner` is whether another one's words hold it.
    """
    first = finding.content[0][0]
    stop = speech_stop(passage, finding, passage.sentence_stop(max(first, finding.content[0][1] - 1)))
    stop = min(stop, first + LONGEST_CONTENT)
    while number < len(found) and (other := found[number]).place < stop:
        number += 1
        cut = cut_before(passage, finding, other)
        if cut is not None and cut > first + (finding.rule != CALL):
            stop = min(stop, cut)
            break
    stop = before_own_name(passage, finding, first, stop)
    if finding.rule == CALL:
        stop = matter_stop(passage, first, stop)
    return passage.trim(first, author_resumes(passage, first, stop, inner, speaking_gender(passage, finding)))


def speaking_gender(passage: Passage, finding: Finding) -> str:
    """The gender of the verb of who speaks, - where nothing tells it or a document does."""
    reading, source = finding.reading, finding.source
    if reading is None or reading.tense not in AGREES or (source and issued(passage, source)):
        return "-"
    return reading.gender


def before_own_name(passage: Passage, finding: Finding, first: int, stop: int) -> int:
    """Where a clause tells what the speaker does under his own surname, else `stop`: ، وقد سافر الكندي أمس."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if finding.source is None or not finding.source.named:
        return stop
    surname = tokens.keys[finding.source.name[1] - 1]
    for place in range(first + 4, stop):
        does = tokens.keys[place] == surname and not kinds[place - 1] & ~(VERB_ALONE | SPEECH)
        if does and kinds[place - 2] & (PREFIX | KAN) and kinds[place - 3] & COMMA:
            return place - 2
    return stop


def cut_before(passage: Passage, finding: Finding, other: Finding) -> int | None:
    """Where the content of `finding` ends if `other` is the next saying and not one inside it."""
    kinds, first = passage.tokens.kinds, finding.content[0][0]
    place = other.place
    quote = passage.quote_at(place)
    told_besides = other.reading is not None and other.reading.tense == "participle"
    if quote is not None and first < quote.open and not told_besides:
        return None
    if other.form != "participle" and kinds[place - 1] & THAT and kinds[place - 2] & (CONJUNCTION | TIME):
        place -= 2
    against = contrast_before(passage, other, first) if other.rule.startswith("verb_") else None
    against = None if against is not None and is_despite(passage, first) else against
    place = place if against is None else against
    while place > first and kinds[place - 1] & LEADS and not (kinds[place - 1] & SATED and kinds[place] & PREFIX):
        place -= 1
    if against is not None:
        return place
    if other.rule in (CALL, TURN) and is_within_content(passage, finding, other, place):
        return None
    if (topic := topic_before(passage, finding, other, first)) is not None:
        return topic
    if is_part_of_content(passage, other, place):
        return None
    if other.rule == "according" and other.content[0][0] < other.place:
        return None if goes_on_behind(passage, other) or is_own_aside(passage, other) else place
    if other.rule == "clause_verb" and first < other.content[0][0]:
        return other.content[0][0]
    if other.form == "participle" or passage.tokens.keys[place] == BEFORE:
        return place
    if is_joined(passage, other.place) or kinds[place - 1] & COMMA or place - 1 in passage.closing:
        return place
    return None


def is_within_content(passage: Passage, finding: Finding, turn: Finding, place: int) -> bool:
    """Whether a turn, with what leads to it from `place` on, is a part of what `finding` says and no end of it."""
    if not turns_away(passage, turn, place) or leaves_the_past(finding, turn):
        return True
    if goes_on_saying(passage, finding.content[0][0], turn) or may_be_no_turn(passage, turn):
        return True
    return passage.tokens.keys[place] != BEFORE and is_of_another(passage, finding, turn)


def goes_on_behind(passage: Passage, according: Finding) -> bool:
    """Whether what an according phrase parts is one clause: أن القصف أوقع بحسب الشهود | إلى جانب; not ، بحسب الوكالة، في خطوة."""
    return len(according.content) > 1 and is_needed(passage, according.content[1][0])


def is_own_aside(passage: Passage, according: Finding) -> bool:
    """Whether the speaker's own words are called so between dashes in the middle of a clause: ما يجعله - على حد قوله - باطلا."""
    if according.form != "pronoun" or according.cue is None:
        return False
    keys, (first, stop) = passage.tokens.keys, according.cue
    first -= bool(passage.tokens.kinds[first - 1] & PREPOSITION)
    return first > 0 and stop + 1 < passage.sentence_stop(first) and keys[first - 1][0] in DASHES and keys[stop][0] in DASHES


def topic_before(passage: Passage, finding: Finding, other: Finding, first: int) -> int | None:
    """Where و and the topic of another saying stand before its verb: أنه سعيد | وعن المباراة قال إنها صعبة.

    Before a verb with the same speaker behind it any phrase is one: قال الكندي إن كذا | وفي هذا العام أوضح الكندي أن كذا.
    """
    if other.reading is None or other.reading.tense not in FINITE or passage.tokens.keys[other.place - 1] == JOINS_FREELY:
        return None
    place = topic_start(passage, other.place, is_himself(passage, finding, other))
    return place if place is not None and place > first and may_go_on(finding, other) else None


def is_himself(passage: Passage, finding: Finding, other: Finding) -> bool:
    """Whether the speaker stands by his surname behind the verb of another saying."""
    source, again, keys = finding.source, other.source, passage.tokens.keys
    if source is None or again is None or not source.named or again.first < other.place:
        return False
    return keys[source.name[1] - 1] == keys[again.stop - 1]


def may_go_on(finding: Finding, other: Finding) -> bool:
    """Whether a verb has its own subject behind it, or the gender of whoever spoke: قال إن الشركة توقفت، وفي هذا الصدد أعلنت أن."""
    if other.source is not None or finding.reading is None or finding.reading.tense == "noun" or other.reading is None:
        return True
    return len({finding.reading.gender, other.reading.gender} - {"-"}) < 2


def is_of_another(passage: Passage, finding: Finding, other: Finding) -> bool:
    """Whether a verb without a subject is not the speaker's: قال الوزير إن الرسوم ثقيلة، وأضافت أعباء؛ إن العمال هتفوا، ورددوا."""
    told, verb, source = finding.reading, other.reading, finding.source
    if other.source is not None or told is None or verb is None or IN in verb.takes:
        return False
    if told.tense not in AGREES or verb.tense not in AGREES or (source and issued(passage, source)):
        return False
    one = source is None or source.type == "person"
    other_gender = verb.tense in FINITE and len({told.gender, verb.gender} - {"-"}) > 1
    return other_gender or (one and told.number == "s" and verb.number != "s")


def issued(passage: Passage, source: Phrase) -> bool:
    """Whether a document says it, whose verbs may be those of whoever issued it: ذكر بيان للوزارة أن كذا، وأشادت بكذا."""
    return any(kind & DOCUMENT for kind in passage.tokens.kinds[source.first : source.stop])


def contrast_before(passage: Passage, other: Finding, first: int) -> int | None:
    """Where لكن or its like stands that sets another saying against what was said: لكن الحارس قال إن، إلا أن الحارس أكد أن."""
    kinds = passage.tokens.kinds
    for place in range(before_verb(passage, other.place) - 1, max(first, other.place - CONTRAST_REACH), -1):
        if kinds[place] & CONTRAST or turns_to(passage, place) or (kinds[place] & EXCEPTS and kinds[place + 1] & THAT):
            return place
        if kinds[place] & (PUNCTUATION | SPEECH | SUBORDINATE) or (
            kinds[place] & THAT and not kinds[place - 1] & (CONTRAST | EXCEPTS)
        ):
            return None
    return None


def is_despite(passage: Passage, first: int) -> bool:
    """Whether a content needs an إلا أن of its own, which sets no other against it: أنه رغم المطر إلا أن المدير أكد أن."""
    return any(kind & DESPITE for kind in passage.tokens.kinds[first : first + DESPITE_REACH])


def turns_away(passage: Passage, turn: Finding, place: int) -> bool:
    """Whether a turn is the author's own: ، وأشاد بكذا، كما دعا إلى كذا. Its clause begins at `place`."""
    kinds = passage.tokens.kinds
    if turn.form == "participle":
        return True
    if is_joined(passage, turn.place):
        behind_mark = kinds[place - 1] & COMMA or place - 1 in passage.closing
        return bool(behind_mark) or (turn.source is not None and has_object(passage, turn))
    return passage.tokens.keys[turn.place - 1] == AS and bool(kinds[place - 1] & COMMA) and has_object(passage, turn)


def leaves_the_past(finding: Finding, turn: Finding) -> bool:
    """Whether an imperfect without a subject follows what somebody said in the perfect: أوضح أنه مهندس، ويعتقد بكذا."""
    told = finding.reading is not None and finding.reading.tense == "perfect"
    return told and turn.source is None and turn.reading is not None and turn.reading.tense == "imperfect"


def goes_on_saying(passage: Passage, first: int, turn: Finding) -> bool:
    """Whether a turn is joined to the verb of saying that opens the content: زاد أنه أعلن كذا، وطالب بكذا."""
    return bool(passage.tokens.kinds[first] & SPEECH) and turn.source is None and is_joined(passage, turn.place)


def may_be_no_turn(passage: Passage, turn: Finding) -> bool:
    """Whether a verb without a subject may be a short noun, or no saying before a noun: وشرح الإجراءات، وجاءت النتيجة."""
    if turn.source or turn.form == "participle" or turn.reading is None or has_object(passage, turn):
        return False
    key, after = passage.tokens.keys[turn.place], turn.place + 1
    if after >= len(passage.tokens) or passage.tokens.kinds[after] & NO_OBJECT:
        return False
    a_noun = len(key) == len(turn.reading.lemma) == ROOT and any(reading.tense == "noun" for reading in readings(key))
    return a_noun or turn.reading.act in ("say", "report")


def has_object(passage: Passage, turn: Finding) -> bool:
    """Whether a perfect has what it takes right behind it or its source: أشاد بالحارس، دعا الحارس إلى كذا."""
    if turn.reading is None or turn.reading.tense != "perfect":
        return False
    tokens = passage.tokens
    stop = turn.source.stop if turn.source and turn.source.first > turn.place else turn.place + SUBJECT
    places = range(turn.place + 1, min(stop + 1, len(tokens)))
    return any(tokens.kinds[at] & PREPOSED and tokens.keys[at] in turn.reading.takes for at in places)


def is_part_of_content(passage: Passage, other: Finding, place: int) -> bool:
    """Whether a saying whose clause begins at `place` tells more of what was said: لأنه يعتقد أن، مما يعني أن، وسيعلن."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if any(kind & SUBORDINATE for kind in kinds[place : other.place]) or tokens.keys[other.place - 1] == FUTURE:
        return True
    if tells_the_speaker(passage, other):
        return True
    viewed = other.reading is not None and other.reading.act == "think"  # باعتباره «كذا»
    if other.rule.startswith("noun_") and (viewed or tokens.keys[other.place - 1] == JOINS_FREELY):
        return True
    return place == other.place and is_predicate(other) and not goes_on_aloud(passage, other)


def tells_the_speaker(passage: Passage, other: Finding) -> bool:
    """Whether the verb tells somebody whom a pronoun takes up, behind ف: قالت إنها ذهبت إلى الميناء فأبلغها الحارس بأن."""
    return passage.tokens.keys[other.place - 1] == SO and other.reading is not None and bool(other.reading.object)


def goes_on_aloud(passage: Passage, other: Finding) -> bool:
    """Whether an imperfect between a comma and its colon goes on with the speaker's own words: أن الحال اختلف، تقول: كان البيت."""
    kinds = passage.tokens.kinds
    alone = kinds[other.place - 1] & COMMA and kinds[other.place + 1] & COLON
    return bool(alone) and other.reading is not None and other.reading.tense == "imperfect"


def is_predicate(other: Finding) -> bool:
    """Whether a verb of saying without و tells of a subject before it: الفحوص، التي جرت أمس، كشفت أن."""
    if other.reading is None or other.reading.tense not in FINITE or not other.rule.startswith("verb_"):
        return False
    if other.source is None or other.source.first < other.place:
        return True
    return other.reading.tense == "imperfect" and not other.source.named
