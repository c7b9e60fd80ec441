"""The keys by which candidates are found: what two names that may be one have in common, however desks spell it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from qawl.arabic.alike.forms import Part
from qawl.arabic.alike.latin import in_arabic, is_latin, latin_words
from qawl.arabic.alike.names import own_name
from qawl.arabic.alike.spellings import blurred, called_for
from qawl.arabic.letters import HEARD_OTHERWISE, bare_words
from qawl.arabic.world.same_bodies import FEWEST_INITIALS, body_name, initials_in, initials_of, own_words
from qawl.library.across.naming.known import Known

# So many names, words of a name and ways of writing a Latin word are keys.
MOST_NAMES, MOST_WORDS, MOST_WAYS = 6, 5, 4
# A family name is told by its clearest sounds where it has so many.
LONG = 3


def blocks(known: Known) -> tuple[str, ...]:
    """The keys under which somebody is kept, so that `asks` of whoever may be the same finds him."""
    return tuple(dict.fromkeys(f"{shelf(known)}:{key}" for key in (_kept(known) if known.kind == "person" else _bodily(known))))


def asks(known: Known) -> tuple[str, ...]:
    """The keys to look candidates up by: of a full name its pairs of words, of one word alone those of whom it is a part."""
    return tuple(dict.fromkeys(f"{shelf(known)}:{key}" for key in (_asked(known) if known.kind == "person" else _bodily(known))))


def shelf(known: Known) -> str:
    """Where the keys of a kind stand: bodies and groups are looked up together, since a page may tell that two of them are one."""
    return "body" if known.kind in ("organisation", "group") else known.kind


def _kept(known: Known) -> Iterator[str]:
    for words in spelt(known):
        yield from pairs(words)
        if len(words) == 1:
            yield from (f"alone {code}" for code in words[0])
        else:
            yield from (f"family {code}" for code in words[-1])
            yield from (f"given {code}" for code in words[0])


def _asked(known: Known) -> Iterator[str]:
    for words in spelt(known):
        yield from pairs(words)
        yield from (f"alone {code}" for code in (*words[-1], *words[0]))
    if all(len(words) == 1 for words in spelt(known)):
        for words in spelt(known):
            yield from (f"{which} {code}" for which in ("family", "given") for code in words[0])


def pairs(words: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """The given name beside each other word, in either order."""
    for word in words[1:MOST_WORDS]:
        yield from ("pair " + " ".join(sorted((first, other))) for first in words[0] for other in word)
    if len(words) > 1 and len(rough(words[-1][0])) >= LONG:
        yield f"rough {rough(words[0][0])} {rough(words[-1][0])}"


def rough(code: str) -> str:
    """The sounds of a word without those that desks hear most differently: بيورلينغ and بجورلنج."""
    return "".join(letter for letter in code if letter not in HEARD_OTHERWISE)


def spelt(known: Known) -> list[tuple[tuple[str, ...], ...]]:
    """The names of somebody as words, each in the ways in which it may sound; the full ones where there are any."""
    names = [found for name in (*known.names[:MOST_NAMES], *known.called) if (found := codes(name))]
    return [words for words in names if len(words) > 1] or names


@lru_cache(maxsize=1 << 14)
def codes(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name, each as the sounds that it may have."""
    if is_latin(name):
        ways = (in_arabic(word) for word in latin_words(name))
        sounds = (tuple(dict.fromkeys(blurred(Part(way)) for way in some if way))[:MOST_WAYS] for some in ways)
        return tuple(word for word in sounds if word)  # some letters have no sound in Arabic
    parts = own_name(name).parts
    given = (sound for part in parts[:1] for sound in (blurred(part), *(blurred(Part(full)) for full in sorted(called_for(part)))))
    return (tuple(dict.fromkeys(given)), *((blurred(part),) for part in parts[1:])) if parts else ()


def _bodily(known: Known) -> Iterator[str]:
    """The keys of a body or place: its head beside each other word, and each name whole."""
    for name in (*known.names[:MOST_NAMES], *known.called):
        if is_latin(name):
            yield from (f"sound {code}" for word in codes("".join(latin_words(name))) for code in word)
            continue
        body = body_name(name)
        initials = (initials_in(name) or initials_of(name))[:FEWEST_INITIALS]
        if len(initials) == FEWEST_INITIALS:
            yield f"initials {initials}"
        yield from (f"head {body.head} {word}" for word in sorted(body.tail | body.towns)[:MOST_WORDS])
        yield from (f"name {' '.join(sorted(words))}" for words in (own_words(body), body.tail | body.towns) if words)
        yield f"sound {blurred(Part(bare_words(name).replace(' ', '')))}"
