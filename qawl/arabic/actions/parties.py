"""Who did it and to whom: the phrases round the word of an action."""

from __future__ import annotations

from qawl.arabic.actions.links import Link, leads_to_agent
from qawl.arabic.actions.nouns import COUNTS, noun_range
from qawl.arabic.actions.subjects import PARTS, behind, subject_before
from qawl.arabic.actions.triggers import Trigger
from qawl.arabic.actions.voices import Sides, is_armed, is_weapon, sides_of_verb
from qawl.arabic.actions.words import FORCE, is_a, keys_of
from qawl.arabic.findings import Range
from qawl.arabic.letters import BY, PLURALS
from qawl.arabic.lexicon import BODY, CITY, COMMA, COUNTRY, DEFINITE, NATION, PEOPLE, PREFIX, PREPOSITION, RELATIVE, ROLE
from qawl.arabic.passage import Passage

# What whoever did something begins with behind its noun.
PARTY = DEFINITE | BODY | ROLE | PEOPLE | COUNTRY | CITY | COUNTS
# How far from the word what a preposition leads to may stand.
REACH = 14


def sides_of(passage: Passage, trigger: Trigger, link: Link) -> Sides:
    """The source and the target of an action, each None where the clause tells none."""
    found = sides_of_verb(passage, trigger) if trigger.is_verb else sides_of_noun(passage, trigger, link)
    source, target = found
    return source or source_behind(passage, trigger.place), target or target_behind(passage, trigger)


def sides_of_noun(passage: Passage, trigger: Trigger, link: Link) -> Sides:
    """Whose the noun is, and the sides of the verb that tells of it."""
    given: dict[str, Range | None] = {}
    row, place = trigger.form.row, trigger.place
    if not trigger.form.pronoun and row["owner"] != "none" and not passage.tokens.kinds[place] & DEFINITE:
        owner = owner_of(passage, place, row["owner"])
        armed = owner is not None and row["sense"] in FORCE and is_armed(passage, owner)
        given["source" if armed else row["owner"]] = owner
    if link.role == "by":
        given.pop("source", None)
    if link.place is not None:
        given = {**sides_of_frame(passage, trigger, link), **{side: found for side, found in given.items() if found}}
    source = given.get("source") or (nation_behind(passage, place) if row["owner"] != "target" else None)
    return source, given.get("target")


def owner_of(passage: Passage, noun: int, side: str) -> Range | None:
    """Whose a noun is: مقتل | 12 شخصا; whoever did it is definite there: هجوم | القراصنة, but not هجوم | انتحاري."""
    owner = noun_range(passage, noun + 1)
    definite = owner and passage.tokens.kinds[owner[0]] & PARTY
    return owner if side == "target" or (definite and not is_weapon(passage, owner or (0, 1))) else None


def sides_of_frame(passage: Passage, trigger: Trigger, link: Link) -> dict[str, Range | None]:
    """What the subject and the object of the verb that tells of a noun are."""
    verb = link.place or 0
    if link.role in ("does", "suffers"):
        return {"source" if link.role == "does" else "target": subject_of_frame(passage, verb, trigger.place, bool(trigger.lead))}
    if link.role == "by":
        return {"source": behind(passage, verb + 1)}
    if link.role == "hits":
        first = behind(passage, verb + 1)
        return {"target": behind(passage, first[1]) if first and first[0] <= trigger.place < first[1] else first}
    return {}


def subject_of_frame(passage: Passage, verb: int, act: int, led: bool) -> Range | None:
    """The subject of the verb before a noun: behind it, to a noun that ب leads in one word (رجل | بطعن), else before it."""
    first = behind(passage, verb + 1)
    if first and first[0] < act < first[1] and led:
        return first[0], act
    return first if first and first[1] <= act else subject_before(passage, verb)


def nation_behind(passage: Passage, noun: int) -> Range | None:
    """The adjective of a nation behind a noun of force, which tells who did it: غارة جوية | إسرائيلية."""
    kinds = passage.tokens.kinds
    for place in range(noun + 1, min(noun + 4, len(passage.tokens))):
        if kinds[place] & NATION:
            return place, place + 1
        if kinds[place] & (PREFIX | PREPOSITION | PARTS | COMMA):
            return None
    return None


def source_behind(passage: Passage, place: int) -> Range | None:
    """Who stands behind على يد, من قبل, من جانب, برصاص."""
    tokens = passage.tokens
    for at in range(place + 1, min(place + REACH, passage.sentence_stop(place) - 2)):
        if tokens.kinds[at] & PARTS:
            return None
        if leads_to_agent(passage, at):
            return noun_range(passage, at + 2)
        if tokens.keys[at] == BY and is_a(tokens.keys[at + 1], "fire") and not tokens.kinds[at + 1] & DEFINITE:
            return shooter(passage, at + 2)
    return None


def shooter(passage: Passage, place: int) -> Range | None:
    """Whose fire it was: برصاص | مستوطنين, but not برصاص | طائش."""
    tokens = passage.tokens
    somebody = tokens.kinds[place] & PARTY or is_a(tokens.keys[place], "attacker") or tokens.keys[place].endswith(PLURALS)
    return noun_range(passage, place) if somebody and not is_a(tokens.keys[place], "stray") else None


def target_behind(passage: Passage, trigger: Trigger) -> Range | None:
    """What stands behind the prepositions that lead to the target: هجوم على | المخفر."""
    leads = keys_of(trigger.form.row["at"])
    tokens, place = passage.tokens, trigger.place
    for at in range(place + 1, min(place + REACH, passage.sentence_stop(place) - 1) if leads else 0):
        if tokens.kinds[at] & (PARTS | RELATIVE | COMMA):
            return None
        if tokens.keys[at] in leads and not is_a(tokens.keys[at + 1], "hand") and not is_a(tokens.keys[at + 1], "ground"):
            return noun_range(passage, at + 1 + is_a(tokens.keys[at + 1], "aboard"))
    return None
