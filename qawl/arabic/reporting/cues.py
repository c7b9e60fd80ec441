"""What keeps a form of saying from being a cue: it is a noun or a preposition there, or nobody is told to have said it."""

from __future__ import annotations

from qawl.arabic.findings import Opening
from qawl.arabic.letters import (
    ALEF,
    AMONG,
    BARE_THAT,
    FEMININE_PLURAL,
    IN_CASE,
    MADDA,
    MAY_BE,
    NOBODY,
    NOT_BE,
    NOUN_PREFIXES,
    OF_MINE,
    ON_WHAT,
    PERHAPS,
    THING,
    THIS,
    TO,
    WHAT,
    WHOEVER,
    WRITTEN_INNA,
    WRITTEN_TA_MARBUTA,
    bare_key,
)
from qawl.arabic.lexicon import (
    ARREST,
    ASIDE,
    BODY,
    CLAUSAL,
    COLON,
    COMMA,
    COUNTRY,
    DEFINITE,
    DOCUMENT,
    EACH,
    FAMILY,
    FIGURE,
    KAN,
    MATTER,
    NAME,
    NATION,
    NEGATION,
    ODD,
    OFFICE,
    ONE_OF,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SATED,
    SIDE,
    SUBORDINATE,
    SUPPOSES,
    THAT,
    TIME,
    readings,
    word_classes,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.leads import read_lead
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.adverbials import is_common_adverb
from qawl.arabic.reporting.clauses import is_joined
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import CONFESSES, FINITE, Reading, modals

# So few tokens may lead to a verb before a comma: من جهته،.
LED = 4
# Acts of what only shows that something is so.
SHOWS = ("assert", "announce")
# Acts that tell something even when they are negated: لا يعتقد أن، لم ينف أن.
STAND_NEGATED = ("think", "deny", "hope")
# What may begin a subject.
SUBJECTS = OFFICE | DEFINITE | NAME | BODY | COUNTRY
# What may stand between ليت, لو أن or قد يكون and the verb, in fewer tokens than these.
OF_SUBJECTS = SUBJECTS | FAMILY | NATION | KAN | THAT
SUBJECT = 6
# How far before the second preposition of a pair the first one stands.
PAIR = 6
# So few tokens before a confession tells that somebody was held: بعد القبض عليه والتحقيق معه.
CONFESSION = 16
# How long a heading before a colon may be.
HEADING = 12
# How many tokens of its sentence before a cue are looked at for another one.
SENTENCE = 300


def starts_clause(passage: Passage, place: int) -> bool:
    """Whether a form that is also a preposition stands where a verb would: at the head of its sentence, after و, or من جهته."""
    start = passage.sentence_start(place)
    led = place - start <= LED and bool(passage.tokens.kinds[place - 1] & (COMMA | SIDE))
    return (is_joined(passage, place) and not is_paired(passage, place)) or start == place or led


def is_paired(passage: Passage, place: int) -> bool:
    """Whether the word is the second of two prepositions of one stem: بينه وبينهم، بين المدينة وبين الميناء."""
    keys = passage.tokens.keys
    before = range(max(passage.sentence_start(place), place - PAIR), place - 1)
    return any(keys[at].startswith(keys[place]) for at in before)


def is_governed(passage: Passage, place: int) -> bool:
    """Whether a preposition or أحد stands before the word, so that it is a noun: من أبرز المرشحين، للرأي; but not منهم من رأى.

    Behind أحد where those follow of whom it is one: أحد أبرز اللاعبين; not لا أحد أكد أن.
    """
    before, after = passage.tokens.kinds[place - 1] if place else 0, passage.tokens.kinds[place + 1]
    if before & ONE_OF and not (before & PRONOUN or after & (THAT | PREPOSITION | PREFIX | PUNCTUATION | SATED)):
        return True
    fused = before & PREFIX and passage.tokens.keys[place - 1] in NOUN_PREFIXES
    leads = bool(before & PREPOSITION) and not before & (SATED | RELATIVE | TIME)
    return bool(fused) or (leads and not is_some(passage, place))


def is_some(passage: Passage, place: int) -> bool:
    """Whether من before the word means somebody and is no preposition: منهم من قال إن، هناك من أكد أن."""
    keys = passage.tokens.keys
    return place > 1 and keys[place - 1] in WHOEVER and keys[place - 2] in AMONG


def is_written_noun(passage: Passage, place: int) -> bool:
    """Whether a form is a noun as it is written, though folded it is a verb too: إعادة beside أعاده."""
    written = passage.tokens.surface(place, place + 1)
    return written[0] == WRITTEN_INNA or written[-1] == WRITTEN_TA_MARBUTA


def is_call(passage: Passage, place: int, reading: Reading) -> bool:
    """Whether the page calls on its readers, though two may have said so by the form: اقرأ أيضا: beside أقرا بأن."""
    if reading.number != "d" or reading.tense != "perfect":
        return False
    tokens = passage.tokens
    called = passage.text[tokens.ends[place] - 1] == OF_MINE
    opens = place == passage.sentence_start(place) and place + 1 < len(tokens)
    return called or (opens and bool(tokens.kinds[place + 1] & (TIME | DEFINITE)))


def is_body_here(passage: Passage, place: int) -> bool:
    """Whether a form is a body inside a clause, though it is a verb too: عبر حساب نادي الشباب, but not نادى الحارس: كذا."""
    kinds = passage.tokens.kinds
    named = kinds[place + 1] & DEFINITE
    return bool(kinds[place] & BODY and named) and not starts_clause(passage, place)


def counts_up(passage: Passage, place: int) -> bool:
    """Whether a word leads to the things that a colon counts up, which say nothing: أبرز النتائج: كذا; not أبرز المدير: كذا."""
    tokens, noun = passage.tokens, place + 1
    stop = min(passage.sentence_stop(place), place + HEADING)
    kind = tokens.kinds[noun] if noun < stop else 0
    one = kind & DOCUMENT and not tokens.keys[noun].endswith(FEMININE_PLURAL)
    if one or not kind & (DEFINITE | DOCUMENT | RELATIVE) or kind & (PEOPLE | SUBJECTS & ~DEFINITE):
        return False
    ends = next((at for at in range(noun, stop) if tokens.kinds[at] & (COLON | THAT | OPENS)), None)
    return ends is not None and bool(tokens.kinds[ends] & COLON)


def is_own_word(passage: Passage, place: int) -> bool:
    """Whether a form is that of the first person, which no reporter uses: آمل أن، مباراة أعتقد أنها صعبة.

    A verb in ا that is written أ is one inside a clause, where no subject follows; else its hamza is a slip: وأعتبر المدير أن.
    """
    written = passage.text[passage.tokens.starts[place]]
    if written != OF_MINE or place == 0 or place + 1 >= len(passage.tokens):
        return written == MADDA
    kinds = passage.tokens.kinds
    inside = not kinds[place - 1] & (PREFIX | PUNCTUATION) and kinds[place + 1] & (PREPOSED | THAT)
    return bool(inside) and any(reading.lemma[0] == ALEF for reading in readings(passage.tokens.keys[place]))


def is_negated(passage: Passage, cue: int) -> bool:
    """Whether the verb of saying itself is negated: لم يقل."""
    return cue > 0 and bool(passage.tokens.kinds[cue - 1] & NEGATION)


def is_of_nobody(passage: Passage, cue: int) -> bool:
    """Whether a negation leaves a verb no subject, or a mere thing is one: لا أحد قال إن، ليس هناك من يقول إن، كل شيء يؤكد أن."""
    keys, kinds, who = passage.tokens.keys, passage.tokens.kinds, cue - 1
    if who < 1 or keys[who] not in NOBODY:
        return False
    if keys[who] in THING and kinds[who - 1] & EACH:
        return True
    before = who - 1
    before -= before > 0 and (keys[before] in WHOEVER or keys[before] in AMONG)
    return bool(kinds[before] & NEGATION) or (keys[before] == WHAT and before < who - 1)


def is_supposed(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether the saying is only supposed, wanted or possible: إذا قال، لو كان يرى، عليه أن يدرك أن، قد يقول، قد يكون قال."""
    before = cue - 1
    while before > 0 and passage.tokens.kinds[before] & KAN:
        before -= 1
    if before >= 0 and (passage.tokens.kinds[before] & SUPPOSES or is_if(passage, before)):
        return True
    if reading.tense == "imperfect" and (is_wanted(passage, cue) or is_possible(passage, cue)):
        return True
    return is_unreal(passage, cue, reading)


def is_unreal(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether a subject parts a verb from what makes it unreal: لو أن المدير قال إن، ليت المدير قال إن، قد يكون المدير قال إن.

    So does لم يكن المدير قد قال إن; but what somebody did not think counts: لم يكن المدير يعتقد أن.
    """
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    for place in range(cue - 1, max(passage.sentence_start(cue) - 1, cue - SUBJECT), -1):
        if keys[place] in MAY_BE or keys[place] in NOT_BE:
            return reading.tense in FINITE and (keys[place] in MAY_BE or reading.act not in STAND_NEGATED)
        if kinds[place] & SUPPOSES:
            return True
        if not kinds[place] & OF_SUBJECTS:
            return False
    return False


def is_if(passage: Passage, place: int) -> bool:
    """Whether إن right before a verb opens its clause and so means if: إن قال المدير كذا فلا تصدقه; and في حال قال كذا."""
    tokens = passage.tokens
    if tokens.keys[place] == IN_CASE:
        return True
    if tokens.keys[place] != BARE_THAT[0] or passage.text[tokens.starts[place]] != WRITTEN_INNA:
        return False
    return place == passage.sentence_start(place) or bool(tokens.kinds[place - 1] & (PREFIX | COMMA))


def is_wanted(passage: Passage, cue: int) -> bool:
    """Whether أن makes a saying one to come: أراد أن يعلن، عليه أن يدرك; but not قبل أن يعلن، حرص على أن يؤكد."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    if cue < 2 or keys[cue - 1] not in BARE_THAT[:2]:
        return False
    return not kinds[cue - 2] & (CLAUSAL | TIME) and keys[cue - 2] not in (TO, ON_WHAT[0])


def is_possible(passage: Passage, cue: int) -> bool:
    """Whether قد or a modal verb before an imperfect tells what may be: قد يقول قائل إن, كاد يقول إن."""
    return cue > 0 and (passage.tokens.keys[cue - 1] == PERHAPS or passage.tokens.keys[cue - 1] in modals())


def is_upshot(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether what was told before is the subject, and nobody speaks: مما يشير إلى أن، هذا يؤكد أن، الأمر الذي أكد أن."""
    before, earlier = passage.tokens.kinds[max(cue - 1, 0)], passage.tokens.kinds[max(cue - 2, 0)]
    if (before & RELATIVE and earlier & MATTER) or (cue and passage.tokens.keys[cue - 1] in THIS):
        return True
    what = before & RELATIVE and not before & DEFINITE and not earlier & PREPOSITION
    return reading.tense == "imperfect" and (bool(what or before & SUBORDINATE) or is_of_thing(passage, cue, reading))


def is_of_thing(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether the verb tells what an indefinite thing before it shows: ختم موسمه بفوز يؤكد أن, وهي حقيقة تثبت أن."""
    kinds, thing = passage.tokens.kinds, cue - 1
    led = thing > passage.sentence_start(cue) + 1 and kinds[thing - 1] & (PREPOSED | PRONOUN)
    ordinary = kinds[thing] & FIGURE or not kinds[thing] & ~ODD
    return bool(led and ordinary) and reading.act in SHOWS


def is_figure(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether who speaks is an abstract thing, so that the author only says it in a figure: الواقع يقول إن، التجربة أثبتت أن."""
    noun = tokens.keys[read_lead(tokens, phrase.first, phrase.stop).noun]
    return not phrase.named and bool(word_classes().get(bare_key(noun), 0) & FIGURE)


def whoever(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether the subject is من and so nobody who is told: هناك من يقول إن كذا، منهم من قال إن كذا."""
    said = reading.tense == "imperfect" and cue > 0 and passage.tokens.keys[cue - 1] in WHOEVER
    return said or is_some(passage, cue)


def confesses(passage: Passage, cue: int, reading: Reading) -> bool:
    """Whether who was held before in the sentence says so, who is not named there: وألقي القبض على الجاني واعترف بأنه سرق.

    So in what somebody tells: قال سالم الكندي إن الجاني اعتقل، معترفا بأنه سرق.
    """
    if CONFESSES not in reading.takes:
        return False
    start = max(passage.sentence_start(cue), cue - CONFESSION)
    told = next((place + 1 for place in range(cue - 1, start, -1) if passage.tokens.kinds[place] & THAT), start)
    kinds = passage.tokens.kinds[told:cue]
    return any(kind & ARREST for kind in kinds) and not any(kind & NAME and not kind & DEFINITE for kind in kinds)


def aside(passage: Passage, cue: int, opening: Opening | None) -> bool:
    """Whether the author's own background begins here: يذكر أن، يشار إلى أن، تبين لاحقا أن، يذكر في هذا السياق أن."""
    tokens = passage.tokens
    if not tokens.kinds[cue] & ASIDE or opening is None or opening.by != "that":
        return False
    place = cue + 1
    while place < opening.gap and (tokens.kinds[place] & TIME or is_common_adverb(tokens.keys[place])):
        place += 1
    return place == opening.gap or bool(tokens.kinds[place] & PREPOSED)
