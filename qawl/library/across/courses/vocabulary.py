"""Words as encounters are compared by them: stems without their endings, what is said of every encounter left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from qawl.arabic.forms import forms_of as verb_forms_of
from qawl.arabic.letters import CONJUNCTIONS, IN_ORDER_TO, OPEN_TA, TA_MARBUTA, fold
from qawl.arabic.ordinary import frequencies
from qawl.library.searching.words import MONTH, Word, words_of
from qawl.tables import Row, read_table, several, table

SHORTEST = 3
Turn = Literal["begun", "ended"]
# A word that general text has less often tells a matter, one much less often nearly alone.
COMMON_FROM, RARE_BELOW = 6_000, 400
# A word that general text has so many times more often without its ل has a preposition there.
LED = 2
SAID_OF_ALL = (
    *("encounters.tsv", "event_turns.tsv", "event_words.tsv"),
    *("weekdays.tsv", "relative_dates.tsv", "numbers.tsv", "pronouns.tsv"),
    *("nationalities.tsv", "nationalities_more.tsv"),
)
POLLS = ("municipal", "presidential", "parliamentary", "regional", "confidence", "partial")
LEVELS = ("leaders", "ministers", "experts")
FORMS = ("form", "lemma", "imperfect", "participle", "noun")


@lru_cache(maxsize=50_000)
def root_of(stem: str) -> str:
    """A stem without its endings, and a preposition that is still there: فنيين, فنية and فنيا are one, لاعتماد is اعتماد."""
    stem = unled(stem)
    while True:
        shorter = next((stem[: -len(end)] for end in endings() if stem.endswith(end) and len(stem) - len(end) >= SHORTEST), stem)
        if shorter == stem:
            return stem
        stem = shorter


def unled(stem: str) -> str:
    """A stem without the preposition that its index word has kept: لاعتماد; not لجنة."""
    rest = stem.removeprefix(IN_ORDER_TO)
    is_led = len(stem) > len(rest) > SHORTEST and frequencies().get(rest, 0) > LED * frequencies().get(stem, 0)
    return rest if is_led else stem


def roots_of(text: str) -> list[str]:
    """The words of a text in their order, months as numbers, without their endings."""
    return [root_of(word.stem) for word in words_of(text) if word.stem]


@lru_cache(maxsize=50_000)
def weight_of(stem: str) -> int:
    """How much a word tells of what an encounter is about: 0 where it may be said of many, 1, or 2 where it is rare."""
    stem = unled(stem)
    if stem.startswith(MONTH) or stem.isdecimal() or len(stem) < SHORTEST or root_of(stem) in said_of_all():
        return 0
    return 0 if frequency_of(stem) >= COMMON_FROM else 1 if frequency_of(stem) >= RARE_BELOW else 2


def frequency_of(stem: str) -> int:
    """How often general text has a word, with any of its endings."""
    return max(frequencies().get(stem, 0), frequencies().get(root_of(stem), 0))


@cache
def said_of_all() -> frozenset[str]:
    """The words by which encounters, their days and their state are told."""
    return frozenset(root for name in SAID_OF_ALL for row in table(name) for root in _roots(row)).union(
        *map(words, ("vague", "matter", "capital"))
    )


def _roots(row: dict[str, str]) -> Iterator[str]:
    for column in FORMS:
        for form in several(row.get(column, "")):
            yield from roots_of(form)


def noun_of(word: Word) -> str | None:
    """The noun by which a word names an encounter, without its endings: اجتماعا and اجتماعه are one; أمس is not أمسية."""
    return next((root_of(form) for form in _shorter(word.stem) if form in encounter_nouns()), None)


def _shorter(form: str) -> Iterator[str]:
    """A word with one ending less at a time, a ت before an owner also as the ة that it was."""
    yield form
    for end in endings():
        if form.endswith(end) and len(form) - len(end) >= SHORTEST:
            if end.startswith(OPEN_TA):
                yield form[: -len(end)] + TA_MARBUTA
            yield from _shorter(form[: -len(end)])
            return


@cache
def encounter_nouns() -> frozenset[str]:
    """The forms of nouns that name encounters, as stems, and no bodies that may convene: دورة; not لجنة."""
    named, bodies = ([row for row in table("encounters.tsv") if row["by"] == by] for by in ("name", "panel"))
    found = noun_stems(named) - noun_stems(bodies)
    return frozenset(form for form in found if root_of(form) not in words("day") | words("homonym"))


@cache
def poll_nouns() -> frozenset[str]:
    """The nouns that name votes, without their endings, but for what any body has: اقتراع, تصويت; not دورة."""
    rows = (row for row in table("encounters.tsv") if row["by"] == "name" and row["type"] == "vote")
    return frozenset(map(root_of, noun_stems(rows))) - words("edition")


def noun_stems(rows: Iterable[Row]) -> set[str]:
    """The stems of the nouns of rows."""
    return {word.stem for row in rows for form in several(row["noun"]) for word in words_of(form)[:1]}


@cache
def paper_nouns() -> frozenset[str]:
    """The nouns of what is signed, without their endings."""
    rows = (row for row in table("encounters.tsv") if row["by"] == "paper")
    return frozenset(root for row in rows for form in several(row["noun"]) for root in roots_of(form)[:1])


@cache
def ordinals() -> dict[str, int]:
    """Ordinal -> its number, by stems: حادية is not حاد."""
    return _numbers("ordinal")


@cache
def tens() -> dict[str, int]:
    """What stands behind an ordinal and makes it a higher one -> what it adds: الثانية والعشرين, الثامن عشر."""
    return _numbers("ten", "tens")


def _numbers(*kinds: str) -> dict[str, int]:
    return {words_of(row["form"])[0].stem: int(row["value"]) for row in table("numbers.tsv") if row["kind"] in kinds}


def is_verb_of_encounters(word: Word) -> bool:
    """Whether a word is a verb by which encounters or their state are told: سيزور, وتأجلت."""
    written = fold(word.written)
    return written in _verb_forms() or (written[:1] in CONJUNCTIONS and written[1:] in _verb_forms())


@cache
def _verb_forms() -> frozenset[str]:
    rows = (row for name in ("encounters.tsv", "event_turns.tsv") for row in table(name))
    return frozenset(fold(form) for row in rows for form, _ in verb_forms_of(row))


def lands_told(roots: Iterable[str]) -> frozenset[str]:
    """The countries of which words tell somebody to be."""
    return frozenset(land for root in roots if (land := _nationalities().get(root)))


def people_told(root: str) -> str | None:
    """The country of which an adjective tells, or else the region; None where it tells of none."""
    return (_nationalities()[root] or root) if root in _nationalities() else None


@cache
def _nationalities() -> dict[str, str]:
    rows = (row for name in ("nationalities.tsv", "nationalities_more.tsv") for row in table(name))
    return {root: row["country"] for row in rows for root in roots_of(row["form"])[:1]}


@cache
def words(sense: str) -> frozenset[str]:
    """The words of a sense of `words.tsv`."""
    return frozenset(root for form in forms_of(sense) for root in roots_of(form))


@cache
def bodies() -> frozenset[str]:
    """The stems of words that tell of which sort a body is, with their endings: جمعية; not جمع."""
    return frozenset(word.stem for form in forms_of("body") for word in words_of(form))


@cache
def endings() -> tuple[str, ...]:
    """Endings of nouns and adjectives, of gender, number, case and owner: folded, the longest first."""
    return tuple(sorted(map(fold, forms_of("ending")), key=lambda end: (-len(end), end)))


@cache
def forms_of(sense: str) -> tuple[str, ...]:
    """The forms of a sense of `words.tsv`."""
    rows = read_table(Path(str(files("qawl") / "library" / "across" / "courses" / "words.tsv")))
    return tuple(row["form"] for row in rows if row["sense"] == sense)


@cache
def owners() -> tuple[str, ...]:
    """The pronouns that tell whose a noun is, folded: دورت|ه, اجتماع|ها."""
    return tuple(map(fold, forms_of("owner")))


@cache
def polls() -> dict[str, str]:
    """Words that tell what a vote is about, as stems -> the kind: بلدية, نيابية, ثقة."""
    return {word.stem: kind for kind in POLLS for form in forms_of(kind) for word in words_of(form)}


@cache
def levels() -> dict[str, str]:
    """Words that tell of what rank those are who meet, as stems -> the rank: قمة, وزاري, خبراء."""
    return {word.stem: level for level in LEVELS for form in forms_of(level) for word in words_of(form)}


@cache
def turns() -> dict[str, Turn]:
    """Words that tell that an encounter begins, or ends, folded."""
    kinds: tuple[Turn, ...] = ("begun", "ended")
    found = (
        (fold(form), turn)
        for row in table("event_turns.tsv")
        for turn in kinds
        if row["turn"] == turn
        for form, _ in verb_forms_of(row)
    )
    return dict(found)


def tells_putting_off(word: Word) -> bool:
    """Whether a word tells that something was put off: اجتماعها | المؤجل, المؤتمر الذي | أخرته السيول; not مرجان."""
    bare = (word.stem.removesuffix(owner) for owner in owners())
    return any(form in _putting_off() for form in (*_shorter(word.stem), *bare))


@cache
def _putting_off() -> frozenset[str]:
    """The folded forms that tell of putting off, a participle also without its ة: مؤجلة, مؤجل."""
    rows = (row for row in table("event_turns.tsv") if row["turn"] == "postponed")
    found = {fold(form) for row in rows for form, _ in verb_forms_of(row)}
    return frozenset(found).union(form.removesuffix(TA_MARBUTA) for form in found)


@cache
def numbers() -> frozenset[str]:
    """The words that count, without their endings: خمسة رؤساء."""
    return frozenset(root for row in table("numbers.tsv") if row["kind"] != "ordinal" for root in roots_of(row["form"]))
