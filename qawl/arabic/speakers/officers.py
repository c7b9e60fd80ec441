"""Which person of the page an office without a name means: who holds it, who spoke last, or nobody that can be told."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.actors import Actor, keys_of
from qawl.arabic.findings import Range
from qawl.arabic.heads import is_somebodys
from qawl.arabic.letters import NISBA, OF, TA_MARBUTA, bare_key
from qawl.arabic.lexicon import (
    ANYONE,
    BODY,
    CARRIER,
    COLON,
    COMMA,
    DEFINITE,
    IDLE,
    NATION,
    OBJECT,
    OFFICE,
    PREPOSED,
    RANK,
    ROLE,
    SEAT,
    SPEECH,
    STANDS_OVER,
    THAT,
    TITLE,
    VAGUE,
    readings,
    word_classes,
)
from qawl.arabic.names.genders import gender_by_name
from qawl.arabic.passage import Passage
from qawl.arabic.people.counterparts import counterpart, is_foreigner
from qawl.arabic.people.roles import add_roles
from qawl.arabic.people.told_apart import kin_before
from qawl.arabic.phrases.kin import are_kin, in_one_word, offices, told_of
from qawl.arabic.phrases.offices import has_role, is_same_office, lands_in, offices_in
from qawl.arabic.phrases.parties import differs, is_definite
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.speakers.focus import Focus
from qawl.arabic.speakers.mentions import Mentions
from qawl.arabic.verbs import FINITE
from qawl.model import Form

# How many of the last speakers are still at hand.
LATELY = 3
# What stands behind who speaks, if nothing is told of him.
SAYS_ON = PREPOSED | THAT | COLON
# The use of the word for whom one tells who holds an office now, or held it: خلفه، سلفه.
TOLD_BY = {"heir": "now", "predecessor": "past"}
# The uses of such words that tell what somebody is: زميله، سلفه، خلفه.
STATIONS = (*TOLD_BY, "peer")
# An office by its head and its land has so many words.
LAND_OFFICE = 2
# How many tokens behind an office the name of its holder may come.
NEXT = 120


class Meant(NamedTuple):
    """The party that a phrase means, None where nobody can tell; how it refers to the party, and the role that it gives."""

    actor: Actor | None
    form: Form
    role: Range | None = None


class Officers:
    """The people of a passage by their offices, with who has spoken so far."""

    def __init__(self, passage: Passage, people: list[Actor], focus: Focus, mentions: Mentions) -> None:
        self.tokens = passage.tokens
        self.people = people
        self.focus = focus
        self.mentions = mentions

    def holder(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The person whom an office means by its title, its head alone, the kind of its body or a word of its kin."""
        actor = self.titled_office(phrase) or self.sole_holder(phrase, keys) or counterpart(self.tokens, self.people, phrase.name)
        actor = actor or self.holder_in_body(phrase, keys) or self.last_of_kin(phrase, keys)
        return actor if actor and self.is_of_time(actor, keys) else None

    def known(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The person whom a bare role or a counterpart's means: الوزير، نظيره الفرنسي."""
        return self.by_role(phrase, keys) or counterpart(self.tokens, self.people, phrase.name)

    def offices(self) -> list[tuple[Actor, tuple[str, ...]]]:
        """Every office that the page gives to somebody, with whose it is, as bare keys."""
        return [(person, own) for person in self.people for role in person.roles for own in offices_in(self.tokens, role)]

    def last_with_office(self, phrase: Phrase) -> Meant | None:
        """Whom an office means that nobody is told to have: the last person to speak, where that may be; else nobody can tell.

        Who is told by somebody's pronoun (محاميه, مدربها) or name (محامي سامر الحلبي) is another one, and a party by himself.
        """
        if not phrase.role or self.withholds_name(phrase) or is_somebodys(self.tokens, phrase.first) or self.names_owner(phrase):
            return None
        person = self.last_person()
        if person and not self.is_of_time(person, keys_of(self.tokens, phrase.name)):
            return None
        if person and self.is_bare(phrase):
            able = self.may_be(person, phrase) and not self.mentions.told_in_full(phrase)
            able = (able or self.may_be_from(person, phrase)) and not self.is_mans(phrase, person)
            return Meant(person if able else None, "role", phrase.role)
        if holder := self.named_next(phrase):
            return Meant(holder, "role", phrase.role)
        if self.may_be_named(phrase):
            last = person if person and not (self.has_station(person) or self.is_unlike(phrase, person)) else None
            return Meant(last, "role", phrase.role)
        return None

    def only_person(self, phrase: Phrase, keys: tuple[str, ...], others: list[Actor]) -> Meant | None:
        """The one person whom the page names, and names without an office, behind the one office of which it tells.

        أكد محافظ الساحل كذا. وقال اللواء سالم الكندي كذا. وأضاف | محافظ الساحل.
        """
        person = self.last_person() if len(self.people) == 1 else None
        if person is None or not phrase.role or not self.tokens.kinds[phrase.first] & SEAT or self.withholds_name(phrase):
            return None
        if self.is_unlike(phrase, person) or not is_definite(self.tokens, phrase.name):
            return None
        if any(word_classes().get(own[0], 0) & ROLE for _, own in self.offices()):
            return None
        told_first = self.mentions.all_of(phrase.first)[0] < person.mentions[0][0]
        alone = all(other.keys == keys for other in others if other.type == "unnamed")
        if not told_first or not alone:
            return None
        add_roles(self.tokens, person, [phrase.name])
        return Meant(person, "role", phrase.role)

    def is_unlike(self, phrase: Phrase, person: Actor) -> bool:
        """Whether the land or the gender of an office, or the gender of the verb before it, is not that of a person."""
        foreign = is_foreigner(self.tokens, person, phrase.name)
        return foreign or self.is_womans(phrase, person) or self.is_mans(phrase, person)

    def is_womans(self, phrase: Phrase, person: Actor) -> bool:
        """Whether an office in the feminine cannot be this man's: قال سالم الكندي كذا. وقالت المتحدثة باسم الشركة."""
        return person.gender == "m" and self.tokens.keys[phrase.first].endswith(TA_MARBUTA)

    def is_mans(self, phrase: Phrase, person: Actor) -> bool:
        """Whether an office behind a masculine verb cannot be this woman's: قالت سلمى الكندي كذا. وأكد مدير الميناء."""
        verb = readings(self.tokens.keys[phrase.first - 1]) if person.gender == "f" and phrase.first else ()
        return bool(verb) and all(reading.gender == "m" and reading.tense in FINITE for reading in verb)

    def named_next(self, phrase: Phrase) -> Actor | None:
        """Who speaks right after the office that opens the page, named for the first time and told of as nobody else.

        أكد محافظ المدينة أن السد آمن. وقال سالم الكندي إن الماء وفير. Not قال سالم الكندي (34 عاما)
        """
        if not is_definite(self.tokens, phrase.name) or self.last_person():
            return None
        after = [person for person in self.people if person.mentions[0][0] > phrase.first]
        nearest = min(after, key=lambda person: person.mentions[0][0], default=None)
        if nearest is None or nearest.roles or len(nearest.keys) == 1:
            return None
        kinds, (first, stop) = self.tokens.kinds, nearest.mentions[0]
        if stop + 1 >= len(self.tokens):
            return None
        goes_on = stop + 1 if kinds[stop] & COMMA else stop
        speaks = kinds[first - 1] & SPEECH and kinds[goes_on] & SAYS_ON and self.tokens.keys[goes_on] != OF
        return nearest if speaks and first - phrase.first < NEXT else None

    def titled_office(self, phrase: Phrase) -> Actor | None:
        """The person whom a title before an office means: معالي الوزير، سعادة الشيخ الوالي، اللواء الركن قائد المنطقة."""
        kinds, first = self.tokens.kinds, phrase.first
        while first + 1 < phrase.stop and kinds[first] & (TITLE | RANK) and kinds[first + 1] & (OFFICE | RANK):
            first += 1
        if first == phrase.first:
            return None
        office = phrase._replace(first=first, name=(first, phrase.stop))
        actor = self.by_role(office, keys_of(self.tokens, office.name))
        if actor:
            add_roles(self.tokens, actor, [office.name])
        return actor

    def by_role(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The person whom a bare role means: the same head, and nothing in it that the person's roles do not say."""
        if not is_definite(self.tokens, (phrase.first, phrase.stop)) or self.withholds_name(phrase):
            return None
        if before_or_after := self.before_or_after(keys):
            return before_or_after
        timed = keys
        idle = keys_of(self.tokens, (phrase.stop - 1, phrase.stop)) if self.tokens.kinds[phrase.stop - 1] & IDLE else ()
        keys = tuple(key for key in keys if key not in idle)
        persons = (person for person in self.people if person.type == "person")
        able = (person for person in persons if self.is_of_time(person, timed))
        fits = [person for person in able if has_role(self.tokens, person, self.without_land(person, keys))]
        before = [person for person in fits if person.mentions[0][0] < phrase.first]
        recent = [person for person in fits if person in self.focus.lately(LATELY)]
        for choice in (fits, before, recent):
            if len(choice) == 1:
                return None if len(keys) == 1 and self.is_anothers(phrase, choice[0]) else choice[0]
        return None

    def is_of_time(self, person: Actor, keys: tuple[str, ...]) -> bool:
        """Whether an office may be a person's by its time: المحافظ الحالي is nobody who had it, الوزير السابق nobody who has it."""
        now, past = (any(key in offices(time) for key in keys) for time in ("now", "past"))
        if now == past:
            return True
        roles = [own for role in person.roles for own in offices_in(self.tokens, role) if own[:1] == keys[:1]]
        return not roles or any(any(key in offices("past") for key in own) == past for own in roles)

    def before_or_after(self, keys: tuple[str, ...]) -> Actor | None:
        """Who is told by the one who had an office, or has it: قال الوزير السابق إن خلفه | إياد يعمل. ورد الوزير الحالي."""
        use = next((use for use, time in TOLD_BY.items() if any(key in offices(time) for key in keys)), None)
        told = [person for person in self.people if use and any(self.is_told_by(name, use) for name in person.mentions)]
        others = [own for person, own in self.offices() if person not in told and own[:1] == keys[:1]]
        return told[0] if len(told) == 1 and others else None

    def is_told_by(self, name: Range, use: str) -> bool:
        """Whether a word for who came before or after somebody in office stands before a name: خلفه، سلفه."""
        kin = kin_before(self.tokens, name)
        return kin is not None and kin.owned and kin.use == use

    def is_anothers(self, phrase: Phrase, holder: Actor) -> bool:
        """Whether a bare office stands behind another's office in full, and its one holder by name comes up only later.

        التقى وزير الصحة الوفد. وقال الوزير كذا. وحضر وزير الزراعة فؤاد الشامي
        """
        if holder.mentions[0][0] < phrase.first:
            return False
        told = self.mentions.offices_before(phrase)
        own = [office for role in holder.roles for office in offices_in(self.tokens, role)]
        if not told or any(is_same_office(told[-1], office) for office in own):
            return False
        if any(len(office) > 1 and is_same_office(office, told[-1]) for office in own):
            return False
        bare = any(len(office) == 1 for office in own)
        return not bare or len({words for words in self.mentions.offices(phrase) if len(words) > 1}) > 1

    def without_land(self, person: Actor, keys: tuple[str, ...]) -> tuple[str, ...]:
        """The words of an office without the land that the page gives the person beside the name: التونسي فلان … المدرب التونسي."""
        own = self.lands_beside(person)
        return (keys[0], *(key for key in keys[1:] if key not in own)) if keys else keys

    def lands_beside(self, person: Actor) -> set[str]:
        """The bare nationalities that stand beside a person's name: التونسي | فلان."""
        beside = (place for first, stop in person.mentions for place in (first - 1, stop) if 0 <= place < len(self.tokens))
        return {bare_key(self.tokens.keys[place]) for place in beside if self.tokens.kinds[place] & NATION}

    def withholds_name(self, phrase: Phrase) -> bool:
        """Whether who is meant did not want to be named, so that nobody the page names is: المسؤول الذي طلب عدم ذكر اسمه."""
        return any(kind & OBJECT for kind in self.tokens.kinds[phrase.first + 1 : phrase.stop])

    def sole_holder(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The one person to whom the page gives the office by its head alone, where it tells of no other office of that head.

        قال وزير الزراعة كذا … الوزير فؤاد الشامي
        """
        kind, after = self.tokens.kinds[phrase.first], self.tokens.kinds[phrase.first + 1 : phrase.stop]
        speaks_for = kind & SEAT and kind & ANYONE and any(part & PREPOSED for part in after[:2])
        if (
            not phrase.role
            or self.withholds_name(phrase)
            or not kind & (SEAT | ANYONE)
            or not (speaks_for or is_definite(self.tokens, phrase.name))
        ):
            return None
        if not all(set(words) <= set(keys) for words in self.mentions.offices(phrase)):
            return None
        holders = [
            person
            for person in self.people
            if any(own == keys[:1] for role in person.roles for own in offices_in(self.tokens, role))
        ]
        return holders[0] if len(holders) == 1 else None

    def of_land(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The one person told before who has an office of a land, by a word for any who has: الوزير الصيني … المسؤول الصيني.

        Or who has that office, where nobody is told to be of that land, nor he of any: مدير الوكالة فلان … المدير السويدي.
        """
        lands = lands_in(keys[1:])
        told = set(lands.values())
        if len(told) != 1 or not is_definite(self.tokens, phrase.name) or self.withholds_name(phrase):
            return None
        before = [one for one in self.people if one.type == "person" and one.mentions[0][0] < phrase.first]
        fits = [one for one in before if self.is_of_gender(phrase, one)]
        if len(keys) == LAND_OFFICE and keys[0] in offices("abroad"):
            fits = [one for one in fits if told <= self.lands_of(one)]
        else:
            office = tuple(key for key in keys if key not in lands)
            untold = not self.leads_land(office) and not any(told <= self.lands_of(one) for one in self.people)
            fits = [one for one in fits if untold and has_role(self.tokens, one, office) and not self.lands_of(one)]
        return fits[0] if len(fits) == 1 else None

    def leads_land(self, office: tuple[str, ...]) -> bool:
        """Whether an office in one word is that of who leads a land, if the land stands behind it: الرئيس | الصيني."""
        return len(office) == 1 and office[0] in offices("realm")

    def is_of_gender(self, phrase: Phrase, person: Actor) -> bool:
        """Whether a person is a woman as an office in the feminine tells, and none where it is in the masculine."""
        own = gender_by_name(person) if person.gender == "-" else person.gender
        return own == "f" if self.tokens.keys[phrase.first].endswith(TA_MARBUTA) else own != "f"

    def lands_of(self, person: Actor) -> set[str]:
        """The lands of a person's offices, and that beside the name."""
        own = {key for one, office in self.offices() if one is person for key in office} | self.lands_beside(person)
        return set(lands_in(tuple(own)).values())

    def holder_in_body(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The one holder of an office that spoke lately, where the page then only tells in what kind of body or place he has it.

        قال رئيس الأهلي سالم الكندي كذا … رئيس النادي
        """
        kinds = self.tokens.kinds
        keys = in_one_word(keys)
        if not phrase.role or len(keys) != 2 or not self.is_vague(phrase.stop - 1) or not is_definite(self.tokens, phrase.name):
            return None
        holders = {person: in_one_word(own) for person, own in self.offices() if in_one_word(own)[:1] == keys[:1]}
        if len(holders) != 1:
            return None
        ((person, own),) = holders.items()
        seat = kinds[phrase.first] & SEAT or not lands_in(own)
        able = seat and not any(word_classes().get(key, 0) & (BODY | CARRIER) for key in own[1:])
        return person if able and person in self.focus.lately(LATELY) else None

    def is_vague(self, place: int) -> bool:
        """Whether a word tells of a body or place only what kind it is, or says nothing: النادي، المدينة، المذكور."""
        return bool(self.tokens.kinds[place] & (IDLE | VAGUE))

    def is_held(self, head: tuple[str, ...], last: Actor) -> bool:
        """Whether the page gives anybody else an office of this head."""
        return any(own[:1] == head and person is not last for person, own in self.offices())

    def last_of_kin(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The last person to speak, where the page tells his office by a word of its kin and says nothing new of him.

        قال مهاجم الأهلي سالم الكندي كذا … وأضاف نجم الأهلي
        """
        last = self.last_person()
        if last is None or not phrase.role or self.withholds_name(phrase) or self.is_held(keys[:1], last):
            return None
        if not is_definite(self.tokens, phrase.name):
            return None
        own = [office for person, office in self.offices() if person is last]
        said = {word for office in own for word in office}
        if not any(are_kin(keys, office) for office in own) or differs(self.tokens, last, phrase):
            return None
        vague = {bare_key(self.tokens.keys[place]) for place in range(*phrase.name) if self.is_vague(place)}
        lands = set(lands_in(tuple(said)).values())
        new = {key for key in told_of(keys) if lands_in((key,)).get(key, "-") not in lands}
        return None if new - said - vague else last

    def is_bare(self, phrase: Phrase) -> bool:
        """Whether a role is told by its head alone, or with its land or field: الوزير، الوزير الفرنسي، الخبير الاقتصادي."""
        kinds, keys = self.tokens.kinds, self.tokens.keys
        if kinds[phrase.first] & ANYONE and phrase.stop - phrase.first == 2 and keys[phrase.stop - 1].endswith(NISBA):
            return bool(kinds[phrase.first] & kinds[phrase.stop - 1] & DEFINITE)
        own = all(kinds[place] & (NATION | IDLE) for place in range(phrase.first + 1, phrase.stop))
        return own and bool(kinds[phrase.first] & DEFINITE)

    def may_be(self, actor: Actor, phrase: Phrase) -> bool:
        """Whether a bare role can mean this person: any can be المتحدث, but who is called a deputy is no الوزير."""
        return not self.has_station(actor) or bool(self.tokens.kinds[phrase.first] & ANYONE)

    def may_be_from(self, actor: Actor, phrase: Phrase) -> bool:
        """Whether a land behind a trade, of which the page tells nothing else, may be its one man's: مدرب الأهلي … المدرب التونسي.

        Not where a land stands behind his trade, nor in an office, whose land it is.
        """
        (head, *lands), kind = keys_of(self.tokens, phrase.name), self.tokens.kinds[phrase.first]
        own = [office for person, office in self.offices() if person is actor and office[0] == head]
        office = kind & (SEAT | ANYONE) and not kind & STANDS_OVER
        employers = {key for mine in own for key in mine[2:]}
        known = self.lands_beside(actor) - employers or any(lands_in(mine[1:2]) for mine in own)
        if office or known or not own or not lands_in(tuple(lands)) or self.is_held((head,), actor):
            return False
        told, keys = set(lands_in(tuple(lands)).values()), [bare_key(key) for key in self.tokens.keys]
        return all(keys[place - 1] == head for place, key in enumerate(keys) if lands_in((key,)).get(key) in told)

    def has_station(self, person: Actor) -> bool:
        """Whether the page tells what somebody is, by an office or as the peer of one who has one: اتهم النائب زميله | كريم."""
        kin = (kin_before(self.tokens, name) for name in person.mentions)
        return bool(person.roles) or any(told and told.owned and told.use in STATIONS for told in kin)

    def names_owner(self, phrase: Phrase) -> bool:
        """Whether an office is told by the name of the person for whom it is held, and so by nobody else's: محامي سامر الحلبي."""
        inside = ((first, stop) for person in self.people for first, stop in person.mentions)
        return any(phrase.first < first and stop <= phrase.stop for first, stop in inside)

    def may_be_named(self, phrase: Phrase) -> bool:
        """Whether an office may be that of somebody whom the page names, without a role or with the one whose head it is."""
        key = bare_key(self.tokens.keys[phrase.first])
        heads = [keys_of(self.tokens, role) for person in self.people for role in person.roles]
        able = any(not person.roles for person in self.people) or (self.is_bare(phrase) and any(key in head for head in heads))
        return able and is_definite(self.tokens, phrase.name)

    def last_person(self) -> Actor | None:
        """The last person who spoke, if one of the last few speakers is one."""
        return next((actor for actor in self.focus.lately(2) if actor.type == "person"), None)
