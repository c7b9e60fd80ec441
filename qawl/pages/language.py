"""Whether a text is Arabic: by its letters, by its commonest words, and by a model where these do not settle it."""

from __future__ import annotations

import re
from functools import cache

from qawl.arabic.letters import ARABIC_LETTER, ARABIC_LETTERS, ARTICLE, fold
from qawl.model import Unreadable
from qawl.pages.decode import decode
from qawl.tables import table

SAMPLE = 20_000
FEW_WORDS = 20
ARTICLES = 0.12
COMMON = 0.02
FEW_FOREIGN = 200
FEW_LETTERS = 40  # in all of a page: no article is so short, and what names its languages to readers has fewer
OTHERS = {"fa": "Persian", "ur": "Urdu", "ps": "Pashto", "ku": "Kurdish", "ug": "Uyghur", "sd": "Sindhi"}

_FOREIGN = re.compile("[\u0672-\u06a8\u06aa-\u06cb\u06cd-\u06d5]")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile(f"[{ARABIC_LETTERS}]+")
# Bytes with which Arabic letters begin in UTF-8, and no other character does but their neighbours.
_LEADS = bytes(range(0xD8, 0xDC))
_OTHER = re.compile(rf"[^\W\d_{ARABIC_LETTERS}]+")


def check_language(text: str) -> None:
    """Raises `Unreadable`: `no_article` where there are no letters, `language` where the text is not Arabic."""
    first = _WORD.search(text)
    if first is None:
        raise Unreadable("no_article", "the page holds no letters; give a page with text in it")
    sample = text[first.start() : first.start() + SAMPLE]
    others = _letters_in(_OTHER, sample)
    if others and _letters_in(_ARABIC, sample) <= others:
        raise Unreadable("language", "most letters are not of the Arabic script; give a page in Arabic")
    if not _has_foreign_letters(sample):
        return
    words = [fold(word) for word in _WORD.findall(sample) if ARABIC_LETTER.match(word)]
    if len(words) >= FEW_WORDS and not _is_settled(words):
        _ask_model(sample)


def may_be_arabic(data: bytes) -> bool:
    """Whether reading may find an Arabic article in a page: a look at its bytes that costs a hundredth of reading it.

    Only where this is False it says something: then the page has hardly an Arabic letter, in whatever encoding it is.
    """
    if data.count(b"&#") >= FEW_LETTERS or not data.strip():
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return _has_letters(_as_utf8(data))
    return _has_letters(data) or b"\0" in data


def _has_letters(data: bytes) -> bool:
    return len(data) - len(data.translate(None, _LEADS)) >= FEW_LETTERS


def _as_utf8(data: bytes) -> bytes:
    """A page in UTF-8; what cannot be decoded as it is."""
    try:
        return decode(data).text.encode("utf-8", "replace")
    except Unreadable:
        return data


def _letters_in(words: re.Pattern[str], sample: str) -> int:
    return sum(map(len, words.findall(sample)))


def _has_foreign_letters(sample: str) -> bool:
    """Whether letters stand in the text that Arabic has not, and its neighbours cannot do without."""
    return len(_FOREIGN.findall(sample)) * FEW_FOREIGN > len(sample)


def _is_settled(words: list[str]) -> bool:
    """Whether the article and the small words stand as often as in Arabic, and in no other language of its script."""
    common = _common_words()
    articles = sum(word.startswith(ARTICLE) and len(word) > 3 for word in words)
    return articles >= ARTICLES * len(words) and sum(word in common for word in words) >= COMMON * len(words)


@cache
def _common_words() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in table("arabic_words.tsv"))


def _ask_model(sample: str) -> None:
    import py3langid

    code = py3langid.classify(" ".join(sample.split()))[0]
    if code != "ar":
        name = OTHERS.get(code, f"`{code}`")
        raise Unreadable("language", f"the text is in Arabic letters but in another language ({name}); give a page in Arabic")
