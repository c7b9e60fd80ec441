"""The parts of a person's name, as all lands write it: عبد الرحمن and عبدالرحمن, بو علام and بوعلام, بن and ابن are one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from qawl.arabic.letters import ALEF, ARTICLE, FATHER, OWNER_OF, SERVANT, bare_key, fold_phrase
from qawl.arabic.lexicon import TITLE, word_classes
from qawl.tables import table

# Letters and digits of any script, with what stands within a word.
_WORDS = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
# A word of so many letters may hold a link and a name: ابومازن.
JOINED = 6
# What ends a name and tells whose it is of father and son; what leads to the word behind it.
AGES = ("elder", "younger")
LEADING = ("son", "house", "father", "servant", "abroad")


class Part(NamedTuple):
    """One part of a name: ``key`` is folded, bare, joined with what belongs to it; ``link`` leads to it (`son`, `house`).

    ``definite`` tells that it has an article, as no foreign name does.
    """

    key: str
    link: str = ""
    definite: bool = False


class Name(NamedTuple):
    """A person's name in parts, the given name first; ``age`` is `elder` or `younger` where its end tells father from son."""

    parts: tuple[Part, ...]
    age: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the parts."""
        return tuple(part.key for part in self.parts)


@cache
def links() -> dict[str, str]:
    """Folded word -> the link that it makes inside a name."""
    return {fold_phrase(row["form"]): row["link"] for row in table("name_links.tsv")}


@lru_cache(maxsize=1 << 14)
def name_of(form: str) -> Name:
    """The parts of a name: `الشيخ صالح بن ناجي العولقي` has three."""
    words = in_service([word for whole in _WORDS.findall(fold_phrase(form)) for word in apart(whole)])
    parts: list[Part] = []
    led: list[str] = []
    age = ""
    for word in words:
        link = links().get(word, "")
        if link in AGES and parts:
            age = link
        elif link == "faith" and parts and not led:
            parts[-1] = parts[-1]._replace(key=parts[-1].key + bare_key(word))
        elif link in LEADING and len(words) > 1:
            led.append(word)
        else:
            parts.append(linked(word, led))
            led = []
    return Name(untitled(words, parts), age)


def in_service(words: list[str]) -> list[str]:
    """Words with عبد for العبد before what it serves: العبد | الكريم; not إبراهيم | العبد."""
    ahead = [*words[1:], ""]
    served = (word == ARTICLE + SERVANT and after.startswith(ARTICLE) for word, after in zip(words, ahead, strict=False))
    return [SERVANT if serves else word for word, serves in zip(words, served, strict=True)]


def apart(word: str) -> list[str]:
    """A folded word as its link and its name, where both are written in one: عبدالرحمن, العبدالله, ابومازن, نورالدين."""
    word = bare_key(word) if bare_key(word).startswith(SERVANT + ARTICLE) else word
    for link in (SERVANT + ARTICLE, OWNER_OF + ARTICLE, FATHER):
        if word.startswith(link) and len(word) >= JOINED:
            bare = link.removesuffix(ARTICLE)
            return [bare, word.removeprefix(bare)]
    faith = next((link for link in of_faith() if word.endswith(link) and len(word) > len(link) + 1), "")
    return [word.removesuffix(faith), faith] if faith else [word]


@cache
def of_faith() -> tuple[str, ...]:
    """The words with an article that are one with the name before them: الدين, الله."""
    return tuple(form for form, link in links().items() if link == "faith" and form.startswith(ARTICLE))


def linked(word: str, led: list[str]) -> Part:
    """A part of a name with the words that lead to it: عبد and أبو are of the word behind them, بن is none."""
    key, by = bare_key(word), ""
    for lead in reversed(led):
        link = links()[lead]
        if link in ("son", "house"):
            by = by or link
        else:
            key = (FATHER if link == "father" else lead) + key
    return Part(key.removeprefix(ALEF) if key.startswith(FATHER) else key, by, word.startswith(ARTICLE))


def untitled(words: list[str], parts: list[Part]) -> tuple[Part, ...]:
    """The parts without a title before them: الشيخ صالح العولقي; not السيد البدوي."""
    titled = len(parts) > 2 and words[0].startswith(ARTICLE) and word_classes().get(bare_key(words[0]), 0) & TITLE
    return tuple(parts[1:] if titled else parts)
