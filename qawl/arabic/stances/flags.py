"""What colours a saying: negation, condition, wish … with the words that carry it."""

from __future__ import annotations

from qawl.arabic.findings import Finding
from qawl.arabic.lexicon import NEGATION
from qawl.arabic.passage import Passage
from qawl.arabic.record import span_of
from qawl.model import Flag


def flags_of(passage: Passage, finding: Finding) -> tuple[Flag, ...]:
    """What colours a saying: a negation before its verb, لا يعتقد أن."""
    before = finding.place - 1
    negated = finding.reading is not None and before >= 0 and passage.tokens.kinds[before] & NEGATION
    return (Flag("negated", (span_of(passage, (before, before + 1)),)),) if negated else ()
