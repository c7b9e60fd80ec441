"""The parties of relations: which party stands at a place, whether two are one, and for whom a speaker says نحن."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from qawl.arabic.findings import Range
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ADDRESSING, ARTICLE, fold_phrase
from qawl.arabic.lexicon import COUNTRY, DEFINITE, FORMER, NATION, PORTFOLIO, PREPOSED
from qawl.arabic.names.joiners import is_and
from qawl.arabic.people.roles import main_office
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.objects import is_one_place
from qawl.arabic.phrases.parties import body_in, is_definite
from qawl.arabic.phrases.phrase import Phrase, is_known
from qawl.arabic.phrases.subjects import subject_alone
from qawl.model import Group, Organisation, Party, PartyType, Place, Span, Statement

STATE = "state"


class Side(NamedTuple):
    """A party at its place: tokens `first` to `stop`, and the bodies that it speaks or acts for, which are no other party."""

    party: Party
    first: int
    stop: int
    bodies: tuple[Party, ...] = ()

    def is_one_of(self, party: Party) -> bool:
        """Whether a party is this one, or a body that it acts for."""
        return any(same_party(own, party) or is_short_for(party, own) for own in (self.party, *self.bodies))


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are one: by their id, or by their name."""
    return (one.ref is not None and one.ref == other.ref) or fold_phrase(one.name) == fold_phrase(other.name)


def is_short_for(short: Party, full: Party) -> bool:
    """Whether a party is named by nothing but the head of another's name with the article: المنظمة, منظمة الصيد."""
    head = fold_phrase(full.name).partition(" ")[0]
    return short.name.startswith(ARTICLE) and fold_phrase(short.name) in (head, ARTICLE + head)


def type_of_named(one: Organisation | Group | Place) -> PartyType:
    """What kind of party something is that the page names: a land acts as its state does."""
    if isinstance(one, Place) or (isinstance(one, Organisation) and one.type == STATE):
        return "country"
    return "group" if isinstance(one, Group) else "organisation"


class Sides:
    """The parties of a scene, found where rules ask for them."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens = scene.tokens

    @cached_property
    def named(self) -> dict[int, tuple[Span, Organisation | Group | Place]]:
        """What the scene names beside people, by the code point where each mention starts."""
        named = self.scene.named
        everything: tuple[Organisation | Group | Place, ...] = (*named.organisations, *named.groups, *named.places)
        return {span.start: (span, one) for one in everything for span in one.mentions}

    @cached_property
    def cues(self) -> dict[int, Statement]:
        """The statements by the code point where their cue starts."""
        return {statement.cue.start: statement for statement in self.scene.statements if statement.cue}

    # -- who stands at a place

    def at(self, place: int, stop: int) -> Side | None:
        """The party that begins at `place`, before `stop`: a person, a body, a country, an office, several with a head."""
        if place >= stop:
            return None
        return self.mentioned(place, stop) or self.read(place, stop)

    def all_at(self, place: int, stop: int) -> list[Side]:
        """The party at `place` and those that و joins to it: روسيا وجورجيا."""
        found: list[Side] = []
        side = self.at(place, stop)
        while side:
            found.append(side)
            side = self.at(side.stop + 1, stop) if is_and(self.tokens, side.stop) else None
        return found

    def mentioned(self, place: int, stop: int) -> Side | None:
        """A body, a group or a country that the scene names at `place`; a town is no party."""
        found = self.named.get(self.tokens.starts[place])
        if found is None:
            return None
        span, one = found
        end = bisect_left(self.tokens.starts, span.end)
        if end > stop or (isinstance(one, Place) and not self.tokens.kinds[place] & COUNTRY):
            return None
        if isinstance(one, Group) and self.is_vague(place, end):
            return None
        return Side(Party(one.name, type_of_named(one), one.id), place, end)

    def read(self, place: int, stop: int) -> Side | None:
        """The party that the noun phrase at `place` means."""
        phrase = read_phrase(self.tokens, place, stop)
        if phrase is None or not is_known(self.tokens, phrase):
            return None
        phrase = self.alone(subject_alone(self.tokens, phrase))
        return self.of(phrase) if self.is_party(phrase) else None

    def of(self, phrase: Phrase) -> Side:
        """A phrase as a side, with the bodies that stand in it."""
        if not phrase.named and phrase.role is None and (named := self.mentioned(phrase.first, phrase.stop)):
            return named
        role = phrase.role or (0, 0)
        inner = (self.at(place, role[1]) for place in range(role[0] + 1, role[1]))
        bodies = tuple(side.party for side in inner if side and side.party.type in ("organisation", "country"))
        behind = phrase.role is not None and phrase.role[0] >= phrase.name[1]
        stop = phrase.name[1] if phrase.named and not behind else phrase.stop
        party = self.scene.party(phrase)
        return Side(self.in_full(party) or party, phrase.first, stop, bodies)

    def in_full(self, party: Party) -> Party | None:
        """The one body of the page that a party is short for: المجلس, where one council alone is named; None where it is none."""
        if party.ref is not None or party.type != "organisation" or " " in party.name:
            return None
        bodies = [Party(one.name, type_of_named(one), one.id) for one in self.scene.named.organisations]
        full = [body for body in bodies if is_short_for(party, body)]
        return full[0] if len(full) == 1 else None

    def alone(self, phrase: Phrase) -> Phrase:
        """A phrase without a second party that و joins to it and without what a preposition leads on to."""
        if phrase.named or phrase.type not in ("organisation", "country", "group"):
            return phrase
        kinds = self.tokens.kinds
        for place in range(phrase.name[0] + 1, phrase.stop):
            second = is_and(self.tokens, place) and self.at(place + 1, phrase.stop)
            led = kinds[place] & PREPOSED and not is_and(self.tokens, place)
            strange = phrase.type == "country" and not (kinds[place] & NATION or is_one_place(self.tokens, phrase.first, place))
            if second or strange or (led and self.tokens.keys[place][0] != ADDRESSING):
                return phrase._replace(stop=place, name=(phrase.name[0], place))
        return phrase

    def is_party(self, phrase: Phrase) -> bool:
        """Whether a phrase means somebody who can be told: no document, nobody unnamed without an office, nothing owned by him."""
        if phrase.named:
            return True
        if phrase.type == "document" or self.tokens.is_owned(phrase.name[0]):
            return False
        if phrase.type == "unnamed":
            return phrase.role is not None and is_definite(self.tokens, phrase.role)
        return phrase.type != "group" or not self.is_vague(phrase.first, phrase.stop)

    def is_vague(self, first: int, stop: int) -> bool:
        """Whether people are no more than some: شخص، مسلحون; not الموظفون، سكان الحي."""
        return stop - first < 2 and not self.tokens.kinds[first] & DEFINITE

    # -- for whom somebody speaks

    def speaker(self, statement: Statement | None) -> Side | None:
        """Who speaks in a statement, with the bodies of the offices that the page gives him."""
        if statement is None or statement.speaker is None:
            return None
        told = statement.speaker
        party = Party(told.name, told.type, told.ref)
        return Side(party, 0, 0, self.bodies_of(party) if told.type in ("person", "unnamed") else ())

    def spoken_for(self, statement: Statement | None) -> Side | None:
        """For whom the speaker of a statement says نحن: the body of his office, else himself."""
        side = self.speaker(statement)
        return Side(side.bodies[0], 0, 0, side.bodies) if side and side.bodies else side

    def bodies_of(self, party: Party) -> tuple[Party, ...]:
        """The bodies of the offices that a person has, but for those that he had and a minister's portfolio: وزير الخارجية."""
        actor = next((actor for actor, ref in self.scene.refs.items() if ref == party.ref), None)
        if actor is None:
            return ()
        offices = [main_office(self.tokens, role) for role in actor.roles if not self.is_past(role)]
        bodies = [body_in(self.tokens, office) for office in offices]
        sides = [self.at(body[0], body[1]) for body in bodies if body and not self.tokens.kinds[body[0]] & PORTFOLIO]
        return tuple(dict.fromkeys(side.party for side in sides if side))

    def is_past(self, role: Range) -> bool:
        """Whether a role is told to be over: السابق."""
        return any(kind & FORMER for kind in self.tokens.kinds[slice(*role)])
