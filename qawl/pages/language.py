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
CLEARLY_FOREIGN = 50  # one of so many letters: neighbours have more, Arabic hardly any that it has not itself
HARDLY_AN_ARTICLE = 0.005  # for each letter: Arabic has one for twenty or thirty
FEW_LETTERS = 40  # in all of a page: no article is so short, and what names its languages to readers has fewer
OTHERS = {"fa": "Persian", "ur": "Urdu", "ps": "Pashto", "ku": "Kurdish", "ug": "Uyghur", "sd": "Sindhi"}

_FOREIGN = re.compile("[\u0672-\u06a8\u06aa-\u06cb\u06cd-\u06d5]")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile(f"[{ARABIC_LETTERS}]+")
# Bytes with which Arabic letters begin in UTF-8, and no other character does but their neighbours.
_LEADS = bytes(range(0xD8, 0xDC))
_FOREIGN_LEADS = bytes((0xDA, 0xDB))  # none of them is one of Arabic
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
    """Whether reading may find an Arabic article in a page: a look at all of its bytes that costs a hundredth of reading it.

    Only where this is False it says something: then the page has hardly an Arabic letter, in whatever encoding it is, or
    letters of a neighbour and hardly an article.
    """
    if data.count(b"&#") >= FEW_LETTERS:
        return True
    data = _as_utf8(data)
    letters = _count(data, _LEADS)
    return letters >= FEW_LETTERS and not _is_of_a_neighbour(data, letters)


def _count(data: bytes, wanted: bytes) -> int:
    return len(data) - len(data.translate(None, wanted))


def _as_utf8(data: bytes) -> bytes:
    """A page in UTF-8; as it is where it is nothing that can be decoded."""
    try:
        data.decode()
        if b"\0" not in data:
            return data
    except UnicodeDecodeError:
        pass
    try:
        return decode(data).text.encode("utf-8", "replace")
    except Unreadable:
        return data


def _is_of_a_neighbour(data: bytes, letters: int) -> bool:
    """Whether a page of so many letters is in another language of the script, so clearly that no word need be looked at."""
    if _count(data, _FOREIGN_LEADS) * CLEARLY_FOREIGN < letters:
        return False
    articles = sum(data.count(before + ARTICLE.encode()) for before in (b" ", b">", b"\n"))
    return articles < HARDLY_AN_ARTICLE * letters


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
