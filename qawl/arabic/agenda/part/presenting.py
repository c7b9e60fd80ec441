"""Who presents something at a gathering told before, or explains something to those who came: استمع الوفد إلى شرح من | فلان.

تناول | فلان في ورقته كذا، تحدث في الجلسة الافتتاحية | فلان.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qawl.arabic.agenda.agents import fits_verb, lineup_of, parties_from, subjects_ahead
from qawl.arabic.agenda.clauses import is_comma, noun_end
from qawl.arabic.agenda.encounters import Encounter, last_of
from qawl.arabic.agenda.part.speeches import SPEAKS, giver_start, speeches
from qawl.arabic.agenda.parts import ATTENDANCE, ATTENDS, HOSTS, MEETING, VISIT, Taking
from qawl.arabic.agenda.words import poll_words
from qawl.arabic.forms import Form, forms
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import AS, CAME, OF
from qawl.arabic.lexicon import DEFINITE, PREFIX, PREPOSITION, RESUME, SETTING
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.where import words_where

# How the table of attendance tells that somebody listens, or presents something to those who are there.
LISTENS, PRESENTS, VERB = "listens", "presents", "verb"
# So many words may stand between those who listen and what they hear, and between that and who gives it.
HEARD_WITHIN, GIVEN_WITHIN = 10, 14
# So far behind a gathering its speakers are told.
REACH = 200


def presented(scene: Scene, events: list[list[Encounter]]) -> Iterator[tuple[int, Taking]]:
    """Who explains or presents something to those who are at an encounter told before, by its number."""
    clauses = [encounter.clause for told in events for encounter in told]
    for place, types, found in (*explained(scene), *presenting(scene)):
        number = last_of(events, types, place)
        if number is None or any(first <= place < stop for first, stop in clauses):
            continue
        if types != (MEETING,) or is_gathering(events[number], place):
            yield from ((number, Taking(ATTENDS, who)) for who in found)


def is_gathering(told: list[Encounter], place: int) -> bool:
    """Whether an encounter is one where some speak to others, and told shortly before `place`: ندوة، مؤتمر; not لقاء."""
    last = max((one.place for one in told if one.place < place), default=0)
    return told[0].form.row["subject"] == HOSTS and place - last < REACH


def explained(scene: Scene) -> Iterator[tuple[int, tuple[str, ...], list[Phrase]]]:
    """Who gives what others listen to, with its place: استمعوا إلى شرح من | فلان، إلى عرض حول كذا قدمه | فلان."""
    tokens = scene.tokens
    for noun in words_where(tokens, explanations().__contains__):
        if not tokens.kinds[noun] & DEFINITE and is_heard(scene, noun):
            stop = scene.passage.sentence_stop(noun)
            if (first := explainer_start(scene, noun, stop)) is not None:
                found = parties_from(scene, first, stop, listed=True)
                yield noun, (MEETING, VISIT), [one for one in found if one.named or one.role]


def is_heard(scene: Scene, noun: int) -> bool:
    """Whether somebody listens to what a noun tells: استمع الوفد خلال الجولة إلى | شرح."""
    told, start = forms(ATTENDANCE), max(scene.passage.sentence_start(noun), noun - HEARD_WITHIN)
    keys = scene.tokens.keys[start:noun]
    return any(form.is_finite and form.row["by"] == LISTENS for key in keys for form in told.get(key))


def explainer_start(scene: Scene, noun: int, stop: int) -> int | None:
    """Where those begin who give what is heard: شرح مفصل من | فلان، عروض حول الخطة قدمها | فلان; None where none is told."""
    tokens, told = scene.tokens, forms(ATTENDANCE)
    near = range(noun + 1, min(stop, noun + GIVEN_WITHIN))
    gives = (at for at in near if any(form.row["by"] == SPEAKS and form.pronoun for form in told.get(tokens.keys[at])))
    if (verb := next(gives, None)) is not None:
        return verb + 1
    at = noun_end(scene, noun, stop)
    first = at + 1 if tokens.keys[at : at + 1] == [OF] else giver_start(scene, at, stop)
    return first if lineup_of(scene, first, stop) else None


def presenting(scene: Scene) -> Iterator[tuple[int, tuple[str, ...], list[Phrase]]]:
    """Who presents something by a verb that opens its clause, with the place of that: وتناول | فلان في ورقته كذا."""
    told = forms(ATTENDANCE)
    for verb in told.places(scene.tokens):
        form = next((form for form in told[scene.tokens.keys[verb]] if presents(form)), None)
        if form is not None and (found := presenters(scene, verb, form)):
            yield verb, (MEETING,), found


def presenters(scene: Scene, verb: int, form: Form) -> list[Phrase]:
    """The persons who are the subject of a verb that opens its clause, or stand before it: تناول | فلان، أما | فلان فتناول."""
    behind = parties_from(scene, verb + 1, scene.passage.sentence_stop(verb)) if opens_clause(scene, verb) else []
    found = behind if fits_verb(scene, form, behind) else subjects_ahead(scene, verb)
    fits = found[:1] and found[0].named and fits_verb(scene, form, found)
    return [who for who in found if who.named] if fits else []


def presents(form: Form) -> bool:
    """Whether a form tells that somebody presents something, or speaks: تناول، استعرض، تحدث; not حضر."""
    speaks = form.row["by"] == VERB and form.row["part"] == ATTENDS and form.lemma != CAME
    return form.is_finite and not form.pronoun and form.tense == "perfect" and (speaks or form.row["by"] == PRESENTS)


def opens_clause(scene: Scene, verb: int) -> bool:
    """Whether nothing but و, a comma, كما, فيما or whose turn it is stands before a verb in its clause: من جهته | عرض."""
    tokens, start = scene.tokens, scene.passage.sentence_start(verb)
    at = verb - 1
    while at >= start and (tokens.keys[at] == AS or tokens.kinds[at] & (RESUME | SETTING)):
        at -= 1 + (at > start and bool(tokens.kinds[at] & SETTING and tokens.kinds[at - 1] & (PREPOSITION | PREFIX)))
    return at < start or is_and(tokens, at) or is_comma(scene, at)


@cache
def explanations() -> frozenset[str]:
    """The folded nouns of what is explained to those who are there: شرح، عروض، كلمة."""
    return poll_words("shown") | speeches()
