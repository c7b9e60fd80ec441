"""Verbs of saying with what opens their content, and their participles: قال فلان إن كذا، فلان قال: «كذا»، مضيفا أن كذا."""

from __future__ import annotations

from qawl.arabic.findings import Finding, Opening
from qawl.arabic.letters import ABOUT, ALEF, CALLED_SO, DAMMA, DASHES, FUSED, IN, OPEN_TA, SAID, SLASH, WHO, bare_key
from qawl.arabic.lexicon import (
    BREAK,
    BYLINE,
    CARRIES,
    COMMA,
    DEFINITE,
    DOCUMENT,
    FOLLOWING,
    HONOUR,
    KAN,
    NEGATION,
    PREPOSED,
    PRONOUN,
    PUNCTUATION,
    QUOTE,
    RELATIVE,
    SATED,
    SETTING,
    SPEECH,
    THAT,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.appositions import with_clause
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.reporting.addressees import speaker_and_told
from qawl.arabic.reporting.antecedents import antecedent
from qawl.arabic.reporting.clauses import is_joined
from qawl.arabic.reporting.contents import content_of
from qawl.arabic.reporting.counted import counts_out
from qawl.arabic.reporting.cues import (
    STAND_NEGATED,
    aside,
    confesses,
    is_figure,
    is_negated,
    is_of_nobody,
    is_supposed,
    is_upshot,
    whoever,
)
from qawl.arabic.reporting.forerunners import has_pronoun_subject, subject_before, subject_of_object
from qawl.arabic.reporting.issuers import is_by_means, is_in_document, issuer_before
from qawl.arabic.reporting.noun_rules import until_comma
from qawl.arabic.reporting.openings import find_opening
from qawl.arabic.reporting.questions import who_was_asked
from qawl.arabic.reporting.relays import agent, relay_beside, relayed
from qawl.arabic.reporting.rivals import takes_up_text
from qawl.arabic.reporting.sources import past_text, read_gap, tells_where
from qawl.arabic.reporting.that_clauses import explains_what, is_wish
from qawl.arabic.verbs import JUDGED, ONLY, THAT_FOLLOWS, URGES, WHOM, Reading

# How many tokens may stand between a participle and the quotation that it opens, or the أن.
PARTICIPLE_REACH = 13
THAT_REACH = 20
# What parts the word of a byline from the writer's name.
STROKES = DASHES + SLASH
# Letters of the shortest verb.
ROOT = 3
# Acts that may have a wish or a demand for what was said: طالب بأن تعود، تمنى أن تعود; for the others أن opens another's clause.
WISHED = ("think", "deny", "call", "ask", "hope", "warn", "promise", "accuse", "praise")
# How many words the object has that a participle gives the reason for.
OBJECT_WORDS = 3


def verb_speaker_that(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """قال فلان إن كذا / أضاف أن كذا / فلان قال: «كذا»"""
    opening = find_opening(passage, cue, reading) if reading.tense != "noun" else None
    if opening is None or not says_so(passage, cue, reading, opening):
        return None
    if reading.tense == "participle":
        return participle_that(passage, cue, reading, opening)
    gap = issue_before(passage, opening)
    phrase, fits = read_gap(passage, past_text(passage, cue + 1, gap), gap)
    if phrase and is_own_noun(passage, phrase):
        phrase = None
    if not fits and not bridges(passage, cue, reading, phrase, opening):
        return None
    if is_upshot(passage, cue, reading) if phrase is None else tells_where(passage.tokens, cue, phrase):
        return None
    beside, told = speaker_and_told(passage, reading, phrase, opening._replace(gap=gap))
    if phrase and (subject := subject_of_object(passage, cue, reading, phrase)):
        beside = subject
    elif beside and has_pronoun_subject(passage, cue, reading):
        beside, told = None, told or beside
    phrase, via, form = who_says(passage, cue, reading, beside, gap)
    if phrase and is_figure(passage.tokens, phrase):
        return None
    if ONLY in reading.takes and not tells_surely(passage, cue, phrase, opening):
        return None
    via = via or relay_beside(passage, phrase.stop if phrase and phrase.first > cue else cue + 1, gap)
    content, open_end = content_of(passage, opening)
    cue_range = (cue, carried_to(passage, cue))
    found = Finding(f"verb_{opening.by}", cue, cue_range, reading, phrase, content, form, open_end, via, told)
    return until_comma(passage, found) if open_end and explains_what(passage, cue, opening.gap) else found


def is_own_noun(passage: Passage, phrase: Phrase) -> bool:
    """Whether a definite verbal noun of saying is all that stands behind the verb, as its object: وجدد التأكيد: «كذا»."""
    tokens = passage.tokens
    alone = phrase.stop - phrase.first == 1 and tokens.kinds[phrase.first] & DEFINITE and not is_known(tokens, phrase)
    return bool(alone) and any(reading.tense == "noun" for reading in readings(bare_key(tokens.keys[phrase.first])))


def says_so(passage: Passage, cue: int, reading: Reading, opening: Opening) -> bool:
    """Whether a verb says what its opening opens: no aside or byline, not negated, supposed or wished, no clause on a noun."""
    if aside(passage, cue, opening) or is_supposed(passage, cue, reading) or is_of_nobody(passage, cue):
        return False
    if is_negated(passage, cue) and (reading.tense == "perfect" or reading.act not in STAND_NEGATED):
        return False
    if opening.by == "quote" and tells_of_noun(passage, cue):
        return False
    if opening.by in ("colon", "quote") and passage.tokens.keys[opening.gap - 1] in CALLED_SO:
        return False
    if opening.by == "colon" and (
        is_byline(passage, cue, opening) or is_follow_up(passage, cue, opening) or counts_out(passage, cue, reading, opening)
    ):
        return False
    return may_be_wished(passage, cue, reading) or not is_wish(passage, opening)


def may_be_wished(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether a verb may have a wish for what was said, and does not only tell of the noun before it: الفرق التي يخشون أن."""
    told_of = reading.act not in STAND_NEGATED[:2] and cue > 0 and passage.tokens.kinds[cue - 1] & RELATIVE
    return reading.act in WISHED and not told_of


def is_follow_up(passage: Passage, cue: int, opening: Opening) -> bool:
    """Whether another clause tells what follows: نشر الموقع صورة وكان النص كالآتي:، أعلن المواعيد وهي كالتالي:."""
    kinds = passage.tokens.kinds[cue + 1 : opening.gap]
    return bool(kinds and kinds[-1] & FOLLOWING) and any(kind & (KAN | PRONOUN) for kind in kinds)


def who_says(
    passage: Passage, cue: int, reading: Reading, beside: Phrase | None, gap: int
) -> tuple[Phrase | None, Phrase | None, str]:
    """The source of a verb, who relays it, and the form of the speaker: the phrase beside the verb, or the subject before it."""
    if reading.tense == "passive" or is_marked_passive(passage, cue, reading) or whoever(passage, cue, reading):
        by = None if whoever(passage, cue, reading) else agent(passage, cue, reading, gap)
        return by, None, "name" if by else "passive"
    phrase, via = relayed(passage, cue, beside, reading, gap)
    means = is_by_means(passage, cue) and IN not in reading.takes
    phrase = phrase or issuer_before(passage, cue) or who_was_asked(passage, cue, reading)
    phrase = phrase or (None if means else antecedent(passage, cue, reading)) or subject_before(passage, cue)
    if phrase is None and any(told(passage, cue, reading) for told in (of_unread, confesses, is_awaited)):
        return None, via, "passive"
    if phrase is None:
        return None, via, "participle" if is_in_document(passage, cue) else "dropped"
    urged = beside is not None and not beside.named and reading.act in URGES
    urged = urged and (is_joined(passage, cue) or reading.number == "p")
    urged = urged and not is_blamed_in_marks(passage, reading, gap)
    whole = with_clause(passage, phrase, gap) if phrase.first > cue else phrase
    return whole, via, "urged" if urged else "name"


def is_blamed_in_marks(passage: Passage, reading: Reading, gap: int) -> bool:
    """Whether what somebody blames, its only object, stands in marks, so that the noun before them blames: وأدانت الحكومة «كذا».

    Marks that tell more of the noun do not: وأدانت الحكومة «التي كذا».
    """
    quote = passage.opening.get(gap)
    one = reading.act == "accuse" and reading.takes.isdisjoint((JUDGED, WHOM))
    return quote is not None and one and not passage.tokens.kinds[quote.first] & RELATIVE


def is_marked_passive(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether its written vowel tells that nobody is said to have said it: أُعلن أن، ذُكر أن; not قُلت."""
    key, surface = passage.tokens.keys[cue], passage.tokens.surface(cue, cue + 1)
    own = len(key) <= ROOT and key.endswith(OPEN_TA)
    return surface[1:2] == DAMMA and reading.tense == "perfect" and not own


def is_awaited(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether an imperfect without a subject tells what is expected, and not by somebody told of before: ويتوقع أن يهطل المطر."""
    kinds = passage.tokens.kinds
    of_him = reading.tense == "imperfect" and reading.gender + reading.number == "ms"
    follows = bool(kinds[cue + 1] & THAT)
    return "awaited" in reading.takes and of_him and follows and not (cue and kinds[cue - 1] & (RELATIVE | NEGATION))


def of_unread(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether a relative clause has a noun as its subject that cannot be read, and so nobody who spoke before: الفيلم الذي يحكي أن.

    One with a subject of its own takes the noun up: تصريحاته التي قال إنها, المؤتمر الذي أكد فيه أن.
    """
    tokens, after = passage.tokens, cue + 1
    agrees = cue > 0 and reading.gender + reading.number in WHO.get(tokens.keys[cue - 1], ())
    return agrees and not reading.object and not (tokens.kinds[after] & SATED)


def issue_before(passage: Passage, opening: Opening) -> int:
    """Where the gap between a cue and its opening ends, without what was issued: أصدرت النقابة | البيان الآتي:."""
    kinds, stop = passage.tokens.kinds, opening.gap
    if opening.by == "colon" and kinds[stop - 1] & FOLLOWING:
        stop -= 1
        while kinds[stop - 1] & (DOCUMENT | SETTING | RELATIVE):
            stop -= 1
    return stop


def tells_surely(passage: Passage, cue: int, phrase: Phrase | None, opening: Opening) -> bool:
    """Whether an ordinary verb tells something: its source is known, right before marks, and الآتي or التالي before a colon."""
    if phrase is None or not is_source(passage, phrase) or passage.inside(cue):
        return False
    if opening.by == "quote" and phrase.stop != opening.gap:
        return False
    return opening.by != "colon" or bool(passage.tokens.kinds[opening.gap - 1] & FOLLOWING)


def is_source(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase can hardly be anything but a source: a name, a known head, a name in marks."""
    return is_known(passage.tokens, phrase) or phrase.first in passage.opening


def carried_to(passage: Passage, cue: int) -> int:
    """Where the cue ends: after قائلا where that stands right behind the verb, تابع قائلا."""
    after = cue + 1
    return after + 1 if passage.tokens.kinds[after] & CARRIES else after


def bridges(passage: Passage, cue: int, reading: Reading, phrase: Phrase | None, opening: Opening) -> bool:
    """Whether what was said may stand far from its source: قال مسؤول في اللجنة رافضا ذكر اسمه إن كذا، دعا الوزير الجميع إلى «كذا».

    Behind a known source أن and colons may, and marks with the verb's own preposition before them or in them, or behind what is
    judged (اعتبر الوزير القرار الأخير «كذا»); behind any other أن, and after قال all.
    """
    known = phrase is not None and is_known(passage.tokens, phrase)
    if opening.by == "that":
        return known or not any(kind & RELATIVE for kind in passage.tokens.kinds[cue + 1 : opening.gap])
    if phrase is not None and reading.lemma == SAID:
        return True
    own = not reading.takes.isdisjoint((passage.tokens.keys[opening.gap], passage.tokens.keys[opening.start][0]))
    return known and (opening.by == "colon" or own or {JUDGED, THAT_FOLLOWS} <= reading.takes)


def is_byline(passage: Passage, cue: int, opening: Opening) -> bool:
    """Whether the line only tells who wrote the page: كتب - سامر الحلبي: or كتب: سامر الحلبي, and what was said is not in marks.

    So where the news begins with another one's verb of saying: كتب سامر الحلبي: أكد الوزير أن.
    """
    tokens, after = passage.tokens, opening.gap + 1
    if passage.paragraph_start(cue) != cue or opening.quote is not None:
        return False
    if not tokens.kinds[cue] & BYLINE or tokens.keys[cue + 1][0] in STROKES:
        return tokens.keys[cue + 1][0] in STROKES
    named = read_phrase(tokens, cue + 1, opening.gap)
    if named and named.stop == opening.gap and any(reading.tense == "perfect" for reading in readings(tokens.keys[after])):
        return True
    writer = read_phrase(tokens, after, passage.paragraph_stop(cue)) if opening.gap == cue + 1 else None
    return bool(tokens.kinds[after] & BREAK) or (writer is not None and writer.stop == passage.paragraph_stop(cue))


def tells_of_noun(passage: Passage, cue: int) -> bool:
    """Whether the verb tells of the noun before it, a relative pronoun between: الوثائق التي كشف عنها، تغريدة أعاد نشرها فلان."""
    if takes_up_text(passage, cue):
        return True
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    about = kinds[cue + 1] & SATED and keys[cue + 1].startswith(ABOUT)
    return bool(about and cue and kinds[cue - 1] & RELATIVE)


def participle_that(passage: Passage, cue: int, reading: Reading, opening: Opening) -> Finding | None:
    """مضيفا أن كذا / مشيرا إلى «كذا»"""
    if cue and passage.tokens.kinds[cue - 1] & SPEECH and passage.tokens.kinds[cue] & CARRIES:
        return None
    if opening.gap == cue + 1 and opening.by == "colon" and is_headed_line(passage, cue):
        return None
    phrase, fits = read_gap(passage, cue + 1, opening.gap)
    reach = THAT_REACH if opening.by == "that" else PARTICIPLE_REACH
    fits = fits or is_justified(passage, cue, reading, opening) or is_illustrated(passage, cue, opening)
    if not fits or opening.gap - cue > reach or breaks_after(passage, cue, opening):
        return None
    honour = phrase if phrase and passage.tokens.kinds[phrase.first] & HONOUR else None
    content, open_end = content_of(passage, opening)
    form = "passive" if honour is None and confesses(passage, cue, reading) else "participle"
    return Finding(f"participle_{opening.by}", cue, (cue, cue + 1), reading, honour, content, form, open_end)


def is_justified(passage: Passage, cue: int, reading: Reading, opening: Opening) -> bool:
    """Whether بأن behind the object of a participle tells the reason for it: مبررا قراره بأن كذا."""
    fused = opening.by == "that" and passage.tokens.keys[opening.start - 1].startswith(FUSED) and FUSED[0] in reading.takes
    object = passage.tokens.kinds[cue + 1 : opening.gap]
    return fused and 0 < len(object) <= OBJECT_WORDS and not any(kind & (PREPOSED | PUNCTUATION) for kind in object)


def is_illustrated(passage: Passage, cue: int, opening: Opening) -> bool:
    """Whether a colon and a quotation follow all that a participle has: مؤكدا ضرورة العمل في الصيف: «كذا»."""
    said = opening.by == "colon" and opening.quote is not None and opening.quote.is_speech
    return said and not any(kind & (PUNCTUATION | SPEECH) for kind in passage.tokens.kinds[cue + 1 : opening.gap])


def is_headed_line(passage: Passage, cue: int) -> bool:
    """Whether a participle before a colon opens its line or stands behind the dash of a dateline: القاهرة – متابعات:."""
    before = passage.tokens.kinds[cue - 1] if cue else 0
    dashed = before & PUNCTUATION and not before & (COMMA | QUOTE) and not passage.tokens.keys[cue].endswith(ALEF)
    return passage.paragraph_start(cue) == cue or bool(dashed)


def breaks_after(passage: Passage, cue: int, opening: Opening) -> bool:
    """Whether a comma parts what a participle has behind its preposition from a later أن: مشددا على العمل، بشرط أن يدوم."""
    kinds = passage.tokens.kinds
    commas = [place for place in range(cue + 1, opening.gap) if kinds[place] & COMMA]
    return opening.by == "that" and bool(commas) and commas[0] > cue + 1 and commas[-1] < opening.gap - 1
