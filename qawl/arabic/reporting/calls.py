"""What somebody calls for, warns of, foresees or denies without a clause: دعا فلان إلى فتح كذا، رجح ارتفاع كذا، أشاد بإقبال كذا."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from qawl.arabic.findings import CALL, Finding
from qawl.arabic.letters import FUSED, HIS, JOINS_FREELY, NISBA, OF, OWNERS, TO, VERBAL_NOUN, bare_key, fold
from qawl.arabic.lexicon import (
    ACCORDING,
    BODY,
    COLON,
    COMMA,
    CONJUNCTION,
    DEFINITE,
    DEMONSTRATIVE,
    DOCUMENT,
    EMPHATIC,
    FAMILY,
    HONOUR,
    HUMAN,
    MANNER,
    MEDIA,
    NAME,
    NATION,
    NUMBER,
    PEOPLE,
    PLACES,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTE,
    RELATIVE,
    ROLE,
    SATED,
    SENTENCE_END,
    SETTING,
    SIDE,
    SPAN,
    SPEECH,
    STOP,
    THAT,
    TIME,
    WHICH,
    readings,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.clauses import is_joined
from qawl.arabic.reporting.cues import is_negated, is_supposed
from qawl.arabic.reporting.sources import read_gap
from qawl.arabic.verbs import BIDDEN, FINITE, JUDGED, MATTER, URGES, Reading
from qawl.tables import table

# Acts that have a noun for what is called for or warned of.
CALLS = ("call", "ask", "warn")
# How far behind the verb its preposition may stand, and how many tokens what is called for has at least.
REACH = 40
LEAST = 3
# How many tokens two commas set off at most; acts whose verbs lead to anything that is praised.
ASIDE = 14
PRAISES = ("praise",)
# How many tokens the accused has at most, and what they do not begin with.
ACCUSED = 8
NOBODY = PREPOSED | PUNCTUATION | THAT | RELATIVE | TIME | SATED
# What ends the search for the preposition, and what no one calls for behind it.
ENDS = SENTENCE_END | COLON | QUOTE | THAT | RELATIVE | ACCORDING
NO_MATTER = (HUMAN | PREPOSED | PLACES | BODY | NATION | MEDIA | DOCUMENT | HONOUR | NUMBER | TIME | SETTING | SIDE | MANNER) | (
    EMPHATIC | DEMONSTRATIVE | PRONOUN | RELATIVE | PUNCTUATION | THAT | SATED
)
# What no verbal noun is, though it has the form of one.
NO_DEED = NO_MATTER & ~(BODY | PEOPLE | MANNER)


def call_of(passage: Passage, turn: Finding) -> Finding:
    """The turn with what its verb calls for as its content, where it does; else the turn itself."""
    reading, place = turn.reading, turn.place
    if reading is None or not (reading.act in CALLS or MATTER in reading.takes) or reading.tense not in (*FINITE, "participle"):
        return turn
    if place and passage.tokens.kinds[place - 1] & RELATIVE:
        return turn
    if turn.source is None:
        turn = turn._replace(source=surname_behind(passage, place, reading))
    if (
        is_negated(passage, place)
        or is_supposed(passage, place, reading)
        or (turn.source is None and not tells_of_one(passage, turn))
    ):
        return turn
    if not is_of_somebody(passage, turn):
        return turn
    start = matter_of(passage, place, turn.source)
    if start is None:
        return turn
    source = turn.source and ended_at(passage, turn.source, start)
    urged = source and place < source.first and not source.named and reading.act in URGES and is_joined(passage, place)
    form = "urged" if urged else turn.form
    return Finding(CALL, place, turn.cue, reading, source, ((start, start + 1),), form, True, turn.via, turn.told)


def surname_behind(passage: Passage, verb: int, reading: Reading) -> Phrase | None:
    """Somebody by the family name alone between a verb and what its preposition leads to: ودعا | الحداد إلى فتح الرصيف."""
    name = verb + 1
    if reading.tense not in FINITE or name + 1 >= len(passage.tokens) or not passage.tokens.kinds[name] & FAMILY:
        return None
    return read_gap(passage, name, name + 1)[0] if leads(passage, name + 1, reading.takes) else None


def ended_at(passage: Passage, phrase: Phrase, start: int) -> Phrase:
    """A subject without what it said, which may look like its own: المدير سالم الكندي | صحة الخبر، نقابة المعلمين | بتنظيم."""
    stop = start - bool(passage.tokens.kinds[start - 1] & PREFIX)
    if not phrase.first < stop < phrase.stop:
        return phrase
    first, last = phrase.name
    return phrase._replace(stop=stop, name=(first, min(last, stop)) if first < stop else phrase.name)


def is_of_somebody(passage: Passage, turn: Finding) -> bool:
    """Whether a person by name or office is the subject of a verb: more than a call only they are sure to tell."""
    phrase, reading = turn.source, turn.reading
    if reading is None or reading.act in CALLS:
        return True
    if phrase is None or phrase.named:
        return phrase is None or phrase.type == "person"
    return phrase.type == "unnamed" and bool(passage.tokens.kinds[phrase.first] & HUMAN)


def tells_of_one(passage: Passage, turn: Finding) -> bool:
    """Whether a call without a subject is somebody's and not the author's: وطالب بكذا، مطالبا بكذا; not what a thing calls for."""
    tense, after = turn.reading.tense if turn.reading else "", turn.place + 1
    if tense == "participle":
        return True
    led = bool(passage.tokens.kinds[after] & PREPOSED)
    return tense == "perfect" and led and is_joined(passage, turn.place)


def matter_of(passage: Passage, verb: int, phrase: Phrase | None) -> int | None:
    """Where the noun begins that tells what was said, or called for, by the subject `phrase` of a verb."""
    found = called_for(passage, verb)
    if found is None and phrase and phrase.named:
        found = accused(passage, verb, phrase.name[1])
    return matter_behind(passage, verb, phrase) if found is None else found


def accused(passage: Passage, verb: int, first: int) -> int | None:
    """Where the accused begins, whom a verb has as its object right behind its subject: اتهم الوزير سالم | الحكومة بتزوير كذا."""
    tokens = passage.tokens
    read = [reading for reading in readings(tokens.keys[verb]) if {JUDGED, MATTER} <= reading.takes and reading.act == "accuse"]
    stop = min(passage.sentence_stop(verb) - LEAST, first + ACCUSED)
    if not read or first >= stop or tokens.kinds[first] & NOBODY:
        return None
    leading = (at for at in range(first + 1, stop) if leads(passage, at, FUSED[:1]) and is_matter(passage, at, loose=False))
    return first if next(leading, None) is not None else None


def called_for(passage: Passage, verb: int) -> int | None:
    """Where what is called for begins: behind the verb's preposition, no other verb of saying between."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    read = [reading for reading in readings(tokens.keys[verb]) if reading.act in CALLS]
    takes = {key for reading in read for key in reading.takes if key != OF or reading.act == "warn"}
    stop = min(passage.sentence_stop(verb), verb + REACH)
    for place in outside_asides(passage, verb + 1, stop - LEAST, takes):
        if not takes or kinds[place] & ENDS or is_verb_of_saying(passage, place):
            return None
        if leads(passage, place, takes) and BIDDEN in takes:
            return bidden(passage, place + 1, stop)
        if leads(passage, place, takes) and is_matter(passage, place, loose=True):
            return place + 1
    return None


def outside_asides(passage: Passage, first: int, stop: int, takes: Collection[str]) -> Iterator[int]:
    """The places of a stretch without where and when between commas: طالب الحكومة |، في رسالة نشرت أمس، | بفتح الطريق."""
    kinds, place = passage.tokens.kinds, first
    while place < stop:
        if kinds[place - 1] & COMMA and kinds[place] & PREPOSITION and not leads(passage, place, takes):
            place = closing_comma(passage, place, stop, THAT | STOP) or place
        yield place
        place += 1


def bidden(passage: Passage, whom: int, stop: int) -> int | None:
    """Where the verbal noun stands that those at `whom` are bidden: أهابت البلدية بسكان الحي | ترشيد الماء."""
    for place in range(whom + 1, stop - LEAST):
        if passage.tokens.kinds[place] & NOBODY:
            return None
        if not passage.tokens.kinds[place] & NO_DEED and is_deed(passage, place) and is_told(passage, place):
            return place
    return None


def matter_behind(passage: Passage, verb: int, phrase: Phrase | None) -> int | None:
    """Where a verbal noun stands behind a verb and its subject: رجح الخبير سالم | ارتفاع الأسعار، أشاد المدير ب | جهود الناس."""
    reading = next((reading for reading in readings(passage.tokens.keys[verb]) if MATTER in reading.takes), None)
    if reading is None:
        return None
    stop = passage.sentence_stop(verb) - LEAST + 1
    for first in behind_subject(verb, phrase):
        for place in places_behind(passage, first, min(stop, first + REACH)):
            noun = matter_at(passage, place, reading, named=phrase is not None)
            if noun is not None:
                return noun
            if leads(passage, place, reading.takes):
                break
    return None


def matter_at(passage: Passage, place: int, reading: Reading, *, named: bool) -> int | None:
    """Where a verbal noun begins at `place` or behind its preposition; a verb of praise with its subject leads to any noun."""
    led = leads(passage, place, reading.takes)
    noun = place + led
    loose = named and reading.act in PRAISES
    if led and loose and is_what(passage, noun):
        return noun
    tells = is_matter(passage, place, loose=loose) if led else is_object(passage, place, reading)
    return noun if tells and is_told(passage, noun) else None


def is_what(passage: Passage, place: int) -> bool:
    """Whether ما tells of what was done: أثنى على ما قدمته الفرق."""
    kind = passage.tokens.kinds[place]
    return bool(kind & RELATIVE) and not kind & DEFINITE and not passage.tokens.kinds[place + 1] & PUNCTUATION


def behind_subject(verb: int, phrase: Phrase | None) -> tuple[int, ...]:
    """Where a subject may end that stands behind its verb; where the verb does if none stands there."""
    if phrase is None or phrase.first < verb:
        return (verb + 1,)
    return (phrase.name[1], phrase.stop) if phrase.named and phrase.name[1] != phrase.stop else (phrase.stop,)


def places_behind(passage: Passage, first: int, stop: int) -> Iterator[int]:
    """Where what was said may begin: right there, behind times and occasions, and behind what two commas set off."""
    place: int | None = first
    while place is not None and place < stop:
        yield place
        place = past_aside(passage, place, stop)


def past_aside(passage: Passage, place: int, stop: int) -> int | None:
    """The place behind a comma, a time, an occasion, or what a comma closes again; None where nothing of them stands here."""
    kinds = passage.tokens.kinds
    if kinds[place] & (COMMA | TIME | SPAN | WHICH) and not kinds[place] & PREPOSITION:
        return place + 1
    if kinds[place] & PREPOSITION and place + 1 < stop and kinds[place + 1] & SETTING:
        return past_qualities(passage, place + 2, stop)
    if kinds[place - 1] & COMMA and not kinds[place] & (SPEECH | CONJUNCTION):
        comma = closing_comma(passage, place, stop, THAT | SPEECH | STOP)
        return None if comma is None else comma + 1
    return None


def closing_comma(passage: Passage, first: int, stop: int, against: int) -> int | None:
    """The comma that closes what a comma set off from `first` on; None where none is near, or a word `against` it comes before."""
    kinds = passage.tokens.kinds
    end = next((at for at in range(first, min(stop, first + ASIDE)) if kinds[at] & (COMMA | against)), None)
    return end if end is not None and kinds[end] & COMMA else None


def past_qualities(passage: Passage, place: int, stop: int) -> int:
    """The place behind the adjective or pronoun of an occasion: في بيان رسمي، في تغريدة له."""
    kinds, keys = passage.tokens.kinds, passage.tokens.keys
    while place < stop and (kinds[place] & SATED or (not kinds[place] & NO_MATTER and keys[place].endswith(NISBA))):
        place += 1
    return place


def leads(passage: Passage, place: int, takes: Collection[str]) -> bool:
    """Whether a preposition that a verb takes stands at `place` with its noun behind it."""
    kind = passage.tokens.kinds[place]
    return passage.tokens.keys[place] in takes and bool(kind & PREPOSED) and not kind & SATED


def is_object(passage: Passage, noun: int, reading: Reading) -> bool:
    """Whether a verbal noun is the object of a verb; what is denied may be news.

    It has the article where it is denied or leads to something: نفى الأنباء عن كذا، استبعد اللجوء إلى كذا.
    """
    kind, denied = passage.tokens.kinds[noun], reading.act == "deny"
    led = bool(passage.tokens.kinds[noun + 1] & PREPOSED)
    if kind & (NO_DEED & ~DOCUMENT if denied else NO_DEED) or (kind & DEFINITE and not (denied or led)):
        return False
    return is_deed(passage, noun) or (denied and bool(kind & DOCUMENT))


def is_told(passage: Passage, noun: int) -> bool:
    """Whether enough is told of a noun: no mark and no أن stands right behind it or its next word."""
    return not any(kind & (PUNCTUATION | THAT) for kind in passage.tokens.kinds[noun + 1 : noun + LEAST])


def matter_stop(passage: Passage, first: int, stop: int) -> int:
    """Where a matter from `first` on ends, at most `stop`: at a comma behind which no other one is joined, and nothing tells of it.

    فتح الطريق، وصرف الأجور، التي تأخرت; but فتح الطريق | ، بينما كذا.
    """
    kinds = passage.tokens.kinds
    commas = (place for place in range(first + 1, stop - 1) if kinds[place] & COMMA and not passage.inside(place))
    return next((comma for comma in commas if not goes_on(passage, comma + 1)), stop)


def goes_on(passage: Passage, place: int) -> bool:
    """Whether a relative pronoun or و with another matter stands behind the comma before `place`."""
    tokens, kinds = passage.tokens, passage.tokens.kinds
    if kinds[place] & RELATIVE:
        return bool(kinds[place] & DEFINITE)
    noun = passage.skip(place + 1, PREPOSED)
    joined = tokens.keys[place] == JOINS_FREELY and noun < len(tokens)
    return joined and (noun > place + 1 or is_deed(passage, noun) or bool(kinds[noun] & DEFINITE))


def is_deed(passage: Passage, place: int) -> bool:
    """Whether a verbal noun stands at `place`, by its form or by the tables."""
    if place >= len(passage.tokens):
        return False
    key = passage.tokens.keys[place]
    known = [demands()[form] for form in (key, bare_key(key)) if form in demands()]
    return any(known) if known else any(is_verbal_noun(form) for form in whole_forms(bare_key(key)))


def is_verbal_noun(form: str) -> bool:
    """Whether a word is a verbal noun by the tables, else by its form."""
    return demands().get(form, bool(VERBAL_NOUN.fullmatch(form)))


def whole_forms(key: str) -> Iterator[str]:
    """A word as it is and without whose it is: قلقه, قلق."""
    yield key
    yield from (key.removesuffix(owner) for owner in (*OWNERS, HIS) if key.endswith(owner))


@cache
def demands() -> dict[str, bool]:
    """Folded words whose form does not tell whether they are verbal nouns, and whether they are: وقف, but not أسعار."""
    return {fold(row["form"]): row["deed"] == "yes" for row in table("demands.tsv")}


def is_verb_of_saying(passage: Passage, place: int) -> bool:
    """Whether another verb of saying stands at `place`, no noun of one."""
    kind = passage.tokens.kinds[place]
    if not kind & SPEECH or kind & (DEFINITE | ROLE | BODY | PREPOSITION | NAME):
        return False
    return readings(passage.tokens.keys[place])[0].tense in FINITE


def is_matter(passage: Passage, preposition: int, *, loose: bool) -> bool:
    """Whether a noun that somebody may call for stands behind a preposition: a deed, or where `loose` any but behind إلى."""
    tokens, noun = passage.tokens, preposition + 1
    kind, deed = tokens.kinds[noun], is_deed(passage, noun)
    if kind & (NO_DEED if deed else NO_MATTER):
        return False
    return deed or (loose and tokens.keys[preposition] != TO and not kind & NAME)
