"""Nouns that tell an encounter alone: by who is in it, its day or its place: مباحثات | بين الوزير والسفير، قمة | يوم الأحد."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from qawl.arabic.agenda.acts import paper_behind
from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.sides import PLACES, has_place, is_media
from qawl.arabic.agenda.words import OTHER, PRESS, Hit, keys_by
from qawl.arabic.findings import Range
from qawl.arabic.frames.arguments import phrase_at
from qawl.arabic.frames.forms import NONE
from qawl.arabic.letters import BETWEEN, BY, IN, TO, UPON, WITH, bare_key
from qawl.arabic.lexicon import (
    DEFINITE,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    ROLE,
    SPEECH,
    THAT,
    TITLE,
    VAGUE,
)
from qawl.arabic.phrases import Phrase

Test = Callable[[Clauses, Hit, Range], bool]
# So many tokens behind a noun tell who is in it, and its day and place.
NEAR = 8
DAY = 12


def is_told(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a noun that nothing holds tells an encounter all the same."""
    return all((BY_TYPE[hit.form.row["type"]] if need == NONE else NEEDS[need])(clauses, hit, clause) for need in hit.needs)


def is_only_setting(clauses: Clauses, hit: Hit) -> bool:
    """Whether somebody only speaks there: مؤتمر صحفي, مقابلة مع قناة الساحل."""
    tokens = clauses.tokens
    near = range(hit.place + 1, min(hit.place + 4, len(tokens)))
    if any(bare_key(tokens.keys[at]) in keys_by(PRESS) for at in near):
        return True
    party = party_behind(clauses, hit, (WITH, "ل", BY))
    return party is not None and is_media(clauses, party)


def is_other(clauses: Clauses, hit: Hit) -> bool:
    """Whether the sentence tells of a match or a trial."""
    keys, passage = clauses.tokens.keys, clauses.passage
    first, stop = passage.sentence_start(hit.place), passage.sentence_stop(hit.place)
    return any(keys[at] in keys_by(OTHER) for at in range(max(first, hit.place - 30), min(stop, hit.place + 30)))


def party_behind(clauses: Clauses, hit: Hit, leads: tuple[str, ...]) -> Phrase | None:
    """The party behind a noun that one of `leads` leads, past the adjectives of the noun: لقاء ثنائي | مع الوزير."""
    tokens, kinds = clauses.tokens, clauses.tokens.kinds
    for at in range(hit.place + 1, min(hit.place + NEAR, len(tokens) - 1)):
        if kinds[at] & (PUNCTUATION | THAT | SPEECH):
            return None
        if tokens.keys[at] in leads and kinds[at] & (PREPOSITION | PREFIX):
            return phrase_at(clauses.passage, at + 1)
    return None


def owner_of(clauses: Clauses, hit: Hit) -> Phrase | None:
    """The party right behind a noun without article, to which it belongs: اجتماع | مجلس الوزراء."""
    if clauses.tokens.kinds[hit.place] & DEFINITE:
        return None
    return phrase_at(clauses.passage, hit.place + 1)


def is_meeting(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether who is in it is told, or whose it is with its day or place, or both of these."""
    if party_behind(clauses, hit, (WITH, BETWEEN)):
        return True
    who = owner_of(clauses, hit) or party_behind(clauses, hit, ("ل",)) or hit.form.pronoun
    day, where = has_day(clauses, hit, clause), is_somewhere(clauses, hit, clause)
    return (
        (bool(who) and (day or where))
        or (day and where)
        or (bool(hit.form.pronoun) and party_behind(clauses, hit, (BY,)) is not None)
    )


def has_day(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a day stands near behind the noun in its clause."""
    days = clauses.scene.days
    at = bisect_left(days, hit.place, key=lambda day: day.first)
    return at < len(days) and days[at].first < min(clause[1], hit.place + DAY)


def is_somewhere(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether في leads to a place near behind the noun."""
    tokens, kinds = clauses.tokens, clauses.tokens.kinds
    near = range(hit.place + 1, min(clause[1], hit.place + DAY) - 1)
    return any(tokens.keys[at] in (IN, BY) and kinds[at + 1] & (PLACES | VAGUE) for at in near)


def is_travel(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told who goes where: زيارة | الوزير إلى تونس, زيارته لتونس."""
    kinds = clauses.tokens.kinds
    who = hit.form.pronoun or owner_of(clauses, hit) or kinds[hit.place] & DEFINITE
    place = has_place(clauses, hit.place + 1, min(clause[1], hit.place + DAY))
    return bool(who) and (place or has_day(clauses, hit, clause))


def is_tour(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether somebody's tour of a place is told: جولة | الوزير في المنطقة."""
    who = hit.form.pronoun or owner_of(clauses, hit)
    return bool(who) and any(
        clauses.tokens.keys[at] in (IN, TO, UPON) for at in range(hit.place + 1, min(clause[1], hit.place + NEAR))
    )


def is_arrival(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a person comes to a place: وصول | الوزير إلى تونس."""
    who = owner_of(clauses, hit)
    if who is None or not (who.named or clauses.tokens.kinds[who.first] & (ROLE | TITLE)):
        return False
    return any(
        clauses.tokens.keys[at] == TO and clauses.tokens.kinds[at + 1] & PLACES
        for at in range(who.first, min(clause[1], hit.place + DAY) - 1)
    )


def is_phone(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told who calls whom: اتصال هاتفي | مع الوزير; not قنوات الاتصال."""
    del clause
    kinds = clauses.tokens.kinds
    owned = hit.place and not hit.lead and not kinds[hit.place - 1] & (PUNCTUATION | PREFIX | PREPOSITION)
    return not owned and party_behind(clauses, hit, (WITH, BETWEEN, BY)) is not None


def is_signing(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a paper stands near behind the noun: توقيع | اتفاقية."""
    return paper_behind(clauses, hit.place, (clause[0], min(clause[1], hit.place + 5)))


def is_vote(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the day of a vote is told."""
    return has_day(clauses, hit, clause)


def never(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """What only tells an encounter where something holds it."""
    del clauses, hit, clause
    return False


def elects(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether an officer is elected on a day: انتخاب | رئيس المجلس."""
    return has_day(clauses, hit, clause) and owner_of(clauses, hit) is not None


def is_march(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a march has its day, and is nobody's career: مسيرة | يوم الأحد; not مسيرته."""
    return not hit.form.pronoun and has_day(clauses, hit, clause)


def is_protest(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether the day or the place of a protest is told."""
    return has_day(clauses, hit, clause) or is_somewhere(clauses, hit, clause)


NEEDS: dict[str, Test] = {
    "held": never,
    "sent": never,
    "goal": is_travel,
    "tour": is_tour,
    "arrival": is_arrival,
    "phone": is_phone,
    "paper": is_signing,
    "elects": elects,
    "march": is_march,
    "place": is_protest,
}
BY_TYPE: dict[str, Test] = {"meeting": is_meeting, "vote": is_vote, "protest": is_protest}
