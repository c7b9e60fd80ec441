"""Short names of bodies that a page gives in brackets are bodies wherever it has them: الهيئة العربية للإغاثة (هعا) … قالت هعا."""

from __future__ import annotations

import re

from qawl.arabic import lexicon
from qawl.arabic.letters import ARABIC_LETTERS, ARTICLE, ROUND, bare_key
from qawl.arabic.ordinary import is_common
from qawl.arabic.places import Places

# The head of a body stands so many words before the bracket at most.
REACH = 9
# A short name has so many letters at least.
SHORTEST = 2
# Three letters or more with dots between, and what stands before them where they are no kind of company: إن | ج.ع.ص.
LETTERED = re.compile(rf"[{ARABIC_LETTERS}](?:\.[{ARABIC_LETTERS}]){{2,}}")
LEAD_LETTERS = lexicon.PREPOSED | lexicon.THAT | lexicon.SPEECH | lexicon.CONJUNCTION
# What a short name in brackets is not, and what parts the bracket from its body.
OTHERS = (lexicon.DETERMINED | lexicon.HUMAN | lexicon.PUNCTUATION | lexicon.NUMBER | lexicon.FUNCTION | lexicon.TIME) | (
    lexicon.NATION | lexicon.PREFIX | lexicon.MEDIA
)
PARTS = lexicon.PUNCTUATION | lexicon.THAT | lexicon.RELATIVE


def know_acronyms(tokens: Places, brackets: list[int]) -> None:
    """Make bodies of the short names of bodies, in their brackets and elsewhere in the text."""
    names = {tokens.keys[mark + 1] for mark in brackets if is_acronym_at(tokens, mark)}
    for place in [place for place, key in enumerate(tokens.keys) if key in names] if names else ():
        tokens.turn(place, lexicon.BODY | lexicon.ACRONYM | tokens.kinds[place] & lexicon.LATIN)


def know_lettered(tokens: Places, latin: list[int]) -> None:
    """Make bodies of single letters with dots between that begin as a body of the page does: جمعية الصيادين … قالت | ج.ع.ص."""
    led = [place for place in latin if place and tokens.kinds[place - 1] & LEAD_LETTERS]
    lettered = [place for place in led if LETTERED.fullmatch(tokens.keys[place])]
    if not lettered:
        return
    firsts = {bare_key(key)[:1] for key, kind in zip(tokens.keys, tokens.kinds, strict=True) if kind & lexicon.BODY}
    for place in lettered:
        if tokens.keys[place][0] in firsts:
            tokens.turn(place, lexicon.BODY | lexicon.ACRONYM | lexicon.LATIN)


def is_acronym_at(tokens: Places, mark: int) -> bool:
    """Whether brackets right behind a body hold its short name: made of its letters, or no usual word."""
    keys, kinds = tokens.keys, tokens.kinds
    if keys[mark] != ROUND[0] or keys[mark + 2] != ROUND[1] or kinds[mark + 1] & OTHERS:
        return False
    head, key = head_before(tokens, mark), keys[mark + 1]
    if head is None or len(key) < SHORTEST or head == mark - 1:
        return False
    if kinds[mark + 1] & lexicon.LATIN:
        return tokens.text[tokens.starts[mark + 1] : tokens.ends[mark + 1]].isupper()
    words = [bare_key(word) for word in keys[head:mark]]
    return is_made_of(key, words) or not (is_common(key) or kinds[mark + 1] & lexicon.NAME or is_common(ARTICLE + key))


def head_before(tokens: Places, mark: int) -> int | None:
    """The head of the body that ends right before a bracket, the first word of its kind; None where none does."""
    head = None
    for place in range(mark - 1, max(-1, mark - 1 - REACH), -1):
        if tokens.kinds[place] & lexicon.QUOTE:
            continue
        if tokens.kinds[place] & PARTS or opens_other(tokens.kinds[place]):
            break
        if tokens.kinds[place] & lexicon.BODY:
            head = place
    return head


def opens_other(kind: int) -> bool:
    """Whether a word is a verb of saying or an office, before the body: قال اتحاد, رئيس اتحاد; not اتحاد الكتاب."""
    return kind == lexicon.SPEECH or bool(kind & lexicon.OFFICE and not kind & (lexicon.DEFINITE | lexicon.BODY))


def is_made_of(key: str, words: list[str]) -> bool:
    """Whether the letters of a short name begin words of the long one, in their order, so that none is left."""
    rest = iter(words)
    return all(any(word.startswith(letter) for word in rest) for letter in key)
