"""Verbs of looking at, opening and founding houses: تفقد المحافظ | الميناء، دشن الوزير | محطة في تونس."""

from __future__ import annotations

from qawl.arabic.agenda.coming import comer, comes
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.places import is_place, is_venue
from qawl.arabic.agenda.sides import NEAR, before, behind
from qawl.arabic.agenda.tenses import has_turn
from qawl.arabic.agenda.words import HOLDS, INSPECTORS, OPENED, PANEL, TABLE, WORKS, Hit, keys_by, names
from qawl.arabic.findings import Range
from qawl.arabic.forms import forms
from qawl.arabic.letters import AT_AN_EVENT, BY, DURING, FIRST_STONE, IN, UPON, bare_key
from qawl.arabic.lexicon import NEGATION, PREFIX, PREPOSITION, ROLE, TITLE
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# So near behind what is worked at stands the house itself: على أعمال ترميم | القلعة.
OF_WORKS = 4


def tours(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer or a body looks at something: تفقد المحافظ | الميناء, المحافظ سيتفقد | الميناء; not تفقد المدينة ماءها.

    What is denied or stands behind كي is another verb that is written alike: لم | تفقد الشركة حصتها.
    """
    if hit.place and hit.form.tense == "perfect" and clauses.tokens.kinds[hit.place - 1] & NEGATION:
        return False
    first, after = next(iter(behind(clauses, hit, clause)), None), hit.place + 1
    beside = first is not None and first.lead == "" and first.phrase.first == after
    return (beside or (after < clause[1] and is_venue(clauses.tokens, after))) and comes(clauses, hit, clause)


def opens(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody by name or office opens a house, or what stands in one, and it is told where.

    دشن الوزير | محطة في تونس, افتتحت الوزيرة | قسما في المستشفى; not افتتح معرض الزهور.
    """
    tokens, who = clauses.tokens, officer_of(clauses, hit, clause)
    if who is None:
        return False
    first, stop = max(who.stop, hit.place + 1), min(clause[1], hit.place + NEAR)
    at = next((at for at in range(first, stop) if may_be_opened(tokens, at)), None)
    if at is None or not names().isdisjoint(tokens.keys[first:at]):
        return False
    return is_told_where(clauses, hit.place + 2, stop)


def officer_of(clauses: Clauses, hit: Hit, clause: Range) -> Phrase | None:
    """The person or officer who is the subject of a verb, right before it or behind it."""
    ahead = before(clauses, hit)
    who = ahead if ahead and ahead.stop == hit.place else comer(clauses, hit, clause)
    return who if who and (who.named or clauses.tokens.kinds[who.first] & (ROLE | TITLE)) else None


def is_told_where(clauses: Clauses, first: int, stop: int) -> bool:
    """Whether a preposition leads to a house or a town between two places."""
    tokens = clauses.tokens
    led = [at for at in range(first, stop) if tokens.keys[at - 1] in (IN, BY)]
    return any(is_venue(tokens, at) or is_place(tokens, at) or bare_key(tokens.keys[at]) in keys_by(OPENED) for at in led)


def inspects(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody sets about looking at a house or says something there: قام الوزير ب| تفقد أشغال الميناء, بدأ الخبراء |
    معاينة المصنع, قال خلال | تفقده الميناء.
    """
    tokens, place = clauses.tokens, hit.place
    near = range(place + 1, min(clause[1], place + OF_WORKS))
    house = any(is_venue(tokens, at) or is_place(tokens, at) or bare_key(tokens.keys[at]) in keys_by(OPENED) for at in near)
    first = max(clauses.passage.sentence_start(place), place - NEAR)
    if house and hit.lead in (*AT_AN_EVENT, *DURING):
        return True
    return house and any(has_turn(tokens, at, "begun") or is_doing(tokens, at) for at in range(first, place))


def is_doing(tokens: Tokens, place: int) -> bool:
    """Whether a verb at `place` only tells that what ب leads to is done: قام | بكذا."""
    told = forms(TABLE).get(tokens.keys[place])
    return any(form.is_finite and form.row["by"] == HOLDS and form.row["needs"] == "by" for form in told)


def is_checked(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether those who are sent to look do: سيقوم | مفتشو الوكالة بتفتيش الموقع; not فتشت الشرطة المنزل."""
    first = max(clauses.passage.sentence_start(hit.place), hit.place - NEAR)
    near = clauses.tokens.keys[first : clause[1]]
    return not (keys_by(PANEL) | keys_by(INSPECTORS)).isdisjoint(map(bare_key, near))


def looks_at(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer looks at how work goes on, and it is told where: اطلع الوزير | على سير العمل في المستشفى."""
    keys = clauses.tokens.keys
    works = next(
        (at for at in range(hit.place + 2, clause[1]) if keys[at - 1] == UPON and bare_key(keys[at]) in keys_by(WORKS)), None
    )
    if works is None:
        return False
    stop = min(clause[1], works + NEAR)
    own = any(is_venue(clauses.tokens, at) for at in range(works + 1, min(stop, works + OF_WORKS)))
    return (own or is_told_where(clauses, works + 1, stop)) and officer_of(clauses, hit, clause) is not None


def lays_stone(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer lays the first stone of a house, and it is told where: وضع الوزير | حجر الأساس لمدرسة في تونس."""
    keys, stop = clauses.tokens.keys, min(clause[1], hit.place + NEAR)
    stone = next((at for at in range(hit.place + 1, stop - 1) if tuple(keys[at : at + 2]) == FIRST_STONE), None)
    if stone is None or not is_told_where(clauses, hit.place + 1, min(clause[1], stone + NEAR)):
        return False
    return officer_of(clauses, hit, clause) is not None


def may_be_opened(tokens: Tokens, at: int) -> bool:
    """Whether a house, or what stands in one, is at `at`, and no preposition nor another house leads to it."""
    if tokens.kinds[at - 1] & (PREPOSITION | PREFIX) or is_venue(tokens, at - 1) or tokens.keys[at] in names():
        return False
    return is_venue(tokens, at) or bare_key(tokens.keys[at]) in keys_by(OPENED)
