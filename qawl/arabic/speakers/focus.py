"""Who is in focus: whom a saying without a subject of its own carries on (وأضاف، مشيرا، قوله).

All who came up shortly before and agree are candidates; which one it is, and whether it is sure enough, the chooser says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qawl.arabic.actors import Actor
from qawl.arabic.findings import CALL, TURN, Finding
from qawl.arabic.letters import ADDRESSING, TO, TO_THE, UPON
from qawl.arabic.lexicon import COMMA, DOCUMENT, OPENS, PUNCTUATION, SETTING
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.parties import party_of_phrase
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.deeds import Deed
from qawl.arabic.speakers.candidates import REACH, Candidate, candidates, in_sentences, without_fronted
from qawl.arabic.speakers.chooser import Choice, choose
from qawl.arabic.speakers.past import Past, start_of_office
from qawl.arabic.speakers.traces import Trace, is_of_other_gender

# Who was only named behind a preposition or in another's phrase speaks where that is likelier than this.
OBLIQUE = "came up oblique"
LEAST_OBLIQUE = 0.8
# What is likelier than not is enough for the only group that a plural can mean.
LIKELY = 0.5
Chooser = Callable[[list[Candidate]], Choice]


def is_told_of(finding: Finding, trace: Trace) -> bool:
    """Whether a body that does nothing only came up in what is said here itself: الميناء القديم مغلق، بحسب قوله."""
    told = any(first <= trace.place < stop for first, stop in finding.content)
    return told and trace.how != "deed" and trace.actor is not None and trace.actor.type not in ("person", "unnamed")


class Link(NamedTuple):
    """Whom a saying carries on and how likely it is; ``phrase`` names the party where nothing has spoken of it yet."""

    actor: Actor | None
    chance: float
    phrase: Phrase | None = None


class Focus:
    """Who has spoken or acted so far in a passage, in text order; ``known`` gives the party that a phrase means, if it is known."""

    def __init__(
        self, passage: Passage, people: list[Actor], known: Callable[[Phrase], Actor | None], choose: Chooser = choose
    ) -> None:
        self.passage = passage
        self.past = Past(passage, people)
        self.known = known
        self.choose = choose
        self.spoken: list[tuple[Finding, Actor]] = []
        self.unmet: dict[Phrase, Actor] = {}
        self.phrases: dict[Actor, Phrase] = {}

    def hear(self, finding: Finding, actor: Actor | None, via: Actor | None = None) -> None:
        """Take down whose saying or turn this is, and who relays it; a call is but a turn here, of whoever stands beside it."""
        if finding.rule == CALL:
            beside = finding.source or finding.told
            finding, actor = finding._replace(rule=TURN, content=(), source=beside), actor if beside else None
        self.past.hear(finding, actor, via)
        if actor:
            self.spoken.append((finding, actor))

    def lately(self, count: int) -> list[Actor]:
        """The last ones who spoke or acted, the latest first; not those who only act in the lead."""
        return [actor for other, actor in reversed(self.spoken[-count:]) if not self.is_lead(other)]

    def is_lead(self, other: Finding) -> bool:
        """Whether a finding only tells what somebody did, in the first paragraph."""
        return other.reading is None and not other.content and self.passage.paragraph_start(other.place) == 0

    def carried_on(self, finding: Finding) -> Link:
        """Who speaks in a saying without a subject; nobody where none is sure enough, or where nothing is said."""
        if not finding.content:
            return Link(None, 0.0)
        offered = candidates(self.past, finding, self.traces(finding))
        choice = self.choose(offered)
        if choice.candidate is None and len(offered) == 1 and choice.chance >= LIKELY and tells_several(finding):
            choice = choice._replace(candidate=offered[0])
        if choice.candidate and OBLIQUE in choice.candidate.figures and choice.chance < LEAST_OBLIQUE:
            return Link(None, 0.0)
        actor = choice.candidate.actor if choice.candidate else None
        if actor and (is_of_other_gender(self.passage, actor, finding) or self.is_turned_to(finding, actor)):
            return Link(None, 0.0)
        return Link(actor, choice.chance, self.phrases.get(actor) if actor else None)

    def is_turned_to(self, finding: Finding, actor: Actor) -> bool:
        """Whether a participle stands right behind one to whom its own subject turns: وجه كلامه للشاهد سالم | قائلا.

        Not behind a document of his: في كلمة لرئيس النادي سالم مؤكدا.
        """
        kinds, stop = self.passage.tokens.kinds, finding.place
        stop -= bool(stop and kinds[stop - 1] & COMMA)
        name = next((first for first, end in actor.mentions if end == stop), None)
        if finding.form != "participle" or name is None:
            return False
        led = start_of_office(self.passage.tokens, name, actor) - 1
        turns = led > 0 and self.passage.tokens.keys[led] in (ADDRESSING, TO_THE, TO, UPON)
        return turns and not (kinds[led - 1] & (DOCUMENT | SETTING) and not self.passage.tokens.is_owned(led - 1))

    def traces(self, finding: Finding) -> list[Trace]:
        """All who came up before a cue, in text order."""
        first = max(self.paragraph_before(finding.place), finding.place - REACH)
        acts = self.past.acts(first, finding.place)
        taken = [(act.phrase.first, act.phrase.stop) for act in acts if act.phrase]
        acted = [trace for act in acts if (trace := self.acted(act))]
        names = self.past.names(first, finding.place, taken)
        told = [trace for trace in (*self.past.spoken(finding.within), *acted, *names) if not self.passage.is_chrome(trace.place)]
        told = without_fronted(self.passage, finding, told)
        return in_sentences(self.passage, [trace for trace in told if not is_told_of(finding, trace)])

    def paragraph_before(self, place: int) -> int:
        """Where the paragraph before that of a token begins, lines that are no article left out."""
        start = self.passage.paragraph_start(place)
        while start > 0:
            while start > 0 and self.passage.tokens.kinds[start - 1] & PUNCTUATION:
                start -= 1
            start = self.passage.paragraph_start(start - 1) if start > 0 else 0
            if not self.passage.is_chrome(start):
                break
        return start

    def acted(self, deed: Deed) -> Trace | None:
        """A deed as a trace; a stranger inside what another one says is none."""
        inside = self.past.is_said(deed.place)
        if deed.phrase is None:
            person = self.past.person_at(deed.place + 1) or self.person_in_marks(deed.place + 1)
            how = "deed" if person else deed.how
            return None if inside else Trace(deed.place, how, person)
        return Trace(deed.place, "inside" if inside else deed.how, self.known(deed.phrase) or self.stranger(deed.phrase))

    def person_in_marks(self, mark: int) -> Actor | None:
        """The person whose name stands behind an opening mark: طالب "الحلبي" البلدية."""
        return self.past.person_at(mark + 1) if self.passage.tokens.kinds[mark] & OPENS else None

    def stranger(self, phrase: Phrase) -> Actor:
        """The party of a phrase of which nothing has spoken yet, the same one each time."""
        if phrase not in self.unmet:
            self.unmet[phrase] = party_of_phrase(self.passage.tokens, phrase)
            self.phrases[self.unmet[phrase]] = phrase
        return self.unmet[phrase]


def tells_several(finding: Finding) -> bool:
    """Whether the form of a cue tells that several say it, of whom one group that came up is left: وأضافوا, مؤكدين."""
    return finding.reading is not None and finding.reading.number in ("p", "d")
