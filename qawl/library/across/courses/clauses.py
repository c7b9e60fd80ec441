"""What the words of a clause tell of the encounter in it: its number, name, sort and lands, whether it begins or was put off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, takewhile

from qawl.arabic.letters import ADDRESSING, ARTICLE, TO_THE, fold
from qawl.library.across.courses.vocabulary import (
    Turn,
    bodies,
    forms_of,
    levels,
    noun_of,
    ordinals,
    owners,
    paper_nouns,
    people_told,
    polls,
    root_of,
    tells_putting_off,
    tens,
    turns,
    words,
)
from qawl.library.searching.words import Word

TALKS = "talks"
PREPARING = "preparing"
LEADERS = "leaders"
CALLED = 3  # so many words of a name stand behind the noun
REACH = 3  # so many words before an ordinal stands what it counts
OPENING = 7  # within so many words stands what tells that it begins or ends


def ordinal_at(clause: list[Word], place: int) -> int | None:
    """The number of an encounter that a word tells with those beside it, None where it counts something else."""
    word, noun = clause[place], counted_at(clause, place)
    if noun is None:
        return None
    value = ordinals().get(word.stem, -1)
    if value >= 0 and (has_article(word) or noun == place - 1):
        return value + (tens().get(clause[place + 1].stem, 0) if place + 1 < len(clause) else 0)
    if word.stem.isdecimal():
        behind = clause[place + 1 : place + 2]
        return int(word.stem) if has_article(clause[place - 1]) and not any(map(is_counted, behind)) else None
    return tens().get(word.stem) if has_article(word) else None


def counted_at(clause: list[Word], place: int) -> int | None:
    """Where the noun stands that a number behind it counts: the first of the clause, or one with an owner (دورته الخامسة).

    Another one is another encounter: اجتماعا تمهيدا للاجتماع الرابع. A body is none: جمعية التراث.
    """
    nouns = [at for at, word in enumerate(clause[:place]) if noun_of(word) and word.stem not in bodies()]
    if not nouns or nouns[-1] < place - REACH or words("day") & {root_of(clause[place - 1].stem)}:
        return None
    return nouns[-1] if len(nouns) == 1 or is_owned(clause[nouns[-1]]) else None


def is_owned(word: Word) -> bool:
    """Whether a noun has an owner attached: دورته, اجتماعها."""
    return word.stem.endswith(owners())


def has_article(word: Word) -> bool:
    """Whether a word has the article, or is it: الدورة الـ12."""
    written = fold(word.written)
    return written == ARTICLE or written.endswith((ARTICLE + word.stem, TO_THE + word.stem))


def is_counted(word: Word) -> bool:
    """Whether a word may be what a number before it counts: حضر الجلسة 30 نائبا, not الدورة 45 لمجلس الجامعة."""
    return fold(word.written) == word.stem and root_of(word.stem) not in words("vague")


def called(clause: list[Word]) -> frozenset[str]:
    """The definite words behind a noun, by which the encounter is called: مهرجان | الزيتون, انتخابات | غرفة المحامين."""
    nouns = [place for place, word in enumerate(clause) if noun_of(word)]
    names = (clause[place + 1 : place + 1 + CALLED] for place in nouns)
    return frozenset(root_of(word.stem) for name in names for word in takewhile(is_of_name, name) if has_article(word))


def subject_of(clause: list[Word]) -> list[Word]:
    """What a law or else a paper or a gathering is about: مذكرة حول | صيد الأسماك, مؤتمر | ترميم المتاحف."""
    laws = (at for at, word in enumerate(clause) if is_law(word) and not any(map(is_law, clause[at + 1 : at + 2])))
    place = next(chain(laws, papers(clause), gatherings(clause)), None)
    if place is None:
        return []
    behind = clause[place + 1 : place + 1 + CALLED]
    lead = next((at for at, word in enumerate(behind) if is_led(word) or root_of(word.stem) in words("concerning")), None)
    if lead is None:
        return [] if has_article(clause[place]) else phrase_from(behind)
    return phrase_from(clause[place + 1 + lead + (not is_led(behind[lead])) :])


def gatherings(clause: list[Word]) -> list[int]:
    """Where the first noun of a clause stands, with no second one behind it, if many come to what it names: أعمال | مؤتمر."""
    nouns = [at for at, word in enumerate(clause) if noun_of(word) and not any(map(noun_of, clause[at + 1 : at + 2]))][:1]
    return [at for at in nouns if gathers_many(clause[at]) and not clause[at].strict.endswith(forms_of("owner"))]


def papers(clause: list[Word]) -> Iterator[int]:
    """Where a paper stands of which it is told near behind what it concerns: مذكرة تفاهم | حول النقل البحري."""
    for at, word in enumerate(clause):
        behind = [root_of(one.stem) for one in clause[at + 1 : at + 1 + CALLED]]
        if root_of(word.stem) in paper_nouns() and words("concerning") & set(behind):
            yield at


def is_law(word: Word) -> bool:
    """Whether a word names what an assembly votes on: مشروع, قانون."""
    return root_of(word.stem) in words("law")


def gathers_many(word: Word) -> bool:
    """Whether a noun names what many come to: مؤتمر, ندوة; not لقاء, nor إضراب, which others hold too."""
    return noun_of(word) not in (None, *words("common"), *words("talks")) and root_of(word.stem) not in words("edition")


def phrase_from(clause: list[Word]) -> list[Word]:
    """A noun with its definite owner and adjectives: ترميم | المتاحف, النقل البحري; nothing where no article is there."""
    heads = list(takewhile(is_head, clause[:CALLED]))
    owner = list(takewhile(has_article, clause[len(heads) : CALLED + 1]))
    return [*heads, *owner] if owner else []


def is_head(word: Word) -> bool:
    """Whether a word without an article may own the next one: ترميم, إدارة; no preposition."""
    return is_of_name(word) and not has_article(word) and root_of(word.stem) not in words("vague")


def is_of_name(word: Word) -> bool:
    """Whether a word may be of the name of an encounter: it has its article, or the next one that has."""
    return has_article(word) or fold(word.written) == word.stem


def nouns_of(clause: list[Word], signs: bool) -> Iterator[str]:
    """The nouns of a clause that name encounters, or papers where it tells what is signed; all that name talks are one.

    What something only prepares is not its own: اجتماعهم التحضيري | للقمة.
    """
    prepares = sitting_of(clause) == PREPARING
    for number, word in enumerate(clause):
        if prepares and number and is_led(word):
            continue
        root = root_of(word.stem)
        if root in words("talks"):
            yield TALKS
        elif noun := noun_of(word):
            yield noun
        elif signs and root in paper_nouns():
            yield root


def is_led(word: Word) -> bool:
    """Whether ل leads a word: للقمة, لقمة."""
    return fold(word.written) in (ADDRESSING + word.stem, TO_THE + word.stem)


def level_of(clause: list[Word], heads: Iterable[str]) -> str | None:
    """Of whom it is, by its noun, an adjective behind it, or the first words of those who meet: قمة, اجتماع | وزاري, خبراء."""
    nouns = [place for place, word in enumerate(clause) if noun_of(word) and not (place and is_led(word))]
    if any(levels().get(clause[at].stem) == LEADERS for at in nouns):
        return LEADERS
    behind = [word for at in nouns for word in clause[at + 1 : at + 2]]
    behind += [two for one, two in pairwise(clause) if root_of(one.stem) in words("level")]
    told = (levels().get(stem) for stem in (*(word.stem for word in behind), *heads))
    return next((level for level in told if level not in (None, LEADERS)), None)


def sitting_of(clause: list[Word]) -> str | None:
    """Whether it is a plain, a special or a preparing sitting, None where the clause does not tell."""
    roots = [root_of(word.stem) for word in clause]
    for place, root in enumerate(roots):
        if root in words("preparing") and place and noun_of(clause[place - 1]):
            return PREPARING
        turned = place > 0 and roots[place - 1] in words("opposite")
        if root in words("special") or (root in words("plain") and turned):
            return "special"
        if root in words("plain"):
            return "plain"
    return None


def poll_of(clause: list[Word]) -> str | None:
    """What a vote is about by its kind: انتخابات بلدية, التصويت على الثقة; None where the clause does not tell."""
    return next((polls()[word.stem] for word in clause if word.stem in polls()), None)


def peoples_of(clause: list[Word]) -> Iterator[str]:
    """The lands and regions whose adjectives stand behind a noun of encounters: القمة | العربية, مباحثات | أردنية مصرية."""
    for place, word in enumerate(clause):
        if noun_of(word):
            yield from takewhile(bool, (people_told(root_of(next.stem)) for next in clause[place + 1 : place + 1 + CALLED]))


def turn_of(clause: list[Word]) -> Turn | None:
    """Whether the clause opens with what tells that the encounter begins or ends on its day: بدأت المحادثات, اختتم أعماله.

    Else what stands right before a noun of it does: فاز بالجائزة في ختام | الدورة.
    """
    opens = next((turn for word in clause[:OPENING] if (turn := turns().get(word.stem))), None)
    return opens or next((turn for one, two in pairwise(clause) if noun_of(two) and (turn := turns().get(one.stem))), None)


def was_put_off(clause: list[Word]) -> bool:
    """Whether a clause tells on the way that it was put off: اجتماعها المؤجل, المؤتمر الذي أخرته السيول, بعد تأجيل دام شهرا."""
    told = [place for place, word in enumerate(clause) if tells_putting_off(word) and not owns(clause, place)]
    return any(has_article(clause[at]) or led(clause, at) & words("behind") for at in told)


def owns(clause: list[Word], place: int) -> bool:
    """Whether a noun belongs to the definite one behind it: بعد | تعليق العمل."""
    return (
        not has_article(clause[place])
        and place + 1 < len(clause)
        and has_article(clause[place + 1])
        and bool(led(clause, place) & words("after"))
    )


def tells_previous(clause: list[Word]) -> bool:
    """Whether a clause tells of the one before of a row: الدورة | السابقة, الجلسة | الماضية."""
    return is_called(clause, "before")


def tells_next(clause: list[Word]) -> bool:
    """Whether a clause tells of the one behind of a row: النسخة | المقبلة."""
    return is_called(clause, "next")


def is_called(clause: list[Word], sense: str) -> bool:
    """Whether a word of a sense stands behind a definite noun of encounters."""
    return any(noun_of(one) and has_article(one) and root_of(two.stem) in words(sense) for one, two in pairwise(clause))


def tells_another(clause: list[Word]) -> bool:
    """Whether a clause tells of one more: زيارة | ثانية, جلسة | أخرى; not الزيارة الثانية, which may be told again."""
    pairs = [(one, two) for one, two in pairwise(clause) if noun_of(one) and not (has_article(one) or has_article(two))]
    return any(root_of(two.stem) in words("another") or ordinals().get(two.stem, 0) > 1 for _, two in pairs)


def was_to_be(clause: list[Word]) -> bool:
    """Whether a clause tells when it was to be: الاجتماع الذي كان مقررا غدا."""
    return any(root_of(word.stem) in words("planned") and led(clause, at) & words("was") for at, word in enumerate(clause))


def led(clause: list[Word], place: int) -> set[str]:
    """The words right before a word."""
    return {root_of(word.stem) for word in clause[max(0, place - 2) : place]}
