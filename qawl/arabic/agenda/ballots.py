"""Words that tell a vote: صوت | المجلس على القانون، انتخب | الأعضاء رئيسا، أقر | البرلمان القانون، انتخابات | تونس."""

from __future__ import annotations

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.sides import PLACES, are_several, behind, has_day, owner_of
from qawl.arabic.agenda.words import TRUST, Hit, chambers, keys_by, votes
from qawl.arabic.findings import Range
from qawl.arabic.letters import ADDRESSING, BY, FOR_OR_AGAINST, TO_THE, UPON, WITH, bare_key
from qawl.arabic.lexicon import BODY, COUNTRY, DEFINITE, NATION, NUMBER, PEOPLE, PREPOSITION, ROLE

# So many tokens may stand between a verb and what is voted on, and behind a noun up to its day and its land.
NEAR = 16
DAY = 25
LAND = 5
# So far before its verb stands an assembly.
ASSEMBLED = 4


def casts_ballot(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody votes on, for or against something: صوت المجلس | على القانون; not صوت المطر."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    near = range(hit.place + 1, min(clause[1], hit.place + NEAR))
    leads = any(keys[at] in (UPON, WITH, ADDRESSING, TO_THE, *FOR_OR_AGAINST) or keys[at] in votes() for at in near)
    if not leads or (hit.place and kinds[hit.place - 1] & (PREPOSITION | NUMBER)):
        return False
    first = hit.place + 1 < len(keys) and (
        kinds[hit.place + 1] & (PEOPLE | BODY | COUNTRY | ROLE | DEFINITE) or keys[hit.place + 1] in (BY, UPON, WITH)
    )
    first = bool(first) or are_several(clauses, hit.place + 1)
    sure = hit.form.number != "s" or hit.form.tense != "perfect" or hit.form.gender == "f"
    return sure or first


def elects(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody is elected or elects."""
    return bool(behind(clauses, hit, clause))


def is_assembly(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an assembly is the subject right behind the verb, which decides by vote: أقر | مجلس النواب القانون."""
    near = range(hit.place + 1, min(clause[1], hit.place + 3))
    return hit.form.tense in ("perfect", "future") and any(votes_on_laws(clauses, at) for at in near)


def gives_trust(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an assembly gives its trust or takes it: منح | مجلس النواب الثقة للحكومة, نالت | الحكومة ثقة مجلس النواب."""
    first, stop = max(clauses.passage.sentence_start(hit.place), hit.place - ASSEMBLED), min(clause[1], hit.place + NEAR)
    trust = not keys_by(TRUST).isdisjoint(clauses.tokens.keys[hit.place + 1 : stop])
    return trust and any(votes_on_laws(clauses, at) for at in range(first, stop))


def votes_on_laws(clauses: Clauses, place: int) -> bool:
    """Whether the word at `place` is in the name of those who vote: البرلمان, مجلس | الأمن; not الحزب | الوطني."""
    keys = clauses.tokens.keys
    head = chambers().get(bare_key(keys[place]))
    return head is not None and (not head or bare_key(keys[place - 1]) == head)


def is_vote(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the day of a vote is told, or whose it is: انتخابات | تونس، الانتخابات | التونسية."""
    near = clauses.tokens.kinds[hit.place + 1 : min(clause[1], hit.place + LAND)]
    return clause[0] < hit.place or has_day(clauses, hit, clause, DAY) or any(kind & (PLACES | NATION) for kind in near)


def is_elected(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer is elected on a day: انتخاب | رئيس المجلس."""
    return has_day(clauses, hit, clause, DAY) and owner_of(clauses, hit) is not None
