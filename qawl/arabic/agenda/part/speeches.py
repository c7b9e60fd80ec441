"""Who speaks at a meeting that was told, by what he says there: ألقى فلان كلمة، كلمة ألقاها فلان، بكلمة لفلان، قدم فلان ورقة."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qawl.arabic.agenda.agents import fits_verb, lineup_of, parties_from
from qawl.arabic.agenda.clauses import next_noun, noun_end
from qawl.arabic.agenda.part.doing import speaker_in
from qawl.arabic.agenda.parts import ATTENDANCE, Who
from qawl.arabic.agenda.words import poll_words
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.joints import behind_each
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ADDRESSING, DURING, EACH, HERS, HIS, IN, OCCASIONS, OF, OPEN_TA, TAKES_UP, TO_THE, bare_key
from qawl.arabic.lexicon import DEFINITE, FAMILY, NAME, NATION, ROLE, TITLE
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.where import words_where

# How the table of attendance tells who gives a speech.
SPEAKS = "speaks"
# Who gives a speech where he stands before it: وجه الوزير | كلمة للسكان.
GIVERS = NAME | FAMILY | NATION | ROLE | TITLE


def speaking(scene: Scene, verb: int, form: Form, stop: int) -> list[Phrase]:
    """Who gives a speech: ألقى | مدير المركز كلمة، كلمة ألقاها | مدير المركز."""
    found = parties_from(scene, verb + 1, stop)[:1]
    if not found or not fits_verb(scene, form, found):
        return []
    noun = verb - 1 if form.pronoun else next_noun(scene, found[0].stop, stop)
    told = noun is not None and noun >= 0 and bare_key(scene.tokens.keys[noun]) in speeches()
    return found if told else []


def given_by(scene: Scene) -> Iterator[tuple[int, list[Phrase]]]:
    """Whose speeches a text tells, with their places: استهلت الندوة بكلمة ل| مدير المركز، تلتها كلمات لكل من | فلان وفلان."""
    tokens = scene.tokens
    for noun in words_where(tokens, speeches().__contains__):
        if tokens.kinds[noun] & DEFINITE or (noun and tokens.kinds[noun - 1] & GIVERS):
            continue
        stop = scene.passage.sentence_stop(noun)
        at = noun_end(scene, noun, stop)
        found = lineup_of(scene, giver_start(scene, at, stop), stop, listed=True)
        if found and all(one.type in ("person", "unnamed") for one in found):
            yield noun, found


def giver_start(scene: Scene, place: int, stop: int) -> int:
    """Where those begin to whom ل leads, or كل من: كلمة ل| مدير المركز، كلمات لكل من | فلان وفلان; `stop` where nothing leads."""
    tokens = scene.tokens
    if place + 2 >= stop:
        return stop
    if tokens.keys[place] in (ADDRESSING, TO_THE):
        return place + 1
    if tokens.keys[place : place + 2] == [ADDRESSING + EACH, OF]:
        return place + 2
    return place if behind_each(tokens, place) > place else stop


def spoken(scene: Scene) -> Iterator[tuple[int, list[Who]]]:
    """Who says something in a speech of his own, with the place of its noun: في كلمته قال | فلان، أكد | فلان في كلمة بالمناسبة."""
    tokens = scene.tokens
    for noun in words_where(tokens, speeches().__contains__):
        if noun and tokens.keys[noun - 1] in (IN, *DURING) and is_given_there(scene, noun):
            first, stop = scene.passage.sentence_start(noun), scene.passage.sentence_stop(noun)
            if speaker := speaker_in(scene, first, noun, stop):
                yield noun, [speaker]


def is_given_there(scene: Scene, noun: int) -> bool:
    """Whether a speech is somebody's own or given where all are: كلمته، كلمة له، كلمة ألقاها بالمناسبة; not كلمة متلفزة."""
    tokens = scene.tokens
    if tokens.is_owned(noun) and not tokens.has_ta(noun):
        return True
    after = tokens.keys[noun + 1 : noun + 3]
    gives = any(form.row["by"] == SPEAKS and form.pronoun for form in forms(ATTENDANCE).get(after[0])) if after else False
    return gives or any(key in TAKES_UP for key in after[:1]) or after[1:] in [[word] for word in OCCASIONS]


@cache
def speeches() -> frozenset[str]:
    """The folded nouns of what is said before those who are there, with a pronoun too: كلمة، كلمته."""
    return frozenset(form for word in poll_words("speech") for form in (word, word + HIS, word[:-1] + OPEN_TA + HIS, word + HERS))
