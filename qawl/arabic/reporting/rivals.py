"""Another word of saying behind a cue that has the content for itself: صرح الوزير، قائلا إن كذا; but not كتب الشاعر يقول: كذا."""

from __future__ import annotations

from qawl.arabic.letters import ALEF, CARRIER, FUSED, OWNERS, ROUND, SO
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    CARRIES,
    CLAUSAL,
    COLON,
    COMMA,
    CONJUNCTION,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    FUNCTION,
    HONOUR,
    KAN,
    NAME,
    NEGATION,
    OBJECT,
    OFFICE,
    ONE_OF,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    RENOWNED,
    RESUME,
    ROLE,
    SATED,
    SETTING,
    SPEECH,
    THAT,
    TIME,
    WITHHOLD,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.verbs import THAT_FOLLOWS, WHOM, Reading

# Acts whose object is asked: حين طلب منه التعليق.
ASKS = ("ask", "call")
# How many tokens may stand between a cue and what it opens.
REACH = 60
# How many tokens may stand between two commas that tell who relays.
PARENTHESIS = 12
# How many tokens of a phrase may stand between its preposition and the quotation that it ends in.
PHRASE = 10
# So few tokens of a subject of its own may stand before a verb that else goes along: لكن المدينة تقول.
OWN_SUBJECT = 2
# So few tokens behind a verb stands what it takes up.
OBJECT_REACH = 7
# So near behind a verb stands that it was the name that was not told.
WITHHELD_REACH = 3
# What a row says where marks may follow.
QUOTES = "quote"
# What a word that is a form of saying too is rather than one that takes the content for itself.
NO_RIVAL = ACCORDING | RENOWNED | ROLE | BODY | DOCUMENT | DEFINITE | SETTING | TIME | OBJECT | PREPOSITION


def is_carried_on(kinds: list[int], place: int) -> bool:
    """Whether a word that is a name too stands between a comma and أن, as a participle does: ، مبينا أن كذا."""
    return bool(kinds[place - 1] & COMMA) and place + 1 < len(kinds) and bool(kinds[place + 1] & THAT)


def breaks_off(passage: Passage, place: int, relative: bool) -> bool:
    """Whether another word of saying between a cue and its content has the content for itself."""
    kinds = passage.tokens.kinds
    goes_on = is_carried_on(kinds, place)
    if kinds[place] & ROLE and goes_on:
        return True
    if (
        kinds[place] & (NO_RIVAL & ~SETTING if follows_so(passage, place) else NO_RIVAL)
        or (kinds[place] & NAME and not goes_on)
        or is_bracketed(passage, place)
        or is_withheld(kinds, place)
    ):
        return False
    first = readings(passage.tokens.keys[place])[0]
    if first.tense == "noun" and is_later_saying(passage, place):
        return True
    if kinds[place - 1] & (PREPOSITION | ACCORDING | ONE_OF) or not can_open(passage, place, first):
        return False
    if first.tense == "participle":
        return WHOM not in first.takes and is_own_turn(passage, place) and not is_parenthetic(passage, place, first)
    return leads_away(passage, place, first, relative)


def is_later_saying(passage: Passage, place: int) -> bool:
    """Whether a verbal noun tells when another said the content: أكد الجيش تصديه بعد تأكيد | المجلس أن; not بعد تصريح أمس أن."""
    kinds, after = passage.tokens.kinds, place + 1
    timed = kinds[place - 1] & (CLAUSAL | TIME) and kinds[place - 1] & PREPOSITION
    whose = kinds[after] & (OFFICE | BODY | NAME | COUNTRY)
    return bool(timed and whose) and not kinds[place] & (DEFINITE | SETTING)


def follows_so(passage: Passage, place: int) -> bool:
    """Whether ف stands before a word, which then is a verb: سأله فلان عن الجسر، ف|رد المدير بأن كذا."""
    return bool(passage.tokens.kinds[place - 1] & PREFIX) and passage.tokens.keys[place - 1] == SO


def is_withheld(kinds: list[int], place: int) -> bool:
    """Whether a negated verb tells that a source did not tell its name: قال مسؤول لم يكشف عن اسمه إن."""
    return bool(kinds[place - 1] & NEGATION) and any(kind & OBJECT for kind in kinds[place + 1 : place + WITHHELD_REACH])


def is_bracketed(passage: Passage, place: int) -> bool:
    """Whether a word alone stands between round brackets, as the short name of a body does: حزب التجمع (تواصل)."""
    keys = passage.tokens.keys
    return keys[place - 1] == ROUND[0] and keys[place + 1] == ROUND[1]


def leads_away(passage: Passage, place: int, first: Reading, relative: bool) -> bool:
    """Whether a word of saying behind a cue begins a saying of its own: it neither goes along with the cue nor tells of a noun.

    كان behind الذي begins nothing: قال المدير الذي كان يتحدث في المؤتمر إن.
    """
    kinds = passage.tokens.kinds
    if (
        goes_along(passage, place, first)
        or is_set_off(passage, place, first)
        or kinds[place - 1] & (PREPOSITION | OBJECT | WITHHOLD)
    ):
        return False
    if opens_itself(passage, place, first):
        return True
    if kinds[place - 1] & PRONOUN and kinds[place - 2] & PREFIX:
        return False
    before = before_verb(kinds, place)
    begins = kinds[before] & CONJUNCTION or (kinds[before] & PREFIX and kinds[before - 1] & COMMA) or has_own_subject(kinds, place)
    if first.tense == "noun" or kinds[place - 1] & SPEECH or (relative and not begins):
        return False
    return not is_told_of(passage, place, first)


def before_verb(kinds: list[int], place: int) -> int:
    """The token before a verb, or before the كان that stands with it: الذي | كان يتحدث."""
    return place - 2 if place > 1 and kinds[place - 1] & KAN else place - 1


def has_own_subject(kinds: list[int], place: int) -> bool:
    """Whether a verb behind و has its subject and then its opening right behind it: الذي ينظمه النادي وقال معاليه: كذا."""
    joined, after = kinds[place - 1] & PREFIX, place + 2
    subject = after < len(kinds) and kinds[place + 1] & (HONOUR | ROLE) and kinds[after] & (COLON | THAT)
    return bool(joined and subject)


def is_set_off(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether a verb of relaying between commas only tells where something stands: قال في بيان، نشر على موقعه، إن كذا."""
    kinds, after = passage.tokens.kinds, place + 1
    if reading.act != "report" or not kinds[place - 1] & COMMA or not (kinds[after] & PREPOSITION):
        return False
    comma = next(
        (at for at in range(after, min(len(passage.tokens), place + PARENTHESIS)) if kinds[at] & (PUNCTUATION | THAT)), after
    )
    return bool(kinds[comma] & COMMA) and bool(kinds[comma + 1] & THAT)


def can_open(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether what comes next may belong to another word of saying: no أن does where it takes none (مسؤول تحدث سرا إن).

    A verb whose pronoun is what was said has it already: في تصريحات، تابعتها الوكالة، إن كذا.
    """
    kinds = passage.tokens.kinds
    if reading.object and not reading.takes:
        return False
    joined = reading.tense != "participle" and kinds[before_verb(kinds, place)] & (PREFIX | COMMA | CONJUNCTION)
    if THAT_FOLLOWS in reading.takes or reading.owner or joined:
        return True
    for at in range(place + 1, min(len(passage.tokens), place + REACH, passage.sentence_stop(place))):
        if kinds[at] & COLON or at in passage.opening:
            return True
        if kinds[at] & THAT:
            fused = passage.tokens.keys[at].startswith(FUSED) and FUSED[0] in reading.takes
            return fused or passage.tokens.keys[at - 1] in reading.takes
    return True


def takes_up_text(passage: Passage, verb: int) -> bool:
    """Whether a verb's object takes up the indefinite text before it: تغريدة أعاد المدير نشرها, but not كلمة قال فيها."""
    tokens, text = passage.tokens, passage.tokens.kinds[verb - 1] if verb else 0
    if not text & (DOCUMENT | SETTING) or text & DEFINITE:
        return False
    for place in range(verb + 1, min(verb + OBJECT_REACH, len(tokens))):
        kind = tokens.kinds[place]
        if kind & (PUNCTUATION | THAT | SATED):
            return False
        if tokens.keys[place].endswith(OWNERS[0]) and (place == verb + 1 or kind & SPEECH):
            return True
    return False


def is_told_of(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether a verb only tells more of the noun before it: ضابط طلب عدم ذكر اسمه، بيان نشرته الوكالة، تقرير نشر اليوم."""
    kinds = passage.tokens.kinds
    if takes_up_text(passage, place):
        return True
    after = kinds[place + 1]
    if after & OBJECT and not kinds[place - 1] & (PREFIX | CONJUNCTION | RESUME):
        return True
    if kinds[place - 1] & (PREFIX | PUNCTUATION | FUNCTION | RESUME):
        return False
    return not reading.takes or bool(after & TIME) or (reading.act == "report" and bool(after & (PREPOSITION | PREFIX)))


def is_parenthetic(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether a participle has its object between two commas before أن: قال فلان، معتبرا القرار سيئا، إن; not ، مضيفا أمس، أن."""
    kinds, after = passage.tokens.kinds, place + 1
    stop = min(len(passage.tokens) - 1, place + PARENTHESIS)
    mark = next((at for at in range(after, stop) if kinds[at] & (PUNCTUATION | THAT)), after)
    if mark == after or not kinds[mark] & COMMA or not kinds[mark + 1] & THAT:
        return False
    return passage.tokens.keys[after] in reading.takes or bool(kinds[after] & DEFINITE)


def is_own_turn(passage: Passage, place: int) -> bool:
    """Whether a participle has the content for itself: `، قائلا إن`, `، مضيفا:`, but not `صرح الوزير قائلا:`, `في كلمة مسجلة`."""
    kinds = passage.tokens.kinds
    if kinds[place - 1] & COMMA:
        return True
    if kinds[place - 1] & SETTING and not kinds[place - 1] & DEFINITE and not passage.tokens.keys[place].endswith(ALEF):
        return False
    return (
        not kinds[place] & CARRIES
        and not kinds[place - 1] & SPEECH
        and not (place + 1 < len(passage.tokens) and (kinds[place + 1] & COLON or place + 1 in passage.opening))
    )


def goes_along(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether the form only carries the verb before it on: `كتب الشاعر يقول:`, but not `نشر قصيدة يقول فيها:`, `مع نص يقول إن`."""
    kinds = passage.tokens.kinds
    carried = reading.tense == "imperfect" and reading.lemma == CARRIER
    own = any(kind & (COMMA | CONJUNCTION) for kind in kinds[max(0, place - OWN_SUBJECT) : place])
    own = own or any(kind & RESUME for kind in kinds[max(0, place - PHRASE) : place])
    own = own or (bool(kinds[place - 1] & (DOCUMENT | ROLE | PEOPLE)) and not kinds[place - 1] & DEFINITE)
    takes_up = kinds[place + 1] & SATED
    return carried and not own and not takes_up and not kinds[place - 1] & (PREFIX | RELATIVE | KAN)


def opens_itself(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether what opens the content stands right after this word of saying: التي قال إنها، قوله إن; but not برر قراره | بأن."""
    kinds = passage.tokens.kinds
    if reading.tense == "noun" and not reading.owner:
        return False
    after = place + 1
    if kinds[after] & SATED:
        return THAT_FOLLOWS in reading.takes and reading.act not in ASKS
    after = passage.skip(after, PREPOSITION | PREFIX)
    if (
        after < len(passage.tokens)
        and passage.tokens.keys[after].startswith(FUSED)
        and reading.takes.isdisjoint(("quote", FUSED[0]))
    ):
        return False
    quote = passage.opening.get(after) if reading.owner or (reading.tense == "perfect" and QUOTES in reading.takes) else None
    return after < len(passage.tokens) and bool(kinds[after] & (THAT | COLON) or (quote and quote.is_speech))
