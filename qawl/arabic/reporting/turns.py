"""Conversations: paragraphs that open with whose turn it is and a colon (س: … / ج: …, الساحل: … / فلان: …), or questions and
answers in turn. The answers are statements, each with all of its paragraphs; the questions say nothing.

A list of names or hours before colons is no conversation: somebody must ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from qawl.arabic.actors import Actor
from qawl.arabic.findings import ASKED, PLACED, Finding, Range
from qawl.arabic.letters import OF_MINE, TO_HER, WITH, bare_key, fold
from qawl.arabic.lexicon import (
    BREAK,
    COLON,
    FUNCTION,
    LATIN,
    MEDIA,
    NAME,
    NEGATION,
    NUMBER,
    OPENS,
    PREPOSITION,
    PUNCTUATION,
    ROLE,
    SPEECH,
    STOP,
    TIME,
)
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.phrase import Phrase
from qawl.tables import table

# A label before a colon has at most this many tokens, a question of its own paragraph this many.
LONGEST_LABEL = 9
LONGEST_QUESTION = 90
# A paragraph that goes on with an answer has this many tokens where only its place shows whose it is.
LEAST_PARAGRAPH = 16
# Questions and answers without labels are a conversation from so many on.
LEAST_TURNS = 2
# How far behind a word for conversation its partner may stand.
REACH = 14
SIGNS = ":/-–—"
QUESTION_MARKS = frozenset("؟?")
ASKS, ANSWERS, TALK, HOST, MET, WE, YOU = "asks", "answers", "talk", "host", "met", "we", "you"
Label = tuple[str, ...]


class Turn(NamedTuple):
    """A paragraph: the mark that opens it (`*`, `-`, empty where none does), its label (empty where it has none), where label,
    own words and paragraph begin and end, and whether it ends in a question mark.
    """

    sign: str
    label: Label
    first: int
    start: int
    stop: int
    is_question: bool


@cache
def words(kind: str) -> frozenset[str]:
    """The folded words of one class of turns.tsv."""
    return frozenset(fold(row["form"]) for row in table("turns.tsv") if row["class"] == kind)


def find_turns(passage: Passage) -> dict[int, Finding | None]:
    """Token before what is said -> the answer that begins there, None where a question does; empty where nobody asks."""
    if QUESTION_MARKS.isdisjoint(passage.tokens.keys):
        return {}
    turns = list(read_turns(passage))
    labelled = grouped(turn for turn in turns if turn.label)
    if (ASKS,) in labelled and (ANSWERS,) in labelled:
        return taken(passage, turns, {(ASKS,)}, {(ANSWERS,)})
    asking = {label for label, own in labelled.items() if asks(passage, own)}
    replies = grouped(turn for before, turn in pairwise(turns) if turn.label and is_asked(before, asking))
    answering = {label for label, own in replies.items() if label not in asking and len(own) >= LEAST_TURNS}
    if answering:
        return taken(passage, turns, asking, answering)
    return placed(passage, turns)


def read_turns(passage: Passage) -> Iterator[Turn]:
    """The paragraphs of a passage, but for what is no article."""
    first = 0
    while first < len(passage.tokens):
        stop = passage.paragraph_stop(first)
        turn = read_turn(passage, first, stop)
        if turn.start < stop and not passage.is_chrome(first):
            yield turn
        first = stop + 1


def read_turn(passage: Passage, first: int, stop: int) -> Turn:
    """A paragraph as a turn."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    sign = ""
    while first < stop and kinds[first] & PUNCTUATION and not kinds[first] & OPENS:
        sign = keys[first]
        first += 1
    last = stop
    while last > first and kinds[last - 1] & PUNCTUATION and keys[last - 1] not in QUESTION_MARKS:
        last -= 1
    is_question = last > first and keys[last - 1] in QUESTION_MARKS
    label, start = letter(passage, first, stop) or named(passage, first, stop) or ((), first)
    return Turn(sign, label, first, start, stop, is_question)


def letter(passage: Passage, first: int, stop: int) -> tuple[Label, int] | None:
    """س: / ج 2 - / السؤال الأول: and where what is said begins."""
    tokens = passage.tokens
    key = tokens.keys[first] if first < stop else ""
    label = ASKS if key in words(ASKS) else ANSWERS if key in words(ANSWERS) else None
    if label is None:
        return None
    sign = first + 1
    if sign < stop and (tokens.kinds[sign] & NUMBER or (len(key) > 1 and not tokens.kinds[sign] & PUNCTUATION)):
        sign += 1
    return ((label,), sign + 1) if sign < stop and tokens.keys[sign] in SIGNS else None


def named(passage: Passage, first: int, stop: int) -> tuple[Label, int] | None:
    """The words of a label before a colon, and where what is said begins; None where none stands there."""
    tokens = passage.tokens
    for place in range(first, min(stop, first + LONGEST_LABEL)):
        kind = tokens.kinds[place]
        if kind & COLON:
            label = tuple(bare_key(key) for key in tokens.keys[first:place])
            return (label, place + 1) if place > first else None
        if (
            (kind & STOP and not passage.is_abbreviation(place))
            or kind & (NUMBER | TIME)
            or (kind & (SPEECH | FUNCTION) and not kind & (NAME | ROLE | PREPOSITION))
        ):
            return None
    return None


def grouped(turns: Iterable[Turn]) -> dict[Label, list[Turn]]:
    """Label -> its turns in order."""
    groups: dict[Label, list[Turn]] = {}
    for turn in turns:
        groups.setdefault(turn.label, []).append(turn)
    return groups


def asks(passage: Passage, own: list[Turn]) -> bool:
    """Whether the turns of one label ask: most are questions, or one of a paper's or a station's is."""
    questions = sum(turn.is_question for turn in own)
    medium = passage.tokens.kinds[own[0].first] & (MEDIA | LATIN | OPENS)
    return len(own) >= LEAST_TURNS and (questions > len(own) / 2 or bool(medium and questions))


def is_asked(before: Turn, asking: set[Label]) -> bool:
    """Whether a paragraph is a question, or the turn of somebody who asks."""
    return before.label in asking or (before.is_question and not before.label)


def colon_of(turn: Turn) -> int:
    """The token before what is said: a colon, a dash, a line end."""
    return turn.start - 1


def speaker_of(passage: Passage, turn: Turn) -> Phrase | None:
    """The label of a turn as the source of what is said, without a shortened title; words that are no known phrase are a name."""
    tokens, stop = passage.tokens, colon_of(turn)
    first = max((place + 1 for place in range(turn.first, stop) if tokens.kinds[place] & STOP), default=turn.first)
    phrase = read_phrase(tokens, first, stop)
    if phrase and phrase.stop == stop:
        return phrase
    plain = first < stop and not any(kind & (PUNCTUATION | FUNCTION | NUMBER) for kind in tokens.kinds[first:stop])
    return Phrase(first, stop, "person", (first, stop), None, True) if plain else None


def taken(passage: Passage, turns: list[Turn], asking: set[Label], answering: set[Label]) -> dict[int, Finding | None]:
    """The turns of a conversation with labels."""
    found: dict[int, Finding | None] = {colon_of(turn): None for turn in turns if turn.label in asking}
    for number, turn in enumerate(turns):
        if turn.label in answering:
            content = pieces_of(passage, turn, following(turns, number, asking, answering))
            source = None if turn.label == (ANSWERS,) else speaker_of(passage, turn)
            form = "name" if source else ASKED
            found[colon_of(turn)] = Finding("answer", colon_of(turn), None, None, source, content, form)
    return found


def following(turns: list[Turn], number: int, asking: set[Label], answering: set[Label]) -> list[Turn]:
    """The paragraphs of an answer after its first, up to the next turn; none after the last one, which may be the author's."""
    known = asking | answering
    stop = next((at for at in range(number + 1, len(turns)) if ends_answer(turns[at], known, asking)), None)
    return [] if stop is None else turns[number + 1 : stop]


def ends_answer(turn: Turn, known: set[Label], asking: set[Label]) -> bool:
    """Whether the next turn begins: a known label, or a question where questions have none."""
    return turn.label in known or (not asking and turn.is_question)


def pieces_of(passage: Passage, turn: Turn, rest: Iterable[Turn]) -> tuple[Range, ...]:
    """What an answer says: its own words and the paragraphs that go on."""
    return words_in(passage, turn.start, turn.stop), *(words_in(passage, piece.first, piece.stop) for piece in rest)


def words_in(passage: Passage, first: int, stop: int) -> Range:
    """What a paragraph says: within its marks where it is one quotation from end to end."""
    first, stop = passage.trim(first, stop)
    quote = passage.opening.get(first)
    return (quote.first, quote.stop) if quote and quote.close >= stop - 1 else (first, stop)


def placed(passage: Passage, turns: list[Turn]) -> dict[int, Finding | None]:
    """Answers that only their place shows: the paragraph after each question of an interview."""
    pairs = [
        (before, turn) for before, turn in pairwise(turns) if is_plain_question(before) and not (turn.is_question or turn.label)
    ]
    if len(pairs) < LEAST_TURNS or not is_interview(passage, pairs):
        return {}
    found: dict[int, Finding | None] = {}
    for number, turn in enumerate(turns):
        if number and is_plain_question(turns[number - 1]) and not (turn.is_question or turn.label):
            rest = takewhile(goes_on, following(turns, number, set(), set()))
            found[colon_of(turn)] = Finding(PLACED, colon_of(turn), None, None, None, pieces_of(passage, turn, rest), ASKED)
    return found


def goes_on(turn: Turn) -> bool:
    """Whether a paragraph behind an answer is long enough to go on with it: a heading is not, nor a question without its mark."""
    return turn.stop - turn.start >= LEAST_PARAGRAPH


def is_plain_question(turn: Turn) -> bool:
    """Whether a paragraph of its own asks."""
    return turn.is_question and not turn.label and turn.stop - turn.start <= LONGEST_QUESTION


def is_interview(passage: Passage, pairs: list[tuple[Turn, Turn]]) -> bool:
    """Whether somebody is asked and answers, and the author does not ask himself what he then explains.

    Marks tell who speaks, or a conversation was announced; and about half of the turns speak of themselves or to each other.
    """
    marked = all(question.sign and question.sign != turn.sign for question, turn in pairs)
    announced = not words(TALK).isdisjoint(passage.tokens.keys[: pairs[0][0].first])
    personal = sum(is_addressed(passage, question) or is_personal(passage, turn) for question, turn in pairs)
    return (marked or announced) and 2 * personal >= len(pairs) - 1


def speaks_of(passage: Passage, turn: Turn, kind: str) -> bool:
    """Whether a turn has a word of one class."""
    return not words(kind).isdisjoint(passage.tokens.keys[turn.start : turn.stop])


def is_addressed(passage: Passage, turn: Turn) -> bool:
    """Whether a turn speaks to somebody: هل لديكم, كيف تقرئين."""
    return speaks_of(passage, turn, YOU) or any(TO_HER.match(key) for key in passage.tokens.keys[turn.start : turn.stop])


def is_personal(passage: Passage, turn: Turn) -> bool:
    """Whether whoever has the turn speaks of himself: أعتقد, لن أستقيل."""
    tokens = passage.tokens
    refused = (place + 1 for place in range(turn.start, turn.stop - 1) if tokens.kinds[place] & NEGATION)
    return speaks_of(passage, turn, WE) or any(passage.text[tokens.starts[place]] == OF_MINE for place in refused)


def guest(passage: Passage, people: list[Actor], spoken: list[tuple[Finding, Actor]], first: int) -> Actor | None:
    """Who is asked, by the words before the first turn: the one named behind مع after a word for conversation, the one who speaks
    in a conversation, or the only one named, who must speak there too or be whom the paper met.
    """
    mentioned = [(person, mention) for person in people for mention in person.mentions if mention[0] < first]
    partners = {person for person, mention in mentioned if is_partner(passage, mention)}
    talked = {actor for finding, actor in spoken if actor.type == "person" and is_in_talk(passage, finding)}
    there = {person for person, mention in mentioned if is_told_of(passage, mention)}
    met = not words(MET).isdisjoint(passage.tokens.keys[:first])
    alone = there if met or there <= {actor for _, actor in spoken} else set()
    chosen = partners or talked or alone
    return next(iter(chosen)) if len(chosen) == 1 else None


def is_in_talk(passage: Passage, finding: Finding) -> bool:
    """Whether something was said in a conversation: قال فلان في حوار مع الصحيفة."""
    sentence = passage.tokens.keys[passage.sentence_start(finding.place) : passage.sentence_stop(finding.place)]
    return not words(TALK).isdisjoint(sentence)


def is_told_of(passage: Passage, mention: Range) -> bool:
    """Whether a mention is more than the name of the one who asks: a line of its own, حاورته فلانة."""
    first, stop = mention
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    if not words(HOST).isdisjoint(keys[max(0, first - 3) : first]) or (first and keys[first - 1] in words(TALK)):
        return False
    closed = stop >= len(passage.tokens) or bool(kinds[stop] & BREAK)
    return not (closed and (first == 0 or bool(kinds[first - 1] & (COLON | BREAK))))


def is_partner(passage: Passage, mention: Range) -> bool:
    """Whether a word for conversation and مع stand before a mention: حوار مع الروائي فلان."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    for place in range(mention[0] - 1, max(0, mention[0] - REACH), -1):
        if kinds[place] & (STOP | BREAK):
            return False
        if kinds[place] & PREPOSITION and keys[place] == WITH:
            return not words(TALK).isdisjoint(keys[max(0, place - REACH) : place])
    return False
