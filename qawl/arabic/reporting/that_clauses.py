"""The أن that opens a saying, and the one that belongs to another word or opens a wish: أشار إلى أن، قبل أن يعود، طالب أن يعود."""

from __future__ import annotations

from qawl.arabic.findings import Opening
from qawl.arabic.letters import (
    AFAR,
    BARE_THAT,
    EARLIER,
    EXCEPT,
    FUSED,
    HALF,
    HIS,
    IMPERFECT,
    JOINS_FREELY,
    LATER,
    OF,
    OWNERS,
    SO,
    THAT_MATTER,
    THIS,
    TO,
    WRITTEN_INNA,
)
from qawl.arabic.lexicon import (
    BODY,
    CALLED,
    CLAUSAL,
    COLON,
    COMMA,
    CONJUNCTION,
    CONTRAST,
    DEFINITE,
    DEMONSTRATIVE,
    HUMAN,
    KAN,
    MATTER,
    NAME,
    NEGATION,
    OBJECT,
    ODD,
    OWN_THAT,
    PLACES,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    RELATIVE,
    RESUME,
    SATED,
    SETTING,
    SPEECH,
    THAT,
    TIME,
    WAKING,
    WITHHOLD,
)
from qawl.arabic.ordinary import is_only_imperfect, may_act
from qawl.arabic.passage import Passage
from qawl.arabic.reporting.rivals import is_set_off
from qawl.arabic.reporting.sources import source_at
from qawl.arabic.verbs import FINITE, JUDGED, THAT_FOLLOWS, Reading, modals

# Acts of verbs that tell something.
TELLS = ("say", "assert")
# What writers put before أن behind any verb that tells: أكد المدير إلى أن، وأكد المدير، فإن.
WRONG = (TO, SO)
# What opens no clause behind و: وفي كلمته أن، وهو أستاذ أن; and what tells of somebody.
NO_CLAUSE = PREPOSITION | PREFIX | TIME | PRONOUN | DEMONSTRATIVE | RELATIVE | SETTING
PARTIES = HUMAN | PLACES | BODY | NAME
# So few tokens of a clause may stand before its أن.
CLAUSE = 5
# What may stand before a verb and no noun.
BEFORE_VERB = THAT | CONJUNCTION | RELATIVE | NEGATION | KAN | PREFIX | PRONOUN | COMMA


def is_except(passage: Passage, place: int) -> bool:
    """Whether what looks like ألا is إلا: so it is written, or أن stands behind it (الا انه رفض)."""
    tokens = passage.tokens
    if tokens.keys[place] != EXCEPT:
        return False
    behind = tokens.kinds[place + 1]
    return passage.text[tokens.starts[place]] == WRITTEN_INNA or bool(behind & THAT)


def reports_nothing(passage: Passage, that: int) -> bool:
    """Whether أن belongs to the word before it and reports nothing (قبل أن يعود, يجب أن يعود، خاصة أنه يعود), or is إلا."""
    tokens = passage.tokens
    if (not tokens.kinds[that - 1] or tokens.keys[that - 1] == THAT_MATTER) and tokens.kinds[that - 2] & COMMA:
        return True
    clausal = tokens.kinds[that - 1] & CLAUSAL and not follows_adverb(passage, that)
    return bool(clausal) or tokens.keys[that - 1] in modals() or is_except(passage, that)


def follows_adverb(passage: Passage, that: int) -> bool:
    """Whether قبل or بعد before أن is an adverb and leads to no clause: لقاء عقد عن بعد أن، قال من قبل أن المدينة."""
    tokens, after = passage.tokens, that + 1
    pair = tuple(tokens.keys[max(0, that - 2) : that])
    if pair == EARLIER:
        return after < len(tokens) and not may_be_willed(tokens.keys[after], tokens.kinds[after])
    return pair in (AFAR, LATER)


def is_of_other(passage: Passage, cue: int, that: int) -> bool:
    """Whether أن belongs to an ordinary verb right before it and not to the cue: أعلن استقالته بعد أن اكتشف أن، بعد أن ثبت أن.

    So it does in a clause of its own: صرخت بوجه الحارس، فيما اعتقد البعض أن، طلب منها العودة، لكنها عرفت أن.
    """
    kinds, verb = passage.tokens.kinds, that - 1
    turn = next((at for at in range(verb, cue, -1) if kinds[at] & (RESUME | CONTRAST | COMMA)), cue)
    if (kinds[turn] & (RESUME | CONTRAST) and kinds[turn - 1] & COMMA) or opens_own_clause(passage, turn, that):
        return True
    if kinds[verb] & PREPOSITION:
        verb -= 1
    if verb <= cue + 1:
        return False
    own = not kinds[verb] & ~(WAKING | ODD | OBJECT | WITHHOLD | CALLED)
    opens = kinds[verb - 1] & BEFORE_VERB and (kinds[verb] & WAKING or goes_on_with(passage, verb))
    return own and (bool(opens) or passage.tokens.keys[verb - 1] == BARE_THAT[0])


def goes_on_with(passage: Passage, verb: int) -> bool:
    """Whether a verb that no table knows goes on with a clause behind و, بعدما or a negation, and with no name: أحمد واصلي أن."""
    tokens = passage.tokens
    kind = tokens.kinds[verb] & ~CALLED
    known = may_be_willed(tokens.keys[verb], kind) or (not kind & ~ODD and may_act(tokens.keys[verb]))
    return known and not tokens.kinds[verb - 1] & RELATIVE and not tokens.kinds[verb - 2] & NAME


def opens_own_clause(passage: Passage, comma: int, that: int) -> bool:
    """Whether و behind a comma opens a clause up to أن in which nobody is told of: أعلن فوزه، والسبب أن، ويبدو أن، ولا شك في أن."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    first = comma + 2
    if not kinds[comma] & COMMA or not first < that <= first + CLAUSE or keys[comma + 1] not in (JOINS_FREELY, SO):
        return False
    if keys[first] == OF and that == first + 2:
        return bool(kinds[first + 1] & DEFINITE) and not kinds[first + 1] & PARTIES
    opens = not kinds[first] & NO_CLAUSE or keys[first] in THIS
    return opens and not any(kind & PARTIES and not kind & MATTER for kind in kinds[first:that])


def after_that(passage: Passage, cue: int, place: int, reading: Reading) -> Opening | None:
    """أن opens the content, after a preposition that the verb takes (أشار إلى أن), or fused with one (صرح بأن)."""
    tokens = passage.tokens
    gap = place
    before = place - 1
    if before > cue and tokens.kinds[before] & (CONJUNCTION | QUESTION | OWN_THAT) and not tokens.kinds[before] & PREPOSITION:
        return None
    if is_set_off(passage, cue, reading) and tokens.kinds[before] & COMMA:
        return None
    if before > cue + 1 and tokens.kinds[before] & (SATED | PREPOSITION) and tokens.kinds[before - 1] & OWN_THAT:
        return None
    if before > cue and governs(tokens.kinds[before]) and not follows_adverb(passage, place):
        taken = tokens.keys[before] in reading.takes or explains_what(passage, cue, before)
        if not taken and not passage.tokens.kinds[before - 1] & OBJECT and not stands_behind_source(passage, cue, place, reading):
            return None
        gap = before
    elif not takes_that(tokens.keys[place], reading) and not stands_behind_source(passage, cue, place, reading):
        return None
    start = passage.skip(place + 1, COLON)
    if start >= len(tokens):
        return None
    return Opening(gap, start, "that", passage.opening.get(start))


def stands_behind_source(passage: Passage, cue: int, that: int, reading: Reading) -> bool:
    """Whether a known source is all that stands between a verb of telling and an أن of the wrong kind.

    تحدث المدير سالم الكندي أنه، أكد المدير إلى أن، وأكدت الدراسة، فإن; and بأن behind the claims that somebody repeats.
    """
    key = passage.tokens.keys[that]
    told = reading.tense in FINITE and reading.act in TELLS and JUDGED not in reading.takes
    if not told or key == EXCEPT or (reading.object and not key.startswith(FUSED)):
        return False
    phrase, stop = source_at(passage, cue + 1), that
    if passage.tokens.keys[that - 1] in WRONG:
        stop -= 1 + bool(passage.tokens.kinds[that - 2] & COMMA)
    return phrase is not None and phrase.stop == stop


def takes_that(key: str, reading: Reading) -> bool:
    """Whether a verb takes أن as it is written: أكد أن، صرح بأن; none of blaming takes بأن without its ب: أدان | كذا بأنه.

    What is judged is taken up behind ب, else ب belongs to a noun: وصف الاتهامات بأنها، but not وصف | الاتهامات بأن.
    """
    if THAT_FOLLOWS in reading.takes:
        return reading.act != "accuse" or FUSED[0] in reading.takes or key in BARE_THAT[:1] or not key.startswith(FUSED)
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


def is_half(key: str) -> bool:
    """Whether a word is half of something, though it may be a verb too: نصفها، نصفهم."""
    return key.startswith(HALF) and key.removeprefix(HALF) in (HIS, *OWNERS)


def may_be_willed(key: str, kind: int) -> bool:
    """Whether a word is an imperfect that no noun can be: يعود, تتراجع, تكون."""
    if kind & ~(ODD | KAN | SPEECH | WAKING):
        return False
    return bool(IMPERFECT.match(key)) or (is_only_imperfect(key) and not is_half(key))
