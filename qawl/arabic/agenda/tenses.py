"""Words that tell how an encounter stands, and the tense of any verb: أجل, سيعقد, المقبل, خلال."""

from __future__ import annotations

from functools import cache

from qawl.arabic.dates.tense import is_future_verb, is_imperfect, is_past_verb, moving_words, tense_words
from qawl.arabic.forms import NONE, Form, Met, as_he_will, forms
from qawl.arabic.kept import kept
from qawl.arabic.letters import BY, HE_DOES, IS_DONE, MAY_BE, NON, NOT_BE, OURS, OWN_THAT, TO_THE, WE_DO, WHAT, fold
from qawl.arabic.letters import FUTURE as LETTER_OF_FUTURE
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    DEFINITE,
    KAN,
    NOMINAL,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    SATED,
    SPEECH,
    TIME,
    TITLE,
    readings,
)
from qawl.arabic.tokens import Tokens
from qawl.tables import several, table

# So near before أن stands the relative of a plan: التي كان من المقرر أن.
PLAN = 7
TURNS, WORDS = "event_turns.tsv", "event_words.tsv"
# The tables whose verbs are known with their tense.
VERBS = ("encounters.tsv", TURNS)
# The turns of verbs that tell nothing of how an encounter stands, but where it is or who comes.
HOSTS, JOINS = "hosts", "joins"
# The classes of small words that set what stands behind them round something else.
AROUND = ("behind", "during", "after", "before")
# Those that set it on the day of something else: خلال اللقاء، عقب اللقاء.
AT = ("during", "after")
# Turns that put an encounter off or call it off, and those that tell how far it is.
CALLED_OFF = ("postponed", "cancelled", "moved")
# Turns that move an encounter to another day, if its day is told, and how near behind them: نقل | موعد الجلسة.
MOVES, MOVED = ("moved", "advanced"), 8
# So near behind a verb stands the preposition that it needs.
LED_NEAR = 8
PHASES = ("begun", "going_on", "ended")
# Who they are is no verb: قادة الدول.
SOMEBODY = ROLE | TITLE | PEOPLE
PERFECT, IMPERFECT, FUTURE = "perfect", "imperfect", "future"
# The tenses of the forms behind لم and لن too, and those without an agent.
TENSES = {FUTURE: FUTURE, IMPERFECT: IMPERFECT, "jussive": IMPERFECT, PERFECT: PERFECT, "passive": PERFECT}


@cache
def small_words() -> dict[str, str]:
    """Folded form -> the class of a small word: خلال -> behind."""
    return {fold(row["form"]): row["class"] for row in table(WORDS)}


def small_word(key: str) -> str:
    """The class of a small word by its folded form, empty for others."""
    return small_words().get(key, "")


@kept
def turn_at(tokens: Tokens, place: int) -> Form | None:
    """What a word at `place` tells of an encounter, None where it is no such word; the column `turn` of its row says which."""
    key = tokens.keys[place]
    found = turns().get(key) or (turns().get(HE_DOES + key[1:]) if key.startswith(WE_DO) else None)
    if not found or names_body(tokens, place):
        return None
    led = is_led(tokens, place) or (place > 0 and tokens.keys[place - 1] in IS_DONE)
    told = (form for form in found if not (led and form.is_finite))
    return next((form for form in told if is_whole(tokens, place, form)), None)


def is_whole(tokens: Tokens, place: int, turn: Form) -> bool:
    """Whether what a word needs stands behind it: the day that is moved, the preposition that leads to what is given up."""
    name = turn.row["turn"]
    if name in MOVES:
        return is_of_its_day(tokens, place)
    return name not in CALLED_OFF or leads_on(tokens, place, turn)


def names_body(tokens: Tokens, place: int) -> bool:
    """Whether a noun tells what a body is for, and nothing of an encounter: وزارة | التخطيط; not الجلسة | المقررة."""
    before = tokens.kinds[place - 1] if place else 0
    return bool(tokens.kinds[place] & DEFINITE and before & BODY and not before & DEFINITE)


def is_of_its_day(tokens: Tokens, place: int) -> bool:
    """Whether the word for a day that was set stands behind a verb that moves something: نقل المجلس | موعد الجلسة."""
    return not moving_words("date").isdisjoint(tokens.keys[place + 1 : place + MOVED])


@cache
def turns() -> Met[Form]:
    """Folded form -> what it tells of how an encounter stands; who hosts it or comes tells nothing of that."""
    return Met(lambda key: tuple(sorted(filter(tells_how, told), key=is_dual_verb)) if (told := forms(TURNS).get(key)) else ())


def tells_how(form: Form) -> bool:
    """Whether a form tells how an encounter stands, and not only who hosts it or comes."""
    return form.row["turn"] not in (HOSTS, JOINS)


def is_dual_verb(form: Form) -> bool:
    """Whether a form is the perfect of two, which a noun in the accusative is written like and oftener is: رفض | عرضا."""
    return form.tense == PERFECT and form.number == "d"


def leads_on(tokens: Tokens, place: int, turn: Form) -> bool:
    """Whether the preposition that a verb needs stands behind it: تراجعوا | عن الإضراب، قمة صرف | النظر عنها; not صرف الأجور."""
    through = several(turn.row["through"])
    needed = tuple(fold(form) for form in through if form != NONE)
    near = tokens.keys[place + 1 : place + LED_NEAR]
    return not turn.is_finite or NONE in through or any(key.startswith(needed) for key in near)


def is_hosting(key: str) -> bool:
    """Whether a folded form is a verb whose subject may be the place of an encounter: استضافته تونس، تحتضن صور القمة."""
    return any(form.row["turn"] == HOSTS for form in forms(TURNS).get(key))


def is_joining(key: str) -> bool:
    """Whether a folded form is a verb whose subject only comes to an encounter, so that its negation denies none: لن يحضر القمة."""
    return any(form.row["turn"] == JOINS for form in forms(TURNS).get(key))


def is_led(tokens: Tokens, place: int) -> bool:
    """Whether a preposition stands right before a word, which then is no verb: من أجل، للشغل، من أجل | بحث المياه."""
    if place and tokens.kinds[place - 1] & PREFIX:
        return tokens.keys[place - 1] in (BY, TO_THE)
    before = tokens.kinds[place - 1] if place else 0
    aim = place > 1 and small_word(tokens.keys[place - 1]) == "aim" and bool(tokens.kinds[place - 2] & (PREFIX | PREPOSITION))
    return (bool(before & PREPOSITION) and not before & SATED) or aim


def is_future_letter(tokens: Tokens, place: int) -> bool:
    """Whether the prefix of what is to come stands at `place`: س | يلتقي."""
    return tokens.keys[place] == LETTER_OF_FUTURE and bool(tokens.kinds[place] & PREFIX)


def tense_at(tokens: Tokens, place: int) -> str | None:
    """The tense of a finite verb at `place`, None where no verb stands there: perfect, imperfect, future."""
    kind = tokens.kinds[place]
    tense = None if kind & PREPOSITION else tense_of(tokens.keys[place], kind)
    if tense == IMPERFECT and place and is_future_letter(tokens, place - 1):
        return FUTURE
    noun = tense and (tokens.has_ta(place) or is_led(tokens, place) or is_what_acts(tokens, place))
    return None if noun else tense


def is_what_acts(tokens: Tokens, place: int) -> bool:
    """Whether a noun that is written like a verb stands right behind one: نفى | تجمع صور، يعتزم | رأس الكنيسة; not تعقد | أجلت."""
    key, kind = tokens.keys[place], tokens.kinds[place]
    before = tense_of(tokens.keys[place - 1], tokens.kinds[place - 1]) if place else None
    if kind & BODY:
        return before is not None
    return before == IMPERFECT and tense_of(key, kind) == PERFECT and not has_turn(tokens, place, *CALLED_OFF)


@cache
def tense_of(key: str, kind: int) -> str | None:
    """The tense of a folded form of these classes."""
    for name in VERBS:
        for form in () if kind & SOMEBODY else forms(name).get(key):
            if form.is_finite:
                return IMPERFECT if form.tense == "passive" and is_imperfect(key) else TENSES[form.tense]
    if any(form.tense == FUTURE for name in VERBS for form in forms(name).get(as_he_will(key))):
        return FUTURE
    if (done := tense_to_us(key)) is not None:
        return done
    if kind & SPEECH:
        return next((reading.tense for reading in readings(key) if reading.tense in (PERFECT, IMPERFECT)), None)
    if key.startswith(tuple(tense_words()["future_prefix"])) and is_future_verb(key):
        return FUTURE
    if is_past_verb(key):
        return PERFECT
    return IMPERFECT if not kind & (NOMINAL | TIME) and is_imperfect(key) else None


def tense_to_us(key: str) -> str | None:
    """The tense of an imperfect whose object is whoever speaks, alone or not: سيستقبلنا, تزورني; None for others."""
    stem = key[: -len(OURS)] if key.endswith((OURS, OWN_THAT)) else ""
    told = (
        form.tense for name in VERBS for form in forms(name).get(stem) if form.tense in (IMPERFECT, FUTURE) and not form.pronoun
    )
    return next(told, None) if stem else None


def has_turn(tokens: Tokens, place: int, *turns: str) -> bool:
    """Whether the word at `place` is one of these turns."""
    found = turn_at(tokens, place)
    return found is not None and found.row["turn"] in turns


def is_of_plan(tokens: Tokens, that: int) -> bool:
    """Whether أن belongs to a plan told of a noun: القمة التي كان من المقرر لها | أن، زيارة كان مقررا | أن، القمة المقرر | أن."""
    near = range(that - 1, max(that - PLAN, 0), -1)
    ahead = next((at for at in near if has_turn(tokens, at, "ahead", "planned")), None)
    if ahead is None:
        return False
    alone = ahead == that - 1 and bool(tokens.kinds[ahead] & DEFINITE) and not tokens.kinds[ahead - 1] & (PREPOSITION | PREFIX)
    return alone or any(relates(tokens, at) for at in near if at < ahead)


def relates(tokens: Tokens, at: int) -> bool:
    """Whether what stands at `at` tells of the noun before it: القمة | التي, زيارة | كان مقررا; not وكان مقررا."""
    kinds = tokens.kinds
    return bool(kinds[at] & RELATIVE or (kinds[at] & KAN and not kinds[at - 1] & (PREFIX | PUNCTUATION)))


def is_that_which(tokens: Tokens, place: int) -> bool:
    """Whether ما stands behind a preposition and denies nothing: حسب | ما أعلن الوزير."""
    return place > 0 and tokens.keys[place] == WHAT and bool(tokens.kinds[place - 1] & (PREPOSITION | ACCORDING))


def is_negated(tokens: Tokens, place: int) -> bool:
    """Whether a negation stands before a word, its preposition, ثمة or يكون: لا صحة، ليس من المقرر، لن يكون هناك احتمال."""
    before = place - 1 - bool(place and tokens.kinds[place - 1] & (PREPOSITION | PREFIX))
    if is_that_which(tokens, before):
        return False
    while before >= 0 and small_word(tokens.keys[before]) == "there":
        before -= 1
    if before > 0 and tokens.keys[before] in (*MAY_BE, *NOT_BE):
        before -= 1
    return before >= 0 and (small_word(tokens.keys[before]) in ("not", "never", "without") or tokens.keys[before] == NON)
