"""Verbs of assemblies that sit, and ask officers: انعقد | مجلس البلدية، استمعت | لجنة المياه إلى الوزير."""

from __future__ import annotations

from qawl.arabic.agenda.ballots import votes_on_laws
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.holders import is_feminine
from qawl.arabic.agenda.nouns import is_attended
from qawl.arabic.agenda.sides import Side, before, behind, has_day, is_media, is_somewhere
from qawl.arabic.agenda.words import DEBATE, NAME, PANEL, PAPER, TABLE, Hit, is_sitting, keys_by, names
from qawl.arabic.findings import Range
from qawl.arabic.forms import NONE, forms
from qawl.arabic.letters import ALEF, BY, DELEGATIONS, IN, TO, UPON, bare_key
from qawl.arabic.lexicon import BODY, DEFINITE, NEGATION, PEOPLE, PLACES, PREFIX, PREPOSITION, ROLE, SATED, THAT, TITLE

# So near behind its verb stands a body that sits.
SITS = 9
# And so far before الانعقاد.
SITS_BEFORE = 10
# So near behind a participle its day begins.
DAY_WITHIN = 4
# So near behind its verb stands what an assembly does.
DEBATED = 12


def convened(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a body sits, right behind the verb or before it: انعقد | مجلس البلدية, لم يلتئم | المجلس."""
    if hit.form.tense == "imperfect" and not (has_day(clauses, hit, clause) or is_in_town(clauses, clause)):
        return False
    near = range(hit.place + 1, min(clause[1], hit.place + SITS))
    body = next((at for at in near if clauses.tokens.kinds[at] & BODY), None)
    if body is not None:
        return is_sitting(clauses.tokens, body) and not clauses.tokens.kinds[body - 1] & (PREPOSITION | PREFIX)
    ahead = before(clauses, hit)
    negated = hit.place > 0 and bool(clauses.tokens.kinds[hit.place - 1] & NEGATION)
    return ahead is not None and is_sitting(clauses.tokens, ahead.first) and (negated or hit.form.tense == "imperfect")


def is_in_town(clauses: Clauses, clause: Range) -> bool:
    """Whether a city or a country stands in a clause."""
    return any(kind & PLACES for kind in clauses.tokens.kinds[slice(*clause)])


def sitting_before(clauses: Clauses, hit: Hit) -> int | None:
    """The body that is to sit or not, before a preposition and الانعقاد: المجلس | سيعود إلى الانعقاد, دعا المجلس | للانعقاد."""
    tokens = clauses.tokens
    if not hit.lead or not tokens.kinds[hit.place] & DEFINITE:
        return None
    first = max(clauses.passage.sentence_start(hit.place), hit.place - SITS_BEFORE)
    return next((at for at in range(first, hit.place) if is_sitting(tokens, at)), None)


def is_called_to_sit(clauses: Clauses, hits: list[Hit], number: int) -> bool:
    """Whether a body is what is held, and no encounter behind it: دعا إلى | عقد مجلس الدفاع; not إلى | عقد الوزارة ندوة."""
    hit, stop = hits[number], clauses.stop(hits[number].place)
    others = (other for other in hits[number + 1 :] if other.by in (NAME, PAPER) and hit.place < other.place < stop)
    return not any(not other.lead for other in others)


def sitting_told(clauses: Clauses, hit: Hit) -> int | None:
    """The body before a participle that tells its sitting on a day or in a town: المجلس | المنعقد أمس, اللجنة | المنعقدة في صور."""
    tokens, first = clauses.tokens, max(clauses.passage.sentence_start(hit.place), hit.place - SITS_BEFORE)
    if not tokens.kinds[hit.place] & DEFINITE or not is_set_at_once(clauses, hit):
        return None
    body = None
    for at in range(hit.place - 1, first - 1, -1):
        if clauses.is_verb(at) or tokens.kinds[at] & THAT or bare_key(tokens.keys[at]) in names():
            break
        if is_sitting(tokens, at) and is_feminine(tokens.keys[at]) == is_feminine(tokens.keys[hit.place]):
            body = at
    return body


def is_set_at_once(clauses: Clauses, hit: Hit) -> bool:
    """Whether a day or a town is told right behind a word: المنعقد | أمس, المنعقد | بتاريخ 3 مايو, المنعقد | في صور."""
    clause, led = clauses.range(hit.place), clauses.tokens.keys[hit.place + 1 : hit.place + 2]
    if has_day(clauses, hit, clause, 2):
        return True
    return led in ([IN], [BY]) and (has_day(clauses, hit, clause, DAY_WITHIN) or is_somewhere(clauses, hit, clause))


def debates(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an assembly begins or ends to deal with something on a day: بدأ | مجلس النواب أمس مناقشة القانون."""
    told = {bare_key(key) for key in clauses.tokens.keys[hit.place + 1 : min(clause[1], hit.place + DEBATED)]}
    return not keys_by(DEBATE).isdisjoint(told) and sits(clauses, hit, clause)


def sits(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an assembly deals with something on a day, or under somebody: تنظر | اللجنة يوم الأحد في القانون.

    ناقش | المجلس برئاسة فلان القانون.
    """
    return is_assembly_at(clauses, hit, clause) and (has_day(clauses, hit, clause) or is_attended(clauses, hit, clause))


def hears(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an assembly or a committee asks an officer, or hears something on a day: استمعت | لجنة المياه إلى الوزير.

    So does whoever has a delegation as a guest on a day: تستضيف | الغرفة غدا وفدا من الخبراء.
    """
    if has_day(clauses, hit, clause) and any(is_guest(clauses, side) for side in behind(clauses, hit, clause)[1:]):
        return True
    return is_assembly_at(clauses, hit, clause) and (
        has_day(clauses, hit, clause) or any(is_officer(clauses, side) for side in behind(clauses, hit, clause)[1:])
    )


def is_assembly_at(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an assembly, a council or a committee stands right behind a verb."""
    first = hit.place + 1
    first += bool(first < clause[1] and clauses.tokens.kinds[first] & SATED)  # ناقش فيه | المجلس
    first += bool(first < clause[1] and is_members(clauses, first))
    near = range(first, min(clause[1], first + 2))
    panel = bare_key(clauses.tokens.keys[near[0]]) in keys_by(PANEL) if near else False
    return panel or any(votes_on_laws(clauses, at) for at in near)


def is_members(clauses: Clauses, place: int) -> bool:
    """Whether several of a body are told before it: أعضاء | اللجنة."""
    kinds = clauses.tokens.kinds
    return bool(kinds[place] & (ROLE | PEOPLE) and kinds[place + 1] & BODY)


def is_guest(clauses: Clauses, side: Side) -> bool:
    """Whether a side is a delegation that nothing leads, or إلى to be heard: وفدا | من الخبراء, استمع إلى | وفد الخبراء."""
    return side.lead in ("", TO) and bare_key(clauses.tokens.keys[side.phrase.first]).removesuffix(ALEF) in DELEGATIONS


def is_officer(clauses: Clauses, side: Side) -> bool:
    """Whether a side is an officer whom nothing leads, or إلى: إلى | الوزير."""
    return side.lead in ("", TO) and bool(clauses.tokens.kinds[side.phrase.first] & (ROLE | TITLE))


def is_asked_to_meeting(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told to which meeting a guest is asked, and none of those told is a medium: استضاف الوزير نظيره | في قمة."""
    tokens = clauses.tokens
    led = (at for at in range(hit.place + 3, clause[1]) if tokens.keys[at - 1] in (IN, UPON))
    meets = any(
        form.row["type"] == "meeting" and form.row["by"] == NAME and form.row["needs"] in (NONE, "served")
        for at in led
        for form in forms(TABLE).get(tokens.keys[at])
    )
    return meets and not any(is_media(clauses, side.phrase) for side in behind(clauses, hit, clause))
