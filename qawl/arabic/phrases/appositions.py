"""What tells more of a source up to its verb or to what it said: a clause on it, an apposition behind a comma."""

from __future__ import annotations

from qawl.arabic.documents import tells_of_document
from qawl.arabic.findings import Finding, Range
from qawl.arabic.letters import ADVERB_ENDINGS, FEMININE_PLURAL, HIS, OF, OWNERS
from qawl.arabic.lexicon import (
    CALLED,
    CARRIES,
    COLON,
    COMMA,
    DEFINITE,
    DOCUMENT,
    FUNCTION,
    KAN,
    LATIN,
    MEDIA,
    NAME,
    OBJECT,
    ONE_OF,
    OPENS,
    PEOPLE,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SAYING,
    SETTING,
    SPAN,
    SPEECH,
    THAT,
    TIME,
    TITLE,
    WITHHOLD,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.hearers import addressee
from qawl.arabic.phrases.leads import is_itself
from qawl.arabic.phrases.phrase import Phrase

# How many tokens an apposition has at least that no table knows: الباكستاني الجنسية.
LEAST = 2
# What stands between a source and its verb or its content.
BEFORE_CONTENT = THAT | COLON | COMMA | PREFIX | PREPOSITION | KAN
# What is no apposition behind a comma.
NO_APPOSITION = TIME | SPAN | SETTING | SPEECH | DOCUMENT | FUNCTION | PREFIX
# Those to whom something was said behind ل, where a clause stands before it.
HEARERS = MEDIA | LATIN | ROLE | OPENS


def whole_source(passage: Passage, finding: Finding) -> Range | None:
    """The source with what tells more of it: المدير الذي يزور المدينة، سالم الكندي، أحد سكان الحي،.

    A clause that stands before the verb has its own times and places: المدير، الذي عاد أمس من عدن، قال.
    """
    phrase = finding.source
    if phrase is None:
        return None
    cue, stop = finding.cue[0] if finding.cue else phrase.first, past_same(passage, phrase)
    gap = gap_behind(passage, stop, (cue, *(first for first, _ in finding.content)))
    limit = gap or passage.sentence_stop(stop - 1)
    while (first := more_begins(passage, phrase, stop, limit, closed=gap is not None)) is not None:
        end = more_ends(passage, first, limit, before_verb=cue >= limit)
        if gap is None and any(kind & (SPEECH | THAT) for kind in passage.tokens.kinds[first:end]):
            break
        stop = end
    return phrase.first, stop


def with_clause(passage: Passage, phrase: Phrase, gap: int) -> Phrase:
    """The source behind its verb with the clause that tells more of it: المدير الذي يزور المدينة، سالم الكندي، وهو مهندس."""
    first = phrase.stop + bool(passage.tokens.kinds[phrase.stop] & COMMA)
    if first >= gap or not tells_more(passage, first):
        return phrase
    stop = more_ends(passage, first, gap)
    return named_in_clause(passage, phrase, first, stop) or phrase._replace(stop=stop)


def named_in_clause(passage: Passage, phrase: Phrase, first: int, stop: int) -> Phrase | None:
    """Somebody unnamed whose name is all that the clause on him tells: وكيل المتوفاة وهو شقيقها سالم، أحد التجار، ويدعى سالم.

    Not وهو صديق سالم.
    """
    tokens = passage.tokens
    if phrase.type != "unnamed" or not tokens.kinds[first] & (PREFIX | CALLED):
        return None
    inner = read_phrase(tokens, first + 1 + bool(tokens.kinds[first] & PREFIX), stop)
    if inner is None or not inner.named or inner.name[1] != stop:
        return None
    before = inner.name[0] - 1
    whole = tokens.kinds[before] & (PRONOUN | DEFINITE | TITLE | CALLED) or tokens.keys[before].endswith((HIS, *OWNERS))
    if not whole:
        return None
    return Phrase(phrase.first, stop, "person", inner.name, (phrase.first, phrase.stop), True)


def more_begins(passage: Passage, phrase: Phrase, stop: int, limit: int, *, closed: bool) -> int | None:
    """Where what tells more begins behind the phrase or its comma; an apposition only where its end is `closed`."""
    comma = stop < limit and bool(passage.tokens.kinds[stop] & COMMA)
    first = stop + comma
    if first + 1 >= limit:
        return None
    told = not comma and tells_of_document(passage.tokens, phrase.first, first)
    apposed = closed and comma and is_apposed(passage, phrase, first, limit)
    one_of = closed and phrase.named and bool(passage.tokens.kinds[first] & ONE_OF)
    return first if told or apposed or one_of or tells_more(passage, first) else None


def more_ends(passage: Passage, first: int, limit: int, *, before_verb: bool = False) -> int:
    """Where a clause or an apposition ends: at a comma, or at what leaves it; between two commas it has times of its own."""
    kinds, stop = passage.tokens.kinds, first + 1
    comma = next((place for place in range(first, min(limit + 1, len(passage.tokens))) if kinds[place] & COMMA), None)
    timed = comma is not None and kinds[first - 1] & COMMA
    while stop < limit and stop != comma and (before_verb or (timed and kinds[stop] & TIME) or not leaves(passage, stop, limit)):
        stop += 1
    while stop > first + 1 and kinds[stop - 1] & PREFIX:
        stop -= 1
    return stop


def past_same(passage: Passage, phrase: Phrase) -> int:
    """Where a phrase ends with the word that takes up the noun before it: المصدر نفسه، الوكالة ذاتها."""
    stop = phrase.stop
    return stop + 1 if is_itself(passage.tokens, stop) and passage.tokens.kinds[stop - 1] & DEFINITE else stop


def gap_behind(passage: Passage, stop: int, places: tuple[int, ...]) -> int | None:
    """Where what stands behind a source ends, before its verb or what opens the content; None where neither follows."""
    kinds = passage.tokens.kinds
    gap = min((place for place in places if place >= stop), default=None)
    while gap is not None and gap > stop and (kinds[gap - 1] & BEFORE_CONTENT or gap - 1 in passage.opening):
        gap -= 1
    return gap


def tells_more(passage: Passage, place: int) -> bool:
    """Whether a clause on the noun before it begins here: الذي، وهو، ويدعى، واسمه، طلب عدم ذكر اسمه."""
    kinds = passage.tokens.kinds
    joined = bool(kinds[place] & PREFIX) and bool(kinds[place + 1] & PRONOUN or gives_name(passage, place + 1))
    joined = joined or (gives_name(passage, place) and bool(kinds[place - 1] & COMMA))
    withheld = bool(kinds[place] & (SPEECH | WITHHOLD)) and bool(kinds[place + 1] & OBJECT)
    return joined or withheld or bool(kinds[place] & RELATIVE and kinds[place] & DEFINITE)


def gives_name(passage: Passage, place: int) -> bool:
    """Whether a word leads to the name of the one before it, and to nothing that he claims: يدعى سالم، اسمها سلمى."""
    kind, after = passage.tokens.kinds[place], passage.tokens.kinds[place + 1]
    return bool(kind & (CALLED | OBJECT) and after & NAME) and not kind & SPEECH


def is_apposed(passage: Passage, phrase: Phrase, place: int, gap: int) -> bool:
    """Whether a noun behind the comma tells who the source is: أحد سكان الحي، نجل المدير، البالغة من العمر، أعلى مسؤول."""
    kind = passage.tokens.kinds[place]
    several = kind & DEFINITE and passage.tokens.keys[place].endswith(FEMININE_PLURAL)
    if kind & NO_APPOSITION or several or phrase.type in ("group", "country"):
        return False
    if not kind and phrase.named and place + 1 < gap and passage.tokens.kinds[place + 1] & (ROLE | PEOPLE):
        return passage.text[passage.tokens.ends[place] - 1] not in ADVERB_ENDINGS[:2]
    return bool(kind & (ONE_OF | PEOPLE | ROLE | TITLE | DEFINITE)) and gap - place >= LEAST


def leaves(passage: Passage, place: int, gap: int) -> bool:
    """Whether the time or occasion of the saying, those who were told, or the saying itself begins behind a clause."""
    tokens, kind = passage.tokens, passage.tokens.kinds[place]
    if kind & TIME:
        return tokens.keys[place - 1] != OF
    if place + 1 >= len(tokens):
        return False
    if kind & PREFIX:
        return bool(tokens.kinds[place + 1] & HEARERS) and addressee(tokens, place + 1, gap)
    return bool(kind & (SAYING | CARRIES)) or bool(kind & PREPOSITION and tokens.kinds[place + 1] & SETTING)
