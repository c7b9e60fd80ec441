"""Whose words they are: from the phrase beside the cue, or from who was named before it, to one party of the page.

A link is made only where gender, number and what the page says of a person agree; where it is weak the speaker stays unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from qawl.arabic.addressees import told_to
from qawl.arabic.candidates import agrees
from qawl.arabic.chooser import choose
from qawl.arabic.entities import Phrase
from qawl.arabic.findings import ASKED, PLACED, Finding, Range
from qawl.arabic.focus import Chooser, Focus
from qawl.arabic.heads import heads
from qawl.arabic.letters import HERS, HIS, NISBA, TA_MARBUTA, bare_key
from qawl.arabic.lexicon import (
    ANYONE,
    BINDS,
    BODY,
    DEFINITE,
    FAMILY,
    FUNCTION,
    HONOUR,
    IDLE,
    MEDIA,
    NAME,
    NATION,
    ORIGIN,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    ROLE,
    SETTING,
    SPEECH,
    THAT,
    TIME,
    TITLE,
)
from qawl.arabic.mentions import Mentions
from qawl.arabic.offices import has_role
from qawl.arabic.parties import gender_of, is_definite, party_of_phrase, party_type, speaks_in
from qawl.arabic.passage import Passage
from qawl.arabic.people import Actor, add_roles, keys_of, name_keys, same_name
from qawl.arabic.turns import guest
from qawl.arabic.verbs import Reading
from qawl.model import Form

# Parties whose documents speak for them; media only pass them on.
ISSUERS = ("organisation", "country")
# What parts a role from a name that follows: another clause or occasion.
OTHERWISE = SPEECH | SETTING | TIME | THAT
# How many of the last speakers are still at hand, and how many of them may call on somebody.
LATELY = 3
# How many sayings back the one may stand in which another stands.
LONG_AGO = 60
LOOK_BACK = 5
# How far before a name its honour may stand: سمو ولي العهد الأمير سالم.
HONOUR_REACH = 6


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


def add_mention(actor: Actor, name: Range) -> None:
    """Note where an actor is named, unless a mention stands there already."""
    if all(stop <= name[0] or name[1] <= first for first, stop in actor.mentions):
        actor.mentions.append(name)


class Cast:
    """Who has been named and who has spoken, so far, in a passage."""

    def __init__(self, passage: Passage, people: list[Actor], choose: Chooser = choose) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.people = people
        self.others: list[Actor] = []
        self.mentions = Mentions(passage)
        self.focus = Focus(passage, people, self.known, choose)
        self.asked: list[Actor | None] = []

    def said(self, found: list[Finding]) -> list[tuple[Finding, Answer]]:
        """The findings that say something, in text order, each with who speaks."""
        answered = [(finding, self.answer(finding)) for finding in map(self.settle_source, found)]
        return [(finding, answer) for finding, answer in answered if finding.content and (answer.actor or finding.rule != PLACED)]

    def settle_source(self, finding: Finding) -> Finding:
        """A finding with its source as what the passage tells of its people makes it."""
        return self.settle_name(self.settle_urged(finding))

    def settle_urged(self, finding: Finding) -> Finding:
        """ودعا الحكومة إلى أن: whoever spoke before in the paragraph calls on the government; else the government calls."""
        if finding.form != "urged":
            return finding
        start = self.passage.paragraph_start(finding.place)
        if self.is_urged(finding):
            return finding._replace(source=None, form="dropped")
        if any(other.place >= start and agrees(actor, finding) for other, actor in self.focus.spoken[-LOOK_BACK:]):
            return finding._replace(source=None, form="dropped")
        return finding._replace(form="name")

    def is_urged(self, finding: Finding) -> bool:
        """Whether the phrase behind a verb is its object by gender: وطالب الإدارة بأن."""
        phrase, reading = finding.source, finding.reading
        if phrase is None or reading is None or reading.number != "s" or phrase.type not in ("organisation", "country"):
            return False
        shown = gender_of(self.tokens, phrase)
        return "-" not in (shown, reading.gender) and shown != reading.gender

    def settle_name(self, finding: Finding) -> Finding:
        """The name after a role and what belongs to it joins its phrase: قال سفير تونس لدى عمان، سامر الحلبي، إن كذا."""
        phrase = finding.source
        office = phrase and phrase.type == "unnamed" and self.tokens.kinds[phrase.first] & ROLE and phrase.first > finding.place
        if not office or phrase is None:
            return finding
        limit = next((first for first, _ in finding.content if first > finding.place), self.passage.sentence_stop(finding.place))
        for first, stop in sorted(mention for person in self.people for mention in person.mentions):
            if phrase.stop <= first and stop <= limit and self.is_apposed(phrase.stop, first, stop):
                return finding._replace(source=Phrase(phrase.first, stop, "person", (first, stop), phrase.name, True))
        return finding

    def answer(self, finding: Finding) -> Answer:
        """Who speaks in a finding; findings must come in text order."""
        via = self.party(finding.via)
        honour = finding.source and self.tokens.kinds[finding.source.first] & HONOUR
        named = finding.source and not honour
        answer = self._from_phrase(finding) if named else self.honoured(finding) if honour else self._without_phrase(finding)
        self.focus.hear(finding, answer.actor)
        form: Form = "headline" if answer.actor and self.passage.is_title(finding.place) else answer.form
        told = self.party(finding.told or told_to(self.passage, finding))
        return replace(answer, form=form, via=via, told=None if told is answer.actor else told)

    def party(self, phrase: Phrase | None) -> Actor | None:
        """The party of the page that a phrase means, where it is no speaker."""
        if phrase is None:
            return None
        return (self._person(phrase) if phrase.named else self._unnamed(phrase)).actor

    def known(self, phrase: Phrase) -> Actor | None:
        """The party that a phrase means, if the page has named it; nothing is taken down."""
        if phrase.named:
            return self.person_named(name_keys(self.tokens, phrase.name))
        phrase = phrase._replace(first=phrase.name[0])
        keys = keys_of(self.tokens, phrase.name)
        if phrase.type in ("unnamed", "organisation") and (person := self.surnamed(phrase.name)):
            return person
        person = self.titled(phrase) or (self.by_role(phrase, keys) if phrase.type == "unnamed" else None)
        return person or self.same_party(phrase, keys)

    def _from_phrase(self, finding: Finding) -> Answer:
        phrase = finding.source
        assert phrase is not None
        answer = self._person(phrase) if phrase.named else self._unnamed(phrase)
        actor, reading = answer.actor, finding.reading
        apart = finding.rule == "name_colon" or (actor and self.is_outer(finding, actor))
        if actor and answer.form == "role" and apart and not self.holds(actor, phrase):
            return Answer(None, "role", answer.role)
        if actor and reading and reading.act != "report" and phrase.first > finding.place and self.takes_gender(actor, reading):
            actor.gender = reading.gender
        return answer

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

    def _person(self, phrase: Phrase) -> Answer:
        keys = name_keys(self.tokens, phrase.name)
        actor = self.person_named(keys)
        if actor is None and not self.is_surely_name(phrase):
            return Answer(None, "name")
        actor = actor or self.person_at(phrase.name)
        if actor is None:
            actor = Actor(phrase.name, keys, "person", mentions=[phrase.name])
            self.people.append(actor)
        add_mention(actor, phrase.name)
        if phrase.role:
            add_roles(self.tokens, actor, [phrase.role])
        short = len(keys) == 1 and len(actor.keys) > 1
        return Answer(actor, "surname" if short else "name", phrase.role)

    def person_at(self, name: Range) -> Actor | None:
        """The person whose mention stands at `name` too; a fuller name becomes the person's own."""
        for person in self.people:
            for number, (first, stop) in enumerate(person.mentions):
                if first < name[1] and name[0] < stop:
                    if name[0] <= first and stop <= name[1]:
                        person.mentions[number] = name
                        self.rename(person, name)
                    return person
        return None

    def rename(self, person: Actor, name: Range) -> None:
        """Give a person a name that has more words than the one so far."""
        keys = name_keys(self.tokens, name)
        if len(keys) > len(person.keys):
            person.name, person.keys = name, keys

    def is_surely_name(self, phrase: Phrase) -> bool:
        """Whether a name that no other place of the page bears out may stand: long, known, introduced, or said twice."""
        first, stop = phrase.name
        if stop - first > 1 or phrase.role or first > phrase.first or self.tokens.kinds[first] & (NAME | FAMILY):
            return True
        return self.tokens.count(self.tokens.keys[first]) > 1

    def person_named(self, keys: tuple[str, ...]) -> Actor | None:
        """The person of the page whom these words name, the longest name first."""
        owners = [person for person in self.people if same_name(person.keys, keys) or same_name(keys, person.keys)]
        owners = owners or [person for person in self.people if len(keys) == 1 and keys[0] in person.keys]
        return max(owners, key=lambda person: len(person.keys)) if owners else None

    def is_apposed(self, start: int, first: int, stop: int) -> bool:
        """Whether nothing between a role and a name tells of another clause or another party."""
        kinds = self.tokens.kinds
        apart = any(kind & OTHERWISE and not kind & BINDS for kind in kinds[start:first])
        if apart or kinds[first - 1] & (PREPOSITION | PREFIX | BODY):
            return False
        return stop >= len(kinds) or bool(kinds[stop] & (PUNCTUATION | TIME | FUNCTION))

    def _unnamed(self, phrase: Phrase) -> Answer:
        tokens, phrase = self.tokens, phrase._replace(first=phrase.name[0])
        keys = keys_of(tokens, phrase.name)
        if phrase.type in ("unnamed", "organisation") and (person := self.surnamed(phrase.name)):
            return Answer(person, "surname")
        if person := self.titled(phrase):
            return Answer(person, "surname", (phrase.first, phrase.stop - 1))
        if phrase.type == "unnamed" and (actor := self.by_role(phrase, keys)):
            add_roles(tokens, actor, [phrase.name])
            return Answer(actor, "role", phrase.name)
        if actor := self.titled_office(phrase):
            return Answer(actor, "role", phrase.name)
        same = self.same_party(phrase, keys) or self.same_source(phrase)
        if same:
            same.mentions.append(phrase.name)
            return Answer(same, "role" if phrase.type == "unnamed" else "name")
        if phrase.type == "document" and (issuer := self.issuer(phrase) or self.introducer(phrase)):
            return Answer(issuer, "role")
        if phrase.role and self.is_bare(phrase) and (person := self.last_person()):
            able = self.may_be(person, phrase) and not self.mentions.told_in_full(phrase)
            return Answer(person if able else None, "role", phrase.role)
        if phrase.role and self.may_be_named(phrase):
            person = self.last_person()
            return Answer(person if person and not person.roles else None, "role", phrase.role)
        actor = party_of_phrase(tokens, self.mentions.in_full(phrase._replace(type=party_type(tokens, phrase))))
        self.others.append(actor)
        return Answer(actor, "role" if phrase.role else "name", phrase.role)

    def surnamed(self, words: Range) -> Actor | None:
        """The one person whose surname these words are and nothing else."""
        keys = name_keys(self.tokens, words)
        owners = [person for person in self.people if person.keys[-1:] == keys]
        return owners[0] if len(owners) == 1 else None

    def titled(self, phrase: Phrase) -> Actor | None:
        """The person whose surname stands after a title or a role (اللواء الراوي); after a role a nationality is none."""
        kinds, last = self.tokens.kinds, phrase.stop - 1
        if phrase.stop - phrase.first != 2 or not kinds[phrase.first] & (TITLE | ROLE) or kinds[last] & BODY:
            return None
        return None if kinds[last] & NATION and not kinds[phrase.first] & TITLE else self.surnamed((last, phrase.stop))

    def titled_office(self, phrase: Phrase) -> Actor | None:
        """The person whom a title before an office means: معالي الوزير، سمو أمير المنطقة."""
        kinds, first = self.tokens.kinds, phrase.first
        while (
            first + 1 < phrase.stop and kinds[first] & TITLE and not kinds[first] & DEFINITE and kinds[first + 1] & (ROLE | TITLE)
        ):
            first += 1
        if first == phrase.first:
            return None
        office = phrase._replace(first=first, name=(first, phrase.stop))
        actor = self.by_role(office, keys_of(self.tokens, office.name))
        if actor:
            add_roles(self.tokens, actor, [office.name])
        return actor

    def issuer(self, phrase: Phrase) -> Actor | None:
        """The body that issued a document taken up again (وأضاف البيان): one of the last to speak, in a sentence about it."""
        tokens = self.tokens
        if phrase.stop - phrase.first > 1 or not tokens.kinds[phrase.first] & DEFINITE:
            return None
        key = bare_key(tokens.keys[phrase.first])
        for finding, actor in reversed(self.focus.spoken[-LATELY:]):
            passes_on = tokens.kinds[actor.name[0]] & MEDIA
            if actor.type in ISSUERS and not passes_on and speaks_in(self.passage, finding, key):
                return actor
        return None

    def introducer(self, phrase: Phrase) -> Actor | None:
        """Who issued a document where the page told of it first; media only pass it on."""
        actor = self.party(self.mentions.issuer(phrase))
        return None if actor is None or self.tokens.kinds[actor.name[0]] & MEDIA else actor

    def by_role(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The person whom a bare role means: the same head, and nothing in it that the person's roles do not say."""
        if not is_definite(self.tokens, (phrase.first, phrase.stop)):
            return None
        idle = keys_of(self.tokens, (phrase.stop - 1, phrase.stop)) if self.tokens.kinds[phrase.stop - 1] & IDLE else ()
        keys = tuple(key for key in keys if key not in idle)
        fits = [person for person in self.people if person.type == "person" and has_role(self.tokens, person, keys)]
        before = [person for person in fits if person.mentions[0][0] < phrase.first]
        recent = [person for person in fits if person in self.focus.lately(LATELY)]
        for choice in (fits, before, recent):
            if len(choice) == 1:
                return choice[0]
        return None

    def is_bare(self, phrase: Phrase) -> bool:
        """Whether a role is told by its head alone, or with its land or field: الوزير، الوزير الفرنسي، الخبير الاقتصادي."""
        kinds, keys = self.tokens.kinds, self.tokens.keys
        if kinds[phrase.first] & ANYONE and phrase.stop - phrase.first == 2 and keys[phrase.stop - 1].endswith(NISBA):
            return bool(kinds[phrase.first] & kinds[phrase.stop - 1] & DEFINITE)
        own = all(kinds[place] & (NATION | IDLE) for place in range(phrase.first + 1, phrase.stop))
        return own and bool(kinds[phrase.first] & DEFINITE)

    def may_be(self, actor: Actor, phrase: Phrase) -> bool:
        """Whether a bare role can mean this person: any can be المتحدث, but who is called a deputy is no الوزير."""
        return not actor.roles or bool(self.tokens.kinds[phrase.first] & ANYONE)

    def may_be_named(self, phrase: Phrase) -> bool:
        """Whether an office may be that of somebody whom the page names, without a role or with the one whose head it is."""
        key = bare_key(self.tokens.keys[phrase.first])
        heads = [keys_of(self.tokens, role) for person in self.people for role in person.roles]
        able = any(not person.roles for person in self.people) or (self.is_bare(phrase) and any(key in head for head in heads))
        return able and is_definite(self.tokens, phrase.name)

    def same_party(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The party without a person's name that the same words, or a definite head alone, mean again."""
        for actor in reversed(self.others):
            if actor.keys == keys:
                return actor
        if len(keys) <= 2 and self.tokens.kinds[phrase.first] & DEFINITE and heads().get(keys[0]):
            for actor in reversed(self.others):
                if actor.keys[0] == keys[0]:
                    return actor
        return None

    def honoured(self, finding: Finding) -> Answer:
        """The person whom a page calls سموه or معاليه: the last one to whom it gave that honour, else who spoke before."""
        assert finding.source is not None
        place, tokens = finding.source.first, self.tokens
        honours = spellings(tokens.keys[place])
        near = [
            (mention[0], person)
            for person in self.people
            for mention in person.mentions
            if mention[0] < place and honours & set(tokens.keys[max(0, mention[0] - HONOUR_REACH) : mention[0]])
        ]
        _, latest = max(near, key=lambda found: found[0], default=(0, None))
        speaker, chance = self.carried_on(finding)
        carries = latest is None or any(person is speaker for _, person in near)
        return Answer(speaker, "pronoun", chance=chance) if carries else Answer(latest, "pronoun")

    def same_source(self, phrase: Phrase) -> Actor | None:
        """The body, group or office that spoke lately, where the page calls it its source: وأضاف المصدر."""
        kind = self.tokens.kinds[phrase.first]
        if not kind & ORIGIN or not kind & DEFINITE or phrase.stop - phrase.first > 1:
            return None
        last = next((actor for actor in self.focus.lately(LATELY) if actor.type != "document"), None)
        return last if last and last.type in ("organisation", "group", "unnamed") else None

    def _without_phrase(self, finding: Finding) -> Answer:
        if finding.form == "passive":
            return Answer(None, "dropped")
        if finding.form == ASKED:
            return Answer(self.guest(finding), "fronted")
        form: Form = "pronoun" if finding.form == "pronoun" else "dropped"
        actor, chance = self.carried_on(finding)
        return Answer(actor, form, chance=chance)

    def carried_on(self, finding: Finding) -> tuple[Actor | None, float]:
        """Whom a saying without a subject carries on, and how likely it is; who only acted so far is taken up as a party."""
        link = self.focus.carried_on(finding)
        return self.party(link.phrase) if link.phrase else link.actor, link.chance

    def guest(self, finding: Finding) -> Actor | None:
        """Who is asked in the conversation whose first answer this is, or is found already."""
        if not self.asked:
            spoken = [(other, actor) for other, actor in self.focus.spoken if other.reading]
            self.asked = [guest(self.passage, self.people, spoken, finding.place)]
        return self.asked[0]

    def last_person(self) -> Actor | None:
        """The last person who spoke, if one of the last few speakers is one."""
        return next((actor for actor in self.focus.lately(2) if actor.type == "person"), None)


def spellings(honour: str) -> set[str]:
    """The honour that carries a pronoun, as it stands before a name: سموه -> سمو, سعادته -> سعاده."""
    stem = honour.removesuffix(HERS).removesuffix(HIS)
    return {stem, stem[:-1] + TA_MARBUTA}
