"""A decision that a person be gone is made of what the library knows of the identity that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from sqlite3 import Connection
from typing import Any

from msgspec import to_builtins

from qawl.arabic.called import keys_of
from qawl.arabic.letters import fold_phrase
from qawl.library.across.gathered import gathered, members_of, told_by
from qawl.library.across.naming.known import Known
from qawl.library.across.rulings import anchor_of
from qawl.library.asking.naming import alike, bearing, by_id, only, own_of
from qawl.library.deciding.decisions import Anchor, Decision, person_key, suppressed_people
from qawl.library.deciding.gone_people import Gone, spellings
from qawl.library.errors import LibraryError

# So many places of others who bear the name are kept, who stay.
MOST_OTHERS = 200


def who_goes(connection: Connection, name: str) -> dict[str, Any]:
    """What a decision keeps of whom a name or an id means: `finding`, `value` and `links`. Raises `LibraryError` for no name.

    A name means all who bear it, an id the one: then those of the same name stay.
    """
    if not fold_phrase(name):
        raise LibraryError("bad_value", "{name!r} is no name", name=name)
    one = by_id(connection, name)
    identities = [one] if one else people(connection, called(connection, name))
    names = set(full_names(connection, identities))
    if one is None:
        names.add(fold_phrase(name))
        others: list[str] = []
    else:
        others = [other for other in bearing(connection, [*names]) if other != one] if names else []
        names = {name for name in names if bearing(connection, (name,)) == [one]}
    keys = tuple(sorted(person_key(form) for form in names))
    everywhere = Anchor(capture="", kind="person", finding="", forms=keys)
    places = (anchor for anchor, known in places_of(connection, identities) if not names & set(map(fold_phrase, known.names)))
    kept = tuple(anchor for anchor, _ in islice(places_of(connection, others), MOST_OTHERS))
    known = tuple(found for identity in identities if (found := gathered(connection, identity)))
    value = to_builtins(Gone(tuple(sorted(names)), known))
    return {"finding": person_key(name), "value": value, "links": ((everywhere, *places), *((kept,) if kept else ()))}


def called(connection: Connection, name: str) -> Sequence[str]:
    """All who bear a name, or the only one of whom it is another spelling or form, such as the Latin one."""
    return bearing(connection, keys_of(name)) or own_of(connection, name) or only(alike(connection, name))


def people(connection: Connection, identities: Iterable[str]) -> list[str]:
    """Those of the identities who are people."""
    return [one for one in identities if (known := gathered(connection, one)) and known.kind == "person"]


def full_names(connection: Connection, identities: Sequence[str]) -> Iterator[str]:
    """The folded names of two words or more under which pages have identities."""
    for _, known in places_of(connection, identities):
        yield from (folded for folded in map(fold_phrase, known.names) if " " in folded)


def places_of(connection: Connection, identities: Iterable[str]) -> Iterator[tuple[Anchor, Known]]:
    """The places at which pages name identities, with what they tell there."""
    for identity in identities:
        for page, capture, finding in members_of(connection, identity):
            if known := told_by(connection, page).get(finding):
                yield anchor_of(capture, finding, known), known


def suppressed_as(connection: Connection, name: str) -> Decision:
    """The decision by which somebody is gone under a name or an id. Raises `LibraryError` where nobody is."""
    key = person_key(name)
    found = [decision for decision in suppressed_people(connection) if decision.finding == key or key in spellings(decision)]
    if not found:
        raise LibraryError("not_found", "nobody was suppressed under the name {name}", name=name)
    return found[-1]
