"""Who said what: every saying of a passage, and where each one ends.

The end of reported content depends on the cues that follow, so it is settled once all are known.
"""

from __future__ import annotations

from itertools import islice

from qawl.arabic.findings import CALL, TURN, Finding, Range
from qawl.arabic.heads import is_accusative
from qawl.arabic.letters import BARE_THAT, GOD_WILLING, JOINS_FREELY, QUESTION_MARK
from qawl.arabic.lexicon import (
    ACCORDING,
    BREAK,
    COLON,
    COMMA,
    MEDIA,
    OPENS,
    PREFIX,
    PUNCTUATION,
    QUOTE,
    SAYING_PHRASE,
    SENTENCE_END,
    SPEECH,
    STOP,
    THAT,
    THUS,
    UTTERANCE,
    VIEW,
    WAKING,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import is_known
from qawl.arabic.quotes import Quote
from qawl.arabic.reporting.attention import deed_after, turn_at
from qawl.arabic.reporting.calls import call_of
from qawl.arabic.reporting.ends import close_content
from qawl.arabic.reporting.rules import findings_at
from qawl.arabic.reporting.turns import find_turns
from qawl.arabic.verbs import JUDGED
from qawl.arabic.where import words_of

# Rules whose content stands around the cue: what it holds is no statement if another cue has it.
AROUND = ("according", "clause_verb")
# Rules that find nothing inside another's words: a turn, a clause without أن and marks.
LOOSE = (TURN, CALL, "verb_clause")
# How many sayings back one can stand in the content of an according phrase.
RECENT = 100
WAKES = SPEECH | UTTERANCE | THUS | WAKING | ACCORDING | SAYING_PHRASE | VIEW | COLON

# Words by which a saying may be told, and marks behind which a deed may be.
STIRS = SENTENCE_END | WAKES


def find_statements(passage: Passage) -> list[Finding]:
    """Every saying of a passage in text order, its content ended, and the turns between them (rule `turn`, no content)."""
    turns = find_turns(passage)
    found = [answer for answer in (deed_after(passage, -1), *turns.values()) if answer]
    for place in words_of(passage.tokens, STIRS):
        if place in turns:
            continue
        kind = passage.tokens.kinds[place]
        if kind & WAKES and not (passage.is_chrome(place) or (found and is_in_cue(found[-1], place))):
            finding = findings_at(passage, place) or turn_at(passage, place)
            if finding:
                found.append(call_of(passage, finding) if finding.rule == TURN else finding)
        elif kind & SENTENCE_END and (deed := deed_after(passage, place)):
            found.append(deed)
    return settle(passage, relayed_once(passage, sorted(found, key=lambda finding: finding.place) if turns else found))


def is_in_cue(finding: Finding, place: int) -> bool:
    """Whether a word belongs to the cue of a saying and opens none of its own: حسب **قوله** أن."""
    return finding.cue is not None and finding.place < place < finding.cue[1]


def relayed_once(passage: Passage, found: list[Finding]) -> list[Finding]:
    """The findings without according phrases that only tell who relays the saying behind them: وفقا للوكالة، قال فلان إن كذا."""
    kept: list[Finding] = []
    for finding in found:
        last = kept[-1] if kept else None
        if last and last.source and relays(passage, last, finding):
            kept[-1] = finding._replace(via=finding.via or last.source)
        else:
            kept.append(finding)
    return kept


def relays(passage: Passage, according: Finding, finding: Finding) -> bool:
    """Whether an according phrase names a medium, or its report, and another saying with its own source is all that it is about."""
    phrase = according.source
    if according.rule != "according" or phrase is None or finding.source is None or not finding.content:
        return False
    media = any(kind & MEDIA for kind in passage.tokens.kinds[phrase.first : phrase.stop])
    return media and passage.skip(according.content[0][0], PREFIX) == finding.place


def settle(passage: Passage, found: list[Finding]) -> list[Finding]:
    """The findings with the ends of their contents and what they stand in; each quotation is given to one cue only."""
    given: set[Range] = set()
    kept: list[Finding] = []
    running: list[Finding] = []
    for number, finding in enumerate(found):
        if finding.open_end:
            inner = any(holds(other, finding.place) for other in running)
            finding = finding._replace(content=(close_content(passage, finding, found, number + 1, inner),), open_end=False)
        if finding.content and (finding.content[0][1] <= finding.content[0][0] or not given.isdisjoint(claims(passage, finding))):
            continue
        if finding.content and not says_enough(passage, finding):
            finding = finding._replace(rule=TURN, content=())
        if more := (*runs_on(passage, finding), *asks_on(passage, finding)):
            finding = finding._replace(content=(*finding.content, *more))
        if finding.rule in AROUND:
            kept = [other for other in kept if other.rule != CALL or not holds(finding, other.place)]
            if says_within(kept, finding):
                continue
        running = [other for other in running if other.content[-1][1] > finding.place]
        outer = next((other for other in reversed(running) if holds(other, finding.place)), None)
        if outer is None or stands_by_itself(passage, finding):
            given.update(claims(passage, finding))
            kept.append(finding._replace(within=outer.place) if outer else finding)
            running += [kept[-1]] if finding.content else []
    return kept


def says_within(kept: list[Finding], finding: Finding) -> bool:
    """Whether one of the last sayings stands in the content of this one."""
    return any(holds(finding, other.place) for other in kept[-RECENT:] if other.content)


def runs_on(passage: Passage, finding: Finding) -> list[Range]:
    """The quotations that go on without a new cue: joined by و («كذا» و«كذا»), or paragraphs from mark to mark."""
    pieces: list[Range] = []
    quote = passage.quote_at(finding.content[-1][1] - 1) if finding.content else None
    if quote is None or finding.content[-1][1] < quote.stop:
        return pieces
    while quote and (quote := joined_quote(passage, quote) or next_sentence(passage, quote) or next_paragraph(passage, quote)):
        pieces.append((quote.first, quote.stop))
    return pieces


def joined_quote(passage: Passage, quote: Quote) -> Quote | None:
    """The quotation that و joins to one that is all of what was said: «كذا وكذا»، و«كذا وكذا»."""
    place = passage.skip(quote.close + 1, COMMA)
    after = passage.opening.get(place + 1)
    return after if after and after.is_speech and passage.tokens.keys[place] == JOINS_FREELY else None


def next_sentence(passage: Passage, quote: Quote) -> Quote | None:
    """The quotation that is all of the next sentence of the paragraph: «كذا وكذا». «كذا وكذا»."""
    kinds, place = passage.tokens.kinds, quote.close + 1
    while kinds[place] & STOP:
        place += 1
    after = passage.opening.get(place)
    if (
        after is None
        or not after.is_speech
        or (after.close + 1 < len(passage.tokens) and not kinds[after.close + 1] & SENTENCE_END)
    ):
        return None
    return after


def asks_on(passage: Passage, finding: Finding) -> list[Range]:
    """The questions of the same paragraph that follow a question without a new cue: متسائلا أين ذهبوا؟ هل غادروا؟"""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    pieces: list[Range] = []
    if finding.reading is None or finding.reading.act != "ask" or not finding.content:
        return pieces
    stop = finding.content[-1][1]
    while stop + 1 < len(passage.tokens) and keys[stop] == QUESTION_MARK and not kinds[stop + 1] & (BREAK | OPENS):
        first, stop = stop + 1, passage.sentence_stop(stop + 1)
        if keys[stop] != QUESTION_MARK or any(kind & SPEECH for kind in kinds[first:stop]):
            break
        pieces.append((first, stop))
    return pieces


def next_paragraph(passage: Passage, quote: Quote) -> Quote | None:
    """The quotation that is all of the next paragraph, where the first one ends its own; closed if that one is."""
    stop = passage.paragraph_stop(quote.stop)
    if any(not kind & PUNCTUATION for kind in passage.tokens.kinds[quote.stop : stop]):
        return None
    kinds, after = passage.tokens.kinds, passage.opening.get(passage.skip(stop, BREAK))
    if after is None or not after.is_speech or (is_closed(passage, quote) and not is_closed(passage, after)):
        return None
    whole = all(kind & PUNCTUATION for kind in kinds[after.stop : passage.paragraph_stop(after.stop)])
    return after if whole else None


def is_closed(passage: Passage, quote: Quote) -> bool:
    """Whether a mark closes the quotation, and not the end of its sentence or paragraph."""
    kinds = passage.tokens.kinds
    return bool(kinds[quote.close] & QUOTE)


def claims(passage: Passage, finding: Finding) -> set[Range]:
    """What no other cue may have too: the pieces of the content, and the quotation that a quoted one ends in."""
    ends = [passage.closing.get(stop - 1) for _, stop in finding.content if finding.rule.endswith("quote")]
    return {*finding.content, *((quote.first, quote.stop) for quote in ends if quote)}


def says_enough(passage: Passage, finding: Finding) -> bool:
    """Whether reported content is more than a bare word and breaks off at no أن: وصفه بأنه شجاع says nothing, إن شاء الله neither.

    A word is a clause with the pronoun of its أن: قال سالم الكندي إنه سعيد، مؤكدا أنه بريء.
    """
    (first, stop), keys = finding.content[0], passage.tokens.keys
    skip = PREFIX | PUNCTUATION
    words = list(islice((place for place in range(first, stop) if not passage.tokens.kinds[place] & skip), 2))
    cut = bool(passage.tokens.kinds[stop - 1] & THAT) and not finding.rule.endswith("quote")
    sourced = finding.rule == "participle_that" or (finding.source is not None and finding.rule == "verb_that")
    reading = finding.reading if sourced else None
    told = reading and reading.act in ("say", "assert") and JUDGED not in reading.takes
    clause = len(words) > 1 or (words and told and keys[first - 1] not in BARE_THAT)
    willed = tuple(keys[first : first + 2]) == GOD_WILLING
    return len(finding.content) > 1 or bool(clause and not cut and not willed)


def stands_by_itself(passage: Passage, finding: Finding) -> bool:
    """Whether a saying inside another one names its own source and what that said, no view or proof: ترى المدينة، يثبت أن."""
    phrase = finding.source
    if finding.reading and (finding.reading.act == "think" or "quote" not in finding.reading.takes):
        return False
    if phrase is None or finding.rule in LOOSE:
        return False
    known = is_known(passage.tokens, phrase) or is_accusative(passage.tokens, phrase.first)
    return known or phrase.first in passage.opening


def holds(outer: Finding, place: int) -> bool:
    """Whether a token stands in the content of a finding."""
    return any(first <= place < stop for first, stop in outer.content)
