"""Who has been named and who has spoken so far in a passage, and which of them a phrase means.

A phrase means a party only where what the page says of it agrees; else it is a new party, or unknown.
"""

from __future__ import annotations

from functools import cache

from qawl.arabic.actors import Actor, house_named, keys_of, name_keys, same_name, spelt_otherwise
from qawl.arabic.findings import TURN, Range
from qawl.arabic.heads import heads, known_head
from qawl.arabic.letters import ARTICLE, CONSTRUCT, HIS, NISBA, OWNERS, PREPOSITIONS, TA_MARBUTA, TO_THE, bare_key, fold
from qawl.arabic.lexicon import (
    APPOSED,
    BODY,
    COLON,
    DEFINITE,
    IDLE,
    MEDIA,
    NAME,
    NAME_UNIT,
    NATION,
    OCCASIONAL,
    ODD,
    OFFICE,
    OPENS,
    ORIGIN,
    PORTFOLIO,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    ROLE,
    SAME,
    SPEECH,
    THAT,
    TIME,
    TITLE,
    WRITER,
)
from qawl.arabic.names.genders import agrees
from qawl.arabic.names.joiners import is_and, is_joining
from qawl.arabic.names.strange import is_strange
from qawl.arabic.names.units import connectors, family_syllables
from qawl.arabic.names.weights import is_likely
from qawl.arabic.ordinary import is_known
from qawl.arabic.passage import Passage
from qawl.arabic.people.roles import add_roles, is_trade
from qawl.arabic.phrases.holders import is_office, name_beside, stop_of_title
from qawl.arabic.phrases.kin import in_one_word
from qawl.arabic.phrases.leads import is_itself
from qawl.arabic.phrases.offices import is_of_other_time, is_same_office, lands_in
from qawl.arabic.phrases.parties import body_type, differs, party_of_phrase, party_type, speaks_in
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.speakers.chooser import choose
from qawl.arabic.speakers.focus import Chooser, Focus
from qawl.arabic.speakers.mentions import Mentions
from qawl.arabic.speakers.officers import LATELY, Meant, Officers
from qawl.arabic.speakers.writers import is_writer, writer_before
from qawl.tables import table

# Parties whose documents speak for them; media only pass them on.
ISSUERS = ("organisation", "country")
# What stands behind who speaks before what is said.
SAYS = THAT | COLON | OPENS | PUNCTUATION | PREPOSITION | TIME
# What is told first without its article, and then with it: مصدر محلي … المصدر.
TOLD_AGAIN = ("unnamed", "group", "document")
# What bodies of these types are, which a page may call by their land: الصحيفة النرويجية.
CALLED = {"agency": "media", "media": "media", "paper": "media", "company": "company", "band": "band", "party": "party"}
# Types that a surname alone may seem to have: قال الخطاب.
SURNAMED = ("unnamed", "organisation", "document", "group", "country")


@cache
def taking_up() -> frozenset[str]:
    """Folded phrases that take up the person who spoke last and name nobody: المتدخل، ضيف البرنامج."""
    return frozenset(fold(row["form"]) for row in table("taken_up.tsv"))


def is_led_or_owned(key: str) -> bool:
    """Whether a rare word is a known one behind a preposition, or several with a pronoun: بدموع، ناشروها."""
    owned = any(key.endswith(CONSTRUCT + owner) for owner in (HIS, *OWNERS))
    return owned or (key[0] in PREPOSITIONS and is_known(key[1:]))


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
        self.officers = Officers(passage, people, self.focus, self.mentions)

    def party(self, phrase: Phrase | None) -> Actor | None:
        """The party of the page that a phrase means, where it is no speaker."""
        return self.meant(phrase).actor if phrase else None

    def meant(self, phrase: Phrase) -> Meant:
        """The party that a phrase means, taken down as one of the page where it is new."""
        return self.named(phrase) if phrase.named else self.unnamed(phrase)

    def known(self, phrase: Phrase) -> Actor | None:
        """The party that a phrase means, if the page has named it; nothing is taken down."""
        if phrase.named:
            return self.person_mentioned(phrase.name) or self.person_named(name_keys(self.tokens, phrase.name), phrase.name)
        phrase = phrase._replace(first=phrase.name[0])
        if holder := self.holder(phrase):
            return holder
        keys = keys_of(self.tokens, phrase.name)
        if phrase.type in SURNAMED and (person := self.surnamed(phrase.name)):
            return person
        if not keys:
            return None
        person = self.titled(phrase) or (self.officers.known(phrase, keys) if phrase.type == "unnamed" else None)
        return person or self.same_party(phrase, keys) or self.before_object(phrase)

    def taking_part(self, phrase: Phrase) -> Actor | None:
        """The party that takes part in what the page tells: one it knows, the one holder of an office by its head or land."""
        if (actor := self.known(phrase)) or phrase.named or phrase.type != "unnamed":
            return actor
        office = phrase._replace(first=phrase.name[0])
        keys = keys_of(self.tokens, phrase.name)
        return self.officers.sole_holder(office, keys) or self.officers.of_land(office, keys)

    def before_object(self, phrase: Phrase) -> Actor | None:
        """The person whose office opens a phrase that runs on over what the verb has as object: استهل المحافظ | الجلسة."""
        if phrase.type != "unnamed" or phrase.role is None:
            return None
        for stop in range(phrase.stop - 1, phrase.first, -1):
            kind = self.tokens.kinds[stop]
            if kind & DEFINITE and (kind & (NATION | IDLE) or self.tokens.keys[stop].endswith(NISBA)):
                continue
            office = phrase._replace(stop=stop, name=(phrase.first, stop))
            if is_of_other_time(keys_of(self.tokens, phrase.name), keys_of(self.tokens, office.name)):
                continue
            if actor := self.officers.by_role(office, keys_of(self.tokens, office.name)):
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
        return self.person_named(name_keys(self.tokens, name), name) if name else None

    def named(self, phrase: Phrase) -> Meant:
        """The person whom a phrase with a name means."""
        keys = name_keys(self.tokens, phrase.name)
        actor = self.person_mentioned(phrase.name) or self.person_named(keys, phrase.name)
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
            actor.roles += [phrase.role] if not actor.roles and is_trade(self.tokens, phrase.role[0]) else []
        short = len(keys) == 1 and len(actor.keys) > 1
        return Meant(actor, "surname" if short else "name", phrase.role)

    def person_mentioned(self, name: Range) -> Actor | None:
        """The person who is known to be named by these very words of the page, with or without his age: الكندي | الأب."""
        first, stop = name
        shorter = stop - bool(stop - first > 1 and connectors().get(self.tokens.keys[stop - 1]) == "last")
        places = ((first, stop), (first, shorter))
        return next((person for person in self.people if any(place in person.mentions for place in places)), None)

    def person_named(self, keys: tuple[str, ...], name: Range) -> Actor | None:
        """The person of the page whom these words name, the longest name first; one word, whoever alone has it.

        Of several with one surname the one who spoke last: قال محمد سعد كذا. وأضاف محمود سعد كذا. وأوضح سعد.
        """
        owners = [person for person in self.people if same_name(person.keys, keys) or same_name(keys, person.keys)]
        owners = [person for person in owners if agrees(self.tokens, person, name)]
        if len(keys) == 1:
            owners = self.last_of(owners)
        if owners or len(keys) > 1:
            named = max(owners, key=lambda person: len(person.keys), default=None)
            return named or house_named(self.people, keys)
        having = [person for person in self.people if keys[0] in person.keys and agrees(self.tokens, person, name)]
        return having[0] if len(having) == 1 else spelt_otherwise(self.people, keys)

    def body_called(self, keys: tuple[str, ...]) -> Actor | None:
        """The body whose own name these words are: صحيفة لوكوريي الفرنسية … قالت لوكوريي."""
        bodies = (actor for actor in self.others if actor.type == "organisation")
        return next((body for body in bodies if name_keys(self.tokens, body.name) == keys), None)

    def person_at(self, name: Range) -> Actor | None:
        """The person whose mention stands at `name` too; a fuller name becomes the person's own.

        A surname that closes another one's name is no mention: قال سعيد البقالي الصنهاجي كذا. وقالت نزهة | البقالي كذا.
        """
        for person in self.people:
            for number, (first, stop) in enumerate(person.mentions):
                if first < name[1] and name[0] < stop:
                    if (first, stop) != person.name and self.is_of_namesake(person, name):
                        del person.mentions[number]
                        break
                    if name[0] <= first and stop <= name[1]:
                        person.mentions[number] = name
                        self.rename(person, name)
                    return person
        return None

    def is_of_namesake(self, person: Actor, name: Range) -> bool:
        """Whether a name of several words opens with none of a person's, and holds none of the given name."""
        keys = name_keys(self.tokens, name)
        given = bool(self.tokens.kinds[name[0]] & (NAME_UNIT | ODD)) and not self.tokens.kinds[name[0]] & (OFFICE | DEFINITE)
        return given and len(keys) > 1 < len(person.keys) and keys[0] not in person.keys and person.keys[0] not in keys

    def rename(self, person: Actor, name: Range) -> None:
        """Give a person a name that has more words than the one so far."""
        keys = name_keys(self.tokens, name)
        if len(keys) > len(person.keys):
            person.name, person.keys = name, keys

    def is_surely_name(self, phrase: Phrase) -> bool:
        """Whether a name that no other place of the page bears out may stand: long, known, introduced, or said twice."""
        first, stop = phrase.name
        if stop - first > 1 and not phrase.role and first == phrase.first:
            return is_likely(self.tokens, first, stop) or self.must_speak(phrase)
        if stop - first > 1 or phrase.role or first > phrase.first or self.tokens.kinds[first] & NAME_UNIT:
            return True
        return self.tokens.count(self.tokens.keys[first]) > 1 or self.must_speak(phrase)

    def must_speak(self, phrase: Phrase) -> bool:
        """Whether words that may be a name stand right between a verb of saying and what it says: وأضاف هيلمان: كذا."""
        kinds, (first, stop) = self.tokens.kinds, phrase.name
        between = first == phrase.first and stop == phrase.stop < len(self.tokens) and first and kinds[first - 1] & SPEECH
        goes_on = between and (kinds[stop] & (SAYS | APPOSED) or (kinds[stop] & PREFIX and not is_and(self.tokens, stop)))
        given = stop - first > 1 and kinds[first] & NAME and not kinds[first + 1] & DEFINITE
        named = bool(given) or is_strange(self.tokens, first, True)
        return bool(goes_on) and named and not is_led_or_owned(self.tokens.keys[first])

    def unnamed(self, phrase: Phrase) -> Meant:
        """The party that a phrase without a person's name means; one that holds no word means nobody."""
        phrase = phrase._replace(first=phrase.name[0])
        keys = keys_of(self.tokens, phrase.name)
        if not keys:
            return Meant(None, "name")
        found = self.person_meant(phrase, keys) or self.officers.only_person(phrase, keys, self.others)
        found = found or self.meant_again(phrase, keys)
        if found is None and (stop := self.stop_before_apposed(phrase)) < phrase.stop:
            head = phrase._replace(stop=stop, name=(phrase.first, stop), role=phrase.role and (phrase.first, stop))
            head_keys = keys_of(self.tokens, head.name)
            found = self.person_meant(head, head_keys) or self.meant_again(head, head_keys)
        return found or self.officers.last_with_office(phrase) or self.newcomer(phrase)

    def stop_before_apposed(self, phrase: Phrase) -> int:
        """Where a phrase ends before what only tells more of its person: المهاجم | البالغ من العمر عشرين عاما."""
        kinds = self.tokens.kinds
        return next((place for place in range(phrase.first + 1, phrase.stop) if kinds[place] & APPOSED), phrase.stop)

    def person_meant(self, phrase: Phrase, keys: tuple[str, ...]) -> Meant | None:
        """The person whom a surname, a title with a surname, an office or a title with an office means."""
        if phrase.type in SURNAMED and (person := self.surnamed(phrase.name)):
            return Meant(person, "surname" if len(person.keys) > 1 else "name")
        if person := self.by_land(phrase):
            return Meant(person, "role", phrase.name)
        if phrase.role and (person := self.closing(phrase)):
            return Meant(person, "name")
        if writer := self.writer(phrase):
            return Meant(writer, "role", phrase.name)
        if person := self.titled(phrase):
            return Meant(person, "surname", (phrase.first, phrase.stop - 1))
        if phrase.type == "unnamed" and (actor := self.officers.by_role(phrase, keys)):
            add_roles(self.tokens, actor, [phrase.name])
            return Meant(actor, "role", phrase.name)
        actor = self.officers.holder(phrase, keys)
        return Meant(actor, "role", phrase.name) if actor else None

    def by_land(self, phrase: Phrase) -> Actor | None:
        """The person whom a page calls by the nationality alone, the last one to speak: المدرب الروماني فلان … وأضاف الروماني."""
        kind = self.tokens.kinds[phrase.first]
        if phrase.stop - phrase.first > 1 or not (kind & NATION and kind & DEFINITE) or kind & OFFICE:
            return None
        key = self.tokens.keys[phrase.first]
        people = self.last_of([person for person in self.people if self.is_of_land(person, key)])
        return people[0] if len(people) == 1 else None

    def is_of_land(self, person: Actor, key: str) -> bool:
        """Whether a nationality stands in a role of a person or right before the name."""
        places = [place for first, stop in person.roles for place in range(first, stop)]
        return any(self.tokens.keys[place] == key for place in (*places, *(first - 1 for first, _ in person.mentions if first)))

    def closing(self, phrase: Phrase) -> Actor | None:
        """The person known by one word alone, which closes the phrase behind his office: رئيس مدينة أسوان | الصبيحي."""
        word = phrase.stop - 1, phrase.stop
        return next((person for person in self.people if person.name == word), None)

    def writer(self, phrase: Phrase) -> Actor | None:
        """Who wrote the article that the page told of last, or the last speaker where he is one: الكاتب، كاتب المقال."""
        if not is_writer(self.tokens, phrase):
            return None
        last = self.officers.last_person()
        if last and any(self.tokens.kinds[first] & WRITER for first, _ in last.roles):
            return None if differs(self.tokens, last, phrase) else last
        return writer_before(self.passage, self.people, self.focus.spoken, phrase)

    def meant_again(self, phrase: Phrase, keys: tuple[str, ...]) -> Meant | None:
        """The party that the same words or المصدر mean again, or whoever issued a document."""
        same = self.taken_up(phrase) or self.same_party(phrase, keys) or self.same_source(phrase)
        same = same or self.of_that_kind(phrase) or self.of_that_land(phrase, keys) or self.of_epithet(phrase)
        if same:
            same.mentions.append(phrase.name)
            return Meant(same, "role" if phrase.type == "unnamed" else "name")
        issuer = (self.issuer(phrase) or self.introducer(phrase)) if phrase.type == "document" else None
        return Meant(issuer, "role") if issuer else None

    def newcomer(self, phrase: Phrase) -> Meant:
        """A party that the page has not told of before."""
        phrase = self.mentions.in_full(phrase._replace(type=party_type(self.tokens, phrase)))
        actor = party_of_phrase(self.tokens, phrase)
        self.others.append(actor)
        return Meant(actor, "role" if phrase.role else "name", phrase.role)

    def surnamed(self, words: Range) -> Actor | None:
        """The one person whose surname these words are and nothing else, or the last one to speak: الراوي, دي لوكا."""
        if known := self.person_mentioned(words):
            return known
        keys = name_keys(self.tokens, words)
        joined = len(keys) > 1 and is_joining(self.tokens, words[0])
        owners = [person for person in self.people if person.keys[-len(keys) :] == keys and (len(keys) == 1 or joined)]
        if not owners and len(keys) == 1 and keys[0] in family_syllables():
            owners = [person for person in self.people if person.keys[:1] == keys]
        if len(owners) > 1:
            last = self.tokens.keys[words[1] - 1]
            owners = [person for person in owners if self.tokens.keys[person.name[1] - 1] == last]
        owners = self.last_of([person for person in owners if agrees(self.tokens, person, words)])
        return owners[0] if len(owners) == 1 else None

    def last_of(self, owners: list[Actor]) -> list[Actor]:
        """Of several with one surname the one who spoke last, if one of them did lately."""
        if len(owners) < 2:
            return owners
        return [actor for actor in self.focus.lately(LATELY) if actor in owners and len(actor.keys) > 1][:1] or owners

    def titled(self, phrase: Phrase) -> Actor | None:
        """The person whose surname stands after a title, a role or a strange word (اللواء الراوي); a nationality after a title."""
        kinds, last = self.tokens.kinds, phrase.stop - 1
        head = kinds[phrase.first]
        strange = head & kinds[last] & DEFINITE and not head & ~(DEFINITE | ODD | OCCASIONAL)
        if phrase.stop - phrase.first != 2 or not (strange or kinds[phrase.first] & OFFICE) or kinds[last] & BODY:
            return None
        return None if kinds[last] & NATION and not kinds[phrase.first] & TITLE else self.surnamed((last, phrase.stop))

    def issuer(self, phrase: Phrase) -> Actor | None:
        """The body that issued a document taken up again (وأضاف البيان): one of the last to speak, in a sentence about it."""
        tokens = self.tokens
        if phrase.stop - phrase.first > 1 or not tokens.kinds[phrase.first] & DEFINITE:
            return None
        key = bare_key(tokens.keys[phrase.first])
        for finding, actor in reversed(self.focus.spoken[-LATELY:]):
            relays = finding.rule == TURN and finding.reading is not None and finding.reading.act == "report"
            passes_on = tokens.kinds[actor.name[0]] & MEDIA or relays
            if actor.type in ISSUERS and not passes_on and speaks_in(self.passage, finding, key):
                return actor
        return None

    def introducer(self, phrase: Phrase) -> Actor | None:
        """Who issued a document where the page told of it first; media only pass it on."""
        actor = self.party(self.mentions.issuer(phrase))
        return None if actor is None or self.tokens.kinds[actor.name[0]] & MEDIA else actor

    def same_party(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The party without a person's name that the same words mean again, or a definite head and no word that it lacks."""
        for actor in reversed(self.others):
            if actor.keys == keys:
                return actor
        if len(keys) == 1 and (again := self.told_again(phrase)):
            return again
        kinds = self.tokens.kinds
        if kinds[phrase.first] & DEFINITE and phrase.type == "organisation" and (whole := self.of_which(keys)):
            return whole
        head = in_one_word(keys)[0]
        if not kinds[phrase.first] & DEFINITE or not (heads().get(keys[0]) or head != keys[0]):
            return None
        if len(keys) == 2 and kinds[phrase.stop - 1] & IDLE:
            keys = keys[:1]
        alike = (actor for actor in reversed(self.others) if actor.keys[0] == keys[0] or not differs(self.tokens, actor, phrase))
        same = (actor for actor in alike if in_one_word(actor.keys)[0] == head)
        return next((actor for actor in same if len(keys) == 1 or is_same_office(keys, actor.keys)), None)

    def told_again(self, phrase: Phrase) -> Actor | None:
        """The party of several with one head that acted last: قال مصدر محلي كذا. قال مصدر طبي كذا. أكد مصدر محلي كذا … المصدر."""
        told = self.mentions.told_last(phrase) if self.tokens.kinds[phrase.first] & DEFINITE else None
        if told is None or told.named or len(keys_of(self.tokens, told.name)) == 1 or told.type not in TOLD_AGAIN or told.role:
            return None
        return self.party(told)

    def of_which(self, keys: tuple[str, ...]) -> Actor | None:
        """The body whose name goes on behind its head with these words: وزارة الدفاع النرويجية … الدفاع النرويجية."""
        bodies = (actor for actor in reversed(self.others) if actor.type == "organisation" and heads().get(actor.keys[0]))
        return next((actor for actor in bodies if actor.keys[1:] == keys), None)

    def of_epithet(self, phrase: Phrase) -> Actor | None:
        """The one person whose office has an adjective that stands alone now: الرئيس المعزول سالم الكندي … وأضاف المعزول."""
        keys, kinds, first = self.tokens.keys, self.tokens.kinds, phrase.first
        if phrase.stop - first > 1 or not kinds[first] & DEFINITE or kinds[first] & (ROLE | BODY | NATION):
            return None
        told = {
            person
            for person in self.people
            for role, stop in person.roles
            for place in range(role + 1, stop)
            if keys[place] == keys[first] and kinds[place - 1] & OFFICE and kinds[place - 1] & DEFINITE
        }
        return told.pop() if len(told) == 1 else None

    def of_that_kind(self, phrase: Phrase) -> Actor | None:
        """The body of a name without a head that spoke right before, where the page calls it what it is: رويترز … الوكالة.

        So for a field that stands for its ministry: الخارجية الكندية … الوزارة.
        """
        kinds, first = self.tokens.kinds, phrase.first
        alone = phrase.stop - first == 1 and kinds[first] & BODY and kinds[first] & DEFINITE and not kinds[first] & ROLE
        if not alone or self.mentions.before(first):
            return None
        last = next(iter(self.focus.lately(1)), None)
        if last is None or last.type != "organisation":
            return None
        if not self.may_be_called(last, phrase):
            return None
        ministry = kinds[last.name[0]] & PORTFOLIO and body_type(self.tokens, phrase.name) == "state"
        return last if ministry or self.lacks_head(last) else None

    def of_that_land(self, phrase: Phrase, keys: tuple[str, ...]) -> Actor | None:
        """The body that a page calls by what it is and its land: صحيفة الموج … الصحيفة النرويجية، رويترز … الوكالة البريطانية.

        There must be no other one, and its name must tell of no other land.
        """
        kinds, (first, land) = self.tokens.kinds, (phrase.first, phrase.stop - 1)
        told = land == first + 1 and kinds[first] & BODY and kinds[first] & kinds[land] & DEFINITE and kinds[land] & NATION
        kind = CALLED.get(body_type(self.tokens, phrase.name))
        if not told or kind is None:
            return None
        head = phrase._replace(stop=land, name=(first, land))
        body = self.of_that_kind(head)
        if body and CALLED.get(body_type(self.tokens, body.name)) != kind:
            return None
        if body is None and (only := self.mentions.only_one(head)):
            body = self.party(only)
        lands = set(lands_in(body.keys).values()) if body else set()
        return body if lands <= set(lands_in(keys).values()) else None

    def may_be_called(self, body: Actor, phrase: Phrase) -> bool:
        """Whether a definite head may take up a body: one that a page calls by its head before marks has that: قناة «الساحل»."""
        kinds, head = self.tokens.kinds, body.name[0] - 2
        if head < 0 or not kinds[head + 1] & PUNCTUATION or not kinds[head] & BODY:
            return True
        return not kinds[head] & MEDIA or bool(kinds[phrase.first] & MEDIA)

    def lacks_head(self, body: Actor) -> bool:
        """Whether a body's name does not tell what it is: رويترز, «الساحل»; not وزارة الصحة."""
        first, stop = body.name
        kind, key = self.tokens.kinds[first], self.tokens.keys[first]
        marked = first > 0 and bool(self.tokens.kinds[first - 1] & OPENS)
        return marked or not known_head(key) or (stop - first == 1 and not kind & DEFINITE)

    def taken_up(self, phrase: Phrase) -> Actor | None:
        """The person who spoke last, whom no medium passed on, where the page takes him up: وأضاف المتدخل، ضيف البرنامج."""
        led = ARTICLE if phrase.first and self.tokens.keys[phrase.first - 1] == TO_THE else ""
        words = led + " ".join(self.tokens.keys[phrase.first : phrase.stop])
        last = self.person_last() if words in taking_up() else None
        woman = self.tokens.keys[phrase.first].endswith(TA_MARBUTA)
        return last if last and last.gender in ("-", "f" if woman else "m") else None

    def person_last(self) -> Actor | None:
        """The person who said the last words, which no medium passed on."""
        if not self.focus.spoken:
            return None
        finding, last = self.focus.spoken[-1]
        kinds, spoken = self.tokens.kinds, [party.name[0] for party in self.focus.lately(LATELY)]
        passed_on = finding.via or any((kinds[head] | kinds[max(0, head - 1)]) & MEDIA for head in spoken)
        return last if last.type == "person" and finding.content and not passed_on else None

    def same_source(self, phrase: Phrase) -> Actor | None:
        """The body, group or office that spoke lately, where the page calls it its source: وأضاف المصدر.

        A person only where the page says that it is the same source: وأضاف ذات المصدر، وأضاف المصدر نفسه.
        """
        kind = self.tokens.kinds[phrase.first]
        if not kind & ORIGIN or not kind & DEFINITE or phrase.stop - phrase.first > 1:
            return None
        last = next((actor for actor in self.focus.lately(LATELY) if actor.type != "document"), None)
        if last and last.type == "person":
            return last if self.is_same_again(phrase, last) else None
        return last if last and last.type in ("organisation", "group", "unnamed") else None

    def is_same_again(self, phrase: Phrase, last: Actor) -> bool:
        """Whether a phrase takes up the person who said the last words, which no medium passed on: ذات المصدر، المصدر ذاته."""
        first, stop = phrase.name
        if self.person_last() is not last:
            return False
        return bool(first and self.tokens.kinds[first - 1] & SAME) or is_itself(self.tokens, stop)
