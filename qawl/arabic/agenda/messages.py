"""Calls and letters: who is on the telephone with whom, who wrote to whom: اتصال هاتفي | مع الوزير، رسالة | إلى السفير."""

from __future__ import annotations

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.sides import HEADS, party_behind
from qawl.arabic.agenda.tenses import has_turn
from qawl.arabic.agenda.words import PHONE, SIGN, Hit, heads_by, keys_by, poll_words
from qawl.arabic.findings import Range
from qawl.arabic.letters import ALEF, ARTICLE, BETWEEN, BY, GOALS, IN, OF, TO_THE, UPON, WITH
from qawl.arabic.lexicon import DEFINITE, HONOUR, PREPOSITION, word_classes
from qawl.arabic.tokens import Tokens

# So far before the verb stands that somebody telephones, and so far behind it: في اتصال هاتفي أمس، | بحث.
PHONED = 6
NEAR = 16
# So far behind a letter stands what it is, and to whom it goes.
TELLS = 3
REACH = 12
SOMEBODY = HEADS | HONOUR


def is_on_phone(clauses: Clauses, first: int, stop: int) -> bool:
    """Whether it is told between two places that somebody is on the telephone: هاتفيا، عبر | الهاتف."""
    keys, words = clauses.tokens.keys, heads_by(PHONE)
    return any(key in words and (not words[key] or keys[at - 1] == words[key]) for at, key in enumerate(keys[first:stop], first))


def by_phone(clauses: Clauses, place: int, clause: Range) -> bool:
    """Whether it is told near a verb that it is on the telephone: بحث الوزير | هاتفيا مع السفير, في اتصال هاتفي | بحث."""
    first = max(clauses.passage.sentence_start(place), place - PHONED)
    return is_on_phone(clauses, first, min(clause[1], place + NEAR))


def is_called(clauses: Clauses, hit: Hit) -> bool:
    """Whether talks are told to be on the telephone right behind their noun: مباحثات | هاتفية، محادثات | عبر الهاتف."""
    return is_on_phone(clauses, hit.place + 1, hit.place + 1 + TELLS)


def is_letter(clauses: Clauses, hit: Hit, holder: Hit | None = None) -> bool:
    """Whether it is told to whom a letter goes or from whom it comes, or several exchange them; not a sign: رسالة | قوية."""
    keys, first = clauses.tokens.keys, min(hit.place, holder.place if holder else hit.place) + 1
    if any(key in keys_by(SIGN) for key in keys[hit.place + 1 : hit.place + 1 + TELLS]):
        return False
    if holder and "mutual" in holder.needs:
        return True
    leads = (*GOALS, OF) if holder else GOALS
    stop = min(clauses.stop(hit.place), hit.place + REACH)
    to_all = (keys[at] in GOALS and keys[at + 1] in poll_words("public") for at in range(first, min(stop, len(keys) - 1)))
    return not any(to_all) and any(keys[at] in leads and is_somebody(clauses, at + 1) for at in range(first, stop))


def is_somebody(clauses: Clauses, place: int) -> bool:
    """Whether somebody is named at `place` or right behind: رسالة إلى | السفير، إلى تلك | الشركات; not من | المقرر أن."""
    tokens = clauses.tokens
    if place >= len(tokens) or has_turn(tokens, place, "ahead"):
        return False
    if any(first == place for person in clauses.scene.cast.people for first, _ in person.mentions):
        return True  # رسالة إلى | كروبنيك
    led = word_classes().get(ARTICLE + tokens.keys[place], 0) if tokens.keys[place - 1] == TO_THE else 0
    return bool(led & SOMEBODY) or any(kind & SOMEBODY and not kind & PREPOSITION for kind in tokens.kinds[place : place + 2])


def is_written(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether something is told in a letter to somebody, or from whom it is and to whom: قال في | رسالة إلى السفير."""
    del clause
    keys = clauses.tokens.keys
    if clauses.tokens.kinds[hit.place] & DEFINITE or not is_letter(clauses, hit):
        return False
    near = keys[hit.place + 1 : hit.place + 1 + TELLS]
    return OF in near if not hit.lead else hit.lead == IN and not set(GOALS).isdisjoint(near)


def is_phone(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether it is told who calls whom: اتصال هاتفي | مع الوزير; not قنوات الاتصال."""
    del clause
    kinds = clauses.tokens.kinds
    owned = hit.place and not hit.lead and not kinds[hit.place - 1] and bool(kinds[hit.place] & DEFINITE)
    between = BETWEEN in clauses.tokens.keys[hit.place + 1 : hit.place + 3]
    if hit.lead == UPON and (hit.form.pronoun or is_in_touch(clauses.tokens, hit.place)):
        return False
    return not owned and (between or party_behind(clauses, hit, (WITH, BETWEEN, BY)) is not None)


def is_in_touch(tokens: Tokens, place: int) -> bool:
    """Whether it is only told that somebody is in touch with others: إنه على | اتصال بالطرفين; not ردا على | اتصال هاتفي."""
    return place > 1 and not tokens.keys[place - 2].endswith(ALEF) and not tokens.kinds[place] & DEFINITE
