"""The encounters that a passage tells of: mentions of one encounter become one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from qawl.arabic.agenda.absent.events import (
    coming,
    events_of_absences,
    evidence_with,
    home_of,
    is_named_before,
    is_noun_of,
    kept_from,
    with_absent,
)
from qawl.arabic.agenda.absent.finding import Absence, find_absences
from qawl.arabic.agenda.agents import relative_before, subjects_ahead
from qawl.arabic.agenda.apart import find_encounters, is_ordered
from qawl.arabic.agenda.circumstances import reason_of, what_of
from qawl.arabic.agenda.crowds import without_crowds
from qawl.arabic.agenda.encounters import Encounter, is_next_of_row, is_talk
from qawl.arabic.agenda.exact_days import day_told, is_week_apart, when_by
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.features import Features, is_both
from qawl.arabic.agenda.headlines import TALKS, is_lead_of, is_of_headline
from qawl.arabic.agenda.identity import LOOSE, TALKING, apart, is_same, sort_of
from qawl.arabic.agenda.meant import MANY, TWO
from qawl.arabic.agenda.noun_ends import WHILE
from qawl.arabic.agenda.part.both import with_both_meant
from qawl.arabic.agenda.part.carried import (
    actor_before,
    are_told_alone,
    both_before,
    goes_for,
    goes_on_from,
    guests_of,
    is_aim_of,
    is_in_sentence,
    is_joined,
    left_out,
    met_before,
    officer_who_visits,
    part_of_actor,
    received_again,
    several_before,
    those_besides,
    visitors,
    with_met,
)
from qawl.arabic.agenda.part.delegations import with_delegations_meant
from qawl.arabic.agenda.part.finding import each_once, participants_of
from qawl.arabic.agenda.part.lands import pair_behind
from qawl.arabic.agenda.part.taken_up import taken_up
from qawl.arabic.agenda.part.welcomes import is_welcome
from qawl.arabic.agenda.parts import ATTENDS, CHAIRS, HOSTS, MEETING, MEETS, PROTEST, SIGNING, VISIT, VOTE
from qawl.arabic.agenda.results import results_in
from qawl.arabic.agenda.statuses import is_adjourned, is_on_day, settled, standing_of
from qawl.arabic.agenda.tellers import according_to
from qawl.arabic.agenda.tenses import AT, CALLED_OFF, IMPERFECT, PERFECT, PHASES, has_turn, small_word, tense_at
from qawl.arabic.agenda.times import DAY, When, days_in
from qawl.arabic.agenda.venues import told_best, where_of
from qawl.arabic.agenda.verb_statuses import OVER, SET, Standing, is_during_visit, is_headline
from qawl.arabic.agenda.was_to_be import was_to_be
from qawl.arabic.agenda.words import PAPER, SIGNED, TABLE, arriving_keys, is_led_by_aim, lead_start, names, ranks
from qawl.arabic.findings import Range
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    DELEGATIONS,
    IN,
    LATTER,
    THAT_MATTER,
    THE_DAY,
    TO_THE,
    WELCOMED,
    WHAT,
    WHERE,
    bare_key,
    fold,
)
from qawl.arabic.lexicon import CONJUNCTION, DEFINITE, PREFIX, PUNCTUATION, RELATIVE, THAT, TIME
from qawl.arabic.tokens import Tokens
from qawl.model import Event, EventStatus, EventType, Participant, Span, hash_id
from qawl.tables import several

T = TypeVar("T")
# Which part tells more of somebody than another one.
RANKS: dict[str, int] = {ATTENDS: 1, HOSTS: 2, CHAIRS: 3}
# What may be where a visit leads: no call, and no vote.
PLACED = ("meeting", SIGNING)
# A clause of fewer tokens tells little.
FEW = 6
# One of so many tells much.
AT_LENGTH = 10
# A clause that tells of an encounter has so many tokens at least.
TELLING = 5
# So many characters of a day are its year.
YEAR = 4
# Among so many encounters told last is the visit at which it is told who waited.
WELCOMED_WITHIN = 4
# So far before a noun begins what it tells of talks: | جاء ذلك خلال اتصال.
COMES = 4
# So far before an encounter stands the verb of what was done at it.
AROUND = 12
# So many tokens at most stand between a subject and its verb: السفير، قد | زار.
BETWEEN = 2


class Mention:
    """One mention of an encounter with all that its clause tells."""

    def __init__(self, scene: Scene, encounter: Encounter) -> None:
        self.encounter = encounter
        self.participants = self.own = participants_of(scene, encounter)
        self.standing = standing_of(scene, encounter)
        self.when = when_by(scene, encounter, self.standing)
        self.features = Features(scene, encounter, self.participants, self.when.value, self.standing)
        self.where = where_of(scene, encounter)
        self.led_to: Span | None = None  # where the visit leads from which it goes on
        self.what = what_of(scene, encounter)
        self.reason = reason_of(scene, encounter, self.standing.status)
        self.name, self.statement = according_to(scene, encounter)

    @property
    def is_off(self) -> bool:
        """Whether it is asked for or called off, or told that it is not called off: نفى ما تردد عن تأجيل المؤتمر."""
        tokens, first = self.features.scene.tokens, self.encounter.clause[0]
        return self.standing.status in (*CALLED_OFF, "proposed") or has_turn(tokens, first, *CALLED_OFF)

    @property
    def is_counted(self) -> bool:
        """Whether it is told how a vote went: بأغلبية 60 صوتا, استخدمتا حق النقض, نتائج الانتخابات: فلان 20 صوتا."""
        encounter, scene = self.encounter, self.features.scene
        sentence = encounter.clause[0], scene.passage.sentence_stop(encounter.place)
        told = encounter.type == VOTE and any(True for _ in results_in(scene, sentence))
        return told or encounter.form.row["needs"] in ("majority", "veto")


def find_events(scene: Scene) -> tuple[Event, ...]:
    """The encounters of a passage in text order, each once however often it is mentioned."""
    groups: list[list[Mention]] = []
    before: Mention | None = None
    for encounter in find_encounters(scene):
        mention = Mention(scene, encounter)
        call_by_guest(scene, groups, mention)
        carry_row(scene, groups, mention)
        carry(scene, before, mention)
        carry_setting(scene, groups, before, mention)
        carry_to_vote(scene, before, mention)
        carry_place(scene, groups, before, mention)
        carry_back(scene, groups, mention)
        before = mention
        home = headline_of(groups, mention) or come_up_in(scene, groups, mention)
        home = home or home_among(groups, mention) or called_off_with(scene, groups, mention)
        if is_welcome(scene, encounter) or is_received(scene, mention):
            home = arrival_at_hand(scene, groups, mention) or home
        if home is None and not only_takes_up(mention) and not (groups and only_names_talks(mention)):
            groups.append([mention])
        elif home is None:
            continue
        else:
            if is_what_for(home[0], mention):
                home[0].standing = home[0].standing._replace(sure=False)
            home.append(mention)
    share_with_visits(groups)
    absences = find_absences(scene)
    groups = [group for group in groups if is_one_of_row(scene, group, groups) or not is_thin(group, absences)]
    join_named_before(scene, groups, absences)
    encounters = [[mention.encounter for mention in group] for group in groups]
    sent = [part_of_delegation(group) for group in groups]
    more = taken_up(scene, encounters, sent, visits_now(scene, groups))
    homes = [home_of(scene, absence, encounters) for absence in absences]
    events = [event_of(scene, group, at_home(number, absences, homes), more.get(number, [])) for number, group in enumerate(groups)]
    alone = events_of_absences(scene, at_home(None, absences, homes))
    in_order = sorted((*events, *alone), key=lambda event: event.evidence[0].start)
    return tuple(with_both_meant(scene, with_delegations_meant(in_order)))


def headline_of(groups: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    """The headline that alone was told before and tells by offices whose talks these are; they are those told by name."""
    alone = groups[0] if len(groups) == 1 and len(groups[0]) == 1 else None
    if alone is None or not is_of_headline(alone[0].features, mention.features):
        alone = lead_of_headline(groups, mention)
    if alone is not None:
        alone[0].participants = () if mention.participants else alone[0].participants
    return alone


def lead_of_headline(groups: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    """The headline whose encounter the text tells again before anything else: الوزير يستقبل نظيره … | استقبل الوزير فلانا."""
    if any(len(group) > 1 or not is_headline(mention.features.scene, group[0].encounter.place) for group in groups):
        return None
    return next((group for group in groups if is_lead_of(group[0].features, mention.features)), None)


def come_up_in(scene: Scene, groups: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    """The talks right before, of which a noun tells where they were: بحث الوزيران كذا. جاء ذلك خلال | اتصال هاتفي."""
    tokens, start = scene.tokens, lead_start(scene.tokens, mention.encounter.place)
    if mention.encounter.type not in TALKS or start < COMES:
        return None
    lead, behind = tokens.keys[start - 1], tokens.keys[start - COMES : start - 1]
    if lead not in WHILE or THAT_MATTER not in behind[1:]:
        return None
    first = scene.passage.sentence_start(mention.encounter.place)
    while first > 1 and tokens.kinds[first - 1] & PUNCTUATION:
        first -= 1
    first = scene.passage.sentence_start(max(0, first - 1))
    talks = (group for group in reversed(groups) if any(is_talk(one.encounter) and one.encounter.place >= first for one in group))
    return next(talks, None)


def arrival_at_hand(scene: Scene, groups: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    """The reception told right before: استقبلت الغرفة وفدا. وكانت في استقباله المديرة.

    Else the visit told last on which somebody is received, past those of years before: زار صور … لكنه زار تونس العام الماضي.
    """
    row = groups[-1][0].encounter.form.row if groups else {}
    if not mention.encounter.form.is_finite and (row.get("subject"), row.get("object")) == (HOSTS, MEETS):
        return groups[-1]
    visits = visits_now(scene, groups)
    if not visits or not (mention.encounter.form.is_finite or is_visited_now(groups, visits[-1], mention)):
        return None
    return groups[visits[-1]]


def is_visited_now(groups: list[list[Mention]], visit: int, mention: Mention) -> bool:
    """Whether a visit was told right before, or before a few other encounters by the visitor who is waited for."""
    near = visit >= len(groups) - WELCOMED_WITHIN
    return groups[-1][0].encounter.type == VISIT or (near and is_of_visitor(groups[visit], mention))


def is_of_visitor(visit: list[Mention], mention: Mention) -> bool:
    """Whether who is waited for pays a visit, or is not told: وصل الوزير إلى صور. التقى الوفد. كان في استقبال | الوزير فلان."""
    coming = frozenset().union(*(one.features.visitors for one in visit))
    guests = [one.ref or one.name for one in mention.participants if one.part == ATTENDS]
    return not guests or any(guest in coming for guest in guests)


def is_received(scene: Scene, mention: Mention) -> bool:
    """Whether it is told in the sentence of an arrival who received whoever came, and in no house: وصل الوزير صور حيث | استقبله."""
    place, form = mention.encounter.place, mention.encounter.form
    if form.lemma != WELCOMED or not (form.is_finite and form.pronoun) or mention.where:
        return False
    return any(key in arriving_keys() for key in scene.tokens.keys[scene.passage.sentence_start(place) : place])


def visits_now(scene: Scene, groups: list[list[Mention]]) -> list[int]:
    """The visits of no year before the latest, by their numbers; all where none is."""
    years = {at: (group[0].when.value or "")[:YEAR] for at, group in enumerate(groups) if group[0].encounter.type == VISIT}
    now = max([*years.values(), (scene.published or "")[:YEAR]])
    return [at for at, year in years.items() if year in ("", now)] or list(years)


def part_of_delegation(group: list[Mention]) -> str:
    """The part that a delegation has in an event, of several mentions the first; those of none only attend."""
    told = (one for mention in group for one in mention.participants)
    return next((one.part for one in told if bare_key(fold(one.name.split(" ")[0])).removesuffix(ALEF) in DELEGATIONS), ATTENDS)


def home_among(groups: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    """The mentions of the encounter that a mention tells again, the nearest one.

    A bare noun takes up the nearest of its own name, if the nearest of all is no verb: الاجتماع الوزاري … مؤتمر … حضر الاجتماع.
    So اللقاء takes up somebody who met somebody by a verb, and no conference between: استقبل فلان فلانا … الدورة … حضر اللقاء.
    """
    homes = [
        group
        for group in reversed(groups)
        if is_same([other.features for other in group], mention.features) or is_what_for(group[0], mention)
    ]
    if (was := held_before_plan(homes, mention)) is not None:
        return was
    named = (group for group in homes if any(one.encounter.form.lemma == mention.encounter.form.lemma for one in group))
    if len(homes) > 1 and mention.features.is_again and not any(one.features.form.is_finite for one in homes[0]):
        return next(named, None) or (met_by_verb(homes, mention) or homes[0])
    return homes[0] if homes else None


def held_before_plan(homes: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    """The nearest encounter that was, if the one told last is to come and a bare noun tells what was done at it: زار الوزير صور …
    سيزور السفير صور … ورافق الوزير في هذه | الزيارة فلان.
    """
    told = mention.features.is_again and mention.standing.status in OVER and bool(homes)
    if not told or homes[0][0].standing != Standing("announced"):
        return None
    return next((group for group in homes[1:] if group[0].standing.status in OVER), None)


def met_by_verb(homes: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    """The nearest encounter in which a verb tells who met whom, if a bare noun names just that: اللقاء، المقابلة."""
    if mention.encounter.form.row["object"] != MEETS:
        return None
    return next((group for group in homes if any(is_met(one.features.form) for one in group)), None)


def is_met(form: Form) -> bool:
    """Whether a verb has as its object who is met: استقبل، التقى."""
    return form.is_finite and form.row["object"] == MEETS


def is_what_for(first: Mention, mention: Mention) -> bool:
    """Whether a meeting is the one for which somebody went: وصل الوزير للقاء نظيره. | وعقد الوزيران اجتماعا."""
    encounter, other = first.encounter, mention.encounter
    if not is_only_aimed_at(first) or other.type != encounter.type or mention.standing.status not in ("held", "under_way"):
        return False
    if apart(first.features.days, mention.features.days) or other.verb is None:
        return False
    keys, after = mention.features.scene.tokens.keys, other.verb + 1
    both = after < len(mention.features.scene.tokens) and is_both(keys[after])
    return both or len(family_names(first) & family_names(mention)) > 1


def is_only_aimed_at(mention: Mention) -> bool:
    """Whether a mention is only what somebody went for: وصل الوزير | للقاء نظيره."""
    first, keys = mention.encounter.clause[0], mention.features.scene.tokens.keys
    aimed = mention.encounter.verb is None and first > 0 and keys[first - 1] in (ADDRESSING, TO_THE)
    return aimed and mention.standing.status == "announced"


def family_names(mention: Mention) -> frozenset[str]:
    """The last words of those who take part by name."""
    return frozenset(one.name.split()[-1] for one in mention.participants if one.type == "person" and one.name)


def carry(scene: Scene, before: Mention | None, mention: Mention) -> None:
    """Give an encounter those who go somewhere for it, or who acts in the one before where it leaves its subject out."""
    if before is None:
        return
    if goes_for(scene, mention.encounter, before.encounter):
        going = visitors(before.participants, mention.participants)
        met = with_met(mention.participants, mention.encounter)
        if going and are_told_alone(mention.participants, met):
            before.participants = tuple(going)
            mention.participants = (*going, *met)
        return
    if acting := who_goes_on(scene, before, mention):
        others = tuple(one for one in mention.participants if one.part not in RANKS)
        mention.participants = (*acting, *others)
        mention.features = Features(scene, mention.encounter, mention.participants, mention.when.value, mention.standing)
        return
    if guests := guests_of(scene, mention.encounter, before.encounter, before.participants):
        mention.participants = guests
        mention.features = Features(scene, mention.encounter, mention.participants, mention.when.value, mention.standing)
        return
    mention.participants += tuple(received_again(mention.encounter, before.encounter, before.participants, mention.participants))
    if those_besides(scene, mention.encounter, before.encounter, mention.participants):
        acting = [one for one in before.participants if one.part in RANKS]
        mention.participants = (*(replace(one, part=ATTENDS, count=None) for one in acting), *mention.participants)
        return
    distance = mention.encounter.place - before.encounter.clause[1]
    near = mention.statement == before.statement or mention.encounter.verb is not None
    gender = left_out(scene, mention.encounter, mention.participants) if near else ""
    joined = is_joined(scene, mention.encounter) and is_in_sentence(scene, mention.encounter, before.encounter)
    one = actor_before(scene, gender, distance, before.participants, joined) if gender else None
    acting = [one] if one else []
    if near and not gender and left_out(scene, mention.encounter, mention.participants, MANY):
        acting = several_before(distance, before.participants)
    elif near and not gender and left_out(scene, mention.encounter, mention.participants, TWO):
        acting = both_before(distance, before.participants)
    known = {participant.name for participant in mention.participants}
    more = (replace(one, part=part_of_actor(mention.encounter), count=None) for one in acting if one.name not in known)
    mention.participants = (*more, *mention.participants)
    mention.participants += tuple(met_before(scene, mention.encounter, before.encounter, before.participants, mention.participants))


def carry_row(scene: Scene, groups: list[list[Mention]], mention: Mention) -> None:
    """Give one of a row who met the first of it, and when, where and in whose words: استقبل | الوزير أمس السفير، ثم | النائب."""
    row = mention.encounter.row if is_next_of_row(mention.encounter) else None
    first = next((one for group in reversed(groups) for one in group if one.encounter.place == row), None)
    if first is None:
        return
    mention.standing, mention.name, mention.statement = first.standing, first.name, first.statement
    mention.when = mention.when if mention.when.value else first.when
    mention.where = mention.where or first.where
    met = {one.name for one in mention.participants}
    acting = tuple(one for one in first.participants if one.part in (ATTENDS, HOSTS) and one.name not in met)[:1]
    mention.participants = (*acting, *mention.participants)
    mention.features = Features(scene, mention.encounter, mention.participants, mention.when.value, mention.standing)


def call_by_guest(scene: Scene, groups: list[list[Mention]], mention: Mention) -> None:
    """Give an officer who is called a guest the name of who pays the visit told last: وصل نزار العلي … سيزور | الوزير الضيف صور."""
    visits = (group[0] for group in reversed(groups) if group[0].encounter.type == VISIT)
    visit = next(visits, None)
    called = officer_who_visits(scene, mention.encounter, mention.participants, visit.participants) if visit else ()
    if called and called != mention.participants:
        mention.participants = called
        mention.features = Features(scene, mention.encounter, called, mention.when.value, mention.standing)


def who_goes_on(scene: Scene, before: Mention, mention: Mention) -> list[Participant]:
    """Whoever met somebody before and meets another one, not who was met: التقى الوزير | فلانا. واستقبل أيضا السفير.

    Nobody where the clause names whoever acts.
    """
    if not (is_met(before.encounter.form) and is_met(mention.encounter.form)):
        return []
    met = {one.ref for one in before.participants if one.part == MEETS and one.ref}
    taken = [one for one in mention.participants if one.part in RANKS]
    words = set(scene.tokens.keys[slice(*mention.encounter.clause)])
    if (
        not taken
        or not words.isdisjoint(LATTER)
        or any(one.ref not in met or not words.isdisjoint(fold(one.name).split()) for one in taken)
        or is_told_beside(scene, mention.encounter, taken)
    ):
        return []
    part = taken[0].part
    return [replace(one, part=part, count=None) for one in before.participants if one.part in RANKS and one.type == "person"]


def is_told_beside(scene: Scene, encounter: Encounter, taken: list[Participant]) -> bool:
    """Whether one who takes part is told by his office right behind the verb: التقى الوزير السفير فلانا. والتقى | السفير النواب."""
    phrase = party_at(scene, encounter.place + 1, encounter.clause[1])
    return phrase is not None and scene.party(phrase).ref in {one.ref for one in taken if one.ref}


def carry_setting(scene: Scene, groups: list[list[Mention]], before: Mention | None, mention: Mention) -> None:
    """Give what goes on from an encounter of its sentence the day of that, and where the visit led: زار | أمس صور، حيث التقى.

    So has what was done at an encounter that was told before: زار أمس صور. وفي ختام | الزيارة التقى.
    """
    if before is None:
        return
    if is_next(scene, before, mention):
        mention.standing, mention.when = before.standing, mention.when if mention.when.value else before.when
        return
    goes_on = goes_on_from(scene, mention.encounter, before.encounter) and not is_on_next_day(scene, mention.encounter)
    done = mention.standing.status == "held" and before.standing.status in ("held", "under_way")
    if goes_on and done and not mention.when.value and not is_framing(scene, before.encounter):
        told = None if before.when.value or is_ordered(mention.encounter) else day_of(groups, before)
        mention.when = told or before.when
    if not mention.when.value and is_on_same_day(scene, mention.encounter):
        mention.when = day_of(groups, before) or mention.when
    if mention.when.value in (None, before.when.value) and is_on_next_day_told(scene, mention.encounter):
        mention.when = day_behind(day_of(groups, before)) or mention.when
    if not mention.when.value and mention.standing.status == "held" and (occasion := occasion_of(scene, groups, mention)):
        mention.when = day_of(groups, occasion) or mention.when
    if not mention.when.value and mention.standing.status == "held":
        mention.when = day_of_going_on_from(scene, groups, before, mention) or mention.when
    ahead = mention.standing.status == before.standing.status == "announced" and is_at_goal(scene, mention.encounter)
    led = goes_on and (done or ahead) and before.encounter.type == VISIT
    if mention.encounter.type in PLACED and (led or is_aim_of(scene, mention.encounter, before.encounter)):
        mention.led_to = before.where


def day_of(groups: list[list[Mention]], mention: Mention) -> When | None:
    """The one day that is told of the encounter of a mention, None where none or more than one is."""
    group = next((group for group in groups if mention in group), [mention])
    value = day_told([one.when.value for one in group if one.when.value])
    return When(value, None) if value and len(value) == DAY else None


def day_of_going_on_from(scene: Scene, groups: list[list[Mention]], before: Mention, mention: Mention) -> When | None:
    """The day of what went on from what was told before: وصل اليوم. وعقد فور وصوله لقاء, زار أمس صور. والتقى خلال | الزيارة كذا.

    A visit that goes on has but one day on the page's own.
    """
    told = occasion_behind(scene, groups, mention)
    if told is None and is_next_done(scene, before, mention):
        told = before
    day = day_of(groups, told) if told else None
    if told is None or day is None or told.standing.status not in ("held", "under_way"):
        return None
    first, stop = told.encounter.clause
    lasts = told.encounter.type == VISIT and any(has_turn(scene.tokens, at, *PHASES) for at in range(first, stop))
    one_day = told.standing.status == "held" and not lasts
    return day if one_day or day.value == (scene.published or "")[:DAY] else None


def occasion_behind(scene: Scene, groups: list[list[Mention]], mention: Mention) -> Mention | None:
    """The encounter told before at which it was done, by words behind its verb: وقعا في ختام | المحادثات، التقاه | خلالها."""
    tokens, (first, stop) = scene.tokens, mention.encounter.clause
    start = scene.passage.sentence_start(first)
    for at in range(first + 1, min(stop, first + AROUND)):
        within = small_word(tokens.keys[at]) == "within" and not any(tokens.keys[near] in names() for near in range(start, at))
        if not within and not (is_occasion(tokens, at) and tokens.kinds[at] & DEFINITE):
            continue
        told = [form for form in forms(TABLE).get(tokens.keys[at]) if not form.is_finite]
        types = {VISIT} if within else {form.row["type"] for form in told}
        return next((group[0] for group in reversed(groups) if group[0].encounter.type in types), None)
    return None


def is_occasion(tokens: Tokens, at: int) -> bool:
    """Whether what stands at `at` is at what something was done, or at its end: خلال | الزيارة، في نهاية | الزيارة."""
    return small_word(tokens.keys[at - 1]) in AT or has_turn(tokens, at - 1, "ended")


def is_next_done(scene: Scene, before: Mention, mention: Mention) -> bool:
    """Whether a past without a subject of its own opens the next sentence: استقبل أمس الوفد. | كما التقى السفير."""
    tokens, first = scene.tokens, mention.encounter.clause[0]
    start = scene.passage.sentence_start(first)
    if first - start > 1 or tense_at(tokens, first) != PERFECT or has_other_time(scene, mention.encounter):
        return False
    near = start > 0 and scene.passage.sentence_start(start - 1) <= before.encounter.place < start
    shared = {one.name for one in before.participants} & {one.name for one in mention.participants}
    return near and bool(shared) and before.statement is mention.statement is None


def has_other_time(scene: Scene, encounter: Encounter) -> bool:
    """Whether an encounter was at another time than what was told before: التقى | قبل ذلك، في اليوم | التالي، | بعد أيام."""
    words = {small_word(scene.tokens.keys[at]) for at in range(*encounter.clause)}
    return bool(words & {"behind", "before", "following", "ago"}) or bool(days_in(scene, *encounter.clause))


def occasion_of(scene: Scene, groups: list[list[Mention]], mention: Mention) -> Mention | None:
    """The encounter told before at which something was done by the head of its sentence: وفي ختام | الزيارة، | وقع الوزير كذا."""
    tokens, first = scene.tokens, mention.encounter.clause[0]
    start = scene.passage.sentence_start(first)
    at = next((at for at in range(start + 1, first) if is_occasion(tokens, at)), first)
    forms_told = [form for form in forms(TABLE).get(tokens.keys[at]) if not form.is_finite] if at < first else []
    if not any(tokens.kinds[at] & DEFINITE or form.pronoun for form in forms_told):
        return None
    types, lemmas = ({form.row["type"] for form in forms_told}, {form.lemma for form in forms_told})
    alike = [group for group in reversed(groups) if group[0].encounter.type in types]
    named = (group for group in alike if any(one.encounter.form.lemma in lemmas for one in group))
    latest = groups[-1] if groups and groups[-1] in alike else None
    home = next(named, latest)
    return home[0] if home else None


def is_on_same_day(scene: Scene, encounter: Encounter) -> bool:
    """Whether it is told that an encounter was on the day of the one before: وفي مساء اليوم | نفسه التقى."""
    tokens = scene.tokens
    near = range(scene.passage.sentence_start(encounter.place) + 1, encounter.clause[1])
    return any(small_word(tokens.keys[at]) == "same" and tokens.kinds[at - 1] & TIME for at in near)


def is_on_next_day(scene: Scene, encounter: Encounter) -> bool:
    """Whether it is told that an encounter was on a later day than the one before: التقى في | اليوم التالي."""
    return any(small_word(scene.tokens.keys[at]) == "following" for at in range(*encounter.clause))


def is_on_next_day_told(scene: Scene, encounter: Encounter) -> bool:
    """Whether an encounter was on the day behind that of the one before: وفي اليوم | التالي أضربوا; not في اليوم | التالي للقمة."""
    tokens = scene.tokens
    near = range(scene.passage.sentence_start(encounter.place) + 1, encounter.clause[1])
    told = (at for at in near if small_word(tokens.keys[at]) == "following" and tokens.keys[at - 1] == THE_DAY)
    return any(at + 1 == len(tokens) or not tokens.kinds[at + 1] & PREFIX for at in told)


def day_behind(when: When | None) -> When | None:
    """The day behind another one."""
    return When((date.fromisoformat(when.value) + timedelta(days=1)).isoformat(), None) if when and when.value else None


def is_at_goal(scene: Scene, encounter: Encounter) -> bool:
    """Whether حيث leads to an encounter at the place to which somebody comes: سيتوجه الوزير إلى تونس، حيث | يلتقي نظيره."""
    first = encounter.clause[0]
    return first > 0 and scene.tokens.keys[first - 1] == WHERE


def is_next(scene: Scene, before: Mention, mention: Mention) -> bool:
    """Whether one follows in its sentence another one that is to come: ستعقد الجلسة غدا |، تليها مسيرة."""
    ahead = before.standing.status == "announced" and mention.standing.status in ("announced", "under_way")
    ordered = is_ordered(mention.encounter) and tense_at(scene.tokens, mention.encounter.clause[0]) == IMPERFECT
    return ahead and ordered and is_in_sentence(scene, mention.encounter, before.encounter)


def is_framing(scene: Scene, encounter: Encounter) -> bool:
    """Whether a noun alone only frames what its sentence tells, which has a day of its own: في إطار | احتفالات البلدية."""
    tokens, start = scene.tokens, lead_start(scene.tokens, encounter.place)
    alone = encounter.verb is None and start > 1 and tokens.keys[start - 2] == IN
    return alone and small_word(tokens.keys[start - 1]) not in AT


def carry_to_vote(scene: Scene, before: Mention | None, mention: Mention) -> None:
    """Give a vote for which somebody meets those who meet, their day and how that stands: عقد المجلس جلسة أمس | لانتخاب رئيسه."""
    encounter = mention.encounter
    aimed = encounter.type == VOTE and is_led_by_aim(scene.tokens, encounter.place)
    if before is None or not aimed or before.encounter.type != MEETING or not is_in_sentence(scene, encounter, before.encounter):
        return
    theirs = (replace(one, part=ATTENDS, count=None) for one in before.participants if one.part in (ATTENDS, HOSTS))
    mention.participants = mention.participants or tuple(theirs)
    mention.when = mention.when if mention.when.value else before.when
    mention.standing = before.standing


def carry_place(scene: Scene, groups: list[list[Mention]], before: Mention | None, mention: Mention) -> None:
    """Give a meeting the place of the visit during which it is: زيارة إلى صور | يلتقي خلالها السفير."""
    encounter = mention.encounter
    if before and encounter.type == VISIT and before.encounter.type in PLACED and is_time_of(scene, before.encounter, encounter):
        before.led_to = mention.where or before.led_to
    if encounter.type in PLACED and mention.led_to is None and is_during_visit(scene, encounter):
        visits = (one for group in reversed(groups) for one in reversed(group) if one.encounter.type == VISIT)
        mention.led_to = first_told(one.where for one in visits)


def is_time_of(scene: Scene, encounter: Encounter, visit: Encounter) -> bool:
    """Whether a visit in the clause of an encounter tells when that is: التقاه | خلال زيارته، | في إطار زيارته إلى صور."""
    within = encounter.clause[0] <= visit.place < encounter.clause[1]
    return within and small_word(scene.tokens.keys[visit.clause[0] - 1]) in ("during", "amid")


def carry_back(scene: Scene, groups: list[list[Mention]], mention: Mention) -> None:
    """Give a headline without a past tense the week that the text tells: اعتصام الثلاثاء أمام الوزارة … | يعتصمون الثلاثاء."""
    first = groups[0][0] if groups else None
    if first is None or first.encounter.type != mention.encounter.type:
        return
    verb = first.encounter.verb
    if verb is not None and tense_at(scene.tokens, verb) != IMPERFECT:
        return
    if is_week_apart(first.when.value, mention.when.value) and is_headline(scene, first.encounter.place):
        first.when, first.standing = mention.when, first.standing._replace(sure=False)
        first.features = Features(scene, first.encounter, first.participants, first.when.value, first.standing)


def called_off_with(scene: Scene, groups: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    """The mentions of what was called off that an encounter which was to be tells again; one of another type was off with it.

    تأجلت القمة. وكان من المقرر عقد | القمة غدا, ألغى الرئيس زيارته. وكان سيلتقي | نظيره.
    """
    if mention.standing.status != "announced" or not was_to_be(scene, mention.encounter):
        return None
    off = next((group for group in reversed(groups) if any(one.standing.status in CALLED_OFF for one in group)), None)
    if off is None:
        return None
    mention.standing = next(one.standing for one in off if one.standing.status in CALLED_OFF)
    return off if any(one.encounter.form.lemma == mention.encounter.form.lemma for one in off) else None


def share_with_visits(groups: list[list[Mention]]) -> None:
    """Give a visit too what is told of the meetings of those who come: سيزور الوفد صور، سيلتقون النواب. | اللقاء مهم."""
    for visit, meeting in pairwise(groups):
        form = meeting[0].encounter.form
        theirs = (
            visit[0].encounter.type == "visit" and meeting[0].encounter.type == "meeting" and form.is_finite and form.number == "p"
        )
        visit.extend(mention for mention in meeting[1:] if theirs and mention.features.is_again)


def is_thin(group: list[Mention], absences: list[Absence]) -> bool:
    """Whether it is told neither who is in an encounter, when nor where, and little else: a verb without anybody, or few words."""
    if "show" in group[0].encounter.form.row["needs"] and not any(is_named(m) or m.when.value for m in group):
        return True
    if all(is_usual(mention) for mention in group):
        return True
    if any(m.participants or m.when.value or m.where or m.is_off or m.is_counted for m in group):
        return False
    if any(pair_behind(m.features.scene, m.encounter) for m in group if m.encounter.type == MEETING):
        return False  # وصفت الصحيفة | المحادثات المصرية السودانية
    if all(mention.features.is_previous and mention.encounter.held is None for mention in group):
        return True
    if all(mention.standing.status == "unknown" or is_only_signed(mention) for mention in group):
        return True
    clauses = [mention.encounter.clause for mention in group]
    if any(first <= absence.place < stop for absence in absences for first, stop in clauses):
        return False
    held = all(is_only_held(mention) for mention in group)
    if any(is_on_day(mention.features.scene, mention.encounter) for mention in group):
        return False
    acts = any(mention.encounter.verb == mention.encounter.place for mention in group)
    if held:
        return group[0].encounter.type not in (*LOOSE, SIGNING) and not any(is_told_at_length(mention) for mention in group)
    return not acts and all(stop - first < FEW for first, stop in clauses)


def is_one_of_row(scene: Scene, group: list[Mention], groups: list[list[Mention]]) -> bool:
    """Whether it is told which one of a row it is, of which the page tells another one: الجولة | الثالثة، الجلسة | الماضية."""
    tokens, places = scene.tokens, [mention.encounter.place for mention in group if not mention.encounter.form.is_finite]
    which = (at for at in places if tokens.kinds[at] & DEFINITE and at + 1 < len(tokens))
    told = any(tokens.keys[at + 1] in ranks() or has_turn(tokens, at + 1, "past", "next") for at in which)
    lemmas = {mention.encounter.form.lemma for mention in group}
    return told and any(one.encounter.form.lemma in lemmas for other in groups if other is not group for one in other)


def is_only_held(mention: Mention) -> bool:
    """Whether a verb before a noun holds it, or one behind it tells that it was held: الاحتفالية التي | أقيمت بهذه المناسبة."""
    verb, place = mention.encounter.verb, mention.encounter.place
    if verb is None or verb == place:
        return False
    weak = "held" in several(mention.encounter.form.row["needs"])
    return verb < place or (weak and mention.standing.status == "held")


def is_told_at_length(mention: Mention) -> bool:
    """Whether a verb before a noun without article holds it and much is told of it: أقامت الرابطة | ورشة تدريبية لمن كذا وكذا."""
    encounter, tokens = mention.encounter, mention.features.scene.tokens
    before = encounter.verb is not None and encounter.verb < encounter.place
    new = not tokens.kinds[encounter.place] & DEFINITE and not encounter.form.pronoun
    return before and new and encounter.clause[1] - encounter.clause[0] >= AT_LENGTH


def is_only_signed(mention: Mention) -> bool:
    """Whether a participle alone tells that a paper was signed, and at no other encounter: الاتفاقات | المبرمة بين الجانبين."""
    encounter, tokens = mention.encounter, mention.features.scene.tokens
    if encounter.form.row["by"] != PAPER or encounter.held is None or encounter.held.row["by"] != SIGNED:
        return False
    return not any(small_word(tokens.keys[at]) == "during" for at in range(*encounter.clause))


def is_usual(mention: Mention) -> bool:
    """Whether a present tense tells neither a day, nor that it is now, nor anybody by name: تلتقي فيها كافة التيارات."""
    encounter, features = mention.encounter, mention.features
    if encounter.type not in ("meeting", "visit") or encounter.verb is None or mention.standing not in (Standing("under_way"), SET):
        return False
    keys = features.scene.tokens.keys
    now = any(small_word(keys[at]) == "now" for at in range(*encounter.clause))
    now = now or is_on_day(features.scene, encounter)
    present = tense_at(features.scene.tokens, encounter.verb) == IMPERFECT and not now
    told = mention.when.value or is_named(mention) or is_of_guests(mention)
    return present and (features.form.is_finite or features.are_many) and not told


def is_of_guests(mention: Mention) -> bool:
    """Whether a delegation that is told for the first time pays a visit: يزور صور | وفد من الغرفة; not يزورها الوفد."""
    heads = (fold(one.name.split(" ")[0]) for one in mention.participants if one.part == ATTENDS and one.name)
    return mention.encounter.type == VISIT and any(head.removesuffix(ALEF) in DELEGATIONS for head in heads)


def is_named(mention: Mention) -> bool:
    """Whether a person takes part by name, without whom and without a day a festival is no encounter."""
    return any(one.type == "person" for one in mention.participants)


def join_named_before(scene: Scene, groups: list[list[Mention]], absences: list[Absence]) -> None:
    """Make what only an absence names one with the encounter that its noun named before: عقد جلسة غدا … عدم حضورهم أية جلسات."""
    for absence in absences:
        own = next((group for group in groups if len(group) == 1 and is_noun_of(scene, absence, group[0].encounter)), None)
        if own is None:
            continue
        alike = (group for group in reversed(groups) if group is not own and group[0].encounter.type == absence.type)
        named = next((group for group in alike if any(is_named_before(scene, absence, one.encounter) for one in group)), None)
        if named is not None:
            named.extend(own)
            groups.remove(own)


def at_home(number: int | None, absences: list[Absence], homes: list[int | None]) -> list[Absence]:
    """The absences that belong to the event of this number, to none where it is None."""
    return [absence for absence, home in zip(absences, homes, strict=True) if home == number]


def only_takes_up(mention: Mention) -> bool:
    """Whether a noun alone takes up an encounter of which the page tells nothing else: الاجتماع; not المحادثات بين الوزارتين.

    One that tells who was met by name is told itself: قال الوزير بعد | الاجتماع مع السفير فلان.
    """
    features = mention.features
    met = any(one.part == MEETS for one in mention.own)
    if "people" in several(features.form.row["needs"]) and (mention.when.value or mention.where):
        return False  # رفع المتظاهرون | الأعلام أمس في صور
    return features.is_again and mention.encounter.held is None and not (len(mention.own) > 1 or met)


def only_names_talks(mention: Mention) -> bool:
    """Whether talks are only named behind other encounters: قالت القمة إن | المفاوضات التي لم تفض إلى شيء؛ not المفاوضات أمس."""
    told = mention.own or mention.when.value or mention.where or mention.is_off or not mention.standing.sure
    features = mention.features
    return bool(features.is_definite and sort_of(features) == TALKING and not told and not features.form.pronoun)


def event_of(scene: Scene, group: list[Mention], absences: list[Absence], more: list[Participant]) -> Event:
    """The event of which the mentions of a group tell, with those whom later sentences add."""
    first = group[0]
    evidence = tuple(scene.span(with_subject(scene, mention.encounter)) for mention in group)
    status = status_in(scene, group, absences)
    when = day_told(days_in_group(scene, group, status))
    return Event(
        id=hash_id("event", evidence[0].start, first.encounter.type, scene.tokens.starts[first.encounter.place]),
        type=type_in(group),
        what=first_told(mention.what for mention in group),
        where=told_best(scene, (mention.where for mention in group)) or first_told(mention.led_to for mention in group),
        when=when,
        when_reason=None if when else first.when.reason or "ambiguous",
        status=status,
        participants=participants_in(scene, group, absences, more),
        according_to=teller_of(scene, group),
        reason=first_told(mention.reason for mention in group),
        statement=first.statement,
        evidence=telling_first(scene, group, evidence_with(evidence, scene, absences), evidence),
    )


def teller_of(scene: Scene, group: list[Mention]) -> str | None:
    """According to whom an encounter is told first, nobody where the page itself is the first to tell who, when or where.

    A headline tells in nobody's name what the text may tell in somebody's.
    """
    text = [one for one in group if not is_headline(scene, one.encounter.place)] or group
    telling = next((one for one in text if tells(scene, one)), text[0])
    return text[0].name if telling.name else None


def days_in_group(scene: Scene, group: list[Mention], status: EventStatus) -> list[str]:
    """The values in time of the mentions of an encounter, of one put off first the new day: أرجأ زيارته. وستبدأ الزيارة | غدا.

    What was held was on none that lies behind the page's own.
    """
    if group[0].standing.status == "postponed":
        group = sorted(group, key=lambda mention: mention.standing.status != "announced")
    now = (scene.published or "")[:DAY]
    values = [mention.when.value for mention in group if mention.when.value]
    return [value for value in values if status != "held" or not now or value[:DAY] <= now[: len(value[:DAY].split("/")[0])]]


def telling_first(scene: Scene, group: list[Mention], told: tuple[Span, ...], evidence: tuple[Span, ...]) -> tuple[Span, ...]:
    """The clauses of an event, first the one that tells something of it and does not only name it: الاجتماع اليوم."""
    number = next((at for at, mention in enumerate(group) if tells(scene, mention)), 0)
    first = evidence[number]
    return (first, *(span for span in told if span != first)) if first in told else told


def tells(scene: Scene, mention: Mention) -> bool:
    """Whether the clause of a mention tells who is in an encounter, when or where, and is no mere name of it."""
    encounter = mention.encounter
    first, stop = encounter.clause if encounter.verb is None else with_subject(scene, encounter)
    told = stop - first >= TELLING or (is_met(encounter.form) and mention.features.are_two)
    won = "wins" in several(encounter.form.row["needs"])  # أعلن الليبراليون | تقدمهم في الانتخابات
    return told and bool(mention.participants or mention.when.value or mention.where or won)


def with_subject(scene: Scene, encounter: Encounter) -> Range:
    """The clause of an encounter with the subject that stands before its verb: السفير | سيزور المدينة."""
    first, stop = encounter.clause
    verb = encounter.verb
    if verb is None and encounter.form.pronoun and (outer := verb_around(scene, first)) is not None:
        return outer, stop
    if verb is None or verb > encounter.place or verb - first not in (0, 1) or relative_before(scene, verb) is not None:
        return encounter.clause
    ahead = subjects_ahead(scene, verb)
    near = (
        bool(ahead)
        and first - ahead[-1].stop <= BETWEEN
        and not any(scene.tokens.kinds[at] & (PREFIX | PUNCTUATION | THAT | CONJUNCTION) for at in range(ahead[-1].stop, first))
    )
    return (ahead[0].first, stop) if near else encounter.clause


def verb_around(scene: Scene, place: int) -> int | None:
    """The verb of what somebody did at his encounter: | قرر المجلس في اجتماعه الأخير; None where a mark is between."""
    keys, kinds, clauses = scene.tokens.keys, scene.tokens.kinds, Clauses(scene)
    if not place or keys[place - 1] not in WHILE:
        return None
    for at in range(place - 2, max(scene.passage.sentence_start(place), place - AROUND) - 1, -1):
        if kinds[at] & (PUNCTUATION | THAT):
            return None
        if clauses.is_verb(at):
            return None if kinds[at - 1] & RELATIVE or keys[at - 1] == WHAT else at
    return None


def type_in(group: list[Mention]) -> EventType:
    """The type of an event: talks of which one mention tells that they were by telephone are a call."""
    types = [mention.encounter.type for mention in group]
    return "call" if types[0] == "meeting" and "call" in types else types[0]


def first_told(values: Iterator[T | None]) -> T | None:
    """The first value that is told, None where none is."""
    return next((value for value in values if value is not None), None)


def status_in(scene: Scene, group: list[Mention], absences: list[Absence]) -> EventStatus:
    """The status of an event as its mentions tell it; who stays away or is not asked tells nothing of it if others do.

    Nor does it call anything off, but where whoever chairs ends it, or it is why: رفع الرئيس الجلسة لعدم حضور الحكومة، ألغيت
    الجلسة | لغياب المدير; not ألغى مشاركته في الجلسة.
    """
    places = [absence.place for absence in absences]
    others = [m for m in group if not any(m.encounter.clause[0] <= place < m.encounter.clause[1] for place in places)]
    status = settled(standing_in(mention, group[0].encounter.type) for mention in others or group)
    if status == "under_way" and is_told_ahead(scene, group):
        return "announced"
    ended = any(is_adjourned(one.encounter) or is_refused(one) or is_off_for(one, places) for one in group)
    off = not others and absences and not ended and kept_from(status) != status
    return "announced" if off and any(absence.ahead for absence in absences) else kept_from(status) if off else status


def is_off_for(mention: Mention, absences: list[int]) -> bool:
    """Whether an encounter is called off, and who stays away is told behind it: ألغيت | الجلسة لغياب المدير."""
    called_off = mention.standing.sure and mention.standing.status in CALLED_OFF
    return called_off and all(place > mention.encounter.place for place in absences)


def is_refused(mention: Mention) -> bool:
    """Whether a verb denies that somebody meets anybody, which without him is no encounter: لن | يلتقي الوزير السفير."""
    return is_met(mention.encounter.form) and mention.standing.status == "denied"


def is_told_ahead(scene: Scene, group: list[Mention]) -> bool:
    """Whether another mention tells it as set on a day ahead: يبحث الوزير هاتفيا مع السفير كذا. والمكالمة مرتبة لمساء الغد."""
    now = (scene.published or "")[:DAY]
    ahead = (mention for mention in group if mention.standing.status == "announced")
    return bool(now) and any((mention.when.value or "")[:DAY] > now for mention in ahead)


def standing_in(mention: Mention, type: EventType) -> Standing:
    """How a mention tells that its encounter stands: a meeting to which somebody goes is to come: نتوجه إلى صور لمناقشة كذا."""
    goes = mention.encounter.type != type and mention.encounter.form.tense in ("imperfect", "future")
    return Standing("announced") if goes else mention.standing


def participants_in(
    scene: Scene, group: list[Mention], absences: list[Absence], more: list[Participant]
) -> tuple[Participant, ...]:
    """Everybody whom the mentions of an encounter name, each once, and who stays away."""
    found: dict[tuple[str, str], Participant] = {}
    told = [participant for mention in group for participant in coming(scene, mention.encounter, mention.participants, absences)]
    known = {participant.ref or participant.name for participant in told}
    added = [participant for participant in more if (participant.ref or participant.name) not in known]
    for participant in with_absent(tuple(told), absences):
        key = (participant.ref or participant.name, participant.part)
        told_first = found.setdefault(key, participant)
        found[key] = replace(told_first, count=told_first.count or participant.count)
    first = each_once(in_one_part(found.values()))
    first = tuple(without_crowds(first)) if type_in(group) == PROTEST else first
    return (*first, *(one for one in each_once((*first, *added)) if one not in first))


def on_one_side(found: Iterable[Participant]) -> list[Participant]:
    """Participants each on the side on which he is told first: who meets somebody, or who is met."""
    sides: dict[str, bool] = {}
    told = list(found)
    for one in told:
        if one.part == MEETS or one.part in RANKS:
            sides.setdefault(one.ref or one.name, one.part == MEETS)
    return [one for one in told if one.part not in (MEETS, *RANKS) or sides[one.ref or one.name] == (one.part == MEETS)]


def in_one_part(found: Iterable[Participant]) -> Iterator[Participant]:
    """Participants each in one part by what they do: who chairs or hosts also attends, and who is met first is met."""
    best: dict[str, int] = {}
    told = on_one_side(found)
    for participant in told:
        key = participant.ref or participant.name
        best[key] = max(best.get(key, 0), RANKS.get(participant.part, 0))
    for participant in told:
        key, rank = participant.ref or participant.name, RANKS.get(participant.part)
        if rank is None:
            yield participant
        elif rank == best[key]:
            best[key] = len(RANKS)
            yield participant
