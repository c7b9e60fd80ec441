"""Whether the words of an office are those of a role that the page gives: الرئيس الفرنسي، رئيس فرنسا."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from qawl.arabic.actors import Actor, keys_of
from qawl.arabic.findings import Range
from qawl.arabic.heads import known_head
from qawl.arabic.letters import ARTICLE, FINANCIAL, JOINS_FREELY, NISBA, TA_MARBUTA, bare_words, fold_phrase
from qawl.arabic.lexicon import BODY, CITY, FUNCTION, IDLE, PORTFOLIO, TITLE, VAGUE, word_classes
from qawl.arabic.names.joiners import is_and
from qawl.arabic.phrases.kin import head_length, in_common_words, in_one_word, offices
from qawl.arabic.tokens import Tokens
from qawl.tables import several, table

# What an office says nothing more by: المنطقة، المذكور، في.
SAYS_NOTHING = VAGUE | IDLE | FUNCTION
# A stem has more letters than this.
SHORTEST = 2


@cache
def lands() -> dict[str, str]:
    """Bare keys of countries and nationalities -> the country: فرنسا and فرنسي; of two words under both.

    What only begins like the article has its own letters too, which stand behind one: أل|ماني, ال|ألماني. المالية is none.
    """
    found: dict[str, str] = {}
    for row in table("countries.tsv"):
        found |= told_of_land(row["id"], row["name"], *several(row["variants"]))
    for row in table("countries_more.tsv"):
        found |= told_of_land(row["country"], row["form"])
    for row in (*table("nationalities.tsv"), *table("nationalities_more.tsv")):
        found |= told_of_land(row["country"], row["form"], row["feminine"], *several(row["plurals"]))
    return {form: country for form, country in found.items() if country and form != FINANCIAL[1]}


def told_of_land(country: str, *forms: str) -> dict[str, str]:
    """The bare keys and the keys of forms that tell of a country."""
    return {key: country for form in forms for key in (bare_words(form), fold_phrase(form))}


def lands_in(keys: tuple[str, ...]) -> dict[str, str]:
    """The words of countries and nationalities among bare keys, each with its country."""
    found = {key: lands()[key] for key in keys if key in lands()}
    for pair in pairwise(keys):
        if country := lands().get(" ".join(pair)):
            found |= dict.fromkeys(pair, country)
    return found


def has_role(tokens: Tokens, person: Actor, keys: tuple[str, ...]) -> bool:
    """Whether one of the person's offices has this head and holds the other words too."""
    return any(
        is_role(keys, own) and not is_of_whole(tokens, role, keys) for role in person.roles for own in offices_in(tokens, role)
    )


def is_role(keys: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether an office can be this role of a person's, and nothing in it is against that."""
    if is_of_other_time(keys, own) or is_of_other_rank(keys, own):
        return False
    return any(is_within(mine, theirs) and not is_of_another(mine, theirs) for mine, theirs in told_alike(keys, own))


def offices_in(tokens: Tokens, role: Range) -> Iterator[tuple[str, ...]]:
    """The bare keys of each office in a role: behind its titles (سمو أمير كذا), behind و; نائب الوزير is one and no وزير."""
    first, stop = role
    titled = True
    for place in range(first, stop):
        titled = titled and (place == first or bool(tokens.kinds[place - 1] & TITLE))
        if titled or tokens.keys[place - 1] == JOINS_FREELY:
            keys = keys_of(tokens, (place, stop))
            own = tokens.is_owned(place) and known_head(keys[0][:-1])
            yield (keys[0][:-1], *keys[1:]) if own else keys


def is_same_office(keys: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether an office can be this role: الرئيس الفرنسي and رئيس فرنسا are one, الرئيس التونسي is another.

    So are رئيس البرلمان and رئيس مجلس النواب.
    """
    return any(is_within(mine, theirs) for mine, theirs in told_alike(keys, own))


def told_alike(keys: tuple[str, ...], own: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Two offices with their heads and bodies in the one word for all that mean the same, in each way in which both can be told."""
    yield in_common_words(in_one_word(keys)), in_common_words(in_one_word(own))
    mine, theirs = in_one_word(keys, "also"), in_one_word(own, "also")
    if mine != keys and theirs != own:
        yield mine, theirs


def is_of_another(keys: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether each office ends in a name that the other lacks: مدير عام شركة الساحل beside مدير عام شركة النهر.

    No name is an adjective, nor what only tells the kind (المنطقة) or nothing (المذكور); a town may be in the land.
    """
    last, classes = keys[-1], word_classes()
    if last not in lacking(keys, own) or last.endswith(NISBA) or (classes.get(last, 0) & CITY and lands_in(own)):
        return False
    return any(not key.endswith(NISBA) for key in lacking(own, keys))


def lacking(keys: tuple[str, ...], own: tuple[str, ...]) -> set[str]:
    """The words of an office that another one lacks, a land by its name or as an adjective, without those that say nothing."""
    stems, lands, mine = {stem(key) for key in own}, set(lands_in(own).values()), lands_in(keys)
    new = {key for key in keys if stem(key) not in stems and mine.get(key, "-") not in lands}
    return {key for key in new if not (word_classes().get(key, 0) | word_classes().get(ARTICLE + key, 0)) & SAYS_NOTHING}


def is_of_other_time(keys: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether one is held no more and the other is: الوزير السابق beside الوزير, وزير الصحة beside وزير الصحة السابق.

    The head alone may mean who held it: الوزير.
    """
    past = offices("past")
    gone, was = any(key in past for key in keys), any(key in past for key in own)
    return gone > was or (was > gone and len(keys) > 1)


def is_of_other_rank(keys: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether one is held under the other: الأمين العام beside الأمين العام المساعد."""
    lower = offices("under")
    return any(key in lower for key in own[1:]) != any(key in lower for key in keys[1:])


def is_of_whole(tokens: Tokens, role: Range, keys: tuple[str, ...]) -> bool:
    """Whether an office is that of a body of which the role only has a part: رئيس البرلمان beside رئيس لجنة في البرلمان.

    Not رئيس الشركة beside رئيس مجلس إدارة الشركة, nor رئيس الحركة beside رئيس المجلس والحركة.
    """
    own = keys_of(tokens, role)
    if len(keys) < 2 or len(own) < 3 or head_length(own, "whole") or not is_body(keys[1]) or not is_body(own[1]):
        return False
    joined = (keys_of(tokens, (place, role[1])) for place in range(*role) if is_and(tokens, place - 1))
    bodies = (own[1:], *joined)
    return all(in_common_words(("", *body))[1] != in_common_words(keys)[1] for body in bodies if body)


def is_body(key: str) -> bool:
    """Whether a bare key is a word for a body, and not for a field that stands for its ministry: البرلمان, not الداخلية."""
    return bool(word_classes().get(key, 0) & BODY) and not word_classes().get(ARTICLE + key, 0) & PORTFOLIO


def is_within(keys: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether an office has this role's head, no other land and hardly a word that the role lacks."""
    mine, theirs = lands_in(keys), lands_in(own)
    if keys[:1] != own[:1] or (mine and theirs and not set(mine.values()) & set(theirs.values())):
        return False
    stems = {stem(key) for key in own}
    extra = {key for key in keys if stem(key) not in stems and mine.get(key, "-") not in theirs.values()}
    return len(extra) <= (len(keys) - 1) // 3


def stem(key: str) -> str:
    """A word without the endings of a relative adjective or a feminine, so that تجارة and تجارية are one."""
    for ending in (*reversed(NISBA), TA_MARBUTA):
        if key.endswith(ending) and len(key) > len(ending) + SHORTEST:
            return key[: -len(ending)]
    return key
