"""Lines that are not the article: what a page says of itself, its menus and its lists of other articles."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple, cast

from qawl.arabic.letters import fold
from qawl.tables import table

ChromeRole = Literal["chrome", "related", "caption"]
SHORT = 8
# A menu bar has this many labels at least, each of this many words at most.
BAR = 3
LABEL = 4
GAP = "…"
NOTICE = 1500

_WORD = re.compile(r"\w+")
_QUOTES = re.compile('["«»“”]')
# What parts the labels of a menu bar: a bar, a slash, an arrow or a bullet between spaces, or a wide gap.
_BETWEEN_LABELS = re.compile(r"\s+[|/›»•·>]\s+|\s{2,}")
# A word or two and the bar behind them, which lead to another article: شاهد | ….
_LABEL = re.compile(r"\W*(\w+(?: \w+)?)\s*\|")
_SENTENCE_ENDS = (".", "!", "؟", "?", "…")


class _Forms(NamedTuple):
    whole: dict[str, ChromeRole]
    start: dict[str, list[tuple[re.Pattern[str], ChromeRole]]]
    label: dict[str, ChromeRole]
    anywhere: re.Pattern[str]
    roles: dict[str, ChromeRole]


def key(text: str) -> str:
    """The folded words of a text, one space between them: what the tables are asked with."""
    return " ".join(_WORD.findall(fold(text)))


@cache
def _forms() -> _Forms:
    whole: dict[str, ChromeRole] = {}
    start: dict[str, list[tuple[re.Pattern[str], ChromeRole]]] = {}
    label: dict[str, ChromeRole] = {}
    anywhere: dict[str, ChromeRole] = {}
    named = {"whole": whole, "label": label, "anywhere": anywhere}
    for row in table("chrome.tsv"):
        form, role = row["form"], cast(ChromeRole, row["role"])
        if row["match"] == "start":
            start.setdefault(key(form).split(" ")[0], []).append((_start_pattern(form), role))
        else:
            named[row["match"]][key(form)] = role
    longest_first = sorted(anywhere, key=lambda form: (-len(form), form))
    return _Forms(whole, start, label, re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)"), anywhere)


def _start_pattern(form: str) -> re.Pattern[str]:
    """`a … b` -> a, one to three words, b."""
    return re.compile(r" (?:\w+ ){1,3}".join(key(part) for part in form.split(GAP)) + r"(?!\w)")


def chrome_role(line: str) -> ChromeRole | None:
    """`chrome`, `related` or `caption` where the table knows the line for one; None for a line of an article."""
    if len(line) > NOTICE:
        return None
    forms, folded = _forms(), key(line)
    if not folded:
        return None
    if folded in forms.whole:
        return forms.whole[folded]
    if is_menu_bar(line):
        return "chrome"
    label = _LABEL.match(line)
    role = forms.label.get(key(label[1])) if label else None
    if role and len(folded.split(" ")) <= 3 * SHORT:
        return role
    notice = forms.anywhere.search(folded) if not _QUOTES.search(line) else None
    return forms.roles[notice[0]] if notice else _by_start(folded, line)


def is_menu_bar(line: str) -> bool:
    """Whether a line is three or more short labels side by side: `الرئيسية | أخبار | صور`."""
    line = line.strip()
    if line.endswith(_SENTENCE_ENDS):
        return False
    labels = _BETWEEN_LABELS.split(line)
    return len(labels) >= BAR and all(1 <= len(_WORD.findall(it)) <= LABEL for it in labels)


def _by_start(folded: str, line: str) -> ChromeRole | None:
    words = folded.split(" ")
    for pattern, role in _forms().start.get(words[0], ()):
        if pattern.match(folded) and _short_enough(words, line, role):
            return role
    return None


def _short_enough(words: list[str], line: str, role: ChromeRole) -> bool:
    """A label with its value; a reference to another article may be as long as a headline behind a colon."""
    if role == "related":
        return len(words) <= 3 * SHORT and (":" in line or len(words) <= SHORT)
    return len(words) <= SHORT and (role == "caption" or not line.rstrip().endswith(_SENTENCE_ENDS))


@cache
def page_words(sense: str) -> tuple[str, ...]:
    """The folded forms of `page_words.tsv` with this sense, the longest first."""
    forms = {key(row["form"]) for row in table("page_words.tsv") if row["sense"] == sense}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def same_words(text: str, title: str | None) -> bool:
    """Whether a text is the title, whatever its marks and spelling; a far longer one is not even folded."""
    return title is not None and len(text) <= 2 * len(title) + 20 and key(text) == key(title)


def says(text: str, sense: str) -> bool:
    """Whether a text holds a word of this sense."""
    folded = f" {key(text)} "
    return any(f" {form} " in folded for form in page_words(sense))


def around(text: str, sense: str) -> tuple[str, str | None]:
    """What stands before and behind the first word of this sense, folded; behind is None where there is none."""
    folded = fold(text)
    forms = "|".join(r"\W+".join(map(re.escape, form.split())) for form in page_words(sense))
    match = re.search(rf"(?<!\w)(?:{forms})(?!\w)", folded)
    return (folded[: match.start()], folded[match.end() :]) if match else (folded, None)
