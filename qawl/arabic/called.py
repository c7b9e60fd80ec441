"""By which names bodies and countries go: stable ids for a name that is asked for, and the capitals that speak for a country."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from qawl.arabic.letters import ARTICLE, SERVANT, bare_key, fold_phrase
from qawl.arabic.tokens import Tokens
from qawl.arabic.world.known import BODY_KIND, COUNTRY_KIND, cities, known_at
from qawl.tables import several, table

# A name of more words is looked up as it stands.
MOST_WORDS = 6


def keys_of(name: str) -> tuple[str, ...]:
    """The folded forms of a name, each word with and without its article: سالم كندي and سالم الكندي; عبدالله is عبد الله."""
    found: dict[str, None] = {}
    for words in servants(fold_phrase(name).split()):
        forms = [(word, other(word)) for word in words] if len(words) <= MOST_WORDS else [(word,) for word in words]
        found |= dict.fromkeys(" ".join(form) for form in product(*forms))
    return tuple(found)


def other(word: str) -> str:
    """A folded word without its article, or with one."""
    bare = bare_key(word)
    return bare if bare != word else ARTICLE + word


def servants(words: list[str]) -> Iterator[list[str]]:
    """The words of a name, عبد joined with what it serves and apart from it."""
    yield words
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == SERVANT and word.startswith(ARTICLE):
            joined[-1] += word
        elif word.startswith(SERVANT + ARTICLE):
            joined += [SERVANT, word.removeprefix(SERVANT)]
        else:
            joined.append(word)
    if joined != words:
        yield joined


def ids_of(name: str) -> tuple[str, ...]:
    """The stable ids of the bodies and countries that a name of the tables means: الناتو is `body:nato`."""
    tokens = Tokens(name)
    hit = known_at(tokens, 0) if len(tokens) else None
    whole = hit is not None and hit.stop == len(tokens)
    return tuple(known.id for known in hit.known if known.kind in (BODY_KIND, COUNTRY_KIND)) if hit and whole else ()


def capitals_of(id: str) -> tuple[str, ...]:
    """The folded names of the capital that speaks for a country: موسكو for `iso:RU`."""
    return _capitals().get(id, ())


@cache
def _capitals() -> dict[str, tuple[str, ...]]:
    known = {fold_phrase(form) for form, _, _ in cities()}
    found: dict[str, tuple[str, ...]] = {}
    for row in table("countries.tsv"):
        forms = tuple(key for form in several(row["capital"]) if (key := fold_phrase(form)) in known)
        found[f"iso:{row['id']}"] = forms
    return found
