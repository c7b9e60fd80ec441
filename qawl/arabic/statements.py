"""Who said what: the grammar of reporting.

A cue wakes the rules that can start at it; the first rule that applies gives a `Finding`: where the cue, the phrase that names the
source and the content stand. Whose words they are is settled afterwards (speakers.py); where the content ends depends on the cues
that follow, so it is settled once all are known.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qawl.arabic.entities import Phrase, is_headed, read_phrase
from qawl.arabic.letters import IMPERFECT, WRITTEN_INNA
from qawl.arabic.lexicon import (
    ACCORDING,
    ASIDE,
    BODY,
    BREAK,
    CARRIES,
    COLON,
    COMMA,
    CONJUNCTION,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    KAN,
    NAME,
    NEGATION,
    NUMBER,
    ODD,
    OPENS,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    RESUME,
    ROLE,
    SAYING,
    SAYING_PHRASE,
    SETTING,
    SPEECH,
    STOP,
    THAT,
    TIME,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.quotes import Quote
from qawl.arabic.verbs import Reading

Range = tuple[int, int]
REACH = 60
# Acts whose verb has the addressed as its object: ودعا الحكومة إلى أن …
URGES = ("call", "ask", "accuse")
# A quotation without a colon or أن belongs to a verb no farther away than this.
QUOTE_REACH = 35
LEADS = PREFIX | CONJUNCTION | KAN | PREPOSITION | ACCORDING | SAYING_PHRASE | RESUME | DEMONSTRATIVE
ADJUNCT = PREPOSITION | TIME | COMMA | RELATIVE | KAN | CONJUNCTION | SAYING_PHRASE | ACCORDING


class Opening(NamedTuple):
    """Where what was said begins, and what stands between it and the cue: tokens ``gap`` (exclusive) to ``start``."""

    gap: int
    start: int
    by: str
    quote: Quote | None


class Finding(NamedTuple):
    """A saying as tokens: cue, phrase of the source, pieces of content; ``form`` is how the text refers to the speaker.

    ``open_end`` is True while the end of the content is not settled. ``reading`` is what the cue's form tells, ``via`` who relays,
    ``within`` the place of the saying in whose content this one stands.
    """

    rule: str
    place: int
    cue: Range | None
    reading: Reading | None
    source: Phrase | None
    content: tuple[Range, ...]
    form: str
    open_end: bool = False
    via: Phrase | None = None
    within: int | None = None


Rule = Callable[[Passage, int, Reading], "Finding | None"]


def is_participle(passage: Passage, place: int) -> bool:
    """Whether the form at `place` can be a participle or a noun of saying only."""
    return all(reading.tense in ("participle", "noun") for reading in readings(passage.tokens.keys[place]))


def find_opening(passage: Passage, cue: int, reading: Reading) -> Opening | None:
    """What opens the saying after a cue: أن, a colon, or a quotation; None where something else comes first."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    place, limit = cue + 1, min(len(tokens), cue + REACH, passage.sentence_stop(cue) + 1)
    relative = False
    while place < limit:
        kind = kinds[place]
        if kind & (STOP | BREAK):
            return None
        if kind & COLON:
            return after_colon(passage, place, reading)
        if kind & OPENS and place in passage.opening:
            quote = passage.opening[place]
            if quote.is_speech and place - cue <= QUOTE_REACH:
                return after_mark(passage, cue, place, quote, reading)
            place = quote.close
        elif kind & THAT:
            return after_that(passage, cue, place, reading)
        elif kind & RELATIVE:
            relative = True
        elif kind & SPEECH and breaks_off(passage, place, relative):
            return None
        place += 1
    return None


def breaks_off(passage: Passage, place: int, relative: bool) -> bool:
    """Whether another word of saying between a cue and its content has the content for itself."""
    tokens = passage.tokens
    if tokens.kinds[place] & (ROLE | BODY | DOCUMENT | DEFINITE | SETTING | NAME | TIME | PREPOSITION):
        return False
    if tokens.kinds[place - 1] & (SPEECH | PREPOSITION) or relative:
        return False
    found = readings(tokens.keys[place])
    if found[0].tense == "participle":
        return not (place + 1 < len(tokens) and tokens.kinds[place + 1] & (COLON | OPENS)) and not tokens.kinds[place] & CARRIES
    return found[0].tense != "noun"


def after_colon(passage: Passage, place: int, reading: Reading) -> Opening | None:
    """A colon opens the content, or the quotation that follows it."""
    start = place + 1
    kinds = passage.tokens.kinds
    while start < len(kinds) and (kinds[start] & BREAK or passage.tokens.keys[start] in "-–—:"):
        start += 1
    if start >= len(kinds) or not reading.takes & {"quote", "colon"}:
        return None
    quote = passage.opening.get(start)
    return Opening(place, quote.first if quote else start, "colon", quote)


def after_mark(passage: Passage, cue: int, place: int, quote: Quote, reading: Reading) -> Opening | None:
    """A quotation opens the content, after a preposition that the verb takes (أشار إلى "…")."""
    if "quote" not in reading.takes:
        return None
    gap = place
    while gap > cue + 1 and passage.tokens.kinds[gap - 1] & (PREPOSITION | PREFIX | COMMA):
        gap -= 1
    return Opening(gap, quote.first, "quote", quote)


def after_that(passage: Passage, cue: int, place: int, reading: Reading) -> Opening | None:
    """أن opens the content, after a preposition that the verb takes (أشار إلى أن), or fused with one (صرح بأن)."""
    tokens = passage.tokens
    gap = place
    before = place - 1
    if before > cue and tokens.kinds[before] & (PREPOSITION | PREFIX):
        if tokens.keys[before] not in reading.takes:
            return None
        gap = before
    elif "that" not in reading.takes and not (tokens.keys[place].startswith("با") and "ب" in reading.takes):
        return None
    start = place + 1
    if start >= len(tokens):
        return None
    return Opening(gap, start, "that", passage.opening.get(start))


def read_gap(passage: Passage, first: int, stop: int) -> tuple[Phrase | None, bool]:
    """The source between a cue and its opening, and whether nothing there forbids the reading."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if first >= stop:
        return None, True
    if issued := document_of(passage, first, stop):
        return issued, True
    if kinds[first] & ADJUNCT or kinds[first] & PREFIX or kinds[first] & PUNCTUATION:
        return None, True
    if kinds[first] & SPEECH and is_participle(passage, first) and not kinds[first] & (ROLE | DOCUMENT):
        return None, first + 1 >= stop or bool(kinds[first + 1] & ADJUNCT)
    if kinds[first] & (PRONOUN | DEMONSTRATIVE) and not (first + 1 < stop and kinds[first + 1] & DEFINITE):
        return None, True
    phrase = read_phrase(tokens, first, stop)
    if phrase is None:
        return None, False
    rest = phrase.stop
    fits = phrase.named or rest >= stop or bool(kinds[rest] & (ADJUNCT | PREFIX | PUNCTUATION | SPEECH | SETTING))
    return phrase, fits


def document_of(passage: Passage, first: int, stop: int) -> Phrase | None:
    """The document in which something stands: جاء في بيان للوزارة أن كذا."""
    tokens = passage.tokens
    cue = readings(tokens.keys[first - 1])
    if not (cue and tokens.keys[first] in cue[0].takes and first + 1 < stop and tokens.kinds[first + 1] & DOCUMENT):
        return None
    return read_phrase(tokens, first + 1, stop) if cue[0].act == "report" else None


def subject_before(passage: Passage, cue: int) -> Phrase | None:
    """The subject that stands before its verb: `الوزير قال`, `وكان الوزير قد قال`, `لكن الوزيرة قالت`."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    last = cue
    while last > 0 and kinds[last - 1] & KAN:
        last -= 1
    first = clause_start(passage, last)
    while first < last and kinds[first] & (PREFIX | CONJUNCTION | KAN | COMMA | RESUME | THAT | NUMBER | COLON):
        first += 1
    if first >= last or cue - first > 30:
        return None
    phrase = read_phrase(tokens, first, last)
    if phrase is None or (phrase.stop < last and not kinds[phrase.stop] & (COMMA | PREPOSITION | PREFIX | TIME | RELATIVE)):
        return None
    if any(kind & (CONJUNCTION | THAT | OPENS) for kind in kinds[phrase.stop : last]):
        return None
    return phrase if phrase.named or is_headed(tokens, phrase.first) else None


def clause_start(passage: Passage, place: int) -> int:
    """Where the clause of `place` begins: after the sentence before, or after أن or a resumption."""
    kinds = passage.tokens.kinds
    first = passage.sentence_start(place)
    for at in range(place - 1, max(first, place - 30) - 1, -1):
        if kinds[at] & (THAT | RESUME | COLON):
            return at + 1
    return first


def is_joined(passage: Passage, cue: int) -> bool:
    """Whether و or ف stands fused before the cue: وأضاف."""
    before = cue - 1
    return before >= 0 and bool(passage.tokens.kinds[before] & PREFIX) and passage.tokens.ends[before] == passage.tokens.starts[cue]


def aside(passage: Passage, cue: int, opening: Opening | None) -> bool:
    """Whether the author's own background begins here: يذكر أن، يشار إلى أن."""
    return bool(passage.tokens.kinds[cue] & ASIDE and opening and opening.by == "that" and opening.gap == cue + 1)


def is_wish(passage: Passage, opening: Opening) -> bool:
    """Whether أن opens a wish or a demand and no report: طالب أن يعود."""
    tokens = passage.tokens
    if opening.by != "that" or tokens.kinds[opening.start] & ~ODD or not IMPERFECT.match(tokens.keys[opening.start]):
        return False
    return passage.text[tokens.starts[opening.start - 1]] != WRITTEN_INNA


def content_of(passage: Passage, opening: Opening) -> tuple[tuple[Range, ...], bool]:
    """The content that an opening begins and whether its end is still open: a closed quotation that stands alone is all of it."""
    quote = opening.quote
    if quote and (opening.by != "that" or stands_alone(passage, quote)):
        return ((quote.first, quote.stop),), False
    if quote:
        return ((quote.open, quote.close + 1),), True
    return ((opening.start, opening.start + 1),), True


def stands_alone(passage: Passage, quote: Quote) -> bool:
    """Whether the reported clause ends with the quotation: a mark, a new line or a new cue comes after it."""
    kinds = passage.tokens.kinds
    after = quote.close + 1
    if after >= len(kinds) or kinds[after] & (STOP | BREAK | COMMA):
        return True
    while after < len(kinds) and kinds[after] & (PREFIX | CONJUNCTION):
        after += 1
    return after < len(kinds) and bool(kinds[after] & (SPEECH | ACCORDING))


def verb_speaker_that(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """قال فلان إن كذا / أضاف أن كذا / فلان قال: «كذا»"""
    opening = find_opening(passage, cue, reading)
    if opening is None or reading.tense == "noun" or aside(passage, cue, opening):
        return None
    if is_negated(passage, cue) and reading.tense == "perfect":
        return None
    if is_wish(passage, opening) and reading.act != "deny":
        return None
    if reading.tense == "participle":
        return participle_that(passage, cue, reading, opening)
    phrase, fits = read_gap(passage, cue + 1, opening.gap)
    if not fits:
        return None
    if phrase and not phrase.named and reading.act in URGES and is_joined(passage, cue):
        phrase = None
    form = "name"
    phrase, via = relayed(passage, cue, phrase, reading, opening.gap)
    if phrase is None and not is_joined(passage, cue):
        phrase = subject_before(passage, cue)
    if phrase is None:
        form = "passive" if reading.tense == "passive" else "dropped"
    content, open_end = content_of(passage, opening)
    return Finding(f"verb_{opening.by}", cue, (cue, cue + 1), reading, phrase, content, form, open_end, via)


def relayed(passage: Passage, cue: int, phrase: Phrase | None, reading: Reading, stop: int) -> tuple[Phrase | None, Phrase | None]:
    """Who speaks and who relays: نقلت الوكالة عن الوزير أن كذا."""
    tokens = passage.tokens
    if reading.act != "report" or (phrase and phrase.stop >= stop):
        return phrase, None
    for place in range(phrase.stop if phrase else cue + 1, stop - 1):
        if tokens.kinds[place] & PREPOSITION and tokens.keys[place] in reading.takes:
            inner = read_phrase(tokens, place + 1, stop)
            return (inner, phrase) if inner else (phrase, None)
    return phrase, None


def participle_that(passage: Passage, cue: int, reading: Reading, opening: Opening) -> Finding | None:
    """مضيفا أن كذا / مشيرا إلى «كذا»"""
    if cue and passage.tokens.kinds[cue - 1] & SPEECH and passage.tokens.kinds[cue] & CARRIES:
        return None
    _, fits = read_gap(passage, cue + 1, opening.gap)
    if not fits or opening.gap - cue > 12:
        return None
    content, open_end = content_of(passage, opening)
    return Finding(f"participle_{opening.by}", cue, (cue, cue + 1), reading, None, content, "participle", open_end)


def quote_verb_speaker(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """«كذا»، قال فلان / «كذا»، يقول فلان، «كذا»"""
    if reading.tense in ("noun", "participle") or is_joined(passage, cue):
        return None
    kinds = passage.tokens.kinds
    before = cue - 1
    while before > 0 and kinds[before] & (COMMA | CONJUNCTION) and before not in passage.closing:
        before -= 1
    quote = passage.closing.get(before)
    if quote is None or not quote.is_speech:
        return None
    stop = passage.sentence_stop(cue)
    phrase = read_phrase(passage.tokens, cue + 1, stop)
    if phrase is None:
        return None
    content: tuple[Range, ...] = ((quote.first, quote.stop),)
    after = phrase.stop
    while after < len(kinds) and kinds[after] & (COMMA | COLON):
        after += 1
    more = passage.opening.get(after)
    if more and after < len(kinds) and more.is_speech:
        content = (*content, (more.first, more.stop))
    return Finding("quote_verb", cue, (cue, cue + 1), reading, phrase, content, "name")


def saying_that(passage: Passage, cue: int, reading: Reading) -> Finding | None:
    """نقلت الوكالة عن فلان قوله إن كذا"""
    if reading.tense != "noun" or not reading.owner:
        return None
    opening = find_opening(passage, cue, reading)
    if opening is None or opening.gap > cue + 4:
        return None
    phrase = source_after(passage, passage.sentence_start(cue), cue)
    content, open_end = content_of(passage, opening)
    return Finding(f"noun_{opening.by}", cue, (cue, cue + 1), reading, phrase, content, "name" if phrase else "pronoun", open_end)


def source_after(passage: Passage, first: int, cue: int) -> Phrase | None:
    """The source that عن names before قوله: `نقلت الوكالة عن فلان قوله`."""
    tokens = passage.tokens
    for place in range(cue - 1, max(first, cue - 25) - 1, -1):
        if tokens.kinds[place] & PREPOSITION and tokens.keys[place] == "عن":
            return read_phrase(tokens, place + 1, cue)
    return None


def according_to(passage: Passage, cue: int) -> Finding | None:
    """وفقا لفلان كذا / كذا، بحسب فلان / كذا على حد قوله / حسب قوله «كذا»"""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    place = cue + 1
    while place < len(tokens) and kinds[place] & (PREFIX | PREPOSITION | RELATIVE | SAYING_PHRASE):
        place += 1
    if place >= len(tokens) or kinds[place] & (STOP | BREAK):
        return None
    verb = None
    end = place
    if (
        kinds[place] & SPEECH
        and not kinds[place] & (SAYING | ROLE | BODY | DOCUMENT)
        and place > cue + 1 - (kinds[cue] & RELATIVE > 0)
    ):
        verb, place = place, place + 1
        while place < len(tokens) and kinds[place] & (PREFIX | PREPOSITION):
            place += 1
    owned = False
    if kinds[place] & SAYING and place < len(tokens):
        owned = any(reading.owner for reading in readings(tokens.keys[place]))
        place += 1
        end = place
    phrase = None if owned else read_phrase(tokens, place, passage.sentence_stop(cue))
    if not owned and (phrase is None or not (phrase.named or is_headed(tokens, phrase.first))):
        return None
    after = phrase.stop if phrase else place
    cue_stop = verb + 1 if verb else end if end > cue + 1 and kinds[end - 1] & SAYING else max(cue + 1, place)
    found = content_around(passage, cue, after)
    if found is None:
        return None
    content, open_end = found
    return Finding("according", cue, (cue, cue_stop), None, phrase, content, "pronoun" if owned else "name", open_end)


def content_around(passage: Passage, cue: int, after: int) -> tuple[tuple[Range, ...], bool] | None:
    """What an according phrase is about: the quotation or clause after it where it stands first, else the clause before it."""
    kinds = passage.tokens.kinds
    start = passage.sentence_start(cue)
    first = start
    while first < cue and kinds[first] & (PREFIX | PUNCTUATION | CONJUNCTION):
        first += 1
    if after < len(kinds) and after in passage.opening and passage.opening[after].is_speech:
        quote = passage.opening[after]
        return ((quote.first, quote.stop),), False
    head = cue - 1 if kinds[cue - 1] & PREPOSITION else cue
    if first >= head or (is_joined(passage, head) and kinds[head - 2] & COMMA):
        while after < len(kinds) and (kinds[after] & (COMMA | COLON | THAT) or opens_that(passage, after)):
            after += 1
        if after >= len(kinds) or kinds[after] & (STOP | BREAK):
            return None
        opened = passage.opening.get(after)
        if opened and opened.is_speech:
            return ((opened.first, opened.stop),), False
        return ((after, after + 1),), True
    before = cue
    while before > first and kinds[before - 1] & (COMMA | PREFIX | PREPOSITION | CONJUNCTION):
        before -= 1
    closed = passage.closing.get(before - 1)
    if closed and closed.is_speech:
        return ((closed.first, closed.stop),), False
    return (((first, before),), False) if before - first >= 3 else None


def opens_that(passage: Passage, place: int) -> bool:
    """Whether ف stands before إن at `place`: فإن."""
    kinds = passage.tokens.kinds
    return bool(kinds[place] & PREFIX) and place + 1 < len(kinds) and bool(kinds[place + 1] & THAT)


def name_colon(passage: Passage, colon: int) -> Finding | None:
    """فلان: كذا (at the beginning of a line)"""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    first = colon
    while first > 0 and not kinds[first - 1] & (BREAK | STOP | PUNCTUATION) and colon - first < 14:
        first -= 1
    if not passage.starts_paragraph(first) or first == colon:
        return None
    phrase = read_phrase(tokens, first, colon)
    start = colon + 1
    if phrase is None or phrase.stop != colon or start >= len(kinds) or kinds[start] & (BREAK | STOP):
        return None
    quote = passage.opening.get(start)
    headline = passage.is_title(colon) and phrase.type in SPEAKING
    if not (phrase.named or headline or (quote and quote.is_speech)):
        return None
    if quote and quote.is_speech:
        return Finding("name_colon", colon, None, None, phrase, ((quote.first, quote.stop),), "name")
    stop = passage.paragraph_stop(start)
    content = passage.trim(start, stop)
    if content[1] - content[0] < 4 and not headline:
        return None
    return Finding("name_colon", colon, None, None, phrase, (content,), "name")


VERB_RULES: list[Rule] = [quote_verb_speaker, verb_speaker_that, saying_that]


def findings_at(passage: Passage, place: int) -> Finding | None:
    """The first rule that applies to the cue at `place`."""
    kind = passage.tokens.kinds[place]
    if kind & ACCORDING or (kind & SAYING_PHRASE and is_saying_phrase(passage, place)):
        found = according_to(passage, place)
        if found or not kind & SPEECH:
            return found
    if kind & COLON:
        return name_colon(passage, place)
    if kind & PREPOSITION and not starts_clause(passage, place):
        return None
    for reading in readings(passage.tokens.keys[place]):
        for rule in VERB_RULES:
            found = rule(passage, place, reading)
            if found:
                return found
    return None


def starts_clause(passage: Passage, place: int) -> bool:
    """Whether a form that is also a preposition stands where a verb would: at the head of its sentence, or after و."""
    return is_joined(passage, place) or passage.sentence_start(place) == place


def is_saying_phrase(passage: Passage, place: int) -> bool:
    """Whether حد or لسان stands in its phrase: على حد قوله."""
    return place > 0 and bool(passage.tokens.kinds[place - 1] & PREPOSITION)


def turn_at(passage: Passage, place: int) -> Finding | None:
    """A verb of saying without a clause (دعا فلان إلى كذا): no statement, but whoever speaks on afterwards is its subject."""
    kind = passage.tokens.kinds[place]
    if not kind & SPEECH or kind & (NO_TURN | DEFINITE) or passage.quote_at(place):
        return None
    reading = readings(passage.tokens.keys[place])[0]
    if reading.tense == "participle" and passage.tokens.kinds[place - 1] & COMMA:
        return Finding(TURN, place, (place, place + 1), reading, None, (), "participle")
    if reading.tense not in ("perfect", "imperfect"):
        return None
    phrase, _ = read_gap(passage, place + 1, passage.sentence_stop(place))
    if phrase and not (phrase.named or is_headed(passage.tokens, phrase.first)):
        phrase = None
    if phrase is None and not is_joined(passage, place):
        phrase = subject_before(passage, place)
    return Finding(TURN, place, (place, place + 1), reading, phrase, (), "name" if phrase else "dropped")


def deed_after(passage: Passage, stop: int) -> Finding | None:
    """A sentence that opens with what a named person did (التقى فلان …): whoever speaks on afterwards may be that person."""
    kinds = passage.tokens.kinds
    verb = stop + 1
    while verb < len(kinds) and kinds[verb] & (PREFIX | KAN):
        verb += 1
    if verb + 1 >= len(kinds) or kinds[verb] & ~ODD or passage.is_chrome(verb):
        return None
    phrase = read_phrase(passage.tokens, verb + 1, passage.sentence_stop(verb))
    if phrase is None or not phrase.named:
        return None
    return Finding(TURN, verb, (verb, verb + 1), None, phrase, (), "name")


TURN = "turn"
SPEAKING = ("organisation", "country")
NO_TURN = PREPOSITION | ROLE | BODY | NAME | TIME | DOCUMENT | ASIDE | SETTING
WAKES = SPEECH | ACCORDING | SAYING_PHRASE | COLON


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
        if finding.rule == "according" and any(holds(finding, other.place) for other in kept if other.content):
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


def is_negated(passage: Passage, cue: int) -> bool:
    """Whether the verb of saying itself is negated: لم يقل."""
    return cue > 0 and bool(passage.tokens.kinds[cue - 1] & NEGATION)


def is_number(kind: int) -> bool:
    """Whether a token is a number."""
    return bool(kind & NUMBER)
