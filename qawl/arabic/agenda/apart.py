"""The encounters of a passage, one in the clause of another told apart from it: بعد | لقاء السفير، سبقه | اجتماع."""

from __future__ import annotations

from qawl.arabic.agenda.crowds import is_since
from qawl.arabic.agenda.encounters import Encounter, is_crowd, is_talk, told
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.noun_ends import OWNERS
from qawl.arabic.agenda.parts import MEETING, VISIT, VOTE
from qawl.arabic.agenda.places import is_place
from qawl.arabic.agenda.rows import with_rows
from qawl.arabic.agenda.sequences import TWICE, is_of_past, is_of_table, is_set_beside, sequence_before
from qawl.arabic.agenda.tenses import has_turn, small_word
from qawl.arabic.agenda.words import AGAIN, PAPER, SIGNED, is_led_by_aim, is_told_which, keys_by
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    AT_AN_EVENT,
    CONJUNCTIONS,
    DURING_IT,
    HERS,
    HIS,
    IN,
    OF,
    THEN,
    TO_THE,
    UPON,
    bare_key,
)
from qawl.arabic.lexicon import COMMA, DEFINITE, NATION, PREFIX, PREPOSITION, PUNCTUATION, RELATIVE, TIME
from qawl.arabic.tokens import Tokens
from qawl.tables import several

# So near behind a paper stands the day on which it was signed: مذكرة التفاهم الموقعة بينهما | في يونيو.
SIGNED_WITHIN = 7


def find_encounters(scene: Scene) -> list[Encounter]:
    """The encounters of a passage in text order, every mention by itself; of one type in one clause the first only."""
    found: list[Encounter] = []
    clauses = Clauses(scene)
    for encounter in told(clauses):
        if found and is_beside(scene, encounter, found[-1]):
            encounter = encounter._replace(clause=(encounter.place, encounter.clause[1]))
            found[-1] = found[-1]._replace(clause=scene.passage.trim(found[-1].clause[0], encounter.place - 1))
            found.append(encounter._replace(apart=found[-1].place))
            continue
        if found and is_by_phone(encounter, found[-1]):
            found[-1] = found[-1]._replace(type="call")
            continue
        number = next((at for at in range(max(0, len(found) - 3), len(found)) if is_within(encounter, found[at])), None)
        if number is None:
            found.append(encounter)
        elif is_shown_solidarity(scene, encounter, found[number]):
            found.append(up_to_comma(scene, encounter)._replace(apart=found[number].place))
        elif is_apart(scene, encounter, found[number]):
            stop = end_before(scene, found[number], encounter)
            found[number] = found[number]._replace(clause=scene.passage.trim(found[number].clause[0], stop))
            found.append(encounter._replace(apart=found[number].place))
    pairs = zip(found, [*found, None][1:], strict=True)
    return with_rows(clauses, [before_likened(scene, before_another(scene, encounter, after)) for encounter, after in pairs])


def before_likened(scene: Scene, encounter: Encounter) -> Encounter:
    """An encounter whose clause ends before another one or a paper to which it is likened, or the one before of its row:
    وقع اتفاقا مع صور | يشبه اتفاقه مع مسقط، وقع اتفاقا مع صور، | بعد الاتفاق السابق.
    """
    tokens, behind = scene.tokens, range(max(encounter.place, encounter.verb or 0) + 2, encounter.clause[1])
    likened = next((at for at in behind if is_of_table(tokens.keys[at]) and is_likened(tokens, at)), None)
    if likened is None:
        return encounter
    return encounter._replace(clause=scene.passage.trim(encounter.clause[0], before_lead(scene, likened)))


def is_likened(tokens: Tokens, place: int) -> bool:
    """Whether a noun is set beside what was told, or is behind a word of sequence the one before of a row: بعد | الاتفاق السابق."""
    return is_set_beside(tokens, place) or (sequence_before(tokens, place) is not None and is_of_past(tokens, place))


def before_another(scene: Scene, encounter: Encounter, after: Encounter | None) -> Encounter:
    """An encounter whose clause ends before what tells of the next one: في جلسته، اليوم، | تأجيل الانتخابات."""
    if after is not None and is_during(scene, encounter, after):
        return encounter._replace(clause=scene.passage.trim(encounter.clause[0], after.clause[0]))
    inside = after is not None and encounter.verb is None and encounter.place + 1 < after.clause[0] < encounter.clause[1]
    aimed = after is not None and after.type == VOTE and is_led_by_aim(scene.tokens, after.place)  # عقد دورة، | لانتخاب رئيسها
    if after is None or not inside or aimed or after.type == encounter.type or not (comma := comma_before(scene, after.clause[0])):
        return before_relative(scene, encounter, after)
    return encounter._replace(clause=scene.passage.trim(encounter.clause[0], comma))


def comma_before(scene: Scene, place: int) -> int | None:
    """The comma before a clause, or before the preposition that leads to it: خلال زيارته لصور، ب | الالتقاء بالسكان."""
    at = place - 1 - bool(scene.tokens.kinds[place - 1] & PREFIX)
    return at if scene.tokens.kinds[at] & COMMA else None


def is_at_its_end(scene: Scene, verb: int) -> bool:
    """Whether a verb tells what is done at the end or beginning of what was told: زيارة إلى صور | وقع في ختامها اتفاقية."""
    keys = scene.tokens.keys
    parts = {part + own for part in AT_AN_EVENT for own in (HIS, HERS)}
    return keys[verb + 1 : verb + 2] == [IN] and keys[verb + 2] in parts


def is_during(scene: Scene, encounter: Encounter, after: Encounter) -> bool:
    """Whether the next verb in the clause of an encounter tells what is done at it: زيارة إلى صور | يلتقي خلالها الوزير."""
    verb, last = after.verb, max(encounter.place, encounter.verb or 0)
    if verb is None or after.clause[0] < verb or not last + 1 < verb < encounter.clause[1]:
        return False
    return any(key in DURING_IT for key in scene.tokens.keys[verb + 1 : verb + 3]) or is_at_its_end(scene, verb)


def before_relative(scene: Scene, encounter: Encounter, after: Encounter | None) -> Encounter:
    """An encounter whose clause ends before a relative that tells of the next one: لقاء الوزير | الذي سيزور المدينة."""
    if after is None or after.verb is None or not encounter.place + 1 < after.clause[0] - 1 < encounter.clause[1]:
        return encounter
    relative = after.clause[0] - 1
    if after.type == encounter.type or not scene.tokens.kinds[relative] & RELATIVE:
        return encounter
    return encounter._replace(clause=scene.passage.trim(encounter.clause[0], relative))


def is_by_phone(inner: Encounter, outer: Encounter) -> bool:
    """Whether a call is how somebody dealt with somebody in whose clause it stands: بحث الوزير مع نظيره | في اتصال هاتفي كذا."""
    return inner.type == "call" and is_talk(outer) and inner.clause[0] < outer.clause[1]


def is_within(encounter: Encounter, earlier: Encounter) -> bool:
    """Whether an encounter only goes on with the clause of an earlier one of its type: عقد اجتماعا ناقش فيه الاجتماع كذا."""
    return encounter.type == earlier.type and encounter.clause[0] < earlier.clause[1]


def is_shown_solidarity(scene: Scene, inner: Encounter, outer: Encounter) -> bool:
    """Whether those for whom a protest is have one of their own: وقفة مع | الأسرى المضربين عن الطعام منذ أسبوع."""
    behind = inner.clause[0] > outer.place + 1
    return is_crowd(inner) and not is_crowd(outer) and behind and is_since(scene.tokens, inner.place)


def up_to_comma(scene: Scene, encounter: Encounter) -> Encounter:
    """An encounter up to the first comma behind its word."""
    first, stop = encounter.clause
    comma = next((at for at in range(encounter.place, stop) if scene.tokens.kinds[at] & COMMA), stop)
    return encounter._replace(clause=(first, comma))


def is_apart(scene: Scene, inner: Encounter, outer: Encounter) -> bool:
    """Whether an encounter in the clause of another one of its type is one of its own: بعد | لقاء السفير، وغداة | اجتماع اللجنة."""
    tokens, first = scene.tokens, inner.clause[0]
    if is_ordered(inner) or is_prepared_for(inner) or goes_on_to(scene, inner, outer) or is_edition_before(scene, inner):
        return first > outer.clause[0]
    if is_paid_during(scene, inner, outer):
        return True
    if first <= outer.place + 1 or inner.form.tense != "noun":
        return False
    if inner.form.pronoun and not is_told_behind(scene, inner, outer):
        return False
    held = inner.held is not None and first < inner.place and not tokens.kinds[inner.place] & DEFINITE
    held = held and "papers" not in several(inner.form.row["needs"])  # استقبل السفير، الذي | قدم له أوراق اعتماده
    held = held and inner.type != VOTE  # أجرى النادي انتخابات أسفرت عن | انتخاب فلان رئيسا
    behind = sequence_before(scene.tokens, first) is not None and not has_turn(tokens, outer.verb or outer.place, "ended")
    behind = behind and not is_only_time(scene, inner)
    led = behind or is_aimed_at(scene, inner, outer) or takes_up(scene, outer) or is_prepared(scene, first)
    led = (
        led
        or is_signed_before(scene, inner, outer)
        or is_conference_in(scene, inner, outer)
        or is_called_otherwise(scene, inner, outer)
        or is_called_by_day(scene, inner, outer)
    )
    return led or (held and first > max(outer.place, outer.verb or 0))


def is_only_time(scene: Scene, inner: Encounter) -> bool:
    """Whether a noun with the article and nothing of its own only tells when another encounter was: اجتمعت اللجنة قبيل | الجلسة
    برئاسة فلان.
    """
    tokens, place = scene.tokens, inner.place
    alone = tokens.kinds[place + 1] & (PREFIX | PUNCTUATION) or tokens.keys[place + 1] == IN
    return bool(tokens.kinds[place] & DEFINITE and alone) and inner.verb is None


def is_told_behind(scene: Scene, inner: Encounter, outer: Encounter) -> bool:
    """Whether somebody's own one is told to have been before or behind another: التقى السفير بعد | اجتماعه بالوزير.

    Not the visit of whoever leaves (غادر صور بعد | زيارته لها), nor what is told of one vote.
    """
    leaves = "leaves" in several(outer.form.row["needs"])
    behind = sequence_before(scene.tokens, inner.clause[0]) is not None
    return behind and not leaves and (inner.type in TWICE or scene.tokens.keys[inner.clause[0] - 1] in (OF, UPON))


def is_edition_before(scene: Scene, encounter: Encounter) -> bool:
    """Whether a verb tells of the one before of its row: ملتقى القصة الذي | عقدت نسخته السابقة في صور."""
    return encounter.held is not None and bool(encounter.form.pronoun) and is_of_past(scene.tokens, encounter.place)


def is_prepared_for(encounter: Encounter) -> bool:
    """Whether somebody only prepares for an encounter: التقى الوزير السفير للإعداد ل| قمة هذا الشهر."""
    return encounter.held is not None and several(encounter.held.row["needs"]) == ["ready"]


def goes_on_to(scene: Scene, inner: Encounter, outer: Encounter) -> bool:
    """Whether somebody goes on to another place in the clause of a visit: زار الوزير صور ثم | توجه إلى تونس."""
    visits = inner.type == outer.type == VISIT and inner.form.is_finite
    return visits and scene.tokens.keys[inner.clause[0] - 1] in (THEN, ADDRESSING)


def is_paid_during(scene: Scene, inner: Encounter, outer: Encounter) -> bool:
    """Whether a verb tells of a visit that somebody pays during another one: وصل الوزير إلى تونس في زيارة | يزور خلالها صفاقس."""
    verb, visits = inner.verb, inner.type == outer.type == VISIT and inner.form.is_finite
    return visits and verb is not None and any(key in DURING_IT for key in scene.tokens.keys[verb + 1 : verb + 3])


def is_beside(scene: Scene, other: Encounter, first: Encounter) -> bool:
    """Whether و adds an encounter with a day of its own to one that has its day: لقاء يوم 3 مايو، | ولقاء يوم 5 مايو."""
    tokens, place = scene.tokens, other.place
    added = bool(tokens.kinds[place - 1] & PREFIX) and tokens.keys[place - 1] in CONJUNCTIONS
    named = first.form.tense == other.form.tense == "noun" and not (other.form.pronoun or tokens.kinds[place] & DEFINITE)
    if not (added and named and first.type == other.type and first.place < place < first.clause[1]):
        return False
    days = [day.first for day in scene.days if first.place < day.first < other.clause[1]]
    return any(day < place for day in days) and any(day > place for day in days)


def takes_up(scene: Scene, encounter: Encounter) -> bool:
    """Whether a bare definite noun that nothing holds only takes up what was told before: الزيارة | تمهد لزيارة الرئيس."""
    tokens, place = scene.tokens, encounter.place
    alone = encounter.held is None and encounter.form.tense == "noun" and bool(tokens.kinds[place] & DEFINITE)
    bare = not any(kind & DEFINITE for kind in tokens.kinds[place + 1 : place + 2])
    return alone and bare and bare_key(tokens.keys[place]) in keys_by(AGAIN)


def is_aimed_at(scene: Scene, inner: Encounter, outer: Encounter) -> bool:
    """Whether an encounter prepares another one, of which its own words tell: اجتماع لبحث ملفات | القمة المقررة في صور."""
    tokens = scene.tokens
    alike = inner.type != MEETING or inner.form.lemma == outer.form.lemma
    if alike or inner.held is None or inner.verb == inner.place or inner.clause[0] < inner.place:
        return False
    between = range(outer.place + 1, inner.place - 1)
    aims = (at for at in between if tokens.keys[at] == ADDRESSING and tokens.kinds[at] & PREFIX)
    ready = (at for at in between if tokens.keys[at].endswith(ALEF) and tokens.keys[at + 1] in (ADDRESSING, TO_THE))
    return any(not tokens.kinds[at + 1] & (DEFINITE | OWNERS) for at in aims) or any(ready)


def is_conference_in(scene: Scene, inner: Encounter, outer: Encounter) -> bool:
    """Whether an encounter of other words tells of one that an adjective names: بحث الوزيران التحضيرات | للقمة العربية المقبلة."""
    alike = inner.type != MEETING or inner.form.lemma == outer.form.lemma or is_session_of(scene, inner, outer)
    return not alike and is_told_which(scene.tokens, inner.place)


def is_signed_before(scene: Scene, inner: Encounter, outer: Encounter) -> bool:
    """Whether a participle tells on which day another paper was signed: وقعا في 2018 اتفاقية تحل محل | الاتفاق الموقع سنة 2014."""
    signed = inner.form.row["by"] == PAPER and inner.held is not None and inner.held.row["by"] == SIGNED
    if not signed or outer.form.row["by"] == PAPER:
        return False
    days = {day.date.value for day in scene.days if outer.clause[0] < day.first < inner.place}
    own = {day.date.value for day in scene.days if inner.place < day.first < inner.place + SIGNED_WITHIN}
    return bool(days and own) and days.isdisjoint(own)


def is_called_otherwise(scene: Scene, inner: Encounter, outer: Encounter) -> bool:
    """Whether both are called by their places, which are two: مؤتمر صور أنجح من | مؤتمر مسقط الذي انعقد أمس."""
    tokens, last = scene.tokens, len(scene.tokens) - 1
    if any(one.place == last or tokens.kinds[one.place] & DEFINITE for one in (inner, outer)):
        return False
    towns = [one.place + 1 for one in (inner, outer)]
    called = all(is_place(tokens, at) and not tokens.kinds[at] & NATION for at in towns)
    return called and tokens.keys[towns[0]] != tokens.keys[towns[1]]


def is_called_by_day(scene: Scene, inner: Encounter, outer: Encounter) -> bool:
    """Whether one is called by its day, and the other was told with another one: جلسة في 26 مارس، بعد نقاش في | جلسة الثلاثاء."""
    value_at = {day.first: day.date.value for day in scene.days if day.date.value}
    own = value_at.get(inner.place + 1)
    before = {value for at, value in value_at.items() if outer.clause[0] < at < inner.clause[0]}
    return own is not None and bool(before) and own not in before and not scene.tokens.kinds[inner.place] & DEFINITE


def is_session_of(scene: Scene, inner: Encounter, outer: Encounter) -> bool:
    """Whether the outer one is only part of the inner one: الجلسة الافتتاحية | للمؤتمر العربي."""
    definite = outer.form.tense == "noun" and bool(scene.tokens.kinds[outer.place] & DEFINITE)
    return definite and scene.tokens.keys[inner.place - 1] in (ADDRESSING, TO_THE)


def is_prepared(scene: Scene, place: int) -> bool:
    """Whether something is told to be done ahead of an encounter: اجتماعا غدا تمهيدا ل| الاجتماع السنوي."""
    keys = scene.tokens.keys
    return place > 1 and keys[place - 1] in (ADDRESSING, TO_THE) and small_word(keys[place - 2]) == "before"


def is_ordered(encounter: Encounter) -> bool:
    """Whether a verb tells that an encounter was before or behind another one: سبق القمة | اجتماع الوزراء."""
    return encounter.held is not None and several(encounter.held.row["needs"]) == ["order"]


def end_before(scene: Scene, outer: Encounter, inner: Encounter) -> int:
    """Where the clause of an encounter ends in which another is told; at a conference it goes on: التقى على هامش القمة | السفير."""
    first = inner.clause[0]
    led = scene.tokens.keys[first - 1] in (ADDRESSING, TO_THE) or sequence_before(scene.tokens, first) is not None
    goes_on = not led and is_conference_in(scene, inner, outer) and inner.clause[1] <= outer.clause[1]
    return outer.clause[1] if goes_on else before_lead(scene, first)


def before_lead(scene: Scene, place: int) -> int:
    """The place before the words that lead to another one: prepositions, بعد أسبوع على."""
    ahead = sequence_before(scene.tokens, place)
    place = place if ahead is None else ahead
    tokens = scene.tokens
    while place > 1 and (tokens.kinds[place - 1] & (PREFIX | PREPOSITION | RELATIVE | TIME) or tokens.keys[place - 1] == THEN):
        place -= 1
    return place
