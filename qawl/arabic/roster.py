"""Who has been named and who has spoken so far in a passage, and which of them a phrase means.

A phrase means a party only where what the page says of it agrees; else it is a new party, or unknown.
"""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.chooser import choose
from qawl.arabic.entities import Phrase
from qawl.arabic.findings import Range
from qawl.arabic.focus import Chooser, Focus
from qawl.arabic.heads import heads, known_head
from qawl.arabic.holders import is_office, name_beside, stop_of_title
from qawl.arabic.joiners import is_joining
from qawl.arabic.kin import in_one_word, kins_of, told_of
from qawl.arabic.letters import NISBA, OF, bare_key
from qawl.arabic.lexicon import (
    ANYONE,
    BODY,
    CARRIER,
    COLON,
    COMMA,
    DEFINITE,
    FAMILY,
    IDLE,
    MEDIA,
    NAME,
    NATION,
    OBJECT,
    OPENS,
    ORIGIN,
    PREFIX,
    PREPOSITION,
    ROLE,
    SEAT,
    SPEECH,
    THAT,
    TITLE,
    VAGUE,
    word_classes,
)
from qawl.arabic.mentions import Mentions
from qawl.arabic.offices import has_role, is_same_office, lands_in, offices_in
from qawl.arabic.parties import gender_of, is_definite, party_of_phrase, party_type, speaks_in
from qawl.arabic.passage import Passage
from qawl.arabic.people import Actor, add_roles, keys_of, name_keys, same_name
from qawl.arabic.weights import is_likely
from qawl.model import Form

# Parties whose documents speak for them; media only pass them on.
ISSUERS = ("organisation", "country")
# Types that a surname alone may seem to have: قال الخطاب.
SURNAMED = ("unnamed", "organisation", "document", "group", "country")
# How many of the last speakers are still at hand.
LATELY = 3
# What stands behind who speaks, if nothing is told of him.
SAYS_ON = THAT | COLON | PREPOSITION | PREFIX
# How many tokens behind an office the name of its holder may come.
NEXT = 120


class Meant(NamedTuple):
    """The party that a phrase means, None where nobody can tell; how it refers to the party, and the role that it gives."""

    actor: Actor | None
    form: Form
    role: Range | None = None


def add_mention(actor: Actor, name: Range) -> None:
    """Note where an actor is named, unless a mention stands there already."""
    if all(stop <= name[0] or name[1] <= first for first, stop in actor.mentions):
        actor.mentions.append(name)


class Roster:
    """Who has been named and who has spoken, so far, in a passage."""

    def __init__(self, passage: Passage, people: list[Actor], choose: Chooser = choose) -> None:
        self.tokens = passage.tokens
        self.passage = passage
        self.people = people
        self.others: list[Actor] = []
        self.mentions = Mentions(passage)
        self.focus = Focus(passage, people, self.known, choose)

    def party(self, phrase: Phrase | None) -> Actor | None:
        """The party of the page that a phrase means, where it is no speaker."""
        return self.meant(phrase).actor if phrase else None

    def meant(self, phrase: Phrase) -> Meant:
        """The party that a phrase means, taken down as one of the page where it is new."""
        return self.named(phrase) if phrase.named else self.unnamed(phrase)

    def known(self, phrase: Phrase) -> Actor | None:
        """The party that a phrase means, if the page has named it; nothing is taken down."""
        if phrase.named:
            return self.person_named(name_keys(self.tokens, phrase.name))
        phrase = phrase._replace(first=phrase.name[0])
        if holder := self.holder(phrase):
            return holder
        keys = keys_of(self.tokens, phrase.name)
        if phrase.type in SURNAMED and (person := self.surnamed(phrase.name)):
            return person
        person = self.titled(phrase) or (self.by_role(phrase, keys) if phrase.type == "unnamed" else None)
        return person or self.same_party(phrase, keys) or self.before_object(phrase)

    def before_object(self, phrase: Phrase) -> Actor | None:
        """The person whose office opens a phrase that runs on over what the verb has as object: استهل المحافظ | الجلسة."""
        if phrase.type != "unnamed" or phrase.role is None:
            return None
        for stop in range(phrase.stop - 1, phrase.first, -1):
            kind = self.tokens.kinds[stop]
            if kind & DEFINITE and (kind & (NATION | IDLE) or self.tokens.keys[stop].endswith(NISBA)):
                continue
            office = phrase._replace(stop=stop, name=(phrase.first, stop))
            if actor := self.by_role(office, keys_of(self.tokens, office.name)):
                return actor
        return None

    def holder(self, phrase: Phrase) -> Actor | None:
        """The person whose office acts where the name stands behind it."""
        if not is_office(self.tokens, phrase):
            return None
        title = stop_of_title(self.tokens, phrase)
        able = phrase.first < title < phrase.stop and not self.tokens.kinds[title] & NATION
        if able and (person := self.surnamed((title, title + 1))):
            return person
        name = name_beside(self.tokens, self.people, phrase, self.passage.sentence_stop(phrase.first))
        return self.person_named(name_keys(self.tokens, name)) if name else None

    def named(self, phrase: Phrase) -> Meant:
        """The person whom a phrase with a name means."""
        keys = name_keys(self.tokens, phrase.name)
        actor = self.person_named(keys)
        if actor is None and (body := self.body_called(keys)):
            return Meant(body, "name", phrase.role)
        if actor is None and not self.is_surely_name(phrase):
            return Meant(None, "name")
        actor = actor or self.person_at(phrase.name)
        if actor is None:
            actor = Actor(phrase.name, keys, "person", mentions=[phrase.name])
            self.people.append(actor)
        add_mention(actor, phrase.name)
        if phrase.role:
            add_roles(self.tokens, actor, [phrase.role])
        short = len(keys) == 1 and len(actor.keys) > 1
        return Meant(actor, "surname" if short else "name", phrase.role)

    def person_named(self, keys: tuple[str, ...]) -> Actor | None:
        """The person of the page whom these words name, the longest name first."""
        owners = [person for person in self.people if same_name(person.keys, keys) or same_name(keys, person.keys)]
        owners = owners or [person for person in self.people if len(keys) == 1 and keys[0] in person.keys]
        return max(owners, key=lambda person: len(person.keys)) if owners else None

    def body_called(self, keys: tuple[str, ...]) -> Actor | None:
        """The body whose own name these words are: صحيفة لوكوريي الفرنسية … قالت لوكوريي."""
        bodies = (actor for actor in self.others if actor.type == "organisation")
        return next((body for body in bodies if keys_of(self.tokens, body.name) == keys), None)

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
        if stop - first > 1 and not phrase.role and first == phrase.first:
            return is_likely(self.tokens, first, stop)
        if stop - first > 1 or phrase.role or first > phrase.first or self.tokens.kinds[first] & (NAME | FAMILY):
            return True
        return self.tokens.count(self.tokens.keys[first]) > 1

    def unnamed(self, phrase: Phrase) -> Meant:
        """The party that a phrase without a person's name means."""
        phrase = phrase._replace(first=phrase.name[0])
        keys = keys_of(self.tokens, phrase.name)
        found = self.person_meant(phrase, keys) or self.meant_again(phrase, keys) or self.last_with_office(phrase)
        return found or self.newcomer(phrase)

    def person_meant(self, phrase: Phrase, keys: tuple[str, ...]) -> Meant | None:
        """The person whom a surname, a title with a surname, an office or a title with an office means."""
        if phrase.type in SURNAMED and (person := self.surnamed(phrase.name)):
            return Meant(person, "surname")
        if person := self.titled(phrase):
            return Meant(person, "surname", (phrase.first, phrase.stop - 1))
        if phrase.type == "unnamed" and (actor := self.by_role(phrase, keys)):
            add_roles(self.tokens, actor, [phrase.name])
            return Meant(actor, "role", phrase.name)
        actor = self.titled_office(phrase) or self.sole_holder(phrase, keys)
        actor = actor or self.holder_in_body(phrase, keys) or self.last_of_kin(phrase, keys)
        return Meant(actor, "role", phrase.name) if actor else None

    def meant_again(self, phrase: Phrase, keys: tuple[str, ...]) -> Meant | None:
        """The party that the same words or المصدر mean again, or whoever issued a document."""
        same = self.same_party(phrase, keys) or self.same_source(phrase) or self.of_that_kind(phrase)
        if same:
            same.mentions.append(phrase.name)
            return Meant(same, "role" if phrase.type == "unnamed" else "name")
        issuer = (self.issuer(phrase) or self.introducer(phrase)) if phrase.type == "document" else None
        return Meant(issuer, "role") if issuer else None

    def last_with_office(self, phrase: Phrase) -> Meant | None:
        """Whom an office means that nobody is told to have: the last person to speak, where that may be; else nobody can tell."""
        if not phrase.role or self.withholds_name(phrase):
            return None
        person = self.last_person()
        if person and self.is_bare(phrase):
            able = self.may_be(person, phrase) and not self.mentions.told_in_full(phrase)
            return Meant(person if able else None, "role", phrase.role)
        if holder := self.named_next(phrase):
            return Meant(holder, "role", phrase.role)
        if self.may_be_named(phrase):
            return Meant(person if person and not person.roles else None, "role", phrase.role)
        return None

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
        goes_on = stop + 1 if kinds[stop] & COMMA else stop
        speaks = kinds[first - 1] & SPEECH and kinds[goes_on] & SAYS_ON and self.tokens.keys[goes_on] != OF
        return nearest if speaks and first - phrase.first < NEXT else None

    def newcomer(self, phrase: Phrase) -> Meant:
        """A party that the page has not told of before."""
        phrase = self.mentions.in_full(phrase._replace(type=party_type(self.tokens, phrase)))
        actor = party_of_phrase(self.tokens, phrase)
        self.others.append(actor)
        return Meant(actor, "role" if phrase.role else "name", phrase.role)

    def surnamed(self, words: Range) -> Actor | None:
        """The one person whose surname these words are and nothing else: الراوي, دي لوكا."""
        keys = name_keys(self.tokens, words)
        joined = len(keys) > 1 and is_joining(self.tokens, words[0])
        owners = [person for person in self.people if person.keys[-len(keys) :] == keys and (len(keys) == 1 or joined)]
        return owners[0] if len(owners) == 1 else None

    def titled(self, phrase: Phrase) -> Actor | None:
        """The person whose surname stands after a title or a role (اللواء الراوي); after a role a nationality is none."""
        kinds, last = self.tokens.kinds, phrase.stop - 1
        if phrase.stop - phrase.first != 2 or not kinds[phrase.first] & (TITLE | ROLE) or kinds[last] & BODY:
            return None
        return None if kinds[last] & NATION and not kinds[phrase.first] & TITLE else self.surnamed((last, phrase.stop))

    def titled_office(self, phrase: Phrase) -> Actor | None:
        """The person whom a title before an office means: معالي الوزير، سعادة الشيخ الوالي، سمو أمير المنطقة."""
        kinds, first = self.tokens.kinds, phrase.first
        while first + 1 < phrase.stop and kinds[first] & TITLE and kinds[first + 1] & (ROLE | TITLE):
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
        idle = keys_of(self.tokens, (phrase.stop - 1, phrase.stop)) if self.tokens.kinds[phrase.stop - 1] & IDLE else ()
        keys = tuple(key for key in keys if key not in idle)
        persons = (person for person in self.people if person.type == "person")
        fits = [person for person in persons if has_role(self.tokens, person, self.without_land(person, keys))]
        before = [person for person in fits if person.mentions[0][0] < phrase.first]
        recent = [person for person in fits if person in self.focus.lately(LATELY)]
        for choice in (fits, before, recent):
            if len(choice) == 1:
                return choice[0]
        return None

    def without_land(self, person: Actor, keys: tuple[str, ...]) -> tuple[str, ...]:
        """The words of an office without the land that the page gives the person beside the name: التونسي فلان … المدرب التونسي."""
        beside = (place for first, stop in person.mentions for place in (first - 1, stop) if 0 <= place < len(self.tokens))
        own = {bare_key(self.tokens.keys[place]) for place in beside if self.tokens.kinds[place] & NATION}
        return (keys[0], *(key for key in keys[1:] if key not in own)) if keys else keys

    def withholds_name(self, phrase: Phrase) -> bool:
        """Whether who is meant did not want to be named, so that nobody the page names is: المسؤول الذي طلب عدم ذكر اسمه."""
        return any(kind & OBJECT for kind in self.tokens.kinds[phrase.first + 1 : phrase.stop])

    def sole_holder(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The one person to whom the page gives the office by its head alone, where it tells of no other office of that head.

        قال وزير الزراعة كذا … الوزير فؤاد الشامي
        """
        kind = self.tokens.kinds[phrase.first]
        speaks_for = kind & SEAT and kind & ANYONE
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

    def holder_in_body(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The one holder of an office that spoke lately, where the page then only tells in what kind of body or place he has it.

        قال رئيس الأهلي سالم الكندي كذا … رئيس النادي
        """
        kinds = self.tokens.kinds
        keys = in_one_word(keys)
        if not phrase.role or len(keys) != 2 or not self.is_vague(phrase.stop - 1):
            return None
        offices = [(person, own) for person in self.people for role in person.roles for own in offices_in(self.tokens, role)]
        holders = {person: own for person, own in offices if in_one_word(own)[:1] == keys[:1]}
        if len(holders) != 1:
            return None
        ((person, own),) = holders.items()
        seat = kinds[phrase.first] & SEAT or not lands_in(own)
        able = seat and not any(word_classes().get(key, 0) & (BODY | CARRIER) for key in own[1:])
        return person if able and person in self.focus.lately(LATELY) else None

    def is_vague(self, place: int) -> bool:
        """Whether a word tells of a body or place only what kind it is, or says nothing: النادي، المدينة، المذكور."""
        return bool(self.tokens.kinds[place] & (IDLE | VAGUE))

    def is_held(self, head: tuple[str, ...]) -> bool:
        """Whether the page gives anybody an office of this head."""
        offices = (own for person in self.people for role in person.roles for own in offices_in(self.tokens, role))
        return any(own[:1] == head for own in offices)

    def differs(self, person: Actor, phrase: Phrase) -> bool:
        """Whether a phrase is feminine of a man, or masculine of a woman."""
        return {person.gender, gender_of(self.tokens, phrase)} == {"m", "f"}

    def last_of_kin(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The last person to speak, where the page tells his office by a word of its kin and says nothing new of him.

        قال مهاجم الأهلي سالم الكندي كذا … وأضاف نجم الأهلي
        """
        last = self.last_person()
        if last is None or not phrase.role or not is_definite(self.tokens, phrase.name) or self.is_held(keys[:1]):
            return None
        own = [office for role in last.roles for office in offices_in(self.tokens, role)]
        said = {word for office in own for word in office}
        if not any(kins_of(keys) & kins_of(office) for office in own) or self.differs(last, phrase):
            return None
        vague = {bare_key(self.tokens.keys[place]) for place in range(*phrase.name) if self.is_vague(place)}
        lands = set(lands_in(tuple(said)).values())
        new = {key for key in told_of(keys) if lands_in((key,)).get(key, "-") not in lands}
        return None if new - said - vague else last

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
        """The party without a person's name that the same words mean again, or a definite head and no word that it lacks."""
        for actor in reversed(self.others):
            if actor.keys == keys:
                return actor
        kinds = self.tokens.kinds
        if kinds[phrase.first] & DEFINITE and phrase.type == "organisation" and (whole := self.of_which(keys)):
            return whole
        if not kinds[phrase.first] & DEFINITE or not heads().get(keys[0]):
            return None
        if len(keys) == 2 and kinds[phrase.stop - 1] & IDLE:
            keys = keys[:1]
        same = (actor for actor in reversed(self.others) if actor.keys[0] == keys[0])
        return next((actor for actor in same if len(keys) == 1 or is_same_office(keys, actor.keys)), None)

    def of_which(self, keys: tuple[str, ...]) -> Actor | None:
        """The body whose name goes on behind its head with these words: وزارة الدفاع النرويجية … الدفاع النرويجية."""
        bodies = (actor for actor in reversed(self.others) if actor.type == "organisation" and heads().get(actor.keys[0]))
        return next((actor for actor in bodies if actor.keys[1:] == keys), None)

    def of_that_kind(self, phrase: Phrase) -> Actor | None:
        """The body of a name without a head that spoke right before, where the page calls it what it is: رويترز … الوكالة."""
        kinds, first = self.tokens.kinds, phrase.first
        alone = phrase.stop - first == 1 and kinds[first] & BODY and kinds[first] & DEFINITE and not kinds[first] & ROLE
        if not alone or self.mentions.before(first):
            return None
        last = next(iter(self.focus.lately(1)), None)
        return last if last and last.type == "organisation" and self.lacks_head(last) else None

    def lacks_head(self, body: Actor) -> bool:
        """Whether a body's name does not tell what it is: رويترز, «الساحل»; not وزارة الصحة."""
        first, stop = body.name
        kind, key = self.tokens.kinds[first], self.tokens.keys[first]
        marked = first > 0 and bool(self.tokens.kinds[first - 1] & OPENS)
        return marked or not known_head(key) or (stop - first == 1 and not kind & DEFINITE)

    def same_source(self, phrase: Phrase) -> Actor | None:
        """The body, group or office that spoke lately, where the page calls it its source: وأضاف المصدر."""
        kind = self.tokens.kinds[phrase.first]
        if not kind & ORIGIN or not kind & DEFINITE or phrase.stop - phrase.first > 1:
            return None
        last = next((actor for actor in self.focus.lately(LATELY) if actor.type != "document"), None)
        return last if last and last.type in ("organisation", "group", "unnamed") else None

    def last_person(self) -> Actor | None:
        """The last person who spoke, if one of the last few speakers is one."""
        return next((actor for actor in self.focus.lately(2) if actor.type == "person"), None)
