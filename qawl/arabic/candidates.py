"""Who may be meant where a saying has no subject of its own: everybody who spoke, acted or was named shortly before.

Each candidate has figures of grammar, never of words: how it came up, how far back, what it agrees in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from qawl.arabic.actors import Actor
from qawl.arabic.bearers import names_body
from qawl.arabic.clauses import clause_start, is_joined
from qawl.arabic.deeds import Deed, deeds
from qawl.arabic.findings import Finding, Range
from qawl.arabic.genders import gender_by_name, is_womans
from qawl.arabic.heads import is_done_to, is_somebodys
from qawl.arabic.letters import CONJUNCTIONS, FEMININE_ENDINGS, IN, REPLIED, SO, TA_MARBUTA, WAS_ASKED
from qawl.arabic.lexicon import (
    COMMA,
    CONJUNCTION,
    DEFINITE,
    DIES,
    DOCUMENT,
    FUNCTION,
    KAN,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    RESUME,
    SATED,
    TURNS_TO,
)
from qawl.arabic.passage import Passage
from qawl.arabic.questions import is_ours, question_before
from qawl.arabic.subjects import is_thing_of
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import FINITE

# How far back a candidate may have come up, in tokens, and in sayings for those who spoke.
REACH = 250
SAYINGS = 12
# How many of the last sayings, those inside others too, are looked at.
LATELY = 60
# The content of this many sayings is looked at to tell what stands inside it.
INSIDE = 12
# A saying ends right before a cue if no more than this stands between: a mark, a line end, و.
BESIDE = 4
# So many tokens at most are looked at, blank lines included.
BLANK = 12
SPOKE = ("said", "linked")
SUBJECT = (*SPOKE, "turn", "deed", "head", "named")
# How a cue stands that goes on with a deed of its sentence.
GOES_ON = ("joined", "participle", "behind a mark")
ACTS = ("deed", "turn")
TURNED = (*SPOKE, "turn")
# Parties of no name, which only their noun tells of.
NOUNS = ("unnamed", "group")
# The figure of a person whose roles are of the other gender.
AGAINST = "another by the role"
# Sentences back, as steps.
STEPS = (1, 3, 5)


class Trace(NamedTuple):
    """Where somebody came up, and how; ``actor`` is None for somebody who cannot be read.

    ``how``: said (named as the speaker), linked (spoke without being named), turn (subject of a verb of saying without a clause),
    deed (subject of another verb), head (heads a sentence), named (the first name in its sentence), later (a later one), oblique
    (behind a preposition), inside (in what another one says); strange (a subject that cannot be read), silent (a saying of nobody).
    ``gender`` is that of the document by which the actor spoke: ذكر بيان للوزارة أن كذا. وأضاف أن كذا.
    """

    place: int
    how: str
    actor: Actor | None
    gender: str = ""


@dataclass(frozen=True)
class Candidate:
    """A party that a saying may carry on, and what speaks for it and against it."""

    actor: Actor
    figures: tuple[str, ...]


class Scene(NamedTuple):
    """Where the sentence of a cue begins, and the one before it."""

    start: int
    before: int


def scene_of(passage: Passage, place: int) -> Scene:
    """The sentence of a token and the one before it."""
    start = stop = passage.sentence_start(place)
    while stop > 1 and passage.tokens.kinds[stop - 2] & PUNCTUATION:
        stop -= 1
    return Scene(start, passage.sentence_start(stop - 1) if stop > 1 else 0)


def start_of_turn(passage: Passage, start: int, place: int) -> int:
    """Where the sentence that begins at `start` turns to another subject before `place`: …، فيما رفض الوزير كذا وقال إن.

    A verb right behind فيما has the subject of before: …، وفيما قال إن كذا.
    """
    tokens = passage.tokens
    return next((at for at in range(place - 2, start, -1) if tokens.kinds[at] & RESUME and not is_relative(tokens, at)), start)


def is_relative(tokens: Tokens, place: int) -> bool:
    """Whether فيما is في and ما, which the pronoun of the verb behind it takes up: رأيه فيما يقدمه فلان."""
    return place + 1 < len(tokens) and not tokens.kinds[place - 1] & PUNCTUATION and tokens.is_owned(place + 1)


def manner(passage: Passage, finding: Finding) -> str:
    """How the cue stands.

    pronoun: قوله, participle: مشيرا, document: كلمة قال فيها, opening: first in its sentence, joined: وقال,
    behind a mark: من جهته، قال, behind a word: حيث قال، لكنه قال, bare: any other verb.
    """
    if finding.form == "pronoun":
        return "pronoun"
    if finding.form == "participle":
        return "participle" if finding.reading is None or finding.reading.tense == "participle" else "document"
    head = finding.cue[0] if finding.cue else finding.place
    before = passage.tokens.kinds[passage.sentence_start(finding.place) : head]
    if all(kind & (PUNCTUATION | PREFIX | CONJUNCTION | KAN) for kind in before):
        return "opening"
    if is_joined(passage, head):
        return "joined"
    last = before[-1]
    return "behind a mark" if last & PUNCTUATION else "behind a word" if last & (CONJUNCTION | FUNCTION) else "bare"


def wanted(finding: Finding) -> tuple[str, str]:
    """Gender and number of the subject of a cue; جاء فيه has what was said itself for its subject, and tells of nobody."""
    reading = finding.reading
    if reading is None or comes_in_text(finding):
        return "-", "s"
    return (reading.owner[0], reading.owner[1]) if reading.owner else (reading.gender, reading.number)


def comes_in_text(finding: Finding) -> bool:
    """Whether a verb tells what stands in the text before it, whosever it is: بيانا جاء فيه أن كذا."""
    reading = finding.reading
    return finding.form == "participle" and reading is not None and reading.tense in FINITE and IN in reading.takes


def agrees(actor: Actor, finding: Finding) -> bool:
    """Whether a party can be the subject of a cue by gender and number; several may take the feminine singular."""
    if finding.reading is None:
        return True
    gender, number = wanted(finding)
    if number in ("d", "p"):
        return actor.number == "p"
    if actor.number == "p":
        return gender == "f" and actor.gender == "f"
    return "-" in (gender, actor.gender) or gender == actor.gender


def goes_on(trace: Trace, finding: Finding) -> bool:
    """Whether a cue takes up the document in which a party spoke."""
    return bool(trace.gender) and finding.reading is not None and wanted(finding) == (trace.gender, "s")


def agreement(passage: Passage, actor: Actor, finding: Finding) -> str:
    """What is known of the agreement: told by verbs, by a role, against it, or untold."""
    gender, number = wanted(finding)
    if number != "s" or "-" not in (gender, actor.gender):
        return "told"
    if gender == "-" or not actor.roles:
        return f"untold {gender}"
    feminine = any(passage.tokens.keys[first].endswith(FEMININE_ENDINGS) for first, _ in actor.roles)
    return "told" if feminine == (gender == "f") else AGAINST


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
        """The last ones who spoke, in the same saying if the cue stands inside one."""
        return [trace for inside, trace in self.traces[-LATELY:] if inside == within][-SAYINGS:]

    def acts(self, first: int, stop: int) -> list[Deed]:
        """The deeds between two tokens; each token is looked at once."""
        start = max(self.scanned, first)
        if start < stop:
            self.deeds += [deed for deed in deeds(self.passage, start, stop) if deed.place not in self.told]
            self.scanned = stop
        return self.deeds[bisect_left(self.deeds, (first,)) :]

    def names(self, first: int, stop: int, taken: Iterable[Range]) -> Iterator[Trace]:
        """The names between two tokens that are no part of a source or of a phrase that acts."""
        ranges = [*self.sources[-2 * SAYINGS :], *taken]
        for place, number in self.mentions[bisect_left(self.mentions, (first, -1)) : bisect_left(self.mentions, (stop, -1))]:
            if not any(start <= place < end for start, end in ranges):
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
        return bool(before & (PREFIX | PREPOSITION)) and self.passage.tokens.keys[place - 1] not in CONJUNCTIONS

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


def in_sentences(passage: Passage, traces: list[Trace]) -> list[Trace]:
    """The traces in order, a name that is not the first in its sentence as a later one, else a governed one as oblique."""
    seen: set[int] = set()
    ordered = []
    for trace in sorted(traces, key=lambda trace: trace.place):
        sentence = bisect_left(passage.stops, trace.place)
        if trace.how in ("named", "governed") and sentence in seen:
            trace = trace._replace(how="later")
        elif trace.how == "governed":
            trace = trace._replace(how="oblique")
        if trace.how in (*SUBJECT, "later", "strange"):
            seen.add(sentence)
        ordered.append(trace)
    return ordered


def without_fronted(passage: Passage, finding: Finding, traces: list[Trace]) -> list[Trace]:
    """The traces, a name in what stands before a verb behind a preposition as governed: وعن غياب المهاجم فلان، أكد أن."""
    kinds, first = passage.tokens.kinds, passage.skip(clause_start(passage, finding.place), PREFIX | CONJUNCTION)
    if finding.form != "dropped" or is_joined(passage, finding.place) or not kinds[first] & PREPOSITION:
        return traces
    stop = next((at for at in range(first, finding.place) if kinds[at] & PUNCTUATION), finding.place)
    if any(first <= trace.place < stop and trace.how != "named" for trace in traces):
        return traces
    return [trace._replace(how="oblique") if first <= trace.place < stop else trace for trace in traces]


def able_to_answer(passage: Passage, finding: Finding, traces: list[Trace]) -> list[Trace]:
    """The traces without the one who asked what a verb answers; only whom a passive tells to have been asked: سئل فلان … فقال.

    We ask whoever stands behind the verb: سألنا المدير عن كذا فقال.
    """
    if replies_to_him(passage, finding):
        last = next((trace.actor for trace in reversed(traces) if trace.how in (*SPOKE, "turn")), None)
        return [trace for trace in traces if trace.actor is not last]
    question = question_before(passage, finding.place)
    if question is None or is_ours(passage.tokens.keys[question]):
        return traces
    if passage.tokens.keys[question] in WAS_ASKED:
        return [trace for trace in traces if trace.place == question] or traces
    return [trace for trace in traces if trace.place != question]


def of_topic(passage: Passage, finding: Finding, traces: list[Trace]) -> list[Trace]:
    """The traces of the topic before ف and the verb, where there is one: أما مدرب الفريق فلان فقال; not أما عن كذا فقال."""
    kinds, place = passage.tokens.kinds, finding.place
    if not place or passage.tokens.keys[place - 1] != SO:
        return traces
    topic = next((at for at in range(place - 1, clause_start(passage, place) - 2, -1) if kinds[at] & TURNS_TO), None)
    if topic is None or kinds[topic + 1] & (PREPOSITION | PREFIX):
        return traces
    return [trace for trace in traces if trace.place > topic]


def replies_to_him(passage: Passage, finding: Finding) -> bool:
    """Whether a verb answers one whom a pronoun takes up, and so not he who spoke last: فرد عليه بأن، فأجابه."""
    reading, after = finding.reading, finding.place + 1
    if reading is None or reading.lemma not in REPLIED or after >= len(passage.tokens):
        return False
    return bool(reading.object) or bool(passage.tokens.kinds[after] & SATED)


def main_trace(own: list[Trace]) -> Trace:
    """Where a party last stood as strongly as it ever did: as a subject, else as a later name, else at all."""
    for kinds in (SUBJECT, ("later",)):
        strong = [trace for trace in own if trace.how in kinds]
        if strong:
            return strong[-1]
    return own[-1]


def step(count: int, steps: tuple[int, ...]) -> str:
    """A count as one of a few steps: `under 8`, `160 or more`."""
    return next((f"under {limit}" for limit in steps if count < limit), f"{steps[-1]} or more")


def candidates(past: Past, finding: Finding, traces: list[Trace]) -> list[Candidate]:
    """Everybody who agrees with the cue, each with its figures."""
    by: dict[Actor, list[Trace]] = {}
    for trace in of_topic(past.passage, finding, able_to_answer(past.passage, finding, traces)):
        if finding.form != "participle" and trace.place in past.relative:
            continue
        if trace.actor and (agrees(trace.actor, finding) or goes_on(trace, finding)):
            by.setdefault(trace.actor, []).append(trace)
    view = View(past, finding, traces)
    near = view.told_by_pronoun(traces)
    offered = {near: by[near]} if near in by else view.of_its_sentence(by)
    able = ((actor, own) for actor, own in offered.items() if not past.only_relays(finding, actor, own))
    return [Candidate(actor, tuple(view.figures(actor, main_trace(own)))) for actor, own in able]


def is_of_other_gender(passage: Passage, actor: Actor, finding: Finding) -> bool:
    """Whether a verb has no subject in a person by the roles: صورة للرئيس فلان، زاعمة أن; التقى الوزيرة فلانة، وقال إن."""
    if is_against_name(actor, finding):
        return True
    if actor.type != "person" or agreement(passage, actor, finding) != AGAINST or gender_by_name(actor) == wanted(finding)[0]:
        return False
    return wanted(finding)[0] == "f" or any(is_womans(passage.tokens.keys[first]) for first, _ in actor.roles)


def is_against_name(actor: Actor, finding: Finding) -> bool:
    """Whether the given name tells the other gender than a verb in the singular: نبيل الحلبي … وقالت."""
    gender, number = wanted(finding)
    own = gender_by_name(actor) if actor.gender == "-" else actor.gender
    return actor.type == "person" and number == "s" and "-" not in (own, gender) and own != gender


def speaking(by: dict[Actor, list[Trace]], first: int, stop: int) -> dict[Actor, list[Trace]]:
    """Those of the candidates who speak between two tokens."""
    return {actor: own for actor, own in by.items() if any(first <= trace.place < stop and trace.how in TURNED for trace in own)}


class View:
    """The candidates of one cue, as it sees them."""

    def __init__(self, past: Past, finding: Finding, traces: list[Trace]) -> None:
        self.passage = past.passage
        self.finding = finding
        self.cue = manner(past.passage, finding)
        self.strangers = [trace.place for trace in traces if trace.actor is None]
        start, before = scene_of(past.passage, finding.place)
        self.start, self.sentence_before = start, before
        subjects = [trace for trace in traces if trace.actor is None or trace.how in SUBJECT]
        turn = start_of_turn(past.passage, start, finding.place)
        able = (trace for trace in subjects if trace.place >= turn and trace.actor and agrees(trace.actor, finding))
        self.first = next((trace.actor for trace in able), None)
        acting = (trace for trace in reversed(subjects) if trace.place >= turn and trace.how not in ("named", "head"))
        self.nearest = next(acting, None)
        self.before = next((trace for trace in subjects if before <= trace.place < start), None)
        lately = reversed(past.sayings[-LATELY:])
        self.last = next((saying for saying in lately if saying.within == finding.within), None)

    def figures(self, actor: Actor, trace: Trace) -> Iterator[str]:
        """What speaks for a candidate and against it, from its main trace."""
        yield f"cue {self.cue}"
        yield f"is {actor.type}"
        yield f"came up {trace.how}"
        yield f"{'person' if actor.type == 'person' else 'no person'}, {trace.how}"
        yield f"gender {'told' if goes_on(trace, self.finding) else agreement(self.passage, actor, self.finding)}"
        yield f"sentences {step(self.sentences_since(trace), STEPS)}"
        yield f"subject before {self.subject_before(actor)}"
        if actor is self.first:
            yield f"first here, {actor.type}"
        if self.nearest and actor is self.nearest.actor:
            yield f"last here, {self.nearest.how}"
        if actor.type in NOUNS:
            yield "definite" if self.passage.tokens.kinds[actor.name[0]] & DEFINITE else "indefinite"
        if actor.type == "person" and len(actor.keys) == 1:
            yield "one word"
        if any(place > trace.place for place in self.strangers):
            yield "since stranger"
        yield from self.last_saying(trace)

    def sentences_since(self, trace: Trace) -> int:
        """How many marks and lines end a sentence between a trace and the cue, blank lines not counted."""
        ends = self.passage.sentence_ends
        return bisect_left(ends, self.finding.place) - bisect_left(ends, trace.place)

    def subject_before(self, actor: Actor) -> str:
        """Whose sentence the one before is: the candidate's, another's, a stranger's, nobody's."""
        if self.before is None:
            return "nobody"
        return "itself" if self.before.actor is actor else "another" if self.before.actor else "stranger"

    def of_its_sentence(self, by: dict[Actor, list[Trace]]) -> dict[Actor, list[Trace]]:
        """The candidates of the cue's own sentence where it goes on with the deed of one of them: شكر المدير البلدية، وقال إن.

        Nobody of another sentence goes on in a participle either, where who spoke in its own does not agree: أكدت هي، مشيرا.
        Behind the last saying of the sentence only who acted there goes on: وقال سالم كذا، وأيده النائب سامي، وقال.
        """
        if self.cue == "opening":
            return self.of_last_turn(by)
        doer = self.nearest
        if comes_in_text(self.finding):
            return self.acting_here(by)
        if self.cue not in GOES_ON or doer is None:
            return by
        bound = doer.how in ACTS if doer.actor in by else self.cue == "participle" and doer.how == "said"
        if not bound:
            return by
        if self.cue == "joined" and doer.actor and self.last and self.start <= self.last.place < doer.place:
            return {doer.actor: by[doer.actor]}
        return self.acting_here(by)

    def acting_here(self, by: dict[Actor, list[Trace]]) -> dict[Actor, list[Trace]]:
        """Those of the candidates who speak or act in the cue's own sentence."""
        start = self.start
        return {actor: own for actor, own in by.items() if any(trace.place >= start and trace.how in SUBJECT for trace in own)}

    def of_last_turn(self, by: dict[Actor, list[Trace]]) -> dict[Actor, list[Trace]]:
        """Those who speak in the last clause of the sentence before, where it turns to another, else those who speak in it at all.

        قال فلان كذا، فيما أعلن المدير كذا. وقال; شدد فلان على كذا، فيما غاب اللاعب. وقال.
        """
        turn = start_of_turn(self.passage, self.sentence_before, self.start)
        if turn == self.sentence_before:
            return by
        return speaking(by, turn, self.start) or speaking(by, self.sentence_before, self.start) or by

    def told_by_pronoun(self, traces: list[Trace]) -> Actor | None:
        """Who spoke right before and is told by the pronoun of another, who does not go on then: وقال ابنه كذا. وأضاف."""
        if self.last is None or not self.follows_saying():
            return None
        place = self.last.place
        actor = next((trace.actor for trace in traces if trace.place == place and trace.how == "said"), None)
        return actor if actor and actor.type == "unnamed" and is_somebodys(self.passage.tokens, actor.name[0]) else None

    def follows_saying(self) -> bool:
        """Whether the last saying ends right before the cue."""
        if self.last is None:
            return False
        stop, place = self.last.content[-1][1], self.finding.place
        return place - stop <= BLANK and sum(not self.passage.is_blank(at) for at in range(stop, place)) <= BESIDE

    def last_saying(self, trace: Trace) -> Iterator[str]:
        """Of what shape the last saying was, where it is the candidate's, and whether it ends right before the cue."""
        if self.last is None or self.last.place != trace.place:
            return
        yield f"spoke last, {self.last.rule.split('_')[0]}"
        if self.follows_saying():
            yield "spoke right before"
