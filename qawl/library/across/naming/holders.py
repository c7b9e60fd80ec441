"""Whether somebody whom one page has by an office alone is one whom another page tells to hold it, or to have held it.

وقال محافظ صحار إن السد آمن, two days after محافظ صحار سالم الكندي: he is proposed, and joined where nobody else can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from qawl.arabic.alike.offices import Bearing, Office, bearing, masculine, office_of
from qawl.arabic.letters import fold_phrase
from qawl.arabic.lexicon import SENT, word_classes
from qawl.arabic.phrases.offices import lands_in
from qawl.library.across.naming.evidence import (
    PERSON,
    is_near,
    is_within,
    lands_of,
    other_gender,
    other_lands,
    shared_context,
    tell_one_story,
)
from qawl.library.across.naming.known import Judgement, Known, Reason, RoleOn

# Whoever is told by an office alone holds it in these months, a former one in these years; he is joined within these days.
LATELY, YEARS, DAYS = 180, 1095, 14
BY_OFFICE = "by_office"
# How an office has to bear on a role, the better first.
HELD = (Bearing.OFFICE, Bearing.TRADE)
# So many words of an office are keys.
MOST_WORDS = 4


def office_keys(known: Known) -> tuple[str, ...]:
    """The keys of the offices of somebody: the head beside each word that tells which, and alone; of whom an office alone tells the
    head only where there is no such word.
    """
    keys = [keys_of_office(role.text) for role in known.roles] if known.kind == "person" else []
    return tuple(dict.fromkeys(key for some in keys for key in (some[:-1] or some if known.officer else some)))


@lru_cache(maxsize=1 << 12)
def keys_of_office(role: str) -> tuple[str, ...]:
    """The head of an office beside each word that tells which one it is, then the head alone."""
    office = office_of(role)
    if office is None:
        return ()
    head = masculine(office.keys[0])
    return (*(f"{head} {word}" for word in sorted(office.tail | office.places)[:MOST_WORDS]), head)


def judge_holder(a: Known, b: Known) -> Judgement:
    """Whether one of two, who is told by an office alone, is the other, who is named."""
    if a.officer and b.officer:
        return judge_officers(a, b)
    officer, holder = (a, b) if a.officer else (b, a)
    reason = Reason(BY_OFFICE, (officer.names[0], holder.names[0]))
    held = list(held_by(officer, holder))
    if not held or any(other_gender(officer, holder)) or any(other_lands(officer, holder)):
        return Judgement("apart", (reason,))
    how, role = min(held, key=lambda one: HELD.index(one[0]))
    told = [reason for _, reason in shared_context(officer, holder)]
    reasons = (reason, Reason(how.value, (officer.names[0], role.text)), *told)
    if how == Bearing.TRADE and not is_near(officer, holder, lately=True):
        return Judgement("apart", reasons)
    sure = is_sure(officer, holder, role, how) and not is_beside(officer, holder)
    return Judgement("join" if sure else "propose", reasons)


def is_sure(officer: Known, holder: Known, role: RoleOn, how: Bearing) -> bool:
    """Whether nobody need be asked: in one story where one office is told after its holder, or one that is past; else of few days
    and one place.
    """
    office = officer.roles[0]
    if not is_envoys(office.text) and are_of_one_land(officer, holder, role) and tell_one_story(officer, holder, office.text):
        return office.former or (how == Bearing.OFFICE and (days_from(role, office) or 0) >= 0)
    return how == Bearing.OFFICE and is_held_now(office, role) and are_of_one_place(office.text, role.text)


def judge_officers(a: Known, b: Known) -> Judgement:
    """Whether two pages of few days that have somebody by one office alone mean one: asked, where they tell of like things."""
    how = bearing(a.names[0], b.names[0])
    reasons = (Reason(BY_OFFICE, (a.names[0], b.names[0])), Reason(how.value, (a.names[0], b.names[0])))
    told = [reason for _, reason in shared_context(a, b)]
    same = how in HELD and a.roles[0].former == b.roles[0].former and not any(other_gender(a, b)) and not any(other_lands(a, b))
    return Judgement("propose" if same and told and is_within(a, b, DAYS) else "apart", (*reasons, *told))


def is_envoys(role: str) -> bool:
    """Whether an office is that of somebody sent, which a land has in many places at one time: السفير السعودي، المبعوث الأممي."""
    office = office_of(role)
    return office is not None and bool(word_classes().get(office.keys[0], 0) & SENT)


def are_of_one_land(officer: Known, holder: Known, role: RoleOn) -> bool:
    """Whether two offices tell one land; where neither tells any, the pages name one, or none at all: ولي العهد."""
    one, other = told(officer.names[0]).lands, told(role.text).lands
    pages = lands_of(officer), lands_of(holder)
    return one == other and (bool(one) or not any(pages) or bool(pages[0] & pages[1]))


def held_by(officer: Known, holder: Known) -> Iterator[tuple[Bearing, RoleOn]]:
    """The roles of somebody that are the office of the other in its time, with how; none where he had left it before."""
    found = [(how, role) for role in holder.roles if (how := bearing(officer.names[0], role.text)) in HELD]
    office = officer.roles[0]
    if not office.former and any(role.former and (days_from(role, office) or 0) > 0 for _, role in found):
        return
    for how, role in found:
        days = days_from(role, office)
        held = role.former or days is None or days > 0 if office.former else True
        if held and days is not None and abs(days) <= (YEARS if office.former else LATELY):
            yield how, role


def days_from(role: RoleOn, office: RoleOn) -> int | None:
    """How many days after the page of a role that of an office came; None where a day is not known."""
    if role.published is None or office.published is None:
        return None
    return (date.fromisoformat(office.published) - date.fromisoformat(role.published)).days


def is_held_now(office: RoleOn, role: RoleOn) -> bool:
    """Whether a page of the days before gives a role that is the very office, held still: not القائم بأعمال المحافظ."""
    days = days_from(role, office)
    lately = days is not None and 0 <= days <= DAYS
    return lately and not (role.former or office.former) and words_of(office.text) == words_of(role.text)


def words_of(office: str) -> set[str]:
    """The bare words of an office, but for its land."""
    keys = told(office).keys
    return set(keys) - set(lands_in(keys))


def are_of_one_place(first: str, second: str) -> bool:
    """Whether two offices tell one town or one land."""
    one, two = told(first), told(second)
    return bool(one.places & two.places or one.lands & two.lands)


def told(office: str) -> Office:
    """An office taken apart."""
    return office_of(office) or Office((), frozenset(), frozenset(), frozenset(), False)


def is_beside(officer: Known, holder: Known) -> bool:
    """Whether the page of an office has its holder too, by his name, and does not tell that he is meant."""
    return any(PERSON + fold_phrase(name) in officer.near for name in holder.names)
