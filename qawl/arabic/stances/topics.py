"""What a saying is about: the heading above it, or what stands at the head of its sentence: وحول السعر قال، وعن العمل أكد."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from qawl.arabic.findings import Finding, Range
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import CONJUNCTIONS, IN_REPLY, JOINS_FREELY, SO
from qawl.arabic.lexicon import COMMA, DEFINITE, KAN, PREFIX, PREPOSITION, SENTENCE_END, SPEECH, TURNS_TO, may_say
from qawl.arabic.passage import Passage
from qawl.arabic.tokens import Tokens
from qawl.model import Document, Span, Statement
from qawl.tables import table

# A fronted topic has so many tokens at most.
LONGEST = 30
# What ends it.
ENDS = SENTENCE_END | COMMA
Headings = tuple[tuple[int, int], ...]
# What an article consists of; a heading above its first paragraph is no topic: a dateline, an outlet.
PARAGRAPHS, HEADING = ("lead", "body"), "heading"
# A heading has so many words at least.
SHORTEST = 2


@cache
def leads() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The first key of what leads to a topic -> the keys of each, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in table("topic_leads.tsv"):
        keys = Tokens(row["form"]).words()
        found.setdefault(keys[0], []).append(keys)
    return {key: tuple(sorted(forms, key=len, reverse=True)) for key, forms in found.items()}


def headings_of(document: Document) -> Headings:
    """The code points of the headings between a document's paragraphs, in order."""
    first = next((part.end for part in document.parts if part.role in PARAGRAPHS), len(document.text))
    headings = (part for part in document.parts if part.role == HEADING and part.start >= first)
    return tuple((part.start, part.end) for part in headings if len(document.text[part.start : part.end].split()) >= SHORTEST)


def topic_of(scene: Scene, finding: Finding, statement: Statement, headings: Headings) -> Span | None:
    """What a saying is about: what is fronted in its sentence, or else the last heading above it; None where neither is there."""
    words = fronted(scene.passage, finding) or headed(scene.passage, statement, headings)
    return scene.span(words) if words else None


def fronted(passage: Passage, finding: Finding) -> Range | None:
    """What stands at the head of the sentence of a cue with its preposition, without و and أما: و | حول السعر | قال."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    start = passage.sentence_start(finding.place)
    first = lead_at(passage, start)
    if first is None:
        return None
    source = finding.source.first if finding.source and finding.source.first > first else finding.place
    verb = min(finding.place, source)
    stop = next((at for at in range(first + 1, verb) if kinds[at] & ENDS or is_verb(passage, at)), verb)
    while stop > first and (kinds[stop - 1] & KAN or keys[stop - 1] == SO):
        stop -= 1
    return (first, stop) if first + 1 < stop <= first + LONGEST else None


def is_verb(passage: Passage, place: int) -> bool:
    """Whether a verb of saying stands at `place` that may be the one the topic belongs to."""
    kind = passage.tokens.kinds[place]
    return bool(kind & SPEECH) and not kind & (PREPOSITION | DEFINITE) and may_say(passage.tokens.keys[place])


def lead_at(passage: Passage, start: int) -> int | None:
    """Where what leads to a topic begins at `start`, behind و and أما; of ردا على سؤال حول it is the last word."""
    tokens = passage.tokens
    while start < len(tokens) and (tokens.kinds[start] & TURNS_TO or is_joint(tokens, start)):
        start += 1
    if start >= len(tokens):
        return None
    head = tokens.keys[start].removeprefix(JOINS_FREELY)
    for keys in leads().get(head, ()):
        if (head, *tokens.keys[start + 1 : start + len(keys)]) == keys:
            return start + len(keys) - 1 if keys[0] == IN_REPLY else start
    return None


def is_joint(tokens: Tokens, place: int) -> bool:
    """Whether و or ف stands at `place`."""
    return bool(tokens.kinds[place] & PREFIX) and tokens.keys[place] in CONJUNCTIONS


def headed(passage: Passage, statement: Statement, headings: Headings) -> Range | None:
    """The words of the last heading before a saying, without a و that only leads to its sentence: و | حول السعر."""
    at = min(span.start for span in (statement.cue, statement.source, *statement.content) if span)
    number = bisect_right(headings, (at, at)) - 1
    if number < 0:
        return None
    start, end = headings[number]
    tokens = passage.tokens
    first, stop = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
    if first >= stop or at < end:
        return None
    return (lead if (lead := lead_at(passage, first)) is not None else first), stop
