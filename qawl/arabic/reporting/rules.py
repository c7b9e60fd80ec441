"""The rules of reporting, in the order in which they are tried.

A rule is a small function for one shape: it gives a `Finding` where its shape stands at a cue, None where it does not.
"""

from __future__ import annotations

from collections.abc import Callable

from qawl.arabic.findings import Finding
from qawl.arabic.letters import RELAYING
from qawl.arabic.lexicon import (
    ACCORDING,
    CALLED,
    COLON,
    COMMA,
    FOREMOST,
    PREPOSITION,
    SAYING_PHRASE,
    SPEECH,
    THAT,
    THUS,
    TIME,
    UTTERANCE,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.reporting.according import according_to, as_written, is_saying_phrase, view_at
from qawl.arabic.reporting.clause_rules import clause_verb_speaker, quote_thus, quote_verb_speaker, said_before, verb_then_clause
from qawl.arabic.reporting.cues import counts_up, is_body_here, is_call, is_governed, is_own_word, is_written_noun, starts_clause
from qawl.arabic.reporting.labels import name_colon
from qawl.arabic.reporting.noun_rules import saying_that
from qawl.arabic.reporting.sources import source_at
from qawl.arabic.reporting.unsaid import is_unsaid
from qawl.arabic.reporting.utterances import utterance_at
from qawl.arabic.reporting.verb_rules import verb_speaker_that
from qawl.arabic.verbs import FINITE, Reading

Rule = Callable[[Passage, int, Reading], "Finding | None"]


def findings_at(passage: Passage, place: int) -> Finding | None:
    """The first rule that applies to the cue at `place`; those for nouns of what was said come last."""
    found = cue_at(passage, place)
    return found or (utterance_at(passage, place) if passage.tokens.kinds[place] & UTTERANCE else None)


def cue_at(passage: Passage, place: int) -> Finding | None:
    """The first rule that applies to a word of saying, a word like بحسب or a colon at `place`."""
    kind = passage.tokens.kinds[place]
    if kind & ACCORDING or (kind & SAYING_PHRASE and is_saying_phrase(passage, place)):
        found = according_to(passage, place)
        if found or not kind & SPEECH or passage.tokens.keys[place] == RELAYING:
            return found
    if found := view_at(passage, place):
        return found
    if kind & SPEECH and (start := as_written(passage, place)) is not None:
        return according_to(passage, start)
    if kind & THUS and (found := quote_thus(passage, place)):
        return found
    if kind & COLON:
        return name_colon(passage, place)
    if (kind & TIME and kind & SPEECH) or is_unsaid(passage, place) or names_somebody(passage, place):
        return None
    if kind & PREPOSITION and not starts_clause(passage, place):
        return verb_in_preposition(passage, place)
    if is_own_word(passage, place):
        return None
    several = readings(passage.tokens.keys[place])
    for reading in several:
        if reading.tense in FINITE and (is_noun(passage, place) or is_call(passage, place, reading)):
            continue
        if reading.tense == "participle" and passage.tokens.is_owned(place) and any(other.owner for other in several):
            continue  # أعرب عن أمله: no آملة
        for rule in VERB_RULES:
            found = rule(passage, place, reading)
            if found:
                return found
    return None


def is_noun(passage: Passage, place: int) -> bool:
    """Whether a form that may be a verb is a noun where it stands: behind a preposition, as it is written, or a body."""
    if is_governed(passage, place) or is_written_noun(passage, place) or is_body_here(passage, place):
        return True
    return bool(passage.tokens.kinds[place] & FOREMOST) and counts_up(passage, place)


def names_somebody(passage: Passage, place: int) -> bool:
    """Whether the verb tells what somebody is called and nothing that he said: رجل يدعى سالم الكندي."""
    phrase = source_at(passage, place + 1) if passage.tokens.kinds[place] & CALLED else None
    return phrase is not None and phrase.named


def verb_in_preposition(passage: Passage, place: int) -> Finding | None:
    """A form that is also a preposition, behind a comma or أن, with a known source and أن right behind it: ، بين الخبير أن كذا."""
    if not place or not passage.tokens.kinds[place - 1] & (COMMA | THAT):
        return None
    phrase = source_at(passage, place + 1)
    if phrase is None or not passage.tokens.kinds[phrase.stop] & THAT:
        return None
    found = (verb_speaker_that(passage, place, reading) for reading in readings(passage.tokens.keys[place]))
    return next((finding for finding in found if finding), None)


VERB_RULES: list[Rule] = [quote_verb_speaker, clause_verb_speaker, verb_speaker_that, saying_that, verb_then_clause, said_before]
