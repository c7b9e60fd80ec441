"""How the parties of a passage stand towards each other: by words of stance, by encounters, by who is left out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from qawl.arabic.findings import Range
from qawl.arabic.forms import Form
from qawl.arabic.frames.scene import Scene
from qawl.arabic.letters import ADDRESSING, UPON
from qawl.arabic.lexicon import CONTRAST, DEMONSTRATIVE
from qawl.arabic.stances.codes import code_of
from qawl.arabic.stances.conditions import condition_of
from qawl.arabic.stances.meetings import relations_of_events
from qawl.arabic.stances.sides import Side, Sides
from qawl.arabic.stances.stance_words import BOND, ENVOYS, HOLDS, MAKES, READY, TELLS, VOICES, WANTS, Word, noun_by, stance_words
from qawl.arabic.stances.towards import (
    allowed,
    bond_behind,
    lead_behind,
    leads_of,
    met,
    object_at,
    object_named,
    others,
    proposed_by,
    stance_noun,
    subject_of,
    takes_up,
    targets,
    tied,
)
from qawl.arabic.stances.whose import behind, limits_of, whose
from qawl.model import Event, Relation, Stance, hash_id
from qawl.tables import Row

RESERVATION: Stance = "reservation"


class Clause(NamedTuple):
    """A word of stance and whose stance it tells, the tokens of its sentence, where that ends, and the condition in it."""

    word: Word
    actor: Side
    stop: int
    limits: Range
    condition: Range | None


class Found(NamedTuple):
    """Towards whom a word tells a stance, the row and the tense that say which; ``actor``: whose it is, if not the subject's."""

    targets: list[Side]
    row: Row
    tense: str
    more: tuple[Stance, ...] = ()
    actor: Side | None = None


def find_relations(scene: Scene, events: tuple[Event, ...]) -> tuple[Relation, ...]:
    """The relations that a passage tells, in text order; one that is told again in the same voice is one with more evidence."""
    sides = Sides(scene)
    told = (relation for word in stance_words(scene) for relation in relations_of_word(sides, word))
    found = merged((*told, *relations_of_events(sides, events)))
    return tuple(sorted(found, key=lambda relation: relation.evidence[0].start))


def merged(relations: Iterable[Relation]) -> list[Relation]:
    """Relations with those that say the same joined to the first of them."""
    found: dict[tuple[object, ...], Relation] = {}
    for relation in relations:
        condition = relation.condition.text if relation.condition else None
        key = (relation.actor.name, relation.target.name, relation.stance, relation.code, condition, relation.according_to)
        first = found.get(key)
        found[key] = replace(first, evidence=(*first.evidence, *relation.evidence)) if first else relation
    return list(found.values())


def relations_of_word(sides: Sides, word: Word) -> Iterator[Relation]:
    """The relations that a word of stance tells, one for each party towards which it does."""
    if sides.scene.passage.is_chrome(word.place):
        return
    limits = limits_of(sides, word.place)
    actor = whose(sides, word, limits)
    if actor is None:
        return
    clause = Clause(word, actor, limits[1], limits, condition_of(sides.scene, word.place, limits))
    if found := RULES[word.form.row["by"]](sides, clause):
        voiced_by = None
        if found.actor:
            clause, voiced_by = clause._replace(actor=found.actor), clause.actor.party.name
        for target in found.targets:
            relation = relation_of(sides.scene, clause, found, target)
            yield replace(relation, according_to=voiced_by) if voiced_by else relation


def relation_of(scene: Scene, clause: Clause, found: Found, target: Side) -> Relation:
    """One relation; under a condition it has no code, for nothing is agreed or done yet."""
    actor, condition = clause.actor.party, clause.condition
    evidence = scene.span(evidence_of(scene, clause, target))
    stance = (found.row["stance"], *found.more)
    name, statement = scene.teller(clause.word.place)
    return Relation(
        id=hash_id("relation", evidence.start, actor.name, target.party.name, *stance),
        actor=actor,
        target=target.party,
        stance=stance,  # type: ignore[arg-type]
        code=None if condition else code_of(found.row, found.tense),
        condition=scene.span(condition) if condition else None,
        according_to=name,
        statement=statement,
        evidence=(evidence,),
    )


def evidence_of(scene: Scene, clause: Clause, target: Side) -> Range:
    """The words that tell a relation: from the actor or the word to the target, all of the clause where that stands elsewhere."""
    place = clause.word.place
    first = clause.actor.first if clause.limits[0] <= clause.actor.first < place else place
    if first < target.first and target.stop <= clause.stop and clause.condition is None:
        return first, max(target.stop, clause.actor.stop)
    return scene.passage.trim(*clause.limits)


# -- what each kind of row tells

Rule = Callable[[Sides, Clause], Found | None]


def told(sides: Sides, clause: Clause) -> Found | None:
    """A verb that tells a stance by itself: ندد الحزب بقرار | الحكومة; إذا وافقت تونس فإن المجلس يرحب بذلك is towards تونس."""
    row, actor = clause.word.form.row, clause.actor
    found = targets(sides, row, actor, clause.stop)
    if not found and clause.condition and (lead := lead_behind(sides, actor.stop, clause.stop, leads_of(row))):
        doer = subject_of(sides, clause.condition) if takes_up(sides, lead) else None
        found = others(actor, [doer]) if doer else []
    return Found(found, row, clause.word.form.tense)


def held(sides: Sides, clause: Clause) -> Found | None:
    """A verb and its object: فرض المجلس عقوبات على | تونس، حمل المجلس | تونس | المسؤولية."""
    return held_behind(sides, clause, clause.actor.stop, clause.word.form)


def held_behind(sides: Sides, clause: Clause, first: int, form: Form) -> Found | None:
    """Towards whom the object that stands behind `first` is, by the row of a form."""
    (_, actor, stop, *_), row = clause, form.row
    noun = object_named(sides, row, first, stop)
    if noun is None:
        return None
    if not leads_of(row):
        return Found(allowed(row, others(actor, sides.all_at(first, noun))), row, form.tense)
    lead = lead_behind(sides, noun + 1, stop, leads_of(row))
    return Found(met(sides, lead + 1, actor, stop), row, form.tense) if lead is not None else None


def envoys(sides: Sides, clause: Clause) -> Found | None:
    """What is done to another's envoy is towards the one who sent him: طردت تونس سفير | ليبيا."""
    (word, actor, stop, *_), row = clause, clause.word.form.row
    noun = object_named(sides, row, actor.stop, min(stop, actor.stop + 1))
    if noun is None:
        return None
    sender = sides.at(noun + 1, stop) or sides.at(noun, stop)
    return Found(others(actor, [sender]) if sender else [], row, word.form.tense)


def made(sides: Sides, clause: Clause) -> Found | None:
    """A verb that makes or ends a bond: قطعت تونس علاقاتها مع | ليبيا."""
    word, actor, stop, *_ = clause
    if actor.stop >= stop or not noun_by(sides.tokens, actor.stop, BOND):
        return None
    return Found(tied(sides, actor.stop, actor, stop), word.form.row, word.form.tense)


def wanted(sides: Sides, clause: Clause) -> Found | None:
    """A wish for a bond: يريد المجلس علاقات أوثق مع | تونس."""
    word, actor, stop, *_ = clause
    bond = bond_behind(sides, actor, stop)
    return Found(tied(sides, bond, actor, stop), word.form.row, "present") if bond is not None else None


def ready(sides: Sides, clause: Clause) -> Found | None:
    """Readiness for a bond, with a reservation where something is set against it: نحن مستعدون للحوار مع | تونس، لكن."""
    word, actor, stop, *_ = clause
    lead = lead_behind(sides, actor.stop, min(stop, actor.stop + 2), (ADDRESSING, UPON))
    if lead is None:
        return None
    noun = sides.scene.passage.skip(lead + 1, DEMONSTRATIVE)
    if noun >= stop or not noun_by(sides.tokens, noun, BOND):
        return None
    found = tied(sides, noun, actor, stop)
    if not found and noun > lead + 1:
        found = others(actor, proposed_by(sides, noun))
    against = any(kind & CONTRAST for kind in sides.tokens.kinds[noun:stop])
    return Found(found, word.form.row, "present", (RESERVATION,) if against else ())


def voiced(sides: Sides, clause: Clause) -> Found | None:
    """A stance that somebody voices by its noun: أعربت تونس عن دعمها ل | ليبيا; also another's: أكد الوزير حرص تونس على كذا."""
    stop = clause.stop
    actor = clause.actor._replace(stop=object_at(sides, clause.actor.stop, stop))
    found = stance_noun(sides, actor, stop)
    if found is None:
        return None
    noun, form = found
    if form.row["by"] == WANTS:
        wisher = behind(actor, noun) if form.pronoun else sides.at(noun + 1, stop)
        bond = bond_behind(sides, wisher, stop) if wisher else None
        if wisher is None or bond is None:
            return None
        return Found(tied(sides, bond, wisher, stop), form.row, "present", actor=None if form.pronoun else wisher)
    if form.row["by"] == HOLDS:
        return held_behind(sides, clause, noun + 1, form)
    if form.row["by"] == MAKES:
        bond = noun + 1 if noun + 1 < stop and noun_by(sides.tokens, noun + 1, BOND) else None
        return Found(tied(sides, bond, actor, stop), form.row, "present") if bond else None
    lead = lead_behind(sides, noun + 1, min(stop, noun + 4), leads_of(form.row) or (ADDRESSING,))
    if lead is None:
        return None
    return Found(allowed(form.row, met(sides, lead + 1, actor, stop, form.row["towards"] == "deed")), form.row, "present")


RULES: dict[str, Rule] = {
    TELLS: told, HOLDS: held, ENVOYS: envoys, MAKES: made, WANTS: wanted, READY: ready, VOICES: voiced,
}  # fmt: skip
