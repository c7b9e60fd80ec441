"""What opens a saying after its cue: أن, a colon or a quotation; and the content that it opens."""

from __future__ import annotations

from qawl.arabic.entities import names_body
from qawl.arabic.findings import Opening, Range
from qawl.arabic.letters import (
    ACCUSATIVE,
    ALEF,
    BARE_THAT,
    CARRIER,
    DASHES,
    EXCEPT,
    FUSED,
    IF,
    IMPERFECT,
    JOINS_FREELY,
    OF,
    OWNERS,
    PREPOSITIONS,
    QUESTION_MARK,
    SAID,
    SEMICOLONS,
    WRITTEN_INNA,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    ASKED,
    BINDS,
    BODY,
    BREAK,
    CARRIES,
    CLAUSAL,
    COLON,
    COMMA,
    COMMENT,
    CONJUNCTION,
    CONTRAST,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    FUNCTION,
    KAN,
    NAME,
    NEGATION,
    NUMBER,
    OBJECT,
    ODD,
    OWN_THAT,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUESTION,
    RELATIVE,
    RENOWNED,
    RESUME,
    ROLE,
    SATED,
    SAYING,
    SETTING,
    SPEECH,
    STOP,
    THAT,
    TIME,
    WAKING,
    WITHHOLD,
    readings,
)
from qawl.arabic.names import name_end
from qawl.arabic.ordinary import is_only_imperfect
from qawl.arabic.passage import Passage
from qawl.arabic.quotes import Quote
from qawl.arabic.verbs import JUDGED, Reading, modals

# Acts whose object is asked: حين طلب منه التعليق.
ASKS = ("ask", "call")
# What a verb's row says of it where أن may follow.
THAT_FOLLOWS = "that"
# What a verb's row says of it where an indirect question may follow.
QUESTIONS = "question"
# How many tokens may stand between a cue and what it opens.
REACH = 60
# A quotation without a colon or أن belongs to a verb no farther away than this.
QUOTE_REACH = 35
# So far before its text stands a question that came in: سؤال ورد إليه نصه.
ASKED_BEFORE = 5
# How many tokens may stand between two commas that tell who relays.
PARENTHESIS = 12
# How many tokens of a phrase may stand between its preposition and the quotation that it ends in.
PHRASE = 10
# Acts whose verb has the addressed as its object: ودعا الحكومة إلى أن …
URGES = ("call", "ask", "accuse")
# What can open the content of a saying, or end the search for what does.
OPENS_OR_ENDS = PUNCTUATION | THAT | QUESTION | RELATIVE | PRONOUN | ACCORDING | SPEECH


# What may stand before a verb and no noun.
BEFORE_VERB = THAT | CONJUNCTION | RELATIVE | NEGATION | KAN | PREFIX | PRONOUN | COMMA
# So few tokens of a subject of its own may stand before a verb that else goes along: لكن المدينة تقول.
OWN_SUBJECT = 2


def find_opening(passage: Passage, cue: int, reading: Reading) -> Opening | None:
    """What opens the saying after a cue: أن, a colon, or a quotation; None where something else comes first."""
    kinds = passage.tokens.kinds
    place, limit = cue, min(len(kinds), cue + REACH, passage.sentence_stop(cue) + 1)
    relative = False
    while (place := next_sign(passage, place + 1, limit)) < limit:
        kind, quote = kinds[place], passage.opening.get(place)
        if kind & COLON and not parts_hour(passage, place):
            return None if puts_question(passage, cue, place, reading) else after_colon(passage, place, reading)
        if quote and is_said(passage, cue, quote, reading):
            return after_mark(passage, cue, place, quote, reading)
        if ends_search(passage, place):
            return None
        if quote:
            place = quote.close
        elif kind & THAT and not reports_nothing(passage, place):
            return None if is_of_other(passage, cue, place) else after_that(passage, cue, place, reading)
        elif QUESTIONS in reading.takes and is_question(passage, place):
            return after_question(passage, cue, place)
        elif kind & ACCORDING and passage.sets_off(place - 1):
            place = parenthesis_end(passage, place, limit)
        elif kind & RELATIVE or (kind & PRONOUN and kinds[place - 1] & PREFIX):
            relative = True
        elif kind & SPEECH and breaks_off(passage, place, relative):
            return None
    return None


def puts_question(passage: Passage, cue: int, colon: int, reading: Reading) -> bool:
    """Whether what a colon opens is the question that is answered: أجاب فلان على سؤال فلانة: كذا؟ على سؤال ورد إليه نصه: كذا؟"""
    first = max(0, cue - (ASKED_BEFORE if reading.tense == "noun" else 2))
    asked = reading.act != "ask" and any(kind & ASKED for kind in passage.tokens.kinds[first:colon])
    if not asked:
        return False
    quote = passage.opening.get(colon + 1)
    end = quote.stop - 1 if quote else passage.sentence_stop(colon)
    return end < len(passage.tokens) and passage.tokens.keys[end] == QUESTION_MARK


def parts_hour(passage: Passage, colon: int) -> bool:
    """Whether a colon stands between two numbers: عند الساعة 06:38."""
    kinds = passage.tokens.kinds
    return 0 < colon < len(kinds) - 1 and bool(kinds[colon - 1] & kinds[colon + 1] & NUMBER)


def next_sign(passage: Passage, place: int, limit: int) -> int:
    """The first token from `place` on that may open the content of a saying or end the search for it, at most `limit`."""
    kinds = passage.tokens.kinds
    return next((at for at in range(place, limit) if kinds[at] & OPENS_OR_ENDS), limit)


def ends_search(passage: Passage, place: int) -> bool:
    """Whether nothing from `place` on can open the content: the sentence ends, a semicolon stands there, a mark is never closed."""
    kinds, quote = passage.tokens.kinds, passage.opening.get(place)
    if quote:
        return quote.close < len(kinds) and bool(kinds[quote.close] & (STOP | BREAK))
    return bool(kinds[place] & (STOP | BREAK) and not passage.points_to(place)) or passage.tokens.keys[place] in SEMICOLONS


def is_said(passage: Passage, cue: int, quote: Quote, reading: Reading) -> bool:
    """Whether a quotation near a cue may be what was said, and no name: not في «قضية الميناء», nor before أن."""
    near = quote.is_speech and quote.open - cue <= QUOTE_REACH
    if holds_name(passage, quote):
        return False
    return near and not names_only(passage, quote) and not is_of_place(passage, cue, quote.open, reading)


def holds_name(passage: Passage, quote: Quote) -> bool:
    """Whether marks behind a body without an article hold its name, and its clause goes on: أعلنت جمعية «كذا كذا كذا كذا» عن كذا.

    What ends with its marks is said by a body that its word alone names: قالت حماس «كذا كذا كذا كذا».
    """
    kinds, after = passage.tokens.kinds, quote.close + 1
    goes_on = after < len(kinds) and not kinds[after] & (PUNCTUATION | BREAK)
    return goes_on and names_body(passage.tokens, quote.open)


def is_of_place(passage: Passage, cue: int, place: int, reading: Reading) -> bool:
    """Whether a quotation tells where or in which matter, behind a preposition of its own: قال المحامي في «قضية الميناء» إن."""
    before = passage.tokens.kinds[place - 1]
    own = before & PREPOSITION and not before & SATED and passage.tokens.keys[place - 1] not in reading.takes
    return bool(own) and phrase_before(passage, cue, place, reading) is None


def names_only(passage: Passage, quote: Quote) -> bool:
    """Whether أن follows a quotation, which then only names somebody: صرح لموقع «أخبار الساحل والجبل اليوم» أن كذا.

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
    after = passage.skip(quote.close + 1, COMMA)
    return after < len(kinds) and bool(kinds[after] & THAT) and not is_except(passage, after)


def is_except(passage: Passage, place: int) -> bool:
    """Whether what looks like ألا is إلا."""
    tokens = passage.tokens
    return tokens.keys[place] == EXCEPT and passage.text[tokens.starts[place]] == WRITTEN_INNA


def is_question(passage: Passage, place: int) -> bool:
    """Whether an indirect question begins: سأل متى يفتح، تساءل عما إذا كان، شرح كيف بدأ."""
    kinds = passage.tokens.kinds
    return bool(kinds[place] & QUESTION) or bool(
        kinds[place] & RELATIVE and place + 1 < len(kinds) and passage.tokens.keys[place + 1] == IF
    )


def after_question(passage: Passage, cue: int, place: int) -> Opening:
    """The question word opens the content as أن does, and belongs to it; a preposition before it does not: حول ماذا فعلوا."""
    gap = place
    if gap > cue + 1 and passage.tokens.kinds[gap - 1] & PREPOSITION:
        gap -= 1
    return Opening(gap, place, "that", None)


def reports_nothing(passage: Passage, that: int) -> bool:
    """Whether أن belongs to the word before it and reports nothing (قبل أن يعود, يجب أن يعود، خاصة أنه يعود), or is إلا."""
    tokens = passage.tokens
    if not tokens.kinds[that - 1] and tokens.kinds[that - 2] & COMMA:
        return True
    return bool(tokens.kinds[that - 1] & CLAUSAL) or tokens.keys[that - 1] in modals() or is_except(passage, that)


def is_of_other(passage: Passage, cue: int, that: int) -> bool:
    """Whether أن belongs to an ordinary verb right before it and not to the cue: أعلن استقالته بعد أن اكتشف أن، بعد أن ثبت أن.

    So it does in a clause of its own: صرخت بوجه الحارس، فيما اعتقد البعض أن، طلب منها العودة، لكنها عرفت أن.
    """
    kinds, verb = passage.tokens.kinds, that - 1
    turn = next((at for at in range(verb, cue, -1) if kinds[at] & (RESUME | CONTRAST | COMMA)), cue)
    if kinds[turn] & (RESUME | CONTRAST) and kinds[turn - 1] & COMMA:
        return True
    if verb <= cue + 1 or kinds[verb] & ~(WAKING | ODD):
        return False
    return bool(kinds[verb] & WAKING and kinds[verb - 1] & BEFORE_VERB) or passage.tokens.keys[verb - 1] == BARE_THAT[0]


def parenthesis_end(passage: Passage, place: int, limit: int) -> int:
    """The mark that ends what tells between marks who relays: ، بحسب ما نقلت عنه الوكالة، ; `place` itself where none does."""
    kinds = passage.tokens.kinds
    ends = (at for at in range(place + 1, min(limit, place + PARENTHESIS)) if kinds[at] & (PUNCTUATION | THAT))
    mark = next(ends, place)
    return mark if passage.sets_off(mark) else place


def breaks_off(passage: Passage, place: int, relative: bool) -> bool:
    """Whether another word of saying between a cue and its content has the content for itself."""
    kinds = passage.tokens.kinds
    if kinds[place] & ROLE and kinds[place - 1] & COMMA and place + 1 < len(kinds) and kinds[place + 1] & THAT:
        return True
    if kinds[place] & (ACCORDING | RENOWNED | ROLE | BODY | DOCUMENT | DEFINITE | SETTING | NAME | TIME | OBJECT | PREPOSITION):
        return False
    first = readings(passage.tokens.keys[place])[0]
    if kinds[place - 1] & (PREPOSITION | ACCORDING) or not can_open(passage, place, first):
        return False
    if first.tense == "participle":
        return is_own_turn(passage, place)
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
    begins = kinds[place - 1] & CONJUNCTION or (kinds[place - 1] & PREFIX and kinds[place - 2] & COMMA)
    if first.tense == "noun" or kinds[place - 1] & SPEECH or (relative and not begins):
        return False
    return not is_told_of(passage, place, first)


def is_set_off(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether a verb of relaying between commas only tells where something stands: قال في بيان، نشر على موقعه، إن كذا."""
    kinds, after = passage.tokens.kinds, place + 1
    if reading.act != "report" or not kinds[place - 1] & COMMA or not (after < len(kinds) and kinds[after] & PREPOSITION):
        return False
    comma = next((at for at in range(after, min(len(kinds), place + PARENTHESIS)) if kinds[at] & (PUNCTUATION | THAT)), after)
    return bool(kinds[comma] & COMMA) and comma + 1 < len(kinds) and bool(kinds[comma + 1] & THAT)


def can_open(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether what comes next may belong to another word of saying: no أن does where it takes none (مسؤول تحدث سرا إن)."""
    kinds = passage.tokens.kinds
    if THAT_FOLLOWS in reading.takes or reading.owner or kinds[place - 1] & (PREFIX | COMMA | CONJUNCTION):
        return True
    for at in range(place + 1, min(len(kinds), place + REACH, passage.sentence_stop(place))):
        if kinds[at] & COLON or at in passage.opening:
            return True
        if kinds[at] & THAT:
            fused = passage.tokens.keys[at].startswith(FUSED) and FUSED[0] in reading.takes
            return fused or passage.tokens.keys[at - 1] in reading.takes
    return True


def takes_up_text(passage: Passage, verb: int) -> bool:
    """Whether a verb's object takes up the indefinite text before it: في تغريدة أعاد نشرها المدير."""
    tokens, text = passage.tokens, passage.tokens.kinds[verb - 1] if verb else 0
    indefinite = text & (DOCUMENT | SETTING) and not text & DEFINITE
    return bool(indefinite) and verb + 1 < len(tokens) and tokens.keys[verb + 1].endswith(OWNERS[0])


def is_told_of(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether a verb only tells more of the noun before it: ضابط طلب عدم ذكر اسمه، بيان نشرته الوكالة، تقرير نشر اليوم."""
    kinds = passage.tokens.kinds
    if takes_up_text(passage, place):
        return True
    after = kinds[place + 1] if place + 1 < len(kinds) else 0
    if after & OBJECT and not kinds[place - 1] & (PREFIX | CONJUNCTION | RESUME):
        return True
    if kinds[place - 1] & (PREFIX | PUNCTUATION | FUNCTION | RESUME):
        return False
    return not reading.takes or bool(after & TIME) or (reading.act == "report" and bool(after & (PREPOSITION | PREFIX)))


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
        and not (place + 1 < len(kinds) and (kinds[place + 1] & COLON or place + 1 in passage.opening))
    )


def goes_along(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether the form only carries the verb before it on: `كتب الشاعر يقول:`, but not `نشر قصيدة يقول فيها:`, `مع نص يقول إن`."""
    kinds = passage.tokens.kinds
    carried = reading.tense == "imperfect" and reading.lemma == CARRIER
    own = any(kind & (COMMA | CONJUNCTION) for kind in kinds[max(0, place - OWN_SUBJECT) : place])
    own = own or any(kind & RESUME for kind in kinds[max(0, place - PHRASE) : place])
    own = own or (bool(kinds[place - 1] & (DOCUMENT | ROLE | PEOPLE)) and not kinds[place - 1] & DEFINITE)
    takes_up = place + 1 < len(kinds) and kinds[place + 1] & SATED
    return carried and not own and not takes_up and not kinds[place - 1] & (PREFIX | RELATIVE | KAN)


def opens_itself(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether what opens the content stands right after this word of saying: التي قال إنها، قوله إن; but not برر قراره | بأن."""
    kinds = passage.tokens.kinds
    if reading.tense == "noun" and not reading.owner:
        return False
    after = place + 1
    if after < len(kinds) and kinds[after] & SATED:
        return THAT_FOLLOWS in reading.takes and reading.act not in ASKS
    after = passage.skip(after, PREPOSITION | PREFIX)
    if after < len(kinds) and passage.tokens.keys[after].startswith(FUSED) and reading.takes.isdisjoint(("quote", FUSED[0])):
        return False
    quote = passage.opening.get(after) if reading.owner else None
    return after < len(kinds) and bool(kinds[after] & (THAT | COLON) or (quote and quote.is_speech))


def after_colon(passage: Passage, place: int, reading: Reading) -> Opening | None:
    """A colon opens the content, or the quotation that follows it; behind a pronoun it opens a list: وهي: كذا وكذا."""
    start = place + 1
    kinds = passage.tokens.kinds
    while start < len(kinds) and (kinds[start] & BREAK or passage.tokens.keys[start] in DASHES + ":"):
        start += 1
    listed = place > 1 and kinds[place - 1] & PRONOUN and kinds[place - 2] & PREFIX
    if start >= len(kinds) or not reading.takes & {"quote", "colon"} or listed:
        return None
    if kinds[start] & THAT and start + 1 in passage.opening:
        return Opening(place, start + 1, "that", passage.opening[start + 1])
    quote = passage.opening.get(start)
    return Opening(place, quote.first if quote else start, "colon", quote)


def after_mark(passage: Passage, cue: int, place: int, quote: Quote, reading: Reading) -> Opening | None:
    """A quotation opens the content, after a preposition that the verb takes (أشار إلى "…")."""
    before = passage.tokens.keys[place - 1]
    if "quote" not in reading.takes and before not in reading.takes and not asks_in_marks(passage, cue, quote, reading):
        return None
    if place > cue + 2 and passage.tokens.keys[place - 1] == JOINS_FREELY and passage.tokens.kinds[place - 2] & COMMA:
        return None
    if is_of_other_verb(passage, cue, place):
        return None
    if start := phrase_before(passage, cue, place, reading):
        return Opening(start[0], start[1], "quote", quote)
    gap = place
    while gap > cue + 1 and passage.tokens.kinds[gap - 1] & (PREPOSITION | PREFIX | COMMA):
        gap -= 1
    return Opening(gap, quote.first, "quote", quote)


def is_of_other_verb(passage: Passage, cue: int, place: int) -> bool:
    """Whether the preposition before a quotation belongs to an ordinary verb right before it: استند إلى خطط تهدف إلى «كذا»."""
    tokens, verb = passage.tokens, place - 2
    return verb > cue and bool(tokens.kinds[verb + 1] & PREPOSITION) and may_be_willed(tokens.keys[verb], tokens.kinds[verb])


def asks_in_marks(passage: Passage, cue: int, quote: Quote, reading: Reading) -> bool:
    """Whether a demand stands in marks, with its own preposition or without one: طالب الحكومة «بإعادة النظر في القانون»."""
    if reading.act not in URGES:
        return False
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    after = keys[quote.close + 1] if quote.close + 1 < len(keys) else ""
    bare = not any(kind & (PREPOSITION | PREFIX | COMMA) for kind in kinds[cue + 1 : quote.open]) and after not in reading.takes
    return keys[quote.first][0] in reading.takes or bare


def phrase_before(passage: Passage, cue: int, place: int, reading: Reading) -> Range | None:
    """The preposition that the verb takes and the phrase behind it that ends in the quotation: شدد على الحاجة إلى «…»."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    for at in range(place - 1, max(cue, place - PHRASE), -1):
        if kinds[at] & (COMMA | RELATIVE | SPEECH | SAYING | COLON):
            return None
        opens = at + 1 < place and tokens.keys[at] in reading.takes and kinds[at] & (PREPOSITION | PREFIX)
        if opens and takes_phrase(passage, at, reading):
            return at, at if kinds[at] & PREFIX else at + 1
    return None


def takes_phrase(passage: Passage, at: int, reading: Reading) -> bool:
    """Whether a phrase behind the preposition at `at` can be what was said, and not what it was said of or where."""
    if reading.act == "report" or reading.lemma == SAID:
        return False
    return not passage.tokens.kinds[at + 1] & (SETTING | TIME | PRONOUN | DEMONSTRATIVE | SPEECH | SAYING)


def after_that(passage: Passage, cue: int, place: int, reading: Reading) -> Opening | None:
    """أن opens the content, after a preposition that the verb takes (أشار إلى أن), or fused with one (صرح بأن)."""
    tokens = passage.tokens
    gap = place
    before = place - 1
    if before > cue and tokens.kinds[before] & (CONJUNCTION | QUESTION | OWN_THAT) and not tokens.kinds[before] & PREPOSITION:
        return None
    if is_set_off(passage, cue, reading) and tokens.kinds[before] & COMMA:
        return None
    if before > cue + 1 and tokens.kinds[before] & SATED and tokens.kinds[before - 1] & OWN_THAT:
        return None
    if before > cue and governs(tokens.kinds[before]):
        taken = tokens.keys[before] in reading.takes or explains_what(passage, cue, before)
        if not taken and not passage.tokens.kinds[before - 1] & OBJECT:
            return None
        gap = before
    elif not takes_that(tokens.keys[place], reading):
        return None
    start = passage.skip(place + 1, COLON)
    if start >= len(tokens):
        return None
    return Opening(gap, start, "that", passage.opening.get(start))


def takes_that(key: str, reading: Reading) -> bool:
    """Whether a verb takes أن as it is written: أكد أن، صرح بأن.

    What is judged is taken up behind ب, else ب belongs to a noun: وصف الاتهامات بأنها، but not وصف | الاتهامات بأن.
    """
    if THAT_FOLLOWS in reading.takes:
        return True
    judged = JUDGED in reading.takes and reading.act != "accuse"
    return key.startswith(FUSED) and FUSED[0] in reading.takes and not (judged and key in BARE_THAT)


def explains_what(passage: Passage, cue: int, of: int) -> bool:
    """Whether من before أن tells what ما means: خلافا لما أعلنه الوزير من أن، ما قاله من أن."""
    before = passage.tokens.kinds[cue - 1] if cue else 0
    return passage.tokens.keys[of] == OF and bool(before & RELATIVE) and not before & DEFINITE


def governs(kind: int) -> bool:
    """Whether a preposition stands before أن itself; one that carries a pronoun (فيه، له) has its noun already."""
    return bool(kind & (PREPOSITION | PREFIX)) and not kind & SATED


def is_wish(passage: Passage, opening: Opening) -> bool:
    """Whether أن opens a wish or a demand and no report: طالب أن يعود."""
    tokens = passage.tokens
    if opening.by != "that" or not may_be_willed(tokens.keys[opening.start], tokens.kinds[opening.start]):
        return False
    return tokens.keys[opening.start - 1] in BARE_THAT and passage.text[tokens.starts[opening.start - 1]] != WRITTEN_INNA


def may_be_willed(key: str, kind: int) -> bool:
    """Whether a word is an imperfect that no noun can be: يعود, تتراجع, تكون."""
    if kind & ~(ODD | KAN | SPEECH | WAKING):
        return False
    return bool(IMPERFECT.match(key)) or is_only_imperfect(key)


def content_of(passage: Passage, opening: Opening) -> tuple[tuple[Range, ...], bool]:
    """The content that an opening begins and whether its end is still open: a closed quotation that stands alone is all of it."""
    quote = opening.quote
    if quote and opening.start < quote.open:
        return ((opening.start, quote.close + 1),), clause_goes_on(passage, quote)
    if quote and opening.by == "quote" and clause_goes_on(passage, quote):
        return ((quote.open, quote.close + 1),), True
    if quote and (opening.by == "quote" or stands_alone(passage, quote) or (opening.by == "colon" and quote.is_speech)):
        return (said_in(passage, quote),), False
    if quote:
        return ((quote.open, quote.close + 1),), True
    return ((opening.start, opening.start + 1),), True


def said_in(passage: Passage, quote: Quote) -> Range:
    """What of a quotation is the speaker's own: all of it, or up to a cue of the author's inside the marks: «كذا، مبينا أن كذا»."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    for place in range(quote.first + 2, quote.stop):
        if kinds[place] & SPEECH and kinds[place - 1] & COMMA and tokens.keys[place].endswith(ACCUSATIVE):
            reading = readings(tokens.keys[place])[0]
            if reading.tense == "participle" and reading.act not in URGES and not kinds[place] & DEFINITE:
                return passage.trim(quote.first, place)
    return quote.first, quote.stop


def stands_alone(passage: Passage, quote: Quote) -> bool:
    """Whether the reported clause ends with the quotation: a full stop inside, or a mark, a new line or a new cue after it."""
    kinds = passage.tokens.kinds
    after = quote.close + 1
    if after >= len(kinds) or kinds[quote.stop - 1] & STOP or kinds[after] & (STOP | BREAK):
        return True
    if kinds[after] & COMMA:
        return not goes_on_with_that(passage, after + 1)
    after = passage.skip(after, PREFIX | CONJUNCTION)
    return after < len(kinds) and bool(kinds[after] & (SPEECH | ACCORDING))


def goes_on_with_that(passage: Passage, place: int) -> bool:
    """Whether a reported clause goes on with وأن at `place`."""
    kinds = passage.tokens.kinds
    return place + 1 < len(kinds) and bool(kinds[place] & PREFIX) and bool(kinds[place + 1] & THAT)


def clause_goes_on(passage: Passage, quote: Quote) -> bool:
    """Whether a prepositional phrase of the clause follows its quotation: «لا نية لأحد» في هذه المدينة."""
    kinds, after = passage.tokens.kinds, quote.close + 1
    if after + 1 >= len(kinds) or kinds[quote.stop - 1] & STOP:
        return False
    begins = kinds[after] & BINDS and not kinds[after] & TIME
    fused = kinds[after] & PREFIX and passage.tokens.keys[after] in PREPOSITIONS
    return bool(begins or fused) and not kinds[after + 1] & (SETTING | TIME | COMMENT | SPEECH | CONJUNCTION)
