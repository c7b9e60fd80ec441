"""Whose words they are: from the phrase beside the cue, or from who was named before it, to one party of the page.

A link is made only where gender, number and what the page says of a person agree; where it is weak the speaker stays unknown.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from qawl.arabic.actors import Actor, keys_of
from qawl.arabic.findings import ASKED, CALL, PLACED, TURN, Finding, Range
from qawl.arabic.letters import ADDRESSING, HIS, OWNERS, PLURALS, TA_MARBUTA
from qawl.arabic.lexicon import (
    BODY,
    CONJUNCTION,
    CONTRAST,
    DEFINITE,
    EACH,
    EXCEPTS,
    FORMER,
    GOVERNS,
    HONOUR,
    KAN,
    OFFICE,
    ONE_OF,
    ORIGIN,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    SATED,
    SECOND,
    SIDE,
    SPEECH,
    THAT,
    TURNS_TO,
    word_classes,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.holders import is_office, name_apposed
from qawl.arabic.phrases.honours import may_bear, spellings, titles_told_by, words_before
from qawl.arabic.phrases.offices import has_role
from qawl.arabic.phrases.parties import gender_of
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.phrases.subjects import PERSONAL, before_party, second_party
from qawl.arabic.reporting.addressees import told_to
from qawl.arabic.reporting.clauses import is_joined
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.reporting.sources import source_at
from qawl.arabic.reporting.turns import guest
from qawl.arabic.speakers.chooser import choose
from qawl.arabic.speakers.focus import Chooser
from qawl.arabic.speakers.roster import ISSUERS, Roster
from qawl.arabic.speakers.traces import agrees, is_against_name
from qawl.arabic.verbs import FINITE, ORDERS, TOLD, WHOM, Reading
from qawl.model import Form

# Rules that find nothing where nobody can be told to speak.
NEED_SPEAKER = (PLACED, CALL, "utterance")
# Acts by which who speaks calls upon somebody.
CALLS_UPON = ("ask", "call")
# How many of the last sayings may be of one who calls on somebody.
LOOK_BACK = 5
# How many sayings back the one may stand in which another stands.
LONG_AGO = 60
# So near before a saying and its source stands what turns to somebody else.
TURN_REACH = 8
# In so many of its first tokens a sentence tells that it is another's turn: ومن جهته, بدوره.
TURN_OPENS = 4
# One of two who were named: الأول، الثانية.
PLACED_IN_PAIR = FORMER | SECOND
# What ends the clause of كان: a mark, a conjunction, a relative or another أن.
KAN_ENDS = PUNCTUATION | CONJUNCTION | RELATIVE | THAT
TURNS = SIDE | CONTRAST | TURNS_TO | EXCEPTS


@dataclass(frozen=True)
class Answer:
    """Who speaks, how the text refers to the speaker here, the role that it gives here, who relays it and whom it was told.

    ``chance`` is how likely the speaker is the one where the text leaves the subject out, else 1.
    """

    actor: Actor | None
    form: Form
    role: Range | None = None
    via: Actor | None = None
    told: Actor | None = None
    chance: float = 1.0


class Cast:
    """Who speaks in the findings of a passage; ``people`` are those of the page, who grow as it is read.

    ``by_name`` are those of them whom their names alone told, before any phrase was read.
    """

    def __init__(self, passage: Passage, people: list[Actor], choose: Chooser = choose) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.roster = Roster(passage, people, choose)
        self.people = people
        self.by_name = frozenset(people)
        self.focus = self.roster.focus
        self.asked: list[Actor | None] = []

    def said(self, found: list[Finding]) -> list[tuple[Finding, Answer]]:
        """The findings that say something, in text order, each with who speaks."""
        answered = [(finding, self.answer(finding)) for finding in map(self.settle_source, found)]
        answered = [self.told_first(*pair, *after) for pair, after in zip(answered, [*answered[1:], (None, None)], strict=False)]
        return [
            (finding, answer)
            for finding, answer in answered
            if finding.content and (answer.actor or finding.rule not in NEED_SPEAKER)
        ]

    def told_first(self, finding: Finding, answer: Answer, after: Finding | None, speaks: Answer | None) -> tuple[Finding, Answer]:
        """A saying and who speaks: a participle that opens its sentence has the subject behind it: ومشيرا إلى كذا، قال | الوزير."""
        if after is None or speaks is None or after.source is None or finding.source or finding.form != "participle":
            return finding, answer
        start, stop = self.passage.sentence_start(finding.place), self.passage.sentence_stop(finding.place)
        opens = self.passage.skip(start, PREFIX) == finding.place and after.place < stop
        if not opens or speaks.actor is None or not agrees(speaks.actor, finding):
            return finding, answer
        return finding, replace(answer, actor=speaks.actor, chance=speaks.chance)

    def settle_source(self, finding: Finding) -> Finding:
        """A finding with its source as what the passage tells of its people makes it."""
        return self.settle_name(self.settle_met(self.settle_urged(self.settle_surname(finding))))

    def settle_surname(self, finding: Finding) -> Finding:
        """The surname of somebody of the page without the definite object behind it: دعا الكندي | النواب إلى أن."""
        phrase = finding.source
        if finding.form != "urged" or phrase is None or phrase.stop == phrase.first + 1:
            return finding
        surname = phrase.first, phrase.first + 1
        known = any(surname in person.mentions for person in self.people)
        if not known or not self.tokens.kinds[surname[1]] & DEFINITE:
            return finding
        return finding._replace(source=Phrase(*surname, "person", surname, None, True), form="name")

    def settle_met(self, finding: Finding) -> Finding:
        """The source without the party that its verb tells behind it: حذرت تونس | شركة النور من أن، طالب الحزب | وزير الصحة بأن."""
        phrase, reading = finding.source, finding.reading
        if phrase is None or reading is None or phrase.first != finding.place + 1 or reading.takes.isdisjoint((WHOM, TOLD)):
            return finding
        met = second_party(self.tokens, phrase) if reading.tense in FINITE else None
        return finding if met is None else finding._replace(source=before_party(self.tokens, phrase, met))

    def settle_urged(self, finding: Finding) -> Finding:
        """ودعا الحكومة إلى أن: whoever spoke before in the paragraph calls on it, as always in a plural; else it calls.

        So does who has the ending of a subject: واتهم معارضون | الوزير بأنه.
        """
        if finding.form != "urged":
            return self.without_object(finding)
        if finding.source and self.tokens.keys[finding.source.name[0]].endswith(PLURALS[0]):
            return finding._replace(form="name")
        start = self.passage.paragraph_start(finding.place)
        lately = (actor for other, actor in self.focus.spoken[-LOOK_BACK:] if other.place >= start)
        several = finding.reading is not None and finding.reading.number != "s"
        if several or self.is_urged(finding) or any(agrees(actor, finding) for actor in lately):
            return finding._replace(source=None, form="dropped")
        return finding._replace(form="name")

    def without_object(self, finding: Finding) -> Finding:
        """A finding without the phrase behind its verb where that is whom it tells or calls upon."""
        if self.is_reminded(finding):
            return finding._replace(source=None, form="dropped")
        return finding._replace(source=None, told=finding.source, form="dropped") if self.is_called_upon(finding) else finding

    def is_called_upon(self, finding: Finding) -> bool:
        """Whether who spoke last goes on and calls upon an officer of the state whom the page names here first.

        قال النائب سالم إن كذا. وطالب رئيس الوزراء سامر الحلبي بفتح كذا; not وأمر رئيس الوزراء سامر الحلبي بفتح كذا.
        """
        phrase, reading, place = finding.source, finding.reading, finding.place
        if phrase is None or reading is None or not phrase.named or phrase.first != place + 1 or reading.tense != "perfect":
            return False
        if reading.act not in CALLS_UPON or reading.takes.isdisjoint(PERSONAL) or ORDERS in reading.takes:
            return False
        if not is_joined(self.passage, place):
            return False
        officer = any(kind & GOVERNS for kind in self.tokens.kinds[phrase.first : phrase.first + 2])
        return officer and self.is_new(phrase) and self.is_carried_on(finding)

    def is_new(self, phrase: Phrase) -> bool:
        """Whether the page names a person here for the first time."""
        person = next((person for person in self.people if phrase.name in person.mentions), None)
        return person is None or all(first >= phrase.name[0] for first, _ in person.mentions)

    def is_carried_on(self, finding: Finding) -> bool:
        """Whether the last one who spoke or called for something goes on, no turn between.

        In this paragraph or the one before; a verb that needs no object goes on in its own only: ودعا الوزير سامر إلى كذا.
        """
        needs = finding.reading is not None and not finding.reading.takes.isdisjoint((WHOM, TOLD))
        start = self.passage.paragraph_start(finding.place)
        near = self.focus.paragraph_before(finding.place) if needs else start
        latest = [actor for other, actor in self.focus.spoken[-1:] if other.reading and other.place >= near]
        return any(agrees(actor, finding) for actor in latest) and not self.turns_before(finding.place)

    def is_reminded(self, finding: Finding) -> bool:
        """Whether a feminine body stands right behind a masculine verb, and so as its object: وذكّر حكومة البلد بأن."""
        phrase, reading = finding.source, finding.reading
        if phrase is None or reading is None or reading.tense != "perfect" or phrase.first != finding.place + 1:
            return False
        body = phrase.type == "organisation" and self.tokens.keys[phrase.first].endswith(TA_MARBUTA)
        return body and bool(self.tokens.kinds[phrase.first] & BODY) and self.is_urged(finding) and reading.gender == "m"

    def is_urged(self, finding: Finding) -> bool:
        """Whether the phrase behind a verb is its object by gender: وطالب الإدارة بأن; but not جاء رد الإدارة، طالب تجار بأن."""
        phrase, reading = finding.source, finding.reading
        if phrase is None or reading is None or reading.number != "s" or phrase.type not in (*ISSUERS, "group"):
            return False
        before = finding.place - 1
        if before >= 0 and (
            self.tokens.kinds[before] & KAN or (self.tokens.kinds[before] & SPEECH and is_finite(self.passage, before))
        ):
            return False
        shown = gender_of(self.tokens, phrase)
        if phrase.type == "group" and shown == "f":
            return False
        return "-" not in (shown, reading.gender) and shown != reading.gender

    def settle_name(self, finding: Finding) -> Finding:
        """The name after a role and what belongs to it joins its phrase: قال سفير تونس لدى عمان، سامر الحلبي، إن كذا.

        So it does where both stand before the verb: سفير تونس لدى عمان سامر الحلبي قال إن كذا.
        """
        phrase = finding.source
        if phrase is None or not is_office(self.tokens, phrase):
            return finding
        behind = next((first for first, _ in finding.content if first > finding.place), self.passage.sentence_stop(finding.place))
        limit = behind if phrase.first > finding.place else finding.place
        name = name_apposed(self.tokens, self.people, phrase, limit)
        return finding._replace(source=Phrase(phrase.first, name[1], "person", name, phrase.name, True)) if name else finding

    def answer(self, finding: Finding) -> Answer:
        """Who speaks in a finding; findings must come in text order."""
        via = self.roster.party(finding.via)
        answer = self.speaker(finding)
        if via and via is answer.actor and finding.source and self.tokens.kinds[finding.source.first] & ORIGIN:
            answer = replace(answer, actor=None)
        self.focus.hear(finding, answer.actor, via)
        form: Form = "headline" if answer.actor and self.passage.is_title(finding.place) else answer.form
        told = self.roster.party(finding.told or told_to(self.passage, finding))
        if finding.told and told and told is answer.actor and form == "role":
            answer = replace(answer, actor=None)
        return replace(answer, form=form, via=via, told=None if told is answer.actor else told)

    def speaker(self, finding: Finding) -> Answer:
        """Whose words a finding is: whom its phrase means, whom an honour means, or whom it carries on."""
        source = finding.source
        if source is None:
            return self.told_without(finding)
        if source.stop - source.first == 1 and self.tokens.kinds[source.first] & PLACED_IN_PAIR:
            return Answer(self.of_pair(finding, source.first), "pronoun")
        if self.tokens.kinds[source.first] & HONOUR:
            return self.honoured(source.first, finding)
        return self.told_by_phrase(finding, source)

    def told_by_phrase(self, finding: Finding, phrase: Phrase) -> Answer:
        """Who speaks where a phrase beside the cue names the source."""
        actor, form, role = self.roster.meant(phrase)
        if actor and form == "role" and self.is_apart(finding, actor) and not self.holds(actor, phrase):
            return Answer(None, "role", role)
        reading = finding.reading
        if actor and phrase.named and phrase.first < finding.place and is_against_name(actor, finding):
            return Answer(None, form, role)
        subject = phrase.first > finding.place and not self.tokens.kinds[phrase.first - 1] & PREPOSITION
        if actor and reading and reading.act != "report" and subject and self.takes_gender(actor, reading):
            actor.gender = reading.gender
        return Answer(actor, form, role)

    def is_apart(self, finding: Finding, actor: Actor) -> bool:
        """Whether a saying can hardly be this party's: a label, one inside its own, a turn or one set against what it said last."""
        acts = finding.rule == TURN and finding.source is not None and finding.source.type == "unnamed"
        turned = self.spoke_last(actor) and (acts or self.turns(finding))
        return finding.rule == "name_colon" or self.is_outer(finding, actor) or turned

    def spoke_last(self, actor: Actor) -> bool:
        """Whether nobody spoke or acted since this party."""
        return self.focus.lately(1)[:1] == [actor]

    def turns(self, finding: Finding) -> bool:
        """Whether the clause of a saying turns to somebody else: من جهته قال المدير، إلا أن المدير أكد; not لكن alone."""
        source = finding.source.first if finding.source else finding.place
        return self.turns_before(min(source, finding.place), finding.place)

    def turns_before(self, stop: int, place: int | None = None) -> bool:
        """Whether what stands before `stop` in its clause turns to somebody else; the clause is that of `place`."""
        place = stop if place is None else place
        start = max(self.passage.sentence_start(place), place - TURN_REACH)
        before = self.tokens.kinds[start:stop]
        return any(kind & TURNS and not (kind & CONTRAST and kind & CONJUNCTION) for kind in before)

    def is_outer(self, finding: Finding, actor: Actor) -> bool:
        """Whether a saying stands in one of this party's own: قال فلان إن المدير أكد أن كذا."""
        outer = (spoke for other, spoke in self.focus.spoken[-LONG_AGO:] if other.place == finding.within)
        return finding.within is not None and actor in outer

    def holds(self, actor: Actor, phrase: Phrase) -> bool:
        """Whether the page gives an office to a party, so that who speaks may tell of himself."""
        return actor.type != "person" or has_role(self.tokens, actor, keys_of(self.tokens, phrase.name))

    def takes_gender(self, actor: Actor, reading: Reading) -> bool:
        """Whether the verb before tells the gender of its subject: one not told otherwise, or a feminine body: قالت دار النشر."""
        return actor.gender == "-" or (actor.type == "organisation" and reading.gender == "f")

    def honoured(self, place: int, finding: Finding) -> Answer:
        """The person whom a page calls سموه or معاليه: the last one given it or its title, else who spoke before.

        Nobody who bears another honour, and no manager where only princes bear it.
        """
        honour = self.tokens.keys[place]
        near = self.named_behind(place, spellings(honour)) or self.named_behind(place, titles_told_by(honour))
        _, latest = max(near, key=lambda found: found[0], default=(0, None))
        speaker, chance = self.carried_on(finding)
        if latest is not None and not any(person is speaker for _, person in near):
            return Answer(latest, "pronoun")
        allowed = speaker is None or latest is not None or may_bear(self.tokens, speaker, honour)
        return Answer(speaker if allowed else None, "pronoun", chance=chance)

    def named_behind(self, place: int, words: Collection[str]) -> list[tuple[int, Actor]]:
        """Where before `place` which persons are named right behind one of the words."""
        return [
            (first, person)
            for person in self.people
            for first, _ in person.mentions
            if first < place and not words_before(self.tokens, first).isdisjoint(words)
        ]

    def told_without(self, finding: Finding) -> Answer:
        """Who speaks where no phrase tells."""
        if finding.form == "passive":
            return Answer(None, "dropped")
        if finding.form == ASKED:
            return Answer(self.guest(finding), "fronted")
        if latter := self.latter(finding):
            return Answer(latter, "pronoun")
        form: Form = "pronoun" if finding.form == "pronoun" else "dropped"
        actor, chance = self.carried_on(finding)
        if (actor is None or actor.number == "s") and self.is_of_several(finding.place):
            return Answer(self.several(finding), "pronoun")
        others = (self.is_others_turn, self.is_others_manner, self.is_others_kan)
        if actor and any(is_others(finding, actor) for is_others in others):
            return Answer(None, form)
        return Answer(actor, form, chance=chance)

    def is_others_turn(self, finding: Finding, last: Actor) -> bool:
        """Whether the sentence opens with another's turn, so that who spoke last does not go on: بدوره شكر المدير الأهالي، وقال."""
        start = self.passage.sentence_start(finding.place)
        opens = any(kind & SIDE for kind in self.tokens.kinds[start : min(start + TURN_OPENS, finding.place)])
        named = any(start <= first < finding.place for first, _ in last.mentions)
        return opens and not named and self.spoke_last(last)

    def is_others_manner(self, finding: Finding, actor: Actor) -> bool:
        """Whether a participle stands right behind an ordinary verb and an office that is not the party's: فقاطعه المدير قائلا."""
        kinds, verb = self.tokens.kinds, finding.place - 2
        office = kinds[verb + 1] if verb >= 0 else 0
        if finding.form != "participle" or not office & OFFICE or not office & DEFINITE:
            return False
        if not (kinds[verb] & SATED or self.tokens.is_owned(verb) or is_finite(self.passage, verb)):
            return False
        keys = keys_of(self.tokens, (verb + 1, verb + 2))
        named = any(first <= verb + 1 < stop for first, stop in (actor.name, *actor.mentions))
        return not named and actor.keys[:1] != keys and not has_role(self.tokens, actor, keys)

    def is_others_kan(self, finding: Finding, actor: Actor) -> bool:
        """Whether كان and another party open the sentence of a verb: وكان رئيس الهيئة … أكد أن، وكان الوزير قد زار كذا وأكد أن."""
        passage, place = self.passage, finding.place
        kan = passage.skip(passage.sentence_start(place), PREFIX)
        if kan >= place or not self.tokens.kinds[kan] & KAN or finding.form != "dropped":
            return False
        phrase = source_at(passage, kan + 1)
        if phrase is None or phrase.stop > place or any(kind & KAN_ENDS for kind in self.tokens.kinds[phrase.stop : place - 1]):
            return False
        named = any(phrase.first <= first < phrase.stop for first, _ in (actor.name, *actor.mentions))
        return not named and self.roster.known(phrase) is not actor

    def is_of_several(self, cue: int) -> bool:
        """Whether one or some of many speak: they stand behind the verb, or before what they mean to do: خرج أحدهم ليقول."""
        led = cue > 1 and bool(self.tokens.kinds[cue - 1] & PREFIX) and self.tokens.keys[cue - 1] == ADDRESSING
        return self.is_one_of_several(cue + 1) or (led and self.is_one_of_several(cue - 2))

    def several(self, finding: Finding) -> Actor | None:
        """The group that spoke last, where some of it speak: قال صيادون كذا، وذكر بعضهم كذا; nobody where one of it does."""
        latest, key = self.focus.lately(1), self.tokens.keys[min(finding.place + 1, len(self.tokens) - 1)]
        stems = (key.removesuffix(owner) for owner in OWNERS if key.endswith(owner))
        some = not any(word_classes().get(stem, 0) & ONE_OF for stem in stems)
        return latest[0] if some and latest and latest[0].type == "group" else None

    def is_one_of_several(self, place: int) -> bool:
        """Whether a pronoun tells of one or some of many, who are nobody single: قال أحدهم؛ not قال هو, مطالبا إياهم."""
        if not self.tokens.kinds[place] & PRONOUN:
            return False
        key = self.tokens.keys[place]
        stems = (key.removesuffix(owner) for owner in OWNERS if owner[0] == HIS and key.endswith(owner))
        return any(word_classes().get(stem, 0) & (ONE_OF | EACH | QUANTITY) for stem in stems)

    def latter(self, finding: Finding) -> Actor | None:
        """The person whom الأخير means: the last one named before the verb in its paragraph, of its gender."""
        kinds, place = self.tokens.kinds, finding.place + 1
        if not (kinds[place] & PRONOUN and kinds[place] & DEFINITE):
            return None
        genders = "-f" if self.tokens.keys[place].endswith(TA_MARBUTA) else "-m"
        named = self.named_here(finding, genders)
        return named[max(named)] if named else None

    def of_pair(self, finding: Finding, place: int) -> Actor | None:
        """The person whom الأول or الثاني means: the one of two, both of whom the paragraph names before the verb, no more."""
        named = self.named_here(finding, "-mf")
        pair = list(dict.fromkeys(named[first] for first in sorted(named)))
        if len(pair) != 2:
            return None
        return pair[0 if self.tokens.kinds[place] & FORMER else 1]

    def named_here(self, finding: Finding, genders: str) -> dict[int, Actor]:
        """The persons of these genders that the paragraph of a verb names before it, by their places."""
        start = self.passage.paragraph_start(finding.place)
        return {
            first: person
            for person in self.people
            for first, _ in person.mentions
            if start <= first < finding.place and person.gender in genders
        }

    def carried_on(self, finding: Finding) -> tuple[Actor | None, float]:
        """Whom a saying without a subject carries on, and how likely it is; who only acted so far is taken up as a party.

        An office that acts and that nobody is told to have is hardly that of who spoke last: قال سالم كذا. وتدخل القاضي، وقال.
        """
        link = self.focus.carried_on(finding)
        if link.phrase is None:
            return link.actor, link.chance
        known = self.roster.known(link.phrase)
        actor = self.roster.party(link.phrase)
        other = actor is not known or self.turns_before(link.phrase.first)
        return None if actor and actor.type == "person" and other and self.spoke_last(actor) else actor, link.chance

    def guest(self, finding: Finding) -> Actor | None:
        """Who is asked in the conversation whose first answer this is, or is found already."""
        if not self.asked:
            spoken = [(other, actor) for other, actor in self.focus.spoken if other.reading]
            self.asked = [guest(self.passage, self.people, spoken, finding.place)]
        return self.asked[0]
