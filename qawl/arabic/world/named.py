"""The bodies, groups, countries and places of a passage, each with all its mentions and its stable id."""

from __future__ import annotations

from typing import NamedTuple

from qawl.arabic.passage import Passage
from qawl.arabic.record import Parties
from qawl.model import Group, Organisation, Place


class Named(NamedTuple):
    """What is named in a passage beside its people; ``by_start`` is the id of what is mentioned at a code point."""

    organisations: tuple[Organisation, ...]
    groups: tuple[Group, ...]
    places: tuple[Place, ...]
    by_start: dict[int, str]

    def ref_at(self, start: int) -> str | None:
        """The id of what is mentioned at the code point `start`, or None."""
        return self.by_start.get(start)


NOTHING = Named((), (), (), {})


def find_named(passage: Passage, parties: Parties) -> Named:
    """The bodies, groups and places of a passage; `parties` are those that speak, relay or are spoken to."""
    del passage
    organisations = tuple(found for _, found in parties if isinstance(found, Organisation))
    groups = tuple(found for _, found in parties if isinstance(found, Group))
    starts = {span.start: found.id for _, found in parties for span in found.mentions}
    return Named(organisations, groups, (), starts)
