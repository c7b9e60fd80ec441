"""Whose wish or view a saying reports, where it is not the speaker's own: قال المتحدث إن | الحلف يريد كذا، يرغب الوزير في كذا.

Only the main clause of a sentence tells it: not التي تريدها المدينة, nor إذا أرادت المدينة.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.arabic.findings import Finding
from qawl.arabic.frames.arguments import subject_behind
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import CONJUNCTIONS, FEMININE_HEAD, FUTURE, NO, YA
from qawl.arabic.lexicon import KAN, NEGATION, PREFIX, PUNCTUATION, THAT
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.sources import source_at
from qawl.arabic.stances.marks import Mark
from qawl.model import Party, Statement

# The flags of wishes and views.
VIEWS = frozenset(("wish", "hope", "opinion"))
# What a verb of the third person begins with.
OF_OTHERS = (YA, FEMININE_HEAD)
# What stands between a subject and its verb: الحلف لا يريد، الحلف قد يريد.
BETWEEN = NEGATION | KAN
# What may stand at the head of a content before its first word.
LEADS = THAT | PUNCTUATION


def holders_of(scene: Scene, finding: Finding, statement: Statement, marks: list[Mark]) -> tuple[Party, ...]:
    """The parties whose wish or view a saying reports, in text order, each once; not its own speaker."""
    found: list[Party] = []
    for mark in marks:
        phrase = subject_of(scene.passage, finding, mark) if is_of_another(scene.passage, mark) else None
        party = scene.party(phrase) if phrase else None
        if party and party not in found and not is_speaker(party, statement):
            found.append(party)
    return tuple(found)


def is_of_another(passage: Passage, mark: Mark) -> bool:
    """Whether a mark is a wish or a view in the third person: يريد, لايريد, ستأمل; not نريد."""
    if not VIEWS.intersection(mark.flags):
        return False
    key = passage.tokens.keys[mark.place]
    return key.removeprefix(NO).removeprefix(FUTURE).startswith(OF_OTHERS)


def is_speaker(party: Party, statement: Statement) -> bool:
    """Whether a party is the speaker of a statement."""
    speaker = statement.speaker
    return speaker is not None and (party.name == speaker.name or (party.ref is not None and party.ref == speaker.ref))


def subject_of(passage: Passage, finding: Finding, mark: Mark) -> Phrase | None:
    """The subject of a verb that stands in the main clause of a sentence of a content, behind the verb or before it."""
    verb = mark.place
    for start in heads(passage, finding, verb):
        before = before_verb(passage, verb)
        if start == before:
            return subject_behind(passage, verb)
        phrase = source_at(passage, start)
        if phrase and phrase.stop == before:
            return phrase
    return None


def heads(passage: Passage, finding: Finding, verb: int) -> Iterator[int]:
    """Where the sentence of a verb begins within the content, without أن and marks, or without its و."""
    for first, stop in finding.content:
        if first <= verb < stop:
            start = passage.skip(max(first, passage.sentence_start(verb)), LEADS)
            joined = passage.tokens.kinds[start] & PREFIX and passage.tokens.keys[start] in CONJUNCTIONS
            yield start + bool(joined)


def before_verb(passage: Passage, verb: int) -> int:
    """The first token of what stands right before a verb and belongs to it: لا | يريد."""
    while verb > 0 and passage.tokens.kinds[verb - 1] & BETWEEN:
        verb -= 1
    return verb
