"""What must stand round a word for it to carry its flag: إن على الوزير أن، قد يعود، عدم الحضور.

Each shape is asked with the passage, the words' first token, the one behind them, and where the content stops; it gives the tokens
that carry the flag, or None.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from qawl.arabic.findings import Range
from qawl.arabic.letters import (
    ALEF,
    BARE_THAT,
    CONJUNCTIONS,
    DAMMA,
    DOING,
    DONE,
    IMPERFECT_HEADS,
    JOINS_FREELY,
    MADDA,
    NO,
    OF,
    OURS,
    SEATED,
    SEATED_WAW,
    SHADDA,
    TANWIN,
    UPON,
    VERB_PLURAL,
    WRITTEN_INNA,
    YA,
)
from qawl.arabic.lexicon import (
    BODY,
    BREAK,
    CONJUNCTION,
    CONTRAST,
    DEFINITE,
    DEMONSTRATIVE,
    FUNCTION,
    HUMAN,
    LATIN,
    NAME_UNIT,
    NUMBER,
    PLACES,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    SPEECH,
    THAT,
    TIME,
)
from qawl.arabic.ordinary import frequencies
from qawl.arabic.passage import Passage
from qawl.arabic.stances.flag_words import CHOICE, entries, phrases

Shape = Callable[[Passage, int, int, int], Range | None]
NO_NOUN = PUNCTUATION | FUNCTION & ~DEMONSTRATIVE
PARTY = HUMAN | NAME_UNIT | PLACES | BODY
NAMED = NAME_UNIT | PLACES | LATIN
# أن stands so near behind a verb of hope or opinion.
THAT_REACH = 5
# أن stands so near behind على and whoever has to do something.
DUTY_REACH = 9
# Who did it stands so near behind a passive.
AGENT_REACH = 10
# An imperfect in ت stands in ي so often, and so many times as often as behind ي: تكون, but not تفاعل.
VERB_FROM, VERB_TIMES = 30, 20


@cache
def agents() -> frozenset[tuple[str, ...]]:
    """The pairs of tokens that lead to who did it."""
    return frozenset(phrase.words for phrase in phrases() if phrase.shape == "agent")


def alone(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """The words themselves."""
    del passage, stop
    return first, then


def with_next(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """The words with the one behind them: لا | نستخف."""
    return first, then + (then < stop and not passage.tokens.kinds[then] & (PUNCTUATION | PREFIX))


def fused(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """A س with the verb that it is joined to: س | يوضح."""
    return (first, then + 1) if then < stop and passage.tokens.ends[first] == passage.tokens.starts[then] else None


def unjoined(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """إن at the head of a condition, as it is written and without و: إن كان; not بعد أن كان، وإن كان."""
    del stop
    tokens = passage.tokens
    joined = first > 0 and tokens.keys[first - 1] == JOINS_FREELY
    return None if joined or not tokens.surface(first, first + 1).startswith(WRITTEN_INNA) else (first, then)


def before_that(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """A verb with its أن in the same clause: يرى الوزير أن; not يرى الباب."""
    for place in range(then, min(stop, then + THAT_REACH)):
        if passage.tokens.kinds[place] & THAT:
            return first, then
        if passage.tokens.kinds[place] & PUNCTUATION:
            break
    return None


def with_madda(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """A verb of the first person that is a noun without its madda: آمل أن; not أمل."""
    return before_that(passage, first, then, stop) if passage.tokens.surface(first, then).startswith(MADDA) else None


def unseated(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """A word that is another one with a hamza: يود; not يؤد."""
    del stop
    return None if SEATED_WAW in passage.tokens.surface(first, then) else (first, then)


def possible(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """What can be: يمكنها أن; not يمكنها من كذا, which enables her."""
    tokens = passage.tokens
    enables = (then < stop and tokens.keys[then] == OF) or SHADDA in tokens.surface(first, then)
    return None if enables else (first, then)


def mine(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """What I shall do, by its hamza: سأعود; not سافر."""
    del stop
    return (first, then) if passage.tokens.surface(first, then)[1:2] in tuple(SEATED) else None


def before_noun(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """What denies the word behind it: عدم الحضور، غير مغلق، دون أن; not غير المدير, which is somebody else."""
    if then >= stop or passage.tokens.kinds[then] & (NO_NOUN & ~THAT):
        return None
    kind = passage.tokens.kinds[then]
    return None if kind & PARTY and not kind & ~(PARTY | DEFINITE) else (first, then + 1)


def without(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """دون before what is not there: دون مفتاح; not دون 18 عاما."""
    return None if then < stop and passage.tokens.kinds[then] & (NUMBER | TIME) else before_noun(passage, first, then, stop)


def merely(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """وحسب at the end of what it limits; not وحسب قوله."""
    ends = then >= stop or passage.tokens.kinds[then] & (PUNCTUATION | PREFIX | CONJUNCTION | CONTRAST)
    return (first, then) if ends else None


def condition(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """إذا and لو before a clause: إذا عاد؛ not إذا، which is so; not ولو, nor a name's لو."""
    tokens = passage.tokens
    if then >= stop or tokens.kinds[then] & (PUNCTUATION | NAMED) & ~DEFINITE or TANWIN in tokens.surface(first, then):
        return None
    if tokens.keys[first].startswith(ALEF):
        return first, then
    before = tokens.kinds[first - 1] if first else BREAK
    joined = first > 0 and tokens.keys[first - 1] == JOINS_FREELY
    return None if joined or before & NAMED else (first, then)


def perhaps(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """قد before an imperfect: قد يعود، قد لا يعود; not قد تفاعل, which is done."""
    verb = then
    if verb < stop and passage.tokens.keys[verb] == NO:
        verb += 1
    return (first, verb + 1) if verb < stop and is_sure_imperfect(passage.tokens.keys[verb]) else None


def is_sure_imperfect(key: str) -> bool:
    """Whether a verb is an imperfect and no perfect: يعود, تكون; not تفاعل, نجح, nor what may be both: تقدم."""
    if key.startswith(YA):
        return len(key) > 2
    known = frequencies()
    his = known.get(YA + key[1:], 0)
    return key.startswith(tuple(IMPERFECT_HEADS[1:])) and his >= VERB_FROM and his > VERB_TIMES * known.get(YA + key, 0)


def duty(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """What somebody has to do, at the head of its clause: وعلى الوزير أن يعود، إن علينا أن نعود."""
    tokens, that = passage.tokens, then
    if not heads_clause(passage, first) or then >= stop:
        return None
    if tokens.keys[first] == UPON:
        party = tokens.kinds[then] & (PARTY | DEFINITE | DEMONSTRATIVE)
        reach = range(then + 1, min(stop - 1, then + DUTY_REACH))
        ends = PUNCTUATION | SPEECH | THAT
        that = next((at for at in reach if tokens.kinds[at] & ends or tokens.keys[at] in BARE_THAT), stop) if party else stop
    told = that < stop - 1 and tokens.keys[that] in BARE_THAT and tokens.keys[that + 1].startswith(tuple(IMPERFECT_HEADS))
    return (first, that + 1) if told else None


def heads_clause(passage: Passage, place: int) -> bool:
    """Whether a clause begins at `place`: behind a mark, أن, لكن, or و and ف."""
    if place == 0:
        return True
    before = passage.tokens.kinds[place - 1]
    joined = before & PREFIX and passage.tokens.keys[place - 1] in CONJUNCTIONS
    return bool(joined or before & (PUNCTUATION | THAT | CONTRAST | CONJUNCTION))


def adverb(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """A word in ا that tells how: نوافق مبدئيا; not اتفاقا مبدئيا, where it is the adjective of a noun."""
    del stop
    before = passage.tokens.keys[first - 1] if first else ""
    return None if before.endswith(ALEF) and not before.endswith((OURS, VERB_PLURAL)) else (first, then)


def chosen(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """The manner that the speaker chooses: بالشكل الذي نختاره; not بالشكل الذي نعرفه."""
    choice = then < stop and any(entry.shape == CHOICE and len(entry.words) == 1 for entry in entries(passage.tokens.keys[then]))
    return (first, then + 1) if choice else None


def done(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """The noun of a deed that nobody is told to have done: تم توقيع الاتفاق، يجري تنفيذ الخطة; not تم من قبل الوزير."""
    tokens = passage.tokens
    noun = passage.skip(then, TIME)
    if (
        noun >= stop
        or tokens.kinds[noun] & (NO_NOUN | PREFIX)
        or tokens.kinds[noun - 1] & PREPOSITION
        or has_agent(passage, noun, stop)
    ):
        return None
    runs = not tokens.keys[first].endswith(DONE) and not DOING.match(tokens.keys[noun])
    return None if runs else (first, noun + 1)


def has_agent(passage: Passage, place: int, stop: int) -> bool:
    """Whether it is told who did it: من قبل الوزير، على يد الحارس."""
    keys = passage.tokens.keys[place : min(stop, place + AGENT_REACH)]
    return any(pair in agents() for pair in pairwise(keys))


def bare(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """A verb that needs an object and has none behind it, so that its subject undergoes it: اعتقلوا في المدينة."""
    free = then >= stop or passage.tokens.kinds[then] & (PUNCTUATION | PREPOSITION | PREFIX)
    return (first, then) if free and not has_agent(passage, then, stop) else None


def undergone(passage: Passage, first: int, then: int, stop: int) -> Range | None:
    """A verb whose damma tells that its subject undergoes it: يُقتلون."""
    damma = passage.tokens.surface(first, then)[1:2] == DAMMA
    return (first, then) if damma and not has_agent(passage, then, stop) else None


SHAPES: dict[str, Shape] = {
    "alone": alone,
    "assent": alone,
    "but": alone,
    "except": alone,
    "only": alone,
    "rather": alone,
    "fused": fused,
    "verb": with_next,
    "unjoined": unjoined,
    "that": before_that,
    "madda": with_madda,
    "unseated": unseated,
    "possible": possible,
    "mine": mine,
    "noun": before_noun,
    "nothing": without,
    "merely": merely,
    "whether": condition,
    "perhaps": perhaps,
    "duty": duty,
    "adverb": adverb,
    "so": chosen,
    "done": done,
    "bare": bare,
    "damma": undergone,
}
