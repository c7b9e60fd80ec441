"""What tells an encounter from another one: its days and places, how its noun stands, who is in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise, takewhile
from typing import NamedTuple

from qawl.arabic.agenda.apart import is_ordered
from qawl.arabic.agenda.elected import ELECTING, elected
from qawl.arabic.agenda.encounters import Encounter
from qawl.arabic.agenda.exact_days import weekdays
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.holders import AT_IT, is_feminine
from qawl.arabic.agenda.noun_ends import is_doing
from qawl.arabic.agenda.nouns import is_one_before
from qawl.arabic.agenda.parts import MEETS
from qawl.arabic.agenda.sequences import is_of_table
from qawl.arabic.agenda.sides import sides
from qawl.arabic.agenda.tenses import PHASES, has_turn, small_word, tense_at
from qawl.arabic.agenda.verb_statuses import Standing
from qawl.arabic.agenda.words import (
    AGAIN,
    ALSO,
    ANOTHER,
    PANEL,
    PAPER,
    PHONE,
    SET,
    SITS,
    TABLE,
    chambers,
    is_told_which,
    keys_by,
    lead_start,
    passing,
    plain_votes,
    poll_words,
    ranks,
)
from qawl.arabic.dates.edges import narrowed
from qawl.arabic.findings import Range
from qawl.arabic.forms import NONE, Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ADDRESSING,
    AHEAD_OF,
    ALEF,
    ALONG_TO,
    ANY,
    ARTICLE,
    AS,
    BETWEEN_THEM,
    BY,
    CONSTITUTION,
    DELEGATIONS,
    DUALS,
    DURING,
    ELECTION,
    FEMININE_NISBA,
    FEMININE_PLURAL,
    IN,
    NISBA,
    SEVERAL,
    SINCE,
    TA_MARBUTA,
    THAT_MATTER,
    TO,
    TO_THE,
    UPON,
    WITH,
    bare_key,
    fold,
    fold_phrase,
)
from qawl.arabic.lexicon import (
    BODY,
    COUNTRY,
    DEFINITE,
    DEMONSTRATIVE,
    FAMILY,
    NAME,
    NATION,
    PEOPLE,
    PLACES,
    PREFIX,
    PREPOSITION,
    RELATIVE,
    ROLE,
    TIME,
    TITLE,
    TOWN,
    word_classes,
)
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.speakers.occasions import Day
from qawl.arabic.tokens import Tokens
from qawl.arabic.where import words_among
from qawl.arabic.world.known import COUNTRY_KIND, known_at, nations
from qawl.model import Participant
from qawl.tables import several

# The classes of small words by which a day was before or is to come: أمس، غدا.
AGO, SOON = "ago", "soon"
# So near behind its noun another one is told as such: اجتماع | آخر.
NEAR = 3
# So far behind a verb it is told that it was done too: التقى في وقت سابق | أيضا السفير.
LATER = 5
# Words with so many letters at most tell nobody.
LEAST = 2
# What words need that tell of any vote: who won, the voting itself.
ANY_VOTE = ("wins", "gets", "voting")
# What verbs and nouns of votes on laws need.
BALLOTS = frozenset(("assembly", "law", "majority", "veto", "ballot", "trust", "abstains"))
# What tells an encounter that was before.
PAST = "past"
# The types of parties that are not called by a name of their own.
UNNAMED = ("unnamed", "group", "organisation")
# So many words stand between what leads to a place and its name: إلى العاصمة الفرنسية | باريس.
LED_WITHIN = 2
# The class of the words that all tell a vote of one kind: برلمانية، نيابية، تشريعية.
PARLIAMENT = "parliament"
# What a verb needs that tells of one act towards somebody or something, which may be told of another one too: كما استقبل كذا.
TOWARDS = frozenset(("party", "met", "object", "by", "paper", "assembly", "law", "letter"))


class Spot(NamedTuple):
    """A place of an encounter: its folded name, the country where it lies, None where that is not known, and whether it is one."""

    key: str
    land: str | None = None
    is_land: bool = False

    def holds(self, other: Spot) -> bool:
        """Whether both are one place, or one is the country of the other."""
        if None not in (self.land, other.land) and self.land != other.land:
            return False  # كوريا | الشمالية, كوريا | الجنوبية
        return self.key == other.key or (self.land is not None and self.land == other.land and (self.is_land or other.is_land))


def nth_of(tokens: Tokens, place: int) -> str:
    """Which of several the noun at `place` names: الدورة | الثالثة, الجولة الأولى من هذه | المحادثات.

    A day of the month is none: المحادثات بين الرابع والسادس من مايو.
    """
    behind = range(place + 1, min(place + 1 + NEAR, len(tokens)))
    own = (at for at in behind if not tokens.kinds[at - 1] & (PREPOSITION | PREFIX))
    before = range(lead_start(tokens, place), place)
    return next((ranks()[tokens.keys[at]] for at in (*own, *before) if tokens.keys[at] in ranks()), "")


class Guest(NamedTuple):
    """Who is met: the words that tell what he is, and which one: وفد نقابة | السكك."""

    what: frozenset[str]
    which: frozenset[str]


class Features:
    """What tells an encounter from another one: its days and places, how its noun stands, and the words of its parties.

    ``is_definite`` and ``is_again``: the noun takes up one that was told, of its own kind or of any (اللقاء); ``is_bare``: it has
    its article and nothing that tells which; ``is_related``: a relative tells that it was held; ``named_after`` the place whose
    name it bears (محادثات | صور); ``is_another`` and ``is_more``: it is told to be another one, by its adjective or its verb;
    ``is_any``: any such (أي لقاء); ``is_told_which``: an adjective tells it (المفاوضات غير المباشرة); ``named`` and ``met`` the
    persons in it and those who are met; ``nth`` and ``kind`` tell it from others of its name (الثاني، الرئاسية);
    ``is_previous``: it is the one before of a row, ``is_own_last`` somebody's last one (اجتماعه الأخير); ``times``: yesterday or
    tomorrow; ``weekdays``: those of which the page does not tell the day.
    """

    def __init__(
        self, scene: Scene, encounter: Encounter, participants: tuple[Participant, ...], when: str | None, standing: Standing
    ) -> None:
        self.scene, self.encounter, self.form = scene, encounter, encounter.form
        self.participants, self.standing = participants, standing
        self._tell_people()
        self._tell_noun()
        self.places = frozenset(places_in(scene, encounter))
        self.named_after = place_named_after(scene, encounter)
        self.times = frozenset(small_word(scene.tokens.keys[at]) for at in range(*encounter.clause)) & {AGO, SOON}
        self.weekdays = weekdays_in(scene, encounter)
        others = frozenset() if self.is_bare and encounter.held is None else days_in(scene, encounter)
        self.days = frozenset((exact(scene, encounter, when),)) if when else others
        self.is_any = is_any(scene, encounter.place)
        self.is_told_which = is_told_which(scene.tokens, encounter.place)
        self.is_another = not self.form.is_finite and is_told_another(scene, encounter.place)
        self.is_more = is_told_too(scene, encounter) or is_ordered(encounter) or is_before_that(scene, encounter)
        self.nth = nth_of(scene.tokens, encounter.place)
        self.is_previous = is_one_before(scene.tokens, encounter.place)
        self.is_own_last = bool(self.form.pronoun) and has_turn(scene.tokens, encounter.place + 1, PAST)
        self.kind = kind_of(scene, encounter)

    def _tell_people(self) -> None:
        """Who is named in it, is met, visits, or alone by name receives people: استقبل | الوالي سالم الكندي المهنئين."""
        people = [p for p in self.participants if p.type == "person" and p.ref]
        self.named = frozenset(p.ref for p in people if p.ref)
        self.met = frozenset(p.ref for p in people if p.ref and p.part == "meets")
        hosts = frozenset(p.ref for p in people if p.ref and p.part == "hosts")
        self.receives = hosts if hosts == self.named else frozenset()
        visit = self.encounter.type == "visit"
        self.visitors = frozenset(p.ref or p.name for p in self.participants if visit and p.part == "attends")

    def _tell_noun(self) -> None:
        """How its noun stands: with the article, with a relative behind it, alone, or taking up what was told."""
        scene, encounter, form = self.scene, self.encounter, self.form
        keys, kinds = scene.tokens.keys, scene.tokens.kinds
        place = encounter.place + is_called_again(scene.tokens, encounter.place)
        relative = bool(kinds[place + 1] & RELATIVE)
        bare = relative or not kinds[place + 1] & DEFINITE or is_not_of_it(scene, place)
        bare = bare or bool(kinds[place + 1] & TIME)  # وستقام الندوة | السبت المقبل
        definite = bool(kinds[place] & DEFINITE) and not form.pronoun  # التقائه is written like a noun with the article
        is_set = bare or keys[place + 1] in keys_by(SET) or keys[place + 1] in keys_by(PHONE)
        taken_up = definite and not tells_whom(scene, encounter)
        taken = encounter.verb is None or encounter.verb > place
        self.is_of_day = self.is_one and taken and scene.day_at(place + 1) is not None  # شهدت | جلسة أمس نقاشا
        sits = form.row["by"] == SITS  # مجلس الوزراء | المنعقد أمس
        self.is_definite = form.tense == "noun" and is_set and not sits and (taken_up or bool(form.pronoun) or self.is_of_day)
        self.is_bare = self.is_definite and bare and definite and not relative
        again = bare and definite and (not relative or encounter.type == "visit")
        again = again or is_this(scene, encounter) or is_during_it(scene, encounter)
        self.is_again = again and bare_key(keys[place]) in keys_by(AGAIN)
        begins = encounter.verb is not None and has_turn(scene.tokens, encounter.verb, *PHASES)
        self.is_related = relative and not begins

    @cached_property
    def who(self) -> frozenset[str]:
        """The words that tell its parties; a visit's are those of the visitors, of its place where none are told."""
        words = who_in(self.scene, self.encounter)
        if self.encounter.type != "visit":
            return words
        names = (p.name for p in self.participants if p.type == "person")
        theirs = (bare_key(word) for name in names for word in fold_phrase(name).split() if len(word) > LEAST)
        visitors = (words | frozenset(theirs)) - {name for spot in self.places for name in (spot.key, spot.land)}
        return visitors if visitors or self.form.pronoun else words

    @cached_property
    def guests(self) -> frozenset[Guest]:
        """Those who are met and not called by name of their own, of whom more is told than what they are."""
        names = (fold_phrase(p.name).split() for p in self.participants if p.part == MEETS and p.type in UNNAMED)
        return frozenset(guest for words in names if (guest := guest_of(words)).which)

    @cached_property
    def guest_lands(self) -> frozenset[str]:
        """The lands by which those are told who are met, all of them: السفير | الكوبي، سفير | صربيا."""
        lands = [land_in(fold_phrase(p.name)) for p in self.participants if p.part == MEETS]
        return frozenset(lands) if all(lands) else frozenset()

    @property
    def signs_again(self) -> bool:
        """Whether a paper is signed that was told before: ووقع | على المذكرة، توقيع | هذه المذكرة، المذكرة التي وقعها | فلان."""
        after, tokens = self.encounter.place + 1, self.scene.tokens
        if self.encounter.type != "signing" or after + 1 >= len(tokens):
            return False
        if not self.form.is_finite and tokens.kinds[self.encounter.place] & DEFINITE:
            by_pronoun = self.encounter.held is not None and bool(self.encounter.held.pronoun)
            return by_pronoun or self.form.row["needs"] == PAPER
        after += tokens.keys[after] == UPON or bool(tokens.kinds[after] & DEMONSTRATIVE)
        named = after + (not tokens.kinds[after] & DEFINITE)  # مذكرة | التفاهم
        papers = all(key in keys_by(PAPER) for key in tokens.keys[after : named + 1])
        return papers and bool(tokens.kinds[named] & DEFINITE)

    @property
    def hands_over(self) -> bool:
        """Whether a letter that was told is handed over: سلم السفير | الرسالة إلى الوزير؛ تسليم | هذه الرسالة."""
        kinds, place = self.scene.tokens.kinds, self.encounter.place
        letter = "sent" in several(self.form.row["needs"]) and bool(kinds[place] & DEFINITE)
        return letter and self.encounter.held is not None and not kinds[place + 1] & DEFINITE

    @property
    def called_by_time(self) -> bool:
        """Whether a time right behind a noun without article tells it: ملتقى | العام الماضي; not الملتقى العام الماضي."""
        day = self.scene.day_at(self.encounter.place + 1)
        return (
            self.is_one and day is not None and bool(day.date.value or has_turn(self.scene.tokens, self.encounter.place + 2, PAST))
        )

    @property
    def goes_round(self) -> bool:
        """Whether a delegation told before looks at more of a house on its visit: قام الوفد | بجولة داخل المقر."""
        heads = [fold(p.name) for p in self.participants if p.part == "attends"]
        delegations = all(bare_key(head) in DELEGATIONS and head != bare_key(head) for head in heads)
        return self.form.tense == "noun" and bool(heads) and delegations and not (self.places or self.days)

    @property
    def are_two(self) -> bool:
        """Whether two sides of an encounter are known."""
        return len(self.participants) > 1

    @property
    def are_many(self) -> bool:
        """Whether a noun tells of several encounters, and not of one by its plural: اتصالات; not محادثات."""
        key = bare_key(self.scene.tokens.keys[self.encounter.place])
        return not self.form.is_finite and key.endswith(FEMININE_PLURAL) and not self.form.lemma.endswith(FEMININE_PLURAL)

    @property
    def is_one(self) -> bool:
        """Whether a noun tells of an encounter by itself: أجرى | اتصالا; not الاتصال."""
        return not self.form.is_finite and not self.form.pronoun and not self.scene.tokens.kinds[self.encounter.place] & DEFINITE

    @property
    def strikes(self) -> bool:
        """Whether work is left, and nobody comes together: إضراب, توقف عن العمل; not مسيرة."""
        return fold(self.form.lemma) in poll_words("strike")

    @property
    def elects(self) -> bool:
        """Whether somebody is elected: انتخابات, انتخاب | الرئيس."""
        needs = self.form.row["needs"]
        return self.encounter.type == "vote" and (needs == "elects" or (needs == NONE and self.form.lemma.startswith(ELECTION)))

    @property
    def panels(self) -> frozenset[str]:
        """The committees that take part, by name: لجنة النقل; not مجلس النواب."""
        heads = keys_by(PANEL) - set(chambers().values())
        return frozenset(p.name for p in self.participants if bare_key(fold(p.name.split()[0])) in heads)

    @property
    def houses(self) -> frozenset[str]:
        """The chambers that take part, by what tells one from another: مجلس | النواب; not البرلمان, nor the members alone."""
        names = ([bare_key(word) for word in fold_phrase(p.name).split()] for p in self.participants)
        pairs = (pair for words in names for pair in pairwise(words))
        return frozenset(what for head, what in pairs if head in chambers().values() and what in chambers())

    @property
    def papers(self) -> frozenset[str]:
        """The papers without article that a verb tells to be signed: وقعا | اتفاقية."""
        tokens, (first, stop) = self.scene.tokens, self.encounter.clause
        near = (at for at in range(first, stop) if not tokens.kinds[at] & DEFINITE and tokens.keys[at] in keys_by(PAPER))
        return frozenset(tokens.keys[at] for at in near)

    @property
    def is_on_law(self) -> bool:
        """Whether what is voted on is a law: التصويت على | قانون العمل."""
        keys, place = self.scene.tokens.keys, self.encounter.place
        near = keys[place + 1 : place + 2 + NEAR]
        on = self.form.row["needs"] == "voting" and UPON in near
        return on and any(bare_key(key) in poll_words("law") for key in near[near.index(UPON) :])

    @property
    def is_of_both(self) -> bool:
        """Whether the two who were told before are the subject, and nobody else: بحث | الوزيران، مباحثات دارت | بينهما."""
        keys, place, stop = self.scene.tokens.keys, self.encounter.place, self.encounter.clause[1]
        held = self.encounter.held
        if any(form is not None and form.is_finite and form.number == "d" for form in (self.form, held)):
            return WITH not in keys[place:stop]  # وسيجريان | محادثات غدا
        if self.form.is_finite:
            return place + 1 < len(self.scene.tokens) and is_both(keys[place + 1]) and WITH not in keys[place:stop]
        return held is not None and held.tense == "perfect" and BETWEEN_THEM in keys[place + 1 : min(stop, place + 1 + NEAR)]

    @property
    def leads_to_meeting(self) -> bool:
        """Whether somebody goes somewhere to meet: نتوجه إلى صور | لمناقشة كذا."""
        keys, (first, stop) = self.scene.tokens.keys, self.encounter.clause
        aims = (at for at in range(first, stop) if keys[at - 1] in (ADDRESSING, TO_THE) or keys[at].startswith(ADDRESSING))
        return self.encounter.type == "visit" and any(
            bare_key(key) in keys_by(AGAIN) for at in aims for key in (keys[at], keys[at][1:])
        )


def guest_of(words: list[str]) -> Guest:
    """Who is met by the folded words of his name, of which the first tells what he is."""
    which = frozenset(map(telling_word, words[1:])) - {""}
    what = frozenset(bare_key(word).removesuffix(ALEF) for word in (words[0], *(one for one in words[1:] if not telling_word(one))))
    return Guest(what, which)


def telling_word(key: str) -> str:
    """A folded word of a name that tells which of a sort somebody is, empty where it only tells the sort: نقابة, عمال."""
    plain = word_classes().get(bare_key(key), 0) & (BODY | ROLE | PEOPLE | PREPOSITION)
    return "" if plain or len(key) <= LEAST else nations().get(key, bare_key(key))


def land_in(name: str) -> str:
    """The one country that a folded name tells, by its name or its adjective, empty where it tells none or several."""
    tokens = Tokens(name)
    told = {nations().get(key) or spot_land(tokens, at) for at, key in enumerate(tokens.words())} - {None}
    return next(iter(told)) or "" if len(told) == 1 else ""


def spot_land(tokens: Tokens, place: int) -> str | None:
    """The country that is named at `place`."""
    hit = known_at(tokens, place) if tokens.kinds[place] & COUNTRY else None
    return hit.known[0].country if hit and hit.known[0].kind == COUNTRY_KIND else None


def days_in(scene: Scene, encounter: Encounter) -> frozenset[str]:
    """The days in the clause of an encounter, its own or not."""
    first, stop = own_words(scene, encounter)
    days = scene.days[bisect_left(scene.days, first, key=lambda day: day.first) :]
    return frozenset(narrowed(day.date.value or "", words_of(scene, day)) for day in takewhile(lambda day: day.first < stop, days))


def exact(scene: Scene, encounter: Encounter, when: str) -> str:
    """The part of a month or year that is told of an encounter, else when it is: زاره | مطلع الشهر."""
    first, stop = encounter.clause
    told = (day for day in scene.days if first <= day.first < stop and day.date.value == when)
    return next((narrowed(when, words_of(scene, day)) for day in told), when)


def words_of(scene: Scene, day: Day) -> str:
    """The words of a date, from its first on."""
    return scene.tokens.surface(day.first, day.first + 1)


def own_words(scene: Scene, encounter: Encounter) -> Range:
    """The clause of an encounter up to what a relative tells of something else in it: صوت المجلس على القانون | الذي صدر في مايو."""
    first, stop = encounter.clause
    told, tokens = max(encounter.place, encounter.verb or 0) + 1, scene.tokens
    others = (at for at in range(told + 1, stop) if tokens.kinds[at] & RELATIVE or tokens.keys[at] == SINCE)
    return first, next(others, stop)


def weekdays_in(scene: Scene, encounter: Encounter) -> frozenset[str]:
    """The weekdays in the clause of an encounter whose day the page does not tell: عقد الجلسة | الثلاثاء."""
    first, stop = encounter.clause
    times = scene.times[bisect_left(scene.times, first, key=lambda day: day.first) :]
    untold = (day.first for day in takewhile(lambda day: day.first < stop, times) if not day.date.value)
    return frozenset(key for at in untold for key in scene.tokens.keys[at : at + NEAR] if key in weekdays())


def is_called_again(tokens: Tokens, place: int) -> bool:
    """Whether a noun and what it is called by take up both words told before: أقيمت مأدبة غداء. وحضر | مأدبة الغداء السفير."""
    kinds, keys = tokens.kinds, tokens.keys
    if kinds[place] & DEFINITE or not kinds[place + 1] & DEFINITE or kinds[place + 1] & (PREFIX | NAME):
        return False
    before = words_among(tokens, (keys[place], keys[place] + ALEF))
    return any(at < place and keys[at + 1] == bare_key(keys[place + 1]) for at in before)


def is_not_of_it(scene: Scene, place: int) -> bool:
    """Whether the definite word behind the noun at `place` is no adjective of it: الاجتماع | الوزير، ناقش الاجتماع | الأوضاع."""
    noun, after = scene.tokens.keys[place], scene.tokens.keys[place + 1]
    is_matter = is_doing(scene.tokens, place + 1) or SEVERAL.fullmatch(bare_key(after)) is not None
    unlike = after.endswith((TA_MARBUTA, FEMININE_PLURAL)) and not is_feminine(noun)
    return is_matter or unlike or is_officer(scene, place + 1)


def is_officer(scene: Scene, place: int) -> bool:
    """Whether an office or a body stands at `place`, which tells nothing of a noun: الاجتماع | الوزير; not الحوار المقرر."""
    key, kind = scene.tokens.keys[place], scene.tokens.kinds[place]
    body = kind & BODY and not kind & NATION and not key.endswith((*NISBA, FEMININE_NISBA))
    return bool(kind & (ROLE | TITLE) or body) and key not in passing()


def is_this(scene: Scene, encounter: Encounter) -> bool:
    """Whether a demonstrative before or behind a noun takes it up: هذا | الاجتماع, اجتماع القمة | هذا."""
    kinds, place = scene.tokens.kinds, encounter.place
    if encounter.form.tense != "noun":
        return False
    if place and kinds[place - 1] & DEMONSTRATIVE and kinds[place] & DEFINITE:
        return True
    return bool(kinds[place + 1] & DEFINITE and kinds[place + 2] & DEMONSTRATIVE)


def is_during_it(scene: Scene, encounter: Encounter) -> bool:
    """Whether something was done at a definite encounter of which a relative tells where or who came: خلال اللقاء الذي | حضره فلان.

    So what it was about, before a relative: تطرق | اللقاء الذي عقد أمس إلى كذا. What a relative tells to have been held by
    somebody may be another one: الاجتماع الذي عقده الوزير.
    """
    keys, kinds, place, held = scene.tokens.keys, scene.tokens.kinds, encounter.place, encounter.held
    if held is None or place < 1 or not kinds[place] & DEFINITE or not kinds[place + 1 : place + 2]:
        return False
    at_it = held.row["subject"] in AT_IT
    acts = is_finite(scene.passage, place - 1) or bool(tense_at(scene.tokens, place - 1))
    led = acts or keys[place - 1] in DURING or (at_it and keys[place - 1] == IN)
    return led and bool(kinds[place + 1] & RELATIVE) and (at_it or ("self" in several(held.row["needs"]) and not held.pronoun))


def place_named_after(scene: Scene, encounter: Encounter) -> Spot | None:
    """The place right behind a noun without article, after which it is called: محادثات | صور."""
    kinds, place = scene.tokens.kinds, encounter.place
    kind = (
        kinds[place + 1] if place + 1 < len(scene.tokens) and encounter.form.tense == "noun" and not kinds[place] & DEFINITE else 0
    )
    return spot_at(scene, place + 1) if kind & PLACES and not kind & NATION else None


def tells_whom(scene: Scene, encounter: Encounter) -> bool:
    """Whether a verbal noun that only tells what somebody did has whom behind ب: حرص على الالتقاء | بالسكان; not اللقاء."""
    keys, place, row = scene.tokens.keys, encounter.place, encounter.form.row
    return row["object"] == MEETS and bare_key(keys[place]) not in keys_by(AGAIN) and keys[place + 1 : place + 2] == [BY]


def is_any(scene: Scene, place: int) -> bool:
    """Whether any encounter of its kind is told at `place`: أي | لقاء."""
    return place > 0 and scene.tokens.keys[place - 1] in ANY


def is_told_another(scene: Scene, place: int) -> bool:
    """Whether it is told right behind a noun that it is another one: اجتماع ثنائي | آخر; not تأجيل الزيارة إلى وقت آخر."""
    for at in range(place + 1, min(place + 1 + NEAR, len(scene.tokens))):
        if scene.tokens.keys[at] in keys_by(ANOTHER):
            return True
        if scene.tokens.kinds[at] & (PREPOSITION | PREFIX):
            return False
    return False


def is_told_too(scene: Scene, encounter: Encounter) -> bool:
    """Whether a verb tells of one act more of its kind: كما | استقبل السفير، التقى | أيضا السفير، وقع | كذلك اتفاقية."""
    keys, verb = scene.tokens.keys, encounter.verb
    if verb is None or (verb == encounter.place and TOWARDS.isdisjoint(several(encounter.form.row["needs"]))):
        return False
    if encounter.form.tense == "noun" and (encounter.type == "vote" or scene.tokens.kinds[encounter.place] & DEFINITE):
        return False
    return (verb > 0 and keys[verb - 1] == AS) or not keys_by(ALSO).isdisjoint(keys[verb + 1 : verb + 1 + LATER])


def is_before_that(scene: Scene, encounter: Encounter) -> bool:
    """Whether one is told to have been before the one told: اجتمع | قبيل ذلك بالوفد، سبق اللقاء | اجتماعه بالوفد."""
    tokens, (first, stop) = scene.tokens, encounter.clause
    near = range(first, min(stop, encounter.place + LATER))
    if any(tokens.keys[at] in AHEAD_OF and tokens.keys[at + 1 : at + 2] == [THAT_MATTER] for at in near):
        return True
    if encounter.form.is_finite or tokens.kinds[encounter.place] & DEFINITE:
        return False
    before = range(max(scene.passage.sentence_start(first), first - LATER), first - 1)
    return any(is_ordering(form) for at in before for form in forms(TABLE).get(tokens.keys[at]))


def is_ordering(form: Form) -> bool:
    """Whether a verb tells that one encounter was before or behind another: سبق، تلا."""
    return form.is_finite and several(form.row["needs"]) == ["order"]


def places_in(scene: Scene, encounter: Encounter) -> Iterator[Spot]:
    """The places of an encounter: behind في, ب and إلى in its clause, or right behind its noun or verb: لقاء | صور، يزور | صور.

    Where somebody visits may stand behind who does: زار الوزير سالم الكندي | صور.
    """
    first, stop = own_words(scene, encounter)
    keys, kinds = scene.tokens.keys, scene.tokens.kinds
    leads = (IN, BY, TO, ADDRESSING, TO_THE) if encounter.type == "visit" else (IN, BY, TO)
    for at in range(first + 1, stop):
        if not kinds[at] & PLACES or kinds[at] & NATION:
            continue
        lead = next((n for n in range(at - 1, max(first, at - 1 - LED_WITHIN) - 1, -1) if not kinds[n] & (DEFINITE | TOWN)), at)
        beside = at == encounter.place + 1 and (encounter.type == "visit" or not encounter.form.is_finite)
        visited = "object" in encounter.form.row["needs"] and bool(kinds[at - 1] & (FAMILY | NAME | TIME))
        if (keys[lead] in leads and not (lead and keys[lead - 1] in ALONG_TO)) or beside or visited:
            yield spot_at(scene, at)


def spot_at(scene: Scene, place: int) -> Spot:
    """The place that is named at `place`, with its country where the tables know it."""
    hit = known_at(scene.tokens, place)
    key = bare_key(scene.tokens.keys[place])
    return Spot(key, hit.known[0].country, hit.known[0].kind == COUNTRY_KIND) if hit else Spot(key)


def who_in(scene: Scene, encounter: Encounter) -> frozenset[str]:
    """The words that tell the parties in the clause of an encounter, without titles before a name.

    الطرفان tells nobody new, nor does another encounter: اجتماع قبل | القمة.
    """
    first, stop = encounter.clause
    words: set[str] = set()
    for side in sides(Clauses(scene), first, stop):
        keys = scene.tokens.keys[slice(*side.phrase.name)]
        if not ((len(keys) == 1 and is_dual(keys[0])) or is_of_table(bare_key(keys[0]))):
            told = (at for at in range(*side.phrase.name) if len(scene.tokens.keys[at]) > LEAST)
            body = bool(scene.tokens.kinds[side.phrase.name[0]] & BODY)
            words.update(word_at(scene, at, body) for at in told if scene.tokens.keys[at] not in passing())
    return frozenset(words)


def word_at(scene: Scene, place: int, in_body: bool) -> str:
    """The word at `place` without its article, or the country of which it tells outside a body's name: روسيا، الروسي."""
    key, kind = scene.tokens.keys[place], scene.tokens.kinds[place]
    if in_body:
        return bare_key(key)
    if kind & COUNTRY and (land := spot_at(scene, place)).is_land:
        return land.land or land.key
    return (nations().get(key) if kind & NATION else None) or bare_key(key)


def is_dual(key: str) -> bool:
    """Whether a folded word is a definite dual: الوزيران."""
    return key.startswith(ARTICLE) and key.endswith(DUALS)


def is_both(key: str) -> bool:
    """Whether a folded word is a definite dual that can be a subject: الوزيران; not الفلاحين."""
    return is_dual(key) and key.endswith(DUALS[0])


def kind_of(scene: Scene, encounter: Encounter) -> frozenset[str]:
    """The words that tell one vote from another: الرئاسية، التشريعية؛ a vote of an assembly is none of the people."""
    if encounter.type != "vote" or encounter.form.row["needs"] in ANY_VOTE:
        return frozenset()
    if is_choice(scene, encounter):
        return ELECTING
    keys, kinds, place = scene.tokens.keys, scene.tokens.kinds, encounter.place
    if not BALLOTS.isdisjoint(several(encounter.form.row["needs"])):
        cast = (at for at in range(place + 1, encounter.clause[1]) if keys[at - 1] == IN and keys[at] in plain_votes())
        place = next(cast, place)  # صوت السكان في | الانتخابات الرئاسية
        if place == encounter.place:
            return frozenset() if is_of_constitution(scene, encounter) else BALLOTS
    behind, owned = range(place + 1, min(place + 1 + NEAR, encounter.clause[1])), not kinds[place] & DEFINITE
    near = takewhile(lambda at: keys[at] not in (UPON, IN) and (owned or kinds[at] & DEFINITE), behind)
    told = (bare_key(keys[at]) for at in near if kinds[at] & DEFINITE and not kinds[at] & (TIME | RELATIVE))
    return frozenset(PARLIAMENT if key in poll_words(PARLIAMENT) else key for key in told if key not in passing())


def is_choice(scene: Scene, encounter: Encounter) -> bool:
    """Whether a verb tells who is elected, behind whom his party may stand: انتخب | سالم الكندي عن الحركة الوطنية رئيسا."""
    choice = encounter.form.is_finite and not ELECTING.isdisjoint(several(encounter.form.row["needs"]))
    return choice and any(True for _ in elected(scene, encounter.place + 1, encounter.clause[1]))


def is_of_constitution(scene: Scene, encounter: Encounter) -> bool:
    """Whether voters tell of a constitution and no assembly does, so that it may be a referendum: صوتوا | لصالح الدستور."""
    keys = {bare_key(key) for key in scene.tokens.keys[slice(*encounter.clause)]}
    return CONSTITUTION in keys and keys.isdisjoint(chambers())
