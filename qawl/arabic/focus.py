"""Who is in focus: whom a saying without a subject of its own carries on (وأضاف، مشيرا، قوله).

Each link is made on its own evidence: gender and number, the sentence, how far back, and whether the clause can carry on at all.
Where it is weak nobody is named.
"""

from __future__ import annotations

from qawl.arabic.entities import Phrase, names_body
from qawl.arabic.findings import Finding
from qawl.arabic.letters import TA_MARBUTA
from qawl.arabic.lexicon import DOCUMENT, PREFIX, PREPOSITION, ROLE
from qawl.arabic.parties import is_definite
from qawl.arabic.passage import Passage
from qawl.arabic.people import Actor

LOOK_BACK = 5
# Nobody who spoke before this many sayings, those inside others too, is looked at.
FARTHEST_BACK = 60


class Focus:
    """Who has spoken or acted so far in a passage, in text order."""

    def __init__(self, passage: Passage, people: list[Actor]) -> None:
        self.passage = passage
        self.people = people
        self.spoken: list[tuple[Finding, Actor]] = []
        # The gender of the document in which somebody speaks, by the place of the saying: وذكر بيان للوزارة.
        self.documents: dict[int, str] = {}

    def note(self, finding: Finding, actor: Actor) -> None:
        """Take down that this party spoke or acted here."""
        self.spoken.append((finding, actor))
        if finding.source and (gender := self.document_gender(finding.source)):
            self.documents[finding.place] = gender

    def document_gender(self, source: Phrase) -> str | None:
        """The gender of the document that is the subject in place of its issuer, None where the source is none."""
        tokens = self.passage.tokens
        if source.name[0] == source.first or not tokens.kinds[source.first] & DOCUMENT:
            return None
        return "f" if tokens.keys[source.first].endswith(TA_MARBUTA) else "m"

    def goes_on(self, other: Finding, finding: Finding) -> bool:
        """Whether a saying without a subject carries on the document of the one before: ذكر بيان للوزارة أن كذا. وأضاف أن كذا."""
        gender = self.documents.get(other.place)
        if gender is None or finding.reading is None or (finding.reading.gender, finding.reading.number) != (gender, "s"):
            return False
        self.documents[finding.place] = gender
        return True

    def lately(self, count: int) -> list[Actor]:
        """The last ones who spoke or acted, the latest first; not those who only act in the lead."""
        return [actor for other, actor in reversed(self.spoken[-count:]) if not self.is_lead(other)]

    def carried_on(self, finding: Finding) -> Actor | None:
        """Who speaks in a saying without a subject, None where nobody can be told well enough."""
        actor = self.subject_of(finding)
        return None if actor is None or self.is_untold(actor) else actor

    def is_untold(self, actor: Actor) -> bool:
        """Whether an office stands for somebody whom the page may name elsewhere: too weak to carry on."""
        tokens = self.passage.tokens
        role = bool(tokens.kinds[actor.name[0]] & ROLE)
        return actor.type == "unnamed" and bool(self.people) and role and is_definite(tokens, actor.name)

    def subject_of(self, finding: Finding) -> Actor | None:
        """Whom a saying without a subject carries on, None where nobody can be told."""
        if finding.form in ("participle", "pronoun") and (actor := self.subject_of_sentence(finding)):
            return actor
        return self.last_speaker(finding)

    def last_speaker(self, finding: Finding) -> Actor | None:
        """The last one who spoke and agrees with the cue; anyone but a person only from right before."""
        beside = [(other, actor) for other, actor in self.spoken[-FARTHEST_BACK:] if other.within == finding.within]
        for distance, (other, actor) in enumerate(reversed(beside[-LOOK_BACK:])):
            if distance == 0 and other.content and self.goes_on(other, finding):
                return actor
            if self.is_past(other, finding):
                continue
            if agrees(actor, finding) and (actor.type == "person" or not actor.keys or (distance == 0 and other.content)):
                return actor
        return None

    def is_past(self, other: Finding, finding: Finding) -> bool:
        """Whether somebody only did something in the lead, and the saying stands in a later paragraph."""
        return self.is_lead(other) and self.passage.paragraph_start(finding.place) > other.place

    def is_lead(self, other: Finding) -> bool:
        """Whether a finding only tells what somebody did, in the first paragraph."""
        return other.reading is None and not other.content and self.passage.paragraph_start(other.place) == 0

    def subject_of_sentence(self, finding: Finding) -> Actor | None:
        """Who is the subject of the sentence that a participle carries on: its last speaker, else the first one named in it."""
        start = self.passage.sentence_start(finding.place)
        for other, actor in reversed(self.spoken):
            if other.place < start:
                break
            if other.within == finding.within and agrees(actor, finding):
                return actor
        named = [
            (mention[0], person)
            for person in self.people
            for mention in person.mentions
            if start <= mention[0] < finding.place and not self.is_oblique(mention[0])
        ]
        for _, person in sorted(named, key=lambda found: found[0]):
            if agrees(person, finding):
                return person
        return None

    def is_oblique(self, place: int) -> bool:
        """Whether a name cannot be a subject, since a preposition or the body that bears it stands before: حزب فلان، مع فلان."""
        before = self.passage.tokens.kinds[place - 1] if place else 0
        return bool(before & (PREFIX | PREPOSITION)) or names_body(self.passage.tokens, place)


def agrees(actor: Actor, finding: Finding) -> bool:
    """Whether a party can be the subject of a cue by gender and number; several may take the feminine singular."""
    reading = finding.reading
    if reading is None:
        return True
    gender, number = (reading.owner[0], reading.owner[1]) if reading.owner else (reading.gender, reading.number)
    if number == "p":
        return actor.number == "p"
    if actor.number == "p":
        return gender == "f" and actor.gender == "f"
    return "-" in (gender, actor.gender) or gender == actor.gender
