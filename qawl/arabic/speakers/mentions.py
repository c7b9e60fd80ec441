"""Where the head of a party stood before in the page: the full name of a body, the office in full, who issued a document."""

from __future__ import annotations

from bisect import bisect_left

from qawl.arabic.actors import keys_of
from qawl.arabic.letters import ALEF, ARTICLE, bare_key
from qawl.arabic.lexicon import BODY, CONJUNCTION, DEFINITE, NATION, PREPOSED, PREPOSITION, PUNCTUATION, ROLE, TITLE
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_noun
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.phrases.subjects import subject_alone
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.reporting.issuers import issuer_of_document
from qawl.arabic.where import words_among

# What no verb before a subject is.
NO_VERB = PREPOSED | PUNCTUATION | CONJUNCTION
# How many of the last mentions of a head are looked at.
MOST = 12
# The head of an office stands at most so many words before its body: المتحدث باسم | الشركة.
OFFICE_REACH = 4


class Mentions:
    """Where the words of a passage stand, with or without their article."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens

    def all_of(self, place: int) -> list[int]:
        """Every place where the word of this one stands, with or without its article."""
        bare = bare_key(self.tokens.keys[place])
        forms = (bare, bare + ALEF)
        return words_among(self.tokens, [word for form in forms for word in (form, ARTICLE + form) if bare_key(word) == form])

    def before(self, place: int) -> list[int]:
        """The last places before this one where its word stands too, with or without its article."""
        places = self.all_of(place)
        last = bisect_left(places, place)
        return places[max(0, last - MOST) : last]

    def phrase_at(self, place: int) -> Phrase | None:
        """The noun phrase at a place, as far as its sentence goes."""
        return read_noun(self.tokens, place, self.passage.sentence_stop(place))

    def subject_at(self, place: int) -> Phrase | None:
        """The noun phrase at a place, behind a verb without its object: حسمت وزارة النقل | الجدل، قام فريق الساحل | بعملية بحث."""
        phrase = self.phrase_at(place)
        acts = phrase and place and not self.tokens.kinds[place - 1] & NO_VERB and is_finite(self.passage, place - 1)
        phrase = subject_alone(self.tokens, phrase) if phrase and acts else phrase
        return self.without_officer(phrase) if phrase and phrase.type == "organisation" else phrase

    def without_officer(self, body: Phrase) -> Phrase:
        """A body without the name of whoever holds the office before it: رئيس جامعة النهر | سالم الكندي."""
        kinds = self.tokens.kinds
        for head in range(body.first - 1, max(-1, body.first - OFFICE_REACH), -1):
            if not kinds[head] & (ROLE | PREPOSITION | BODY):
                return body
            office = self.phrase_at(head) if kinds[head] & ROLE else None
            if office and office.named and body.first < office.name[0] < body.stop:
                stop = office.name[0]
                while stop > body.first + 1 and kinds[stop - 1] & TITLE and kinds[stop - 1] & DEFINITE:
                    stop -= 1
                return body._replace(stop=stop, name=(body.name[0], stop))
        return body

    def in_full(self, phrase: Phrase) -> Phrase:
        """A body told by its head alone (الوزارة) under the one full name that stood before it (وزارة الصحة)."""
        kind = self.tokens.kinds[phrase.first]
        if phrase.type != "organisation" or not kind & DEFINITE or not kind & BODY or len(keys_of(self.tokens, phrase.name)) > 1:
            return phrase
        full: dict[tuple[str, ...], Phrase] = {}
        for found in map(self.subject_at, self.before(phrase.first)):
            if found and found.type == "organisation" and found.first == found.name[0]:
                full.setdefault(keys_of(self.tokens, found.name), found)
        names = [words for words in full if len(words) > 1]
        longest = max(names, key=len, default=None)
        same = longest and all(words == longest[: len(words)] for words in names)
        return phrase._replace(name=full[longest].name) if longest and same else phrase

    def only_one(self, phrase: Phrase) -> Phrase | None:
        """The one body with this head and a name of its own that stood before: صحيفة الموج; None where there are more."""
        found: dict[tuple[str, ...], Phrase] = {}
        for body in map(self.subject_at, self.before(phrase.first)):
            if body and body.type == "organisation" and (words := keys_of(self.tokens, body.name)) and not self.is_bare(body):
                found.setdefault(words, body)
        return next(iter(found.values())) if len(found) == 1 else None

    def is_bare(self, body: Phrase) -> bool:
        """Whether a definite body is told by its head alone, or its land beside it: الصحيفة، الصحيفة النرويجية."""
        kinds, (first, stop) = self.tokens.kinds, body.name
        return bool(kinds[first] & DEFINITE and kinds[first] & BODY) and all(kind & NATION for kind in kinds[first + 1 : stop])

    def told_last(self, phrase: Phrase) -> Phrase | None:
        """The indefinite party behind a verb in which the head of a definite one stood last: أكد مصدر محلي مقتل كذا."""
        kinds, place = self.tokens.kinds, next(iter(self.before(phrase.first)[-1:]), 0)
        acts = place and not kinds[place] & DEFINITE and not kinds[place - 1] & NO_VERB and is_finite(self.passage, place - 1)
        return self.subject_at(place) if acts else None

    def told_in_full(self, phrase: Phrase) -> bool:
        """Whether the page told this office in full before, so that its head alone means that one: متحدث باسم الشركة … المتحدث."""
        offices = map(self.phrase_at, self.before(phrase.first))
        return any(office and office.role and office.role[1] - office.role[0] > 2 for office in offices)

    def offices_before(self, phrase: Phrase) -> list[tuple[str, ...]]:
        """The words of the offices in full of this head that stood before it."""
        offices = map(self.phrase_at, self.before(phrase.first))
        told = [keys_of(self.tokens, office.role) for office in offices if office and office.role]
        return [words for words in told if len(words) > 1]

    def offices(self, phrase: Phrase) -> list[tuple[str, ...]]:
        """The words of every office of the page that has the head of this one, without the names beside them."""
        offices = [self.phrase_at(place) for place in self.all_of(phrase.first)[:MOST]]
        return [keys_of(self.tokens, office.role or office.name) for office in offices if office]

    def issuer(self, phrase: Phrase) -> Phrase | None:
        """Who issued a document where the page told of it first: أصدر الوزير بلاغا … وجاء في البلاغ."""
        kinds = self.tokens.kinds
        if phrase.stop - phrase.first > 1 or not kinds[phrase.first] & DEFINITE:
            return None
        first = next((place for place in reversed(self.before(phrase.first)) if not kinds[place] & DEFINITE), None)
        return None if first is None else issuer_of_document(self.passage, first, self.passage.sentence_stop(first))
