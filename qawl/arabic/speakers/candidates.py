"""Who may be meant where a saying has no subject of its own: everybody who spoke, acted or was named shortly before.

Each candidate has figures of grammar, never of words: how it came up, how far back, what it agrees in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from qawl.arabic.actors import Actor
from qawl.arabic.findings import Finding
from qawl.arabic.heads import is_somebodys
from qawl.arabic.letters import REPLIED, SO, THEN, WAS_ASKED
from qawl.arabic.lexicon import (
    ANYONE,
    CONJUNCTION,
    DEFINITE,
    FUNCTION,
    KAN,
    NAME_UNIT,
    ODD,
    OPENS,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    RESUME,
    ROLE,
    SATED,
    STANDS_FOR,
    THAT,
    TITLE,
    TOPIC,
    TURNS_TO,
)
from qawl.arabic.ordinary import is_unheard
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.parties import is_definite
from qawl.arabic.reporting.clauses import clause_start, is_joined
from qawl.arabic.reporting.questions import is_ours, question_before
from qawl.arabic.reporting.relays import replies
from qawl.arabic.speakers.past import LATELY, NOUNS, Past
from qawl.arabic.speakers.traces import SPOKE, SUBJECT, Trace, agreement, agrees, goes_on, is_of_other_gender
from qawl.arabic.tokens import Tokens

# How far back a candidate may have come up, in tokens.
REACH = 250
# A saying ends right before a cue if no more than this stands between: a mark, a line end, و.
BESIDE = 4
# So many tokens at most are looked at, blank lines included.
BLANK = 12
# How a cue stands that goes on with a deed of its sentence.
GOES_ON = ("joined", "participle", "behind a mark")
ACTS = ("deed", "turn")
TURNED = (*SPOKE, "turn")
ACTIVE = (*SPOKE, *ACTS)
# An office that not one alone has, or that the page may have told of before: متحدث، عضو، الوزير.
OF_MANY = ANYONE | STANDS_FOR | DEFINITE
# Parties of people, whose deeds open a clause of their own.
PEOPLE = ("person", "unnamed", "group")
# Sentences back, as steps.
STEPS = (1, 3, 5)


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
    return next((at for at in range(place - 2, start, -1) if tokens.kinds[at] & RESUME), start)


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
    """The traces, a name in what stands before a verb behind a preposition as governed: وعن غياب المهاجم فلان، أكد أن.

    Who is behind what somebody speaks about is no candidate at all: وعن علاقته بالمخرج فلان قال; not وعن سالم قال.
    """
    kinds, first = passage.tokens.kinds, passage.skip(clause_start(passage, finding.place), PREFIX | CONJUNCTION)
    if finding.form != "dropped" or is_joined(passage, finding.place) or not kinds[first] & PREPOSITION:
        return traces
    stop = next((at for at in range(first, finding.place) if kinds[at] & PUNCTUATION), finding.place)
    if kinds[first] & TOPIC and not kinds[first + 1] & (NAME_UNIT | ROLE | TITLE):
        return [trace for trace in traces if not first <= trace.place < stop]
    if any(first <= trace.place < stop and trace.how != "named" for trace in traces):
        return traces
    return [trace._replace(how="oblique") if first <= trace.place < stop else trace for trace in traces]


def with_subject_of_kan(passage: Passage, finding: Finding, traces: list[Trace]) -> list[Trace]:
    """The traces, the noun of كان in the cue's own sentence as one who acts: وكان المدير قد التقى فلانا، وقال."""
    first = passage.skip(passage.sentence_start(finding.place), PREFIX)
    if first >= finding.place or not passage.tokens.kinds[first] & KAN:
        return traces
    head = first + 1
    return [trace._replace(how="deed") if trace.place == head and trace.how == "head" else trace for trace in traces]


def able_to_answer(past: Past, finding: Finding, traces: list[Trace]) -> list[Trace]:
    """The traces without the one who asked what a verb answers; only whom a verb tells to have been asked, if it does.

    سئل فلان … فقال; سأل القاضي المتهم فلانا … فقال. We ask whoever stands behind the verb: سألنا المدير عن كذا فقال.
    """
    passage = past.passage
    if replies_to_him(passage, finding):
        last = next((trace.actor for trace in reversed(traces) if trace.how in (*SPOKE, "turn")), None)
        return [trace for trace in traces if trace.actor is not last]
    question = question_before(passage, finding.place)
    if question is None or is_ours(passage.tokens.keys[question]):
        return traces
    if passage.tokens.keys[question] in WAS_ASKED:
        return [trace for trace in traces if trace.place == question] or traces
    asker = next((trace.actor for trace in traces if trace.place == question), None)
    others = [trace for trace in traces if trace.place != question and (asker is None or trace.actor is not asker)]
    asked = [trace for trace in others if trace.actor and question < trace.place < finding.place and trace.how == "later"]
    asked = [trace for trace in asked if trace.actor and past.how_named(trace.place, trace.actor) == "named"]
    return asked if asker and len(asked) == 1 else others


def without_asker(past: Past, finding: Finding, traces: list[Trace]) -> list[Trace]:
    """The traces without the one who asked, for the answer and for what goes on with an answer of nobody known."""
    last = next((saying for saying in reversed(past.sayings[-LATELY:]) if saying.within == finding.within), None)
    if last and any(trace.place == last.place and trace.actor is None for trace in traces):
        traces = without_answered(past.passage.tokens, last, able_to_answer(past, last, traces))
    return able_to_answer(past, finding, traces)


def without_answered(tokens: Tokens, answer: Finding, traces: list[Trace]) -> list[Trace]:
    """The traces without him whom somebody unknown answers: اتهم الوزير المحافظ بكذا. ورد المحافظ بأن."""
    source, reading = answer.source, answer.reading
    if source is None or reading is None or not (reading.lemma in REPLIED or replies(tokens, source, reading)):
        return traces
    told = next((trace.actor for trace in reversed(traces) if trace.place < answer.place and trace.how in ACTIVE), None)
    return [trace for trace in traces if told is None or trace.actor is not told]


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
    traces = with_subject_of_kan(past.passage, finding, traces)
    for trace in of_topic(past.passage, finding, without_asker(past, finding, traces)):
        if finding.form != "participle" and trace.place in past.relative:
            continue
        if trace.actor is None or (trace.how not in SPOKE and is_of_other_gender(past.passage, trace.actor, finding)):
            continue
        if agrees(trace.actor, finding) or goes_on(trace, finding):
            by.setdefault(trace.actor, []).append(trace)
    view = View(past, finding, traces)
    near = view.told_by_pronoun(traces)
    offered = {near: by[near]} if near in by else view.of_its_sentence(by)
    able = ((actor, own) for actor, own in offered.items() if not past.only_relays(finding, actor, own))
    return [Candidate(actor, tuple(view.figures(actor, main_trace(own)))) for actor, own in able]


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
        kind = self.kind_of(actor, trace)
        yield f"is {kind}"
        yield f"came up {trace.how}"
        yield f"{'person' if kind == 'person' else 'no person'}, {trace.how}"
        yield f"gender {'told' if goes_on(trace, self.finding) else agreement(self.passage, actor, self.finding)}"
        yield f"sentences {step(self.sentences_since(trace), STEPS)}"
        yield f"subject before {self.subject_before(actor)}"
        if actor is self.first:
            yield f"first here, {kind}"
        if self.nearest and actor is self.nearest.actor:
            yield f"last here, {self.nearest.how}"
        if kind in NOUNS:
            yield "definite" if self.passage.tokens.kinds[actor.name[0]] & DEFINITE else "indefinite"
        if actor.type == "person" and len(actor.keys) == 1:
            yield "one word"
        if any(place > trace.place for place in self.strangers):
            yield "since stranger"
        yield from self.last_saying(trace)

    def kind_of(self, actor: Actor, trace: Trace) -> str:
        """What kind of party a candidate is; one known office in full that acts is as good as a person: محافظ المدينة."""
        tokens = self.passage.tokens
        kind = tokens.kinds[actor.name[0]]
        if actor.type != "unnamed" or trace.how not in ACTIVE or not kind & ROLE or kind & OF_MANY:
            return actor.type
        return "person" if is_definite(tokens, actor.name) else actor.type

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
        if self.cue not in GOES_ON or doer is None:
            return by
        bound = doer.how in ACTS if doer.actor in by else self.cue == "participle" and (doer.how == "said" or self.is_unread(doer))
        if not bound:
            return by
        if doer.actor in by and self.is_own_clause(doer):
            return {doer.actor: by[doer.actor]}
        if self.cue == "joined" and doer.actor and self.last and self.start <= self.last.place < doer.place:
            return {doer.actor: by[doer.actor]}
        return self.acting_here(by)

    def is_unread(self, doer: Trace) -> bool:
        """Whether a name that nobody knows, or one in marks, is the subject of a verb: ناشد | قعقوع المسؤولين."""
        tokens, place = self.passage.tokens, doer.place + 1
        named = tokens.kinds[place] & (NAME_UNIT | OPENS | ODD | TITLE) if place < len(tokens) else 0
        return doer.how == "strange" and place < len(tokens) and (bool(named) or is_unheard(tokens.keys[place]))

    def is_own_clause(self, doer: Trace) -> bool:
        """Whether who acted last did so in a clause of his own: ألقى فلان قصيدة، ثم شكر المدير الحضور | مؤكدا، وأضاف.

        Behind و who acted first may be the one to say more, but in no participle.
        """
        tokens, place = self.passage.tokens, doer.place
        people = doer.actor is not None and doer.actor.type in PEOPLE
        if not people or doer.how not in ACTS or place <= self.start:
            return False
        if tokens.keys[place - 1] == THEN:
            return True
        return self.cue == "participle" and not tokens.kinds[place - 1] & (THAT | RELATIVE | CONJUNCTION)

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
