"""Papers that are signed: وقع الوزير | اتفاقية، توقيع | مذكرات، الاتفاق | المبرم بين الطرفين."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.parts import SIGNING
from qawl.arabic.agenda.sides import are_several, before, behind, has_day
from qawl.arabic.agenda.tenses import small_word
from qawl.arabic.agenda.words import ACT, NAME, PAPER, SIGNED, TABLE, Hit, is_called_off, keys_by, names
from qawl.arabic.findings import Range
from qawl.arabic.forms import forms, forms_where
from qawl.arabic.frames.lineups import lineup_at
from qawl.arabic.letters import BASED_ON, BETWEEN, DONE, GOALS, JOINS_FREELY, OF, SUCH_AS, UPON, WITH, bare_key, fold
from qawl.arabic.lexicon import DEFINITE, DEMONSTRATIVE, NUMBER, PREFIX, PREPOSITION, QUANTITY, RELATIVE, SATED
from qawl.arabic.people.duals import is_before_owner
from qawl.arabic.tokens import Tokens
from qawl.tables import several

# So near behind a verb or noun of signing stands what is signed.
FAR = 45
BESIDE = 3
NEAR = 5
# So near behind a paper stands that it was signed.
SIGNED_WITHIN = 8
# What may lead to a paper: وقع | على الاتفاقية, توصل | إلى اتفاق.
ON = (UPON, JOINS_FREELY)


def has_paper(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether what is signed stands behind the verb, or is its pronoun: وقع الوزير | على اتفاقية, ووقعها الوزير."""
    if not hit.form.pronoun:
        return paper_behind(clauses, hit.place, clause, ON)
    first = next(iter(behind(clauses, hit, clause)), None)
    return first is not None and first.phrase.first - hit.place <= BESIDE and is_taken_up(clauses, hit.place)


def has_contract(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether what goes on for longer is a contract: مدد النادي | عقد المدرب, تجديد | عقده; not جدد البيان تأكيده على الاتفاق."""
    near = range(hit.place + 1, min(clause[1], hit.place + NEAR))
    unled = takewhile(lambda at: not clauses.tokens.kinds[at] & (PREPOSITION | PREFIX), near)
    return any("contract" in several(form.row["needs"]) for at in unled for form in forms(TABLE).get(clauses.tokens.keys[at]))


def hires(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told by name with whom somebody makes a contract: تعاقد النادي | مع المدرب سالم الكندي; not مع أطباء."""
    return any(side.lead == WITH and side.phrase.named for side in behind(clauses, hit, clause))


def is_taken_up(clauses: Clauses, place: int) -> bool:
    """Whether a paper stands so near before a word that the pronoun of that means it: مذكرة تفاهم | وقعها الوزير."""
    first = max(clauses.passage.sentence_start(place), place - FAR)
    return not (keys_by(PAPER) - issued()).isdisjoint(clauses.tokens.keys[first:place])


@cache
def issued() -> frozenset[str]:
    """The folded papers that may be issued by one alone, so that whoever puts his name on them signs nothing: بيان."""
    return frozenset(key for key, _ in forms_where(TABLE, lambda row: "led" in several(row["needs"])))


def paper_behind(clauses: Clauses, place: int, clause: Range, leads: tuple[str, ...]) -> bool:
    """Whether a paper that can be signed stands behind `place`, unled, counted, or behind one of `leads`: عدد من | الاتفاقيات."""
    keys, kinds, papers = clauses.tokens.keys, clauses.tokens.kinds, keys_by(PAPER)
    for at in range(place + 1, min(clause[1], place + FAR)):
        if is_signing_noun(clauses.tokens, at):
            return False  # وقع الانفجار بعد | توقيع الاتفاق
        if keys[at] in papers and not is_holding(clauses, at) and not is_basis(clauses.tokens, at):
            counted = keys[at - 1] == OF and bool(kinds[at - 2] & (NUMBER | QUANTITY))
            return counted or keys[at - 1] in leads or not kinds[at - 1] & (PREPOSITION | PREFIX)
    return False


def makes_pact(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an agreement is what somebody makes, and no meeting: عقدت الشركة | اتفاقية; not عقد الوزير جلسة لبحث اتفاقية."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    near = range(hit.place + 1, min(clause[1], hit.place + SIGNED_WITHIN))
    paper = next((at for at in near if keys[at] in keys_by(PAPER)), None)
    if paper is None or kinds[paper] & DEFINITE or kinds[paper - 1] & (PREPOSITION | PREFIX):
        return False
    who = before(clauses, hit)
    beside = who is not None and who.stop == hit.place
    if keys[hit.place] == fold(hit.form.lemma) and paper == hit.place + 1 and not beside:
        return False  # من خلال | عقد صفقة
    return keys_by(NAME).isdisjoint(keys[hit.place + 1 : paper])


def is_basis(tokens: Tokens, place: int) -> bool:
    """Whether a paper at `place` is only what something else is founded on: بناء على | الاتفاق، بناء على ذلك | الاتفاق."""
    start = place - bool(place and tokens.kinds[place - 1] & DEMONSTRATIVE)
    return tuple(tokens.keys[max(0, start - 2) : start]) == BASED_ON


def is_signing_noun(tokens: Tokens, place: int) -> bool:
    """Whether the noun of signing stands at `place`, whose own the paper behind it is: توقيع | الاتفاق."""
    told = forms(TABLE).get(tokens.keys[place])
    return any(form.tense == "noun" and form.row["type"] == SIGNING and form.row["by"] in (ACT, NAME) for form in told)


def is_holding(clauses: Clauses, place: int) -> bool:
    """Whether a word that is spelt as a contract holds the encounter behind it: توقع | عقد القمة; not وقع | عقد شراكة."""
    return small_word(clauses.tokens.keys[place]) == "holding" and bare_key(clauses.tokens.keys[place + 1]) in names()


def is_agreed(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody comes to an agreement with somebody: توصلت الحكومة | إلى اتفاق مع النقابة, تم | التوصل إلى اتفاق بينهما.

    Or two do: توصل | وزيرا البلدين إلى اتفاق, الوزيران | توصلا إلى اتفاق.
    """
    near = hit.place, min(clause[1], hit.place + NEAR + len(GOALS))
    if hit.form.tense == "noun" and (not hit.place or clauses.tokens.keys[hit.place - 1] not in DONE):
        return False
    if clauses.tokens.kinds[hit.place - 1] & PREPOSITION and hit.place:
        return False
    if hit.form.tense not in ("noun", "perfect") or not paper_behind(clauses, hit.place, near, GOALS):
        return False
    two = hit.form.number == "d" or is_before_owner(clauses.tokens, hit.place + 1)
    two = two or (hit.form.is_finite and len(lineup_at(clauses.scene, hit.place + 1, near[1])) > 1)
    return two or has_sides(clauses, hit, clause) or are_several(clauses, hit.place + 1)


def has_sides(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told with whom or between whom: إلى اتفاق | مع النقابة."""
    return any(side.lead in (WITH, BETWEEN) for side in behind(clauses, hit, clause))


def is_signing(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a paper is near behind the noun or its pronoun, or its day, or that it is off: توقيع | اتفاقية, تأخر | التوقيع."""
    if hit.form.pronoun and is_taken_up(clauses, hit.place):
        return True
    if SUCH_AS in clauses.tokens.keys[hit.place + 1 : hit.place + 2]:
        return False  # توقيع | مثل هذه الاتفاقيات
    near = NEAR * (2 if hit.form.pronoun else 1)  # وضع الوزير توقيعه | في تونس أمس على الاتفاقية
    if paper_behind(clauses, hit.place, (clause[0], min(clause[1], hit.place + near)), ON):
        return True
    told = bool(clauses.tokens.kinds[hit.place] & DEFINITE)
    off = is_called_off(clauses.tokens, hit.place)
    return told and (off or has_sides(clauses, hit, clause) or has_day(clauses, hit, clause))


def signed_behind(clauses: Clauses, hits: list[Hit], number: int) -> Hit | None:
    """What tells near behind a paper that it was signed: الاتفاق | المبرم بين الطرفين، اتفاقية | وقعها الوزير."""
    hit = hits[number]
    for other in hits[number + 1 :]:
        if other.place - hit.place > SIGNED_WITHIN or other.place >= clauses.stop(hit.place):
            return None
        if other.by == SIGNED or (signs(clauses, other) and is_told_of(clauses.tokens, hit, other)):
            return other
    return None


def signs(clauses: Clauses, hit: Hit) -> bool:
    """Whether a verb or a noun tells a signing, and what is held is none; who only comes to an agreement does so with somebody."""
    signing = hit.by in (ACT, NAME) and hit.form.row["type"] == "signing" and "pact" not in hit.needs
    return signing and ("agreed" not in hit.needs or has_sides(clauses, hit, clauses.range(hit.place)))


def is_told_of(tokens: Tokens, paper: Hit, other: Hit) -> bool:
    """Whether a verb or noun tells of the paper before it: وقعها, التوصل إليها; a verb behind الذي or beside: اتفاقية | وقعت.

    One word may stand between: مذكرة تفاهم | وقعت أمس.
    """
    if other.form.pronoun or any(kind & SATED for kind in tokens.kinds[other.place + 1 : other.place + 2]):
        return True
    relative = any(kind & RELATIVE for kind in tokens.kinds[paper.place + 1 : other.place])
    kinds = tokens.kinds[paper.place : other.place]
    beside = len(kinds) < 3 and not any(kind & (DEFINITE | PREFIX | PREPOSITION) for kind in kinds)
    return other.by == ACT and (relative or beside)
