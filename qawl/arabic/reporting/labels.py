"""Who stands before a colon at the beginning of a line: فلان: كذا, in headlines, in captions and behind an hour."""

from __future__ import annotations

from qawl.arabic.findings import Finding, Range
from qawl.arabic.heads import is_headed
from qawl.arabic.letters import IMPERFECT, IMPERFECT_HEADS, THROUGH, UPON
from qawl.arabic.lexicon import (
    AMID,
    BODY,
    BREAK,
    COLON,
    DEFINITE,
    DOCUMENT,
    FAMILY,
    KAN,
    LATIN,
    MEDIA,
    NAME,
    NEGATION,
    NUMBER,
    OFFICE,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTE,
    RELATIVE,
    ROLE,
    SETTING,
    SPEECH,
    STOP,
    THAT,
    may_say,
    readings,
)
from qawl.arabic.ordinary import is_imperfect
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_phrase, read_source
from qawl.arabic.phrases.hearers import addressee
from qawl.arabic.phrases.marked import told_in_marks
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.sources import source_at
from qawl.arabic.reporting.turns import WE, words

# How many tokens may stand before a colon on its line.
LONGEST = 16
# Fewer tokens than these say something only with a verb.
SAYS_LITTLE = 3
# What only a clause has.
CLAUSE = KAN | NEGATION | THAT | PRONOUN
# Heads of parties that a headline quotes by a colon.
QUOTED = BODY | MEDIA | LATIN | ROLE | PEOPLE


def name_colon(passage: Passage, colon: int) -> Finding | None:
    """فلان: كذا (at the beginning of a line)"""
    phrase, start = label_before(passage, colon), colon + 1
    if phrase is None and (shown := person_shown(passage, colon)):
        return shown
    if phrase is None or start >= len(passage.tokens) or passage.tokens.kinds[start] & (BREAK | STOP):
        return None
    setting = setting_between(passage, phrase.stop, colon)
    told = is_told_between(passage, phrase.stop, colon)
    if phrase.stop != colon and setting is None and not told:
        return None
    quote = passage.opening.get(start)
    if quote and quote.is_speech:
        return Finding("name_colon", colon, setting, None, phrase, ((quote.first, quote.stop),), "name")
    content = passage.trim(start, author_speaks(passage, start))
    if is_dateline(passage, phrase, start):
        return None
    if passage.is_title(colon):
        speaks = may_head(passage, phrase, content)
    else:
        speaks = may_stand(passage, phrase, content, bool(setting or told), is_timed(passage, colon))
    return Finding("name_colon", colon, setting, None, phrase, (content,), "name") if speaks else None


def person_shown(passage: Passage, colon: int) -> Finding | None:
    """Who opens a line with age or trade behind the name, before a quotation: فلان (45 عاما): «كذا»؛ فلان، صياد: «كذا»."""
    kinds, first = passage.tokens.kinds, passage.paragraph_start(colon)
    quote = passage.opening.get(colon + 1)
    if quote is None or not quote.is_speech or colon - first > LONGEST or is_told(passage, first):
        return None
    phrase = read_source(passage.tokens, first, colon)
    if phrase is None or not phrase.named or not passage.sets_off(phrase.name[1]):
        return None
    if any(kind & (SPEECH | THAT | STOP | RELATIVE) and not kind & ROLE for kind in kinds[phrase.stop : colon]):
        return None
    return Finding("name_colon", colon, None, None, phrase, ((quote.first, quote.stop),), "name")


def is_dateline(passage: Passage, phrase: Phrase, start: int) -> bool:
    """Whether a bare word only tells who made a report, since a saying with its own subject follows: الساحل: قالت الهيئة إن."""
    tells = start + 1 < len(passage.tokens) and phrase.stop - phrase.first == 1 and may_say(passage.tokens.keys[start])
    if not tells or not any(reading.tense == "perfect" for reading in readings(passage.tokens.keys[start])):
        return False
    return bool(passage.tokens.kinds[start + 1] & THAT) or source_at(passage, start + 1) is not None


def author_speaks(passage: Passage, start: int) -> int:
    """Where the author tells of what was said besides, in a sentence of the paragraph that opens with its verb: وأضاف أن كذا."""
    tokens, stop = passage.tokens, passage.paragraph_stop(start)
    for place in range(start + 1, stop):
        if tokens.kinds[place - 1] & STOP and not passage.is_abbreviation(place - 1) and not passage.inside(place):
            verb = place + bool(tokens.kinds[place] & PREFIX)
            if verb < stop and any(
                reading.tense == "perfect" and reading.act != "think" for reading in readings(tokens.keys[verb])
            ):
                return place
    return stop


def label_before(passage: Passage, colon: int) -> Phrase | None:
    """The phrase that opens the line of a colon, perhaps behind an hour; None where something else opens it."""
    kinds, first = passage.tokens.kinds, colon
    while first and (not kinds[first - 1] & PUNCTUATION or kinds[first - 1] & QUOTE) and colon - first < LONGEST:
        first -= 1
    while first < colon and kinds[first] & NUMBER:
        first += 1
    start = first
    while start and kinds[start - 1] & (PUNCTUATION | PREFIX | NUMBER) and not kinds[start - 1] & BREAK:
        start -= 1
    if first == colon or (start and not kinds[start - 1] & BREAK) or is_told(passage, first) or kinds[first] & AMID:
        return None
    return read_source(passage.tokens, first, colon)


def is_told(passage: Passage, first: int) -> bool:
    """Whether a line opens with a verb of saying, which then has the colon: قال المدير فلان: كذا."""
    kind = passage.tokens.kinds[first]
    return bool(kind & SPEECH) and not kind & (ROLE | BODY | NAME | DOCUMENT | DEFINITE)


def may_head(passage: Passage, phrase: Phrase, content: Range) -> bool:
    """Whether a headline quotes who stands before its colon; a country only where it speaks of itself: تونس: لن نشارك."""
    if phrase.type == "country":
        return speaks_of_us(passage, content)
    if content[1] - content[0] < SAYS_LITTLE and not is_clause(passage, content):
        return False
    if phrase.named or is_surname(passage, phrase):
        return True
    headed = phrase.type != "document" and is_headed(passage.tokens, phrase.first)
    return headed and bool(passage.tokens.kinds[phrase.first] & QUOTED)


def is_surname(passage: Passage, phrase: Phrase) -> bool:
    """Whether one definite word that may be a surname is all of a phrase: الراوي."""
    kind = passage.tokens.kinds[phrase.first]
    return phrase.stop - phrase.first == 1 and bool(kind & DEFINITE) and bool(kind & FAMILY)


def speaks_of_us(passage: Passage, content: Range) -> bool:
    """Whether somebody speaks of himself: نحن، لن نشارك."""
    keys = passage.tokens.keys[slice(*content)]
    return any(key in words(WE) or (key[0] == IMPERFECT_HEADS[-1] and is_imperfect(key)) for key in keys)


def is_timed(passage: Passage, colon: int) -> bool:
    """Whether an hour opens the line, as in reports by the minute: 14:30 فلان: كذا."""
    tokens, first = passage.tokens, passage.paragraph_start(colon)
    clock = tokens.kinds[first + 1] & COLON and tokens.kinds[first + 2] & NUMBER
    return bool(tokens.kinds[first] & NUMBER) and bool(clock or "." in tokens.keys[first])


def may_stand(passage: Passage, phrase: Phrase, content: Range, occasion: bool, timed: bool) -> bool:
    """Whether a line of the text quotes who stands before its colon, and lists nothing: a person, a body that spoke on an occasion,
    anybody behind an hour, an office where what follows is a clause.
    """
    body = phrase.type in ("organisation", "country") and occasion
    opened = passage.tokens.kinds[content[0]] & (THAT | RELATIVE)
    office = bool(passage.tokens.kinds[phrase.first] & (ROLE | PEOPLE)) and not opened and is_clause(passage, content)
    relays = passage.tokens.kinds[phrase.first] & MEDIA
    known = phrase.named or body or (not relays and (timed or office) and may_head(passage, phrase, content))
    return known and content[1] - content[0] >= 4 and not is_entry(passage, content)


def is_entry(passage: Passage, content: Range) -> bool:
    """Whether a line only lists a name: a number behind the colon, or an office and no full stop, without a verb: قرية: 9 حالات."""
    kinds, (first, stop) = passage.tokens.kinds, content
    if not kinds[first] & (OFFICE | NUMBER) or kinds[first] & DEFINITE:
        return False
    if not kinds[first] & NUMBER and kinds[stop] & STOP:
        return False
    return not is_clause(passage, (first + 1, stop))


def is_clause(passage: Passage, words: Range) -> bool:
    """Whether a verb, a negation or a pronoun shows that words say something."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    return any(kinds[at] & CLAUSE or is_finite(keys[at]) or is_imperfect(keys[at]) for at in range(*words))


def is_finite(key: str) -> bool:
    """Whether a word is a verb as far as its shape or the verbs of saying tell."""
    return bool(IMPERFECT.match(key)) or may_say(key)


def setting_between(passage: Passage, first: int, colon: int) -> Range | None:
    """The occasion that stands between a source and its colon, which is then the cue: السفارة في بيان: …، فلان عبر تويتر: …"""
    kinds = passage.tokens.kinds
    if colon == first + 2 and passage.tokens.keys[first] in (THROUGH, UPON) and kinds[first + 1] & (BODY | MEDIA | LATIN):
        return first, colon
    if first + 1 < colon and kinds[first] & PREPOSITION and kinds[first + 1] & SETTING:
        return first, first + 2
    return None


def is_told_between(passage: Passage, first: int, colon: int) -> bool:
    """Whether who was told, and nobody else, stands between a source and its colon: فلان لـ«الساحل»: / فلان «للساحل»: …"""
    if (quote := passage.opening.get(first)) and told_in_marks(passage.tokens, first):
        return colon == quote.close + 1
    if first + 1 >= colon or not passage.tokens.kinds[first] & PREFIX or not addressee(passage.tokens, first + 1, colon):
        return False
    quote = passage.opening.get(first + 1)
    phrase = None if quote else read_phrase(passage.tokens, first + 1, colon)
    return colon == (quote.close + 1 if quote else phrase.stop if phrase else None)
