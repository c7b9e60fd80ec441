"""Several people of whom a number or a share tells: قال 24% إنهم كذا، أكد نحو 20 شاهدا أن كذا."""

from __future__ import annotations

from qawl.arabic.heads import is_accusative, known_head
from qawl.arabic.letters import ALEF, OF, OWNERS
from qawl.arabic.lexicon import DEFINITE, NUMBER, PREPOSED, PUNCTUATION
from qawl.arabic.phrases.extents import phrase_end
from qawl.arabic.phrases.leads import LONGEST_SHARE, is_rough
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.tokens import Tokens

# What the words of a share are, behind its number: %، في المئة، بالمئة.
OF_SHARE = PREPOSED | DEFINITE | NUMBER | PUNCTUATION


def counted_people(tokens: Tokens, first: int, stop: int) -> Phrase | None:
    """The group whose number begins at `first`, its share alone up to `stop` or with their noun: 24%، 60 بالمئة، 20 شاهدا."""
    number = first + 1 if is_rough(tokens, first) else first
    if not tokens.kinds[number] & NUMBER or number + 1 >= stop:
        return None
    noun = number + 1
    if is_counted(tokens, noun, stop):
        end = phrase_end(tokens, noun, stop)
        return Phrase(first, end, "group", (first, end), None, False) if end > noun else None
    end = next((place for place in range(noun, stop) if is_of_them(tokens.keys[place])), stop)
    share = all(kind & OF_SHARE for kind in tokens.kinds[noun:end])
    return Phrase(first, stop, "group", (first, end), None, False) if share and end - number <= LONGEST_SHARE else None


def is_counted(tokens: Tokens, noun: int, stop: int) -> bool:
    """Whether people stand behind their number: a known head, or an accusative of no class right before `stop`."""
    if is_accusative(tokens, noun) or known_head(tokens.keys[noun]) in ("group", "unnamed"):
        return True
    return noun + 1 == stop and not tokens.kinds[noun] and tokens.keys[noun].endswith(ALEF)


def is_of_them(key: str) -> bool:
    """Whether a word takes up those of whom there are so many: منهم، منهن."""
    return key.startswith(OF) and key[len(OF) :] in OWNERS
