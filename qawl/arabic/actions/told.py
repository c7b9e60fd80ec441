"""Whether an action is told as done: a verb in the perfect at the head of its clause, or a noun that something tells of.

Nothing is told behind إذا and لو, by a relative clause, by what was denied, nor where an accident or a match is told of; what is
dated by a mere year is history.
"""

from __future__ import annotations

from qawl.arabic.actions.guards import is_history, is_in_war, is_sum, is_supposed
from qawl.arabic.actions.links import UNREAL, Link, link_before, link_of_noun
from qawl.arabic.actions.nouns import COUNTS, NAMED, is_finite_word
from qawl.arabic.actions.subjects import behind, is_verb_of_tables, seeing, subject_before
from qawl.arabic.actions.triggers import Trigger, is_marked_passive
from qawl.arabic.actions.words import FORCE, PERFECT, acts, cell, classes_of, frames, is_a
from qawl.arabic.letters import BARE_THAT, CONJUNCTIONS
from qawl.arabic.lexicon import (
    CLOSES,
    COLON,
    COMMA,
    CONJUNCTION,
    DEFINITE,
    KAN,
    MONTH,
    NAME,
    NEGATION,
    NUMBER,
    OPENS,
    PREFIX,
    PREPOSED,
    PUNCTUATION,
    RELATIVE,
    ROLE,
    SENTENCE_END,
    STOP,
    THAT,
    TIME,
    TITLE,
)
from qawl.arabic.passage import Passage

# How far before a verb the noun may stand with which it is joined: مقتل ثلاثة | وجرح سبعة.
JOINED_WITHIN = 8
# What a clause begins behind, and what a noun does not stand in its construct with.
HEADS = STOP | COMMA | COLON | THAT | CONJUNCTION | OPENS
WHOLE = DEFINITE | NAMED | TIME | PUNCTUATION | NUMBER
# How far behind a word it may be told how somebody was hurt.
HURT_WITHIN = 14
# How far before و the verb may stand to which it joins another.
GOES_ON_WITHIN = 10


def link_of(passage: Passage, trigger: Trigger, last: Link | None) -> Link | None:
    """What tells of an action as done, None where nothing does; ``last`` is what told of the action before it."""
    place = trigger.place
    if not is_its_sense(passage, trigger) or is_history(passage, place) or is_sum(passage, place) or is_in_war(passage, place):
        return None
    if trigger.is_verb:
        return Link("verb", place) if is_told(passage, trigger, last) else None
    return link_of_noun(passage, trigger, last)


def is_unreal(passage: Passage, trigger: Trigger) -> bool:
    """Whether a noun is only judged, claimed or feared, so that what follows from it is not told either: دانت النقابة | الهجوم."""
    before = None if trigger.is_verb else link_before(passage, trigger)
    return before is not None and before.role == UNREAL


def is_its_sense(passage: Passage, trigger: Trigger) -> bool:
    """Whether the sentence bears out the row's sense: no match, no accident, force where somebody is only hurt."""
    sense = trigger.form.row["sense"]
    if sense == "street":
        return True
    told = sentence_classes(passage, trigger.place)
    if "sport" in told:
        return False
    if sense in ("casualty", "wound") and "accident" in told and not told & {"attacker", "bomb"}:
        return False
    return sense != "wound" or (bool(told & {"force", "bomb", "attacker"}) and is_hurt(passage, trigger))


def is_hurt(passage: Passage, trigger: Trigger) -> bool:
    """Whether those who are hurt are counted, or it is told how: إصابة | ثلاثة، أصيب الحارس | بجروح."""
    tokens, place = passage.tokens, trigger.place
    stop = min(passage.sentence_stop(place), place + HURT_WITHIN)
    return any(tokens.kinds[at] & COUNTS or is_a(tokens.keys[at], "hurt") for at in range(place + 1, stop)) or (
        place > 0 and bool(tokens.kinds[place - 1] & COUNTS)
    )


def sentence_classes(passage: Passage, place: int) -> set[str]:
    """The classes of the words of a sentence, `force` where another word of force stands in it, `accident` where حادث سير does."""
    keys = passage.tokens.keys
    first, stop = passage.sentence_start(place), passage.sentence_stop(place)
    found = set().union(*(classes_of(key) for key in keys[first:stop]))
    if "mishap" in found and any(is_a(keys[at], "road") and is_a(keys[at - 1], "mishap") for at in range(first + 1, stop)):
        found.add("accident")
    if any(form.row["sense"] in (*FORCE, "casualty") for key in keys[first:stop] for form in acts().get(key)):
        found.add("force")
    return found


def is_told(passage: Passage, trigger: Trigger, last: Link | None) -> bool:
    """Whether a verb tells what was done: in the perfect, heading its clause or behind its subject, not supposed."""
    place = trigger.place
    at, joined = before_verb(passage, trigger.first)
    if trigger.form.tense not in PERFECT and not is_happening(passage, trigger, at):
        return False
    if is_background(passage, at) or is_supposed(passage, place):
        return False
    if trigger.form.pronoun and not (joined and follows_act(passage, trigger, last)):
        return False
    if (joined and goes_on_background(passage, at)) or takes_up_victim(passage, trigger, at):
        return False
    if is_marked_passive(passage, place) or is_seen(passage, trigger):
        return True
    return opens_clause(passage, trigger, at, joined, last) or (not joined and is_behind_subject(passage, place, at))


def follows_act(passage: Passage, trigger: Trigger, last: Link | None) -> bool:
    """Whether an act before a verb or its company tells more than its pronoun: خطفوا حارسا | وقتلوه، وأرداه | قتيلا."""
    known = last is not None and last.act >= passage.sentence_start(trigger.place)
    return known or bool(cell(trigger.form.row, "needs"))


def is_behind_subject(passage: Passage, verb: int, at: int) -> bool:
    """Whether the subject of a verb stands before it; a verb that is a noun too stands right behind it, or behind what is whole."""
    subject = subject_before(passage, verb)
    if subject is None or not is_noun_too(passage, verb):
        return subject is not None
    return at < subject[1] or bool(passage.tokens.kinds[at] & WHOLE)


def is_happening(passage: Passage, trigger: Trigger, at: int) -> bool:
    """Whether an imperfect tells what happens: in a headline, a passive with its vowel, or who is in the street: يعتصم العمال."""
    if trigger.form.tense != "imperfect":
        return False
    row, place = trigger.form.row, trigger.place
    if passage.is_title(place) or is_marked_passive(passage, place) or is_seen(passage, trigger):
        return True
    to_come = at >= 0 and (passage.tokens.kinds[at] & (THAT | PREFIX) or is_a(passage.tokens.keys[at], UNREAL))
    return row["sense"] == "street" and not cell(row, "needs") and not to_come


def is_seen(passage: Passage, trigger: Trigger) -> bool:
    """Whether somebody saw it done: شاهد السكان حارسا | يخطف تاجرا."""
    force = trigger.form.tense == "imperfect" and trigger.form.row["sense"] in FORCE
    return force and seeing(passage, trigger.place) is not None


def before_verb(passage: Passage, verb: int) -> tuple[int, bool]:
    """The token before a verb and its كان, قد, و and ف, and whether و or ف joins it."""
    tokens, at, joined = passage.tokens, verb - 1, False
    while at >= 0 and (tokens.kinds[at] & (KAN | CLOSES) or (tokens.kinds[at] & PREFIX and tokens.keys[at] in CONJUNCTIONS)):
        joined = joined or bool(tokens.kinds[at] & PREFIX)
        at -= 1
    return at, joined


def is_background(passage: Passage, at: int) -> bool:
    """Whether the word before a verb makes it a part of something else: الذي, لم, حيث, بعد أن, عندما at the head of a sentence."""
    if at < 0:
        return False
    tokens = passage.tokens
    kind, key = tokens.kinds[at], tokens.keys[at]
    if kind & (RELATIVE | NEGATION) or is_a(key, "background") or key in BARE_THAT:
        return True
    return bool(kind & CONJUNCTION) and is_a(key, "when") and not happens_at(passage, at - 1)


def happens_at(passage: Passage, at: int) -> bool:
    """Whether a verb of happening and its subject alone stand before عندما, behind which it is told what happened.

    الحادث وقع | عندما انفجرت عبوة، وقع الحادث | عندما انفجرت عبوة.
    """
    at -= int(at > 0 and bool(passage.tokens.kinds[at] & DEFINITE))
    forms = frames().get(passage.tokens.keys[at]) if at >= 0 else ()
    return any(form.tense in PERFECT and form.row["role"] == "happens" for form in forms)


def takes_up_victim(passage: Passage, trigger: Trigger, at: int) -> bool:
    """Whether those to whom it was done are known and nobody else is named: قالت إنها | خطفت في الطريق."""
    known = at >= 0 and passage.tokens.kinds[at] & THAT and passage.tokens.keys[at] not in BARE_THAT
    return bool(known) and trigger.form.row["object"] == "target" and behind(passage, trigger.place + 1) is None


def goes_on_background(passage: Passage, last: int) -> bool:
    """Whether the verb to which و joins another makes a part of something else: التفجيران اللذان وقعا أمس | وقتلا ثمانية."""
    kinds = passage.tokens.kinds
    for at in range(last, max(passage.sentence_start(last), last - GOES_ON_WITHIN), -1):
        if kinds[at] & (SENTENCE_END | COMMA | THAT | COLON | CLOSES):
            return False
        if is_verb_of_tables(passage, at) or is_finite_word(passage, at):
            before, joined = before_verb(passage, at)
            return is_background(passage, before) or (joined and goes_on_background(passage, before))
    return False


def opens_clause(passage: Passage, trigger: Trigger, at: int, joined: bool, last: Link | None) -> bool:
    """Whether a verb can open its clause: behind a mark, أنه, a time or a place; not behind a noun, nor as one of two nouns."""
    tokens, verb = passage.tokens, trigger.place
    noun = is_noun_too(passage, verb)
    if noun and at > 0 and tokens.kinds[at] & OPENS and tokens.kinds[at - 1] & THAT:
        return is_counted(passage, verb + 1)
    if at < passage.sentence_start(at + 1) or at < 0:
        return True
    if noun and tokens.kinds[at] & OPENS:
        return bool(tokens.kinds[verb + 1] & COUNTS) if verb + 1 < len(tokens) else False
    if noun and joined:
        if (near := act_before(passage, at)) is not None:
            return last is not None and last.act == near
        return joins_verb(passage, at) or (is_counted(passage, verb + 1) and not joins_noun(passage, at))
    return joined or bool(tokens.kinds[at] & HEADS) or is_a(tokens.keys[at], "while") or tells_when_or_where(passage, at)


def is_noun_too(passage: Passage, place: int) -> bool:
    """Whether the same letters are a verbal noun too: قتل, خطف."""
    return any(form.tense == "noun" for form in acts().get(passage.tokens.keys[place]))


def act_before(passage: Passage, at: int) -> int | None:
    """The act right before the و that joins another: خطف | وقتل."""
    return next((place for place in (at, at - 1) if place >= 0 and passage.tokens.keys[place] in acts()), None)


def joins_verb(passage: Passage, last: int) -> bool:
    """Whether a verb of force that is no noun stands before the و behind `last`: هاجموا المخفر | وقتل ثلاثة."""
    start = max(passage.sentence_start(last), last - JOINED_WITHIN)
    near = (acts().get(key) for key in passage.tokens.keys[start : last + 1])
    return any(forms and all(form.tense in PERFECT for form in forms) for forms in near)


def joins_noun(passage: Passage, last: int) -> bool:
    """Whether a noun of force stands before the و behind `last`: مقتل ثلاثة | وجرح سبعة."""
    start = max(passage.sentence_start(last), last - JOINED_WITHIN)
    near = (acts().get(key) for key in passage.tokens.keys[start : last + 1])
    return any(forms and all(form.tense == "noun" for form in forms) for forms in near)


def is_counted(passage: Passage, place: int) -> bool:
    """Whether a number, a quantity or somebody's office or name stands at `place`: وقتل | ثلاثة حراس، وقتل | النقيب."""
    if place >= len(passage.tokens) or is_a(passage.tokens.keys[place], "some"):
        return False
    return bool(passage.tokens.kinds[place] & (COUNTS | ROLE | TITLE | NAME))


def tells_when_or_where(passage: Passage, at: int) -> bool:
    """Whether a time or a place at the head of the clause ends at `at`: أمس | قتل، وفي البلدة | قتل."""
    tokens = passage.tokens
    start = passage.sentence_start(at)
    while at > start and not tokens.kinds[at - 1] & (COMMA | THAT):
        if is_verb_of_tables(passage, at):
            return False
        at -= 1
    while tokens.kinds[at] & PREFIX and tokens.keys[at] in CONJUNCTIONS:
        at += 1
    return bool(tokens.kinds[at] & (PREPOSED | TIME | MONTH))
