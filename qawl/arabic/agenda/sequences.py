"""An encounter before or behind which another one of its type is told in one sentence: التقى السفير، بعد | اجتماعه بالوزير."""

from __future__ import annotations

from functools import cache

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.sides import owner_of
from qawl.arabic.agenda.tenses import has_turn, small_word
from qawl.arabic.agenda.words import ACT, ANOTHER, NAME, PANEL, PAPER, Hit, keys_by, known
from qawl.arabic.letters import (
    ABOUT,
    ADDRESSING,
    AS_BEFORE,
    BY,
    IN,
    LIKENING,
    OF,
    SEQUENCE,
    THAT_MATTER,
    TO_THE,
    UPON,
    WAS_SO,
    WITH,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import DEFINITE, PREFIX, PREPOSITION, PUNCTUATION, TIME
from qawl.arabic.tokens import Tokens
from qawl.tables import table

# So many words may tell how long one was before or behind another: بعد أقل من أسبوع على.
SPELL = 5
# What may be told twice in a sentence; a vote has its rounds.
TWICE = ("visit", "meeting", "protest", "call", "signing")


def sequence_before(tokens: Tokens, place: int) -> int | None:
    """The word that tells that one was before, behind or like another: بعد | لقاء السفير، بعد أسبوع على | لقاء، على غرار | لقاء."""
    if place and tokens.keys[place - 1] in SEQUENCE:
        return place - 1
    return likening_before(tokens, place) if (ahead := spell_before(tokens, place)) is None else ahead


def likening_before(tokens: Tokens, place: int) -> int | None:
    """The word that likens one to another or sets it against it: على غرار | لقاء، خلافا ل| لقاء، كما حدث في | لقاء.

    So for what a noun leads to: بخلاف | جلسة للتصويت.
    """
    keys = tokens.keys
    if place and keys[place - 1] in LIKENING:
        return place - 1
    if place > 1 and keys[place - 1] in (ADDRESSING, TO_THE, BY, WITH, ABOUT) and keys[place - 2] in LIKENING:
        return place - 2
    if place > 1 and keys[place - 1] == IN:
        at = place - 2
        while at > 0 and keys[at] in WAS_SO:
            at -= 1
        return at if keys[at] in AS_BEFORE else None
    noun = led_from(tokens, place)
    return None if noun is None else likening_before(tokens, noun)


def led_from(tokens: Tokens, place: int) -> int | None:
    """The noun of an encounter that leads by ل to a word, past whose it is: جلسة المجلس | للتصويت."""
    if place < 2 or tokens.keys[place - 1] not in (ADDRESSING, TO_THE):
        return None
    for at in range(place - 2, max(-1, place - 2 - SPELL), -1):
        if is_of_table(tokens.keys[at]):
            return at
        if tokens.kinds[at] & (PUNCTUATION | PREPOSITION | PREFIX):
            return None
    return None


def spell_before(tokens: Tokens, place: int) -> int | None:
    """The word that tells how long one was before or behind another: بعد أسبوع على | لقاء، قبل أيام من | لقاء; not بعد غد."""
    if not place or tokens.keys[place - 1] not in (OF, UPON):
        return None
    near = range(place - 2, max(-1, place - 2 - SPELL), -1)
    return next((at for at in near if tokens.keys[at] in SEQUENCE and tuple(tokens.keys[at : at + 2]) not in paired_days()), None)


@cache
def paired_days() -> frozenset[tuple[str, ...]]:
    """The two words of a day that begins like a length of time: بعد غد."""
    forms = (tuple(map(fold, row["form"].split())) for row in table("relative_dates.tsv"))
    return frozenset(form for form in forms if len(form) == 2 and form[0] in SEQUENCE)


def is_set_beside(tokens: Tokens, place: int) -> bool:
    """Whether a noun is likened to one that was told, or counted from it, so that no verb before both holds it."""
    return likening_before(tokens, place) is not None or spell_before(tokens, place) is not None


def is_behind_that(tokens: Tokens, place: int) -> bool:
    """Whether a noun is counted from what was told: وذلك بعد أسبوعين من | لقاء."""
    ahead = spell_before(tokens, place)
    return ahead is not None and ahead > 0 and tokens.keys[ahead - 1] == THAT_MATTER


def is_of_past(tokens: Tokens, place: int) -> bool:
    """Whether a noun is told to be the one before of a row: الجلسة | السابقة، جمعيته العامة | الماضية; not الجلسة الأحد الماضي."""
    at, last = place + 1, len(tokens) - 1
    named = at < last and bool(tokens.kinds[at] & DEFINITE) and not tokens.kinds[at] & TIME
    return at <= last and (has_turn(tokens, at, "past") or (named and has_turn(tokens, at + 1, "past")))


def is_in_sequence(clauses: Clauses, hit: Hit) -> bool:
    """Whether a noun tells another encounter than one of its type before it in the sentence: it is likened to that, counted
    from it, or told behind a word of sequence with whose, when or which one it was.

    ندوة على غرار | ندوة صور، جلسة قبل أيام من | جلسة الثقة، احتجوا بعد | وقفة مماثلة; not زار صور بعد | زيارة استمرت يومين.
    """
    tokens, place, type = clauses.tokens, hit.place, hit.form.row["type"]
    led = None if type not in TWICE or hit.form.is_finite else sequence_before(tokens, place)
    if led is None or place + 1 >= len(tokens) or not is_of_its_own(clauses, hit):
        return False
    return any(tells_type(tokens.keys[at], type) for at in range(clauses.passage.sentence_start(place), led))


def is_of_its_own(clauses: Clauses, hit: Hit) -> bool:
    """Whether words beside a noun behind a word of sequence tell that it is not the one told before."""
    tokens, place = clauses.tokens, hit.place
    if hit.form.pronoun or is_of_past(tokens, place):
        return True
    if tokens.kinds[place] & DEFINITE:
        return False
    timed = tokens.kinds[place + 1] & TIME or clauses.is_day(place + 1) or small_word(tokens.keys[place + 1]) == "before"
    another = timed or tokens.keys[place + 1] in keys_by(ANOTHER) or owner_of(clauses, hit) is not None
    return bool(another) or is_set_beside(tokens, place)


def tells_type(key: str, type: str) -> bool:
    """Whether a folded word tells an encounter of a type."""
    return any(form.row["type"] == type and form.row["by"] in (ACT, NAME) for form, _ in known()[key])


def is_of_table(key: str) -> bool:
    """Whether a folded word is a noun that names an encounter and no committee, or a paper that may be signed."""
    named = any(form.row["by"] in (ACT, NAME, PAPER) and not form.is_finite for form, _ in known()[key])
    return named and bare_key(key) not in keys_by(PANEL)
