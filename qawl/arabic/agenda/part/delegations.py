"""The delegation that is meant where only its noun is told: وصل وفد من البرلمان … والتقى | الوفد الوزير."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from qawl.arabic.letters import ALEF, ARTICLE, DELEGATIONS, fold, fold_phrase
from qawl.model import Event, Participant

# The nouns of a delegation by which alone one told before may be meant.
SENT = DELEGATIONS[:2]


def with_delegations_meant(events: Iterable[Event]) -> Iterator[Event]:
    """Events in which الوفد alone is the one delegation that the events before tell by more words; of two it may be any."""
    told: dict[str, list[Participant]] = {noun: [] for noun in SENT}
    for event in events:
        found = [meant(one, told) for one in event.participants]
        for one in found:
            noun = fold(one.name.split(" ")[0]).removesuffix(ALEF)
            if noun in told and " " in one.name and all(other.name != one.name for other in told[noun]):
                told[noun].append(one)
        yield replace(event, participants=tuple(each_named_once(found)))


def meant(one: Participant, told: dict[str, list[Participant]]) -> Participant:
    """A delegation by all its words where only its noun is told; any other party as it is."""
    known = next((sent for noun, sent in told.items() if fold_phrase(one.name) == ARTICLE + noun), [])
    whole = known[0] if len({fold_phrase(other.name) for other in known}) == 1 else None
    return replace(one, name=whole.name, type=whole.type, ref=whole.ref) if whole else one


def each_named_once(found: list[Participant]) -> Iterator[Participant]:
    """Participants without whoever has the same name and part as one before."""
    seen: set[tuple[str, str]] = set()
    for one in found:
        if (one.name, one.part) not in seen:
            seen.add((one.name, one.part))
            yield one
