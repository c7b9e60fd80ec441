"""Who is meant by an honour without a name: سموه، معاليه، سمو الأمير، جلالة الملك."""

from __future__ import annotations

from functools import cache

from qawl.arabic.actors import Actor
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import HIS
from qawl.arabic.lexicon import HONOUR, NAME_UNIT, OFFICE, PREPOSED, PUNCTUATION, word_classes
from qawl.arabic.phrases.honours import HONOUR_REACH, may_bear, spellings, titles_told_by, words_before
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.reporting.deeds import is_finite


def honoured_at(scene: Scene, place: int) -> Phrase | None:
    """The person whom an honour with its pronoun at `place` means, under the name the page gives: استقبل | سموه الوزير."""
    tokens = scene.tokens
    person = honoured(scene, place, tokens.keys[place]) if tokens.kinds[place] & HONOUR else None
    return named(person, place, place + 1) if person else None


def titled_alone(scene: Scene, phrase: Phrase) -> Phrase:
    """A phrase of a title without a name under the name of whom it means: سمو الأمير، صاحب الجلالة؛ itself where nobody is sure."""
    if phrase.named or not scene.tokens.kinds[phrase.first] & OFFICE:
        return phrase
    words = scene.tokens.keys[phrase.first : min(phrase.stop, phrase.first + 2)]
    honour = next((honours()[word] for word in words if word in honours()), None)
    person = honoured(scene, phrase.first, honour) if honour else None
    return named(person, phrase.first, phrase.stop) if person else phrase


@cache
def honours() -> dict[str, str]:
    """Folded honours as they stand before a name -> with their pronoun: سمو, السمو -> سموه."""
    told = (key for key, kind in word_classes().items() if kind & HONOUR)
    return {word: key for key in sorted(told) for word in spellings(key)}


def named(person: Actor, first: int, stop: int) -> Phrase:
    """A person as who is told at tokens ``first``-``stop``."""
    return Phrase(first, stop, "person", person.name, None, True)


def honoured(scene: Scene, place: int, honour: str) -> Actor | None:
    """The person who bears an honour: of several the last who did something; None where nobody is sure.

    Where the page gives it to nobody, an officer who did something and bears no other: استقبل رئيس البلاد فلان … واستقبل | سيادته.
    """
    telling = spellings(honour) | titles_told_by(honour)
    named_before = [(first, person) for person in scene.cast.people for first, _ in person.mentions if first < place]
    bearers = [told for told in named_before if not telling.isdisjoint(words_before(scene.tokens, told[0]))]
    if not bearers and honour.endswith(HIS):
        bearers = [told for told in named_before if told[1].roles and may_bear(scene.tokens, told[1], honour)]
        bearers = [told for told in bearers if is_subject(scene, told[0])]
    acting = [told for told in bearers if is_subject(scene, told[0])]
    if acting:
        return max(acting, key=lambda told: told[0])[1]
    persons = {id(person): person for _, person in bearers}
    return next(iter(persons.values())) if len(persons) == 1 else None


def is_subject(scene: Scene, name: int) -> bool:
    """Whether nothing but titles and offices stands between a verb and a name: استقبل سمو ولي العهد الأمير | سالم."""
    kinds = scene.tokens.kinds
    for place in range(name - 1, max(0, name - HONOUR_REACH - 2) - 1, -1):
        kind = kinds[place]
        if kind & (PREPOSED | PUNCTUATION | HONOUR) or (kind & NAME_UNIT and not kind & OFFICE):
            return False
        if is_finite(scene.passage, place):
            return True
    return False
