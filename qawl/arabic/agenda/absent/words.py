"""The words of absences: verbs and nouns by their sense (غاب، رفض)، small words by class, and what one may be absent from."""

from __future__ import annotations

from functools import cache

from qawl.arabic.findings import Range
from qawl.arabic.forms import Form, Met, forms, noun_forms, own_forms
from qawl.arabic.letters import ARTICLE, bare_key, fold
from qawl.arabic.tokens import Tokens
from qawl.tables import several, table

VERBS = "absences.tsv"
LEADS = "leads"
# Senses of the words of absence: who is missing, who is asked to come.
MISSING = frozenset(("miss",))
INVITING = frozenset(("invite",))
# Senses of coming to an encounter or travelling to it, which is an absence where it is denied or refused.
GOING = frozenset(("attend", "travel"))


@cache
def verbs_and_nouns() -> Met[Form]:
    """Folded form -> what it may be as a word of attending, staying away, refusing or asking to come.

    Forms of I and we are only what no other form is: نشارك; not أكد, which is all but always he.
    """
    return Met(lambda key: forms(VERBS).get(key) or own_words().get(key, ()))


@cache
def own_words() -> dict[str, tuple[Form, ...]]:
    """Folded form of the first person -> what it may be: أعتذر، لن نشارك."""
    found: dict[str, tuple[Form, ...]] = {}
    for form, told in (own for row in table(VERBS) for own in own_forms(row)):
        found[fold(form)] = (*found.get(fold(form), ()), told)
    return found


def sense_of(form: Form) -> str:
    """What a form tells by its row: attend, miss, refuse, invite …"""
    return form.row["sense"]


def with_senses(key: str, senses: frozenset[str]) -> tuple[Form, ...]:
    """The readings of a folded form that have one of the senses."""
    return tuple(form for form in verbs_and_nouns().get(key) if sense_of(form) in senses)


@cache
def small_words() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First folded word -> the words and phrases that begin with it, with their classes, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("absence_words.tsv"):
        keys = Tokens(row["form"]).words()
        found.setdefault(keys[0], []).append((keys, row["class"]))
    return {first: tuple(sorted(words, key=lambda word: -len(word[0]))) for first, words in found.items()}


def phrase_of(tokens: Tokens, place: int, *classes: str) -> Range | None:
    """The words of one of the classes that stand at `place`, the longest; a word may have the article too."""
    keys = tokens.keys
    for words, name in (*small_words().get(keys[place], ()), *small_words().get(bare_key(keys[place]), ())):
        stop = place + len(words)
        if name in classes and tuple(keys[place + 1 : stop]) == words[1:]:
            return place, stop
    return None


def is_word(tokens: Tokens, place: int, *classes: str) -> bool:
    """Whether a word of one of the classes stands at `place`."""
    return 0 <= place < len(tokens) and phrase_of(tokens, place, *classes) is not None


def past_adverbs(tokens: Tokens, place: int) -> int:
    """The first token from `place` on that belongs to no adverb: غاب | أيضا | الوزير، غاب | لسبب أو لآخر | الوزير."""
    while place < len(tokens) and (stop := adverb_stop(tokens, place)):
        place = stop
    return place


def adverb_stop(tokens: Tokens, place: int) -> int:
    """Where an adverb that begins at `place` ends, 0 where none does: أيضا |، بشكل مطلق |."""
    if adverb := phrase_of(tokens, place, "adverb"):
        return adverb[1]
    return place + 2 if is_word(tokens, place, "manner") else 0


@cache
def occasions() -> dict[str, str]:
    """Folded nouns of encounters, with the article and with a pronoun too -> type of the encounter, `leads` before one."""
    found: dict[str, str] = {}
    for row in table("occasions.tsv"):
        for noun in (row["form"], *several(row["forms"].replace("-", ""))):
            for form, _ in noun_forms(noun):
                found.setdefault(fold(form), row["type"])
    return found


def occasion_type(key: str) -> str | None:
    """What encounter a folded noun is, `leads` for one that stands before an encounter (أعمال القمة), else None."""
    return occasions().get(key)


@cache
def plural_occasions() -> frozenset[str]:
    """Folded nouns of several encounters: القمم، اجتماعات."""
    plurals = (plural for row in table("occasions.tsv") for plural in several(row["forms"].replace("-", "")))
    return frozenset(fold(form) for plural in plurals for form in (plural, ARTICLE + plural))
