"""Verbs of saying that stand beside or within what was said, and open nothing: «كذا»، قال فلان / كذا، يضيف فلان، كذا."""

from __future__ import annotations

from qawl.arabic.findings import Finding, Range
from qawl.arabic.letters import AS_SAID, BY, CONJUNCTIONS, DASHES, OF, ON_WHAT, SURELY, TA_MARBUTA, THAT_MATTER, THIS
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    BREAK,
    CLOSES,
    COLON,
    COMMA,
    CONJUNCTION,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    EMPHATIC,
    FAMILY,
    HUMAN,
    KAN,
    MANNER,
    NAME,
    NEGATION,
    OPENS,
    OUTRIGHT,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTE,
    RELATIVE,
    ROLE,
    SATED,
    SAYING,
    SETTING,
    SPEECH,
    STOP,
    THAT,
    THUS,
    TIME,
    VERB_ALONE,
    readings,
)
from qawl.arabic.names.units import units
from qawl.arabic.ordinary import is_adverb, is_verb
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.appositions import with_clause
from qawl.arabic.phrases.entities import read_source
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.quotes import Quote
from qawl.arabic.reporting.adverbials import past_day
from qawl.arabic.reporting.clauses import is_joined
from qawl.arabic.reporting.cues import SENTENCE, is_governed, is_negated
from qawl.arabic.reporting.sources import in_marks, is_object, source_at
from qawl.arabic.verbs import CLAIMED, CLAUSE, FINITE, ONLY, Reading
from qawl.arabic.where import by_word

# Acts that كما quotes without a comma before it.
TELLS = ("say", "assert", "announce")
# Acts of verbs whose object follows them and that only tell more of a clause: خرج الحارس، ينفي الخبر.
TAKES_OBJECT = ("deny", "accuse")
# How many tokens may stand between a source and the second half of its quotation.
ASIDE_REACH = 8
# How many tokens may stand between a quotation and its verb.
BETWEEN = 12
# What may stand between a quotation and its verb: «كذا»، بهذه الكلمات رد فلان.
BEFORE_VERB = COMMA | CONJUNCTION | THUS | DEMONSTRATIVE | PREFIX
# A clause without أن behind a comma has so many tokens: not وتابع فلان، أمس، هذا العرض.
SHORTEST_CLAUSE = 3
# What opens a clause behind a comma that no author goes on with: لا أزال، هذا القرار، نحن.
SAYS_ITSELF = OUTRIGHT | NEGATION | DEMONSTRATIVE | PRONOUN
# How many tokens of an adjunct stand between a source and what was said outright.
ADJUNCT_REACH = 14
# What tells that somebody speaks in a sentence.
SAYS = SPEECH | ACCORDING | SAYING
# What tells that a clause has a predicate of its own.
PREDICATES = SPEECH | THAT | KAN | PRONOUN | NEGATION | VERB_ALONE
# A sentence of fewer tokens is hardly what was said: a dateline, a heading.
LEAST = 6


def quote_verb_speaker(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """«كذا»، قال فلان / «كذا»، يقول فلان، «كذا»"""
    if reading.tense in ("noun", "participle") or is_joined(passage, cue) or ONLY in reading.takes or is_turn(passage, cue):
        return None
    quote = quote_before(passage, cue)
    if quote is None:
        return None
    stop = passage.sentence_stop(cue)
    phrase = read_source(passage.tokens, cue + 1, stop) or behind_manner(passage, cue + 1)
    if phrase is None or (phrase.stop < stop and passage.tokens.kinds[phrase.stop] & THAT):
        return None
    content: tuple[Range, ...] = ((quote.first, quote.stop),)
    more = quote_goes_on(passage, phrase.stop, stop)
    if more and more.is_speech:
        content = (*content, (more.first, more.stop))
    return Finding("quote_verb", cue, (cue, cue + 1), reading, phrase, content, "name")


def behind_manner(passage: Passage, first: int) -> Phrase | None:
    """The known source behind how it was said: «كذا»، يقول بحسرة شديدة | سالم الكندي."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    told = first + 3 < len(tokens) and tokens.keys[first] == BY and kinds[first + 1] & MANNER and not kinds[first + 2] & DEFINITE
    return source_at(passage, first + 3) if told else None


def is_turn(passage: Passage, cue: int) -> bool:
    """Whether و and a word that points stand before a verb, which then opens what comes next: «كذا»، وهنا رد القاضي: «كذا»."""
    tokens = passage.tokens
    points = cue > 1 and tokens.kinds[cue - 1] & DEMONSTRATIVE and not tokens.kinds[cue - 1] & THUS
    return bool(points) and tokens.keys[cue - 2] in CONJUNCTIONS


def quote_before(passage: Passage, cue: int) -> Quote | None:
    """The quotation that ends before `cue`, no more between than a mark, هكذا or بهذه الكلمات; a full stop only with these.

    One behind a preposition tells only of what somebody speaks: فيما يتعلق بـ«كذا»، قال فلان.
    """
    kinds, before = passage.tokens.kinds, cue - 1 - is_taken_up(passage, cue)
    thus = before < cue - 1 or bool(kinds[cue] & THUS) or is_with_this(passage, before)
    while before > cue - BETWEEN and before > 0 and before not in passage.closing:
        thus = thus or bool(kinds[before] & THUS)
        if not (kinds[before] & BEFORE_VERB or passage.tokens.keys[before][0] in DASHES or (thus and kinds[before] & STOP)):
            break
        before -= 1
    quote = passage.closing.get(before)
    said = (
        quote and (quote.is_speech or is_cry(passage, quote) or (thus and quote.words > 1)) and not is_governed(passage, quote.open)
    )
    return quote if said else None


def is_with_this(passage: Passage, place: int) -> bool:
    """Whether بهذا stands before a verb and takes up what was said: «كذا». بهذا ختم فلان كلمته."""
    keys = passage.tokens.keys
    return place > 0 and keys[place] in THIS and keys[place - 1] == BY


def is_taken_up(passage: Passage, cue: int) -> bool:
    """Whether هذا ما before a verb with its pronoun takes up what was said: «كذا». هذا ما قاله فلان."""
    tokens = passage.tokens
    this = cue > 1 and tokens.keys[cue - 1] == ON_WHAT[1] and tokens.kinds[cue - 2] & DEMONSTRATIVE
    return bool(this) and any(reading.object for reading in readings(tokens.keys[cue]))


def is_cry(passage: Passage, quote: Quote) -> bool:
    """Whether a short quotation that opens its sentence denies something: «لا تعليق»، قال فلان."""
    opens = passage.sentence_start(quote.open) == quote.open and quote.words > 1
    return opens and bool(passage.tokens.kinds[quote.first] & NEGATION)


def quote_thus(passage: Passage, place: int) -> Finding | None:
    """«كذا».. بهذه الكلمات بدأ فلان يومه / «كذا»، هكذا استقبلنا فلان: the verb behind it says nothing of saying."""
    tokens, verb = passage.tokens, passage.skip(place + 1, PREFIX)
    quote = quote_before(passage, place)
    if quote is None or verb + 1 >= len(tokens) or tokens.kinds[verb] & ~VERB_ALONE:
        return None
    stop = passage.sentence_stop(verb)
    phrase = in_marks(passage, verb + 1, stop) or read_source(tokens, verb + 1, stop)
    if phrase is None or not (is_known(tokens, phrase) or tokens.kinds[phrase.first] & (DEFINITE | OPENS)):
        return None
    first = place
    while first - 1 > quote.close and tokens.kinds[first - 1] & (DEMONSTRATIVE | PREFIX):
        first -= 1
    return Finding("quote_thus", place, (first, place + 1), None, phrase, ((quote.first, quote.stop),), "name")


def quote_goes_on(passage: Passage, after: int, stop: int) -> Quote | None:
    """The quotation that goes on behind a source, which may be told more of: «كذا»، قال فلان وهو يضحك، «كذا»."""
    kinds = passage.tokens.kinds
    for place in range(after, min(stop, after + ASIDE_REACH)):
        if kinds[place] & (COMMA | COLON) and place + 1 in passage.opening:
            return passage.opening[place + 1]
        if kinds[place] & (SPEECH | THAT | QUOTE):
            return None
    return None


def clause_verb_speaker(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """كذا، يضيف فلان، كذا / كذا، كما قال أمس فلان / كذا، على ما أفاد فلان في تصريح; but not مشروع، يقترح فيه كذا،"""
    kinds = passage.tokens.kinds
    head = as_head(passage, cue)
    tenses = FINITE if head < cue else ("imperfect",)
    set_off = head > 1 and bool(
        (kinds[head - 1] & PUNCTUATION and not kinds[head - 1] & CLOSES) or (head < cue and reading.act in TELLS)
    )
    if reading.tense not in tenses or not set_off or ONLY in reading.takes or is_what_was_said(passage, head, reading):
        return None
    subject = past_day(passage, cue + 1, passage.sentence_stop(cue))
    phrase = None if head == cue and reading.act in TAKES_OBJECT else source_at(passage, subject) or surname_at(passage, subject)
    end = with_clause(passage, phrase, passage.sentence_stop(cue)).stop if phrase and head < cue else 0
    free = bool(phrase) and head < cue and reading.act in TELLS
    after = past_occasion(passage, max(end, phrase.stop) if phrase else cue + 1, free)
    if phrase and (is_object(passage, phrase) or is_of_man(passage, phrase, reading) or is_first_name(passage, head, phrase)):
        return None
    if not kinds[after] & (PUNCTUATION | BREAK):
        return None
    bare = head == cue and (after == cue + 1 or kinds[cue + 1] & SATED)
    if phrase is None and (reading.tense == "perfect" or bare):
        return None
    content = clauses_around(passage, head, after, reading.takes)
    if content is None or (is_adjunct(passage, content[0]) if head == cue else is_contrary(passage, content[0], reading)):
        return None
    return Finding("clause_verb", cue, (head, cue + 1), reading, phrase, content, "name" if phrase else "dropped")


def surname_at(passage: Passage, place: int) -> Phrase | None:
    """A surname alone at `place`, which stands behind a given name before: سالم الكندي … كذا، يقول | الكندي."""
    tokens = passage.tokens
    if place >= len(tokens) or not tokens.kinds[place] & FAMILY or not tokens.kinds[place] & DEFINITE:
        return None
    known = any(tokens.kinds[at - 1] & NAME for at in by_word(tokens)[tokens.keys[place]] if 0 < at < place)
    return read_source(tokens, place, passage.sentence_stop(place)) if known else None


def is_contrary(passage: Passage, clause: Range, reading: Reading) -> bool:
    """Whether a negated clause stands before what was claimed, which is its contrary: ليس الجسر مغلقا، كما زعم التاجر."""
    return CLAIMED in reading.takes and any(kind & NEGATION for kind in passage.tokens.kinds[slice(*clause)])


def is_first_name(passage: Passage, verb: int, phrase: Phrase) -> bool:
    """Whether a verb right behind a mark opens a name of a list instead: محمد الراوي، يزيد الكندي، سامر الحلبي."""
    unit = units().get(passage.tokens.keys[verb])
    return unit is not None and unit.opened > 0 and phrase.named and phrase.name[0] == verb + 1


def is_of_man(passage: Passage, phrase: Phrase, reading: Reading) -> bool:
    """Whether a feminine verb has a plain masculine noun before an office and a name: تؤكد حضور | متحدث الجماعة سالم الكندي."""
    if reading.gender != "f" or not phrase.named or phrase.role is None:
        return False
    head = phrase.role[0]
    return not passage.tokens.kinds[head] & HUMAN and not passage.tokens.keys[head].endswith(TA_MARBUTA)


def as_head(passage: Passage, cue: int) -> int:
    """Where كما، مثلما، هكذا or على ما begins that stands before the verb, else the verb."""
    keys = passage.tokens.keys
    if cue and keys[cue - 1] in AS_SAID:
        return cue - 1
    return cue - 2 if cue > 1 and (keys[cue - 2], keys[cue - 1]) == ON_WHAT else cue


def is_what_was_said(passage: Passage, head: int, reading: Reading) -> bool:
    """Whether على ما and the verb's pronoun belong to the verb before: لم يعلق على ما قالته فلانة; but not كذا، على ما قالته."""
    return bool(reading.object) and passage.tokens.keys[head] == ON_WHAT[0] and not passage.tokens.kinds[head - 1] & PUNCTUATION


def past_occasion(passage: Passage, place: int, free: bool) -> int:
    """Where the occasion of a saying ends that stands behind it, up to a mark: في ذات التصريح؛ any adjunct where `free`."""
    kinds = passage.tokens.kinds
    if not kinds[place] & (PREPOSED | TIME | EMPHATIC):
        return place
    setting = free
    for at in range(place, min(passage.sentence_stop(place), place + ADJUNCT_REACH) + 1):
        if at >= len(passage.tokens) or kinds[at] & (PUNCTUATION | BREAK):
            return at if setting else place
        setting = setting or bool(kinds[at] & (SETTING | DOCUMENT))
        if kinds[at] & (THAT | RELATIVE) or (kinds[at] & SPEECH and not kinds[at] & (SETTING | DEFINITE | ROLE | BODY)):
            return place
    return place


def clauses_around(passage: Passage, head: int, after: int, takes: frozenset[str]) -> tuple[Range, ...] | None:
    """The clause before a verb of saying that only stands in it, and what of it follows between commas."""
    kinds = passage.tokens.kinds
    before = passage.trim(own_clause(passage, head), head)
    start = passage.skip(after, PUNCTUATION)
    own = kinds[start] & THAT or passage.tokens.keys[start] in takes
    least = 1 if is_subject_parted(passage, before, after) else SHORTEST_CLAUSE
    if before[1] - before[0] < least or kinds[after] & (COLON | QUOTE) or own:
        return None
    stop = passage.sentence_stop(after)
    for place in range(start, stop):
        if kinds[place] & SPEECH and kinds[place - 1] & (COMMA | PREFIX):
            stop = place
            break
    rest = passage.trim(min(start, stop), stop)
    return (before, rest) if rest[1] - rest[0] > 1 else (before,)


def is_subject_parted(passage: Passage, before: Range, after: int) -> bool:
    """Whether كما قال فلان parts the subject that opens a sentence from its predicate: فالماء، كما قال المدير، متوفر."""
    kinds = passage.tokens.kinds
    opens = passage.sentence_start(before[0]) == before[0]
    last = kinds[before[1] - 1] if before[1] > before[0] else 0
    return opens and bool(last & DEFINITE) and bool(kinds[after] & COMMA) and not kinds[before[0]] & PREPOSITION


def is_adjunct(passage: Passage, clause: Range) -> bool:
    """Whether what stands before a verb is no clause but tells when or where: بعد أيام من الحصار، يروي فلان قصته.

    من may open a clause without a verb (من الصعب العمل هنا، يقول فلان).
    """
    tokens, kinds = passage.tokens, passage.tokens.kinds[slice(*clause)]
    if not kinds[0] & (PREPOSITION | TIME) or tokens.keys[clause[0]] == OF or any(kind & PREDICATES for kind in kinds):
        return False
    return not any(is_verb(key) for key in tokens.keys[slice(*clause)])


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
    phrase = None if participle else source_at(passage, cue + 1) or before_surely(passage, cue + 1)
    begins = is_joined(passage, cue) or passage.sentence_start(cue) == cue
    if not (phrase or participle or begins) or is_negated(passage, cue):
        return None
    after = phrase.stop if phrase else cue + 1
    start = clause_behind(passage, reading, phrase, after) or outright(passage, after)
    if start is None and not has_object(passage, phrase):
        start = behind_comma(passage, after)
    if start is None:
        return None
    form = "participle" if participle else "name" if phrase else "dropped"
    return Finding("verb_clause", cue, (cue, cue + 1), reading, phrase, ((start, start + 1),), form, True)


def before_surely(passage: Passage, place: int) -> Phrase | None:
    """A source whatever its head, where لقد opens what was said right behind it: وقالت الأم المفجوعة لقد كان هنا."""
    phrase = read_source(passage.tokens, place, passage.sentence_stop(place)) if place < len(passage.tokens) else None
    surely = phrase is not None and passage.tokens.keys[phrase.stop] == SURELY
    return phrase if surely else None


def said_before(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """كذا. أوضح ذلك فلان / كذا. صرح بذلك فلان: what was said is the sentence before, where nobody else says anything."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    start = passage.sentence_start(cue)
    that = passage.skip(cue + 1, PREFIX)
    if reading.tense != "perfect" or reading.act not in TELLS or start + is_joined(passage, cue) < cue:
        return None
    if tokens.keys[that] != THAT_MATTER or that - cue > 2:
        return None
    phrase = source_at(passage, that + 1)
    content = sentence_before(passage, start)
    if phrase is None or content[1] - content[0] < LEAST or any(kind & SAYS for kind in kinds[slice(*content)]):
        return None
    return Finding("said_before", cue, (cue, cue + 1), reading, phrase, (content,), "name")


def sentence_before(passage: Passage, start: int) -> Range:
    """The sentence that ends before `start`, without its full stop; empty where none does."""
    stop = start
    while stop > 0 and passage.tokens.kinds[stop - 1] & (STOP | BREAK):
        stop -= 1
    return passage.trim(passage.sentence_start(stop - 1), stop) if stop else (0, 0)


def has_object(passage: Passage, phrase: Phrase | None) -> bool:
    """Whether a phrase holds more than a name and its offices, which the verb may have as object: تابع كريم الدوري لاعبيه،."""
    if phrase is None or not phrase.named or phrase.stop == phrase.name[1]:
        return False
    return not passage.tokens.kinds[phrase.name[1]] & (ROLE | COMMA)


def behind_comma(passage: Passage, comma: int) -> int | None:
    """Where what was said stands behind a comma, or behind an occasion between two: وقال فلان، ردا على سؤال، لا أزال هنا.

    The occasion may stand before the first: وأضاف فلان في مؤتمر صحفي، لم أتصور ذلك.
    """
    kinds = passage.tokens.kinds
    stop = min(passage.sentence_stop(comma), len(passage.tokens) - 1)
    if comma + 1 < stop and kinds[comma] & PREPOSITION and kinds[comma + 1] & SETTING:
        occasion = range(comma, min(stop, comma + ADJUNCT_REACH))
        comma = next((at for at in occasion if kinds[at] & (PUNCTUATION | THAT | RELATIVE)), stop)
    if comma >= stop or not kinds[comma] & COMMA or passage.inside(comma):
        return None
    start = comma + 1
    if kinds[start] & (PREPOSED | TIME) or is_adverb(passage.tokens.keys[start]):
        ends = (at for at in range(start, min(stop, start + ADJUNCT_REACH)) if kinds[at] & (PUNCTUATION | THAT | RELATIVE))
        end = next(ends, start)
        start = end + 1 if kinds[end] & COMMA else start
    says = kinds[start] & SAYS_ITSELF and not kinds[start] & (PREPOSITION | SATED)
    return start if says and stop - start >= SHORTEST_CLAUSE else None


def outright(passage: Passage, start: int) -> int | None:
    """Where a word that opens what was said stands: at `start`, or behind an adjunct (وأضاف في مؤتمر صحفي نأمل أن)."""
    kinds = passage.tokens.kinds
    for place in range(start, min(start + ADJUNCT_REACH, passage.sentence_stop(start), len(passage.tokens))):
        if kinds[place] & OUTRIGHT:
            return place
        if kinds[place] & (PUNCTUATION | THAT | RELATIVE) or (place == start and not kinds[place] & (PREPOSED | TIME)):
            return None
        if kinds[place] & SPEECH and not kinds[place] & (SETTING | DEFINITE | ROLE | BODY):
            return None
    return None


def clause_behind(passage: Passage, reading: Reading, phrase: Phrase | None, place: int) -> int | None:
    """`place`, if what was said begins there with its verb right behind its verb of saying, or a name or definite noun.

    قال سالم | لم أره، قالت المديرة | كانت مغلقة; but not رجل | لم يذكر اسمه.
    """
    kinds = passage.tokens.kinds
    if CLAUSE not in reading.takes or passage.sentence_stop(place) - place < SHORTEST_CLAUSE:
        return None
    if phrase and not phrase.named and not any(kind & DEFINITE for kind in kinds[phrase.first : phrase.stop]):
        return None
    return place if kinds[place] & (NEGATION | KAN) else None
