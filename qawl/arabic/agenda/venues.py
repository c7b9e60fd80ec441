"""Where an encounter is: في مدينة صور، بمقر الوزارة، إلى القاهرة، قمة الدوحة، استضافته تونس."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.holders import is_feminine
from qawl.arabic.agenda.parts import ATTENDS, HOSTS
from qawl.arabic.agenda.place_ends import house_at, place_at, strange_place
from qawl.arabic.agenda.places import is_land, is_place, is_seat, is_venue, venue_head
from qawl.arabic.agenda.tenses import is_hosting, is_of_plan, small_word, tense_at
from qawl.arabic.agenda.times import opening_of, points_back
from qawl.arabic.agenda.words import TABLE, chambers, names
from qawl.arabic.dates.tense import tense_words
from qawl.arabic.findings import Range
from qawl.arabic.forms import forms
from qawl.arabic.frames.party_ends import is_second_land
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ALEF,
    BY,
    CAPITAL,
    EACH,
    GOD,
    IN,
    IN_FRONT,
    IN_ORDER_TO,
    INSIDE,
    MIDST,
    OF,
    OTHER_THAN,
    STATES,
    THAT_MATTER,
    TO,
    TO_THE,
    UPON,
    WHERE,
    bare_key,
)
from qawl.arabic.lexicon import (
    BODY,
    CITY,
    CLOSES,
    COMMA,
    COUNTRY,
    DEFINITE,
    FAMILY,
    HONOUR,
    MONTH,
    NAME,
    NATION,
    ODD,
    OPENS,
    PREFIX,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    ROLE,
    SPAN,
    STOP,
    THAT,
    TIME,
    TITLE,
    TOWN,
    word_classes,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.ordinary import is_no_noun
from qawl.arabic.tokens import Tokens
from qawl.model import Span
from qawl.tables import several

# What a place that follows has its article or its name before it: زيارة الوزير | صور، زيارة سالم الكندي | صور; or a day.
WHOLE = DEFINITE | NAME | FAMILY | ODD | NATION | COMMA
# Behind these a land without its name is an encounter's own: التقى الوزير سالم الكندي أمس | في المملكة.
FREE = NAME | FAMILY | TIME | MONTH | COMMA
# So many words may tell of an office or a matter before its في.
NEAR = 5
# So many words has the name of a body or an office before its ب.
PHRASE = 6
# So near before where he is sent stands who is sent: المبعوث الخاص للأمين العام للأمم المتحدة | إلى ليبيا.
POST = 9
# So near behind the name of God a wish ends.
WISH = 3
# So near before حيث its place begins.
GOAL = 9
# What ل leads to that is no purpose: وقع عقدا | لوزارة النقل، | لتونس، | لمدة عام.
NO_AIM = DEFINITE | BODY | COUNTRY | TIME | SPAN
# What stands behind these has its own place: التقى السفير | بعد قمة في صور، تأجل اللقاء | لأن الوفد في صور.
APART = ("behind", "before", "reason")


def where_of(scene: Scene, encounter: Encounter) -> Span | None:
    """The place of an encounter, without its preposition; a call has none."""
    if encounter.type == "call":
        return None
    told = (places_in, places_opening, places_at_goal, places_of_office)
    found = next((places for find in told if (places := list(find(scene, encounter)))), [])
    return scene.span(max(found, key=lambda place: rank(scene.tokens, place, encounter))) if found else None


def told_best(scene: Scene, places: Iterable[Span | None]) -> Span | None:
    """The first place that is told, or a later one with its name where that town has none: العاصمة السورية, then دمشق."""
    told = [place for place in places if place is not None]
    return next((place for place in told if is_named(scene.tokens, place)), told[0] if told else None)


def is_named(tokens: Tokens, place: Span) -> bool:
    """Whether a place is no town or province without its name: العاصمة السورية، المحافظة; lands have enough in theirs: المملكة."""
    first, stop = (bisect_left(tokens.starts, at) for at in (place.start, place.end))
    if not word_classes().get(bare_key(tokens.keys[first]), 0) & TOWN:
        return True
    return any(is_place(tokens, at) or not tokens.kinds[at] & NATION for at in range(first + 1, stop))


def rank(tokens: Tokens, place: Range, encounter: Encounter) -> int:
    """How surely a place is the encounter's, of several: its host's, behind وذلك, where a visit goes, a house, a town, a land.

    A body that hosts it may have it elsewhere: تستضيف الجامعة ندوة في | صور.
    """
    first, before = place[0], place[0] - 2
    if hosts(tokens, first - 1, encounter) and tokens.kinds[first] & BODY and not is_place(tokens, first):
        return 0
    if hosts(tokens, first - 1, encounter) or is_goal(tokens, first - 1, encounter):
        return 5  # كان الوزير غادر صور متوجها إلى | تونس
    if venue_head(tokens, first) == "place" or (encounter.type == "visit" and venue_head(tokens, first) == "gate"):
        return 0  # شرق ليبيا, of which a town may be told too, مطار صور الدولي, behind which a land or town lies
    if first == encounter.place + 1 and encounter.form.is_finite:
        return 4
    if before >= 0 and tokens.keys[before] == THAT_MATTER:
        return 3
    if encounter.type == "visit" and (tokens.keys[before + 1] == TO or before == encounter.place):
        return 3
    if is_place(tokens, first):
        return 0 if tokens.kinds[first] & COUNTRY or is_home(tokens, first - 1) else 1
    alone = place[1] == first + 1 and bool(tokens.kinds[first] & DEFINITE)
    return -1 if alone else 1 if tokens.kinds[first] & TOWN else 2


def is_home(tokens: Tokens, at: int) -> bool:
    """Whether في stands right behind a body, which may be at home in the town behind it: مع نقابة المحامين | في صور أمس في تونس."""
    head = at - 1
    while head > 0 and tokens.kinds[head] & DEFINITE and not tokens.kinds[head] & (BODY | TIME):
        head -= 1
    return tokens.keys[at] == IN and head < at - 1 and bool(tokens.kinds[head] & BODY)


def is_goal(tokens: Tokens, at: int, encounter: Encounter) -> bool:
    """Whether a place is where somebody goes who leaves another one: غادر تونس متوجها | إلى صور."""
    return tokens.keys[at] == TO and "leaves" in several(encounter.form.row["needs"])


def places_in(scene: Scene, encounter: Encounter) -> Iterator[Range]:
    """The places that the clause of an encounter gives it, in text order."""
    tokens, (first, stop) = scene.tokens, encounter.clause
    others, of_paper = 0, False
    for at in range(first, stop - 1):
        if at > encounter.place:
            if tokens.kinds[at] & THAT and not is_of_plan(tokens, at):
                return
            dated = scene.is_in_day(at)
            others += at != encounter.verb and not dated and acts(tokens, at)
            apart = small_word(tokens.keys[at]) in APART and tokens.keys[at] not in tense_words()["since"]
            if others > 1 or (apart and not dated and not points_back(tokens, at)):
                return
        of_paper = (of_paper or is_for(tokens, at, encounter)) and not tokens.kinds[at] & COMMA
        if of_paper:
            continue
        if at == encounter.place and encounter.type != "visit" and not is_place(tokens, at + 1):
            continue
        if leads(tokens, at, encounter) and (found := place_behind(tokens, at, encounter, stop)):
            yield found


def places_opening(scene: Scene, encounter: Encounter) -> Iterator[Range]:
    """The place that opens the clause of an encounter, or stands behind its day there: وفي صور، | التقى، تم أمس في صور | توقيع."""
    tokens, first = scene.tokens, encounter.clause[0]
    at = opening_of(scene, first)
    while at < first and (is_and(tokens, at) or tokens.kinds[at] & COMMA or scene.is_in_day(at)):
        at += 1
    if at < first and tokens.keys[at] in (IN, BY, INSIDE) and (place := place_at(tokens, at + 1, first)):
        yield place


def places_at_goal(scene: Scene, encounter: Encounter) -> Iterator[Range]:
    """The place right before حيث, behind which it is told what was done there: انتقل إلى | مدرسة النور، حيث التقى المعلمين."""
    tokens, end = scene.tokens, encounter.clause[0] - 1
    if encounter.type == "visit" or encounter.form.pronoun or end < 1 or tokens.keys[end] != WHERE:
        return
    end -= bool(tokens.kinds[end - 1] & COMMA)
    for at in range(end - 1, max(scene.passage.sentence_start(end), end - GOAL), -1):
        if tokens.kinds[at] & COMMA or acts(tokens, at):
            return
        if tokens.keys[at] in (TO, IN) and not is_of_other(tokens, at):
            place = place_at(tokens, at + 1, end)
            if place is not None and place[1] == end:
                yield place
            return


def places_of_office(scene: Scene, encounter: Encounter) -> Iterator[Range]:
    """The place of the office that is voted on: فاز بمنصب عمدة | صور، فوزه برئاسة بلدية | صور، انتخابات حاكم | ولاية كذا."""
    tokens, (_, stop) = scene.tokens, encounter.clause
    won = encounter.form.row["needs"] == "wins"
    if encounter.type != "vote" or (encounter.form.is_finite and not won):
        return
    led = not won
    for at in range(encounter.place + 1, stop - 1):
        if tokens.kinds[at] & (THAT | COMMA) or acts(tokens, at):
            return
        led = led or bool(tokens.kinds[at] & (PREFIX | PREPOSITION) or tokens.keys[at].startswith(BY))
        office = led and tokens.kinds[at] & (ROLE | TITLE | TOWN) and not tokens.kinds[at] & DEFINITE
        place = place_at(tokens, at if tokens.kinds[at] & TOWN else at + 1, stop) if office else None
        if place and any(is_place(tokens, word) for word in range(*place)):
            yield place


def is_for(tokens: Tokens, at: int, encounter: Encounter) -> bool:
    """Whether it begins at `at` what a paper that is signed is for, which has its own place: عقدا | لتمويل الطرق في صور."""
    if encounter.type != "signing" or at <= encounter.place:
        return False
    aims = tokens.keys[at] == IN_ORDER_TO and bool(tokens.kinds[at] & PREFIX)
    return small_word(tokens.keys[at]) in ("about", "aim") or (aims and not tokens.kinds[at + 1] & NO_AIM)


def acts(tokens: Tokens, at: int) -> bool:
    """Whether a verb that hosts nothing stands at `at`, and is no wish (حفظه الله ورعاه) and no adjective's غير."""
    if (
        tokens.keys[at] == OTHER_THAN
        or is_hosting(tokens.keys[at])
        or tokens.kinds[at] & HONOUR
        or GOD in tokens.keys[max(at - 2, 0) : at + 2]
    ):
        return False
    return tense_at(tokens, at) is not None


def place_behind(tokens: Tokens, at: int, encounter: Encounter, stop: int) -> Range | None:
    """The place behind a token that leads to one: in what is known, or before whose house a crowd or a vote is."""
    limit = encounter.place if at < encounter.place else stop
    key, first = tokens.keys[at], at + 1
    if is_of_state(tokens, at, encounter):
        return None
    found = place_at(tokens, first, limit)
    if found and is_of_post(tokens, at, found[1]):
        return None
    if found:
        free = encounter.type == "visit" or at - 1 in (encounter.place, encounter.verb) or tokens.kinds[at - 1] & FREE
        aside = is_bare_land(tokens, found) and not free and not hosts(tokens, at, encounter)
        return None if aside or (key == BY and is_of_body(tokens, at)) else found
    if hosts(tokens, at, encounter):
        return strange_place(tokens, first)
    own = at - 1 in (encounter.place, encounter.verb) or bool(tokens.kinds[at - 1] & FREE)
    if key == IN and own and stands_alone(tokens, first, limit):
        return strange_place(tokens, first)
    votes = encounter.type == "vote" and key in (IN, BY, INSIDE) and is_chamber(tokens, first) and not is_of_body(tokens, at)
    seated = is_seat(tokens, first) and may_be_seat(tokens, at, encounter)
    return house_at(tokens, first, limit) if key in (*IN_FRONT, INSIDE) or votes or seated else None


def stands_alone(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a word that no table knows and that is no common noun is all that في leads to, as a town: اجتماعا في | الدقم أمس."""
    after = at + 1
    ends = after >= stop or tokens.kinds[after] & (PREFIX | PREPOSITION | COMMA | STOP | TIME | MONTH | RELATIVE)
    return bool(ends) and is_no_noun(tokens.keys[at]) and bare_key(tokens.keys[at]) not in names()


def may_be_seat(tokens: Tokens, at: int, encounter: Encounter) -> bool:
    """Whether a body behind a token is where an encounter is, and not what something else belongs to or with whom somebody meets.

    اجتماعا في | وزارة المياه، عقد أمس ب| وزارة المياه، زار الوفد | وزارة المياه; not الإصلاحات في | وزارة المياه.
    """
    if not tokens.kinds[at] & (PREFIX | PREPOSITION):
        return encounter.type == "visit" and encounter.form.is_finite
    if tokens.keys[at] in (TO, IN_ORDER_TO, TO_THE):
        return encounter.type == "visit" and not encounter.form.is_finite
    free = at - 1 in (encounter.place, encounter.verb) or bool(tokens.kinds[at - 1] & FREE)
    meets = encounter.form.is_finite or encounter.form.pronoun or encounter.held is None
    return free and (tokens.keys[at] in (IN, INSIDE) or not meets)


def is_of_post(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a place that ends before `stop` is where somebody is sent whose name stands behind it: المبعوث الأممي إلى | اليمن،
    نزار العلي،؛ not وصل المبعوث الأممي إلى | اليمن.
    """
    stop += stop < len(tokens) and bool(tokens.kinds[stop] & COMMA)
    named = stop < len(tokens) and bool(tokens.kinds[stop] & NAME) and not tokens.kinds[stop] & DEFINITE
    return named and any(small_word(tokens.keys[before]) == "posted" for before in range(max(0, at - POST), at))


def is_bare_land(tokens: Tokens, place: Range) -> bool:
    """Whether a land is told without its name, which behind a noun belongs to that: المدارس في | المحافظة; not العاصمة."""
    first, stop = place
    if stop > first + 1 or is_place(tokens, first) or not tokens.kinds[first] & DEFINITE:
        return False
    return is_land(tokens, first) and bare_key(tokens.keys[first]) != CAPITAL


def is_of_state(tokens: Tokens, at: int, encounter: Encounter) -> bool:
    """Whether a visit is one of state, which is no place: زيارة | دولة إلى تونس; not زيارة | دولة قطر."""
    alone = at + 2 >= len(tokens) or bool(tokens.kinds[at + 2] & (PREFIX | PREPOSITION | COMMA | STOP))
    return at == encounter.place and encounter.type == "visit" and tokens.keys[at + 1] == STATES[0] and alone


def is_chamber(tokens: Tokens, first: int) -> bool:
    """Whether the name of those who vote on laws begins at a place: البرلمان، مجلس | الأمن."""
    near = range(first, min(first + 2, len(tokens)))
    heads = {at: chambers().get(bare_key(tokens.keys[at])) for at in near}
    return any(head is not None and head == (bare_key(tokens.keys[first]) if at > first else "") for at, head in heads.items())


def leads(tokens: Tokens, at: int, encounter: Encounter) -> bool:
    """Whether an encounter's place may stand behind the token at `at`: في، ب; of a visit إلى، ل; its own word; its host's verb."""
    kind, key, visits = tokens.kinds[at], tokens.keys[at], encounter.type == "visit"
    if encounter.type == "protest" and key in (MIDST, INSIDE, *IN_FRONT):
        return True  # مظاهرة | وسط العاصمة, اعتصام | داخل مقر البلدية
    if kind & (PREPOSITION | PREFIX):
        if key in (IN, INSIDE):
            return not is_of_other(tokens, at)
        if visits and key == OF and tokens.keys[at - 1] in (EACH, EACH + ALEF):
            return True
        if key == UPON:
            return encounter.type != "protest" and venue_head(tokens, at + 1) == "open"
        if key == BY:
            return not (at == encounter.place + 1 and encounter.form.row["needs"] == "wins")  # فاز ب| مركز النقيب
        return visits and key in (TO, IN_ORDER_TO, TO_THE)
    sends = at == encounter.place and encounter.form.row["object"] == ATTENDS
    if sends:
        return False
    if at == encounter.place or hosts(tokens, at, encounter):
        named = at != encounter.place or not (encounter.form.is_finite or tokens.kinds[at + 1] & COUNTRY)
        return visits or named or (encounter.type == "vote" and not encounter.form.is_finite)
    office = kind & (TITLE | ROLE) and not kind & DEFINITE  # زيارة أمير | قطر
    whole = kind & (WHOLE | TIME | MONTH) or small_word(key) == "soon"  # يوم غد | متحف البلدية
    whole = (whole and not (office or is_venue(tokens, at))) or is_second_land(tokens, at + 1)
    house = is_place(tokens, at + 1) or is_venue(tokens, at + 1) or is_seat(tokens, at + 1)
    return visits and at > encounter.place and bool(whole) and house


def hosts(tokens: Tokens, at: int, encounter: Encounter) -> bool:
    """Whether a verb whose subject may be the place has the encounter as its object: استضافت صور القمة، قمة استضافتها صور.

    Behind something else it must take that up: مؤتمر المياه في دول الخليج | الذي تستضيفه صور.
    """
    if not is_hosting(tokens.keys[at]):
        return False
    if at < encounter.place or not any(tokens.kinds[n] & (PREFIX | PREPOSITION) for n in range(encounter.place + 1, at)):
        return True
    pronoun = "fs" if is_feminine(tokens.keys[encounter.place]) else "ms"
    held = forms(TABLE).get(tokens.keys[at]) if tokens.kinds[at - 1] & RELATIVE and not encounter.form.is_finite else ()
    return any(form.row["subject"] == HOSTS and form.pronoun == pronoun for form in held)


def is_of_body(tokens: Tokens, at: int) -> bool:
    """Whether ب leads to what a body or an office belongs to: لجنة الصناعة | بالغرفة، وزير التخطيط | بمصر; not | بمكتبه."""
    first = at + 1
    if tokens.is_owned(first) or GOD in tokens.keys[max(0, at - WISH) : at]:
        return False  # الأمير حفظه الله ورعاه | بقصر النور
    wide = tokens.kinds[first] & (COUNTRY | BODY) or venue_head(tokens, first) == "land"
    if not wide or tokens.kinds[first] & CITY:
        return False
    for before in range(at - 1, max(-1, at - 1 - PHRASE), -1):
        kind = tokens.kinds[before]
        if kind & TIME:
            return False
        if kind & (BODY | ROLE) and (not kind & DEFINITE or before < at - 1):
            return True
        if not (kind & (DEFINITE | NATION) or is_and(tokens, before)):
            return False
    return False


def is_of_other(tokens: Tokens, at: int) -> bool:
    """Whether في belongs to an office or to what is no encounter: السفير الفرنسي | في صور، الأوضاع الأمنية | في صور."""
    near = range(at - 1, max(-1, at - 1 - NEAR), -1)
    for before in near:
        if small_word(tokens.keys[before]) in ("matter", "posted"):
            return True
        if not tokens.kinds[before] & (NATION | DEFINITE | QUOTE | OPENS | CLOSES):
            return False
    return False
