"""Whether two mentions tell of one encounter: by who is in them, their day, their place and how the noun stands."""

from __future__ import annotations

from datetime import date
from functools import cache

from qawl.arabic.agenda.encounters import is_crowd, is_next_of_row, is_talk
from qawl.arabic.agenda.features import BALLOTS, Features, Spot
from qawl.arabic.agenda.leading import lead_of
from qawl.arabic.agenda.parts import MEETS
from qawl.arabic.agenda.sequences import is_behind_that, likening_before
from qawl.arabic.agenda.tenses import CALLED_OFF, tense_at
from qawl.arabic.agenda.times import DAY
from qawl.arabic.agenda.verb_statuses import Standing
from qawl.arabic.agenda.words import AGAIN, keys_by, poll_words, votes
from qawl.arabic.letters import ALEF, BETWEEN, BY, REFERENDUM, WITH, bare_key, fold_phrase
from qawl.arabic.lexicon import BODY, DEFINITE, NAME, PREFIX, RELATIVE, ROLE, word_classes
from qawl.arabic.world.known import nations
from qawl.tables import several

# Two mentions name the same parties if they share so much of the words of the one that has fewer.
SHARED = 0.5
# A day so many days before the page's own is of something that was before what the page tells.
LONG_AGO = 7
# An election with its count may take so many days.
POLLING = 10
# What verbs and nouns need that tell what an assembly decides.
DECIDES = frozenset(("assembly", "law", "majority", "veto", "trust"))
LOOSE = ("vote", "protest")
RUNOFF = "runoff"
# What many are that somebody meets together.
BODIES = {"group", "organisation"}
# The sorts of nouns of which one takes up none of the other.
GATHERING, TALKING = "gathering", "talking"
# The nouns of what a body does, and nobody who meets somebody.
SITTING = "sitting"
WAS = ("held", "under_way")
GOES_ON = ("under_way", "announced")
# How a visit stands of which it is told that it goes on.
NOW = Standing("under_way")
# Behind every day of a month or a year that is told: 2023 and 2023-05-05.
LATEST = "~"


def is_same(told: list[Features], new: Features) -> bool:
    """Whether a mention tells of the encounter again that other mentions have told."""
    if new.encounter.apart is not None and any(mention.encounter.place == new.encounter.apart for mention in told):
        return False
    if is_next_of_row(new.encounter):
        return False
    first, places = told[0], places_of(told)
    if is_talk_of_visit(told, new):
        return True
    if first.encounter.type == "meeting" and new.leads_to_meeting and places & new.places:
        return True
    if first.encounter.type == "call" and new.hands_over:
        return True
    if is_talked_over(first, new):
        theirs = is_their_talk(first, new) and not are_of_two_lands(told, new)
        if theirs or first.encounter.type == "meeting":
            return theirs
    return not is_other(told, new, places) and is_told_again(told, new, places)


def places_of(told: list[Features]) -> frozenset[Spot]:
    """All places that mentions tell."""
    return frozenset().union(*(mention.places for mention in told))


def is_talk_of_visit(told: list[Features], new: Features) -> bool:
    """Whether a bare noun names the meeting that a visit to somebody was: زار الوزير | رئيس البلدية. وحضر | اللقاء فلان."""
    visited = told[0].encounter.type == "visit" and any(one.part == MEETS for mention in told for one in mention.participants)
    if not visited or new.encounter.type != "meeting" or not new.is_definite or new.form.pronoun or new.met:
        return False
    bare = bare_key(new.scene.tokens.keys[new.encounter.place]) in keys_by(AGAIN) and not new.is_of_day
    return bare and not (is_one_more(told[0], new) or is_on_other_day(told, new) or are_elsewhere(places_of(told), new.places))


def is_their_talk(first: Features, new: Features) -> bool:
    """Whether what is talked over is talked over by those of the first mention."""
    if is_talk(new.encounter) and (not new.who or new.is_of_both):
        return True
    if first.named - new.named and new.named - first.named:
        return False
    return len(first.who & new.who) >= SHARED * max(1, min(len(first.who), len(new.who)))


def is_other(told: list[Features], new: Features, places: frozenset[Spot]) -> bool:
    """Whether anything a mention tells speaks against its being the one told: its type, day, place, company, kind or law."""
    first = told[0]
    return (
        (first.are_many is not new.are_many and ((new.is_one and not new.is_of_day) or (new.form.is_finite and bool(new.days))))
        or first.encounter.type != new.encounter.type
        or is_one_more(first, new)
        or is_likened(new)
        or (first.is_any and new.is_told_which)
        or is_on_other_day(told, new)
        or are_elsewhere(places, new.places)
        or is_with_others(told, new)
        or is_of_other_lands(told, new)
        or are_of_two_lands(told, new)
        or have_other_guests(told, new)
        or is_with_another(told, new)
        or meets_others(told, new)
        or is_of_other_sort(told, new)
        or is_one_before(told, new)
        or is_last_one(told, new)
        or is_previous_one(told, new)
        or apart(frozenset().union(*(mention.kind for mention in told)), new.kind)
        or is_ahead(told, new)
        or is_over(told, new)
        or is_called_off_before(told, new)
        or is_other_vote(told, new)
        or is_other_paper(told, new)
        or is_now(told, new)
    )


def is_on_other_day(told: list[Features], new: Features) -> bool:
    """Whether the times, weekdays or days of a mention are others than those told, or lie long before them.

    People may vote on several days, and it is told on another one who was elected: صوت السكان | أمس … وتجرى الانتخابات | الأحد.
    """
    if all(is_of_voters(mention) for mention in (*told, new)):
        return any(are_far(day, other) for day in days_of(told) for other in new.days)
    if apart(frozenset().union(*(mention.times for mention in told)), new.times) or apart(weekdays_of(told), new.weekdays):
        return True
    return apart(days_of(told), new.days) or is_long_ago(told, new)


def is_of_voters(mention: Features) -> bool:
    """Whether somebody is elected, and no assembly decides on anything: انتخابات, فوز | الحزب, أدلى السكان | بأصواتهم."""
    return mention.encounter.type == "vote" and not decides(mention) and mention.kind.isdisjoint(BALLOTS)


def are_far(one: str, other: str) -> bool:
    """Whether two values in time are days more than a week or two apart, or months or years that have nothing in common."""
    days = [value.split("/")[0] for value in (one, other)]
    try:
        first, last = map(date.fromisoformat, days)
    except ValueError:
        return not meet(one, other)
    return abs((last - first).days) > POLLING


def is_other_vote(told: list[Features], new: Features) -> bool:
    """Whether one is an election and the other a vote on a law, or what an assembly decides."""
    return (
        is_of_other_panel(told, new)
        or is_of_other_chamber(told, new)
        or is_of_other_office(told, new)
        or is_round_to_come(told, new)
        or any((mention.elects and decides(new)) or (decides(mention) and new.elects) for mention in told)
    )


def is_of_other_panel(told: list[Features], new: Features) -> bool:
    """Whether a committee decides, and others did before: صوت البرلمان على القانون … وكانت | لجنة النقل أقرت القانون."""
    theirs = frozenset().union(*(mention.panels for mention in told))
    known = any(mention.participants for mention in told)
    return decides(new) and known and bool(new.panels) and new.panels.isdisjoint(theirs)


def is_of_other_chamber(told: list[Features], new: Features) -> bool:
    """Whether another chamber decides than before: أقر مجلس الشيوخ القانون … وكان | مجلس النواب أقره."""
    return decides(new) and new.form.is_finite and apart(frozenset().union(*(mention.houses for mention in told)), new.houses)


def is_other_paper(told: list[Features], new: Features) -> bool:
    """Whether a verb tells that another paper is signed, and by others: وقعت عمان وتونس اتفاقية. | ووقعت عمان والمغرب مذكرة."""
    papers = frozenset().union(*(mention.papers for mention in told))
    if new.encounter.type != "signing" or new.signs_again or not (new.form.is_finite and new.papers and papers):
        return False
    who = frozenset().union(*(mention.who for mention in told))
    return bool(who - new.who and new.who - who)


def is_of_other_office(told: list[Features], new: Features) -> bool:
    """Whether somebody else wins another office: فاز سالم بمنصب عمدة صور. و| فازت ليلى بمنصب حاكم تونس."""
    named = frozenset().union(*(mention.named for mention in told if wins_office(mention)))
    return bool(named and new.named) and wins_office(new) and named.isdisjoint(new.named)


def is_round_to_come(told: list[Features], new: Features) -> bool:
    """Whether a round is to come behind a vote that was: حصل الحزب على 20 مقعدا … تجرى | جولة الإعادة."""
    rounds = [RUNOFF in several(mention.form.row["needs"]) for mention in (*told, new)]
    was = all(mention.standing.status in WAS for mention in told)
    return rounds[-1] and not any(rounds[:-1]) and was and new.standing.status not in WAS


def wins_office(mention: Features) -> bool:
    """Whether somebody is told to win an office or the vote for one: فاز | بمنصب عمدة صور، فوز فلان | بانتخابات حاكم تونس.

    Several may win theirs in one vote: فاز | بمنصب النائب في الانتخابات.
    """
    encounter, tokens = mention.encounter, mention.scene.tokens
    clause = range(encounter.place + 1, encounter.clause[1])
    in_one = any(tokens.keys[at] in votes() and tokens.kinds[at] & DEFINITE for at in clause)
    if in_one or "wins" not in several(mention.form.row["needs"]):
        return False
    led = [at for at in clause if tokens.keys[at - 1] == BY and tokens.kinds[at - 1] & PREFIX]
    return any(bare_key(tokens.keys[at]) in poll_words("office") or tokens.keys[at] in votes() for at in led)


def is_now(told: list[Features], new: Features) -> bool:
    """Whether a visit goes on and another one was on a day: تقوم حاليا بزيارة صور. وقالت: | زرت صور في السبعينات; not وصل أمس."""
    published = new.scene.published
    old = published is None or any(is_before(day, published) for day in new.days)
    was = old and new.encounter.type == "visit" and bool(new.days) and new.form.is_finite and new.form.tense == "perfect"
    return was and not days_of(told) and all(mention.standing == NOW and tense_of(mention) == "imperfect" for mention in told)


def decides(mention: Features) -> bool:
    """Whether a law is voted on, people are asked, or an assembly decides something: استفتاء على الدستور، تبنى المجلس | الخطة."""
    return (
        mention.is_on_law or mention.form.lemma.startswith(REFERENDUM) or not DECIDES.isdisjoint(several(mention.form.row["needs"]))
    )


def is_told_again(told: list[Features], new: Features, places: frozenset[Spot]) -> bool:
    """Whether a mention against which nothing speaks takes up the encounter: by its words, its parties or its visitor."""
    first = told[0]
    if new.signs_again or is_paper_again(told, new):
        return True
    if first.encounter.type in LOOSE:
        return not is_of_other_crowd(told, new)
    if new.is_again or (new.named_after and any(spot.holds(new.named_after) for spot in places)):
        return True
    if first.encounter.type == "visit" and (new.goes_round or any(new.visitors & mention.visitors for mention in told)):
        return True
    if new.is_of_both and (is_talk(new.encounter) or not new.form.is_finite):
        return any(mention.met or mention.are_two for mention in told)
    alike = new.encounter.form.lemma in {mention.encounter.form.lemma for mention in told}
    who = frozenset().union(*(mention.who for mention in told))
    if are_two_named(told, new):
        return True
    if not who or not new.who:
        if are_other_two(told, new) or is_of_nobody_told(told, new) or is_another_deed(told, new):
            return False
        return alike or new.is_definite or new.encounter.form.tense != "noun"
    shared = who & new.who
    if new.is_bare or (alike and new.is_definite and (shared or not new.form.pronoun or first.encounter.type != "meeting")):
        return True
    single = not new.form.is_finite and not new.scene.tokens.kinds[new.encounter.place] & DEFINITE
    if single and only_heads(shared) and who - shared and new.who - shared:
        return False  # عقدت لجنة المجلس اجتماعا … شارك في | جلسة مجلس الوزراء
    return not (are_of_others(told, new) or is_of_new_side(told, new)) and len(shared) >= SHARED * min(len(who), len(new.who))


def only_heads(words: frozenset[str]) -> bool:
    """Whether words tell only that some officers or a body are meant: المجلس, رئيس; not الوزراء."""
    return all(word_classes().get(word, 0) & (BODY | ROLE) and not word_classes().get(word, 0) & NAME for word in words)


def is_of_new_side(told: list[Features], new: Features) -> bool:
    """Whether a verb tells who meets whom, and one of both is nobody of those told before: لقاء بين الوزير والنواب … | التقى
    السفير الوزير.
    """
    if not new.form.is_finite or new.form.row["object"] != MEETS or new.is_of_both:
        return False
    known = [one for mention in told for one in mention.participants]
    refs, words = {one.ref for one in known if one.ref}, frozenset().union(*(mention.who for mention in told))
    sides = [[one for one in new.participants if (one.part == MEETS) is met] for met in (True, False)]
    theirs = [[one.ref in refs or not words.isdisjoint(fold_phrase(one.name).split()) for one in side] for side in sides]
    return len(known) > 1 and all(sides) and not all(map(any, theirs))


def is_paper_again(told: list[Features], new: Features) -> bool:
    """Whether a relative tells that the paper told before was signed, and no day: وقعا مذكرة. وتنص | المذكرة التي وقعت على كذا."""
    tokens, place = new.scene.tokens, new.encounter.place
    definite = new.encounter.type == "signing" and tokens.kinds[place] & DEFINITE and not new.form.is_finite
    if not definite or not tokens.kinds[place + 1] & RELATIVE or new.days:
        return False
    return any(bare_key(tokens.keys[place]) in mention.papers for mention in told)


def are_of_others(told: list[Features], new: Features) -> bool:
    """Whether several persons by name are told, and nobody of those before is one of them, though a name may be in both."""
    named = frozenset().union(*(mention.named for mention in told))
    return bool(named) and len(new.named) > 1 and named.isdisjoint(new.named)


def are_other_two(told: list[Features], new: Features) -> bool:
    """Whether a verb tells of two, none of whom was told before, though no table knows them: اجتمع | مباتا مع شيماموتو."""
    known, theirs = parties_of(told), parties_of([new])
    return new.form.is_finite and not new.is_of_both and len(theirs) > 1 and bool(known) and known.isdisjoint(theirs)


def parties_of(mentions: list[Features]) -> set[str]:
    """Who is told to take part, each by his id, else by his words."""
    return {one.ref or one.name for mention in mentions for one in mention.participants}


def is_of_nobody_told(told: list[Features], new: Features) -> bool:
    """Whether a verb tells who meets whom, and of what was told only a noun or another verb without them: استئناف المفاوضات … |
    التقى الوزير السفير; not of what was told with the same day.
    """
    told_here = new.encounter.type == "meeting" and new.form.is_finite and bool(new.who) and not is_root_told(told, new)
    return told_here and not any(mention.who for mention in told) and not days_of(told) & new.days


def is_another_deed(told: list[Features], new: Features) -> bool:
    """Whether a verb tells of a meeting of others, or on a day where the one told has none: استقبل الوزير السفير … | اجتمعت اللجنة;
    استقبل وفدا … حين | التقاه الأسبوع الماضي.
    """
    loose = is_root_told(told, new) or new.is_of_both or is_talk(new.encounter)
    if new.encounter.type != "meeting" or not new.form.is_finite or loose:
        return False
    known, theirs = parties_of(told), parties_of([new])
    others = bool(known and theirs) and known.isdisjoint(theirs) and all(mention.form.is_finite for mention in told)
    return others or (bool(new.days) and not days_of(told) and bool(known))


def is_root_told(told: list[Features], new: Features) -> bool:
    """Whether what was told is told by the same verb or its noun: اجتماعهم … | ستجتمع."""
    return new.form.lemma.replace(ALEF, "") in {mention.form.lemma.replace(ALEF, "") for mention in told}


def are_two_named(told: list[Features], new: Features) -> bool:
    """Whether two persons by name are in both."""
    return any(len(new.named & mention.named) > 1 for mention in told)


def is_one_more(first: Features, new: Features) -> bool:
    """Whether it is told that one is another one, and the first was not already, or is another of several: الثاني."""
    another = new.is_more or (new.is_another and not first.is_another)
    return another or bool(first.nth and new.nth and first.nth != new.nth)


def is_likened(new: Features) -> bool:
    """Whether a noun is likened to what was told, or counted from it: بخلاف | جلسة الثقة، وذلك بعد أسبوعين من | لقاء في صور."""
    tokens, place = new.scene.tokens, new.encounter.place
    if new.form.is_finite or new.is_bare:
        return False
    return likening_before(tokens, place) is not None or (new.is_one and is_behind_that(tokens, place))


def is_of_other_crowd(told: list[Features], new: Features) -> bool:
    """Whether a protest is one of others, or in the street and no strike: خرج السكان في مسيرة. واعتصم | العمال, نفذوا | إضرابا.

    Or they protest already, while what was told is only to be: دعا إلى مسيرة. وتضامن مع | العمال المعتصمين منذ أسبوع.
    """
    if new.encounter.type != "protest":
        return False
    if is_crowd_and_plan([new], told) or is_crowd_and_plan(told, [new]):
        return True
    of_other_kind = all(mention.strikes is not new.strikes for mention in told)
    if of_other_kind and (((new.is_one or new.is_related) and new.encounter.held is not None) or new.form.is_finite):
        return True
    who = frozenset().union(*(mention.who for mention in told))
    held = new.is_one and new.encounter.held is not None
    return (new.form.is_finite or held) and bool(who and new.who) and who.isdisjoint(new.who)


def is_crowd_and_plan(some: list[Features], others: list[Features]) -> bool:
    """Whether those who protest are told to do so still by the former mentions, and none of the latter was."""
    now = all(mention.standing == NOW and is_crowd(mention.encounter) for mention in some)
    return now and not any(mention.standing.status in WAS for mention in others)


def is_talked_over(one: Features, other: Features) -> bool:
    """Whether one is a call and the other tells of talks, wherever they were: أجرى اتصالا | ناقش الوزير مع نظيره كذا."""
    pairs = ((one, other), (other, one))
    return any(call.encounter.type == "call" and is_talk(talk.encounter) and not gathers(talk) for call, talk in pairs)


def gathers(talk: Features) -> bool:
    """Whether people are told to come together, who are not just both: اجتمعت | اللجنة; not تباحث | الوزيران."""
    return not talk.is_of_both and not {"gather", "seated"}.isdisjoint(several(talk.form.row["needs"]))


def is_ahead(told: list[Features], new: Features) -> bool:
    """Whether one is to come or asked for and the other was, and no article takes it up: عقد اجتماعا | سيعقد اجتماعا."""
    tenses = {tense_of(mention) for mention in told}
    mine = tense_of(new)
    apart_in_time = (mine == "future" and "perfect" in tenses and "future" not in tenses) or (
        mine == "perfect" and tenses == {"future"}
    )
    was = all(mention.standing.sure and mention.standing.status in WAS for mention in told)
    if was and new.form.is_finite and mine == "future":
        return True
    if is_plan_behind(told, new):
        return True
    if not apart_in_time and "perfect" in tenses and not tenses & {"future", "imperfect"}:
        apart_in_time = is_asked_for(new) or (mine == "imperfect" and new.standing.sure and new.standing.status == "announced")
    return apart_in_time and not new.is_definite and not new.is_again


def is_plan_behind(told: list[Features], new: Features) -> bool:
    """Whether all told was held for sure, and a noun without article or with a day ahead tells what is planned: عقد | قمة أخرى."""
    held = all(mention.standing == Standing("held") for mention in told)
    plan = new.standing in (Standing("announced"), Standing("proposed"))
    single = not new.form.is_finite and new.encounter.type != "vote"
    return held and plan and single and (new.is_one or comes(new))


def comes(new: Features) -> bool:
    """Whether the day of a mention lies behind the page's own."""
    published = new.scene.published
    return published is not None and any(day > str(published)[: len(day)] for day in new.days)


def is_over(told: list[Features], new: Features) -> bool:
    """Whether one was on a day of the past and a plan has no day: أشاد باجتماع السبت الماضي. وسيلتقي | المحافظ قريبا."""
    return any(was_and_will_be(one, other) for mention in told for one, other in ((mention, new), (new, mention)))


def is_called_off_before(told: list[Features], new: Features) -> bool:
    """Whether what was held is told, and another day on which it was not: عقدت الجلسة. وكانت | ستعقد يوم 3 مايو لكنها تأجلت."""
    held = all(mention.standing.status in WAS for mention in told)
    dated = bool(new.days) and all(len(day) == DAY for day in new.days) and not comes(new)
    return held and dated and new.standing.status in CALLED_OFF and new.standing.sure


def was_and_will_be(past: Features, plan: Features) -> bool:
    """Whether one was on a day before the page's and a verb tells that the other is to come, which has no day."""
    published, comes = past.scene.published, plan.standing.sure and plan.standing.status in ("announced", "proposed")
    was = past.standing.status == "held" and bool(past.days) and published is not None
    told = plan.form.is_finite or (plan.is_one and plan.encounter.held is not None)
    return was and comes and told and not plan.days and all(day < str(published)[: len(day)] for day in past.days)


def tense_of(mention: Features) -> str | None:
    """The tense of the verb that tells an encounter or holds its noun, `noun` where none does."""
    verb = mention.encounter.verb
    return mention.form.tense if verb is None else tense_at(mention.scene.tokens, verb)


def is_asked_for(new: Features) -> bool:
    """Whether one is only asked for, which was not yet: اختتم المجلس دورته. وقررت الأمانة | دعوة الأعضاء إلى دورة استثنائية."""
    noun = new.form.tense == "noun" and not new.form.pronoun
    lead = lead_of(new.scene, new.encounter) if noun else None
    return lead is not None and lead.status == "proposed"


def days_of(told: list[Features]) -> frozenset[str]:
    """The days of all mentions."""
    return frozenset().union(*(mention.days for mention in told))


def weekdays_of(told: list[Features]) -> frozenset[str]:
    """The weekdays of all mentions whose day the page does not tell."""
    return frozenset().union(*(mention.weekdays for mention in told))


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are told and have nothing in common."""
    return bool(one and other) and not any(meet(a, b) for a in one for b in other)


def meet(one: str, other: str) -> bool:
    """Whether two values in time have a day in common; two words of time if they are one."""
    if "/" not in one + other:
        return one.startswith(other) or other.startswith(one)
    (first, last), (start, stop) = ((value.split("/")[0], value.split("/")[-1]) for value in (one, other))
    return first <= stop + LATEST and start <= last + LATEST


def are_elsewhere(told: frozenset[Spot], new: frozenset[Spot]) -> bool:
    """Whether the places of both are told, and none of one is one of the other, or lies in it; two towns of one land are two."""
    towns, others = frozenset(map(town, told)) - {None}, frozenset(map(town, new)) - {None}
    if towns and others:
        return towns.isdisjoint(others)
    return bool(told and new) and not any(one.holds(other) for one in told for other in new)


def town(spot: Spot) -> str | None:
    """The name of a town whose land is known, None of what is none."""
    return None if spot.is_land or spot.land is None else spot.key


def is_long_ago(told: list[Features], new: Features) -> bool:
    """Whether a verb tells that something was on a day long before the page's own, with its parties: وكان تلقى في فبراير اتصالا.

    So is what a relative tells to have been then: أشاد بالاجتماع الذي عقد في فبراير.
    """
    published = new.scene.published
    noun_alone = new.encounter.held is None and not new.form.is_finite
    if published is None or noun_alone or not new.days or days_of(told):
        return False
    if not (new.is_related and not new.is_again) and (new.is_definite or not new.who):
        return False
    return all(is_before(day, published) for day in new.days)


def is_one_before(told: list[Features], new: Features) -> bool:
    """Whether a noun is called by a time long before the page's, and the one told is yet to be or goes on: ملتقى | العام الماضي."""
    published = new.scene.published
    if not new.called_by_time or days_of(told):
        return False
    goes_on = any(mention.standing.sure and mention.standing.status in GOES_ON for mention in told)
    return goes_on and all(published is not None and is_before(day, published) for day in new.days)


def is_last_one(told: list[Features], new: Features) -> bool:
    """Whether a noun alone told one of long ago that this does not take up: آخر زيارة له في مايو 2011. | وصل الوزير."""
    first, published = told[0], new.scene.published
    aside = len(told) == 1 and first.is_one and first.encounter.held is None and not new.is_bare
    return aside and published is not None and bool(first.days) and all(is_before(day, published) for day in first.days)


def is_previous_one(told: list[Features], new: Features) -> bool:
    """Whether a noun names the one before of a row, of which the one told has a day or a number: الجلسة | الماضية.

    Somebody's last one is another one than what is yet to be: تعقد اللجنة اجتماعا غدا. وفي | اجتماعها الأخير.
    """
    known = days_of(told) or any(mention.nth for mention in told)
    ahead = all(mention.standing.sure and mention.standing.status == "announced" for mention in told)
    before = (new.is_previous and bool(known)) or (new.is_own_last and ahead)
    return before and not any(mention.is_previous for mention in told)


def is_before(day: str, published: str) -> bool:
    """Whether a full day is long before another one."""
    try:
        return (date.fromisoformat(published[:10]) - date.fromisoformat(day)).days > LONG_AGO
    except ValueError:
        return day[:7] < published[: len(day[:7])] and day[:4].isdigit()


@cache
def lands_known() -> frozenset[str]:
    """The ISO codes of the countries that have nationals."""
    return frozenset(nations().values())


def is_of_other_lands(told: list[Features], new: Features) -> bool:
    """Whether both tell of two lands, each of one that the other does not: لقاء بين وزيري تونس ومصر، محادثات | بين تونس وليبيا."""
    known = lands_known()
    lands, theirs = frozenset().union(*(mention.who for mention in told)) & known, new.who & known
    two = len(lands) > 1 and len(theirs) > 1
    return two and new.is_one and bool(lands - theirs and theirs - lands)


def are_of_two_lands(told: list[Features], new: Features) -> bool:
    """Whether who is met is told by his land, and another one than before: استقبل السفير الكوبي. وفي لقائه | سفير صربيا."""
    lands, theirs = frozenset().union(*(mention.guest_lands for mention in told)), new.guest_lands
    return bool(lands and theirs) and lands.isdisjoint(theirs)


def have_other_guests(told: list[Features], new: Features) -> bool:
    """Whether who is met is called alike and by other words: التقى وفد نقابة السكك. وفي لقائه | وفد نقابة البريد."""
    known, theirs = [guest for mention in told for guest in mention.guests], new.guests
    pairs = [(one, other) for one in known for other in theirs]
    return bool(pairs) and all(one.what & other.what and one.which.isdisjoint(other.which) for one, other in pairs)


def is_of_other_sort(told: list[Features], new: Features) -> bool:
    """Whether a noun with the article names a gathering and only talks were told, or the other way: القمة … | المفاوضات."""
    sort, known = sort_of(new), {sort_of(mention) for mention in told}
    if new.form.is_finite:
        sits = all(bare_key(one.scene.tokens.keys[one.encounter.place]) in poll_words(SITTING) for one in told)
        return new.form.row["object"] == MEETS and (known == {GATHERING} or sits)
    if not sort or not (new.is_definite or new.is_again):
        return False
    return sort not in known and bool(known - {""} or all(mention.form.is_finite for mention in told))


def sort_of(mention: Features) -> str:
    """Whether an encounter is told as a gathering or as talks, empty where either may be meant: القمة، بحث، اللقاء."""
    if mention.form.is_finite:
        return TALKING if is_talk(mention.encounter) else ""
    key = mention.scene.tokens.keys[mention.encounter.place]
    return next((sort for sort in (GATHERING, TALKING) if key in poll_words(sort)), "")


def is_with_another(told: list[Features], new: Features) -> bool:
    """Whether a noun with the article has a side of its own right behind it: بحث مع السفير كذا. | المفاوضات مع الشركة تتقدم."""
    keys, after = new.scene.tokens.keys, new.encounter.place + 1
    led = after < len(keys) and keys[after] in (WITH, BETWEEN) and not new.form.is_finite
    who = frozenset().union(*(mention.who for mention in told))
    return led and bool(who and new.who) and who.isdisjoint(new.who) and any(one.form.is_finite for one in told)


def meets_others(told: list[Features], new: Features) -> bool:
    """Whether a group or body is met in one and a person by name in the other: للقاء قادة الحزب. بعد | لقائه السفير سالم الكندي."""
    known = {one.type for mention in told for one in mention.participants if one.part == MEETS}
    types = {one.type for one in new.participants if one.part == MEETS}
    apart = any(one and one <= BODIES and other == {"person"} for one, other in ((known, types), (types, known)))
    return apart and frozenset().union(*(mention.who for mention in told)).isdisjoint(new.who)


def is_with_others(told: list[Features], new: Features) -> bool:
    """Whether both tell by name who is met, and no one of either is in the other: التقى الوزير | فلانا، التقى | فلانا آخر.

    Each call has another one at its end, and each of several by name receives people of his own: استقبل | الوالي فلان المهنئين.
    """
    met = frozenset().union(*(mention.met for mention in told))
    named = frozenset().union(*(mention.named for mention in told))
    if new.encounter.type == "call" and named - new.named and new.named - named:
        return True
    receives = frozenset().union(*(mention.receives for mention in told))
    if receives and new.receives and new.form.is_finite and receives.isdisjoint(new.receives):
        return True
    return bool(met and new.met) and new.met.isdisjoint(named) and met.isdisjoint(new.named)
