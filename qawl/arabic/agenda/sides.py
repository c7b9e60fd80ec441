"""Who stands round a verb or a noun of an encounter, as far as it takes to tell that it is one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qawl.arabic.agenda.extents import Clauses
from qawl.arabic.agenda.places import is_own_place
from qawl.arabic.agenda.words import HABIT, OFTEN, PHONE, Hit, heads_by, keys_by
from qawl.arabic.findings import Range
from qawl.arabic.frames.arguments import heads_before
from qawl.arabic.frames.joints import behind_side
from qawl.arabic.frames.named_at import person_at
from qawl.arabic.frames.one_party import party_at
from qawl.arabic.letters import ABOUT, ALEF, ARTICLE, BY, BY_US, DUALS, EACH, IN, MIDST, NISBA, OF, PLURALS, TO, UPON, WITH, WITH_US
from qawl.arabic.lexicon import (
    BODY,
    COUNTRY,
    DEFINITE,
    FAMILY,
    LATIN,
    MEDIA,
    NAME,
    NUMBER,
    PEOPLE,
    PLACES,
    PREFIX,
    PREPOSITION,
    PUNCTUATION,
    QUANTITY,
    RELATIVE,
    ROLE,
    SATED,
    SPAN,
    SPEECH,
    THAT,
    TIME,
    TITLE,
    TOWN,
    VAGUE,
    word_classes,
)
from qawl.arabic.numerals import word_at
from qawl.arabic.people.duals import pair_head
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.arabic.verbs import owners

HEADS = ROLE | TITLE | BODY | PEOPLE | COUNTRY | NAME | FAMILY | LATIN | QUANTITY
# Who comes somewhere begins so.
COMERS = ROLE | TITLE | BODY | PEOPLE
LEADS = PREPOSITION | PREFIX
# The gender and number of those who speak, one and several.
OWN = ("-s", "-p")
# So many parties are looked for in a clause.
MOST = 6
# So far behind a verb they are.
REACH = 30
# So far behind a verb stands what it acts on, its place and its day, and behind a noun its place and who is in it.
NEAR = 16
PLACE = 12
BESIDE = 8
# So near behind the verb or the noun of an encounter stands what leads to a pronoun.
LED_WITHIN = 6
# Behind somebody who asks stands within so many tokens for whom: مع فلان من قناة الساحل.
MEDIUM = 3


class Side(NamedTuple):
    """A party in a clause and the key of what leads it: مع | الوزير; empty where nothing does."""

    lead: str
    phrase: Phrase


def sides(clauses: Clauses, first: int, stop: int) -> Iterator[Side]:
    """The parties from `first` to `stop` in order."""
    tokens, at, found = clauses.tokens, first, 0
    while at < stop and found < MOST:
        heads, limit = may_head(tokens, at) and not is_own_place(tokens, at), behind_goal(tokens, at, stop)
        phrase = party_at(clauses.scene, at, limit) if heads else person_at(clauses.scene, at, limit)
        if phrase is None:
            at = max(at + 1, behind_side(tokens, at, stop))
            continue
        led = at and tokens.kinds[at - 1] & LEADS and not tokens.kinds[at - 1] & SATED
        yield Side(tokens.keys[at - 1] if led else "", phrase)
        at, found = max(phrase.stop, at + 1), found + 1


def behind_goal(tokens: Tokens, place: int, stop: int) -> int:
    """Where the place ends that إلى leads to, before who comes there, else `stop`: وصل إلى تونس | الوزير فلان."""
    if not place or tokens.keys[place - 1] != TO or not tokens.kinds[place] & (PLACES | TOWN):
        return stop
    return next((at for at in range(place + 1, stop) if tokens.kinds[at] & COMERS), stop)


def may_head(tokens: Tokens, place: int) -> bool:
    """Whether a party may begin at `place`; هاتفيا is none."""
    key = tokens.keys[place]
    accusative = key.endswith(ALEF) and key not in heads_by(PHONE)
    return bool(tokens.kinds[place] & HEADS or accusative or pair_head(key))


def behind(clauses: Clauses, hit: Hit, clause: Range) -> list[Side]:
    """The parties behind a verb in its clause."""
    return list(sides(clauses, hit.place + 1, min(clause[1], hit.place + REACH)))


def before(clauses: Clauses, hit: Hit) -> Phrase | None:
    """The party that heads the clause of a verb and stands before it, the nearest first."""
    found = (party_at(clauses.scene, place, hit.place) for place in heads_before(clauses.passage, hit.place))
    return next((phrase for phrase in found if phrase), None)


def party_behind(clauses: Clauses, hit: Hit, leads: tuple[str, ...]) -> Phrase | None:
    """The party behind a noun that one of `leads` leads, past the adjectives of the noun: لقاء ثنائي | مع الوزير."""
    tokens, kinds = clauses.tokens, clauses.tokens.kinds
    for at in range(hit.place + 1, min(hit.place + BESIDE, len(tokens) - 1)):
        if tokens.keys[at] in leads and kinds[at] & (PREPOSITION | PREFIX):
            return party_at(clauses.scene, at + 1)
        if kinds[at] & (PUNCTUATION | THAT | SPEECH) or tokens.keys[at] in (UPON, OF, ABOUT):
            return None
    return None


def is_often(clauses: Clauses, verb: Hit, stop: int) -> bool:
    """Whether a verb in the present tells a habit: يجتمع | كل شهر, يلتقون | مرتين في السنة, تعقد اللجنة لقاءاتها | بشكل شهري."""
    if verb.form.tense not in ("imperfect", "passive"):
        return False
    return tells_often(clauses, verb.place + 1, min(stop, verb.place + REACH))


def tells_often(clauses: Clauses, first: int, stop: int) -> bool:
    """Whether it is told how often something is: كل | ثلاثة أشهر, مرتين في السنة, بشكل | شهري."""
    keys, kinds = clauses.tokens.keys, clauses.tokens.kinds
    return any(
        keys[at] in keys_by(OFTEN)
        or (kinds[at - 1] & PREPOSITION and is_of_habit(clauses, at) and not kinds[at + 1] & DEFINITE)
        or (keys[at] == EACH and is_span(clauses, at + 1))
        or (kinds[at] & TIME and keys[at + 1] == IN and any(kind & SPAN for kind in kinds[at + 2 : at + 3]))
        for at in range(first, min(stop, len(clauses.tokens) - 1))
    )


def is_of_habit(clauses: Clauses, place: int) -> bool:
    """Whether an adjective of habit stands at `place`: جلسة | أسبوعية; not جلسة | يومي 20 و21 مارس."""
    return clauses.tokens.keys[place] in keys_by(HABIT) and not clauses.scene.is_in_day(place)


def is_span(clauses: Clauses, place: int) -> bool:
    """Whether a stretch of time without article stands at `place`: كل | شهر, كل | ثلاثة أشهر."""
    key, kind = clauses.tokens.keys[place], clauses.tokens.kinds[place]
    if not kind & DEFINITE and (kind | word_classes().get(ARTICLE + key, 0)) & (TIME | SPAN):
        return True
    return word_at(clauses.tokens, place + bool(kind & (NUMBER | QUANTITY)), "time", "times", "two") is not None


def is_adjective(clauses: Clauses, place: int) -> bool:
    """Whether the word at `place`, that may be an officer, tells of the body before it: وفد | برلماني."""
    kinds = clauses.tokens.kinds
    nisba = clauses.tokens.keys[place].endswith(NISBA) and bool(kinds[place] & ROLE)
    return nisba and place > 0 and bool(kinds[place - 1] & (BODY | PEOPLE)) and not kinds[place - 1] & DEFINITE


def is_media(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a medium is meant, to which somebody only speaks: مقابلة مع | قناة الساحل."""
    kinds = clauses.tokens.kinds
    return any(kind & MEDIA for kind in kinds[phrase.first : phrase.stop + MEDIUM]) or bool(kinds[phrase.first] & LATIN)


def has_subject(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether a party stands behind the verb as its subject, or before it."""
    if are_several(clauses, hit.place + 1):
        return True
    first = next(iter(behind(clauses, hit, clause)), None)
    return (first is not None and first.lead == "") or before(clauses, hit) is not None or hit.form.number != "s" or hit.form.is_own


def are_several(clauses: Clauses, place: int) -> bool:
    """Whether a definite dual or sound plural stands at `place`: الوزيران, المعلمون."""
    key = clauses.tokens.keys[place]
    return key.startswith(ARTICLE) and key.endswith((*DUALS, *PLURALS))


def has_day(clauses: Clauses, hit: Hit, clause: Range, near: int = NEAR) -> bool:
    """Whether a day stands behind a word in its clause, near enough."""
    days = clauses.scene.times
    at = bisect_left(days, hit.place, key=lambda day: day.first)
    return at < len(days) and days[at].first < min(clause[1], hit.place + near)


@cache
def led_pronouns() -> dict[str, tuple[str, str]]:
    """What leads to a pronoun, in one word with it -> what leads, and gender and number: معه, به, إليها, بي."""
    told = {lead + form: (lead, pronoun) for lead in (WITH, BY, TO) for form, pronoun in owners()}
    own = {form: (lead, pronoun) for lead, both in ((BY, BY_US), (WITH, WITH_US)) for form, pronoun in zip(both, OWN, strict=True)}
    return told | own


def pronoun_behind(tokens: Tokens, place: int, stop: int) -> tuple[str, str]:
    """What leads to a pronoun near behind a word, and its gender and number: بحث | معه; empty where nothing does."""
    for at in range(place + 1, min(stop, place + LED_WITHIN)):
        if tokens.kinds[at] & (PUNCTUATION | RELATIVE | THAT):
            break
        if tokens.keys[at] in led_pronouns():
            return led_pronouns()[tokens.keys[at]]
    return "", ""


def is_somewhere(clauses: Clauses, hit: Hit, clause: Range) -> bool:
    """Whether في or وسط leads to a place near behind the noun."""
    tokens, kinds = clauses.tokens, clauses.tokens.kinds
    near = range(hit.place + 1, min(clause[1], hit.place + PLACE) - 1)
    return any(
        tokens.keys[at] in (IN, BY, MIDST) and any(kind & (PLACES | VAGUE | TOWN) for kind in kinds[at + 1 : at + 3]) for at in near
    )


def owner_of(clauses: Clauses, hit: Hit) -> Phrase | None:
    """The party right behind a noun without article, to which it belongs: اجتماع | مجلس الوزراء."""
    if clauses.tokens.kinds[hit.place] & DEFINITE:
        return None
    return party_at(clauses.scene, hit.place + 1)
