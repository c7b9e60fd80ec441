"""The words of encounters that a passage has: verbs, nouns and what tells that an encounter takes place.

A preposition that is written as one word with its noun belongs to it: بمباحثات.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qawl.arabic.agenda.parts import MEETS, PROTEST
from qawl.arabic.agenda.tenses import has_turn, small_word
from qawl.arabic.forms import HOLLOW, NONE, SOUND, Form, Met, as_he_will, forms, forms_where, lemma_of
from qawl.arabic.kept import kept
from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    ARTICLE,
    BY,
    EDITIONS,
    FUTURE,
    HE_DOES,
    HIS,
    IN,
    IN_ORDER_TO,
    JOINS_FREELY,
    MINE,
    MY_ENDS,
    OF,
    OPEN_TA,
    OTHER_THAN,
    OURS,
    OWN_THAT,
    PERIOD,
    SESSION,
    TA_MARBUTA,
    THE_YEAR,
    TO_THE,
    WE_DO,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COUNTRY,
    DEFINITE,
    DEMONSTRATIVE,
    KAN,
    NEGATION,
    NUMBER,
    PREFIX,
    PREPOSITION,
    QUANTITY,
    SATED,
    TIME,
)
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import owners
from qawl.tables import several, table

TABLE = "encounters.tsv"
# What may stand between a leader and the noun: جولة من المحادثات، الدورة السابعة للمنتدى، المشاركة في القمة.
LINKS = (OF, ADDRESSING, TO_THE, IN)
# How a row makes an encounter, as its column `by` tells.
ACT, HOLDS, NAME, PAPER = "act", "holds", "name", "paper"
SET, SIGNED, WHEN, LEADS, PRESS, SITS = "set", "signed", "when", "leads", "press", "sits"
OTHER, ANOTHER, AGAIN, NTH, HABIT, ASSEMBLY = "other", "another", "again", "nth", "habit", "assembly"
PHONE, SIGN, TRUST, PAIRS, HOUSE, ALSO, PANEL = "phone", "sign", "trust", "pairs", "house", "also", "panel"
OFTEN, REGULAR, LASTS, SETTLES, DEBATE, OPENED = "often", "regular", "lasts", "settles", "debate", "opened"
WORKS, BENCH, FACING, ROUNDS, INSPECTORS, CONVENES = "works", "bench", "facing", "rounds", "inspectors", "convenes"
GUARDS, ASIDE = "guards", "aside"
# What a noun needs that names an encounter only with another word behind it.
PAIRED = "paired"
# Turns of `event_turns.tsv` that put an encounter off or call it off.
TURNS, OFF = "event_turns.tsv", ("postponed", "cancelled")
# So near before its works stands the body that has them.
OWNED_BY = 6
# So near before a session stands the verb of the town that has it.
HOSTED = 12
# So many words may tell which session of a body it is.
TOLD_BY = 4
# The gender and number of what ني and ي mean, and نا.
OF_ME, OF_US = "-s", "-p"
# A verb that tells what those did who speak has more letters than that: زرت.
OWN_LEAST = 2
# The classes of verbs whose perfect is another one before نا as its object than as its subject: زارنا, زرنا.
LONG_PERFECTS = (HOLLOW, "weak_y", "weak_a")
# So near before an encounter it is told that somebody comes to be there.
ATTENDED = 3


class Hit(NamedTuple):
    """A token that the table knows, what it may be, and the key of the preposition that leads it, empty where none does."""

    place: int
    form: Form
    lead: str = ""

    @property
    def by(self) -> str:
        """How its row makes an encounter."""
        return self.form.row["by"]

    @property
    def needs(self) -> list[str]:
        """What its row needs beside it."""
        return needs_of(self.form.row["needs"])


@cache
def needs_of(cell: str) -> list[str]:
    """What a cell tells to be needed, read once."""
    return several(cell)


@cache
def known() -> Met[tuple[Form, str]]:
    """Folded form -> what it may be, with the preposition that is written as one word with it."""
    others = (our_forms, our_objects, our_nouns, led_forms)
    return Met(lambda key: (*((form, "") for form in forms(TABLE).get(key)), *(told for found in others for told in found(key))))


def our_forms(key: str) -> Iterator[tuple[Form, str]]:
    """What a verb may be as those say it who do it or to whom it is done: نزور, سنلتقي, سأزور, زرنا, التقيت, استقبلني."""
    yield from ((form, "") for form in our_perfects(key))
    mine = (form for form in forms(TABLE).get(as_he_will(key)) if is_of_one_alone(form) and form.row["type"] != PROTEST)
    yield from ((form._replace(gender=NONE), "") for form in mine)  # one alone makes no crowd: سأتظاهر بالنوم
    at = len(FUTURE) if key.startswith(FUTURE + WE_DO) else 0
    for form in forms(TABLE).get(key[:at] + HE_DOES + key[at + 1 :]) if key.startswith(WE_DO, at) else ():
        if is_of_one_alone(form) and form.tense == ("future" if at else "imperfect"):
            yield form._replace(gender=NONE, number="p"), ""


def is_of_one_alone(form: Form) -> bool:
    """Whether one man does what a form tells, to nobody whom a pronoun means."""
    return form.gender == "m" and form.number == "s" and not form.pronoun


def our_perfects(key: str) -> Iterator[Form]:
    """What a perfect may be as those say it who did it, or whose object they are: التقينا, زرت (of زار), قابلني."""
    ends = [(OURS, "p"), (OPEN_TA, "s")]
    for stem, number in ((key.removesuffix(end), number) for end, number in ends if key.endswith(end) and len(key) > OWN_LEAST):
        hollow = stem[:-1] + ALEF + stem[-1]
        for form in (*forms(TABLE).get(stem), *forms(TABLE).get(hollow)):
            changed = number == "p" or form.row["class"] != SOUND
            whole = stem if form.row["class"] != HOLLOW else hollow  # زرنا; not زارنا الوزير
            if changed and form.tense == "perfect" and fold(form.lemma) == whole and not form.pronoun:
                yield form._replace(gender=NONE, number=number)
    yield from done_to_us(key)


def done_to_us(key: str) -> Iterator[Form]:
    """What a verb may be whose object is whoever speaks, alone or not: قابلني, زارنا, تستقبلنا; not استقبلنا, what they did too."""
    for end, pronoun in ((OWN_THAT, OF_ME), (OURS, OF_US)):
        stem = key.removesuffix(end) if key.endswith(end) and len(key) > len(end) + OWN_LEAST else ""
        told = (*forms(TABLE).get(stem), *forms(TABLE).get(stem.removesuffix(ALEF) + MINE)) if stem else ()  # التقى, التقاني
        for form in told:
            both = pronoun == OF_US and form.tense == "perfect" and form.row["class"] not in LONG_PERFECTS
            if form.is_finite and not form.pronoun and not both:
                yield form._replace(pronoun=pronoun)


def our_objects(key: str) -> Iterator[tuple[Form, str]]:
    """What a perfect with a pronoun may be as those say it who did it: التقيته, قابلناهم."""
    for end, pronoun in owners():
        stem = key.removesuffix(end) if key.endswith(end) else ""
        own = (form for form in our_perfects(stem) if form.gender == NONE and not form.pronoun and form.row["object"] == MEETS)
        yield from ((form._replace(pronoun=pronoun), "") for form in own)


def our_nouns(key: str) -> Iterator[tuple[Form, str]]:
    """What a noun may be that whoever speaks calls his or theirs: زيارتي, لقائي, محادثاتنا; not اجتماعي, an adjective too."""
    ends = ((OURS, OF_US), (MINE, OF_ME)) if key.endswith((OURS, *MY_ENDS)) else ()
    for stem, pronoun in ((key.removesuffix(end), pronoun) for end, pronoun in ends if key.endswith(end)):
        owned = (form for form in forms(TABLE).get(stem + HIS) if form.tense == "noun" and form.pronoun == "ms")
        yield from ((form._replace(pronoun=pronoun), "") for form in owned)


def led_forms(key: str) -> Iterator[tuple[Form, str]]:
    """What a noun may be behind a preposition that is written as one word with it: بمباحثات, للقمة."""
    led = [(key[1:], key[0])] if key.startswith((BY, ADDRESSING)) and not key.startswith(ADDRESSING + ARTICLE) else []
    if key.startswith(TO_THE):
        led.append((ARTICLE + key.removeprefix(TO_THE), ADDRESSING))
    return ((form, lead) for noun, lead in led for form in forms(TABLE).get(noun) if form.row["by"] in (NAME, PAPER))


@kept
def hits_of(tokens: Tokens) -> list[Hit]:
    """The tokens that the table knows, in order."""
    words = known()
    return [
        Hit(place, form, lead or lead_of(tokens, place))
        for place in words.places(tokens)
        for form, lead in words[tokens.keys[place]]
        if is_whole(tokens, place, form)
    ]


def is_whole(tokens: Tokens, place: int, form: Form) -> bool:
    """Whether a noun has the word behind it that it needs to name an encounter, if it needs one; no verb is written with ة.

    Nor is the short form of a verb without a negation: لم | تعد زيارته; not تعد زيارته الأولى. عقد is a noun behind a preposition
    and before a body only: دعا إلى | عقد المجلس; not | عقد المجلس جلسة. What counts people is no verb: جمع من السكان.
    """
    aims = (at for at in (place - 1, place) if form.tense == "perfect" and small_word(tokens.keys[at]) == "aim")
    if any(tokens.kinds[at - 1] & (PREFIX | PREPOSITION) for at in aims):
        return False  # من أجل, من أجل بحث المياه
    if form.is_finite and ((form.pronoun and tokens.has_ta(place)) or tokens.kinds[place] & QUANTITY):
        return False
    if form.is_finite and tokens.kinds[place] & DEMONSTRATIVE and tokens.surface(place, place + 1).endswith(ALEF):
        return False  # هنا; not هنأ
    led = bool(tokens.kinds[place - 1] & NEGATION) or tokens.keys[place - 1] == IN_ORDER_TO
    if form.tense == "jussive" and form.number == "s" and not led:
        return False
    if "errand" in form.row["needs"] and not form.pronoun:
        return False
    if "bare" in form.row["needs"] and tokens.kinds[place] & DEFINITE:
        return False
    if "called" in form.row["needs"] and not (lead_of(tokens, place) and is_sitting(tokens, place + 1)):
        return False
    return PAIRED not in form.row["needs"] or is_paired(tokens, place, form)


def is_paired(tokens: Tokens, place: int, form: Form) -> bool:
    """Whether the word behind a noun makes it an encounter: دورة | استثنائية, جمعها | العام; no day at school: اليوم الدراسي."""
    if "proceeds" in form.row["needs"]:
        return is_of_panel(tokens, place, form)
    after = next((at for at in range(place + 1, min(place + 3, len(tokens))) if tokens.keys[at] != OTHER_THAN), place)
    stem = bare_key(tokens.keys[place])
    two = bool(tokens.kinds[place] & tokens.kinds[after] & DEFINITE)
    which = tokens.keys[after : after + 1 + two]  # اللجنة العليا | المشتركة
    if any(stem.startswith(head[:-1]) for key in which for head in pairs().get(key, ())):
        return not tokens.kinds[place] & TIME or not (tokens.kinds[place] & DEFINITE or lead_start(tokens, place) < place)
    session = (stem.startswith((SESSION, *EDITIONS)) and stem != SESSION) or (stem == PERIOD and is_leader(tokens, place - 1))
    return session and is_session(tokens, place, form)


def is_of_panel(tokens: Tokens, place: int, form: Form) -> bool:
    """Whether a committee or council stands right behind its works, or before them: أعمال | اللجنة, اختتمت اللجنة | أعمالها."""
    near = range(max(0, place - OWNED_BY), place) if form.pronoun else range(place + 1, min(place + 2, len(tokens)))
    panels = (at for at in near if bare_key(tokens.keys[at]) in keys_by(PANEL))
    return any(not form.pronoun or tokens.keys[at].endswith(TA_MARBUTA) == (form.pronoun == "fs") for at in panels)


def is_session(tokens: Tokens, place: int, form: Form) -> bool:
    """Whether a session is told as that of a body: الدورة الثالثة | للمجلس, دورة | المجلس, نسخته | السابقة."""
    keys, kinds, at = tokens.keys, tokens.kinds, place + 1
    if is_called_off(tokens, place) or is_hosted(tokens, place) or was_planned(tokens, place):
        return True
    if form.pronoun and (keys[at] in ranks() or kinds[at] & NUMBER or keys[at] == ARTICLE or has_turn(tokens, at, "past")):
        return lead_of(tokens, place) not in (IN, BY)
    if at < len(tokens) and not form.pronoun and (keys[at] in keys_by(SET) or is_sitting(tokens, at) or is_which(tokens, place)):
        return True
    if kinds[place] & DEFINITE and keys[at] in ranks() and takes_place(tokens, at + 1):
        return True
    while at - place <= TOLD_BY and (keys[at] in ranks() or keys[at] in counts() or kinds[at] & (NUMBER | DEFINITE)):
        at += 1
    return keys[at] in (ADDRESSING, TO_THE) and is_sitting(tokens, at + 1)


def takes_place(tokens: Tokens, place: int) -> bool:
    """Whether a verb at `place` tells that what stands before it took place: الطبعة الرابعة | قد جرت, الدورة الثالثة | أقيمت."""
    place += bool(tokens.kinds[place] & KAN)
    told = forms(TABLE).get(tokens.keys[place]) if place < len(tokens) else ()
    return any(form.is_finite and form.row["by"] == HOLDS and "self" in several(form.row["needs"]) for form in told)


def is_which(tokens: Tokens, place: int) -> bool:
    """Whether a session of a row is told by where it was or its month, or as the next one: دورة | صور, دورة | مايو."""
    key, kind = tokens.keys[place + 1], tokens.kinds[place + 1]
    is_sitting_row = bare_key(tokens.keys[place]).startswith(SESSION)
    if not tokens.kinds[place] & DEFINITE:
        last = key in THE_YEAR and place + 2 < len(tokens) and has_past(tokens.keys[place + 2])
        return last or (is_sitting_row and (bool(kind & (CITY | COUNTRY)) or key in months()))
    return bool(kind & DEFINITE) and (bare_key(key) in keys_by(WHEN) or has_past(key))


def has_past(key: str) -> bool:
    """Whether a word tells that a stretch of time is over: العام | الماضي."""
    return any(form.row["turn"] == "past" for form in forms(TURNS).get(key))


@cache
def months() -> frozenset[str]:
    """Folded names of Gregorian months."""
    rows = (*table("months.tsv"), *table("months_more.tsv"))
    return frozenset(fold(row["form"]) for row in rows if row["calendar"] == "gregorian")


@cache
def arriving_keys() -> frozenset[str]:
    """The folded forms of verbs of coming to a place: وصل."""
    goes = forms_where(TABLE, lambda row: row["needs"] == "goal")
    return frozenset(key for key, form in goes if form.tense == "perfect")


@cache
def counts() -> frozenset[str]:
    """The folded words that go on with the number of a session: الثانية | عشرة, الثالثة | و | العشرون, | الـ 12."""
    tens = (row["form"] for row in table("numbers.tsv") if row["kind"] in ("ten", "tens"))
    return frozenset((*map(fold, tens), JOINS_FREELY, ARTICLE))


def is_called_off(tokens: Tokens, place: int) -> bool:
    """Whether what puts off or calls off stands right before a session or behind it: إلغاء | الدورة، دورة مايو | ألغيت."""
    near = (*range(max(0, place - 1), place), *range(place + 1, min(len(tokens), place + TOLD_BY + 1)))
    return any(form.row["turn"] in OFF for at in near for form in forms(TURNS).get(tokens.keys[at]))


def was_planned(tokens: Tokens, place: int) -> bool:
    """Whether it is told of a session that it was to be: دورة | كان يفترض أن تلتئم؛ دورة | كان من المقرر أن تعقد."""
    after = place + 1
    if not tokens.kinds[after] & KAN:
        return False
    near = range(after + 1, min(len(tokens), after + 3))
    return any(form.row["turn"] in ("planned", "ahead") for at in near for form in forms(TURNS).get(tokens.keys[at]))


def is_hosted(tokens: Tokens, place: int) -> bool:
    """Whether a session that is told by its number is what a town has: تحتضن صور | الدورة الرابعة."""
    ranked = tokens.keys[place + 1] in ranks() and bool(tokens.kinds[place] & DEFINITE)
    ranked = ranked and not lead_of(tokens, place)
    near = range(max(0, place - HOSTED), place)
    return ranked and any(form.row["turn"] == "hosts" for at in near for form in forms(TURNS).get(tokens.keys[at]))


def is_sitting(tokens: Tokens, place: int) -> bool:
    """Whether a body that can sit is named at `place`, and no encounter: المجلس; not المؤتمر."""
    return bool(tokens.kinds[place] & BODY) and bare_key(tokens.keys[place]) not in names()


def lead_of(tokens: Tokens, place: int) -> str:
    """The key of the preposition before a word, past what may lead the word: في | أول اجتماع, ب | زيارة."""
    place = lead_start(tokens, place)
    before = tokens.kinds[place - 1] if place else 0
    return tokens.keys[place - 1] if before & (PREPOSITION | PREFIX) and not before & SATED else ""


def is_led_by_aim(tokens: Tokens, place: int) -> bool:
    """Whether ل leads to the noun of an encounter, in one word with it or not: لانتخاب، لل| تصويت."""
    written = (lead for _, lead in known().get(tokens.keys[place]))
    return lead_of(tokens, place) in (ADDRESSING, TO_THE) or ADDRESSING in written


def lead_start(tokens: Tokens, place: int) -> int:
    """Where what leads a noun begins: عقد | أول اجتماع, بدأت | جولة جديدة من المحادثات, | الجولة الأولى من هذه المحادثات."""
    while place > 1:
        if tokens.kinds[place - 1] & NUMBER or tokens.keys[place - 1] in leaders() or is_pointed_at(tokens, place):
            place -= 1
        elif tokens.keys[place - 1] in LINKS and (at := next((at for at in (place - 2, place - 3) if is_leader(tokens, at)), None)):
            place = at
        else:
            break
    return place


def is_pointed_at(tokens: Tokens, place: int) -> bool:
    """Whether a demonstrative behind a preposition points at a definite word: في هذا | الاجتماع; not بعد ذلك | جولات."""
    pointed = bool(tokens.kinds[place] & DEFINITE and tokens.kinds[place - 1] & DEMONSTRATIVE)
    return pointed and bool(tokens.kinds[place - 2] & (PREPOSITION | PREFIX))


def is_leader(tokens: Tokens, place: int) -> bool:
    """Whether a word that may lead an encounter stands at `place`."""
    return place > 0 and tokens.keys[place] in leaders()


def is_told_which(tokens: Tokens, place: int) -> bool:
    """Whether an adjective tells which encounter is meant at `place`: المفاوضات | غير المباشرة؛ not اللقاء | المقبل."""
    at = place + 1
    if at >= len(tokens) or not tokens.kinds[place] & DEFINITE:
        return False
    return tokens.keys[at] == OTHER_THAN or bool(tokens.kinds[at] & DEFINITE and tokens.keys[at] not in passing())


@cache
def passing() -> frozenset[str]:
    """Words that tell when, or only that it is a vote or by telephone, and not which: المقبلة، الأخيرة، الهاتفي، الانتخابية."""
    return keys_by(WHEN) | keys_by(SET) | keys_by(ANOTHER) | keys_by(PHONE) | poll_words("any")


@cache
def leaders() -> frozenset[str]:
    """The folded words that may stand between what holds an encounter and its noun: أعمال القمة, أول اجتماع."""
    return keys_by(LEADS) | keys_by(NTH)


@cache
def keys_by(by: str) -> frozenset[str]:
    """The folded forms of the rows of a kind."""
    return frozenset(key for key, _ in forms_by(by))


def forms_by(by: str) -> Iterator[tuple[str, Form]]:
    """The folded forms of the rows of a kind, with what they may be."""
    return forms_where(TABLE, lambda row: row["by"] == by)


@cache
def poll_words(kind: str) -> frozenset[str]:
    """The folded words of a kind beside which a vote or a protest is told: street, cause."""
    return frozenset(fold(row["form"]) for row in table("poll_words.tsv") if row["class"] == kind)


def is_office_of_power(tokens: Tokens, at: int) -> bool:
    """Whether an office and no place stands at `at`: وصل إلى | سدة الحكم."""
    near = tokens.keys[at : at + 2]
    return len(near) > 1 and bare_key(near[0]) in poll_words("seat") and near[1] in poll_words("power")


def is_finite(key: str) -> bool:
    """Whether a folded form is a finite one of the verbs of the table."""
    return any(form.is_finite for form in forms(TABLE).get(key))


@cache
def bringing_keys() -> frozenset[str]:
    """The folded finite forms of the verbs whose subject is an encounter that brings somebody together: جمع, ضم."""
    own = forms_where(TABLE, lambda row: row["needs"] == "self" and row["by"] == HOLDS)
    return frozenset(key for key, form in own if form.is_finite)


@cache
def attending_keys() -> frozenset[str]:
    """The folded finite forms of the verbs that tell who is at an encounter: حضر, ترأس, شارك."""
    there = forms_where(TABLE, lambda row: row["by"] == HOLDS and row["subject"] in ("attends", "chairs"))
    return frozenset(key for key, form in there if form.is_finite)


@cache
def attending_nouns() -> frozenset[str]:
    """The folded verbal nouns of those verbs: حضور, ترؤس, مشاركة."""
    there = forms_where(TABLE, lambda row: fold(lemma_of(row)) in attending_keys())
    return frozenset(key for key, form in there if form.tense == "noun")


def is_come_for(tokens: Tokens, place: int) -> bool:
    """Whether somebody comes to be at the encounter at `place`: توجه الوزير إلى صور لحضور | القمة, للمشاركة في | الدورة."""
    near = range(max(1, place - ATTENDED), place)
    return any(tokens.keys[at] in attending_nouns() and tokens.keys[at - 1] in (ADDRESSING, TO_THE) for at in near)


def is_come_to(tokens: Tokens, verb: int, place: int) -> bool:
    """Whether a verb tells that somebody is to be at the encounter at `place`: قررت النقابة | المشاركة في القمة."""
    near = range(max(verb + 1, place - ATTENDED), place)
    return any(bare_key(tokens.keys[at]) in attending_nouns() for at in near)


def is_doing(key: str) -> bool:
    """Whether a folded form is a finite one of the verbs of the table but of those that only tell who is there."""
    return is_finite(key) and key not in attending_keys()


@cache
def ranks() -> dict[str, str]:
    """Folded form -> which of several it tells: الثاني and الثانية are one."""
    return {key: form.row["noun"] for key, form in forms_by(NTH)}


@cache
def pairs() -> dict[str, tuple[str, ...]]:
    """Folded word -> the folded nouns that it makes an encounter: عامة -> جمعية."""
    found: dict[str, tuple[str, ...]] = {}
    for key, form in forms_by(PAIRS):
        found[key] = (*found.get(key, ()), *map(fold, several(form.row["needs"])))
    return found


@cache
def names() -> frozenset[str]:
    """The folded nouns that name an encounter without another word behind them."""
    return frozenset(key for key, form in forms_by(NAME) if PAIRED not in form.row["needs"])


def chambers() -> dict[str, str]:
    """Folded word -> what it must stand behind to name those who vote, empty where nothing: البرلمان; مجلس | الأمن."""
    return heads_by(ASSEMBLY)


@cache
def heads_by(by: str) -> dict[str, str]:
    """Folded form of the rows of a kind -> the folded word that their `needs` ask for before it, empty where none."""
    return {key: fold(form.row["needs"].replace(NONE, "")) for key, form in forms_by(by)}


@cache
def votes() -> frozenset[str]:
    """The folded nouns of a vote: انتخابات, استفتاء."""
    return frozenset(key for key, form in forms_by(NAME) if form.row["type"] == "vote")


@cache
def plain_votes() -> frozenset[str]:
    """The folded nouns of a vote that no other word need tell: انتخابات; not سباق."""
    return frozenset(key for key, form in forms_by(NAME) if form.row["type"] == "vote" and form.row["needs"] == NONE)


@cache
def letters() -> frozenset[str]:
    """The folded nouns of letters: رسالة, برقية."""
    return frozenset(key for key, _ in forms_where(TABLE, lambda row: "sent" in several(row["needs"])))


@cache
def matching() -> frozenset[str]:
    """The folded words of matches and trials that bar every encounter."""
    return frozenset(key for key, form in forms_by(OTHER) if form.row["needs"] != "court")


@cache
def trials() -> frozenset[str]:
    """The folded words of trials alone."""
    return frozenset(key for key, form in forms_by(OTHER) if form.row["needs"] in ("court", "trial"))


@cache
def sporting() -> frozenset[str]:
    """The folded words of matches alone, as they are without article."""
    return frozenset(bare_key(key) for key in keys_by(OTHER) - trials()) | poll_words("team")
