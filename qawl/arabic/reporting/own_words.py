"""Speech without marks behind a colon that goes on in the first person: وقال: نحن نعمل. ولن نسمح لأحد."""

from __future__ import annotations

from qawl.arabic.findings import Finding
from qawl.arabic.letters import FUTURE, HE_DOES, IMPERSONAL, WE_DO
from qawl.arabic.lexicon import OUTRIGHT, PUNCTUATION, SPEECH, STOP
from qawl.arabic.ordinary import is_verb
from qawl.arabic.passage import Passage
from qawl.arabic.tokens import Tokens

# A sentence that goes on has a word of the first person among so many at its head.
HEAD = 5


def speech_stop(passage: Passage, finding: Finding, stop: int) -> int:
    """Where unmarked speech behind a colon ends that `stop` interrupts: with its last sentence in the first person in its line."""
    if not finding.rule.endswith("_colon") or passage.inside(finding.content[0][0]):
        return stop
    while passage.tokens.kinds[stop] & STOP and is_own(passage, stop + 1):
        stop = passage.sentence_stop(stop + 1)
    return stop


def is_own(passage: Passage, first: int) -> bool:
    """Whether the sentence that begins at `first` is in the first person before any verb of saying in another."""
    tokens = passage.tokens
    for place in range(first, min(first + HEAD, len(tokens))):
        if is_ours(tokens, place):
            return True
        if tokens.kinds[place] & (PUNCTUATION | SPEECH):
            return False
    return False


def is_ours(tokens: Tokens, place: int) -> bool:
    """Whether a word is of the first person: نحن، أشكر، لدينا، نسمح، سنطلب."""
    key = tokens.keys[place]
    if tokens.kinds[place] & OUTRIGHT and key not in IMPERSONAL:
        return True
    stem = key.removeprefix(FUTURE)
    return stem.startswith(WE_DO) and is_verb(stem) and is_verb(HE_DOES + stem[1:])
