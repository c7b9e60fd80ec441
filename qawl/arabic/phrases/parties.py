"""Parties without a person's name: what kind they are, and which words name them."""

from __future__ import annotations

from functools import cache

from qawl.arabic.actors import Actor, keys_of, name_keys
from qawl.arabic.findings import Finding, Range
from qawl.arabic.heads import heads, known_head
from qawl.arabic.letters import DUALS, FEMININE_ENDINGS, NISBA, OPEN_TA, PLURALS, ROUND, TA_MARBUTA, bare_key, fold
from qawl.arabic.lexicon import (
    ANY_NAME,
    BODY,
    DEFINITE,
    DEGREE,
    LATIN,
    NATION,
    OPENS,
    PEOPLE,
    PLACES,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    ROLE,
)
from qawl.arabic.names.joiners import is_and
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.entities import read_phrase
from qawl.arabic.phrases.marked import opens_title, title_close
from qawl.arabic.phrases.papers import is_paper, paper_name
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens
from qawl.model import PartyType
from qawl.tables import table

# What makes a band the one of its name.
NAMES_BAND = ANY_NAME | PLACES | DEFINITE | LATIN | OPENS
# What tells whether a construct is definite, at its first word of these classes: a preposition ends it.
DECIDES = PREPOSED | PLACES | DEGREE | DEFINITE | BODY | ROLE | NATION | PUNCTUATION
# A body with this many words before its marks is named by them, and the marks hold its short name: وكالة الأنباء الوطنية «ونا».
NAMED_BY_WORDS = 3


def party_type(tokens: Tokens, phrase: Phrase) -> PartyType:
    """What kind of party a phrase without a person's name is: two or more joined by و are a group, and so are duals and plurals."""
    if is_paper(tokens, phrase.name):
        return "organisation"
    if phrase.type not in ("organisation", "country", "unnamed"):
        return phrase.type
    if body_type(tokens, phrase.name) == "band":
        return "group" if is_loose(tokens, phrase.name) else "organisation"
    key = tokens.keys[phrase.name[0]]
    several = phrase.type != "country" and known_head(key) is None and is_dual(bare_key(key))
    return "group" if several or joined_at(tokens, phrase.name) else phrase.type


def is_definite(tokens: Tokens, words: Range) -> bool:
    """Whether a role's words mean one known office: الوزير، رئيس فرع البنك، نائب رئيس المنظمة; not مسؤول أمني، مسؤول كبير."""
    kinds, after = tokens.kinds, words[0] + 1
    if kinds[words[0]] & DEFINITE or tokens.is_owned(words[0]):
        return True
    if after < words[1] and not kinds[after] & PREPOSITION and " ".join(tokens.keys[words[0] : after + 1]) in heads():
        after += 1
    while after < words[1] and not kinds[after] & DECIDES and not tokens.keys[after].endswith(NISBA):
        after += 1
    if after < words[1] and kinds[after] & ROLE and not kinds[after] & (PLACES | DEFINITE | BODY):
        return after + 1 < words[1] and not kinds[after + 1] & PREPOSITION and is_definite(tokens, (after, words[1]))
    return after < words[1] and bool(kinds[after] & (PLACES | DEFINITE | BODY))


def party_of_phrase(tokens: Tokens, phrase: Phrase) -> Actor:
    """A new party as a phrase names it, with its type, gender and number."""
    if phrase.named:
        return Actor(phrase.name, name_keys(tokens, phrase.name), "person", mentions=[phrase.name])
    phrase = phrase._replace(type=party_type(tokens, phrase))
    keys = keys_of(tokens, phrase.name)
    return Actor(own_name(tokens, phrase), keys, phrase.type, gender_of(tokens, phrase), number_of(phrase), mentions=[phrase.name])


def gender_of(tokens: Tokens, phrase: Phrase) -> str:
    """The gender that the head of a phrase shows: والده, but والدته; a newspaper is feminine whatever it is called."""
    if is_paper(tokens, phrase.name):
        return "f"
    if phrase.type == "country":
        return "-"
    if phrase.type == "group" and not tokens.keys[phrase.name[0]].endswith(PLURALS):
        return "m" if is_one_group(tokens, phrase) else "f"
    head = phrase.name[0]
    if tokens.is_owned(head):
        return "f" if tokens.keys[head][:-1].endswith(OPEN_TA) else "m"
    return "f" if tokens.keys[head].endswith(FEMININE_ENDINGS) else "m"


def is_one_group(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a masculine adjective shows that the noun of a group is no plural: المجتمع | الدولي, not القوى | الدولية."""
    adjective = phrase.name[0] + 1
    told = adjective < phrase.stop and tokens.kinds[adjective - 1] & tokens.kinds[adjective] & DEFINITE
    return bool(told) and tokens.keys[adjective].endswith(NISBA[0])


def differs(tokens: Tokens, actor: Actor, phrase: Phrase) -> bool:
    """Whether a phrase is feminine of a man, or masculine of a woman."""
    return {actor.gender, gender_of(tokens, phrase)} == {"m", "f"}


def number_of(phrase: Phrase) -> str:
    """The number of a party without a person's name."""
    return "p" if phrase.type == "group" else "s"


def is_loose(tokens: Tokens, name: Range) -> bool:
    """Whether people only came together and nothing names them: فريق من الباحثين، جماعة مسلحة; not جماعة الراية، فريق البحث."""
    kinds, after = tokens.kinds, name[0] + 1
    return after < name[1] and not any(kind & NAMES_BAND for kind in kinds[name[0] : after + 1])


def joined_at(tokens: Tokens, name: Range) -> bool:
    """Whether و joins a second party of the same kind: الرباط ومدريد، الشرطة ومسؤولون، مسؤول كندي ومسؤول نرويجي."""
    return any(is_and(tokens, place) and is_second(tokens, name[0], place + 1) for place in range(name[0] + 1, name[1] - 1))


def is_second(tokens: Tokens, head: int, place: int) -> bool:
    """Whether the word at `place` heads a party beside the one of `head`: a place or a body beside another, people beside a body.

    A definite noun behind و only goes on with what a body is of: وزارة الصحة والسكان، هيئة الموانئ والمطارات.
    """
    kinds = tokens.kinds
    first, second, type = kinds[head], kinds[place], known_head(tokens.keys[place])
    if first & PLACES:
        return bool(second & (PLACES | BODY)) or type == "group"
    if first & BODY:
        whole = first & DEFINITE and not any(kind & PREPOSED for kind in kinds[head + 1 : place - 1])
        return bool(second & (BODY | PEOPLE | ROLE)) and bool(whole or not second & DEFINITE)
    if type == "group":
        return bool(second & (PEOPLE | ROLE))
    return tokens.keys[place] == tokens.keys[head] and not (first | second) & DEFINITE


def is_dual(key: str) -> bool:
    """Whether a word is two of a known head: مصدران، مسؤولين."""
    return any(key.endswith(ending) and singular(key[: -len(ending)]) in ("unnamed", "organisation") for ending in DUALS)


def singular(stem: str) -> PartyType | None:
    """What a stem heads, with or without its ta marbuta opened: مسؤول، منظمت."""
    return known_head(stem) or (known_head(stem[:-1] + TA_MARBUTA) if stem else None)


def own_name(tokens: Tokens, phrase: Phrase) -> Range:
    """The words that name a party: what its marks hold (صحيفة «الساحل» اليومية), unless a full name stands before them.

    The marks of an office of the state hold only a part of its name: نيابة «أمن المدينة»; round brackets behind a name add to it.
    """
    first, stop = phrase.name
    if phrase.type != "organisation" or body_type(tokens, phrase.name) == "state":
        return phrase.name
    opening = next((place for place in range(first + 1, stop) if opens_title(tokens, place)), None)
    closing = title_close(tokens, first, opening, stop) if opening else None
    if opening is None or closing is None:
        return paper_name(tokens, phrase.name)
    behind = tokens.keys[opening] == ROUND[0] and opening > first + 1
    if opening - first < NAMED_BY_WORDS and not behind:
        return opening + 1, closing
    return first, opening - bool(tokens.kinds[opening - 1] & PREPOSED)


def speaks_in(passage: Passage, finding: Finding, document: str) -> bool:
    """Whether something was said in a document of this key: قالت الوزارة في بيان إن كذا."""
    tokens = passage.tokens
    for place in range(passage.sentence_start(finding.place) + 1, passage.sentence_stop(finding.place)):
        behind = tokens.kinds[place - 1] & PREPOSED and bare_key(tokens.keys[place]) == document
        if behind and not any(first <= place < stop for first, stop in finding.content):
            return True
    return False


@cache
def body_types() -> dict[str, str]:
    """Folded heads of bodies with their type: state, agency, paper, party …"""
    return {fold(row["form"]): row["type"] for row in table("orgs.tsv")}


def body_type(tokens: Tokens, name: Range) -> str:
    """What kind of body a name is by its head; `body` where no table knows the head."""
    key = tokens.keys[name[0]]
    return body_types().get(key) or body_types().get(bare_key(key)) or "body"


def body_in(tokens: Tokens, role: Range) -> Range | None:
    """The body that a role is held in: مدير شركة النسيم، المتحدث باسم الوزارة."""
    first = next((place for place in range(role[0] + 1, role[1]) if tokens.kinds[place] & BODY), None)
    phrase = read_phrase(tokens, first, role[1]) if first else None
    return (phrase.first, phrase.stop) if phrase and not phrase.named else None
