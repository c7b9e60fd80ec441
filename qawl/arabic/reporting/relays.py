"""Who speaks and who passes it on: نقلت الوكالة عن الوزير أن كذا، ذكرت الوكالة نقلا عن الوزير أن كذا."""

from __future__ import annotations

from qawl.arabic.letters import ABOUT, BARE_THAT, IN, OF, SIDES_OF_DOERS, TONGUE
from qawl.arabic.lexicon import (
    ACCORDING,
    ASCRIBED,
    BODY,
    DEFINITE,
    DOCUMENT,
    MEDIA,
    PLACES,
    PREPOSED,
    PREPOSITION,
    RELATIVE,
    SATED,
    SPEECH,
    THAT,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_phrase, read_source
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import Reading

# How far before the preposition that names the source a verb of relaying may stand.
RELAY_REACH = 12
# How far before قوله the source may stand: نقلت الوكالة عن فلان قوله.
SOURCE_REACH = 25


def relayed(passage: Passage, cue: int, phrase: Phrase | None, reading: Reading, stop: int) -> tuple[Phrase | None, Phrase | None]:
    """Who speaks and who relays: نقلت الوكالة عن الوزير أن كذا، ذكرت الوكالة نقلا عن الوزير أن كذا.

    Nobody behind في further on, which tells where something is: جاء في تقرير للوزارة عن الحال | في المخيمات أن.
    """
    tokens = passage.tokens
    if quoted := passed_on(passage, cue, phrase, stop):
        return quoted, phrase
    media = phrase and tokens.kinds[phrase.first] & MEDIA
    if (inner := on_whose_tongue(passage, cue + 1, stop)) and (phrase is None or media):
        return inner, phrase if media else None
    if reading.act != "report" or (phrase and replies(tokens, phrase, reading)):
        return phrase, None
    phrase = phrase and before_relayed(tokens, phrase, reading)
    if phrase and phrase.stop >= stop:
        return phrase, None
    for place in range(phrase.stop if phrase else cue + 1, stop - 1):
        where = tokens.keys[place] == IN and IN in tokens.keys[cue + 1 : place]
        if tokens.kinds[place] & PREPOSITION and tokens.keys[place] in reading.takes and not where:
            inner = None if is_charge(passage, place, stop) else read_source(tokens, place + 1, stop)
            return (inner, phrase) if inner else (phrase, None)
    return phrase, None


def agent(passage: Passage, cue: int, reading: Reading, stop: int) -> Phrase | None:
    """Whose words a passive tells: نُقل عن الوزير أن، أُعلن من قبل الوزارة أن، ذُكر في تقرير للهيئة أن; not قيل عن الوزير إن."""
    tokens = passage.tokens
    if (phrase := relayed(passage, cue, None, reading, stop)[0]) is not None:
        return phrase
    for place in range(cue + 1, stop - 1):
        doer = tokens.keys[place - 1] == OF and tokens.keys[place] in SIDES_OF_DOERS
        if doer or (tokens.keys[place] == IN and tokens.kinds[place + 1] & DOCUMENT):
            return read_source(tokens, place + 1, stop)
    return None


def replies(tokens: Tokens, phrase: Phrase, reading: Reading) -> bool:
    """Whether ورد is و and رد, since a party that passes nothing on stands behind it: ورد الاتحاد في بيان بأن."""
    return IN in reading.takes and phrase.type != "document" and not tokens.kinds[phrase.first] & (MEDIA | DOCUMENT)


def before_relayed(tokens: Tokens, phrase: Phrase, reading: Reading) -> Phrase:
    """The phrase up to the preposition behind which those stand whom the verb relays: نقل المحامي | عن الأسرى أنهم.

    Not before a body, for which somebody stands (نقل النائب عن الكتلة أن), nor where a text tells where something is: جاء في تقرير
    عن حال الأنهار | في البلاد أن.
    """
    for place in range(phrase.first + 1, phrase.stop - 1):
        taken = tokens.kinds[place] & PREPOSITION and tokens.keys[place] in reading.takes and tokens.keys[place] != IN
        if taken and not phrase.named and not tokens.kinds[place + 1] & (PLACES | BODY):
            return phrase._replace(stop=place, name=(phrase.first, place), role=phrase.role and (phrase.first, place))
    return phrase


def on_whose_tongue(passage: Passage, first: int, stop: int) -> Phrase | None:
    """Who says it where على لسان names somebody: جاء على لسان الناطق أن كذا; not أكدت الشركة على لسانه أن كذا."""
    tokens = passage.tokens
    place = next((place for place in range(first, stop - 1) if is_tongue(passage, place)), None)
    return read_source(tokens, place + 1, stop) if place else None


def is_tongue(passage: Passage, place: int) -> bool:
    """Whether a token is لسان in على لسان."""
    return passage.tokens.keys[place] == TONGUE and bool(place and passage.tokens.kinds[place - 1] & PREPOSITION)


def passed_on(passage: Passage, cue: int, phrase: Phrase | None, stop: int) -> Phrase | None:
    """Whom a medium quotes behind its own name, anybody else right behind it: الوكالة اليوم نقلا عن الوزير، سالم نقلا عنه.

    So right behind a verb that has its subject before: وأضافت نقلا عن الوزير أن.
    """
    tokens, first = passage.tokens, phrase.stop if phrase else cue + 1
    last = stop if phrase and tokens.kinds[phrase.first] & MEDIA else first + 3
    for place in range(first, min(last, stop) - 2):
        if tokens.kinds[place] & ACCORDING and tokens.keys[place + 1] == ABOUT:
            return read_phrase(tokens, place + 2, stop)
    return None


def relay_beside(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The medium that relays, between a source and what it said: قال الوزير، بحسب ما نقلت عنه الوكالة، إن كذا."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    for place in range(first, stop - 1):
        if kinds[place] & ACCORDING:
            after = place + 1
            while after < stop and kinds[after] & (PREPOSED | RELATIVE | SPEECH) and not kinds[after] & MEDIA:
                after += 1
            return read_phrase(tokens, after, stop) if after < stop and kinds[after] & MEDIA else None
    return None


def is_charge(passage: Passage, place: int, that: int) -> bool:
    """Whether what is told of somebody is laid to their charge and not put in their mouth: نسبت النيابة إلى المتهمين أنهم."""
    keys = passage.tokens.keys
    return keys[place] != ABOUT and bool(passage.tokens.kinds[that] & THAT) and keys[that] not in BARE_THAT


def source_after(passage: Passage, first: int, cue: int) -> tuple[Phrase | None, Phrase | None]:
    """Who speaks and who relays where عن names the source before قوله: `نقلت الوكالة عن فلان قوله`."""
    tokens = passage.tokens
    for place in range(cue - 1, max(first, cue - SOURCE_REACH) - 1, -1):
        if is_tongue(passage, place) or (tokens.kinds[place] & PREPOSED and passes_on(passage, first, place)):
            return read_source(tokens, place + 1, cue), relay_before(passage, first, place)
    return None, relay_before(passage, max(first, cue - SOURCE_REACH), cue)


def passes_on(passage: Passage, first: int, place: int) -> bool:
    """Whether a preposition names whose saying it is: عن, or the one of a verb of relaying before it (نسبت الوكالة إلى الوزير)."""
    keys = passage.tokens.keys
    if keys[place] == ABOUT or (place > first and passage.tokens.kinds[place - 1] & ASCRIBED):
        return True
    relaying = (reading for key in keys[max(first, place - RELAY_REACH) : place] for reading in readings(key))
    return any(reading.act == "report" and keys[place] in reading.takes for reading in relaying)


def relay_before(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The one who relays, beside the last verb of relaying before `stop`: نقلت الوكالة."""
    for place in range(stop - 1, first - 1, -1):
        relays = any(reading.act == "report" for reading in readings(passage.tokens.keys[place]))
        if relays and not passage.tokens.kinds[place] & DEFINITE:
            after = place + 2 if passage.tokens.kinds[place + 1] & SATED else place + 1
            return read_source(passage.tokens, after, stop) if after < stop else None
    return None
