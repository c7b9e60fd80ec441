"""Who acts and who is acted on by a verb: active or passive, which the letters do not tell."""

from __future__ import annotations

from qawl.arabic.actions.nouns import noun_range
from qawl.arabic.actions.subjects import behind, object_behind, subject_before
from qawl.arabic.actions.triggers import Trigger, is_marked_passive
from qawl.arabic.actions.words import FORCE, acts, cell, is_a, keys_of
from qawl.arabic.findings import Range
from qawl.arabic.letters import ALEF, BY, PLURALS, VERB_PLURAL, bare_key
from qawl.arabic.lexicon import DEFINITE, NAME
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.subjects import bare_of_alef

# How far behind a verb نفسه may stand, and which words of a phrase tell whether it is a force.
SELF_WITHIN, HEAD_WORDS = 14, 3
Sides = tuple[Range | None, Range | None]


def sides_of_verb(passage: Passage, trigger: Trigger) -> Sides:
    """The source and the target of a verb, as its row tells which of subject and object is which."""
    verb = trigger.place
    before, first = subject_before(passage, verb), behind(passage, verb + 1)
    source, target = by_voice(passage, trigger, before, first)
    return (None if source and passage.tokens.keys[source[0]] in acts() else source), target


def is_object(passage: Passage, words: Range) -> bool:
    """Whether a phrase without article stands in the accusative, and so is no subject: أرداه | قتيلا، أطلقت | عددا من الطلقات."""
    key, kind = passage.tokens.keys[words[0]], passage.tokens.kinds[words[0]]
    return key.endswith(ALEF) and not kind & (DEFINITE | NAME) and bool(bare_of_alef(key))


def by_voice(passage: Passage, trigger: Trigger, before: Range | None, first: Range | None) -> Sides:
    """The sides of a verb by its voice; an act that did it (غارة | قتلت حارسا) stands as the source still."""
    row, verb = trigger.form.row, trigger.place
    if trigger.form.tense == "passive" or is_marked_passive(passage, verb):
        return None, before or first
    if row["subject"] == "source" and row["object"] == "target" and not cell(row, "passive"):
        return active_or_passive(passage, trigger, before, first)
    return active(passage, trigger, before, first)


def active(passage: Passage, trigger: Trigger, before: Range | None, first: Range | None) -> Sides:
    """The sides of a verb that has another form for its passive, or whose object is no side."""
    row, plural = trigger.form.row, passage.tokens.keys[trigger.place].endswith(VERB_PLURAL)
    subject = before or (None if plural or (first and is_object(passage, first)) else first)
    subject = before_weapon(passage, trigger, subject) if subject else None
    given = {row["subject"]: subject}
    if row["object"] == "target" and (object := first if before or plural else object_behind(passage, first[1]) if first else None):
        given["target"] = object
    return given.get("source"), given.get("target")


def active_or_passive(passage: Passage, trigger: Trigger, before: Range | None, first: Range | None) -> Sides:
    """Both readings of an unvowelled perfect: قتل مسلحون شرطيا، القوات قتلت مسلحا; قتل 12 شخصا، جنديان قتلا في هجوم."""
    if trigger.form.pronoun:
        return before or (first if first and not is_object(passage, first) else None), None
    if before:
        first = first or behind_weapon(passage, trigger.place + 1)
        return (before, first) if first else alone(passage, trigger, before)
    if first is None:
        return None, None
    if passage.tokens.keys[trigger.place].endswith(VERB_PLURAL):
        return None, first
    second = object_behind(passage, first[1])
    return (first, second) if second else alone(passage, trigger, first)


def behind_weapon(passage: Passage, place: int) -> Range | None:
    """The object behind the weapon with which something is done: المسلحون قتلوا بالرصاص | رهينة; not قتلوا برصاص | مسلحين."""
    tokens = passage.tokens
    if place + 2 >= len(tokens) or tokens.keys[place] != BY or not tokens.kinds[place + 1] & DEFINITE:
        return None
    armed = any(is_a(tokens.keys[place + 1], name) for name in ("fire", "bomb"))
    return noun_range(passage, place + 2) if armed else None


def alone(passage: Passage, trigger: Trigger, words: Range) -> Sides:
    """The sides of a verb with one phrase: who suffered it, but for attackers; a force may be either, unless it raids."""
    if attacks(passage, trigger, words):
        return words, None
    if is_armed(passage, words):
        return (words, None) if trigger.form.row["sense"] == "raid" else (None, None)
    return None, words


def attacks(passage: Passage, trigger: Trigger, words: Range) -> bool:
    """Whether a phrase is who did it though no other follows: those who do nothing else, and who blew himself up."""
    keys, stop = passage.tokens.keys, min(trigger.place + SELF_WITHIN, passage.sentence_stop(trigger.place))
    if any(is_a(key, "self") for key in keys[trigger.place + 1 : stop]):
        return True
    known = any(is_a(keys[at], "attacker") for at in range(*words))
    return known and trigger.form.row["sense"] in FORCE


def is_armed(passage: Passage, words: Range) -> bool:
    """Whether a phrase is a force, which acts and is seldom acted on: قوات الجار، عدد من آليات الجيش."""
    first, stop = words
    return any(is_a(key, "armed") for key in passage.tokens.keys[first : min(stop, first + HEAD_WORDS)])


def before_weapon(passage: Passage, trigger: Trigger, words: Range) -> Range | None:
    """A subject without what it fired or blocked: شبان | زجاجات حارقة، المحتجون | الطريق; None where none is left."""
    if is_weapon(passage, words):
        return None
    row, keys = trigger.form.row, passage.tokens.keys
    used = keys_of(row["needs"]) if row["object"] == "none" else frozenset[str]()
    somebody = (at for at in range(words[0] + 1, words[1]) if is_a(keys[at], "attacker") or keys[at].endswith(PLURALS))
    apart = frozenset(somebody)
    return words[0], next((at for at in range(words[0] + 1, words[1]) if bare_key(keys[at]) in used and at not in apart), words[1])


def is_weapon(passage: Passage, words: Range) -> bool:
    """Whether a phrase is what was fired and nobody who fired it: ألقى | قنبلة, أطلق | ثمانية صواريخ."""
    keys = passage.tokens.keys[words[0] : min(words[1], words[0] + 2)]
    return any(is_a(key, name) for key in keys for name in ("force", "bomb"))
