"""How far the clause of an encounter goes: from its verb or noun to the end of what belongs to it in that sentence."""

from __future__ import annotations

from functools import cached_property
from itertools import takewhile

from qawl.arabic.agenda.parts import ATTENDANCE
from qawl.arabic.agenda.places import is_venue
from qawl.arabic.agenda.tenses import is_future_letter, is_of_plan, small_word, tense_at
from qawl.arabic.agenda.words import (
    ACT,
    BENCH,
    HOLDS,
    LASTS,
    PAPER,
    ROUNDS,
    TABLE,
    attending_keys,
    bringing_keys,
    is_doing,
    keys_by,
    known,
    matching,
    names,
    poll_words,
    ranks,
)
from qawl.arabic.dates.tense import is_future_verb
from qawl.arabic.findings import Range
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.joints import behind_side
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import (
    ADDRESSING,
    ALEF,
    ALEF_TANWIN,
    AS,
    BETWEEN,
    BY,
    CONJUNCTIONS,
    DASHES,
    DELEGATIONS,
    DURING,
    EACH,
    FUTURE,
    GOD,
    HERS,
    HIS,
    IF,
    IMPERFECT_HEADS,
    IN,
    IN_A_ROW,
    IT_IS,
    JOINS_FREELY,
    MUTUAL,
    NON,
    OF,
    OR,
    OTHER_THAN,
    SOME_TIME,
    TANWIN_ALEF,
    TEAMS,
    THAT_MATTER,
    THEN,
    TO,
    WHAT,
    bare_key,
)
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    CITY,
    COLON,
    COMMA,
    CONJUNCTION,
    CONTRAST,
    COUNTRY,
    DEFINITE,
    DEMONSTRATIVE,
    KAN,
    MATTER,
    MOMENT,
    NAME,
    NEGATION,
    OPENS,
    OWN_THAT,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    QUESTION,
    QUOTE,
    RELATIVE,
    RESUME,
    ROLE,
    SATED,
    SPEECH,
    SUBORDINATE,
    THAT,
    TIME,
    TITLE,
    WORK,
    readings,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.people.duals import is_before_owner
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import FINITE
from qawl.tables import several

# What leads to أن and begins what it tells: بعد | أن.
LEADS = PREPOSITION | PREFIX
# So far before a colon the words that tell somebody's side begin: من الجانب الأردني:
SIDE_REACH = 4
# So near before a colon stands what tells who takes part, and how the table of attendance tells it.
LIST_REACH, LISTS = 4, ("led", "verb", "joined", "members", "made")
# What points to a list, as tokens: كل من، كلا من.
EACH_OF = ((EACH, OF), (EACH + ALEF, OF))
# Only at such tokens may something else begin.
MAY_END = THAT | COLON | SPEECH | COMMA | PREFIX | PREPOSITION | CONJUNCTION | KAN
# So many words a title between marks has at most.
LONGEST_TITLE = 16
# The class of small words by which something was done at an encounter: تم | خلاله.
WITHIN = "within"
# What begins something else behind a comma, and what leads to it.
TURNS = RESUME | CONTRAST | CONJUNCTION | ACCORDING
LOOSE = LEADS | TURNS | RELATIVE | KAN | NEGATION | THAT
# A page of matches has so many words of them at least, and one in so many tokens.
MATCH_WORDS, MATCH_SHARE = 3, 80
# What opens a name besides quotation marks.
BRACKETS = ("(", "[")
# So near behind a dash stands what is told aside.
ASIDE = 6
# So near behind a clause وذلك may add where and when it was, past what else was done, and what is told of no other matter.
ADDED = 14
NEW_MATTER = THAT | COLON | SPEECH | RELATIVE | RESUME
# What a verb needs that holds an encounter behind a preposition, and how that carries a pronoun: بها، إليها، له، فيه.
PRONOUNS = frozenset(lead + own for lead in (BY, TO, ADDRESSING, IN) for own in (HIS, HERS))
# So many letters has the perfect of a simple verb, whose forms may be nouns.
ROOT = 3
LED_NEEDS = frozenset(("by", "to", "in"))
# A subject with its article has so many words before its verb.
LONGEST_SUBJECT = 4
# No clause has more tokens than this.
LONGEST = 60


class Clauses:
    """The clauses of a scene that are asked for, each found once."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.passage = scene.passage
        self.tokens = scene.tokens
        self._stops: dict[int, int] = {}
        self._name_ends: frozenset[int] | None = None

    @cached_property
    def is_of_matches(self) -> bool:
        """Whether the page tells of matches: words of them stand in it several times, and often."""
        return self.is_full_of(matching())

    @cached_property
    def is_of_benches(self) -> bool:
        """Whether the page tells of a trial or of an exchange, by words of them."""
        return self.is_full_of(keys_by(BENCH))

    @cached_property
    def is_of_any_match(self) -> bool:
        """Whether a word of the page but both teams tells of a match."""
        return any(key in matching() and not key.endswith(TEAMS) for key in self.tokens.keys)

    @cached_property
    def is_of_talks(self) -> bool:
        """Whether the page tells of talks or of who leads them: مفاوضات, الوسيط."""
        return not keys_by(ROUNDS).isdisjoint(self.tokens.keys)

    @cached_property
    def is_of_ballots(self) -> bool:
        """Whether the page tells of those who vote, and of no talks and no match: الناخبون, الاقتراع."""
        ballots = any(bare_key(key) in poll_words("ballot") for key in self.tokens.keys)
        return ballots and not self.is_of_talks and not self.is_of_matches

    def is_full_of(self, words: frozenset[str]) -> bool:
        """Whether some of these words stand in the page several times, and often."""
        count = sum(key in words for key in self.tokens.keys)
        return count >= MATCH_WORDS and count * MATCH_SHARE >= len(self.tokens)

    def stop(self, place: int) -> int:
        """Where the clause of `place` ends: with its sentence or the words that hold it, or before another clause."""
        if place not in self._stops:
            stop = min(self.passage.sentence_stop(place), place + LONGEST, len(self.tokens))
            piece = self.scene.piece_at(place)
            stop = min(stop, piece.stop) if piece else stop
            kinds = self.tokens.kinds
            stop = self.aside_stop(place, self.related_stop(place, self.apposed_stop(place, stop)))
            at = next((at for at in range(place + 1, stop) if kinds[at] & MAY_END and self.ends_before(at)), stop)
            self._stops[place] = self.tie(place, self.with_that(at, stop))
        return self._stops[place]

    def with_that(self, place: int, limit: int) -> int:
        """The end of a clause that stops at `place`, with the house or the day that وذلك adds to it: التقى السكان | واستمع إليهم
        وذلك في مقر البلدية; `place` where nothing is added.
        """
        keys, kinds = self.tokens.keys, self.tokens.kinds
        for at in range(place, min(place + ADDED, limit - 2) if place < limit and self.joins(place) else place):
            if kinds[at] & NEW_MATTER:
                return place
            if self.joins(at) and keys[at + 1] == THAT_MATTER:
                told = self.is_day(at + 2) or (keys[at + 2] in (IN, BY) and at + 3 < limit and is_venue(self.tokens, at + 3))
                ends = (end for end in range(at + 2, limit) if kinds[end] & MAY_END and self.ends_before(end))
                return next(ends, limit) if told else place
        return place

    def apposed_stop(self, place: int, stop: int) -> int:
        """Where what a comma and a relative set apart ends, whose verb stands at `place`: الوزيرة، التي | زارها أمس|، دعمه."""
        kinds = self.tokens.kinds
        if place < 2 or not (kinds[place - 1] & RELATIVE and kinds[place - 2] & COMMA):
            return stop
        return next((at for at in range(place + 1, stop) if kinds[at] & COMMA and not self.is_day(at + 1)), stop)

    def related_stop(self, place: int, stop: int) -> int:
        """Where the relative clause whose verb stands at `place` ends, before the verb of its sentence that tells an encounter too:
        السفير الذي | وصل أمس إلى تونس | سيلتقي الوزير.
        """
        kinds = self.tokens.kinds
        related = place > 0 and bool(kinds[place - 1] & RELATIVE)
        if not related and tense_at(self.tokens, place) is None:
            return stop
        return next((at for at in range(place + 2, stop) if self.is_main_verb(at, related)), stop)

    def is_main_verb(self, place: int, related: bool) -> bool:
        """Whether a verb stands at `place` that is to come or, behind a relative, tells an encounter, and nothing leads to it."""
        kinds = self.tokens.kinds
        if kinds[place - 1] & (LOOSE | COMMA) or self.joins(place - 1):
            return False
        acts = any(form.is_finite and form.row["by"] == ACT for form in forms(TABLE).get(self.tokens.keys[place]))
        whole = bool(kinds[place - 1] & (DEFINITE | TIME | NAME | CITY | COUNTRY))
        told = related and acts and self.is_verb(place)
        return whole and (told or (tense_at(self.tokens, place) == "future" and not self.is_in_name(place)))

    def aside_stop(self, place: int, stop: int) -> int:
        """Where what a dash and a relative or a preposition of time begin round `place` ends: - الذي | يزور صور - لقاء السفير."""
        keys, first = self.tokens.keys, max(self.passage.sentence_start(place), place - ASIDE)
        dash = next((at for at in range(place - 1, first - 1, -1) if keys[at][0] in DASHES), None)
        if dash is None or not (self.tokens.kinds[dash + 1] & RELATIVE or keys[dash + 1] in DURING):
            return stop
        return next((at for at in range(place + 1, stop) if keys[at][0] in DASHES), stop)

    def tie(self, place: int, stop: int) -> int:
        """The end of a clause without the words at its end that only lead to what follows: وذلك، بعد، التي كان."""
        kinds, end = self.tokens.kinds, stop
        while end > place + 1 and (kinds[end - 1] & LOOSE or self.is_loose_that(end - 1)) and not kinds[end - 1] & SATED:
            end -= 1
        return self.passage.trim(place, max(end, place + 1))[1]

    def is_loose_that(self, place: int) -> bool:
        """Whether a demonstrative behind و stands at `place`: وذلك |."""
        return bool(self.tokens.kinds[place] & DEMONSTRATIVE) and self.joins(place - 1)

    def range(self, place: int, start: int | None = None) -> Range:
        """The tokens from `place`, or from `start`, to the end of its clause."""
        return (place if start is None else start), max(self.stop(place), place + 1)

    def ends_before(self, place: int) -> bool:
        """Whether something else begins at `place`: أن, a colon, another clause behind a comma or و, a saying."""
        kinds = self.tokens.kinds
        kind = kinds[place]
        if self.is_in_title(place) or self.scene.is_in_day(place):
            return False
        if kind & (THAT | COLON):
            goes_on = is_of_plan(self.tokens, place) or opens_list(self.tokens, place) or self.opens_title(place)
            return not (self.tells_side(place) or goes_on)
        if kind & SPEECH and not kind & BODY and not self.is_related(place) and self.says(place) and not self.is_day(place):
            return is_finite(self.passage, place) and not self.tokens.has_ta(place)
        if kind & COMMA and place + 1 < len(self.tokens):
            return self.opens_another(place + 1)
        if kind & CONJUNCTION and not kind & (PREFIX | PREPOSITION | KAN) and self.tokens.keys[place] not in (OR, *SOME_TIME):
            return self.is_verb(place + 1)  # عقد اجتماعا | لكنه لم يذكر كذا، عقد اجتماعا | مما أغضب السكان
        if kind & KAN and self.tokens.keys[place].startswith(JOINS_FREELY):
            return True  # عقد المجلس جلسة | وقد أجل التصويت
        if kind & PREPOSITION and (self.is_meanwhile(place) or self.tokens.keys[place + 1 : place + 3] == [WHAT, IF]):
            return True  # حول | ما إذا كان كذا
        if self.joins(place) and self.opens_subject(place + 1):
            return True
        told = self.is_verb(place + 1) or self.is_to_come(place + 1) or is_surely_told(self.tokens, place + 1)
        if not (self.joins(place) and told):
            return False
        two = place > 1 and is_before_owner(self.tokens, place - 2)  # وفدا الساحل و| شهد
        return not (two or self.is_wish(place) or self.is_for_both(place))

    def opens_subject(self, place: int) -> bool:
        """Whether somebody with the article stands at `place` right before a verb in the present: و| النقابات المهنية تنظم كذا."""
        kinds = self.tokens.kinds
        at = place + bool(kinds[place] & ROLE and not kinds[place] & (DEFINITE | PREFIX))  # و| رئيس الوزراء يلتقي فلانا
        while at < place + LONGEST_SUBJECT and kinds[at] & DEFINITE and not kinds[at] & (RELATIVE | DEMONSTRATIVE | TIME):
            at += 1
        return at > place and bool(kinds[at - 1] & DEFINITE) and self.is_present(at)

    def is_for_both(self, place: int) -> bool:
        """Whether و joins one more thing that two do to what a paper or encounter is for: اتفاقية شراكة | وتعاون مع الغرفة."""
        tokens = self.tokens
        first = place - 1
        while first > 1 and self.joins(first - 1):
            first -= 2
        bare = first > 0 and not any(tokens.kinds[at] & (DEFINITE | PUNCTUATION) for at in range(first, place))
        of_it = bare and (tokens.keys[first - 1] in keys_by(PAPER) or tokens.keys[first - 1] in names())
        return bool(of_it and MUTUAL.match(tokens.keys[place + 1]))

    def is_in_title(self, place: int) -> bool:
        """Whether a word stands in the marks round what an encounter is called: ندوة بعنوان «عالم | ويتغير»."""
        keys, kinds = self.tokens.keys, self.tokens.kinds
        near = range(place - 1, max(1, place - LONGEST_TITLE), -1)
        mark = next((at for at in near if kinds[at] & QUOTE or keys[at] in BRACKETS), 0)
        return mark > 1 and bool(kinds[mark - 1] & WORK and kinds[mark - 2] & LEADS)

    def opens_title(self, colon: int) -> bool:
        """Whether a colon stands before what an encounter is called, between marks: ندوة بعنوان | : «الماء»."""
        kinds = self.tokens.kinds
        if colon < 2 or colon + 1 >= len(self.tokens) or not kinds[colon] & COLON:
            return False
        marked = kinds[colon + 1] & OPENS or self.tokens.keys[colon + 1] in BRACKETS
        return bool(kinds[colon - 1] & WORK and kinds[colon - 2] & LEADS and marked)

    def is_related(self, place: int) -> bool:
        """Whether a relative pronoun, a negation or an encounter leads to the verb at `place`: الذي كان س | يجمع، لقاء | يجمع،
        إضراب | شهدته المدينة.
        """
        kinds, at = self.tokens.kinds, place - 1
        if at > 0 and is_future_letter(self.tokens, at):
            at -= 1
        if self.tokens.keys[at] in names() and self.tokens.keys[place] in bringing_keys():
            return True
        if holds_it(self.tokens, place) and self.is_named_before(place):
            return True
        return (
            bool(kinds[at] & (RELATIVE | NEGATION))
            or self.tokens.keys[at] == NON
            or bool(at > 0 and kinds[at] & KAN and kinds[at - 1] & RELATIVE)
        )

    def is_named_before(self, place: int) -> bool:
        """Whether an encounter stands right before `place`, or an adjective of it: جلسة طارئة | دعا إليها الرئيس."""
        keys, kinds = self.tokens.keys, self.tokens.kinds
        if place > 1 and keys[place - 1] not in names() and kinds[place - 1] & (LEADS | COMMA | COLON | THAT | RELATIVE):
            return False
        return any(keys[at] in names() for at in range(max(0, place - 2), place))

    def ends_name(self, place: int) -> bool:
        """Whether the name of a person of the page ends right before `place`."""
        if self._name_ends is None:
            self._name_ends = frozenset(stop for person in self.scene.cast.people for _, stop in person.mentions)
        return place in self._name_ends

    def is_in_name(self, place: int) -> bool:
        """Whether the name of a person of the page stands at `place`: | سيرين الكندي."""
        return any(first <= place < stop for person in self.scene.cast.people for first, stop in person.mentions)

    def is_wish(self, place: int) -> bool:
        """Whether a wish for somebody goes on at و: حفظه الله | ورعاه."""
        keys = self.tokens.keys
        return place > 1 and keys[place - 1] == GOD and keys[place - 2].endswith(HIS) and keys[place + 1].endswith(HIS)

    def before_wish(self, place: int) -> int:
        """Where a wish that ends right before `place` begins, else `place`: | حفظه الله ورعاه."""
        keys = self.tokens.keys
        if place > 1 and self.joins(place - 2) and self.is_wish(place - 2):
            place -= 2
        return place - 2 if place > 2 and keys[place - 1] == GOD and keys[place - 2].endswith(HIS) else place

    def tells_side(self, colon: int) -> bool:
        """Whether a colon only stands behind the side of which somebody is: حضر عن الجانب الأردني: | وزير المياه."""
        near = range(max(0, colon - SIDE_REACH), colon)
        return any(behind_side(self.tokens, at, len(self.tokens)) == colon + 1 for at in near)

    def says(self, place: int) -> bool:
        """Whether the word of saying at `place` may be a finite verb; بينهم is none, nor is طالبا."""
        told = readings(self.tokens.keys[place])
        if self.tokens.keys[place].endswith(ALEF) and any(reading.tense == "participle" for reading in told):
            return False
        said = (reading for reading in told if reading.tense in FINITE)
        return any(not (reading.object and reading.lemma == BETWEEN) for reading in said)

    def is_day(self, place: int) -> bool:
        """Whether a date begins at `place`: يومي 12 و13 مارس."""
        return self.scene.day_at(place) is not None

    def opens_another(self, place: int) -> bool:
        """Whether another clause begins behind a comma: ، حيث، ، فيما، ، وأكد، ، مشيرا، ، ومن المقرر."""
        kinds = self.tokens.kinds
        at = place + 1 if self.joins(place) else place
        if at >= len(self.tokens):
            return True
        if self.is_next_met(at):
            return False
        if self.tokens.keys[at] == AS or self.turns(at) or (at > place and (self.is_remark(at) or self.is_at_other_time(at))):
            return True
        if self.is_paper(at) or self.is_nth(at) or (at == place and self.goes_on_with_it(at)):
            return False
        if kinds[at] & SPEECH and any(reading.tense == "participle" for reading in readings(self.tokens.keys[at])):
            return True
        if at > place and self.is_to_come(at):
            return True
        return self.is_verb(at) or (at > place and is_doing(self.tokens.keys[at]) and not kinds[at] & QUANTITY)

    def is_to_come(self, place: int) -> bool:
        """Whether a verb with the letter of the future stands at `place`, and in no marks: زرنا صور، و| سنزور تونس؛ not «ستبقى»."""
        key = self.tokens.keys[place]
        return key.startswith(FUTURE) and is_future_verb(key) and self.passage.inside(place) is None

    def is_next_met(self, place: int) -> bool:
        """Whether ثم leads to one more who is met, and to no verb: ، ثم | النائب فلان، ثم | وفدا من الغرفة."""
        kinds, after = self.tokens.kinds, place + 1
        who = kinds[after] & (ROLE | TITLE) or self.tokens.keys[after].removesuffix(ALEF) in DELEGATIONS
        return self.tokens.keys[place] == THEN and bool(who) and not (self.is_verb(after) or self.is_verb(after + 1))

    def goes_on_with_it(self, place: int) -> bool:
        """Whether a verb right behind a comma tells how long an encounter lasted or what was done at it: ، استمر | ساعتين، ، تم |
        خلاله بحث كذا.
        """
        keys = self.tokens.keys
        return keys[place] in keys_by(LASTS) or (self.is_verb(place) and small_word(keys[place + 1]) == WITHIN)

    def is_remark(self, place: int) -> bool:
        """Whether a remark on what was told begins behind و at `place`: ، و| هذه أول زيارة، ، و| هو ما رفضه؛ not ، و| ذلك أمس."""
        key, kind, after = self.tokens.keys[place], self.tokens.kinds[place], self.tokens.keys[place + 1 : place + 2]
        told = bool(after) and (after[0] in ranks() or after[0] == WHAT)
        return bool(kind & DEMONSTRATIVE and key != THAT_MATTER) or (key in IT_IS and told)

    def is_paper(self, place: int) -> bool:
        """Whether a paper without article stands at `place`, though it may be written like a verb: ، مذكرة | تفاهم، ، عقدا | مع."""
        led = self.tokens.kinds[place + 1] & (PREFIX | PREPOSITION | THAT)
        object = self.tokens.keys[place].endswith(ALEF) and bool(self.tokens.kinds[place - 1] & COMMA)
        return self.tokens.keys[place] in keys_by(PAPER) and (object or not led)

    def is_nth(self, place: int) -> bool:
        """Whether it is told which of several an encounter is, though it may be spelt as a verb: ، أولى | جلساته."""
        after = self.tokens.keys[place + 1 : place + 2]
        return self.tokens.keys[place] in ranks() and bool(after) and after[0] in known()

    def turns(self, place: int) -> bool:
        """Whether the words at `place` turn to something else: فيما، حيث، بحسب، من المقرر، مما أدى، ما أدى، في الوقت الذي."""
        key, kind = self.tokens.keys[place], self.tokens.kinds[place]
        after = self.tokens.kinds[place + 1]
        if kind & TURNS and not (kind & SUBORDINATE and not kind & MATTER):
            return True
        return key == WHAT or self.is_effect(place) or self.is_meanwhile(place) or (key == OF and bool(after & OWN_THAT))

    def is_effect(self, place: int) -> bool:
        """Whether it is told from `place` what something does: بما | يكفل التعاون؛ not بما في ذلك الوزراء."""
        return self.tokens.keys[place] == BY + WHAT and self.is_verb(place + 1)

    def is_meanwhile(self, place: int) -> bool:
        """Whether it is told from `place` what else goes on: في الوقت الذي | تستمر فيه الخلافات, في حين | يغادر الوفد."""
        tokens = self.tokens
        if tokens.keys[place] != IN or place + 2 >= len(tokens):
            return False
        if not tokens.kinds[place + 1] & MOMENT:
            return bool(tokens.kinds[place + 1] & CONJUNCTION)
        return bool(tokens.kinds[place + 2] & RELATIVE) or self.is_present(place + 2)

    def is_at_other_time(self, place: int) -> bool:
        """Whether it is told from `place` what was done at another time: ، و| في وقت سابق من اليوم استقبل."""
        tokens, first = self.tokens, place + 2
        if tokens.keys[place] != IN or first >= len(tokens) or not tokens.kinds[place + 1] & MOMENT:
            return False
        near = takewhile(lambda at: not tokens.kinds[at] & PUNCTUATION, range(first, min(len(tokens), first + ADDED)))
        return any(self.is_verb(at) for at in near)

    def is_asked(self, place: int) -> bool:
        """Whether a question begins right before `place`: هل | عقدت."""
        return place > 0 and bool(self.tokens.kinds[place - 1] & QUESTION)

    def joins(self, place: int) -> bool:
        """Whether و or ف stands at `place`."""
        return bool(self.tokens.kinds[place] & PREFIX) and self.tokens.keys[place] in CONJUNCTIONS

    def is_present(self, place: int) -> bool:
        """Whether a verb in the present stands at `place`, and no adjective: في وقت | تستمر؛ not في وقت | سابق."""
        return self.is_verb(place) and self.tokens.keys[place][0] in IMPERFECT_HEADS

    def names_kind(self, place: int) -> bool:
        """Whether a noun behind و tells with the one before of what kind an encounter is: زيارة عمل و| تفقد إلى صور; not قام بزيارة
        عمل و| تفقد المصنع.
        """
        keys, kinds, after = self.tokens.keys, self.tokens.kinds, place + 1
        if place < 3 or not self.joins(place - 1) or keys[place - 3] not in names():
            return False
        plain = not kinds[place - 2] & (LEADS | DEFINITE | PUNCTUATION)
        return plain and (after >= len(self.tokens) or bool(kinds[after] & (LEADS | PUNCTUATION)) or self.is_day(after))

    def is_accusative(self, place: int) -> bool:
        """Whether a word is written as an accusative or tells a cause as one, as no verb is: بدءاً، رفضا."""
        written = self.tokens.surface(place, place + 1).endswith((TANWIN_ALEF, ALEF_TANWIN))
        return written or self.tokens.keys[place] in poll_words("cause")

    def is_verb(self, place: int) -> bool:
        """Whether a verb stands at `place`, perhaps behind كان, قد or a negation; none is وقفة, nor what counts people (جمع من),
        nor a word of a date (يومي 20 و21 مارس).
        """
        kinds = self.tokens.kinds
        if place >= len(self.tokens) or self.tokens.keys[place] in attending_keys() or self.scene.is_in_day(place):
            return False
        if self.tokens.has_ta(place) or self.is_accusative(place) or kinds[place] & QUANTITY or self.names_kind(place):
            return False
        if self.tokens.keys[place] == OTHER_THAN and not any(
            kind & (DEFINITE | DEMONSTRATIVE) for kind in kinds[place + 1 : place + 2]
        ):
            return False  # زيارة مفاجئة و| غير معلنة
        return bool(kinds[place] & (KAN | NEGATION)) or is_finite(self.passage, place)

    def is_led_to(self, place: int) -> bool:
        """Whether a preposition leads to a place that is spelt as a verb: أمام | دار الشباب; not ودار | حديث."""
        kinds = self.tokens.kinds
        led = place > 0 and kinds[place - 1] & (PREPOSITION | PREFIX) and not is_and(self.tokens, place - 1)
        return bool(led) and is_venue(self.tokens, place)


def is_surely_told(tokens: Tokens, place: int) -> bool:
    """Whether a verb of encounters is no noun by its form: و| سيلتقيه غدا, و| سألتقي به, و| التقينا; not و| بحثنا."""
    told = (form for form, _ in known().get(tokens.keys[place]))
    return any(form.is_finite and (form.tense == "future" or (form.is_own and len(form.lemma) > ROOT)) for form in told)


def holds_it(tokens: Tokens, place: int) -> bool:
    """Whether a verb has what takes place as its pronoun: شهدته، احتضنته، دعا | إليها."""
    held = (form for form in forms(TABLE).get(tokens.keys[place]) if form.is_finite and form.row["by"] == HOLDS)
    led = any(key in PRONOUNS for key in tokens.keys[place + 1 : place + 2])
    return any(form.pronoun or (led and not LED_NEEDS.isdisjoint(several(form.row["needs"]))) for form in held)


def opens_list(tokens: Tokens, colon: int) -> bool:
    """Whether a colon stands behind what tells who takes part: بحضور كل من | :، وفدا ضم | :، وحضره | :، التقى كلا من | :،
    استقبل على التوالي | :.
    """
    told = tuple(tokens.keys[max(0, colon - 2) : colon]) in EACH_OF or tokens.keys[colon - 1] in IN_A_ROW
    if tokens.kinds[colon] & COLON and told:
        return True
    return list_form(tokens, colon) is not None


def list_form(tokens: Tokens, colon: int) -> Form | None:
    """The form of the word before a colon that tells who takes part: وحضره | :، بحضور | :; None where none does."""
    near = range(colon - 1, max(-1, colon - 1 - LIST_REACH), -1) if tokens.kinds[colon] & COLON else ()
    return next((form for at in near for form in forms(ATTENDANCE).get(tokens.keys[at]) if form.row["by"] in LISTS), None)
