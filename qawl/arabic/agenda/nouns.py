"""Nouns that tell an encounter alone: by who is in it, its day or its place: مباحثات | بين الوزير والسفير، قمة | يوم الأحد."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from qawl.arabic.agenda.ballots import (
    has_majority,
    is_candidacy,
    is_elected,
    is_poll,
    is_runoff,
    is_vote,
    is_voting,
    uses_veto,
    wins,
)
from qawl.arabic.agenda.clauses import is_how_many
from qawl.arabic.agenda.crowds import is_blocking, is_fasting, is_march, is_protest, is_rally, is_rising, is_stoppage
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.messages import is_phone, is_written
from qawl.arabic.agenda.papers import has_contract, is_agreed, is_signing
from qawl.arabic.agenda.parts import ATTENDANCE, MEETS
from qawl.arabic.agenda.places import is_land, is_place, is_venue, venue_head
from qawl.arabic.agenda.seeing import inspects, is_checked
from qawl.arabic.agenda.sequences import is_in_sequence
from qawl.arabic.agenda.sides import (
    PLACE,
    has_day,
    is_adjective,
    is_media,
    is_of_habit,
    is_somewhere,
    owner_of,
    party_behind,
    sides,
    tells_often,
)
from qawl.arabic.agenda.tenses import has_turn, small_word
from qawl.arabic.agenda.words import (
    AGAIN,
    GUARDS,
    HOLDS,
    LASTS,
    OTHER,
    PANEL,
    PRESS,
    REGULAR,
    SET,
    TABLE,
    WHEN,
    Hit,
    is_come_for,
    is_office_of_power,
    is_told_which,
    keys_by,
    lead_start,
    leaders,
    matching,
    names,
    poll_words,
    ranks,
)
from qawl.arabic.findings import Range
from qawl.arabic.forms import NONE, forms, forms_where
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.letters import (
    A_SITTING,
    ABOUT,
    ACTING,
    ADDRESSING,
    ALEF,
    AT_AN_EVENT,
    BALLOT_BOXES,
    BETWEEN,
    BY,
    DURING,
    FEMININE_PLURAL,
    GOALS,
    IN,
    IN_FRONT,
    OF,
    PLURAL_INDICATIVE,
    SEQUENCE,
    SHOW,
    TEAMS,
    THROUGH,
    TO,
    TO_HIM,
    TO_IT,
    TO_THE,
    UPON,
    WHERE,
    WITH,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COUNTRY,
    DEFINITE,
    FAMILY,
    NATION,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    TIME,
    TITLE,
    word_classes,
)
from qawl.arabic.lexicon import NAME as GIVEN
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# So far before it stands who is kept from coming.
BARRED = 10
Test = Callable[[Clauses, Hit, Range], bool]
# So many tokens behind a noun tell who is in it, and its day and place.
NEAR = 8
DAY = 25
LAND = 5
# So near behind it its day is told by an adjective: الانتخابات التشريعية | المقبلة.
DATED = 4
# So near behind a noun it is told who was there.
COMPANY = 12
# So many letters tell a day: 2024-05-14.
EXACT = 10
# So near a word a match or a trial is told.
AROUND = 14


def is_told(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a noun that nothing holds tells an encounter all the same."""
    if is_over_with(clauses, hit, clause) or ("arrival" not in hit.needs and is_in_sequence(clauses, hit)):
        return True
    told = all((BY_TYPE[hit.form.row["type"]] if need == NONE else NEEDS[need])(clauses, hit, clause) for need in hit.needs)
    return told or (GATHERS.issuperset(hit.needs) and hit.form.row["type"] != "vote" and is_attended(clauses, hit, clause))


def is_over_with(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told what was done at its end, on which day or of which one: صدر أمس في ختام | القمة العربية, في ختام الجولة
    الثانية من | المفاوضات; not في ختام اللقاء.
    """
    tokens, first = clauses.tokens, lead_start(clauses.tokens, hit.place)
    end, start = first - 1, clauses.passage.sentence_start(hit.place)
    if end <= start or tokens.keys[end - 1] != IN or not has_turn(tokens, end, "ended") or hit.needs != [NONE]:
        return False
    dated = any(max(start, end - NEAR) <= day.first < end for day in clauses.scene.times)
    return (dated and hit.place + 1 < clause[1]) or any(key in ranks() for key in tokens.keys[first : hit.place + 2])


def is_attended(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told behind a noun who was there, chaired or called to it: الوقفة | بدعوة من الحزب، لقاء | بحضور الوزير."""
    tokens = clauses.tokens
    for at in range(hit.place + 1, min(clause[1], hit.place + COMPANY) - 1):
        if tokens.keys[at] == BY and tokens.kinds[at] & PREFIX:
            after = at + 2 + (tokens.keys[at + 2 : at + 3] == [OF])
            if tokens.keys[at + 1] in company() and party_at(clauses.scene, after) and not is_only_many(tokens, after):
                return True
        elif clauses.is_verb(at) and tokens.keys[at - 1] != BY:
            return False
    return False


def is_only_many(tokens: Tokens, place: int) -> bool:
    """Whether it is told how many came and not who: بحضور | كبير."""
    ends = place + 1 == len(tokens) or tokens.kinds[place + 1] & (PUNCTUATION | PREFIX | PREPOSITION)
    return bool(ends) and is_how_many(tokens, place)


@cache
def company() -> frozenset[str]:
    """The folded nouns behind which it is told who is there, chairs or called: حضور, رئاسة, دعوة."""
    told = forms_where(ATTENDANCE, lambda row: row["by"] in ("led", "from"))
    return frozenset(key for key, form in told if form.tense == "noun" and not form.pronoun)


def is_only_setting(clauses: Clauses, hit: Hit) -> bool:
    """Whether somebody only speaks there: مؤتمر صحفي, مقابلة مع قناة الساحل, لقاء في برنامج; not وقفة مع الصحفي, مناظرة بين
    فلان وفلان.
    """
    tokens = clauses.tokens
    if hit.form.row["type"] in ("protest", "signing", "vote") or party_behind(clauses, hit, (BETWEEN,)):
        return False
    near = range(hit.place + 1, min(hit.place + 4, len(tokens)))
    if any(bare_key(tokens.keys[at]) in keys_by(PRESS) or is_in_show(tokens, at) for at in near):
        return True
    party = party_behind(clauses, hit, (WITH, ADDRESSING, BY))
    return party is not None and is_media(clauses, party)


def is_in_show(tokens: Tokens, place: int) -> bool:
    """Whether a preposition leads to a show at `place`: في | برنامج كذا."""
    return bare_key(tokens.keys[place]) == SHOW and tokens.keys[place - 1] in (IN, BY, THROUGH)


def is_other(clauses: Clauses, hit: Hit) -> bool:
    """Whether the sentence tells of a match or a trial; الاجتماع | الدوري is none."""
    keys, kinds, passage = clauses.tokens.keys, clauses.tokens.kinds, clauses.passage
    first, stop = passage.sentence_start(hit.place), passage.sentence_stop(hit.place)
    around = range(max(first, hit.place - AROUND), min(stop, hit.place + AROUND))
    nouns, told = names(), matches(hit)
    if is_bare_match(clauses, hit) or is_on_bench(clauses, hit) or is_hearing(clauses, hit):
        return True
    others = (at for at in around if keys[at] in told and not is_decreeing(clauses.tokens, at) and not are_of_talks(clauses, at))
    return any(not (at and (kinds[at - 1] & GIVEN or keys[at - 1] in nouns)) for at in others)


def are_of_talks(clauses: Clauses, place: int) -> bool:
    """Whether both teams at `place` are those who negotiate, since no other word of the page tells of a match: الفريقان."""
    return clauses.tokens.keys[place].endswith(TEAMS) and not clauses.is_of_any_match


def is_decreeing(tokens: Tokens, place: int) -> bool:
    """Whether a word that is spelt as a judge tells what a paper says: الاتفاق القاضي | بتشكيل حكومة; not القاضي بالمحكمة.

    Or tells for whom somebody stands (نيابة | عن الرئيس), or that he is an officer's deputy: الأمين ب| النيابة; not النيابة العامة.
    """
    if tokens.keys[place + 1 : place + 2] == [ABOUT]:
        return True
    if tokens.keys[place] in ACTING and tokens.keys[place - 1] == BY:
        return not any(kind & DEFINITE and not kind & TIME for kind in tokens.kinds[place + 1 : place + 2])
    led = tokens.keys[place + 1 : place + 2] == [BY] and place + 2 < len(tokens)
    return led and not tokens.kinds[place + 2] & (DEFINITE | BODY)


def is_bare_match(clauses: Clauses, hit: Hit) -> bool:
    """Whether a noun may tell a match on a page that tells of matches, and no person is named who meets: العودة ل| لقاء الأحد."""
    row = hit.form.row
    if hit.form.is_finite or (row["subject"], row["object"]) != ("attends", "meets"):
        return False
    if not (clauses.is_of_matches or is_against(clauses.tokens, hit.place)):
        return False
    return not any(side.phrase.named for side in sides(clauses, hit.place + 1, clauses.stop(hit.place)))


def is_against(tokens: Tokens, place: int) -> bool:
    """Whether it is told against whom a match is, near behind its noun: لقاء الغد | أمام الوحدة؛ not أمام مقر البلدية."""
    near = range(place + 1, min(place + LAND, len(tokens) - 1))
    led = (at for at in near if tokens.keys[at] in IN_FRONT and not tokens.kinds[at - 1] & (PREFIX | PREPOSITION))
    return any(venue_head(tokens, at + 1) is None for at in led)


def is_hearing(clauses: Clauses, hit: Hit) -> bool:
    """Whether the word of a trial owns a session: تأجلت | جلسة محاكمة فلان."""
    after = clauses.tokens.keys[hit.place + 1 : hit.place + 2]
    return hit.form.lemma == A_SITTING and bool(after) and after[0] in keys_by(OTHER)


def is_on_bench(clauses: Clauses, hit: Hit) -> bool:
    """Whether a session that no body has may be one of judges or traders, on a page of them: تأجلت | الجلسة؛ not جلسة | المجلس."""
    if hit.form.lemma != A_SITTING or not clauses.is_of_benches:
        return False
    first, stop = clauses.passage.sentence_start(hit.place), clauses.passage.sentence_stop(hit.place)
    return keys_by(PANEL).isdisjoint(map(bare_key, clauses.tokens.keys[first:stop]))


def matches(hit: Hit) -> frozenset[str]:
    """The folded words beside which a word tells of a match or a trial; judges hold meetings too: اجتماع | للقضاة.

    People protest before a court: وقفة أمام | المحكمة.
    """
    gathers = fold(hit.form.lemma) in keys_by(AGAIN) or hit.form.row["subject"] == "hosts" or hit.form.row["type"] == "protest"
    return keys_by(OTHER) if hit.form.is_finite or not gathers else matching()


def is_habit(clauses: Clauses, hit: Hit) -> bool:
    """Whether what stands behind the noun makes it a habit: جلسة | أسبوعية, لقاءات | منتظمة, اجتماعات اللجنة | كل شهر."""
    tokens, after = clauses.tokens, hit.place + 1
    if hit.form.row["type"] == "meeting" and tells_often(clauses, after, before_relative(clauses, hit.place)):
        return True
    if tokens.keys[after] in keys_by(REGULAR):
        return tokens.keys[hit.place].endswith(FEMININE_PLURAL)
    return is_of_habit(clauses, after) and not tokens.kinds[after] & DEFINITE


def before_relative(clauses: Clauses, noun: int) -> int:
    """Where what stands near behind a noun in its clause ends, before a relative clause: ندوة اللؤلؤ | التي أجلت مرة في السنة."""
    near = range(noun + 1, min(clauses.stop(noun), noun + 1 + NEAR))
    return next((at for at in near if clauses.tokens.kinds[at] & RELATIVE), near.stop)


def is_named_after(clauses: Clauses, hit: Hit) -> bool:
    """Whether a body, an officer or another encounter is called after the noun: لجنة | الانتخابات; not اللجنة ل| لقاء فلان.

    None is after a voting: البرلمان لل| تصويت عليها.
    """
    tokens, before = clauses.tokens, hit.place - 1
    kind = tokens.kinds[before] if before >= 0 else DEFINITE
    aim = (hit.lead == ADDRESSING and hit.form.row["object"] == "meets") or "voting" in hit.needs
    if hit.lead in (ADDRESSING, TO_THE) and not aim and is_behind_body(clauses, before) and not is_dated(tokens, hit.place):
        return True
    if is_hall_or_law(clauses, hit):
        return True
    if (
        kind & DEFINITE
        or tokens.keys[before] in (*leaders(), *BALLOT_BOXES)
        or is_holding(hit, tokens.keys[before])
        or is_adjective(clauses, before)
    ):
        return False
    subject = "people" in hit.needs and tokens.keys[hit.place].endswith(PLURAL_INDICATIVE)  # قطع | محتجون الطريق
    return not subject and (bool(kind & (BODY | ROLE)) or tokens.keys[before] in names())


def is_hall_or_law(clauses: Clauses, hit: Hit) -> bool:
    """Whether a house, a law or a right is called after what a noun names: قاعة | المؤتمرات, قانون | الانتخابات, حق | الإضراب."""
    tokens, before = clauses.tokens, hit.place - 1
    if before < 0 or hit.lead or hit.form.pronoun:
        return False
    if tokens.keys[before] in poll_words("law"):
        return True
    houses = tokens.kinds[hit.place] & DEFINITE and are_many(clauses, hit) and tokens.keys[before] not in BALLOT_BOXES
    return bool(houses) and venue_head(tokens, before) is not None


def is_holding(hit: Hit, before: str) -> bool:
    """Whether the word before a noun is what holds it, though it may name a body: تنظيم | وقفة."""
    return any(form.row["by"] == HOLDS for form in forms(TABLE).get(before) if not hit.lead)


def is_dated(tokens: Tokens, place: int) -> bool:
    """Whether it is told right behind a noun that it is set or to come: تستعد الأحزاب للانتخابات | المقبلة."""
    return any(tokens.keys[at] in keys_by(SET) | keys_by(WHEN) for at in range(place + 1, min(place + DATED, len(tokens))))


def is_behind_body(clauses: Clauses, place: int) -> bool:
    """Whether a body with its adjectives stands before the preposition at `place`: المفوضية العليا | للانتخابات."""
    kinds, at = clauses.tokens.kinds, place - 1
    while at > 0 and kinds[at] & DEFINITE and not kinds[at] & BODY and place - at < LAND:
        at -= 1
    return at >= 0 and bool(kinds[at] & BODY) and not kinds[place] & TIME  # تجتمع النقابة | غدا لانتخاب نقيب


def is_meeting(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told who is in it, on which day it is, or whose or which it is and where: القمة | العالمية للمياه في صور."""
    if party_behind(clauses, hit, (WITH, BETWEEN)) or has_day(clauses, hit, clause, DAY) or lasts(clauses, hit):
        return True
    there = is_somewhere(clauses, hit, clause)
    if (
        party_behind(clauses, hit, (ADDRESSING, TO_THE) if there else (ADDRESSING,))
        and not clauses.tokens.kinds[hit.place] & DEFINITE
    ):
        return True  # اجتماع | لقادة الكتل, اجتماع | للكتل في صور
    if is_of_body(clauses, hit):
        return True
    who = owner_of(clauses, hit) or hit.form.pronoun
    met = bool(hit.form.pronoun or hit.form.row["object"] == MEETS) and party_behind(clauses, hit, (BY,)) is not None
    lands = [kind for kind in clauses.tokens.kinds[hit.place + 1 : hit.place + 3] if kind & NATION]
    if len(lands) > 1:
        return True  # القمة | المصرية السودانية
    if hit.form.pronoun and hit.lead in (IN, *DURING) and "paired" not in hit.needs:
        return True
    gathers = "paired" not in hit.needs and not is_place(clauses.tokens, hit.place + 1)  # not مؤتمر جنيف
    usual = (bare_key(clauses.tokens.keys[hit.place]) in keys_by(AGAIN) or gathers) and not are_many(clauses, hit)
    talks = not hit.form.pronoun and bare_key(clauses.tokens.keys[hit.place]) in poll_words("talking")
    city = talks and is_city(clauses.tokens, hit.place + 1)
    if met or (((bool(who) and not city) or bool(lands)) and usual):
        return True
    if is_one_before(clauses.tokens, hit.place):
        return True
    which = is_told_which(clauses.tokens, hit.place)
    if is_told_of(clauses, hit) or (which and is_come_for(clauses.tokens, hit.place)):
        return True
    return (bool(who) or bool(lands) or which) and is_somewhere(clauses, hit, before_joined(clauses, hit, clause))


def is_city(tokens: Tokens, place: int) -> bool:
    """Whether a city and nobody stands at `place`: مفاوضات | الدوحة."""
    return bool(tokens.kinds[place] & CITY) and not tokens.kinds[place] & (NATION | COUNTRY | GIVEN | FAMILY | ROLE | BODY)


def before_joined(clauses: Clauses, hit: Hit, clause: Range) -> Range:
    """The clause of a noun up to what و joins to it and to its owner: مفاوضات صور | والمعارك في تونس."""
    owner = owner_of(clauses, hit)
    near = range(owner.stop if owner and not is_city(clauses.tokens, hit.place + 1) else hit.place + 1, clause[1])
    return clause[0], next((at for at in near if clauses.joins(at)), clause[1])


def is_of_body(clauses: Clauses, hit: Hit) -> bool:
    """Whether ل tells behind an adjective of one noun whose it is: اجتماع عام | للنقابة, الاجتماع الوزاري | للجنة الصيد."""
    kinds, after = clauses.tokens.kinds, hit.place + 1
    if are_many(clauses, hit) or after >= len(kinds) or kinds[after] & (PREFIX | PREPOSITION):
        return False
    return kinds[after] & DEFINITE == kinds[hit.place] & DEFINITE and bool(party_behind(clauses, hit, (ADDRESSING, TO_THE)))


def is_one_before(tokens: Tokens, place: int) -> bool:
    """Whether it is told that an encounter is the one before of a row: الجلسة | الماضية; only where the page tells another one."""
    return bool(tokens.kinds[place] & DEFINITE) and place + 1 < len(tokens) and has_turn(tokens, place + 1, "past")


def is_told_of(clauses: Clauses, hit: Hit) -> bool:
    """Whether an encounter that is called by its place did something, or it is told what it was about; not بعد مؤتمر صور.

    مؤتمر | صور الذي أقر الخطة, مؤتمر | صور حول المياه.
    """
    tokens, at = clauses.tokens, hit.place + 1
    if at + 2 >= len(tokens) or tokens.kinds[hit.place] & DEFINITE or not is_place(tokens, at) or tokens.kinds[at] & NATION:
        return False
    acts = bool(tokens.kinds[at + 1] & RELATIVE or tokens.keys[at + 1] == WHERE) and clauses.is_verb(at + 2)
    return acts or small_word(tokens.keys[at + 1]) == "about"


def are_many(clauses: Clauses, hit: Hit) -> bool:
    """Whether a noun names several encounters, and not one by its plural: اجتماعات; not محادثات."""
    return clauses.tokens.keys[hit.place].endswith(FEMININE_PLURAL) and not hit.form.lemma.endswith(FEMININE_PLURAL)


def are_sides(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether both sides are told behind a noun that may tell what anybody does: التشاور | بين الوزارتين."""
    del clause
    return party_behind(clauses, hit, (BETWEEN,)) is not None


def is_well_told(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether two of whose, when and where are told, as a weak word needs (حفل | تنصيب الرئيس في القصر يوم الأحد), or it is called
    by its day: مهرجان | العام الماضي.
    """
    if party_behind(clauses, hit, (BETWEEN,)) or has_day(clauses, hit, clause, 2):
        return True
    side = party_behind(clauses, hit, (WITH,))
    who = owner_of(clauses, hit) or side or honoured_by(clauses, hit)
    if side and (hit.form.pronoun or owner_of(clauses, hit)):
        return True  # حواره | مع السفير
    return has_day(clauses, hit, clause, DAY) and (bool(who) or is_somewhere(clauses, hit, clause))


def honoured_by(clauses: Clauses, hit: Hit) -> Phrase | None:
    """For whom a noun without article is held, behind what is done for him: حفل | تكريم الشاعر سالم الكندي."""
    kinds, after = clauses.tokens.kinds, hit.place + 1
    if (
        after >= len(clauses.tokens)
        or (kinds[hit.place] | kinds[after]) & DEFINITE
        or kinds[after] & (PREFIX | PREPOSITION | PUNCTUATION)
    ):
        return None
    return party_at(clauses.scene, after + 1)


def is_assembled(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the day or the place is told on which a body sits: انعقاد | اللجنة ظهر الجمعة."""
    return has_day(clauses, hit, clause, DAY) or is_somewhere(clauses, hit, clause)


def is_travel(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told who goes where: زيارة | الوزير إلى تونس, زيارة | للوزير إلى تونس, زيارته لتونس, زيارته | لمصنع."""
    if lasts(clauses, hit):
        return True
    who = hit.form.pronoun or owner_of(clauses, hit) or is_his(clauses, hit)
    after = clauses.tokens.keys[hit.place + 1 : hit.place + 3]
    after = after[1:] if after and after[0] in ranks() else after
    if hit.form.pronoun and (party_at(clauses.scene, hit.place + 1) or (after and after[0] in GOALS)):
        return True
    goes = goes_to(clauses, hit, clause)
    if hit.lead in (IN, *DURING) and who and has_day(clauses, hit, clause, NEAR):
        return True
    if hit.lead in (IN, *DURING) or clauses.tokens.kinds[hit.place] & DEFINITE:
        return goes
    return bool(who) and (goes or has_day(clauses, hit, clause, DAY))


def lasts(clauses: Clauses, hit: Hit) -> bool:
    """Whether it is told how long a visit lasts, or that it is one on the spot: زيارة رسمية | تستغرق يومين, جولة | تفقدية."""
    if are_many(clauses, hit):
        return False
    return not keys_by(LASTS).isdisjoint(clauses.tokens.keys[hit.place + 1 : hit.place + NEAR])


def goes_to(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether إلى or ل leads to a place near behind the noun, stands there alone, or was told: زيارة الوزير | إليها."""
    tokens, kinds = clauses.tokens, clauses.tokens.kinds
    near = tokens.keys[hit.place + 2 : min(clause[1], hit.place + PLACE)]
    there = owner_of(clauses, hit) is not None and any(key in TO_IT for key in near)
    return there or any(
        (is_place(tokens, at) and not kinds[at] & NATION and (led or not kinds[at - 1] & (PREPOSITION | PREFIX)))
        or (led and (is_land(tokens, at) or (hit.lead in DURING and (is_venue(tokens, at) or kinds[at] & BODY))))
        for at in range(hit.place + 1, min(clause[1], hit.place + PLACE))
        for led in (tokens.keys[at - 1] in GOALS,)
    )


def is_tour(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody's tour of a place is told, or what was done on one: جولة | الوزير في المنطقة, خلال | جولة في مدينة صور."""
    tokens = clauses.tokens
    leads = [at for at in range(hit.place + 1, min(clause[1], hit.place + NEAR)) if tokens.keys[at] in (IN, TO, UPON)]
    if is_round(clauses, hit):
        return True
    if hit.form.pronoun or owner_of(clauses, hit) or is_his(clauses, hit):
        return bool(leads)
    if hit.lead in (IN, *DURING) and lasts(clauses, hit):
        return True
    return hit.lead in (IN, *DURING) and any(at + 1 < len(tokens) and is_land(tokens, at + 1) for at in leads)


def is_round(clauses: Clauses, hit: Hit) -> bool:
    """Whether a round is counted and it is told between whom, or on a page of talks: الجولة الثالثة | بين الطرفين."""
    tokens, after = clauses.tokens, hit.place + 1
    if clauses.is_of_matches or tokens.keys[after] not in ranks():
        return False
    return party_behind(clauses, hit, (BETWEEN,)) is not None or (bool(tokens.kinds[hit.place] & DEFINITE) and clauses.is_of_talks)


def is_errand(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told where somebody's errand was, which begins, ends or lasts: اختتم الخبراء | مهمتهم في صور, ختام |
    مهمتها في صور, مهمته التي استغرقت يومين في صور.
    """
    near = range(max(clauses.passage.sentence_start(hit.place), hit.place - NEAR * 2), hit.place)
    turned = any(has_turn(clauses.tokens, at, "begun", "ended") and clauses.is_verb(at) for at in near)
    turned = turned or has_turn(clauses.tokens, hit.place - 1, "ended") or lasts(clauses, hit)
    return bool(hit.form.pronoun) and turned and is_somewhere(clauses, hit, clause)


def is_his(clauses: Clauses, hit: Hit) -> bool:
    """Whether ل tells right behind a noun whose it is: جولة | له في صور, جولة | للوزير; not جولة للتسوق."""
    after = clauses.tokens.keys[hit.place + 1 : hit.place + 2]
    return (bool(after) and after[0] in TO_HIM) or party_behind(clauses, hit, (ADDRESSING, TO_THE)) is not None


def is_arrival(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a person comes to a place: وصول | الوزير إلى تونس, لدى | وصوله إلى تونس."""
    after = hit.place + 1
    if hit.form.pronoun:
        keys, near = clauses.tokens.keys, range(after, min(clause[1], hit.place + NEAR) - 1)
        goal = next((at for at in near if keys[at] == TO), None)
        led = goal is not None and is_place(clauses.tokens, goal + 1)
        return led and hit.lead in (*AT_AN_EVENT, *SEQUENCE)
    who = owner_of(clauses, hit)
    if who is None or not (who.named or clauses.tokens.kinds[who.first] & (ROLE | TITLE)):
        return False
    return any(
        clauses.tokens.keys[at] == TO and is_place(clauses.tokens, at + 1) and not is_office_of_power(clauses.tokens, at + 1)
        for at in range(who.first, min(clause[1], hit.place + PLACE) - 1)
    )


def is_barred(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a person or a delegation is kept from a land: منعوا الوزير من | دخول تونس; not منعوا السيارات من | دخول المدينة."""
    del clause
    place = hit.place + 1 + (clauses.tokens.keys[hit.place + 1 : hit.place + 2] == [TO])
    if hit.lead != OF or place >= len(clauses.tokens) or not is_land(clauses.tokens, place):
        return False
    who = [side.phrase for side in sides(clauses, max(0, hit.place - BARRED), hit.place - 1)]
    if not who or who[-1].named:
        return bool(who)
    key, kinds = clauses.tokens.keys[who[-1].first], clauses.tokens.kinds[who[-1].first : who[-1].stop]
    sent = key.endswith(ALEF) and word_classes().get(key[:-1], 0) & BODY
    return bool(sent) or any(kind & (ROLE | TITLE) for kind in kinds)


def is_staying(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told where somebody was on a day: أثناء | تواجده بالمدينة يوم الأحد; not وجود الشرطة في المدينة."""
    who = owner_of(clauses, hit)
    person = bool(hit.form.pronoun.endswith("s")) or (who is not None and who.named)
    days = (day.date.value or "" for day in clauses.scene.times if hit.place < day.first < min(clause[1], hit.place + NEAR))
    day = any(not value or len(value) >= EXACT for value in days)
    return person and day and bool(hit.lead in (*AT_AN_EVENT, *DURING)) and is_in_town(clauses, hit, clause)


def is_in_town(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether ب or في leads to a town or a land near behind a noun."""
    tokens, near = clauses.tokens, range(hit.place + 2, min(clause[1], hit.place + NEAR))
    return any(tokens.keys[at - 1] in (BY, IN) and is_land(tokens, at) for at in near)


def never(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """What only tells an encounter where something holds it."""
    del clauses, hit, clause
    return False


def always(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """What only keeps a word from being a noun of encounters at all: المعارض, which is an adjective."""
    del clauses, hit, clause
    return True


def is_summons(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer stands behind the noun: استدعاء | السفير."""
    del clause
    who = owner_of(clauses, hit)
    if who is None or not clauses.tokens.kinds[who.first] & (ROLE | TITLE):
        return False
    return keys_by(GUARDS).isdisjoint(map(bare_key, clauses.tokens.keys[who.first : who.stop]))


# What a noun of people coming together needs; whatever else a noun needs, who was there is not enough for it.
GATHERS = frozenset((NONE, "held", "march", "paired"))
NEEDS: dict[str, Test] = {
    "held": is_well_told,
    "barred": is_barred,
    "sent": is_written,
    "cast": never,
    "cortege": never,
    "convened": never,
    "proceeds": never,
    "called": always,
    "papers": never,
    "served": never,
    "errand": is_errand,
    "inspects": inspects,
    "checked": is_checked,
    "staying": is_staying,
    "show": is_well_told,
    "bare": always,
    "sides": are_sides,
    "sitting": is_assembled,
    "party": is_summons,
    "goal": is_travel,
    "tour": is_tour,
    "arrival": is_arrival,
    "phone": is_phone,
    "paper": is_signing,
    "contract": has_contract,
    "agreed": is_agreed,
    "elects": is_elected,
    "candidacy": is_candidacy,
    "majority": has_majority,
    "veto": uses_veto,
    "poll": is_poll,
    "runoff": is_runoff,
    "wins": wins,
    "voting": is_voting,
    "march": is_march,
    "place": is_rising,
    "rally": is_rally,
    "stoppage": is_stoppage,
    "fasting": is_fasting,
    "blocks": is_blocking,
    "paired": is_meeting,
}
BY_TYPE: dict[str, Test] = {"meeting": is_meeting, "vote": is_vote, "protest": is_protest}
