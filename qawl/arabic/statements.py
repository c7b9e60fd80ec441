"""Who said what: every saying of a passage, and where each one ends.

The end of reported content depends on the cues that follow, so it is settled once all are known.
"""

from __future__ import annotations

from qawl.arabic.entities import is_headed
from qawl.arabic.findings import TURN, Finding, Range
from qawl.arabic.lexicon import (
    ACCORDING,
    BREAK,
    COLON,
    COMMA,
    CONJUNCTION,
    DEMONSTRATIVE,
    KAN,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    RESUME,
    SAYING_PHRASE,
    SPEECH,
    STOP,
)
from qawl.arabic.passage import Passage
from qawl.arabic.rules import deed_after, findings_at, turn_at
from qawl.arabic.sources import is_joined

# Rules whose content stands around the cue: what it holds is no statement if another cue has it.
AROUND = ("according", "clause_verb")
WAKES = SPEECH | ACCORDING | SAYING_PHRASE | COLON
LEADS = PREFIX | CONJUNCTION | KAN | PREPOSITION | ACCORDING | SAYING_PHRASE | RESUME | DEMONSTRATIVE


def find_statements(passage: Passage) -> list[Finding]:
    """Every saying of a passage in text order, its content ended, and the turns between them (rule `turn`, no content)."""
    found = []
    for place, kind in enumerate(passage.tokens.kinds):
        if kind & WAKES and not passage.is_chrome(place):
            finding = findings_at(passage, place) or turn_at(passage, place)
            if finding:
                found.append(finding)
        elif kind & (STOP | BREAK) and (deed := deed_after(passage, place)):
            found.append(deed)
    return settle(passage, found)


def settle(passage: Passage, found: list[Finding]) -> list[Finding]:
    """The findings with the ends of their contents and what they stand in; each quotation is given to one cue only."""
    given: set[Range] = set()
    kept: list[Finding] = []
    for number, finding in enumerate(found):
        if finding.open_end:
            finding = finding._replace(content=(close_content(passage, finding, found[number + 1 :]),), open_end=False)
        if finding.content and (finding.content[0] in given or finding.content[0][1] <= finding.content[0][0]):
            continue
        if finding.content and not says_enough(passage, finding):
            continue
        if finding.rule in AROUND and any(holds(finding, other.place) for other in kept if other.content):
            continue
        given.update(finding.content)
        outer = next((other for other in reversed(kept) if holds(other, finding.place)), None)
        if outer is None or stands_by_itself(passage, finding):
            kept.append(finding._replace(within=outer.place if outer else None))
    return kept


def says_enough(passage: Passage, finding: Finding) -> bool:
    """Whether reported content is more than a bare word: وصفه بأنه شجاع says nothing."""
    first, stop = finding.content[0]
    skip = PREFIX | PUNCTUATION
    return len(finding.content) > 1 or sum(not kind & skip for kind in passage.tokens.kinds[first:stop]) > 1


def stands_by_itself(passage: Passage, finding: Finding) -> bool:
    """Whether a saying inside another one names its own source, so that it is more than a verb of the content."""
    phrase = finding.source
    return finding.rule != TURN and phrase is not None and (phrase.named or is_headed(passage.tokens, phrase.first))


def holds(outer: Finding, place: int) -> bool:
    """Whether a token stands in the content of a finding."""
    return any(first <= place < stop for first, stop in outer.content)


def close_content(passage: Passage, finding: Finding, later: list[Finding]) -> Range:
    """Where reported content ends: with its sentence, or before the next cue that does not belong to what was said."""
    first = finding.content[0][0]
    stop = passage.sentence_stop(max(first, finding.content[0][1] - 1))
    for other in later:
        if other.place >= stop:
            break
        cut = cut_before(passage, other, first)
        if cut is not None and cut > first + 1:
            stop = min(stop, cut)
            break
    stop = author_resumes(passage, first, stop)
    return passage.trim(first, stop)


def cut_before(passage: Passage, other: Finding, first: int) -> int | None:
    """Where content that begins at `first` ends if `other` is the next saying and not one inside it."""
    kinds = passage.tokens.kinds
    place = other.place
    while place > first and kinds[place - 1] & LEADS:
        place -= 1
    if other.rule == TURN and other.form != "participle" and not (is_joined(passage, other.place) and kinds[place - 1] & COMMA):
        return None
    if other.rule == "according" and other.content[0][0] < other.place:
        return place
    if other.form == "participle":
        return place
    if is_joined(passage, other.place) or place < other.place or kinds[place - 1] & COMMA:
        return place
    return None


def author_resumes(passage: Passage, first: int, stop: int) -> int:
    """Where the author takes over again inside a sentence, else `stop`."""
    kinds = passage.tokens.kinds
    for place in range(first + 1, stop):
        if kinds[place] & RESUME and kinds[place - 1] & COMMA:
            return place
        if kinds[place] & RELATIVE and kinds[place - 1] & (PRONOUN | DEMONSTRATIVE) and kinds[place - 2] & PREFIX:
            return place - 2
    return stop
