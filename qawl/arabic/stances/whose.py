"""Whose stance a word tells: its subject behind it or before it, the speaker of نريد, the source of a saying.

رحب | المجلس | بالقرار، المجلس | يرحب بالقرار، «نرحب بالقرار»، استعداد | تونس | للحوار.
"""

from __future__ import annotations

from bisect import bisect_left

from qawl.arabic.findings import Range
from qawl.arabic.frames.arguments import subject_behind
from qawl.arabic.letters import CONJUNCTIONS, FUTURE, IMPERFECT_HEADS, IN_ORDER_TO, NON, PERHAPS, QUESTION_MARK, WE
from qawl.arabic.lexicon import CONJUNCTION, KAN, NEGATION, PREFIX, PREPOSED, PUNCTUATION, RELATIVE, SENTENCE_END, THAT, TIME
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.parties import gender_of
from qawl.arabic.phrases.subjects import is_of_other_gender
from qawl.arabic.reporting.deeds import is_finite
from qawl.arabic.stances.conditions import is_supposed
from qawl.arabic.stances.sides import Side, Sides
from qawl.arabic.stances.stance_words import Word
from qawl.model import Statement

# What a verb's clause begins behind.
OPENS_CLAUSE = SENTENCE_END | PUNCTUATION | CONJUNCTION | KAN | TIME | PREFIX
# What may stand between a subject and its verb behind it.
BETWEEN = KAN | TIME
# How far before its verb a subject may begin.
REACH = 14
UNREAL = ("jussive", "passive")
# A subject is carried on to a verb that is no further from the head of its sentence.
CARRIED = 30
# No verb of what is to come is so short.
SHORT = 3


def limits_of(sides: Sides, place: int) -> Range:
    """The tokens of the sentence of `place`, within the piece of what was said in which it stands."""
    passage, piece = sides.scene.passage, sides.scene.piece_at(place)
    first, stop = passage.sentence_start(place), passage.sentence_stop(place)
    return (max(first, piece.first), min(stop, piece.stop)) if piece else (first, stop)


def is_told_so(sides: Sides, word: Word, limits: Range) -> bool:
    """Whether a word tells what is: not denied, not asked, not supposed, not wanted of somebody, not only possible."""
    tokens, place = sides.tokens, word.place
    if word.form.tense in UNREAL or is_supposed(sides.scene, place, limits):
        return False
    if tokens.keys[limits[1]] == QUESTION_MARK:
        return False
    before = range(max(limits[0], place - 2), place)
    if any(tokens.kinds[at] & NEGATION or tokens.keys[at] in (NON, IN_ORDER_TO) for at in before):
        return False
    if word.form.tense in ("perfect", "noun", "participle") or place == limits[0]:
        return True
    return tokens.keys[place - 1] != PERHAPS and not tokens.kinds[place - 1] & THAT


def whose(sides: Sides, word: Word, limits: Range) -> Side | None:
    """Whose stance a word tells; its `stop` is where the rest of the clause begins."""
    if not is_told_so(sides, word, limits):
        return None
    if word.is_ours or (word.place > limits[0] and sides.tokens.keys[word.place - 1] == WE):
        return behind(sides.spoken_for(sides.scene.statement_at(word.place)), word.place)
    if word.form.tense == "noun":
        return owner(sides, word, limits)
    if (statement := sides.cues.get(sides.tokens.starts[word.place])) and statement.speaker:
        return of_saying(sides, word, statement)
    return subject(sides, word, limits)


def of_saying(sides: Sides, word: Word, statement: Statement) -> Side | None:
    """Who says a statement whose cue the word is; the clause goes on behind him where he stands behind the cue."""
    side, source = behind(sides.speaker(statement), word.place), statement.source
    if side and source and source.start > sides.tokens.starts[word.place]:
        return side._replace(stop=bisect_left(sides.tokens.starts, source.end))
    return side


def behind(side: Side | None, place: int) -> Side | None:
    """A side whose clause goes on right behind the word at `place`."""
    return side._replace(first=place, stop=place + 1) if side else None


def owner(sides: Sides, word: Word, limits: Range) -> Side | None:
    """Whose wish a noun is that opens what somebody said: the party behind it, or the speaker where it carries his pronoun."""
    piece = sides.scene.piece_at(word.place)
    if piece is None or word.place > piece.first + 1:
        return None
    if not word.form.pronoun:
        return sides.at(word.place + 1, limits[1])
    return behind(sides.speaker(piece.statement), word.place)


def subject(sides: Sides, word: Word, limits: Range) -> Side | None:
    """The party that is the subject of a verb or of a participle."""
    before = subject_before(sides, word, limits)
    if before or not word.form.is_finite or word.form.number != "s" or not opens(sides, word, limits):
        return before
    return subject_of_verb(sides, word.place, word.form.gender, limits) or carried_on(sides, word, limits)


def subject_of_verb(sides: Sides, place: int, gender: str, limits: Range) -> Side | None:
    """The party right behind a verb that agrees with it as its subject."""
    phrase = subject_behind(sides.scene.passage, place)
    if phrase is None or phrase.stop > limits[1]:
        return None
    phrase = sides.alone(phrase)
    if not sides.is_party(phrase) or is_of_other_gender(sides.tokens, place, phrase):
        return None
    if not phrase.named and gender == "m" and gender_of(sides.tokens, phrase) == "f":
        return None
    if phrase.type == "unnamed" and gender == "f" and gender_of(sides.tokens, phrase) == "m":
        return None
    return sides.of(phrase)


def carried_on(sides: Sides, word: Word, limits: Range) -> Side | None:
    """The subject of the verb at the head of a sentence, where و joins another that has none: أصدر | المجلس | بيانا، وأشاد بكذا.

    Nothing between them may begin another's clause: أن, a relative, a verb with a party behind it.
    """
    tokens, passage = sides.tokens, sides.scene.passage
    if word.place == limits[0] or not is_and(tokens, word.place - 1) or not is_led(sides, word.place + 1):
        return None
    head = passage.skip(limits[0], PREFIX)
    if head >= word.place - 1 or word.place - head > CARRIED or not is_finite(passage, head):
        return None
    side = subject_of_verb(sides, head, word.form.gender, limits)
    between = range(side.stop, word.place - 1) if side else ()
    if any(tokens.kinds[at] & (THAT | RELATIVE) or begins_clause(sides, at, limits) for at in between):
        return None
    return side._replace(first=word.place, stop=word.place + 1) if side else None


def is_led(sides: Sides, place: int) -> bool:
    """Whether a preposition stands at `place`, so that no subject does: وأشاد | بكذا."""
    return bool(sides.tokens.kinds[place] & PREPOSED)


def begins_clause(sides: Sides, place: int, limits: Range) -> bool:
    """Whether a verb with a party behind it stands at `place`."""
    return is_finite(sides.scene.passage, place) and sides.at(place + 1, limits[1]) is not None


def opens(sides: Sides, word: Word, limits: Range) -> bool:
    """Whether a clause can begin with the verb: not الشركة التي تدعم تونس، not أن تدعم تونس، بدعم تونس."""
    before, tokens = word.place - 1, sides.tokens
    if word.place > limits[0] and tokens.kinds[before] & PREFIX:
        return tokens.keys[before] in CONJUNCTIONS
    return word.place == limits[0] or bool(tokens.kinds[before] & OPENS_CLAUSE)


def subject_before(sides: Sides, word: Word, limits: Range) -> Side | None:
    """The party that heads the clause of a word and stands before it: المجلس | يرحب، إن المجلس | قد رحب."""
    side = head_before(sides, word.place, limits, word.form.tense == "future")
    return side._replace(stop=word.place + 1) if side else None


def head_before(sides: Sides, place: int, limits: Range, ahead: bool) -> Side | None:
    """The party that heads a clause and stands right before `place`, or before a relative clause if a verb tells what is `ahead`.

    إن المجلس | يرحب بكذا؛ إن المجلس | الذي زار تونس سيزور ليبيا.
    """
    tokens, stop = sides.tokens, place
    while stop > limits[0] and tokens.kinds[stop - 1] & BETWEEN:
        stop -= 1
    for first in range(max(limits[0], stop - REACH), stop):
        begins = first == limits[0] or tokens.kinds[first - 1] & (OPENS_CLAUSE | THAT)
        side = sides.at(first, stop) if begins and not tokens.kinds[first] & (RELATIVE | PREFIX) else None
        if side and (side.stop == stop or (ahead and is_relative(sides, side.stop, stop))):
            return side
    return None


def is_relative(sides: Sides, first: int, stop: int) -> bool:
    """Whether a range is one relative clause: no mark, no أن in it, no other verb of what is ahead."""
    tokens = sides.tokens
    if not tokens.kinds[first] & RELATIVE:
        return False
    return not any(tokens.kinds[at] & (THAT | PUNCTUATION) or is_ahead(sides, at) for at in range(first + 1, stop))


def is_ahead(sides: Sides, place: int) -> bool:
    """Whether what stands at `place` has the form of a verb of what is to come: سيزور، ستزور."""
    key = sides.tokens.keys[place]
    return key.startswith(FUTURE) and key[1:2] in IMPERFECT_HEADS and len(key) > SHORT
