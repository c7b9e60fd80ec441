"""What somebody is absent from: the encounter behind a word of attending (لم يحضر | القمة) or one told of before (لم يحضره)."""

from __future__ import annotations

from qawl.arabic.agenda.absent.words import (
    GOING,
    INVITING,
    LEADS,
    MISSING,
    adverb_stop,
    is_word,
    occasion_type,
    past_adverbs,
    with_senses,
)
from qawl.arabic.findings import Range
from qawl.arabic.forms import Form
from qawl.arabic.letters import ANY, HIS, IN_ORDER_TO, OF, OWNERS, TO, TO_THE, bare_key, fold
from qawl.arabic.lexicon import (
    BODY,
    DEFINITE,
    DEMONSTRATIVE,
    EACH,
    NUMBER,
    ONE_OF,
    OPENS,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    THAT,
    TIME,
)
from qawl.arabic.passage import Passage
from qawl.tables import several

OBJECT = "object"
# How far the noun of an encounter may stand behind what leads to it: في | اليوم الأول من القمة.
NOUN_REACH = 5
# In how many sentences before its own an encounter may be told that is taken up.
SENTENCES_BACK = 2
# How far behind an invitation or a journey the encounter may stand: دعوة | الوزير إلى لقاء.
AIM_REACH = 9
ATTENDING = frozenset(("attend",))
MEETING = frozenset(("meet",))
COVERING = frozenset(("cover",))


def occasion_noun(passage: Passage, place: int, limit: int) -> Range | None:
    """The encounter of the noun phrase at `place`, the nouns that lead to it included: أعمال | القمة، اليوم الأول من | القمة."""
    keys, kinds = passage.tokens.keys, passage.tokens.kinds
    place = passage.skip(place, OPENS)
    told = False
    for at in range(place, min(limit, place + NOUN_REACH)):
        if kinds[at] & (PUNCTUATION | PREFIX | THAT) or (kinds[at] & PREPOSITION and keys[at] != OF):
            return None
        if with_senses(keys[at], MISSING) or is_word(passage.tokens, at, "kept"):
            return None
        type = occasion_type(keys[at])
        if type and type != LEADS:
            return at, at + 1
        told = told or bool(with_senses(keys[at], COVERING))
        if not (type or told or may_lead(passage, at)):
            return None
    return None


def may_lead(passage: Passage, place: int) -> bool:
    """Whether a word may stand before an encounter: هذه | القمة، أي | لقاء، قاعة | المؤتمر; not صياغة | بيان القمة."""
    key, kind = passage.tokens.keys[place], passage.tokens.kinds[place]
    known = key in ANY or key == OF or with_senses(bare_key(key), ATTENDING) or is_word(passage.tokens, place, "through")
    return bool(known or kind & (DEFINITE | DEMONSTRATIVE | TIME | QUANTITY | EACH | NUMBER | ONE_OF))


def leading(form: Form) -> frozenset[str]:
    """The folded prepositions that lead from a word to its encounter, ل beside إلى where somebody goes there, لل beside ل."""
    keys = {fold(word) for word in several(form.row["takes"])}
    if form.row["sense"] in GOING and TO in keys:
        keys.add(IN_ORDER_TO)
    return frozenset(keys | ({TO_THE} if IN_ORDER_TO in keys else set()))


def past_times(passage: Passage, place: int) -> int:
    """The first token from `place` on that is no time, or leads to one: أمس | القمة؛ | خلال القمة."""
    kinds = passage.tokens.kinds
    while kinds[place] & TIME and not kinds[place] & PREPOSITION:
        place += 1
    return place


def complement(passage: Passage, place: int, form: Form) -> Range | None:
    """The encounter that a word leads to from `place` on, by a preposition of its own or as its object."""
    tokens = passage.tokens
    place = past_times(passage, place)
    place = past_adverbs(tokens, place)
    limit = passage.sentence_stop(place) if place < len(tokens) else 0
    if place + 1 < limit and tokens.keys[place] in leading(form):
        if form.row["sense"] in ATTENDING and is_word(tokens, place + 1, "street"):
            return protest_around(passage, place)
        return led_to(passage, place + 1, limit)
    if OBJECT in several(form.row["takes"]) and place < limit and not tokens.kinds[place] & (PREPOSITION | PREFIX):
        return led_to(passage, place, limit)
    return None


def protest_around(passage: Passage, place: int) -> Range | None:
    """The protest of the sentence of `place`, for which people are in the street: عدم النزول إلى الشارع | في مظاهرات الأحد."""
    keys, stop = passage.tokens.keys, passage.sentence_stop(place)
    places = (*range(place, stop), *range(place - 1, passage.sentence_start(place) - 1, -1))
    return next(((at, at + 1) for at in places if occasion_type(keys[at]) == "protest"), None)


def led_to(passage: Passage, place: int, limit: int) -> Range | None:
    """The encounter at `place`, behind the attending of it or an invitation: عن | حضور القمة، عن المشاركة، الدعوة إلى القمة."""
    tokens = passage.tokens
    if found := occasion_noun(passage, place, limit):
        return found
    key = bare_key(tokens.keys[place])
    if with_senses(key, INVITING):
        return aim(passage, place + 1)
    if not (forms := with_senses(key, ATTENDING)):
        return None
    found = next((found for form in forms if (found := complement(passage, place + 1, form))), None)
    alone = tokens.kinds[place] & DEFINITE and not goes_on(passage, place + 1)
    return found or (told_before(passage, place) if alone else None)


def goes_on(passage: Passage, place: int) -> bool:
    """Whether a preposition at `place` leads to what is attended, which is then no encounter: المشاركة | في الحكومة."""
    kinds = passage.tokens.kinds
    led = bool(kinds[place] & (PREPOSITION | PREFIX)) and not kinds[place] & TIME
    matter = (
        place + 1 < len(passage.tokens)
        and passage.tokens.keys[place] == IN_ORDER_TO
        and is_word(passage.tokens, place + 1, "matter")
    )
    return led and not matter and not is_word(passage.tokens, place, "because") and not adverb_stop(passage.tokens, place)


def aim(passage: Passage, place: int) -> Range | None:
    """The encounter that somebody was to go or be asked to: إلى القمة، لحضور القمة، للمشاركة في القمة."""
    tokens = passage.tokens
    limit = min(passage.sentence_stop(place), place + AIM_REACH) if place < len(tokens) else 0
    for at in range(place, limit - 1):
        if tokens.kinds[at] & PUNCTUATION and not is_for_coming(passage, at + 1):
            return None
        if not tokens.kinds[at] & (PREPOSITION | PREFIX) or tokens.kinds[at] & TIME:
            continue
        if found := occasion_noun(passage, at + 1, passage.sentence_stop(at)):
            return found
        for form in with_senses(bare_key(tokens.keys[at + 1]), ATTENDING):
            if found := complement(passage, at + 2, form):
                return found
    return None


def is_for_coming(passage: Passage, place: int) -> bool:
    """Whether ل leads to coming at `place`, as behind a comma: لم توجه دعوة إلى الوزير، | لحضور القمة."""
    tokens = passage.tokens
    led = place + 1 < len(tokens) and tokens.keys[place] == IN_ORDER_TO
    return led and bool(with_senses(bare_key(tokens.keys[place + 1]), ATTENDING))


def told_before(passage: Passage, place: int) -> Range | None:
    """The encounter told of last before `place` in its sentence, else in the two before: المؤتمر … لم يلب الدعوة، غاب عنه.

    A body is called after none: حزب المؤتمر.
    """
    keys, start = passage.tokens.keys, passage.sentence_start(place)
    for _ in range(SENTENCES_BACK):
        start = passage.sentence_start(start - 2) if start > 1 else start
    for at in range(place - 1, start - 1, -1):
        if occasion_type(keys[at]) not in (None, LEADS, "call") and not names_body(passage, at):
            return at, at + 1
    return None


def names_body(passage: Passage, place: int) -> bool:
    """Whether a body is called after the encounter at `place`: حزب | المؤتمر; not المجلس | اجتماعه."""
    before = passage.tokens.kinds[place - 1] if place else 0
    return bool(before & BODY) and not before & DEFINITE


def told_around(passage: Passage, place: int) -> Range | None:
    """The encounter told of in the sentence of `place`, behind it or before: في غياب الوزير عقدت | القمة."""
    for at in range(place, passage.sentence_stop(place)):
        if found := occasion_noun(passage, at, at + 1):
            return found
    start = passage.sentence_start(place)
    return next((found for at in range(place - 1, start - 1, -1) if (found := occasion_noun(passage, at, at + 1))), None)


def met_around(passage: Passage, place: int) -> Range | None:
    """The verb of meeting in the sentence of `place`, before it or behind: يجتمع المجلس اليوم | في غياب الوزير."""
    stop = passage.sentence_stop(place)
    places = (*range(place - 1, passage.sentence_start(place) - 1, -1), *range(place, stop))
    keys = passage.tokens.keys
    return next(((at, at + 1) for at in places if any(form.is_finite for form in with_senses(keys[at], MEETING))), None)


def missed(passage: Passage, verb: int, after: int, form: Form) -> Range | None:
    """The encounter of a word: behind its subject, right behind it (غاب عن القمة | الوزير), or one told of before."""
    if found := complement(passage, after, form) or (
        complement(passage, verb + 1, form) if leads(passage, verb + 1, form) else None
    ):
        return found
    if form.pronoun and form.is_finite:
        return told_before(passage, verb)
    places = (passage.skip(verb + 1, TIME), passage.skip(after, TIME))
    return told_before(passage, verb) if any(stands_for_it(passage, place, form) for place in places) else None


def leads(passage: Passage, place: int, form: Form) -> bool:
    """Whether a preposition of a form stands at `place`."""
    return passage.tokens.keys[place] in leading(form)


def stands_for_it(passage: Passage, place: int, form: Form) -> bool:
    """Whether a pronoun behind a form's preposition stands for the encounter at `place`: عنه، إليها، منها."""
    if place >= len(passage.tokens):
        return False
    key = passage.tokens.keys[place]
    return any(key == lead + owner for lead in leading(form) for owner in (HIS, *OWNERS))


def ends_there(passage: Passage, place: int) -> bool:
    """Whether nothing follows that could be the encounter: a mark or the end of the text."""
    return place >= len(passage.tokens) or bool(passage.tokens.kinds[place] & PUNCTUATION)


def is_card(passage: Passage, place: int) -> bool:
    """Whether an invitation stands at `place`: لم يلب | الدعوة."""
    return is_word(passage.tokens, place, "card")
