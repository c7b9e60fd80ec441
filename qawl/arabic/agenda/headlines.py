"""A headline that tells talks by offices alone, and the encounter of those officers by name that the text tells first.

وزير النقل يبحث مع نظيره التونسي كذا … جرى اتصال بين سالم الكندي وزير النقل ونزار العلي.
"""

from __future__ import annotations

from qawl.arabic.agenda.encounters import is_talk
from qawl.arabic.agenda.features import Features, spot_land
from qawl.arabic.agenda.identity import are_elsewhere, are_of_two_lands, is_on_other_day, is_with_others
from qawl.arabic.agenda.part.both import is_both
from qawl.arabic.agenda.parts import MEETING
from qawl.arabic.agenda.verb_statuses import is_headline
from qawl.arabic.findings import Range
from qawl.arabic.letters import ALEF, COUNTERPART, bare_key
from qawl.arabic.people.duals import pair_head
from qawl.arabic.tokens import Tokens
from qawl.arabic.world.known import nations
from qawl.model import Participant

# How talks and calls are told that a headline may sum up.
TALKS = (MEETING, "call")


def is_of_headline(told: Features, new: Features) -> bool:
    """Whether a first mention is a headline of talks, and the next one tells by name who had them."""
    if not is_talk(told.encounter) or not is_headline(told.scene, told.encounter.place):
        return False
    if new.encounter.type not in TALKS or new.standing.status != "held" or new.is_related or not new.named:
        return False
    first = told.participants[:1]
    known = [one for one in told.participants if one.ref and one.type == "person"]
    return bool(first) and is_of(first[0], new) and all(is_of(one, new) for one in known)


def is_lead_of(told: Features, new: Features) -> bool:
    """Whether a mention tells again what a headline told, by the same word with one of its parties, by another with all of them.

    الوزير يستقبل نظيره التونسي … استقبل | الوزير سالم الكندي أمس نزار العلي.
    """
    scene, (one, other) = told.scene, (told.encounter, new.encounter)
    if not is_headline(scene, one.place) or is_headline(scene, other.place):
        return False
    alike = one.form.lemma == other.form.lemma and one.form.is_finite is other.form.is_finite
    if one.type != other.type or not (alike or (told.participants and all(is_of(party, new) for party in told.participants))):
        return False
    if new.is_another or new.is_more or new.is_related or told.are_many is not new.are_many:
        return False
    apart = are_of_two_lands([told], new) or is_with_others([told], new) or is_on_other_day([told], new)
    shared = not told.who.isdisjoint(new.who) or any(is_of(one, new) for one in told.participants)
    return shared and not apart and not are_elsewhere(told.places, new.places)


def is_of(one: Participant, new: Features) -> bool:
    """Whether somebody takes part by name, or the words of his office stand in the clause: وزير النقل; not وزير المياه.

    Or in the words of one who takes part; both are whoever they are: الطرفان.
    """
    if one.ref and any(other.ref == one.ref for other in new.participants):
        return True
    if one.ref and one.type == "person":
        return False
    told = told_words(Tokens(one.name))
    words = told_words(new.scene.tokens, new.encounter.clause)
    return is_both(one) or told <= words or any(told <= told_words(Tokens(other.name)) for other in new.participants)


def told_words(tokens: Tokens, clause: Range | None = None) -> set[str]:
    """The words of a name or a clause without their articles, a land for its name and its adjective: تونس، التونسي.

    Two are told by the word for one, an accusative by its stem, and a counterpart by his land: رئيسا تونس وليبيا، مبعوثا، نظيره.
    """
    first, stop = clause or (0, len(tokens))
    words = (at for at in range(first, stop) if not tokens.keys[at].startswith(COUNTERPART))
    return {nations().get(tokens.keys[at]) or spot_land(tokens, at) or stem_of(tokens.keys[at]) for at in words}


def stem_of(key: str) -> str:
    """A word without its article, that for two as that for one, and without the ending of an accusative."""
    return pair_head(key) or bare_key(key).removesuffix(ALEF)
