"""An encounter before or behind which another one of its type is told in one sentence: التقى السفير، بعد | اجتماعه بالوزير."""

from __future__ import annotations

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.sides import owner_of
from qawl.arabic.agenda.tenses import small_word
from qawl.arabic.agenda.words import ACT, ANOTHER, NAME, Hit, keys_by, known
from qawl.arabic.letters import ADDRESSING, BY, LIKENING, OF, SEQUENCE, TO_THE, UPON, WITH
from qawl.arabic.lexicon import DEFINITE, TIME
from qawl.arabic.tokens import Tokens

# So many words may tell how long one was before or behind another: بعد أقل من أسبوع على.
SPELL = 5
# What may be told twice in a sentence; a vote has its rounds.
TWICE = ("visit", "meeting", "protest", "call", "signing")


def sequence_before(tokens: Tokens, place: int) -> int | None:
    """The word that tells that one was before, behind or like another: بعد | لقاء السفير، بعد أسبوع على | لقاء، على غرار | لقاء."""
    keys = tokens.keys
    if place and keys[place - 1] in (*SEQUENCE, *LIKENING):
        return place - 1
    if place > 1 and keys[place - 1] in (ADDRESSING, TO_THE, BY, WITH) and keys[place - 2] in LIKENING:
        return place - 2
    if not place or keys[place - 1] not in (OF, UPON):
        return None
    return next((at for at in range(place - 2, max(-1, place - 2 - SPELL), -1) if keys[at] in SEQUENCE), None)


def is_in_sequence(clauses: Clauses, hit: Hit) -> bool:
    """Whether a noun behind a word of sequence tells whose, when or that it was a like one, behind another one of its type:
    أضرب السائقون، غداة | إضراب المعلمين، احتجوا بعد | وقفة مماثلة; not زار صور بعد | زيارة استمرت يومين.
    """
    tokens, place, type = clauses.tokens, hit.place, hit.form.row["type"]
    led = None if type not in TWICE or hit.form.is_finite else sequence_before(tokens, place)
    if led is None or tokens.kinds[place] & DEFINITE or place + 1 >= len(tokens):
        return False
    timed = tokens.kinds[place + 1] & TIME or clauses.is_day(place + 1) or small_word(tokens.keys[place + 1]) == "before"
    told = hit.form.pronoun or timed or tokens.keys[place + 1] in keys_by(ANOTHER) or owner_of(clauses, hit) is not None
    return bool(told) and any(tells_type(tokens.keys[at], type) for at in range(clauses.passage.sentence_start(place), led))


def tells_type(key: str, type: str) -> bool:
    """Whether a folded word tells an encounter of a type."""
    return any(form.row["type"] == type and form.row["by"] in (ACT, NAME) for form, _ in known()[key])
