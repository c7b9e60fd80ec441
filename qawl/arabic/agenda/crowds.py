"""Words that tell a protest: تظاهر | السكان، احتج | السكان أمام البلدية، اعتصام | في الساحة، مسيرة | يوم الأحد."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.parts import ATTENDS, PROTEST
from qawl.arabic.agenda.places import is_land, is_venue
from qawl.arabic.agenda.sides import NEAR, are_several, behind, has_day, has_subject, is_somewhere, owner_of
from qawl.arabic.agenda.tenses import small_word
from qawl.arabic.agenda.words import ASIDE, TABLE, Hit, keys_by, lead_start, names, poll_words, ranks
from qawl.arabic.findings import Range
from qawl.arabic.forms import forms
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ABOUT,
    ADDRESSING,
    ALEF,
    BEFORE_A_HOUSE,
    BY,
    DUALS,
    FLIES,
    FOR_OR_AGAINST,
    GOALS,
    IN,
    IN_FRONT,
    JOINS_FREELY,
    OF,
    PLURALS,
    SINCE,
    THAT_HE,
    THAT_SHE,
    TO_THE,
    TOWARDS,
    bare_key,
    fold_phrase,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    COMMA,
    CONJUNCTION,
    CONTRAST,
    COUNTRY,
    DEFINITE,
    NAME,
    NATION,
    NUMBER,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    QUANTITY,
    ROLE,
    STOP,
    THAT,
    TIME,
    TITLE,
)
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.model import Participant

# So far behind its verb a cause is told: قطع السكان الطريق أمس | احتجاجا على كذا.
CAUSE = 35
# So many words may count those who protest: نحو | عدة مئات من المتظاهرين.
COUNTED = 4
# So far behind a noun its day is told.
DAY = 25


def is_crowd(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody is the subject, and ب does not follow at once: تظاهر السكان, أضرب | العرب; not تظاهر بالنوم."""
    after = hit.place + 1
    pretends = clauses.tokens.keys[after] in (BY, *THAT_HE)
    if pretends or is_aside(clauses, hit, clause):
        return False
    return has_subject(clauses, hit, clause) or any(
        kind & NATION and kind & DEFINITE for kind in clauses.tokens.kinds[after : after + 1]
    )


def is_aside(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a crowd comes together for no protest: احتشد السكان | لمشاهدة العرض؛ not لاستقباله احتجاجا على كذا."""
    tokens, near = clauses.tokens, range(hit.place + 1, clause[1] - 1)
    if cause_behind(clauses, hit) > hit.place:
        return False
    return any(tokens.keys[at] in (ADDRESSING, TO_THE) and bare_key(tokens.keys[at + 1]) in keys_by(ASIDE) for at in near)


def is_in_street(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether people gather against something somewhere: احتج السكان | أمام البلدية; not احتج النائب على القرار.

    Nor do ties that bring lands together: العلاقات التي | تجمع البلدين في كذا.
    """
    if hit.form.number == "s" and hit.form.gender == "m" and hit.place and clauses.tokens.keys[hit.place - 1] == THAT_SHE:
        return False
    near = range(hit.place + 1, min(clause[1], hit.place + NEAR))
    if is_aside(clauses, hit, clause):
        return False
    tokens = clauses.tokens
    placed = any(tokens.keys[at] in (IN, *BEFORE_A_HOUSE) or is_in_square(tokens, at) for at in near)
    return placed and (are_many(clauses, hit, clause) or is_union(clauses, hit, clause))


def is_in_square(tokens: Tokens, at: int) -> bool:
    """Whether ب at `at` leads to a street or a square: تجمع السكان | بساحة البلدية; not | بعلم المدير."""
    after = at + 1
    return tokens.keys[at] == BY and after < len(tokens) and tokens.keys[after] in poll_words("street") and is_venue(tokens, after)


def is_union(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a union does it on a day: احتجت | نقابة الصيادين أمس في صور; not احتجت الوزارة أمس في صور."""
    first = clauses.scene.behind_day(hit.place + 1)
    return bare_key(clauses.tokens.keys[first]) in poll_words("union") and has_day(clauses, hit, clause)


def has_cause(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether people fill or block the street or leave their work for a cause: نزل السكان | إلى الشوارع احتجاجا."""
    cause = cause_behind(clauses, hit)
    if clauses.tokens.keys[cause - 1] in names():
        return False  # قاطع النواب | الجلسة احتجاجا
    before = {bare_key(key) for key in clauses.tokens.keys[hit.place + 1 : max(cause, min(clause[1], hit.place + NEAR))]}
    return cause > hit.place and not poll_words("street").isdisjoint(before) and are_many(clauses, hit, clause)


def chants(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether so many people cry out against something or somewhere: هتف | آلاف السكان ضد القرار; not هتف الجمهور للاعب."""
    tokens, stop = clauses.tokens, min(clause[1], hit.place + NEAR)
    crowd = any(is_counted(tokens, at) for at in range(hit.place + 1, min(stop, hit.place + COUNTED)))
    near = range(hit.place + 2, stop - 1)
    return crowd and any(tokens.keys[at] in (*FOR_OR_AGAINST, *BEFORE_A_HOUSE) for at in near)


def rises(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether people rise against something: انتفض | طلاب الجامعة ضد القرار; not انتفض الطائر."""
    against = any(key in FOR_OR_AGAINST for key in clauses.tokens.keys[hit.place + 2 : min(clause[1], hit.place + NEAR)])
    return (against or cause_behind(clauses, hit) > hit.place) and are_many(clauses, hit, clause)


def marches(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether people walk for a cause, or so many to a public house: سار | آلاف المعلمين إلى مبنى الوزارة; not آلاف النازحين."""
    if has_cause(clauses, hit, clause):
        return True
    tokens, stop = clauses.tokens, min(clause[1], hit.place + NEAR * 2)
    if not any(is_counted(tokens, at) for at in range(hit.place + 1, min(stop, hit.place + COUNTED))) or not poll_words(
        "fleeing"
    ).isdisjoint(bare_key(key) for key in tokens.keys[hit.place + 1 : stop]):
        return False
    goal = next((at for at in range(hit.place + 2, stop - 1) if tokens.keys[at] in (*GOALS, *TOWARDS)), stop)
    house = range(goal + 1, min(stop, goal + COUNTED))
    return any(is_house(tokens, at) for at in house)


def is_counted(tokens: Tokens, at: int) -> bool:
    """Whether so many people are counted at `at`, and no things: آلاف | المعلمين; not عشرات | الشاحنات."""
    after = at + 1 + (tokens.keys[at + 1 : at + 2] == [OF])
    people = after < len(tokens) and (tokens.kinds[after] & (ROLE | PEOPLE | TITLE) or tokens.keys[after].endswith(PLURALS))
    return tokens.keys[at] in poll_words("crowd") and bool(people)


def is_house(tokens: Tokens, at: int) -> bool:
    """Whether a house or a body that has one stands at `at`, and no town or land: مبنى الوزارة, البرلمان."""
    return bool(tokens.kinds[at] & BODY) or (is_venue(tokens, at) and not is_land(tokens, at))


def cause_behind(clauses: Clauses, hit: Hit) -> int:
    """Where behind a verb in its sentence the cause of a protest is told, its own place where none is: | احتجاجا على كذا.

    Another protest behind a comma has its own: خرج السكان إلى مبنى البلدية، و| اعتصم العمال احتجاجا، كما | اعتصم العمال.
    """
    stop = min(clauses.passage.sentence_stop(hit.place), hit.place + CAUSE)
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    near = range(hit.place + 1, stop)
    behind_commas = (at for at in near[2:] if kinds[at - 2] & COMMA)
    joined = (at for at in behind_commas if keys[at - 1] == JOINS_FREELY or kinds[at - 1] & (CONJUNCTION | CONTRAST))
    others = (at for at in joined if any(form.is_finite and form.number == "s" for form in forms(TABLE).get(keys[at])))
    near = range(near.start, next(others, stop))
    return next((at for at in near if bare_key(keys[at]) in poll_words("cause")), hit.place)


def are_many(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether several people are the subject of a verb: قطعوا, قطع | المعلمون, قطع نحو | مئة شخص, قطع أمس | سكان الحي."""
    if hit.form.number == "p" or are_several(clauses, hit.place + 1):
        return True
    found = enumerate(behind(clauses, hit, clause))
    return any(side.phrase.type == "group" and (number == 0 or not side.lead) for number, side in found)


def is_march(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a march has its day or cause, or is before a house, and is nobody's career: مسيرة | يوم الأحد; not مسيرته."""
    told = has_day(clauses, hit, clause, DAY) or is_before_house(clauses, hit, clause) or tells_cause(clauses, hit, clause)
    return not hit.form.pronoun and told


def tells_cause(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told behind a noun why people protest, before anything is done: اعتصام العمال | للمطالبة بالأجور, مسيرة في صور
    | احتجاجا على كذا; not وقفة | احتجاجية.
    """
    keys = clauses.tokens.keys
    stop = min(clause[1], hit.place + CAUSE)
    near = range(hit.place + 1, next((at for at in range(hit.place + 1, stop) if clauses.is_verb(at)), stop))
    causes = (at for at in near if bare_key(keys[at]) in poll_words("cause"))
    return any(keys[at].endswith((ALEF, *PLURALS)) or keys[at - 1] in (ADDRESSING, TO_THE) for at in causes)


def is_protest(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the day or the place of a protest is told, or for or against what it is: مظاهرات | ضد القرار.

    Or whose it is that had some effect: توقف الميناء بسبب | إضراب العمال.
    """
    ahead = lead_start(clauses.tokens, hit.place) - 1
    if ahead > 0 and small_word(clauses.tokens.keys[ahead]) == "reason" and owner_of(clauses, hit) is not None:
        return True
    keys = clauses.tokens.keys[hit.place + 1 : min(clause[1], hit.place + COUNTED + 1)]
    cause = (
        not poll_words("cause").isdisjoint(keys) or not set(FOR_OR_AGAINST).isdisjoint(keys) or tells_cause(clauses, hit, clause)
    )
    placed = is_somewhere(clauses, hit, clause) or is_before_house(clauses, hit, clause)
    return cause or placed or has_day(clauses, hit, clause, DAY)


def is_before_house(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a protest is told to be before a house: اعتصام | أمام البلدية; not مسيرة المنتخب | أمام اليابان."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    near = range(hit.place + 1, min(clause[1], hit.place + NEAR) - 1)
    return any(keys[at] in IN_FRONT and not kinds[at + 1] & (COUNTRY | NATION | NUMBER) for at in near)


def is_rising(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a protest has its day or place, and احتجاجا tells no aim only."""
    return is_protest(clauses, hit, clause) and not clauses.tokens.keys[hit.place].endswith(ALEF)


def is_rally(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether people come together before a house or for a cause: نفذوا تجمعا | أمام البلدية; not تجمع انتخابي."""
    words = clauses.tokens.keys[hit.place + 1 : min(clause[1], hit.place + CAUSE)]
    return is_before_house(clauses, hit, clause) or not poll_words("cause").isdisjoint(words)


def is_blocking(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told that people block the street for a cause: أقدم السكان على | قطع الطريق احتجاجا على كذا."""
    del clause
    after = hit.place + 1
    street = after < len(clauses.tokens) and bare_key(clauses.tokens.keys[after]) in poll_words("street")
    return bool(hit.lead) and street and cause_behind(clauses, hit) > hit.place


def is_stoppage(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether people leave their work, or anything for a cause: التوقف التام | عن العمل, الامتناع | عن الإبحار احتجاجا على كذا; not
    توقف المطر.
    """
    keys, caused = clauses.tokens.keys, tells_cause(clauses, hit, clause)
    near = range(hit.place + 1, min(clause[1] - 1, hit.place + COUNTED))
    return any(keys[at] == ABOUT and (caused or bare_key(keys[at + 1]) in poll_words("street")) for at in near)


def is_fasting(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody eats nothing in protest: كان السجين | مضربا عن الطعام; not مضربا عن الزواج."""
    del clause
    after = clauses.tokens.keys[hit.place + 1 : hit.place + 3]
    return len(after) > 1 and after[0] == ABOUT and bare_key(after[1]) in poll_words("fast")


def is_show(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the noun tells no protest but a festival or a career: تظاهرة | ثقافية, مسيرة | التنمية, مسيرته.

    A march of people is one, and so is one that has its day or is before a house: مسيرة | التضامن يوم الأحد.
    """
    after = hit.place + 1
    key = bare_key(clauses.tokens.keys[after]) if after < clause[1] else ""
    if key in poll_words("show") or flies(clauses, hit) or is_cortege(clauses, hit) or is_alliance(clauses.tokens, hit.place):
        return True
    if "march" not in hit.needs or clauses.tokens.kinds[hit.place] & DEFINITE:
        return False
    if hit.form.pronoun:
        return not hit.form.pronoun.endswith("p")
    if not key:
        return False
    kind = clauses.tokens.kinds[after]
    owned = kind & (DEFINITE | BODY | COUNTRY | ROLE | TITLE | NAME | NATION) or clauses.tokens.is_owned(after)
    return bool(owned) and not kind & (PEOPLE | TIME) and not is_march(clauses, hit, clause)


def is_cortege(clauses: Clauses, hit: Hit) -> bool:
    """Whether a procession is somebody's and no protest: موكب | الرئيس, الموكب; not موكب | احتجاجي."""
    if "cortege" not in hit.needs:
        return False
    kinds, after = clauses.tokens.kinds, hit.place + 1
    theirs = kinds[after] & (DEFINITE | BODY | ROLE | TITLE | NAME | COUNTRY) and not kinds[after] & TIME
    return bool(theirs or kinds[hit.place] & DEFINITE or hit.form.pronoun)


def is_alliance(tokens: Tokens, place: int) -> bool:
    """Whether a body is called after a gathering of its members: تجمع | المهنيين؛ not تجمع | احتجاجي."""
    rally = any("rally" in form.row["needs"] for form in forms(TABLE).get(tokens.keys[place]))
    after = place + 1
    return rally and bool(tokens.kinds[after] & DEFINITE) and tokens.keys[after].endswith(PLURALS)


def flies(clauses: Clauses, hit: Hit) -> bool:
    """Whether what is spelt as a march is an aircraft: طائرة | مسيرة, مسيّرة with its mark, مسيرات | استهدفت الموقع."""
    if "march" not in hit.needs or hit.form.is_finite:
        return False
    written = clauses.tokens.surface(hit.place, hit.place + 1)
    return any(mark in written for mark in FLIES) or is_shot_down(clauses, hit.place) or strikes(clauses, hit)


def is_shot_down(clauses: Clauses, place: int) -> bool:
    """Whether what flies or is shot down stands right before a word, or a subject between: أسقطت الدفاعات ثلاث | مسيرات."""
    tokens, start = clauses.tokens, lead_start(clauses.tokens, place)
    start -= start > 0 and bool(tokens.kinds[start - 1] & QUANTITY)
    near = range(max(0, start - 1 - (start > 1 and not clauses.is_verb(start - 1))), start)
    return any(bare_key(tokens.keys[at]) in poll_words("flown") for at in near)


def strikes(clauses: Clauses, hit: Hit) -> bool:
    """Whether a word of attack stands right behind a word, or leads to it by ب: مسيرات | استهدفت, هجوم ب| مسيرات; not ضد القصف."""
    tokens, place = clauses.tokens, hit.place
    behind = range(place + 1, min(len(tokens), place + COUNTED))
    near = [*takewhile(lambda at: not tokens.kinds[at] & (PREPOSITION | PREFIX), behind)]
    near += range(max(0, place - COUNTED), place) if hit.lead == BY else ()
    return any(bare_key(tokens.keys[at]) in poll_words("strike") for at in near)


def crowd_at(scene: Scene, place: int) -> Phrase | None:
    """The phrase of the protesters at `place` with what counts them: | مئات المتظاهرين, نحو | 500 متظاهر; None for one alone."""
    found = (party_at(scene, at) for at in range(max(0, place - COUNTED), place + 1))
    crowd = next((phrase for phrase in found if phrase and phrase.type == "group" and phrase.first <= place < phrase.stop), None)
    several = scene.tokens.keys[place].endswith((*PLURALS, *DUALS))
    if crowd is None or not (several or crowd.first < place):
        return None
    if several and crowd.first < place and scene.tokens.kinds[place - 1] & DEFINITE and not scene.tokens.kinds[place] & DEFINITE:
        return crowd._replace(stop=place, name=(crowd.name[0], place))  # عمال المصنع | معتصمين
    return before_other_noun(scene, crowd, place)


def before_other_noun(scene: Scene, crowd: Phrase, place: int) -> Phrase:
    """A crowd up to what does not tell who they are: متظاهرون غاضبون | مقر الحزب، المتظاهرون | بلافتات; not متظاهرون من صور."""
    tokens, end = scene.tokens, place + 1
    while end < crowd.stop and tokens.keys[end].endswith(PLURALS):
        end += 1
    whose = end < crowd.stop and (is_of_people(tokens, end) or (end > place + 1 and is_aim_of_theirs(tokens, end)))
    return crowd if whose or end >= crowd.stop else crowd._replace(stop=end, name=(crowd.name[0], end))


def is_at_it(tokens: Tokens, place: int) -> bool:
    """Whether it is told before which house or since when those at `place` protest: المعتصمين | أمام البلدية, المضربين عن الطعام
    | منذ أسبوع; not المتظاهرين المعتقلين | منذ عام.
    """
    first = behind_refused(tokens, place)
    if first + 1 >= len(tokens):
        return False
    return (tokens.keys[first] in IN_FRONT and is_house(tokens, first + 1)) or is_since(tokens, place)


def is_since(tokens: Tokens, place: int) -> bool:
    """Whether it is told since when those at `place` protest: المعتصمين في صور | منذ أسبوع, المضربين عن الطعام | لليوم الثامن."""
    first = behind_refused(tokens, place)
    near = range(first, min(len(tokens) - 1, first + NEAR))
    stop = next((at for at in near if tokens.kinds[at] & (COMMA | STOP | THAT)), near.stop)
    led = first < stop and (tokens.kinds[first] & (PREFIX | PREPOSITION | TIME) or tokens.keys[first] in BEFORE_A_HOUSE)
    return bool(led) and any(tokens.keys[at] == SINCE or is_nth_day(tokens, at) for at in range(first, stop))


def behind_refused(tokens: Tokens, place: int) -> int:
    """The place behind those at `place` and what they leave or do not eat: المضربين عن الطعام | منذ أسبوع."""
    return place + (3 if tokens.keys[place + 1 : place + 2] == [ABOUT] else 1)


def is_nth_day(tokens: Tokens, at: int) -> bool:
    """Whether it is told that something goes on for so many days: | لليوم الثامن, | للأسبوع الثاني."""
    counted = tokens.keys[at] == TO_THE and tokens.kinds[at + 1] & TIME
    return bool(counted) and any(key in ranks() for key in tokens.keys[at + 2 : at + 3])


def is_of_people(tokens: Tokens, at: int) -> bool:
    """Whether من leads to those to whom a crowd belongs: متظاهرون | من أنصار الحزب; not المتظاهرين | من الخلف."""
    if tokens.keys[at] != OF or at + 1 >= len(tokens):
        return False
    kinds = PEOPLE | BODY | ROLE | TITLE | NAME | COUNTRY | CITY | NATION | QUANTITY | NUMBER
    return not tokens.kinds[at + 1] & DEFINITE or bool(tokens.kinds[at + 1] & kinds) or tokens.keys[at + 1].endswith(PLURALS)


def is_aim_of_theirs(tokens: Tokens, at: int) -> bool:
    """Whether ل or ب goes on with a word that tells for or against what a crowd is: المتظاهرون المناهضون | للحكومة."""
    return bool(tokens.kinds[at] & PREFIX) and tokens.keys[at] in (ADDRESSING, TO_THE, BY)


def without_crowds(found: Iterable[Participant]) -> list[Participant]:
    """Those who take part in a protest without what tells them again by that alone: عشرات الطلبة … المتظاهرون، 12 محتجا."""
    told = list(found)
    several = [one for one in told if one.type == "group" and one.part == ATTENDS]
    others = [one for one in several if not is_crowd_again(one)]
    first = next((one for one in several if one in others or len(one.name.split()) > 1 or not others), None)
    return [one for one in told if one is first or one not in several or one in others]


def is_crowd_again(participant: Participant) -> bool:
    """Whether people are told by what they do in a protest: متظاهرون، عشرات من المحتجين."""
    told = (form for word in fold_phrase(participant.name).split() for form in forms(TABLE).get(word))
    return any(form.row["needs"] == "people" and form.row["type"] == PROTEST for form in told)
