"""A noun phrase that can speak: the person's name in it, role and appositions, or the body, group or document that it names.

وزير النقل سالم الكندي، مدير الميناء، وزارة النقل، مصادر أمنية، بيان الوزارة.
"""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.heads import is_headed
from qawl.arabic.lexicon import MATTER, RELATIVE
from qawl.arabic.phrases.leads import read_lead
from qawl.arabic.phrases.papers import is_paper
from qawl.arabic.tokens import Tokens
from qawl.model import PartyType


class Phrase(NamedTuple):
    """A noun phrase that can speak: tokens ``first``-``stop``, the name in it (``name``-``name_stop``) and its role.

    ``type`` is the type of the party; ``role`` the tokens of the role beside or without a name, None where there is none.
    """

    first: int
    stop: int
    type: PartyType
    name: tuple[int, int]
    role: tuple[int, int] | None
    named: bool


def is_known(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase names a person or has a noun that the tables know, whatever leads to it: عدد من النواب."""
    noun = read_lead(tokens, phrase.first, phrase.stop).noun
    return phrase.named or is_headed(tokens, noun) or is_paper(tokens, phrase.name)


def is_matter(tokens: Tokens, place: int) -> bool:
    """Whether what was told before is taken up here, which is nobody: الأمر الذي."""
    return bool(tokens.kinds[place] & MATTER) and bool(tokens.kinds[place + 1] & RELATIVE)
