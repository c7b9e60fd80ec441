"""The rules of reporting: one small function for each shape, in the order in which they are tried.

A rule gives a `Finding` where its shape stands at a cue, None where it does not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qawl.arabic.addressees import speaker_and_told
from qawl.arabic.entities import Phrase, is_known, read_phrase, read_source
from qawl.arabic.extents import ROUND
from qawl.arabic.findings import TURN, Finding, Opening, Range
from qawl.arabic.issuers import is_in_document, issuer_before
from qawl.arabic.labels import name_colon
from qawl.arabic.letters import (
    ABOUT,
    ALEF,
    AS_SAID,
    BY,
    EXTENT,
    HIS,
    MADDA,
    NOUN_PREFIXES,
    ON_WHAT,
    OWNERS,
    RELAYING,
    SO,
    TO,
    TO_THE,
    WHAT,
    WHOEVER,
    WRITTEN_INNA,
    WRITTEN_TA_MARBUTA,
    bare_key,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    ASIDE,
    BODY,
    BREAK,
    CARRIES,
    CITY,
    CLOSES,
    COLON,
    COMMA,
    CONJUNCTION,
    COUNTRY,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    DONE,
    EMPHATIC,
    FOLLOWING,
    HONOUR,
    KAN,
    LATIN,
    NAME,
    NEGATION,
    NORM,
    NUMBER,
    ODD,
    OPENS,
    OUTRIGHT,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUOTE,
    RELATIVE,
    RESUME,
    ROLE,
    SATED,
    SAYING,
    SAYING_PHRASE,
    SETTING,
    SPEECH,
    STOP,
    SUBORDINATE,
    SUPPOSES,
    THAT,
    THUS,
    TIME,
    TITLE,
    WAKING,
    WITHHOLD,
    readings,
    word_classes,
)
from qawl.arabic.openings import URGES, content_of, find_opening, is_wish
from qawl.arabic.passage import Passage
from qawl.arabic.people import is_called
from qawl.arabic.quotes import Quote
from qawl.arabic.sources import (
    antecedent,
    is_joined,
    is_object,
    read_gap,
    relay_beside,
    relayed,
    source_after,
    subject_before,
    with_clause,
)
from qawl.arabic.unsaid import is_unsaid
from qawl.arabic.verbs import ONLY, Reading, tells

# Acts that tell something even when they are negated: لا يعتقد أن، لم ينف أن.
STAND_NEGATED = ("think", "deny", "hope")
# Acts that كما quotes without a comma before it.
TELLS = ("say", "assert", "announce")
# So few tokens may lead to a verb before a comma: من جهته،.
LED = 4
# How many tokens may describe a source after its head, and how many a dateline may have.
DESCRIPTION = 25
DATELINE = 10
DASHES = "-–—"
# How many tokens may stand between a source and the second half of its quotation.
ASIDE_REACH = 8
# How far behind a participle stands the preposition that it takes: مطالبا الحكومة بكذا.
OBJECT_REACH = 5
# How far before the second preposition of a pair the first one stands.
PAIR = 6
# What ends an adjunct between a verb and its subject.
ADJUNCT_END = PREPOSITION | PREFIX | TIME | PUNCTUATION | ROLE | TITLE
FINITE = ("perfect", "imperfect")
# What may stand between a quotation and its verb: «كذا»، بهذه الكلمات رد فلان.
BEFORE_VERB = COMMA | CONJUNCTION | THUS | DEMONSTRATIVE | PREFIX
# Acts whose noun may be anybody's (الاعتقاد أن) or has what was said as its object (نقل الخبر).
NOT_OF_ONE = ("think", "hope", "report")
# What may stand before a noun of saying with the article: بالقول، إلى القول، حد القول.
# How far before it a verb of saying may be whose object it is, and how many tokens of an adjunct stand before one.
LEADS_TO_SAYING = (BY, TO, EXTENT)
SAYS_AGAIN = 8
# How many tokens of its sentence before a cue are looked at for another one.
SENTENCE = 300
# How many tokens of an adjunct stand between a source and what was said outright.
ADJUNCT_REACH = 14
FRONT = 4
NO_TURN = PREPOSITION | ROLE | BODY | NAME | TIME | DOCUMENT | ASIDE | SETTING
Rule = Callable[[Passage, int, Reading], "Finding | None"]


def verb_speaker_that(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """قال فلان إن كذا / أضاف أن كذا / فلان قال: «كذا»"""
    opening = find_opening(passage, cue, reading)
    if opening is None or reading.tense == "noun" or aside(passage, cue, opening):
        return None
    if is_negated(passage, cue) and (reading.tense == "perfect" or reading.act not in STAND_NEGATED):
        return None
    if is_supposed(passage, cue) or (opening.by == "quote" and tells_of_noun(passage, cue)):
        return None
    if is_wish(passage, opening) and reading.act not in STAND_NEGATED[:2]:
        return None
    if reading.tense == "participle":
        return participle_that(passage, cue, reading, opening)
    gap = issue_before(passage, opening)
    phrase, fits = read_gap(passage, cue + 1, gap)
    if not fits and not bridges(passage, phrase, opening):
        return None
    if phrase is None and is_upshot(passage, cue, reading):
        return None
    beside, told = speaker_and_told(passage, reading, phrase, gap)
    phrase, via, form = who_says(passage, cue, reading, beside, gap)
    if ONLY in reading.takes and not tells_surely(passage, cue, phrase, opening):
        return None
    via = via or relay_beside(passage, phrase.stop if phrase and phrase.first > cue else cue + 1, gap)
    content, open_end = content_of(passage, opening)
    return Finding(f"verb_{opening.by}", cue, (cue, carried_to(passage, cue)), reading, phrase, content, form, open_end, via, told)


def who_says(
    passage: Passage, cue: int, reading: Reading, beside: Phrase | None, gap: int
) -> tuple[Phrase | None, Phrase | None, str]:
    """The source of a verb, who relays it, and the form of the speaker: the phrase beside the verb, or the subject before it."""
    if reading.tense == "passive" or whoever(passage, cue, reading):
        return None, None, "passive"
    phrase, via = relayed(passage, cue, beside, reading, gap)
    phrase = phrase or issuer_before(passage, cue) or antecedent(passage, cue, reading) or subject_before(passage, cue)
    if phrase is None:
        return None, via, "participle" if is_in_document(passage, cue) else "dropped"
    urged = beside is not None and not beside.named and reading.act in URGES and is_joined(passage, cue)
    return with_clause(passage, cue, phrase, gap), via, "urged" if urged else "name"


def issue_before(passage: Passage, opening: Opening) -> int:
    """Where the gap between a cue and its opening ends, without what was issued: أصدرت النقابة | البيان الآتي:."""
    kinds, stop = passage.tokens.kinds, opening.gap
    if opening.by == "colon" and kinds[stop - 1] & FOLLOWING:
        stop -= 1
        while kinds[stop - 1] & (DOCUMENT | SETTING | RELATIVE):
            stop -= 1
    return stop


def tells_surely(passage: Passage, cue: int, phrase: Phrase | None, opening: Opening) -> bool:
    """Whether an ordinary verb tells something: its source is known, and الآتي or التالي stands before a colon."""
    if phrase is None or not is_source(passage, phrase) or passage.inside(cue):
        return False
    return opening.by != "colon" or bool(passage.tokens.kinds[opening.gap - 1] & FOLLOWING)


def is_source(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase can hardly be anything but a source: a name, a known head, a name in marks."""
    return is_known(passage.tokens, phrase) or phrase.first in passage.opening


def carried_to(passage: Passage, cue: int) -> int:
    """Where the cue ends: after قائلا where that stands right behind the verb, تابع قائلا."""
    after = cue + 1
    return after + 1 if after < len(passage.tokens) and passage.tokens.kinds[after] & CARRIES else after


def bridges(passage: Passage, phrase: Phrase | None, opening: Opening) -> bool:
    """Whether a known source may stand far from أن or its colon: قال مسؤول في اللجنة رافضا ذكر اسمه إن كذا."""
    return phrase is not None and opening.by != "quote" and is_known(passage.tokens, phrase)


def participle_that(passage: Passage, cue: int, reading: Reading, opening: Opening) -> Finding | None:
    """مضيفا أن كذا / مشيرا إلى «كذا»"""
    if cue and passage.tokens.kinds[cue - 1] & SPEECH and passage.tokens.kinds[cue] & CARRIES:
        return None
    if opening.gap == cue + 1 and opening.by == "colon" and passage.paragraph_start(cue) == cue:
        return None
    phrase, fits = read_gap(passage, cue + 1, opening.gap)
    if not fits or opening.gap - cue > 12 or breaks_after(passage, cue, opening):
        return None
    honour = phrase if phrase and passage.tokens.kinds[phrase.first] & HONOUR else None
    content, open_end = content_of(passage, opening)
    return Finding(f"participle_{opening.by}", cue, (cue, cue + 1), reading, honour, content, "participle", open_end)


def breaks_after(passage: Passage, cue: int, opening: Opening) -> bool:
    """Whether a comma parts what a participle has behind its preposition from a later أن: مشددا على العمل، بشرط أن يدوم."""
    kinds = passage.tokens.kinds
    commas = [place for place in range(cue + 1, opening.gap) if kinds[place] & COMMA]
    return opening.by == "that" and bool(commas) and commas[0] > cue + 1 and commas[-1] < opening.gap - 1


def quote_verb_speaker(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """«كذا»، قال فلان / «كذا»، يقول فلان، «كذا»"""
    if reading.tense in ("noun", "participle") or is_joined(passage, cue) or ONLY in reading.takes:
        return None
    kinds = passage.tokens.kinds
    before = cue - 1
    while before > 0 and before not in passage.closing and (kinds[before] & BEFORE_VERB or is_dash(passage, before)):
        before -= 1
    quote = passage.closing.get(before)
    if quote is None or not quote.is_speech:
        return None
    stop = passage.sentence_stop(cue)
    phrase = read_source(passage.tokens, cue + 1, stop)
    if phrase is None:
        return None
    content: tuple[Range, ...] = ((quote.first, quote.stop),)
    more = quote_goes_on(passage, phrase.stop, stop)
    if more and more.is_speech:
        content = (*content, (more.first, more.stop))
    return Finding("quote_verb", cue, (cue, cue + 1), reading, phrase, content, "name")


def quote_goes_on(passage: Passage, after: int, stop: int) -> Quote | None:
    """The quotation that goes on behind a source, which may be told more of: «كذا»، قال فلان وهو يضحك، «كذا»."""
    kinds = passage.tokens.kinds
    for place in range(after, min(stop, after + ASIDE_REACH)):
        if kinds[place] & (COMMA | COLON) and place + 1 in passage.opening:
            return passage.opening[place + 1]
        if kinds[place] & (SPEECH | THAT | QUOTE):
            return None
    return None


def is_dash(passage: Passage, place: int) -> bool:
    """Whether a dash stands at `place`."""
    return passage.tokens.keys[place][0] in DASHES


def clause_verb_speaker(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """كذا، يضيف فلان، كذا / كذا، كما قال فلان / كذا، على ما أفاد فلان في تصريح"""
    kinds = passage.tokens.kinds
    head = as_head(passage, cue)
    tenses = ("perfect", "imperfect") if head < cue else ("imperfect",)
    set_off = head > 1 and bool(
        (kinds[head - 1] & PUNCTUATION and not kinds[head - 1] & CLOSES) or (head < cue and reading.act in TELLS)
    )
    if reading.tense not in tenses or not set_off or ONLY in reading.takes:
        return None
    phrase = source_at(passage, cue + 1)
    after = past_occasion(passage, phrase.stop if phrase else cue + 1, bool(phrase) and head < cue and reading.act in TELLS)
    if phrase and is_object(passage, phrase):
        return None
    if after >= len(kinds) or not kinds[after] & (PUNCTUATION | BREAK):
        return None
    if phrase is None and (reading.tense == "perfect" or (head == cue and after == cue + 1)):
        return None
    content = clauses_around(passage, head, after, reading.takes)
    if content is None:
        return None
    return Finding("clause_verb", cue, (head, cue + 1), reading, phrase, content, "name" if phrase else "dropped")


def as_head(passage: Passage, cue: int) -> int:
    """Where كما، مثلما، هكذا or على ما begins that stands before the verb, else the verb."""
    keys = passage.tokens.keys
    if cue and keys[cue - 1] in AS_SAID:
        return cue - 1
    return cue - 2 if cue > 1 and (keys[cue - 2], keys[cue - 1]) == ON_WHAT else cue


def past_occasion(passage: Passage, place: int, free: bool) -> int:
    """Where the occasion of a saying ends that stands behind it, up to a mark: في ذات التصريح؛ any adjunct where `free`."""
    kinds = passage.tokens.kinds
    if place >= len(kinds) or not kinds[place] & (PREPOSITION | TIME | PREFIX | EMPHATIC):
        return place
    setting = free
    for at in range(place, min(passage.sentence_stop(place), place + ADJUNCT_REACH) + 1):
        if at >= len(kinds) or kinds[at] & (PUNCTUATION | BREAK):
            return at if setting else place
        setting = setting or bool(kinds[at] & (SETTING | DOCUMENT))
        if kinds[at] & (THAT | RELATIVE) or (kinds[at] & SPEECH and not kinds[at] & (SETTING | DEFINITE | ROLE | BODY)):
            return place
    return place


def clauses_around(passage: Passage, head: int, after: int, takes: frozenset[str]) -> tuple[Range, ...] | None:
    """The clause before a verb of saying that only stands in it, and what of it follows between commas."""
    kinds = passage.tokens.kinds
    before = passage.trim(own_clause(passage, head), head)
    start = skip(passage, after, PUNCTUATION)
    own = start < len(kinds) and (kinds[start] & THAT or passage.tokens.keys[start] in takes)
    if before[1] - before[0] < 3 or kinds[after] & (COLON | QUOTE) or own:
        return None
    stop = passage.sentence_stop(after)
    for place in range(start, stop):
        if kinds[place] & SPEECH and kinds[place - 1] & (COMMA | PREFIX):
            stop = place
            break
    rest = passage.trim(min(start, stop), stop)
    return (before, rest) if rest[1] - rest[0] > 1 else (before,)


def own_clause(passage: Passage, head: int) -> int:
    """Where the clause before a verb that only stands in it begins: with its sentence, behind a comma where another saying does."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    start = max(passage.sentence_start(head), head - SENTENCE)
    last = head - 1
    while last > start and kinds[last] & PUNCTUATION:
        last -= 1
    comma = next((place for place in range(last, start, -1) if kinds[place] & COMMA), start)
    told = any(
        kinds[place] & SPEECH and not kinds[place] & DEFINITE and readings(keys[place])[0].tense in FINITE
        for place in range(start, comma)
    )
    return comma + 1 if told and comma > start else passage.sentence_start(head)


def verb_then_clause(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """وقال لقد تأخرنا / قائلا لن نعود"""
    if reading.tense in ("noun", "passive") or reading.act != "say" or "quote" not in reading.takes:
        return None
    participle = reading.tense == "participle"
    phrase = None if participle else source_at(passage, cue + 1)
    if not (phrase or participle or is_joined(passage, cue)) or is_negated(passage, cue):
        return None
    start = outright(passage, phrase.stop if phrase else cue + 1)
    if start is None:
        return None
    form = "participle" if participle else "name" if phrase else "dropped"
    return Finding("verb_clause", cue, (cue, cue + 1), reading, phrase, ((start, start + 1),), form, True)


def outright(passage: Passage, start: int) -> int | None:
    """Where a word that opens what was said stands: at `start`, or behind an adjunct (وأضاف في مؤتمر صحفي نأمل أن)."""
    kinds = passage.tokens.kinds
    for place in range(start, min(start + ADJUNCT_REACH, passage.sentence_stop(start), len(kinds))):
        if kinds[place] & OUTRIGHT:
            return place
        if kinds[place] & (PUNCTUATION | THAT | RELATIVE) or (place == start and not kinds[place] & (PREPOSITION | TIME | PREFIX)):
            return None
        if kinds[place] & SPEECH and not kinds[place] & (SETTING | DEFINITE | ROLE | BODY):
            return None
    return None


def saying_that(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """نقلت الوكالة عن فلان قوله إن كذا / رغم تأكيد فلان أن كذا / جدد فلان التأكيد على أن كذا"""
    if reading.tense != "noun":
        return None
    opening = find_opening(passage, cue, reading)
    if opening is None:
        return None
    told = owned_saying(passage, cue, reading, opening)
    if told is None and reading.act not in NOT_OF_ONE and not tells(reading.takes):
        told = definite_saying(passage, cue, opening) or saying_of(passage, cue, opening)
    if told is None:
        return None
    phrase, via, form = told
    content, open_end = content_of(passage, opening)
    finding = Finding(f"noun_{opening.by}", cue, (cue, cue + 1), reading, phrase, content, form, open_end, via)
    return until_comma(passage, finding) if open_end and is_fronted(passage, cue) else finding


SourceOfNoun = tuple[Phrase | None, Phrase | None, str]


def owned_saying(passage: Passage, cue: int, reading: Reading, opening: Opening) -> SourceOfNoun | None:
    """نقلت الوكالة عن فلان قوله إن كذا: who speaks stands behind عن, or is whom the pronoun means."""
    if not reading.owner or opening.gap > cue + 4:
        return None
    phrase, via = source_after(passage, passage.sentence_start(cue), cue)
    return phrase, via, "name" if phrase else "pronoun"


def definite_saying(passage: Passage, cue: int, opening: Opening) -> SourceOfNoun | None:
    """جدد فلان التأكيد على أن كذا / اكتفى بالقول إن كذا / رفض العرض بحجة أن كذا: the subject of the clause speaks."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    pleaded = keys[cue - 1] == BY and not kinds[cue] & DEFINITE
    if not (kinds[cue] & DEFINITE or pleaded) or opening.gap != cue + 1 or passage.sentence_start(cue) >= cue - 1:
        return None
    before = kinds[cue - 1]
    led = keys[cue - 1] in LEADS_TO_SAYING and before & (PREFIX | PREPOSITION) and not kinds[cue - 2] & (ASIDE | NEGATION)
    return (None, None, "participle") if led or says_again(passage, cue) else None


def says_again(passage: Passage, cue: int) -> bool:
    """Whether a verb of saying before it has the noun as its object (كرر الوزير القول إن), or it was done (تم التأكيد أن)."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    for place in range(cue - 1, max(passage.sentence_start(cue), cue - SAYS_AGAIN) - 1, -1):
        if kinds[place] & DONE:
            return place == cue - 1
        if kinds[place] & SPEECH:
            return not kinds[place] & ASIDE and any(reading.tense != "noun" for reading in readings(keys[place]))
        if kinds[place] & (PUNCTUATION | PREPOSITION | THAT | DEMONSTRATIVE):
            return False
    return False


def saying_of(passage: Passage, cue: int, opening: Opening) -> SourceOfNoun | None:
    """رغم تأكيد فلان أن كذا / بعد تصريح للوزير بأن كذا: a noun of saying with its own subject."""
    kinds = passage.tokens.kinds
    if kinds[cue] & (DEFINITE | ROLE | BODY) or opening.by != "that":
        return None
    phrase = source_at(passage, cue + 1)
    if phrase is None or phrase.stop != opening.gap or (kinds[cue] & SETTING and not is_particular(passage, phrase)):
        return None
    return phrase, None, "name"


def is_particular(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is definite or a name, so that the noun before it is its own: تصريح الوزير, but not تصريح صحفي."""
    return phrase.named or bool(passage.tokens.kinds[phrase.first] & (DEFINITE | COUNTRY))


def is_fronted(passage: Passage, cue: int) -> bool:
    """Whether a noun of saying stands in an adjunct that opens its sentence: رغم تأكيد الوزير أن كذا، كذا."""
    start = skip(passage, passage.sentence_start(cue), PREFIX | CONJUNCTION | PUNCTUATION)
    return cue - start <= FRONT and bool(passage.tokens.kinds[start] & (PREPOSITION | TIME | CONJUNCTION)) and start < cue


def until_comma(passage: Passage, finding: Finding) -> Finding:
    """The finding with its content up to the first comma, behind which the clause of the author begins."""
    first = finding.content[0][0]
    kinds = passage.tokens.kinds
    stops = (
        place for place in range(first + 1, passage.sentence_stop(first)) if kinds[place] & COMMA and not passage.inside(place)
    )
    stop = next(stops, None)
    return finding if stop is None else finding._replace(content=((first, stop),), open_end=False)


def aside(passage: Passage, cue: int, opening: Opening | None) -> bool:
    """Whether the author's own background begins here: يذكر أن، يشار إلى أن."""
    return bool(passage.tokens.kinds[cue] & ASIDE and opening and opening.by == "that" and opening.gap == cue + 1)


def is_negated(passage: Passage, cue: int) -> bool:
    """Whether the verb of saying itself is negated: لم يقل."""
    return cue > 0 and bool(passage.tokens.kinds[cue - 1] & NEGATION)


def is_upshot(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether what was told before is the subject, and nobody speaks: مما يشير إلى أن، ما يؤكد أن."""
    before, earlier = passage.tokens.kinds[max(cue - 1, 0)], passage.tokens.kinds[max(cue - 2, 0)]
    what = before & RELATIVE and not before & DEFINITE and not earlier & PREPOSITION
    return reading.tense == "imperfect" and bool(what or before & SUBORDINATE)


def is_supposed(passage: Passage, cue: int) -> bool:
    """Whether the saying is only supposed: إذا قال، لو كان يرى."""
    before = cue - 1
    while before > 0 and passage.tokens.kinds[before] & KAN:
        before -= 1
    return before >= 0 and bool(passage.tokens.kinds[before] & SUPPOSES)


def is_own_word(passage: Passage, place: int) -> bool:
    """Whether a form is that of the first person, which no reporter uses: آمل أن."""
    return passage.text[passage.tokens.starts[place]] == MADDA


def whoever(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether the subject is من and so nobody who is told: هناك من يقول إن كذا."""
    return cue > 0 and reading.tense == "imperfect" and passage.tokens.keys[cue - 1] in WHOEVER


def tells_of_noun(passage: Passage, cue: int) -> bool:
    """Whether the verb tells of the noun before its relative pronoun: الوثائق التي كشف عنها الوزير."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    about = cue + 1 < len(keys) and kinds[cue + 1] & SATED and keys[cue + 1].startswith(ABOUT)
    return bool(about and cue and kinds[cue - 1] & RELATIVE)


class Told(NamedTuple):
    """What an according phrase tells: where its cue ends, who is named, where the phrase ends, the speaker's form, who relays."""

    cue_stop: int
    phrase: Phrase | None
    after: int
    form: str
    via: Phrase | None = None


def according_to(passage: Passage, cue: int) -> Finding | None:
    """وفقا لفلان كذا / كذا، بحسب فلان / كذا على حد قوله / حسب قوله «كذا» / بحسبه كذا"""
    if is_owned(passage, cue):
        return according(passage, cue, Told(cue + 1, None, cue + 1, "pronoun"))
    place = skip(passage, cue + 1, PREFIX | PREPOSITION | RELATIVE | SAYING_PHRASE)
    if place >= len(passage.tokens) or passage.tokens.kinds[place] & (STOP | BREAK):
        return None
    told = by_saying(passage, place) or by_verb(passage, cue, place) or by_source(passage, place)
    return according(passage, cue, told) if told and not is_between(passage, cue, told.after) else None


def according(passage: Passage, cue: int, told: Told) -> Finding | None:
    """The finding of an according phrase, None where it is about nothing."""
    found = content_around(passage, cue, skip(passage, told.after, EMPHATIC))
    if found is None:
        return None
    content, open_end = found
    return Finding("according", cue, (cue, told.cue_stop), None, told.phrase, content, told.form, open_end, told.via)


def is_owned(passage: Passage, place: int) -> bool:
    """Whether a word of saying or according carries a pronoun: تعبيره، بحسبها."""
    key = passage.tokens.keys[place]
    stem = next((key.removesuffix(owner) for owner in (*OWNERS, HIS) if key.endswith(owner)), key)
    return stem != key and bool(word_classes().get(stem, 0) & (SAYING | ACCORDING))


def is_between(passage: Passage, cue: int, after: int) -> bool:
    """Whether an according phrase stands between a verb of saying and its أن: ذكر الموقع، نقلا عن مسؤولين، أن كذا."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    that = skip(passage, after, COMMA | EMPHATIC)
    if that >= len(kinds) or not kinds[that] & THAT:
        return False
    verbs = (
        place
        for place in range(max(passage.sentence_start(cue), cue - SENTENCE), cue)
        if kinds[place] & SPEECH and not kinds[place] & DEFINITE
    )
    return any(reading.tense in FINITE for place in verbs for reading in readings(keys[place]))


def skip(passage: Passage, place: int, kinds: int) -> int:
    """The first token from `place` on that is of none of these classes."""
    while place < len(passage.tokens) and passage.tokens.kinds[place] & kinds:
        place += 1
    return place


def by_saying(passage: Passage, place: int) -> Told | None:
    """على حد قوله / حسب تعبير فلان"""
    if not passage.tokens.kinds[place] & SAYING:
        return None
    if is_owned(passage, place):
        return Told(place + 1, None, place + 1, "pronoun")
    phrase = source_at(passage, place + 1)
    return Told(place + 1, phrase, phrase.stop, "name") if phrase else None


def by_verb(passage: Passage, cue: int, place: int) -> Told | None:
    """حسب ما قال فلان / وفقا لما أعلنته فلانة / حسبما ذكر للصحفيين أمس فلان / حسب ما نقلته فلانة عن فلان"""
    tokens, kind = passage.tokens, passage.tokens.kinds[place]
    clause = (place == cue + 1 and tokens.keys[cue].endswith(WHAT)) or (place > cue + 1 and tokens.keys[place - 1] == WHAT)
    if not kind & SPEECH or kind & (SAYING | ROLE | BODY) or (kind & DOCUMENT and not clause) or place <= cue:
        return None
    reading = next(iter(readings(tokens.keys[place])), None)
    if reading is None:
        return None
    start = place + 1 if reading.act != "report" else skip(passage, place + 1, PREFIX | PREPOSITION)
    phrase = source_at(passage, past_adjuncts(passage, start))
    if phrase is None:
        return None
    relays = reading.act == "report" and phrase.stop < len(tokens) and tokens.keys[phrase.stop] == ABOUT
    inner = source_at(passage, phrase.stop + 1) if relays else None
    return Told(place + 1, inner, inner.stop, "name", phrase) if inner else Told(place + 1, phrase, phrase.stop, "name")


def past_adjuncts(passage: Passage, place: int) -> int:
    """Where the subject of a verb stands behind its adjuncts: عنه اليوم الاثنين، للإذاعة، في تصريح صحفي."""
    kinds = passage.tokens.kinds
    stop = min(passage.sentence_stop(place), place + DESCRIPTION)
    while place < stop and kinds[place] & (PREPOSITION | PREFIX | TIME | NUMBER | COMMA):
        governs = kinds[place] & (PREPOSITION | PREFIX) and not kinds[place] & SATED
        place += 2 if governs else 1
        while governs and place < stop and not kinds[place] & ADJUNCT_END:
            place += 1
    return place


def by_source(passage: Passage, place: int) -> Told | None:
    """وفقا لفلان / بحسب فلان / نقلا عن فلان"""
    phrase = source_up_to(passage, place) or (None if is_norm(passage, place) else source_at(passage, place))
    if phrase is None:
        return None
    if passage.tokens.keys[place - 1] == TO_THE:
        return Told(place - 1, phrase._replace(first=place - 1), phrase.stop, "name")
    return Told(place, phrase, phrase.stop, "name")


def is_norm(passage: Passage, place: int) -> bool:
    """Whether what is followed is a rule that is obeyed and nobody who says anything: وفقا للقانون."""
    return bool(word_classes().get(bare_key(passage.tokens.keys[place]), 0) & NORM)


def source_up_to(passage: Passage, place: int) -> Phrase | None:
    """A source that no table knows, where فإن ends it: بحسب الراوي فإن كذا."""
    phrase = read_source(passage.tokens, place, passage.sentence_stop(place))
    if phrase is None or phrase.stop + 1 >= len(passage.tokens):
        return None
    after = phrase.stop + 1 if passage.tokens.kinds[phrase.stop] & COMMA else phrase.stop
    return phrase if opens_that(passage, after) else None


def source_at(passage: Passage, place: int) -> Phrase | None:
    """A named person or a phrase whose head the tables know at `place`."""
    if place >= len(passage.tokens):
        return None
    phrase = read_source(passage.tokens, place, passage.sentence_stop(place))
    return phrase if phrase and is_known(passage.tokens, phrase) else None


def content_around(passage: Passage, cue: int, after: int) -> tuple[tuple[Range, ...], bool] | None:
    """What an according phrase is about: the quotation or clause after it where it stands first, else the clause before it."""
    kinds = passage.tokens.kinds
    start = clause_head(passage, passage.sentence_start(cue))
    first = skip(passage, start, PREFIX | PUNCTUATION | CONJUNCTION)
    if after < len(kinds) and after in passage.opening and passage.opening[after].is_speech:
        quote = passage.opening[after]
        return ((quote.first, quote.stop),), False
    head = cue - 1 if kinds[cue - 1] & PREPOSITION else cue
    if first >= head or (is_joined(passage, head) and kinds[head - 2] & COMMA):
        return content_after(passage, after)
    before = cue
    while before > first and (kinds[before - 1] & (PREFIX | PREPOSITION | CONJUNCTION) or sets_off(passage, before - 1)):
        before -= 1
    closed = passage.closing.get(before - 1)
    if closed and closed.is_speech and (closed.open <= first or kinds[closed.open - 1] & COLON):
        return ((closed.first, closed.stop),), False
    if rest := clause_goes_on(passage, first, before, after):
        return ((start, before), rest), False
    return (((start, before),), False) if before - first >= 3 else None


def content_after(passage: Passage, after: int) -> tuple[tuple[Range, ...], bool] | None:
    """The quotation or clause that follows an according phrase: وفقا للتقرير الذي نشر أمس، فإن كذا."""
    kinds = passage.tokens.kinds
    after = past_description(passage, after)
    while after < len(kinds) and (kinds[after] & (COMMA | COLON | THAT) or opens_that(passage, after)):
        after += 1
    if after >= len(kinds) or kinds[after] & (STOP | BREAK):
        return None
    opened = passage.opening.get(after)
    if opened and opened.is_speech:
        return ((opened.first, opened.stop),), False
    return ((after, after + 1),), True


def past_description(passage: Passage, after: int) -> int:
    """Where what else describes a source ends, at its comma or فإن: الذي نشر أمس، في المدينة؛ `after` where nothing does."""
    kinds = passage.tokens.kinds
    if after >= len(kinds) or not kinds[after] & (RELATIVE | PREPOSITION | PREFIX | NUMBER) or opens_that(passage, after):
        return after
    stop = min(passage.sentence_stop(after), after + DESCRIPTION)
    return next((place for place in range(after, stop) if kinds[place] & COMMA or opens_that(passage, place)), after)


def clause_head(passage: Passage, start: int) -> int:
    """Where a sentence begins that may have marks or a dateline before it: بيروت (الساحل) - كذا."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    places = range(start, min(start + DATELINE, len(kinds)))
    dash = max((place for place in places if keys[place][0] in DASHES and not joins_number(passage, place)), default=start)
    if any(kinds[place] & (CITY | COUNTRY | LATIN) for place in range(start, dash)):
        start = dash
    while start < len(kinds) and kinds[start] & PUNCTUATION and not kinds[start] & OPENS:
        start += 1
    return start


def joins_number(passage: Passage, dash: int) -> bool:
    """Whether a dash only joins a number to its word: كوفيد-19."""
    tokens, after = passage.tokens, dash + 1
    return after < len(tokens) and bool(tokens.kinds[after] & NUMBER) and tokens.starts[after] == tokens.ends[dash]


def clause_goes_on(passage: Passage, first: int, before: int, after: int) -> Range | None:
    """What follows an according phrase between commas where its clause goes on: تعيش المدينة، بحسب المصلحة، على أربع ساعات."""
    kinds = passage.tokens.kinds
    stop = passage.sentence_stop(after)
    start = after + 1
    if before == first or start + 2 >= stop or not sets_off(passage, after) or not sets_off(passage, before):
        return None
    if kinds[start] & (SPEECH | PREFIX | CONJUNCTION | RESUME | RELATIVE | WITHHOLD):
        return None
    return passage.trim(start, stop)


def sets_off(passage: Passage, place: int) -> bool:
    """Whether a comma, a dash or a round bracket stands at `place`, as round an according phrase."""
    return bool(passage.tokens.kinds[place] & COMMA) or passage.tokens.keys[place][0] in DASHES + ROUND


def opens_that(passage: Passage, place: int) -> bool:
    """Whether ف stands before إن at `place`: فإن."""
    tokens = passage.tokens
    return place + 1 < len(tokens) and tokens.keys[place] == SO and bool(tokens.kinds[place + 1] & THAT)


def is_saying_phrase(passage: Passage, place: int) -> bool:
    """Whether حد or لسان stands in its phrase: على حد قوله; but not إلى حد كبير."""
    before = place - 1
    return place > 0 and bool(passage.tokens.kinds[before] & PREPOSITION) and passage.tokens.keys[before] != TO


def turn_at(passage: Passage, place: int) -> Finding | None:
    """A verb of saying without a clause (دعا فلان إلى كذا): no statement, but whoever speaks on afterwards is its subject."""
    kind = passage.tokens.kinds[place]
    if not kind & SPEECH or kind & DEFINITE or passage.quote_at(place) or is_own_word(passage, place):
        return None
    reading = readings(passage.tokens.keys[place])[0]
    if reading.tense == "participle" and is_told_besides(passage, place, reading) and (reading.act in URGES or not kind & NO_TURN):
        return Finding(TURN, place, (place, place + 1), reading, None, (), "participle")
    if kind & NO_TURN or reading.tense not in ("perfect", "imperfect"):
        return None
    phrase, _ = read_gap(passage, place + 1, passage.sentence_stop(place))
    if phrase and not is_known(passage.tokens, phrase):
        phrase = None
    phrase = phrase or subject_before(passage, place)
    return Finding(TURN, place, (place, place + 1), reading, phrase, (), "name" if phrase else "dropped")


def is_told_besides(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether a participle tells more of a saying: behind a comma, or without one where what it takes follows: منددا بكذا."""
    tokens = passage.tokens
    if tokens.kinds[place - 1] & COMMA:
        return True
    if not tokens.keys[place].endswith(ALEF) or tokens.keys[place - 1].endswith(ALEF):
        return False
    return any(key in reading.takes for key in tokens.keys[place + 1 : place + OBJECT_REACH])


def deed_after(passage: Passage, stop: int) -> Finding | None:
    """A sentence that opens with what a named person did (التقى فلان …): whoever speaks on afterwards may be that person.

    ``stop`` is the token before the sentence, -1 where it opens the text.
    """
    kinds = passage.tokens.kinds
    verb = stop + 1
    while verb < len(kinds) and kinds[verb] & (PREFIX | KAN):
        verb += 1
    if verb + 1 >= len(kinds) or kinds[verb] & ~(ODD | WAKING) or passage.is_chrome(verb):
        return None
    phrase = read_phrase(passage.tokens, verb + 1, passage.sentence_stop(verb))
    if phrase is None or not phrase.named or is_called(passage.tokens, phrase.name[0]):
        return None
    return Finding(TURN, verb, (verb, verb + 1), None, phrase, (), "name")


def starts_clause(passage: Passage, place: int) -> bool:
    """Whether a form that is also a preposition stands where a verb would: at the head of its sentence, after و, or من جهته،."""
    start = passage.sentence_start(place)
    led = place - start <= LED and bool(passage.tokens.kinds[place - 1] & COMMA)
    return (is_joined(passage, place) and not is_paired(passage, place)) or start == place or led


def is_paired(passage: Passage, place: int) -> bool:
    """Whether the word is the second of two prepositions of one stem: بيننا وبينهم، بين المدينة وبين الميناء."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    stem = keys[place]
    before = range(max(passage.sentence_start(place), place - PAIR), place - 1)
    return any(keys[at].startswith(stem) and (keys[at] == stem or not kinds[at] & (SPEECH | RESUME)) for at in before)


def is_governed(passage: Passage, place: int) -> bool:
    """Whether a preposition or أحد stands before the word, so that it is a noun: من أبرز المرشحين، للرأي."""
    before = passage.tokens.kinds[place - 1] if place else 0
    fused = before & PREFIX and passage.tokens.keys[place - 1] in NOUN_PREFIXES
    return bool(fused) or (bool(before & PREPOSITION) and not before & (SATED | RELATIVE | TIME))


def verb_in_preposition(passage: Passage, place: int) -> Finding | None:
    """A form that is also a preposition, behind a comma or أن, with a known source and أن right behind it: ، بين الخبير أن كذا."""
    if not place or not passage.tokens.kinds[place - 1] & (COMMA | THAT):
        return None
    phrase = source_at(passage, place + 1)
    if phrase is None or phrase.stop >= len(passage.tokens) or not passage.tokens.kinds[phrase.stop] & THAT:
        return None
    found = (verb_speaker_that(passage, place, reading) for reading in readings(passage.tokens.keys[place]))
    return next((finding for finding in found if finding), None)


def is_written_noun(passage: Passage, place: int) -> bool:
    """Whether a form is a noun as it is written, though folded it is a verb too: إعادة beside أعاده."""
    written = passage.tokens.surface(place, place + 1)
    return written[0] == WRITTEN_INNA or written[-1] == WRITTEN_TA_MARBUTA


def findings_at(passage: Passage, place: int) -> Finding | None:
    """The first rule that applies to the cue at `place`."""
    kind = passage.tokens.kinds[place]
    if kind & ACCORDING or (kind & SAYING_PHRASE and is_saying_phrase(passage, place)):
        found = according_to(passage, place)
        if found or not kind & SPEECH or passage.tokens.keys[place] == RELAYING:
            return found
    if kind & COLON:
        return name_colon(passage, place)
    if (kind & TIME and kind & SPEECH) or is_unsaid(passage, place):
        return None
    if kind & PREPOSITION and not starts_clause(passage, place):
        return verb_in_preposition(passage, place)
    if is_own_word(passage, place):
        return None
    for reading in readings(passage.tokens.keys[place]):
        if reading.tense in FINITE and (is_governed(passage, place) or is_written_noun(passage, place)):
            continue
        for rule in VERB_RULES:
            found = rule(passage, place, reading)
            if found:
                return found
    return None


VERB_RULES: list[Rule] = [quote_verb_speaker, clause_verb_speaker, verb_speaker_that, saying_that, verb_then_clause]
