"""What a passage has told so far: who spoke, who acted, who was named, each as a trace."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from qawl.arabic.actors import Actor
from qawl.arabic.findings import Finding, Range
from qawl.arabic.heads import is_done_to
from qawl.arabic.letters import CONJUNCTIONS, TA_MARBUTA
from qawl.arabic.lexicon import COMMA, DEFINITE, DIES, DOCUMENT, FUNCTION, PREPOSED, PUNCTUATION, RELATIVE
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.bearers import is_served, names_body
from qawl.arabic.phrases.subjects import is_thing_of
from qawl.arabic.reporting.deeds import Deed, deeds
from qawl.arabic.speakers.traces import Trace, agrees, goes_on, wanted
from qawl.arabic.tokens import Tokens

# How many of the last sayings of one level may hold a candidate.
SAYINGS = 12
# How many of the last sayings, those inside others too, are looked at.
LATELY = 60
# The content of this many sayings is looked at to tell what stands inside it.
INSIDE = 12
# Parties of no name, which only their noun tells of.
NOUNS = ("unnamed", "group")


class Past:
    """What a passage has told so far: who spoke, who acted, who was named."""

    def __init__(self, passage: Passage, people: list[Actor]) -> None:
        self.passage = passage
        self.people = people
        self.sayings: list[Finding] = []
        self.traces: list[tuple[int | None, Trace]] = []
        self.sources: list[Range] = []
        self.deeds: list[Deed] = []
        self.told: set[int] = set()
        self.relative: set[int] = set()
        self.relays: list[tuple[Finding, Actor, Actor]] = []
        self.scanned = 0
        places = [(first, number) for number, person in enumerate(people) for first, _ in person.mentions]
        self.mentions = sorted(places)

    def hear(self, finding: Finding, actor: Actor | None, via: Actor | None = None) -> None:
        """Take down a saying or a turn, whose it is and who relays it."""
        if finding.content and actor and via:
            self.relays.append((finding, via, actor))
        if finding.content:
            self.sayings.append(finding)
        if finding.source:
            self.sources.append((finding.source.first, finding.source.stop))
        if (finding.content or finding.source) and (actor or finding.content):
            self.told.add(finding.place)
            if self.is_relative_turn(finding):
                self.relative.add(finding.place)
            trace = Trace(finding.place, how_heard(finding, actor), actor, self.document_gender(finding, actor))
            self.traces.append((finding.within, trace))

    def is_relative_turn(self, finding: Finding) -> bool:
        """Whether somebody only acts in a relative clause on another's object: نفى الوزير ما | أوردته الصحيفة."""
        tokens, place = self.passage.tokens, finding.place
        if finding.content or finding.source is None or finding.reading is None or finding.source.first < place:
            return False
        return place > 0 and bool(finding.reading.object and tokens.kinds[place - 1] & RELATIVE)

    def only_relays(self, finding: Finding, actor: Actor, own: list[Trace]) -> bool:
        """Whether a party only passed on the last saying of the sentence, whose speaker can go on: نقل موقع عن شاهد كذا، مبينا."""
        if not self.relays:
            return False
        relayed, via, speaker = self.relays[-1]
        same = self.passage.sentence_start(finding.place) <= relayed.place and self.sayings[-1] is relayed
        doubtful = via.gender == wanted(finding)[0] and speaker.gender != via.gender
        if not same or doubtful or not agrees(speaker, finding):
            return False
        return actor is via or (relayed.via is not None and own[-1].place == relayed.via.first - 1)

    def document_gender(self, finding: Finding, actor: Actor | None) -> str:
        """The gender of the document that speaks for its issuer here, or that is taken up here; empty where there is none."""
        tokens, source = self.passage.tokens, finding.source
        if source is None:
            last = next((trace for _, trace in reversed(self.traces[-SAYINGS:]) if trace.actor is actor), None)
            return last.gender if last and goes_on(last, finding) else ""
        own = actor is None or actor.type == "document" or actor.name == source.name
        if not tokens.kinds[source.first] & DOCUMENT or (own and source.name[0] == source.first):
            return ""
        return "f" if tokens.keys[source.first].endswith(TA_MARBUTA) else "m"

    def is_said(self, place: int) -> bool:
        """Whether a token stands in what somebody says."""
        return any(first <= place < stop for saying in self.sayings[-INSIDE:] for first, stop in saying.content)

    def spoken(self, within: int | None) -> list[Trace]:
        """The last ones who spoke, in the same saying if the cue stands inside one; none in words whose verb came behind them."""
        told = [trace for inside, trace in self.traces[-LATELY:] if inside == within]
        return [trace for trace in told if within is not None or not self.is_said(trace.place)][-SAYINGS:]

    def acts(self, first: int, stop: int) -> list[Deed]:
        """The deeds between two tokens; each token is looked at once."""
        start = max(self.scanned, first)
        if start < stop:
            self.deeds += [deed for deed in deeds(self.passage, start, stop) if deed.place not in self.told]
            self.scanned = stop
        return self.deeds[bisect_left(self.deeds, (first,)) :]

    def names(self, first: int, stop: int, taken: Iterable[Range]) -> Iterator[Trace]:
        """The names between two tokens that are no part of a source or of a phrase that acts, and do not only tell whose it is."""
        ranges = [*self.sources[-2 * SAYINGS :], *taken]
        for place, number in self.mentions[bisect_left(self.mentions, (first, -1)) : bisect_left(self.mentions, (stop, -1))]:
            if not is_served(self.passage.tokens, place) and not any(start <= place < end for start, end in ranges):
                how = "inside" if self.is_said(place) else self.how_named(place, self.people[number])
                yield Trace(place, how, self.people[number])

    def person_at(self, place: int) -> Actor | None:
        """The person whose name begins at a token."""
        at = bisect_left(self.mentions, (place, -1))
        return self.people[self.mentions[at][1]] if at < len(self.mentions) and self.mentions[at][0] == place else None

    def how_named(self, place: int, person: Actor) -> str:
        """Whether a name can be a subject, or a preposition or the body that bears it stands before: حزب فلان، مع فلان.

        With its office a name is `governed`: مع الوزير فلان، على حديث رئيس الحكومة فلان. The dead are named, but do not speak.
        """
        if names_body(self.passage.tokens, place) or self.is_governed(place):
            return "oblique"
        office = start_of_office(self.passage.tokens, place, person)
        if self.dies(office):
            return "oblique"
        if office and is_done_to(self.passage.tokens, office - 1):
            return "governed"
        return "governed" if office < place and (self.is_governed(office) or self.is_owned(office)) else "named"

    def dies(self, office: int) -> bool:
        """Whether a death is told of who stands at `office`: قتل الشاب | سالم الكندي، وفاة الفنان | سالم الكندي."""
        kinds = self.passage.tokens.kinds
        while office > 1 and kinds[office - 1] & DEFINITE:
            office -= 1
        return office > 0 and bool(kinds[office - 1] & DIES)

    def is_governed(self, place: int) -> bool:
        """Whether a preposition stands before a token."""
        before = self.passage.tokens.kinds[place - 1] if place else 0
        return bool(before & PREPOSED) and self.passage.tokens.keys[place - 1] not in CONJUNCTIONS

    def is_owned(self, place: int) -> bool:
        """Whether a noun without article that a preposition governs, or a thing, stands before a token: على حديث | رئيس الحكومة."""
        before = self.passage.tokens.kinds[place - 1] if place else DEFINITE
        if before & (DEFINITE | FUNCTION | PUNCTUATION):
            return False
        return self.is_governed(place - 1) or is_thing_of(self.passage.tokens, place - 1, place)


def start_of_office(tokens: Tokens, place: int, person: Actor) -> int:
    """Where the offices and titles begin that stand right before the name of a person at `place`, a comma between or not."""
    if tokens.kinds[place - 1] & COMMA:
        place = next((first for first, stop in person.roles if stop == place - 1), place)
    while (before := next((first for first, stop in person.roles if stop == place), None)) is not None:
        place = before
    return place


def how_heard(finding: Finding, actor: Actor | None) -> str:
    """How somebody came up in a saying or a turn."""
    if actor is None:
        return "silent"
    if finding.content:
        return "said" if finding.source else "linked"
    return "turn" if finding.reading else "deed"
