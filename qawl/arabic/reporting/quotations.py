"""The quotation that opens a saying, and the one that only names: شدد على الحاجة إلى «كذا»، قالت صحيفة «أخبار الساحل» إن."""

from __future__ import annotations

from qawl.arabic.findings import Opening, Range
from qawl.arabic.letters import JOINS_FREELY, SAID
from qawl.arabic.lexicon import (
    BREAK,
    BYLINE,
    COLON,
    COMMA,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    HUMAN,
    NAME,
    NAME_UNIT,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    SATED,
    SAYING,
    SENTENCE_END,
    SETTING,
    SPEECH,
    THAT,
    TIME,
    WORK,
)
from qawl.arabic.names.reach import name_end
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.bearers import names_body
from qawl.arabic.phrases.entities import read_phrase, read_source
from qawl.arabic.phrases.hearers import is_told
from qawl.arabic.phrases.phrase import is_known
from qawl.arabic.quotes import Quote
from qawl.arabic.reporting.rivals import PHRASE
from qawl.arabic.reporting.that_clauses import is_except
from qawl.arabic.verbs import URGES, Reading

# A quotation without a colon or أن belongs to a verb no farther away than this.
QUOTE_REACH = 35
# What a comma parts from its verb has so many words at least.
SHORTEST = 3


def is_said(passage: Passage, cue: int, quote: Quote, reading: Reading) -> bool:
    """Whether a quotation near a cue may be what was said, and no name: not في «قضية الميناء», nor before أن."""
    near = (quote.is_speech or is_set_off(passage, cue, quote, reading)) and quote.open - cue <= QUOTE_REACH
    if holds_name(passage, quote):
        return False
    return near and not names_only(passage, quote) and not is_of_place(passage, cue, quote.open, reading)


def is_set_off(passage: Passage, cue: int, quote: Quote, reading: Reading) -> bool:
    """Whether a verb that goes on telling has nothing but its source before marks, and nothing behind: وأضاف، «الباب مفتوح».

    وقال الوزير سالم: «سنعود غدا» needs no mark between: وقال الوزير سالم «سنعود غدا».
    """
    kinds, after = passage.tokens.kinds, quote.close + 1
    last = after >= len(passage.tokens) or bool(kinds[after] & SENTENCE_END)
    whole = last or bool(kinds[after] & PUNCTUATION)
    least = SHORTEST - 1 if reading.lemma == SAID and last else SHORTEST
    if reading.tense != "perfect" or reading.act != "say" or not whole or quote.stop - quote.first < least:
        return False
    place = cue + 2 if kinds[cue + 1] & COMMA else cue + 1
    named = kinds[cue] & BYLINE or is_name(passage, quote)
    return place == quote.open or (not named and ends_source(passage, cue + 1, quote.open))


def is_name(passage: Passage, quote: Quote) -> bool:
    """Whether marks hold a person's name and no more: قال المخرج «أبو سالم الكندي»."""
    name = read_phrase(passage.tokens, quote.first, quote.stop)
    return name is not None and name.named and name.name == (quote.first, quote.stop)


def ends_source(passage: Passage, first: int, place: int) -> bool:
    """Whether somebody told by name or office ends right before `place`, or those who were told: قال الوزير للصحفيين | «كذا».

    No body that marks may name, nor what somebody said it in: قال رئيس حركة «كذا»، قال المغني في أغنيته «كذا».
    """
    tokens, kinds = passage.tokens, passage.tokens.kinds
    phrase = read_source(tokens, first, place)
    if phrase is None or names_body(tokens, place) or kinds[place - 1] & (DOCUMENT | SETTING | WORK):
        return False
    alone = phrase.stop == first + 1 and kinds[first] & NAME_UNIT
    somebody = is_known(tokens, phrase) and (phrase.named or kinds[phrase.first] & HUMAN)
    if not (alone or somebody) or tokens.is_owned(place - 1):
        return False
    return phrase.stop == place or is_told(tokens, phrase.first, phrase.stop, place)


def holds_name(passage: Passage, quote: Quote) -> bool:
    """Whether marks behind a body without an article hold its name, and its clause goes on: أعلنت جمعية «كذا كذا كذا كذا» عن كذا.

    What ends with its marks is said by a body that its word alone names: قالت حماس «كذا كذا كذا كذا». Behind an office without
    an article they tell where it is held, if the name of who holds it follows: أعلن رئيس «كذا كذا كذا كذا» سالم الكندي أن.
    """
    kinds, after = passage.tokens.kinds, quote.close + 1
    goes_on = after < len(passage.tokens) and not kinds[after] & (PUNCTUATION | BREAK)
    office = kinds[quote.open - 1] & ROLE and not kinds[quote.open - 1] & DEFINITE
    return goes_on and (names_body(passage.tokens, quote.open) or bool(office and kinds[after] & NAME))


def is_of_place(passage: Passage, cue: int, place: int, reading: Reading) -> bool:
    """Whether a quotation tells where or in which matter, behind a preposition of its own: قال المحامي في «قضية الميناء» إن."""
    before = passage.tokens.kinds[place - 1]
    own = before & PREPOSITION and not before & SATED and passage.tokens.keys[place - 1] not in reading.takes
    return bool(own) and phrase_before(passage, cue, place, reading) is None


def names_only(passage: Passage, quote: Quote) -> bool:
    """Whether أن follows a quotation, which then only names somebody: صرح لموقع «أخبار الساحل والجبل اليوم» أن كذا.

    It may stand behind the dash or bracket that closes an aside: ذكر التقرير -وعنوانه «حال الأنهار في البلاد»- أن كذا.

    So does one before a colon and what was said: قال لقناة «الساحل والجبل اليوم»: «…»; and one that holds a name and no more
    behind an office: قال عضو المجلس «سالم ناصر الكندي» في بيان.
    """
    kinds = passage.tokens.kinds
    if (
        kinds[quote.first] & NAME
        and kinds[quote.open - 1] & DEFINITE
        and name_end(passage.tokens, quote.first, quote.stop) == quote.stop
    ):
        return True
    if quote.close + 2 in passage.opening and passage.tokens.kinds[quote.close + 1] & COLON:
        return True
    after = quote.close + 1
    while after < len(passage.tokens) and passage.sets_off(after):
        after += 1
    return bool(kinds[after] & THAT) and not is_except(passage, after)


def after_mark(passage: Passage, cue: int, place: int, quote: Quote, reading: Reading) -> Opening | None:
    """A quotation opens the content, after a preposition that the verb takes (أشار إلى "…")."""
    before = passage.tokens.keys[place - 1]
    if "quote" not in reading.takes and before not in reading.takes and not asks_in_marks(passage, cue, quote, reading):
        return None
    if place > cue + 2 and passage.tokens.keys[place - 1] == JOINS_FREELY and passage.tokens.kinds[place - 2] & COMMA:
        return None
    if start := phrase_before(passage, cue, place, reading):
        return Opening(start[0], start[1], "quote", quote)
    gap = place
    while gap > cue + 1 and passage.tokens.kinds[gap - 1] & (PREPOSED | COMMA):
        gap -= 1
    return Opening(gap, quote.first, "quote", quote)


def asks_in_marks(passage: Passage, cue: int, quote: Quote, reading: Reading) -> bool:
    """Whether a demand stands in marks, with its own preposition or without one: طالب الحكومة «بإعادة النظر في القانون»."""
    if reading.act not in URGES:
        return False
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    after = keys[quote.close + 1]
    parted = any(kind & (PREPOSED | COMMA) for kind in kinds[cue + 1 : quote.open])
    bare = after not in reading.takes and (not parted or is_source_before(passage, cue, quote.open))
    return keys[quote.first][0] in reading.takes or bare


def is_source_before(passage: Passage, cue: int, place: int) -> bool:
    """Whether nothing but a named source stands between a verb and the quotation at `place`: دعا المدير، سالم الكندي، «…»."""
    phrase = read_source(passage.tokens, cue + 1, place)
    return phrase is not None and phrase.named and passage.skip(phrase.stop, COMMA) == place


def phrase_before(passage: Passage, cue: int, place: int, reading: Reading) -> Range | None:
    """The preposition that the verb takes and the phrase behind it that ends in the quotation: شدد على الحاجة إلى «…»."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    for at in range(place - 1, max(cue, place - PHRASE), -1):
        if kinds[at] & (COMMA | RELATIVE | SPEECH | SAYING | COLON):
            return None
        opens = at + 1 < place and tokens.keys[at] in reading.takes and kinds[at] & PREPOSED
        if opens and takes_phrase(passage, at, reading):
            return at, at if kinds[at] & PREFIX else at + 1
    return None


def takes_phrase(passage: Passage, at: int, reading: Reading) -> bool:
    """Whether a phrase behind the preposition at `at` can be what was said, and not what it was said of or where."""
    if reading.act == "report" or reading.lemma == SAID:
        return False
    return not passage.tokens.kinds[at + 1] & (SETTING | TIME | PRONOUN | DEMONSTRATIVE | SPEECH | SAYING)
