"""Nouns of saying: قوله إن كذا، رغم تأكيد فلان أن كذا، جدد فلان التأكيد على أن كذا."""

from __future__ import annotations

from qawl.arabic.findings import Finding, Opening
from qawl.arabic.letters import ADDITION, BARE_THAT, BY, EXTENT, IN, TO
from qawl.arabic.lexicon import (
    ASIDE,
    BODY,
    COMMA,
    CONJUNCTION,
    CONTRAST,
    COUNTRY,
    DEFINITE,
    DEMONSTRATIVE,
    DONE,
    NEGATION,
    NOMINAL,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    ROLE,
    SETTING,
    SPEECH,
    THAT,
    TIME,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.phrases.subjects import has_person
from qawl.arabic.reporting.clauses import clause_start
from qawl.arabic.reporting.contents import content_of
from qawl.arabic.reporting.cues import is_supposed
from qawl.arabic.reporting.deeds import deed_at, is_finite
from qawl.arabic.reporting.openings import find_opening
from qawl.arabic.reporting.relays import source_after
from qawl.arabic.reporting.sources import source_at
from qawl.arabic.reporting.that_clauses import is_wish
from qawl.arabic.verbs import WHOM, Reading, tells

# Acts whose noun may be anybody's (الاعتقاد أن) or has what was said as its object (نقل الخبر).
NOT_OF_ONE = ("think", "hope", "report")
# Acts whose nouns tell what is, and no wish: but for them أن would open another noun's clause (من أسباب رد القاضي أن تكون).
TELLS = ("say", "assert", "announce")
# What may stand before a noun of saying with the article: بالقول، إلى القول، في القول، حد القول.
LEADS_TO_SAYING = (BY, TO, IN, EXTENT)
# How far before it a verb of saying may be whose object it is, and how many tokens of an adjunct stand before one.
SAYS_AGAIN = 8
FRONT = 4


def saying_that(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """نقلت الوكالة عن فلان قوله إن كذا / رغم تأكيد فلان أن كذا / جدد فلان التأكيد على أن كذا"""
    if reading.tense != "noun":
        return None
    opening = find_opening(passage, cue, reading)
    if opening is None or (reading.act in TELLS and is_wish(passage, opening)):
        return None
    told = owned_saying(passage, cue, reading, opening)
    if told is None and reading.act not in NOT_OF_ONE and not tells(reading.takes):
        told = definite_saying(passage, cue, opening) or saying_of(passage, cue, reading, opening)
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
    if WHOM in reading.takes and passage.tokens.kinds[cue - 1] & DONE:
        return None, None, "passive"
    phrase, via = source_after(passage, passage.sentence_start(cue), cue)
    return phrase, via, "name" if phrase else "pronoun"


def definite_saying(passage: Passage, cue: int, opening: Opening) -> SourceOfNoun | None:
    """جدد فلان التأكيد على أن كذا / اكتفى بالقول إن كذا / رفض العرض بحجة أن كذا: the subject of the clause speaks.

    Not where it only goes on with what was said: قال إن الأجور متدنية، بالإضافة إلى أن كذا.
    """
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    pleaded = keys[cue - 1] == BY and not kinds[cue] & DEFINITE
    if not (kinds[cue] & DEFINITE or pleaded) or opening.gap != cue + 1 or passage.sentence_start(cue) >= cue - 1:
        return None
    if adds_on(passage, cue):
        return None
    before = kinds[cue - 1]
    led = keys[cue - 1] in LEADS_TO_SAYING and before & (PREFIX | PREPOSITION) and not kinds[cue - 2] & (ASIDE | NEGATION)
    if not (led or says_again(passage, cue)):
        return None
    start = clause_start(passage, cue)
    if is_within_told(passage, start, cue):
        subject = source_at(passage, start)
        does = subject is not None and subject.stop < cue - 1 and subject.type in ("organisation", "country")
        return (subject, None, "name") if does else (None, None, "passive")
    subject = subject_of_noun(passage, start, cue) or (subject_of_deed(passage, start, cue) if led else None)
    return subject, None, "name" if subject else "participle"


def adds_on(passage: Passage, cue: int) -> bool:
    """Whether بالإضافة إلى stands behind what an أن of its sentence opened: قال إن الأجور متدنية، ب|الإضافة إلى أن كذا."""
    told = any(kind & THAT for kind in passage.tokens.kinds[passage.sentence_start(cue) : cue])
    return told and passage.tokens.keys[cue] == ADDITION


def is_within_told(passage: Passage, start: int, cue: int) -> bool:
    """Whether a plea is that of whom another tells, whose noun opens the clause at `start`: قال فلان إن الجيش منعهم | بحجة أن.

    Not where أن has the pronoun of who speaks (قال إنه رفض) or a verb behind it (رفض أن يحضر).
    """
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if not start or tokens.keys[start - 1] not in BARE_THAT or not kinds[start] & (NOMINAL | DEFINITE):
        return False
    return not any(kind & COMMA for kind in kinds[start:cue])


def subject_of_noun(passage: Passage, start: int, cue: int) -> Phrase | None:
    """The subject that opens the clause of a noun of saying before its verb: لكن البلد يرفض ذلك | بحجة أن."""
    kinds = passage.tokens.kinds
    if not start or not kinds[start - 1] & CONTRAST:
        return None
    phrase = source_at(passage, start)
    return phrase if phrase and phrase.stop < cue - 1 and not any(kind & COMMA for kind in kinds[start:cue]) else None


def subject_of_deed(passage: Passage, start: int, cue: int) -> Phrase | None:
    """Who stands behind the verb that opens the clause of a noun of saying: اكتفى مكتب الوزير | بالقول إن كذا."""
    verb = passage.skip(start, PREFIX | CONJUNCTION)
    deed = deed_at(passage, verb) if verb < cue - 1 and is_finite(passage, verb) else None
    phrase = deed.phrase if deed else None
    return phrase if phrase and phrase.stop < cue and not has_person(passage.tokens, verb) else None


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


def saying_of(passage: Passage, cue: int, reading: Reading, opening: Opening) -> SourceOfNoun | None:
    """رغم تأكيد فلان أن كذا / بعد تصريح للوزير بأن كذا / في مقولة فلان «كذا»: a noun of saying with its own subject."""
    kinds = passage.tokens.kinds
    if kinds[cue] & (DEFINITE | ROLE | BODY) or opening.by == "colon" or is_supposed(passage, cue, reading):
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
    start = passage.skip(passage.sentence_start(cue), PREFIX | CONJUNCTION | PUNCTUATION)
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
