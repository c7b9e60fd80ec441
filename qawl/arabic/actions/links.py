"""What tells of a verbal noun or a noun of force as done: وقع هجوم، شن مسلحون هجوما، أعلنت الشرطة مقتل حارس، هجوم استهدف دورية."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.actions.guards import is_supposed
from qawl.arabic.actions.nouns import COUNTS, NAMED
from qawl.arabic.actions.subjects import subject_before
from qawl.arabic.actions.triggers import Trigger, is_behind_preposition, is_spelt
from qawl.arabic.actions.words import FORCE, PERFECT, acts, frames, is_a, keys_of
from qawl.arabic.forms import NONE, Form
from qawl.arabic.letters import (
    ABOUT,
    ADDRESSING,
    BARE_THAT,
    BY,
    CONJUNCTIONS,
    DUAL,
    FEMININE_PLURAL,
    IN,
    JOINS_FREELY,
    NISBA,
    OF,
    PLURALS,
    ROUND,
    TA_MARBUTA,
    TO,
    TO_THE,
    UPON,
    VERB_PLURAL,
    WHAT,
)
from qawl.arabic.lexicon import (
    COLON,
    COMMA,
    CONJUNCTION,
    DEFINITE,
    DEMONSTRATIVE,
    MONTH,
    NEGATION,
    NUMBER,
    OPENS,
    PLACES,
    PREFIX,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SENTENCE_END,
    SPEECH,
    THAT,
    TIME,
)
from qawl.arabic.passage import Passage
from qawl.arabic.verbs import verb_readings

# How far from a noun the verb may stand that tells of it, and how far from it one that is joined to it.
# How far an adverbial between commas reaches.
ASIDE_WITHIN = 12
# A label before a colon has so many words at most.
LABEL_WORDS = 3
BEFORE, BEHIND, JOINED_WITHIN, AGENT_WITHIN = 24, 12, 12, 12
# What saying tells of a noun as done: أعلنت الشرطة مقتل حارس.
TOLD_TENSES = PERFECT | {"imperfect"}
TELLS = frozenset(("say", "announce", "assert", "report"))
PARTS = SENTENCE_END | THAT | RELATIVE | COLON | CONJUNCTION
UNREAL = "unreal"
# What may stand in the phrase of a subject: مصدر | في الشرطة | ل البلدة.
WITHIN_SUBJECT = frozenset((BY, IN, OF, ADDRESSING, TO_THE))


# What may stand before a noun in a chronology: بيروت، 3 مايو 2001: مقتل حارس.
DATELINE = PLACES | NUMBER | MONTH | PUNCTUATION | TIME
# How what stands whole before a noun ends, adjectives and plurals: مصدر أمني، مسلحون.
WHOLE = (*PLURALS, DUAL, *NISBA)


class Link(NamedTuple):
    """What tells of an action as done: its role, its token or None for the noun's own place, and the action's token."""

    role: str
    place: int | None = None
    act: int = 0


def link_of_noun(passage: Passage, trigger: Trigger, last: Link | None) -> Link | None:
    """What tells of a noun without article as done: a verb beside it, saying, a headline, or what told of the one before it.

    With the article a noun takes up what was told before, but for what somebody suffered: تعرض السجين للضرب على يد الحراس.
    """
    before = link_before(passage, trigger)
    known = passage.tokens.kinds[trigger.place] & DEFINITE or (trigger.form.pronoun and trigger.form.row["owner"] != "target")
    if known or trigger.form.row["sense"] == "claim":
        return link_of_known(passage, trigger, before)
    if before:
        untold = before.role == UNREAL or (before.role == "done" and trigger.form.pronoun and not has_agent(passage, trigger.place))
        return None if untold else before
    if trigger.lead:
        return None
    return joined_link(passage, trigger, last) or link_behind(passage, trigger) or link_of_opening(passage, trigger)


def link_of_known(passage: Passage, trigger: Trigger, before: Link | None) -> Link | None:
    """What tells of a noun that takes up what is known, or of what somebody suffered: who did it, or who suffered it.

    الهجوم نفذه | انتحاري، مسلحون نفذوا | الهجوم، تعرض السجين ل|لضرب; not تعرض السجين ل|لهجوم.
    """
    row, definite = trigger.form.row, bool(passage.tokens.kinds[trigger.place] & DEFINITE)
    if before and before.role == "suffers" and row["owner"] == "target" and row["sense"] != "claim":
        return before
    if before and (before.role == "suffers" or (not definite and before.role in ("does", "done"))):
        return before if has_agent(passage, trigger.place) else None
    if row["sense"] not in FORCE or not definite:
        return None
    if before:
        return before if before.role == "does" and has_doer(passage, trigger.place, before.place or 0) else None
    behind = link_behind(passage, trigger)
    return behind if behind and behind.role == "by" else None


def has_doer(passage: Passage, noun: int, verb: int) -> bool:
    """Whether a verb has a subject beside the definite noun behind it: نفذ انتحاري | الهجوم، نفذوا | الهجوم; not نفذ | الهجوم."""
    lead = lead_of(passage, noun)
    between = lead > verb and not passage.tokens.kinds[lead] & (PREPOSED | DEMONSTRATIVE)
    return between or passage.tokens.keys[verb].endswith(VERB_PLURAL) or subject_before(passage, verb) is not None


def has_agent(passage: Passage, place: int) -> bool:
    """Whether على يد, من قبل or من جانب stands behind a noun."""
    behind = range(place + 1, min(place + AGENT_WITHIN, passage.sentence_stop(place) - 1))
    return any(leads_to_agent(passage, at) for at in behind)


def leads_to_agent(passage: Passage, at: int) -> bool:
    """Whether على يد, من قبل or the like stands at `at`, behind which is who did it."""
    key, noun = passage.tokens.keys[at], passage.tokens.keys[at + 1]
    return (key in (UPON, BY) and is_a(noun, "hand")) or (key == OF and is_a(noun, "side"))


def link_before(passage: Passage, trigger: Trigger) -> Link | None:
    """The nearest word before a noun that tells something of it, if only its subject and what leads to the noun stand between."""
    tokens = passage.tokens
    lead = lead_of(passage, trigger.place)
    start = max(passage.sentence_start(lead) if lead >= 0 else 0, trigger.place - BEFORE)
    for place in range(lead, start - 1, -1):
        kind, key = tokens.kinds[place], tokens.keys[place]
        if is_a(key, "while"):
            return None
        if is_a(key, UNREAL):
            return Link(UNREAL, place)
        if is_a(key, "done") and place == lead:
            return Link(UNREAL if is_relative(passage, place) or is_supposed(passage, place) else "done", place)
        if found := frames_at(passage, place):
            return next((link for form in found if (link := framed(passage, form, place, lead, trigger))), None)
        if tells(passage, place):
            hurt = (TO,) if trigger.form.row["sense"] in ("casualty", "wound") else ()
            whole = not trigger.lead and leads(passage, lead, place, (BY, ABOUT, *hurt), False) and is_whole(passage, lead)
            told = whole or trigger.lead == BY
            return Link("told", place) if told else None
        if kind & PARTS or (kind & PREPOSITION and key not in WITHIN_SUBJECT and place < lead and not is_a(key, "within")):
            return None
    return None


def lead_of(passage: Passage, noun: int) -> int:
    """The token before a noun and what counts or carries it: بدأت | سلسلة هجمات، قام ب | عملية خطف."""
    tokens, place = passage.tokens, noun - 1
    while place >= 0 and (tokens.kinds[place] & (COUNTS | OPENS) or is_a(tokens.keys[place], "carrier")):
        place -= 1
    if place >= 0 and tokens.kinds[place] & COMMA:
        return before_aside(passage, place)
    return place


def before_aside(passage: Passage, comma: int) -> int:
    """The token before an adverbial between commas that ends at `comma`: شهدت المدينة |، صباح أمس، وقفة; else the comma."""
    kinds = passage.tokens.kinds
    for place in range(comma - 1, max(passage.sentence_start(comma), comma - ASIDE_WITHIN), -1):
        if kinds[place] & COMMA:
            return place - 1 if kinds[place + 1] & (TIME | PREPOSITION) else comma
    return comma


def frames_at(passage: Passage, place: int) -> list[Form]:
    """The frames that a word at `place` may be: verbs, or their noun where only a noun can stand."""
    found = [form for form in frames().get(passage.tokens.keys[place]) if is_spelt(passage, place, form)]
    noun = place > 0 and (is_behind_preposition(passage, place) or bool(passage.tokens.kinds[place - 1] & DEMONSTRATIVE))
    noun = noun or any(form.pronoun and form.tense == "noun" for form in found)
    return [form for form in found if (form.tense == "noun") == noun or len(found) == 1]


def is_aim(passage: Passage, form: Form, place: int, lead: int, noun: int) -> bool:
    """Whether a noun behind a verb like استهدف is what somebody aimed at, and not what hit: استهدفت المجموعة | تفجير المسجد."""
    if lead != place and not passage.tokens.kinds[lead] & TIME:
        return True
    return form.gender == "f" and not passage.tokens.keys[noun].endswith((TA_MARBUTA, FEMININE_PLURAL))


def follows_from_background(passage: Passage, verb: int) -> bool:
    """Whether what a verb like أسفر tells of follows from a noun that only dates something: بعد هجوم | أسفر عن مقتل حارس."""
    keys = passage.tokens.keys
    start = max(passage.sentence_start(verb), verb - BEHIND)
    noun = next((at for at in range(verb - 1, start - 1, -1) if any(form.tense == "noun" for form in acts().get(keys[at]))), None)
    return noun is not None and is_behind_conjoined(passage, noun) and not passage.tokens.kinds[verb - 1] & (COMMA | CONJUNCTION)


def is_relative(passage: Passage, place: int) -> bool:
    """Whether a verb stands in a clause on a noun or on من, which takes up what is known: الهجوم الذي | وقع، من | نفذوا الهجوم."""
    return place > 0 and (bool(passage.tokens.kinds[place - 1] & RELATIVE) or passage.tokens.keys[place - 1] == OF)


def framed(passage: Passage, form: Form, place: int, lead: int, trigger: Trigger) -> Link | None:
    """The link of a frame, if it is told as done and leads to the noun; one that is denied, supposed or to come makes it unreal."""
    if is_done_noun(passage, form, place, lead):
        return Link("done", place)
    if form.row["role"] == UNREAL or form.tense not in PERFECT:
        return Link(UNREAL, place)
    before = passage.tokens.kinds[max(passage.sentence_start(place), place - 4) : place]
    if any(kind & NEGATION for kind in before) or is_supposed(passage, place):
        return Link(UNREAL, place)
    if passage.tokens.keys[place - 1] in BARE_THAT and place:
        return Link(UNREAL, place)
    if is_relative(passage, place) and not (form.row["role"] == "causes" and passage.tokens.keys[place - 1] == WHAT):
        return Link(UNREAL, place)
    if form.row["role"] == "causes" and follows_from_background(passage, place):
        return Link(UNREAL, place)
    if form.row["role"] == "happens" and place == lead and names_event(passage, form, place):
        return Link(UNREAL, place)
    if form.row["role"] == "sees" and place == lead and is_of_nobody(passage, place):
        return Link(UNREAL, place)
    prepositions = tuple(keys_of(form.row["prepositions"]))
    if form.row["role"] == "hits" and is_aim(passage, form, place, lead, trigger.place):
        return Link(UNREAL, place)
    needed = NONE not in form.row["prepositions"] and form.row["role"] != "causes"
    if trigger.lead:
        return Link(form.row["role"], place) if trigger.lead in prepositions else None
    return Link(form.row["role"], place) if leads(passage, lead, place, prepositions, needed) else None


def names_event(passage: Passage, form: Form, place: int) -> bool:
    """Whether a word like حدث is the noun and no verb, which would agree with what stands behind it: حدث | محاولة اغتيال."""
    feminine = passage.tokens.keys[place + 1].endswith(TA_MARBUTA) and not passage.tokens.kinds[place + 1] & COUNTS
    return feminine and form.gender == "m" and form.number == "s"


def is_of_nobody(passage: Passage, verb: int) -> bool:
    """Whether a verb right before an act has no subject and goes on with none: لقد | شهدت مظاهرة; not المدينة شهدت."""
    key, kind = (passage.tokens.keys[verb - 1], passage.tokens.kinds[verb - 1]) if verb else ("", 0)
    carried = key in CONJUNCTIONS or kind & COMMA or is_a(key, "while")
    return not carried and subject_before(passage, verb) is None


def is_done_noun(passage: Passage, form: Form, place: int, lead: int) -> bool:
    """Whether a verbal noun right before an act is told as done: تم | شن غارة; not بعد أن تم | شن غارة."""
    keys, done = passage.tokens.keys, place - 1
    if not (form.tense == "noun" and form.row["role"] == "does" and place == lead and done >= 0 and is_a(keys[done], "done")):
        return False
    dated = done > 0 and (is_a(keys[done - 1], "when") or is_a(keys[done - 1], "background"))
    return not (dated or is_relative(passage, done) or is_supposed(passage, done))


def leads(passage: Passage, lead: int, place: int, prepositions: tuple[str, ...], needed: bool) -> bool:
    """Whether a noun stands behind the verb, its subject or a time, or behind a preposition of the verb (always if `needed`)."""
    kind, key = passage.tokens.kinds[lead], passage.tokens.keys[lead]
    if kind & PREPOSED and not kind & TIME:
        return key in prepositions or (ADDRESSING in prepositions and key == TO_THE)
    return not needed and (lead == place or not (kind & (PARTS | COMMA | NEGATION) or is_a(key, "background") or is_a(key, "edge")))


def is_whole(passage: Passage, place: int) -> bool:
    """Whether the word before a noun does not stand in its construct: مصدر أمني | مقتل حارس, but not عوامل | تفجير."""
    kind, key = passage.tokens.kinds[place], passage.tokens.keys[place]
    return bool(kind & (DEFINITE | NAMED | TIME | SPEECH | PREPOSITION | PREFIX | PUNCTUATION)) or key.endswith(WHOLE)


def tells(passage: Passage, place: int) -> bool:
    """Whether a finite verb of saying stands at `place` that tells things as done."""
    if not passage.tokens.kinds[place] & SPEECH:
        return False
    if place and passage.tokens.kinds[place - 1] & NEGATION:
        return False
    readings = verb_readings().get(passage.tokens.keys[place], ())
    return any(reading.tense in TOLD_TENSES and reading.act in TELLS for reading in readings)


def joined_link(passage: Passage, trigger: Trigger, last: Link | None) -> Link | None:
    """What told of the noun to which this one is joined: مقتل حارس | وإصابة آخر."""
    tokens, place = passage.tokens, trigger.place
    if last is None or not place or tokens.keys[place - 1] != JOINS_FREELY or place - last.act > JOINED_WITHIN:
        return None
    between = tokens.kinds[last.act : place - 1]
    return Link("joined", None) if last.role != "verb" and not any(kind & PARTS for kind in between) else None


def link_behind(passage: Passage, trigger: Trigger) -> Link | None:
    """The first verb behind a noun, in its clause, whose subject it can be: هجوم استهدف دورية، غارة أسفرت عن مقتل حارس.

    Where the noun only dates something, its doer must be told: بعد هجوم نفذه مسلحون.
    """
    tokens = passage.tokens
    before = trigger.place - 1
    led = before >= 0 and tokens.kinds[before] & PREPOSITION and tokens.keys[before] not in (IN, BY)
    dates = led or is_behind_conjoined(passage, trigger.place)
    stop = min(passage.sentence_stop(trigger.place), trigger.place + BEHIND)
    for place in range(trigger.place + 1, stop):
        if tokens.kinds[place] & (PARTS | COMMA | NEGATION):
            return None
        for form in frames_at(passage, place):
            if form.tense in PERFECT and form.row["role"] in ("hits", "causes", "happens"):
                return None if dates else Link(form.row["role"], place)
            if form.tense in PERFECT and form.row["role"] == "does" and form.pronoun:
                return Link("by", place)
    return None


def is_of_dateline(passage: Passage, at: int) -> bool:
    """Whether a word may stand in the dateline of a chronology: بيروت، 3 ديسمبر (كانون | الأول) 2001."""
    return bool(passage.tokens.kinds[at] & DATELINE) or ROUND[0] in passage.tokens.keys[max(at - 2, 0) : at]


def is_label(passage: Passage, place: int) -> bool:
    """Whether a noun only names what is told behind a colon: مذبحة الوادي: محاكمة ضابط."""
    kinds = passage.tokens.kinds
    stop = min(place + LABEL_WORDS + 2, passage.sentence_stop(place))
    mark = next((at for at in range(place + 1, stop) if kinds[at] & PUNCTUATION), None)
    return mark is not None and bool(kinds[mark] & COLON)


def is_behind_conjoined(passage: Passage, noun: int) -> bool:
    """Whether a small word before a noun lets it only date or explain something: بعد هجوم، منذ مقتل."""
    return noun > 0 and is_a(passage.tokens.keys[noun - 1], "background")


def link_of_opening(passage: Passage, trigger: Trigger) -> Link | None:
    """A noun that opens its sentence or stands behind a colon: مقتل حارس في هجوم."""
    place = trigger.place
    kinds, keys, lead = passage.tokens.kinds, passage.tokens.keys, lead_of(passage, place)
    while lead >= 0 and kinds[lead] & DATELINE and not kinds[lead] & (SENTENCE_END | COLON | OPENS):
        lead -= 1
    start = passage.sentence_start(place)
    ahead = range(start, lead)
    labelled = lead >= 0 and kinds[lead] & COLON and (len(ahead) <= LABEL_WORDS or all(is_of_dateline(passage, at) for at in ahead))
    opens = lead < start or bool(labelled or kinds[lead] & SENTENCE_END)
    if is_label(passage, place):
        return None
    return Link("opens") if opens and keys[place - 1] not in CONJUNCTIONS and not is_behind_conjoined(passage, place) else None
