"""An officer whom a page names only later: أعلن مسؤول أن الباب «لن يفتح هذا العام». وقال فلان: «الباب لن يفتح هذا العام».

Whoever says the quoted words again, named, is who was meant, and so is the one person to whom the page gives the very office
later. Without the very words two officers may have said the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qawl.arabic.actors import Actor, keys_of
from qawl.arabic.findings import Finding
from qawl.arabic.passage import Passage
from qawl.arabic.phrases.parties import is_definite
from qawl.arabic.speakers.cast import Answer

# So many words within marks are nobody else's.
LEAST = 4
# The name comes within so many statements.
FARTHEST = 4
Said = tuple[Finding, Answer]
Words = tuple[str, ...]


def unveiled(passage: Passage, said: list[Said]) -> list[Said]:
    """The statements, each of an unnamed officer given to the person who has its quoted words or the same office later."""
    named = {answer.actor: person for number, (_, answer) in enumerate(said) if (person := named_later(passage, said, number))}
    named |= dict(told_by_office(passage, said))
    return [(finding, replace(answer, actor=named.get(answer.actor, answer.actor))) for finding, answer in said]


def told_by_office(passage: Passage, said: list[Said]) -> Iterator[tuple[Actor, Actor]]:
    """Each unnamed officer by a definite office with the one person who speaks and to whom the page gives it later.

    أكد محافظ الساحل كذا. وقال اللواء سالم الكندي كذا. وأضاف محافظ الساحل; not مسؤول محلي, who may be another one.
    """
    actors = dict.fromkeys(answer.actor for _, answer in said if answer.actor)
    people = [actor for actor in actors if actor.type == "person"]
    offices = {keys_of(passage.tokens, role) for person in people for role in person.roles} if len(people) == 1 else set()
    for actor in actors if offices else ():
        if actor.type == "unnamed" and actor.keys in offices and is_definite(passage.tokens, actor.name):
            yield actor, people[0]


def named_later(passage: Passage, said: list[Said], number: int) -> Actor | None:
    """The person who says the quoted words of a statement of one unnamed officer again, None where nobody does."""
    finding, answer = said[number]
    if answer.actor is None or answer.actor.type != "unnamed" or answer.form != "role":
        return None
    quotes = list(quoted(passage, finding))
    behind = said[number + 1 : number + 1 + FARTHEST] if quotes else []
    people = (again for again in behind if again[1].actor is not None and again[1].actor.type == "person")
    return next((other.actor for later, other in people if any(holds(passage, later, words) for words in quotes)), None)


def quoted(passage: Passage, finding: Finding) -> Iterator[Words]:
    """The words of each quotation in a content, where they are enough to be known again.

    Where the cue stands within the marks too, somebody else is quoted who tells of the officer.
    """
    for first, stop in finding.content:
        for quote in passage.quotes_in(first, stop):
            if quote.words >= LEAST and not quote.first <= finding.place < quote.stop:
                yield tuple(passage.tokens.keys[quote.first : quote.stop])


def holds(passage: Passage, finding: Finding, words: Words) -> bool:
    """Whether a content has these words in a row."""
    keys, length = passage.tokens.keys, len(words)
    places = (place for first, stop in finding.content for place in range(first, stop - length + 1) if keys[place] == words[0])
    return any(tuple(keys[place : place + length]) == words for place in places)
