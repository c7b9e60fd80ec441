"""What stands between a cue and its source: adverbs, the time, who was told: قال أيضا، قال لي، أعلن مطلع العام الجاري."""

from __future__ import annotations

from qawl.arabic.dates.words import meanings
from qawl.arabic.heads import is_construct, is_somebodys
from qawl.arabic.letters import ADDRESSING, ALEF, JOINS_FREELY, PARTICIPLE, REPLIED, UPON
from qawl.arabic.lexicon import (
    DEFINITE,
    HUMAN,
    MOMENT,
    NAME,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SATED,
    SPAN,
    SPEECH,
    TIME,
    WHICH,
    readings,
)
from qawl.arabic.ordinary import frequencies, is_adverb, is_common
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.hearers import addressee

# So many letters a participle has without its ending: ضاحك، مسرع.
PARTICIPLE_LENGTH = 4
# The class of words that tell a day from that of the page.
FROM_TODAY = "today"


def past_adverbs(passage: Passage, first: int, stop: int) -> int:
    """Where a source may begin behind adverbs, who was told and when it was: قال أيضا، قال لي، رد عليه، في وقت قال فيه."""
    kinds = passage.tokens.kinds
    if first < stop and kinds[first] & SATED and (at_moment(passage, first - 1) or is_on_what(passage, first, stop)):
        first += 1
    while first < stop and (is_to_whom(passage, first) or (not kinds[first] and is_adverb_here(passage, first))):
        first += 1
    return first


def is_on_what(passage: Passage, place: int, stop: int) -> bool:
    """Whether a pronoun tells on what somebody speaks whose phrase stands behind it: ورد عليه الوزير بأن، ما أفاد به الوزير.

    Not where the verb tells of a noun (بيانا أكد فيه) nor where it passes on words (ونقلت عنه الوكالة).
    """
    tokens, after = passage.tokens, place + 1
    if after >= stop or passage.sets_off(after) or tokens.kinds[after] & (PREPOSITION | PREFIX | TIME | PUNCTUATION | SPEECH):
        return False
    if tells_of_noun(passage, place - 1):
        return False
    verb = tokens.keys[place - 1]
    answers = verb.startswith(JOINS_FREELY) or any(reading.lemma in REPLIED for reading in readings(verb))
    replies = answers and tokens.keys[place].startswith(UPON)
    return replies or not any(reading.act == "report" for reading in readings(verb))


def tells_of_noun(passage: Passage, verb: int) -> bool:
    """Whether a verb may tell of the noun before it: neither joined, nor behind ما, nor at the head of its sentence."""
    kinds, before = passage.tokens.kinds, verb - 1
    key = passage.tokens.keys[verb]
    joined = key.startswith(JOINS_FREELY) and bool(readings(key[1:]))
    if joined or passage.sentence_start(verb) == verb:
        return False
    return not (kinds[before] & PREFIX or (kinds[before] & RELATIVE and not kinds[before] & DEFINITE))


def is_adverb_here(passage: Passage, place: int) -> bool:
    """Whether a word in ا is an adverb: قال أيضا، صراحة، ضاحكا; not somebody's nor two of his: قال زوجها، قال مستشارا الوزير."""
    key = passage.tokens.keys[place]
    adverb = is_common_adverb(key) or tells_mood(key)
    return adverb and not is_somebodys(passage.tokens, place) and not is_construct(passage.tokens, place)


def tells_mood(key: str) -> bool:
    """Whether a word has the form of a participle in ا whose stem general text knows: ضاحكا، متنهدا."""
    stem = key.removesuffix(ALEF)
    if stem == key or stem not in frequencies():
        return False
    return (len(stem) == PARTICIPLE_LENGTH and (stem[1] == ALEF or stem[0] == PARTICIPLE[-1])) or (
        len(stem) > PARTICIPLE_LENGTH and stem[0] == PARTICIPLE[-1]
    )


def past_time(passage: Passage, first: int, stop: int) -> int:
    """Where a source may begin behind the time of a saying: أعلن الأسبوع الماضي، أعلنت مطلع العام الجاري، قال أول من أمس."""
    kinds = passage.tokens.kinds
    if first < stop and (ago := past_days_ago(passage, first, stop)) > first:
        return ago
    edges = {kind for _, kind, _ in meanings().get(passage.tokens.keys[first], ())} if first < stop else set()
    place = first + ("edge" in edges)
    if place >= stop or not kinds[place] & SPAN:
        return first
    if place + 1 < stop and kinds[place + 1] & WHICH:
        return place + 2
    return place + 1 if place > first else first


def past_day(passage: Passage, first: int, stop: int) -> int:
    """Where a source may begin behind the day or hour of a saying: أعلن مساء أول أمس الاثنين، قال الجمعة الماضي، قال لاحقا."""
    kinds, place = passage.tokens.kinds, first
    while place < stop:
        behind = past_days_ago(passage, place, stop)
        timed = kinds[place] & TIME and not kinds[place] & PREPOSITION and (place > first or not kinds[place] & NAME)
        if behind == place and not timed:
            break
        place = max(behind, place + 1)
    return place + (first < place < stop and bool(kinds[place] & WHICH))


def past_days_ago(passage: Passage, first: int, stop: int) -> int:
    """The place behind several words that tell a day from the page's own: أول من أمس; `first` where none stand there."""
    keys = passage.tokens.keys
    told = (words for words, kind, _ in meanings().get(keys[first], ()) if kind == FROM_TODAY and len(words) > 1)
    lengths = (len(words) for words in told if tuple(keys[first : first + len(words)]) == words)
    return min(first + next(lengths, 0), stop)


def past_hearer(passage: Passage, first: int, stop: int) -> int:
    """Where the source begins behind one word for those who were told: قال للوكالة مدير الميناء، قال لرويترز مسؤول."""
    tokens, after = passage.tokens, first + 2
    told = after < stop and tokens.kinds[first] & PREFIX and addressee(tokens, first + 1, stop)
    begins = told and tokens.kinds[after] & HUMAN and not tokens.kinds[after] & DEFINITE
    return after if begins else first


def is_common_adverb(key: str) -> bool:
    """Whether a word is an adverb that general text uses often: قال أيضا."""
    return is_adverb(key) and is_common(key)


def is_to_whom(passage: Passage, place: int) -> bool:
    """Whether a pronoun tells to whom something was said: قال لي، قالت لهم."""
    return bool(passage.tokens.kinds[place] & SATED) and passage.tokens.keys[place][0] in ADDRESSING


def at_moment(passage: Passage, cue: int) -> bool:
    """Whether the verb tells of a time: في وقت قال فيه، في الوقت الذي أعلنت فيه."""
    kinds = passage.tokens.kinds
    before = cue - 2 if cue > 1 and kinds[cue - 1] & RELATIVE else cue - 1
    return before > 0 and bool(kinds[before] & MOMENT)
