"""Whom somebody means who asks that a person be gone: an identity under all its spellings, also on pages that come later.

A decision that suppresses a person keeps hashes of the spellings, the places at which pages name him otherwise, by his surname
alone, and those of others who bear his name and stay. What is known of him lies packed in it, by which later pages are judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct, convert

from qawl.arabic.letters import fold_phrase
from qawl.library.across.naming.judging import asks, blocks, judge
from qawl.library.across.naming.known import Known
from qawl.library.across.naming.telling import known_of
from qawl.library.across.rulings import anchored
from qawl.library.deciding.decisions import Anchor, Decision, person_key
from qawl.model import Person, Record


class Gone(Struct, frozen=True):
    """What a decision keeps packed of somebody: his folded names of two words or more, and what is known of him."""

    names: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()

    @classmethod
    def of(cls, decision: Decision) -> Gone:
        """What a decision has of somebody; of one that came from another library nothing, of an older one the name."""
        value: Any = decision.value
        if isinstance(value, str):
            return cls((fold_phrase(value),))
        return convert(value, cls) if value else cls()


def spellings(decision: Decision) -> set[str]:
    """The keys of all names under which somebody is gone, wherever they stand."""
    return {decision.finding, *(form for one in side(decision, 0) if not one.capture for form in one.forms)}


def side(decision: Decision, number: int) -> tuple[Anchor, ...]:
    """Those who are gone (0), or those of the same name who stay (1)."""
    return decision.links[number] if len(decision.links) > number else ()


def is_gone(decision: Decision, record: Record, person: Person) -> bool:
    """Whether a person of a page is one who is gone: by a spelling, by the place, or as what is known of him tells."""
    if stands_at(side(decision, 1), record, person):
        return False
    keys = spellings(decision)
    if any(person_key(form) in keys for form in forms(person)) or stands_at(side(decision, 0), record, person):
        return True
    return is_known(Gone.of(decision).known, record, person)


def stands_at(anchors: Iterable[Anchor], record: Record, person: Person) -> bool:
    """Whether a person is whom one of these places means."""
    here = [anchor for anchor in anchors if anchor.capture == record.document.page_sha256]
    return bool(here) and person.id in set(_found(here, record))


def _found(anchors: Iterable[Anchor], record: Record) -> Iterator[str]:
    told = {one.id: known_of(record, one.id) for one in record.people}
    yield from filter(None, (anchored(anchor, told) for anchor in anchors))


def is_known(gone: Iterable[Known], record: Record, person: Person) -> bool:
    """Whether what is known of somebody tells that a person is he."""
    some = list(gone)
    if not some:
        return False
    known = known_of(record, person.id)
    keys = set(asks(known))
    return any(not keys.isdisjoint(blocks(one)) and judge(known, one).verdict == "join" for one in some)


def forms(person: Person) -> Iterator[str]:
    """The forms in which a page names a person."""
    yield person.name
    yield from {span.text for span in person.mentions} - {person.name}
