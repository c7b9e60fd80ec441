"""The noun of which a clause with a verb of saying tells: المدير الذي أكد أن، سيدة تقول إن، تقرير صدر أمس قال إن."""

from __future__ import annotations

from collections.abc import Iterable

from qawl.arabic.heads import is_accusative, is_headed, is_proper_body, known_head
from qawl.arabic.letters import (
    ALEF,
    BARE_THAT,
    BROKEN_PLURAL,
    BY,
    FEMININE_NISBA,
    FEMININE_PLURAL,
    SAID,
    TA_MARBUTA,
    WHO,
    WRITTEN_INNA,
)
from qawl.arabic.lexicon import (
    COMMA,
    DEFINITE,
    DETERMINED,
    DOCUMENT,
    EMPHATIC,
    FUNCTION,
    GIVEN,
    ISSUES,
    KAN,
    NAME,
    NAME_UNIT,
    ODD,
    OFFICE,
    ONE_OF,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    SETTING,
    SIDE,
    SPEECH,
    THAT,
    TITLE,
    readings,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.clauses import SUBJECT_REACH
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import Reading

# How many tokens before its verb an indefinite noun may stand of which it tells more.
INDEFINITE_REACH = 4


def antecedent(passage: Passage, cue: int, reading: Reading) -> Phrase | None:
    """The noun that a relative clause tells of, where it is the subject: المدير الذي أكد، السكان الذين قالوا، سيدة تقول."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    place = cue - 1
    while place > 0 and (kinds[place] & (KAN | SIDE) or (kinds[place] & PREFIX and kinds[place + 1] & SIDE)):
        place -= 1
    if place < 1:
        return None
    if reading.gender + reading.number not in WHO.get(tokens.keys[place], ()):
        return indefinite_before(passage, cue, reading) or document_told_of(passage, cue, reading)
    if reading.object == reading.gender + reading.number:
        return None
    while place > 0 and kinds[place - 1] & (PREFIX | COMMA | EMPHATIC):
        place -= 1
    starts = range(max(passage.sentence_start(cue), place - SUBJECT_REACH), place)
    heads = (first for first in starts if kinds[first] & (NAME_UNIT | TITLE | ONE_OF) or is_headed(tokens, first))
    heads = (first for first in heads if not leads_under(tokens, first))
    if (reading.gender, reading.number) == ("m", "s"):
        heads = (first for first in heads if not tokens.keys[first].endswith((FEMININE_PLURAL, FEMININE_NISBA)))
    return last_phrase(tokens, heads, place, reading.number == "s")


def leads_under(tokens: Tokens, head: int) -> bool:
    """Whether a noun behind ب only tells under whom something was: جلسة برئاسة سالم الكندي، الذي أكد; not بوزارة سالم."""
    whose = tokens.kinds[head + 1]
    led = head > 0 and tokens.keys[head - 1] == BY and not tokens.kinds[head] & DEFINITE
    return led and bool(whose & (OFFICE | NAME)) and known_head(tokens.keys[head]) == "organisation"


def last_phrase(tokens: Tokens, heads: Iterable[int], stop: int, one: bool) -> Phrase | None:
    """The first phrase at one of these heads that reaches `stop`, none that begins within a person's: السفير | سالم الكندي، الذي.

    Behind ب a person stands apart from who met him: التقى الوفد | بمدير المدرسة سالم الكندي، الذي. Of two joined `one` is the last.
    A text is no part of whoever did something with it: انتقد سالم الكندي | التقرير الذي.
    """
    done, whole = 0, None
    for first in heads:
        phrase = read_phrase(tokens, first, stop) if first >= done else None
        if phrase and one and phrase.named and is_and(tokens, phrase.name[1]):
            phrase = phrase._replace(stop=phrase.name[1])
        if phrase and phrase.named and phrase.name[1] < stop and is_definite_text(tokens, phrase.name[1]):
            phrase = phrase._replace(stop=phrase.name[1])
        if phrase and phrase.stop == stop and (whole is None or (phrase.named and tokens.keys[first - 1] == BY)):
            whole = phrase
        if phrase and phrase.named:
            done = phrase.stop
    return whole


def is_definite_text(tokens: Tokens, place: int) -> bool:
    """Whether a document with its article stands at `place`: التقرير."""
    return bool(tokens.kinds[place] & DOCUMENT and tokens.kinds[place] & DEFINITE)


def indefinite_before(passage: Passage, cue: int, reading: Reading) -> Phrase | None:
    """An indefinite noun right before its verb, of which the verb tells more: من سيدة تقول إن، جماعة مسلحة اعترفت بأن.

    An adjective that is an office too belongs to the noun before it: مسؤول أمني كبير قال.
    """
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if written := accusative_document(tokens, cue, reading):
        return written
    found: Phrase | None = None
    for first in range(cue - 1, max(passage.sentence_start(cue), cue - INDEFINITE_REACH) - 1, -1):
        if (
            kinds[first] & (DETERMINED | PUNCTUATION | PREFIX | FUNCTION | KAN)
            or (kinds[first] & SPEECH and not kinds[first] & DOCUMENT)
            or is_proper_body(tokens, first)
        ):
            break
        if is_headed(tokens, first):
            before = kinds[first - 1] if first else 0
            if not (first or found) or before & SETTING or (kinds[first] & SETTING and before & PREPOSITION):
                break
            phrase = read_phrase(tokens, first, cue)
            if phrase is None or phrase.stop != cue or not goes_with(tokens, phrase, reading):
                break
            found = phrase
    if found is None or is_said_of(passage, found, cue, reading):
        return None
    return named_before(passage, found, cue) or found


def accusative_document(tokens: Tokens, cue: int, reading: Reading) -> Phrase | None:
    """An indefinite document in its accusative and its adjectives before its imperfect: نشر تقريرا يؤكد أن."""
    first = cue - 1
    while first > 0 and not tokens.kinds[first] and tokens.keys[first].endswith(ALEF) and not is_accusative(tokens, first):
        first -= 1
    document = first > 0 and is_accusative(tokens, first) and known_head(tokens.keys[first].removesuffix(ALEF)) == "document"
    tells = document and reading.tense == "imperfect" and (reading.gender, reading.number) == ("m", "s")
    return Phrase(first, cue, "document", (first, cue), None, False) if tells else None


def named_before(passage: Passage, phrase: Phrase, cue: int) -> Phrase | None:
    """Who opens the sentence by name right before the noun, which tells what he is: سالم الكندي | بائع خضار يقول."""
    tokens, first = passage.tokens, passage.sentence_start(cue)
    if first < phrase.first and tokens.kinds[first] & PREFIX:
        first += 1
    if first >= phrase.first or phrase.type != "unnamed" or not tokens.kinds[phrase.first - 1] & (NAME_UNIT | ODD):
        return None
    person = read_phrase(tokens, first, phrase.first)
    if person is None or not person.named or person.name[1] != phrase.first:
        return None
    if person.name[0] > first and not tokens.kinds[first] & (TITLE | PEOPLE):
        return None
    return person._replace(stop=cue, role=person.role or (phrase.first, cue))


def is_said_of(passage: Passage, phrase: Phrase, cue: int, reading: Reading) -> bool:
    """Whether قال tells of a document what its pronoun takes up, so that another one said it: نشرت وثائق قالت إنها تثبت كذا."""
    tokens, that = passage.tokens, cue + 1
    document = tokens.kinds[phrase.first] & DOCUMENT and reading.lemma == SAID and reading.tense == "perfect" and that < len(tokens)
    return bool(document and tokens.kinds[that] & THAT) and tokens.keys[that] not in BARE_THAT


def document_told_of(passage: Passage, cue: int, reading: Reading) -> Phrase | None:
    """An indefinite document of which another clause tells before the verb: تقرير صدر أمس قال إن، استطلاع أجرته الجامعة كشف أن."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    for verb in range(cue - 1, max(passage.sentence_start(cue), cue - INDEFINITE_REACH), -1):
        if kinds[verb] & (PUNCTUATION | PREFIX):
            return None
        if kinds[verb] & (GIVEN | ISSUES) or comes_out(tokens.keys[verb]):
            starts = (first for first in range(verb - 1, verb - INDEFINITE_REACH, -1) if is_text(tokens, first))
            phrases = (read_phrase(tokens, first, verb) for first in starts)
            found = next((phrase for phrase in phrases if phrase and phrase.stop == verb), None)
            return found if found and goes_with(tokens, found, reading) else None
    return None


def comes_out(key: str) -> bool:
    """Whether a verb tells how a document came out, and has no quotation: صدر، نشر، بث."""
    return any(reading.act == "report" and "quote" not in reading.takes for reading in readings(key))


def is_text(tokens: Tokens, place: int) -> bool:
    """Whether an indefinite document stands at `place`: تقرير."""
    return place >= 0 and bool(tokens.kinds[place] & DOCUMENT) and not tokens.kinds[place] & DEFINITE


def goes_with(tokens: Tokens, phrase: Phrase, reading: Reading) -> bool:
    """Whether the head of a phrase has the gender and number of a verb, as far as its ending tells."""
    key = tokens.keys[phrase.first]
    if phrase.type == "group" or key.endswith(FEMININE_PLURAL):
        return reading.number == "p" or reading.gender == "f"
    feminine = key.endswith(TA_MARBUTA) or (bool(tokens.kinds[phrase.first] & DOCUMENT) and is_broken_plural(tokens, phrase.first))
    return reading.number == "s" and (reading.gender == "f") == feminine


def is_broken_plural(tokens: Tokens, place: int) -> bool:
    """Whether a noun has the form of a plural that its verb takes for a woman: وثائق، تقارير، أرقام; not إعلان."""
    shape = BROKEN_PLURAL.match(tokens.keys[place])
    return bool(shape) and tokens.text[tokens.starts[place]] != WRITTEN_INNA
