"""Whom a page calls the writer: whoever wrote the article that it told of last, not every man of letters on it."""

from __future__ import annotations

from qawl.arabic.actors import Actor
from qawl.arabic.findings import Finding
from qawl.arabic.letters import BYLINE, TA_MARBUTA, TO_THE, WROTE
from qawl.arabic.lexicon import DEFINITE, WRITER, WRITTEN
from qawl.arabic.names.genders import gender_by_name
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.phrase import Phrase
from qawl.arabic.speakers.past import start_of_office
from qawl.arabic.tokens import Tokens

# How far before the writer his article may come up.
REACH = 250
# How many of the last sayings may be his.
LATELY = 12


def is_writer(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase tells of somebody as the writer alone: الكاتب، كاتبة المقال; not الكاتب المصري."""
    kinds, first = tokens.kinds, phrase.first
    if not kinds[first] & WRITER:
        return False
    if phrase.stop - first == 1:
        return bool(kinds[first] & DEFINITE)
    return phrase.stop - first == 2 and bool(kinds[first + 1] & WRITTEN and kinds[first + 1] & DEFINITE)


def writer_before(passage: Passage, people: list[Actor], spoken: list[tuple[Finding, Actor]], phrase: Phrase) -> Actor | None:
    """The writer of the last article before `phrase`, if the gender agrees: مقالا لفلان، مقال كتبه فلان، كتب فلان أن."""
    kinds, lately = passage.tokens.kinds, spoken[-LATELY:]
    wrote = {finding.place for finding, _ in lately if finding.reading and finding.reading.lemma == WROTE}
    for place in range(phrase.first - 1, max(0, phrase.first - REACH) - 1, -1):
        if not kinds[place] & WRITTEN and place not in wrote:
            continue
        writer = owner_behind(passage, people, place, phrase.first) or writer_in(passage, lately, place)
        if writer:
            woman = passage.tokens.keys[phrase.first].endswith(TA_MARBUTA)
            gender = gender_by_name(writer) if writer.gender == "-" else writer.gender
            return writer if gender in ("-", "f" if woman else "m") else None
    return None


def owner_behind(passage: Passage, people: list[Actor], place: int, limit: int) -> Actor | None:
    """Whose an article is, where ل or بقلم leads to the name: مقالا بعنوان «كذا» للكاتب سالم الكندي."""
    tokens, stop = passage.tokens, min(limit, passage.sentence_stop(place))
    named = sorted((first, number) for number, person in enumerate(people) for first, _ in person.mentions if place < first < stop)
    for first, number in named:
        before = start_of_office(tokens, first, people[number]) - 1
        if tokens.keys[before] in (TO_THE, TO_THE[0]) or tokens.keys[before].endswith(BYLINE):
            return people[number]
    return None


def writer_in(passage: Passage, spoken: list[tuple[Finding, Actor]], place: int) -> Actor | None:
    """The person who speaks or writes in the sentence of an article: كتب فلان مقالا، قال فلان في مقال إن."""
    start, stop = passage.sentence_start(place), passage.sentence_stop(place)
    own = (actor for finding, actor in reversed(spoken) if start <= finding.place < stop and actor.type == "person")
    return next(own, None)
